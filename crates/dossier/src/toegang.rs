//! Who may see and do what: one pure function over the access matrix of the corpus.
//!
//! Access = role at an organisation × relation of that organisation (or person) to this child now ×
//! part of the file. Every decision names the cell that decided, so a page and a refusal can say why.

use sleutels::Tekst;
use std::collections::BTreeMap;

use base::Date;
use serde::Deserialize;

use crate::beurt::Onderwerp;
use crate::rol::{Actor, Rol};

mod bestuur;
mod betrokkenheid;
mod blik;
mod botsing;
mod documenten;
mod gegevens;
mod handelingen;
mod kring;
mod leesrecht;
mod zaken;

pub(crate) use betrokkenheid::gelezen_tot;
pub use betrokkenheid::{Betrokkenheid, RelatieSoort, Wie};
pub use blik::{Blik, Zicht};
pub use gegevens::BekendeGegevens;
use handelingen::Handelingsregel;
pub use handelingen::{Bewezen, Grond};
pub use kring::Kring;
pub use leesrecht::{Kennis, Leesrecht};
pub use zaken::Zaken;

base::code_enum! {
    /// The parts of a file.
    Deel {
        /// Identity and contacts.
        A = "A", "wie het kind is en hoe de ouders te bereiken zijn";
        /// Registration and duty of care.
        B = "B", "aanmelding en zorgplicht";
        /// OPP: outcome and goals.
        C = "C", "ontwikkelingsperspectief: bestemming en doelen";
        /// OPP: grounds.
        D = "D", "ontwikkelingsperspectief: gronden";
        /// Medical and diagnostic.
        E = "E", "medische en diagnostische gegevens";
        /// Action part and evaluation.
        F = "F", "handelingsdeel en evaluatie";
        /// Support granted and delivered.
        G = "G", "ondersteuning: toegekend en gegeven";
        /// Request, expert advice, decision.
        H = "H", "aanvraag, advies en besluit";
        /// Absence.
        I = "I", "verzuim en thuiszitten";
        /// Tables and agreements.
        J = "J", "overleg en afspraken";
        /// Dispute: own preparation.
        K1 = "K1", "geschil: eigen voorbereiding";
        /// Dispute: what was lodged.
        K2 = "K2", "geschil: wat is ingediend";
        /// Care and youth help.
        L = "L", "zorg en jeugdhulp";
        /// Notes for own use.
        M = "M", "aantekeningen voor eigen gebruik";
        /// Who looked.
        N = "N", "wie er keek";
    }
}

/// What somebody wants to do with a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Handeling {
    /// Read it.
    Lezen,
    /// Add to it.
    Vastleggen,
}

/// A cell of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Cel {
    lezen: bool,
    vastleggen: bool,
    eigen: bool,
    alleen_lopend: bool,
}

