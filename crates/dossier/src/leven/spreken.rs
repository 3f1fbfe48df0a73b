//! Whose word an act is, where what is said is one of those who decide for the child: who has authority speaks for themselves, and a school
//! says for whom it writes. Every process that asks the word of a parent asks it here.

use base::{Date, Sector, Vindplaats};
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use crate::leven::gezag::is_zelfde_mens;
use crate::opdracht::{Besluitvorming, invoer, regels};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::soort::Relatie;
use crate::staat::{Dossier, Persoon};

/// In which sector it is asked, and by the law of which day.
pub(crate) type Plek = (Sector, Date);

impl Dossier {
    /// Whose word it is: who acts as a parent speaks for themselves, and a school says for whom. None where it is nobody's in
    /// particular: a pupil who acts themselves, parents who are not in the file.
    pub(crate) fn wie_spreekt(
        &self,
        plek: Plek,
        van: Option<u32>,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<&Persoon>, Refusal> {
        let all = self.beslissen_samen(ctx.vandaag);
        let own = |persoon: &&&Persoon| persoon.account.as_ref() == Some(&ctx.actor.persoon);
        let self_ = all.iter().find(own).copied().filter(|_| ctx.actor.rol == Rol::Ouder);
        let Some(nr) = van else {
            return match (self_, &all[..]) {
                (Some(own), _) => Ok(Some(own)),
                (None, []) if self.nobody_decides(ctx) => {
                    let article = regels::artikel(ctx, "gezag.hooguit_twee", plek.0, ctx.vandaag);
                    Err(Refusal::new("niemand_met_gezag", sleutels::leven::beurt_niemand_met_gezag())
                        .because(article)
                        .instead(sleutels::leven::zet_gezag_nagaan()))
                }
                (None, [] | [_]) => Ok(all.first().copied()),
                (None, _) => Err(Refusal::field("van", sleutels::aanmelding::wie_van_de_ouders())
                    .because(together(plek, ctx))
                    .instead(sleutels::aanmelding::ouder_kiezen())),
            };
        };
        invoer::own_person("van", self, nr, ctx)?;
        let named = self.persoon(nr);
        let found = named.and_then(|named| all.into_iter().find(|persoon| is_zelfde_mens(persoon, named)));
        found.map(Some).ok_or_else(|| Refusal::field("van", sleutels::aanmelding::zonder_gezag()))
    }

    /// Those who had authority are gone, and nobody is in their place: then nobody speaks for the child, and the school least of all. Whoever
    /// cares for the child is a parent in the law of education (WPO 1, WEC 1).
    pub(crate) fn nobody_decides(&self, ctx: &Besluitvorming<'_>) -> bool {
        let cares = |persoon: &&Persoon| {
            let there = persoon.van <= ctx.vandaag && persoon.tot.is_none_or(|tot| ctx.vandaag < tot);
            persoon.relatie == Relatie::Pleegouder && there && !persoon.overleden
        };
        let had = self.personen.iter().any(|persoon| persoon.relatie.has_gezag());
        had && !self.handelt_zelf(ctx.vandaag) && !self.personen.iter().any(|persoon| cares(&persoon))
    }
}

/// That the word of each of them is waited for is a choice of this program: by law one of them can act alone as long as nothing shows that
/// the other objects (BW 1:253i(1)).
pub(crate) fn together((sector, op): Plek, ctx: &Besluitvorming<'_>) -> Option<Vindplaats> {
    regels::artikel(ctx, "gezag.wachten", sector, op)
}

/// Nobody answers for the dead, and nobody goes on without them on another ground: a mistake comes out in that time.
pub(crate) fn died_lately(plek: Plek, ctx: &Besluitvorming<'_>) -> Refusal {
    let dagen = DAGEN_OM_TE_ANTWOORDEN;
    Refusal::new("pas_overleden", sleutels::aanmelding::PasOverleden { dagen }.tekst())
        .because(together(plek, ctx))
        .instead(sleutels::aanmelding::OverlijdenWachtenOfVerbeteren { dagen }.tekst())
}
