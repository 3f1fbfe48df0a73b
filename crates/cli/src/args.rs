//! The command line, after the public contract. Help is Dutch, and so is what is said about a
//! wrong flag.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use base::{Date, OrganisatieId, Vestigingscode};
use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use verband::Schoolsoort;

/// Leerrecht: passend onderwijs, van aanmelding tot besluit.
#[derive(Debug, Parser)]
#[command(name = "leerrecht", version, disable_help_subcommand = true, propagate_version = true)]
pub(crate) struct Args {
    /// De database: sqlite:PAD of postgres://… (anders LEERRECHT_DATABASE, de configuratie, of een
    /// bestand in uw gegevensmap).
    #[arg(long, global = true, value_name = "ADRES", env = "LEERRECHT_DATABASE", hide_env = true)]
    pub(crate) database: Option<String>,
    /// Druk het resultaat af als JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Lees instellingen uit dit bestand (TOML; anders LEERRECHT_CONFIG).
    #[arg(long, global = true, value_name = "BESTAND", env = "LEERRECHT_CONFIG", hide_env = true)]
    pub(crate) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) opdracht: Opdracht,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Opdracht {
    /// Start het programma: pagina's voor mensen, regels voor programma's.
    Serve(Serve),
    /// Start met een verzonnen regio om te oefenen, in een eigen database.
    Demo(Demo),
    /// Maak een organisatie: samenwerkingsverband, bestuur, school, gemeente of steunpunt.
    #[command(subcommand)]
    Organisatie(Organisatie),
    /// Maak een account en krijg een eenmalige link om een wachtwoord te kiezen.
    #[command(subcommand)]
    Account(Account),
    /// Maak een sleutel voor een programma dat namens één persoon werkt.
    #[command(subcommand)]
    Sleutel(Sleutel),
    /// Lees gegevens in: scholen, leerlingaantallen, postcodes of een OSO-dossier.
    #[command(subcommand)]
    Importeer(Importeer),
    /// Controleer of er buiten het programma om iets is gewijzigd, of de database heel is, en tot wanneer alles is verzegeld.
    Verifieer(Verifieer),
    /// Maak een reservekopie terwijl het programma doorwerkt: gegevens en sleutelbos apart.
    Backup(Backup),
    /// Zet een reservekopie terug in een lege database.
    Herstel(Herstel),
    /// Breng de database naar de versie van dit programma.
    Migreer,
    /// Maak alle lijsten opnieuw uit de dossiers, bijvoorbeeld nadat de klok van de computer voorliep.
    Lijsten,
    /// Vraag de wet: welke regels er zijn, en wat ze zeggen.
    #[command(subcommand)]
    Recht(Recht),
    /// Geef een script waarmee de opdrachtregel commando's en opties aanvult.
    Aanvullen(Aanvullen),
    /// Geef alle commando's en opties als manpagina.
    Man,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Aanvullen {
    /// Voor welke opdrachtregel.
    #[arg(value_enum)]
    pub(crate) schil: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    /// Op welk adres het programma antwoordt.
    #[arg(long, value_name = "ADRES:POORT")]
    pub(crate) adres: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Demo {
    /// Op welk adres het programma antwoordt.
    #[arg(long, value_name = "ADRES:POORT")]
    pub(crate) adres: Option<String>,
    /// Hoeveel dossiers de regio krijgt.
    #[arg(long, default_value_t = 600, value_name = "AANTAL")]
    pub(crate) dossiers: usize,
    /// Getal waaruit de regio volgt: hetzelfde zaad geeft dezelfde regio.
    #[arg(long, default_value_t = 1, value_name = "GETAL")]
    pub(crate) zaad: u64,
    /// Begin met een nieuwe demo; de demo die er was wordt opzij gezet en niet weggegooid.
    #[arg(long)]
    pub(crate) opnieuw: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Organisatie {
    /// Maak een organisatie, of wijzig haar gegevens.
    Maak(OrganisatieMaak),
}

/// Kinds of organisation that can be made by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OrganisatieSoort {
    /// Samenwerkingsverband.
    Swv,
    /// Bestuur.
    Bestuur,
    /// School.
    School,
    /// Gemeente.
    Gemeente,
    /// Ouder- en jeugdsteunpunt.
    Steunpunt,
}

#[derive(Debug, clap::Args)]
pub(crate) struct OrganisatieMaak {
    /// Soort organisatie.
    #[arg(long, value_enum)]
    pub(crate) soort: OrganisatieSoort,
    /// Code: PO2401, 40631, 32JK00, 0034.
    #[arg(long)]
    pub(crate) code: String,
    /// Naam.
    #[arg(long)]
    pub(crate) naam: String,
    /// School: soort school.
    #[arg(long, value_parser = PossibleValuesParser::new(Schoolsoort::CODES.iter().copied()))]
    pub(crate) schoolsoort: Option<String>,
    /// School: openbaar onderwijs; --openbaar=nee maakt haar bijzonder.
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "ja")]
    pub(crate) openbaar: Option<JaNee>,
    /// School: nummer van het bestuur.
    #[arg(long)]
    pub(crate) bestuur: Option<String>,
    /// School: samenwerkingsverband.
    #[arg(long)]
    pub(crate) swv: Option<String>,
    /// School: straat en huisnummer.
    #[arg(long)]
    pub(crate) adres: Option<String>,
    /// School: postcode.
    #[arg(long)]
    pub(crate) postcode: Option<String>,
    /// School: plaats.
    #[arg(long)]
    pub(crate) plaats: Option<String>,
    /// School: telefoonnummer.
    #[arg(long)]
    pub(crate) telefoon: Option<String>,
}

