//! What the tests of the suite begin with: invented children, schools and events.

use base::{Date, DossierNummer, OrganisatieId, PersoonId, SwvCode, Timestamp, Vestigingscode};

use crate::{
    Account, Actor, Append, DossierRij, GezienRij, Handeling, Lezer, NewEvent, Payload, PostRij, Projection,
    Scope, StoredEvent, StreamId, TlvRij,
};

/// An instant, some seconds into the story.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_microsecond(1_767_225_600_000_000 + seconds * 1_000_000).unwrap()
}

/// A date: `2026-03-02`.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The number of the n-th file.
pub fn nummer(n: u32) -> DossierNummer {
    format!("2026-{n:06}").parse().unwrap()
}

/// The stream of the n-th file.
pub fn stream(n: u32) -> StreamId {
    StreamId::dossier(&nummer(n))
}

/// A school.
pub fn school() -> OrganisatieId {
    "school/32JK00".parse().unwrap()
}

/// Another school.
pub fn other_school() -> OrganisatieId {
    "school/17BM01".parse().unwrap()
}

/// The location of [`school`].
pub fn vestiging() -> Vestigingscode {
    "32JK00".parse().unwrap()
}

/// A samenwerkingsverband.
pub fn swv() -> SwvCode {
    "PO2401".parse().unwrap()
}

/// A person.
pub fn persoon(name: &str) -> PersoonId {
    name.parse().unwrap()
}

/// The ib'er of [`school`].
pub fn actor() -> Actor {
    Actor { persoon: persoon("m-zonnedauw"), rol: "ib".to_owned(), organisatie: school() }
}

/// An event of a holder.
pub fn event_of(holder: &OrganisatieId, payload: &str) -> NewEvent {
    NewEvent {
        event_type: "Aangemeld".to_owned(),
        event_version: 1,
        on: day("2026-01-12"),
        holder: holder.clone(),
        actor: actor(),
        by: None,
        payload: payload.as_bytes().to_vec(),
        blobs: Vec::new(),
    }
}

/// An event of [`school`].
pub fn event(payload: &str) -> NewEvent {
    event_of(&school(), payload)
}

/// One event for the n-th file, which stands at `expected`.
pub fn append(n: u32, expected: u64, payload: &str) -> Append {
    Append::new(stream(n), expected, at(i64::from(n)), vec![event(payload)])
}

/// What can be read of events.
pub fn payloads(events: &[StoredEvent]) -> Vec<String> {
    let text = |event: &StoredEvent| match &event.payload {
        Payload::Readable(bytes) => String::from_utf8(bytes.clone()).unwrap(),
        Payload::Emptied => "(leeg)".to_owned(),
        Payload::KeyDestroyed => "(vernietigd)".to_owned(),
    };
    events.iter().map(text).collect()
}

/// The reader of [`school`].
pub fn lezer() -> Lezer {
    Lezer::organisatie("ib", &school(), "")
}

/// Through the eyes of [`lezer`] on 2 March 2026.
pub fn seen_by_school() -> Scope {
    Scope::new(lezer(), day("2026-03-02"))
}

/// What a reader is told of a child at [`school`], from a day on.
pub fn gezien(lezer: &Lezer, van: &str) -> GezienRij {
    GezienRij {
        lezer: lezer.clone(),
        van: day(van),
        tot: None,
        fase: "ingeschreven".to_owned(),
        vestiging: Some(vestiging()),
        groep: Some("5a".to_owned()),
        aangemeld_op: None,
        volgende_datum: None,
        volgende_einddag: None,
        wacht_op_rol: None,
        delen: String::new(),
    }
}

/// The row of the n-th file: a child of [`school`].
pub fn dossier(n: u32, voornaam: &str, achternaam: &str) -> DossierRij {
    let naam = format!("{voornaam} {achternaam}");
    DossierRij {
        dossier: nummer(n),
        sorteernaam: base::naam::normalise(&format!("{achternaam} {voornaam}")),
        naam_norm: base::naam::key(&naam),
        weergavenaam: naam,
        geboortedatum: Some(day("2017-05-04")),
        vestiging: Some(vestiging()),
        groep: Some("5a".to_owned()),
        stand: "ingeschreven".to_owned(),
        gewijzigd_op: at(i64::from(n)),
        wijzigt_op: None,
    }
}

/// A declaration by its number, its period and how it stands.
pub fn tlv(nummer: &str, van: &str, tot_en_met: &str, status: &str) -> TlvRij {
    TlvRij {
        swv: swv(),
        nummer: nummer.to_owned(),
        aanvraag: 1,
        weergavenaam: "Sam de Zonnevis".to_owned(),
        geboortedatum: Some(day("2017-05-04")),
        soort: "so".to_owned(),
        categorie: Some("1".to_owned()),
        van: day(van),
        tot_en_met: day(tot_en_met),
        status: status.to_owned(),
    }
}

/// A letter of [`school`] that waits in the list of [`lezer`], by its number and its date.
pub fn post(brief: u64, datum: &str) -> PostRij {
    PostRij {
        lezer: lezer(),
        van: day("2026-01-12"),
        tot: None,
        brief,
        soort: "weigering".to_owned(),
        zaak: "aanmelding-1".to_owned(),
        datum: day(datum),
        dag: Some(day(datum)),
        aan: "M. Zonnedauw, F. Zonnedauw".to_owned(),
        zonder_adres: "F. Zonnedauw".to_owned(),
        vierkantjes: String::new(),
        organisaties: String::new(),
        stand: "te_verzenden".to_owned(),
        stap: None,
        stap_nr: None,
        stap_op: None,
        door: None,
        gesloten_op: None,
    }
}

/// The list rows of a file that [`lezer`] sees since 12 January 2026.
pub fn projection(row: DossierRij) -> Projection {
    Projection {
        zoeksleutels: base::naam::keys(&row.weergavenaam),
        zoekers: vec![lezer()],
        gezien: vec![GezienRij { groep: row.groep.clone(), ..gezien(&lezer(), "2026-01-12") }],
        dossier: Some(row),
        ..Projection::default()
    }
}

/// The first append of a file with its list rows.
pub fn first(projection: Projection) -> Append {
    let row = projection.dossier.clone().unwrap();
    let mut append = Append::new(StreamId::dossier(&row.dossier), 0, row.gewijzigd_op, vec![event("{}")]);
    append.projection = Some(projection);
    append
}

/// An account.
pub fn account(id: &str) -> Account {
    Account {
        id: persoon(id),
        naam: format!("M. {id}"),
        e_mail: format!("{id}@school.example"),
        wachtwoord: None,
        aangemaakt_op: at(0),
        geblokkeerd_op: None,
        taal: None,
    }
}

/// A line of the log of acts.
pub fn handeling(what: &str, onderwerp: &str) -> Handeling {
    Handeling {
        at: at(1),
        door: Some(actor()),
        organisatie: Some(school()),
        handeling: what.to_owned(),
        onderwerp: onderwerp.to_owned(),
        toelichting: String::new(),
    }
}
