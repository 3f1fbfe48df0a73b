//! P1: registering and everything up to the decision.

use base::{Date, OrganisatieId, Sector, SwvCode, Vestigingscode, dates};

use crate::gebeurtenis::aanmelding::{
    Aangemeld, BeslistermijnVerlengd, EerstContactGemeld, Indiener, InformatieGevraagd, InformatieOntvangen,
    OndersteuningsbehoefteVastgesteld, TijdelijkGeplaatst,
};
use crate::gebeurtenis::leven::Ingeschreven;
use crate::opdracht::regels::{self, TermijnFeiten};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::Schoolsoort;
use crate::staat::{Aanmelding, AanmeldingFase, Dossier};

/// The registration with this number, as long as nothing is decided on it.
pub(crate) fn open(dossier: &Dossier, nr: u32) -> Result<&Aanmelding, Refusal> {
    let aanmelding =
        dossier.aanmelding(nr).ok_or_else(|| Refusal::field("aanmelding", "deze aanmelding staat niet in het dossier"))?;
    if aanmelding.afloop.is_some() {
        return Err(Refusal::new(
            "aanmelding_afgerond",
            format!("deze aanmelding is al afgerond: {}", aanmelding.fase().label()),
        )
        .instead("een nieuwe aanmelding vastleggen, of een fout in het dossier verbeteren"));
    }
    Ok(aanmelding)
}

/// A parent reports a first contact with a school, by telephone for instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeldEersteContact {
    /// School, in the parent's words.
    pub school: String,
    /// When.
    pub op: Date,
    /// What was said.
    pub gezegd: String,
}

impl Decide for MeldEersteContact {
    fn decide(&self, _dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let op = invoer::happened("op", self.op, Date::MIN, ctx)?;
        Ok(vec![Vaststelling::new(
            op,
            ctx,
            EerstContactGemeld {
                school: invoer::line("school", &self.school)?,
                op,
                gezegd: invoer::text("gezegd", &self.gezegd)?,
            },
        )])
    }
}

/// Records a written registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeldAan {
    /// Where.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Kind of school.
    pub schoolsoort: Schoolsoort,
    /// Whose admission rules apply.
    pub sector: Sector,
    /// Public authority or private.
    pub openbaar: bool,
    /// Partnership of the school, where known.
    pub swv: Option<SwvCode>,
    /// Day on which the school received it.
    pub ontvangen_op: Date,
    /// From when a place is asked.
    pub gewenst_per: Option<Date>,
    /// Other schools, as the parents state them.
    pub andere_scholen: Vec<String>,
    /// R1.6a applies.
    pub minderjarige_asielzoeker: bool,
    /// What the parents say about support.
    pub toelichting_ouders: String,
    /// Who registers.
    pub ingediend_door: Indiener,
}

impl Decide for MeldAan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let leerling = dossier.leerling.as_ref().ok_or_else(gegevens_weg)?;
        let ontvangen_op = invoer::happened("ontvangen_op", self.ontvangen_op, leerling.geboortedatum, ctx)?;
        self.refuse_too_young(leerling.geboortedatum, ctx)?;
        self.refuse_double(dossier)?;
        let (termijn, tijdelijk_recht) = self.compute(dossier, leerling.geboortedatum, ctx)?;
        let laat = self.is_late(ctx)?;
        let nr = invoer::next_nr(dossier.aanmeldingen.len());
        Ok(vec![Vaststelling::held_by(
            ontvangen_op,
            self.vestiging.organisatie(),
            Aangemeld {
                aanmelding: nr,
                vestiging: self.vestiging.clone(),
                schoolnaam: invoer::line("schoolnaam", &self.schoolnaam)?,
                schoolsoort: self.schoolsoort,
                sector: self.sector,
                openbaar: self.openbaar,
                swv: self.swv.clone(),
                ontvangen_op,
                gewenst_per: self.gewenst_per,
                andere_scholen: invoer::lines("andere_scholen", &self.andere_scholen)?,
                minderjarige_asielzoeker: self.minderjarige_asielzoeker,
                laat,
                ingediend_door: self.ingediend_door,
                toelichting_ouders: invoer::optional_text("toelichting_ouders", &self.toelichting_ouders)?,
                termijn,
                tijdelijk_recht,
            },
        )])
    }
}

