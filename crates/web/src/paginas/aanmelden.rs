//! A child that has no file yet: registered in writing with this school, or enrolled there already.
//!
//! Before a second file is made of one child the person is shown the file that is there and says which it is.

pub(super) mod kind;

use app::AppError;
use app::aanmelden::NieuwKind;
use app::dossiers::{Uitgevoerd, Uitvoering};
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::{Date, Vestigingscode};
use dossier::Refusal;

use super::aanmelding::{read_registration, registration_fields};
use crate::weg::concept::Conceptvak;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::{Begin, Blad, Los, must_be_of, shown};
use app::concepten::LosFormulier;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Link, Melding, Meldingsoort, Veld, Weigering};
use web_base::pagina::{show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

#[cfg(test)]
mod tests;

/// A child and its people.
const KIND: &[&str] = &[
    "roepnaam",
    "voorvoegsel",
    "achternaam",
    "geslacht",
    "geboortedatum",
    "straat",
    "postcode",
    "plaats",
    "buitenland",
    "ouder#_naam",
    "ouder#_relatie",
    "ouder#_brondocument",
    "ouder#_e_mail",
    "ouder#_telefoon",
    "ouder#_adres",
    "zeker_nieuw",
];

/// What the forms ask besides a registration.
pub(super) const LOS: &[(LosFormulier, &[Los])] = &[
    (LosFormulier::Aanmelden, &[Los::Velden(KIND), Los::Daad("meld_aan")]),
    (LosFormulier::Ingeschreven, &[Los::Velden(KIND), Los::Velden(&["per", "groep"])]),
];

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/aanmelden", get(registration).post(register))
        .route("/aanmelden/ingeschreven", get(enrolment).post(enrol))
}

/// Why a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reden {
    /// The parents registered the child in writing.
    Aanmelding,
    /// The child is enrolled already.
    Ingeschreven,
}

impl Reden {
    fn adres(self) -> &'static str {
        match self {
            Self::Aanmelding => "/aanmelden",
            Self::Ingeschreven => "/aanmelden/ingeschreven",
        }
    }

    fn titel(self) -> &'static str {
        match self {
            Self::Aanmelding => "Een kind aanmelden",
            Self::Ingeschreven => "Een dossier voor een kind dat al op school zit",
        }
    }

    fn plek(self, state: &WebState, kijker: &Kijker) -> Result<Conceptvak, Fout> {
        let formulier = match self {
            Self::Aanmelding => LosFormulier::Aanmelden,
            Self::Ingeschreven => LosFormulier::Ingeschreven,
        };
        Conceptvak::los(state, kijker, formulier)
    }

    fn begin(self, today: Date) -> Begin {
        let naam = match self {
            Self::Aanmelding => "ontvangen_op",
            Self::Ingeschreven => "per",
        };
        vec![(naam.into(), today.to_string())]
    }

    /// What is asked besides the child and its people.
    fn groep(self) -> Groep {
        match self {
            Self::Aanmelding => registration_fields(true, Taal::Nl),
            Self::Ingeschreven => Groep::new("De inschrijving").naast([
                Veld::date("per", "Sinds welke dag zit het kind op uw school?").required(),
                Veld::text("groep", "Groep of klas"),
            ]),
        }
    }
}

/// The school of somebody who may open a file.
fn own_school(state: &WebState, kijker: &Kijker) -> Result<Vestigingscode, Fout> {
    let toegang = state.app.matrix.mag(&kijker.kijker, &[], "open_dossier", kijker.moment.vandaag);
    if !toegang.toegestaan {
        return Err(AppError::Forbidden { reden: toegang.reden }.into());
    }
    let vestiging = kijker.kijker.actor.organisatie.vestiging();
    vestiging
        .ok_or_else(|| AppError::Forbidden { reden: teksten::toegang::aanmelding_legt_school_vast() }.into())
}

/// The form with everything that belongs to it: what follows from the postcode, and files of a child like this one.
async fn blad(state: &WebState, kijker: &Kijker, reden: Reden, ingevuld: Ingevuld) -> Result<Blad, Fout> {
    let plek = reden.plek(state, kijker)?;
    let concept = plek.load().await?;
    let sent = ingevuld.formulier.is_some();
    let formulier = ingevuld.formulier.unwrap_or_else(|| concept.over(&reden.begin(kijker.moment.vandaag)));
    let doubles = kind::doubles(state, kijker, &formulier).await?;
    let gebied = kind::area(state, kijker, &formulier).await?;
    let vorm = Vorm::new(match reden {
        Reden::Aanmelding => "Aanmelding vastleggen",
        Reden::Ingeschreven => "Dossier openen",
    })
    .groepen(kind::doubles_group(&doubles))
    .groepen(kind::groups(&formulier, gebied))
    .groep(reden.groep());
    let mut pagina = kijker.page(reden.titel());
    if reden == Reden::Aanmelding {
        pagina = pagina.sub("Elke aanmelding op papier of per mail telt, ook als er geen plaats is. Zit het kind al op uw school? Open dan een dossier zonder aanmelding.");
    }
    Ok(Blad::new(pagina, vorm, Ingevuld::refused(formulier, ingevuld.fouten), "/vandaag")
        .in_draft(&plek, concept, sent, &kijker.kijker)
        .beside(other(reden)))
}

/// The other way to open a file.
fn other(reden: Reden) -> Link {
    match reden {
        Reden::Aanmelding => Link::new("Het kind zit al op onze school", Reden::Ingeschreven.adres()),
        Reden::Ingeschreven => Link::new("De ouders melden het kind nu aan", Reden::Aanmelding.adres()),
    }
}

