//! Whose turn it is in a registration.

use base::{Date, SwvCode, Vestigingscode, dates};
use verband::grenzen::{
    DAGEN_OM_TE_ANTWOORDEN, DAGEN_TOT_NAGAAN, DAGEN_TUSSEN_BEHOEFTE_EN_BESLISSING, RENEWAL_MONTHS,
};

use crate::aanmelding::betrokkenheid::looks_until;
use crate::aanmelding::feiten::Weigeringsgrond;
use crate::aanmelding::keuze::Ouderkeuze;
use crate::aanmelding::staat::Antwoord;
use crate::beurt::{Beurt, Onderwerp, Step, Zet, article};
use crate::soort::{Inleverwijze, Schoolsoort};
use crate::staat::{Aanbod, Aanmelding, AanmeldingFase, Afloop, Dossier, Inschrijving, Persoon, TlvAanvraag};

/// The turns of every registration.
pub(super) fn beurten(dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    for aanmelding in &dossier.aanmeldingen {
        dossier.registration_turns(aanmelding, beurten);
    }
}

impl Dossier {
    fn registration_turns(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        if aanmelding.afloop.is_some() {
            beurten.extend(self.turn_of_the_partnership(aanmelding));
        }
        let school = aanmelding.vestiging.organisatie();
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        let uiterlijk = aanmelding.termijn.uitkomst.uiterlijk;
        let grond = article(aanmelding.termijn.berekening.vindplaats_in(aanmelding.sector));
        let begin = aanmelding.behoefte.as_ref().map_or(aanmelding.ontvangen_op, |behoefte| behoefte.op);
        let step = |zet, van| Step::new(zet, over, van).because(grond.clone());
        match aanmelding.fase() {
            AanmeldingFase::Ontvangen => {
                let assess = step(Zet::BehoefteVaststellen, begin);
                let assess = match uiterlijk {
                    Some(last) => assess.in_time(last, Some(DAGEN_TUSSEN_BEHOEFTE_EN_BESLISSING), || {
                        sleutels::aanmelding::BeurtVoorstel { besluit: last }.tekst()
                    }),
                    None => assess,
                };
                beurten.push(assess.by(school.clone()));
            }
            AanmeldingFase::BehoefteVastgesteld => {
                let decide = step(Zet::AanmeldingBeslissen, begin).until(uiterlijk);
                let decide = if aanmelding.ouders_oneens() {
                    decide.because(sleutels::aanmelding::beurt_ouders_oneens())
                } else {
                    decide
                };
                beurten.push(decide.by(school.clone()));
            }
            AanmeldingFase::AanbodGedaan => {
                beurten.extend(self.offer_turn(aanmelding));
                // The term of the school runs on while the parents think.
                beurten.push(step(Zet::AanmeldingBeslissen, begin).until(uiterlijk).by(school.clone()));
            }
            AanmeldingFase::WachtOpInformatie => self.information_turns(aanmelding, beurten),
            AanmeldingFase::Toegelaten => {
                beurten.extend(self.turn_until_the_first_day(aanmelding));
                beurten.extend(self.first_day_turn(aanmelding));
                beurten.extend(self.missed_turn(aanmelding));
                beurten.extend(self.renewal_turn(aanmelding));
                beurten.extend(self.withdrawn_turn(aanmelding));
                beurten.extend(self.plan_turn(aanmelding));
                return;
            }
            AanmeldingFase::Elders => return self.turns_to_a_place_elsewhere(aanmelding, beurten),
            AanmeldingFase::Geweigerd => {
                beurten.extend(self.turn_after_a_refusal(aanmelding));
                beurten.extend(self.turn_without_a_school(aanmelding));
                return;
            }
            AanmeldingFase::BuitenBehandeling | AanmeldingFase::Ingetrokken => {
                beurten.extend(self.turn_without_a_school(aanmelding));
                return;
            }
        }
        self.turns_of_others(aanmelding, beurten);
        self.temporary_turn(aanmelding, beurten);
        beurten.extend(self.turn_of_the_partnership(aanmelding));
    }

