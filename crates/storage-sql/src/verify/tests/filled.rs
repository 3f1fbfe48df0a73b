//! A store with a row of every kind.

use base::{OrganisatieId, Timestamp};
use storage::{
    Account, Accounts, Actor, Append, Blobs, ByAct, Claim, DestroyKey, Digest, DraftScope, Drafts, EventLog,
    Handeling, Invoerrun, Inzage, Link, ListsAfter, NewDraft, NewEvent, Page, Programmasleutel, ReadLog,
    ReferenceUpdate, References, Referentie, Rol, SignIn, StreamId, Upkeep,
};

use crate::{Options, Secret, SqlStorage};

pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + seconds).unwrap()
}

pub(super) fn stream(n: u32) -> StreamId {
    format!("dossier/2026-{n:06}").parse().unwrap()
}

pub(super) fn holder() -> OrganisatieId {
    "school/32JK00".parse().unwrap()
}

pub(super) fn event(payload: &str) -> NewEvent {
    let persoon = "m-zonnedauw".parse().unwrap();
    NewEvent {
        event_type: "Aangemeld".to_owned(),
        event_version: 1,
        on: "2026-01-12".parse().unwrap(),
        holder: holder(),
        actor: Actor { persoon, rol: "ib".to_owned(), organisatie: holder() },
        by: Some(ByAct { act: "meld_aan".to_owned(), place: 0 }),
        payload: payload.as_bytes().to_vec(),
        blobs: Vec::new(),
    }
}

pub(super) async fn append(store: &SqlStorage, n: u32, expected: u64, event: NewEvent) {
    store.append(Append::new(stream(n), expected, at(1), vec![event])).await.unwrap();
}

pub(super) async fn look(store: &SqlStorage) {
    let view = Inzage {
        at: at(2),
        dossier: stream(1).as_dossier().unwrap(),
        persoon: "m-zonnedauw".parse().unwrap(),
        rol: "ib".to_owned(),
        organisatie: holder(),
        delen: "A,C".to_owned(),
        doel: "gesprek".to_owned(),
    };
    store.log_reads(&[view]).await.unwrap();
}

pub(super) fn act(handeling: &str) -> Handeling {
    Handeling {
        at: at(1),
        door: Some(Actor {
            persoon: "m-zonnedauw".parse().unwrap(),
            rol: "organisatiebeheerder".to_owned(),
            organisatie: holder(),
        }),
        organisatie: Some(holder()),
        handeling: handeling.to_owned(),
        onderwerp: "p-ijsvogel".to_owned(),
        toelichting: String::new(),
    }
}

pub(super) fn rol(rol: &str) -> Rol {
    Rol {
        id: 0,
        account: "p-ijsvogel".parse().unwrap(),
        rol: rol.to_owned(),
        organisatie: holder(),
        groep: Some("5".to_owned()),
        van: "2026-01-01".parse().unwrap(),
        tot: None,
        vak: None,
    }
}

/// Somebody with a role, a link and a key.
pub(super) async fn somebody(store: &SqlStorage) {
    let account = Account {
        id: "p-ijsvogel".parse().unwrap(),
        naam: "I. Ijsvogel".to_owned(),
        e_mail: "ijsvogel@school.example".to_owned(),
        wachtwoord: Some("$argon2id$".to_owned()),
        aangemaakt_op: at(1),
        geblokkeerd_op: None,
        taal: None,
    };
    store.create_account(&account, &act("account_gemaakt")).await.unwrap();
    store.add_rol(&rol("ib"), &act("rol_gegeven")).await.unwrap();
    let link = Link {
        token: Digest::of(b"link"),
        soort: "wachtwoord".to_owned(),
        account: Some(account.id.clone()),
        gegevens: "{}".to_owned(),
        geldig_tot: at(9_000),
        pogingen: 0,
        gebruikt_op: None,
    };
    store.put_link(&link, &act("link_gemaakt")).await.unwrap();
    let used = Link { token: Digest::of(b"gebruikt"), ..link.clone() };
    store.put_link(&used, &act("link_gemaakt")).await.unwrap();
    store.count_attempt(&used.token, at(2)).await.unwrap();
    store.use_link(&used.token, "wachtwoord", 5, at(2)).await.unwrap().unwrap();
    let tried = Link { token: Digest::of(b"geraden"), account: None, ..link.clone() };
    store.put_link(&tried, &act("link_gemaakt")).await.unwrap();
    assert!(store.claim_link(&tried.token, "wachtwoord", &account.id, at(2)).await.unwrap());
    store.count_attempt(&tried.token, at(2)).await.unwrap();
    let key = Programmasleutel {
        id: "k-1".to_owned(),
        sleutel: Digest::of(b"sleutel"),
        naam: "leerlingvolgsysteem".to_owned(),
        account: account.id.clone(),
        rol: "ib".to_owned(),
        organisatie: holder(),
        aangemaakt_op: at(1),
        tot: Some("2027-01-01".parse().unwrap()),
        actief_op: None,
        ingetrokken_op: None,
    };
    store.put_key(&key, &act("sleutel_gemaakt")).await.unwrap();
    store.activate_key("k-1", at(2), &act("sleutel_geactiveerd")).await.unwrap();
    store
        .update_account(&Account { geblokkeerd_op: Some(at(2)), ..account }, &act("account_geblokkeerd"))
        .await
        .unwrap();
}

