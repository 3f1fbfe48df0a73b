//! What somebody wrote as the reasons of a decision is left out whole for a parent from whom it is secret where the child is (ADR 0042). Whoever
//! wrote it can say, after reading it with that parent in mind, that this parent may have it as it is. That is a fact of its own: whose text, for
//! whom, who said so, when. It holds for the text as it was written: what was put right later, or written before the places became secret, is
//! released by nobody. Which facts have such reasons stands on their cards (`redenen`), and which acts write them in the list of acts.

use std::sync::Arc;

use base::{Date, dates};
use serde::{Deserialize, Serialize};

use crate::algemeen::feiten::Gecorrigeerd;
use crate::beurt::Onderwerp;
use crate::gebeurtenis::{Feitsoort, Fold};
use crate::kaart::{Lezers, kaart};
use crate::opdracht::velden::{Personen, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling};
use crate::refusal::Refusal;
use crate::staat::{Brief, Dossier, Feit, Inhoud};
use crate::toegang::Deel;

/// Whoever wrote the reasons of a decision said that somebody from whom the places of the child are secret may read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TekstVrijgegeven {
    /// Number of the fact in which the text stands.
    pub volgnummer: u64,
    /// The case of that fact.
    pub zaak: Onderwerp,
    /// The part of the file in which it stands.
    pub deel: Deel,
    /// For whom, by number in the file.
    pub voor_personen: Vec<u32>,
}

kaart! {
    TekstVrijgegeven, "tekst_vrijgegeven", versie 1 [];
    over (|event| Some(event.zaak)); deel (|event| event.deel); lezers (|_event| Lezers::Houder); zin |_| sleutels::algemeen::tekst_vrijgegeven();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for TekstVrijgegeven {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.vrijgaven.push((feit.volgnummer, Arc::clone(self)));
    }
}

daad! {
    /// Says that somebody from whom the places of the child are secret may read the reasons of a decision as they were written.
    GeefTekstVrij,
    /// Number of the fact in which they stand.
    volgnummer: u64 {
        /// For whom, by number in the file.
        voor_personen: Personen,
    }
}

impl GeefTekstVrij {
    /// The release of the reasons that an act wrote, said with that act; none where nobody was named, or it wrote none. The file is as it
    /// stands after it.
    pub fn van_daad(after: &Dossier, decided: &[Vaststelling], voor_personen: &[u32]) -> Option<Self> {
        let wrote = decided.iter().rposition(|one| one.gebeurtenis.redenen().is_some());
        let after_it = u64::try_from(decided.len() - 1 - wrote?).ok()?;
        let volgnummer = after.versie.checked_sub(after_it)?;
        (!voor_personen.is_empty()).then(|| Self { volgnummer, voor_personen: voor_personen.to_vec() })
    }
}

/// There is no such text in the file, or none of the organisation that asks: the answer is the same.
fn no_text() -> Refusal {
    Refusal::field("volgnummer", sleutels::algemeen::geen_tekst_vrij_te_geven())
}

impl Decide for GeefTekstVrij {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let feit = dossier.feit(self.volgnummer).map(AsRef::as_ref).ok_or_else(no_text)?;
        let own = feit.actor.organisatie == ctx.actor.organisatie;
        let zaak = dossier.plaats(feit).onderwerp.filter(|_| own).ok_or_else(no_text)?;
        let deel = dossier.plaats(feit).deel;
        dossier.redenen_in(feit).ok_or_else(no_text)?;
        if self.voor_personen.is_empty() {
            return Err(Refusal::field("voor_personen", sleutels::algemeen::voor_wie_tekst_vrij()));
        }
        let may = dossier.vrij_te_geven_voor(feit, ctx.vandaag);
        if self.voor_personen.iter().any(|nr| !may.contains(nr)) {
            return Err(Refusal::field("voor_personen", sleutels::algemeen::tekst_niet_vrij_voor()));
        }
        let voor_personen = self.voor_personen.clone();
        let fact = TekstVrijgegeven { volgnummer: self.volgnummer, zaak, deel, voor_personen };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}

impl Dossier {
    /// The reasons in a fact that can be released, as they were written; none where they were put right since.
    pub fn redenen_in(&self, feit: &Feit) -> Option<String> {
        let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else { return None };
        let redenen = gebeurtenis.redenen().filter(|redenen| !redenen.trim().is_empty())?;
        self.correction(feit.volgnummer).is_none().then(|| redenen.to_owned())
    }

    /// Everybody for whom the reasons in a fact can be released now, by number in the file: the places were secret from them when it was
    /// written, they are without a break, and they get letters.
    pub fn vrij_te_geven_voor(&self, feit: &Feit, on: Date) -> Vec<u32> {
        let people = self.personen.iter().filter(|persoon| persoon.is_current(on)).map(|persoon| persoon.nr);
        let open = |nr: &u32| {
            self.is_geschreven_onder_geheim(feit.volgnummer, *nr)
                && self.krijgt_brieven(*nr)
                && !self.is_vrijgegeven(feit.volgnummer, *nr)
        };
        people.filter(open).collect()
    }

