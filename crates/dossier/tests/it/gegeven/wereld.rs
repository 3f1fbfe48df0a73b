//! The invented schools and people of the tests, and the law.

use std::sync::LazyLock;

use base::{Date, OrganisatieId, PersoonId, SwvCode, Vestigingscode};
use dossier::{Actor, Rol};
use recht::Wet;

pub(crate) fn wet() -> &'static Wet {
    static WET: LazyLock<Wet> = LazyLock::new(|| Wet::load().expect("the corpus loads"));
    &WET
}

/// The same law, and from a day another version of who decides: no enrolment counts for so any more, so that the home does.
pub(crate) fn wet_woonplaats(vanaf: &str) -> Wet {
    let now = include_str!("../../../../../corpus/regels/tlv.bevoegd_samenwerkingsverband/2014-08-01.toml");
    let counts = "[\"basisschool\", \"sbo\", \"so\", \"so_vso\"]";
    let text = now.replace("valid_from = 2014-08-01", &format!("valid_from = {vanaf}")).replace(counts, "[]");
    assert_eq!(now.lines().zip(text.lines()).filter(|(was, is)| was != is).count(), 2, "two lines differ");
    let path = format!("regels/tlv.bevoegd_samenwerkingsverband/{vanaf}.toml");
    Wet::load_with(&[(&path, &text)]).expect("the corpus loads")
}

pub(crate) fn d(text: &str) -> Date {
    text.parse().expect("a date")
}

/// De Waterjuffer, a private basisschool.
pub(crate) const WATERJUFFER: &str = "99AA00";
/// De IJsvogel, another basisschool.
pub(crate) const IJSVOGEL: &str = "99BB00";
/// De Libel, a school for special education.
pub(crate) const LIBEL: &str = "99SO00";
/// Het Windveer, a secondary school.
pub(crate) const WINDVEER: &str = "99VO00";
/// Partnership of the primary schools.
pub(crate) const SWV_PO: &str = "PO9901";
/// Partnership of the secondary schools.
pub(crate) const SWV_VO: &str = "VO9902";

pub(crate) fn vestiging(code: &str) -> Vestigingscode {
    code.parse().expect("a location")
}

pub(crate) fn swv(code: &str) -> SwvCode {
    code.parse().expect("a partnership")
}

pub(crate) fn persoon(id: &str) -> PersoonId {
    id.parse().expect("a person")
}

fn organisatie(id: &str) -> OrganisatieId {
    id.parse().expect("an organisation")
}

pub(crate) fn actor(id: &str, rol: Rol, org: &str) -> Actor {
    Actor { persoon: persoon(id), rol, organisatie: organisatie(org) }
}

/// Intern begeleider of a school.
pub(crate) fn ib(school: &str) -> Actor {
    actor("p-ib", Rol::Ib, &format!("school/{school}"))
}

pub(crate) fn directie(school: &str) -> Actor {
    actor("p-directie", Rol::Directie, &format!("school/{school}"))
}

pub(crate) fn loket(code: &str) -> Actor {
    actor("p-loket", Rol::Loket, &format!("swv/{code}"))
}

pub(crate) fn besluitnemer(code: &str) -> Actor {
    actor("p-besluit", Rol::Besluitnemer, &format!("swv/{code}"))
}

pub(crate) fn deskundige(id: &str) -> Actor {
    actor(id, Rol::Deskundige, &format!("swv/{SWV_PO}"))
}

/// M. Zonnedauw, parent with authority and number 1 in every file.
pub(crate) fn ouder() -> Actor {
    actor("p-zonnedauw", Rol::Ouder, &format!("gezin/{NUMMER}"))
}

pub(crate) const NUMMER: &str = "2026-000017";
