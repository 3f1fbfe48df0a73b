//! P1: refusing a child. Only lawful with another school that is willing, or on an exception of the
//! law (R1.4, R1.5).

use base::{Date, Vindplaats, dates};
use recht::{Bewijspunt, Bewijssoort};
use sleutels::Tekst;
use verband::grenzen::{DAGEN_BEWIJS_VOOR_AANMELDING, DAGEN_OM_GRONDSLAG_TE_VRAGEN};

use crate::aanmelding::afloop::{check_overleg, day_after_decision, end_temporary};
use crate::aanmelding::elders::{
    Vanaf, check_bereid, earliest_condition, first_day_elsewhere, other_than, refuse_unlawful,
};
use crate::aanmelding::feiten::{BereidGevonden, Getoond, Geweigerd, Overleg, Weigeringsgrond};
use crate::aanmelding::leeftijd::geen_plek_meer;
use crate::aanmelding::opdracht::open;
use crate::aanmelding::verklaring::refuse_when_admitted_by_law;
use crate::opdracht::velden::{
    self, Bereid, Bron, Ingevuld, Invulling, Leesfout, Omgeving, OverlegMetOuders, Regel, Veld, Veldsoort,
    Waarden,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::{AndereSchoolsoort, Bewijsveld};
use crate::staat::{Aanmelding, Dossier};

/// The choice of the form that is no exception: another school is willing.
pub const ANDERE_SCHOOL: &str = "andere_school";

/// One thing that the law asks before a child may be refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeigeringsPunt {
    /// Stable code.
    pub code: &'static str,
    /// What is asked, in plain Dutch.
    pub tekst: Tekst,
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
    /// The school that takes the child in its place, where that is the ground.
    pub(crate) fn andere_school(&mut self) -> Option<&mut BereidGevonden> {
        if let Weigeringsgrond::AndereSchool(school) = &mut self.grond { Some(school) } else { None }
    }
}

impl Ingevuld for Weiger {
    fn velden() -> Vec<Veld> {
        let shown = Bewijsveld::ALL.iter().flat_map(|veld| velden::one(veld.code(), Veldsoort::Tekst, false));
        let mut other: Vec<Veld> = Bereid::velden("").into_iter().chain(shown).collect();
        other.extend(OverlegMetOuders::velden(""));
        for veld in &mut other {
            veld.verplicht = false;
        }
        [Regel::velden("grond"), other, velden::Tekst::velden("motivering")].concat()
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
            Some(grond) => Some(Weigeringsgrond::Uitzondering {
                grond,
                onderbouwing: String::new(),
                bewijs: typed_evidence(bron),
            }),
            None => None,
        };
        let talk = OverlegMetOuders::velden("");
        let talked = talk.iter().any(|veld| !bron(veld.naam).trim().is_empty());
        let overleg = if other || talked {
            OverlegMetOuders::lees("", bron, omgeving, &mut fouten).map(Some)
        } else {
            Some(None)
        };
        let motivering = velden::Tekst::lees("motivering", bron, omgeving, &mut fouten);
        let read = || Some(Self { aanmelding, grond: grond?, motivering: motivering?, overleg: overleg? });
        velden::gelezen(read(), fouten)
    }

    /// On what ground is for a person to say.
    fn proef(_aanmelding: u32, _omgeving: &Omgeving<'_>) -> Option<Self> {
        None
    }

    fn schrijf(&self) -> Waarden {
        let ground = match &self.grond {
            Weigeringsgrond::AndereSchool(school) => {
                [velden::geschreven("grond", ANDERE_SCHOOL), Bereid::schrijf("", school)].concat()
            }
            Weigeringsgrond::Uitzondering { grond, onderbouwing: _, bewijs } => {
                let shown = bewijs.iter().flat_map(|een| velden::geschreven(&een.punt, &een.antwoord));
                velden::geschreven("grond", grond).into_iter().chain(shown).collect()
            }
        };
        let talk = self.overleg.as_ref().map(|talk| OverlegMetOuders::schrijf("", talk)).unwrap_or_default();
        [ground, talk, velden::geschreven("motivering", &self.motivering)].concat()
    }
}

/// What was filled in of what shows an exception, whichever ground asks it.
pub fn typed_evidence(bron: &Bron<'_>) -> Vec<Getoond> {
    let typed = |veld: &Bewijsveld| {
        let antwoord = bron(veld.code()).trim().to_owned();
        let filled = !antwoord.is_empty();
        filled.then(|| Getoond { punt: veld.code().to_owned(), vraag: String::new(), antwoord })
    };
    Bewijsveld::ALL.iter().filter_map(typed).collect()
}