fn gegevens_weg() -> Refusal {
    Refusal::new("gegevens_vernietigd", "de gegevens van dit kind zijn vernietigd")
}

impl MeldAan {
    fn refuse_too_young(&self, born: Date, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let leeftijd = regels::getal(ctx, "aanmelding.vroegste_leeftijd", self.ontvangen_op)?;
        let earliest = dates::birthday(born, leeftijd);
        if earliest.is_some_and(|earliest| self.ontvangen_op < earliest) {
            return Err(Refusal::field(
                "ontvangen_op",
                format!("aanmelden kan vanaf de dag waarop een kind {leeftijd} jaar wordt"),
            )
            .because(regels::vindplaats(ctx, "aanmelding.vroegste_leeftijd", self.ontvangen_op))
            .instead("de aanmelding bewaren en op die dag vastleggen"));
        }
        Ok(())
    }

    fn refuse_double(&self, dossier: &Dossier) -> Result<(), Refusal> {
        let running = dossier.aanmeldingen.iter().find(|a| a.vestiging == self.vestiging && a.afloop.is_none());
        match running {
            Some(running) => Err(Refusal::new(
                "al_aangemeld",
                format!("dit kind is op {} al bij deze school aangemeld", dates::short_nl(running.ontvangen_op)),
            )
            .instead("verdergaan met die aanmelding")),
            None => Ok(()),
        }
    }

    fn compute(
        &self,
        dossier: &Dossier,
        born: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<
        (
            crate::Berekend<crate::gebeurtenis::aanmelding::Beslistermijn>,
            crate::Berekend<crate::gebeurtenis::aanmelding::TijdelijkRecht>,
        ),
        Refusal,
    > {
        let feiten = TermijnFeiten {
            ontvangen_op: self.ontvangen_op,
            sector: self.sector,
            openbaar: self.openbaar,
            minderjarige_asielzoeker: self.minderjarige_asielzoeker,
            verlengd: false,
            opschortingen: Vec::new(),
        };
        let enrolled = dossier.inschrijving_op(self.ontvangen_op).is_some_and(|i| sector_of(i.schoolsoort) == self.sector);
        let termijn = regels::beslistermijn(ctx, &feiten)?;
        let recht = regels::tijdelijke_plaatsing(ctx, &feiten, born, enrolled)?;
        Ok((termijn, recht))
    }

    /// Later than the lead time before the wished date. Lateness never voids a registration.
    fn is_late(&self, ctx: &Besluitvorming<'_>) -> Result<bool, Refusal> {
        let weken = regels::getal(ctx, "aanmelding.termijn_vooraf", self.ontvangen_op)?;
        let wanted = self.gewenst_per.and_then(|per| dates::plus_days(per, -7 * i32::from(weken)));
        Ok(wanted.is_some_and(|latest| self.ontvangen_op > latest))
    }
}

/// The sector of an enrolment, for the right to a temporary place.
pub(crate) fn sector_of(soort: Schoolsoort) -> Sector {
    match soort {
        Schoolsoort::Basisschool | Schoolsoort::Sbo => Sector::Po,
        Schoolsoort::Vo => Sector::Vo,
        Schoolsoort::So | Schoolsoort::SoVso | Schoolsoort::Vso | Schoolsoort::InstellingC12 => Sector::So,
    }
}

/// Assesses whether extra ondersteuning is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StelBehoefteVast {
    /// Registration.
    pub aanmelding: u32,
    /// Extra ondersteuning is needed.
    pub extra_ondersteuning: bool,
    /// Only support for language arrears is needed.
    pub alleen_taal: bool,
    /// In words.
    pub toelichting: String,
}

