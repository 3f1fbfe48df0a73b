//! How a registration of the open form ends at a school: taken over for its own child, in the file of that child, or as none.

use base::{Date, DossierNummer, PersoonId, Vestigingscode, naam};
use dossier::Refusal;
use dossier::staat::{Aanmelding, Adres};
use dossier::tlv::identiteit::Identiteit;
use dossier::toegang::Kijker;
use storage::{DraftScope, HandelingQuery, Page, StreamId};
use teksten::Taal;

use super::school::{Binnengekomen, KLAAR, PER_BLAD};
use super::{VELD, kenmerk, kept, scope, unreadable};
use crate::accounts::{Beheer, Handelingsoort};
use crate::concepten::{Bakje, LosFormulier};
use crate::kind::Kindbeeld;
use crate::lijsten::GezochtKind;
use crate::{App, AppError, Moment};

/// Why a school takes one over by no file of its own: a closed list, since it stands in the log of acts and names nobody.
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

/// What somebody of the school says of a registration that stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InDossier {
    /// It is this child, where name or date of birth is another in that file.
    pub zelfde: bool,
    /// Whoever wrote it gets no letter: they have no authority, or stand there under another name.
    pub zonder_brief: bool,
}

impl App {
    /// The log of the school says that it was taken over.
    pub(super) async fn was_overgenomen(&self, kijker: &Kijker, nummer: &str) -> Result<bool, AppError> {
        let mut page = Page::first(PER_BLAD);
        loop {
            let query = HandelingQuery {
                organisatie: Some(kijker.actor.organisatie.clone()),
                handeling: Some(Handelingsoort::VanBuitenOvergenomen.code().to_owned()),
                ..HandelingQuery::all(page)
            };
            let found = self.storage.handelingen(&query).await?;
            if found.rows.iter().any(|act| act.onderwerp == nummer) {
                return Ok(true);
            }
            page.offset += u64::from(PER_BLAD);
            if page.offset >= found.total && !found.more {
                return Ok(false);
            }
        }
    }

    /// It was taken over in a file: its contents go here, and whoever wrote it hears that somebody looked at it, and nothing of what was
    /// known before.
    pub async fn is_overgenomen(
        &self,
        kijker: &Kijker,
        (nummer, dossier): (&str, &DossierNummer),
        moment: Moment,
    ) -> Result<(), AppError> {
        let how = (Handelingsoort::VanBuitenOvergenomen, dossier.to_string());
        let Some(found) = self.end_van_buiten(kijker, nummer, how, moment).await? else { return Ok(()) };
        self.mail_gekeken(&found.geschreven.e_mail, language(&found), &kenmerk(nummer));
        Ok(())
    }

    /// The child has a file here, and the registration was recorded there. Whoever wrote it stands there with authority, and so got its
    /// receipt, or gets it.
    pub async fn staat_al_in(
        self: &std::sync::Arc<Self>,
        kijker: &Kijker,
        (nummer, dossier): (&str, &DossierNummer),
        gezegd: InDossier,
        moment: Moment,
    ) -> Result<(), AppError> {
        let vestiging = self.vereis_openen(kijker, moment)?;
        let found = match self.one_van_buiten(kijker, nummer, moment).await {
            Err(AppError::NotFound) => return Ok(()),
            other => other?,
        };
        let open = self.open(kijker, dossier, moment).await.map_err(|_| no_such_file())?;
        refuse_other_file(open.beeld(), (&vestiging, &found), gezegd.zelfde)?;
        let known = knows_writer(open.beeld(), &found, moment.vandaag) || self.is_the_pupil(&found, moment);
        if !known && !gezegd.zonder_brief {
            let reden = teksten::buiten::SchrijverOnbekend { naam: &found.geschreven.naam }.tekst();
            return Err(Refusal::field("zonder_brief", reden)
                .instead(teksten::buiten::eerst_toevoegen())
                .into());
        }
        self.is_overgenomen(kijker, (nummer, dossier), moment).await
    }

