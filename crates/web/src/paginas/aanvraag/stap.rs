//! One step of the work on a request: what one has to know, one form, and what was refused.

use app::AppError;
use app::dossiers::Uitvoering;
use app::weigering::zonder_kop;
use askama::Template;
use base::Date;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Feiten, Fouten, Link, Veld, Weigering};
use web_base::pagina::{Pagina, show, show_refused};

use super::Gezien;

/// A page with one form.
#[derive(Template)]
#[template(path = "paginas/aanvraag/stap.html")]
pub(in crate::paginas) struct Stap {
    pub(in crate::paginas) pagina: Pagina,
    /// Where the form goes.
    pub(in crate::paginas) actie: String,
    /// What one has to know, in paragraphs.
    pub(in crate::paginas) vooraf: Vec<String>,
    pub(in crate::paginas) feiten: Feiten,
    pub(in crate::paginas) velden: Vec<Veld>,
    /// The words on the button.
    pub(in crate::paginas) knop: &'static str,
    /// What follows from pressing it; may be empty.
    pub(in crate::paginas) gevolg: String,
    pub(in crate::paginas) terug: Link,
    /// Files are sent along.
    pub(in crate::paginas) bestanden: bool,
    pub(in crate::paginas) nee: Nee,
}

impl Stap {
    /// The page, with the status that says whether something was refused.
    pub(in crate::paginas) fn answer(mut self) -> Uitkomst {
        self.pagina = self.pagina.with_errors(&self.nee.ingevuld.fouten);
        if self.nee.is_no() { show_refused(&self) } else { show(&self) }
    }
}

/// What was typed and what was refused: nothing, while nobody sent anything.
#[derive(Debug, Clone, Default)]
pub(in crate::paginas) struct Nee {
    pub(in crate::paginas) ingevuld: Ingevuld,
    pub(in crate::paginas) weigering: Option<Weigering>,
}

impl Nee {
    /// What the core says no to: beside its field where it is about one, else above the form. Anything that is no
    /// answer to the form is an error page.
    pub(in crate::paginas) fn of(error: AppError, formulier: Formulier, on: Date) -> Result<Self, Fout> {
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
            other => return Err(other.into()),
        };
        Ok(Self { ingevuld: Ingevuld::refused(formulier, fouten), weigering })
    }

    /// Something was refused.
    pub(in crate::paginas) fn is_no(&self) -> bool {
        self.weigering.is_some() || !self.ingevuld.fouten.is_empty()
    }
}

impl From<Ingevuld> for Nee {
    fn from(ingevuld: Ingevuld) -> Self {
        Self { ingevuld, weigering: None }
    }
}

/// The version of the file that somebody saw when they filled a form. Every form carries it.
pub(in crate::paginas) fn expected(formulier: &Formulier) -> Result<Option<u64>, Fout> {
    let version = formulier.text("versie").parse();
    version.map(Some).map_err(|_| Fout::Formulier {
        reden: "het zegt niet bij welke versie van het dossier het hoort".to_owned(),
    })
}

/// How a form about a request is carried out: on the version that was seen, and once, however often it is sent.
pub(in crate::paginas) fn once(
    gezien: &Gezien,
    step: &str,
    formulier: &Formulier,
) -> Result<Uitvoering, Fout> {
    let expected = expected(formulier)?;
    let form = format!("{}/{step}", gezien.plek.address());
    let uitvoering = Uitvoering { expected, ..Uitvoering::default() };
    let seen = expected.unwrap_or_default();
    Ok(uitvoering.eenmalig(gezien.open.kijker(), &form, seen, &formulier.inhoud()))
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

    #[test]
    fn a_form_without_its_version_is_refused() {
        assert!(expected(&Formulier::parse(b"reden=x").unwrap()).is_err());
        assert_eq!(expected(&Formulier::parse(b"versie=7").unwrap()).unwrap(), Some(7));
    }
}
