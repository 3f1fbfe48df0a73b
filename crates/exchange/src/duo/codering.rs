//! From bytes to text: a file in another encoding than its layout says is refused, never guessed at.

use std::borrow::Cow;

use super::{BestandFout, Soort};
use crate::grenzen;
use crate::regels::Regels;

/// How a layout writes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Codering {
    Windows1252,
    Utf8,
}

/// The text of a file, when it is in the encoding of its layout.
pub(super) fn decodeer(bytes: &[u8], codering: Codering, soort: Soort) -> Result<Cow<'_, str>, BestandFout> {
    if bytes.len() > grenzen::REFERENTIE_BESTAND {
        return Err(BestandFout::TeGroot { soort, hoogstens: grenzen::REFERENTIE_BESTAND });
    }
    let fout = |plek: usize, gevonden| BestandFout::Codering {
        regel: Regels::van(bytes).nummer(plek),
        verwacht: match codering {
            Codering::Windows1252 => "Windows-1252",
            Codering::Utf8 => "UTF-8",
        },
        gevonden,
    };
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(fout(0, "het is UTF-16"));
    }
    if let Some(plek) = bytes.iter().position(|b| *b == 0) {
        return Err(fout(plek, "er staan nulbytes in; het is geen tekst"));
    }
    let tekst = match codering {
        Codering::Utf8 => {
            let zonder_bom = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let gelezen = std::str::from_utf8(zonder_bom);
            Cow::Borrowed(
                gelezen.map_err(|e| fout(e.valid_up_to(), "er staan bytes in die geen UTF-8 zijn"))?,
            )
        }
        Codering::Windows1252 => windows_1252(bytes).map_err(|(plek, gevonden)| fout(plek, gevonden))?,
    };
    if tekst.trim().is_empty() { Err(BestandFout::Leeg { soort }) } else { Ok(tekst) }
}

/// Text with accents that is valid UTF-8 is not Windows-1252: reading it as such would turn every
/// accent into two wrong letters.
fn windows_1252(bytes: &[u8]) -> Result<Cow<'_, str>, (usize, &'static str)> {
    let accent = bytes.iter().position(|b| *b >= 0x80);
    if let (Some(plek), Ok(_)) = (accent, std::str::from_utf8(bytes)) {
        return Err((plek, "het is UTF-8"));
    }
    let leeg = |b: &u8| matches!(b, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    if let Some(plek) = bytes.iter().position(leeg) {
        return Err((plek, "er staat een byte in die daarin niet bestaat"));
    }
    let (tekst, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok(tekst)
}
