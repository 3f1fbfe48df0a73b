//! Inviting a parent to the own page, or a pupil of age: a one-time code that is shown once, and a letter to print.
//!
//! The code stands in no event, no address and no stored letter. It goes from the answer to the invitation into the
//! form behind 'Brief', and nowhere else.

use app::AppError;
use app::accounts::Oudercode;
use app::brieven::Uitnodiging;
use app::dossiers::Uitvoering;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use base::Date;
use base::dates::{long_nl, plus_days};
use dossier::leven::opdracht::NodigOuderUit;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Relatie;
use dossier::staat::Persoon;
use dossier::toegang::Deel;
use web_base::error::{Fout, Uitkomst};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Melding, Meldingsoort, Veld, Weigering};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::{Settings, WebState};

use super::personen::find;
use super::velden::gezag_niet_nagekeken;
use crate::paginas::woorden::capital;
use crate::paginas::zaak::number;
use crate::weg::concept::form_of;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Blad, seen_version, shown};

/// Days that a code works when nobody chooses otherwise: long enough for a letter and a busy week.
const USUAL_DAYS: i32 = 28;

/// Whether they work at the organisation that invites.
const WERKT_HIER: &str = "werkt_hier";

#[derive(Template)]
#[template(path = "paginas/leven/code.html")]
struct Code {
    pagina: Pagina,
    naam: String,
    code: String,
    webadres: String,
    geldig: String,
    brief: String,
    terug: String,
}

fn blad(werk: &Werk, persoon: &Persoon, ingevuld: Ingevuld) -> Blad {
    let naam = capital(&persoon.naam);
    let groep = Groep::new("Een eigen pagina").tekst(if persoon.relatie == Relatie::Leerling {
        format!("{naam} is meerderjarig en beslist zelf. Met de code en de eigen geboortedatum opent de leerling een eigen pagina. De pagina's van de ouders zijn dicht.")
    } else {
        format!("{naam} krijgt een code. Daarmee en met de geboortedatum van het kind opent deze ouder de eigen pagina. Elke ouder krijgt een eigen code.")
    })
    .veld(Veld::date("geldig_tot_en_met", "Tot en met welke dag werkt de code?").required())
    .veld(
        Veld::checkbox(WERKT_HIER, "Werkt zelf ook bij onze organisatie")
            .hint("Zonder dit vinkje opent niemand van uw organisatie deze pagina met een account van het werk. Vink het alleen aan als u weet dat deze persoon bij u werkt."),
    );
    let groep = match &persoon.uitnodiging {
        Some(earlier) => groep.let_op(format!(
            "Op {} is al een code gemaakt. Die werkt niet meer als u een nieuwe maakt.",
            long_nl(earlier.op)
        )),
        None => groep,
    };
    // The page shows the whole file to whoever has the code.
    let unseen = persoon.relatie.has_gezag() && gezag_niet_nagekeken(werk);
    let groep = if unseen {
        groep.let_op("Het gezag is niet nagekeken: het kind is aangemeld met het open formulier. Kijk het eerst na. Wie deze code heeft, leest wat u over het kind vastlegt.")
    } else {
        groep
    };
    let terug = werk.adres("gegevens");
    let pagina = werk.page(format!("{} uitnodigen", capital(&persoon.naam))).below("Gegevens", terug.clone());
    Blad::new(pagina, Vorm::new("Code maken").groep(groep), ingevuld, terug).version(werk.beeld().versie)
}

async fn open(state: &WebState, kijker: &Kijker, nummer: &str, nr: &str) -> Result<(Werk, Persoon), Fout> {
    let werk = Werk::open(state, kijker, nummer).await?;
    let nr = number(nr)?;
    // The pupil stands among the people from the first invitation on.
    let pupil =
        werk.open.leerling_uit_te_nodigen().filter(|pupil| pupil.nr == nr && werk.beeld().leest(Deel::A));
    let persoon = match pupil {
        Some(pupil) => pupil,
        None => find(&werk, nr)?.clone(),
    };
    werk.vereis(Opdrachtnaam::NodigOuderUit)?;
    Ok((werk, persoon))
}

pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    let (werk, persoon) = open(&state, &kijker, &nummer, &nr).await?;
    let last = plus_days(werk.vandaag(), USUAL_DAYS).unwrap_or(werk.vandaag()).to_string();
    let invite = NodigOuderUit { persoon: persoon.nr, geldig_tot_en_met: werk.vandaag(), werkt_hier: false };
    let obstacle = werk.probeer(invite).err().map(|refusal| Weigering::of(&refusal, werk.vandaag()));
    let formulier = form_of([("geldig_tot_en_met", last.as_str())]);
    werk.toon(Doel::Uitnodiging).await?;
    show(&blad(&werk, &persoon, Ingevuld::refused(formulier, Fouten::new())).refused(obstacle))
}

pub(super) async fn invite(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    headers: HeaderMap,
    formulier: Formulier,
) -> Uitkomst {
    let (werk, persoon) = open(&state, &kijker, &nummer, &nr).await?;
    let mut lezer = Lezer::of(&formulier);
    let last = lezer.required_date("geldig_tot_en_met", "Vul in tot en met welke dag de code werkt.");
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&blad(&werk, &persoon, ingevuld));
    }
    let last = last.unwrap_or_default();
    let uitvoering = Uitvoering { expected: Some(seen_version(&formulier)?), ..Uitvoering::default() };
    let werkt_hier = !formulier.text(WERKT_HIER).is_empty();
    let command = NodigOuderUit { persoon: persoon.nr, geldig_tot_en_met: last, werkt_hier };
    match werk.execute(command.into(), uitvoering).await {
        Ok(_) => {}
        Err(AppError::Refused(refusal)) => {
            let (fouten, weigering) = shown(&refusal, &formulier, werk.vandaag(), teksten::Taal::Nl);
            return show_refused(
                &blad(&werk, &persoon, Ingevuld::refused(formulier, fouten)).refused(weigering),
            );
        }
        Err(error) => return Err(error.into()),
    }
    let actor = &kijker.kijker.actor;
    let code =
        state.app.make_parent_code(actor, &werk.beeld().nummer, persoon.nr, last, kijker.moment).await?;
    werk.toon(Doel::Uitnodiging).await?;
    show(&code_page(&werk, &persoon, &code, last, &headers))
}

fn code_page(werk: &Werk, persoon: &Persoon, code: &Oudercode, last: Date, headers: &HeaderMap) -> Code {
    let warning = "Deze code staat alleen nu op uw scherm. Druk de brief af of schrijf de code over voordat u verdergaat.";
    Code {
        pagina: werk
            .page(format!("De code voor {}", persoon.naam))
            .message(Melding::new(Meldingsoort::LetOp, warning))
            .narrow(),
        naam: persoon.naam.clone(),
        code: code.to_string(),
        webadres: web_address(&werk.state.settings, headers),
        geldig: long_nl(last),
        brief: werk.adres(&format!("persoon/{}/uitnodigingsbrief", persoon.nr)),
        terug: werk.adres("gegevens"),
    }
}

/// Where a parent types the code, as a person types it.
fn web_address(settings: &Settings, headers: &HeaderMap) -> String {
    format!("{}/code", settings.site(headers))
}

/// The invitation as a letter to print, with the code that the page before it showed: one that was made for this parent and works.
pub(super) async fn letter(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    headers: HeaderMap,
    formulier: Formulier,
) -> Uitkomst {
    let (werk, persoon) = open(&state, &kijker, &nummer, &nr).await?;
    let code: Oudercode = formulier.text("code").parse()?;
    let of = (&werk.beeld().nummer, persoon.nr);
    let last = state.app.is_code_van(&code, of, kijker.moment).await?;
    let (code, webadres) = (code.to_string(), web_address(&state.settings, &headers));
    let uitnodiging = Uitnodiging {
        persoon: persoon.nr,
        nieuw_wachtwoord: false,
        code: &code,
        webadres: &webadres,
        geldig_tot_en_met: last,
    };
    printed(&werk, uitnodiging, "uitnodiging.pdf").await
}

/// A letter with a code, made for who prints it now; nothing of it is kept.
pub(super) async fn printed(werk: &Werk, uitnodiging: Uitnodiging<'_>, naam: &str) -> Uitkomst {
    let brief = werk.open.uitnodiging(uitnodiging).await?;
    let bytes = werk.state.app.render(&brief)?;
    let about = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{naam}\"")),
    ];
    Ok((about, bytes).into_response())
}
