//! A request on one page, for whoever has to judge it: the question first, the evidence under its answer.

use std::collections::BTreeSet;

use app::kind::Kindbeeld;
use askama::Template;
use base::dates::short_nl;
use base::{Date, PersoonId};
use dossier::algemeen::feiten::OvergenomenBijlage;
use dossier::soort::Adviesuitkomst;
use dossier::staat::{Advies, TlvAanvraag};
use dossier::tlv::feiten::{Antwoord, Bijlage, Herkomst, Zienswijze, ZienswijzeVan};
use web_base::onderdelen::{Feiten, Inhoud, Link, short_date};

use super::tekst::{Tekst, shorten};
use super::{heading, vragen};

/// Characters of an answer in the summary.
const SHORT: usize = 360;

/// The summary and, below it, every answer.
#[derive(Template)]
#[template(path = "paginas/aanvraag/samenvatting.html")]
pub(in crate::paginas) struct Samenvatting {
    kort: Feiten,
    /// Where the whole request is, on a page that shows its beginning only.
    geheel: Link,
    delen: Vec<Deel>,
    zienswijzen: Vec<Stem>,
}

impl askama::filters::HtmlSafe for Samenvatting {}

/// One of the four parts of a request.
struct Deel {
    kop: &'static str,
    antwoorden: Vec<Regel>,
}

/// An answer with its evidence.
struct Regel {
    vraag: String,
    waarde: Tekst,
    herkomst: String,
    bijlagen: Vec<Link>,
}

/// Somebody's own words.
struct Stem {
    wie: String,
    eens: &'static str,
    tekst: Tekst,
    wanneer: String,
}

impl Samenvatting {
    /// As everybody reads it who may read the request.
    pub(in crate::paginas) fn of(beeld: &Kindbeeld, aanvraag: &TlvAanvraag, on: Date) -> Self {
        Self {
            kort: in_short(beeld, aanvraag),
            geheel: Link::new("Lees de hele aanvraag", super::address(&beeld.nummer, aanvraag.nr)),
            delen: parts(beeld, aanvraag),
            zienswijzen: aanvraag.zienswijzen.iter().rev().map(|z| voice(beeld, z, on)).collect(),
        }
    }

    /// The beginning only, beside other work.
    pub(in crate::paginas) fn short(self) -> Self {
        Self { delen: Vec::new(), zienswijzen: Vec::new(), ..self }
    }

    fn is_short(&self) -> bool {
        self.delen.is_empty() && self.zienswijzen.is_empty()
    }
}

fn in_short(beeld: &Kindbeeld, aanvraag: &TlvAanvraag) -> Feiten {
    let answer = |codes: &[&str]| {
        let found = aanvraag.antwoorden.iter().find(|antwoord| codes.contains(&antwoord.vraag.as_str()));
        found.map(|antwoord| shorten(&antwoord.waarde, SHORT))
    };
    let asked = [answer(&["gevraagde_categorie"]), answer(&["gevraagde_periode"])];
    let asked: Vec<String> = std::iter::once(heading(aanvraag)).chain(asked.into_iter().flatten()).collect();
    Feiten::new()
        .with("Wie", child(beeld))
        .with("Vraag", asked.join(" · "))
        .with_some("Wat is nodig", answer(&["ondersteuningsbehoefte"]))
        .with_some("Wat is gedaan", answer(&["inzet_tot_nu_toe"]))
        .with("Ouders en leerling", voices(beeld, aanvraag))
        .with("Stukken", documents(aanvraag.bijlagen.len() + taken_over(beeld).count()))
}

fn documents(number: usize) -> String {
    match number {
        0 => "geen bijlagen".to_owned(),
        1 => "1 bijlage".to_owned(),
        more => format!("{more} bijlagen"),
    }
}

/// `Sam de Zonnevis, 9 jaar, groep 5, De Regenboog`.
fn child(beeld: &Kindbeeld) -> String {
    let mut words = vec![beeld.naam.clone()];
    words.extend(beeld.leeftijd.map(|years| format!("{years} jaar")));
    if let Some(school) = &beeld.inschrijving {
        if !school.groep.is_empty() {
            words.push(format!("groep {}", school.groep));
        }
        words.push(school.schoolnaam.clone());
    }
    words.join(", ")
}

