//! The generic door: any rule by its name, JSON in and JSON out, exactly as the public contract says.
//!
//! The command line and the HTTP interface both stand behind it. The typed functions of the other modules give
//! the same outcomes and the same receipts.

use base::{Date, Vindplaats};
use serde::Serialize;
use serde_json::{Value, json};

use crate::corpus::bron::Bron;
use crate::corpus::schema::{Aanwezigheid, Veld};
use crate::invoer::json::Json;
use crate::invoer::vorm::{self, conform};
use crate::invoer::{InvoerFout, MAX_INVOER_BYTES, Veldfout, cut};
use crate::rule::{Rule, check, evaluate};
use crate::toetsing::{Toetsing, Uitslag};
use crate::wet::{DEUREN, Regelkaart, Wet};

/// What kind of answer it was, for exit codes and HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Afloop {
    /// Evaluated, also where the answer is no.
    Getoetst,
    /// The rule, or the part asked about, is not in force.
    NietGeldig,
}

impl Afloop {
    /// Exit code of the command line: 0 or 3.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Getoetst => 0,
            Self::NietGeldig => 3,
        }
    }
}

/// Why a rule could not be asked. Its text has one line per wrong field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ToetsFout {
    /// No rule has this name.
    #[error("regel: gegeven \"{naam}\", verwacht een van: {bekend}")]
    OnbekendeRegel {
        /// The name given.
        naam: String,
        /// The names there are.
        bekend: String,
    },
    /// The input is no JSON, has a key twice, or is too long.
    #[error("(invoer): gegeven geen leesbare JSON, verwacht een JSON-object ({reden})")]
    GeenJson {
        /// What the parser says.
        reden: String,
    },
    /// Fields are wrong.
    #[error(transparent)]
    Invoer(#[from] InvoerFout),
    /// The description in the corpus and the rule in the program do not fit; a test rules this out.
    #[error("de beschrijving van '{naam}' past niet bij de regel: {reden}")]
    Beschrijving {
        /// Name of the rule.
        naam: String,
        /// What does not fit.
        reden: String,
    },
}

impl ToetsFout {
    /// Exit code of the command line.
    pub fn exit_code(&self) -> u8 {
        2
    }

    /// The wrong fields, where it is about fields.
    pub fn velden(&self) -> &[Veldfout] {
        match self {
            Self::Invoer(fout) => &fout.velden,
            Self::OnbekendeRegel { .. } | Self::GeenJson { .. } | Self::Beschrijving { .. } => &[],
        }
    }
}

/// Reads `--op`: a date as `2026-03-02` and nothing else.
pub fn lees_op(text: &str) -> Result<Date, InvoerFout> {
    let wrong = || InvoerFout::one(Veldfout::new("op", Value::from(text), "een datum als 2026-03-02"));
    vorm::date(text).ok_or_else(wrong)
}

/// Every rule, as `leerrecht recht regels --json` prints it.
pub fn regels_json(wet: &Wet) -> Value {
    Value::Array(wet.regels().iter().map(regel_json).collect())
}

/// One rule, or `None` when there is none of that name.
pub fn regel_json_by_name(wet: &Wet, naam: &str) -> Option<Value> {
    wet.regel(naam).as_ref().map(regel_json)
}

fn regel_json(kaart: &Regelkaart<'_>) -> Value {
    json!({
        "naam": kaart.naam,
        "uitleg": kaart.uitleg,
        "invoer": kaart.invoer.iter().map(veld_json).collect::<Vec<_>>(),
        "uitkomst": kaart.uitkomst.iter().map(|veld| json!({
            "naam": veld.naam, "type": veld.soort, "betekenis": veld.betekenis,
        })).collect::<Vec<_>>(),
        "vindplaatsen": kaart.vindplaatsen.iter().map(|bron| vindplaats_json(&bron.vindplaats)).collect::<Vec<_>>(),
        "geldig_van": kaart.periode.valid_from.to_string(),
        "geldig_tot": kaart.periode.valid_to.map(|day| day.to_string()),
    })
}

fn veld_json(veld: &Veld) -> Value {
    let standaard = match &veld.aanwezigheid {
        Aanwezigheid::Standaard(value) => value.clone(),
        Aanwezigheid::Verplicht | Aanwezigheid::MagLeeg => Value::Null,
    };
    json!({
        "naam": veld.naam,
        "type": veld.vorm.name(),
        "verplicht": veld.aanwezigheid == Aanwezigheid::Verplicht,
        "standaard": standaard,
        "betekenis": veld.betekenis,
    })
}

