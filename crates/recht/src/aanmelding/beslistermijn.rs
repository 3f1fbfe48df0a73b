//! The last day on which the board decides on a registration.

use base::dates::{plus_days, short_nl};
use base::{Date, Sector};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, PerSector, Regel as Versies, Tak};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::opschorting::{self, Opschorting, dagen, stilstand_traced};
use crate::rule::{Recht, Rule, toets};
use crate::termijnenwet::term_end_traced;
use crate::toetsing::{Spoor, Toetsing, ja_nee};
use crate::wet::Wet;

/// What is known of the registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeslistermijnInvoer {
    /// Day on which the school received the written registration.
    pub ontvangen_op: Date,
    /// Sector of the school; all schools under the WEC are `so`.
    pub sector: Sector,
    /// A public school; otherwise a private (bijzondere) one.
    pub openbaar: bool,
    /// The board extended the term and told the parents.
    pub verlengd: bool,
    /// By how many weeks; `None` is as many as the law allows.
    pub verlenging_weken: Option<i32>,
    /// The child is a minor asylum seeker.
    pub minderjarige_asielzoeker: bool,
    /// Invitations to complete the registration.
    pub opschortingen: Vec<Opschorting>,
}

/// The term for the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beslistermijn {
    /// Last day; `None` while the term is suspended.
    pub uiterlijk: Option<Date>,
    /// The board may still extend it.
    pub verlenging_mogelijk: bool,
    /// Days by which suspensions moved the last day.
    pub opgeschorte_dagen: i32,
    /// The term is suspended now.
    pub opgeschort_nu: bool,
}

/// Figures and sources of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    termijn: Maat,
    verlenging: Maat,
    termijn_asielzoeker: Maat,
    tak_asielzoeker: Tak,
    opschorting_openbaar: Maat,
    opschorting_bijzonder: PerSector<Maat>,
    beslissen: PerSector<Bron>,
    asielzoeker: PerSector<Bron>,
}

/// The rule `aanmelding.beslistermijn`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "aanmelding.beslistermijn";
    const ALGORITMES: &'static [&'static str] = &["beslistermijn_1"];
    type Parameters = Parameters;
    type Invoer = BeslistermijnInvoer;
    type Uitkomst = Beslistermijn;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            termijn: lezer.maat("termijn", Eenheid::Weken)?,
            verlenging: lezer.maat("verlenging", Eenheid::Weken)?,
            termijn_asielzoeker: lezer.maat("termijn_asielzoeker", Eenheid::Weken)?,
            tak_asielzoeker: lezer.tak("minderjarige_asielzoeker")?,
            opschorting_openbaar: lezer.maat("opschorting_openbaar_vanaf", Eenheid::Dagen)?,
            opschorting_bijzonder: lezer.maat_per_sector("opschorting_bijzonder_vanaf", Eenheid::Dagen)?,
            beslissen: lezer.bron_per_sector("beslissen")?,
            asielzoeker: lezer.bron_per_sector("asielzoeker")?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.aanmelding_beslistermijn
    }

    fn check(recht: &Recht<'_, Parameters>, velden: Velden<'_>) -> Vec<Veldfout> {
        let mut fouten = opschorting::check(velden, "ontvangen_op");
        let most = i64::from(recht.regel.verlenging.aantal);
        if let Some(weken) = velden.integer("verlenging_weken") {
            let extended = velden.is_true("verlengd");
            if !extended || !(1..=most).contains(&weken) {
                let verwacht = if extended {
                    format!("een aantal weken van 1 tot en met {most}")
                } else {
                    "leeg: de termijn is niet verlengd".to_owned()
                };
                fouten.push(Veldfout::new("verlenging_weken", weken, verwacht));
            }
        }
        if velden.is_true("verlengd") && velden.is_true("minderjarige_asielzoeker") {
            let verwacht = "false: bij een minderjarige asielzoeker kan de termijn niet worden verlengd";
            fouten.push(Veldfout::new("verlengd", "true", verwacht));
        }
        fouten
    }

    fn tak<'a>(regel: &'a Parameters, invoer: &BeslistermijnInvoer) -> Option<&'a Tak> {
        invoer.minderjarige_asielzoeker.then_some(&regel.tak_asielzoeker)
    }

    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &BeslistermijnInvoer,
        spoor: &mut Spoor,
    ) -> Result<Beslistermijn, InvoerFout> {
        let regel = recht.regel;
        spoor.datum("Ontvangen op", invoer.ontvangen_op);
        let termijn = regel.own_term(invoer, spoor);
        let stil = stilstand_traced(&invoer.opschortingen, regel.opschorting(invoer), spoor);
        let uiterlijk = if stil.loopt {
            None
        } else {
            let last = last_day(recht, &termijn, invoer, stil.dagen, spoor);
            Some(last.ok_or_else(|| InvoerFout::past_calendar("ontvangen_op", invoer.ontvangen_op))?)
        };
        let verlenging_mogelijk = !invoer.verlengd && !invoer.minderjarige_asielzoeker;
        spoor.stap(
            "Verlengen is nog mogelijk",
            ja_nee(verlenging_mogelijk),
            regel.beslissen.get(invoer.sector),
        );
        Ok(Beslistermijn {
            uiterlijk,
            verlenging_mogelijk,
            opgeschorte_dagen: stil.dagen,
            opgeschort_nu: stil.loopt,
        })
    }
}