/// The answer to what shows a ground: none where it is not there or cannot be.
fn answer<'a>(punt: &Bewijspunt, bewijs: &'a [Getoond], vandaag: Date) -> Option<&'a str> {
    let given = bewijs.iter().find(|given| given.punt == punt.id)?.antwoord.trim();
    let counts = match punt.soort {
        Bewijssoort::Tekst => !given.is_empty(),
        Bewijssoort::Dag => dates::parse_typed(given).is_some_and(|day| day <= vandaag),
        Bewijssoort::Keuze => punt.opties.iter().any(|optie| optie == given),
    };
    counts.then_some(given)
}

/// Between which days something can have been that shows a ground: room is counted for this registration, the question on the foundation
/// is asked with it (WPO 40(5)b, WVO 2020 8.9(3)b), and no commission judges a child that cannot be registered yet.
fn days_of(
    veld: Bewijsveld,
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    ctx: &Besluitvorming<'_>,
) -> Result<(Date, Date), Refusal> {
    let around = |days: i32| dates::plus_days(aanmelding.ontvangen_op, days).unwrap_or(ctx.vandaag);
    let before = around(-DAGEN_BEWIJS_VOOR_AANMELDING);
    match veld {
        Bewijsveld::GevraagdOp => Ok((before, around(DAGEN_OM_GRONDSLAG_TE_VRAGEN).min(ctx.vandaag))),
        Bewijsveld::GeteldOp => Ok((before, ctx.vandaag)),
        Bewijsveld::OnderzochtOp => {
            Ok((earliest_condition(dossier, AndereSchoolsoort::InstellingC12, ctx)?, ctx.vandaag))
        }
        Bewijsveld::Plaatsen
        | Bewijsveld::Beleid
        | Bewijsveld::Gelijk
        | Bewijsveld::Gevraagd
        | Bewijsveld::Antwoord
        | Bewijsveld::Openbaar
        | Bewijsveld::Voorwaarde
        | Bewijsveld::Advies
        | Bewijsveld::Oordeel
        | Bewijsveld::Leeftijd => Ok((Date::MIN, ctx.vandaag)),
    }
}

