//! What an act brings about in another file: a child is admitted with a declaration that stands in the file of another school, and
//! is told as admitted whatever happens there; the use of the declaration is never lost.

use std::sync::Arc;

use app::aanmelden::{NieuwKind, NieuweAanmelding, NieuweOuder};
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::inzage::Inzagelijst;
use app::{App, AppError};
use base::{Date, DossierNummer};
use demo::dossiers::Verhaallijn;
use dossier::aanmelding::afloop::LaatToe;
use dossier::aanmelding::opdracht::StelBehoefteVast;
use dossier::aanmelding::verklaring::ToonVerklaring;
use dossier::beurt::Zet;
use dossier::leven::feiten::Contactgegevens;
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::opdracht::Opdracht;
use dossier::soort::Bekendmakingswijze;
use dossier::soort::Relatie;
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::toegang::Kijker;
use dossier::{Dossier, Gebeurtenis, Rol};
use storage::Page;
use storage_sql::testing::{accept_facts, refuse_facts};
use teksten::Taal;
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
        Box::pin(Self::where_secret(false)).await
    }

    /// The same; in the file of the school that admits it can be secret from somebody where the child is.
    async fn where_secret(geheim: bool) -> Self {
        let kit = TestApp::sqlite().await;
        let verklaring = loop {
            let nummer = kit.given(Verhaallijn::TlvVerleendBekend).await;
            if kit.ouder(&nummer).await.is_some() {
                break nummer;
            }
        };
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
        if geheim {
            let bron = "een veilige opvang".to_owned();
            toneel.does(ZetGeheimhouding { geheim, voor_personen: vec![1], bron }).await.unwrap();
        }
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

/// What stands of an admission in the file of the declaration: every fact, every line that a parent there reads of it with who recorded it, and
/// who looked.
async fn told_at_the_declaration(toneel: &Toneel) -> String {
    let kit = &toneel.kit;
    let dossier = kit.dossier(&toneel.verklaring).await;
    let facts = dossier
        .geldende_feiten()
        .filter(|(_, fact)| matches!(fact, Gebeurtenis::TlvGebruikt(_) | Gebeurtenis::EldersToegelaten(_)));
    let facts: Vec<String> = facts.map(|(_, fact)| format!("{fact:?}")).collect();
    let parent = kit.ouder(&toneel.verklaring).await.expect("a parent with a page");
    let open = kit.app.open(&parent, &toneel.verklaring, kit.moment()).await.unwrap();
    let lines: Vec<String> = open
        .beeld()
        .tijdlijn
        .iter()
        .map(|regel| format!("{} {:?}", Taal::Nl.zeg(&regel.tekst), regel.door))
        .collect();
    let looked = open.meekijkers(&Inzagelijst::default(), Page::first(100)).await.unwrap();
    let looked: Vec<String> =
        looked.rows.iter().map(|row| format!("{} {}", row.naam, Taal::Nl.zeg(&row.organisatie))).collect();
    [facts.join("\n"), lines.join("\n"), looked.join("\n")].join("\n")
}

/// Given a child whose places are secret from somebody at the school that admits it; then its other file names neither that school nor who
/// works there, and the school that it leaves knows that something is secret. Where nothing is secret, the school is named.
#[tokio::test]
async fn what_is_secret_in_one_file_names_no_school_in_another() {
    for geheim in [false, true] {
        let toneel = Box::pin(Toneel::where_secret(geheim)).await;
        let kit = &toneel.kit;
        let school =
            kit.app.organisatie_naam(&toneel.ib.actor.organisatie, kit.moment().vandaag).await.unwrap();
        let account = kit.app.storage.account(&toneel.ib.actor.persoon).await.unwrap().expect("an account");
        toneel.admits().await.unwrap();
        assert_eq!(toneel.after_a_start().await, 0);
        assert_eq!(toneel.used().await, 1, "{geheim}");
        let told = told_at_the_declaration(&toneel).await;
        let code = toneel.ib.actor.organisatie.vestiging().unwrap().to_string();
        assert!(!told.contains(&account.naam), "{geheim}: {told}");
        for names in [&school, &code] {
            assert_eq!(told.contains(names.as_str()), !geheim, "{names}: {told}");
        }
        assert!(told.contains("op een andere school"), "{told}");
        // The school that the child leaves still has to deregister it, and knows to whom it says nothing.
        let dossier = kit.dossier(&toneel.verklaring).await;
        let turns = dossier.beurten();
        let leaves = turns.iter().find(|turn| turn.zet == Zet::UitschrijvenNaarAndereSchool);
        assert_eq!(leaves.and_then(|turn| turn.uiterlijk), Some(toneel.per));
        let there = kit.as_at(Rol::Ib, &dossier.aanvragen[0].vestiging.organisatie());
        let open = kit.app.open(&there, &toneel.verklaring, kit.moment()).await.unwrap();
        assert_eq!(open.beeld().elders_geheim, geheim);
        // And a second round uses it no second time.
        assert_eq!(toneel.after_a_start().await, 0);
        assert_eq!(toneel.used().await, 1);
    }
}