impl Parameters {
    /// The term that the statute names for this child, citing the statute of the sector.
    ///
    /// WPO [40](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40) (6) and (15), WEC
    /// [40](https://wetten.overheid.nl/BWBR0003549/2026-08-01#Artikel40) (7) and (23), WVO 2020
    /// [8.8](https://wetten.overheid.nl/BWBR0044212/2026-08-01#Artikel8.8) (2) and (9).
    fn own_term(&self, invoer: &BeslistermijnInvoer, spoor: &mut Spoor) -> Maat {
        if invoer.minderjarige_asielzoeker {
            let tak = &self.tak_asielzoeker;
            spoor.stap(&*tak.uitleg, format!("geldt vanaf {}", short_nl(tak.periode.valid_from)), &tak.bron);
            return Maat {
                bron: self.asielzoeker.get(invoer.sector).clone(),
                ..self.termijn_asielzoeker.clone()
            };
        }
        Maat { bron: self.beslissen.get(invoer.sector).clone(), ..self.termijn.clone() }
    }

    /// From which day an invitation stops the clock.
    ///
    /// Public: [Awb 4:15](https://wetten.overheid.nl/BWBR0005537/2015-11-29#Artikel4:15) (1) under a. Private
    /// primary: [WPO 63](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel63) (4). Private so follows
    /// private primary and private vo follows the public schools; no text says so.
    fn opschorting(&self, invoer: &BeslistermijnInvoer) -> &Maat {
        if invoer.openbaar {
            &self.opschorting_openbaar
        } else {
            self.opschorting_bijzonder.get(invoer.sector)
        }
    }
}

/// Weeks, extension and suspended days first, then the Algemene termijnenwet once.
fn last_day(
    recht: &Recht<'_, Parameters>,
    termijn: &Maat,
    invoer: &BeslistermijnInvoer,
    opgeschort: i32,
    spoor: &mut Spoor,
) -> Option<Date> {
    let mut last = term_end_traced(invoer.ontvangen_op, termijn, spoor)?;
    let mut named = termijn.clone();
    if invoer.verlengd {
        // As short as can be: what the board named, and at most what the law allows.
        let most = recht.regel.verlenging.aantal;
        let aantal = invoer.verlenging_weken.map_or(most, |weken| weken.clamp(1, most));
        let verlenging = Maat { bron: termijn.bron.clone(), aantal, ..recht.regel.verlenging.clone() };
        spoor.stap("De beslistermijn is een keer verlengd", verlenging.to_string(), &verlenging.bron);
        last = term_end_traced(last, &verlenging, spoor)?;
        named.aantal = named.aantal.checked_add(verlenging.aantal)?;
    }
    if opgeschort > 0 {
        last = plus_days(last, opgeschort)?;
        spoor.feit(format!("{} stilstand erbij", dagen(opgeschort)), short_nl(last));
    }
    recht.termijnenwet.roll_traced(last, &named, spoor)
}

/// The last day on which the board decides on a registration (R1.6, R1.6a, R1.7).
pub fn beslistermijn(
    wet: &Wet,
    op: Date,
    invoer: &BeslistermijnInvoer,
) -> Result<Toetsing<Beslistermijn>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
