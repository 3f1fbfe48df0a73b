//! The parts of the child page.

use app::inzage::Meekijker;
use app::kind::Kindbeeld;
use base::Date;
use dossier::Woord;
use dossier::algemeen::feiten::{OntvangenBlok, OsoOvergenomen};
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Poststand;
use dossier::staat::{Brief, Persoon, Verwijdering};
use dossier::toegang::Deel;
use teksten::{Taal, Tekst, inzage, kind, woorden};
use web_base::onderdelen::{Feiten, Inhoud, Kolom, Link, Tabel, Uitleg, day_in};

use crate::paginas::PROCESPAGINAS;
use crate::paginas::aanvraag::taken_over_document;
use crate::paginas::processen::Beginpunt;
use crate::paginas::woorden::{address_line, capital, letter_of};

/// What this person can begin from here.
pub(super) fn actions(beeld: &Kindbeeld, taal: Taal) -> Vec<Link> {
    let possible = |begin: &&Beginpunt| {
        let runs = begin.opdracht == Opdrachtnaam::NeemVerwijderingVoor && removal_runs(beeld);
        // Nobody is sent away from a school where they are no pupil.
        let sends_away = matches!(begin.opdracht, Opdrachtnaam::NeemVerwijderingVoor | Opdrachtnaam::Schors);
        let runs = runs || sends_away && beeld.inschrijving.is_none();
        let may = beeld.mag.contains(begin.opdracht.naam()) && !runs;
        may && !beeld.alleen_lezen && beeld.overleden_op.is_none()
    };
    let mut begin: Vec<&Beginpunt> =
        PROCESPAGINAS.iter().flat_map(|proces| proces.begin).filter(possible).collect();
    begin.sort_by_key(|begin| begin.plaats);
    begin
        .into_iter()
        .map(|begin| Link::new(taal.zeg((begin.tekst)()), format!("/kind/{}/{}", beeld.nummer, begin.pad)))
        .collect()
}

/// A removal was announced and is not decided yet, or the pupil leaves by one: a second one cannot be.
fn removal_runs(beeld: &Kindbeeld) -> bool {
    let open = |removal: &Verwijdering| match removal.verwijderd() {
        Some((_, per)) => beeld.op < per,
        None => removal.ingetrokken_op.is_none(),
    };
    beeld.verwijderingen.iter().any(open)
}

pub(super) fn people(beeld: &Kindbeeld, taal: Taal) -> Feiten {
    let mut feiten = Feiten::new();
    for persoon in &beeld.mensen {
        let mut lines = vec![Inhoud::from(persoon.naam.as_str())];
        for contact in
            [&persoon.contact.telefoon, &persoon.contact.e_mail].into_iter().filter(|c| !c.is_empty())
        {
            lines.push(contact.as_str().into());
        }
        if beeld.eigen_paginas.contains(&persoon.nr) {
            lines.push(taal.zeg(kind::eigen_pagina()).into());
        } else if let Some(uitnodiging) = &persoon.uitnodiging {
            lines.push(taal.zeg(kind::Uitgenodigd { op: uitnodiging.op }.tekst()).into());
        }
        feiten = feiten.with(capital(&taal.zeg(who_to_child(beeld, persoon))), lines);
    }
    let adres = beeld.adres.as_ref().map(address_line);
    feiten = feiten.with_some(&taal.zeg(kind::adres()), adres.filter(|adres| !adres.is_empty()));
    if beeld.adres_geheim && beeld.leest(Deel::A) {
        feiten = feiten.with(taal.zeg(kind::let_op()), secrecy(beeld, taal));
    }
    feiten
}

/// Who somebody is to the child. Of a pupil of age nobody has authority any more (BW 1:233, 1:245).
pub(in crate::paginas) fn who_to_child(beeld: &Kindbeeld, persoon: &Persoon) -> Tekst {
    if beeld.handelt_zelf && persoon.relatie.has_gezag() {
        kind::TotMeerderjarig { relatie: persoon.relatie.woord() }.tekst()
    } else {
        persoon.relatie.woord()
    }
}

/// That the address is secret, and for whom, to who may know.
pub(in crate::paginas) fn secrecy(beeld: &Kindbeeld, taal: Taal) -> String {
    let named = beeld.mensen.iter().filter(|persoon| beeld.geheim_voor.contains(&persoon.nr));
    let wie = named.map(|persoon| persoon.naam.as_str()).collect::<Vec<_>>().join(", ");
    if wie.is_empty() {
        return taal.zeg(kind::adres_geheim());
    }
    taal.zeg(kind::GeheimVoor { wie: &wie }.tekst())
}

pub(super) fn letters(beeld: &Kindbeeld, on: Date, taal: Taal) -> Tabel {
    let kolommen = vec![
        Kolom::text(taal.zeg(kind::kolom_brief())).names_row(),
        Kolom::short(taal.zeg(kind::datum())),
        Kolom::text(taal.zeg(kind::kolom_verstuurd())),
    ];
    let table = Tabel::new(taal.zeg(kind::brieven()), kolommen, "").in_taal(taal);
    table.rows(beeld.brieven.iter().rev(), |brief| {
        let address = format!("/kind/{}/brief/{}", beeld.nummer, brief.volgnummer);
        let link = Link::new(taal.zeg(letter_of(brief)), address);
        let name = Inhoud::from(link.spoken("(pdf)").in_dutch_from(taal));
        let readers = readers(beeld, brief, taal);
        vec![
            if readers.is_empty() {
                name
            } else {
                name.above(taal.zeg(kind::Voor { wie: &readers }.tekst()))
            },
            day_in(taal, brief.op, on).into(),
            taal.zeg(sent(beeld, brief.volgnummer)).into(),
        ]
    })
}

