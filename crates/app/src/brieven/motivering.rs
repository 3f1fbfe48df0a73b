//! The text of a decision in its parts: whoever decides writes them under headings, and a letter has a place of its own for each.

use documents::{Behoefte, NietLeeg};
use dossier::staat::TlvAanvraag;

use super::besluit::answer;
use super::schrijver::Schrijver;
use super::woorden::{minstens_een, tekst};
use crate::AppError;

/// The headings under which whoever decides writes the text, in the order of the form. A letter has a place of its own for each part.
pub const KOPPEN: [&str; 4] = [
    "Wat is er nodig?",
    "Waarom beslissen wij zo?",
    "Wat vonden de ouders en de leerling?",
    "Wat zeiden de deskundigen?",
];

/// The text of a decision in its parts; what stands under no heading is why it was decided.
pub(super) struct Delen {
    /// What the child needs.
    nodig: String,
    /// Why it was decided so.
    reden: String,
    /// What parents and pupil thought, and what came of it.
    pub(super) meningen: String,
    /// What the experts said, and how it weighed.
    pub(super) adviezen: String,
}

impl Delen {
    pub(super) fn of(motivering: &str) -> Self {
        let mut delen = [const { Vec::new() }; 4];
        // What stands before the first heading is a reason.
        let mut at = 1;
        for line in motivering.lines() {
            match KOPPEN.iter().position(|kop| *kop == line.trim()) {
                Some(found) => at = found,
                None => {
                    if let Some(deel) = delen.get_mut(at) {
                        deel.push(line);
                    }
                }
            }
        }
        let [nodig, reden, meningen, adviezen] =
            delen.map(|lines: Vec<&str>| lines.join("\n").trim().to_owned());
        Self { nodig, reden, meningen, adviezen }
    }
}

impl Schrijver<'_> {
    /// The need, as whoever decided wrote it down or else the school, with what it means for the decision.
    pub(super) fn needs(
        &self,
        aanvraag: &TlvAanvraag,
        delen: &Delen,
        motivering: &str,
    ) -> Result<NietLeeg<Behoefte>, AppError> {
        let asked = answer(aanvraag, "ondersteuningsbehoefte");
        let asked = asked.or(aanvraag.andere_categorie.as_ref().map(|change| change.reden.as_str()));
        // It is told once: a reason that repeats what the school wrote needs no column of its own for it.
        let told = |asked: &str| delen.reden.contains(asked.trim());
        let own = Some(delen.nodig.as_str()).filter(|own| !own.is_empty());
        let need = own.or(asked.filter(|asked| !told(asked))).and_then(|text| tekst(text).ok());
        let behoefte = match need {
            Some(need) => need,
            None => tekst(format!("Wat {} nodig heeft om te leren en mee te doen", self.kind()))?,
        };
        let reden = tekst(&delen.reden).or_else(|_| tekst(motivering))?;
        minstens_een(vec![Behoefte { behoefte, reden }])
    }
}
