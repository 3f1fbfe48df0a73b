//! Whose turn it is in a request.

use base::{Date, dates};
use sleutels::Tekst;
use verband::grenzen::{
    DAGEN_OM_TE_ADVISEREN, DAGEN_TUSSEN_ADVIES_EN_BESLUIT, DAGEN_VOOR_ADVIES, DAGEN_VOOR_EEN_STAP,
    WEKEN_TOT_PLEK,
};

use crate::algemeen::staat::Brief;
use crate::beurt::{Beurt, Onderwerp, Step, Zet, article, loopt_nog};
use crate::gebeurtenis::Gebeurtenis;
use crate::leven::gezag::ieder_een_keer;
use crate::leven::stem::Stem;
use crate::rol::Rol;
use crate::soort::Poststand;
use crate::staat::{Besluit, Dossier, Persoon, TlvAanvraag, TlvFase};
use crate::tlv::betrokkenheid::read_until;
use crate::tlv::zienswijze::Zienswijze;
use crate::toegang::gelezen_tot;
use crate::woord::Woord;

/// The turns of every request.
pub(super) fn beurten(dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    for aanvraag in &dossier.aanvragen {
        beurten.extend(dossier.penalty_turns(aanvraag));
        beurten.extend(dossier.word_turns(aanvraag));
        beurten.extend(dossier.correction_turns(aanvraag));
        let before = beurten.len();
        dossier.request_turns(aanvraag, beurten);
        let late: Vec<Beurt> =
            beurten.iter_mut().skip(before).filter_map(|beurt| after_promise(aanvraag, beurt)).collect();
        beurten.extend(late);
    }
}

/// A promised day that went by ends the turn that had it: from the next day on it says that the promise was not kept, and has the
/// last day of the law.
fn after_promise(aanvraag: &TlvAanvraag, beurt: &mut Beurt) -> Option<Beurt> {
    // A day that was proposed on the way to it went by before.
    let on_the_way = matches!(beurt.zet, Zet::DeskundigenToewijzen | Zet::AanvullingBeoordelen);
    let has_it = |day: &Date| beurt.uiterlijk == Some(*day) || on_the_way && beurt.einddag == Some(*day);
    let beloofd = aanvraag.belofte().filter(has_it)?;
    let next = dates::plus_days(beloofd, 1)?;
    let mut late = beurt.vanaf(next);
    late.uiterlijk = aanvraag.beslissen_uiterlijk_op(Date::MAX);
    late.einddag = None;
    late.grond_einddag = Tekst::leeg();
    if aanvraag.zonder_dwangsom_tot.is_none() {
        late.grond = sleutels::tlv::BeurtBelofteGebroken { beloofd }.tekst();
    }
    beurt.tot = Some(beurt.tot.map_or(next, |tot| tot.min(next)));
    Some(late)
}

impl Dossier {
    /// Why a step in a request has its last day, or what to look at first. The turns with it are of phases in which nothing is waited for: the
    /// term runs on whatever day they are looked at. A notice of delay goes before the promise of the policy, which it broke.
    fn why_by_then(&self, aanvraag: &TlvAanvraag) -> Tekst {
        if let Some(per) = self.verklaring_weg(aanvraag) {
            return sleutels::tlv::BeurtVerklaringWeg { per }.tekst();
        }
        let grond =
            aanvraag.termijn.as_ref().map_or_else(Tekst::leeg, |t| article(t.berekening.vindplaats()));
        match (aanvraag.zonder_dwangsom_tot, aanvraag.belofte()) {
            (Some(tot_en_met), _) => sleutels::tlv::BeurtInGebreke { tot_en_met }.tekst(),
            (None, Some(promised)) => {
                let wet = aanvraag.beslissen_uiterlijk_op(Date::MAX).unwrap_or(promised);
                sleutels::tlv::BeurtBelofte { grond, wet }.tekst()
            }
            (None, None) => grond,
        }
    }

