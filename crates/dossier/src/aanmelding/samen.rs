//! P1: the acts by which parents end a registration: they accept a place elsewhere or not, and withdraw or go on.
//!
//! Each of them speaks for themselves ([`super::keuze`]). With the word of the last of them the registration ends; what the
//! school records, it records of one of them by name.

use base::{Date, dates};
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use crate::aanmelding::afloop::{day_after_decision, end_temporary};
use crate::aanmelding::afloopfeiten::{AanbodAanvaard, AanbodAfgewezen, AanmeldingIngetrokken};
use crate::aanmelding::feiten::Indiener;
use crate::aanmelding::keuze::{OuderKoos, Ouderkeuze, Ouderwoord};
use crate::aanmelding::opdracht::open;
use crate::aanmelding::verklaring;
use crate::leven::gezag::is_zelfde_mens;
use crate::leven::spreken::{Plek, died_lately, together};
use crate::opdracht::velden::{Keuze, MagDag, MagNummer, MagRegel, MagTekst, Nummer, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::soort::GrondZonderOuder;
use crate::staat::{Aanbod, Aanmelding, Dossier, Persoon};

/// The word of one of them, as it is recorded, and whether it was the last.
struct Gesproken {
    events: Vec<Vaststelling>,
    is_van_allen: bool,
}

/// In which sector the word of those who decide together is asked, and by the law of which day.
fn waar(aanmelding: &Aanmelding) -> Plek {
    (aanmelding.sector, aanmelding.ontvangen_op)
}

/// Records the word of one of those who decide together. Where there is one alone, nothing is kept beside what follows from it.
fn speak(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    (keuze, woord): (Ouderkeuze, Ouderwoord),
    (van, toelichting): (Option<u32>, &str),
    ctx: &Besluitvorming<'_>,
) -> Result<Gesproken, Refusal> {
    let who = dossier.wie_spreekt(waar(aanmelding), van, ctx)?;
    let waits: Vec<&Persoon> = dossier.nog_te_vragen(aanmelding, keuze, ctx.vandaag);
    let said = aanmelding.gezegd(keuze);
    let lately = dossier.nog_op_te_wachten(aanmelding, keuze, ctx.vandaag);
    let asked = waits.iter().filter(|waits| who.is_none_or(|who| !is_zelfde_mens(waits, who)));
    let others = asked.count() + lately.len();
    if who.is_none() && !lately.is_empty() && lately.iter().all(|lost| lost.overleden) {
        return Err(died_lately(waar(aanmelding), ctx));
    }
    if who.is_none() && !lately.is_empty() {
        return Err(Refusal::new(
            "pas_zonder_gezag",
            sleutels::aanmelding::PasZonderGezag { dagen: DAGEN_OM_TE_ANTWOORDEN }.tekst(),
        )
        .because(together(waar(aanmelding), ctx))
        .instead(sleutels::aanmelding::WachtenOfRechter { dagen: DAGEN_OM_TE_ANTWOORDEN }.tekst()));
    }
    let alone = dossier.beslissen_samen(ctx.vandaag).len() < 2 && lately.is_empty();
    let Some(who) = who.filter(|_| !alone) else {
        return Ok(Gesproken { events: Vec::new(), is_van_allen: true });
    };
    if woord == Ouderwoord::Ja && others > 0 && dossier.is_gehoord(&said, who) {
        return Err(Refusal::new("al_gezegd", sleutels::aanmelding::al_gezegd())
            .because(together(waar(aanmelding), ctx))
            .instead(sleutels::aanmelding::wachten_op_andere_ouder()));
    }
    let chosen = OuderKoos {
        aanmelding: aanmelding.nr,
        keuze,
        van: who.nr,
        woord,
        toelichting: toelichting.to_owned(),
        namens: ctx.actor.rol != Rol::Ouder,
        grond: None,
        gerecht: String::new(),
        uitspraak_op: None,
    };
    let events = vec![Vaststelling::new(ctx.vandaag, dossier, ctx, chosen)];
    Ok(Gesproken { events, is_van_allen: others == 0 })
}

fn open_aanbod(aanmelding: &Aanmelding, nr: u32) -> Result<&Aanbod, Refusal> {
    aanmelding
        .open_aanbod()
        .filter(|aanbod| aanbod.nr == nr)
        .ok_or_else(|| Refusal::field("aanbod", sleutels::aanmelding::aanbod_niet_open()))
}

/// The place elsewhere is accepted by everybody: the registration ends.
fn accept(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    (aanbod, toelichting): (&Aanbod, String),
    ctx: &Besluitvorming<'_>,
) -> Vec<Vaststelling> {
    // The child keeps the temporary place until the offered one begins.
    let mut events = end_temporary(dossier, aanmelding, aanbod.per.max(day_after_decision(ctx)), ctx);
    let accepted = AanbodAanvaard { aanmelding: aanmelding.nr, aanbod: aanbod.nr, toelichting };
    events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, accepted));
    events
}

