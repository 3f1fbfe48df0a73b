//! What people were typing, and registrations of the open form: each field opens with the key of its file, as the version that stands beside it. One that was taken away
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

#[cfg(test)]
mod tests {
    use base::Timestamp;
    use storage::{DraftScope, Drafts, NewDraft, StreamId, Upkeep};

    use crate::db::args;
    use crate::testing::Home;
    use crate::{Options, Secret, SqlStorage};

    /// What somebody does to a value that is kept, and whether it is found.
    const DONE: [(&str, bool); 3] = [
        ("UPDATE concept SET gewijzigd_op = gewijzigd_op", false),
        (
            "UPDATE concept SET waarde = (SELECT c.waarde FROM concept c WHERE c.veld = 'een') WHERE veld = 'twee'",
            true,
        ),
        ("UPDATE concept SET formulier = 'van-buiten/ander'", true),
    ];

    async fn a_value_that_was_changed_is_found(home: Home) {
        for (sql, found) in DONE {
            let place = home.place().await;
            let at = Timestamp::from_second(1_767_225_600).unwrap();
            let options = Options::new(Secret::from_bytes([7; 32]), at);
            let store = SqlStorage::open(place.address(), options).await.unwrap();
            let vestiging = "99ZZ00".parse().unwrap();
            let scope = DraftScope {
                stream: StreamId::school(&vestiging),
                holder: vestiging.organisatie(),
                persoon: None,
            };
            for veld in ["een", "twee"] {
                let draft = NewDraft {
                    scope: scope.clone(),
                    formulier: "van-buiten/ab-1".to_owned(),
                    veld: veld.to_owned(),
                    expected_version: 0,
                    waarde: veld.as_bytes().to_vec(),
                    door: "systeem".parse().unwrap(),
                    at,
                    unless_sent: None,
                };
                store.put_draft(draft).await.unwrap();
            }
            store.db.execute(sql, args![]).await.unwrap();
            let report = store.verify(None, &|_| {}).await.unwrap();
            let told = report.fouten.iter().any(|fout| fout.reden.contains("aan het typen"));
            assert_eq!(told, found, "{sql}: {:?}", report.fouten);
            store.close().await;
        }
    }

    #[tokio::test]
    async fn a_draft_that_was_changed_is_found_on_sqlite() {
        a_value_that_was_changed_is_found(Home::sqlite()).await;
    }

    #[tokio::test]
    async fn a_draft_that_was_changed_is_found_on_postgres() {
        if let Some(home) = Home::postgres() {
            a_value_that_was_changed_is_found(home).await;
        }
    }
}
