//! Importing reference data: what changes, what stays, and what could not be used.
//!
//! A file is compared with the import before it of the same kind. Nothing is deleted: a location
//! that is no longer in the file ends on the day of the import. A second import of the same file
//! changes nothing. A file that is older than what is known, or that lacks much of it, needs somebody to say that this is
//! right.

use std::collections::BTreeMap;

use base::Vestigingscode;
use dossier::Refusal;
use exchange::duo::{
    BestandFout, Import, LeerlingenRij, Pc4Rij, Rij, SchoolpuntRij, Soort, VestigingRij, Vingerafdruk, delta,
    geo, leerlingen, pc4_swv, vestigingen,
};
use serde::Serialize;
use storage::accounts::AccountQuery;
use storage::{Invoerrun, Page, ReferenceUpdate, Referentie, Rows};
use teksten::beheer;

use crate::accounts::invoer;
use crate::organisaties::{empty_run, length};
use crate::{App, AppError, Moment};

pub(crate) mod bronrij;
mod stand;
mod verplaatst;

use bronrij::AlsReferentie;
pub use stand::{Leeftijd, Ouder};
pub use verplaatst::VerplaatsteRij;

/// Longest name of a source, in characters.
const BRON_TEKENS: usize = 200;

/// Of a hundred that are known, how many may be missing from a file before somebody has to say that this is right. In a
/// year some two of a hundred schools close; half a file misses fifty.
const MOST_ENDED_PER_HUNDRED: u64 = 5;
/// So many may always be missing: in a small region one school is soon a large share.
const ENDED_ANYWAY: u64 = 10;
/// Of a hundred that are known, how many may change in a file that does not say of which month it is. In a month some ten
/// of a hundred do; a file of another year changes nearly all.
const MOST_CHANGED_PER_HUNDRED: u64 = 50;
/// So many may always change.
const CHANGED_ANYWAY: u64 = 10;

/// How a file is imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inlezen {
    /// Only says what would change.
    Proef,
    /// Written, where nothing is in the way but what somebody said is right.
    Echt(Gezegd),
}

/// What somebody said is right of a file that looks wrong.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gezegd {
    /// So many really end.
    pub ook_vervallen: bool,
    /// The older file really is meant.
    pub ook_ouder: bool,
    /// So many schools really are of another kind, or postcodes of another partnership.
    pub ook_verplaatst: bool,
}

impl Inlezen {
    /// Nobody said anything: a file that looks wrong is refused.
    pub const GEWOON: Self =
        Self::Echt(Gezegd { ook_vervallen: false, ook_ouder: false, ook_verplaatst: false });

    fn gezegd(self) -> Gezegd {
        match self {
            Self::Proef => Gezegd::default(),
            Self::Echt(gezegd) => gezegd,
        }
    }
}

/// A file with reference data, read.
#[derive(Debug, Clone)]
pub enum Bestand {
    /// Locations of schools; which, the file tells.
    Vestigingen(Import<VestigingRij>),
    /// Pupils per location.
    Leerlingen(Import<LeerlingenRij>),
    /// Schools with coordinates.
    Geo(Import<SchoolpuntRij>),
    /// Postcodes with their partnerships.
    Postcodes(Import<Pc4Rij>),
}

impl Bestand {
    /// Reads the bytes of a file of one kind; a file that is wrong as a whole is refused.
    pub fn read(soort: Soort, bytes: &[u8]) -> Result<Self, BestandFout> {
        Ok(match soort {
            Soort::DuoVestigingen | Soort::DuoVestigingenSo | Soort::DuoVestigingenVo => {
                Self::Vestigingen(vestigingen::lees(bytes)?)
            }
            Soort::DuoLeerlingen => Self::Leerlingen(leerlingen::lees(bytes)?),
            Soort::DuoGeo => Self::Geo(geo::lees(bytes)?),
            Soort::Pc4Swv => Self::Postcodes(pc4_swv::lees(bytes)?),
        })
    }

