//! Who comes to a talk about a removal, and what they need there.

use std::collections::BTreeSet;

use dossier::beurt::Onderwerp;
use dossier::leven::gezag::ieder_een_keer;
use dossier::staat::{Persoon, Verwijdering};
use teksten::{Taal, kind};
use web_base::onderdelen::{Feiten, Inhoud, Veld};

use crate::paginas::leven::person_field;
use crate::weg::vorm::{Blok, Groep};
use crate::weg::werk::Werk;

/// Who needs an interpreter at a talk, and in what language.
pub(super) fn interpreters(werk: &Werk) -> Vec<String> {
    let around = werk.beeld().mensen.iter().filter(|persoon| persoon.is_current(werk.vandaag()));
    let said = around.filter_map(|persoon| Some((persoon, persoon.taal.as_ref().filter(|said| said.tolk)?)));
    said.map(|(persoon, said)| format!("{}: {}", persoon.naam, said.taal)).collect()
}

pub(super) fn interpreter_group(werk: &Werk) -> Vec<Groep> {
    let group = || with_interpreter(werk, Groep::new("Het gesprek"));
    if interpreters(werk).is_empty() { Vec::new() } else { vec![group()] }
}

pub(super) fn with_interpreter(werk: &Werk, groep: Groep) -> Groep {
    let needed = interpreters(werk);
    if needed.is_empty() {
        return groep;
    }
    groep.let_op("Regel een tolk voor dit gesprek:").blok(Blok::Lijst(needed))
}

/// Those who are heard as parents, each once: of somebody with two records the one by which they are heard today.
pub(super) fn heard_as_parents(werk: &Werk) -> Vec<&Persoon> {
    let heard = werk.te_horen();
    let people = werk.beeld().mensen.iter();
    let today = people.clone().filter(|persoon| heard.contains(&persoon.nr));
    ieder_een_keer(today.chain(people.filter(|persoon| persoon.relatie.is_ouder_in_onderwijs())))
}

/// A box for each of them: nobody is ticked beforehand.
pub(super) fn parents(werk: &Werk, groep: Groep) -> Groep {
    heard_as_parents(werk).into_iter().fold(groep, |groep, persoon| {
        groep
            .veld(Veld::checkbox(&person_field(persoon), persoon.naam.as_str()).hint(persoon.relatie.label()))
    })
}

/// What the family wrote on the own pages about a removal, as far as whoever looks may read it.
pub(super) fn written(werk: &Werk, verwijdering: u32, taal: Taal) -> Option<Feiten> {
    let over = Some(Onderwerp::Verwijdering(verwijdering));
    let about = werk.beeld().woorden.iter().filter(|said| said.feit.over == over);
    let mut about = about.peekable();
    about.peek()?;
    Some(about.fold(Feiten::new(), |feiten, said| {
        let known = werk.beeld().mensen.iter().find(|persoon| persoon.nr == said.feit.persoon);
        let who = known.map_or_else(|| taal.zeg(kind::de_ouders()), |persoon| persoon.naam.clone());
        feiten.with(who, Inhoud::from(said.feit.woorden.as_str()).above(taal.korte_dag(said.feit.op)))
    }))
}

/// The same above a form in which it is weighed.
pub(super) fn with_written(werk: &Werk, verwijdering: u32, groep: Groep) -> Groep {
    match written(werk, verwijdering, Taal::Nl) {
        Some(words) => groep.tekst("Dit is geschreven op de eigen pagina:").blok(Blok::Feiten(words)),
        None => groep,
    }
}

/// Those with these numbers, by name, each once, as far as whoever looks may know them.
pub(super) fn names(werk: &Werk, numbers: impl Iterator<Item = u32>) -> String {
    let numbers: BTreeSet<u32> = numbers.collect();
    let people = werk.beeld().mensen.iter().filter(|persoon| numbers.contains(&persoon.nr));
    let names: Vec<&str> = ieder_een_keer(people).into_iter().map(|persoon| persoon.naam.as_str()).collect();
    names.join(", ")
}

/// Which of the parents came to this talk.
pub(super) fn who_came(werk: &Werk, verwijdering: &Verwijdering, groep: Groep) -> Groep {
    if heard_as_parents(werk).is_empty() {
        return groep;
    }
    let before = names(werk, verwijdering.kwamen());
    let groep = if before.is_empty() { groep } else { groep.tekst(format!("U hoorde al: {before}.")) };
    let groep = groep.tekst("Wie kwam naar het gesprek, of liet op een andere manier weten wat hij of zij vindt? Wie u eerder al hoorde, vinkt u niet nog eens aan. Vinkt u niemand aan, dan legt u vast dat geen ouder kwam.");
    parents(werk, groep)
}

/// What the pupil said, and where the pupil has to be heard (`asked`) whether they came to this talk.
pub(super) fn pupil_heard(groep: Groep, asked: bool) -> (Groep, Veld) {
    let said = Veld::textarea("leerling", "Wat zegt de leerling?", 5);
    if !asked {
        return (groep, said);
    }
    let came = Veld::checkbox(
        "leerling_kwam",
        "De leerling kwam, of liet op een andere manier weten wat hij of zij vindt",
    );
    let came = came.hint("Vinkt u dit niet aan, dan legt u vast dat de leerling niet kwam. Hoorde u de leerling al eerder, dan hoeft het niet nog eens.");
    let said = said.asked_when("als de leerling kwam of iets liet weten", "Schrijf op wat de leerling zegt.");
    let said = said.hint("Kwam de leerling niet? Dan schrijft u op hoe u hem of haar probeerde te bereiken, of u laat dit leeg.");
    (groep.veld(came), said)
}
