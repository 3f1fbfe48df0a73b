//! How a file begins: the child, the parents, the school.

use base::{Date, Schooljaar, dates};
use dossier::algemeen::opdracht::OpenDossier;
use dossier::leven::feiten::Contactgegevens;
use dossier::leven::opdracht::{NodigOuderUit, SchrijfIn, SluitOuderAan, VerbindPersoon};
use dossier::opdracht::Opdracht;
use dossier::soort::{Relatie, Schoolsoort};

use super::Aangeslotene;
use super::verteller::{Stap, Verteller, plus};
use crate::regio::{Demoschool, code};

/// In how many of a hundred files a parent has an own page.
const EIGEN_PAGINA: usize = 15;
/// Days after 1 August on which the oldest child of a group was born.
const EERSTE_GEBOREN: i32 = 61;
/// How long a parent's code works, in days.
const CODE_DAGEN: i32 = 28;

impl Verteller<'_> {
    /// A birth date of somebody who is in this group now; 9 and up are years of secondary school.
    pub(super) fn geboren_voor(&mut self, groep: i32) -> Date {
        let year = Schooljaar::of(self.wereld.vandaag).start_year();
        let oldest = i16::try_from(groep).map_or(year, |groep| year - groep - 4);
        let first = Schooljaar::starting_in(oldest).map_or(self.wereld.vandaag, Schooljaar::first_day);
        plus(first, self.worp.tussen(EERSTE_GEBOREN, 420))
    }

    /// The group in which the child of this file fits now, as [`Verteller::geboren_voor`] counts.
    pub(super) fn groep_nu(&self) -> String {
        let born =
            self.dossier.leerling.as_ref().map_or(self.wereld.vandaag, |leerling| leerling.geboortedatum);
        let now = Schooljaar::of(self.wereld.vandaag).start_year();
        let number = now - 4 - Schooljaar::of(plus(born, -EERSTE_GEBOREN)).start_year();
        group_name(i32::from(number.clamp(1, 14)), 0)
    }

    /// The commands that open a file on a day.
    pub(super) fn openen(&mut self, op: Date, geboren: Date) -> Vec<Opdracht> {
        self.dossier.nummer = self.nummers.dossier(op);
        let adres = self.wereld.regio.adres(self.school.verband, &mut self.worp);
        let mut opdrachten: Vec<Opdracht> = vec![
            OpenDossier {
                roepnaam: self.kind.roepnaam.clone(),
                voorvoegsel: self.kind.voorvoegsel.clone(),
                achternaam: self.kind.achternaam.clone(),
                geboortedatum: geboren,
                geslacht: Some(self.kind.geslacht),
                adres,
            }
            .into(),
        ];
        let aanheffen: Vec<String> = self.kind.ouders.iter().map(|ouder| ouder.aanhef.clone()).collect();
        for (nr, naam) in (1..).zip(aanheffen) {
            let ouder = self.verbind(op, naam, Relatie::Gezagsouder, nr);
            opdrachten.push(VerbindPersoon { van: geboren, ..ouder }.into());
        }
        opdrachten
    }

    /// Somebody who stands around the child from a day on.
    pub(super) fn verbind(&mut self, op: Date, naam: String, relatie: Relatie, nr: usize) -> VerbindPersoon {
        let file: String = self.dossier.nummer.as_str().chars().filter(char::is_ascii_digit).collect();
        let telefoon = format!("000-{:07}", 2_000_000 + self.worp.onder(900_000));
        let contact = Contactgegevens {
            e_mail: format!("gezin{file}.{nr}@ouders.example"),
            telefoon,
            adres: String::new(),
        };
        let brondocument = format!("uittreksel van {}", dates::long_nl(op));
        VerbindPersoon { naam, relatie, van: op, tot: None, brondocument, contact, namens: None }
    }

    /// Opens a file for a child that is enrolled at the school already.
    pub(super) fn ingeschreven(&mut self, geleden: i32, geboren: Date, groep: &str) -> Stap {
        let op = self.dag(geleden);
        let mut opdrachten = self.openen(op, geboren);
        let per = Schooljaar::of(op).first_day();
        opdrachten.push(inschrijving(self.school, groep, per).into());
        self.doe(op, self.school.ib(), opdrachten)?;
        self.misschien_aangesloten(plus(op, 2))
    }

    /// A child of the school, in a group that fits, known since so many days ago.
    pub(super) fn leerling(&mut self, geleden: i32) -> Stap {
        // Who is known longer was at the same kind of school then.
        let years = if geleden > 150 { 2 } else { 0 };
        let number = if self.school.school.schoolsoort == Schoolsoort::Vo {
            self.worp.tussen(9 + years, 13)
        } else if self.thuis && self.worp.kans(40) {
            5
        } else {
            self.worp.tussen(3 + years, 8)
        };
        let groep = group_name(number, self.worp.onder(2));
        let geboren = self.geboren_voor(number);
        self.ingeschreven(geleden, geboren, &groep)
    }

    /// Gives the first parent an own page, from this day on.
    pub(super) fn sluit_aan(&mut self, op: Date) -> Stap {
        if !self.ouders.is_empty() {
            return Ok(());
        }
        let op = self.verleden(op);
        self.ib(
            op,
            NodigOuderUit { persoon: 1, geldig_tot_en_met: plus(op, CODE_DAGEN), werkt_hier: false },
        )?;
        let account = match self.voorbeeld {
            Some(voorbeeld) => code(voorbeeld.account),
            None => code(&format!("ouder-{}", self.dossier.nummer)),
        };
        let naam = self.kind.ouders.first().map_or_else(String::new, |ouder| ouder.naam.clone());
        let opdracht = SluitOuderAan { persoon: 1, account };
        let actor = self.gezinslid(opdracht.account.clone());
        self.ouders.push(Aangeslotene { account: opdracht.account.clone(), naam, sinds: op });
        self.doe_bewezen(op, actor, vec![opdracht.into()])
    }

    /// Gives the first parent an own page in the files of the demo, and in some others.
    pub(super) fn misschien_aangesloten(&mut self, op: Date) -> Stap {
        if self.eigen_pagina || self.worp.kans(EIGEN_PAGINA) { self.sluit_aan(op) } else { Ok(()) }
    }
}

/// `5`, or `2b` in secondary school.
pub(super) fn group_name(number: i32, parallel: usize) -> String {
    if number <= 8 { number.to_string() } else { format!("{}{}", number - 8, ["a", "b"][parallel % 2]) }
}

/// The enrolment at a school.
pub(super) fn inschrijving(school: &Demoschool, groep: &str, per: Date) -> SchrijfIn {
    SchrijfIn {
        vestiging: school.school.vestiging.clone(),
        schoolnaam: school.school.naam.clone(),
        schoolsoort: school.school.schoolsoort,
        swv: school.school.swv().cloned(),
        groep: groep.to_owned(),
        per,
        verklaring: "Staat in het oude dossier, van ons samenwerkingsverband".to_owned(),
    }
}
