//! The forms by which parents decide together, as a school fills them for one of them: who of them said it.

use dossier::aanmelding::keuze::Ouderkeuze;
use dossier::soort::{GrondZonderOuder, Relatie};
use dossier::staat::{Aanmelding, Persoon};
use teksten::{Tekst, aanmelding};
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;
use web_base::onderdelen::{Optie, Veld, day_in};

use super::afloop::words_field;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;

/// Those with authority, as a choice; of who spoke it is said.
fn parents(werk: &Werk, (aanmelding, keuze): (&Aanmelding, Option<Ouderkeuze>)) -> Vec<Optie> {
    let has = |relatie: Relatie| relatie.has_gezag();
    let people = werk.beeld().mensen.iter().filter(|persoon| has(persoon.relatie));
    let current = people.filter(|persoon| persoon.is_current(werk.vandaag()));
    let taal = werk.taal();
    let option = |persoon: &Persoon| {
        let option = Optie::new(persoon.nr.to_string(), persoon.naam.as_str());
        let said = keuze.and_then(|keuze| aanmelding.woord_van(keuze, persoon.nr));
        match said {
            Some(said) => {
                let op = day_in(taal, said.op, werk.vandaag());
                option.explained(format!("{} ({op})", taal.zeg(said.na_naam())))
            }
            None => option,
        }
    };
    current.map(option).collect()
}

/// Those whose authority ended: what both decide waits for who lost it not long ago, and a school says why it does not.
fn had_authority(werk: &Werk) -> Vec<Optie> {
    let all = &werk.beeld().mensen;
    let has = |persoon: &&Persoon| persoon.relatie.has_gezag() && !persoon.overleden;
    let now: Vec<u32> =
        all.iter().filter(has).filter(|one| one.is_current(werk.vandaag())).map(|one| one.nr).collect();
    let ended = all.iter().filter(has).filter(|one| !now.contains(&one.nr));
    let until = |one: &Persoon, tot| {
        let option = Optie::new(one.nr.to_string(), one.naam.as_str());
        option.explained(format!("gezag tot {}", day_in(werk.taal(), tot, werk.vandaag())))
    };
    ended.filter_map(|one| Some(until(one, one.tot?))).collect()
}

/// Who of them it is, for a school; none where a parent acts, or where there is one alone.
pub(super) fn parent_field(
    werk: &Werk,
    over: (&Aanmelding, Option<Ouderkeuze>),
    vraag: Tekst,
) -> Option<Veld> {
    let people = parents(werk, over);
    if werk.is_gezin() || people.len() < 2 {
        return None;
    }
    let taal = werk.taal();
    let field = Veld::radio("van", taal.zeg(vraag), people);
    Some(field.required_or(taal.zeg(aanmelding::ouder_gevraagd_leeg())).asked_here())
}

/// The form by which one of them lets the registration go on.
pub(super) fn doorgaan_vorm(over: &Aanmelding, werk: &Werk) -> Vorm {
    let zeg = |tekst: Tekst| werk.taal().zeg(tekst);
    let mut groep = Groep::new(zeg(aanmelding::doorgaan_kop())).tekst(zeg(aanmelding::doorgaan_gevolg()));
    let choice = (over, Some(Ouderkeuze::Intrekken));
    if let Some(van) = parent_field(werk, choice, aanmelding::intrekken_van()) {
        groep = groep.veld(van);
    }
    let reden = words_field(werk, "reden", aanmelding::doorgaan_waarom());
    Vorm::new(zeg(aanmelding::doorgaan_knop())).groep(groep.veld(reden))
}

/// The form by which a school goes on without the answer of one of them, on a ground that the law or the program names.
pub(super) fn zonder_ouder_vorm(over: &Aanmelding, werk: &Werk) -> Vorm {
    let keuze = over.lopende_keuzes().first().copied();
    // Who spoke is in the list of nobody.
    let spoke = |nr: u32| keuze.is_some_and(|keuze| over.woord_van(keuze, nr).is_some());
    let mut people = parents(werk, (over, keuze));
    people.extend(had_authority(werk));
    people.retain(|optie| optie.code.parse().is_ok_and(|nr: u32| !spoke(nr)));
    let wie = Veld::radio("persoon", "Welke ouder gaf geen antwoord?", people);
    let silent = keuze != Some(Ouderkeuze::Intrekken);
    let ends_nothing = [GrondZonderOuder::GeenAntwoord, GrondZonderOuder::Geheim];
    let grounds = GrondZonderOuder::ALL.iter().filter(|grond| silent || !ends_nothing.contains(grond));
    let grounds = grounds.map(|grond| Optie::new(grond.code(), grond.label()));
    let grond = Veld::radio("grond", "Waarom gaat u verder zonder dit antwoord?", grounds.collect())
        .required_or("Kies waarom u verdergaat.");
    let reden = Veld::textarea("reden", "Wat deed u om deze ouder te bereiken, of waaruit blijkt dit?", 4)
        .hint("Bijvoorbeeld: op 3 maart een brief gestuurd naar het laatste adres, en twee keer gebeld. Of: de uitspraak van de rechter van 4 februari.")
        .required_or("Schrijf op wat u deed, of waaruit dit blijkt.");
    let rule = if silent {
        format!(
            "Iedere ouder met gezag heeft {DAGEN_OM_TE_ANTWOORDEN} dagen om te antwoorden (eigen regel van dit programma). Komt er dan geen antwoord, dan mag u verdergaan."
        )
    } else {
        format!(
            "Wie niets zegt, trekt niets in: dan loopt de aanmelding door en beslist u (eigen regel van dit programma). De wet zegt dat één ouder ook alleen mag handelen als niet blijkt dat de ander bezwaar heeft ({}). Alleen als de wet zegt dat één ouder het gezag alleen uitoefent, of als de rechter besliste, gaat u verder zonder de ander.",
            werk.artikel("gezag.samen")
        )
    };
    Vorm::new("Verdergaan zonder dit antwoord").groep(
        Groep::new("Een ouder van wie geen antwoord komt")
            .tekst("Zei deze ouder op papier ja of nee, leg dan dat antwoord vast en kies dit niet.")
            .tekst(rule)
            .tekst("Er blijft in het dossier staan waarom u verderging en wat u deed. Iedere ouder met gezag krijgt daar een brief over.")
            .veld(wie.required_or("Kies de ouder."))
            .veld(grond)
            .veld(reden)
            .naast([
                Veld::text("gerecht", "Welke rechter besliste?").hint("Alleen als de rechter besliste."),
                Veld::date("uitspraak_op", "Op welke dag besliste die rechter?"),
            ]),
    )
}
