//! Lists of children: filters, order, pages, CSV.
//!
//! The address of a list holds codes and dates only. A name is searched in the box above every page
//! ([`super::zoeken`]) and never stands in an address.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use app::concepten::Bewaardwerk;
use app::lijst::{Direction, DossierSort, Kind, Page};
use app::lijsten::Kinderlijst;
use app::organisaties::{ScholenVraag, Schoolkaart};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::{Date, Organisatiesoort, Vestigingscode};
use dossier::Rol;
use dossier::beurt::Zet;
use dossier::proces::{lijstfasen, proces_van_fase};
use dossier::soort::Kindstand;
use web_base::error::{Fout, Uitkomst};
use web_base::lijst::{Filter, Filtersoort, Gegeven, IETS, Lijst, SCHOOLCODE, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Inhoud, Kolom, Link, Optie, Sorteer, Tabel, Telefoonplek, Termijn, Veld, short_date,
    zoveel,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

const PATH: &str = "/kinderen";
/// More schools than this are not chosen from a list.
const SCHOOLS_TO_CHOOSE: u32 = 200;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route(PATH, get(list)).route("/kinderen.csv", get(csv))
}

#[derive(Template)]
#[template(path = "paginas/kind/lijst.html")]
struct Blad {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
    /// May take over a dossier from another program.
    oso: bool,
}

/// The children that somebody sees.
pub(crate) const KINDEREN: Lijst<Kind, Kinderlijst, DossierSort> = Lijst {
    naam: "kinderen",
    uitleg: "De kinderen bij wie u of uw organisatie nu betrokken is.",
    filters: &[
        Filter {
            sleutel: "fase",
            titel: "Fase",
            soort: Filtersoort::Keuze("alle", full_phases, |wens, code| {
                wens.filter.fase = Some(code.to_owned());
            }),
        },
        Filter {
            sleutel: "wacht-op",
            titel: "Wacht op",
            soort: Filtersoort::Keuze("alle", roles, |wens, code| {
                wens.filter.wacht_op_rol = Some(code.to_owned());
            }),
        },
        Filter {
            sleutel: "groep",
            titel: "Groep",
            soort: Filtersoort::Woord("een groep of klas", IETS, "", |wens, groep| {
                wens.filter.groep = Some(groep.to_owned());
                true
            }),
        },
        Filter {
            sleutel: "uiterlijk",
            titel: "Volgende datum tot en met",
            soort: Filtersoort::Datum(|wens, day| wens.filter.volgende_tot_en_met = Some(day)),
        },
        Filter {
            sleutel: "vestiging",
            titel: "Code van de school",
            soort: Filtersoort::Woord(
                "de code van een school, zoals 99ZZ00",
                SCHOOLCODE,
                "",
                |wens, code| {
                    wens.filter.vestiging = code.parse().ok();
                    wens.filter.vestiging.is_some()
                },
            ),
        },
    ],
    ordes: &[
        ("naam", DossierSort::Naam),
        ("dossier", DossierSort::Dossier),
        ("geboren", DossierSort::Geboortedatum),
        ("groep", DossierSort::Groep),
        ("fase", DossierSort::Fase),
        ("datum", DossierSort::VolgendeDatum),
    ],
    gewoon: (DossierSort::Naam, Direction::Up),
    orden: |wens, sort, direction| (wens.sort, wens.direction) = (sort, direction),
    gegevens: &[
        Gegeven { naam: "dossier", soort: Soort::Tekst, waarde: |row| row.dossier.dossier.as_str().into() },
        Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |row| row.dossier.weergavenaam.as_str().into() },
        Gegeven {
            naam: "geboortedatum",
            soort: Soort::Datum,
            waarde: |row| row.dossier.geboortedatum.into(),
        },
        Gegeven {
            naam: "vestiging",
            soort: Soort::Tekst,
            waarde: |row| row.vestiging.as_ref().map(Vestigingscode::as_str).into(),
        },
        Gegeven { naam: "groep", soort: Soort::Tekst, waarde: |row| row.dossier.groep.as_deref().into() },
        Gegeven { naam: "fase", soort: Soort::Tekst, waarde: |row| phase_label(&row.fase).into() },
        Gegeven { naam: "aangemeld_op", soort: Soort::Datum, waarde: |row| row.aangemeld_op.into() },
        Gegeven { naam: "volgende_datum", soort: Soort::Datum, waarde: |row| row.volgende_datum.into() },
        Gegeven { naam: "voorstel_voor", soort: Soort::Datum, waarde: |row| row.volgende_einddag.into() },
    ],
    codes: &[
        Gegeven { naam: "fase", soort: Soort::Tekst, waarde: |row| row.fase.as_str().into() },
        Gegeven {
            naam: "wacht_op_rol",
            soort: Soort::Tekst,
            waarde: |row| row.wacht_op_rol.as_deref().into(),
        },
    ],
};

