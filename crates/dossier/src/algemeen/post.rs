//! A letter leaves the building: printed, posted, handed over or sent over the line, on which day.
//!
//! What a letter says counts from the day on which it leaves (Awb 3:40, 3:41, 6:8): a decision has no effect before. So the day is
//! a fact of its own, and for a decision that was made known on a day it can be no other day.

use std::sync::Arc;

use base::{Date, PersoonId, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sleutels::Tekst;

use crate::algemeen::feiten::Betreft;
use crate::algemeen::staat::Brief;
use crate::bekend::Bekendstand;
use crate::bekend::Besluitzaak;
use crate::beurt::Onderwerp;
use crate::brief::{Briefdag, brief_dag, brief_in_zin, vraagt_niets_meer};
use crate::gebeurtenis::{Feitsoort, Fold};
use crate::kaart::{kaart, met_velden};
use crate::leven::feiten::OuderAangesloten;
use crate::opdracht::velden::{Dag, Keuze, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::rol::Actor;
use crate::soort::{Bekendmakingswijze, Poststand, Poststap, Relatie};
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
    /// The last day to object, where this is the first letter of a decision of a school that left, on a later day than its date. Not asked
    /// in the first shape.
    pub bezwaar_uiterlijk: Option<Date>,
}

/// The first shape moved no term.
fn zonder_termijn(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("bezwaar_uiterlijk", Value::Null)])
}

kaart! {
    PostVerwerkt, "post_verwerkt", versie 2 [zonder_termijn];
    over (|event| event.betreft.onderwerp()); deel (|event| event.deel); lezers allen;
    zin |event| event.gebeurd();
    terugnemen ja; vervangen (as_act, same_letter); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for PostVerwerkt {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        if let Some(brief) = dossier.brieven.iter_mut().find(|brief| brief.volgnummer == self.brief) {
            let (volgnummer, door) = (feit.volgnummer, feit.actor.persoon.clone());
            brief.post.push(Postgang { volgnummer, feit: Arc::clone(self), door });
        }
        if let (Some(over), Some(last)) = (self.betreft.onderwerp(), self.bezwaar_uiterlijk)
            && let Some(zaak) = dossier.besluitzaak_mut(over)
        {
            zaak.verschuif_bezwaar(last);
        }
    }
}

