//! Correcting: an earlier fact was wrong. It stays in the log; the file is computed as if the right
//! one stood in its place.

use base::Date;

use crate::aanmelding::feiten::Indiener;
use crate::aanmelding::onderwijs::{Onderwijsplek, chosen};
use crate::aanmelding::opdracht::{open, refuse_too_young};
use crate::algemeen::feiten::{Gecorrigeerd, Vervanging};
use crate::gebeurtenis::Gebeurtenis;
use crate::herreken::{Herrekend, Zoals};
use crate::opdracht::velden::{Dag, MagJaNee, MagOnderwijs, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::staat::{Aanmelding, Dossier, Feit, Inhoud, Inschrijving};

/// Puts another fact in the place of a wrong one, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrigeer {
    /// Number in the file of the fact that was wrong.
    pub volgnummer: u64,
    /// Why.
    pub waarom: String,
    /// What should have been recorded: the same kind of fact; none to take it back.
    pub nieuw: Option<Gebeurtenis>,
}

/// No such fact is in the file, or none that whoever asks reads: the answer is the same.
pub fn feit_niet_in_dossier() -> Refusal {
    Refusal::field("volgnummer", sleutels::algemeen::niet_in_dossier())
}

/// The fact with this number, when it can be read and the one who corrects belongs to its holder.
fn correctable<'a>(
    dossier: &'a Dossier,
    volgnummer: u64,
    ctx: &Besluitvorming<'_>,
) -> Result<&'a Gebeurtenis, Refusal> {
    let feit = dossier.feit(volgnummer).ok_or_else(feit_niet_in_dossier)?;
    let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else {
        return Err(Refusal::new("niet_leesbaar", sleutels::algemeen::niet_leesbaar()));
    };
    if feit.holder != ctx.actor.organisatie {
        return Err(Refusal::new("andere_houder", sleutels::algemeen::andere_houder())
            .instead(sleutels::algemeen::organisatie_verbetert()));
    }
    // What a parent told about a school stands in that school's part of the file, and stays theirs. What a stranger's school said of
    // a declaration is for the school that holds it.
    let of_family = matches!(feit.actor.rol, Rol::Ouder | Rol::Leerling);
    if of_family && feit.actor.organisatie != ctx.actor.organisatie {
        return Err(Refusal::new("van_een_ander", sleutels::algemeen::van_een_ander())
            .instead(sleutels::algemeen::diegene_verbetert()));
    }
    Ok(gebeurtenis)
}

/// What the act would have recorded in the place of this fact, on the file as it stood before it.
fn as_recorded(
    dossier: &Dossier,
    volgnummer: u64,
    old: &Gebeurtenis,
    act: &Opdracht,
    ctx: &Besluitvorming<'_>,
) -> Result<Gebeurtenis, Refusal> {
    let decided = act.as_decide().decide(&dossier.voor_feit(volgnummer), ctx)?;
    let mut recorded = decided.into_iter().map(|vaststelling| vaststelling.gebeurtenis);
    recorded
        .find(|gebeurtenis| gebeurtenis.event_type() == old.event_type())
        .ok_or_else(|| Refusal::field("nieuw", sleutels::algemeen::zelfde_soort()))
}

fn replacement(volgnummer: u64, waarom: &str, nieuw: &Gebeurtenis) -> Result<Gecorrigeerd, Refusal> {
    let payload = nieuw.encode().and_then(|bytes| serde_json::from_slice(&bytes));
    let gegevens = payload
        .map_err(|_| Refusal::new("niet_vast_te_leggen", sleutels::algemeen::niet_vast_te_leggen()))?;
    Ok(Gecorrigeerd {
        volgnummer,
        waarom: waarom.to_owned(),
        nieuw: Some(Vervanging {
            event_type: nieuw.event_type().to_owned(),
            event_version: nieuw.event_version(),
            gegevens,
        }),
    })
}

impl Decide for Corrigeer {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let old = correctable(dossier, self.volgnummer, ctx)?;
        let waarom = invoer::reason("waarom", &self.waarom, ctx)?;
        let not_so = || {
            Refusal::new("niet_te_verbeteren", sleutels::algemeen::niet_te_verbeteren())
                .instead(sleutels::algemeen::nieuwe_stap())
        };
        let correction = match &self.nieuw {
            None if old.is_terug_te_nemen() => {
                Gecorrigeerd { volgnummer: self.volgnummer, waarom, nieuw: None }
            }
            None => return Err(not_so()),
            Some(nieuw) if nieuw.event_type() != old.event_type() => {
                return Err(Refusal::field("nieuw", sleutels::algemeen::zelfde_soort()));
            }
            Some(nieuw) => {
                let act = old.vervangen_door(nieuw).ok_or_else(not_so)??;
                // What was recorded, perhaps by another act, may stand there again after a mistaken correction.
                let nieuw = if nieuw == old {
                    nieuw.clone()
                } else {
                    as_recorded(dossier, self.volgnummer, old, &act, ctx)?
                };
                replacement(self.volgnummer, &waarom, &nieuw)?
            }
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, correction)])
    }
}

