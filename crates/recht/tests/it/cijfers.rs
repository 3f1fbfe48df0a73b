//! Every figure of the law that is no part of a rule, typed here again from `law.md` by its number there.

use std::collections::BTreeSet;

use base::{Date, Sector, Zekerheid};
use recht::soort::TlvSoort;
use recht::{Eenheid, Voorwaarde};

use super::{OP, d, wet};

/// Name, figure in words, paragraph of `law.md`, where it stands.
const CIJFERS: [(&str, &str, &str, &str); 69] = [
    ("aanmelding.termijn_vooraf", "10 weken", "R1.1", "art. 40 lid 2 WPO"),
    ("aanmelding.vroegste_leeftijd", "3 jaar", "R1.1", "art. 40 lid 2 WPO"),
    ("aanmelding.vroegste_leeftijd_cluster_1_2", "2 jaar", "R1.1", "art. 40 lid 3 WEC"),
    ("aanmelding.toelating_leeftijd", "4 jaar", "R1.1", "art. 39 lid 1 WPO"),
    ("aanmelding.toelating_leeftijd_cluster_1_2", "3 jaar", "R1.1", "art. 39 lid 1 WEC"),
    ("aanmelding.vo_eerste_dag", "25 maart", "R1.2", "art. 8.8 lid 8 WVO 2020"),
    ("aanmelding.vo_laatste_dag", "31 maart", "R1.2", "art. 8.8 lid 8 WVO 2020"),
    ("aanmelding.voorlopig_advies_vanaf", "10 januari", "R1.2", "art. 45d lid 1 WPO"),
    ("aanmelding.voorlopig_advies_tot_en_met", "31 januari", "R1.2", "art. 45d lid 1 WPO"),
    ("aanmelding.definitief_advies_uiterlijk", "24 maart", "R1.2", "art. 45d lid 3 WPO"),
    ("aanmelding.buiten_behandeling_bekend_binnen", "4 weken", "R1.7", "art. 63 lid 4 WPO"),
    ("tlv.buiten_behandeling_bekend_binnen", "4 weken", "R1.7", "art. 4:5 lid 4 Awb"),
    ("bezwaar.school_indienen", "6 weken", "R1.9", "art. 63 lid 3 WPO"),
    ("bezwaar.school_beslissen", "4 weken", "R1.9", "art. 63 lid 3 WPO"),
    ("bezwaar.openbare_school_indienen", "6 weken", "R1.9", "art. 6:7 Awb"),
    ("bezwaar.openbare_school_beslissen", "4 weken", "R1.9", "art. 40 lid 12 WPO"),
    ("tlv.laatste_leeftijd_sbo", "14 jaar", "R2.5", "art. 39 lid 4 WPO"),
    ("tlv.laatste_leeftijd_so", "14 jaar", "R2.5", "art. 39 lid 4 WEC"),
    ("tlv.laatste_leeftijd_vso", "20 jaar", "R2.5", "art. 39 lid 4 WEC"),
    ("bezwaar.vo_toelating_indienen", "6 weken", "R1.9", "art. 8.8 lid 5 WVO 2020"),
    ("bezwaar.vo_verwijdering_indienen", "6 weken", "R1.9", "art. 8.15 lid 7 WVO 2020"),
    ("bezwaar.vo_toelating_beslissen", "4 weken", "R1.9", "art. 8.8 lid 6 WVO 2020"),
    ("bezwaar.vo_verwijdering_beslissen", "4 weken", "R1.9", "art. 8.15 lid 8 WVO 2020"),
    ("beroep.rechtbank_indienen", "6 weken", "R2.8", "art. 6:7 Awb"),
    ("beroep.hoger_indienen", "6 weken", "R2.8", "art. 6:7 Awb"),
    ("verwijdering.zoeken_cluster_1_2", "8 weken", "R1.10", "art. 40 lid 18 WEC"),
    ("pgn.melden_binnen", "2 weken", "R1.12", "art. 40b lid 3 WPO"),
    ("pgn.nummer_binnen", "8 weken", "R1.12", "art. 40b lid 4 WPO"),
    ("register.inschrijving_vso_binnen", "7 dagen", "R1.12", "DUO, inschrijvingsgegevens speciaal onderwijs"),
    ("dwangsom.na_ingebrekestelling", "2 weken", "R2.7", "art. 4:17 lid 3 Awb"),
    ("dwangsom.hooguit", "42 dagen", "R2.7", "art. 4:17 lid 1 Awb"),
    ("dwangsom.dagen_per_bedrag", "14 dagen", "R2.7", "art. 4:17 lid 2 Awb"),
    ("dwangsom.eerste_bedrag", "€ 23,00", "R2.7", "art. 4:17 lid 2 Awb"),
    ("dwangsom.tweede_bedrag", "€ 35,00", "R2.7", "art. 4:17 lid 2 Awb"),
    ("dwangsom.derde_bedrag", "€ 45,00", "R2.7", "art. 4:17 lid 2 Awb"),
    ("dwangsom.hoogste_totaal", "€ 1.442,00", "R2.7", "art. 4:17 lid 1 Awb"),
    ("dwangsom.eindigt_voor_bekendmaking", "1 dag", "R2.7", "art. 4:17 lid 1 Awb"),
    ("dwangsom.vaststellen_binnen", "2 weken", "R2.7", "art. 4:18 Awb"),
    ("dwangsom.betalen_binnen", "6 weken", "R2.7", "art. 4:87 lid 1 Awb"),
    ("pro.iq_van", "55 punten", "R2.13", "art. 2.46 lid 4 Uitvoeringsbesluit WVO 2020"),
    ("pro.iq_tot_en_met", "80 punten", "R2.13", "art. 2.46 lid 4 Uitvoeringsbesluit WVO 2020"),
    ("pro.achterstand_van", "0,5", "R2.13", "art. 2.46 lid 4 Uitvoeringsbesluit WVO 2020"),
    ("lwoo.iq_van", "75 punten", "R2.13", "art. 2.46 lid 5 Uitvoeringsbesluit WVO 2020"),
    ("lwoo.iq_tot_en_met", "90 punten", "R2.13", "art. 2.46 lid 5 Uitvoeringsbesluit WVO 2020"),
    (
        "lwoo.iq_met_problematiek_tot_en_met",
        "120 punten",
        "R2.13",
        "art. 2.46 lid 5 Uitvoeringsbesluit WVO 2020",
    ),
    ("lwoo.achterstand_van", "0,25", "R2.13", "art. 2.46 lid 5 Uitvoeringsbesluit WVO 2020"),
    ("lwoo.achterstand_tot", "0,5", "R2.13", "art. 2.46 lid 5 Uitvoeringsbesluit WVO 2020"),
    ("achterstand.gebieden", "2", "R2.13", "art. 2.46 lid 4 Uitvoeringsbesluit WVO 2020"),
    ("opdc.hooguit", "2 jaar", "R2.14", "art. 2.50 lid 1 Uitvoeringsbesluit WVO 2020"),
    ("opp.evaluatie_per_schooljaar", "1", "R3.5", "art. 40a lid 4 WPO"),
    ("opp.termijn_na_vaststellen_behoefte", "6 weken", "R3.2", "art. 40a WPO"),
    ("ondersteuningsplan.ten_minste_elke", "4 jaar", "R5.2", "art. 18a lid 7 WPO"),
    ("opr.voorleggen_binnen", "6 weken", "R5.5", "art. 32 lid 1 WMS"),
    ("opr.beroep_binnen", "1 maand", "R5.5", "art. 36 lid 2 WMS"),
    ("groei.vaststellen_vanaf", "1 februari", "R6.8", "art. 20 lid 1 Besluit bekostiging WPO 2022"),
    ("groei.vaststellen_tot_en_met", "1 juni", "R6.8", "art. 20 lid 1 Besluit bekostiging WPO 2022"),
    ("verzuim.langdurig_relatief_na", "4 weken", "R7.4", "DUO, verzuim digitaal melden"),
    ("verzuim.ziekte_melden_binnen", "2 dagen", "R7", "art. 12 Leerplichtwet 1969"),
    ("verzuim.verlof_hoofd_hooguit", "10 dagen", "R7", "art. 14 lid 3 Leerplichtwet 1969"),
    ("gpo.indienen", "6 weken", "R8.3", "Geschillencommissie passend onderwijs, werkwijze"),
    ("gpo.verweer", "2 weken", "R8.3", "Geschillencommissie passend onderwijs, werkwijze"),
    ("gpo.oordeel", "10 weken", "R8.3", "art. 43 lid 3 WPO"),
    ("klacht.oordeel_bestuur", "4 weken", "R8.1", "art. 14 lid 7 WPO"),
    ("consulent.thuis_langer_dan", "4 weken", "R8.2", "Onderwijsconsulenten, voorwaarden"),
    ("bewaren.swv_dossier", "3 jaar", "R9.2", "art. 18a lid 13 WPO"),
    ("bewaren.leerlingenadministratie", "5 jaar", "R9.2", "art. 12 lid 1 Besluit bekostiging WPO 2022"),
    ("bewaren.vernietigen_binnen", "8 weken", "R9.2", "art. 12 lid 2 Besluit bekostiging WPO 2022"),
    ("bewaren.opp_en_leerlingdossier", "2 jaar", "R9.2", "Handreiking bewaartermijnen"),
    ("bewaren.rapport_cluster_1_2", "3 jaar", "R9.2", "art. 41 lid 9 WEC"),
];

