//! What a parent or the pupil thinks of a request: typed by the school in their name, confirmed on paper, or by the
//! parent.

use app::inzage::Doel;
use axum::extract::{Path, State};
use dossier::Rol;
use dossier::tlv::feiten::ZienswijzeVan;
use dossier::tlv::opdracht::GeefZienswijze;
use web_base::error::{Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Feiten, Optie, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::back;
use super::{Gezien, Nee, Plek, Stap, once};

/// Code of the pupil in the list of voices.
const PUPIL: &str = "leerling";

/// Asks whose words these are, and which.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    page(&kijker, &Gezien::at(&state, &kijker, &parts).await?, Nee::default()).await
}

async fn page(kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    gezien.must("geef_zienswijze")?;
    gezien.toon(Doel::Zienswijze).await?;
    let plek = &gezien.plek;
    let own = is_family(kijker);
    let vooraf = if own {
        "Zeg in uw eigen woorden wat u van de aanvraag vindt. Het samenwerkingsverband leest dit mee. U hoeft het niet eens te zijn: de aanvraag gaat ook dan door, en uw mening staat erbij."
    } else {
        "Schrijf op wat een ouder of de leerling zelf zegt, in hun eigen woorden. Het samenwerkingsverband leest dit mee. Ouders kunnen het ook zelf doen op hun eigen pagina."
    };
    Stap {
        pagina: gezien.page_below(kijker, "Wat vinden ouders en leerling?").narrow(),
        actie: plek.below("zienswijze"),
        vooraf: vec![vooraf.to_owned()],
        feiten: Feiten::new(),
        velden: fields(gezien, kijker, &nee.ingevuld),
        knop: "Vastleggen",
        gevolg: String::new(),
        terug: back(plek),
        bestanden: false,
        nee,
    }
    .answer()
}

fn is_family(kijker: &Kijker) -> bool {
    web_base::menu::is_family(kijker.kijker.actor.rol)
}

fn fields(gezien: &Gezien, kijker: &Kijker, ingevuld: &Ingevuld) -> Vec<Veld> {
    let agreement = vec![
        Optie::new("ja", "Ja"),
        Optie::new("nee", "Nee")
            .explained("Dan gaat de aanvraag ook door; het samenwerkingsverband weet het."),
        Optie::new("geen", "Dat is niet gezegd"),
    ];
    let mut velden = vec![
        Veld::radio("van", "Wie zegt dit?", voices(gezien, kijker)).required().filled(ingevuld),
        Veld::textarea("tekst", "In eigen woorden", 5).filled(ingevuld),
        Veld::radio("eens", "Eens met de aanvraag?", agreement).required().filled(ingevuld),
    ];
    if !is_family(kijker) {
        velden.push(
            Veld::checkbox("papier", "Dit is op papier bevestigd door wie het zei")
                .hint("Voor een ouder. Bewaar het papier op school. Bij de leerling hoeft dit niet.")
                .filled(ingevuld),
        );
    }
    velden.push(Veld::hidden("versie", gezien.beeld().versie.to_string()));
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
                .explained(persoon.relatie.label())
        })
        .collect();
    if rol != Rol::Ouder {
        opties.push(
            Optie::new(PUPIL, gezien.beeld().roepnaam.as_str())
                .explained("de leerling zelf, in eigen woorden"),
        );
    }
    opties
}

fn voice(code: &str) -> Option<ZienswijzeVan> {
    match code {
        PUPIL => Some(ZienswijzeVan::Leerling),
        other => other.strip_prefix("persoon-")?.parse().ok().map(ZienswijzeVan::Persoon),
    }
}

fn read(plek: &Plek, kijker: &Kijker, formulier: &Formulier) -> Result<GeefZienswijze, Ingevuld> {
    let mut lezer = Lezer::of(formulier);
    let van = lezer.choice("van", voice, "Kies van wie deze woorden zijn.");
    let eens = lezer.choice(
        "eens",
        |code| ["ja", "nee", "geen"].contains(&code).then(|| code.to_owned()),
        "Kies of dit een ja of een nee is, of dat het niet is gezegd.",
    );
    let namens = !is_family(kijker);
    if namens && matches!(van, Some(ZienswijzeVan::Persoon(_))) && !formulier.is_on("papier") {
        lezer.error("papier", "Vraag de ouder dit op papier te bevestigen en zet dan dit vinkje.");
    }
    let tekst = lezer.text("tekst");
    lezer.finish_or_show()?;
    let eens = match eens.as_deref() {
        Some("ja") => Some(true),
        Some("nee") => Some(false),
        _ => None,
    };
    // Without a voice the form was refused above.
    let van = van.unwrap_or(ZienswijzeVan::Leerling);
    Ok(GeefZienswijze { aanvraag: plek.nr, van, tekst, eens, namens })
}

/// Records the view.
pub(super) async fn give(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let opdracht = match read(plek, &kijker, &formulier) {
        Ok(opdracht) => opdracht,
        Err(ingevuld) => return page(&kijker, &gezien, ingevuld.into()).await,
    };
    let uitvoering = once(&gezien, "zienswijze", &formulier)?;
    let done = gezien.open.doe(opdracht, uitvoering).await;
    match done {
        Ok(_) => Ok(redirect(&format!("{}?gedaan=zienswijze", plek.address()))),
        Err(error) => page(&kijker, &gezien, Nee::of(error, formulier, kijker.moment.vandaag)?).await,
    }
}
