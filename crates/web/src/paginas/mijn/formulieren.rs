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
use base::dates::long_nl;
use dossier::aanmelding::afloop::{AanvaardAanbod, WijsAanbodAf};
use dossier::aanmelding::opdracht::MeldEersteContact;
use dossier::opdracht::Opdracht;
use dossier::tlv::feiten::ZienswijzeVan;
use dossier::tlv::opdracht::GeefZienswijze;

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

    pub(super) fn message(self) -> Melding {
        let text = match self {
            Self::Mening => "Dank u wel. Uw mening staat nu bij de aanvraag.",
            Self::Antwoord => "Dank u wel. De school ziet uw antwoord nu ook.",
            Self::Contact => {
                "Het is vastgelegd. Alleen als u schriftelijk aanmeldt, moet de school een besluit nemen."
            }
        };
        Melding::new(Meldingsoort::Goed, text)
    }
}

#[derive(Template)]
#[template(path = "paginas/mijn/formulier.html")]
struct Formulierpagina {
    pagina: Pagina,
    fouten: Fouten,
    uitleg: Vec<String>,
    velden: Vec<Veld>,
    knop: &'static str,
}

fn page(kijker: &Kijker, mijn: &MijnKind, titel: &str, ingevuld: &Ingevuld) -> Pagina {
    kijker
        .page(titel)
        .below(mijn.beeld.roepnaam.clone(), format!("/mijn/{}", mijn.beeld.nummer))
        .narrow()
        .with_errors(&ingevuld.fouten)
}

fn agree_options() -> Vec<Optie> {
    vec![
        Optie::new("ja", "Ik ben het eens met de aanvraag"),
        Optie::new("nee", "Ik ben het niet eens met de aanvraag"),
        Optie::new("weet_niet", "Dat zeg ik nu nog niet"),
    ]
}

fn view_page(
    kijker: &Kijker,
    mijn: &MijnKind,
    aanvraag: u32,
    ingevuld: Ingevuld,
) -> Result<Formulierpagina, Fout> {
    let found = mijn.beeld.aanvragen.iter().find(|a| a.nr == aanvraag).ok_or(Fout::NietGevonden)?;
    let uitleg = vec![
        format!("{} vraagt of {} naar {} mag.", found.schoolnaam, mijn.beeld.roepnaam, found.soort.label()),
        "Schrijf in uw eigen woorden wat u ervan vindt. Wie over de aanvraag beslist, leest dit. U kunt later nog iets toevoegen tot er is besloten.".to_owned(),
    ];
    let velden = vec![
        Veld::radio("eens", "Bent u het ermee eens?", agree_options()).filled(&ingevuld),
        Veld::textarea("tekst", "Wat vindt u ervan?", 8).filled(&ingevuld),
    ];
    Ok(Formulierpagina {
        pagina: page(kijker, mijn, "Wat vindt u ervan?", &ingevuld),
        fouten: ingevuld.fouten,
        uitleg,
        velden,
        knop: "Opsturen",
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
            let ingevuld = refused(formulier, error)?;
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
    let mut uitleg = vec![format!(
        "{} biedt een plek aan op {}, vanaf {}.",
        found.schoolnaam,
        aanbod.schoolnaam,
        long_nl(aanbod.per)
    )];
    if let Some(offered) = open.laatste_aanbod(aanmelding) {
        uitleg.push(format!("Dit biedt die school: {}", offered.wat));
        if !offered.andere_mogelijkheden.is_empty() {
            uitleg.push(format!("Ook bekeken: {}.", offered.andere_mogelijkheden.join("; ")));
        }
    }
    uitleg.push(format!(
        "U mag ja zeggen en u mag nee zeggen. Zegt u nee, dan blijft {} verplicht om een passende plek te zoeken.",
        found.schoolnaam
    ));
    let keuzes =
        vec![Optie::new("ja", "Ja, we willen deze plek"), Optie::new("nee", "Nee, we willen deze plek niet")];
    let velden = vec![
        Veld::radio("antwoord", "Wat is uw antwoord?", keuzes).required().filled(&ingevuld),
        Veld::textarea("toelichting", "Wilt u er iets bij zeggen?", 5).filled(&ingevuld),
    ];
    Ok(Formulierpagina {
        pagina: page(kijker, mijn, "Een plek op een andere school", &ingevuld),
        fouten: ingevuld.fouten,
        uitleg,
        velden,
        knop: "Antwoord geven",
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
    let mut lezer = Lezer::of(&formulier);
    let yes = lezer.yes_no("antwoord", "Kies ja of nee.");
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
            let ingevuld = refused(formulier, error)?;
            show_refused(&offer_page(&open, &kijker, &mijn, aanmelding, ingevuld)?)
        }
    }
}

fn contact_page(kijker: &Kijker, mijn: &MijnKind, ingevuld: Ingevuld) -> Formulierpagina {
    let uitleg = vec![
        "Zei een school aan de telefoon of aan de deur dat uw kind er niet terechtkan? Leg het hier vast."
            .to_owned(),
        "Dit is nog geen aanmelding. Pas als u schriftelijk aanmeldt, moet de school een besluit nemen."
            .to_owned(),
    ];
    let velden = vec![
        Veld::text("school", "Welke school?").required().filled(&ingevuld),
        Veld::date("op", "Op welke dag?").required().filled(&ingevuld),
        Veld::textarea("gezegd", "Wat is er gezegd?", 6).required().filled(&ingevuld),
    ];
    Formulierpagina {
        pagina: page(kijker, mijn, "Contact met een school", &ingevuld),
        fouten: ingevuld.fouten,
        uitleg,
        velden,
        knop: "Vastleggen",
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
    let mut lezer = Lezer::of(&formulier);
    let school = lezer.required("school", "Schrijf op welke school het was.");
    let op = lezer.required_date("op", "Vul in op welke dag het was.");
    let gezegd = lezer.required("gezegd", "Schrijf op wat er is gezegd.");
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
            let ingevuld = refused(formulier, error)?;
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
fn refused(formulier: Formulier, error: AppError) -> Result<Ingevuld, Fout> {
    match error {
        AppError::Refused(refusal) => Ok(Ingevuld::refused(formulier, Fouten::from(&*refusal))),
        other => Err(other.into()),
    }
}
