//! What is decided, as it is typed: the outcome, the period, and the reasons in parts that become one text.

use base::Date;
use dossier::soort::TlvSoort;
use dossier::staat::TlvAanvraag;
use dossier::tlv::besluit::{NeemBesluit, Uitspraak};
use recht::tlv::GeldigheidInvoer;
use web_base::form::{Formulier, Ingevuld, Lezer, parse_date};
use web_base::onderdelen::{Optie, Veld};
use web_base::state::WebState;

use super::Zaak;
use crate::paginas::aanvraag::{Gezien, Plek, Velden, categories};

/// The fields that are kept while somebody types.
pub(in crate::paginas) const FIELDS: [&str; 9] = [
    "uitspraak",
    "categorie",
    "van",
    "tot_en_met",
    "reden_nodig",
    REASON,
    "reden_meningen",
    "reden_adviezen",
    "afwijking",
];

/// The part of the text that must be there: why this is decided.
pub(super) const REASON: &str = "reden_besluit";

/// The parts of the text with their headings, in the order of the letter.
const PARTS: [(&str, &str, &str); 4] = [
    ("reden_nodig", "Wat is er nodig?", "Wat heeft het kind nodig om te leren en mee te doen?"),
    (
        REASON,
        "Waarom beslissen wij zo?",
        "Waarom past dit besluit daarbij? Schrijf voor de ouders: gewone woorden, geen afkortingen.",
    ),
    ("reden_meningen", "Wat vonden de ouders en de leerling?", "En wat hebben wij daarmee gedaan?"),
    ("reden_adviezen", "Wat zeiden de deskundigen?", "Welk gewicht kregen hun adviezen?"),
];

/// What somebody is about to decide, as far as it is filled in.
pub(super) struct Voorstel {
    values: Vec<(&'static str, String)>,
}

impl Voorstel {
    /// From a form that was sent.
    pub(super) fn sent(formulier: &Formulier) -> Self {
        Self { values: FIELDS.iter().map(|code| (*code, formulier.text(code).to_owned())).collect() }
    }

    /// From what is kept, with a proposal for what was never touched.
    pub(super) fn kept(kept: &Velden, aanvraag: &TlvAanvraag, state: &WebState, on: Date) -> Self {
        let value = |code: &'static str| match kept.get(code) {
            Some(veld) => (code, veld.waarde.clone()),
            None => (code, proposal(code, aanvraag, state, on)),
        };
        Self { values: FIELDS.iter().map(|code| value(code)).collect() }
    }

    /// What stands in a field.
    pub(super) fn text(&self, code: &str) -> &str {
        self.values.iter().find(|(known, _)| *known == code).map_or("", |(_, value)| value.as_str())
    }

    /// A date that stands in a field and is one.
    pub(super) fn date(&self, code: &str) -> Option<Date> {
        parse_date(self.text(code))
    }

    pub(super) fn category(&self) -> Option<u8> {
        self.text("categorie").parse().ok()
    }

    /// The declaration is granted; `None` while nothing is chosen.
    pub(super) fn grants(&self) -> Option<bool> {
        match self.text("uitspraak") {
            "verleen" => Some(true),
            "weiger" => Some(false),
            _ => None,
        }
    }

    /// The command, as far as it can be made: for what is checked before anything is sent.
    pub(super) fn as_command(&self, nr: u32) -> Option<NeemBesluit> {
        let uitspraak = if self.grants()? {
            Uitspraak::Verleen {
                nummer: NUMBER_LATER.to_owned(),
                categorie: self.category(),
                van: self.date("van")?,
                tot_en_met: self.date("tot_en_met")?,
            }
        } else {
            Uitspraak::Weiger
        };
        Some(NeemBesluit {
            aanvraag: nr,
            uitspraak,
            motivering: composed(|code| self.text(code)),
            afwijking: self.text("afwijking").to_owned(),
        })
    }
}

/// Stands in a preview where the number will be: it is taken from the register when the decision is recorded.
const NUMBER_LATER: &str = "volgt bij het besluit";

/// What is proposed in a field that nobody touched: what the advices agree on, and the earliest lawful end.
fn proposal(code: &str, aanvraag: &TlvAanvraag, state: &WebState, on: Date) -> String {
    match code {
        "categorie" => {
            agreed(aanvraag, |advies| advies.categorie).flatten().map(|c| c.to_string()).unwrap_or_default()
        }
        "van" => on.to_string(),
        "tot_en_met" => {
            let advised = agreed(aanvraag, |advies| advies.tot_en_met).flatten();
            advised.or_else(|| earliest_end(state, on, on)).map(|end| end.to_string()).unwrap_or_default()
        }
        "reden_nodig" => answer(aanvraag, "ondersteuningsbehoefte"),
        _ => String::new(),
    }
}

fn answer(aanvraag: &TlvAanvraag, code: &str) -> String {
    let found = aanvraag.antwoorden.iter().find(|antwoord| antwoord.vraag == code);
    found.map(|antwoord| antwoord.waarde.clone()).unwrap_or_default()
}

