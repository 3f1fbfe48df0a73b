//! A request on one page, for whoever has to judge it: the question first, the evidence under its answer.

use std::collections::BTreeSet;

use app::kind::Kindbeeld;
use askama::Template;
use base::{Date, PersoonId};
use dossier::Woord;
use dossier::algemeen::feiten::OvergenomenBijlage;
use dossier::leven::stem::Stem;
use dossier::soort::Adviesuitkomst;
use dossier::staat::{Advies, TlvAanvraag};
use dossier::tlv::feiten::{Antwoord, Bijlage, Herkomst, Veranderd, Zienswijze};
use teksten::{Taal, aanvraag, kind, zaak};
use web_base::onderdelen::{Feiten, Inhoud, Link, day_in};

use super::tekst::{Tekst, in_words, same_before, shorten};
use super::vragen;

/// Characters of an answer in the summary.
const SHORT: usize = 360;

/// What is asked of offices about themselves, and says nothing to a family.
const OF_OFFICES: [&str; 3] =
    ["aanvrager_bevoegd_gezag", "aanvrager_bevoegd_gezag_vo", "bevoegd_samenwerkingsverband"];

/// The summary and, below it, every answer.
#[derive(Template)]
#[template(path = "paginas/aanvraag/samenvatting.html")]
pub(in crate::paginas) struct Samenvatting {
    taal: Taal,
    kort: Feiten,
    /// Where the whole request is, on a page that shows its beginning only.
    geheel: Link,
    /// It shows its beginning only.
    kort_alleen: bool,
    delen: Vec<Deel>,
    zienswijzen: Vec<Stemregel>,
}

impl askama::filters::HtmlSafe for Samenvatting {}

/// One of the four parts of a request.
struct Deel {
    kop: String,
    antwoorden: Vec<Regel>,
}

/// An answer with its evidence.
struct Regel {
    vraag: String,
    /// The question stands in the corpus: it is asked in Dutch.
    van_de_wet: bool,
    waarde: Tekst,
    herkomst: String,
    bijlagen: Vec<Link>,
    /// What a supplement replaced, oldest first: until when it stood there, and what.
    eerder: Vec<(String, Tekst)>,
}

/// Somebody's own words.
struct Stemregel {
    wie: String,
    eens: String,
    tekst: Tekst,
    wanneer: String,
    /// What changed since.
    veranderd: Veranderingen,
    /// The same changed as since somebody above read it; empty where that is not so.
    zoals: String,
}

/// What is other than somebody read: each question with what stood there and what stands there.
#[derive(Template)]
#[template(path = "paginas/aanvraag/veranderd.html")]
pub(super) struct Veranderingen {
    taal: Taal,
    regels: Vec<Verandering>,
}

impl askama::filters::HtmlSafe for Veranderingen {}

/// One question of which the answer is another.
struct Verandering {
    vraag: String,
    toen: Tekst,
    nu: Tekst,
}

impl Veranderingen {
    pub(super) fn of(veranderd: Vec<Veranderd>, taal: Taal) -> Self {
        let nothing = taal.zeg(aanvraag::leeg());
        let text = |said: &str| Tekst::of(&if said.is_empty() { nothing.clone() } else { in_words(said) });
        let regel = |changed: Veranderd| Verandering {
            toen: text(&changed.toen),
            nu: text(&changed.nu),
            vraag: changed.tekst,
        };
        Self { taal, regels: veranderd.into_iter().map(regel).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.regels.is_empty()
    }
}

impl Samenvatting {
    /// As everybody reads it who may read the request.
    pub(in crate::paginas) fn of(beeld: &Kindbeeld, aanvraag: &TlvAanvraag, on: Date) -> Self {
        Self::in_taal(beeld, aanvraag, on, (Taal::Nl, false))
    }

