//! What a letter needs from outside the file: schools, boards, policy and the name of who acts.

use base::{Organisatiesoort, Sector, SwvCode};
use dossier::brief::{Briefdag, brief_dag};
use dossier::{Actor, Dossier, Gebeurtenis, Rol};
use verband::{Beleid, School};

use super::zaak::{Briefzaak, Schrijvend};
use crate::{App, AppError, Moment};

/// Everything around one subject that is looked up.
#[derive(Debug, Clone)]
pub(super) struct Omgeving {
    /// Name of the organisation that writes.
    pub(super) afzender: String,
    /// The school, where it is known.
    pub(super) school: Option<School>,
    /// Name of its board.
    pub(super) bestuur: Option<String>,
    /// The partnership to which a request was forwarded.
    pub(super) naar: Option<Naar>,
    /// Policy of the partnership; the default where none is concerned.
    pub(super) beleid: Beleid,
    /// The other school that is willing, where it is one of ours.
    pub(super) gevonden: Option<School>,
    /// Who acts, where that person may sign for the organisation that writes.
    pub(super) ondertekenaar: Option<(String, Rol)>,
    /// Who took the decision that a letter makes known.
    pub(super) besluitnemer: Option<(String, Rol)>,
}

/// A partnership to which a request goes, as it can be reached.
#[derive(Debug, Clone)]
pub(super) struct Naar {
    /// Its code.
    pub(super) swv: SwvCode,
    /// Its name.
    pub(super) naam: String,
    /// Telephone of its loket; empty where nobody entered one.
    pub(super) telefoon: String,
}

impl Omgeving {
    /// Whose law applies: as the file has it, else as the register of schools has it. No letter is written by a guess.
    pub(super) fn sector_of(&self, zaak: &Briefzaak) -> Result<Sector, AppError> {
        let unknown = || AppError::Letter("van deze school is niet bekend welke wet geldt".to_owned());
        zaak.sector.or_else(|| self.school.as_ref().map(School::sector)).ok_or_else(unknown)
    }
}

impl App {
    /// Looks up what stands around a subject.
    pub(super) async fn omgeving(
        &self,
        zaak: &Briefzaak,
        actor: &Actor,
        moment: Moment,
    ) -> Result<Omgeving, AppError> {
        let on = moment.vandaag;
        let school = self.school(&zaak.vestiging, on).await?;
        let gevonden = match &zaak.gevonden {
            Some(vestiging) => self.school(vestiging, on).await?,
            None => None,
        };
        let bestuur = match school.as_ref().and_then(|school| school.bestuur.as_ref()) {
            // A board that nobody gave a name is called by its number, which says nothing to a family.
            Some(bestuur) => {
                let naam = self.organisatie_naam(&bestuur.organisatie(), on).await?;
                Some(naam).filter(|naam| !naam.contains(bestuur.as_str()))
            }
            None => None,
        };
        let swv = zaak.swv.as_ref().or_else(|| school.as_ref().and_then(School::swv));
        let beleid = match swv {
            Some(swv) => self.beleid(swv).await?,
            None => Beleid::default(),
        };
        let afzender = match (zaak.schrijvend, &zaak.swv) {
            (Schrijvend::Verband, Some(swv)) => {
                named_swv(&self.organisatie_naam(&swv.organisatie(), on).await?)
            }
            _ => school.as_ref().map_or_else(|| zaak.schoolnaam.clone(), |school| school.naam.clone()),
        };
        let naar = match &zaak.naar {
            Some(swv) => Some(Naar {
                swv: swv.clone(),
                naam: named_swv(&self.organisatie_naam(&swv.organisatie(), on).await?),
                telefoon: self.beleid(swv).await?.telefoon_loket.trim().to_owned(),
            }),
            None => None,
        };
        let ondertekenaar = self.signer(zaak, actor).await?;
        Ok(Omgeving { afzender, school, bestuur, naar, beleid, gevonden, ondertekenaar, besluitnemer: None })
    }

    /// Name and role of who took the decision that this fact makes known; none of any other fact.
    pub(super) async fn decider(
        &self,
        dossier: &Dossier,
        gebeurtenis: &Gebeurtenis,
    ) -> Result<Option<(String, Rol)>, AppError> {
        let makes_known =
            gebeurtenis.brief().is_some_and(|letter| brief_dag(letter.soort()) == Briefdag::Bekendmaking);
        let zaak = gebeurtenis.onderwerp().filter(|_| makes_known);
        let Some(actor) = zaak.and_then(|zaak| dossier.besluit_in(zaak)).map(|feit| &feit.actor) else {
            return Ok(None);
        };
        let account = self.storage.account(&actor.persoon).await?;
        Ok(account.map(|account| (account.naam, actor.rol)))
    }

    /// Name and role of who acts, when that is somebody of the organisation that writes, or of the
    /// board of the school. A parent who registers, or an expert who advises, signs no letter of
    /// the organisation.
    async fn signer(&self, zaak: &Briefzaak, actor: &Actor) -> Result<Option<(String, Rol)>, AppError> {
        let family = matches!(actor.rol, Rol::Ouder | Rol::Leerling | Rol::Deskundige);
        let board =
            zaak.schrijvend == Schrijvend::School && actor.organisatie.kind() == Organisatiesoort::Bestuur;
        if family || !(board || actor.organisatie == zaak.van()) {
            return Ok(None);
        }
        let account = self.storage.account(&actor.persoon).await?;
        Ok(account.map(|account| (account.naam, actor.rol)))
    }
}

/// A partnership whose name nobody entered is shown by its code.
pub(crate) fn named_swv(naam: &str) -> String {
    if naam.parse::<base::SwvCode>().is_ok() {
        format!("Samenwerkingsverband {naam}")
    } else {
        naam.to_owned()
    }
}
