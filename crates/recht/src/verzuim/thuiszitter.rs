//! How a child that does not go to school is counted.

use base::Date;
use base::dates::short_nl;
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::leerplicht::{Leeftijden, end_of_school_year, kwalificatieplicht_tot, leerplicht_vanaf};
use crate::rule::{Recht, Rule, toets};
use crate::soort::Vrijstelling;
use crate::termijnenwet::term_end;
use crate::toetsing::{Spoor, Toetsing, ja_nee};
use crate::wet::Wet;

/// What is known of the child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThuiszitterInvoer {
    /// Date of birth.
    pub geboortedatum: Date,
    /// Enrolled at a school.
    pub ingeschreven: bool,
    /// Exemption in force.
    pub vrijstelling: Option<Vrijstelling>,
    /// First day of the absence, or of not being enrolled.
    pub afwezig_sinds: Option<Date>,
    /// The absence is excused.
    pub geoorloofd: bool,
}

/// The official kinds of absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verzuimsoort {
    /// None, or none that counts.
    Geen,
    /// Of school age, not enrolled, no exemption.
    Absoluut,
    /// Enrolled, absent without excuse.
    Relatief,
    /// That, for longer than the limit.
    LangdurigRelatief,
}

/// How the child is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thuiszitter {
    /// Kind of absence.
    pub soort: Verzuimsoort,
    /// Counted as a child at home.
    pub thuiszitter: bool,
    /// At home for longer than three months.
    pub langer_dan_drie_maanden: bool,
}

impl Thuiszitter {
    const GEEN: Self = Self { soort: Verzuimsoort::Geen, thuiszitter: false, langer_dan_drie_maanden: false };
}

/// Figures and sources of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    thuiszitter_na: Maat,
    pact_na: Maat,
    leeftijden: Leeftijden,
    leerplicht_tot: Maat,
    vrijstellend: (Vec<Vrijstelling>, Bron),
    /// Itinerant parents.
    trekkend: (Vec<Vrijstelling>, Bron),
    /// From the kwalificatieplicht alone, each list with its own article.
    na_leerplicht: [(Vec<Vrijstelling>, Bron); 3],
    verlof: (Vec<Vrijstelling>, Bron),
    absoluut: Bron,
    relatief: Bron,
}

/// The rule `thuiszitter.classificatie`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "thuiszitter.classificatie";
    const ALGORITMES: &'static [&'static str] = &["thuiszitter_1"];
    type Parameters = Parameters;
    type Invoer = ThuiszitterInvoer;
    type Uitkomst = Thuiszitter;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            thuiszitter_na: lezer.maat("thuiszitter_na", Eenheid::Weken)?,
            pact_na: lezer.maat("langer_dan", Eenheid::Maanden)?,
            leeftijden: Leeftijden::read(lezer)?,
            leerplicht_tot: lezer.age("leerplicht_tot_leeftijd")?,
            vrijstellend: lezer.lijst("vrijgesteld_met")?,
            trekkend: lezer.lijst("vrijgesteld_trekkend_met")?,
            na_leerplicht: [
                lezer.lijst("vrijgesteld_van_kwalificatieplicht_met")?,
                lezer.lijst("geen_kwalificatieplicht_met_diploma")?,
                lezer.lijst("geen_kwalificatieplicht_met_startkwalificatie")?,
            ],
            verlof: lezer.lijst("verlof_met")?,
            absoluut: lezer.bron("absoluut")?,
            relatief: lezer.bron("relatief")?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.thuiszitter_classificatie
    }

    fn check(recht: &Recht<'_, Parameters>, velden: Velden<'_>) -> Vec<Veldfout> {
        let late = velden.date("afwezig_sinds").filter(|day| *day > recht.op);
        let fout =
            |day| Veldfout::new("afwezig_sinds", day, format!("een datum op of voor op ({})", recht.op));
        late.map(fout).into_iter().collect()
    }

    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &ThuiszitterInvoer,
        spoor: &mut Spoor,
    ) -> Result<Thuiszitter, InvoerFout> {
        let regel = recht.regel;
        if !is_of_school_age(recht, invoer.geboortedatum, spoor) || is_exempt(recht, invoer, spoor) {
            return Ok(Thuiszitter::GEEN);
        }
        spoor.feit("Ingeschreven op een school", ja_nee(invoer.ingeschreven));
        if invoer.ingeschreven && !absent_without_leave(regel, invoer, spoor) {
            return Ok(Thuiszitter::GEEN);
        }
        let thuiszitter = is_past(invoer.afwezig_sinds, &regel.thuiszitter_na, recht.op, spoor);
        let langer = is_past(invoer.afwezig_sinds, &regel.pact_na, recht.op, spoor);
        let (soort, bron) = match (invoer.ingeschreven, thuiszitter) {
            (false, _) => (Verzuimsoort::Absoluut, &regel.absoluut),
            (true, true) => (Verzuimsoort::LangdurigRelatief, &regel.relatief),
            (true, false) => (Verzuimsoort::Relatief, &regel.relatief),
        };
        spoor.stap("Soort verzuim", kind_text(soort), bron);
        Ok(Thuiszitter { soort, thuiszitter, langer_dan_drie_maanden: langer })
    }
}

