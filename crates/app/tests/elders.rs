//! What an act brings about in another file: a child is admitted with a declaration that stands in the file of another school, and
//! is told as admitted whatever happens there; the use of the declaration is never lost.

use std::sync::Arc;

use app::aanmelden::{NieuwKind, NieuweAanmelding, NieuweOuder};
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::{App, AppError};
use base::{Date, DossierNummer};
use demo::dossiers::Verhaallijn;
use dossier::aanmelding::afloop::LaatToe;
use dossier::aanmelding::opdracht::StelBehoefteVast;
use dossier::aanmelding::verklaring::ToonVerklaring;
use dossier::beurt::Zet;
use dossier::leven::feiten::Contactgegevens;
use dossier::opdracht::Opdracht;
use dossier::soort::Bekendmakingswijze;
use dossier::soort::Relatie;
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::toegang::Kijker;
use dossier::{Dossier, Gebeurtenis, Rol};
use storage_sql::testing::{accept_facts, refuse_facts};
use testkit::TestApp;

/// Given a declaration in the file of one school, and the child registered at another, where the parents showed it.
struct Toneel {
    kit: TestApp,
    ib: Kijker,
    /// File in which the declaration was granted.
    verklaring: DossierNummer,
    /// File of the school that admits.
    nummer: DossierNummer,
    per: Date,
}

impl Toneel {
    async fn open() -> Self {
        let kit = TestApp::sqlite().await;
        let verklaring = kit.given(Verhaallijn::TlvVerleendBekend).await;
        let granted = kit.dossier(&verklaring).await;
        let aanvraag = &granted.aanvragen[0];
        let today = kit.moment().vandaag;
        let fits = kit.regio.scholen.iter().find(|school| school.school.schoolsoort.past_bij(aanvraag.soort));
        let school = fits.expect("a school of that kind");
        let ib = kit.as_at(Rol::Ib, &school.organisatie());
        let registration = NieuweAanmelding {
            vestiging: school.school.vestiging.clone(),
            ontvangen_op: today,
            gewenst_per: None,
            andere_scholen: Vec::new(),
            minderjarige_asielzoeker: false,
            onderwijs: None,
            toelichting_ouders: String::new(),
        };
        let (kind, uitvoering) = (child(&granted), Uitvoering::default());
        let opened =
            kit.app.meld_nieuw_kind_aan(&ib, kit.moment(), &kind, &registration, true, uitvoering).await;
        let nummer = opened.unwrap().dossier.nummer;
        let per = aanvraag.plaatsing_vanaf().expect("it was granted").max(today);
        let toneel = Self { kit, ib, verklaring, nummer, per };
        let need = StelBehoefteVast {
            aanmelding: 1,
            extra_ondersteuning: true,
            alleen_taal: false,
            toelichting: "Elke dag hulp bij taal.".to_owned(),
        };
        toneel.does(need).await.unwrap();
        let shown = ToonVerklaring {
            aanmelding: 1,
            swv: Some(aanvraag.swv.uitkomst.clone()),
            nummer: aanvraag.verleend().expect("it was granted").nummer.clone(),
            gevonden: None,
        };
        toneel.does(shown).await.unwrap();
        toneel
    }

    async fn does(&self, opdracht: impl Into<Opdracht>) -> Result<Uitgevoerd, AppError> {
        let open = self.kit.app.open(&self.ib, &self.nummer, self.kit.moment()).await?;
        open.doe(opdracht, Uitvoering::default()).await
    }

    /// The school admits; the form can be sent twice.
    async fn admits(&self) -> Result<Uitgevoerd, AppError> {
        let open = self.kit.app.open(&self.ib, &self.nummer, self.kit.moment()).await?;
        let once = Uitvoering::default().eenmalig(&self.ib, "laat_toe", 1, "de plaatsing");
        let admit = LaatToe {
            aanmelding: 1,
            per: self.per,
            groep: "groep 5".to_owned(),
            residentieel: String::new(),
            leeftijd: String::new(),
            voorwaarde_soort: None,
            voorwaarde_op: None,
            voorwaarde: String::new(),
            voorwaarde_ja: None,
            voorwaarde_tot_en_met: None,
        };
        open.doe(admit, once).await
    }

    /// What is open is done by a program that starts on the same database.
    async fn after_a_start(&self) -> usize {
        let app = App::new(Arc::clone(&self.kit.app.storage), testkit::letters()).unwrap();
        Box::pin(app.make_open_letters(self.kit.moment())).await.unwrap().mislukt.len()
    }

    /// How often it stands in its own file that the declaration is used.
    async fn used(&self) -> usize {
        self.facts(&self.verklaring, |fact| matches!(fact, Gebeurtenis::TlvGebruikt(_))).await
    }

    /// How often the child was admitted.
    async fn admitted(&self) -> usize {
        self.facts(&self.nummer, |fact| matches!(fact, Gebeurtenis::Toegelaten(_))).await
    }

    async fn facts(&self, nummer: &DossierNummer, is: impl Fn(&Gebeurtenis) -> bool) -> usize {
        let dossier = self.kit.dossier(nummer).await;
        dossier.geldende_feiten().filter(|(_, fact)| is(fact)).count()
    }

    fn refuse(&self, nummer: &DossierNummer) {
        refuse_facts(&self.kit.bestand(), nummer);
    }

    fn accept(&self) {
        accept_facts(&self.kit.bestand());
    }
}

