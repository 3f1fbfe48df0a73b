//! One school out of several sources.
//!
//! Each source of school locations is a kind of reference of its own, so that an import can be
//! compared with the import before it. Put together they are the kind [`VESTIGING`]: computed
//! anew with every import, never imported itself, and repaired by importing any file once more.
//!
//! Per fact the first source that knows it counts:
//!
//! | fact | first | then | then | then |
//! |---|---|---|---|---|
//! | name, place, address, postcode | entered | locations | geojson | pupils (name only) |
//! | kind of school | entered | pupils | geojson | locations (always basisschool) |
//! | public or private, board, municipality | entered | locations | pupils | geojson, postcode |
//! | partnership | entered | the table of postcodes | | |
//!
//! A location exists when it is entered or stands in the file of locations. A basisschool that is
//! not in that file, once it was imported, does not; the pupils file counts where its last year has
//! pupils; the geojson counts for what no other file knows.

use std::collections::{BTreeMap, BTreeSet};

use base::{Gemeentecode, Postcode, Vestigingscode, code_enum};
use serde::{Deserialize, Serialize};
use storage::references::ReferenceQuery;
use storage::{Digest, Invoerrun, Page, ReferenceUpdate, Referentie, limits};
use verband::{School, Schoolsoort};

use super::postcodes::{PC4, Postcodegebied};
use super::{ORGANISATIE, VESTIGING, empty_run, from_json, length, to_json};
use crate::referenties::bronrij::Bronrij;
use crate::{App, AppError, Moment};

/// The kinds of the files, in the order in which their names and addresses count.
const VESTIGINGEN: &str = "duo-vestigingen";
const LEERLINGEN: &str = "duo-leerlingen";
const GEO: &str = "duo-geo";

code_enum! {
    /// A fact of a school that no source states and that was worked out.
    Afgeleid {
        /// From the file in which the school stands, or from the kinds of education it gives.
        Schoolsoort = "schoolsoort", "de schoolsoort";
        /// From the denomination.
        Openbaar = "openbaar", "openbaar of bijzonder";
        /// From the postcode of the building.
        Swv = "swv", "het samenwerkingsverband";
    }
}

/// A school with where its facts come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schoolkaart {
    /// The school.
    pub school: School,
    /// Facts that were worked out; a page says so.
    pub afgeleid: Vec<Afgeleid>,
    /// The sources, with their dates.
    pub bronnen: Vec<String>,
    /// Website as published; empty when unknown.
    pub website: String,
    /// Pupils on 1 October of the last year that is known: the year, and the number where it is
    /// published (fewer than five is not).
    pub leerlingen: Option<(i16, Option<u32>)>,
    /// Where it stands, in millionths of a degree north and east.
    pub punt: Option<(i32, i32)>,
}

/// Everything that sources say of schools and postcodes, by source and code.
struct Bronnen {
    ingevoerd: BTreeMap<String, Referentie>,
    vestigingen: BTreeMap<String, Referentie>,
    leerlingen: BTreeMap<String, Referentie>,
    geo: BTreeMap<String, Referentie>,
    postcodes: BTreeMap<String, Referentie>,
}

/// What the files say of one location, in the order of the table above.
struct Stapel<'a> {
    vestiging: Option<Bronrij>,
    leerlingen: Option<Bronrij>,
    geo: Option<Bronrij>,
    bronnen: &'a Bronnen,
}

impl App {
    /// The update of the schools put together that goes with an update of one source.
    pub(crate) async fn plan_vestigingen(
        &self,
        source: &ReferenceUpdate,
        moment: Moment,
    ) -> Result<ReferenceUpdate, AppError> {
        let mut bronnen = Bronnen {
            ingevoerd: self.all_of(ORGANISATIE, moment).await?,
            vestigingen: self.all_of(VESTIGINGEN, moment).await?,
            leerlingen: self.all_of(LEERLINGEN, moment).await?,
            geo: self.all_of(GEO, moment).await?,
            postcodes: self.all_of(PC4, moment).await?,
        };
        bronnen.after(source);
        let known = self.storage.fingerprints(VESTIGING).await?;
        bronnen.joined(&known, moment)
    }

