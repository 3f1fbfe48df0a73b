//! Registrations that run: received, waiting, assessed, extended.

use base::{Date, Sector, dates};
use dossier::aanmelding::feiten::Indiener;
use dossier::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, OntvangInformatie, StelBehoefteVast, VerlengBeslistermijn, VraagInformatie,
};
use dossier::opdracht::Opdracht;
use dossier::soort::Onderwijskeuze;

use super::teksten;
use super::verteller::{Stap, Verteller, plus};
use crate::regio::Demoschool;

/// Days of the term for a decision, to place deadlines around today. Only the day on which a story
/// begins is chosen with it: the term itself is the core's.
pub(super) const TERMIJN: i32 = 42;

/// Which education of a school a registration is for: what the school is known for.
fn onderwijs(school: &Demoschool) -> Option<Onderwijskeuze> {
    if school.praktijkonderwijs {
        Some(Onderwijskeuze::Pro)
    } else {
        Onderwijskeuze::bij(school.school.schoolsoort).first().copied()
    }
}

impl Verteller<'_> {
    /// A registration at a school.
    pub(super) fn melding(&mut self, school: &Demoschool, op: Date) -> MeldAan {
        let wanted = plus(op, 90);
        MeldAan {
            vestiging: school.school.vestiging.clone(),
            schoolnaam: school.school.naam.clone(),
            schoolsoort: school.school.schoolsoort,
            onderwijs: onderwijs(school),
            sector: school.school.sector(),
            openbaar: school.school.openbaar,
            swv: school.school.swv().cloned(),
            ontvangen_op: op,
            gewenst_per: Some(wanted),
            andere_scholen: Vec::new(),
            minderjarige_asielzoeker: false,
            toelichting_ouders: self.tekst(teksten::OUDERS_BIJ_AANMELDING),
            nu_naar_school: None,
            huidige_school: String::new(),
            huidige_soort: None,
            van_buiten: None,
            ingediend_door: Indiener::SchoolNamensOuders,
        }
    }

    /// A new child of some years old, registered so many days ago.
    pub(super) fn aangemeld(&mut self, geleden: i32) -> Stap {
        self.aangemeld_als(geleden, |_| {})
    }

    /// The same, with something different about the registration.
    pub(super) fn aangemeld_als(&mut self, geleden: i32, change: impl FnOnce(&mut MeldAan)) -> Stap {
        let vo = self.school.school.sector() == Sector::Vo;
        let number = if vo { self.worp.tussen(9, 11) } else { self.worp.tussen(3, 7) };
        let geboren = self.geboren_voor(number);
        self.aangemeld_kind(geleden, geboren, change)
    }

    /// A new child with a birth date, registered so many days ago.
    pub(super) fn aangemeld_kind(
        &mut self,
        geleden: i32,
        geboren: Date,
        change: impl FnOnce(&mut MeldAan),
    ) -> Stap {
        let op = self.dag(geleden);
        let mut opdrachten = self.openen(op, geboren);
        let mut melding = self.melding(self.school, op);
        change(&mut melding);
        opdrachten.push(melding.into());
        self.doe(op, self.school.ib(), opdrachten)?;
        self.misschien_aangesloten(plus(op, 2))
    }

    /// The need is assessed.
    pub(super) fn behoefte(&mut self, op: Date, extra_ondersteuning: bool) -> Stap {
        let toelichting = if extra_ondersteuning {
            self.tekst(teksten::BEHOEFTEN)
        } else {
            "De basisondersteuning van de school is genoeg.".to_owned()
        };
        let op = self.verleden(op);
        self.ib(op, StelBehoefteVast { aanmelding: 1, extra_ondersteuning, alleen_taal: false, toelichting })
    }

    /// Information is asked on a day, to be given by another.
    pub(super) fn vraag_informatie(&mut self, op: Date, tot_en_met: Date) -> Stap {
        let wat = self.regels(teksten::INFORMATIE);
        let waarom = self.tekst(teksten::INFORMATIE_WAAROM);
        self.ib(op, VraagInformatie { aanmelding: 1, wat, waarom, tot_en_met })
    }

    /// The term is extended.
    pub(super) fn verleng(&mut self, op: Date) -> Stap {
        let reden = self.tekst(teksten::VERLENGEN);
        let op = self.verleden(op);
        self.ib(op, VerlengBeslistermijn { aanmelding: 1, weken: 4, reden })
    }
}

pub(super) fn net_aangemeld(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(1, 20);
    v.aangemeld(geleden)
}

pub(super) fn termijn_voorbij(v: &mut Verteller<'_>) -> Stap {
    let geleden = TERMIJN + v.worp.tussen(3, 12);
    v.aangemeld(geleden)
}

pub(super) fn vandaag_beslissen(v: &mut Verteller<'_>) -> Stap {
    v.aangemeld(TERMIJN)?;
    v.behoefte(v.dag(TERMIJN - 12), true)
}

pub(super) fn behoefte_vast(v: &mut Verteller<'_>) -> Stap {
    let geleden = TERMIJN - v.worp.tussen(1, 25);
    v.aangemeld(geleden)?;
    let extra = v.worp.kans(80);
    v.behoefte(v.dag(geleden - 9), extra)
}

