//! What can be done with a registration, in the order in which its page shows it.

use crate::weg::doen::doen;

doen! {
    naam |code| teksten::aanmelding::DaadNaam { code }.tekst();
    uitleg |code| teksten::aanmelding::DaadUitleg { code }.tekst();
    gedaan |code| teksten::aanmelding::DaadGedaan { code }.tekst();

    /// Assess the need.
    Behoefte = "behoefte", "stel_behoefte_vast";
    /// Answer that offer.
    Antwoord = "antwoord", "aanvaard_aanbod";
    /// Record what came of that.
    InformatieOntvangen = "informatie-ontvangen", "ontvang_informatie";
    /// Give a temporary place.
    Tijdelijk = "tijdelijk", "plaats_tijdelijk";
    /// Admit.
    Toelaten = "toelaten", "laat_toe";
    /// Offer another school.
    Aanbod = "aanbod", "doe_aanbod";
    /// Ask for information.
    Informatie = "informatie", "vraag_informatie";
    /// Extend the term.
    Verlengen = "verlengen", "verleng_beslistermijn";
    /// Refuse.
    Weigeren = "weigeren", "weiger";
    /// Do not handle.
    BuitenBehandeling = "buiten-behandeling", "stel_buiten_behandeling";
    /// Withdraw.
    Intrekken = "intrekken", "trek_aanmelding_in";
    /// Record that the child was turned away without a decision.
    Feitelijk = "zonder-besluit", "meld_feitelijke_weigering";
    /// Correct the day of receipt.
    Ontvangstdatum = "ontvangstdatum", "corrigeer_ontvangst";
}
