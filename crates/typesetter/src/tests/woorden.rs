//! What a letter says to its reader, in which order, and in whose style.

use super::*;

#[test]
fn a_refusal_names_every_route_with_its_last_day() {
    for naam in ["weigering", "weigering_school_vol"] {
        let text = words(&sample(naam));
        for route in [
            "Praten met de school",
            "Ouder- en jeugdsteunpunt Morgenster",
            "Onderwijsconsulent",
            "Bezwaar maken bij het schoolbestuur",
            "Geschillencommissie passend onderwijs",
        ] {
            assert!(text.contains(route), "{naam} lacks {route}");
        }
        assert_eq!(text.matches("uiterlijk op maandag 22 juni 2026").count(), 2, "{text}");
    }
}

/// A letter, what it says, and what it does not.
const VAN_DE_LEZER: [(&str, &str, &str); 35] = [
    ("voornemen_verwijdering", "met u en met de leerkracht van Sam", "eigen brief"),
    ("voornemen_verwijdering_vo_ouder", "Sam krijgt daarvoor een eigen brief.", "leerkracht"),
    ("voornemen_verwijdering_vo_leerling", "Wij nodigen je uit voor een gesprek.", "leerkracht"),
    ("voornemen_verwijdering_al_gehoord", "U hebt ons al verteld wat u vindt.", "Daarom nodigen wij u uit"),
    ("gesprek_verzet", "U hebt ons al verteld wat u vindt.", "Wij zijn van plan"),
    ("gesprek_verzet_vo_leerling", "Dat gesprek is nu op", "al verteld"),
    ("ontvangstbevestiging_aanmelding_asielzoeker", "Dan is Sam toegelaten.", "tijdelijke plek"),
    ("besluit_tlv_verleend", "toelaatbaarheidsverklaring (TLV)", "aanwijzing"),
    ("besluit_aanwijzing_lwoo", "leerwegondersteunend onderwijs (lwoo)", "TLV"),
    (
        "voornemen_verwijdering_instelling",
        "of als wij kunnen aantonen dat wij acht weken hebben gezocht",
        "eigen brief",
    ),
    ("voornemen_verwijdering", "pas verwijderen als een andere school Sam wil toelaten.", "kunnen aantonen"),
    ("ontvangstbevestiging_aanmelding_vso", "en pas als Sam een TLV heeft", "wij al iets gevraagd"),
    (
        "ontvangstbevestiging_aanmelding_instelling",
        "Pas na dat onderzoek kunnen wij Sam toelaten.",
        "zoeken wij naar een school",
    ),
    ("ontvangstbevestiging_aanmelding", "Dat kan vanaf", "toelaatbaarheidsverklaring"),
    (
        "ontvangstbevestiging_aanmelding",
        "dat u de grondslag van ons onderwijs respecteert of onderschrijft, en u weigert dat.",
        "voorwaarden voor toelating",
    ),
    ("ontvangstbevestiging_aanmelding", "art. 40 lid 5 onder b WPO", "In één geval"),
    (
        "ontvangstbevestiging_aanmelding_vo",
        "Sam voldoet niet aan de voorwaarden voor toelating die in de wet staan.",
        "In één geval",
    ),
    ("ontvangstbevestiging_aanmelding_asielzoeker", "In één geval hoeven wij niet te zoeken:", "grondslag"),
    (
        "weigering_te_oud",
        "noemt de wet de Geschillencommissie passend onderwijs niet",
        "binnen tien weken een oordeel",
    ),
    ("mededeling_gezag", "Als ouder mag u ons wel vragen", "beslissen samen"),
    ("doorzending_tlv", "geen besluit bekendgemaakt", "telt dan niet meer"),
    ("besluit_dwangsom_geen", "Over die tijd betalen wij geen dwangsom.", "De dwangsom liep"),
    ("besluit_aanwijzing_lwoo", "De school beslist of zij dat doet.", "Dat is extra hulp"),
    ("verwijdering_vo_leerling", "de adviezen en rapporten lezen", "Dan kun je iets doen"),
    (
        "verwijdering_vo_leerling",
        "5 december 2026 ben je meerderjarig. Dan maak je zelf bezwaar",
        "Digitaal sturen",
    ),
    ("verwijdering", "Let op de datums", "adviezen en rapporten"),
    ("schorsing_vo_leerling", "hoe je in deze tijd les kunt krijgen", "dagen niet naar"),
    ("melding_verwijdering", "U krijgt het van ons apart", "alleen de gegevens die"),
    ("verwijdering", "Ons besluit geldt ook als u bezwaar maakt", "Digitaal sturen"),
    ("verwijdering_vo_leerling", "Ons besluit geldt ook als u bezwaar maakt", "Digitaal sturen"),
    ("weigering", "Klacht bij de klachtencommissie", "Digitaal sturen"),
    ("einde_tijdelijke_plaatsing", "Kort geding bij de rechtbank", "Digitaal sturen"),
    ("buiten_behandeling", "25 maart tot en met 31 maart", "Dat mag altijd"),
    ("aanbod_andere_school", "Dan stopt uw aanmelding bij ons", "Zegt u ja? Dan maken wij"),
    ("ontvangst_tlv_aanvraag", "Wilt u hulp, of met iemand praten?", "niet van de school of van ons"),
];

