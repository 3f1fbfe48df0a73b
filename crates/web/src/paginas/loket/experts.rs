//! The experts whom a samenwerkingsverband can ask: who they are, for whom they work, how much they still have to do.

use std::collections::BTreeMap;

use app::AppError;
use app::concepten::LosFormulier;
use app::deskundigen::{Beroep, Deskundige};
use base::{BevoegdGezagNummer, PersoonId};
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
    /// With every other organisation where this person works now.
    deskundige: Deskundige,
    /// Requests without an advice yet.
    pub(super) open: u64,
    /// As which expert: as it was recorded, or else as what this person was asked last.
    pub(super) discipline: Option<Discipline>,
}

impl Expert {
    /// As which expert this person works, where that was recorded.
    pub(super) fn beroep(&self) -> Option<&Beroep> {
        self.deskundige.beroep.as_ref()
    }

    /// As which expert, with what is known of it, in words.
    pub(super) fn in_words(&self) -> Option<String> {
        match (self.beroep(), self.discipline) {
            (Some(beroep), _) => {
                Some(format!("{}, {}", beroep.discipline.label(), beroep.registratie_in_woorden()))
            }
            (None, Some(discipline)) => {
                Some(format!("vorige keer als {}, niet vastgelegd", discipline.label()))
            }
            (None, None) => None,
        }
    }

    /// The employer that makes this expert no outsider for a request: the school, another school of its board, or
    /// the board itself.
    pub(super) fn tied_to(
        &self,
        aanvraag: &TlvAanvraag,
        bestuur: Option<&BevoegdGezagNummer>,
    ) -> Option<&str> {
        self.deskundige.verbonden_aan(&aanvraag.vestiging.organisatie(), bestuur)
    }

    /// Where else this person works, in words.
    pub(super) fn employers(&self) -> String {
        self.deskundige
            .werkt_bij
            .iter()
            .map(|werkgever| werkgever.naam.as_str())
            .collect::<Vec<_>>()
            .join(", ")
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
        open: load.get(&found.persoon).copied().unwrap_or(0),
        discipline: match &found.beroep {
            Some(beroep) => Some(beroep.discipline),
            None => known.get(found.persoon.as_str()).copied(),
        },
        naam: found.naam.clone(),
        persoon: found.persoon.clone(),
        deskundige: found,
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
) -> Result<(), AppError> {
    let plek = state.app.los_concept(&kijker.kijker, kijker.moment, LosFormulier::Disciplines)?;
    let kept = plek.velden().await?;
    let version = kept.iter().find(|veld| veld.veld == persoon.as_str()).map_or(0, |veld| veld.versie);
    plek.bewaar((persoon.as_str(), version), discipline.code()).await?;
    Ok(())
}
