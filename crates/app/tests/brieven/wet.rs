//! What a letter says of the law is what the law says of this case: which disputes the national committee takes notice of, what is a choice
//! of this program, who is told by which article.

use app::brieven::Conceptbrief;
use base::{Sector, Zekerheid};
use dossier::aanmelding::afloop::{StelBuitenBehandeling, Weiger};
use dossier::aanmelding::feiten::{Getoond, Weigeringsgrond};
use dossier::aanmelding::opdracht::{MeldAan, StelBehoefteVast, VraagInformatie};
use dossier::leven::opdracht::WijzigGezag;
use dossier::opdracht::Vaststelling;
use dossier::soort::{Onderwijskeuze, Relatie, ZonderSchool};
use dossier::staat::Afloop;
use dossier::verwijdering::opdracht::{HoorOudersEnLeraar, MeldAanBenW, NeemVerwijderingVoor, Verwijder};
use dossier::{Gebeurtenis, Opdracht};
use recht::{Bewijspunt, Bewijssoort, Waarde};
use verband::Schoolsoort;

use crate::letter;
use crate::wereld::{SCHOOL, Wereld, articles, day, directie, ib, meld_aan, text_of};

/// A registration of a child without a need for extra support at a school of a sector, public or not.
async fn registered(sector: Sector, openbaar: bool) -> Wereld {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let schoolsoort = match sector {
        Sector::Po => Schoolsoort::Basisschool,
        Sector::So => Schoolsoort::So,
        Sector::Vo => Schoolsoort::Vo,
    };
    wereld.silently(&ib(), MeldAan { sector, schoolsoort, openbaar, ..meld_aan("2026-03-03") });
    wereld.vandaag = day("2026-03-10");
    wereld
}

/// An answer to what shows a ground.
fn answered(punt: &Bewijspunt) -> Getoond {
    let antwoord = match punt.soort {
        Bewijssoort::Tekst => "Dat staat in het dossier.".to_owned(),
        Bewijssoort::Dag => "2026-03-02".to_owned(),
        Bewijssoort::Keuze => punt.opties[0].clone(),
    };
    Getoond { punt: punt.id.clone(), vraag: punt.vraag.clone(), antwoord }
}

/// The letters of a refusal on any ground of the law: that of a full school, with another ground in its fact and in the file.
async fn refused(wereld: &mut Wereld, sector: Sector, ground: &str) -> Vec<Conceptbrief> {
    let need = StelBehoefteVast {
        aanmelding: 1,
        extra_ondersteuning: false,
        alleen_taal: false,
        toelichting: "Sam kan goed meekomen.".to_owned(),
    };
    wereld.silently(&ib(), need);
    let full = match sector {
        Sector::Po => "geen_plaatsruimte_po",
        Sector::So => "geen_plaatsruimte_so",
        Sector::Vo => "geen_plaatsruimte_vo",
    };
    let today = wereld.vandaag;
    let grounds: Vec<_> = wereld.app.wet.gronden_weigering(sector, today).cloned().collect();
    let on = |grond: &str| {
        let asked = grounds.iter().filter(|found| found.id == grond).flat_map(|found| &found.bewijs);
        let bewijs = asked.map(answered).collect();
        Weigeringsgrond::Uitzondering { grond: grond.to_owned(), onderbouwing: String::new(), bewijs }
    };
    let refusal = Weiger {
        aanmelding: 1,
        grond: on(full),
        motivering: "Wij kunnen Sam niet toelaten.".to_owned(),
        overleg: None,
    };
    let mut decided = wereld.decide(&directie(), refusal);
    for vaststelling in &mut decided {
        if let Gebeurtenis::Geweigerd(event) = &mut vaststelling.gebeurtenis {
            std::sync::Arc::make_mut(event).grond = on(ground);
        }
    }
    if let Some(Afloop::Geweigerd { grond, .. }) = &mut wereld.dossier.aanmeldingen[0].afloop {
        *grond = on(ground);
    }
    letters_of(wereld, &decided).await
}

async fn letters_of(wereld: &Wereld, decided: &[Vaststelling]) -> Vec<Conceptbrief> {
    let moment = app::Moment { vandaag: wereld.vandaag, ..crate::wereld::at("2026-01-01") };
    wereld.app.concept_brieven(&wereld.dossier, decided, &directie(), moment).await.unwrap()
}

