//! The last look before a request is sent: everything as the samenwerkingsverband will read it.

use app::aanvraag::Aanvraagformulier;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use base::dates::short_nl;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::tlv::checklist::TlvInvoer;
use dossier::tlv::opdracht::VraagTlvAan;
use dossier::tlv::zienswijze::stukken;
use dossier::toegang::Deel;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Checklijst, Fouten, Link};
use web_base::pagina::Pagina;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::{back, open_form};
use super::samenvatting::Veranderingen;
use super::{Gezien, Samenvatting};
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
    /// What is other than what lies before parents and pupil.
    veranderd: Option<Verandering>,
    samenvatting: Samenvatting,
    terug: Link,
}

/// What the school changed since it laid the request before parents and pupil.
struct Verandering {
    kop: String,
    regels: Veranderingen,
    opnieuw: Link,
}

/// Sends a request as it was filled in.
struct Versturen<'g> {
    gezien: &'g Gezien,
    form: Aanvraagformulier,
}

impl<'g> Versturen<'g> {
    async fn of(gezien: &'g Gezien) -> Result<Self, Fout> {
        Ok(Self { gezien, form: open_form(gezien).await? })
    }

    /// Nobody sends what others never read without knowing it.
    fn changed(&self) -> Option<Verandering> {
        let (aanvraag, form) = (&self.gezien.aanvraag, &self.form);
        let laid = aanvraag.ligt_voor()?;
        let regels = Veranderingen::of(laid.verschil(&form.antwoorden(), &stukken(&form.bijlagen)), Taal::Nl);
        let kop = format!(
            "Dit is anders dan wat u op {} aan ouders en leerling voorlegde (versie {}). Wie er iets van zei, las dit niet. Het samenwerkingsverband leest straks wat er veranderde.",
            short_nl(laid.op),
            laid.versie
        );
        let opnieuw = Link::new("Laat het opnieuw lezen", self.gezien.plek.below("voorleggen"));
        (!regels.is_empty()).then_some(Verandering { kop, regels, opnieuw })
    }

    fn page(&self, blad: &Blad) -> Response {
        let (gezien, form) = (self.gezien, &self.form);
        let (kijker, on) = (&gezien.werk.kijker, gezien.werk.vandaag());
        let mut as_sent = gezien.aanvraag.clone();
        as_sent.antwoorden = form.antwoorden();
        as_sent.bijlagen.clone_from(&form.bijlagen);
        let complete = form.checklist.is_compleet();
        blad.among(&Verstuurblad {
            pagina: gezien.page_below(kijker, "Klopt alles?").with_errors(&blad.fouten),
            actie: gezien.plek.below("versturen"),
            swv: gezien.swv.clone(),
            ontbreekt: (!complete).then(|| Checklijst::of(&form.checklist, on)),
            veranderd: self.changed(),
            zonder_gevolg: form.checklist.zonder_gevolg().map(|punt| punt.vraag.clone()).collect(),
            samenvatting: Samenvatting::of(gezien.beeld(), &as_sent, on),
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
        Ok(VraagTlvAan { aanvraag: self.gezien.plek.nr, invoer: TlvInvoer::default() }.into())
    }

    fn gelezen(&self) -> Option<String> {
        Some(self.form.stand())
    }

    fn doel(&self) -> Doel {
        Doel::AanvraagNakijken
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        self.gezien.stukken(&self.form.bijlagen)
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?gedaan=verstuurd", self.gezien.plek.address())
    }

    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
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
    verwerk(&gezien.werk, &Versturen::of(&gezien).await?, formulier).await
}
