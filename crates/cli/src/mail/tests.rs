//! Against a real server on this machine, of a few lines.

use std::sync::{Arc, Mutex};

use app::dossiers::Uitvoering;
use base::dates;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::aanmelding::opdracht::VraagInformatie;
use testkit::TestApp;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::*;

/// What came in: who it was for, and the mail as it went over the line.
type Ontvangen = Arc<Mutex<Vec<(String, String)>>>;

/// A server on this machine: it takes every mail, or says this to every sender.
struct Server {
    poort: u16,
    ontvangen: Ontvangen,
}

impl Server {
    async fn start(refuses: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let poort = listener.local_addr().unwrap().port();
        let ontvangen = Ontvangen::default();
        let kept = Arc::clone(&ontvangen);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, refuses, Arc::clone(&kept)));
            }
        });
        Self { poort, ontvangen }
    }

    fn all(&self) -> Vec<(String, String)> {
        self.ontvangen.lock().unwrap().clone()
    }
}

async fn answer(stream: TcpStream, refuses: Option<&'static str>, kept: Ontvangen) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 mail.example ESMTP\r\n").await?;
    let mut to = String::new();
    while let Some(line) = lines.next_line().await? {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let said = match (word.as_str(), refuses) {
            ("EHLO", _) => "250-mail.example\r\n250 8BITMIME",
            ("MAIL", Some(no)) => no,
            ("RCPT", _) => {
                to.clone_from(&line);
                "250 ok"
            }
            ("DATA", _) => {
                write.write_all(b"354 go on\r\n").await?;
                let mut mail = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    mail.push_str(&line);
                    mail.push('\n');
                }
                kept.lock().unwrap().push((to.clone(), mail));
                "250 taken"
            }
            ("QUIT", _) => "221 bye",
            _ => "250 ok",
        };
        write.write_all(format!("{said}\r\n").as_bytes()).await?;
    }
    Ok(())
}

fn instelling(text: &str) -> Mailinstelling {
    toml::from_str(text).unwrap()
}

fn local(poort: u16, tls: &str) -> Smtp {
    let text =
        format!("server = '127.0.0.1'\npoort = {poort}\ntls = '{tls}'\nafzender = 'leerrecht@swv.example'");
    Smtp::new(&instelling(&text)).unwrap()
}

fn mail(tekst: &str) -> Mail {
    Mail {
        aan: "ouder@thuis.example".to_owned(),
        onderwerp: "Er is iets nieuws".to_owned(),
        tekst: tekst.to_owned(),
        taal: teksten::Taal::Nl,
    }
}

fn noon() -> Timestamp {
    "2026-11-25T12:00:00Z".parse().unwrap()
}