/// A letter says by the law of the national committee that it judges, or that a decision waits for it.
fn leans_on_the_committee(cited: &[String]) -> bool {
    let judges = ["art. 43 lid 3 WPO", "art. 45 lid 3 WEC", "art. 12.34 lid 3 WVO 2020"];
    let waits = ["art. 43 lid 4 WPO", "art. 45 lid 4 WEC", "art. 12.34 lid 4 WVO 2020"];
    cited.iter().any(|cited| judges.contains(&cited.as_str()) || waits.contains(&cited.as_str()))
}

/// A letter says that the law names no such dispute.
fn says_it_is_not_named(cited: &[String]) -> bool {
    let named = ["art. 43 lid 2 WPO", "art. 45 lid 2 WEC", "art. 12.34 lid 2 WVO 2020"];
    cited.iter().any(|cited| named.contains(&cited.as_str()))
}

#[tokio::test]
async fn the_committee_is_named_as_law_for_the_disputes_that_the_law_names_and_for_no_others() {
    let mut not_named = 0;
    for sector in [Sector::Po, Sector::So, Sector::Vo] {
        let wereld = registered(sector, false).await;
        let list = wereld.app.wet.parameter("gpo.niet_genoemd", day("2026-03-10")).unwrap();
        let Waarde::Lijst(listed) = list.waarde.clone() else { panic!("a list") };
        let grounds: Vec<String> = wereld
            .app
            .wet
            .gronden_weigering(sector, day("2026-03-10"))
            .map(|ground| ground.id.clone())
            .collect();
        for ground in grounds {
            let mut wereld = registered(sector, false).await;
            let letters = refused(&mut wereld, sector, &ground).await;
            let outside = listed.contains(&ground);
            not_named += usize::from(outside);
            for letter in &letters {
                let cited = articles(&letter.brief);
                assert_eq!(leans_on_the_committee(&cited), !outside, "{ground}: {cited:?}");
                assert_eq!(says_it_is_not_named(&cited), outside, "{ground}: {cited:?}");
                let asks = text_of(&letter.brief).contains("Vraag het aan de commissie.");
                assert_eq!(asks, outside, "{ground}: the route says it too");
            }
        }
    }
    assert_eq!(not_named, 2, "too old, in primary and in special education");
}

/// Awb 6:16 and 8:81 at a public school; at another no law says that objecting stops a decision, and the civil court is left.
#[tokio::test]
async fn a_decision_of_a_school_says_that_objecting_does_not_stop_it_and_which_court_can() {
    for (sector, full) in [
        (Sector::Po, "geen_plaatsruimte_po"),
        (Sector::So, "geen_plaatsruimte_so"),
        (Sector::Vo, "geen_plaatsruimte_vo"),
    ] {
        for openbaar in [false, true] {
            let mut wereld = registered(sector, openbaar).await;
            let letters = refused(&mut wereld, sector, full).await;
            let letter = letter!(letters, 0, Weigering);
            let meanwhile = letter.routes.werking.as_ref().unwrap().as_str();
            assert!(meanwhile.contains("geldt ook als u bezwaar maakt"), "{meanwhile}");
            let courts = letter.routes.andere.iter().map(|route| route.naam.as_str());
            let court = if openbaar {
                "Voorlopige voorziening bij de rechtbank"
            } else {
                "Kort geding bij de rechtbank"
            };
            assert_eq!(courts.collect::<Vec<_>>(), ["Klacht bij de klachtencommissie", court], "{sector:?}");
            let cited = articles(&letters[0].brief);
            for artikel in ["art. 6:16 Awb", "art. 8:81 lid 1 Awb"] {
                let is_cited = cited.iter().any(|cited| cited == artikel);
                assert_eq!(is_cited, openbaar, "{sector:?} {openbaar}: {cited:?}");
            }
        }
    }
}

/// WPO 4d, WEC 5b, WVO 2020 3.43: Awb 2:13(1) does not hold between parents and the board of a school.
#[tokio::test]
async fn no_letter_of_a_school_opens_the_electronic_way_for_an_objection() {
    for (sector, full) in [
        (Sector::Po, "geen_plaatsruimte_po"),
        (Sector::So, "geen_plaatsruimte_so"),
        (Sector::Vo, "geen_plaatsruimte_vo"),
    ] {
        let mut wereld = registered(sector, true).await;
        let letters = refused(&mut wereld, sector, full).await;
        assert!(!text_of(&letters[0].brief).to_lowercase().contains("digitaal"), "{sector:?}");
        assert!(!articles(&letters[0].brief).iter().any(|cited| cited.contains("2:13")), "{sector:?}");
        // The board always decides again; the hearing alone can be left out, and not in secondary education.
        let letter = letter!(letters, 0, Weigering);
        let words = letter.routes.bezwaar.wat.as_str();
        assert!(words.contains("Het bestuur beslist dan opnieuw."), "{words}");
        assert_eq!(words.contains("slaat het bestuur dat gesprek over"), sector != Sector::Vo, "{words}");
        assert_eq!(words.contains("uw kind vertellen"), sector == Sector::Vo, "{words}");
    }
}

