//! The words of the catalogues for the codes of the core: in Dutch they are the labels of pages and letters, and no
//! language leaves a code without a word.

use dossier::beurt::Zet;
use dossier::brief::brief_in_zin;
use dossier::rol::ROLLEN;
use dossier::soort::{Adviesuitkomst, Bekendmakingswijze, Discipline, Relatie, Schoolsoort, TlvSoort};
use dossier::staat::{AanmeldingFase, TlvFase, VerwijderingFase};
use dossier::toegang::Deel;
use dossier::{Rol, Woord};
use teksten::Taal;

const AANMELDINGEN: [AanmeldingFase; 9] = [
    AanmeldingFase::Ontvangen,
    AanmeldingFase::WachtOpInformatie,
    AanmeldingFase::BehoefteVastgesteld,
    AanmeldingFase::AanbodGedaan,
    AanmeldingFase::Toegelaten,
    AanmeldingFase::Elders,
    AanmeldingFase::Geweigerd,
    AanmeldingFase::BuitenBehandeling,
    AanmeldingFase::Ingetrokken,
];
const VERWIJDERINGEN: [VerwijderingFase; 7] = [
    VerwijderingFase::Voorgenomen,
    VerwijderingFase::Gehoord,
    VerwijderingFase::SchoolGevonden,
    VerwijderingFase::Verwijderd,
    VerwijderingFase::Gemeld,
    VerwijderingFase::Ingetrokken,
    VerwijderingFase::Herroepen,
];

/// What a closed list says in Dutch, and that every other language has a word for each of its codes.
fn check<T: Woord + Copy>(values: &[T], label: impl Fn(T) -> &'static str) {
    for value in values.iter().copied() {
        assert_eq!(Taal::Nl.zeg(value.woord()), label(value));
    }
    let english: std::collections::BTreeSet<String> =
        values.iter().map(|value| Taal::En.zeg(value.woord())).collect();
    assert_eq!(english.len(), values.len(), "{english:?}: a code falls back on the word of another");
}

#[test]
fn a_code_has_its_own_word_in_each_language_and_its_label_in_dutch() {
    check(Relatie::ALL, Relatie::label);
    check(TlvSoort::ALL, TlvSoort::label);
    check(Discipline::ALL, Discipline::label);
    check(Adviesuitkomst::ALL, Adviesuitkomst::label);
    check(Bekendmakingswijze::ALL, Bekendmakingswijze::label);
    check(&AANMELDINGEN, AanmeldingFase::label);
    check(&VERWIJDERINGEN, VerwijderingFase::label);
    check(&ROLLEN, Rol::label);
    check(TlvFase::ALL, TlvFase::label);
    check(Deel::ALL, Deel::label);
    check(Schoolsoort::ALL, Schoolsoort::label);
}

#[test]
fn a_turn_has_a_sentence_of_its_own_in_each_language() {
    for taal in Taal::KEUZES {
        let said: std::collections::BTreeSet<String> =
            Zet::ALL.iter().map(|zet| taal.zeg(zet.woord())).filter(|said| !said.is_empty()).collect();
        assert_eq!(said.len(), Zet::ALL.len(), "{said:?}");
    }
    assert_eq!(Taal::Nl.zeg(Zet::GemeenteMelden.woord()), "De verwijdering melden aan de gemeente");
}

#[test]
fn a_kind_of_letter_that_no_catalogue_knows_keeps_its_own_words() {
    assert_eq!(Taal::Nl.zeg(brief_in_zin("besluit_tlv")), "besluit tlv");
    assert_eq!(Taal::En.zeg(brief_in_zin("besluit_tlv")), "decision on the request");
    assert_eq!(Taal::En.zeg(brief_in_zin("iets_nieuws")), "iets nieuws");
}
