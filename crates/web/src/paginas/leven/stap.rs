//! What can change in the life of a child, each with its address, its words and its form.

use app::AppError;
use app::aanmelden::NieuwKind;
use app::concepten::Formulier as Formuliernaam;
use app::dossiers::{Uitgevoerd, Uitvoering};
use base::{Date, Vestigingscode};
use dossier::Refusal;
use dossier::leven::feiten::{Contactgegevens, Overledene};
use dossier::leven::opdracht::{
    MeldMeerderjarig, MeldOverlijden, MeldPleegzorg, OntvangNummer, SchrijfIn, SchrijfUit, VerbindPersoon,
    Verhuis, WijzigNaam, ZetGeheimhouding,
};
use dossier::opdracht::Opdracht;
use dossier::soort::Relatie;

use super::handelingen::Doen;
use super::velden::{self, person_field};
use crate::error::Fout;
use crate::form::{Formulier, Lezer};
use crate::onderdelen::{Fouten, Veld};
use crate::paginas::aanmelden::kind::{address_group, area, gender, gender_code, name_fields, postcode};
use crate::paginas::aanmelding::blad::{Begin, Stap};
use crate::paginas::aanmelding::vorm::{Groep, Vorm};
use crate::paginas::aanmelding::werk::Werk;

/// Something that changed in the life of a child.
#[derive(Debug, Clone)]
pub(super) struct LevenStap {
    doen: Doen,
    gebied: Option<String>,
}

/// What the form says; an address and a school are looked up before it becomes a command.
pub(super) enum Gelezen {
    /// Ready.
    Opdracht(Opdracht),
    /// A move.
    Verhuizing(Date, NieuwKind),
    /// An enrolment at the own school.
    Inschrijving(Date, String),
}

impl LevenStap {
    /// A step by its code.
    pub(super) fn of(code: &str) -> Result<Self, Fout> {
        Ok(Self { doen: Doen::from_code(code).ok_or(Fout::NietGevonden)?, gebied: None })
    }

    /// A step of a kind.
    pub(super) fn with(doen: Doen) -> Self {
        Self { doen, gebied: None }
    }

    /// With what follows from the postcode that was typed.
    pub(super) async fn with_area(self, werk: &Werk, formulier: &Formulier) -> Result<Self, Fout> {
        let gebied = match self.doen {
            Doen::Verhuizing => area(&werk.state, &werk.kijker, formulier).await?,
            _ => None,
        };
        Ok(Self { gebied, ..self })
    }

    fn groepen(&self, werk: &Werk) -> Vec<Groep> {
        match self.doen {
            Doen::Persoon => vec![velden::person_group(Relatie::ALL)],
            Doen::Verhuizing => vec![
                Groep::new("Sinds wanneer?")
                    .veld(Veld::date("per", "Sinds welke dag woont het kind daar?").required()),
                address_group("Het nieuwe adres", self.gebied.clone()),
            ],
            Doen::Naam => vec![
                name_fields(Groep::new("De nieuwe gegevens"))
                    .veld(Veld::date("per", "Vanaf welke dag?").required()),
            ],
            Doen::Geheimhouding => vec![velden::secrecy_group(werk)],
            Doen::Pleegzorg => vec![velden::foster_group(werk)],
            Doen::Meerderjarig => vec![velden::of_age_group()],
            Doen::Nummer => vec![velden::number_group()],
            Doen::Inschrijven => vec![velden::enrolment_group()],
            Doen::Uitschrijven => vec![velden::deregistration_group(werk)],
            Doen::Overlijden => vec![velden::death_group()],
        }
    }
}

impl Stap for LevenStap {
    type Gelezen = Gelezen;

