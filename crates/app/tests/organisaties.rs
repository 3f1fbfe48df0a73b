//! Organisations, schools, postcodes and policy, on a real store.

#[path = "accounts/hulp.rs"]
mod hulp;

use std::sync::Arc;

use app::dossiers::Uitvoering;
use app::organisaties::{Afgeleid, NieuwBeleid, NieuweOrganisatie, ScholenVraag};
use app::{App, AppError, Letters, Moment};
use base::{OrganisatieId, SwvCode};
use demo::dossiers::Verhaallijn;
use dossier::verwijdering::opdracht::NeemVerwijderingVoor;
use dossier::{Actor, Rol};
use hulp::{moment, open, refused, school};
use storage::{Digest, Idempotency, Page};
use testkit::TestApp;
use verband::{Beleid, ExtraVraag, TlvSoort};

fn monday() -> Moment {
    moment("2026-11-23T09:00:00Z")
}

fn other(id: &str, naam: &str) -> NieuweOrganisatie {
    NieuweOrganisatie::Andere { id: id.parse().unwrap(), naam: naam.to_owned() }
}

async fn naam(app: &App, id: &str) -> String {
    app.organisatie_naam(&id.parse().unwrap(), monday().vandaag).await.unwrap()
}

#[tokio::test]
async fn a_name_that_nobody_entered_is_never_made_up() {
    let (app, _place) = open().await;
    let entered = [school("99ZZ00", "De IJsvogel"), other("steunpunt/almere", "Steunpunt Vogelwijk")];
    app.make_organisaties(&entered, monday()).await.unwrap();
    assert_eq!(naam(&app, "school/99ZZ00").await, "De IJsvogel");
    assert_eq!(naam(&app, "steunpunt/almere").await, "Steunpunt Vogelwijk");
    assert_eq!(naam(&app, "swv/PO9901").await, "PO9901");
    assert_eq!(naam(&app, "bestuur/40631").await, "bevoegd gezag 40631");
    assert_eq!(naam(&app, "gemeente/0034").await, "gemeente 0034");
    assert_eq!(naam(&app, "school/88YY00").await, "88YY00");
    assert_eq!(naam(&app, "gezin/2026-000001").await, "ouders en leerling");
}

#[tokio::test]
async fn a_name_is_the_one_of_the_day() {
    let (app, _place) = open().await;
    let tuesday = moment("2026-11-24T09:00:00Z");
    app.make_organisaties(&[other("swv/PO9901", "Vogelverband")], monday()).await.unwrap();
    assert_eq!(naam(&app, "swv/PO9901").await, "Vogelverband", "looked up, and forgotten by what follows");
    app.make_organisaties(&[other("swv/PO9901", "Verband der Vogels")], tuesday).await.unwrap();
    let id: OrganisatieId = "swv/PO9901".parse().unwrap();
    for (day, expected) in [
        ("2020-01-01", "Vogelverband"),
        ("2026-11-23", "Vogelverband"),
        ("2026-11-24", "Verband der Vogels"),
        ("2030-01-01", "Verband der Vogels"),
    ] {
        assert_eq!(app.organisatie_naam(&id, day.parse().unwrap()).await.unwrap(), expected, "{day}");
    }
}

#[tokio::test]
async fn what_is_no_organisation_is_refused_at_its_field() {
    let (app, _place) = open().await;
    for (veld, wrong) in [
        ("soort", other("gezin/2026-000001", "Zonnevis")),
        ("soort", other("beheer/ons", "Wij")),
        ("soort", other("school/99ZZ00", "De IJsvogel")),
        ("code", other("swv/po9901", "Vogelverband")),
        ("code", other("swv/PO99", "Vogelverband")),
        ("code", other("gemeente/34", "Almere")),
        ("naam", other("swv/PO9901", "  ")),
        ("naam", other("swv/PO9901", "a\0b")),
        ("naam", other("swv/PO9901", &"x".repeat(1_000_000))),
        ("naam", school("99ZZ00", "\u{202e}gewoon")),
    ] {
        let refusal =
            refused(app.make_organisaties(&[other("bestuur/40631", "Vleugels"), wrong], monday()).await);
        assert_eq!(refusal.veld, Some(veld), "{refusal:?}");
    }
    let twice = [other("swv/PO9901", "Een"), other("swv/PO9901", "Twee")];
    assert_eq!(refused(app.make_organisaties(&twice, monday()).await).veld, Some("code"));
    assert_eq!(naam(&app, "bestuur/40631").await, "bevoegd gezag 40631", "nothing half done");
}