    /// The same on a page in this language, of a family or not: what people wrote and the law asks stays Dutch.
    pub(super) fn in_taal(
        beeld: &Kindbeeld,
        aanvraag: &TlvAanvraag,
        on: Date,
        (taal, gezin): (Taal, bool),
    ) -> Self {
        Self {
            taal,
            kort: in_short(beeld, aanvraag, aanvraag.bijlagen.len(), taal),
            geheel: Link::new(taal.zeg(aanvraag::lees_geheel()), super::address(&beeld.nummer, aanvraag.nr)),
            kort_alleen: false,
            delen: parts(beeld, aanvraag, (taal, gezin)),
            zienswijzen: stems(beeld, aanvraag, on, taal),
        }
    }

    /// What was laid before parents and pupil of a request that is not sent yet; none where nothing was.
    pub(super) fn voorgelegd(
        beeld: &Kindbeeld,
        aanvraag: &TlvAanvraag,
        on: Date,
        (taal, gezin): (Taal, bool),
    ) -> Option<Self> {
        let laid = aanvraag.ligt_voor()?;
        let mut as_laid = aanvraag.clone();
        as_laid.antwoorden.clone_from(&laid.feit.antwoorden);
        let mut all = Self {
            kort: in_short(beeld, &as_laid, laid.feit.stukken.len(), taal),
            ..Self::in_taal(beeld, &as_laid, on, (taal, gezin))
        };
        // A document of a request in preparation is there by name: the school can still take it out.
        let stukken: Vec<&str> = laid.feit.stukken.iter().map(|stuk| stuk.naam.as_str()).collect();
        if !stukken.is_empty() {
            let regel = Regel {
                vraag: taal.zeg(aanvraag::stukken()),
                van_de_wet: false,
                waarde: Tekst::of(&stukken.join("\n")),
                herkomst: String::new(),
                bijlagen: Vec::new(),
                eerder: Vec::new(),
            };
            all.delen.push(Deel { kop: taal.zeg(aanvraag::verder()), antwoorden: vec![regel] });
        }
        Some(all)
    }

