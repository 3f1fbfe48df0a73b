//! What somebody typed and did not record yet: on top, since a term may run while it lies there.

use dossier::opdracht::Opdrachtnaam;
use teksten::{Taal, Tekst};
use web_base::error::Fout;
use web_base::onderdelen::{Kolom, Link, Tabel, Telefoonplek, short_date};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::{aanmelden, aanmelding, kind, leven, plan, verwijdering};

/// Forms that were kept, by this person or a colleague who shares them, and children who have no file yet; none where there are none.
pub(super) async fn table(state: &WebState, kijker: &Kijker) -> Result<Option<Tabel>, Fout> {
    let on = kijker.moment.vandaag;
    let half = state.app.half_ingevuld(&kijker.kijker, kijker.moment).await?;
    let found = state.app.bewaard_werk(&kijker.kijker, kijker.moment).await?;
    let kolommen = vec![
        Kolom::text("Wat").on_phone(Telefoonplek::Wat),
        Kolom::text("Wie").names_row().on_phone(Telefoonplek::Kop),
        Kolom::short("Bewaard op").on_phone(Telefoonplek::Dag),
    ];
    let mut tabel = Tabel::new("Bewaard en nog niet vastgelegd", kolommen, "");
    for row in half.iter().filter_map(|kind| aanmelden::half_row(kind, on)) {
        tabel.push(row);
    }
    for row in &found {
        let onderwerp = row.onderwerp.map(|onderwerp| onderwerp.to_string()).unwrap_or_default();
        let wat = of_act(row.opdracht).or_else(|| row.wat.clone());
        let wat = wat.map_or_else(|| "Gegevens van het kind".to_owned(), |wat| Taal::Nl.zeg(wat));
        let link = Link::new(wat, kind::address_of(&row.dossier, &onderwerp));
        tabel.push(vec![
            link.spoken(format!("voor {}", row.naam)).into(),
            Link::new(row.naam.as_str(), format!("/kind/{}", row.dossier)).into(),
            short_date(base::today_in_nl(row.op), on).into(),
        ]);
    }
    Ok((!tabel.is_empty()).then_some(tabel))
}

/// What an act is called on its own form: a half refusal is no half decision.
fn of_act(opdracht: Opdrachtnaam) -> Option<Tekst> {
    [aanmelding::genoemd, verwijdering::genoemd, leven::genoemd, plan::genoemd]
        .into_iter()
        .find_map(|named| named(opdracht))
}
