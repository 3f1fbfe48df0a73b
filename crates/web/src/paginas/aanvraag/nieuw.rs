//! Beginning a request: what each kind means, who decides on it and why, and the renewal of what runs.

use app::AppError;
use app::dossiers::Uitgevoerd;
use app::geopend::Geopend;
use app::inzage::Doel;
use app::kind::Kindbeeld;
use app::weigering::wat_wel;
use askama::Template;
use axum::extract::{Path, State};
use base::SwvCode;
use base::dates::short_nl;
use dossier::beurt::Onderwerp;
use dossier::opdracht::regels::SwvVraag;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::soort::{Schoolsoort, SwvGrond, TlvSoort};
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::tlv::opdracht::StartTlvAanvraag;
use dossier::toegang::Deel;
use teksten::Taal;
use verband::grenzen::{LAATSTE_GROEP, LEEFTIJD_NAAR_VO};
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Inhoud, Kolom, Link, Optie, Register, Tabel, Uitleg, Veld};
use web_base::pagina::Pagina;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, Blad, Stap, Straks, lees_uit, toon, verwerk};

/// The choice of what is applied for.
const WHAT: &str = "wat";
/// Beginning of the code of a renewal in the list of choices; the number of the request follows.
const RENEWAL: &str = "verlenging-";

#[derive(Template)]
#[template(path = "paginas/aanvraag/nieuw.html")]
struct Nieuwblad<'b> {
    pagina: Pagina,
    actie: String,
    blad: &'b Blad,
    wat: Vec<&'b Veld>,
    bijzonder: Vec<&'b Veld>,
    wie: Tabel,
    terug: Link,
}

/// Begins a request.
struct Beginnen {
    /// The request whose renewal is asked for, by the address.
    verlenging: Option<u32>,
}

impl Beginnen {
    async fn page(&self, werk: &Werk, blad: Blad) -> Uitkomst {
        let nummer = &werk.beeld().nummer;
        let (wat, bijzonder) = blad.vorm.velden().partition(|veld| veld.naam() == WHAT);
        Ok(blad.among(&Nieuwblad {
            pagina: werk.page(self.titel()).with_errors(&blad.fouten),
            actie: super::new_address(nummer),
            wat,
            bijzonder,
            wie: who_decides(&werk.state, &werk.open).await?,
            terug: Link::new("Terug naar het kind", format!("/kind/{nummer}")),
            blad: &blad,
        }))
    }
}

impl Stap for Beginnen {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::StartTlvAanvraag
    }

    fn titel(&self) -> String {
        "Verklaring aanvragen".to_owned()
    }

    /// Of a child that comes to the end of its kind of school nothing is chosen beforehand: it may go on to another kind.
    fn begin(&self, werk: &Werk) -> Begin {
        let goes_on = |nr: &u32| !werk.beeld().aanvraag(*nr).is_some_and(|a| ends_school(werk.beeld(), a));
        let renewed = self.verlenging.filter(goes_on);
        renewed.map(|nr| (WHAT.into(), format!("{RENEWAL}{nr}"))).into_iter().collect()
    }

    fn vorm(&self, werk: &Werk, _getypt: &Formulier) -> Vorm {
        let wat = Veld::radio(WHAT, "Wat vraagt u aan?", choices(werk.beeld(), own_kind(werk)))
            .required_or("Kies wat u aanvraagt.");
        let groep = special_cases().into_iter().fold(Groep::new("").veld(wat), Groep::veld);
        Vorm::new("Begin de aanvraag").groep(groep)
    }

    /// One choice says the kind, or the declaration that is renewed with its kind.
    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        let wat = formulier.text(WHAT);
        let renewed = wat.strip_prefix(RENEWAL).unwrap_or_default();
        let earlier = werk.beeld().aanvragen.iter().find(|known| known.nr.to_string() == renewed);
        let soort = earlier.map_or(wat, |earlier| earlier.soort.code());
        let bron = |veld: &str| match veld {
            "soort" => soort.to_owned(),
            "verlenging_van" => renewed.to_owned(),
            veld => formulier.text(veld).to_owned(),
        };
        lees_uit(self, werk, formulier, &bron)
    }

    fn veld(&self, veld: &'static str) -> &'static str {
        if veld == "verlenging_van" || veld == "soort" { WHAT } else { veld }
    }

    fn doel(&self) -> Doel {
        Doel::AanvraagBeginnen
    }

    fn toont(&self, werk: &Werk) -> Vec<Deel> {
        let beeld = werk.beeld();
        let earlier = beeld.aanvragen.iter().map(|earlier| Onderwerp::Aanvraag(earlier.nr));
        earlier.flat_map(|zaak| beeld.delen_van(zaak)).collect()
    }

    fn na(&self, werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?gedaan=begonnen", werk.begonnen(uitgevoerd, ""))
    }

    fn pagina<'a>(&'a self, werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(self.page(werk, blad))
    }
}

