//! The lists: rows replaced per file with each append, and the questions asked of them.

mod dossiers;
mod post;
mod queue;
mod replace;
mod rows;
mod turns;

use std::collections::BTreeSet;

use async_trait::async_trait;
use base::{Date, DossierNummer, PersoonId, SwvCode, Timestamp};
use storage::queries::{
    Aanvraag, AanvraagQuery, Beurt, BeurtQuery, DossierQuery, Kind, PostQuery, Poststuk, Tlv, TlvQuery,
    Toewijzing, ToewijzingQuery, Werklast, ZonderRolQuery,
};
use storage::{
    AppendError, Direction, DossierRij, Lezer, Lists, Projection, Rows, Scope, StorageError, StreamId, limits,
};

use crate::SqlStorage;
use crate::db::{Arg, args};

pub(crate) use replace::{check, remove_strays, replace, strays};

/// The walks along an index that the lists are, each with its direction.
#[cfg(test)]
pub(crate) fn walks() -> Vec<(crate::page::Walk<'static>, Direction)> {
    [dossiers::walks(), post::walks(), queue::walks(), turns::walks()].concat()
}

/// Every text that is made for an order.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    let letters = post::variants();
    [dossiers::variants(), letters, queue::variants(), replace::variants(), turns::variants()].concat()
}

/// Statements of this module and those below it.
#[cfg(test)]
pub(crate) const ALL: &[&[(&str, &str)]] = &[dossiers::ALL, queue::ALL, replace::ALL, turns::ALL];

/// A row holds on a day.
macro_rules! is_current {
    ($row:literal, $on:literal) => {
        concat!($row, ".van <= ", $on, " AND (", $row, ".tot IS NULL OR ", $row, ".tot > ", $on, ")")
    };
}

/// The columns of a file, in the order in which `read_dossier` takes them.
macro_rules! dossier_columns {
    () => {
        "d.dossier, d.weergavenaam, d.sorteernaam, d.naam_norm, d.geboortedatum, d.vestiging, d.groep, d.stand,
        d.gewijzigd_op, d.wijzigt_op"
    };
}

/// A condition that counts only when its parameter is given.
macro_rules! when {
    ($parameter:literal, $condition:expr) => {
        concat!(" AND (CAST(", $parameter, " AS TEXT) IS NULL OR ", $condition, " ", $parameter, ")")
    };
}

/// The file of a row is in the log. A row of which that is not so was put there by nobody of ours, and may say what cannot be read.
macro_rules! recorded {
    ($row:literal) => {
        concat!("EXISTS (SELECT 1 FROM event e WHERE e.stream = 'dossier/' || ", $row, ".dossier)")
    };
}
use {dossier_columns, is_current, recorded, when};

/// The word for a direction.
pub(crate) fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "ASC",
        Direction::Down => "DESC",
    }
}

/// What is made of every column in both directions.
#[cfg(test)]
pub(crate) fn each_way<S: Copy, T>(
    sorts: impl IntoIterator<Item = S>,
    make: impl Fn(S, Direction) -> T,
) -> impl Iterator<Item = T> {
    let both = move |sort| [Direction::Up, Direction::Down].map(|direction| make(sort, direction));
    sorts.into_iter().flat_map(both)
}

/// The rows of a list without the files that are closed to whoever asks: what narrows the list, and one more parameter behind its own. Nothing is added
/// where none is closed, so that such a list is asked as it always was. `row` is what the rows are called that have the file.
pub(crate) fn without(
    of: &str,
    row: &str,
    zonder: &BTreeSet<DossierNummer>,
    args: &mut Vec<Arg<'_>>,
) -> String {
    if zonder.is_empty() {
        return of.to_owned();
    }
    args.push(json_list(zonder.iter().map(DossierNummer::as_str)).into());
    with_without(of, row, args.len())
}

/// The same by the number of that parameter.
pub(crate) fn with_without(of: &str, row: &str, nr: usize) -> String {
    format!("{of} AND {row}.dossier NOT IN (SELECT zonder.value FROM {{list ${nr}}} AS zonder)")
}

