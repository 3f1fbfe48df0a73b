//! What can change for one person around a child: authority, and death.

use app::concepten::Formulier as Formuliernaam;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use dossier::Refusal;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::{Relatie, Verzorgerslezing};
use dossier::staat::Persoon;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Optie, Veld};

use super::velden::{contact_fields, language_group};
use crate::paginas::woorden::capital;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap, verwerk, was_done};

/// The choice of somebody who stands no longer around the child.
const NIET_MEER: &str = "niet_meer";

/// What can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doen {
    /// Authority over the child.
    Gezag,
    /// How they can be reached.
    Contact,
    /// In what language one talks, and whether an interpreter is needed.
    Taal,
    /// What a carer may read.
    Lezing,
    /// Somebody else opened their page.
    Pagina,
    /// Death.
    Overlijden,
}

impl Doen {
    /// By its code, for who does this for their work: a family has its own forms.
    fn of(werk: &Werk, code: &str) -> Result<Self, Fout> {
        if werk.is_gezin() { Err(Fout::NietGevonden) } else { Self::from_code(code) }
    }

    fn from_code(code: &str) -> Result<Self, Fout> {
        match code {
            "gezag" => Ok(Self::Gezag),
            "contact" => Ok(Self::Contact),
            "taal" => Ok(Self::Taal),
            "lezing" => Ok(Self::Lezing),
            "pagina" => Ok(Self::Pagina),
            "overlijden" => Ok(Self::Overlijden),
            _ => Err(Fout::NietGevonden),
        }
    }

    fn opdracht(self) -> Opdrachtnaam {
        match self {
            Self::Gezag => Opdrachtnaam::WijzigGezag,
            Self::Contact => Opdrachtnaam::WijzigContact,
            Self::Taal => Opdrachtnaam::LegTaalVast,
            Self::Lezing => Opdrachtnaam::StaLezingToe,
            Self::Pagina => Opdrachtnaam::BeeindigEigenPagina,
            Self::Overlijden => Opdrachtnaam::MeldOverlijden,
        }
    }

    /// Where one ends after it was done.
    fn after(self, werk: &Werk) -> String {
        let what = match self {
            Self::Gezag => "gezag",
            Self::Contact => "contact",
            Self::Taal => "taal",
            Self::Lezing => "lezing",
            Self::Pagina => "pagina",
            Self::Overlijden => "overleden",
        };
        format!("{}?na={what}", werk.adres("gegevens"))
    }
}

/// Takes the form. Pressed twice, the second time the person may stand no longer around the child.
pub(super) async fn take(werk: &Werk, nr: u32, code: &str, formulier: Formulier) -> Uitkomst {
    let doen = Doen::of(werk, code)?;
    match find(werk, nr) {
        Ok(persoon) => verwerk(werk, &PersoonStap { persoon: persoon.clone(), doen }, formulier).await,
        Err(gone) => {
            werk.vereis(doen.opdracht())?;
            let done = was_done(werk, (doen.opdracht(), Some(nr.into())), &formulier).await?;
            if done { Ok(redirect(&doen.after(werk))) } else { Err(gone) }
        }
    }
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
        let step = Self { persoon: find(werk, nr)?.clone(), doen: Doen::of(werk, code)? };
        // Who has authority reads by that, and is not asked about.
        let asked = match step.doen {
            Doen::Lezing => step.persoon.relatie == Relatie::Pleegouder,
            Doen::Pagina => step.persoon.account.is_some(),
            Doen::Gezag | Doen::Contact | Doen::Taal | Doen::Overlijden => true,
        };
        asked.then_some(step).ok_or(Fout::NietGevonden)
    }

    /// How somebody can be reached.
    pub(super) fn contact(werk: &Werk, nr: u32) -> Option<Self> {
        Some(Self { persoon: find(werk, nr).ok()?.clone(), doen: Doen::Contact })
    }

    /// In what language one talks with somebody.
    pub(super) fn taal(werk: &Werk, nr: u32) -> Option<Self> {
        Some(Self { persoon: find(werk, nr).ok()?.clone(), doen: Doen::Taal })
    }
}

impl Stap for PersoonStap {
    fn opdracht(&self) -> Opdrachtnaam {
        self.doen.opdracht()
    }

    fn formulier(&self) -> Option<Formuliernaam> {
        (self.doen != Doen::Overlijden).then(|| Formuliernaam::of(self.opdracht(), self.over()))
    }

    fn over(&self) -> Option<u64> {
        Some(self.persoon.nr.into())
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        match self.doen {
            Doen::Gezag => format!("Het gezag van {}", self.persoon.naam),
            Doen::Contact => format!("Hoe u {} bereikt", self.persoon.naam),
            Doen::Taal => format!("De taal van {}", self.persoon.naam),
            Doen::Lezing => format!("Wat {} mag lezen", self.persoon.naam),
            Doen::Pagina => format!("De eigen pagina van {} sluiten", self.persoon.naam),
            Doen::Overlijden => format!("{} is overleden", self.persoon.naam),
        }
    }

