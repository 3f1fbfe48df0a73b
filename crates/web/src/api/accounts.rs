//! Accounts of the own organisation and the own keys, as their pages manage them.
//!
//! Two things a program never does. It gets no link by which somebody chooses a password: whoever holds one becomes that
//! person, so a key that could ask for it would open every account of the organisation. And it activates no key: that its
//! person does. So an account that a program made waits until a person fetches its link from the page.

use app::accounts::{Beheer, NieuwAccount, NieuweRol};
use app::lijst::{self, AccountPage, AccountStand};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{delete, get, post, put};
use base::Date;
use dossier::Rol;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use web_base::error::{Fout, Uitkomst};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::lees;
use super::opdrachten::{field, optional_key, unfit};
use super::operatie::{Groep, Operatie};
use super::schema::{Schemas, Vorm, aanwezig, one_of, vorm};
use crate::paginas::{given_roles, own_account};

const ACCOUNTS: Groep = Groep {
    naam: "Accounts",
    over: "Wie er bij uw organisatie bij kan, voor de beheerder van de organisatie. Een inloglink geeft toegang als een ander en komt daarom nooit in een antwoord: die maakt een mens, op de pagina Accounts.",
};
const SLEUTELS: Groep = Groep {
    naam: "Sleutels",
    over: "De sleutels waarmee programma's voor u werken. Aanzetten doet u zelf, op de pagina Sleutels; een programma kan dat niet.",
};

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::post("/accounts", "geefToegang", (ACCOUNTS, "Iemand toegang geven"), || post(give_access))
        .uitleg("Heeft iemand met dit e-mailadres al een account, dan krijgt die de rol erbij. Werkt die persoon elders, dan is de rol aangeboden: zij geldt pas na een ja van die persoon, bij het inloggen. Anders komt er een account; de link om een wachtwoord te kiezen haalt u op de pagina Accounts. Een rol die iemand al heeft, komt er niet nog een keer bij.")
        .onschadelijk()
        .neemt(NieuweToegang::schema)
        .geeft(Account::schema),
    Operatie::get("/accounts/{account}", "geefAccount", (ACCOUNTS, "Eén account"), || get(one))
        .geeft(Account::schema),
    Operatie::delete(
        "/accounts/{account}/rollen/{rol}",
        "beeindigRol",
        (ACCOUNTS, "Een rol beëindigen"),
        || delete(end_role),
    )
    .uitleg("Vanaf vandaag. Niet bij uzelf.")
    .weigert(),
    Operatie::delete(
        "/accounts/{account}/rollen",
        "beeindigToegang",
        (ACCOUNTS, "Alle toegang bij uw organisatie beëindigen"),
        || delete(end_access),
    )
    .uitleg("Elke rol bij uw organisatie, vanaf vandaag. Wat iemand elders heeft, blijft. Niet bij uzelf.")
    .weigert(),
    Operatie::put("/accounts/{account}/blokkade", "blokkeerAccount", (ACCOUNTS, "Blokkeren"), || put(block))
        .uitleg("Wie ingelogd is, is er meteen uit, en geen link of sleutel werkt meer. Niet bij uzelf, en niet bij wie ook elders werkt.")
        .weigert(),
    Operatie::delete(
        "/accounts/{account}/blokkade",
        "deblokkeerAccount",
        (ACCOUNTS, "Niet meer blokkeren"),
        || delete(unblock),
    )
    .weigert(),
    Operatie::delete("/sleutels/{sleutel}", "trekSleutelIn", (SLEUTELS, "Een eigen sleutel intrekken"), || {
        delete(withdraw)
    })
    .uitleg("Hij stopt meteen, ook als het de sleutel van dit verzoek is.")
    .weigert(),
];

vorm! {
    /// Somebody to give access.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    NieuweToegang: "Iemand die toegang krijgt." {
        naam: String = "Naam, zoals zij op brieven staat; van een nieuw account.",
        e_mail: String = "E-mailadres.",
        rol: Nieuwerol = "De rol.",
        #[serde(deserialize_with = "aanwezig")]
        groep: Option<String> = "Alleen kinderen van deze groep; van een leerkracht of mentor.",
    }
    /// An account of the own organisation.
    Account: "Een account met een rol bij uw organisatie." {
        account: Option<String> = "Kenmerk; niet van wie een rol is aangeboden.",
        naam: String = "Naam.",
        e_mail: String = "E-mailadres.",
        stand: Option<Stand> = "Of iemand ermee kan inloggen, als code; niet van wie een rol is aangeboden.",
        aangeboden: bool = "De rol is aangeboden en wacht op een ja van deze persoon.",
        rollen: Vec<Accountrol> = "De rollen bij uw organisatie die nu gelden.",
    }
    /// A role of somebody.
    Accountrol: "Een rol van iemand." {
        nummer: u64 = "Nummer, om haar te beëindigen.",
        rol: String = "De rol, als code.",
        groep: Option<String> = "Alleen kinderen van deze groep.",
        van: Date = "Eerste dag.",
        tot: Option<Date> = "Eerste dag waarop zij niet meer geldt.",
    }
}

