//! P1b, removal and suspension: its facts, its acts, and a removal as it stands.

pub mod besluit;
mod betrokkenheid;
mod beurten;
mod eersthoren;
pub mod einde;
pub mod elders;
pub mod feiten;
pub mod gehoord;
pub mod gesprek;
mod gesproken;
mod gezin;
pub mod herroepen;
mod mogelijk;
pub mod opdracht;
pub mod overleg;
pub mod schorsen;
pub mod staat;
mod verbeteren;

use base::{Date, OrganisatieId, Organisatiesoort, Vestigingscode};

use crate::aanmelding::feiten::BereidGevonden;
use crate::bekend::{Bekendstand, Beslisdagen, Besluitzaak};
use crate::gebeurtenis::{Feitsoort, Gebeurtenis};
use crate::proces::{InLijst, Onderwerp, Proces, Verband, Voorrang, Zaak, Zaakhouder, Zaakstaat};
use crate::staat::{Dossier, VerwijderingFase};
use crate::verwijdering::feiten::SchoolBereidGevonden;

/// Of a suspension lists say nothing but whose turn it is.
pub(crate) const PROCES: Proces = Proces {
    code: "verwijdering",
    naam: "verwijdering en schorsing",
    lijstnaam: "Verwijdering",
    beurten: beurten::beurten,
    betrokkenen: betrokkenheid::betrokkenen,
    zaken,
    scholen,
    gemeenten,
    lijstfasen: || LOOPT.iter().map(|fase| (fase.code(), fase.label())).collect(),
};

/// The phases of a removal that runs.
const LOOPT: [VerwijderingFase; 4] = [
    VerwijderingFase::Voorgenomen,
    VerwijderingFase::Gehoord,
    VerwijderingFase::SchoolGevonden,
    VerwijderingFase::Verwijderd,
];

/// A removal that runs says how the child stands; one that is over says nothing in a list.
fn in_lijst(dossier: &Dossier, nr: u32) -> Option<InLijst> {
    let fase = dossier.verwijdering(nr)?.fase();
    LOOPT.contains(&fase).then(|| InLijst {
        voorrang: Voorrang::Loopt,
        fase: fase.code(),
        daarna: Vec::new(),
        nog_niet_bekend: None,
        tot: None,
        houdt_kind: false,
        aangemeld_op: None,
    })
}

fn zaken(dossier: &Dossier) -> Vec<Zaak<'_>> {
    let enrolled = |at: &Vestigingscode| dossier.inschrijvingen.iter().rev().find(|i| i.vestiging == *at);
    let swv_of = |at| enrolled(at).and_then(|inschrijving| inschrijving.swv.as_ref());
    let removals = dossier.verwijderingen.iter().map(|v| Zaak {
        onderwerp: Onderwerp::Verwijdering(v.nr),
        van: v.van(),
        schoolnaam: &v.schoolnaam,
        begonnen_op: v.voorgenomen_op,
        sector: Some(v.sector),
        swv: swv_of(&v.vestiging),
        verband: Verband::VanSchool,
        gelezen_tot: betrokkenheid::removal_read_until(dossier, v),
        leerling_op: Some(v.voorgenomen_op),
        afgelopen: matches!(
            v.fase(),
            VerwijderingFase::Gemeld | VerwijderingFase::Ingetrokken | VerwijderingFase::Herroepen
        ),
        lijst: in_lijst,
    });
    let suspensions = dossier.schorsingen.iter().map(|s| Zaak {
        onderwerp: Onderwerp::Schorsing(s.nr),
        van: s.van(),
        schoolnaam: &s.schoolnaam,
        begonnen_op: s.van,
        sector: s.sector(dossier),
        swv: swv_of(&s.vestiging),
        verband: Verband::VanSchool,
        gelezen_tot: betrokkenheid::suspension_read_until(s),
        leerling_op: s.laatste_dag().map(|_| s.van),
        afgelopen: !s.melding_nodig() || s.gemeld_op.is_some(),
        lijst: |_, _| None,
    });
    removals.chain(suspensions).collect()
}

/// The municipalities to which a removal was reported, and the towns of schools that were typed by their name.
fn gemeenten(dossier: &Dossier) -> Vec<String> {
    let facts = dossier.feiten.iter().filter_map(|feit| feit.gebeurtenis());
    let told = facts.filter_map(|fact| {
        let Gebeurtenis::GemeldAanBenW(told) = fact else { return None };
        Some(told.gemeente.clone())
    });
    told.chain(willing(dossier).map(|school| school.plaats.clone()).filter(|plaats| !plaats.is_empty()))
        .collect()
}

/// The schools that were found willing, also those in the place of which another came.
fn willing(dossier: &Dossier) -> impl Iterator<Item = &BereidGevonden> {
    let found = dossier.feiten.iter().filter_map(|feit| SchoolBereidGevonden::uit(feit.gebeurtenis()?));
    found.map(|found| &found.school)
}

/// The schools that removed or suspended, and those that were found willing: also one that came in the place of another.
fn scholen(dossier: &Dossier) -> Vec<String> {
    let own = zaken(dossier).into_iter().map(|zaak| zaak.schoolnaam.to_owned());
    let willing = willing(dossier).flat_map(|school| [school.schoolnaam.clone(), school.contact.clone()]);
    let willing = willing.filter(|name| !name.is_empty());
    own.chain(willing).collect()
}

/// A board decides by the letter that it writes: from then on it is read.
impl Besluitzaak for staat::Verwijdering {
    fn bekend(&self) -> Option<Bekendstand> {
        None
    }

    fn beslisdagen(&self) -> Beslisdagen {
        Beslisdagen::default()
    }

    fn bezwaar_van_school(&self) -> Option<Date> {
        self.bezwaar_uiterlijk()
    }

    fn verschuif_bezwaar(&mut self, last: Date) {
        self.bezwaar_later = Some(last);
    }

    fn is_opnieuw_bekend_te_maken(&self) -> bool {
        false
    }

    fn ingetrokken_met(&self) -> Option<(u64, OrganisatieId)> {
        None
    }
}

/// As of a removal.
impl Besluitzaak for staat::Schorsing {
    fn bekend(&self) -> Option<Bekendstand> {
        None
    }

    fn beslisdagen(&self) -> Beslisdagen {
        Beslisdagen::default()
    }

    /// The law of schools gives none.
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

impl Zaakstaat for staat::Verwijdering {
    const HANDELEN: &'static [Organisatiesoort] = &[Organisatiesoort::School];

    fn van(&self) -> Zaakhouder<'_> {
        Zaakhouder::School(&self.vestiging)
    }

    fn wisseldagen(&self) -> Vec<Date> {
        Vec::new()
    }
}

impl Zaakstaat for staat::Schorsing {
    const HANDELEN: &'static [Organisatiesoort] = &[Organisatiesoort::School];

    fn van(&self) -> Zaakhouder<'_> {
        Zaakhouder::School(&self.vestiging)
    }

    fn wisseldagen(&self) -> Vec<Date> {
        Vec::new()
    }
}
