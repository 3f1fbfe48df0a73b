//! Filling a request: the questions on the left, the checklist on the right. Everything typed is kept.

use app::aanvraag::Aanvraagformulier;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use dossier::staat::TlvFase;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Checklijst, Fouten, Link, Tijdlijn, Uitleg, Veld, Waarom};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::concept::{self, Collega, Concept};
use super::vragen::{self, DELEN, Vraagblok, Vraagkader};
use super::{Gezien, Plek, bijlagen, heading};

/// Field that says that pro is asked by the route from lwoo, a TLV or an OPP.
const PRO_FIELD: &str = "pro_zijroute";

#[derive(Template)]
#[template(path = "paginas/aanvraag/invullen.html")]
struct Invullen {
    pagina: Pagina,
    adres: String,
    concept: String,
    versies: String,
    bewaard: String,
    collegas: String,
    swv: String,
    waarom_swv: Waarom,
    fouten: Fouten,
    delen: Vec<Vragen>,
    stand: Checkstandblok,
    mag_intrekken: bool,
    tijdlijn: Tijdlijn,
}

/// One part with its questions.
struct Vragen {
    kop: &'static str,
    blokken: Vec<Vraagblok>,
    pro: Option<(Veld, Veld)>,
}

/// What the script fetches again after each field: the checklist, and the way on when nothing is missing.
#[derive(Template)]
#[template(path = "paginas/aanvraag/stand.html")]
struct Checkstandblok {
    checklijst: Checklijst,
    compleet: bool,
}

impl askama::filters::HtmlSafe for Checkstandblok {}

impl Checkstandblok {
    fn of(formulier: &Aanvraagformulier, kijker: &Kijker) -> Self {
        Self {
            checklijst: Checklijst::of(&formulier.checklist, kijker.moment.vandaag),
            compleet: formulier.checklist.is_compleet(),
        }
    }
}

/// The form that a school fills; `None` for everybody else, and once the request is sent.
pub(super) fn is_filled_by(gezien: &Gezien, kijker: &Kijker) -> bool {
    gezien.aanvraag.fase() == TlvFase::Gestart && gezien.by_applicant(kijker) && gezien.mag("vraag_tlv_aan")
}

/// The form of a request that is not sent yet.
pub(super) async fn open_form(gezien: &Gezien) -> Result<Aanvraagformulier, Fout> {
    let form = gezien.open.aanvraagformulier(gezien.plek.nr).await?;
    if form.aanvraag.fase() == TlvFase::Gestart { Ok(form) } else { Err(Fout::NietGevonden) }
}

fn draft(gezien: &Gezien) -> Result<Concept<'_>, Fout> {
    gezien.concept("vraag_tlv_aan")
}

/// The page, as it stands now or with what was refused.
pub(super) async fn page(
    state: &WebState,
    kijker: &Kijker,
    gezien: &Gezien,
    ingevuld: &Ingevuld,
    vraag: &Vraag,
) -> Uitkomst {
    let formulier = open_form(gezien).await?;
    let (on, plek) = (kijker.moment.vandaag, &gezien.plek);
    let collegas = draft(gezien)?.colleagues(&formulier.velden).await?;
    let kader = Vraagkader {
        nummer: &plek.nummer,
        formulier: &formulier,
        ingevuld,
        collegas: &collegas,
        wet: &state.app.wet,
        on,
    };
    let swv = &formulier.aanvraag.swv;
    let naam = state.app.organisatie_naam(&swv.uitkomst.organisatie(), on).await?;
    let pagina = kijker
        .page(format!("Aanvraag: {}", heading(&formulier.aanvraag)))
        .sub(gezien.beeld().naam.clone())
        .below(gezien.beeld().naam.clone(), format!("/kind/{}", plek.nummer))
        .with_errors(&ingevuld.fouten);
    let pagina = super::done_message(vraag).into_iter().fold(pagina, Pagina::message);
    let template = Invullen {
        pagina,
        adres: plek.address(),
        concept: plek.draft("vraag_tlv_aan"),
        versies: concept::versions(&formulier.velden),
        bewaard: concept::kept_line(&formulier.velden, on),
        collegas: names(&collegas),
        swv: format!("{naam} ({})", swv.uitkomst),
        waarom_swv: Uitleg::from(swv.berekening.as_ref()).folded("dit samenwerkingsverband"),
        fouten: ingevuld.fouten.clone(),
        delen: parts(&kader),
        stand: Checkstandblok::of(&formulier, kijker),
        mag_intrekken: gezien.mag("trek_tlv_aanvraag_in"),
        tijdlijn: super::lezen::history(gezien.beeld(), &gezien.aanvraag, on),
    };
    if ingevuld.fouten.is_empty() { show(&template) } else { show_refused(&template) }
}

