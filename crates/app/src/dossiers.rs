//! Loading a file and adding to it: the one path along which every command goes.

mod log;
mod nummers;
mod vastleggen;

use std::collections::BTreeMap;

use base::{Date, DossierNummer};
use dossier::algemeen::vrijgave::GeefTekstVrij;
use dossier::beurt::Onderwerp;
use dossier::opdracht::velden::Rijplaats;
use dossier::opdracht::{Opdracht, Vaststelling};
use dossier::toegang::{Betrokkenheid, Bewezen, Deel, Grond, Handeling, Kijker};
use dossier::{Dossier, Inhoud};
use storage::{Aankondiging, AppendError, Appended, Claim, Digest, DraftsDone, Idempotency, StreamId};

use crate::brieven::asks_after_death;
use crate::elders::that_follows;
use crate::fout::key_used;
use crate::geopend::Geopend;
use crate::mail::{Stond, aankondiging};
use crate::{App, AppError, Moment};

pub use log::encode;
pub(crate) use log::{as_stored, decode};
pub(crate) use nummers::Nummers;
pub(crate) use vastleggen::record;

/// How often a command without a stated version is decided anew when somebody else was first.
const MOST_TRIES: usize = 4;

/// What goes with a command besides the command.
#[derive(Debug, Clone, Default)]
pub struct Uitvoering {
    /// The version of the file that the person saw; none to decide on whatever is there now. What they may not read, or is of
    /// another case, is no clash with it.
    pub expected: Option<u64>,
    /// The mark of the draft that the person read ([`crate::concepten::stand`]): an act takes from a draft only what was read.
    pub gelezen: Option<String>,
    /// Drafts that this command makes superfluous.
    pub drafts_done: Vec<DraftsDone>,
    /// Key of the request, so that a repeated one does nothing twice.
    pub idempotency: Option<Idempotency>,
    /// Numbers of the register that only one file may hold.
    pub claims: Vec<Claim>,
    /// From which row of a form each act was read, in the order of the acts, where they were: a refusal says which.
    pub rijen: Vec<Option<Rijplaats>>,
    /// For whom from whom the places are secret the reasons that the act writes are released, by number in the file.
    pub vrij_voor: Vec<u32>,
    /// No letters, and nothing that follows elsewhere: what is recorded happened long ago (a taken over file, the demo region).
    pub zonder_brieven: bool,
}

impl Uitvoering {
    /// Makes a form harmless to send twice: the same form on the same version with the same contents is one request.
    #[must_use]
    pub fn eenmalig(mut self, kijker: &Kijker, formulier: &str, versie: u64, inhoud: &str) -> Self {
        self.idempotency = Some(eenmalig(kijker, formulier, versie, inhoud));
        self
    }

    /// Makes the act harmless to repeat: the same key with the same contents, from the same person, is done once and
    /// answered as it was then. The same key with other contents is refused.
    #[must_use]
    pub fn herhaalbaar(mut self, kijker: &Kijker, sleutel: &str, inhoud: &[u8]) -> Self {
        self.idempotency = Some(herhaling(kijker, sleutel, inhoud));
        self
    }
}

/// By what a form of somebody is known when it is sent again: its key begins with the name of the form, so that what is
/// typed later finds that it was sent ([`crate::concepten::Conceptplek::bewaar_onderweg`]).
pub fn eenmalig(kijker: &Kijker, formulier: &str, versie: u64, inhoud: &str) -> Idempotency {
    let request = format!("{formulier}\n{versie}\n{inhoud}");
    let key = format!("{formulier}:{}", Digest::of(request.as_bytes()));
    herhaling(kijker, &key, request.as_bytes())
}

/// By what a request of somebody is known when it is sent again.
pub fn herhaling(kijker: &Kijker, sleutel: &str, inhoud: &[u8]) -> Idempotency {
    Idempotency {
        owner: kijker.actor.persoon.to_string(),
        key: sleutel.to_owned(),
        fingerprint: Digest::of(inhoud),
    }
}

/// What an append changes besides the facts and the lists.
#[derive(Debug, Default)]
pub(crate) struct Bijwerking {
    pub(crate) drafts_done: Vec<DraftsDone>,
    pub(crate) idempotency: Option<Idempotency>,
    pub(crate) claims: Vec<Claim>,
    /// These facts ask for letters that are still to be made, or for something in another file.
    pub(crate) unfinished: bool,
    /// The earlier facts whose open work this was.
    pub(crate) finishes: Option<u64>,
    /// To whom these facts are something new.
    pub(crate) aankondiging: Option<Aankondiging>,
}

/// What a command did. Programs that show something of it ask [`Uitgevoerd::nummer`] and [`Uitgevoerd::onderwerp`].
#[derive(Debug, Clone)]
pub struct Uitgevoerd {
    /// The file as it stands now.
    pub dossier: Dossier,
    /// Number of the first new fact.
    pub eerste: u64,
    /// Number of the last.
    pub laatste: u64,
}

