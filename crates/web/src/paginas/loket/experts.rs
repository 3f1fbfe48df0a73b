//! The experts whom a samenwerkingsverband can ask: who they are, for whom they work, how much they still have to do.

use std::collections::BTreeMap;

use app::AppError;
use app::concepten::Formulierplek;
use base::{BevoegdGezagNummer, OrganisatieId, PersoonId};
use dossier::Rol;
use dossier::soort::Discipline;
use dossier::staat::TlvAanvraag;
use dossier::tlv::opdracht::WijsDeskundigeToe;
use storage::{AccountQuery, Page};

use crate::error::Fout;
use crate::session::Kijker;
use crate::state::WebState;

/// Form under which the discipline is remembered that an expert was last asked as.
const DISCIPLINES: &str = "disciplines";

/// An expert with everything that choosing one depends on.
pub(super) struct Expert {
    pub(super) persoon: PersoonId,
    pub(super) naam: String,
    /// Every other organisation where this person works now.
    werkt_bij: Vec<Werkgever>,
    /// Requests without an advice yet.
    pub(super) open: u64,
    /// As what this person was asked last.
    pub(super) discipline: Option<Discipline>,
}

struct Werkgever {
    organisatie: OrganisatieId,
    naam: String,
    bestuur: Option<BevoegdGezagNummer>,
}

impl Werkgever {
    fn is_applicant(&self, school: &OrganisatieId, bestuur: Option<&BevoegdGezagNummer>) -> bool {
        let of_board = |bestuur: &BevoegdGezagNummer| {
            self.bestuur.as_ref() == Some(bestuur) || self.organisatie == bestuur.organisatie()
        };
        self.organisatie == *school || bestuur.is_some_and(of_board)
    }
}

impl Expert {
    /// The employer that makes this expert no outsider for a request: the school, another school of its board, or
    /// the board itself.
    pub(super) fn tied_to(
        &self,
        aanvraag: &TlvAanvraag,
        bestuur: Option<&BevoegdGezagNummer>,
    ) -> Option<&str> {
        let school = aanvraag.vestiging.organisatie();
        let tied = self.werkt_bij.iter().find(|werkgever| werkgever.is_applicant(&school, bestuur));
        tied.map(|werkgever| werkgever.naam.as_str())
    }

