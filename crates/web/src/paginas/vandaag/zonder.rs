//! Requests that wait for an expert whose role ended: nothing in the file says so, and nobody but the desk sees it.

use app::AppError;
use app::lijst::{Direction, Page, Rows, Toewijzing};
use dossier::Rol;
use web_base::error::Fout;
use web_base::lijst::{Gegeven, Lijst, Soort};
use web_base::onderdelen::{Kolom, Link, Tabel, Telefoonplek, short_date};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag;
use crate::paginas::aanvraagregel as regel;
use crate::paginas::beslisdag::Beslisdag;

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ZonderOrde {
    /// Default cases on top, then by last day.
    #[default]
    Uiterlijk,
    Naam,
}

/// In which order they are asked for.
#[derive(Default)]
pub(crate) struct ZonderWens {
    orde: ZonderOrde,
    direction: Direction,
}

/// Requests on which somebody was asked to advise who is no expert of the partnership any more.
pub(crate) const ZONDER_DESKUNDIGE: Lijst<Toewijzing, ZonderWens, ZonderOrde> = Lijst {
    naam: "zonder-deskundige",
    uitleg: "De aanvragen die wachten op een deskundige die niet meer bij uw samenwerkingsverband werkt. Beëindig de toewijzing en vraag een ander.",
    filters: &[],
    ordes: &[("uiterlijk", ZonderOrde::Uiterlijk), ("naam", ZonderOrde::Naam)],
    gewoon: (ZonderOrde::Uiterlijk, Direction::Up),
    orden: |wens, orde, direction| (wens.orde, wens.direction) = (orde, direction),
    gegevens: &[
        regel::dossier(),
        regel::aanvraag(),
        regel::naam(),
        regel::gevraagd(),
        Gegeven {
            naam: "toegewezen_op",
            soort: Soort::Datum,
            waarde: |row| row.toewijzing.toegewezen_op.into(),
        },
        regel::uiterlijk("besluit_uiterlijk"),
        regel::wettelijk(),
        regel::zonder_dwangsom(),
    ],
    codes: &[
        regel::gevraagd_code(),
        Gegeven {
            naam: "deskundige",
            soort: Soort::Tekst,
            waarde: |row| row.toewijzing.persoon.as_str().into(),
        },
    ],
};

/// One page of them in the order that was asked for. A partnership has a handful.
pub(crate) async fn without_expert(
    state: &WebState,
    kijker: &Kijker,
    wens: &ZonderWens,
    page: Page,
) -> Result<Rows<Toewijzing>, AppError> {
    if kijker.kijker.actor.rol != Rol::Loket {
        return Err(AppError::Forbidden { reden: teksten::toegang::ziet_loket() });
    }
    let mut rows = state.app.zonder_deskundige(&kijker.kijker, kijker.moment).await?;
    if wens.orde == ZonderOrde::Naam {
        rows.sort_by(|one, other| one.dossier.sorteernaam.cmp(&other.dossier.sorteernaam));
    }
    if wens.direction == Direction::Down {
        rows.reverse();
    }
    let total = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let offset = usize::try_from(page.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(page.limit).unwrap_or(usize::MAX);
    Ok(Rows { rows: rows.into_iter().skip(offset).take(limit).collect(), total, more: false })
}

/// Them for the desk on 'Vandaag'; none where there are none.
pub(super) async fn table(state: &WebState, kijker: &Kijker) -> Result<Option<Tabel>, Fout> {
    let rows = state.app.zonder_deskundige(&kijker.kijker, kijker.moment).await?;
    let day = kijker.moment.vandaag;
    let kolommen = vec![
        Kolom::text("Besluit uiterlijk").on_phone(Telefoonplek::Dag),
        Kolom::text("Wat").on_phone(Telefoonplek::Wat),
        Kolom::text("Wie").names_row().on_phone(Telefoonplek::Kop),
        Kolom::text("Gevraagd").on_phone(Telefoonplek::MetNaam),
    ];
    let tabel = Tabel::new("Aanvragen zonder deskundige", kolommen, "").wide().rows(&rows, |row| {
        let request = aanvraag::address(&row.dossier.dossier, row.aanvraag.aanvraag);
        let naam = row.dossier.weergavenaam.as_str();
        let act = Link::new("Kies een andere deskundige", format!("{request}/deskundigen"));
        vec![
            Beslisdag::from(&row.aanvraag).cell(day),
            act.spoken(format!("voor {naam}")).into(),
            Link::new(naam, format!("/kind/{}", row.dossier.dossier)).into(),
            short_date(row.toewijzing.toegewezen_op, day).into(),
        ]
    });
    Ok((!rows.is_empty()).then_some(tabel))
}
