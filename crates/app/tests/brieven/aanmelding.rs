//! Letters of a registration: to whom, with which days and articles.

use documents::{Adres, EindeGrond, Vervolgplek};
use dossier::aanmelding::afloop::{DoeAanbod, LaatToe, StelBuitenBehandeling, Weiger, WijsAanbodAf};
use dossier::aanmelding::feiten::{BereidGevonden, Overleg, Weigeringsgrond};
use dossier::aanmelding::opdracht::{
    MeldAan, OntvangInformatie, StelBehoefteVast, VerlengBeslistermijn, VraagInformatie,
};
use dossier::aanmelding::tijdelijk::PlaatsTijdelijk;
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::soort::Schoolsoort;
use dossier::{Actor, Rol};

use crate::letter;
use crate::wereld::{Wereld, actor, articles, at, day, ib, meld_aan, readers, text_of};

fn need() -> StelBehoefteVast {
    StelBehoefteVast {
        aanmelding: 1,
        extra_ondersteuning: true,
        alleen_taal: false,
        toelichting: "Sam heeft elke dag hulp nodig bij taal.".to_owned(),
    }
}

fn wilg() -> BereidGevonden {
    BereidGevonden {
        schoolnaam: "De Wilg".to_owned(),
        vestiging: Some("99YY00".parse().unwrap()),
        plaats: String::new(),
        contact: String::new(),
        soort: Some(dossier::soort::AndereSchoolsoort::InstellingC12),
        bereid_op: day("2026-03-20"),
        bewijs: "brief van De Wilg".to_owned(),
        voorwaarde_op: Some(day("2026-03-20")),
        voorwaarde: "De commissie vindt het kind passend.".to_owned(),
        voorwaarde_ja: Some(true),
        voorwaarde_tot_en_met: Some(day("2029-07-31")),
    }
}

fn talk() -> Overleg {
    Overleg {
        op: day("2026-03-18"),
        met: "beide ouders".to_owned(),
        uitkomst: "Zij willen rust voor Sam.".to_owned(),
    }
}

fn offer() -> DoeAanbod {
    DoeAanbod {
        aanmelding: 1,
        school: wilg(),
        wat: "een kleine groep\nelke dag logopedie".to_owned(),
        per: day("2026-06-01"),
        andere_mogelijkheden: vec![
            "Extra hulp op onze school: drie uur is te weinig".to_owned(),
            "De Poolster".to_owned(),
        ],
        overleg: talk(),
    }
}

pub(crate) fn refusal(grond: Weigeringsgrond, overleg: Option<Overleg>) -> Weiger {
    Weiger {
        aanmelding: 1,
        grond,
        motivering: "Onze groepen zijn te groot.\n\nDat lukt niet.".to_owned(),
        overleg,
    }
}

/// Registered on 3 March, need found, some days on.
pub(crate) async fn registered(vandaag: &str) -> Wereld {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    wereld.silently(&ib(), need());
    wereld.vandaag = day(vandaag);
    wereld
}

#[tokio::test]
async fn every_parent_gets_an_own_confirmation() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let letters = wereld.letters(&ib(), meld_aan("2026-03-03")).await;
    let kind = "ontvangstbevestiging_aanmelding";
    assert_eq!(readers(&letters), [(kind, vec![1], vec![]), (kind, vec![2], vec![])]);
    assert_eq!(letters[0].van.as_str(), "school/99XX00");
    let first = letter!(letters, 0, OntvangstbevestigingAanmelding);
    assert_eq!(first.hoofd.ontvanger.aanhef.as_str(), "Beste mevrouw De Zonnevis");
    let adres = |letter: &documents::OntvangstbevestigingAanmelding| {
        letter.hoofd.ontvanger.adres.as_ref().map(|Adres { straat, plaats }| format!("{straat}|{plaats}"))
    };
    assert_eq!(adres(first).unwrap(), "Lijsterlaan 12|9901 ZZ  Ochtendstad");
    let second = letter!(letters, 1, OntvangstbevestigingAanmelding);
    assert_eq!(second.hoofd.ontvanger.aanhef.as_str(), "Beste meneer Baars");
    assert_eq!(adres(second).unwrap(), "Wadlaan 7|9902 BB Middagdorp");
    assert!(!text_of(&letters[1].brief).contains("Lijsterlaan"));
    assert_eq!((first.beslistermijn.as_str(), first.beslissen_uiterlijk), ("zes weken", day("2026-04-14")));
    assert_eq!(first.verlenging.as_ref().unwrap().as_str(), "hooguit vier weken");
    let temporary = first.tijdelijke_plaats.as_ref().unwrap();
    assert_eq!(temporary.na.as_str(), "tien weken");
    assert_eq!(temporary.vanaf, day("2026-05-13"));
    assert_eq!(
        articles(&letters[0].brief),
        [
            "art. 40 lid 2 WPO",
            "art. 40 lid 6 WPO",
            "art. 40 lid 7 WPO",
            "art. 40 lid 4 WPO",
            "art. 40 lid 5 onder a WPO",
            "art. 40 lid 5 onder b WPO",
        ]
    );
    let head = &first.hoofd;
    assert_eq!(head.afzender.ondertekenaar.as_str(), "M. Zonnedauw");
    assert_eq!(head.afzender.functie.as_str(), "intern begeleider, namens Stichting Ochtendnevel");
    assert_eq!(head.contact.telefoon.as_str(), "000-0000001");
    assert_eq!(first.hulp.as_slice()[0].waar.as_str(), "Steunpunt Morgenster, 000-0000003");
}

