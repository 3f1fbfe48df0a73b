//! A substitute: a colleague does the work of somebody from a day to a day.

use app::AppError;
use app::accounts::{Accountlijst, Beheer, NieuweWaarneming};
use app::lijst::{AccountPage, Page, limits};
use axum::extract::{Path, State};
use base::PersoonId;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Optie, Veld};
use web_base::pagina::{show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{PATH, own_account, role_text};
use crate::paginas::account::in_words;
use crate::weg::Blad;
use crate::weg::vorm::{Groep, Vorm};

/// Who does whose work, where it concerns an account, for whoever decides about accounts here.
pub(super) async fn of(state: &WebState, kijker: &Kijker, id: &PersoonId) -> Result<Vec<String>, Fout> {
    let place = &kijker.kijker.actor.organisatie;
    let found = state.app.waarnemingen(place, id, kijker.moment).await?;
    Ok(found.iter().map(|one| in_words(one, Taal::Nl)).collect())
}

async fn page(
    state: &WebState,
    kijker: &Kijker,
    found: &AccountPage,
    ingevuld: Ingevuld,
) -> Result<Blad, Fout> {
    let all = Page::first(limits::PAGE_ROWS);
    let people =
        state.app.eigen_accounts(&kijker.kijker, kijker.moment, &Accountlijst::default(), all).await?;
    let colleagues = people.rows.iter().filter(|one| one.account.id != found.account.id);
    let colleagues = colleagues.map(|one| Optie::new(one.account.id.as_str(), one.account.naam.as_str()));
    let held = found.rollen.iter().map(|rol| Optie::new(rol.id.to_string(), role_text(rol)));
    let first = || std::iter::once(Optie::new("", "Kies"));
    let groep = Groep::new("")
        .tekst("De collega krijgt deze rol van de eerste tot en met de laatste dag, met de beurten en de toegang die erbij horen. Het eindigt vanzelf. In het logboek staat in plaats van wie.")
        .veld(Veld::select("rol", "Welke rol?", first().chain(held).collect()).required())
        .veld(Veld::select("door", "Wie neemt waar?", first().chain(colleagues).collect()).required())
        .naast([
            Veld::date("van", "Eerste dag").required(),
            Veld::date("tot_en_met", "Laatste dag").required(),
        ]);
    let vorm = Vorm::new("Laat waarnemen").groep(groep);
    let pagina = kijker.page("Waarneming").sub(format!("In plaats van {}", found.account.naam));
    Ok(Blad::new(pagina, vorm, ingevuld, format!("{PATH}/{}", found.account.id)))
}

pub(super) async fn form(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    show(&page(&state, &kijker, &found, Ingevuld::empty()).await?)
}

fn read(formulier: &Formulier, vervangt: &PersoonId) -> Result<NieuweWaarneming, Ingevuld> {
    let mut lezer = Lezer::of(formulier);
    let rol = lezer.choice("rol", |code| code.parse::<u64>().ok(), "Kies welke rol.");
    let door = lezer.choice("door", |code| code.parse::<PersoonId>().ok(), "Kies wie waarneemt.");
    let van = lezer.required_date("van", "Vul de eerste dag in.");
    let tot_en_met = lezer.required_date("tot_en_met", "Vul de laatste dag in.");
    lezer.finish_or_show()?;
    match (rol, door, van, tot_en_met) {
        (Some(rol), Some(door), Some(van), Some(tot_en_met)) => {
            Ok(NieuweWaarneming { vervangt: vervangt.clone(), rol, door, van, tot_en_met })
        }
        // All four are required, so the reader has refused already.
        _ => Err(Ingevuld::refused(formulier.clone(), Fouten::new())),
    }
}

pub(super) async fn appoint(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(id): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let wens = match read(&formulier, &found.account.id) {
        Ok(wens) => wens,
        Err(ingevuld) => return show_refused(&page(&state, &kijker, &found, ingevuld).await?),
    };
    let actor = &kijker.kijker.actor;
    let beheer = Beheer::Persoon(actor);
    match state.app.laat_waarnemen(beheer, &actor.organisatie, &wens, kijker.moment).await {
        Ok(_) => Ok(redirect(&format!("{PATH}/{}", found.account.id))),
        Err(AppError::Refused(refusal)) => {
            let ingevuld = Ingevuld::refused(formulier, Fouten::from(&*refusal));
            show_refused(&page(&state, &kijker, &found, ingevuld).await?)
        }
        Err(error) => Err(error.into()),
    }
}
