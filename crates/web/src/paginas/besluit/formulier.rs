//! What is decided, as it is typed: the outcome, the period, and the reasons in parts that become one text.

use app::brieven::KOPPEN;
use base::dates::long_nl;
use base::{Date, Schooljaar};
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::soort::TlvSoort;
use dossier::staat::TlvAanvraag;
use dossier::tlv::besluit::{NeemBesluit, Uitspraak};
use web_base::form::{Formulier, parse_date};
use web_base::onderdelen::{Fouten, Optie, Veld};

use super::Zaak;
use crate::paginas::aanvraag::{Gezien, categories};
use crate::paginas::processen::Bijvelden;
use crate::weg::Begin;

/// The part of the text that must be there: why this is decided.
pub(super) const REASON: &str = "reden_besluit";

/// The parts of the text with their headings, in the order of the letter.
const PARTS: [(&str, &str, &str); 4] = [
    ("reden_nodig", KOPPEN[0], "Wat heeft het kind nodig om te leren en mee te doen?"),
    (
        REASON,
        KOPPEN[1],
        "Waarom past dit besluit daarbij? Schrijf voor de ouders: gewone woorden, geen afkortingen.",
    ),
    ("reden_meningen", KOPPEN[2], "En wat hebben wij daarmee gedaan?"),
    ("reden_adviezen", KOPPEN[3], "Welk gewicht kregen hun adviezen?"),
];

/// What the form asks besides the fields of its act: the parts of the text.
pub(in crate::paginas) const ERNAAST: Bijvelden =
    (Opdrachtnaam::NeemBesluit, &["reden_nodig", REASON, "reden_meningen", "reden_adviezen"]);

/// What somebody is about to decide, as far as it is filled in.
pub(super) struct Voorstel<'f> {
    formulier: &'f Formulier,
}

impl<'f> Voorstel<'f> {
    /// As it stands in a form.
    pub(super) fn of(formulier: &'f Formulier) -> Self {
        Self { formulier }
    }

    /// What stands in a field.
    pub(super) fn text(&self, code: &str) -> &'f str {
        self.formulier.text(code)
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
            eerder: self.text("eerder").to_owned(),
        })
    }
}

/// Stands in a preview where the number will be: it is taken from the register when the decision is recorded.
const NUMBER_LATER: &str = "volgt bij het besluit";

/// Says in a preview where the number will be.
pub(super) fn number_later(opdracht: &mut Opdracht) {
    if let Opdracht::NeemBesluit(NeemBesluit { uitspraak: Uitspraak::Verleen { nummer, .. }, .. }) = opdracht
    {
        NUMBER_LATER.clone_into(nummer);
    }
}

/// What is proposed in fields that nobody touched: what the advices agree on, and the earliest lawful end.
pub(super) fn begin(gezien: &Gezien) -> Begin {
    let (aanvraag, open) = (&gezien.aanvraag, gezien.open_file().periodes(&gezien.aanvraag));
    let category = agreed(aanvraag, |advies| advies.categorie).flatten();
    // What was asked, where it is another category.
    let category = category.or(aanvraag.andere_categorie.as_ref().map(|asked| asked.categorie));
    let needed = aanvraag.andere_categorie.as_ref().map(|asked| asked.reden.clone());
    let advised = agreed(aanvraag, |advies| advies.tot_en_met).flatten();
    let advised = advised.filter(|end| open.tot_en_met.contains(end));
    let end = advised.or_else(|| open.tot_en_met.first().copied());
    let van = open.van.first().map(ToString::to_string).unwrap_or_default();
    vec![
        ("categorie".into(), category.map(|categorie| categorie.to_string()).unwrap_or_default()),
        ("van".into(), van),
        ("tot_en_met".into(), end.map(|end| end.to_string()).unwrap_or_default()),
        ("reden_nodig".into(), needed.unwrap_or_else(|| answer(aanvraag, "ondersteuningsbehoefte"))),
    ]
}

/// What stands in a field of the act: the text is composed of its parts, and some kinds have no category.
pub(super) fn value(aanvraag: &TlvAanvraag, formulier: &Formulier, veld: &str) -> String {
    match veld {
        "motivering" if formulier.text(REASON).is_empty() => String::new(),
        "motivering" => composed(|code| formulier.text(code)),
        "categorie" if !has_category(aanvraag.soort) => String::new(),
        veld => formulier.text(veld).to_owned(),
    }
}