#[tokio::test]
async fn making_the_same_organisation_again_changes_nothing() {
    let (app, _place) = open().await;
    for _ in 0..2 {
        app.make_organisaties(&[school("99ZZ00", "De IJsvogel")], monday()).await.unwrap();
    }
    let runs = app.import_runs(Page::first(9)).await.unwrap().rows;
    let counts: Vec<_> = runs.iter().map(|run| (run.soort.as_str(), run.nieuw, run.ongewijzigd)).collect();
    assert_eq!(
        counts,
        [("vestiging", 0, 0), ("organisatie", 0, 1), ("vestiging", 1, 0), ("organisatie", 1, 0)]
    );
}

#[tokio::test]
async fn schools_are_found_by_name_place_code_board_and_partnership() {
    let (app, _place) = open().await;
    let all =
        [school("99ZZ00", "De IJsvogel"), school("99ZZ01", "Het Zonnetje"), school("77AA00", "Ümit-College")];
    app.make_organisaties(&all, monday()).await.unwrap();
    let found = async |zoek: &str| {
        let vraag = ScholenVraag { zoek: Some(zoek.to_owned()), ..ScholenVraag::all(Page::first(9)) };
        let rows = app.scholen(&vraag, monday().vandaag).await.unwrap();
        rows.rows.into_iter().map(|kaart| kaart.school.naam).collect::<Vec<_>>()
    };
    assert_eq!(found("ijsv").await, ["De IJsvogel"]);
    assert_eq!(found("umit").await, ["Ümit-College"]);
    assert_eq!(found("vogelwijk zon").await, ["Het Zonnetje"]);
    assert_eq!(found("99zz").await, ["De IJsvogel", "Het Zonnetje"]);
    assert_eq!(found(" ").await.len(), 3);
    for hostile in ["%", "'; DROP TABLE referentie; --", "🦉", &"x".repeat(100_000)] {
        assert!(found(hostile).await.len() <= 3, "{hostile:.20}");
    }
    let of_swv = ScholenVraag {
        swv: Some("PO9901".parse().unwrap()),
        ..ScholenVraag::all(Page { offset: 1, limit: 1 })
    };
    let page = app.scholen(&of_swv, monday().vandaag).await.unwrap();
    assert_eq!((page.rows[0].school.naam.as_str(), page.total), ("Het Zonnetje", 3));
    let of_board = ScholenVraag { bestuur: Some("1".parse().unwrap()), ..ScholenVraag::all(Page::first(9)) };
    assert_eq!(app.scholen(&of_board, monday().vandaag).await.unwrap().total, 0);
}

#[tokio::test]
async fn an_entered_school_has_nothing_worked_out() {
    let (app, _place) = open().await;
    app.make_organisaties(&[school("99ZZ00", "De IJsvogel")], monday()).await.unwrap();
    let kaart = app.schoolkaart(&"99ZZ00".parse().unwrap(), monday().vandaag).await.unwrap().unwrap();
    assert_eq!(kaart.afgeleid, Vec::<Afgeleid>::new());
    assert_eq!(kaart.bronnen, ["ingevoerd"]);
    let NieuweOrganisatie::School(entered) = school("99ZZ00", "De IJsvogel") else { unreachable!() };
    assert_eq!(kaart.school, entered);
    assert_eq!(app.school(&"88YY00".parse().unwrap(), monday().vandaag).await.unwrap(), None);
    let before = app.school(&"99ZZ00".parse().unwrap(), "2015-08-01".parse().unwrap()).await.unwrap();
    assert_eq!(before, Some(entered), "before the first entry the first version stands");
}

