//! The card of removals and suspensions on the page of a child.

use app::kind::Kindbeeld;
use base::Date;
use dossier::Woord;
use teksten::{Taal, kind, zaak};
use web_base::onderdelen::{Kolom, Link, Tabel, day_in};

use crate::paginas::processen::Kindkaart;

/// The card.
pub(super) fn kaart(beeld: &Kindbeeld, on: Date, taal: Taal) -> Option<Kindkaart> {
    Kindkaart::of(taal.zeg(kind::schorsen_en_verwijderen()), removals(beeld, on, taal))
}

fn removals(beeld: &Kindbeeld, on: Date, taal: Taal) -> Tabel {
    let kolommen = vec![
        Kolom::text(taal.zeg(kind::kolom_wat())).names_row(),
        Kolom::text(taal.zeg(kind::stand())),
        Kolom::text(taal.zeg(kind::datum())),
    ];
    let mut tabel = Tabel::new(taal.zeg(kind::schorsen_en_verwijderen()), kolommen, "").in_taal(taal);
    for verwijdering in &beeld.verwijderingen {
        let address = format!("/kind/{}/verwijdering/{}", beeld.nummer, verwijdering.nr);
        tabel.push(vec![
            Link::new(taal.zeg(kind::verwijdering()), address).into(),
            taal.zeg(verwijdering.fase().woord()).into(),
            day_in(taal, verwijdering.voorgenomen_op, on).into(),
        ]);
    }
    for schorsing in &beeld.schorsingen {
        let address = format!("/kind/{}/schorsing/{}", beeld.nummer, schorsing.nr);
        let told = match (schorsing.melding_nodig(), schorsing.gemeld_op) {
            (true, None) => taal.zeg(kind::nog_te_melden()),
            (true | false, Some(op)) => taal.zeg(kind::Gemeld { op: &day_in(taal, op, on) }.tekst()),
            // What is revoked is not told of a report beside it.
            (false, None) if schorsing.herroepen.is_some() => String::new(),
            (false, None) => taal.zeg(kind::geen_melding_nodig()),
        };
        let period = match schorsing.laatste_dag() {
            Some(tot_en_met) => taal.zeg(kind::Periode { van: schorsing.van, tot_en_met }.tekst()),
            None if schorsing.herroepen.is_some() => taal.zeg(zaak::herroepen()),
            None => taal.zeg(kind::schorsing_niet_doorgegaan()),
        };
        tabel.push(vec![Link::new(taal.zeg(kind::schorsing()), address).into(), told.into(), period.into()]);
    }
    tabel
}
