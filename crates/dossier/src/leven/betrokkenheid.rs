//! Who is concerned with a child by its life: the schools where it is enrolled, the school that opened the file of a child
//! without a school, and its family.

use base::{Date, OrganisatieId, dates};

use crate::gebeurtenis::Feitsoort;
use crate::leven::feiten::{Overleden, Overledene};
use crate::soort::{Relatie, Verzorgerslezing};
use crate::staat::{Afloop, Dossier, Inschrijving};
use crate::toegang::{Betrokkenheid, RelatieSoort, Wie, Zaken, gelezen_tot};

/// Schools of enrolment, and persons with a page of their own.
pub(super) fn betrokkenen(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    enrolled(dossier, all);
    opened(dossier, all);
    people(dossier, all);
}

fn enrolled(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    for inschrijving in &dossier.inschrijvingen {
        let place = Betrokkenheid {
            wie: Wie::Organisatie(inschrijving.vestiging.organisatie()),
            soort: RelatieSoort::Inschrijving,
            van: inschrijving.van,
            tot: inschrijving.tot,
            lopend: true,
            handelt: true,
            groep: inschrijving.groep.clone(),
            zaken: dossier.zaken_van_leerling(inschrijving),
            kent_kind: true,
            gegeven_tot_en_met: None,
        };
        if let Some((van, tot)) = after_death(dossier, inschrijving) {
            // No group any more: it is no pupil of a class.
            all.push(Betrokkenheid { van, tot: Some(tot), groep: String::new(), ..place.clone() });
        }
        if let Some((van, tot)) = dossier.gaat_school_na(inschrijving) {
            // It finds out where the child is, and has no say over the child and its people any more.
            let asks =
                Betrokkenheid { van, tot: Some(tot), groep: String::new(), handelt: false, ..place.clone() };
            all.push(asks);
        }
        all.push(place);
    }
}

impl Dossier {
    /// A school that took the child off its list, is finding out where it is, and has nothing else to do with it.
    pub(crate) fn zoekt_alleen(&self, school: &OrganisatieId, on: Date) -> bool {
        let own = |place: &&Inschrijving| place.vestiging.organisatie() == *school;
        let mut places = self.inschrijvingen.iter().filter(own);
        let asks =
            |place: &Inschrijving| self.gaat_school_na(place).is_some_and(|(van, tot)| van <= on && on < tot);
        places.any(asks) && !self.inschrijvingen.iter().filter(own).any(|place| place.is_current(on))
    }

    /// On which days a school that took a child off its list, though it had to be at a school, keeps the file to find out where it is: until
    /// the day after it recorded that, or another school has it, and not for ever.
    pub(super) fn gaat_school_na(&self, place: &Inschrijving) -> Option<(Date, Date)> {
        let van = place.tot.filter(|_| place.uitgeschreven && place.nagaan)?;
        let told = self.elders_toegelaten.iter().map(|told| told.per);
        let elsewhere =
            self.inschrijvingen.iter().map(|i| i.van).chain(told).filter(|next| *next >= van).min();
        let found = place.nagegaan_op.and_then(|op| dates::plus_days(op, 1));
        let tot = [gelezen_tot(van), elsewhere, found].into_iter().flatten().min()?;
        (van < tot && self.overleden_op.is_none()).then_some((van, tot))
    }
}

/// The school that recorded the death of its pupil keeps the file for a while after it deregistered the child: a death that was a
/// mistake is found there, and nobody else can take it back.
fn after_death(dossier: &Dossier, place: &Inschrijving) -> Option<(Date, Date)> {
    dossier.overleden_op?;
    let van = place.tot.filter(|_| place.uitgeschreven)?;
    let school = place.vestiging.organisatie();
    let death = dossier.feiten.iter().find(|feit| {
        let died = feit.gebeurtenis().and_then(Overleden::uit);
        died.is_some_and(|died| died.wie == Overledene::Leerling && died.op <= van)
            && feit.holder == school
            && dossier.correction(feit.volgnummer).is_none()
    })?;
    let tot = gelezen_tot(van.max(dates::today_in_nl(death.recorded_at)))?;
    (van < tot).then_some((van, tot))
}

