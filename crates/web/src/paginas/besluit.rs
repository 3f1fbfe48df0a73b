//! The decision on a request: summary, advices, what the law asks, a text built from parts, and the letter as it
//! will go out. Then making it known.

mod bekendmaken;
mod formulier;
mod toets;

use app::AppError;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base::Date;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::tlv::besluit::refuse_own_advice;
use dossier::toegang::Deel;
use dossier::{Opdracht, Refusal};
use web_base::error::{Fout, Uitkomst};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Feiten, Fouten, Link};
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{Adviesblok, Gezien, Samenvatting, Tekst, adviezen, term};
use crate::weg::stand::kept_line;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{
    Begin, Blad, Stap, Straks, Waar, Wens, blad, kept_form, lees_uit, pagina, shown_in, toon, verwerk,
};

pub(super) use bekendmaken::is_still_here;
pub(super) use formulier::ERNAAST;
use formulier::Voorstel;
use toets::Toetslijst;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/kind/{nummer}/aanvraag/{nr}/besluit", get(form).post(decide))
        .route("/kind/{nummer}/aanvraag/{nr}/besluit/toets", get(checks))
        .route("/kind/{nummer}/aanvraag/{nr}/besluit/voorbeeld", post(preview).get(form))
        .route("/kind/{nummer}/aanvraag/{nr}/bekendmaken", pagina(bekendmaken::stap))
}

#[derive(Template)]
#[template(path = "paginas/besluit/besluit.html")]
struct Besluitblad<'b> {
    pagina: Pagina,
    adres: String,
    blad: &'b Blad,
    bewaard: String,
    samenvatting: Samenvatting,
    adviezen: Vec<Adviesblok>,
    termijn: Feiten,
    toetsen: Toetslijst,
    /// What was decided first, where it is decided anew.
    eerst: Option<Eerst>,
    terug: Link,
}

/// The decision that stands and that nobody knows yet.
struct Eerst {
    wat: String,
    motivering: Tekst,
}

fn first(aanvraag: &TlvAanvraag) -> Option<Eerst> {
    let besluit = aanvraag.besluit.as_ref()?;
    let op = base::dates::short_nl(besluit.op());
    let wat = match besluit.verleend() {
        Some(granted) => format!("Verleend op {op}, nummer {}.", granted.nummer),
        None => format!("Geweigerd op {op}."),
    };
    Some(Eerst { wat, motivering: Tekst::of(besluit.motivering()) })
}

/// What every part of this page needs.
struct Zaak<'a> {
    gezien: &'a Gezien,
    voorstel: &'a Voorstel<'a>,
    state: &'a WebState,
}

/// Deciding on a request.
struct Beslissen<'g>(&'g Gezien);

impl Beslissen<'_> {
    fn page(&self, blad: &Blad) -> Response {
        let gezien = self.0;
        let (kijker, plek, on) = (&gezien.werk.kijker, &gezien.plek, gezien.werk.vandaag());
        let voorstel = Voorstel::of(&blad.formulier);
        let zaak = Zaak { gezien, voorstel: &voorstel, state: &gezien.werk.state };
        blad.among(&Besluitblad {
            pagina: gezien.page_below(kijker, "Beslissen").with_errors(&blad.fouten),
            adres: plek.below("besluit"),
            bewaard: kept_line(blad.concept.velden(), on),
            samenvatting: Samenvatting::of(gezien.beeld(), &gezien.aanvraag, on).short(),
            adviezen: adviezen(&gezien.aanvraag, on),
            termijn: term(gezien, on),
            toetsen: toets::all(&zaak),
            eerst: first(&gezien.aanvraag),
            terug: Link::new("Terug naar de aanvraag", plek.address()),
            blad,
        })
    }
}

