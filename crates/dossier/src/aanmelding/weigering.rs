//! P1: refusing a child. Only lawful with another school that is willing, or on an exception of the
//! law (R1.4, R1.5).

use base::Vindplaats;

use crate::aanmelding::afloop::{check_bereid, check_overleg, day_after_decision, end_temporary};
use crate::aanmelding::feiten::{BereidGevonden, Geweigerd, Overleg, Weigeringsgrond};
use crate::aanmelding::opdracht::open;
use crate::opdracht::velden::{
    self, Bereid, Bron, Ingevuld, Invulling, Leesfout, Omgeving, OverlegMetOuders, Regel, Tekst, Veld,
    Veldsoort,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Dossier};

/// The choice of the form that is no exception: another school is willing.
pub const ANDERE_SCHOOL: &str = "andere_school";

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

impl Ingevuld for Weiger {
    const NAAM: &'static str = "weiger";

    fn velden() -> Vec<Veld> {
        let mut other = [Bereid::velden(""), velden::one("onderbouwing", Veldsoort::Tekst, false)].concat();
        other.extend(OverlegMetOuders::velden(""));
        for veld in &mut other {
            veld.verplicht = false;
        }
        [Regel::velden("grond"), other, Tekst::velden("motivering")].concat()
    }

    /// Another school, with the talk about it; or an exception of the law, and then the talk where there was one.
    fn lees(aanmelding: u32, bron: &Bron<'_>, omgeving: &Omgeving<'_>) -> Result<Self, Vec<Leesfout>> {
        let mut fouten = Vec::new();
        let keuze = Regel::lees("grond", bron, omgeving, &mut fouten);
        let other = keuze.as_deref() == Some(ANDERE_SCHOOL);
        let grond = match keuze {
            Some(_) if other => {
                Bereid::lees("", bron, omgeving, &mut fouten).map(Weigeringsgrond::AndereSchool)
            }
            Some(grond) => Tekst::lees("onderbouwing", bron, omgeving, &mut fouten)
                .map(|onderbouwing| Weigeringsgrond::Uitzondering { grond, onderbouwing }),
            None => None,
        };
        let talk = OverlegMetOuders::velden("");
        let talked = talk.iter().any(|veld| !bron(veld.naam).trim().is_empty());
        let overleg = if other || talked {
            OverlegMetOuders::lees("", bron, omgeving, &mut fouten).map(Some)
        } else {
            Some(None)
        };
        let motivering = Tekst::lees("motivering", bron, omgeving, &mut fouten);
        let read = || Some(Self { aanmelding, grond: grond?, motivering: motivering?, overleg: overleg? });
        velden::gelezen(read(), fouten)
    }

    /// On what ground is for a person to say.
    fn proef(_aanmelding: u32, _omgeving: &Omgeving<'_>) -> Option<Self> {
        None
    }
}

