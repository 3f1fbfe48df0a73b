//! The published sample of an OSO dossier, for a real school in Almere and an invented child of eight.

use base::Date;

/// What is told of the sample and does not fit: its school, its child, its people.
const REPLACED: [(&str, &str); 11] = [
    (">00YY<", ">12PM<"),
    (">Testschool<", ">Basisschool De Ark<"),
    (">Daan<", ">Sam<"),
    (">Björn<", ">Samuel<"),
    (">van de<", ">de<"),
    (">Berg<", ">Zonnevis<"),
    ("Berg@werk.nl", "p.dezonnevis@gezin.example"),
    (">Apeldoorn<", ">Almere<"),
    ("7331GJ", "1354EV"),
    ("7311BA", "1354EV"),
    (">PO00YY<", ">PO2401<"),
];

/// The sample as the school of `12PM00` could have sent it on a day.
pub fn rewritten(sample: &str, on: Date) -> String {
    let born = on.year() - 8;
    let replaced = REPLACED.iter().fold(sample.to_owned(), |text, (from, to)| text.replace(from, to));
    one_school_year(&replaced)
        .replace(">2003-03-17<", &format!(">{born}-01-17<"))
        .replace(">17-03-2003<", &format!(">17-01-{born}<"))
        .replace(">2016-01-02<", &format!(">{on}<"))
        .replace(">2016-03-31<", &format!(">{on}<"))
        // A plan that still runs.
        .replace(">2015-05-04<", &format!(">{on}<"))
        .replace(">2016-05-04<", &format!(">{}-05-04<", on.year() + 1))
}

/// Of its ten school years the one in group five.
fn one_school_year(text: &str) -> String {
    let (before, rest) = text.split_once("<schoolloopbaanlijst>").expect("the sample has school years");
    let (years, after) = rest.split_once("</schoolloopbaanlijst>").expect("they end");
    let mut years = years.split_inclusive("</schoolloopbaan>");
    let year = years.find(|year| year.contains("2011-2012")).expect("one of them is that of group five");
    let year = year.replace("2011", "2025").replace("2012", "2026");
    format!("{before}<schoolloopbaanlijst>{year}</schoolloopbaanlijst>{after}")
}
