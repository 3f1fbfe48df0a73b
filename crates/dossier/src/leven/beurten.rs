//! Whose turn it is in the life of a child: the school that keeps it finds out who has authority when nobody has it any more,
//! looks for parents whom nobody reaches, and tells pupil and parents what changes when the pupil comes of age.
//!
//! A life is no case: what waits for letters stands at the case that runs at that school, where they wait for an addressee, and at the
//! child itself where nothing runs. That a child leaves for another school stands at the child itself.

use base::{Date, OrganisatieId, dates};
use verband::grenzen::{
    DAGEN_OM_GEZAG_NA_GAAN, DAGEN_OM_GEZAG_NA_TE_KIJKEN, DAGEN_OM_TE_LEZEN, DAGEN_TOT_NAGAAN,
    MAANDEN_VOOR_MEERDERJARIG,
};

use crate::aanmelding::afloop::has_temporary;
use crate::beurt::{Beurt, Onderwerp, Step, Zet, loopt_nog};
use crate::gebeurtenis::Feitsoort;
use crate::leven::betrokkenheid;
use crate::leven::feiten::{Overleden, Overledene};
use crate::staat::{Aanmelding, Dossier, Inschrijving, Persoon};
use crate::toegang::{RelatieSoort, Wie};

/// The turns of a life.
pub(super) fn beurten(dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    beurten.extend(dossier.inschrijvingen.iter().filter_map(|place| leaving_turn(dossier, place)));
    beurten.extend(dossier.inschrijvingen.iter().filter_map(|place| without_school_turn(dossier, place)));
    beurten.extend(dossier.ongelezen().into_iter().map(|(zet, school, since, until)| {
        let step = Step::new(zet, None, since);
        let step =
            step.until(dates::plus_days(since, DAGEN_OM_TE_LEZEN)).because(sleutels::leven::beurt_woorden());
        step.by(school).ending(until)
    }));
    beurten.extend(dossier.inschrijvingen.iter().filter_map(|place| moved_turn(dossier, place)));
    let (authority, of_age) = (dossier.without_authority(), dossier.comes_of_age());
    let searched = dossier.niemand_bereikbaar();
    let unseen = dossier.aanmeldingen.iter().any(Aanmelding::gezag_niet_nagekeken);
    if authority.is_none() && of_age.is_none() && searched.is_none() && !unseen {
        return;
    }
    for bij in keepers(dossier) {
        if dossier.gezag_na_te_kijken(&bij.school) {
            let last = dates::plus_days(bij.van, DAGEN_OM_GEZAG_NA_TE_KIJKEN);
            let step = Step::new(Zet::GezagNakijken, bij.over, bij.van).until(last);
            let step = step.because(sleutels::leven::beurt_gezag_niet_nagekeken());
            beurten.push(bij.turn(step, dossier.handelt_zelf_vanaf()));
        }
        if let Some((since, until)) = authority {
            let from = bij.van.max(since);
            let last = dates::plus_days(from, DAGEN_OM_GEZAG_NA_GAAN);
            let step = Step::new(Zet::GezagNagaan, bij.over, from).until(last);
            beurten.push(bij.turn(step.because(sleutels::leven::beurt_niemand_met_gezag()), until));
        }
        if let Some((since, last)) = searched {
            // Each day on which nobody was reached is a step; on the one after it somebody else is asked.
            let next = dates::plus_days(last, DAGEN_OM_GEZAG_NA_GAAN);
            let step = Step::new(Zet::OudersZoeken, bij.over, bij.van.max(since)).until(next);
            let step = step.because(sleutels::leven::BeurtNiemandBereikbaar { sinds: since }.tekst());
            beurten.push(bij.turn(step.by_law("gezag.niemand_bereikbaar"), dossier.handelt_zelf_vanaf()));
        }
        if let Some((since, birthday)) = of_age.filter(|(since, _)| bij.reaches(*since)) {
            let step = Step::new(Zet::MeerderjarigheidVertellen, bij.over, bij.van.max(since));
            let step = step.until(dates::plus_days(birthday, -1));
            // The calendar alone tells nobody: of a pupil who came of age here it is still to be told after that day.
            let until = Some(birthday).filter(|birthday| *birthday <= bij.van);
            beurten.push(bij.turn(step.because(sleutels::leven::beurt_wordt_meerderjarig()), until));
        }
    }
}

/// The school that a child leaves for another one deregisters it as of the first day there (LPW 10): until then the child is its
/// pupil. From that day on the place there has ended this one. What it knows is that day, and no case of the other school.
fn leaving_turn(dossier: &Dossier, place: &Inschrijving) -> Option<Beurt> {
    // A temporary place ends with the decision on the registration (WPO 40(7)).
    let undecided = |a: &Aanmelding| a.vestiging == place.vestiging && a.afloop.is_none() && has_temporary(a);
    if dossier.aanmeldingen.iter().any(undecided) {
        return None;
    }
    let (per, told_on, ends, why) = if let Some(next) = dossier.volgende_school(place) {
        let why = sleutels::leven::BeurtElders { per: next.van }.tekst();
        (next.van, next.vastgelegd_op, Some(next.van), why)
    } else {
        // In a file of its own that school ends no place here: the child stands on two lists until this one deregisters it.
        let told = dossier.vertrekt_naar(place)?;
        (told.per, told.op, None, sleutels::leven::BeurtEldersGehoord { per: told.per }.tekst())
    };
    // Who comes back to this school later is its pupil again, and not taken off its list for the days between.
    let returns =
        |i: &Inschrijving| i.vestiging.organisatie() == place.vestiging.organisatie() && i.van > per;
    if dossier.inschrijvingen.iter().any(returns) {
        return None;
    }
    let step = Step::new(Zet::UitschrijvenNaarAndereSchool, None, told_on.max(place.van)).until(Some(per));
    let step = step.because(why).by_law("leven.uitschrijven");
    Some(step.by(place.vestiging.organisatie()).ending(ends))
}