fn vindplaats_json(vindplaats: &Vindplaats) -> Value {
    json!({
        "wet": vindplaats.wet,
        "bwb": vindplaats.bwb,
        "artikel": vindplaats.artikel,
        "lid": vindplaats.lid,
        "zekerheid": vindplaats.zekerheid,
    })
}

/// Asks a rule, with its input as text: decimals keep all their digits and a key that stands there twice is
/// refused. Use this door wherever the text is still there.
pub fn toets_tekst(wet: &Wet, naam: &str, tekst: &str, op: Date) -> Result<(Value, Afloop), ToetsFout> {
    let deur = find_deur(naam)?;
    if tekst.len() > MAX_INVOER_BYTES {
        return Err(ToetsFout::GeenJson { reden: format!("meer dan {MAX_INVOER_BYTES} bytes") });
    }
    let json = Json::parse(tekst).map_err(|error| ToetsFout::GeenJson { reden: error.to_string() })?;
    (deur.toets)(wet, &json, op)
}

/// Asks a rule, with its input as a JSON value that was parsed elsewhere: a decimal counts as the shortest text
/// that reads back as the same double.
pub fn toets_json(wet: &Wet, naam: &str, gegevens: &Value, op: Date) -> Result<(Value, Afloop), ToetsFout> {
    (find_deur(naam)?.toets)(wet, &Json::from(gegevens), op)
}

fn find_deur(naam: &str) -> Result<&'static Deur, ToetsFout> {
    DEUREN.iter().find(|deur| deur.naam == naam).ok_or_else(|| {
        let bekend: Vec<&str> = DEUREN.iter().map(|deur| deur.naam).collect();
        ToetsFout::OnbekendeRegel { naam: cut(naam), bekend: bekend.join(", ") }
    })
}

/// Asks one rule: the object of the contract and what kind of answer it was.
type Toets = fn(&Wet, &Json, Date) -> Result<(Value, Afloop), ToetsFout>;

/// The door of one rule, without its types.
pub(crate) struct Deur {
    naam: &'static str,
    toets: Toets,
}

impl Deur {
    pub(crate) const fn of<R: Rule>() -> Self {
        Self { naam: R::NAAM, toets: toets_rule::<R> }
    }
}

fn toets_rule<R: Rule>(wet: &Wet, json: &Json, op: Date) -> Result<(Value, Afloop), ToetsFout> {
    let (_, _, versie) = R::regel(wet).at(op);
    let (value, mut velden) = conform(json, &versie.tekst.invoer);
    velden.extend(check::<R>(wet, op, &value));
    if !velden.is_empty() {
        return Err(InvoerFout { velden }.into());
    }
    let misfit = |reden: String| ToetsFout::Beschrijving { naam: R::NAAM.to_owned(), reden };
    let invoer: R::Invoer = serde_json::from_value(value).map_err(|error| misfit(error.to_string()))?;
    let toetsing = evaluate::<R>(wet, op, &invoer)?;
    toetsing_json(&toetsing).map_err(|error| misfit(error.to_string()))
}

fn toetsing_json<T: Serialize>(toetsing: &Toetsing<T>) -> Result<(Value, Afloop), serde_json::Error> {
    let (uitkomst, afloop) = match &toetsing.uitslag {
        Uitslag::Toegepast(uitkomst) => (serde_json::to_value(uitkomst)?, Afloop::Getoetst),
        Uitslag::OordeelNodig(oordeel) => (serde_json::to_value(oordeel)?, Afloop::Getoetst),
        Uitslag::NogNietGeldig | Uitslag::Beeindigd => (Value::Null, Afloop::NietGeldig),
    };
    let vindplaats = |bron: &Bron| vindplaats_json(&bron.vindplaats);
    let object = json!({
        "regel": toetsing.regel,
        "op": toetsing.op.to_string(),
        "status": toetsing.uitslag.status(),
        "geldig_van": toetsing.geldig_van.to_string(),
        "geldig_tot": toetsing.geldig_tot.map(|day| day.to_string()),
        "uitkomst": uitkomst,
        "stappen": toetsing.stappen,
        "vindplaatsen": toetsing.vindplaatsen.iter().map(vindplaats).collect::<Vec<_>>(),
        "bewijs": { "regels": toetsing.bewijs.regels, "invoer": toetsing.bewijs.invoer },
    });
    Ok((object, afloop))
}
