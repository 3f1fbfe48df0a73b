//! Letters of a plan (R3): a version to read, the plan that was adopted, and what holds where somebody does not agree.
//!
//! They stand in the most closed part of what they tell, and go to those whose word it is: a carer reads the plan where the parents allow it.

use base::{Date, dates};
use documents::{Doelregel, GeenInstemming, PlanBesluit, PlanConcept, Planhulp, Planinhoud, Planwoorden};
use documents::{NietLeeg, Rechtsgrond, Route, Tekst};
use dossier::leven::stem::Stem;
use dossier::plan::feiten::{ConceptGedeeld, HandelingsdeelBeschreven, PlanVastgesteld};
use dossier::plan::gehoord::InstemmingGeweigerd;
use dossier::plan::staat::{Inbreng, Plan, Plandelen};
use dossier::toegang::Deel;
use recht::{Eenheid, Plicht};
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use super::Conceptbrief;
use super::geadresseerde::{self, Geadresseerde};
use super::schrijver::Schrijver;
use super::woorden::{alineas, duur, minstens_een, tekst};
use crate::AppError;

impl Schrijver<'_> {
    fn plan(&self, nr: u32) -> Result<&Plan, AppError> {
        let gone = || AppError::Letter(format!("plan {nr} staat niet in het dossier"));
        self.dossier.plan(nr).ok_or_else(gone)
    }

    /// A version lies there: to each whose word it is, with the plan.
    pub(super) fn plan_concept(&self, event: &ConceptGedeeld) -> Result<Vec<Conceptbrief>, AppError> {
        let plan = self.plan(event.plan)?;
        let delen = plan.ligt_voor().map(|laid| &laid.delen);
        let delen = delen.ok_or_else(|| AppError::Letter("er ligt geen versie van dit plan".to_owned()))?;
        let last = dates::plus_days(self.vandaag, DAGEN_OM_TE_ANTWOORDEN).unwrap_or(self.vandaag);
        let (alone, wet) = (self.dossier.handelt_zelf(self.vandaag), self.gronden_van_plan(plan)?);
        let hulp = delen.handelingsdeel.as_deref().map(hulp).transpose()?;
        let hulp = hulp.ok_or_else(|| AppError::Letter("dit plan heeft geen handelingsdeel".to_owned()))?;
        self.aan_wie_beslist(|lezer| {
            Ok(PlanConcept {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                plansoort: tekst(plan.soort.label())?,
                bijstelling: plan.laatst_vastgesteld().is_some(),
                aan_leerling: alone,
                inhoud: inhoud(delen)?,
                hulp: hulp.clone(),
                vraagt_instemming: plan.te_beoordelen().is_some(),
                antwoord_uiterlijk: last,
                eigen_pagina: self.heeft_eigen_pagina(lezer),
                routes: self.routes_van_plan(alone, false)?,
            })
        })
    }

    /// It was adopted: the plan itself, with who was heard and what was done with it (WPO 40a(8), WEC 41a(9), WVO 2020 2.44(7)).
    pub(super) fn plan_besluit(&self, event: &PlanVastgesteld) -> Result<Vec<Conceptbrief>, AppError> {
        let plan = self.plan(event.plan)?;
        let missing =
            || AppError::Letter(format!("versie {} van dit plan is niet vastgesteld", event.versie));
        let adopted = plan.laatst_vastgesteld().ok_or_else(missing)?;
        let version = plan.versies.iter().find(|laid| laid.nr == event.versie).ok_or_else(missing)?;
        let holds = plan.geldend_handelingsdeel().map(|(_, part)| hulp(part)).transpose()?;
        let (alone, wet) = (self.dossier.handelt_zelf(self.vandaag), self.gronden_van_plan(plan)?);
        let ronde = &adopted.ronde;
        let leerling = match &ronde.inbreng {
            Some(Inbreng::Gehoord(said)) => Some(gezegd(said.op, &said.woorden)?),
            Some(Inbreng::ZagAf(_)) | None => None,
        };
        let invloed = ronde.uitleg.as_ref().map(|told| gezegd(told.op, &told.invloed)).transpose()?;
        let advies = ronde.advies.as_ref().map(|said| gezegd(said.op, &said.advies)).transpose()?;
        let overleg: Vec<Planwoorden> =
            ronde.overleg.iter().map(|talk| gezegd(talk.op, &talk.woorden)).collect::<Result<_, _>>()?;
        let without = !event.handelingsdeel;
        self.aan_wie_beslist(|lezer| {
            Ok(PlanBesluit {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                plansoort: tekst(plan.soort.label())?,
                vastgesteld_op: adopted.besluit.op,
                bijstelling: event.bijgesteld,
                aan_leerling: alone,
                inhoud: inhoud(&version.delen)?,
                geldende_hulp: holds.clone(),
                zonder_instemming: without,
                inbreng: leerling.clone(),
                invloed: invloed.clone(),
                gesprekken: overleg.clone(),
                commissieadvies: advies.clone(),
                evaluatie_uiterlijk: plan.evalueren_uiterlijk().ok_or_else(missing)?,
                routes: self.routes_van_plan(alone, without)?,
            })
        })
    }

    /// To who does not agree, and to nobody else: what holds and what does not, and what now. A plan that the law does not know asks
    /// nobody to agree by law.
    pub(super) fn geen_instemming(&self, event: &InstemmingGeweigerd) -> Result<Vec<Conceptbrief>, AppError> {
        let plan = self.plan(event.plan)?;
        let said = plan.stemmen_over(event.versie);
        let newest = said.iter().rev().find(|said| said.van.is_zelfde(event.van, &self.dossier.personen));
        // Who said yes before the letter was made is not told that they did not.
        if !plan.soort.is_opp() || newest.is_some_and(|said| said.ja) {
            return Ok(Vec::new());
        }
        let lezer = match event.van {
            Stem::Persoon(nr) => geadresseerde::persoon(self.dossier, nr, self.vandaag)?,
            Stem::Leerling => geadresseerde::leerling(self.dossier, self.vandaag)?,
        };
        let Some(lezer) = lezer else { return Ok(Vec::new()) };
        let alone = event.van == Stem::Leerling;
        let letter = GeenInstemming {
            hoofd: self.hoofd(&lezer.ontvanger, self.gronden_van_plan(plan)?)?,
            school: self.school()?,
            plansoort: tekst(plan.soort.label())?,
            gezegd_op: self.vandaag,
            aan_leerling: alone,
            geldt_sinds: plan.geldend_handelingsdeel().map(|(since, _)| since),
            met_anderen: self.dossier.stemmen_op(self.vandaag).len() > 1,
            routes: self.routes_van_plan(alone, true)?,
        };
        Ok(vec![Conceptbrief { deel: Deel::F, ..self.concept(&lezer, letter.into())? }])
    }

    /// A copy to each whose word it is on this day; to the parents where nobody of them is known.
    fn aan_wie_beslist<B: Into<documents::Brief>>(
        &self,
        write: impl Fn(&Geadresseerde) -> Result<B, AppError>,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let voices = self.dossier.stemmen_op(self.vandaag);
        let asked = |lezer: &&Geadresseerde| {
            let own = lezer.persoon.map(Stem::van_nummer);
            own.is_none_or(|own| voices.iter().any(|one| one.is_zelfde(own, &self.dossier.personen)))
        };
        let readers = self.gezin()?;
        let letters = readers.iter().filter(asked).map(|lezer| {
            // The factors are read by fewer than the rest of it.
            Ok(Conceptbrief { deel: Deel::D, ..self.concept(lezer, write(lezer)?.into())? })
        });
        letters.collect()
    }

    fn gronden_van_plan(&self, plan: &Plan) -> Result<Vec<Rechtsgrond>, AppError> {
        let wetten = self.wetten().op(self.vandaag);
        let mut wet = vec![wetten.bepaling("opp.instemming")?];
        // Asked since 2025.
        wet.extend(wetten.bepaling("opp.leerling_horen").ok());
        if plan.eist(Plicht::OppAdviesCommissie) {
            wet.push(wetten.bepaling(Plicht::OppAdviesCommissie.code())?);
        }
        Ok(wet)
    }

    /// Who helps; where there is no agreement also the national committee, which the law names for plans (WPO 43(2), WEC 45(2), WVO 2020
    /// 12.34(2)), at the request of parents.
    fn routes_van_plan(&self, alone: bool, oneens: bool) -> Result<NietLeeg<Route>, AppError> {
        if alone {
            return self.hulp_voor_leerling();
        }
        let mut routes: Vec<Route> = self.gesprek_en_hulp()?.into();
        if oneens {
            routes.push(Route {
                naam: tekst("Geschillencommissie passend onderwijs")?,
                wat: tekst(
                    "De commissie hoort u en het schoolbestuur en geeft een oordeel over het plan. Het bestuur hoeft dat oordeel \
                     niet te volgen, maar moet wel uitleggen waarom niet.",
                )?,
                uiterlijk: None,
                waar: tekst(self.vindbaar("weg.commissie")?)?,
                gratis: true,
            });
        }
        minstens_een(routes)
    }
}

