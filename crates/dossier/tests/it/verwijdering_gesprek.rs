//! P1b: the talk about a removal on another day, a pupil who left before the removal was reported, and a suspension of days without school.

use base::Sector;
use dossier::aanmelding::feiten::BereidGevonden;
use dossier::algemeen::feiten::BriefVastgelegd;
use dossier::algemeen::post::VerwerkPost;
use dossier::beurt::Onderwerp;
use dossier::leven::woorden::LaatWeten;
use dossier::soort::{Poststand, Poststap, Schoolsoort};
use dossier::verwijdering::gesprek::VerzetGesprek;
use dossier::verwijdering::opdracht::{
    BeeindigSchorsing, HoorOudersEnLeraar, Schors, TrekVoornemenIn, VindBereideSchool,
};

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, WINDVEER, Zaak, bereid, d, directie, horen, ib, ingeschreven, kind, nl, ouder,
    ouder_met_gezag, schors, schrijf_in, vestiging, vind_school, voornemen,
};
use crate::verwijdering::{ben_w, elders, verwijder, voorgenomen};
use crate::woorden_gezin::{gezien, laat_weten};

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
    VerzetGesprek {
        verwijdering: 1,
        op: d(op),
        reden: "De vader kon die dag niet komen.".into(),
        akkoord: Vec::new(),
        leerling_akkoord: false,
    }
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
    zaak.doe(vind_school("De IJsvogel")).doe(verzet("2026-03-16"));
    // Nobody decides before it is said what came of the other day, that day neither.
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie"), ("gesprek_voeren", "ouder")]);
    zaak.op("2026-03-16").weigert(verwijder("2026-03-20")).met("verzet_gesprek_niet_vastgelegd");
    zaak.op("2026-03-17");
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie")]);
    zaak.weigert(verwijder("2026-03-20"))
        .met("verzet_gesprek_niet_vastgelegd")
        .op_grond_van("art. 40 lid 11 WPO");
    let mut absent = zaak.clone();
    let nobody = HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen("2026-03-16") };
    absent.doe(nobody).doe(verwijder("2026-03-20"));
    // Who was heard before is not asked again, nor is the teacher.
    zaak.doe(HoorOudersEnLeraar {
        kwamen: vec![2],
        ouders: "De vader wil dat Sam blijft.".into(),
        leraar: String::new(),
        leerling: String::new(),
        ..horen("2026-03-16")
    });
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    let removal = &zaak.dossier.verwijderingen[0];
    assert_eq!(removal.kwamen().collect::<Vec<_>>(), [1, 2], "a second talk takes nothing of the first away");
    zaak.doe(verwijder("2026-03-20"));
}

#[test]
fn who_could_not_come_can_be_heard_before_the_other_day_and_then_all_are() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak.op("2026-03-09").doe(HoorOudersEnLeraar { kwamen: vec![1], ..horen("2026-03-09") });
    zaak.doe(verzet("2026-03-17")).op("2026-03-11");
    zaak.weigert(HoorOudersEnLeraar { kwamen: Vec::new(), ..horen("2026-03-11") }).veld("kwamen");
    zaak.doe(HoorOudersEnLeraar { kwamen: vec![2], ..horen("2026-03-11") });
    assert_eq!(zaak.aan_zet(), [("andere_school_zoeken", "directie")]);
}

#[test]
fn a_talk_goes_to_a_later_day_for_which_there_is_time_or_to_one_that_all_agree_to() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    // The invitation is for the ninth: no earlier day by the word of the school alone, or by that of one of them.
    let agreed = |op: &str, akkoord: Vec<u32>| VerzetGesprek { akkoord, ..verzet(op) };
    zaak.weigert(verzet("2026-03-03")).veld("op").op_grond_van("art. 40 lid 11 WPO");
    zaak.weigert(agreed("2026-03-03", vec![1])).veld("op");
    zaak.weigert(agreed("2026-03-16", vec![1, 2, 3])).veld("akkoord");
    assert!(zaak.vraag(agreed("2026-03-03", vec![1, 2])).is_ok());
    // A later day at short notice neither.
    zaak.op("2026-03-06").weigert(verzet("2026-03-12")).veld("op");
    zaak.doe(verzet("2026-03-13")).doe(verzet("2026-03-16")).doe(verzet("2026-03-17"));
    zaak.weigert(verzet("2026-03-18")).met("vaak_verzet");
    zaak.weigert(agreed("2026-03-18", vec![1, 2])).met("vaak_verzet");
    // Whoever came since is invited all the same.
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("mevrouw L. Regen"));
    zaak.als(directie(WATERJUFFER)).doe(verzet("2026-03-18"));
}

