//! Letters without a typesetter, so that no test but those of the typesetter waits until typst is built and linked.

use std::fmt::Write;

use documents::{Brief, DocumentError, Engine, Huisstijl, Letters, Pdf, printed};
use serde_json::Value;

/// Letters as a small PDF of one empty page that carries, as plain text and line by line, all that a template would
/// print.
pub fn letters() -> Letters {
    Letters::by(Plain)
}

struct Plain;

impl Engine for Plain {
    fn render(&self, brief: &Brief, huisstijl: &Huisstijl) -> Result<Pdf, DocumentError> {
        let mut text = format!("{}\n", brief.soort());
        lines(&printed(brief, huisstijl), &mut text);
        // As the typesetter has no font for Han.
        let han = text.chars().filter(|sign| ('\u{4e00}'..='\u{9fff}').contains(sign));
        let lost: std::collections::BTreeSet<char> = han.collect();
        Ok(Pdf::new(file(&text).into_bytes(), 1, lost.into_iter().collect()))
    }

    fn join(&self, letters: &[Vec<u8>]) -> Result<Vec<u8>, DocumentError> {
        let said = |letter: &Vec<u8>| {
            let text = String::from_utf8_lossy(letter).into_owned();
            let (_, stream) = text.split_once("stream\n").unwrap_or_default();
            stream.split("endstream").next().unwrap_or_default().to_owned()
        };
        Ok(file(&letters.iter().map(said).collect::<String>()).into_bytes())
    }
}

/// Every text of the letter on a line of its own, in the order of its fields.
fn lines(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|item| lines(item, out)),
        Value::Object(fields) => fields.values().for_each(|field| lines(field, out)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A file that a reader of PDF can open: catalogue, pages, one page, and the text as a stream that no page draws.
fn file(text: &str) -> String {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (nl) >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{text}endstream", text.len()),
    ];
    let mut out = "%PDF-1.7\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (nr, object) in (1..).zip(&objects) {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        let _ = writeln!(out, "{nr} 0 obj\n{object}\nendobj");
    }
    let (start, size) = (out.len(), objects.len() + 1);
    let _ = write!(
        out,
        "xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_carries_its_kind_and_all_its_text() {
        for sample in documents::samples() {
            let pdf = letters().render(&sample.brief, &Huisstijl::default()).unwrap();
            let text = String::from_utf8(pdf.into_bytes()).unwrap();
            assert!(text.starts_with("%PDF-"), "{text}");
            let hoofd = sample.brief.hoofd();
            for said in [
                sample.brief.soort(),
                hoofd.afzender.organisatie.as_str(),
                hoofd.afzender.ondertekenaar.as_str(),
            ] {
                assert!(text.lines().any(|line| line == said), "{} lacks {said}", sample.naam);
            }
        }
    }

    #[test]
    fn a_reader_finds_every_object_where_the_table_says() {
        let text = file("één regel\n");
        let at = |nr: usize| text.get(nr..).unwrap();
        let start: usize = text.lines().rev().nth(1).unwrap().parse().unwrap();
        assert!(at(start).starts_with("xref\n0 5\n"));
        let places = at(start).lines().skip(3).take(4).map(|row| row[..10].parse().unwrap());
        for (nr, place) in (1..).zip(places) {
            assert!(at(place).starts_with(&format!("{nr} 0 obj\n")), "object {nr}");
        }
    }
}
