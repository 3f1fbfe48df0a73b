//! Reasons that somebody releases for a parent from whom it is secret where the child is: none by which that parent finds it. No list knows every
//! bus stop, so whoever releases reads the text with that parent in mind; what they read of the file, and what the registers know of that, is looked for
//! here. What they do not read is looked for where the text is shown or printed, and no refusal tells them of it.

use std::collections::{BTreeMap, BTreeSet};

use base::Date;
use documents::Vrijgegeven;
use dossier::opdracht::Opdracht;
use dossier::toegang::{Deel, Kijker};
use dossier::{Dossier, Refusal};
use teksten::Tekst;

use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// What each person from whom the places are secret may have as it was written, by number in the file.
pub(crate) type Vrijgaven = BTreeMap<u32, Vrijgegeven>;

impl App {
    /// Refuses to release a text in which stands what leads to a place that is secret from its reader, and says which word that is: of what
    /// whoever releases it reads of the file.
    pub(crate) async fn weiger_verraad(
        &self,
        kijker: &Kijker,
        dossier: &Dossier,
        opdracht: &Opdracht,
        moment: Moment,
    ) -> Result<(), AppError> {
        let Opdracht::GeefTekstVrij(act) = opdracht else { return Ok(()) };
        let text = dossier.feit(act.volgnummer).and_then(|feit| dossier.redenen_in(feit));
        let Some(text) = text else { return Ok(()) };
        let betrokken = self.betrokkenen(dossier, moment).await?;
        let recht = self.matrix.leesrecht(kijker, dossier, &betrokken, moment.vandaag);
        let known = dossier.voor(&recht);
        for nr in &act.voor_personen {
            if let Some(woord) = self.verraad(&known, *nr, moment).await?.woord_in(&text) {
                let reden = teksten::algemeen::TekstVerraadt { woord: &woord }.tekst();
                let refusal = Refusal::field("voor_personen", reden);
                return Err(refusal.instead(teksten::algemeen::tekst_anders_schrijven()).into());
            }
        }
        Ok(())
    }

    /// The facts whose reasons were released for this person, and in which stands no word today by which they find a place: what names one since
    /// goes as a whole, as if nobody had released it.
    pub(crate) async fn blijft_vrij(
        &self,
        dossier: &Dossier,
        nr: u32,
        moment: Moment,
    ) -> Result<BTreeSet<u64>, AppError> {
        let given = dossier.vrijgaven.iter().map(|(_, given)| given.volgnummer);
        let mut given: BTreeSet<u64> = given.filter(|at| dossier.is_vrijgegeven(*at, nr)).collect();
        if !given.is_empty() {
            let verraad = self.verraad(dossier, nr, moment).await?;
            let text = |at: u64| dossier.feit(at).and_then(|feit| dossier.redenen_in(feit));
            given.retain(|at| text(*at).is_some_and(|text| verraad.woord_in(&text).is_none()));
        }
        Ok(given)
    }

    /// The same of everybody from whom the places are secret, as letters ask it.
    pub(crate) async fn vrije_redenen(
        &self,
        dossier: &Dossier,
        moment: Moment,
    ) -> Result<Vrijgaven, AppError> {
        let mut all = Vrijgaven::new();
        for nr in dossier.leest_zonder_plaatsen(moment.vandaag) {
            let free = self.blijft_vrij(dossier, nr, moment).await?;
            let texts = free.iter().filter_map(|at| dossier.redenen_in(dossier.feit(*at)?));
            all.insert(nr, Vrijgegeven::of(texts));
        }
        Ok(all)
    }
}

/// Reasons that somebody can release, and for whom.
#[derive(Debug, Clone)]
pub struct VrijTeGeven {
    /// Number of the fact in which they stand.
    pub volgnummer: u64,
    /// The part of the file that shows it.
    pub deel: Deel,
    /// What it says of itself.
    pub zin: Tekst,
    /// When.
    pub op: Date,
    /// As they were written.
    pub redenen: String,
    /// From whom the places are secret who may have them, by number and name.
    pub voor: Vec<(u32, String)>,
}

impl Geopend {
    /// For whom reasons that are written now can be released with them, by number and name: nobody where nothing is secret.
    pub fn vrij_te_geven_aan(&self) -> Vec<(u32, String)> {
        let nrs = self.dossier.leest_zonder_plaatsen(self.moment.vandaag).into_iter();
        nrs.filter_map(|nr| Some((nr, self.dossier.persoon(nr)?.naam.clone()))).collect()
    }

    /// The reasons that whoever has this file open can release now, newest first.
    pub fn vrij_te_geven(&self) -> Vec<VrijTeGeven> {
        let own = self.dossier.vrij_te_geven(&self.kijker.actor.organisatie).into_iter();
        let seen = own.filter(|(feit, _)| self.recht.leest_feit(&self.dossier, feit));
        let told = seen.filter_map(|(feit, voor)| {
            let gebeurtenis = feit.gebeurtenis()?;
            let named = voor.into_iter().filter_map(|nr| Some((nr, self.dossier.persoon(nr)?.naam.clone())));
            Some(VrijTeGeven {
                volgnummer: feit.volgnummer,
                deel: gebeurtenis.deel(),
                zin: gebeurtenis.zin(),
                op: feit.on,
                redenen: self.dossier.redenen_in(feit)?,
                voor: named.collect(),
            })
        });
        told.collect()
    }
}
