//! The card of removals and suspensions on the page of a child.

use app::kind::Kindbeeld;
use base::Date;
use base::dates::short_nl;
use web_base::onderdelen::{Kolom, Link, Tabel, short_date};

use crate::paginas::processen::Kaart;

/// The card.
pub(super) fn kaart(beeld: &Kindbeeld, on: Date) -> Option<Kaart> {
    Kaart::of("Schorsen en verwijderen", removals(beeld, on))
}

fn removals(beeld: &Kindbeeld, on: Date) -> Tabel {
    let kolommen = vec![Kolom::text("Wat").names_row(), Kolom::text("Stand"), Kolom::text("Datum")];
    let mut tabel = Tabel::new("Schorsen en verwijderen", kolommen, "");
    for verwijdering in &beeld.verwijderingen {
        let address = format!("/kind/{}/verwijdering/{}", beeld.nummer, verwijdering.nr);
        tabel.push(vec![
            Link::new("Verwijdering", address).into(),
            verwijdering.fase().label().into(),
            short_date(verwijdering.voorgenomen_op, on).into(),
        ]);
    }
    for schorsing in &beeld.schorsingen {
        let address = format!("/kind/{}/schorsing/{}", beeld.nummer, schorsing.nr);
        let told = match (schorsing.melding_nodig, schorsing.gemeld_op) {
            (true, None) => "nog te melden aan de Inspectie".to_owned(),
            (true, Some(op)) => format!("gemeld {}", short_date(op, on)),
            (false, _) => "geen melding nodig".to_owned(),
        };
        let period = format!("{} tot en met {}", short_nl(schorsing.van), short_nl(schorsing.tot_en_met));
        tabel.push(vec![Link::new("Schorsing", address).into(), told.into(), period.into()]);
    }
    tabel
}