#[tokio::test]
async fn a_mail_comes_in_as_it_was_written_and_says_that_a_program_wrote_it() {
    let server = Server::start(None).await;
    local(server.poort, "geen").send(&mail("Log in.\n.\nDag.\n"), noon()).await.unwrap();
    let [(to, text)] = &server.all()[..] else { panic!("one mail") };
    assert_eq!(to, "RCPT TO:<ouder@thuis.example>");
    for line in [
        "From: leerrecht@swv.example",
        "To: ouder@thuis.example",
        "Subject: Er is iets nieuws",
        "Date: Wed, 25 Nov 2026 12:00:00 +0000",
        "Auto-Submitted: auto-generated",
        "Content-Language: nl",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(text.contains("@swv.example>\n"), "its number is of the sender, not of this machine: {text}");
    assert!(text.trim_end().ends_with("\n\nLog in.\n..\nDag."), "a lone point ends no mail: {text}");
}

#[tokio::test]
async fn without_a_safe_connection_nothing_goes_out() {
    let server = Server::start(None).await;
    let failed = local(server.poort, "starttls").send(&mail("Dag."), noon()).await;
    assert_eq!(failed, Err(MailFout::Onveilig));
    assert!(local(server.poort, "tls").send(&mail("Dag."), noon()).await.is_err());
    assert!(server.all().is_empty());
}

#[tokio::test]
async fn what_a_server_refuses_is_told_by_its_code_alone() {
    let server = Server::start(Some("451 4.7.1 later, ouder@thuis.example")).await;
    let failed = local(server.poort, "geen").send(&mail("Dag."), noon()).await.unwrap_err();
    assert_eq!(failed, MailFout::Geweigerd(451));
    assert!(!failed.to_string().contains('@'));
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    assert_eq!(local(nobody, "geen").send(&mail("Dag."), noon()).await, Err(MailFout::Onbereikbaar));
    let nonsense = Mail { aan: "a\r\nBcc: b@x.example".to_owned(), ..mail("Dag.") };
    assert_eq!(local(nobody, "geen").send(&nonsense, noon()).await, Err(MailFout::Onleesbaar));
}

#[test]
fn settings_that_are_not_safe_or_not_whole_are_refused() {
    let begin = "server = 'smtp.example'\nafzender = 'leerrecht@swv.example'\n";
    assert!(Smtp::new(&instelling(begin)).is_ok(), "starttls without an account");
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("wachtwoord");
    let user = format!("{begin}gebruiker = 'leerrecht'\nwachtwoordbestand = '{}'\n", file.display());
    let refused = |text: &str| Smtp::new(&instelling(text)).err().map(|exit| exit.tekst).unwrap_or_default();
    assert!(refused(&user).contains("is niet te lezen"));
    std::fs::write(&file, "\n").unwrap();
    assert!(refused(&user).contains("is leeg"));
    std::fs::write(&file, "heel geheim\n").unwrap();
    assert_eq!(refused(&user), "");
    assert!(refused(&format!("{begin}gebruiker = 'leerrecht'\n")).contains("allebei"));
    assert!(refused(&format!("{begin}tls = 'geen'\n")).contains("op deze computer"));
    assert!(refused("server = 'smtp.example'\nafzender = 'leerrecht'\n").contains("afzender"));
    assert!(toml::from_str::<Mailinstelling>(&format!("{begin}wachtwoord = 'x'\n")).is_err());
}

/// The whole road: chosen by a parent with the code that came in, told once of a letter and a turn, without a word of what it is.
#[tokio::test]
async fn a_parent_who_chose_it_gets_one_mail_that_tells_nothing() {
    let server = Server::start(None).await;
    let weg = Mailweg {
        server: Arc::new(local(server.poort, "geen")),
        webadres: Some("https://leerrecht.swv.example".to_owned()),
    };
    let kit = TestApp::sqlite().await.with_mail(weg);
    let nummer = kit.given(Verhaallijn::NetAangemeld).await;
    let ouder = kit.ouder(&nummer).await.expect("a parent with a page");
    let moment = kit.moment();
    let token = kit.app.sign_in_as(&ouder.actor.persoon, moment).await.unwrap().token;
    let wie = kit.app.who(token.expose(), moment).await.unwrap().unwrap();
    kit.app.vraag_mailcode(&wie, "ouder@thuis.example", teksten::Taal::En, moment).await.unwrap();
    kit.app.send_mail(moment).await.unwrap();
    let (_, sent) = server.all().remove(0);
    let (_, code) = sent.split_once("Your code is: ").expect("a code");
    kit.app.bevestig_mailcode(&wie, code.lines().next().unwrap(), moment).await.unwrap();

    let before = kit.dossier(&nummer).await;
    let school = before.aanmeldingen[0].vestiging.organisatie();
    let ask = VraagInformatie {
        aanmelding: 1,
        wat: vec!["het laatste rapport".into()],
        waarom: "om te zien wat nodig is".into(),
        tot_en_met: dates::plus_days(moment.vandaag, 14).unwrap(),
    };
    let ib = kit.as_at(Rol::Ib, &school);
    kit.app.execute(&ib, moment, &nummer, vec![ask.into()], Uitvoering::default()).await.unwrap();
    assert_eq!(kit.app.make_open_letters(moment).await.unwrap().gemaakt, 1);
    assert_eq!(kit.app.send_mail(moment).await.unwrap().verstuurd, 0, "an act and its letter are one notice");
    kit.zet(moment.at + Duration::from_mins(10));
    assert_eq!(kit.app.send_mail(kit.moment()).await.unwrap().verstuurd, 1);
    let all = server.all();
    assert_eq!(all.len(), 2);
    let (to, text) = &all[1];
    assert_eq!(to, "RCPT TO:<ouder@thuis.example>");
    assert!(text.contains("https://leerrecht.swv.example"), "{text}");
    let leerling = before.leerling.as_ref().unwrap();
    let secret = [nummer.as_str(), leerling.roepnaam.as_str(), leerling.achternaam.as_str()];
    let schools = before.aanmeldingen.iter().map(|aanmelding| aanmelding.schoolnaam.as_str());
    for word in secret.into_iter().chain(schools).chain(["rapport", "aanmelding", "dossier"]) {
        assert!(!text.contains(word), "{word}\n{text}");
    }
}

/// A registration by the open form: its link goes over the line, and by it alone it comes to the school.
#[tokio::test]
async fn a_registration_by_the_open_form_is_confirmed_by_the_link_that_came_in() {
    let server = Server::start(None).await;
    let weg = Mailweg {
        server: Arc::new(local(server.poort, "geen")),
        webadres: Some("https://leerrecht.swv.example".to_owned()),
    };
    let kit = TestApp::sqlite().await.with_mail(weg);
    let moment = kit.moment();
    let written = app::buiten::Geschreven {
        naam: "mevrouw O. IJsbeer".to_owned(),
        e_mail: "o@ijsbeer.example".to_owned(),
        taal: "nl".to_owned(),
        op: moment.vandaag,
        velden: [("roepnaam".to_owned(), "Pim".to_owned())].into(),
    };
    let (school, address) = (kit.school().school.vestiging.clone(), app::lijst::Digest::of(b"address"));
    kit.app.schrijf_van_buiten(&school, written, &address, moment).await.unwrap();
    kit.app.send_mail(moment).await.unwrap();
    let (to, text) = server.all().remove(0);
    assert_eq!(to, "RCPT TO:<o@ijsbeer.example>");
    // A long line comes in pieces, as mail does.
    let whole = text.replace("=\n", "");
    assert!(!whole.contains("Pim") && !whole.contains("IJsbeer"), "{whole}");
    let link = whole.split("/aanmelden-bij-een-school/").nth(1).expect("a link");
    let token: String = link.chars().take_while(char::is_ascii_hexdigit).collect();
    let ib = kit.as_at(Rol::Ib, &school.organisatie());
    assert_eq!(kit.app.aantal_van_buiten(&ib, moment).await.unwrap(), 0);
    kit.app.bevestig_van_buiten(&token, moment).await.unwrap();
    assert_eq!(kit.app.aantal_van_buiten(&ib, moment).await.unwrap(), 1);
}