/// Everybody wants it withdrawn: the registration ends.
fn withdraw(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    reden: String,
    ctx: &Besluitvorming<'_>,
) -> Vec<Vaststelling> {
    let mut events = end_temporary(dossier, aanmelding, day_after_decision(ctx), ctx);
    let withdrawn = AanmeldingIngetrokken { aanmelding: aanmelding.nr, reden };
    events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, withdrawn));
    events
}

daad! {
    /// One of the parents accepts the offer; with the word of all of them it is accepted.
    AanvaardAanbod,
    /// Registration.
    aanmelding {
        /// Offer.
        aanbod: Nummer,
        /// Who of them, by number in the file; whoever acts as a parent, or has authority alone, need not be named.
        van: MagNummer,
        /// How they let it be known.
        toelichting: MagTekst,
    }
}

impl Decide for AanvaardAanbod {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        let aanbod = open_aanbod(aanmelding, self.aanbod)?;
        let toelichting = invoer::words_of_parent("toelichting", &self.toelichting, ctx)?;
        let choice = (Ouderkeuze::Aanbod(aanbod.nr), Ouderwoord::Ja);
        let mut said = speak(dossier, aanmelding, choice, (self.van, &toelichting), ctx)?;
        if said.is_van_allen {
            said.events.extend(accept(dossier, aanmelding, (aanbod, toelichting), ctx));
        }
        Ok(said.events)
    }
}

daad! {
    /// One of the parents says no to the offer: it is not accepted.
    WijsAanbodAf,
    /// Registration.
    aanmelding {
        /// Offer.
        aanbod: Nummer,
        /// Who of them, as with a yes.
        van: MagNummer,
        /// Why, if they said so.
        reden: MagTekst,
    }
}

impl Decide for WijsAanbodAf {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        let aanbod = open_aanbod(aanmelding, self.aanbod)?;
        let reden = invoer::optional_text("reden", &self.reden)?;
        let choice = (Ouderkeuze::Aanbod(aanbod.nr), Ouderwoord::Nee);
        let mut said = speak(dossier, aanmelding, choice, (self.van, &reden), ctx)?;
        let rejected = AanbodAfgewezen { aanmelding: aanmelding.nr, aanbod: aanbod.nr, reden };
        said.events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, rejected));
        Ok(said.events)
    }
}

daad! {
    /// One of the parents withdraws the registration; with the word of all of them it ends.
    TrekAanmeldingIn,
    /// Registration.
    aanmelding {
        /// Who of them, by number in the file; whoever acts as a parent, or has authority alone, need not be named.
        van: MagNummer,
        /// Why, if they said so.
        reden: MagTekst,
    }
}

impl TrekAanmeldingIn {
    /// Whoever owes the duty of care does not end it: what parents handed in themselves one of them withdraws. What the other
    /// said of that on paper the school records.
    fn refuse_for_parents(
        dossier: &Dossier,
        aanmelding: &Aanmelding,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let by_parent = matches!(aanmelding.ingediend_door, Indiener::Ouder(_));
        let begun = aanmelding.lopende_keuzes().contains(&Ouderkeuze::Intrekken);
        let own = matches!(ctx.actor.rol, Rol::Ouder | Rol::Leerling);
        if by_parent && !own && !begun && !dossier.handelt_zelf(ctx.vandaag) {
            return Err(Refusal::new("zelf_aangemeld", sleutels::aanmelding::ouders_meldden_zelf_aan())
                .instead(sleutels::aanmelding::ouders_trekken_in()));
        }
        Ok(())
    }
}

impl Decide for TrekAanmeldingIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        Self::refuse_for_parents(dossier, aanmelding, ctx)?;
        // A pupil is deregistered, not taken back.
        verklaring::refuse_when_admitted_by_law(dossier, aanmelding, ctx)
            .map_err(|refusal| refusal.instead(sleutels::aanmelding::eerst_toelating_dan_uitschrijven()))?;
        let reden = invoer::words_of_parent("reden", &self.reden, ctx)?;
        let choice = (Ouderkeuze::Intrekken, Ouderwoord::Ja);
        let mut said = speak(dossier, aanmelding, choice, (self.van, &reden), ctx)?;
        if said.is_van_allen {
            said.events.extend(withdraw(dossier, aanmelding, reden, ctx));
        }
        Ok(said.events)
    }
}

daad! {
    /// One of the parents wants the registration to go on, where one asked to withdraw it.
    LaatAanmeldingDoorgaan,
    /// Registration.
    aanmelding {
        /// Who of them, by number in the file; whoever acts as a parent need not be named.
        van: MagNummer,
        /// Why, if they said so.
        reden: MagTekst,
    }
}

