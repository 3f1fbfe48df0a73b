//! Registering at a school without an account: the open form, and the page that confirms it.
//!
//! Whoever sends it is told the same whatever is known here. Where no mail is sent the form is printed and nothing of it is kept.

mod school;
mod vorm;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use app::AppError;
use app::buiten::{Bevestiging, Geschreven};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use base::Vestigingscode;
use base::dates::long_nl;
use teksten::{Taal, Tekst, buiten};
use verband::School;
use verband::grenzen::DAGEN_OM_TE_BEVESTIGEN;
use web_base::error::{Fout, Uitkomst};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Feiten, Fouten, Link, Optie};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::{Bezoeker, Herkomst};
use web_base::state::WebState;

use super::aanmelding::{per_onderwijs, split_choice};
use crate::weg::scholen::{SHOWN, ZOEKEN, gevonden_voor};
use crate::weg::{Blad, los};

pub(super) use school::waiting;

/// Where the open form is.
const PATH: &str = "/aanmelden-bij-een-school";

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(form).post(send))
        .route("/aanmelden-bij-een-school/{token}", get(look).post(confirm))
        .merge(school::routes())
}

/// What is told after a form, and the button that is left.
#[derive(Template)]
#[template(path = "paginas/buiten/verteld.html")]
struct Verteld {
    pagina: Pagina,
    alineas: Vec<String>,
    /// What was filled in, by group: to print.
    groepen: Vec<(String, Feiten)>,
    /// Where somebody signs.
    handtekening: Option<String>,
    knop: Option<String>,
}

impl Verteld {
    fn new(bezoeker: &Bezoeker, titel: Tekst, alineas: &[Tekst]) -> Self {
        let taal = bezoeker.schil.taal();
        Self {
            pagina: bezoeker.page(taal.zeg(titel)).in_chosen_language().narrow(),
            alineas: alineas.iter().map(|alinea| taal.zeg(alinea)).collect(),
            groepen: Vec::new(),
            handtekening: None,
            knop: None,
        }
    }
}

/// The school that was chosen, and those that were found by what was typed.
struct Gezocht {
    gekozen: Option<School>,
    /// Somebody at that school reads what is sent here; elsewhere the form is printed.
    wordt_gelezen: bool,
    gevonden: Vec<Optie>,
    /// As many as are shown: there may be more.
    misschien_meer: bool,
}

async fn searched(state: &WebState, bezoeker: &Bezoeker, formulier: &Formulier) -> Result<Gezocht, Fout> {
    let (on, taal) = (bezoeker.moment.vandaag, bezoeker.schil.taal());
    let words = formulier.text(ZOEKEN).trim();
    let chosen = formulier.text("vestiging").parse::<Vestigingscode>().ok();
    let gevonden = if words.is_empty() {
        Vec::new()
    } else {
        per_onderwijs(gevonden_voor(state, (taal, on), words).await?, chosen.as_ref(), taal)
    };
    let gekozen = match &chosen {
        Some(code) => state.app.school(code, on).await?,
        None => None,
    };
    let wordt_gelezen = match &gekozen {
        Some(school) => state.app.leest_van_buiten(&school.vestiging, bezoeker.moment).await?,
        None => true,
    };
    let misschien_meer = gevonden.len() >= SHOWN;
    Ok(Gezocht { gekozen, wordt_gelezen, gevonden, misschien_meer })
}

async fn page(state: &WebState, bezoeker: &Bezoeker, ingevuld: Ingevuld) -> Result<Blad, Fout> {
    let taal = bezoeker.schil.taal();
    let mut formulier = split_choice(ingevuld.formulier.unwrap_or_default());
    if !formulier.is_on(vorm::WIE) {
        formulier.put(vorm::WIE, vorm::OUDER);
    }
    let gezocht = searched(state, bezoeker, &formulier).await?;
    let mails = state.app.bevestigt_van_buiten() && gezocht.wordt_gelezen;
    let vorm = vorm::vorm(taal, mails, &formulier, &gezocht).in_taal(taal);
    let pagina = bezoeker.page(taal.zeg(buiten::titel())).in_chosen_language();
    let blad = Blad::new(pagina, vorm, Ingevuld::refused(formulier, ingevuld.fouten), "/inloggen");
    Ok(blad.beside(Link::new(taal.zeg(buiten::met_code_link()), "/code")))
}

async fn form(State(state): State<WebState>, bezoeker: Bezoeker) -> Uitkomst {
    show(&page(&state, &bezoeker, Ingevuld::empty()).await?)
}