/// Given a registration that the school wrote down, and a father who may not know where the child is; then his receipt does not thank him for it,
/// and asks nothing that one kind of school asks.
#[tokio::test]
async fn who_may_not_know_the_place_is_told_neither_that_they_registered_nor_of_what_kind_the_school_is() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let hide = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    wereld.silently(&ib(), hide);
    let registration = MeldAan { schoolsoort: Schoolsoort::Sbo, ..meld_aan("2026-03-03") };
    let letters = wereld.letters(&ib(), registration).await;
    let mother = letter!(letters, 0, OntvangstbevestigingAanmelding);
    let father = letter!(letters, 1, OntvangstbevestigingAanmelding);
    assert!(!mother.door_ander && mother.verklaring_nodig);
    assert!(father.door_ander && !father.verklaring_nodig);
    let asked = "art. 40 lid 8 WPO".to_owned();
    assert!(articles(&letters[0].brief).contains(&asked), "{:?}", articles(&letters[0].brief));
    assert!(!articles(&letters[1].brief).contains(&asked));
}

#[tokio::test]
async fn a_parent_who_comes_into_the_file_later_gets_the_receipt_too() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    wereld.vandaag = day("2026-03-10");
    let contact = dossier::leven::feiten::Contactgegevens {
        adres: "Wadlaan 9, 9902 BB Middagdorp".to_owned(),
        ..Default::default()
    };
    let added = dossier::leven::opdracht::VerbindPersoon {
        naam: "mevrouw Q. Baars".to_owned(),
        relatie: dossier::soort::Relatie::Voogd,
        van: day("2026-03-09"),
        tot: None,
        brondocument: "uitspraak van de rechter".to_owned(),
        contact,
        namens: None,
    };
    let letters = wereld.letters(&ib(), added).await;
    assert_eq!(readers(&letters), [("ontvangstbevestiging_aanmelding", vec![3], vec![])]);
    let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
    assert_eq!((letter.ontvangen_op, letter.beslissen_uiterlijk), (day("2026-03-03"), day("2026-04-14")));
    assert_eq!(letter.hoofd.datum, day("2026-03-10"));
    assert!(text_of(&letters[0].brief).contains("Wadlaan 9"));
}

#[tokio::test]
async fn a_parent_who_registers_does_not_sign_for_the_school() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let parent = actor("zonnevis", Rol::Ouder, "gezin/2026-004217");
    let mut registration = meld_aan("2026-03-03");
    registration.ingediend_door = dossier::aanmelding::feiten::Indiener::Ouder(1);
    wereld.dossier.personen[0].account = Some(parent.persoon.clone());
    let letters = wereld.letters(&parent, registration).await;
    let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
    assert_eq!(letter.hoofd.afzender.ondertekenaar.as_str(), "Basisschool De Regenboog");
    assert_eq!(letter.hoofd.afzender.functie.as_str(), "namens Stichting Ochtendnevel");
    assert_eq!(letters[0].van.as_str(), "school/99XX00");
    // Who did not register is not told so.
    let other = letter!(letters, 1, OntvangstbevestigingAanmelding);
    assert!(!letter.door_ander && other.door_ander);
}

