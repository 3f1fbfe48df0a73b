//! An open file: loaded, decrypted and replayed once, in the hands of one person.
//!
//! What a page shows of a child, what it tries beforehand and what it carries out all go through one [`Geopend`], so that
//! they speak of the same moment. The raw file stays inside: what leaves is the view that access leaves of it
//! ([`Geopend::beeld`]), and before it is shown the look is written down ([`Geopend::toon`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use base::{Date, DossierNummer, OrganisatieId, SwvCode, Timestamp};
use documents::Brief;
use dossier::aanmelding::feiten::AanbodGedaan;
use dossier::algemeen::correctie::feit_niet_in_dossier;
use dossier::algemeen::post::brief_niet_in_dossier;
use dossier::beurt::Onderwerp;
use dossier::gebeurtenis::Feitsoort;
use dossier::opdracht::{Besluitvorming, Opdracht, Opdrachtnaam, Vaststelling, zaak_van};
use dossier::staat::Persoon;
use dossier::tijdlijn::Regel;
use dossier::toegang::{Betrokkenheid, Deel, Kijker, Leesrecht};
use dossier::{Actor, Beurt, Dossier, Feit, Gebeurtenis, Inhoud, Refusal, Rol};
use verband::Beleid;

use storage::Digest;

use crate::brieven::Uitnodiging;
use crate::concepten::Lezing;
use crate::dossiers::{Uitgevoerd, Uitvoering};
use crate::inzage::Doel;
use crate::kind::{self, Kindbeeld, Namen};
use crate::register::{asks_number, number_later};
use crate::{App, AppError, Moment, geheim};

mod wet;

/// One file, open before one person at one moment.
pub struct Geopend {
    pub(crate) app: Arc<App>,
    pub(crate) kijker: Kijker,
    pub(crate) moment: Moment,
    pub(crate) dossier: Dossier,
    pub(crate) betrokken: Vec<Betrokkenheid>,
    /// What this person may read of it, fact by fact.
    pub(crate) recht: Leesrecht,
    /// The file without the places of the child, where those are secret from this person: what the view is made of.
    afgeschermd: Option<Dossier>,
    /// Policy of each partnership that a case in the file falls under, or that of a school where one can begin.
    beleid: BTreeMap<SwvCode, Beleid>,
    /// For what falls under no partnership: the law alone.
    zonder_beleid: Beleid,
    /// What the organisations are called that the view names.
    namen: Namen,
    /// Whose turn it is in the file that is shown, by whatever this person may know.
    beurten: Vec<Beurt>,
    /// What this person may see of it, made when it is first asked for.
    beeld: OnceLock<Kindbeeld>,
}

/// A mark of who opened a form, in which role: the form carries it, so that it is carried out for nobody else.
pub fn merk(actor: &Actor) -> String {
    let who = format!("{} {} {}", actor.persoon, actor.rol.code(), actor.organisatie);
    Digest::of(who.as_bytes()).to_string().chars().take(16).collect()
}

impl App {
    /// Opens a file for somebody; not found for whoever may see none of it.
    pub async fn open(
        self: &Arc<Self>,
        kijker: &Kijker,
        nummer: &DossierNummer,
        moment: Moment,
    ) -> Result<Geopend, AppError> {
        let (dossier, betrokken) = self.dossier_for(kijker, nummer, moment).await?;
        let mut beleid = BTreeMap::new();
        let of_schools = dossier.inschrijvingen.iter().filter_map(|inschrijving| inschrijving.swv.as_ref());
        for swv in dossier.zaken().filter_map(|zaak| zaak.valt_onder()).chain(of_schools) {
            if !beleid.contains_key(swv) {
                beleid.insert(swv.clone(), self.beleid(swv).await?);
            }
        }
        let recht = self.matrix.leesrecht(kijker, &dossier, &betrokken, moment.vandaag);
        let afgeschermd = if recht.is_afgeschermd() {
            Some(self.zonder_plaatsen(&dossier, &recht, moment).await?)
        } else {
            None
        };
        let shown = afgeschermd.as_ref().unwrap_or(&dossier);
        let beurten = self.beurten(shown, moment).await?;
        let namen = self.namen_voor((shown, &beurten), &recht, moment).await?;
        Ok(Geopend {
            app: Arc::clone(self),
            kijker: kijker.clone(),
            moment,
            dossier,
            betrokken,
            recht,
            afgeschermd,
            beleid,
            zonder_beleid: Beleid::default(),
            namen,
            beurten,
            beeld: OnceLock::new(),
        })
    }
}

