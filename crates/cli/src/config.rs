//! Settings: command line, then environment, then file, then the default. Read once, here.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::args::Args;
use crate::clamav::Clamav;
use crate::exit::{Exit, os_reason, quoted};
use crate::mail::Mailinstelling;
use crate::uitvoer::warn;

/// Where the program answers when nothing else is said.
pub(crate) const DEFAULT_ADDRESS: &str = "127.0.0.1:7400";

/// Most minutes between two seals: a day.
const MOST_MINUTES: u64 = 24 * 60;

/// The file, as an administrator writes it. Every key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Bestand {
    database: Option<String>,
    adres: Option<String>,
    webadres: Option<String>,
    instantiesleutel: Option<PathBuf>,
    zegelbestand: Option<PathBuf>,
    zegel_elke_minuten: Option<u64>,
    tls_voorzijde: bool,
    achter_proxy: bool,
    hulp: String,
    log: Option<String>,
    mail: Option<Mailinstelling>,
    virusscanner: Option<String>,
}

/// The settings that hold.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    /// `sqlite:PATH` or `postgres://…`.
    pub(crate) database: String,
    /// Nothing else named a database.
    pub(crate) database_is_default: bool,
    /// The file of settings named it.
    pub(crate) database_is_configured: bool,
    /// Where the program answers.
    pub(crate) adres: Option<String>,
    /// Where people open the program, without a slash at the end; for links that are given to them.
    pub(crate) webadres: Option<String>,
    /// File with the instance key.
    pub(crate) instantiesleutel: PathBuf,
    /// File outside the database with the seals.
    pub(crate) zegelbestand: PathBuf,
    /// That file is of this database: the settings did not name it beside another one.
    pub(crate) zegels_horen: bool,
    /// Minutes between two seals.
    pub(crate) zegel_elke_minuten: u64,
    /// People come in over TLS.
    pub(crate) secure: bool,
    /// A trusted front adds the address of the visitor.
    pub(crate) behind_proxy: bool,
    /// Who helps, at the foot of each page.
    pub(crate) hulp: String,
    /// What is logged: `info`, `warn`, `debug`, or a filter.
    pub(crate) log: String,
    /// How mail is sent; none is where this is not set.
    pub(crate) mail: Option<Mailinstelling>,
    /// What looks at files before they are kept.
    pub(crate) virusscanner: Option<Clamav>,
}

/// Finds the settings.
pub(crate) fn load(args: &Args) -> Result<Config, Exit> {
    let file = match &args.config {
        Some(path) => read_file(path)?,
        None => Bestand::default(),
    };
    let database_is_configured = args.database.is_none() && file.database.is_some();
    let named = args.database.clone().or(file.database);
    let database =
        named.clone().unwrap_or_else(|| format!("sqlite:{}", data_folder().join("leerrecht.db").display()));
    check_database(&database)?;
    if args.database.is_some() && from_env("LEERRECHT_DATABASE") != args.database && has_password(&database) {
        warn(
            "het wachtwoord in --database is op deze computer voor anderen te lezen zolang het commando loopt, en het blijft in de \
             geschiedenis van de opdrachtregel staan. Zet het adres in de instellingen, bij database, of in LEERRECHT_DATABASE",
        );
    }
    let beside = beside(&database);
    let env_key = from_env("LEERRECHT_INSTANTIESLEUTEL").map(PathBuf::from);
    Ok(Config {
        instantiesleutel: env_key
            .or(file.instantiesleutel)
            .unwrap_or_else(|| with_extension(&beside, "sleutel")),
        zegels_horen: file.zegelbestand.is_none() || args.database.is_none(),
        zegelbestand: file.zegelbestand.unwrap_or_else(|| with_extension(&beside, "zegels")),
        zegel_elke_minuten: minutes(file.zegel_elke_minuten)?,
        adres: from_env("LEERRECHT_ADRES").or(file.adres),
        webadres: from_env("LEERRECHT_WEBADRES")
            .or(file.webadres)
            .map(|text| web_address(&text))
            .transpose()?,
        secure: file.tls_voorzijde,
        behind_proxy: file.achter_proxy,
        hulp: file.hulp,
        mail: file.mail,
        virusscanner: file.virusscanner.as_deref().map(Clamav::parse).transpose()?,
        log: from_env("LEERRECHT_LOG").or(file.log).unwrap_or_else(|| "info".to_owned()),
        database_is_default: named.is_none(),
        database_is_configured,
        database,
    })
}

