//! What a board may know of: the cases that run at its schools, with the days on which they do. A board has no pupils.

use std::collections::BTreeSet;

use base::{Date, OrganisatieId, Vestigingscode};

use super::{Betrokkenheid, RelatieSoort, Wie, Zaken};
use crate::proces::{Onderwerp, Verband, Zaak};
use crate::staat::Dossier;

/// A case while it runs.
struct Lopend<'a> {
    onderwerp: Onderwerp,
    vestiging: &'a Vestigingscode,
    van: Date,
    /// First day on which the board looks at it no more; none while it runs.
    tot: Option<Date>,
}

/// Days during which a school has something of a case, and whether it knows the child itself on them.
type Stuk = (Date, Option<Date>, bool);

impl Dossier {
    /// How the boards of schools are concerned: `bestuur` says which board a school has. A board has what its school has on
    /// a day and no more: with the child the school loses the file, and so does its board.
    pub fn betrokken_besturen(
        &self,
        bestuur: impl Fn(&Vestigingscode) -> Option<OrganisatieId>,
    ) -> Vec<Betrokkenheid> {
        let of_schools = self.betrokkenen();
        let mut all = Vec::new();
        for zaak in self.lopende_zaken() {
            let Some(board) = bestuur(zaak.vestiging) else { continue };
            all.extend(zaak.stukken(&of_schools).into_iter().map(|(van, tot, kent_kind)| Betrokkenheid {
                wie: Wie::Organisatie(board.clone()),
                soort: RelatieSoort::Bestuur,
                van,
                tot,
                lopend: true,
                handelt: true,
                groep: String::new(),
                zaken: Zaken::Alleen(BTreeSet::from([zaak.onderwerp])),
                kent_kind,
                gegeven_tot_en_met: None,
            }));
        }
        all
    }

    /// The schools whose boards have something to know of.
    pub fn scholen_met_zaken(&self) -> BTreeSet<&Vestigingscode> {
        self.lopende_zaken().into_iter().map(|zaak| zaak.vestiging).collect()
    }

    fn lopende_zaken<'a>(&'a self) -> Vec<Lopend<'a>> {
        let running = |zaak: Zaak<'a>| {
            let Zaak { onderwerp, begonnen_op, gelezen_tot, .. } = zaak;
            Some(Lopend { onderwerp, vestiging: zaak.vestiging()?, van: begonnen_op, tot: gelezen_tot })
        };
        // A plan is of the school and the family: it opens no file to a board that has nothing to decide there.
        let of_board = |zaak: &Zaak<'a>| !matches!(zaak.verband, Verband::AlleenSchool);
        self.zaken().filter(of_board).filter_map(running).collect()
    }
}

impl Lopend<'_> {
    /// The stretches of days of this case during which its school has it.
    fn stukken(&self, of_schools: &[Betrokkenheid]) -> Vec<Stuk> {
        let school = Wie::Organisatie(self.vestiging.organisatie());
        let own = |b: &&Betrokkenheid| b.wie == school && b.zaken.bevat(self.onderwerp);
        let own: Vec<&Betrokkenheid> = of_schools.iter().filter(own).collect();
        let over = self.tot;
        let within = |day: &Date| *day > self.van && over.is_none_or(|over| *day < over);
        let turns: BTreeSet<Date> =
            own.iter().flat_map(|b| [Some(b.van), b.tot]).flatten().filter(within).collect();
        let starts = [self.van].into_iter().chain(turns.iter().copied());
        let ends = turns.iter().copied().map(Some).chain([over]);
        let mut all: Vec<Stuk> = Vec::new();
        for (van, tot) in starts.zip(ends) {
            let mut now = own.iter().filter(|b| b.is_current(van)).peekable();
            if now.peek().is_none() {
                continue;
            }
            let knows = now.any(|b| b.kent_kind);
            match all.last_mut().filter(|last| last.1 == Some(van) && last.2 == knows) {
                Some(last) => last.1 = tot,
                None => all.push((van, tot, knows)),
            }
        }
        all
    }
}
