//! P1: how a registration ends: offer, admission, refusal, not handled, withdrawn.

use base::{Date, Vindplaats, dates};

use crate::gebeurtenis::aanmelding::{
    AanbodAanvaard, AanbodAfgewezen, AanbodGedaan, AanmeldingIngetrokken, BereidGevonden, BuitenBehandelingGesteld,
    FeitelijkGeweigerd, Geweigerd, Overleg, TijdelijkePlaatsingGeeindigd, Toegelaten, Weigeringsgrond,
};
use crate::gebeurtenis::leven::Uitgeschreven;
use crate::opdracht::aanmelding::{enrolment, open};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Dossier};

fn check_bereid(school: &BereidGevonden, ctx: &Besluitvorming<'_>) -> Result<BereidGevonden, Refusal> {
    Ok(BereidGevonden {
        schoolnaam: invoer::line("schoolnaam", &school.schoolnaam)?,
        vestiging: school.vestiging.clone(),
        bereid_op: invoer::happened("bereid_op", school.bereid_op, Date::MIN, ctx)?,
        bewijs: invoer::text("bewijs", &school.bewijs)?,
    })
}

fn check_overleg(overleg: &Overleg, ctx: &Besluitvorming<'_>) -> Result<Overleg, Refusal> {
    Ok(Overleg {
        op: invoer::happened("overleg_op", overleg.op, Date::MIN, ctx)?,
        met: invoer::line("overleg_met", &overleg.met)?,
        uitkomst: invoer::text("overleg_uitkomst", &overleg.uitkomst)?,
    })
}

/// What ends with a decision on a registration: a temporary place, made definitive or not.
fn end_temporary(aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>, definitief: bool) -> Vec<Vaststelling> {
    let running = aanmelding.tijdelijke_plaatsing.as_ref().is_some_and(|plaatsing| plaatsing.tot.is_none());
    if !running {
        return Vec::new();
    }
    let per = if definitief { ctx.vandaag } else { dates::plus_days(ctx.vandaag, 1).unwrap_or(ctx.vandaag) };
    let mut ended = vec![Vaststelling::new(
        ctx.vandaag,
        ctx,
        TijdelijkePlaatsingGeeindigd { aanmelding: aanmelding.nr, per, definitief },
    )];
    if !definitief {
        let reden = "einde van de tijdelijke plaatsing".to_owned();
        ended.push(Vaststelling::new(
            ctx.vandaag,
            ctx,
            Uitgeschreven { vestiging: aanmelding.vestiging.clone(), per, reden },
        ));
    }
    ended
}

/// Offers a place at another school that is willing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoeAanbod {
    /// Registration.
    pub aanmelding: u32,
    /// School that is willing.
    pub school: BereidGevonden,
    /// What it offers.
    pub wat: String,
    /// From when.
    pub per: Date,
    /// Other possibilities that were looked at.
    pub andere_mogelijkheden: Vec<String>,
    /// Consultation with the parents.
    pub overleg: Overleg,
}

impl Decide for DoeAanbod {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        if aanmelding.open_aanbod().is_some() {
            return Err(Refusal::new("aanbod_open", "de ouders hebben nog niet geantwoord op het vorige aanbod")
                .instead("eerst hun antwoord vastleggen"));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            AanbodGedaan {
                aanmelding: aanmelding.nr,
                aanbod: invoer::next_nr(aanmelding.aanbiedingen.len()),
                school: check_bereid(&self.school, ctx)?,
                wat: invoer::text("wat", &self.wat)?,
                per: invoer::plannable("per", self.per, ctx)?,
                andere_mogelijkheden: invoer::lines("andere_mogelijkheden", &self.andere_mogelijkheden)?,
                overleg: check_overleg(&self.overleg, ctx)?,
            },
        )])
    }
}

