//! The processes of a file, in one list: what each adds to turns, to who is concerned, and to the cases.
//!
//! Whatever walks over all processes walks over [`PROCESSEN`], so that a new one is a folder and one line here.

use crate::beurt::Beurt;
use crate::staat::Dossier;
use crate::toegang::{Betrokkenheid, Zaak};
use crate::{aanmelding, leven, tlv, verwijdering};

/// A process: what it adds to what is computed of a file.
#[derive(Debug)]
pub struct Proces {
    /// Its name in addresses, catalogues and folders.
    pub code: &'static str,
    /// Its name for people.
    pub naam: &'static str,
    /// Its open steps.
    pub(crate) beurten: fn(&Dossier, &mut Vec<Beurt>),
    /// Who is concerned with the child by it.
    pub(crate) betrokkenen: fn(&Dossier, &mut Vec<Betrokkenheid>),
    /// Its cases.
    pub(crate) zaken: for<'a> fn(&'a Dossier) -> Vec<Zaak<'a>>,
}

/// Every process. What stands first comes first where two turns are equal.
pub static PROCESSEN: &[Proces] = &[leven::PROCES, aanmelding::PROCES, verwijdering::PROCES, tlv::PROCES];
