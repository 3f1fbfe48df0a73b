//! What every rule is to the engine, and the one way in which a rule is asked.

use base::Date;
use base::dates::short_nl;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::corpus::regel::{Lezer, Regel, Tak, Versie};
use crate::corpus::tijdlijn::{Geldend, Periode};
use crate::corpus::{CorpusError, sha256_hex};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::termijnenwet::Termijnenwet;
use crate::toetsing::{Bewijs, Spoor, Toetsing, Uitslag};
use crate::wet::Wet;

/// The law that a rule works with on the day asked about.
pub(crate) struct Recht<'a, P> {
    /// Figures and sources of the rule's version.
    pub(crate) regel: &'a P,
    pub(crate) termijnenwet: &'a Termijnenwet,
    /// The day asked about.
    pub(crate) op: Date,
}

/// A rule: typed input and figures in, typed outcome out, with a trace.
pub(crate) trait Rule {
    /// Name in the corpus and the public contract.
    const NAAM: &'static str;
    /// Algorithms that [`Self::apply`] has; a version in the corpus names one.
    const ALGORITMES: &'static [&'static str];
    /// The figures and sources of one version.
    type Parameters;
    type Invoer: Serialize + DeserializeOwned;
    type Uitkomst: Serialize;

    /// Reads the figures of one version, when the corpus is loaded.
    fn parameters(lezer: &mut Lezer<'_>) -> Result<Self::Parameters, CorpusError>;

    /// The rule in the loaded law.
    fn regel(wet: &Wet) -> &Regel<Self::Parameters>;

    /// What no description of a single field can say is wrong.
    fn check(_recht: &Recht<'_, Self::Parameters>, _velden: Velden<'_>) -> Vec<Veldfout> {
        Vec::new()
    }

    /// The day that decides which version holds: `op`, unless the input carries its own period.
    fn peildatum(_invoer: &Self::Invoer, op: Date) -> Date {
        op
    }

    /// The part of the rule with dates of its own that this input asks about.
    fn tak<'a>(_regel: &'a Self::Parameters, _invoer: &Self::Invoer) -> Option<&'a Tak> {
        None
    }

    /// Computes the outcome and writes down how.
    fn apply(
        recht: &Recht<'_, Self::Parameters>,
        invoer: &Self::Invoer,
        spoor: &mut Spoor,
    ) -> Result<Self::Uitkomst, InvoerFout>;
}

/// Asks a rule, after checking its input.
pub(crate) fn toets<R: Rule>(
    wet: &Wet,
    op: Date,
    invoer: &R::Invoer,
) -> Result<Toetsing<R::Uitkomst>, InvoerFout> {
    let value = serde_json::to_value(invoer).map_err(|error| unwritable(&error))?;
    let velden = check::<R>(wet, op, &value);
    if velden.is_empty() { evaluate::<R>(wet, op, invoer) } else { Err(InvoerFout { velden }) }
}

fn unwritable(error: &serde_json::Error) -> InvoerFout {
    InvoerFout::one(Veldfout::new("", error, "invoer die als JSON te schrijven is"))
}

/// The rule's own checks on the fields that are well formed.
pub(crate) fn check<R: Rule>(wet: &Wet, op: Date, velden: &Value) -> Vec<Veldfout> {
    let (_, _, versie) = R::regel(wet).at(op);
    R::check(&recht(wet, op, versie), Velden::of(velden))
}

fn recht<'a, P>(wet: &'a Wet, op: Date, versie: &'a Versie<P>) -> Recht<'a, P> {
    Recht { regel: &versie.parameters, termijnenwet: wet.termijnenwet_near(op), op }
}

/// Asks a rule whose input was checked.
///
/// A rule that is not in force is worked out all the same and the outcome thrown away: wrong input goes before
/// not in force, and a term that runs past the calendar shows only in working it out.
pub(crate) fn evaluate<R: Rule>(
    wet: &Wet,
    op: Date,
    invoer: &R::Invoer,
) -> Result<Toetsing<R::Uitkomst>, InvoerFout> {
    let peildatum = R::peildatum(invoer, op);
    let (stand, _, versie) = R::regel(wet).at(peildatum);
    let recht = recht(wet, op, versie);
    let mut spoor = Spoor::default();
    spoor.uses(&versie.tekst.bestand);
    let uitkomst = R::apply(&recht, invoer, &mut spoor)?;
    for bron in &versie.tekst.algemeen {
        spoor.cite(bron);
    }
    let periode = R::regel(wet).run(peildatum);
    let tak = R::tak(recht.regel, invoer);
    let (uitslag, periode) = match (stand, tak) {
        (Geldend::InForce, None) => (Uitslag::Toegepast(uitkomst), periode),
        (Geldend::InForce, Some(tak)) => (branch_stand(tak, peildatum, uitkomst), tak.periode),
        (Geldend::NotYet, _) => (Uitslag::NogNietGeldig, tak.map_or(periode, |tak| tak.periode)),
        (Geldend::Ended, _) => (Uitslag::Beeindigd, periode),
    };
    if matches!(uitslag, Uitslag::NogNietGeldig | Uitslag::Beeindigd) {
        spoor = not_in_force(versie, tak, periode, peildatum);
    }
    Ok(Toetsing {
        regel: R::NAAM.to_owned(),
        op,
        uitslag,
        geldig_van: periode.valid_from,
        geldig_tot: periode.valid_to,
        bewijs: bewijs(R::NAAM, versie, &spoor, invoer)?,
        stappen: spoor.stappen,
        vindplaatsen: spoor.vindplaatsen,
    })
}

fn branch_stand<T>(tak: &Tak, on: Date, uitkomst: T) -> Uitslag<T> {
    if tak.periode.contains(on) {
        Uitslag::Toegepast(uitkomst)
    } else if on < tak.periode.valid_from {
        Uitslag::NogNietGeldig
    } else {
        Uitslag::Beeindigd
    }
}

/// The trace of a rule, or a part of one, that does not hold on the day.
fn not_in_force<P>(versie: &Versie<P>, tak: Option<&Tak>, periode: Periode, on: Date) -> Spoor {
    let mut spoor = Spoor::default();
    spoor.uses(&versie.tekst.bestand);
    let what = tak.map_or("Deze regel", |tak| tak.uitleg.as_str());
    let when = match periode.valid_to.filter(|end| *end <= on) {
        Some(end) => format!("geldt niet meer sinds {}", short_nl(end)),
        None => format!("geldt pas vanaf {}", short_nl(periode.valid_from)),
    };
    match tak.map(|tak| &tak.bron).or(versie.tekst.bronnen.first()) {
        Some(bron) => spoor.stap(what, when, bron),
        None => spoor.feit(what, when),
    }
    spoor
}

fn bewijs<P, I: Serialize>(
    naam: &str,
    versie: &Versie<P>,
    spoor: &Spoor,
    invoer: &I,
) -> Result<Bewijs, InvoerFout> {
    let canonical = serde_json_canonicalizer::to_vec(invoer).map_err(|error| unwritable(&error))?;
    Ok(Bewijs {
        regel: naam.to_owned(),
        versie: versie.tekst.valid_from,
        algoritme: versie.tekst.algoritme.clone(),
        regels: spoor.regels_hash(),
        invoer: format!("sha256:{}", sha256_hex(&canonical)),
    })
}
