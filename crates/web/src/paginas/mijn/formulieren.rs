//! The forms on the own pages of a family, as each process declares them ([`Gezinsvorm`]), on the road of every form.

use app::dossiers::Uitgevoerd;
use app::geopend::Geopend;
use app::inzage::Doel;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::routing::get;
use base::today_in_nl;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use teksten::{Taal, mijn};
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::limits;
use web_base::onderdelen::{Fouten, Link, Melding, Meldingsoort};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::Bewaard;
use crate::paginas::aanvraag::bijlagen::REMOVE;
use crate::paginas::gezin::{Gezinsstap, Gezinsvorm, formulieren};
use crate::paginas::inleveren;
use crate::weg::vorm::Vorm;
use crate::weg::werk::Werk;
use crate::weg::{Begin, Blad, Ernaast, Stap, Straks, Wens, toon, toon_voorbij, verwerk};

pub(super) fn routes() -> Router<WebState> {
    let with_files = Router::new()
        .route("/mijn/{nummer}/inleveren/{nr}", get(hand_in).post(handed_in))
        .route("/mijn/{nummer}/aanvulling/{nr}", get(add_to).post(added_to))
        .layer(DefaultBodyLimit::max(limits::DRAINED_BYTES));
    Router::new()
        .merge(with_files)
        .route("/mijn/{nummer}/{formulier}", get(form).post(send))
        .route("/mijn/{nummer}/{formulier}/{nr}", get(form_over).post(send_over))
}

/// What is said of the form that was sent just before, by its code.
pub(super) fn thanks(code: &str, taal: Taal) -> Option<Melding> {
    let vorm = formulieren().find(|vorm| vorm.na == code)?;
    Some(Melding::new(Meldingsoort::Goed, taal.zeg((vorm.dank)())))
}

/// What this parent kept of the own forms and did not send yet.
pub(super) async fn kept(open: &Geopend, taal: Taal) -> Result<Vec<Bewaard>, Fout> {
    let beeld = open.beeld();
    let mut found = Vec::new();
    for (formulier, op) in open.bewaard().await? {
        let Some(vorm) = formulieren().find(|vorm| vorm.opdracht == formulier.opdracht()) else { continue };
        let Ok(nr) = u32::try_from(formulier.over().unwrap_or_default()) else { continue };
        if !(vorm.kent)(beeld, nr) || !(vorm.open)(beeld, nr) {
            continue;
        }
        let adres = vorm.adres(&beeld.nummer, nr);
        let dag = today_in_nl(op);
        let wanneer = taal.zeg(mijn::BewaardOp { dag }.tekst());
        let titel = taal.zeg((vorm.titel)());
        found.push(Bewaard { link: Link::new(titel.as_str(), adres.as_str()), titel, wanneer, adres });
    }
    Ok(found)
}

/// Where a form stands: the file, the form, and the number of its case where it is about one.
type Plek = (String, String, Option<u32>);

/// Opens a form, for a parent of the child.
async fn open(
    state: &WebState,
    kijker: &Kijker,
    (nummer, pad, nr): Plek,
    doel: fn(&Gezinsvorm) -> Doel,
) -> Result<(Werk, Gezinsstap), Fout> {
    let mut forms = formulieren().filter(|vorm| vorm.pad == pad && vorm.over_zaak == nr.is_some());
    let vorm = forms.next().ok_or(Fout::NietGevonden)?;
    let werk = Werk::open(state, kijker, &nummer).await?;
    let mijn = werk.open.mijn()?;
    let (persoon, stem) = (mijn.persoon, mijn.stem);
    let over = nr.unwrap_or_default();
    if !(vorm.kent)(werk.beeld(), over) {
        return Err(Fout::NietGevonden);
    }
    let (taal, doel) = (kijker.taal(), doel(vorm));
    let stap = Gezinsstap { vorm, over, persoon, stem, taal, doel, genoemd: String::new() };
    Ok((werk, stap))
}