#[tokio::test]
async fn a_request_for_information_stops_the_clock_on_the_right_day() {
    for (openbaar, stil) in [(false, "2026-03-10"), (true, "2026-03-11")] {
        let mut wereld = Wereld::with_family("2026-03-03").await;
        let mut registration = meld_aan("2026-03-03");
        registration.openbaar = openbaar;
        wereld.silently(&ib(), registration);
        wereld.vandaag = day("2026-03-10");
        let letters = wereld
            .letters(
                &ib(),
                VraagInformatie {
                    aanmelding: 1,
                    wat: vec!["Het laatste plan".to_owned()],
                    waarom: "Dan weten wij wat hielp.".to_owned(),
                    tot_en_met: day("2026-03-24"),
                },
            )
            .await;
        let letter = letter!(letters, 0, VerzoekOmInformatie);
        assert_eq!(letter.stil_vanaf, day(stil), "openbaar: {openbaar}");
        assert_eq!(letter.aanleveren_uiterlijk, day("2026-03-24"));
        assert_eq!(letter.stoppen_binnen.as_ref().unwrap().as_str(), "vier weken");
        let expected = if openbaar { "art. 4:15 lid 1 Awb" } else { "art. 63 lid 4 WPO" };
        assert_eq!(articles(&letters[0].brief)[..2], ["art. 40 lid 3 WPO".to_owned(), expected.to_owned()]);
    }
}

#[tokio::test]
async fn an_answer_that_is_not_enough_tells_what_is_missing_and_until_when() {
    let mut wereld = registered("2026-03-10").await;
    let asked = VraagInformatie {
        aanmelding: 1,
        wat: vec!["Het laatste plan".to_owned()],
        waarom: "Dan weten wij wat hielp.".to_owned(),
        tot_en_met: day("2026-03-24"),
    };
    wereld.silently(&ib(), asked);
    wereld.vandaag = day("2026-03-16");
    let some = OntvangInformatie {
        aanmelding: 1,
        op: day("2026-03-16"),
        compleet: false,
        nog_nodig: "De laatste bladzijde ontbreekt.".to_owned(),
    };
    let letters = wereld.letters(&ib(), some).await;
    assert_eq!(letters.len(), 2, "one for each parent");
    let letter = letter!(letters, 0, InformatieNietCompleet);
    assert_eq!((letter.kregen_op, letter.aanleveren_uiterlijk), (day("2026-03-16"), day("2026-03-24")));
    assert_eq!(letter.nog_nodig.as_slice()[0].as_str(), "De laatste bladzijde ontbreekt.");
    assert_eq!(articles(&letters[0].brief), ["art. 63 lid 4 WPO"]);
}

#[tokio::test]
async fn an_extension_tells_both_days() {
    let mut wereld = registered("2026-04-10").await;
    let reden = "Wij praten met een andere school.".to_owned();
    let letters = wereld.letters(&ib(), VerlengBeslistermijn { aanmelding: 1, weken: 4, reden }).await;
    let letter = letter!(letters, 0, VerlengingBeslistermijn);
    assert_eq!((letter.eerst_uiterlijk, letter.beslissen_uiterlijk), (day("2026-04-14"), day("2026-05-12")));
    assert_eq!(letter.verlenging.as_str(), "vier weken");
    assert_eq!(letter.tijdelijke_plaats.as_ref().unwrap().vanaf, day("2026-05-13"));
    assert_eq!(articles(&letters[0].brief), ["art. 40 lid 6 WPO", "art. 40 lid 7 WPO"]);
}

#[tokio::test]
async fn an_offer_names_the_school_its_town_and_the_routes() {
    let mut wereld = registered("2026-03-23").await;
    let letters = wereld.letters(&ib(), offer()).await;
    assert_eq!(letters.len(), 2);
    let letter = letter!(letters, 0, AanbodAndereSchool);
    assert_eq!((letter.aanbod.naam.as_str(), letter.aanbod.plaats.as_str()), ("De Wilg", "Ochtendstad"));
    let offered: Vec<&str> = letter.aanbod.biedt.as_slice().iter().map(documents::Tekst::as_str).collect();
    assert_eq!(offered, ["een kleine groep", "elke dag logopedie"]);
    assert_eq!(letter.andere_mogelijkheden[0].uitkomst.as_str(), "drie uur is te weinig");
    assert_eq!(letter.andere_mogelijkheden[1].mogelijkheid.as_str(), "De Poolster");
    assert_eq!(
        (letter.reageren_uiterlijk, letter.beslissen_uiterlijk),
        (day("2026-04-06"), day("2026-04-14"))
    );
    let routes: Vec<&str> = letter.routes.as_slice().iter().map(|route| route.naam.as_str()).collect();
    assert_eq!(routes, ["Praten met de school", "Ouder- en jeugdsteunpunt", "Onderwijsconsulent"]);
    assert_eq!(articles(&letters[0].brief), ["art. 40 lid 4 WPO", "art. 40 lid 6 WPO"]);
}

