//! The file as it stands: what the facts amount to.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use base::{Date, DossierNummer, OrganisatieId, SwvCode, Timestamp, Vestigingscode};

use crate::algemeen::feiten::Gecorrigeerd;
use crate::algemeen::vrijgave::TekstVrijgegeven;
use crate::gebeurtenis::Gebeurtenis;
use crate::kaart::Kaart;
use crate::leven::bereik::OudersGezocht;
use crate::leven::elders::EldersToegelaten;
use crate::leven::verbandwissel::Verbandwissel;
use crate::leven::woorden::EigenWoorden;
use crate::opdracht::Opdrachtnaam;
use crate::register::Zaken;
use crate::rol::Actor;
use crate::soort::Schoolsoort;

pub use crate::aanmelding::staat::{Aanbod, Aanmelding, AanmeldingFase, Afloop, EersteContact, Opschorting};
pub use crate::algemeen::staat::{Brief, Overname};
pub use crate::leven::staat::{Adres, Geheimhouding, Inschrijving, Leerling, Persoon, Uitnodiging};
pub use crate::tlv::staat::{Advies, Adviesvoorstel, Besluit, TlvAanvraag, TlvFase, TlvStand, Toewijzing};
pub use crate::verwijdering::staat::{Schorsing, Verwijdering, VerwijderingFase, Verzetting};

/// By which act a fact was recorded, and at which place among the facts of that act: they stand in the file one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Daadplek {
    /// The act.
    pub daad: Opdrachtnaam,
    /// From 0.
    pub plaats: u32,
}

/// One fact as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feit {
    /// Number in this file, from 1.
    pub volgnummer: u64,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The date it is about.
    pub on: Date,
    /// Who recorded it.
    pub actor: Actor,
    /// By which act it was recorded. None of what was recorded before acts were kept, and of what no act records.
    pub daad: Option<Daadplek>,
    /// Under whose key its contents stand.
    pub holder: OrganisatieId,
    /// What it says.
    pub inhoud: Inhoud,
}

impl Feit {
    /// What it says, where that can be read.
    pub fn gebeurtenis(&self) -> Option<&Gebeurtenis> {
        match &self.inhoud {
            Inhoud::Leesbaar(gebeurtenis) => Some(gebeurtenis),
            Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => None,
        }
    }
}

/// A fact as the state of a case keeps it, with the day that it is about: read as what it says, and shared with the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gedaan<T> {
    /// The day.
    pub op: Date,
    /// What it says.
    pub feit: Arc<T>,
}

impl<T> Gedaan<T> {
    /// What a fact says, on its day.
    pub(crate) fn op(feit: &Feit, zegt: &Arc<T>) -> Self {
        Self { op: feit.on, feit: Arc::clone(zegt) }
    }
}

impl<T> Deref for Gedaan<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.feit
    }
}

/// State that begins with a fact is read as that fact (its field `feit`), beside what came after it.
macro_rules! begint_met {
    ($($staat:ty: $feit:ty;)+) => {
        $(impl ::std::ops::Deref for $staat {
            type Target = $feit;

            fn deref(&self) -> &$feit {
                &self.feit
            }
        })+
    };
}
pub(crate) use begint_met;

/// The contents of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inhoud {
    /// Readable.
    Leesbaar(Gebeurtenis),
    /// Emptied, or its key destroyed: that something happened is known, not what.
    Vernietigd {
        /// Stored type.
        event_type: String,
    },
    /// Written by a newer program: the file can be read, not written.
    Onbekend {
        /// Stored type.
        event_type: String,
        /// Stored version.
        version: u16,
    },
}

impl Inhoud {
    /// The stored type, also of what cannot be read.
    pub fn event_type(&self) -> &str {
        match self {
            Self::Leesbaar(gebeurtenis) => gebeurtenis.event_type(),
            Self::Vernietigd { event_type } | Self::Onbekend { event_type, .. } => event_type,
        }
    }
}

