//! Facts about the file itself: opened, corrected, a letter kept, a dossier taken over.

use std::sync::Arc;

use base::{Date, OrganisatieId, Vestigingscode};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sleutels::Tekst;

use crate::algemeen::opdracht::OpenDossier;
use crate::beurt::Onderwerp;
use crate::brief::brief_in_zin;
use crate::gebeurtenis::{DecodeError, Fold, Gebeurtenis};
use crate::kaart::{ALLES_WAT_KAN, Bijlageplek, Documentplek, kaart, met_velden};
use crate::leven::feiten::Geslacht;
use crate::opdracht::Opdracht;
use crate::staat::{Adres, Brief, Dossier, Feit, Leerling, Overname};
use crate::toegang::Deel;
use crate::woord::aantal;

/// A file was opened for a child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierGeopend {
    /// Name by which the child is called.
    pub roepnaam: String,
    /// Prefix of the surname: `van de`; empty when there is none.
    pub voorvoegsel: String,
    /// Surname without its prefix.
    pub achternaam: String,
    /// Date of birth.
    pub geboortedatum: Date,
    /// Gender, where it matters to the family; most forms do not ask.
    pub geslacht: Option<Geslacht>,
    /// Where the child lives.
    pub adres: Adres,
    /// The birthday on which the pupil comes of age by the law of that day; none in files of before that was kept.
    pub meerderjarig_per: Option<Date>,
}

/// Before, nobody kept when the pupil comes of age.
fn without_majority(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("meerderjarig_per", Value::Null)])
}

kaart! {
    DossierGeopend, "dossier_geopend", versie 2 [without_majority];
    over kind; deel A; lezers allen; zin |_| sleutels::algemeen::dossier_geopend();
    terugnemen nee; vervangen (vervang_opening); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for DossierGeopend {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        dossier.leerling = Some(Leerling {
            roepnaam: self.roepnaam.clone(),
            voorvoegsel: self.voorvoegsel.clone(),
            achternaam: self.achternaam.clone(),
            geboortedatum: self.geboortedatum,
            geslacht: self.geslacht,
            adres: self.adres.clone(),
            adres_sinds: None,
        });
        // Whoever comes of age acts from that day, unless it is recorded that they cannot (BW 1:233).
        if let Some(per) = self.meerderjarig_per {
            dossier.meerderjarig_per = Some(per);
            dossier.handelingsbekwaam = true;
        }
    }
}

/// An earlier fact was wrong. It stays in the log; the file is computed as if the new one stood in
/// its place, or as if it had not been recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gecorrigeerd {
    /// Number in the file of the fact that was wrong.
    pub volgnummer: u64,
    /// Why, in the words of who corrected it.
    pub waarom: String,
    /// What should have been recorded, as type, version and payload; none when nothing should.
    pub nieuw: Option<Vervanging>,
}

kaart! {
    Gecorrigeerd, "gecorrigeerd", versie 1 [];
    over kind; deel A; lezers allen; zin |event| zin_van_correctie(event);
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, dossier| dossier.feit(event.volgnummer).map(|feit| feit.holder.clone()));
    getypt geen; verhuld [NietVermeld ["waarom"]];
    redenen geen; geboortedatum nee;
}

/// A fact that was taken back was put right by nothing in its place.
fn zin_van_correctie(event: &Gecorrigeerd) -> Tekst {
    let waarom = event.waarom.as_str();
    match event.nieuw {
        Some(_) => sleutels::algemeen::Verbeterd { waarom }.tekst(),
        None => sleutels::algemeen::Teruggenomen { waarom }.tekst(),
    }
}

/// The fact that stands in the place of a wrong one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vervanging {
    /// Same type as the fact corrected.
    pub event_type: String,
    /// Version of its shape.
    pub event_version: u16,
    /// Its payload.
    pub gegevens: Value,
}

impl Vervanging {
    /// The fact that it holds.
    pub fn lees(&self) -> Result<Gebeurtenis, DecodeError> {
        Gebeurtenis::decode(&self.event_type, self.event_version, self.gegevens.to_string().as_bytes())
    }
}

impl Fold for Gecorrigeerd {
    fn fold(self: &Arc<Self>, _dossier: &mut Dossier, _feit: &Feit) {
        // The history is folded anew with the correction in place: see `Dossier::apply`.
    }
}

