//! Which fields the draft of a form has: a closed list, so that nothing else can be kept under its name.
//!
//! Of an act with declared fields they follow from the declaration; of a form that asks more, or of a nested one, they
//! stand here.

use app::concepten::{Formulier, LosFormulier};
use dossier::opdracht::daad_van;

use crate::paginas::{advies, besluit};

/// What a form asks besides the fields of its act, or all that it asks where the act declares none. A `#` is a number.
const NESTED: &[(&str, &[&str])] = &[
    ("meld_aan", &["school_zoeken", "vestiging"]),
    ("aanvaard_aanbod", &["antwoord"]),
    ("geef_zienswijze", &["van", "eens", "tekst", "papier"]),
    (
        "corrigeer",
        &[
            "hoe",
            "waarom",
            "roepnaam",
            "voorvoegsel",
            "achternaam",
            "geslacht",
            "geboortedatum",
            "straat",
            "postcode",
            "plaats",
            "buitenland",
            "naam",
            "relatie",
            "van",
            "tot",
            "brondocument",
            "e_mail",
            "telefoon",
            "adres",
            "per",
            "geheim",
            "bron",
            "groep",
            "reden",
            "school",
            "op",
            "gezegd",
        ],
    ),
    ("neem_besluit", &besluit::FIELDS),
    ("breng_advies_uit", &advies::KEPT),
];

/// A child and its people.
const KIND: &[&str] = &[
    "roepnaam",
    "voorvoegsel",
    "achternaam",
    "geslacht",
    "geboortedatum",
    "straat",
    "postcode",
    "plaats",
    "buitenland",
    "ouder#_naam",
    "ouder#_relatie",
    "ouder#_brondocument",
    "ouder#_e_mail",
    "ouder#_telefoon",
    "ouder#_adres",
    "zeker_nieuw",
];

/// The policy of a partnership.
const BELEID: &[&str] = &[
    "tlv_beslistermijn_weken",
    "onafhankelijke_deskundigen",
    "telefoon_loket",
    "postadres",
    "steunpunt",
    "accentkleur",
    "waarom",
    "vraag_#",
    "code_#",
    "voor_#_so",
    "voor_#_vso",
    "voor_#_sbo",
    "voor_#_pro",
    "voor_#_lwoo",
];

fn is_one_of(known: &[&str], naam: &str) -> bool {
    known.iter().any(|field| match field.split_once('#') {
        None => *field == naam,
        Some((begin, end)) => naam
            .strip_prefix(begin)
            .and_then(|rest| rest.strip_suffix(end))
            .is_some_and(|nr| !nr.is_empty() && nr.bytes().all(|digit| digit.is_ascii_digit())),
    })
}

/// A form on a file has this field.
pub(super) fn has_field(formulier: &Formulier, naam: &str) -> bool {
    let opdracht = formulier.opdracht();
    let declared =
        daad_van(opdracht).is_some_and(|daad| (daad.velden)().iter().any(|veld| veld.is_van(naam)));
    let nested = NESTED.iter().filter(|(act, _)| *act == opdracht);
    declared || nested.flat_map(|(_, fields)| fields.iter()).any(|field| *field == naam)
}

/// A form without a file has this field.
pub(super) fn has_loose_field(formulier: LosFormulier, naam: &str) -> bool {
    let registration =
        || daad_van("meld_aan").is_some_and(|daad| (daad.velden)().iter().any(|veld| veld.is_van(naam)));
    match formulier {
        LosFormulier::Aanmelden => is_one_of(KIND, naam) || registration(),
        LosFormulier::Ingeschreven => is_one_of(KIND, naam) || is_one_of(&["per", "groep"], naam),
        LosFormulier::Beleid => is_one_of(BELEID, naam),
        // Kept by the program itself, never typed.
        LosFormulier::Disciplines => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_the_fields_of_its_act_and_no_other() {
        let refuse = Formulier::of("weiger", Some(1));
        for known in ["grond", "schoolnaam", "motivering", "overleg_op"] {
            assert!(has_field(&refuse, known), "{known}");
        }
        let secret = Formulier::of("zet_geheimhouding", None);
        assert!(has_field(&secret, "voor_persoon_2") && !has_field(&secret, "voor_persoon_x"));
        assert!(has_field(&Formulier::of("aanvaard_aanbod", Some(1)), "antwoord"));
        for unknown in ["", "kleur", "versie", "aanmelding"] {
            assert!(!has_field(&refuse, unknown), "{unknown}");
        }
        assert!(
            !has_field(&Formulier::of("open_dossier", None), "roepnaam"),
            "an act without a form has none"
        );
    }

    #[test]
    fn a_form_without_a_file_has_its_own_fields_and_no_other() {
        use LosFormulier::{Aanmelden, Beleid, Disciplines, Ingeschreven};
        assert!(has_loose_field(Aanmelden, "ouder2_e_mail") && has_loose_field(Aanmelden, "ontvangen_op"));
        assert!(!has_loose_field(Aanmelden, "ouder_e_mail") && !has_loose_field(Aanmelden, "vraag_1"));
        assert!(has_loose_field(Ingeschreven, "groep") && !has_loose_field(Ingeschreven, "ontvangen_op"));
        assert!(has_loose_field(Beleid, "voor_3_so") && !has_loose_field(Beleid, "voor_x_so"));
        assert!(!has_loose_field(Disciplines, "p-1"));
    }
}
