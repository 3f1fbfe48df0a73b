//! One's own page: the invitation with a code and a way for those who want paper, and word to whom authority is recorded as over, or as
//! there again.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::{Briefhoofd, NietLeeg, Route, Tekst};

/// Who is invited: the letter says `u` to a parent and `je` to a pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaginaLezer {
    /// A parent, guardian or carer.
    Ouder,
    /// One who has a page already and does not know the password any more.
    OuderWachtwoord,
    /// The pupil.
    Leerling,
}

/// Word to somebody whose authority over the child changed by what the school recorded: it is over, or there again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MededelingGezag {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// They have authority; otherwise no more.
    pub heeft: bool,
    /// A court limited the authority that they have: what it left is not known, and their own page is closed.
    #[serde(default)]
    pub beperkt: bool,
    /// The reader is a parent of the child, and can ask for what matters without authority too (BW 1:377c).
    #[serde(default)]
    pub is_ouder: bool,
    /// From when.
    pub per: Date,
    /// The document that shows it.
    pub blijkt: Tekst,
    /// The last day until which what parents decide together waits for who says that it is not so.
    pub laat_weten_uiterlijk: Date,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// Word to the parents that the pupil comes of age, and acts in their place from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MededelingMeerderjarig {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Age from which somebody is of age: `18`.
    pub leeftijd: Tekst,
    /// The birthday.
    pub per: Date,
    /// That day is over already.
    pub voorbij: bool,
    /// The pupil can look after their own interests; else somebody acts in their name.
    pub beslist_zelf: bool,
    /// Who helps.
    pub routes: NietLeeg<Route>,
}

/// An invitation with a one-time code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UitnodigingEigenPagina {
    /// Head.
    pub hoofd: Briefhoofd,
    /// Who is invited.
    pub lezer: PaginaLezer,
    /// For whom the code is: the only person who may use it.
    pub voor: Tekst,
    /// Where to type it: the web address as a person types it.
    pub webadres: Tekst,
    /// The one-time code, in groups that can be read aloud.
    pub code: Tekst,
    /// Last day on which it works.
    pub geldig_tot_en_met: Date,
    /// What the page shows.
    pub toont: NietLeeg<Tekst>,
    /// How to get the same on paper.
    pub papieren_weg: Tekst,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}
