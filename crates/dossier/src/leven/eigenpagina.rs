//! A page of one's own: the school invites a parent, or the pupil who is of age, and the one-time code connects an account.

use std::sync::Arc;

use base::{Date, PersoonId};
use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::leven::feiten::{OuderAangesloten, OuderUitgenodigd};
use crate::leven::leerling::LEERLING;
use crate::leven::opdracht::current;
use crate::opdracht::velden::{Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::soort::Relatie;
use crate::staat::{Dossier, Feit, Persoon};
use crate::woord::Woord;

/// Invites a parent to the own page, or the pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodigOuderUit {
    /// Who, by number in the file; [`LEERLING`] for the pupil.
    pub persoon: u32,
    /// Last day on which the code works.
    pub geldig_tot_en_met: Date,
    /// They work at the organisation that invites them, so that an account of its own may use the code.
    pub werkt_hier: bool,
}

impl NodigOuderUit {
    /// Whether they have a page already; a refusal for who gets none.
    fn has_page(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<bool, Refusal> {
        if self.persoon == LEERLING {
            if !dossier.handelt_zelf(ctx.vandaag) {
                return Err(not_of_age(ctx));
            }
            return Ok(dossier.leerling_zelf(ctx.vandaag).is_some_and(|own| own.account.is_some()));
        }
        let persoon = current(dossier, self.persoon, ctx)?;
        if persoon.relatie == Relatie::Pleegouder && !dossier.mag_eigen_pagina(persoon) {
            return Err(Refusal::field("persoon", sleutels::leven::verzorger_leest_nog_niets())
                .instead(sleutels::leven::eerst_lezing_toestaan()));
        }
        if !dossier.mag_eigen_pagina(persoon) {
            return Err(Refusal::field(
                "persoon",
                sleutels::leven::GeenEigenPagina { relatie: persoon.relatie.woord() }.tekst(),
            )
            .instead(sleutels::leven::op_verzoek()));
        }
        Ok(persoon.account.is_some())
    }
}

/// Until then the parents act, and the pupil is heard beside them (BW 1:233, 1:245).
fn not_of_age(ctx: &Besluitvorming<'_>) -> Refusal {
    Refusal::new("leerling_handelt_niet_zelf", sleutels::leven::leerling_nog_geen_pagina())
        .because(regels::vindplaats(ctx, "meerderjarig.leeftijd", ctx.vandaag))
        .instead(sleutels::leven::ouders_beslissen_nog())
}

impl Decide for NodigOuderUit {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        if self.has_page(dossier, ctx)? {
            return Err(Refusal::field("persoon", sleutels::leven::heeft_al_pagina()));
        }
        invoer::not_before("geldig_tot_en_met", self.geldig_tot_en_met, ctx.vandaag)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            OuderUitgenodigd {
                persoon: self.persoon,
                geldig_tot_en_met: self.geldig_tot_en_met,
                werkt_hier: self.werkt_hier,
            },
        )])
    }
}

/// Connects an account after the one-time code was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SluitOuderAan {
    /// Who, by number in the file; [`LEERLING`] for the pupil.
    pub persoon: u32,
    /// Their account.
    pub account: PersoonId,
}

impl Decide for SluitOuderAan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let persoon = current(dossier, self.persoon, ctx)?;
        let is_pupil = persoon.relatie == Relatie::Leerling;
        // Nobody comes in as the pupil by the code of a parent, nor after it was found that the pupil does not act.
        let as_invited =
            is_pupil == (ctx.actor.rol == Rol::Leerling) && (!is_pupil || dossier.handelt_zelf(ctx.vandaag));
        let invited = persoon.uitnodiging.as_ref().is_some_and(|sent| ctx.vandaag <= sent.geldig_tot_en_met);
        if !invited || !as_invited {
            return Err(Refusal::new("geen_uitnodiging", sleutels::leven::geen_uitnodiging())
                .instead(sleutels::leven::nieuwe_code()));
        }
        if persoon.account.is_some() {
            return Err(Refusal::new("al_aangesloten", sleutels::leven::heeft_al_pagina()));
        }
        if persoon.eerdere_accounts.contains(&self.account) {
            return Err(Refusal::new("pagina_gesloten", sleutels::leven::pagina_gesloten_voor_account())
                .instead(sleutels::leven::school_bellen()));
        }
        dossier.weiger_account_van_ander(self.persoon, &self.account)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            OuderAangesloten { persoon: self.persoon, account: self.account.clone() },
        )])
    }
}