    /// The beginning only, beside other work.
    pub(in crate::paginas) fn short(self) -> Self {
        Self { kort_alleen: true, delen: Vec::new(), zienswijzen: Vec::new(), ..self }
    }
}

fn in_short(beeld: &Kindbeeld, aanvraag: &TlvAanvraag, bijlagen: usize, taal: Taal) -> Feiten {
    let answer = |codes: &[&str]| {
        let found = aanvraag.antwoorden.iter().find(|antwoord| codes.contains(&antwoord.vraag.as_str()));
        found.map(|antwoord| shorten(&antwoord.waarde, SHORT))
    };
    let change = aanvraag.andere_categorie.as_ref().map(|asked| {
        let nu = beeld.aanvraag(asked.van).and_then(|earlier| earlier.verleend()?.categorie);
        let categorie = i32::from(asked.categorie);
        let what = match nu {
            Some(nu) => aanvraag::CategorieNu { categorie, nu: i32::from(nu) }.tekst(),
            None => aanvraag::CategorieVan { categorie }.tekst(),
        };
        let gone = beeld.verklaring_weg(aanvraag);
        let gone = gone.map(|per| taal.zeg(aanvraag::VerklaringWeg { per }.tekst()));
        let what = [Some(taal.zeg(what)), gone].into_iter().flatten().collect::<Vec<_>>().join(". ");
        (what, asked.reden.as_str())
    });
    let asked = [answer(&["gevraagde_categorie"]), answer(&["gevraagde_periode"])];
    let asked: Vec<String> =
        std::iter::once(taal.zeg(super::asked(aanvraag))).chain(asked.into_iter().flatten()).collect();
    Feiten::new()
        .with(taal.zeg(aanvraag::wie()), child(beeld, taal))
        .with(taal.zeg(aanvraag::vraag()), asked.join(" · "))
        .with_some(&taal.zeg(aanvraag::andere_categorie()), change.as_ref().map(|(what, _)| what.as_str()))
        .with_some(&taal.zeg(aanvraag::waarom_andere_categorie()), change.as_ref().map(|(_, why)| *why))
        .with_some(&taal.zeg(zaak::wat_is_nodig()), answer(&["ondersteuningsbehoefte"]))
        .with_some(&taal.zeg(aanvraag::wat_is_gedaan()), answer(&["inzet_tot_nu_toe"]))
        .with(taal.zeg(aanvraag::ouders_en_leerling()), voices(beeld, aanvraag, taal))
        .with(taal.zeg(aanvraag::stukken()), documents(bijlagen + taken_over(beeld).count(), taal))
}

fn documents(number: usize, taal: Taal) -> String {
    let aantal = i32::try_from(number).unwrap_or(i32::MAX);
    taal.zeg(aanvraag::Bijlagen { aantal }.tekst())
}

/// `Sam de Zonnevis, 9 jaar, groep 5, De Regenboog`.
fn child(beeld: &Kindbeeld, taal: Taal) -> String {
    let mut words = vec![beeld.naam.clone()];
    let age = |jaar: i16| taal.zeg(kind::Leeftijd { jaar: i32::from(jaar) }.tekst());
    words.extend(beeld.leeftijd.map(age));
    if let Some(school) = &beeld.inschrijving {
        if !school.groep.is_empty() {
            words.push(taal.zeg(kind::Groep { groep: &school.groep }.tekst()));
        }
        words.push(school.schoolnaam.clone());
    }
    words.join(", ")
}

/// The last word of each person, in one line each. What the school wrote in somebody's name says so, and stands below the own word of
/// that person that it came after: it takes the place of none.
fn voices(beeld: &Kindbeeld, aanvraag: &TlvAanvraag, taal: Taal) -> Inhoud {
    let mut heard = Vec::new();
    let mut lines: Vec<Inhoud> = Vec::new();
    for said in aanvraag.zienswijzen.iter().rev() {
        if heard.iter().any(|van: &Stem| van.is_zelfde(said.van, &beeld.mensen)) {
            continue;
        }
        heard.push(said.van);
        let counts = aanvraag.zienswijzen_van(said.van, &beeld.mensen).next();
        lines.extend(counts.map(|counts| in_one_line(beeld, counts, taal).into()));
        if counts.is_some_and(|counts| !counts.namens) && said.namens {
            lines.push(in_one_line(beeld, said, taal).into());
        }
    }
    if lines.is_empty() { taal.zeg(aanvraag::niets_vastgelegd()).into() } else { Inhoud::Regels(lines) }
}

/// Who, whether they agree and the beginning of the words; and that the school wrote it, where it did.
fn in_one_line(beeld: &Kindbeeld, said: &Zienswijze, taal: Taal) -> String {
    let who = name_of(beeld, said.van, taal);
    let by_school = if said.namens { taal.zeg(aanvraag::door_school()) } else { String::new() };
    let eens = if said.eens.is_some() { format!(", {}", agreement(said.eens, taal)) } else { String::new() };
    let words = shorten(&said.tekst, 140);
    let words = if words.is_empty() { String::new() } else { format!(": „{words}”") };
    format!("{who}{by_school}{eens}{words}")
}

fn agreement(eens: Option<bool>, taal: Taal) -> String {
    let text = eens.map(|eens| if eens { aanvraag::eens() } else { aanvraag::niet_eens() });
    text.map(|text| taal.zeg(text)).unwrap_or_default()
}

/// Whose view it is, by name where this reader may see names.
fn name_of(beeld: &Kindbeeld, van: Stem, taal: Taal) -> String {
    match van {
        Stem::Leerling => beeld.roepnaam.clone(),
        Stem::Persoon(nr) => beeld.mensen.iter().find(|persoon| persoon.nr == nr).map_or_else(
            || taal.zeg(aanvraag::een_ouder()),
            |persoon| format!("{} ({})", persoon.naam, taal.zeg(persoon.relatie.woord())),
        ),
    }
}

/// Each view, the newest first; what changed since is told in full once, and of who read the same before that it is the same.
fn stems(beeld: &Kindbeeld, aanvraag: &TlvAanvraag, on: Date, taal: Taal) -> Vec<Stemregel> {
    let said = || aanvraag.zienswijzen.iter().rev();
    let changed: Vec<_> = said().map(|one| (one.van, aanvraag.veranderd_sinds(one))).collect();
    let told = said().zip(same_before(&changed)).map(|(one, before)| {
        let stem = voice(beeld, aanvraag, one, on, taal);
        let Some(van) = before else { return stem };
        let wie = name_of(beeld, *van, taal);
        let zoals = taal.zeg(aanvraag::VeranderdZoals { wie: &wie }.tekst());
        Stemregel { veranderd: Veranderingen::of(Vec::new(), taal), zoals, ..stem }
    });
    told.collect()
}

fn voice(
    beeld: &Kindbeeld,
    aanvraag: &TlvAanvraag,
    zienswijze: &Zienswijze,
    on: Date,
    taal: Taal,
) -> Stemregel {
    let by_school = if zienswijze.namens { taal.zeg(aanvraag::door_school()) } else { String::new() };
    Stemregel {
        wie: name_of(beeld, zienswijze.van, taal),
        eens: agreement(zienswijze.eens, taal),
        tekst: Tekst::of(&zienswijze.tekst),
        wanneer: format!(
            "{}{by_school}{}",
            day_in(taal, zienswijze.op, on),
            of_what(aanvraag, zienswijze, taal)
        ),
        veranderd: Veranderingen::of(aanvraag.veranderd_sinds(zienswijze), taal),
        zoals: String::new(),
    }
}

/// Of which version a view is; nothing where it is of what was sent, and where nothing was laid before anybody.
fn of_what(aanvraag: &TlvAanvraag, zienswijze: &Zienswijze, taal: Taal) -> String {
    match (zienswijze.over, aanvraag.voorgelegd.first()) {
        (Some(nr), _) => {
            let versie = i32::try_from(nr).unwrap_or(i32::MAX);
            taal.zeg(aanvraag::OverVersie { versie }.tekst())
        }
        (None, Some(first)) if zienswijze.op < first.op => taal.zeg(aanvraag::voor_versie()),
        (None, _) => String::new(),
    }
}

fn parts(beeld: &Kindbeeld, aanvraag: &TlvAanvraag, (taal, gezin): (Taal, bool)) -> Vec<Deel> {
    let head = |nr: usize| taal.zeg(aanvraag::Deel { nr: i32::try_from(nr).unwrap_or(i32::MAX) }.tekst());
    let mut delen: Vec<Deel> =
        (0..vragen::DELEN.len()).map(|nr| Deel { kop: head(nr), antwoorden: Vec::new() }).collect();
    let mut linked = BTreeSet::new();
    // What parents and pupil said themselves stands below, in their own words.
    let said = |antwoord: &&Antwoord| {
        let own_words = vragen::part_of(&antwoord.vraag) == vragen::OWN_WORDS;
        own_words && antwoord.herkomst != Herkomst::Getypt && !aanvraag.zienswijzen.is_empty()
    };
    let told =
        |antwoord: &&Antwoord| !(said(antwoord) || gezin && OF_OFFICES.contains(&antwoord.vraag.as_str()));
    for antwoord in aanvraag.antwoorden.iter().filter(told) {
        let evidence: Vec<&Bijlage> =
            aanvraag.bijlagen.iter().filter(|b| b.vraag == antwoord.vraag).collect();
        linked.extend(evidence.iter().map(|bijlage| bijlage.blob.as_str()));
        let mut line = line(beeld, antwoord, &evidence, taal);
        line.eerder = replaced(aanvraag, antwoord, taal);
        if let Some(deel) = delen.get_mut(vragen::part_of(&antwoord.vraag)) {
            deel.antwoorden.push(line);
        }
    }
    let loose: Vec<&Bijlage> =
        aanvraag.bijlagen.iter().filter(|b| !linked.contains(b.blob.as_str())).collect();
    if !loose.is_empty() {
        let bijlagen = loose.iter().map(|bijlage| document(beeld, bijlage, taal)).collect();
        let rest = Regel {
            vraag: taal.zeg(aanvraag::andere_bijlagen()),
            van_de_wet: false,
            waarde: Tekst::default(),
            herkomst: String::new(),
            bijlagen,
            eerder: Vec::new(),
        };
        delen.extend([Deel { kop: taal.zeg(aanvraag::verder()), antwoorden: vec![rest] }]);
    }
    delen.extend(came_with_the_dossier(beeld, taal));
    delen.retain(|deel| !deel.antwoorden.is_empty());
    delen
}

/// Documents of the dossiers that were taken over, where this reader may see them.
fn taken_over(beeld: &Kindbeeld) -> impl Iterator<Item = &OvergenomenBijlage> {
    beeld.overnames.iter().flat_map(|overname| &overname.inhoud.bijlagen)
}

/// What the answers of another program lean on: 'zie de bijlage'.
fn came_with_the_dossier(beeld: &Kindbeeld, taal: Taal) -> Option<Deel> {
    let bijlagen: Vec<Link> = taken_over(beeld).map(|bijlage| taken_over_document(beeld, bijlage)).collect();
    let regel = Regel {
        vraag: taal.zeg(aanvraag::stukken_overgenomen()),
        van_de_wet: false,
        waarde: Tekst::default(),
        herkomst: String::new(),
        bijlagen,
        eerder: Vec::new(),
    };
    (!regel.bijlagen.is_empty())
        .then(|| Deel { kop: taal.zeg(aanvraag::meegekomen()), antwoorden: vec![regel] })
}

/// A document of a dossier that was taken over, by what it says it is.
pub(in crate::paginas) fn taken_over_document(beeld: &Kindbeeld, bijlage: &OvergenomenBijlage) -> Link {
    let what = [bijlage.omschrijving.trim(), bijlage.naam.trim()].into_iter().find(|text| !text.is_empty());
    let text = format!("{} ({})", what.unwrap_or("stuk zonder naam"), size(bijlage.lengte));
    Link::new(text, format!("/kind/{}/bijlage/{}", beeld.nummer, bijlage.blob))
}

fn line(beeld: &Kindbeeld, antwoord: &Antwoord, evidence: &[&Bijlage], taal: Taal) -> Regel {
    let herkomst = match &antwoord.herkomst {
        Herkomst::Getypt => String::new(),
        Herkomst::Dossier { omschrijving, .. } => taal.zeg(aanvraag::UitDossier { omschrijving }.tekst()),
    };
    Regel {
        vraag: antwoord.tekst.clone(),
        van_de_wet: true,
        waarde: Tekst::of(&in_words(&antwoord.waarde)),
        herkomst,
        bijlagen: evidence.iter().map(|bijlage| document(beeld, bijlage, taal)).collect(),
        eerder: Vec::new(),
    }
}

/// What stood in the place of an answer before a supplement replaced it.
fn replaced(aanvraag: &TlvAanvraag, antwoord: &Antwoord, taal: Taal) -> Vec<(String, Tekst)> {
    let before = aanvraag.oude_antwoorden.iter().filter(|oud| oud.antwoord.vraag == antwoord.vraag);
    let told = before.map(|oud| {
        let until = taal.zeg(aanvraag::EerderAntwoord { tot: oud.tot }.tekst());
        (until, Tekst::of(&oud.antwoord.waarde))
    });
    told.collect()
}

/// A document to fetch, with its kind and size.
fn document(beeld: &Kindbeeld, bijlage: &Bijlage, taal: Taal) -> Link {
    let soort = match bijlage.soort.as_str() {
        "application/pdf" => "pdf".to_owned(),
        "image/png" | "image/jpeg" => taal.zeg(aanvraag::afbeelding()),
        _ => "Word".to_owned(),
    };
    let text = format!("{} ({soort}, {})", bijlage.naam, size(bijlage.lengte));
    Link::new(text, format!("/kind/{}/bijlage/{}", beeld.nummer, bijlage.blob))
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
    /// Why it counts no more, and since when; empty while it counts.
    pub(in crate::paginas) herzien: String,
}

/// The advices, in the order in which they were given.
pub(in crate::paginas) fn adviezen(aanvraag: &TlvAanvraag, on: Date) -> Vec<Adviesblok> {
    aanvraag.adviezen.iter().map(|advies| advice(aanvraag, advies, on, Taal::Nl)).collect()
}

/// The same on a page in this language, after those that were taken back.
pub(super) fn advices(aanvraag: &TlvAanvraag, on: Date, taal: Taal) -> Vec<Adviesblok> {
    let back = aanvraag.herzien.iter().map(|gone| Adviesblok {
        herzien: format!("{} {}", taal.zeg(aanvraag::Herzien { op: gone.op }.tekst()), gone.waarom),
        ..advice(aanvraag, &gone.advies, on, taal)
    });
    let given = aanvraag.adviezen.iter().map(|advies| advice(aanvraag, advies, on, taal));
    back.chain(given).collect()
}

/// The advice of two that waits for the second signature, as its writer signed it.
pub(in crate::paginas) fn voorgelegd(aanvraag: &TlvAanvraag, on: Date) -> Option<Adviesblok> {
    let voorstel = aanvraag.adviesvoorstel.as_ref()?;
    Some(Adviesblok {
        door: signed_by(aanvraag, std::slice::from_ref(&voorstel.door), Taal::Nl),
        uitkomst: outcome(voorstel.uitkomst, voorstel.categorie, voorstel.tot_en_met, Taal::Nl),
        tekst: Tekst::of(&voorstel.tekst),
        op: day_in(Taal::Nl, voorstel.op, on),
        herzien: String::new(),
    })
}

fn advice(aanvraag: &TlvAanvraag, advies: &Advies, on: Date, taal: Taal) -> Adviesblok {
    Adviesblok {
        door: signed_by(aanvraag, &advies.door, taal),
        uitkomst: outcome(advies.uitkomst, advies.categorie, advies.tot_en_met, taal),
        tekst: Tekst::of(&advies.tekst),
        op: day_in(taal, advies.op, on),
        herzien: String::new(),
    }
}

fn signed_by(aanvraag: &TlvAanvraag, door: &[PersoonId], taal: Taal) -> String {
    let signed = aanvraag.toewijzingen.iter().filter(|toewijzing| door.contains(&toewijzing.persoon));
    let named = |t: &dossier::staat::Toewijzing| format!("{} ({})", t.naam, taal.zeg(t.discipline.woord()));
    let names: BTreeSet<String> = signed.map(named).collect();
    let both = |een: String, ander: String| {
        let [een, ander] = [een, ander].map(teksten::Tekst::letterlijk);
        taal.zeg(teksten::woorden::En { een, ander }.tekst())
    };
    names.into_iter().reduce(both).unwrap_or_default()
}

fn outcome(uitkomst: Adviesuitkomst, categorie: Option<u8>, tot_en_met: Option<Date>, taal: Taal) -> String {
    let mut all = vec![taal.zeg(uitkomst.woord())];
    let category = |nr: u8| taal.zeg(aanvraag::MetCategorie { nr: i32::from(nr) }.tekst());
    all.extend(categorie.map(category));
    all.extend(tot_en_met.map(|op| taal.zeg(aanvraag::TotEnMet { op }.tekst())));
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
