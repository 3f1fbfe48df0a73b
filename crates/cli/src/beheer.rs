//! First set-up: accounts, keys for programs.

use app::accounts::{Beheer, NieuwAccount, NieuweRol, NieuweSleutel, Ontvanger, roles_at};
use app::{App, Moment};
use base::{OrganisatieId, PersoonId, dates};
use dossier::Rol;
use serde_json::{Value, json};

use crate::args::{Account, AccountMaak, Sleutel, SleutelMaak};
use crate::config::{Config, address};
use crate::exit::Exit;
use crate::openen::{self, Wijze};
use crate::uitvoer::Uitvoer;

pub(crate) fn parse<T: std::str::FromStr<Err = base::CodeError>>(flag: &str, text: &str) -> Result<T, Exit> {
    text.parse().map_err(|error| Exit::refused(format!("{flag}: {error}")))
}

pub(crate) async fn account(config: &Config, opdracht: Account, uitvoer: &Uitvoer) -> Result<(), Exit> {
    match opdracht {
        Account::Maak(maak) => Box::pin(make_account(config, maak, uitvoer)).await,
        Account::Link(link) => Box::pin(renew_link(config, &link.e_mail, uitvoer)).await,
    }
}

/// An account with its link; the role alone for somebody who has an account.
async fn make_account(config: &Config, maak: AccountMaak, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let nieuw = new_account(maak)?;
    let app = openen::app(config, Wijze::Bestaand).await?;
    let moment = openen::moment();
    // An address that a family typed and nobody proved finds no account here.
    if let Some(known) = app.known_by(&storage::Account::normalise_e_mail(&nieuw.e_mail)).await? {
        add_role(&app, &known, &nieuw, moment, uitvoer).await?;
    } else {
        let made = app.create_account(Beheer::Machine, &nieuw, moment).await;
        let made = made.map_err(|error| of_flag(error, &nieuw.rol.organisatie))?;
        say_link(config, made.account.as_str(), made.link.expose(), "is gemaakt", uitvoer)?;
    }
    app.storage.close().await;
    Ok(())
}

/// What is refused of a flag, with its name; of a role with the words that the flag takes there.
fn of_flag(error: app::AppError, organisatie: &OrganisatieId) -> Exit {
    let exit = named_flag(error);
    if !exit.tekst.starts_with("--rol:") {
        return exit;
    }
    let known: Vec<String> =
        roles_at(organisatie.kind()).iter().map(|rol| format!("{} ({})", rol.code(), rol.label())).collect();
    Exit {
        tekst: format!("{}. Typ bij --rol een van: {}", exit.tekst.trim_end_matches('.'), known.join(", ")),
        ..exit
    }
}

/// What is refused of a flag, with its name.
pub(crate) fn named_flag(error: app::AppError) -> Exit {
    let flag = match &error {
        app::AppError::Refused(refusal) => refusal.veld.map(|veld| veld.replace('_', "-")),
        _ => None,
    };
    let exit = Exit::from(error);
    match flag {
        Some(flag) => Exit { tekst: format!("--{flag}: {}", exit.tekst), ..exit },
        None => exit,
    }
}

async fn account_by_e_mail(app: &App, e_mail: &str) -> Result<Option<storage::Account>, Exit> {
    let normal = storage::Account::normalise_e_mail(e_mail);
    Ok(app.storage.account_by_e_mail(&normal).await?)
}

/// The name must be the one of the account: an address that was mistyped gives nobody else a role.
async fn add_role(
    app: &App,
    known: &storage::Account,
    nieuw: &NieuwAccount,
    moment: Moment,
    uitvoer: &Uitvoer,
) -> Result<(), Exit> {
    if base::naam::normalise(&known.naam) != base::naam::normalise(&nieuw.naam) {
        return Err(Exit::refused(format!(
            "het account met dit e-mailadres staat op naam van {}. Geef diezelfde naam om er een rol bij te geven, \
             of een ander e-mailadres voor een ander mens",
            known.naam
        )));
    }
    let rollen = app.storage.rollen(&known.id).await?;
    let rol = &nieuw.rol;
    let has_it = rollen.iter().any(|held| {
        held.holds_on(moment.vandaag) && held.rol == rol.rol.code() && held.organisatie == rol.organisatie
    });
    let what = format!("{} bij {}", rol.rol.label(), rol.organisatie);
    let text = if has_it {
        format!(
            "{} heeft al een account ({}) met de rol {what}. Er is niets gewijzigd.",
            known.naam, known.id
        )
    } else {
        let to = Ontvanger::Account(known.id.clone());
        let given = app.give_rol(Beheer::Machine, &to, rol, moment).await;
        given.map_err(|error| of_flag(error, &rol.organisatie))?;
        format!(
            "{} heeft al een account ({}) en krijgt er een rol bij: {what}. Inloggen blijft hetzelfde.",
            known.naam, known.id
        )
    };
    uitvoer.result(&json!({ "account": known.id.as_str(), "link": Value::Null }), &text);
    Ok(())
}