#[test]
fn every_figure_is_the_one_of_the_law_and_says_where_it_stands() {
    for (naam, waarde, regel, artikel) in CIJFERS {
        let parameter = wet().parameter(naam, d(OP)).unwrap_or_else(|error| panic!("{naam}: {error}"));
        assert_eq!(parameter.to_string(), waarde, "{naam} ({regel})");
        assert_eq!(parameter.bron.vindplaats.to_string(), artikel, "{naam} ({regel})");
    }
}

/// Figures that come from elsewhere than a paragraph of `law.md` with a number: ages, lists, guidance.
const ELDERS: [&str; 20] = [
    "aanmelding.laatste_leeftijd_pro",
    "aanmelding.laatste_toestemming_pro",
    "andere_school.soorten_po",
    "andere_school.soorten_so",
    "andere_school.soorten_vo",
    "bewaren.leerlingdossier_na_verwijzing",
    "bewaren.verzuim",
    "gpo.niet_genoemd",
    "leerplicht.medeverantwoordelijk_vanaf",
    "meerderjarig.leeftijd",
    "opp.altijd_voor_wec",
    "opp.altijd_voor_wpo",
    "opp.altijd_voor_wvo",
    "rmc.tot_leeftijd",
    "tlv.categorieen",
    "vrijstelling.jaarlijks_voor",
    "vrijstelling.melden_voor_begin",
    "vrijstelling.verklaring_niet_ouder_dan",
    "weigering.alleen_bijzonder",
    "weigering.alleen_te_oud",
];

