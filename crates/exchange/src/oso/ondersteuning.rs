//! What a dossier says about school years, support and absence.

use base::{Date, SwvCode, Vestigingscode};

use super::boom::Blok;
use super::personen::vestiging;
use super::{OsoFout, Reden, Waarde};

/// A school year of the child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schoolloopbaan {
    /// As written, `2015-2016`.
    pub schooljaar: Waarde<String>,
    /// Code of the group.
    pub groepscode: Waarde<String>,
    /// Name of the group.
    pub groepsnaam: Option<Waarde<String>>,
    /// Year group: `1` to `8`, `11` to `16` in secondary school, `S` for sbo and (v)so.
    pub jaargroep: Waarde<String>,
    /// First day.
    pub begin: Option<Waarde<Date>>,
    /// Last day.
    pub eind: Option<Waarde<Date>>,
    /// Where.
    pub vestiging: Waarde<Vestigingscode>,
    /// Kind of school.
    pub schoolsoort: Option<Waarde<String>>,
    /// Type of school.
    pub schooltype: Option<Waarde<String>>,
    /// Kind of school in words.
    pub omschrijving: Option<Waarde<String>>,
}

/// A diagnosis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnose {
    /// Codes (ICD-10 with the additions of the standard).
    pub codes: Vec<Waarde<String>>,
    /// In words.
    pub naam: Option<Waarde<String>>,
    /// When.
    pub datum: Option<Waarde<Date>>,
    /// By whom.
    pub door_wie: Option<Waarde<String>>,
    /// Where that person works.
    pub instantie: Option<Waarde<String>>,
}

/// A plan of action for one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handelingsplan {
    /// First day.
    pub start: Waarde<Date>,
    /// Last day.
    pub eind: Option<Waarde<Date>>,
    /// What it is about.
    pub gericht_op: Waarde<String>,
}

/// Ontwikkelingsperspectief; its text is in the attachments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opp {
    /// First day.
    pub ingang: Waarde<Date>,
    /// Last day.
    pub eind: Option<Waarde<Date>>,
}

/// Toelaatbaarheidsverklaring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tlv {
    /// First day.
    pub ingang: Waarde<Date>,
    /// Number of the samenwerkingsverband as written.
    pub swv_nummer: Waarde<String>,
    /// The same as a code, when it has that shape; the published sample (`PO00YY`) has not.
    pub swv: Option<SwvCode>,
    /// Funding category as written (`L`, `M`, `H` or a number; the code list is not public).
    pub categorie: Waarde<String>,
    /// Number of the decision.
    pub beschikkingsnummer: Waarde<String>,
    /// Last day.
    pub eind: Option<Waarde<Date>>,
}

/// Support by an institution of cluster 1 or 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrangementCluster12 {
    /// Since.
    pub datum: Waarde<Date>,
    /// School code of the institution.
    pub brin: Option<Waarde<String>>,
    /// Two digits of its location.
    pub vestiging: Option<Waarde<String>>,
}

/// Support by the samenwerkingsverband.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrangementPao {
    /// Since.
    pub datum: Waarde<Date>,
    /// What it is, in the words of the samenwerkingsverband.
    pub kenmerk: Option<Waarde<String>>,
    /// Number of the decision.
    pub beschikkingsnummer: Option<Waarde<String>>,
    /// Until.
    pub eind: Option<Waarde<Date>>,
}

/// Leerwegondersteunend onderwijs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lwoo {
    /// First day.
    pub ingang: Waarde<Date>,
    /// Number of the samenwerkingsverband as written.
    pub swv_nummer: Waarde<String>,
    /// The same as a code, when it has that shape.
    pub swv: Option<SwvCode>,
    /// Number of the decision.
    pub beschikkingsnummer: Waarde<String>,
    /// Last day, a 31 July.
    pub eind: Option<Waarde<Date>>,
}

/// Everything about support. Documents stand in the attachments, with their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onderwijsondersteuning {
    /// Diagnoses.
    pub diagnoses: Vec<Diagnose>,
    /// Uses medicines.
    pub medicijngebruik: Option<Waarde<bool>>,
    /// Plans of action.
    pub handelingsplannen: Vec<Handelingsplan>,
    /// Development plan.
    pub opp: Option<Opp>,
    /// Decisions on admission.
    pub tlv: Vec<Tlv>,
    /// Cluster 1 and 2.
    pub arrangementen_cluster12: Vec<ArrangementCluster12>,
    /// Of the samenwerkingsverband.
    pub arrangementen_pao: Vec<ArrangementPao>,
    /// Learning support in secondary school.
    pub lwoo: Option<Lwoo>,
}

