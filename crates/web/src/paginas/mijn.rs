//! The parents' own page, in plain words: what happens, what we ask, what was decided.

use app::geopend::Geopend;
use app::inzage::Doel;
use app::mijn::{MijnKind, Verhaal as Nu};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use base::{Date, DossierNummer};
use dossier::Rol;
use dossier::beurt::Onderwerp;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::{Poststand, Relatie};
use dossier::toegang::Deel;
use teksten::{Taal, mijn};

use crate::paginas::gezin::{Gezegd, Gezin, Gezinsdeel, Manier, delen, manier, manier_van};
use crate::paginas::processen::van;
use crate::paginas::woorden::letter_of;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::onderdelen::{Inhoud, Link, Melding, Meldingsoort, Uitleg};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

mod formulieren;
mod taal;
#[cfg(test)]
mod tests;
mod wegen;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/mijn", get(children))
        .route("/mijn/{nummer}", get(child))
        .route("/mijn/{nummer}/niet-eens", get(wegen::page))
        .merge(formulieren::routes())
        .merge(taal::routes())
}

#[derive(Template)]
#[template(path = "paginas/mijn/lijst.html")]
struct Lijst {
    pagina: Pagina,
    kinderen: Vec<Link>,
    /// What is said where there is none.
    leeg: String,
}

async fn children(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    let found = state.app.mijn_kinderen(&kijker.kijker, kijker.moment).await?;
    if let [(nummer, _)] = found.as_slice() {
        return Ok(redirect(&format!("/mijn/{nummer}")));
    }
    let kinderen =
        found.into_iter().map(|(nummer, naam)| Link::new(naam, format!("/mijn/{nummer}"))).collect();
    let titel = kijker.taal().zeg(mijn::uw_kinderen());
    let leeg = if kijker.kijker.actor.rol == Rol::Leerling {
        mijn::geen_dossier_leerling()
    } else {
        mijn::geen_dossier()
    };
    let leeg = kijker.taal().zeg(leeg);
    show(&Lijst { pagina: kijker.page(titel).in_chosen_language().narrow(), kinderen, leeg })
}

/// What happens now, ready to read.
struct Verhaal {
    wat: String,
    wanneer: String,
    waarom: Inhoud,
    aan_zet: String,
    /// Everything about it; none while there is nothing to read.
    meer: Option<Link>,
}

/// A form that was kept and not sent yet.
struct Bewaard {
    titel: String,
    link: Link,
    wanneer: String,
    /// Where it is thrown away.
    adres: String,
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
    nu: Vec<Verhaal>,
    vragen_aan: String,
    /// What was kept and not sent yet.
    bewaard: Vec<Bewaard>,
    verzoeken: Vec<Verzoek>,
    beslissingen: Vec<Beslissing>,
    adviezen: Vec<Advies>,
    woorden: Vec<Link>,
    /// What this parent said before.
    gezegd: Vec<Gezegd>,
    rechten: Vec<Link>,
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
    let (open, mijn) = look(&state, &kijker, &nummer, Doel::EigenPagina).await?;
    let on = kijker.moment.vandaag;
    let taal = kijker.taal();
    let vragen_aan = contact(&state, &mijn, on, taal).await?;
    let bewaard = formulieren::kept(&open, taal).await?;
    let done = vraag.text("na").and_then(|code| formulieren::thanks(code, taal));
    // Of parents who never stood in the file nothing is said.
    let parents = mijn.beeld.mensen.iter().any(|persoon| persoon.relatie != Relatie::Leerling);
    let decides = if parents { mijn::u_beslist_zelf() } else { mijn::u_beslist_zelf_aangemeld() };
    let own = || Melding::new(Meldingsoort::Weetje, taal.zeg(&decides));
    let told = mijn.is_leerling().then(own);
    show(&Mijn {
        pagina: kijker
            .page(mijn.beeld.roepnaam.clone())
            .in_chosen_language()
            .sub(taal.zeg(mijn::uw_eigen_pagina()))
            .narrow()
            .messages(done.into_iter().chain(told)),
        nu: mijn.nu.iter().map(|verhaal| story(&mijn, verhaal, on, taal)).collect(),
        vragen_aan,
        bewaard,
        verzoeken: requests(&mijn, taal),
        beslissingen: decisions(&mijn, taal),
        adviezen: advices(&mijn, taal),
        woorden: own_words(&mijn, taal),
        gezegd: said(&mijn, taal),
        rechten: rights(&mijn, taal),
        brieven: letters(&mijn, taal),
        nummer: mijn.beeld.nummer.clone(),
    })
}

