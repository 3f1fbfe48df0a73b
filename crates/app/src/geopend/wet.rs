//! What the law says of an open file, as forms and pages ask it before somebody acts.

use base::{Date, SwvCode};
use dossier::aanmelding::{leeftijd, voorwaarde};
use dossier::gebeurtenis::Feitsoort;
use dossier::gezin::Gezinszaak;
use dossier::leven::uitschrijving;
use dossier::opdracht::regels::{self, SwvVraag};
use dossier::soort::{SwvGrond, Toelatingsvoorwaarde};
use dossier::staat::{Aanmelding, Inschrijving, Persoon, Verwijdering};
use dossier::verwijdering::feiten::{Geschorst, SchorsingToets};
use dossier::verwijdering::opdracht::hears_the_pupil_alone;
use dossier::{Berekend, Refusal};

use super::Geopend;

impl Geopend {
    /// The law names the national committee for a dispute about this registration, of who decides about this child.
    pub fn noemt_commissie(&self, aanmelding: &Aanmelding) -> bool {
        let ctx = self.besluitvorming();
        let by_pupil = self.dossier.handelt_zelf(ctx.vandaag).then_some(ctx.vandaag);
        Gezinszaak::noemt_commissie(aanmelding, ctx.wet, by_pupil)
    }

    /// Why no place can come any more in a registration: the child is too old for the school. None where one can.
    pub fn geen_plek_meer(&self, aanmelding: &Aanmelding) -> Option<Refusal> {
        leeftijd::geen_plek_meer(&self.dossier, aanmelding, &self.besluitvorming()).ok().flatten()
    }

    /// What the law asks before the child of a registration is admitted, that is not its age and no declaration.
    pub fn toelatingsvoorwaarde(&self, aanmelding: &Aanmelding) -> Option<Toelatingsvoorwaarde> {
        voorwaarde::gevraagd(&self.dossier, aanmelding, &self.besluitvorming())
    }

    /// The week in which parents register for the first year of secondary education, where this registration is of another day.
    pub fn buiten_de_week(&self, aanmelding: &Aanmelding) -> Option<(Date, Date)> {
        let (van, tot_en_met) = voorwaarde::week_van_aanmelden(aanmelding, &self.besluitvorming())?;
        let outside = !(van..=tot_en_met).contains(&aanmelding.ontvangen_op);
        (outside && voorwaarde::eerste_leerjaar(&self.dossier, aanmelding)).then_some((van, tot_en_met))
    }

    /// The grounds on which the child can be taken off the list of its school as of a day, in the order of the corpus.
    pub fn uitschrijfgronden(&self, per: Date) -> Vec<uitschrijving::Mogelijkegrond<'_>> {
        let ctx = self.besluitvorming();
        let own = |i: &&Inschrijving| i.vestiging.organisatie() == ctx.actor.organisatie;
        let Some(place) = self.dossier.inschrijvingen.iter().rfind(own) else { return Vec::new() };
        uitschrijving::gronden(&self.dossier, place.schoolsoort, per, &ctx).unwrap_or_default()
    }

    /// Those at whose request that is done.
    pub fn verzoekers(&self) -> Vec<&Persoon> {
        uitschrijving::verzoekers(&self.dossier, self.moment.vandaag)
    }

    /// What the rule said of a suspension that this person sees, as it was kept with it.
    pub fn schorsing_toets(&self, nr: u32) -> Option<&Berekend<SchorsingToets>> {
        let mut suspended = self.gelezen().filter_map(|feit| Geschorst::uit(feit.gebeurtenis()?));
        suspended.find(|event| event.schorsing == nr).map(|event| &event.toets)
    }

    /// Which partnership would decide about a request of this kind, and on what ground.
    pub fn bevoegd_swv(&self, vraag: &SwvVraag<'_>) -> Result<(Berekend<SwvCode>, SwvGrond), Refusal> {
        regels::bevoegd_swv((&self.app.wet, self.moment.vandaag), &self.dossier, vraag)
    }

    /// The pupil is of age on a day and is heard about this removal in place of the parents.
    pub fn hoort_leerling_alleen(&self, verwijdering: &Verwijdering, op: Date) -> bool {
        hears_the_pupil_alone(&self.dossier, verwijdering, op, &self.besluitvorming()).unwrap_or(false)
    }

    /// Those who are heard about a removal today, by number.
    pub fn te_horen(&self) -> Vec<u32> {
        let today = self.moment.vandaag;
        self.dossier.te_horen(today, today).into_iter().map(|persoon| persoon.nr).collect()
    }
}