    fn request_turns(&self, aanvraag: &TlvAanvraag, beurten: &mut Vec<Beurt>) {
        let school = aanvraag.vestiging.organisatie();
        let swv = aanvraag.swv_organisatie();
        let over = Onderwerp::Aanvraag(aanvraag.nr);
        let grond = self.why_by_then(aanvraag);
        // A notice of default gives time without a penalty, and makes nobody less late.
        let uiterlijk = aanvraag.belofte_of_termijn();
        let received = aanvraag.ontvangen_op.unwrap_or(aanvraag.gestart_op);
        let step = |zet, van| Step::new(zet, over, van).because(grond.clone()).until(uiterlijk);
        let came = aanvraag.te_beoordelen().and_then(|asked| asked.geeindigd_op);
        let judge = |since| between(aanvraag, step(Zet::AanvullingBeoordelen, since), None);
        beurten.extend(came.map(|since| judge(since).by(swv.clone())));
        match aanvraag.fase() {
            TlvFase::Gestart => {
                let ends = self.band_eindigt(&aanvraag.vestiging);
                let fill = Step::new(Zet::AanvraagInvullen, over, aanvraag.gestart_op)
                    .because(sleutels::tlv::niet_verzonden());
                beurten.push(self.renewed_in_time(aanvraag, fill).by(school).ending(ends));
                beurten.extend(self.view_turns(aanvraag, ends));
            }
            TlvFase::Aangevraagd => {
                beurten.push(ask_experts(aanvraag, &step, received));
            }
            TlvFase::WachtOpAanvulling => completion_turns(aanvraag, beurten),
            TlvFase::Advisering => advice_turns(aanvraag, &step, beurten),
            TlvFase::Geadviseerd => {
                let since = aanvraag.adviezen.iter().map(|advies| advies.op).max().unwrap_or(received);
                beurten.push(step(Zet::BesluitNemen, since).by(swv));
            }
            TlvFase::Verleend | TlvFase::Geweigerd => {
                let since = aanvraag.besluit.as_ref().map_or(received, Besluit::op);
                beurten.push(step(Zet::BesluitBekendmaken, since).by(swv));
            }
            TlvFase::VerleendBekend | TlvFase::Gebruikt => {
                beurten.extend(self.to_send(Zet::BesluitVersturen, aanvraag));
                self.sequel_turns(aanvraag, beurten);
            }
            TlvFase::GeweigerdBekend => {
                beurten.extend(self.refusal_turns(aanvraag));
                let why = sleutels::tlv::beurt_hoe_verder();
                beurten.extend(self.goes_on(Zet::VervolgBepalen, aanvraag, why));
            }
            TlvFase::Verlopen
            | TlvFase::TlvIngetrokken
            | TlvFase::BuitenBehandeling
            | TlvFase::AanvraagIngetrokken => {
                let why = ended_because(aanvraag);
                beurten.extend(self.goes_on(Zet::VervolgBepalen, aanvraag, why));
            }
        }
    }

    /// A renewal is sent so long before the declaration ends as deciding on that one could take: then there is a decision when it ends.
    fn renewed_in_time(&self, aanvraag: &TlvAanvraag, step: Step) -> Step {
        let proposed = aanvraag.verlenging_van.and_then(|nr| {
            let earlier = self.aanvraag(nr)?;
            let (eindigt, term) = (earlier.laatste_dag_verklaring()?, &earlier.termijn.as_ref()?.uitkomst);
            let stood_still = i32::try_from(term.opgeschorte_dagen).ok()?;
            let taken = dates::days_between(earlier.ontvangen_op?, term.uiterlijk?) - stood_still;
            let at_least = dates::plus_days(aanvraag.gestart_op, DAGEN_VOOR_EEN_STAP)?;
            Some((eindigt, dates::plus_days(eindigt, -taken)?.max(at_least).min(eindigt)))
        });
        let Some((eindigt, op)) = proposed else { return step };
        step.because(sleutels::tlv::beurt_verklaring_loopt_af())
            .until(Some(op))
            .towards(eindigt, sleutels::tlv::BeurtVerlengingOpTijd { eindigt }.tekst())
    }

    /// The letters of a refusal lie here. Until the day on which it is made known the turn tells of a refusal no more than of a yes.
    fn refusal_turns(&self, aanvraag: &TlvAanvraag) -> impl Iterator<Item = Beurt> {
        let known = aanvraag.bekendmaking.as_ref().map_or(Date::MAX, |bekend| bekend.op);
        let until = |tot: Option<Date>, last: Date| Some(tot.map_or(last, |tot| tot.min(last)));
        let before = self.to_send(Zet::BesluitVersturen, aanvraag).into_iter();
        let before = before.map(move |beurt| Beurt { tot: until(beurt.tot, known), ..beurt });
        let after = self.to_send(Zet::WeigeringVersturen, aanvraag).into_iter();
        let after = after.map(move |beurt| Beurt { van: beurt.van.max(known), ..beurt });
        before.chain(after).filter(|beurt| beurt.tot.is_none_or(|tot| beurt.van < tot))
    }