#[test]
fn no_figure_stands_in_the_corpus_that_nobody_compared() {
    let compared: BTreeSet<&str> = CIJFERS.iter().map(|(naam, ..)| *naam).chain(ELDERS).collect();
    let found: BTreeSet<&str> = wet().parameters(d(OP)).map(|parameter| parameter.naam.as_str()).collect();
    assert_eq!(compared, found);
}

#[test]
fn a_figure_of_law_holds_from_its_first_day_and_not_before() {
    for (naam, first) in [
        ("aanmelding.termijn_vooraf", "2014-08-01"),
        ("aanmelding.vo_eerste_dag", "2023-08-01"),
        ("aanmelding.definitief_advies_uiterlijk", "2023-08-01"),
        ("groei.vaststellen_vanaf", "2023-01-01"),
        ("dwangsom.na_ingebrekestelling", "2014-08-01"),
        ("bewaren.swv_dossier", "2014-08-01"),
    ] {
        let before = d(first).yesterday().expect("a day");
        assert!(wet().parameter(naam, d(first)).is_ok(), "{naam}");
        assert!(wet().parameter(naam, before).is_err(), "{naam}");
    }
}

#[test]
fn the_penalty_was_less_before_2019() {
    for (naam, before, since) in [
        ("dwangsom.eerste_bedrag", "€ 20,00", "€ 23,00"),
        ("dwangsom.tweede_bedrag", "€ 30,00", "€ 35,00"),
        ("dwangsom.derde_bedrag", "€ 40,00", "€ 45,00"),
        ("dwangsom.hoogste_totaal", "€ 1.260,00", "€ 1.442,00"),
    ] {
        let on = |day| wet().parameter(naam, d(day)).unwrap().to_string();
        assert_eq!(
            (on("2014-08-01"), on("2018-12-31"), on("2019-01-01")),
            (before.to_owned(), before.to_owned(), since.to_owned())
        );
    }
}

