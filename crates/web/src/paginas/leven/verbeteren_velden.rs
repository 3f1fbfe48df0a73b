//! The fields of the facts that can be replaced: as they stand, and as they should have been.

use std::sync::Arc;

use dossier::Gebeurtenis;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::{Poststap, Relatie};
use dossier::staat::Adres;
use web_base::form::{Formulier, Lezer};
use web_base::onderdelen::{Optie, Veld};

use super::stap::contact;
use super::velden::person_group;
use crate::paginas::aanmelden::kind::{address_fields, gender, gender_code, name_fields, read_address};
use crate::paginas::processen::Bijvelden;
use crate::weg::Begin;
use crate::weg::vorm::Groep;

/// What the form of a correction asks: the fields of every fact that can be replaced.
pub(super) const ERNAAST: Bijvelden = (
    Opdrachtnaam::Corrigeer,
    &[
        "hoe",
        "waarom",
        "roepnaam",
        "voorvoegsel",
        "achternaam",
        "geslacht",
        "geboortedatum",
        "straat",
        "postcode",
        "plaats",
        "buitenland",
        "naam",
        "relatie",
        "van",
        "tot",
        "brondocument",
        "e_mail",
        "telefoon",
        "adres",
        "per",
        "geheim",
        "bron",
        "groep",
        "reden",
        "school",
        "op",
        "gezegd",
        "stap",
    ],
);

/// The fields of a fact; none where it cannot be replaced by a form.
pub(super) fn groep(feit: &Gebeurtenis) -> Option<Groep> {
    use Gebeurtenis as G;
    let kop = "Hoe is het wel?";
    Some(match feit {
        G::DossierGeopend(_) => address_fields(
            name_fields(Groep::new(kop), "").veld(Veld::date("geboortedatum", "Geboortedatum").required()),
        ),
        G::PersoonVerbonden(_) => person_group(Relatie::ALL),
        G::Verhuisd(_) => {
            address_fields(Groep::new(kop).veld(Veld::date("per", "Sinds welke dag?").required()))
        }
        G::NaamOfGeslachtGewijzigd(_) => {
            name_fields(Groep::new(kop), "").veld(Veld::date("per", "Vanaf welke dag?").required())
        }
        G::GeheimhoudingGezet(_) => Groep::new(kop)
            .veld(
                Veld::radio("geheim", "Geheim?", vec![Optie::new("ja", "Ja"), Optie::new("nee", "Nee")])
                    .required(),
            )
            .veld(Veld::text("bron", "Waar komt dit vandaan?").required()),
        G::NummerOntvangen(_) => Groep::new(kop)
            .tekst("Het oude nummer wordt niet getoond.")
            .veld(Veld::text("pgn", "Het juiste nummer").hint("Negen cijfers.").required()),
        G::Ingeschreven(_) => Groep::new(kop)
            .naast([Veld::date("per", "Eerste dag").required(), Veld::text("groep", "Groep of klas")]),
        G::Uitgeschreven(_) => Groep::new(kop)
            .veld(Veld::date("per", "Eerste dag waarop het kind niet meer is ingeschreven").required())
            .veld(Veld::text("reden", "Waarom?").required()),
        G::EerstContactGemeld(_) => Groep::new(kop)
            .veld(Veld::text("school", "Welke school?").required())
            .veld(Veld::date("op", "Wanneer?").required())
            .veld(Veld::textarea("gezegd", "Wat is er gezegd?", 5).required()),
        G::PostVerwerkt(_) => {
            let steps = Poststap::ALL.iter().map(|stap| Optie::new(stap.code(), stap.label())).collect();
            Groep::new(kop)
                .veld(Veld::radio("stap", "Wat is er gebeurd?", steps).required())
                .veld(Veld::date("op", "Op welke dag?").required())
        }
        _ => return None,
    })
}

