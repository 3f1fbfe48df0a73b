//! P4, second half: deciding, making known, using, ending.

use std::sync::Arc;

use base::{Date, PersoonId, Vestigingscode, dates};
use verband::grenzen::MOST_DELAY_WEEKS;

use crate::berekend::Berekening;
use crate::leven::elders::EldersToegelaten;
use crate::opdracht::regels::sector_of_tlv;
use crate::opdracht::velden::{Dag, Keuze, KomendeDag, MagTekst, Regel, Tekst, Uitspreken, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider, regels};
use crate::refusal::Refusal;
use crate::soort::{Adviesuitkomst, Afzender, Discipline};
use crate::staat::{Dossier, TlvAanvraag, TlvFase};
use crate::tlv::besluitfeiten::{
    IngebrekestellingOntvangen, TlvGebruikt, TlvGeweigerd, TlvVerleend, TlvVerlopen, VertragingGemeld,
};
use crate::tlv::doorzenden::refuse_not_competent;
use crate::tlv::dwangsom::Dwangsomperiode;
use crate::tlv::opdracht::{IN_BEHANDELING, check_categorie, find, of_swv, refuse_after, vereis_fase};
use crate::tlv::periode::{first_day, refuse_beyond_school};
use crate::tlv::wijziging::refuse_same;

pub use crate::tlv::bekendmaken::{Bekendmaking, MaakBekend};
pub use crate::tlv::wijziging::VraagCategorieWijziging;

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uitspraak {
    /// Granted.
    Verleen {
        /// Number from the register, unique in the SWV.
        nummer: String,
        /// Funding category (so and vso).
        categorie: Option<u8>,
        /// First day.
        van: Date,
        /// Last day.
        tot_en_met: Date,
    },
    /// Refused.
    Weiger,
}

daad! {
    /// Decides on the request.
    NeemBesluit,
    /// Request.
    aanvraag {
        /// What is decided.
        uitspraak: Uitspreken,
        /// Why, in plain Dutch.
        motivering: Tekst,
        /// Why it deviates from an advice; empty when it does not.
        afwijking: MagTekst,
        /// Why it does not wait for the reaction of the parents to an advice; empty when it does.
        eerder: MagTekst,
    }
}

impl NeemBesluit {
    /// Whether this decision differs from what any expert advised: another outcome or category, or
    /// another end.
    pub fn deviates(&self, aanvraag: &TlvAanvraag) -> bool {
        aanvraag.adviezen.iter().any(|advies| match &self.uitspraak {
            Uitspraak::Weiger => advies.uitkomst == Adviesuitkomst::Toelaatbaar,
            Uitspraak::Verleen { categorie, tot_en_met, .. } => {
                advies.uitkomst == Adviesuitkomst::NietToelaatbaar
                    || advies.categorie != *categorie
                    || advies.tot_en_met.is_some_and(|end| end != *tot_en_met)
            }
        })
    }
}

/// Two experts advise whoever decides: nobody advises themselves, whatever the decision would be.
pub fn refuse_own_advice(aanvraag: &TlvAanvraag, persoon: &PersoonId) -> Result<(), Refusal> {
    if aanvraag.toewijzingen.iter().any(|toewijzing| toewijzing.persoon == *persoon) {
        return Err(Refusal::new("eigen_advies", sleutels::tlv::eigen_advies())
            .instead(sleutels::tlv::ander_beslist()));
    }
    Ok(())
}

/// Disciplines of the assigned experts who advised.
fn disciplines(aanvraag: &TlvAanvraag) -> Vec<Discipline> {
    aanvraag.adviseurs().map(|adviseur| adviseur.discipline).collect()
}

/// There is no advice yet of one expert, or of both.
fn missing_advice(missing: &[sleutels::Tekst]) -> sleutels::Tekst {
    if let [eerste, tweede, ..] = missing {
        let (eerste, tweede) = (eerste.clone(), tweede.clone());
        return sleutels::tlv::AdviezenOntbreken { eerste, tweede }.tekst();
    }
    let wie = missing.first().cloned().unwrap_or_else(sleutels::tlv::tweede_deskundige);
    sleutels::tlv::AdviesOntbreekt { wie }.tekst()
}

