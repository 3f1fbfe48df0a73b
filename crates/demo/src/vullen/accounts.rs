//! The accounts of the region, and those that the demo offers to choose from.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::{App, Moment};
use base::{BevoegdGezagNummer, Date, OrganisatieId, PersoonId, dates};
use dossier::Rol;
use storage::{Account, Handeling, Storage, StorageError};
use tokio::task::JoinSet;

use super::DemoFout;
use crate::dossiers::{Aangeslotene, VOORBEELDEN, VerhaalFout, Verhaallijn, Wereld, histories};
use crate::regio::{Medewerker, Plek, Regio};

/// Accounts that are written at the same time.
const TEGELIJK: usize = 64;
/// Since how long everybody works there, in days: longer than any file.
const IN_DIENST: i32 = 1_200;

/// An account that the demo offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAccount {
    /// The account.
    pub account: PersoonId,
    /// Name.
    pub naam: String,
    /// Role.
    pub rol: Rol,
    /// Where.
    pub organisatie: OrganisatieId,
    /// What one sees in it, in one Dutch sentence.
    pub ziet: &'static str,
}

/// The accounts that the demo offers: every role, at organisations where there is something to do.
pub fn accounts(wereld: Wereld<'_>) -> Result<Vec<DemoAccount>, VerhaalFout> {
    let staff = wereld.regio.medewerkers();
    let mut all: Vec<DemoAccount> = offered(wereld.regio)
        .into_iter()
        .flat_map(|(rol, organisatie, ziet)| {
            let held = staff.iter().filter(move |held| held.rol == rol && held.organisatie == organisatie);
            held.map(move |held| as_offered(held, ziet))
        })
        .collect();
    for history in histories(wereld, Verhaallijn::ALL.len()) {
        let history = history?;
        let found = VOORBEELDEN.iter().find(|voorbeeld| voorbeeld.verhaallijn == history.verhaallijn);
        if let (Some(voorbeeld), Some(ouder)) = (found, history.ouders.first()) {
            all.push(DemoAccount {
                account: ouder.account.clone(),
                naam: ouder.naam.clone(),
                rol: Rol::Ouder,
                organisatie: history.nummer.gezin(),
                ziet: voorbeeld.ziet,
            });
        }
    }
    Ok(all)
}

fn as_offered(held: &Medewerker, ziet: &'static str) -> DemoAccount {
    DemoAccount {
        account: held.account.clone(),
        naam: held.naam.clone(),
        rol: held.rol,
        organisatie: held.organisatie.clone(),
        ziet,
    }
}