#[test]
fn a_pupil_who_is_heard_agrees_to_an_earlier_day_too() {
    let mut zaak = kind("2012-03-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01"));
    zaak.als(directie(WINDVEER)).doe(voornemen(WINDVEER, Sector::Vo));
    let agreed =
        |leerling_akkoord| VerzetGesprek { akkoord: vec![1], leerling_akkoord, ..verzet("2026-03-04") };
    zaak.weigert(agreed(false)).veld("op").op_grond_van("art. 8.15 lid 3 WVO 2020");
    zaak.doe(agreed(true));
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
    let letter = |soort: &str| BriefVastgelegd {
        soort: soort.into(),
        betreft: Onderwerp::Verwijdering(1).into(),
        deel: dossier::toegang::Deel::B,
        ..crate::leven::brief()
    };
    zaak.feit(letter("voornemen_verwijdering"));
    let first = zaak.dossier.versie;
    zaak.doe(verzet("2026-03-16")).feit(letter("gesprek_verzet"));
    let second = zaak.dossier.versie;
    // Who came since is invited by the ordinary letter.
    zaak.feit(letter("voornemen_verwijdering"));
    let third = zaak.dossier.versie;
    let stand = |zaak: &Zaak, nr| zaak.dossier.poststand(zaak.dossier.brief(nr).expect("a letter"));
    let all = |zaak: &Zaak| [first, second, third].map(|nr| stand(zaak, nr));
    assert_eq!(all(&zaak), [Poststand::Vervallen, Poststand::TeVerzenden, Poststand::TeVerzenden]);
    zaak.doe(verzet("2026-03-17"));
    assert_eq!(all(&zaak), [Poststand::Vervallen; 3], "moved again: two days contradict each other");
    zaak.feit(letter("gesprek_verzet"));
    let last = zaak.dossier.versie;
    assert_eq!(stand(&zaak, last), Poststand::TeVerzenden);
    zaak.doe(TrekVoornemenIn { verwijdering: 1, reden: "Er is een andere oplossing.".into() });
    assert_eq!(stand(&zaak, last), Poststand::Vervallen, "nobody is invited any more");
}

/// Given letters about a talk that is moved; then a reader knows the day in the last of them that left, and none where none left.
#[test]
fn a_reader_knows_the_day_of_a_talk_by_the_last_letter_that_left() {
    let mut zaak = voorgenomen();
    let letter = |soort: &str| BriefVastgelegd {
        soort: soort.into(),
        betreft: Onderwerp::Verwijdering(1).into(),
        deel: dossier::toegang::Deel::B,
        ..crate::leven::brief()
    };
    let known = |zaak: &Zaak, nr: u32| {
        let removal = zaak.dossier.verwijdering(1).expect("a removal");
        zaak.dossier.gesprek_in_brieven(removal, |brief| brief.inhoud.aan_personen.contains(&nr))
    };
    let day = zaak.dossier.verwijdering(1).expect("a removal").dag_van_gesprek();
    assert_eq!(known(&zaak, 1), None);
    zaak.feit(letter("voornemen_verwijdering"));
    assert_eq!(known(&zaak, 1), None);
    let (volgnummer, op) = (zaak.dossier.versie, zaak.ctx().vandaag);
    zaak.doe(VerwerkPost { volgnummer, stap: Poststap::Afgedrukt, op });
    assert_eq!(known(&zaak, 1), None, "what was printed did not leave");
    let left = |zaak: &mut Zaak, volgnummer: u64| {
        let op = zaak.ctx().vandaag;
        zaak.doe(VerwerkPost { volgnummer, stap: Poststap::Post, op });
    };
    left(&mut zaak, volgnummer);
    assert_eq!(known(&zaak, 1), Some(day));
    zaak.doe(verzet("2026-03-16")).feit(letter("gesprek_verzet"));
    assert_eq!(known(&zaak, 1), Some(day), "the second never left");
    let second = zaak.dossier.versie;
    left(&mut zaak, second);
    assert_eq!(known(&zaak, 1), Some(d("2026-03-16")));
    assert_eq!(known(&zaak, 2), None, "letters to somebody else");
}

