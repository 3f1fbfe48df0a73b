//! Requests on pages that are not their own: the card on the page of a child, and why they have their dates.

use app::kind::Kindbeeld;
use app::mijn::MijnKind;
use base::Date;
use dossier::Woord;
use dossier::beurt::{Beurt, Onderwerp};
use dossier::soort::TlvSoort;
use dossier::staat::TlvFase;
use teksten::{Taal, kind, mijn, zaak};
use web_base::onderdelen::{Inhoud, Kolom, Label, Labelsoort, Link, Tabel, Termijn, Uitleg, day_in};

use crate::paginas::processen::Kindkaart;

/// The card of requests.
pub(super) fn kaart(beeld: &Kindbeeld, on: Date, taal: Taal) -> Option<Kindkaart> {
    Kindkaart::of(taal.zeg(kind::wat_is_gevraagd()), requests(beeld, on, taal))
}

/// The computation behind the date of a turn.
pub(super) fn waarom(beeld: &Kindbeeld, beurt: &Beurt) -> Option<Uitleg> {
    let Some(Onderwerp::Aanvraag(nr)) = beurt.onderwerp else { return None };
    let aanvraag = beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == nr)?;
    Some(Uitleg::from(aanvraag.berekening_van(beurt.uiterlijk?)?))
}

fn requests(beeld: &Kindbeeld, on: Date, taal: Taal) -> Tabel {
    // After a death every term stops.
    let stopped = beeld.overleden_op.is_some();
    let kolommen = vec![
        Kolom::text(taal.zeg(kind::kolom_wat())).names_row(),
        Kolom::text(taal.zeg(kind::stand())),
        Kolom::short(taal.zeg(kind::datum())),
    ];
    let table = Tabel::new(taal.zeg(kind::aanvragen()), kolommen, "").in_taal(taal);
    table.rows(&beeld.aanvragen, |aanvraag| {
        let address = format!("/kind/{}/aanvraag/{}", beeld.nummer, aanvraag.nr);
        let soort = aanvraag.soort.woord();
        let place = match aanvraag.soort {
            TlvSoort::Lwoo => kind::Aanwijzing { soort }.tekst(),
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso | TlvSoort::Pro => {
                kind::Verklaring { soort }.tekst()
            }
        };
        let asked = match &aanvraag.andere_categorie {
            Some(other) => {
                kind::AndereCategorie { wat: place, categorie: i32::from(other.categorie) }.tekst()
            }
            None => place,
        };
        let what = Link::new(taal.zeg(asked), address);
        let fase = aanvraag.fase_op(on);
        let soort = match fase {
            TlvFase::VerleendBekend | TlvFase::Gebruikt => Labelsoort::Goed,
            TlvFase::GeweigerdBekend | TlvFase::Geweigerd | TlvFase::BuitenBehandeling => Labelsoort::Laat,
            TlvFase::Gestart
            | TlvFase::Aangevraagd
            | TlvFase::WachtOpAanvulling
            | TlvFase::Advisering
            | TlvFase::Geadviseerd
            | TlvFase::Verleend
            | TlvFase::Verlopen
            | TlvFase::TlvIngetrokken
            | TlvFase::AanvraagIngetrokken => Labelsoort::Gewoon,
        };
        let swv = &aanvraag.swv.uitkomst;
        let by = if swv.is_plaatsvervanger() { String::new() } else { format!(" · SWV {swv}") };
        let what = Inhoud::from(what).above(format!("{}{by}", aanvraag.schoolnaam));
        let date = if stopped { taal.zeg(kind::gestopt()).into() } else { request_date(aanvraag, on, taal) };
        vec![what, Label::new(taal.zeg(fase.woord()), soort).into(), date]
    })
}

fn request_date(aanvraag: &dossier::staat::TlvAanvraag, on: Date, taal: Taal) -> Inhoud {
    if let Some(besluit) = aanvraag.verleend() {
        // Also while it holds: it ends sooner than the decision said.
        let period = match aanvraag.ingetrokken_per() {
            Some(per) => teksten::aanvraag::IngetrokkenPer { per }.tekst(),
            None => kind::Periode { van: besluit.van, tot_en_met: besluit.tot_en_met }.tekst(),
        };
        let period = taal.zeg(period);
        return Inhoud::from(taal.zeg(kind::Nummer { nummer: &besluit.nummer }.tekst())).above(period);
    }
    if let Some(besluit) = &aanvraag.besluit {
        return taal.zeg(zaak::BeslotenOp { op: besluit.op() }.tekst()).into();
    }
    if let Some(op) = aanvraag.aanvraag_ingetrokken_op {
        let op = day_in(taal, op, on);
        return taal.zeg(teksten::aanvraag::GeenBesluit { op: &op }.tekst()).into();
    }
    if let Some(ended) = &aanvraag.buiten_behandeling {
        return taal.zeg(zaak::BeslotenOp { op: ended.op }.tekst()).into();
    }
    match (aanvraag.beslissen_uiterlijk_op(on), aanvraag.ontvangen_op, &aanvraag.termijn) {
        (Some(uiterlijk), _, Some(termijn)) => {
            let why = Uitleg::from(termijn.berekening.as_ref()).on_page_in(taal);
            Inhoud::from(Termijn::of(uiterlijk, on).in_table().in_taal(taal))
                .above(why.folded(taal.zeg(mijn::deze_datum())))
        }
        (None, Some(_), _) => taal.zeg(kind::staat_stil()).into(),
        _ => {
            let op = day_in(taal, aanvraag.gestart_op, on);
            taal.zeg(kind::Begonnen { op: &op }.tekst()).into()
        }
    }
}

/// Why a request has this date, to the parents.
pub(super) fn reden(mijn: &MijnKind, nr: u32, last: Date, taal: Taal) -> Option<Uitleg> {
    let aanvraag = mijn.beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == nr)?;
    let uitleg = Uitleg::from(aanvraag.berekening_van(last)?);
    let promised = aanvraag.termijn.as_ref()?.uitkomst.beloofd == Some(last);
    Some(if promised { uitleg.preceded_by(taal.zeg(mijn::belofte())) } else { uitleg })
}