impl NeemBesluit {
    /// Two experts of the law's disciplines have advised (R2.3), and by policy none for the applicant.
    fn check_deskundigen(
        aanvraag: &TlvAanvraag,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Arc<Berekening>, Refusal> {
        let deskundigen = regels::deskundigen(ctx, &disciplines(aanvraag), aanvraag.soort)?;
        if !deskundigen.uitkomst.is_empty() {
            return Err(Refusal::new("deskundigen_ontbreken", missing_advice(&deskundigen.uitkomst))
                .because(deskundigen.berekening.vindplaats().cloned())
                .instead(sleutels::tlv::nog_een_deskundige()));
        }
        if ctx.beleid.onafhankelijke_deskundigen
            && aanvraag.adviseurs().any(|adviseur| !adviseur.onafhankelijk)
        {
            let sector = sector_of_tlv(aanvraag.soort);
            return Err(Refusal::new(
                "deskundige_niet_onafhankelijk",
                sleutels::tlv::advies_niet_onafhankelijk(),
            )
            .because(regels::artikel(ctx, "tlv.onafhankelijke_deskundigen", sector, ctx.vandaag))
            .instead(sleutels::tlv::advies_andere_deskundige()));
        }
        Ok(deskundigen.berekening)
    }

    /// Why it does not wait until everybody who can object to it reacted to the last advice, or had the time for it.
    fn check_eerder(
        &self,
        dossier: &Dossier,
        aanvraag: &TlvAanvraag,
        ctx: &Besluitvorming<'_>,
    ) -> Result<String, Refusal> {
        let eerder = invoer::optional_text("eerder", &self.eerder)?;
        let running = aanvraag.reactietijd_tot().filter(|tot_en_met| ctx.vandaag <= *tot_en_met);
        let Some(tot_en_met) = running.filter(|_| dossier.awaits_reaction(aanvraag, ctx.vandaag)) else {
            return Ok(eerder);
        };
        if !eerder.is_empty() {
            return Ok(eerder);
        }
        let from = sleutels::tlv::BeslissenVanaf { op: invoer::day_after(tot_en_met) }.tekst();
        Err(Refusal::field("eerder", sleutels::tlv::ReactieTot { tot_en_met }.tekst()).instead(from))
    }

    /// Why it deviates from an advice; empty when it does not.
    fn check_afwijking(&self, aanvraag: &TlvAanvraag, ctx: &Besluitvorming<'_>) -> Result<String, Refusal> {
        let afwijking = invoer::optional_text("afwijking", &self.afwijking)?;
        if self.deviates(aanvraag) && afwijking.is_empty() {
            let sector = sector_of_tlv(aanvraag.soort);
            return Err(Refusal::field("afwijking", sleutels::tlv::wijkt_af()).because(regels::artikel(
                ctx,
                "tlv.afwijking_motiveren",
                sector,
                ctx.vandaag,
            )));
        }
        Ok(afwijking)
    }
}

impl Decide for NeemBesluit {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        // As long as it was not made known a decision has no effect, and can be taken anew (Awb 3:40).
        let fasen = [
            TlvFase::Geadviseerd,
            TlvFase::Advisering,
            TlvFase::Aangevraagd,
            TlvFase::Verleend,
            TlvFase::Geweigerd,
            // What was asked for more is not needed for a yes; a no waits for it (Awb 4:5, 4:15).
            TlvFase::WachtOpAanvulling,
        ];
        let grants = matches!(self.uitspraak, Uitspraak::Verleen { .. });
        let open = fasen.get(..fasen.len() - usize::from(!grants)).unwrap_or(&fasen);
        let aanvraag = of_swv(dossier, self.aanvraag, open, ctx)?;
        refuse_not_competent(dossier, aanvraag, ctx)?;
        // One of another category took the place of the first already: that is not turned back.
        let known = [TlvFase::VerleendBekend, TlvFase::GeweigerdBekend];
        vereis_fase(aanvraag, aanvraag.fase(), &[fasen.as_slice(), &known].concat(), ctx)?;
        refuse_own_advice(aanvraag, &ctx.actor.persoon)?;
        let deskundigen = Self::check_deskundigen(aanvraag, ctx)?;
        let afwijking = self.check_afwijking(aanvraag, ctx)?;
        let eerder = self.check_eerder(dossier, aanvraag, ctx)?;
        let motivering = invoer::reason("motivering", &self.motivering, ctx)?;
        let event = match &self.uitspraak {
            Uitspraak::Weiger => Vaststelling::new(
                ctx.vandaag,
                dossier,
                ctx,
                TlvGeweigerd { aanvraag: aanvraag.nr, motivering, afwijking, eerder, deskundigen },
            ),
            Uitspraak::Verleen { nummer, categorie, van, tot_en_met } => {
                check_categorie(aanvraag.soort, *categorie, true, ctx)?;
                refuse_same(dossier, aanvraag, *categorie)?;
                let van = first_day(dossier, aanvraag, *van, ctx)?;
                let geldigheid = regels::geldigheid(ctx, aanvraag.soort, van, *tot_en_met)?;
                let earliest = geldigheid.as_ref().map(|known| known.uitkomst.vroegste_einddatum);
                refuse_beyond_school(dossier, aanvraag.soort, (van, *tot_en_met, earliest), ctx)?;
                let verleend = TlvVerleend {
                    aanvraag: aanvraag.nr,
                    nummer: invoer::line("nummer", nummer)?,
                    soort: aanvraag.soort,
                    categorie: *categorie,
                    van,
                    tot_en_met: *tot_en_met,
                    motivering,
                    afwijking,
                    eerder,
                    deskundigen,
                    geldigheid,
                };
                Vaststelling::new(ctx.vandaag, dossier, ctx, verleend)
            }
        };
        Ok(vec![event])
    }
}

