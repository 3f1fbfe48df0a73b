//! A child that has no file yet: registered in writing with this school, or enrolled there already.
//!
//! Before a second file is made of one child the person is shown the file that is there and says which it is.

pub(super) mod kind;

use app::AppError;
use app::aanmelden::NieuwDossier;
use app::buiten;
use app::concepten::{Bakje, HalfKind, LosFormulier};
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::lijst::DossierRij;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::Date;
use dossier::Refusal;
use dossier::algemeen::nieuw;
use dossier::opdracht::Opdrachtnaam;
use dossier::opdracht::velden::Omgeving;
use dossier::soort::Schoolsoort;
use dossier::tlv::identiteit::Identiteit;

use super::aanmelding::{Aanmelder, registration_fields};
use crate::weg::concept::Conceptvak;
use crate::weg::los::{self, Rest};
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::omgeving;
use crate::weg::{Begin, Blad, Los, daad, shown};
use teksten::Taal;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{
    Fouten, Inhoud, Kolom, Link, Melding, Meldingsoort, Tabel, Veld, Weigering, short_date,
};
use web_base::pagina::{show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

#[cfg(test)]
mod tests;

/// Which draft an address asks for.
const BAKJE: &str = "bakje";
/// Said where nothing more can be kept side by side.
const FULL: &str = "vol";

/// A child and its people.
const KIND: Los = Los::Declared(nieuw::KIND.velden);
/// Each of them.
const OUDERS: Los = Los::Declared(nieuw::oudervelden);
/// From whom it is secret where the child is.
const GEHEIM: Los = Los::Declared(nieuw::geheimvelden);
/// This is another child than the one that is known.
const ANDERS: Los = Los::Velden(&["zeker_nieuw"]);
/// Three people have authority all the same.
const DRIE: Los = Los::Velden(&[kind::THREE]);

/// From which registration of the open form it was filled.
const VAN_BUITEN: Los = Los::Velden(&[buiten::VELD]);

/// What is asked of a child that is registered.
pub(super) const AANMELDEN: &[Los] =
    &[KIND, OUDERS, GEHEIM, ANDERS, DRIE, VAN_BUITEN, Los::Daad(Opdrachtnaam::MeldAan)];

/// What is asked of a child that is enrolled already.
pub(super) const INGESCHREVEN: &[Los] =
    &[KIND, OUDERS, GEHEIM, ANDERS, DRIE, Los::Daad(Opdrachtnaam::SchrijfIn)];

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/aanmelden", get(registration).post(register))
        .route("/aanmelden/nieuw", get(new_registration))
        .route("/aanmelden/ingeschreven", get(enrolment).post(enrol))
        .route("/aanmelden/ingeschreven/nieuw", get(new_enrolment))
}

/// Why a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reden {
    /// The parents registered the child in writing.
    Aanmelding(Bakje),
    /// The child is enrolled already.
    Ingeschreven(Bakje),
}

impl Reden {
    /// Where the form is; each draft has an address.
    fn adres(self) -> String {
        let (pad, bakje) = match self {
            Self::Aanmelding(bakje) => ("/aanmelden", bakje),
            Self::Ingeschreven(bakje) => ("/aanmelden/ingeschreven", bakje),
        };
        match bakje {
            Bakje::Eerste => pad.to_owned(),
            Bakje::Tweede | Bakje::Derde | Bakje::Vierde | Bakje::Vijfde => {
                Vraag::default().with(BAKJE, bakje.code()).address(pad)
            }
        }
    }