#[test]
fn a_figure_of_several_sectors_names_the_place_in_the_law_of_each() {
    for (naam, wetten) in [
        ("aanmelding.termijn_vooraf", ["art. 40 lid 2 WPO", "art. 40 lid 3 WEC", "art. 8.8 lid 1 WVO 2020"]),
        ("pgn.melden_binnen", ["art. 40b lid 3 WPO", "art. 42a lid 3 WEC", "art. 8.10 lid 3 WVO 2020"]),
        (
            "opp.evaluatie_per_schooljaar",
            ["art. 40a lid 4 WPO", "art. 41a lid 4 WEC", "art. 2.44 lid 3 WVO 2020"],
        ),
    ] {
        let parameter = wet().parameter(naam, d(OP)).unwrap();
        let found =
            ["WPO", "WEC", "WVO 2020"].map(|act| parameter.bron_in(act).unwrap().vindplaats.to_string());
        assert_eq!(found, wetten, "{naam}");
    }
    for (naam, po, so) in [
        ("aanmelding.voorlopig_advies_vanaf", "art. 45d lid 1 WPO", "art. 48e lid 1 WEC"),
        ("aanmelding.voorlopig_advies_tot_en_met", "art. 45d lid 1 WPO", "art. 48e lid 1 WEC"),
        ("aanmelding.definitief_advies_uiterlijk", "art. 45d lid 3 WPO", "art. 48e lid 3 WEC"),
    ] {
        let parameter = wet().parameter(naam, d(OP)).unwrap();
        let found = ["WPO", "WEC"].map(|act| parameter.bron_in(act).unwrap().vindplaats.to_string());
        assert_eq!(found, [po, so], "{naam}");
    }
    // The WVO names no age.
    assert!(wet().parameter("aanmelding.vroegste_leeftijd", d(OP)).unwrap().bron_in("WVO 2020").is_none());
}

#[test]
fn a_step_that_the_law_no_longer_has_has_ended() {
    assert!(wet().parameter("opr.meedelen_binnen", d("2016-12-31")).is_ok());
    assert!(wet().parameter("opr.meedelen_binnen", d("2017-01-01")).is_err());
}

#[test]
fn the_most_that_a_late_partnership_pays_is_fourteen_days_of_each_amount() {
    let getal = |naam: &str, eenheid| wet().parameter(naam, d(OP)).unwrap().aantal(eenheid).unwrap();
    let per = getal("dwangsom.dagen_per_bedrag", Eenheid::Dagen);
    let longest = getal("dwangsom.hooguit", Eenheid::Dagen);
    let amounts = ["dwangsom.eerste_bedrag", "dwangsom.tweede_bedrag", "dwangsom.derde_bedrag"];
    let sum: i64 =
        amounts.iter().map(|naam| i64::from(getal(naam, Eenheid::Eurocent)) * i64::from(per)).sum();
    assert_eq!(i64::from(longest), i64::from(per) * 3);
    assert_eq!(sum, i64::from(getal("dwangsom.hoogste_totaal", Eenheid::Eurocent)));
}

