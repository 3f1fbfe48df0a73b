//! The role to act in: somebody with two roles chooses one, and the log holds which.

use app::accounts::InPlaats;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use dossier::{Rol, Woord};
use teksten::{Tekst, fout, inloggen, inzage};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::menu;
use web_base::pagina::{Pagina, show};
use web_base::query::Terugpad;
use web_base::session::{self, Aangemeld, Sessietoken};
use web_base::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/rol", get(form).post(choose)).route("/rol/voorstel/{voorstel}", post(answer))
}

#[derive(Template)]
#[template(path = "paginas/rol.html")]
struct Rolkeuze {
    pagina: Pagina,
    naar: String,
    keuzes: Vec<Keuze>,
    voorstellen: Vec<Aangebod>,
}

/// A role that is offered, in words.
struct Aangebod {
    id: u64,
    wat: String,
}

struct Keuze {
    id: u64,
    rol: String,
    organisatie: String,
    nu: bool,
    /// What one can do in it.
    wat: String,
    /// In whose place, and until when; empty where it is nobody's but one's own.
    in_plaats: String,
}

/// In whose place somebody holds a role, and until when.
pub(super) fn in_words(one: &InPlaats) -> Tekst {
    inloggen::InPlaats { naam: &one.vervangt, tot: one.tot_en_met }.tekst()
}

async fn form(State(state): State<WebState>, aangemeld: Aangemeld, back: Terugpad) -> Uitkomst {
    let chosen = aangemeld.wie.gekozen.as_ref().map(|kijker| &kijker.actor);
    let mut keuzes = Vec::new();
    let taal = aangemeld.schil.taal();
    let replaced = state.app.in_plaats_van(&aangemeld.wie.account, aangemeld.moment).await?;
    for held in &aangemeld.wie.rollen {
        keuzes.push(Keuze {
            id: held.id,
            rol: taal.zeg(held.rol.woord()),
            wat: taal.zeg(menu::in_one_line(held.rol)),
            in_plaats: replaced
                .iter()
                .find(|one| one.id == held.id)
                .map(|one| taal.zeg(in_words(one)))
                .unwrap_or_default(),
            organisatie: if menu::is_family(held.rol) {
                taal.zeg(inzage::gezin())
            } else {
                session::organisation(&state, &held.organisatie, aangemeld.moment).await?
            },
            nu: chosen.is_some_and(|actor| actor.rol == held.rol && actor.organisatie == held.organisatie),
        });
    }
    let voorstellen = offers(&state, &aangemeld).await?;
    let naar = back.as_deref().unwrap_or_default().to_owned();
    let pagina = aangemeld.page(taal.zeg(inloggen::rol_titel())).in_chosen_language();
    show(&Rolkeuze { pagina, naar, keuzes, voorstellen })
}

async fn offers(state: &WebState, aangemeld: &Aangemeld) -> Result<Vec<Aangebod>, Fout> {
    let taal = aangemeld.schil.taal();
    let mut offers = Vec::new();
    for voorstel in state.app.voorstellen(&aangemeld.wie.account, aangemeld.moment).await? {
        let place = session::organisation(state, &voorstel.rol.organisatie, aangemeld.moment).await?;
        // A role that this program does not know any more cannot be held either.
        let Ok(rol) = voorstel.rol.rol.parse::<Rol>() else { continue };
        let wat = taal.zeg(inloggen::RolBij { rol: rol.woord(), organisatie: &place }.tekst());
        offers.push(Aangebod { id: voorstel.id, wat });
    }
    Ok(offers)
}

/// Yes or no to a role that was offered; afterwards the choice of a role, which may be there now.
async fn answer(
    State(state): State<WebState>,
    aangemeld: Aangemeld,
    Path(voorstel): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let id = voorstel.parse().map_err(|_| Fout::NietGevonden)?;
    let ja = match formulier.text("antwoord") {
        "ja" => true,
        "nee" => false,
        _ => return Err(Fout::Formulier { reden: fout::zonder_antwoord() }),
    };
    state.app.beantwoord_voorstel(&aangemeld.wie, id, ja, aangemeld.moment).await?;
    let back = Terugpad::of(formulier.text("naar"));
    Ok(redirect(&if ja { back.behind("/rol") } else { back.or("/").to_owned() }))
}

async fn choose(
    State(state): State<WebState>,
    Sessietoken(token): Sessietoken,
    aangemeld: Aangemeld,
    formulier: Formulier,
) -> Uitkomst {
    let id = formulier.text("rol").parse().map_err(|_| Fout::Formulier { reden: fout::zonder_rol() })?;
    let kijker = state.app.choose_rol(&token.unwrap_or_default(), id, aangemeld.moment).await?;
    let back = Terugpad::of(formulier.text("naar"));
    Ok(redirect(back.or(menu::home(kijker.actor.rol))))
}