impl Uitgevoerd {
    /// The facts that were added, as they stand in the timeline: sequence, name and date.
    pub fn feiten(&self) -> impl Iterator<Item = (u64, &str, Date)> {
        let added = self.eerste..=self.laatste;
        let new = self.dossier.feiten.iter().filter(move |feit| added.contains(&feit.volgnummer));
        new.map(|feit| (feit.volgnummer, feit.inhoud.event_type(), feit.on))
    }

    /// The version of the file right after it.
    pub fn versie(&self) -> u64 {
        self.laatste
    }

    /// The file.
    pub fn nummer(&self) -> &DossierNummer {
        &self.dossier.nummer
    }

    /// The case that the first new fact is about, such as the registration that it begins.
    pub fn onderwerp(&self) -> Option<Onderwerp> {
        match &self.dossier.feit(self.eerste)?.inhoud {
            Inhoud::Leesbaar(gebeurtenis) => gebeurtenis.onderwerp(),
            Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => None,
        }
    }

    /// The case that the last new fact is about: another one than the first, where an act about one begins another.
    pub fn laatste_onderwerp(&self) -> Option<Onderwerp> {
        let Inhoud::Leesbaar(gebeurtenis) = &self.dossier.feit(self.laatste)?.inhoud else { return None };
        gebeurtenis.onderwerp()
    }
}

impl App {
    /// The file with this number, for the program itself: no access is decided here.
    pub async fn load_dossier(&self, nummer: &DossierNummer) -> Result<Option<Dossier>, AppError> {
        let events = self.storage.load(&StreamId::dossier(nummer)).await?;
        if events.is_empty() {
            return Ok(None);
        }
        let feiten = events.into_iter().map(decode).collect::<Result<Vec<_>, _>>()?;
        Ok(Some(Dossier::replay(nummer.clone(), feiten)))
    }

    /// A number for a new file.
    pub async fn next_dossier_nummer(&self, moment: Moment) -> Result<DossierNummer, AppError> {
        let year = moment.vandaag.year();
        let number = if let Some(number) = self.nummers.take(year) {
            number
        } else {
            let count = self.nummers.next_block(year);
            let first = self.storage.reserve_numbers("dossier", year, count).await?;
            self.nummers.refill(year, first, count);
            first
        };
        let text = format!("{year}-{number:06}");
        text.parse().map_err(|_| AppError::Unreadable { place: format!("nummer {text}") })
    }

    /// Everybody concerned with a child, the boards of its schools included.
    pub async fn betrokkenen(
        &self,
        dossier: &Dossier,
        moment: Moment,
    ) -> Result<Vec<Betrokkenheid>, AppError> {
        let mut all = dossier.betrokkenen();
        let mut boards = BTreeMap::new();
        for vestiging in dossier.scholen_met_zaken() {
            let school = self.school(vestiging, moment.vandaag).await?;
            if let Some(bestuur) = school.and_then(|school| school.bestuur) {
                boards.insert(vestiging.clone(), bestuur.organisatie());
            }
        }
        all.extend(dossier.betrokken_besturen(|vestiging| boards.get(vestiging).cloned()));
        Ok(all)
    }

    /// The file as somebody may work on it: refused when they may see none of it.
    pub(crate) async fn dossier_for(
        &self,
        kijker: &Kijker,
        nummer: &DossierNummer,
        moment: Moment,
    ) -> Result<(Dossier, Vec<Betrokkenheid>), AppError> {
        let dossier = self.load_dossier(nummer).await?.ok_or(AppError::NotFound)?;
        let betrokken = self.betrokkenen(&dossier, moment).await?;
        let nothing = self.matrix.leesbare_delen(kijker, &betrokken, moment.vandaag).is_empty();
        if nothing || dossier.sluit_uit(&kijker.actor) {
            return Err(AppError::NotFound);
        }
        Ok((dossier, betrokken))
    }

    /// Refuses unless this person may do this with this part of the file.
    pub(crate) fn require(
        &self,
        kijker: &Kijker,
        betrokken: &[Betrokkenheid],
        deel: Deel,
        handeling: Handeling,
        moment: Moment,
    ) -> Result<(), AppError> {
        let toegang = self.matrix.toegang(kijker, betrokken, deel, handeling, moment.vandaag);
        if toegang.toegestaan { Ok(()) } else { Err(AppError::Forbidden { reden: toegang.reden }) }
    }

    /// Opens a file with its first commands, in one append: all or nothing.
    pub async fn open_dossier(
        &self,
        kijker: &Kijker,
        moment: Moment,
        opdrachten: Vec<Opdracht>,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let nummer = self.next_dossier_nummer(moment).await?;
        self.open_dossier_as(kijker, moment, nummer, opdrachten, uitvoering).await
    }

