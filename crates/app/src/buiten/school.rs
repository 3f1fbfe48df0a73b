//! What came to a school by the open form: read, put ready in the form by which it registers a child, ended.

use std::sync::Arc;

use base::{DossierNummer, Timestamp};
use dossier::Refusal;
use dossier::aanmelding::feiten::VanBuiten;
use dossier::opdracht::Opdracht;
use dossier::toegang::Kijker;
use teksten::Taal;

use super::{BEVESTIGD, Bevestigd, Geschreven, VELD, kept, scope, unreadable};
use crate::accounts::{Beheer, Handelingsoort};
use crate::concepten::{Bakje, Bewaard, LosFormulier};
use crate::{App, AppError, Moment};

/// What is read, where it is all of them.
const LIJST: &str = "lijst";

/// One that came to a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binnengekomen {
    /// By what it is known at this school; says nothing.
    pub nummer: String,
    /// What was written.
    pub geschreven: Geschreven,
    /// When it was confirmed, and came here.
    pub bevestigd_op: Timestamp,
}

/// Why a school takes one over by no file of its own: a closed list, since it is told by e-mail and names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeenAanmelding {
    /// It is meant for another school.
    AndereSchool,
    /// The same was sent twice.
    Dubbel,
    /// It is no registration: a question, a try, or a joke.
    Geen,
}

impl GeenAanmelding {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::AndereSchool, Self::Dubbel, Self::Geen];

    /// As a form sends it.
    pub fn code(self) -> &'static str {
        match self {
            Self::AndereSchool => "andere_school",
            Self::Dubbel => "dubbel",
            Self::Geen => "geen",
        }
    }

    /// By its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

