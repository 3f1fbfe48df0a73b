//! The policy of a partnership: adopted versions, each with its reason, in the log.

use base::{Date, SwvCode};
use dossier::{Actor, Refusal, Rol};
use recht::Waarde;
use serde::{Deserialize, Serialize};
use storage::{Append, DraftsDone, Idempotency, NewEvent, Payload, StoredEvent, StreamId};
use teksten::Tekst;
use verband::{Beleid, BeleidFout};

use crate::accounts::{Beheer, Handelingsoort, invoer};
use crate::dossiers::as_stored;
use crate::{App, AppError, Moment};

/// The event of an adopted policy.
const BELEID_VASTGESTELD: &str = "beleid_vastgesteld";
/// The version of its payload that is written.
const VERSION: u32 = 1;
/// Longest reason, in characters.
const WAAROM_TEKENS: usize = 1_000;
/// The rule of which policy may only shorten the term, and the name of that term.
const TERM: (&str, &str) = ("tlv.beslistermijn", "termijn");

/// The payload of [`BELEID_VASTGESTELD`], version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BeleidVastgesteld {
    beleid: Beleid,
    waarom: String,
}

/// One adopted version of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeleidVersie {
    /// Number in the log of the partnership.
    pub volgnummer: u64,
    /// Day on which it was adopted.
    pub op: Date,
    /// Who adopted it.
    pub door: storage::Actor,
    /// What it says.
    pub beleid: Beleid,
    /// Why it changed.
    pub waarom: String,
}

/// A policy to adopt.
#[derive(Debug, Clone)]
pub struct NieuwBeleid {
    /// What it says. A question without a code, or with that of another question, gets one of its own.
    pub beleid: Beleid,
    /// Why it changes.
    pub waarom: String,
    /// Where the log of the partnership stood when the form was opened ([`App::beleid_stand`]).
    pub expected: u64,
    /// Key of the request, so that a repeated one adopts nothing twice.
    pub idempotency: Option<Idempotency>,
    /// Drafts that it makes superfluous.
    pub drafts_done: Vec<DraftsDone>,
}

impl App {
    /// The policy of a partnership now; the law alone where none was adopted.
    pub async fn beleid(&self, swv: &SwvCode) -> Result<Beleid, AppError> {
        // What was read a moment ago is the policy as long as the log stands where it stood before that.
        let stand = self.beleid_stand(swv).await?;
        let ronde = match self.beleiden.get("swv", swv.as_str()) {
            Ok((then, beleid)) if then == stand => return Ok(beleid),
            Ok(_) => None,
            Err(ronde) => Some(ronde),
        };
        let newest = self.beleid_versies(swv).await?.into_iter().next();
        let beleid = newest.map_or_else(Beleid::default, |versie| versie.beleid);
        if let Some(ronde) = ronde {
            self.beleiden.put(ronde, "swv", swv.as_str(), (stand, beleid.clone()));
        }
        Ok(beleid)
    }

    /// The colour of a partnership, which stands on every page: at most five seconds old. Empty where none was adopted.
    pub async fn accentkleur(&self, swv: &SwvCode) -> Result<String, AppError> {
        let ronde = match self.kleuren.get("swv", swv.as_str()) {
            Ok(known) => return Ok(known),
            Err(ronde) => ronde,
        };
        let kleur = self.beleid(swv).await?.accentkleur;
        self.kleuren.put(ronde, "swv", swv.as_str(), kleur.clone());
        Ok(kleur)
    }

    /// Every adopted version of a policy, newest first.
    pub async fn beleid_versies(&self, swv: &SwvCode) -> Result<Vec<BeleidVersie>, AppError> {
        let events = self.storage.load(&StreamId::verband(swv)).await?;
        let adopted = events.into_iter().filter(|event| event.event_type == BELEID_VASTGESTELD);
        let mut versies: Vec<BeleidVersie> =
            adopted.filter_map(|event| read(event).transpose()).collect::<Result<_, _>>()?;
        versies.reverse();
        Ok(versies)
    }

    /// Where the log of a partnership stands: what a form is filled in on.
    pub async fn beleid_stand(&self, swv: &SwvCode) -> Result<u64, AppError> {
        Ok(self.storage.head(&StreamId::verband(swv)).await?)
    }

