//! What came to a school by the open form: read, put ready in the form by which it registers a child, ended.

use std::collections::BTreeSet;
use std::sync::Arc;

use base::{Date, Timestamp, Vestigingscode};
use dossier::aanmelding::feiten::VanBuiten;
use dossier::opdracht::Opdracht;
use dossier::tlv::identiteit::Identiteit;
use dossier::toegang::Kijker;
use dossier::{Refusal, Rol};
use storage::{Direction, HandelingQuery, Page, StorageError};
use verband::grenzen::DAGEN_OM_TE_BEKIJKEN;

use super::einde::{Gelijkenis, lijkt_op};
use super::{BEVESTIGD, Bevestigd, Geschreven, INHOUD, VELD, WIE, kept, scope, unreadable};
use crate::accounts::{Beheer, Handelingsoort};
use crate::concepten::{Bakje, Bewaard, LosFormulier};
use crate::{App, AppError, Moment};

/// What is read, where it is all of them.
const LIJST: &str = "lijst";
/// Acts that are looked through at a time.
pub(super) const PER_BLAD: u32 = 200;
/// The field that says for whom it was put ready, with the name of that person behind it: all of it goes together.
pub(super) const KLAAR: &str = "klaar/";

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

/// What waits at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wachtend {
    /// How many.
    pub aantal: usize,
    /// When the oldest came.
    pub oudste: Date,
    /// By when somebody should have looked at that one: a proposal, while the term of the law runs.
    pub uiterlijk: Date,
    /// Whoever asks is who looks at them.
    pub zelf: bool,
}

