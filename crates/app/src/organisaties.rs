//! Organisations: schools, boards, partnerships, municipalities and support points, by code and name.
//!
//! What is entered by hand is reference data of the kind `organisatie`; what comes from files
//! stands in a kind per file (see [`crate::referenties`]). Schools of all sources together form the
//! kind `vestiging`, computed in `samenvoegen`: that is where a school is looked up and found.
//! A name that nobody entered is never made up: the code stands in its place.

use base::{Date, OrganisatieId, Organisatiesoort, Vestigingscode};
use dossier::Refusal;
use storage::references::ReferenceQuery;
use storage::{Digest, Handeling, Invoerrun, Lezer, Page, ReferenceUpdate, Referentie};
use teksten::Tekst;
use verband::School;

use crate::accounts::{Handelingsoort, invoer};
use crate::organisaties::geheugen::{Onthouden, Versies};
use crate::{App, AppError, Moment, geheim, projectie};

mod beleid;
pub(crate) mod geheugen;
mod lijst;
mod postcodes;
pub(crate) mod samenvoegen;
mod scholen;

pub use beleid::{BeleidVersie, NieuwBeleid};
pub use postcodes::Postcodegebied;
pub use samenvoegen::{Afgeleid, Schoolkaart};
pub use scholen::ScholenVraag;

/// Schools whose files are looked for at a time.
const SCHOOLS_AT_ONCE: usize = 200;
/// The kind of reference that is entered by hand; its code is the whole name of the organisation.
pub(crate) const ORGANISATIE: &str = "organisatie";
/// The kind of reference in which the sources of a school are put together.
pub(crate) const VESTIGING: &str = "vestiging";
/// Where organisations entered by hand come from.
const INGEVOERD: &str = "ingevoerd";
/// Longest name of an organisation, in characters.
const NAAM_TEKENS: usize = 150;

/// An organisation to make known, or to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NieuweOrganisatie {
    /// A school location; what is entered goes before every file.
    School(School),
    /// Any other.
    Andere {
        /// Which.
        id: OrganisatieId,
        /// Its name.
        naam: String,
    },
}

impl NieuweOrganisatie {
    /// The organisation.
    pub fn id(&self) -> OrganisatieId {
        match self {
            Self::School(school) => school.vestiging.organisatie(),
            Self::Andere { id, .. } => id.clone(),
        }
    }

    /// Whether it can be made, whatever is known already.
    pub fn check(&self, moment: Moment) -> Result<(), AppError> {
        self.as_reference(moment).map(|_| ())
    }

    fn as_reference(&self, moment: Moment) -> Result<Referentie, AppError> {
        let id = self.id();
        let (naam, school) = match self {
            Self::School(school) => (&school.naam, Some(school)),
            Self::Andere { naam, .. } => (naam, None),
        };
        if school.is_none() {
            check_other(&id)?;
        }
        let naam = invoer::line("naam", naam, NAAM_TEKENS)?;
        let gegevens = match school {
            Some(school) => to_json(&School { naam: naam.clone(), ..check_school(school)? })?,
            None => "{}".to_owned(),
        };
        Ok(Referentie {
            soort: ORGANISATIE.to_owned(),
            code: id.to_string(),
            geldig_van: moment.vandaag,
            geldig_tot: None,
            naam_norm: base::naam::normalise(&naam),
            swv: school.and_then(School::swv).map(ToString::to_string),
            bestuur: school.and_then(|school| school.bestuur.as_ref()).map(ToString::to_string),
            gemeente: school.and_then(|school| school.gemeente.as_ref()).map(ToString::to_string),
            vingerafdruk: Digest::of(format!("{naam}\n{gegevens}").as_bytes()).to_string(),
            naam,
            gegevens,
            bron: INGEVOERD.to_owned(),
        })
    }
}

fn check_school(school: &School) -> Result<School, AppError> {
    Ok(School {
        plaats: invoer::optional_line("plaats", &school.plaats, NAAM_TEKENS)?,
        adres: invoer::optional_line("adres", &school.adres, NAAM_TEKENS)?,
        telefoon: invoer::optional_line("telefoon", &school.telefoon, 30)?,
        ..school.clone()
    })
}