    /// The partnership says whether another name or date of birth is of the same child; then the school records it.
    fn correction_turns(&self, aanvraag: &TlvAanvraag) -> Option<Beurt> {
        if aanvraag.fase().is_afgelopen() {
            return None;
        }
        let over = Onderwerp::Aanvraag(aanvraag.nr);
        if let Some(asked) = aanvraag.te_beoordelen_verbetering() {
            let (nu, wordt) = (self.naam(), asked.gevraagd.kind.naam());
            let step = Step::new(Zet::VerbeteringBeoordelen, over, asked.gevraagd.op);
            let geboren = asked.gevraagd.kind.geboortedatum;
            let why = sleutels::tlv::BeurtVerbetering { nu: &nu, wordt: &wordt, geboren }.tekst();
            return Some(step.because(why).by(aanvraag.swv_organisatie()));
        }
        let agreed = self.door_te_voeren(aanvraag)?;
        let since = agreed.beoordeeld.as_ref().map_or(agreed.gevraagd.op, |said| said.op);
        let step = Step::new(Zet::VerbeteringDoorvoeren, over, since);
        let step = step.because(sleutels::tlv::beurt_verbetering_akkoord());
        Some(step.by(aanvraag.vestiging.organisatie()).ending(self.band_eindigt(&aanvraag.vestiging)))
    }

    /// A penalty that ran is laid down, from the day after its last, by each that owes one.
    fn penalty_turns(&self, aanvraag: &TlvAanvraag) -> impl Iterator<Item = Beurt> {
        let ended = aanvraag.fase().is_afgelopen();
        let until = read_until(self, aanvraag);
        let withdrawn = aanvraag.aanvraag_ingetrokken_op.is_some();
        aanvraag.verschuldigd().into_iter().filter_map(move |owed| {
            let open = owed.periode;
            let van = dates::plus_days(open.tot_en_met, 1)?;
            let zet = if ended { Zet::DwangsomNaAfloop } else { Zet::DwangsomVaststellen };
            let why = sleutels::tlv::BeurtDwangsom { van: open.van, tot_en_met: open.tot_en_met }.tekst();
            let step =
                Step::new(zet, Onderwerp::Aanvraag(aanvraag.nr), van).until(Some(open.vaststellen_uiterlijk));
            // Who forwarded it, or of whom it was taken back, reads what it was given for a while.
            let ends = if owed.doorgestuurd || withdrawn { gelezen_tot(van) } else { until };
            Some(step.because(why).by_law("dwangsom.vaststellen").by(owed.swv.organisatie()).ending(ends))
        })
    }

    /// Its letters lie here: printed before the day on which it is made known, sent on that day. What lies here after it was made known to
    /// nobody, and is made known anew; of what stood on an own page without a notice its reader hears on paper (Awb 2:11(2)).
    fn to_send(&self, zet: Zet, aanvraag: &TlvAanvraag) -> Vec<Beurt> {
        let Some((bekend, besluit)) = aanvraag.bekendmaking.as_ref().zip(aanvraag.besluit.as_ref()) else {
            return Vec::new();
        };
        let open =
            |brief: &&Brief| matches!(self.poststand(brief), Poststand::TeVerzenden | Poststand::Afgedrukt);
        let about = Onderwerp::Aanvraag(aanvraag.nr);
        let open: Vec<&Brief> = self.brieven_van_besluit(about).filter(open).collect();
        let turn = |van, grond| {
            let step = Step::new(zet, about, van).until(Some(bekend.op)).because(grond);
            step.by(aanvraag.swv_organisatie())
        };
        let (missed, lies): (Vec<&Brief>, Vec<&Brief>) =
            open.into_iter().partition(|brief| brief.kennisgeving_mislukt.is_some());
        let ends = read_until(self, aanvraag);
        if lies.is_empty() {
            let since = missed.iter().filter_map(|brief| brief.kennisgeving_mislukt).min();
            let told = |van| {
                let step = Step::new(zet, about, van).because(sleutels::tlv::beurt_kennisgeving_mislukt());
                step.by_law("tlv.kennisgeving_mislukt").by(aanvraag.swv_organisatie()).ending(ends)
            };
            return since
                .map(told)
                .into_iter()
                .filter(|beurt| beurt.tot.is_none_or(|tot| beurt.van < tot))
                .collect();
        }
        let printed = lies.iter().all(|brief| brief.gedrukt().is_some());
        let van = if printed { bekend.op } else { besluit.op() };
        let late = dates::plus_days(bekend.op, 1);
        let first = turn(van, sleutels::tlv::beurt_dag_van_bekendmaking()).ending(late);
        let (why, bepaling) = if self.ligt_nog(about) {
            (sleutels::tlv::beurt_besluit_ligt_nog(), Some("tlv.werkt_na_bekendmaking"))
        } else {
            // It reached somebody: it stands, and cannot be made known anew.
            (sleutels::tlv::beurt_brief_ligt_nog(), None)
        };
        let then = late.map(|van| Beurt { vervolg: true, bepaling, ..turn(van, why).ending(ends) });
        [Some(first), then].into_iter().flatten().collect()
    }

