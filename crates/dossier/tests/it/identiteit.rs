//! A request is of one child: the file becomes that of another one by no correction, and a slip is put right with a yes of the
//! partnership that decides.

use dossier::Opdracht;
use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::opdracht::OpenDossier;
use dossier::leven::opdracht::WijzigNaam;
use dossier::tlv::identiteit::{BeoordeelVerbetering, VerbeterKind};

use crate::gegeven::{
    SWV_PO, WATERJUFFER, Zaak, aangevraagd, besluitnemer, d, geadviseerd, ib, loket, maak_bekend,
    open_dossier, swv, trek_in, verleen, verleend,
};

/// The birthday that was typed wrongly: 21 March it should be.
pub(crate) fn verbeter() -> VerbeterKind {
    VerbeterKind {
        aanvraag: 1,
        roepnaam: "Sam".into(),
        voorvoegsel: "de".into(),
        achternaam: "Zonnevis".into(),
        geboortedatum: d("2018-03-21"),
        waarom: "De dag was verkeerd overgenomen; zie het uittreksel.".into(),
    }
}

pub(crate) fn akkoord(akkoord: bool) -> BeoordeelVerbetering {
    let toelichting = if akkoord { "" } else { "Dit is een ander kind." };
    BeoordeelVerbetering { aanvraag: 1, akkoord, toelichting: toelichting.into() }
}

/// Given a request of which the school wants another date of birth.
pub(crate) fn gevraagd() -> Zaak {
    let mut zaak = aangevraagd();
    zaak.als(ib(WATERJUFFER)).doe(verbeter());
    zaak
}

/// Given the same, agreed and put right, and decided on.
pub(crate) fn verbeterd() -> Zaak {
    let mut zaak = geadviseerd();
    let mut other = verbeter();
    other.roepnaam = "Bo".into();
    zaak.als(ib(WATERJUFFER)).doe(other).als(loket(SWV_PO)).doe(akkoord(false));
    zaak.als(ib(WATERJUFFER)).doe(verbeter()).als(loket(SWV_PO)).doe(akkoord(true));
    zaak.als(ib(WATERJUFFER)).doe(verbeter());
    zaak.op("2026-03-30").als(besluitnemer(SWV_PO)).doe(verleen());
    zaak.als(loket(SWV_PO)).doe(maak_bekend(d("2026-03-30")));
    zaak
}

fn opening(right: OpenDossier) -> Corrigeer {
    let nieuw = Some(Box::new(Opdracht::from(right)));
    Corrigeer { volgnummer: 1, waarom: "Verkeerd kind opgeschreven.".into(), nieuw }
}

fn ander_kind() -> OpenDossier {
    OpenDossier { roepnaam: "Zwendel".into(), achternaam: "Kind".into(), ..open_dossier("2018-01-01") }
}

#[test]
fn a_granted_declaration_becomes_that_of_another_child_by_no_act_of_the_school() {
    for given in [aangevraagd(), geadviseerd(), verleend()] {
        let mut zaak = given;
        zaak.als(ib(WATERJUFFER));
        zaak.weigert(opening(ander_kind())).met("kind_van_aanvraag");
        // A day or a letter is as much another child as a name: nobody guesses how far a slip goes.
        zaak.weigert(opening(open_dossier("2018-03-21"))).met("kind_van_aanvraag");
        let renamed = WijzigNaam {
            per: zaak.vandaag,
            roepnaam: "Zwendel".into(),
            voorvoegsel: String::new(),
            achternaam: "Kind".into(),
            geslacht: None,
        };
        zaak.weigert(renamed).met("kind_van_aanvraag");
        // What is no name and no date is put right as before.
        let mut moved = open_dossier("2018-03-12");
        moved.adres.straat = "Regenboogpad 9".into();
        assert!(zaak.vraag(opening(moved)).is_ok());
    }
}

#[test]
fn a_slip_of_today_is_no_way_round_what_was_asked_for() {
    let mut zaak = crate::gegeven::ingeschreven();
    // Put right before the request was sent, and back after it: on one day.
    zaak.als(ib(WATERJUFFER)).doe(opening(ander_kind())).doe(opening(open_dossier("2018-03-12")));
    let mut sent = aangevraagd();
    sent.als(ib(WATERJUFFER));
    assert_eq!(
        sent.aanvraag().is_voor().map(dossier::tlv::identiteit::Identiteit::naam),
        Some("Sam de Zonnevis".into())
    );
    sent.weigert(opening(ander_kind())).met("kind_van_aanvraag");
}

