//! Which pages a role finds in its menu, and where it begins.
//!
//! The menu is a help, not a lock: what somebody may see is decided by the use cases.

use std::borrow::Cow;

use dossier::Rol;
use teksten::{Taal, Tekst, inloggen, schil};

/// An entry of the menu, as one person sees it on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// The word.
    pub tekst: Cow<'static, str>,
    /// The address.
    pub adres: &'static str,
    /// The page that is open belongs to it.
    pub hier: bool,
    exact: bool,
}

impl MenuItem {
    /// This entry in the language of a family.
    #[must_use]
    pub fn in_language(self, taal: Taal) -> Self {
        let tekst = match self.adres {
            "/mijn" if self.tekst == OF_PUPIL => taal.zeg(schil::mijn_pagina()).into(),
            "/mijn" => taal.zeg(schil::mijn_kind()).into(),
            "/wet" => taal.zeg(schil::wet_en_regels()).into(),
            _ => self.tekst,
        };
        Self { tekst, ..self }
    }

    /// What it leads to is there in Dutch alone.
    pub fn is_dutch(&self) -> bool {
        self.adres != "/mijn"
    }

    /// `page` for the page itself, `true` for one below it.
    pub fn current(&self) -> &'static str {
        if self.exact { "page" } else { "true" }
    }
}

/// What a pupil of age finds where a parent finds a child.
const OF_PUPIL: &str = "Mijn pagina";

/// An entry and the roles that find it.
struct Entry {
    tekst: &'static str,
    adres: &'static str,
    voor: fn(Rol) -> bool,
}

fn everybody(_: Rol) -> bool {
    true
}

/// Works on files with turns of their own.
fn has_turns(rol: Rol) -> bool {
    !is_family(rol)
        && !matches!(
            rol,
            Rol::DirecteurSwv
                | Rol::Controller
                | Rol::PrivacyOfficer
                | Rol::Organisatiebeheerder
                | Rol::Beheerder
        )
}

/// Has the box to search a child in.
pub fn searches(rol: Rol) -> bool {
    has_turns(rol)
}

/// Works on the requests of a samenwerkingsverband.
fn decides(rol: Rol) -> bool {
    matches!(rol, Rol::Loket | Rol::Besluitnemer)
}

/// Places children with a declaration.
fn places(rol: Rol) -> bool {
    matches!(rol, Rol::Ib | Rol::Directie | Rol::CommissieBegeleiding)
}

/// Sends the letters of a school or a samenwerkingsverband.
fn sends(rol: Rol) -> bool {
    matches!(rol, Rol::Ib | Rol::Directie | Rol::Loket | Rol::Besluitnemer)
}

/// Reads what was done with accounts, rights and settings of the own organisation.
fn reads_log(rol: Rol) -> bool {
    matches!(rol, Rol::Organisatiebeheerder | Rol::PrivacyOfficer)
}

/// Sees counts of the own organisation.
fn counts(rol: Rol) -> bool {
    matches!(rol, Rol::Directie | Rol::BevoegdGezag | Rol::DirecteurSwv | Rol::Controller)
}

/// Where a role begins: the first entry of its menu.
pub fn home(rol: Rol) -> &'static str {
    ENTRIES.iter().find(|entry| (entry.voor)(rol)).map_or("/wet", |entry| entry.adres)
}

