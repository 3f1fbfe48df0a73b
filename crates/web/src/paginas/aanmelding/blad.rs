//! A form as a page, and what happens when it is sent: kept, refused with everything that was typed, or carried out.

use std::borrow::Cow;

use app::AppError;
use app::concepten::Formulier as Formuliernaam;
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::inzage::Doel;
use app::weigering::zonder_kop;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use base::Date;
use base::dates::{clock_nl, short_nl, today_in_nl};
use dossier::Refusal;
use dossier::opdracht::{Opdracht, daad_van};
use teksten::{Taal, mijn};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Fouten, Link, Melding, Meldingsoort, Weigering};
use web_base::pagina::{Pagina, html};

use super::concept::{Bewaren, Concept, Conceptvak};
use super::daad;
use super::vorm::{Blok, Vorm};
use super::werk::Werk;

/// The same form on a page of a family: their words, their language, one column.
#[derive(Template)]
#[template(path = "paginas/mijn/formulier.html")]
struct Gezinsblad<'a> {
    pagina: &'a Pagina,
    blad: &'a Blad,
    taal: Taal,
}

/// A form as a page.
#[derive(Template)]
#[template(path = "paginas/aanmelding/formulier.html")]
pub(in crate::paginas) struct Blad {
    pagina: Pagina,
    fouten: Fouten,
    weigering: Option<Weigering>,
    /// It can be done now; otherwise what is typed can only be kept.
    kan: bool,
    /// What happened in the file since the form was opened.
    nieuw: Option<Vec<String>>,
    vorm: Vorm,
    bewaren: Option<Bewaren>,
    versie: Option<u64>,
    /// Of whoever opened the form.
    merk: String,
    terug: String,
    anders: Option<Link>,
    /// A page of a family, in the language that it chose.
    gezin: Option<Taal>,
}

impl Blad {
    /// The page, with this status.
    fn answer(&self, status: StatusCode) -> Response {
        match self.gezin {
            Some(taal) => html(status, &Gezinsblad { pagina: &self.pagina, blad: self, taal }),
            None => html(status, self),
        }
    }

    /// What has to be known before filling, and the fields.
    fn split(&self) -> (Vec<&Blok>, Vec<&Blok>) {
        self.vorm
            .groepen
            .iter()
            .flat_map(|groep| &groep.blokken)
            .partition(|blok| matches!(blok, Blok::Tekst(_)))
    }

    /// A form with what was typed in it.
    pub(in crate::paginas) fn new(
        pagina: Pagina,
        vorm: Vorm,
        ingevuld: Ingevuld,
        terug: impl Into<String>,
    ) -> Self {
        Self {
            pagina: pagina.narrow().with_errors(&ingevuld.fouten),
            vorm: vorm.filled(&ingevuld),
            fouten: ingevuld.fouten,
            weigering: None,
            kan: true,
            nieuw: None,
            bewaren: None,
            versie: None,
            merk: String::new(),
            terug: terug.into(),
            anders: None,
            gezin: None,
        }
    }

    /// Says which version of the file the form belongs to.
    #[must_use]
    pub(in crate::paginas) fn version(mut self, versie: u64) -> Self {
        self.versie = Some(versie);
        self
    }

    /// Keeps what is typed; says so when something was kept before.
    #[must_use]
    pub(in crate::paginas) fn kept(mut self, bewaren: Bewaren) -> Self {
        if let Some(at) = bewaren.laatst {
            let text = match self.gezin {
                Some(taal) => taal.zeg(mijn::bewaard_gevonden()),
                None => format!(
                    "Dit formulier is ingevuld met wat er op {} om {} is bewaard. Het is nog niet vastgelegd.",
                    short_nl(today_in_nl(at)),
                    clock_nl(at)
                ),
            };
            self.pagina = self.pagina.message(Melding::new(Meldingsoort::Weetje, text));
        }
        self.bewaren = Some(bewaren);
        self
    }

    /// Offers another way beside this form.
    #[must_use]
    pub(in crate::paginas) fn beside(mut self, link: Link) -> Self {
        self.anders = Some(link);
        self
    }

    /// Adds a message above the form.
    #[must_use]
    pub(in crate::paginas) fn message(mut self, melding: Melding) -> Self {
        self.pagina = self.pagina.message(melding);
        self
    }

