//! A table with a header, whatever its layout: encoding, columns, rows, and the first wrong column.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use csv::StringRecord;

use super::codering::{Codering, decodeer};
use super::import::Verzamelaar;
use super::{
    BestandFout, Gelezen, Import, Onbruikbaar, Rij, Soort, Vingerafdruk, leerlingen, pc4_swv, vestigingen,
};
use crate::grenzen;
use crate::regels::Regels;

/// Names that columns had in files of earlier years, with the name that they have now.
const OUDE_NAMEN: [(&str, &str); 5] = [
    ("BRIN NUMMER", "INSTELLINGSCODE"),
    ("BRINNUMMER", "INSTELLINGSCODE"),
    ("BRIN_NUMMER", "INSTELLINGSCODE"),
    ("VESTIGINGSNUMMER", "VESTIGINGSCODE"),
    ("VESTIGINGS NUMMER", "VESTIGINGSCODE"),
];
/// The number that DUO's portal puts before each row of a download: another with every file, and a fact of no school.
const NUMMER_VAN_CKAN: &str = "_id";
/// Files of DUO that are often taken for one of ours: columns that they have, one that they have not, and what to say.
const ANDERE_BESTANDEN: [(&[&str], &str, &str); 4] = [
    (
        &["VESTIGINGSCODE", "SCHOOLJAAR", "AANTAL_LEERLINGEN"],
        "LEERLINGEN_2020",
        "het DUO-bestand met leerlingen met een regel per schooljaar; Leerrecht leest het bestand met een kolom per jaar, \
         van LEERLINGEN_1996 af",
    ),
    (
        &["PEILJAAR", "AANTAL_LEERLINGEN"],
        "NAAM_VESTIGING",
        "een telling van DUO van leerlingen naar een kenmerk; Leerrecht leest de historische leerlingenaantallen per vestiging",
    ),
    (
        &["INSTELLINGSCODE", "INSTELLINGSNAAM"],
        "VESTIGINGSCODE",
        "het DUO-bestand met hoofdvestigingen; Leerrecht leest het bestand met alle vestigingen",
    ),
    (
        &["BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAG NAAM"],
        "VESTIGINGSCODE",
        "het DUO-bestand met besturen; Leerrecht leest het bestand met alle vestigingen",
    ),
];

/// What a layout looks like.
pub(super) struct Indeling {
    pub(super) soort: Soort,
    /// What the source puts between fields.
    pub(super) scheiding: u8,
    /// Columns without which it is another file.
    pub(super) kolommen: &'static [&'static str],
    /// Columns that are used when there.
    pub(super) ook: &'static [&'static str],
    /// Columns that this layout has beside those of others: the first tells it from them.
    pub(super) eigen: &'static [&'static str],
    /// Name prefix of columns of which there are as many as there are years.
    pub(super) jaren: Option<&'static str>,
    pub(super) kolom_code: &'static str,
}