    /// Every current thing of a kind, by code.
    async fn all_of(&self, soort: &str, moment: Moment) -> Result<BTreeMap<String, Referentie>, AppError> {
        let mut all = BTreeMap::new();
        let mut page = Page::first(limits::PAGE_ROWS);
        loop {
            let query = ReferenceQuery {
                soort: soort.to_owned(),
                on: moment.vandaag,
                zoek: None,
                swv: None,
                bestuur: None,
                gemeente: None,
                page,
            };
            let found = self.storage.references(&query).await?.rows;
            page.offset += length(&found);
            let last = length(&found) < u64::from(page.limit);
            all.extend(found.into_iter().map(|row| (row.code.clone(), row)));
            if last {
                return Ok(all);
            }
        }
    }
}

impl Bronnen {
    /// As it will be after an update.
    fn after(&mut self, update: &ReferenceUpdate) {
        let rows = match update.soort.as_str() {
            ORGANISATIE => &mut self.ingevoerd,
            VESTIGINGEN => &mut self.vestigingen,
            LEERLINGEN => &mut self.leerlingen,
            GEO => &mut self.geo,
            PC4 => &mut self.postcodes,
            _ => return,
        };
        rows.retain(|code, _| !update.vervallen.contains(code));
        rows.extend(update.geldig.iter().map(|row| (row.code.clone(), row.clone())));
    }

    fn codes(&self) -> Result<BTreeSet<Vestigingscode>, AppError> {
        let entered = self.ingevoerd.keys().filter_map(|code| code.strip_prefix("school/"));
        let files = [&self.vestigingen, &self.leerlingen, &self.geo].into_iter().flat_map(BTreeMap::keys);
        let parse = |code: &str| {
            code.parse().map_err(|_| AppError::Unreadable { place: format!("referentie vestiging {code}") })
        };
        entered.chain(files.map(String::as_str)).map(parse).collect()
    }

    /// The difference between what is known and what these sources make.
    fn joined(&self, known: &BTreeMap<String, String>, moment: Moment) -> Result<ReferenceUpdate, AppError> {
        let mut run = empty_run(VESTIGING, "samengevoegd", moment);
        let mut exist = BTreeSet::new();
        let mut geldig = Vec::new();
        for code in self.codes()? {
            run.gelezen += 1;
            let Some(kaart) = self.school(&code)? else { continue };
            exist.insert(code.to_string());
            let row = as_reference(&kaart, moment)?;
            count(&mut run, known.get(&row.code), &row.vingerafdruk);
            if known.get(&row.code) != Some(&row.vingerafdruk) {
                geldig.push(row);
            }
        }
        let vervallen: Vec<String> = known.keys().filter(|code| !exist.contains(*code)).cloned().collect();
        run.vervallen = length(&vervallen);
        Ok(ReferenceUpdate { soort: VESTIGING.to_owned(), per: moment.vandaag, geldig, vervallen, run })
    }

    /// One school; `None` when by these sources it does not exist.
    fn school(&self, code: &Vestigingscode) -> Result<Option<Schoolkaart>, AppError> {
        let row = |rows: &BTreeMap<String, Referentie>| rows.get(code.as_str()).map(from_json::<Bronrij>).transpose();
        let stapel = Stapel {
            vestiging: row(&self.vestigingen)?,
            leerlingen: row(&self.leerlingen)?,
            geo: row(&self.geo)?,
            bronnen: self,
        };
        let entered = self.ingevoerd.get(code.organisatie().as_str());
        let entered: Option<School> = entered.map(from_json).transpose()?;
        if entered.is_none() && !stapel.exists() {
            return Ok(None);
        }
        let (school, mut afgeleid) = match entered {
            Some(school) => (school, Vec::new()),
            None => stapel.join(code),
        };
        let school = self.with_swv(school, &mut afgeleid)?;
        Ok(Some(stapel.card(school, afgeleid)))
    }

    /// Fills in the partnerships that nobody stated, from the postcode.
    fn with_swv(&self, school: School, afgeleid: &mut Vec<Afgeleid>) -> Result<School, AppError> {
        let pc4 = school.postcode.as_ref().map(Postcode::pc4);
        let Some(row) = pc4.and_then(|pc4| self.postcodes.get(pc4)) else { return Ok(school) };
        let area: Postcodegebied = from_json(row)?;
        let stated = school.swv().is_some();
        let school = School {
            swv_po: school.swv_po.or(area.swv_po),
            swv_vo: school.swv_vo.or(area.swv_vo),
            gemeente: school.gemeente.or(area.gemeente),
            ..school
        };
        if !stated && school.swv().is_some() {
            afgeleid.push(Afgeleid::Swv);
        }
        Ok(school)
    }
}