/// To whom a letter goes: people by name, an organisation by its kind.
pub(super) fn readers(beeld: &Kindbeeld, brief: &Brief, taal: Taal) -> String {
    let named =
        |nr: &u32| beeld.mensen.iter().find(|persoon| persoon.nr == *nr).map(|persoon| persoon.naam.clone());
    let people = brief.inhoud.aan_personen.iter().filter_map(named);
    let kinds =
        brief.inhoud.aan_organisaties.iter().map(|organisatie| {
            taal.zeg(woorden::Organisatiesoort { code: organisatie.kind().code() }.tekst())
        });
    people.chain(kinds).collect::<Vec<_>>().join(", ")
}

/// When and how a letter left, or that nobody recorded it.
fn sent(beeld: &Kindbeeld, volgnummer: u64) -> Tekst {
    match beeld.post.get(&volgnummer) {
        Some((_, Some((stap, op)))) => kind::VerstuurdOp { stap: stap.woord(), op: *op }.tekst(),
        Some((Poststand::Vervallen, None)) => kind::verstuurd_vervallen(),
        Some((_, None)) | None => kind::verstuurd_niet_vastgelegd(),
    }
}

/// A dossier that was taken over, as the page shows it.
pub(super) struct Overname {
    pub(super) bron: String,
    /// What the parents saw and said of it: three things.
    pub(super) gezegd: Vec<String>,
    pub(super) achtergehouden: String,
    pub(super) meldingen: Vec<String>,
    pub(super) waarden: Tabel,
    pub(super) stukken: Vec<Link>,
    /// As it was received, a table a block.
    pub(super) ontvangen: Vec<Tabel>,
}

impl Overname {
    pub(super) fn of(beeld: &Kindbeeld, overname: &dossier::staat::Overname, taal: Taal) -> Self {
        let inhoud = &overname.inhoud;
        let kolommen = vec![
            Kolom::text(taal.zeg(kind::gegeven())).names_row(),
            Kolom::text(taal.zeg(kind::waarde())),
            Kolom::text(taal.zeg(kind::plaats_in_bestand())),
        ];
        let (caption, empty) = (taal.zeg(kind::overgenomen_gegevens()), taal.zeg(kind::niets_overgenomen()));
        let waarden = Tabel::new(caption, kolommen, empty).in_taal(taal).rows(&inhoud.waarden, |waarde| {
            let regel = i32::try_from(waarde.regel).unwrap_or(i32::MAX);
            let line = if regel > 0 { taal.zeg(kind::Regel { regel }.tekst()) } else { String::new() };
            vec![
                capital(&waarde.veld.replace('_', " ")).into(),
                waarde.waarde.as_str().into(),
                Inhoud::from(line).above(waarde.element.as_str()),
            ]
        });
        Self {
            bron: taal.zeg(kind::OvergenomenVan { op: overname.op, school: &inhoud.school_in_bron }.tekst()),
            gezegd: said(inhoud, taal),
            meldingen: inhoud.meldingen.clone(),
            ontvangen: inhoud.ontvangen.iter().map(|blok| received(blok, taal)).collect(),
            achtergehouden: inhoud.opt_out.join(", "),
            waarden,
            stukken: inhoud.bijlagen.iter().map(|bijlage| taken_over_document(beeld, bijlage)).collect(),
        }
    }
}

/// Whether it may still change, whether the parents saw it, agree with it, and consent to the transfer.
fn said(inhoud: &OsoOvergenomen, taal: Taal) -> Vec<String> {
    let mut all = Vec::new();
    if inhoud.voorlopig == Some(true) {
        all.push(taal.zeg(kind::voorlopig_dossier()));
    }
    match (inhoud.ouders_inzage, inhoud.inzage_op) {
        (Some(false), _) => all.push(taal.zeg(kind::ouders_zagen_niet_in())),
        (_, Some(op)) => all.push(taal.zeg(kind::OudersZagenIn { op }.tekst())),
        (Some(true) | None, None) => {}
    }
    match inhoud.akkoord {
        Some(true) => all.push(taal.zeg(kind::eens_inhoud())),
        Some(false) => {
            let line = format!("{} {}", taal.zeg(kind::bezwaar_inhoud()), inhoud.reden_niet_akkoord);
            all.push(line.trim().to_owned());
        }
        None => {}
    }
    match inhoud.toestemming {
        Some(true) => all.push(taal.zeg(kind::toestemming_delen())),
        Some(false) => all.push(taal.zeg(kind::geen_toestemming_delen())),
        None => {}
    }
    all
}

fn received(blok: &OntvangenBlok, taal: Taal) -> Tabel {
    let kolommen =
        vec![Kolom::text(taal.zeg(kind::gegeven())).names_row(), Kolom::text(taal.zeg(kind::waarde()))];
    let caption = taal.zeg(kind::OntvangenVan { blok: &blok.naam }.tekst());
    let empty = taal.zeg(kind::niets_overgenomen());
    Tabel::new(caption, kolommen, empty)
        .in_taal(taal)
        .rows(&blok.regels, |regel| vec![regel.element.as_str().into(), regel.waarde.as_str().into()])
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