    /// Whoever watches over refusals takes up one without a decision, some days after it was reported, whatever became of the
    /// registration; and looks again on the day that it named.
    fn turn_of_the_partnership(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let (since, until) = aanmelding.nog_op_te_pakken()?;
        let zet = match aanmelding.afloop {
            None => Zet::WeigeringOppakken,
            Some(_) => Zet::WeigeringNaAfloop,
        };
        let step = Step::new(zet, Onderwerp::Aanmelding(aanmelding.nr), since)
            .because(sleutels::aanmelding::beurt_zonder_besluit())
            .until(until);
        Some(step.by(self.toezicht_swv(aanmelding)?.organisatie()))
    }

    /// An offer is answered by the family, until one of them spoke.
    fn offer_turn(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let aanbod = aanmelding.open_aanbod()?;
        if !aanmelding.gezegd(Ouderkeuze::Aanbod(aanbod.nr)).is_empty() {
            return None;
        }
        // No shorter where the school is late: its own term runs on meanwhile.
        let answer = dates::plus_days(aanbod.op, DAGEN_OM_TE_ANTWOORDEN);
        let step = Step::new(Zet::AanbodBeantwoorden, Onderwerp::Aanmelding(aanmelding.nr), aanbod.op)
            .because(sleutels::aanmelding::beurt_plek_voorgesteld())
            .until(answer);
        Some(step.by(self.gezin()))
    }

    /// What one of the parents wants, the others with authority are asked. Whoever has a page of their own answers there; the
    /// school asks who has none, and goes on when the time for an answer is over: not of a withdrawal, which nobody's silence is.
    fn turns_of_others(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        let mut school: Vec<Vraagtijd> = Vec::new();
        for keuze in aanmelding.lopende_keuzes() {
            let Some(since) = aanmelding.gezegd(keuze).first().map(|said| said.op) else { continue };
            // That parents want to withdraw lapses on the day on which the pupil decides (BW 1:233, 1:245).
            let lapses = self.handelt_zelf_vanaf().filter(|_| keuze == Ouderkeuze::Intrekken);
            let asked = self.still_asked(aanmelding, keuze, since);
            if asked.is_empty() {
                school.push(Vraagtijd { van: since, uiterlijk: since, tot: lapses });
            }
            for persoon in asked {
                let (from, until) = (since.max(persoon.van), persoon.tot);
                let Some(last) = aanmelding.antwoord_uiterlijk(keuze, persoon) else { continue };
                let lapsed = dates::plus_days(last, 1).unwrap_or(Date::MAX);
                let own_page = self.antwoordt_zelf(persoon);
                if own_page {
                    let zet = match keuze {
                        Ouderkeuze::Intrekken => Zet::IntrekkingBeantwoorden,
                        Ouderkeuze::Aanbod(_) => Zet::AanbodBeantwoorden,
                    };
                    let step = Step::new(zet, over, from)
                        .because(sleutels::aanmelding::beurt_andere_ouder_wil())
                        .until(Some(last));
                    let theirs = step.by(self.gezin());
                    let ends = [until, lapses].into_iter().flatten().min();
                    if ends.is_none_or(|ends| from < ends) {
                        beurten.push(Beurt { persoon: persoon.account.clone(), ..theirs }.ending(ends));
                    }
                }
                let opens = if own_page { lapsed } else { from };
                let van = until.map_or(opens, |until| opens.min(until));
                let silent = keuze == Ouderkeuze::Intrekken;
                let tot = silent.then_some(lapsed).filter(|_| until.is_none());
                let tot = [tot, lapses].into_iter().flatten().min();
                school.push(Vraagtijd { van, uiterlijk: last.max(van), tot });
            }
        }
        school.retain(|asks| asks.tot.is_none_or(|tot| asks.van < tot));
        let Some(van) = school.iter().map(|asks| asks.van).min() else { return };
        let last = school.iter().map(|asks| asks.uiterlijk).min();
        let ends = school.iter().map(|asks| asks.tot).collect::<Option<Vec<_>>>();
        let step = Step::new(Zet::AndereOuderVragen, over, van)
            .because(sleutels::aanmelding::beurt_ouder_ontbreekt())
            .until(last);
        let ends = ends.and_then(|all| all.into_iter().max());
        beurten.push(step.by(aanmelding.vestiging.organisatie()).ending(ends));
    }

