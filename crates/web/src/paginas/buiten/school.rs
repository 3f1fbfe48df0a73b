//! What came to a school by the open form: read, taken over by the form by which the school registers a child, or said to be none.

use app::AppError;
use app::buiten::{Binnengekomen, GeenAanmelding, InDossier, kenmerk};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use base::DossierNummer;
use base::dates::long_nl;
use dossier::Refusal;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{
    Feiten, Fouten, Inhoud, Kolom, Link, Melding, Meldingsoort, Optie, Tabel, Telefoonplek, Termijn, Veld,
};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{day, vorm};
use crate::paginas::aanmelden::form_address;

const LIST: &str = "/aanmelden/van-buiten";
/// The fields that hold a day.
const DAYS: [&str; 2] = ["geboortedatum", "gewenst_per"];

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(LIST, get(list))
        .route("/aanmelden/van-buiten/{nummer}", get(one))
        .route("/aanmelden/van-buiten/{nummer}/overnemen", post(take_over))
        .route("/aanmelden/van-buiten/{nummer}/al-in-dossier", post(in_file))
        .route("/aanmelden/van-buiten/{nummer}/geen-aanmelding", post(none))
}

/// What waits, for who opens files at a school, and in words alone for its directie: with a day, and late as a turn is. It is none, since
/// there is no file in which a turn could stand.
pub(in crate::paginas) async fn waiting(state: &WebState, kijker: &Kijker) -> Result<Option<Tabel>, Fout> {
    let found = state.app.wacht_van_buiten(&kijker.kijker, kijker.moment).await?;
    let on = kijker.moment.vandaag;
    let kolommen = vec![
        Kolom::text("Uiterlijk").on_phone(Telefoonplek::Dag),
        Kolom::text("Wat").names_row().on_phone(Telefoonplek::Wat),
        Kolom::text("Waarom nu").on_phone(Telefoonplek::Klein),
    ];
    Ok(found.map(|found| {
        Tabel::new("Van het open formulier", kolommen, "").wide().rows(&[found], |found| {
            let text = match found.aantal {
                1 => "1 aanmelding om te bekijken".to_owned(),
                many => format!("{many} aanmeldingen om te bekijken"),
            };
            let what = if found.zelf {
                Inhoud::from(Link::new(text, LIST))
            } else {
                Inhoud::from(text).above("door de intern begeleider")
            };
            let since = format!(
                "De oudste kwam op {}. Vanaf die dag loopt de wettelijke termijn om te beslissen.",
                long_nl(found.oudste)
            );
            let day = Inhoud::from(Termijn::of(found.uiterlijk, on).in_table());
            vec![day.above("een voorstel, geen wet"), what, since.into()]
        })
    }))
}

#[derive(Template)]
#[template(path = "paginas/buiten/lijst.html")]
struct Lijstblad {
    pagina: Pagina,
    tabel: Tabel,
}