#[test]
fn a_term_of_the_law_is_counted_from_the_day_after() {
    // Friday 20 February 2026.
    for (naam, last) in [
        ("bezwaar.school_indienen", "2026-04-07"),
        ("bezwaar.school_beslissen", "2026-03-20"),
        ("beroep.rechtbank_indienen", "2026-04-07"),
        ("dwangsom.na_ingebrekestelling", "2026-03-06"),
        ("pgn.melden_binnen", "2026-03-06"),
        ("pgn.nummer_binnen", "2026-04-17"),
        ("gpo.indienen", "2026-04-03"),
        ("gpo.oordeel", "2026-05-01"),
        ("bewaren.swv_dossier", "2029-02-20"),
        ("bewaren.leerlingenadministratie", "2031-02-20"),
    ] {
        let found = wet().termijn(naam, d("2026-02-20"), d(OP)).unwrap();
        assert_eq!(found, Some(d(last)), "{naam}");
    }
}

/// The exceptions on which a school may refuse a child without another one: R1.5, by the sector whose law has them.
const GRONDEN: [(&str, Sector, &str); 11] = [
    ("geen_plaatsruimte_po", Sector::Po, "WPO"),
    ("grondslag_niet_onderschreven_po", Sector::Po, "WPO"),
    ("grondslag_niet_gerespecteerd_sbo", Sector::Po, "WPO"),
    ("te_oud_po", Sector::Po, "WPO"),
    ("geen_plaatsruimte_so", Sector::So, "WEC"),
    ("grondslag_niet_gerespecteerd_so", Sector::So, "WEC"),
    ("instelling_cluster_1_2", Sector::So, "WEC"),
    ("te_oud_so", Sector::So, "WEC"),
    ("geen_plaatsruimte_vo", Sector::Vo, "WVO 2020"),
    ("grondslag_niet_onderschreven_vo", Sector::Vo, "WVO 2020"),
    ("voldoet_niet_aan_toelatingseisen", Sector::Vo, "WVO 2020"),
];

#[test]
fn an_exception_holds_in_the_sector_of_its_own_law_and_in_no_other() {
    for sector in [Sector::Po, Sector::So, Sector::Vo] {
        let found: Vec<(&str, &str)> = wet()
            .gronden_weigering(sector, d(OP))
            .map(|grond| (grond.id.as_str(), grond.bron.vindplaats.wet.as_str()))
            .collect();
        let expected: Vec<(&str, &str)> =
            GRONDEN.iter().filter(|row| row.1 == sector).map(|(id, _, law)| (*id, *law)).collect();
        assert_eq!(found, expected, "{sector:?}");
    }
}

#[test]
fn every_exception_says_what_shows_it_and_reads_as_a_sentence() {
    for (id, sector, _) in GRONDEN {
        let grond = wet().gronden_weigering(sector, d(OP)).find(|grond| grond.id == id).expect("a ground");
        assert!(!grond.bewijs.is_empty(), "{id}: nothing shows it");
        assert!(grond.tekst.ends_with('.') && !grond.tekst.contains('_'), "{id}: {}", grond.tekst);
    }
}

