//! P2, the plan: the ontwikkelingsperspectief of a child that needs extra support, and the plans below it that the law does not know.

mod beurten;
pub mod concept;
pub mod feiten;
pub mod gehoord;
mod gezin;
pub mod horen;
pub mod instemmen;
mod mogelijk;
pub mod opdracht;
pub(crate) mod post;
pub mod soort;
pub mod staat;
pub mod uitgevoerd;
pub mod uitvoeren;
pub mod vaststellen;

use base::{Date, OrganisatieId, Organisatiesoort};

use crate::bekend::{Bekendstand, Beslisdagen, Besluitzaak};
use crate::plan::staat::Plan;
use crate::proces::{Onderwerp, Proces, Verband, Zaak, Zaakhouder, Zaakstaat};
use crate::staat::Dossier;

/// A plan says nothing of how a child stands: lists say whose turn it is. Who is concerned with it is so as the school of the pupil, its
/// family, and whoever reads the file for another case.
pub(crate) const PROCES: Proces = Proces {
    code: "plan",
    naam: "plan",
    lijstnaam: "Plan",
    beurten: beurten::beurten,
    betrokkenen: |_, _| {},
    zaken,
    scholen: |dossier| dossier.plannen.iter().map(|plan| plan.schoolnaam.clone()).collect(),
    gemeenten: |_| Vec::new(),
    lijstfasen: Vec::new,
};

fn zaken(dossier: &Dossier) -> Vec<Zaak<'_>> {
    let one = |plan| case(dossier, plan);
    dossier.plannen.iter().map(one).collect()
}

fn case<'a>(dossier: &'a Dossier, plan: &'a Plan) -> Zaak<'a> {
    let mut here = dossier.inschrijvingen.iter().rev().filter(|i| i.vestiging == plan.vestiging);
    Zaak {
        onderwerp: Onderwerp::Plan(plan.nr),
        van: plan.van(),
        schoolnaam: &plan.schoolnaam,
        begonnen_op: plan.begonnen_op,
        sector: Some(plan.sector),
        swv: here.next().and_then(|place| place.swv.as_ref()),
        verband: Verband::AlleenSchool,
        gelezen_tot: plan.beeindigd.as_ref().map(|ended| ended.op),
        leerling_op: Some(plan.begonnen_op),
        afgelopen: plan.is_beeindigd(),
        lijst: |_, _| None,
    }
}

/// A board adopts a plan after it heard everybody: from then on it is read.
impl Besluitzaak for Plan {
    fn bekend(&self) -> Option<Bekendstand> {
        None
    }

    fn beslisdagen(&self) -> Beslisdagen {
        Beslisdagen::default()
    }

    /// The law of schools gives none: a plan is made until they agree, or goes to the committee.
    fn bezwaar_van_school(&self) -> Option<Date> {
        None
    }

    fn verschuif_bezwaar(&mut self, _last: Date) {}

    fn is_opnieuw_bekend_te_maken(&self) -> bool {
        false
    }

    fn ingetrokken_met(&self) -> Option<(u64, OrganisatieId)> {
        None
    }
}

impl Zaakstaat for Plan {
    const HANDELEN: &'static [Organisatiesoort] = &[Organisatiesoort::School];

    fn van(&self) -> Zaakhouder<'_> {
        Zaakhouder::School(&self.vestiging)
    }

    fn wisseldagen(&self) -> Vec<Date> {
        Vec::new()
    }
}
