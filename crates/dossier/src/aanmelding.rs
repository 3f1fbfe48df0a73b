//! P1, registration and duty of care: its facts, its acts, and a registration as it stands.
//!
//! A process is a folder, so that what belongs together is read and changed together; what all processes share stands
//! in [`crate::gebeurtenis`], [`crate::opdracht`], [`crate::staat`] and [`crate::beurt`].

pub mod afloop;
pub mod afloopfeiten;
mod betrokkenheid;
mod beurten;
pub mod contact;
mod eerstedag;
pub(crate) mod elders;
pub mod feiten;
pub mod gekomen;
mod gezin;
pub mod herroepen;
pub mod inleveren;
pub mod keuze;
pub mod leeftijd;
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

use base::{Date, dates};

use crate::aanmelding::feiten::Weigeringsgrond;
use crate::bekend::{Bekendstand, Beslisdagen, Besluitzaak};
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
    gemeenten: |_| Vec::new(),
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
        names.extend(aanmelding.aanbiedingen.iter().map(|aanbod| aanbod.school.schoolnaam.clone()));
        if let Some(Afloop::Geweigerd { grond: Weigeringsgrond::AndereSchool(school), .. }) =
            &aanmelding.afloop
        {
            names.push(school.schoolnaam.clone());
        }
    }
    names
}

/// A school decides by the letter that it writes: from then on it is read.
impl Besluitzaak for staat::Aanmelding {
    fn bekend(&self) -> Option<Bekendstand> {
        None
    }

    fn beslisdagen(&self) -> Beslisdagen {
        Beslisdagen::default()
    }
}

impl Zaakstaat for staat::Aanmelding {
    fn van(&self) -> Zaakhouder<'_> {
        Zaakhouder::School(&self.vestiging)
    }

    fn wisseldagen(&self) -> Vec<Date> {
        Vec::new()
    }
}
