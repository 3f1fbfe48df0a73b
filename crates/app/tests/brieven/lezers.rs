//! Who gets a letter, and what stays hidden from whom.

use dossier::Rol;
use dossier::aanmelding::afloop::DoeAanbod;
use dossier::aanmelding::feiten::{BereidGevonden, Overleg};
use dossier::aanmelding::opdracht::{StelBehoefteVast, VraagInformatie};
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{MeldOverlijden, WijzigGezag, ZetGeheimhouding};
use dossier::soort::Relatie;

use crate::letter;
use crate::wereld::{Wereld, actor, day, ib, meld_aan, readers, text_of};

/// Names that try to be something else.
const HOSTILE: [&str; 6] = [
    "#set page(fill: red)",
    "*vet* _schuin_ $x$ @ref <label>",
    "\" } ] \\n\\u0000",
    "Robert'); DROP TABLE event;--",
    "draaiom \u{1f41f}",
    "مريم بنت 王小明 Ωmega",
];

fn asked() -> VraagInformatie {
    VraagInformatie {
        aanmelding: 1,
        wat: vec!["Het laatste plan".to_owned()],
        waarom: "Dan weten wij wat hielp.".to_owned(),
        tot_en_met: day("2026-03-24"),
    }
}

#[tokio::test]
async fn parents_who_are_not_in_the_file_yet_get_one_letter_together() {
    let mut wereld = Wereld::on("2026-03-03").await;
    wereld.open("Sam", "de", "Zonnevis");
    let letters = wereld.letters(&ib(), meld_aan("2026-03-03")).await;
    assert_eq!(readers(&letters), [("ontvangstbevestiging_aanmelding", vec![], vec!["gezin/2026-004217"])]);
    let head = letters[0].brief.hoofd();
    assert_eq!(head.ontvanger.naam.as_str(), "De ouders of verzorgers van Sam de Zonnevis");
    assert_eq!(head.ontvanger.aanhef.as_str(), "Beste ouder of verzorger");
    assert!(head.ontvanger.adres.is_some());
}

#[tokio::test]
async fn only_who_has_authority_now_or_cares_for_the_child_and_lives_gets_a_letter() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.person("J. Pleegvis", "", Relatie::Pleegouder);
    wereld.person("K. Bevoegd", "", Relatie::OuderZonderGezag);
    wereld.person("Jeugdbescherming Noord", "", Relatie::Voogd);
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    wereld.silently(&ib(), MeldOverlijden { wie: Overledene::Persoon(1), op: day("2026-03-01") });
    let ended =
        WijzigGezag { persoon: 2, relatie: None, per: day("2026-03-02"), brondocument: "vonnis".to_owned() };
    wereld.silently(&ib(), ended);
    wereld.vandaag = day("2026-03-10");
    let letters = wereld.letters(&ib(), asked()).await;
    assert_eq!(
        readers(&letters),
        [("verzoek_om_informatie", vec![3], vec![]), ("verzoek_om_informatie", vec![5], vec![])]
    );
    assert_eq!(letters[1].brief.hoofd().ontvanger.aanhef.as_str(), "Geachte mevrouw, geachte heer");
}

#[tokio::test]
async fn when_the_only_parent_died_a_letter_goes_to_whoever_came_in_their_place() {
    let mut wereld = Wereld::on("2026-03-03").await;
    wereld.open("Sam", "de", "Zonnevis");
    wereld.parent("mevrouw I. de Zonnevis", "");
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    wereld.silently(&ib(), MeldOverlijden { wie: Overledene::Persoon(1), op: day("2026-03-01") });
    wereld.vandaag = day("2026-03-10");
    let letters = wereld.letters(&ib(), asked()).await;
    assert_eq!(letters.len(), 1);
    let to = &letters[0].brief.hoofd().ontvanger;
    assert_eq!(to.naam.as_str(), "De voogd of verzorger van Sam de Zonnevis");
}

#[tokio::test]
async fn after_a_childs_death_there_are_no_letters() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let decided = wereld.decide(&ib(), meld_aan("2026-03-03"));
    wereld.silently(&ib(), MeldOverlijden { wie: Overledene::Leerling, op: day("2026-03-03") });
    let moment = crate::wereld::at("2026-03-03");
    let letters = wereld.app.concept_brieven(&wereld.dossier, &decided, &ib(), moment).await.unwrap();
    assert_eq!(letters, []);
}

