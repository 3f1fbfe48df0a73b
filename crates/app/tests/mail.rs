//! Telling by e-mail that there is something new: off until somebody proves an address, once a day, tried again, and never a word
//! of what it is.

use std::sync::Arc;
use std::time::Duration;

use app::accounts::Aangemeld;
use app::dossiers::Uitvoering;
use app::mail::{Berichtkeuze, Mail, Mailronde};
use app::{AppError, Moment};
use base::{DossierNummer, PersoonId, dates};
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::aanmelding::opdracht::{OntvangInformatie, VraagInformatie};
use dossier::algemeen::correctie::Corrigeer;
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::MeldOverlijden;
use dossier::opdracht::Opdracht;
use storage::{Aangeschreven, Aankondiging, Append, Handeling, Mailkeuze, NewEvent, StreamId};
use teksten::Taal;
use testkit::{Brievenbus, TestApp};

#[path = "mail/besluiten.rs"]
mod besluiten;
#[path = "mail/herstel.rs"]
mod herstel;

/// Given a child that is registered, and a mail server.
struct Toneel {
    kit: TestApp,
    bus: Arc<Brievenbus>,
    nummer: DossierNummer,
}

impl Toneel {
    async fn open() -> Self {
        let (bus, weg) = Brievenbus::new();
        let kit = TestApp::sqlite().await.with_mail(weg);
        let nummer = kit.given(Verhaallijn::NetAangemeld).await;
        Self { kit, bus, nummer }
    }

    async fn ouder(&self) -> Aangemeld {
        let ouder = self.kit.ouder(&self.nummer).await.expect("a parent with a page");
        self.signed_in(&ouder.actor.persoon).await
    }

    async fn signed_in(&self, persoon: &PersoonId) -> Aangemeld {
        let moment = self.kit.moment();
        let token = self.kit.app.sign_in_as(persoon, moment).await.unwrap().token;
        self.kit.app.who(token.expose(), moment).await.unwrap().unwrap()
    }

    /// Somebody proves an address; the mail with the code.
    async fn chooses(&self, wie: &Aangemeld, adres: &str) -> Mail {
        let moment = self.kit.moment();
        self.kit.app.vraag_mailcode(wie, adres, Taal::Nl, moment).await.unwrap();
        let mail = self.round().await.remove(0);
        self.kit.app.bevestig_mailcode(wie, &code_in(&mail), moment).await.unwrap();
        mail
    }

    /// What came in with one round.
    async fn round(&self) -> Vec<Mail> {
        self.kit.app.send_mail(self.kit.moment()).await.unwrap();
        self.bus.leeg()
    }

    /// The same, later.
    async fn round_after(&self, pause: Duration) -> Vec<Mail> {
        self.kit.zet(self.kit.moment().at + pause);
        self.round().await
    }

    async fn does(&self, rol: Rol, opdracht: impl Into<Opdracht>) {
        let school = self.kit.dossier(&self.nummer).await.aanmeldingen[0].vestiging.organisatie();
        let kijker = self.kit.as_at(rol, &school);
        let moment = self.kit.moment();
        let uitvoering = Uitvoering::default();
        self.kit.app.execute(&kijker, moment, &self.nummer, vec![opdracht.into()], uitvoering).await.unwrap();
        let letters = self.kit.app.make_open_letters(moment).await.unwrap();
        assert!(letters.mislukt.is_empty(), "{:?}", letters.mislukt);
    }

    /// The school asks the parents for papers: their turn begins, and a letter is written to them.
    async fn asks(&self) {
        let tot_en_met = dates::plus_days(self.kit.moment().vandaag, 14).unwrap();
        let (wat, waarom) = (vec!["het rapport".into()], "om te zien wat nodig is".into());
        self.does(Rol::Ib, VraagInformatie { aanmelding: 1, wat, waarom, tot_en_met }).await;
    }
}

const QUIET: Duration = Duration::from_mins(10);
const DAY: Duration = Duration::from_hours(24);

fn code_in(mail: &Mail) -> String {
    let (_, code) = mail.tekst.split_once(": ").expect("a code");
    code.lines().next().unwrap_or_default().to_owned()
}

