//! The experts who must have advised.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::regel::{Lezer, Regel as Versies};
use crate::invoer::InvoerFout;
use crate::rule::{Recht, Rule, toets};
use crate::soort::{Discipline, TlvSoort};
use crate::toetsing::{Spoor, Toetsing, ja_nee};
use crate::wet::Wet;

/// Who advised, and on what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskundigenInvoer {
    /// One discipline per person; two persons may share one.
    pub disciplines: Vec<Discipline>,
    /// What was asked for.
    pub voor: TlvSoort,
}

/// An expert who is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ontbrekend {
    /// An orthopedagoog or psycholoog.
    EersteDeskundige,
    /// A second, of another discipline.
    TweedeDeskundige,
}

/// Whether the experts suffice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deskundigen {
    /// They do.
    pub voldoet: bool,
    /// Who is missing.
    pub ontbreekt: Vec<Ontbrekend>,
}

/// Figures and sources of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    eerste: Vec<Discipline>,
    tweede: Vec<Discipline>,
    tweede_extra: Vec<Discipline>,
    extra_voor: Vec<TlvSoort>,
    vo_voor: Vec<TlvSoort>,
    bron_po: Bron,
    bron_vo: Bron,
    apart_gezocht: Bron,
}

/// The rule `tlv.deskundigen`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "tlv.deskundigen";
    const ALGORITMES: &'static [&'static str] = &["deskundigen_1"];
    type Parameters = Parameters;
    type Invoer = DeskundigenInvoer;
    type Uitkomst = Deskundigen;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            eerste: lezer.lijst("eerste_deskundige")?.0,
            tweede: lezer.lijst("tweede_deskundige")?.0,
            tweede_extra: lezer.lijst("tweede_deskundige_extra")?.0,
            extra_voor: lezer.lijst("tweede_deskundige_extra_voor")?.0,
            vo_voor: lezer.lijst("volgens_besluit_vo_voor")?.0,
            bron_po: lezer.bron("besluit_po")?,
            bron_vo: lezer.bron("besluit_vo")?,
            apart_gezocht: lezer.bron("apart_gezocht")?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.tlv_deskundigen
    }

    /// Besluit bekostiging WPO [34.8](https://wetten.overheid.nl/BWBR0003862/2015-11-29#Artikel34.8),
    /// Uitvoeringsbesluit WVO 2020 [2.51](https://wetten.overheid.nl/BWBR0045787/2026-08-01#Artikel2.51).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &DeskundigenInvoer,
        spoor: &mut Spoor,
    ) -> Result<Deskundigen, InvoerFout> {
        let regel = recht.regel;
        let bron = if regel.vo_voor.contains(&invoer.voor) { &regel.bron_vo } else { &regel.bron_po };
        spoor.feit("Advies voor", invoer.voor.label());
        let firsts: Vec<_> = invoer.disciplines.iter().filter(|d| regel.eerste.contains(d)).collect();
        let second = invoer.disciplines.iter().find(|d| regel.is_second(**d, invoer.voor));
        spoor.stap("Eerste deskundige", name_or_missing(firsts.first().copied()), bron);
        spoor.stap("Tweede deskundige", name_or_missing(second), bron);
        if firsts.len() > 1 && second.is_none() {
            let resultaat = "een tweede persoon van die groep telt niet als tweede deskundige";
            spoor.stap("De eerste en de tweede worden apart gezocht", resultaat, &regel.apart_gezocht);
        }
        let mut ontbreekt = Vec::new();
        if firsts.is_empty() {
            ontbreekt.push(Ontbrekend::EersteDeskundige);
        }
        if second.is_none() {
            ontbreekt.push(Ontbrekend::TweedeDeskundige);
        }
        spoor.stap("De deskundigen voldoen", ja_nee(ontbreekt.is_empty()), bron);
        Ok(Deskundigen { voldoet: ontbreekt.is_empty(), ontbreekt })
    }
}

impl Parameters {
    fn is_second(&self, discipline: Discipline, voor: TlvSoort) -> bool {
        let extra = self.extra_voor.contains(&voor) && self.tweede_extra.contains(&discipline);
        extra || self.tweede.contains(&discipline)
    }
}

fn name_or_missing(discipline: Option<&Discipline>) -> &'static str {
    discipline.map_or("ontbreekt", |discipline| discipline.label())
}

/// Whether the law's experts have advised (R2.3).
pub fn deskundigen(
    wet: &Wet,
    op: Date,
    invoer: &DeskundigenInvoer,
) -> Result<Toetsing<Deskundigen>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
