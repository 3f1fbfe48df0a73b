//! The turns of a file as the law has them, with the names that a file does not hold.

use base::SwvCode;
use dossier::beurt::Zet;
use dossier::tlv::doorzenden::ander_verband;
use dossier::{Beurt, Dossier};

use crate::brieven::named_swv;
use crate::{App, AppError, Moment};

impl App {
    /// The turns of a file as the law has them, with the name of a partnership that decides instead.
    pub async fn beurten(&self, dossier: &Dossier, moment: Moment) -> Result<Vec<Beurt>, AppError> {
        let mut beurten = dossier.beurten_op(&self.wet, moment.vandaag);
        for beurt in beurten.iter_mut().filter(|beurt| beurt.zet == Zet::AanvraagDoorsturen) {
            let asked = beurt.onderwerp.and_then(|over| dossier.aanvraag(over.nr()));
            let naar = asked.and_then(|asked| ander_verband(dossier, asked, (&self.wet, beurt.van)));
            let Some((naar, _)) = naar else { continue };
            let naar = self.naam_verband(&naar.uitkomst, moment).await?;
            beurt.grond = teksten::tlv::BeurtDoorsturen { naar: &naar }.tekst();
        }
        Ok(beurten)
    }

    /// A partnership by name, or by its code where nobody entered one.
    pub(crate) async fn naam_verband(&self, swv: &SwvCode, moment: Moment) -> Result<String, AppError> {
        Ok(named_swv(&self.organisatie_naam(&swv.organisatie(), moment.vandaag).await?))
    }
}