daad! {
    /// Tells both parties that the decision comes later, and when.
    MeldVertraging,
    /// Request.
    aanvraag {
        /// New reasonable date.
        nieuwe_datum: KomendeDag,
        /// Why.
        reden: Tekst,
    }
}

impl Decide for MeldVertraging {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(dossier, self.aanvraag, &IN_BEHANDELING, ctx)?;
        // A notice of delay comes within the term itself (Awb 4:14 lid 3), and none makes it longer; after a notice of default it
        // stops nothing.
        let term = aanvraag.termijn_tot(ctx.vandaag);
        let within = || {
            regels::artikel(ctx, "tlv.vertraging_binnen", regels::sector_of_tlv(aanvraag.soort), ctx.vandaag)
        };
        refuse_after(term, aanvraag, "uitstellen", ctx).map_err(|refusal| refusal.because(within()))?;
        let now = aanvraag.beslissen_uiterlijk_op(ctx.vandaag).unwrap_or(ctx.vandaag).max(ctx.vandaag);
        if self.nieuwe_datum <= now {
            return Err(Refusal::field("nieuwe_datum", sleutels::tlv::DagNa { op: now }.tekst()));
        }
        // While the clock stands still, the last day if nothing comes.
        let waiting = aanvraag.open_aanvulling().and_then(|asked| asked.uiterlijk_zonder_antwoord);
        let from = term.or(waiting).unwrap_or(ctx.vandaag);
        let longest = dates::plus_days(from, 7 * MOST_DELAY_WEEKS).unwrap_or(Date::MAX);
        let nieuwe_datum = invoer::not_after("nieuwe_datum", self.nieuwe_datum, longest)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            VertragingGemeld {
                aanvraag: aanvraag.nr,
                nieuwe_datum,
                reden: invoer::reason("reden", &self.reden, ctx)?,
            },
        )])
    }
}

