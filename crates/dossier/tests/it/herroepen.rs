//! A decision that is revoked (WPO 63(3), WEC 61(3), WVO 2020 8.8(6), 8.15(8), Awb 7:11(2)): a removal, a suspension, a refusal.

use base::{Date, Sector};
use dossier::aanmelding::herroepen::HerroepWeigering;
use dossier::aanmelding::opdracht::{MeldAan, OntvangInformatie, PlaatsTijdelijk};
use dossier::algemeen::feiten::BriefVastgelegd;
use dossier::algemeen::herroeping::{Besluitsoort, BestredenBesluit, Herroeping};
use dossier::algemeen::post::VerwerkPost;
use dossier::beurt::Onderwerp;
use dossier::leven::opdracht::SchrijfUit;
use dossier::soort::{Herroepgrond, Poststand, Poststap, Schoolsoort, Uitschrijfreden};
use dossier::staat::{AanmeldingFase, VerwijderingFase};
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::herroepen::{HerroepSchorsing, HerroepVerwijdering};
use dossier::verwijdering::opdracht::{BeeindigSchorsing, MeldAanInspectie, Verwijder};

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, WINDVEER, Zaak, aanbod, aangemeld, behoefte, behoefte_vastgesteld, d, directie,
    horen, ib, ingeschreven, kind, meld_aan, schors, schrijf_in, uitzondering, vestiging, vind_school,
    voornemen, vraag_informatie, weiger, wet,
};
use crate::verwijdering::{ben_w, elders, verwijder, verwijderd};

/// After an objection, of which who objected was heard on this day.
fn op_bezwaar(op: Date) -> Herroeping {
    Herroeping {
        aanleiding: Herroepgrond::Bezwaar,
        gehoord_op: Some(op),
        reden: "De andere school kon de plek toch niet geven.".into(),
    }
}

fn zelf() -> Herroeping {
    Herroeping { aanleiding: Herroepgrond::EigenBeweging, gehoord_op: None, ..op_bezwaar(d("2026-03-02")) }
}

pub(crate) fn verwijdering(nr: u32, op: Date) -> HerroepVerwijdering {
    HerroepVerwijdering { verwijdering: nr, herroeping: op_bezwaar(op), terug_op: None, openbaar: false }
}

pub(crate) fn schorsing(nr: u32, op: Date) -> HerroepSchorsing {
    HerroepSchorsing { schorsing: nr, herroeping: op_bezwaar(op), openbaar: false }
}

pub(crate) fn weigering(nr: u32, op: Date) -> HerroepWeigering {
    HerroepWeigering { aanmelding: nr, herroeping: op_bezwaar(op) }
}

/// A removal revoked for this reason.
pub(crate) fn met_reden(reden: &str) -> HerroepVerwijdering {
    let herroeping = Herroeping { reden: reden.to_owned(), ..zelf() };
    HerroepVerwijdering { verwijdering: 1, herroeping, terug_op: None, openbaar: false }
}

/// The same of a suspension.
pub(crate) fn schorsing_met_reden(reden: &str) -> HerroepSchorsing {
    HerroepSchorsing { schorsing: 1, herroeping: met_reden(reden).herroeping, openbaar: false }
}

/// Given a pupil who left after a removal on 16 March, which was reported.
fn weg() -> Zaak {
    let mut zaak = verwijderd();
    zaak.doe(ben_w()).op("2026-04-10");
    zaak
}

/// A story: a removal that was reported is revoked after an objection.
pub(crate) fn terug_op_school() -> Zaak {
    let mut zaak = weg();
    zaak.doe(verwijdering(1, d("2026-04-09")));
    zaak
}

/// A story: a suspension and a refusal are revoked.
pub(crate) fn alles_herroepen() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po"))).op("2026-03-16");
    zaak.doe(weigering(1, d("2026-03-12"))).doe(crate::gegeven::laat_toe("2026-03-23"));
    zaak.op("2026-04-01").als(directie(WATERJUFFER)).doe(schors("2026-04-01", "2026-04-03"));
    zaak.doe(MeldAanInspectie { over: InspectieMelding::Schorsing(1) });
    zaak.op("2026-04-02").doe(HerroepSchorsing { schorsing: 1, herroeping: zelf(), openbaar: false });
    zaak
}