/// Reads a whole table; `rij` makes one typed row.
pub(super) fn lees<T: Rij>(
    bytes: &[u8],
    indeling: &Indeling,
    rij: impl Fn(&mut Regel<'_>) -> Option<T>,
) -> Result<Import<T>, BestandFout> {
    let tekst = decodeer(bytes, Codering::Tabel, indeling.soort).map_err(|fout| {
        let other = matches!(fout, BestandFout::Codering { .. }).then(|| ander_bestand(bytes, indeling));
        other.flatten().unwrap_or(fout)
    })?;
    let regels = Regels::van(tekst.as_bytes());
    let scheiding = scheiding(&tekst, indeling)?;
    let mut lezer = lezer(&tekst, scheiding);
    let mut record = StringRecord::new();
    lees_record(&mut lezer, &mut record);
    let kop = Kop::lees(&record, indeling)?;
    let mut verzamelaar = Verzamelaar::new(indeling.soort, indeling.kolom_code);
    while lees_record(&mut lezer, &mut record) {
        // What a spreadsheet leaves below a table.
        if record.iter().all(|veld| veld.trim().is_empty()) {
            continue;
        }
        let begin = begin_van(&record, &tekst);
        let nummer = regels.nummer(begin);
        let eind = usize::try_from(lezer.position().byte()).unwrap_or(usize::MAX);
        if zwerft_over_regels(&record, &kop, scheiding) {
            return Err(BestandFout::Aanhalingsteken { regel: nummer });
        }
        let mut regel = Regel { kop: &kop, velden: &record, nummer, fout: None };
        regel.keur_vorm(eind.saturating_sub(begin));
        let typed = rij(&mut regel);
        match (regel.fout, typed) {
            (None, Some(rij)) => {
                verzamelaar.neem(Gelezen { regel: nummer, vingerafdruk: kop.vingerafdruk(&record), rij });
            }
            (fout, _) => {
                let code = kop.veld(&record, indeling.kolom_code);
                let fout = fout.map_or_else(
                    || Onbruikbaar::new(nummer, indeling.kolom_code, code, "deze rij is niet te lezen"),
                    |(_, fout)| fout,
                );
                if T::OVERAL_TE_HERKENNEN {
                    verzamelaar.weiger(fout, &record);
                } else {
                    verzamelaar.weiger(fout, [code]);
                }
            }
        }
    }
    let import = verzamelaar.klaar(kop.onbekend(indeling));
    if import.gelezen() == 0 { Err(BestandFout::GeenRijen { soort: indeling.soort }) } else { Ok(import) }
}

fn lezer(tekst: &str, scheiding: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(scheiding)
        .has_headers(false)
        .flexible(true)
        .from_reader(tekst.as_bytes())
}

/// What stands between the fields: a semicolon or a comma, whichever makes columns of the header. Another character is
/// named.
fn scheiding(tekst: &str, indeling: &Indeling) -> Result<u8, BestandFout> {
    let mist = |scheiding: u8| {
        let mut record = StringRecord::new();
        lees_record(&mut lezer(tekst, scheiding), &mut record);
        Kop::van(&record).ontbreekt(indeling).len()
    };
    // The first of the least: where none fits, what the source writes.
    let gelezen = [indeling.scheiding, b';', b','].into_iter().min_by_key(|teken| mist(*teken));
    let gelezen = gelezen.unwrap_or(indeling.scheiding);
    let ander = [(b'\t', "een tab"), (b'|', "een rechte streep")];
    match ander.into_iter().find(|(teken, _)| mist(*teken) == 0) {
        Some((_, gevonden)) if mist(gelezen) > 0 => Err(BestandFout::Scheiding { gevonden }),
        Some(_) | None => Ok(gelezen),
    }
}

/// The next record. Reading from memory cannot fail and the text is valid UTF-8 already.
fn lees_record(lezer: &mut csv::Reader<&[u8]>, record: &mut StringRecord) -> bool {
    lezer.read_record(record).unwrap_or(false)
}

/// Where a record begins, past the line ends before it.
fn begin_van(record: &StringRecord, tekst: &str) -> usize {
    let gemeld = record.position().map_or(0, |plek| usize::try_from(plek.byte()).unwrap_or(usize::MAX));
    let rest = tekst.as_bytes().get(gemeld..).unwrap_or_default();
    gemeld + rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count()
}

/// A row over several lines is only believed when it has the right number of fields and no field
/// holds a line end together with a separator: otherwise a quote is missing and rows would vanish.
fn zwerft_over_regels(record: &StringRecord, kop: &Kop, scheiding: u8) -> bool {
    let mut meerregelig = record.iter().filter(|veld| veld.contains('\n')).peekable();
    meerregelig.peek().is_some()
        && (record.len() != kop.namen.len() || meerregelig.any(|veld| veld.contains(char::from(scheiding))))
}

/// Of a file in the wrong encoding, the error that it is another known file, when its header says so:
/// that helps more than a remark about bytes.
fn ander_bestand(bytes: &[u8], indeling: &Indeling) -> Option<BestandFout> {
    let begin = bytes.get(..grenzen::REGEL).unwrap_or(bytes);
    let regel = begin.split(|b| *b == b'\n').next()?;
    let tekst = String::from_utf8_lossy(regel.strip_prefix(b"\xef\xbb\xbf").unwrap_or(regel));
    let record: StringRecord = tekst.trim_end().split(char::from(indeling.scheiding)).collect();
    Kop::lees(&record, indeling)
        .err()
        .filter(|fout| matches!(fout, BestandFout::Kop { lijkt_op: Some(_), .. }))
}

/// The header.
struct Kop {
    namen: Vec<String>,
    index: BTreeMap<String, usize>,
}

impl Kop {
    fn lees(record: &StringRecord, indeling: &Indeling) -> Result<Self, BestandFout> {
        if record.len() > grenzen::KOLOMMEN {
            return Err(BestandFout::TeVeelKolommen { gevonden: record.len(), hoogstens: grenzen::KOLOMMEN });
        }
        let kop = Self::van(record);
        let ontbreekt = kop.ontbreekt(indeling);
        if !ontbreekt.is_empty() {
            let lijkt_op = kop.lijkt_op(indeling);
            return Err(BestandFout::Kop { soort: indeling.soort, ontbreekt, gevonden: kop.namen, lijkt_op });
        }
        let dubbel = |(plek, naam): &(usize, &String)| !naam.is_empty() && kop.index.get(*naam) != Some(plek);
        match kop.namen.iter().enumerate().find(dubbel) {
            Some((_, naam)) => Err(BestandFout::DubbeleKolom {
                kolom: naam.chars().take(grenzen::GETOONDE_WAARDE).collect(),
            }),
            None => Ok(kop),
        }
    }

    /// The names of the columns; an older name is read as the name of now.
    fn van(record: &StringRecord) -> Self {
        let gevonden: Vec<&str> = record.iter().map(str::trim).collect();
        let nu = |naam: &str| {
            let nu = OUDE_NAMEN.iter().find(|(oud, nu)| *oud == naam && !gevonden.contains(nu));
            nu.map_or(naam, |(_, nu)| *nu).to_owned()
        };
        let namen: Vec<String> = gevonden.iter().map(|naam| nu(naam)).collect();
        let index = namen.iter().cloned().zip(0..).collect();
        Self { namen, index }
    }

    fn ontbreekt(&self, indeling: &Indeling) -> Vec<String> {
        let mut namen: Vec<String> = indeling
            .kolommen
            .iter()
            .chain(indeling.eigen)
            .filter(|naam| !self.index.contains_key(**naam))
            .map(|naam| (*naam).to_owned())
            .collect();
        if let Some(begin) = indeling.jaren
            && self.jaren(begin).next().is_none()
        {
            namen.push(format!("{begin}JJJJ"));
        }
        namen
    }

    /// Another layout of which every column is there.
    fn lijkt_op(&self, gevraagd: &Indeling) -> Option<&'static str> {
        if self.namen.first().is_some_and(|naam| naam.starts_with('{')) {
            return Some(Soort::DuoGeo.omschrijving());
        }
        // A comma or semicolon in the only column: split as the other layouts would.
        let delen: Vec<&str> =
            self.namen.iter().flat_map(|naam| naam.split([';', ','])).map(str::trim).collect();
        let heeft = |kolommen: &[&str]| kolommen.iter().all(|kolom| delen.contains(kolom));
        // It is what it was taken for, and lacks something.
        if gevraagd.eigen.first().is_some_and(|eigen| delen.contains(eigen)) {
            return None;
        }
        let bekend = [
            &vestigingen::INDELING_VO,
            &vestigingen::INDELING_SO,
            &vestigingen::INDELING,
            &leerlingen::INDELING,
            &pc4_swv::MASTER,
            &pc4_swv::TABEL_2015,
        ];
        let bekend = bekend
            .into_iter()
            .filter(|ander| {
                ander.soort != gevraagd.soort
                    && ander.jaren.is_none_or(|begin| self.jaren(begin).next().is_some())
            })
            .find(|ander| heeft(ander.kolommen) && heeft(ander.eigen));
        let vreemd = || {
            let ander = ANDERE_BESTANDEN.iter().find(|(wel, niet, _)| heeft(wel) && !delen.contains(niet));
            ander.map(|(_, _, wat)| *wat)
        };
        bekend.map(|ander| ander.soort.omschrijving()).or_else(vreemd)
    }

    fn jaren<'a>(&'a self, begin: &'a str) -> impl Iterator<Item = (&'a str, i16)> {
        self.namen.iter().filter_map(move |naam| {
            let cijfers = naam.strip_prefix(begin)?;
            let jaar = cijfers.parse().ok()?;
            (cijfers.len() == 4 && (1900..=2200).contains(&jaar)).then_some((naam.as_str(), jaar))
        })
    }

    fn onbekend(&self, indeling: &Indeling) -> Vec<String> {
        let bekend = |naam: &str| {
            naam == NUMMER_VAN_CKAN
                || indeling.eigen.contains(&naam)
                || indeling.kolommen.contains(&naam)
                || indeling.ook.contains(&naam)
                || indeling.jaren.is_some_and(|begin| self.jaren(begin).any(|(kolom, _)| kolom == naam))
        };
        self.namen.iter().filter(|naam| !naam.is_empty() && !bekend(naam)).cloned().collect()
    }

    fn veld<'a>(&self, record: &'a StringRecord, kolom: &str) -> &'a str {
        self.index.get(kolom).and_then(|plek| record.get(*plek)).unwrap_or_default()
    }

    fn vingerafdruk(&self, record: &StringRecord) -> Vingerafdruk {
        Vingerafdruk::van(
            self.index
                .iter()
                .map(|(naam, plek)| (naam.as_str(), record.get(*plek).unwrap_or_default()))
                .filter(|(naam, veld)| *naam != NUMMER_VAN_CKAN && !(naam.is_empty() && veld.is_empty())),
        )
    }
}