fn read_file(path: &Path) -> Result<Bestand, Exit> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Exit::refused(format!("--config: {} is niet te lezen: {}", path.display(), os_reason(&error)))
    })?;
    toml::from_str(&text).map_err(|error| {
        Exit::refused(format!("--config: {} klopt niet: {}", path.display(), wrong(&text, &error)))
    })
}

/// How often a seal is put.
fn minutes(given: Option<u64>) -> Result<u64, Exit> {
    let minutes = given.unwrap_or(5);
    if (1..=MOST_MINUTES).contains(&minutes) {
        return Ok(minutes);
    }
    Err(Exit::refused(format!("zegel_elke_minuten: gegeven {minutes}, verwacht 1 tot en met {MOST_MINUTES}")))
}

/// An address of a server that names a password.
fn has_password(address: &str) -> bool {
    let host = address.split_once("://").map_or("", |(_, rest)| rest);
    host.rsplit_once('@').is_some_and(|(user, _)| user.contains(':'))
}

/// The line and what is wrong with it, in Dutch; what the parser may yet invent as what it is, a quotation.
fn wrong(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let said = error.message().lines().next().unwrap_or_default();
    format!("regel {line}: {}", wrong_in_dutch(said))
}

fn wrong_in_dutch(said: &str) -> String {
    let (what, expected) = said.split_once(", expected ").unwrap_or((said, ""));
    let known = || expected.trim_start_matches("one of ").replace('`', "").replace(" or ", ", ");
    if let Some(name) = what.strip_prefix("unknown field ") {
        return format!("de instelling {name} bestaat niet; wel {}", known());
    }
    if let Some(name) = what.strip_prefix("unknown variant ") {
        return format!("{name} kan hier niet; wel {}", known());
    }
    if let Some(name) = said.strip_prefix("missing field ") {
        return format!("de instelling {name} ontbreekt");
    }
    if let Some(name) = said.strip_prefix("duplicate key") {
        return format!("deze instelling staat er twee keer{name}");
    }
    if what.starts_with("invalid type: ") || what.starts_with("invalid value: ") {
        let kind = match expected {
            "a boolean" => "true of false",
            "a string" | "path string" | "a borrowed string" => "een tekst tussen aanhalingstekens",
            _ if expected.starts_with(['u', 'i']) && !expected.contains(' ') => "een heel getal",
            "an integer" => "een heel getal",
            _ => "een deel met eigen instellingen, zoals [mail]",
        };
        return format!("hier hoort {kind}");
    }
    quoted("de lezer van TOML", said)
}

/// What cannot be right together, said when the program starts: it runs, and somebody has to look.
pub(crate) fn doubts(config: &Config) -> Vec<&'static str> {
    let mut doubts = Vec::new();
    let is_https = config.webadres.as_ref().map(|address| address.starts_with("https://"));
    if is_https == Some(true) && !config.secure {
        doubts.push(
            "webadres begint met https en tls_voorzijde staat uit: de cookies waarmee mensen zijn ingelogd gaan dan ook over een \
             onbeveiligde verbinding. Zet tls_voorzijde = true",
        );
    }
    if is_https == Some(false) && config.secure {
        doubts.push(
            "webadres begint met http en tls_voorzijde staat aan: over http kan niemand inloggen. Begin webadres met https, of zet \
             tls_voorzijde = false",
        );
    }
    doubts
}

fn check_database(address: &str) -> Result<(), Exit> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|start| address.starts_with(start) && address.len() > start.len()) {
        return Ok(());
    }
    // What stands before the @ may hold a password and is not repeated.
    let shown = address.rsplit('@').next().unwrap_or(address);
    Err(Exit::refused(format!("--database: gegeven '{shown}', verwacht sqlite:PAD of postgres://…")))
}

/// Scheme and host, as a browser shows them; a path has no meaning here.
fn web_address(text: &str) -> Result<String, Exit> {
    let clean = text.trim_end_matches('/');
    let host = ["https://", "http://"].iter().find_map(|scheme| clean.strip_prefix(scheme));
    if host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', ' '])) {
        return Ok(clean.to_owned());
    }
    Err(Exit::refused(format!(
        "webadres: gegeven '{text}', verwacht zoiets als https://leerrecht.swv.example"
    )))
}

