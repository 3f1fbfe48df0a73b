//! Requests on pages that are not their own: the card on the page of a child, and why they have their dates.

use app::kind::Kindbeeld;
use app::mijn::MijnKind;
use base::Date;
use base::dates::short_nl;
use dossier::beurt::{Beurt, Onderwerp};
use dossier::staat::TlvFase;
use dossier::tlv::staat::Besluit;
use teksten::{Taal, mijn};
use web_base::onderdelen::{
    Inhoud, Kolom, Label, Labelsoort, Link, Tabel, Termijn, Uitleg, Waarom, short_date,
};

use crate::paginas::processen::Kaart;

/// The card of requests.
pub(super) fn kaart(beeld: &Kindbeeld, on: Date) -> Option<Kaart> {
    Kaart::of("Wat is gevraagd", requests(beeld, on))
}

/// The computation behind the date of a turn.
pub(super) fn waarom(beeld: &Kindbeeld, beurt: &Beurt) -> Option<Waarom> {
    let Onderwerp::Aanvraag(nr) = beurt.onderwerp else { return None };
    let aanvraag = beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == nr)?;
    Some(Uitleg::from(aanvraag.termijn.as_ref()?.berekening.as_ref()).folded("deze datum"))
}

fn requests(beeld: &Kindbeeld, on: Date) -> Tabel {
    // After a death every term stops.
    let stopped = beeld.overleden_op.is_some();
    let kolommen = vec![Kolom::text("Wat").names_row(), Kolom::text("Stand"), Kolom::short("Datum")];
    Tabel::new("Aanvragen", kolommen, "Er is niets gevraagd.").rows(&beeld.aanvragen, |aanvraag| {
        let address = format!("/kind/{}/aanvraag/{}", beeld.nummer, aanvraag.nr);
        let what = Link::new(format!("Toelaatbaarheidsverklaring {}", aanvraag.soort.label()), address);
        let fase = aanvraag.fase();
        let soort = match fase {
            TlvFase::VerleendBekend | TlvFase::Gebruikt => Labelsoort::Goed,
            TlvFase::GeweigerdBekend | TlvFase::Geweigerd => Labelsoort::Laat,
            _ => Labelsoort::Gewoon,
        };
        let what =
            Inhoud::from(what).above(format!("{} · SWV {}", aanvraag.schoolnaam, aanvraag.swv.uitkomst));
        let date = if stopped { "gestopt".into() } else { request_date(aanvraag, on) };
        vec![what, Label::new(fase.label(), soort).into(), date]
    })
}

fn request_date(aanvraag: &dossier::staat::TlvAanvraag, on: Date) -> Inhoud {
    if let Some(Besluit::Verleend { nummer, van, tot_en_met, .. }) = &aanvraag.besluit {
        let period = format!("{} tot en met {}", short_nl(*van), short_nl(*tot_en_met));
        return Inhoud::from(format!("nummer {nummer}")).above(period);
    }
    match (aanvraag.beslissen_uiterlijk(), aanvraag.ontvangen_op, &aanvraag.termijn) {
        (Some(uiterlijk), _, Some(termijn)) => Inhoud::from(Termijn::of(uiterlijk, on).in_table())
            .above(Uitleg::from(termijn.berekening.as_ref()).folded("deze datum")),
        (None, Some(_), _) => "de termijn staat stil".into(),
        _ => format!("begonnen {}", short_date(aanvraag.gestart_op, on)).into(),
    }
}

/// Why a request has this date, to the parents.
pub(super) fn reden(mijn: &MijnKind, nr: u32, last: Date, taal: Taal) -> Option<Uitleg> {
    let aanvraag = mijn.beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == nr)?;
    let termijn = aanvraag.termijn.as_ref()?;
    let uitleg = Uitleg::from(termijn.berekening.as_ref());
    let promised = termijn.uitkomst.beloofd == Some(last);
    Some(if promised { uitleg.preceded_by(taal.zeg(mijn::belofte())) } else { uitleg })
}