/// Given an intention of which the letter was overtaken before it left, and everybody heard; then it is decided once the one with the
/// reasons left.
#[test]
fn nobody_decides_on_a_removal_before_the_letter_with_the_reasons_left() {
    let mut zaak = voorgenomen();
    let letter = |soort: &str| BriefVastgelegd {
        soort: soort.into(),
        betreft: Onderwerp::Verwijdering(1).into(),
        deel: dossier::toegang::Deel::B,
        ..crate::leven::brief()
    };
    zaak.feit(letter("voornemen_verwijdering")).doe(horen("2026-03-02")).doe(vind_school("De IJsvogel"));
    zaak.doe(verzet("2026-03-16")).feit(letter("gesprek_verzet"));
    let (moved, op) = (zaak.dossier.versie, d("2026-03-16"));
    zaak.op("2026-03-16").doe(horen("2026-03-16"));
    let post = |volgnummer| VerwerkPost { volgnummer, stap: Poststap::Post, op };
    zaak.weigert(verwijder("2026-03-20")).met("redenen_niet_verzonden").op_grond_van("art. 40 lid 11 WPO");
    zaak.doe(post(moved)).weigert(verwijder("2026-03-20")).met("redenen_niet_verzonden");
    // It is written anew, and leaves.
    zaak.feit(letter("voornemen_verwijdering"));
    let anew = zaak.dossier.versie;
    zaak.weigert(verwijder("2026-03-20")).met("redenen_niet_verzonden");
    zaak.doe(post(anew)).doe(verwijder("2026-03-20"));
}

#[test]
fn of_another_school_that_is_typed_by_its_name_is_asked_where_it_is_and_whom_to_ask() {
    let mut zaak = voorgenomen();
    let with = |school: BereidGevonden| VindBereideSchool { verwijdering: 1, school };
    zaak.weigert(with(BereidGevonden { plaats: " ".into(), ..bereid("De IJsvogel") })).veld("andere_plaats");
    zaak.weigert(with(BereidGevonden { contact: String::new(), ..bereid("De IJsvogel") }))
        .veld("andere_contact");
    zaak.doe(with(bereid("De IJsvogel")));
    let found =
        |zaak: &Zaak| zaak.dossier.verwijderingen[0].bereid.as_ref().expect("a school").school.clone();
    assert_eq!(found(&zaak).plaats, "Ochtendstad");
    // The register says where one is that was chosen.
    let chosen = BereidGevonden { vestiging: Some(vestiging(IJSVOGEL)), ..bereid("De IJsvogel") };
    zaak.doe(with(BereidGevonden { plaats: String::new(), contact: String::new(), ..chosen }));
    assert_eq!((found(&zaak).plaats.as_str(), found(&zaak).contact.as_str()), ("", ""));
}

/// The letter says 'at the latest on': that day is the parents' to its end (WPO 40(11), WEC 40(18), WVO 8.15(3)).
#[test]
fn the_day_for_which_parents_were_invited_is_theirs_to_its_end() {
    let nobody = |op: &str| HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen(op) };
    let mut zaak = voorgenomen();
    zaak.op("2026-03-09").weigert(nobody("2026-03-09")).veld("kwamen").op_grond_van("art. 40 lid 11 WPO");
    // On the day after it is said of the day for which they were invited.
    let mut after = zaak.clone();
    after.op("2026-03-10").doe(nobody("2026-03-09")).doe(vind_school("De IJsvogel"));
    assert_eq!(after.aan_zet(), [("verwijdering_beslissen", "directie")]);
    after.doe(verwijder("2026-03-16"));
    // Whoever was heard on the day itself needs no more time.
    zaak.doe(horen("2026-03-09")).doe(vind_school("De IJsvogel"));
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    zaak.doe(verwijder("2026-03-16"));
}

