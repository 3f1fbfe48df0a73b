//! Which samenwerkingsverband decides on a request.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::regel::{Lezer, Regel as Versies};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::rule::{Recht, Rule, toets};
use crate::soort::{GevraagdeSoort, IngeschrevenSoort};
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// Where the pupil is and lives, as codes of samenwerkingsverbanden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BevoegdSamenwerkingsverbandInvoer {
    /// What is asked for.
    pub gevraagd: GevraagdeSoort,
    /// Kind of school at which the pupil is enrolled, or was right before.
    pub ingeschreven_soort: Option<IngeschrevenSoort>,
    /// Samenwerkingsverband of that school; ignored without a kind.
    pub ingeschreven_swv: Option<String>,
    /// Samenwerkingsverband for primary education of the home address.
    pub woonplaats_swv_po: Option<String>,
    /// Samenwerkingsverband for secondary education of the home address.
    pub woonplaats_swv_vo: Option<String>,
    /// The pupil lives abroad.
    pub woont_in_buitenland: bool,
    /// Samenwerkingsverband of the school asked for.
    pub gevraagde_school_swv: Option<String>,
    /// National samenwerkingsverband (WPO 18a (15)), where one is concerned.
    pub landelijk_swv: Option<String>,
}

/// On what the competence rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grond {
    /// A national samenwerkingsverband.
    Landelijk,
    /// The school of enrolment.
    Inschrijving,
    /// The home address.
    Woonplaats,
    /// The school asked for, because the pupil lives abroad.
    GevraagdeSchool,
}

/// Who decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BevoegdSamenwerkingsverband {
    /// Code of the samenwerkingsverband.
    pub samenwerkingsverband: String,
    /// Why that one.
    pub grond: Grond,
}

/// What the statute says for one kind of admission.
#[derive(Debug)]
struct PerSoort {
    /// Kinds of school whose enrolment counts.
    telt: Vec<IngeschrevenSoort>,
    bron: Bron,
}

/// Figures and sources of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    sbo: PerSoort,
    so: PerSoort,
    vso: PerSoort,
    landelijk: Bron,
    /// Enrolments of which the text does not say that they do not count, and what we rest that on.
    onzeker_voor_vso: (Vec<IngeschrevenSoort>, Bron),
}

impl Parameters {
    fn per_soort(&self, gevraagd: GevraagdeSoort) -> &PerSoort {
        match gevraagd {
            GevraagdeSoort::Sbo => &self.sbo,
            GevraagdeSoort::So => &self.so,
            GevraagdeSoort::Vso => &self.vso,
        }
    }

    fn enrolment_counts(&self, gevraagd: GevraagdeSoort, soort: Option<IngeschrevenSoort>) -> bool {
        soort.is_some_and(|soort| self.per_soort(gevraagd).telt.contains(&soort))
    }
}

/// The rule `tlv.bevoegd_samenwerkingsverband`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "tlv.bevoegd_samenwerkingsverband";
    const ALGORITMES: &'static [&'static str] = &["bevoegd_samenwerkingsverband_1"];
    type Parameters = Parameters;
    type Invoer = BevoegdSamenwerkingsverbandInvoer;
    type Uitkomst = BevoegdSamenwerkingsverband;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        let mut per_soort = |naam| lezer.lijst(naam).map(|(telt, bron)| PerSoort { telt, bron });
        Ok(Parameters {
            sbo: per_soort("inschrijving_telt_voor_sbo")?,
            so: per_soort("inschrijving_telt_voor_so")?,
            vso: per_soort("inschrijving_telt_voor_vso")?,
            landelijk: lezer.bron("landelijk")?,
            onzeker_voor_vso: lezer.lijst("inschrijving_telt_niet_voor_vso_onzeker")?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.tlv_bevoegd_samenwerkingsverband
    }

    fn check(recht: &Recht<'_, Parameters>, velden: Velden<'_>) -> Vec<Veldfout> {
        let with_kind = velden.has("ingeschreven_soort").then_some("ingeschreven_swv");
        let needed = needed_field(recht.regel, velden).filter(|veld| Some(*veld) != with_kind);
        let empty = |veld: &&str| velden.is_read(veld) && !velden.has(veld);
        let missing = with_kind.into_iter().chain(needed).filter(empty);
        let verwacht = "de code van een samenwerkingsverband: de grond die hier geldt heeft die nodig";
        missing.map(|veld| Veldfout::new(veld, "niets", verwacht)).collect()
    }

    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &BevoegdSamenwerkingsverbandInvoer,
        spoor: &mut Spoor,
    ) -> Result<BevoegdSamenwerkingsverband, InvoerFout> {
        spoor.feit("Gevraagd wordt toelating tot", invoer.gevraagd.label());
        let (grond, code, veld) = decide(recht.regel, invoer, spoor);
        let Some(samenwerkingsverband) = code.clone() else {
            return Err(InvoerFout::one(Veldfout::new(
                veld,
                "niets",
                "de code van een samenwerkingsverband",
            )));
        };
        let bron = if grond == Grond::Landelijk {
            &recht.regel.landelijk
        } else {
            &recht.regel.per_soort(invoer.gevraagd).bron
        };
        spoor.stap("Bevoegd is", format!("{samenwerkingsverband}, {}", ground_text(grond)), bron);
        Ok(BevoegdSamenwerkingsverband { samenwerkingsverband, grond })
    }
}