/// Gives out numbers, and claims two of them with a second event.
pub(super) async fn number(store: &SqlStorage) {
    let claims = ["PO9901/2026-001", "PO9901/2026-002"];
    let claims = claims.map(|value| Claim { kind: "tlv".to_owned(), value: value.to_owned() }).to_vec();
    let two = Append::new(stream(1), 1, at(1), vec![event("twee")]);
    store.append(Append { claims, ..two }).await.unwrap();
    for (kind, count) in [("dossier", 3), ("tlv", 2), ("dossier", 20)] {
        store.reserve_numbers(kind, 2026, count).await.unwrap();
    }
}

/// A school that was imported, and a draft.
pub(super) async fn a_school(store: &SqlStorage) {
    let school = Referentie {
        soort: "vestiging".to_owned(),
        code: "32JK00".to_owned(),
        geldig_van: "2026-01-01".parse().unwrap(),
        geldig_tot: None,
        naam: "De Ekster".to_owned(),
        naam_norm: "de ekster".to_owned(),
        swv: Some("PO9901".to_owned()),
        bestuur: Some("40631".to_owned()),
        gemeente: None,
        gegevens: "{}".to_owned(),
        vingerafdruk: "1".to_owned(),
        bron: "DUO".to_owned(),
    };
    let run = Invoerrun {
        at: at(1),
        soort: "duo-vestigingen".to_owned(),
        bron: "DUO".to_owned(),
        gelezen: 1,
        nieuw: 1,
        gewijzigd: 0,
        ongewijzigd: 0,
        vervallen: 0,
        onbruikbaar: 0,
    };
    for (per, naam) in [("2026-01-01", "De Ekster"), ("2026-02-01", "De Bonte Ekster")] {
        let per = per.parse().unwrap();
        let school = Referentie { geldig_van: per, naam: naam.to_owned(), ..school.clone() };
        let update = ReferenceUpdate {
            soort: "vestiging".to_owned(),
            per,
            geldig: vec![school],
            vervallen: Vec::new(),
            run: run.clone(),
        };
        let runs = store.import_runs(Page::first(1)).await.unwrap().total;
        assert!(store.update_references(&[update], runs).await.unwrap());
    }
    let draft = NewDraft {
        scope: DraftScope { stream: stream(1), holder: holder(), persoon: None },
        formulier: "besluit".to_owned(),
        veld: "motivering".to_owned(),
        expected_version: 0,
        waarde: b"nog niet af".to_vec(),
        door: "m-zonnedauw".parse().unwrap(),
        at: at(1),
        unless_sent: None,
    };
    store.put_draft(draft).await.unwrap();
}

/// A store with a row of every kind, sealed twice with a tail that is not; and its file of seals.
pub(super) async fn filled(address: &str) -> (SqlStorage, String) {
    let options = Options::new(Secret::from_bytes([7; 32]), at(0));
    let store = SqlStorage::open(address, options).await.unwrap();
    let blob = store.put_blob(&stream(1), &holder(), b"brief", at(0)).await.unwrap();
    append(&store, 1, 0, NewEvent { blobs: vec![blob], ..event("een") }).await;
    number(&store).await;
    look(&store).await;
    somebody(&store).await;
    a_school(&store).await;
    let one = store.seal(at(3)).await.unwrap().unwrap();
    append(&store, 2, 0, NewEvent { by: None, ..event("leeg mij") }).await;
    store.empty_payload(&stream(2), 1, at(4)).await.unwrap();
    append(&store, 3, 0, event("vernietig mij")).await;
    let destroy = DestroyKey { stream: stream(3), holder: holder(), at: at(5), lists: ListsAfter::Keep };
    store.destroy_key(destroy).await.unwrap();
    look(&store).await;
    let two = store.seal(at(6)).await.unwrap().unwrap();
    unsealed(&store).await;
    (store, format!("{one}\n{two}\n"))
}

/// What was recorded after the last seal.
async fn unsealed(store: &SqlStorage) {
    append(store, 1, 2, event("niet verzegeld")).await;
    let asks = Append::new(stream(4), 0, at(1), vec![event("vraagt om een brief")]);
    store.append(Append { unfinished: true, ..asks }).await.unwrap();
    store.add_rol(&rol("directie"), &act("rol_gegeven")).await.unwrap();
    store.offer_rol(&rol("begeleider"), &act("rol_aangeboden")).await.unwrap();
    store.log_handeling(&act("tlv_controle_mislukt")).await.unwrap();
    look(store).await;
    store.put_blob(&stream(1), &holder(), b"nog bij geen gebeurtenis", at(0)).await.unwrap();
}
