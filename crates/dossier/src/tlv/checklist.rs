//! Complete before sent: what a request needs, what the file already knows, what is missing.
//!
//! The points come from the law (corpus) and from the SWV's extra questions (policy). The checklist
//! runs while somebody types and again when the request is sent; there is one function for both.

use std::collections::BTreeMap;

use base::{Date, Vindplaats, dates};
use recht::{Eis, Voorwaarde};
use sleutels::Tekst;

use crate::opdracht::Besluitvorming;
use crate::soort::TlvSoort;
use crate::staat::{Dossier, TlvAanvraag};
use crate::tlv::feiten::{Antwoord, Bijlage, Herkomst};

mod bekend;
mod plan;

use bekend::Gelezen;
pub use bekend::{Bekend, Stemvraag, bekend};

/// What was filled in so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TlvInvoer {
    /// Answers by the code of the point.
    pub antwoorden: BTreeMap<String, String>,
    /// Documents, each linked to the point it supports.
    pub bijlagen: Vec<Bijlage>,
    /// Pro by the route from lwoo, a TLV or an OPP.
    pub pro_zijroute: bool,
}

/// How a point stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stand {
    /// Answered in this form.
    Ingevuld,
    /// The file knows it already.
    Bekend(Bekend),
    /// Everybody who is asked whether they agree answered, and not all of them with a yes to what is asked now. It stops nothing
    /// where the law does not ask their yes.
    Gezegd(Bekend),
    /// Still to be answered.
    Ontbreekt,
    /// Not needed here, and why.
    NietNodig(Tekst),
}

/// One point of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Punt {
    /// Stable code.
    pub code: String,
    /// The question.
    pub vraag: String,
    /// Why it is asked, and what counts as an answer; empty for extra questions.
    pub toelichting: String,
    /// How it stands.
    pub stand: Stand,
    /// What parents or pupil said already, each in the own words, while not everybody was heard.
    pub gezegd: Vec<String>,
    /// Everybody who is asked said so in the own words: nothing is typed over it.
    pub eigen_woorden: bool,
    /// Without it the request cannot be sent.
    pub blokkeert: bool,
    /// It is a document: added, or received on paper on a day.
    pub stuk: bool,
    /// Where it stands in the law; none for a question of the SWV.
    pub vindplaats: Option<Vindplaats>,
}

impl Punt {
    /// There is an answer.
    pub fn is_voldaan(&self) -> bool {
        matches!(self.stand, Stand::Ingevuld | Stand::Bekend(_) | Stand::Gezegd(_))
    }
}

/// All points of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// In the order of the form.
    pub punten: Vec<Punt>,
}

impl Checklist {
    /// Points that stand in the way of sending.
    pub fn ontbreekt(&self) -> impl Iterator<Item = &Punt> {
        self.punten.iter().filter(|punt| punt.blokkeert && punt.stand == Stand::Ontbreekt)
    }

    /// Points that are met.
    pub fn voldaan(&self) -> impl Iterator<Item = &Punt> {
        self.punten.iter().filter(|punt| punt.is_voldaan())
    }

    /// Points that were asked, are not met and stop nothing.
    pub fn zonder_gevolg(&self) -> impl Iterator<Item = &Punt> {
        self.punten.iter().filter(|punt| !punt.blokkeert && punt.stand == Stand::Ontbreekt)
    }

    /// Nothing is missing.
    pub fn is_compleet(&self) -> bool {
        self.ontbreekt().next().is_none()
    }

    /// The answers as they are sent, each with where it comes from.
    pub fn antwoorden(&self, invoer: &TlvInvoer) -> Vec<Antwoord> {
        self.voldaan()
            .map(|punt| {
                let typed = typed(invoer, &punt.code);
                let (waarde, herkomst) = match &punt.stand {
                    Stand::Bekend(bekend) | Stand::Gezegd(bekend) => {
                        (bekend.waarde.clone(), bekend.herkomst.clone())
                    }
                    Stand::Ingevuld | Stand::Ontbreekt | Stand::NietNodig(_) => {
                        // What was typed is about who said nothing; what the others said stands before it.
                        let said = punt.gezegd.iter().map(String::as_str);
                        let typed = typed.unwrap_or("zie bijlage");
                        let typed = if punt.stuk { paper_words(typed) } else { typed.to_owned() };
                        let all: Vec<&str> = said.chain([typed.as_str()]).collect();
                        (all.join("\n"), Herkomst::Getypt)
                    }
                };
                Antwoord { vraag: punt.code.clone(), tekst: punt.vraag.clone(), waarde, herkomst }
            })
            .collect()
    }
}

