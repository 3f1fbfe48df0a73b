//! First set-up: organisations, accounts, keys for programs.

use app::accounts::{Beheer, NieuwAccount, NieuweRol, NieuweSleutel};
use app::organisaties::NieuweOrganisatie;
use app::{App, Moment};
use base::{BevoegdGezagNummer, OrganisatieId, Postcode, SwvCode, dates};
use serde_json::json;
use verband::{School, Schoolsoort};

use crate::args::{
    Account, AccountMaak, Organisatie, OrganisatieMaak, OrganisatieSoort, Sleutel, SleutelMaak,
};
use crate::config::{Config, address};
use crate::exit::Exit;
use crate::openen::{self, Wijze};
use crate::uitvoer::Uitvoer;

pub(crate) async fn organisatie(
    config: &Config,
    opdracht: Organisatie,
    uitvoer: &Uitvoer,
) -> Result<(), Exit> {
    let Organisatie::Maak(maak) = opdracht;
    let nieuw = new_organisation(maak)?;
    let id = nieuw.id();
    let app = openen::app(config, Wijze::Maak).await?;
    app.make_organisaties(&[nieuw], openen::moment()).await?;
    uitvoer.result(&json!({ "organisatie": id.as_str() }), &format!("De organisatie {id} is gemaakt."));
    app.storage.close().await;
    Ok(())
}

fn new_organisation(maak: OrganisatieMaak) -> Result<NieuweOrganisatie, Exit> {
    let kind = match maak.soort {
        OrganisatieSoort::School => return Ok(NieuweOrganisatie::School(new_school(maak)?)),
        OrganisatieSoort::Swv => parse::<SwvCode>("--code", &maak.code)?.organisatie(),
        OrganisatieSoort::Bestuur => parse::<BevoegdGezagNummer>("--code", &maak.code)?.organisatie(),
        OrganisatieSoort::Gemeente => {
            let code = parse::<base::Gemeentecode>("--code", &maak.code)?;
            parse::<OrganisatieId>("--code", &format!("gemeente/{code}"))?
        }
        OrganisatieSoort::Steunpunt => parse::<OrganisatieId>("--code", &format!("steunpunt/{}", maak.code))?,
    };
    Ok(NieuweOrganisatie::Andere { id: kind, naam: maak.naam })
}

fn new_school(maak: OrganisatieMaak) -> Result<School, Exit> {
    let soort = maak.schoolsoort.as_deref().unwrap_or("basisschool");
    let schoolsoort = Schoolsoort::from_code(soort).ok_or_else(|| {
        let known: Vec<&str> = Schoolsoort::ALL.iter().map(|soort| soort.code()).collect();
        Exit::refused(format!("--schoolsoort: gegeven '{soort}', verwacht een van: {}", known.join(", ")))
    })?;
    let swv = maak.swv.map(|code| parse::<SwvCode>("--swv", &code)).transpose()?;
    let (swv_po, swv_vo) = match swv {
        Some(swv) if swv.is_po() => (Some(swv), None),
        other => (None, other),
    };
    Ok(School {
        vestiging: parse("--code", &maak.code)?,
        naam: maak.naam,
        schoolsoort,
        openbaar: maak.openbaar,
        bestuur: maak.bestuur.map(|code| parse("--bestuur", &code)).transpose()?,
        swv_po,
        swv_vo,
        postcode: maak.postcode.map(|code| parse::<Postcode>("--postcode", &code)).transpose()?,
        plaats: maak.plaats,
        gemeente: None,
        adres: maak.adres,
        telefoon: maak.telefoon,
    })
}

fn parse<T: std::str::FromStr<Err = base::CodeError>>(flag: &str, text: &str) -> Result<T, Exit> {
    text.parse().map_err(|error| Exit::refused(format!("{flag}: {error}")))
}

pub(crate) async fn account(config: &Config, opdracht: Account, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let Account::Maak(maak) = opdracht;
    let nieuw = new_account(maak)?;
    let app = openen::app(config, Wijze::Bestaand).await?;
    let made = app.create_account(Beheer::Machine, &nieuw, openen::moment()).await?;
    let link = format!("http://{}/activeer/{}", address(None, config)?, made.link.expose());
    uitvoer.result(
        &json!({ "account": made.account.as_str(), "link": link }),
        &format!("Account {} is gemaakt. Eenmalige link om een wachtwoord te kiezen:\n{link}", made.account),
    );
    app.storage.close().await;
    Ok(())
}

fn new_account(maak: AccountMaak) -> Result<NieuwAccount, Exit> {
    let rol = maak.rol.parse().map_err(|error| Exit::refused(format!("--rol: {error}")))?;
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
    let nieuw = NieuweSleutel {
        rol: chosen_role(&app, &maak, moment).await?,
        naam: if maak.naam.is_empty() { "programma".to_owned() } else { maak.naam.clone() },
        // The flag names the last day; the key ends on the day after.
        tot: maak.tot.and_then(|last| dates::plus_days(last, 1)),
        account: maak.account,
    };
    let made = app.make_sleutel(Beheer::Machine, &nieuw, moment).await?;
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
async fn chosen_role(app: &App, maak: &SleutelMaak, moment: Moment) -> Result<Option<u64>, Exit> {
    if maak.rol.is_none() && maak.organisatie.is_none() {
        return Ok(None);
    }
    let rollen = app.storage.rollen(&maak.account).await?;
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
