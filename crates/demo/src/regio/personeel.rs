//! Who works in the region: names, roles and accounts.

use base::{OrganisatieId, PersoonId};
use dossier::soort::{Discipline, Schoolsoort};
use dossier::{Actor, Rol};

use super::kind::worker;
use super::{Demoschool, Regio, Verband, code};
use crate::worp::Worp;

/// The stream of chance of the names of people who work in the region.
const STROOM_PERSONEEL: u64 = u64::MAX - 1;
/// The group of the teacher of the demo.
pub(crate) const GROEP: &str = "5";

/// Somebody with an account in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medewerker {
    /// The account.
    pub account: PersoonId,
    /// Name.
    pub naam: String,
    /// Role.
    pub rol: Rol,
    /// Where.
    pub organisatie: OrganisatieId,
    /// Group of a teacher.
    pub groep: Option<&'static str>,
}

/// An expert who advises the partnerships of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deskundige {
    /// The account.
    pub account: PersoonId,
    /// Name.
    pub naam: String,
    /// Lawful discipline.
    pub discipline: Discipline,
}

/// The experts of an area: two who may be the first, four who may be the second.
pub(super) fn deskundigen(verband: usize, worp: &mut Worp) -> Vec<Deskundige> {
    let disciplines = [
        Discipline::Orthopedagoog,
        Discipline::KinderOfJeugdpsycholoog,
        Discipline::Psycholoog,
        Discipline::MaatschappelijkWerker,
        Discipline::Arts,
        Discipline::Pedagoog,
    ];
    (1..)
        .zip(disciplines)
        .map(|(nr, discipline)| Deskundige {
            account: code(&format!("deskundige{nr}-99{:02}", verband + 1)),
            naam: worker(worp),
            discipline,
        })
        .collect()
}

/// The account of a role at an organisation: `ib-99aa00`, `loket-po9901`.
fn account(name: &str, organisatie: &OrganisatieId) -> PersoonId {
    code(&format!("{name}-{}", organisatie.code().to_lowercase()))
}

fn actor(name: &str, rol: Rol, organisatie: OrganisatieId) -> Actor {
    Actor { persoon: account(name, &organisatie), rol, organisatie }
}

impl Demoschool {
    /// The intern begeleider.
    pub fn ib(&self) -> Actor {
        actor("ib", Rol::Ib, self.organisatie())
    }

    /// The school leader.
    pub fn directie(&self) -> Actor {
        actor("directie", Rol::Directie, self.organisatie())
    }
}

impl Verband {
    /// The loket of one of the two partnerships.
    pub fn loket(&self, swv: &base::SwvCode) -> Actor {
        actor("loket", Rol::Loket, swv.organisatie())
    }

    /// One of the two who decide.
    pub fn besluitnemer(&self, swv: &base::SwvCode, worp: &mut Worp) -> Actor {
        actor(worp.kies(&["besluit1", "besluit2"]), Rol::Besluitnemer, swv.organisatie())
    }

    /// The director, who adopts the policy.
    pub fn directeur(&self, swv: &base::SwvCode) -> Actor {
        actor("directeur", Rol::DirecteurSwv, swv.organisatie())
    }
}

impl Deskundige {
    /// The expert at work for a partnership.
    pub fn actor(&self, swv: &base::SwvCode) -> Actor {
        Actor { persoon: self.account.clone(), rol: Rol::Deskundige, organisatie: swv.organisatie() }
    }
}

impl Regio {
    /// Everybody who works in the region; an expert stands in it once per partnership.
    ///
    /// Every school has its intern begeleider and its school leader; those of the first area have
    /// the other roles too.
    pub fn medewerkers(&self) -> Vec<Medewerker> {
        let mut worp = Worp::new(self.zaad, STROOM_PERSONEEL);
        let mut all = Vec::new();
        for school in &self.scholen {
            school_staff(school, &mut worp, &mut all);
        }
        for verband in &self.verbanden {
            verband_staff(verband, &mut worp, &mut all);
        }
        let technical: OrganisatieId = code("beheer/leerrecht");
        all.push(Medewerker {
            account: code("technisch-beheer"),
            naam: "N. Windvlaag".to_owned(),
            rol: Rol::Beheerder,
            organisatie: technical,
            groep: None,
        });
        all
    }
}

