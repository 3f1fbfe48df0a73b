//! The child page: one child, one screen, one request. And what hangs under it: the whole timeline,
//! who looked, letters and documents.

use app::dossiers::Uitgevoerd;
use app::geopend::Geopend;
use app::inzage::Doel;
use app::kind::Kindbeeld;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use base::dates::{long_nl, short_nl};
use base::{Date, DossierNummer};
use dossier::toegang::Deel;
use dossier::{Beurt, Rol};

use crate::paginas::processen::{Kaart, PROCESPAGINAS, van};
use crate::paginas::woorden;
use crate::weg::werk::Werk;
use teksten::{Taal, algemeen, mijn};
use web_base::csv::download;
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{
    Aanzet, Feiten, Inhoud, Kolom, Link, Melding, Meldingsoort, Tabel, Termijn, Tijdlijn, Tijdpunt,
    VolgendeDatum, Waarom, short_date,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

mod delen;
mod inzage;

/// How many points of the timeline the child page shows; the rest has a page of its own.
const TIMELINE_SHOWN: usize = 12;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/kind/{nummer}", get(child))
        .route("/kind/{nummer}/tijdlijn", get(timeline))
        .route("/kind/{nummer}/inzage", get(inzage::reads))
        .route("/kind/{nummer}/inzage.csv", get(inzage::csv))
        .route("/kind/{nummer}/brief/{volgnummer}", get(letter))
        .route("/kind/{nummer}/bijlage/{blob}", get(document))
}

/// The place where the work of a turn is done.
pub(crate) fn address_of(nummer: &DossierNummer, onderwerp: &str) -> String {
    match onderwerp.split_once('-') {
        Some((what, nr)) => format!("/kind/{nummer}/{what}/{nr}"),
        None => format!("/kind/{nummer}"),
    }
}

impl Werk {
    /// The page of the case that was begun, or one below it.
    pub(in crate::paginas) fn begonnen(&self, uitgevoerd: &Uitgevoerd, onder: &str) -> String {
        match uitgevoerd.onderwerp() {
            Some(onderwerp) => address_of(&self.beeld().nummer, &onderwerp.to_string()) + onder,
            None => self.kindpagina(),
        }
    }
}

#[derive(Template)]
#[template(path = "paginas/kind/kind.html")]
struct Kind {
    pagina: Pagina,
    nummer: DossierNummer,
    aanzet: Option<Aanzet>,
    lopend: Tabel,
    acties: Vec<Link>,
    kaarten: Vec<Kaart>,
    overnames: Vec<delen::Overname>,
    mensen: Feiten,
    gegevens: bool,
    inzage: bool,
    brieven: Tabel,
    tijdlijn: Tijdlijn,
}

/// What was done just before on another page.
fn done(vraag: &Vraag) -> Option<Melding> {
    (vraag.text("na")? == "geplaatst").then(|| {
        let text = "De plaatsing is vastgelegd. Het kind staat nu bij u ingeschreven en dit is het dossier.";
        Melding::new(Meldingsoort::Goed, text)
    })
}

async fn child(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let beeld = look(&state, &kijker, &nummer, Doel::Kindpagina).await?;
    let on = kijker.moment.vandaag;
    let mag = |naam: &str| beeld.mag.contains(naam);
    show(&Kind {
        pagina: kijker.page(beeld.naam.clone()).sub(subtitle(&beeld)).messages(done(&vraag)),
        aanzet: headline(&beeld, &kijker),
        lopend: turns(&beeld, &kijker),
        acties: delen::actions(&beeld),
        kaarten: PROCESPAGINAS.iter().filter_map(|proces| (proces.kaart)(&beeld, on)).collect(),
        overnames: beeld.overnames.iter().map(|overname| delen::Overname::of(&beeld, overname)).collect(),
        mensen: delen::people(&beeld),
        gegevens: mag("verhuis"),
        inzage: beeld.leest(Deel::N),
        brieven: delen::letters(&beeld, on),
        tijdlijn: points(&beeld, on, TIMELINE_SHOWN, Taal::Nl).all_at(Link::new(
            format!("Alles ({})", beeld.tijdlijn.len()),
            format!("/kind/{}/tijdlijn", beeld.nummer),
        )),
        nummer: beeld.nummer,
    })
}