    /// Those with authority since a day who said nothing of a choice, each once.
    fn still_asked(&self, aanmelding: &Aanmelding, keuze: Ouderkeuze, since: Date) -> Vec<&Persoon> {
        let has = |p: &&Persoon| p.relatie.has_gezag() && !p.overleden && p.tot.is_none_or(|tot| since < tot);
        let said = aanmelding.gezegd(keuze);
        self.nog_niet_gehoord(self.personen.iter().filter(has), said.iter().map(|said| said.van))
    }

    /// A child that is at no school and was admitted for later stays at home until then: from the day on which it would have had a place
    /// without a decision (WPO 40(7)) the school that admitted it sees where it is. No law lays that on it.
    fn turn_until_the_first_day(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let (since, per) = self.wacht_op_eerste_dag(aanmelding)?;
        if aanmelding.plek_vastgesteld.is_some() {
            return None;
        }
        let step = Step::new(Zet::SchoolNaAanmelding, Onderwerp::Aanmelding(aanmelding.nr), since)
            .because(sleutels::aanmelding::BeurtWachtOpEersteDag { per }.tekst())
            .until(dates::plus_days(since, DAGEN_TOT_NAGAAN));
        Some(step.by(aanmelding.vestiging.organisatie()).ending(Some(per)))
    }

    /// An admitted child is expected on its first day: the school says that it came, or did not. Who was there already by a temporary place is
    /// not awaited, and after some time its enrolment speaks for itself. Who is admitted from a day that is over is asked of at once.
    fn first_day_turn(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let Some(Afloop::Toegelaten { op, per }) = aanmelding.afloop else { return None };
        let there = aanmelding.tijdelijke_plaatsing.is_some();
        if aanmelding.gekomen.is_some() || aanmelding.niet_gekomen.is_some() || there {
            return None;
        }
        let asked = per.max(op);
        let step = Step::new(Zet::EersteDag, Onderwerp::Aanmelding(aanmelding.nr), asked)
            .because(sleutels::aanmelding::beurt_eerste_schooldag())
            .until(Some(asked));
        // Who is no pupil there any more is awaited no longer.
        let left = self.leerling_tot(&aanmelding.vestiging, asked);
        let ends = [dates::plus_days(asked, DAGEN_TOT_NAGAAN), left].into_iter().flatten().min();
        Some(step.by(aanmelding.vestiging.organisatie()).ending(ends))
    }

    /// A child that did not come: the school finds out why, until it comes or is on the list of another school.
    fn missed_turn(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let missed = aanmelding.niet_gekomen.as_ref()?;
        let step = Step::new(Zet::NietGekomenNagaan, Onderwerp::Aanmelding(aanmelding.nr), missed.op)
            .because(sleutels::aanmelding::beurt_niet_gekomen())
            .until(Some(missed.tot_en_met));
        Some(
            step.by(aanmelding.vestiging.organisatie())
                .ending(self.leerling_tot(&aanmelding.vestiging, missed.op)),
        )
    }