daad! {
    /// Records a notice of default.
    OntvangIngebrekestelling,
    /// Request.
    aanvraag {
        /// Received on.
        ontvangen_op: Dag,
        /// In what capacity it was sent.
        afzender: Keuze<Afzender>,
        /// From whom, by name.
        van: Regel,
    }
}

impl OntvangIngebrekestelling {
    /// From whom, by name: of a family as the file has it, because the answer goes there.
    fn sender(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<String, Refusal> {
        let van = invoer::line("van", &self.van)?;
        if self.afzender != Afzender::Gezin {
            return Ok(van);
        }
        let parents = dossier.gezag_op(ctx.vandaag).map(|persoon| persoon.naam.clone());
        let pupil = dossier.handelt_zelf(ctx.vandaag).then(|| dossier.naam());
        let family: Vec<String> = parents.chain(pupil).collect();
        let same = |naam: &&String| base::naam::is_same(naam, &van);
        family.iter().find(same).cloned().ok_or_else(|| {
            let namen = family.join(", ");
            Refusal::field("van", sleutels::tlv::afzender_niet_in_dossier())
                .instead(sleutels::tlv::EenVan { namen: &namen }.tekst())
        })
    }

    /// A notice of default has effect only after the term: before that nobody is late.
    fn refuse_premature(
        &self,
        aanvraag: &TlvAanvraag,
        op: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        // A penalty runs for who asked; a family that did not ask can go to the court after it.
        let artikel = || {
            let sector = regels::sector_of_tlv(aanvraag.soort);
            let of_family = (self.afzender == Afzender::Gezin)
                .then(|| regels::artikel(ctx, "tlv.in_gebreke_gezin", sector, op));
            of_family.unwrap_or_else(|| regels::vindplaats(ctx, "dwangsom.na_ingebrekestelling", op))
        };
        match aanvraag.beslissen_uiterlijk_op(op) {
            Some(last) if op > last => Ok(()),
            Some(last) => Err(Refusal::new(
                "nog_niet_te_laat",
                sleutels::tlv::TermijnLoopt { tot_en_met: last }.tekst(),
            )
            .because(artikel())
            .instead(sleutels::tlv::afzender_vanaf_wanneer())),
            None => Err(Refusal::new("nog_niet_te_laat", sleutels::tlv::termijn_staat_stil())
                .because(artikel())
                .instead(sleutels::tlv::afzender_waarop())),
        }
    }
}

impl OntvangIngebrekestelling {
    /// The days for which a penalty is due, from this one on: only the notice of the applicant makes one run, and the first counts.
    fn penalty(
        &self,
        aanvraag: &TlvAanvraag,
        van: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Dwangsomperiode>, Refusal> {
        if self.afzender != Afzender::Aanvrager {
            return Ok(None);
        }
        if aanvraag.zonder_dwangsom_tot.is_some() {
            return Ok(aanvraag.dwangsom);
        }
        regels::dwangsom_periode(ctx, van, aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op))
    }
}

/// Decided: whoever waits for the decision can still say that it is too late, as long as it was not made known (Awb 3:40, 4:17).
const BESLOTEN: [TlvFase; 5] = [
    TlvFase::Verleend,
    TlvFase::Geweigerd,
    TlvFase::VerleendBekend,
    TlvFase::GeweigerdBekend,
    TlvFase::Gebruikt,
];

impl Decide for OntvangIngebrekestelling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let fasen = [IN_BEHANDELING.as_slice(), &BESLOTEN].concat();
        let aanvraag = of_swv(dossier, self.aanvraag, &fasen, ctx)?;
        let received = aanvraag.ontvangen_op.unwrap_or(ctx.vandaag);
        let ontvangen_op = invoer::happened("ontvangen_op", self.ontvangen_op, received, ctx)?;
        self.refuse_premature(aanvraag, ontvangen_op, ctx)?;
        let known = aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op);
        if let Some(op) = known.filter(|op| *op <= ontvangen_op) {
            return Err(Refusal::field("ontvangen_op", sleutels::tlv::BesluitWasBekend { op }.tekst())
                .because(regels::vindplaats(ctx, "dwangsom.na_ingebrekestelling", op)));
        }
        let weken = regels::getal(ctx, "dwangsom.na_ingebrekestelling", ontvangen_op)?;
        let last = dates::plus_days(ontvangen_op, 7 * i32::from(weken)).unwrap_or(ontvangen_op);
        Ok(vec![Vaststelling::new(
            ontvangen_op,
            dossier,
            ctx,
            IngebrekestellingOntvangen {
                aanvraag: aanvraag.nr,
                ontvangen_op,
                afzender: self.afzender,
                van: self.sender(dossier, ctx)?,
                // A second notice gives no more time than the first did.
                beslissen_uiterlijk: aanvraag.zonder_dwangsom_tot.unwrap_or(last),
                dwangsom: self.penalty(aanvraag, invoer::day_after(last), ctx)?,
            },
        )])
    }
}