    /// Where else this person works, in words.
    pub(super) fn employers(&self) -> String {
        self.werkt_bij.iter().map(|werkgever| werkgever.naam.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The command that asks this expert.
    pub(super) fn asked_as(
        &self,
        aanvraag: &TlvAanvraag,
        discipline: Discipline,
        onafhankelijk: bool,
    ) -> WijsDeskundigeToe {
        WijsDeskundigeToe {
            aanvraag: aanvraag.nr,
            persoon: self.persoon.clone(),
            naam: self.naam.clone(),
            discipline,
            onafhankelijk,
        }
    }
}

/// The experts of the samenwerkingsverband of whoever looks, in order of name.
pub(super) async fn all(state: &WebState, kijker: &Kijker) -> Result<Vec<Expert>, Fout> {
    let app = &state.app;
    let own = &kijker.kijker.actor.organisatie;
    let load: BTreeMap<PersoonId, u64> =
        app.werklast(&kijker.kijker).await?.into_iter().map(|row| (row.persoon, row.open)).collect();
    let known = remembered(state, kijker).await?;
    let mut experts = Vec::new();
    let mut offset = 0;
    loop {
        let page = Page { offset, limit: storage::limits::PAGE_ROWS };
        let query = AccountQuery::all(own.clone(), kijker.moment.vandaag, page);
        let found = app.storage.accounts_of(&query).await.map_err(AppError::from)?;
        let fetched = found.rows.len();
        for row in found.rows {
            let asked = row.rollen.iter().any(|rol| rol.rol == Rol::Deskundige.code());
            if !asked || row.account.geblokkeerd_op.is_some() {
                continue;
            }
            experts.push(Expert {
                werkt_bij: employers(state, kijker, &row.account.id).await?,
                open: load.get(&row.account.id).copied().unwrap_or(0),
                discipline: known.get(row.account.id.as_str()).copied(),
                naam: row.account.naam,
                persoon: row.account.id,
            });
        }
        offset += u64::from(page.limit);
        if fetched == 0 || offset >= found.total {
            return Ok(experts);
        }
    }
}

async fn employers(state: &WebState, kijker: &Kijker, persoon: &PersoonId) -> Result<Vec<Werkgever>, Fout> {
    let on = kijker.moment.vandaag;
    let own = &kijker.kijker.actor.organisatie;
    let rollen = state.app.storage.rollen(persoon).await.map_err(AppError::from)?;
    let mut found: Vec<Werkgever> = Vec::new();
    for rol in rollen.into_iter().filter(|rol| rol.holds_on(on) && rol.organisatie != *own) {
        if found.iter().any(|known| known.organisatie == rol.organisatie) || rol.organisatie.kind() == "gezin"
        {
            continue;
        }
        let school = match rol.organisatie.vestiging() {
            Some(vestiging) => state.app.school(&vestiging, on).await?,
            None => None,
        };
        found.push(Werkgever {
            naam: state.app.organisatie_naam(&rol.organisatie, on).await?,
            bestuur: school.and_then(|school| school.bestuur),
            organisatie: rol.organisatie,
        });
    }
    Ok(found)
}

/// The board of the school that applied.
pub(super) async fn board_of(
    state: &WebState,
    kijker: &Kijker,
    aanvraag: &TlvAanvraag,
) -> Result<Option<BevoegdGezagNummer>, Fout> {
    let school = state.app.school(&aanvraag.vestiging, kijker.moment.vandaag).await?;
    Ok(school.and_then(|school| school.bestuur))
}

/// As what each expert was asked last by this person.
async fn remembered(state: &WebState, kijker: &Kijker) -> Result<BTreeMap<String, Discipline>, Fout> {
    let kept =
        state.app.concept(&kijker.kijker, kijker.moment, &Formulierplek::ZonderDossier, DISCIPLINES).await?;
    let known = kept.into_iter().filter_map(|veld| Some((veld.veld, Discipline::from_code(&veld.waarde)?)));
    Ok(known.collect())
}

/// Remembers as what an expert was asked. That it fails changes nothing: next time it is asked again.
pub(super) async fn remember(
    state: &WebState,
    kijker: &Kijker,
    persoon: &PersoonId,
    discipline: Discipline,
) -> Result<(), Fout> {
    let plek = Formulierplek::ZonderDossier;
    let kept = state.app.concept(&kijker.kijker, kijker.moment, &plek, DISCIPLINES).await?;
    let version = kept.iter().find(|veld| veld.veld == persoon.as_str()).map_or(0, |veld| veld.versie);
    let veld = (persoon.as_str(), version);
    state.app.bewaar_veld(&kijker.kijker, kijker.moment, &plek, DISCIPLINES, veld, discipline.code()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_of_the_school_or_its_board_is_no_outsider() {
        let board: BevoegdGezagNummer = "40631".parse().unwrap();
        let school: OrganisatieId = "school/99ZZ00".parse().unwrap();
        let tied = |organisatie: &str, bestuur: Option<&str>| {
            let werkgever = Werkgever {
                organisatie: organisatie.parse().unwrap(),
                naam: "De Meerkoet".to_owned(),
                bestuur: bestuur.map(|code| code.parse().unwrap()),
            };
            werkgever.is_applicant(&school, Some(&board))
        };
        assert!(tied("school/99ZZ00", None));
        assert!(tied("school/99ZZ01", Some("40631")));
        assert!(tied("bestuur/40631", None));
        assert!(!tied("school/99ZZ02", Some("40632")));
    }
}