    /// Its kind.
    pub fn soort(&self) -> Soort {
        match self {
            Self::Vestigingen(import) => import.soort,
            Self::Leerlingen(import) => import.soort,
            Self::Geo(import) => import.soort,
            Self::Postcodes(import) => import.soort,
        }
    }

    fn plan(&self, known: &BTreeMap<String, String>, bron: &str, moment: Moment) -> Result<Plan, AppError> {
        match self {
            Self::Vestigingen(import) => plan(import, known, bron, moment),
            Self::Leerlingen(import) => plan(import, known, bron, moment),
            Self::Geo(import) => plan(import, known, bron, moment),
            Self::Postcodes(import) => plan(import, known, bron, moment),
        }
    }
}

/// What an import did, or would do. Its JSON is the public contract of `importeer`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// Name of the importer.
    pub soort: &'static str,
    /// Rows under the header: new, changed, unchanged and unusable together.
    pub gelezen: u64,
    /// Not known before.
    pub nieuw: u64,
    /// Known, and different in any column.
    pub gewijzigd: u64,
    /// Known, and the same.
    pub ongewijzigd: u64,
    /// Known, and no longer in the file: ended, not deleted.
    pub vervallen: u64,
    /// Those that end, each by name.
    pub vervalt: Vec<VervallenRij>,
    /// Schools that become of another kind, and postcodes of another partnership.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub verplaatst: Vec<VerplaatsteRij>,
    /// Rows that could not be used, each once, at its first wrong column.
    pub onbruikbaar: Vec<OnbruikbareRij>,
    /// Lines of rows that could not be used and in which no code can be read, or none that fits the row: they say of what seems to end that it may
    /// not.
    pub regels_zonder_code: Vec<u32>,
    /// Columns of the file that nothing here reads.
    pub niet_gebruikt: Vec<String>,
    /// Why the file is refused, as a stable code: `niets_bruikbaar` or, unless it is said that this is right,
    /// `ouder_bestand`, `maand_komt_nog`, `te_veel_gewijzigd`, `andere_wet`, `te_veel_verplaatst`, `te_veel_vervallen` or
    /// `regel_zonder_code`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geweigerd: Option<&'static str>,
    /// What is known of the age of the file.
    #[serde(skip)]
    pub leeftijd: Leeftijd,
}

/// A thing that ends by an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VervallenRij {
    /// Its code.
    pub code: String,
    /// What it is called; empty where no version says so.
    pub naam: String,
    /// How many accounts have a role at that school today.
    pub accounts: u64,
}

/// A row that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OnbruikbareRij {
    /// Line in the file, from 1; the header is line 1.
    pub regel: u32,
    /// Name of the column.
    pub kolom: String,
    /// What stands there, cut short.
    pub waarde: String,
    /// Why that cannot be used.
    pub reden: String,
}

impl ImportReport {
    /// More would end than is likely of a whole file.
    pub fn vervalt_veel(&self) -> bool {
        let known = self.gewijzigd + self.ongewijzigd + self.vervallen;
        self.vervallen > ENDED_ANYWAY && self.vervallen * 100 > known * MOST_ENDED_PER_HUNDRED
    }

    /// More changes than is likely of a file of a month later, and nothing says that it is one.
    fn wijzigt_veel(&self) -> bool {
        let known = self.gewijzigd + self.ongewijzigd + self.vervallen;
        let many = self.gewijzigd > CHANGED_ANYWAY && self.gewijzigd * 100 > known * MOST_CHANGED_PER_HUNDRED;
        many && matches!(self.leeftijd, Leeftijd::Onbekend { .. })
    }

    /// Not one row can be used: it is another file than it was taken for.
    fn is_onbruikbaar(&self) -> bool {
        !self.onbruikbaar.is_empty() && length(&self.onbruikbaar) == self.gelezen
    }