impl Decide for LaatAanmeldingDoorgaan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        // What parents began lapses when the pupil decides (BW 1:233, 1:245): it goes on by itself.
        let begun = aanmelding.lopende_keuzes().contains(&Ouderkeuze::Intrekken);
        if !begun || dossier.handelt_zelf(ctx.vandaag) {
            return Err(Refusal::new("niemand_trekt_in", sleutels::aanmelding::niemand_trekt_in()));
        }
        let reden = invoer::words_of_parent("reden", &self.reden, ctx)?;
        let who = dossier.wie_spreekt(waar(aanmelding), self.van, ctx)?;
        let Some(who) = who else {
            return Err(Refusal::field("van", sleutels::aanmelding::zonder_gezag()));
        };
        let chosen = OuderKoos {
            aanmelding: aanmelding.nr,
            keuze: Ouderkeuze::Intrekken,
            van: who.nr,
            woord: Ouderwoord::Nee,
            toelichting: reden,
            namens: ctx.actor.rol != Rol::Ouder,
            grond: None,
            gerecht: String::new(),
            uitspraak_op: None,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, chosen)])
    }
}

daad! {
    /// Goes on without the word of one of the parents, on a ground that is named.
    GaVerderZonderOuder,
    /// Registration.
    aanmelding {
        /// Who of them, by number in the file.
        persoon: Nummer,
        /// On what ground.
        grond: Keuze<GrondZonderOuder>,
        /// What was done to reach them, or from what the ground appears.
        reden: Tekst,
        /// Which court decided, where that is the ground.
        gerecht: MagRegel,
        /// On which day it decided.
        uitspraak_op: MagDag,
    }
}

impl Aanmelding {
    /// The last day on which the answer of somebody to what another wants is awaited: everybody has the same time, from when they were asked
    /// or came, with a page of their own or on paper. It is no shorter where the school is late.
    pub fn antwoord_uiterlijk(&self, keuze: Ouderkeuze, van: &Persoon) -> Option<Date> {
        let since = self.gezegd(keuze).first()?.op;
        dates::plus_days(since.max(van.van), DAGEN_OM_TE_ANTWOORDEN)
    }
}

impl GaVerderZonderOuder {
    /// What waits for the word of this person.
    fn waiting<'a>(
        &self,
        dossier: &'a Dossier,
        aanmelding: &Aanmelding,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(&'a Persoon, Ouderkeuze), Refusal> {
        let named = dossier.persoon(self.persoon);
        let found = aanmelding.lopende_keuzes().into_iter().find_map(|keuze| {
            let mut waits = dossier.nog_te_vragen(aanmelding, keuze, ctx.vandaag);
            waits.extend(dossier.nog_op_te_wachten(aanmelding, keuze, ctx.vandaag));
            let theirs = |waits: &&Persoon| named.is_some_and(|named| is_zelfde_mens(waits, named));
            Some((waits.into_iter().find(theirs)?, keuze))
        });
        found.ok_or_else(|| Refusal::field("persoon", sleutels::aanmelding::niet_gewacht_op()))
    }

    /// The ground holds for this person and this choice. Silence is never a withdrawal: the registration goes on, and the school decides.
    fn check_ground(
        &self,
        dossier: &Dossier,
        aanmelding: &Aanmelding,
        (who, keuze): (&Persoon, Ouderkeuze),
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let secret = dossier.is_geheim_voor(who.nr);
        if who.overleden {
            return Err(died_lately(waar(aanmelding), ctx));
        }
        match self.grond {
            // Secrecy takes away no authority (BW 1:251, 1:253a): it ends no registration, no more than silence does.
            GrondZonderOuder::Geheim if secret && keuze == Ouderkeuze::Intrekken => Err(Refusal::new(
                "geheim_is_geen_intrekken",
                sleutels::aanmelding::geheim_is_geen_intrekken(),
            )
            .because(together(waar(aanmelding), ctx))
            .instead(sleutels::aanmelding::beslissen_of_andere_grond())),
            GrondZonderOuder::Geheim if secret => refuse_own_secrecy(dossier, (who, aanmelding), ctx),
            GrondZonderOuder::Geheim => {
                Err(Refusal::field("grond", sleutels::aanmelding::niet_geheim_voor_ouder()))
            }
            GrondZonderOuder::GeenAntwoord if secret => {
                Err(Refusal::field("grond", sleutels::aanmelding::ouder_niet_gevraagd()))
            }
            GrondZonderOuder::GeenAntwoord if keuze == Ouderkeuze::Intrekken => Err(Refusal::new(
                "zwijgen_is_geen_intrekken",
                sleutels::aanmelding::zwijgen_is_geen_intrekken(),
            )
            .because(together(waar(aanmelding), ctx))
            .instead(sleutels::aanmelding::beslissen_of_andere_grond())),
            GrondZonderOuder::GeenAntwoord => {
                let last = aanmelding.antwoord_uiterlijk(keuze, who).filter(|last| ctx.vandaag <= *last);
                let Some(tot_en_met) = last else { return Ok(()) };
                let still = sleutels::aanmelding::OuderHeeftNogTijd { tot_en_met }.tekst();
                Err(Refusal::new("nog_tijd", still).instead(sleutels::aanmelding::wachten_op_andere_ouder()))
            }
            GrondZonderOuder::VerblijfOnbekend | GrondZonderOuder::KanNiet | GrondZonderOuder::Rechter => {
                let naam = format!("gezag.zonder.{}", self.grond.code());
                let known = regels::artikel(ctx, &naam, aanmelding.sector, ctx.vandaag).is_some();
                let unknown = || Refusal::field("grond", sleutels::aanmelding::uitzondering_geldt_niet());
                known.then_some(()).ok_or_else(unknown)
            }
        }
    }
}