daad! {
    /// Corrects what a registration says and its terms follow from: the day of receipt, that the child seeks asylum, and which education
    /// is asked. Every term that was computed from it is computed anew.
    CorrigeerOntvangst,
    /// Registration, not decided yet.
    aanmelding {
        /// The right day.
        ontvangen_op: Dag,
        /// R1.6a applies; empty is as it stands.
        minderjarige_asielzoeker: MagJaNee,
        /// Which education is asked; empty is as it stands.
        onderwijs: MagOnderwijs,
        /// Why.
        waarom: Tekst,
    }
}

impl CorrigeerOntvangst {
    /// What the registration should have said; refuses what says nothing new.
    fn right(&self, aanmelding: &Aanmelding) -> Result<Zoals, Refusal> {
        let keuze = match self.onderwijs {
            Some(_) => chosen(aanmelding.schoolsoort, self.onderwijs)?,
            None => aanmelding.onderwijs,
        };
        let asielzoeker = self.minderjarige_asielzoeker.unwrap_or(aanmelding.minderjarige_asielzoeker);
        let same = self.ontvangen_op == aanmelding.ontvangen_op
            && asielzoeker == aanmelding.minderjarige_asielzoeker
            && keuze == aanmelding.onderwijs;
        if same {
            return Err(Refusal::field("ontvangen_op", sleutels::algemeen::datum_staat_er_al()));
        }
        Ok(Zoals {
            ontvangen_op: self.ontvangen_op,
            minderjarige_asielzoeker: asielzoeker,
            plek: Onderwijsplek { keuze, ..aanmelding.plek() },
        })
    }

    fn check_day(
        &self,
        aanmelding: &Aanmelding,
        born: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let ontvangen_op = invoer::happened("ontvangen_op", self.ontvangen_op, born, ctx)?;
        let by_parent = matches!(aanmelding.ingediend_door, Indiener::Ouder(_));
        if by_parent && ontvangen_op > aanmelding.ontvangen_op {
            return Err(Refusal::field("ontvangen_op", sleutels::algemeen::zelf_ingediend()));
        }
        if let Some(first) =
            aanmelding.opschortingen.first().filter(|first| ontvangen_op > first.uitnodiging_op)
        {
            let asked = sleutels::algemeen::AlGevraagdOp { op: first.uitnodiging_op }.tekst();
            return Err(Refusal::field("ontvangen_op", asked));
        }
        refuse_too_young(aanmelding.schoolsoort, ontvangen_op, born, ctx)
    }
}

/// A term that was extended is not that of a minor asylum seeker (WPO 40(15), WEC 40(23), WVO 8.8(9)): what was done stays, and the tick
/// is put right before it is done.
fn refuse_extended(aanmelding: &Aanmelding, right: &Zoals) -> Result<(), Refusal> {
    if right.minderjarige_asielzoeker && aanmelding.verlenging.is_some() {
        return Err(Refusal::field("minderjarige_asielzoeker", sleutels::algemeen::termijn_al_verlengd())
            .instead(sleutels::algemeen::nu_beslissen_zonder_vinkje()));
    }
    Ok(())
}

impl Decide for CorrigeerOntvangst {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        let born = dossier.leerling.as_ref().map_or(Date::MIN, |leerling| leerling.geboortedatum);
        self.check_day(aanmelding, born, ctx)?;
        let right = self.right(aanmelding)?;
        refuse_extended(aanmelding, &right)?;
        let waarom = invoer::reason("waarom", &self.waarom, ctx)?;
        let soort = right.plek.soort();
        let vroegst = regels::toelaatbaar_vanaf(ctx, dossier, soort, right.ontvangen_op)?;
        // With another day alone, the answer of then tells whether the child was enrolled.
        let day_alone = right.plek == aanmelding.plek()
            && right.minderjarige_asielzoeker == aanmelding.minderjarige_asielzoeker;
        let counts = |place: &Inschrijving| soort.telt_inschrijving_bij(place.schoolsoort);
        let enrolled = dossier.inschrijving_op(right.ontvangen_op).is_some_and(counts);
        let mut anew = Herrekend::from(aanmelding, right, (vroegst, (!day_alone).then_some(enrolled)), ctx);
        let mut corrections = Vec::new();
        for feit in &dossier.feiten {
            let Some(nieuw) =
                effective(dossier, feit).map(|current| anew.event(current)).transpose()?.flatten()
            else {
                continue;
            };
            let correction = replacement(feit.volgnummer, &waarom, &nieuw)?;
            corrections.push(Vaststelling::new(ctx.vandaag, dossier, ctx, correction));
        }
        Ok(corrections)
    }
}

/// What a fact says, with an earlier correction in its place.
fn effective(dossier: &Dossier, feit: &Feit) -> Option<Gebeurtenis> {
    let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else { return None };
    match dossier.correction(feit.volgnummer) {
        None => Some(gebeurtenis.clone()),
        Some(correction) => correction.nieuw.as_ref()?.lees().ok(),
    }
}