/// From each phase that a refusal can leave, and before a removal was reported.
pub(crate) fn zijwegen() -> Vec<Zaak> {
    let refuse = |mut zaak: Zaak| {
        zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
        let op = zaak.vandaag;
        zaak.doe(weigering(1, op));
        zaak
    };
    let mut waiting = aangemeld();
    waiting.doe(vraag_informatie("2026-03-16")).op("2026-03-17");
    let mut offered = behoefte_vastgesteld();
    offered.doe(aanbod("2026-08-01"));
    let mut early = verwijderd();
    early.doe(met_reden("Er is een andere oplossing."));
    vec![refuse(aangemeld()), refuse(waiting), refuse(offered), early]
}

#[test]
fn after_a_revoked_removal_the_pupil_was_enrolled_all_the_time() {
    let mut zaak = weg();
    assert!(zaak.dossier.inschrijving_op(d("2026-04-10")).is_none());
    let unheard = HerroepVerwijdering {
        herroeping: Herroeping { gehoord_op: None, ..op_bezwaar(d("2026-04-09")) },
        ..verwijdering(1, d("2026-04-09"))
    };
    zaak.weigert(unheard.clone()).veld("gehoord_op").op_grond_van("art. 63 lid 3 WPO");
    zaak.weigert(verwijdering(1, d("2026-03-01"))).veld("gehoord_op");
    zaak.weigert(met_reden(" ")).veld("reden");
    // At a public school for primary education the Awb lets the board do without, where it gives all that was asked (7:3 under e).
    assert!(zaak.vraag(HerroepVerwijdering { openbaar: true, ..unheard }).is_ok());
    for (wrong, day) in [("terug_op", "2026-04-09"), ("terug_op", "2026-04-25")] {
        zaak.weigert(HerroepVerwijdering { terug_op: Some(d(day)), ..verwijdering(1, d("2026-04-09")) })
            .veld(wrong);
    }
    zaak.doe(verwijdering(1, d("2026-04-09")))
        .dan_is_vastgelegd(&["verwijdering_herroepen", "inschrijving_hersteld"]);
    assert_eq!(zaak.brieven_gevraagd(), ["verwijdering_herroepen"]);
    let here = &zaak.dossier.inschrijvingen[0];
    assert_eq!((here.tot, here.uitgeschreven), (None, false));
    for day in ["2026-03-15", "2026-03-16", "2026-04-10"] {
        assert!(zaak.dossier.inschrijving_op(d(day)).is_some(), "{day}");
    }
    let removal = &zaak.dossier.verwijderingen[0];
    assert_eq!((removal.fase(), removal.verwijderd()), (VerwijderingFase::Herroepen, None));
    let revoked = removal.herroepen.as_ref().expect("revoked");
    // The tenth of April is a Friday.
    assert_eq!((revoked.terug_op, revoked.elders_sinds), (Some(d("2026-04-13")), None));
    assert!(zaak.aan_zet().is_empty(), "nobody looks for another school any more: {:?}", zaak.aan_zet());
    zaak.weigert(verwijdering(1, d("2026-04-09"))).met("al_herroepen");
    zaak.weigert(ben_w()).met("niet_verwijderd");
    // A pupil as before: who wants to remove it begins anew.
    zaak.doe(voornemen(WATERJUFFER, Sector::Po));
}

#[test]
fn a_removal_that_has_not_taken_effect_is_revoked_and_the_pupil_stays() {
    let mut zaak = verwijderd();
    zaak.weigert(verwijdering(2, d("2026-03-09"))).veld("verwijdering");
    zaak.doe(met_reden("Er is een andere oplossing."));
    let revoked = zaak.dossier.verwijderingen[0].herroepen.as_ref().expect("revoked");
    assert_eq!(revoked.terug_op, None, "it never left");
    assert!(zaak.dossier.inschrijving_op(d("2026-03-16")).is_some());
    let mut intended = ingeschreven();
    intended.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    intended.weigert(met_reden("Er is een andere oplossing.")).met("niet_verwijderd");
}