pub(super) fn informatie_open(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(14, 30);
    v.aangemeld(geleden)?;
    let asked = v.worp.tussen(3, 8);
    let over = v.worp.tussen(2, 11);
    v.vraag_informatie(v.dag(asked), v.datum(over))
}

pub(super) fn informatie_verlopen(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(32, 38);
    v.aangemeld(geleden)?;
    let over = v.worp.tussen(1, 5);
    v.vraag_informatie(v.dag(geleden - 10), v.datum(-over))
}

pub(super) fn informatie_ontvangen(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(30, 44);
    v.aangemeld(geleden)?;
    let asked = v.dag(geleden - 8);
    v.vraag_informatie(asked, plus(asked, 14))?;
    // First a part of it, and five days later the rest.
    let part = v.dag(geleden - 12);
    let nog_nodig = "De laatste bladzijde van het verslag.".to_owned();
    v.ib(part, OntvangInformatie { aanmelding: 1, op: part, compleet: false, nog_nodig })?;
    let op = v.dag(geleden - 17);
    v.ib(op, OntvangInformatie { aanmelding: 1, op, compleet: true, nog_nodig: String::new() })?;
    v.behoefte(v.dag(geleden - 22), true)
}

pub(super) fn verlengd(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(44, 66);
    v.aangemeld(geleden)?;
    v.behoefte(v.dag(geleden - 15), true)?;
    v.verleng(v.dag(geleden - 34))
}

/// The shorter terms are law from a day on; before it such a child is registered as any other.
pub(super) fn asielzoeker(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(2, 20);
    let op = v.dag(geleden);
    let geboren = v.geboren_voor(5);
    let mut opdrachten = v.openen(op, geboren);
    v.doe(op, v.school.ib(), std::mem::take(&mut opdrachten))?;
    let mut melding = v.melding(v.school, op);
    melding.minderjarige_asielzoeker = true;
    melding.toelichting_ouders =
        v.tekst(&["{naam} is sinds kort in Nederland en wil graag leren lezen. Op de opvang is een rustige plek om huiswerk te maken."]);
    let ahead = Opdracht::from(melding.clone());
    melding.minderjarige_asielzoeker = !v.would_refuse(op, &v.school.ib(), &ahead);
    v.doe(op, v.school.ib(), vec![melding.into()])
}

pub(super) fn laat(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(4, 25);
    v.aangemeld_als(geleden, |melding| melding.gewenst_per = Some(plus(melding.ontvangen_op, 21)))
}

pub(super) fn driejarige(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(1, 38);
    let older = v.worp.tussen(20, 300);
    let born = dates::plus_months(v.dag(geleden), -36).unwrap_or(v.wereld.vandaag);
    let geboren = plus(born, -older);
    let fourth = dates::birthday(geboren, 4);
    v.aangemeld_kind(geleden, geboren, |melding| melding.gewenst_per = fourth)
}

/// From group 8 to a secondary school, by the parent.
pub(super) fn door_ouder(v: &mut Verteller<'_>) -> Stap {
    let geboren = v.geboren_voor(8);
    v.ingeschreven(200, geboren, "8")?;
    v.sluit_aan(v.dag(190))?;
    let (own, verband) = (v.school, v.school.verband);
    let college = v.wereld.regio.andere_school(crate::regio::Plek::Vo, verband, own, &mut v.worp);
    let geleden = v.worp.tussen(3, 18);
    let first = v.dag(geleden + 9);
    let gezegd = v.tekst(&["We mochten komen kijken. De zorgcoördinator wil {naam} graag leren kennen."]);
    v.ouder(first, MeldEersteContact { school: college.school.naam.clone(), op: first, gezegd })?;
    let op = v.dag(geleden);
    let melding = MeldAan { ingediend_door: Indiener::Ouder(1), ..v.melding(college, op) };
    v.ouder(op, melding)
}

pub(super) fn eerste_van_dubbel(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(12, 26);
    let geboren = double_birth(v);
    v.aangemeld_kind(geleden, geboren, |_| {})
}

/// The same child at another school: the parents name the first one.
pub(super) fn dubbel(v: &mut Verteller<'_>) -> Stap {
    let first = v.school;
    let second = v.wereld.regio.andere_school(crate::regio::Plek::Basis, first.verband, first, &mut v.worp);
    v.school = second;
    let geleden = v.worp.tussen(3, 11);
    let geboren = double_birth(v);
    let other = first.school.naam.clone();
    v.aangemeld_kind(geleden, geboren, |melding| melding.andere_scholen = vec![other])
}

/// The birth date of a child with two files: it follows from the name, not from chance.
fn double_birth(v: &Verteller<'_>) -> Date {
    let letters: u32 = v.kind.roepnaam.chars().chain(v.kind.achternaam.chars()).map(u32::from).sum();
    let days = i32::try_from(letters % 300).unwrap_or(0);
    let year = base::Schooljaar::of(v.wereld.vandaag).first_day();
    plus(dates::plus_months(year, -12 * 7).unwrap_or(year), days)
}
