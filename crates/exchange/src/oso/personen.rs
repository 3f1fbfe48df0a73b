//! The people and organisations of a dossier: school, child, parents.

use base::{Date, Vestigingscode};

use super::boom::{self, Blok};
use super::{OsoFout, Reden, Waarde};

/// An address. Countries are a code of the population register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adres {
    /// `bezoek`, `post`, `gba` …
    pub soort: Waarde<String>,
    /// Street.
    pub straat: Waarde<String>,
    /// House number, also `52-54`.
    pub nummer: Waarde<String>,
    /// Letter or addition.
    pub toevoeging: Option<Waarde<String>>,
    /// Such as `to` (opposite) or `by` (near).
    pub aanduiding: Option<Waarde<String>>,
    /// A place without an address, such as a houseboat.
    pub locatieomschrijving: Option<Waarde<String>>,
    /// Postcode as written; abroad it has other shapes.
    pub postcode: Waarde<String>,
    /// Place.
    pub plaats: Waarde<String>,
    /// Municipality by name.
    pub gemeente: Option<Waarde<String>>,
    /// Country code (6030 is the Netherlands).
    pub land: Option<Waarde<String>>,
    /// Country by name.
    pub landnaam: Option<String>,
}

/// A telephone number or e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Communicatie {
    /// `telefoon`, `e-mail` …
    pub soort: Waarde<String>,
    /// `prive`, `werk`, `overig`.
    pub aanduiding: Option<Waarde<String>>,
    /// The number or address.
    pub nummer: Waarde<String>,
    /// Not to be given to others.
    pub geheim: Option<Waarde<bool>>,
    /// To be called in an emergency.
    pub noodnummer: Option<Waarde<bool>>,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instelling {
    /// Name.
    pub naam: Waarde<String>,
    /// Addresses.
    pub adressen: Vec<Adres>,
    /// Telephone and e-mail.
    pub communicatie: Vec<Communicatie>,
}

/// The school that sends the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// `brincode` and `vestigingscode` (two digits) together: `00YY` and `00` are `00YY00`.
    pub vestiging: Waarde<Vestigingscode>,
    /// Name, addresses, telephone.
    pub instelling: Instelling,
    /// Number of the delivery point in OSO.
    pub aanleverpunt: Waarde<String>,
    /// Kind, such as `BO` or `SO`.
    pub soort: Option<Waarde<String>>,
    /// Type, such as `REC3`.
    pub schooltype: Option<Waarde<String>>,
    /// Head.
    pub directeur: Option<Waarde<String>>,
    /// Website.
    pub website: Option<Waarde<String>>,
}

/// As registered (code list 14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Geslacht {
    /// Code 0.
    Onbekend,
    /// Code 1.
    Vrouw,
    /// Code 2.
    Man,
}

/// Name and birth date as the population register has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gba {
    /// First names.
    pub voornamen: Vec<Waarde<String>>,
    /// Prefix such as `van de`.
    pub voorvoegsel: Option<Waarde<String>>,
    /// Family name.
    pub achternaam: Waarde<String>,
    /// As written, `dd-mm-jjjj`.
    pub geboortedatum: Waarde<String>,
    /// The date, where it is one: the register knows birth dates with an unknown day.
    pub geboortedatum_als_datum: Option<Date>,
}

/// The child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leerling {
    /// First names.
    pub voornamen: Vec<Waarde<String>>,
    /// Initials.
    pub voorletters: Option<Waarde<String>>,
    /// Prefix such as `van de`.
    pub voorvoegsel: Option<Waarde<String>>,
    /// Family name without prefix.
    pub achternaam: Waarde<String>,
    /// Name in daily use.
    pub roepnaam: Option<Waarde<String>>,
    /// Birth date. The schema allows a dossier without; a file cannot be found or made without.
    pub geboortedatum: Waarde<Date>,
    /// As registered.
    pub geslacht: Option<Waarde<Geslacht>>,
    /// The address must be kept from others.
    pub adresgeheim: Option<Waarde<bool>>,
    /// Addresses.
    pub adressen: Vec<Adres>,
    /// The four digits of the postcode, where the sender gives no more.
    pub postcode4: Option<Waarde<String>>,
    /// Lines of an address abroad.
    pub adres_buitenland: Vec<Waarde<String>>,
    /// Telephone and e-mail.
    pub communicatie: Vec<Communicatie>,
    /// As the population register has it.
    pub gba: Option<Gba>,
    /// Number of the child in the school's administration.
    pub leerlingid: Option<Waarde<String>>,
    /// In Dutch education since.
    pub onderwijs_sinds: Option<Waarde<Date>>,
    /// In this kind of education since.
    pub start_huidig_onderwijs: Option<Waarde<Date>>,
    /// Enrolled on.
    pub ingeschreven: Option<Waarde<Date>>,
    /// Enrolment ended on.
    pub uitgeschreven: Option<Waarde<Date>>,
    /// Lives in a home.
    pub tehuis: Option<Waarde<bool>>,
    /// Whether the carers are liable; if not, [`Leerling::aansprakelijke_instelling`] is.
    pub verzorger_aansprakelijk: Option<Waarde<bool>>,
    /// The organisation that is liable, such as a guardianship institution.
    pub aansprakelijke_instelling: Option<Instelling>,
}