/// The roles for which a child can wait.
fn roles() -> Vec<(&'static str, &'static str)> {
    let have_turns: BTreeSet<Rol> = Zet::ALL.iter().map(|zet| zet.rol()).collect();
    have_turns.into_iter().map(|rol| (rol.code(), rol.label())).collect()
}

/// Every phase that a list can show, with its words.
pub(super) fn phases() -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<_> = lijstfasen().collect();
    all.extend(Kindstand::ALL.iter().map(|stand| (stand.code(), stand.label())));
    all
}

/// Of what a phase is: several processes have one that is called alike.
pub(super) fn phase_of(code: &str) -> &'static str {
    proces_van_fase(code).map_or("Kind", |proces| proces.lijstnaam)
}

/// Every phase with its words, after what it is of.
pub(super) fn full_phases() -> Vec<(&'static str, &'static str)> {
    static WORDS: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
        let full = |(code, label): (&'static str, &str)| (code, format!("{}: {label}", phase_of(code)));
        phases().into_iter().map(full).collect()
    });
    WORDS.iter().map(|(code, words)| (*code, words.as_str())).collect()
}

pub(super) fn phase_label(code: &str) -> &str {
    phases().into_iter().find(|(known, _)| *known == code).map_or("", |(_, label)| label)
}

async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found =
        state.app.kinderen(&kijker.kijker, kijker.moment, &KINDEREN.wens(&vraag)?, vraag.rows()?).await?;
    let pages = Bladeren::by(PATH, &vraag, &found)?;
    let total = zoveel(&found, "kind", "kinderen");
    let kept = state.app.bewaard_werk(&kijker.kijker, kijker.moment).await?;
    let tabel = table(&found.rows, &kept, &vraag, kijker.moment.vandaag)
        .paged(total, pages)
        .csv(vraag.without("bladzijde").address("/kinderen.csv"));
    let codes: Vec<&str> = phases().into_iter().map(|(code, _)| code).collect();
    let there = state.app.fasen_in_lijst(&kijker.kijker, kijker.moment, &codes).await?;
    let filters = KINDEREN.filters("Kinderen filteren", PATH, &vraag, shown_filters(&kijker));
    show(&Blad {
        pagina: kijker.page("Kinderen").wide(),
        filters: by_school(&state, &kijker, &vraag, filters)
            .await?
            .only("fase", |code| there.iter().any(|fase| fase == code)),
        tabel,
        oso: super::oso::may_take_over(kijker.kijker.actor.rol),
    })
}

/// The schools of a board or a partnership by name, where these are few enough to choose from; else the code is typed.
async fn by_school(
    state: &WebState,
    kijker: &Kijker,
    vraag: &Vraag,
    filters: Filters,
) -> Result<Filters, Fout> {
    let organisatie = &kijker.kijker.actor.organisatie;
    let bestuur = (organisatie.kind() == Organisatiesoort::Bestuur).then(|| organisatie.code().parse().ok());
    let schools = ScholenVraag {
        bestuur: bestuur.flatten(),
        swv: organisatie.swv(),
        ..ScholenVraag::all(Page::first(SCHOOLS_TO_CHOOSE))
    };
    if !sees_schools(kijker) || (schools.bestuur.is_none() && schools.swv.is_none()) {
        return Ok(filters);
    }
    let found = state.app.scholen(&schools, kijker.moment.vandaag).await?;
    let chosen = vraag.text("vestiging").unwrap_or_default();
    let known = chosen.is_empty() || found.rows.iter().any(|kaart| kaart.school.vestiging.as_str() == chosen);
    if found.more || found.total > found.rows.len() as u64 || !known {
        return Ok(filters);
    }
    let option =
        |kaart: &Schoolkaart| Optie::new(kaart.school.vestiging.as_str(), kaart.school.naam.as_str());
    let all = std::iter::once(Optie::new("", "alle")).chain(found.rows.iter().map(option)).collect();
    Ok(filters.choosing(Veld::select("vestiging", "School", all).value(chosen)))
}

