//! Filling and sending a request: the live checklist, the kept fields, the documents.

use std::collections::BTreeMap;

use base::dates::short_nl;
use base::{OrganisatieId, PersoonId, SwvCode};
use dossier::Refusal;
use dossier::kaart::ALLES_WAT_KAN;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::{Dossier, TlvAanvraag, TlvFase};
use dossier::tlv::checklist::{self, Checklist, TlvInvoer};
use dossier::tlv::doorzenden::ander_verband;
use dossier::tlv::feiten::{Antwoord, Bijlage};
use dossier::tlv::opdracht::OntvangAanvulling;
use dossier::tlv::periode::{Periodes, periodes};
use dossier::toegang::{Deel, Handeling, Kijker};
use storage::StreamId;

use crate::AppError;
use crate::accounts::invoer::is_hidden;
use crate::concepten::{Bewaard, Conceptveld, Formulier, Lezing, stand};
use crate::geopend::Geopend;
use crate::inzage::Doel;

/// Largest document, in bytes.
pub const MOST_DOCUMENT_BYTES: usize = 15 * 1024 * 1024;
/// Most documents with one request.
pub const MOST_DOCUMENTS: usize = 20;
/// Field under which a document is kept in the draft, before its blob's id.
pub(crate) use storage::BLOB_FIELD as DOCUMENT_FIELD;
/// A file of which nobody knows what it is: a browser keeps it and never opens it.
const UNKNOWN_TYPE: &str = "application/octet-stream";
/// Field that says that pro is asked by the route from lwoo, a TLV or an OPP.
const PRO_FIELD: &str = "pro_zijroute";

/// A request as its form shows it.
#[derive(Debug, Clone)]
pub struct Aanvraagformulier {
    /// The request.
    pub aanvraag: TlvAanvraag,
    /// Version of the file.
    pub versie: u64,
    /// The checklist as it stands.
    pub checklist: Checklist,
    /// What is kept, by field, with versions.
    pub velden: BTreeMap<String, Conceptveld>,
    /// Documents so far.
    pub bijlagen: Vec<Bijlage>,
    /// The route for pro.
    pub pro_zijroute: bool,
    /// Who reads it.
    lezer: PersoonId,
}

impl Aanvraagformulier {
    /// Nothing was filled in and no document added.
    pub fn is_leeg(&self) -> bool {
        self.velden.values().all(|veld| veld.waarde.trim().is_empty())
    }

    /// Everything that was filled in. An act takes it from the draft itself, and asks whether it was read.
    fn invoer(&self) -> TlvInvoer {
        let typed = self.velden.iter().map(|(code, veld)| (code.clone(), veld.waarde.clone()));
        TlvInvoer {
            antwoorden: typed.collect(),
            bijlagen: self.bijlagen.clone(),
            pro_zijroute: self.pro_zijroute,
        }
    }

    /// The answers so far, each with where it comes from.
    pub fn antwoorden(&self) -> Vec<Antwoord> {
        self.checklist.antwoorden(&self.invoer())
    }

    /// What stands in it, as one mark: it is sent along with what is done with it, so that nothing is done that was not read.
    pub fn stand(&self) -> String {
        stand(self.velden.values(), &self.lezer)
    }
}

impl Geopend {
    /// The form of a request that is not sent yet.
    pub async fn aanvraagformulier(&self, aanvraag: u32) -> Result<Aanvraagformulier, AppError> {
        self.app.require(&self.kijker, &self.betrokken, Deel::H, Handeling::Vastleggen, self.moment)?;
        let found = own_request(&self.dossier, &self.kijker, aanvraag)?;
        let velden = self.conceptplek(&form(aanvraag))?.velden().await?;
        let invoer = as_input(&velden);
        let ctx = self.besluitvorming_over(&found.swv.uitkomst);
        Ok(Aanvraagformulier {
            checklist: checklist::tlv(&self.dossier, found, &invoer, &ctx),
            versie: self.dossier.versie,
            bijlagen: invoer.bijlagen,
            pro_zijroute: invoer.pro_zijroute,
            aanvraag: found.clone(),
            lezer: self.kijker.actor.persoon.clone(),
            velden: velden.into_iter().map(|veld| (veld.veld.clone(), veld)).collect(),
        })
    }

    /// Another partnership than the one that has it decides on a request now; none where that is not plain.
    pub fn ander_verband(&self, aanvraag: u32) -> Option<SwvCode> {
        let found = self.dossier.aanvraag(aanvraag)?;
        ander_verband(&self.dossier, found, (&self.app.wet, self.moment.vandaag)).map(|(now, _)| now.uitkomst)
    }

    /// The periods for which a declaration can be given today on a request that this person decides on.
    pub fn periodes(&self, aanvraag: &TlvAanvraag) -> Periodes {
        periodes(&self.dossier, aanvraag, &self.besluitvorming_over(&aanvraag.swv.uitkomst))
    }

