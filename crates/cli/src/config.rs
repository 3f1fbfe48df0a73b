//! Settings: command line, then environment, then file, then the default. Read once, here.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::args::Args;
use crate::clamav::Clamav;
use crate::exit::{Exit, os_reason};
use crate::mail::Mailinstelling;

/// Where the program answers when nothing else is said.
pub(crate) const DEFAULT_ADDRESS: &str = "127.0.0.1:7400";

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
    let beside = beside(&database);
    let env_key = from_env("LEERRECHT_INSTANTIESLEUTEL").map(PathBuf::from);
    Ok(Config {
        instantiesleutel: env_key
            .or(file.instantiesleutel)
            .unwrap_or_else(|| with_extension(&beside, "sleutel")),
        zegels_horen: file.zegelbestand.is_none() || args.database.is_none(),
        zegelbestand: file.zegelbestand.unwrap_or_else(|| with_extension(&beside, "zegels")),
        zegel_elke_minuten: file.zegel_elke_minuten.unwrap_or(5).clamp(1, 24 * 60),
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

/// The line and what is wrong with it; a setting that does not exist in Dutch, the rest as the parser says it.
fn wrong(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let said = error.message().lines().next().unwrap_or_default();
    match said.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", expected one of ")) {
        Some((name, known)) => {
            format!("regel {line}: de instelling {name} bestaat niet; wel {}", known.replace('`', ""))
        }
        None => format!("regel {line}: {said}"),
    }
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
    fn an_unknown_setting_is_refused_by_name() {
        let text = "# regio\nadress = \"127.0.0.1:1\"";
        let told = wrong(text, &toml::from_str::<Bestand>(text).unwrap_err());
        assert!(
            told.starts_with("regel 2: de instelling `adress` bestaat niet; wel database, adres, "),
            "{told}"
        );
    }
}
