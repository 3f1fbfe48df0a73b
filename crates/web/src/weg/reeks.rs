//! One act on each of the files that somebody chose in a list: each is decided by itself, and the page says what came of it.
//!
//! Such a form says who opened it and when, as every form does. That tells what was seen of each file: what happened in one
//! since then is shown instead of acted upon, and a form that is sent twice does nothing twice.

use app::AppError;
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::geopend::Geopend;
use app::weigering::voluit;
use axum::http::StatusCode;
use base::Timestamp;
use dossier::opdracht::Opdracht;
use teksten::{Taal, fout};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Label, Labelsoort};
use web_base::session::Kijker;

use super::concept::opened_at;
use super::gang::must_be_of;

/// What a list sends along with what was chosen in it.
#[derive(Debug, Clone)]
pub(crate) struct Verborgen {
    /// Of whoever opened it.
    pub(crate) merk: String,
    /// When, in microseconds.
    pub(crate) geopend: i64,
}

/// What came of one file.
pub(crate) enum Afloop {
    /// It is done.
    Gedaan(Box<Uitgevoerd>),
    /// It cannot be, and why.
    Geweigerd(String),
    /// Somebody else changed the file since the list was shown; what happened.
    Ingehaald(String),
}

impl Verborgen {
    /// Of a list that is shown now.
    pub(crate) fn of(kijker: &Kijker) -> Self {
        Self { merk: app::merk(&kijker.kijker.actor), geopend: kijker.moment.at.as_microsecond() }
    }
}

impl Afloop {
    /// It is not there any more, or not for this person.
    pub(crate) fn gone() -> Self {
        let why = "Niet gedaan: dit is er niet meer, of het is niet meer voor u. Iemand trok het in of rondde het af.";
        Self::Ingehaald(why.to_owned())
    }

    /// Yes or no.
    pub(crate) fn label(&self) -> Label {
        match self {
            Self::Gedaan(_) => Label::new("ja", Labelsoort::Goed),
            Self::Geweigerd(_) | Self::Ingehaald(_) => Label::new("nee", Labelsoort::Laat),
        }
    }

    /// The status of a page that says all of them.
    pub(crate) fn status<'a>(mut all: impl Iterator<Item = &'a Self>) -> StatusCode {
        if all.any(|afloop| matches!(afloop, Self::Ingehaald(_))) {
            StatusCode::CONFLICT
        } else {
            StatusCode::OK
        }
    }
}

/// When the list was shown in which the files were chosen, to whoever sends it.
pub(crate) fn shown_at(kijker: &Kijker, formulier: &Formulier) -> Result<Timestamp, Fout> {
    must_be_of(&kijker.kijker, formulier)?;
    opened_at(formulier).ok_or_else(|| Fout::Formulier { reden: fout::zonder_tijd() })
}

/// What came of a file that this person no longer sees, or of which the case is gone: the others go on.
pub(crate) fn gone<T>(found: Result<T, Fout>) -> Result<Result<T, Afloop>, Fout> {
    match found {
        Ok(found) => Ok(Ok(found)),
        Err(Fout::NietGevonden | Fout::App(AppError::NotFound | AppError::Forbidden { .. })) => {
            Ok(Err(Afloop::gone()))
        }
        Err(fout) => Err(fout),
    }
}

/// Does it on one file, once. `wat` names the form and what was chosen for all files.
pub(crate) async fn doe(
    open: &Geopend,
    (naam, wat): (&str, &str),
    shown_at: Timestamp,
    opdracht: impl Into<Opdracht>,
) -> Result<Afloop, Fout> {
    let opdracht = opdracht.into();
    let seen = open.versie_op(shown_at);
    let form = format!("{naam}/{}", open.beeld().nummer);
    let inhoud = format!("{} {wat}", shown_at.as_microsecond());
    let uitvoering = Uitvoering { expected: Some(seen), ..Uitvoering::default() };
    let uitvoering = uitvoering.eenmalig(open.kijker(), &form, 0, &inhoud);
    if let Some(done) = open.eerder(&uitvoering).await? {
        return Ok(Afloop::Gedaan(Box::new(done)));
    }
    if !open.is_ongewijzigd_sinds(seen, open.over_zaak(&opdracht)) {
        return overtaken(open, seen).await;
    }
    match open.doe(opdracht, uitvoering).await {
        Ok(done) => Ok(Afloop::Gedaan(Box::new(done))),
        Err(AppError::Refused(refusal)) => Ok(Afloop::Geweigerd(sentence(voluit(Taal::Nl, &refusal)))),
        Err(AppError::Clash { .. }) => overtaken(&open.opnieuw().await?, seen).await,
        // Seen still, and no longer theirs to do: one of the rows, and no reason to keep silent on the others.
        Err(AppError::NotFound | AppError::Forbidden { .. }) => Ok(Afloop::gone()),
        Err(error) => Err(error.into()),
    }
}

/// In a table a refusal ends as a sentence does.
fn sentence(mut said: String) -> String {
    if !said.ends_with(['.', '?', '!']) {
        said.push('.');
    }
    said
}

async fn overtaken(open: &Geopend, seen: u64) -> Result<Afloop, Fout> {
    let news = open.sindsdien(seen).await?;
    let said =
        news.iter().map(|regel| format!("{}: {}", Taal::Nl.korte_dag(regel.op), Taal::Nl.zeg(&regel.tekst)));
    let said = said.collect::<Vec<_>>().join("; ");
    let what = if said.is_empty() { "op hetzelfde moment".to_owned() } else { said };
    Ok(Afloop::Ingehaald(format!(
        "Niet gedaan: iemand anders wijzigde dit dossier net ({what}). Kies het opnieuw als het nog klopt."
    )))
}