fn school_staff(school: &Demoschool, worp: &mut Worp, all: &mut Vec<Medewerker>) {
    let organisatie = school.organisatie();
    let mut add = |name: &str, naam: String, rol: Rol, groep: Option<&'static str>| {
        let account = account(name, &organisatie);
        all.push(Medewerker { account, naam, rol, organisatie: organisatie.clone(), groep });
    };
    let home = school.nr == 0;
    let known = |name: &str, worp: &mut Worp| if home { name.to_owned() } else { worker(worp) };
    add("ib", known("M. Zonnedauw", worp), Rol::Ib, None);
    add("directie", known("H. van der Lijster", worp), Rol::Directie, None);
    if school.verband > 0 {
        return;
    }
    add("beheer", worker(worp), Rol::Organisatiebeheerder, None);
    match school.school.schoolsoort {
        Schoolsoort::Basisschool => {
            add("leerkracht", known("T. Graspieper", worp), Rol::Leerkracht, Some(GROEP));
        }
        Schoolsoort::So | Schoolsoort::Vso | Schoolsoort::SoVso => {
            add("commissie", worker(worp), Rol::CommissieBegeleiding, None);
        }
        _ => {}
    }
}

fn verband_staff(verband: &Verband, worp: &mut Worp, all: &mut Vec<Medewerker>) {
    let roles = [
        ("loket", Rol::Loket),
        ("besluit1", Rol::Besluitnemer),
        ("besluit2", Rol::Besluitnemer),
        ("directeur", Rol::DirecteurSwv),
        ("controller", Rol::Controller),
        ("bezwaar", Rol::Bezwaarcommissie),
        ("begeleider", Rol::Begeleider),
        ("privacy", Rol::PrivacyOfficer),
        ("beheer", Rol::Organisatiebeheerder),
    ];
    for swv in [&verband.po, &verband.vo] {
        for (name, rol) in roles {
            push(all, name, rol, swv.organisatie(), worp);
        }
        for expert in &verband.deskundigen {
            all.push(Medewerker {
                account: expert.account.clone(),
                naam: expert.naam.clone(),
                rol: Rol::Deskundige,
                organisatie: swv.organisatie(),
                groep: None,
            });
        }
    }
    for gemeente in &verband.gemeenten {
        push(all, "leerplicht", Rol::Leerplicht, code(&format!("gemeente/{}", gemeente.code)), worp);
    }
    for bestuur in &verband.besturen {
        push(all, "bestuurder", Rol::BevoegdGezag, bestuur.nummer.organisatie(), worp);
    }
    push(all, "steunpunt", Rol::Steunpunt, verband.steunpunt(), worp);
    push(all, "jeugdhulp", Rol::Jeugdhulp, verband.jeugdhulp(), worp);
}

fn push(all: &mut Vec<Medewerker>, name: &str, rol: Rol, organisatie: OrganisatieId, worp: &mut Worp) {
    all.push(Medewerker {
        account: account(name, &organisatie),
        naam: worker(worp),
        rol,
        organisatie,
        groep: None,
    });
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_role_but_those_of_a_family_works_in_the_region() {
        let regio = Regio::new(1, 600);
        let roles: BTreeSet<Rol> = regio.medewerkers().iter().map(|medewerker| medewerker.rol).collect();
        for rol in dossier::rol::ROLLEN {
            assert_eq!(roles.contains(&rol), !matches!(rol, Rol::Ouder | Rol::Leerling), "{rol}");
        }
    }

    #[test]
    fn those_who_act_in_files_have_an_account() {
        let regio = Regio::new(1, 2_000);
        let known: BTreeSet<(PersoonId, OrganisatieId)> =
            regio.medewerkers().into_iter().map(|m| (m.account, m.organisatie)).collect();
        let mut acting: Vec<Actor> =
            regio.scholen.iter().flat_map(|school| [school.ib(), school.directie()]).collect();
        let mut worp = Worp::new(1, 1);
        for verband in &regio.verbanden {
            for swv in [&verband.po, &verband.vo] {
                acting.extend([
                    verband.loket(swv),
                    verband.directeur(swv),
                    verband.besluitnemer(swv, &mut worp),
                ]);
                acting.extend(verband.deskundigen.iter().map(|expert| expert.actor(swv)));
            }
        }
        for actor in acting {
            assert!(known.contains(&(actor.persoon.clone(), actor.organisatie.clone())), "{actor:?}");
        }
    }
}
