//! Letters that leave the building: what has to be printed and sent, what left when and how; many at once.

use std::sync::LazyLock;

use app::lijst::{Direction, PostSort};
use app::post::{MEESTE_BRIEVEN, Postlijst, Postregel};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use base::dates::parse_typed;
use base::{Date, DossierNummer};
use dossier::brief::BRIEVEN;
use dossier::soort::{Poststand, Poststap};
use teksten::Taal;
use web_base::csv::download;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld};
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Inhoud, Kies, Kolom, Label, Labelsoort, Link, Optie, Sorteer, Tabel, Telefoonplek,
    Termijn, Veld, short_date, zoveel,
};
use web_base::pagina::{Pagina, html, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::woorden::letter_name;
use crate::weg::reeks::{self, Afloop, Verborgen};

mod vastleggen;

use vastleggen::{Stap, Vastlegging, record_all, results};

const PATH: &str = "/post";
const PRINT: &str = "/post/printen";
/// The box that says that printed letters are to be recorded as printed.
const PRINTED: &str = "afgedrukt";
/// The box that says that what has no address was posted all the same.
const UNADDRESSED: &str = "zonder_adres";

/// The letters of an organisation.
pub(crate) const POST: Lijst<Postregel, Wens, PostSort> = Lijst {
    naam: "post",
    uitleg: "De brieven van uw organisatie, met de dag waarop zij weg moeten en wat ermee is gedaan. Zonder stand staan hier de brieven die nog weg moeten.",
    filters: &[
        Filter {
            sleutel: "stand",
            titel: "Toon",
            soort: Filtersoort::Keuze("nog te verzenden", stands, |wens, code| {
                wens.alles = code == ALLES;
                wens.lijst.stand = Poststand::from_code(code);
            }),
        },
        Filter {
            sleutel: "soort",
            titel: "Brief",
            soort: Filtersoort::Keuze("alle", kinds, |wens, code| wens.lijst.soort = Some(code.to_owned())),
        },
        Filter {
            sleutel: "dag",
            titel: "Moet weg tot en met",
            soort: Filtersoort::Datum(|wens, day| wens.lijst.dag_tot_en_met = Some(day)),
        },
    ],
    ordes: &[
        ("kind", PostSort::Naam),
        ("brief", PostSort::Soort),
        ("datum", PostSort::Datum),
        ("dag", PostSort::Dag),
    ],
    gewoon: (PostSort::Dag, Direction::Up),
    orden: |wens, sort, direction| (wens.lijst.sort, wens.lijst.direction) = (sort, direction),
    gegevens: &[
        Gegeven { naam: "dossier", soort: Soort::Tekst, waarde: |row| row.dossier.as_str().into() },
        Gegeven { naam: "brief", soort: Soort::Getal, waarde: |row| i64::try_from(row.brief).ok().into() },
        Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |row| row.naam.as_str().into() },
        Gegeven { naam: "soort", soort: Soort::Tekst, waarde: |row| letter_name(&row.soort).into() },
        Gegeven { naam: "aan", soort: Soort::Tekst, waarde: |row| row.aan.as_str().into() },
        Gegeven { naam: "datum", soort: Soort::Datum, waarde: |row| row.datum.into() },
        Gegeven { naam: "wettelijke_dag", soort: Soort::Datum, waarde: |row| row.dag.into() },
        Gegeven { naam: "stand", soort: Soort::Tekst, waarde: |row| row.stand.label().into() },
        Gegeven {
            naam: "stap",
            soort: Soort::Tekst,
            waarde: |row| row.stap.map(|(stap, _)| stap.label()).into(),
        },
        Gegeven { naam: "stap_op", soort: Soort::Datum, waarde: |row| row.stap.map(|(_, op)| op).into() },
        Gegeven { naam: "door", soort: Soort::Tekst, waarde: |row| row.door.as_str().into() },
        Gegeven { naam: "zonder_adres", soort: Soort::Tekst, waarde: |row| row.zonder_adres.as_str().into() },
    ],
    codes: &[
        Gegeven { naam: "soort", soort: Soort::Tekst, waarde: |row| row.soort.as_str().into() },
        Gegeven { naam: "stand", soort: Soort::Tekst, waarde: |row| row.stand.code().into() },
        Gegeven {
            naam: "stap",
            soort: Soort::Tekst,
            waarde: |row| row.stap.map(|(stap, _)| stap.code()).into(),
        },
    ],
};

