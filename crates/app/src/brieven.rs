//! Letters: which follow from which facts, to whom, and what stands in them.
//!
//! A letter is first a [`Conceptbrief`]: typed, with its reader, made of the file, the law and the
//! reference data, without a clock and without storing anything. Rendering is one function on it.
//! A command writes its letters as concepts, so one that cannot be written stops the command as a
//! whole; they are rendered after it ([`maken`]), and stored before the fact that names them.
//!
//! What stands where:
//! - [`zaak`]: which event asks for a letter, and about what it is;
//! - [`omgeving`]: what is looked up outside the file;
//! - [`geadresseerde`], [`afscherming`]: who reads, and what stays hidden from whom;
//! - [`wetten`], [`routes`]: terms and articles from the corpus, and what a reader can do;
//! - [`maken`]: rendering, storing and recording, after the command;
//! - [`gezag`], [`aanmelding`], [`ouders`], [`afloop`], [`verwijdering`], [`tlv`], [`besluit`], [`behandelen`], [`afwijking`], [`intrekking`],
//!   [`leerling`], [`uitnodiging`], [`plan`]: the letters.
//!
//! The stored form of a letter or attachment: an event keeps the address of the blob, the digest of
//! the bytes **as they are stored** (encrypted) in hexadecimal digits, and the length of the
//! plaintext. That is what [`storage::BlobRef`] holds, so an event ties its blobs to itself.

use std::sync::Arc;

use base::{DossierNummer, OrganisatieId, Organisatiesoort};
use documents::{Brief, Huisstijl};
use dossier::algemeen::feiten::{Betreft, BriefVastgelegd, Gecorrigeerd};
use dossier::algemeen::verstuurd::te_schrijven;
use dossier::algemeen::vrijgave::TekstVrijgegeven;
use dossier::brief::{Briefvraag, is_briefsoort};
use dossier::gebeurtenis::Feitsoort;
use dossier::kaart::Bijlageplek;
use dossier::leven::feiten::GeheimhoudingGezet;
use dossier::opdracht::{Opdracht, Vaststelling};
use dossier::soort::Bekendmakingswijze;
use dossier::staat::Leerling;
use dossier::tlv::besluit::MaakBekend;
use dossier::toegang::{Deel, Kijker};
use dossier::{Actor, Dossier, Feit, Gebeurtenis, Inhoud};
use storage::{BlobRef, Digest, StreamId};

use crate::geopend::Geopend;
use crate::inzage::Doel;
use crate::vrijgave::Vrijgaven;
use crate::{App, AppError, Moment};

mod aanmelding;
mod afloop;
mod afscherming;
mod afwijking;
mod behandelen;
mod besluit;
mod dwangsom;
mod feiten;
mod geadresseerde;
mod gezag;
mod herroepen;
mod intrekking;
mod leerling;
mod maken;
mod motivering;
mod omgeving;
mod ouders;
mod plan;
mod routes;
mod schorsing;
mod schrijver;
mod tlv;
mod uitnodiging;
mod uitschrijving;
mod vervolg;
mod verwijdering;
mod voornemen;
mod wetten;
mod woorden;
mod zaak;

pub(crate) use geadresseerde::{written_postcode, zonder_adres};
pub(crate) use omgeving::named_swv;

pub(crate) use afscherming::{
    CODES, DE_SCHOOL, EEN_ANDER, EEN_MEDEWERKER, HET_VERBAND, NIET_VERMELD, Secrets, Woordenlijst, carers,
    cares, is_carer, names_of_partnership, places_of, surname, with_street,
};

use ouders::Ouderuitkomst;
use schrijver::Schrijver;
use zaak::Briefzaak;

pub use maken::Briefronde;
pub use motivering::KOPPEN;
pub use uitnodiging::Uitnodiging;

/// A letter that follows from a fact, not yet rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conceptbrief {
    /// What it is about.
    pub betreft: Betreft,
    /// The part of the file that shows it: that of the fact that asks for it.
    pub deel: Deel,
    /// Who sends it; also under whose key it is kept.
    pub van: OrganisatieId,
    /// Persons around the child to whom it goes, by number in the file.
    pub aan_personen: Vec<u32>,
    /// Organisations to which it goes; the family's own where nobody is known by number.
    pub aan_organisaties: Vec<OrganisatieId>,
    /// What stands in it.
    pub brief: Brief,
}

