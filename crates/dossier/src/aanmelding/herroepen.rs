//! P1: a refusal is revoked: nothing was decided on the registration, and its terms are those that ran (WPO 63(3), WEC 61(3)-(4),
//! 40(20)-(21), WVO 2020 8.8(6), Awb 7:11(2)). A temporary place that ended by the refusal goes on, where the child is at no other school.

use serde::{Deserialize, Serialize};

use crate::algemeen::herroeping::{self, Besluitsoort, BestredenBesluit, Herroeping};
use crate::algemeen::staat::Brief;
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Feitsoort;
use crate::kaart::{kaart, over_zaak};
use crate::leven::herstel::{InschrijvingHersteld, hersteld};
use crate::opdracht::velden::{Herroepen, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, refuse_outsider};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Afloop, Dossier, Gedaan, Inschrijving};

/// The letter of a refusal.
const WEIGERING: &str = "weigering";

/// A refusal is revoked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeigeringHerroepen {
    /// Registration.
    pub aanmelding: u32,
    /// By what, and why.
    pub herroeping: Herroeping,
    /// A temporary place that ended by the refusal goes on.
    pub tijdelijk: bool,
}

kaart! {
    WeigeringHerroepen, "weigering_herroepen", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::weigering_herroepen();
    terugnemen nee; vervangen nee; herrekenen nee; brief WeigeringHerroepen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.herroeping.reden]); verhuld [NietVermeld ["herroeping", "reden"]];
    redenen [herroeping.reden]; geboortedatum nee;
}

over_zaak!(WeigeringHerroepen, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    if let Some(Afloop::Geweigerd { .. }) = aanmelding.afloop {
        aanmelding.afloop = None;
        aanmelding.plek_vastgesteld = None;
        aanmelding.herroepen = Some(Gedaan::op(feit, self));
        if let Some(plaatsing) = aanmelding.tijdelijke_plaatsing.as_mut().filter(|_| self.tijdelijk) {
            plaatsing.tot = None;
        }
    }
});

daad! {
    /// Revokes a refusal.
    HerroepWeigering,
    /// Registration.
    aanmelding {
        /// By what, and why.
        herroeping: Herroepen,
    }
}

/// The temporary place that ended by the refusal, where the child is at no other school since.
fn temporary(dossier: &Dossier, aanmelding: &Aanmelding) -> Option<InschrijvingHersteld> {
    let per = aanmelding.tijdelijke_plaatsing.as_ref()?.tot?;
    hersteld(dossier, &aanmelding.vestiging, (per, None)).filter(|again| again.tot.is_none())
}

impl Decide for HerroepWeigering {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let nr = self.aanmelding;
        let aanmelding = dossier.aanmelding(nr).ok_or_else(|| Onderwerp::Aanmelding(nr).niet_in_dossier())?;
        refuse_outsider::<Aanmelding>(ctx, &aanmelding.vestiging.organisatie())?;
        let Some(Afloop::Geweigerd { op, .. }) = aanmelding.afloop else {
            return Err(Refusal::new("niet_geweigerd", sleutels::aanmelding::niet_geweigerd()));
        };
        let own = aanmelding.vestiging.organisatie();
        let anew = |other: &&Aanmelding| other.nr > nr && other.vestiging.organisatie() == own;
        // Two registrations of one child at one school are decided on once.
        if dossier.aanmeldingen.iter().filter(anew).any(|other| other.afloop.is_none()) {
            return Err(Refusal::new("nieuwe_aanmelding", sleutels::aanmelding::nieuwe_aanmelding_loopt())
                .instead(sleutels::aanmelding::op_de_nieuwe_beslissen()));
        }
        let again = temporary(dossier, aanmelding);
        let pupil = |place: &&Inschrijving| place.vestiging.organisatie() == own && place.tot.is_none();
        if dossier.inschrijvingen.iter().any(|place| pupil(&place)) {
            return Err(Refusal::new("al_leerling", sleutels::leven::al_ingeschreven()));
        }
        let revoked = WeigeringHerroepen {
            aanmelding: nr,
            herroeping: self.herroeping.checked(op, Some(aanmelding.weigering()), ctx)?,
            tijdelijk: again.is_some(),
        };
        let mut events = vec![Vaststelling::new(ctx.vandaag, dossier, ctx, revoked)];
        events.extend(again.map(|again| Vaststelling::new(ctx.vandaag, dossier, ctx, again)));
        Ok(events)
    }
}

impl Aanmelding {
    /// Its refusal, as somebody objects to it.
    pub fn weigering(&self) -> BestredenBesluit {
        BestredenBesluit { soort: Besluitsoort::Weigering, sector: self.sector, openbaar: self.openbaar }
    }
}

/// The letter of a refusal, or of the end of a temporary place with it, tells something as long as that refusal was not revoked after it
/// was written.
pub(crate) fn geldt_nog(dossier: &Dossier, brief: &Brief) -> bool {
    herroeping::geldt_nog(dossier, brief, |event| {
        WeigeringHerroepen::uit(event).map(|one| Onderwerp::Aanmelding(one.aanmelding))
    })
}

/// The letter of the end of a temporary place, as long as that place ended: also where the refusal was taken back before it left.
pub(crate) fn plek_eindigde(dossier: &Dossier, brief: &Brief) -> bool {
    let Some(Onderwerp::Aanmelding(nr)) = brief.inhoud.betreft.onderwerp() else { return true };
    let place = dossier.aanmelding(nr).and_then(|one| one.tijdelijke_plaatsing.as_ref());
    geldt_nog(dossier, brief) && place.is_none_or(|place| place.tot.is_some())
}

/// The letter that a decision is revoked: of a refusal that was revoked on its day nobody is told where its letter never left.
pub(crate) fn te_vertellen(dossier: &Dossier, brief: &Brief) -> bool {
    let about = brief.inhoud.betreft.onderwerp();
    if !matches!(about, Some(Onderwerp::Aanmelding(_))) {
        return true;
    }
    let reader = |other: &Brief| (other.inhoud.aan_personen.clone(), other.inhoud.aan_organisaties.clone());
    let refused = |other: &&Brief| {
        other.volgnummer < brief.volgnummer
            && other.inhoud.soort == WEIGERING
            && other.inhoud.betreft.onderwerp() == about
            && reader(other) == reader(brief)
    };
    let last = dossier.brieven.iter().rev().find(refused);
    last.is_none_or(|last| last.op != brief.op || !last.post.is_empty())
}
