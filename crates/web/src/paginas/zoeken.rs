//! The search box: a child by name, date of birth or the number of the file (with or without its year), a declaration by its
//! number, a school by name or code. What somebody types is often a name, so it comes in the body of a form and never stands in
//! an address.

use app::lijst::{DossierSort, Kind};
use app::lijst::{Page, Rows};
use app::lijsten::Kinderlijst;
use app::organisaties::{ScholenVraag, Schoolkaart};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::post;
use base::{Date, DossierNummer, naam};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::limits;
use web_base::onderdelen::{Inhoud, Kolom, Link, Tabel, Telefoonplek, aantal, short_date};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::kinderen::{full_phases, phase_label, phases, sees_schools};

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, post(search).get(|| async { redirect("/kinderen") }))
        .route("/zoeken.csv", post(csv))
}

const PATH: &str = "/zoeken";

#[derive(Template)]
#[template(path = "paginas/zoeken.html")]
struct Gevonden {
    pagina: Pagina,
    /// What was asked, to go along with the buttons.
    wens: Wens,
    kinderen: Tabel,
    bladen: Bladen,
    scholen: Option<Tabel>,
}

/// What is asked of the children: the words, one phase and an order. It goes along with every button.
struct Wens {
    zoek: String,
    fase: String,
    sorteer: String,
}

/// The orders, by the word that the form sends.
const SORTS: [(&str, &str, DossierSort); 3] = [
    ("naam", "naam", DossierSort::Naam),
    ("geboren", "geboortedatum", DossierSort::Geboortedatum),
    ("fase", "fase", DossierSort::Fase),
];

impl Wens {
    fn read(formulier: &Formulier) -> Result<(Self, Kinderlijst), Fout> {
        let given = |naam: &str| formulier.text(naam).trim().to_owned();
        let wens = Self { zoek: given("zoek"), fase: given("fase"), sorteer: given("sorteer") };
        let known = |code: &str| phases().iter().any(|(known, _)| *known == code);
        if !wens.fase.is_empty() && !known(&wens.fase) {
            return Err(Fout::vraag("fase", "een fase uit de keuzelijst"));
        }
        let sort = SORTS.iter().find(|(code, ..)| *code == wens.sorteer).map(|(.., sort)| *sort);
        if sort.is_none() && !wens.sorteer.is_empty() {
            return Err(Fout::vraag("sorteer", "een volgorde uit de keuzelijst"));
        }
        let mut lijst =
            Kinderlijst { sort: sort.unwrap_or_default(), ..Kinderlijst::gezocht(bare(&wens.zoek)) };
        lijst.filter.fase = Some(wens.fase.clone()).filter(|fase| !fase.is_empty());
        Ok((wens, lijst))
    }
}

/// A parent is typed as the program writes them, `mevrouw J. Meidoorn`, and found by the name alone.
fn bare(sought: &str) -> &str {
    naam::zonder_aanspreking(sought)
}

/// What was typed is no name of this child, nor its day of birth or number: it was found by the people around it.
fn by_people(row: &Kind, sought: &str) -> bool {
    let own = naam::normalise(&row.dossier.weergavenaam);
    let whole = naam::key(&row.dossier.weergavenaam);
    let typed = naam::normalise(bare(sought));
    let mut words = typed.split_whitespace();
    words.any(|word| {
        let begins = own.split(' ').any(|own| own.starts_with(word)) || whole.contains(word);
        !begins && word.chars().any(char::is_alphabetic)
    })
}

fn orders() -> impl Iterator<Item = (&'static str, &'static str)> {
    SORTS.iter().map(|(code, words, _)| (*code, *words))
}

/// The pages of the children that were found: numbers of buttons, as the words may not stand in an address.
struct Bladen {
    hier: u64,
    alle: u64,
    vorige: Option<u64>,
    volgende: Option<u64>,
}

impl Bladen {
    /// Past the last page there is only the way back to it.
    fn of(total: u64, hier: u64) -> Self {
        let alle = total.div_ceil(u64::from(limits::ROWS)).max(1);
        let vorige = (hier > 1).then(|| (hier - 1).min(alle));
        let hier = hier.min(alle + 1);
        Self { hier, alle, vorige, volgende: (hier < alle).then_some(hier + 1) }
    }
}

