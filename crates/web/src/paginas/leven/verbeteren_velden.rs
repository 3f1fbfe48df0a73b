//! The form in which a fact is put right: that of the act that recorded it, as its process declares it.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use dossier::algemeen::opdracht::OPENING;
use dossier::opdracht::velden::Veldsoort;
use dossier::opdracht::{Opdracht, Opdrachtnaam, daden};
use dossier::soort::Poststap;
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Optie, Veld};

use super::handelingen::Doen;
use super::personen::PersoonStap;
use super::stap::LevenStap;
use crate::paginas::PROCESPAGINAS;
use crate::paginas::aanmelden::kind::{address_fields, name_fields};
use crate::paginas::processen::Actvorm;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap, daad, lees_daad};

/// What the form of a correction asks besides the fields of the act.
const EIGEN: [&str; 2] = ["hoe", "waarom"];

/// Every field that such a form can have: those of the acts, by their declarations.
pub(in crate::paginas) fn alle() -> Vec<&'static str> {
    let declared = daden().chain([&OPENING]).flat_map(|daad| (daad.velden)());
    let box_of = |soort: Veldsoort| if let Veldsoort::Nummers(_) = soort { "voor_persoon_#" } else { "" };
    let names = declared.flat_map(|veld| [veld.naam, box_of(veld.soort)]).filter(|naam| !naam.is_empty());
    EIGEN.into_iter().chain(names).collect()
}

/// The form of the act that would record a fact anew.
pub(super) fn vorm_van(werk: &Werk, act: &Opdracht) -> Option<Actvorm> {
    PROCESPAGINAS.iter().find_map(|proces| (proces.verbeter)(werk, act))
}

/// Of what changed in the life of a child, and of what has no page where it is done.
pub(super) fn verbeter(werk: &Werk, act: &Opdracht) -> Option<Actvorm> {
    if let Some(doen) = Doen::ALL.iter().find(|doen| doen.opdracht() == act.welke()) {
        return Some(Box::new(LevenStap::with(*doen)));
    }
    if let Opdracht::WijzigContact(change) = act {
        return Some(Box::new(PersoonStap::contact(werk, change.persoon)?));
    }
    if let Opdracht::LegTaalVast(said) = act {
        return Some(Box::new(PersoonStap::taal(werk, said.persoon)?));
    }
    if matches!(act, Opdracht::OpenDossier(_) | Opdracht::MeldEersteContact(_)) {
        return Some(Box::new(Los { opdracht: act.welke(), over: None }));
    }
    let Opdracht::VerwerkPost(step) = act else { return None };
    Some(Box::new(Los { opdracht: act.welke(), over: Some(step.volgnummer) }))
}

/// An act that is done among other things, or before there is a file.
struct Los {
    opdracht: Opdrachtnaam,
    over: Option<u64>,
}

impl Stap for Los {
    fn opdracht(&self) -> Opdrachtnaam {
        self.opdracht
    }

    fn over(&self) -> Option<u64> {
        self.over
    }

    fn doel(&self) -> Doel {
        Doel::Verbeteren
    }

    fn titel(&self) -> String {
        String::new()
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        let groep = Groep::new("");
        Vorm::new("").groep(if self.opdracht == Opdrachtnaam::OpenDossier {
            address_fields(
                name_fields(groep, "").veld(
                    Veld::date("geboortedatum", "Geboortedatum").required_or("Vul de geboortedatum in."),
                ),
            )
        } else if self.opdracht == Opdrachtnaam::MeldEersteContact {
            groep
                .veld(Veld::text("school", "Welke school?").required_or("Vul de school in."))
                .veld(Veld::date("op", "Wanneer?").required_or("Vul de dag in."))
                .veld(
                    Veld::textarea("gezegd", "Wat is er gezegd?", 5)
                        .required_or("Schrijf op wat er is gezegd."),
                )
        } else {
            let steps = Poststap::ALL.iter().map(|stap| Optie::new(stap.code(), stap.label())).collect();
            groep
                .veld(
                    Veld::radio("stap", "Wat is er gebeurd?", steps)
                        .required_or("Kies wat er met de brief is gebeurd."),
                )
                .veld(Veld::date("op", "Op welke dag?").required_or("Vul de dag in."))
        })
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        if self.opdracht != Opdrachtnaam::OpenDossier {
            return lees_daad(self, werk, formulier);
        }
        let vorm = self.vorm(werk, formulier);
        daad::lees(&OPENING, 0, vorm.velden(), formulier, &werk.omgeving())
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres("gegevens")
    }
}

/// What the act says now, in its fields; people that are ticked one by one in their boxes. The number of a child is left out.
pub(super) fn begin(act: &Opdracht) -> Begin {
    if matches!(act, Opdracht::OntvangNummer(_)) {
        return Vec::new();
    }
    let declared = act.welke().daad().map(|daad| (daad.velden)()).unwrap_or_default();
    let boxes = |naam: &str| {
        declared
            .iter()
            .find(|veld| veld.naam == naam)
            .and_then(|veld| if let Veldsoort::Nummers(begin) = veld.soort { Some(begin) } else { None })
    };
    let mut all = Begin::new();
    for (naam, text) in act.ingevuld() {
        match boxes(&naam) {
            Some(begin) => {
                all.extend(
                    text.split_whitespace().map(|nr| (format!("{begin}{nr}").into(), "ja".to_owned())),
                );
            }
            None => all.push((naam.into(), text)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use dossier::leven::opdracht::{OntvangNummer, ZetGeheimhouding};

    use super::*;

    #[test]
    fn people_begin_ticked_and_the_number_of_a_child_is_not_shown() {
        let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2, 5], bron: "BRP".to_owned() };
        let begun = begin(&secret.into());
        for (naam, text) in
            [("geheim", "ja"), ("voor_persoon_2", "ja"), ("voor_persoon_5", "ja"), ("bron", "BRP")]
        {
            assert!(begun.iter().any(|(field, value)| field == naam && value == text), "{naam}: {begun:?}");
        }
        assert!(begin(&OntvangNummer { pgn: "111222333".to_owned() }.into()).is_empty());
    }
}