/// The last word of each person, in one line each.
fn voices(beeld: &Kindbeeld, aanvraag: &TlvAanvraag) -> Inhoud {
    let mut heard = BTreeSet::new();
    let mut lines: Vec<Inhoud> = Vec::new();
    for zienswijze in aanvraag.zienswijzen.iter().rev() {
        let who = name_of(beeld, zienswijze.van);
        if heard.insert(who.clone()) {
            let words = shorten(&zienswijze.tekst, 140);
            let words = if words.is_empty() { String::new() } else { format!(": „{words}”") };
            let eens = if zienswijze.eens.is_some() {
                format!(", {}", agreement(zienswijze.eens))
            } else {
                String::new()
            };
            lines.push(format!("{who}{eens}{words}").into());
        }
    }
    if lines.is_empty() { "er is nog niets vastgelegd".into() } else { Inhoud::Regels(lines) }
}

fn agreement(eens: Option<bool>) -> &'static str {
    match eens {
        Some(true) => "eens",
        Some(false) => "niet eens",
        None => "",
    }
}

/// Whose view it is, by name where this reader may see names.
pub(super) fn name_of(beeld: &Kindbeeld, van: ZienswijzeVan) -> String {
    match van {
        ZienswijzeVan::Leerling => beeld.roepnaam.clone(),
        ZienswijzeVan::Persoon(nr) => beeld.mensen.iter().find(|persoon| persoon.nr == nr).map_or_else(
            || "een ouder".to_owned(),
            |persoon| format!("{} ({})", persoon.naam, persoon.relatie.label()),
        ),
    }
}

fn voice(beeld: &Kindbeeld, zienswijze: &Zienswijze, on: Date) -> Stem {
    let by_school = if zienswijze.namens { ", ingevoerd door de school" } else { "" };
    Stem {
        wie: name_of(beeld, zienswijze.van),
        eens: agreement(zienswijze.eens),
        tekst: Tekst::of(&zienswijze.tekst),
        wanneer: format!("{}{by_school}", short_date(zienswijze.op, on)),
    }
}

fn parts(beeld: &Kindbeeld, aanvraag: &TlvAanvraag) -> Vec<Deel> {
    let mut delen: Vec<Deel> =
        vragen::DELEN.iter().map(|deel| Deel { kop: deel.kop, antwoorden: Vec::new() }).collect();
    let mut linked = BTreeSet::new();
    // What parents and pupil said themselves stands below, in their own words.
    let said = |antwoord: &&Antwoord| {
        let own_words = vragen::part_of(&antwoord.vraag) == vragen::OWN_WORDS;
        own_words && antwoord.herkomst != Herkomst::Getypt && !aanvraag.zienswijzen.is_empty()
    };
    for antwoord in aanvraag.antwoorden.iter().filter(|antwoord| !said(antwoord)) {
        let evidence: Vec<&Bijlage> =
            aanvraag.bijlagen.iter().filter(|b| b.vraag == antwoord.vraag).collect();
        linked.extend(evidence.iter().map(|bijlage| bijlage.blob.as_str()));
        let line = line(beeld, antwoord, &evidence);
        if let Some(deel) = delen.get_mut(vragen::part_of(&antwoord.vraag)) {
            deel.antwoorden.push(line);
        }
    }
    let loose: Vec<&Bijlage> =
        aanvraag.bijlagen.iter().filter(|b| !linked.contains(b.blob.as_str())).collect();
    if !loose.is_empty() {
        let bijlagen = loose.iter().map(|bijlage| document(beeld, bijlage)).collect();
        let rest = Regel {
            vraag: "Andere bijlagen".to_owned(),
            waarde: Tekst::default(),
            herkomst: String::new(),
            bijlagen,
        };
        delen.extend([Deel { kop: "Verder", antwoorden: vec![rest] }]);
    }
    delen.extend(came_with_the_dossier(beeld));
    delen.retain(|deel| !deel.antwoorden.is_empty());
    delen
}

/// Documents of the dossiers that were taken over, where this reader may see them.
fn taken_over(beeld: &Kindbeeld) -> impl Iterator<Item = &OvergenomenBijlage> {
    beeld.overnames.iter().flat_map(|overname| &overname.inhoud.bijlagen)
}

/// What the answers of another program lean on: 'zie de bijlage'.
fn came_with_the_dossier(beeld: &Kindbeeld) -> Option<Deel> {
    let bijlagen: Vec<Link> = taken_over(beeld).map(|bijlage| taken_over_document(beeld, bijlage)).collect();
    let regel = Regel {
        vraag: "Stukken uit het overgenomen dossier".to_owned(),
        waarde: Tekst::default(),
        herkomst: String::new(),
        bijlagen,
    };
    (!regel.bijlagen.is_empty()).then(|| Deel { kop: "Meegekomen", antwoorden: vec![regel] })
}

