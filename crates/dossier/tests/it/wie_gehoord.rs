//! P1b: who has to be heard on the day on which a removal is decided: the pupil as the parents, and each by the same rules.

use base::Sector;
use dossier::algemeen::correctie::Corrigeer;
use dossier::beurt::Onderwerp;
use dossier::leven::leerling::LEERLING;
use dossier::leven::opdracht::{NodigOuderUit, SluitOuderAan};
use dossier::leven::woorden::LaatWeten;
use dossier::soort::Schoolsoort;
use dossier::verwijdering::opdracht::{HoorOudersEnLeraar, RaadpleegInspectie};
use dossier::{Actor, Rol};

use crate::gegeven::{
    LIBEL, WATERJUFFER, WINDVEER, Zaak, actor, d, directie, horen, ib, ingeschreven, kind, nl,
    ouder_met_gezag, persoon, schrijf_in, vind_school, voornemen,
};
use crate::verwijdering::{verwijder, voorgenomen};
use crate::verwijdering_gesprek::verzet;
use crate::woorden_gezin::{gezien, laat_weten};

/// Given a pupil of the secondary school Het Windveer who was born on this day, and whom the board wants to remove: the letters invite for 9
/// March.
fn in_het_vo(geboren: &str) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2020-08-01"));
    zaak.als(directie(WINDVEER)).doe(voornemen(WINDVEER, Sector::Vo));
    zaak
}

/// The talk was on this day, without the pupil.
fn zonder_leerling(op: &str) -> HoorOudersEnLeraar {
    HoorOudersEnLeraar { leerling_kwam: false, leerling: String::new(), leraar: String::new(), ..horen(op) }
}

fn sam() -> Actor {
    actor("p-sam", Rol::Leerling, "gezin/2026-000017")
}

fn kan_beslissen(zaak: &Zaak) -> bool {
    zaak.aan_zet().iter().any(|(zet, _)| *zet == "verwijdering_beslissen")
}

#[test]
fn a_pupil_who_is_heard_beside_the_parents_has_the_day_of_the_invitation_to_its_end() {
    let mut zaak = in_het_vo("2012-03-12");
    // The parents alone are not all, before the day for which all were invited.
    zaak.weigert(zonder_leerling("2026-03-02"))
        .veld("leerling_kwam")
        .op_grond_van("art. 8.15 lid 3 WVO 2020");
    let consulted = RaadpleegInspectie { verwijdering: 1, op: d("2026-03-09"), uitkomst: "Geen.".into() };
    zaak.op("2026-03-09").doe(vind_school("De IJsvogel")).doe(consulted);
    let mut heard = zaak.clone();
    heard.doe(horen("2026-03-09"));
    assert!(kan_beslissen(&heard), "everybody was heard: {:?}", heard.aan_zet());
    heard.doe(verwijder("2026-03-16"));
    // On that day the parents came, and the pupil can still come or write.
    zaak.doe(zonder_leerling("2026-03-09"));
    assert!(!kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    zaak.weigert(verwijder("2026-03-16")).met("gesprek_komt_nog").op_grond_van("art. 8.15 lid 3 WVO 2020");
    zaak.op("2026-03-10");
    assert!(kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    zaak.doe(verwijder("2026-03-16"));
}

#[test]
fn a_pupil_of_age_has_the_day_of_the_invitation_to_its_end() {
    let alone =
        |op: &str| HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..zonder_leerling(op) };
    let mut zaak = in_het_vo("2008-01-12");
    for (day, op) in [("2026-03-02", "2026-03-02"), ("2026-03-09", "2026-03-09")] {
        zaak.op(day).weigert(alone(op)).veld("leerling_kwam").op_grond_van("art. 8.15 lid 3 WVO 2020");
        assert!(zaak.aan_zet().contains(&("gesprek_voeren", "leerling")), "{:?}", zaak.aan_zet());
    }
    // Who comes is heard at once.
    let mut heard = zaak.clone();
    heard.doe(HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen("2026-03-09") });
    heard.doe(verwijder("2026-03-16"));
    zaak.op("2026-03-10").doe(alone("2026-03-09"));
    assert_eq!(nl(&zaak.nieuw[0].zin()), "Leerling kwam niet naar het gesprek over verwijdering");
    assert!(zaak.dossier.verwijderingen[0].niemand_kwam());
    assert!(kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    zaak.doe(verwijder("2026-03-16"));
}

#[test]
fn who_came_needs_words_and_who_did_not_come_needs_none() {
    let zaak = in_het_vo("2012-03-12");
    zaak.weigert(HoorOudersEnLeraar { leerling_kwam: true, ..zonder_leerling("2026-03-02") })
        .veld("leerling");
    // Of a pupil that no law hears nobody is asked whether it came.
    let mut primary = crate::verwijdering::voorgenomen();
    primary.doe(HoorOudersEnLeraar { leerling_kwam: false, leerling: String::new(), ..horen("2026-03-02") });
    assert_eq!(primary.dossier.verwijderingen[0].gesprekken[0].leerling_kwam, None);
}

/// Given a pupil of special education who comes of age on this day: its parents were heard, and it was not.
fn wordt_achttien(geboren: &str) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::Vso, "2020-08-01")).als(directie(LIBEL));
    zaak.doe(voornemen(LIBEL, Sector::So));
    zaak.doe(HoorOudersEnLeraar { leerling: String::new(), ..horen("2026-03-02") });
    zaak.doe(vind_school("De IJsvogel"));
    zaak
}