    /// Says that it cannot be done now.
    #[must_use]
    pub(in crate::paginas) fn refused(mut self, weigering: Option<Weigering>) -> Self {
        self.weigering = weigering;
        self
    }
}

/// The values with which a form begins, by the names of their fields.
pub(in crate::paginas) type Begin = Vec<(Cow<'static, str>, String)>;

/// One thing that can be done with a file, with its form.
pub(in crate::paginas) trait Stap: Sync {
    /// The command, as the access matrix knows it.
    fn opdracht(&self) -> &'static str;
    /// Name of the form, for its draft; none where nothing may be kept.
    fn formulier(&self) -> Option<Formuliernaam> {
        Some(Formuliernaam::of(self.opdracht(), self.over()))
    }
    /// About which case, person or fact it is; none for an act about the file as a whole.
    fn over(&self) -> Option<u64> {
        None
    }
    /// Heading.
    fn titel(&self) -> String;
    /// What the form begins with.
    fn begin(&self, _werk: &Werk) -> Begin {
        Vec::new()
    }
    /// The form; `getypt` is what stands in it.
    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm;
    /// What was filled in, or what is wrong with it: read as the act declares its fields.
    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        lees_daad(self, werk, formulier)
    }
    /// Why this cannot be done now, whatever is filled in.
    fn belemmering(&self, _werk: &Werk) -> Option<Refusal> {
        None
    }
    /// A form on a page of a family, in its language.
    fn gezin(&self) -> Option<Taal> {
        None
    }
    /// Why the file is looked at, as the family reads it.
    fn doel(&self) -> Doel {
        Doel::Formulier
    }
    /// The page between this form and the child's page, where there is one: its words and its path.
    fn terug(&self) -> Option<(String, String)> {
        None
    }
    /// Where one ends after it was done.
    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String;
}

/// What was filled in, as the act declares its fields.
pub(in crate::paginas) fn lees_daad<S: Stap + ?Sized>(
    stap: &S,
    werk: &Werk,
    formulier: &Formulier,
) -> Result<Opdracht, Fouten> {
    let daad = daad_van(stap.opdracht()).ok_or_else(Fouten::new)?;
    let over = stap.over().and_then(|nr| u32::try_from(nr).ok()).unwrap_or_default();
    let vorm = stap.vorm(werk, formulier).in_taal(taal(stap));
    daad::lees(daad, over, vorm.velden(), formulier, &werk.omgeving())
}

/// The language of the page: that of the family, else Dutch.
fn taal<S: Stap + ?Sized>(stap: &S) -> Taal {
    stap.gezin().unwrap_or_default()
}

fn plek(werk: &Werk, stap: &impl Stap) -> Result<Option<Conceptvak>, Fout> {
    stap.formulier().map(|formulier| Conceptvak::of(werk, formulier)).transpose()
}

fn page(werk: &Werk, stap: &impl Stap) -> (Pagina, String) {
    if stap.gezin().is_some() {
        let terug = format!("/mijn/{}", werk.beeld().nummer);
        let pagina = werk.kijker.page(stap.titel()).in_chosen_language();
        return (pagina.below(werk.beeld().roepnaam.clone(), terug.clone()), terug);
    }
    let pagina = werk.page(stap.titel());
    match stap.terug() {
        Some((tekst, pad)) => {
            let terug = werk.adres(&pad);
            (pagina.below(tekst, terug.clone()), terug)
        }
        None => (pagina, werk.kindpagina()),
    }
}

/// What was typed in a form, with its draft below where nothing was sent.
async fn blad(werk: &Werk, stap: &impl Stap, ingevuld: Ingevuld) -> Result<Blad, Fout> {
    let (pagina, terug) = page(werk, stap);
    let plek = plek(werk, stap)?;
    let concept = match &plek {
        Some(plek) => plek.load().await?,
        None => Concept::default(),
    };
    let sent = ingevuld.formulier.is_some();
    let formulier = ingevuld.formulier.unwrap_or_else(|| concept.over(&stap.begin(werk)));
    let vorm = stap.vorm(werk, &formulier).in_taal(taal(stap));
    let ingevuld = Ingevuld::refused(formulier, ingevuld.fouten.in_taal(taal(stap)));
    let mut blad = Blad::new(pagina, vorm, ingevuld, terug).version(werk.beeld().versie);
    blad.gezin = stap.gezin();
    blad.merk = werk.open.merk();
    if let Some(plek) = plek {
        blad = blad.kept(plek.bewaren(&concept, sent));
    }
    werk.toon(stap.doel()).await?;
    Ok(blad)
}