impl PostVerwerkt {
    /// What happened, and until when one can object where that moved.
    fn gebeurd(&self) -> Tekst {
        let (brief, stap, op) = (brief_in_zin(&self.soort), self.stap.woord(), self.op);
        match self.bezwaar_uiterlijk {
            Some(uiterlijk) => sleutels::algemeen::PostVerwerktLater { brief, stap, op, uiterlijk }.tekst(),
            None => sleutels::algemeen::PostVerwerkt { brief, stap, op }.tekst(),
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
            bezwaar_uiterlijk: self.moved_term(dossier, brief, op, ctx)?,
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
        if self.stap == Poststap::Digitaal && brief.kennisgeving_mislukt.is_some() {
            return Err(Refusal::field("stap", sleutels::algemeen::kennisgeving_kwam_niet_aan())
                .instead(sleutels::tlv::per_post()));
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

    /// Of the first letter of a decision of a school that leaves, after its date: the time to object begins on the day after that (Awb 6:8).
    /// Where another left before, its reader has the day that stands there, and nothing moves.
    fn moved_term(
        &self,
        dossier: &Dossier,
        brief: &Brief,
        op: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Date>, Refusal> {
        let decides = brief_dag(&brief.inhoud.soort) == Briefdag::Bezwaar;
        if !decides || !self.stap.is_verzonden() || op <= brief.op {
            return Ok(None);
        }
        let same = |other: &&Brief| {
            (other.op, &other.inhoud.soort, other.inhoud.betreft)
                == (brief.op, &brief.inhoud.soort, brief.inhoud.betreft)
        };
        let left = dossier.brieven.iter().filter(same).any(|other| dossier.verzonden(other).is_some());
        let zaak = brief.inhoud.betreft.onderwerp().and_then(|zaak| dossier.besluitzaak(zaak));
        let stands = zaak.and_then(Besluitzaak::bezwaar_van_school);
        let Some(stands) = stands.filter(|_| !left) else { return Ok(None) };
        // A public school has a term of another law: the one by which the day that stands there was counted.
        let on = |day: Date, openbaar: bool| {
            regels::bezwaar_toelating(&Besluitvorming { vandaag: day, ..*ctx }, openbaar)
        };
        let openbaar = on(brief.op, true)? == stands;
        Ok(Some(on(op, openbaar)?).filter(|moved| *moved > stands))
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
            && brief.kennisgeving_mislukt.is_none()
            && dossier.is_opnieuw_bekend_te_maken(zaak)
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
    pub(crate) fn besluit_in(&self) -> Option<Onderwerp> {
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
        let missed = |stap: Poststap| stap == Poststap::Digitaal && brief.kennisgeving_mislukt.is_some();
        let sent = brief.post.iter().find(|gang| gang.feit.stap.is_verzonden() && !missed(gang.feit.stap));
        let recorded =
            sent.map(|gang| Verzending { stap: gang.feit.stap, op: gang.feit.op, door: Some(&gang.door) });
        recorded.or_else(|| {
            self.staat_op_pagina(brief).then_some(Verzending {
                stap: Poststap::Digitaal,
                op: brief.op,
                door: None,
            })
        })
    }

    /// It made a decision known on the own page, and whoever it is for was told that it is there, or wants no notice.
    pub(crate) fn staat_op_pagina(&self, brief: &Brief) -> bool {
        let bekend = brief.besluit_in().and_then(|zaak| self.bekend(zaak));
        let there =
            |bekend: Bekendstand| bekend.wijze == Bekendmakingswijze::EigenPagina && bekend.op == brief.op;
        bekend.is_some_and(there) && brief.is_for_people() && brief.kennisgeving_mislukt.is_none()
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

    /// It is sent no more, for no other reason than that the places of the child became secret from a reader, or the reasons in it were
    /// released for one.
    pub(crate) fn vervalt_door_geheim(&self, brief: &Brief) -> bool {
        self.overleden_op.is_none()
            && self.verzonden(brief).is_none()
            && self.reaches_nobody(brief)
            && !self.is_overtaken(brief)
            && !self.is_taken_back(brief)
            && !vraagt_niets_meer(self, brief)
    }

    /// The decision of a case that was made known, of which no letter left yet, by what was recorded: it has reached nobody (Awb 3:40).
    pub fn ligt_nog(&self, zaak: Onderwerp) -> bool {
        let mut letters = self.brieven_van_besluit(zaak).peekable();
        let stands = self.bekend(zaak).is_some_and(|bekend| !bekend.ingetrokken);
        stands && letters.peek().is_some() && letters.all(|brief| self.verzonden(brief).is_none())
    }

    /// Its decision was made known on a day that is over, and no letter of it left: it is made known anew, on the day on which its letters
    /// leave, and this one is sent no more. One that left on that day can still be recorded so.
    pub fn moet_opnieuw_bekend(&self, brief: &Brief, on: Date) -> bool {
        let Some(zaak) = brief.besluit_in().filter(|_| brief.kennisgeving_mislukt.is_none()) else {
            return false;
        };
        self.bekend(zaak).is_some_and(|bekend| bekend.op < on) && self.is_opnieuw_bekend_te_maken(zaak)
    }

    /// It can be made known anew, on the day on which its letters leave. One that somebody acts on already cannot.
    fn is_opnieuw_bekend_te_maken(&self, zaak: Onderwerp) -> bool {
        self.ligt_nog(zaak) && self.besluitzaak(zaak).is_some_and(Besluitzaak::is_opnieuw_bekend_te_maken)
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

    /// The case that it is about was taken back after it was written from who judged it: they act no more in it, and send nothing that lies
    /// there still.
    fn is_taken_back(&self, brief: &Brief) -> bool {
        let zaak = brief.inhoud.betreft.onderwerp().and_then(|zaak| self.besluitzaak(zaak));
        let gone = zaak.and_then(Besluitzaak::ingetrokken_met);
        gone.is_some_and(|(met, van)| brief.volgnummer < met && brief.van == van)
    }

    /// A letter that lapsed was there to read for somebody on the own page before: it had not lapsed yet when this person got the page, or
    /// was written later. A decision that was taken anew before it was made known was none to anybody.
    pub fn stond_op_pagina_van(&self, brief: &Brief, nr: u32) -> bool {
        let joined = |feit: &&Arc<Feit>| {
            let event = feit.gebeurtenis().and_then(OuderAangesloten::uit);
            event.is_some_and(|event| event.persoon == nr)
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

    /// The reasons in a letter that left were released since for somebody who got it without them; or it stands on their page with
    /// reasons of which the release was taken back, and is shut there.
    pub(crate) fn is_anders_na_verzending(&self, brief: &Brief) -> bool {
        let Some(sent) = self.verzonden(brief).filter(|_| self.overleden_op.is_none()) else { return false };
        let shut =
            |nr: u32| sent.stap == Poststap::Digitaal && self.vrijgave_teruggenomen_na(brief, nr).is_some();
        let other = |nr: &u32| self.vrijgegeven_na(brief, *nr).is_some() || shut(*nr);
        self.geheimhouding.is_some()
            && !self.is_overtaken(brief)
            && brief.inhoud.aan_personen.iter().any(other)
    }

    /// It tells whoever acts reasons of which the release was taken back since: on a page it is shut.
    pub fn zegt_teruggenomen(&self, brief: &Brief, actor: &Actor) -> bool {
        let theirs = self.nummers_van(actor);
        theirs.into_iter().any(|nr| self.vrijgave_teruggenomen_na(brief, nr).is_some())
    }

    /// The child died, or nobody is left to whom it may go; or the places of the child became secret, after it was written, from
    /// somebody to whom it goes, and it may tell them; or its reasons were released for them, and it has them not, or that was taken back, and it has
    /// them: nothing is sent any more.
    fn reaches_nobody(&self, brief: &Brief) -> bool {
        let tells = |nr: &u32| self.anders_sinds(brief, *nr).is_some();
        self.overleden_op.is_some()
            || brief.inhoud.aan_personen.iter().any(tells)
            || brief.is_for_people() && !brief.inhoud.aan_personen.iter().any(|nr| self.krijgt_brieven(*nr))
    }

    /// Somebody around the child may have a letter about it now: letters go to parents, guardians and carers (WPO 1, WEC 1), to the pupil, and to
    /// nobody who died, stands no longer around the child, or lost authority since.
    pub fn krijgt_brieven(&self, nr: u32) -> bool {
        let now = self.feiten.last().map_or(Date::MIN, |feit| dates::today_in_nl(feit.recorded_at));
        self.persoon(nr).is_some_and(|persoon| {
            let left = persoon.tot.is_some_and(|tot| tot <= now);
            let reads = persoon.relatie.is_ouder_in_onderwijs() || persoon.relatie == Relatie::Leerling;
            !persoon.overleden && !left && reads
        })
    }
}