impl App {
    /// What came to the school of whoever looks, the oldest first; nothing for who opens no files.
    pub(crate) async fn van_buiten(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<Binnengekomen>, AppError> {
        let Ok(vestiging) = self.vereis_openen(kijker, moment) else { return Ok(Vec::new()) };
        self.at_school(&vestiging).await
    }

    /// All that came to a school and waits there, the oldest first.
    async fn at_school(&self, vestiging: &Vestigingscode) -> Result<Vec<Binnengekomen>, AppError> {
        let scope = scope(vestiging);
        let mut found = Vec::new();
        for (form, _) in self.storage.draft_forms(&scope).await? {
            let Some(nummer) = form.strip_prefix(BEVESTIGD) else { continue };
            // One that is damaged keeps nobody from the others: the list says how many cannot be read.
            let fields = match self.storage.drafts(&scope, &form).await {
                Err(StorageError::InconsistentRow { .. }) => continue,
                other => other?,
            };
            let Some(field) = fields.iter().find(|field| field.veld == INHOUD) else { continue };
            let Ok(Bevestigd { geschreven, bevestigd_op }) = serde_json::from_slice(&field.waarde) else {
                continue;
            };
            found.push(Binnengekomen { nummer: nummer.to_owned(), geschreven, bevestigd_op });
        }
        let ended = self.ended_van_buiten(vestiging, &found).await?;
        found.retain(|one| !ended.contains(&one.nummer));
        found.sort_by(|one, other| (one.bevestigd_op, &one.nummer).cmp(&(other.bevestigd_op, &other.nummer)));
        Ok(found)
    }

    /// Those of which the log of the school says that they were dealt with: whoever puts one back in the database brings nothing back.
    async fn ended_van_buiten(
        &self,
        vestiging: &Vestigingscode,
        found: &[Binnengekomen],
    ) -> Result<BTreeSet<String>, AppError> {
        let mut ended = BTreeSet::new();
        let Some(since) = found.iter().map(|one| one.bevestigd_op).min() else { return Ok(ended) };
        for soort in [Handelingsoort::VanBuitenOvergenomen, Handelingsoort::VanBuitenAfgewezen] {
            let mut page = Page::first(PER_BLAD);
            loop {
                let query = HandelingQuery {
                    organisatie: Some(vestiging.organisatie()),
                    handeling: Some(soort.code().to_owned()),
                    van: Some(since),
                    direction: Direction::Up,
                    ..HandelingQuery::all(page)
                };
                let found = self.storage.handelingen(&query).await?;
                ended.extend(found.rows.into_iter().map(|act| act.onderwerp));
                page.offset += u64::from(PER_BLAD);
                if page.offset >= found.total && !found.more {
                    break;
                }
            }
        }
        Ok(ended)
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

    /// What waits at the school of whoever looks: for who opens files there, and for its directie, who hears that and reads none of it.
    pub async fn wacht_van_buiten(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Option<Wachtend>, AppError> {
        let own = self.vereis_openen(kijker, moment).ok();
        let zelf = own.is_some();
        let looks_on = kijker.actor.organisatie.vestiging().filter(|_| kijker.actor.rol == Rol::Directie);
        let Some(vestiging) = own.or(looks_on) else { return Ok(None) };
        let waiting = self.at_school(&vestiging).await?;
        let Some(oldest) = waiting.first() else { return Ok(None) };
        let oudste = base::today_in_nl(oldest.bevestigd_op);
        Ok(Some(Wachtend {
            aantal: waiting.len(),
            oudste,
            uiterlijk: base::dates::plus_days(oudste, DAGEN_OM_TE_BEKIJKEN).unwrap_or(oudste),
            zelf,
        }))
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

    pub(super) async fn one_van_buiten(
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
        // One at a time: whoever presses twice finds what the first press filled in.
        let _alone = self.van_buiten_slot.lock().await;
        let found = self.lees_van_buiten(kijker, nummer, moment).await?;
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
        self.note_klaar(kijker, nummer, bakje, moment).await?;
        let plek = self.los_concept(kijker, moment, LosFormulier::Aanmelden(bakje))?;
        let day = base::today_in_nl(found.bevestigd_op).to_string();
        let along = [("ontvangen_op".to_owned(), day), (VELD.to_owned(), nummer.to_owned())];
        let written = found.geschreven.velden.iter().filter(|(veld, _)| veld.as_str() != WIE);
        for (veld, waarde) in written.map(|(a, b)| (a.clone(), b.clone())).chain(along) {
            let version = left.iter().find(|field| field.veld == veld).map_or(0, |field| field.versie);
            if !matches!(plek.bewaar((&veld, version), &waarde).await?, Bewaard::Ja(_)) {
                return Err(unreadable());
            }
        }
        Ok(bakje)
    }

    /// For whom it was put ready, to take it away again when it ends.
    async fn note_klaar(
        &self,
        kijker: &Kijker,
        nummer: &str,
        bakje: Bakje,
        moment: Moment,
    ) -> Result<(), AppError> {
        let vestiging = self.vereis_openen(kijker, moment)?;
        let (form, field) = (kept(nummer), format!("{KLAAR}{}", kijker.actor.persoon));
        let there = self.storage.drafts(&scope(&vestiging), &form).await?;
        let version = there.iter().find(|one| one.veld == field).map_or(0, |one| one.versie);
        self.keep_van_buiten(&vestiging, (&form, &field), version, &bakje.code(), moment).await?;
        Ok(())
    }

    /// The registration of a child says that it came by the open form, of one that this school has and that is of this child.
    pub async fn met_herkomst(
        &self,
        kijker: &Kijker,
        (nummer, kind): (&str, &Identiteit),
        begin: Opdracht,
        moment: Moment,
    ) -> Result<Opdracht, AppError> {
        if nummer.is_empty() {
            return Ok(begin);
        }
        let Opdracht::MeldAan(mut act) = begin else { return Ok(begin) };
        let found = match self.one_van_buiten(kijker, nummer, moment).await {
            Err(AppError::NotFound) => {
                // Who sends the same form once more is answered as the first time: it is gone by then. What was ended otherwise is
                // not recorded as if the school had written it itself.
                if self.was_overgenomen(kijker, nummer).await? {
                    return Ok(act.into());
                }
                return Err(Refusal::new("al_weg", teksten::buiten::al_weg())
                    .instead(teksten::buiten::leeg_formulier())
                    .into());
            }
            found => found?,
        };
        if lijkt_op(&found, kind) == Gelijkenis::Ander {
            return Err(Refusal::field("achternaam", teksten::buiten::ander_kind())
                .instead(teksten::buiten::leeg_formulier())
                .into());
        }
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
}