async fn renew_link(config: &Config, e_mail: &str, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let app = openen::app(config, Wijze::Bestaand).await?;
    let known = known_account(&app, e_mail).await?;
    let link = app.new_link(Beheer::Machine, &known, openen::moment()).await?;
    say_link(config, known.as_str(), link.expose(), "krijgt een nieuwe link", uitvoer)?;
    app.storage.close().await;
    Ok(())
}

async fn known_account(app: &App, e_mail: &str) -> Result<PersoonId, Exit> {
    let found = account_by_e_mail(app, e_mail).await?;
    found
        .map(|account| account.id)
        .ok_or_else(|| Exit::refused(format!("er is geen account met het e-mailadres {e_mail}")))
}

fn say_link(config: &Config, account: &str, secret: &str, what: &str, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let site = match &config.webadres {
        Some(site) => site.clone(),
        None => format!("http://{}", address(None, config)?),
    };
    let link = format!("{site}/activeer/{secret}");
    uitvoer.result(
        &json!({ "account": account, "link": link }),
        &format!("Account {account} {what}. Eenmalige link om een wachtwoord te kiezen:\n{link}"),
    );
    if config.webadres.is_none() {
        uitvoer.note("Dit adres werkt alleen op deze computer. Het adres voor anderen staat bij 'webadres' in de instellingen.");
    }
    Ok(())
}

fn new_account(maak: AccountMaak) -> Result<NieuwAccount, Exit> {
    let rol: Rol = maak.rol.parse().map_err(|error| Exit::refused(format!("--rol: {error}")))?;
    if rol == Rol::Leerkracht && maak.groep.as_deref().unwrap_or_default().trim().is_empty() {
        return Err(Exit::refused(
            "--groep: een leerkracht of mentor ziet alleen de kinderen van de eigen groep. Noem die groep, zoals --groep 5a",
        ));
    }
    Ok(NieuwAccount {
        naam: maak.naam,
        e_mail: maak.e_mail,
        rol: NieuweRol { rol, organisatie: maak.organisatie, groep: maak.groep, van: None, tot: None },
    })
}

pub(crate) async fn sleutel(config: &Config, opdracht: Sleutel, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let Sleutel::Maak(maak) = opdracht;
    let app = openen::app(config, Wijze::Bestaand).await?;
    let moment = openen::moment();
    let account = if maak.account.contains('@') {
        known_account(&app, &maak.account).await?
    } else {
        parse::<PersoonId>("--account", &maak.account)?
    };
    let nieuw = NieuweSleutel {
        rol: chosen_role(&app, &account, &maak, moment).await?,
        naam: if maak.naam.is_empty() { "programma".to_owned() } else { maak.naam.clone() },
        // The flag names the last day; the key ends on the day after.
        tot: maak.tot.and_then(|last| dates::plus_days(last, 1)),
        account,
    };
    let made = app.make_sleutel(Beheer::Machine, &nieuw, moment).await.map_err(|error| match &error {
        // Of several roles the flags choose one.
        app::AppError::Refused(refusal) if refusal.veld == Some("rol") => {
            let said = error.to_string();
            Exit::refused(format!("{}. Gebruik --organisatie en --rol.", said.trim_end_matches('.')))
        }
        _ => error.into(),
    })?;
    let note = if made.actief {
        "Hij werkt meteen."
    } else {
        "Hij werkt zodra die persoon hem in het programma aanzet."
    };
    uitvoer.result(
        &json!({ "sleutel": made.sleutel.expose(), "actief": made.actief }),
        &format!("{}\n{note} Bewaar hem nu: hij wordt niet nog eens getoond.", made.sleutel.expose()),
    );
    app.storage.close().await;
    Ok(())
}

/// The role that the key gets, where the flags choose one.
async fn chosen_role(
    app: &App,
    account: &PersoonId,
    maak: &SleutelMaak,
    moment: Moment,
) -> Result<Option<u64>, Exit> {
    if maak.rol.is_none() && maak.organisatie.is_none() {
        return Ok(None);
    }
    let rollen = app.storage.rollen(account).await?;
    let fits = |rol: &storage::Rol| {
        rol.holds_on(moment.vandaag)
            && maak.rol.as_ref().is_none_or(|code| *code == rol.rol)
            && maak.organisatie.as_ref().is_none_or(|id| *id == rol.organisatie)
    };
    rollen
        .iter()
        .find(|rol| fits(rol))
        .map(|rol| Some(rol.id))
        .ok_or_else(|| Exit::refused("deze persoon heeft die rol niet bij die organisatie"))
}
