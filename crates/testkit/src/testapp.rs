//! A running program per store, with the region and a clock that is set by hand.

use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use app::mail::Mailweg;
use app::{App, Letters, Moment};
use base::{BevoegdGezagNummer, Date, DossierNummer, Timestamp, dates};
use demo::dossiers::{History, Nummers, Verhaallijn, Wereld, histories};
use demo::regio::{Demoschool, Medewerker, Plek, Regio, Verband};
use dossier::toegang::Kijker;
use dossier::{Actor, Dossier, Rol};
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};

use crate::{letters, voorraad};

/// The day on which every test begins, a Wednesday: `2026-11-25`, ten o'clock in the morning.
const BEGIN: &str = "2026-11-25T09:00:00Z";
/// The seed of every test.
const ZAAD: u64 = 1;

/// A program with the smallest region: schools of every kind, two partnerships, everybody's account,
/// and no files but those that a test asks for.
pub struct TestApp {
    /// The program.
    pub app: Arc<App>,
    /// The region.
    pub regio: Regio,
    klok: Arc<AtomicI64>,
    verteld: Mutex<(usize, Nummers)>,
    place: Place,
}

impl TestApp {
    /// On an SQLite file in a folder that goes with this value.
    pub async fn sqlite() -> Self {
        Self::sqlite_with(letters()).await
    }

    /// The same, with another engine for letters than the plain one of [`letters`].
    pub async fn sqlite_with(letters: Letters) -> Self {
        let (place, _) = voorraad::copy("regio", async |address: &str| {
            let app = open(address, Letters::none()).await;
            make_region(&app).await;
            app.storage.close().await;
            String::new()
        })
        .await;
        Self::on(place, letters).await
    }

    /// On PostgreSQL; `None`, said out loud, when this machine has none that we may start.
    pub async fn postgres() -> Option<Self> {
        Self::postgres_with(letters()).await
    }

    /// The same, with another engine for letters than the plain one of [`letters`].
    pub async fn postgres_with(letters: Letters) -> Option<Self> {
        let place = Home::postgres()?.place().await;
        make_region(&open(place.address(), Letters::none()).await).await;
        Some(Self::on(place, letters).await)
    }

    async fn on(place: Place, letters: Letters) -> Self {
        let app = open(place.address(), letters).await;
        let klok = Arc::new(AtomicI64::new(begin().as_microsecond()));
        Self { app, regio: Regio::new(ZAAD, 1), klok, verteld: Mutex::default(), place }
    }

    /// The same, with a mail server.
    ///
    /// # Panics
    ///
    /// When somebody else has the program already.
    #[must_use]
    pub fn with_mail(self, weg: Mailweg) -> Self {
        let app = Arc::into_inner(self.app).expect("nobody else has it yet");
        Self { app: Arc::new(app.with_mail(weg)), ..self }
    }

    /// The SQLite file that it works on.
    ///
    /// # Panics
    ///
    /// On PostgreSQL.
    pub fn bestand(&self) -> PathBuf {
        self.place.file().expect("an SQLite file")
    }

