//! P4, first half: the request and its completion.

use base::Date;
use verband::Beleid;
use verband::grenzen::MOST_COMPLETION_WEEKS;

use crate::aanmelding::opdracht::zorgplicht_bij;
use crate::berekend::Berekend;
use crate::beurt::Onderwerp;
use crate::opdracht::regels::{self, Opgeschort, SwvVraag, sector_of_tlv, sector_of_verband};
use crate::opdracht::velden::{
    Dag, Keuze, KomendeDag, Later, MagNummer, MagSwv, Regels, Tekst, Toevoeging, daad, eigen,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school};
use crate::refusal::Refusal;
use crate::soort::TlvSoort;
use crate::staat::{Dossier, TlvAanvraag, TlvFase};
use crate::tlv::aanvulling::Aanvulling;
use crate::tlv::behandelen::refuse_asked_before;
use crate::tlv::besluitfeiten::TlvTermijn;
use crate::tlv::checklist::{self, TlvInvoer};
use crate::tlv::doorzenden::{not_competent, refuse_not_competent};
use crate::tlv::feiten::{
    AanvullingGevraagd, AanvullingOntvangen, Antwoord, Bijlage, Herkomst, TlvAangevraagd, TlvAanvraagGestart,
    TlvAanvraagIngetrokken,
};
use crate::tlv::identiteit::Identiteit;

use crate::woord::{Woord, aantal};

pub(crate) use crate::tlv::advies::check_categorie;
pub use crate::tlv::advies::{
    BeeindigToewijzing, BrengAdviesUit, GeefZienswijze, TekenAdvies, WijsDeskundigeToe,
};
pub(crate) use crate::tlv::fase::{IN_BEHANDELING, decided, find, in_fase, of_school, of_swv, vereis_fase};

daad! {
    /// Starts a request. Only the school of registration or enrolment can (WPO 18a(6)c).
    StartTlvAanvraag {
        /// School that applies.
        vestiging: eigen::Vestiging,
        /// Its name.
        schoolnaam: eigen::Schoolnaam,
        /// Its partnership of secondary education, which decides on vso.
        school_swv_vo: eigen::VerbandVo,
        /// What is asked.
        soort: Keuze<TlvSoort>,
        /// Partnership of the requested school, where the child lives abroad.
        gevraagde_school_swv: MagSwv,
        /// National partnership, where that is the competent one.
        landelijk_swv: MagSwv,
        /// Renewal of this earlier request in the file.
        verlenging_van: MagNummer,
    }
}

impl Decide for StartTlvAanvraag {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        self.refuse_other_school(dossier, ctx)?;
        self.refuse_other_kind(dossier, ctx)?;
        self.refuse_kind_of_school(dossier, ctx)?;
        self.refuse_needless(dossier, ctx)?;
        let vraag = SwvVraag {
            soort: self.soort,
            vestiging: Some(&self.vestiging),
            school_swv_vo: self.school_swv_vo.as_ref(),
            gevraagde_school_swv: self.gevraagde_school_swv.as_ref(),
            landelijk_swv: self.landelijk_swv.as_ref(),
        };
        let (swv, swv_grond) = regels::bevoegd_swv((ctx.wet, ctx.vandaag), dossier, &vraag)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            TlvAanvraagGestart {
                aanvraag: dossier.next_nr::<TlvAanvraagGestart>(),
                vestiging: self.vestiging.clone(),
                schoolnaam: invoer::line("schoolnaam", &self.schoolnaam)?,
                soort: self.soort,
                swv,
                swv_grond,
                verlenging_van: self.verlenging_van,
                andere_categorie: None,
            },
        )])
    }
}

impl StartTlvAanvraag {
    fn refuse_other_school(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let registered =
            dossier.aanmeldingen.iter().any(|a| a.vestiging == self.vestiging && !a.fase().is_final());
        // Admitted and not yet there, or bound to find another place: the child is registered here as long as the school
        // owes it a place.
        let owes = dossier.aanmeldingen.iter().any(|a| a.vestiging == self.vestiging)
            && zorgplicht_bij(dossier, ctx.vandaag).contains(&self.vestiging.organisatie());
        let enrolled = dossier.inschrijving_op(ctx.vandaag).is_some_and(|i| i.vestiging == self.vestiging);
        if registered || owes || enrolled {
            return Ok(());
        }
        Err(Refusal::new("niet_de_aanvrager", sleutels::tlv::niet_de_aanvrager())
            .because(regels::artikel(ctx, "tlv.aanvrager", sector_of_verband(self.soort), ctx.vandaag))
            .instead(sleutels::tlv::school_laten_vragen()))
    }

