//! Registrations on pages that are not their own: the card on the page of a child, and why they have their dates.

use app::kind::Kindbeeld;
use app::mijn::MijnKind;
use base::Date;
use dossier::Woord;
use dossier::beurt::{Beurt, Onderwerp, Zet};
use dossier::staat::{Aanmelding, Afloop};
use teksten::{Taal, kind, mijn, zaak};
use web_base::onderdelen::{Inhoud, Kolom, Label, Labelsoort, Link, Tabel, Termijn, Uitleg, Waarom, day_in};

use crate::paginas::processen::Kindkaart;

/// The card of registrations, with who holds the duty of care.
pub(super) fn kaart(beeld: &Kindbeeld, on: Date, taal: Taal) -> Option<Kindkaart> {
    let kaart = Kindkaart::of(taal.zeg(kind::kop_aanmeldingen()), registrations(beeld, on, taal))?;
    let vooraf = match beeld.zorgplicht.join(", ") {
        held if held.is_empty() => held,
        held => taal.zeg(kind::ZorgplichtBij { scholen: &held }.tekst()),
    };
    Some(Kindkaart { vooraf, ..kaart })
}

/// The computation behind the date of a turn.
pub(super) fn waarom(beeld: &Kindbeeld, beurt: &Beurt) -> Option<Uitleg> {
    let Some(Onderwerp::Aanmelding(nr)) = beurt.onderwerp else { return None };
    let aanmelding = beeld.aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr)?;
    // A day that is the same by chance is explained by nothing of the term.
    let by_law = matches!(
        beurt.zet,
        Zet::BehoefteVaststellen
            | Zet::AanmeldingBeslissen
            | Zet::TijdelijkPlaatsen
            | Zet::InformatieVerwerken
    );
    Some(Uitleg::from(aanmelding.berekening_van(beurt.uiterlijk.filter(|_| by_law)?)?))
}

fn registrations(beeld: &Kindbeeld, on: Date, taal: Taal) -> Tabel {
    // After a death every term stops.
    let stopped = beeld.overleden_op.is_some();
    let kolommen = vec![
        Kolom::text(taal.zeg(kind::kolom_school())).names_row(),
        Kolom::short(taal.zeg(kind::ontvangen())),
        Kolom::text(taal.zeg(kind::stand())),
        Kolom::text(taal.zeg(kind::beslissen())),
    ];
    Tabel::new(taal.zeg(kind::aanmeldingen()), kolommen, "").in_taal(taal).rows(
        &beeld.aanmeldingen,
        |aanmelding| {
            let link = Link::new(
                aanmelding.schoolnaam.as_str(),
                format!("/kind/{}/aanmelding/{}", beeld.nummer, aanmelding.nr),
            );
            let school = Inhoud::from(link);
            let others = aanmelding.andere_scholen.join(", ");
            let school = if others.is_empty() {
                school
            } else {
                school.above(taal.zeg(kind::OokAangemeld { scholen: &others }.tekst()))
            };
            vec![
                school,
                day_in(taal, aanmelding.ontvangen_op, on).into(),
                stand(aanmelding, on, taal),
                if stopped { taal.zeg(kind::gestopt()).into() } else { decision_term(aanmelding, on, taal) },
            ]
        },
    )
}

fn stand(aanmelding: &Aanmelding, on: Date, taal: Taal) -> Inhoud {
    let label = Label::new(taal.zeg(aanmelding.fase_op(on).woord()), Labelsoort::Gewoon);
    let breach = (!aanmelding.feitelijk_geweigerd.is_empty())
        .then(|| Label::new(taal.zeg(kind::zonder_besluit()), Labelsoort::Laat));
    Inhoud::Labels(std::iter::once(label).chain(breach).collect())
}

/// Why the last day to decide is that day. Once the time for what was asked is over, the day that was promised then.
pub(super) fn why_decide(aanmelding: &Aanmelding, on: Date, taal: Taal) -> Waarom {
    let lapsed = aanmelding.open_opschorting().is_some() && aanmelding.wacht_op(on).is_none();
    let why = if lapsed {
        Uitleg::text(taal.zeg(zaak::tijd_voorbij()))
    } else {
        Uitleg::from(aanmelding.termijn.berekening.as_ref())
    };
    why.on_page_in(taal).folded(taal.zeg(mijn::deze_datum()))
}

fn decision_term(aanmelding: &Aanmelding, on: Date, taal: Taal) -> Inhoud {
    if let Some(besloten) = aanmelding.besloten_op() {
        let objection = match &aanmelding.afloop {
            Some(
                Afloop::Geweigerd { bezwaar_uiterlijk, .. }
                | Afloop::BuitenBehandeling { bezwaar_uiterlijk, .. },
            ) => taal.zeg(kind::BezwaarUiterlijk { op: *bezwaar_uiterlijk }.tekst()),
            _ => String::new(),
        };
        let op = day_in(taal, besloten, on);
        return Inhoud::from(taal.zeg(kind::Besloten { op: &op }.tekst())).above(objection);
    }
    let why = why_decide(aanmelding, on, taal);
    match aanmelding.beslissen_uiterlijk_op(on) {
        Some(uiterlijk) => Inhoud::from(Termijn::of(uiterlijk, on).in_table().in_taal(taal)).above(why),
        None => Inhoud::from(taal.zeg(kind::staat_stil())).above(why),
    }
}

/// Why a registration has this date, to its parents.
pub(super) fn reden(mijn: &MijnKind, nr: u32, dag: Date, taal: Taal) -> Option<Uitleg> {
    let aanmelding = mijn.beeld.aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr)?;
    let asked = aanmelding.open_opschorting().filter(|asked| asked.tot_en_met == dag);
    match asked {
        Some(_) => Some(Uitleg::text(taal.zeg(mijn::SchoolGafTijd { dag }.tekst()))),
        None => aanmelding.berekening_van(dag).map(Uitleg::from),
    }
}