impl App {
    /// The file as a parent reads it from whom its places are secret.
    async fn zonder_plaatsen(
        &self,
        dossier: &Dossier,
        recht: &Leesrecht,
        moment: Moment,
    ) -> Result<Dossier, AppError> {
        let mut namen = Namen::new();
        for organisatie in geheim::plaatsen(dossier, recht.eigen_persoon()) {
            let naam = self.organisatie_naam(&organisatie, moment.vandaag).await?;
            namen.insert(organisatie, naam);
        }
        let eigen = recht.eigen_persoon();
        let vrij = match eigen {
            Some(nr) => self.blijft_vrij(dossier, nr, moment).await?,
            None => BTreeSet::new(),
        };
        Ok(geheim::zonder_plaatsen(dossier, (eigen, &vrij), |id| namen.get(id).cloned()))
    }
}

impl Geopend {
    /// The same file as it stands now, open before the same person: somebody was first.
    pub async fn opnieuw(&self) -> Result<Self, AppError> {
        self.app.open(&self.kijker, &self.dossier.nummer, self.moment).await
    }

    /// The mark of who has this file open ([`merk`]).
    pub fn merk(&self) -> String {
        merk(&self.kijker.actor)
    }

    /// What this person may see. To decide what can be done; what is shown of it is written down first
    /// ([`Self::toon`]).
    pub fn beeld(&self) -> &Kindbeeld {
        self.beeld.get_or_init(|| self.maak_beeld())
    }

    fn maak_beeld(&self) -> Kindbeeld {
        let file = (self.afgeschermd.as_ref().unwrap_or(&self.dossier), self.betrokken.as_slice());
        let known = (&self.recht, &self.namen, self.beurten.as_slice());
        kind::beeld(&self.app.matrix, &self.kijker, file, known, self.moment)
    }

    /// The view, of who needs the file no more.
    pub fn in_beeld(mut self) -> Kindbeeld {
        match self.beeld.take() {
            Some(made) => made,
            None => self.maak_beeld(),
        }
    }

    /// The number of the file.
    pub fn nummer(&self) -> &DossierNummer {
        &self.dossier.nummer
    }

    /// The view, to show it: that somebody looks is on record before this returns.
    pub async fn toon(&self, doel: Doel) -> Result<&Kindbeeld, AppError> {
        self.toon_met(doel, &[]).await
    }

    /// The same, with the parts of facts that are shown beside what the purpose shows.
    pub async fn toon_met(&self, doel: Doel, ernaast: &[Deel]) -> Result<&Kindbeeld, AppError> {
        let mut delen = doel.delen(self.beeld());
        delen.extend_from_slice(ernaast);
        self.leg_inzage_vast(doel, &delen).await?;
        Ok(self.beeld())
    }

    /// A form, to show it: who the child is, what this person reads of the case that it is about, the parts in which what stands in its
    /// fields will stand (`gevuld`), and what it shows beside (`ernaast`).
    pub async fn toon_vorm(
        &self,
        doel: Doel,
        (opdracht, zaak): (Opdrachtnaam, Option<Onderwerp>),
        (gevuld, ernaast): (bool, &[Deel]),
    ) -> Result<&Kindbeeld, AppError> {
        let beeld = self.beeld();
        let mut delen = vec![Deel::A];
        delen.extend(zaak.iter().flat_map(|zaak| beeld.delen_van(*zaak)));
        if gevuld {
            delen.extend(self.app.matrix.delen_van(opdracht.naam(), self.kijker.actor.rol));
        }
        delen.extend_from_slice(ernaast);
        delen.retain(|deel| beeld.leest(*deel));
        self.leg_inzage_vast(doel, &delen).await?;
        Ok(beeld)
    }