/// What all advices say, when they say the same.
fn agreed<T: PartialEq>(aanvraag: &TlvAanvraag, of: impl Fn(&dossier::staat::Advies) -> T) -> Option<T> {
    let mut all = aanvraag.adviezen.iter().map(of);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// The earliest lawful last day of a declaration that begins on a day.
pub(super) fn earliest_end(state: &WebState, van: Date, on: Date) -> Option<Date> {
    let invoer = GeldigheidInvoer { ingangsdatum: van, einddatum: van };
    let toetsing = recht::tlv::geldigheid(&state.app.wet, on, &invoer).ok()?;
    toetsing.uitkomst().map(|uitkomst| uitkomst.vroegste_einddatum)
}

/// The fields of the form.
pub(super) fn fields(zaak: &Zaak<'_>, ingevuld: &Ingevuld) -> Vec<Veld> {
    let value = |veld: Veld, code: &str| veld.value(zaak.voorstel.text(code)).filled(ingevuld);
    let naam = &zaak.gezien.beeld().roepnaam;
    let soort = zaak.gezien.aanvraag.soort;
    let outcomes = vec![
        Optie::new("verleen", format!("Verlenen: {naam} is toelaatbaar tot {}", soort.label())),
        Optie::new("weiger", format!("Weigeren: {naam} is niet toelaatbaar tot {}", soort.label())),
    ];
    let mut velden =
        vec![value(Veld::radio("uitspraak", "Wat beslist u?", outcomes).required(), "uitspraak")];
    if has_category(soort) {
        let opties = categories(&zaak.state.app.wet, zaak.on());
        let opties = opties
            .into_iter()
            .map(|(code, word)| Optie::new(code.to_string(), format!("Categorie {word}")))
            .collect();
        let veld =
            Veld::radio("categorie", "Bekostigingscategorie", opties).hint("Alleen bij verlenen.").required();
        velden.push(value(veld, "categorie"));
    }
    velden.push(value(Veld::date("van", "Eerste dag").hint("Alleen bij verlenen.").required(), "van"));
    velden.push(value(Veld::date("tot_en_met", "Laatste dag").hint(end_hint(zaak)).required(), "tot_en_met"));
    for (code, kop, hint) in PARTS {
        let veld = Veld::textarea(code, kop, 4).hint(hint);
        velden.push(value(if code == REASON { veld.required() } else { veld }, code));
    }
    let why = Veld::textarea("afwijking", "Waarom wijkt u af van een advies?", 3).required();
    velden.push(value(
        why.hint("Alleen als uw besluit anders is dan een van de adviezen. Dan moet het."),
        "afwijking",
    ));
    velden.push(Veld::hidden("versie", zaak.gezien.beeld().versie.to_string()));
    velden
}

fn end_hint(zaak: &Zaak<'_>) -> String {
    let van = zaak.voorstel.date("van").unwrap_or(zaak.on());
    match earliest_end(zaak.state, van, zaak.on()) {
        Some(end) => format!("Altijd een 31 juli; op zijn vroegst {}.", base::dates::short_nl(end)),
        None => "Altijd een 31 juli.".to_owned(),
    }
}

pub(super) fn has_category(soort: TlvSoort) -> bool {
    matches!(soort, TlvSoort::So | TlvSoort::Vso)
}

/// The parts that were filled in, each under its heading.
fn composed<'t>(text: impl Fn(&str) -> &'t str) -> String {
    let filled =
        PARTS.iter().map(|(code, kop, _)| (kop, text(code).trim())).filter(|(_, text)| !text.is_empty());
    filled.map(|(kop, text)| format!("{kop}\n{text}")).collect::<Vec<_>>().join("\n\n")
}

/// The command that a form asks for.
pub(super) struct Besluitvoorstel(pub(super) NeemBesluit);

impl Besluitvoorstel {
    pub(super) fn read(plek: &Plek, gezien: &Gezien, formulier: &Formulier) -> Result<Self, Ingevuld> {
        let mut lezer = Lezer::of(formulier);
        let choose = |code: &str| ["verleen", "weiger"].contains(&code).then(|| code == "verleen");
        let grants = lezer.choice("uitspraak", choose, "Kies of u verleent of weigert.");
        if grants == Some(true) {
            lezer.required_date("van", "Vul de eerste dag in.");
            lezer.required_date("tot_en_met", "Vul de laatste dag in: een 31 juli.");
            if has_category(gezien.aanvraag.soort) && formulier.text("categorie").is_empty() {
                lezer.error("categorie", "Kies een bekostigingscategorie.");
            }
        }
        lezer.required(REASON, "Schrijf op waarom u dit beslist, zo dat de ouders het begrijpen.");
        lezer.finish_or_show()?;
        let command = Voorstel::sent(formulier).as_command(plek.nr);
        let mut command = command.ok_or_else(Ingevuld::empty)?;
        if let Uitspraak::Verleen { categorie, .. } = &mut command.uitspraak
            && !has_category(gezien.aanvraag.soort)
        {
            *categorie = None;
        }
        Ok(Self(command))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_built_of_the_parts_that_were_filled_in() {
        let formulier =
            Formulier::parse(b"reden_nodig=Rust.&reden_besluit=Daarom.&reden_meningen=+").unwrap();
        let voorstel = Voorstel::sent(&formulier);
        assert_eq!(
            composed(|code| voorstel.text(code)),
            "Wat is er nodig?\nRust.\n\nWaarom beslissen wij zo?\nDaarom."
        );
    }

    #[test]
    fn a_decision_without_an_outcome_is_no_command() {
        let formulier = Formulier::parse(b"reden_besluit=Daarom.").unwrap();
        assert!(Voorstel::sent(&formulier).as_command(1).is_none());
        let refusal = Formulier::parse(b"uitspraak=weiger&reden_besluit=Daarom.").unwrap();
        assert_eq!(Voorstel::sent(&refusal).as_command(1).unwrap().uitspraak, Uitspraak::Weiger);
    }
}
