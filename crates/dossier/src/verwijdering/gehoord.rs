//! P1b: who is heard before a pupil is removed (WPO 40(11), WEC 40(18), WVO 8.15(3)): whoever is a parent when it is decided, and the pupil
//! where the law says so, each by the same rules (ADR 0051). Who came after the invitation has neither had a letter nor a chance to come;
//! whose authority ended by the word of the school can still say that it is not so; and where nobody is left, nobody was heard.

use base::{Date, Vindplaats, dates};
use recht::Plicht;

use crate::algemeen::staat::Brief;
use crate::beurt::Onderwerp;
use crate::gebeurtenis::{Feitsoort, Gebeurtenis};
use crate::leven::gezag::{ieder_een_keer, is_zelfde_mens};
use crate::leven::leerling::LEERLING;
use crate::opdracht::{Besluitvorming, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit, Persoon, Verwijdering};
use crate::verwijdering::gesprek::GesprekVerzet;
use crate::verwijdering::opdracht::hears_the_pupil_alone;

/// Who is heard before a removal, as every act has it.
const HOREN: &str = "verwijdering.horen";

/// Somebody who has to be heard about a removal.
#[derive(Clone, Copy)]
pub(super) struct Gehoorde<'a> {
    dossier: &'a Dossier,
    zaak: &'a Verwijdering,
    /// Which of the parents; the pupil where it is none of them.
    pub(super) ouder: Option<&'a Persoon>,
    /// Lost authority lately by the word of the school, and can still say that it is not so.
    pas_zonder_gezag: bool,
}

impl<'a> Gehoorde<'a> {
    /// One of the parents.
    pub(super) fn ouder(dossier: &'a Dossier, zaak: &'a Verwijdering, persoon: &'a Persoon) -> Self {
        Self { dossier, zaak, ouder: Some(persoon), pas_zonder_gezag: false }
    }

    /// The school recorded that they came to a talk, or let know otherwise what they think.
    pub(super) fn kwam(self) -> bool {
        match self.ouder {
            Some(persoon) => came(self.dossier, self.zaak, persoon),
            None => self.zaak.hoorde_leerling(),
        }
    }

    /// They wrote to the school on the own page about it: that is a way to be heard too.
    pub(super) fn schreef(self) -> bool {
        match self.ouder {
            Some(persoon) => self.dossier.schreef_over(self.zaak.nr, persoon),
            None => self.dossier.leerling_schreef_over(self.zaak.nr),
        }
    }

    /// A letter invited them to the talk and left in time, so that they could come.
    fn kon_komen(self) -> bool {
        self.is_uitgenodigd() && self.uitnodiging_vertrok()
    }

    /// The file as it stood then asked for a letter to them.
    fn is_uitgenodigd(self) -> bool {
        match self.ouder {
            Some(persoon) => self.dossier.is_een_van(persoon, invited(self.dossier, self.zaak.nr)),
            None => self.dossier.leerling_eerder_uitgenodigd(self.zaak, u64::MAX),
        }
    }

    /// Not heard, and invited by letters of which none left before the talk.
    pub(super) fn is_niet_bereikt(self) -> bool {
        self.is_overgeslagen() && self.is_uitgenodigd()
    }

    /// An invitation for the day that holds left before it, as was recorded (ADR 0024): nobody comes by one that lies here, or that somebody
    /// else read. Where no letter to them is kept, their invitation is one of before letters were.
    fn uitnodiging_vertrok(self) -> bool {
        let Self { dossier, zaak, ouder, .. } = self;
        let family = dossier.nummer.gezin();
        let theirs = |brief: &&Brief| match ouder {
            Some(persoon) => dossier.is_een_van(persoon, brief.inhoud.aan_personen.iter().copied()),
            None => {
                brief.inhoud.aan_personen.contains(&LEERLING)
                    || brief.inhoud.aan_organisaties.contains(&family)
            }
        };
        let (over, day) = (Some(Onderwerp::Verwijdering(zaak.nr)), zaak.dag_van_gesprek());
        let about =
            |brief: &&Brief| brief.inhoud.betreft.onderwerp() == over && is_invitation(&brief.inhoud.soort);
        let mut written = dossier.brieven.iter().filter(about).filter(theirs).peekable();
        let holds = |brief: &Brief| {
            !dossier.uitnodiging_ingehaald(&brief.inhoud.soort, over, brief.volgnummer)
                && dossier.verzonden(brief).is_some_and(|sent| sent.op < day)
        };
        written.peek().is_none() || written.any(holds)
    }

