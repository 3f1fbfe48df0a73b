//! A request for a toelaatbaarheidsverklaring: begun, filled, sent and completed by the school; read by everybody
//! who is concerned with it.
//!
//! One address, `/kind/{nummer}/aanvraag/{nr}`, shows the form to the school that fills it and the request to all
//! others. Each step after that has an address below it and is one form ([`Aanvraagstap`]).

mod aanvulling;
pub(super) mod bijlagen;
mod gezin;
mod intrekken;
mod invullen;
mod kaart;
mod lezen;
mod nieuw;
mod samenvatting;
mod stap;
mod tekst;
mod termijn;
#[cfg(test)]
pub(in crate::paginas) mod tests;
mod verbeter_kind;
mod versturen;
mod vervolg;
mod voorleggen;
mod vragen;
mod zienswijze;

use app::geopend::Geopend;
use app::inzage::Doel;
use app::kind::Kindbeeld;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use base::DossierNummer;
use base::dates::short_nl;
use dossier::Woord;
use dossier::kaart::ALLES_WAT_KAN;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::tlv::feiten::Bijlage;
use dossier::toegang::Deel;
use teksten::Taal;
use web_base::error::Fout;
use web_base::limits;
use web_base::onderdelen::{Melding, Meldingsoort};
use web_base::pagina::Pagina;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::processen::{Beginpunt, Procespagina};
use super::{advies, besluit, loket, register};
use crate::api::vormen::AANVRAGEN;
use crate::weg::werk::{Werk, geheim};
use crate::weg::{Formulierplek, Waar, pagina};

pub(super) use nieuw::{ends_school, is_last_group, renewal};
use samenvatting::advices;
pub(super) use samenvatting::{Adviesblok, Samenvatting, adviezen, taken_over_document, voorgelegd};
pub(super) use stap::Aanvraagstap;
pub(super) use tekst::Tekst;
pub(super) use termijn::term;
pub(super) use vragen::categories;
pub(crate) use vragen::takes_documents;

/// Where a school begins a request.
pub(super) fn new_address(nummer: &DossierNummer) -> String {
    format!("/kind/{nummer}/aanvraag/nieuw")
}

/// Requests on the pages of others.
pub(super) const PAGINA: Procespagina = Procespagina {
    code: "tlv",
    routes,
    voorbeelden: &[
        "/kind/2026-000001/aanvraag/1",
        "/kind/2026-000001/aanvraag/1/aanvulling",
        "/kind/2026-000001/aanvraag/1/aanvulling/genoeg",
        "/kind/2026-000001/aanvraag/1/aanvulling/vervalt",
        "/kind/2026-000001/aanvraag/1/doorsturen",
        "/kind/2026-000001/aanvraag/1/niet-behandelen",
        "/kind/2026-000001/aanvraag/1/advies",
        "/kind/2026-000001/aanvraag/1/advies/tekenen",
        "/kind/2026-000001/aanvraag/1/bekendmaken",
        "/kind/2026-000001/aanvraag/1/besluit",
        "/kind/2026-000001/aanvraag/1/besluit/toets",
        "/kind/2026-000001/aanvraag/1/besluit/voorbeeld",
        "/kind/2026-000001/aanvraag/1/categorie",
        "/kind/2026-000001/aanvraag/1/checklist",
        "/kind/2026-000001/aanvraag/1/deskundigen",
        "/kind/2026-000001/aanvraag/1/deskundigen/1/einde",
        "/kind/2026-000001/aanvraag/1/dwangsom",
        "/kind/2026-000001/aanvraag/1/ingebrekestelling",
        "/kind/2026-000001/aanvraag/1/intrekken",
        "/kind/2026-000001/aanvraag/1/termijn",
        "/kind/2026-000001/aanvraag/1/versturen",
        "/kind/2026-000001/aanvraag/1/vertraging",
        "/kind/2026-000001/aanvraag/1/advies/herzien",
        "/kind/2026-000001/aanvraag/1/verbetering",
        "/kind/2026-000001/aanvraag/1/verbeter-kind",
        "/kind/2026-000001/aanvraag/1/vervolg",
        "/kind/2026-000001/aanvraag/1/voorleggen",
        "/kind/2026-000001/aanvraag/1/zienswijze",
        "/kind/2026-000001/aanvraag/nieuw",
    ],
    begin: &[Beginpunt {
        opdracht: Opdrachtnaam::StartTlvAanvraag,
        tekst: teksten::kind::verklaring_aanvragen,
        pad: "aanvraag/nieuw",
        plaats: 0,
    }],
    kaart: kaart::kaart,
    waarom: kaart::waarom,
    lees: teksten::mijn::lees_aanvraag,
    reden: kaart::reden,
    gezin: gezin::GEZIN,
    vormen: &[AANVRAGEN],
    verbeter: |_, _| None,
    ernaast: &[
        (Opdrachtnaam::GeefZienswijze, &["papier"]),
        (Opdrachtnaam::StartTlvAanvraag, &["wat"]),
        advies::ERNAAST,
        besluit::ERNAAST,
    ],
    vragen: &[
        (Opdrachtnaam::VraagTlvAan, invullen::questions),
        (Opdrachtnaam::OntvangAanvulling, aanvulling::asked),
    ],
};