/// One child's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Its own number.
    pub nummer: DossierNummer,
    /// Number of the last fact; 0 for a file that does not exist yet.
    pub versie: u64,
    /// The child; none before the file is opened, or after its data were destroyed.
    pub leerling: Option<Leerling>,
    /// People around the child, with their periods.
    pub personen: Vec<Persoon>,
    /// Secret address.
    pub geheimhouding: Option<Geheimhouding>,
    /// Which reasons were released for whom from whom the places are secret, with the number of the fact that says so.
    pub vrijgaven: Vec<(u64, Arc<TekstVrijgegeven>)>,
    /// Lives with foster parents since.
    pub pleegzorg_sinds: Option<Date>,
    /// The birthday on which the pupil comes of age, past or to come.
    pub meerderjarig_per: Option<Date>,
    /// From that day on looks after the own interests: then the parents no longer act.
    pub handelingsbekwaam: bool,
    /// The school recorded that: pupil and parents were told.
    pub meerderjarigheid_verteld: bool,
    /// The days on which nobody with authority was reached, since somebody last was.
    pub vergeefs_gezocht: Vec<Arc<OudersGezocht>>,
    /// The school knows the PGN since.
    pub nummer_ontvangen: Option<Date>,
    /// Died on.
    pub overleden_op: Option<Date>,
    /// Enrolments, oldest first.
    pub inschrijvingen: Vec<Inschrijving>,
    /// Moves to the area of another partnership, in the order in which they were recorded.
    pub verbandwissels: Vec<Verbandwissel>,
    /// Admissions at schools with a file of their own, as this file heard of them.
    pub elders_toegelaten: Vec<Gedaan<EldersToegelaten>>,
    /// First contacts that parents reported; without legal effect.
    pub contacten: Vec<EersteContact>,
    /// What the family let a school know, oldest first.
    pub woorden: Vec<EigenWoorden>,
    /// Its cases, each by number from 1.
    pub zaken: Zaken,
    /// Letters.
    pub brieven: Vec<Brief>,
    /// Dossiers taken over.
    pub overnames: Vec<Overname>,
    /// Everything that happened, in order: the timeline, and what a correction is applied to.
    pub feiten: Vec<Arc<Feit>>,
    /// A fact of a newer program stands in it: nothing can be added by this one.
    pub alleen_lezen: bool,
}

/// The cases of a file are asked of the file: `dossier.aanmeldingen`, `dossier.aanvraag(2)`. A new kind of case needs no line
/// here.
impl Deref for Dossier {
    type Target = Zaken;

    fn deref(&self) -> &Zaken {
        &self.zaken
    }
}

impl DerefMut for Dossier {
    fn deref_mut(&mut self) -> &mut Zaken {
        &mut self.zaken
    }
}

impl Dossier {
    /// A file in which nothing stands yet.
    pub fn new(nummer: DossierNummer) -> Self {
        Self {
            nummer,
            versie: 0,
            leerling: None,
            personen: Vec::new(),
            geheimhouding: None,
            vrijgaven: Vec::new(),
            pleegzorg_sinds: None,
            meerderjarig_per: None,
            handelingsbekwaam: false,
            meerderjarigheid_verteld: false,
            vergeefs_gezocht: Vec::new(),
            nummer_ontvangen: None,
            overleden_op: None,
            inschrijvingen: Vec::new(),
            verbandwissels: Vec::new(),
            elders_toegelaten: Vec::new(),
            contacten: Vec::new(),
            woorden: Vec::new(),
            zaken: Zaken::default(),
            brieven: Vec::new(),
            overnames: Vec::new(),
            feiten: Vec::new(),
            alleen_lezen: false,
        }
    }

    /// The file that these facts amount to.
    pub fn replay(nummer: DossierNummer, feiten: impl IntoIterator<Item = Feit>) -> Self {
        let mut dossier = Self::new(nummer);
        for feit in feiten {
            dossier.apply(feit);
        }
        dossier
    }

    /// Adds one fact. Never fails: what cannot be read changes nothing but the history.
    pub fn apply(&mut self, feit: Feit) {
        let feit = Arc::new(feit);
        self.versie = feit.volgnummer;
        self.feiten.push(Arc::clone(&feit));
        match &feit.inhoud {
            Inhoud::Leesbaar(Gebeurtenis::Gecorrigeerd(_)) => self.refold(),
            Inhoud::Leesbaar(gebeurtenis) => gebeurtenis.fold(self, &feit),
            Inhoud::Vernietigd { .. } => {}
            Inhoud::Onbekend { .. } => self.alleen_lezen = true,
        }
    }

