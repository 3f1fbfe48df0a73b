//! Who acts: a person, in one role, at one organisation.

use std::fmt;
use std::str::FromStr;

use base::{OrganisatieId, PersoonId};
use serde::{Deserialize, Serialize};

/// The roles of `docs/glossary.md`. A person with two roles chooses the one to act in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rol {
    /// Teacher or mentor of the child's own group.
    Leerkracht,
    /// Intern begeleider, ondersteunings-, zorg- or kwaliteitscoördinator.
    Ib,
    /// Ambulant begeleider, begeleider passend onderwijs.
    Begeleider,
    /// School leader.
    Directie,
    /// Commissie voor de begeleiding of a (v)so school.
    CommissieBegeleiding,
    /// The board, including its checker of requests.
    BevoegdGezag,
    /// Case worker of the samenwerkingsverband.
    Loket,
    /// Expert who advises on one request.
    Deskundige,
    /// Takes the decision for the samenwerkingsverband.
    Besluitnemer,
    /// Member of the objections committee.
    Bezwaarcommissie,
    /// Director of the samenwerkingsverband: counts, no files.
    DirecteurSwv,
    /// Controller: amounts, no files.
    Controller,
    /// Attendance officer of the municipality of residence.
    Leerplicht,
    /// Youth care and others around the child who work with consent.
    Jeugdhulp,
    /// Independent support point for parents and pupils.
    Steunpunt,
    /// Parent with authority, or guardian.
    Ouder,
    /// The pupil.
    Leerling,
    /// Watches patterns of access; sees one file's log for a recorded reason.
    PrivacyOfficer,
    /// Manages accounts and roles of the own organisation only.
    Organisatiebeheerder,
    /// Runs the program; no command or page shows a file.
    Beheerder,
}

/// Every role, in the order of the access matrix.
pub const ROLLEN: [Rol; 20] = [
    Rol::Leerkracht,
    Rol::Ib,
    Rol::Begeleider,
    Rol::Directie,
    Rol::CommissieBegeleiding,
    Rol::BevoegdGezag,
    Rol::Loket,
    Rol::Deskundige,
    Rol::Besluitnemer,
    Rol::Bezwaarcommissie,
    Rol::DirecteurSwv,
    Rol::Controller,
    Rol::Leerplicht,
    Rol::Jeugdhulp,
    Rol::Steunpunt,
    Rol::Ouder,
    Rol::Leerling,
    Rol::PrivacyOfficer,
    Rol::Organisatiebeheerder,
    Rol::Beheerder,
];

impl Rol {
    /// The stored code and the code in the access matrix.
    pub fn code(self) -> &'static str {
        match self {
            Self::Leerkracht => "leerkracht",
            Self::Ib => "ib",
            Self::Begeleider => "begeleider",
            Self::Directie => "directie",
            Self::CommissieBegeleiding => "commissie_begeleiding",
            Self::BevoegdGezag => "bevoegd_gezag",
            Self::Loket => "loket",
            Self::Deskundige => "deskundige",
            Self::Besluitnemer => "besluitnemer",
            Self::Bezwaarcommissie => "bezwaarcommissie",
            Self::DirecteurSwv => "directeur_swv",
            Self::Controller => "controller",
            Self::Leerplicht => "leerplicht",
            Self::Jeugdhulp => "jeugdhulp",
            Self::Steunpunt => "steunpunt",
            Self::Ouder => "ouder",
            Self::Leerling => "leerling",
            Self::PrivacyOfficer => "privacy_officer",
            Self::Organisatiebeheerder => "organisatiebeheerder",
            Self::Beheerder => "beheerder",
        }
    }

    /// The word on pages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Leerkracht => "leerkracht",
            Self::Ib => "intern begeleider",
            Self::Begeleider => "begeleider",
            Self::Directie => "directie",
            Self::CommissieBegeleiding => "commissie voor de begeleiding",
            Self::BevoegdGezag => "bevoegd gezag",
            Self::Loket => "loket",
            Self::Deskundige => "deskundige",
            Self::Besluitnemer => "besluitnemer",
            Self::Bezwaarcommissie => "bezwaarcommissie",
            Self::DirecteurSwv => "directeur samenwerkingsverband",
            Self::Controller => "controller",
            Self::Leerplicht => "leerplichtambtenaar",
            Self::Jeugdhulp => "jeugdhulp",
            Self::Steunpunt => "ouder- en jeugdsteunpunt",
            Self::Ouder => "ouder",
            Self::Leerling => "leerling",
            Self::PrivacyOfficer => "privacy officer",
            Self::Organisatiebeheerder => "beheerder van de organisatie",
            Self::Beheerder => "technisch beheerder",
        }
    }
}

impl fmt::Display for Rol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that is no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is geen rol; bekend zijn: {all}", all = ROLLEN.map(Rol::code).join(", "))]
pub struct RolError(pub String);

impl FromStr for Rol {
    type Err = RolError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        ROLLEN.into_iter().find(|rol| rol.code() == text).ok_or_else(|| RolError(text.to_owned()))
    }
}

/// Who did something: the log holds the role that was chosen, not only the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account.
    pub persoon: PersoonId,
    /// The role acted in.
    pub rol: Rol,
    /// The organisation acted for; `gezin/NUMMER` for parents and pupils.
    pub organisatie: OrganisatieId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_reads_back_from_its_code() {
        for rol in ROLLEN {
            assert_eq!(rol.code().parse::<Rol>(), Ok(rol));
            assert_eq!(serde_json::to_value(rol).unwrap(), rol.code());
        }
        assert!("directeur".parse::<Rol>().is_err());
    }
}