impl App {
    /// The letters that decided facts ask for, typed. Nothing is rendered or stored. Where the places of the child became secret by them,
    /// also the letters that lapsed by that, without places; where reasons were released for a reader, their letter with these, and without them
    /// where that is taken back.
    pub async fn concept_brieven(
        &self,
        after: &Dossier,
        decided: &[Vaststelling],
        actor: &Actor,
        moment: Moment,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let vrij = self.vrije_redenen(after, moment).await?;
        let mut all = self.gevraagde_brieven((after, &vrij), decided, actor, moment).await?;
        let anew = |one: &Vaststelling| {
            GeheimhoudingGezet::uit(&one.gebeurtenis).is_some_and(|set| set.geheim)
                || TekstVrijgegeven::uit(&one.gebeurtenis).is_some()
                || Gecorrigeerd::uit(&one.gebeurtenis).is_some_and(|back| {
                    let wrong = after.feit(back.volgnummer).and_then(|feit| feit.gebeurtenis());
                    wrong.and_then(TekstVrijgegeven::uit).is_some()
                })
        };
        if decided.iter().any(anew) {
            all.extend(self.herschreven_brieven(after, &vrij).await);
        }
        Ok(all)
    }

    /// The letters that lapsed because the places became secret from their reader, or lack reasons that were released, as of the day of the first. One that cannot be written
    /// stops nothing: that it is secret is recorded whatever else.
    async fn herschreven_brieven(&self, after: &Dossier, vrij: &Vrijgaven) -> Vec<Conceptbrief> {
        let mut all = Vec::new();
        for lapsed in after.te_herschrijven() {
            let Inhoud::Leesbaar(gebeurtenis) = &lapsed.feit.inhoud else { continue };
            let Feit { on, holder, .. } = lapsed.feit;
            let fact = Vaststelling::held_by(*on, holder.clone(), gebeurtenis.clone());
            let (actor, moment) = (&lapsed.feit.actor, Moment::of(lapsed.feit.recorded_at));
            let written = self.gevraagde_brieven((&lapsed.toen, vrij), &[fact], actor, moment).await;
            let same = |concept: &Conceptbrief| concept.brief.soort() == lapsed.brief.inhoud.soort;
            for mut concept in written.unwrap_or_default().into_iter().filter(same) {
                concept.aan_personen.retain(|nr| lapsed.aan.contains(nr));
                concept.aan_organisaties.clear();
                if !concept.aan_personen.is_empty() {
                    all.push(concept);
                }
            }
        }
        all
    }

    async fn gevraagde_brieven(
        &self,
        (after, vrij): (&Dossier, &Vrijgaven),
        decided: &[Vaststelling],
        actor: &Actor,
        moment: Moment,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let mut all: Vec<Conceptbrief> = Vec::new();
        let said: Vec<Gebeurtenis> = decided.iter().map(|one| one.gebeurtenis.clone()).collect();
        for told in te_schrijven(&said) {
            let gebeurtenis = &told.gebeurtenis;
            let Some(vraag) = gebeurtenis.brief() else { continue };
            if after.overleden_op.is_some() {
                continue;
            }
            // A letter that the card asks for is made or told: never passed over.
            let about_none = || AppError::Letter(format!("{vraag:?}: bij een feit zonder zaak"));
            let zaak = if let Briefvraag::GezagVeranderd(_) | Briefvraag::WordtMeerderjarig(_) = vraag {
                let school = actor.organisatie.vestiging();
                school.map(|school| Briefzaak::eigen_pagina(after, &school, moment.vandaag))
            } else if let Briefvraag::Uitschrijving(left) = vraag {
                Some(Briefzaak::eigen_pagina(after, &left.vestiging, moment.vandaag))
            } else {
                Briefzaak::of(gebeurtenis, after, moment.vandaag)
            };
            let zaak = zaak.ok_or_else(about_none)?;
            let mut omgeving = self.omgeving(&zaak, actor, moment).await?;
            omgeving.besluitnemer = self.decider(after, gebeurtenis).await?;
            let sector = omgeving.sector_of(&zaak)?;
            let schrijver = Schrijver {
                wet: &self.wet,
                dossier: after,
                leerling: must_be_known(after)?,
                actor,
                vandaag: moment.vandaag,
                zaak: &zaak,
                sector,
                omgeving: &omgeving,
                vrij,
                vervangt: told.verbetert.and_then(|nr| earlier(after, nr)),
            };
            for concept in schrijver.letters(vraag)? {
                must_be_declared(concept.brief.soort())?;
                add_distinct(&mut all, concept);
            }
        }
        Ok(all)
    }