/// What a version says of the pupil.
fn inhoud(delen: &Plandelen) -> Result<Planinhoud, AppError> {
    let (out, helps) = (delen.uitstroom.as_deref(), delen.factoren.as_deref());
    let all = |texts: &[Option<&String>]| {
        let mut written: Vec<Tekst> = Vec::new();
        for text in texts.iter().flatten().filter(|text| !text.trim().is_empty()) {
            written.extend(Vec::from(alineas(text)?));
        }
        Ok::<_, AppError>(written)
    };
    let arbeid = out.map(|it| it.soort_arbeid.as_str()).filter(|text| !text.trim().is_empty());
    Ok(Planinhoud {
        uitstroom: all(&[out.map(|it| &it.bestemming), out.map(|it| &it.onderbouwing)])?,
        anders: all(&[out.map(|it| &it.afwijkingen)])?,
        arbeid: arbeid.map(tekst).transpose()?,
        belemmerend: all(&[helps.map(|it| &it.belemmerend)])?,
        bevorderend: all(&[helps.map(|it| &it.bevorderend)])?,
    })
}

/// The help of an action part.
fn hulp(part: &HandelingsdeelBeschreven) -> Result<Planhulp, AppError> {
    let goal = |doel: &dossier::plan::feiten::Plandoel| {
        let how = Some(&doel.hoe).filter(|hoe| !hoe.trim().is_empty());
        Ok::<_, AppError>(Doelregel {
            wat: tekst(&doel.wat)?,
            hoe: how.map(tekst).transpose()?,
            wie: tekst(&doel.wie)?,
            tot_en_met: doel.tot_en_met,
            meten: tekst(&doel.meten)?,
        })
    };
    let rounds = part.cyclus_weken > 0 && !part.doelen.is_empty();
    let ronde = rounds.then(|| tekst(duur(i32::from(part.cyclus_weken), Eenheid::Weken)));
    Ok(Planhulp {
        begeleiding: alineas(&part.begeleiding)?,
        van: part.van,
        tot_en_met: part.tot_en_met,
        ronde: ronde.transpose()?,
        doelen: part.doelen.iter().map(goal).collect::<Result<_, _>>()?,
    })
}

fn gezegd(op: Date, woorden: &str) -> Result<Planwoorden, AppError> {
    Ok(Planwoorden { op, wat: alineas(woorden)? })
}