/// Opening a file with other data.
fn vervang_opening(new: &DossierGeopend, _: &Dossier) -> Opdracht {
    let DossierGeopend { roepnaam, voorvoegsel, achternaam, geboortedatum, geslacht, adres, .. } =
        new.clone();
    OpenDossier { roepnaam, voorvoegsel, achternaam, geslacht, geboortedatum, adres }.into()
}

/// What a letter is about, so that the right act can show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Betreft {
    /// The parents' own page.
    EigenPagina,
    /// A case.
    #[serde(untagged)]
    Zaak(Onderwerp),
}

impl Betreft {
    /// The case that a letter is about; none for a letter about the parents' own page.
    pub fn onderwerp(self) -> Option<Onderwerp> {
        match self {
            Self::Zaak(onderwerp) => Some(onderwerp),
            Self::EigenPagina => None,
        }
    }
}

impl From<Onderwerp> for Betreft {
    fn from(onderwerp: Onderwerp) -> Self {
        Self::Zaak(onderwerp)
    }
}

/// A letter or document was made and kept. Its bytes were stored before this fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BriefVastgelegd {
    /// Which letter: `ontvangstbevestiging_aanmelding`, `besluit_tlv` …
    pub soort: String,
    /// What it is about.
    pub betreft: Betreft,
    /// The part of the file that shows it: that of the fact that asked for it, which need not be where its case begins.
    pub deel: Deel,
    /// Persons around the child to whom it goes, by their number in the file.
    pub aan_personen: Vec<u32>,
    /// Organisations to which it goes.
    pub aan_organisaties: Vec<OrganisatieId>,
    /// Where its bytes are kept.
    pub blob: String,
    /// SHA-256 of the bytes as they are stored (encrypted), hexadecimal: so the chain covers them.
    pub vingerafdruk: String,
    /// Length in bytes.
    pub lengte: u64,
    /// Characters that could not be printed: each is a square in the letter.
    pub vierkantjes: String,
}

kaart! {
    BriefVastgelegd, "brief_vastgelegd", versie 3 [met_deel, zonder_vierkantjes];
    over (|event| event.betreft.onderwerp()); deel (|event| event.deel); lezers allen; zin |event| sleutels::algemeen::Brief { brief: brief_in_zin(&event.soort) }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen (|event| vec![Bijlageplek { blob: &event.blob, vingerafdruk: &event.vingerafdruk, lengte: event.lengte, document: None }]); houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

/// The first shape stood where its case begins.
fn met_deel(oud: Value) -> Result<Value, serde_json::Error> {
    let betreft: Betreft = serde_json::from_value(oud.get("betreft").cloned().unwrap_or_default())?;
    let deel = betreft.onderwerp().map_or(Deel::A, Onderwerp::deel);
    let mut velden: serde_json::Map<String, Value> = serde_json::from_value(oud)?;
    velden.insert("deel".to_owned(), serde_json::to_value(deel)?);
    Ok(velden.into())
}

/// The second shape did not keep which characters were lost.
fn zonder_vierkantjes(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("vierkantjes", Value::String(String::new()))])
}

impl Fold for BriefVastgelegd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.brieven.push(Brief {
            volgnummer: feit.volgnummer,
            op: feit.on,
            // Under whose key it stands: a parent who registers does not write the school's letter.
            van: feit.holder.clone(),
            inhoud: Arc::clone(self),
            post: Vec::new(),
            kennisgeving_mislukt: None,
        });
    }
}

/// A value that came in with a dossier from another program, and where it stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OvergenomenWaarde {
    /// What it is, as a code of the checklist or of the file: `opp`, `diagnose`, `geboortedatum`.
    pub veld: String,
    /// The value in words.
    pub waarde: String,
    /// Element in the source, as a path.
    pub element: String,
    /// Line in the source.
    pub regel: u32,
    /// Date that the source gives for it, where it does.
    pub datum: Option<Date>,
}

/// A document that came in with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OvergenomenBijlage {
    /// File name as given.
    pub naam: String,
    /// Description as given.
    pub omschrijving: String,
    /// Element in the source, as a path.
    pub element: String,
    /// Where its bytes are kept.
    pub blob: String,
    /// SHA-256 of the bytes as they are stored (encrypted), hexadecimal.
    pub vingerafdruk: String,
    /// Length in bytes.
    pub lengte: u64,
}

