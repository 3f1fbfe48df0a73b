//! What is asked of a registration by the open form before anything of it is kept: that somebody reads it, that a school can do
//! something with it, and that there are not too many.

use std::collections::BTreeMap;
use std::time::Duration;

use base::{PersoonId, Vestigingscode};
use dossier::algemeen::nieuw;
use dossier::opdracht::{Besluitvorming, Opdrachtnaam};
use dossier::rol::{Actor, ROLLEN};
use dossier::toegang::{Grond, Kijker};
use dossier::{Refusal, Rol};
use storage::{AccountQuery, AccountStand, Digest, Page};
use verband::grenzen::{MEESTE_VAN_BUITEN_PER_DAG, MEESTE_VAN_BUITEN_PER_UUR};
use verband::{Beleid, School};

use super::{LINK, NIEMAND, unreadable};
use crate::{App, AppError, Moment};

/// The times in which they are counted.
const DAG: Duration = Duration::from_hours(24);
const UUR: Duration = Duration::from_hours(1);

impl App {
    /// Somebody works at a school who opens files there, and so reads what comes by the open form.
    pub async fn leest_van_buiten(
        &self,
        vestiging: &Vestigingscode,
        moment: Moment,
    ) -> Result<bool, AppError> {
        for rol in ROLLEN {
            let kijker = Kijker { actor: nobody(vestiging, rol)?, groep: String::new() };
            let opens = Opdrachtnaam::OpenDossier.naam();
            if !self.matrix.mag(&kijker, Grond::NieuwDossier, opens, moment.vandaag).toegestaan {
                continue;
            }
            let query = AccountQuery {
                rol: Some(rol.code().to_owned()),
                ..AccountQuery::all(vestiging.organisatie(), moment.vandaag, Page::first(1))
            };
            let blocked = AccountQuery { stand: Some(AccountStand::Geblokkeerd), ..query.clone() };
            let blocked = self.storage.accounts_of(&blocked).await?.total;
            if self.storage.accounts_of(&query).await?.total > blocked {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Refuses what no school could record: a child that is not born, too old or too young, and a place from a day that is over.
    pub(super) fn refuse_impossible(
        &self,
        school: &School,
        velden: &BTreeMap<String, String>,
        moment: Moment,
    ) -> Result<(), AppError> {
        let date = |veld: &str| velden.get(veld).and_then(|typed| base::dates::parse_typed(typed.trim()));
        if let Some(born) = date("geboortedatum") {
            let (actor, beleid) = (nobody(&school.vestiging, Rol::Ouder)?, Beleid::default());
            let ctx =
                Besluitvorming { wet: &self.wet, beleid: &beleid, vandaag: moment.vandaag, actor: &actor };
            nieuw::kan_aangemeld(born, school.schoolsoort, &ctx).map_err(|refusal| {
                let waits = refusal.wat_wel.is_some();
                if waits { refusal.instead(teksten::buiten::dan_aanmelden()) } else { refusal }
            })?;
        }
        if date("gewenst_per").is_some_and(|per| per < moment.vandaag) {
            return Err(Refusal::field("gewenst_per", teksten::buiten::gewenst_voorbij()).into());
        }
        Ok(())
    }

    /// By who sends, to which address a mail goes, for which school, and all together. Asked of each first and then counted, one at a
    /// time: what is refused uses up nothing, so that trying keeps no door shut.
    pub(super) async fn count_van_buiten(
        &self,
        vestiging: &Vestigingscode,
        e_mail: &str,
        address: &Digest,
        moment: Moment,
    ) -> Result<(), AppError> {
        let (per_address, from_there) = MEESTE_VAN_BUITEN_PER_DAG;
        let (per_mail, per_school, all) = MEESTE_VAN_BUITEN_PER_UUR;
        let mail = Digest::of(e_mail.as_bytes());
        let subjects = [
            (format!("{LINK} {address}"), per_address, DAG),
            (format!("{LINK} {address} {mail}"), from_there, DAG),
            (format!("{LINK} {mail}"), per_mail, UUR),
            (format!("{LINK} {vestiging}"), per_school, UUR),
            (LINK.to_owned(), all, UUR),
        ];
        for (subject, most, window) in &subjects {
            let since = moment.at.checked_sub(*window).unwrap_or(moment.at);
            if self.storage.failures_since(subject, since).await? >= *most {
                return Err(Refusal::new("te_veel", teksten::buiten::te_veel())
                    .instead(teksten::buiten::morgen_of_op_papier())
                    .into());
            }
        }
        for (subject, _, _) in &subjects {
            self.storage.sign_in_failed(subject, moment.at).await?;
        }
        Ok(())
    }
}

/// Nobody who is known, as if in a role at a school.
fn nobody(vestiging: &Vestigingscode, rol: Rol) -> Result<Actor, AppError> {
    let persoon = NIEMAND.parse::<PersoonId>().map_err(|_| unreadable())?;
    Ok(Actor { persoon, rol, organisatie: vestiging.organisatie() })
}