/// The code must be written the one way in which it is compared.
fn check_other(id: &OrganisatieId) -> Result<(), AppError> {
    let code = id.code();
    let canonical = match id.kind() {
        Organisatiesoort::School => {
            return Err(Refusal::field("soort", teksten::beheer::school_meer_gegevens())
                .instead(teksten::beheer::schoolsoort_opgeven())
                .into());
        }
        Organisatiesoort::Gezin | Organisatiesoort::Beheer => {
            let reden = teksten::beheer::SoortMaaktNiemand { soort: id.kind().code() }.tekst();
            return Err(Refusal::field("soort", reden).into());
        }
        Organisatiesoort::Swv => code.parse::<base::SwvCode>().map(|code| code.organisatie()),
        Organisatiesoort::Bestuur => code.parse::<base::BevoegdGezagNummer>().map(|code| code.organisatie()),
        Organisatiesoort::Gemeente => {
            code.parse::<base::Gemeentecode>().and_then(|code| format!("gemeente/{code}").parse())
        }
        Organisatiesoort::Jeugdhulp | Organisatiesoort::Steunpunt | Organisatiesoort::Instelling => {
            Ok(id.clone())
        }
    };
    match canonical {
        Ok(canonical) if canonical == *id => Ok(()),
        Ok(canonical) => {
            let (code, goed) = (id.to_string(), canonical.to_string());
            let reden = teksten::beheer::SchrijfAls { code: &code, goed: &goed }.tekst();
            Err(Refusal::field("code", reden).instead(Tekst::letterlijk(canonical.to_string())).into())
        }
        Err(error) => Err(Refusal::field("code", Tekst::letterlijk(error.to_string())).into()),
    }
}

impl App {
    /// Makes organisations known or changes them, all or none. An organisation that is the same
    /// already is left as it is. Done by whoever runs the program. Returns of how many files the lists were made anew.
    pub async fn make_organisaties(
        &self,
        organisaties: &[NieuweOrganisatie],
        moment: Moment,
    ) -> Result<u64, AppError> {
        let runs = self.runs_so_far().await?;
        let known = self.storage.fingerprints(ORGANISATIE).await?;
        let mut run =
            Invoerrun { gelezen: length(organisaties), ..empty_run(ORGANISATIE, INGEVOERD, moment) };
        let mut seen = std::collections::BTreeSet::new();
        let mut geldig = Vec::new();
        for nieuw in organisaties {
            let row = nieuw.as_reference(moment)?;
            if !seen.insert(row.code.clone()) {
                return Err(
                    Refusal::field("code", teksten::beheer::TweeKeer { code: &row.code }.tekst()).into()
                );
            }
            match known.get(&row.code) {
                Some(same) if *same == row.vingerafdruk => run.ongewijzigd += 1,
                Some(_) => run.gewijzigd += 1,
                None => run.nieuw += 1,
            }
            if known.get(&row.code) != Some(&row.vingerafdruk) {
                geldig.push(row);
            }
        }
        let log = made(&geldig, moment);
        let soort = ORGANISATIE.to_owned();
        let update = ReferenceUpdate { soort, per: moment.vandaag, geldig, vervallen: Vec::new(), run };
        let files = self.update_source(update, runs, moment).await?;
        if let Some(log) = log {
            self.storage.log_handeling(&log).await?;
        }
        Ok(files)
    }

    /// How many imports were carried out; to be asked before one looks at what is known.
    pub(crate) async fn runs_so_far(&self) -> Result<u64, AppError> {
        Ok(self.storage.import_runs(Page::first(1)).await?.total)
    }

    /// Writes an update of a source together with that of the schools put together: both or neither. Refused when another
    /// import was carried out since `runs` were counted. Returns of how many files the lists were made anew.
    pub(crate) async fn update_source(
        &self,
        source: ReferenceUpdate,
        runs: u64,
        moment: Moment,
    ) -> Result<u64, AppError> {
        let joined = self.plan_vestigingen(&source, moment).await?;
        let other_board = self.with_other_board(&joined, moment).await?;
        // Marked before as well: when it stops half-way, the lists are made anew all the same.
        let marked = self.mark_lists_of(&other_board, moment).await?;
        let done = self.storage.update_references(&[source, joined], runs).await;
        self.geheugen.forget();
        if !done? {
            let reden = teksten::beheer::tegelijk_ingelezen();
            return Err(Refusal::new("tegelijk_ingelezen", reden)
                .instead(teksten::beheer::nog_eens_inlezen())
                .into());
        }
        self.outdate_lists_of(&other_board, marked, moment).await
    }

