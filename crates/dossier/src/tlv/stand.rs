//! How a declaration stands, as registers tell it.

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