    fn titel(self) -> &'static str {
        match self {
            Self::Aanmelding(_) => "Een kind aanmelden",
            Self::Ingeschreven(_) => "Een dossier voor een kind dat al op school zit",
        }
    }

    fn formulier(self) -> LosFormulier {
        match self {
            Self::Aanmelding(bakje) => LosFormulier::Aanmelden(bakje),
            Self::Ingeschreven(bakje) => LosFormulier::Ingeschreven(bakje),
        }
    }

    /// The form of a draft, where it is of a child.
    fn of(formulier: LosFormulier) -> Option<Self> {
        match formulier {
            LosFormulier::Aanmelden(bakje) => Some(Self::Aanmelding(bakje)),
            LosFormulier::Ingeschreven(bakje) => Some(Self::Ingeschreven(bakje)),
            LosFormulier::Beleid | LosFormulier::Disciplines => None,
        }
    }

    /// Where an empty form is, beside what was kept.
    fn leeg(self) -> &'static str {
        match self {
            Self::Aanmelding(_) => "/aanmelden/nieuw",
            Self::Ingeschreven(_) => "/aanmelden/ingeschreven/nieuw",
        }
    }

    /// The same with another draft.
    fn in_bakje(self, bakje: Bakje) -> Self {
        match self {
            Self::Aanmelding(_) => Self::Aanmelding(bakje),
            Self::Ingeschreven(_) => Self::Ingeschreven(bakje),
        }
    }

    /// The act with which the file begins.
    fn begint_met(self) -> Opdrachtnaam {
        match self {
            Self::Aanmelding(_) => Opdrachtnaam::MeldAan,
            Self::Ingeschreven(_) => Opdrachtnaam::SchrijfIn,
        }
    }

    fn begin(self, today: Date) -> Begin {
        let naam = match self {
            Self::Aanmelding(_) => "ontvangen_op",
            Self::Ingeschreven(_) => "per",
        };
        vec![(naam.into(), today.to_string())]
    }

    /// What is asked besides the child and its people.
    fn groep(self, soort: Option<Schoolsoort>) -> Groep {
        match self {
            Self::Aanmelding(_) => registration_fields(Aanmelder::School, soort, Taal::Nl),
            Self::Ingeschreven(_) => {
                let enrolment = Groep::new("De inschrijving").naast([
                    Veld::date("per", "Sinds welke dag zit het kind op uw school?")
                        .required_or("Vul in sinds welke dag het kind op uw school zit."),
                    Veld::text("groep", "Groep of klas"),
                ]);
                let asks = soort.is_some_and(|soort| !soort.verklaringen().is_empty());
                if asks { enrolment.veld(declaration_field()) } else { enrolment }
            }
        }
    }
}

/// With which declaration a pupil is at a school of which the law asks one.
pub(super) fn declaration_field() -> Veld {
    Veld::text("verklaring", "Met welke toelaatbaarheidsverklaring zit het kind op uw school?")
        .hint("Het nummer en het samenwerkingsverband. Weet u die niet, schrijf dan op waaruit de verklaring volgt: bijvoorbeeld het oude dossier, en wat daarin staat.")
        .required_or("Schrijf op met welke verklaring het kind op uw school zit, of waaruit die volgt.")
}

/// Where the form of a registration is, in one of its drafts.
pub(super) fn form_address(bakje: Bakje) -> String {
    Reden::Aanmelding(bakje).adres()
}

/// The form with everything that belongs to it: what follows from the postcode, and files of a child like this one.
async fn blad(state: &WebState, kijker: &Kijker, reden: Reden, ingevuld: Ingevuld) -> Result<Blad, Fout> {
    let plek = Conceptvak::los(state, kijker, reden.formulier())?;
    let concept = plek.load().await?;
    let sent = ingevuld.formulier.is_some();
    let formulier = ingevuld.formulier.unwrap_or_else(|| concept.over(&reden.begin(kijker.moment.vandaag)));
    let doubles = kind::doubles(state, kijker, &formulier).await?;
    let gebied = kind::area(state, kijker, &formulier).await?;
    let school = state.app.eigen_school(&kijker.kijker, kijker.moment).await?;
    let soort = school.map(|school| school.schoolsoort);
    let vorm = vorm(reden, &formulier, soort, gebied, &doubles).groepen(kind::three_group(
        &formulier,
        &state.app.wet,
        kijker.moment.vandaag,
    ));
    let mut vorm = vorm;
    if let Some(kept) = side_by_side(state, kijker, reden).await? {
        vorm.groepen.insert(0, kept);
    }
    let mut pagina = kijker.page(reden.titel());
    if matches!(reden, Reden::Aanmelding(_)) {
        pagina = pagina.sub("Elke aanmelding op papier of per mail telt, ook als er geen plaats is. Zit het kind al op uw school? Open dan een dossier zonder aanmelding.");
    }
    Ok(Blad::new(pagina, vorm, Ingevuld::refused(formulier, ingevuld.fouten), "/vandaag")
        .in_draft(&plek, concept, sent, &kijker.kijker)
        .beside(other(reden)))
}

