//! Since somebody was here: what others did, and what they ended.

use app::vandaag::Nieuws;
use base::dates::clock_nl;
use base::{Date, Timestamp};
use teksten::Taal;
use web_base::error::Fout;
use web_base::onderdelen::{Inhoud, Kolom, Link, Tabel, Telefoonplek, short_date};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::kind;

/// What others did since then; none where nobody did anything, or nobody knows since when.
pub(super) async fn table(
    state: &WebState,
    kijker: &Kijker,
    sinds: Option<Timestamp>,
) -> Result<Option<Tabel>, Fout> {
    let Some(sinds) = sinds else { return Ok(None) };
    let found = state.app.sinds(&kijker.kijker, kijker.moment, sinds).await?;
    let kolommen = vec![
        Kolom::text("Wie").names_row().on_phone(Telefoonplek::Kop),
        Kolom::text("Wat er gebeurde").on_phone(Telefoonplek::Wat),
        Kolom::short("Wanneer").on_phone(Telefoonplek::Dag),
    ];
    let on = kijker.moment.vandaag;
    let tabel =
        Tabel::new("Wat anderen deden sinds u hier was", kolommen, "").rows(&found, |row| line(row, on));
    Ok((!found.is_empty()).then_some(tabel))
}

fn line(row: &Nieuws, on: Date) -> Vec<Inhoud> {
    let onderwerp = row.onderwerp.map(|onderwerp| onderwerp.to_string()).unwrap_or_default();
    let who = row.door.naam.clone().unwrap_or_else(|| row.door.rol.label().to_owned());
    let done = Link::new(Taal::Nl.zeg(&row.tekst), kind::address_of(&row.dossier, &onderwerp));
    vec![
        Link::new(row.naam.as_str(), format!("/kind/{}", row.dossier)).into(),
        Inhoud::from(done.spoken(format!("bij {}", row.naam))).above(format!("door {who}")),
        last_time(row.at, on).into(),
    ]
}

/// `vandaag om 9:05`, or the day with the time.
pub(super) fn last_time(at: Timestamp, on: Date) -> String {
    let day = base::today_in_nl(at);
    let day = if day == on { "vandaag".to_owned() } else { short_date(day, on) };
    format!("{day} om {}", clock_nl(at))
}