    /// Neither heard nor invited.
    pub(super) fn is_overgeslagen(self) -> bool {
        !self.pas_zonder_gezag && !self.kwam() && !self.kon_komen()
    }

    /// Where it stands that they are heard. No paragraph of so and vso names the pupil who decides alone: there it is how that paragraph is read
    /// here, with a certainty of its own.
    pub(super) fn artikel(self, ctx: &Besluitvorming<'_>) -> Option<Vindplaats> {
        let named = [Plicht::VerwijderingHorenLeerling, Plicht::VerwijderingHorenMeerderjarige];
        let read = self.ouder.is_none() && !named.iter().any(|plicht| self.zaak.eist(*plicht));
        let naam = if read { Plicht::VerwijderingHorenWieZelfBeslist.code() } else { HOREN };
        regels::artikel(ctx, naam, self.zaak.sector, self.zaak.voorgenomen_op)
    }

    /// A letter with the reasons was written to them, and none of it left. Who gets no letters any more waits for none.
    fn wacht_op_redenen(self) -> bool {
        let left = match self.ouder {
            Some(persoon) if !self.dossier.krijgt_brieven(persoon.nr) => None,
            Some(persoon) => self.dossier.redenen_verzonden(self.zaak, |brief| {
                self.dossier.is_een_van(persoon, brief.inhoud.aan_personen.iter().copied())
            }),
            None => self.dossier.redenen_verzonden(self.zaak, |brief| self.dossier.is_aan_leerling(brief)),
        };
        left == Some(false)
    }

    /// Wrote, and the school did not record yet what they think.
    pub(super) fn is_ongelezen(self) -> bool {
        self.schreef() && !self.kwam()
    }
}

impl Dossier {
    /// Who has to be heard about a removal that is decided on a day, each once: the parents of that day with whoever lost authority so
    /// lately (`vandaag`) that they can still say that it is not so, and the pupil where the law hears pupils. A pupil who is heard in the
    /// place of the parents (`alleen`) is the only one.
    pub(super) fn gehoorden<'a>(
        &'a self,
        zaak: &'a Verwijdering,
        (op, vandaag): (Date, Date),
        alleen: bool,
    ) -> Vec<Gehoorde<'a>> {
        let one = |ouder, pas_zonder_gezag| Gehoorde { dossier: self, zaak, ouder, pas_zonder_gezag };
        let parents = if alleen { Vec::new() } else { self.te_horen(op, vandaag) };
        let has = |persoon: &Persoon| self.ouders_op(op).any(|parent| is_zelfde_mens(parent, persoon));
        let parents = parents.into_iter().map(|persoon| one(Some(persoon), !has(persoon)));
        let pupil = alleen || zaak.eist(Plicht::VerwijderingHorenLeerling);
        parents.chain(pupil.then(|| one(None, false))).collect()
    }

    /// The first day on which the pupil is heard about a removal in the place of the parents, past or to come, as far as the file knows the
    /// day on which it comes of age; none where that will not be.
    pub(super) fn hoort_leerling_alleen_vanaf(&self, zaak: &Verwijdering) -> Option<Date> {
        let instead = zaak.eist(Plicht::VerwijderingHorenMeerderjarige)
            || self.handelingsbekwaam && zaak.eist(Plicht::VerwijderingHorenWieZelfBeslist);
        self.meerderjarig_per.filter(|_| instead)
    }

    /// The pupil, where one has to be heard about a removal, and from which day: always where the law hears pupils, else from the day on
    /// which it is heard in the place of the parents.
    pub(super) fn leerling_te_horen<'a>(&'a self, zaak: &'a Verwijdering) -> Option<(Date, Gehoorde<'a>)> {
        let always = Some(zaak.voorgenomen_op).filter(|_| zaak.eist(Plicht::VerwijderingHorenLeerling));
        let since = always.or_else(|| self.hoort_leerling_alleen_vanaf(zaak))?;
        Some((since, Gehoorde { dossier: self, zaak, ouder: None, pas_zonder_gezag: false }))
    }

    /// The pupil wrote to the school on the own page about this removal.
    pub(super) fn leerling_schreef_over(&self, verwijdering: u32) -> bool {
        let mut own = self.woorden.iter().filter(|said| said.feit.persoon == LEERLING);
        own.any(|said| said.feit.over == Some(Onderwerp::Verwijdering(verwijdering)))
    }

    /// A letter invited the pupil to the talk about a removal, of those before a fact: where the law hears pupils each does, and elsewhere one
    /// that went out when the pupil decided already.
    fn leerling_eerder_uitgenodigd(&self, zaak: &Verwijdering, before: u64) -> bool {
        let mut all = invitations(self, zaak.nr, before);
        let hears = zaak.eist(Plicht::VerwijderingHorenLeerling);
        all.any(|(on, then)| hears || then.handelt_zelf(on))
    }

    /// The pupil was invited to the talk about a removal before it was moved the last time, and so knows of another day.
    pub fn leerling_kende_andere_dag(&self, zaak: &Verwijdering) -> bool {
        self.leerling_eerder_uitgenodigd(zaak, newest_invitation(self, zaak.nr))
    }
}