#[tokio::test]
async fn an_offer_of_a_school_that_was_typed_names_the_town_that_was_typed() {
    let mut wereld = registered("2026-03-23").await;
    let mut offer = offer();
    offer.school.vestiging = None;
    offer.school.plaats = "Avondstad".to_owned();
    offer.school.contact = "mevrouw B. Baars, 000-0000002".to_owned();
    let letters = wereld.letters(&ib(), offer).await;
    let letter = letter!(letters, 0, AanbodAndereSchool);
    assert_eq!(letter.aanbod.plaats.as_str(), "Avondstad");
}

#[tokio::test]
async fn the_town_of_a_school_that_was_typed_is_kept_from_who_may_not_know_where_the_child_goes() {
    let mut wereld = registered("2026-03-23").await;
    let secret = dossier::leven::opdracht::ZetGeheimhouding {
        geheim: true,
        voor_personen: vec![2],
        bron: "school".to_owned(),
    };
    wereld.silently(&ib(), secret);
    let mut offer = offer();
    offer.school.vestiging = None;
    offer.school.plaats = "Avondstad".to_owned();
    offer.school.contact = "mevrouw B. Baars, 000-0000002".to_owned();
    let letters = wereld.letters(&ib(), offer).await;
    assert_eq!(letter!(letters, 0, AanbodAndereSchool).aanbod.plaats.as_str(), "Avondstad");
    let hidden = letter!(letters, 1, AanbodAndereSchool);
    assert_eq!(hidden.aanbod.plaats.as_str(), "een plaats die niet in deze brief staat");
    assert!(!crate::wereld::text_of(&letters[1].brief).contains("Avondstad"));
}

#[tokio::test]
async fn a_refusal_has_ground_school_talks_and_every_route_with_its_last_day() {
    let mut wereld = registered("2026-03-23").await;
    wereld.silently(&ib(), offer());
    wereld.vandaag = day("2026-04-07");
    wereld.silently(&ib(), WijsAanbodAf { van: Some(1), aanmelding: 1, aanbod: 1, reden: String::new() });
    let last = Overleg { op: day("2026-04-02"), ..talk() };
    let letters =
        wereld.letters(&directie(), refusal(Weigeringsgrond::AndereSchool(wilg()), Some(last))).await;
    let letter = letter!(letters, 0, Weigering);
    assert_eq!(letter.grond.vindplaats.to_string(), "art. 40 lid 4 WPO");
    assert_eq!(letter.redenen.as_slice().len(), 2);
    assert_eq!(letter.overleg.as_slice().len(), 2);
    let Vervolgplek::School(found) = &letter.vervolgplek else { panic!("a school was found") };
    assert_eq!((found.naam.as_str(), found.begint_op), ("De Wilg", Some(day("2026-06-01"))));
    let routes = &letter.routes;
    assert_eq!((routes.bezwaar.termijn.as_str(), routes.bezwaar.uiterlijk), ("zes weken", day("2026-05-19")));
    let gpo = &routes.geschillencommissie;
    assert_eq!((gpo.termijn.as_str(), gpo.uiterlijk), ("zes weken", day("2026-05-19")));
    assert!(
        routes
            .bezwaar
            .waar
            .as_str()
            .starts_with("Stichting Ochtendnevel, per adres Basisschool De Regenboog")
    );
    assert_eq!(
        articles(&letters[0].brief),
        [
            "art. 40 lid 4 WPO",
            "art. 63 lid 3 WPO",
            "art. 63 lid 3 WPO",
            "art. 14 lid 1 WPO",
            "art. 43 lid 3 WPO",
            "art. 43 lid 4 WPO"
        ]
    );
}

fn directie() -> Actor {
    crate::wereld::directie()
}

pub(crate) fn full() -> Weigeringsgrond {
    crate::wereld::vol()
}