    /// What that one is called.
    pub async fn naam_ander_verband(&self, aanvraag: u32) -> Result<Option<String>, AppError> {
        let Some(swv) = self.ander_verband(aanvraag) else { return Ok(None) };
        Ok(Some(self.app.naam_verband(&swv, self.moment).await?))
    }

    /// Adds a document to a request that is not sent yet.
    pub async fn voeg_bijlage_toe(&self, aanvraag: u32, document: Document<'_>) -> Result<(), AppError> {
        let filled = self.aanvraagformulier(aanvraag).await?;
        self.keep_document(&filled, document).await?;
        Ok(())
    }

    /// The same for programs, which repeat a request when they did not hear its answer: a document that stands with the
    /// question already is not added again.
    pub async fn voeg_bijlage_eenmaal_toe(
        &self,
        aanvraag: u32,
        document: Document<'_>,
    ) -> Result<Bijlage, AppError> {
        let filled = self.aanvraagformulier(aanvraag).await?;
        let naam = named_by_contents(document.naam, media_type(document.bytes)?);
        let len = u64::try_from(document.bytes.len()).unwrap_or(u64::MAX);
        let alike = |b: &&Bijlage| b.vraag == document.vraag && b.naam == naam && b.lengte == len;
        for bijlage in filled.bijlagen.iter().filter(alike) {
            if self.document_bytes(&bijlage.blob).await? == document.bytes {
                return Ok(bijlage.clone());
            }
        }
        self.keep_document(&filled, document).await
    }

    async fn keep_document(
        &self,
        filled: &Aanvraagformulier,
        document: Document<'_>,
    ) -> Result<Bijlage, AppError> {
        refuse_many(filled.bijlagen.len())?;
        let bijlage = self.store_document(&self.kijker.actor.organisatie, document).await?;
        let text = serde_json::to_string(&bijlage).map_err(|_| AppError::NotFound)?;
        let veld = format!("{DOCUMENT_FIELD}{}", bijlage.blob);
        self.conceptplek(&form(filled.aanvraag.nr))?.bewaar((&veld, 0), &text).await?;
        Ok(bijlage)
    }

    /// Looks at a document and stores it under the key of an organisation, called what it is.
    pub(crate) async fn store_document(
        &self,
        holder: &OrganisatieId,
        document: Document<'_>,
    ) -> Result<Bijlage, AppError> {
        let soort = media_type(document.bytes)?;
        self.app.keur(document.bytes).await?;
        let stream = StreamId::dossier(&self.dossier.nummer);
        let blob = self.app.storage.put_blob(&stream, holder, document.bytes, self.moment.at).await?;
        Ok(Bijlage {
            vraag: document.vraag.to_owned(),
            naam: named_by_contents(document.naam, soort),
            soort: soort.to_owned(),
            blob: blob.id.to_string(),
            vingerafdruk: blob.digest.to_string(),
            lengte: blob.len,
        })
    }

    /// The bytes of a document that was taken out of a form go with it, but where a fact of the file names them: what nobody can
    /// reach takes no room.
    pub(crate) async fn forget_document(&self, blob: &str) -> Result<(), AppError> {
        let named = self.dossier.feiten.iter().filter_map(|feit| feit.gebeurtenis());
        if named.flat_map(dossier::Gebeurtenis::bijlagen).any(|plek| plek.blob == blob) {
            return Ok(());
        }
        let id = blob.parse().map_err(|_| AppError::NotFound)?;
        self.app.storage.remove_blob(&StreamId::dossier(&self.dossier.nummer), &id).await?;
        Ok(())
    }

    async fn document_bytes(&self, blob: &str) -> Result<Vec<u8>, AppError> {
        let id = blob.parse().map_err(|_| AppError::NotFound)?;
        let found = self.app.storage.get_blob(&StreamId::dossier(&self.dossier.nummer), &id).await?;
        found.ok_or(AppError::NotFound)
    }

    /// Takes a document out of a request that is not sent yet.
    pub async fn haal_bijlage_weg(&self, aanvraag: u32, blob: &str) -> Result<(), AppError> {
        let filled = self.aanvraagformulier(aanvraag).await?;
        let veld = format!("{DOCUMENT_FIELD}{blob}");
        let kept = filled.velden.get(&veld).ok_or(AppError::NotFound)?;
        let gone = self.conceptplek(&form(aanvraag))?.bewaar((&veld, kept.versie), "").await?;
        if matches!(gone, Bewaard::Ja(_)) {
            self.forget_document(blob).await?;
        }
        Ok(())
    }

    /// What was kept of the form of a request: that is what is sent, as it was read.
    pub(crate) async fn kept_request(
        &self,
        aanvraag: u32,
        lezing: Lezing<'_>,
    ) -> Result<TlvInvoer, AppError> {
        Ok(as_input(&self.gelezen_concept(&form(aanvraag), lezing).await?))
    }