    /// A letter, made on a thread where nothing waits for it.
    async fn render_aside(&self, brief: Brief) -> Result<documents::Pdf, AppError> {
        let letters = Arc::clone(&self.letters);
        let made = tokio::task::spawn_blocking(move || letters.render(&brief, &Huisstijl::default())).await;
        let pdf = made.map_err(|_| AppError::Letter("het maken is afgebroken".to_owned()))?;
        pdf.map_err(|error| AppError::Letter(error.to_string()))
    }

    /// The bytes of a letter: the same letter gives the same bytes.
    pub fn render(&self, brief: &Brief) -> Result<Vec<u8>, AppError> {
        let pdf = self.letters.render(brief, &Huisstijl::default());
        pdf.map(documents::Pdf::into_bytes).map_err(|error| AppError::Letter(error.to_string()))
    }
}

impl Geopend {
    /// A stored letter, for somebody who may see it; that it is read is on record before its bytes leave.
    ///
    /// What the child page lists for this person is what can be fetched: a parent gets the own
    /// copies and no others. A copy from before an address was made secret from its reader stays shut.
    pub async fn brief(&self, volgnummer: u64) -> Result<(String, Vec<u8>), AppError> {
        let nummer = &self.dossier.nummer;
        let mut seen = self.beeld().brieven.iter();
        let brief = seen.find(|brief| brief.volgnummer == volgnummer).ok_or(AppError::NotFound)?;
        if is_shut(&self.dossier, &self.kijker, volgnummer, &brief.inhoud) {
            return Err(AppError::NotFound);
        }
        let blob = brief.inhoud.blob.parse().map_err(|_| unreadable(nummer, volgnummer))?;
        let found = self.app.storage.get_blob(&StreamId::dossier(nummer), &blob).await?;
        let bytes = found.ok_or(AppError::NotFound)?;
        self.leg_inzage_vast(Doel::Brief, &[Deel::A, brief.inhoud.deel]).await?;
        Ok((file_name(&brief.inhoud.soort, brief.op, nummer), bytes))
    }

    /// The letters that a command would give, without doing it: what the person signs for.
    ///
    /// A decision on a TLV is shown as if it were made known today.
    pub async fn voorbeeld(&self, opdracht: &Opdracht) -> Result<Vec<Conceptbrief>, AppError> {
        self.vereis(opdracht.naam())?;
        let mut after = self.dossier.clone();
        let ctx = self.omstandigheden(opdracht);
        let mut decided = Vec::new();
        for step in [Some(opdracht.clone()), made_known(opdracht, self.moment)].into_iter().flatten() {
            for vaststelling in after.decide(&step, &ctx)? {
                after.apply(as_fact(&after, &vaststelling, &self.kijker.actor, self.moment));
                decided.push(vaststelling);
            }
        }
        self.app.concept_brieven(&after, &decided, &self.kijker.actor, self.moment).await
    }
}

