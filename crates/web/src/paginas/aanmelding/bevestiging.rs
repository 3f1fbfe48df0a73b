//! Just registered: the last day and why, the letter, and the invitation of each parent.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use base::Sector;
use dossier::beurt::Onderwerp;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{Aanmelding, Adres, Persoon};
use teksten::{Tekst, aanmelding, kind, zaak};
use web_base::error::Uitkomst;
use web_base::onderdelen::{Feiten, Inhoud, Kolom, Link, Melding, Meldingsoort, Tabel, Termijn, Uitleg};
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::overzicht::no_place;
use super::waarop::WEEK;
use crate::paginas::kind::who_to_child;
use crate::paginas::woorden::partnerships;
use crate::paginas::zaak::{letters, number};
use crate::weg::werk::Werk;

#[derive(Template)]
#[template(path = "paginas/aanmelding/bevestiging.html")]
struct Bevestiging {
    pagina: Pagina,
    feiten: Feiten,
    termijn: Uitleg,
    tijdelijk: Option<(String, Uitleg)>,
    /// Where the address is filled in without which no letter can be posted.
    zonder_adres: Option<Link>,
    /// A parent registered: what the school does with letters and invitations is none of theirs.
    gezin: bool,
    uitnodigen: String,
    uitnodigen_uitleg: String,
    brieven: Tabel,
    ouders: Tabel,
    verder: Link,
}

pub(super) async fn page(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let nr = number(&nr)?;
    let aanmelding = werk.aanmelding(nr)?;
    let taal = werk.taal();
    let (naam, school) = (werk.beeld().naam.as_str(), aanmelding.schoolnaam.as_str());
    // A parent reads when they hear something; what the school records is told to the school.
    let done = match aanmelding.termijn.uitkomst.uiterlijk.filter(|_| werk.is_gezin()) {
        Some(dag) => {
            let naam = werk.beeld().roepnaam.as_str();
            aanmelding::BevestigingGedaanOuder { naam, school, dag }.tekst()
        }
        None => aanmelding::BevestigingGedaan { naam, school }.tekst(),
    };
    let done = taal.zeg(done);
    let no_place = no_place(&werk, aanmelding);
    werk.toon(Doel::Zaak(Onderwerp::Aanmelding(nr))).await?;
    let adres = werk.beeld().adres.as_ref();
    // The one of the education for which the child is registered; at a school for so and vso it can be either.
    let codes = adres.map_or([None, None], |adres| match aanmelding.sector {
        Sector::Po => [adres.swv_po.as_ref(), None],
        Sector::Vo => [None, adres.swv_vo.as_ref()],
        Sector::So => [adres.swv_po.as_ref(), adres.swv_vo.as_ref()],
    });
    let swv = partnerships(&state, codes, werk.vandaag(), taal).await?;
    let mut pagina = werk.page(taal.zeg(aanmelding::bevestiging_titel())).in_chosen_language();
    pagina.meldingen.extend(no_place);
    let nowhere = werk.mag(Opdrachtnaam::Verhuis) && !adres.is_some_and(can_be_delivered);
    show(&Bevestiging {
        pagina: pagina.message(Melding::new(Meldingsoort::Goed, done)),
        zonder_adres: nowhere
            .then(|| Link::new(taal.zeg(aanmelding::bevestiging_adres()), werk.adres("gegevens/verhuizing"))),
        feiten: facts(&werk, aanmelding, &swv),
        termijn: Uitleg::in_sector(aanmelding.termijn.berekening.as_ref(), aanmelding.sector)
            .on_page_in(taal),
        tijdelijk: temporary(&werk, aanmelding),
        gezin: werk.is_gezin(),
        uitnodigen: taal.zeg(aanmelding::BevestigingUitnodigen { wie: decides(&werk) }.tekst()),
        uitnodigen_uitleg: taal.zeg(aanmelding::BevestigingUitnodigenUitleg { wie: decides(&werk) }.tekst()),
        brieven: letters(&werk, Onderwerp::Aanmelding(nr)),
        ouders: parents(&werk),
        verder: Link::new(
            taal.zeg(aanmelding::bevestiging_verder()),
            werk.adres(&format!("aanmelding/{nr}")),
        ),
    })
}

/// Half an address is not delivered.
pub(in crate::paginas) fn can_be_delivered(adres: &Adres) -> bool {
    !adres.straat.trim().is_empty() && (adres.postcode.is_some() || !adres.plaats.trim().is_empty())
}

