//! Drafts: what somebody typed and has not sent. Kept per field, so that nothing typed is lost and
//! two people who fill one form see each other's work.
//!
//! A draft belongs to a form, and a form to an act: who may not do the act gets no [`Conceptplek`], and without one a
//! draft can be neither read nor written. The forms are a closed list: the acts of the core on a file ([`Formulier`]) and
//! the few forms for which there is no file ([`LosFormulier`]).

use std::sync::Arc;

use base::{DossierNummer, PersoonId, Timestamp};
use dossier::Rol;
use dossier::algemeen::correctie::Corrigeer;
use dossier::opdracht::Opdrachtnaam;
use dossier::opdracht::aanvulsel::Conceptkring;
use dossier::toegang::{Deel, Grond, Kijker};
use storage::{DraftError, DraftScope, NewDraft, Sent, StreamId};

/// Drafts that an act makes superfluous: they go in the same step.
pub use storage::DraftsDone as Klaar;

use crate::aanvraag::DOCUMENT_FIELD;
use crate::geopend::Geopend;
use crate::inzage::Doel;
use crate::lijsten::is_swv_worker;
use crate::{App, AppError, Moment};

mod bewaard;
mod half;
mod lezing;

pub use bewaard::Bewaardwerk;
pub use half::HalfKind;
pub(crate) use lezing::Lezing;
pub use lezing::stand;

/// Longest text of one field, in bytes.
pub const MOST_FIELD_BYTES: usize = 64_000;
/// Most fields that one person keeps without having sent them, in all forms together: some forty long forms. Who keeps more
/// fills a disk.
pub const MOST_FIELDS: u64 = 2_000;
/// Longest name of a field.
const MOST_NAME: usize = 80;
/// Fields that are never kept before they are sent, by whatever road: the number of the child is for the file alone.
const NOOIT_BEWAARD: [&str; 1] = ["pgn"];

/// A field of this name can be kept before it is sent.
pub fn wordt_bewaard(veld: &str) -> bool {
    !NOOIT_BEWAARD.contains(&veld)
}

/// A form on a file: the act that it leads to, and the case or fact that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formulier {
    opdracht: Opdrachtnaam,
    over: Option<u64>,
}

impl Formulier {
    /// The form of an act; `over` is the number of its case, person or fact, where it is about one.
    pub fn of(opdracht: Opdrachtnaam, over: Option<u64>) -> Self {
        Self { opdracht, over }
    }

    /// The act.
    pub fn opdracht(&self) -> Opdrachtnaam {
        self.opdracht
    }

    /// Number of the case, person or fact, where it is about one.
    pub fn over(&self) -> Option<u64> {
        self.over
    }

    /// By its name; none when it is no act of the core.
    pub fn parse(naam: &str) -> Option<Self> {
        let (code, over) = match naam.rsplit_once('-') {
            Some((code, over)) => (code, Some(over.parse().ok()?)),
            None => (naam, None),
        };
        let opdracht = Opdrachtnaam::met_naam(code)?;
        Some(Self { opdracht, over })
    }

    /// `weiger-1`.
    pub fn naam(&self) -> String {
        match self.over {
            Some(over) => format!("{}-{over}", self.opdracht.naam()),
            None => self.opdracht.naam().to_owned(),
        }
    }

    /// An expert writes alone, whatever they write, and whoever decides does; what else is typed at an organisation is
    /// everybody's there.
    fn is_eigen_van(&self, rol: Rol) -> bool {
        rol == Rol::Deskundige || self.opdracht.conceptkring() == Conceptkring::Eigen
    }

    /// Something of it may be kept. Why an assignment ends can be about the health of the expert: no colleague reads that half
    /// typed.
    fn wordt_bewaard(&self) -> bool {
        self.opdracht.conceptkring() != Conceptkring::Geen
    }
}

