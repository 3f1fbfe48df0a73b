//! A code for a new password of a family: asked again when it is used, over as soon as the account reaches further, and told to
//! whose account it is.

use app::AppError;
use app::accounts::{Beheer, NieuweRol, Ontvanger, Oudercode, Sessie};
use base::{OrganisatieId, PersoonId, dates};
use dossier::Rol;
use dossier::toegang::Kijker;
use storage::Digest;

use crate::Toneel;

/// A parent with a page, and the intern begeleider of the school.
struct Ouder {
    toneel: Toneel,
    account: PersoonId,
    ib: Kijker,
}

impl Ouder {
    async fn open() -> Self {
        let toneel = Toneel::open().await;
        let account = toneel.ouder().await.account;
        let dossier = toneel.kit.dossier(&toneel.nummer).await;
        let ib = toneel.kit.as_at(Rol::Ib, &dossier.aanmeldingen[0].vestiging.organisatie());
        Self { toneel, account, ib }
    }

    async fn code(&self) -> Result<Oudercode, AppError> {
        let (kit, moment) = (&self.toneel.kit, self.toneel.kit.moment());
        let dossier = kit.dossier(&self.toneel.nummer).await;
        let of = |account: &Option<PersoonId>| account.as_ref() == Some(&self.account);
        let nr = dossier.personen.iter().find(|one| of(&one.account)).unwrap().nr;
        let open = kit.app.open(&self.ib, &self.toneel.nummer, moment).await.unwrap();
        Ok(open.herstelcode(nr).await?.code)
    }

    async fn choose(&self, code: &Oudercode) -> Result<Sessie, AppError> {
        let kit = &self.toneel.kit;
        let born = kit.dossier(&self.toneel.nummer).await.leerling.unwrap().geboortedatum;
        let (password, address) = ("de futen dansen op het water".to_owned(), Digest::of(b"thuis"));
        kit.app.herstel_wachtwoord(code, born, password, &address, kit.moment()).await
    }

    /// A role at another school, that begins tomorrow.
    fn other(&self) -> NieuweRol {
        let tomorrow = dates::plus_days(self.toneel.kit.moment().vandaag, 1);
        let organisatie: OrganisatieId = "school/99AB00".parse().unwrap();
        NieuweRol { rol: Rol::Ib, organisatie, groep: None, van: tomorrow, tot: None }
    }
}

#[tokio::test]
async fn a_code_for_a_new_password_is_over_once_the_account_gets_another_role() {
    let ouder = Ouder::open().await;
    let code = ouder.code().await.unwrap();
    let (app, moment) = (&ouder.toneel.kit.app, ouder.toneel.kit.moment());
    let to = Ontvanger::Account(ouder.account.clone());
    app.give_rol(Beheer::Machine, &to, &ouder.other(), moment).await.unwrap();
    assert!(matches!(ouder.choose(&code).await, Err(AppError::Refused(_))));
    // Neither is a new one made: what is to begin counts.
    assert!(matches!(ouder.code().await, Err(AppError::Refused(_))));
}

#[tokio::test]
async fn a_code_for_a_new_password_is_asked_about_again_when_it_is_used() {
    let ouder = Ouder::open().await;
    let code = ouder.code().await.unwrap();
    let (kit, moment) = (&ouder.toneel.kit, ouder.toneel.kit.moment());
    // Whoever made it is blocked meanwhile.
    kit.app.block_account(Beheer::Machine, &ouder.ib.actor.persoon, moment).await.unwrap();
    assert!(matches!(ouder.choose(&code).await, Err(AppError::Refused(_))));
    kit.app.unblock_account(Beheer::Machine, &ouder.ib.actor.persoon, moment).await.unwrap();
    assert!(ouder.choose(&code).await.is_ok());
}

#[tokio::test]
async fn whose_account_it_is_hears_that_a_code_was_made_and_used() {
    let ouder = Ouder::open().await;
    let code = ouder.code().await.unwrap();
    let made = ouder.toneel.round().await;
    let [made] = made.as_slice() else { panic!("{}", made.len()) };
    assert_eq!(made.aan, app_mail(&ouder).await);
    assert!(made.tekst.contains("Er is een code gemaakt"), "{}", made.tekst);
    assert!(!made.tekst.contains(&code.to_string()));
    ouder.choose(&code).await.unwrap();
    let used = ouder.toneel.round().await;
    assert!(used[0].tekst.contains("een nieuw wachtwoord voor uw account gekozen"), "{}", used[0].tekst);
    let wie = ouder.toneel.signed_in(&ouder.account).await;
    let kit = &ouder.toneel.kit;
    let told = kit.app.codes_voor(&wie, kit.moment()).await.unwrap();
    assert_eq!(told.iter().map(|one| one.gebruikt).collect::<std::collections::BTreeSet<_>>().len(), 2);
    assert!(told.iter().all(|one| !one.wie.is_empty() && !one.organisatie.is_empty()), "{told:?}");
}

async fn app_mail(ouder: &Ouder) -> String {
    ouder.toneel.signed_in(&ouder.account).await.e_mail
}