async fn show(state: &WebState, kijker: &Kijker, plek: Plek, genoemd: &str) -> Uitkomst {
    let (werk, stap) = open(state, kijker, plek, |vorm| vorm.doelen[0]).await?;
    let stap = Gezinsstap { genoemd: genoemd.to_owned(), ..stap };
    if !(stap.vorm.open)(werk.beeld(), stap.over) {
        // Who comes back to it reads what was said.
        let voorbij = stap.voorbij(&werk).ok_or(Fout::NietGevonden)?;
        return toon_voorbij(&werk, &stap, voorbij).await;
    }
    toon(&werk, &stap).await
}

async fn take(state: &WebState, kijker: &Kijker, plek: Plek, formulier: Formulier) -> Uitkomst {
    let (werk, stap) = open(state, kijker, plek, |vorm| vorm.doelen[1]).await?;
    verwerk(&werk, &stap, formulier).await
}

impl Stap for Gezinsstap {
    fn opdracht(&self) -> Opdrachtnaam {
        self.vorm.opdracht
    }

    fn over(&self) -> Option<u64> {
        self.vorm.over_zaak.then(|| self.over.into())
    }

    fn titel(&self) -> String {
        self.zeg((self.vorm.titel)())
    }

    fn begin(&self, werk: &Werk) -> Begin {
        (self.vorm.begin)(self, werk)
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new(self.zeg((self.vorm.knop)())).groep((self.vorm.velden)(self, werk))
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        (self.vorm.lees)(self, werk, formulier)
    }

    /// A document is taken away from a form that stays open.
    fn wens(&self, formulier: &Formulier) -> Wens {
        if formulier.text(REMOVE).is_empty() { Wens::of(formulier) } else { Wens::Bewaren }
    }

    fn naast<'a>(&'a self, werk: &'a Werk, formulier: &'a Formulier) -> Ernaast<'a> {
        Box::pin(inleveren::keep(self, werk, formulier))
    }

    fn pagina<'a>(&'a self, werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(inleveren::page(self, werk, blad))
    }

    fn op_eigen_pagina(&self) -> bool {
        true
    }

    /// Kept, the form is shown again; thrown away, one is back on the own page.
    fn na_bewaren(&self, werk: &Werk, done: &str) -> Option<String> {
        (done == "weggegooid").then(|| format!("/mijn/{}", werk.beeld().nummer))
    }

    fn voorbij(&self, werk: &Werk) -> Option<Vorm> {
        let groep = (self.vorm.voorbij)(self, werk)?;
        Some(Vorm::new(self.zeg((self.vorm.knop)())).groep(groep))
    }

    fn doel(&self) -> Doel {
        self.doel
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("/mijn/{}?na={}", werk.beeld().nummer, self.vorm.na)
    }
}

async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, pad)): Path<(String, String)>,
    vraag: Vraag,
) -> Uitkomst {
    show(&state, &kijker, (nummer, pad, None), vraag.text("over").unwrap_or_default()).await
}

async fn send(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, pad)): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    Box::pin(take(&state, &kijker, (nummer, pad, None), formulier)).await
}

async fn form_over(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, pad, nr)): Path<(String, String, u32)>,
) -> Uitkomst {
    show(&state, &kijker, (nummer, pad, Some(nr)), "").await
}

async fn send_over(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, pad, nr)): Path<(String, String, u32)>,
    formulier: Formulier,
) -> Uitkomst {
    Box::pin(take(&state, &kijker, (nummer, pad, Some(nr)), formulier)).await
}

/// A handler of a form with documents, which has an address of its own: more may come with it than with another form.
macro_rules! with_documents {
    ($show:ident, $take:ident, $pad:literal) => {
        async fn $show(
            State(state): State<WebState>,
            kijker: Kijker,
            Path((nummer, nr)): Path<(String, u32)>,
        ) -> Uitkomst {
            show(&state, &kijker, (nummer, $pad.to_owned(), Some(nr)), "").await
        }

        async fn $take(
            State(state): State<WebState>,
            kijker: Kijker,
            Path((nummer, nr)): Path<(String, u32)>,
            formulier: Formulier,
        ) -> Uitkomst {
            Box::pin(take(&state, &kijker, (nummer, $pad.to_owned(), Some(nr)), formulier)).await
        }
    };
}

with_documents!(hand_in, handed_in, "inleveren");
with_documents!(add_to, added_to, "aanvulling");
