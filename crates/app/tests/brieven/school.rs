//! Letters of a removal and a suspension.

use documents::{Gehoord, InspectieAanleiding, StandAndereSchool, Vervolgplek};
use dossier::aanmelding::feiten::BereidGevonden;
use dossier::soort::Uitschrijfreden;
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::gesprek::VerzetGesprek;
use dossier::verwijdering::opdracht::{
    BeginOverleg, HoorOudersEnLeraar, MeldAanBenW, MeldAanInspectie, NeemVerwijderingVoor, Schors, Verwijder,
    VindBereideSchool,
};

use verband::Schoolsoort;

use crate::letter;
use crate::wereld::{SCHOOL, Wereld, articles, day, directie, ib, persoon, readers, text_of};

fn intention() -> NeemVerwijderingVoor {
    NeemVerwijderingVoor {
        vestiging: SCHOOL.parse().unwrap(),
        sector: base::Sector::Po,
        redenen: "Het is niet veilig in de klas.".to_owned(),
    }
}

/// Intended on 5 October, heard on the 15th, De Wilg is willing.
pub(crate) async fn ready_to_remove() -> Wereld {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol();
    let invited = wereld.letters(&directie(), intention()).await;
    wereld.kept(&directie(), invited, true);
    wereld.vandaag = day("2026-11-09");
    let heard = HoorOudersEnLeraar {
        verwijdering: 1,
        op: day("2026-10-15"),
        kwamen: vec![1],
        leerling_kwam: false,
        ouders: "Sam vindt wisselen moeilijk.".to_owned(),
        leraar: "Sam heeft rust nodig.".to_owned(),
        leerling: String::new(),
    };
    wereld.silently(&directie(), heard);
    let school = BereidGevonden {
        schoolnaam: "De Wilg".to_owned(),
        vestiging: Some("99YY00".parse().unwrap()),
        plaats: String::new(),
        contact: String::new(),
        soort: Some(dossier::soort::AndereSchoolsoort::InstellingC12),
        bereid_op: day("2026-11-03"),
        bewijs: "brief".to_owned(),
        voorwaarde_op: Some(day("2026-03-20")),
        voorwaarde: "De commissie vindt het kind passend.".to_owned(),
        voorwaarde_ja: Some(true),
        voorwaarde_tot_en_met: Some(day("2029-07-31")),
    };
    wereld.silently(&directie(), VindBereideSchool { verwijdering: 1, school });
    wereld
}

/// A suspension on these days, both counted.
pub(crate) fn schors(van: &str, tot_en_met: &str) -> Schors {
    Schors {
        op_vrije_dag: false,
        vestiging: SCHOOL.parse().unwrap(),
        van: day(van),
        tot_en_met: day(tot_en_met),
        redenen: "Je gooide met een stoel.".to_owned(),
        tijdens_overleg: false,
    }
}

