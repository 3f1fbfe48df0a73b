//! Whose a turn of a role is, among those who hold it: everybody with the role at the organisation, those of the group of the child, or
//! one person. Every list of own turns, and whoever is told of a new turn, asks it here.

use super::RelatieSoort;
use crate::rol::Rol;

/// Who has a turn of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kring {
    /// Everybody with the role at that organisation.
    Samen,
    /// Those with the role there whose group the child is in, by this relation of the organisation.
    Groep(RelatieSoort),
    /// Who is concerned with the child as a person, by this relation.
    Persoon(RelatieSoort),
}

impl Rol {
    /// Who has a turn of this role. It is as the access matrix opens the file to the role, so that nobody has a turn in a file that is shut to them;
    /// a test compares the two.
    pub fn kring(self) -> Kring {
        match self {
            Self::Leerkracht => Kring::Groep(RelatieSoort::Inschrijving),
            Self::Begeleider => Kring::Persoon(RelatieSoort::Begeleiding),
            Self::Deskundige => Kring::Persoon(RelatieSoort::Deskundige),
            Self::Jeugdhulp => Kring::Persoon(RelatieSoort::Toestemming),
            Self::Steunpunt => Kring::Persoon(RelatieSoort::UitnodigingOuders),
            Self::Ouder => Kring::Persoon(RelatieSoort::Gezag),
            Self::Leerling => Kring::Persoon(RelatieSoort::Leerling),
            Self::PrivacyOfficer => Kring::Persoon(RelatieSoort::OnderzoekInzage),
            Self::Ib
            | Self::Directie
            | Self::CommissieBegeleiding
            | Self::BevoegdGezag
            | Self::Loket
            | Self::Besluitnemer
            | Self::Bezwaarcommissie
            | Self::DirecteurSwv
            | Self::Controller
            | Self::Leerplicht
            | Self::Organisatiebeheerder
            | Self::Beheerder => Kring::Samen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toegang::Matrix;

    #[test]
    fn nobody_has_a_turn_of_a_role_to_whom_the_matrix_shuts_the_file() {
        let matrix = Matrix::load().unwrap();
        for (rol, rij) in &matrix.rijen {
            let personal = !rij.relatie.is_empty() && rij.relatie.iter().all(|soort| soort.is_personal());
            match rol.kring() {
                Kring::Samen => assert!(!personal && !rij.eigen_groep, "{rol}"),
                Kring::Groep(soort) => assert!(rij.eigen_groep && rij.relatie == [soort], "{rol}"),
                Kring::Persoon(soort) => assert!(personal && rij.relatie.contains(&soort), "{rol}"),
            }
        }
    }
}
