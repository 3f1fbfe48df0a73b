//! The fields of a version: what the law asks to stand in it, and the goals.

use dossier::plan::soort::Plansoort;
use dossier::plan::staat::Plan;
use teksten::Taal;
use web_base::form::Formulier;
use web_base::onderdelen::Veld;

use crate::weg::rijen::{Rijenlijst, Rijplek};
use crate::weg::vorm::Groep;

/// The groups of a version.
pub(super) fn groepen(plan: &Plan, getypt: &Formulier) -> Vec<Groep> {
    let mut all = Vec::new();
    if plan.soort.is_opp() {
        all.extend([uitstroom(), factoren()]);
    } else {
        all.push(uitstroom_klein());
    }
    // Of which version it was written: what a colleague shared meanwhile is not wiped.
    all.push(hulp().veld(Veld::hidden("uit_versie", "")));
    all.push(doelen(plan, getypt));
    all
}

/// When a field is filled in that the law asks of the plan, and not of every version that is shared.
const VOOR_VASTSTELLEN: &str = "nodig voordat u het plan vaststelt";

fn uitstroom() -> Groep {
    Groep::new("Waar gaat de leerling na deze school naartoe?")
        .veld(
            Veld::text("bestemming", "Verwachte uitstroombestemming")
                .hint("Bijvoorbeeld: vmbo, arbeid, dagbesteding.")
                .asked_when(VOOR_VASTSTELLEN, "Vul de verwachte uitstroombestemming in."),
        )
        .veld(
            Veld::textarea("onderbouwing", "Waarom denkt u dat?", 4)
                .asked_when(VOOR_VASTSTELLEN, "Schrijf op waarom u dat denkt."),
        )
        .veld(Veld::checkbox("wijkt_af", "De leerling volgt niet het hele onderwijsprogramma"))
        .veld(
            Veld::textarea(
                "afwijkingen",
                "Van welke onderdelen wijkt u af, en wat komt ervoor in de plaats?",
                3,
            )
            .hint("In het speciaal onderwijs: waarom de kerndoelen niet passen, en welke doelen ervoor in de plaats komen.")
            .asked_when("nodig als u hierboven een vinkje zet", "Schrijf op wat de leerling anders leert."),
        )
        .veld(
            Veld::text("soort_arbeid", "Soort arbeid")
                .asked_when("nodig in het praktijkonderwijs", "Vul de soort arbeid in."),
        )
}

/// A plan that the law does not know asks little; what stands in it goes along when it grows.
fn uitstroom_klein() -> Groep {
    Groep::new("Wat wilt u nog vastleggen?")
        .tekst("Dit mag leeg blijven. Wordt het later een ontwikkelingsperspectief, dan gaat het mee.")
        .veld(Veld::text("bestemming", "Verwachte uitstroombestemming"))
        .veld(Veld::textarea("onderbouwing", "Waarom denkt u dat?", 3))
        .veld(Veld::hidden("wijkt_af", ""))
        .veld(Veld::hidden("afwijkingen", ""))
        .veld(Veld::hidden("soort_arbeid", ""))
        .veld(Veld::textarea("belemmerend", "Wat maakt leren moeilijk?", 3))
        .veld(Veld::textarea("bevorderend", "Wat helpt?", 3))
}

fn factoren() -> Groep {
    Groep::new("Wat helpt, en wat maakt het moeilijk?")
        .tekst("Schrijf op wat de leerling nodig heeft, en geen diagnose.")
        .veld(
            Veld::textarea("belemmerend", "Belemmerende factoren", 4)
                .asked_when(VOOR_VASTSTELLEN, "Schrijf op wat het moeilijk maakt."),
        )
        .veld(
            Veld::textarea("bevorderend", "Bevorderende factoren", 4)
                .asked_when(VOOR_VASTSTELLEN, "Schrijf op wat helpt."),
        )
}

fn hulp() -> Groep {
    Groep::new("Het handelingsdeel: welke hulp krijgt de leerling?")
        .tekst("Over dit deel zeggen de ouders ja of nee. Verandert u het, dan vraagt u het hun opnieuw.")
        .veld(
            Veld::textarea("begeleiding", "De individuele begeleiding", 6)
                .required_or("Schrijf op welke hulp de leerling krijgt."),
        )
        .veld(Veld::date("van", "Vanaf welke dag?").hint("Leeg: vandaag."))
        .veld(
            Veld::date("tot_en_met", "Tot en met welke dag?")
                .hint("Meestal het einde van het schooljaar.")
                .required_or("Vul de laatste dag in."),
        )
        .veld(
            Veld::text("cyclus_weken", "Na hoeveel weken kijkt u wat er van de doelen kwam?")
                .hint("Een getal. 0 als u geen rondes wilt.")
                .required_or("Vul een getal in."),
        )
}

/// The goals, one row each; a plan in few words has none.
fn doelen(plan: &Plan, getypt: &Formulier) -> Groep {
    let groep =
        Groep::new("Doelen").tekst("Per doel: wat, wie, hoe, tot wanneer, en hoe u ziet of het is gelukt.");
    let lijst = dossier::opdracht::daad_van("deel_concept")
        .and_then(|daad| (daad.velden)().into_iter().find(|veld| veld.naam == "doelen"));
    let toont = u32::from(plan.soort == Plansoort::Opp);
    let rows =
        lijst.into_iter().map(|veld| Rijenlijst { veld, toont, sluit_aan: false, getypt, taal: Taal::Nl });
    rows.fold(groep, |groep, lijst| lijst.in_groep(groep, goal_fields))
}

fn goal_fields(rij: Rijplek) -> Vec<Vec<Veld>> {
    vec![
        vec![
            Veld::textarea(&rij.veld("wat"), "Wat wil de leerling bereiken?", 2)
                .required_or("Schrijf op wat het doel is."),
        ],
        vec![Veld::text(&rij.veld("wie"), "Wie helpt daarbij?").required_or("Schrijf op wie helpt.")],
        vec![Veld::textarea(&rij.veld("hoe"), "Hoe?", 2)],
        vec![
            Veld::date(&rij.veld("tot_en_met"), "Tot en met").required_or("Vul een dag in."),
            Veld::text(&rij.veld("meten"), "Hoe ziet u of het is gelukt?")
                .required_or("Schrijf op hoe u dat ziet."),
        ],
    ]
}