impl Schrijver<'_> {
    /// The letters of one event.
    fn letters(&self, vraag: Briefvraag<'_>) -> Result<Vec<Conceptbrief>, AppError> {
        match vraag {
            Briefvraag::GezagVeranderd(event) => self.mededeling_gezag(event),
            Briefvraag::WordtMeerderjarig(event) => self.mededeling_meerderjarig(event),
            Briefvraag::Uitschrijving(event) => self.uitschrijving(event),
            Briefvraag::OntvangstAanmelding(event) => self.ontvangstbevestiging(event),
            Briefvraag::OntvangstVoorLater(event) => self.ontvangst_voor_later(event),
            Briefvraag::VerzoekOmInformatie(event) => self.verzoek_om_informatie(event),
            Briefvraag::InformatieNietCompleet(event) => self.informatie_niet_compleet(event),
            Briefvraag::Verlenging(event) => self.verlenging(event),
            Briefvraag::Aanbod(event) => self.aanbod(event),
            Briefvraag::AndereOuderGevraagd(event) => self.vraag_andere_ouder(event),
            Briefvraag::AanbodAangenomen(event) => {
                self.afloop_door_ouders(event.aanmelding, Ouderuitkomst::Aangenomen(event.aanbod))
            }
            Briefvraag::AanbodNietAangenomen(event) => {
                self.afloop_door_ouders(event.aanmelding, Ouderuitkomst::NietAangenomen(event.aanbod))
            }
            Briefvraag::Intrekking(event) => {
                self.afloop_door_ouders(event.aanmelding, Ouderuitkomst::Ingetrokken)
            }
            Briefvraag::Toelating(event) => self.toelating(event),
            Briefvraag::TijdelijkePlaatsing(event) => self.tijdelijke_plaatsing(event),
            Briefvraag::EindeTijdelijk(event) => self.einde_tijdelijk(event),
            Briefvraag::Weigering(event) => self.weigering(event),
            Briefvraag::BuitenBehandeling(event) => self.buiten_behandeling(event),
            Briefvraag::Voornemen(event) => self.voornemen(event),
            Briefvraag::GesprekVerzet(event) => self.gesprek_verzet(event),
            Briefvraag::VoornemenIngetrokken(event) => self.voornemen_ingetrokken(event),
            Briefvraag::Verwijdering(event) => self.verwijderd(event),
            Briefvraag::VerwijderingHerroepen(event) => self.verwijdering_herroepen(event),
            Briefvraag::SchorsingHerroepen(event) => self.schorsing_herroepen(event),
            Briefvraag::WeigeringHerroepen(event) => self.weigering_herroepen(event),
            Briefvraag::MeldingGemeente(event) => self.melding_gemeente(event),
            Briefvraag::MeldingInspectie(event) => self.melding_inspectie(event),
            Briefvraag::Schorsing(event) => self.schorsing(event),
            Briefvraag::EindeSchorsing(event) => self.einde_schorsing(event),
            Briefvraag::OntvangstAanvraag(event) => self.ontvangst_tlv(event),
            Briefvraag::VerzoekOmAanvulling(event) => self.verzoek_om_aanvulling(event),
            Briefvraag::AfschriftAdvies(event) => self.afschrift_advies(event),
            Briefvraag::Besluit(event) => self.besluit(event),
            Briefvraag::Vertraging(event) => self.vertraging(event),
            Briefvraag::ReactieIngebrekestelling(event) => self.reactie_ingebrekestelling(event),
            Briefvraag::BesluitDwangsom(event) => self.besluit_dwangsom(event),
            Briefvraag::Doorzending(event) => self.doorzending(event),
            Briefvraag::AanvraagNietBehandeld(event) => self.niet_behandeld(event),
            Briefvraag::IntrekkingTlv(event, bekend) => self.intrekking(event, bekend),
            Briefvraag::PlanConcept(event) => self.plan_concept(event),
            Briefvraag::PlanBesluit(event) => self.plan_besluit(event),
            Briefvraag::GeenInstemming(event) => self.geen_instemming(event),
        }
    }
}

/// The attachments that an event carries. One that does not read as an address is left out: then
/// the append refuses the event for want of it, or it never had one.
pub(crate) fn blobs_of(gebeurtenis: &Gebeurtenis) -> Vec<BlobRef> {
    gebeurtenis.bijlagen().into_iter().filter_map(as_blob).collect()
}

fn as_blob(plek: Bijlageplek<'_>) -> Option<BlobRef> {
    let (id, digest) = (plek.blob.parse().ok()?, Digest::from_hex(plek.vingerafdruk)?);
    Some(BlobRef { id, digest, len: plek.lengte })
}

/// The fact that names a stored letter.
fn kept(concept: Conceptbrief, blob: &BlobRef, vierkantjes: String) -> Vaststelling {
    let event = BriefVastgelegd {
        soort: concept.brief.soort().to_owned(),
        betreft: concept.betreft,
        deel: concept.deel,
        aan_personen: concept.aan_personen,
        aan_organisaties: concept.aan_organisaties,
        blob: blob.id.to_string(),
        vingerafdruk: blob.digest.to_string(),
        lengte: blob.len,
        vierkantjes,
    };
    Vaststelling::held_by(concept.brief.hoofd().datum, concept.van, event)
}

/// The date of the last letter about a fact that was wrong.
fn earlier(dossier: &Dossier, volgnummer: u64) -> Option<base::Date> {
    let wrong = dossier.feit(volgnummer)?;
    dossier.brieven_over(wrong).map(|brief| brief.op).max()
}