/// Works with children of more schools than one, so that a school is something to choose.
pub(super) fn sees_schools(kijker: &Kijker) -> bool {
    matches!(kijker.kijker.actor.rol, Rol::BevoegdGezag | Rol::Loket | Rol::Besluitnemer | Rol::Deskundige)
}

fn shown_filters(kijker: &Kijker) -> &'static [&'static str] {
    let all = &["fase", "wacht-op", "groep", "uiterlijk", "vestiging"];
    if sees_schools(kijker) { all } else { &["fase", "wacht-op", "groep", "uiterlijk"] }
}

fn table(rows: &[Kind], kept: &[Bewaardwerk], vraag: &Vraag, on: Date) -> Tabel {
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, vraag, key));
    let short = |titel: &str, key: &str| Kolom::short(titel).sorted(Sorteer::by(PATH, vraag, key));
    let kolommen = vec![
        sorted("Naam", "naam").names_row().on_phone(Telefoonplek::Kop),
        short("Geboren", "geboren").on_phone(Telefoonplek::MetNaam),
        sorted("Groep", "groep").on_phone(Telefoonplek::MetNaam),
        sorted("Fase", "fase").on_phone(Telefoonplek::Wat),
        Kolom::text("Aan zet").on_phone(Telefoonplek::MetNaam),
        sorted("Volgende datum", "datum").on_phone(Telefoonplek::Dag),
        short("Dossier", "dossier").on_phone(Telefoonplek::MetNaam),
    ];
    Tabel::new("Kinderen", kolommen, "Er zijn geen kinderen die hierbij passen.").wide().rows(rows, |row| {
        let rol = row.wacht_op_rol.as_deref().and_then(|rol| rol.parse::<Rol>().ok());
        vec![
            Link::new(row.dossier.weergavenaam.as_str(), format!("/kind/{}", row.dossier.dossier)).into(),
            row.dossier.geboortedatum.map(|born| short_date(born, on)).into(),
            row.dossier.groep.clone().into(),
            phase(row, kept),
            rol.map(Rol::label).into(),
            Inhoud::from(Termijn::listed(row.volgende_datum, row.volgende_einddag, on).in_table()),
            row.dossier.dossier.as_str().into(),
        ]
    })
}

/// Two processes have a phase that is called so: in a list of all of them it says of what it is.
fn is_called_alike(label: &str) -> bool {
    phases().into_iter().filter(|(_, other)| *other == label).count() > 1
}

/// The phase, with a line below it where something was kept and not sent.
fn phase(row: &Kind, kept: &[Bewaardwerk]) -> Inhoud {
    let label = phase_label(&row.fase);
    let phase = Inhoud::from(label);
    let phase = if is_called_alike(label) { phase.above(phase_of(&row.fase)) } else { phase };
    let has_kept = kept.iter().any(|work| work.dossier == row.dossier.dossier);
    if has_kept { phase.above("bewaard, nog niet vastgelegd") } else { phase }
}

async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    as_csv(&state, &kijker, &KINDEREN.wens(&vraag)?).await
}

/// A list of children as a file for a spreadsheet.
pub(super) async fn as_csv(state: &WebState, kijker: &Kijker, lijst: &Kinderlijst) -> Uitkomst {
    KINDEREN.csv(state, kijker, |page| state.app.kinderen(&kijker.kijker, kijker.moment, lijst, page)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phase_says_of_what_it_is_and_whoever_has_a_turn_can_be_waited_for() {
        for (code, label) in lijstfasen() {
            assert_ne!(phase_of(code), "Kind", "{code}: {label}");
        }
        assert!(is_called_alike("ingetrokken") && !is_called_alike("ingeschreven"));
        assert_eq!((phase_of("tlv_verleend"), phase_of(Kindstand::Overleden.code())), ("Verklaring", "Kind"));
        for zet in Zet::ALL {
            assert!(roles().iter().any(|(code, _)| *code == zet.rol().code()), "{}", zet.code());
        }
    }
}
