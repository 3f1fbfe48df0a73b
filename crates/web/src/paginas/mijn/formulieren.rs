//! What a parent can do: say what one thinks, answer an offer, report a first contact.

use app::AppError;
use app::dossiers::Uitvoering;
use app::geopend::Geopend;
use app::inzage::Doel;
use app::mijn::MijnKind;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use dossier::Woord;
use dossier::aanmelding::afloop::{AanvaardAanbod, WijsAanbodAf};
use dossier::aanmelding::opdracht::MeldEersteContact;
use dossier::opdracht::Opdracht;
use dossier::tlv::feiten::ZienswijzeVan;
use dossier::tlv::opdracht::GeefZienswijze;
use teksten::{Taal, Tekst, mijn};

use super::look;
use crate::error::{Fout, Uitkomst, redirect};
use crate::form::{Formulier, Ingevuld, Lezer};
use crate::onderdelen::{Fouten, Melding, Meldingsoort, Optie, Veld};
use crate::pagina::{Pagina, show, show_refused};
use crate::session::Kijker;
use crate::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/mijn/{nummer}/mening/{aanvraag}", get(view_form).post(give_view))
        .route("/mijn/{nummer}/aanbod/{aanmelding}", get(offer_form).post(answer_offer))
        .route("/mijn/{nummer}/contact", get(contact_form).post(report_contact))
}

/// What a parent did just before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gedaan {
    Mening,
    Antwoord,
    Contact,
}

impl Gedaan {
    const ALL: [Self; 3] = [Self::Mening, Self::Antwoord, Self::Contact];

    fn code(self) -> &'static str {
        match self {
            Self::Mening => "mening",
            Self::Antwoord => "antwoord",
            Self::Contact => "contact",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|gedaan| gedaan.code() == code)
    }

    pub(super) fn message(self, taal: Taal) -> Melding {
        let text = match self {
            Self::Mening => mijn::dank_mening(),
            Self::Antwoord => mijn::dank_antwoord(),
            Self::Contact => mijn::dank_contact(),
        };
        Melding::new(Meldingsoort::Goed, taal.zeg(text))
    }
}

#[derive(Template)]
#[template(path = "paginas/mijn/formulier.html")]
struct Formulierpagina {
    pagina: Pagina,
    fouten: Fouten,
    uitleg: Vec<String>,
    velden: Vec<Veld>,
    knop: String,
}

fn page(kijker: &Kijker, mijn: &MijnKind, titel: Tekst, ingevuld: &Ingevuld) -> Pagina {
    kijker
        .page(kijker.taal().zeg(titel))
        .in_chosen_language()
        .below(mijn.beeld.roepnaam.clone(), format!("/mijn/{}", mijn.beeld.nummer))
        .narrow()
        .with_errors(&ingevuld.fouten)
}

fn agree_options(taal: Taal) -> Vec<Optie> {
    vec![
        Optie::new("ja", taal.zeg(mijn::mening_ja())),
        Optie::new("nee", taal.zeg(mijn::mening_nee())),
        Optie::new("weet_niet", taal.zeg(mijn::mening_weet_niet())),
    ]
}

fn view_page(
    kijker: &Kijker,
    mijn: &MijnKind,
    aanvraag: u32,
    ingevuld: Ingevuld,
) -> Result<Formulierpagina, Fout> {
    let found = mijn.beeld.aanvragen.iter().find(|a| a.nr == aanvraag).ok_or(Fout::NietGevonden)?;
    let taal = kijker.taal();
    let (school, soort) = (found.schoolnaam.as_str(), found.soort.woord());
    let uitleg = vec![
        taal.zeg(mijn::MeningVraag { school, naam: &mijn.beeld.roepnaam, soort }.tekst()),
        taal.zeg(mijn::mening_uitleg()),
    ];
    let velden = vec![
        Veld::radio("eens", taal.zeg(mijn::mening_eens()), agree_options(taal)).filled(&ingevuld),
        Veld::textarea("tekst", taal.zeg(mijn::mening_titel()), 8).filled(&ingevuld),
    ];
    Ok(Formulierpagina {
        pagina: page(kijker, mijn, mijn::mening_titel(), &ingevuld),
        fouten: ingevuld.fouten,
        uitleg,
        velden: velden.into_iter().map(|veld| veld.in_taal(taal)).collect(),
        knop: taal.zeg(mijn::opsturen()),
    })
}

