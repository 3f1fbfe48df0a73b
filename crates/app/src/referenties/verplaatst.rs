//! What a file moves that the law hangs on: the kind of a school, and the partnership of a postcode. One column that went missing, or one
//! slip of sorting, moves more than a year of real changes does: somebody has to say that it is right.

use std::collections::BTreeMap;

use dossier::Refusal;
use serde::Serialize;
use storage::references::{ReferenceQuery, ReferenceUpdate};
use storage::{Page, limits};
use teksten::beheer;
use verband::Schoolsoort;

use super::bronrij::Bronrij;
use super::{Bestand, ENDED_ANYWAY, ImportReport, MOST_ENDED_PER_HUNDRED, count};
use crate::organisaties::{Postcodegebied, from_json, length};
use crate::{App, AppError, Moment};

/// A school that is of another kind by an import, or a postcode of another partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerplaatsteRij {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub naam: String,
    /// What it was: the kind of school, or the partnerships for primary and secondary education.
    pub was: String,
    /// What it is by this file.
    pub wordt: String,
    /// Another law holds for it now: it becomes an institute for cluster 1 or 2, or is none any more.
    #[serde(skip)]
    pub andere_wet: bool,
}

/// What the law hangs on, as words, and whether it is an institute.
type Kern = (String, bool);

impl ImportReport {
    /// Why a file is not imported that moves so much, unless somebody says that it is right.
    pub(super) fn te_veel_verplaatst(&self) -> Option<Refusal> {
        let law = self.verplaatst.iter().find(|row| row.andere_wet);
        if let Some(row) = law {
            let reden = beheer::AndereWet { code: &row.code, was: &row.was, wordt: &row.wordt };
            return Some(Refusal::new("andere_wet", reden.tekst()).instead(beheer::kolom_of_zeggen()));
        }
        let known = self.gewijzigd + self.ongewijzigd + self.vervallen;
        let moved = length(&self.verplaatst);
        let much = moved > ENDED_ANYWAY && moved * 100 > known * MOST_ENDED_PER_HUNDRED;
        let reden = beheer::TeVeelVerplaatst { verplaatst: count(moved), bekend: count(known) };
        much.then(|| Refusal::new("te_veel_verplaatst", reden.tekst()).instead(beheer::kolom_of_zeggen()))
    }
}

impl App {
    /// What an update moves, each by name.
    pub(super) async fn moved(
        &self,
        bestand: &Bestand,
        update: &ReferenceUpdate,
        moment: Moment,
    ) -> Result<Vec<VerplaatsteRij>, AppError> {
        let read = match bestand {
            Bestand::Vestigingen(_) => kind as fn(&storage::references::Referentie) -> _,
            Bestand::Postcodes(_) => partnerships,
            // Of kinds they only know what the file of locations tells better.
            Bestand::Leerlingen(_) | Bestand::Geo(_) => return Ok(Vec::new()),
        };
        if update.geldig.is_empty() {
            return Ok(Vec::new());
        }
        let mut before = BTreeMap::new();
        let mut page = Page::first(limits::PAGE_ROWS);
        loop {
            let some =
                self.storage.references(&ReferenceQuery::all(&update.soort, moment.vandaag, page)).await?;
            for row in &some.rows {
                before.insert(row.code.clone(), read(row)?);
            }
            page.offset += u64::from(limits::PAGE_ROWS);
            if !some.more {
                break;
            }
        }
        let mut moved = Vec::new();
        for row in &update.geldig {
            let Some(Some((was, institute))) = before.get(&row.code) else { continue };
            let Some((wordt, becomes)) = read(row)? else { continue };
            if *was != wordt {
                moved.push(VerplaatsteRij {
                    code: row.code.clone(),
                    naam: row.naam.clone(),
                    was: was.clone(),
                    wordt,
                    andere_wet: *institute != becomes,
                });
            }
        }
        Ok(moved)
    }
}

fn kind(row: &storage::references::Referentie) -> Result<Option<Kern>, AppError> {
    let school: Bronrij = from_json(row)?;
    let Some(kind) = school.schoolsoort else { return Ok(None) };
    let word = serde_json::to_value(kind).map_err(|_| AppError::Unreadable { place: row.code.clone() })?;
    Ok(Some((word.as_str().unwrap_or_default().to_owned(), kind == Schoolsoort::InstellingC12)))
}

fn partnerships(row: &storage::references::Referentie) -> Result<Option<Kern>, AppError> {
    let area: Postcodegebied = from_json(row)?;
    let code = |swv: &Option<base::SwvCode>| swv.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string);
    Ok(Some((format!("{} {}", code(&area.swv_po), code(&area.swv_vo)), false)))
}
