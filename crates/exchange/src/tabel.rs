//! Lists as CSV for a spreadsheet: UTF-8 with byte order mark, `;`, CRLF.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe in front, so that a school's
//! name can never run something on the computer of the person who opens the list.

use base::Date;

/// One cell of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cel {
    /// Text, made safe when it is written.
    Tekst(String),
    /// A whole number, written as it is, also when negative.
    Getal(i64),
    /// A date as 2026-03-02.
    Datum(Date),
    /// Nothing.
    Leeg,
}

impl From<&str> for Cel {
    fn from(tekst: &str) -> Self {
        Self::Tekst(tekst.to_owned())
    }
}

impl From<String> for Cel {
    fn from(tekst: String) -> Self {
        Self::Tekst(tekst)
    }
}

impl From<i64> for Cel {
    fn from(getal: i64) -> Self {
        Self::Getal(getal)
    }
}

impl From<Date> for Cel {
    fn from(datum: Date) -> Self {
        Self::Datum(datum)
    }
}

impl<T: Into<Cel>> From<Option<T>> for Cel {
    fn from(waarde: Option<T>) -> Self {
        waarde.map_or(Self::Leeg, Into::into)
    }
}

/// A list that cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum TabelFout {
    /// A row is wider or narrower than the header.
    #[error("rij {rij} van de tabel heeft {gevonden} cellen, de kop heeft er {verwacht}")]
    Breedte {
        /// Number of the row under the header, from 1.
        rij: usize,
        /// Cells in the header.
        verwacht: usize,
        /// Cells in the row.
        gevonden: usize,
    },
    /// The writer failed.
    #[error("de tabel kon niet worden geschreven: {0}")]
    Schrijven(#[from] csv::Error),
}

/// Writes a header and rows as CSV.
pub fn schrijf(kop: &[&str], rijen: &[Vec<Cel>]) -> Result<Vec<u8>, TabelFout> {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(&mut bytes);
        writer.write_record(kop.iter().map(|naam| veilig(naam)))?;
        for (index, rij) in rijen.iter().enumerate() {
            if rij.len() != kop.len() {
                return Err(TabelFout::Breedte { rij: index + 1, verwacht: kop.len(), gevonden: rij.len() });
            }
            writer.write_record(rij.iter().map(als_tekst))?;
        }
        writer.flush().map_err(csv::Error::from)?;
    }
    Ok(bytes)
}

fn als_tekst(cel: &Cel) -> String {
    match cel {
        Cel::Tekst(tekst) => veilig(tekst),
        Cel::Getal(getal) => getal.to_string(),
        Cel::Datum(datum) => datum.to_string(),
        Cel::Leeg => String::new(),
    }
}

/// The text with an apostrophe in front when a spreadsheet could take it for a formula.
///
/// Besides `=`, `+`, `-`, `@` and tab also line ends (some programs skip them) and the wide forms
/// that Japanese keyboards give.
fn veilig(tekst: &str) -> String {
    let formule = tekst.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formule { format!("'{tekst}") } else { tekst.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
        let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').unwrap();
        csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .from_reader(text.as_bytes())
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn a_list_reads_back_as_it_was_written() {
        let rijen = vec![
            vec![
                Cel::from("De Zilvermeeuw; locatie \"Noord\""),
                Cel::from(-12),
                Cel::from(Date::constant(2026, 3, 2)),
            ],
            vec![Cel::from("Regel een\nregel twee"), Cel::Leeg, Cel::from(None::<i64>)],
        ];
        let bytes = schrijf(&["School", "Aantal", "Datum"], &rijen).unwrap();
        assert!(bytes.starts_with(b"\xef\xbb\xbfSchool;Aantal;Datum\r\n"));
        assert_eq!(
            read_back(&bytes),
            [
                vec!["School", "Aantal", "Datum"],
                vec!["De Zilvermeeuw; locatie \"Noord\"", "-12", "2026-03-02"],
                vec!["Regel een\nregel twee", "", ""],
            ]
        );
    }

    #[test]
    fn no_text_is_a_formula() {
        for gevaar in ["=1+1", "+31", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            let bytes = schrijf(&["Naam"], &[vec![Cel::from(gevaar)]]).unwrap();
            assert_eq!(read_back(&bytes)[1], [format!("'{gevaar}")]);
        }
    }

    #[test]
    fn a_row_that_does_not_fit_the_header_is_refused() {
        let fout = schrijf(&["A", "B"], &[vec![Cel::from("x")]]).unwrap_err();
        assert_eq!(fout.to_string(), "rij 1 van de tabel heeft 1 cellen, de kop heeft er 2");
    }

    proptest! {
        #[test]
        fn every_text_survives(left in "\\PC{0,20}", right in "[a-z\";\r\n ]{0,20}") {
            let bytes = schrijf(&["Links", "Rechts"], &[vec![Cel::from(left.as_str()), Cel::from(right.as_str())]]).unwrap();
            let back = read_back(&bytes);
            prop_assert_eq!(&back[1], &[veilig(&left), veilig(&right)]);
        }
    }
}