#[test]
fn a_pupil_who_is_at_another_school_by_then_was_enrolled_until_its_first_day_there() {
    let mut known = weg();
    known.op("2026-03-30").als(ib(IJSVOGEL)).doe(schrijf_in(
        IJSVOGEL,
        Schoolsoort::Basisschool,
        "2026-03-23",
    ));
    known.als(directie(WATERJUFFER)).op("2026-04-10").doe(verwijdering(1, d("2026-04-09")));
    let at = |zaak: &Zaak, day: &str| zaak.dossier.inschrijving_op(d(day)).map(|i| i.vestiging.to_string());
    assert_eq!(at(&known, "2026-03-22").as_deref(), Some(WATERJUFFER));
    assert_eq!(at(&known, "2026-03-23").as_deref(), Some(IJSVOGEL));
    assert_eq!(known.dossier.verwijderingen[0].herroepen.as_ref().expect("revoked").terug_op, None);
    // By what its school found out.
    let mut told = weg();
    told.doe(elders("2026-03-23")).doe(verwijdering(1, d("2026-04-09")));
    assert_eq!(told.dossier.inschrijvingen[0].tot, Some(d("2026-03-23")));
    // At once: there is no gap to close.
    let mut at_once = weg();
    at_once.doe(elders("2026-03-16")).doe(verwijdering(1, d("2026-04-09")));
    assert_eq!(at_once.nieuw.len(), 1);
    assert_eq!(at_once.dossier.inschrijvingen[0].tot, Some(d("2026-03-16")));
}

#[test]
fn a_pupil_whose_suspension_runs_is_back_after_it() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po)).doe(horen("2026-03-02"));
    zaak.doe(vind_school("De IJsvogel")).op("2026-03-09");
    zaak.doe(schors("2026-03-13", "2026-03-18")).doe(verwijder("2026-03-16")).op("2026-03-16");
    zaak.doe(met_reden("Er is een andere oplossing."));
    let revoked = zaak.dossier.verwijderingen[0].herroepen.as_ref().expect("revoked");
    assert_eq!(revoked.terug_op, Some(d("2026-03-19")));
}

#[test]
fn a_pupil_who_left_by_itself_before_the_day_of_the_removal_does_not_come_back_by_a_revocation() {
    // Given a removal as of 16 March, and a deregistration for a life abroad as of 11 March.
    let mut zaak = verwijderd();
    let abroad = SchrijfUit {
        grond: Uitschrijfreden::Buitenland,
        blijkt: "De ouders schreven het.".into(),
        ..crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-03-11"))
    };
    zaak.doe(ben_w()).doe(abroad).op("2026-04-10");
    assert_eq!(zaak.dossier.vertrok_eerder(&zaak.dossier.verwijderingen[0]), Some(d("2026-03-11")));
    zaak.doe(HerroepVerwijdering { terug_op: Some(d("2026-04-13")), ..verwijdering(1, d("2026-04-09")) })
        .dan_is_vastgelegd(&["verwijdering_herroepen"]);
    let revoked = zaak.dossier.verwijderingen[0].herroepen.as_ref().expect("revoked");
    assert_eq!((revoked.terug_op, revoked.elders_sinds), (None, None));
    assert_eq!(zaak.dossier.inschrijvingen[0].tot, Some(d("2026-03-11")));
    // Whoever was there until that day did not leave before it.
    let stayed = weg();
    assert_eq!(stayed.dossier.vertrok_eerder(&stayed.dossier.verwijderingen[0]), None);
}