/// A letter of this kind invites to the talk.
pub(super) fn is_invitation(soort: &str) -> bool {
    matches!(soort, "voornemen_verwijdering" | "gesprek_verzet")
}

impl Dossier {
    /// Those who are heard about a removal, each once: whom the law calls parents on the day of the talk, and who lost authority so lately
    /// that they can still say that it is not so.
    pub fn te_horen(&self, op: Date, vandaag: Date) -> Vec<&Persoon> {
        ieder_een_keer(self.ouders_op(op).chain(self.pas_zonder_gezag(vandaag)))
    }
}

impl Dossier {
    /// This person was invited to the talk about a removal before it was moved the last time, and so knows of another day.
    pub fn was_eerder_uitgenodigd(&self, verwijdering: u32, persoon: &Persoon) -> bool {
        self.is_een_van(persoon, invited_before(self, verwijdering, newest_invitation(self, verwijdering)))
    }

    /// This person came to a talk about a removal, or let know otherwise what they think.
    pub fn kwam_naar_gesprek(&self, verwijdering: &Verwijdering, persoon: &Persoon) -> bool {
        came(self, verwijdering, persoon)
    }
}

/// The letter that tells what the board intends, and why.
const VOORNEMEN: &str = "voornemen_verwijdering";

impl Dossier {
    /// The letters about the talk about a removal, the newest first; `aan`: a letter goes to that reader.
    fn uitnodigingen_aan<'a>(
        &'a self,
        verwijdering: &Verwijdering,
        aan: impl Fn(&Brief) -> bool + 'a,
    ) -> impl Iterator<Item = &'a Brief> {
        let over = Some(Onderwerp::Verwijdering(verwijdering.nr));
        let about = move |brief: &&Brief| {
            brief.inhoud.betreft.onderwerp() == over && is_invitation(&brief.inhoud.soort)
        };
        self.brieven.iter().rev().filter(about).filter(move |brief| aan(brief))
    }

    /// The day of the talk about a removal as a reader knows it: that of the last letter that left. None where none did.
    pub fn gesprek_in_brieven(
        &self,
        verwijdering: &Verwijdering,
        aan: impl Fn(&Brief) -> bool,
    ) -> Option<Date> {
        let left = self.uitnodigingen_aan(verwijdering, aan).find(|brief| self.verzonden(brief).is_some())?;
        Some(self.day_before(verwijdering, left.volgnummer))
    }

    /// Whether a letter with the reasons of the intention left for a reader; none where none was written.
    pub fn redenen_verzonden(
        &self,
        verwijdering: &Verwijdering,
        aan: impl Fn(&Brief) -> bool,
    ) -> Option<bool> {
        let with_reasons = self.uitnodigingen_aan(verwijdering, aan).filter(|b| b.inhoud.soort == VOORNEMEN);
        with_reasons.map(|brief| self.verzonden(brief).is_some()).reduce(|one, other| one || other)
    }

    /// A letter goes to the pupil, by the own number or as the family of the file.
    pub fn is_aan_leerling(&self, brief: &Brief) -> bool {
        let inhoud = &brief.inhoud;
        inhoud.aan_personen.contains(&LEERLING) || inhoud.aan_organisaties.contains(&self.nummer.gezin())
    }

    /// The day of the talk as it was before a fact.
    fn day_before(&self, verwijdering: &Verwijdering, volgnummer: u64) -> Date {
        let before = self.feiten.iter().rev().filter(|feit| feit.volgnummer < volgnummer);
        let mut moved = before.filter_map(|feit| GesprekVerzet::uit(feit.gebeurtenis()?));
        let moved = moved.find(|moved| moved.verwijdering == verwijdering.nr);
        moved.map_or_else(|| verwijdering.eerste_dag_van_gesprek(), |moved| moved.op)
    }
}

impl Dossier {
    /// The first day on which a removal is decided: that of the talk, where everybody came or wrote by then; else the day after it, since
    /// whoever was invited for that day has it to its end.
    pub(crate) fn beslist_vanaf(&self, verwijdering: &Verwijdering) -> Date {
        let invited = verwijdering.dag_van_gesprek();
        match self.nog_te_horen(verwijdering) {
            Some(_) => dates::plus_days(invited, 1).unwrap_or(invited),
            None => invited,
        }
    }

