//! P1b: the talk about a removal on another day, a pupil who left before the removal was reported, and a suspension of days without school.

use base::Sector;
use dossier::aanmelding::feiten::BereidGevonden;
use dossier::algemeen::feiten::BriefVastgelegd;
use dossier::beurt::Onderwerp;
use dossier::soort::Poststand;
use dossier::verwijdering::gesprek::VerzetGesprek;
use dossier::verwijdering::opdracht::{BeeindigSchorsing, HoorOudersEnLeraar, Schors, VindBereideSchool};

use crate::gegeven::{
    WATERJUFFER, Zaak, bereid, d, directie, horen, ib, ingeschreven, nl, ouder_met_gezag, schors,
    vind_school, voornemen,
};
use crate::verwijdering::{ben_w, elders, verwijder, voorgenomen};

#[test]
fn a_pupil_who_left_is_watched_also_before_the_removal_was_reported() {
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-02"))
        .doe(vind_school("De IJsvogel"))
        .op("2026-03-09")
        .doe(verwijder("2026-03-10"));
    assert_eq!(zaak.aan_zet(), [("gemeente_melden", "directie")], "the pupil is still at school");
    zaak.op("2026-03-10");
    assert_eq!(zaak.aan_zet(), [("gemeente_melden", "directie"), ("elders_nagaan_voor_melding", "directie")]);
    zaak.doe(elders("2026-03-10"));
    assert_eq!(zaak.aan_zet(), [("gemeente_melden", "directie")]);
    zaak.doe(ben_w());
    assert!(zaak.dossier.beurten().is_empty());
}

/// The talk is on another day.
pub(crate) fn verzet(op: &str) -> VerzetGesprek {
    VerzetGesprek { verwijdering: 1, op: d(op), reden: "De vader kon die dag niet komen.".into() }
}

#[test]
fn a_talk_about_a_removal_is_moved_to_a_working_day_and_everything_follows_the_new_one() {
    let mut zaak = voorgenomen();
    let day = |zaak: &Zaak| zaak.dossier.verwijderingen[0].dag_van_gesprek();
    assert_eq!(day(&zaak), d("2026-03-09"));
    for wrong in ["2026-03-02", "2026-03-09", "2026-03-14", "2026-03-31"] {
        zaak.weigert(verzet(wrong)).veld("op");
    }
    zaak.weigert(VerzetGesprek { reden: " ".into(), ..verzet("2026-03-16") }).veld("reden");
    zaak.doe(verzet("2026-03-16")).dan_is_vastgelegd(&["gesprek_verzet"]);
    assert_eq!(day(&zaak), d("2026-03-16"));
    // Until then the parents can come, and nobody decides.
    zaak.op("2026-03-13");
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie"), ("gesprek_voeren", "ouder")]);
    let absent = HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen("2026-03-13") };
    zaak.weigert(absent).veld("kwamen");
    zaak.doe(horen("2026-03-13")).doe(VindBereideSchool {
        verwijdering: 1,
        school: BereidGevonden { bereid_op: d("2026-03-13"), ..bereid("De IJsvogel") },
    });
    zaak.weigert(verwijder("2026-03-20")).met("gesprek_komt_nog");
    zaak.op("2026-03-16").doe(verwijder("2026-03-20"));
    zaak.weigert(verzet("2026-03-20"));
}

#[test]
fn a_parent_who_could_not_come_is_heard_on_another_day_before_it_is_decided() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak.op("2026-03-09").doe(HoorOudersEnLeraar { kwamen: vec![1], ..horen("2026-03-09") });
    assert_eq!(zaak.aan_zet(), [("andere_school_zoeken", "directie")]);
    zaak.doe(verzet("2026-03-12"));
    let turns = zaak.aan_zet();
    assert!(
        turns.contains(&("ouders_en_leraar_horen", "directie"))
            && turns.contains(&("gesprek_voeren", "ouder"))
    );
    zaak.op("2026-03-12").doe(HoorOudersEnLeraar { kwamen: vec![1, 2], ..horen("2026-03-12") });
    assert_eq!(zaak.aan_zet(), [("andere_school_zoeken", "directie")]);
}

#[test]
fn a_suspension_that_begins_or_ends_on_a_day_without_school_is_asked_about_and_can_be_meant_so() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER));
    let asked = |van: &str, tot: &str| Schors { op_vrije_dag: false, ..schors(van, tot) };
    // A Saturday, a Sunday, Easter Monday.
    zaak.weigert(asked("2026-03-07", "2026-03-09")).veld("op_vrije_dag");
    zaak.weigert(asked("2026-03-06", "2026-03-08")).veld("op_vrije_dag");
    zaak.weigert(asked("2026-04-06", "2026-04-07")).veld("op_vrije_dag");
    assert!(zaak.vraag(asked("2026-03-06", "2026-03-09")).is_ok(), "a weekend in between is no question");
    zaak.doe(schors("2026-03-07", "2026-03-09")).dan_is_vastgelegd(&["geschorst"]);
    // One that is ended before its first day never was, and says so.
    zaak.doe(BeeindigSchorsing {
        schorsing: 1,
        terug_op: d("2026-03-07"),
        reden: "Wij hebben gepraat met de ouders.".into(),
    });
    assert_eq!(nl(&zaak.nieuw[0].zin()), "Schorsing gaat niet door");
    assert_eq!(zaak.dossier.schorsingen[0].laatste_dag(), None);
}

#[test]
fn the_letter_that_invites_for_the_first_day_leaves_no_more_once_the_talk_was_moved() {
    let mut zaak = voorgenomen();
    let letter = || BriefVastgelegd {
        soort: "voornemen_verwijdering".into(),
        betreft: Onderwerp::Verwijdering(1).into(),
        deel: dossier::toegang::Deel::B,
        ..crate::leven::brief()
    };
    zaak.feit(letter());
    let first = zaak.dossier.versie;
    zaak.doe(verzet("2026-03-16")).feit(letter());
    let second = zaak.dossier.versie;
    let stand = |nr| zaak.dossier.poststand(zaak.dossier.brief(nr).expect("a letter"));
    assert_eq!((stand(first), stand(second)), (Poststand::Vervallen, Poststand::TeVerzenden));
}