#[tokio::test]
async fn who_may_not_know_where_the_child_is_gets_the_letter_without_places() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    wereld.silently(
        &ib(),
        StelBehoefteVast {
            aanmelding: 1,
            extra_ondersteuning: true,
            alleen_taal: false,
            toelichting: "Op basisschool DE REGENBOOG aan de Kievitstraat 3 lukt het niet.".to_owned(),
        },
    );
    wereld.silently(
        &ib(),
        ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() },
    );
    wereld.vandaag = day("2026-03-23");
    let offer = DoeAanbod {
        aanmelding: 1,
        school: BereidGevonden {
            schoolnaam: "De Wilg".to_owned(),
            vestiging: Some("99YY00".parse().unwrap()),
            plaats: String::new(),
            contact: String::new(),
            soort: Some(dossier::soort::AndereSchoolsoort::InstellingC12),
            bereid_op: day("2026-03-20"),
            bewijs: "brief".to_owned(),
            voorwaarde_op: Some(day("2026-03-20")),
            voorwaarde: "De commissie vindt het kind passend.".to_owned(),
            voorwaarde_ja: Some(true),
            voorwaarde_tot_en_met: Some(day("2029-07-31")),
        },
        wat: "een kleine groep op De Wilg".to_owned(),
        per: day("2026-06-01"),
        andere_mogelijkheden: vec!["Het Nest".to_owned()],
        overleg: Overleg {
            op: day("2026-03-18"),
            met: "de moeder".to_owned(),
            uitkomst: "Zij woont Lijsterlaan 12.".to_owned(),
        },
    };
    let letters = wereld.letters(&ib(), offer).await;
    assert_eq!(readers(&letters).len(), 2);
    let mother = text_of(&letters[0].brief);
    assert!(mother.contains("Regenboog") && mother.contains("De Wilg") && mother.contains("Lijsterlaan 12"));
    let father = text_of(&letters[1].brief).to_lowercase();
    for secret in
        ["regenboog", "wilg", "het nest", "lijsterlaan", "kievitstraat", "9901", "99xx00", "ochtendstad"]
    {
        let place = father.find(secret).map(|at| &father[at.saturating_sub(40)..]);
        assert_eq!(place, None, "{secret}");
    }
    let head = letters[1].brief.hoofd();
    assert_eq!(head.ontvanger.adres.as_ref().unwrap().straat.as_str(), "Wadlaan 7", "the own address stays");
    assert_eq!(letter!(letters, 1, AanbodAndereSchool).aanbod.naam.as_str(), "een andere school");
}

#[tokio::test]
async fn who_may_not_know_where_the_child_is_reads_of_no_people_and_whom_to_ask_instead() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.person("Stichting Nestkast", "Nestlaan 1, 9903 CC Avondstad", Relatie::Voogd);
    let hide = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    wereld.silently(&ib(), hide);
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    let mut question = asked();
    question.waarom = "Juf Zonnedauw en Stichting Nestkast willen dat weten.".to_owned();
    let letters = wereld.letters(&ib(), question).await;
    let to = |nr: u32| &letters.iter().find(|letter| letter.aan_personen == [nr]).unwrap().brief;
    let mother = text_of(to(1)).to_lowercase();
    assert!(mother.contains("zonnedauw") && mother.contains("nestkast") && mother.contains("000-0000001"));
    let father = text_of(to(2)).to_lowercase();
    for secret in ["zonnedauw", "nestkast", "000-0000001"] {
        let found = father.find(secret).map(|at| &father[at.saturating_sub(40)..]);
        assert_eq!(found, None, "{secret}");
    }
    let head = to(2).hoofd();
    // The office signs, and who answers leads to no place.
    assert_eq!(head.afzender.ondertekenaar.as_str(), "de school");
    assert_eq!(head.afzender.functie.as_str(), "intern begeleider, namens het schoolbestuur");
    assert_eq!(head.contact.naam.as_str(), "een onderwijsconsulent");
    assert_eq!(head.contact.telefoon.as_str(), "www.onderwijsconsulenten.nl");
}

#[tokio::test]
async fn where_the_child_is_stands_in_no_parents_letter_when_it_is_secret_from_everybody() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(&ib(), ZetGeheimhouding { geheim: true, voor_personen: vec![], bron: "BRP".to_owned() });
    let letters = wereld.letters(&ib(), meld_aan("2026-03-03")).await;
    assert_eq!(letters.len(), 2);
    for letter in &letters {
        let text = text_of(&letter.brief).to_lowercase();
        for secret in ["regenboog", "kievitstraat", "lijsterlaan", "99xx00"] {
            assert!(!text.contains(secret), "{secret}");
        }
    }
}

#[tokio::test]
async fn a_secret_address_is_no_fallback_for_a_parent_without_an_own_one() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(&ib(), ZetGeheimhouding { geheim: true, voor_personen: vec![], bron: "BRP".to_owned() });
    let letters = wereld.letters(&ib(), meld_aan("2026-03-03")).await;
    assert_eq!(letters[0].brief.hoofd().ontvanger.adres, None);
    assert!(letters[1].brief.hoofd().ontvanger.adres.is_some());
    assert!(!text_of(&letters[0].brief).contains("Lijsterlaan"));
}

