//! Making letters, after the facts that ask for them.
//!
//! A command checks that its letters can be written and says in its append that they are still to be made; nobody
//! waits for the making. [`App::make_open_letters`] then renders and stores them, and records them in the file. What
//! is open stands in the store, in the same transaction as the facts: after a power cut it is made all the same. So is what
//! the facts bring about in another file ([`crate::elders`]), before the letters.

use std::time::Duration;

use base::DossierNummer;
use dossier::opdracht::Vaststelling;
use dossier::{Actor, Dossier, Feit, Inhoud};
use storage::{StreamId, Unfinished};

use super::{Conceptbrief, kept};
use crate::dossiers::{Bijwerking, decode, record};
use crate::mail::{Stond, aankondiging};
use crate::{App, AppError, Moment};

/// How many open letters are looked up at a time.
const PER_LOOK: u32 = 64;
/// How often the letters of one act are made anew because the file moved on meanwhile.
const MOST_TRIES: usize = 4;

/// Rest between the letters of two acts, about as long as one letter takes: a queue of letters must leave the cores to
/// whoever waits for a page.
const REST: Duration = Duration::from_millis(20);
/// How many of these rests it waits at most while people wait for an act: when a whole region registers its children the
/// letters come a little later, and they do come.
const MOST_RESTS: usize = 25;

/// What a round of letters did.
#[derive(Debug, Default)]
pub struct Briefronde {
    /// Letters made and recorded.
    pub gemaakt: usize,
    /// Why the open work of an act could not be done; it stays open for a next round.
    pub mislukt: Vec<AppError>,
}

/// The act that left work open, as the file stood right after it.
struct Daad {
    toen: Dossier,
    feiten: Vec<Vaststelling>,
    actor: Actor,
    moment: Moment,
}

impl App {
    /// Waits until a command asks for letters.
    pub async fn letters_asked(&self) {
        self.gevraagd.notified().await;
    }

    /// Makes every letter that is still to be made, and does what is still to be done in other files. One act whose work fails does
    /// not hold up the others. A program without an engine leaves the letters open.
    pub async fn make_open_letters(&self, moment: Moment) -> Result<Briefronde, AppError> {
        let mut ronde = Briefronde::default();
        let mut last: Option<Unfinished> = None;
        loop {
            let open = self.storage.unfinished(last.as_ref(), PER_LOOK).await?;
            let Some(newest) = open.last() else { return Ok(ronde) };
            last = Some(newest.clone());
            self.make_each(&open, moment, &mut ronde).await;
        }
    }

    /// Makes the letters of one file that are still to be made.
    pub async fn make_letters_of(
        &self,
        nummer: &DossierNummer,
        moment: Moment,
    ) -> Result<Briefronde, AppError> {
        let stream = StreamId::dossier(nummer);
        let begin = Unfinished { stream: stream.clone(), first: 0, last: 0 };
        let mut open = self.storage.unfinished(Some(&begin), PER_LOOK).await?;
        open.retain(|work| work.stream == stream);
        let mut ronde = Briefronde::default();
        self.make_each(&open, moment, &mut ronde).await;
        Ok(ronde)
    }

    async fn make_each(&self, open: &[Unfinished], moment: Moment, ronde: &mut Briefronde) {
        for (nth, work) in open.iter().enumerate() {
            if nth > 0 {
                self.rest().await;
            }
            match self.make_letters(work, moment).await {
                Ok(count) => ronde.gemaakt += count,
                Err(error) => ronde.mislukt.push(error),
            }
        }
    }

    async fn rest(&self) {
        for _ in 0..MOST_RESTS {
            tokio::time::sleep(REST).await;
            if self.druk.is_none() {
                return;
            }
        }
    }

    /// Makes the letters of one act; somebody else who was faster is no failure.
    async fn make_letters(&self, work: &Unfinished, moment: Moment) -> Result<usize, AppError> {
        for _ in 0..MOST_TRIES {
            match self.try_letters(work, moment).await {
                Err(AppError::Clash { .. }) if self.is_open(work).await? => {}
                Err(AppError::Clash { .. }) => return Ok(0),
                other => return other,
            }
        }
        Err(AppError::Clash { dossier: work.stream.as_dossier() })
    }