impl Cel {
    /// Reads `r`, `rw*`, `r*+o`, `o`, `-`; `None` for anything else.
    fn parse(text: &str) -> Option<Self> {
        let (main, eigen) = match text {
            "o" => ("-", true),
            _ => text.strip_suffix("+o").map_or((text, false), |main| (main, true)),
        };
        let (main, alleen_lopend) = main.strip_suffix('*').map_or((main, false), |main| (main, true));
        let (lezen, vastleggen) = match main {
            "-" => (false, false),
            "r" => (true, false),
            "w" => (false, true),
            "rw" => (true, true),
            _ => return None,
        };
        Some(Self { lezen, vastleggen, eigen, alleen_lopend })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MatrixTekst {
    #[serde(rename = "valid_from")]
    _valid_from: toml::value::Datetime,
    delen_die_altijd_worden_gelogd: Vec<Deel>,
    #[serde(default)]
    tellingen: Tellingen,
    rij: Vec<RijTekst>,
    opdracht: Vec<OpdrachtTekst>,
}

/// Who sees counts, and how small a count may be.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tellingen {
    rollen: Vec<Rol>,
    zonder_dossiers: Vec<Rol>,
    kleinste: u64,
    #[serde(default)]
    onbezet: Vec<Rol>,
    #[serde(default)]
    onbezet_zonder_dossiers: Vec<Rol>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RijTekst {
    rol: Rol,
    wie: String,
    relatie: Vec<RelatieSoort>,
    #[serde(default)]
    eigen_groep: bool,
    cellen: BTreeMap<Deel, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpdrachtTekst {
    deel: Deel,
    rollen: Vec<Rol>,
    relaties: Vec<RelatieSoort>,
    #[serde(default)]
    na_afloop: bool,
    namen: Vec<String>,
}

/// A matrix that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MatrixError {
    /// Not the shape of a matrix.
    #[error("the access matrix does not read: {0}")]
    Shape(String),
    /// A cell that says nothing known.
    #[error("the access matrix has '{cel}' for {rol} and part {deel:?}")]
    Cel {
        /// Row.
        rol: Rol,
        /// Column.
        deel: Deel,
        /// What stands there.
        cel: String,
    },
    /// A role stands in it twice.
    #[error("the access matrix has two rows for {0}")]
    Twice(Rol),
    /// A command has no row, or an unknown command has one.
    #[error("the access matrix and the commands differ at '{0}'")]
    Opdracht(String),
}

#[derive(Debug)]
struct Rij {
    wie: String,
    relatie: Vec<RelatieSoort>,
    eigen_groep: bool,
    cellen: BTreeMap<Deel, Cel>,
}

/// The access matrix.
#[derive(Debug)]
pub struct Matrix {
    rijen: BTreeMap<Rol, Rij>,
    /// How roles look at lists, worked out once.
    blikken: Vec<Blik>,
    /// Per command: who gives it, and by what.
    opdrachten: BTreeMap<String, Vec<Handelingsregel>>,
    altijd_gelogd: Vec<Deel>,
    tellingen: Tellingen,
}

/// Who looks: an actor, with the group a teacher has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kijker {
    /// Person, role, organisation.
    pub actor: Actor,
    /// Group of a teacher or mentor; empty for other roles.
    pub groep: String,
}

/// An answer of the matrix, with the cell that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toegang {
    /// Allowed.
    pub toegestaan: bool,
    /// Only own contributions.
    pub alleen_eigen: bool,
    /// Row and column, in words: 'intern begeleider × aanmelding en zorgplicht'.
    pub cel: String,
    /// Why not; empty when allowed.
    pub reden: Tekst,
}

impl Matrix {
    /// The matrix of this version of the program.
    pub fn load() -> Result<Self, MatrixError> {
        Self::parse(include_str!("../../../corpus/toegang/2026-11-28.toml"))
    }

    /// Reads a matrix and checks that it covers every command and no others.
    pub fn parse(text: &str) -> Result<Self, MatrixError> {
        let file: MatrixTekst =
            toml::from_str(text).map_err(|error| MatrixError::Shape(error.to_string()))?;
        let mut rijen = BTreeMap::new();
        for rij in file.rij {
            let rol = rij.rol;
            if rijen.insert(rol, read_row(rij)?).is_some() {
                return Err(MatrixError::Twice(rol));
            }
        }
        let mut opdrachten: BTreeMap<String, Vec<Handelingsregel>> = BTreeMap::new();
        for OpdrachtTekst { deel, rollen, relaties, na_afloop, namen } in file.opdracht {
            for naam in namen {
                let (rollen, relaties) = (rollen.clone(), relaties.clone());
                let regel = Handelingsregel { deel, rollen, relaties, na_afloop };
                opdrachten.entry(naam).or_default().push(regel);
            }
        }
        let known = crate::opdracht::OPDRACHTEN;
        let missing =
            known.iter().find(|naam| !opdrachten.contains_key(**naam)).map(|naam| (*naam).to_owned());
        let unknown = opdrachten.keys().find(|naam| !known.contains(&naam.as_str())).cloned();
        match missing.or(unknown) {
            Some(naam) => Err(MatrixError::Opdracht(naam)),
            None => Ok(Self {
                blikken: Self::see(&rijen),
                rijen,
                opdrachten,
                altijd_gelogd: file.delen_die_altijd_worden_gelogd,
                tellingen: file.tellingen,
            }),
        }
    }