fn routes() -> Router<WebState> {
    let with_files = Router::new()
        .route("/kind/{nummer}/aanvraag/{nr}", get(lezen::show_request).post(invullen::keep_all))
        .route("/kind/{nummer}/aanvraag/{nr}/aanvulling", get(aanvulling::form).post(aanvulling::send))
        .layer(DefaultBodyLimit::max(limits::DRAINED_BYTES));
    Router::new()
        .route("/kind/{nummer}/aanvraag/nieuw", get(nieuw::form).post(nieuw::begin))
        .route("/kind/{nummer}/aanvraag/{nr}/checklist", get(invullen::checklist))
        .route("/kind/{nummer}/aanvraag/{nr}/versturen", get(versturen::last_look).post(versturen::send))
        .route("/kind/{nummer}/aanvraag/{nr}/intrekken", pagina(intrekken::stap))
        .route("/kind/{nummer}/aanvraag/{nr}/voorleggen", pagina(voorleggen::stap))
        .route("/kind/{nummer}/aanvraag/{nr}/vervolg", pagina(vervolg::stap))
        .route("/kind/{nummer}/aanvraag/{nr}/verbeter-kind", pagina(verbeter_kind::stap))
        .route("/kind/{nummer}/aanvraag/{nr}/zienswijze", pagina(zienswijze::stap))
        .merge(with_files)
        .merge(advies::routes())
        .merge(besluit::routes())
        .merge(loket::routes())
        .merge(register::routes())
}

/// The address of a request.
pub(super) fn address(nummer: &DossierNummer, nr: u32) -> String {
    format!("/kind/{nummer}/aanvraag/{nr}")
}

/// A file and a request in it, by the two parts of its address.
#[derive(Debug, Clone)]
pub(super) struct Plek {
    pub(super) nummer: DossierNummer,
    pub(super) nr: u32,
}

impl Plek {
    /// What is no number leads nowhere, as what is not there.
    pub(super) fn parse(parts: &(String, String)) -> Result<Self, Fout> {
        let nummer = parts.0.parse().map_err(|_| Fout::NietGevonden)?;
        let nr = parts.1.parse().map_err(|_| Fout::NietGevonden)?;
        Ok(Self { nummer, nr })
    }

    /// The address of the request.
    pub(super) fn address(&self) -> String {
        address(&self.nummer, self.nr)
    }

    /// An address below the request.
    pub(super) fn below(&self, step: &str) -> String {
        format!("{}/{step}", self.address())
    }
}

/// A request in an open file, as somebody may see it.
pub(super) struct Gezien {
    pub(super) werk: Werk,
    pub(super) plek: Plek,
    pub(super) aanvraag: TlvAanvraag,
    /// The samenwerkingsverband that decides, by name.
    pub(super) swv: String,
    /// Those that had the request before, by name, oldest first.
    pub(super) eerder: Vec<String>,
    /// Another that decides on it now, by name, told to the one that has it.
    pub(super) naar: Option<String>,
}

impl Gezien {
    /// The parts of the documents that are named where the request is laid out: its own, those of dossiers that were taken over, and
    /// those that stand in its form and were not sent yet.
    pub(super) fn stukken(&self, nog_niet_verstuurd: &[Bijlage]) -> Vec<Deel> {
        let unsent = nog_niet_verstuurd.iter().flat_map(|_| ALLES_WAT_KAN.iter().copied());
        self.beeld().delen_van_documenten(None).into_iter().chain(unsent).collect()
    }

    /// Opens the file of a request, by the two parts of its address.
    pub(super) async fn at(
        state: &WebState,
        kijker: &Kijker,
        parts: &(String, String),
    ) -> Result<Self, Fout> {
        Self::of(state, kijker, Plek::parse(parts)?).await
    }

