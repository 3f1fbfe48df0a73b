//! How a declaration stands, as registers tell it, and the last day of a request, as lists and turns tell it.

use base::{Date, dates};

use crate::staat::{Besluit, TlvAanvraag, TlvFase};

base::code_enum! {
    /// How a declaration that was granted stands on a day, as registers tell it.
    TlvStand {
        /// Granted, not yet made known.
        Verleend = "verleend", "verleend, nog bekend te maken";
        /// Made known, and its first day is still to come.
        GaatIn = "gaat_in", "gaat later in";
        /// Made known, and nobody was placed with it.
        Bekend = "bekend", "geldig, nog niet gebruikt";
        /// A school placed the child with it.
        Gebruikt = "gebruikt", "gebruikt voor een plaatsing";
        /// Ran out, recorded or by the calendar.
        Verlopen = "verlopen", "verlopen";
        /// Withdrawn by the SWV.
        Ingetrokken = "ingetrokken", "ingetrokken";
    }
}

impl TlvStand {
    /// It neither ran out nor was withdrawn.
    pub fn loopt(self) -> bool {
        matches!(self, Self::Verleend | Self::GaatIn | Self::Bekend | Self::Gebruikt)
    }

    /// A place can begin with it, from its first day on. One that is in use moves along within so and within vso (R2.2).
    pub fn is_te_gebruiken(self) -> bool {
        matches!(self, Self::GaatIn | Self::Bekend | Self::Gebruikt)
    }
}

impl TlvAanvraag {
    /// The last day that whoever decides looks at: what was promised, or the term. While the clock stands still it is that of a
    /// request that is not completed.
    pub fn belofte_of_termijn(&self) -> Option<Date> {
        self.belofte().or_else(|| self.beslissen_uiterlijk_op(Date::MAX))
    }

    /// The same as lists tell it on a day: none while the clock stands still.
    pub fn laatste_dag(&self, on: Date) -> Option<Date> {
        self.beslissen_uiterlijk_op(on).and_then(|_| self.belofte_of_termijn())
    }

    /// A notice of delay can still be given on a day: the term itself is not over (Awb 4:14 lid 3), or stands still.
    pub fn uit_te_stellen(&self, on: Date) -> bool {
        self.fase_op(on).is_in_behandeling() && self.termijn_tot(on).is_none_or(|last| on <= last)
    }

    /// The day by which the policy promised a decision; none where a notice of delay took its place.
    pub fn belofte(&self) -> Option<Date> {
        let promised = self.termijn.as_ref().and_then(|termijn| termijn.uitkomst.beloofd);
        promised.filter(|_| self.vertraagd_tot.is_none())
    }

    /// The last day of the law beside one that was promised; none where nothing was promised, or on the same day.
    pub fn wettelijke_dag(&self) -> Option<Date> {
        let beloofd = self.belofte()?;
        self.beslissen_uiterlijk_op(Date::MAX).filter(|day| *day != beloofd)
    }

    /// A notice of default waits for a decision that is made known: the last day on which that costs no penalty (Awb 4:17).
    pub fn in_gebreke_tot(&self) -> Option<Date> {
        let fase = self.fase();
        let waits = fase.is_in_behandeling() || matches!(fase, TlvFase::Verleend | TlvFase::Geweigerd);
        self.zonder_dwangsom_tot.filter(|_| waits)
    }

    /// It was decided, and by this day the decision is not made known (Awb 3:40).
    pub fn is_besloten_niet_bekend(&self, on: Date) -> bool {
        matches!(self.fase_op(on), TlvFase::Verleend | TlvFase::Geweigerd)
    }

    /// A renewal of its declaration was begun and not taken back.
    pub fn wordt_verlengd(&self, aanvragen: &[Self]) -> bool {
        let renews = |later: &Self| later.verlenging_van == Some(self.nr);
        aanvragen.iter().any(|later| renews(later) && !later.fase().liep_op_niets_uit())
    }

    /// Last day of its declaration, as it was given or as it ended before; none where none was given.
    pub fn laatste_dag_verklaring(&self) -> Option<Date> {
        let last = self.verleend()?.tot_en_met;
        let before = self.eerder_geeindigd_per().and_then(|per| dates::plus_days(per, -1));
        Some(before.map_or(last, |day| day.min(last)))
    }

    /// First day on which a place can begin with its declaration: granted, made known, and begun (Awb 3:40). None of one that was
    /// not made known.
    pub fn plaatsing_vanaf(&self) -> Option<Date> {
        let known = self.bekendmaking.as_ref()?.op;
        Some(self.verleend()?.van.max(known))
    }
}

