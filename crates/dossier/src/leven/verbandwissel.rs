//! A child moved to the area of another partnership while a declaration or a request runs: its school finds out what goes along. No law
//! lays that on it; support, transport and the next request are arranged with another partnership, and nobody else hears of the move.

use std::sync::Arc;

use base::{Date, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::leven::staat::Adres;
use crate::opdracht::velden::{Tekst, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school};
use crate::refusal::Refusal;
use crate::soort::Schoolsoort;
use crate::staat::{Aanmelding, Afloop, Dossier, Feit, Inschrijving, TlvAanvraag};

/// A move to the area of another partnership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verbandwissel {
    /// The day from which a school can know of it: of the move, or of the recording.
    pub op: Date,
    /// Another one for primary education.
    pub po: bool,
    /// Another one for secondary education.
    pub vo: bool,
    /// The schools that recorded what goes along.
    pub nagegaan_door: Vec<Vestigingscode>,
}

impl Verbandwissel {
    /// What a move changes; none where it is the same partnership, or one of the two is not known.
    pub(crate) fn of(was: &Adres, wordt: &Adres, op: Date) -> Option<Self> {
        let other = |was: &Option<_>, wordt: &Option<_>| was.is_some() && wordt.is_some() && was != wordt;
        let (po, vo) = (other(&was.swv_po, &wordt.swv_po), other(&was.swv_vo, &wordt.swv_vo));
        (po || vo).then(|| Self { op, po, vo, nagegaan_door: Vec::new() })
    }

    /// It is about a pupil of such a school.
    fn raakt(&self, school: Schoolsoort) -> bool {
        match school {
            Schoolsoort::Basisschool | Schoolsoort::Sbo | Schoolsoort::So => self.po,
            Schoolsoort::Vo | Schoolsoort::Vso => self.vo,
            Schoolsoort::SoVso => self.po || self.vo,
            // Others decide there, and no partnership.
            Schoolsoort::InstellingC12 => false,
        }
    }
}

/// The school found out what goes along with a child that moved to the area of another partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerhuizingNagegaan {
    /// Which school.
    pub vestiging: Vestigingscode,
    /// What goes along, and what was arranged with whom.
    pub hoe: String,
}

kaart! {
    VerhuizingNagegaan, "verhuizing_nagegaan", versie 1 [];
    over kind; deel B; lezers allen; zin |_| sleutels::leven::verhuizing_nagegaan();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, _| Some(event.vestiging.organisatie()));
    getypt (|event| vec![&event.hoe]); verhuld [NietVermeld ["hoe"]];
    redenen geen; geboortedatum nee;
}

impl Fold for VerhuizingNagegaan {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        for moved in dossier.verbandwissels.iter_mut().filter(|moved| moved.op <= feit.on) {
            moved.nagegaan_door.push(self.vestiging.clone());
        }
    }
}

/// A declaration of this request holds on that day or later, or the request runs.
fn runs(aanvraag: &TlvAanvraag, since: Date) -> bool {
    let fase = aanvraag.fase();
    let holds = || aanvraag.laatste_dag_verklaring().is_some_and(|last| since <= last);
    !fase.liep_op_niets_uit() && (aanvraag.besluit.is_none() || holds())
}

/// The child came with a declaration of another file, which holds on that day or later.
fn came_with(aanmelding: &Aanmelding, school: &Vestigingscode, since: Date) -> bool {
    let Some(Afloop::Toegelaten { per, .. }) = aanmelding.afloop else { return false };
    let here = aanmelding.vestiging.organisatie() == school.organisatie();
    here && aanmelding.getoond_voor(per).any(|shown| since <= shown.tot_en_met)
}

impl Dossier {
    /// The last move to another partnership of which the school at this place has to find out what goes along; none where it did, where
    /// no partnership of its kind changed, and where neither a declaration nor a request runs.
    pub(crate) fn verhuizing_na_te_gaan(&self, place: &Inschrijving) -> Option<&Verbandwissel> {
        let moved = self.verbandwissels.last()?;
        let concerns = place.is_current(moved.op) && moved.raakt(place.schoolsoort);
        let open = concerns && !moved.nagegaan_door.contains(&place.vestiging);
        let something_runs = self.aanvragen.iter().any(|aanvraag| runs(aanvraag, moved.op))
            || self.aanmeldingen.iter().any(|a| came_with(a, &place.vestiging, moved.op));
        (open && something_runs).then_some(moved)
    }
}

daad! {
    /// Records what goes along with a child that moved to the area of another partnership.
    GaVerhuizingNa {
        /// Which school.
        vestiging: eigen::Vestiging,
        /// What goes along, and what was arranged with whom.
        hoe: Tekst,
    }
}

impl Decide for GaVerhuizingNa {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        let mut here = dossier.inschrijvingen.iter().filter(|place| place.vestiging == self.vestiging);
        let open = |place: &Inschrijving| {
            dossier.verhuizing_na_te_gaan(place).is_some_and(|moved| moved.op <= ctx.vandaag)
        };
        if !here.any(open) {
            return Err(Refusal::new(
                "geen_verhuizing_na_te_gaan",
                sleutels::leven::geen_verhuizing_na_te_gaan(),
            ));
        }
        let hoe = invoer::reason("hoe", &self.hoe, ctx)?;
        let fact = VerhuizingNagegaan { vestiging: self.vestiging.clone(), hoe };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}