fn open_aanbod(aanmelding: &Aanmelding, nr: u32) -> Result<(), Refusal> {
    if aanmelding.open_aanbod().is_some_and(|aanbod| aanbod.nr == nr) {
        Ok(())
    } else {
        Err(Refusal::field("aanbod", "dit aanbod staat niet open"))
    }
}

/// The parents accept the offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AanvaardAanbod {
    /// Registration.
    pub aanmelding: u32,
    /// Offer.
    pub aanbod: u32,
    /// How they let it be known.
    pub toelichting: String,
}

impl Decide for AanvaardAanbod {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        open_aanbod(aanmelding, self.aanbod)?;
        let holder = aanmelding.vestiging.organisatie();
        let mut events = end_temporary(aanmelding, ctx, false);
        events.push(Vaststelling::held_by(
            ctx.vandaag,
            holder,
            AanbodAanvaard {
                aanmelding: aanmelding.nr,
                aanbod: self.aanbod,
                toelichting: invoer::optional_text("toelichting", &self.toelichting)?,
            },
        ));
        Ok(events)
    }
}

/// The parents say no to the offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WijsAanbodAf {
    /// Registration.
    pub aanmelding: u32,
    /// Offer.
    pub aanbod: u32,
    /// Why, if they said so.
    pub reden: String,
}

impl Decide for WijsAanbodAf {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        open_aanbod(aanmelding, self.aanbod)?;
        Ok(vec![Vaststelling::held_by(
            ctx.vandaag,
            aanmelding.vestiging.organisatie(),
            AanbodAfgewezen {
                aanmelding: aanmelding.nr,
                aanbod: self.aanbod,
                reden: invoer::optional_text("reden", &self.reden)?,
            },
        )])
    }
}

/// Admits the child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaatToe {
    /// Registration.
    pub aanmelding: u32,
    /// First day at school.
    pub per: Date,
    /// Group; may be empty.
    pub groep: String,
}

impl Decide for LaatToe {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        let per = invoer::plannable("per", invoer::not_before("per", self.per, aanmelding.ontvangen_op)?, ctx)?;
        let groep = invoer::optional_line("groep", &self.groep)?;
        let needs_support = aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning);
        let opp_uiterlijk = if needs_support || regels::always_opp(ctx, aanmelding.schoolsoort) {
            Some(regels::opp_termijn(ctx, per, aanmelding.tijdelijke_plaatsing.is_some())?)
        } else {
            None
        };
        let temporary = aanmelding.tijdelijke_plaatsing.is_some();
        let mut events = end_temporary(aanmelding, ctx, true);
        events.push(Vaststelling::new(
            ctx.vandaag,
            ctx,
            Toegelaten { aanmelding: aanmelding.nr, per, groep: groep.clone(), opp_uiterlijk },
        ));
        if !temporary {
            events.push(Vaststelling::new(ctx.vandaag, ctx, enrolment(aanmelding, groep, per)));
        }
        Ok(events)
    }
}

/// One thing that the law asks before a child may be refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeigeringsPunt {
    /// Stable code.
    pub code: &'static str,
    /// What is asked, in plain Dutch.
    pub tekst: &'static str,
    /// Whether it is there.
    pub voldaan: bool,
    /// Where it stands in the law.
    pub vindplaats: Option<Vindplaats>,
}

/// Refuses the child, lawfully.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weiger {
    /// Registration.
    pub aanmelding: u32,
    /// On which ground.
    pub grond: Weigeringsgrond,
    /// Why, for the parents.
    pub motivering: String,
    /// Consultation with the parents.
    pub overleg: Option<Overleg>,
}