/// A parent or other carer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verzorger {
    /// First names.
    pub voornamen: Vec<Waarde<String>>,
    /// Initials.
    pub voorletters: Option<Waarde<String>>,
    /// Prefix such as `van de`.
    pub voorvoegsel: Option<Waarde<String>>,
    /// Family name without prefix.
    pub achternaam: Waarde<String>,
    /// Name in daily use.
    pub roepnaam: Option<Waarde<String>>,
    /// As registered.
    pub geslacht: Option<Waarde<Geslacht>>,
    /// The address must be kept from others.
    pub adresgeheim: Option<Waarde<bool>>,
    /// Addresses.
    pub adressen: Vec<Adres>,
    /// Telephone and e-mail.
    pub communicatie: Vec<Communicatie>,
    /// Code of the relation (code list 41). The standard says of three what they mean: 1 father, 2 mother, 3 guardian.
    pub relatie: Option<Waarde<String>>,
    /// Has died.
    pub overleden: Option<Waarde<bool>>,
    /// When.
    pub overlijdensdatum: Option<Waarde<Date>>,
    /// Has legal authority.
    pub wettelijk_vertegenwoordiger: Waarde<bool>,
}

pub(super) fn school(blok: Blok<'_, '_>) -> Result<School, OsoFout> {
    Ok(School {
        vestiging: vestiging(blok)?,
        instelling: instelling(blok)?,
        aanleverpunt: blok.verplichte_tekst("aanleverpunt")?,
        soort: blok.tekst("soort")?,
        schooltype: blok.tekst("type")?,
        directeur: blok.tekst("naamdirecteur")?,
        website: blok.tekst("website")?,
    })
}

/// The school and the two digits of the location, as the code of the location.
pub(super) fn vestiging(blok: Blok<'_, '_>) -> Result<Waarde<Vestigingscode>, OsoFout> {
    let brin = blok.verplichte_tekst("brincode")?;
    let nummer = blok.verplichte_tekst("vestigingscode")?;
    let vorm = |element, past, naam| {
        if past { Ok(()) } else { Err(blok.verplicht(element)?.fout(Reden::Code(naam))) }
    };
    let brin_ok =
        brin.waarde.len() == 4 && brin.waarde.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    let nummer_ok = nummer.waarde.len() == 2 && nummer.waarde.bytes().all(|b| b.is_ascii_digit());
    vorm("brincode", brin_ok, "instellingscode (BRIN) van vier tekens, zoals 32JK")?;
    vorm("vestigingscode", nummer_ok, "vestigingsnummer van twee cijfers, zoals 00")?;
    let code = format!("{}{}", brin.waarde, nummer.waarde).parse();
    let waarde = code.map_err(|_| blok.fout(Reden::Code("vestigingscode")))?;
    Ok(Waarde { waarde, herkomst: brin.herkomst })
}

fn instelling(blok: Blok<'_, '_>) -> Result<Instelling, OsoFout> {
    Ok(Instelling {
        naam: blok.verplichte_tekst("naam")?,
        adressen: adressen(blok)?,
        communicatie: communicatie(blok)?,
    })
}

fn adressen(blok: Blok<'_, '_>) -> Result<Vec<Adres>, OsoFout> {
    let lijst = blok.een("adreslijst")?;
    lijst.into_iter().flat_map(|lijst| lijst.alle("adres")).map(adres).collect()
}

fn adres(blok: Blok<'_, '_>) -> Result<Adres, OsoFout> {
    Ok(Adres {
        soort: blok.verplichte_tekst("soortadres")?,
        straat: blok.verplichte_tekst("straat")?,
        nummer: blok.verplichte_tekst("nummer")?,
        toevoeging: blok.tekst("toevoeging")?,
        aanduiding: blok.tekst("aanduiding")?,
        locatieomschrijving: blok.tekst("locatieomschrijving")?,
        postcode: blok.verplichte_tekst("postcode")?,
        plaats: blok.verplichte_tekst("plaats")?,
        gemeente: blok.tekst("gemeente")?,
        land: blok.tekst("land")?,
        landnaam: blok.attribuut("land", "omschrijving")?,
    })
}

