//! Claims, numbers that were given out, and what the database says of itself.

use storage::StorageError;

use super::Check;
use crate::acts;
use crate::open::find_fact;
use crate::stand::{self, DEMO, GIVEN, MARKED, SETS, fact_of_mark, mark_of};
use crate::tally::{self, CLAIMS, WORK};

/// What is said of a set that does not add up.
const OTHER_ROWS: &str = "een rij van deze tabel is buiten het programma gemaakt, gewijzigd of weggehaald";
/// What is said where the events are not those with which claims and work were kept.
const OTHER_EVENTS: &str = "er is een gebeurtenis bij gemaakt of weggehaald, of een eerdere stand teruggezet van wat bij gebeurtenissen \
    hoort: brieven die nog gemaakt moeten worden, en nummers die bezet zijn";

/// Of a fact that is not as the program wrote it.
fn told(name: &str) -> String {
    if name == DEMO {
        return "dat deze database een demo is, heeft het programma niet geschreven, of het is gewijzigd of weggehaald"
            .to_owned();
    }
    format!("'{name}' is buiten het programma gewijzigd, of weggehaald")
}

impl Check<'_> {
    /// Every set adds up to what was kept of it.
    pub(super) async fn sets(&mut self) -> Result<(), StorageError> {
        let marks = self.secrets.marks.clone();
        for name in SETS {
            let found = stand::count(&mut self.conn, &marks, acts::table(name)?).await?;
            if stand::kept(&mut self.conn, &marks, name).await? != Some(found) {
                self.fault(name, None, OTHER_ROWS);
            }
        }
        Ok(())
    }

    /// Events, claims and open work add up to what was kept of them together.
    pub(super) async fn tally(&mut self) -> Result<(), StorageError> {
        let marks = self.secrets.marks.clone();
        let kept = tally::kept(&mut self.conn, &marks).await?;
        match tally::count_events(&mut self.conn, &marks).await.map_err(StorageError::from) {
            Ok(found) if kept.map(|kept| kept.events) == Some(found) => {}
            Ok(_) => self.fault("event", None, OTHER_EVENTS),
            Err(error @ StorageError::InconsistentRow { .. }) => self.unreadable("event", &error),
            Err(error) => return Err(error),
        }
        let claims = stand::count(&mut self.conn, &marks, acts::table(CLAIMS)?).await?;
        let work = stand::count(&mut self.conn, &marks, acts::table(WORK)?).await?;
        for (name, kept, found) in
            [(CLAIMS, kept.map(|kept| kept.claims), claims), (WORK, kept.map(|kept| kept.work), work)]
        {
            if kept != Some(found) {
                self.fault(name, None, OTHER_ROWS);
            }
        }
        Ok(())
    }

    /// Every fact bears its mark.
    pub(super) async fn facts(&mut self) -> Result<(), StorageError> {
        for name in MARKED {
            let value = find_fact(&mut self.conn, name).await?;
            let mark = find_fact(&mut self.conn, &fact_of_mark(name)).await?;
            let is_missing = name == GIVEN && value.is_none();
            if is_missing || mark != value.map(|value| mark_of(&self.secrets.marks, name, &value)) {
                self.fault("instantie", None, &told(name));
            }
        }
        Ok(())
    }
}
