//! One declaration in the register of its samenwerkingsverband: what it says, withdrawing it, closing it when it ran
//! out. The register stays when the file itself is closed to the samenwerkingsverband.

use app::AppError;
use app::dossiers::Uitvoering;
use app::inzage::Doel;
use app::lijst::Tlv;
use askama::Template;
use axum::extract::{Path, State};
use dossier::Opdracht;
use dossier::soort::TlvSoort;
use dossier::tlv::besluit::LaatTlvVerlopen;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Link, Veld, short_date};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::lijst::stand;
use crate::paginas::aanmelding::daad;
use crate::paginas::aanvraag::{Nee, expected};

#[derive(Template)]
#[template(path = "paginas/register/verklaring.html")]
struct Verklaring {
    pagina: Pagina,
    adres: String,
    nee: Nee,
    feiten: Feiten,
    intrekken: Option<Vec<Veld>>,
    verlopen: bool,
    expected: Veld,
}

/// A declaration of the own samenwerkingsverband.
pub(super) async fn find(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Tlv, Fout> {
    match state.app.verklaring(&kijker.kijker, nummer).await {
        Err(AppError::NotFound) => Err(Fout::NietGevonden),
        found => Ok(found?),
    }
}

/// What it says.
pub(super) async fn show_one(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
) -> Uitkomst {
    page(&state, &kijker, &nummer, Nee::default()).await
}

async fn page(state: &WebState, kijker: &Kijker, nummer: &str, nee: Nee) -> Uitkomst {
    let found = find(state, kijker, nummer).await?;
    let open = state.app.open(&kijker.kijker, &found.dossier, kijker.moment).await?;
    let beeld = open.toon(Doel::Verklaring).await?;
    let tlv = &found.tlv;
    let on = kijker.moment.vandaag;
    let runs = matches!(tlv.status.as_str(), "verleend" | "bekend" | "gebruikt");
    let feiten = Feiten::new()
        .with("Stand", stand(&tlv.status))
        .with("Kind", Link::new(tlv.weergavenaam.as_str(), format!("/kind/{}", found.dossier)))
        .with_some("Geboren", tlv.geboortedatum.map(|born| short_date(born, on)))
        .with_some("Voor", TlvSoort::from_code(&tlv.soort).map(TlvSoort::label))
        .with_some("Categorie", tlv.categorie.clone())
        .with("Geldig", format!("{} tot en met {}", short_date(tlv.van, on), short_date(tlv.tot_en_met, on)))
        .with("Dossier", found.dossier.to_string());
    let template = Verklaring {
        pagina: kijker
            .page(format!("Verklaring {}", tlv.nummer))
            .below("Register", "/register")
            .with_errors(&nee.ingevuld.fouten),
        adres: format!("/register/{nummer}"),
        feiten,
        intrekken: (runs && beeld.mag.contains("trek_tlv_in"))
            .then(|| withdrawal_fields().map(|veld| veld.filled(&nee.ingevuld)).to_vec()),
        verlopen: beeld.mag.contains("laat_tlv_verlopen")
            && tlv.tot_en_met < on
            && tlv.status != "ingetrokken",
        expected: Veld::hidden("versie", beeld.versie.to_string()),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

/// Withdraws it.
pub(super) async fn withdraw(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let found = find(&state, &kijker, &nummer).await?;
    match daad::lees_velden(
        "trek_tlv_in",
        found.tlv.aanvraag,
        &withdrawal_fields(),
        &formulier,
        &daad::no_school(&kijker),
    ) {
        Ok(opdracht) => carry_out(&state, &kijker, &found, opdracht, formulier).await,
        Err(ingevuld) => page(&state, &kijker, &nummer, ingevuld.into()).await,
    }
}

fn withdrawal_fields() -> [Veld; 2] {
    [
        Veld::date("per", "Vanaf welke dag?")
            .required_or("Vul in vanaf welke dag de verklaring niet meer geldt."),
        Veld::textarea("reden", "Waarom trekt u de verklaring in?", 4).required_or("Schrijf op waarom."),
    ]
}

/// Records that it ran out.
pub(super) async fn expire(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let found = find(&state, &kijker, &nummer).await?;
    let opdracht = LaatTlvVerlopen { aanvraag: found.tlv.aanvraag };
    carry_out(&state, &kijker, &found, opdracht.into(), formulier).await
}

async fn carry_out(
    state: &WebState,
    kijker: &Kijker,
    found: &Tlv,
    opdracht: Opdracht,
    formulier: Formulier,
) -> Uitkomst {
    let uitvoering = Uitvoering { expected: expected(&formulier)?, ..Uitvoering::default() };
    let open = state.app.open(&kijker.kijker, &found.dossier, kijker.moment).await?;
    match open.doe(opdracht, uitvoering).await {
        Ok(_) => Ok(redirect(&format!("/register/{}", found.tlv.nummer))),
        Err(error) => {
            let nee = Nee::of(error, formulier, kijker.moment.vandaag)?;
            page(state, kijker, &found.tlv.nummer, nee).await
        }
    }
}