/// Somebody keeps the data of a child that no school has yet: the school that opened its file. That ends for good with the
/// first enrolment anywhere, and with the own registration when nothing came of it.
fn opened(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    let Some(first) = dossier.feiten.first() else { return };
    let organisatie = &first.actor.organisatie;
    let Some(vestiging) = organisatie.vestiging() else { return };
    let enrolled = dossier.inschrijvingen.iter().map(|inschrijving| inschrijving.van).min();
    all.push(Betrokkenheid {
        wie: Wie::Organisatie(organisatie.clone()),
        soort: RelatieSoort::Opening,
        van: first.on,
        tot: [enrolled, nothing_came_of_it(dossier, organisatie)].into_iter().flatten().min(),
        // An open file is no case that runs: what is open only with one stays closed.
        lopend: false,
        handelt: true,
        groep: String::new(),
        zaken: dossier.zaken_van(&vestiging),
        kent_kind: false,
        gegeven_tot_en_met: None,
    });
}

/// The first day on which a registration at a school ended without a place. That is for good: what the parents want of the
/// school later they say by a registration of their own.
fn nothing_came_of_it(dossier: &Dossier, school: &OrganisatieId) -> Option<Date> {
    let own = dossier.aanmeldingen.iter().filter(|a| a.vestiging.organisatie() == *school);
    let ended = own.filter_map(|aanmelding| match &aanmelding.afloop {
        None | Some(Afloop::Toegelaten { .. } | Afloop::Elders { .. }) => None,
        Some(
            Afloop::Geweigerd { op, .. } | Afloop::BuitenBehandeling { op, .. } | Afloop::Ingetrokken { op },
        ) => Some(*op),
    });
    ended.min()
}

/// By what somebody around the child is concerned with it; none for who reads nothing standing.
fn by_relation(relatie: Relatie) -> Option<RelatieSoort> {
    match relatie {
        Relatie::Gezagsouder | Relatie::Voogd => Some(RelatieSoort::Gezag),
        Relatie::GezagsouderBeperkt => Some(RelatieSoort::GezagBeperkt),
        Relatie::Gemachtigde => Some(RelatieSoort::Machtiging),
        Relatie::Leerling => Some(RelatieSoort::Leerling),
        // What a carer reads is the word of who has authority.
        Relatie::Pleegouder | Relatie::OuderZonderGezag | Relatie::Vertrouwenspersoon => None,
    }
}

fn people(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    // A pupil of age who looks after the own interests takes the parents' place.
    let own = dossier.handelt_zelf_vanaf();
    for persoon in dossier.personen.iter().filter(|persoon| !persoon.overleden) {
        let Some(account) = &persoon.account else { continue };
        let lezing = dossier.lezing_van(persoon);
        let cares = lezing.map(|(wat, _, _)| match wat {
            Verzorgerslezing::Niets | Verzorgerslezing::Aanmelding => RelatieSoort::Verzorging,
            Verzorgerslezing::OokPlan => RelatieSoort::VerzorgingPlan,
        });
        let Some(soort) = by_relation(persoon.relatie).or(cares) else { continue };
        // The pupil stands there from that day on, and the parents until it; where the pupil cannot act, nobody does so as the pupil.
        let (van, until) = match (soort, own) {
            (RelatieSoort::Leerling, None) => continue,
            (RelatieSoort::Leerling, Some(own)) => (persoon.van.max(own), dossier.overleden_op),
            (_, own) => (lezing.map_or(persoon.van, |(_, said, _)| persoon.van.max(said)), own),
        };
        let until = [until, lezing.and_then(|(_, _, tot)| tot)].into_iter().flatten().min();
        all.push(Betrokkenheid {
            wie: Wie::persoon(account),
            soort,
            van,
            tot: [persoon.tot, until].into_iter().flatten().min(),
            lopend: true,
            handelt: true,
            groep: String::new(),
            zaken: Zaken::Alle,
            kent_kind: true,
            gegeven_tot_en_met: None,
        });
    }
}
