//! The card of plans on the page of a child, and why a plan has its last day.

use app::kind::Kindbeeld;
use base::Date;
use dossier::Woord;
use dossier::beurt::{Beurt, Onderwerp, Zet};
use teksten::{Taal, kind};
use web_base::onderdelen::{Kolom, Link, Tabel, Uitleg, day_in};

use crate::paginas::processen::Kindkaart;

/// The card.
pub(super) fn kaart(beeld: &Kindbeeld, on: Date, taal: Taal) -> Option<Kindkaart> {
    let kolommen = vec![
        Kolom::text(taal.zeg(kind::kolom_wat())).names_row(),
        Kolom::text(taal.zeg(kind::stand())),
        Kolom::text(taal.zeg(kind::datum())),
    ];
    let mut tabel = Tabel::new(taal.zeg(kind::plannen()), kolommen, "").in_taal(taal);
    for plan in &beeld.plannen {
        let address = format!("/kind/{}/plan/{}", beeld.nummer, plan.nr);
        tabel.push(vec![
            Link::new(taal.zeg(plan.soort.woord()), address).into(),
            taal.zeg(plan.fase().woord()).into(),
            day_in(taal, plan.begonnen_op, on).into(),
        ]);
    }
    Kindkaart::of(taal.zeg(kind::plannen()), tabel)
}

/// The computation of the legal day, where a rule made it.
pub(super) fn waarom(beeld: &Kindbeeld, beurt: &Beurt) -> Option<Uitleg> {
    let Onderwerp::Plan(nr) = beurt.onderwerp? else { return None };
    let plan = beeld.plan(nr)?;
    let first = matches!(beurt.zet, Zet::PlanMaken | Zet::PlanVaststellen) && plan.vaststellingen.is_empty();
    let termijn = plan.termijn.as_ref().filter(|_| first && beurt.uiterlijk == plan.uiterlijk)?;
    Some(Uitleg::in_sector(termijn.berekening.as_ref(), plan.sector))
}