/// Which of the drafts that somebody has side by side of one form without a file: several children can be half registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bakje {
    /// The first, which is there without being asked for.
    Eerste,
    /// The second.
    Tweede,
    /// The third.
    Derde,
    /// The fourth.
    Vierde,
    /// The last.
    Vijfde,
}

impl Bakje {
    /// Every one: as many as somebody keeps apart.
    pub const ALL: [Self; 5] = [Self::Eerste, Self::Tweede, Self::Derde, Self::Vierde, Self::Vijfde];

    /// As it stands in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Eerste => "1",
            Self::Tweede => "2",
            Self::Derde => "3",
            Self::Vierde => "4",
            Self::Vijfde => "5",
        }
    }

    /// By its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bakje| bakje.code() == code)
    }
}

/// A form for which there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LosFormulier {
    /// Registering a child that has no file yet.
    Aanmelden(Bakje),
    /// Opening a file for a child that is at school already.
    Ingeschreven(Bakje),
    /// The policy of a partnership.
    Beleid,
    /// As what each expert was asked last time.
    Disciplines,
}

impl LosFormulier {
    /// Every one, each of its drafts by itself.
    pub fn all() -> impl Iterator<Item = Self> {
        let drafts =
            Bakje::ALL.into_iter().flat_map(|bakje| [Self::Aanmelden(bakje), Self::Ingeschreven(bakje)]);
        drafts.chain([Self::Beleid, Self::Disciplines])
    }

    /// It is of a child that has no file yet.
    pub fn is_van_kind(self) -> bool {
        matches!(self, Self::Aanmelden(_) | Self::Ingeschreven(_))
    }

    /// Its name.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Aanmelden(Bakje::Eerste) => "aanmelden",
            Self::Aanmelden(Bakje::Tweede) => "aanmelden-2",
            Self::Aanmelden(Bakje::Derde) => "aanmelden-3",
            Self::Aanmelden(Bakje::Vierde) => "aanmelden-4",
            Self::Aanmelden(Bakje::Vijfde) => "aanmelden-5",
            Self::Ingeschreven(Bakje::Eerste) => "aanmelden-ingeschreven",
            Self::Ingeschreven(Bakje::Tweede) => "aanmelden-ingeschreven-2",
            Self::Ingeschreven(Bakje::Derde) => "aanmelden-ingeschreven-3",
            Self::Ingeschreven(Bakje::Vierde) => "aanmelden-ingeschreven-4",
            Self::Ingeschreven(Bakje::Vijfde) => "aanmelden-ingeschreven-5",
            Self::Beleid => "beleid",
            Self::Disciplines => "deskundigen-disciplines",
        }
    }

    /// By its name.
    pub fn parse(naam: &str) -> Option<Self> {
        Self::all().find(|formulier| formulier.naam() == naam)
    }
}

/// The draft of one form, for somebody who may send that form.
pub struct Conceptplek {
    app: Arc<App>,
    scope: DraftScope,
    formulier: String,
    /// By what the form is known when it is sent.
    kenmerk: String,
    door: PersoonId,
    at: Timestamp,
    /// Of which file and of which parts it is, where it is of a file: who reads what somebody else typed is on record.
    van_dossier: Option<VanDossier>,
}

/// The file of a draft, and who reads it there.
struct VanDossier {
    kijker: Kijker,
    nummer: DossierNummer,
    delen: Vec<Deel>,
    moment: Moment,
}

/// A field as it was last kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conceptveld {
    /// Field.
    pub veld: String,
    /// Version, to change it.
    pub versie: u64,
    /// Text.
    pub waarde: String,
    /// Who typed it last.
    pub door: PersoonId,
    /// When.
    pub op: Timestamp,
}

/// What came of keeping a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bewaard {
    /// Kept, with its new version.
    Ja(u64),
    /// Somebody else changed it meanwhile: their text, and both are shown.
    Botsing(Option<Conceptveld>),
    /// This person sent the form since the page was made: nothing was kept.
    Verstuurd,
}