    /// Computes the file anew with every correction in the place of what it corrects.
    fn refold(&mut self) {
        let feiten = std::mem::take(&mut self.feiten);
        let fresh = self.folded(feiten);
        let alleen_lezen = self.alleen_lezen || fresh.alleen_lezen;
        *self = Self { versie: self.versie, alleen_lezen, ..fresh };
    }

    /// What these facts of the file amount to, with every correction in the place of what it corrects.
    pub(crate) fn folded(&self, feiten: Vec<Arc<Feit>>) -> Self {
        let mut fresh = Self::new(self.nummer.clone());
        for feit in &feiten {
            match correction_of(&feiten, feit.volgnummer) {
                Some(correction) => fresh.fold_replacement(feit, correction),
                None => {
                    if let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud {
                        gebeurtenis.fold(&mut fresh, feit);
                    }
                }
            }
        }
        fresh.feiten = feiten;
        fresh
    }

    fn fold_replacement(&mut self, feit: &Feit, correction: &Gecorrigeerd) {
        let Some(nieuw) = &correction.nieuw else { return };
        match (nieuw.lees(), &feit.inhoud) {
            (Ok(gebeurtenis), _) => gebeurtenis.fold(self, feit),
            // Of a newer program: what was right stays, and nobody decides on a file that is not understood.
            (Err(_), Inhoud::Leesbaar(gebeurtenis)) => {
                gebeurtenis.fold(self, feit);
                self.alleen_lezen = true;
            }
            (Err(_), Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. }) => self.alleen_lezen = true,
        }
    }

    /// The fact with this number.
    pub fn feit(&self, volgnummer: u64) -> Option<&Arc<Feit>> {
        let place = self.feiten.binary_search_by_key(&volgnummer, |feit| feit.volgnummer).ok()?;
        self.feiten.get(place)
    }

    /// The fact that a correction corrects; any other fact itself.
    pub(crate) fn about<'a>(&'a self, feit: &'a Feit) -> &'a Feit {
        let mut about = feit;
        // The wrong fact stands before its correction, so this ends.
        while let Some(Gebeurtenis::Gecorrigeerd(correction)) = about.gebeurtenis() {
            let wrong = self.feit(correction.volgnummer).filter(|wrong| wrong.volgnummer < about.volgnummer);
            let Some(wrong) = wrong else { break };
            about = wrong;
        }
        about
    }

    /// The correction that stands in the place of a fact, where there is one.
    pub fn correction(&self, volgnummer: u64) -> Option<&Gecorrigeerd> {
        correction_of(&self.feiten, volgnummer)
    }

    /// The file as it stood before a fact was recorded, with what was corrected since of what came before.
    pub(crate) fn voor_feit(&self, volgnummer: u64) -> Self {
        let about = |feit: &Feit| {
            if let Some(Gebeurtenis::Gecorrigeerd(correction)) = feit.gebeurtenis() {
                correction.volgnummer
            } else {
                feit.volgnummer
            }
        };
        let earlier = |feit: &&Arc<Feit>| about(feit) < volgnummer;
        let feiten = self.feiten.iter().filter(earlier).map(|feit| (**feit).clone());
        Self::replay(self.nummer.clone(), feiten)
    }

    /// Every fact that can be read and was not corrected, with its date, oldest first.
    pub fn geldende_feiten(&self) -> impl Iterator<Item = (Date, &Gebeurtenis)> {
        let standing = self.feiten.iter().filter(|feit| self.correction(feit.volgnummer).is_none());
        standing.filter_map(|feit| Some((feit.on, feit.gebeurtenis()?)))
    }

    /// The person with this number, as last known.
    pub fn persoon(&self, nr: u32) -> Option<&Persoon> {
        self.personen.iter().rev().find(|persoon| persoon.nr == nr)
    }

    pub(crate) fn persoon_mut(&mut self, nr: u32) -> Option<&mut Persoon> {
        self.personen.iter_mut().rev().find(|persoon| persoon.nr == nr)
    }

    /// People who stand around the child on a date.
    pub fn personen_op(&self, on: Date) -> impl Iterator<Item = &Persoon> {
        self.personen.iter().filter(move |persoon| persoon.is_current(on))
    }

    /// People with authority on a date: each gets an own copy of every letter. Nobody has it over a
    /// pupil who came of age and looks after the own interests.
    pub fn gezag_op(&self, on: Date) -> impl Iterator<Item = &Persoon> {
        let handelt_zelf = self.handelt_zelf(on);
        self.personen_op(on).filter(move |persoon| persoon.relatie.has_gezag() && !handelt_zelf)
    }

    /// Everybody whom the law calls 'ouders' on a date (WPO 1, WEC 1): who has authority, and carers. Letters go to them. Nobody over
    /// a pupil who acts themselves.
    pub fn ouders_op(&self, on: Date) -> impl Iterator<Item = &Persoon> {
        let handelt_zelf = self.handelt_zelf(on);
        self.personen_op(on).filter(move |persoon| persoon.relatie.is_ouder_in_onderwijs() && !handelt_zelf)
    }

    /// The pupil acts in the parents' place: of age and able to look after the own interests.
    pub fn handelt_zelf(&self, on: Date) -> bool {
        self.handelt_zelf_vanaf().is_some_and(|per| per <= on)
    }

    /// The day from which that is so, past or to come; none where it will not be, or is not known.
    pub fn handelt_zelf_vanaf(&self) -> Option<Date> {
        self.meerderjarig_per.filter(|_| self.handelingsbekwaam)
    }

    /// The number that the next registration, request or person gets, by the fact with which one begins. Facts of which the
    /// contents are gone count too, so that no number is ever given twice.
    pub(crate) fn next_nr<T: Kaart>(&self) -> u32 {
        let opened = self.feiten.iter().filter(|feit| feit.inhoud.event_type() == T::NAAM).count();
        u32::try_from(opened).unwrap_or(u32::MAX - 1) + 1
    }

    /// Where the child is enrolled on a date.
    pub fn inschrijving_op(&self, on: Date) -> Option<&Inschrijving> {
        self.inschrijvingen.iter().rev().find(|inschrijving| inschrijving.is_current(on))
    }

    /// The child has reached an age on a day.
    pub(crate) fn is_van_leeftijd(&self, leeftijd: i16, on: Date) -> bool {
        let born = self.leerling.as_ref().map(|leerling| leerling.geboortedatum);
        born.and_then(|born| base::dates::birthday(born, leeftijd)).is_some_and(|day| day <= on)
    }

    /// Of what kind a school is that the child is or was registered or enrolled at; none of another.
    pub fn schoolsoort_van(&self, vestiging: &Vestigingscode) -> Option<Schoolsoort> {
        let enrolled = self.inschrijvingen.iter().rev().find(|i| i.vestiging == *vestiging);
        let registered = || self.aanmeldingen.iter().rev().find(|a| a.vestiging == *vestiging);
        enrolled.map(|i| i.schoolsoort).or_else(|| registered().map(|a| a.schoolsoort))
    }

    /// The partnership of a school that the child is or was enrolled or registered at; none of another, and where it has none.
    pub(crate) fn swv_van(&self, vestiging: &Vestigingscode) -> Option<&SwvCode> {
        let enrolled = self.inschrijvingen.iter().rev().find(|i| i.vestiging == *vestiging);
        let registered = || self.aanmeldingen.iter().rev().find(|a| a.vestiging == *vestiging);
        enrolled.and_then(|i| i.swv.as_ref()).or_else(|| registered()?.swv.as_ref())
    }

    /// `Sam de Zonnevis`, or a neutral phrase once the data are destroyed.
    pub fn naam(&self) -> String {
        self.leerling.as_ref().map_or_else(|| "gegevens vernietigd".to_owned(), Leerling::naam)
    }
}

fn correction_of(feiten: &[Arc<Feit>], volgnummer: u64) -> Option<&Gecorrigeerd> {
    feiten.iter().rev().find_map(|feit| {
        let Some(Gebeurtenis::Gecorrigeerd(correction)) = feit.gebeurtenis() else { return None };
        (correction.volgnummer == volgnummer).then_some(&**correction)
    })
}
