//! Stores the files: one thread tells them, many writes are under way at the same time.

use std::sync::Arc;

use app::projectie::project;
use app::{App, Moment, dossiers};
use dossier::{Dossier, Gebeurtenis};
use storage::{Append, Claim, Progress, StreamId};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::{DemoFout, accounts, post};
use crate::dossiers::{History, Nummers, Vastgelegd, VerhaalFout, Wereld, histories};
use crate::regio::Regio;

/// Files that are written at the same time; waiting writes share a durable commit.
const TEGELIJK: usize = 128;
/// Files that may lie told and not yet stored.
const VOORUIT: usize = 256;

/// What was stored.
#[derive(Debug, Default)]
pub(super) struct Opgeslagen {
    pub(super) dossiers: u64,
    pub(super) gebeurtenissen: u64,
    pub(super) brieven: u64,
    pub(super) nummers: Nummers,
}

/// What storing one file made.
#[derive(Debug, Clone, Copy)]
pub struct Bewaard {
    /// Facts in the file, letters included.
    pub gebeurtenissen: u64,
    /// Letters.
    pub brieven: u64,
}

/// Tells and stores the files of the region.
pub(super) async fn fill(
    app: &Arc<App>,
    regio: &Arc<Regio>,
    dossiers: usize,
    moment: Moment,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Opgeslagen, DemoFout> {
    let (told, mut waiting) = mpsc::channel(VOORUIT);
    let teller = tell(Arc::clone(app), Arc::clone(regio), dossiers, moment, told);
    let total = u64::try_from(dossiers).unwrap_or(u64::MAX);
    let mut stored = Opgeslagen::default();
    let mut writing = JoinSet::new();
    while let Some(history) = waiting.recv().await {
        let history = history?;
        let app = Arc::clone(app);
        writing.spawn(async move { store(&app, history, moment).await });
        if writing.len() >= TEGELIJK {
            take(&mut writing, &mut stored).await?;
            progress(Progress { done: stored.dossiers, total });
        }
    }
    while !writing.is_empty() {
        take(&mut writing, &mut stored).await?;
        progress(Progress { done: stored.dossiers, total });
    }
    stored.nummers = teller.await.map_err(|_| DemoFout::Afgebroken)?;
    Ok(stored)
}

/// Tells the files on a thread of its own, until they are told or nobody listens any more.
fn tell(
    app: Arc<App>,
    regio: Arc<Regio>,
    dossiers: usize,
    moment: Moment,
    told: mpsc::Sender<Result<History, VerhaalFout>>,
) -> tokio::task::JoinHandle<Nummers> {
    tokio::task::spawn_blocking(move || {
        let wereld = Wereld { regio: &regio, wet: &app.wet, matrix: &app.matrix, vandaag: moment.vandaag };
        let mut all = histories(wereld, dossiers);
        for history in all.by_ref() {
            if told.blocking_send(history).is_err() {
                break;
            }
        }
        all.nummers().clone()
    })
}

async fn take(
    writing: &mut JoinSet<Result<Bewaard, DemoFout>>,
    stored: &mut Opgeslagen,
) -> Result<(), DemoFout> {
    if let Some(done) = writing.join_next().await {
        let one = done.map_err(|_| DemoFout::Afgebroken)??;
        stored.dossiers += 1;
        stored.gebeurtenissen += one.gebeurtenissen;
        stored.brieven += one.brieven;
    }
    Ok(())
}

/// Stores one file: an append per act, list rows with the last, and the accounts of its parents. The
/// last act of a family of the demo goes by the program itself, so that its letters are real.
pub async fn store(app: &App, history: History, moment: Moment) -> Result<Bewaard, DemoFout> {
    for ouder in &history.ouders {
        accounts::make_ouder(app.storage.as_ref(), history.nummer.gezin(), ouder, moment).await?;
    }
    let by_program = post::is_written_for(&history);
    let until = history.feiten.len()
        - if by_program { acts(&history).last().map_or(0, <[Vastgelegd]>::len) } else { 0 };
    let mut before = 0;
    for act in acts(&history) {
        if before >= until {
            break;
        }
        let last = before + act.len() == until;
        let lists = (last && !by_program).then_some(&history.dossier);
        append(app, &history, act, before, lists, moment).await?;
        before += act.len();
    }
    let dossier = if by_program { Some(post::carry_out(app, &history, moment).await?) } else { None };
    let versie = dossier.as_ref().map_or(history.dossier.versie, |dossier| dossier.versie);
    let brieven = dossier.as_ref().map_or(0, |dossier| dossier.brieven.len());
    Ok(Bewaard { gebeurtenissen: versie, brieven: u64::try_from(brieven).unwrap_or(u64::MAX) })
}

/// Facts of one moment belong to one act.
fn acts(history: &History) -> impl DoubleEndedIterator<Item = &[Vastgelegd]> {
    history.feiten.chunk_by(|one, next| one.recorded_at == next.recorded_at)
}

async fn append(
    app: &App,
    history: &History,
    act: &[Vastgelegd],
    before: usize,
    lists: Option<&Dossier>,
    moment: Moment,
) -> Result<(), DemoFout> {
    let Some(first) = act.first() else { return Ok(()) };
    let events = act.iter().map(|feit| dossiers::encode(&feit.actor, &feit.vaststelling));
    let events = events.collect::<Result<Vec<_>, _>>()?;
    let expected = u64::try_from(before).unwrap_or(u64::MAX);
    let mut append = Append::new(StreamId::dossier(&history.nummer), expected, first.recorded_at, events);
    append.claims =
        act.iter().filter_map(|feit| claim(&history.dossier, &feit.vaststelling.gebeurtenis)).collect();
    if let Some(dossier) = lists {
        let betrokken = app.betrokkenen(dossier, moment).await?;
        let beurten = app.beurten(dossier, moment).await?;
        append.projection = Some(project(
            dossier,
            (&betrokken, &beurten),
            &app.matrix,
            Moment { at: first.recorded_at, ..moment },
        ));
    }
    app.storage.append(append).await?;
    Ok(())
}

/// The number of a declaration, as the register claims it.
fn claim(dossier: &Dossier, gebeurtenis: &Gebeurtenis) -> Option<Claim> {
    let Gebeurtenis::TlvVerleend(granted) = gebeurtenis else { return None };
    let swv = &dossier.aanvraag(granted.aanvraag)?.swv.uitkomst;
    Some(Claim { kind: "tlv".to_owned(), value: format!("{swv}/{}", granted.nummer) })
}