async fn show_form(state: &WebState, kijker: &Kijker, reden: Reden, vraag: &Vraag) -> Uitkomst {
    own_school(state, kijker)?;
    let mut blad = blad(state, kijker, reden, Ingevuld::empty()).await?;
    if vraag.text("na") == Some("bewaard") {
        blad = blad.message(Melding::new(Meldingsoort::Goed, "Wat u typte is bewaard. U kunt later verder."));
    }
    show(&blad)
}

/// What a form of this page holds.
struct Gelezen {
    kind: NieuwKind,
    zeker_nieuw: bool,
}

fn read_child(lezer: &mut Lezer<'_>, formulier: &Formulier) -> Gelezen {
    Gelezen { kind: kind::read(lezer, formulier), zeker_nieuw: formulier.is_on("zeker_nieuw") }
}

async fn take(state: &WebState, kijker: &Kijker, reden: Reden, formulier: Formulier) -> Uitkomst {
    let vestiging = own_school(state, kijker)?;
    must_be_of(&kijker.kijker, &formulier)?;
    let plek = reden.plek(state, kijker)?;
    if formulier.is_on("bewaar") {
        plek.keep_all(&formulier).await?;
        return Ok(redirect(&format!("{}?na=bewaard", reden.adres())));
    }
    if formulier.is_on("weggooien") {
        plek.forget().await?;
        return Ok(redirect(reden.adres()));
    }
    if formulier.is_on("kijk") {
        let typed = Ingevuld { formulier: Some(formulier), fouten: Fouten::new() };
        return show(&blad(state, kijker, reden, typed).await?);
    }
    let uitvoering = Uitvoering { drafts_done: vec![plek.done()], ..Uitvoering::default() };
    match carry_out(state, kijker, reden, &formulier, vestiging, uitvoering).await {
        Ok(done) => Ok(redirect(&after(reden, &done))),
        Err(Geen::Ingevuld(ingevuld)) => show_refused(&blad(state, kijker, reden, ingevuld).await?),
        Err(Geen::App(AppError::Refused(refusal))) => {
            refused(state, kijker, reden, formulier, &refusal).await
        }
        Err(Geen::App(error)) => Err(error.into()),
    }
}

/// Why nothing was done.
enum Geen {
    /// The form is not right.
    Ingevuld(Ingevuld),
    /// The use case says no.
    App(AppError),
}

async fn carry_out(
    state: &WebState,
    kijker: &Kijker,
    reden: Reden,
    formulier: &Formulier,
    vestiging: Vestigingscode,
    uitvoering: Uitvoering,
) -> Result<Uitgevoerd, Geen> {
    let mut lezer = Lezer::of(formulier);
    let Gelezen { kind, zeker_nieuw } = read_child(&mut lezer, formulier);
    let (who, moment) = (&kijker.kijker, kijker.moment);
    let done = match reden {
        Reden::Aanmelding => {
            let aanmelding = read_registration(&mut lezer, formulier, vestiging);
            lezer.finish_or_show().map_err(Geen::Ingevuld)?;
            state.app.meld_nieuw_kind_aan(who, moment, &kind, &aanmelding, zeker_nieuw, uitvoering).await
        }
        Reden::Ingeschreven => {
            let per = lezer.required_date("per", "Vul in sinds welke dag het kind op uw school zit.");
            lezer.finish_or_show().map_err(Geen::Ingevuld)?;
            let inschrijving = (vestiging, formulier.text("groep").to_owned(), per.unwrap_or_default());
            state.app.open_voor_ingeschreven(who, moment, &kind, inschrijving, zeker_nieuw, uitvoering).await
        }
    };
    done.map_err(Geen::App)
}

async fn refused(
    state: &WebState,
    kijker: &Kijker,
    reden: Reden,
    formulier: Formulier,
    refusal: &Refusal,
) -> Uitkomst {
    let on = kijker.moment.vandaag;
    let (fouten, weigering): (Fouten, Option<Weigering>) = if refusal.code == "mogelijk_dubbel" {
        let mut fouten = Fouten::new();
        fouten.add("zeker_nieuw", "Er is al een dossier van een kind met deze naam en geboortedatum. Kijk of het hetzelfde kind is.");
        (fouten, None)
    } else {
        let placed = kind::place_of_parent_error(refusal, &formulier);
        placed.map_or_else(|| shown(refusal, &formulier, on, Taal::Nl), |fouten| (fouten, None))
    };
    show_refused(&blad(state, kijker, reden, Ingevuld::refused(formulier, fouten)).await?.refused(weigering))
}

fn after(reden: Reden, done: &Uitgevoerd) -> String {
    let nummer = done.nummer();
    match reden {
        Reden::Aanmelding => format!("/kind/{nummer}/aanmelding/1/bevestiging"),
        Reden::Ingeschreven => format!("/kind/{nummer}/gegevens?na=geopend"),
    }
}

async fn registration(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    show_form(&state, &kijker, Reden::Aanmelding, &vraag).await
}

async fn register(State(state): State<WebState>, kijker: Kijker, formulier: Formulier) -> Uitkomst {
    take(&state, &kijker, Reden::Aanmelding, formulier).await
}

async fn enrolment(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    show_form(&state, &kijker, Reden::Ingeschreven, &vraag).await
}

async fn enrol(State(state): State<WebState>, kijker: Kijker, formulier: Formulier) -> Uitkomst {
    take(&state, &kijker, Reden::Ingeschreven, formulier).await
}
