//! The parents' own page, in plain words: what happens, what we ask, what was decided.

use app::mijn::{MijnKind, Verhaal as Nu};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use base::dates::{long_nl, short_nl};
use base::{Date, DossierNummer};
use dossier::beurt::{Onderwerp, Zet};

use crate::error::{Fout, Uitkomst, redirect};
use crate::onderdelen::{Inhoud, Link, Uitleg};
use crate::pagina::{Pagina, show};
use crate::session::Kijker;
use crate::state::WebState;

mod formulieren;
mod wegen;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/mijn", get(children))
        .route("/mijn/{nummer}", get(child))
        .route("/mijn/{nummer}/niet-eens", get(wegen::page))
        .merge(formulieren::routes())
}

#[derive(Template)]
#[template(path = "paginas/mijn/lijst.html")]
struct Lijst {
    pagina: Pagina,
    kinderen: Vec<Link>,
}

async fn children(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    let found = state.app.mijn_kinderen(&kijker.kijker, kijker.moment).await?;
    if let [(nummer, _)] = found.as_slice() {
        return Ok(redirect(&format!("/mijn/{nummer}")));
    }
    let kinderen =
        found.into_iter().map(|(nummer, naam)| Link::new(naam, format!("/mijn/{nummer}"))).collect();
    show(&Lijst { pagina: kijker.page("Uw kinderen").narrow(), kinderen })
}

/// What happens now, ready to read.
struct Verhaal {
    wat: String,
    wanneer: String,
    waarom: Inhoud,
    aan_zet: String,
}

/// What we ask, with the way to do it.
struct Verzoek {
    wat: String,
    uiterlijk: String,
    link: Option<Link>,
}

struct Beslissing {
    wat: String,
    wanneer: String,
    bezwaar: String,
}

struct Advies {
    kop: String,
    tekst: String,
}

#[derive(Template)]
#[template(path = "paginas/mijn/kind.html")]
struct Mijn {
    pagina: Pagina,
    nummer: DossierNummer,
    roepnaam: String,
    nu: Vec<Verhaal>,
    vragen_aan: String,
    verzoeken: Vec<Verzoek>,
    beslissingen: Vec<Beslissing>,
    adviezen: Vec<Advies>,
    woorden: Vec<Link>,
    brieven: Vec<Link>,
}

/// The child as this parent may see it; the read is logged before the page exists.
async fn look(state: &WebState, kijker: &Kijker, nummer: &str, doel: &'static str) -> Result<MijnKind, Fout> {
    let nummer: DossierNummer = nummer.parse().map_err(|_| Fout::NietGevonden)?;
    let mijn = state.app.mijn_kind(&kijker.kijker, &nummer, kijker.moment).await?;
    state.app.log_read(&kijker.kijker, &nummer, &mijn.beeld.delen, doel, kijker.moment).await?;
    Ok(mijn)
}

async fn child(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let mijn = look(&state, &kijker, &nummer, "eigen pagina").await?;
    let on = kijker.moment.vandaag;
    let vragen_aan = contact(&state, &mijn, on).await?;
    show(&Mijn {
        pagina: kijker.page(mijn.beeld.roepnaam.clone()).sub("Uw eigen pagina").narrow(),
        nu: mijn.nu.iter().map(|verhaal| story(&mijn, verhaal, on)).collect(),
        vragen_aan,
        verzoeken: requests(&mijn),
        beslissingen: decisions(&mijn),
        adviezen: advices(&mijn),
        woorden: own_words(&mijn),
        brieven: letters(&mijn),
        nummer: mijn.beeld.nummer.clone(),
        roepnaam: mijn.beeld.roepnaam,
    })
}

fn story(mijn: &MijnKind, verhaal: &Nu, on: Date) -> Verhaal {
    let wanneer = verhaal.uiterlijk.map_or_else(String::new, |last| {
        let days = base::dates::days_between(on, last);
        match days {
            0 => format!("Dit moet vandaag klaar zijn: {}.", long_nl(last)),
            1 => format!("Uiterlijk morgen, {}.", long_nl(last)),
            _ if days < 0 => format!(
                "Dit had klaar moeten zijn op {}. Bel gerust om te vragen hoe het staat.",
                long_nl(last)
            ),
            _ => format!("Uiterlijk op {}, over {days} dagen.", long_nl(last)),
        }
    });
    Verhaal {
        wat: verhaal.wat.clone(),
        wanneer,
        waarom: reason(mijn, verhaal.onderwerp),
        aan_zet: verhaal.aan_zet.clone(),
    }
}