    /// Opens a file under a number that was taken before, because documents were stored for it.
    pub(crate) async fn open_dossier_as(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nummer: DossierNummer,
        opdrachten: Vec<Opdracht>,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        self.decide_and_append(
            kijker,
            moment,
            Dossier::new(nummer),
            (Grond::NieuwDossier, &opdrachten, &uitvoering),
        )
        .await
    }

    /// Carries out commands on a file, in one append: all or nothing.
    ///
    /// Without a stated version a clash with somebody else is decided anew on what they did; with
    /// one the clash is told. The letters follow by themselves ([`App::make_open_letters`]).
    pub async fn execute(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nummer: &DossierNummer,
        opdrachten: Vec<Opdracht>,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let file = self.dossier_for(kijker, nummer, moment).await?;
        self.execute_from(kijker, moment, file, opdrachten, uitvoering).await
    }

    /// The same on a file that is open already: it is loaded anew only when somebody else was first.
    pub(crate) async fn execute_on(
        &self,
        open: &Geopend,
        opdrachten: Vec<Opdracht>,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let file = (open.dossier.clone(), open.betrokken.clone());
        self.execute_from(&open.kijker, open.moment, file, opdrachten, uitvoering).await
    }

    async fn execute_from(
        &self,
        kijker: &Kijker,
        moment: Moment,
        file: (Dossier, Vec<Betrokkenheid>),
        opdrachten: Vec<Opdracht>,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let (mut dossier, mut betrokken) = file;
        let nummer = dossier.nummer.clone();
        if let Some(done) = self.done_before(&nummer, uitvoering.idempotency.as_ref()).await? {
            let (eerste, laatste) = done;
            return Ok(Uitgevoerd { dossier, eerste, laatste });
        }
        let mut tries = 0;
        loop {
            tries += 1;
            if let Some(seen) = uitvoering.expected.filter(|seen| *seen != dossier.versie) {
                let recht = self.matrix.leesrecht(kijker, &dossier, &betrokken, moment.vandaag);
                let stands = |opdracht: &Opdracht| {
                    dossier.is_ongewijzigd_sinds(seen, opdracht.over_zaak(&dossier), &recht)
                };
                if !opdrachten.iter().all(stands) {
                    return Err(AppError::Clash { dossier: Some(nummer.clone()) });
                }
            }
            let work = (Grond::Relaties(&betrokken), opdrachten.as_slice(), &uitvoering);
            let done = self.decide_and_append(kijker, moment, dossier, work).await;
            match done {
                Err(AppError::Clash { .. }) if tries < MOST_TRIES => {
                    (dossier, betrokken) = self.dossier_for(kijker, &nummer, moment).await?;
                }
                other => return other,
            }
        }
    }

    /// The first and last fact of a request that was carried out before under this key.
    pub(crate) async fn done_before(
        &self,
        nummer: &DossierNummer,
        idempotency: Option<&Idempotency>,
    ) -> Result<Option<(u64, u64)>, AppError> {
        let done = self.sent_before(idempotency).await?;
        match done {
            Some(done) if done.stream != StreamId::dossier(nummer) => Err(key_used()),
            other => Ok(other.map(|done| (done.first_sequence, done.last_sequence))),
        }
    }

    /// What came of a request when it was sent before under this key; refused when it was another request then.
    pub(crate) async fn sent_before(
        &self,
        idempotency: Option<&Idempotency>,
    ) -> Result<Option<Appended>, AppError> {
        let Some(request) = idempotency else { return Ok(None) };
        match self.storage.find_repeated(request).await {
            Err(AppendError::KeyReused) => Err(key_used()),
            found => Ok(found?),
        }
    }

    /// What was done when a request was sent before, on the file that it opened then.
    pub(crate) async fn done_as(
        &self,
        kijker: &Kijker,
        moment: Moment,
        done: Appended,
    ) -> Result<Uitgevoerd, AppError> {
        let nummer = done.stream.as_dossier().ok_or_else(key_used)?;
        let (dossier, _) = self.dossier_for(kijker, &nummer, moment).await?;
        Ok(Uitgevoerd { dossier, eerste: done.first_sequence, laatste: done.last_sequence })
    }

    /// Carries out commands for somebody who proved by other means that they may: a school with the
    /// number of a declaration, a parent with a one-time code. The role is still checked, and that the proof is for that.
    pub(crate) async fn execute_proved(
        &self,
        kijker: &Kijker,
        moment: Moment,
        nummer: &DossierNummer,
        (bewezen, opdrachten): (Bewezen, Vec<Opdracht>),
    ) -> Result<Uitgevoerd, AppError> {
        let dossier = self.load_dossier(nummer).await?.ok_or(AppError::NotFound)?;
        let work = (Grond::Bewezen(bewezen), opdrachten.as_slice(), &Uitvoering::default());
        self.decide_and_append(kijker, moment, dossier, work).await
    }

