//! A file that is wrong as a whole.

use super::Soort;

/// Why a file is refused. Nothing of it was used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BestandFout {
    /// No bytes, or blanks only.
    #[error("het bestand is leeg; verwacht: {}", soort.omschrijving())]
    Leeg {
        /// The layout asked for.
        soort: Soort,
    },
    /// Larger than the limit.
    #[error("het bestand is groter dan {hoogstens} bytes; {} is veel kleiner", soort.omschrijving())]
    TeGroot {
        /// The layout asked for.
        soort: Soort,
        /// The limit in bytes.
        hoogstens: usize,
    },
    /// A header without a row: probably cut off, and it would make everything known disappear.
    #[error("het bestand heeft een kop maar geen enkele rij; verwacht: {}", soort.omschrijving())]
    GeenRijen {
        /// The layout asked for.
        soort: Soort,
    },
    /// Text in another encoding.
    #[error(
        "regel {regel}: de tekst is niet gecodeerd als {verwacht} ({gevonden}); bewaar het bestand zoals de bron het levert"
    )]
    Codering {
        /// First line where it shows.
        regel: u32,
        /// The encoding of the layout.
        verwacht: &'static str,
        /// What the file looks like.
        gevonden: &'static str,
    },
    /// Known columns are missing: another layout, or no header.
    #[error(
        "dit is niet {}: de kop mist {}; gevonden: {}{}{}",
        soort.omschrijving(), opsomming(ontbreekt), opsomming(gevonden), hoofdletters(ontbreekt, gevonden),
        lijkt_op.map(|ander| format!("; het lijkt {ander}")).unwrap_or_default()
    )]
    Kop {
        /// The layout asked for.
        soort: Soort,
        /// Known columns that are not there.
        ontbreekt: Vec<String>,
        /// What stands in the first line.
        gevonden: Vec<String>,
        /// What it does look like.
        lijkt_op: Option<&'static str>,
    },
    /// The columns are there and something else stands between them.
    #[error(
        "tussen de kolommen staat {gevonden}; verwacht: een puntkomma of een komma. Bewaar het bestand zoals de bron het levert, of als CSV"
    )]
    Scheiding {
        /// What stands there.
        gevonden: &'static str,
    },
    /// A column occurs twice.
    #[error("kolom '{kolom}' staat twee keer in de kop")]
    DubbeleKolom {
        /// Its name.
        kolom: String,
    },
    /// More columns than the limit.
    #[error("de kop heeft {gevonden} kolommen; hoogstens {hoogstens} wordt gelezen")]
    TeVeelKolommen {
        /// Columns found.
        gevonden: usize,
        /// The limit.
        hoogstens: usize,
    },
    /// A quoted field swallows the next rows.
    #[error(
        "regel {regel}: een veld dat met een aanhalingsteken begint loopt door over de volgende regels; waarschijnlijk ontbreekt het sluitende aanhalingsteken"
    )]
    Aanhalingsteken {
        /// Line on which that row begins.
        regel: u32,
    },
    /// No JSON, or JSON that is no geojson.
    #[error("regel {regel}: dit is geen geojson met scholen ({reden})")]
    GeenGeojson {
        /// Line where reading stopped.
        regel: u32,
        /// What is wrong, in Dutch.
        reden: &'static str,
    },
}

/// Columns that are there in other capitals are not missing: somebody typed the header.
fn hoofdletters(ontbreekt: &[String], gevonden: &[String]) -> &'static str {
    let staat_er = |naam: &String| gevonden.iter().any(|er| er.eq_ignore_ascii_case(naam));
    if ontbreekt.iter().any(staat_er) { "; let op de hoofdletters: die tellen mee" } else { "" }
}

/// The first eight names, cut short, and how many more.
fn opsomming(namen: &[String]) -> String {
    let eerste: Vec<String> =
        namen.iter().take(8).map(|naam| format!("'{}'", naam.chars().take(40).collect::<String>())).collect();
    let rest = namen.len().saturating_sub(eerste.len());
    match (eerste.is_empty(), rest) {
        (true, _) => "niets".to_owned(),
        (false, 0) => eerste.join(", "),
        (false, rest) => format!("{} en nog {rest}", eerste.join(", ")),
    }
}
