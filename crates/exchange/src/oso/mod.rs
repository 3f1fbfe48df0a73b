//! OSO dossiers (Edustandaard 2019.1) from a school to a samenwerkingsverband: POSWV and VOSWV.
//!
//! Reading is all or nothing: [`lees`] gives a typed [`OsoDossier`] or an [`OsoGeweigerd`] with line, element and reason of
//! everything that is wrong. What the parents kept back, or what may not be in such a dossier, is left out before anything is
//! read. Every value carries a [`Herkomst`], because it will prefill something and the person who checks it wants to see where
//! it came from. All the rest stands in [`OsoDossier::ontvangen`] as it was written, so that nothing is dropped silently.

mod afspraken;
mod bijlage;
mod boom;
mod fout;
mod keur;
mod kop;
mod ondersteuning;
mod ontvangen;
mod personen;
mod schema;
mod toetsen;
mod wacht;
mod weglaten;
mod zip;

pub use bijlage::{Bijlage, Plek, Verpakking};
pub use fout::{OsoFout, OsoGeweigerd, Reden};
pub use kop::{Antwoord, Categorie, Inzage, Metadata, Overstap, Uitlevering};
pub use ondersteuning::{
    ArrangementCluster12, ArrangementPao, Diagnose, Handelingsplan, Lwoo, Onderwijsondersteuning, Opp,
    Schoolloopbaan, Tlv, Verzuim,
};
pub use ontvangen::{RuwBlok, RuweRegel};
pub use personen::{Adres, Communicatie, Gba, Geslacht, Instelling, Leerling, School, Verzorger};
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
    /// Everything that may come in, as it was written, per block.
    pub ontvangen: Vec<RuwBlok>,
}

impl OsoDossier {
    /// The categories that the parents kept out of the dossier.
    pub fn opt_out(&self) -> Vec<Categorie> {
        self.metadata.met_uitlevering(Uitlevering::OptUit)
    }
}

/// Reads a dossier.
pub fn lees(bytes: &[u8]) -> Result<OsoDossier, OsoGeweigerd> {
    let tekst = wacht::bewaak(bytes)?;
    let boom = Boom::lees(&tekst)?;
    let dossier = boom.wortel();
    if dossier.naam() != "dossier" {
        return Err(dossier.fout(Reden::GeenDossier).into());
    }
    let mut metadata = kop::metadata(dossier)?;
    metadata.strijdig = weglaten::laat_weg(dossier, &metadata);
    let fouten = keur::keur(dossier);
    if !fouten.is_empty() {
        return Err(OsoGeweigerd { fouten });
    }
    Ok(read(&boom, dossier, metadata)?)
}

fn read(boom: &Boom<'_>, dossier: boom::Blok<'_, '_>, metadata: Metadata) -> Result<OsoDossier, OsoFout> {
    let inzage = dossier.een("inzage")?.map(kop::inzage).transpose()?;
    let huidigeschool = dossier.verplicht("huidigeschool")?;
    let kind = huidigeschool.verplicht("leerling")?;
    let bijlagen = bijlage::alle(boom, grenzen::OSO_BIJLAGEN_SAMEN)?;
    let school = personen::school(huidigeschool)?;
    let leerling = personen::leerling(kind)?;
    let verzorgers = kind.alle("verzorger").into_iter().map(personen::verzorger).collect::<Result<_, _>>()?;
    let schoolloopbaan = ondersteuning::schoolloopbaan(kind)?;
    let ondersteuning = kind.een("onderwijsondersteuning")?.map(ondersteuning::ondersteuning).transpose()?;
    let verzuim = kind.een("verzuim")?.map(ondersteuning::verzuim).transpose()?;
    let toetsen = toetsen::toetsen(kind)?;
    Ok(OsoDossier {
        metadata,
        inzage,
        school,
        leerling,
        verzorgers,
        schoolloopbaan,
        ondersteuning,
        verzuim,
        toetsen,
        bijlagen,
        meldingen: boom.meldingen(),
        ontvangen: ontvangen::ontvangen(dossier),
    })
}

#[cfg(test)]
mod tests;
