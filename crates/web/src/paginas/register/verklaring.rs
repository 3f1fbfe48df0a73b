//! One declaration in the register of its samenwerkingsverband: what it says, withdrawing it, closing it when it ran
//! out. The register stays when the file itself is closed to the samenwerkingsverband.

use app::AppError;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use app::lijst::Tlv;
use askama::Template;
use axum::extract::{Path, State};
use base::Date;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::{Bekendmakingswijze, TlvSoort};
use dossier::staat::{TlvFase, TlvStand};
use teksten::Taal;
use verband::grenzen::DAGEN_TOT_VERZENDEN;
use web_base::error::{Fout, Uitkomst};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Feiten, Inhoud, Link, Melding, Meldingsoort, Optie, Veld, short_date};
use web_base::pagina::Pagina;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::lijst::{long_date, stand};
use crate::paginas::woorden::{capital, verklaring_woord};
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::{Werk, geheim};
use crate::weg::{Blad, Kop, Stap, Straks, blad, verwerk};

#[derive(Template)]
#[template(path = "paginas/register/verklaring.html")]
struct Verklaring<'b> {
    pagina: Pagina,
    /// What it is called in a sentence.
    wat: &'static str,
    adres: String,
    /// What was refused, of either form.
    kop: Option<Kop<'b>>,
    feiten: Feiten,
    intrekken: Option<&'b Blad>,
    verlopen: Option<&'b Blad>,
}

/// A declaration of the own samenwerkingsverband.
pub(super) async fn find(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Tlv, Fout> {
    match state.app.verklaring(&kijker.kijker, nummer).await {
        Err(AppError::NotFound) => Err(Fout::NietGevonden),
        found => Ok(found?),
    }
}

/// What ends a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Einde {
    Intrekken,
    Verlopen,
}

/// Ending a declaration, from the register.
struct Eindigen<'t> {
    tlv: &'t Tlv,
    hoe: Einde,
}

impl Stap for Eindigen<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        match self.hoe {
            Einde::Intrekken => Opdrachtnaam::TrekTlvIn,
            Einde::Verlopen => Opdrachtnaam::LaatTlvVerlopen,
        }
    }

    fn over(&self) -> Option<u64> {
        Some(self.tlv.tlv.aanvraag.into())
    }

    fn titel(&self) -> String {
        title(self.tlv)
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        let wat = verklaring_woord(&self.tlv.tlv.soort);
        match self.hoe {
            Einde::Intrekken => {
                let groep = withdrawal_fields(wat).into_iter().fold(Groep::new(""), Groep::veld);
                Vorm::new(format!("Trek de {wat} in")).groep(groep)
            }
            Einde::Verlopen => Vorm::new(format!("Leg vast dat de {wat} is verlopen")),
        }
    }

    fn doel(&self) -> Doel {
        Doel::Verklaring
    }

    fn na_bewaren(&self, _werk: &Werk, _done: &str) -> Option<String> {
        Some(format!("/register/{}", self.tlv.tlv.nummer))
    }

    fn na(&self, _werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("/register/{}", self.tlv.tlv.nummer)
    }

    fn pagina<'a>(&'a self, werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(page(werk, self.tlv, Some((self.hoe, blad))))
    }
}

/// What it says.
pub(super) async fn show_one(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
) -> Uitkomst {
    let found = find(&state, &kijker, &nummer).await?;
    match Werk::open(&state, &kijker, found.dossier.as_str()).await {
        Ok(werk) => page(&werk, &found, None).await,
        Err(Fout::NietGevonden) => closed(&state, &kijker, &found).await,
        Err(error) => Err(error),
    }
}

/// What the register itself says, where the request is closed to whoever reads: its row, and the number of the file.
async fn closed(state: &WebState, kijker: &Kijker, found: &Tlv) -> Uitkomst {
    let is_secret = state.app.toon_verklaring(&kijker.kijker, kijker.moment, found).await?;
    let secret = Melding::new(Meldingsoort::LetOp, Taal::Nl.zeg(teksten::kind::let_op_geheim()));
    let feiten = said(found, kijker.moment.vandaag, Inhoud::from(found.tlv.weergavenaam.as_str()));
    let wat = verklaring_woord(&found.tlv.soort);
    let melding = Melding::new(
        Meldingsoort::Weetje,
        format!(
            "De aanvraag van deze {wat} is voor u gesloten: er loopt niets meer waar u bij hoort. Hier staat wat het register van de {wat} weet."
        ),
    );
    web_base::pagina::show(&Verklaring {
        pagina: register_page(kijker, found).messages(is_secret.then_some(secret)).message(melding),
        wat,
        adres: String::new(),
        kop: None,
        feiten,
        intrekken: None,
        verlopen: None,
    })
}

/// What it is called, with its number.
fn title(found: &Tlv) -> String {
    format!("{} {}", capital(verklaring_woord(&found.tlv.soort)), found.tlv.nummer)
}

fn register_page(kijker: &Kijker, found: &Tlv) -> Pagina {
    kijker.page(title(found)).below("Register", "/register")
}

/// What the row of the register says of it.
fn said(found: &Tlv, on: Date, kind: Inhoud) -> Feiten {
    let tlv = &found.tlv;
    Feiten::new()
        .with_some("Stand", TlvStand::from_code(&tlv.status).map(|how| stand(how, tlv.van, on)))
        .with("Kind", kind)
        .with_some("Geboren", tlv.geboortedatum.map(|born| short_date(born, on)))
        .with_some("Voor", TlvSoort::from_code(&tlv.soort).map(TlvSoort::label))
        .with_some("Categorie", tlv.categorie.clone())
        .with("Geldig", format!("{} tot en met {}", long_date(tlv.van), long_date(tlv.tot_en_met)))
        .with("Dossier", found.dossier.to_string())
}

