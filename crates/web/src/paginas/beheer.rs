//! Accounts: who has access to the data of an organisation, in which role.
//!
//! The address of the list holds codes only: people are not searched by name here, because a name would stand in
//! the address.

use app::AppError;
use app::accounts::{Accountlijst, Beheer, Geheim, NieuwAccount, NieuweRol, Openstaand};
use app::lijst::{AccountPage, AccountSort, AccountStand, Direction};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use base::PersoonId;
use dossier::Rol;
use dossier::rol::ROLLEN;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Fouten, Inhoud, Kolom, Label, Labelsoort, Link, Melding, Meldingsoort, Optie, Sorteer,
    Tabel, Veld, short_date,
};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::vandaag::about_roles_of_nobody;

mod einde;
mod waarneming;

const PATH: &str = "/accounts";
/// The field that says that whoever has an account by an address is meant.
const SURE: &str = "klopt";

/// The accounts of the own organisation.
pub(crate) const ACCOUNTS: Lijst<AccountPage, Accountlijst, AccountSort> = Lijst {
    naam: "accounts",
    uitleg: "De mensen met een rol bij uw organisatie.",
    filters: &[
        Filter {
            // The form below the list has a field 'rol' of its own.
            sleutel: "met-rol",
            titel: "Met de rol",
            soort: Filtersoort::Keuze(
                "alle",
                || given_roles().collect(),
                |wens, code| {
                    wens.rol = code.parse().ok();
                },
            ),
        },
        Filter {
            sleutel: "stand",
            titel: "Stand",
            soort: Filtersoort::Keuze("alle", stands, |wens, code| {
                wens.stand = AccountStand::from_code(code);
            }),
        },
    ],
    ordes: &[("naam", AccountSort::Naam), ("e_mail", AccountSort::EMail), ("stand", AccountSort::Stand)],
    gewoon: (AccountSort::Naam, Direction::Up),
    orden: |wens, sort, direction| (wens.sort, wens.direction) = (sort, direction),
    gegevens: &[
        Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |row| row.account.naam.as_str().into() },
        Gegeven { naam: "e_mail", soort: Soort::Tekst, waarde: |row| row.account.e_mail.as_str().into() },
        Gegeven { naam: "rollen", soort: Soort::Tekst, waarde: |row| joined(row, role_text).into() },
        Gegeven { naam: "stand", soort: Soort::Tekst, waarde: |row| in_words(row.stand).into() },
    ],
    codes: &[
        Gegeven { naam: "account", soort: Soort::Tekst, waarde: |row| row.account.id.as_str().into() },
        Gegeven {
            naam: "rollen",
            soort: Soort::Tekst,
            waarde: |row| joined(row, |rol| rol.rol.clone()).into(),
        },
        Gegeven { naam: "stand", soort: Soort::Tekst, waarde: |row| row.stand.code().into() },
    ],
};

fn joined(page: &AccountPage, text: fn(&app::lijst::Rol) -> String) -> String {
    page.rollen.iter().map(text).collect::<Vec<_>>().join(", ")
}

fn stands() -> Vec<(&'static str, &'static str)> {
    AccountStand::ALL.map(|stand| (stand.code(), in_words(stand))).to_vec()
}

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(accounts).post(give_access))
        .route("/accounts.csv", get(csv))
        .route("/accounts/{account}", get(account))
        .route("/accounts/{account}/rol-beeindigen", post(einde::role))
        .route("/accounts/{account}/toegang-beeindigen", post(einde::access))
        .route("/accounts/voorstellen/{voorstel}/intrekken", post(withdraw_offer))
        .route("/accounts/{account}/link", post(new_link))
        .route("/accounts/{account}/waarneming", get(waarneming::form).post(waarneming::appoint))
        .route("/accounts/{account}/blokkeren", post(einde::block))
        .route("/accounts/{account}/deblokkeren", post(unblock))
}

#[derive(Template)]
#[template(path = "paginas/beheer/accounts.html")]
struct Accounts {
    pagina: Pagina,
    fouten: Fouten,
    link: Option<String>,
    voor: String,
    filters: Filters,
    tabel: Tabel,
    voorstellen: Vec<Rolknop>,
    /// Roles that somebody said no to lately.
    afgewezen: Vec<String>,
    velden: Vec<Veld>,
}