#[tokio::test]
async fn an_exception_is_told_with_its_own_ground() {
    let mut wereld = registered("2026-03-23").await;
    let letters = wereld.letters(&directie(), refusal(full(), Some(talk()))).await;
    let letter = letter!(letters, 0, Weigering);
    assert_eq!(letter.grond.tekst.as_str(), "Er is geen plaats op de school.");
    let Vervolgplek::Uitzondering(exception) = &letter.vervolgplek else { panic!("an exception") };
    assert_eq!(
        exception.toelichting.as_slice()[0].as_str(),
        "Voor welke groep is er geen plaats, hoeveel leerlingen zitten daar en wat is de grens? Beide groepen 5 hebben dertig kinderen."
    );
    assert!(exception.vervolg.as_slice()[1].as_str().contains("000-0000002"));
    assert_eq!(letter.open_aanbod, None);
    // An offer that waits for an answer waits no longer, and the letter says so.
    let mut wereld = registered("2026-03-23").await;
    wereld.silently(&ib(), offer());
    let letters = wereld.letters(&directie(), refusal(full(), None)).await;
    let open = letter!(letters, 0, Weigering).open_aanbod.as_ref();
    assert_eq!(open.map(documents::Tekst::as_str), Some("De Wilg"));
    // The law asks no talk then, and the letter tells of none (WPO 40 lid 5).
    let mut wereld = registered("2026-03-23").await;
    let letters = wereld.letters(&directie(), refusal(full(), None)).await;
    assert!(letter!(letters, 0, Weigering).overleg.is_empty());
}

#[tokio::test]
async fn an_admission_tells_the_plan_only_where_there_is_a_need() {
    let mut wereld = registered("2026-03-23").await;
    let admission = LaatToe {
        aanmelding: 1,
        per: day("2026-04-20"),
        groep: "groep 5".to_owned(),
        residentieel: String::new(),
        leeftijd: String::new(),
        voorwaarde_soort: None,
        voorwaarde_op: None,
        voorwaarde: String::new(),
        voorwaarde_ja: None,
        voorwaarde_tot_en_met: None,
    };
    let letters = wereld.letters(&ib(), admission).await;
    let letter = letter!(letters, 0, Toelating);
    let plan = letter.opp.as_ref().unwrap();
    assert_eq!((plan.binnen.as_str(), plan.uiterlijk), ("zes weken", day("2026-06-01")));
    assert_eq!(
        articles(&letters[0].brief),
        ["art. 40 lid 6 WPO", "art. 40a lid 3 WPO", "art. 40a lid 2 WPO"]
    );
    assert!(!plan.voorbij);
    let mut plain = Wereld::with_family("2026-03-23").await;
    plain.silently(&ib(), meld_aan("2026-03-03"));
    plain.silently(&ib(), StelBehoefteVast { extra_ondersteuning: false, ..need() });
    let letters = plain
        .letters(
            &ib(),
            LaatToe {
                aanmelding: 1,
                per: day("2026-04-20"),
                groep: String::new(),
                residentieel: String::new(),
                leeftijd: String::new(),
                voorwaarde_soort: None,
                voorwaarde_op: None,
                voorwaarde: String::new(),
                voorwaarde_ja: None,
                voorwaarde_tot_en_met: None,
            },
        )
        .await;
    let letter = letter!(letters, 0, Toelating);
    assert_eq!((letter.opp.is_none(), letter.groep.as_str()), (true, "een groep die wij u nog laten weten"));
}

#[tokio::test]
async fn an_admission_of_a_child_that_began_tells_the_day_of_the_plan_from_then() {
    let mut wereld = registered("2026-06-15").await;
    let admission = LaatToe {
        aanmelding: 1,
        per: day("2026-06-10"),
        groep: "groep 5".to_owned(),
        residentieel: String::new(),
        leeftijd: String::new(),
        voorwaarde_soort: None,
        voorwaarde_op: None,
        voorwaarde: String::new(),
        voorwaarde_ja: None,
        voorwaarde_tot_en_met: None,
    };
    let letters = wereld.letters(&ib(), admission).await;
    let plan = letter!(letters, 0, Toelating).opp.as_ref().unwrap();
    assert_eq!((plan.uiterlijk, plan.voorbij), (day("2026-07-22"), false));
}

