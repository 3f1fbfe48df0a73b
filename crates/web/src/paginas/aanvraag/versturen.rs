//! The last look before a request is sent: everything as the samenwerkingsverband will read it.

use app::aanvraag::Aanvraagformulier;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::tlv::opdracht::VraagTlvAan;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Checklijst, Fouten, Link, Melding, Meldingsoort};
use web_base::pagina::Pagina;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::{back, names, open_form};
use super::{Gezien, Samenvatting};
use crate::weg::concept::Conceptvak;
use crate::weg::vorm::Vorm;
use crate::weg::werk::Werk;
use crate::weg::{Blad, Stap, Straks, toon, verwerk};

#[derive(Template)]
#[template(path = "paginas/aanvraag/versturen.html")]
struct Verstuurblad<'b> {
    pagina: Pagina,
    actie: String,
    swv: String,
    blad: &'b Blad,
    /// Something is missing: then there is no button.
    ontbreekt: Option<Checklijst>,
    zonder_gevolg: Vec<String>,
    samenvatting: Samenvatting,
    /// What the page shows of the request, so that nothing is sent that was not read.
    gelezen: String,
    terug: Link,
}

/// Name of the hidden field that says what the page showed.
pub(super) const GELEZEN: &str = "gelezen";

/// Sends a request as it was filled in.
struct Versturen<'g> {
    gezien: &'g Gezien,
    form: Aanvraagformulier,
    /// Something was typed or added after the page was read that is sent now: by whom, where that is a colleague.
    veranderd: Option<String>,
}

impl<'g> Versturen<'g> {
    async fn of(gezien: &'g Gezien) -> Result<Self, Fout> {
        Ok(Self { gezien, form: open_form(gezien).await?, veranderd: None })
    }

    /// The same, for a form that was sent: it says what was read.
    async fn sent(gezien: &'g Gezien, formulier: &Formulier) -> Result<Self, Fout> {
        let mut sent = Self::of(gezien).await?;
        if formulier.text(GELEZEN) != sent.form.stand() {
            let vak = Conceptvak::of(&gezien.werk, app::aanvraag::form(gezien.plek.nr))?;
            let collegas = vak.colleagues(&vak.load().await?, gezien.werk.vandaag()).await?;
            sent.veranderd = Some(names(&collegas));
        }
        Ok(sent)
    }

    /// That there is something new to read before it is sent.
    fn nieuw(&self) -> Option<Melding> {
        let wie = self.veranderd.as_deref()?;
        let samen =
            if wie.is_empty() { String::new() } else { format!(" Ook {wie} werkt aan deze aanvraag.") };
        let tekst =
            "De aanvraag is veranderd sinds u haar las, en is nog niet verstuurd. Lees wat er nu staat.";
        Some(Melding::new(Meldingsoort::LetOp, format!("{tekst}{samen}")))
    }

    fn page(&self, blad: &Blad) -> Response {
        let (gezien, form) = (self.gezien, &self.form);
        let (kijker, on) = (&gezien.werk.kijker, gezien.werk.vandaag());
        let mut as_sent = gezien.aanvraag.clone();
        as_sent.antwoorden = form.antwoorden();
        as_sent.bijlagen.clone_from(&form.bijlagen);
        let complete = form.checklist.is_compleet();
        blad.among(&Verstuurblad {
            pagina: gezien
                .page_below(kijker, "Klopt alles?")
                .with_errors(&blad.fouten)
                .messages(self.nieuw()),
            actie: gezien.plek.below("versturen"),
            swv: gezien.swv.clone(),
            ontbreekt: (!complete).then(|| Checklijst::of(&form.checklist, on)),
            zonder_gevolg: form.checklist.zonder_gevolg().map(|punt| punt.vraag.clone()).collect(),
            samenvatting: Samenvatting::of(gezien.beeld(), &as_sent, on),
            gelezen: form.stand(),
            terug: back(&gezien.plek),
            blad,
        })
    }
}

impl Stap for Versturen<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::VraagTlvAan
    }

    fn over(&self) -> Option<u64> {
        Some(self.gezien.plek.nr.into())
    }

    fn titel(&self) -> String {
        "Klopt alles?".to_owned()
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Versturen")
    }

    /// What is sent is what was kept: there is nothing to read.
    fn lees(&self, _werk: &Werk, _formulier: &Formulier) -> Result<Opdracht, Fouten> {
        Ok(VraagTlvAan { aanvraag: self.gezien.plek.nr, invoer: self.form.invoer() }.into())
    }

    fn doel(&self) -> Doel {
        Doel::AanvraagNakijken
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?gedaan=verstuurd", self.gezien.plek.address())
    }

    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
        let blad = if self.veranderd.is_some() { blad.with_status(StatusCode::CONFLICT) } else { blad };
        Box::pin(async move { Ok(self.page(&blad)) })
    }
}

/// The last look.
pub(super) async fn last_look(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(Opdrachtnaam::VraagTlvAan)?;
    toon(&gezien.werk, &Versturen::of(&gezien).await?).await
}

/// Sends the request. The core refuses what is not complete.
pub(super) async fn send(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    if gezien.aanvraag.ontvangen_op.is_some() {
        // Sent already: pressed twice, or in another window.
        return Ok(web_base::error::redirect(&format!("{}?gedaan=verstuurd", gezien.plek.address())));
    }
    let stap = Versturen::sent(&gezien, &formulier).await?;
    if stap.veranderd.is_some() {
        return toon(&gezien.werk, &stap).await;
    }
    verwerk(&gezien.werk, &stap, formulier).await
}