/// Asks what is applied for.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let beeld = werk.beeld();
    if !beeld.mag.contains(Opdrachtnaam::StartTlvAanvraag.naam())
        || beeld.alleen_lezen
        || beeld.overleden_op.is_some()
    {
        return Err(Fout::NietGevonden);
    }
    let verlenging = vraag.parse_one::<u32>("verlenging", "een nummer van een aanvraag")?;
    toon(&werk, &Beginnen { verlenging }).await
}

/// Begins the request.
pub(super) async fn begin(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    verwerk(&werk, &Beginnen { verlenging: None }, formulier).await
}

/// Of what kind the own school is, as the file has it.
fn own_kind(werk: &Werk) -> Option<Schoolsoort> {
    let own = werk.kijker.kijker.actor.organisatie.vestiging()?;
    let beeld = werk.beeld();
    let enrolled = beeld.inschrijving.as_ref().filter(|i| i.vestiging == own).map(|i| i.schoolsoort);
    let registered = || beeld.aanmeldingen.iter().rev().find(|a| a.vestiging == own).map(|a| a.schoolsoort);
    enrolled.or_else(registered)
}

/// The declarations that can be renewed, and those that a school of this kind can ask for.
fn choices(beeld: &Kindbeeld, school: Option<Schoolsoort>) -> Vec<Optie> {
    let aanvragen = &beeld.aanvragen;
    let renewals = aanvragen.iter().filter_map(|earlier| {
        let besluit = earlier.verleend()?;
        let nummer = &besluit.nummer;
        let text = format!(
            "Verlengen: de verklaring voor {} tot en met {}",
            earlier.soort.label(),
            short_nl(besluit.tot_en_met)
        );
        let ends = if ends_school(beeld, earlier) { next_school(school) } else { "" };
        let hint = format!(
            "Nummer {nummer}. Wat toen is beoordeeld, staat al ingevuld; u vult alleen aan wat anders is.{ends}"
        );
        can_be_renewed(earlier, aanvragen)
            .then(|| Optie::new(format!("{RENEWAL}{}", earlier.nr), text).explained(hint))
    });
    let kinds =
        TlvSoort::ALL.iter().filter(|soort| school.is_none_or(|school| school.mag_aanvragen(**soort)));
    let kinds = kinds.map(|soort| Optie::new(soort.code(), title(*soort)).explained(meaning(*soort)));
    renewals.chain(kinds).collect()
}

/// The child comes to the end of the kind of school that this declaration is for: a renewal may not be what it needs, since
/// secondary special education always asks a new declaration (WEC 40(14) spares one within so and within vso alone).
pub(in crate::paginas) fn ends_school(beeld: &Kindbeeld, earlier: &TlvAanvraag) -> bool {
    if !matches!(earlier.soort, TlvSoort::Sbo | TlvSoort::So) {
        return false;
    }
    let last = earlier.verleend().map(|granted| granted.tot_en_met);
    let old_enough = beeld
        .geboortedatum
        .zip(last)
        .is_some_and(|(born, last)| base::dates::age_on(born, last) >= LEEFTIJD_NAAR_VO);
    old_enough || beeld.inschrijving.as_ref().is_some_and(|at| is_last_group(&at.groep))
}

/// The last group of primary education, alone or with another.
pub(in crate::paginas) fn is_last_group(groep: &str) -> bool {
    groep.split(|sign: char| !sign.is_ascii_digit()).any(|number| number == LAATSTE_GROEP)
}

/// What is said with such a renewal, by whether this school can ask for secondary special education itself.
fn next_school(school: Option<Schoolsoort>) -> &'static str {
    if school.is_none_or(|school| school.mag_aanvragen(TlvSoort::Vso)) {
        " Gaat het kind hierna naar het voortgezet speciaal onderwijs? Kies dan dat: na het so is altijd een nieuwe verklaring nodig."
    } else {
        " Gaat het kind hierna naar het voortgezet (speciaal) onderwijs? Verleng dan niet: de school waar het wordt aangemeld, vraagt een nieuwe verklaring aan."
    }
}

/// A declaration that was made known and has no renewal yet.
pub(super) fn can_be_renewed(earlier: &TlvAanvraag, all: &[TlvAanvraag]) -> bool {
    let known = matches!(earlier.fase(), TlvFase::VerleendBekend | TlvFase::Gebruikt | TlvFase::Verlopen);
    known && !earlier.wordt_verlengd(all)
}