fn vorm(
    reden: Reden,
    getypt: &Formulier,
    soort: Option<Schoolsoort>,
    gebied: Option<String>,
    doubles: &[DossierRij],
) -> Vorm {
    Vorm::new(match reden {
        Reden::Aanmelding(_) => "Aanmelding vastleggen",
        Reden::Ingeschreven(_) => "Dossier openen",
    })
    .groepen(origin(getypt))
    .groepen(kind::doubles_group(doubles))
    .groepen(kind::groups(getypt, gebied))
    .groep(reden.groep(soort))
}

/// That the form was filled with what somebody wrote on the open form.
fn origin(getypt: &Formulier) -> Option<Groep> {
    let from = getypt.text(buiten::VELD);
    let told = "Dit schreef iemand op het open formulier, en bevestigde het per e-mail. Wie het is, is daarmee niet bewezen: kijk na of deze mensen gezag hebben, en verbeter wat niet klopt. De dag van ontvangst is de dag waarop het is bevestigd en bij uw school kwam.";
    (!from.is_empty())
        .then(|| Groep::new("Van het open formulier").let_op(told).veld(Veld::hidden(buiten::VELD, from)))
}

/// What this person kept of other children on these forms, each by the name that was typed with the day, and the way to an empty one.
/// None where there is nothing else and nothing here.
async fn side_by_side(state: &WebState, kijker: &Kijker, reden: Reden) -> Result<Option<Groep>, Fout> {
    let half = state.app.half_ingevuld(&kijker.kijker, kijker.moment).await?;
    if half.is_empty() {
        return Ok(None);
    }
    let on = kijker.moment.vandaag;
    let mut rows: Vec<Vec<Inhoud>> = half
        .iter()
        .filter_map(|kind| Some((kind, Reden::of(kind.formulier).filter(|other| *other != reden)?)))
        .map(|(kind, other)| vec![half_link(kind, other).into(), kept_on(kind, on).into()])
        .collect();
    rows.push(vec![Link::new("Nog een kind, op een leeg formulier", reden.leeg()).into(), Inhoud::Geen]);
    let kolommen = vec![Kolom::text("Kind").names_row(), Kolom::short("Bewaard op")];
    let tabel = Tabel::new("Andere formulieren die u bewaarde", kolommen, "").rows(rows, |row| row);
    Ok(Some(Groep::new("Bewaarde formulieren van andere kinderen").blok(Blok::Tabel(tabel))))
}

/// To what was kept of a child.
fn half_link(kind: &HalfKind, reden: Reden) -> Link {
    Link::new(half_name(kind), reden.adres())
}

fn half_name(kind: &HalfKind) -> &str {
    if kind.naam.is_empty() { "een kind zonder naam" } else { &kind.naam }
}

fn kept_on(kind: &HalfKind, on: Date) -> String {
    short_date(base::today_in_nl(kind.op), on)
}

/// What was kept of a child without a file, for the list of what was kept: what it is with a link to it, of whom, and the day.
pub(super) fn half_row(kind: &HalfKind, on: Date) -> Option<Vec<Inhoud>> {
    let reden = Reden::of(kind.formulier)?;
    let naam = half_name(kind);
    let link = Link::new(reden.titel(), reden.adres()).spoken(format!("voor {naam}"));
    Some(vec![link.into(), naam.into(), kept_on(kind, on).into()])
}

/// An empty form, beside what was kept; where there is no room for another, the oldest with the reason.
async fn beginning(state: &WebState, kijker: &Kijker, reden: Reden) -> Uitkomst {
    state.app.vereis_openen(&kijker.kijker, kijker.moment)?;
    let half = state.app.half_ingevuld(&kijker.kijker, kijker.moment).await?;
    let taken = |bakje: &Bakje| half.iter().any(|kind| kind.formulier == reden.in_bakje(*bakje).formulier());
    let free = Bakje::ALL.into_iter().find(|bakje| !taken(bakje));
    Ok(redirect(&match free {
        Some(bakje) => reden.in_bakje(bakje).adres(),
        None => format!("{}?na={FULL}", reden.in_bakje(Bakje::Eerste).adres()),
    }))
}

