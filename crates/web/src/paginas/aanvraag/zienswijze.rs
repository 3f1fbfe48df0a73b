//! What a parent or the pupil thinks of a request: typed by the school in their name, confirmed on paper, or by the
//! parent.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use axum::extract::{Path, State};
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::{Rol, Woord};
use teksten::{Tekst, aanvraag, mijn};
use web_base::error::Uitkomst;
use web_base::form::Formulier;
use web_base::menu::is_family;
use web_base::onderdelen::{Feiten, Fouten, Optie, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{Aanvraagstap, Gezien};
use crate::weg::vorm::Vorm;
use crate::weg::werk::Werk;
use crate::weg::{Stap, Waar, lees_daad, toon, verwerk};

/// Code of the pupil in the list of voices.
const PUPIL: &str = "leerling";

/// The view of somebody, which the school may enter when it was confirmed on paper.
struct Zienswijze<'g>(Aanvraagstap<'g>);

/// Asks whose words these are, and which.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(Opdrachtnaam::GeefZienswijze)?;
    toon(&gezien.werk, &stap(&gezien, &kijker)).await
}

/// Records the view.
pub(super) async fn give(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &stap(&gezien, &kijker), formulier).await
}

fn stap<'g>(gezien: &'g Gezien, kijker: &Kijker) -> Zienswijze<'g> {
    let (taal, wie) = (kijker.taal(), if is_family(kijker.kijker.actor.rol) { "gezin" } else { "school" });
    Zienswijze(Aanvraagstap {
        gezien,
        opdracht: Opdrachtnaam::GeefZienswijze,
        titel: taal.zeg(aanvraag::mening_titel()).into(),
        vooraf: vec![taal.zeg(aanvraag::MeningVooraf { wie }.tekst())],
        feiten: Feiten::new(),
        velden: fields(gezien, kijker),
        begin: Vec::new(),
        knop: taal.zeg(mijn::vastleggen()).into(),
        gevolg: "",
        gedaan: ("", "zienswijze"),
        doel: Doel::Zienswijze,
        blad: None,
    })
}

impl Stap for Zienswijze<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        self.0.opdracht
    }

    fn waar(&self) -> Waar {
        self.0.waar()
    }

    fn titel(&self) -> String {
        self.0.titel()
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        self.0.vorm(werk, getypt)
    }

    /// What a parent said to the school is theirs only when they confirmed it.
    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        let read = lees_daad(self, werk, formulier);
        let asked = self.0.velden.iter().any(|veld| veld.naam() == "papier");
        if !asked || !formulier.text("van").starts_with("persoon-") || formulier.is_on("papier") {
            return read;
        }
        let mut fouten = read.err().unwrap_or_default();
        fouten.add("papier", "Vraag de ouder dit op papier te bevestigen en zet dan dit vinkje.");
        Err(fouten)
    }

    fn doel(&self) -> Doel {
        self.0.doel
    }

    fn na_bewaren(&self, werk: &Werk, done: &str) -> Option<String> {
        self.0.na_bewaren(werk, done)
    }

    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        self.0.na(werk, uitgevoerd)
    }
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

/// Everybody whose view counts; a parent speaks for nobody else, and nor does a pupil.
fn voices(gezien: &Gezien, kijker: &Kijker) -> Vec<Optie> {
    let account = Some(&kijker.kijker.actor.persoon);
    let rol = kijker.kijker.actor.rol;
    let people = gezien.beeld().mensen.iter().filter(|persoon| persoon.relatie.has_gezag());
    let mut opties: Vec<Optie> = people
        .filter(|persoon| rol != Rol::Ouder || persoon.account.as_ref() == account)
        .filter(|_| rol != Rol::Leerling)
        .map(|persoon| {
            Optie::new(format!("persoon-{}", persoon.nr), persoon.naam.as_str())
                .explained(kijker.taal().zeg(persoon.relatie.woord()))
        })
        .collect();
    if rol != Rol::Ouder {
        opties.push(
            Optie::new(PUPIL, gezien.beeld().roepnaam.as_str())
                .explained(kijker.taal().zeg(aanvraag::mening_leerling())),
        );
    }
    opties
}