    /// Now.
    pub fn moment(&self) -> Moment {
        Moment::of(self.now())
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.klok.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The clock, to give to whoever asks for one: it follows [`TestApp::zet`].
    pub fn klok(&self) -> impl Fn() -> Timestamp + Send + Sync + 'static {
        let klok = Arc::clone(&self.klok);
        move || Timestamp::from_microsecond(klok.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Sets the clock.
    pub fn zet(&self, at: Timestamp) {
        self.klok.store(at.as_microsecond(), Ordering::Relaxed);
    }

    /// Sets the clock to ten o'clock on a day.
    ///
    /// # Panics
    ///
    /// Beyond the calendar.
    pub fn zet_dag(&self, dag: Date) {
        let midnight = dates::start_of_day_in_nl(dag).expect("a day of the calendar");
        self.zet(midnight + std::time::Duration::from_hours(10));
    }

    /// Lets days go by.
    ///
    /// # Panics
    ///
    /// Beyond the calendar.
    pub fn dagen_later(&self, dagen: i32) -> Moment {
        self.zet_dag(dates::plus_days(self.moment().vandaag, dagen).expect("a day of the calendar"));
        self.moment()
    }

    /// The school where files begin: a mainstream primary school.
    pub fn school(&self) -> &Demoschool {
        self.regio.thuisschool(Plek::Basis)
    }

    /// The area.
    pub fn verband(&self) -> &Verband {
        &self.regio.verbanden[0]
    }

    /// Somebody in a role at the home school, its board, the partnership of primary education, or the
    /// first organisation that has the role. Parents: [`TestApp::ouder`].
    ///
    /// # Panics
    ///
    /// For the roles of a family.
    pub fn as_(&self, rol: Rol) -> Kijker {
        let staff = self.regio.medewerkers();
        let home = self.school();
        let near =
            [Some(home.organisatie()), home.school.bestuur.as_ref().map(BevoegdGezagNummer::organisatie)];
        let held: Vec<&Medewerker> = staff.iter().filter(|held| held.rol == rol).collect();
        let best = held.iter().find(|held| near.contains(&Some(held.organisatie.clone()))).or(held.first());
        as_kijker(best.expect("somebody has this role"))
    }

    /// Somebody in a role at an organisation.
    ///
    /// # Panics
    ///
    /// When nobody has that role there.
    pub fn as_at(&self, rol: Rol, organisatie: &base::OrganisatieId) -> Kijker {
        let staff = self.regio.medewerkers();
        let held = staff.iter().find(|held| held.rol == rol && held.organisatie == *organisatie);
        as_kijker(held.expect("somebody has this role there"))
    }

    /// The first parent of a file who has an own page.
    pub async fn ouder(&self, nummer: &DossierNummer) -> Option<Kijker> {
        let dossier = self.dossier(nummer).await;
        let persoon = dossier.personen.iter().find_map(|persoon| persoon.account.clone())?;
        Some(Actor { persoon, rol: Rol::Ouder, organisatie: nummer.gezin() }.into())
    }

    /// A file that tells a story up to yesterday, at the home school. Each call makes another file.
    ///
    /// # Panics
    ///
    /// When the story or its storage fails.
    pub async fn given(&self, verhaallijn: Verhaallijn) -> DossierNummer {
        let history = self.verteld(verhaallijn);
        let nummer = history.nummer.clone();
        demo::store(&self.app, history, self.moment()).await.expect("the file is stored");
        nummer
    }

    fn verteld(&self, verhaallijn: Verhaallijn) -> History {
        let moment = self.moment();
        let wereld = Wereld {
            regio: &self.regio,
            wet: &self.app.wet,
            matrix: &self.app.matrix,
            vandaag: moment.vandaag,
        };
        let mut verteld = self.verteld.lock().expect("no test panicked here");
        let mut all = histories(wereld, 0).na(verteld.0, verteld.1.clone());
        let history = all.vertel(verhaallijn).unwrap_or_else(|fout| panic!("{fout}"));
        *verteld = (verteld.0 + 1, all.nummers().clone());
        history
    }

    /// The file as it stands.
    ///
    /// # Panics
    ///
    /// When it cannot be loaded.
    pub async fn dossier(&self, nummer: &DossierNummer) -> Dossier {
        self.app.load_dossier(nummer).await.expect("the file loads").expect("the file is there")
    }
}

pub(crate) fn begin() -> Timestamp {
    BEGIN.parse().expect("an instant")
}

/// A program on a database.
pub(crate) async fn open(address: &str, letters: Letters) -> Arc<App> {
    let options = Options::new(Secret::from_bytes([7; 32]), begin());
    let storage = SqlStorage::open(address, options).await.expect("a database of this program");
    Arc::new(App::new(Arc::new(storage), letters).expect("law and matrix load").as_demo())
}

/// Puts the region of every test in an empty database.
async fn make_region(app: &Arc<App>) {
    let (regio, moment) = (Regio::new(ZAAD, 1), Moment::of(begin()));
    app.storage.mark_demo("{}").await.expect("the database is empty");
    demo::make_region(app, &regio, moment).await.expect("the region is taken");
    demo::make_accounts(app, &regio, moment).await.expect("the accounts are taken");
    leave_numbers(app, &regio, moment).await;
}

/// What the program numbers itself in a test comes after the numbers of stories.
async fn leave_numbers(app: &App, regio: &Regio, moment: Moment) {
    let this_year = moment.vandaag.year();
    let mut kinds = vec!["dossier".to_owned()];
    for verband in &regio.verbanden {
        kinds.extend([&verband.po, &verband.vo].map(|swv| format!("tlv/{swv}")));
    }
    for kind in kinds {
        for year in this_year - 4..=this_year + 1 {
            app.storage.reserve_numbers(&kind, year, 1_000).await.expect("numbers are taken");
        }
    }
}

fn as_kijker(held: &Medewerker) -> Kijker {
    Kijker {
        actor: Actor { persoon: held.account.clone(), rol: held.rol, organisatie: held.organisatie.clone() },
        groep: held.groep.unwrap_or_default().to_owned(),
    }
}