impl Stapel<'_> {
    fn schoolsoort(&self) -> Option<Schoolsoort> {
        [&self.leerlingen, &self.geo, &self.vestiging].into_iter().flatten().find_map(|row| row.schoolsoort)
    }

    fn exists(&self) -> bool {
        let basisschool = self.schoolsoort() == Some(Schoolsoort::Basisschool);
        if self.vestiging.is_some() {
            return true;
        }
        if basisschool && !self.bronnen.vestigingen.is_empty() {
            return false;
        }
        match &self.leerlingen {
            Some(row) => row.latest_pupils().is_some_and(|(_, number)| number != Some(0)),
            None => self.geo.is_some(),
        }
    }

    /// A school out of the files alone, and what had to be worked out.
    fn join(&self, code: &Vestigingscode) -> (School, Vec<Afgeleid>) {
        let by_name = [&self.vestiging, &self.geo, &self.leerlingen];
        let by_board = [&self.vestiging, &self.leerlingen, &self.geo];
        let text = |order: [&Option<Bronrij>; 3], field: fn(&Bronrij) -> &String| {
            order.into_iter().flatten().map(field).find(|text| !text.is_empty()).cloned().unwrap_or_default()
        };
        let gemeente = by_board.into_iter().flatten().find_map(|row| row.gemeente.clone());
        let school = School {
            vestiging: code.clone(),
            naam: text(by_name, |row| &row.naam),
            schoolsoort: self.schoolsoort().unwrap_or(Schoolsoort::Basisschool),
            openbaar: by_board.into_iter().flatten().find_map(|row| row.openbaar).unwrap_or(false),
            bestuur: by_board.into_iter().flatten().find_map(|row| row.bestuur.clone()),
            swv_po: None,
            swv_vo: None,
            postcode: by_name.into_iter().flatten().find_map(|row| row.postcode.clone()),
            plaats: text(by_name, |row| &row.plaats),
            gemeente,
            adres: text(by_name, |row| &row.adres),
            telefoon: text(by_name, |row| &row.telefoon),
        };
        let mut afgeleid = vec![Afgeleid::Openbaar];
        if self.leerlingen.as_ref().is_none_or(|row| row.schoolsoort.is_none()) {
            afgeleid.push(Afgeleid::Schoolsoort);
        }
        (school, afgeleid)
    }

    fn card(self, school: School, mut afgeleid: Vec<Afgeleid>) -> Schoolkaart {
        afgeleid.sort_by_key(|fact| fact.code());
        let code = school.vestiging.as_str();
        let entered = self.bronnen.ingevoerd.get(school.vestiging.organisatie().as_str());
        let files = [&self.bronnen.vestigingen, &self.bronnen.leerlingen, &self.bronnen.geo];
        let rows = entered.into_iter().chain(files.into_iter().filter_map(|rows| rows.get(code)));
        let bronnen = rows.map(|row| row.bron.clone()).collect();
        let all = [&self.vestiging, &self.leerlingen, &self.geo];
        let website = all.into_iter().flatten().map(|row| &row.website).find(|site| !site.is_empty());
        Schoolkaart {
            afgeleid,
            bronnen,
            website: website.cloned().unwrap_or_default(),
            leerlingen: self.leerlingen.as_ref().and_then(Bronrij::latest_pupils),
            punt: self.geo.as_ref().and_then(|row| row.punt),
            school,
        }
    }
}

fn count(run: &mut Invoerrun, known: Option<&String>, now: &str) {
    match known {
        None => run.nieuw += 1,
        Some(same) if same == now => run.ongewijzigd += 1,
        Some(_) => run.gewijzigd += 1,
    }
}

fn as_reference(kaart: &Schoolkaart, moment: Moment) -> Result<Referentie, AppError> {
    let school = &kaart.school;
    let gegevens = to_json(kaart)?;
    Ok(Referentie {
        soort: VESTIGING.to_owned(),
        code: school.vestiging.to_string(),
        geldig_van: moment.vandaag,
        geldig_tot: None,
        naam: school.naam.clone(),
        // The name first: that is the order of a list. The place too: by that people search.
        naam_norm: base::naam::normalise(&format!("{} {}", school.naam, school.plaats)),
        swv: school.swv().map(ToString::to_string),
        bestuur: school.bestuur.as_ref().map(ToString::to_string),
        gemeente: school.gemeente.as_ref().map(Gemeentecode::to_string),
        vingerafdruk: Digest::of(gegevens.as_bytes()).to_string(),
        gegevens,
        bron: kaart.bronnen.join("; "),
    })
}