/// The code of every letter, whatever became of it.
const ALLES: &str = "alles";

/// What can be shown besides what waits.
fn stands() -> Vec<(&'static str, &'static str)> {
    vec![
        (Poststand::TeVerzenden.code(), "nog niet afgedrukt"),
        (Poststand::Afgedrukt.code(), "afgedrukt, nog niet weg"),
        (Poststand::Verzonden.code(), Poststand::Verzonden.label()),
        (Poststand::Vervallen.code(), Poststand::Vervallen.label()),
        (ALLES, "alle brieven"),
    ]
}

fn kinds() -> Vec<(&'static str, &'static str)> {
    static WORDS: LazyLock<Vec<String>> =
        LazyLock::new(|| BRIEVEN.iter().map(|soort| letter_name(soort.naam)).collect());
    BRIEVEN.iter().map(|soort| soort.naam).zip(WORDS.iter().map(String::as_str)).collect()
}

/// What an address asks for.
#[derive(Default)]
pub(crate) struct Wens {
    lijst: Postlijst,
    alles: bool,
}

impl Wens {
    /// Whoever asks how letters stand gets those, left or not.
    pub(crate) fn lijst(&self) -> Postlijst {
        Postlijst { open: !self.alles && self.lijst.stand.is_none(), ..self.lijst.clone() }
    }

    fn is_narrow(&self) -> bool {
        self.lijst.soort.is_some() || self.lijst.dag_tot_en_met.is_some() || self.lijst.stand.is_some()
    }
}

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(list).post(record))
        .route("/post.csv", get(csv))
        .route(PRINT, post(print).get(nothing_chosen))
}

#[derive(Template)]
#[template(path = "paginas/post/lijst.html")]
struct Blad {
    pagina: Pagina,
    /// Where the form leads: to the same list, filters and all.
    hier: String,
    printen: String,
    filters: Filters,
    tabel: Tabel,
    hooguit: usize,
    velden: Vec<Veld>,
    verborgen: Verborgen,
    uitslag: Option<Tabel>,
}

/// What somebody chose and typed, to be shown again.
#[derive(Default)]
struct Gekozen {
    alle: bool,
    brieven: Vec<(DossierNummer, u64)>,
    ingevuld: Ingevuld,
}

impl Gekozen {
    fn of(formulier: &Formulier) -> Self {
        let ingevuld = Ingevuld { formulier: Some(formulier.clone()), ..Ingevuld::default() };
        Self { alle: !formulier.text(ALLES).is_empty(), brieven: chosen(formulier), ingevuld }
    }

    fn has(&self, row: &Postregel) -> bool {
        self.alle || self.brieven.iter().any(|(nummer, brief)| *nummer == row.dossier && *brief == row.brief)
    }
}

async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    show(&page(&state, &kijker, &vraag, &Gekozen::default(), None).await?)
}

async fn page(
    state: &WebState,
    kijker: &Kijker,
    vraag: &Vraag,
    gekozen: &Gekozen,
    uitslag: Option<Tabel>,
) -> Result<Blad, Fout> {
    let wens = POST.wens(vraag)?;
    let found = state.app.uitgaande_post(&kijker.kijker, kijker.moment, &wens.lijst(), vraag.rows()?).await?;
    let on = kijker.moment.vandaag;
    let empty = if wens.is_narrow() {
        "Er is geen brief die hierbij past."
    } else {
        "Er is geen brief die nog weg moet."
    };
    let tabel = Tabel::new("Uitgaande post", headings(vraag), empty)
        .wide()
        .rows(&found.rows, |row| line(row, gekozen.has(row), on))
        .paged(zoveel(&found, "brief", "brieven"), Bladeren::by(PATH, vraag, &found)?)
        .csv(vraag.without("bladzijde").address("/post.csv"));
    Ok(Blad {
        pagina: kijker.page("Uitgaande post").sub("Brieven van uw organisatie").wide(),
        hier: vraag.address(PATH),
        printen: vraag.address(PRINT),
        filters: POST.filters("Post filteren", PATH, vraag, &["stand", "soort", "dag"]),
        tabel,
        hooguit: MEESTE_BRIEVEN,
        velden: fields(on, &found.rows, &gekozen.ingevuld),
        verborgen: Verborgen::of(kijker),
        uitslag,
    })
}

