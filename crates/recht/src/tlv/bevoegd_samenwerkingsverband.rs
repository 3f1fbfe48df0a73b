//! Which samenwerkingsverband decides on a request.

use std::collections::BTreeSet;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::regel::{Lezer, Regel as Versies};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::rule::{Recht, Rule, toets};
use crate::soort::{IngeschrevenSoort, TlvSoort};
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// Where the pupil is and lives, as codes of samenwerkingsverbanden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BevoegdSamenwerkingsverbandInvoer {
    /// What is asked for.
    pub gevraagd: TlvSoort,
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
    /// National samenwerkingsverband of the school of registration; counts for a pupil whose enrolment does not count here.
    pub landelijk_swv: Option<String>,
    /// Samenwerkingsverband of the school that applies; decides on pro and lwoo, and on nothing else.
    pub aanvragende_school_swv: Option<String>,
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
    /// The school that applies.
    AanvragendeSchool,
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
    /// Kinds of school whose enrolment counts; none where the school that applies decides.
    telt: Vec<IngeschrevenSoort>,
    bron: Bron,
    landelijk: Bron,
}

/// Figures and sources of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    sbo: PerSoort,
    so: PerSoort,
    vso: PerSoort,
    pro: Bron,
    lwoo: Bron,
    /// Enrolments of which the text does not say that they do not count, and what we rest that on.
    onzeker_voor_vso: (Vec<IngeschrevenSoort>, Bron),
}

impl Parameters {
    /// What is said of admission to special schools; none for pro and lwoo.
    fn per_soort(&self, gevraagd: TlvSoort) -> Option<&PerSoort> {
        match gevraagd {
            TlvSoort::Sbo => Some(&self.sbo),
            TlvSoort::So => Some(&self.so),
            TlvSoort::Vso => Some(&self.vso),
            TlvSoort::Pro | TlvSoort::Lwoo => None,
        }
    }

    fn bron(&self, gevraagd: TlvSoort, grond: Grond) -> &Bron {
        match (self.per_soort(gevraagd), grond) {
            (Some(soort), Grond::Landelijk) => &soort.landelijk,
            (Some(soort), _) => &soort.bron,
            (None, _) if gevraagd == TlvSoort::Lwoo => &self.lwoo,
            (None, _) => &self.pro,
        }
    }

    fn enrolment_counts(&self, gevraagd: TlvSoort, soort: Option<IngeschrevenSoort>) -> bool {
        let telt = |soort| self.per_soort(gevraagd).is_some_and(|per| per.telt.contains(&soort));
        soort.is_some_and(telt)
    }

    /// The first case that applies, in the order of the statute.
    ///
    /// [WPO 40](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40) (8),
    /// [WEC 40](https://wetten.overheid.nl/BWBR0003549/2026-08-01#Artikel40) (11) and (13),
    /// [WVO 2020 2.30](https://wetten.overheid.nl/BWBR0044212/2026-08-01#Artikel2.30) (2) and (5), and 2.43 (1).
    fn grond(
        &self,
        gevraagd: TlvSoort,
        soort: Option<IngeschrevenSoort>,
        landelijk: bool,
        abroad: bool,
    ) -> Grond {
        if self.per_soort(gevraagd).is_none() {
            Grond::AanvragendeSchool
        } else if self.enrolment_counts(gevraagd, soort) {
            Grond::Inschrijving
        } else if landelijk {
            Grond::Landelijk
        } else if abroad {
            Grond::GevraagdeSchool
        } else {
            Grond::Woonplaats
        }
    }
}

impl Grond {
    /// The field of the input that this ground needs.
    fn veld(self, gevraagd: TlvSoort) -> &'static str {
        match self {
            Self::AanvragendeSchool => "aanvragende_school_swv",
            Self::Inschrijving => "ingeschreven_swv",
            Self::Landelijk => "landelijk_swv",
            Self::GevraagdeSchool => "gevraagde_school_swv",
            Self::Woonplaats if gevraagd == TlvSoort::Vso => "woonplaats_swv_vo",
            Self::Woonplaats => "woonplaats_swv_po",
        }
    }
}