    /// Everybody from whom the places are secret now and who gets letters, by number in the file.
    pub fn leest_zonder_plaatsen(&self, on: Date) -> Vec<u32> {
        let people = self.personen.iter().filter(|persoon| persoon.is_current(on)).map(|persoon| persoon.nr);
        people.filter(|nr| self.is_geheim_voor(*nr) && self.krijgt_brieven(*nr)).collect()
    }

    /// A text was written when the places were secret from somebody, as they are since without a break.
    fn is_geschreven_onder_geheim(&self, volgnummer: u64, nr: u32) -> bool {
        self.geheim_sinds(nr).is_some_and(|since| since < volgnummer)
    }

    /// The reasons in this fact were released for somebody from whom the places are secret, and nothing took that away.
    pub fn is_vrijgegeven(&self, volgnummer: u64, nr: u32) -> bool {
        let mut told = self.vrijgaven.iter().map(|(_, given)| given);
        told.any(|given| given.volgnummer == volgnummer && given.voor_personen.contains(&nr))
            && self.is_geschreven_onder_geheim(volgnummer, nr)
            && self.correction(volgnummer).is_none()
    }

    /// Takes over from whom the places are secret, and which reasons were released for them, from the file as it stands later: a letter
    /// that is written then about what stood here goes by that.
    pub fn neem_geheim_over(&mut self, later: &Self) {
        self.geheimhouding.clone_from(&later.geheimhouding);
        let holds = |(_, given): &&(u64, Arc<TekstVrijgegeven>)| later.correction(given.volgnummer).is_none();
        self.vrijgaven = later.vrijgaven.iter().filter(holds).cloned().collect();
    }

    /// Every text that was released for somebody.
    pub fn vrijgegeven_teksten(&self, nr: u32) -> Vec<String> {
        let facts = self.vrijgaven.iter().filter_map(|(_, given)| self.feit(given.volgnummer));
        let free = facts.filter(|feit| self.is_vrijgegeven(feit.volgnummer, nr));
        free.filter_map(|feit| self.redenen_in(feit)).collect()
    }

    /// Number of the fact by which the reasons that this letter tells were released for somebody, after it was written.
    pub(crate) fn vrijgegeven_na(&self, brief: &Brief, nr: u32) -> Option<u64> {
        let later = self.vrijgaven.iter().filter(|(at, given)| {
            brief.volgnummer < *at
                && given.volgnummer < brief.volgnummer
                && self.is_vrijgegeven(given.volgnummer, nr)
                && given.voor_personen.contains(&nr)
        });
        later.filter(|(_, given)| self.zegt_redenen(brief, given)).map(|(at, _)| *at).max()
    }

    /// Number of the fact by which the release of the reasons in this letter was taken back for somebody, after it was written with them.
    pub(crate) fn vrijgave_teruggenomen_na(&self, brief: &Brief, nr: u32) -> Option<u64> {
        self.geheim_sinds(nr)?;
        let taken_back = self.feiten.iter().filter_map(|feit| {
            let back = Gecorrigeerd::uit(feit.gebeurtenis()?)?;
            let given = TekstVrijgegeven::uit(self.feit(back.volgnummer)?.gebeurtenis()?)?;
            let between = back.volgnummer < brief.volgnummer && brief.volgnummer < feit.volgnummer;
            let told = between && given.voor_personen.contains(&nr) && self.zegt_redenen(brief, given);
            told.then_some(feit.volgnummer)
        });
        taken_back.max()
    }

    /// A letter tells the reasons that were released.
    fn zegt_redenen(&self, brief: &Brief, given: &TekstVrijgegeven) -> bool {
        brief.besluit_in() == Some(given.zaak)
            || self.feit_van_brief(brief).is_some_and(|feit| feit.volgnummer == given.volgnummer)
    }

    /// The facts whose reasons somebody of this organisation can release now, newest first, and for whom.
    pub fn vrij_te_geven(&self, organisatie: &base::OrganisatieId) -> Vec<(&Feit, Vec<u32>)> {
        if self.geheimhouding.is_none() {
            return Vec::new();
        }
        let now = self.feiten.last().map_or(Date::MIN, |feit| dates::today_in_nl(feit.recorded_at));
        let own = self.feiten.iter().rev().map(AsRef::as_ref);
        let own = own.filter(|feit: &&Feit| feit.actor.organisatie == *organisatie);
        let written = own.filter(|feit| self.redenen_in(feit).is_some());
        let open = written.map(|feit| (feit, self.vrij_te_geven_voor(feit, now)));
        open.filter(|(_, voor)| !voor.is_empty()).collect()
    }
}