#[test]
fn a_suspension_that_is_revoked_counts_no_more_and_the_pupil_is_back_the_next_school_day() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-06")).op("2026-03-03");
    zaak.doe(schorsing(1, d("2026-03-03"))).dan_is_vastgelegd(&["schorsing_herroepen"]);
    let revoked = &zaak.dossier.schorsingen[0];
    assert_eq!((revoked.laatste_dag(), revoked.melding_nodig()), (None, false));
    assert_eq!(revoked.herroepen.as_ref().and_then(|one| one.terug_op), Some(d("2026-03-04")));
    zaak.weigert(schorsing(1, d("2026-03-03"))).met("al_herroepen");
    assert!(zaak.aan_zet().is_empty(), "the Inspectie is told of nothing: {:?}", zaak.aan_zet());
    // Those days are free again, and make no longer row.
    zaak.doe(schors("2026-03-03", "2026-03-09"));
    // Long over, after an objection.
    zaak.op("2026-04-10").doe(schorsing(2, d("2026-04-09")));
    assert_eq!(zaak.dossier.schorsingen[1].herroepen.as_ref().and_then(|one| one.terug_op), None);
}

#[test]
fn after_a_revoked_refusal_the_registration_is_open_with_the_terms_that_ran() {
    let mut zaak = behoefte_vastgesteld();
    let (before, turns) = (zaak.aanmelding().termijn.clone(), zaak.aan_zet());
    zaak.weigert(weigering(1, d("2026-03-02"))).met("niet_geweigerd");
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::Geweigerd);
    let unheard = HerroepWeigering {
        aanmelding: 1,
        herroeping: Herroeping { gehoord_op: None, ..op_bezwaar(d("2026-03-02")) },
    };
    zaak.weigert(unheard).veld("gehoord_op").op_grond_van("art. 63 lid 3 WPO");
    zaak.doe(HerroepWeigering { aanmelding: 1, herroeping: zelf() })
        .dan_is_vastgelegd(&["weigering_herroepen"]);
    assert_eq!(zaak.brieven_gevraagd(), ["weigering_herroepen"]);
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::BehoefteVastgesteld);
    assert_eq!((&zaak.aanmelding().termijn, zaak.aan_zet()), (&before, turns));
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    // Who registered anew is decided on there.
    zaak.doe(meld_aan());
    zaak.weigert(weigering(1, d("2026-03-02"))).met("nieuwe_aanmelding");
}

#[test]
fn a_temporary_place_that_ended_by_a_refusal_goes_on_when_that_is_revoked() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-12").doe(PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: String::new(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    zaak.op("2026-06-01").doe(weiger(uitzondering("geen_plaatsruimte_po")));
    assert!(zaak.dossier.inschrijving_op(d("2026-06-02")).is_none());
    let mut elsewhere = zaak.clone();
    zaak.op("2026-06-10").doe(weigering(1, d("2026-06-09")));
    assert!(zaak.dossier.inschrijving_op(d("2026-06-02")).is_some());
    let place = zaak.aanmelding().tijdelijke_plaatsing.as_ref().expect("a place");
    assert_eq!(place.tot, None);
    elsewhere.op("2026-06-03").als(ib(IJSVOGEL)).doe(schrijf_in(
        IJSVOGEL,
        Schoolsoort::Basisschool,
        "2026-06-03",
    ));
    elsewhere.als(ib(WATERJUFFER)).op("2026-06-10").doe(weigering(1, d("2026-06-09")));
    assert_eq!(elsewhere.nieuw.len(), 1, "it is at another school since");
}