    /// That a letter or document is read, with the parts that it is about.
    pub(crate) async fn leg_inzage_vast(&self, doel: Doel, delen: &[Deel]) -> Result<(), AppError> {
        self.app.log_read(&self.kijker, &self.dossier.nummer, delen, doel.tekst(), self.moment).await
    }

    /// What this person may see of what happened after a version, to show it to who was too late. That somebody looks is
    /// on record, with the parts of those lines, before this returns.
    pub async fn sindsdien(&self, versie: u64) -> Result<Vec<&Regel>, AppError> {
        let news: Vec<&Regel> =
            self.beeld().tijdlijn.iter().filter(|regel| regel.volgnummer > versie).collect();
        // What shows nothing is no look.
        if !news.is_empty() {
            let delen: Vec<Deel> = news.iter().map(|regel| regel.deel).collect();
            self.leg_inzage_vast(Doel::Botsing, &delen).await?;
        }
        Ok(news)
    }

    /// Who has it open.
    pub fn kijker(&self) -> &Kijker {
        &self.kijker
    }

    /// When it was opened.
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// This person's role may give a command on this file now.
    pub fn mag(&self, opdracht: &str) -> bool {
        self.beeld().mag.contains(opdracht) && !self.dossier.alleen_lezen
    }

    /// What this person can do with a case now, in the order in which it is offered: the acts that have their time, of those that this
    /// role may give. What the law has against one says a trial.
    pub fn mogelijk(&self, over: Onderwerp) -> Vec<Opdrachtnaam> {
        let beeld = self.beeld();
        let nu = self.dossier.nu(&self.kijker.actor, self.moment.vandaag, (&beeld.zaken, &self.beurten));
        let mut all = beeld.zaken.mogelijk(over, &nu);
        all.retain(|daad| self.mag(daad.naam()));
        all
    }

    /// Refuses unless this person's role may give a command, in the words of the access matrix.
    pub fn vereis(&self, opdracht: &str) -> Result<(), AppError> {
        if let Some(closed) = self.dossier.gesloten_voor(opdracht, &self.kijker.actor) {
            return Err(AppError::Forbidden { reden: closed.reden });
        }
        let toegang = self.app.matrix.mag(&self.kijker, &self.betrokken, opdracht, self.moment.vandaag);
        if toegang.toegestaan { Ok(()) } else { Err(AppError::Forbidden { reden: toegang.reden }) }
    }

    /// Whether nothing came to the file after a version that this person may read and that concerns what they do about a
    /// case, or about the file as a whole.
    pub fn is_ongewijzigd_sinds(&self, versie: u64, over: Option<Onderwerp>) -> bool {
        self.dossier.is_ongewijzigd_sinds(versie, over, &self.recht)
    }

    /// The case that an act is about, by its name and the number of its case or fact.
    pub fn zaak_van(&self, opdracht: &str, over: Option<u64>) -> Option<Onderwerp> {
        zaak_van(&self.dossier, opdracht, over)
    }

    /// The case that an act is about.
    pub fn over_zaak(&self, opdracht: &Opdracht) -> Option<Onderwerp> {
        opdracht.over_zaak(&self.dossier)
    }

    /// The facts that this person reads, newest first.
    fn gelezen(&self) -> impl Iterator<Item = &Feit> {
        let newest_first = self.dossier.feiten.iter().rev().map(|feit| &**feit);
        newest_first.filter(|feit| self.recht.leest_feit(&self.dossier, feit))
    }

    /// The version of the file that somebody saw in a list at a moment; what the same request did since counts as seen.
    pub fn versie_op(&self, at: Timestamp) -> u64 {
        let mine = |feit: &Feit| feit.recorded_at == self.moment.at && feit.actor == self.kijker.actor;
        let seen = self.dossier.feiten.iter().take_while(|feit| feit.recorded_at <= at || mine(feit));
        seen.last().map_or(0, |feit| feit.volgnummer)
    }