    fn begin(&self, werk: &Werk) -> Begin {
        if let (Doen::Taal, Some(said)) = (self.doen, self.persoon.taal.as_ref()) {
            let tolk = if said.tolk { "ja" } else { "" };
            return vec![("taal".into(), said.taal.clone()), ("tolk".into(), tolk.to_owned())];
        }
        if self.doen != Doen::Contact {
            return Vec::new();
        }
        let contact = &self.persoon.contact;
        vec![
            ("per".into(), werk.vandaag().to_string()),
            ("e_mail".into(), contact.e_mail.clone()),
            ("telefoon".into(), contact.telefoon.clone()),
            ("adres".into(), contact.adres.clone()),
        ]
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Vastleggen").groep(match self.doen {
            Doen::Gezag => authority_group(werk, &self.persoon),
            Doen::Contact => contact_group(),
            Doen::Taal => language_group(),
            Doen::Lezing => reading_group(werk, &self.persoon),
            Doen::Pagina => page_group(),
            Doen::Overlijden => Groep::new("")
                .tekst("Wat verdrietig. U hoeft hier alleen de datum in te vullen.")
                .tekst("Er gaan geen brieven meer naar deze persoon, en de eigen pagina gaat dicht. Kijk daarna of iemand anders het gezag heeft gekregen.")
                .veld(Veld::date("op", "Datum van overlijden").required_or("Vul de datum in.")),
        })
    }

    fn belemmering(&self, _werk: &Werk) -> Option<Refusal> {
        self.persoon.overleden.then(|| Refusal::new("al_gemeld", teksten::leven::overlijden_al_vastgelegd()))
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Gegevens".to_owned(), "gegevens".to_owned()))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        self.doen.after(werk)
    }
}

/// What those with authority allow a carer to read, as a school records it.
fn reading_group(werk: &Werk, carer: &Persoon) -> Groep {
    let known = werk.beeld().mensen.iter().filter(|persoon| persoon.relatie.has_gezag());
    let now = known.filter(|persoon| persoon.is_current(werk.vandaag()));
    let parents = now.map(|persoon| Optie::new(persoon.nr.to_string(), persoon.naam.as_str())).collect();
    let choices =
        Verzorgerslezing::ALL.iter().map(|wat| Optie::new(wat.code(), capital(wat.label()))).collect();
    Groep::new("Wat staat de ouder of voogd toe?")
        .tekst(format!("{} is volgens de onderwijswet een ouder ({}), en meldt zelf aan. Wat deze persoon op een eigen pagina leest, zegt wie gezag heeft. Staat iemand anders met gezag minder toe, dan geldt dat.", capital(&carer.naam), werk.artikel("gezag.verzorger_is_ouder")))
        .veld(Veld::radio("wat", "Wat mag deze persoon lezen?", choices).required_or("Kies wat deze persoon mag lezen."))
        .veld(Veld::radio("van", "Wie met gezag zei dit?", parents).required_or("Kies wie dit zei."))
        .veld(
            Veld::text("blijkt", "Waaruit blijkt dat?")
                .hint("Bijvoorbeeld: brief van de moeder van 2 maart. Een ouder of voogd met een eigen pagina kan het daar ook zelf zeggen.")
                .required_or("Schrijf op waaruit dat blijkt."),
        )
}

fn page_group() -> Groep {
    Groep::new("Opende de verkeerde deze pagina?")
        .tekst("Bij 'Gegevens' staat op welke naam het account staat. Is dat iemand anders, sluit de pagina dan hier. Wie inlogt met dat account, ziet meteen niets meer van dit dossier. Daarna nodigt u de juiste persoon uit.")
        .tekst("Brieven die op de pagina klaarstonden, gaan op papier. Wie meelas omdat het op deze pagina was goedgevonden, leest ook niet meer mee.")
        .tekst("Was het iemand anders, dan las die over het kind. Overleg met wie bij u over privacy gaat of dat een datalek is. Bij 'Wie keek er' staat wat dat account opende.")
        .tekst("Het gezin leest in de tijdlijn dat u de pagina sloot, en waarom.")
        .veld(
            Veld::textarea("reden", "Waarom sluit u de pagina?", 3)
                .hint("Bijvoorbeeld: de code kwam bij iemand anders terecht.")
                .required_or("Schrijf op waarom u de pagina sluit."),
        )
}

fn contact_group() -> Groep {
    let since = Veld::date("per", "Vanaf welke dag?").required_or("Vul de dag in.");
    contact_fields(
        Groep::new("Wat verandert er?")
            .tekst("Stond er een fout in? Verbeter dan wat er is vastgelegd, bij 'Klopt er iets niet?'.")
            .veld(since),
    )
}

fn authority_group(werk: &Werk, persoon: &Persoon) -> Groep {
    let others = Relatie::te_kiezen().filter(|relatie| *relatie != persoon.relatie);
    let mut choices: Vec<Optie> =
        others.map(|relatie| Optie::new(relatie.code(), format!("Is nu {}", relatie.label()))).collect();
    choices.push(
        Optie::new(NIET_MEER, "Hoort niet meer bij dit kind")
            .explained("Deze persoon krijgt geen brieven meer en de eigen pagina gaat dicht."),
    );
    Groep::new("Wat verandert er?")
        .tekst(format!("{} staat nu in het dossier als {}.", capital(&persoon.naam), persoon.relatie.label()))
        .veld(Veld::radio("relatie", "Wat wordt het?", choices).required_or("Kies wat er verandert."))
        .veld(Veld::date("per", "Vanaf welke dag?").required_or("Vul de dag in."))
        .veld(
            Veld::text("brondocument", "Waaruit blijkt dat?")
                .hint(format!("Bijvoorbeeld: beschikking van de rechter van 2 maart. Zo'n beschikking telt pas als niemand meer in beroep kan, of als erin staat dat zij meteen geldt: dan vanaf de dag nadat zij is verstuurd ({}).", werk.artikel("gezag.ingang_uitspraak")))
                .required_or("Schrijf op waaruit dat blijkt."),
        )
}