    /// Opens the file of a request.
    pub(super) async fn of(state: &WebState, kijker: &Kijker, plek: Plek) -> Result<Self, Fout> {
        let werk = Werk::open(state, kijker, plek.nummer.as_str()).await?;
        let aanvraag = werk.beeld().aanvragen.iter().find(|aanvraag| aanvraag.nr == plek.nr).cloned();
        let aanvraag = aanvraag.ok_or(Fout::NietGevonden)?;
        let swv = state.app.organisatie_naam(&aanvraag.swv_organisatie(), kijker.moment.vandaag).await?;
        let mut eerder = Vec::new();
        for before in &aanvraag.eerdere_verbanden {
            let organisatie = before.swv.organisatie();
            eerder.push(state.app.organisatie_naam(&organisatie, kijker.moment.vandaag).await?);
        }
        let has_it = aanvraag.swv_organisatie() == kijker.kijker.actor.organisatie;
        let undecided = is_undecided(aanvraag.fase_op(kijker.moment.vandaag));
        let naar = if has_it && undecided { werk.open.naam_ander_verband(plek.nr).await? } else { None };
        Ok(Self { werk, plek, aanvraag, swv, eerder, naar })
    }

    /// The file as this person may see it.
    pub(super) fn beeld(&self) -> &Kindbeeld {
        self.werk.beeld()
    }

    /// The open file.
    pub(super) fn open_file(&self) -> &Geopend {
        &self.werk.open
    }

    /// The same, to show it.
    pub(super) async fn toon(&self, doel: Doel) -> Result<(), Fout> {
        self.werk.toon(doel).await
    }

    /// Where a form about the request stands: below its page.
    pub(super) fn waar(&self) -> Waar {
        let words = self.werk.taal().zeg(teksten::aanvraag::kruimel());
        Waar {
            over: Some(self.plek.nr.into()),
            sub: Some(self.heading()),
            terug: Some((words, format!("aanvraag/{}", self.plek.nr))),
        }
    }

    /// What was asked, as the line under a heading says it.
    pub(super) fn heading(&self) -> String {
        self.werk.taal().zeg(asked(&self.aanvraag))
    }

    /// This person's role may do this on the file now.
    pub(super) fn mag(&self, opdracht: Opdrachtnaam) -> bool {
        self.beeld().mag.contains(opdracht.naam())
            && !self.beeld().alleen_lezen
            && self.beeld().overleden_op.is_none()
    }

    /// Whoever may not do this does not find the page for it.
    pub(super) fn must(&self, opdracht: Opdrachtnaam) -> Result<(), Fout> {
        if self.mag(opdracht) { Ok(()) } else { Err(Fout::NietGevonden) }
    }

    /// The school that applied looks.
    pub(super) fn by_applicant(&self, kijker: &Kijker) -> bool {
        self.aanvraag.vestiging.organisatie() == kijker.kijker.actor.organisatie
    }

    /// The samenwerkingsverband that decides looks.
    pub(super) fn by_swv(&self, kijker: &Kijker) -> bool {
        self.aanvraag.swv_organisatie() == kijker.kijker.actor.organisatie
    }

    /// That it goes to another samenwerkingsverband, or went there, as whoever has it or had it reads above it.
    pub(super) fn elders(&self, kijker: &Kijker) -> Option<Melding> {
        if let Some(naar) = &self.naar {
            let text = format!(
                "{naar} gaat nu over deze aanvraag. Stuur haar meteen door ({}): u kunt er niet meer op beslissen.",
                self.werk.artikel("tlv.doorzenden")
            );
            return Some(Melding::new(Meldingsoort::LetOp, text));
        }
        let own = &kijker.kijker.actor.organisatie;
        let left =
            self.aanvraag.eerdere_verbanden.iter().rposition(|before| before.swv.organisatie() == *own)?;
        if self.by_swv(kijker) {
            return None;
        }
        let op = self.aanvraag.eerdere_verbanden.get(left)?.tot;
        let to = self.eerder.get(left + 1).unwrap_or(&self.swv);
        let op = short_nl(op);
        let text = format!(
            "U stuurde deze aanvraag op {op} door naar {to}. Hieronder staat wat u toen wist. Wat er daarna gebeurt, leest u niet."
        );
        Some(Melding::new(Meldingsoort::Weetje, text))
    }

    /// A page below the request.
    pub(super) fn page_below(&self, kijker: &Kijker, titel: &str) -> Pagina {
        let nummer = &self.beeld().nummer;
        kijker
            .page(titel)
            .sub(format!("{} · {}", self.beeld().naam, heading(&self.aanvraag)))
            .below(self.beeld().naam.clone(), format!("/kind/{nummer}"))
            .below("Aanvraag", address(nummer, self.aanvraag.nr))
            .messages(geheim(self.beeld(), kijker))
    }
}

impl Formulierplek for Gezien {
    type Pad = (String, String);

    async fn open(state: &WebState, kijker: &Kijker, parts: (String, String)) -> Result<Self, Fout> {
        Self::at(state, kijker, &parts).await
    }

    fn werk(&self) -> &Werk {
        &self.werk
    }

    fn vindt(&self, opdracht: Opdrachtnaam) -> Result<(), Fout> {
        self.must(opdracht)
    }
}