/// One letter per distinct content: who gets the same letter is added to it.
fn add_distinct(all: &mut Vec<Conceptbrief>, concept: Conceptbrief) {
    let same = |other: &&mut Conceptbrief| {
        other.brief == concept.brief && (&other.van, other.deel) == (&concept.van, concept.deel)
    };
    match all.iter_mut().find(same) {
        Some(other) => {
            other.aan_personen.extend(concept.aan_personen);
            other.aan_organisaties.extend(concept.aan_organisaties);
            other.aan_personen.sort_unstable();
            other.aan_personen.dedup();
            other.aan_organisaties.sort();
            other.aan_organisaties.dedup();
        }
        None => all.push(concept),
    }
}

/// No letter is written that the core does not know: no day would count from its leaving, and no list could find it.
fn must_be_declared(soort: &str) -> Result<(), AppError> {
    if is_briefsoort(soort) { Ok(()) } else { Err(AppError::Letter(format!("{soort}: geen soort brief"))) }
}

/// Whether facts about a child that died ask for letters: nobody gets one, unless the death turns out to be a mistake.
pub(crate) fn asks_after_death(after: &Dossier, decided: &[Vaststelling]) -> bool {
    let said = || decided.iter().map(|one| one.gebeurtenis.clone()).collect::<Vec<_>>();
    after.overleden_op.is_some()
        && te_schrijven(&said()).iter().any(|told| told.gebeurtenis.brief().is_some())
}

/// The child; without its data nobody can write a letter about it.
fn must_be_known(dossier: &Dossier) -> Result<&Leerling, AppError> {
    let destroyed = || AppError::Letter("de gegevens van dit kind zijn vernietigd".to_owned());
    dossier.leerling.as_ref().ok_or_else(destroyed)
}

/// A decision on a TLV goes out when it is made known.
fn made_known(opdracht: &Opdracht, moment: Moment) -> Option<Opdracht> {
    let Opdracht::NeemBesluit(besluit) = opdracht else { return None };
    Some(Opdracht::MaakBekend(MaakBekend {
        aanvraag: besluit.aanvraag,
        op: moment.vandaag,
        wijze: Bekendmakingswijze::Post,
    }))
}

fn as_fact(dossier: &Dossier, vaststelling: &Vaststelling, actor: &Actor, moment: Moment) -> Feit {
    vaststelling.clone().feit(dossier.versie + 1, moment.at, actor)
}

/// Whether a letter stays shut for somebody, and is named in no list of theirs: it may tell an address that
/// is secret from them since it was written, or reasons of which the release was taken back.
pub(crate) fn is_shut(dossier: &Dossier, kijker: &Kijker, volgnummer: u64, brief: &BriefVastgelegd) -> bool {
    if dossier.geheimhouding.is_none() {
        return false;
    }
    match kijker.actor.organisatie.kind() {
        Organisatiesoort::Gezin => {
            let taken_back = dossier
                .brief(volgnummer)
                .is_some_and(|brief| dossier.zegt_teruggenomen(brief, &kijker.actor));
            taken_back || dossier.geheim_sinds_voor(&kijker.actor).is_some_and(|since| volgnummer < since)
        }
        Organisatiesoort::School | Organisatiesoort::Bestuur | Organisatiesoort::Swv => false,
        Organisatiesoort::Gemeente
        | Organisatiesoort::Jeugdhulp
        | Organisatiesoort::Steunpunt
        | Organisatiesoort::Beheer
        | Organisatiesoort::Instelling => !brief.aan_organisaties.contains(&kijker.actor.organisatie),
    }
}

fn unreadable(nummer: &DossierNummer, volgnummer: u64) -> AppError {
    AppError::Unreadable { place: format!("dossier/{nummer} nr. {volgnummer}, brief") }
}

/// `2026-03-04-weigering-2026-004217.pdf`: nothing about the child in a file name.
fn file_name(soort: &str, op: base::Date, nummer: &DossierNummer) -> String {
    format!("{op}-{soort}-{nummer}.pdf")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dossier::brief::BRIEVEN;

    use super::*;

    #[test]
    fn the_core_knows_every_letter_that_can_be_made_and_no_other() {
        let made: BTreeSet<&str> = documents::TEMPLATES.iter().map(|(naam, _)| *naam).collect();
        let known: BTreeSet<&str> = BRIEVEN.iter().map(|soort| soort.naam).chain(["stijl"]).collect();
        assert_eq!(made, known);
        assert_eq!(BRIEVEN.len() + 1, known.len(), "each has one line");
    }

    #[test]
    fn a_letter_of_which_nothing_is_known_is_not_written() {
        assert!(must_be_declared("toelating").is_ok());
        assert!(matches!(must_be_declared("een_nieuwe_brief"), Err(AppError::Letter(_))));
    }
}