    /// The first of those who were invited to the talk about a removal and were not heard yet; none where everybody was.
    pub(super) fn nog_te_horen<'a>(&'a self, verwijdering: &'a Verwijdering) -> Option<Gehoorde<'a>> {
        let invited = verwijdering.dag_van_gesprek();
        let alone = self.hoort_leerling_alleen_vanaf(verwijdering).is_some_and(|per| per <= invited);
        // Where nobody was asked who came, all parents did.
        let unasked = verwijdering.gesprekken.iter().any(|talk| talk.kwamen.is_none());
        let who = self.gehoorden(verwijdering, (invited, invited), alone).into_iter();
        who.filter(|one| !one.pas_zonder_gezag).find(|one| !(one.kwam() || unasked && one.ouder.is_some()))
    }
}

/// The letter of this fact invites the parents to the talk about a removal.
fn invites(feit: &Feit, nr: u32) -> bool {
    let invites = |event: &Gebeurtenis| event.brief().is_some_and(|letter| is_invitation(letter.soort()));
    let over = Some(Onderwerp::Verwijdering(nr));
    feit.gebeurtenis().is_some_and(|event| event.onderwerp() == over && invites(event))
}

/// Those to whom an invitation went: who was a parent in the file as it stood then. What was put in the file after it, also from a day
/// before, has sent nobody a letter.
fn invited(dossier: &Dossier, nr: u32) -> Vec<u32> {
    invited_before(dossier, nr, u64::MAX)
}

/// The same, of the facts before one.
fn invited_before(dossier: &Dossier, nr: u32, before: u64) -> Vec<u32> {
    let all = invitations(dossier, nr, before);
    all.flat_map(|(on, then)| then.ouders_op(on).map(|persoon| persoon.nr).collect::<Vec<_>>()).collect()
}

/// The number of the newest fact of which a letter invites to the talk about a removal.
fn newest_invitation(dossier: &Dossier, nr: u32) -> u64 {
    dossier.feiten.iter().rev().find(|feit| invites(feit, nr)).map_or(0, |feit| feit.volgnummer)
}

/// The facts before one of which a letter invites to the talk about a removal: on which day each went out, with the file as it stood then.
fn invitations(dossier: &Dossier, nr: u32, before: u64) -> impl Iterator<Item = (Date, Dossier)> {
    let earlier = dossier.feiten.iter().filter(move |feit| feit.volgnummer < before);
    earlier.filter(move |feit| invites(feit, nr)).map(|feit| {
        let until = dossier.feiten.iter().filter(|one| one.volgnummer <= feit.volgnummer).cloned();
        (feit.on, dossier.folded(until.collect()))
    })
}

/// This person came to a talk, or let know otherwise what they think.
pub(super) fn came(dossier: &Dossier, verwijdering: &Verwijdering, persoon: &Persoon) -> bool {
    dossier.is_een_van(persoon, verwijdering.kwamen())
}

impl Dossier {
    /// This person wrote to the school on the own page about this removal: that is a way to be heard too.
    pub fn schreef_over(&self, verwijdering: u32, persoon: &Persoon) -> bool {
        let over = Some(Onderwerp::Verwijdering(verwijdering));
        let about = self.woorden.iter().filter(|said| said.feit.over == over);
        self.is_een_van(persoon, about.map(|said| said.feit.persoon))
    }
}