/// Yes or no, where not saying anything is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum JaNee {
    /// Ja.
    Ja,
    /// Nee.
    Nee,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Account {
    /// Maak een account met een rol bij een organisatie; wie al een account heeft, krijgt de rol erbij.
    Maak(AccountMaak),
    /// Maak een nieuwe eenmalige link, voor wie het wachtwoord vergat of de link liet verlopen.
    Link(AccountLink),
}

#[derive(Debug, clap::Args)]
pub(crate) struct AccountLink {
    /// E-mailadres van het account.
    #[arg(long = "e-mail", value_name = "ADRES")]
    pub(crate) e_mail: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct AccountMaak {
    /// Naam, zoals die op brieven staat.
    #[arg(long)]
    pub(crate) naam: String,
    /// E-mailadres om mee in te loggen.
    #[arg(long = "e-mail", value_name = "ADRES")]
    pub(crate) e_mail: String,
    /// Rol.
    #[arg(long, value_parser = PossibleValuesParser::new(rollen_bij()))]
    pub(crate) rol: String,
    /// Organisatie: soort en code, zoals school/32JK00 of swv/PO2401.
    #[arg(long)]
    pub(crate) organisatie: OrganisatieId,
    /// Groep van een leerkracht of mentor.
    #[arg(long)]
    pub(crate) groep: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Sleutel {
    /// Maak een sleutel. De persoon zet hem zelf aan in het programma.
    Maak(SleutelMaak),
}

#[derive(Debug, clap::Args)]
pub(crate) struct SleutelMaak {
    /// Account dat de sleutel krijgt: het e-mailadres, of de code die 'account maak' toonde.
    #[arg(long, value_name = "E-MAIL of CODE")]
    pub(crate) account: String,
    /// Laatste dag waarop de sleutel werkt (JJJJ-MM-DD).
    #[arg(long, value_name = "DATUM", value_parser = dag)]
    pub(crate) tot: Option<Date>,
    /// Waar de sleutel voor is, zodat de persoon hem herkent.
    #[arg(long, default_value = "")]
    pub(crate) naam: String,
    /// Organisatie, als de persoon er meer dan een heeft.
    #[arg(long)]
    pub(crate) organisatie: Option<OrganisatieId>,
    /// Rol, als de persoon er meer dan een heeft.
    #[arg(long, value_parser = PossibleValuesParser::new(rollen()))]
    pub(crate) rol: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Importeer {
    /// De schoolvestigingen van DUO (CSV): van basisscholen, van sbo, so en vso, of van het voortgezet onderwijs.
    DuoVestigingen(Bestand),
    /// De leerlingaantallen van DUO per vestiging (CSV).
    DuoLeerlingen(Bestand),
    /// De scholen van DUO met coördinaten (GeoJSON).
    DuoGeo(Bestand),
    /// Welk samenwerkingsverband bij welke postcode hoort (CSV).
    Pc4Swv(Bestand),
    /// Een OSO-dossier van school naar samenwerkingsverband (XML), met de sleutel uit LEERRECHT_SLEUTEL.
    Oso(Oso),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Bestand {
    /// Het bestand, of - voor standaardinvoer.
    pub(crate) bestand: PathBuf,
    /// Controleer alles en schrijf niets.
    #[arg(long)]
    pub(crate) proef: bool,
    /// Het klopt dat zoveel van wat bekend was niet meer in het bestand staat.
    #[arg(long)]
    pub(crate) laat_vervallen: bool,
    /// Het klopt dat dit bestand ouder is dan wat al is ingelezen.
    #[arg(long)]
    pub(crate) ook_ouder: bool,
    /// Het klopt dat scholen van een andere soort worden, of postcodes van een ander samenwerkingsverband.
    #[arg(long)]
    pub(crate) ook_verplaatst: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Oso {
    /// Het bestand, of - voor standaardinvoer.
    pub(crate) bestand: PathBuf,
    /// Bij welke vestiging het dossier hoort, als het dossier een onbekende school noemt.
    #[arg(long, value_name = "VESTIGINGSCODE")]
    pub(crate) school: Option<Vestigingscode>,
    /// Voeg toe aan dit dossier in plaats van er een te openen.
    #[arg(long, value_name = "NUMMER")]
    pub(crate) dossier: Option<base::DossierNummer>,
    /// Het is echt een ander kind dan dat met dezelfde naam en geboortedatum.
    #[arg(long)]
    pub(crate) nieuw: bool,
    /// Controleer alles en schrijf niets.
    #[arg(long)]
    pub(crate) proef: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Verifieer {
    /// Het bestand met zegels dat buiten de database is bewaard.
    #[arg(long, value_name = "BESTAND")]
    pub(crate) zegels: Option<PathBuf>,
    /// Schrijf het bestand met zegels daarna opnieuw uit de database; het oude blijft ernaast staan.
    #[arg(long, conflicts_with = "zegels")]
    pub(crate) schrijf_zegels: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// Het bestand om de gegevens in te schrijven.
    #[arg(required_unless_present = "sleutelbos")]
    pub(crate) bestand: Option<PathBuf>,
    /// Schrijf de sleutelbos in dit bestand. Bewaar het ergens anders dan de gegevens.
    #[arg(long, value_name = "BESTAND")]
    pub(crate) sleutelbos: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Herstel {
    /// De reservekopie van de gegevens; `-` leest de standaardinvoer.
    pub(crate) bestand: PathBuf,
    /// De nieuwste sleutelbos; `-` leest de standaardinvoer.
    #[arg(long, value_name = "BESTAND")]
    pub(crate) sleutelbos: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Recht {
    /// Alle regels met hun invoer, uitkomst, vindplaatsen en geldigheid.
    Regels,
    /// Pas één regel toe op gegevens.
    Toets(Toets),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Toets {
    /// Naam van de regel, zoals aanmelding.beslistermijn.
    pub(crate) regel: String,
    /// Bestand met de gegevens als JSON, of - voor standaardinvoer.
    #[arg(long, value_name = "BESTAND")]
    pub(crate) gegevens: PathBuf,
    /// De dag waarvan de wet geldt (JJJJ-MM-DD); anders vandaag.
    #[arg(long, value_name = "DATUM")]
    pub(crate) op: Option<String>,
}

/// The command line could not be read, or only asked for help.
#[derive(Debug)]
pub(crate) struct Stop(clap::Error);

/// Reads the command line.
pub(crate) fn parse(args: impl Iterator<Item = OsString>) -> Result<Args, Stop> {
    read(args).map_err(Stop)
}

fn read<T: Into<OsString> + Clone>(args: impl Iterator<Item = T>) -> Result<Args, clap::Error> {
    let matches = command().try_get_matches_from(args)?;
    Args::from_arg_matches(&matches)
}

/// The codes of the roles, for the help and for who has the rest of a word filled in.
fn rollen() -> impl Iterator<Item = &'static str> {
    dossier::rol::ROLLEN.into_iter().map(dossier::Rol::code)
}

/// The codes of the roles that some organisation takes. Parents and pupils come in by a code of the school.
fn rollen_bij() -> impl Iterator<Item = &'static str> {
    use base::Organisatiesoort as Soort;
    let takes = |rol: &dossier::Rol| {
        Soort::ALL
            .iter()
            .any(|soort| *soort != Soort::Beheer && app::accounts::roles_at(*soort).contains(rol))
    };
    dossier::rol::ROLLEN.into_iter().filter(takes).map(dossier::Rol::code)
}

/// A day, with what is wrong said in Dutch.
fn dag(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "dat is geen dag; verwacht: jaar, maand en dag, zoals 2026-04-01")
}

/// The words of clap itself in a text of help, which it lets nobody translate.
fn help_in_dutch(help: &str) -> String {
    let words = [
        ("[OPTIONS]", "[OPTIES]"),
        ("Possible values:", "Mogelijke waarden:"),
        ("[possible values:", "[mogelijk:"),
        ("[default:", "[standaard:"),
        ("[env:", "[omgeving:"),
    ];
    words.into_iter().fold(help.to_owned(), |help, (theirs, ours)| help.replace(theirs, ours))
}

/// The commands, with help in Dutch down to the last heading.
pub(crate) fn command() -> Command {
    let version = clap::Arg::new("versie").short('V').long("version").action(ArgAction::Version);
    in_dutch_down(Args::command().disable_version_flag(true).arg(version.help("Toon de versie")))
}

fn in_dutch_down(command: Command) -> Command {
    let help = clap::Arg::new("hulp").short('h').long("help").action(ArgAction::Help).help("Toon deze hulp");
    let template = if command.has_subcommands() {
        "{about-with-newline}\nGebruik: {usage}\n\nCommando's:\n{subcommands}\n\nOpties:\n{options}\n"
    } else {
        "{about-with-newline}\nGebruik: {usage}\n\n{all-args}\n"
    };
    command
        .disable_help_flag(true)
        .subcommand_value_name("COMMANDO")
        .help_template(template)
        .mut_args(
            |arg| if arg.is_positional() { arg.help_heading("Gegevens") } else { arg.help_heading("Opties") },
        )
        .arg(help.help_heading("Opties"))
        .mut_subcommands(in_dutch_down)
}

impl Stop {
    /// Prints help, or what is wrong in Dutch; 0 for help, 2 for a wrong command line.
    #[expect(clippy::print_stderr, reason = "nothing else runs yet")]
    pub(crate) fn finish(self) -> ExitCode {
        if matches!(self.0.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
            let help = help_in_dutch(&self.0.render().to_string());
            let printed = std::io::stdout().write_all(help.as_bytes());
            return if printed.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(4) };
        }
        let fout = in_dutch(&self.0);
        eprintln!("leerrecht: {fout}");
        // A program that asked for JSON gets the reason as such, also of a line that could not be read.
        if std::env::args_os().any(|arg| arg == "--json") {
            let object = serde_json::json!({ "fout": fout, "einde": 2 });
            drop(writeln!(std::io::stdout(), "{object}"));
        }
        ExitCode::from(2)
    }
}

fn in_dutch(error: &clap::Error) -> String {
    let part = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let arg = part(ContextKind::InvalidArg);
    let value = part(ContextKind::InvalidValue);
    let known = part(ContextKind::ValidValue);
    let help = "Gebruik --help om te zien wat er kan.";
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("'{}' is geen commando. {help}", part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("'{arg}' is hier niet bekend. {help}"),
        ErrorKind::MissingRequiredArgument => format!("dit ontbreekt nog: {arg}. {help}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("bij {arg} hoort een waarde. {help}"),
        ErrorKind::InvalidValue => format!("{arg}: gegeven '{value}', verwacht een van: {known}"),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(reason_in_dutch).unwrap_or_default();
            format!("{arg}: gegeven '{value}', dat kan niet ({reason})")
        }
        ErrorKind::ArgumentConflict => format!("{arg} kan niet samen met {}", part(ContextKind::PriorArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            format!("er ontbreekt een commando. {help}")
        }
        ErrorKind::TooManyValues => format!("'{value}' is te veel. {help}"),
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("{arg}: er horen meer of minder waarden bij. {help}")
        }
        ErrorKind::NoEquals => format!("schrijf bij {arg} een = voor de waarde. {help}"),
        ErrorKind::InvalidUtf8 => format!("er staan tekens in die geen UTF-8 zijn. {help}"),
        // Kinds that clap may yet invent.
        _ => format!("deze opdracht is niet te lezen. {help}"),
    }
}

/// Our own parsers say it in Dutch; those of whole numbers are of the language.
fn reason_in_dutch(source: &(dyn std::error::Error + 'static)) -> String {
    if source.is::<std::num::ParseIntError>() {
        return "dat is geen heel getal dat past".to_owned();
    }
    source.to_string()
}

#[cfg(test)]
mod tests;
