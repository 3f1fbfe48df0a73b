//! The parts of the child page.

use app::inzage::Meekijker;
use app::kind::Kindbeeld;
use base::Date;
use base::dates::short_nl;
use dossier::toegang::Deel;
use web_base::onderdelen::{Feiten, Inhoud, Kolom, Link, Tabel, Uitleg, short_date};

use crate::paginas::aanvraag::taken_over_document;
use crate::paginas::processen::{Begin, PROCESPAGINAS};
use crate::paginas::woorden::{address_line, capital, letter_name};

/// What this person can begin from here.
pub(super) fn actions(beeld: &Kindbeeld) -> Vec<Link> {
    let possible = |begin: &&Begin| {
        beeld.mag.contains(begin.opdracht) && !beeld.alleen_lezen && beeld.overleden_op.is_none()
    };
    let mut begin: Vec<&Begin> =
        PROCESPAGINAS.iter().flat_map(|proces| proces.begin).filter(possible).collect();
    begin.sort_by_key(|begin| begin.plaats);
    begin
        .into_iter()
        .map(|begin| Link::new(begin.tekst, format!("/kind/{}/{}", beeld.nummer, begin.pad)))
        .collect()
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
pub(super) fn parts(delen: &[Deel]) -> Inhoud {
    let words = delen.iter().map(|deel| deel.label()).collect::<Vec<_>>().join("; ");
    if delen.len() <= PARTS_AT_ONCE {
        return words.into();
    }
    Uitleg::text(words).folded("").asking(format!("Welke {} delen?", delen.len())).into()
}
