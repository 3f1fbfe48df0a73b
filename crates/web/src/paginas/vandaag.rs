//! The home page of every professional: one's own turns by date, and whose turn it is elsewhere.

use app::vandaag::BeurtRegel;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::Date;
use base::dates::long_nl;
use dossier::Rol;

use crate::error::Uitkomst;
use crate::limits;
use crate::onderdelen::{Bladeren, Inhoud, Kolom, Link, Tabel, Termijn, short_date};
use crate::pagina::{Pagina, show};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/vandaag", get(today))
}

#[derive(Template)]
#[template(path = "paginas/vandaag.html")]
struct Vandaag {
    pagina: Pagina,
    van_u: u64,
    uw_beurten: Tabel,
    van_anderen: u64,
    andere_beurten: Tabel,
}

async fn today(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = state.app.vandaag(&kijker.kijker, kijker.moment, vraag.rows()?).await?;
    let day = kijker.moment.vandaag;
    let pages = Bladeren::of(found.van_u.total, u64::from(limits::ROWS), vraag.page()?, |page| {
        vraag.with("bladzijde", page).address("/vandaag")
    });
    let total = format!("{} in totaal", found.van_u.total);
    show(&Vandaag {
        pagina: kijker.page("Vandaag").sub(long_nl(day)),
        van_u: found.van_u.total,
        uw_beurten: own_turns(&found.van_u.rows, day).paged(total, pages),
        van_anderen: found.van_anderen.total,
        andere_beurten: turns_of_others(&found.van_anderen.rows, day),
    })
}

fn own_turns(rows: &[BeurtRegel], day: Date) -> Tabel {
    let kolommen = vec![
        Kolom::text("Uiterlijk"),
        Kolom::text("Wat"),
        Kolom::text("Wie").names_row(),
        Kolom::text("Waarom nu"),
    ];
    Tabel::new("U bent aan zet", kolommen, "U hoeft nu niets te doen. Zodra u aan zet bent, staat het hier.")
        .wide()
        .rows(rows, |row| vec![term(row, day), work(row), child(row), row.grond.as_str().into()])
}

fn turns_of_others(rows: &[BeurtRegel], day: Date) -> Tabel {
    let kolommen = vec![
        Kolom::text("Uiterlijk"),
        Kolom::text("Wat"),
        Kolom::text("Wie").names_row(),
        Kolom::text("Aan zet"),
    ];
    Tabel::new("Anderen zijn aan zet", kolommen, "Er is nu niemand anders aan zet.").wide().rows(
        rows,
        |row| {
            let who = Inhoud::Tekst(match row.rol {
                Rol::Ouder => "de ouders".to_owned(),
                rol => format!("{}, {}", row.organisatie, rol.label()),
            });
            vec![
                term(row, day),
                known(row),
                child(row),
                who.above(format!("sinds {}", short_date(row.van, day))),
            ]
        },
    )
}

fn term(row: &BeurtRegel, day: Date) -> Inhoud {
    Termijn::maybe(row.uiterlijk, day).in_table().into()
}

fn work(row: &BeurtRegel) -> Inhoud {
    let address = super::kind::address_of(&row.dossier, &row.onderwerp);
    Link::new(row.zet.label(), address).spoken(format!("voor {}", row.naam)).into()
}

/// A turn of somebody else: the work is theirs, so the link leads to the child.
fn known(row: &BeurtRegel) -> Inhoud {
    Link::new(row.zet.label(), format!("/kind/{}", row.dossier)).spoken(format!("voor {}", row.naam)).into()
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