/// The texts of these walks where files are left out.
#[cfg(test)]
pub(crate) fn texts_without(walks: Vec<(crate::page::Walk<'static>, Direction)>, row: &str) -> Vec<String> {
    let each = walks.into_iter().flat_map(|(walk, direction)| {
        let of = with_without(walk.of, row, walk.own + 1);
        let text = crate::page::Walk { of: &of, own: walk.own + 1, ..walk }.text(direction);
        [text, crate::page::counted([walk.from, &of])]
    });
    each.collect()
}

/// A JSON array of texts, the argument of `{list}`.
pub(crate) fn json_list<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    serde_json::Value::from_iter(items).to_string()
}

/// What was found of what was asked about, in the order of asking.
pub(crate) fn in_order(asked: &[&str], found: &BTreeSet<String>) -> Vec<String> {
    asked.iter().filter(|one| found.contains(**one)).map(|one| (*one).to_owned()).collect()
}

/// The bounds of the words of a search, two arguments per word; words that are not there are null.
pub(crate) fn word_args<'a>(text: Option<&str>) -> Vec<Arg<'a>> {
    let normal = text.map(base::naam::normalise).unwrap_or_default();
    let mut args: Vec<Arg<'a>> = Vec::new();
    for word in normal.split_whitespace().take(limits::SEARCH_WORDS) {
        args.push(word.to_owned().into());
        args.push(format!("{word}\u{10ffff}").into());
    }
    args.resize(2 * limits::SEARCH_WORDS, None::<&str>.into());
    args
}

/// The bounds of a search as one word: `jan-peter` finds Janpeter.
pub(crate) fn whole_args<'a>(text: Option<&str>) -> [Arg<'a>; 2] {
    let whole = text.map(base::naam::key).filter(|whole| !whole.is_empty()).unwrap_or_default();
    [whole.clone().into(), format!("{whole}\u{10ffff}").into()]
}

/// Whether a search was asked for that has nothing to search by, such as `'-'`: it finds nothing.
pub(crate) fn searches_nothing(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty() && base::naam::normalise(text).is_empty())
}

#[async_trait]
impl Lists for SqlStorage {
    async fn dossiers(&self, query: &DossierQuery) -> Result<Rows<Kind>, StorageError> {
        dossiers::list(&mut self.db.read().await?, query).await
    }

    async fn dossier_row(&self, dossier: &DossierNummer) -> Result<Option<DossierRij>, StorageError> {
        dossiers::one(&mut self.db.read().await?, dossier).await
    }

    async fn possible_doubles(
        &self,
        scope: &Scope,
        naam_norm: &str,
        geboortedatum: Date,
    ) -> Result<Vec<DossierRij>, StorageError> {
        dossiers::doubles(&mut self.db.read().await?, scope, naam_norm, geboortedatum).await
    }

    async fn with_keys(&self, scope: &Scope, keys: &[String]) -> Result<Vec<DossierRij>, StorageError> {
        dossiers::with_keys(&mut self.db.read().await?, scope, keys).await
    }

    async fn turn_kinds(&self, of: &[Scope], kinds: &[&str]) -> Result<Vec<String>, StorageError> {
        turns::kinds(&mut self.db.read().await?, of, kinds).await
    }

    async fn changed_since(
        &self,
        scope: &Scope,
        not_by: &PersoonId,
        since: Timestamp,
        most: u32,
    ) -> Result<Vec<DossierNummer>, StorageError> {
        dossiers::changed_since(&mut self.db.read().await?, scope, (not_by, since), most).await
    }

    async fn phases(&self, scope: &Scope, phases: &[&str]) -> Result<Vec<String>, StorageError> {
        dossiers::phases(&mut self.db.read().await?, scope, phases).await
    }

    async fn beurten(&self, query: &BeurtQuery) -> Result<Rows<Beurt>, StorageError> {
        turns::list(&mut self.db.read().await?, query).await
    }

    async fn aanvragen(&self, query: &AanvraagQuery) -> Result<Rows<Aanvraag>, StorageError> {
        queue::list(&mut self.db.read().await?, query).await
    }

    async fn toewijzingen(&self, query: &ToewijzingQuery) -> Result<Rows<Toewijzing>, StorageError> {
        queue::toewijzingen(&mut self.db.read().await?, query).await
    }

