//! The child as it stands: who it is, where it lives, who stands around it, where it is enrolled.

use std::sync::Arc;

use base::{Date, Gemeentecode, OrganisatieId, PersoonId, Postcode, SwvCode, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::leven::bereikbaar::DigitaalBereikbaarGezegd;
use crate::leven::feiten::{Contactgegevens, Geslacht};
use crate::leven::taal::TaalGezegd;
use crate::leven::vermeld::VerklaringVermeld;
use crate::leven::verzorger::LezingToegestaan;
use crate::soort::{Relatie, Schoolsoort};
use crate::staat::Gedaan;

/// An address, as far as known. All parts may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Adres {
    /// Street and number.
    pub straat: String,
    /// Postcode.
    pub postcode: Option<Postcode>,
    /// Place.
    pub plaats: String,
    /// Municipality.
    pub gemeente: Option<Gemeentecode>,
    /// Partnership for primary education of this address, where known.
    pub swv_po: Option<SwvCode>,
    /// Partnership for secondary education of this address, where known.
    pub swv_vo: Option<SwvCode>,
    /// Outside the Netherlands.
    pub buitenland: bool,
}

impl Adres {
    /// An address known only by its postcode.
    pub fn of_postcode(postcode: Postcode) -> Self {
        Self { postcode: Some(postcode), ..Self::default() }
    }

    /// The same address in a municipality.
    #[must_use]
    pub fn in_gemeente(mut self, gemeente: Option<Gemeentecode>) -> Self {
        self.gemeente = gemeente;
        self
    }
}

/// The child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leerling {
    /// Name by which the child is called.
    pub roepnaam: String,
    /// Prefix of the surname.
    pub voorvoegsel: String,
    /// Surname.
    pub achternaam: String,
    /// Date of birth.
    pub geboortedatum: Date,
    /// Gender, where recorded.
    pub geslacht: Option<Geslacht>,
    /// Where the child lives.
    pub adres: Adres,
    /// Since when, where the child moved: an earlier move that is told only later does not take this address away.
    pub adres_sinds: Option<Date>,
}

impl Leerling {
    /// `Sam de Zonnevis`.
    pub fn naam(&self) -> String {
        let mut naam = self.roepnaam.clone();
        for part in [&self.voorvoegsel, &self.achternaam] {
            if !part.is_empty() {
                naam.push(' ');
                naam.push_str(part);
            }
        }
        naam
    }
}

/// Somebody around the child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persoon {
    /// Number in this file; one person keeps it through changes of authority.
    pub nr: u32,
    /// How letters address them.
    pub naam: String,
    /// Who they are to the child.
    pub relatie: Relatie,
    /// From when.
    pub van: Date,
    /// Until when (exclusive).
    pub tot: Option<Date>,
    /// What shows it.
    pub brondocument: String,
    /// Who checked that.
    pub gecontroleerd_door: PersoonId,
    /// How they can be reached.
    pub contact: Contactgegevens,
    /// Since when, where that changed.
    pub contact_sinds: Option<Date>,
    /// Their own account.
    pub account: Option<PersoonId>,
    /// Accounts that had this page until the school closed it: by somebody else's hand or not, what is secret from this person stays
    /// secret from them in their work.
    pub eerdere_accounts: Vec<PersoonId>,
    /// Last invitation to the own page.
    pub uitnodiging: Option<Uitnodiging>,
    /// What they last said about decisions on the own page; nothing until they say it.
    pub digitaal: Option<Gedaan<DigitaalBereikbaarGezegd>>,
    /// For which parent or guardian they stand here, where they act in another's name or come along; none: for the pupil, or for nobody.
    pub namens: Option<u32>,
    /// In what language one talks with them, and whether an interpreter is needed; nothing until that is asked.
    pub taal: Option<Arc<TaalGezegd>>,
    /// What those with authority said last that this carer may read, each with the day.
    pub lezing: Vec<(Date, Arc<LezingToegestaan>)>,
    /// Nothing is sent any more.
    pub overleden: bool,
}

impl Persoon {
    /// Stands around the child on a date.
    pub fn is_current(&self, on: Date) -> bool {
        self.van <= on && self.tot.is_none_or(|tot| on < tot) && !self.overleden
    }

    /// Decisions may be made known to them on the own page: they have one, and said so.
    pub fn is_digitaal_bereikbaar(&self) -> bool {
        self.account.is_some() && self.digitaal.as_ref().is_some_and(|said| said.ja)
    }

    /// They are told within the time of the law that one is there: they did not say that they want no notice (Awb 2:10(1)).
    pub fn wil_bericht(&self) -> bool {
        self.is_digitaal_bereikbaar() && self.digitaal.as_ref().is_some_and(|said| !said.geen_bericht)
    }
}

/// An invitation to the own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uitnodiging {
    /// Sent.
    pub op: Date,
    /// Last day on which the code works.
    pub geldig_tot_en_met: Date,
    /// Number of the fact: a code that was made before it is of an earlier one.
    pub volgnummer: u64,
    /// Who invited them.
    pub van: OrganisatieId,
    /// Whoever did says that they work there too.
    pub werkt_hier: bool,
}

/// A secret address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Geheimhouding {
    /// Since when.
    pub sinds: Date,
    /// From whom, by number; empty: from everybody outside school and SWV.
    pub voor_personen: Vec<u32>,
    /// Number of the fact that says so.
    pub volgnummer: u64,
    /// As it was kept secret until then, where it already was.
    pub eerder: Option<Box<Geheimhouding>>,
}

impl Geheimhouding {
    /// Holds for this person around the child.
    pub(crate) fn geldt_voor(&self, nr: u32) -> bool {
        self.voor_personen.is_empty() || self.voor_personen.contains(&nr)
    }
}

/// An enrolment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inschrijving {
    /// Where.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Kind of school.
    pub schoolsoort: Schoolsoort,
    /// Partnership of the school.
    pub swv: Option<SwvCode>,
    /// Group; empty when unknown.
    pub groep: String,
    /// First day.
    pub van: Date,
    /// First day no longer enrolled.
    pub tot: Option<Date>,
    /// The day on which it was recorded.
    pub vastgelegd_op: Date,
    /// Its school deregistered the child, and it did not only end because another place begins.
    pub uitgeschreven: bool,
    /// It was deregistered though it had to be at a school, and nobody knows at which: its school finds out.
    pub nagaan: bool,
    /// The day on which that school recorded what it found.
    pub nagegaan_op: Option<Date>,
    /// With which declaration the child is there, as the school said when its file began.
    pub verklaring: Option<Arc<VerklaringVermeld>>,
}

impl Inschrijving {
    /// Enrolled on a date.
    pub fn is_current(&self, on: Date) -> bool {
        self.van <= on && self.tot.is_none_or(|tot| on < tot)
    }

    /// Not ended on or before a date; it may start later.
    pub fn runs_after(&self, on: Date) -> bool {
        self.tot.is_none_or(|tot| on < tot)
    }
}