/// A declaration for special education names its category.
pub(super) fn with_category(
    aanvraag: &TlvAanvraag,
    formulier: &Formulier,
    read: Result<Opdracht, Fouten>,
) -> Result<Opdracht, Fouten> {
    let asked = has_category(aanvraag.soort) && formulier.text("uitspraak") == "verleen";
    if !asked || !formulier.text("categorie").is_empty() {
        return read;
    }
    let mut fouten = read.err().unwrap_or_default();
    fouten.add("categorie", "Kies een bekostigingscategorie.");
    Err(fouten)
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

/// The fields of the form.
pub(super) fn fields(zaak: &Zaak<'_>) -> Vec<Veld> {
    let naam = &zaak.gezien.beeld().roepnaam;
    let soort = zaak.gezien.aanvraag.soort;
    // Of leerwegondersteunend onderwijs is decided whether a pupil is 'aangewezen' (WVO 2.43).
    let outcomes = if soort == TlvSoort::Lwoo {
        [
            format!("Aanwijzen: {naam} krijgt {}", soort.label()),
            format!("Niet aanwijzen: {naam} krijgt geen {}", soort.label()),
        ]
    } else {
        [
            format!("Verlenen: {naam} is toelaatbaar tot {}", soort.label()),
            format!("Weigeren: {naam} is niet toelaatbaar tot {}", soort.label()),
        ]
    };
    let outcomes = ["verleen", "weiger"]
        .into_iter()
        .zip(outcomes)
        .map(|(code, words)| Optie::new(code, words))
        .collect();
    let mut velden = vec![
        Veld::radio("uitspraak", "Wat beslist u?", outcomes).required_or("Kies of u verleent of weigert."),
    ];
    if has_category(soort) {
        let opties = categories(&zaak.state.app.wet, zaak.on());
        let opties = opties
            .into_iter()
            .map(|(code, word)| Optie::new(code.to_string(), format!("Categorie {word}")))
            .collect();
        let asked = zaak.gezien.aanvraag.gevraagde_categorie();
        let hint = asked.map_or_else(
            || "Alleen bij verlenen.".to_owned(),
            |asked| format!("Alleen bij verlenen. De school vroeg categorie {asked}."),
        );
        let veld = Veld::radio("categorie", "Bekostigingscategorie", opties).hint(hint).required();
        velden.push(veld);
    }
    velden.extend(period(zaak));
    for (code, kop, hint) in PARTS {
        let veld = Veld::textarea(code, kop, 4).hint(hint);
        velden.push(if code == REASON {
            veld.required_or("Schrijf op waarom u dit beslist, zo dat de ouders het begrijpen.")
        } else {
            veld
        });
    }
    let why = Veld::textarea("afwijking", "Waarom wijkt u af van een advies?", 3).required();
    velden.push(why.hint("Alleen als uw besluit anders is dan een van de adviezen. Dan moet het. Wat u hier schrijft, komt in de brief aan de ouders en de school."));
    velden.extend(why_now(zaak));
    velden
}

/// As long as the parents can react to an advice.
fn why_now(zaak: &Zaak<'_>) -> Option<Veld> {
    let last = zaak.gezien.aanvraag.reactietijd_tot().filter(|last| zaak.on() <= *last)?;
    let day = base::dates::short_nl(last);
    let asked = Veld::textarea("eerder", "Waarom wacht u niet op de reactie van de ouders?", 2).required();
    Some(asked.hint(format!(
        "Zij kunnen tot en met {day} reageren op het advies. Hebben zij al gereageerd, laat dit dan leeg. Wat u hier schrijft, komt in de brief aan de ouders en de school."
    )))
}

/// The first and the last day as two choices: each of the one goes with each of the other, so that nothing is refused afterwards.
fn period(zaak: &Zaak<'_>) -> [Veld; 2] {
    let open = zaak.gezien.open_file().periodes(&zaak.gezien.aanvraag);
    let today = zaak.on();
    let begin = |day: &Date| {
        let words = if *day == today {
            format!("vandaag, {}", long_nl(*day))
        } else if *day == Schooljaar::of(*day).first_day() {
            format!("{}, het begin van het schooljaar", long_nl(*day))
        } else {
            format!("{}, aansluitend op de verklaring van nu", long_nl(*day))
        };
        Optie::new(day.to_string(), words)
    };
    let last = open.tot_en_met.last().copied().filter(|_| open.einde_school);
    let end = |day: &Date| {
        let until =
            if Some(*day) == last { ": daarna is het kind te oud voor deze soort school" } else { "" };
        Optie::new(day.to_string(), format!("{}{until}", long_nl(*day)))
    };
    [
        Veld::radio("van", "Eerste dag", open.van.iter().map(begin).collect())
            .hint("Alleen bij verlenen.")
            .required_or("Kies de eerste dag."),
        Veld::radio("tot_en_met", "Laatste dag", open.tot_en_met.iter().map(end).collect())
            .hint("Alleen bij verlenen. Altijd het einde van een schooljaar.")
            .required_or("Kies de laatste dag."),
    ]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_built_of_the_parts_that_were_filled_in() {
        let formulier =
            Formulier::parse(b"reden_nodig=Rust.&reden_besluit=Daarom.&reden_meningen=+").unwrap();
        assert_eq!(
            composed(|code| formulier.text(code)),
            "Wat is er nodig?\nRust.\n\nWaarom beslissen wij zo?\nDaarom."
        );
    }

    #[test]
    fn a_decision_without_an_outcome_is_no_command() {
        let formulier = Formulier::parse(b"reden_besluit=Daarom.").unwrap();
        assert!(Voorstel::of(&formulier).as_command(1).is_none());
        let refusal = Formulier::parse(b"uitspraak=weiger&reden_besluit=Daarom.").unwrap();
        assert_eq!(Voorstel::of(&refusal).as_command(1).unwrap().uitspraak, Uitspraak::Weiger);
    }
}
