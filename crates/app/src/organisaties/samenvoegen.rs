//! One school out of several sources.
//!
//! Each source of school locations is a kind of reference of its own, so that an import can be
//! compared with the import before it. Put together they are the kind [`VESTIGING`]: computed
//! anew with every import, written with it or not at all, never imported itself.
//!
//! Per fact the first source that knows it counts:
//!
//! | fact | first | then | then | then |
//! |---|---|---|---|---|
//! | name, place, address, postcode | entered | locations | geojson | pupils (name only) |
//! | kind of school | entered | pupils (not for an institute for cluster 1 or 2) | locations | geojson |
//! | public or private, board, municipality | entered | locations | pupils | geojson, postcode |
//! | partnership | entered | the table of postcodes | | |
//!
//! The locations are three files: of primary schools, of sbo, so and vso, and of secondary schools. A location exists when
//! it is entered or stands in one of them. A school that is not in the file of its own kind, once that was imported, does
//! not; the pupils file counts where its last year has pupils; the geojson counts for what no other file knows.

use std::collections::{BTreeMap, BTreeSet};

use base::{Gemeentecode, Postcode, Vestigingscode, code_enum};
use serde::{Deserialize, Serialize};
use storage::{Digest, Invoerrun, ReferenceUpdate, Referentie};
use verband::{School, Schoolsoort};

use super::postcodes::{PC4, Postcodegebied};
use super::{ORGANISATIE, VESTIGING, empty_run, from_json, length, to_json};
use crate::referenties::bronrij::Bronrij;
use crate::{App, AppError, Moment};

/// The kinds of the files, in the order in which their names and addresses count.
const VESTIGINGEN: [&str; 3] = ["duo-vestigingen", "duo-vestigingen-so", "duo-vestigingen-vo"];
/// Which of those three says of sbo, so and vso what each is.
const VESTIGINGEN_SO: usize = 1;
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

/// More changed schools than this, and it is hardly more work to look at all of them.
const MOST_ONE_BY_ONE: usize = 500;

/// What sources say of schools and postcodes, by source and code: of all of them, or of some.
#[derive(Default)]
struct Bronnen {
    ingevoerd: BTreeMap<String, Referentie>,
    vestigingen: [BTreeMap<String, Referentie>; VESTIGINGEN.len()],
    leerlingen: BTreeMap<String, Referentie>,
    geo: BTreeMap<String, Referentie>,
    postcodes: BTreeMap<String, Referentie>,
    /// Which files of locations were imported, so that each tells which schools of its kind exist.
    kent_vestigingen: [bool; VESTIGINGEN.len()],
}

/// What the files say of one location, in the order of the table above.
struct Stapel<'a> {
    vestiging: Option<Bronrij>,
    /// The file of locations says of each school of what kind it is.
    noemt_soort: bool,
    leerlingen: Option<Bronrij>,
    geo: Option<Bronrij>,
    bronnen: &'a Bronnen,
}

impl App {
    /// The update of the schools put together that goes with an update of one source, and is written with it.
    pub(crate) async fn plan_vestigingen(
        &self,
        source: &ReferenceUpdate,
        moment: Moment,
    ) -> Result<ReferenceUpdate, AppError> {
        let known = self.storage.fingerprints(VESTIGING).await?;
        let kent = self.known_files().await?;
        let touched = touched(source)?;
        let everything = touched.len() > MOST_ONE_BY_ONE || touches_others(source, kent);
        let mut bronnen = if everything {
            self.all_sources(moment).await?
        } else {
            self.sources_of(&touched, moment).await?
        };
        bronnen.after(source);
        for ((kent, before), rows) in bronnen.kent_vestigingen.iter_mut().zip(kent).zip(&bronnen.vestigingen)
        {
            *kent = before || !rows.is_empty();
        }
        if everything {
            let mut codes = bronnen.codes()?;
            codes.extend(known.keys().map(|code| parse_code(code)).collect::<Result<Vec<_>, _>>()?);
            bronnen.joined(&codes, &known, moment)
        } else {
            bronnen.postcodes = self.current(PC4, &bronnen.areas()?, moment).await?;
            bronnen.joined(&touched, &known, moment)
        }
    }

    /// Which files of locations were imported before.
    async fn known_files(&self) -> Result<[bool; VESTIGINGEN.len()], AppError> {
        let mut known = [false; VESTIGINGEN.len()];
        for (known, soort) in known.iter_mut().zip(VESTIGINGEN) {
            *known = !self.storage.fingerprints(soort).await?.is_empty();
        }
        Ok(known)
    }