fn refused<T: std::fmt::Debug>(result: Result<T, AppError>) -> &'static str {
    match result {
        Err(AppError::Refused(refusal)) => refusal.veld.unwrap_or(refusal.code),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn nobody_is_told_who_did_not_choose_it_and_who_did_is_told_once() {
    let toneel = Toneel::open().await;
    toneel.asks().await;
    assert!(toneel.round_after(QUIET).await.is_empty(), "off by default");
    let ouder = toneel.ouder().await;
    toneel.chooses(&ouder, " Ouder@Thuis.Example ").await;
    toneel
        .does(
            Rol::Ib,
            OntvangInformatie {
                aanmelding: 1,
                op: toneel.kit.moment().vandaag,
                compleet: true,
                nog_nodig: String::new(),
            },
        )
        .await;
    toneel.asks().await;
    assert!(toneel.round().await.is_empty(), "it rests, so that an act and its letter are one notice");
    let [mail] = &toneel.round_after(QUIET).await[..] else { panic!("one mail") };
    assert_eq!(mail.aan, "ouder@thuis.example");
    assert_eq!(mail.onderwerp, "Er is iets nieuws op uw eigen pagina");
    assert!(mail.tekst.contains("https://leerrecht.example\n"), "{}", mail.tekst);
    assert!(toneel.round_after(QUIET).await.is_empty());
}

#[tokio::test]
async fn a_second_notice_of_a_day_comes_in_the_morning_after_it() {
    let toneel = Toneel::open().await;
    let ouder = toneel.ouder().await;
    toneel.chooses(&ouder, "ouder@thuis.example").await;
    toneel.asks().await;
    assert_eq!(toneel.round_after(QUIET).await.len(), 1);
    toneel
        .does(
            Rol::Ib,
            OntvangInformatie {
                aanmelding: 1,
                op: toneel.kit.moment().vandaag,
                compleet: true,
                nog_nodig: String::new(),
            },
        )
        .await;
    toneel.asks().await;
    assert!(toneel.round_after(QUIET).await.is_empty(), "one a day");
    let next = dates::plus_days(toneel.kit.moment().vandaag, 1).unwrap();
    let morning = dates::start_of_day_in_nl(next).unwrap() + Duration::from_hours(7);
    toneel.kit.zet(morning - Duration::from_secs(1));
    assert!(toneel.round().await.is_empty());
    toneel.kit.zet(morning);
    assert_eq!(toneel.round().await.len(), 1);
    assert!(toneel.round_after(DAY).await.is_empty(), "told is told");
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_again_with_growing_pauses_until_it_is_given_up() {
    let toneel = Toneel::open().await;
    let ouder = toneel.ouder().await;
    toneel.chooses(&ouder, "ouder@thuis.example").await;
    toneel.asks().await;
    toneel.bus.zet_weg(true);
    toneel.kit.zet(toneel.kit.moment().at + QUIET);
    let mut tries = Vec::new();
    let given_up = loop {
        let begun = toneel.kit.moment();
        let ronde = toneel.kit.app.send_mail(begun).await.unwrap();
        if ronde.opgegeven > 0 {
            break ronde;
        }
        assert_eq!(ronde.mislukt.len(), 1);
        let mut waited = Duration::ZERO;
        loop {
            assert_eq!(toneel.kit.app.send_mail(toneel.kit.moment()).await.unwrap(), Mailronde::default());
            let minute = Duration::from_mins(1);
            toneel.kit.zet(toneel.kit.moment().at + minute);
            waited += minute;
            let due = toneel.kit.app.storage.waiting_mail(toneel.kit.moment().at, 1).await.unwrap();
            if !due.is_empty() {
                break;
            }
        }
        tries.push(waited);
    };
    assert_eq!(given_up, Mailronde { opgegeven: 1, ..Mailronde::default() });
    assert!(tries.len() > 5 && tries.is_sorted(), "{tries:?}");
    assert!(tries.iter().sum::<Duration>() > 3 * DAY, "{tries:?}");
    toneel.bus.zet_weg(false);
    assert!(toneel.round_after(DAY).await.is_empty(), "what was given up is told no more");
}

#[tokio::test]
async fn a_mail_that_failed_comes_on_the_same_day_when_the_server_is_back() {
    let toneel = Toneel::open().await;
    let ouder = toneel.ouder().await;
    toneel.chooses(&ouder, "ouder@thuis.example").await;
    toneel.asks().await;
    toneel.bus.zet_weg(true);
    assert!(toneel.round_after(QUIET).await.is_empty());
    toneel.bus.zet_weg(false);
    assert!(toneel.round().await.is_empty(), "not at once");
    assert_eq!(toneel.round_after(QUIET).await.len(), 1);
}

#[tokio::test]
async fn after_the_death_of_the_child_nothing_is_sent_also_not_what_waited() {
    let toneel = Toneel::open().await;
    let ouder = toneel.ouder().await;
    toneel.chooses(&ouder, "ouder@thuis.example").await;
    toneel.asks().await;
    let op = toneel.kit.moment().vandaag;
    toneel.does_at_home(MeldOverlijden { wie: Overledene::Leerling, op }).await;
    assert!(toneel.round_after(DAY).await.is_empty());
}

#[tokio::test]
async fn when_the_death_was_a_mistake_the_family_hears_that_there_is_something_to_look_at() {
    let toneel = Toneel::open().await;
    let ouder = toneel.ouder().await;
    toneel.chooses(&ouder, "ouder@thuis.example").await;
    toneel.asks().await;
    let op = toneel.kit.moment().vandaag;
    toneel.does_at_home(MeldOverlijden { wie: Overledene::Leerling, op }).await;
    assert!(toneel.round_after(QUIET).await.is_empty());
    let death = toneel.kit.dossier(&toneel.nummer).await.versie;
    toneel
        .does_at_home(Corrigeer { volgnummer: death, waarom: "verkeerd kind".to_owned(), nieuw: None })
        .await;
    let [mail] = &toneel.round_after(QUIET).await[..] else { panic!("one mail") };
    assert_eq!(mail.aan, "ouder@thuis.example");
}

impl Toneel {
    /// By whoever keeps the data of the child.
    async fn does_at_home(&self, opdracht: impl Into<Opdracht>) {
        let dossier = self.kit.dossier(&self.nummer).await;
        let keeper = dossier.feiten[0].actor.organisatie.clone();
        let (kijker, moment) = (self.kit.as_at(Rol::Ib, &keeper), self.kit.moment());
        let uitvoering = Uitvoering::default();
        self.kit.app.execute(&kijker, moment, &self.nummer, vec![opdracht.into()], uitvoering).await.unwrap();
    }
}

#[tokio::test]
async fn a_colleague_is_told_of_work_for_their_role_and_whoever_did_it_is_not() {
    let toneel = Toneel::open().await;
    let school = toneel.kit.dossier(&toneel.nummer).await.aanmeldingen[0].vestiging.organisatie();
    let ib = toneel.signed_in(&toneel.kit.as_at(Rol::Ib, &school).actor.persoon).await;
    toneel.chooses(&ib, "ib@school.example").await;
    toneel.asks().await;
    assert!(toneel.round_after(DAY).await.is_empty(), "the turn of the parents is not theirs");
    let op = toneel.kit.moment().vandaag;
    toneel
        .does(
            Rol::Directie,
            OntvangInformatie { aanmelding: 1, op, compleet: true, nog_nodig: String::new() },
        )
        .await;
    let [mail] = &toneel.round_after(QUIET).await[..] else { panic!("one mail") };
    assert_eq!(mail.aan, "ib@school.example");
    toneel.asks().await;
    let op = toneel.kit.moment().vandaag;
    toneel
        .does(Rol::Ib, OntvangInformatie { aanmelding: 1, op, compleet: true, nog_nodig: String::new() })
        .await;
    assert!(toneel.round_after(DAY).await.is_empty(), "their own act is nothing new to them");
}

#[tokio::test]
async fn an_address_is_proved_by_its_code_alone() {
    let toneel = Toneel::open().await;
    let ouder = toneel.ouder().await;
    let (app, moment) = (&toneel.kit.app, toneel.kit.moment());
    let keuze = async || app.berichtkeuze(&ouder, moment).await.unwrap();
    assert_eq!(keuze().await, Berichtkeuze::default());
    assert_eq!(refused(app.bevestig_mailcode(&ouder, "K7QM-2XPA-9DRT-HW4C", moment).await), "code");
    let first = toneel.chooses(&ouder, "eerst@thuis.example").await;
    assert_eq!((first.aan.as_str(), first.onderwerp.as_str()), ("eerst@thuis.example", "Uw code"));
    assert_eq!(refused(app.bevestig_mailcode(&ouder, &code_in(&first), moment).await), "code", "works once");
    app.vraag_mailcode(&ouder, "daarna@thuis.example", Taal::Nl, moment).await.unwrap();
    let second = toneel.round().await.remove(0);
    let open = keuze().await;
    assert_eq!(open.adres.as_deref(), Some("eerst@thuis.example"), "until the other one is proved");
    assert_eq!(open.te_bevestigen.as_deref(), Some("daarna@thuis.example"));
    let colleague = toneel.signed_in(&toneel.kit.as_(Rol::Ib).actor.persoon).await;
    assert_eq!(refused(app.bevestig_mailcode(&colleague, &code_in(&second), moment).await), "code");
    let late = Moment::of(moment.at + Duration::from_hours(1));
    assert_eq!(refused(app.bevestig_mailcode(&ouder, &code_in(&second), late).await), "code");
    for _ in 0..5 {
        assert_eq!(refused(app.bevestig_mailcode(&ouder, "K7QM-2XPA-9DRT-HW4C", moment).await), "code");
    }
    assert_eq!(refused(app.bevestig_mailcode(&ouder, &code_in(&second), moment).await), "code", "guessed at");
    assert_eq!(keuze().await.te_bevestigen, None);
    app.stop_berichten(&ouder, None, moment).await.unwrap();
    assert_eq!(keuze().await, Berichtkeuze::default());
}

#[tokio::test]
async fn nobody_is_sent_codes_without_end() {
    let toneel = Toneel::open().await;
    let ouder = toneel.ouder().await;
    let (app, moment) = (&toneel.kit.app, toneel.kit.moment());
    let ask = async |wie: &Aangemeld, adres: &str, at| app.vraag_mailcode(wie, adres, Taal::Nl, at).await;
    assert!(ask(&ouder, "geen adres", moment).await.is_err());
    for _ in 0..5 {
        ask(&ouder, "buur@thuis.example", moment).await.unwrap();
    }
    assert_eq!(refused(ask(&ouder, "ander@thuis.example", moment).await), "te_veel_codes");
    let colleague = toneel.signed_in(&toneel.kit.as_(Rol::Ib).actor.persoon).await;
    assert_eq!(refused(ask(&colleague, "buur@thuis.example", moment).await), "te_veel_codes");
    let tomorrow = Moment::of(moment.at + DAY + Duration::from_secs(1));
    ask(&ouder, "ander@thuis.example", tomorrow).await.unwrap();
    // Whoever asks codes for an address of somebody else uses up none of theirs.
    for _ in 0..4 {
        ask(&ouder, &colleague.e_mail, tomorrow).await.unwrap();
    }
    for _ in 0..5 {
        ask(&colleague, &colleague.e_mail, tomorrow).await.unwrap();
    }
    assert_eq!(refused(ask(&colleague, &colleague.e_mail, tomorrow).await), "te_veel_codes");
    let without = TestApp::sqlite().await;
    let refusal = without.app.vraag_mailcode(&ouder, "ouder@thuis.example", Taal::Nl, moment).await;
    assert_eq!(refused(refusal), "geen_mail");
}

/// Everybody of the region is told, in each language: in no mail stands who or what there is.
#[tokio::test]
async fn no_mail_holds_a_name_or_number_of_the_region() {
    let toneel = Toneel::open().await;
    let storage = &toneel.kit.app.storage;
    let moment = toneel.kit.moment();
    let mut names = vec![toneel.nummer.to_string()];
    let mut wie = Vec::new();
    for lijn in [Verhaallijn::AanbodOpen, Verhaallijn::TlvGestart] {
        let dossier = toneel.kit.dossier(&toneel.kit.given(lijn).await).await;
        let leerling = dossier.leerling.as_ref().unwrap();
        names.extend([leerling.roepnaam.clone(), leerling.achternaam.clone(), dossier.nummer.to_string()]);
        names.extend(dossier.personen.iter().map(|persoon| persoon.naam.clone()));
        wie.extend(dossier.personen.iter().filter_map(|persoon| persoon.account.clone()));
    }
    for staff in toneel.kit.regio.medewerkers() {
        names.extend([staff.naam.clone(), staff.organisatie.to_string()]);
        wie.push(staff.account.clone());
    }
    names.extend(toneel.kit.regio.scholen.iter().map(|school| school.school.naam.clone()));
    wie.sort();
    wie.dedup();
    let log = Handeling {
        organisatie: None,
        at: moment.at,
        door: None,
        handeling: "bericht_aan".to_owned(),
        onderwerp: "iedereen".to_owned(),
        toelichting: String::new(),
    };
    for (nth, account) in wie.iter().enumerate() {
        let taal = if nth % 2 == 0 { Taal::Nl } else { Taal::En };
        assert!(storage.choose_taal(account, taal.code(), &log).await.unwrap(), "{account}");
        let e_mail = format!("nummer{nth}@thuis.example");
        let keuze = Mailkeuze { account: account.clone(), e_mail, sinds: moment.at, laatst: None };
        storage.choose_mail(&keuze, &log).await.unwrap();
    }
    let ib = toneel.kit.as_(Rol::Ib).actor;
    let event = NewEvent {
        event_type: "Proef".to_owned(),
        event_version: 1,
        on: moment.vandaag,
        holder: ib.organisatie.clone(),
        actor: storage::Actor { persoon: ib.persoon, rol: "ib".to_owned(), organisatie: ib.organisatie },
        by: None,
        payload: b"{}".to_vec(),
        blobs: Vec::new(),
    };
    let told = wie.iter().cloned().map(Aangeschreven::Persoon).collect();
    let stream = StreamId::dossier(&"2026-999999".parse().unwrap());
    let aankondiging = Aankondiging::Aan { wie: told, vanaf: moment.at };
    let append = Append { aankondiging, ..Append::new(stream, 0, moment.at, vec![event]) };
    storage.append(append).await.unwrap();
    let mails = toneel.round().await;
    assert_eq!(mails.len(), wie.len());
    assert!(mails.iter().any(|mail| mail.taal == Taal::En) && names.len() > 50, "{} names", names.len());
    for mail in mails {
        let whole = format!("{}\n{}", mail.onderwerp, mail.tekst);
        for name in names.iter().chain(&[mail.aan.clone(), "2026-".to_owned()]) {
            assert!(!whole.contains(name.as_str()), "{name}\n{whole}");
        }
    }
}

#[tokio::test]
async fn who_looked_already_gets_no_mail_of_what_was_seen() {
    let toneel = Toneel::open().await;
    let ouder = toneel.ouder().await;
    toneel.chooses(&ouder, "ouder@thuis.example").await;
    toneel.asks().await;
    toneel.kit.zet(toneel.kit.moment().at + Duration::from_mins(1));
    let kijker = toneel.kit.ouder(&toneel.nummer).await.expect("a parent with a page");
    let open = toneel.kit.app.open(&kijker, &toneel.nummer, toneel.kit.moment()).await.unwrap();
    open.toon(app::inzage::Doel::EigenPagina).await.unwrap();
    assert!(toneel.round_after(QUIET).await.is_empty(), "it was seen");
    // What comes after that look is told.
    let op = toneel.kit.moment().vandaag;
    toneel
        .does(Rol::Ib, OntvangInformatie { aanmelding: 1, op, compleet: true, nog_nodig: String::new() })
        .await;
    toneel.asks().await;
    assert_eq!(toneel.round_after(QUIET).await.len(), 1);
}