/// Requirement, sector, place in the law; none where the law of that sector does not have it.
const BEPALINGEN: [(&str, Sector, Option<&str>); 18] = [
    ("aanmelding.taalachterstand", Sector::Po, Some("art. 40 lid 3 WPO")),
    ("aanmelding.taalachterstand", Sector::So, Some("art. 40 lid 4 WEC")),
    ("aanmelding.taalachterstand", Sector::Vo, Some("art. 8.9 lid 1 WVO 2020")),
    ("aanmelding.behoefte_beoordelen", Sector::Po, Some("art. 40 lid 3 WPO")),
    ("aanmelding.behoefte_beoordelen", Sector::So, Some("art. 40 lid 4 WEC")),
    ("aanmelding.behoefte_beoordelen", Sector::Vo, Some("art. 8.9 lid 1 WVO 2020")),
    ("aanmelding.andere_school", Sector::Po, Some("art. 40 lid 4 WPO")),
    ("aanmelding.andere_school", Sector::So, Some("art. 40 lid 5 WEC")),
    ("aanmelding.andere_school", Sector::Vo, Some("art. 8.9 lid 2 WVO 2020")),
    ("aanmelding.buiten_behandeling", Sector::Po, Some("art. 63 lid 4 WPO")),
    ("aanmelding.buiten_behandeling", Sector::Vo, Some("art. 8.8 lid 3 WVO 2020")),
    ("tlv.aanvrager", Sector::Po, Some("art. 18a lid 6 WPO")),
    ("tlv.aanvrager", Sector::So, None),
    ("tlv.aanvrager", Sector::Vo, Some("art. 2.47 lid 7 WVO 2020")),
    ("tlv.overstap_zonder_nieuwe", Sector::So, Some("art. 40 lid 14 WEC")),
    ("verwijdering.horen", Sector::Po, Some("art. 40 lid 11 WPO")),
    ("verwijdering.inspectie", Sector::Po, None),
    ("verwijdering.inspectie", Sector::So, None),
];

#[test]
fn a_requirement_is_cited_from_the_law_of_the_sector() {
    for (naam, sector, artikel) in BEPALINGEN {
        let found = wet().bepaling(naam, sector, d(OP)).map(|bepaling| bepaling.bron.vindplaats.to_string());
        assert_eq!(found.as_deref(), artikel, "{naam} {sector:?}");
    }
}

#[test]
fn no_requirement_is_older_than_passend_onderwijs() {
    let before = Date::constant(2014, 7, 31);
    for (naam, sector, _) in BEPALINGEN {
        assert!(wet().bepaling(naam, sector, before).is_none(), "{naam} {sector:?}");
    }
    for soort in TlvSoort::ALL {
        assert_eq!(wet().eisen_tlv_aanvraag(*soort, before).count(), 0, "{soort:?}");
        assert_eq!(wet().eisen_tlv_besluit(*soort, before).count(), 0, "{soort:?}");
    }
}

fn eisen(soort: TlvSoort) -> Vec<(String, Voorwaarde, bool)> {
    let all = wet().eisen_tlv_aanvraag(soort, d(OP));
    all.map(|eis| (eis.id.clone(), eis.voorwaarde, eis.blokkeert)).collect()
}

#[test]
fn a_request_for_special_education_asks_for_need_effort_period_and_the_view_of_the_parents() {
    for soort in [TlvSoort::Sbo, TlvSoort::So, TlvSoort::Vso] {
        let found = eisen(soort);
        let applicant =
            if soort == TlvSoort::Vso { "aanvrager_bevoegd_gezag_vo" } else { "aanvrager_bevoegd_gezag" };
        for (id, voorwaarde, blokkeert) in [
            (applicant, Voorwaarde::Altijd, true),
            ("bevoegd_samenwerkingsverband", Voorwaarde::Altijd, true),
            ("ondersteuningsbehoefte", Voorwaarde::Altijd, true),
            ("inzet_tot_nu_toe", Voorwaarde::Ingeschreven, true),
            ("gevraagde_periode", Voorwaarde::Altijd, true),
            ("zienswijze_ouders", Voorwaarde::Altijd, true),
            ("instemming_ouders", Voorwaarde::Altijd, false),
            ("inbreng_leerling", Voorwaarde::Altijd, false),
        ] {
            assert!(found.contains(&(id.to_owned(), voorwaarde, blokkeert)), "{soort:?}: {id}");
        }
        let category = found.iter().any(|(id, ..)| id == "gevraagde_categorie");
        assert_eq!(category, soort != TlvSoort::Sbo, "{soort:?}: sbo has a single amount (R2.4)");
    }
}