fn story(mijn: &MijnKind, verhaal: &Nu, on: Date, taal: Taal) -> Verhaal {
    let wanneer = verhaal.uiterlijk.map_or_else(String::new, |dag| {
        let dagen = base::dates::days_between(on, dag);
        taal.zeg(if dagen < 0 { mijn::TeLaat { dag }.tekst() } else { mijn::Wanneer { dagen, dag }.tekst() })
    });
    Verhaal {
        wat: taal.zeg(&verhaal.wat),
        wanneer,
        waarom: reason(mijn, verhaal, taal),
        aan_zet: verhaal.aan_zet.as_ref().map(|wie| taal.zeg(wie)).unwrap_or_default(),
        meer: is_to_read(mijn, verhaal.onderwerp).then(|| more(mijn, verhaal.onderwerp, taal)),
    }
}

/// Its page says more than the story.
fn is_to_read(mijn: &MijnKind, onderwerp: Onderwerp) -> bool {
    mijn.beeld.zaken.gezinszaak(onderwerp).is_none_or(dossier::gezin::Gezinszaak::is_te_lezen)
}

/// The page with everything about one subject.
fn more(mijn: &MijnKind, onderwerp: Onderwerp, taal: Taal) -> Link {
    let text = van(onderwerp).map_or_else(mijn::lees_alles, |proces| (proces.lees)());
    let address = super::kind::address_of(&mijn.beeld.nummer, &onderwerp.to_string());
    Link::new(taal.zeg(text), address)
}

/// Why a story has this date: the steps of the law, or in words what another day rests on.
fn reason(mijn: &MijnKind, verhaal: &Nu, taal: Taal) -> Inhoud {
    let Some(last) = verhaal.uiterlijk else { return Inhoud::Tekst(String::new()) };
    let nr = verhaal.onderwerp.nr();
    let computed = van(verhaal.onderwerp).and_then(|proces| (proces.reden)(mijn, nr, last, taal));
    let in_words = || (!verhaal.grond.is_leeg()).then(|| Uitleg::text(taal.zeg(&verhaal.grond)));
    let uitleg = computed.or_else(in_words);
    let folded = |uitleg: Uitleg| uitleg.on_page_in(taal).folded(taal.zeg(mijn::deze_datum())).into();
    uitleg.map_or_else(|| Inhoud::Tekst(String::new()), folded)
}

/// Whom to call: each school that has the child, or at which a registration runs.
async fn contact(state: &WebState, mijn: &MijnKind, on: Date, taal: Taal) -> Result<String, Fout> {
    if mijn.beeld.school_geheim {
        return Ok(String::new());
    }
    let mut told = Vec::new();
    for vestiging in app::mijn::schools_of(&mijn.beeld) {
        let Some(school) = state.app.school(vestiging, on).await? else { continue };
        told.push(taal.zeg(if school.telefoon.is_empty() {
            mijn::VraagSchool { school: &school.naam }.tekst()
        } else {
            mijn::BelSchool { school: &school.naam, telefoon: &school.telefoon }.tekst()
        }));
    }
    Ok(told.join(" "))
}

fn requests(mijn: &MijnKind, taal: Taal) -> Vec<Verzoek> {
    let request = |verzoek: &app::mijn::Verzoek| {
        let (onderdelen, uitleg) = asked_for(mijn, verzoek, taal);
        let uiterlijk = verzoek.uiterlijk.map(|dag| taal.zeg(mijn::Uiterlijk { dag }.tekst()));
        Verzoek {
            wat: taal.zeg(&verzoek.wat),
            onderdelen,
            uitleg,
            uiterlijk: uiterlijk.unwrap_or_default(),
            link: way(mijn, verzoek, taal),
        }
    };
    mijn.verzoeken.iter().map(request).collect()
}

/// Where what is asked is done; none where it is done outside the program.
fn way(mijn: &MijnKind, verzoek: &app::mijn::Verzoek, taal: Taal) -> Option<Link> {
    let nummer = &mijn.beeld.nummer;
    let taken = verzoek.zet.and_then(manier).or_else(|| verzoek.daad.and_then(manier_van));
    // What is closed to this parent is not offered: the page would be refused.
    let may = verzoek.daad.is_none_or(|daad| mijn.beeld.mag.contains(daad.naam()));
    Some(match taken.filter(|_| may)? {
        Manier::Eigen(vorm) if vorm.opdracht == Opdrachtnaam::LaatWeten => {
            let adres = format!("{}?over={}", vorm.adres(nummer, 0), verzoek.onderwerp);
            Link::new(taal.zeg(mijn::schrijf_wat_u_vindt()), adres)
        }
        Manier::Eigen(vorm) => Link::new(taal.zeg((vorm.link)()), vorm.adres(nummer, verzoek.onderwerp.nr())),
        Manier::Begin(begin) => Link::new(taal.zeg((begin.tekst)()), format!("/kind/{nummer}/{}", begin.pad)),
    })
}

