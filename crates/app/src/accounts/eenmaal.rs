//! Acts that are written once per person, kind and day: a page that was refused, a list that a program fetched. Each time would let
//! whoever asks again and again fill a log that is kept for ever.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use base::Date;
use dossier::toegang::Kijker;

use super::{Beheer, Handelingsoort};
use crate::{App, AppError, Moment};

/// Most lines that are remembered of a day; beyond these nothing is written: somebody is only counting then.
const MOST: usize = 20_000;

/// What was written today; a program that starts anew may write a line once more.
#[derive(Debug, Default)]
pub(crate) struct Eenmaal {
    day: Option<Date>,
    written: BTreeSet<String>,
}

impl Eenmaal {
    /// It was not written today yet.
    fn is_first(&mut self, day: Date, what: String) -> bool {
        if self.day != Some(day) {
            self.day = Some(day);
            self.written.clear();
        }
        self.written.len() < MOST && self.written.insert(what)
    }

    /// It could not be written after all: the next time is the first.
    fn forget(&mut self, what: &str) {
        self.written.remove(what);
    }
}

impl App {
    /// Writes down that a page or an act was refused to somebody, or is not there for them: which kind, never of which child.
    pub async fn log_geweigerd(&self, kijker: &Kijker, soort: &str, moment: Moment) -> Result<(), AppError> {
        self.log_once(kijker, Handelingsoort::Geweigerd, soort, moment).await
    }

    /// Writes down that a program fetched a list.
    pub async fn log_gevraagd(&self, kijker: &Kijker, lijst: &str, moment: Moment) -> Result<(), AppError> {
        self.log_once(kijker, Handelingsoort::LijstGevraagd, lijst, moment).await
    }

    async fn log_once(
        &self,
        kijker: &Kijker,
        soort: Handelingsoort,
        over: &str,
        moment: Moment,
    ) -> Result<(), AppError> {
        let actor = &kijker.actor;
        let what =
            format!("{} {} {} {} {over}", soort.code(), actor.persoon, actor.rol.code(), actor.organisatie);
        let is_first = {
            let mut written = self.eenmaal.lock().unwrap_or_else(PoisonError::into_inner);
            written.is_first(moment.vandaag, what.clone())
        };
        if !is_first {
            return Ok(());
        }
        let log = Beheer::Persoon(actor).log(moment, soort, over, String::new());
        let written = self.storage.log_handeling(&log).await;
        if written.is_err() {
            self.eenmaal.lock().unwrap_or_else(PoisonError::into_inner).forget(&what);
        }
        Ok(written?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_written_once_a_day_and_there_is_an_end_to_them() {
        let (monday, tuesday) = ("2026-11-30".parse().unwrap(), "2026-12-01".parse().unwrap());
        let mut written = Eenmaal::default();
        assert!(written.is_first(monday, "een".to_owned()));
        assert!(!written.is_first(monday, "een".to_owned()));
        written.forget("een");
        assert!(written.is_first(monday, "een".to_owned()), "it was not written");
        assert!(written.is_first(monday, "twee".to_owned()));
        assert!(written.is_first(tuesday, "een".to_owned()));
        for nr in 0..MOST {
            written.is_first(tuesday, nr.to_string());
        }
        assert!(!written.is_first(tuesday, "te veel".to_owned()));
    }
}
