//! A letter leaves the building: printed, posted, handed over or sent over the line, on which day.
//!
//! What a letter says counts from the day on which it leaves (Awb 3:40, 3:41, 6:8): a decision has no effect before. So the day is
//! a fact of its own, and for a decision that was made known on a day it can be no other day.

use std::sync::Arc;

use base::{Date, PersoonId, dates};
use serde::{Deserialize, Serialize};

use crate::algemeen::feiten::Betreft;
use crate::algemeen::staat::Brief;
use crate::bekend::Bekendstand;
use crate::beurt::Onderwerp;
use crate::brief::{Briefdag, brief_dag, brief_in_zin, vraagt_niets_meer};
use crate::gebeurtenis::{Fold, Gebeurtenis};
use crate::kaart::kaart;
use crate::opdracht::velden::{Dag, Keuze, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::{Bekendmakingswijze, Poststand, Poststap};
use crate::staat::{Dossier, Feit, Persoon};
use crate::toegang::Deel;
use crate::woord::Woord;

/// A letter went a step on its way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostVerwerkt {
    /// Number in the file of the letter.
    pub brief: u64,
    /// Which letter, as it says itself.
    pub soort: String,
    /// What it is about.
    pub betreft: Betreft,
    /// The part of the file in which that letter stands.
    pub deel: Deel,
    /// What happened to it.
    pub stap: Poststap,
    /// On which day.
    pub op: Date,
}

kaart! {
    PostVerwerkt, "post_verwerkt", versie 1 [];
    over (|event| event.betreft.onderwerp()); deel (|event| event.deel); lezers allen;
    zin |event| sleutels::algemeen::PostVerwerkt { brief: brief_in_zin(&event.soort), stap: event.stap.woord(), op: event.op }.tekst();
    terugnemen ja; vervangen (as_act, same_letter); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    geboortedatum nee;
}

impl Fold for PostVerwerkt {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        if let Some(brief) = dossier.brieven.iter_mut().find(|brief| brief.volgnummer == self.brief) {
            let (volgnummer, door) = (feit.volgnummer, feit.actor.persoon.clone());
            brief.post.push(Postgang { volgnummer, feit: Arc::clone(self), door });
        }
    }
}

fn as_act(new: &PostVerwerkt, _: &Dossier) -> Opdracht {
    VerwerkPost { volgnummer: new.brief, stap: new.stap, op: new.op }.into()
}

/// Another letter has a fact of its own.
fn same_letter(old: &PostVerwerkt, new: &PostVerwerkt) -> Result<(), Refusal> {
    if old.brief == new.brief {
        return Ok(());
    }
    Err(Refusal::field("nieuw", sleutels::algemeen::zelfde_soort()))
}

/// A step that a letter went, and who said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postgang {
    /// Number of its fact.
    pub volgnummer: u64,
    /// What happened.
    pub feit: Arc<PostVerwerkt>,
    /// Who recorded it.
    pub door: PersoonId,
}

/// That and how a letter left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verzending<'a> {
    /// How.
    pub stap: Poststap,
    /// When.
    pub op: Date,
    /// Who recorded it; none where a decision was made known on the own page, which nobody sends.
    pub door: Option<&'a PersoonId>,
}

daad! {
    /// Records a step of a letter on its way out.
    VerwerkPost,
    /// Number in the file of the letter.
    volgnummer: u64 {
        /// What happened to it.
        stap: Keuze<Poststap>,
        /// On which day.
        op: Dag,
    }
}

/// No such letter is in the file, or none of the organisation that asks: the answer is the same.
pub fn brief_niet_in_dossier() -> Refusal {
    Refusal::field("volgnummer", sleutels::algemeen::brief_niet_in_dossier())
}

impl Decide for VerwerkPost {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let own = dossier.brief(self.volgnummer).filter(|brief| brief.van == ctx.actor.organisatie);
        let brief = own.ok_or_else(brief_niet_in_dossier)?;
        self.refuse_where_it_stands(dossier, brief)?;
        let op = self.day(dossier, brief, ctx)?;
        let fact = PostVerwerkt {
            brief: brief.volgnummer,
            soort: brief.inhoud.soort.clone(),
            betreft: brief.inhoud.betreft,
            deel: brief.inhoud.deel,
            stap: self.stap,
            op,
        };
        Ok(vec![Vaststelling::new(op, dossier, ctx, fact)])
    }
}

