//! Correcting: an earlier fact was wrong. It stays in the log; the file is computed as if the right
//! one stood in its place.

use base::{Date, dates};

use crate::Berekend;
use crate::gebeurtenis::Gebeurtenis;
use crate::gebeurtenis::aanmelding::Beslistermijn;
use crate::gebeurtenis::algemeen::{Gecorrigeerd, Vervanging};
use crate::opdracht::aanmelding::open;
use crate::opdracht::regels::{self, TermijnFeiten};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit, Inhoud};

/// Facts about people, addresses and places, which nothing was computed from, and which can
/// therefore be replaced as they are.
const REPLACEABLE: [&str; 9] = [
    "dossier_geopend",
    "persoon_verbonden",
    "verhuisd",
    "naam_of_geslacht_gewijzigd",
    "geheimhouding_gezet",
    "nummer_ontvangen",
    "ingeschreven",
    "uitgeschreven",
    "eerst_contact_gemeld",
];

/// Facts that can be taken back as if they had not been recorded.
const RETRACTABLE: [&str; 8] = [
    "verhuisd",
    "overleden",
    "onder_pleegzorg",
    "geheimhouding_gezet",
    "eerst_contact_gemeld",
    "feitelijk_geweigerd",
    "uitgeschreven",
    "tlv_gebruikt",
];

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

/// The fact with this number, when it can be read and the one who corrects belongs to its holder.
fn correctable<'a>(
    dossier: &'a Dossier,
    volgnummer: u64,
    ctx: &Besluitvorming<'_>,
) -> Result<(&'a Feit, &'a Gebeurtenis), Refusal> {
    let feit = dossier
        .feit(volgnummer)
        .ok_or_else(|| Refusal::field("volgnummer", "dit staat niet in het dossier"))?;
    let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else {
        return Err(Refusal::new("niet_leesbaar", "dit gegeven is niet meer te lezen"));
    };
    if feit.holder != ctx.actor.organisatie {
        return Err(Refusal::new("andere_houder", "dit is vastgelegd door een andere organisatie")
            .instead("die organisatie vragen het te verbeteren"));
    }
    Ok((feit, gebeurtenis))
}

fn replacement(volgnummer: u64, waarom: &str, nieuw: &Gebeurtenis) -> Result<Gecorrigeerd, Refusal> {
    let payload = nieuw.encode().and_then(|bytes| serde_json::from_slice(&bytes));
    let gegevens = payload.map_err(|_| Refusal::new("niet_vast_te_leggen", "dit gegeven is niet vast te leggen"))?;
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
        let (feit, old) = correctable(dossier, self.volgnummer, ctx)?;
        let waarom = invoer::text("waarom", &self.waarom)?;
        let correction = match &self.nieuw {
            None if RETRACTABLE.contains(&old.event_type()) => {
                Gecorrigeerd { volgnummer: self.volgnummer, waarom, nieuw: None }
            }
            Some(nieuw) if nieuw.event_type() != old.event_type() => {
                return Err(Refusal::field("nieuw", "een verbetering is van dezelfde soort als wat er stond"));
            }
            Some(nieuw) if REPLACEABLE.contains(&old.event_type()) => {
                replacement(self.volgnummer, &waarom, nieuw)?
            }
            _ => {
                return Err(Refusal::new("niet_te_verbeteren", "hier hangen besluiten en termijnen aan")
                    .instead("een nieuwe stap vastleggen die zegt hoe het wel is"));
            }
        };
        Ok(vec![Vaststelling::held_by(ctx.vandaag, feit.holder.clone(), correction)])
    }
}

/// Corrects the day on which a registration was received, and every term that was computed from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrigeerOntvangst {
    /// Registration, not decided yet.
    pub aanmelding: u32,
    /// The right day.
    pub ontvangen_op: Date,
    /// Why.
    pub waarom: String,
}

impl Decide for CorrigeerOntvangst {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding)?;
        let born = dossier.leerling.as_ref().map_or(Date::MIN, |leerling| leerling.geboortedatum);
        let ontvangen_op = invoer::happened("ontvangen_op", self.ontvangen_op, born, ctx)?;
        if ontvangen_op == aanmelding.ontvangen_op {
            return Err(Refusal::field("ontvangen_op", "deze datum staat er al"));
        }
        if let Some(first) = aanmelding.opschortingen.first() {
            let asked = dates::short_nl(first.uitnodiging_op);
            if ontvangen_op > first.uitnodiging_op {
                return Err(Refusal::field("ontvangen_op", format!("u vroeg al op {asked} om informatie")));
            }
        }
        let waarom = invoer::text("waarom", &self.waarom)?;
        let mut feiten = TermijnFeiten { ontvangen_op, verlengd: false, opschortingen: Vec::new(), ..TermijnFeiten::of(aanmelding) };
        let mut corrections = Vec::new();
        for feit in &dossier.feiten {
            let Some(current) = effective(dossier, feit) else { continue };
            let nieuw = match current {
                Gebeurtenis::Aangemeld(event) if event.aanmelding == self.aanmelding => {
                    let enrolled = event.tijdelijk_recht.uitkomst.vanaf.is_none();
                    let tijdelijk_recht = regels::tijdelijke_plaatsing(ctx, &feiten, born, enrolled)?;
                    let termijn = regels::beslistermijn(ctx, &feiten)?;
                    Gebeurtenis::from(crate::gebeurtenis::aanmelding::Aangemeld {
                        ontvangen_op,
                        termijn,
                        tijdelijk_recht,
                        ..event
                    })
                }
                other => match with_term(other, self.aanmelding, &mut feiten, ctx)? {
                    Some(event) => event,
                    None => continue,
                },
            };
            let correction = replacement(feit.volgnummer, &waarom, &nieuw)?;
            corrections.push(Vaststelling::held_by(ctx.vandaag, feit.holder.clone(), correction));
        }
        Ok(corrections)
    }
}

/// What a fact says, with an earlier correction in its place.
fn effective(dossier: &Dossier, feit: &Feit) -> Option<Gebeurtenis> {
    let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else { return None };
    match dossier.correction(feit.volgnummer) {
        None => Some(gebeurtenis.clone()),
        Some(correction) => {
            let nieuw = correction.nieuw.as_ref()?;
            let payload = nieuw.gegevens.to_string();
            Gebeurtenis::decode(&nieuw.event_type, nieuw.event_version, payload.as_bytes()).ok()
        }
    }
}

/// The same fact with its term computed anew, where it carries the term of this registration.
fn with_term(
    gebeurtenis: Gebeurtenis,
    aanmelding: u32,
    feiten: &mut TermijnFeiten,
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Gebeurtenis>, Refusal> {
    let term = |feiten: &TermijnFeiten| -> Result<Berekend<Beslistermijn>, Refusal> { regels::beslistermijn(ctx, feiten) };
    Ok(match gebeurtenis {
        Gebeurtenis::InformatieGevraagd(mut event) if event.aanmelding == aanmelding => {
            feiten.opschortingen.push((event.uitnodiging_op, None));
            event.termijn = term(feiten)?;
            Some(event.into())
        }
        Gebeurtenis::InformatieOntvangen(mut event) if event.aanmelding == aanmelding => {
            feiten.end_open(event.op);
            event.termijn = term(feiten)?;
            Some(event.into())
        }
        Gebeurtenis::BeslistermijnVerlengd(mut event) if event.aanmelding == aanmelding => {
            feiten.verlengd = true;
            event.termijn = term(feiten)?;
            Some(event.into())
        }
        _ => None,
    })
}