/// The draft that an address asks for.
fn asked(vraag: &Vraag) -> Result<Bakje, Fout> {
    Ok(vraag.code(BAKJE, Bakje::from_code)?.unwrap_or(Bakje::Eerste))
}

/// The other way to open a file.
fn other(reden: Reden) -> Link {
    match reden {
        Reden::Aanmelding(_) => {
            Link::new("Het kind zit al op onze school", Reden::Ingeschreven(Bakje::Eerste).leeg())
        }
        Reden::Ingeschreven(_) => {
            Link::new("De ouders melden het kind nu aan", Reden::Aanmelding(Bakje::Eerste).leeg())
        }
    }
}

async fn show_form(state: &WebState, kijker: &Kijker, reden: Reden, vraag: &Vraag) -> Uitkomst {
    state.app.vereis_openen(&kijker.kijker, kijker.moment)?;
    let mut blad = blad(state, kijker, reden, Ingevuld::empty()).await?;
    match vraag.text("na") {
        Some("bewaard") => {
            let said =
                "Wat u typte is bewaard. U vindt het terug op Vandaag, en hier naast een leeg formulier.";
            blad = blad.message(Melding::new(Meldingsoort::Goed, said));
        }
        Some(FULL) => {
            let said = "U bent al met vijf kinderen bezig: meer tegelijk kan niet. Maak eerst een van deze formulieren af, of gooi er een weg.";
            blad = blad.message(Melding::new(Meldingsoort::LetOp, said));
        }
        _ => {}
    }
    let half = state.app.half_ingevuld(&kijker.kijker, kijker.moment).await?;
    if let Some(kind) = half.iter().find(|kind| kind.formulier == reden.formulier() && !kind.naam.is_empty())
    {
        let said = format!("U gaat verder met wat u bewaarde over {}.", kind.naam);
        blad = blad.message(Melding::new(Meldingsoort::Weetje, said));
    }
    show(&blad)
}

async fn take(state: &WebState, kijker: &Kijker, reden: Reden, formulier: Formulier) -> Uitkomst {
    let (who, moment) = (&kijker.kijker, kijker.moment);
    state.app.vereis_openen(who, moment)?;
    let plek = Conceptvak::los(state, kijker, reden.formulier())?;
    let formulier = match los::neem(&plek, kijker, formulier, &reden.adres()).await? {
        Rest::Klaar(answer) => return Ok(answer),
        Rest::Tonen(ingevuld) if ingevuld.fouten.is_empty() => {
            return show(&blad(state, kijker, reden, ingevuld).await?);
        }
        Rest::Tonen(ingevuld) => return show_refused(&blad(state, kijker, reden, ingevuld).await?),
        Rest::Doen(formulier) => formulier,
    };
    // The same form once more is the same registration: whoever pressed twice is where they were led the first time.
    let uitvoering = Uitvoering { drafts_done: vec![plek.done()], ..Uitvoering::default() };
    let uitvoering = uitvoering.eenmalig(who, reden.formulier().naam(), 0, &plek.typed_in(&formulier));
    if kind::has_three(&formulier) && !formulier.is_on(kind::THREE) {
        let mut fouten = Fouten::new();
        fouten.add(kind::THREE, "U vulde drie keer 'ouder met gezag' in. Kijk of dat klopt.");
        let typed = Ingevuld::refused(formulier, fouten);
        return show_refused(&blad(state, kijker, reden, typed).await?);
    }
    let school = state.app.eigen_school(who, moment).await?;
    let mut nieuw = match read(
        reden,
        &formulier,
        &omgeving(kijker, school.as_ref()),
        of_age(state, kijker, &formulier),
    ) {
        Ok(nieuw) => nieuw,
        Err(fouten) => {
            let typed = Ingevuld::refused(formulier, fouten);
            return show_refused(&blad(state, kijker, reden, typed).await?);
        }
    };
    let from = formulier.text(buiten::VELD).to_owned();
    let kind = Identiteit {
        roepnaam: nieuw.kind.roepnaam.clone(),
        voorvoegsel: nieuw.kind.voorvoegsel.clone(),
        achternaam: nieuw.kind.achternaam.clone(),
        // Without one nothing is opened.
        geboortedatum: nieuw.kind.geboortedatum.unwrap_or_default(),
    };
    nieuw.begin = match state.app.met_herkomst(who, (&from, &kind), nieuw.begin, moment).await {
        Ok(begin) => begin,
        Err(AppError::Refused(refusal)) => return refused(state, kijker, reden, formulier, &refusal).await,
        Err(error) => return Err(error.into()),
    };
    match state.app.open_nieuw(who, moment, &nieuw, uitvoering).await {
        Ok(done) => {
            if !from.is_empty() {
                state.app.is_overgenomen(who, (&from, done.nummer()), moment).await?;
            }
            Ok(redirect(&after(reden, &done)))
        }
        Err(AppError::Refused(refusal)) => refused(state, kijker, reden, formulier, &refusal).await,
        Err(error) => Err(error.into()),
    }
}

