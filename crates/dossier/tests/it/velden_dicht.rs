//! The list of what is typed is closed: an act that declares a line or a text has a row for it in [`crate::velden`], or a line here
//! that says why none.

use std::collections::BTreeSet;

use dossier::aanmelding::afloop::{AanvaardAanbod, DoeAanbod, MeldFeitelijkeWeigering};
use dossier::aanmelding::feiten::BereidGevonden;
use dossier::aanmelding::gekomen::MeldNietGekomen;
use dossier::aanmelding::opdracht::OntvangInformatie;
use dossier::aanmelding::oppakken::PakWeigeringOp;
use dossier::aanmelding::plek::StelPlekVast;
use dossier::opdracht::daden;
use dossier::opdracht::invoer::MOST_TEXT;
use dossier::opdracht::velden::{Veld, Veldsoort};
use dossier::soort::Discipline;
use dossier::tlv::herzien::HerzieAdvies;
use dossier::tlv::vervolg::BepaalVervolg;

use crate::PROEVEN;
use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, aanbod, aangemeld, aangevraagd, behoefte_vastgesteld, bereid, d,
    deskundige, ib, laat_toe, loket, niet_gekomen, ouder, vestiging, vraag_informatie,
};
use crate::p4_vervolg::geweigerd;
use crate::velden::Soort::{Regel, Tekst};
use crate::velden::{Rij, alle, by, rij};

/// An act, a field that another rule reads than that of a line or a text, and why.
pub(crate) type Anders = (&'static str, &'static str, &'static str);

/// Those of the first processes.
pub(crate) const ANDERS: [Anders; 49] = [
    ("ga_verder_zonder_ouder", "gerecht", "asked where a court decided: in the tests of parents together"),
    ("ontvang_nummer", "pgn", "nine digits that check each other"),
    ("toon_verklaring", "nummer", "counts for what the register says of it, and is not kept"),
    ("ontvang_informatie", "nog_nodig", "asked when it is not complete: see below"),
    ("verwijder", "gezocht", "asked when no school was found"),
    ("verwijder", "zonder_school_blijkt", "asked with a reason why no other school is needed"),
    ("doe_aanbod", "andere_mogelijkheden", "items: a list has bounds of its own"),
    ("corrigeer_ontvangst", "andere_scholen", "the same"),
    ("ontvang_aanvulling", "antwoorden", "by question: the row of 'antwoord'"),
    ("verbind_persoon", "e_mail", "an address has a shape of its own"),
    ("wijzig_contact", "e_mail", "the same"),
    ("verhuis", "postcode", "a code"),
    ("verhuis", "plaats", "no row yet"),
    ("weiger", "grond", "a choice, whose fields follow: no rows yet"),
    ("weiger", "motivering", "no row yet"),
    ("weiger", "bewijs_plaatsen", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_geteld_op", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_beleid", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_gelijk", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_gevraagd", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_gevraagd_op", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_antwoord", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_openbaar", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_voorwaarde", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_advies", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_onderzocht_op", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_oordeel", "what shows an exception: every ground is tried without it"),
    ("weiger", "bewijs_leeftijd", "what shows an exception: every ground is tried without it"),
    ("weiger", "schoolnaam", "the fields of a willing school, as with an offer"),
    ("weiger", "bewijs", "the same"),
    ("weiger", "andere_plaats", "the same"),
    ("weiger", "andere_contact", "the same"),
    ("doe_aanbod", "andere_plaats", "the fields of a willing school, as after an intention to remove"),
    ("doe_aanbod", "andere_contact", "the same"),
    (
        "plaats_tijdelijk",
        "ertussen",
        "asked of a later day than that of the law: in the tests of registration",
    ),
    ("weiger", "voorwaarde", "asked of two kinds of school: in the tests of another school"),
    ("doe_aanbod", "voorwaarde", "the same"),
    ("vind_bereide_school", "voorwaarde", "the same"),
    ("herroep_weigering", "reden", "the fields of a revocation, as of a removal"),
    ("weiger", "overleg_met", "the fields of a talk, as with an offer"),
    ("weiger", "overleg_uitkomst", "the same"),
    (
        "laat_toe",
        "voorwaarde",
        "asked at an institute and of the first year of vo: in the tests of a condition",
    ),
    ("laat_toe", "leeftijd", "asked of a child outside the usual age: in the tests of a place"),
    ("ga_verklaring_na", "hoe", "the same, after a declaration: in the tests of two files"),
    ("schrijf_in", "verklaring", "asked at a school for sbo, so or vso: in the tests of two files"),
    ("ga_verhuizing_na", "hoe", "the same, after a move: in the tests of another partnership"),
    ("kijk_gezag_na", "hoe", "the same, after the open form: in the tests of authority that was looked at"),
    ("ga_school_na", "hoe", "the rules of a reason, after a child left: in the tests of deregistering"),
    ("stel_elders_vast", "hoe", "the rules of a text, after a removal: in the tests of removal"),
];

/// Rows of acts that say how it goes on.
pub(crate) fn rijen() -> Vec<Rij> {
    let mut elders = behoefte_vastgesteld();
    let school = BereidGevonden { vestiging: Some(vestiging(IJSVOGEL)), ..bereid("De IJsvogel") };
    elders.doe(DoeAanbod { school, ..aanbod("2026-08-01") });
    let yes = AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: "Graag!".into() };
    elders.als(ouder()).doe(yes).als(ib(WATERJUFFER)).op("2026-08-03");
    let mut advised = aangevraagd();
    advised.met_advies("p-vink", Discipline::Orthopedagoog);
    let mut turned_away = aangemeld();
    let refused =
        MeldFeitelijkeWeigering { aanmelding: 1, op: d("2026-03-02"), wat: "Er is geen plek.".into() };
    turned_away.als(ouder()).doe(refused).als(loket(SWV_PO));
    let mut absent = aangemeld();
    absent.doe(laat_toe("2026-03-09")).op("2026-03-09");
    let mut asked = aangemeld();
    asked.doe(vraag_informatie("2026-03-16")).als(ouder());
    let mut asked_more = aangevraagd();
    asked_more.als(loket(SWV_PO)).doe(crate::gegeven::vraag_aanvulling("2026-03-16")).als(ouder());
    vec![
        rij("woorden", Tekst, &asked, |woorden| crate::inleveren::hier(&woorden)),
        rij("woorden", Tekst, &asked_more, |woorden| crate::inleveren::voor_aanvulling(&woorden)),
        rij("wat", Tekst, &turned_away, |wat| PakWeigeringOp { aanmelding: 1, wat, terug_op: None }),
        rij("gedaan", Tekst, &absent, |gedaan| MeldNietGekomen {
            gedaan,
            ..niet_gekomen("2026-03-09", "2026-03-16")
        }),
        rij("wie", Regel, &absent, |wie| MeldNietGekomen { wie, ..niet_gekomen("2026-03-09", "2026-03-16") }),
        rij("hoe", Tekst, &elders, |hoe| StelPlekVast { aanmelding: 1, van: d("2026-08-01"), hoe }),
        rij("waarom", Tekst, &by(advised, deskundige("p-vink")), |waarom| HerzieAdvies {
            aanvraag: 1,
            waarom,
        }),
        rij("hoe", Tekst, &geweigerd(), |hoe| BepaalVervolg { aanvraag: 1, hoe }),
    ]
}

fn is_typed(veld: &Veld) -> bool {
    matches!(veld.soort, Veldsoort::Regel | Veldsoort::Tekst | Veldsoort::Regels)
}

/// The lines and texts of an act, those in its rows too.
fn typed(velden: Vec<Veld>) -> Vec<&'static str> {
    let mut found = Vec::new();
    for veld in velden {
        if let Veldsoort::Rijen(vorm) = veld.soort {
            found.extend(typed((vorm.velden)()));
        } else if is_typed(&veld) {
            found.push(veld.naam);
        }
    }
    found
}