/// Uitvoeringsbesluit WVO 2020 8.12.
#[tokio::test]
async fn a_removal_for_insufficient_progress_names_the_rules_on_it() {
    for progress in [false, true] {
        let mut wereld = heard().await;
        let Opdracht::Verwijder(act) = removal(ZonderSchool::PraktijkOfVso) else { panic!("a removal") };
        let act = Verwijder { per: day("2035-08-01"), vorderingen: Some(progress), ..act };
        let letters = wereld.letters(&directie(), act).await;
        let cited = articles(&letters[0].brief);
        for lid in [1, 2] {
            let artikel = format!("art. 8.12 lid {lid} Uitvoeringsbesluit WVO 2020");
            assert_eq!(cited.contains(&artikel), progress, "{cited:?}");
        }
    }
}

#[tokio::test]
async fn a_public_school_that_does_not_handle_a_registration_names_the_terms_of_the_awb() {
    for (sector, refusal) in [
        (Sector::Po, "art. 40 lid 12 WPO"),
        (Sector::So, "art. 40 lid 20 WEC"),
        (Sector::Vo, "art. 8.8 lid 6 WVO 2020"),
    ] {
        for openbaar in [false, true] {
            let mut wereld = registered(sector, openbaar).await;
            let asked = VraagInformatie {
                aanmelding: 1,
                wat: vec!["Het verslag".to_owned()],
                waarom: "Dan weten wij wat hielp.".to_owned(),
                tot_en_met: day("2026-03-24"),
            };
            wereld.silently(&ib(), asked);
            wereld.vandaag = day("2026-04-07");
            let reden = "Zonder het verslag kunnen wij niet beslissen.".to_owned();
            let letters = wereld.letters(&directie(), StelBuitenBehandeling { aanmelding: 1, reden }).await;
            let cited = articles(&letters[0].brief);
            let of_awb = ["art. 6:7 Awb", "art. 7:10 lid 1 Awb"];
            for artikel in of_awb {
                let is_cited = cited.iter().any(|cited| cited == artikel);
                assert_eq!(is_cited, openbaar, "{sector:?} {openbaar}: {cited:?}");
            }
            assert!(
                !cited.iter().any(|cited| cited == refusal),
                "{sector:?}: the term of a refusal: {cited:?}"
            );
            assert!(!leans_on_the_committee(&cited) && says_it_is_not_named(&cited), "{cited:?}");
            let choice = |ground: &&documents::Rechtsgrond| ground.vindplaats.zekerheid == Zekerheid::Beleid;
            let choices = letters[0].brief.rechtsgronden().into_iter().filter(choice).count();
            assert_eq!(
                choices,
                usize::from(!openbaar),
                "{sector:?}: at a private school objecting is a choice"
            );
        }
    }
}

#[tokio::test]
async fn where_a_place_asks_a_declaration_the_receipt_says_so_and_the_temporary_place_waits_for_it() {
    for (soort, sector, asked, waits) in [
        (Schoolsoort::Basisschool, Sector::Po, false, false),
        (Schoolsoort::Sbo, Sector::Po, true, false),
        (Schoolsoort::So, Sector::So, true, false),
        (Schoolsoort::Vso, Sector::So, true, true),
        (Schoolsoort::InstellingC12, Sector::So, false, false),
        (Schoolsoort::Vo, Sector::Vo, false, false),
    ] {
        let mut wereld = Wereld::with_family("2026-03-03").await;
        let registration = MeldAan { schoolsoort: soort, sector, ..meld_aan("2026-03-03") };
        let letters = wereld.letters(&ib(), registration).await;
        let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
        assert_eq!(letter.verklaring_nodig, asked, "{soort:?}");
        if let Some(place) = &letter.tijdelijke_plaats {
            assert_eq!(place.eerst_verklaring, waits, "{soort:?}");
        }
        let needs = ["art. 40 lid 8 WPO", "art. 40 lid 10 WEC", "art. 40 lid 12 WEC"];
        let cited = articles(&letters[0].brief);
        assert_eq!(cited.iter().any(|cited| needs.contains(&cited.as_str())), asked, "{soort:?}: {cited:?}");
    }
}

