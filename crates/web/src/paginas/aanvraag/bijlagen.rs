//! Documents with the questions of a request: added and taken away with the form they stand in.

use app::aanvraag::{Aanvraagformulier, Document, MOST_DOCUMENT_BYTES};
use app::{App, AppError};
use teksten::Taal;
use web_base::error::Fout;
use web_base::form::{Bestand, Formulier};
use web_base::onderdelen::Fouten;

use super::{Gezien, vragen};

/// What can be added, for the browser.
pub(in crate::paginas) const KINDS: &str = ".pdf,.docx,.png,.jpg,.jpeg";
/// What can be added, for people: told before they choose.
const LIMITS: &str = "Pdf, Word (docx), png of jpg, per bestand hooguit 15 MB; samen hooguit 20 bestanden.";
/// The same, with whether files are looked at for viruses here.
pub(super) fn limits(app: &App) -> String {
    limits_where(app.keurt_bestanden())
}

fn limits_where(files_are_looked_at: bool) -> String {
    if files_are_looked_at {
        format!("{LIMITS} Elk bestand wordt op virussen gecontroleerd.")
    } else {
        format!("{LIMITS} Bestanden worden hier niet op virussen gecontroleerd: open alleen wat u vertrouwt.")
    }
}

/// Name of the button that takes a document away.
pub(in crate::paginas) const REMOVE: &str = "weg";

/// Name of the file field of a question.
pub(super) fn field_name(code: &str) -> String {
    format!("bijlage-{code}")
}

/// Adds the documents that were sent and takes away the one that was asked to go. What is refused is told beside its
/// field; the rest is done.
pub(super) async fn keep(
    gezien: &Gezien,
    form: &Aanvraagformulier,
    formulier: &Formulier,
    fouten: &mut Fouten,
) -> Result<(), Fout> {
    let questions = form.checklist.punten.iter().map(|punt| punt.code.as_str());
    for code in questions.filter(|code| vragen::takes_documents(code)) {
        let naam = field_name(code);
        for file in formulier.files(&naam) {
            if let Err(wrong) = add(gezien, code, file).await? {
                fouten.add(&naam, wrong);
            }
        }
    }
    let gone = formulier.text(REMOVE);
    if !gone.is_empty() {
        gezien.open_file().haal_bijlage_weg(gezien.plek.nr, gone).await?;
    }
    Ok(())
}

/// Adds one document to a question; what is wrong with it otherwise, in words.
pub(super) async fn add(gezien: &Gezien, vraag: &str, file: &Bestand) -> Result<Result<(), String>, Fout> {
    if file.te_groot {
        let most = MOST_DOCUMENT_BYTES / (1024 * 1024);
        return Ok(Err(format!(
            "{}: dit bestand is groter dan {most} MB, of de bestanden zijn samen te groot. Verstuur ze dan één voor één.",
            file.naam
        )));
    }
    let document = Document { vraag, naam: &file.naam, bytes: &file.inhoud };
    match gezien.open_file().voeg_bijlage_toe(gezien.plek.nr, document).await {
        Ok(()) => Ok(Ok(())),
        Err(AppError::Refused(refusal)) => {
            Ok(Err(format!("{}: {}.", file.naam, Taal::Nl.zeg(&refusal.reden))))
        }
        Err(other) => Err(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_adds_a_file_reads_whether_it_is_looked_at_for_viruses() {
        assert!(limits_where(true).ends_with("Elk bestand wordt op virussen gecontroleerd."));
        assert!(limits_where(false).contains("worden hier niet op virussen gecontroleerd"));
    }
}