async fn view_form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, aanvraag)): Path<(String, u32)>,
) -> Uitkomst {
    let (_, mijn) = look(&state, &kijker, &nummer, Doel::MeningGeven).await?;
    show(&view_page(&kijker, &mijn, aanvraag, Ingevuld::empty())?)
}

async fn give_view(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, aanvraag)): Path<(String, u32)>,
    formulier: Formulier,
) -> Uitkomst {
    let (open, mijn) = look(&state, &kijker, &nummer, Doel::MeningGeven).await?;
    let eens = match formulier.text("eens") {
        "ja" => Some(true),
        "nee" => Some(false),
        _ => None,
    };
    let opdracht = GeefZienswijze {
        aanvraag,
        van: ZienswijzeVan::Persoon(mijn.persoon),
        tekst: formulier.text("tekst").to_owned(),
        eens,
        namens: false,
    };
    match carry_out(&open, opdracht.into(), Gedaan::Mening).await {
        Ok(done) => Ok(done),
        Err(error) => {
            let ingevuld = refused(formulier, error, kijker.taal())?;
            show_refused(&view_page(&kijker, &mijn, aanvraag, ingevuld)?)
        }
    }
}

fn offer_page(
    open: &Geopend,
    kijker: &Kijker,
    mijn: &MijnKind,
    aanmelding: u32,
    ingevuld: Ingevuld,
) -> Result<Formulierpagina, Fout> {
    let found = mijn.beeld.aanmeldingen.iter().find(|a| a.nr == aanmelding).ok_or(Fout::NietGevonden)?;
    let aanbod = found.open_aanbod().ok_or(Fout::NietGevonden)?;
    let taal = kijker.taal();
    let van = found.schoolnaam.as_str();
    let plek = mijn::AanbodPlek { van, school: &aanbod.schoolnaam, per: aanbod.per };
    let mut uitleg = vec![taal.zeg(plek.tekst())];
    if let Some(offered) = open.laatste_aanbod(aanmelding) {
        uitleg.push(taal.zeg(mijn::AanbodWat { wat: &offered.wat }.tekst()));
        if !offered.andere_mogelijkheden.is_empty() {
            let wat = offered.andere_mogelijkheden.join("; ");
            uitleg.push(taal.zeg(mijn::AanbodOokBekeken { wat: &wat }.tekst()));
        }
    }
    uitleg.push(taal.zeg(mijn::AanbodVrij { school: van }.tekst()));
    let keuzes =
        vec![Optie::new("ja", taal.zeg(mijn::aanbod_ja())), Optie::new("nee", taal.zeg(mijn::aanbod_nee()))];
    let velden = vec![
        Veld::radio("antwoord", taal.zeg(mijn::aanbod_antwoord()), keuzes).required().filled(&ingevuld),
        Veld::textarea("toelichting", taal.zeg(mijn::aanbod_toelichting()), 5).filled(&ingevuld),
    ];
    Ok(Formulierpagina {
        pagina: page(kijker, mijn, mijn::aanbod_titel(), &ingevuld),
        fouten: ingevuld.fouten,
        uitleg,
        velden: velden.into_iter().map(|veld| veld.in_taal(taal)).collect(),
        knop: taal.zeg(mijn::antwoord_geven()),
    })
}

async fn offer_form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, aanmelding)): Path<(String, u32)>,
) -> Uitkomst {
    let (open, mijn) = look(&state, &kijker, &nummer, Doel::AanbodLezen).await?;
    show(&offer_page(&open, &kijker, &mijn, aanmelding, Ingevuld::empty())?)
}