impl Weiger {
    /// What the law asks for this refusal and whether it is there, in the order of the article.
    /// The page shows it before anybody presses a button.
    pub fn punten(&self, aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Vec<WeigeringsPunt> {
        let on = aanmelding.ontvangen_op;
        let plaats = |naam| regels::vindplaats(ctx, naam, on);
        let overleg = self.overleg.as_ref().is_some_and(|o| !o.met.trim().is_empty() && !o.uitkomst.trim().is_empty());
        let punt = |code, tekst, voldaan, vindplaats| WeigeringsPunt { code, tekst, voldaan, vindplaats };
        let mut punten = match &self.grond {
            Weigeringsgrond::AndereSchool(school) => vec![
                punt(
                    "behoefte",
                    "vastgesteld dat het kind extra ondersteuning nodig heeft",
                    aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning),
                    plaats("aanmelding.behoefte_beoordelen"),
                ),
                punt(
                    "andere_school",
                    "een andere school genoemd die bereid is het kind toe te laten",
                    !school.schoolnaam.trim().is_empty(),
                    plaats("aanmelding.andere_school"),
                ),
                punt(
                    "bereid",
                    "vastgelegd waaruit blijkt dat die school bereid is",
                    !school.bewijs.trim().is_empty(),
                    plaats("aanmelding.andere_school"),
                ),
                punt("overleg", "overleg gehad met de ouders", overleg, plaats("aanmelding.andere_school")),
            ],
            Weigeringsgrond::Uitzondering { grond, onderbouwing } => vec![
                punt(
                    "grond",
                    "een uitzondering gekozen die voor deze school geldt",
                    regels::grond(ctx, grond, aanmelding).is_some(),
                    regels::grond(ctx, grond, aanmelding).map(|grond| grond.vindplaats),
                ),
                punt("onderbouwing", "uitgelegd hoe die uitzondering hier geldt", !onderbouwing.trim().is_empty(), None),
            ],
        };
        punten.push(punt("motivering", "voor de ouders opgeschreven waarom", !self.motivering.trim().is_empty(), None));
        punten
    }

    fn check_grond(&self, aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Result<(Weigeringsgrond, String), Refusal> {
        match &self.grond {
            Weigeringsgrond::AndereSchool(school) => {
                let school = check_bereid(school, ctx)?;
                if school.vestiging.as_ref() == Some(&aanmelding.vestiging) {
                    return Err(Refusal::field("schoolnaam", "dit is dezelfde school: noem een andere"));
                }
                let artikel = regels::vindplaats(ctx, "aanmelding.andere_school", aanmelding.ontvangen_op);
                let artikel = artikel.map(|plaats| format!(" ({plaats})")).unwrap_or_default();
                let tekst = format!("{} is bereid het kind toe te laten{artikel}", school.schoolnaam);
                Ok((Weigeringsgrond::AndereSchool(school), tekst))
            }
            Weigeringsgrond::Uitzondering { grond, onderbouwing } => {
                let known = regels::grond(ctx, grond, aanmelding).ok_or_else(|| {
                    Refusal::field("grond", "deze uitzondering geldt niet voor deze school")
                })?;
                let tekst = format!("{} ({})", known.tekst, known.vindplaats);
                let onderbouwing = invoer::text("onderbouwing", onderbouwing)?;
                Ok((Weigeringsgrond::Uitzondering { grond: grond.clone(), onderbouwing }, tekst))
            }
        }
    }
}

impl Decide for Weiger {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        if aanmelding.open_opschorting().is_some() {
            return Err(Refusal::new("wacht_op_informatie", "u vroeg de ouders om informatie en die is nog niet verwerkt")
                .instead("eerst vastleggen wat er is ontvangen, of de aanmelding buiten behandeling stellen"));
        }
        if let Some(missing) = self.punten(aanmelding, ctx).into_iter().find(|punt| !punt.voldaan) {
            return Err(Refusal::new("weigeren_onrechtmatig", format!("er ontbreekt nog: {}", missing.tekst))
                .because(missing.vindplaats)
                .instead("het kind toelaten, verder zoeken naar een school die het kind wil toelaten, of het samenwerkingsverband om hulp vragen"));
        }
        let (grond, grond_tekst) = self.check_grond(aanmelding, ctx)?;
        let overleg = self.overleg.as_ref().map(|overleg| check_overleg(overleg, ctx)).transpose()?;
        let mut events = end_temporary(aanmelding, ctx, false);
        events.push(Vaststelling::new(
            ctx.vandaag,
            ctx,
            Geweigerd {
                aanmelding: aanmelding.nr,
                grond,
                grond_tekst,
                motivering: invoer::text("motivering", &self.motivering)?,
                overleg,
                bezwaar_uiterlijk: regels::bezwaar_toelating(ctx, aanmelding.openbaar)?,
            },
        ));
        Ok(events)
    }
}