async fn send(
    State(state): State<WebState>,
    bezoeker: Bezoeker,
    Herkomst(address): Herkomst,
    mut formulier: Formulier,
) -> Uitkomst {
    let taal = bezoeker.schil.taal();
    if los::kijkt(&mut formulier, taal).await? {
        let fouten = Fouten::new();
        return show(&page(&state, &bezoeker, Ingevuld { formulier: Some(formulier), fouten }).await?);
    }
    let formulier = split_choice(formulier);
    let gezocht = searched(&state, &bezoeker, &formulier).await?;
    let mails = state.app.bevestigt_van_buiten() && gezocht.wordt_gelezen;
    let gelezen = match vorm::lees(&state, &bezoeker, (mails, &formulier), &gezocht) {
        Ok(gelezen) => gelezen,
        Err(fouten) => return refused(&state, &bezoeker, formulier, fouten).await,
    };
    if !mails {
        return show(&on_paper(&bezoeker, &formulier, &gezocht));
    }
    let vestiging = &gelezen.school.vestiging;
    let sent = state.app.schrijf_van_buiten(vestiging, gelezen.geschreven, &address, bezoeker.moment).await;
    match sent {
        Ok(()) => {
            let dagen = i32::try_from(DAGEN_OM_TE_BEVESTIGEN).unwrap_or(i32::MAX);
            let told =
                [buiten::verstuurd(), buiten::VerstuurdTot { dagen }.tekst(), buiten::verstuurd_niets()];
            show(&Verteld::new(&bezoeker, buiten::verstuurd_titel(), &told))
        }
        Err(AppError::Refused(refusal)) => {
            let fouten = Fouten::of_refusal(&refusal, taal);
            refused(&state, &bezoeker, formulier, fouten).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn refused(state: &WebState, bezoeker: &Bezoeker, formulier: Formulier, fouten: Fouten) -> Uitkomst {
    show_refused(&page(state, bezoeker, Ingevuld::refused(formulier, fouten)).await?)
}

/// What was filled in, to print and to sign: nothing of it is kept.
fn on_paper(bezoeker: &Bezoeker, formulier: &Formulier, gezocht: &Gezocht) -> Verteld {
    let taal = bezoeker.schil.taal();
    let school = gezocht.gekozen.as_ref().map(|school| school.naam.as_str()).unwrap_or_default();
    let told = [buiten::PapierSchool { school }.tekst(), buiten::papier_uitleg()];
    Verteld {
        groepen: vorm::gelezen(taal, formulier, gezocht.gekozen.as_ref()),
        handtekening: Some(taal.zeg(buiten::papier_handtekening())),
        ..Verteld::new(bezoeker, buiten::papier_titel(), &told)
    }
}

/// What whoever confirmed keeps: which registration it is, and on which day it came.
fn confirmed(bezoeker: &Bezoeker, bevestiging: &Bevestiging) -> Verteld {
    let Bevestiging { op, nu, school, kenmerk } = bevestiging;
    let dag = op.map_or(bezoeker.moment.vandaag, base::today_in_nl);
    let when =
        if *nu { buiten::Bevestigd { dag }.tekst() } else { buiten::BevestigdEerderOp { dag }.tekst() };
    let told = [when, buiten::BevestigdWat { school, kenmerk }.tekst(), buiten::bevestigd_bewaar()];
    Verteld::new(bezoeker, buiten::bevestigd_titel(), &told)
}

/// The page with the button: following a link does nothing by itself, since what looks through mail follows links.
async fn look(State(state): State<WebState>, Path(token): Path<String>, bezoeker: Bezoeker) -> Uitkomst {
    let bevestiging = state.app.is_van_buiten(&token, bezoeker.moment).await?;
    if bevestiging.op.is_some() {
        return show(&confirmed(&bezoeker, &bevestiging));
    }
    let Bevestiging { school, kenmerk, .. } = &bevestiging;
    let which = buiten::BevestigdWat { school, kenmerk }.tekst();
    let told = [buiten::bevestig_uitleg(), which, buiten::uitleg_niets()];
    let knop = Some(bezoeker.schil.taal().zeg(buiten::bevestig_knop()));
    show(&Verteld { knop, ..Verteld::new(&bezoeker, buiten::bevestig_titel(), &told) })
}

async fn confirm(State(state): State<WebState>, Path(token): Path<String>, bezoeker: Bezoeker) -> Uitkomst {
    let bevestiging = state.app.bevestig_van_buiten(&token, bezoeker.moment).await?;
    show(&confirmed(&bezoeker, &bevestiging))
}

/// A registration that was read from the form.
struct Gelezen {
    school: School,
    geschreven: Geschreven,
}

/// The fields as a school finds them in its own form, with where authority is said to show from and who wrote it. Of what was sent only what the form
/// asks: nobody fills in for the school what is the school's to say.
fn as_school_reads(formulier: &Formulier, asked: &BTreeSet<String>) -> BTreeMap<String, String> {
    let skip = |naam: &str| matches!(naam, "e_mail" | "vestiging" | ZOEKEN) || !asked.contains(naam);
    let mut fields: BTreeMap<String, String> = formulier
        .names()
        .filter(|naam| !skip(naam))
        .map(|naam| (naam.to_owned(), formulier.text(naam).trim().to_owned()))
        .collect();
    let named: Vec<String> = fields
        .iter()
        .filter(|(naam, waarde)| naam.starts_with("ouders.") && !waarde.is_empty())
        .filter_map(|(naam, _)| Some(naam.strip_suffix(".naam")?.to_owned()))
        .collect();
    // Also of a row that lacks its name: what is missing then is the name, and nothing that this form does not ask.
    let first = asked.contains("ouders.1.naam").then(|| "ouders.1".to_owned());
    let rows: BTreeSet<String> = first
        .into_iter()
        .chain(fields.keys().filter_map(|naam| {
            let (row, _) = naam.rsplit_once('.')?;
            (row.starts_with("ouders.") && !fields.get(naam)?.is_empty()).then(|| row.to_owned())
        }))
        .collect();
    for row in &rows {
        fields.insert(format!("{row}.brondocument"), Taal::Nl.zeg(buiten::gezag_blijkt()));
    }
    if let Some(first) = named.first() {
        fields.insert(format!("{first}.e_mail"), formulier.text("e_mail").trim().to_owned());
    }
    if fields.get("geheim").is_some_and(|kring| kring != "niemand" && !kring.is_empty()) {
        fields.insert("geheim_bron".to_owned(), Taal::Nl.zeg(buiten::geheim_herkomst()));
    }
    fields
}

/// A day in words, for the pages of a school.
fn day(at: base::Timestamp) -> String {
    long_nl(base::today_in_nl(at))
}