fn communicatie(blok: Blok<'_, '_>) -> Result<Vec<Communicatie>, OsoFout> {
    let lijst = blok.een("communicatielijst")?;
    let een = |blok: Blok<'_, '_>| {
        Ok(Communicatie {
            soort: blok.verplichte_tekst("soort")?,
            aanduiding: blok.tekst("aanduiding")?,
            nummer: blok.verplichte_tekst("nummer")?,
            geheim: blok.ja_nee("geheim")?,
            noodnummer: blok.ja_nee("noodnummer")?,
        })
    };
    lijst.into_iter().flat_map(|lijst| lijst.alle("communicatie")).map(een).collect()
}

fn geslacht(blok: Blok<'_, '_>) -> Result<Option<Waarde<Geslacht>>, OsoFout> {
    blok.als("geslacht", &Reden::Codelijst("0 (onbekend), 1 (vrouw) of 2 (man)"), |tekst| match tekst {
        "0" => Some(Geslacht::Onbekend),
        "1" => Some(Geslacht::Vrouw),
        "2" => Some(Geslacht::Man),
        _ => None,
    })
}

pub(super) fn leerling(blok: Blok<'_, '_>) -> Result<Leerling, OsoFout> {
    let geboortedatum = blok.verplichte_datum("geboortedatum")?;
    let gba = blok.een("gba")?.map(|gba_blok| gba(gba_blok, geboortedatum.waarde)).transpose()?;
    Ok(Leerling {
        voornamen: blok.deelnamen("voornaam")?,
        voorletters: blok.tekst("voorletters-1")?,
        voorvoegsel: blok.deelnaam("voorvoegsel")?,
        achternaam: blok.verplichte_deelnaam("achternaam")?,
        roepnaam: blok.deelnaam("roepnaam")?,
        geboortedatum,
        geslacht: geslacht(blok)?,
        adresgeheim: blok.ja_nee("adresgeheim")?,
        adressen: adressen(blok)?,
        postcode4: blok.tekst("postcode4adres")?,
        adres_buitenland: blok.teksten("adresbuitenland")?,
        communicatie: communicatie(blok)?,
        gba,
        leerlingid: blok.tekst("leerlingid")?,
        onderwijs_sinds: blok.datum("onderwijssinds")?,
        start_huidig_onderwijs: blok.datum("startdatumhuidigonderwijs")?,
        ingeschreven: blok.datum("datuminschrijving")?,
        uitgeschreven: blok.datum("datumuitschrijving")?,
        tehuis: blok.ja_nee("tehuis")?,
        verzorger_aansprakelijk: blok.ja_nee("verzorgersaansprakelijk")?,
        aansprakelijke_instelling: blok.een("aansprakelijkeinstelling")?.map(instelling).transpose()?,
    })
}

fn gba(blok: Blok<'_, '_>, geboren: Date) -> Result<Gba, OsoFout> {
    let geboortedatum = blok.verplichte_tekst("gbageboortedatum")?;
    let datum = boom::datum_gba(&geboortedatum.waarde);
    if datum != Some(geboren) {
        blok.verplicht("gbageboortedatum")?.meld("de geboortedatum uit de gba is niet die van de leerling");
    }
    Ok(Gba {
        voornamen: blok.deelnamen("gbavoornaam")?,
        voorvoegsel: blok.deelnaam("gbavoorvoegsel")?,
        achternaam: blok.verplichte_deelnaam("gbaachternaam")?,
        geboortedatum,
        geboortedatum_als_datum: datum,
    })
}

pub(super) fn verzorger(blok: Blok<'_, '_>) -> Result<Verzorger, OsoFout> {
    let gezag = "wettigevertegenwoordiger";
    Ok(Verzorger {
        voornamen: blok.deelnamen("voornaam")?,
        voorletters: blok.tekst("voorletters-1")?,
        voorvoegsel: blok.deelnaam("voorvoegsel")?,
        achternaam: blok.verplichte_deelnaam("achternaam")?,
        roepnaam: blok.deelnaam("roepnaam")?,
        geslacht: geslacht(blok)?,
        adresgeheim: blok.ja_nee("adresgeheim")?,
        adressen: adressen(blok)?,
        communicatie: communicatie(blok)?,
        relatie: blok.tekst("relatietotkind")?,
        overleden: blok.ja_nee("overleden")?,
        overlijdensdatum: blok.datum("overlijdensdatum")?,
        wettelijk_vertegenwoordiger: blok.ja_nee(gezag)?.ok_or_else(|| blok.ontbreekt(gezag))?,
    })
}