async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    state.app.vereis_openen(&kijker.kijker, kijker.moment)?;
    let found = state.app.lijst_van_buiten(&kijker.kijker, kijker.moment).await?;
    let kolommen = vec![
        Kolom::text("Bij uw school sinds"),
        Kolom::text("Kind").names_row(),
        Kolom::text("Wie schreef het"),
    ];
    let empty = "Er is nu niets dat u nog moet bekijken.";
    let tabel = Tabel::new("Aanmeldingen van het open formulier", kolommen, empty).rows(&found, |row| {
        vec![
            day(row.bevestigd_op).into(),
            Link::new(child(row), format!("{LIST}/{}", row.nummer)).into(),
            row.geschreven.naam.as_str().into(),
        ]
    });
    let mut pagina = kijker
        .page("Aanmeldingen van het open formulier")
        .sub("Een ouder of leerling zonder account schreef ze en bevestigde ze per e-mail. Ook dit is een schriftelijke aanmelding: de termijn loopt vanaf de dag waarop zij bij uw school kwam.")
        .below("Vandaag", "/vandaag");
    let done = match vraag.text("na") {
        Some("dossier") => Some(
            "Het staat in het dossier. Wat er op het formulier stond, is hier weg. Wie het schreef krijgt een e-mail dat u ernaar keek.",
        ),
        Some("geen") => {
            Some("Het is weg. Wie het schreef krijgt een e-mail dat u ernaar keek, zonder de reden.")
        }
        _ => None,
    };
    let unread =
        state.app.aantal_van_buiten(&kijker.kijker, kijker.moment).await?.saturating_sub(found.len());
    if unread > 0 {
        pagina.meldingen.push(Melding::new(
            Meldingsoort::LetOp,
            "Een of meer aanmeldingen zijn niet te lezen, of waren al afgerond en staan er toch nog. Vraag wie Leerrecht beheert om `leerrecht verifieer` te draaien.",
        ));
    }
    pagina.meldingen.extend(done.map(|text| Melding::new(Meldingsoort::Goed, text)));
    show(&Lijstblad { pagina, tabel })
}

