//! A further registration of a child that has a file: by its school, or by a parent who chooses a school.

use app::dossiers::Uitgevoerd;
use app::lijst::Page;
use app::organisaties::ScholenVraag;
use axum::extract::{Path, State};
use base::{Vestigingscode, dates};
use dossier::opdracht::Opdracht;
use dossier::opdracht::velden::Omgeving;
use verband::School;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Optie, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::weg::daad;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap, kept_form, lees_daad, toon, verwerk};

/// What is said when the day of receipt is missing.
const NOT_RECEIVED: &str = "Vul in op welke dag u de aanmelding kreeg.";

/// Schools shown for one search.
const SCHOOLS_SHOWN: u32 = 20;

/// The fields of a registration that every form of one has. A parent registers now; a school records when it came.
pub(in crate::paginas) fn registration_fields(by_school: bool) -> Groep {
    let mut groep = Groep::new("De aanmelding");
    if by_school {
        groep = groep.veld(
            Veld::date("ontvangen_op", "Op welke dag kreeg u de aanmelding?")
                .hint("Vanaf deze dag loopt de termijn. Een mail of brief telt ook als schriftelijk.")
                .required_or(NOT_RECEIVED),
        );
    }
    let words = |school: &'static str, ouder: &'static str| if by_school { school } else { ouder };
    groep
        .veld(
            Veld::date(
                "gewenst_per",
                words("Vanaf welke dag vragen de ouders een plek?", "Vanaf welke dag wilt u een plek?"),
            )
            .hint("Ook een late aanmelding is geldig."),
        )
        .veld(
            Veld::textarea(
                "andere_scholen",
                words(
                    "Bij welke andere scholen is het kind ook aangemeld?",
                    "Bij welke andere scholen hebt u uw kind ook aangemeld?",
                ),
                3,
            )
            .hint(words(
                "Eén school per regel, zoals de ouders het opgeven.",
                "Eén school per regel. U mag bij meer scholen aanmelden; de wet vraagt dat u het zegt.",
            )),
        )
        .veld(
            Veld::textarea(
                "toelichting_ouders",
                words(
                    "Wat zeggen de ouders over de hulp die hun kind nodig heeft?",
                    "Welke hulp heeft uw kind nodig?",
                ),
                4,
            )
            .hint(words("In hun eigen woorden.", "In uw eigen woorden.")),
        )
        .veld(
            Veld::checkbox("minderjarige_asielzoeker", "Het kind is asielzoeker").hint(
                "Dan gelden een vaste termijn zonder verlenging en eerder recht op een tijdelijke plek.",
            ),
        )
}

/// A further registration.
struct NogEen {
    /// The school of whoever works there; none for a parent, who chooses one.
    eigen: Option<Vestigingscode>,
    /// Schools found by what the parent typed.
    gevonden: Vec<Optie>,
    /// The school that the parent chose.
    gekozen: Option<School>,
}

impl NogEen {
    async fn of(werk: &Werk, formulier: Option<&Formulier>) -> Result<Self, Fout> {
        let eigen = werk.kijker.kijker.actor.organisatie.vestiging();
        let words = formulier.map(|formulier| formulier.text("school_zoeken")).unwrap_or_default();
        let gevonden =
            if eigen.is_none() && !words.is_empty() { found(werk, words).await? } else { Vec::new() };
        let chosen = formulier.and_then(|formulier| formulier.text("vestiging").parse().ok());
        let gekozen = match chosen.filter(|_| eigen.is_none()) {
            Some(vestiging) => werk.state.app.school(&vestiging, werk.vandaag()).await?,
            None => None,
        };
        Ok(Self { eigen, gevonden, gekozen })
    }

    fn choose_school(&self, getypt: &Formulier) -> Groep {
        let mut groep = Groep::new("Welke school?")
            .veld(Veld::text("school_zoeken", "Naam of plaats van de school").required())
            .blok(Blok::Knop { naam: "kijk", tekst: "Zoek school" });
        if !self.gevonden.is_empty() {
            groep = groep.veld(Veld::radio("vestiging", "Kies de school", self.gevonden.clone()).required());
        } else if getypt.is_on("school_zoeken") {
            groep = groep
                .let_op("Er is geen school gevonden. Probeer een ander stukje van de naam, of de plaats.");
        }
        groep
    }
}

/// Schools by name, place or code, as choices.
async fn found(werk: &Werk, words: &str) -> Result<Vec<Optie>, Fout> {
    let vraag =
        ScholenVraag { zoek: Some(words.to_owned()), ..ScholenVraag::all(Page::first(SCHOOLS_SHOWN)) };
    let found = werk.state.app.scholen(&vraag, werk.vandaag()).await?;
    let choice = |kaart: &app::organisaties::Schoolkaart| {
        let school = &kaart.school;
        Optie::new(school.vestiging.as_str(), school.naam.as_str()).explained(format!(
            "{}, {}",
            school.schoolsoort.label(),
            school.plaats
        ))
    };
    Ok(found.rows.iter().map(choice).collect())
}

impl Stap for NogEen {
    fn opdracht(&self) -> &'static str {
        "meld_aan"
    }

    fn titel(&self) -> String {
        if self.eigen.is_some() { "Een aanmelding vastleggen" } else { "Uw kind aanmelden bij een school" }
            .to_owned()
    }

    fn begin(&self, werk: &Werk) -> Begin {
        // What a parent registered elsewhere need not be typed again; a school knows no more than parents state.
        let running = werk.beeld().aanmeldingen.iter().filter(|aanmelding| aanmelding.afloop.is_none());
        let known: Vec<&str> = running
            .filter(|_| self.eigen.is_none())
            .map(|aanmelding| aanmelding.schoolnaam.as_str())
            .collect();
        vec![("ontvangen_op".into(), werk.vandaag().to_string()), ("andere_scholen".into(), known.join("\n"))]
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        let by_school = self.eigen.is_some();
        let vorm = Vorm::new(if by_school { "Aanmelding vastleggen" } else { "Aanmelden" });
        let vorm = vorm.groepen((!by_school).then(|| self.choose_school(getypt)));
        let mut groep = registration_fields(by_school);
        if !by_school {
            groep = groep.tekst(format!(
                "De school krijgt uw aanmelding vandaag, {}. Vanaf vandaag loopt de termijn waarin zij moet beslissen.",
                dates::long_nl(werk.vandaag())
            ));
        }
        vorm.groep(groep)
    }

    /// A parent registers today, with the school that was chosen.
    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        if self.eigen.is_some() {
            return lees_daad(self, werk, formulier);
        }
        if self.gekozen.is_none() {
            let mut fouten = Fouten::new();
            fouten.add("school_zoeken", "Zoek de school en kies die uit de lijst.");
            return Err(fouten);
        }
        let today = werk.vandaag().to_string();
        let bron = |veld: &str| match veld {
            "ontvangen_op" => today.clone(),
            veld => formulier.text(veld).to_owned(),
        };
        let omgeving = Omgeving { school: self.gekozen.as_ref(), ..werk.omgeving() };
        let vorm = self.vorm(werk, formulier);
        daad::lees_uit(self.opdracht(), 0, vorm.velden(), formulier, (&bron, &omgeving), |veld| veld)
    }

    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        werk.begonnen(uitgevoerd, "/bevestiging")
    }
}

pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let kept = kept_form(&werk, &NogEen::of(&werk, None).await?).await?;
    toon(&werk, &NogEen::of(&werk, Some(&kept)).await?).await
}

pub(super) async fn send(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let stap = NogEen::of(&werk, Some(&formulier)).await?;
    verwerk(&werk, &stap, formulier).await
}