    /// A school asks for what a school of its kind can ask for (WPO 18a(6)c, WVO 2.47(7)c).
    fn refuse_kind_of_school(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let kind = dossier.schoolsoort_van(&self.vestiging);
        if kind.is_none_or(|kind| kind.mag_aanvragen(self.soort)) {
            return Ok(());
        }
        Err(Refusal::field("soort", sleutels::tlv::NietVoorUwSchool { soort: self.soort.woord() }.tekst())
            .because(regels::artikel(ctx, "tlv.aanvrager", sector_of_verband(self.soort), ctx.vandaag))
            .instead(sleutels::tlv::school_laten_vragen()))
    }

    /// A renewal is of a declaration that was made known, for the same kind of school.
    fn refuse_other_kind(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let Some(nr) = self.verlenging_van else { return Ok(()) };
        let known = [TlvFase::VerleendBekend, TlvFase::Gebruikt, TlvFase::Verlopen];
        let earlier = in_fase(dossier, nr, &known, ctx)?;
        if !self.knows(dossier, earlier, ctx.vandaag) {
            return Err(Refusal::field("verlenging_van", sleutels::tlv::verklaring_niet_bekend()));
        }
        if earlier.soort == self.soort {
            return Ok(());
        }
        Err(Refusal::field(
            "verlenging_van",
            sleutels::tlv::VorigeAndereSoort { soort: earlier.soort.woord() }.tekst(),
        )
        .instead(sleutels::tlv::nieuwe_aanvraag()))
    }

    /// The school that asks may know of a request: where the child is only registered it hears nothing of what another
    /// school asks.
    fn knows(&self, dossier: &Dossier, aanvraag: &TlvAanvraag, on: Date) -> bool {
        dossier.is_bekend_bij(&self.vestiging, Onderwerp::Aanvraag(aanvraag.nr), on)
    }

    /// One running request of a kind at a time, as far as the school knows, and none where a running declaration suffices.
    fn refuse_needless(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let same = |a: &&TlvAanvraag| a.soort == self.soort && self.knows(dossier, a, ctx.vandaag);
        // Another category is asked of a declaration that goes on: that request is not the one that is begun here.
        // What was decided and not made known is to whoever asks a request that runs.
        let runs = |a: &TlvAanvraag| a.fase().is_in_behandeling() || a.is_besloten_niet_bekend(ctx.vandaag);
        let own = |a: &&TlvAanvraag| same(a) && !(a.andere_categorie.is_some() && runs(a));
        for earlier in dossier.aanvragen.iter().filter(own) {
            // What another school began and did not send, that school no longer finishes.
            if earlier.fase() == TlvFase::Gestart && earlier.vestiging != self.vestiging {
                continue;
            }
            if earlier.fase() == TlvFase::Gestart || runs(earlier) {
                return Err(Refusal::new(
                    "loopt_al",
                    sleutels::tlv::LooptAl { soort: self.soort.woord() }.tekst(),
                )
                .instead(sleutels::tlv::verdergaan()));
            }
            let until = earlier.geldig_tot_en_met(ctx.vandaag);
            if let (Some(until), None) = (until, self.verlenging_van) {
                return Err(Refusal::new(
                    "verklaring_loopt_nog",
                    sleutels::tlv::VerklaringLooptNog { soort: self.soort.woord(), tot_en_met: until }
                        .tekst(),
                )
                .because(regels::artikel(
                    ctx,
                    "tlv.overstap_zonder_nieuwe",
                    sector_of_tlv(self.soort),
                    ctx.vandaag,
                ))
                .instead(sleutels::tlv::gebruiken_of_verlengen()));
            }
        }
        Ok(())
    }
}

daad! {
    /// Sends the request: the checklist is complete.
    VraagTlvAan,
    /// Request.
    aanvraag {
        /// What was filled in.
        invoer: Later<TlvInvoer>,
    }
}

/// The child may have moved or changed schools since the request was started: it goes to the
/// partnership that is competent now, and to no other (R2.2).
fn refuse_other_swv(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let (now, _) = regels::bevoegd_swv((ctx.wet, ctx.vandaag), dossier, &SwvVraag::of(aanvraag))?;
    if now.uitkomst == aanvraag.swv.uitkomst {
        return Ok(());
    }
    Err(not_competent(aanvraag, &now).instead(sleutels::tlv::intrekken_en_opnieuw()))
}