    /// Why a file is not imported; where it is older or much would end, only as long as nobody said that this is right.
    pub fn weigering(&self, gezegd: Gezegd) -> Option<Refusal> {
        if self.is_onbruikbaar() {
            let reden = beheer::NietsBruikbaar { gelezen: i32::try_from(self.gelezen).unwrap_or(i32::MAX) };
            return Some(Refusal::new("niets_bruikbaar", reden.tekst()).instead(beheer::ander_bestand()));
        }
        if !gezegd.ook_ouder {
            if let Some(refused) = self.leeftijd.weigering() {
                return Some(refused);
            }
            if self.wijzigt_veel() {
                return Some(self.te_veel_gewijzigd());
            }
        }
        if let Some(refused) = self.te_veel_verplaatst().filter(|_| !gezegd.ook_verplaatst) {
            return Some(refused);
        }
        if gezegd.ook_vervallen {
            return None;
        }
        if self.vervalt_veel() {
            return Some(self.te_veel());
        }
        let line = self.regels_zonder_code.first().filter(|_| self.vervallen > 0);
        line.map(|line| {
            let reden =
                beheer::RegelZonderCode { regel: count(u64::from(*line)), vervallen: count(self.vervallen) };
            Refusal::new("regel_zonder_code", reden.tekst()).instead(beheer::regel_herstellen())
        })
    }

    /// Why such a file is not imported without being told.
    fn te_veel(&self) -> Refusal {
        let known = self.gewijzigd + self.ongewijzigd + self.vervallen;
        let reden = beheer::TeVeelVervallen { vervallen: count(self.vervallen), bekend: count(known) };
        Refusal::new("te_veel_vervallen", reden.tekst()).instead(beheer::heel_bestand())
    }

    /// Why a file that changes so much is not imported without being told.
    fn te_veel_gewijzigd(&self) -> Refusal {
        let known = self.gewijzigd + self.ongewijzigd + self.vervallen;
        let reden = beheer::TeVeelGewijzigd { gewijzigd: count(self.gewijzigd), bekend: count(known) };
        Refusal::new("te_veel_gewijzigd", reden.tekst()).instead(beheer::nieuwste_bestand())
    }
}

/// A number as a sentence takes it.
fn count(rows: u64) -> i32 {
    i32::try_from(rows).unwrap_or(i32::MAX)
}

struct Plan {
    update: ReferenceUpdate,
    report: ImportReport,
}

impl App {
    /// Imports a file, or only says what would change.
    ///
    /// The source and the schools put together are written together or not at all. Of two that import at once the second
    /// is refused.
    pub async fn import(
        &self,
        bestand: &Bestand,
        bron: &str,
        how: Inlezen,
        moment: Moment,
    ) -> Result<ImportReport, AppError> {
        let bron = invoer::line("bron", bron, BRON_TEKENS)?;
        let runs = self.runs_so_far().await?;
        let known = self.storage.fingerprints(bestand.soort().naam()).await?;
        let Plan { update, mut report } = bestand.plan(&known, &bron, moment)?;
        report.leeftijd = self.age(bestand, &bron, moment).await?;
        report.vervalt = self.ending(&update, moment).await?;
        report.verplaatst = self.moved(bestand, &update, moment).await?;
        let refused = report.weigering(how.gezegd());
        if how == Inlezen::Proef {
            report.geweigerd = refused.map(|refused| refused.code);
            return Ok(report);
        }
        if let Some(refused) = refused {
            return Err(refused.into());
        }
        self.update_source(update, runs, moment).await?;
        Ok(report)
    }

    /// What ends by an update, by name: an operator has to be able to look whether that is right.
    async fn ending(&self, update: &ReferenceUpdate, moment: Moment) -> Result<Vec<VervallenRij>, AppError> {
        let mut rows = Vec::with_capacity(update.vervallen.len());
        for code in &update.vervallen {
            let known = self.storage.reference(&update.soort, code, moment.vandaag).await?;
            let accounts = match code.parse::<Vestigingscode>() {
                Ok(school) => {
                    let query = AccountQuery::all(school.organisatie(), moment.vandaag, Page::first(1));
                    self.storage.accounts_of(&query).await?.total
                }
                Err(_) => 0,
            };
            let naam = known.map(|row| row.naam).unwrap_or_default();
            rows.push(VervallenRij { code: code.clone(), naam, accounts });
        }
        Ok(rows)
    }

