//! Which fields the draft of a form has: a closed list, so that nothing else can be kept under its name.
//!
//! Of an act with declared fields they follow from the declaration; what a form asks besides, and what a form without a file
//! asks, its process or page says (`paginas::besides`, `paginas::loose_parts`).

use app::concepten::{Formulier, LosFormulier};
use dossier::opdracht::Opdrachtnaam;
use dossier::opdracht::velden::Veld;

use crate::paginas::{besides, loose_parts};

fn is_one_of(known: &[&str], naam: &str) -> bool {
    known.iter().any(|field| match field.split_once('#') {
        None => *field == naam,
        Some((begin, end)) => naam
            .strip_prefix(begin)
            .and_then(|rest| rest.strip_suffix(end))
            .is_some_and(|nr| !nr.is_empty() && nr.bytes().all(|digit| digit.is_ascii_digit())),
    })
}

/// What stands behind a beginning with its number: `naam` in `ouder2_naam`.
fn numbered<'n>(begin: &str, naam: &'n str) -> Option<&'n str> {
    let (nr, rest) = naam.strip_prefix(begin)?.split_once('_')?;
    (!nr.is_empty() && nr.bytes().all(|digit| digit.is_ascii_digit())).then_some(rest)
}

/// A form on a file has this field.
pub(super) fn has_field(formulier: &Formulier, naam: &str) -> bool {
    let opdracht = formulier.opdracht();
    let declared = opdracht.daad().is_some_and(|daad| (daad.velden)().iter().any(|veld| veld.is_van(naam)));
    declared || besides(opdracht).any(|field| field == naam)
}

/// A form without a file has this field.
pub(crate) fn has_loose_field(formulier: LosFormulier, naam: &str) -> bool {
    loose_parts(formulier).iter().any(|part| match part {
        Los::Velden(known) => is_one_of(known, naam),
        Los::Declared(velden) => velden().iter().any(|veld| veld.is_van(naam)),
        Los::Genummerd(begin, velden) => {
            numbered(begin, naam).is_some_and(|rest| velden().iter().any(|veld| veld.is_van(rest)))
        }
        Los::Daad(act) => act.daad().is_some_and(|daad| (daad.velden)().iter().any(|veld| veld.is_van(naam))),
    })
}

/// A part of a form without a file.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Los {
    /// Fields of its own. A `#` is a number.
    Velden(&'static [&'static str]),
    /// Those of an act.
    Daad(Opdrachtnaam),
    /// Those of a part that is no act of a file.
    Declared(fn() -> Vec<Veld>),
    /// The same, for the first, the second and so on: `ouder1_naam`.
    Genummerd(&'static str, fn() -> Vec<Veld>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_the_fields_of_its_act_and_no_other() {
        let refuse = Formulier::of(Opdrachtnaam::Weiger, Some(1));
        for known in ["grond", "schoolnaam", "motivering", "overleg_op"] {
            assert!(has_field(&refuse, known), "{known}");
        }
        let secret = Formulier::of(Opdrachtnaam::ZetGeheimhouding, None);
        assert!(has_field(&secret, "voor_persoon_2") && !has_field(&secret, "voor_persoon_x"));
        assert!(has_field(&Formulier::of(Opdrachtnaam::AanvaardAanbod, Some(1)), "antwoord"));
        for unknown in ["", "kleur", "versie", "aanmelding"] {
            assert!(!has_field(&refuse, unknown), "{unknown}");
        }
        assert!(
            !has_field(&Formulier::of(Opdrachtnaam::OpenDossier, None), "roepnaam"),
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
        assert!(has_loose_field(Aanmelden, "roepnaam") && has_loose_field(Ingeschreven, "ouder1_relatie"));
        for unknown in ["ouder2_kleur", "ouderx_naam", "naam", "ouder1_van"] {
            assert!(!has_loose_field(Aanmelden, unknown), "{unknown}");
        }
    }
}