/// Records that a school placed the child with the declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GebruikTlv {
    /// Request.
    pub aanvraag: u32,
    /// Where.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// First day.
    pub per: Date,
    /// The child is admitted there in a file of the school's own: this file hears of that by no other fact.
    pub elders: bool,
}

impl Decide for GebruikTlv {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        // Moving within so or within vso needs no new declaration (R2.2): another school can use it next.
        let aanvraag = find(dossier, self.aanvraag)?;
        vereis_fase(
            aanvraag,
            aanvraag.fase_op(ctx.vandaag),
            &[TlvFase::VerleendBekend, TlvFase::Gebruikt],
            ctx,
        )?;
        refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.swv_organisatie())?;
        let Some(besluit) = aanvraag.verleend() else {
            return Err(Refusal::new("geen_verklaring", sleutels::tlv::geen_verklaring()));
        };
        if aanvraag.gebruik.as_ref().is_some_and(|gebruik| gebruik.vestiging == self.vestiging) {
            return Err(Refusal::field("vestiging", sleutels::tlv::zit_hier_al()));
        }
        // Withdrawn from a later day, it holds until then.
        let Some(tot_en_met) = aanvraag.geldig_tot_en_met(besluit.van) else {
            return Err(Refusal::new("geen_verklaring", sleutels::tlv::geen_verklaring()));
        };
        let van = aanvraag.plaatsing_vanaf().unwrap_or(besluit.van);
        if self.per < van || self.per > tot_en_met {
            return Err(Refusal::field("per", sleutels::tlv::GeldtVan { van, tot_en_met }.tekst()));
        }
        let (aanvraag, vestiging, per) = (aanvraag.nr, self.vestiging.clone(), self.per);
        let schoolnaam = invoer::line("schoolnaam", &self.schoolnaam)?;
        let admitted =
            EldersToegelaten { aanvraag, vestiging: vestiging.clone(), schoolnaam: schoolnaam.clone(), per };
        let used = TlvGebruikt { aanvraag, vestiging, schoolnaam, per };
        let told = self.elders.then(|| Vaststelling::new(ctx.vandaag, dossier, ctx, admitted));
        Ok([Vaststelling::new(per, dossier, ctx, used)].into_iter().chain(told).collect())
    }
}

daad! {
    /// Records that the declaration ran out.
    LaatTlvVerlopen,
    /// Request.
    aanvraag {
    }
}

impl Decide for LaatTlvVerlopen {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(dossier, self.aanvraag, &[TlvFase::VerleendBekend, TlvFase::Gebruikt], ctx)?;
        if let Some(until) = aanvraag.geldig_tot_en_met(ctx.vandaag) {
            return Err(Refusal::new("nog_geldig", sleutels::tlv::NogGeldig { tot_en_met: until }.tekst()));
        }
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, TlvVerlopen { aanvraag: aanvraag.nr })])
    }
}