#[test]
fn where_one_of_two_was_heard_on_the_day_it_is_decided_on_the_next() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak.op("2026-03-09").doe(HoorOudersEnLeraar { kwamen: vec![1], ..horen("2026-03-09") });
    zaak.doe(vind_school("De IJsvogel"));
    assert_eq!(zaak.aan_zet(), [], "the other can still write");
    zaak.weigert(verwijder("2026-03-16")).met("gesprek_komt_nog");
    let mut both = zaak.clone();
    both.doe(HoorOudersEnLeraar {
        kwamen: vec![2],
        leraar: String::new(),
        leerling: String::new(),
        ..horen("2026-03-09")
    });
    assert_eq!(both.aan_zet(), [("verwijdering_beslissen", "directie")]);
    both.doe(verwijder("2026-03-16"));
    zaak.op("2026-03-10");
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    zaak.doe(verwijder("2026-03-16"));
}

fn schrijft(woorden: &str) -> LaatWeten {
    LaatWeten { over: Some(Onderwerp::Verwijdering(1)), ..laat_weten(woorden) }
}

/// Who writes is heard as who comes (WPO 40(11), WEC 40(18), WVO 8.15(3)).
#[test]
fn a_parent_who_writes_about_a_removal_is_heard_by_who_decides() {
    let mut zaak = voorgenomen();
    zaak.als(ouder())
        .weigert(LaatWeten { over: Some(Onderwerp::Verwijdering(2)), ..laat_weten("x") })
        .veld("over");
    zaak.weigert(LaatWeten { over: Some(Onderwerp::Aanmelding(1)), ..schrijft("x") }).veld("over");
    zaak.doe(schrijft("Wij willen dat Sam blijft."));
    assert_eq!(nl(&zaak.nieuw[0].zin()), "Ouder of leerling liet de school iets weten over de verwijdering");
    // It is read by who hears, and what was asked of the parent is done.
    assert_eq!(
        zaak.aan_zet(),
        [("ouders_en_leraar_horen", "directie"), ("woorden_lezen_directie", "directie")]
    );
    // That nobody was heard cannot be recorded, after that day neither.
    zaak.als(directie(WATERJUFFER)).op("2026-03-10");
    let nobody = HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen("2026-03-09") };
    zaak.weigert(nobody).veld("kwamen").op_grond_van("art. 40 lid 11 WPO");
    // Whoever records what that parent thinks has read it: no turn is left to say so.
    zaak.doe(horen("2026-03-09")).dan_is_vastgelegd(&["ouders_en_leraar_gehoord", "woorden_gezien"]);
    zaak.weigert(gezien(1, "")).met("al_gezien");
    zaak.doe(vind_school("De IJsvogel"));
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    zaak.doe(verwijder("2026-03-16"));
}

#[test]
fn what_a_parent_writes_after_the_talk_is_recorded_before_it_is_decided() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak.op("2026-03-09").doe(HoorOudersEnLeraar { kwamen: vec![2], ..horen("2026-03-09") });
    zaak.doe(vind_school("De IJsvogel")).als(ouder()).doe(schrijft("Ik kon niet komen. Sam moet blijven."));
    zaak.als(directie(WATERJUFFER)).op("2026-03-10").doe(gezien(1, "Dank u wel."));
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie")]);
    zaak.weigert(verwijder("2026-03-16")).met("ouder_schreef").op_grond_van("art. 40 lid 11 WPO");
    zaak.doe(HoorOudersEnLeraar {
        kwamen: vec![1],
        ouders: "De moeder schrijft dat Sam moet blijven.".into(),
        leraar: String::new(),
        leerling: String::new(),
        ..horen("2026-03-10")
    });
    zaak.doe(verwijder("2026-03-16"));
}

