//! The one file in a ZIP. The standard wraps every attachment in a ZIP; nothing else of the format
//! is needed, so nothing else is read.

use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

/// What was in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Uitgepakt {
    /// Does not begin as a ZIP.
    GeenZip,
    /// Exactly one file.
    Bestand(Vec<u8>),
    /// None or several files.
    MeerBestanden,
    /// Begins as a ZIP and cannot be read.
    Beschadigd,
    /// Becomes larger than the limit.
    TeGroot,
}

const BEGIN: &[u8] = b"PK\x03\x04";
const INHOUD: &[u8] = b"PK\x01\x02";
const EINDE: &[u8] = b"PK\x05\x06";
/// Length of the end record without the comment after it, and of the longest comment.
const LENGTE_EINDE: usize = 22;
const LANGSTE_COMMENTAAR: usize = 65_535;

/// Unpacks at most `hoogstens` bytes.
pub(super) fn enige_bestand(bytes: &[u8], hoogstens: usize) -> Uitgepakt {
    if !bytes.starts_with(BEGIN) {
        return Uitgepakt::GeenZip;
    }
    let Some(einde) = einde(bytes) else { return Uitgepakt::Beschadigd };
    if getal16(bytes, einde + 10) != Some(1) {
        return Uitgepakt::MeerBestanden;
    }
    let Some((bestand, gepakt)) = bestand(bytes, einde) else { return Uitgepakt::Beschadigd };
    if bestand.lengte > hoogstens {
        return Uitgepakt::TeGroot;
    }
    let mut inhoud = Vec::new();
    // One byte more than promised shows that the promise was false.
    let grens = u64::try_from(bestand.lengte).unwrap_or(u64::MAX).saturating_add(1);
    let gelezen = match bestand.methode {
        0 => gepakt.take(grens).read_to_end(&mut inhoud),
        8 => DeflateDecoder::new(gepakt).take(grens).read_to_end(&mut inhoud),
        _ => return Uitgepakt::Beschadigd,
    };
    let mut crc = Crc::new();
    crc.update(&inhoud);
    let klopt = gelezen.is_ok() && inhoud.len() == bestand.lengte && crc.sum() == bestand.crc;
    if klopt { Uitgepakt::Bestand(inhoud) } else { Uitgepakt::Beschadigd }
}

struct Bestand {
    methode: u16,
    crc: u32,
    lengte: usize,
}

/// Where the end record begins: it is the last one in the file.
fn einde(bytes: &[u8]) -> Option<usize> {
    let laatste = bytes.len().checked_sub(LENGTE_EINDE)?;
    let eerste = laatste.saturating_sub(LANGSTE_COMMENTAAR);
    (eerste..=laatste).rev().find(|plek| bytes.get(*plek..).is_some_and(|rest| rest.starts_with(EINDE)))
}

/// The description of the file in the central directory, and its packed bytes.
fn bestand(bytes: &[u8], einde: usize) -> Option<(Bestand, &[u8])> {
    let plek = lengte32(bytes, einde + 16)?;
    let versleuteld = getal16(bytes, plek.checked_add(8)?)? & 1 == 1;
    if !bytes.get(plek..)?.starts_with(INHOUD) || versleuteld {
        return None;
    }
    let gepakt = lengte32(bytes, plek + 20)?;
    let bestand = Bestand {
        methode: getal16(bytes, plek + 10)?,
        crc: getal32(bytes, plek + 16)?,
        lengte: lengte32(bytes, plek + 24)?,
    };
    let lokaal = lengte32(bytes, plek + 42)?;
    if !bytes.get(lokaal..)?.starts_with(BEGIN) {
        return None;
    }
    let namen = usize::from(getal16(bytes, lokaal + 26)?) + usize::from(getal16(bytes, lokaal + 28)?);
    let begin = lokaal.checked_add(30)?.checked_add(namen)?;
    Some((bestand, bytes.get(begin..begin.checked_add(gepakt)?)?))
}

