//! Letters of the families of the demo: their last act goes by the program, as any act would.

use app::dossiers::Uitvoering;
use app::projectie::project;
use app::{App, AppError, Moment};
use dossier::Dossier;
use dossier::toegang::Kijker;

use super::DemoFout;
use crate::dossiers::{History, VOORBEELDEN};

/// Whether this is one of those families.
pub(super) fn is_written_for(history: &History) -> bool {
    let ouder = history.ouders.first().map(|ouder| ouder.account.as_str());
    history.laatste.is_some() && VOORBEELDEN.iter().any(|voorbeeld| Some(voorbeeld.account) == ouder)
}

/// Carries out the last act on its own day, with its letters; the lists are those of today.
pub(super) async fn carry_out(app: &App, history: &History, moment: Moment) -> Result<Dossier, DemoFout> {
    let Some(daad) = &history.laatste else { return Ok(history.dossier.clone()) };
    let kijker = Kijker::from(daad.actor.clone());
    let then = Moment::of(daad.recorded_at);
    app.execute(&kijker, then, &history.nummer, daad.opdrachten.clone(), Uitvoering::default()).await?;
    // A program without a typesetter leaves them open; the next one with it makes them.
    if app.letters.can_be_made() {
        let made = app.make_letters_of(&history.nummer, then).await?;
        if let Some(error) = made.mislukt.into_iter().next() {
            return Err(error.into());
        }
    }
    let dossier = app.load_dossier(&history.nummer).await?.ok_or(AppError::NotFound)?;
    let betrokken = app.betrokkenen(&dossier, moment).await?;
    let beurten = app.beurten(&dossier, moment).await?;
    let rows = project(&dossier, (&betrokken, &beurten), &app.matrix, Moment { at: then.at, ..moment });
    app.storage.replace_projection(&history.nummer, dossier.versie, &rows).await?;
    Ok(dossier)
}
