//! The register of the house: every process, every kind of case, turn, event and letter, each in one list of its own file.
//!
//! What they are stands elsewhere, beside what they do ([`crate::proces`], [`crate::beurt`], [`crate::gebeurtenis`],
//! [`crate::brief`]); acts have their list in [`crate::opdracht`]. A new process writes its lines here.

use crate::proces::Proces;
use crate::{aanmelding, leven, plan, tlv, verwijdering};

mod brieven;
mod feiten;
mod zaken;
mod zetten;

pub use brieven::{BRIEVEN, Briefvraag};
pub use feiten::{EVENT_TYPES, Gebeurtenis};
pub(crate) use zaken::onderwerp_van;
pub use zaken::{Onderwerp, Zaken};
pub use zetten::Zet;

/// Every process. What stands first comes first where two turns are equal.
pub static PROCESSEN: &[Proces] =
    &[leven::PROCES, aanmelding::PROCES, verwijdering::PROCES, tlv::PROCES, plan::PROCES];