    /// After a refusal because another school is willing the school that refused sees whether the child got there, as long as it is at no
    /// school: the law let it refuse only as there was that place (WPO 40(4), WEC 40(5), WVO 8.9(2)).
    fn turn_after_a_refusal(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let Some(Afloop::Geweigerd { op, grond: Weigeringsgrond::AndereSchool(school), .. }) =
            &aanmelding.afloop
        else {
            return None;
        };
        let at_school =
            |place: &Inschrijving| place.vestiging != aanmelding.vestiging && place.runs_after(*op);
        let found = school.vestiging.as_ref();
        if aanmelding.plek_vastgesteld.is_some()
            || self.inschrijvingen.iter().any(at_school)
            || self.went_there(aanmelding, found, *op)
        {
            return None;
        }
        let expected = aanmelding.gewenst_per.map_or(*op, |per| per.max(*op));
        let step = Step::new(Zet::PlekNagaan, Onderwerp::Aanmelding(aanmelding.nr), *op)
            .because(sleutels::aanmelding::beurt_niet_zonder_plek())
            .until(dates::plus_days(expected, DAGEN_TOT_NAGAAN));
        Some(step.by(aanmelding.vestiging.organisatie()).ending(looks_until(aanmelding)))
    }

    /// A registration that ended without a place, of a child that is enrolled nowhere and of which no other registration goes on: nobody
    /// else knows of it here, so that the school sees whether it has a school. No law lays that on it; a child that stays at home does
    /// not come by itself.
    fn turn_without_a_school(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let op = aanmelding.zonder_plek_sinds()?;
        let goes_on = |a: &Aanmelding| match a.afloop {
            Some(Afloop::Toegelaten { per, .. }) => self.inschrijvingen.is_empty() && op <= per,
            // It runs, or the school sees to a place that was found.
            None
            | Some(
                Afloop::Elders { .. } | Afloop::Geweigerd { grond: Weigeringsgrond::AndereSchool(_), .. },
            ) => true,
            Some(
                Afloop::Geweigerd { .. } | Afloop::BuitenBehandeling { .. } | Afloop::Ingetrokken { .. },
            ) => {
                // Of two that ended at one school the last one counts.
                a.nr > aanmelding.nr && a.vestiging == aanmelding.vestiging
            }
        };
        let mut others = self.aanmeldingen.iter().filter(|a| a.nr != aanmelding.nr);
        let mut places = self.inschrijvingen.iter().filter(|place| !aanmelding.is_tijdelijke_plek(place));
        let at_school = places.any(|place| place.runs_after(op));
        if aanmelding.plek_vastgesteld.is_some() || at_school || others.any(goes_on) {
            return None;
        }
        let expected = aanmelding.gewenst_per.map_or(op, |per| per.max(op));
        let step = Step::new(Zet::SchoolNaAanmelding, Onderwerp::Aanmelding(aanmelding.nr), op)
            .because(sleutels::aanmelding::beurt_kind_zonder_school())
            .until(dates::plus_days(expected, DAGEN_TOT_NAGAAN));
        let ends = [looks_until(aanmelding), self.handelt_zelf_vanaf()].into_iter().flatten().min();
        Some(step.by(aanmelding.vestiging.organisatie()).ending(ends))
    }

    /// A pupil who came with a declaration of another file: what comes after it is for the school where it is used. A request that
    /// was begun here after the child came says that it is looked at.
    fn renewal_turn(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let Some(Afloop::Toegelaten { per, .. }) = aanmelding.afloop else { return None };
        let last = aanmelding.getoond_voor(per).map(|verklaring| verklaring.tot_en_met).max()?;
        let school = aanmelding.vestiging.organisatie();
        let since = dates::plus_months(last, -RENEWAL_MONTHS)?.max(per);
        let begun = |aanvraag: &TlvAanvraag| {
            aanvraag.gestart_op >= per
                && aanvraag.vestiging.organisatie() == school
                && !aanvraag.fase().liep_op_niets_uit()
        };
        if self.aanvragen.iter().any(begun) {
            return None;
        }
        let step = Step::new(Zet::VerlengingBekijken, Onderwerp::Aanmelding(aanmelding.nr), since)
            .until(Some(last))
            .because(sleutels::tlv::beurt_verklaring_loopt_af());
        Some(step.by(school).ending(self.declaration_ends(&aanmelding.vestiging, last)))
    }