/// WPO 40(5), WEC 40(6), (22), WVO 2020 8.9(3): a public school has no foundation, the law of secondary education alone has conditions,
/// and an institute has no duty.
#[tokio::test]
async fn the_receipt_names_the_exceptions_to_the_duty_to_find_another_school_that_this_school_has() {
    let both = Some("respecteert of onderschrijft");
    for (soort, sector, openbaar, asked, cited) in [
        (
            Schoolsoort::Basisschool,
            Sector::Po,
            false,
            both,
            &["40 lid 5 onder a WPO", "40 lid 5 onder b WPO"][..],
        ),
        (Schoolsoort::Basisschool, Sector::Po, true, None, &["40 lid 5 onder a WPO"]),
        (
            Schoolsoort::Sbo,
            Sector::Po,
            false,
            Some("respecteert"),
            &["40 lid 5 onder a WPO", "40 lid 5 onder b WPO"],
        ),
        (Schoolsoort::So, Sector::So, false, both, &["40 lid 6 onder a WEC", "40 lid 6 onder b WEC"]),
        (
            Schoolsoort::Vo,
            Sector::Vo,
            false,
            both,
            &["8.9 lid 3 onder a WVO 2020", "8.9 lid 3 onder b WVO 2020", "8.9 lid 3 onder c WVO 2020"],
        ),
        (
            Schoolsoort::Vo,
            Sector::Vo,
            true,
            None,
            &["8.9 lid 3 onder a WVO 2020", "8.9 lid 3 onder c WVO 2020"],
        ),
        (Schoolsoort::InstellingC12, Sector::So, false, None, &[]),
    ] {
        let mut wereld = Wereld::with_family("2026-03-03").await;
        let registration = MeldAan { schoolsoort: soort, sector, openbaar, ..meld_aan("2026-03-03") };
        let letters = wereld.letters(&ib(), registration).await;
        let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
        assert_eq!(letter.grondslag.as_ref().map(documents::Tekst::as_str), asked, "{soort:?} {openbaar}");
        assert_eq!(letter.voorwaarden, soort == Schoolsoort::Vo, "{soort:?}");
        let exceptions: Vec<String> =
            articles(&letters[0].brief).into_iter().filter(|cited| cited.contains(" onder ")).collect();
        let expected: Vec<String> = cited.iter().map(|place| format!("art. {place}")).collect();
        assert_eq!(exceptions, expected, "{soort:?} {openbaar}");
    }
}

/// A full school and a foundation that parents refuse to respect stand under two letters of one paragraph.
#[tokio::test]
async fn a_refusal_without_another_school_cites_the_letter_of_its_own_exception() {
    for (ground, place, says) in [
        ("geen_plaatsruimte_po", "art. 40 lid 5 onder a WPO", "Er is geen plaats op de school."),
        (
            "grondslag_niet_onderschreven_po",
            "art. 40 lid 5 onder b WPO",
            "De ouders weigeren te verklaren dat zij de grondslag van het onderwijs op de school respecteren of onderschrijven.",
        ),
    ] {
        let mut wereld = registered(Sector::Po, false).await;
        let letters = refused(&mut wereld, Sector::Po, ground).await;
        assert_eq!(articles(&letters[0].brief).first().map(String::as_str), Some(place));
        let letter = letter!(letters, 0, Weigering);
        let documents::Vervolgplek::Uitzondering(why) = &letter.vervolgplek else { panic!("an exception") };
        assert_eq!(why.uitzondering.as_str(), says);
    }
}

/// WVO 2020 8.13(2), 2.30(7).
#[tokio::test]
async fn a_temporary_place_in_praktijkonderwijs_waits_for_a_declaration_too() {
    for (keuze, asked) in [(Onderwijskeuze::Pro, true), (Onderwijskeuze::Vo, false)] {
        let mut wereld = Wereld::with_family("2026-03-03").await;
        let registration = MeldAan {
            schoolsoort: Schoolsoort::Vo,
            onderwijs: Some(keuze),
            sector: Sector::Vo,
            ..meld_aan("2026-03-03")
        };
        let letters = wereld.letters(&ib(), registration).await;
        let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
        assert_eq!(letter.verklaring_nodig, asked, "{keuze:?}");
        if let Some(place) = &letter.tijdelijke_plaats {
            assert_eq!(place.eerst_verklaring, asked, "{keuze:?}");
        }
        let conditions = articles(&letters[0].brief).iter().any(|cited| cited == "art. 8.13 lid 2 WVO 2020");
        assert_eq!(conditions, asked, "{keuze:?}");
    }
}

