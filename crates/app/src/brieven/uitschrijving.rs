//! The letter that a child is taken off the list of its school (LPW 10): one of those with authority can ask for it, and the others have to
//! hear of it. What the school saw is not in it: it may say where the child goes to school.

use documents::Uitschrijving;
use dossier::leven::feiten::Uitgeschreven;
use dossier::soort::Uitschrijfreden;

use super::Conceptbrief;
use super::schrijver::Schrijver;
use super::wetten::grond;
use super::woorden::tekst;
use crate::AppError;

/// From which day a school takes a pupil off its list.
const DAY: &str = "leven.dag_van_uitschrijven";

impl Schrijver<'_> {
    /// To everybody with authority, and to a pupil who decides.
    pub(super) fn uitschrijving(&self, event: &Uitgeschreven) -> Result<Vec<Conceptbrief>, AppError> {
        let missing = || AppError::Letter("bij deze uitschrijving staat geen reden van de wet".to_owned());
        let reason = event.grond.ok_or_else(missing)?;
        let mut grounds = self.wet.gronden_uitschrijving(event.per);
        let ground = grounds.find(|ground| ground.id == reason.code()).ok_or_else(missing)?;
        let mut wet = vec![grond(what_the_law_says(reason), ground.bron.vindplaats.clone())?];
        // Whatever the Leerplichtwet says, from which day stands in the decree of the school.
        if reason != Uitschrijfreden::Overleden && self.wetten().plaats_van_bepaling(DAY).is_some() {
            wet.push(self.wetten().bepaling(DAY)?);
        }
        let asker = event.verzoek_van.and_then(|nr| self.dossier.persoon(nr));
        let mut requests = self.dossier.aanvragen.iter().filter(|a| a.vestiging == event.vestiging);
        let runs = requests.any(|a| a.ontvangen_op.is_some() && !a.fase().is_afgelopen());
        self.aan_ouders(|lezer| {
            let own = match (event.verzoek_van, lezer.persoon) {
                (Some(asked), Some(reader)) => asked == reader,
                (None, None) => self.dossier.handelt_zelf(self.vandaag),
                (Some(_), None) | (None, Some(_)) => false,
            };
            Ok(Uitschrijving {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                per: event.per,
                reden: tekst(&ground.tekst)?,
                zelf_gevraagd: own,
                op_verzoek_van: match asker.filter(|_| !own) {
                    Some(persoon) => Some(tekst(&persoon.naam)?),
                    None => None,
                },
                school_onbekend: event.nagaan,
                aanvraag_loopt: runs,
                routes: self.gesprek_en_hulp()?,
            })
        })
    }
}

/// What the Leerplichtwet says of taking a pupil off the list for this reason. LPW 10 names other schools and exemptions alone, and holds
/// as long as the child has to be at a school.
fn what_the_law_says(reason: Uitschrijfreden) -> &'static str {
    match reason {
        Uitschrijfreden::AndereSchool
        | Uitschrijfreden::Ongeschikt
        | Uitschrijfreden::Richting
        | Uitschrijfreden::SchoolBuitenland
        | Uitschrijfreden::TrekkendBestaan
        | Uitschrijfreden::VrijstellingGemeente => {
            "Zolang een kind naar school moet, haalt een school het alleen van haar lijst als daarom wordt gevraagd, en om een reden die de wet noemt."
        }
        Uitschrijfreden::Startkwalificatie => {
            "Met een startkwalificatie eindigt de kwalificatieplicht. Daarna zegt de Leerplichtwet niets over uitschrijven."
        }
        Uitschrijfreden::ProOfVsoAfgerond => {
            "Voor deze leerling geldt de kwalificatieplicht niet. Dat de school dan mag uitschrijven, is een lezing van de wet."
        }
        Uitschrijfreden::OpVerzoek => {
            "Het kind hoeft op die dag niet naar school. De Leerplichtwet zegt dan niets over uitschrijven."
        }
        Uitschrijfreden::Buitenland | Uitschrijfreden::TeOud | Uitschrijfreden::Overleden => {
            "De Leerplichtwet noemt deze reden niet. Zo gaan scholen en gemeenten ermee om."
        }
    }
}
