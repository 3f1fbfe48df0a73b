//! The notice that a letter stands on somebody's own page did not arrive: whoever sent it tells them another way (Awb 2:11(2)). The letter
//! itself has reached them (Awb 2:19(b)), so that no term moves.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use base::Date;

use crate::algemeen::feiten::Betreft;
use crate::algemeen::staat::Brief;
use crate::gebeurtenis::Fold;
use crate::kaart::{Lezers, kaart};
use crate::soort::Poststap;
use crate::staat::{Dossier, Feit, Persoon};
use crate::toegang::Deel;

/// Nobody could be told by e-mail that this letter is there. Recorded by the program, in the name of whoever made the letter known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KennisgevingMislukt {
    /// Number in the file of the letter.
    pub brief: u64,
    /// What it is about.
    pub betreft: Betreft,
    /// The part of the file in which that letter stands.
    pub deel: Deel,
    /// To whom, by number in the file.
    pub persoon: u32,
}

kaart! {
    KennisgevingMislukt, "kennisgeving_mislukt", versie 1 [];
    over (|event| event.betreft.onderwerp()); deel (|event| event.deel); lezers (|_event| Lezers::Houder); zin |_| sleutels::algemeen::kennisgeving_mislukt();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for KennisgevingMislukt {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        if let Some(brief) = dossier.brieven.iter_mut().find(|brief| brief.volgnummer == self.brief) {
            brief.kennisgeving_mislukt.get_or_insert(feit.on);
        }
    }
}

impl Dossier {
    /// What went to this person digitally came to somebody else, who had opened their page: it is sent to them on paper.
    pub(crate) fn kwam_niet_aan_bij(&mut self, persoon: u32, op: Date) {
        let digital = |brief: &&Brief| {
            let by_page = self.verzonden(brief).is_some_and(|sent| sent.stap == Poststap::Digitaal);
            brief.inhoud.aan_personen.contains(&persoon) && by_page
        };
        let missed: Vec<u64> = self.brieven.iter().filter(digital).map(|brief| brief.volgnummer).collect();
        for brief in self.brieven.iter_mut().filter(|brief| missed.contains(&brief.volgnummer)) {
            brief.kennisgeving_mislukt.get_or_insert(op);
        }
    }

    /// The letters by which a decision was made known on the own page of this person, of which they were to be told and that reached them
    /// by nothing else: where the notice does not arrive, each is a fact of its own.
    pub fn zonder_kennisgeving(&self, persoon: u32) -> Vec<KennisgevingMislukt> {
        if !self.persoon(persoon).is_some_and(Persoon::wil_bericht) {
            return Vec::new();
        }
        let there =
            |brief: &&Brief| brief.inhoud.aan_personen.contains(&persoon) && self.staat_op_pagina(brief);
        let missed = |brief: &Brief| KennisgevingMislukt {
            brief: brief.volgnummer,
            betreft: brief.inhoud.betreft,
            deel: brief.inhoud.deel,
            persoon,
        };
        self.brieven.iter().filter(there).map(missed).collect()
    }
}