/// Absence in the current school year, half days or hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verzuim {
    /// Half days with leave.
    pub dagdelen_geoorloofd: Option<Waarde<i64>>,
    /// Half days without.
    pub dagdelen_ongeoorloofd: Option<Waarde<i64>>,
    /// Hours with leave.
    pub uren_geoorloofd: Option<Waarde<i64>>,
    /// Hours without.
    pub uren_ongeoorloofd: Option<Waarde<i64>>,
    /// More than a quarter of the time.
    pub meer_dan_25_procent: Option<Waarde<bool>>,
    /// How many times.
    pub frequentie: Option<Waarde<i64>>,
    /// The attendance officer was involved.
    pub contact_leerplicht: Option<Waarde<bool>>,
    /// Reported to the RMC.
    pub rmc_melding: Option<Waarde<bool>>,
}

pub(super) fn schoolloopbaan(kind: Blok<'_, '_>) -> Result<Vec<Schoolloopbaan>, OsoFout> {
    let jaar = |blok: Blok<'_, '_>| {
        Ok(Schoolloopbaan {
            schooljaar: blok.verplichte_tekst("schooljaar")?,
            groepscode: blok.verplichte_tekst("groepscode")?,
            groepsnaam: blok.tekst("groepsnaam")?,
            jaargroep: blok.verplichte_tekst("jaargroep")?,
            begin: blok.datum("begindatum")?,
            eind: blok.datum("einddatum")?,
            vestiging: vestiging(blok)?,
            schoolsoort: blok.tekst("schoolsoort")?,
            schooltype: blok.tekst("schooltype")?,
            omschrijving: blok.tekst("schoolsoortomschrijving")?,
        })
    };
    let lijst = kind.een("schoolloopbaanlijst")?;
    lijst.into_iter().flat_map(|lijst| lijst.alle("schoolloopbaan")).map(jaar).collect()
}

pub(super) fn ondersteuning(blok: Blok<'_, '_>) -> Result<Onderwijsondersteuning, OsoFout> {
    if let Some(toelichting) = blok.een("toelichting_onderwijsbehoeften")? {
        toelichting.verplicht("document")?;
    }
    Ok(Onderwijsondersteuning {
        diagnoses: alle(blok, "diagnose", diagnose)?,
        medicijngebruik: blok.ja_nee("medicijngebruik")?,
        handelingsplannen: alle(blok, "handelingsplan", handelingsplan)?,
        opp: blok.een("opp")?.map(opp).transpose()?,
        tlv: alle(blok, "tlv", tlv)?,
        arrangementen_cluster12: alle(blok, "arrangement_cluster12", arrangement_cluster12)?,
        arrangementen_pao: alle(blok, "arrangement_pao", arrangement_pao)?,
        lwoo: blok.een("lwoo")?.map(lwoo).transpose()?,
    })
}

fn alle<T>(
    blok: Blok<'_, '_>,
    naam: &str,
    lees: impl Fn(Blok<'_, '_>) -> Result<T, OsoFout>,
) -> Result<Vec<T>, OsoFout> {
    blok.alle(naam).into_iter().map(lees).collect()
}

fn diagnose(blok: Blok<'_, '_>) -> Result<Diagnose, OsoFout> {
    let codes = blok.teksten("code")?;
    if codes.is_empty() {
        return Err(blok.ontbreekt("code"));
    }
    Ok(Diagnose {
        codes,
        naam: blok.tekst("naam")?,
        datum: blok.datum("datum")?,
        door_wie: blok.tekst("doorwie")?,
        instantie: blok.tekst("instantie")?,
    })
}

fn handelingsplan(blok: Blok<'_, '_>) -> Result<Handelingsplan, OsoFout> {
    Ok(Handelingsplan {
        start: blok.verplichte_datum("startdatum")?,
        eind: eind(blok, "startdatum", "einddatum")?,
        gericht_op: blok.verplichte_tekst("isgerichtop")?,
    })
}