impl App {
    /// What came to the school of whoever looks, the oldest first; nothing for who opens no files.
    pub(crate) async fn van_buiten(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<Binnengekomen>, AppError> {
        let Ok(vestiging) = self.vereis_openen(kijker, moment) else { return Ok(Vec::new()) };
        let scope = scope(&vestiging);
        let mut found = Vec::new();
        for (form, _) in self.storage.draft_forms(&scope).await? {
            let Some(nummer) = form.strip_prefix(BEVESTIGD) else { continue };
            for field in self.storage.drafts(&scope, &form).await? {
                let Bevestigd { geschreven, bevestigd_op } =
                    serde_json::from_slice(&field.waarde).map_err(|_| unreadable())?;
                found.push(Binnengekomen { nummer: nummer.to_owned(), geschreven, bevestigd_op });
            }
        }
        found.sort_by(|one, other| (one.bevestigd_op, &one.nummer).cmp(&(other.bevestigd_op, &other.nummer)));
        Ok(found)
    }

    /// The same for the list; that it was looked at stands in the log of the school.
    pub async fn lijst_van_buiten(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<Binnengekomen>, AppError> {
        let found = self.van_buiten(kijker, moment).await?;
        if !found.is_empty() {
            self.note_van_buiten(kijker, Handelingsoort::VanBuitenGelezen, LIJST, moment).await?;
        }
        Ok(found)
    }

    /// How many came to the school of whoever looks and wait there, without reading one.
    pub async fn aantal_van_buiten(&self, kijker: &Kijker, moment: Moment) -> Result<usize, AppError> {
        let Ok(vestiging) = self.vereis_openen(kijker, moment) else { return Ok(0) };
        let forms = self.storage.draft_forms(&scope(&vestiging)).await?;
        Ok(forms.iter().filter(|(form, _)| form.starts_with(BEVESTIGD)).count())
    }

    /// One that came to the school of whoever looks; that it was read stands in the log of the school.
    pub async fn lees_van_buiten(
        &self,
        kijker: &Kijker,
        nummer: &str,
        moment: Moment,
    ) -> Result<Binnengekomen, AppError> {
        let found = self.one_van_buiten(kijker, nummer, moment).await?;
        self.note_van_buiten(kijker, Handelingsoort::VanBuitenGelezen, nummer, moment).await?;
        Ok(found)
    }

    async fn one_van_buiten(
        &self,
        kijker: &Kijker,
        nummer: &str,
        moment: Moment,
    ) -> Result<Binnengekomen, AppError> {
        self.vereis_openen(kijker, moment)?;
        let all = self.van_buiten(kijker, moment).await?;
        all.into_iter().find(|one| one.nummer == nummer).ok_or(AppError::NotFound)
    }

    async fn note_van_buiten(
        &self,
        kijker: &Kijker,
        soort: Handelingsoort,
        nummer: &str,
        moment: Moment,
    ) -> Result<(), AppError> {
        let log = Beheer::Persoon(&kijker.actor).log(moment, soort, nummer, String::new());
        Ok(self.storage.log_handeling(&log).await?)
    }

    /// Puts what was written in an empty form by which a school registers a child, in the draft of whoever asks it: which one.
    /// Nothing is registered by that.
    pub async fn zet_klaar(
        self: &Arc<Self>,
        kijker: &Kijker,
        nummer: &str,
        moment: Moment,
    ) -> Result<Bakje, AppError> {
        let found = self.one_van_buiten(kijker, nummer, moment).await?;
        let mut free = None;
        for bakje in Bakje::ALL {
            let fields = self.los_concept(kijker, moment, LosFormulier::Aanmelden(bakje))?.velden().await?;
            let of = fields.iter().find(|field| field.veld == VELD).map(|field| field.waarde.as_str());
            // Who asked it before goes on there.
            if of == Some(nummer) {
                return Ok(bakje);
            }
            if free.is_none() && fields.iter().all(|field| field.waarde.is_empty()) {
                free = Some((bakje, fields));
            }
        }
        let full = || {
            AppError::from(
                Refusal::new("bakjes_vol", teksten::buiten::vijf_kinderen())
                    .instead(teksten::buiten::eerst_afmaken()),
            )
        };
        let (bakje, left) = free.ok_or_else(full)?;
        let plek = self.los_concept(kijker, moment, LosFormulier::Aanmelden(bakje))?;
        let day = base::today_in_nl(found.bevestigd_op).to_string();
        let along = [("ontvangen_op".to_owned(), day), (VELD.to_owned(), nummer.to_owned())];
        for (veld, waarde) in found.geschreven.velden.iter().map(|(a, b)| (a.clone(), b.clone())).chain(along)
        {
            let version = left.iter().find(|field| field.veld == veld).map_or(0, |field| field.versie);
            if !matches!(plek.bewaar((&veld, version), &waarde).await?, Bewaard::Ja(_)) {
                return Err(unreadable());
            }
        }
        Ok(bakje)
    }

    /// The registration says that it came by the open form, of one that this school has.
    pub async fn met_herkomst(
        &self,
        kijker: &Kijker,
        nummer: &str,
        begin: Opdracht,
        moment: Moment,
    ) -> Result<Opdracht, AppError> {
        if nummer.is_empty() {
            return Ok(begin);
        }
        let Opdracht::MeldAan(mut act) = begin else { return Ok(begin) };
        let found = match self.one_van_buiten(kijker, nummer, moment).await {
            Ok(found) => found,
            // Who sends the same form once more is answered as the first time: it is gone by then.
            Err(AppError::NotFound) => return Ok(act.into()),
            Err(error) => return Err(error),
        };
        let bevestigd_op = base::today_in_nl(found.bevestigd_op);
        // The term runs from the day on which it came to the school, and no later one.
        if act.ontvangen_op > bevestigd_op {
            let reden = teksten::buiten::AlEerderHier { dag: bevestigd_op }.tekst();
            return Err(Refusal::field("ontvangen_op", reden).into());
        }
        let Geschreven { naam, op, .. } = found.geschreven;
        act.van_buiten = Some(VanBuiten { naam, geschreven_op: op, bevestigd_op });
        Ok(act.into())
    }

    /// It was taken over in a file: its contents go here, and whoever wrote it hears that it was recorded, and nothing of what was
    /// known before.
    pub async fn is_overgenomen(
        &self,
        kijker: &Kijker,
        nummer: &str,
        moment: Moment,
    ) -> Result<(), AppError> {
        let found = match self.one_van_buiten(kijker, nummer, moment).await {
            Ok(found) => found,
            Err(AppError::NotFound) => return Ok(()),
            Err(error) => return Err(error),
        };
        self.end_van_buiten(kijker, &found, Handelingsoort::VanBuitenOvergenomen, moment).await?;
        self.mail_overgenomen(&found.geschreven.e_mail, language(&found));
        Ok(())
    }

    /// The child has a file here, and the registration was recorded there.
    pub async fn staat_al_in(
        self: &Arc<Self>,
        kijker: &Kijker,
        nummer: &str,
        dossier: &DossierNummer,
        moment: Moment,
    ) -> Result<(), AppError> {
        let vestiging = self.vereis_openen(kijker, moment)?;
        let open = self.open(kijker, dossier, moment).await.map_err(|_| no_such_file())?;
        let here = open.beeld().aanmeldingen.iter().any(|registered| registered.vestiging == vestiging);
        if !here {
            return Err(no_such_file());
        }
        self.is_overgenomen(kijker, nummer, moment).await
    }

    /// The school says why it is no registration with it: the contents go, and whoever wrote it reads why by e-mail.
    pub async fn is_geen_aanmelding(
        &self,
        kijker: &Kijker,
        nummer: &str,
        reden: GeenAanmelding,
        moment: Moment,
    ) -> Result<(), AppError> {
        let found = self.one_van_buiten(kijker, nummer, moment).await?;
        self.end_van_buiten(kijker, &found, Handelingsoort::VanBuitenAfgewezen, moment).await?;
        self.mail_geen_aanmelding(&found.geschreven.e_mail, language(&found), reden.code());
        Ok(())
    }

    async fn end_van_buiten(
        &self,
        kijker: &Kijker,
        found: &Binnengekomen,
        soort: Handelingsoort,
        moment: Moment,
    ) -> Result<(), AppError> {
        let vestiging = self.vereis_openen(kijker, moment)?;
        self.note_van_buiten(kijker, soort, &found.nummer, moment).await?;
        self.storage.remove_drafts(&scope(&vestiging), &kept(&found.nummer)).await?;
        Ok(())
    }
}

fn language(found: &Binnengekomen) -> Taal {
    Taal::from_code(&found.geschreven.taal).unwrap_or_default()
}

fn no_such_file() -> AppError {
    Refusal::field("dossier", teksten::buiten::geen_aanmelding_daar())
        .instead(teksten::buiten::eerst_daar_aanmelden())
        .into()
}