impl VerwerkPost {
    fn refuse_where_it_stands(&self, dossier: &Dossier, brief: &Brief) -> Result<(), Refusal> {
        if let Some(sent) = dossier.verzonden(brief) {
            let (stap, op) = (sent.stap.woord(), sent.op);
            let already = sleutels::algemeen::AlVerwerkt { stap, op }.tekst();
            return Err(Refusal::new("al_verzonden", already).instead(sleutels::algemeen::stap_verbeteren()));
        }
        if dossier.reaches_nobody(brief) {
            return Err(Refusal::new("niemand_meer", sleutels::algemeen::niemand_meer()));
        }
        if dossier.is_taken_back(brief) {
            return Err(Refusal::new(
                "aanvraag_ingetrokken",
                sleutels::tlv::brief_van_ingetrokken_aanvraag(),
            ));
        }
        if self.stap == Poststap::Digitaal && dossier.reaches_offline(brief) {
            return Err(Refusal::field("stap", sleutels::algemeen::niet_digitaal())
                .instead(sleutels::tlv::per_post()));
        }
        if dossier.is_overtaken(brief) {
            return Err(Refusal::new("nieuwe_brief", sleutels::algemeen::nieuwe_brief())
                .instead(sleutels::algemeen::nieuwe_brief_versturen()));
        }
        if vraagt_niets_meer(dossier, brief) {
            return Err(Refusal::new("vraagt_niets_meer", sleutels::algemeen::brief_vraagt_niets_meer()));
        }
        match brief.gedrukt().filter(|_| self.stap == Poststap::Afgedrukt) {
            Some(op) => {
                let already =
                    sleutels::algemeen::AlVerwerkt { stap: Poststap::Afgedrukt.woord(), op }.tekst();
                Err(Refusal::new("al_afgedrukt", already))
            }
            None => Ok(()),
        }
    }

    /// The day: a letter leaves on its date at the earliest, and is printed before it where its date is still to come.
    fn day(&self, dossier: &Dossier, brief: &Brief, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
        if !self.stap.is_verzonden() {
            return invoer::happened("op", self.op, brief.op.min(ctx.vandaag), ctx);
        }
        let op = invoer::happened("op", self.op, brief.op, ctx)?;
        if let Some(zaak) = brief.besluit_in()
            && let Some(bekend) = dossier.bekend(zaak)
            && op != bekend.op
        {
            let other = sleutels::algemeen::BekendgemaaktOp { op: bekend.op }.tekst();
            // The time to object runs from the day after that on which it was made known.
            let sector = dossier.zaak(zaak).and_then(|zaak| zaak.sector);
            let artikel = sector.and_then(|law| regels::artikel(ctx, "tlv.bezwaar_begint", law, bekend.op));
            return Err(Refusal::field("op", other)
                .because(artikel)
                .instead(sleutels::algemeen::opnieuw_bekendmaken()));
        }
        Ok(op)
    }
}

impl Brief {
    /// The day on which it has to leave, because what it says counts from that day; none where nothing counts from it.
    pub fn wettelijke_dag(&self) -> Option<Date> {
        (brief_dag(&self.inhoud.soort) != Briefdag::Vrij).then_some(self.op)
    }

    /// The case whose decision it makes known; none of any other letter.
    fn besluit_in(&self) -> Option<Onderwerp> {
        let makes_known = brief_dag(&self.inhoud.soort) == Briefdag::Bekendmaking;
        self.inhoud.betreft.onderwerp().filter(|_| makes_known)
    }

    /// It makes known the decision as it stands, on the day on which it is made known.
    fn is_van_nu(&self, bekend: Bekendstand) -> bool {
        bekend.op == self.op && bekend.met < self.volgnummer
    }

    /// Since when it is there on paper.
    pub fn gedrukt(&self) -> Option<Date> {
        let printed = self.post.iter().find(|gang| gang.feit.stap == Poststap::Afgedrukt);
        printed.map(|gang| gang.feit.op)
    }

    /// Goes to people alone, and not to an organisation.
    fn is_for_people(&self) -> bool {
        !self.inhoud.aan_personen.is_empty() && self.inhoud.aan_organisaties.is_empty()
    }
}

impl Dossier {
    /// The letter with this number.
    pub fn brief(&self, volgnummer: u64) -> Option<&Brief> {
        self.brieven.iter().find(|brief| brief.volgnummer == volgnummer)
    }