/// Opens the file of an address.
pub(crate) async fn open(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Geopend, Fout> {
    let nummer: DossierNummer = nummer.parse().map_err(|_| Fout::NietGevonden)?;
    Ok(state.app.open(&kijker.kijker, &nummer, kijker.moment).await?)
}

/// The child as this person may see it; the read is logged before the page exists.
pub(crate) async fn look(
    state: &WebState,
    kijker: &Kijker,
    nummer: &str,
    doel: Doel,
) -> Result<Kindbeeld, Fout> {
    Ok(open(state, kijker, nummer).await?.toon(doel).await?.clone())
}

/// `groep 5 · 9 jaar · De Regenboog · dossier 2026-004217 · SWV PO9901`.
fn subtitle(beeld: &Kindbeeld) -> String {
    let mut parts = Vec::new();
    if let Some(inschrijving) =
        beeld.inschrijving.as_ref().filter(|inschrijving| !inschrijving.groep.is_empty())
    {
        parts.push(format!("groep {}", inschrijving.groep));
    }
    if let Some(op) = beeld.overleden_op {
        parts.push(format!("overleden op {}", long_nl(op)));
    } else if let Some(leeftijd) = beeld.leeftijd {
        parts.push(format!("{leeftijd} jaar"));
    }
    if let Some(born) = beeld.geboortedatum {
        parts.push(format!("geboren {}", short_nl(born)));
    }
    if let Some(inschrijving) = &beeld.inschrijving {
        parts.push(inschrijving.schoolnaam.clone());
    }
    parts.push(format!("dossier {}", beeld.nummer));
    if let Some(swv) = beeld.inschrijving.as_ref().and_then(|inschrijving| inschrijving.swv.as_ref()) {
        parts.push(format!("SWV {swv}"));
    }
    if beeld.alleen_lezen {
        parts.push("alleen lezen: geschreven door een nieuwere versie".to_owned());
    }
    parts.join(" · ")
}

fn headline(beeld: &Kindbeeld, kijker: &Kijker) -> Option<Aanzet> {
    let on = kijker.moment.vandaag;
    let (turn, organisatie) = beeld.aan_zet()?;
    let next = beeld.beurten.iter().find(|(beurt, _)| beurt.uiterlijk.is_some());
    Some(Aanzet {
        wie: who(turn, organisatie, kijker),
        sinds: Some(short_date(turn.van, on)),
        wat: turn.zet.label().to_owned(),
        volgende: next.and_then(|(beurt, _)| {
            Some(VolgendeDatum {
                wat: if beurt == turn { String::new() } else { beurt.zet.label().to_owned() },
                termijn: Termijn::of(beurt.uiterlijk?, on),
                waarom: why(beeld, beurt),
            })
        }),
    })
}

/// Who must act, in words, to whoever looks.
pub(crate) fn who(beurt: &Beurt, organisatie: &str, kijker: &Kijker) -> String {
    let actor = &kijker.kijker.actor;
    let own_role = beurt.organisatie == actor.organisatie && beurt.rol == actor.rol;
    let own = own_role && beurt.persoon.as_ref().is_none_or(|persoon| *persoon == actor.persoon);
    match beurt.rol {
        _ if own => "u".to_owned(),
        Rol::Ouder => "de ouders".to_owned(),
        _ => format!("{organisatie}, {}", beurt.rol.label()),
    }
}

/// The computation behind the date of a turn, where a rule made it.
fn why(beeld: &Kindbeeld, beurt: &Beurt) -> Option<Waarom> {
    van(beurt.onderwerp).and_then(|proces| (proces.waarom)(beeld, beurt))
}

fn turns(beeld: &Kindbeeld, kijker: &Kijker) -> Tabel {
    let on = kijker.moment.vandaag;
    let kolommen = vec![Kolom::text("Uiterlijk"), Kolom::text("Wat").names_row(), Kolom::text("Aan zet")];
    Tabel::new("Open stappen", kolommen, "Er is nu niemand aan zet.").rows(
        &beeld.beurten,
        |(beurt, organisatie)| {
            let address = address_of(&beeld.nummer, &beurt.onderwerp.to_string());
            let link = Inhoud::from(Link::new(beurt.zet.label(), address));
            let what = match why(beeld, beurt) {
                Some(waarom) => link.above(waarom),
                None => link.above(Taal::Nl.zeg(&beurt.grond)),
            };
            let term = Inhoud::from(Termijn::maybe(beurt.uiterlijk, on).in_table());
            vec![
                term,
                what,
                Inhoud::from(who(beurt, organisatie, kijker))
                    .above(format!("sinds {}", short_date(beurt.van, on))),
            ]
        },
    )
}

fn points(beeld: &Kindbeeld, on: Date, most: usize, taal: Taal) -> Tijdlijn {
    Tijdlijn::new(beeld.tijdlijn.iter().take(most).map(|regel| point(regel, on, taal)).collect())
}

/// A fact on a timeline; a letter by the name that it has in the lists of letters.
pub(crate) fn point(regel: &dossier::tijdlijn::Regel, on: Date, taal: Taal) -> Tijdpunt {
    // Also a letter to somebody else, of which only the kind is told.
    let zin = match &regel.brief {
        Some(soort) => algemeen::Brief { brief: woorden::letter(soort) }.tekst(),
        None => regel.tekst.clone(),
    };
    let zin = if regel.verbeterd { algemeen::LaterVerbeterd { zin }.tekst() } else { zin };
    Tijdpunt::new(regel.op, on, taal, taal.zeg(zin))
}

#[derive(Template)]
#[template(path = "paginas/kind/tijdlijn.html")]
struct HeleTijdlijn {
    pagina: Pagina,
    tijdlijn: Tijdlijn,
}

async fn timeline(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let beeld = look(&state, &kijker, &nummer, Doel::Tijdlijn).await?;
    let taal = kijker.taal();
    show(&HeleTijdlijn {
        tijdlijn: points(&beeld, kijker.moment.vandaag, usize::MAX, taal),
        pagina: kijker
            .page(taal.zeg(mijn::tijdlijn()))
            .in_chosen_language()
            .sub(beeld.naam.clone())
            .below(beeld.naam, format!("/kind/{}", beeld.nummer)),
    })
}

async fn letter(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, volgnummer)): Path<(String, u64)>,
) -> Uitkomst {
    let (naam, bytes) = open(&state, &kijker, &nummer).await?.brief(volgnummer).await?;
    Ok(download(&naam, "application/pdf", bytes))
}

async fn document(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, blob)): Path<(String, String)>,
) -> Uitkomst {
    let (naam, soort, bytes) = open(&state, &kijker, &nummer).await?.bijlage(&blob).await?;
    Ok(download(&naam, &soort, bytes))
}
