//! What an act brings about in another file.
//!
//! One append writes in one file. What follows in another is open work like a letter: it is remembered in the append of the fact
//! that brings it about, and done by the loop that makes letters ([`App::make_open_letters`]), again and again until it is done. An act
//! that is recorded is told as done, whatever happens elsewhere.

use dossier::aanmelding::vervallen::MeldVerklaringVervallen;
use dossier::elders::{Elders, NIET_GENOEMD};
use dossier::opdracht::Vaststelling;
use dossier::tlv::besluit::GebruikTlv;
use dossier::toegang::{Bewezen, Kijker};
use dossier::{Actor, Dossier, Gebeurtenis};

use crate::{App, AppError, Moment};

/// What follows elsewhere from facts that were decided together.
pub(crate) fn that_follows(after: &Dossier, decided: &[Vaststelling]) -> Vec<Elders> {
    decided.iter().flat_map(|fact| Elders::volgt_uit(&fact.gebeurtenis, after)).collect()
}

impl App {
    /// Does what facts bring about in other files. What is done there already, or cannot be done any more, stops nothing; what
    /// fails is done by a next round.
    pub(crate) async fn do_elsewhere(
        &self,
        (after, decided): (&Dossier, &[Vaststelling]),
        actor: &Actor,
        moment: Moment,
    ) -> Result<(), AppError> {
        for follows in that_follows(after, decided) {
            let Elders::VerklaringInGebruik { swv, nummer, vestiging, schoolnaam, per, geheim } = follows;
            let Some((elders, aanvraag)) = self.granted(&swv, &nummer).await? else { continue };
            // Whoever may not know where the child is may well read the other file.
            let instead = elders.plaatsvervanger_van(aanvraag, &vestiging).filter(|_| geheim);
            let (vestiging, schoolnaam) =
                instead.map_or((vestiging, schoolnaam), |code| (code, NIET_GENOEMD.to_owned()));
            let gebruik = GebruikTlv { aanvraag, vestiging, schoolnaam, per, elders: true };
            if is_recorded(&elders, &gebruik) {
                continue;
            }
            let proved = (Bewezen::Verklaring, vec![gebruik.into()]);
            match self.execute_proved(&Kijker::from(actor.clone()), moment, &elders.nummer, proved).await {
                Ok(_) => {}
                Err(AppError::Refused(_)) => {
                    self.tell_withdrawn((after, &elders, aanvraag), actor, moment).await?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// A declaration that was withdrawn before its use could be recorded: the school that admitted the child with it is told in its own
    /// file. Refused for another reason there is nothing to tell, and what is told already is refused.
    async fn tell_withdrawn(
        &self,
        (after, elders, aanvraag): (&Dossier, &Dossier, u32),
        actor: &Actor,
        moment: Moment,
    ) -> Result<(), AppError> {
        let Some(request) = elders.aanvraag(aanvraag) else { return Ok(()) };
        let Some((granted, per)) = request.verleend().zip(request.ingetrokken_per()) else { return Ok(()) };
        let mut shown = after.aanmeldingen.iter().filter(|aanmelding| {
            aanmelding.vestiging.organisatie() == actor.organisatie
                && aanmelding.getoond.iter().any(|shown| {
                    (&shown.verklaring.swv, &shown.verklaring.nummer)
                        == (&request.swv.uitkomst, &granted.nummer)
                })
        });
        let Some(aanmelding) = shown.next_back() else { return Ok(()) };
        let (swv, nummer) = (request.swv.uitkomst.clone(), granted.nummer.clone());
        let told = MeldVerklaringVervallen { aanmelding: aanmelding.nr, swv, nummer, per };
        let proved = (Bewezen::Verklaring, vec![told.into()]);
        match self.execute_proved(&Kijker::from(actor.clone()), moment, &after.nummer, proved).await {
            Ok(_) | Err(AppError::Refused(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// An earlier round came so far. Asked of the log itself: another school may have used the declaration since.
fn is_recorded(dossier: &Dossier, gebruik: &GebruikTlv) -> bool {
    dossier.feiten.iter().filter_map(|feit| feit.gebeurtenis()).any(|fact| {
        let unnamed = |naam: &str| naam == NIET_GENOEMD;
        matches!(fact, Gebeurtenis::TlvGebruikt(used)
            if (used.aanvraag, used.per) == (gebruik.aanvraag, gebruik.per)
                && (used.vestiging == gebruik.vestiging || unnamed(&used.schoolnaam) && unnamed(&gebruik.schoolnaam)))
    })
}
