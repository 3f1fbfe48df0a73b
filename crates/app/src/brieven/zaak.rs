//! What an event that asks for a letter is about: which school, which partnership, who writes.

use base::{Date, OrganisatieId, Sector, SwvCode, Vestigingscode};
use dossier::Gebeurtenis;
use dossier::aanmelding::feiten::{AanbodGedaan, Geweigerd, Weigeringsgrond};
use dossier::algemeen::feiten::Betreft;
use dossier::beurt::Onderwerp;
use dossier::gebeurtenis::Feitsoort;
use dossier::opdracht::regels::sector_of;
use dossier::proces::Verband;
use dossier::staat::Dossier;
use dossier::tlv::doorzenden::TlvDoorgezonden;
use dossier::tlv::dwangsom::DwangsomVastgesteld;
use dossier::toegang::Deel;
use dossier::verwijdering::feiten::SchoolBereidGevonden;

use super::feiten::laatste;

/// Which organisation writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Schrijvend {
    /// The school.
    School,
    /// The partnership that decides on a request.
    Verband,
}

/// The subject of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Briefzaak {
    pub(super) betreft: Betreft,
    /// The part of the file in which its letter stands: that of the event.
    pub(super) deel: Deel,
    pub(super) schrijvend: Schrijvend,
    pub(super) vestiging: Vestigingscode,
    /// As the event or the file has it.
    pub(super) schoolnaam: String,
    /// Whose law applies, where the file knows it.
    pub(super) sector: Option<Sector>,
    pub(super) swv: Option<SwvCode>,
    /// The partnership to which a request was forwarded.
    pub(super) naar: Option<SwvCode>,
    /// The other school that is willing, where it is one of ours.
    pub(super) gevonden: Option<Vestigingscode>,
    /// The day whose law is told.
    pub(super) recht_op: Date,
}

impl Briefzaak {
    /// The organisation that writes.
    pub(super) fn van(&self) -> OrganisatieId {
        match (self.schrijvend, &self.swv) {
            (Schrijvend::Verband, Some(swv)) => swv.organisatie(),
            (Schrijvend::Verband, None) | (Schrijvend::School, _) => self.vestiging.organisatie(),
        }
    }

    /// The subject of the letter that an event asks for; none when it asks for no letter, or is about no case.
    pub(super) fn of(gebeurtenis: &Gebeurtenis, dossier: &Dossier, vandaag: Date) -> Option<Self> {
        gebeurtenis.brief()?;
        let zaak = dossier.zaak(gebeurtenis.onderwerp()?)?;
        let (schrijvend, swv, recht_op) = match zaak.verband {
            Verband::VanSchool | Verband::AlleenSchool => {
                (Schrijvend::School, zaak.swv, zaak.begonnen_op.min(vandaag))
            }
            // The law of the day on which the partnership got it.
            Verband::Verzonden { aan, op } => (Schrijvend::Verband, Some(aan), op),
            Verband::NogNietVerzonden(aan) => (Schrijvend::Verband, Some(aan), vandaag),
        };
        // Whoever forwards a request tells of it, and not the one to which it went.
        let forwarded = TlvDoorgezonden::uit(gebeurtenis);
        let owes = DwangsomVastgesteld::uit(gebeurtenis).and_then(|fixed| fixed.door.as_ref());
        let swv = forwarded.map(|forwarded| &forwarded.van).or(owes).or(swv);
        Some(Self {
            betreft: zaak.onderwerp.into(),
            deel: gebeurtenis.deel(),
            schrijvend,
            // No letter of a case that is no school's is written yet.
            vestiging: zaak.vestiging()?.clone(),
            schoolnaam: zaak.schoolnaam.to_owned(),
            sector: zaak.sector,
            swv: swv.cloned(),
            naar: forwarded.map(|forwarded| forwarded.swv.uitkomst.clone()),
            gevonden: found(gebeurtenis).or_else(|| willing(dossier, zaak.onderwerp)),
            recht_op,
        })
    }

    /// The subject of a letter of a school about the own page of somebody, and no case: an invitation, or that it is closed.
    pub(super) fn eigen_pagina(dossier: &Dossier, vestiging: &Vestigingscode, vandaag: Date) -> Self {
        let enrolled = dossier.inschrijvingen.iter().rev().find(|i| i.vestiging == *vestiging);
        let registered = dossier.aanmeldingen.iter().rev().find(|a| a.vestiging == *vestiging);
        let schoolnaam =
            enrolled.map(|i| i.schoolnaam.clone()).or_else(|| registered.map(|a| a.schoolnaam.clone()));
        let sector = enrolled.map(|i| sector_of(i.schoolsoort)).or_else(|| registered.map(|a| a.sector));
        Self {
            betreft: Betreft::EigenPagina,
            deel: Deel::A,
            schrijvend: Schrijvend::School,
            vestiging: vestiging.clone(),
            schoolnaam: schoolnaam.unwrap_or_else(|| vestiging.to_string()),
            sector,
            swv: swv_of(dossier, vestiging).or_else(|| registered.and_then(|a| a.swv.clone())),
            naar: None,
            gevonden: None,
            recht_op: vandaag,
        }
    }
}

/// The other school that is willing, where the fact of the letter tells of it and it is one of ours.
fn found(gebeurtenis: &Gebeurtenis) -> Option<Vestigingscode> {
    let offered = AanbodGedaan::uit(gebeurtenis).map(|offer| &offer.school);
    let school = offered.or_else(|| match &Geweigerd::uit(gebeurtenis)?.grond {
        Weigeringsgrond::AndereSchool(school) => Some(school),
        Weigeringsgrond::Uitzondering { .. } => None,
    })?;
    school.vestiging.clone()
}

/// The school that is willing to take a pupil who is removed.
fn willing(dossier: &Dossier, onderwerp: Onderwerp) -> Option<Vestigingscode> {
    let Onderwerp::Verwijdering(nr) = onderwerp else { return None };
    let (_, found) = laatste(dossier, |event: &SchoolBereidGevonden| event.verwijdering == nr)?;
    found.school.vestiging.clone()
}

/// The partnership of a school in which the child is or was enrolled.
fn swv_of(dossier: &Dossier, vestiging: &Vestigingscode) -> Option<SwvCode> {
    dossier.inschrijvingen.iter().rev().find(|i| i.vestiging == *vestiging).and_then(|i| i.swv.clone())
}
