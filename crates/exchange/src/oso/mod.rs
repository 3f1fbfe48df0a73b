//! OSO dossiers (Edustandaard 2019.1) from a school to a samenwerkingsverband: POSWV and VOSWV.
//!
//! Reading is all or nothing: [`lees`] gives a typed [`OsoDossier`] or one [`OsoFout`] with line,
//! element and reason. Every value carries a [`Herkomst`], because it will prefill something and
//! the person who checks it wants to see where it came from. What is in the file and was not taken
//! over is listed, never dropped silently.

mod bijlage;
mod boom;
mod fout;
mod kop;
mod ondersteuning;
mod personen;
mod toetsen;
mod wacht;
mod zip;

pub use bijlage::{Bijlage, Plek, Verpakking};
pub use fout::{OsoFout, Reden};
pub use kop::{Antwoord, Categorie, Inzage, Metadata, Overstap, Uitlevering};
pub use ondersteuning::{
    ArrangementCluster12, ArrangementPao, Diagnose, Handelingsplan, Lwoo, Onderwijsondersteuning, Opp,
    Schoolloopbaan, Tlv, Verzuim,
};
pub use personen::{
    Adres, Communicatie, Gba, Geslacht, Instelling, Leerling, Pgn, PgnSoort, School, Verzorger,
};
pub use toetsen::{Referentiescore, Toets, Toetsresultaat};

use boom::Boom;

use crate::grenzen;

/// Namespace of version 2019.
pub const NAAMRUIMTE: &str = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier";
/// The version of the standard that is read.
pub const STANDAARDVERSIE: &str = "2019.1";

/// Where a value stands in the dossier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Herkomst {
    /// Names of the elements from the root, with a number where a name occurs more than once:
    /// `dossier/huidigeschool/leerling/verzorger[2]/achternaam`.
    pub pad: String,
    /// Line in the file, from 1.
    pub regel: u32,
}

/// A value with where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waarde<T> {
    /// The value.
    pub waarde: T,
    /// Where it stands.
    pub herkomst: Herkomst,
}

/// Something that the person who imports should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Melding {
    /// Where it shows.
    pub herkomst: Herkomst,
    /// What it is, in Dutch, without the value.
    pub tekst: &'static str,
}

/// Something in the dossier that was not taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NietOvergenomen {
    /// Names of the elements from the root; `@name` for an attribute, `text()` for loose text.
    pub pad: String,
    /// How often it occurs.
    pub aantal: usize,
}

/// A dossier, read as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsoDossier {
    /// What kind of dossier, by which program, with which categories.
    pub metadata: Metadata,
    /// Whether the parents have seen it and what they think of it; `None` when it is left out.
    pub inzage: Option<Inzage>,
    /// The school that sends it.
    pub school: School,
    /// The child.
    pub leerling: Leerling,
    /// The national number, apart from the child. A samenwerkingsverband is not among those whom
    /// the law lets use it, so the caller drops it (see [`OsoDossier::zonder_pgn`]) unless it knows
    /// a legal ground.
    pub pgn: Option<Pgn>,
    /// Parents and others who care for the child.
    pub verzorgers: Vec<Verzorger>,
    /// School years.
    pub schoolloopbaan: Vec<Schoolloopbaan>,
    /// Support: diagnoses, plans, decisions.
    pub ondersteuning: Option<Onderwijsondersteuning>,
    /// Absence.
    pub verzuim: Option<Verzuim>,
    /// Tests with their scores.
    pub toetsen: Vec<Toets>,
    /// Every attachment, from every block, in the order of the file.
    pub bijlagen: Vec<Bijlage>,
    /// What the importer should know.
    pub meldingen: Vec<Melding>,
    /// What is in the file and not in any field above.
    pub niet_overgenomen: Vec<NietOvergenomen>,
    /// Number of elements with text that were taken over.
    pub aantal_waarden: usize,
}

impl OsoDossier {
    /// The categories that the parents kept out of the dossier.
    pub fn opt_out(&self) -> Vec<Categorie> {
        self.metadata.met_uitlevering(Uitlevering::OptUit)
    }

    /// `true` when the parents do not agree with the contents, did not consent to sending it, or
    /// gave a reason for not agreeing.
    pub fn heeft_bezwaar_ouders(&self) -> bool {
        self.inzage.as_ref().is_some_and(|inzage| {
            let nee = |antwoord: &Option<Waarde<Antwoord>>| {
                antwoord.as_ref().is_some_and(|a| a.waarde == Antwoord::Nee)
            };
            nee(&inzage.akkoord) || nee(&inzage.toestemming) || inzage.reden_niet_akkoord.is_some()
        })
    }

    /// The same dossier without the national number.
    #[must_use]
    pub fn zonder_pgn(self) -> Self {
        Self { pgn: None, ..self }
    }
}

/// Reads a dossier.
pub fn lees(bytes: &[u8]) -> Result<OsoDossier, OsoFout> {
    let boom = Boom::lees(wacht::bewaak(bytes)?)?;
    let dossier = boom.wortel();
    if dossier.naam() != "dossier" {
        return Err(dossier.fout(Reden::GeenDossier));
    }
    let metadata = kop::metadata(dossier)?;
    let inzage = dossier.een("inzage")?.map(kop::inzage).transpose()?;
    let huidigeschool = dossier.verplicht("huidigeschool")?;
    let kind = huidigeschool.verplicht("leerling")?;
    let bijlagen = bijlage::alle(&boom, grenzen::OSO_BIJLAGEN_SAMEN)?;
    let school = personen::school(huidigeschool)?;
    let leerling = personen::leerling(kind)?;
    let pgn = personen::pgn(kind)?;
    let verzorgers = kind.alle("verzorger").into_iter().map(personen::verzorger).collect::<Result<_, _>>()?;
    let schoolloopbaan = ondersteuning::schoolloopbaan(kind)?;
    let ondersteuning = kind.een("onderwijsondersteuning")?.map(ondersteuning::ondersteuning).transpose()?;
    let verzuim = kind.een("verzuim")?.map(ondersteuning::verzuim).transpose()?;
    let toetsen = toetsen::toetsen(kind)?;
    kop::meld_strijdig(dossier, &metadata);
    Ok(OsoDossier {
        metadata,
        inzage,
        school,
        leerling,
        pgn,
        verzorgers,
        schoolloopbaan,
        ondersteuning,
        verzuim,
        toetsen,
        bijlagen,
        meldingen: boom.meldingen(),
        niet_overgenomen: boom.niet_overgenomen(),
        aantal_waarden: boom.aantal_waarden(),
    })
}

#[cfg(test)]
mod tests;