/// The address to listen on: flag, environment, file, default.
pub(crate) fn address(flag: Option<&str>, config: &Config) -> Result<SocketAddr, Exit> {
    let text = flag.or(config.adres.as_deref()).unwrap_or(DEFAULT_ADDRESS);
    text.parse().map_err(|_| {
        Exit::refused(format!("--adres: gegeven '{text}', verwacht IP-adres:poort, zoals {DEFAULT_ADDRESS}"))
    })
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
pub(crate) fn from_env(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Where a person's programs keep their data on this machine.
pub(crate) fn data_folder() -> PathBuf {
    let base = from_env("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or_else(|| from_env("HOME").map(|home| Path::new(&home).join(".local/share")));
    base.unwrap_or_else(|| PathBuf::from(".")).join("leerrecht")
}

/// The file beside which key and seals stand when nothing else is said.
fn beside(database: &str) -> PathBuf {
    database.strip_prefix("sqlite:").map_or_else(|| data_folder().join("leerrecht"), PathBuf::from)
}

fn with_extension(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_and_seals_stand_beside_an_sqlite_file() {
        let beside = beside("sqlite:/srv/leerrecht/data.db");
        assert_eq!(with_extension(&beside, "sleutel"), PathBuf::from("/srv/leerrecht/data.db.sleutel"));
    }

    #[test]
    fn a_wrong_address_is_told_without_its_password() {
        let exit = check_database("mysql://jan:geheim@host/db").unwrap_err();
        assert_eq!(exit.tekst, "--database: gegeven 'host/db', verwacht sqlite:PAD of postgres://…");
        assert!(check_database("sqlite:").is_err());
        assert!(check_database("postgres://host/db").is_ok());
    }

    #[test]
    fn a_link_begins_with_the_address_that_people_open() {
        assert_eq!(web_address("https://leerrecht.swv.example/").unwrap(), "https://leerrecht.swv.example");
        assert!(web_address("leerrecht.swv.example").is_err());
        assert!(web_address("https://swv.example/leerrecht").is_err());
    }

    #[test]
    fn a_setting_that_cannot_be_is_told_in_dutch() {
        for (text, told) in [
            ("achter_proxy = \"ja\"", "regel 1: hier hoort true of false"),
            ("log = 3", "regel 1: hier hoort een tekst tussen aanhalingstekens"),
            ("\nzegel_elke_minuten = \"vijf\"", "regel 2: hier hoort een heel getal"),
            ("zegel_elke_minuten = -1", "regel 1: hier hoort een heel getal"),
            ("mail = 3", "regel 1: hier hoort een deel met eigen instellingen, zoals [mail]"),
            ("[mail]\nserver = \"x\"", "regel 1: de instelling `afzender` ontbreekt"),
            (
                "[mail]\nserver = \"x\"\nafzender = \"a@x.example\"\ntls = \"soms\"",
                "regel 4: `soms` kan hier niet; wel geen, starttls, tls",
            ),
        ] {
            let said = wrong(text, &toml::from_str::<Bestand>(text).unwrap_err());
            assert_eq!(said, told, "{text}");
        }
        assert!(minutes(Some(0)).unwrap_err().tekst.contains("gegeven 0, verwacht 1 tot en met 1440"));
        assert_eq!(minutes(None), Ok(5));
    }

    #[test]
    fn what_cannot_be_right_together_is_doubted() {
        let config = |webadres: &str, secure| {
            let args = clap::Parser::parse_from(["leerrecht", "serve"]);
            Config { webadres: Some(webadres.to_owned()), secure, ..load(&args).unwrap() }
        };
        assert_eq!(doubts(&config("https://leerrecht.swv.example", true)), [""; 0]);
        assert_eq!(doubts(&config("http://leerrecht.swv.example", false)), [""; 0]);
        assert!(doubts(&config("https://leerrecht.swv.example", false))[0].contains("tls_voorzijde = true"));
        assert!(doubts(&config("http://leerrecht.swv.example", true))[0].contains("niemand inloggen"));
    }

    #[test]
    fn a_password_on_the_command_line_is_seen() {
        assert!(has_password("postgres://leerrecht:geheim@host/db"));
        for address in
            ["postgres://leerrecht@host:5432/db", "postgres://host:5432/db", "sqlite:/srv/a:b@c.db"]
        {
            assert!(!has_password(address), "{address}");
        }
    }

    #[test]
    fn an_unknown_setting_is_refused_by_name() {
        let text = "# regio\nadress = \"127.0.0.1:1\"";
        let told = wrong(text, &toml::from_str::<Bestand>(text).unwrap_err());
        assert!(
            told.starts_with("regel 2: de instelling `adress` bestaat niet; wel database, adres, "),
            "{told}"
        );
    }
}