    /// That and how a letter left. A decision that was made known on the own page has reached the parents there.
    pub fn verzonden<'a>(&self, brief: &'a Brief) -> Option<Verzending<'a>> {
        let sent = brief.post.iter().find(|gang| gang.feit.stap.is_verzonden());
        let recorded =
            sent.map(|gang| Verzending { stap: gang.feit.stap, op: gang.feit.op, door: Some(&gang.door) });
        recorded.or_else(|| {
            let bekend = self.bekend(brief.besluit_in()?)?;
            let there = bekend.wijze == Bekendmakingswijze::EigenPagina && bekend.op == brief.op;
            (there && brief.is_for_people()).then_some(Verzending {
                stap: Poststap::Digitaal,
                op: bekend.op,
                door: None,
            })
        })
    }

    /// How a letter stands on its way out.
    pub fn poststand(&self, brief: &Brief) -> Poststand {
        if self.verzonden(brief).is_some() {
            Poststand::Verzonden
        } else if self.reaches_nobody(brief)
            || self.is_overtaken(brief)
            || self.is_taken_back(brief)
            || vraagt_niets_meer(self, brief)
        {
            Poststand::Vervallen
        } else if brief.gedrukt().is_some() {
            Poststand::Afgedrukt
        } else {
            Poststand::TeVerzenden
        }
    }

    /// It is sent no more, for no other reason than that the places of the child became secret from a reader.
    pub(crate) fn vervalt_door_geheim(&self, brief: &Brief) -> bool {
        self.overleden_op.is_none()
            && self.verzonden(brief).is_none()
            && self.reaches_nobody(brief)
            && !self.is_overtaken(brief)
            && !self.is_taken_back(brief)
            && !vraagt_niets_meer(self, brief)
    }

    /// The decision of a case that was made known, of which no letter left: it can still be made known on another day.
    pub(crate) fn ligt_nog(&self, zaak: Onderwerp) -> bool {
        let mut letters = self.brieven_van_besluit(zaak).peekable();
        letters.peek().is_some() && letters.all(|brief| self.verzonden(brief).is_none())
    }

    /// The letters by which the decision of a case is made known, of the day on which it is.
    pub(crate) fn brieven_van_besluit(&self, zaak: Onderwerp) -> impl Iterator<Item = &Brief> {
        let bekend = self.bekend(zaak);
        let about = move |brief: &&Brief| brief.besluit_in() == Some(zaak);
        self.brieven
            .iter()
            .filter(about)
            .filter(move |brief| bekend.is_some_and(|bekend| brief.is_van_nu(bekend)))
    }

    /// The decision was taken or made known anew, or corrected, so that another letter stands in its place; or it was withdrawn.
    fn is_overtaken(&self, brief: &Brief) -> bool {
        let stands = |bekend: Bekendstand| brief.is_van_nu(bekend) && !bekend.ingetrokken;
        let told = brief.besluit_in().filter(|zaak| self.houder_van(*zaak).is_some());
        told.is_some_and(|zaak| !self.bekend(zaak).is_some_and(stands)) || self.is_verbeterd(brief)
    }

    /// The request that it is about was taken back after it was written: whoever judged that request acts no more in it, and sends
    /// nothing that lies there still.
    fn is_taken_back(&self, brief: &Brief) -> bool {
        let Some(Onderwerp::Aanvraag(nr)) = brief.inhoud.betreft.onderwerp() else { return false };
        self.aanvraag(nr).is_some_and(|aanvraag| {
            let before = aanvraag.aanvraag_ingetrokken_met.is_some_and(|met| brief.volgnummer < met);
            before && brief.van == aanvraag.swv_organisatie()
        })
    }

    /// A letter that lapsed was there to read for somebody on the own page before: it had not lapsed yet when this person got the page, or
    /// was written later. A decision that was taken anew before it was made known was none to anybody.
    pub fn stond_op_pagina_van(&self, brief: &Brief, nr: u32) -> bool {
        let joined = |feit: &&Arc<Feit>| match feit.gebeurtenis() {
            Some(Gebeurtenis::OuderAangesloten(event)) => event.persoon == nr,
            _ => false,
        };
        let decides = brief_dag(&brief.inhoud.soort) == Briefdag::Bekendmaking;
        let Some(page) = self.feiten.iter().find(joined).filter(|_| !decides) else { return false };
        if page.volgnummer < brief.volgnummer {
            return true;
        }
        let then = self.waar(|feit| feit.volgnummer <= page.volgnummer);
        then.brief(brief.volgnummer).is_some_and(|brief| then.poststand(brief) != Poststand::Vervallen)
    }

    /// Goes to somebody of the family who did not say that it may be sent over the line (Awb 2:8).
    fn reaches_offline(&self, brief: &Brief) -> bool {
        let agreed = |nr: &u32| self.persoon(*nr).is_some_and(Persoon::is_digitaal_bereikbaar);
        let to_family = brief.inhoud.aan_organisaties.contains(&self.gezin());
        to_family || !brief.inhoud.aan_personen.iter().all(agreed)
    }

    /// The child died, or nobody is left to whom it may go; or the places of the child became secret, after it was written, from
    /// somebody to whom it goes, and it may tell them: nothing is sent any more.
    fn reaches_nobody(&self, brief: &Brief) -> bool {
        let tells = |nr: &u32| self.geheim_sinds(*nr).is_some_and(|since| brief.volgnummer < since);
        self.overleden_op.is_some()
            || brief.inhoud.aan_personen.iter().any(tells)
            || brief.is_for_people() && !brief.inhoud.aan_personen.iter().any(|nr| self.krijgt_brieven(*nr))
    }

    /// Somebody around the child may have a letter about it now: letters go to parents, guardians and carers (WPO 1, WEC 1), and to
    /// nobody who died, stands no longer around the child, or lost authority since.
    pub fn krijgt_brieven(&self, nr: u32) -> bool {
        let now = self.feiten.last().map_or(Date::MIN, |feit| dates::today_in_nl(feit.recorded_at));
        self.persoon(nr).is_some_and(|persoon| {
            let left = persoon.tot.is_some_and(|tot| tot <= now);
            !persoon.overleden && !left && persoon.relatie.is_ouder_in_onderwijs()
        })
    }
}