/// The school ended an own page: somebody else had opened it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EigenPaginaBeeindigd {
    /// Whose page it was to be, by number in the file.
    pub persoon: u32,
    /// The account that opened it.
    pub account: PersoonId,
    /// Why.
    pub reden: String,
}

kaart! {
    EigenPaginaBeeindigd, "eigen_pagina_beeindigd", versie 1 [];
    over kind; deel A; lezers allen; zin |_| sleutels::leven::eigen_pagina_beeindigd();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for EigenPaginaBeeindigd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.kwam_niet_aan_bij(self.persoon, feit.on);
        for persoon in &mut dossier.personen {
            // What was allowed on that page was allowed by somebody else.
            persoon.lezing.retain(|(_, said)| said.van != self.persoon || !said.blijkt.is_empty());
        }
        for persoon in dossier.personen.iter_mut().filter(|persoon| persoon.nr == self.persoon) {
            persoon.eerdere_accounts.extend(persoon.account.take());
            // Whoever should have it is invited anew.
            (persoon.uitnodiging, persoon.digitaal) = (None, None);
        }
    }
}

daad! {
    /// Ends an own page that somebody else opened: the account reads nothing of the file from then on.
    BeeindigEigenPagina,
    /// Whose page it is.
    persoon {
        /// Why.
        reden: Tekst,
    }
}

impl Decide for BeeindigEigenPagina {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let account = dossier.persoon(self.persoon).and_then(|persoon| persoon.account.clone());
        let Some(account) = account else {
            return Err(Refusal::field("persoon", sleutels::leven::geen_pagina_in_gebruik()));
        };
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        let fact = EigenPaginaBeeindigd { persoon: self.persoon, account, reden };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}

impl Dossier {
    /// Refuses an account that is of somebody else around the child, or was, as that of this person. The pupil decides in the place of
    /// parents who know the date of birth and live where the letter goes. One parent is not both: what each agrees to and answers is theirs, and
    /// from whom the places are secret comes in as nobody else. The same person by another record, called the same, is no other. Nor does an
    /// account that recorded something here for its work: whoever makes the codes would answer for both parents.
    pub fn weiger_account_van_ander(&self, persoon: u32, account: &PersoonId) -> Result<(), Refusal> {
        let called = self.persoon(persoon).map(|invited| invited.naam.as_str()).unwrap_or_default();
        let is_own = |one: &Persoon| {
            ![one.nr, persoon].contains(&LEERLING) && base::naam::is_same_person(&one.naam, called)
        };
        let of_them = |one: &Persoon| {
            one.account.as_ref() == Some(account) && !is_own(one) || one.eerdere_accounts.contains(account)
        };
        let for_work = |feit: &Arc<Feit>| {
            feit.actor.persoon == *account && !matches!(feit.actor.rol, Rol::Ouder | Rol::Leerling)
        };
        if self.feiten.iter().any(for_work) {
            return Err(Refusal::new("account_van_werk", sleutels::leven::account_van_werk())
                .instead(sleutels::leven::werk_eigen_account()));
        }
        if !self.personen.iter().filter(|one| one.nr != persoon).any(of_them) {
            return Ok(());
        }
        Err(if persoon == LEERLING {
            Refusal::new("account_van_ouder", sleutels::leven::account_van_ouder())
                .instead(sleutels::leven::leerling_eigen_account())
        } else {
            Refusal::new("account_van_ander", sleutels::leven::account_van_ander())
                .instead(sleutels::leven::ander_eigen_account())
        })
    }
}