    /// The declaration of another file with which a pupil came had been withdrawn by then: its school says how it goes on.
    fn withdrawn_turn(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let told = aanmelding.verklaring_na_te_gaan()?;
        let why = sleutels::aanmelding::BeurtVerklaringVervallen { nummer: &told.nummer, per: told.per };
        let step = Step::new(Zet::VerklaringNagaan, Onderwerp::Aanmelding(aanmelding.nr), told.op)
            .because(why.tekst())
            .until(dates::plus_days(told.op, DAGEN_TOT_NAGAAN));
        Some(step.by(aanmelding.vestiging.organisatie()).ending(self.band_eindigt(&aanmelding.vestiging)))
    }

    /// After a yes to an offer the parents register the child there. From the day on which the place is there the school
    /// that keeps the duty of care sees to it.
    fn turns_to_a_place_elsewhere(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let accepted = |aanbod: &&Aanbod| matches!(aanbod.antwoord, Some(Antwoord::Aanvaard(_)));
        let Some(Afloop::Elders { op, .. }) = aanmelding.afloop else { return };
        let Some(aanbod) = aanmelding.aanbiedingen.iter().find(accepted) else { return };
        if aanmelding.plek_vastgesteld.is_some()
            || self.went_there(aanmelding, aanbod.school.vestiging.as_ref(), op)
        {
            return;
        }
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        let lapsed = dates::plus_days(aanbod.per.max(op), 1);
        let register = Step::new(Zet::EldersAanmelden, over, op)
            .because(sleutels::aanmelding::beurt_plek_elders())
            .until(Some(aanbod.per));
        beurten.push(register.by(self.gezin()).ending(lapsed));
        if let Some(lapsed) = lapsed {
            let step = Step::new(Zet::PlekNagaan, over, lapsed)
                .because(sleutels::aanmelding::beurt_zorgplicht_blijft())
                .until(Some(lapsed));
            let left = self.band_eindigt(&aanmelding.vestiging);
            let ends = [left, looks_until(aanmelding)].into_iter().flatten().min();
            beurten.push(step.by(aanmelding.vestiging.organisatie()).ending(ends));
        }
    }

    /// The child is enrolled since then at the school of which the place was accepted, a registration there runs or led to admission, or
    /// that school uses a declaration of this file. One that was withdrawn or refused leaves the child where it was: without a
    /// school. Where the code of that school is not known, any other school counts.
    fn went_there(&self, aanmelding: &Aanmelding, found: Option<&Vestigingscode>, since: Date) -> bool {
        let other = |vestiging: &Vestigingscode| match found {
            Some(found) => vestiging.organisatie() == found.organisatie(),
            None => vestiging.organisatie() != aanmelding.vestiging.organisatie(),
        };
        let registered = |a: &Aanmelding| match a.afloop {
            None => true,
            Some(Afloop::Toegelaten { per, .. }) => per >= since,
            Some(
                Afloop::Elders { .. }
                | Afloop::Geweigerd { .. }
                | Afloop::BuitenBehandeling { .. }
                | Afloop::Ingetrokken { .. },
            ) => false,
        };
        // Of a school that is known by its code, who is a pupil there already went there too.
        let came = |place: &Inschrijving| place.van >= since || found.is_some() && place.runs_after(since);
        let mut used = self.aanvragen.iter().filter_map(|aanvraag| aanvraag.gebruik.as_ref());
        self.aanmeldingen.iter().any(|a| other(&a.vestiging) && registered(a))
            || self.inschrijvingen.iter().any(|i| other(&i.vestiging) && came(i))
            || used.any(|gebruik| other(&gebruik.vestiging) && gebruik.per >= since)
    }