fn opp(blok: Blok<'_, '_>) -> Result<Opp, OsoFout> {
    Ok(Opp {
        ingang: blok.verplichte_datum("opp_ingangdatum")?,
        eind: eind(blok, "opp_ingangdatum", "opp_einddatum")?,
    })
}

fn tlv(blok: Blok<'_, '_>) -> Result<Tlv, OsoFout> {
    let swv_nummer = blok.verplichte_tekst("tlvswvnummer")?;
    Ok(Tlv {
        ingang: blok.verplichte_datum("tlvingangdatum")?,
        swv: swv(blok, "tlvswvnummer", &swv_nummer)?,
        swv_nummer,
        categorie: blok.verplichte_tekst("tlvcategorie")?,
        beschikkingsnummer: blok.verplichte_tekst("tlvbeschikkingsnummer")?,
        eind: eind(blok, "tlvingangdatum", "tlveinddatum")?,
    })
}

fn arrangement_cluster12(blok: Blok<'_, '_>) -> Result<ArrangementCluster12, OsoFout> {
    Ok(ArrangementCluster12 {
        datum: blok.verplichte_datum("arrangement_datum")?,
        brin: blok.tekst("arrangement_brin")?,
        vestiging: blok.tekst("arrangement_vestigingscode")?,
    })
}

fn arrangement_pao(blok: Blok<'_, '_>) -> Result<ArrangementPao, OsoFout> {
    Ok(ArrangementPao {
        datum: blok.verplichte_datum("arrangement_datum")?,
        kenmerk: blok.tekst("arrangement_kenmerk")?,
        beschikkingsnummer: blok.tekst("arrangement_beschikkingsnr")?,
        eind: eind(blok, "arrangement_datum", "arrangement_einddatum")?,
    })
}

fn lwoo(blok: Blok<'_, '_>) -> Result<Lwoo, OsoFout> {
    let swv_nummer = blok.verplichte_tekst("lwoo_swvnummer")?;
    let eind = eind(blok, "lwoo_ingangdatum", "lwoo_einddatum")?;
    if eind.as_ref().is_some_and(|eind| (eind.waarde.month(), eind.waarde.day()) != (7, 31)) {
        return Err(blok.verplicht("lwoo_einddatum")?.fout(Reden::Codelijst("een 31 juli")));
    }
    Ok(Lwoo {
        ingang: blok.verplichte_datum("lwoo_ingangdatum")?,
        swv: swv(blok, "lwoo_swvnummer", &swv_nummer)?,
        swv_nummer,
        beschikkingsnummer: blok.verplichte_tekst("lwoo_beschikkingsnummer")?,
        eind,
    })
}

/// The code, or `None` with a report.
fn swv(blok: Blok<'_, '_>, element: &str, nummer: &Waarde<String>) -> Result<Option<SwvCode>, OsoFout> {
    let code = nummer.waarde.parse().ok();
    if code.is_none() {
        blok.verplicht(element)?.meld("dit is geen code van een samenwerkingsverband, zoals PO2401");
    }
    Ok(code)
}

/// The last day; one before the first day is reported.
fn eind(blok: Blok<'_, '_>, van: &str, tot: &str) -> Result<Option<Waarde<Date>>, OsoFout> {
    let (begin, eind) = (blok.datum(van)?, blok.datum(tot)?);
    if let (Some(begin), Some(eind)) = (&begin, &eind)
        && eind.waarde < begin.waarde
    {
        blok.verplicht(tot)?.meld("deze einddatum ligt voor de begindatum");
    }
    Ok(eind)
}

pub(super) fn verzuim(blok: Blok<'_, '_>) -> Result<Verzuim, OsoFout> {
    Ok(Verzuim {
        dagdelen_geoorloofd: blok.getal("dagdelengeoorloofd")?,
        dagdelen_ongeoorloofd: blok.getal("dagdelenongeoorloofd")?,
        uren_geoorloofd: blok.getal("urengeoorloofd")?,
        uren_ongeoorloofd: blok.getal("urenongeoorloofd")?,
        meer_dan_25_procent: blok.ja_nee("meerdan25percent")?,
        frequentie: blok.getal("frequentie")?,
        contact_leerplicht: blok.ja_nee("contactleerplicht")?,
        rmc_melding: blok.ja_nee("rmcmelding")?,
    })
}