#[tokio::test]
async fn a_temporary_place_and_its_end_are_told_with_the_decision() {
    let mut wereld = registered("2026-05-13").await;
    let place = PlaatsTijdelijk {
        aanmelding: 1,
        per: day("2026-05-13"),
        groep: "groep 5".to_owned(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    };
    let letters = wereld.letters(&ib(), place).await;
    let letter = letter!(letters, 0, TijdelijkePlaatsing);
    assert_eq!((letter.recht.na.as_str(), letter.recht.vanaf), ("tien weken", day("2026-05-13")));
    assert_eq!(letter.beslissen_uiterlijk, None, "the term is over");
    assert!(
        letter.praktisch[0].as_str().contains("op welke schooldag en hoe laat"),
        "{:?}",
        letter.praktisch
    );
    assert_eq!(letter.opp_binnen.as_ref().unwrap().as_str(), "zes weken");
    wereld.vandaag = day("2026-05-29");
    let letters =
        wereld.letters(&directie(), refusal(Weigeringsgrond::AndereSchool(wilg()), Some(talk()))).await;
    let kinds: Vec<&str> = letters.iter().map(|letter| letter.brief.soort()).collect();
    assert_eq!(kinds, ["einde_tijdelijke_plaatsing", "einde_tijdelijke_plaatsing", "weigering", "weigering"]);
    let end = letter!(letters, 0, EindeTijdelijkePlaatsing);
    assert_eq!(
        (end.grond, end.laatste_dag, end.uitgeschreven_per),
        (EindeGrond::Weigering, day("2026-05-29"), day("2026-05-30"))
    );
    assert_eq!(end.routes.bezwaar.uiterlijk, day("2026-07-10"));
}

#[tokio::test]
async fn a_registration_that_is_not_handled_says_what_was_missing() {
    let mut wereld = registered("2026-03-10").await;
    let asked = VraagInformatie {
        aanmelding: 1,
        wat: vec!["Het laatste plan".to_owned(), "Het verslag".to_owned()],
        waarom: "Dan weten wij wat hielp.".to_owned(),
        tot_en_met: day("2026-03-24"),
    };
    wereld.silently(&ib(), asked);
    wereld.vandaag = day("2026-04-07");
    let reden = "Zonder het plan kunnen wij niet beslissen.".to_owned();
    let letters = wereld.letters(&directie(), StelBuitenBehandeling { aanmelding: 1, reden }).await;
    let letter = letter!(letters, 0, BuitenBehandeling);
    assert_eq!((letter.gevraagd_op, letter.aanleveren_was_uiterlijk), (day("2026-03-10"), day("2026-03-24")));
    assert_eq!(letter.ontbreekt.as_slice().len(), 2);
    assert_eq!(letter.routes.bezwaar.uiterlijk, day("2026-05-19"));
    assert_eq!(articles(&letters[0].brief)[0], "art. 63 lid 4 WPO");
    let grounds = letters[0].brief.rechtsgronden();
    let choices: Vec<_> =
        grounds.iter().filter(|ground| ground.vindplaats.zekerheid == base::Zekerheid::Beleid).collect();
    assert_eq!(choices.len(), 1, "a choice is no law");
    assert!(choices[0].tekst.as_str().contains("staat niet in de wet"), "{}", choices[0].tekst);
    assert_eq!(letter.vaste_week, None, "a primary school has no week of its own");
}

#[tokio::test]
async fn an_offer_while_the_clock_stands_still_tells_the_day_if_nothing_comes() {
    let mut wereld = registered("2026-03-10").await;
    let asked = VraagInformatie {
        aanmelding: 1,
        wat: vec!["Het laatste plan".to_owned()],
        waarom: "Dan weten wij wat hielp.".to_owned(),
        tot_en_met: day("2026-03-24"),
    };
    wereld.silently(&ib(), asked);
    let without_answer = wereld.dossier.aanmeldingen[0].open_opschorting().unwrap().uiterlijk_zonder_antwoord;
    wereld.vandaag = day("2026-03-23");
    let letters = wereld.letters(&ib(), offer()).await;
    assert_eq!(Some(letter!(letters, 0, AanbodAndereSchool).beslissen_uiterlijk), without_answer);
    let received =
        OntvangInformatie { aanmelding: 1, op: day("2026-03-23"), compleet: true, nog_nodig: String::new() };
    assert!(wereld.letters(&ib(), received).await.is_empty());
}

#[tokio::test]
async fn a_secondary_school_cites_its_own_act_and_no_other() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let mut registration = meld_aan("2026-03-03");
    registration.sector = base::Sector::Vo;
    registration.schoolsoort = verband::Schoolsoort::Vo;
    registration.vestiging = "99VO00".parse().unwrap();
    registration.schoolnaam = "De Poolster".to_owned();
    let teacher = actor("zonnedauw", Rol::Ib, "school/99VO00");
    let letters = wereld.letters(&teacher, registration).await;
    for article in articles(&letters[0].brief) {
        assert!(article.ends_with("WVO 2020"), "{article}");
    }
    let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
    assert_eq!(letter.hoofd.afzender.adres.as_ref().unwrap().straat.as_str(), "Vestigingscode 99VO00");
    assert_eq!(letter.hoofd.contact.telefoon.as_str(), "het nummer staat in de schoolgids");
    assert_eq!(at("2026-03-03").vandaag, letter.hoofd.datum);
}