#[test]
fn every_line_and_text_of_every_act_has_a_row() {
    let rows: BTreeSet<(&str, &str)> =
        alle().map(|rij| ((rij.met)("een woord".into()).naam(), rij.veld)).collect();
    let elsewhere: BTreeSet<(&str, &str)> =
        PROEVEN.iter().flat_map(|proef| proef.anders_gelezen).map(|(act, veld, _)| (*act, *veld)).collect();
    let declared: BTreeSet<(&str, &str)> =
        daden().flat_map(|daad| typed((daad.velden)()).into_iter().map(|veld| (daad.naam, veld))).collect();
    let missing: Vec<_> =
        declared.iter().filter(|one| !rows.contains(one) && !elsewhere.contains(one)).collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
    let needless: Vec<_> =
        elsewhere.iter().filter(|one| !declared.contains(one) || rows.contains(one)).collect();
    assert!(needless.is_empty(), "no such field, or it has a row: {needless:?}");
}

#[test]
fn what_is_still_missing_is_a_text_like_any_other_where_it_is_asked() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23")).op("2026-03-12");
    let partly = |nog_nodig: String| OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-12"),
        compleet: false,
        nog_nodig,
    };
    assert!(zaak.vraag(partly("é".repeat(MOST_TEXT))).is_ok());
    for wrong in ["x".repeat(MOST_TEXT + 1), "een\0twee".to_owned()] {
        zaak.weigert(partly(wrong)).met("ongeldige_invoer").veld("nog_nodig");
    }
}