fn headings(vraag: &Vraag) -> Vec<Kolom> {
    let heading = |text: &str, key: &str, plek: Telefoonplek| {
        Kolom::text(text).sorted(Sorteer::by(PATH, vraag, key)).on_phone(plek)
    };
    vec![
        Kolom::choice(),
        heading("Kind", "kind", Telefoonplek::Kop).names_row(),
        heading("Brief", "brief", Telefoonplek::Wat),
        heading("Datum", "datum", Telefoonplek::MetNaam),
        heading("Moet weg op", "dag", Telefoonplek::Dag),
        Kolom::text("Voor wie").on_phone(Telefoonplek::MetNaam),
        Kolom::text("Stand").on_phone(Telefoonplek::Klein),
    ]
}

fn line(row: &Postregel, gekozen: bool, on: Date) -> Vec<Inhoud> {
    let waits = matches!(row.stand, Poststand::TeVerzenden | Poststand::Afgedrukt);
    let aan = for_whom(&row.aan);
    let spoken = format!("{}, {}, {aan}", row.naam, letter_words(row));
    let choice = Kies::new(format!("{}/{}", row.dossier, row.brief), spoken).chosen(gekozen);
    let warnings = [
        (!row.zonder_adres.is_empty()).then(|| no_address(&row.zonder_adres, &row.aan)),
        (!row.vierkantjes.is_empty()).then(|| missing_signs(&row.vierkantjes)),
        row.opnieuw.then(|| ANEW.to_owned()),
    ];
    let warnings: Vec<Inhoud> = warnings.into_iter().flatten().filter(|_| waits).map(Inhoud::LetOp).collect();
    let aan = Inhoud::from(aan);
    vec![
        Inhoud::Kies(choice),
        Link::new(row.naam.as_str(), format!("/kind/{}", row.dossier)).into(),
        letter_link(letter_words(row), (&row.dossier, row.brief)).into(),
        short_date(row.datum, on).into(),
        // What left is late no more.
        Termijn::maybe(row.dag.filter(|_| waits), on).in_table().into(),
        if warnings.is_empty() { aan } else { aan.above(warnings) },
        Inhoud::from(stand(row.stand)).above(done(row, on)),
    ]
}

/// Of a letter whose day is over: what is done in its place.
const ANEW: &str = "mag nu niet meer weg en komt niet in de pdf: eerst het besluit opnieuw bekendmaken, dan komt er een nieuwe brief. Ging deze brief op de dag zelf weg? Leg dat vast";

/// What was done with it last, with a link to put that right.
fn done(row: &Postregel, on: Date) -> Inhoud {
    let Some(step) = row.stap else { return Inhoud::Geen };
    let how = Inhoud::from(how(step, &row.door, on));
    let Some(nr) = row.stap_nr else { return how };
    let mend = Link::new("Verbeteren", format!("/kind/{}/verbeteren/{nr}", row.dossier));
    Inhoud::Regels(vec![how, mend.spoken(format!("voor {}", row.naam)).into()])
}

/// An authority, or somebody who wrote in the name of the parents: the file knows them by no number.
fn for_whom(namen: &str) -> String {
    if namen.is_empty() { "staat in de brief".to_owned() } else { namen.to_owned() }
}

fn letter_link(naam: String, (nummer, brief): (&DossierNummer, u64)) -> Link {
    Link::new(naam, format!("/kind/{nummer}/brief/{brief}")).spoken("(pdf)")
}

/// What a letter is called; of one that revokes a decision also of what.
fn letter_words(row: &Postregel) -> String {
    Taal::Nl.zeg(dossier::brief::titel_van(&row.soort, row.zaak))
}