    /// What was added to a request gets its heading, and the school that applied adds the documents that it kept.
    pub(crate) async fn complete_supplement(
        &self,
        given: &mut OntvangAanvulling,
        lezing: Lezing<'_>,
    ) -> Result<(), AppError> {
        let heading = format!("Aanvulling van {}", short_nl(given.op));
        for (vraag, _) in given.antwoorden.iter_mut().filter(|(vraag, _)| vraag.is_empty()) {
            vraag.clone_from(&heading);
        }
        let own = own_request(&self.dossier, &self.kijker, given.aanvraag).is_ok();
        if own && given.bijlagen.is_empty() {
            let sent = |kept: &Bijlage| {
                let aanvraag = self.dossier.aanvraag(given.aanvraag);
                aanvraag.is_some_and(|aanvraag| aanvraag.bijlagen.iter().any(|b| b.blob == kept.blob))
            };
            let mut kept = self.kept_request(given.aanvraag, lezing).await?.bijlagen;
            // What the request has already is no supplement.
            kept.retain(|bijlage| !sent(bijlage));
            given.bijlagen = kept;
        }
        Ok(())
    }

    /// A document of the file, or of a request that is being filled in, for somebody who may read it: name, media type,
    /// bytes. That it is read is on record before its bytes leave.
    pub async fn bijlage(&self, blob: &str) -> Result<(String, String, Vec<u8>), AppError> {
        let beeld = self.beeld();
        let (naam, mut delen) = match beeld.documenten.iter().find(|document| document.blob == blob) {
            Some(document) => (document.naam.clone(), document.delen().collect()),
            // What nobody sent yet can be as much.
            None => (self.draft_document(blob).await?.naam, ALLES_WAT_KAN.to_vec()),
        };
        delen.retain(|deel| beeld.leest(*deel));
        let bytes = self.document_bytes(blob).await?;
        // By the bytes, also for what another program put into its dossier.
        let soort = media_type(&bytes).unwrap_or(UNKNOWN_TYPE);
        let naam = named_by_contents(&naam, soort);
        self.leg_inzage_vast(Doel::Bijlage, &delen).await?;
        Ok((naam, soort.to_owned(), bytes))
    }

    async fn draft_document(&self, blob: &str) -> Result<Bijlage, AppError> {
        let begun = self.beeld().aanvragen.iter().filter(|aanvraag| aanvraag.fase() == TlvFase::Gestart);
        for aanvraag in begun {
            // One that another school began is not this one's to look into.
            let Ok(filled) = self.aanvraagformulier(aanvraag.nr).await else { continue };
            if let Some(bijlage) = filled.bijlagen.into_iter().find(|bijlage| bijlage.blob == blob) {
                return Ok(bijlage);
            }
        }
        let handed = if self.is_gezin() { self.draft_handed(blob).await } else { None };
        handed.ok_or(AppError::NotFound)
    }
}

/// No more documents with one form than this.
pub(crate) fn refuse_many(kept: usize) -> Result<(), AppError> {
    if kept < MOST_DOCUMENTS {
        return Ok(());
    }
    let hoogstens = i32::try_from(MOST_DOCUMENTS).unwrap_or(i32::MAX);
    Err(Refusal::field("bijlage", teksten::beheer::TeVeelBijlagen { hoogstens }.tekst()).into())
}

/// A document that somebody adds.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Code of the question it supports.
    pub vraag: &'a str,
    /// File name as given.
    pub naam: &'a str,
    /// Contents.
    pub bytes: &'a [u8],
}

/// The form of a request, as its draft is kept.
pub fn form(aanvraag: u32) -> Formulier {
    Formulier::of(Opdrachtnaam::VraagTlvAan, Some(u64::from(aanvraag)))
}

fn own_request<'a>(dossier: &'a Dossier, kijker: &Kijker, nr: u32) -> Result<&'a TlvAanvraag, AppError> {
    let aanvraag = dossier.aanvraag(nr).ok_or(AppError::NotFound)?;
    if aanvraag.vestiging.organisatie() != kijker.actor.organisatie {
        return Err(AppError::Forbidden { reden: teksten::toegang::aanvraag_andere_school() });
    }
    Ok(aanvraag)
}

fn as_input(velden: &[Conceptveld]) -> TlvInvoer {
    let mut invoer = TlvInvoer::default();
    for veld in velden.iter().filter(|veld| !veld.waarde.trim().is_empty()) {
        if veld.veld.starts_with(DOCUMENT_FIELD) {
            invoer.bijlagen.extend(serde_json::from_str::<Bijlage>(&veld.waarde).ok());
        } else if veld.veld == PRO_FIELD {
            invoer.pro_zijroute = veld.waarde == "ja";
        } else {
            invoer.antwoorden.insert(veld.veld.clone(), veld.waarde.clone());
        }
    }
    invoer
}