    fn information_turns(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let Some(gevraagd) = aanmelding.open_opschorting() else { return };
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        let lapsed = dates::plus_days(gevraagd.tot_en_met, 1);
        let asked = Step::new(Zet::InformatieGeven, over, gevraagd.uitnodiging_op)
            .because(sleutels::aanmelding::beurt_informatie_gevraagd());
        let handed = gevraagd.te_bekijken();
        // What is to come on paper did not come yet.
        if handed.is_none_or(|handed| handed.wijze == Inleverwijze::Papier) {
            let mut given = asked.until(Some(gevraagd.tot_en_met)).by(self.gezin());
            given.tot = lapsed;
            beurten.push(given);
        }
        let looks = handed.map(|handed| (handed.op, sleutels::aanmelding::beurt_ouders_leverden_in()));
        let records = || lapsed.map(|lapsed| (lapsed, sleutels::aanmelding::beurt_antwoordtijd_voorbij()));
        if let Some((van, grond)) = looks.or_else(records) {
            let step = Step::new(Zet::InformatieVerwerken, over, van)
                .because(grond)
                .until(gevraagd.uiterlijk_zonder_antwoord);
            beurten.push(step.by(aanmelding.vestiging.organisatie()));
        }
    }

    fn temporary_turn(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let recht = &aanmelding.tijdelijk_recht;
        let Some(vanaf) = recht.uitkomst.vanaf.filter(|_| recht.uitkomst.recht) else { return };
        if aanmelding.tijdelijke_plaatsing.is_some() {
            return;
        }
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        if recht.uitkomst.toelating {
            // Admitted by the law itself, whatever school it has: what is left is to record it, and nothing else is to be done.
            beurten.retain(|beurt| beurt.onderwerp != Some(over) || beurt.van < vanaf);
            for beurt in beurten.iter_mut().filter(|beurt| beurt.onderwerp == Some(over)) {
                beurt.tot = beurt.tot.map_or(Some(vanaf), |tot| Some(tot.min(vanaf)));
            }
            let step = Step::new(Zet::AanmeldingBeslissen, over, vanaf)
                .because(article(recht.berekening.vindplaats_in(aanmelding.sector)))
                .until(Some(vanaf));
            beurten.push(step.by(aanmelding.vestiging.organisatie()));
            return;
        }
        // A child that has a school again waits for no place, until it has none again.
        let (soort, mut next) = (aanmelding.plek().soort(), Some(vanaf));
        while let Some(van) = next.and_then(|day| self.not_enrolled_from(soort, day)) {
            next = self.enrolled_after(soort, van);
            let step = Step::new(Zet::TijdelijkPlaatsen, over, van)
                .because(article(recht.berekening.vindplaats_in(aanmelding.sector)))
                .until(Some(van));
            beurten.push(step.by(aanmelding.vestiging.organisatie()).ending(next));
        }
    }

    /// First day after `on` on which an enrolment begins that counts for a school of this kind.
    fn enrolled_after(&self, school: Schoolsoort, on: Date) -> Option<Date> {
        let counts = |place: &&Inschrijving| school.telt_inschrijving_bij(place.schoolsoort);
        let begins = self.inschrijvingen.iter().filter(counts).filter(|place| place.van > on);
        begins.map(|i| i.van).min()
    }

    /// First day from `on` on which the child is enrolled at no school that counts for one of this kind; none while it is
    /// enrolled without an end.
    fn not_enrolled_from(&self, school: Schoolsoort, on: Date) -> Option<Date> {
        let in_sector = |place: &&Inschrijving| school.telt_inschrijving_bij(place.schoolsoort);
        let mut day = on;
        while let Some(inschrijving) = self.inschrijving_op(day).filter(in_sector) {
            day = inschrijving.tot?;
        }
        Some(day)
    }

    /// The partnership that watches over a registration: that of the school, else that of the child's
    /// address.
    pub(crate) fn toezicht_swv<'a>(&'a self, aanmelding: &'a Aanmelding) -> Option<&'a SwvCode> {
        let adres = self.leerling.as_ref().map(|leerling| &leerling.adres);
        let secondary = aanmelding.plek().soort().is_voortgezet();
        let by_address =
            adres.and_then(|adres| if secondary { adres.swv_vo.as_ref() } else { adres.swv_po.as_ref() });
        aanmelding.swv.as_ref().or(by_address)
    }
}

/// From when the school asks one of those with authority, until when an answer is awaited, and when nothing is left to do.
struct Vraagtijd {
    van: Date,
    uiterlijk: Date,
    tot: Option<Date>,
}
