//! Filling a request: the questions on the left, the checklist on the right. Everything typed is kept.

use app::aanvraag::Aanvraagformulier;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use dossier::beurt::Onderwerp;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::toegang::Deel;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Checklijst, Fouten, Link, Tijdlijn, Uitleg, Veld, Waarom};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::vragen::{self, DELEN, Vraagblok, Vraagkader};
use super::{Gezien, Plek, bijlagen, heading};
use crate::weg::concept::{Collega, Conceptvak};
use crate::weg::stand::kept_line;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::{Werk, geheim};
use crate::weg::{Blad, Ernaast, Stap, Straks, Vragen as Gevraagd, Wens, leeg, verwerk};

/// Field that says that pro is asked by the route from lwoo, a TLV or an OPP.
const PRO_FIELD: &str = "pro_zijroute";

#[derive(Template)]
#[template(path = "paginas/aanvraag/invullen.html")]
struct Invulblad<'b> {
    pagina: Pagina,
    adres: String,
    blad: &'b Blad,
    bewaard: String,
    collegas: String,
    swv: String,
    waarom_swv: Waarom,
    delen: Vec<Vragen>,
    stand: Checkstandblok,
    mag_intrekken: bool,
    tijdlijn: Tijdlijn,
}

/// One part with its questions.
struct Vragen {
    kop: &'static str,
    blokken: Vec<Vraagblok>,
    pro: Option<Veld>,
}

/// What the script fetches again after each field: the checklist, and the way on when nothing is missing.
#[derive(Template)]
#[template(path = "paginas/aanvraag/stand.html")]
struct Checkstandblok {
    checklijst: Checklijst,
    compleet: bool,
}

impl askama::filters::HtmlSafe for Checkstandblok {}

impl Checkstandblok {
    fn of(formulier: &Aanvraagformulier, kijker: &Kijker) -> Self {
        Self {
            checklijst: Checklijst::of(&formulier.checklist, kijker.moment.vandaag),
            compleet: formulier.checklist.is_compleet(),
        }
    }
}

/// The form that a school fills; `None` for everybody else, and once the request is sent.
pub(super) fn is_filled_by(gezien: &Gezien, kijker: &Kijker) -> bool {
    gezien.aanvraag.fase() == TlvFase::Gestart
        && gezien.by_applicant(kijker)
        && gezien.mag(Opdrachtnaam::VraagTlvAan)
}

/// The form of a request that is not sent yet.
pub(super) async fn open_form(gezien: &Gezien) -> Result<Aanvraagformulier, Fout> {
    let form = gezien.open_file().aanvraagformulier(gezien.plek.nr).await?;
    if form.aanvraag.fase() == TlvFase::Gestart { Ok(form) } else { Err(Fout::NietGevonden) }
}

/// The questions of a request that a school fills in: kept, and sent from another page.
pub(super) struct Invullen<'g> {
    gezien: &'g Gezien,
    form: Aanvraagformulier,
    /// What was just done, told above the form.
    gedaan: Option<String>,
    /// Where one goes on after it was kept.
    verder: bool,
}

impl<'g> Invullen<'g> {
    async fn of(gezien: &'g Gezien) -> Result<Self, Fout> {
        Ok(Self { gezien, form: open_form(gezien).await?, gedaan: None, verder: false })
    }

    async fn page(&self, blad: Blad) -> Uitkomst {
        let Self { gezien, .. } = self;
        let (plek, kijker, on) = (&gezien.plek, &gezien.werk.kijker, gezien.werk.vandaag());
        // As it is kept now: documents may have come with the form.
        let form = open_form(gezien).await?;
        let vak = Conceptvak::of(&gezien.werk, app::aanvraag::form(plek.nr))?;
        let collegas = vak.colleagues(&blad.concept, on).await?;
        let kader = Vraagkader {
            nummer: &plek.nummer,
            formulier: &form,
            vorige: self.earlier(),
            blad: &blad,
            collegas: &collegas,
            wet: &gezien.werk.state.app.wet,
            limieten: super::bijlagen::limits(&gezien.werk.state.app),
            on,
        };
        let swv = &form.aanvraag.swv;
        let naam = gezien.werk.state.app.organisatie_naam(&swv.uitkomst.organisatie(), on).await?;
        let mut pagina = kijker
            .page(self.titel())
            .sub(gezien.beeld().naam.clone())
            .below(gezien.beeld().naam.clone(), format!("/kind/{}", plek.nummer))
            .messages(geheim(gezien.beeld(), kijker))
            .with_errors(&blad.fouten);
        pagina = pagina.messages(self.gedaan.as_deref().and_then(|code| super::done_words(code, Taal::Nl)));
        Ok(blad.among(&Invulblad {
            pagina,
            adres: plek.address(),
            bewaard: kept_line(blad.concept.velden(), on),
            collegas: names(&collegas),
            swv: format!("{naam} ({})", swv.uitkomst),
            waarom_swv: Uitleg::from(swv.berekening.as_ref()).folded("dit samenwerkingsverband"),
            delen: parts(&kader),
            stand: Checkstandblok::of(&form, kijker),
            mag_intrekken: gezien.mag(Opdrachtnaam::TrekTlvAanvraagIn),
            tijdlijn: super::lezen::history(
                (gezien.beeld(), &gezien.werk.open.doeners().await?),
                &gezien.aanvraag,
                on,
            ),
            blad: &blad,
        }))
    }