/// `op de post gedaan op 3 mrt, door M. Zonnedauw`.
fn how((stap, op): (Poststap, Date), door: &str, on: Date) -> String {
    let by = if door.is_empty() { String::new() } else { format!(", door {door}") };
    format!("{} op {}{by}", stap.label(), short_date(op, on))
}

fn stand(stand: Poststand) -> Label {
    let soort = match stand {
        Poststand::TeVerzenden => Labelsoort::Gauw,
        Poststand::Verzonden => Labelsoort::Goed,
        Poststand::Afgedrukt | Poststand::Vervallen => Labelsoort::Gewoon,
    };
    Label::new(stand.label(), soort)
}

/// `geen adres bekend van mevrouw C. Drie`; of everybody to whom it goes their names stand there already.
fn no_address(names: &str, aan: &str) -> String {
    if names == aan { "geen adres bekend".to_owned() } else { format!("geen adres bekend van {names}") }
}

/// What to do about characters that could not be printed, before the letter leaves.
fn missing_signs(signs: &str) -> String {
    let signs: Vec<String> = signs.chars().map(String::from).collect();
    format!("in de brief staan vierkantjes in plaats van {}: schrijf dit er met de hand bij", signs.join(" "))
}

fn fields(on: Date, rows: &[Postregel], ingevuld: &Ingevuld) -> Vec<Veld> {
    let ways = Poststap::ALL.iter().map(|stap| Optie::new(stap.code(), stap.label()));
    let ways = std::iter::once(Optie::new("", "Kies")).chain(ways).collect();
    let mut fields = vec![
        Veld::select("stap", "Wat is er gebeurd?", ways).required().filled(ingevuld),
        Veld::date("op", "Op welke dag?").value(&on.to_string()).required().filled(ingevuld),
    ];
    if rows.iter().any(|row| !row.zonder_adres.is_empty()) {
        let asked = Veld::checkbox(UNADDRESSED, "Ook de brieven zonder adres zijn op de post gedaan").hint(
            "Van wie geen adres bekend is, staat ook op de brief geen adres. Schreef u er zelf een op?",
        );
        fields.push(asked.filled(ingevuld));
    }
    fields
}

/// The same as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = POST.wens(&vraag)?.lijst();
    POST.csv(&state, &kijker, |page| state.app.uitgaande_post(&kijker.kijker, kijker.moment, &lijst, page))
        .await
}

/// There is nothing to print without having chosen.
async fn nothing_chosen(_kijker: Kijker) -> Uitkomst {
    Ok(redirect(PATH))
}

/// A file and the number of a letter in it, as they are chosen: `2026-000017/12`.
fn as_letter(code: &str) -> Option<(DossierNummer, u64)> {
    let (nummer, brief) = code.split_once('/')?;
    Some((nummer.parse().ok()?, brief.parse().ok()?))
}