/// By what a form is known when it is sent: of the same person, an earlier one is found by it.
pub fn kenmerk(nummer: &DossierNummer, opdracht: Opdrachtnaam, over: Option<u64>) -> String {
    let opdracht = opdracht.naam();
    let over = over.map(|nr| nr.to_string()).unwrap_or_default();
    format!("{nummer}/{opdracht}/{over}")
}

impl Geopend {
    /// The draft of a form on this file. Colleagues share it; each of a family, and an expert, has their own.
    pub fn conceptplek(&self, formulier: &Formulier) -> Result<Conceptplek, AppError> {
        let deel = self.vereis_formulier(formulier)?;
        let actor = &self.kijker.actor;
        let scope = self.draft_scope(self.is_gezin() || formulier.is_eigen_van(actor.rol));
        Ok(Conceptplek {
            app: Arc::clone(&self.app),
            scope,
            formulier: formulier.naam(),
            kenmerk: kenmerk(&self.dossier.nummer, formulier.opdracht, formulier.over),
            door: actor.persoon.clone(),
            at: self.moment.at,
            van_dossier: Some(VanDossier {
                kijker: self.kijker.clone(),
                nummer: self.dossier.nummer.clone(),
                delen: deel.map_or_else(
                    || self.app.matrix.delen_van(formulier.opdracht.naam(), actor.rol),
                    |deel| vec![deel],
                ),
                moment: self.moment,
            }),
        })
    }

    /// Refuses unless this person may send this form: a correction asks the part and the case of the fact that it corrects,
    /// which is the part that its draft tells of.
    fn vereis_formulier(&self, formulier: &Formulier) -> Result<Option<Deel>, AppError> {
        self.vereis(formulier.opdracht.naam())?;
        if !formulier.wordt_bewaard() {
            return Err(AppError::NotFound);
        }
        if let Some(over) = formulier.over {
            // What it is about is in this file and this person's to see: a draft of anything else is a place to fill a disk.
            let zaak = self.zaak_van(formulier.opdracht.naam(), Some(over));
            let known = |zaak| self.dossier.zaken().any(|one| one.onderwerp == zaak) && self.recht.ziet(zaak);
            if over > self.dossier.versie || zaak.is_some_and(|zaak| !known(zaak)) {
                return Err(AppError::NotFound);
            }
        }
        let Some(volgnummer) = formulier.over.filter(|_| formulier.opdracht == Opdrachtnaam::Corrigeer)
        else {
            return Ok(None);
        };
        let fact =
            self.dossier.feit(volgnummer).and_then(|feit| feit.gebeurtenis()).ok_or(AppError::NotFound)?;
        let act = Corrigeer { volgnummer, waarom: String::new(), nieuw: None }.into();
        let (kijker, on) = (&self.kijker, self.moment.vandaag);
        let toegang = self.app.matrix.mag_op(kijker, &self.betrokken, (&self.dossier, &act), on);
        if toegang.toegestaan {
            Ok(Some(fact.deel()))
        } else {
            Err(AppError::Forbidden { reden: toegang.reden })
        }
    }

    fn draft_scope(&self, eigen: bool) -> DraftScope {
        let actor = &self.kijker.actor;
        DraftScope {
            stream: StreamId::dossier(&self.dossier.nummer),
            holder: actor.organisatie.clone(),
            persoon: eigen.then(|| actor.persoon.clone()),
        }
    }

    /// The drafts that an act makes superfluous, whichever way it is done: of its own form, and for a supplement the documents
    /// that were kept with the request. `over` is the number of its case, person or fact; 0 where it is about none.
    pub fn klaar_met(&self, opdracht: &str, over: u64) -> Vec<Klaar> {
        let Some(opdracht) = Opdrachtnaam::met_naam(opdracht) else { return Vec::new() };
        let own = Formulier::of(opdracht, (over > 0).then_some(over));
        let request = u32::try_from(over).ok().filter(|_| opdracht == Opdrachtnaam::OntvangAanvulling);
        let forms = [Some(own), request.map(crate::aanvraag::form)].into_iter().flatten();
        forms.filter_map(|form| Some(self.conceptplek(&form).ok()?.klaar())).collect()
    }

