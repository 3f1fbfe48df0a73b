//! Registrations on pages that are not their own: the card on the page of a child, and why they have their dates.

use app::kind::Kindbeeld;
use app::mijn::MijnKind;
use base::Date;
use base::dates::short_nl;
use dossier::beurt::{Beurt, Onderwerp, Zet};
use dossier::staat::Afloop;
use teksten::{Taal, mijn};
use web_base::onderdelen::{
    Inhoud, Kolom, Label, Labelsoort, Link, Tabel, Termijn, Uitleg, Waarom, short_date,
};

use crate::paginas::processen::Kaart;

/// The card of registrations, with who holds the duty of care.
pub(super) fn kaart(beeld: &Kindbeeld, on: Date) -> Option<Kaart> {
    let kaart = Kaart::of("Aanmeldingen en zorgplicht", registrations(beeld, on))?;
    let vooraf = match beeld.zorgplicht.join(", ") {
        held if held.is_empty() => held,
        held => format!("De zorgplicht ligt nu bij: {held}."),
    };
    Some(Kaart { vooraf, ..kaart })
}

/// The computation behind the date of a turn.
pub(super) fn waarom(beeld: &Kindbeeld, beurt: &Beurt) -> Option<Waarom> {
    let Onderwerp::Aanmelding(nr) = beurt.onderwerp else { return None };
    let aanmelding = beeld.aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr)?;
    let berekening = match beurt.zet {
        Zet::TijdelijkPlaatsen => &aanmelding.tijdelijk_recht.berekening,
        Zet::BehoefteVaststellen | Zet::AanmeldingBeslissen | Zet::AanbodBeantwoorden => {
            &aanmelding.termijn.berekening
        }
        _ => return None,
    };
    Some(Uitleg::from(berekening.as_ref()).folded("deze datum"))
}

fn registrations(beeld: &Kindbeeld, on: Date) -> Tabel {
    // After a death every term stops.
    let stopped = beeld.overleden_op.is_some();
    let kolommen = vec![
        Kolom::text("School").names_row(),
        Kolom::short("Ontvangen"),
        Kolom::text("Stand"),
        Kolom::text("Beslissen"),
    ];
    Tabel::new("Aanmeldingen", kolommen, "Er zijn geen aanmeldingen.").rows(
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
                school.above(format!("ook aangemeld bij, volgens de ouders: {others}"))
            };
            vec![
                school,
                short_date(aanmelding.ontvangen_op, on).into(),
                stand(aanmelding),
                if stopped { "gestopt".into() } else { decision_term(aanmelding, on) },
            ]
        },
    )
}

fn stand(aanmelding: &dossier::staat::Aanmelding) -> Inhoud {
    let label = Label::new(aanmelding.fase().label(), Labelsoort::Gewoon);
    let breach = (!aanmelding.feitelijk_geweigerd.is_empty())
        .then(|| Label::new("geweigerd zonder besluit", Labelsoort::Laat));
    Inhoud::Labels(std::iter::once(label).chain(breach).collect())
}

fn decision_term(aanmelding: &dossier::staat::Aanmelding, on: Date) -> Inhoud {
    if let Some(besloten) = aanmelding.besloten_op() {
        let objection = match &aanmelding.afloop {
            Some(
                Afloop::Geweigerd { bezwaar_uiterlijk, .. }
                | Afloop::BuitenBehandeling { bezwaar_uiterlijk, .. },
            ) => {
                format!("bezwaar uiterlijk {}", short_nl(*bezwaar_uiterlijk))
            }
            _ => String::new(),
        };
        return Inhoud::from(format!("besloten {}", short_date(besloten, on))).above(objection);
    }
    let why = Uitleg::from(aanmelding.termijn.berekening.as_ref()).folded("deze datum");
    match aanmelding.termijn.uitkomst.uiterlijk {
        Some(uiterlijk) => Inhoud::from(Termijn::of(uiterlijk, on).in_table()).above(why),
        None => Inhoud::from("de termijn staat stil").above(why),
    }
}

/// Why a registration has this date, to its parents.
pub(super) fn reden(mijn: &MijnKind, nr: u32, dag: Date, taal: Taal) -> Option<Uitleg> {
    let aanmelding = mijn.beeld.aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr)?;
    let asked = aanmelding.open_opschorting().filter(|asked| asked.tot_en_met == dag);
    Some(match asked {
        Some(_) => Uitleg::text(taal.zeg(mijn::SchoolGafTijd { dag }.tekst())),
        None => Uitleg::from(aanmelding.termijn.berekening.as_ref()),
    })
}