async fn accounts(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let mut page = accounts_page(&state, &kijker, &vraag, Ingevuld::empty()).await?;
    // Whoever was told that nobody holds a role finds it chosen below.
    if let Some(rol) = vraag.text("rol").filter(|code| given_roles().any(|(known, _)| known == *code)) {
        let chosen = |veld: Veld| if veld.naam() == "rol" { veld.value(rol) } else { veld };
        page.velden = page.velden.into_iter().map(chosen).collect();
    }
    show(&page)
}

async fn accounts_page(
    state: &WebState,
    kijker: &Kijker,
    vraag: &Vraag,
    ingevuld: Ingevuld,
) -> Result<Accounts, Fout> {
    let (wens, rows) = (ACCOUNTS.wens(vraag)?, vraag.rows()?);
    let found = state.app.eigen_accounts(&kijker.kijker, kijker.moment, &wens, rows).await?;
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, vraag, key));
    let kolommen = vec![
        sorted("Naam", "naam").names_row(),
        sorted("E-mailadres", "e_mail"),
        Kolom::text("Rollen"),
        sorted("Stand", "stand"),
    ];
    let empty = "Er is niemand met toegang die hierbij past.";
    let tabel = Tabel::new("Mensen met toegang", kolommen, empty)
        .rows(&found.rows, row)
        .paged(format!("{} in totaal", found.total), Bladeren::by(PATH, vraag, &found)?)
        .csv(vraag.without("bladzijde").address("/accounts.csv"));
    Ok(Accounts {
        pagina: kijker
            .page("Accounts")
            .wide()
            .with_errors(&ingevuld.fouten)
            .messages(about_roles_of_nobody(state, kijker).await?),
        link: None,
        voor: String::new(),
        filters: ACCOUNTS.filters("Accounts filteren", PATH, vraag, &["met-rol", "stand"]),
        tabel,
        voorstellen: open_offers(state, kijker).await?,
        afgewezen: refused_offers(state, kijker).await?,
        velden: access_fields(kijker, &ingevuld),
        fouten: ingevuld.fouten,
    })
}

/// The roles that were offered to people of elsewhere and wait for their yes.
async fn open_offers(state: &WebState, kijker: &Kijker) -> Result<Vec<Rolknop>, Fout> {
    let actor = &kijker.kijker.actor;
    let (beheer, moment) = (Beheer::Persoon(actor), kijker.moment);
    let open = state.app.openstaande_voorstellen(beheer, &actor.organisatie, moment).await?;
    let on = moment.vandaag;
    let words = |offer: Openstaand| {
        let groep = offer.groep.map(|groep| format!(", groep {groep}")).unwrap_or_default();
        let day = short_date(base::today_in_nl(offer.gedaan_op), on);
        let naam = format!("{}: {}{groep}, aangeboden {day}", offer.naam, role_label(&offer.rol));
        Rolknop { id: offer.id, naam }
    };
    Ok(open.into_iter().map(words).collect())
}

/// What came of offers that were refused: whoever offered it has to ask somebody else.
async fn refused_offers(state: &WebState, kijker: &Kijker) -> Result<Vec<String>, Fout> {
    let (actor, moment) = (&kijker.kijker.actor, kijker.moment);
    let beheer = Beheer::Persoon(actor);
    let found = state.app.afgewezen_voorstellen(beheer, &actor.organisatie, moment).await?;
    let words = |regel: app::accounts::Logregel| {
        let day = short_date(base::today_in_nl(regel.at), moment.vandaag);
        format!("{}: {}, niet aangenomen op {day}", regel.onderwerp, regel.toelichting)
    };
    Ok(found.into_iter().map(words).collect())
}

/// The roles that one can give somebody here.
pub(crate) fn given_roles() -> impl Iterator<Item = (&'static str, &'static str)> {
    let given = ROLLEN.iter().filter(|rol| !matches!(rol, Rol::Ouder | Rol::Leerling | Rol::Beheerder));
    given.map(|rol| (rol.code(), rol.label()))
}