    /// The pupil wrote it, and is of age: the letters are theirs.
    fn is_the_pupil(&self, found: &Binnengekomen, moment: Moment) -> bool {
        let (name, born) = child(found);
        let of_age = born.is_some_and(|born| self.is_meerderjarig(born, moment.vandaag));
        of_age && naam::is_same(&found.geschreven.naam, &name)
    }

    /// The file here that may be of this child and of which something is secret: whoever wrote the registration can be who may not know.
    pub async fn geheim_kind(
        &self,
        kijker: &Kijker,
        found: &Binnengekomen,
        moment: Moment,
    ) -> Result<Option<DossierNummer>, AppError> {
        let mut files: Vec<DossierNummer> = Vec::new();
        if let (naam, Some(geboortedatum)) = child(found) {
            let (ouders, adres) = (Vec::new(), Adres::default());
            let gezocht = GezochtKind { naam: &naam, geboortedatum, ouders: &ouders, adres: &adres };
            let like = self.mogelijk_dubbel(kijker, moment, &gezocht).await?;
            files.extend(like.into_iter().map(|row| row.dossier));
        }
        for nummer in files {
            let file = self.load_dossier(&nummer).await?;
            if file.is_some_and(|file| file.geheimhouding.is_some()) {
                return Ok(Some(nummer));
            }
        }
        Ok(None)
    }

    /// The school says why it is no registration with it: the contents go, and whoever wrote it hears that somebody looked at it.
    pub async fn is_geen_aanmelding(
        &self,
        kijker: &Kijker,
        nummer: &str,
        reden: GeenAanmelding,
        moment: Moment,
    ) -> Result<(), AppError> {
        let how = (Handelingsoort::VanBuitenAfgewezen, reden.code().replace('_', " "));
        let Some(found) = self.end_van_buiten(kijker, nummer, how, moment).await? else { return Ok(()) };
        self.mail_gekeken(&found.geschreven.e_mail, language(&found), &kenmerk(nummer));
        Ok(())
    }

    /// Ends one, with every form that was filled from it; none where somebody else just did.
    async fn end_van_buiten(
        &self,
        kijker: &Kijker,
        nummer: &str,
        (soort, toelichting): (Handelingsoort, String),
        moment: Moment,
    ) -> Result<Option<Binnengekomen>, AppError> {
        let vestiging = self.vereis_openen(kijker, moment)?;
        let _alone = self.van_buiten_slot.lock().await;
        let found = match self.one_van_buiten(kijker, nummer, moment).await {
            Err(AppError::NotFound) => return Ok(None),
            other => other?,
        };
        let log = Beheer::Persoon(&kijker.actor).log(moment, soort, nummer, toelichting);
        self.storage.log_handeling(&log).await?;
        self.remove_klaar(kijker, nummer, moment).await?;
        self.storage.remove_drafts(&scope(&vestiging), &kept(nummer)).await?;
        Ok(Some(found))
    }

    /// Takes away the forms that were filled from one, of whoever at the school.
    async fn remove_klaar(&self, kijker: &Kijker, nummer: &str, moment: Moment) -> Result<(), AppError> {
        let vestiging = self.vereis_openen(kijker, moment)?;
        for field in self.storage.drafts(&scope(&vestiging), &kept(nummer)).await? {
            let Some(persoon) = field.veld.strip_prefix(KLAAR) else { continue };
            let code = serde_json::from_slice::<String>(&field.waarde).ok();
            let bakje = code.as_deref().and_then(Bakje::from_code).ok_or_else(unreadable)?;
            let holder = kijker.actor.organisatie.clone();
            let persoon = Some(persoon.parse::<PersoonId>().map_err(|_| unreadable())?);
            let place = DraftScope { stream: StreamId::organisatie(&holder), holder, persoon };
            let form = LosFormulier::Aanmelden(bakje).naam();
            let fields = self.storage.drafts(&place, form).await?;
            // What was thrown away and begun anew there is of another child.
            if fields.iter().any(|one| one.veld == VELD && one.waarde == nummer.as_bytes()) {
                self.storage.remove_drafts(&place, form).await?;
            }
        }
        Ok(())
    }
}

