//! How registrations end: offers, admission, refusal, temporary places, withdrawal.

use base::{Date, dates};
use dossier::aanmelding::afloop::{
    AanvaardAanbod, DoeAanbod, LaatToe, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn,
    Weiger, WijsAanbodAf,
};
use dossier::aanmelding::feiten::{BereidGevonden, Getoond, Overleg, Weigeringsgrond};
use dossier::aanmelding::opdracht::PlaatsTijdelijk;
use dossier::aanmelding::opp::MeldOpp;
use dossier::soort::Toelatingsvoorwaarde;
use recht::{Bewijspunt, Bewijssoort};

use super::aanmelding::TERMIJN;
use super::teksten;
use super::verteller::{Stap, Stop, Verteller, plus, werkdag, werkdag_na};
use crate::regio::Plek;

/// Days of the term with its extension, and how long the right to a temporary place waits.
const MET_VERLENGING: i32 = 70;

impl Verteller<'_> {
    /// A school that is willing, in the same area.
    pub(super) fn bereid(&mut self, op: Date) -> BereidGevonden {
        let plek = if Plek::Vo.is(self.school) { Plek::Vo } else { Plek::Basis };
        let school = self.wereld.regio.andere_school(plek, self.school.verband, self.school, &mut self.worp);
        BereidGevonden {
            schoolnaam: school.school.naam.clone(),
            vestiging: Some(school.school.vestiging.clone()),
            plaats: String::new(),
            contact: String::new(),
            soort: Some(school.school.schoolsoort.into()),
            bereid_op: op,
            bewijs: self.tekst(teksten::BEREID),
            voorwaarde_op: None,
            voorwaarde: String::new(),
            voorwaarde_ja: None,
            voorwaarde_tot_en_met: None,
        }
    }

    fn overleg(&mut self, op: Date) -> Overleg {
        let met = if self.kind.ouders.len() > 1 { "beide ouders" } else { "de moeder" };
        Overleg { op, met: met.to_owned(), uitkomst: self.tekst(teksten::OVERLEG) }
    }

    fn aanbod(&mut self, op: Date) -> Stap {
        let school = self.bereid(op);
        let overleg = self.overleg(op);
        let wat = self.tekst(teksten::AANBOD);
        let andere_mogelijkheden = vec!["Blijven met begeleiding van het samenwerkingsverband".to_owned()];
        let per = plus(op, 40);
        self.ib(op, DoeAanbod { aanmelding: 1, school, wat, per, andere_mogelijkheden, overleg })
    }

    /// Registered and assessed, some days before the story goes on.
    fn beoordeeld(&mut self, geleden: i32) -> Stap {
        self.aangemeld(geleden)?;
        self.behoefte(self.dag(geleden - 10), true)
    }

    /// The day from which there is a right to a temporary place.
    fn recht_vanaf(&self) -> Stap<Date> {
        let vanaf =
            self.dossier.aanmelding(1).and_then(|aanmelding| aanmelding.tijdelijk_recht.uitkomst.vanaf);
        let reden = "er is geen recht op een tijdelijke plek".to_owned();
        vanaf.ok_or(Stop { opdracht: "plaats_tijdelijk", op: self.wereld.vandaag, reden })
    }

    /// From the day of the law, recorded on the first day at school.
    fn plaats_tijdelijk(&mut self) -> Stap {
        let per = self.recht_vanaf()?;
        let groep = self.groep_nu();
        self.ib(
            werkdag_na(per),
            PlaatsTijdelijk {
                aanmelding: 1,
                per,
                groep,
                zonder_verklaring: String::new(),
                ertussen: String::new(),
            },
        )
    }

    /// The plan that the letter of an admission promised, where its day is over.
    fn plan_vast(&mut self) -> Stap {
        let last = self.dossier.aanmelding(1).and_then(dossier::staat::Aanmelding::opp_uiterlijk);
        let Some(op) = last.map(werkdag).filter(|op| *op < self.wereld.vandaag) else { return Ok(()) };
        self.ib(op, MeldOpp { aanmelding: 1, op })
    }
}

pub(super) fn aanbod_open(v: &mut Verteller<'_>) -> Stap {
    let geleden = TERMIJN - v.worp.tussen(2, 15);
    v.beoordeeld(geleden)?;
    let made = v.worp.tussen(2, 8);
    v.aanbod(v.dag(made))
}

pub(super) fn aanbod_aanvaard(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(40, 260);
    v.beoordeeld(geleden)?;
    v.aanbod(v.dag(geleden - 20))?;
    let toelichting = "We zijn gaan kijken en het voelde goed.".to_owned();
    v.samen(v.dag(geleden - 27), |van| {
        AanvaardAanbod { van, aanmelding: 1, aanbod: 1, toelichting: toelichting.clone() }.into()
    })
}

pub(super) fn aanbod_afgewezen(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(30, 41);
    v.beoordeeld(geleden)?;
    v.aanbod(v.dag(geleden - 16))?;
    let reden = v.tekst(teksten::AANBOD_NEE);
    v.een_ouder(v.dag(geleden - 22), |van| WijsAanbodAf { van, aanmelding: 1, aanbod: 1, reden }.into())
}