    /// The views that are asked of what lies before the family: of the parents, and of a pupil of age from that day on.
    fn view_turns(&self, aanvraag: &TlvAanvraag, ends: Option<Date>) -> Vec<Beurt> {
        let Some(laid) = aanvraag.ligt_voor() else { return Vec::new() };
        let own = self.handelt_zelf_vanaf().filter(|own| *own <= loopt_nog(laid.op));
        let asked = |van| {
            let step = Step::new(Zet::ZienswijzeGeven, Onderwerp::Aanvraag(aanvraag.nr), van);
            step.because(sleutels::tlv::niet_verzonden()).by(self.gezin())
        };
        let said = |said: &Zienswijze| said.van == Stem::Leerling && said.over == Some(laid.versie);
        let of_pupil = own.filter(|_| !aanvraag.zienswijzen.iter().any(said));
        let of_parents = self
            .awaits_views(aanvraag)
            .then(|| asked(laid.op).ending([ends, own].into_iter().flatten().min()));
        let of_pupil = of_pupil.map(|own| {
            let theirs = asked(laid.op.max(own)).ending(ends);
            Beurt { rol: Rol::Leerling, ..theirs }
        });
        of_parents.into_iter().chain(of_pupil).collect()
    }

    /// One of the parents whose view the law asks for has not given it of what lies before them.
    fn awaits_views(&self, aanvraag: &TlvAanvraag) -> bool {
        let parents = self.asked_parents();
        parents.is_empty() && aanvraag.zienswijzen.is_empty()
            || !self.nog_niet_gehoord(parents, aanvraag.spraken_over_wat_voorligt()).is_empty()
    }

    /// The parents whose view the law asks for, each once.
    fn asked_parents(&self) -> Vec<&Persoon> {
        let asked = |p: &&Persoon| p.relatie.has_gezag() && p.tot.is_none() && !p.overleden;
        ieder_een_keer(self.personen.iter().filter(asked))
    }

    /// Of each parent with a page of their own whose own words the school wrote others below, in their name: they say themselves what
    /// holds, until there is a decision. Of what lies before the whole family, the family is asked.
    fn word_turns(&self, aanvraag: &TlvAanvraag) -> Vec<Beurt> {
        let fase = aanvraag.fase();
        if aanvraag.besluit.is_some() || fase.is_afgelopen() || fase.liep_op_niets_uit() {
            return Vec::new();
        }
        let ends = aanvraag.ontvangen_op.is_none().then(|| self.band_eindigt(&aanvraag.vestiging)).flatten();
        let ends = [ends, self.handelt_zelf_vanaf()].into_iter().flatten().min();
        let gave = |persoon: &Persoon| self.is_een_van(persoon, aanvraag.spraken_over_wat_voorligt());
        let asked = self.asked_parents().into_iter().filter(|persoon| {
            self.antwoordt_zelf(persoon) && (aanvraag.ligt_voor().is_none() || gave(persoon))
        });
        let turns = asked.filter_map(|persoon| {
            let of = |said: &&Zienswijze| self.is_een_van(persoon, said.van.persoon());
            let said = || aanvraag.zienswijzen.iter().filter(of);
            let last = said().next_back().filter(|last| last.namens && said().any(|said| !said.namens))?;
            let step = Step::new(Zet::ZienswijzeGeven, Onderwerp::Aanvraag(aanvraag.nr), last.op);
            let turn = step.because(sleutels::tlv::school_schreef()).by(self.gezin());
            Some(Beurt { persoon: persoon.account.clone(), ..turn }.ending(ends))
        });
        turns.filter(|turn| turn.tot.is_none_or(|tot| turn.van < tot)).collect()
    }

