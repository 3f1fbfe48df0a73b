//! Beginning a request: what each kind means, who decides on it and why, and the renewal of what runs.

use crate::paginas::kind;
use app::AppError;
use app::dossiers::Uitvoering;
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
use dossier::soort::{SwvGrond, TlvSoort};
use dossier::staat::{Besluit, TlvAanvraag, TlvFase};
use dossier::tlv::opdracht::StartTlvAanvraag;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Inhoud, Kolom, Link, Optie, Tabel, Uitleg, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{Nee, expected};

/// Beginning of the code of a renewal in the list of choices; the number of the request follows.
const RENEWAL: &str = "verlenging-";

#[derive(Template)]
#[template(path = "paginas/aanvraag/nieuw.html")]
struct Nieuw {
    pagina: Pagina,
    actie: String,
    nee: Nee,
    wat: Veld,
    bijzonder: Vec<Veld>,
    expected: Veld,
    wie: Tabel,
    terug: Link,
}

/// Asks what is applied for.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let open = kind::open(&state, &kijker, &nummer).await?;
    let renewed = vraag.parse_one::<u32>("verlenging", "een nummer van een aanvraag")?;
    page(&state, &kijker, &open, renewed, Nee::default()).await
}

async fn page(state: &WebState, kijker: &Kijker, open: &Geopend, renewed: Option<u32>, nee: Nee) -> Uitkomst {
    let beeld = open.beeld();
    if !beeld.mag.contains("start_tlv_aanvraag") || beeld.alleen_lezen || beeld.overleden_op.is_some() {
        return Err(Fout::NietGevonden);
    }
    open.toon(Doel::AanvraagBeginnen).await?;
    let nummer = &beeld.nummer;
    let chosen = renewed.map(|nr| format!("{RENEWAL}{nr}")).unwrap_or_default();
    let wat = Veld::radio("wat", "Wat vraagt u aan?", choices(&beeld.aanvragen)).required().value(&chosen);
    let template = Nieuw {
        pagina: kijker
            .page("Verklaring aanvragen")
            .sub(beeld.naam.clone())
            .below(beeld.naam.clone(), format!("/kind/{nummer}"))
            .with_errors(&nee.ingevuld.fouten),
        actie: format!("/kind/{nummer}/aanvraag/nieuw"),
        wat: wat.filled(&nee.ingevuld),
        bijzonder: special_cases(&nee.ingevuld),
        expected: Veld::hidden("versie", beeld.versie.to_string()),
        wie: who_decides(state, open).await?,
        terug: Link::new("Terug naar het kind", format!("/kind/{nummer}")),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

/// Renewals of what was granted come first: the assessed part is carried forward.
fn choices(aanvragen: &[TlvAanvraag]) -> Vec<Optie> {
    let renewals = aanvragen.iter().filter_map(|earlier| {
        let Some(Besluit::Verleend { nummer, tot_en_met, .. }) = &earlier.besluit else { return None };
        let text = format!(
            "Verlengen: de verklaring voor {} tot en met {}",
            earlier.soort.label(),
            short_nl(*tot_en_met)
        );
        let hint = format!(
            "Nummer {nummer}. Wat toen is beoordeeld, staat al ingevuld; u vult alleen aan wat anders is."
        );
        can_be_renewed(earlier, aanvragen)
            .then(|| Optie::new(format!("{RENEWAL}{}", earlier.nr), text).explained(hint))
    });
    let kinds =
        TlvSoort::ALL.iter().map(|soort| Optie::new(soort.code(), title(*soort)).explained(meaning(*soort)));
    renewals.chain(kinds).collect()
}

/// A declaration that was made known and has no renewal yet.
pub(super) fn can_be_renewed(earlier: &TlvAanvraag, all: &[TlvAanvraag]) -> bool {
    let known = matches!(earlier.fase(), TlvFase::VerleendBekend | TlvFase::Gebruikt | TlvFase::Verlopen);
    let followed = |later: &&TlvAanvraag| {
        later.verlenging_van == Some(earlier.nr) && later.fase() != TlvFase::AanvraagIngetrokken
    };
    known && !all.iter().any(|later| followed(&later))
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

fn special_cases(ingevuld: &Ingevuld) -> Vec<Veld> {
    vec![
        Veld::text(
            "gevraagde_school_swv",
            "Het kind woont in het buitenland: samenwerkingsverband van de gevraagde school",
        )
        .hint("De code, zoals PO9901.")
        .filled(ingevuld),
        Veld::text("landelijk_swv", "Een landelijk samenwerkingsverband beslist")
            .hint("De code. Alleen voor scholen die bij een landelijk samenwerkingsverband horen.")
            .filled(ingevuld),
    ]
}

/// Per kind who decides and why, before anything is begun.
async fn who_decides(state: &WebState, open: &Geopend) -> Result<Tabel, Fout> {
    let kolommen = vec![Kolom::text("Voor").names_row(), Kolom::text("Wie beslist"), Kolom::text("Waarom")];
    let mut tabel = Tabel::new("Wie beslist over de aanvraag", kolommen, "");
    for soort in TlvSoort::ALL {
        let vraag = SwvVraag { soort: *soort, gevraagde_school_swv: None, landelijk_swv: None };
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
        SwvGrond::GevraagdeSchool => "het kind woont in het buitenland; de gevraagde school hoort hierbij",
    }
}

/// What somebody wants to apply for.
pub(in crate::paginas) struct Keuze {
    pub(in crate::paginas) soort: TlvSoort,
    pub(in crate::paginas) verlenging_van: Option<u32>,
    gevraagde_school_swv: Option<SwvCode>,
    landelijk_swv: Option<SwvCode>,
}

impl Keuze {
    /// A renewal of an earlier request.
    pub(in crate::paginas) fn renewal(earlier: &TlvAanvraag) -> Self {
        Self {
            soort: earlier.soort,
            verlenging_van: Some(earlier.nr),
            gevraagde_school_swv: None,
            landelijk_swv: None,
        }
    }

    fn read(formulier: &Formulier, beeld: &Kindbeeld) -> Result<Self, Ingevuld> {
        let mut lezer = Lezer::of(formulier);
        let choose = |code: &str| match code.strip_prefix(RENEWAL) {
            Some(nr) => {
                let nr: u32 = nr.parse().ok()?;
                beeld.aanvragen.iter().find(|known| known.nr == nr)
            }
            .map(|earlier| (earlier.soort, Some(earlier.nr))),
            None => TlvSoort::from_code(code).map(|soort| (soort, None)),
        };
        let wat = lezer.choice("wat", choose, "Kies wat u aanvraagt.");
        let gevraagde_school_swv = lezer.parse::<SwvCode>("gevraagde_school_swv");
        let landelijk_swv = lezer.parse::<SwvCode>("landelijk_swv");
        match (lezer.finish_or_show(), wat) {
            (Ok(()), Some((soort, verlenging_van))) => {
                Ok(Self { soort, verlenging_van, gevraagde_school_swv, landelijk_swv })
            }
            (Err(ingevuld), _) => Err(ingevuld),
            (Ok(()), None) => Err(Ingevuld::empty()),
        }
    }
}

/// Begins a request of the school that acts; answers its number.
pub(in crate::paginas) async fn start(
    state: &WebState,
    open: &Geopend,
    keuze: Keuze,
    expected: Option<u64>,
) -> Result<u32, AppError> {
    let organisatie = &open.kijker().actor.organisatie;
    let vestiging = organisatie.vestiging().ok_or(AppError::NotFound)?;
    let opdracht = StartTlvAanvraag {
        vestiging,
        schoolnaam: state.app.organisatie_naam(organisatie, open.vandaag()).await?,
        soort: keuze.soort,
        gevraagde_school_swv: keuze.gevraagde_school_swv,
        landelijk_swv: keuze.landelijk_swv,
        verlenging_van: keuze.verlenging_van,
    };
    let uitvoering = Uitvoering { expected, ..Uitvoering::default() };
    match open.doe(opdracht, uitvoering).await?.onderwerp() {
        Some(Onderwerp::Aanvraag(nr)) => Ok(nr),
        _ => Err(AppError::NotFound),
    }
}

/// Begins the request.
pub(super) async fn begin(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let open = kind::open(&state, &kijker, &nummer).await?;
    let keuze = match Keuze::read(&formulier, open.beeld()) {
        Ok(keuze) => keuze,
        Err(ingevuld) => return page(&state, &kijker, &open, None, ingevuld.into()).await,
    };
    let version = expected(&formulier)?;
    match start(&state, &open, keuze, version).await {
        Ok(nr) => Ok(redirect(&format!("{}?gedaan=begonnen", super::address(&open.beeld().nummer, nr)))),
        Err(error) => {
            page(&state, &kijker, &open, None, Nee::of(error, formulier, kijker.moment.vandaag)?).await
        }
    }
}