/// One row while it is being read; remembers the first wrong column in the order of the file.
pub(super) struct Regel<'a> {
    kop: &'a Kop,
    velden: &'a StringRecord,
    nummer: u32,
    fout: Option<(usize, Onbruikbaar)>,
}

impl Regel<'_> {
    /// The field without the blanks around it; a column that is not there is empty.
    pub(super) fn veld(&self, kolom: &str) -> &str {
        self.kop.veld(self.velden, kolom).trim()
    }

    /// Marks a column as wrong.
    pub(super) fn keur_af(&mut self, kolom: &str, reden: impl Into<String>) {
        let plek = self.kop.index.get(kolom).copied().unwrap_or(usize::MAX);
        let waarde = self.veld(kolom).to_owned();
        self.noteer(plek, kolom, &waarde, reden);
    }

    fn noteer(&mut self, plek: usize, kolom: &str, waarde: &str, reden: impl Into<String>) {
        if self.fout.as_ref().is_none_or(|(eerder, _)| plek < *eerder) {
            self.fout = Some((plek, Onbruikbaar::new(self.nummer, kolom, waarde, reden)));
        }
    }

    /// A code, which must be there.
    pub(super) fn code<C: FromStr<Err: Display>>(&mut self, kolom: &str) -> Option<C> {
        let gelezen = match self.veld(kolom) {
            "" => Err("is leeg".to_owned()),
            tekst => tekst.parse().map_err(|fout: C::Err| fout.to_string()),
        };
        gelezen.map_err(|reden| self.keur_af(kolom, reden)).ok()
    }

    /// A code, or nothing. What is no such code is `None` as well, and makes the row unusable.
    pub(super) fn code_of_leeg<C: FromStr<Err: Display>>(&mut self, kolom: &str) -> Option<C> {
        if self.veld(kolom).is_empty() { None } else { self.code(kolom) }
    }

    /// Text that must be there.
    pub(super) fn tekst(&mut self, kolom: &str) -> Option<String> {
        let tekst = self.veld(kolom).to_owned();
        if tekst.is_empty() {
            self.keur_af(kolom, "is leeg");
            return None;
        }
        Some(tekst)
    }

    /// Text, or nothing.
    pub(super) fn tekst_of_leeg(&self, kolom: &str) -> Option<String> {
        Some(self.veld(kolom)).filter(|tekst| !tekst.is_empty()).map(str::to_owned)
    }

    /// The columns that are a year, with that year.
    pub(super) fn jaren(&self, begin: &str) -> Vec<(String, i16)> {
        self.kop.jaren(begin).map(|(kolom, jaar)| (kolom.to_owned(), jaar)).collect()
    }

    /// What is wrong with a row whatever its layout: length, number of fields, control characters.
    fn keur_vorm(&mut self, bytes: usize) {
        let (verwacht, gevonden) = (self.kop.namen.len(), self.velden.len());
        if bytes > grenzen::REGEL {
            self.noteer(0, &self.naam(0), "", format!("de regel is langer dan {} bytes", grenzen::REGEL));
        }
        if gevonden != verwacht {
            let plek = gevonden.min(verwacht);
            let waarde = self.velden.get(plek).unwrap_or_default().to_owned();
            let reden = format!("de regel heeft {gevonden} velden, de kop heeft er {verwacht}");
            self.noteer(plek, &self.naam(plek), &waarde, reden);
        }
        for (plek, veld) in self.velden.iter().enumerate() {
            if veld.len() > grenzen::VELD {
                self.noteer(plek, &self.naam(plek), veld, format!("is langer dan {} bytes", grenzen::VELD));
            } else if veld.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n')) {
                self.noteer(plek, &self.naam(plek), veld, "bevat een stuurteken");
            }
            // A spreadsheet keeps empty columns behind a table; one without a name that holds something is one too many.
            let naamloos = self.kop.namen.get(plek).is_some_and(String::is_empty);
            if naamloos && self.kop.index.get("") != Some(&plek) && !veld.trim().is_empty() {
                self.noteer(plek, &format!("veld {}", plek + 1), veld, "staat in een kolom zonder naam");
            }
        }
    }

    fn naam(&self, plek: usize) -> String {
        self.kop.namen.get(plek).cloned().unwrap_or_else(|| format!("veld {}", plek + 1))
    }
}
