//! Outgoing letters of an organisation: which still have to leave, and what becomes of them.

use base::{Date, DossierNummer};
use dossier::Refusal;
use dossier::beurt::Onderwerp;
use dossier::brief::{Briefdag, brief_dag};
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::{Poststand, Poststap};
use dossier::staat::Brief;
use dossier::toegang::{Deel, Kijker};
use std::sync::Arc;
use storage::queries::{PostQuery, PostSort, Poststuk};
use storage::{Direction, Page, Rows, Scope};

use crate::brieven::zonder_adres;
use crate::geopend::Geopend;
use crate::inzage::Naamgeheugen;
use crate::kind::Kindbeeld;
use crate::{App, AppError, Moment};

/// Most letters in one file to print.
pub const MEESTE_BRIEVEN: usize = 50;

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postregel {
    /// The file.
    pub dossier: DossierNummer,
    /// Name of the child.
    pub naam: String,
    /// Number of the letter within the file.
    pub brief: u64,
    /// Kind of letter, as it is stored.
    pub soort: String,
    /// The case it is about; none of a letter about the child.
    pub zaak: Option<Onderwerp>,
    /// Date of the letter.
    pub datum: Date,
    /// The day on which it has to leave, where something counts from that day.
    pub dag: Option<Date>,
    /// To whom, by name.
    pub aan: String,
    /// Of whom of them no address is known, by name.
    pub zonder_adres: String,
    /// Characters that could not be printed in it.
    pub vierkantjes: String,
    /// How it stands.
    pub stand: Poststand,
    /// Its decision is made known anew first: it is printed and sent no more.
    pub opnieuw: bool,
    /// What was done with it last, and on which day.
    pub stap: Option<(Poststap, Date)>,
    /// The number of that step in the file, by which it can be put right.
    pub stap_nr: Option<u64>,
    /// Who recorded that, by name; empty where nobody did.
    pub door: String,
}

/// What a list of letters was asked for.
#[derive(Debug, Clone, Default)]
pub struct Postlijst {
    /// Only letters that wait to leave.
    pub open: bool,
    /// Only those that stand so.
    pub stand: Option<Poststand>,
    /// Only this kind.
    pub soort: Option<String>,
    /// Only with a day to leave on or before this day.
    pub dag_tot_en_met: Option<Date>,
    /// Order.
    pub sort: PostSort,
    /// Up or down.
    pub direction: Direction,
}

impl Postlijst {
    fn query(&self, scope: Scope, page: Page) -> PostQuery {
        PostQuery {
            scope,
            open: self.open,
            stand: self.stand.map(|stand| stand.code().to_owned()),
            soort: self.soort.clone(),
            dag_tot_en_met: self.dag_tot_en_met,
            sort: self.sort,
            direction: self.direction,
            page,
        }
    }
}

/// It has not left and may still.
fn waits(stand: Poststand) -> bool {
    matches!(stand, Poststand::TeVerzenden | Poststand::Afgedrukt)
}

impl App {
    /// This role sends letters.
    pub fn verstuurt_post(&self, kijker: &Kijker) -> bool {
        !self.matrix.delen_van(Opdrachtnaam::VerwerkPost.naam(), kijker.actor.rol).is_empty()
    }

    /// The letters of the organisation of whoever asks.
    pub async fn uitgaande_post(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Postlijst,
        page: Page,
    ) -> Result<Rows<Postregel>, AppError> {
        let scope = self.open_scope(kijker, moment).await?.filter(|_| self.verstuurt_post(kijker));
        let Some(scope) = scope else {
            return Err(AppError::Forbidden { reden: teksten::toegang::lijst_post() });
        };
        let found = self.storage.post(&lijst.query(scope, page)).await?;
        let mut namen = Naamgeheugen::default();
        let mut rows = Vec::with_capacity(found.rows.len());
        for row in &found.rows {
            rows.push(self.letter_in_list(row, &mut namen, moment).await?);
        }
        let told = rows.iter().map(|row| (&row.dossier, vec![row.zaak.map_or(Deel::A, Onderwerp::deel)]));
        self.log_listed(kijker, moment, told).await?;
        Ok(found.with(rows))
    }

    /// To whom a letter goes, by name, as its file and the reference data call them today; empty where the file knows nobody.
    pub async fn aan_wie(
        &self,
        beeld: &Kindbeeld,
        brief: &Brief,
        moment: Moment,
    ) -> Result<String, AppError> {
        let named = |nr: &u32| beeld.mensen.iter().find(|persoon| persoon.nr == *nr);
        let people = brief.inhoud.aan_personen.iter().filter_map(named);
        let mut aan: Vec<String> = people.map(|persoon| persoon.naam.clone()).collect();
        for organisatie in &brief.inhoud.aan_organisaties {
            aan.push(self.organisatie_naam(organisatie, moment.vandaag).await?);
        }
        Ok(aan.join(", "))
    }

    /// How many letters wait that have to leave today or had to before: a number, and nothing of any child.
    pub async fn post_die_weg_moet(&self, kijker: &Kijker, moment: Moment) -> Result<u64, AppError> {
        let scope = self.open_scope(kijker, moment).await?.filter(|_| self.verstuurt_post(kijker));
        let Some(scope) = scope else { return Ok(0) };
        let lijst = Postlijst { open: true, dag_tot_en_met: Some(moment.vandaag), ..Postlijst::default() };
        Ok(self.storage.post(&lijst.query(scope, Page::first(1))).await?.total)
    }