    fn opdracht(&self) -> &'static str {
        self.doen.opdracht()
    }

    /// The number of a child is kept nowhere but in the file; a single date needs no draft.
    fn formulier(&self) -> Option<Formuliernaam> {
        (!matches!(self.doen, Doen::Nummer | Doen::Overlijden))
            .then(|| Formuliernaam::of(self.opdracht(), self.over()))
    }

    fn over(&self) -> Option<u64> {
        None
    }

    fn titel(&self) -> String {
        self.doen.tekst().to_owned()
    }

    fn begin(&self, werk: &Werk) -> Begin {
        let today = werk.vandaag().to_string();
        match self.doen {
            Doen::Naam => {
                let leerling = werk.beeld();
                vec![
                    ("roepnaam".into(), leerling.roepnaam.clone()),
                    ("voorvoegsel".into(), leerling.voorvoegsel.clone()),
                    ("achternaam".into(), leerling.achternaam.clone()),
                    ("geslacht".into(), gender_code(leerling.geslacht).to_owned()),
                    ("per".into(), today),
                ]
            }
            Doen::Inschrijven => {
                let groep = werk.beeld().inschrijving.as_ref().map(|inschrijving| inschrijving.groep.clone());
                vec![("per".into(), today), ("groep".into(), groep.unwrap_or_default())]
            }
            Doen::Geheimhouding if werk.beeld().adres_geheim => secrecy_now(werk),
            _ => Vec::new(),
        }
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Vastleggen").groepen(self.groepen(werk))
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Gelezen, Fouten> {
        let mut lezer = Lezer::of(formulier);
        let gelezen = match self.doen {
            Doen::Persoon => add_person(&mut lezer).map(|opdracht| Gelezen::Opdracht(opdracht.into())),
            Doen::Verhuizing => Some(moved(&mut lezer, formulier)),
            Doen::Inschrijven => {
                let per = lezer.required_date("per", "Vul de dag in.");
                Some(Gelezen::Inschrijving(per.unwrap_or_default(), lezer.text("groep")))
            }
            _ => self.simple(werk, &mut lezer, formulier).map(Gelezen::Opdracht),
        };
        lezer.finish()?;
        gelezen.ok_or_else(Fouten::new)
    }

    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        let probe: Opdracht = match self.doen {
            Doen::Meerderjarig => MeldMeerderjarig { handelingsbekwaam: true }.into(),
            Doen::Overlijden => MeldOverlijden { wie: Overledene::Leerling, op: werk.vandaag() }.into(),
            Doen::Uitschrijven => {
                let vestiging = own_school(werk)?;
                SchrijfUit { vestiging, per: werk.vandaag(), reden: "proef".to_owned() }.into()
            }
            _ => return None,
        };
        let refusal = werk.probeer(probe).err()?;
        (refusal.veld.is_none() || refusal.veld == Some("vestiging")).then_some(refusal)
    }

    async fn voer_uit(
        &self,
        werk: &Werk,
        gelezen: Gelezen,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let app = &werk.state.app;
        let opdracht = match gelezen {
            Gelezen::Opdracht(opdracht) => opdracht,
            Gelezen::Verhuizing(per, kind) => {
                Verhuis { per, adres: app.address(&kind, werk.kijker.moment).await? }.into()
            }
            Gelezen::Inschrijving(per, groep) => {
                let vestiging = own_school(werk).ok_or(AppError::NotFound)?;
                let school = app.school(&vestiging, per).await?.ok_or(AppError::NotFound)?;
                SchrijfIn {
                    swv: school.swv().cloned(),
                    schoolnaam: school.naam.clone(),
                    schoolsoort: school.schoolsoort,
                    vestiging,
                    groep,
                    per,
                }
                .into()
            }
        };
        werk.execute(opdracht, uitvoering).await
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Gegevens".to_owned(), "gegevens".to_owned()))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?na={}", werk.adres("gegevens"), self.doen.code())
    }
}

/// The school of whoever works there.
fn own_school(werk: &Werk) -> Option<Vestigingscode> {
    werk.kijker.kijker.actor.organisatie.vestiging()
}

/// As it is now: ticked for the persons whom it names.
fn secrecy_now(werk: &Werk) -> Begin {
    let named = &werk.beeld().geheim_voor;
    let ticked = werk.beeld().mensen.iter().filter(|persoon| named.contains(&persoon.nr));
    let ticked = ticked.map(|persoon| (person_field(persoon).into(), "ja".to_owned()));
    std::iter::once(("geheim".into(), "ja".to_owned())).chain(ticked).collect()
}

