//! The parents' own page, in plain words: what happens, what we ask, what was decided.

use app::geopend::Geopend;
use app::inzage::Doel;
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
use crate::paginas::woorden::letter_name;
use crate::query::Vraag;
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
    /// Everything about it.
    meer: Link,
}

/// What we ask, with the way to do it.
struct Verzoek {
    wat: String,
    /// What exactly, line by line.
    onderdelen: Vec<String>,
    /// Why, and how to do it.
    uitleg: String,
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
async fn look(
    state: &WebState,
    kijker: &Kijker,
    nummer: &str,
    doel: Doel,
) -> Result<(Geopend, MijnKind), Fout> {
    let open = crate::paginas::kind::open(state, kijker, nummer).await?;
    let mijn = open.mijn()?;
    open.toon(doel).await?;
    Ok((open, mijn))
}

async fn child(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let (_, mijn) = look(&state, &kijker, &nummer, Doel::EigenPagina).await?;
    let on = kijker.moment.vandaag;
    let vragen_aan = contact(&state, &mijn, on).await?;
    let done = vraag.text("na").and_then(formulieren::Gedaan::from_code);
    show(&Mijn {
        pagina: kijker
            .page(mijn.beeld.roepnaam.clone())
            .sub("Uw eigen pagina")
            .narrow()
            .messages(done.map(formulieren::Gedaan::message)),
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
    // The day on which a declaration begins is no day on which a place must have been found.
    let granted = is_granted(mijn, verhaal.onderwerp);
    let wanneer = verhaal.uiterlijk.filter(|_| !granted).map_or_else(String::new, |last| {
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
        waarom: reason(mijn, verhaal.onderwerp, verhaal.uiterlijk.filter(|_| !granted)),
        aan_zet: verhaal.aan_zet.clone(),
        meer: more(mijn, verhaal.onderwerp),
    }
}

/// A declaration that was made known: the decision tells from when it holds.
fn is_granted(mijn: &MijnKind, onderwerp: Onderwerp) -> bool {
    mijn.beeld
        .aanvragen
        .iter()
        .any(|aanvraag| Onderwerp::Aanvraag(aanvraag.nr) == onderwerp && aanvraag.bekendmaking.is_some())
}

/// The page with everything about one subject.
fn more(mijn: &MijnKind, onderwerp: Onderwerp) -> Link {
    let text = match onderwerp {
        Onderwerp::Aanmelding(_) => "Lees alles over deze aanmelding",
        Onderwerp::Aanvraag(_) => "Lees de aanvraag",
        Onderwerp::Verwijdering(_) | Onderwerp::Schorsing(_) => "Lees er alles over",
    };
    let address = super::kind::address_of(&mijn.beeld.nummer, &onderwerp.to_string());
    Link::new(text, address)
}

/// Why a story has this date: the steps of the law, or in words what another day rests on.
fn reason(mijn: &MijnKind, onderwerp: Onderwerp, last: Option<Date>) -> Inhoud {
    let uitleg = last.and_then(|last| match onderwerp {
        Onderwerp::Aanmelding(nr) => reason_of_registration(mijn, nr, last),
        Onderwerp::Aanvraag(nr) => reason_of_request(mijn, nr, last),
        Onderwerp::Verwijdering(_) | Onderwerp::Schorsing(_) => None,
    });
    uitleg.map_or_else(|| Inhoud::Tekst(String::new()), |uitleg| uitleg.folded("deze datum").into())
}

fn reason_of_registration(mijn: &MijnKind, nr: u32, last: Date) -> Option<Uitleg> {
    let aanmelding = mijn.beeld.aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr)?;
    let asked = aanmelding.open_opschorting().filter(|asked| asked.tot_en_met == last);
    Some(match asked {
        Some(_) => Uitleg::text(format!(
            "De school gaf u tijd tot en met {}. Zolang staat de tijd voor het besluit stil.",
            long_nl(last)
        )),
        None => Uitleg::from(aanmelding.termijn.berekening.as_ref()),
    })
}

fn reason_of_request(mijn: &MijnKind, nr: u32, last: Date) -> Option<Uitleg> {
    let aanvraag = mijn.beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == nr)?;
    let termijn = aanvraag.termijn.as_ref()?;
    let uitleg = Uitleg::from(termijn.berekening.as_ref());
    Some(if termijn.uitkomst.beloofd == Some(last) {
        uitleg.preceded_by(
            "Het samenwerkingsverband belooft om sneller te beslissen dan de wet vraagt. Zo rekent de wet:",
        )
    } else {
        uitleg
    })
}

/// Whom to call: the school of enrolment, else of the last registration.
async fn contact(state: &WebState, mijn: &MijnKind, on: Date) -> Result<String, Fout> {
    if mijn.beeld.school_geheim {
        return Ok(String::new());
    }
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
            let (onderdelen, uitleg) = asked_for(mijn, verzoek.zet, verzoek.onderwerp);
            Verzoek {
                wat: verzoek.wat.clone(),
                onderdelen,
                uitleg,
                uiterlijk: verzoek
                    .uiterlijk
                    .map(|last| format!("Uiterlijk {}", long_nl(last)))
                    .unwrap_or_default(),
                link,
            }
        })
        .collect()
}

/// What a school asked the parents for, and how they give it.
fn asked_for(mijn: &MijnKind, zet: Zet, onderwerp: Onderwerp) -> (Vec<String>, String) {
    let (Zet::InformatieGeven, Onderwerp::Aanmelding(nr)) = (zet, onderwerp) else {
        return Default::default();
    };
    let aanmelding = mijn.beeld.aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr);
    let asked = aanmelding.and_then(|aanmelding| Some((aanmelding, aanmelding.open_opschorting()?)));
    asked.map_or_else(Default::default, |(aanmelding, asked)| {
        let how = format!(
            "Geef of mail dit aan {}. In de brief van de school staat waarom zij dit vraagt.",
            aanmelding.schoolnaam
        );
        (asked.wat.clone(), how)
    })
}

fn decisions(mijn: &MijnKind) -> Vec<Beslissing> {
    mijn.beslissingen
        .iter()
        .map(|beslissing| Beslissing {
            wat: beslissing.wat.clone(),
            wanneer: match beslissing.onderwerp {
                Onderwerp::Aanvraag(_) => format!("Bekendgemaakt op {}", long_nl(beslissing.op)),
                _ => format!("Besluit van {}", long_nl(beslissing.op)),
            },
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
        "Sprak u een school over een plek? Leg vast wat er is gezegd",
        format!("/mijn/{nummer}/contact"),
    ));
    links.push(Link::new("Aanmelden bij een school", format!("/kind/{nummer}/aanmelding/nieuw")));
    links
}

fn letters(mijn: &MijnKind) -> Vec<Link> {
    let link = |brief: &dossier::staat::Brief| {
        Link::new(
            format!("{}, {}", letter_name(&brief.inhoud.soort), long_nl(brief.op)),
            format!("/kind/{}/brief/{}", mijn.beeld.nummer, brief.volgnummer),
        )
    };
    mijn.brieven.iter().map(link).collect()
}
