//! How a declaration stands, as registers tell it, and the last day of a request, as lists and turns tell it.

use base::Date;

use crate::staat::{TlvAanvraag, TlvFase};

base::code_enum! {
    /// How a declaration that was granted stands on a day, as registers tell it.
    TlvStand {
        /// Granted, not yet made known.
        Verleend = "verleend", "verleend, nog bekend te maken";
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
        matches!(self, Self::Verleend | Self::Bekend | Self::Gebruikt)
    }

    /// A place can begin with it. One that is in use moves along within so and within vso (R2.2).
    pub fn is_te_gebruiken(self) -> bool {
        matches!(self, Self::Bekend | Self::Gebruikt)
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

    /// The day by which the policy promised a decision; none where a notice of delay took its place.
    pub fn belofte(&self) -> Option<Date> {
        let promised = self.termijn.as_ref().and_then(|termijn| termijn.uitkomst.beloofd);
        promised.filter(|_| self.vertraagd_tot.is_none())
    }

    /// A renewal of its declaration was begun and not taken back.
    pub fn wordt_verlengd(&self, aanvragen: &[Self]) -> bool {
        let renews = |later: &Self| later.verlenging_van == Some(self.nr);
        aanvragen.iter().any(|later| renews(later) && later.fase() != TlvFase::AanvraagIngetrokken)
    }

    /// First day on which a place can begin with its declaration: granted, made known, and begun (Awb 3:40). None of one that was
    /// not made known.
    pub fn plaatsing_vanaf(&self) -> Option<Date> {
        let known = self.bekendmaking.as_ref()?.op;
        Some(self.verleend()?.van.max(known))
    }
}