#[tokio::test]
async fn an_organisation_is_known_when_it_is_entered_or_named_by_another() {
    let (app, _place) = open().await;
    app.make_organisaties(&[school("99ZZ00", "De IJsvogel"), other("jeugdhulp/nest", "Het Nest")], monday())
        .await
        .unwrap();
    for (id, expected) in [
        ("school/99ZZ00", true),
        ("school/88YY00", false),
        ("bestuur/40631", true),
        ("bestuur/1", false),
        ("swv/PO9901", true),
        ("swv/VO9901", false),
        ("gemeente/0034", true),
        ("gemeente/0035", false),
        ("jeugdhulp/nest", true),
        ("steunpunt/nest", false),
        ("gezin/2026-000001", false),
    ] {
        assert_eq!(app.knows_organisatie(&id.parse().unwrap(), monday()).await.unwrap(), expected, "{id}");
    }
}

fn swv() -> SwvCode {
    "PO9901".parse().unwrap()
}

fn director() -> Actor {
    Actor { persoon: "p-1".parse().unwrap(), rol: Rol::DirecteurSwv, organisatie: swv().organisatie() }
}

fn weeks(weken: Option<u16>, expected: u64) -> NieuwBeleid {
    NieuwBeleid {
        beleid: Beleid { tlv_beslistermijn_weken: weken, ..Beleid::default() },
        waarom: "De ondersteuningsplanraad vroeg erom.".to_owned(),
        expected,
        idempotency: None,
        drafts_done: Vec::new(),
    }
}

#[tokio::test]
async fn policy_is_the_law_until_the_director_adopts_another() {
    let (app, _place) = open().await;
    assert_eq!(app.beleid(&swv()).await.unwrap(), Beleid::default());
    assert_eq!(app.beleid_stand(&swv()).await.unwrap(), 0);
    let stand = app.stel_beleid_vast(&director(), &swv(), weeks(Some(6), 0), monday()).await.unwrap();
    assert_eq!(stand, 1);
    assert_eq!(app.beleid(&swv()).await.unwrap().tlv_beslistermijn_weken, Some(6));
    app.stel_beleid_vast(&director(), &swv(), weeks(None, 1), moment("2026-12-01T09:00:00Z")).await.unwrap();
    let versies = app.beleid_versies(&swv()).await.unwrap();
    let told: Vec<_> =
        versies.iter().map(|v| (v.volgnummer, v.op.to_string(), v.beleid.tlv_beslistermijn_weken)).collect();
    assert_eq!(told, [(2, "2026-12-01".to_owned(), None), (1, "2026-11-23".to_owned(), Some(6))]);
    assert_eq!(versies[0].door.rol, "directeur_swv");
}

#[tokio::test]
async fn what_another_program_adopts_holds_here_at_once() {
    let (app, _place) = open().await;
    let elsewhere = App::new(Arc::clone(&app.storage), Letters::none()).unwrap();
    for (stand, weken) in (0..).zip([Some(6), Some(5), None]) {
        let before = app.beleid(&swv()).await.unwrap();
        assert_eq!(app.beleid(&swv()).await.unwrap(), before, "asked twice in a row");
        elsewhere.stel_beleid_vast(&director(), &swv(), weeks(weken, stand), monday()).await.unwrap();
        assert_eq!(app.beleid(&swv()).await.unwrap().tlv_beslistermijn_weken, weken);
    }
}