    async fn toewijzingen_zonder_rol(
        &self,
        query: &ZonderRolQuery,
    ) -> Result<Rows<Toewijzing>, StorageError> {
        queue::toewijzingen_zonder_rol(&mut self.db.read().await?, query).await
    }

    async fn werklast(
        &self,
        swv: &SwvCode,
        zonder: &BTreeSet<DossierNummer>,
    ) -> Result<Vec<Werklast>, StorageError> {
        queue::werklast(&mut self.db.read().await?, swv, zonder).await
    }

    async fn find_tlv(&self, swv: &SwvCode, nummer: &str) -> Result<Option<Tlv>, StorageError> {
        queue::find_tlv(&mut self.db.read().await?, swv, nummer).await
    }

    async fn tlvs(&self, query: &TlvQuery) -> Result<Rows<Tlv>, StorageError> {
        queue::tlvs(&mut self.db.read().await?, query).await
    }

    async fn post(&self, query: &PostQuery) -> Result<Rows<Poststuk>, StorageError> {
        post::list(&mut self.db.read().await?, query).await
    }

    async fn replace_projection(
        &self,
        dossier: &DossierNummer,
        sequence: u64,
        projection: &Projection,
    ) -> Result<bool, StorageError> {
        let (stream, projection) = (StreamId::dossier(dossier), projection.clone());
        check(&stream, &projection)?;
        if replace::are_there(&mut self.db.read().await?, &stream, sequence, &projection).await? {
            return Ok(true);
        }
        let replaced = self.db.write(move |conn| {
            Box::pin(async move { replace::if_at(conn, &stream, sequence, &projection).await })
        });
        replaced.await
    }

    async fn projection_stands(
        &self,
        dossier: &DossierNummer,
        sequence: u64,
        projection: &Projection,
    ) -> Result<bool, StorageError> {
        let stream = StreamId::dossier(dossier);
        replace::are_there(&mut self.db.read().await?, &stream, sequence, projection).await
    }

    async fn outdated(
        &self,
        on: Date,
        after: Option<&DossierNummer>,
        limit: u32,
    ) -> Result<Vec<DossierNummer>, StorageError> {
        dossiers::outdated(&mut self.db.read().await?, on, after, limit.min(limits::SCAN_ROWS)).await
    }

    async fn listed(
        &self,
        after: Option<&DossierNummer>,
        limit: u32,
    ) -> Result<Vec<DossierNummer>, StorageError> {
        dossiers::listed(&mut self.db.read().await?, after, limit.min(limits::SCAN_ROWS)).await
    }

    async fn unlist(&self, dossier: &DossierNummer) -> Result<(), StorageError> {
        let stream = StreamId::dossier(dossier);
        let unlisted = self.db.write(move |conn| {
            Box::pin(async move { replace(conn, &stream, &Projection::default(), false).await })
        });
        unlisted.await.map_err(|error| match error {
            AppendError::Storage(error) => error,
            _ => StorageError::Misuse { what: "nothing is added where rows are removed" },
        })
    }

    async fn outdate(&self, lezers: &[Lezer], on: Date) -> Result<u64, StorageError> {
        let lezers = lezers.to_vec();
        let said = self.db.write(move |conn| {
            Box::pin(async move {
                let mut files = 0;
                // One reader at a time: of several at once a server would read the rows of all (ADR 0050).
                for lezer in &lezers {
                    files += conn.execute(replace::OUTDATE, args![lezer.as_str(), on]).await?;
                }
                Ok(files)
            })
        });
        said.await
    }

    async fn lists_made_by(&self) -> Result<Option<String>, StorageError> {
        let mut conn = self.db.read().await?;
        let row = conn.row(replace::MADE_BY, args![]).await?;
        row.map(|row| row.read("lijst_gemaakt").text("door")).transpose()
    }

    async fn set_lists_made_by(&self, what: &str) -> Result<(), StorageError> {
        let what = what.to_owned();
        let said = self.db.write(|conn| {
            Box::pin(async move { Ok(conn.execute(replace::SET_MADE_BY, args![what]).await.map(|_| ())?) })
        });
        said.await
    }
}