/// What exactly is asked, and how it is given.
fn asked_for(mijn: &MijnKind, verzoek: &app::mijn::Verzoek, taal: Taal) -> (Vec<String>, String) {
    match van(verzoek.onderwerp).map(|proces| &proces.gezin) {
        Some(Gezin::Doet(deel)) => (deel.gevraagd)(mijn, verzoek, taal),
        Some(Gezin::Niets(_)) | None => Default::default(),
    }
}

fn decisions(mijn: &MijnKind, taal: Taal) -> Vec<Beslissing> {
    let told = |beslissing: &dossier::gezin::Beslissing| {
        let bezwaar = beslissing.bezwaar_uiterlijk.map(|dag| taal.zeg(mijn::BezwaarKan { dag }.tekst()));
        Beslissing {
            wat: taal.zeg(&beslissing.wat),
            wanneer: taal.zeg(&beslissing.wanneer),
            bezwaar: bezwaar.unwrap_or_default(),
        }
    };
    mijn.beslissingen.iter().map(told).collect()
}

fn advices(mijn: &MijnKind, taal: Taal) -> Vec<Advies> {
    let heading = |advies: &dossier::gezin::Afschrift| {
        let (door, uitkomst) = (advies.door.clone(), advies.uitkomst.clone());
        taal.zeg(mijn::AdviesKop { door, op: advies.op, uitkomst }.tekst())
    };
    mijn.adviezen.iter().map(|advies| Advies { kop: heading(advies), tekst: advies.tekst.clone() }).collect()
}

fn own_words(mijn: &MijnKind, taal: Taal) -> Vec<Link> {
    let mut all: Vec<&Gezinsdeel> = delen().collect();
    all.sort_by_key(|deel| deel.plaats);
    all.into_iter().flat_map(|deel| (deel.woorden)(mijn, taal)).collect()
}

/// What this parent said before.
fn said(mijn: &MijnKind, taal: Taal) -> Vec<Gezegd> {
    let mut all: Vec<&Gezinsdeel> = delen().collect();
    all.sort_by_key(|deel| deel.plaats);
    all.into_iter().flat_map(|deel| (deel.gezegd)(mijn, taal)).collect()
}

fn rights(mijn: &MijnKind, taal: Taal) -> Vec<Link> {
    let (nummer, naam) = (&mijn.beeld.nummer, mijn.beeld.roepnaam.as_str());
    let looked = Link::new(taal.zeg(mijn::WieKeek { naam }.tekst()), format!("/kind/{nummer}/inzage"));
    // Who looked is not of whoever reads less than a parent.
    let looked = mijn.beeld.leest(Deel::N).then_some(looked);
    let always = [
        Link::new(taal.zeg(mijn::alles_gebeurd()), format!("/kind/{nummer}/tijdlijn")),
        Link::new(taal.zeg(mijn::bericht_per_mail()), "/berichten"),
    ];
    looked.into_iter().chain(always).collect()
}

/// The letter that asks a parent what they want, after another parent said so.
const ASKED: &str = "vraag_andere_ouder";

/// The school of the case that a letter is about, by name.
fn school_of_letter<'a>(mijn: &'a MijnKind, brief: &dossier::staat::Brief) -> Option<&'a str> {
    let school = mijn.beeld.zaken.gezinszaak(brief.inhoud.betreft.onderwerp()?)?.aanspreekschool()?;
    super::leven::school_name(&mijn.beeld, &school.organisatie())
}

fn letters(mijn: &MijnKind, taal: Taal) -> Vec<Link> {
    let many = mijn.beeld.aanmeldingen.len() > 1 && !mijn.beeld.school_geheim;
    let link = |brief: &dossier::staat::Brief| {
        // A family reads it as the one who is asked, and not as somebody who asks.
        let asked = brief.inhoud.soort == ASKED;
        let (naam, dag) = (if asked { mijn::vraag_aan_u() } else { letter_of(brief) }, brief.op);
        // Of two registrations two letters of one day have the same name: the school tells them apart.
        let naam = match school_of_letter(mijn, brief).filter(|_| many) {
            Some(school) => mijn::BriefBijSchool { brief: naam, school }.tekst(),
            None => naam,
        };
        let text = match mijn.beeld.post.get(&brief.volgnummer) {
            Some((Poststand::Vervallen, _)) => mijn::BriefVraagtNiets { brief: naam, dag }.tekst(),
            Some(_) | None => mijn::BriefVan { brief: naam, dag }.tekst(),
        };
        Link::new(taal.zeg(text), format!("/kind/{}/brief/{}", mijn.beeld.nummer, brief.volgnummer))
            .in_dutch_from(taal)
    };
    mijn.brieven.iter().map(link).collect()
}
