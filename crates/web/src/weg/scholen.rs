//! A school as it is chosen on a form: searched by name, place or code among those that are known.
//!
//! A form declares where ([`Blok::Scholen`]); what was found is looked up when the form is shown.

use app::lijst::Page;
use app::organisaties::{ScholenVraag, Schoolkaart};
use base::{Date, Vestigingscode};
use dossier::Woord;
use dossier::soort::{AndereSchoolsoort, Schoolsoort};
use teksten::{Taal, Tekst, aanmelding};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Optie, Veld};
use web_base::state::WebState;

use super::vorm::{Blok, Vorm};
use super::werk::Werk;

/// What is typed to search by.
pub(crate) const ZOEKEN: &str = "school_zoeken";
/// Schools that are shown: whoever sees none that fits types more of it.
pub(crate) const SHOWN: usize = 20;

/// A school that was found, as a choice.
pub(crate) struct Schoolkeuze {
    pub(crate) vestiging: Vestigingscode,
    pub(crate) schoolsoort: Schoolsoort,
    pub(crate) optie: Optie,
}

/// Schools by name, place or code, as choices.
pub(crate) async fn gevonden(werk: &Werk, words: &str) -> Result<Vec<Schoolkeuze>, Fout> {
    gevonden_voor(&werk.state, (werk.taal(), werk.vandaag()), words).await
}

/// The same for somebody who has no file open.
pub(crate) async fn gevonden_voor(
    state: &WebState,
    (taal, on): (Taal, Date),
    words: &str,
) -> Result<Vec<Schoolkeuze>, Fout> {
    let vraag = ScholenVraag {
        zoek: Some(words.to_owned()),
        ..ScholenVraag::all(Page::first(u32::try_from(SHOWN).unwrap_or(u32::MAX)))
    };
    let found = state.app.scholen(&vraag, on).await?;
    let one = |kaart: &Schoolkaart| Schoolkeuze {
        vestiging: kaart.school.vestiging.clone(),
        schoolsoort: kaart.school.schoolsoort,
        optie: choice(taal, kaart),
    };
    Ok(found.rows.iter().map(one).collect())
}

fn choice(taal: Taal, kaart: &Schoolkaart) -> Optie {
    let school = &kaart.school;
    let kind = taal.zeg(school.schoolsoort.woord());
    Optie::new(school.vestiging.as_str(), school.naam.as_str())
        .explained(format!("{kind}, {}", school.plaats))
}

/// The form with the schools that were found by what stands in it, and the one that was chosen.
pub(super) async fn opgezocht(werk: &Werk, mut vorm: Vorm, getypt: &Formulier) -> Result<Vorm, Fout> {
    for groep in &mut vorm.groepen {
        let Some(at) = groep.blokken.iter().position(|blok| matches!(blok, Blok::Scholen(_))) else {
            continue;
        };
        if let Blok::Scholen(veld) = groep.blokken.remove(at) {
            let blokken = searched(werk, &veld, getypt).await?;
            groep.blokken.splice(at..at, blokken);
        }
    }
    Ok(vorm)
}

async fn searched(werk: &Werk, veld: &Veld, getypt: &Formulier) -> Result<Vec<Blok>, Fout> {
    let zeg = |tekst: Tekst| werk.taal().zeg(tekst);
    let mut blokken = vec![
        Blok::Veld(Veld::text(ZOEKEN, zeg(aanmelding::nieuw_zoeken())).required()),
        Blok::Knop { naam: "kijk", tekst: zeg(aanmelding::nieuw_zoek()).into() },
    ];
    let words = getypt.text(ZOEKEN).trim();
    let mut found: Vec<Optie> = if words.is_empty() {
        Vec::new()
    } else {
        gevonden(werk, words).await?.into_iter().map(|found| found.optie).collect()
    };
    if found.is_empty() && !words.is_empty() {
        blokken.push(Blok::LetOp(zeg(aanmelding::nieuw_niet_gevonden())));
    }
    // What was chosen before stays to be seen, whatever is searched now.
    let chosen = getypt.text(veld.naam()).trim();
    if let Ok(code) = chosen.parse()
        && !found.iter().any(|optie| optie.code == chosen)
        && let Some(kaart) = werk.state.app.schoolkaart(&code, werk.vandaag()).await?
    {
        found.insert(0, choice(werk.taal(), &kaart));
    }
    if !found.is_empty() {
        found.push(Optie::new("", "Een andere school; ik vul de naam zelf in"));
        blokken.push(Blok::Veld(Veld::radio(veld.naam(), veld.label(), found)));
    }
    Ok(blokken)
}

/// The form with name and kind of the school that was chosen: the register says them, whatever was typed beside it.
pub(super) async fn uit_register(werk: &Werk, mut formulier: Formulier) -> Result<Formulier, Fout> {
    let Ok(code) = formulier.text("andere_vestiging").parse() else { return Ok(formulier) };
    if let Some(known) = werk.state.app.school(&code, werk.vandaag()).await? {
        formulier.put("andere_soort", AndereSchoolsoort::from(known.schoolsoort).code());
        formulier.put("schoolnaam", &known.naam);
    }
    Ok(formulier)
}

/// What stands in a field of an act about another school: of one that was chosen the register says what it is called, and what was typed
/// beside it is not kept.
pub(crate) fn gekozen(formulier: &Formulier, veld: &str) -> String {
    let chosen = !formulier.text("andere_vestiging").trim().is_empty();
    let from = if veld == "schoolnaam" && chosen { "andere_vestiging" } else { veld };
    formulier.text(from).to_owned()
}
