//! What can change in the life of a child, each with its address, its words and its form.

use app::concepten::Formulier as Formuliernaam;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use dossier::Refusal;
use dossier::beurt::Zet;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Uitschrijfreden;
use teksten::leven;
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::Veld;

use super::handelingen::Doen;
use super::velden::{self, person_field};
use crate::paginas::aanmelden::kind::{address_group, area, gender_code, name_fields};
use crate::paginas::aanmelding::can_be_delivered;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap};

/// Something that changed in the life of a child.
#[derive(Debug, Clone)]
pub(super) struct LevenStap {
    doen: Doen,
    gebied: Option<String>,
    /// Nobody knows yet where the child lives: it did not move, its address is filled in.
    eerste_adres: bool,
}

impl LevenStap {
    /// A step by its code.
    pub(super) fn of(code: &str) -> Result<Self, Fout> {
        Ok(Self::with(Doen::from_code(code).ok_or(Fout::NietGevonden)?))
    }

    /// A step of a kind.
    pub(super) fn with(doen: Doen) -> Self {
        Self { doen, gebied: None, eerste_adres: false }
    }

    /// With what follows from the postcode that was typed.
    pub(super) async fn with_area(self, werk: &Werk, formulier: &Formulier) -> Result<Self, Fout> {
        if self.doen != Doen::Verhuizing {
            return Ok(Self { gebied: None, eerste_adres: false, ..self });
        }
        let gebied = area(&werk.state, &werk.kijker, formulier).await?;
        let known = werk.beeld().adres.as_ref().is_some_and(can_be_delivered);
        Ok(Self { gebied, eerste_adres: !known, ..self })
    }

    fn groepen(&self, werk: &Werk, getypt: &Formulier) -> Vec<Groep> {
        match self.doen {
            Doen::Persoon => vec![velden::person_group(werk)],
            Doen::Gezocht => vec![velden::search_group(werk)],
            Doen::Woorden => vec![velden::words_group(werk)],
            Doen::Verhuizing => vec![
                Groep::new("Sinds wanneer?").veld(
                    Veld::date("per", "Sinds welke dag woont het kind daar?")
                        .hint(if self.eerste_adres {
                            "Weet u dat niet? Dan is de dag goed waarop het kind bij u bekend werd; die staat er al."
                        } else {
                            ""
                        })
                        .required_or("Vul in sinds welke dag het kind daar woont."),
                ),
                address_group(
                    if self.eerste_adres { "Waar woont het kind?" } else { "Het nieuwe adres" },
                    getypt,
                    self.gebied.clone(),
                ),
            ],
            Doen::Naam => vec![
                name_fields(Groep::new("De nieuwe gegevens"), "")
                    .veld(Veld::date("per", "Vanaf welke dag?").required_or("Vul de dag in.")),
            ],
            Doen::Geheimhouding => vec![velden::secrecy_group(werk)],
            Doen::Pleegzorg => vec![velden::foster_group(werk)],
            Doen::Meerderjarig => vec![velden::of_age_group()],
            Doen::Nummer => vec![velden::number_group()],
            Doen::Inschrijven => vec![velden::enrolment_group(werk)],
            Doen::Uitschrijven => vec![velden::deregistration_group(werk, getypt)],
            Doen::School => vec![velden::school_group()],
            Doen::VerhuizingNagaan => vec![velden::moved_group()],
            Doen::GezagNakijken => vec![velden::authority_group(werk)],
            Doen::Overlijden => vec![velden::death_group()],
        }
    }
}

/// The day on which the child became known here: its file began, with a registration or an enrolment.
fn known_since(werk: &Werk) -> base::Date {
    let days = werk.beeld().tijdlijn.iter().map(|regel| regel.op);
    days.min().unwrap_or_else(|| werk.vandaag())
}

impl Stap for LevenStap {
    fn opdracht(&self) -> Opdrachtnaam {
        self.doen.opdracht()
    }

    /// The number of a child is kept nowhere but in the file; a single date needs no draft.
    fn formulier(&self) -> Option<Formuliernaam> {
        (!matches!(self.doen, Doen::Nummer | Doen::Overlijden))
            .then(|| Formuliernaam::of(self.opdracht(), self.over()))
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        teksten::Taal::Nl.zeg(if self.eerste_adres { leven::adres_aanvullen() } else { self.doen.tekst() })
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
            Doen::Verhuizing if self.eerste_adres => vec![("per".into(), known_since(werk).to_string())],
            Doen::Geheimhouding if werk.beeld().adres_geheim => secrecy_now(werk),
            Doen::Uitschrijven => leaves_for_another_school(werk),
            Doen::Persoon
            | Doen::Gezocht
            | Doen::Woorden
            | Doen::School
            | Doen::VerhuizingNagaan
            | Doen::GezagNakijken
            | Doen::Verhuizing
            | Doen::Geheimhouding
            | Doen::Pleegzorg
            | Doen::Meerderjarig
            | Doen::Nummer
            | Doen::Overlijden => Vec::new(),
        }
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        Vorm::new("Vastleggen").groepen(self.groepen(werk, getypt))
    }

    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        if self.doen == Doen::Woorden {
            let nothing = velden::unread(werk).next().is_none();
            return nothing.then(|| Refusal::new("niets_te_lezen", leven::niets_te_lezen()));
        }
        if !matches!(
            self.doen,
            Doen::Meerderjarig
                | Doen::Overlijden
                | Doen::Uitschrijven
                | Doen::School
                | Doen::VerhuizingNagaan
                | Doen::GezagNakijken
        ) {
            return None;
        }
        let probe = werk.proefdaad(self.opdracht(), 0)?;
        let refusal = werk.probeer(probe).err()?;
        (refusal.veld.is_none() || refusal.veld == Some("vestiging")).then_some(refusal)
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Gegevens".to_owned(), "gegevens".to_owned()))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?na={}", werk.adres("gegevens"), self.doen.code())
    }
}

/// With the first day at the other school, where the turn says that the child leaves for one.
fn leaves_for_another_school(werk: &Werk) -> Begin {
    let mut turns = werk.beeld().beurten.iter().map(|(beurt, _)| beurt);
    let leaves = turns.find(|beurt| beurt.zet == Zet::UitschrijvenNaarAndereSchool);
    let per = leaves.and_then(|beurt| beurt.uiterlijk);
    let reden = Uitschrijfreden::AndereSchool.code().to_owned();
    per.map_or_else(Vec::new, |per| vec![("per".into(), per.to_string()), ("grond".into(), reden)])
}

/// As it is now: ticked for the persons whom it names.
fn secrecy_now(werk: &Werk) -> Begin {
    let named = &werk.beeld().geheim_voor;
    let ticked = werk.beeld().mensen.iter().filter(|persoon| named.contains(&persoon.nr));
    let ticked = ticked.map(|persoon| (person_field(persoon).into(), "ja".to_owned()));
    std::iter::once(("geheim".into(), "ja".to_owned())).chain(ticked).collect()
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