/// Reads how somebody can be reached.
pub(super) fn contact(lezer: &Lezer<'_>) -> Contactgegevens {
    Contactgegevens {
        e_mail: lezer.text("e_mail"),
        telefoon: lezer.text("telefoon"),
        adres: lezer.text("adres"),
    }
}

fn add_person(lezer: &mut Lezer<'_>) -> Option<VerbindPersoon> {
    let naam = lezer.required("naam", "Vul de naam in.");
    let relatie = lezer.choice("relatie", Relatie::from_code, "Kies wie dit voor het kind is.");
    let van = lezer.required_date("van", "Vul de eerste dag in.");
    let tot = lezer.date("tot");
    let brondocument = lezer.required("brondocument", "Schrijf op waaruit dat blijkt.");
    Some(VerbindPersoon { naam, relatie: relatie?, van: van?, tot, brondocument, contact: contact(lezer) })
}

fn moved(lezer: &mut Lezer<'_>, formulier: &Formulier) -> Gelezen {
    let per = lezer.required_date("per", "Vul in sinds welke dag het kind daar woont.");
    Gelezen::Verhuizing(per.unwrap_or_default(), read_address(lezer, formulier))
}

/// An address, as the use case that looks up its postcode takes it.
pub(super) fn read_address(lezer: &mut Lezer<'_>, formulier: &Formulier) -> NieuwKind {
    NieuwKind {
        straat: lezer.text("straat"),
        postcode: postcode(lezer, formulier),
        plaats: lezer.text("plaats"),
        buitenland: formulier.is_on("buitenland"),
        ..NieuwKind::default()
    }
}

impl LevenStap {
    /// What needs nothing looked up.
    fn simple(&self, werk: &Werk, lezer: &mut Lezer<'_>, formulier: &Formulier) -> Option<Opdracht> {
        Some(match self.doen {
            Doen::Naam => WijzigNaam {
                per: lezer.required_date("per", "Vul de dag in.").unwrap_or_default(),
                roepnaam: lezer.required("roepnaam", "Vul de roepnaam in."),
                voorvoegsel: lezer.text("voorvoegsel"),
                achternaam: lezer.required("achternaam", "Vul de achternaam in."),
                geslacht: gender(formulier.text("geslacht")),
            }
            .into(),
            Doen::Geheimhouding => {
                let ticked =
                    werk.beeld().mensen.iter().filter(|persoon| formulier.is_on(&person_field(persoon)));
                let voor_personen = ticked.map(|persoon| persoon.nr).collect();
                let geheim = lezer.yes_no("geheim", "Kies of het adres geheim is.");
                let bron = lezer.required("bron", "Schrijf op waar dit vandaan komt.");
                ZetGeheimhouding { geheim: geheim?, voor_personen, bron }.into()
            }
            Doen::Pleegzorg => {
                let per = lezer.required_date("per", "Vul de dag in.");
                let persoon = lezer.choice("persoon", |code| code.parse().ok(), "Kies de pleegouder.");
                MeldPleegzorg { per: per?, persoon: persoon? }.into()
            }
            Doen::Meerderjarig => {
                let able =
                    lezer.yes_no("handelingsbekwaam", "Kies of de leerling de eigen zaken kan regelen.");
                MeldMeerderjarig { handelingsbekwaam: able? }.into()
            }
            Doen::Nummer => OntvangNummer { pgn: lezer.required("pgn", "Vul het nummer in.") }.into(),
            Doen::Uitschrijven => {
                let per = lezer.required_date("per", "Vul de dag in.");
                let reden = lezer.required("reden", "Schrijf op waarom.");
                SchrijfUit { vestiging: own_school(werk)?, per: per?, reden }.into()
            }
            Doen::Overlijden => {
                let op = lezer.required_date("op", "Vul de datum in.");
                MeldOverlijden { wie: Overledene::Leerling, op: op? }.into()
            }
            Doen::Persoon | Doen::Verhuizing | Doen::Inschrijven => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_child_is_never_kept_as_a_draft() {
        assert_eq!(LevenStap::with(Doen::Nummer).formulier(), None);
        assert!(LevenStap::with(Doen::Naam).formulier().is_some());
    }
}