/// Whether a child is the one of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gelijkenis {
    /// Name and date of birth are the same.
    Dit,
    /// One of them is.
    Misschien,
    /// Neither is.
    Ander,
}

/// The name of the child of a registration, and when it was born.
fn child(found: &Binnengekomen) -> (String, Option<Date>) {
    let text = |veld: &str| found.geschreven.velden.get(veld).map_or("", |text| text.trim());
    let parts = [text("roepnaam"), text("voorvoegsel"), text("achternaam")];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (parts.join(" "), base::dates::parse_typed(text("geboortedatum")))
}

pub(super) fn lijkt_op(found: &Binnengekomen, kind: &Identiteit) -> Gelijkenis {
    let (name, born) = child(found);
    match (naam::is_same(&name, &kind.naam()), born == Some(kind.geboortedatum)) {
        (true, true) => Gelijkenis::Dit,
        (false, false) => Gelijkenis::Ander,
        (true, false) | (false, true) => Gelijkenis::Misschien,
    }
}

/// Whoever wrote it stands in the file with authority, by the name that they gave.
fn knows_writer(beeld: &Kindbeeld, found: &Binnengekomen, on: Date) -> bool {
    let key = |name: &str| naam::key(naam::zonder_aanspreking(name));
    let written = key(&found.geschreven.naam);
    let mut there = beeld.mensen.iter().filter(|one| one.is_current(on) && one.relatie.has_gezag());
    there.any(|one| key(&one.naam) == written)
}

/// The file is of this child, and a registration at this school that runs was received there by the day on which this one was confirmed:
/// the term of this one is then that of the other (WPO 40(6)).
fn refuse_other_file(
    beeld: &Kindbeeld,
    (vestiging, found): (&Vestigingscode, &Binnengekomen),
    zelfde: bool,
) -> Result<(), AppError> {
    let kind = Identiteit {
        roepnaam: beeld.roepnaam.clone(),
        voorvoegsel: beeld.voorvoegsel.clone(),
        achternaam: beeld.achternaam.clone(),
        geboortedatum: beeld.geboortedatum.ok_or_else(no_such_file)?,
    };
    match lijkt_op(found, &kind) {
        Gelijkenis::Dit => {}
        Gelijkenis::Misschien if zelfde => {}
        Gelijkenis::Misschien => {
            return Err(Refusal::field("zelfde", teksten::buiten::zelfde_kind())
                .instead(teksten::buiten::zelfde_kind_aanvinken())
                .into());
        }
        Gelijkenis::Ander => {
            return Err(Refusal::field("dossier", teksten::buiten::niet_dit_kind())
                .instead(teksten::buiten::juiste_dossier())
                .into());
        }
    }
    let here: Vec<_> = beeld.aanmeldingen.iter().filter(|one| one.vestiging == *vestiging).collect();
    if here.is_empty() {
        return Err(no_such_file());
    }
    let dag = base::today_in_nl(found.bevestigd_op);
    // One that ended is another registration, unless it is this one: received on the day on which this one was confirmed.
    let is_this = |one: &&Aanmelding| one.afloop.is_none() || one.ontvangen_op == dag;
    let mut open = here.into_iter().filter(is_this).peekable();
    if open.peek().is_none() {
        return Err(Refusal::field("dossier", teksten::buiten::loopt_niet_meer())
            .instead(teksten::buiten::opnieuw_vastleggen())
            .into());
    }
    if !open.any(|registered| registered.ontvangen_op <= dag) {
        return Err(Refusal::field("dossier", teksten::buiten::LaterOntvangen { dag }.tekst())
            .instead(teksten::buiten::ontvangst_verbeteren())
            .into());
    }
    Ok(())
}

fn language(found: &Binnengekomen) -> Taal {
    Taal::from_code(&found.geschreven.taal).unwrap_or_default()
}

fn no_such_file() -> AppError {
    Refusal::field("dossier", teksten::buiten::geen_aanmelding_daar())
        .instead(teksten::buiten::eerst_daar_aanmelden())
        .into()
}
