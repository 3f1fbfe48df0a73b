//! The guard in front of the XML parser: one pass over the bytes, without recursion and without
//! memory, that refuses what could hurt a parser.
//!
//! `roxmltree` builds its tree without recursion, so depth alone does not overflow the stack; but
//! the tree takes many times the size of the text, duplicate attributes are looked up pairwise
//! (twenty thousand on one element take seconds) and every namespace declaration is copied to the
//! elements below it. Bounds on depth, elements, attributes and length of a tag bound all of these. What is not well-formed is left to the parser.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::fout::{OsoFout, Reden};
use crate::grenzen;
use crate::regels::Regels;

/// The bytes as text, when they are safe to parse.
pub(super) fn bewaak(bytes: &[u8]) -> Result<Cow<'_, str>, OsoFout> {
    let fout = |regel, reden| OsoFout { regel, element: String::new(), reden };
    if bytes.len() > grenzen::OSO_BESTAND {
        return Err(fout(1, Reden::TeGroot));
    }
    let tekst = decodeer(bytes).map_err(|plek| fout(Regels::van(bytes).nummer(plek), Reden::Codering))?;
    if tekst.len() > grenzen::OSO_BESTAND {
        return Err(fout(1, Reden::TeGroot));
    }
    if tekst.trim().is_empty() {
        return Err(fout(1, Reden::Leeg));
    }
    if !tekst.trim_start().starts_with('<') {
        return Err(fout(1, Reden::GeenXml("het bestand begint niet met '<'")));
    }
    let walked = Scan { tekst: &tekst, plek: 0, diepte: 0, elementen: 0 }.loop_door();
    walked.map_err(|(plek, naam, reden)| OsoFout {
        regel: Regels::van(tekst.as_bytes()).nummer(plek),
        element: naam.chars().take(60).collect(),
        reden,
    })?;
    Ok(tekst)
}

/// The characters, in the encoding of the first bytes or else of the declaration; the place of a byte that is none.
fn decodeer(bytes: &[u8]) -> Result<Cow<'_, str>, usize> {
    let wide = |encoding: &'static Encoding, text| {
        encoding.decode_without_bom_handling_and_without_replacement(text).ok_or(0)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => wide(UTF_16BE, rest),
        [b'<', 0, ..] => wide(UTF_16LE, bytes),
        [0, b'<', ..] => wide(UTF_16BE, bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => match gedeclareerd(bytes) {
            None => utf8(bytes),
            Some(naam) => match Encoding::for_label(naam) {
                Some(encoding) if encoding == UTF_8 => utf8(bytes),
                Some(encoding) if encoding.is_single_byte() => {
                    encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(0)
                }
                _ => Err(0),
            },
        },
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, usize> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| error.valid_up_to())
}

/// The name of the encoding in the first line of XML, where it says one.
fn gedeclareerd(bytes: &[u8]) -> Option<&[u8]> {
    let kop = bytes.strip_prefix(b"<?xml")?;
    let kop = kop.get(..kop.windows(2).take(200).position(|einde| einde == b"?>")?)?;
    let at = kop.windows(8).position(|woord| woord == b"encoding")? + 8;
    let na = kop.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (mark, na) = na.split_first()?;
    na.split(|byte| byte == mark).next()
}

struct Scan<'a> {
    tekst: &'a str,
    plek: usize,
    diepte: usize,
    elementen: usize,
}

/// Place, name of the tag, reason.
type Geweigerd<'a> = (usize, &'a str, Reden);

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        self.tekst.get(self.plek..).unwrap_or_default()
    }

    fn loop_door(mut self) -> Result<(), Geweigerd<'a>> {
        while let Some(begin) = self.rest().find('<') {
            self.plek += begin;
            let rest = self.rest();
            if rest.starts_with("<!--") {
                self.sla_over("-->");
            } else if rest.starts_with("<![CDATA[") {
                self.sla_over("]]>");
            } else if rest.starts_with("<?") {
                self.sla_over("?>");
            } else if rest.starts_with("<!") {
                return Err((self.plek, "", Reden::Dtd));
            } else if rest.starts_with("</") {
                self.diepte = self.diepte.saturating_sub(1);
                self.sla_over(">");
            } else {
                self.open_tag()?;
            }
        }
        Ok(())
    }

    /// To just after `einde`, or to the end of the text.
    fn sla_over(&mut self, einde: &str) {
        self.plek += self.rest().find(einde).map_or(self.rest().len(), |at| at + einde.len());
    }

    fn open_tag(&mut self) -> Result<(), Geweigerd<'a>> {
        let (begin, rest) = (self.plek, self.rest());
        let naam = naam_van(rest);
        let lengte = lengte_tag(rest).map_err(|reden| (begin, naam, reden))?;
        self.plek += lengte;
        self.elementen += 1;
        let leeg = rest.get(..lengte).is_some_and(|tag| tag.ends_with("/>"));
        self.diepte += usize::from(!leeg);
        if self.elementen > grenzen::OSO_ELEMENTEN {
            return Err((begin, naam, Reden::TeVeelElementen));
        }
        if self.diepte > grenzen::OSO_DIEPTE {
            return Err((begin, naam, Reden::TeDiep));
        }
        Ok(())
    }
}