fn in_words(stand: AccountStand) -> &'static str {
    match stand {
        AccountStand::Actief => "actief",
        AccountStand::ZonderWachtwoord => "nog geen wachtwoord",
        AccountStand::Geblokkeerd => "geblokkeerd",
    }
}

fn row(page: &AccountPage) -> Vec<Inhoud> {
    let roles: Vec<Inhoud> = page.rollen.iter().map(|rol| role_text(rol).into()).collect();
    let soort = match page.stand {
        AccountStand::Actief => Labelsoort::Goed,
        AccountStand::ZonderWachtwoord => Labelsoort::Gauw,
        AccountStand::Geblokkeerd => Labelsoort::Laat,
    };
    let naam = Link::new(page.account.naam.as_str(), format!("{PATH}/{}", page.account.id));
    let stand = Label::new(in_words(page.stand), soort);
    vec![naam.into(), page.account.e_mail.as_str().into(), roles.into(), stand.into()]
}

/// The list as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = &ACCOUNTS.wens(&vraag)?;
    ACCOUNTS
        .csv(&state, &kijker, |page| state.app.eigen_accounts(&kijker.kijker, kijker.moment, wens, page))
        .await
}

/// A stored role in the words of the pages.
pub(super) fn role_label(code: &str) -> String {
    code.parse::<Rol>().map_or_else(|_| code.to_owned(), |rol| rol.label().to_owned())
}

fn role_text(rol: &app::lijst::Rol) -> String {
    let label = role_label(&rol.rol);
    let groep = rol.groep.as_ref().map(|groep| format!(", groep {groep}")).unwrap_or_default();
    let until = rol.tot.and_then(|tot| base::dates::plus_days(tot, -1));
    let until =
        until.map(|last| format!(" (tot en met {})", base::dates::short_nl(last))).unwrap_or_default();
    format!("{label}{groep}{until}")
}

fn access_fields(kijker: &Kijker, ingevuld: &Ingevuld) -> Vec<Veld> {
    // Only what exists at this kind of organisation: another role would be refused.
    let here = app::accounts::roles_at(kijker.kijker.actor.organisatie.kind());
    let roles = here.iter().map(|rol| Optie::new(rol.code(), rol.label()));
    let options = std::iter::once(Optie::new("", "Kies een rol")).chain(roles).collect();
    vec![
        Veld::text("naam", "Naam").hint("Zoals de naam op brieven staat.").required().filled(ingevuld),
        Veld::e_mail("e_mail", "E-mailadres").required().filled(ingevuld),
        Veld::select("rol", "Rol", options).required().filled(ingevuld),
        Veld::text("groep", "Groep").hint("Alleen voor een leerkracht of mentor.").filled(ingevuld),
    ]
}

/// Who is given access to what, as it was filled in; or what is wrong with it.
fn read_access(kijker: &Kijker, formulier: &Formulier) -> Result<NieuwAccount, Ingevuld> {
    let mut lezer = Lezer::of(formulier);
    let naam = lezer.required("naam", "Vul een naam in.");
    let e_mail = lezer.required("e_mail", "Vul een e-mailadres in.");
    let rol = lezer.choice("rol", |code| code.parse::<Rol>().ok(), "Kies een rol.");
    let groep = lezer.text("groep");
    lezer.finish_or_show()?;
    // A role that could not be read is one of the errors above.
    let rol = rol.ok_or_else(|| Ingevuld::refused(formulier.clone(), Fouten::new()))?;
    let rol = NieuweRol {
        rol,
        organisatie: kijker.kijker.actor.organisatie.clone(),
        groep: Some(groep).filter(|groep| !groep.is_empty()),
        van: None,
        tot: None,
    };
    Ok(NieuwAccount { naam, e_mail, rol })
}

async fn first_page(state: &WebState, kijker: &Kijker, ingevuld: Ingevuld) -> Result<Accounts, Fout> {
    accounts_page(state, kijker, &Vraag::parse("")?, ingevuld).await
}