/// The pupil is of age by the date that was typed.
fn of_age(state: &WebState, kijker: &Kijker, formulier: &Formulier) -> bool {
    let born = base::dates::parse_typed(formulier.text("geboortedatum").trim());
    born.is_some_and(|born| state.app.is_meerderjarig(born, kijker.moment.vandaag))
}

/// Reads the form as its parts declare their fields; what is wrong stands beside the fields of the form.
fn read(
    reden: Reden,
    formulier: &Formulier,
    omgeving: &Omgeving<'_>,
    of_age: bool,
) -> Result<NieuwDossier, Fouten> {
    let mut wrong = Vec::new();
    let soort = omgeving.school.map(|school| school.schoolsoort);
    let kind = kind::read(formulier, omgeving, of_age).map_err(|fouten| wrong.extend(fouten)).ok();
    let begin = reden.begint_met().daad().and_then(|daad| {
        let read = (daad.lees)(0, &|veld| formulier.text(veld).to_owned(), omgeving);
        read.map_err(|fouten| wrong.extend(fouten)).ok()
    });
    if let (Some(kind), Some(begin)) = (kind, begin) {
        return Ok(NieuwDossier { kind, begin, zeker_nieuw: formulier.is_on("zeker_nieuw") });
    }
    Err(daad::said(&wrong, vorm(reden, formulier, soort, None, &[]).velden(), formulier, |veld| veld))
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
        fouten.add("zeker_nieuw", "Er is al een dossier dat van dit kind kan zijn: de naam, de geboortedatum of de ouders lijken op wat u typte. Kijk of het hetzelfde kind is.");
        (fouten, None)
    } else {
        shown(refusal, &formulier, on, Taal::Nl)
    };
    show_refused(&blad(state, kijker, reden, Ingevuld::refused(formulier, fouten)).await?.refused(weigering))
}

fn after(reden: Reden, done: &Uitgevoerd) -> String {
    let nummer = done.nummer();
    match reden {
        Reden::Aanmelding(_) => format!("/kind/{nummer}/aanmelding/1/bevestiging"),
        Reden::Ingeschreven(_) => format!("/kind/{nummer}/gegevens?na=geopend"),
    }
}

async fn registration(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    show_form(&state, &kijker, Reden::Aanmelding(asked(&vraag)?), &vraag).await
}

async fn new_registration(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    beginning(&state, &kijker, Reden::Aanmelding(Bakje::Eerste)).await
}

async fn new_enrolment(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    beginning(&state, &kijker, Reden::Ingeschreven(Bakje::Eerste)).await
}

async fn register(
    State(state): State<WebState>,
    kijker: Kijker,
    vraag: Vraag,
    formulier: Formulier,
) -> Uitkomst {
    take(&state, &kijker, Reden::Aanmelding(asked(&vraag)?), formulier).await
}

async fn enrolment(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    show_form(&state, &kijker, Reden::Ingeschreven(asked(&vraag)?), &vraag).await
}

async fn enrol(
    State(state): State<WebState>,
    kijker: Kijker,
    vraag: Vraag,
    formulier: Formulier,
) -> Uitkomst {
    take(&state, &kijker, Reden::Ingeschreven(asked(&vraag)?), formulier).await
}