    /// The schools that another board has from now on: of all that a card tells, lists ask that alone.
    async fn with_other_board(
        &self,
        schools: &ReferenceUpdate,
        moment: Moment,
    ) -> Result<Vec<OrganisatieId>, AppError> {
        let mut changed: Vec<&str> = schools.vervallen.iter().map(String::as_str).collect();
        for row in &schools.geldig {
            let before = self.storage.reference(VESTIGING, &row.code, moment.vandaag).await?;
            if before.and_then(|before| before.bestuur) != row.bestuur {
                changed.push(&row.code);
            }
        }
        let codes = changed.into_iter().filter_map(|code| code.parse::<Vestigingscode>().ok());
        Ok(codes.map(|code| code.organisatie()).collect())
    }

    /// The lists of the files of these schools are no longer what they should be; returns of how many files.
    async fn mark_lists_of(&self, schools: &[OrganisatieId], moment: Moment) -> Result<u64, AppError> {
        let mut files = 0;
        // What stops here is made before the next start answers anybody.
        let since = crate::onderhoud::behind(moment).unwrap_or(moment.vandaag);
        for some in schools.chunks(SCHOOLS_AT_ONCE) {
            let lezers: Vec<Lezer> =
                some.iter().flat_map(|school| projectie::lezers_van(&self.matrix, school)).collect();
            files += self.storage.outdate(&lezers, since).await?;
        }
        Ok(files)
    }

    /// The board of a school sees its files, and which board that is stands in no file: when a school got another, the lists
    /// of its files are made anew before anybody else comes by, also where they were marked already.
    async fn outdate_lists_of(
        &self,
        changed: &[OrganisatieId],
        marked: u64,
        moment: Moment,
    ) -> Result<u64, AppError> {
        let files = marked + self.mark_lists_of(changed, moment).await?;
        // What was read in stands already, and its line in the log of acts has to follow: a list that could not be made is made by the next
        // round.
        if !changed.is_empty()
            && let Err(error) = self.refresh_lists(moment).await
        {
            tracing::warn!(%error, "the lists of schools with another board are made later");
        }
        Ok(files)
    }

    /// The name of an organisation as a page shows it, as it was on a date; what stands in its
    /// place where nobody entered a name.
    pub async fn organisatie_naam(&self, organisatie: &OrganisatieId, on: Date) -> Result<String, AppError> {
        let code = organisatie.code();
        if let Some(words) = geheim::in_plaats_van(organisatie) {
            return Ok(words.to_owned());
        }
        let found = match organisatie.kind() {
            Organisatiesoort::Gezin => return Ok("ouders en leerling".to_owned()),
            Organisatiesoort::Beheer => return Ok("technisch beheer".to_owned()),
            Organisatiesoort::School => self.nearest_name(VESTIGING, code, on).await?,
            Organisatiesoort::Bestuur
            | Organisatiesoort::Swv
            | Organisatiesoort::Gemeente
            | Organisatiesoort::Jeugdhulp
            | Organisatiesoort::Steunpunt
            | Organisatiesoort::Instelling => {
                self.nearest_name(ORGANISATIE, organisatie.as_str(), on).await?
            }
        };
        if let Some(found) = found {
            return Ok(found);
        }
        Ok(match organisatie.kind() {
            Organisatiesoort::Bestuur => format!("bevoegd gezag {code}"),
            Organisatiesoort::Gemeente => {
                self.gemeente_naam(code, on).await?.unwrap_or_else(|| format!("gemeente {code}"))
            }
            Organisatiesoort::School
            | Organisatiesoort::Swv
            | Organisatiesoort::Jeugdhulp
            | Organisatiesoort::Steunpunt
            | Organisatiesoort::Gezin
            | Organisatiesoort::Beheer
            | Organisatiesoort::Instelling => code.to_owned(),
        })
    }