fn chosen(formulier: &Formulier) -> Vec<(DossierNummer, u64)> {
    let mut letters: Vec<(DossierNummer, u64)> = Vec::new();
    for letter in formulier.all("kies").filter_map(as_letter).take(MEESTE_BRIEVEN) {
        // Each once, however often it is named.
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters
}

/// The chosen letters as one file, in the order of the list. Who says so has them recorded as printed.
async fn print(
    State(state): State<WebState>,
    kijker: Kijker,
    vraag: Vraag,
    formulier: Formulier,
) -> Uitkomst {
    let shown_at = reeks::shown_at(&kijker, &formulier)?;
    let gekozen = Gekozen::of(&formulier);
    if gekozen.brieven.is_empty() {
        return answer(&state, &kijker, &vraag, &gekozen, (nothing_chosen_yet(), &[])).await;
    }
    if is_too_many(&formulier) {
        return answer(&state, &kijker, &vraag, &gekozen, (too_many(), &[])).await;
    }
    if !formulier.text(PRINTED).is_empty() {
        // What is printed as recorded is recorded first: what somebody sent meanwhile is not printed and sent again.
        let step = Stap { stap: Poststap::Afgedrukt, op: kijker.moment.vandaag, ook_zonder_adres: true };
        // What is left out of the file is not recorded as printed either.
        let printed =
            state.app.brieven_die_weg_mogen(&kijker.kijker, kijker.moment, &gekozen.brieven).await?;
        let Vastlegging { tabel, all, gedaan, over } =
            Box::pin(record_all(&state, &kijker, &printed, step, shown_at)).await?;
        if !over.is_empty() {
            // What was recorded is still chosen: it is one press from its file.
            let gekozen = Gekozen { brieven: gedaan, ..gekozen };
            return answer(&state, &kijker, &vraag, &gekozen, (tabel, &all)).await;
        }
    }
    let letters = &gekozen.brieven;
    let bytes = state.app.brieven_om_te_printen(&kijker.kijker, kijker.moment, letters).await?;
    Ok(download(&format!("{}-post.pdf", kijker.moment.vandaag), "application/pdf", bytes))
}

/// Records for each letter that was chosen what happened to it; says what came of each.
async fn record(
    State(state): State<WebState>,
    kijker: Kijker,
    vraag: Vraag,
    formulier: Formulier,
) -> Uitkomst {
    let shown_at = reeks::shown_at(&kijker, &formulier)?;
    let mut gekozen = Gekozen::of(&formulier);
    if gekozen.alle {
        return show(&page(&state, &kijker, &vraag, &gekozen, None).await?);
    }
    let (stap, op) = (Poststap::from_code(formulier.text("stap")), parse_typed(formulier.text("op").trim()));
    let (Some(stap), Some(op), false) = (stap, op, gekozen.brieven.is_empty()) else {
        return answer(&state, &kijker, &vraag, &gekozen, (nothing_chosen_yet(), &[])).await;
    };
    if is_too_many(&formulier) {
        return answer(&state, &kijker, &vraag, &gekozen, (too_many(), &[])).await;
    }
    let letters = std::mem::take(&mut gekozen.brieven);
    let step = Stap { stap, op, ook_zonder_adres: formulier.is_on(UNADDRESSED) };
    let Vastlegging { tabel, all, over, .. } =
        Box::pin(record_all(&state, &kijker, &letters, step, shown_at)).await?;
    // What could not be recorded is still chosen.
    gekozen.brieven = over;
    answer(&state, &kijker, &vraag, &gekozen, (tabel, &all)).await
}

/// More was chosen than is done at once: nothing of it is left out in silence.
fn is_too_many(formulier: &Formulier) -> bool {
    formulier.all("kies").filter_map(as_letter).count() > MEESTE_BRIEVEN
}

fn too_many() -> Tabel {
    results(&format!("Er is niets gedaan: kies hooguit {MEESTE_BRIEVEN} brieven tegelijk."))
}

fn nothing_chosen_yet() -> Tabel {
    results("Er is niets gedaan: kies één of meer brieven, wat ermee is gebeurd en op welke dag.")
}

async fn answer(
    state: &WebState,
    kijker: &Kijker,
    vraag: &Vraag,
    gekozen: &Gekozen,
    (tabel, all): (Tabel, &[Afloop]),
) -> Uitkomst {
    let page = page(state, kijker, vraag, gekozen, Some(tabel)).await?;
    Ok(html(Afloop::status(all.iter()), &page))
}

/// Where the letters stand that have to leave today, or had to before; none where there are none.
pub(super) async fn due_today(state: &WebState, kijker: &Kijker) -> Result<Option<Link>, Fout> {
    let count = state.app.post_die_weg_moet(&kijker.kijker, kijker.moment).await?;
    let text = match count {
        0 => return Ok(None),
        1 => "1 brief moet vandaag weg, of moest eerder weg".to_owned(),
        many => format!("{many} brieven moeten vandaag weg, of moesten eerder weg"),
    };
    Ok(Some(Link::new(text, format!("{PATH}?dag={}", kijker.moment.vandaag))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_names_a_file_and_a_letter() {
        let (nummer, brief) = as_letter("2026-000017/12").unwrap();
        assert_eq!((nummer.as_str(), brief), ("2026-000017", 12));
        assert!(as_letter("2026-000017").is_none() && as_letter("2026-000017/x").is_none());
    }
}
