//! P1, registration and duty of care: its facts, its acts, and a registration as it stands.
//!
//! A process is a folder, so that what belongs together is read and changed together; what all processes share stands
//! in [`crate::gebeurtenis`], [`crate::opdracht`], [`crate::staat`] and [`crate::beurt`].

pub mod afloop;
pub mod afloopfeiten;
mod betrokkenheid;
mod beurten;
pub mod contact;
pub mod eerstedag;
pub(crate) mod elders;
pub mod feiten;
pub mod gekomen;
mod gezin;
pub mod herroepen;
pub mod inleveren;
pub mod keuze;
pub mod leeftijd;
pub mod meegedeeld;
mod mogelijk;
pub mod onderwijs;
pub mod opdracht;
pub mod opp;
pub mod oppakken;
pub mod plek;
pub(crate) mod post;
mod samen;
pub(crate) mod schoolnu;
pub mod staat;
pub mod tijdelijk;
mod tijdelijkfeiten;
mod verbeteren;
pub mod verklaring;
pub mod verlenging;
pub mod vervallen;
pub mod voorwaarde;
pub mod weigering;
pub mod zonder;

use base::{Date, OrganisatieId, Organisatiesoort, dates};

use crate::aanmelding::feiten::{AanbodGedaan, BereidGevonden, Geweigerd, Weigeringsgrond};
use crate::bekend::{Bekendstand, Beslisdagen, Besluitzaak};
use crate::gebeurtenis::Feitsoort;
use crate::proces::{InLijst, Onderwerp, Proces, Verband, Voorrang, Zaak, Zaakhouder, Zaakstaat};
use crate::staat::{AanmeldingFase, Afloop, Dossier};

pub(crate) const PROCES: Proces = Proces {
    code: "aanmelding",
    naam: "aanmelding en zorgplicht",
    lijstnaam: "Aanmelding",
    beurten: beurten::beurten,
    betrokkenen: betrokkenheid::betrokkenen,
    zaken,
    scholen,
    gemeenten: plaatsen,
    lijstfasen: || AanmeldingFase::ALL.iter().map(|fase| (fase.code(), fase.label())).collect(),
};

fn zaken(dossier: &Dossier) -> Vec<Zaak<'_>> {
    let registrations = dossier.aanmeldingen.iter().map(|a| Zaak {
        onderwerp: Onderwerp::Aanmelding(a.nr),
        van: a.van(),
        schoolnaam: &a.schoolnaam,
        begonnen_op: a.ontvangen_op,
        sector: Some(a.sector),
        swv: a.swv.as_ref(),
        verband: Verband::VanSchool,
        gelezen_tot: betrokkenheid::board_looks_until(dossier, a),
        leerling_op: None,
        afgelopen: a.fase().is_final(),
        lijst: in_lijst,
    });
    registrations.collect()
}

/// A registration that runs says where the child is; one that has ended says something of a child that is at no school.
fn in_lijst(dossier: &Dossier, nr: u32) -> Option<InLijst> {
    let aanmelding = dossier.aanmelding(nr)?;
    let runs = aanmelding.afloop.is_none();
    let asked = aanmelding.open_opschorting();
    let lapsed = asked.and_then(|asked| dates::plus_days(asked.tot_en_met, 1));
    Some(InLijst {
        voorrang: if runs { Voorrang::Loopt } else { Voorrang::Voorbij },
        fase: aanmelding.fase().code(),
        daarna: lapsed.map(|day| (day, aanmelding.fase_op(day).code())).into_iter().collect(),
        nog_niet_bekend: None,
        tot: None,
        houdt_kind: runs,
        aangemeld_op: Some(aanmelding.ontvangen_op),
    })
}

/// The school, those that the parents named, and those that were found willing.
fn scholen(dossier: &Dossier) -> Vec<String> {
    let mut names = Vec::new();
    for aanmelding in &dossier.aanmeldingen {
        names.push(aanmelding.schoolnaam.clone());
        names.extend(aanmelding.andere_scholen.iter().cloned());
        names.extend(Some(aanmelding.school_nu.school.clone()).filter(|school| !school.is_empty()));
    }
    for school in bereid(dossier) {
        names.push(school.schoolnaam.clone());
        names.extend(Some(school.contact.clone()).filter(|contact| !contact.is_empty()));
    }
    names
}

/// The schools that were found willing: as they stand, and those that a fact still names after it was put right or revoked.
fn bereid(dossier: &Dossier) -> Vec<&BereidGevonden> {
    let recorded = dossier.feiten.iter().filter_map(|feit| {
        let event = feit.gebeurtenis()?;
        let offered = AanbodGedaan::uit(event).map(|offer| &offer.school);
        offered.or_else(|| other_school(&Geweigerd::uit(event)?.grond))
    });
    let standing = dossier.aanmeldingen.iter().flat_map(|aanmelding| {
        let refused = match &aanmelding.afloop {
            Some(Afloop::Geweigerd { grond, .. }) => other_school(grond),
            Some(
                Afloop::Toegelaten { .. }
                | Afloop::Elders { .. }
                | Afloop::BuitenBehandeling { .. }
                | Afloop::Ingetrokken { .. },
            )
            | None => None,
        };
        aanmelding.aanbiedingen.iter().map(|aanbod| &aanbod.school).chain(refused)
    });
    standing.chain(recorded).collect()
}

/// The school because of which a child is refused.
fn other_school(grond: &Weigeringsgrond) -> Option<&BereidGevonden> {
    match grond {
        Weigeringsgrond::AndereSchool(school) => Some(school),
        Weigeringsgrond::Uitzondering { .. } => None,
    }
}

/// The towns of those that were typed by their name.
fn plaatsen(dossier: &Dossier) -> Vec<String> {
    let towns = bereid(dossier).into_iter().map(|school| school.plaats.clone());
    towns.filter(|plaats| !plaats.is_empty()).collect()
}

/// A school decides by the letter that it writes: from then on it is read.
impl Besluitzaak for staat::Aanmelding {
    fn bekend(&self) -> Option<Bekendstand> {
        None
    }

    fn beslisdagen(&self) -> Beslisdagen {
        Beslisdagen::default()
    }

    fn bezwaar_van_school(&self) -> Option<Date> {
        match self.afloop.as_ref()? {
            Afloop::Geweigerd { bezwaar_uiterlijk, .. }
            | Afloop::BuitenBehandeling { bezwaar_uiterlijk, .. } => Some(*bezwaar_uiterlijk),
            Afloop::Toegelaten { .. } | Afloop::Elders { .. } | Afloop::Ingetrokken { .. } => None,
        }
    }

    fn verschuif_bezwaar(&mut self, last: Date) {
        if let Some(
            Afloop::Geweigerd { bezwaar_uiterlijk, .. } | Afloop::BuitenBehandeling { bezwaar_uiterlijk, .. },
        ) = self.afloop.as_mut()
        {
            *bezwaar_uiterlijk = last.max(*bezwaar_uiterlijk);
        }
    }

    fn is_opnieuw_bekend_te_maken(&self) -> bool {
        false
    }

    fn ingetrokken_met(&self) -> Option<(u64, OrganisatieId)> {
        None
    }
}

impl Zaakstaat for staat::Aanmelding {
    const HANDELEN: &'static [Organisatiesoort] = &[Organisatiesoort::School];

    fn van(&self) -> Zaakhouder<'_> {
        Zaakhouder::School(&self.vestiging)
    }

    fn wisseldagen(&self) -> Vec<Date> {
        Vec::new()
    }
}