    /// The request that this one renews, as the school reads it.
    fn earlier(&self) -> Option<&TlvAanvraag> {
        let nr = self.form.aanvraag.verlenging_van?;
        self.gezien.beeld().aanvragen.iter().find(|earlier| earlier.nr == nr)
    }

    async fn keep_documents(&self, formulier: &Formulier) -> Result<Fouten, Fout> {
        let mut fouten = Fouten::new();
        bijlagen::keep(self.gezien, &self.form, formulier, &mut fouten).await?;
        Ok(fouten)
    }
}

impl Stap for Invullen<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::VraagTlvAan
    }

    fn over(&self) -> Option<u64> {
        Some(self.gezien.plek.nr.into())
    }

    fn titel(&self) -> String {
        format!("Aanvraag: {}", heading(&self.form.aanvraag))
    }

    fn vragen(&self) -> Vec<String> {
        field_names(&self.form)
    }

    /// The questions stand in parts of their own.
    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Bewaren").groep(Groep::new(""))
    }

    /// It is sent from the page where all of it can be read once more.
    fn wens(&self, _formulier: &Formulier) -> Wens {
        Wens::Bewaren
    }

    fn naast<'a>(&'a self, _werk: &'a Werk, formulier: &'a Formulier) -> Ernaast<'a> {
        Box::pin(self.keep_documents(formulier))
    }

    fn doel(&self) -> Doel {
        Doel::AanvraagInvullen
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        let earlier =
            self.earlier().map(|earlier| self.gezien.beeld().delen_van(Onderwerp::Aanvraag(earlier.nr)));
        self.gezien.stukken(&self.form.bijlagen).into_iter().chain(earlier.into_iter().flatten()).collect()
    }

    fn na_bewaren(&self, _werk: &Werk, done: &str) -> Option<String> {
        let plek = &self.gezien.plek;
        Some(if self.verder { plek.below("versturen") } else { format!("{}?gedaan={done}", plek.address()) })
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        self.gezien.plek.address()
    }

    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(self.page(blad))
    }
}

/// The form of a request, for the school that fills it.
pub(super) async fn page(gezien: &Gezien, vraag: &Vraag) -> Uitkomst {
    let mut stap = Invullen::of(gezien).await?;
    stap.gedaan = vraag.text("gedaan").map(ToOwned::to_owned);
    let blad = leeg(&gezien.werk, &stap).await?;
    stap.page(blad).await
}

/// The names of the colleagues who typed something, in a row.
fn names(collegas: &[Collega]) -> String {
    let mut lines: Vec<&str> = collegas.iter().map(Collega::name).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.join(", ")
}

fn parts(kader: &Vraagkader<'_>) -> Vec<Vragen> {
    let parts = DELEN.iter().enumerate();
    parts
        .map(|(index, deel)| Vragen {
            kop: deel.kop,
            blokken: kader.part(index),
            pro: pro_route(kader, index),
        })
        .filter(|deel| !deel.blokken.is_empty())
        .collect()
}

/// For pro: whether it is asked by the route for which the parents must agree.
fn pro_route(kader: &Vraagkader<'_>, index: usize) -> Option<Veld> {
    let asked =
        kader.formulier.aanvraag.soort == dossier::soort::TlvSoort::Pro && index == vragen::OTHER_PART;
    let value = kader.blad.formulier.text(PRO_FIELD);
    let field = Veld::checkbox(
        PRO_FIELD,
        "De leerling komt uit het lwoo, heeft al een verklaring of heeft een ontwikkelingsperspectief",
    )
    .hint("Dan is de schriftelijke instemming van de ouders nodig.")
    .value(value);
    asked.then_some(field)
}

/// A field of this form that can be kept.
fn is_field(form: &Aanvraagformulier, code: &str) -> bool {
    let asked = form.checklist.punten.iter().any(|punt| punt.code == code && vragen::is_kept(code));
    asked || (code == PRO_FIELD && form.aanvraag.soort == dossier::soort::TlvSoort::Pro)
}

/// Every field of this form that can be kept.
fn field_names(form: &Aanvraagformulier) -> Vec<String> {
    let asked = form.checklist.punten.iter().map(|punt| punt.code.as_str()).chain([PRO_FIELD]);
    asked.filter(|code| is_field(form, code)).map(ToOwned::to_owned).collect()
}

/// What the form of a request asks, for its draft.
pub(super) fn questions(open: &app::geopend::Geopend, nr: u32) -> Gevraagd<'_> {
    Box::pin(async move { Ok(field_names(&open.aanvraagformulier(nr).await?)) })
}

/// Keeps everything that the form holds, documents too.
pub(super) async fn keep_all(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let mut stap = Invullen::of(&gezien).await?;
    stap.verder = formulier.is_on("verder");
    verwerk(&gezien.werk, &stap, formulier).await
}

/// The checklist alone, as it stands now.
pub(super) async fn checklist(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let form = open_form(&gezien).await?;
    show(&Checkstandblok::of(&form, &kijker))
}

/// The way back to the form.
pub(super) fn back(plek: &Plek) -> Link {
    Link::new("Terug naar de aanvraag", plek.address())
}