    /// The forms in which this person kept something of their own and may still send, with when, newest first.
    pub async fn bewaard(&self) -> Result<Vec<(Formulier, Timestamp)>, AppError> {
        let kept = self.app.storage.draft_forms(&self.draft_scope(true)).await?;
        let forms = kept.into_iter().filter_map(|(naam, op)| Some((Formulier::parse(&naam)?, op)));
        Ok(forms.filter(|(formulier, _)| self.vereis_formulier(formulier).is_ok()).collect())
    }
}

impl App {
    /// The draft of a form for which there is no file.
    pub fn los_concept(
        self: &Arc<Self>,
        kijker: &Kijker,
        moment: Moment,
        formulier: LosFormulier,
    ) -> Result<Conceptplek, AppError> {
        let actor = &kijker.actor;
        let may = match formulier {
            LosFormulier::Aanmelden(_) | LosFormulier::Ingeschreven(_) => {
                self.matrix
                    .mag(kijker, Grond::NieuwDossier, Opdrachtnaam::OpenDossier.naam(), moment.vandaag)
                    .toegestaan
            }
            LosFormulier::Beleid => actor.rol == Rol::DirecteurSwv,
            LosFormulier::Disciplines => is_swv_worker(actor.rol),
        };
        if !may {
            return Err(AppError::Forbidden { reden: teksten::toegang::formulier_niet_voor_rol() });
        }
        let holder = actor.organisatie.clone();
        let persoon = Some(actor.persoon.clone());
        Ok(Conceptplek {
            app: Arc::clone(self),
            scope: DraftScope { stream: StreamId::organisatie(&holder), holder, persoon },
            formulier: formulier.naam().to_owned(),
            kenmerk: formulier.naam().to_owned(),
            door: actor.persoon.clone(),
            at: moment.at,
            van_dossier: None,
        })
    }
}

impl Conceptplek {
    /// Keeps one field.
    pub async fn bewaar(&self, veld: (&str, u64), waarde: &str) -> Result<Bewaard, AppError> {
        self.keep(veld, waarde, None).await
    }

    /// Keeps one field while it is typed, on a page that was made at `geopend`. What was still on its way when the form
    /// was sent is no draft of what is done.
    pub async fn bewaar_onderweg(
        &self,
        veld: (&str, u64),
        waarde: &str,
        geopend: Timestamp,
    ) -> Result<Bewaard, AppError> {
        let (owner, form) = (self.door.to_string(), self.kenmerk.clone());
        self.keep(veld, waarde, Some(Sent { owner, form, since: geopend })).await
    }

    /// When this place was opened.
    pub fn op(&self) -> Timestamp {
        self.at
    }

