//! What an ontwikkelingsperspectief must hold on the day of its adoption.

use base::{Date, Sector};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::regel::{Lezer, PerSector, Regel as Versies};
use crate::invoer::InvoerFout;
use crate::rule::{Recht, Rule, toets};
use crate::soort::{OppOnderdeel, OppSchoolsoort};
use crate::toetsing::{Spoor, Toetsing, ja_nee};
use crate::wet::Wet;

/// What is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VolledigheidInvoer {
    /// Kind of school.
    pub schoolsoort: OppSchoolsoort,
    /// Parts and steps that are there.
    pub aanwezig: Vec<OppOnderdeel>,
    /// The pupil follows less than, or other than, the whole programme.
    pub wijkt_af_van_programma: bool,
}

/// Whether it is complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volledigheid {
    /// It is.
    pub volledig: bool,
    /// What is missing.
    pub ontbreekt: Vec<OppOnderdeel>,
}

/// Parts that are required together.
#[derive(Debug)]
struct Eisengroep {
    /// Only at these kinds of school; `None` at all.
    alleen: Option<Vec<OppSchoolsoort>>,
    /// Only of a pupil whose programme deviates.
    bij_afwijking: bool,
    onderdelen: Vec<OppOnderdeel>,
    bron: PerSector<Bron>,
    /// Of special secondary education, where its article is another one than that of special education.
    vso: Option<Bron>,
}

impl Eisengroep {
    /// Where these parts stand for a kind of school of a sector.
    fn bron(&self, schoolsoort: OppSchoolsoort, sector: Sector) -> &Bron {
        let own = self.vso.as_ref().filter(|_| schoolsoort == OppSchoolsoort::Vso);
        own.unwrap_or_else(|| self.bron.get(sector))
    }
}

/// What the decree on special education asks in an article of its own of special secondary education.
const OF_VSO: [&str; 2] = ["onderdelen", "factoren"];

/// The lists of one version: each newer version asks more.
#[derive(Debug)]
pub(crate) struct Parameters {
    groepen: Vec<Eisengroep>,
    wet_so: Vec<OppSchoolsoort>,
    wet_vo: Vec<OppSchoolsoort>,
}

/// The rule `opp.volledigheid`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "opp.volledigheid";
    const ALGORITMES: &'static [&'static str] = &["volledigheid_1"];
    type Parameters = Parameters;
    type Invoer = VolledigheidInvoer;
    type Uitkomst = Volledigheid;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        let mut groepen = Vec::new();
        for naam in ["onderdelen", "factoren", "handelingsdeel", "overleg", "instemming", "inbreng_leerling"]
        {
            if let Some((onderdelen, _)) = lezer.optional_lijst(naam)? {
                let bron = lezer.bron_per_sector(naam)?;
                let own = OF_VSO.contains(&naam);
                let vso = if own { Some(lezer.bron(&format!("{naam}_vso"))?) } else { None };
                groepen.push(Eisengroep { alleen: None, bij_afwijking: false, onderdelen, bron, vso });
            }
        }
        if let Some((onderdelen, _)) = lezer.optional_lijst("afwijking")? {
            let (schoolsoorten, _) = lezer.lijst("afwijking_voor")?;
            let (po, so) = (lezer.bron("afwijking_po")?, lezer.bron("afwijking_so")?);
            let bron = PerSector { po, so, vo: lezer.bron("afwijking_vo")? };
            groepen.push(Eisengroep {
                alleen: Some(schoolsoorten),
                bij_afwijking: true,
                onderdelen,
                bron,
                vso: None,
            });
        }
        let (schoolsoorten, bron) = lezer.lijst("soort_arbeid_voor")?;
        let (onderdelen, _) = lezer.lijst("soort_arbeid")?;
        let bron = PerSector::same(bron);
        groepen.push(Eisengroep {
            alleen: Some(schoolsoorten),
            bij_afwijking: false,
            onderdelen,
            bron,
            vso: None,
        });
        Ok(Parameters {
            groepen,
            wet_so: lezer.lijst("volgens_wec")?.0,
            wet_vo: lezer.lijst("volgens_wvo")?.0,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.opp_volledigheid
    }

    /// [WPO 40a](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40a) (6)-(8),
    /// [WEC 41a](https://wetten.overheid.nl/BWBR0003549/2026-08-01#Artikel41a) (7)-(9),
    /// [WVO 2020 2.44](https://wetten.overheid.nl/BWBR0044212/2026-08-01#Artikel2.44) (5)-(7).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &VolledigheidInvoer,
        spoor: &mut Spoor,
    ) -> Result<Volledigheid, InvoerFout> {
        let regel = recht.regel;
        let sector = regel.sector(invoer.schoolsoort);
        spoor.feit("Schoolsoort", invoer.schoolsoort.label());
        let mut missing = Vec::new();
        for groep in &regel.groepen {
            let elsewhere = groep.alleen.as_ref().is_some_and(|only| !only.contains(&invoer.schoolsoort));
            if elsewhere || groep.bij_afwijking && !invoer.wijkt_af_van_programma {
                continue;
            }
            for onderdeel in &groep.onderdelen {
                let there = invoer.aanwezig.contains(onderdeel);
                let resultaat = if there { "is er" } else { "ontbreekt" };
                spoor.stap(sentence(onderdeel.label()), resultaat, groep.bron(invoer.schoolsoort, sector));
                if !there {
                    missing.push(*onderdeel);
                }
            }
        }
        // The order of the public contract is the order of the closed list.
        missing.sort_unstable();
        spoor.feit("Het ontwikkelingsperspectief is volledig", ja_nee(missing.is_empty()));
        Ok(Volledigheid { volledig: missing.is_empty(), ontbreekt: missing })
    }
}

impl Parameters {
    /// The sector whose statute holds for a kind of school.
    fn sector(&self, schoolsoort: OppSchoolsoort) -> Sector {
        if self.wet_so.contains(&schoolsoort) {
            Sector::So
        } else if self.wet_vo.contains(&schoolsoort) {
            Sector::Vo
        } else {
            Sector::Po
        }
    }
}

/// With a capital.
fn sentence(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether an ontwikkelingsperspectief holds what the law asks on that day (R3.3-R3.6).
pub fn volledigheid(
    wet: &Wet,
    op: Date,
    invoer: &VolledigheidInvoer,
) -> Result<Toetsing<Volledigheid>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