async fn page(werk: &Werk, found: &Tlv, sent: Option<(Einde, Blad)>) -> Uitkomst {
    let tlv = &found.tlv;
    let Some(aanvraag) = werk.beeld().aanvraag(tlv.aanvraag) else {
        return closed(&werk.state, &werk.kijker, found).await;
    };
    let beeld = werk.open.toon(Doel::Verklaring).await?;
    let on = werk.vandaag();
    let how = TlvStand::from_code(&tlv.status);
    // Who knows of no decision yet has nothing to lose by it: that one is taken anew instead.
    let intrekking = aanvraag.intrekking.as_ref();
    let runs = how.is_some_and(TlvStand::is_te_gebruiken) && intrekking.is_none();
    let kind = Link::new(tlv.weergavenaam.as_str(), format!("/kind/{}", found.dossier));
    let feiten = said(found, on, kind.into())
        .with_some("Ingetrokken", intrekking.map(|fact| withdrawn(fact.op, fact.per, on)))
        .with_some("Waarom ingetrokken", intrekking.map(|fact| fact.reden.as_str()));
    let ended = beeld.mag.contains(Opdrachtnaam::LaatTlvVerlopen.naam())
        && tlv.tot_en_met < on
        && matches!(aanvraag.fase(), TlvFase::VerleendBekend | TlvFase::Gebruikt);
    let (mut intrekken, mut verlopen) = (None, None);
    if runs && beeld.mag.contains(Opdrachtnaam::TrekTlvIn.naam()) {
        intrekken = Some(form(werk, found, Einde::Intrekken).await?);
    }
    if ended {
        verlopen = Some(form(werk, found, Einde::Verlopen).await?);
    }
    let which = sent.as_ref().map(|(hoe, _)| *hoe);
    match sent {
        Some((Einde::Intrekken, blad)) => intrekken = Some(blad),
        Some((Einde::Verlopen, blad)) => verlopen = Some(blad),
        None => {}
    }
    let refused = which.and_then(|hoe| match hoe {
        Einde::Intrekken => intrekken.as_ref(),
        Einde::Verlopen => verlopen.as_ref(),
    });
    let pagina = register_page(&werk.kijker, found).messages(geheim(beeld, &werk.kijker));
    let kop = refused.map(|blad| blad.kop());
    let template = Verklaring {
        pagina: refused.iter().fold(pagina, |pagina, blad| pagina.with_errors(&blad.fouten)),
        wat: verklaring_woord(&tlv.soort),
        adres: format!("/register/{}", tlv.nummer),
        kop,
        feiten,
        intrekken: intrekken.as_ref(),
        verlopen: verlopen.as_ref(),
    };
    match refused {
        Some(blad) => Ok(blad.among(&template)),
        None => web_base::pagina::show(&template),
    }
}

/// When that was decided, and from which day it holds no more.
fn withdrawn(op: Date, per: Date, on: Date) -> String {
    format!("besloten op {}; geldt niet meer vanaf {}", short_date(op, on), short_date(per, on))
}

async fn form(werk: &Werk, found: &Tlv, hoe: Einde) -> Result<Blad, Fout> {
    blad(werk, &Eindigen { tlv: found, hoe }, Ingevuld::empty()).await
}

/// Withdraws it.
pub(super) async fn withdraw(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    Box::pin(end(&state, &kijker, &nummer, Einde::Intrekken, formulier)).await
}

/// Records that it ran out.
pub(super) async fn expire(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    Box::pin(end(&state, &kijker, &nummer, Einde::Verlopen, formulier)).await
}

async fn end(state: &WebState, kijker: &Kijker, nummer: &str, hoe: Einde, formulier: Formulier) -> Uitkomst {
    let found = find(state, kijker, nummer).await?;
    let werk = Werk::open(state, kijker, found.dossier.as_str()).await?;
    verwerk(&werk, &Eindigen { tlv: &found, hoe }, formulier).await
}

fn withdrawal_fields(wat: &str) -> [Veld; 5] {
    let ways = Bekendmakingswijze::ALL.iter().map(|wijze| Optie::new(wijze.code(), wijze.label())).collect();
    [
        Veld::textarea("gehoord", "Wat zeiden de ouders en de school erover?", 4)
            .hint("Vraag dat voordat u beslist. Schrijf ook op wat u ermee deed.")
            .required_or("Schrijf op wat de ouders en de school ervan vinden."),
        Veld::textarea("reden", format!("Waarom trekt u de {wat} in?"), 4)
            .hint("De ouders en de school lezen dit in de brief.")
            .required_or("Schrijf op waarom."),
        Veld::date("op", "Op welke dag maakt u dit bekend?")
            .hint(format!(
                "De dag waarop de brief op de post gaat of wordt uitgereikt: vandaag, of hooguit {DAGEN_TOT_VERZENDEN} dagen later."
            ))
            .required_or("Vul in op welke dag u het bekendmaakt."),
        Veld::radio("wijze", "Hoe?", ways).required_or("Kies hoe u het bekendmaakt."),
        Veld::date("per", format!("Vanaf welke dag geldt de {wat} niet meer?"))
            .hint("Op zijn vroegst de dag waarop u het bekendmaakt. Een verklaring geldt hele schooljaren: kies als dat kan 1 augustus. Of zij eerder mag eindigen, zegt de wet niet. Kiest u toch een andere dag, schrijf dan hierboven waarom het niet kan wachten.")
            .required_or("Vul in vanaf welke dag dat is."),
    ]
}