    /// Whether somebody may read or add to a part of a file to whose child these relations exist.
    pub fn toegang(
        &self,
        kijker: &Kijker,
        betrokken: &[Betrokkenheid],
        deel: Deel,
        handeling: Handeling,
        on: Date,
    ) -> Toegang {
        self.weigh(kijker, betrokken.iter(), deel, handeling, on)
    }

    fn weigh<'a>(
        &self,
        kijker: &Kijker,
        betrokken: impl Iterator<Item = &'a Betrokkenheid>,
        deel: Deel,
        handeling: Handeling,
        on: Date,
    ) -> Toegang {
        let rol = kijker.actor.rol;
        let naam = format!("{} × {}", rol.label(), deel.label());
        let no = |reden: Tekst| Toegang { toegestaan: false, alleen_eigen: false, cel: naam.clone(), reden };
        let Some(rij) = self.rijen.get(&rol) else { return no(sleutels::toegang::geen_dossiers()) };
        let opens = betrokken.filter(|relation| relation.soort.opent(deel));
        match rij.weigh(deel, handeling, rij.band(kijker, opens, on)) {
            Ok(alleen_eigen) => Toegang { toegestaan: true, alleen_eigen, cel: naam, reden: Tekst::leeg() },
            Err(reden) => no(reden()),
        }
    }

    /// The parts that somebody may read.
    pub fn leesbare_delen(&self, kijker: &Kijker, betrokken: &[Betrokkenheid], on: Date) -> Vec<Deel> {
        self.read_by(kijker, betrokken.iter(), on).into_iter().map(|(deel, _)| deel).collect()
    }

    /// The parts that somebody may read through these relations, and whether only what they contributed themselves.
    fn read_by<'a>(
        &self,
        kijker: &Kijker,
        betrokken: impl Iterator<Item = &'a Betrokkenheid>,
        on: Date,
    ) -> Vec<(Deel, bool)> {
        let Some(rij) = self.rijen.get(&kijker.actor.rol) else { return Vec::new() };
        let betrokken: Vec<&Betrokkenheid> = betrokken.collect();
        let read = |deel: &Deel| {
            let opens = betrokken.iter().copied().filter(|relation| relation.soort.opent(*deel));
            Some((*deel, rij.weigh(*deel, Handeling::Lezen, rij.band(kijker, opens, on)).ok()?))
        };
        Deel::ALL.iter().filter_map(read).collect()
    }

    /// Whether somebody may know of a case: they may read its part of the file through a relation that opens it.
    pub fn ziet_zaak(
        &self,
        kijker: &Kijker,
        betrokken: &[Betrokkenheid],
        onderwerp: Onderwerp,
        on: Date,
    ) -> bool {
        let opens = betrokken.iter().filter(|b| b.zaken.bevat(onderwerp));
        self.weigh(kijker, opens, onderwerp.deel(), Handeling::Lezen, on).toegestaan
    }

    /// The smallest count that a role is told of the own organisation; none where it is told no counts.
    pub fn kleinste_telling(&self, rol: Rol) -> Option<u64> {
        let Tellingen { rollen, zonder_dossiers, .. } = &self.tellingen;
        self.smallest(rol, rollen, zonder_dossiers)
    }

    /// The smallest count of turns that a role is told where nobody at the own organisation holds the role that has them; none where
    /// it is not told that at all.
    pub fn kleinste_onbezet(&self, rol: Rol) -> Option<u64> {
        let Tellingen { onbezet, onbezet_zonder_dossiers, .. } = &self.tellingen;
        self.smallest(rol, onbezet, onbezet_zonder_dossiers)
    }

    /// Who reads files is told every count, who reads none no small one.
    fn smallest(&self, rol: Rol, reads: &[Rol], reads_none: &[Rol]) -> Option<u64> {
        let all = reads.contains(&rol).then_some(1);
        all.or_else(|| reads_none.contains(&rol).then_some(self.tellingen.kleinste))
    }

    /// Reading this part is logged always.
    pub fn is_always_logged(&self, deel: Deel) -> bool {
        self.altijd_gelogd.contains(&deel)
    }

    /// A role in words, as the matrix describes it.
    pub fn wie(&self, rol: Rol) -> &str {
        self.rijen.get(&rol).map_or("", |rij| rij.wie.as_str())
    }

    /// A cell as it stands in the matrix, for the page that shows it.
    pub fn cel(&self, rol: Rol, deel: Deel) -> String {
        let cel = self.rijen.get(&rol).and_then(|rij| rij.cellen.get(&deel)).copied().unwrap_or_default();
        let main = match (cel.lezen, cel.vastleggen) {
            (true, true) => "rw",
            (true, false) => "r",
            (false, true) => "w",
            (false, false) => "",
        };
        let star = if cel.alleen_lopend { "*" } else { "" };
        match (main, cel.eigen) {
            ("", false) => "–".to_owned(),
            ("", true) => "o".to_owned(),
            (_, true) => format!("{main}{star}+o"),
            (_, false) => format!("{main}{star}"),
        }
    }
}