fn address_values(adres: &Adres) -> Begin {
    vec![
        ("straat".into(), adres.straat.clone()),
        ("postcode".into(), adres.postcode.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("plaats".into(), adres.plaats.clone()),
        ("buitenland".into(), if adres.buitenland { "ja" } else { "" }.to_owned()),
    ]
}

fn name_values(roepnaam: &str, voorvoegsel: &str, achternaam: &str, geslacht: &'static str) -> Begin {
    vec![
        ("roepnaam".into(), roepnaam.to_owned()),
        ("voorvoegsel".into(), voorvoegsel.to_owned()),
        ("achternaam".into(), achternaam.to_owned()),
        ("geslacht".into(), geslacht.to_owned()),
    ]
}

/// What the fact says now, in its fields. The number of a child is left out.
pub(super) fn begin(feit: &Gebeurtenis) -> Begin {
    use Gebeurtenis as G;
    let day = |date: base::Date| date.to_string();
    match feit {
        G::DossierGeopend(e) => {
            let mut all = name_values(&e.roepnaam, &e.voorvoegsel, &e.achternaam, gender_code(e.geslacht));
            all.push(("geboortedatum".into(), day(e.geboortedatum)));
            all.extend(address_values(&e.adres));
            all
        }
        G::PersoonVerbonden(e) => vec![
            ("naam".into(), e.naam.clone()),
            ("relatie".into(), e.relatie.code().to_owned()),
            ("van".into(), day(e.van)),
            ("tot".into(), e.tot.map(day).unwrap_or_default()),
            ("brondocument".into(), e.brondocument.clone()),
            ("e_mail".into(), e.contact.e_mail.clone()),
            ("telefoon".into(), e.contact.telefoon.clone()),
            ("adres".into(), e.contact.adres.clone()),
        ],
        G::Verhuisd(e) => {
            let mut all = address_values(&e.adres);
            all.push(("per".into(), day(e.per)));
            all
        }
        G::NaamOfGeslachtGewijzigd(e) => {
            let mut all = name_values(&e.roepnaam, &e.voorvoegsel, &e.achternaam, gender_code(e.geslacht));
            all.push(("per".into(), day(e.per)));
            all
        }
        G::GeheimhoudingGezet(e) => vec![
            ("geheim".into(), if e.geheim { "ja" } else { "nee" }.to_owned()),
            ("bron".into(), e.bron.clone()),
        ],
        G::Ingeschreven(e) => vec![("per".into(), day(e.per)), ("groep".into(), e.groep.clone())],
        G::Uitgeschreven(e) => vec![("per".into(), day(e.per)), ("reden".into(), e.reden.clone())],
        G::EerstContactGemeld(e) => vec![
            ("school".into(), e.school.clone()),
            ("op".into(), day(e.op)),
            ("gezegd".into(), e.gezegd.clone()),
        ],
        G::PostVerwerkt(e) => vec![("stap".into(), e.stap.code().to_owned()), ("op".into(), day(e.op))],
        _ => Vec::new(),
    }
}

/// The fact as it should have been recorded.
pub(super) fn lees(feit: &Gebeurtenis, lezer: &mut Lezer<'_>, formulier: &Formulier) -> Option<Gebeurtenis> {
    use Gebeurtenis as G;
    let mut nieuw = feit.clone();
    match &mut nieuw {
        G::DossierGeopend(e) => {
            let e = Arc::make_mut(e);
            e.roepnaam = lezer.required("roepnaam", "Vul de roepnaam in.");
            e.voorvoegsel = lezer.text("voorvoegsel");
            e.achternaam = lezer.required("achternaam", "Vul de achternaam in.");
            e.geslacht = gender(formulier.text("geslacht"));
            e.geboortedatum = lezer.required_date("geboortedatum", "Vul de geboortedatum in.")?;
            e.adres = read_address(lezer, formulier);
        }
        G::PersoonVerbonden(e) => {
            let e = Arc::make_mut(e);
            e.naam = lezer.required("naam", "Vul de naam in.");
            e.relatie = lezer.choice("relatie", Relatie::from_code, "Kies wie dit voor het kind is.")?;
            e.van = lezer.required_date("van", "Vul de eerste dag in.")?;
            e.tot = lezer.date("tot");
            e.brondocument = lezer.required("brondocument", "Schrijf op waaruit dat blijkt.");
            e.contact = contact(lezer);
        }
        G::Verhuisd(e) => {
            let e = Arc::make_mut(e);
            e.per = lezer.required_date("per", "Vul de dag in.")?;
            e.adres = read_address(lezer, formulier);
        }
        G::NaamOfGeslachtGewijzigd(e) => {
            let e = Arc::make_mut(e);
            e.roepnaam = lezer.required("roepnaam", "Vul de roepnaam in.");
            e.voorvoegsel = lezer.text("voorvoegsel");
            e.achternaam = lezer.required("achternaam", "Vul de achternaam in.");
            e.geslacht = gender(formulier.text("geslacht"));
            e.per = lezer.required_date("per", "Vul de dag in.")?;
        }
        other => read_short(other, lezer)?,
    }
    Some(nieuw)
}

/// The facts of a few fields.
fn read_short(feit: &mut Gebeurtenis, lezer: &mut Lezer<'_>) -> Option<()> {
    use Gebeurtenis as G;
    match feit {
        G::GeheimhoudingGezet(e) => {
            let e = Arc::make_mut(e);
            e.geheim = lezer.yes_no("geheim", "Kies of het adres geheim is.")?;
            e.bron = lezer.required("bron", "Schrijf op waar dit vandaan komt.");
        }
        G::NummerOntvangen(e) => {
            Arc::make_mut(e).pgn = lezer.required("pgn", "Vul het nummer in.").replace(' ', "");
        }
        G::Ingeschreven(e) => {
            let e = Arc::make_mut(e);
            e.per = lezer.required_date("per", "Vul de dag in.")?;
            e.groep = lezer.text("groep");
        }
        G::Uitgeschreven(e) => {
            let e = Arc::make_mut(e);
            e.per = lezer.required_date("per", "Vul de dag in.")?;
            e.reden = lezer.required("reden", "Schrijf op waarom.");
        }
        G::EerstContactGemeld(e) => {
            let e = Arc::make_mut(e);
            e.school = lezer.required("school", "Vul de school in.");
            e.op = lezer.required_date("op", "Vul de dag in.")?;
            e.gezegd = lezer.required("gezegd", "Schrijf op wat er is gezegd.");
        }
        G::PostVerwerkt(e) => {
            let e = Arc::make_mut(e);
            e.stap = lezer.choice("stap", Poststap::from_code, "Kies wat er met de brief is gebeurd.")?;
            e.op = lezer.required_date("op", "Vul de dag in.")?;
        }
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use dossier::leven::feiten::{NummerOntvangen, Uitgeschreven};

    use super::*;
    use crate::weg::concept::form_of;

    #[test]
    fn what_a_fact_says_reads_back_from_its_fields() {
        let feit = Gebeurtenis::from(Uitgeschreven {
            vestiging: "99AA00".parse().unwrap(),
            per: "2026-03-02".parse().unwrap(),
            reden: "verhuisd".to_owned(),
        });
        let values = begin(&feit);
        let formulier = form_of(values.iter().map(|(naam, waarde)| (naam.as_ref(), waarde.as_str())));
        let mut lezer = Lezer::of(&formulier);
        let read = lees(&feit, &mut lezer, &formulier).unwrap();
        assert!(lezer.finish().is_ok());
        assert_eq!(read, feit);
    }

    #[test]
    fn the_number_of_a_child_is_not_shown_to_be_put_right() {
        let feit = Gebeurtenis::from(NummerOntvangen { pgn: "111222333".to_owned() });
        assert!(groep(&feit).is_some());
        assert!(begin(&feit).is_empty());
    }
}