fn names(collegas: &[Collega]) -> String {
    let mut lines: Vec<&str> = collegas.iter().map(Collega::name).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.join(", ")
}

fn parts(kader: &Vraagkader<'_>) -> Vec<Vragen> {
    let parts = DELEN.iter().enumerate();
    parts
        .map(|(index, deel)| Vragen {
            kop: deel.kop,
            blokken: kader.part(index),
            pro: pro_route(kader, index),
        })
        .filter(|deel| !deel.blokken.is_empty())
        .collect()
}

/// For pro: whether it is asked by the route for which the parents must agree.
fn pro_route(kader: &Vraagkader<'_>, index: usize) -> Option<(Veld, Veld)> {
    let asked =
        kader.formulier.aanvraag.soort == dossier::soort::TlvSoort::Pro && index == vragen::OTHER_PART;
    let kept = kader.formulier.velden.get(PRO_FIELD);
    let value = if kader.formulier.pro_zijroute { "ja" } else { "" };
    let field = Veld::checkbox(
        PRO_FIELD,
        "De leerling komt uit het lwoo, heeft al een verklaring of heeft een ontwikkelingsperspectief",
    )
    .hint("Dan is de schriftelijke instemming van de ouders nodig.")
    .value(value);
    asked.then(|| (field, Veld::hidden(&concept::state_name(PRO_FIELD), concept::state_of(kept))))
}

/// A field of this form that can be kept.
fn is_field(form: &Aanvraagformulier, code: &str) -> bool {
    let asked = form.checklist.punten.iter().any(|punt| punt.code == code && vragen::is_typed(code));
    asked || (code == PRO_FIELD && form.aanvraag.soort == dossier::soort::TlvSoort::Pro)
}

/// Every field of this form that can be kept.
pub(in crate::paginas) fn field_names(form: &Aanvraagformulier) -> Vec<String> {
    let asked = form.checklist.punten.iter().map(|punt| punt.code.as_str()).chain([PRO_FIELD]);
    asked.filter(|code| is_field(form, code)).map(ToOwned::to_owned).collect()
}

/// Keeps everything that the form holds, documents too.
pub(super) async fn keep_all(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let form = open_form(&gezien).await?;
    let fields = field_names(&form);
    let codes = fields.iter().map(String::as_str).filter(|code| sent(&formulier, code));
    let clashes = draft(&gezien)?.keep_sent(codes, &formulier).await?;
    let mut fouten = concept::clash_errors(&clashes);
    bijlagen::keep(&gezien, &form, &formulier, &mut fouten).await?;
    if fouten.is_empty() {
        let next = if formulier.is_on("verder") {
            plek.below("versturen")
        } else {
            format!("{}?gedaan=bewaard", plek.address())
        };
        return Ok(redirect(&next));
    }
    let ingevuld = Ingevuld::refused(formulier, fouten);
    gezien.toon(Doel::AanvraagInvullen).await?;
    page(&state, &kijker, &gezien, &ingevuld, &Vraag::default()).await
}

/// The form held this field: a checkbox or choice that is off is not sent, but its state is.
fn sent(formulier: &Formulier, code: &str) -> bool {
    formulier.is_on(&concept::state_name(code))
}

/// Keeps one field while somebody types.
pub(super) async fn keep_one(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let form = open_form(&gezien).await?;
    draft(&gezien)?.keep_typed(&formulier, |code| is_field(&form, code)).await
}

/// The checklist alone, as it stands now.
pub(super) async fn checklist(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let form = open_form(&gezien).await?;
    show(&Checkstandblok::of(&form, &kijker))
}

/// The way back to the form.
pub(super) fn back(plek: &Plek) -> Link {
    Link::new("Terug naar de aanvraag", plek.address())
}
