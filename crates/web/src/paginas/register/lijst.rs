//! The declarations of a samenwerkingsverband.

use app::lijst::Direction;
use app::lijst::{Tlv, TlvSort};
use app::register::Registerlijst;
use askama::Template;
use axum::extract::State;
use base::Date;
use dossier::soort::TlvSoort;
use dossier::staat::TlvStand;
use exchange::tabel::Cel;
use teksten::Taal;
use web_base::error::Uitkomst;
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Inhoud, Kolom, Label, Labelsoort, Link, Sorteer, Tabel, Telefoonplek, aantal,
    short_date,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::advies::kinds;

const PATH: &str = "/register";
/// The declarations of a partnership.
pub(crate) const VERKLARINGEN: Lijst<Tlv, Registerlijst, TlvSort> = Lijst {
    naam: "register",
    uitleg: "De toelaatbaarheidsverklaringen die uw samenwerkingsverband gaf.",
    filters: &[
        Filter {
            sleutel: "stand",
            titel: "Stand",
            soort: Filtersoort::Keuze(
                "alle",
                || TlvStand::ALL.iter().map(|stand| (stand.code(), stand.label())).collect(),
                |wens, code| wens.status = TlvStand::from_code(code),
            ),
        },
        Filter {
            sleutel: "soort",
            titel: "Voor",
            soort: Filtersoort::Keuze("alle", kinds, |wens, code| wens.soort = Some(code.to_owned())),
        },
        Filter {
            sleutel: "geldig_op",
            titel: "Geldig op",
            soort: Filtersoort::Datum(|wens, day| wens.geldig_op = Some(day)),
        },
    ],
    ordes: &[
        ("nummer", TlvSort::Nummer),
        ("kind", TlvSort::Naam),
        ("soort", TlvSort::Soort),
        ("vanaf", TlvSort::Van),
        ("tot", TlvSort::TotEnMet),
        ("stand", TlvSort::Status),
    ],
    // The newest come first.
    gewoon: (TlvSort::Van, Direction::Down),
    orden: |wens, sort, direction| (wens.sort, wens.direction) = (sort, direction),
    gegevens: &[
        Gegeven { naam: "nummer", soort: Soort::Tekst, waarde: |row| row.tlv.nummer.as_str().into() },
        Gegeven { naam: "dossier", soort: Soort::Tekst, waarde: |row| row.dossier.as_str().into() },
        Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |row| row.tlv.weergavenaam.as_str().into() },
        Gegeven { naam: "geboortedatum", soort: Soort::Datum, waarde: |row| row.tlv.geboortedatum.into() },
        Gegeven { naam: "soort", soort: Soort::Tekst, waarde: |row| row.tlv.soort.as_str().into() },
        Gegeven { naam: "categorie", soort: Soort::Tekst, waarde: |row| row.tlv.categorie.as_deref().into() },
        Gegeven { naam: "van", soort: Soort::Datum, waarde: |row| row.tlv.van.into() },
        Gegeven { naam: "tot_en_met", soort: Soort::Datum, waarde: |row| row.tlv.tot_en_met.into() },
        Gegeven { naam: "stand", soort: Soort::Tekst, waarde: |row| row.tlv.status.as_str().into() },
    ],
    codes: &[Gegeven {
        naam: "aanvraag",
        soort: Soort::Getal,
        waarde: |row| Cel::Getal(row.tlv.aanvraag.into()),
    }],
};

#[derive(Template)]
#[template(path = "paginas/register/lijst.html")]
struct Register {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
}

/// How a declaration stands, in words; one that begins later, from which day.
pub(super) fn stand(stand: TlvStand, van: Date, on: Date) -> Label {
    let soort = match stand {
        TlvStand::Bekend | TlvStand::Gebruikt => Labelsoort::Goed,
        TlvStand::Verleend | TlvStand::GaatIn => Labelsoort::Gauw,
        TlvStand::Verlopen | TlvStand::Ingetrokken => Labelsoort::Gewoon,
    };
    match stand {
        TlvStand::GaatIn => Label::new(format!("gaat in op {}", short_date(van, on)), soort),
        TlvStand::Verleend
        | TlvStand::Bekend
        | TlvStand::Gebruikt
        | TlvStand::Verlopen
        | TlvStand::Ingetrokken => Label::new(stand.label(), soort),
    }
}

/// The register.
pub(super) async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = VERKLARINGEN.wens(&vraag)?;
    let found = state.app.tlv_register(&kijker.kijker, kijker.moment, &wens, vraag.rows()?).await?;
    let pages = Bladeren::by(PATH, &vraag, &found)?;
    let total = format!("{} in totaal", aantal(&found));
    let csv = vraag.without("bladzijde").address("/register.csv");
    show(&Register {
        pagina: kijker.page("Register van verklaringen en aanwijzingen").wide(),
        filters: VERKLARINGEN.filters("Register filteren", PATH, &vraag, &["stand", "soort", "geldig_op"]),
        tabel: table(&found.rows, &vraag, &kijker).paged(total, pages).csv(csv),
    })
}

fn table(rows: &[Tlv], vraag: &Vraag, kijker: &Kijker) -> Tabel {
    let on = kijker.moment.vandaag;
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, vraag, key));
    let kolommen = vec![
        Kolom::short("Nummer")
            .sorted(Sorteer::by(PATH, vraag, "nummer"))
            .names_row()
            .on_phone(Telefoonplek::Wat),
        sorted("Kind", "kind").on_phone(Telefoonplek::Kop),
        sorted("Voor", "soort").on_phone(Telefoonplek::MetNaam),
        Kolom::text("Categorie").on_phone(Telefoonplek::MetNaam),
        sorted("Geldig vanaf", "vanaf").on_phone(Telefoonplek::MetNaam),
        sorted("Geldig tot en met", "tot").on_phone(Telefoonplek::MetNaam),
        sorted("Stand", "stand").on_phone(Telefoonplek::Dag),
    ];
    Tabel::new(
        "Verklaringen en aanwijzingen",
        kolommen,
        "Er is geen verklaring of aanwijzing die hierbij past.",
    )
    .wide()
    .rows(rows, |row| {
        let tlv = &row.tlv;
        vec![
            Link::new(tlv.nummer.as_str(), format!("{PATH}/{}", tlv.nummer)).into(),
            Inhoud::from(tlv.weergavenaam.as_str())
                .above(tlv.geboortedatum.map(|born| format!("geboren {}", short_date(born, on)))),
            TlvSoort::from_code(&tlv.soort).map(what_for).into(),
            tlv.categorie.clone().into(),
            long_date(tlv.van).into(),
            long_date(tlv.tot_en_met).into(),
            TlvStand::from_code(&tlv.status).map(|how| stand(how, tlv.van, on)).into(),
        ]
    })
}

/// For which education, and that it is an aanwijzing where it is no declaration.
fn what_for(soort: TlvSoort) -> String {
    match soort {
        TlvSoort::Lwoo => format!("{} (aanwijzing)", soort.label()),
        TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso | TlvSoort::Pro => soort.label().to_owned(),
    }
}

/// A period always says its years: a declaration that began last year runs into the next.
pub(super) fn long_date(day: Date) -> String {
    Taal::Nl.korte_dag(day)
}

/// The register as a file for a spreadsheet.
pub(super) async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = VERKLARINGEN.wens(&vraag)?;
    VERKLARINGEN
        .csv(&state, &kijker, |page| state.app.tlv_register(&kijker.kijker, kijker.moment, &lijst, page))
        .await
}
