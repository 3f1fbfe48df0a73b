//! What can change for one person around a child: authority, and death.

use app::AppError;
use app::concepten::Formulier as Formuliernaam;
use app::dossiers::{Uitgevoerd, Uitvoering};
use dossier::Refusal;
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{MeldOverlijden, WijzigGezag};
use dossier::opdracht::Opdracht;
use dossier::soort::Relatie;
use dossier::staat::Persoon;

use crate::error::Fout;
use crate::form::{Formulier, Lezer};
use crate::onderdelen::{Fouten, Optie, Veld};
use crate::paginas::aanmelding::blad::Stap;
use crate::paginas::aanmelding::vorm::{Groep, Vorm};
use crate::paginas::aanmelding::werk::Werk;
use crate::paginas::woorden::capital;

/// The choice of somebody who stands no longer around the child.
const NIET_MEER: &str = "niet_meer";

/// What can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doen {
    /// Authority over the child.
    Gezag,
    /// Death.
    Overlijden,
}

/// Something about one person around the child.
#[derive(Debug, Clone)]
pub(super) struct PersoonStap {
    persoon: Persoon,
    doen: Doen,
}

/// A person whom this viewer sees around the child.
pub(super) fn find(werk: &Werk, nr: u32) -> Result<&Persoon, Fout> {
    werk.beeld().mensen.iter().find(|persoon| persoon.nr == nr).ok_or(Fout::NietGevonden)
}

impl PersoonStap {
    /// This step for a person in the file.
    pub(super) fn of(werk: &Werk, nr: u32, code: &str) -> Result<Self, Fout> {
        let doen = match code {
            "gezag" => Doen::Gezag,
            "overlijden" => Doen::Overlijden,
            _ => return Err(Fout::NietGevonden),
        };
        Ok(Self { persoon: find(werk, nr)?.clone(), doen })
    }
}

impl Stap for PersoonStap {
    type Gelezen = Opdracht;

    fn opdracht(&self) -> &'static str {
        match self.doen {
            Doen::Gezag => "wijzig_gezag",
            Doen::Overlijden => "meld_overlijden",
        }
    }

    fn formulier(&self) -> Option<Formuliernaam> {
        (self.doen == Doen::Gezag).then(|| Formuliernaam::of(self.opdracht(), self.over()))
    }

    fn over(&self) -> Option<u64> {
        Some(self.persoon.nr.into())
    }

    fn titel(&self) -> String {
        match self.doen {
            Doen::Gezag => format!("Het gezag van {}", self.persoon.naam),
            Doen::Overlijden => format!("{} is overleden", self.persoon.naam),
        }
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Vastleggen").groep(match self.doen {
            Doen::Gezag => authority_group(&self.persoon),
            Doen::Overlijden => Groep::new("")
                .tekst("Wat verdrietig. U hoeft hier alleen de datum in te vullen.")
                .tekst("Er gaan geen brieven meer naar deze persoon, en de eigen pagina gaat dicht. Kijk daarna of iemand anders het gezag heeft gekregen.")
                .veld(Veld::date("op", "Datum van overlijden").required()),
        })
    }

    fn lees(&self, _werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        let persoon = self.persoon.nr;
        let mut lezer = Lezer::of(formulier);
        let opdracht: Opdracht = match self.doen {
            Doen::Gezag => {
                let read = |code: &str| match code {
                    NIET_MEER => Some(None),
                    code => Relatie::from_code(code).map(Some),
                };
                let relatie = lezer.choice("relatie", read, "Kies wat er verandert.").flatten();
                let per = lezer.required_date("per", "Vul de dag in.").unwrap_or_default();
                let brondocument = lezer.required("brondocument", "Schrijf op waaruit dat blijkt.");
                WijzigGezag { persoon, relatie, per, brondocument }.into()
            }
            Doen::Overlijden => {
                let op = lezer.required_date("op", "Vul de datum in.").unwrap_or_default();
                MeldOverlijden { wie: Overledene::Persoon(persoon), op }.into()
            }
        };
        lezer.finish()?;
        Ok(opdracht)
    }

    fn belemmering(&self, _werk: &Werk) -> Option<Refusal> {
        self.persoon.overleden.then(|| Refusal::new("al_gemeld", teksten::leven::overlijden_al_vastgelegd()))
    }

    async fn voer_uit(
        &self,
        werk: &Werk,
        opdracht: Opdracht,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        werk.execute(opdracht, uitvoering).await
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Gegevens".to_owned(), "gegevens".to_owned()))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        let what = if self.doen == Doen::Gezag { "gezag" } else { "overleden" };
        format!("{}?na={what}", werk.adres("gegevens"))
    }
}

fn authority_group(persoon: &Persoon) -> Groep {
    let others = Relatie::ALL.iter().filter(|relatie| **relatie != persoon.relatie);
    let mut choices: Vec<Optie> =
        others.map(|relatie| Optie::new(relatie.code(), format!("Is nu {}", relatie.label()))).collect();
    choices.push(
        Optie::new(NIET_MEER, "Hoort niet meer bij dit kind")
            .explained("Deze persoon krijgt geen brieven meer en de eigen pagina gaat dicht."),
    );
    Groep::new("Wat verandert er?")
        .tekst(format!("{} staat nu in het dossier als {}.", capital(&persoon.naam), persoon.relatie.label()))
        .veld(Veld::radio("relatie", "Wat wordt het?", choices).required())
        .veld(Veld::date("per", "Vanaf welke dag?").required())
        .veld(
            Veld::text("brondocument", "Waaruit blijkt dat?")
                .hint("Bijvoorbeeld: beschikking van de rechter van 2 maart.")
                .required(),
        )
}