#[tokio::test]
async fn hostile_names_are_only_names() {
    for name in HOSTILE {
        let mut wereld = Wereld::on("2026-03-03").await;
        wereld.open(name, "", name);
        wereld.parent(name, name);
        let mut registration = meld_aan("2026-03-03");
        registration.andere_scholen = vec![name.to_owned()];
        let letters = wereld.letters(&ib(), registration).await;
        let letter = letter!(letters, 0, OntvangstbevestigingAanmelding);
        assert_eq!(letter.hoofd.kind.voornaam.as_str(), name);
        assert_eq!(letter.hoofd.ontvanger.aanhef.as_str(), format!("Beste {name}"));
        assert_eq!(letter.hoofd.ontvanger.adres, None, "no place in it");
    }
}

#[tokio::test]
async fn who_is_hidden_from_reads_no_school_behind_a_hostile_school_name() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(
        &ib(),
        ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() },
    );
    let mut registration = meld_aan("2026-03-03");
    registration.andere_scholen = vec!["ouders".to_owned(), "brief".to_owned(), "soort".to_owned()];
    let letters = wereld.letters(&ib(), registration).await;
    assert_eq!(letters.len(), 2, "names of fields and kinds stay what they are");
}

#[tokio::test]
async fn the_invitation_carries_the_code_and_goes_to_that_parent_alone() {
    let wereld = {
        let mut wereld = Wereld::with_family("2026-03-03").await;
        wereld.silently(&ib(), meld_aan("2026-03-03"));
        wereld
    };
    let moment = crate::wereld::at("2026-03-04");
    let invitation = app::brieven::Uitnodiging {
        persoon: 2,
        nieuw_wachtwoord: false,
        code: "K7QM-2XPA-9DRT-HW4C",
        webadres: "leerrecht.example/code",
        geldig_tot_en_met: day("2026-03-18"),
    };
    let brief = wereld.app.uitnodiging(&wereld.dossier, invitation, &ib(), moment).await.unwrap();
    let documents::Brief::UitnodigingEigenPagina(letter) = &brief else { panic!("{}", brief.soort()) };
    assert_eq!((letter.voor.as_str(), letter.code.as_str()), ("de heer P. Baars", "K7QM-2XPA-9DRT-HW4C"));
    assert!(wereld.app.render(&brief).unwrap().starts_with(b"%PDF"));
    let outsider = actor("regenwulp", Rol::Loket, "swv/PO9901");
    let refused = wereld.app.uitnodiging(&wereld.dossier, invitation, &outsider, moment).await;
    assert!(matches!(refused, Err(app::AppError::Forbidden { .. })));
}

#[tokio::test]
async fn who_loses_authority_by_the_word_of_the_school_hears_it_and_when_it_is_there_again() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let gezag = |relatie| WijzigGezag {
        persoon: 2,
        relatie,
        per: day("2026-03-03"),
        brondocument: "beschikking van de rechtbank Waterland".to_owned(),
    };
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    let before = wereld.dossier.clone();
    for lost in [None, Some(Relatie::OuderZonderGezag)] {
        wereld.dossier = before.clone();
        let letters = wereld.letters(&ib(), gezag(lost)).await;
        assert_eq!(readers(&letters), [("mededeling_gezag", vec![2], vec![])]);
        let documents::Brief::MededelingGezag(told) = &letters[0].brief else { panic!("that letter") };
        assert!(!told.heeft);
        assert_eq!(told.laat_weten_uiterlijk, day("2026-03-17"));
    }
    let letters = wereld.letters(&ib(), gezag(Some(Relatie::Gezagsouder))).await;
    assert_eq!(readers(&letters), [("mededeling_gezag", vec![2], vec![])]);
    // Another kind of authority is no loss of it.
    let letters = wereld.letters(&ib(), gezag(Some(Relatie::Voogd))).await;
    assert_eq!(letters, []);
}

#[tokio::test]
async fn that_letter_names_no_place_to_who_may_not_know_it() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    wereld.silently(&ib(), secret);
    let lost = WijzigGezag {
        persoon: 2,
        relatie: None,
        per: day("2026-03-03"),
        brondocument: "beschikking, gezien op basisschool De Regenboog".to_owned(),
    };
    let letters = wereld.letters(&ib(), lost).await;
    let text = text_of(&letters[0].brief).to_lowercase();
    for place in ["regenboog", "kievitstraat", "lijsterlaan", "ochtendstad"] {
        assert!(!text.contains(place), "{place}");
    }
}
