//! A file as it goes over the line: what access left of it, in the words of the core.

mod aanmelding;
mod aanvraag;
mod herkomst;
mod overig;

use app::doeners::Doeners;
use app::geopend::Geopend;
use app::kind::Kindbeeld;
use base::Date;
use dossier::beurt::Zet;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::{Adviesuitkomst, Bekendmakingswijze, Relatie, TlvSoort};
use dossier::toegang::Deel;
use dossier::{Rol, tijdlijn};
use serde::ser::{Error, SerializeMap};
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use teksten::Taal;

pub(crate) use self::aanmelding::AANMELDINGEN;
pub(crate) use self::aanvraag::AANVRAGEN;
use self::herkomst::Berekening;
pub(super) use self::herkomst::Plaats;
use self::overig::{Adres, Beurt, Contact, Inschrijving, Overname, Persoon};
pub(super) use self::overig::{Bijlage, Brief};
pub(crate) use self::overig::{SCHORSINGEN, VERWIJDERINGEN};
use super::schema::{Plaatscode, Schemas, Schemaveld, Vorm, codes, vorm};
use crate::paginas::zaakvormen;

codes! {
    Deel = Deel::ALL;
    Zet = Zet::ALL;
    Relatie = Relatie::ALL;
    Adviesuitkomst = Adviesuitkomst::ALL;
    Bekendmakingswijze = Bekendmakingswijze::ALL;
    Rol = dossier::rol::ROLLEN;
    TlvSoort = TlvSoort::ALL;
}

vorm! {
    /// A file as one person may see it.
    Dossierbeeld: "Een dossier zoals deze persoon het mag zien." {
        nummer: String = "Dossiernummer.",
        versie: u64 = "De versie, om een opdracht op te baseren.",
        alleen_lezen: bool = "Er staat iets in dat een nieuwere versie van het programma schreef: er kan niets bij.",
        naam: String = "Hele naam van het kind.",
        roepnaam: String = "Roepnaam.",
        voorvoegsel: String = "Voorvoegsel; mag leeg zijn.",
        achternaam: String = "Achternaam.",
        geslacht: Option<&'static str> = "Geslacht: man, vrouw of onbekend.",
        geboortedatum: Option<Date> = "Geboortedatum.",
        overleden_op: Option<Date> = "Overleden op.",
        delen: Vec<Deel> = "De delen die deze persoon mag lezen.",
        mag: Vec<&'static str> = "De opdrachten die deze rol nu mag geven.",
        inschrijving: Option<Inschrijving> = "Waar het kind op school zit.",
        zorgplicht: Vec<String> = "Wie de zorgplicht heeft.",
        adres: Option<Adres> = "Adres; niet als het voor deze persoon geheim is.",
        adres_geheim: bool = "Het adres is geheim.",
        scholen_geheim: bool = "Op welke scholen het kind zit of zat, is voor deze persoon geheim.",
        mensen: Vec<Persoon> = "De mensen rond het kind.",
        contacten: Vec<Contact> = "Eerste contacten met scholen, volgens de ouders.",
        #[serde(flatten)]
        zaken: Zaakvelden = "De zaken, per soort.",
        overnames: Vec<Overname> = "Overgenomen OSO-dossiers.",
        brieven: Vec<Brief> = "Brieven, oudste eerst.",
        beurten: Vec<Beurt> = "Wie er aan zet is, de eerste datum eerst.",
        mogelijk: Vec<NuMogelijk> = "Wat u nu met elke zaak kunt doen. Een zaak waarmee u nu niets kunt doen, staat er niet bij.",
        tijdlijn: Vec<Tijdlijnregel> = "Wat er gebeurd is, het nieuwste eerst.",
    }
    /// What can be done with a case now.
    NuMogelijk: "Wat u nu met een zaak kunt doen." {
        over: String = "De zaak, zoals `aanmelding-1`.",
        opdrachten: Vec<&'static str> = "De opdrachten waarvoor het nu het moment is, zoals de bladzijde van de zaak ze op volgorde zet. Of de wet er iets tegen heeft, zegt `proef=ja`.",
    }
    /// A fact on the timeline.
    Tijdlijnregel: "Iets wat gebeurd is." {
        volgnummer: u64 = "Volgnummer in het dossier.",
        op: Date = "De dag waar het over gaat.",
        tekst: String = "Wat, in één zin.",
        door: Door = "Wie het vastlegde; van een verbetering wie verbeterde.",
        woorden: Vec<String> = "Wat iemand erbij typte, deel voor deel; van een verbetering wat er nu staat.",
        deel: Deel = "Bij welk deel van het dossier het hoort.",
        over: Option<String> = "De zaak waar het over gaat, zoals `aanmelding-1`.",
        verbeterd: bool = "Het is later verbeterd.",
    }
    /// Who recorded a fact.
    Door: "Wie iets vastlegde." {
        rol: Rol = "In welke rol.",
        naam: Option<String> = "Naam, waar u die mag weten.",
        organisatie: Option<String> = "Naam van de organisatie; niet van een gezin, en niet waar die geheim is.",
    }
}

