//! Of a form that is about no open file: what was typed in it, and what was refused.

use app::AppError;
use app::weigering::zonder_kop;
use base::Date;
use teksten::Taal;
use web_base::error::Fout;
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Fouten, Weigering};

/// What was typed and what was refused: nothing, while nobody sent anything.
#[derive(Debug, Clone, Default)]
pub(super) struct Nee {
    pub(super) ingevuld: Ingevuld,
    pub(super) weigering: Option<Weigering>,
}

impl Nee {
    /// What the core says no to: beside its field where it is about one, else above the form. Anything that is no
    /// answer to the form is an error page.
    pub(super) fn of(error: AppError, formulier: Formulier, on: Date) -> Result<Self, Fout> {
        let mut fouten = Fouten::new();
        let weigering = match error {
            AppError::Refused(refusal) => match refusal.veld {
                Some(veld) => {
                    fouten.add(veld, zonder_kop(Taal::Nl, &refusal));
                    None
                }
                None => Some(Weigering::of(&refusal, on)),
            },
            AppError::Clash { .. } => {
                fouten.add_general(
                    "Iemand anders heeft dit dossier net gewijzigd. Hieronder staat hoe het nu is, met wat u typte. \
                     Kijk het na en verstuur het opnieuw.",
                );
                None
            }
            other @ (AppError::Forbidden { .. }
            | AppError::NotFound
            | AppError::ConceptVeranderd { .. }
            | AppError::Storage(_)
            | AppError::Unreadable { .. }
            | AppError::Corpus(_)
            | AppError::Letter(_)) => return Err(other.into()),
        };
        Ok(Self { ingevuld: Ingevuld::refused(formulier, fouten), weigering })
    }

    /// Something was refused.
    pub(super) fn is_no(&self) -> bool {
        self.weigering.is_some() || !self.ingevuld.fouten.is_empty()
    }
}

impl From<Ingevuld> for Nee {
    fn from(ingevuld: Ingevuld) -> Self {
        Self { ingevuld, weigering: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn a_refusal_about_a_field_stands_beside_it_and_keeps_its_article_and_way_out() {
        let refusal =
            dossier::Refusal::field("afwijking", teksten::Tekst::letterlijk("u wijkt af van een advies"))
                .instead(teksten::Tekst::letterlijk("de reden opschrijven"));
        let nee = Nee::of(refusal.into(), Formulier::default(), today()).unwrap();
        let beside = nee.ingevuld.fouten.of("afwijking");
        assert_eq!(beside, Some("U wijkt af van een advies. Wat kan wel: de reden opschrijven"));
        assert!(nee.weigering.is_none(), "it is said once");
    }

    #[test]
    fn what_is_no_answer_to_a_form_is_an_error_page() {
        assert!(Nee::of(AppError::NotFound, Formulier::default(), today()).is_err());
    }
}
