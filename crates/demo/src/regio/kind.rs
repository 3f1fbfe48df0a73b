//! Invented children and their parents.

use dossier::leven::feiten::Geslacht;

use super::namen::{ACHTERNAMEN, ACHTERNAMEN_MET, JONGENS, MEISJES, VOORLETTERS};
use crate::worp::Worp;

/// A child by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Name by which the child is called.
    pub roepnaam: String,
    /// Prefix of the surname.
    pub voorvoegsel: String,
    /// Surname.
    pub achternaam: String,
    /// As the register has it.
    pub geslacht: Geslacht,
    /// One parent or two.
    pub ouders: Vec<Ouder>,
}

/// A parent by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ouder {
    /// `mevrouw A. IJsvogel`: how letters begin.
    pub aanhef: String,
    /// `A. IJsvogel`: the name of an account.
    pub naam: String,
}

impl Kind {
    /// A child of chance. Three in a hundred carry the surnames of both parents.
    pub fn new(worp: &mut Worp) -> Self {
        let girl = worp.kans(45);
        let roepnaam = if girl { worp.kies(MEISJES) } else { worp.kies(JONGENS) };
        let (voorvoegsel, achternaam) = surname(worp);
        let (other_prefix, other) = surname(worp);
        let double = worp.kans(3) && !achternaam.contains(' ');
        let own = format!("{voorvoegsel} {achternaam}").trim().to_owned();
        let mut ouders = vec![Ouder::new("mevrouw", &format!("{other_prefix} {other}"), worp)];
        if worp.kans(80) {
            ouders.push(Ouder::new("de heer", &own, worp));
        }
        Self {
            roepnaam: roepnaam.to_owned(),
            voorvoegsel: voorvoegsel.to_owned(),
            achternaam: if double { format!("{achternaam}-{other}") } else { achternaam.to_owned() },
            geslacht: if girl { Geslacht::Vrouw } else { Geslacht::Man },
            ouders,
        }
    }

    /// A child with a name of its own, for the pages of the manual.
    pub(crate) fn named(name: (&str, &str, &str), geslacht: Geslacht, ouder: &str, worp: &mut Worp) -> Self {
        let (roepnaam, voorvoegsel, achternaam) = name;
        let mother = Ouder { aanhef: format!("mevrouw {ouder}"), naam: ouder.to_owned() };
        let father = Ouder::new("de heer", &format!("{voorvoegsel} {achternaam}"), worp);
        Self {
            roepnaam: roepnaam.to_owned(),
            voorvoegsel: voorvoegsel.to_owned(),
            achternaam: achternaam.to_owned(),
            geslacht,
            ouders: vec![mother, father],
        }
    }
}

impl Ouder {
    fn new(title: &str, surname: &str, worp: &mut Worp) -> Self {
        let naam = format!("{} {}", worp.kies(VOORLETTERS), surname.trim());
        Self { aanhef: format!("{title} {naam}"), naam }
    }
}

/// The name of somebody who works in the region: `M. Zonnedauw`.
pub(super) fn worker(worp: &mut Worp) -> String {
    let (prefix, name) = surname(worp);
    let letter = worp.kies(VOORLETTERS);
    if prefix.is_empty() { format!("{letter} {name}") } else { format!("{letter} {prefix} {name}") }
}

fn surname(worp: &mut Worp) -> (&'static str, &'static str) {
    if worp.kans(20) { worp.kies(ACHTERNAMEN_MET) } else { ("", worp.kies(ACHTERNAMEN)) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_surname_is_of_the_lists() {
        for stream in 0..2_000 {
            let child = Kind::new(&mut Worp::new(4, stream));
            let with_prefix = (child.voorvoegsel.as_str(), child.achternaam.as_str());
            let known =
                |name: &str| ACHTERNAMEN.contains(&name) || ACHTERNAMEN_MET.iter().any(|(_, n)| *n == name);
            let parts = child.achternaam.split('-').all(known);
            assert!(parts || ACHTERNAMEN_MET.contains(&with_prefix), "{child:?}");
        }
    }

    #[test]
    fn names_vary_and_sometimes_come_back() {
        let names: Vec<String> = (0..20_000)
            .map(|stream| Kind::new(&mut Worp::new(4, stream)))
            .map(|child| format!("{} {} {}", child.roepnaam, child.voorvoegsel, child.achternaam))
            .collect();
        let different = names.iter().collect::<BTreeSet<_>>().len();
        assert!((6_000..19_900).contains(&different), "{different}");
        assert!(names.iter().any(|name| name.contains('-')) && names.iter().any(|name| name.contains('ë')));
    }
}