/// From the start of compulsory education up to the end of the kwalificatieplicht, which is assumed.
///
/// [LPW 3](https://wetten.overheid.nl/BWBR0002628/2026-08-01#Artikel3) and 4b. A birthday past the calendar is
/// simply not reached.
fn is_of_school_age(recht: &Recht<'_, Parameters>, born: Date, spoor: &mut Spoor) -> bool {
    let ages = &recht.regel.leeftijden;
    let started = leerplicht_vanaf(born, ages).is_some_and(|day| day <= recht.op);
    let ended = kwalificatieplicht_tot(born, ages).is_some_and(|day| day <= recht.op);
    let result = match (started, ended) {
        (false, _) => "nee, nog te jong",
        (true, true) => "nee, de kwalificatieplicht is voorbij",
        (true, false) => "ja",
    };
    let bron = if ended { &ages.kwalificatieplicht_tot.bron } else { &ages.leerplicht_vanaf.bron };
    spoor.stap("Leerplichtig of kwalificatieplichtig", result, bron);
    started && !ended
}

/// [LPW 5](https://wetten.overheid.nl/BWBR0002628/2026-08-01#Artikel5) and 5a; and
/// [LPW 4a](https://wetten.overheid.nl/BWBR0002628/2026-08-01#Artikel4a) (2), 4b and 15 once compulsory education is over.
fn is_exempt(recht: &Recht<'_, Parameters>, invoer: &ThuiszitterInvoer, spoor: &mut Spoor) -> bool {
    let Some(kind) = invoer.vrijstelling else { return false };
    let named = |(kinds, _): &&(Vec<Vrijstelling>, Bron)| kinds.contains(&kind);
    if let Some((_, bron)) = [&recht.regel.vrijstellend, &recht.regel.trekkend].into_iter().find(named) {
        spoor.stap("Vrijstelling", kind.label(), bron);
        return true;
    }
    let Some((_, bron)) = recht.regel.na_leerplicht.iter().find(named) else { return false };
    let until = end_of_school_year(invoer.geboortedatum, &recht.regel.leerplicht_tot);
    let over = until.is_some_and(|last| recht.op > last);
    let result = if over { kind.label() } else { "telt nog niet: het kind is leerplichtig" };
    spoor.stap("Vrijstelling", result, bron);
    over
}

/// An excuse or leave matters only for a child that is enrolled.
///
/// [LPW 11](https://wetten.overheid.nl/BWBR0002628/2026-08-01#Artikel11).
fn absent_without_leave(regel: &Parameters, invoer: &ThuiszitterInvoer, spoor: &mut Spoor) -> bool {
    let (kinds, bron) = &regel.verlof;
    if invoer.afwezig_sinds.is_none() {
        spoor.feit("Afwezig", "nee");
        return false;
    }
    if let Some(kind) = invoer.vrijstelling.filter(|kind| kinds.contains(kind)) {
        spoor.stap("Verlof", kind.label(), bron);
        return false;
    }
    if invoer.geoorloofd {
        spoor.stap("Geoorloofd afwezig", "ja", bron);
    }
    !invoer.geoorloofd
}

/// `true` when `op` lies after the day that is so much later; a day past the calendar is never passed.
fn is_past(since: Option<Date>, maat: &Maat, op: Date, spoor: &mut Spoor) -> bool {
    let limit = since.and_then(|since| term_end(since, maat));
    let past = limit.is_some_and(|limit| op > limit);
    if let (Some(since), Some(limit)) = (since, limit) {
        let omschrijving = format!("Afwezig sinds {}; {maat} later is {}", short_nl(since), short_nl(limit));
        spoor.stap(omschrijving, if past { "langer" } else { "niet langer" }, &maat.bron);
    }
    past
}

fn kind_text(soort: Verzuimsoort) -> &'static str {
    match soort {
        Verzuimsoort::Geen => "geen verzuim",
        Verzuimsoort::Absoluut => "absoluut verzuim: niet ingeschreven",
        Verzuimsoort::Relatief => "relatief verzuim: ingeschreven en niet op school",
        Verzuimsoort::LangdurigRelatief => "langdurig relatief verzuim",
    }
}

/// How a child that does not go to school is counted on a day (R7.5).
pub fn classificatie(
    wet: &Wet,
    op: Date,
    invoer: &ThuiszitterInvoer,
) -> Result<Toetsing<Thuiszitter>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