impl OvergenomenBijlage {
    fn plek(&self) -> Bijlageplek<'_> {
        let document = Documentplek { naam: &self.naam, vraag: "", delen: ALLES_WAT_KAN };
        Bijlageplek {
            blob: &self.blob,
            vingerafdruk: &self.vingerafdruk,
            lengte: self.lengte,
            document: Some(document),
        }
    }
}

/// A block of it as it was received, for whoever may read that part of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OntvangenBlok {
    /// The part of the file to which it belongs.
    pub deel: Deel,
    /// Name of the block in the source: `verzorger[2]`, `toetslijst`.
    pub naam: String,
    /// What stood in it.
    pub regels: Vec<OntvangenRegel>,
}

/// A value as it was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OntvangenRegel {
    /// Element in the block, as a path.
    pub element: String,
    /// The text.
    pub waarde: String,
    /// Line in the source.
    pub regel: u32,
}

/// An OSO dossier was taken over. Of what the parents withheld nothing is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OsoOvergenomen {
    /// Kind of transfer: `POSWV`.
    pub overstap: String,
    /// Date in the dossier.
    pub datum: Option<Date>,
    /// School as the dossier names it.
    pub school_in_bron: String,
    /// Location in Leerrecht to which it was mapped.
    pub vestiging: Vestigingscode,
    /// SHA-256 of the file, hexadecimal: the same file is not taken over twice.
    pub vingerafdruk: String,
    /// What has a place in a file or a request.
    pub waarden: Vec<OvergenomenWaarde>,
    /// Documents that came over.
    pub bijlagen: Vec<OvergenomenBijlage>,
    /// Everything that came over, as it was received.
    pub ontvangen: Vec<OntvangenBlok>,
    /// Categories that the parents kept back.
    pub opt_out: Vec<String>,
    /// The sender says that it may still change; none where the source does not say.
    pub voorlopig: Option<bool>,
    /// Whether the parents have read it, where the source says so.
    pub ouders_inzage: Option<bool>,
    /// When they did.
    pub inzage_op: Option<Date>,
    /// Whether the parents agree with the contents; none where that is not known.
    pub akkoord: Option<bool>,
    /// Why they do not, as given.
    pub reden_niet_akkoord: String,
    /// Whether the parents consent to the transfer; none where that is not known.
    pub toestemming: Option<bool>,
    /// What whoever took it over was told about it.
    pub meldingen: Vec<String>,
}

kaart! {
    OsoOvergenomen, "oso_overgenomen", versie 2 [drie_antwoorden];
    over kind; deel H; lezers allen; zin |event| sleutels::algemeen::OsoOvergenomen { gegevens: aantal(event.waarden.len()), bijlagen: aantal(event.bijlagen.len()) }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen (|event| event.bijlagen.iter().map(OvergenomenBijlage::plek).collect()); houder handelend;
    getypt geen; verhuld [NietVermeld ["waarden", "*", "waarde"], Geen ["bijlagen"], Geen ["ontvangen"], Geen ["meldingen"], NietVermeld ["reden_niet_akkoord"]];
    redenen geen; geboortedatum nee;
}

/// The first shape had one objection for three answers, and named what it dropped.
fn drie_antwoorden(oud: Value) -> Result<Value, serde_json::Error> {
    let mut velden: serde_json::Map<String, Value> = serde_json::from_value(oud)?;
    let bezwaar = velden.remove("bezwaar_ouders").and_then(|bezwaar| bezwaar.as_bool()).unwrap_or_default();
    let reden = velden.remove("bezwaar_reden").unwrap_or_default();
    let dropped: Vec<String> = serde_json::from_value(velden.remove("niet_overgenomen").unwrap_or_default())?;
    let told = |what: &String| Value::String(format!("niet overgenomen: {what}"));
    let meldingen = dropped.iter().map(told).collect();
    velden.insert("akkoord".to_owned(), if bezwaar { Value::Bool(false) } else { Value::Null });
    velden.insert("reden_niet_akkoord".to_owned(), reden);
    for unknown in ["voorlopig", "inzage_op", "toestemming"] {
        velden.insert(unknown.to_owned(), Value::Null);
    }
    velden.insert("ontvangen".to_owned(), Value::Array(Vec::new()));
    velden.insert("meldingen".to_owned(), Value::Array(meldingen));
    Ok(velden.into())
}

impl Fold for OsoOvergenomen {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.overnames.push(Overname {
            volgnummer: feit.volgnummer,
            op: feit.on,
            inhoud: Arc::clone(self),
        });
    }
}