    /// Those of these letters that may still leave; of one that this person may not know of it is asked where it is read.
    pub async fn brieven_die_weg_mogen(
        self: &Arc<Self>,
        kijker: &Kijker,
        moment: Moment,
        gekozen: &[(DossierNummer, u64)],
    ) -> Result<Vec<(DossierNummer, u64)>, AppError> {
        let mut may = Vec::with_capacity(gekozen.len());
        for (nummer, brief) in gekozen.iter().take(MEESTE_BRIEVEN) {
            let left_out = match self.open(kijker, nummer, moment).await {
                Ok(open) => open.gaat_niet_weg(*brief).is_some(),
                Err(AppError::NotFound | AppError::Forbidden { .. }) => false,
                Err(error) => return Err(error),
            };
            if !left_out {
                may.push((nummer.clone(), *brief));
            }
        }
        Ok(may)
    }

    /// Letters one after the other in one file, to print. Each is read as it is read by itself, and on record; one that this
    /// person may not read is not there, and then there is no file. What is sent no more is left out.
    pub async fn brieven_om_te_printen(
        self: &Arc<Self>,
        kijker: &Kijker,
        moment: Moment,
        gekozen: &[(DossierNummer, u64)],
    ) -> Result<Vec<u8>, AppError> {
        let (mut letters, mut left_out) = (Vec::with_capacity(gekozen.len().min(MEESTE_BRIEVEN)), None);
        for (nummer, brief) in gekozen.iter().take(MEESTE_BRIEVEN) {
            let open = self.open(kijker, nummer, moment).await?;
            match open.gaat_niet_weg(*brief) {
                Some(refusal) => left_out = Some(refusal),
                None => letters.push(open.brief(*brief).await?.1),
            }
        }
        if letters.is_empty() {
            return Err(left_out.map_or(AppError::NotFound, AppError::from));
        }
        let engine = Arc::clone(&self.letters);
        let made = tokio::task::spawn_blocking(move || engine.join(&letters)).await;
        let joined = made.map_err(|_| AppError::Letter("het maken is afgebroken".to_owned()))?;
        joined.map_err(|error| AppError::Letter(error.to_string()))
    }

    async fn letter_in_list(
        &self,
        row: &Poststuk,
        namen: &mut Naamgeheugen,
        moment: Moment,
    ) -> Result<Postregel, AppError> {
        let post = &row.post;
        let place = || AppError::Unreadable { place: format!("brief {} van {}", post.brief, row.dossier) };
        let mut aan: Vec<String> = Some(post.aan.clone()).filter(|aan| !aan.is_empty()).into_iter().collect();
        for code in post.organisaties.split_whitespace() {
            aan.push(namen.organisatie(self, &code.parse().map_err(|_| place())?, moment.vandaag).await?);
        }
        let stand = Poststand::from_code(&post.stand).ok_or_else(place)?;
        let opnieuw = waits(stand)
            && brief_dag(&post.soort) == Briefdag::Bekendmaking
            && post.dag.is_some_and(|dag| dag < moment.vandaag)
            && self.load_dossier(&row.dossier).await?.is_some_and(|file| {
                file.brief(post.brief).is_some_and(|brief| file.moet_opnieuw_bekend(brief, moment.vandaag))
            });
        let stap =
            post.stap.as_deref().map(|code| Poststap::from_code(code).ok_or_else(place)).transpose()?;
        Ok(Postregel {
            dossier: row.dossier.clone(),
            naam: row.weergavenaam.clone(),
            brief: post.brief,
            soort: post.soort.clone(),
            zaak: match post.zaak.as_str() {
                "" => None,
                zaak => Some(zaak.parse().map_err(|_| place())?),
            },
            datum: post.datum,
            dag: post.dag,
            aan: aan.join(", "),
            zonder_adres: post.zonder_adres.clone(),
            vierkantjes: post.vierkantjes.clone(),
            stand,
            opnieuw,
            stap: stap.zip(post.stap_op),
            stap_nr: post.stap_nr,
            door: match &post.door {
                Some(door) => namen.persoon(self, door).await?,
                None => String::new(),
            },
        })
    }
}

impl Geopend {
    /// Why a letter is not printed to be sent: it is sent no more, and may tell somebody where a child is; or its decision is made known anew
    /// first. Nothing of one that can leave.
    fn gaat_niet_weg(&self, volgnummer: u64) -> Option<Refusal> {
        let stand = self.beeld().post.get(&volgnummer).map(|(stand, _)| *stand);
        if stand == Some(Poststand::Vervallen) {
            return Some(Refusal::new("niemand_meer", teksten::algemeen::niemand_meer()));
        }
        let brief = self.dossier.brief(volgnummer).filter(|_| stand.is_some_and(waits))?;
        let late = self.dossier.moet_opnieuw_bekend(brief, self.moment.vandaag);
        late.then(|| Refusal::new("opnieuw_bekendmaken", teksten::algemeen::opnieuw_bekendmaken()))
    }

    /// Of whom to whom a letter goes no address is known, by name; empty where everybody has one, and of a letter that is not
    /// there for whoever asks.
    pub fn zonder_adres(&self, volgnummer: u64) -> String {
        let read = self.beeld().brieven.iter().any(|brief| brief.volgnummer == volgnummer);
        let brief = self.dossier.brief(volgnummer).filter(|_| read);
        brief.map(|brief| zonder_adres(&self.dossier, brief)).unwrap_or_default()
    }
}