/// R1.4: no refusal before another school is willing.
fn duty(aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Option<Vindplaats> {
    regels::artikel(ctx, "aanmelding.andere_school", aanmelding.sector, aanmelding.ontvangen_op)
}

impl Weiger {
    /// What the law asks for this refusal and whether it is there, in the order of the article.
    /// The page shows it before anybody presses a button.
    pub fn punten(&self, aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Vec<WeigeringsPunt> {
        let mut punten = match &self.grond {
            Weigeringsgrond::AndereSchool(school) => self.punten_andere_school(school, aanmelding, ctx),
            Weigeringsgrond::Uitzondering { grond, onderbouwing } => {
                let known = regels::grond(ctx, grond, aanmelding).map(|grond| grond.vindplaats);
                let explained = !onderbouwing.trim().is_empty();
                vec![
                    WeigeringsPunt {
                        code: "grond",
                        tekst: "een uitzondering gekozen die voor deze school geldt",
                        voldaan: known.is_some(),
                        vindplaats: known.clone().or_else(|| duty(aanmelding, ctx)),
                    },
                    WeigeringsPunt {
                        code: "onderbouwing",
                        tekst: "uitgelegd hoe die uitzondering hier geldt",
                        voldaan: explained,
                        vindplaats: known,
                    },
                    // Not in the article: the letter says when and with whom was talked, and nobody refuses a child
                    // without a word to its parents.
                    WeigeringsPunt {
                        code: "overleg",
                        tekst: "overleg gehad met de ouders",
                        voldaan: self.talked() || !aanmelding.aanbiedingen.is_empty(),
                        vindplaats: None,
                    },
                ]
            }
        };
        punten.push(WeigeringsPunt {
            code: "motivering",
            tekst: "voor de ouders opgeschreven waarom",
            voldaan: !self.motivering.trim().is_empty(),
            vindplaats: None,
        });
        punten
    }

    fn talked(&self) -> bool {
        self.overleg.as_ref().is_some_and(|o| !o.met.trim().is_empty() && !o.uitkomst.trim().is_empty())
    }

    fn punten_andere_school(
        &self,
        school: &BereidGevonden,
        aanmelding: &Aanmelding,
        ctx: &Besluitvorming<'_>,
    ) -> Vec<WeigeringsPunt> {
        let needs_support = aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning);
        let assessed = regels::artikel(
            ctx,
            "aanmelding.behoefte_beoordelen",
            aanmelding.sector,
            aanmelding.ontvangen_op,
        );
        let punt =
            |code, tekst, voldaan| WeigeringsPunt { code, tekst, voldaan, vindplaats: duty(aanmelding, ctx) };
        vec![
            WeigeringsPunt {
                vindplaats: assessed,
                ..punt("behoefte", "vastgesteld dat het kind extra ondersteuning nodig heeft", needs_support)
            },
            punt(
                "andere_school",
                "een andere school genoemd die bereid is het kind toe te laten",
                !school.schoolnaam.trim().is_empty(),
            ),
            punt(
                "bereid",
                "vastgelegd waaruit blijkt dat die school bereid is",
                !school.bewijs.trim().is_empty(),
            ),
            punt("overleg", "overleg gehad met de ouders", self.talked()),
        ]
    }

    fn check_grond(
        &self,
        aanmelding: &Aanmelding,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(Weigeringsgrond, String), Refusal> {
        match &self.grond {
            Weigeringsgrond::AndereSchool(school) => {
                let school = check_bereid(school, ctx)?;
                if school.vestiging.as_ref() == Some(&aanmelding.vestiging) {
                    return Err(Refusal::field("schoolnaam", "dit is dezelfde school: noem een andere"));
                }
                let artikel = duty(aanmelding, ctx).map(|plaats| format!(" ({plaats})")).unwrap_or_default();
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
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        if aanmelding.open_opschorting().is_some() {
            return Err(Refusal::new(
                "wacht_op_informatie",
                "u vroeg de ouders om informatie en die is nog niet verwerkt",
            )
            .instead("eerst vastleggen wat er is ontvangen, of de aanmelding buiten behandeling stellen"));
        }
        if let Some(missing) = self.punten(aanmelding, ctx).into_iter().find(|punt| !punt.voldaan) {
            return Err(Refusal::new("weigeren_onrechtmatig", format!("er ontbreekt nog: {}", missing.tekst))
                .because(missing.vindplaats)
                .instead("het kind toelaten, verder zoeken naar een school die het kind wil toelaten, of het samenwerkingsverband om hulp vragen"));
        }
        let (grond, grond_tekst) = self.check_grond(aanmelding, ctx)?;
        let overleg =
            self.overleg.as_ref().map(|overleg| check_overleg(overleg, aanmelding, ctx)).transpose()?;
        let mut events = end_temporary(dossier, aanmelding, day_after_decision(ctx), ctx);
        events.push(Vaststelling::new(
            ctx.vandaag,
            dossier,
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