/// Bytes from `<` up to and including the `>` that is not inside quotes.
fn lengte_tag(rest: &str) -> Result<usize, Reden> {
    let mut aanhaling = None;
    let mut attributen = 0;
    for (plek, byte) in rest.bytes().enumerate().take(grenzen::OSO_TAG) {
        match (aanhaling, byte) {
            (None, b'>') => return Ok(plek + 1),
            (None, b'=') => attributen += 1,
            (None, b'"' | b'\'') => aanhaling = Some(byte),
            (Some(open), dicht) if open == dicht => aanhaling = None,
            _ => {}
        }
        if attributen > grenzen::OSO_ATTRIBUTEN {
            return Err(Reden::TeVeelAttributen);
        }
    }
    let te_lang = rest.len() > grenzen::OSO_TAG;
    Err(if te_lang { Reden::TeLangeTag } else { Reden::GeenXml("een tag is niet afgesloten") })
}

fn naam_van(tag: &str) -> &str {
    let na = tag.strip_prefix('<').unwrap_or(tag);
    na.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '<')).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reden(xml: &str) -> (u32, Reden) {
        let fout = bewaak(xml.as_bytes()).unwrap_err();
        (fout.regel, fout.reden)
    }

    #[test]
    fn a_million_levels_are_refused_before_parsing() {
        assert_eq!(reden(&"<a>".repeat(1_000_000)), (1, Reden::TeDiep));
        assert_eq!(reden(&"<a>\n".repeat(40)), (33, Reden::TeDiep));
    }

    #[test]
    fn a_flood_is_refused_before_parsing() {
        assert_eq!(reden(&"<a/>".repeat(grenzen::OSO_ELEMENTEN + 1)).1, Reden::TeVeelElementen);
        assert_eq!(reden(&format!("<x{}/>", " a='1'".repeat(17))).1, Reden::TeVeelAttributen);
        assert_eq!(reden(&format!("<x a='{}'/>", "=".repeat(grenzen::OSO_TAG))).1, Reden::TeLangeTag);
        assert!(bewaak(format!("<x a='{}'/>", "=".repeat(100)).as_bytes()).is_ok());
    }

    #[test]
    fn a_document_type_is_refused_wherever_it_hides() {
        assert_eq!(reden("<?xml version='1.0'?>\n<!DOCTYPE d [<!ENTITY a 'x'>]><d/>"), (2, Reden::Dtd));
        assert_eq!(reden("<d>\n<!ENTITY a 'x'>\n</d>"), (2, Reden::Dtd));
        assert!(bewaak(b"<d><!-- <!DOCTYPE d> --><![CDATA[<!DOCTYPE d>]]></d>").is_ok());
    }

    #[test]
    fn a_file_is_read_in_the_encoding_that_it_declares() {
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><d>Ren\xe9</d>";
        assert!(bewaak(latin).unwrap().ends_with("<d>René</d>"));
        let windows = b"<?xml version='1.0' encoding=\"windows-1252\"?><d>\x80</d>";
        assert!(bewaak(windows).unwrap().ends_with("<d>€</d>"));
        let text = "<?xml version='1.0' encoding='UTF-16'?><d>René</d>";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for wide in [[&b"\xff\xfe"[..], &little].concat(), [&b"\xfe\xff"[..], &big].concat(), little, big] {
            assert_eq!(bewaak(&wide).unwrap(), text);
        }
        for not in ["UTF-16", "Shift_JIS", "klingon"] {
            assert_eq!(reden(&format!("<?xml version='1.0' encoding='{not}'?><d/>")).1, Reden::Codering);
        }
        assert_eq!(bewaak(b"<d>\n\xe9</d>").unwrap_err().regel, 2);
        assert_eq!(bewaak(b"\xff\xfe<\0d").unwrap_err().reden, Reden::Codering);
        assert!(bewaak(b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><d/>").is_ok());
        assert_eq!(reden(" \n").1, Reden::Leeg);
    }

    #[test]
    fn another_kind_of_file_is_named_as_such() {
        let other = format!("# Lees mij\n\nKies `<5` {}", "x".repeat(grenzen::OSO_TAG));
        assert_eq!(reden(&other), (1, Reden::GeenXml("het bestand begint niet met '<'")));
        assert!(bewaak(b"\n  <d/>").is_ok());
    }

    #[test]
    fn a_bracket_in_an_attribute_is_no_end() {
        assert!(bewaak(b"<d a='>' b=\"<x>\"><e/></d>").is_ok());
    }
}