impl Dossierbeeld {
    /// What goes over the line of a view, to a family or to who works on the file.
    pub(super) fn of(open: &Geopend, doeners: &Doeners) -> Self {
        let beeld = open.beeld();
        let mag = beeld.mag.iter().copied().filter(|_| !beeld.alleen_lezen).collect();
        Self {
            nummer: beeld.nummer.to_string(),
            versie: beeld.versie,
            alleen_lezen: beeld.alleen_lezen,
            naam: beeld.naam.clone(),
            roepnaam: beeld.roepnaam.clone(),
            voorvoegsel: beeld.voorvoegsel.clone(),
            achternaam: beeld.achternaam.clone(),
            geslacht: beeld.geslacht.map(overig::gender),
            geboortedatum: beeld.geboortedatum,
            overleden_op: beeld.overleden_op,
            delen: beeld.delen.clone(),
            mag,
            inschrijving: beeld.inschrijving.as_ref().map(Inschrijving::of),
            zorgplicht: beeld.zorgplicht.clone(),
            adres: beeld.adres.as_ref().map(Adres::of),
            adres_geheim: beeld.adres_geheim && beeld.leest(Deel::A),
            scholen_geheim: beeld.school_geheim,
            mensen: beeld.mensen.iter().map(Persoon::of).collect(),
            contacten: beeld.contacten.iter().map(Contact::of).collect(),
            zaken: Zaakvelden::of(beeld, open.is_gezin()),
            overnames: beeld.overnames.iter().map(Overname::of).collect(),
            brieven: beeld.brieven.iter().map(Brief::of).collect(),
            beurten: beeld.beurten.iter().map(|(beurt, organisatie)| Beurt::of(beurt, organisatie)).collect(),
            mogelijk: NuMogelijk::all(open),
            tijdlijn: Tijdlijnregel::all(beeld, doeners),
        }
    }
}

impl NuMogelijk {
    /// Case by case, where there is something to do.
    fn all(open: &Geopend) -> Vec<Self> {
        let cases = open.beeld().namen().into_iter();
        let told = cases.map(|over| Self {
            over: over.to_string(),
            opdrachten: open.mogelijk(over).into_iter().map(Opdrachtnaam::naam).collect(),
        });
        told.filter(|told| !told.opdrachten.is_empty()).collect()
    }
}

/// The cases of one kind as they go over the line. Their process declares it with its pages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Zaakvorm {
    /// The field of the view.
    pub(crate) veld: &'static str,
    /// What it holds, in words.
    pub(crate) zegt: &'static str,
    /// What its JSON looks like.
    pub(crate) schema: fn(&mut Schemas) -> Value,
    /// Its JSON, of a view.
    pub(crate) van: fn(&Kindbeeld) -> Json,
}

/// JSON that is written already; none when it could not be.
pub(crate) type Json = Option<Box<RawValue>>;

/// Writes cases.
pub(crate) fn geschreven<T: Serialize>(zaken: impl Iterator<Item = T>) -> Json {
    serde_json::value::to_raw_value(&zaken.collect::<Vec<T>>()).ok()
}

/// The same cases without what a family is not given of them.
fn for_family(json: &RawValue) -> Json {
    let mut value: Value = serde_json::from_str(json.get()).ok()?;
    herkomst::without_fingerprints(&mut value);
    serde_json::value::to_raw_value(&value).ok()
}

/// The cases of a view, a field for each kind.
#[derive(Debug, Clone)]
pub(crate) struct Zaakvelden(Vec<(&'static str, Json)>);

impl Zaakvelden {
    fn of(beeld: &Kindbeeld, gezin: bool) -> Self {
        let told = |json: Json| if gezin { json.and_then(|json| for_family(&json)) } else { json };
        Self(zaakvormen().map(|vorm| (vorm.veld, told((vorm.van)(beeld)))).collect())
    }
}

impl Serialize for Zaakvelden {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (veld, json) in &self.0 {
            map.serialize_entry(veld, json.as_ref().ok_or_else(|| S::Error::custom("a case has no JSON"))?)?;
        }
        map.end()
    }
}

impl Vorm for Zaakvelden {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.object("Zaken", "De zaken, per soort.", |schemas| Self::velden("", "", schemas))
    }

    fn velden<'a>(_: &'a str, _: &'a str, schemas: &mut Schemas) -> Vec<Schemaveld<'a>> {
        zaakvormen().map(|vorm| (vorm.veld, vorm.zegt, (vorm.schema)(schemas))).collect()
    }
}

impl Tijdlijnregel {
    /// The timeline of a view.
    pub(super) fn all(beeld: &Kindbeeld, doeners: &Doeners) -> Vec<Self> {
        beeld.tijdlijn.iter().map(|regel| Self::of(regel, doeners)).collect()
    }

    fn of(regel: &tijdlijn::Regel, doeners: &Doeners) -> Self {
        Self {
            volgnummer: regel.volgnummer,
            op: regel.op,
            tekst: Taal::Nl.zeg(&regel.tekst),
            door: Door {
                rol: regel.door.rol,
                naam: doeners.naam(&regel.door).map(str::to_owned),
                organisatie: doeners.organisatie(&regel.door).map(str::to_owned),
            },
            woorden: regel.woorden.iter().map(|woorden| Taal::Nl.zeg(woorden)).collect(),
            deel: regel.deel,
            over: regel.onderwerp.map(|onderwerp| onderwerp.to_string()),
            verbeterd: regel.verbeterd,
        }
    }
}

/// The documents of a view.
pub(super) fn all_documents(beeld: &Kindbeeld) -> Vec<Bijlage> {
    let told = beeld.documenten.iter().map(|document| Bijlage {
        kenmerk: document.blob.clone(),
        naam: document.naam.clone(),
        vraag: Some(document.vraag.clone()).filter(|vraag| !vraag.is_empty()),
        lengte: document.lengte,
    });
    told.collect()
}