    /// Whether an organisation is known today: entered by hand, or named by a file.
    pub async fn knows_organisatie(
        &self,
        organisatie: &OrganisatieId,
        moment: Moment,
    ) -> Result<bool, AppError> {
        let (on, code) = (moment.vandaag, organisatie.code());
        if self.storage.reference(ORGANISATIE, organisatie.as_str(), on).await?.is_some() {
            return Ok(true);
        }
        let some = |soort: &str| ReferenceQuery::all(soort, on, Page::first(1));
        let code = Some(code.to_owned());
        let queries = match organisatie.kind() {
            Organisatiesoort::School => {
                return Ok(self.storage.reference(VESTIGING, organisatie.code(), on).await?.is_some());
            }
            Organisatiesoort::Beheer => return Ok(true),
            Organisatiesoort::Bestuur => vec![ReferenceQuery { bestuur: code, ..some(VESTIGING) }],
            Organisatiesoort::Swv => vec![
                ReferenceQuery { swv: code.clone(), ..some(VESTIGING) },
                ReferenceQuery { zoek: code, ..some(postcodes::PC4) },
            ],
            Organisatiesoort::Gemeente => vec![
                ReferenceQuery { gemeente: code.clone(), ..some(postcodes::PC4) },
                ReferenceQuery { gemeente: code, ..some(VESTIGING) },
            ],
            Organisatiesoort::Jeugdhulp
            | Organisatiesoort::Steunpunt
            | Organisatiesoort::Gezin
            | Organisatiesoort::Instelling => Vec::new(),
        };
        for query in queries {
            if self.storage.references(&query).await?.total > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Every version of a thing, in order.
    pub(crate) async fn versions(&self, soort: &str, code: &str) -> Result<Versies, AppError> {
        let ronde = match self.geheugen.get(soort, code) {
            Ok(known) => return Ok(known),
            Err(ronde) => ronde,
        };
        let found = self.storage.reference_history(soort, code).await?;
        let found: Versies = found.into_iter().map(Onthouden::new).collect();
        // What was not found is not remembered: it may come any moment.
        if !found.is_empty() {
            self.geheugen.put(ronde, soort, code, Versies::clone(&found));
        }
        Ok(found)
    }

    /// The name of a thing on a day; before it was known the first one, after it ended the last.
    async fn nearest_name(&self, soort: &str, code: &str, on: Date) -> Result<Option<String>, AppError> {
        let history = self.versions(soort, code).await?;
        let at = history.iter().rposition(|version| version.rij.geldig_van <= on).unwrap_or(0);
        Ok(history.get(at).map(|version| version.rij.naam.clone()))
    }

    /// The version of a thing that holds on a day. What was before the first import is not known:
    /// for those days the first version stands.
    pub(crate) async fn version_on(
        &self,
        soort: &str,
        code: &str,
        on: Date,
    ) -> Result<Option<Referentie>, AppError> {
        let history = self.versions(soort, code).await?;
        Ok(holding(&history, on).map(|version| version.rij.clone()))
    }
}

/// The version of a thing that holds on a day; before the first one was known, that one.
pub(crate) fn holding(history: &[Onthouden], on: Date) -> Option<&Onthouden> {
    let holds = |version: &&Onthouden| {
        version.rij.geldig_van <= on && version.rij.geldig_tot.is_none_or(|until| on < until)
    };
    let first = || history.first().filter(|first| on < first.rij.geldig_van);
    history.iter().find(holds).or_else(first)
}

/// A run of which nothing is counted yet.
pub(crate) fn empty_run(soort: &str, bron: &str, moment: Moment) -> Invoerrun {
    Invoerrun {
        at: moment.at,
        soort: soort.to_owned(),
        bron: bron.to_owned(),
        gelezen: 0,
        nieuw: 0,
        gewijzigd: 0,
        ongewijzigd: 0,
        vervallen: 0,
        onbruikbaar: 0,
    }
}

/// The line of the log about what was made; none when nothing changed.
fn made(changed: &[Referentie], moment: Moment) -> Option<Handeling> {
    let first = changed.first()?;
    let more = changed.len() - 1;
    Some(Handeling {
        at: moment.at,
        door: None,
        organisatie: first.code.parse().ok(),
        handeling: Handelingsoort::OrganisatieVastgelegd.code().to_owned(),
        onderwerp: first.code.clone(),
        toelichting: if more == 0 { String::new() } else { format!("en nog {more}") },
    })
}

/// How many there are, as the store counts.
pub(crate) fn length<T>(items: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>) -> u64 {
    u64::try_from(items.into_iter().len()).unwrap_or(u64::MAX)
}

/// JSON for the store.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> Result<String, AppError> {
    serde_json::to_string(value).map_err(|error| AppError::Unreadable { place: format!("JSON: {error}") })
}

/// JSON from the store.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(row: &Referentie) -> Result<T, AppError> {
    serde_json::from_str(&row.gegevens)
        .map_err(|_| AppError::Unreadable { place: format!("referentie {} {}", row.soort, row.code) })
}