/// Refuses what leaves out somebody who wrote: of these, who were not heard and are not named among those who are now (`nu`).
pub(super) fn refuse_unread(
    who: &[Gehoorde<'_>],
    nu: impl Fn(Gehoorde<'_>) -> bool,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(silent) = who.iter().find(|one| one.is_ongelezen() && !nu(**one)) else { return Ok(()) };
    let (veld, why, instead) = match silent.ouder {
        Some(_) => (
            "kwamen",
            sleutels::verwijdering::ouder_schreef(),
            sleutels::verwijdering::ouder_schreef_vastleggen(),
        ),
        None => (
            "leerling_kwam",
            sleutels::verwijdering::leerling_schreef(),
            sleutels::verwijdering::leerling_schreef_vastleggen(),
        ),
    };
    Err(Refusal::field(veld, why).because(silent.artikel(ctx)).instead(instead))
}

/// Somebody who has to be heard today was neither invited nor heard.
pub(super) fn is_somebody_missed(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    ctx: &Besluitvorming<'_>,
) -> Result<bool, Refusal> {
    let alone = hears_the_pupil_alone(dossier, verwijdering, ctx.vandaag, ctx)?;
    let who = dossier.gehoorden(verwijdering, (ctx.vandaag, ctx.vandaag), alone);
    Ok(who.into_iter().any(Gehoorde::is_overgeslagen))
}

/// Of a pupil who does not decide somebody is heard: where those who had authority are gone, and nobody is in their place, the school finds
/// out first who has it.
pub(super) fn refuse_nobody(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    on: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    if dossier.handelt_zelf(on) || dossier.ouders_op(on).next().is_some() {
        return Ok(());
    }
    Err(Refusal::new("niemand_met_gezag", sleutels::leven::beurt_niemand_met_gezag())
        .because(article(verwijdering, ctx))
        .instead(sleutels::leven::zet_gezag_nagaan()))
}

pub(super) fn article(verwijdering: &Verwijdering, ctx: &Besluitvorming<'_>) -> Option<Vindplaats> {
    regels::artikel(ctx, HOREN, verwijdering.sector, verwijdering.voorgenomen_op)
}

/// Refuses a decision while somebody who has to be heard today was neither invited nor heard, wrote and was not read, or has no letter with
/// the reasons, while somebody who was not heard can still say that they have authority, or where nobody is left to be heard.
pub(super) fn refuse_unheard(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let alone = hears_the_pupil_alone(dossier, verwijdering, ctx.vandaag, ctx)?;
    if !alone {
        refuse_nobody(dossier, verwijdering, ctx.vandaag, ctx)?;
    }
    let who = dossier.gehoorden(verwijdering, (ctx.vandaag, ctx.vandaag), alone);
    refuse_unread(&who, |_| false, ctx).map_err(|refusal| Refusal {
        code: if refusal.veld == Some("kwamen") { "ouder_schreef" } else { "leerling_schreef" },
        veld: None,
        ..refusal
    })?;
    if let Some(missed) = who.iter().find(|one| one.is_overgeslagen()) {
        let refusal = match missed.ouder {
            Some(_) if missed.is_niet_bereikt() => {
                Refusal::new("ouder_niet_gehoord", sleutels::verwijdering::ouder_niet_bereikt())
                    .instead(sleutels::verwijdering::uitnodiging_versturen())
            }
            None if missed.is_niet_bereikt() => {
                Refusal::new("leerling_niet_gehoord", sleutels::verwijdering::leerling_niet_bereikt())
                    .instead(sleutels::verwijdering::uitnodiging_versturen())
            }
            Some(_) => Refusal::new("ouder_niet_gehoord", sleutels::verwijdering::ouder_niet_gehoord())
                .instead(sleutels::verwijdering::ouder_alsnog_horen()),
            None => Refusal::new("leerling_niet_gehoord", sleutels::verwijdering::leerling_niet_gehoord())
                .instead(sleutels::verwijdering::leerling_alsnog_horen()),
        };
        return Err(refusal.because(missed.artikel(ctx)));
    }
    if who.iter().any(|one| one.wacht_op_redenen()) {
        let unsent = Refusal::new("redenen_niet_verzonden", sleutels::verwijdering::redenen_niet_verzonden());
        return Err(unsent
            .because(article(verwijdering, ctx))
            .instead(sleutels::verwijdering::redenen_verzenden()));
    }
    if alone {
        return Ok(());
    }
    let mut lately = dossier.pas_zonder_gezag(ctx.vandaag).into_iter();
    let waits = lately.any(|lost| !came(dossier, verwijdering, lost));
    match decides_after(dossier, verwijdering).filter(|_| waits) {
        Some(op) => Err(Refusal::new("pas_zonder_gezag", sleutels::verwijdering::pas_zonder_gezag())
            .because(article(verwijdering, ctx))
            .instead(sleutels::verwijdering::DieOuderHorenOfVanaf { op }.tekst())),
        None => Ok(()),
    }
}

/// The first day on which nobody who was not heard can say any more that they still have authority.
pub(super) fn decides_after(dossier: &Dossier, verwijdering: &Verwijdering) -> Option<Date> {
    let lost = dossier.gezag_beeindigd().into_iter();
    let back = |lost: &Persoon| {
        let mut has = dossier.personen.iter().filter(|p| p.relatie.has_gezag() && p.tot.is_none());
        has.any(|has| !has.overleden && is_zelfde_mens(has, lost))
    };
    let waits = lost.filter(|(persoon, _)| !back(persoon) && !came(dossier, verwijdering, persoon));
    waits.filter_map(|(_, last)| dates::plus_days(last, 1)).max()
}
