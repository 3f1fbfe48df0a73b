//! What the standard lets a dossier hold: blocks, elements and closed lists, as data (`schema.txt`, `codelijsten.txt`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

const SCHEMA: &str = include_str!("schema.txt");
const CODELIJSTEN: &str = include_str!("codelijsten.txt");

/// An element that a block may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Schemaelement {
    pub(super) naam: &'static str,
    pub(super) verplicht: bool,
    pub(super) vaker: bool,
    pub(super) vorm: Elementvorm,
}

/// What an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Elementvorm {
    /// Text.
    Tekst,
    /// Text that may be empty.
    MagLeeg,
    /// Text of at most so many characters.
    Hoogstens(usize),
    /// A date.
    Datum,
    /// True or false.
    JaNee,
    /// A whole number, between these where there are bounds.
    Getal(Option<(i64, i64)>),
    /// A decimal number.
    Decimaal,
    /// A shape: `d` a digit, `L` a capital, anything else itself.
    Patroon(&'static str),
    /// Elements of their own.
    Blok(&'static str),
}

/// A closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Codelijst {
    pub(super) nummer: u8,
    pub(super) waarden: Vec<&'static str>,
}

static BLOKKEN: LazyLock<BTreeMap<&str, Vec<Schemaelement>>> = LazyLock::new(|| {
    let rows = SCHEMA.lines().filter_map(|line| line.split_once(" = "));
    rows.map(|(naam, inhoud)| (naam, inhoud.split(' ').map(element).collect())).collect()
});

static LIJSTEN: LazyLock<BTreeMap<&str, Codelijst>> = LazyLock::new(|| {
    let list = |line: &'static str| {
        let mut words = line.split(' ');
        let nummer = words.next()?.parse().ok()?;
        Some((words.next()?, Codelijst { nummer, waarden: words.collect() }))
    };
    CODELIJSTEN.lines().filter_map(list).collect()
});

/// What a block may hold; nothing for a block that the standard does not know.
pub(super) fn blok(naam: &str) -> &'static [Schemaelement] {
    BLOKKEN.get(naam).map_or(&[], Vec::as_slice)
}

/// The closed list of an element, where it has one.
pub(super) fn codelijst(ouder: &str, naam: &str) -> Option<&'static Codelijst> {
    LIJSTEN.get(format!("{ouder}/{naam}").as_str()).or_else(|| LIJSTEN.get(naam))
}

fn element(word: &'static str) -> Schemaelement {
    let (name, form) = word.split_once(':').unwrap_or((word, ""));
    let naam = name.trim_end_matches(['?', '+', '*']);
    Schemaelement {
        naam,
        verplicht: !name.ends_with(['?', '*']),
        vaker: name.ends_with(['+', '*']),
        vorm: vorm(form),
    }
}

fn vorm(form: &'static str) -> Elementvorm {
    let (kind, rest) = form.split_at_checked(1).unwrap_or_default();
    let bounds =
        || rest.split_once('-').and_then(|(least, most)| Some((least.parse().ok()?, most.parse().ok()?)));
    match kind {
        "d" => Elementvorm::Datum,
        "j" => Elementvorm::JaNee,
        "g" => Elementvorm::Getal(bounds()),
        "c" => Elementvorm::Decimaal,
        "=" => Elementvorm::Patroon(rest),
        "<" => Elementvorm::Hoogstens(rest.parse().unwrap_or(usize::MAX)),
        ">" => Elementvorm::Blok(rest),
        "o" => Elementvorm::MagLeeg,
        _ => Elementvorm::Tekst,
    }
}

/// Whether a text has a shape.
pub(super) fn past(patroon: &str, tekst: &str) -> bool {
    patroon.len() == tekst.len()
        && patroon.bytes().zip(tekst.bytes()).all(|(vorm, teken)| match vorm {
            b'd' => teken.is_ascii_digit(),
            b'L' => teken.is_ascii_uppercase(),
            letterlijk => teken == letterlijk,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_that_is_named_is_there() {
        let named = BLOKKEN.values().flatten().filter_map(|element| match element.vorm {
            Elementvorm::Blok(naam) => Some(naam),
            _ => None,
        });
        let missing: Vec<_> = named.filter(|naam| blok(naam).is_empty()).collect();
        assert_eq!(missing, Vec::<&str>::new());
        assert_eq!(SCHEMA.lines().filter(|line| !line.starts_with('#')).count(), BLOKKEN.len());
        assert_eq!(CODELIJSTEN.lines().filter(|line| !line.starts_with('#')).count(), LIJSTEN.len());
    }

    #[test]
    fn elements_are_read_with_how_often_and_in_what_shape() {
        let find = |of: &str, naam: &str| blok(of).iter().find(|e| e.naam == naam).cloned().unwrap();
        let brin = find("huidigeschool", "brincode");
        assert_eq!((brin.verplicht, brin.vaker, brin.vorm), (true, false, Elementvorm::Patroon("ddLL")));
        assert_eq!(find("voorschools", "voorschoolsemaanden").vorm, Elementvorm::Getal(Some((1, 24))));
        let carer = find("leerling", "verzorger");
        assert_eq!((carer.verplicht, carer.vaker, carer.vorm), (false, true, Elementvorm::Blok("verzorger")));
        assert!(past("dddd-07-31", "2027-07-31") && !past("dddd-07-31", "2027-08-31"));
        assert_eq!(codelijst("verzorger", "relatietotkind").unwrap().nummer, 41);
        assert_eq!(codelijst("schoolloopbaan", "jaargroep").unwrap().nummer, 13);
    }
}