impl Decide for VraagTlvAan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_school(dossier, self.aanvraag, &[TlvFase::Gestart], ctx)?;
        refuse_other_swv(dossier, aanvraag, ctx)?;
        let lijst = checklist::tlv(dossier, aanvraag, &self.invoer, ctx);
        let missing: Vec<&checklist::Punt> = lijst.ontbreekt().collect();
        if let Some(first) = missing.first() {
            let meer = aantal(missing.len() - 1);
            return Err(Refusal::new(
                "aanvraag_onvolledig",
                sleutels::tlv::Onvolledig { meer, vraag: &first.vraag }.tekst(),
            )
            .because(first.vindplaats.clone())
            .instead(sleutels::tlv::afmaken()));
        }
        let antwoorden = lijst.antwoorden(&self.invoer);
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            TlvAangevraagd {
                aanvraag: aanvraag.nr,
                sinds_gelezen: aanvraag.anders_dan_gelezen(&antwoorden, &self.invoer.bijlagen),
                antwoorden,
                bijlagen: self.invoer.bijlagen.clone(),
                voldaan: lijst.voldaan().map(|punt| punt.code.clone()).collect(),
                ontbreekt_zonder_gevolg: lijst.zonder_gevolg().map(|punt| punt.code.clone()).collect(),
                termijn: regels::tlv_termijn(ctx, ctx.vandaag, &[])?,
                kind: dossier.leerling.as_ref().map(Identiteit::from),
            },
        )])
    }
}

daad! {
    /// Asks the school for more; the clock stops.
    VraagAanvulling,
    /// Request.
    aanvraag {
        /// What is missing.
        wat: Regels,
        /// Why it is needed.
        waarom: Tekst,
        /// Last day on which it can be given.
        tot_en_met: KomendeDag,
    }
}

/// A term that has run out, with the delay that was told, can be stopped or put off no more.
pub(crate) fn refuse_lapsed(
    aanvraag: &TlvAanvraag,
    what: &str,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    refuse_after(aanvraag.beslissen_uiterlijk_op(ctx.vandaag), aanvraag, what, ctx)
}

/// The same, after this day.
pub(crate) fn refuse_after(
    last: Option<Date>,
    aanvraag: &TlvAanvraag,
    what: &str,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    match last.filter(|last| ctx.vandaag > *last) {
        Some(last) => Err(Refusal::new(
            "termijn_voorbij",
            sleutels::tlv::TermijnVoorbij { op: last, wat: what }.tekst(),
        )
        .because(aanvraag.termijn.as_ref().and_then(|termijn| termijn.berekening.vindplaats().cloned()))
        .instead(sleutels::tlv::nu_beslissen())),
        None => Ok(()),
    }
}

/// When the request came in, and every time its clock stood still.
pub(super) fn ontvangen(aanvraag: &TlvAanvraag) -> Result<(Date, Vec<Opgeschort>), Refusal> {
    let op = aanvraag
        .ontvangen_op
        .ok_or_else(|| Refusal::new("niet_verzonden", sleutels::tlv::niet_verzonden()))?;
    // What a partnership asked that had it before stopped its clock, and not this one.
    Ok((op, aanvraag.eigen_aanvullingen().map(|a| (a.uitnodiging_op, a.geeindigd_op)).collect()))
}

/// The term anew, with the promise that held when the request came in: another policy since then rewrites none.
pub(super) fn term_as_promised(
    aanvraag: &TlvAanvraag,
    op: Date,
    opgeschort: &[Opgeschort],
    ctx: &Besluitvorming<'_>,
) -> Result<Berekend<TlvTermijn>, Refusal> {
    let toen = Beleid { tlv_beslistermijn_weken: aanvraag.beloofde_weken, ..ctx.beleid.clone() };
    regels::tlv_termijn(&Besluitvorming { beleid: &toen, ..*ctx }, op, opgeschort)
}

