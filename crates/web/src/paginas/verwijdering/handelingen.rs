//! The steps of a removal, in the order of the law.

use crate::weg::doen::doen;

doen! {
    naam |code| teksten::verwijdering::DaadNaam { code }.tekst();
    uitleg |code| teksten::verwijdering::DaadUitleg { code }.tekst();
    gedaan |code| teksten::verwijdering::DaadGedaan { code }.tekst();

    /// Hear parents and teacher.
    Horen = "horen", "hoor_ouders_en_leraar";
    /// Consult the Inspectie beforehand.
    Raadplegen = "raadplegen", "raadpleeg_inspectie";
    /// Record a school that is willing.
    School = "school", "vind_bereide_school";
    /// Remove.
    Besluit = "besluit", "verwijder";
    /// Report to the municipality.
    Gemeente = "gemeente", "meld_aan_ben_w";
    /// Report to the Inspectie.
    Inspectie = "inspectie", "meld_aan_inspectie";
    /// Withdraw the intention.
    Intrekken = "intrekken", "trek_voornemen_in";
}
