//! Use cases: authorise, load, decide, append, project. The room that owns transactions.
//!
//! Every use case takes who asks ([`dossier::toegang::Kijker`]) and when ([`Moment`]); no date
//! here comes from a clock. What a person may see is decided in one place, the access matrix, before anything
//! leaves this room; what was read is logged before it is returned.
#![deny(clippy::wildcard_enum_match_arm)]

pub mod aanmelden;
pub mod aantallen;
pub mod aanvraag;
pub mod accounts;
mod beurten;
pub mod brieven;
pub mod buiten;
pub mod concepten;
pub mod deskundigen;
pub mod doeners;
pub mod dossiers;
mod druk;
mod dubbel;
mod elders;
pub mod fout;
mod geheim;
pub mod geopend;
mod gesloten;
pub mod inleveren;
pub mod inzage;
pub mod keuring;
pub mod kind;
pub mod lijsten;
pub mod mail;
pub mod mijn;
pub mod moment;
pub mod onderhoud;
pub mod organisaties;
pub mod oso;
pub mod post;
pub mod projectie;
pub mod referenties;
pub mod register;
pub mod vandaag;
mod verraad;
pub mod vrijgave;
pub mod weigering;

use std::sync::{Arc, Mutex};

use base::Timestamp;
pub use documents::Letters;
use dossier::toegang::Matrix;
use recht::Wet;
use storage::Storage;
use tokio::sync::Notify;

use organisaties::geheugen::{Geheugen, Versies};

pub use fout::AppError;
pub use geopend::merk;
pub use moment::Moment;

/// What a list is asked for and what comes back, for rooms that do not see the store.
pub mod lijst {
    pub use storage::queries::{
        Aanvraag, AanvraagSort, Beurt, BeurtSort, DossierFilter, DossierSort, Kind, PostSort, Tlv, TlvSort,
        Toewijzing, ToewijzingSort,
    };
    pub use storage::references::ReferenceSort;
    pub use storage::{
        AanvraagRij, AccountPage, AccountQuery, AccountSort, AccountStand, Digest, Direction, DossierRij,
        HandelingQuery, Page, Programmasleutel, Rol, Rows, StorageError, limits,
    };
}

/// The program behind its pages: storage, law, access matrix, letters.
pub struct App {
    /// Where everything is kept.
    pub storage: Arc<dyn Storage>,
    /// The law.
    pub wet: Wet,
    /// Who may see and do what.
    pub matrix: Matrix,
    /// The letter engine.
    pub letters: Arc<Letters>,
    /// Numbers of files, taken in blocks.
    pub(crate) nummers: dossiers::Nummers,
    /// Schools and organisations that were looked up a moment ago.
    pub(crate) geheugen: Geheugen<Versies>,
    /// Colours of partnerships that were looked up a moment ago.
    pub(crate) kleuren: Geheugen<String>,
    /// Policies of partnerships that were read a moment ago, each with where its log stood.
    pub(crate) beleiden: Geheugen<(u64, verband::Beleid)>,
    /// What was seen in lists today and stands in the log of who looked.
    pub(crate) gezien: Mutex<inzage::lijst::Gezien>,
    /// When the health check last saw a write succeed.
    pub(crate) geschreven: Mutex<Option<Timestamp>>,
    /// Another program took the place of this one.
    pub(crate) verdrongen: std::sync::atomic::AtomicBool,
    /// The file of seals was not what this program left in it.
    pub(crate) zegels_geschonden: std::sync::atomic::AtomicBool,
    /// Whether the file of seals took the last write; none before the first.
    pub(crate) zegels_geschreven: Mutex<Option<bool>>,
    /// What is written in the log of acts once a day, and was.
    pub(crate) eenmaal: Mutex<accounts::eenmaal::Eenmaal>,
    /// Rung when a command asks for letters.
    pub(crate) gevraagd: Notify,
    /// Who waits for an act.
    pub(crate) druk: druk::Druk,
    /// The gate before what is slow on purpose.
    pub(crate) poort: accounts::poort::Poort,
    /// The gate before OSO dossiers, which are large.
    pub(crate) oso_poort: accounts::poort::Poort,
    /// Seals what somebody typed when their session had ended; no other run of the program can open it.
    pub(crate) zegel: crypto::Secret,
    /// How mail is sent; where it is not, nobody is told anything.
    pub(crate) mail: Option<mail::Mailweg>,
    /// By what files are looked at before they are kept.
    pub(crate) keurmeester: Option<Box<dyn keuring::Keurmeester>>,
    /// Codes that wait to be sent.
    pub(crate) mailcodes: mail::Onderweg,
    /// Rung when a code is to be sent.
    pub(crate) mail_gevraagd: Notify,
    /// Held while one registration of the open form is counted, put ready or ended.
    pub(crate) van_buiten_slot: tokio::sync::Mutex<()>,
    /// This run of the program is one of the demo: what stands in the database alone opens nothing.
    pub(crate) is_demo: bool,
}

impl App {
    /// Wires the program together. Loads the law and the matrix; fails only when they are broken.
    pub fn new(storage: Arc<dyn Storage>, letters: Letters) -> Result<Self, AppError> {
        Ok(Self {
            storage,
            wet: Wet::load().map_err(|error| AppError::Corpus(error.to_string()))?,
            matrix: Matrix::load().map_err(|error| AppError::Corpus(error.to_string()))?,
            letters: Arc::new(letters),
            nummers: dossiers::Nummers::default(),
            geheugen: Geheugen::default(),
            kleuren: Geheugen::default(),
            beleiden: Geheugen::default(),
            gezien: Mutex::default(),
            geschreven: Mutex::default(),
            verdrongen: std::sync::atomic::AtomicBool::default(),
            zegels_geschonden: std::sync::atomic::AtomicBool::default(),
            zegels_geschreven: Mutex::default(),
            eenmaal: Mutex::default(),
            gevraagd: Notify::new(),
            druk: druk::Druk::default(),
            poort: accounts::poort::Poort::default(),
            oso_poort: accounts::poort::Poort::van_oso(),
            zegel: accounts::zegel()?,
            mail: None,
            keurmeester: None,
            mailcodes: mail::Onderweg::default(),
            mail_gevraagd: Notify::new(),
            van_buiten_slot: tokio::sync::Mutex::default(),
            is_demo: false,
        })
    }

    /// The same as one of the demo: who sits at it chooses whom to be. Said by who starts the program, and by no row.
    #[must_use]
    pub fn as_demo(self) -> Self {
        Self { is_demo: true, ..self }
    }
}