async fn give_access(
    State(state): State<WebState>,
    kijker: Kijker,
    headers: HeaderMap,
    formulier: Formulier,
) -> Uitkomst {
    let nieuw = match read_access(&kijker, &formulier) {
        Ok(nieuw) => nieuw,
        Err(ingevuld) => return show_refused(&first_page(&state, &kijker, ingevuld).await?),
    };
    match give(&state, &kijker, &nieuw, &formulier).await {
        Ok(Toegegeven::Link { secret, erbij }) => {
            let mut page = first_page(&state, &kijker, Ingevuld::empty()).await?;
            page.link = Some(whole_link(&state, &headers, &secret));
            page.voor = nieuw.naam;
            page.pagina = page.pagina.messages(erbij);
            show(&page)
        }
        Ok(Toegegeven::Rol(text)) => {
            let mut page = first_page(&state, &kijker, Ingevuld::empty()).await?;
            page.pagina = page.pagina.message(Melding::new(Meldingsoort::Goed, text));
            show(&page)
        }
        Ok(Toegegeven::Vraag(who)) => {
            let mut fouten = Fouten::new();
            fouten.add(SURE, who);
            let ingevuld = Ingevuld::refused(formulier, fouten);
            let sure = sure_field(&nieuw.e_mail, &ingevuld);
            let mut page = first_page(&state, &kijker, ingevuld).await?;
            page.velden.push(sure);
            show_refused(&page)
        }
        Err(AppError::Refused(refusal)) => {
            let ingevuld = Ingevuld::refused(formulier, Fouten::from(&*refusal));
            show_refused(&first_page(&state, &kijker, ingevuld).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// What an administrator reads where the address that was typed finds an account that nobody proved to be of that address.
const ADRES_BEZET: &str = "Bij dit e-mailadres hoort al een account van een gezin. Niemand heeft bewezen dat dat adres van die persoon is. \
    Daarom is dit een nieuw account: wie de link gebruikt, kiest er een ander e-mailadres bij. Geef de link alleen aan wie u bedoelt.";

/// What came of giving access.
enum Toegegeven {
    /// An account without a password: the secret of the link to choose one.
    Link {
        secret: Geheim,
        /// What is to be known of it.
        erbij: Option<Melding>,
    },
    /// A role for somebody who has an account, in words.
    Rol(String),
    /// The account is called otherwise: the question who is meant. Nothing was done.
    Vraag(String),
}

/// The box in which one says that whoever has the account is meant; its code is the address, so that it goes for no other.
fn sure_field(e_mail: &str, ingevuld: &Ingevuld) -> Veld {
    let yes = Optie::new(e_mail, "Ja, ik bedoel wie dit account heeft");
    Veld::checkboxes(SURE, "Is dit wie u bedoelt?", vec![yes]).required().filled(ingevuld)
}

/// A role for somebody who has an account; otherwise an account with the secret of the link for its password.
async fn give(
    state: &WebState,
    kijker: &Kijker,
    nieuw: &NieuwAccount,
    formulier: &Formulier,
) -> Result<Toegegeven, AppError> {
    let (beheer, moment) = (Beheer::Persoon(&kijker.kijker.actor), kijker.moment);
    let known = state.app.bekend(beheer, nieuw, moment).await?;
    // A colleague with another name is asked about; a stranger's account is refused where the role is given.
    if let Some(naam) = known.as_ref().filter(|known| !known.heet_zo).and_then(|known| known.naam.as_ref())
        && !formulier.all(SURE).any(|sure| sure == nieuw.e_mail)
    {
        return Ok(Toegegeven::Vraag(format!("Bij dit e-mailadres hoort al het account van {naam}.")));
    }
    let given = state.app.geef_toegang(beheer, nieuw, moment).await?;
    let link = async |erbij| {
        let secret = state.app.new_link(beheer, &given.account, moment).await?;
        Ok(Toegegeven::Link { secret, erbij })
    };
    if given.nieuw {
        let erbij = given.adres_bezet.then(|| Melding::new(Meldingsoort::LetOp, ADRES_BEZET));
        return link(erbij).await;
    }
    if given.aangeboden {
        return Ok(Toegegeven::Rol(format!(
            "{} werkt ook elders en krijgt de rol {} pas na een ja. Die vraag staat klaar bij het inloggen.",
            nieuw.naam,
            nieuw.rol.rol.label()
        )));
    }
    let found = state.app.eigen_account(&kijker.kijker, moment, &given.account).await?;
    let account = found.account;
    let had_it = known.as_ref().is_some_and(|known| known.heeft_rol);
    // The link of before ended with the role that came.
    if found.stand == AccountStand::ZonderWachtwoord && !had_it {
        let said = format!("{} De link van eerder werkt niet meer.", gained(&account.naam, nieuw));
        return match link(Some(Melding::new(Meldingsoort::Goed, said))).await {
            Err(AppError::Refused(_)) => Ok(Toegegeven::Rol(gained(&account.naam, nieuw))),
            other => other,
        };
    }
    let rol = nieuw.rol.rol.label();
    Ok(Toegegeven::Rol(if had_it {
        format!("{} had de rol {rol} al. Er is niets veranderd.", account.naam)
    } else {
        gained(&account.naam, nieuw)
    }))
}

fn gained(naam: &str, nieuw: &NieuwAccount) -> String {
    format!("{naam} heeft nu ook de rol {}.", nieuw.rol.rol.label())
}

/// The link as somebody can open it elsewhere.
fn whole_link(state: &WebState, headers: &HeaderMap, secret: &Geheim) -> String {
    let scheme = if state.settings.secure { "https" } else { "http" };
    format!("{scheme}://{}/activeer/{}", state.settings.site(headers), secret.expose())
}

struct Rolknop {
    id: u64,
    naam: String,
}

#[derive(Template)]
#[template(path = "paginas/beheer/account.html")]
struct Account {
    pagina: Pagina,
    account: PersoonId,
    tabel: Tabel,
    rollen: Vec<Rolknop>,
    /// Who does whose work, where it concerns this account.
    waarnemingen: Vec<String>,
    geblokkeerd: bool,
    /// Works as an expert here: as which one is recorded on another page.
    deskundige: bool,
}

/// One account of the own organisation.
pub(crate) async fn own_account(state: &WebState, kijker: &Kijker, id: &str) -> Result<AccountPage, Fout> {
    let id: PersoonId = id.parse().map_err(|_| Fout::NietGevonden)?;
    Ok(state.app.eigen_account(&kijker.kijker, kijker.moment, &id).await?)
}

async fn account(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let on = kijker.moment.vandaag;
    let kolommen = vec![Kolom::text("Rol").names_row(), Kolom::text("Sinds")];
    let tabel = Tabel::new("Rollen", kolommen, "Deze persoon heeft hier nu geen rol.")
        .rows(&found.rollen, |rol| vec![role_text(rol).into(), short_date(rol.van, on).into()]);
    let rollen = found
        .rollen
        .iter()
        .filter(|rol| rol.holds_on(on))
        .map(|rol| Rolknop { id: rol.id, naam: role_text(rol) })
        .collect();
    show(&Account {
        waarnemingen: waarneming::of(&state, &kijker, &found.account.id).await?,
        pagina: kijker
            .page(found.account.naam.clone())
            .sub(found.account.e_mail.clone())
            .below("Accounts", "/accounts"),
        geblokkeerd: found.account.geblokkeerd_op.is_some(),
        deskundige: found.rollen.iter().any(|rol| rol.rol == Rol::Deskundige.code()),
        account: found.account.id,
        tabel,
        rollen,
    })
}

async fn withdraw_offer(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(voorstel): Path<String>,
) -> Uitkomst {
    let id = voorstel.parse().map_err(|_| Fout::NietGevonden)?;
    let actor = &kijker.kijker.actor;
    state.app.trek_voorstel_in(Beheer::Persoon(actor), &actor.organisatie, id, kijker.moment).await?;
    Ok(redirect(PATH))
}

async fn new_link(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let beheer = Beheer::Persoon(&kijker.kijker.actor);
    let link = state.app.new_link(beheer, &found.account.id, kijker.moment).await?;
    let mut page = accounts_page(&state, &kijker, &Vraag::parse("")?, Ingevuld::empty()).await?;
    page.link = Some(whole_link(&state, &headers, &link));
    page.voor = found.account.naam;
    show(&page)
}

async fn unblock(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    state
        .app
        .unblock_account(Beheer::Persoon(&kijker.kijker.actor), &found.account.id, kijker.moment)
        .await?;
    Ok(redirect(&format!("/accounts/{}", found.account.id)))
}
