//! What an event that asks for a letter is about: which school, which partnership, who writes.

use base::{Date, OrganisatieId, Sector, SwvCode, Vestigingscode};
use dossier::Gebeurtenis;
use dossier::aanmelding::feiten::Weigeringsgrond;
use dossier::algemeen::feiten::Betreft;
use dossier::beurt::Onderwerp;
use dossier::brief::Briefvraag;
use dossier::opdracht::regels::sector_of;
use dossier::soort::TlvSoort;
use dossier::staat::{Aanmelding, Dossier, Schorsing, TlvAanvraag, Verwijdering};

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
pub(super) struct Zaak {
    pub(super) betreft: Betreft,
    pub(super) schrijvend: Schrijvend,
    pub(super) vestiging: Vestigingscode,
    /// As the event or the file has it.
    pub(super) schoolnaam: String,
    /// Whose law applies.
    pub(super) sector: Sector,
    pub(super) swv: Option<SwvCode>,
    /// The other school that is willing, where it is one of ours.
    pub(super) gevonden: Option<Vestigingscode>,
    /// The day whose law is told.
    pub(super) recht_op: Date,
}

impl Zaak {
    /// The organisation that writes.
    pub(super) fn van(&self) -> OrganisatieId {
        match (self.schrijvend, &self.swv) {
            (Schrijvend::Verband, Some(swv)) => swv.organisatie(),
            _ => self.vestiging.organisatie(),
        }
    }

    /// The subject of the letter that an event asks for; none when it asks for no letter.
    pub(super) fn of(gebeurtenis: &Gebeurtenis, dossier: &Dossier, vandaag: Date) -> Option<Self> {
        let vraag = gebeurtenis.brief()?;
        match gebeurtenis.onderwerp()? {
            Onderwerp::Aanmelding(nr) => {
                let zaak = Self::aanmelding(dossier.aanmelding(nr)?);
                Some(Self { gevonden: found(vraag), ..zaak })
            }
            Onderwerp::Verwijdering(nr) => {
                let zaak = Self::verwijdering(dossier, dossier.verwijdering(nr)?);
                Some(Self { recht_op: zaak.recht_op.min(vandaag), ..zaak })
            }
            Onderwerp::Schorsing(nr) => {
                let zaak = Self::schorsing(dossier, dossier.schorsing(nr)?);
                Some(Self { recht_op: zaak.recht_op.min(vandaag), ..zaak })
            }
            Onderwerp::Aanvraag(nr) => Some(Self::aanvraag(dossier.aanvraag(nr)?, vandaag)),
        }
    }

    fn aanmelding(aanmelding: &Aanmelding) -> Self {
        Self {
            betreft: Betreft::Aanmelding(aanmelding.nr),
            schrijvend: Schrijvend::School,
            vestiging: aanmelding.vestiging.clone(),
            schoolnaam: aanmelding.schoolnaam.clone(),
            sector: aanmelding.sector,
            swv: aanmelding.swv.clone(),
            gevonden: None,
            recht_op: aanmelding.ontvangen_op,
        }
    }

    fn verwijdering(dossier: &Dossier, verwijdering: &Verwijdering) -> Self {
        let willing = laatste(dossier, |gebeurtenis| match gebeurtenis {
            Gebeurtenis::SchoolBereidGevonden(event) if event.verwijdering == verwijdering.nr => {
                Some(&event.school)
            }
            _ => None,
        });
        Self {
            betreft: Betreft::Verwijdering(verwijdering.nr),
            schrijvend: Schrijvend::School,
            vestiging: verwijdering.vestiging.clone(),
            schoolnaam: verwijdering.schoolnaam.clone(),
            sector: verwijdering.sector,
            swv: swv_of(dossier, &verwijdering.vestiging),
            gevonden: willing.and_then(|(_, school)| school.vestiging.clone()),
            recht_op: verwijdering.voorgenomen_op,
        }
    }

    fn schorsing(dossier: &Dossier, schorsing: &Schorsing) -> Self {
        let enrolled = dossier.inschrijvingen.iter().rev().find(|i| i.vestiging == schorsing.vestiging);
        Self {
            betreft: Betreft::Schorsing(schorsing.nr),
            schrijvend: Schrijvend::School,
            vestiging: schorsing.vestiging.clone(),
            schoolnaam: schorsing.schoolnaam.clone(),
            sector: enrolled.map_or(Sector::Po, |inschrijving| sector_of(inschrijving.schoolsoort)),
            swv: swv_of(dossier, &schorsing.vestiging),
            gevonden: None,
            recht_op: schorsing.van,
        }
    }

    fn aanvraag(aanvraag: &TlvAanvraag, vandaag: Date) -> Self {
        let swv = aanvraag.swv.uitkomst.clone();
        Self {
            betreft: Betreft::Aanvraag(aanvraag.nr),
            schrijvend: Schrijvend::Verband,
            vestiging: aanvraag.vestiging.clone(),
            schoolnaam: aanvraag.schoolnaam.clone(),
            sector: match aanvraag.soort {
                TlvSoort::Sbo => Sector::Po,
                TlvSoort::So | TlvSoort::Vso => Sector::So,
                TlvSoort::Pro | TlvSoort::Lwoo => Sector::Vo,
            },
            swv: Some(swv),
            gevonden: None,
            recht_op: aanvraag.ontvangen_op.unwrap_or(vandaag),
        }
    }

    /// The school of an invitation to the own page.
    pub(super) fn uitnodiging(dossier: &Dossier, vestiging: &Vestigingscode, vandaag: Date) -> Self {
        let enrolled = dossier.inschrijvingen.iter().rev().find(|i| i.vestiging == *vestiging);
        let registered = dossier.aanmeldingen.iter().rev().find(|a| a.vestiging == *vestiging);
        let schoolnaam =
            enrolled.map(|i| i.schoolnaam.clone()).or_else(|| registered.map(|a| a.schoolnaam.clone()));
        let sector = enrolled.map(|i| sector_of(i.schoolsoort)).or_else(|| registered.map(|a| a.sector));
        Self {
            betreft: Betreft::EigenPagina,
            schrijvend: Schrijvend::School,
            vestiging: vestiging.clone(),
            schoolnaam: schoolnaam.unwrap_or_else(|| vestiging.to_string()),
            sector: sector.unwrap_or(Sector::Po),
            swv: swv_of(dossier, vestiging).or_else(|| registered.and_then(|a| a.swv.clone())),
            gevonden: None,
            recht_op: vandaag,
        }
    }
}

/// The other school that is willing, where the letter tells of it and it is one of ours.
fn found(vraag: Briefvraag<'_>) -> Option<Vestigingscode> {
    match vraag {
        Briefvraag::Aanbod(event) => event.school.vestiging.clone(),
        Briefvraag::Weigering(event) => match &event.grond {
            Weigeringsgrond::AndereSchool(school) => school.vestiging.clone(),
            Weigeringsgrond::Uitzondering { .. } => None,
        },
        _ => None,
    }
}

/// The partnership of a school in which the child is or was enrolled.
fn swv_of(dossier: &Dossier, vestiging: &Vestigingscode) -> Option<SwvCode> {
    dossier.inschrijvingen.iter().rev().find(|i| i.vestiging == *vestiging).and_then(|i| i.swv.clone())
}
