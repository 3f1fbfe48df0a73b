//! What a fact brings about in another file: asked of the fact, so that it follows by whatever road the fact was recorded.

use base::{Date, SwvCode, Vestigingscode};

use crate::gebeurtenis::Gebeurtenis;
use crate::staat::Dossier;

/// Something that follows in another file than that of the fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Elders {
    /// A declaration that was granted in another file is used: a child is admitted with it.
    VerklaringInGebruik {
        /// Partnership that granted it.
        swv: SwvCode,
        /// Its number within that partnership.
        nummer: String,
        /// School that admits the child.
        vestiging: Vestigingscode,
        /// What that school is called.
        schoolnaam: String,
        /// First day at that school.
        per: Date,
    },
}

impl Elders {
    /// What follows elsewhere from a fact, by the file as it stood right after it.
    pub fn volgt_uit(gebeurtenis: &Gebeurtenis, dossier: &Dossier) -> Vec<Self> {
        let Gebeurtenis::Toegelaten(admitted) = gebeurtenis else { return Vec::new() };
        let Some(aanmelding) = dossier.aanmelding(admitted.aanmelding) else { return Vec::new() };
        let used = aanmelding.getoond_voor(admitted.per).map(|shown| Self::VerklaringInGebruik {
            swv: shown.swv.clone(),
            nummer: shown.nummer.clone(),
            vestiging: aanmelding.vestiging.clone(),
            schoolnaam: aanmelding.schoolnaam.clone(),
            per: admitted.per,
        });
        used.collect()
    }
}