/// A document of a dossier that was taken over, by what it says it is.
pub(in crate::paginas) fn taken_over_document(beeld: &Kindbeeld, bijlage: &OvergenomenBijlage) -> Link {
    let what = [bijlage.omschrijving.trim(), bijlage.naam.trim()].into_iter().find(|text| !text.is_empty());
    let text = format!("{} ({})", what.unwrap_or("stuk zonder naam"), size(bijlage.lengte));
    Link::new(text, format!("/kind/{}/bijlage/{}", beeld.nummer, bijlage.blob))
}

fn line(beeld: &Kindbeeld, antwoord: &Antwoord, evidence: &[&Bijlage]) -> Regel {
    let herkomst = match &antwoord.herkomst {
        Herkomst::Getypt => String::new(),
        Herkomst::Dossier { omschrijving, .. } => format!("Uit het dossier: {omschrijving}."),
    };
    Regel {
        vraag: antwoord.tekst.clone(),
        waarde: Tekst::of(&antwoord.waarde),
        herkomst,
        bijlagen: evidence.iter().map(|bijlage| document(beeld, bijlage)).collect(),
    }
}

/// A document to fetch, with its kind and size.
pub(super) fn document(beeld: &Kindbeeld, bijlage: &Bijlage) -> Link {
    let text = format!("{} ({}, {})", bijlage.naam, kind_of(&bijlage.soort), size(bijlage.lengte));
    Link::new(text, format!("/kind/{}/bijlage/{}", beeld.nummer, bijlage.blob))
}

fn kind_of(media_type: &str) -> &'static str {
    match media_type {
        "application/pdf" => "pdf",
        "image/png" | "image/jpeg" => "afbeelding",
        _ => "Word",
    }
}

fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    if bytes >= KIB * KIB {
        format!("{} MB", bytes.div_ceil(KIB * KIB))
    } else {
        format!("{} kB", bytes.div_ceil(KIB).max(1))
    }
}

/// An advice as a page shows it.
pub(in crate::paginas) struct Adviesblok {
    pub(in crate::paginas) door: String,
    pub(in crate::paginas) uitkomst: String,
    pub(in crate::paginas) tekst: Tekst,
    pub(in crate::paginas) op: String,
}

/// The advices, in the order in which they were given.
pub(in crate::paginas) fn adviezen(aanvraag: &TlvAanvraag, on: Date) -> Vec<Adviesblok> {
    aanvraag.adviezen.iter().map(|advies| advice(aanvraag, advies, on)).collect()
}

/// The advice of two that waits for the second signature, as its writer signed it.
pub(in crate::paginas) fn voorgelegd(aanvraag: &TlvAanvraag, on: Date) -> Option<Adviesblok> {
    let voorstel = aanvraag.adviesvoorstel.as_ref()?;
    Some(Adviesblok {
        door: signed_by(aanvraag, std::slice::from_ref(&voorstel.door)),
        uitkomst: outcome(voorstel.uitkomst, voorstel.categorie, voorstel.tot_en_met),
        tekst: Tekst::of(&voorstel.tekst),
        op: short_date(voorstel.op, on),
    })
}

fn advice(aanvraag: &TlvAanvraag, advies: &Advies, on: Date) -> Adviesblok {
    Adviesblok {
        door: signed_by(aanvraag, &advies.door),
        uitkomst: outcome(advies.uitkomst, advies.categorie, advies.tot_en_met),
        tekst: Tekst::of(&advies.tekst),
        op: short_date(advies.op, on),
    }
}

fn signed_by(aanvraag: &TlvAanvraag, door: &[PersoonId]) -> String {
    let signed = aanvraag.toewijzingen.iter().filter(|toewijzing| door.contains(&toewijzing.persoon));
    let names: BTreeSet<String> = signed.map(|t| format!("{} ({})", t.naam, t.discipline.label())).collect();
    names.into_iter().collect::<Vec<_>>().join(" en ")
}

fn outcome(uitkomst: Adviesuitkomst, categorie: Option<u8>, tot_en_met: Option<Date>) -> String {
    let mut all = vec![uitkomst.label().to_owned()];
    all.extend(categorie.map(|categorie| format!("categorie {categorie}")));
    all.extend(tot_en_met.map(|end| format!("tot en met {}", short_nl(end))));
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_words() {
        assert_eq!(size(10), "1 kB");
        assert_eq!(size(300_000), "293 kB");
        assert_eq!(size(15 * 1024 * 1024), "15 MB");
    }
}