/// What shows a ground, as it is kept: every point of it, and nothing that another ground asks.
fn shown(
    (dossier, aanmelding): (&Dossier, &Aanmelding),
    ground: &recht::Weigeringsgrond,
    bewijs: &[Getoond],
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Getoond>, Refusal> {
    for punt in ground.bewijs.iter().filter(|punt| punt.soort == Bewijssoort::Dag) {
        let veld = Bewijsveld::from_code(&punt.id);
        let given = answer(punt, bewijs, ctx.vandaag).and_then(dates::parse_typed);
        let Some((veld, day)) = veld.zip(given) else { continue };
        let (first, last) = days_of(veld, dossier, aanmelding, ctx)?;
        invoer::not_before(veld.code(), day, first)
            .and_then(|day| invoer::not_after(veld.code(), day, last))
            .map_err(|refusal| refusal.because(Some(punt.bron.vindplaats.clone())))?;
    }
    let each = ground.bewijs.iter().map(|punt| {
        let veld = Bewijsveld::from_code(&punt.id).map_or("grond", Bewijsveld::code);
        let given = answer(punt, bewijs, ctx.vandaag).unwrap_or_default();
        let antwoord = match punt.soort {
            Bewijssoort::Tekst => invoer::reason(veld, given, ctx)?,
            Bewijssoort::Dag => dates::parse_typed(given).map(|day| day.to_string()).unwrap_or_default(),
            Bewijssoort::Keuze => given.to_owned(),
        };
        Ok(Getoond { punt: punt.id.clone(), vraag: punt.vraag.clone(), antwoord })
    });
    each.collect()
}

/// R1.4: no refusal before another school is willing.
fn duty(aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Option<Vindplaats> {
    regels::artikel(ctx, "aanmelding.andere_school", aanmelding.sector, aanmelding.ontvangen_op)
}

impl Weiger {
    /// What the law asks for this refusal and whether it is there, in the order of the article.
    /// The page shows it before anybody presses a button. `geen_plek`: the child is too old for the school.
    pub fn punten(
        &self,
        (aanmelding, geen_plek): (&Aanmelding, bool),
        ctx: &Besluitvorming<'_>,
    ) -> Vec<WeigeringsPunt> {
        let mut punten = match &self.grond {
            Weigeringsgrond::AndereSchool(school) => self.punten_andere_school(school, aanmelding, ctx),
            // Need, search and talk are not asked then (WPO 40(5), WEC 40(6) and (22), WVO 8.9(3)).
            Weigeringsgrond::Uitzondering { grond, onderbouwing: _, bewijs } => {
                let known = regels::gronden(ctx, (aanmelding, geen_plek)).find(|known| known.id == *grond);
                let place = known.map(|known| known.bron.vindplaats.clone());
                let chosen = WeigeringsPunt {
                    code: "grond",
                    tekst: sleutels::aanmelding::punt_uitzondering(),
                    voldaan: known.is_some(),
                    vindplaats: place.or_else(|| duty(aanmelding, ctx)),
                };
                let asked = known.into_iter().flat_map(|known| &known.bewijs).map(|punt| WeigeringsPunt {
                    code: Bewijsveld::from_code(&punt.id).map_or("grond", Bewijsveld::code),
                    tekst: Tekst::letterlijk(&punt.vraag),
                    voldaan: answer(punt, bewijs, ctx.vandaag).is_some(),
                    vindplaats: Some(punt.bron.vindplaats.clone()),
                });
                std::iter::once(chosen).chain(asked).collect()
            }
        };
        punten.push(WeigeringsPunt {
            code: "motivering",
            tekst: sleutels::aanmelding::punt_motivering(),
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
                ..punt("behoefte", sleutels::aanmelding::punt_behoefte(), needs_support)
            },
            punt(
                "andere_school",
                sleutels::aanmelding::punt_andere_school(),
                !school.schoolnaam.trim().is_empty(),
            ),
            punt("bereid", sleutels::aanmelding::punt_bereid(), !school.bewijs.trim().is_empty()),
            punt("overleg", sleutels::aanmelding::punt_overleg(), self.talked()),
        ]
    }

    fn check_grond(
        &self,
        dossier: &Dossier,
        aanmelding: &Aanmelding,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(Weigeringsgrond, String), Refusal> {
        match &self.grond {
            Weigeringsgrond::AndereSchool(school) => {
                let school = check_bereid((dossier, school), other_than(aanmelding), aanmelding.sector, ctx)?;
                let first = first_day_elsewhere(aanmelding, ctx);
                refuse_unlawful(dossier, &school, Vanaf::Dag(first), ctx)?;
                let artikel = duty(aanmelding, ctx).map(|plaats| format!(" ({plaats})")).unwrap_or_default();
                let tekst = format!("{} is bereid het kind toe te laten{artikel}", school.schoolnaam);
                Ok((Weigeringsgrond::AndereSchool(school), tekst))
            }
            Weigeringsgrond::Uitzondering { grond, onderbouwing: _, bewijs } => {
                let geen_plek = geen_plek_meer(dossier, aanmelding, ctx)?.is_some();
                let known = regels::gronden(ctx, (aanmelding, geen_plek)).find(|known| known.id == *grond);
                let known = known.ok_or_else(|| {
                    Refusal::field("grond", sleutels::aanmelding::uitzondering_geldt_niet())
                })?;
                let tekst = format!("{} ({})", known.tekst, known.bron.vindplaats);
                let bewijs = shown((dossier, aanmelding), known, bewijs, ctx)?;
                let (grond, onderbouwing) = (grond.clone(), String::new());
                Ok((Weigeringsgrond::Uitzondering { grond, onderbouwing, bewijs }, tekst))
            }
        }
    }
}

/// Why a refusal in which this is missing is none: of what shows an exception, at its field.
fn unlawful(missing: WeigeringsPunt) -> Refusal {
    let refusal = match Bewijsveld::from_code(missing.code) {
        Some(veld) => Refusal::field(
            veld.code(),
            sleutels::aanmelding::BewijsOntbreekt { vraag: missing.tekst }.tekst(),
        ),
        None => Refusal::new(
            "weigeren_onrechtmatig",
            sleutels::aanmelding::WeigerenOnrechtmatig { wat: missing.tekst }.tekst(),
        ),
    };
    refusal.because(missing.vindplaats).instead(sleutels::aanmelding::toelaten_of_verder_zoeken())
}

impl Decide for Weiger {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        refuse_when_admitted_by_law(dossier, aanmelding, ctx)?;
        // What was asked of the parents is about the need of the child: a refusal for another reason does not wait for it.
        let about_need = matches!(self.grond, Weigeringsgrond::AndereSchool(_));
        if about_need && aanmelding.wacht_op(ctx.vandaag).is_some() {
            return Err(Refusal::new("wacht_op_informatie", sleutels::aanmelding::nog_niet_verwerkt())
                .instead(sleutels::aanmelding::ontvangst_of_buiten_behandeling()));
        }
        let geen_plek = geen_plek_meer(dossier, aanmelding, ctx)?.is_some();
        if let Some(missing) =
            self.punten((aanmelding, geen_plek), ctx).into_iter().find(|punt| !punt.voldaan)
        {
            return Err(unlawful(missing));
        }
        let (grond, grond_tekst) = self.check_grond(dossier, aanmelding, ctx)?;
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
                motivering: invoer::reason("motivering", &self.motivering, ctx)?,
                overleg,
                bezwaar_uiterlijk: regels::bezwaar_toelating(ctx, aanmelding.openbaar)?,
            },
        ));
        Ok(events)
    }
}