/// The menu, in its order. A new page adds its line here.
const ENTRIES: &[Entry] = &[
    Entry { tekst: "Mijn kind", adres: "/mijn", voor: |rol| rol == Rol::Ouder },
    Entry { tekst: OF_PUPIL, adres: "/mijn", voor: |rol| rol == Rol::Leerling },
    Entry { tekst: "Vandaag", adres: "/vandaag", voor: has_turns },
    Entry { tekst: "Kinderen", adres: "/kinderen", voor: has_turns },
    Entry { tekst: "Te adviseren", adres: "/advies", voor: |rol| rol == Rol::Deskundige },
    Entry { tekst: "Aanvragen", adres: "/loket", voor: decides },
    Entry { tekst: "Deskundigen", adres: "/deskundigen", voor: |rol| rol == Rol::Loket },
    Entry { tekst: "Register", adres: "/register", voor: decides },
    Entry { tekst: "Verlengen", adres: "/verlengen", voor: places },
    Entry { tekst: "Verklaring controleren", adres: "/tlv-controle", voor: places },
    Entry { tekst: "Uitgaande post", adres: "/post", voor: sends },
    Entry { tekst: "Aanmelden", adres: "/aanmelden", voor: |rol| rol == Rol::Ib },
    Entry { tekst: "Accounts", adres: "/accounts", voor: |rol| rol == Rol::Organisatiebeheerder },
    Entry { tekst: "Wie keek", adres: "/inzagen", voor: |rol| rol == Rol::PrivacyOfficer },
    Entry { tekst: "Logboek", adres: "/logboek", voor: reads_log },
    Entry { tekst: "Beleid", adres: "/beleid", voor: |rol| rol == Rol::DirecteurSwv },
    Entry { tekst: "Aantallen", adres: "/aantallen", voor: counts },
    Entry { tekst: "Scholen", adres: "/scholen", voor: |rol| !is_family(rol) },
    Entry { tekst: "Sleutels", adres: "/sleutels", voor: |rol| matches!(rol, Rol::Ib | Rol::Directie) },
    Entry { tekst: "Wet en regels", adres: "/wet", voor: everybody },
];

/// Entries that open another address than the one that their pages stand below: an empty form, beside what was kept.
const BEGINS: &[(&str, &str)] = &[("/aanmelden", "/aanmelden/nieuw")];

/// The menu of a role on a page.
pub fn of(rol: Rol, path: &str) -> Vec<MenuItem> {
    let item = |entry: &Entry| {
        let below =
            path.strip_prefix(entry.adres).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let begin = BEGINS.iter().find(|(adres, _)| *adres == entry.adres);
        MenuItem {
            tekst: entry.tekst.into(),
            adres: begin.map_or(entry.adres, |(_, begin)| *begin),
            hier: below,
            exact: path == entry.adres,
        }
    };
    ENTRIES.iter().filter(|entry| (entry.voor)(rol)).map(item).collect()
}

/// Parents and pupils: larger letters, one column, plainer words.
pub fn is_family(rol: Rol) -> bool {
    matches!(rol, Rol::Ouder | Rol::Leerling)
}

/// What one can do in a role, in one line, for the choice of a role.
pub fn in_one_line(rol: Rol) -> Tekst {
    inloggen::RolDoet { code: rol.code() }.tekst()
}

/// The groups in which roles are shown to choose from, in their order.
pub fn group(rol: Rol) -> &'static str {
    match rol {
        Rol::Leerkracht
        | Rol::Ib
        | Rol::Begeleider
        | Rol::Directie
        | Rol::CommissieBegeleiding
        | Rol::BevoegdGezag => "School en bestuur",
        Rol::Loket
        | Rol::Deskundige
        | Rol::Besluitnemer
        | Rol::Bezwaarcommissie
        | Rol::DirecteurSwv
        | Rol::Controller => "Samenwerkingsverband",
        Rol::Ouder | Rol::Leerling => "Ouders en leerlingen",
        Rol::Leerplicht | Rol::Jeugdhulp | Rol::Steunpunt => "Gemeente, hulp en steun",
        Rol::PrivacyOfficer | Rol::Organisatiebeheerder | Rol::Beheerder => "Beheer en toezicht",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_of_the_open_page_is_marked_also_below_it() {
        let current = |path| of(Rol::Ib, path).iter().find(|item| item.hier).map(MenuItem::current);
        assert_eq!(current("/wet"), Some("page"));
        assert_eq!(current("/wet/tlv.deskundigen"), Some("true"));
        assert_eq!(current("/wetten"), None);
    }
}