async fn search(State(state): State<WebState>, kijker: Kijker, formulier: Formulier) -> Uitkomst {
    let (wens, lijst) = Wens::read(&formulier)?;
    let sought = wens.zoek.clone();
    if let Some(address) = at_once(&state, &kijker, &sought).await? {
        return Ok(redirect(&address));
    }
    let bladzijde = match formulier.text("bladzijde") {
        "" => 1,
        given => {
            let wrong = || Fout::vraag("bladzijde", "een getal vanaf 1");
            u64::from(given.parse::<u32>().ok().filter(|page| *page > 0).ok_or_else(wrong)?)
        }
    };
    let page = Page { offset: (bladzijde - 1) * u64::from(limits::ROWS), limit: limits::ROWS };
    let found = state.app.kinderen(&kijker.kijker, kijker.moment, &lijst, page).await?;
    let scholen = schools(&state, &kijker, &sought).await?;
    show(&Gevonden {
        pagina: kijker.page("Zoeken").sub(in_words(&found, scholen.total)).wide(),
        kinderen: child_table(&found.rows, &sought, kijker.moment.vandaag),
        bladen: Bladen::of(found.total, bladzijde),
        wens,
        scholen: (scholen.total > 0).then(|| school_table(&scholen.rows, &kijker)),
    })
}

/// The children that were found, as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, formulier: Formulier) -> Uitkomst {
    let (_, lijst) = Wens::read(&formulier)?;
    super::kinderen::as_csv(&state, &kijker, &lijst).await
}

/// A whole number leads to what has it; anything else is a name or a code.
async fn at_once(state: &WebState, kijker: &Kijker, sought: &str) -> Result<Option<String>, Fout> {
    if let Ok(nummer) = sought.parse::<DossierNummer>() {
        return Ok(Some(format!("/kind/{nummer}")));
    }
    super::register::address_of(state, kijker, sought).await
}

/// Schools are no secret: everybody who can search finds them all.
async fn schools(state: &WebState, kijker: &Kijker, sought: &str) -> Result<Rows<Schoolkaart>, Fout> {
    if sought.is_empty() {
        return Ok(Rows::none());
    }
    let vraag =
        ScholenVraag { zoek: Some(sought.to_owned()), ..ScholenVraag::all(Page::first(limits::ROWS)) };
    Ok(state.app.scholen(&vraag, kijker.moment.vandaag).await?)
}

fn in_words(kinderen: &Rows<Kind>, scholen: u64) -> String {
    let schools = match scholen {
        0 => String::new(),
        1 => ", en 1 school".to_owned(),
        total => format!(", en {total} scholen"),
    };
    match kinderen.total {
        0 if scholen == 0 => {
            "Niets gevonden. Zoek op het begin van een voornaam of een achternaam, van het kind of van een ouder, of de naam van \
            een school, of op een geboortedatum, een dossiernummer (met of zonder jaar) of een vestigingscode."
                .to_owned()
        }
        1 => format!("1 kind gevonden{schools}"),
        _ => format!("{} kinderen gevonden{schools}", aantal(kinderen)),
    }
}

fn child_table(rows: &[Kind], sought: &str, on: Date) -> Tabel {
    let kolommen = vec![
        Kolom::text("Naam").names_row().on_phone(Telefoonplek::Kop),
        Kolom::short("Geboren").on_phone(Telefoonplek::MetNaam),
        Kolom::text("Fase").on_phone(Telefoonplek::Wat),
        Kolom::short("Dossier").on_phone(Telefoonplek::MetNaam),
    ];
    Tabel::new("Gevonden kinderen", kolommen, "Er is geen kind gevonden dat u mag zien.").rows(rows, |row| {
        let child = Link::new(row.dossier.weergavenaam.as_str(), format!("/kind/{}", row.dossier.dossier));
        let child = Inhoud::from(child);
        vec![
            if by_people(row, sought) { child.above("gevonden door wie bij dit kind hoort") } else { child },
            row.dossier.geboortedatum.map(|born| short_date(born, on)).into(),
            phase_label(&row.fase).into(),
            row.dossier.dossier.as_str().into(),
        ]
    })
}

fn school_table(rows: &[Schoolkaart], kijker: &Kijker) -> Tabel {
    let children = sees_schools(kijker);
    let mut kolommen = vec![Kolom::text("School").names_row(), Kolom::short("Code"), Kolom::text("Plaats")];
    if children {
        kolommen.push(Kolom::text("Kinderen"));
    }
    Tabel::new("Gevonden scholen", kolommen, "Er is geen school gevonden.").rows(rows, |kaart| {
        let (school, code) = (&kaart.school, kaart.school.vestiging.as_str());
        let address = |path: &str, key: &str| Vraag::default().with(key, code).address(path);
        let mut cells: Vec<Inhoud> = vec![
            Link::new(school.naam.as_str(), address("/scholen", "zoek")).into(),
            code.into(),
            school.plaats.as_str().into(),
        ];
        if children {
            let link = Link::new("Kinderen van deze school", address("/kinderen", "vestiging"));
            cells.push(link.spoken(format!("{code}, {}", school.naam)).into());
        }
        cells
    })
}