fn typed<'a>(invoer: &'a TlvInvoer, code: &str) -> Option<&'a str> {
    invoer.antwoorden.get(code).map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// What stands before the day on which a document came on paper.
const ON_PAPER: &str = "op papier ontvangen op";

/// The day on which a document came on paper, where a day is what was typed.
fn on_paper(typed: &str) -> Option<Date> {
    dates::parse_typed(typed.strip_prefix(ON_PAPER).unwrap_or(typed).trim())
}

/// A day alone says of what it is the day.
fn paper_words(typed: &str) -> String {
    match on_paper(typed) {
        Some(_) if !typed.starts_with(ON_PAPER) => format!("{ON_PAPER} {typed}"),
        Some(_) | None => typed.to_owned(),
    }
}

/// The checklist of a request, on the law and policy of today.
pub fn tlv(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    invoer: &TlvInvoer,
    ctx: &Besluitvorming<'_>,
) -> Checklist {
    let mut punten: Vec<Punt> = ctx
        .wet
        .eisen_tlv_aanvraag(aanvraag.soort, ctx.vandaag)
        .map(|eis| {
            let needless = not_needed(eis.voorwaarde, dossier, aanvraag, invoer, ctx);
            Punt {
                code: eis.id.clone(),
                vraag: eis.vraag.clone(),
                toelichting: eis.toelichting.clone(),
                stand: needless
                    .map_or_else(|| stand(eis.into(), dossier, aanvraag, invoer, ctx), Stand::NietNodig),
                gezegd: bekend::gezegd(dossier, aanvraag, &eis.id, ctx.vandaag),
                eigen_woorden: bekend::own_words(dossier, aanvraag, &eis.id, ctx.vandaag).is_some(),
                blokkeert: eis.blokkeert,
                stuk: eis.stuk,
                vindplaats: Some(eis.bron.vindplaats.clone()),
            }
        })
        .collect();
    for vraag in ctx.beleid.extra_vragen.iter().filter(|vraag| vraag.voor.contains(&aanvraag.soort)) {
        punten.push(Punt {
            code: vraag.id.clone(),
            vraag: vraag.vraag.clone(),
            toelichting: String::new(),
            stand: stand(Gevraagd { code: &vraag.id, stuk: false }, dossier, aanvraag, invoer, ctx),
            gezegd: Vec::new(),
            eigen_woorden: false,
            blokkeert: true,
            stuk: false,
            vindplaats: None,
        });
    }
    with_what_was_said(Checklist { punten }, dossier, (aanvraag, invoer), ctx)
}

/// Who agrees agrees with this request as it was laid before them: what was changed since is laid before them anew (UB WVO 2.47(2)b).
/// What they said stays to be read all the same, a no too.
fn with_what_was_said(
    mut lijst: Checklist,
    dossier: &Dossier,
    (aanvraag, invoer): (&TlvAanvraag, &TlvInvoer),
    ctx: &Besluitvorming<'_>,
) -> Checklist {
    let filled = lijst.antwoorden(invoer);
    let same = aanvraag.voorgelegd.last().is_none_or(|laid| laid.is_zoals(&filled, &invoer.bijlagen));
    let gelezen = if same { Gelezen::Zelfde } else { Gelezen::Veranderd };
    let (lines, said) = bekend::instemming(dossier, aanvraag, ctx.vandaag, gelezen);
    let asked = |punt: &&mut Punt| {
        let agreement = Stemvraag::of(&punt.code) == Some(Stemvraag::Instemming);
        agreement && !matches!(punt.stand, Stand::NietNodig(_))
    };
    for punt in lijst.punten.iter_mut().filter(asked) {
        let agreed = matches!(punt.stand, Stand::Bekend(_));
        if agreed && same {
            continue;
        }
        punt.eigen_woorden = false;
        punt.gezegd.clone_from(&lines);
        let attached = invoer.bijlagen.iter().any(|bijlage| bijlage.vraag == punt.code);
        punt.stand = match &said {
            Some(_) | None if attached => Stand::Ingevuld,
            Some(known) if !punt.blokkeert => Stand::Gezegd(known.clone()),
            Some(_) | None => Stand::Ontbreekt,
        };
    }
    lijst
}