impl Decide for StelBehoefteVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        if self.alleen_taal && self.extra_ondersteuning {
            return Err(Refusal::field(
                "extra_ondersteuning",
                "hulp bij alleen een taalachterstand is geen extra ondersteuning",
            )
            .because(regels::vindplaats(ctx, "aanmelding.taalachterstand", aanmelding.ontvangen_op))
            .instead("kiezen voor 'geen extra ondersteuning', of ook een andere behoefte noemen"));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            OndersteuningsbehoefteVastgesteld {
                aanmelding: aanmelding.nr,
                extra_ondersteuning: self.extra_ondersteuning,
                toelichting: invoer::text("toelichting", &self.toelichting)?,
                alleen_taal: self.alleen_taal,
            },
        )])
    }
}

/// Asks for information; the clock stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VraagInformatie {
    /// Registration.
    pub aanmelding: u32,
    /// What is missing.
    pub wat: Vec<String>,
    /// Why it is needed.
    pub waarom: String,
    /// Last day on which it can be given.
    pub tot_en_met: Date,
}

impl Decide for VraagInformatie {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        if aanmelding.open_opschorting().is_some() {
            return Err(Refusal::new("al_gevraagd", "er loopt al een verzoek om informatie")
                .instead("eerst vastleggen wat er is ontvangen"));
        }
        let wat = invoer::lines("wat", &self.wat)?;
        if wat.is_empty() {
            return Err(Refusal::field("wat", "schrijf op wat er nog ontbreekt"));
        }
        if self.tot_en_met <= ctx.vandaag {
            return Err(Refusal::field("tot_en_met", "geef de ouders tijd: kies een dag na vandaag"));
        }
        let mut feiten = TermijnFeiten::of(aanmelding);
        feiten.opschortingen.push((ctx.vandaag, None));
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            InformatieGevraagd {
                aanmelding: aanmelding.nr,
                wat,
                waarom: invoer::text("waarom", &self.waarom)?,
                uitnodiging_op: ctx.vandaag,
                tot_en_met: invoer::plannable("tot_en_met", self.tot_en_met, ctx)?,
                termijn: regels::beslistermijn(ctx, &feiten)?,
            },
        )])
    }
}

/// Records that the information came, or that the time for it lapsed; the clock runs again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OntvangInformatie {
    /// Registration.
    pub aanmelding: u32,
    /// Day of completion, or on which the time lapsed.
    pub op: Date,
    /// It is complete.
    pub compleet: bool,
}

impl Decide for OntvangInformatie {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        let Some(gevraagd) = aanmelding.open_opschorting() else {
            return Err(Refusal::new("niets_gevraagd", "er loopt geen verzoek om informatie"));
        };
        if !self.compleet && self.op <= gevraagd.tot_en_met {
            return Err(Refusal::field(
                "op",
                format!("de ouders hebben nog tijd tot en met {}", dates::short_nl(gevraagd.tot_en_met)),
            ));
        }
        let op = invoer::happened("op", self.op, gevraagd.uitnodiging_op, ctx)?;
        let mut feiten = TermijnFeiten::of(aanmelding);
        feiten.end_open(op);
        Ok(vec![Vaststelling::new(
            op,
            ctx,
            InformatieOntvangen {
                aanmelding: aanmelding.nr,
                op,
                compleet: self.compleet,
                termijn: regels::beslistermijn(ctx, &feiten)?,
            },
        )])
    }
}

/// Extends the term, once, with notice to the parents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerlengBeslistermijn {
    /// Registration.
    pub aanmelding: u32,
    /// Why.
    pub reden: String,
}

