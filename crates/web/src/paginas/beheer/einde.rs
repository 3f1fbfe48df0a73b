//! Ending a role, all that somebody has at the own organisation, or an account: asked first, and said afterwards.

use app::accounts::Beheer;
use app::lijst::{AccountPage, Rol as Rolrij};
use askama::Template;
use axum::extract::{Path, State};
use base::dates::long_nl;
use dossier::Rol;
use web_base::error::{Fout, Uitkomst};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Melding, Meldingsoort};
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{PATH, first_page, own_account, role_text};

/// A question before something ends that cannot be taken back by a click.
#[derive(Template)]
#[template(path = "paginas/beheer/zeker.html")]
struct Zeker {
    pagina: Pagina,
    vraag: String,
    adres: String,
    terug: String,
    /// The role, where one ends.
    rol: String,
    knop: &'static str,
}

/// Asks first; says afterwards what ended.
pub(super) async fn role(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(id): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let rol: u64 = formulier.text("rol").parse().map_err(|_| Fout::NietGevonden)?;
    let held = found.rollen.iter().find(|held| held.id == rol).ok_or(Fout::NietGevonden)?;
    let (naam, wat) = (found.account.naam.as_str(), role_text(held));
    let alone = nobody_else(&state, &kijker, &found, std::slice::from_ref(held)).await?;
    let waarnemers = substitutes(&state, &kijker, &found, Some(held)).await?;
    if formulier.text("zeker").is_empty() {
        let terug = format!("{PATH}/{}", found.account.id);
        return show(&Zeker {
            pagina: kijker.page("Een rol beëindigen").sub(naam).below("Accounts", PATH).narrow(),
            vraag: format!(
                "Wilt u de rol {wat} van {naam} vandaag beëindigen? Dat gaat meteen in.{alone}{waarnemers}"
            ),
            adres: format!("{terug}/rol-beeindigen"),
            terug,
            rol: rol.to_string(),
            knop: "Ja, beëindig deze rol",
        });
    }
    let beheer = Beheer::Persoon(&kijker.kijker.actor);
    state.app.end_rol(beheer, &found.account.id, rol, kijker.moment.vandaag, kijker.moment).await?;
    said(&state, &kijker, format!("De rol {wat} van {naam} is beëindigd.")).await
}

/// Ends all that somebody has here; what they have elsewhere stays. Asks first, and says afterwards what ended.
pub(super) async fn access(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(id): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let naam = found.account.naam.as_str();
    let roles: Vec<String> = found.rollen.iter().map(role_text).collect();
    let roles = roles.join(", ");
    let alone = nobody_else(&state, &kijker, &found, &found.rollen).await?;
    let waarnemers = substitutes(&state, &kijker, &found, None).await?;
    if formulier.text("zeker").is_empty() {
        let terug = format!("{PATH}/{}", found.account.id);
        return show(&Zeker {
            pagina: kijker.page("Alle toegang beëindigen").sub(naam).below("Accounts", PATH).narrow(),
            vraag: format!(
                "Wilt u alle toegang van {naam} bij uw organisatie vandaag beëindigen? Dit eindigt meteen: {roles}. \
                 Ook wat is aangeboden en de sleutels van programma's vervallen. Wat {naam} elders heeft, blijft.{alone}{waarnemers}"
            ),
            adres: format!("{terug}/toegang-beeindigen"),
            terug,
            rol: String::new(),
            knop: "Ja, beëindig alle toegang",
        });
    }
    let actor = &kijker.kijker.actor;
    let beheer = Beheer::Persoon(actor);
    state.app.end_access(beheer, &actor.organisatie, &found.account.id, kijker.moment).await?;
    said(&state, &kijker, format!("{naam} heeft bij uw organisatie geen toegang meer. Beëindigd: {roles}."))
        .await
}

/// Who stands in the place of somebody, in one role or in each: that ends too.
async fn substitutes(
    state: &WebState,
    kijker: &Kijker,
    found: &AccountPage,
    held: Option<&Rolrij>,
) -> Result<String, Fout> {
    let organisatie = &kijker.kijker.actor.organisatie;
    let there = state.app.waarnemingen(organisatie, &found.account.id, kijker.moment).await?;
    let named: Vec<String> = there
        .iter()
        .filter(|one| one.vervangt == found.account.naam)
        .filter(|one| held.is_none_or(|held| held.rol == one.rol.code()))
        .map(|one| format!("{} ({}, tot en met {})", one.door, one.rol.label(), long_nl(one.tot_en_met)))
        .collect();
    if named.is_empty() {
        return Ok(String::new());
    }
    Ok(format!(" Ook het waarnemen eindigt dan: {}.", named.join(", ")))
}

/// Closes the whole account, at once. Asks first, and says afterwards what happened.
pub(super) async fn block(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(id): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let naam = found.account.naam.as_str();
    let alone = nobody_else(&state, &kijker, &found, &found.rollen).await?;
    if formulier.text("zeker").is_empty() {
        let terug = format!("{PATH}/{}", found.account.id);
        return show(&Zeker {
            pagina: kijker.page("Een account blokkeren").sub(naam).below("Accounts", PATH).narrow(),
            vraag: format!(
                "Wilt u het account van {naam} blokkeren? {naam} wordt meteen uitgelogd en kan niet meer inloggen, \
                 tot u dit account weer toelaat.{alone}"
            ),
            adres: format!("{terug}/blokkeren"),
            terug,
            rol: String::new(),
            knop: "Ja, blokkeer dit account",
        });
    }
    state.app.block_account(Beheer::Persoon(&kijker.kijker.actor), &found.account.id, kijker.moment).await?;
    said(&state, &kijker, format!("Het account van {naam} is geblokkeerd.")).await
}

/// What is said where nobody holds a role any more when these end: the turns of that role would stand in no list. Empty otherwise.
async fn nobody_else(
    state: &WebState,
    kijker: &Kijker,
    found: &AccountPage,
    rollen: &[Rolrij],
) -> Result<String, Fout> {
    let rollen: Vec<Rol> = rollen.iter().filter_map(|held| held.rol.parse().ok()).collect();
    let place = &kijker.kijker.actor.organisatie;
    let alone = state.app.alleen_van(&found.account.id, place, &rollen, kijker.moment).await?;
    if alone.is_empty() {
        return Ok(String::new());
    }
    let names: Vec<&str> = alone.iter().map(|rol| rol.label()).collect();
    Ok(format!(
        " Daarna heeft bij uw organisatie niemand meer deze rol: {}. Werk dat op die rol wacht, ziet dan niemand. Geef de rol ook aan een ander.",
        names.join(", ")
    ))
}

/// The list of accounts with what was done.
async fn said(state: &WebState, kijker: &Kijker, text: String) -> Uitkomst {
    let mut page = first_page(state, kijker, Ingevuld::empty()).await?;
    page.pagina = page.pagina.message(Melding::new(Meldingsoort::Goed, text));
    show(&page)
}
