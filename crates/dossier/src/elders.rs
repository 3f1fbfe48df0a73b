//! What a fact brings about in another file: asked of the fact, so that it follows by whatever road the fact was recorded.

use base::{Date, SwvCode, Vestigingscode};

use crate::gebeurtenis::Gebeurtenis;
use crate::staat::{Dossier, Inhoud, TlvAanvraag};

/// What a file calls a school that it may not name: another file, in which it is secret where the child is, brought the fact about.
pub const NIET_GENOEMD: &str = "een andere school";
/// Stand-ins for such schools are numbered down from here, apart from those of a reader from whom this file is secret.
const LAATSTE_PLAATSVERVANGER: usize = 999;

/// A fact that names no school, because another file brought it about in which it is secret where the child is.
pub(crate) fn verzwijgt_school(inhoud: &Inhoud) -> bool {
    match inhoud {
        Inhoud::Leesbaar(Gebeurtenis::EldersToegelaten(told)) => told.schoolnaam == NIET_GENOEMD,
        Inhoud::Leesbaar(Gebeurtenis::TlvGebruikt(used)) => used.schoolnaam == NIET_GENOEMD,
        Inhoud::Leesbaar(_) | Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => false,
    }
}

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
        /// In the file where the child is admitted it is secret from somebody where it is: no other file names that school.
        geheim: bool,
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
            geheim: dossier.geheimhouding.is_some(),
        });
        used.collect()
    }
}

impl Dossier {
    /// What stands in this file for a school that another file may not name, which uses the declaration of this request: another one for
    /// each use. None where the child is a pupil of that school by this file: it is no secret here.
    pub fn plaatsvervanger_van(&self, aanvraag: u32, school: &Vestigingscode) -> Option<Vestigingscode> {
        let mut places = self.inschrijvingen.iter().filter(|place| place.tot.is_none());
        if places.any(|place| place.vestiging.organisatie() == school.organisatie()) {
            return None;
        }
        let uses = self.aanvraag(aanvraag).into_iter().flat_map(TlvAanvraag::plaatsingen);
        let before = uses.filter(|used| used.schoolnaam == NIET_GENOEMD).count();
        Some(Vestigingscode::plaatsvervanger(LAATSTE_PLAATSVERVANGER.saturating_sub(before)))
    }

    /// This file heard that the child is admitted at a school that it may not name.
    pub fn is_elders_in_het_geheim(&self) -> bool {
        self.elders_toegelaten.iter().any(|told| told.schoolnaam == NIET_GENOEMD)
    }
}
