//! Whether a draft was read from which an act takes its contents.

use base::PersoonId;
use dossier::Refusal;
use storage::Digest;

use super::{Conceptveld, Formulier};
use crate::AppError;
use crate::geopend::Geopend;

/// What stands in a draft as somebody reads it, as one mark: it changes with every field that is typed and every document that
/// comes or goes. Apart from that it says what others typed last, and of how many fields it is.
pub fn stand<'v>(velden: impl IntoIterator<Item = &'v Conceptveld>, lezer: &PersoonId) -> String {
    let velden: Vec<&Conceptveld> = velden.into_iter().collect();
    let of_others = velden.iter().filter(|veld| veld.door != *lezer).copied();
    format!("{}-{}-{}", versions(velden.iter().copied()), versions(of_others), velden.len())
}

fn versions<'v>(velden: impl Iterator<Item = &'v Conceptveld>) -> Digest {
    let mut versies: Vec<String> = velden.map(|veld| format!("{}:{}", veld.veld, veld.versie)).collect();
    versies.sort_unstable();
    Digest::of(versies.join(" ").as_bytes())
}

/// Since a mark was made nobody but its reader changed a draft, and nothing went out of it: what the reader typed was read by
/// the hand that typed it, also where the script brought it in after the page.
fn is_read(gelezen: &str, nu: &str) -> bool {
    let parts = |merk: &str| {
        let (rest, count) = merk.rsplit_once('-')?;
        let (_, others) = rest.split_once('-')?;
        Some((others.to_owned(), count.parse::<usize>().ok()?))
    };
    match (parts(gelezen), parts(nu)) {
        (Some((then, of_then)), Some((now, of_now))) => then == now && of_then <= of_now,
        (None, _) | (_, None) => false,
    }
}

/// What is known of whether a draft was read from which an act takes its contents.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lezing<'a> {
    /// Nothing is recorded: it need not be read.
    Proef,
    /// The mark of what was read; none where whoever acts did not say.
    Merk(Option<&'a str>),
}

impl Geopend {
    /// What stands in a draft from which an act takes its contents; refused unless it is what was read. What whoever acts
    /// typed since counts as read.
    pub(crate) async fn gelezen_concept(
        &self,
        formulier: &Formulier,
        lezing: Lezing<'_>,
    ) -> Result<Vec<Conceptveld>, AppError> {
        let plek = self.conceptplek(formulier)?;
        let velden = plek.velden().await?;
        let Lezing::Merk(merk) = lezing else { return Ok(velden) };
        let merk = merk.ok_or_else(|| {
            Refusal::field("gelezen", teksten::beheer::stand_niet_gelezen())
                .instead(teksten::beheer::eerst_concept_lezen())
        })?;
        let me = &self.kijker.actor.persoon;
        let nu = stand(&velden, me);
        if merk == nu || is_read(merk, &nu) {
            return Ok(velden);
        }
        let other = velden.iter().filter(|veld| veld.door != *me).max_by_key(|veld| veld.op);
        let wie = match other {
            Some(veld) => plek.naam_van(&veld.door).await?,
            None => None,
        };
        Err(AppError::ConceptVeranderd { gelezen: merk.to_owned(), nu, wie })
    }
}