    async fn all_sources(&self, moment: Moment) -> Result<Bronnen, AppError> {
        let [bo, so, vo] = VESTIGINGEN;
        Ok(Bronnen {
            ingevoerd: self.all_of(ORGANISATIE, moment).await?,
            vestigingen: [
                self.all_of(bo, moment).await?,
                self.all_of(so, moment).await?,
                self.all_of(vo, moment).await?,
            ],
            leerlingen: self.all_of(LEERLINGEN, moment).await?,
            geo: self.all_of(GEO, moment).await?,
            postcodes: self.all_of(PC4, moment).await?,
            kent_vestigingen: [false; VESTIGINGEN.len()],
        })
    }

    async fn sources_of(
        &self,
        codes: &BTreeSet<Vestigingscode>,
        moment: Moment,
    ) -> Result<Bronnen, AppError> {
        let entered = codes.iter().map(|code| code.organisatie().to_string()).collect();
        let codes = codes.iter().map(ToString::to_string).collect();
        let [bo, so, vo] = VESTIGINGEN;
        Ok(Bronnen {
            ingevoerd: self.current(ORGANISATIE, &entered, moment).await?,
            vestigingen: [
                self.current(bo, &codes, moment).await?,
                self.current(so, &codes, moment).await?,
                self.current(vo, &codes, moment).await?,
            ],
            leerlingen: self.current(LEERLINGEN, &codes, moment).await?,
            geo: self.current(GEO, &codes, moment).await?,
            ..Bronnen::default()
        })
    }

    /// The current versions of some things, by code.
    async fn current(
        &self,
        soort: &str,
        codes: &BTreeSet<String>,
        moment: Moment,
    ) -> Result<BTreeMap<String, Referentie>, AppError> {
        let mut found = BTreeMap::new();
        for code in codes {
            let row = self.storage.reference(soort, code, moment.vandaag).await?;
            found.extend(row.map(|row| (code.clone(), row)));
        }
        Ok(found)
    }

    /// Every current thing of a kind, by code. One by one: a page of a long list costs the store as
    /// much as the whole list, and these rows are found by their key.
    async fn all_of(&self, soort: &str, moment: Moment) -> Result<BTreeMap<String, Referentie>, AppError> {
        let codes = self.storage.fingerprints(soort).await?.into_keys().collect();
        self.current(soort, &codes, moment).await
    }
}

impl Bronnen {
    /// As it will be after an update.
    fn after(&mut self, update: &ReferenceUpdate) {
        let locations = self.vestigingen.iter_mut().zip(VESTIGINGEN);
        let rows = match update.soort.as_str() {
            ORGANISATIE => Some(&mut self.ingevoerd),
            LEERLINGEN => Some(&mut self.leerlingen),
            GEO => Some(&mut self.geo),
            PC4 => Some(&mut self.postcodes),
            soort => locations.into_iter().find(|(_, of)| *of == soort).map(|(rows, _)| rows),
        };
        let Some(rows) = rows else { return };
        rows.retain(|code, _| !update.vervallen.contains(code));
        rows.extend(update.geldig.iter().map(|row| (row.code.clone(), row.clone())));
    }

    fn codes(&self) -> Result<BTreeSet<Vestigingscode>, AppError> {
        let entered = self.ingevoerd.keys().filter_map(|code| code.strip_prefix("school/"));
        let files = self.vestigingen.iter().chain([&self.leerlingen, &self.geo]).flat_map(BTreeMap::keys);
        entered.chain(files.map(String::as_str)).map(parse_code).collect()
    }

    /// The postcodes of these schools, four digits each.
    fn areas(&self) -> Result<BTreeSet<String>, AppError> {
        let mut areas = BTreeSet::new();
        for row in self.vestigingen.iter().chain([&self.geo]).flat_map(BTreeMap::values) {
            areas.extend(from_json::<Bronrij>(row)?.postcode.map(|postcode| postcode.pc4().to_owned()));
        }
        for row in self.ingevoerd.values().filter(|row| row.code.starts_with("school/")) {
            areas.extend(from_json::<School>(row)?.postcode.map(|postcode| postcode.pc4().to_owned()));
        }
        Ok(areas)
    }

    /// The difference, for these codes, between what is known and what these sources make.
    fn joined(
        &self,
        codes: &BTreeSet<Vestigingscode>,
        known: &BTreeMap<String, String>,
        moment: Moment,
    ) -> Result<ReferenceUpdate, AppError> {
        let run = Invoerrun { gelezen: length(codes), ..empty_run(VESTIGING, "samengevoegd", moment) };
        let (soort, per) = (VESTIGING.to_owned(), moment.vandaag);
        let mut update = ReferenceUpdate { soort, per, geldig: Vec::new(), vervallen: Vec::new(), run };
        for code in codes {
            let before = known.get(code.as_str());
            match self.school(code)? {
                Some(kaart) => {
                    let row = as_reference(&kaart, moment)?;
                    count(&mut update.run, before, &row.vingerafdruk);
                    update.geldig.extend(Some(row).filter(|row| before != Some(&row.vingerafdruk)));
                }
                None => update.vervallen.extend(before.map(|_| code.to_string())),
            }
        }
        update.run.vervallen = length(&update.vervallen);
        Ok(update)
    }

