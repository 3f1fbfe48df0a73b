//! The home page of every professional: one's own turns by date, and whose turn it is elsewhere.

use std::sync::LazyLock;

use app::lijst::BeurtSort;
use app::lijst::Direction;
use app::vandaag::{BeurtRegel, Beurtenlijst};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::Date;
use base::dates::long_nl;
use dossier::beurt::Zet;
use dossier::{Rol, Woord};
use teksten::Taal;
use web_base::error::{Fout, Uitkomst};
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Inhoud, Kolom, Link, Sorteer, Tabel, Telefoonplek, aantal, short_date,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::beslisdag::Beslisdag;
use super::rol::in_words;

mod bewaard;
mod onbezet;
mod sinds;
mod zonder;

pub(super) use onbezet::messages as about_roles_of_nobody;
pub(crate) use zonder::{ZONDER_DESKUNDIGE, without_expert};

const PATH: &str = "/vandaag";
/// The page of the second list; those of the first stay open beside it.
const OTHERS_PAGE: &str = "bladzijde-anderen";
/// Others' turns on one page: they are there to know of, the own ones are the work.
const OTHERS_SHOWN: u32 = 20;

/// The own turns of somebody.
pub(crate) const BEURTEN: Lijst<BeurtRegel, Beurtenlijst, BeurtSort> =
    turns("vandaag", "Wat u nu moet doen.");

/// The turns for which somebody waits.
pub(crate) const VAN_ANDEREN: Lijst<BeurtRegel, Beurtenlijst, BeurtSort> =
    turns("anderen", "Wat anderen moeten doen voor de kinderen bij wie u betrokken bent.");

const fn turns(naam: &'static str, uitleg: &'static str) -> Lijst<BeurtRegel, Beurtenlijst, BeurtSort> {
    Lijst {
        naam,
        uitleg,
        filters: &[
            Filter {
                sleutel: "wat",
                titel: "Wat",
                soort: Filtersoort::Keuze("alle", moves, |wens, code| wens.zet = Zet::from_code(code)),
            },
            Filter {
                sleutel: "uiterlijk",
                titel: "Uiterlijk tot en met",
                soort: Filtersoort::Datum(|wens, day| wens.uiterlijk = Some(day)),
            },
        ],
        ordes: &[("uiterlijk", BeurtSort::Uiterlijk), ("wat", BeurtSort::Soort), ("naam", BeurtSort::Naam)],
        gewoon: (BeurtSort::Uiterlijk, Direction::Up),
        orden: |wens, sort, direction| (wens.sort, wens.direction) = (sort, direction),
        gegevens: &[
            Gegeven { naam: "uiterlijk", soort: Soort::Datum, waarde: |row| row.uiterlijk.into() },
            Gegeven { naam: "wat", soort: Soort::Tekst, waarde: |row| words(row.zet).into() },
            Gegeven { naam: "dossier", soort: Soort::Tekst, waarde: |row| row.dossier.as_str().into() },
            Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |row| row.naam.as_str().into() },
            Gegeven { naam: "groep", soort: Soort::Tekst, waarde: |row| row.groep.as_str().into() },
            Gegeven { naam: "rol", soort: Soort::Tekst, waarde: |row| row.rol.label().into() },
            Gegeven {
                naam: "organisatie",
                soort: Soort::Tekst,
                waarde: |row| row.organisatie.as_str().into(),
            },
            Gegeven { naam: "sinds", soort: Soort::Datum, waarde: |row| row.van.into() },
            Gegeven { naam: "waarom", soort: Soort::Tekst, waarde: |row| row.grond.as_str().into() },
            Gegeven { naam: "voorstel_voor", soort: Soort::Datum, waarde: |row| row.einddag.into() },
            Gegeven { naam: "wettelijk_uiterlijk", soort: Soort::Datum, waarde: |row| row.wettelijk.into() },
            Gegeven {
                naam: "zonder_dwangsom_tot_en_met",
                soort: Soort::Datum,
                waarde: |row| row.in_gebreke_tot.into(),
            },
        ],
        codes: &[
            Gegeven { naam: "zet", soort: Soort::Tekst, waarde: |row| row.zet.code().into() },
            Gegeven { naam: "over", soort: Soort::Tekst, waarde: |row| row.onderwerp.as_str().into() },
            Gegeven { naam: "rol", soort: Soort::Tekst, waarde: |row| row.rol.code().into() },
        ],
    }
}

fn moves() -> Vec<(&'static str, &'static str)> {
    static MOVES: LazyLock<Vec<String>> = LazyLock::new(|| Zet::ALL.iter().copied().map(words).collect());
    Zet::ALL.iter().map(|zet| zet.code()).zip(MOVES.iter().map(String::as_str)).collect()
}

/// What has to be done, in the words of who works with files.
fn words(zet: Zet) -> String {
    Taal::Nl.zeg(zet.woord())
}

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(today))
        .route("/vandaag.csv", get(own_csv))
        .route("/vandaag-anderen.csv", get(others_csv))
}