#[test]
fn a_letter_says_what_the_law_of_its_reader_says() {
    for (naam, says, not) in VAN_DE_LEZER {
        let text = words(&sample(naam));
        assert!(text.contains(says), "{naam} says '{says}': {text}");
        assert!(!text.contains(not), "{naam} does not say '{not}': {text}");
    }
}

#[test]
fn own_paragraphs_are_added_and_replace_nothing() {
    let without = words(&sample("schorsing"));
    let with = words(&changed("schorsing", "/hoofd/eigen_alineas", vec!["Onze eigen regel."]));
    assert!(with.contains("Wat u nog meer moet weten Onze eigen regel."));
    assert!(with.len() > without.len());
}

#[test]
fn an_unsure_source_says_so_in_the_letter_and_one_that_nobody_read_is_not_cited() {
    let letter = changed("weigering", "/grond/vindplaats/zekerheid", "website");
    assert!(
        words(&letter).contains("art. 40 lid 4 WPO (van een website, nog te bevestigen): "),
        "{}",
        words(&letter)
    );
    let letter = changed("weigering", "/grond/vindplaats/zekerheid", "kennis");
    let text = words(&letter);
    let law = text.split_once("Wat zegt de wet?").expect("a part on the law").1;
    assert!(!law.contains("art. 40 lid 4 WPO") && !text.contains("uit kennis"), "{law}");
}

#[test]
fn the_house_style_reaches_the_page() {
    let style = Huisstijl {
        accent: "#7a1f5c".parse().unwrap(),
        voetregel: Some(Tekst::new("www.deregenboog.example").unwrap()),
    };
    let brief = sample("toelating");
    let plain = render(&brief);
    let styled = LETTERS.render(&brief, &style).unwrap();
    assert_ne!(plain.bytes(), styled.bytes());
}