/// Whoever loses authority as a parent can still ask how the child does (BW 1:377c); a guardian is no parent.
#[tokio::test]
async fn a_parent_without_authority_is_told_what_can_be_asked_and_a_guardian_is_not() {
    for (was, relatie, parent) in [
        (Relatie::Gezagsouder, Some(Relatie::OuderZonderGezag), true),
        (Relatie::Gezagsouder, None, true),
        (Relatie::Voogd, None, false),
    ] {
        let mut wereld = Wereld::on("2026-03-03").await;
        wereld.open("Sam", "de", "Zonnevis");
        wereld.parent("mevrouw I. de Zonnevis", "");
        wereld.person("de heer P. Baars", "Wadlaan 7, 9902 BB Middagdorp", was);
        let brondocument = "uitspraak van de rechter van 2 maart".to_owned();
        let lost = WijzigGezag { persoon: 2, relatie, per: day("2026-03-03"), brondocument };
        let letters = wereld.letters(&ib(), lost).await;
        let letter = letter!(letters, 0, MededelingGezag);
        assert!(!letter.heeft);
        assert_eq!(letter.is_ouder, parent, "{was:?}");
        let cited = articles(&letters[0].brief);
        let asks = cited.iter().any(|cited| cited == "art. 377c lid 1 BW Boek 1");
        assert_eq!(asks, parent, "{was:?}: {cited:?}");
        let begins = cited.iter().any(|cited| cited == "art. 253p lid 1 BW Boek 1");
        assert!(begins, "from when what a court decided counts: {cited:?}");
    }
}

/// A pupil of seventeen in secondary education, heard on the day of the talk.
async fn heard() -> Wereld {
    let mut wereld = Wereld::with_family("2035-03-05").await;
    wereld.enrol_at(Schoolsoort::Vo);
    let intention = NeemVerwijderingVoor {
        vestiging: SCHOOL.parse().unwrap(),
        sector: Sector::Vo,
        redenen: "Het is niet veilig in de klas.".to_owned(),
    };
    wereld.silently(&directie(), intention);
    wereld.vandaag = day("2035-03-12");
    let heard = HoorOudersEnLeraar {
        verwijdering: 1,
        op: day("2035-03-12"),
        kwamen: vec![1, 2],
        leerling_kwam: true,
        ouders: "Sam wil werken.".to_owned(),
        leraar: String::new(),
        leerling: "Ik wil werken.".to_owned(),
    };
    wereld.silently(&directie(), heard);
    wereld
}

fn removal(zonder_school: ZonderSchool) -> Opdracht {
    Verwijder {
        verwijdering: 1,
        per: day("2035-03-19"),
        motivering: "Het lukt hier niet meer.".to_owned(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: Some(zonder_school),
        zonder_school_blijkt: "Een kopie in het dossier.".to_owned(),
        openbaar: false,
    }
    .into()
}

/// WVO 2020 8.21 and WEC 47a: the Leerplichtwet holds no more, and there is no startkwalificatie.
#[tokio::test]
async fn who_sees_to_young_people_without_a_diploma_hears_of_one_who_is_free_without_a_startkwalificatie() {
    for (why, told) in [(ZonderSchool::PraktijkOfVso, true), (ZonderSchool::Startkwalificatie, false)] {
        let mut wereld = heard().await;
        let letters = wereld.letters(&directie(), removal(why)).await;
        let rmc = |cited: &[String]| cited.iter().any(|cited| cited == "art. 8.21 lid 1 WVO 2020");
        let cited = articles(&letters[0].brief);
        assert_eq!(rmc(&cited), told, "{why:?}: {cited:?}");
        // Of a pupil for whom the Leerplichtwet does not hold 8.15(2) says nothing, nor is the committee named.
        assert!(!leans_on_the_committee(&cited) && says_it_is_not_named(&cited), "{why:?}: {cited:?}");
        let municipality = MeldAanBenW { verwijdering: 1, gemeente: "Ochtendstad".to_owned() };
        let letters = wereld.letters(&directie(), municipality).await;
        assert_eq!(rmc(&articles(&letters[0].brief)), told, "{why:?}");
        assert!(!letter!(letters, 0, MeldingVerwijdering).leerling_alleen, "the parents know of it");
    }
}

#[tokio::test]
async fn only_in_secondary_education_the_pupil_is_told_to_be_heard_on_an_objection() {
    let mut wereld = heard().await;
    let letters = wereld.letters(&directie(), removal(ZonderSchool::PraktijkOfVso)).await;
    let own = letters.iter().position(|letter| letter.aan_personen.is_empty()).unwrap();
    let letter = letter!(letters, own, Verwijdering);
    assert!(letter.aan_leerling && letter.leerling_leest_mee, "WVO 2020 8.15(8)");
}