/// Through which of their relations somebody looks at a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Band {
    /// None that counts.
    Geen,
    /// By which nothing runs.
    Rustend,
    /// By which a request, registration or case runs.
    Lopend,
}

impl Rij {
    /// How this row's viewer is tied to the child by these relations.
    fn band<'a>(
        &self,
        kijker: &Kijker,
        betrokken: impl Iterator<Item = &'a Betrokkenheid>,
        on: Date,
    ) -> Band {
        let mut band = Band::Geen;
        for relation in betrokken.filter(|b| self.concerns(b, kijker, on)) {
            if relation.lopend {
                return Band::Lopend;
            }
            band = Band::Rustend;
        }
        band
    }

    /// What a cell gives to somebody so tied: whether only own contributions, or why nothing.
    fn weigh(&self, deel: Deel, handeling: Handeling, band: Band) -> Result<bool, fn() -> Tekst> {
        let cel = self.cellen.get(&deel).copied().unwrap_or_default();
        let fully = match handeling {
            Handeling::Lezen => cel.lezen,
            Handeling::Vastleggen => cel.vastleggen,
        };
        if !fully && !cel.eigen {
            return Err(sleutels::toegang::niet_dit_deel);
        }
        match band {
            Band::Geen => Err(sleutels::toegang::niet_betrokken),
            Band::Rustend if cel.alleen_lopend => Err(sleutels::toegang::er_loopt_niets),
            Band::Rustend | Band::Lopend => Ok(!fully),
        }
    }

    /// This relation is one through which the row gives access to this viewer on this date.
    fn concerns(&self, betrokkenheid: &Betrokkenheid, kijker: &Kijker, on: Date) -> bool {
        let own_group =
            !self.eigen_groep || (!kijker.groep.is_empty() && betrokkenheid.groep == kijker.groep);
        betrokkenheid.is_of(&kijker.actor)
            && own_group
            && self.relatie.contains(&betrokkenheid.soort)
            && betrokkenheid.is_current(on)
    }
}

fn read_row(rij: RijTekst) -> Result<Rij, MatrixError> {
    let mut cellen = BTreeMap::new();
    for (deel, text) in rij.cellen {
        let cel = Cel::parse(&text).ok_or(MatrixError::Cel { rol: rij.rol, deel, cel: text })?;
        cellen.insert(deel, cel);
    }
    Ok(Rij { wie: rij.wie, relatie: rij.relatie, eigen_groep: rij.eigen_groep, cellen })
}

/// A viewer without a group.
impl From<Actor> for Kijker {
    fn from(actor: Actor) -> Self {
        Self { actor, groep: String::new() }
    }
}

#[cfg(test)]
mod tests;