/// The code of a role that can be given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::api) struct Nieuwerol(String);

impl Vorm for Nieuwerol {
    fn schema(_: &mut Schemas) -> Value {
        one_of(&given_roles().map(|(code, _)| code).collect::<Vec<_>>())
    }
}

/// The code of how an account stands.
#[derive(Debug, Clone, Serialize)]
pub(in crate::api) struct Stand(&'static str);

impl Vorm for Stand {
    fn schema(_: &mut Schemas) -> Value {
        one_of(&AccountStand::ALL.map(AccountStand::code))
    }
}

impl Account {
    fn of(page: AccountPage) -> Self {
        Self {
            account: Some(page.account.id.to_string()),
            naam: page.account.naam,
            e_mail: page.account.e_mail,
            stand: Some(Stand(page.stand.code())),
            aangeboden: false,
            rollen: page.rollen.into_iter().map(Accountrol::of).collect(),
        }
    }
}

impl Accountrol {
    fn of(rol: lijst::Rol) -> Self {
        Self { nummer: rol.id, rol: rol.rol, groep: rol.groep, van: rol.van, tot: rol.tot }
    }
}

async fn give_access(
    State(state): State<WebState>,
    kijker: Kijker,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    let (app, actor) = (&state.app, &kijker.kijker.actor);
    let beheer = Beheer::Persoon(actor);
    beheer.check(&actor.organisatie)?;
    optional_key(&headers)?;
    let (nieuw, _): (NieuweToegang, Bytes) = lees(body)?;
    let known: Vec<&str> = given_roles().map(|(code, _)| code).collect();
    let rol = nieuw.rol.0.parse::<Rol>().ok().filter(|rol| known.contains(&rol.code()));
    let Some(rol) = rol else {
        return Err(unfit(vec![field("rol", &format!("een van: {}", known.join(", ")))]));
    };
    let rol = NieuweRol {
        rol,
        organisatie: actor.organisatie.clone(),
        groep: nieuw.groep.filter(|groep| !groep.is_empty()),
        van: None,
        tot: None,
    };
    let asked = NieuwAccount { naam: nieuw.naam, e_mail: nieuw.e_mail, rol };
    let given = app.geef_toegang(beheer, &asked, kijker.moment).await?;
    if given.aangeboden {
        // Nothing is told of somebody of elsewhere but what was sent.
        let account = Account {
            account: None,
            naam: asked.naam,
            e_mail: asked.e_mail,
            stand: None,
            aangeboden: true,
            rollen: Vec::new(),
        };
        return Ok(Json(account).into_response());
    }
    let found = app.eigen_account(&kijker.kijker, kijker.moment, &given.account).await?;
    Ok(Json(Account::of(found)).into_response())
}

async fn one(State(state): State<WebState>, kijker: Kijker, Path(account): Path<String>) -> Uitkomst {
    let found = own_account(&state, &kijker, &account).await?;
    Ok(Json(Account::of(found)).into_response())
}

async fn end_role(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((account, rol)): Path<(String, String)>,
    headers: HeaderMap,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &account).await?;
    optional_key(&headers)?;
    let rol = rol.parse().map_err(|_| Fout::NietGevonden)?;
    let (beheer, moment) = (Beheer::Persoon(&kijker.kijker.actor), kijker.moment);
    state.app.end_rol(beheer, &found.account.id, rol, moment.vandaag, moment).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn end_access(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(account): Path<String>,
    headers: HeaderMap,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &account).await?;
    optional_key(&headers)?;
    let actor = &kijker.kijker.actor;
    let beheer = Beheer::Persoon(actor);
    state.app.end_access(beheer, &actor.organisatie, &found.account.id, kijker.moment).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn block(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(account): Path<String>,
    headers: HeaderMap,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &account).await?;
    optional_key(&headers)?;
    state.app.block_account(Beheer::Persoon(&kijker.kijker.actor), &found.account.id, kijker.moment).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn unblock(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(account): Path<String>,
    headers: HeaderMap,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &account).await?;
    optional_key(&headers)?;
    let beheer = Beheer::Persoon(&kijker.kijker.actor);
    state.app.unblock_account(beheer, &found.account.id, kijker.moment).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn withdraw(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(sleutel): Path<String>,
    headers: HeaderMap,
) -> Uitkomst {
    optional_key(&headers)?;
    state.app.withdraw_sleutel(&kijker.kijker.actor, &sleutel, kijker.moment).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