fn getal16(bytes: &[u8], plek: usize) -> Option<u16> {
    let vier = bytes.get(plek..plek.checked_add(2)?)?;
    Some(u16::from_le_bytes(vier.try_into().ok()?))
}

fn getal32(bytes: &[u8], plek: usize) -> Option<u32> {
    let vier = bytes.get(plek..plek.checked_add(4)?)?;
    Some(u32::from_le_bytes(vier.try_into().ok()?))
}

fn lengte32(bytes: &[u8], plek: usize) -> Option<usize> {
    usize::try_from(getal32(bytes, plek)?).ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write;

    /// A ZIP with one deflated file, as senders make it.
    pub(crate) fn zip_met(naam: &str, inhoud: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(inhoud).unwrap();
        let gepakt = encoder.finish().unwrap();
        let mut crc = Crc::new();
        crc.update(inhoud);
        let lengte = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
        let mut gemeen = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        gemeen.extend(crc.sum().to_le_bytes());
        gemeen.extend(lengte(gepakt.len()));
        gemeen.extend(lengte(inhoud.len()));
        gemeen.extend(u16::try_from(naam.len()).unwrap().to_le_bytes());
        gemeen.extend([0, 0]);
        let mut zip = [BEGIN, &gemeen, naam.as_bytes(), &gepakt].concat();
        let inhoudsopgave = zip.len();
        zip.extend([INHOUD, &[20, 0], &gemeen, &[0; 14], naam.as_bytes()].concat());
        let einde = zip.len();
        zip.extend(
            [
                EINDE,
                &[0, 0, 0, 0, 1, 0, 1, 0],
                &lengte(einde - inhoudsopgave),
                &lengte(inhoudsopgave),
                &[0, 0],
            ]
            .concat(),
        );
        zip
    }

    /// The same ZIP, saying that its file has this length.
    pub(crate) fn zip_die_belooft(lengte: u32, mut zip: Vec<u8>) -> Vec<u8> {
        let plek = einde(&zip).and_then(|einde| lengte32(&zip, einde + 16)).unwrap() + 24;
        zip.splice(plek..plek + 4, lengte.to_le_bytes());
        zip
    }

    #[test]
    fn one_file_is_unpacked() {
        let inhoud = b"de ijsvogel vliegt ".repeat(100);
        assert_eq!(enige_bestand(&zip_met("plan.txt", &inhoud), 10_000), Uitgepakt::Bestand(inhoud));
    }

    #[test]
    fn a_bomb_stops_at_the_limit_whatever_it_promises() {
        let bom = zip_met("bom.txt", &vec![0; 1_000_000]);
        assert_eq!(enige_bestand(&bom, 999_999), Uitgepakt::TeGroot);
        assert_eq!(enige_bestand(&zip_die_belooft(10, bom), 999_999), Uitgepakt::Beschadigd);
    }

    #[test]
    fn what_is_no_zip_or_a_broken_one_is_told_apart() {
        assert_eq!(enige_bestand(b"%PDF-1.7", 100), Uitgepakt::GeenZip);
        let heel = zip_met("plan.txt", b"plan");
        assert_eq!(enige_bestand(&heel[..heel.len() - 30], 100), Uitgepakt::Beschadigd);
        let mut fout = heel.clone();
        fout[14] ^= 1;
        assert_eq!(
            enige_bestand(&fout, 100),
            Uitgepakt::Bestand(b"plan".to_vec()),
            "the central directory decides"
        );
        let mut twee = heel;
        let plek = einde(&twee).unwrap() + 10;
        twee[plek] = 2;
        assert_eq!(enige_bestand(&twee, 100), Uitgepakt::MeerBestanden);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(ruis in proptest::collection::vec(any::<u8>(), 0..80), plek in 0_usize..150, waarde: u8) {
            let mut zip = zip_met("a.txt", b"aaaaaaaaaaaaaaaaaaaaaa");
            if let Some(byte) = zip.get_mut(plek) {
                *byte = waarde;
            }
            enige_bestand(&zip, 100);
            enige_bestand(&[BEGIN, &ruis].concat(), 100);
        }
    }
}