#[test]
fn the_partnership_says_whether_it_is_the_same_child_and_then_the_school_puts_it_right() {
    let mut zaak = gevraagd();
    zaak.dan_is_vastgelegd(&["verbetering_gevraagd"]);
    let turns = zaak.aan_zet();
    assert!(turns.contains(&("verbetering_beoordelen", "loket")), "{turns:?}");
    let why = zaak.dossier.beurten().into_iter().find(|turn| turn.zet.code() == "verbetering_beoordelen");
    let why = crate::gegeven::nl(&why.expect("a turn").grond);
    assert!(why.contains("Sam de Zonnevis") && why.contains("21"), "both are shown: {why}");
    zaak.weigert(verbeter()).met("ligt_al_voor");
    assert_eq!(zaak.dossier.leerling.as_ref().map(|child| child.geboortedatum), Some(d("2018-03-12")));
    zaak.als(loket("PO9904")).weigert(akkoord(true)).met("andere_organisatie");
    zaak.als(loket(SWV_PO)).doe(akkoord(true));
    zaak.weigert(akkoord(true)).met("niets_te_beoordelen");
    let turns = zaak.aan_zet();
    assert!(turns.contains(&("verbetering_doorvoeren", "ib")), "{turns:?}");
    zaak.als(ib(WATERJUFFER)).doe(verbeter());
    zaak.dan_is_vastgelegd(&["gecorrigeerd"]);
    assert_eq!(zaak.dossier.leerling.as_ref().map(|child| child.geboortedatum), Some(d("2018-03-21")));
    let turns = zaak.aan_zet();
    assert!(turns.iter().all(|(turn, _)| !turn.starts_with("verbetering")), "{turns:?}");
    // The day of before is still one of this child: the letter says it.
    assert!(zaak.vraag(opening(open_dossier("2018-03-12"))).is_ok());
}

#[test]
fn what_the_partnership_does_not_recognise_stays_as_it_was_asked() {
    let mut zaak = gevraagd();
    zaak.als(loket(SWV_PO)).weigert(BeoordeelVerbetering { toelichting: String::new(), ..akkoord(false) });
    zaak.doe(akkoord(false)).als(ib(WATERJUFFER));
    zaak.weigert(opening(open_dossier("2018-03-21"))).met("kind_van_aanvraag");
    let turns = zaak.aan_zet();
    assert!(turns.iter().all(|(turn, _)| !turn.starts_with("verbetering")), "{turns:?}");
    // It can be asked again, with what shows it.
    assert!(zaak.vraag(verbeter()).is_ok());
}

#[test]
fn what_was_decided_on_is_kept_beside_what_was_agreed_since() {
    let zaak = verbeterd();
    let request = zaak.aanvraag();
    let born = |kind: Option<&dossier::tlv::identiteit::Identiteit>| kind.map(|kind| kind.geboortedatum);
    assert_eq!(born(request.besloten_over.as_ref()), Some(d("2018-03-21")));
    let mut later = verleend();
    later.als(ib(WATERJUFFER)).doe(verbeter()).als(loket(SWV_PO)).doe(akkoord(true));
    later.als(ib(WATERJUFFER)).doe(verbeter());
    let request = later.aanvraag();
    assert_eq!(born(request.besloten_over.as_ref()), Some(d("2018-03-12")), "what was decided on");
    assert_eq!(born(request.is_voor()), Some(d("2018-03-21")), "what was agreed since");
    let known: Vec<_> = request.namen_van_kind().map(|kind| kind.geboortedatum).collect();
    assert_eq!(known, [d("2018-03-12"), d("2018-03-21")]);
}

#[test]
fn a_partnership_that_reads_the_file_no_more_reads_it_to_answer() {
    let mut zaak = verleend();
    zaak.op("2027-06-01").als(ib(WATERJUFFER)).doe(verbeter());
    let may = |zaak: &Zaak| {
        let (kijker, concerned) = (loket(SWV_PO).into(), zaak.dossier.betrokkenen());
        crate::gegeven::matrix().mag(&kijker, &concerned, "beoordeel_verbetering", zaak.vandaag).toegestaan
    };
    assert!(may(&zaak));
    zaak.als(loket(SWV_PO)).doe(akkoord(true)).op("2027-06-02");
    assert!(!may(&zaak));
    assert_eq!(zaak.aanvraag().swv.uitkomst, swv(SWV_PO));
}

#[test]
fn after_a_declaration_was_withdrawn_the_file_is_put_right_as_any_other() {
    let mut zaak = verleend();
    let today = zaak.vandaag.to_string();
    zaak.als(besluitnemer(SWV_PO)).doe(trek_in(&today, &today));
    zaak.als(ib(WATERJUFFER));
    assert!(zaak.vraag(opening(open_dossier("2018-03-21"))).is_ok());
    zaak.weigert(verbeter()).met("loopt_niet");
}