#[derive(Template)]
#[template(path = "paginas/vandaag.html")]
struct Vandaag {
    pagina: Pagina,
    /// A role that was offered and waits for an answer.
    aangeboden: Option<Link>,
    /// Since when what is marked is new; none where nothing is.
    sinds: Option<String>,
    filters: Option<Filters>,
    van_u: u64,
    uw_beurten: Tabel,
    /// What begins soon; none where nothing does.
    straks: Option<Tabel>,
    /// None for a role that reads of no registration and no request.
    van_anderen: Option<(u64, Tabel)>,
    /// What was kept and not recorded.
    bewaard: Option<Tabel>,
    /// What others did since the reader was here.
    gebeurd: Option<Tabel>,
    /// For the desk: requests whose expert does not work there any more.
    zonder_deskundige: Option<Tabel>,
    /// Letters that have to leave.
    post: Option<Link>,
    /// Registrations that parents wrote on the open form.
    van_buiten: Option<Tabel>,
    /// In whose place the reader holds this role, and until when.
    waarneming: Option<String>,
    /// For a role whose work is elsewhere: where the children are.
    kinderen: Option<Link>,
}

async fn today(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = BEURTEN.wens(&vraag)?;
    let (page, others) = (vraag.rows()?, vraag.rows_by(OTHERS_PAGE, OTHERS_SHOWN)?);
    let found = state.app.vandaag(&kijker.kijker, kijker.moment, &lijst, page, others).await?;
    let day = kijker.moment.vandaag;
    let (van_u, van_anderen) = (found.van_u.total, found.van_anderen.total);
    let total = |found| format!("{} in totaal", aantal(found));
    let pages = Bladeren::by(PATH, &vraag, &found.van_u)?.named("Bladzijden van uw beurten");
    let other_pages = Bladeren::keyed(OTHERS_PAGE, OTHERS_SHOWN, PATH, &vraag, &found.van_anderen)?
        .named("Bladzijden van anderen");
    let whole = vraag.without("bladzijde").without(OTHERS_PAGE);
    let narrowed = lijst.zet.is_some() || lijst.uiterlijk.is_some();
    let sight = state.app.lijstzicht(&kijker.kijker, kijker.moment);
    let seen = Gezien { vraag: &whole, narrowed, day };
    let offers = state.app.voorstellen(&kijker.kijker.actor.persoon, kijker.moment).await?;
    // Nothing to choose from where there is nothing at all.
    let anything = narrowed || van_u + van_anderen > 0;
    let filters = if anything { Some(filters(&state, &kijker, &vraag).await?) } else { None };
    show(&Vandaag {
        sinds: found.vorige_keer.filter(|_| found.has_new()).map(|at| sinds::last_time(at, day)),
        aangeboden: (!offers.is_empty()).then(|| Link::new("Zeg ja of nee", "/rol")),
        pagina: kijker
            .page("Vandaag")
            .sub(long_nl(day))
            .wide()
            .messages(about_roles_of_nobody(&state, &kijker).await?),
        filters,
        van_u,
        uw_beurten: seen
            .own_turns(&found.van_u.rows)
            .paged(total(&found.van_u), pages)
            .csv(whole.address("/vandaag.csv")),
        straks: soon(&state, &kijker).await?,
        van_anderen: sight.zaken.then(|| {
            let tabel = seen
                .turns_of_others(&found.van_anderen.rows)
                .paged(total(&found.van_anderen), other_pages)
                .csv(whole.address("/vandaag-anderen.csv"));
            (van_anderen, tabel)
        }),
        bewaard: bewaard::table(&state, &kijker).await?,
        gebeurd: sinds::table(&state, &kijker, found.vorige_keer).await?,
        zonder_deskundige: zonder::table(&state, &kijker).await?,
        post: super::post::due_today(&state, &kijker).await?,
        van_buiten: super::buiten::waiting(&state, &kijker).await?,
        waarneming: in_place_of(&state, &kijker).await?,
        kinderen: sight.groep.then(|| Link::new("De kinderen van uw groep", "/kinderen")),
    })
}

/// In whose place this person holds the role of now.
async fn in_place_of(state: &WebState, kijker: &Kijker) -> Result<Option<String>, Fout> {
    let actor = &kijker.kijker.actor;
    let found = state.app.in_plaats_van(&actor.persoon, kijker.moment).await?;
    let here = found.into_iter().find(|one| (one.rol, &one.organisatie) == (actor.rol, &actor.organisatie));
    Ok(here.map(|one| Taal::Nl.zeg(in_words(&one))))
}

/// What this person has to do from a later day on, soonest first.
async fn soon(state: &WebState, kijker: &Kijker) -> Result<Option<Tabel>, Fout> {
    let rows = state.app.komende_beurten(&kijker.kijker, kijker.moment).await?.rows;
    let kolommen = vec![Kolom::text("Vanaf"), Kolom::text("Wat"), Kolom::text("Wie").names_row()];
    let day = kijker.moment.vandaag;
    let tabel = Tabel::new("Straks bent u aan zet", kolommen, "")
        .wide()
        .rows(&rows, |row| vec![short_date(row.van, day).into(), work(row), child(row)]);
    Ok((!rows.is_empty()).then_some(tabel))
}