#[test]
fn who_comes_of_age_between_the_talk_and_the_decision_is_heard_first() {
    let mut zaak = wordt_achttien("2008-03-06");
    zaak.op("2026-03-10");
    assert!(!kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    assert!(zaak.aan_zet().contains(&("ouders_en_leraar_horen", "directie")), "{:?}", zaak.aan_zet());
    let refused = zaak.weigert(verwijder("2026-03-16")).met("leerling_niet_gehoord");
    let place = refused.op_grond_van("art. 40 lid 18 WEC").0.vindplaats.expect("an article");
    assert_eq!(place.zekerheid, base::Zekerheid::Kennis, "the paragraph names the parents alone");
    // That the pupil did not come says nothing: no letter invited.
    let mut absent = zaak.clone();
    let nobody =
        HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..zonder_leerling("2026-03-10") };
    absent.doe(nobody.clone()).weigert(verwijder("2026-03-16")).met("leerling_niet_gehoord");
    // The letter that the talk is on another day invites.
    absent.doe(verzet("2026-03-17")).op("2026-03-18");
    absent.doe(HoorOudersEnLeraar { op: d("2026-03-17"), ..nobody });
    assert!(kan_beslissen(&absent), "{:?}", absent.aan_zet());
    absent.doe(verwijder("2026-03-30"));
    zaak.doe(HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen("2026-03-10") });
    assert!(kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    zaak.doe(verwijder("2026-03-16"));
}

#[test]
fn until_a_pupil_comes_of_age_the_board_decides_on_what_the_parents_said() {
    let mut zaak = wordt_achttien("2008-03-20");
    zaak.op("2026-03-19");
    assert!(kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    assert!(zaak.vraag(verwijder("2026-03-30")).is_ok());
    zaak.op("2026-03-20");
    assert!(!kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    zaak.weigert(verwijder("2026-03-30")).met("leerling_niet_gehoord");
}

#[test]
fn what_a_pupil_of_age_wrote_is_read_before_it_is_decided() {
    let mut zaak = kind("2008-01-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2020-08-01")).als(ib(WINDVEER));
    zaak.doe(NodigOuderUit { persoon: LEERLING, geldig_tot_en_met: d("2026-03-30"), werkt_hier: false });
    zaak.als(sam()).doe(SluitOuderAan { persoon: LEERLING, account: persoon("p-sam") });
    zaak.als(directie(WINDVEER)).doe(voornemen(WINDVEER, Sector::Vo));
    let writes = LaatWeten { over: Some(Onderwerp::Verwijdering(1)), ..laat_weten("Ik wil blijven.") };
    let nobody =
        HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..zonder_leerling("2026-03-09") };
    let reads =
        HoorOudersEnLeraar { leerling_kwam: true, leerling: "Sam wil blijven.".into(), ..nobody.clone() };
    // Written before the talk: that nobody was heard cannot be recorded, and the turn of the pupil is done.
    let mut early = zaak.clone();
    early.als(sam()).doe(writes.clone());
    assert!(!early.aan_zet().contains(&("gesprek_voeren", "leerling")), "{:?}", early.aan_zet());
    early.als(directie(WINDVEER)).op("2026-03-10");
    early.weigert(nobody.clone()).veld("leerling_kwam").op_grond_van("art. 8.15 lid 3 WVO 2020");
    early.doe(reads.clone()).doe(verwijder("2026-03-16"));
    // Written after it: recorded before it is decided, also where it was read.
    zaak.op("2026-03-10").doe(nobody).als(sam()).doe(writes);
    zaak.als(directie(WINDVEER)).doe(gezien(1, ""));
    assert!(!kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    assert!(zaak.aan_zet().contains(&("ouders_en_leraar_horen", "directie")), "{:?}", zaak.aan_zet());
    zaak.weigert(verwijder("2026-03-16")).met("leerling_schreef").op_grond_van("art. 8.15 lid 3 WVO 2020");
    zaak.doe(HoorOudersEnLeraar { op: d("2026-03-10"), ..reads });
    assert!(kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
    zaak.doe(verwijder("2026-03-16"));
}

/// Given two parents of whom one came on the day of the invitation, and a talk that was moved for the other before anybody recorded that.
fn verzet_voor_de_ander() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po)).doe(vind_school("De IJsvogel"));
    zaak.op("2026-03-09").doe(verzet("2026-03-16"));
    zaak
}

