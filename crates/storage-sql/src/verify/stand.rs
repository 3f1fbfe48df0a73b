//! Claims, numbers that were given out, and what the database says of itself.

use storage::StorageError;

use super::Check;
use crate::acts;
use crate::open::find_fact;
use crate::stand::{self, DEMO, GIVEN, MARKED, SETS, fact_of_mark, mark_of};

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
                let reden = "een rij van deze tabel is buiten het programma gemaakt, gewijzigd of weggehaald";
                self.fault(name, None, reden);
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
