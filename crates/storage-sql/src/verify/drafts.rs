//! What people were typing: each field opens with the key of its file, as the version that stands beside it. One that was taken away
//! is missed by nobody: it was never sent.

use base::OrganisatieId;
use storage::{StorageError, StreamId};

use super::Check;
use crate::acts;
use crate::backup::Value;
use crate::drafts::context_of;
use crate::keys::{KeyState, find_key};

const CHANGED: &str = "wat iemand aan het typen was, is buiten het programma gewijzigd";

impl Check<'_> {
    /// Looks at every field that was kept and not sent.
    pub(super) async fn drafts(&mut self) -> Result<(), StorageError> {
        let table = acts::table("concept")?;
        let mut after = table.first_key();
        loop {
            let rows = acts::page_of(&mut self.conn, table, &after).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = table.key_of(last);
            for values in &rows {
                self.draft(values).await?;
            }
        }
    }

    async fn draft(&mut self, values: &[Value]) -> Result<(), StorageError> {
        let [
            Value::Text(stream),
            Value::Text(holder),
            Value::Text(persoon),
            Value::Text(formulier),
            Value::Text(veld),
            Value::Int(versie),
            Value::Bytes(waarde),
            ..,
        ] = values
        else {
            return Ok(());
        };
        let (Ok(of), Ok(by)) = (stream.parse::<StreamId>(), holder.parse::<OrganisatieId>()) else {
            self.fault(stream, None, CHANGED);
            return Ok(());
        };
        let opens = match find_key(&mut self.conn, self.instance, &of, &by, false)
            .await
            .map_err(StorageError::from)
        {
            Ok(KeyState::Open { key, .. }) => {
                let context = context_of([stream, holder, persoon, formulier, veld], *versie);
                key.decrypt(context.as_bytes(), waarde).is_some()
            }
            // What was destroyed on purpose opens no more.
            Ok(KeyState::Destroyed) => true,
            Ok(KeyState::Missing) | Err(StorageError::InconsistentRow { .. }) => false,
            Err(error) => return Err(error),
        };
        if !opens {
            self.fault(stream, None, CHANGED);
        }
        Ok(())
    }
}
