//! What can be done with a registration, in the order in which its page shows it.

use crate::weg::doen::doen;

doen! {
    naam |code| teksten::aanmelding::DaadNaam { code }.tekst();
    uitleg |code| teksten::aanmelding::DaadUitleg { code }.tekst();
    gedaan |code| teksten::aanmelding::DaadGedaan { code }.tekst();

    /// Assess the need.
    Behoefte = "behoefte", StelBehoefteVast;
    /// Answer that offer.
    Antwoord = "antwoord", AanvaardAanbod;
    /// Record what came of that.
    InformatieOntvangen = "informatie-ontvangen", OntvangInformatie;
    /// Give a temporary place.
    Tijdelijk = "tijdelijk", PlaatsTijdelijk;
    /// Record a declaration that the parents showed.
    Verklaring = "verklaring", ToonVerklaring;
    /// How it goes on without a declaration that had been withdrawn.
    VerklaringNagaan = "verklaring-nagaan", GaVerklaringNa;
    /// The child is at the other school.
    Plek = "plek", StelPlekVast;
    /// The child did not come.
    NietGekomen = "niet-gekomen", MeldNietGekomen;
    /// It came after all.
    Gekomen = "gekomen", MeldGekomen;
    /// The plan of the child is there.
    Opp = "ontwikkelingsperspectief", MeldOpp;
    /// Admit.
    Toelaten = "toelaten", LaatToe;
    /// Offer another school.
    Aanbod = "aanbod", DoeAanbod;
    /// Ask for information.
    Informatie = "informatie", VraagInformatie;
    /// Extend the term.
    Verlengen = "verlengen", VerlengBeslistermijn;
    /// Refuse.
    Weigeren = "weigeren", Weiger;
    /// Do not handle.
    BuitenBehandeling = "buiten-behandeling", StelBuitenBehandeling;
    /// Withdraw.
    Intrekken = "intrekken", TrekAanmeldingIn;
    /// Go on after all.
    Doorgaan = "doorgaan", LaatAanmeldingDoorgaan;
    /// Go on without the answer of a parent.
    ZonderOuder = "zonder-ouder", GaVerderZonderOuder;
    /// Record that the child was turned away without a decision.
    Feitelijk = "zonder-besluit", MeldFeitelijkeWeigering;
    /// The partnership says what it did with that.
    Oppakken = "oppakken", PakWeigeringOp;
    /// Revoke the refusal.
    Herroepen = "herroepen", HerroepWeigering;
    /// Correct the day of receipt.
    Ontvangstdatum = "ontvangstdatum", CorrigeerOntvangst;
}