    /// One school; `None` when by these sources it does not exist.
    fn school(&self, code: &Vestigingscode) -> Result<Option<Schoolkaart>, AppError> {
        let row = |rows: &BTreeMap<String, Referentie>| {
            rows.get(code.as_str()).map(from_json::<Bronrij>).transpose()
        };
        let locations = self.vestigingen.iter().position(|rows| rows.contains_key(code.as_str()));
        let stapel = Stapel {
            vestiging: locations.and_then(|at| self.vestigingen.get(at)).map(row).transpose()?.flatten(),
            noemt_soort: locations == Some(VESTIGINGEN_SO),
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

    /// Fills in the partnerships that nobody stated, from the postcode. An institute for cluster 1 or 2 belongs to none.
    fn with_swv(&self, school: School, afgeleid: &mut Vec<Afgeleid>) -> Result<School, AppError> {
        let pc4 = school.postcode.as_ref().map(Postcode::pc4);
        let Some(row) = pc4.and_then(|pc4| self.postcodes.get(pc4)) else { return Ok(school) };
        let area: Postcodegebied = from_json(row)?;
        let stated = school.swv().is_some();
        let in_a_partnership = school.schoolsoort != Schoolsoort::InstellingC12;
        let school = School {
            swv_po: school.swv_po.or(area.swv_po.filter(|_| in_a_partnership)),
            swv_vo: school.swv_vo.or(area.swv_vo.filter(|_| in_a_partnership)),
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
    /// The file of pupils knows a school from a part of it, but calls an institute for cluster 1 or 2 a school for so or vso.
    fn schoolsoort(&self) -> Option<Schoolsoort> {
        let instelling = self.vestiging.as_ref().and_then(|row| row.schoolsoort);
        if let Some(Schoolsoort::InstellingC12) = instelling {
            return instelling;
        }
        [&self.leerlingen, &self.vestiging, &self.geo].into_iter().flatten().find_map(|row| row.schoolsoort)
    }

    fn exists(&self) -> bool {
        if self.vestiging.is_some() {
            return true;
        }
        let own_file = self.schoolsoort().map(file_of);
        if own_file.and_then(|at| self.bronnen.kent_vestigingen.get(at)) == Some(&true) {
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
        if !self.noemt_soort && self.leerlingen.as_ref().is_none_or(|row| row.schoolsoort.is_none()) {
            afgeleid.push(Afgeleid::Schoolsoort);
        }
        (school, afgeleid)
    }

    fn card(self, school: School, mut afgeleid: Vec<Afgeleid>) -> Schoolkaart {
        afgeleid.sort_by_key(|fact| fact.code());
        let code = school.vestiging.as_str();
        let entered = self.bronnen.ingevoerd.get(school.vestiging.organisatie().as_str());
        let files = self.bronnen.vestigingen.iter().chain([&self.bronnen.leerlingen, &self.bronnen.geo]);
        let rows = entered.into_iter().chain(files.filter_map(|rows| rows.get(code)));
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

/// In which of the files of locations a school of this kind stands.
fn file_of(soort: Schoolsoort) -> usize {
    match soort {
        Schoolsoort::Basisschool => 0,
        Schoolsoort::Sbo
        | Schoolsoort::So
        | Schoolsoort::SoVso
        | Schoolsoort::Vso
        | Schoolsoort::InstellingC12 => VESTIGINGEN_SO,
        Schoolsoort::Vo => 2,
    }
}

fn parse_code(code: &str) -> Result<Vestigingscode, AppError> {
    code.parse().map_err(|_| AppError::Unreadable { place: format!("referentie vestiging {code}") })
}

/// The schools that an update of a source is about.
fn touched(source: &ReferenceUpdate) -> Result<BTreeSet<Vestigingscode>, AppError> {
    let codes = source.geldig.iter().map(|row| &row.code).chain(&source.vervallen).map(String::as_str);
    match source.soort.as_str() {
        ORGANISATIE => codes.filter_map(|code| code.strip_prefix("school/")).map(parse_code).collect(),
        soort if VESTIGINGEN.contains(&soort) || [LEERLINGEN, GEO].contains(&soort) => {
            codes.map(parse_code).collect()
        }
        _ => Ok(BTreeSet::new()),
    }
}

/// An update changes schools that it does not name: another table of postcodes, or the first file
/// of locations of its kind.
fn touches_others(source: &ReferenceUpdate, known: [bool; VESTIGINGEN.len()]) -> bool {
    let changes = !source.geldig.is_empty() || !source.vervallen.is_empty();
    match source.soort.as_str() {
        PC4 => changes,
        soort => changes && VESTIGINGEN.iter().zip(known).any(|(of, known)| *of == soort && !known),
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