    async fn keep(
        &self,
        (veld, versie): (&str, u64),
        waarde: &str,
        unless_sent: Option<Sent>,
    ) -> Result<Bewaard, AppError> {
        if veld.len() > MOST_NAME || waarde.len() > MOST_FIELD_BYTES {
            return Err(dossier::Refusal::field("veld", teksten::beheer::te_lang_om_te_bewaren()).into());
        }
        if !wordt_bewaard(veld) {
            return Err(dossier::Refusal::field("veld", teksten::beheer::wordt_nooit_bewaard()).into());
        }
        // A field that is there already can always be changed, and a draft thrown away.
        if versie == 0 && self.app.storage.fields_kept_by(&self.door).await? >= MOST_FIELDS {
            return Err(dossier::Refusal::field("veld", teksten::beheer::te_veel_bewaard())
                .instead(teksten::beheer::iets_versturen_of_weggooien())
                .into());
        }
        let draft = NewDraft {
            scope: self.scope.clone(),
            formulier: self.formulier.clone(),
            veld: veld.to_owned(),
            expected_version: versie,
            waarde: waarde.as_bytes().to_vec(),
            door: self.door.clone(),
            at: self.at,
            unless_sent,
        };
        match self.app.storage.put_draft(draft).await {
            Ok(version) => Ok(Bewaard::Ja(version)),
            Err(DraftError::Clash(clash)) => {
                let theirs = clash.theirs.map(as_field);
                self.log_of_others(theirs.iter()).await?;
                Ok(Bewaard::Botsing(theirs))
            }
            Err(DraftError::Sent) => Ok(Bewaard::Verstuurd),
            Err(DraftError::Storage(error)) => Err(error.into()),
        }
    }

    /// Everything kept of the form. Where somebody else typed any of it, that it is read is on record before this returns.
    pub async fn velden(&self) -> Result<Vec<Conceptveld>, AppError> {
        let drafts = self.app.storage.drafts(&self.scope, &self.formulier).await?;
        let velden: Vec<Conceptveld> = drafts.into_iter().map(as_field).collect();
        self.log_of_others(velden.iter()).await?;
        Ok(velden)
    }

    async fn log_of_others(&self, mut shown: impl Iterator<Item = &Conceptveld>) -> Result<(), AppError> {
        let Some(VanDossier { kijker, nummer, delen, moment }) = &self.van_dossier else { return Ok(()) };
        if shown.all(|veld| veld.door == self.door) {
            return Ok(());
        }
        self.app.log_read(kijker, nummer, delen, Doel::Concept.tekst(), *moment).await
    }

    /// Throws away what was kept of the form, and the bytes of the documents that were added to it: what nobody can reach
    /// takes no room. A document that was sent meanwhile stays.
    pub async fn gooi_weg(&self) -> Result<(), AppError> {
        let kept = self.app.storage.drafts(&self.scope, &self.formulier).await?;
        self.app.storage.remove_drafts(&self.scope, &self.formulier).await?;
        let Some(van) = &self.van_dossier else { return Ok(()) };
        let documents = kept.iter().filter_map(|veld| veld.veld.strip_prefix(DOCUMENT_FIELD)?.parse().ok());
        for blob in documents {
            self.app.storage.remove_blob(&StreamId::dossier(&van.nummer), &blob).await?;
        }
        Ok(())
    }

    /// What sending the form makes superfluous, to be removed in the same step.
    pub fn klaar(&self) -> Klaar {
        Klaar { scope: self.scope.clone(), formulier: self.formulier.clone() }
    }

    /// The name of whoever kept a field.
    pub async fn naam_van(&self, persoon: &PersoonId) -> Result<Option<String>, AppError> {
        Ok(self.app.storage.account(persoon).await?.map(|account| account.naam))
    }
}

fn as_field(draft: storage::Draft) -> Conceptveld {
    Conceptveld {
        veld: draft.veld,
        versie: draft.versie,
        waarde: String::from_utf8_lossy(&draft.waarde).into_owned(),
        door: draft.door,
        op: draft.gewijzigd_op,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_an_act_of_the_core_or_no_form() {
        for formulier in
            [Formulier::of(Opdrachtnaam::Weiger, Some(1)), Formulier::of(Opdrachtnaam::Verhuis, None)]
        {
            assert_eq!(Formulier::parse(&formulier.naam()), Some(formulier));
        }
        for wrong in ["", "slaap", "weiger-een", "weiger-1-2", "-1", "beleid"] {
            assert_eq!(Formulier::parse(wrong), None, "{wrong}");
        }
        for formulier in LosFormulier::all() {
            assert_eq!(LosFormulier::parse(formulier.naam()), Some(formulier));
        }
    }
}