fn title(soort: TlvSoort) -> String {
    let label = soort.label();
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn meaning(soort: TlvSoort) -> &'static str {
    match soort {
        TlvSoort::Sbo => {
            "Een basisschool met kleinere groepen en meer begeleiding. Er hoort geen bekostigingscategorie bij."
        }
        TlvSoort::So => {
            "Voor een kind dat meer nodig heeft dan een basisschool of het sbo kan geven. U vraagt ook een bekostigingscategorie."
        }
        TlvSoort::Vso => {
            "Hetzelfde voor een leerling van het voortgezet onderwijs. Na het so is altijd een nieuwe verklaring nodig."
        }
        TlvSoort::Pro => {
            "Leren door te doen, op weg naar werk. Hierbij horen het onderwijskundig rapport, het IQ en de leerachterstand."
        }
        TlvSoort::Lwoo => {
            "Een aanwijzing voor extra ondersteuning in het vmbo. Sommige samenwerkingsverbanden hebben eigen regels."
        }
    }
}

fn special_cases() -> Vec<Veld> {
    vec![
        Veld::text(
            "gevraagde_school_swv",
            "Het kind woont in het buitenland: samenwerkingsverband van de gevraagde school",
        )
        .hint("Typ de naam of de code en kies uit de lijst.")
        .from_register(Register::Samenwerkingsverbanden),
        Veld::text("landelijk_swv", "Een landelijk samenwerkingsverband beslist")
            .from_register(Register::Samenwerkingsverbanden)
            .hint("Staat het niet in de lijst? Vul dan de code in. Voor een kind dat is aangemeld bij een school van dat verband. Staat het ingeschreven op een school die hier meetelt, dan beslist toch het verband van die school."),
    ]
}

/// Per kind who decides and why, before anything is begun.
async fn who_decides(state: &WebState, open: &Geopend) -> Result<Tabel, Fout> {
    let kolommen = vec![Kolom::text("Voor").names_row(), Kolom::text("Wie beslist"), Kolom::text("Waarom")];
    let mut tabel = Tabel::new("Wie beslist over de aanvraag", kolommen, "");
    let school = match open.kijker().actor.organisatie.vestiging() {
        Some(vestiging) => state.app.school(&vestiging, open.vandaag()).await?,
        None => None,
    };
    for soort in TlvSoort::ALL {
        let vraag = SwvVraag {
            soort: *soort,
            vestiging: None,
            school_swv_vo: school.as_ref().and_then(|school| school.swv_vo.as_ref()),
            gevraagde_school_swv: None,
            landelijk_swv: None,
        };
        let found = open.bevoegd_swv(&vraag);
        let (who, why) = match found {
            Ok((swv, grond)) => {
                let naam = state.app.organisatie_naam(&swv.uitkomst.organisatie(), open.vandaag()).await?;
                let steps = Uitleg::from(swv.berekening.as_ref()).folded(format!("voor {}", soort.label()));
                (name_and_code(&naam, &swv.uitkomst), Inhoud::from(ground(grond)).above(steps))
            }
            Err(refusal) => (
                "nog niet bekend".into(),
                Inhoud::from(format!("{}.", Taal::Nl.zeg(&refusal.reden))).above(wat_wel(Taal::Nl, &refusal)),
            ),
        };
        tabel.push(vec![title(*soort).into(), who, why]);
    }
    Ok(tabel)
}

fn name_and_code(naam: &str, code: &SwvCode) -> Inhoud {
    if naam == code.as_str() { naam.into() } else { Inhoud::from(naam).above(code.as_str()) }
}

fn ground(grond: SwvGrond) -> &'static str {
    match grond {
        SwvGrond::Landelijk => "een landelijk samenwerkingsverband",
        SwvGrond::Inschrijving => "het kind is ingeschreven op een school van dit samenwerkingsverband",
        SwvGrond::Woonplaats => "het kind woont in het gebied van dit samenwerkingsverband",
        SwvGrond::AanvragendeSchool => "de school die aanvraagt, hoort bij dit samenwerkingsverband",
        SwvGrond::GevraagdeSchool => "het kind woont in het buitenland; de gevraagde school hoort hierbij",
    }
}

/// To begin the renewal of an earlier request, for the school that acts.
pub(in crate::paginas) async fn renewal(
    state: &WebState,
    open: &Geopend,
    earlier: &TlvAanvraag,
) -> Result<StartTlvAanvraag, AppError> {
    let organisatie = &open.kijker().actor.organisatie;
    let vestiging = organisatie.vestiging().ok_or(AppError::NotFound)?;
    let school = state.app.school(&vestiging, open.vandaag()).await?;
    Ok(StartTlvAanvraag {
        school_swv_vo: school.and_then(|school| school.swv_vo),
        vestiging,
        schoolnaam: state.app.organisatie_naam(organisatie, open.vandaag()).await?,
        soort: earlier.soort,
        gevraagde_school_swv: None,
        landelijk_swv: None,
        verlenging_van: Some(earlier.nr),
    })
}
