//! Tests: what was taken, when, and the scores as the sender wrote them.

use base::Date;

use super::boom::Blok;
use super::{OsoFout, Waarde};

/// A score against a reference group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referentiescore {
    /// Kind of score: `AE`, `IV`, `DLE`, `IQ` …
    pub code: Waarde<String>,
    /// Compared with whom.
    pub vergelijkingsgroep: Waarde<String>,
    /// The score as written.
    pub waarde: Waarde<String>,
    /// In words.
    pub kwalificatie: Option<Waarde<String>>,
}

/// Scores of a test or a part of it. Numbers stay text: they are shown, never computed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toetsresultaat {
    /// Number of tasks.
    pub aantal_opgaven: Option<Waarde<i64>>,
    /// Done well.
    pub aantal_goed: Option<Waarde<i64>>,
    /// Done wrong.
    pub aantal_fout: Option<Waarde<i64>>,
    /// Words read.
    pub aantal_gelezen: Option<Waarde<i64>>,
    /// Time taken.
    pub tijd: Option<Waarde<String>>,
    /// Skill score.
    pub vaardigheidsscore: Option<Waarde<String>>,
    /// Scale of that score.
    pub vaardigheidsschaal: Option<Waarde<String>>,
    /// Lower and upper bound of the confidence interval.
    pub betrouwbaarheid: Option<(Waarde<String>, Waarde<String>)>,
    /// Against reference groups.
    pub referentiescores: Vec<Referentiescore>,
}

/// A test, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toets {
    /// Code of the test or part.
    pub code: Waarde<String>,
    /// Name.
    pub naam: Option<Waarde<String>>,
    /// Subject; `None` for a part.
    pub leergebied: Option<Waarde<String>>,
    /// Version; `None` for a part.
    pub versie: Option<Waarde<String>>,
    /// Day; `None` for a part, which has the day of its test.
    pub afgenomen: Option<Waarde<Date>>,
    /// Year group of the child.
    pub jaargroep: Option<Waarde<String>>,
    /// Months of teaching (didactische leeftijd).
    pub didactische_leeftijd: Option<Waarde<i64>>,
    /// Who took it.
    pub door: Option<Waarde<String>>,
    /// In which function.
    pub functie: Option<Waarde<String>>,
    /// Scores.
    pub resultaat: Toetsresultaat,
    /// Parts with their own scores.
    pub onderdelen: Vec<Toets>,
    /// Remark.
    pub opmerking: Option<Waarde<String>>,
}

pub(super) fn toetsen(kind: Blok<'_, '_>) -> Result<Vec<Toets>, OsoFout> {
    kind.een("toetslijst")?.into_iter().flat_map(|lijst| lijst.alle("toets")).map(toets).collect()
}

fn toets(blok: Blok<'_, '_>) -> Result<Toets, OsoFout> {
    let identificatie = blok.verplicht("toetsidentificatie")?;
    let afname = blok.verplicht("afname")?;
    let afnemer = afname.een("afgenomendoor")?;
    Ok(Toets {
        code: identificatie.verplichte_tekst("eldtoetscode")?,
        naam: identificatie.tekst("toetsnaam")?,
        leergebied: identificatie.tekst("leergebied")?,
        versie: identificatie.tekst("toetsversie")?,
        afgenomen: Some(afname.verplichte_datum("afnamedatum")?),
        jaargroep: afname.tekst("jaargroep")?,
        didactische_leeftijd: afname.getal("dl")?,
        door: afnemer.map(|wie| wie.verplichte_tekst("naammedewerker")).transpose()?,
        functie: afnemer.map_or(Ok(None), |wie| wie.tekst("functie"))?,
        resultaat: resultaat(blok.verplicht("resultaat")?)?,
        onderdelen: blok.alle("toetsonderdeel").into_iter().map(onderdeel).collect::<Result<_, _>>()?,
        opmerking: blok.tekst("opmerking")?,
    })
}

fn onderdeel(blok: Blok<'_, '_>) -> Result<Toets, OsoFout> {
    Ok(Toets {
        code: blok.verplichte_tekst("eldonderdeelcode")?,
        naam: blok.tekst("onderdeelnaam")?,
        leergebied: None,
        versie: None,
        afgenomen: None,
        jaargroep: None,
        didactische_leeftijd: None,
        door: None,
        functie: None,
        resultaat: resultaat(blok.verplicht("resultaat")?)?,
        onderdelen: Vec::new(),
        opmerking: None,
    })
}

fn resultaat(blok: Blok<'_, '_>) -> Result<Toetsresultaat, OsoFout> {
    let score = blok.een("toetsscore")?;
    let getal = |naam| score.map_or(Ok(None), |score| score.getal(naam));
    let tekst = |naam| score.map_or(Ok(None), |score| score.tekst(naam));
    let interval = score.map_or(Ok(None), |score| score.een("betrouwbaarheidsinterval"))?;
    let grenzen = |interval: Blok<'_, '_>| {
        Ok((interval.verplichte_tekst("bivlaag")?, interval.verplichte_tekst("bivhoog")?))
    };
    Ok(Toetsresultaat {
        aantal_opgaven: getal("aantalopgaven")?,
        aantal_goed: getal("aantalgoed")?,
        aantal_fout: getal("aantalfout")?,
        aantal_gelezen: getal("aantalgelezen")?,
        tijd: tekst("tijd")?,
        vaardigheidsscore: tekst("vaardigheidsscore")?,
        vaardigheidsschaal: tekst("codevaardigheidsschaal")?,
        betrouwbaarheid: interval.map(grenzen).transpose()?,
        referentiescores: blok
            .alle("referentiescore")
            .into_iter()
            .map(referentiescore)
            .collect::<Result<_, _>>()?,
    })
}

fn referentiescore(blok: Blok<'_, '_>) -> Result<Referentiescore, OsoFout> {
    Ok(Referentiescore {
        code: blok.verplichte_tekst("codereferentiescore")?,
        vergelijkingsgroep: blok.verplichte_tekst("codevergelijkingsgroep")?,
        waarde: blok.verplichte_tekst("waarde")?,
        kwalificatie: blok.tekst("kwalificatie")?,
    })
}
