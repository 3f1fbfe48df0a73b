//! A real region without the demo: the manual for administrators, typed as it stands, from an empty database to a
//! declaration with its number in the register, and the backup restored. And the demo, as far as what only the whole
//! program can show: a parent reads a letter that was really typeset.

mod bladzijde;
mod browser;
mod demo;
mod handleiding;
mod programma;

use base::{Date, Schooljaar, Timestamp, today_in_nl};
use browser::Browser;
use programma::{Afloop, Programma, public_file, with};
use serde_json::{Value, json};
use storage_sql::testing::Home;

/// What everybody here chooses.
const PASSWORD: &str = "de ijsvogel duikt diep";
/// The sample of a dossier that a school sends.
const SAMPLE: &str = "Voorbeelddossier_PaO_POSWV_full.xml";
/// The one request.
const REQUEST: &str = "/kind/2026-000001/aanvraag/1";

/// The people of the manual, at their browsers.
struct Mensen {
    ib: Browser,
    loket: Browser,
    deskundigen: [Browser; 2],
    besluitnemer: Browser,
    directeur: Browser,
}

#[expect(clippy::disallowed_methods, reason = "the program that is tested reads the same clock")]
fn today() -> Date {
    today_in_nl(Timestamp::now())
}

#[tokio::test]
async fn the_files_of_the_whole_country_can_be_tried() {
    let programma = Programma::installed(Home::sqlite()).await;
    let Some(first) = import_command(&programma, "pc4-swv", <[u8]>::to_vec) else { return };
    let before = programma.run(&with(&first, &["--proef"]));
    assert_eq!(before.code, Some(4), "a trial makes no database: {}", before.out);
    for command in handleiding::commands("organisatie maak --soort swv") {
        assert_eq!(programma.run(&command).code, Some(0));
    }
    let expected = [
        ("pc4-swv", 4070, 3),
        ("duo-vestigingen", 6107, 0),
        ("duo-leerlingen", 9737, 0),
        ("duo-geo", 8717, 95),
    ];
    for (soort, gelezen, onbruikbaar) in expected {
        let Some(command) = import_command(&programma, soort, <[u8]>::to_vec) else { return };
        let bruikbaar = gelezen - onbruikbaar;
        let trial = with(&command, &["--proef"]);
        assert_eq!(counts(&programma, &trial), [gelezen, bruikbaar, 0, 0, 0, onbruikbaar], "{soort}");
    }
}

#[tokio::test]
async fn a_region_starts_from_the_manual_on_sqlite() {
    start_region(Home::sqlite()).await;
}

#[tokio::test]
async fn a_region_starts_from_the_manual_on_postgresql() {
    let Some(home) = Home::postgres() else { return };
    start_region(home).await;
}

#[tokio::test]
async fn who_corrects_the_name_of_a_school_keeps_what_else_is_known_of_it() {
    let programma = Programma::installed(Home::sqlite()).await;
    let words = |text: &str| text.split(' ').map(ToOwned::to_owned).collect::<Vec<_>>();
    let swv = programma.run(&words("organisatie maak --soort swv --code PO2401 --naam Vogelverband"));
    assert_eq!(swv.code, Some(0), "{}", swv.err);
    let school = "organisatie maak --soort school --code 97ZZ00";
    let whole = "--naam Ijsvogel --schoolsoort so --openbaar --bestuur 40631 --swv PO2401 --adres Snavelstraat-1 \
                 --postcode 1315AB --plaats Almere --telefoon 036-1";
    let said = programma.run(&words(&format!("{school} {whole}")));
    assert_eq!((said.code, said.out.contains("bleef")), (Some(0), false), "{}{}", said.out, said.err);
    let before = entered(&programma);
    let said = programma.run(&words(&format!("{school} --naam IJsvogel")));
    assert_eq!((said.code, said.out.contains("bleef zoals het was")), (Some(0), true), "{}", said.err);
    let after = entered(&programma);
    assert_eq!(after["naam"], "IJsvogel");
    assert_eq!(without_name(before), without_name(after));
    programma.json(&words(&format!("{school} --naam IJsvogel --openbaar=nee --plaats Lelystad")));
    let changed = entered(&programma);
    assert_eq!(changed["openbaar"], false);
    assert_eq!([&changed["plaats"], &changed["schoolsoort"]], ["Lelystad", "so"]);

    let refused = |text: &str| {
        let said = programma.run(&words(text));
        assert_eq!(said.code, Some(2), "{text}: {}{}", said.out, said.err);
        said.err
    };
    let unknown = refused(&format!("{school} --naam IJsvogel --swv PO0001"));
    assert!(unknown.contains("PO0001 is hier nog niet bekend"), "{unknown}");
    let said = programma.run(&words(&format!("--json {school} --naam IJsvogel --swv PO0001")));
    let refusal: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, &refusal["einde"]), (Some(2), &json!(2)));
    assert!(refusal["fout"].as_str().unwrap().contains("PO0001 is hier nog niet bekend"), "{refusal}");
    let lost = refused("organisatie maak --soort swv --code PO2401 --naam Vogelverband --telefoon 036-2");
    assert!(lost.contains("--telefoon"), "{lost}");
    assert_eq!(entered(&programma), changed);
}