/// Given words of one parent; then recording what the other thinks, or what was said before these words, leaves them to be read.
#[test]
fn what_was_written_is_read_by_recording_what_that_parent_thinks_and_by_no_other() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak.op("2026-03-09").doe(HoorOudersEnLeraar { kwamen: vec![1, 2], ..horen("2026-03-09") });
    zaak.op("2026-03-10").als(ouder()).doe(schrijft("Ik wil nog iets zeggen."));
    let again = |op: &str, kwamen| HoorOudersEnLeraar { kwamen, leraar: String::new(), ..horen(op) };
    let read = |zaak: &Zaak| zaak.dossier.woorden[0].gezien.is_some();
    zaak.als(directie(WATERJUFFER)).doe(again("2026-03-09", vec![1])).doe(again("2026-03-10", vec![2]));
    assert!(!read(&zaak));
    zaak.doe(again("2026-03-10", vec![1]));
    assert!(read(&zaak));
}

#[test]
fn of_two_parents_the_one_who_did_not_write_can_still_come() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak.als(ouder()).doe(schrijft("Wij willen dat Sam blijft."));
    assert!(zaak.aan_zet().contains(&("gesprek_voeren", "ouder")));
}

/// Given an invitation that was written to a parent; then nobody decides who did not hear that parent, until it left before the talk, or the parent
/// came (WPO 40(11), WEC 40(18), WVO 2020 8.15(3)).
#[test]
fn nobody_is_removed_while_the_invitation_to_be_heard_never_left() {
    let nobody = |op: &str| HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen(op) };
    let letter = |soort: &str| BriefVastgelegd {
        soort: soort.into(),
        betreft: Onderwerp::Verwijdering(1).into(),
        deel: dossier::toegang::Deel::B,
        ..crate::leven::brief()
    };
    let sent = |zaak: &mut Zaak, volgnummer, op: &str| {
        zaak.doe(VerwerkPost { volgnummer, stap: Poststap::Post, op: d(op) });
    };
    let why = |zaak: &Zaak| nl(&zaak.vraag(verwijder("2026-03-19")).expect_err("nobody was heard").reden);
    let mut zaak = voorgenomen();
    zaak.feit(letter("voornemen_verwijdering"));
    let first = zaak.dossier.versie;
    zaak.op("2026-03-10").doe(nobody("2026-03-09")).doe(vind_school("De IJsvogel"));
    zaak.weigert(verwijder("2026-03-19")).met("ouder_niet_gehoord").op_grond_van("art. 40 lid 11 WPO");
    let unsent = "de uitnodiging voor het gesprek is niet op tijd naar een ouder gestuurd, en deze ouder is niet gehoord";
    assert_eq!(why(&zaak), unsent);
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie")]);
    // It left in time, and that is recorded later.
    let mut later = zaak.clone();
    sent(&mut later, first, "2026-03-03");
    assert_eq!(later.aan_zet(), [("verwijdering_beslissen", "directie")]);
    later.doe(verwijder("2026-03-17"));
    // Or on the day itself: nobody comes by that.
    let mut late = zaak.clone();
    sent(&mut late, first, "2026-03-09");
    assert_eq!(why(&late), unsent);
    // Or the parent came all the same, and has the reasons.
    let mut came = zaak.clone();
    sent(&mut came, first, "2026-03-09");
    came.doe(horen("2026-03-10"));
    came.doe(verwijder("2026-03-17"));
    // A talk that is moved asks its own letter.
    sent(&mut zaak, first, "2026-03-03");
    zaak.doe(verzet("2026-03-17")).feit(letter("gesprek_verzet"));
    let second = zaak.dossier.versie;
    zaak.op("2026-03-18").doe(nobody("2026-03-17"));
    assert_eq!(why(&zaak), unsent);
    sent(&mut zaak, second, "2026-03-11");
    zaak.doe(verwijder("2026-03-19"));
}