pub(crate) fn removal() -> Verwijder {
    Verwijder {
        verwijdering: 1,
        per: day("2026-11-21"),
        motivering: "De Wilg kan Sam rust geven.".to_owned(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: false,
    }
}

#[tokio::test]
async fn an_intention_invites_the_parents_before_anything_is_decided() {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol();
    let letters = wereld.letters(&directie(), intention()).await;
    assert_eq!(readers(&letters).len(), 2);
    let letter = letter!(letters, 0, VoornemenVerwijdering);
    assert_eq!((letter.gesprek.datum, letter.reageren_uiterlijk), (day("2026-10-12"), day("2026-10-12")));
    assert_eq!(letter.gesprek.met.as_str(), "W. van der Wulp, directie");
    assert!(matches!(letter.andere_school, StandAndereSchool::Zoeken { .. }));
    assert_eq!(articles(&letters[0].brief), ["art. 40 lid 11 WPO", "art. 40 lid 11 WPO"]);
}

#[tokio::test]
async fn in_secondary_education_the_pupil_is_invited_to_be_heard_and_no_teacher_is_named() {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol_at(Schoolsoort::Vo);
    let intention = NeemVerwijderingVoor { sector: base::Sector::Vo, ..intention() };
    let letters = wereld.letters(&directie(), intention).await;
    let family = vec!["gezin/2026-004217"];
    let expected = [
        ("voornemen_verwijdering", vec![1], vec![]),
        ("voornemen_verwijdering", vec![2], vec![]),
        ("voornemen_verwijdering", vec![], family),
        ("melding_inspectie", vec![], vec![]),
    ];
    assert_eq!(readers(&letters), expected);
    let of_parents = letter!(letters, 0, VoornemenVerwijdering);
    assert_eq!(of_parents.lezer, Gehoord::OudersEnLeerling);
    let of_pupil = letter!(letters, 2, VoornemenVerwijdering);
    assert_eq!(of_pupil.lezer, Gehoord::Leerling);
    assert_eq!(of_pupil.hoofd.ontvanger.aanhef.as_str(), "Beste Sam");
    assert_eq!(of_pupil.gesprek.datum, of_parents.gesprek.datum);
    assert_eq!(articles(&letters[2].brief), ["art. 8.15 lid 3 WVO 2020", "art. 8.15 lid 2 WVO 2020"]);
    for letter in &letters[..3] {
        assert!(!text_of(&letter.brief).contains("leraar"), "no teacher is heard here");
    }
}

#[tokio::test]
async fn a_talk_that_was_moved_is_told_to_who_was_invited_with_both_days_and_why() {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol_at(Schoolsoort::Vo);
    let invited = NeemVerwijderingVoor { sector: base::Sector::Vo, ..intention() };
    let invited = wereld.letters(&directie(), invited).await;
    wereld.kept(&directie(), invited, true);
    let reden = "De vader kan die dag niet komen.".to_owned();
    let moved = moved("2026-10-15", &reden);
    let letters = wereld.letters(&directie(), moved).await;
    assert_eq!(letters.len(), 3, "to the parents and to the pupil, and none to the Inspectie");
    for (at, made) in letters.iter().enumerate() {
        let letter = letter!(letters, at, GesprekVerplaatst);
        assert_eq!((letter.gesprek.datum, letter.reageren_uiterlijk), (day("2026-10-15"), day("2026-10-15")));
        assert_eq!((letter.was, letter.voornemen_van), (day("2026-10-12"), day("2026-10-05")));
        assert!(!letter.al_gehoord);
        let text = text_of(&made.brief);
        assert!(text.contains("De vader kan die dag niet komen."));
        assert!(!text.contains("Het is niet veilig in de klas."), "no second intention: {text}");
    }
}

/// Whoever never got the reasons gets them when the talk is moved, also who was heard before any letter left, and the pupil.
#[tokio::test]
async fn who_was_heard_before_a_letter_left_gets_the_one_with_the_reasons_when_the_talk_is_moved() {
    for made in [true, false] {
        let mut wereld = Wereld::with_family("2026-10-05").await;
        wereld.enrol_at(Schoolsoort::Vo);
        let invited = NeemVerwijderingVoor { sector: base::Sector::Vo, ..intention() };
        let invited = wereld.letters(&directie(), invited).await;
        if made {
            wereld.kept(&directie(), invited, false);
        }
        let heard = HoorOudersEnLeraar {
            verwijdering: 1,
            op: day("2026-10-05"),
            kwamen: vec![1, 2],
            leerling_kwam: true,
            ouders: "Sam moet blijven.".to_owned(),
            leraar: String::new(),
            leerling: "Ik wil blijven.".to_owned(),
        };
        wereld.silently(&directie(), heard);
        let letters = wereld.letters(&directie(), moved("2026-10-15", "Wij praten verder.")).await;
        assert_eq!(letters.len(), 3);
        for (at, made) in letters.iter().enumerate() {
            let letter = letter!(letters, at, VoornemenVerwijdering);
            assert!(letter.al_gehoord && letter.gesprek.datum == day("2026-10-15"));
            assert!(text_of(&made.brief).contains("Het is niet veilig in de klas."));
        }
    }
}

fn moved(op: &str, reden: &str) -> VerzetGesprek {
    VerzetGesprek {
        verwijdering: 1,
        op: day(op),
        reden: reden.to_owned(),
        akkoord: Vec::new(),
        leerling_akkoord: false,
    }
}

#[tokio::test]
async fn a_second_talk_wipes_nothing_of_the_first_in_the_letter_of_a_removal() {
    let mut wereld = ready_to_remove().await;
    let other = moved("2026-11-17", "De andere ouder kon niet komen.");
    let letters = wereld.letters(&directie(), other).await;
    let found = letter!(letters, 0, GesprekVerplaatst);
    assert!(found.al_gehoord, "the first of them came");
    assert_eq!(found.nieuwe_school.as_ref().map(|school| school.naam.as_str()), Some("De Wilg"));
    assert!(!letter!(letters, 1, GesprekVerplaatst).al_gehoord);
    wereld.kept(&directie(), letters, true);
    // That nobody came is known once the day is over.
    wereld.vandaag = day("2026-11-18");
    wereld.silently(
        &directie(),
        HoorOudersEnLeraar {
            verwijdering: 1,
            op: day("2026-11-17"),
            kwamen: Vec::new(),
            leerling_kwam: false,
            ouders: "De andere ouder belde niet terug.".to_owned(),
            leraar: String::new(),
            leerling: String::new(),
        },
    );
    let letters = wereld.letters(&directie(), removal()).await;
    let letter = letter!(letters, 0, Verwijdering);
    let heard: Vec<_> = letter.gehoord.as_slice().iter().collect();
    let days: Vec<_> = heard.iter().map(|talk| (talk.datum, talk.niemand_kwam)).collect();
    let (first, second) = (day("2026-10-15"), day("2026-11-17"));
    assert_eq!(days, [(first, false), (first, false), (second, true)]);
    assert!(heard[1].inhoud.as_str().contains("Sam vindt wisselen moeilijk."));
    assert!(heard[2].inhoud.as_str().contains("dinsdag 17 november 2026. Toen kwam geen ouder."));
}

#[tokio::test]
async fn a_removal_tells_who_was_heard_where_the_child_goes_and_the_routes() {
    let mut wereld = ready_to_remove().await;
    let letters = wereld.letters(&directie(), removal()).await;
    assert_eq!(readers(&letters).len(), 2);
    let letter = letter!(letters, 0, Verwijdering);
    assert_eq!((letter.besloten_op, letter.laatste_dag), (day("2026-11-09"), day("2026-11-20")));
    let heard: Vec<_> =
        letter.gehoord.as_slice().iter().map(|talk| (talk.datum, talk.inhoud.as_str())).collect();
    let on = day("2026-10-15");
    assert_eq!(heard, [(on, "Sam heeft rust nodig."), (on, "Sam vindt wisselen moeilijk.")]);
    let Vervolgplek::School(school) = &letter.vervolgplek else { panic!("a school was found") };
    assert_eq!((school.naam.as_str(), school.begint_op), ("De Wilg", None));
    assert_eq!(letter.routes.bezwaar.uiterlijk, day("2026-12-21"));
    assert_eq!(letter.routes.geschillencommissie.uiterlijk, day("2026-12-21"));
    assert_eq!(letter.gemeld_aan.as_slice().len(), 1, "no Inspectie for a primary school");
    assert_eq!(articles(&letters[0].brief)[0], "art. 40 lid 1 WPO", "by which power it is decided");
}

#[tokio::test]
async fn who_stands_in_the_file_twice_is_no_second_parent_who_was_not_heard() {
    for (same, heard) in [(false, "een van de ouders"), (true, "de ouders")] {
        let mut wereld = ready_to_remove().await;
        for record in wereld.dossier.personen.iter_mut().filter(|_| same) {
            record.account = Some(persoon("zonnevis"));
        }
        let letters = wereld.letters(&directie(), removal()).await;
        let letter = letter!(letters, 0, Verwijdering);
        assert_eq!(letter.gehoord.as_slice().last().map(|talk| talk.met.as_str()), Some(heard));
    }
}

/// WEC 40(18): an institute for cluster 1 or 2 searches, and removes where it found none.
#[tokio::test]
async fn a_removal_by_an_institute_that_searched_names_no_duty_that_there_mostly_is() {
    let mut wereld = Wereld::with_family("2026-08-24").await;
    wereld.enrol_at(Schoolsoort::InstellingC12);
    wereld.silently(&directie(), NeemVerwijderingVoor { sector: base::Sector::So, ..intention() });
    wereld.vandaag = day("2026-11-09");
    let heard = HoorOudersEnLeraar {
        verwijdering: 1,
        op: day("2026-09-07"),
        kwamen: vec![1, 2],
        leerling_kwam: false,
        ouders: "Sam vindt wisselen moeilijk.".to_owned(),
        leraar: "Sam heeft rust nodig.".to_owned(),
        leerling: String::new(),
    };
    wereld.silently(&directie(), heard);
    let searched = Verwijder {
        vorderingen: Some(false),
        gezocht_sinds: Some(day("2026-08-25")),
        gezocht: "De Wilg en De Poolster zeiden nee.".to_owned(),
        ..removal()
    };
    let letters = wereld.letters(&directie(), searched).await;
    let letter = letter!(letters, 0, Verwijdering);
    let Vervolgplek::Uitzondering(without) = &letter.vervolgplek else { panic!("no school was found") };
    assert!(without.zonder_plicht, "the letter does not say that a school mostly has to find another");
}

#[tokio::test]
async fn the_municipality_is_told_what_the_law_asks_and_no_more() {
    let mut wereld = ready_to_remove().await;
    wereld.silently(&directie(), removal());
    let told = MeldAanBenW { verwijdering: 1, gemeente: "Ochtendstad".to_owned() };
    let letters = wereld.letters(&directie(), told).await;
    assert_eq!(readers(&letters), [("melding_verwijdering", vec![], vec!["gemeente/9999"])]);
    let letter = letter!(letters, 0, MeldingVerwijdering);
    let head = &letter.hoofd.ontvanger;
    assert_eq!(head.naam.as_str(), "College van burgemeester en wethouders van Ochtendstad");
    assert_eq!((letter.besloten_op, letter.laatste_dag), (day("2026-11-09"), day("2026-11-20")));
    let willing = letter.nieuwe_school.as_ref().unwrap();
    assert_eq!(
        (willing.bereid_op, willing.vanaf),
        (day("2026-11-03"), None),
        "willing, and nobody saw it there"
    );
    assert!(!crate::wereld::text_of(&letters[0].brief).contains("rust"), "no reasons");
}

#[tokio::test]
async fn a_suspension_tells_parents_and_inspectie() {
    let mut wereld = Wereld::with_family("2026-09-14").await;
    wereld.enrol();
    let redenen = "Sam gooide met een stoel.".to_owned();
    let suspension = Schors { redenen, ..schors("2026-09-15", "2026-09-18") };
    let letters = wereld.letters(&directie(), suspension).await;
    assert_eq!(readers(&letters).len(), 2);
    let letter = letter!(letters, 0, Schorsing);
    assert_eq!((letter.tot_en_met, letter.terug_op), (day("2026-09-18"), day("2026-09-21")));
    assert!(letter.inspectie_bericht);
    let cited = articles(&letters[0].brief);
    assert_eq!(cited, ["art. 40c WPO", "art. 40c lid 2 WPO", "art. 40c WPO", "art. 14 lid 1 WPO"]);
    let routes: Vec<_> = letter.routes.as_slice().iter().map(|route| route.uiterlijk).collect();
    assert_eq!(routes, [None; 5], "no term that the law does not give a private school");
    // The complaints committee of the school, and the civil court, are left there.
    let named: Vec<_> = letter.routes.as_slice().iter().map(|route| route.naam.as_str()).collect();
    assert_eq!(named[3..], ["Klacht bij de klachtencommissie", "Kort geding bij de rechtbank"]);
    let told = MeldAanInspectie { over: InspectieMelding::Schorsing(1) };
    let letters = wereld.letters(&directie(), told).await;
    assert_eq!(readers(&letters), [("melding_inspectie", vec![], vec![])]);
    let letter = letter!(letters, 0, MeldingInspectie);
    let expected = InspectieAanleiding::Schorsing { van: day("2026-09-15"), tot_en_met: day("2026-09-18") };
    assert_eq!(letter.aanleiding, expected);
    assert_eq!(letter.redenen.as_slice()[0].as_str(), "Sam gooide met een stoel.");
}

fn typed_school_in_vo() -> BereidGevonden {
    BereidGevonden {
        schoolnaam: "De Wilg".to_owned(),
        vestiging: None,
        plaats: "Ochtendstad".to_owned(),
        contact: "mevrouw Regen".to_owned(),
        soort: Some(dossier::soort::AndereSchoolsoort::Vo),
        bereid_op: day("2026-11-03"),
        bewijs: "brief".to_owned(),
        voorwaarde_op: Some(day("2026-03-20")),
        voorwaarde: "De commissie vindt het kind passend.".to_owned(),
        voorwaarde_ja: Some(true),
        voorwaarde_tot_en_met: Some(day("2029-07-31")),
    }
}

/// In secondary education a suspension and a removal are made known to the pupil, and under eighteen to the parents too (WVO 8.14(2),
/// 8.15(6)).
#[tokio::test]
async fn in_secondary_education_the_pupil_has_an_own_letter_of_a_suspension_and_a_removal() {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol_at(Schoolsoort::Vo);
    let intention = NeemVerwijderingVoor { sector: base::Sector::Vo, ..intention() };
    wereld.silently(&directie(), intention);
    let begun =
        BeginOverleg { verwijdering: 1, op: day("2026-10-05"), met: "mevrouw De Inspecteur".to_owned() };
    wereld.silently(&directie(), begun);
    let suspension = Schors { tijdens_overleg: true, ..schors("2026-10-05", "2026-10-16") };
    let letters = wereld.letters(&directie(), suspension).await;
    assert_eq!(readers(&letters).len(), 3, "both parents, and the pupil");
    let of_pupil = letter!(letters, 2, Schorsing);
    assert!(of_pupil.aan_leerling && of_pupil.tijdens_overleg);
    let cited = articles(&letters[2].brief);
    for artikel in ["art. 8.15 lid 4 WVO 2020", "art. 8.14 lid 2 WVO 2020"] {
        assert!(cited.iter().any(|cited| cited == artikel), "{artikel}: {cited:?}");
    }
    wereld.vandaag = day("2026-11-09");
    let heard = HoorOudersEnLeraar {
        verwijdering: 1,
        op: day("2026-10-15"),
        kwamen: vec![1],
        leerling_kwam: true,
        ouders: "Sam vindt wisselen moeilijk.".to_owned(),
        leraar: String::new(),
        leerling: "Ik wil blijven.".to_owned(),
    };
    wereld.silently(&directie(), heard);
    wereld.silently(
        &directie(),
        dossier::verwijdering::opdracht::RaadpleegInspectie {
            verwijdering: 1,
            op: day("2026-10-20"),
            uitkomst: "Geen bezwaar.".to_owned(),
        },
    );
    let school = typed_school_in_vo();
    wereld.silently(&directie(), VindBereideSchool { verwijdering: 1, school });
    let letters = wereld.letters(&directie(), removal()).await;
    assert_eq!(readers(&letters).len(), 3);
    let of_pupil = letter!(letters, 2, Verwijdering);
    assert!(of_pupil.aan_leerling);
    assert!(of_pupil.routes.praten.wat.as_str().contains("Je mag"), "{:?}", of_pupil.routes.praten);
    assert!(articles(&letters[2].brief).iter().any(|cited| cited == "art. 8.15 lid 6 WVO 2020"));
}

/// Who is seventeen at the decision and of age while there is time to object: from then on the pupil objects (WVO 2020 8.1), and parents and pupil
/// read so in the letters of that decision, since no other comes.
#[tokio::test]
async fn who_comes_of_age_in_the_time_to_object_reads_that_it_is_the_pupil_who_objects_then() {
    let mut wereld = Wereld::with_family("2035-10-01").await;
    wereld.enrol_at(Schoolsoort::Vo);
    wereld.silently(&directie(), NeemVerwijderingVoor { sector: base::Sector::Vo, ..intention() });
    let heard = HoorOudersEnLeraar {
        verwijdering: 1,
        op: day("2035-10-01"),
        kwamen: vec![1, 2],
        leerling_kwam: true,
        ouders: "Zij willen dat Sam blijft.".to_owned(),
        leraar: String::new(),
        leerling: "Ik wil blijven.".to_owned(),
    };
    wereld.silently(&directie(), heard);
    let consulted = dossier::verwijdering::opdracht::RaadpleegInspectie {
        verwijdering: 1,
        op: day("2035-10-01"),
        uitkomst: "Geen bezwaar.".to_owned(),
    };
    wereld.silently(&directie(), consulted);
    let before = BereidGevonden { bereid_op: day("2035-10-01"), ..typed_school_in_vo() };
    wereld.silently(&directie(), VindBereideSchool { verwijdering: 1, school: before });
    // Six weeks from 27 December reach past the eighteenth birthday on 6 February, and from 3 December they do not.
    for (decided, birthday) in [("2035-12-03", None), ("2035-12-28", Some(day("2036-02-06")))] {
        wereld.vandaag = day(decided);
        let mut then = wereld.dossier.clone();
        let per = base::dates::plus_days(day(decided), 21).unwrap();
        let letters = wereld.letters(&directie(), Verwijder { per, ..removal() }).await;
        let [parent, pupil] = [0, 2].map(|at| letter!(letters, at, Verwijdering));
        assert_eq!((parent.bezwaar_zelf_vanaf, pupil.bezwaar_zelf_vanaf), (birthday, birthday), "{decided}");
        let object = parent.routes.bezwaar.wat.as_str();
        assert_eq!(object.contains("6 februari 2036"), birthday.is_some(), "{object}");
        let cited = articles(&letters[0].brief);
        assert_eq!(cited.contains(&"art. 8.1 WVO 2020".to_owned()), birthday.is_some(), "{cited:?}");
        assert_eq!(pupil.gehoord.as_slice()[0].met.as_str(), "jou");
        assert!(pupil.gemeld_aan.as_slice()[0].as_str().ends_with("waar je woont"));
        std::mem::swap(&mut wereld.dossier, &mut then);
    }
}

#[tokio::test]
async fn who_did_not_ask_for_it_hears_that_the_child_is_taken_off_the_list() {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol();
    let leaves = |grond| dossier::leven::opdracht::SchrijfUit {
        vestiging: SCHOOL.parse().unwrap(),
        per: day("2026-10-12"),
        grond,
        blijkt: "De school in Avondstad belde ons.".to_owned(),
        verzoek_van: Some(1),
    };
    let letters = wereld.letters(&ib(), leaves(Uitschrijfreden::AndereSchool)).await;
    assert_eq!(readers(&letters), [("uitschrijving", vec![1], vec![]), ("uitschrijving", vec![2], vec![])]);
    let asker = letter!(letters, 0, Uitschrijving);
    assert!(asker.zelf_gevraagd && asker.op_verzoek_van.is_none());
    let other = letter!(letters, 1, Uitschrijving);
    assert!(!other.zelf_gevraagd && other.op_verzoek_van.is_some());
    let cited = articles(&letters[1].brief);
    assert_eq!(cited, ["art. 10 onder a Leerplichtwet 1969", "art. 10 Besluit bekostiging WPO 2022"]);
    assert!(!text_of(&letters[1].brief).contains("Avondstad"), "where it goes is not told");
}