/// What was kept of a form, over what it begins with.
pub(in crate::paginas) async fn kept_form(werk: &Werk, stap: &impl Stap) -> Result<Formulier, Fout> {
    let concept = match plek(werk, stap)? {
        Some(plek) => plek.load().await?,
        None => Concept::default(),
    };
    Ok(concept.over(&stap.begin(werk)))
}

/// Shows a form, or why it cannot be done now.
pub(in crate::paginas) async fn toon(werk: &Werk, stap: &impl Stap) -> Uitkomst {
    werk.vereis(stap.opdracht())?;
    let obstacle =
        stap.belemmering(werk).map(|refusal| Weigering::in_taal(&refusal, taal(stap), werk.vandaag()));
    let mut blad = blad(werk, stap, Ingevuld::empty()).await?.refused(obstacle);
    blad.kan = blad.weigering.is_none();
    Ok(blad.answer(StatusCode::OK))
}

/// Takes a form that was sent.
pub(in crate::paginas) async fn verwerk(werk: &Werk, stap: &impl Stap, formulier: Formulier) -> Uitkomst {
    must_be_of_reader(werk, &formulier)?;
    werk.vereis(stap.opdracht())?;
    if let Some(answer) = keep_or_forget(werk, stap, &formulier).await? {
        return Ok(answer);
    }
    if formulier.is_on("kijk") {
        let typed = Ingevuld { formulier: Some(formulier), fouten: Fouten::new() };
        return Ok(blad(werk, stap, typed).await?.answer(StatusCode::OK));
    }
    let seen = seen_version(&formulier)?;
    let uitvoering = uitvoering(werk, stap, &formulier, seen)?;
    if let Some(done) = werk.open.eerder(&uitvoering).await? {
        return Ok(redirect(&stap.na(werk, &done)));
    }
    // A letter that was made meanwhile changes nothing of what the person saw.
    if !werk.open.is_ongewijzigd_sinds(seen) {
        return clashed(werk, stap, formulier, seen).await;
    }
    let gelezen = match stap.lees(werk, &formulier) {
        Ok(gelezen) => gelezen,
        Err(fouten) => {
            let blad = blad(werk, stap, Ingevuld::refused(formulier, fouten)).await?;
            return Ok(blad.answer(StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    match werk.execute(gelezen, uitvoering).await {
        Ok(done) => Ok(redirect(&stap.na(werk, &done))),
        Err(AppError::Clash { .. }) => clashed(werk, stap, formulier, seen).await,
        Err(error) => refused(werk, stap, formulier, error).await,
    }
}

fn uitvoering(werk: &Werk, stap: &impl Stap, formulier: &Formulier, seen: u64) -> Result<Uitvoering, Fout> {
    let drafts_done = plek(werk, stap)?.iter().map(Conceptvak::done).collect();
    let uitvoering = Uitvoering { expected: Some(seen), drafts_done, ..Uitvoering::default() };
    Ok(once(werk, (stap.opdracht(), stap.over()), formulier, uitvoering))
}

/// The same form on the same version with the same contents is one request.
fn once(
    werk: &Werk,
    (opdracht, over): (&str, Option<u64>),
    formulier: &Formulier,
    uitvoering: Uitvoering,
) -> Uitvoering {
    let over = over.map(|nr| nr.to_string()).unwrap_or_default();
    let form = format!("{}/{opdracht}/{over}", werk.beeld().nummer);
    let seen = uitvoering.expected.unwrap_or_default();
    uitvoering.eenmalig(werk.open.kijker(), &form, seen, &formulier.inhoud())
}

/// This form was sent before and did what it says: its case or person may be gone by now.
pub(in crate::paginas) async fn was_done(
    werk: &Werk,
    act: (&str, Option<u64>),
    formulier: &Formulier,
) -> Result<bool, Fout> {
    let uitvoering = Uitvoering { expected: Some(seen_version(formulier)?), ..Uitvoering::default() };
    let uitvoering = once(werk, act, formulier, uitvoering);
    Ok(werk.open.eerder(&uitvoering).await?.is_some())
}

/// 'Bewaren en later verder' and 'Opnieuw beginnen'.
async fn keep_or_forget(
    werk: &Werk,
    stap: &impl Stap,
    formulier: &Formulier,
) -> Result<Option<Response>, Fout> {
    let Some(plek) = plek(werk, stap)? else { return Ok(None) };
    let done = if formulier.is_on("bewaar") {
        plek.keep_all(formulier).await?;
        "bewaard"
    } else if formulier.is_on("weggooien") {
        plek.forget().await?;
        "weggegooid"
    } else {
        return Ok(None);
    };
    Ok(Some(match stap.terug() {
        Some((_, pad)) => redirect(&werk.adres(&format!("{pad}?na={done}"))),
        // No page in between tells it: the form itself does, with what was kept in it.
        None => blad(werk, stap, Ingevuld::empty()).await?.answer(StatusCode::OK),
    }))
}

/// Who opened the form sends it: two who share a browser, or one with two roles, do not act for each other.
fn must_be_of_reader(werk: &Werk, formulier: &Formulier) -> Result<(), Fout> {
    let merk = formulier.text("merk");
    if merk.is_empty() || merk == werk.open.merk() {
        return Ok(());
    }
    Err(Fout::Formulier {
        reden: "het is geopend door iemand anders, of in een andere rol; er is niets vastgelegd".to_owned(),
    })
}

/// The version of the file that the person saw when the form was opened.
pub(in crate::paginas) fn seen_version(formulier: &Formulier) -> Result<u64, Fout> {
    formulier.text("versie").parse().map_err(|_| Fout::Formulier {
        reden: "het zegt niet bij welke stand van het dossier het hoort".to_owned(),
    })
}

async fn clashed(werk: &Werk, stap: &impl Stap, formulier: Formulier, seen: u64) -> Uitkomst {
    let mut blad = blad(werk, stap, Ingevuld::refused(formulier, Fouten::new())).await?;
    blad.nieuw = Some(news(werk, seen, taal(stap)).await?);
    Ok(blad.answer(StatusCode::CONFLICT))
}

/// What this person may see of what happened after a version of the file.
async fn news(werk: &Werk, seen: u64, taal: Taal) -> Result<Vec<String>, Fout> {
    let lines = werk.open.sindsdien(seen).await?;
    Ok(lines
        .iter()
        .map(|regel| format!("{}: {}", taal.korte_dag(regel.op), taal.zeg(&regel.tekst)))
        .collect())
}

async fn refused(werk: &Werk, stap: &impl Stap, formulier: Formulier, error: AppError) -> Uitkomst {
    let AppError::Refused(refusal) = error else { return Err(error.into()) };
    let (fouten, weigering) = shown(&refusal, &formulier, werk.vandaag(), taal(stap));
    let blad = blad(werk, stap, Ingevuld::refused(formulier, fouten)).await?.refused(weigering);
    Ok(blad.answer(StatusCode::UNPROCESSABLE_ENTITY))
}

/// A refusal about a field of this form stands beside that field; any other above the form.
pub(in crate::paginas) fn shown(
    refusal: &Refusal,
    formulier: &Formulier,
    on: Date,
    taal: Taal,
) -> (Fouten, Option<Weigering>) {
    let mut fouten = Fouten::new();
    match refusal.veld.filter(|veld| formulier.names().any(|naam| naam == *veld)) {
        Some(veld) => fouten.add(veld, zonder_kop(taal, refusal)),
        None => return (fouten, Some(Weigering::in_taal(refusal, taal, on))),
    }
    (fouten, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_stands_beside_its_field_when_the_form_has_it() {
        let on = "2026-03-02".parse().unwrap();
        let formulier = Formulier::parse(b"per=1-3-2026").unwrap();
        let refusal = Refusal::field("per", teksten::Tekst::letterlijk("deze dag is te vroeg"))
            .instead(teksten::Tekst::letterlijk("een latere dag kiezen"));
        let (fouten, weigering) = shown(&refusal, &formulier, on, Taal::Nl);
        assert_eq!(fouten.of("per"), Some("Deze dag is te vroeg. Wat kan wel: een latere dag kiezen"));
        assert!(weigering.is_none());
        let (fouten, weigering) = shown(
            &Refusal::field("aanmelding", teksten::Tekst::letterlijk("is er niet")),
            &formulier,
            on,
            Taal::Nl,
        );
        assert!(fouten.is_empty() && weigering.is_some());
    }
}