    /// Adopts a policy; returns where the log of the partnership stands then. Done by the director
    /// of that partnership and nobody else.
    pub async fn stel_beleid_vast(
        &self,
        actor: &Actor,
        swv: &SwvCode,
        nieuw: NieuwBeleid,
        moment: Moment,
    ) -> Result<u64, AppError> {
        let NieuwBeleid { beleid, waarom, expected, idempotency, drafts_done } = nieuw;
        if actor.rol != Rol::DirecteurSwv || actor.organisatie != swv.organisatie() {
            let reden = teksten::toegang::DirecteurSteltVast { verband: &swv.to_string() }.tekst();
            return Err(AppError::Forbidden { reden });
        }
        if let Some(done) = self.sent_before(idempotency.as_ref()).await? {
            return Ok(done.last_sequence);
        }
        // Before anything is said of it: what it says may be wrong only beside a version that was not seen.
        if self.beleid_stand(swv).await? != expected {
            return Err(AppError::Clash { dossier: None });
        }
        let versies = self.beleid_versies(swv).await?;
        let eerder: Vec<&Beleid> = versies.iter().map(|versie| &versie.beleid).collect();
        let beleid = beleid.with_codes(&eerder);
        self.check_beleid(&beleid, moment)?;
        let waarom = invoer::line("waarom", &waarom, WAAROM_TEKENS)?;
        let payload = serde_json::to_vec(&BeleidVastgesteld { beleid, waarom })
            .map_err(|error| AppError::Unreadable { place: format!("JSON: {error}") })?;
        let event = NewEvent {
            event_type: BELEID_VASTGESTELD.to_owned(),
            event_version: VERSION,
            on: moment.vandaag,
            holder: swv.organisatie(),
            actor: as_stored(actor),
            by: None,
            payload,
            blobs: Vec::new(),
        };
        let append = Append::new(StreamId::verband(swv), expected, moment.at, vec![event]);
        let append = Append { idempotency, drafts_done, ..append };
        let stored = self.storage.append(append).await?;
        if !stored.repeated {
            let soort = Handelingsoort::BeleidVastgesteld;
            let log = Beheer::Persoon(actor).log(moment, soort, swv.organisatie().as_str(), String::new());
            self.storage.log_handeling(&log).await?;
        }
        self.kleuren.forget();
        self.beleiden.forget();
        Ok(stored.last_sequence)
    }

    fn check_beleid(&self, beleid: &Beleid, moment: Moment) -> Result<(), AppError> {
        let weken = self.statutory_weeks(moment.vandaag)?;
        beleid
            .check(weken)
            .map_err(|fout| Refusal::field(setting_of(&fout), Tekst::letterlijk(fout.to_string())))?;
        invoer::optional_line("telefoon_loket", &beleid.telefoon_loket, 30)?;
        invoer::optional_line("postadres", &beleid.postadres, 120)?;
        invoer::optional_line("steunpunt", &beleid.steunpunt, 200)?;
        for vraag in &beleid.extra_vragen {
            invoer::optional_line("extra_vragen", &vraag.vraag, verband::beleid::MOST_QUESTION_LENGTH)?;
        }
        Ok(())
    }

    /// The weeks that the law gives for a decision, on a day.
    fn statutory_weeks(&self, on: Date) -> Result<u16, AppError> {
        let (rule, term) = TERM;
        let kaart = self.wet.regel(rule);
        let versie =
            kaart.and_then(|kaart| kaart.versies.into_iter().find(|versie| versie.periode.contains(on)));
        let found = versie.and_then(|versie| versie.parameters.iter().find(|figure| figure.naam == term));
        match found.map(|figure| &figure.waarde) {
            Some(Waarde::Getal(weken)) => u16::try_from(*weken).ok(),
            _ => None,
        }
        .ok_or_else(|| AppError::Corpus(format!("de termijn van {rule} ontbreekt op {on}")))
    }
}

/// The setting of a policy that is wrong, by its name.
fn setting_of(fout: &BeleidFout) -> &'static str {
    match fout {
        BeleidFout::TermijnNul | BeleidFout::TermijnLangerDanWet { .. } => "tlv_beslistermijn_weken",
        BeleidFout::Vraag { .. } | BeleidFout::TeVeelVragen { .. } => "extra_vragen",
        BeleidFout::LettersReden(_) => "minste_letters_reden",
        BeleidFout::Kleur(_) => "accentkleur",
    }
}

/// An adopted policy; `None` when its contents were removed.
fn read(event: StoredEvent) -> Result<Option<BeleidVersie>, AppError> {
    let Payload::Readable(bytes) = &event.payload else { return Ok(None) };
    let place = || AppError::Unreadable { place: format!("{} nr. {}", event.stream, event.sequence) };
    if event.event_version != VERSION {
        return Err(place());
    }
    let adopted: BeleidVastgesteld = serde_json::from_slice(bytes).map_err(|_| place())?;
    Ok(Some(BeleidVersie {
        volgnummer: event.sequence,
        op: event.on,
        door: event.actor,
        beleid: adopted.beleid,
        waarom: adopted.waarom,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written once, read for ever: the first version of the event.
    const GOLDEN: &str = r##"{"beleid":{"tlv_beslistermijn_weken":6,"onafhankelijke_deskundigen":true,"extra_vragen":[{"id":"swv_zwem","vraag":"Is de zwemles geregeld?","voor":["so"]}],"accentkleur":"#0b5a6f","telefoon_loket":"036 000 00 00","steunpunt":""},"waarom":"De MR vroeg erom."}"##;

    #[test]
    fn the_first_version_of_the_event_still_reads_and_writes() {
        let adopted: BeleidVastgesteld = serde_json::from_str(GOLDEN).unwrap();
        assert_eq!(adopted.beleid.tlv_beslistermijn_weken, Some(6));
        assert_eq!(serde_json::to_string(&adopted).unwrap(), GOLDEN);
    }
}