/// The first case that applies, in the order of the statute; the national variant comes before all.
///
/// [WPO 40](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40) (8),
/// [WEC 40](https://wetten.overheid.nl/BWBR0003549/2026-08-01#Artikel40) (11) and (13).
fn decide<'a>(
    regel: &Parameters,
    invoer: &'a BevoegdSamenwerkingsverbandInvoer,
    spoor: &mut Spoor,
) -> (Grond, &'a Option<String>, &'static str) {
    if invoer.landelijk_swv.is_some() {
        return (Grond::Landelijk, &invoer.landelijk_swv, "landelijk_swv");
    }
    if regel.enrolment_counts(invoer.gevraagd, invoer.ingeschreven_soort) {
        return (Grond::Inschrijving, &invoer.ingeschreven_swv, "ingeschreven_swv");
    }
    trace_enrolment(regel, invoer, spoor);
    if invoer.woont_in_buitenland {
        spoor.feit("De leerling woont in het buitenland", "dan beslist de gevraagde school");
        return (Grond::GevraagdeSchool, &invoer.gevraagde_school_swv, "gevraagde_school_swv");
    }
    match invoer.gevraagd {
        GevraagdeSoort::Vso => (Grond::Woonplaats, &invoer.woonplaats_swv_vo, "woonplaats_swv_vo"),
        GevraagdeSoort::Sbo | GevraagdeSoort::So => {
            (Grond::Woonplaats, &invoer.woonplaats_swv_po, "woonplaats_swv_po")
        }
    }
}

fn trace_enrolment(regel: &Parameters, invoer: &BevoegdSamenwerkingsverbandInvoer, spoor: &mut Spoor) {
    let Some(soort) = invoer.ingeschreven_soort else {
        spoor.feit("Ingeschreven op een school", "nee");
        return;
    };
    let (onzeker, kennis) = &regel.onzeker_voor_vso;
    let unsure = invoer.gevraagd == GevraagdeSoort::Vso && onzeker.contains(&soort);
    let bron = if unsure { kennis } else { &regel.per_soort(invoer.gevraagd).bron };
    spoor.stap(format!("Ingeschreven op een {}", soort.label()), "dat telt hier niet mee", bron);
}

/// The field that the ground needs, as far as the fields that decide on the ground are well formed.
fn needed_field(regel: &Parameters, velden: Velden<'_>) -> Option<&'static str> {
    let deciding = ["gevraagd", "ingeschreven_soort", "landelijk_swv", "woont_in_buitenland"];
    if !deciding.iter().all(|veld| velden.is_read(veld)) {
        return None;
    }
    let gevraagd = GevraagdeSoort::from_code(velden.text("gevraagd")?)?;
    let soort = velden.text("ingeschreven_soort").and_then(IngeschrevenSoort::from_code);
    if velden.has("landelijk_swv") {
        None
    } else if regel.enrolment_counts(gevraagd, soort) {
        Some("ingeschreven_swv")
    } else if velden.is_true("woont_in_buitenland") {
        Some("gevraagde_school_swv")
    } else if gevraagd == GevraagdeSoort::Vso {
        Some("woonplaats_swv_vo")
    } else {
        Some("woonplaats_swv_po")
    }
}

fn ground_text(grond: Grond) -> &'static str {
    match grond {
        Grond::Landelijk => "een landelijk samenwerkingsverband",
        Grond::Inschrijving => "door de school waar de leerling is ingeschreven",
        Grond::Woonplaats => "door de woonplaats",
        Grond::GevraagdeSchool => "door de gevraagde school",
    }
}

/// The samenwerkingsverband that decides on a request, and why that one (R2.2).
pub fn bevoegd_samenwerkingsverband(
    wet: &Wet,
    op: Date,
    invoer: &BevoegdSamenwerkingsverbandInvoer,
) -> Result<Toetsing<BevoegdSamenwerkingsverband>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
