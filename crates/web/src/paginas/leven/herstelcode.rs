//! A new code for a parent who has a page and does not know the password any more. It is shown once, with a letter to print, and
//! stands in no event, no address and no stored letter.

use app::AppError;
use app::accounts::Oudercode;
use app::brieven::Uitnodiging;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use base::dates::long_nl;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::Persoon;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Melding, Meldingsoort, Weigering};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::{Settings, WebState};

use super::personen::find;
use super::uitnodigen::printed;
use crate::paginas::zaak::number;
use crate::weg::werk::Werk;

#[derive(Template)]
#[template(path = "paginas/leven/herstelcode.html")]
struct Herstelcode {
    pagina: Pagina,
    weigering: Option<Weigering>,
    naam: String,
    /// The code, once it is made.
    code: Option<Gemaakt>,
    actie: String,
    terug: String,
}

struct Gemaakt {
    code: String,
    webadres: String,
    geldig: String,
    brief: String,
}

async fn open(state: &WebState, kijker: &Kijker, nummer: &str, nr: &str) -> Result<(Werk, Persoon), Fout> {
    let werk = Werk::open(state, kijker, nummer).await?;
    werk.vereis(Opdrachtnaam::NodigOuderUit)?;
    let persoon = find(&werk, number(nr)?)?.clone();
    if persoon.account.is_none() {
        return Err(Fout::NietGevonden);
    }
    Ok((werk, persoon))
}

fn page(werk: &Werk, persoon: &Persoon, weigering: Option<Weigering>) -> Herstelcode {
    let terug = werk.adres("gegevens");
    Herstelcode {
        pagina: werk
            .page(format!("Een nieuw wachtwoord voor {}", persoon.naam))
            .below("Gegevens", terug.clone())
            .narrow(),
        weigering,
        naam: persoon.naam.clone(),
        code: None,
        actie: werk.adres(&format!("persoon/{}/wachtwoordcode", persoon.nr)),
        terug,
    }
}

pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    let (werk, persoon) = open(&state, &kijker, &nummer, &nr).await?;
    werk.toon(Doel::Uitnodiging).await?;
    show(&page(&werk, &persoon, None))
}

pub(super) async fn make(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    headers: HeaderMap,
) -> Uitkomst {
    let (werk, persoon) = open(&state, &kijker, &nummer, &nr).await?;
    werk.toon(Doel::Uitnodiging).await?;
    match werk.open.herstelcode(persoon.nr).await {
        Ok(made) => {
            let mut blad = page(&werk, &persoon, None);
            let warning = "Deze code staat alleen nu op uw scherm. Druk de brief af of schrijf de code over voordat u verdergaat.";
            blad.pagina.meldingen.push(Melding::new(Meldingsoort::LetOp, warning));
            blad.code = Some(Gemaakt {
                code: made.code.to_string(),
                webadres: web_address(&state.settings, &headers),
                geldig: long_nl(made.tot_en_met),
                brief: werk.adres(&format!("persoon/{}/wachtwoordbrief", persoon.nr)),
            });
            show(&blad)
        }
        Err(AppError::Refused(refusal)) => {
            let weigering = Weigering::of(&refusal, werk.vandaag());
            show_refused(&page(&werk, &persoon, Some(weigering)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Where a parent types the code, as a person types it.
fn web_address(settings: &Settings, headers: &HeaderMap) -> String {
    format!("{}/code/wachtwoord", settings.site(headers))
}

/// The code as a letter to print: one that was made for this parent and works, with the day until which it does.
pub(super) async fn letter(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    headers: HeaderMap,
    formulier: Formulier,
) -> Uitkomst {
    let (werk, persoon) = open(&state, &kijker, &nummer, &nr).await?;
    let code: Oudercode = formulier.text("code").parse()?;
    let last = werk.open.herstelcode_tot_en_met(&code, persoon.nr).await?;
    let (code, webadres) = (code.to_string(), web_address(&state.settings, &headers));
    let uitnodiging = Uitnodiging {
        persoon: persoon.nr,
        nieuw_wachtwoord: true,
        code: &code,
        webadres: &webadres,
        geldig_tot_en_met: last,
    };
    printed(&werk, uitnodiging, "nieuw-wachtwoord.pdf").await
}