/// The steps of the law behind the date of a story.
fn reason(mijn: &MijnKind, onderwerp: Onderwerp) -> Inhoud {
    let berekening = match onderwerp {
        Onderwerp::Aanmelding(nr) => {
            mijn.beeld.aanmeldingen.iter().find(|a| a.nr == nr).map(|a| &a.termijn.berekening)
        }
        Onderwerp::Aanvraag(nr) => {
            let aanvraag = mijn.beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == nr);
            aanvraag.and_then(|aanvraag| aanvraag.termijn.as_ref()).map(|termijn| &termijn.berekening)
        }
        Onderwerp::Verwijdering(_) | Onderwerp::Schorsing(_) => None,
    };
    berekening.map_or_else(
        || Inhoud::Tekst(String::new()),
        |b| Uitleg::from(b.as_ref()).folded("deze datum").into(),
    )
}

/// Whom to call: the school of enrolment, else of the last registration.
async fn contact(state: &WebState, mijn: &MijnKind, on: Date) -> Result<String, Fout> {
    let enrolled = mijn.beeld.inschrijving.as_ref().map(|inschrijving| &inschrijving.vestiging);
    let registered = mijn.beeld.aanmeldingen.last().map(|aanmelding| &aanmelding.vestiging);
    let Some(vestiging) = enrolled.or(registered) else { return Ok(String::new()) };
    let Some(school) = state.app.school(vestiging, on).await? else { return Ok(String::new()) };
    Ok(if school.telefoon.is_empty() {
        format!("Vraag het aan {}.", school.naam)
    } else {
        format!("Bel {}, {}.", school.naam, school.telefoon)
    })
}

fn requests(mijn: &MijnKind) -> Vec<Verzoek> {
    let nummer = &mijn.beeld.nummer;
    mijn.verzoeken
        .iter()
        .map(|verzoek| {
            let link = match (verzoek.zet, verzoek.onderwerp) {
                (Zet::ZienswijzeGeven, Onderwerp::Aanvraag(nr)) => {
                    Some(Link::new("Vertel wat u vindt", format!("/mijn/{nummer}/mening/{nr}")))
                }
                (Zet::AanbodBeantwoorden, Onderwerp::Aanmelding(nr)) => {
                    Some(Link::new("Lees het aanbod en geef antwoord", format!("/mijn/{nummer}/aanbod/{nr}")))
                }
                _ => None,
            };
            Verzoek {
                wat: verzoek.wat.clone(),
                uiterlijk: verzoek
                    .uiterlijk
                    .map(|last| format!("Uiterlijk {}", long_nl(last)))
                    .unwrap_or_default(),
                link,
            }
        })
        .collect()
}

fn decisions(mijn: &MijnKind) -> Vec<Beslissing> {
    mijn.beslissingen
        .iter()
        .map(|beslissing| Beslissing {
            wat: beslissing.wat.clone(),
            wanneer: format!("Besluit van {}", long_nl(beslissing.op)),
            bezwaar: beslissing
                .bezwaar_uiterlijk
                .map(|last| format!("Niet mee eens? Bezwaar maken kan tot en met {}.", long_nl(last)))
                .unwrap_or_default(),
        })
        .collect()
}

fn advices(mijn: &MijnKind) -> Vec<Advies> {
    let heading = |advies: &app::mijn::Adviesafschrift| {
        format!("{}, {}: {}", advies.door, short_nl(advies.op), advies.uitkomst)
    };
    mijn.adviezen.iter().map(|advies| Advies { kop: heading(advies), tekst: advies.tekst.clone() }).collect()
}

fn own_words(mijn: &MijnKind) -> Vec<Link> {
    let nummer = &mijn.beeld.nummer;
    let open = mijn
        .beeld
        .aanvragen
        .iter()
        .filter(|aanvraag| aanvraag.besluit.is_none() && aanvraag.aanvraag_ingetrokken_op.is_none());
    let mut links: Vec<Link> = open
        .map(|aanvraag| {
            let text = format!("Wat vindt u van de aanvraag voor {}?", aanvraag.soort.label());
            Link::new(text, format!("/mijn/{nummer}/mening/{}", aanvraag.nr))
        })
        .collect();
    links.push(Link::new(
        "Bel of sprak u een school over een plek? Leg het vast",
        format!("/mijn/{nummer}/contact"),
    ));
    links.push(Link::new("Aanmelden bij een school", format!("/kind/{nummer}/aanmelding/nieuw")));
    links
}

fn letters(mijn: &MijnKind) -> Vec<Link> {
    let link = |brief: &dossier::staat::Brief| {
        let what = brief.inhoud.soort.replace('_', " ");
        Link::new(
            format!("Brief van {}: {what}", long_nl(brief.op)),
            format!("/kind/{}/brief/{}", mijn.beeld.nummer, brief.volgnummer),
        )
    };
    mijn.brieven.iter().map(link).collect()
}
