//! What a board may know of: the cases that run at its schools, with the days on which they do. A board has no pupils.

use std::collections::BTreeSet;

use base::{Date, OrganisatieId, Vestigingscode, dates};

use super::{Betrokkenheid, RelatieSoort, Wie, Zaken};
use crate::proces::{Onderwerp, Zaak};
use crate::staat::Dossier;

/// A case while it runs.
struct Lopend<'a> {
    onderwerp: Onderwerp,
    vestiging: &'a Vestigingscode,
    van: Date,
    /// The day on which it ended, that day included; none while it runs.
    tot_en_met: Option<Date>,
}

impl Dossier {
    /// How the boards of schools are concerned: `bestuur` says which board a school has.
    pub fn betrokken_besturen(
        &self,
        bestuur: impl Fn(&Vestigingscode) -> Option<OrganisatieId>,
    ) -> Vec<Betrokkenheid> {
        let relation = |zaak: Lopend<'_>| {
            Some(Betrokkenheid {
                wie: Wie::Organisatie(bestuur(zaak.vestiging)?),
                soort: RelatieSoort::Bestuur,
                van: zaak.van,
                tot: zaak.tot_en_met.and_then(|day| dates::plus_days(day, 1)),
                lopend: true,
                groep: String::new(),
                zaken: Zaken::Alleen(BTreeSet::from([zaak.onderwerp])),
                // A board reads of the child itself what its school does.
                kent_kind: self.inschrijvingen.iter().any(|i| {
                    i.vestiging.organisatie() == zaak.vestiging.organisatie() && i.is_current(zaak.van)
                }),
            })
        };
        self.lopende_zaken().into_iter().filter_map(relation).collect()
    }

    /// The schools whose boards have something to know of.
    pub fn scholen_met_zaken(&self) -> BTreeSet<&Vestigingscode> {
        self.lopende_zaken().into_iter().map(|zaak| zaak.vestiging).collect()
    }

    fn lopende_zaken(&self) -> Vec<Lopend<'_>> {
        let running = |zaak| {
            let Zaak { onderwerp, vestiging, begonnen_op, geeindigd_op, .. } = zaak;
            Lopend { onderwerp, vestiging, van: begonnen_op, tot_en_met: geeindigd_op }
        };
        self.zaken().map(running).collect()
    }
}