    /// Somebody to whom the last advice was told has not reacted to it.
    pub(super) fn awaits_reaction(&self, aanvraag: &TlvAanvraag, on: Date) -> bool {
        let Some(last) = aanvraag.adviezen.iter().map(|advies| advies.volgnummer).max() else { return false };
        let since = self.feiten.iter().rev().take_while(|feit| feit.volgnummer > last);
        let said: Vec<Stem> = since
            .filter_map(|feit| {
                let Some(Gebeurtenis::OudersReageerden(said)) = feit.gebeurtenis() else { return None };
                (said.aanvraag == aanvraag.nr).then_some(said.van)
            })
            .collect();
        !self.stemmen_nog_niet_gehoord(on, &said).is_empty()
    }

    fn sequel_turns(&self, aanvraag: &TlvAanvraag, beurten: &mut Vec<Beurt>) {
        let Some(besluit) = aanvraag.verleend() else { return };
        let (van, tot_en_met) = (&besluit.van, &besluit.tot_en_met);
        let over = Onderwerp::Aanvraag(aanvraag.nr);
        let first = aanvraag.bekendmaking.as_ref().map_or(*van, |bekend| bekend.op);
        if self.needs_place(aanvraag) {
            let arranged = dates::plus_days(first, 7 * WEKEN_TOT_PLEK).unwrap_or(first);
            let step = Step::new(Zet::PlaatsingRegelen, over, first).until(Some(arranged.max(*van))).because(
                if arranged > *van {
                    sleutels::tlv::beurt_wacht_op_plek()
                } else {
                    sleutels::tlv::beurt_verklaring_gaat_in()
                },
            );
            // No place can begin with a declaration that ran out.
            let ends = dates::plus_days(*tot_en_met, 1);
            beurten.push(step.by(aanvraag.vestiging.organisatie()).ending(ends));
        }
        // Also after it ran out: until a new request was begun, or it was said how it goes on without.
        let why = sleutels::tlv::beurt_verklaring_loopt_af();
        beurten.extend(self.goes_on(Zet::VerlengingBekijken, aanvraag, why));
    }

    /// A school says how it goes on, as long as the child is there.
    fn goes_on(&self, zet: Zet, aanvraag: &TlvAanvraag, why: Tekst) -> Option<Beurt> {
        let asked = self.vervolg(aanvraag)?;
        let step = Step::new(zet, Onderwerp::Aanvraag(aanvraag.nr), asked.van);
        let step = step.until(Some(asked.uiterlijk)).because(why);
        Some(step.by(asked.school.organisatie()).ending(self.band_eindigt(asked.school)))
    }
}

impl Dossier {
    /// Nobody uses its declaration; or a school says so that is not concerned with the child by this file, and the child is still a
    /// pupil of the school that asked: it sees whether the child really goes there.
    fn needs_place(&self, aanvraag: &TlvAanvraag) -> bool {
        let Some(gebruik) = &aanvraag.gebruik else { return true };
        let still_here =
            self.inschrijvingen.iter().any(|i| i.vestiging == aanvraag.vestiging && i.tot.is_none());
        still_here && !self.kent_hier(&gebruik.vestiging)
    }
}

/// Why a request brings nothing more: what ended it.
fn ended_because(aanvraag: &TlvAanvraag) -> Tekst {
    let ran_out = matches!(aanvraag.fase(), TlvFase::Verlopen | TlvFase::TlvIngetrokken);
    match aanvraag.laatste_dag_verklaring().filter(|_| ran_out) {
        Some(op) if aanvraag.intrekking.is_some() => sleutels::tlv::BeurtVerklaringIngetrokken { op }.tekst(),
        Some(op) => sleutels::tlv::BeurtVerklaringVerlopen { op }.tekst(),
        None => sleutels::tlv::beurt_hoe_verder(),
    }
}