/// What is entered of the school, as the database has it.
fn entered(programma: &Programma) -> Value {
    let file = programma.database_file().unwrap();
    serde_json::from_str(&storage_sql::testing::entered(&file, "school/97ZZ00")).unwrap()
}

fn without_name(mut school: Value) -> Value {
    school["naam"] = Value::Null;
    school
}

async fn start_region(home: Home) {
    let programma = Programma::installed(home).await;
    let Some(sample) = public_file(SAMPLE) else { return };
    if make_region(&programma).is_none() {
        return;
    }
    let links = make_accounts(&programma);
    let dienst = programma.serve();
    let (status, health) = Browser::fetch(&dienst.host, "/gezondheid", "application/json");
    assert!(status == 200 && health.contains(r#""status":"goed""#), "{status} {health}");

    let mut mensen = sign_in(&dienst.host, &links);
    let sample = std::fs::read_to_string(sample).unwrap();
    take_over(&programma, &mut mensen.ib, &testkit::oso::rewritten(&sample, today()));
    request(&mut mensen.ib);
    advise(&mut mensen.loket, &mut mensen.deskundigen);
    adopt_policy(&mut mensen.directeur);
    decide(&mut mensen.besluitnemer);
    mensen.loket.go("/vandaag").click("Register").sees("2026-00001").sees("Sam de Zonnevis");

    assert_eq!(dienst.stop(), Some(0), "the program ends well when it is told to stop");
    back_up_and_restore(&programma).await;
}

/// The command of the manual for a file, with what the test keeps of that file where the manual looks for it.
fn import_command(
    programma: &Programma,
    soort: &str,
    keep: impl Fn(&[u8]) -> Vec<u8>,
) -> Option<Vec<String>> {
    let command = handleiding::commands(&format!("importeer {soort} ")).pop().unwrap();
    let name = command.last().unwrap();
    let bytes = std::fs::read(public_file(name)?).unwrap();
    std::fs::write(programma.path(name), keep(&bytes)).unwrap();
    Some(command)
}

fn counts(programma: &Programma, command: &[String]) -> [u64; 6] {
    let report = programma.json(command);
    let unusable = u64::try_from(report["onbruikbaar"].as_array().unwrap().len()).unwrap();
    let count = |name: &str| report[name].as_u64().unwrap();
    let [read, new, changed] = ["gelezen", "nieuw", "gewijzigd"].map(count);
    let [same, lapsed] = ["ongewijzigd", "vervallen"].map(count);
    [read, new, changed, same, lapsed, unusable]
}

/// Chapter 3: partnerships and schools.
fn make_region(programma: &Programma) -> Option<()> {
    for command in handleiding::commands("organisatie maak --soort swv") {
        let made = programma.run(&command);
        assert!(made.code == Some(0) && made.out.contains("is vastgelegd."), "{}{}", made.out, made.err);
    }
    let whole = import_command(programma, "pc4-swv", <[u8]>::to_vec)?;
    import_once(programma, &whole, 4070, 3);
    let lines = |marker: &'static str| move |file: &[u8]| lines_with(file, marker.as_bytes());
    import_once(programma, &import_command(programma, "duo-vestigingen", lines(";0034;ALMERE;"))?, 74, 0);
    import_once(programma, &import_command(programma, "duo-leerlingen", lines(";34;ALMERE;"))?, 116, 0);
    import_once(programma, &import_command(programma, "duo-geo", features_of_almere)?, 104, 0);
    let made = programma.json(&handleiding::command("organisatie maak --soort school"));
    assert_eq!(made, json!({ "organisatie": "school/99ZZ00" }));
    Some(())
}

/// A trial run writes nothing, the import takes over what is usable, and once more changes nothing.
fn import_once(programma: &Programma, command: &[String], read: u64, unusable: u64) {
    let first = [read, read - unusable, 0, 0, 0, unusable];
    assert_eq!(counts(programma, &with(command, &["--proef"])), first, "{command:?} as a trial");
    assert_eq!(counts(programma, command), first, "{command:?}");
    assert_eq!(counts(programma, command), [read, 0, 0, read - unusable, 0, unusable], "{command:?} again");
}

/// The header and the lines of one municipality: the whole country would take the tests minutes.
fn lines_with(file: &[u8], marker: &[u8]) -> Vec<u8> {
    let lines = file.split_inclusive(|byte| *byte == b'\n').enumerate();
    let kept = lines.filter(|(nr, line)| *nr == 0 || line.windows(marker.len()).any(|part| part == marker));
    kept.flat_map(|(_, line)| line).copied().collect()
}

/// The same of the map, on which each school is a line.
fn features_of_almere(file: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(file).unwrap();
    let (head, rest) = text.split_once("\"features\": [").unwrap();
    let here = rest.lines().filter(|line| line.contains("\"gemeente\": \"ALMERE\""));
    let kept: Vec<&str> = here.map(|line| line.trim_end_matches(',')).collect();
    format!("{head}\"features\": [\n{}\n]\n}}\n", kept.join(",\n")).into_bytes()
}

/// Chapter 4: who gets access. Each with the path of the link by which a password is chosen.
fn make_accounts(programma: &Programma) -> Vec<(String, String)> {
    let commands = handleiding::commands("account maak");
    let links = commands.iter().map(|command| {
        let path = path_of(&programma.json(command)["link"]);
        let at = command.iter().position(|word| word == "--e-mail").unwrap();
        (command[at + 1].clone(), path)
    });
    let mut links: Vec<(String, String)> = links.collect();
    // The same person once more: the role that is there stays the only one, and nobody else gets it by a slip.
    let again = programma.run(&commands[0]);
    assert!(
        again.code == Some(0) && again.out.contains("Er is niets gewijzigd"),
        "{}{}",
        again.out,
        again.err
    );
    let other: Vec<String> =
        commands[0].iter().map(|word| word.replace("M. Zonnedauw", "T. Tureluur")).collect();
    let other = programma.run(&other);
    assert!(other.code == Some(2) && other.err.contains("op naam van M. Zonnedauw"), "{}", other.err);
    let renew = ["account", "link", "--e-mail", &links[0].0].map(str::to_owned);
    links[0].1 = path_of(&programma.json(&renew)["link"]);
    links
}

/// The link as the settings of the manual have it, without the place where the program really answers.
fn path_of(link: &Value) -> String {
    link.as_str().unwrap().strip_prefix("https://leerrecht.swv.example").unwrap().to_owned()
}

fn sign_in(host: &str, links: &[(String, String)]) -> Mensen {
    let mut people = links.iter().map(|(e_mail, path)| {
        let mut browser = Browser::new(host);
        let twice = [("wachtwoord", PASSWORD), ("nogmaals", PASSWORD)];
        // In at once, and in again by what was chosen.
        browser.go(path).press("Wachtwoord kiezen", &twice).press("Uitloggen", &[]).sees("U bent uitgelogd.");
        browser.press("Inloggen", &[("e_mail", e_mail), ("wachtwoord", PASSWORD)]);
        browser
    });
    let mut next = || people.next().unwrap();
    let (ib, mut administrator, loket) = (next(), next(), next());
    administrator.sees("Mensen met toegang").sees("K. Fuut");
    Mensen { ib, loket, deskundigen: [next(), next()], besluitnemer: next(), directeur: next() }
}

/// Chapter 6: the dossier of the school, by the key that its person activates.
fn take_over(programma: &Programma, ib: &mut Browser, dossier: &str) {
    std::fs::write(programma.path("dossier.xml"), dossier).unwrap();
    let key = programma.json(&handleiding::command("sleutel maak"));
    assert_eq!(key["actief"], false);
    let key = key["sleutel"].as_str().unwrap();
    let import = |words: &[String]| Afloop::of(programma.command(words).env("LEERRECHT_SLEUTEL", key));
    let commands = handleiding::commands("importeer oso");
    let asleep = import(&commands[0]);
    assert!(asleep.code == Some(2) && asleep.err.contains("nog niet aangezet"), "{}", asleep.err);

    ib.go("/vandaag").click("Sleutels").sees("intern begeleider bij Basisschool De Ark");
    ib.press("'OSO overnemen' aanzetten", &[]).sees("werkt tot");
    let trial = import(&with(&commands[0], &["--json"])).json();
    assert_eq!((&trial["dossier"], &trial["akkoord"]), (&json!(null), &json!(false)));
    // The sample has the child enrolled in 2005, long before the birth of this one.
    assert!(trial["meldingen"].to_string().contains("voor de geboorte"), "{trial}");
    let done = import(&with(&commands[1], &["--json"])).json();
    assert_eq!((&done["dossier"], &done["aanvraag"]), (&json!("2026-000001"), &json!(1)));
    assert_eq!(done["bijlagen"], 14);
    let twice = import(&commands[1]);
    assert!(twice.code == Some(2) && twice.err.contains("--nieuw"), "{}", twice.err);
}

/// The school completes its request and sends it.
fn request(ib: &mut Browser) {
    let year = Schooljaar::of(today());
    let period = format!("van {} tot en met {}", year.first_day(), year.next().last_day());
    ib.go("/vandaag").click("De aanvraag afmaken");
    let asked = [("gevraagde_categorie", "categorie 1 (laag)"), ("gevraagde_periode", period.as_str())];
    ib.press("Bewaren", &asked).sees("Er ontbreekt nog 1 punt");
    let said = [
        ("persoon-1", "Wij willen een rustige plek.", "ja"),
        ("persoon-2", "Dat vind ik ook.", "ja"),
        ("leerling", "Ik wil een rustige klas.", "geen"),
    ];
    for (van, tekst, eens) in said {
        ib.click("Vastleggen wat ouders of leerling zeggen");
        ib.press("Vastleggen", &[("van", van), ("tekst", tekst), ("eens", eens), ("papier", "ja")]);
    }
    ib.sees("Alles is ingevuld").press("Versturen", &[]).sees("Klopt alles?");
    ib.press("Versturen", &[]).sees("compleet verzonden");
}

fn advise(loket: &mut Browser, deskundigen: &mut [Browser; 2]) {
    loket.go("/vandaag").click("Twee deskundigen om advies vragen").click("Deskundigen om advies vragen");
    for (persoon, discipline) in loket.choices("persoon").iter().zip(["orthopedagoog", "pedagoog"]) {
        loket.press("Vraag om advies", &[("persoon", persoon), ("discipline", discipline)]);
    }
    loket.sees("A. Aalscholver").sees("orthopedagoog").sees("T. Tureluur");
    let last_day = Schooljaar::of(today()).next().last_day().to_string();
    for deskundige in &mut *deskundigen {
        deskundige.go("/vandaag").click("Advies geven").sees("Stukken uit het overgenomen dossier");
        deskundige.opens_document().click("Advies geven");
        let advies = [
            ("uitkomst", "toelaatbaar"),
            ("categorie", "1"),
            ("tot_en_met", last_day.as_str()),
            ("tekst", "Sam heeft rust en een kleine groep nodig."),
        ];
        deskundige.press("Advies geven", &advies);
    }
    deskundigen[1].sees("klaar voor besluit");
}

/// Nothing is made known without an address for objections, and the director settles that.
fn adopt_policy(directeur: &mut Browser) {
    let beleid = [
        ("postadres", "Postbus 12, 1300 AA Almere"),
        ("onafhankelijke_deskundigen", "nee"),
        ("waarom", "De eerste versie."),
    ];
    directeur.go("/beleid").press("Beleid vaststellen", &beleid).sees("Het beleid is vastgesteld");
}

fn decide(besluitnemer: &mut Browser) {
    besluitnemer.go("/vandaag").click("Beslissen op de aanvraag").click("Beslissen");
    let besluit = [
        ("uitspraak", "verleen"),
        ("reden_besluit", "Sam heeft een kleine groep nodig; hier is die niet."),
        ("eerder", "De ouders belden: zij zijn het eens."),
    ];
    besluitnemer.press("Besluit vastleggen", &besluit).sees("verleend, nog bekend te maken");
    besluitnemer.click("Het besluit bekendmaken").press("Bekendmaken", &[]);
    besluitnemer.go(REQUEST).sees("Nummer 2026-00001").sees("Bekendgemaakt");
}

/// Chapters 7 and 8: data and key ring apart, into another empty database, and every seal verified.
async fn back_up_and_restore(programma: &Programma) {
    let seals = with(&handleiding::command("verifieer"), &[]);
    let seals: Vec<String> =
        seals.iter().map(|word| word.replace("/var/lib/leerrecht", &programma.path(""))).collect();
    let verified = programma.json(&seals);
    assert_eq!(verified["fouten"], json!([]));
    assert!(verified["zegels"].as_u64() >= Some(1), "{verified}");
    assert_eq!(verified["zegelbestand"], json!(true), "the file of the settings is compared with");
    assert!(verified["verzegeld_op"].is_string(), "{verified}");
    assert!(verified["lijsten_vergeleken"].as_u64() >= Some(1), "{verified}");

    let (data, ring) = (programma.path("gegevens.kopie"), programma.path("bos.sleutelbos"));
    let saved = programma.json(&["backup".to_owned(), data.clone()]);
    programma.json(&["backup".to_owned(), "--sleutelbos".to_owned(), ring.clone()]);
    assert_eq!(saved["gebeurtenissen"], verified["gebeurtenissen"]);

    let elsewhere = programma.empty_database().await;
    let key = programma.path("hersteld.sleutel");
    let there = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        let words = with(&words, &["--database", elsewhere.address(), "--json"]);
        Afloop::of(programma.command(&words).env("LEERRECHT_INSTANTIESLEUTEL", &key))
    };
    // What does not belong together leaves nothing, and says so before anything is there.
    for (copy, with_ring) in [(&data, &data), (&ring, &ring), (&key, &ring)] {
        let refused = there(&["herstel", copy, "--sleutelbos", with_ring]);
        assert_eq!(refused.code, Some(2), "{copy} with {with_ring}");
        let is_file = elsewhere.address().starts_with("sqlite:");
        assert!(!is_file || !std::path::Path::new(&key).exists(), "a refused restore leaves no key");
    }
    assert_eq!(saved["in_logboek"], json!(true), "its line is there");
    let mut restored = saved.clone();
    restored.as_object_mut().unwrap().remove("in_logboek");
    restored["nummers_overgeslagen"] = json!(1_000);
    let (done, copy) = ("--sleutelbos", std::fs::File::open(&data).unwrap());
    let words = ["herstel", "-", done, &ring];
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    let words = with(&words, &["--database", elsewhere.address(), "--json"]);
    let mut command = programma.command(&words);
    let from_outside = Afloop::of(command.env("LEERRECHT_INSTANTIESLEUTEL", &key).stdin(copy)).json();
    restored["links_gesloten"] = from_outside["links_gesloten"].clone();
    assert_eq!(from_outside, restored);
    assert_eq!(there(&["verifieer"]).json()["fouten"], json!([]));
    assert_eq!(there(&["herstel", &data, "--sleutelbos", &ring]).code, Some(2), "it is not empty any more");
}