#[test]
fn a_request_for_practical_training_asks_for_report_arrears_and_iq() {
    for (soort, report) in
        [(TlvSoort::Pro, "onderwijskundig_rapport"), (TlvSoort::Lwoo, "onderwijskundig_rapport_lwoo")]
    {
        let found: Vec<String> = eisen(soort).into_iter().map(|(id, ..)| id).collect();
        for id in
            [report, "leerachterstand", "iq", "korter_dan_een_jaar_in_nederland", "ondersteuningsbehoefte"]
        {
            assert!(found.iter().any(|other| other == id), "{soort:?}: {id} in {found:?}");
        }
        assert!(!found.iter().any(|id| id == "gevraagde_categorie"), "{soort:?}");
    }
}

#[test]
fn every_question_of_a_request_is_asked_once_and_explained() {
    for soort in TlvSoort::ALL {
        let mut ids = BTreeSet::new();
        for eis in wet().eisen_tlv_aanvraag(*soort, d(OP)) {
            assert!(ids.insert(eis.id.clone()), "{soort:?}: {} twice", eis.id);
            assert!(eis.vraag.ends_with('?') && !eis.toelichting.is_empty(), "{}", eis.id);
            assert!(eis.voor.contains(soort), "{}", eis.id);
        }
        assert!(!ids.is_empty(), "{soort:?}");
    }
}

#[test]
fn what_the_law_does_not_say_itself_is_not_called_text_of_the_law() {
    let wet = wet();
    let sure = |naam: &str, sector| {
        wet.bepaling(naam, sector, d(OP)).unwrap_or_else(|| panic!("{naam}")).bron.vindplaats.zekerheid
    };
    assert_eq!(sure("aanmelding.tijdelijk_zonder_verklaring", Sector::Po), Zekerheid::Kennis);
    assert_eq!(sure("aanmelding.tijdelijk_zonder_verklaring", Sector::So), Zekerheid::Kennis);
    assert_eq!(sure("aanmelding.stilstand_bijzonder_vo", Sector::Vo), Zekerheid::Kennis);
    assert_eq!(sure("tlv.overstap_zonder_nieuwe", Sector::So), Zekerheid::Kennis);
    let categories = wet.parameter("tlv.categorieen", d(OP)).unwrap();
    assert_eq!(categories.bron.vindplaats.zekerheid, Zekerheid::Kennis);
}

/// WVO 2020 12.34: the commission judges within ten weeks there too, and a decision on an objection waits for it.
#[test]
fn the_national_commission_stands_in_the_law_of_every_sector() {
    let oordeel = wet().parameter("gpo.oordeel", d(OP)).unwrap();
    assert_eq!(oordeel.bron_in("WVO 2020").unwrap().vindplaats.to_string(), "art. 12.34 lid 3 WVO 2020");
    for (sector, artikel) in [
        (Sector::Po, "art. 43 lid 4 WPO"),
        (Sector::So, "art. 45 lid 4 WEC"),
        (Sector::Vo, "art. 12.34 lid 4 WVO 2020"),
    ] {
        let found = wet().bepaling("geschillen.bezwaar_wacht", sector, d(OP)).unwrap();
        assert_eq!(found.bron.vindplaats.to_string(), artikel);
        // Which disputes it takes notice of, and that other ones are not among them, stands in a paragraph of its own.
        let not = wet().bepaling("geschillen.niet_genoemd", sector, d(OP)).unwrap();
        assert_eq!(not.bron.vindplaats.to_string(), artikel.replace("lid 4", "lid 2"));
    }
}

/// WPO 58: where no public school is near, nobody is refused for the foundation, at a school for special primary education either.
#[test]
fn every_ground_about_the_foundation_asks_for_a_public_school_nearby() {
    for sector in [Sector::Po, Sector::So, Sector::Vo] {
        for grond in wet().gronden_weigering(sector, d(OP)).filter(|grond| grond.id.starts_with("grondslag"))
        {
            assert!(grond.bewijs.iter().any(|line| line.vraag.contains("openbare school")), "{}", grond.id);
        }
    }
}