    async fn is_open(&self, work: &Unfinished) -> Result<bool, AppError> {
        let before = Unfinished { first: work.first.saturating_sub(1), ..work.clone() };
        Ok(self.storage.unfinished(Some(&before), 1).await?.first() == Some(work))
    }

    async fn try_letters(&self, work: &Unfinished, moment: Moment) -> Result<usize, AppError> {
        let events = self.storage.load(&work.stream).await?;
        let facts = events.into_iter().map(decode).collect::<Result<Vec<_>, _>>()?;
        let nummer = work.stream.as_dossier().ok_or(AppError::NotFound)?;
        let now = Dossier::replay(nummer, facts.clone());
        if now.overleden_op.is_some() {
            // Nothing is sent. It stays open: a death that was a mistake is taken back, and then its family hears what it missed.
            return Ok(0);
        }
        if let Some(daad) = act(&now, facts, work) {
            self.do_elsewhere((&daad.toen, &daad.feiten), &daad.actor, moment).await?;
            let mut concepts =
                self.concept_brieven(&daad.toen, &daad.feiten, &daad.actor, daad.moment).await?;
            // The talk was moved again before this letter was made: two days contradict each other.
            concepts.retain(|concept| {
                !now.uitnodiging_ingehaald(concept.brief.soort(), concept.betreft.onderwerp(), work.last)
            });
            let count = concepts.len();
            if count > 0 && !self.letters.can_be_made() {
                return Ok(0);
            }
            if count > 0 {
                self.keep_letters(work, now, &daad.actor, concepts, moment).await?;
                return Ok(count);
            }
        }
        self.storage.finish(work).await?;
        Ok(0)
    }

    /// Renders and stores, and only then records: a fact never names bytes that are not there.
    async fn keep_letters(
        &self,
        work: &Unfinished,
        mut dossier: Dossier,
        actor: &Actor,
        concepts: Vec<Conceptbrief>,
        moment: Moment,
    ) -> Result<(), AppError> {
        let before = dossier.versie;
        let mut facts = Vec::with_capacity(concepts.len());
        for concept in concepts {
            let pdf = self.render_aside(concept.brief.clone()).await?;
            let lost: String = pdf.replaced().iter().collect();
            let bytes = pdf.into_bytes();
            let blob = self.storage.put_blob(&work.stream, &concept.van, &bytes, moment.at).await?;
            record(&mut dossier, &mut facts, kept(concept, &blob, lost), actor, moment);
        }
        // Their readers hear that there is something new; whose turn it is changes no letter.
        let stond = Stond::of(&dossier, &self.wet, moment.vandaag);
        let bijwerking = Bijwerking {
            finishes: Some(work.first),
            aankondiging: Some(aankondiging((&dossier, &self.wet), &facts, &stond, actor, moment)),
            ..Bijwerking::default()
        };
        self.append(actor, moment, before, &dossier, facts, bijwerking).await?;
        Ok(())
    }
}

/// The facts of the act, and the file right after it. `None` when none of them can be read any more.
fn act(now: &Dossier, facts: Vec<Feit>, work: &Unfinished) -> Option<Daad> {
    let then: Vec<Feit> = facts.into_iter().filter(|feit| feit.volgnummer <= work.last).collect();
    let own = then.iter().filter(|feit| feit.volgnummer >= work.first);
    let actor = own.clone().next()?.actor.clone();
    let moment = Moment::of(own.clone().next()?.recorded_at);
    let feiten: Vec<Vaststelling> = own.filter_map(as_decided).collect();
    let mut toen = Dossier::replay(now.nummer.clone(), then);
    // An address that became secret since then stays out of a letter that is written only now, and reasons that were released since stand in it.
    toen.neem_geheim_over(now);
    // A death that was taken back since stops no letter.
    toen.overleden_op = now.overleden_op;
    (!feiten.is_empty()).then_some(Daad { toen, feiten, actor, moment })
}

fn as_decided(feit: &Feit) -> Option<Vaststelling> {
    match &feit.inhoud {
        Inhoud::Leesbaar(gebeurtenis) => {
            Some(Vaststelling::held_by(feit.on, feit.holder.clone(), gebeurtenis.clone()))
        }
        Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => None,
    }
}