    /// What would come of opening a file with these commands.
    pub(crate) async fn try_new(
        &self,
        kijker: &Kijker,
        moment: Moment,
        work: (&[Opdracht], &[Option<Rijplaats>]),
    ) -> Result<Vec<Vaststelling>, AppError> {
        // A number that no file has.
        let text = format!("{}-000000", moment.vandaag.year());
        let nummer = text.parse().map_err(|_| AppError::Unreadable { place: format!("nummer {text}") })?;
        Ok(self.decide_all(kijker, moment, Dossier::new(nummer), Grond::NieuwDossier, work).await?.1)
    }

    /// Decides one command after the other: the file as it stands then, with the new facts.
    pub(crate) async fn decide_all(
        &self,
        kijker: &Kijker,
        moment: Moment,
        dossier: Dossier,
        grond: Grond<'_>,
        (opdrachten, rijen): (&[Opdracht], &[Option<Rijplaats>]),
    ) -> Result<(Dossier, Vec<Vaststelling>), AppError> {
        let mut after = dossier;
        let mut decided = Vec::new();
        for (place, opdracht) in opdrachten.iter().enumerate() {
            let toegang = self.matrix.mag_op(kijker, grond, (&after, opdracht), moment.vandaag);
            if !toegang.toegestaan {
                return Err(AppError::Forbidden { reden: toegang.reden });
            }
            Box::pin(self.weiger_verraad(kijker, &after, opdracht, moment)).await?;
            let beleid = self.beleid_for(&after, opdracht).await?;
            let ctx = self.besluitvorming(&beleid, kijker, moment);
            let rij = rijen.get(place).and_then(Option::as_ref);
            for vaststelling in after.decide(opdracht, &ctx).map_err(|no| no.of_rij(rij))? {
                record(&mut after, &mut decided, vaststelling, &kijker.actor, moment);
            }
        }
        Ok((after, decided))
    }

    /// The same with the reasons in it released, for whom whoever wrote them said so with the act.
    async fn with_release(
        &self,
        kijker: &Kijker,
        moment: Moment,
        (after, mut decided): (Dossier, Vec<Vaststelling>),
        (grond, uitvoering): (Grond<'_>, &Uitvoering),
    ) -> Result<(Dossier, Vec<Vaststelling>), AppError> {
        let Some(release) = GeefTekstVrij::van_daad(&after, &decided, &uitvoering.vrij_voor) else {
            return Ok((after, decided));
        };
        let (after, more) = self.decide_all(kijker, moment, after, grond, (&[release.into()], &[])).await?;
        decided.extend(more);
        Ok((after, decided))
    }

    async fn decide_and_append(
        &self,
        kijker: &Kijker,
        moment: Moment,
        dossier: Dossier,
        (grond, opdrachten, uitvoering): (Grond<'_>, &[Opdracht], &Uitvoering),
    ) -> Result<Uitgevoerd, AppError> {
        let _bezig = self.druk.begin();
        let before = dossier.versie;
        let stond = Stond::of(&dossier, &self.wet, moment.vandaag);
        let (after, decided) =
            self.decide_all(kijker, moment, dossier, grond, (opdrachten, &uitvoering.rijen)).await?;
        let (after, decided) =
            Box::pin(self.with_release(kijker, moment, (after, decided), (grond, uitvoering))).await?;
        // Written now, so that what cannot be written stops the command; made afterwards, and after a death when that was a mistake.
        let asks = !uitvoering.zonder_brieven
            && (!self.concept_brieven(&after, &decided, &kijker.actor, moment).await?.is_empty()
                || asks_after_death(&after, &decided)
                || !that_follows(&after, &decided).is_empty());
        let bijwerking = Bijwerking {
            drafts_done: uitvoering.drafts_done.clone(),
            idempotency: uitvoering.idempotency.clone(),
            claims: uitvoering.claims.clone(),
            unfinished: asks,
            finishes: None,
            aankondiging: Some(aankondiging((&after, &self.wet), &decided, &stond, &kijker.actor, moment))
                .filter(|told| *told == Aankondiging::Nooit || !uitvoering.zonder_brieven),
        };
        let done = self.append(&kijker.actor, moment, before, &after, decided, bijwerking).await?;
        if done.stream != StreamId::dossier(&after.nummer) {
            // The same request opened another file while this one was decided.
            return self.done_as(kijker, moment, done).await;
        }
        if asks || stond.is_of_dead() {
            self.gevraagd.notify_one();
        }
        Ok(Uitgevoerd { eerste: before + 1, laatste: after.versie, dossier: after })
    }
}