impl BevoegdSamenwerkingsverbandInvoer {
    fn code(&self, grond: Grond) -> Option<&String> {
        let code = match grond {
            Grond::AanvragendeSchool => &self.aanvragende_school_swv,
            Grond::Inschrijving => &self.ingeschreven_swv,
            Grond::Landelijk => &self.landelijk_swv,
            Grond::GevraagdeSchool => &self.gevraagde_school_swv,
            Grond::Woonplaats if self.gevraagd == TlvSoort::Vso => &self.woonplaats_swv_vo,
            Grond::Woonplaats => &self.woonplaats_swv_po,
        };
        code.as_ref()
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
        let mut per_soort = |code: &str| {
            let (telt, bron) = lezer.lijst(&format!("inschrijving_telt_voor_{code}"))?;
            Ok(PerSoort { telt, bron, landelijk: lezer.bron(&format!("landelijk_{code}"))? })
        };
        Ok(Parameters {
            sbo: per_soort("sbo")?,
            so: per_soort("so")?,
            vso: per_soort("vso")?,
            pro: lezer.bron("pro")?,
            lwoo: lezer.bron("lwoo")?,
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
        let regel = recht.regel;
        let abroad = invoer.woont_in_buitenland;
        let grond =
            regel.grond(invoer.gevraagd, invoer.ingeschreven_soort, invoer.landelijk_swv.is_some(), abroad);
        if !matches!(grond, Grond::Inschrijving | Grond::AanvragendeSchool) {
            trace_enrolment(regel, invoer, grond, spoor);
        }
        if grond == Grond::GevraagdeSchool {
            spoor.feit("De leerling woont in het buitenland", "dan beslist de gevraagde school");
        }
        let Some(samenwerkingsverband) = invoer.code(grond).cloned() else {
            let veld = grond.veld(invoer.gevraagd);
            return Err(InvoerFout::one(Veldfout::new(
                veld,
                "niets",
                "de code van een samenwerkingsverband",
            )));
        };
        let bron = regel.bron(invoer.gevraagd, grond);
        spoor.stap("Bevoegd is", format!("{samenwerkingsverband}, {}", ground_text(grond)), bron);
        Ok(BevoegdSamenwerkingsverband { samenwerkingsverband, grond })
    }
}

/// That an enrolment does not count. What (c) says of a national samenwerkingsverband leaves no gap.
fn trace_enrolment(
    regel: &Parameters,
    invoer: &BevoegdSamenwerkingsverbandInvoer,
    grond: Grond,
    spoor: &mut Spoor,
) {
    let Some(soort) = invoer.ingeschreven_soort else {
        spoor.feit("Ingeschreven op een school", "nee");
        return;
    };
    let (onzeker, kennis) = &regel.onzeker_voor_vso;
    let regional = grond != Grond::Landelijk;
    let unsure = regional && invoer.gevraagd == TlvSoort::Vso && onzeker.contains(&soort);
    let own = if regional { Grond::Inschrijving } else { Grond::Landelijk };
    let bron = if unsure { kennis } else { regel.bron(invoer.gevraagd, own) };
    spoor.stap(format!("Ingeschreven op een {}", soort.label()), "dat telt hier niet mee", bron);
}

/// The field that the ground needs, as far as the fields that decide on the ground are well formed.
fn needed_field(regel: &Parameters, velden: Velden<'_>) -> Option<&'static str> {
    let deciding = ["gevraagd", "ingeschreven_soort", "landelijk_swv", "woont_in_buitenland"];
    if !deciding.iter().all(|veld| velden.is_read(veld)) {
        return None;
    }
    let gevraagd = TlvSoort::from_code(velden.text("gevraagd")?)?;
    let soort = velden.text("ingeschreven_soort").and_then(IngeschrevenSoort::from_code);
    let landelijk = velden.has("landelijk_swv");
    Some(regel.grond(gevraagd, soort, landelijk, velden.is_true("woont_in_buitenland")).veld(gevraagd))
}

fn ground_text(grond: Grond) -> &'static str {
    match grond {
        Grond::Landelijk => "een landelijk samenwerkingsverband",
        Grond::Inschrijving => "door de school waar de leerling is ingeschreven",
        Grond::Woonplaats => "door de woonplaats",
        Grond::GevraagdeSchool => "door de gevraagde school",
        Grond::AanvragendeSchool => "door de school die aanvraagt",
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

/// The days on which the law of who decides becomes another: a version begins or ends.
pub fn wisseldagen(wet: &Wet) -> BTreeSet<Date> {
    Regel::regel(wet).days()
}
