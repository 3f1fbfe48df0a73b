//! The demo as a user starts it, small: every story once and some by chance.

use std::sync::Arc;

use app::{App, Moment};
use demo::dossiers::Wereld;
use demo::regio::Regio;
use demo::{DemoAccount, Opties, Verslag, fill};
use dossier::Actor;
use dossier::toegang::Kijker;
use storage_sql::testing::Place;

use crate::testapp::{begin, open};
use crate::{letters, voorraad};

const OPTIES: Opties = Opties { dossiers: Demogebied::DOSSIERS, zaad: 1 };

/// A program on the demo.
pub struct Demogebied {
    /// The program.
    pub app: Arc<App>,
    /// When the demo was made.
    pub moment: Moment,
    /// What was made.
    pub verslag: Verslag,
    _place: Place,
}

impl Demogebied {
    /// How many files: enough for every story once and some by chance.
    pub const DOSSIERS: usize = 110;

    /// On an SQLite file that goes with this value.
    ///
    /// # Panics
    ///
    /// When it cannot be made.
    pub async fn sqlite() -> Self {
        let moment = Moment::of(begin());
        let (place, said) = voorraad::copy("demo", async |address: &str| {
            let app = open(address, letters()).await;
            let verslag = fill(&app, OPTIES, moment, &|_| {}).await.expect("the demo");
            app.storage.close().await;
            format!("{} {} {}", verslag.dossiers, verslag.gebeurtenissen, verslag.brieven)
        })
        .await;
        let app = open(place.address(), letters()).await;
        let counts: Vec<u64> = said.split(' ').map(|count| count.parse().expect("a count")).collect();
        let [dossiers, gebeurtenissen, brieven] = counts.try_into().expect("three counts");
        let regio = Regio::new(OPTIES.zaad, OPTIES.dossiers);
        let wereld = Wereld { regio: &regio, wet: &app.wet, matrix: &app.matrix, vandaag: moment.vandaag };
        let accounts = demo::accounts(wereld).expect("accounts to choose from");
        let verslag = Verslag { dossiers, gebeurtenissen, brieven, accounts };
        Self { app, moment, verslag, _place: place }
    }

    /// Somebody of the demo, as the database knows them.
    ///
    /// # Panics
    ///
    /// When the database does not know them.
    pub async fn kijker(&self, account: &DemoAccount) -> Kijker {
        let rollen = self.app.storage.rollen(&account.account).await.expect("roles");
        let held = rollen.into_iter().find(|held| held.organisatie == account.organisatie);
        let held = held.expect("the role is stored");
        assert_eq!(held.rol, account.rol.code());
        assert!(held.holds_on(self.moment.vandaag));
        let actor = Actor { persoon: held.account, rol: account.rol, organisatie: held.organisatie };
        Kijker { actor, groep: held.groep.unwrap_or_default() }
    }
}