#[test]
fn in_secondary_education_whoever_objects_is_heard_at_a_public_school_too() {
    let mut zaak = kind("2012-03-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(directie(WINDVEER));
    zaak.doe(voornemen(WINDVEER, Sector::Vo)).doe(horen("2026-03-02")).doe(vind_school("De Regenwulp"));
    zaak.doe(dossier::verwijdering::opdracht::RaadpleegInspectie {
        verwijdering: 1,
        op: d("2026-03-02"),
        uitkomst: "Geen bezwaar.".into(),
    });
    zaak.op("2026-03-09").doe(Verwijder { openbaar: true, ..verwijder("2026-03-16") });
    let unheard = HerroepVerwijdering {
        verwijdering: 1,
        herroeping: Herroeping { gehoord_op: None, ..op_bezwaar(d("2026-03-09")) },
        terug_op: None,
        openbaar: true,
    };
    zaak.weigert(unheard).veld("gehoord_op").op_grond_van("art. 8.15 lid 8 WVO 2020");
    let other = || vestiging(IJSVOGEL);
    assert!(zaak.dossier.inschrijvingen.iter().all(|place| place.vestiging != other()));
}

#[test]
fn a_public_school_that_revokes_a_refusal_hears_first_by_the_awb() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(MeldAan { openbaar: true, ..meld_aan() }).doe(behoefte(true));
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    let unheard = Herroeping { gehoord_op: None, ..op_bezwaar(d("2026-03-02")) };
    // It gives back the registration, and not what was asked.
    zaak.weigert(HerroepWeigering { aanmelding: 1, herroeping: unheard })
        .veld("gehoord_op")
        .op_grond_van("art. 7:2 lid 1 Awb");
    zaak.doe(weigering(1, d("2026-03-02")));
}

#[test]
fn of_every_decision_at_every_kind_of_school_the_corpus_says_who_is_heard_or_that_nobody_need_be() {
    let on = d("2026-03-02");
    let mut told = Vec::new();
    for soort in [Besluitsoort::Weigering, Besluitsoort::Verwijdering, Besluitsoort::Schorsing] {
        for openbaar in [false, true] {
            for sector in [Sector::Po, Sector::So, Sector::Vo] {
                let besluit = BestredenBesluit { soort, sector, openbaar };
                let place = |row: &recht::Bepaling| row.bron.vindplaats.to_string();
                let must = besluit.horen(wet(), on).map(place);
                let without = besluit.zonder_horen(wet(), on).map(|row| format!("zonder: {}", place(row)));
                assert!(must.is_none() || without.is_none(), "{besluit:?}");
                // No act on education knows an objection to a suspension.
                let none =
                    || (soort == Besluitsoort::Schorsing && !openbaar).then(|| "geen bezwaar".to_owned());
                let said = must.or(without).or_else(none).unwrap_or_else(|| panic!("{besluit:?}"));
                assert_eq!(besluit.op_bezwaar(wet(), on).is_empty(), said == "geen bezwaar", "{besluit:?}");
                told.push(said);
            }
        }
    }
    let expected = [
        ["art. 63 lid 3 WPO", "art. 61 lid 3 WEC", "art. 8.8 lid 6 WVO 2020"],
        ["art. 7:2 lid 1 Awb", "art. 7:2 lid 1 Awb", "art. 8.8 lid 6 WVO 2020"],
        ["art. 63 lid 3 WPO", "art. 61 lid 3 WEC", "art. 8.15 lid 8 WVO 2020"],
        ["zonder: art. 7:3 Awb", "zonder: art. 7:3 Awb", "art. 8.15 lid 8 WVO 2020"],
        ["geen bezwaar"; 3],
        ["zonder: art. 7:3 Awb"; 3],
    ];
    assert_eq!(told, expected.concat());
}

#[test]
fn what_was_asked_before_a_refusal_is_asked_again_once_it_is_revoked() {
    let mut zaak = aangemeld();
    zaak.doe(vraag_informatie("2026-03-16")).op("2026-03-17");
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po"))).doe(weigering(1, d("2026-03-17")));
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::WachtOpInformatie);
    zaak.doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-17"),
        compleet: false,
        nog_nodig: String::new(),
    });
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::Ontvangen);
}

/// Writes a letter of this kind about this case; its number.
fn brief(zaak: &mut Zaak, soort: &str, over: Onderwerp) -> u64 {
    let letter = BriefVastgelegd {
        soort: soort.into(),
        betreft: over.into(),
        deel: over.deel(),
        ..crate::leven::brief()
    };
    zaak.feit(letter);
    zaak.dossier.versie
}