/// That the places of a child are secret from a parent takes the answer of that parent away: no one person says both. Whoever recorded it
/// leaves it to somebody else at the school to go on without that parent.
fn refuse_own_secrecy(
    dossier: &Dossier,
    (who, aanmelding): (&Persoon, &Aanmelding),
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let mut records = dossier.personen.iter().filter(|record| is_zelfde_mens(record, who));
    let own = records.any(|record| {
        let since = dossier.geheim_sinds(record.nr);
        since.is_some_and(|since| {
            let mut about = dossier.feiten.iter().filter(|feit| dossier.about(feit).volgnummer == since);
            about.any(|feit| feit.actor.persoon == ctx.actor.persoon)
        })
    });
    if !own {
        return Ok(());
    }
    Err(Refusal::new("tweede_persoon", sleutels::aanmelding::zelf_geheim_gemaakt())
        .because(together(waar(aanmelding), ctx))
        .instead(sleutels::aanmelding::collega_gaat_verder()))
}

impl GaVerderZonderOuder {
    /// A decision of a court in the place of consent has a court and a day (BW 1:253a); another ground has none.
    fn uitspraak(
        &self,
        (aanmelding, born): (&Aanmelding, Date),
        ctx: &Besluitvorming<'_>,
    ) -> Result<(String, Option<Date>), Refusal> {
        if self.grond != GrondZonderOuder::Rechter {
            return Ok((String::new(), None));
        }
        let gerecht = invoer::optional_line("gerecht", &self.gerecht)?;
        if gerecht.trim().is_empty() {
            return Err(Refusal::field("gerecht", sleutels::aanmelding::welk_gerecht())
                .because(together(waar(aanmelding), ctx)));
        }
        let Some(op) = self.uitspraak_op else {
            return Err(Refusal::field("uitspraak_op", sleutels::aanmelding::welke_uitspraakdag())
                .because(together(waar(aanmelding), ctx)));
        };
        Ok((gerecht, Some(invoer::happened("uitspraak_op", op, born, ctx)?)))
    }
}

impl Decide for GaVerderZonderOuder {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        let (who, keuze) = self.waiting(dossier, aanmelding, ctx)?;
        self.check_ground(dossier, aanmelding, (who, keuze), ctx)?;
        if keuze == Ouderkeuze::Intrekken {
            verklaring::refuse_when_admitted_by_law(dossier, aanmelding, ctx)?;
        }
        let born = dossier.leerling.as_ref().map_or(Date::MIN, |leerling| leerling.geboortedatum);
        let (gerecht, uitspraak_op) = self.uitspraak((aanmelding, born), ctx)?;
        let chosen = OuderKoos {
            aanmelding: aanmelding.nr,
            keuze,
            van: who.nr,
            woord: Ouderwoord::NietBereikt,
            toelichting: invoer::reason("reden", &self.reden, ctx)?,
            namens: true,
            grond: Some(self.grond),
            gerecht,
            uitspraak_op,
        };
        let mut events = vec![Vaststelling::new(ctx.vandaag, dossier, ctx, chosen)];
        let waits = dossier.nog_te_vragen(aanmelding, keuze, ctx.vandaag).len();
        if waits + dossier.nog_op_te_wachten(aanmelding, keuze, ctx.vandaag).len() > 1 {
            return Ok(events);
        }
        // What was said with the first yes stands with what follows from it.
        let words =
            aanmelding.gezegd(keuze).first().map_or_else(String::new, |said| said.toelichting.clone());
        events.extend(match keuze {
            Ouderkeuze::Intrekken => withdraw(dossier, aanmelding, words, ctx),
            Ouderkeuze::Aanbod(nr) => accept(dossier, aanmelding, (open_aanbod(aanmelding, nr)?, words), ctx),
        });
        Ok(events)
    }
}