/// A role, where, and what it shows.
type Aanbod = (Rol, OrganisatieId, &'static str);

fn offered(regio: &Regio) -> Vec<Aanbod> {
    let mut all = at_schools(regio);
    all.extend(at_partnerships(regio));
    all.extend(elsewhere(regio));
    all
}

fn at_schools(regio: &Regio) -> Vec<Aanbod> {
    let home = regio.thuisschool(Plek::Basis);
    let (school, college) = (home.organisatie(), regio.thuisschool(Plek::Vo).organisatie());
    let special = regio.thuisschool(Plek::So).organisatie();
    let board = home.school.bestuur.as_ref().map_or_else(|| school.clone(), BevoegdGezagNummer::organisatie);
    vec![
        (
            Rol::Ib,
            school.clone(),
            "Aanmeldingen en aanvragen van een basisschool in elke fase, ook een paar die te laat zijn.",
        ),
        (
            Rol::Leerkracht,
            school.clone(),
            "De kinderen van groep 5; van aanmeldingen en aanvragen ziet u niets.",
        ),
        (
            Rol::Directie,
            school.clone(),
            "Een schorsing die nog gemeld moet worden, een voornemen tot verwijdering, en wat er verder loopt op school.",
        ),
        (Rol::Organisatiebeheerder, school, "De accounts en rollen van één school."),
        (Rol::Ib, college, "Aanmeldingen en aanvragen van een school voor voortgezet onderwijs."),
        (
            Rol::Ib,
            special.clone(),
            "Leerlingen die met een verklaring zijn geplaatst, en verklaringen die aflopen.",
        ),
        (Rol::CommissieBegeleiding, special, "De leerlingen van een school voor speciaal onderwijs."),
        (Rol::BevoegdGezag, board, "Wat er loopt op de scholen van één bestuur."),
    ]
}

fn at_partnerships(regio: &Regio) -> Vec<Aanbod> {
    let verband = &regio.verbanden[0];
    let (po, vo) = (verband.po.organisatie(), verband.vo.organisatie());
    vec![
        (
            Rol::Loket,
            po.clone(),
            "De rij met aanvragen: nieuw, wacht op aanvulling, bekend te maken; en een weigering zonder besluit.",
        ),
        (Rol::Loket, vo, "De aanvragen voor voortgezet speciaal onderwijs en praktijkonderwijs."),
        (
            Rol::Besluitnemer,
            po.clone(),
            "Aanvragen waarover twee deskundigen adviseerden en die op een besluit wachten.",
        ),
        (Rol::Deskundige, po.clone(), "De aanvragen waarover u advies geeft, en uw eerdere adviezen."),
        (Rol::Bezwaarcommissie, po.clone(), "Bezwaren; in deze versie zijn die er nog niet."),
        (Rol::DirecteurSwv, po.clone(), "Het beleid en de scholen van de regio, zonder dossiers."),
        (Rol::Controller, po.clone(), "Aantallen, zonder dossiers."),
        (Rol::Begeleider, po.clone(), "De kinderen die u begeleidt; in deze versie zijn die er nog niet."),
        (Rol::PrivacyOfficer, po.clone(), "Wie er in dossiers keek."),
        (Rol::Organisatiebeheerder, po, "De accounts en rollen van het samenwerkingsverband."),
    ]
}

fn elsewhere(regio: &Regio) -> Vec<Aanbod> {
    let verband = &regio.verbanden[0];
    let gemeente: OrganisatieId = crate::regio::code(&format!("gemeente/{}", verband.gemeenten[0].code));
    vec![
        (
            Rol::Leerplicht,
            gemeente,
            "Verzuim en thuiszitters van één gemeente; in deze versie zijn die er nog niet.",
        ),
        (
            Rol::Jeugdhulp,
            verband.jeugdhulp(),
            "Samenwerken met toestemming; in deze versie is die er nog niet.",
        ),
        (Rol::Steunpunt, verband.steunpunt(), "Wat ouders met u delen; in deze versie is dat er nog niet."),
        (
            Rol::Beheerder,
            crate::regio::code("beheer/leerrecht"),
            "Hoe het programma draait, zonder dossiers.",
        ),
    ]
}

/// Makes the accounts of everybody who works in the region.
pub async fn make(app: &App, regio: &Regio, moment: Moment) -> Result<(), DemoFout> {
    let van = dates::plus_days(moment.vandaag, -IN_DIENST).unwrap_or(moment.vandaag);
    let mut seen = BTreeSet::new();
    let mut writing = JoinSet::new();
    for held in regio.medewerkers() {
        let fresh = seen.insert(held.account.clone());
        if !fresh {
            // The second role of an expert waits until the account is there.
            finish(&mut writing, 0).await?;
        }
        let storage = Arc::clone(&app.storage);
        let naam = held.naam.clone();
        let rol = role(&held.account, held.rol, held.organisatie, held.groep.map(ToOwned::to_owned), van);
        writing.spawn(async move { write(storage.as_ref(), &naam, &rol, fresh, moment).await });
        finish(&mut writing, TEGELIJK).await?;
    }
    finish(&mut writing, 0).await
}

/// Makes the account of a parent who has an own page.
pub(super) async fn make_ouder(
    storage: &dyn Storage,
    gezin: OrganisatieId,
    ouder: &Aangeslotene,
    moment: Moment,
) -> Result<(), DemoFout> {
    let rol = role(&ouder.account, Rol::Ouder, gezin, None, ouder.sinds);
    Ok(write(storage, &ouder.naam, &rol, true, moment).await?)
}

/// Waits until at most so many writes are under way.
async fn finish(writing: &mut JoinSet<Result<(), StorageError>>, most: usize) -> Result<(), DemoFout> {
    while writing.len() > most {
        match writing.join_next().await {
            Some(done) => done.map_err(|_| DemoFout::Afgebroken)??,
            None => return Ok(()),
        }
    }
    Ok(())
}

fn role(
    account: &PersoonId,
    rol: Rol,
    organisatie: OrganisatieId,
    groep: Option<String>,
    van: Date,
) -> storage::Rol {
    storage::Rol {
        id: 0,
        account: account.clone(),
        rol: rol.code().to_owned(),
        organisatie,
        groep,
        van,
        tot: None,
        vak: None,
    }
}

/// An account nobody can sign in to with a password: in a demo nobody needs one.
async fn write(
    storage: &dyn Storage,
    naam: &str,
    rol: &storage::Rol,
    fresh: bool,
    moment: Moment,
) -> Result<(), StorageError> {
    let log = |handeling: &str, toelichting: String| Handeling {
        at: moment.at,
        door: None,
        organisatie: Some(rol.organisatie.clone()),
        handeling: handeling.to_owned(),
        onderwerp: rol.account.to_string(),
        toelichting,
    };
    if fresh {
        let account = Account {
            id: rol.account.clone(),
            naam: naam.to_owned(),
            e_mail: format!("{}@demo.example", rol.account),
            wachtwoord: None,
            aangemaakt_op: moment.at,
            taal: None,
            geblokkeerd_op: None,
        };
        storage.create_account(&account, &log("account_gemaakt", String::new())).await?;
    }
    let given = format!("{} bij {}", rol.rol, rol.organisatie);
    storage.add_rol(rol, &log("rol_gegeven", given)).await?;
    Ok(())
}
