//! Duties that not every act has: which sector has which, typed here from the acts, and that nothing but a row of the corpus says it.

use base::{Date, Sector};
use recht::Plicht;
use recht::soort::IngeschrevenSoort;

use super::corpus::{files, parse};
use super::{OP, d, wet};

const SECTOREN: [Sector; 3] = [Sector::Po, Sector::So, Sector::Vo];

/// In which sectors a duty holds, as one reads it in the acts.
fn holds_in(plicht: Plicht) -> &'static [Sector] {
    match plicht {
        Plicht::AndereSchoolZoeken => &SECTOREN,
        Plicht::VerwijderingHorenLeraar => &[Sector::Po, Sector::So],
        Plicht::VerwijderingHorenWieZelfBeslist
        | Plicht::OnderzoekVoorToelating
        | Plicht::OppAdviesCommissie
        | Plicht::EerderMetInspecteur => &[Sector::So],
        Plicht::VerwijderingSchoolBijLeerplicht | Plicht::LangerMetInspectie => &[Sector::So, Sector::Vo],
        Plicht::VerwijderingHorenLeerling
        | Plicht::VerwijderingHorenMeerderjarige
        | Plicht::VerwijderingInspectie
        | Plicht::VerwijderingInspectieMelden
        | Plicht::VerwijderingBekendLeerling
        | Plicht::SchorsingBekendLeerling
        | Plicht::SchorsingTijdensOverleg
        | Plicht::BezwaarHorenLeerling
        | Plicht::SchooladviesVoorToelating
        | Plicht::GeschilBijLeerplicht => &[Sector::Vo],
    }
}

#[test]
fn each_duty_holds_in_the_sectors_whose_act_has_it() {
    for plicht in Plicht::ALL {
        for sector in SECTOREN {
            let asked = holds_in(*plicht).contains(&sector);
            assert_eq!(wet().eist(*plicht, sector, d(OP)), asked, "{plicht:?} {sector:?}");
        }
    }
}

#[test]
fn no_duty_is_older_than_the_act_that_has_it() {
    let before = |sector| match sector {
        Sector::Po | Sector::So => Date::constant(2014, 7, 31),
        Sector::Vo => Date::constant(2022, 7, 31),
    };
    for plicht in Plicht::ALL {
        for sector in SECTOREN {
            let own = wet().bepaling(plicht.code(), sector, d(OP));
            // The Leerplichtwet and the Awb are of everybody, and older.
            if own.is_some_and(|bepaling| {
                ["WPO", "WEC", "WVO 2020"].contains(&bepaling.bron.vindplaats.wet.as_str())
            }) {
                assert!(!wet().eist(*plicht, sector, before(sector)), "{plicht:?} {sector:?}");
            }
        }
    }
}

#[test]
fn a_duty_moves_with_its_row() {
    let row = "naam = \"verwijdering.inspectie\"\n";
    let moved: Vec<(String, String)> = files()
        .into_iter()
        .map(|(path, text)| {
            let Some((before, after)) = text.split_once(row) else { return (path, text) };
            (path, format!("{before}{row}{}", after.replacen("[\"vo\"]", "[\"po\"]", 1)))
        })
        .collect();
    let moved = parse(&moved).unwrap();
    let on = |sector| moved.eist(Plicht::VerwijderingInspectie, sector, d(OP));
    assert_eq!(SECTOREN.map(on), [true, false, false]);
}

#[test]
fn a_duty_or_a_figure_of_some_kinds_of_school_holds_at_no_other() {
    let at = |plicht| {
        let holds = |soort: &&IngeschrevenSoort| wet().eist_bij(plicht, **soort, d(OP));
        IngeschrevenSoort::ALL.iter().filter(holds).map(|soort| soort.code()).collect::<Vec<_>>()
    };
    assert_eq!(at(Plicht::OnderzoekVoorToelating), ["instelling_c1_2"]);
    assert_eq!(at(Plicht::AndereSchoolZoeken), ["basisschool", "sbo", "so", "so_vso", "vso", "vo"]);
    assert_eq!(at(Plicht::LangerMetInspectie), ["so_vso", "vso", "vo", "instelling_c1_2"]);
    assert_eq!(at(Plicht::SchooladviesVoorToelating), ["vo"]);
    let figure = |soort| {
        let ages = ["aanmelding.toelating_leeftijd", "aanmelding.toelating_leeftijd_cluster_1_2"];
        let earliest = ["aanmelding.vroegste_leeftijd", "aanmelding.vroegste_leeftijd_cluster_1_2"];
        let last = ["tlv.laatste_leeftijd_sbo", "tlv.laatste_leeftijd_so", "tlv.laatste_leeftijd_vso"];
        let name = |names: &[&'static str]| wet().cijfer_bij(names, soort).unwrap_or("-");
        [name(&ages), name(&earliest), name(&last)].join(" ")
    };
    let lines: Vec<String> =
        IngeschrevenSoort::ALL.iter().map(|soort| format!("{}: {}", soort.code(), figure(*soort))).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    basisschool: aanmelding.toelating_leeftijd aanmelding.vroegste_leeftijd tlv.laatste_leeftijd_sbo
    sbo: aanmelding.toelating_leeftijd aanmelding.vroegste_leeftijd tlv.laatste_leeftijd_sbo
    so: aanmelding.toelating_leeftijd aanmelding.vroegste_leeftijd tlv.laatste_leeftijd_so
    so_vso: aanmelding.toelating_leeftijd aanmelding.vroegste_leeftijd tlv.laatste_leeftijd_vso
    vso: - aanmelding.vroegste_leeftijd tlv.laatste_leeftijd_vso
    vo: - aanmelding.vroegste_leeftijd -
    instelling_c1_2: aanmelding.toelating_leeftijd_cluster_1_2 aanmelding.vroegste_leeftijd_cluster_1_2 tlv.laatste_leeftijd_vso
    ");
}