/// The kinds of document that can be added, by their first bytes: never by the name they carry.
fn media_type(bytes: &[u8]) -> Result<&'static str, AppError> {
    if bytes.len() > MOST_DOCUMENT_BYTES {
        return Err(Refusal::field("bijlage", teksten::beheer::bestand_te_groot()).into());
    }
    let known: [(&[u8], &'static str); 4] = [
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"PK\x03\x04", "application/zip"),
    ];
    let found = known.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, soort)| *soort);
    match found {
        Some("application/zip") if is_word_document(bytes) => {
            Ok("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        }
        Some(soort) if soort != "application/zip" => Ok(soort),
        _ => Err(Refusal::field("bijlage", teksten::beheer::soort_bestand()).into()),
    }
}

/// A docx names its main part near the start of the archive.
fn is_word_document(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(64 * 1024)).unwrap_or_default();
    [&b"word/"[..], &b"[Content_Types].xml"[..]]
        .iter()
        .all(|part| head.windows(part.len()).any(|w| w == *part))
}

/// A file name without path and control characters, at most 100 characters.
fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen = |c: &char| !is_hidden(*c) && !"<>:\"|?*".contains(*c);
    let clean: String = last.chars().filter(seen).take(100).collect();
    let clean = clean.trim().trim_start_matches('.').to_owned();
    if clean.is_empty() { "bijlage".to_owned() } else { clean }
}

/// Kinds of file of which nobody knows the contents here and that open in a program for reading: another one is no name that a
/// computer would start.
const LEESBAAR: [&str; 14] =
    ["csv", "doc", "gif", "odp", "ods", "odt", "ppt", "pptx", "rtf", "tif", "tiff", "txt", "xls", "xlsx"];

/// A file name that ends as the contents are: a report named `verslag.exe` is a pdf, and is called one.
fn named_by_contents(name: &str, soort: &str) -> String {
    let clean = clean_name(name);
    let (stem, end) = match clean.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.len() <= 8 && !end.contains(' ') => {
            (stem.to_owned(), end.to_lowercase())
        }
        _ => (clean, String::new()),
    };
    let fits: &[&str] = match soort {
        "application/pdf" => &["pdf"],
        "image/png" => &["png"],
        "image/jpeg" => &["jpg", "jpeg"],
        UNKNOWN_TYPE => &LEESBAAR,
        _ => &["docx"],
    };
    let usual = if soort == UNKNOWN_TYPE { "bin" } else { fits.first().copied().unwrap_or("bin") };
    let end = if fits.contains(&end.as_str()) { end.as_str() } else { usual };
    format!("{}.{end}", stem.trim_end_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_known_by_their_bytes_not_by_their_name() {
        assert_eq!(media_type(b"%PDF-1.7 ...").unwrap(), "application/pdf");
        assert!(media_type(b"<html>").is_err());
        assert!(media_type(b"PK\x03\x04 something else").is_err());
        let docx = b"PK\x03\x04....[Content_Types].xml....word/document.xml";
        assert!(media_type(docx).unwrap().contains("wordprocessingml"));
    }

    #[test]
    fn file_names_lose_paths_and_tricks() {
        assert_eq!(clean_name("../../etc/passwd"), "passwd");
        assert_eq!(clean_name("C:\\werk\\plan van Sam.pdf"), "plan van Sam.pdf");
        assert_eq!(clean_name("\u{0}\u{1}"), "bijlage");
        assert_eq!(clean_name("verslag\u{202e}fdp.exe\u{feff}"), "verslagfdp.exe");
        assert_eq!(clean_name(".htaccess"), "htaccess");
    }

    #[test]
    fn a_file_is_called_what_it_is() {
        let pdf = |name: &str| named_by_contents(name, "application/pdf");
        assert_eq!(pdf("verslag.exe"), "verslag.pdf");
        assert_eq!(pdf("Verslag.PDF"), "Verslag.pdf");
        assert_eq!(pdf("verslag.pdf.exe"), "verslag.pdf.pdf");
        assert_eq!(pdf("verslag van 3. maart"), "verslag van 3. maart.pdf");
        assert_eq!(pdf("verslag\u{202e}fdp.exe"), "verslagfdp.pdf");
        assert_eq!(named_by_contents("foto.jpeg", "image/jpeg"), "foto.jpeg");
        assert_eq!(named_by_contents("toets.exe", UNKNOWN_TYPE), "toets.bin");
        assert_eq!(named_by_contents("lijst.XLS", UNKNOWN_TYPE), "lijst.xls");
        assert_eq!(named_by_contents("..", UNKNOWN_TYPE), "bijlage.bin");
    }
}