/// The question with this code, as the form asks it; the code itself when the law no longer asks.
pub fn question(aanvraag: &TlvAanvraag, code: &str, ctx: &Besluitvorming<'_>) -> String {
    let by_law = ctx.wet.eisen_tlv_aanvraag(aanvraag.soort, ctx.vandaag).find(|eis| eis.id == code);
    let by_policy = ctx.beleid.extra_vragen.iter().find(|vraag| vraag.id == code);
    by_law
        .map(|eis| eis.vraag.clone())
        .or_else(|| by_policy.map(|vraag| vraag.vraag.clone()))
        .unwrap_or_else(|| code.to_owned())
}

/// What is asked.
#[derive(Clone, Copy)]
struct Gevraagd<'a> {
    code: &'a str,
    stuk: bool,
}

impl<'a> From<&'a Eis> for Gevraagd<'a> {
    fn from(eis: &'a Eis) -> Self {
        Self { code: &eis.id, stuk: eis.stuk }
    }
}

/// Typed goes before known: somebody who corrects a prefilled value means it. What parents or pupil said nobody corrects by
/// typing over it.
fn stand(
    Gevraagd { code, stuk }: Gevraagd<'_>,
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    invoer: &TlvInvoer,
    ctx: &Besluitvorming<'_>,
) -> Stand {
    if let Some(said) = bekend::own_words(dossier, aanvraag, code, ctx.vandaag) {
        return Stand::Bekend(said);
    }
    let attached = invoer.bijlagen.iter().any(|bijlage| bijlage.vraag == code);
    // Nobody reads the evidence in words that say it is there.
    let answers = |text: &str| !stuk || on_paper(text).is_some_and(|day| day <= ctx.vandaag);
    if attached || typed(invoer, code).is_some_and(answers) {
        return Stand::Ingevuld;
    }
    bekend(dossier, aanvraag, code, ctx.vandaag).map_or(Stand::Ontbreekt, Stand::Bekend)
}

/// Why a point is not needed in this case; `None` when it is.
fn not_needed(
    voorwaarde: Voorwaarde,
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    invoer: &TlvInvoer,
    ctx: &Besluitvorming<'_>,
) -> Option<Tekst> {
    let enrolled = dossier.inschrijving_op(ctx.vandaag).filter(|i| i.vestiging == aanvraag.vestiging);
    let by_side_route = aanvraag.soort == TlvSoort::Pro && invoer.pro_zijroute;
    let needed = match voorwaarde {
        Voorwaarde::Altijd => true,
        Voorwaarde::Ingeschreven | Voorwaarde::HeeftOpp => enrolled.is_some(),
        Voorwaarde::ProZijroute => by_side_route,
        Voorwaarde::NietProZijroute => !by_side_route,
        Voorwaarde::AfwijkingVanAdvies | Voorwaarde::Weigering | Voorwaarde::Toekenning => false,
    };
    if needed {
        return None;
    }
    Some(match voorwaarde {
        Voorwaarde::ProZijroute => sleutels::tlv::alleen_bij_zijroute(),
        Voorwaarde::NietProZijroute => sleutels::tlv::niet_bij_zijroute(),
        Voorwaarde::Altijd
        | Voorwaarde::Ingeschreven
        | Voorwaarde::HeeftOpp
        | Voorwaarde::AfwijkingVanAdvies
        | Voorwaarde::Weigering
        | Voorwaarde::Toekenning => sleutels::tlv::nog_niet_ingeschreven(),
    })
}

/// `di 3 mrt 2026`, for the words of a source.
fn on_day(what: &str, day: Date) -> String {
    format!("{what} van {}", dates::short_nl(day))
}
