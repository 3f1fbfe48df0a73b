//! The experts whom a samenwerkingsverband can ask: who they are, for whom they work, how much they still have to do.

use std::collections::BTreeMap;

use app::concepten::LosFormulier;
use app::deskundigen::{Deskundige, Werkgever};
use base::{BevoegdGezagNummer, OrganisatieId, PersoonId};
use dossier::soort::Discipline;
use dossier::staat::TlvAanvraag;
use dossier::tlv::opdracht::WijsDeskundigeToe;
use web_base::error::Fout;
use web_base::session::Kijker;
use web_base::state::WebState;

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

/// Works for the school, for another school of its board, or for the board itself.
fn is_applicant(werkgever: &Werkgever, school: &OrganisatieId, bestuur: Option<&BevoegdGezagNummer>) -> bool {
    let of_board = |bestuur: &BevoegdGezagNummer| {
        werkgever.bestuur.as_ref() == Some(bestuur) || werkgever.organisatie == bestuur.organisatie()
    };
    werkgever.organisatie == *school || bestuur.is_some_and(of_board)
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
        let tied = self.werkt_bij.iter().find(|werkgever| is_applicant(werkgever, &school, bestuur));
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
    let load: BTreeMap<PersoonId, u64> =
        app.werklast(&kijker.kijker).await?.into_iter().map(|row| (row.persoon, row.open)).collect();
    let known = remembered(state, kijker).await?;
    let found = app.deskundigen(&kijker.kijker, kijker.moment).await?;
    let expert = |found: Deskundige| Expert {
        werkt_bij: found.werkt_bij,
        open: load.get(&found.persoon).copied().unwrap_or(0),
        discipline: known.get(found.persoon.as_str()).copied(),
        naam: found.naam,
        persoon: found.persoon,
    };
    Ok(found.into_iter().map(expert).collect())
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
    let plek = state.app.los_concept(&kijker.kijker, kijker.moment, LosFormulier::Disciplines)?;
    let kept = plek.velden().await?;
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
    let plek = state.app.los_concept(&kijker.kijker, kijker.moment, LosFormulier::Disciplines)?;
    let kept = plek.velden().await?;
    let version = kept.iter().find(|veld| veld.veld == persoon.as_str()).map_or(0, |veld| veld.versie);
    plek.bewaar((persoon.as_str(), version), discipline.code()).await?;
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
            is_applicant(&werkgever, &school, Some(&board))
        };
        assert!(tied("school/99ZZ00", None));
        assert!(tied("school/99ZZ01", Some("40631")));
        assert!(tied("bestuur/40631", None));
        assert!(!tied("school/99ZZ02", Some("40632")));
    }
}