#[tokio::test]
async fn policy_never_promises_longer_than_the_law() {
    let (app, _place) = open().await;
    app.stel_beleid_vast(&director(), &swv(), weeks(Some(8), 0), monday()).await.unwrap();
    let longer = refused(app.stel_beleid_vast(&director(), &swv(), weeks(Some(9), 1), monday()).await);
    assert_eq!(
        teksten::Taal::Nl.zeg(&longer.reden),
        "9 weken is langer dan de wettelijke termijn van 8 weken: beleid mag alleen korter beloven"
    );
    let no_reason = NieuwBeleid { waarom: " ".to_owned(), ..weeks(None, 1) };
    assert_eq!(
        refused(app.stel_beleid_vast(&director(), &swv(), no_reason, monday()).await).veld,
        Some("waarom")
    );
    let question = ExtraVraag { id: "swv_zwem".into(), vraag: "a\0b".into(), voor: [TlvSoort::So].into() };
    let hidden = Beleid { extra_vragen: vec![question], ..Beleid::default() };
    let hidden = NieuwBeleid { beleid: hidden, ..weeks(None, 1) };
    assert_eq!(
        refused(app.stel_beleid_vast(&director(), &swv(), hidden, monday()).await).veld,
        Some("extra_vragen")
    );
    assert_eq!(app.beleid_stand(&swv()).await.unwrap(), 1);
}

#[tokio::test]
async fn nobody_else_adopts_policy_and_nobody_overwrites_it_unseen() {
    let (app, _place) = open().await;
    let loket = Actor { rol: Rol::Loket, ..director() };
    let neighbour = Actor { organisatie: "swv/PO9902".parse().unwrap(), ..director() };
    for wrong in [loket, neighbour] {
        let adopted = app.stel_beleid_vast(&wrong, &swv(), weeks(Some(6), 0), monday()).await;
        assert!(matches!(adopted, Err(AppError::Forbidden { .. })));
    }
    app.stel_beleid_vast(&director(), &swv(), weeks(Some(6), 0), monday()).await.unwrap();
    let stale = app.stel_beleid_vast(&director(), &swv(), weeks(Some(4), 0), monday()).await;
    assert!(matches!(stale, Err(AppError::Clash { .. })));
}

#[tokio::test]
async fn a_repeated_request_adopts_once() {
    let (app, _place) = open().await;
    let key =
        Idempotency { owner: "p-1".to_owned(), key: "k".to_owned(), fingerprint: Digest::of(b"request") };
    for _ in 0..2 {
        let nieuw = NieuwBeleid { idempotency: Some(key.clone()), ..weeks(Some(6), 0) };
        assert_eq!(app.stel_beleid_vast(&director(), &swv(), nieuw, monday()).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn an_act_that_begins_a_case_is_decided_by_the_policy_of_the_partnership_of_that_school() {
    let kit = TestApp::sqlite().await;
    let nummer = kit.given(Verhaallijn::Toegelaten).await;
    let dossier = kit.dossier(&nummer).await;
    let enrolled = dossier.inschrijvingen.last().expect("the child is at a school");
    let swv = enrolled.swv.clone().expect("the school has a partnership");
    let directie = kit.as_at(Rol::Directie, &enrolled.vestiging.organisatie());
    let intention = |redenen: &str| NeemVerwijderingVoor {
        vestiging: enrolled.vestiging.clone(),
        sector: base::Sector::Po,
        redenen: redenen.to_owned(),
    };
    let short = "Het is niet veilig in de klas.";
    let open = kit.app.open(&directie, &nummer, kit.moment()).await.unwrap();
    open.proef(intention(short)).await.expect("long enough where nobody asks for more");

    let director = Actor { organisatie: swv.organisatie(), ..director() };
    let expected = kit.app.beleid_stand(&swv).await.unwrap();
    let beleid = Beleid { minste_letters_reden: 60, ..kit.app.beleid(&swv).await.unwrap() };
    let stricter = NieuwBeleid { beleid, ..weeks(None, expected) };
    kit.app.stel_beleid_vast(&director, &swv, stricter, kit.moment()).await.unwrap();

    let open = kit.app.open(&directie, &nummer, kit.moment()).await.unwrap();
    assert_eq!(refused(open.proef(intention(short)).await).veld, Some("redenen"));
    assert_eq!(open.kan(intention(short)).unwrap_err().veld, Some("redenen"));
    assert_eq!(refused(open.doe(intention(short), Uitvoering::default()).await).veld, Some("redenen"));
    let long =
        "Sam gooide drie keer met een stoel naar andere kinderen, en hulp in de klas hielp niet genoeg.";
    open.doe(intention(long), Uitvoering::default()).await.unwrap();
}
