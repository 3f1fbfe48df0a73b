//! What parents hand in on their own page: documents are kept with the form until it is sent, under the key of the school that
//! asked.

use base::OrganisatieId;
use dossier::aanmelding::inleveren::refuse_heap;
use dossier::opdracht::Opdrachtnaam;
use dossier::tlv::feiten::Bijlage;

use crate::AppError;
use crate::aanvraag::{Aanvraagformulier, DOCUMENT_FIELD, Document, refuse_many};
use crate::concepten::{Bewaard, Formulier};
use crate::geopend::Geopend;

/// A form with which parents hand something in, by the number of its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inlevering {
    /// What the school asked in a registration.
    Informatie(u32),
    /// What the partnership asked in a request.
    Aanvulling(u32),
}

impl Inlevering {
    /// Its draft.
    fn form(self) -> Formulier {
        let (opdracht, over) = match self {
            Self::Informatie(nr) => (Opdrachtnaam::LeverInformatieIn, nr),
            Self::Aanvulling(nr) => (Opdrachtnaam::LeverAanvullingIn, nr),
        };
        Formulier::of(opdracht, Some(over.into()))
    }
}

impl Geopend {
    /// The documents that this person added to a form of handing in, and did not send yet.
    pub async fn toegevoegd(&self, form: Inlevering) -> Result<Vec<Bijlage>, AppError> {
        let velden = self.conceptplek(&form.form())?.velden().await?;
        let documents =
            velden.iter().filter(|veld| veld.veld.starts_with(DOCUMENT_FIELD) && !veld.waarde.is_empty());
        Ok(documents.filter_map(|veld| serde_json::from_str(&veld.waarde).ok()).collect())
    }

    /// Adds a document to it.
    pub async fn voeg_toe(&self, form: Inlevering, document: Document<'_>) -> Result<(), AppError> {
        let plek = self.conceptplek(&form.form())?;
        let added = self.toegevoegd(form).await?;
        refuse_many(added.len())?;
        let more = u64::try_from(document.bytes.len()).unwrap_or(u64::MAX);
        self.refuse_heap_with(form, added.iter().map(|one| one.lengte).chain([more]))?;
        let bijlage = self.store_document(&self.school_of(form)?, document).await?;
        let text = serde_json::to_string(&bijlage).map_err(|_| AppError::NotFound)?;
        plek.bewaar((&format!("{DOCUMENT_FIELD}{}", bijlage.blob), 0), &text).await?;
        // Of several that were sent at once each was asked before any stood there: what is too many with them goes again.
        let added = self.toegevoegd(form).await?;
        let heap = self.refuse_heap_with(form, added.iter().map(|one| one.lengte));
        if let Err(full) = refuse_many(added.len().saturating_sub(1)).and(heap) {
            self.haal_weg(form, &bijlage.blob).await?;
            return Err(full);
        }
        Ok(())
    }

    /// Refuses these lengths with what this person handed in before for the same question.
    fn refuse_heap_with(&self, form: Inlevering, added: impl Iterator<Item = u64>) -> Result<(), AppError> {
        let Some(persoon) = self.dossier.eigen_persoon(&self.kijker.actor, self.moment.vandaag) else {
            return Ok(());
        };
        let before: Vec<u64> = match form {
            Inlevering::Informatie(nr) => {
                self.dossier.ingeleverd_voor_aanmelding(nr, persoon).map(|one| one.lengte).collect()
            }
            Inlevering::Aanvulling(nr) => {
                self.dossier.ingeleverd_voor_aanvraag(nr, persoon).map(|one| one.lengte).collect()
            }
        };
        Ok(refuse_heap(before.into_iter().chain(added))?)
    }

    /// Takes a document out of it again.
    pub async fn haal_weg(&self, form: Inlevering, blob: &str) -> Result<(), AppError> {
        let plek = self.conceptplek(&form.form())?;
        let veld = format!("{DOCUMENT_FIELD}{blob}");
        let kept = plek.velden().await?.into_iter().find(|kept| kept.veld == veld);
        let kept = kept.filter(|kept| !kept.waarde.is_empty()).ok_or(AppError::NotFound)?;
        if matches!(plek.bewaar((&veld, kept.versie), "").await?, Bewaard::Ja(_)) {
            self.forget_document(blob).await?;
        }
        Ok(())
    }

    /// What parents handed in to the school of a request and stands neither with it nor with what is kept to send: documents of its
    /// registration there, and of what the partnership asked.
    pub fn over_te_nemen(&self, form: &Aanvraagformulier) -> Vec<Bijlage> {
        let (beeld, school) = (self.beeld(), &form.aanvraag.vestiging);
        let registrations = beeld.aanmeldingen.iter().filter(|found| found.vestiging == *school);
        let asked = registrations.flat_map(|found| &found.opschortingen).flat_map(|asked| &asked.ingeleverd);
        let requests = beeld.aanvragen.iter().filter(|found| found.nr == form.aanvraag.nr);
        let more = requests.flat_map(|found| &found.aanvullingen).flat_map(|asked| &asked.ingeleverd);
        let handed =
            asked.flat_map(|given| &given.bijlagen).chain(more.flat_map(|given| &given.bijlagen)).cloned();
        let has = |blob: &str| {
            let kept = form.bijlagen.iter().chain(&form.aanvraag.bijlagen);
            kept.into_iter().any(|bijlage| bijlage.blob == blob)
        };
        handed.filter(|bijlage| !has(&bijlage.blob)).collect()
    }

    /// Puts a document that parents handed in with what the school sends: it becomes one of the request by that.
    pub async fn neem_over(&self, aanvraag: u32, vraag: &str, blob: &str) -> Result<(), AppError> {
        let form = self.aanvraagformulier(aanvraag).await?;
        let handed = self.over_te_nemen(&form).into_iter().find(|bijlage| bijlage.blob == blob);
        let bijlage = Bijlage { vraag: vraag.to_owned(), ..handed.ok_or(AppError::NotFound)? };
        refuse_many(form.bijlagen.len())?;
        let veld = format!("{DOCUMENT_FIELD}{blob}");
        // One that was taken out again comes back.
        let versie = form.velden.get(&veld).map_or(0, |kept| kept.versie);
        let text = serde_json::to_string(&bijlage).map_err(|_| AppError::NotFound)?;
        self.conceptplek(&crate::aanvraag::form(aanvraag))?.bewaar((&veld, versie), &text).await?;
        Ok(())
    }

    /// A document that this person added to any of these forms and did not send yet.
    pub(crate) async fn draft_handed(&self, blob: &str) -> Option<Bijlage> {
        let registrations = self.dossier.aanmeldingen.iter().map(|a| Inlevering::Informatie(a.nr));
        let requests = self.dossier.aanvragen.iter().map(|a| Inlevering::Aanvulling(a.nr));
        for form in registrations.chain(requests) {
            let Ok(added) = self.toegevoegd(form).await else { continue };
            if let Some(found) = added.into_iter().find(|bijlage| bijlage.blob == blob) {
                return Some(found);
            }
        }
        None
    }

    /// The school to which something is handed in: what parents send to a school is the school's.
    fn school_of(&self, form: Inlevering) -> Result<OrganisatieId, AppError> {
        let school = match form {
            Inlevering::Informatie(nr) => self.dossier.aanmelding(nr).map(|found| &found.vestiging),
            Inlevering::Aanvulling(nr) => self.dossier.aanvraag(nr).map(|found| &found.vestiging),
        };
        Ok(school.ok_or(AppError::NotFound)?.organisatie())
    }
}