impl Stap for Beslissen<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::NeemBesluit
    }

    fn waar(&self) -> Waar {
        self.0.waar()
    }

    fn titel(&self) -> String {
        "Beslissen".to_owned()
    }

    fn begin(&self, _werk: &Werk) -> Begin {
        formulier::begin(self.0)
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        let voorstel = Voorstel::of(getypt);
        let zaak = Zaak { gezien: self.0, voorstel: &voorstel, state: &werk.state };
        let groep = formulier::fields(&zaak).into_iter().fold(Groep::new(""), Groep::veld);
        Vorm::new("Besluit vastleggen").groep(groep)
    }

    /// Who advised is told before anything is typed.
    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        refuse_own_advice(&self.0.aanvraag, &werk.open.kijker().actor.persoon).err()
    }

    /// Deciding has a button of its own: whoever presses Enter keeps what was typed and sees the checks.
    fn wens(&self, formulier: &Formulier) -> Wens {
        if formulier.is_on("beslis") { Wens::Doen } else { Wens::Bewaren }
    }

    fn lees(&self, werk: &Werk, getypt: &Formulier) -> Result<Opdracht, Fouten> {
        let bron = |veld: &str| formulier::value(&self.0.aanvraag, getypt, veld);
        let read = lees_uit(self, werk, getypt, &bron);
        formulier::with_category(&self.0.aanvraag, getypt, read)
    }

    /// The text is typed in parts; what is said of it as a whole stands with the reason for the decision.
    fn veld(&self, veld: &'static str) -> &'static str {
        if veld == "motivering" { formulier::REASON } else { veld }
    }

    fn doel(&self) -> Doel {
        Doel::Beslissen
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        self.0.stukken(&[])
    }

    fn na_bewaren(&self, _werk: &Werk, _done: &str) -> Option<String> {
        Some(format!("{}#toetsen", self.0.plek.below("besluit")))
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?gedaan=besloten", self.0.plek.address())
    }

    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(async move { Ok(self.page(&blad)) })
    }
}

/// The page.
async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = look(&state, &kijker, &parts).await?;
    toon(&gezien.werk, &Beslissen(&gezien)).await
}

/// The request for whoever decides on it; nobody else finds the page.
async fn look(state: &WebState, kijker: &Kijker, parts: &(String, String)) -> Result<Gezien, Fout> {
    let gezien = Gezien::at(state, kijker, parts).await?;
    gezien.must(Opdrachtnaam::NeemBesluit)?;
    // A decision that was not made known can be taken anew.
    let fase = gezien.aanvraag.fase_op(kijker.moment.vandaag);
    let open = fase.is_in_behandeling() || matches!(fase, TlvFase::Verleend | TlvFase::Geweigerd);
    let possible = gezien.by_swv(kijker) && open;
    if possible { Ok(gezien) } else { Err(Fout::NietGevonden) }
}

/// Keeps everything typed and shows the checks again, or decides, by the button that was pressed.
async fn decide(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    if !gezien.by_swv(&kijker) {
        return Err(Fout::NietGevonden);
    }
    verwerk(&gezien.werk, &Beslissen(&gezien), formulier).await
}

/// The checks of the law on what is kept now.
async fn checks(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = look(&state, &kijker, &parts).await?;
    let kept = kept_form(&gezien.werk, &Beslissen(&gezien)).await?;
    let voorstel = Voorstel::of(&kept);
    show(&toets::all(&Zaak { gezien: &gezien, voorstel: &voorstel, state: &state }))
}

/// The letter as it would go out today, with what stands in the form now.
async fn preview(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = look(&state, &kijker, &parts).await?;
    let (werk, stap) = (&gezien.werk, Beslissen(&gezien));
    let wrong = match stap.lees(werk, &formulier) {
        Ok(mut opdracht) => {
            formulier::number_later(&mut opdracht);
            match werk.open.voorbeeld(&opdracht).await {
                Ok(letters) => match letters.first() {
                    Some(concept) => return Ok(inline_pdf(state.app.render(&concept.brief)?)),
                    None => {
                        return Err(AppError::Letter("er is niemand om aan te schrijven".to_owned()).into());
                    }
                },
                Err(AppError::Refused(mut refusal)) => {
                    refusal.veld = refusal.veld.map(|veld| stap.veld(veld));
                    shown_in(&refusal, &stap.vorm(werk, &formulier), werk.vandaag(), teksten::Taal::Nl)
                }
                Err(other) => return Err(other.into()),
            }
        }
        Err(fouten) => (fouten, None),
    };
    gezien.toon(Doel::Beslissen).await?;
    let typed = Ingevuld::refused(formulier, wrong.0);
    let blad = blad(werk, &stap, typed).await?.refused(wrong.1);
    Ok(stap.page(&blad.with_status(StatusCode::UNPROCESSABLE_ENTITY)))
}

/// A letter of our own making, to look at.
fn inline_pdf(bytes: Vec<u8>) -> Response {
    let kind = HeaderValue::from_static("application/pdf");
    let shown = HeaderValue::from_static("inline; filename=\"voorbeeld-besluit.pdf\"");
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, shown)], bytes).into_response()
}

impl Zaak<'_> {
    fn on(&self) -> Date {
        self.gezien.werk.vandaag()
    }

    fn law(&self) -> dossier::Besluitvorming<'_> {
        self.gezien.open_file().besluitvorming_over(&self.gezien.aanvraag.swv.uitkomst)
    }
}