    /// Runs of importers, newest first.
    pub async fn import_runs(&self, page: Page) -> Result<Rows<Invoerrun>, AppError> {
        Ok(self.storage.import_runs(page).await?)
    }
}

fn plan<T: Rij + AlsReferentie>(
    import: &Import<T>,
    known: &BTreeMap<String, String>,
    bron: &str,
    moment: Moment,
) -> Result<Plan, AppError> {
    let soort = import.soort;
    let known = known.iter().map(read_known::<T>).collect::<Result<_, _>>()?;
    let delta = delta(&known, import);
    let changed = |code: &T::Code, afdruk: Vingerafdruk| known.get(code) != Some(&afdruk);
    let rows = import.rijen.iter().filter(|gelezen| changed(gelezen.rij.code(), gelezen.vingerafdruk));
    let geldig: Vec<Referentie> = rows
        .map(|gelezen| {
            let inhoud = gelezen.rij.inhoud()?;
            Ok(Referentie {
                soort: soort.naam().to_owned(),
                code: gelezen.rij.code().to_string(),
                geldig_van: moment.vandaag,
                geldig_tot: None,
                naam_norm: base::naam::normalise(&format!("{} {}", inhoud.naam, inhoud.ook_te_vinden_als)),
                naam: inhoud.naam,
                swv: inhoud.swv,
                bestuur: inhoud.bestuur,
                gemeente: inhoud.gemeente,
                gegevens: inhoud.gegevens,
                vingerafdruk: gelezen.vingerafdruk.to_string(),
                bron: bron.to_owned(),
            })
        })
        .collect::<Result<_, AppError>>()?;
    let report = ImportReport {
        soort: soort.naam(),
        gelezen: length(&import.rijen) + length(&import.onbruikbaar),
        nieuw: length(&delta.nieuw),
        gewijzigd: length(&delta.gewijzigd),
        ongewijzigd: length(&delta.ongewijzigd),
        vervallen: length(&delta.vervallen),
        vervalt: Vec::new(),
        verplaatst: Vec::new(),
        onbruikbaar: import.onbruikbaar.iter().map(unusable).collect(),
        regels_zonder_code: import.zonder_code.clone(),
        niet_gebruikt: import.onbekende_kolommen.clone(),
        geweigerd: None,
        leeftijd: Leeftijd::Nieuw,
    };
    let run = Invoerrun {
        gelezen: report.gelezen,
        nieuw: report.nieuw,
        gewijzigd: report.gewijzigd,
        ongewijzigd: report.ongewijzigd,
        vervallen: report.vervallen,
        onbruikbaar: length(&report.onbruikbaar),
        ..empty_run(soort.naam(), bron, moment)
    };
    let vervallen = delta.vervallen.iter().map(ToString::to_string).collect();
    let update =
        ReferenceUpdate { soort: soort.naam().to_owned(), per: moment.vandaag, geldig, vervallen, run };
    Ok(Plan { update, report })
}

fn read_known<T: Rij>((code, afdruk): (&String, &String)) -> Result<(T::Code, Vingerafdruk), AppError> {
    let place = || AppError::Unreadable { place: format!("referentie {code}") };
    Ok((code.parse().map_err(|_| place())?, afdruk.parse().map_err(|_| place())?))
}

fn unusable(row: &exchange::duo::Onbruikbaar) -> OnbruikbareRij {
    OnbruikbareRij {
        regel: row.regel,
        kolom: row.kolom.clone(),
        waarde: row.waarde.clone(),
        reden: row.reden.clone(),
    }
}