/// Records that the school turned the child away in fact, without a lawful decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeldFeitelijkeWeigering {
    /// Registration.
    pub aanmelding: u32,
    /// When.
    pub op: Date,
    /// What happened.
    pub wat: String,
}

impl Decide for MeldFeitelijkeWeigering {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        let op = invoer::happened("op", self.op, aanmelding.ontvangen_op, ctx)?;
        Ok(vec![Vaststelling::held_by(
            op,
            aanmelding.vestiging.organisatie(),
            FeitelijkGeweigerd { aanmelding: aanmelding.nr, op, wat: invoer::text("wat", &self.wat)? },
        )])
    }
}

/// Does not handle the registration: the information did not come in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StelBuitenBehandeling {
    /// Registration.
    pub aanmelding: u32,
    /// Why.
    pub reden: String,
}

impl Decide for StelBuitenBehandeling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        let on = aanmelding.ontvangen_op;
        let parameter = "aanmelding.buiten_behandeling_bekend_binnen";
        let Some(gevraagd) = aanmelding.opschortingen.last() else {
            return Err(Refusal::new("niets_gevraagd", "u heeft de ouders nog niet om de ontbrekende informatie gevraagd")
                .because(regels::vindplaats(ctx, parameter, on))
                .instead("eerst een verzoek om informatie sturen"));
        };
        let lapsed = gevraagd.geeindigd_op.unwrap_or(gevraagd.tot_en_met);
        if gevraagd.geeindigd_op.is_none() && ctx.vandaag <= gevraagd.tot_en_met {
            return Err(Refusal::new(
                "nog_tijd",
                format!("de ouders hebben nog tijd tot en met {}", dates::short_nl(gevraagd.tot_en_met)),
            )
            .instead("wachten, of de informatie verwerken als die er is"));
        }
        let weken = regels::getal(ctx, parameter, on)?;
        let latest = dates::plus_days(lapsed, 7 * i32::from(weken)).unwrap_or(Date::MAX);
        if ctx.vandaag > latest {
            return Err(Refusal::new(
                "te_laat",
                format!("dit had uiterlijk op {} bekendgemaakt moeten zijn", dates::short_nl(latest)),
            )
            .because(regels::vindplaats(ctx, parameter, on))
            .instead("beslissen op wat er wel is"));
        }
        let mut events = end_temporary(aanmelding, ctx, false);
        events.push(Vaststelling::new(
            ctx.vandaag,
            ctx,
            BuitenBehandelingGesteld {
                aanmelding: aanmelding.nr,
                reden: invoer::text("reden", &self.reden)?,
                bezwaar_uiterlijk: regels::bezwaar_toelating(ctx, aanmelding.openbaar)?,
            },
        ));
        Ok(events)
    }
}

/// The parents withdraw the registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrekAanmeldingIn {
    /// Registration.
    pub aanmelding: u32,
    /// Why, if they said so.
    pub reden: String,
}

impl Decide for TrekAanmeldingIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        let mut events = end_temporary(aanmelding, ctx, false);
        events.push(Vaststelling::held_by(
            ctx.vandaag,
            aanmelding.vestiging.organisatie(),
            AanmeldingIngetrokken {
                aanmelding: aanmelding.nr,
                reden: invoer::optional_text("reden", &self.reden)?,
            },
        ));
        Ok(events)
    }
}