impl TlvAanvraag {
    /// How the declaration stands on a day; none where none was granted.
    pub fn tlv_stand(&self, on: Date) -> Option<TlvStand> {
        let granted = self.verleend()?;
        let (ran_out, begins_later) = (granted.tot_en_met < on, on < granted.van);
        match self.fase_op(on) {
            TlvFase::TlvIngetrokken => Some(TlvStand::Ingetrokken),
            TlvFase::Verlopen => Some(TlvStand::Verlopen),
            TlvFase::Verleend | TlvFase::VerleendBekend | TlvFase::Gebruikt if ran_out => {
                Some(TlvStand::Verlopen)
            }
            TlvFase::Verleend => Some(TlvStand::Verleend),
            TlvFase::VerleendBekend | TlvFase::Gebruikt if begins_later => Some(TlvStand::GaatIn),
            TlvFase::VerleendBekend => Some(TlvStand::Bekend),
            TlvFase::Gebruikt => Some(TlvStand::Gebruikt),
            TlvFase::Gestart
            | TlvFase::Aangevraagd
            | TlvFase::WachtOpAanvulling
            | TlvFase::Advisering
            | TlvFase::Geadviseerd
            | TlvFase::Geweigerd
            | TlvFase::GeweigerdBekend
            | TlvFase::BuitenBehandeling
            | TlvFase::AanvraagIngetrokken => None,
        }
    }

    /// Where it stands on a day: what was asked for holds nothing up once the time for it is over, recorded or not, and a
    /// declaration that is withdrawn or replaced from a later day holds until then; one with which a place begins later is not used yet.
    pub fn fase_op(&self, on: Date) -> TlvFase {
        let fase = self.fase_of_calendar(on);
        // A place that is still to come uses nothing yet.
        let used = || self.plaatsingen().any(|gebruik| gebruik.per <= on);
        if fase == TlvFase::Gebruikt && !used() { TlvFase::VerleendBekend } else { fase }
    }

    fn fase_of_calendar(&self, on: Date) -> TlvFase {
        let fase = self.fase();
        if let Some(besluit) = self.nog_niet_bekend_op(on) {
            return besluit;
        }
        let holds = self.eerder_geeindigd_per().is_some_and(|per| on < per) && self.verlopen_op.is_none();
        if holds && matches!(fase, TlvFase::TlvIngetrokken | TlvFase::Verlopen) {
            self.fase_of_declaration()
        } else if fase == TlvFase::TlvIngetrokken && self.ingetrokken_per().is_some_and(|per| on < per) {
            self.fase_before_withdrawal()
        } else if fase == TlvFase::WachtOpAanvulling && self.wacht_op(on).is_none() {
            self.fase_without_completion()
        } else {
            fase
        }
    }

    /// Decided, and made known on a later day than this: until then it is not made known (Awb 3:40).
    fn nog_niet_bekend_op(&self, on: Date) -> Option<TlvFase> {
        let known = [TlvFase::VerleendBekend, TlvFase::GeweigerdBekend, TlvFase::Gebruikt];
        self.bekendmaking.as_ref().filter(|bekend| on < bekend.op && known.contains(&self.fase()))?;
        Some(match self.besluit.as_ref()? {
            Besluit::Verleend(_) => TlvFase::Verleend,
            Besluit::Geweigerd(_) => TlvFase::Geweigerd,
        })
    }

    /// The days on which the calendar alone makes it another phase, in order, each with that phase; and its phase before them.
    pub(crate) fn wisselt(&self) -> (TlvFase, Vec<(Date, TlvFase)>) {
        let lapsed = self.open_aanvulling().and_then(|asked| dates::plus_days(asked.tot_en_met, 1));
        let known = self.bekendmaking.as_ref().map(|bekend| bekend.op);
        let ends = [self.eerder_geeindigd_per(), self.ingetrokken_per()];
        let used = self.plaatsingen().map(|gebruik| gebruik.per);
        let mut days: Vec<Date> = [lapsed, known].into_iter().chain(ends).flatten().chain(used).collect();
        days.sort_unstable();
        let before =
            |day: Date| dates::plus_days(day, -1).map_or_else(|| self.fase(), |day| self.fase_op(day));
        let first = days.first().map_or_else(|| self.fase(), |day| before(*day));
        let changed = days.iter().filter(|day| before(**day) != self.fase_op(**day));
        let mut changed: Vec<(Date, TlvFase)> = changed.map(|day| (*day, self.fase_op(*day))).collect();
        changed.dedup();
        (first, changed)
    }
}