/// Nothing was made known of it yet: it can still go to another samenwerkingsverband.
fn is_undecided(fase: TlvFase) -> bool {
    fase.is_in_behandeling() || matches!(fase, TlvFase::Verleend | TlvFase::Geweigerd)
}

/// What was asked, in Dutch, as the heading of its page.
pub(super) fn heading(aanvraag: &TlvAanvraag) -> String {
    teksten::Taal::Nl.zeg(asked(aanvraag))
}

/// What was asked.
fn asked(aanvraag: &TlvAanvraag) -> teksten::Tekst {
    let soort = aanvraag.soort.woord();
    let what = if aanvraag.soort == dossier::soort::TlvSoort::Lwoo {
        teksten::aanvraag::Aanwijzing { soort }.tekst()
    } else {
        teksten::aanvraag::Verklaring { soort }.tekst()
    };
    match (aanvraag.verlenging_van, &aanvraag.andere_categorie) {
        (_, Some(asked)) => {
            let categorie = i32::from(asked.categorie);
            teksten::aanvraag::MetAndereCategorie { wat: what, categorie }.tekst()
        }
        (Some(_), None) => teksten::aanvraag::Verlenging { wat: what }.tekst(),
        (None, None) => what,
    }
}

/// What was just done, told once on the page that one is led to. The address holds a code only.
pub(super) fn done_message(vraag: &Vraag, taal: Taal) -> Option<Melding> {
    vraag.text("gedaan").and_then(|code| done_words(code, taal))
}

/// The same, by its code. What a family can do itself comes from the catalogue.
fn done_words(code: &str, taal: Taal) -> Option<Melding> {
    let own = match code {
        "bewaard" => Some(teksten::aanvraag::gedaan_bewaard()),
        "weggegooid" => Some(teksten::aanvraag::gedaan_weggegooid()),
        "zienswijze" => Some(teksten::aanvraag::gedaan_mening()),
        _ => None,
    };
    if let Some(own) = own {
        return Some(Melding::new(Meldingsoort::Goed, taal.zeg(own)));
    }
    if taal.is_translated() {
        return None;
    }
    let text = match code {
        "begonnen" => "De aanvraag is begonnen. Alles wat u invult, wordt bewaard.",
        "voorleggen" => {
            "Voorgelegd. Ouders met een eigen pagina lezen het daar. Laat het anderen op school of op papier lezen."
        }
        "vervolg" => "Vastgelegd hoe het verder gaat.",
        "verstuurd" => "De aanvraag is verstuurd. U en de ouders krijgen een ontvangstbevestiging.",
        "ingetrokken" => "De aanvraag is ingetrokken.",
        "aangevuld" => "De aanvulling is verstuurd. De termijn loopt weer.",
        "vervallen" => "Vastgelegd dat de aanvulling niet meer nodig is. De termijn loopt weer.",
        "gevraagd" => "Het verzoek is verstuurd. De termijn staat stil tot de aanvulling er is.",
        "beoordeeld" => "Vastgelegd of de aanvulling genoeg is.",
        "niet-behandeld" => {
            "Vastgelegd dat u de aanvraag niet behandelt. De brieven worden gemaakt en staan straks bij Brieven. Verstuur ze vandaag."
        }
        "doorgezonden" => "De aanvraag is doorgestuurd. De school en de ouders krijgen een brief.",
        "verbetering-beoordeeld" => "Vastgelegd of het hetzelfde kind is. De school leest het.",
        "verbeter-kind" => {
            "Vastgelegd. Vindt het samenwerkingsverband nog niet dat het hetzelfde kind is? Dan ligt het nu daar."
        }
        "toegewezen" => "De deskundige is om advies gevraagd.",
        "beeindigd" => "De toewijzing is beëindigd.",
        "uitgesteld" => "De nieuwe datum is vastgelegd; de school en de ouders krijgen bericht.",
        "ingebreke" => "De ingebrekestelling is vastgelegd; de afzender krijgt een reactie.",
        "dwangsom" => {
            "De dwangsom is vastgesteld. De brief aan de school wordt gemaakt en staat straks bij Brieven."
        }
        "advies" => "Uw advies is vastgelegd. De ouders krijgen een afschrift.",
        "voorgelegd" => {
            "Het advies ligt klaar voor uw collega. Het is een advies zodra die ook heeft getekend."
        }
        "besloten" => "Het besluit is vastgelegd. Het geldt pas als het is bekendgemaakt.",
        "bekend" => {
            "De bekendmaking is vastgelegd. De brieven worden gemaakt en staan straks bij Brieven. Verstuur ze op de dag van de bekendmaking."
        }
        "categorie" => {
            "De vraag om een andere categorie is verstuurd. Het samenwerkingsverband beslist erover als over elke aanvraag; u en de ouders krijgen een ontvangstbevestiging."
        }
        _ => return None,
    };
    Some(Melding::new(Meldingsoort::Goed, text))
}
