//! Attachments: base64 in the dossier, a ZIP file around the document, and limits on both.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::boom::{Blok, Boom};
use super::zip::{self, Uitgepakt};
use super::{Herkomst, OsoFout, Reden};
use crate::grenzen;

/// Kinds of file that the standard allows.
const TOEGESTAAN: [&str; 16] = [
    "pdf", "jpg", "jpeg", "png", "doc", "docx", "odf", "odt", "ods", "odp", "odg", "xls", "xlsx", "txt",
    "ppt", "pptx",
];

/// The block to which an attachment belongs. Blocks that can occur more often carry their number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plek {
    /// What the child needs, explained by the school.
    ToelichtingOnderwijsbehoeften,
    /// A diagnosis.
    Diagnose(usize),
    /// A plan of action.
    Handelingsplan(usize),
    /// The development plan.
    Opp,
    /// A decision on admission.
    Tlv(usize),
    /// Learning support.
    Lwoo,
    /// The regional referral committee, for pro and lwoo.
    Rvc,
    /// Absence.
    Verzuim,
    /// Final test of primary school.
    Eindtoets,
    /// A test.
    Toets(usize),
    /// The list of other documents.
    Overig,
    /// Somewhere that the standard does not know; see the path.
    Elders,
}

/// What was found around the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verpakking {
    /// A ZIP with one file in it: [`Bijlage::inhoud`] is that file.
    Uitgepakt,
    /// No ZIP, or one that is a document itself: the bytes are as sent.
    Geen,
    /// A ZIP that cannot be opened (cut off, encrypted, damaged): the bytes are as sent.
    Beschadigd,
}

/// An attachment.
#[derive(Clone, PartialEq, Eq)]
pub struct Bijlage {
    /// The block to which it belongs.
    pub plek: Plek,
    /// The `document` element.
    pub herkomst: Herkomst,
    /// Name of the file as sent, without folders and control characters.
    pub bestandsnaam: String,
    /// What it is.
    pub omschrijving: Option<String>,
    /// `false` for a kind of file that the standard does not allow, such as a program.
    pub toegestane_soort: bool,
    /// What was found around the document.
    pub verpakking: Verpakking,
    /// The bytes.
    pub inhoud: Vec<u8>,
}

impl fmt::Debug for Bijlage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bijlage")
            .field("plek", &self.plek)
            .field("bestandsnaam", &self.bestandsnaam)
            .field("verpakking", &self.verpakking)
            .field("bytes", &self.inhoud.len())
            .finish_non_exhaustive()
    }
}

/// Every attachment of the dossier, together at most `ruimte` bytes.
pub(super) fn alle(boom: &Boom<'_>, mut ruimte: usize) -> Result<Vec<Bijlage>, OsoFout> {
    let documenten = boom.overal("document");
    if let Some(te_veel) = documenten.get(grenzen::OSO_BIJLAGEN) {
        return Err(te_veel.fout(Reden::TeVeelBijlagen));
    }
    let mut bijlagen = Vec::with_capacity(documenten.len());
    for blok in documenten {
        let bijlage = bijlage(blok)?;
        ruimte = ruimte.checked_sub(bijlage.inhoud.len()).ok_or_else(|| blok.fout(Reden::BijlagenTeGroot))?;
        bijlagen.push(bijlage);
    }
    Ok(bijlagen)
}

fn bijlage(blok: Blok<'_, '_>) -> Result<Bijlage, OsoFout> {
    let naam = blok.verplichte_tekst("bestandsnaam")?.waarde;
    let omschrijving = blok.tekst("omschrijving")?.map(|tekst| tekst.waarde);
    let inhoud = decodeer(blok.verplicht("bestandsinhoud")?)?;
    let toegestane_soort = heeft_toegestane_soort(&naam);
    if !toegestane_soort {
        blok.meld(
            "de standaard staat deze soort bestand niet toe als bijlage; open het niet zonder controle",
        );
    }
    let (verpakking, inhoud) = pak_uit(blok, &naam, inhoud)?;
    Ok(Bijlage {
        plek: plek(blok),
        herkomst: blok.herkomst(),
        bestandsnaam: veilige_naam(&naam),
        omschrijving,
        toegestane_soort,
        verpakking,
        inhoud,
    })
}

fn decodeer(inhoud: Blok<'_, '_>) -> Result<Vec<u8>, OsoFout> {
    let mut tekst = inhoud.lange_tekst()?;
    if tekst.is_empty() {
        return Err(inhoud.fout(Reden::LeegElement));
    }
    // Senders break base64 into lines.
    tekst.retain(|teken| !teken.is_ascii_whitespace());
    if tekst.len() / 4 * 3 > grenzen::OSO_BIJLAGE {
        return Err(inhoud.fout(Reden::BijlageTeGroot));
    }
    STANDARD.decode(tekst).map_err(|_| inhoud.fout(Reden::Base64))
}