fn child(row: &Binnengekomen) -> String {
    let text = |veld: &str| row.geschreven.velden.get(veld).map_or("", String::as_str);
    let parts = [text("roepnaam"), text("voorvoegsel"), text("achternaam")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[derive(Template)]
#[template(path = "paginas/buiten/een.html")]
struct Eenblad {
    pagina: Pagina,
    fouten: Fouten,
    nummer: String,
    herkomst: String,
    groepen: Vec<(String, Feiten)>,
    dossier: Veld,
    zelfde: Option<Veld>,
    zonder_brief: Option<Veld>,
    reden: Veld,
}

async fn page(state: &WebState, kijker: &Kijker, nummer: &str, ingevuld: Ingevuld) -> Result<Eenblad, Fout> {
    let found = state.app.lees_van_buiten(&kijker.kijker, nummer, kijker.moment).await?;
    let mut typed = Formulier::default();
    for (veld, waarde) in &found.geschreven.velden {
        let date = DAYS.contains(&veld.as_str()).then(|| base::dates::parse_typed(waarde)).flatten();
        let shown = date.map_or_else(|| waarde.clone(), long_nl);
        typed.put(veld, &shown);
    }
    let school = state.app.eigen_school(&kijker.kijker, kijker.moment).await?;
    let geheim =
        state.app.geheim_kind(&kijker.kijker, &found, kijker.moment).await?.map(|dossier| secret(&dossier));
    let herkomst = format!(
        "{} ({}) schreef dit op {}{} en bevestigde het op {}. Die laatste dag telt: toen kwam het bij uw school. Wie het is, is niet bewezen. Kenmerk: {}.",
        found.geschreven.naam,
        found.geschreven.e_mail,
        long_nl(found.geschreven.op),
        if found.geschreven.taal == "en" { " in het Engels" } else { "" },
        day(found.bevestigd_op),
        kenmerk(&found.nummer),
    );
    let mut pagina = kijker
        .page(child(&found))
        .below("Aanmeldingen van het open formulier", LIST)
        .with_errors(&ingevuld.fouten);
    pagina.meldingen.extend(geheim);
    Ok(Eenblad {
        pagina,
        groepen: vorm::gelezen(Taal::Nl, &typed, school.as_ref()),
        dossier: Veld::text("dossier", "Nummer van het dossier")
            .hint("Zoals 2026-004217.")
            .required()
            .filled(&ingevuld),
        // Asked where it is not sure that the file is of this child.
        zelfde: ingevuld.fouten.of("zelfde").map(|_| {
            Veld::checkbox(
                "zelfde",
                "Het is hetzelfde kind: de naam of de geboortedatum is verkeerd geschreven",
            )
            .filled(&ingevuld)
        }),
        // Asked where whoever wrote it is nobody in that file.
        zonder_brief: ingevuld.fouten.of("zonder_brief").map(|_| {
            Veld::checkbox(
                "zonder_brief",
                "Er hoort geen brief te gaan: deze persoon heeft geen gezag, of staat er onder een andere naam",
            )
            .filled(&ingevuld)
        }),
        reden: Veld::radio("reden", "Waarom niet?", reasons()).required().filled(&ingevuld),
        fouten: ingevuld.fouten,
        nummer: found.nummer,
        herkomst,
    })
}

/// Whoever wrote it can be who may not know of the child of this file.
fn secret(dossier: &DossierNummer) -> Melding {
    let words = format!(
        "Let op: dit kan het kind van dossier {dossier} zijn, en daarvan is iets geheim. Wie dit schreef, is niet bewezen: het kan \
         zijn voor wie het geheim is. Vraag het eerst aan de ouder die u kent. Wat u ook kiest, wie dit schreef krijgt dezelfde \
         e-mail: dat de school ernaar keek."
    );
    Melding::new(Meldingsoort::LetOp, words)
}

fn reasons() -> Vec<Optie> {
    let words = |reden: GeenAanmelding| match reden {
        GeenAanmelding::AndereSchool => "Bedoeld voor een andere school",
        GeenAanmelding::Dubbel => "Dezelfde aanmelding kwam twee keer",
        GeenAanmelding::Geen => "Geen aanmelding van een kind",
    };
    GeenAanmelding::ALL.into_iter().map(|reden| Optie::new(reden.code(), words(reden))).collect()
}

async fn one(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    show(&page(&state, &kijker, &nummer, Ingevuld::empty()).await?)
}

/// Back with what is wrong.
async fn refused(
    state: &WebState,
    kijker: &Kijker,
    nummer: &str,
    formulier: Formulier,
    refusal: &Refusal,
) -> Uitkomst {
    let fouten = Fouten::of_refusal(refusal, Taal::Nl);
    show_refused(&page(state, kijker, nummer, Ingevuld::refused(formulier, fouten)).await?)
}

async fn take_over(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    match state.app.zet_klaar(&kijker.kijker, &nummer, kijker.moment).await {
        Ok(bakje) => Ok(redirect(&form_address(bakje))),
        Err(AppError::Refused(refusal)) => {
            refused(&state, &kijker, &nummer, Formulier::default(), &refusal).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn in_file(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    state.app.vereis_openen(&kijker.kijker, kijker.moment)?;
    let done = match formulier.text("dossier").trim().parse::<DossierNummer>() {
        Ok(dossier) => {
            let gezegd = InDossier {
                zelfde: formulier.is_on("zelfde"),
                zonder_brief: formulier.is_on("zonder_brief"),
            };
            state.app.staat_al_in(&kijker.kijker, (&nummer, &dossier), gezegd, kijker.moment).await
        }
        Err(_) => Err(AppError::from(
            Refusal::field("dossier", teksten::buiten::geen_aanmelding_daar())
                .instead(teksten::buiten::eerst_daar_aanmelden()),
        )),
    };
    match done {
        Ok(()) => Ok(redirect(&format!("{LIST}?na=dossier"))),
        Err(AppError::Refused(refusal)) => refused(&state, &kijker, &nummer, formulier, &refusal).await,
        Err(error) => Err(error.into()),
    }
}

async fn none(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    state.app.vereis_openen(&kijker.kijker, kijker.moment)?;
    let Some(reden) = GeenAanmelding::from_code(formulier.text("reden")) else {
        let mut fouten = Fouten::new();
        fouten.add("reden", "Kies waarom dit geen aanmelding bij uw school is.");
        let typed = Ingevuld::refused(formulier, fouten);
        return show_refused(&page(&state, &kijker, &nummer, typed).await?);
    };
    state.app.is_geen_aanmelding(&kijker.kijker, &nummer, reden, kijker.moment).await?;
    Ok(redirect(&format!("{LIST}?na=geen")))
}