async fn answer_offer(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, aanmelding)): Path<(String, u32)>,
    formulier: Formulier,
) -> Uitkomst {
    let (open, mijn) = look(&state, &kijker, &nummer, Doel::AanbodBeantwoorden).await?;
    let found = mijn.beeld.aanmeldingen.iter().find(|a| a.nr == aanmelding).ok_or(Fout::NietGevonden)?;
    let aanbod = found.open_aanbod().ok_or(Fout::NietGevonden)?.nr;
    let mut lezer = Lezer::of(&formulier).in_taal(kijker.taal());
    let yes = lezer.yes_no("antwoord", &kijker.taal().zeg(mijn::aanbod_kies()));
    let toelichting = lezer.text("toelichting");
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&offer_page(&open, &kijker, &mijn, aanmelding, ingevuld)?);
    }
    let opdracht: Opdracht = if yes == Some(true) {
        AanvaardAanbod { aanmelding, aanbod, toelichting }.into()
    } else {
        WijsAanbodAf { aanmelding, aanbod, reden: toelichting }.into()
    };
    match carry_out(&open, opdracht, Gedaan::Antwoord).await {
        Ok(done) => Ok(done),
        Err(error) => {
            let ingevuld = refused(formulier, error, kijker.taal())?;
            show_refused(&offer_page(&open, &kijker, &mijn, aanmelding, ingevuld)?)
        }
    }
}

fn contact_page(kijker: &Kijker, mijn: &MijnKind, ingevuld: Ingevuld) -> Formulierpagina {
    let taal = kijker.taal();
    let uitleg = vec![taal.zeg(mijn::contact_leg_vast()), taal.zeg(mijn::contact_geen_aanmelding())];
    let velden = vec![
        Veld::text("school", taal.zeg(mijn::contact_school())).required().filled(&ingevuld),
        Veld::date("op", taal.zeg(mijn::contact_dag())).required().filled(&ingevuld),
        Veld::textarea("gezegd", taal.zeg(mijn::contact_gezegd()), 6).required().filled(&ingevuld),
    ];
    Formulierpagina {
        pagina: page(kijker, mijn, mijn::contact_titel(), &ingevuld),
        fouten: ingevuld.fouten,
        uitleg,
        velden: velden.into_iter().map(|veld| veld.in_taal(taal)).collect(),
        knop: taal.zeg(mijn::vastleggen()),
    }
}

async fn contact_form(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let (_, mijn) = look(&state, &kijker, &nummer, Doel::ContactVastleggen).await?;
    show(&contact_page(&kijker, &mijn, Ingevuld::empty()))
}

async fn report_contact(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let (open, mijn) = look(&state, &kijker, &nummer, Doel::ContactVastleggen).await?;
    let taal = kijker.taal();
    let mut lezer = Lezer::of(&formulier).in_taal(taal);
    let school = lezer.required("school", &taal.zeg(mijn::contact_school_leeg()));
    let op = lezer.required_date("op", &taal.zeg(mijn::contact_dag_leeg()));
    let gezegd = lezer.required("gezegd", &taal.zeg(mijn::contact_gezegd_leeg()));
    let finished = lezer.finish_or_show();
    let op = match (finished, op) {
        (Ok(()), Some(op)) => op,
        (Err(ingevuld), _) => return show_refused(&contact_page(&kijker, &mijn, ingevuld)),
        (Ok(()), None) => return Err(Fout::Intern),
    };
    let opdracht = MeldEersteContact { school, op, gezegd }.into();
    match carry_out(&open, opdracht, Gedaan::Contact).await {
        Ok(done) => Ok(done),
        Err(error) => {
            let ingevuld = refused(formulier, error, kijker.taal())?;
            show_refused(&contact_page(&kijker, &mijn, ingevuld))
        }
    }
}

/// Carries a command out and leads back to the parent's page.
async fn carry_out(open: &Geopend, opdracht: Opdracht, gedaan: Gedaan) -> Result<Response, AppError> {
    open.doe(opdracht, Uitvoering::default()).await?;
    Ok(redirect(&format!("/mijn/{}?na={}", open.beeld().nummer, gedaan.code())))
}

/// A refusal of the core as errors beside what was typed; anything else goes on as it is.
fn refused(formulier: Formulier, error: AppError, taal: Taal) -> Result<Ingevuld, Fout> {
    match error {
        AppError::Refused(refusal) => Ok(Ingevuld::refused(formulier, Fouten::of_refusal(&refusal, taal))),
        other => Err(other.into()),
    }
}