fn stand(zaak: &Zaak, nr: u64) -> Poststand {
    zaak.dossier.poststand(zaak.dossier.brief(nr).expect("a letter"))
}

#[test]
fn what_a_revoked_refusal_brought_lies_there_to_be_sent_no_more() {
    let about = Onderwerp::Aanmelding(1);
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-12").doe(PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: String::new(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    let placed = brief(&mut zaak, "tijdelijke_plaatsing", about);
    zaak.op("2026-06-01").doe(weiger(uitzondering("geen_plaatsruimte_po")));
    let ended = brief(&mut zaak, "einde_tijdelijke_plaatsing", about);
    assert_eq!(stand(&zaak, ended), Poststand::TeVerzenden);
    zaak.op("2026-06-10").doe(weigering(1, d("2026-06-09")));
    assert_eq!(stand(&zaak, ended), Poststand::Vervallen, "the place goes on");
    assert_eq!(stand(&zaak, placed), Poststand::TeVerzenden, "it was no letter of the refusal");
    // Refused again: the letter of that goes.
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    let again = brief(&mut zaak, "einde_tijdelijke_plaatsing", about);
    assert_eq!((stand(&zaak, ended), stand(&zaak, again)), (Poststand::Vervallen, Poststand::TeVerzenden));
}

#[test]
fn a_refusal_that_is_revoked_on_its_day_is_told_where_its_letter_left_and_nowhere_else() {
    let about = Onderwerp::Aanmelding(1);
    for left in [false, true] {
        let mut zaak = behoefte_vastgesteld();
        zaak.op("2026-06-01").doe(weiger(uitzondering("geen_plaatsruimte_po")));
        let refused = brief(&mut zaak, "weigering", about);
        if left {
            zaak.doe(VerwerkPost { volgnummer: refused, stap: Poststap::Post, op: d("2026-06-01") });
        }
        zaak.doe(HerroepWeigering { aanmelding: 1, herroeping: zelf() });
        let told = brief(&mut zaak, "besluit_herroepen", about);
        let expected = if left { Poststand::TeVerzenden } else { Poststand::Vervallen };
        assert_eq!(stand(&zaak, told), expected, "it left: {left}");
    }
}

#[test]
fn a_report_of_what_was_revoked_lapses_where_it_did_not_leave() {
    let mut removed = verwijderd();
    removed.doe(ben_w());
    let over = Onderwerp::Verwijdering(1);
    let reports = ["melding_verwijdering", "melding_inspectie"];
    let reports = reports.map(|soort| brief(&mut removed, soort, over));
    assert_eq!(reports.map(|nr| stand(&removed, nr)), [Poststand::TeVerzenden; 2]);
    removed.doe(met_reden("Er is een andere oplossing."));
    assert_eq!(reports.map(|nr| stand(&removed, nr)), [Poststand::Vervallen; 2]);

    let over = Onderwerp::Schorsing(1);
    let suspended = || {
        let mut zaak = ingeschreven();
        zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-03", "2026-03-06"));
        zaak.doe(MeldAanInspectie { over: InspectieMelding::Schorsing(1) });
        let report = brief(&mut zaak, "melding_inspectie", over);
        (zaak, report)
    };
    let (mut revoked, report) = suspended();
    assert_eq!(stand(&revoked, report), Poststand::TeVerzenden);
    revoked.doe(schorsing_met_reden("De feiten waren anders."));
    assert_eq!(stand(&revoked, report), Poststand::Vervallen);
    // One that was ended before its first day never was; one that ended sooner is reported.
    for (terug_op, expected) in [("2026-03-03", Poststand::Vervallen), ("2026-03-05", Poststand::TeVerzenden)]
    {
        let (mut zaak, report) = suspended();
        let reden = "Wij hebben gepraat met de ouders.".into();
        zaak.doe(BeeindigSchorsing { schorsing: 1, terug_op: d(terug_op), reden });
        assert_eq!(stand(&zaak, report), expected, "{terug_op}");
    }
}