#[test]
fn a_talk_that_was_held_on_the_first_day_is_recorded_after_it_was_moved_for_somebody_else() {
    let nobody = |op: &str| HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen(op) };
    for day in ["2026-03-09", "2026-03-12", "2026-03-17"] {
        let mut zaak = verzet_voor_de_ander();
        zaak.op(day).doe(horen("2026-03-09"));
        // It says nothing of the new day: who could not come has it to its end, and what came of it is said.
        assert!(zaak.aan_zet().contains(&("ouders_en_leraar_horen", "directie")), "{:?}", zaak.aan_zet());
        zaak.op("2026-03-17");
        assert!(!kan_beslissen(&zaak), "{:?}", zaak.aan_zet());
        zaak.weigert(verwijder("2026-03-20")).met("verzet_gesprek_niet_vastgelegd");
        zaak.doe(nobody("2026-03-16"));
        let talks = &zaak.dossier.verwijderingen[0].gesprekken;
        assert_eq!(talks.iter().map(|talk| talk.op).collect::<Vec<_>>(), [d("2026-03-09"), d("2026-03-16")]);
        zaak.doe(verwijder("2026-03-20"));
    }
}

#[test]
fn no_refusal_names_a_day_that_is_over_as_still_to_come() {
    let mut zaak = verzet_voor_de_ander();
    let nobody = HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen("2026-03-09") };
    let still = zaak.vraag(nobody.clone()).expect_err("the new day is to come");
    assert!(nl(&still.reden).contains("kunnen de anderen nog komen"), "{}", nl(&still.reden));
    zaak.op("2026-03-17");
    let over = zaak.vraag(nobody).expect_err("nobody came on a day that was moved");
    assert!(!nl(&over.reden).contains("nog komen of schrijven"), "{}", nl(&over.reden));
    // Who came in between is recorded by that day once the new one is over, and not by a false one.
    zaak.doe(horen("2026-03-12")).doe(verwijder("2026-03-20"));
}

/// Given a parent who was ticked by mistake; when that is taken back; then somebody has to hear again, until it is decided (WPO 40(11)).
#[test]
fn who_was_ticked_by_mistake_is_heard_anew_until_it_is_decided() {
    let mut zaak = voorgenomen();
    zaak.op("2026-03-10").doe(horen("2026-03-09"));
    let fact = zaak.dossier.versie;
    zaak.doe(vind_school("De IJsvogel"));
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    let back = Corrigeer { volgnummer: fact, waarom: "de verkeerde ouder".into(), nieuw: None };
    let mut decided = zaak.clone();
    zaak.doe(back.clone());
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie")]);
    zaak.weigert(verwijder("2026-03-17"));
    zaak.doe(horen("2026-03-10")).doe(verwijder("2026-03-17"));
    // A decision says who was heard.
    decided.doe(verwijder("2026-03-17")).weigert(back).met("gesprek_ligt_vast");
}