pub(super) fn toegelaten(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(34, 330);
    v.aangemeld(geleden)?;
    let extra = v.worp.kans(45);
    v.behoefte(v.dag(geleden - 12), extra)?;
    let op = v.dag(geleden - 28);
    let ahead = v.worp.tussen(3, 40);
    let groep = v.groep_nu();
    v.ib(
        op,
        LaatToe {
            aanmelding: 1,
            per: plus(op, ahead),
            groep,
            residentieel: String::new(),
            leeftijd: String::new(),
            voorwaarde_soort: Some(Toelatingsvoorwaarde::Schooladvies),
            voorwaarde_op: Some(op),
            voorwaarde:
                "Het advies van de basisschool, en het oordeel van de commissie waar die er is: passend."
                    .to_owned(),
            voorwaarde_ja: Some(true),
            voorwaarde_tot_en_met: Some(plus(op, 3 * 365)),
        },
    )?;
    v.plan_vast()
}

pub(super) fn geweigerd_andere_school(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(36, 200);
    v.beoordeeld(geleden)?;
    let op = v.dag(geleden - 30);
    let school = v.bereid(op);
    let (overleg, motivering) = (v.overleg(op), v.tekst(teksten::WEIGERING));
    let grond = Weigeringsgrond::AndereSchool(school);
    v.directie(op, Weiger { aanmelding: 1, grond, motivering, overleg: Some(overleg) })
}

pub(super) fn geweigerd_geen_plaats(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(36, 200);
    v.aangemeld(geleden)?;
    let op = v.dag(geleden - 20);
    let sector = v.school.school.sector();
    // The exceptions stand in the law by an id per sector; the one without room is told by its end.
    let ids = ["geen_plaatsruimte_po", "geen_plaatsruimte_vo", "geen_plaatsruimte_so"];
    let plaatsen = v.tekst(teksten::GEEN_PLAATS);
    let mut known = v.wereld.wet.gronden_weigering(sector, op);
    let Some(ground) = known.find(|grond| ids.contains(&grond.id.as_str())) else { return Ok(()) };
    let shown = |punt: &Bewijspunt| Getoond {
        punt: punt.id.clone(),
        vraag: String::new(),
        antwoord: match punt.soort {
            Bewijssoort::Tekst if punt.id == "bewijs_plaatsen" => plaatsen.clone(),
            Bewijssoort::Tekst => {
                "Het staat op de website van de school, sinds het begin van het schooljaar.".to_owned()
            }
            Bewijssoort::Dag => op.to_string(),
            Bewijssoort::Keuze => punt.opties.first().cloned().unwrap_or_default(),
        },
    };
    let bewijs = ground.bewijs.iter().map(shown).collect();
    let (grond, onderbouwing) = (ground.id.clone(), String::new());
    let motivering = "Er is dit schooljaar geen plaats meer in de groep.".to_owned();
    let overleg = v.overleg(op);
    let grond = Weigeringsgrond::Uitzondering { grond, onderbouwing, bewijs };
    v.directie(op, Weiger { aanmelding: 1, grond, motivering, overleg: Some(overleg) })
}

pub(super) fn feitelijk_geweigerd(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(10, 30);
    v.aangemeld(geleden)?;
    v.sluit_aan(v.dag(geleden - 3))?;
    let told = v.worp.tussen(2, 5);
    let op = v.dag(told);
    let wat = v.tekst(teksten::FEITELIJK);
    v.ouder(op, MeldFeitelijkeWeigering { aanmelding: 1, op, wat })
}

pub(super) fn tijdelijk_nodig(v: &mut Verteller<'_>) -> Stap {
    let geleden = MET_VERLENGING + v.worp.tussen(2, 6);
    v.beoordeeld(geleden)?;
    v.verleng(v.dag(geleden - 34))
}

pub(super) fn tijdelijk_geplaatst(v: &mut Verteller<'_>) -> Stap {
    let geleden = MET_VERLENGING + v.worp.tussen(8, 30);
    v.beoordeeld(geleden)?;
    v.verleng(v.dag(geleden - 34))?;
    v.plaats_tijdelijk()
}

pub(super) fn tijdelijk_definitief(v: &mut Verteller<'_>) -> Stap {
    let geleden = MET_VERLENGING + v.worp.tussen(30, 150);
    v.beoordeeld(geleden)?;
    v.plaats_tijdelijk()?;
    let per = v.recht_vanaf()?;
    let op = v.verleden(plus(per, 18));
    let groep = v.groep_nu();
    v.ib(
        op,
        LaatToe {
            aanmelding: 1,
            per: op,
            groep,
            residentieel: String::new(),
            leeftijd: String::new(),
            voorwaarde_soort: Some(Toelatingsvoorwaarde::Schooladvies),
            voorwaarde_op: Some(op),
            voorwaarde:
                "Het advies van de basisschool, en het oordeel van de commissie waar die er is: passend."
                    .to_owned(),
            voorwaarde_ja: Some(true),
            voorwaarde_tot_en_met: Some(plus(op, 3 * 365)),
        },
    )?;
    v.plan_vast()
}

pub(super) fn buiten_behandeling(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(45, 120);
    v.aangemeld(geleden)?;
    let asked = v.dag(geleden - 6);
    v.vraag_informatie(asked, plus(asked, 14))?;
    let reden =
        "De gevraagde informatie is niet gekomen, ook niet na een herinnering per telefoon.".to_owned();
    v.ib(werkdag(plus(asked, 24)), StelBuitenBehandeling { aanmelding: 1, reden })
}

pub(super) fn ingetrokken(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(20, 250);
    v.aangemeld(geleden)?;
    let reden = v.tekst(teksten::INTREKKEN);
    v.samen(v.dag(geleden - 11), |van| TrekAanmeldingIn { van, aanmelding: 1, reden: reden.clone() }.into())
}

/// A birth date of somebody who came of age so many days ago.
pub(super) fn of_age(v: &Verteller<'_>, geleden: i32) -> Date {
    let day = v.datum(-geleden);
    dates::plus_months(day, -12 * 18).unwrap_or(day)
}
