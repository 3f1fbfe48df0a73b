//! What a parent cannot do from whom it is kept secret by name where the child is. Every act that changes something for the
//! child is closed, with the same words whatever is asked: an answer that depends on the school would tell which school it is.
//!
//! What is secret from everybody outside, without a name, is hidden on pages and in letters and closes no act: it is not said
//! against whom, and the parent with whom the child lives may register it, answer an offer and object.

use base::{Date, PersoonId, SwvCode, dates};
use verband::grenzen::MEESTE_FEITEN_GEZIN;

use crate::aanmelding::feiten::Indiener;
use crate::gebeurtenis::Feitsoort;
use crate::leven::feiten::OuderAangesloten;
use crate::leven::gezag::is_zelfde_mens;
use crate::leven::leerling::LEERLING;
use crate::opdracht::Opdrachtnaam;
use crate::refusal::Refusal;
use crate::rol::{Actor, Rol};
use crate::staat::{Dossier, Feit, Persoon};

/// The own words of a parent: they take the child nowhere, and what is answered tells nothing of where it is. A yes or no to help is asked of
/// whoever has authority, and of nobody in their place. An act that is not named here is closed.
const OWN_WORDS: [Opdrachtnaam; 7] = [
    Opdrachtnaam::SluitOuderAan,
    Opdrachtnaam::ZegDigitaalBereikbaar,
    Opdrachtnaam::MeldEersteContact,
    Opdrachtnaam::GeefZienswijze,
    Opdrachtnaam::LaatWeten,
    Opdrachtnaam::StemIn,
    Opdrachtnaam::WeigerInstemming,
];

impl Dossier {
    /// Where the child lives and goes to school is hidden from this person around it: by name, or as from everybody.
    pub fn is_geheim_voor(&self, nr: u32) -> bool {
        nr != LEERLING && self.geheimhouding.as_ref().is_some_and(|geheim| geheim.geldt_voor(nr))
    }

    /// The same of whoever acts as a parent: by every record of them in the file. Two schools may each have typed the same
    /// father, and he is one.
    pub fn is_geheim_voor_wie(&self, actor: &Actor) -> bool {
        actor.rol == Rol::Ouder && self.eigen_nummers(actor).any(|nr| self.is_geheim_voor(nr))
    }

    /// It is secret by name from this person, and they are here for their work, not as a parent: nothing of the file is theirs. A page of
    /// theirs that the school closed changes nothing of that.
    pub fn sluit_uit(&self, actor: &Actor) -> bool {
        let named = self.geheimhouding.as_ref().map_or(&[][..], |geheim| &geheim.voor_personen);
        let had_page =
            |nr: &u32| self.persoon(*nr).is_some_and(|one| one.eerdere_accounts.contains(&actor.persoon));
        actor.rol != Rol::Ouder
            && (self.eigen_nummers(actor).any(|nr| named.contains(&nr)) || named.iter().any(had_page))
    }

    /// It is secret by name from this person around the child, in any record of theirs: what they would answer on a page of
    /// their own is closed.
    pub(crate) fn is_met_naam_geheim(&self, persoon: &Persoon) -> bool {
        let named = self.geheimhouding.as_ref().map_or(&[][..], |geheim| &geheim.voor_personen);
        let mut records = self.personen.iter().filter(|record| is_zelfde_mens(record, persoon));
        records.any(|record| named.contains(&record.nr))
    }

    /// The number of the fact since which that is so without a break.
    pub fn geheim_sinds_voor(&self, actor: &Actor) -> Option<u64> {
        self.eigen_nummers(actor).filter_map(|nr| self.geheim_sinds(nr)).min()
    }

    /// Every record of a parent, also one that ended; none of the pupil, from whom it is no secret where they are. One whose page the
    /// school closed too, where they have none any more, or opened that one first: who has one of their own, and opened another by mistake, is
    /// who they are.
    fn eigen_nummers(&self, actor: &Actor) -> impl Iterator<Item = u32> {
        let is_one = |persoon: &Persoon| persoon.nr != LEERLING;
        let now =
            move |persoon: &Persoon| is_one(persoon) && persoon.account.as_ref() == Some(&actor.persoon);
        let before =
            move |persoon: &Persoon| is_one(persoon) && persoon.eerdere_accounts.contains(&actor.persoon);
        let any_now = self.personen.iter().any(now);
        let own = self.personen.iter().filter(move |one| {
            now(one) || before(one) && (!any_now || self.eerste_pagina(&actor.persoon) == Some(one.nr))
        });
        own.map(|persoon| persoon.nr)
    }

    /// The same, for what asks it of each letter.
    pub(crate) fn nummers_van(&self, actor: &Actor) -> Vec<u32> {
        self.eigen_nummers(actor).collect()
    }

    /// Whose page an account opened first.
    fn eerste_pagina(&self, account: &PersoonId) -> Option<u32> {
        let opened = self.feiten.iter().filter_map(|feit| feit.gebeurtenis().and_then(OuderAangesloten::uit));
        opened.filter(|opened| opened.account == *account).map(|opened| opened.persoon).next()
    }

    /// This person around the child knows a partnership from a registration that they sent themselves at a school of it: it
    /// leads them to no place that they did not choose.
    pub fn kent_verband_zelf(&self, nr: Option<u32>, swv: &SwvCode) -> bool {
        let own = nr.map(Indiener::Ouder);
        let mut registered =
            self.aanmeldingen.iter().filter(|aanmelding| Some(aanmelding.ingediend_door) == own);
        registered.any(|aanmelding| aanmelding.swv.as_ref() == Some(swv))
    }

    /// Number of the fact since which that is hidden from this person without a break; none when it is not. A letter of
    /// before may name what is hidden now.
    pub fn geheim_sinds(&self, nr: u32) -> Option<u64> {
        let mut geheim = self.geheimhouding.as_ref().filter(|_| self.is_geheim_voor(nr))?;
        while let Some(earlier) = geheim.eerder.as_deref().filter(|earlier| earlier.geldt_voor(nr)) {
            geheim = earlier;
        }
        Some(geheim.volgnummer)
    }

    /// Why a parent from whom the places of the child are secret by name cannot do something; none for whoever may.
    pub fn gesloten_voor(&self, opdracht: &str, actor: &Actor) -> Option<Refusal> {
        if actor.rol != Rol::Ouder || OWN_WORDS.iter().any(|own| own.naam() == opdracht) {
            return None;
        }
        let named = self.geheimhouding.as_ref().map_or(&[][..], |geheim| &geheim.voor_personen);
        self.eigen_nummers(actor).any(|nr| named.contains(&nr)).then(closed)
    }
}

impl Dossier {
    /// Why somebody of the family records nothing more today; none for who does this for their work.
    pub(crate) fn genoeg_voor_vandaag(&self, actor: &Actor, on: Date) -> Option<Refusal> {
        if !matches!(actor.rol, Rol::Ouder | Rol::Leerling) {
            return None;
        }
        let own =
            |feit: &&Feit| feit.actor.persoon == actor.persoon && dates::today_in_nl(feit.recorded_at) == on;
        let recent = self.feiten.iter().rev().map(AsRef::as_ref);
        let many = recent.filter(own).nth(MEESTE_FEITEN_GEZIN.saturating_sub(1)).is_some();
        many.then(|| {
            Refusal::new("genoeg_vandaag", sleutels::leven::genoeg_vandaag())
                .instead(sleutels::leven::bellen_of_morgen())
        })
    }
}

fn closed() -> Refusal {
    Refusal::new("niet_hier", sleutels::algemeen::niet_op_deze_pagina())
        .instead(sleutels::algemeen::steunpunt_bellen())
}