#[test]
fn a_letter_reads_from_top_to_bottom_as_it_should() {
    let sentences = words(&sample("verlenging_beslistermijn")).replace(". ", ".\n").replace("? ", "?\n");
    insta::assert_snapshot!(sentences, @r"
    Basisschool De Regenboog Kievitstraat 3, 9901 AA Ochtendstad mevrouw I.
    de Zonnevis Lijsterlaan 12 9901 ZZ Ochtendstad Datum 10 april 2026 Ons nummer 2026-004217 Gaat over Sam de Zonnevis Wij hebben meer tijd nodig om te beslissen over Sam Beste mevrouw De Zonnevis, Wij hebben nog niet beslist over uw aanmelding van Sam.
    Dat lukt niet op tijd.
    U krijgt onze beslissing nu uiterlijk op dinsdag 12 mei 2026.
    Wat hebben wij besloten?
    Wij hebben uw aanmelding van Sam bij basisschool De Regenboog ontvangen op dinsdag 3 maart 2026.
    Wij zouden beslissen uiterlijk op dinsdag 14 april 2026.
    Wij maken die tijd vier weken langer.
    Wij wachten nog op informatie van u.
    Die kunt u geven tot en met maandag 20 april 2026.
    Zolang wij wachten, staat onze tijd stil.
    Wij hebben gerekend met een antwoord op die dag.
    Komt uw antwoord eerder?
    Dan beslissen wij ook eerder.
    Wij mogen dit maar één keer doen.
    Waarom hebben wij meer tijd nodig?
    Wij weten nu dat Sam extra hulp nodig heeft bij taal en bij het samen spelen.
    Onze school kan een deel van die hulp niet geven.
    Wij praten met het samenwerkingsverband en met twee andere scholen over wat er wel kan.
    Dat kost meer tijd dan wij dachten.
    Wat betekent dit voor Sam?
    U en Sam moeten langer wachten.
    Wij begrijpen dat dit vervelend is.
    Hebben wij na tien weken nog niet beslist?
    En staat Sam dan nog niet ingeschreven op een andere basisschool?
    Dan krijgt Sam bij ons een tijdelijke plek.
    Dat kan vanaf woensdag 13 mei 2026.
    Sam houdt die plek tot wij hebben beslist.
    Wat kunt u doen?
    Wij wachten nog op de informatie die wij u vroegen.
    Geef die uiterlijk op maandag 20 april 2026.
    Is het wachten moeilijk, of bent u het er niet mee eens?
    Praat dan met ons.
    U kunt ook hulp krijgen: •Praten met de school.
    Bel ons en vraag om een gesprek.
    U mag iemand meenemen.
    Het is gratis.
    mevrouw Zonnedauw 000-000 00 01 •Ouder- en jeugdsteunpunt Morgenster.
    Hier krijgt u informatie en advies.
    Het steunpunt hoort niet bij de school.
    U kunt er ook samen met uw kind praten.
    Het is gratis.
    000-000 00 03 www.morgenster.example Heeft u vragen?
    Bel mevrouw Zonnedauw (intern begeleider): 000-000 00 01.
    Bellen kan van maandag tot en met donderdag, van 9 tot 16 uur.
    Mailen kan ook: m.zonnedauw@deregenboog.example.
    Noemt u daarbij ons nummer: 2026-004217.
    Met vriendelijke groet, W.
    van der Wulp directeur, namens het bestuur van Stichting Ochtendnevel Basisschool De Regenboog Wat zegt de wet?
    •art.
    40 lid 6 WPO: De school beslist binnen zes weken.
    Dat mag één keer langer duren: zo kort als kan, en hooguit vier weken.
    De school laat dat aan de ouders weten.
    ");
}

#[test]
fn a_plan_for_every_child_is_not_said_to_be_for_extra_help() {
    let text = |naam: &str| words(&samples().into_iter().find(|sample| sample.naam == naam).unwrap().brief);
    let (needs, every) = (text("toelating"), text("toelating_speciaal"));
    assert!(needs.contains("Sam heeft extra hulp nodig.") && !needs.contains("voor elk kind een plan"));
    assert!(every.contains("voor elk kind een plan") && !every.contains("Sam heeft extra hulp nodig."));
}

#[test]
fn a_temporary_place_where_every_child_has_a_plan_says_so() {
    let text = |every: bool| words(&changed("tijdelijke_plaatsing", "/elk_kind", every));
    assert!(text(true).contains("Op onze school is er voor elk kind een plan."));
    assert!(text(false).contains("Omdat Sam extra hulp nodig heeft,"));
}