fn facts(werk: &Werk, aanmelding: &Aanmelding, swv: &str) -> Feiten {
    let taal = werk.taal();
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let asked = aanmelding.gewenst_per.map(|per| {
        let day = Inhoud::from(taal.dag(per));
        if let Some((van, tot_en_met)) = werk.open.buiten_de_week(aanmelding) {
            let artikel = &werk.artikel(WEEK);
            return day.above(zeg(aanmelding::BuitenDeWeek { van, tot_en_met, artikel }.tekst()));
        }
        if is_late(werk, aanmelding) { day.above(zeg(aanmelding::bevestiging_laat())) } else { day }
    });
    let last = Termijn::maybe(aanmelding.termijn.uitkomst.uiterlijk, werk.vandaag()).in_taal(taal);
    let gezin = werk.is_gezin();
    let nummer = (!gezin).then(|| werk.beeld().nummer.to_string());
    Feiten::new()
        .with_some(&zeg(aanmelding::bevestiging_dossier()), nummer)
        .with(zeg(kind::ontvangen()), taal.dag(aanmelding.ontvangen_op))
        .with_some(&zeg(zaak::gevraagd_vanaf()), asked)
        .with(zeg(kind::beslissen()), Inhoud::from(last))
        .with_some(&zeg(aanmelding::bevestiging_verband()), (!swv.is_empty() && !gezin).then_some(swv))
}

/// As the event says it: late registrations stay valid.
fn is_late(werk: &Werk, aanmelding: &Aanmelding) -> bool {
    let says_late = |feit| matches!(feit, dossier::Gebeurtenis::Aangemeld(event) if event.laat);
    werk.open.geldend(aanmelding.volgnummer).is_some_and(says_late)
}

fn temporary(werk: &Werk, aanmelding: &Aanmelding) -> Option<(String, Uitleg)> {
    let recht = &aanmelding.tijdelijk_recht;
    let vanaf = recht.uitkomst.vanaf.filter(|_| recht.uitkomst.recht)?;
    let text = if recht.uitkomst.toelating {
        aanmelding::BevestigingToegelaten { vanaf }.tekst()
    } else {
        aanmelding::BevestigingTijdelijk { vanaf }.tekst()
    };
    let text = werk.taal().zeg(text);
    let why = Uitleg::in_sector(recht.berekening.as_ref(), aanmelding.sector);
    Some((text, why.on_page_in(werk.taal())))
}

/// Who decides on the child, as the texts tell them apart: a pupil of age, or the parents.
fn decides(werk: &Werk) -> &'static str {
    if werk.beeld().handelt_zelf { "leerling" } else { "gezin" }
}

/// Each parent with authority, or the pupil of age, and the way to their own page.
fn parents(werk: &Werk) -> Tabel {
    let (wie, taal) = (decides(werk), werk.taal());
    let zeg = |tekst: Tekst| taal.zeg(tekst);
    let kolommen = vec![
        Kolom::text(zeg(aanmelding::BevestigingOuder { wie }.tekst())).names_row(),
        Kolom::text(zeg(aanmelding::bevestiging_eigen_pagina())),
    ];
    let people: Vec<Persoon> = match werk.open.leerling_uit_te_nodigen() {
        Some(pupil) => vec![pupil],
        None => werk.beeld().mensen.iter().filter(|persoon| persoon.relatie.has_gezag()).cloned().collect(),
    };
    let may = werk.mag(Opdrachtnaam::NodigOuderUit);
    let caption = zeg(aanmelding::BevestigingOuders { wie }.tekst());
    let table = Tabel::new(caption, kolommen, zeg(aanmelding::bevestiging_geen_ouders())).in_taal(taal);
    table.rows(&people, |persoon| {
        let own_page: Inhoud = match (&persoon.account, may) {
            (Some(_), _) => zeg(aanmelding::bevestiging_gebruikt()).into(),
            (None, true) => {
                let address = werk.adres(&format!("persoon/{}/uitnodigen", persoon.nr));
                Link::new(zeg(aanmelding::bevestiging_nodig_uit()), address)
                    .spoken(persoon.naam.as_str())
                    .into()
            }
            (None, false) => zeg(zaak::nog_niet()).into(),
        };
        vec![Inhoud::from(persoon.naam.as_str()).above(zeg(who_to_child(werk.beeld(), persoon))), own_page]
    })
}