/// The same child, as the parents tell it to the other school.
fn child(known: &Dossier) -> NieuwKind {
    let leerling = known.leerling.as_ref().expect("the child is known");
    let parent = NieuweOuder {
        naam: "mevrouw Zonnevis".to_owned(),
        relatie: Relatie::Gezagsouder,
        brondocument: "uittreksel".to_owned(),
        contact: Contactgegevens::default(),
        taal: String::new(),
        tolk: false,
        geheim: false,
    };
    NieuwKind {
        roepnaam: leerling.roepnaam.clone(),
        voorvoegsel: leerling.voorvoegsel.clone(),
        achternaam: leerling.achternaam.clone(),
        geboortedatum: Some(leerling.geboortedatum),
        ouders: vec![parent],
        ..NieuwKind::default()
    }
}

#[tokio::test]
async fn an_admission_uses_the_declaration_in_its_own_file_once() {
    let toneel = Box::pin(Toneel::open()).await;
    toneel.admits().await.unwrap();
    // A stop here loses nothing.
    assert_eq!((toneel.admitted().await, toneel.used().await), (1, 0));
    assert_eq!(toneel.after_a_start().await, 0);
    assert_eq!((toneel.admitted().await, toneel.used().await), (1, 1));
    // The school that the child leaves reads from which day it is admitted, and has the turn to take it off its list.
    let told =
        toneel.facts(&toneel.verklaring, |fact| matches!(fact, Gebeurtenis::EldersToegelaten(_))).await;
    let turns = toneel.kit.dossier(&toneel.verklaring).await.beurten();
    let leaves = turns.iter().find(|turn| turn.zet == Zet::UitschrijvenNaarAndereSchool);
    assert_eq!((told, leaves.and_then(|turn| turn.uiterlijk)), (1, Some(toneel.per)));
    // Who presses again is answered as then, and nothing is used twice.
    toneel.admits().await.unwrap();
    assert_eq!(toneel.after_a_start().await, 0);
    assert_eq!((toneel.admitted().await, toneel.used().await), (1, 1));
}

#[tokio::test]
async fn an_admission_is_told_as_done_while_the_file_of_the_declaration_takes_nothing() {
    let toneel = Box::pin(Toneel::open()).await;
    toneel.refuse(&toneel.verklaring);
    toneel.admits().await.unwrap();
    assert_eq!(toneel.after_a_start().await, 1, "it is told in the log, and stays open");
    toneel.admits().await.unwrap();
    assert_eq!((toneel.admitted().await, toneel.used().await), (1, 0));
    toneel.accept();
    assert_eq!(toneel.after_a_start().await, 0);
    assert_eq!((toneel.admitted().await, toneel.used().await), (1, 1));
}

#[tokio::test]
async fn an_admission_that_could_not_be_recorded_uses_nothing() {
    let toneel = Box::pin(Toneel::open()).await;
    toneel.refuse(&toneel.nummer);
    assert!(matches!(toneel.admits().await, Err(AppError::Storage(_))));
    toneel.after_a_start().await;
    assert_eq!((toneel.admitted().await, toneel.used().await), (0, 0));
    toneel.accept();
    toneel.admits().await.unwrap();
    assert_eq!(toneel.after_a_start().await, 0);
    assert_eq!((toneel.admitted().await, toneel.used().await), (1, 1));
}

#[tokio::test]
async fn a_declaration_is_not_used_again_when_the_letters_of_the_admission_fail() {
    let toneel = Box::pin(Toneel::open()).await;
    toneel.admits().await.unwrap();
    // The letters cannot be recorded: the file of the admission takes nothing more.
    toneel.refuse(&toneel.nummer);
    assert_ne!(toneel.after_a_start().await, 0);
    assert_eq!(toneel.used().await, 1);
    toneel.accept();
    assert_eq!(toneel.after_a_start().await, 0);
    assert_eq!(toneel.used().await, 1);
    assert!(toneel.kit.app.storage.unfinished(None, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_declaration_that_was_withdrawn_before_its_use_was_recorded_is_told_to_the_school_that_admitted_once()
 {
    let toneel = Box::pin(Toneel::open()).await;
    toneel.admits().await.unwrap();
    let granted = toneel.kit.dossier(&toneel.verklaring).await;
    let swv = granted.aanvragen[0].swv_organisatie();
    let today = toneel.kit.moment().vandaag;
    let decider = toneel.kit.as_at(Rol::Besluitnemer, &swv);
    let withdraw = TrekTlvIn {
        aanvraag: 1,
        per: today,
        reden: "Het kind gaat terug naar de basisschool.".to_owned(),
        gehoord: "De ouders en de school zijn het eens.".to_owned(),
        op: today,
        wijze: Bekendmakingswijze::Post,
    };
    let open = toneel.kit.app.open(&decider, &toneel.verklaring, toneel.kit.moment()).await.unwrap();
    open.doe(withdraw, Uitvoering::default()).await.unwrap();
    assert_eq!(toneel.after_a_start().await, 0);
    let told = async || {
        toneel.facts(&toneel.nummer, |fact| matches!(fact, Gebeurtenis::VerklaringVervallen(_))).await
    };
    assert_eq!((toneel.used().await, told().await), (0, 1));
    let turns = toneel.kit.dossier(&toneel.nummer).await.beurten();
    assert!(turns.iter().any(|turn| turn.zet == Zet::VerklaringNagaan && turn.is_open(today)));
    assert_eq!(toneel.after_a_start().await, 0);
    assert_eq!(told().await, 1, "and no round tells it again");
}