#[tokio::test]
async fn a_minor_asylum_seeker_is_told_of_admission_and_of_no_temporary_place() {
    let mut wereld = Wereld::with_family("2026-08-24").await;
    let registration =
        MeldAan { minderjarige_asielzoeker: true, gewenst_per: None, ..meld_aan("2026-08-24") };
    let letters = wereld.letters(&ib(), registration).await;
    let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
    let temporary = letter.tijdelijke_plaats.as_ref().unwrap();
    assert!(temporary.toegelaten);
    assert_eq!(temporary.na.as_str(), "zes weken");
    assert!(articles(&letters[0].brief).contains(&"art. 40 lid 16 WPO".to_owned()));

    let mut other = Wereld::with_family("2026-08-24").await;
    let letters = other.letters(&ib(), meld_aan("2026-08-24")).await;
    let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
    assert!(!letter.tijdelijke_plaats.as_ref().unwrap().toegelaten);
    let own_schools = "een andere basisschool of school voor speciaal basisonderwijs of speciaal onderwijs";
    assert!(text_of(&letters[0].brief).contains(own_schools), "of which schools the law speaks");
}

#[tokio::test]
async fn a_school_for_vso_cites_the_temporary_place_of_its_own_pupils() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let registration = MeldAan {
        schoolsoort: verband::Schoolsoort::Vso,
        sector: base::Sector::So,
        ..meld_aan("2026-03-03")
    };
    let letters = wereld.letters(&ib(), registration).await;
    assert!(articles(&letters[0].brief).contains(&"art. 40 lid 9 WEC".to_owned()));
}

/// Given a registration, of a pupil who was born on this day.
pub(crate) async fn registered_pupil(born: &str) -> Wereld {
    let mut wereld = registered("2026-03-23").await;
    wereld.dossier.leerling.as_mut().expect("a pupil").geboortedatum = day(born);
    wereld
}

#[tokio::test]
async fn a_pupil_of_twelve_gets_an_own_letter_of_an_admission_and_a_refusal_and_a_younger_one_does_not() {
    // Twelve on the day of the letter, and the day after.
    for (on, expected) in [("2014-03-23", 1), ("2014-03-24", 0)] {
        let admission = LaatToe {
            aanmelding: 1,
            per: day("2026-04-20"),
            groep: "groep 8".to_owned(),
            residentieel: String::new(),
            leeftijd: String::new(),
            voorwaarde_soort: None,
            voorwaarde_op: None,
            voorwaarde: String::new(),
            voorwaarde_ja: None,
            voorwaarde_tot_en_met: None,
        };
        let mut world = registered_pupil(on).await;
        let admitted = world.letters(&ib(), admission).await;
        let mut world = registered_pupil(on).await;
        let refused = world.letters(&directie(), refusal(full(), None)).await;
        for (letters, titel) in [(admitted, "Je mag naar"), (refused, "Je kunt niet naar")] {
            let own = letters.iter().filter_map(|letter| match &letter.brief {
                documents::Brief::BesluitLeerling(own) => Some((letter, own)),
                _ => None,
            });
            let own: Vec<_> = own.collect();
            assert_eq!(own.len(), expected, "born on {on}");
            for (letter, own) in own {
                assert!(letter.aan_personen.is_empty(), "to no parent");
                assert!(own.titel.as_str().starts_with(titel), "{}", own.titel.as_str());
                assert_eq!(own.hoofd.ontvanger.aanhef.as_str(), "Beste Sam");
            }
        }
    }
}