fn completion_turns(aanvraag: &TlvAanvraag, beurten: &mut Vec<Beurt>) {
    let Some(gevraagd) = aanvraag.open_aanvulling() else { return };
    let over = Onderwerp::Aanvraag(aanvraag.nr);
    let lapsed = dates::plus_days(gevraagd.tot_en_met, 1);
    let asked = Step::new(Zet::AanvullingGeven, over, gevraagd.uitnodiging_op)
        .because(sleutels::tlv::beurt_aanvulling_gevraagd());
    let mut given = asked.until(Some(gevraagd.tot_en_met)).by(aanvraag.vestiging.organisatie());
    given.tot = lapsed;
    beurten.push(given);
    if let Some(lapsed) = lapsed {
        let step = Step::new(Zet::AanvullingVerwerken, over, lapsed)
            .because(sleutels::tlv::beurt_aanvultijd_voorbij())
            .until(gevraagd.uiterlijk_zonder_antwoord);
        beurten.push(step.by(aanvraag.swv_organisatie()));
    }
}

fn advice_turns(aanvraag: &TlvAanvraag, step: &impl Fn(Zet, Date) -> Step, beurten: &mut Vec<Beurt>) {
    for toewijzing in aanvraag.wacht_op_deskundigen() {
        let (zet, since) = match aanvraag.te_tekenen_door(&toewijzing.persoon) {
            Some(voorstel) => (Zet::AdviesMeetekenen, voorstel.op),
            None => (Zet::Adviseren, toewijzing.op),
        };
        let mut beurt =
            advise_until(aanvraag, toewijzing.op, step(zet, since)).by(aanvraag.swv_organisatie());
        beurt.persoon = Some(toewijzing.persoon.clone());
        // Two experts have a turn that reads the same: as what each of them advises tells them apart.
        let (discipline, grond) = (toewijzing.discipline.woord(), beurt.grond.clone());
        beurt.grond = sleutels::tlv::BeurtAlsDeskundige { discipline, grond }.tekst();
        beurten.push(beurt);
    }
    if aanvraag.vraagt_deskundige() {
        let since = aanvraag.toewijzingen_hier().map(|t| t.op).max().unwrap_or(aanvraag.gestart_op);
        beurten.push(ask_experts(aanvraag, step, since));
    }
}

/// Experts are asked; or another one, since the day on which one stopped, and in time for that one to advise.
fn ask_experts(aanvraag: &TlvAanvraag, step: &impl Fn(Zet, Date) -> Step, since: Date) -> Beurt {
    let stopped = aanvraag.toewijzingen_hier().filter_map(|toewijzing| toewijzing.beeindigd_op).max();
    let turn = match stopped.filter(|stopped| *stopped >= since) {
        Some(stopped) => advise_until(aanvraag, stopped, step(Zet::AndereDeskundigeKiezen, stopped)),
        None => between(
            aanvraag,
            step(Zet::DeskundigenToewijzen, since),
            Some(DAGEN_VOOR_ADVIES + DAGEN_TUSSEN_ADVIES_EN_BESLUIT),
        ),
    };
    turn.by(aanvraag.swv_organisatie())
}

/// A step on the way to the decision has a day of its own, so many days before the last: at that one it is too late for what comes
/// after. After a notice of delay or of default nothing is proposed any more: only the day that was told is left.
fn between(aanvraag: &TlvAanvraag, step: Step, dagen: Option<i32>) -> Step {
    let moved = aanvraag.zonder_dwangsom_tot.is_some() || aanvraag.vertraagd_tot.is_some();
    match aanvraag.belofte_of_termijn().filter(|_| !moved) {
        Some(besluit) => {
            step.in_time(besluit, dagen, || sleutels::tlv::BeurtAdviesVoorstel { besluit }.tekst())
        }
        None => step,
    }
}

/// The last day of an expert is before that of whoever decides. No law and no policy names it: it is a proposal, and the turn says
/// so. Somebody who was asked late gets a week, as far as there is one.
fn advise_until(aanvraag: &TlvAanvraag, asked: Date, step: Step) -> Step {
    let Some(besluit) = aanvraag.belofte_of_termijn() else { return step };
    let proposed = dates::plus_days(besluit, -DAGEN_TUSSEN_ADVIES_EN_BESLUIT).unwrap_or(besluit);
    let at_least = dates::plus_days(asked, DAGEN_OM_TE_ADVISEREN).unwrap_or(asked);
    step.until(Some(proposed.max(at_least).min(besluit)))
        .towards(besluit, sleutels::tlv::BeurtAdviesVoorstel { besluit }.tekst())
}