impl Decide for VerlengBeslistermijn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        let vindplaats = aanmelding.termijn.berekening.vindplaats().cloned();
        if !aanmelding.termijn.uitkomst.verlenging_mogelijk {
            let reden = if aanmelding.minderjarige_asielzoeker {
                "bij een minderjarige asielzoeker kan de termijn niet worden verlengd"
            } else {
                "de termijn is al een keer verlengd"
            };
            return Err(Refusal::new("verlengen_kan_niet", reden).because(vindplaats).instead("nu beslissen"));
        }
        if let Some(uiterlijk) = aanmelding.termijn.uitkomst.uiterlijk.filter(|last| ctx.vandaag > *last) {
            return Err(Refusal::new(
                "termijn_voorbij",
                format!("de termijn liep af op {}; verlengen kan alleen daarvoor", dates::short_nl(uiterlijk)),
            )
            .because(vindplaats)
            .instead("nu beslissen"));
        }
        let mut feiten = TermijnFeiten::of(aanmelding);
        feiten.verlengd = true;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            ctx,
            BeslistermijnVerlengd {
                aanmelding: aanmelding.nr,
                reden: invoer::text("reden", &self.reden)?,
                termijn: regels::beslistermijn(ctx, &feiten)?,
            },
        )])
    }
}

/// Gives the child a temporary place, on or after the day on which the right arises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaatsTijdelijk {
    /// Registration.
    pub aanmelding: u32,
    /// First day.
    pub per: Date,
    /// Group; may be empty.
    pub groep: String,
}

impl Decide for PlaatsTijdelijk {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        let berekening = &aanmelding.tijdelijk_recht.berekening;
        if aanmelding.tijdelijke_plaatsing.is_some() {
            return Err(Refusal::new("al_geplaatst", "het kind heeft hier al een tijdelijke plek"));
        }
        let Some(vanaf) = aanmelding.tijdelijk_recht.uitkomst.vanaf.filter(|_| aanmelding.tijdelijk_recht.uitkomst.recht)
        else {
            return Err(Refusal::new("geen_recht", "het kind staat al op een school in deze sector")
                .because(berekening.vindplaats().cloned())
                .instead("het kind blijft daar tot de beslissing"));
        };
        if self.per < vanaf {
            return Err(Refusal::field("per", format!("het recht op een tijdelijke plek begint op {}", dates::short_nl(vanaf)))
                .because(berekening.vindplaats().cloned())
                .instead("eerder toelaten kan ook: neem dan een beslissing"));
        }
        let groep = invoer::optional_line("groep", &self.groep)?;
        let per = invoer::plannable("per", self.per, ctx)?;
        Ok(vec![
            Vaststelling::new(
                per,
                ctx,
                TijdelijkGeplaatst { aanmelding: aanmelding.nr, per, groep: groep.clone() },
            ),
            Vaststelling::new(per, ctx, enrolment(aanmelding, groep, per)),
        ])
    }
}

/// The enrolment that follows from a registration.
pub(crate) fn enrolment(aanmelding: &Aanmelding, groep: String, per: Date) -> Ingeschreven {
    Ingeschreven {
        vestiging: aanmelding.vestiging.clone(),
        schoolnaam: aanmelding.schoolnaam.clone(),
        schoolsoort: aanmelding.schoolsoort,
        swv: aanmelding.swv.clone(),
        groep,
        per,
    }
}

/// Whoever holds the duty of care now: the schools of open registrations, then the school of
/// enrolment.
pub fn zorgplicht_bij(dossier: &Dossier, on: Date) -> Vec<OrganisatieId> {
    let mut bij: Vec<OrganisatieId> = dossier
        .aanmeldingen
        .iter()
        .filter(|a| !a.fase().is_final() || a.fase() == AanmeldingFase::Toegelaten)
        .map(|a| a.vestiging.organisatie())
        .collect();
    if let Some(inschrijving) = dossier.inschrijving_op(on) {
        bij.push(inschrijving.vestiging.organisatie());
    }
    bij.sort();
    bij.dedup();
    bij
}