fn pak_uit(blok: Blok<'_, '_>, naam: &str, ruw: Vec<u8>) -> Result<(Verpakking, Vec<u8>), OsoFout> {
    match zip::enige_bestand(&ruw, grenzen::OSO_BIJLAGE) {
        Uitgepakt::GeenZip => Ok((Verpakking::Geen, ruw)),
        Uitgepakt::Bestand(inhoud) => Ok((Verpakking::Uitgepakt, inhoud)),
        Uitgepakt::TeGroot => Err(blok.fout(Reden::BijlageTeGroot)),
        Uitgepakt::MeerBestanden => {
            // An office document is a ZIP of many files; anything else should hold one.
            if !matches!(
                extensie(naam).as_str(),
                "docx" | "xlsx" | "pptx" | "odf" | "odt" | "ods" | "odp" | "odg"
            ) {
                blok.meld("dit zip-bestand bevat niet precies één bestand; het is bewaard zoals het kwam");
            }
            Ok((Verpakking::Geen, ruw))
        }
        Uitgepakt::Beschadigd => {
            blok.meld("dit zip-bestand is niet te openen (afgebroken, versleuteld of beschadigd); het is bewaard zoals het kwam");
            Ok((Verpakking::Beschadigd, ruw))
        }
    }
}

fn plek(blok: Blok<'_, '_>) -> Plek {
    let Some(ouder) = blok.ouder() else { return Plek::Elders };
    let boven = |naam: &str| {
        let mut hoger = ouder.ouder();
        while let Some(blok) = hoger {
            if blok.naam() == naam {
                return blok.volgnummer();
            }
            hoger = blok.ouder();
        }
        1
    };
    match ouder.naam() {
        "toelichting_onderwijsbehoeften" => Plek::ToelichtingOnderwijsbehoeften,
        "diagnose" => Plek::Diagnose(ouder.volgnummer()),
        "handelingsplan" => Plek::Handelingsplan(ouder.volgnummer()),
        "opp" => Plek::Opp,
        "tlv" => Plek::Tlv(ouder.volgnummer()),
        "lwoo" => Plek::Lwoo,
        "rvc" => Plek::Rvc,
        "documentLijst" => Plek::Verzuim,
        "eindtoets_basisonderwijs" => Plek::Eindtoets,
        "resultaat" => Plek::Toets(boven("toets")),
        "overigdocumentlijst" => Plek::Overig,
        _ => Plek::Elders,
    }
}

fn extensie(naam: &str) -> String {
    naam.rsplit_once('.').map_or_else(String::new, |(_, na)| na.trim().to_ascii_lowercase())
}

fn heeft_toegestane_soort(naam: &str) -> bool {
    TOEGESTAAN.contains(&extensie(naam).as_str())
}

/// The last part of a path, without control characters, without the marks that reverse the order of
/// letters on the screen, at most 150 characters.
fn veilige_naam(naam: &str) -> String {
    let laatste = naam.rsplit(['/', '\\']).next().unwrap_or_default();
    let onzichtbaar = |c: &char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let schoon: String = laatste.chars().filter(|c| !onzichtbaar(c)).take(150).collect();
    let schoon = schoon.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if schoon.is_empty() { "bijlage".to_owned() } else { schoon.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_leave_its_folder() {
        assert_eq!(veilige_naam("../../etc/passwd"), "passwd");
        assert_eq!(veilige_naam("C:\\opp\\plan.docx"), "plan.docx");
        assert_eq!(veilige_naam("plan\u{202e}fdp.exe\0"), "planfdp.exe");
        assert_eq!(veilige_naam(".."), "bijlage");
        assert_eq!(veilige_naam("évaluatie 1e helft.txt"), "évaluatie 1e helft.txt");
    }

    #[test]
    fn attachments_share_one_limit() {
        let document =
            "<document><bestandsnaam>a.txt</bestandsnaam><bestandsinhoud>TVo=</bestandsinhoud></document>";
        let xml = format!("<dossier xmlns='{}'>\n{document}\n{document}</dossier>", crate::oso::NAAMRUIMTE);
        let boom = Boom::lees(&xml).unwrap();
        assert_eq!(alle(&boom, 4).unwrap().len(), 2);
        let fout = alle(&boom, 3).unwrap_err();
        assert_eq!((fout.regel, fout.reden), (3, Reden::BijlagenTeGroot));
    }

    #[test]
    fn a_program_is_no_attachment() {
        assert!(heeft_toegestane_soort("Plan.PDF"));
        for naam in ["plan.pdf.exe", "plan", "plan.js", "exe.", "plan.html"] {
            assert!(!heeft_toegestane_soort(naam), "{naam}");
        }
    }
}