/// The school that took a child off its list that had to be at a school, without a known other one, finds out where it is: until it said
/// so, or another school has the child. Nobody else here is sure to hear of it (LPW 10, 18(3), 19).
fn without_school_turn(dossier: &Dossier, place: &Inschrijving) -> Option<Beurt> {
    let (van, tot) = dossier.gaat_school_na(place).filter(|_| place.nagegaan_op.is_none())?;
    let step = Step::new(Zet::SchoolNagaan, None, van).until(dates::plus_days(van, DAGEN_TOT_NAGAAN));
    let step = step.because(sleutels::leven::beurt_zonder_school());
    Some(step.by(place.vestiging.organisatie()).ending(Some(tot)))
}

/// A child moved to the area of another partnership while a declaration or a request runs: its school finds out what goes along, as long as
/// it has the child.
fn moved_turn(dossier: &Dossier, place: &Inschrijving) -> Option<Beurt> {
    let moved = dossier.verhuizing_na_te_gaan(place)?;
    let step = Step::new(Zet::VerhuizingNagaan, None, moved.op)
        .until(dates::plus_days(moved.op, DAGEN_TOT_NAGAAN))
        .because(sleutels::leven::beurt_ander_verband());
    Some(step.by(place.vestiging.organisatie()).ending(place.tot))
}

/// A school that keeps the data of the child, on which days, and the case that runs there where one does.
struct Bewaarder {
    school: OrganisatieId,
    over: Option<Onderwerp>,
    van: Date,
    tot: Option<Date>,
    /// Pupils come of age there.
    voortgezet: bool,
}

impl Bewaarder {
    /// A turn of this school, as long as it keeps the data and until a day.
    fn turn(&self, step: Step, until: Option<Date>) -> Beurt {
        step.by(self.school.clone()).ending([self.tot, until].into_iter().flatten().min())
    }

    /// What comes on a day is for this school: its pupils grow that old there, or that day comes while what began there still runs.
    fn reaches(&self, since: Date) -> bool {
        self.voortgezet || since <= loopt_nog(self.van)
    }
}

/// The schools that keep the data of the child.
fn keepers(dossier: &Dossier) -> Vec<Bewaarder> {
    let mut all = Vec::new();
    betrokkenheid::betrokkenen(dossier, &mut all);
    let keeps = |soort| matches!(soort, RelatieSoort::Inschrijving | RelatieSoort::Opening);
    // What is kept after a death waits for nobody.
    let kept = all.into_iter().filter(|relation| keeps(relation.soort) && relation.handelt);
    kept.filter_map(|relation| {
        let Wie::Organisatie(school) = relation.wie else { return None };
        let mut open = dossier.zaken().filter(|zaak| !zaak.afgelopen);
        let zaak = open.find(|zaak| zaak.van.organisatie() == school);
        let van = zaak.map_or(relation.van, |zaak| relation.van.max(zaak.begonnen_op));
        let there =
            |place: &&Inschrijving| place.vestiging.organisatie() == school && place.van == relation.van;
        let voortgezet =
            dossier.inschrijvingen.iter().find(there).is_some_and(|place| !place.schoolsoort.is_primair());
        Some(Bewaarder { over: zaak.map(|zaak| zaak.onderwerp), school, van, tot: relation.tot, voortgezet })
    })
    .collect()
}

impl Dossier {
    /// The first day on which nobody has authority any more who had it, and the first on which that is over; none where somebody
    /// has it without an end. Where nobody was ever known to have it, since the child has people around it: a carer has none.
    fn without_authority(&self) -> Option<(Date, Option<Date>)> {
        self.without(|persoon| persoon.relatie.has_gezag())
    }

    /// The same of whom the law of education calls parents: with authority, or a carer.
    pub(crate) fn zonder_ouders(&self) -> Option<(Date, Option<Date>)> {
        self.without(|persoon| persoon.relatie.is_ouder_in_onderwijs())
    }

    fn without(&self, is_one: impl Fn(&Persoon) -> bool) -> Option<(Date, Option<Date>)> {
        let had: Vec<&Persoon> = self.personen.iter().filter(|p| is_one(p)).collect();
        let ends: Option<Vec<Date>> = had.iter().map(|persoon| self.stands_until(persoon)).collect();
        let never = self.personen.iter().map(|persoon| persoon.van).min().filter(|_| had.is_empty());
        let since = ends?.into_iter().max().or(never)?;
        let until = self.handelt_zelf_vanaf();
        until.is_none_or(|until| since < until).then_some((since, until))
    }

    /// First day on which somebody stands around the child no more: it was ended, or they died.
    fn stands_until(&self, persoon: &Persoon) -> Option<Date> {
        let mut deaths = self.geldende_feiten().filter_map(|(_, fact)| Overleden::uit(fact));
        let died = deaths.find(|fact| fact.wie == Overledene::Persoon(persoon.nr)).map(|fact| fact.op);
        [persoon.tot, died.filter(|_| persoon.overleden)].into_iter().flatten().min()
    }

    /// From when the school tells pupil and parents what changes, and the birthday; none once that was recorded, and of a file
    /// of which the birthday is not known.
    fn comes_of_age(&self) -> Option<(Date, Date)> {
        let birthday = self.meerderjarig_per.filter(|_| !self.meerderjarigheid_verteld)?;
        Some((dates::plus_months(birthday, -MAANDEN_VOOR_MEERDERJARIG)?, birthday))
    }
}