/// Of the turns only those that are there.
async fn filters(state: &WebState, kijker: &Kijker, vraag: &Vraag) -> Result<Filters, Fout> {
    let there = state.app.zetten_in_lijst(&kijker.kijker, kijker.moment).await?;
    let can = |code: &str| there.iter().any(|zet| zet.code() == code);
    Ok(BEURTEN.filters("Beurten filteren", PATH, vraag, &["wat", "uiterlijk"]).only("wat", can))
}

async fn own_csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = BEURTEN.wens(&vraag)?;
    BEURTEN
        .csv(&state, &kijker, |page| state.app.eigen_beurten(&kijker.kijker, kijker.moment, &lijst, page))
        .await
}

async fn others_csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = VAN_ANDEREN.wens(&vraag)?;
    VAN_ANDEREN
        .csv(&state, &kijker, |page| {
            state.app.beurten_van_anderen(&kijker.kijker, kijker.moment, &lijst, page)
        })
        .await
}

/// How both tables are looked at.
struct Gezien<'v> {
    /// The query without its pages.
    vraag: &'v Vraag,
    /// A filter is on.
    narrowed: bool,
    day: Date,
}

impl Gezien<'_> {
    fn own_turns(&self, rows: &[BeurtRegel]) -> Tabel {
        let empty = "U hoeft nu niets te doen. Zodra u aan zet bent, staat het hier.";
        self.table("U bent aan zet", "Waarom nu", empty)
            .rows(rows, |row| vec![term(row, self.day), work(row), child(row), why(row)])
    }

    fn turns_of_others(&self, rows: &[BeurtRegel]) -> Tabel {
        let empty = "Er is nu niemand anders aan zet.";
        self.table("Anderen zijn aan zet", "Aan zet", empty).rows(rows, |row| {
            let who = Inhoud::Tekst(if row.rol == Rol::Ouder {
                "de ouders".to_owned()
            } else {
                format!("{}, {}", row.organisatie, row.rol.label())
            });
            vec![
                term(row, self.day),
                known(row),
                child(row),
                who.above(format!("sinds {}", short_date(row.van, self.day))),
            ]
        })
    }

    fn table(&self, caption: &str, last: &str, empty: &str) -> Tabel {
        let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, self.vraag, key));
        let kolommen = vec![
            sorted("Uiterlijk", "uiterlijk").on_phone(Telefoonplek::Dag),
            sorted("Wat", "wat").on_phone(Telefoonplek::Wat),
            sorted("Wie", "naam").names_row().on_phone(Telefoonplek::Kop),
            Kolom::text(last).on_phone(Telefoonplek::Klein),
        ];
        let empty = if self.narrowed { "Er is niets dat hierbij past." } else { empty };
        Tabel::new(caption, kolommen, empty).wide()
    }
}

fn term(row: &BeurtRegel, day: Date) -> Inhoud {
    Beslisdag::from(row).cell(day)
}

fn work(row: &BeurtRegel) -> Inhoud {
    let address = super::kind::address_of_turn(&row.dossier, row.zet, &row.onderwerp);
    marked(Link::new(words(row.zet), address), row).spoken(format!("voor {}", row.naam)).into()
}

/// A mark at what came since the reader was here.
fn marked(link: Link, row: &BeurtRegel) -> Link {
    if row.nieuw { link.marked("nieuw") } else { link }
}

/// A turn of somebody else: the work is theirs, so the link leads to the child. Of two experts it says as what each advises.
fn known(row: &BeurtRegel) -> Inhoud {
    let link = marked(Link::new(words(row.zet), format!("/kind/{}", row.dossier)), row);
    let known = Inhoud::from(link.spoken(format!("voor {}", row.naam)));
    match row.grond.split_once("; ").filter(|_| matches!(row.zet, Zet::Adviseren | Zet::AdviesMeetekenen)) {
        Some((as_what, _)) => known.above(as_what.trim_start_matches("advies van een ")),
        None => known,
    }
}

/// Why now: where the list knows an article alone, what it is about stands before it.
fn why(row: &BeurtRegel) -> Inhoud {
    let grond = row.grond.as_str();
    match row.zet.wet().filter(|_| grond.starts_with("art. ")) {
        Some(words) => Inhoud::from(Taal::Nl.zeg(words)).above(grond),
        None => grond.into(),
    }
}

fn child(row: &BeurtRegel) -> Inhoud {
    let naam = Inhoud::from(Link::new(row.naam.as_str(), format!("/kind/{}", row.dossier)));
    if row.groep.is_empty() { naam } else { naam.above(group_words(&row.groep)) }
}

/// `groep 5`, `groep 5/6`; a class of a secondary school has a name of its own.
fn group_words(groep: &str) -> String {
    let numbered = groep.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    if numbered { format!("groep {groep}") } else { format!("klas {groep}") }
}
