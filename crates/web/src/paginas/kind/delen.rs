//! The parts of the child page.

use app::inzage::Meekijker;
use app::kind::Kindbeeld;
use base::Date;
use base::dates::short_nl;
use dossier::Woord;
use dossier::staat::{Afloop, TlvFase};
use dossier::tlv::staat::Besluit;
use dossier::toegang::Deel;
use teksten::{Taal, inzage};
use web_base::onderdelen::{
    Feiten, Inhoud, Kolom, Label, Labelsoort, Link, Tabel, Termijn, Uitleg, short_date,
};

use crate::paginas::aanvraag::taken_over_document;
use crate::paginas::woorden::{address_line, capital, letter_name};

/// What this person can begin from here.
pub(super) fn actions(beeld: &Kindbeeld) -> Vec<Link> {
    let begin = [
        ("start_tlv_aanvraag", "Toelaatbaarheidsverklaring aanvragen", "aanvraag/nieuw"),
        ("meld_aan", "Aanmelden bij een school", "aanmelding/nieuw"),
        ("neem_verwijdering_voor", "Voornemen tot verwijdering vastleggen", "verwijdering/nieuw"),
        ("schors", "Schorsen", "schorsing/nieuw"),
    ];
    let possible =
        |naam: &str| beeld.mag.contains(naam) && !beeld.alleen_lezen && beeld.overleden_op.is_none();
    begin
        .into_iter()
        .filter(|(naam, _, _)| possible(naam))
        .map(|(_, tekst, pad)| Link::new(tekst, format!("/kind/{}/{pad}", beeld.nummer)))
        .collect()
}

pub(super) fn registrations(beeld: &Kindbeeld, on: Date) -> Tabel {
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
                if stopped(beeld) { "gestopt".into() } else { decision_term(aanmelding, on) },
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

/// After a death every term stops.
fn stopped(beeld: &Kindbeeld) -> bool {
    beeld.overleden_op.is_some()
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

pub(super) fn requests(beeld: &Kindbeeld, on: Date) -> Tabel {
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
        let date = if stopped(beeld) { "gestopt".into() } else { request_date(aanvraag, on) };
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

pub(super) fn removals(beeld: &Kindbeeld, on: Date) -> Tabel {
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

pub(super) fn people(beeld: &Kindbeeld) -> Feiten {
    let mut feiten = Feiten::new();
    for persoon in &beeld.mensen {
        let mut lines = vec![Inhoud::from(persoon.naam.as_str())];
        for contact in
            [&persoon.contact.telefoon, &persoon.contact.e_mail].into_iter().filter(|c| !c.is_empty())
        {
            lines.push(contact.as_str().into());
        }
        if persoon.account.is_some() {
            lines.push("gebruikt de eigen pagina".into());
        } else if let Some(uitnodiging) = &persoon.uitnodiging {
            lines.push(format!("uitgenodigd op {}", short_nl(uitnodiging.op)).into());
        }
        feiten = feiten.with(capital(persoon.relatie.label()), lines);
    }
    let adres = beeld.adres.as_ref().map(address_line);
    feiten = feiten.with_some("Adres", adres.filter(|adres| !adres.is_empty()));
    if beeld.adres_geheim && beeld.leest(Deel::A) {
        feiten = feiten.with("Let op", "het adres is geheim");
    }
    feiten
}

pub(super) fn letters(beeld: &Kindbeeld, on: Date) -> Tabel {
    let kolommen = vec![Kolom::text("Brief").names_row(), Kolom::short("Datum")];
    Tabel::new("Brieven", kolommen, "Er zijn nog geen brieven.").rows(beeld.brieven.iter().rev(), |brief| {
        let address = format!("/kind/{}/brief/{}", beeld.nummer, brief.volgnummer);
        vec![
            Link::new(letter_name(&brief.inhoud.soort), address).spoken("(pdf)").into(),
            short_date(brief.op, on).into(),
        ]
    })
}

/// A dossier that was taken over, as the page shows it.
pub(super) struct Overname {
    pub(super) bron: String,
    pub(super) bezwaar: bool,
    pub(super) reden: String,
    pub(super) achtergehouden: String,
    pub(super) waarden: Tabel,
    pub(super) stukken: Vec<Link>,
}

impl Overname {
    pub(super) fn of(beeld: &Kindbeeld, overname: &dossier::staat::Overname) -> Self {
        let inhoud = &overname.inhoud;
        let kolommen = vec![
            Kolom::text("Gegeven").names_row(),
            Kolom::text("Waarde"),
            Kolom::text("Plaats in het bestand"),
        ];
        let waarden = Tabel::new("Overgenomen gegevens", kolommen, "Er is niets overgenomen.").rows(
            &inhoud.waarden,
            |waarde| {
                let line = if waarde.regel > 0 { format!("regel {}", waarde.regel) } else { String::new() };
                vec![
                    capital(&waarde.veld.replace('_', " ")).into(),
                    waarde.waarde.as_str().into(),
                    Inhoud::from(line).above(waarde.element.as_str()),
                ]
            },
        );
        Self {
            bron: format!("Overgenomen op {} van {}.", short_nl(overname.op), inhoud.school_in_bron),
            bezwaar: inhoud.bezwaar_ouders,
            reden: inhoud.bezwaar_reden.clone(),
            achtergehouden: inhoud.opt_out.join(", "),
            waarden,
            stukken: inhoud.bijlagen.iter().map(|bijlage| taken_over_document(beeld, bijlage)).collect(),
        }
    }
}

/// The same look at the same things, on one day.
pub(super) struct Look<'r> {
    pub(super) row: &'r Meekijker,
    pub(super) day: Date,
    pub(super) times: u32,
}

/// Looks in their order, with those that differ in the hour only as one.
pub(super) fn looks(rows: &[Meekijker]) -> Vec<Look<'_>> {
    let mut all: Vec<Look<'_>> = Vec::new();
    for row in rows {
        let day = base::today_in_nl(row.op);
        let same =
            |known: &&mut Look<'_>| known.day == day && Meekijker { op: row.op, ..known.row.clone() } == *row;
        match all.iter_mut().find(same) {
            Some(known) => known.times += 1,
            None => all.push(Look { row, day, times: 1 }),
        }
    }
    all
}

/// Parts that are told at once; a longer list is folded.
const PARTS_AT_ONCE: usize = 3;

/// The parts that were shown, in words.
pub(super) fn parts(delen: &[Deel], taal: Taal) -> Inhoud {
    let words = delen.iter().map(|deel| taal.zeg(deel.woord())).collect::<Vec<_>>().join("; ");
    if delen.len() <= PARTS_AT_ONCE {
        return words.into();
    }
    let aantal = i32::try_from(delen.len()).unwrap_or(i32::MAX);
    Uitleg::text(words).folded("").asking(taal.zeg(inzage::WelkeDelen { aantal }.tekst())).into()
}
