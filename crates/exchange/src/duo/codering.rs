//! From bytes to text. A table is in UTF-8, or in the Windows-1252 in which DUO writes some and a Dutch spreadsheet saves
//! all of them: text with accents in the one is next to never valid in the other. What is neither is refused.

use std::borrow::Cow;

use super::{BestandFout, Soort};
use crate::grenzen;
use crate::regels::Regels;

/// How a layout writes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Codering {
    /// UTF-8 or Windows-1252.
    Tabel,
    /// UTF-8 alone.
    Json,
}

/// The text of a file, when it is in the encoding of its layout.
pub(super) fn decodeer(bytes: &[u8], codering: Codering, soort: Soort) -> Result<Cow<'_, str>, BestandFout> {
    if bytes.len() > grenzen::REFERENTIE_BESTAND {
        return Err(BestandFout::TeGroot { soort, hoogstens: grenzen::REFERENTIE_BESTAND });
    }
    let fout = |plek: usize, gevonden| BestandFout::Codering {
        regel: Regels::van(bytes).nummer(plek),
        verwacht: match codering {
            Codering::Tabel => "UTF-8 of Windows-1252",
            Codering::Json => "UTF-8",
        },
        gevonden,
    };
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(fout(0, "het is UTF-16"));
    }
    if let Some(plek) = bytes.iter().position(|b| *b == 0) {
        return Err(fout(plek, "er staan nulbytes in; het is geen tekst"));
    }
    let zonder_bom = bytes.strip_prefix(b"\xef\xbb\xbf");
    let tekst = match (std::str::from_utf8(zonder_bom.unwrap_or(bytes)), codering) {
        (Ok(tekst), Codering::Tabel | Codering::Json) => Cow::Borrowed(tekst),
        (Err(e), Codering::Tabel) if zonder_bom.is_none() && alleen_ascii(bytes, e.valid_up_to()) => {
            windows_1252(bytes).map_err(|(plek, gevonden)| fout(plek, gevonden))?
        }
        (Err(e), Codering::Tabel | Codering::Json) => {
            return Err(fout(e.valid_up_to(), "er staan bytes in die geen UTF-8 zijn"));
        }
    };
    if tekst.trim().is_empty() { Err(BestandFout::Leeg { soort }) } else { Ok(tekst) }
}

/// Text that is UTF-8 with an accent up to its first wrong byte is damaged UTF-8: read as Windows-1252 every accent before
/// would become two wrong letters.
fn alleen_ascii(bytes: &[u8], tot: usize) -> bool {
    bytes.get(..tot).is_some_and(<[u8]>::is_ascii)
}

fn windows_1252(bytes: &[u8]) -> Result<Cow<'_, str>, (usize, &'static str)> {
    let leeg = |b: &u8| matches!(b, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    if let Some(plek) = bytes.iter().position(leeg) {
        return Err((plek, "er staat een byte in die daarin niet bestaat"));
    }
    let (tekst, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok(tekst)
}