    /// The circumstances in which something that falls under no partnership is decided now.
    pub fn besluitvorming(&self) -> Besluitvorming<'_> {
        self.onder(&self.zonder_beleid)
    }

    /// The circumstances in which something is decided now that falls under a partnership.
    pub fn besluitvorming_over(&self, swv: &SwvCode) -> Besluitvorming<'_> {
        self.onder(self.beleid.get(swv).unwrap_or(&self.zonder_beleid))
    }

    fn onder<'a>(&'a self, beleid: &'a Beleid) -> Besluitvorming<'a> {
        self.app.besluitvorming(beleid, &self.kijker, self.moment)
    }

    /// What would come of a command that somebody filled in: completed as carrying it out completes it. Nothing is recorded.
    pub async fn proef(&self, opdracht: impl Into<Opdracht>) -> Result<Vec<Vaststelling>, AppError> {
        let mut opdracht = self.aangevuld(opdracht.into(), Lezing::Proef).await?;
        number_later(&mut opdracht);
        Box::pin(self.app.weiger_verraad(&self.kijker, &self.dossier, &opdracht, self.moment)).await?;
        let beleid = self.app.beleid_for(&self.dossier, &opdracht).await?;
        Ok(self.kan_onder(&opdracht, &self.onder(&beleid))?)
    }

    /// Whether a command can be given at all, by the law, the policy and the time of now, as it stands. Nothing is looked up
    /// and nothing is recorded.
    pub fn kan(&self, opdracht: impl Into<Opdracht>) -> Result<Vec<Vaststelling>, Refusal> {
        let opdracht = opdracht.into();
        self.kan_onder(&opdracht, &self.omstandigheden(&opdracht))
    }

    fn kan_onder(&self, opdracht: &Opdracht, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        self.vereis_zaak(opdracht)?;
        // By which relation somebody may hangs on the case, and of a correction on the fact.
        let (kijker, on) = (&self.kijker, self.moment.vandaag);
        let toegang = self.app.matrix.mag_op(kijker, &self.betrokken, (&self.dossier, opdracht), on);
        if !toegang.toegestaan {
            return Err(Refusal::new("niet_dit_deel", toegang.reden));
        }
        self.dossier.decide(opdracht, ctx)
    }

    /// Refuses an act about a case or a fact of which this person may not know, in the words for one that is not there: an
    /// answer that looks at it first would tell that it is, and how it stands.
    fn vereis_zaak(&self, opdracht: &Opdracht) -> Result<(), Refusal> {
        let reads = |volgnummer| {
            let feit = self.dossier.feit(volgnummer);
            feit.is_some_and(|feit| self.recht.leest_feit(&self.dossier, feit))
        };
        if let Opdracht::Corrigeer(act) = opdracht {
            return if reads(act.volgnummer) { Ok(()) } else { Err(feit_niet_in_dossier()) };
        }
        if let Opdracht::VerwerkPost(act) = opdracht {
            return if reads(act.volgnummer) { Ok(()) } else { Err(brief_niet_in_dossier()) };
        }
        if let Opdracht::GeefTekstVrij(act) = opdracht {
            return if reads(act.volgnummer) { Ok(()) } else { Err(feit_niet_in_dossier()) };
        }
        match self.over_zaak(opdracht) {
            Some(onderwerp) if !self.recht.ziet(onderwerp) => Err(onderwerp.niet_in_dossier()),
            Some(_) | None => Ok(()),
        }
    }

    /// The circumstances in which a command is decided now.
    pub(crate) fn omstandigheden(&self, opdracht: &Opdracht) -> Besluitvorming<'_> {
        let swv = self.dossier.beleid_van(opdracht);
        swv.map_or_else(|| self.besluitvorming(), |swv| self.besluitvorming_over(swv))
    }

    /// Carries a command out on the file as it was opened; when somebody else was first it is decided anew on what
    /// they did, or told, as the version asks that the person saw.
    pub async fn doe(
        &self,
        opdracht: impl Into<Opdracht>,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        self.doe_na(None, opdracht, uitvoering).await
    }

    /// The same after another act, in one append: what that makes secret holds before a letter of this one is made.
    pub async fn doe_na(
        &self,
        eerst: Option<Opdracht>,
        opdracht: impl Into<Opdracht>,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let completed = self.aangevuld(opdracht.into(), Lezing::Merk(uitvoering.gelezen.as_deref())).await;
        if let Err(AppError::ConceptVeranderd { .. }) = &completed
            && let Some(done) = self.eerder(&uitvoering).await?
        {
            // It was sent before: its draft went with it.
            return Ok(done);
        }
        let opdracht = completed?;
        self.vereis_zaak(&opdracht)?;
        if asks_number(&opdracht)
            && let Some(done) = self.eerder(&uitvoering).await?
        {
            return Ok(done);
        }
        let (opdracht, uitvoering) = self.genummerd(opdracht, uitvoering).await?;
        self.app.execute_on(self, eerst.into_iter().chain([opdracht]).collect(), uitvoering).await
    }

    /// What came of the same request when it was sent before: somebody pressed a button twice, or went back.
    pub async fn eerder(&self, uitvoering: &Uitvoering) -> Result<Option<Uitgevoerd>, AppError> {
        let nummer = &self.dossier.nummer;
        let done = self.app.done_before(nummer, uitvoering.idempotency.as_ref()).await?;
        Ok(done.map(|(eerste, laatste)| Uitgevoerd { dossier: self.dossier.clone(), eerste, laatste }))
    }

    /// What a fact on this person's timeline says now: with a correction in its place.
    pub fn geldend(&self, volgnummer: u64) -> Option<Gebeurtenis> {
        self.dossier.feit(volgnummer).filter(|feit| self.recht.leest_feit(&self.dossier, feit))?;
        if let Some(correction) = self.dossier.correction(volgnummer) {
            return correction.nieuw.as_ref()?.lees().ok();
        }
        match &self.dossier.feit(volgnummer)?.inhoud {
            Inhoud::Leesbaar(gebeurtenis) => Some(gebeurtenis.clone()),
            Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => None,
        }
    }

    /// The act that would record this fact anew; none where nothing may stand in its place.
    pub fn daad_van(&self, feit: &Gebeurtenis) -> Option<Opdracht> {
        feit.daad(&self.dossier)
    }

    /// The last offer of a place elsewhere in a registration that this person sees, with everything written about it; none
    /// where places are secret from them.
    pub fn laatste_aanbod(&self, aanmelding: u32) -> Option<&AanbodGedaan> {
        if self.recht.is_afgeschermd() {
            return None;
        }
        let mut offers = self.gelezen().filter_map(|feit| AanbodGedaan::uit(feit.gebeurtenis()?));
        offers.find(|offered| offered.aanmelding == aanmelding)
    }

    /// Since when nobody with authority can be reached, and the last day on which that was tried.
    pub fn niemand_bereikbaar(&self) -> Option<(base::Date, base::Date)> {
        self.dossier.niemand_bereikbaar()
    }

    /// A parent or pupil has it open.
    pub fn is_gezin(&self) -> bool {
        matches!(self.kijker.actor.rol, Rol::Ouder | Rol::Leerling)
    }

    /// Somebody around the child has a page of their own, or can be invited to one.
    pub fn mag_eigen_pagina(&self, persoon: u32) -> bool {
        self.dossier.persoon(persoon).is_some_and(|persoon| self.dossier.mag_eigen_pagina(persoon))
    }

    /// The school that reads what this family lets it know today about no case.
    pub fn leest_woorden(&self) -> Option<OrganisatieId> {
        self.dossier.school_die_leest(None, self.moment.vandaag)
    }

    /// The pupil as one who can be invited to a page of their own, whether they were or not; none while the parents act.
    pub fn leerling_uit_te_nodigen(&self) -> Option<Persoon> {
        let on = self.moment.vandaag;
        let known = self.dossier.leerling_zelf(on).cloned();
        let new = || self.dossier.leerling_als_persoon(on, &self.kijker.actor);
        self.dossier.handelt_zelf(on).then(|| known.unwrap_or_else(new))
    }

    /// The letter that invites a parent to the own page, for whoever hands over its code. Nothing is stored.
    pub async fn uitnodiging(&self, uitnodiging: Uitnodiging<'_>) -> Result<Brief, AppError> {
        self.toon(Doel::Uitnodiging).await?;
        self.app.uitnodiging(&self.dossier, uitnodiging, &self.kijker.actor, self.moment).await
    }

    /// Today in the Netherlands.
    pub fn vandaag(&self) -> Date {
        self.moment.vandaag
    }
}