/// The term anew, where the clock runs again from a day.
pub(crate) fn termijn_vanaf(
    aanvraag: &TlvAanvraag,
    op: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<Berekend<TlvTermijn>, Refusal> {
    let (received, mut opgeschort) = ontvangen(aanvraag)?;
    for (_, end) in opgeschort.iter_mut().filter(|(_, end)| end.is_none()) {
        *end = Some(op);
    }
    term_as_promised(aanvraag, received, &opgeschort, ctx)
}

impl Decide for VraagAanvulling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let fasen = [TlvFase::Aangevraagd, TlvFase::Advisering, TlvFase::Geadviseerd];
        let aanvraag = of_swv(dossier, self.aanvraag, &fasen, ctx)?;
        // What came of what was asked before is recorded first.
        vereis_fase(aanvraag, aanvraag.fase(), &fasen, ctx)?;
        refuse_not_competent(dossier, aanvraag, ctx)?;
        // A term that is over cannot stand still any more.
        refuse_lapsed(aanvraag, "stilzetten", ctx)?;
        let wat = invoer::missing("wat", &self.wat)?;
        refuse_asked_before(aanvraag, &wat, ctx)?;
        let tot_en_met = invoer::reply_time("tot_en_met", self.tot_en_met, MOST_COMPLETION_WEEKS, ctx)?;
        let (op, opgeschort) = ontvangen(aanvraag)?;
        let with = |end| {
            let mut all = opgeschort.clone();
            all.push((ctx.vandaag, end));
            term_as_promised(aanvraag, op, &all, ctx)
        };
        let without_answer = with(Some(invoer::day_after(tot_en_met)))?.uitkomst.uiterlijk;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            AanvullingGevraagd {
                aanvraag: aanvraag.nr,
                wat,
                waarom: invoer::reason("waarom", &self.waarom, ctx)?,
                uitnodiging_op: ctx.vandaag,
                tot_en_met,
                termijn: with(None)?,
                uiterlijk_zonder_antwoord: without_answer,
            },
        )])
    }
}

daad! {
    /// Completes the request; the clock runs again.
    OntvangAanvulling,
    /// Request.
    aanvraag {
        /// Day of completion, or on which the time lapsed.
        op: Dag,
        /// Answers added or replaced: code and value.
        antwoorden: Toevoeging,
        /// Documents added.
        bijlagen: Later<Vec<Bijlage>>,
    }
}

impl OntvangAanvulling {
    /// Nothing came: that can be recorded only after the time for it.
    fn refuse_empty(&self, gevraagd: &Aanvulling, op: Date) -> Result<(), Refusal> {
        let nothing =
            self.bijlagen.is_empty() && self.antwoorden.iter().all(|(_, waarde)| waarde.trim().is_empty());
        if nothing && op <= gevraagd.tot_en_met {
            return Err(Refusal::field(
                "antwoorden",
                sleutels::tlv::NietsAangevuld { tot_en_met: gevraagd.tot_en_met }.tekst(),
            ));
        }
        Ok(())
    }

    fn typed_answers(
        &self,
        aanvraag: &TlvAanvraag,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Vec<Antwoord>, Refusal> {
        let typed = || self.antwoorden.iter().filter(|(_, waarde)| !waarde.trim().is_empty());
        if typed().any(|(vraag, _)| aanvraag.is_van_een_ander(vraag)) {
            return Err(Refusal::field("antwoorden", sleutels::tlv::woorden_van_een_ander())
                .instead(sleutels::tlv::mening_vastleggen()));
        }
        typed()
            .map(|(vraag, waarde)| {
                Ok(Antwoord {
                    vraag: invoer::line("vraag", vraag)?,
                    tekst: checklist::question(aanvraag, vraag, ctx),
                    waarde: invoer::text("antwoord", waarde)?,
                    herkomst: Herkomst::Getypt,
                })
            })
            .collect()
    }
}

/// The clock stood still until the answer and in any case not after the time for it.
impl Decide for OntvangAanvulling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_school(dossier, self.aanvraag, &[TlvFase::WachtOpAanvulling], ctx)?;
        let Some(gevraagd) = aanvraag.open_aanvulling() else {
            return Err(Refusal::new("niets_gevraagd", sleutels::tlv::niets_gevraagd()));
        };
        let op = invoer::happened("op", self.op, gevraagd.uitnodiging_op, ctx)?;
        self.refuse_empty(gevraagd, op)?;
        let runs_again = op.min(invoer::day_after(gevraagd.tot_en_met));
        let antwoorden = self.typed_answers(aanvraag, ctx)?;
        Ok(vec![Vaststelling::new(
            op,
            dossier,
            ctx,
            AanvullingOntvangen {
                aanvraag: aanvraag.nr,
                op: runs_again,
                antwoorden,
                bijlagen: self.bijlagen.clone(),
                termijn: termijn_vanaf(aanvraag, runs_again, ctx)?,
            },
        )])
    }
}

daad! {
    /// Withdraws the request before it is decided.
    TrekTlvAanvraagIn,
    /// Request.
    aanvraag {
        /// Why.
        reden: Tekst,
    }
}

impl Decide for TrekTlvAanvraagIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let mut fasen = IN_BEHANDELING.to_vec();
        fasen.push(TlvFase::Gestart);
        let aanvraag = of_school(dossier, self.aanvraag, &fasen, ctx)?;
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        let dwangsom = aanvraag.dwangsom_tot(ctx.vandaag, ctx)?;
        let taken_back = TlvAanvraagIngetrokken { aanvraag: aanvraag.nr, reden, dwangsom };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, taken_back)])
    }
}
