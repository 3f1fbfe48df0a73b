//! What a parent or the pupil thinks of a request: typed by the school in their name, confirmed on paper, or by the
//! parent.

use app::inzage::Doel;
use dossier::leven::gezag::ieder_een_keer;
use dossier::leven::stem::Stem;
use dossier::opdracht::Opdrachtnaam;
use dossier::opdracht::velden::VanStem;
use dossier::staat::Persoon;
use dossier::{Rol, Woord};
use teksten::{Tekst, aanvraag, mijn};
use web_base::form::Formulier;
use web_base::menu::is_family;
use web_base::onderdelen::{Optie, Veld};
use web_base::session::Kijker;

use super::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Gemaakt, Stap};

pub(super) fn stap<'g>(gezien: &'g Gezien, _aan: Aan<'_>) -> Gemaakt<'g> {
    let kijker = &gezien.werk.kijker;
    let (taal, wie) = (kijker.taal(), if is_family(kijker.kijker.actor.rol) { "gezin" } else { "school" });
    Aanvraagstap {
        titel: taal.zeg(aanvraag::mening_titel()).into(),
        vooraf: vec![taal.zeg(aanvraag::MeningVooraf { wie }.tekst())],
        velden: fields(gezien, kijker),
        knop: taal.zeg(mijn::vastleggen()).into(),
        gedaan: ("", "zienswijze"),
        ernaast: confirmed,
        ..Aanvraagstap::of(gezien, Opdrachtnaam::GeefZienswijze, Doel::Zienswijze)
    }
    .klaar()
}

/// What a parent said to the school is theirs only when they confirmed it.
fn confirmed(stap: &Aanvraagstap<'_>, formulier: &Formulier) -> Option<(&'static str, &'static str)> {
    let asked = stap.velden.iter().any(|veld| veld.naam() == "papier");
    let missing = asked && formulier.text("van").starts_with("persoon-") && !formulier.is_on("papier");
    missing.then_some(("papier", "Vraag de ouder dit op papier te bevestigen en zet dan dit vinkje."))
}

fn fields(gezien: &Gezien, kijker: &Kijker) -> Vec<Veld> {
    let zeg = |tekst: Tekst| kijker.taal().zeg(tekst);
    let agreement = vec![
        Optie::new("ja", zeg(aanvraag::mening_ja())),
        Optie::new("nee", zeg(aanvraag::mening_nee())).explained(zeg(aanvraag::mening_nee_uitleg())),
        Optie::new("geen", zeg(aanvraag::mening_niet_gezegd())),
    ];
    let van = Veld::radio("van", zeg(aanvraag::mening_van()), voices(gezien, kijker));
    let eens = Veld::radio("eens", zeg(aanvraag::mening_eens()), agreement);
    let mut velden = vec![
        van.required_or(zeg(aanvraag::mening_van_leeg())),
        Veld::textarea("tekst", zeg(aanvraag::mening_tekst()), 5),
        eens.required_or(zeg(aanvraag::mening_eens_leeg())).asked_here(),
    ];
    if !is_family(kijker.kijker.actor.rol) {
        velden.push(
            Veld::checkbox("papier", "Dit is op papier bevestigd door wie het zei")
                .hint("Voor een ouder. Bewaar het papier op school. Bij de leerling hoeft dit niet."),
        );
    }
    velden
}

/// Everybody whose view counts, each once; a parent speaks for nobody else, and nor does a pupil.
fn voices(gezien: &Gezien, kijker: &Kijker) -> Vec<Optie> {
    let account = Some(&kijker.kijker.actor.persoon);
    let rol = kijker.kijker.actor.rol;
    let today = kijker.moment.vandaag;
    let has = |persoon: &&Persoon| persoon.relatie.has_gezag() && persoon.is_current(today);
    let people = ieder_een_keer(gezien.beeld().mensen.iter().filter(has));
    let mut opties: Vec<Optie> = people
        .into_iter()
        .filter(|persoon| rol != Rol::Ouder || persoon.account.as_ref() == account)
        .filter(|_| rol != Rol::Leerling)
        .map(|persoon| {
            Optie::new(VanStem::in_veld(Stem::Persoon(persoon.nr)), persoon.naam.as_str())
                .explained(kijker.taal().zeg(persoon.relatie.woord()))
        })
        .collect();
    if rol != Rol::Ouder {
        opties.push(
            Optie::new(VanStem::in_veld(Stem::Leerling), gezien.beeld().roepnaam.as_str())
                .explained(kijker.taal().zeg(aanvraag::mening_leerling())),
        );
    }
    opties
}
