//! The steps of a removal, in the order of the law.

use crate::weg::doen::doen;

doen! {
    /// Hear parents and teacher.
    Horen = "horen", "hoor_ouders_en_leraar",
        "Vastleggen wat ouders en leraar zeggen",
        "Eerst horen, dan beslissen.",
        "Vastgelegd wat ouders en leraar zeggen.";
    /// Consult the Inspectie beforehand.
    Raadplegen = "raadplegen", "raadpleeg_inspectie",
        "Overleg met de Inspectie vastleggen",
        "In het voortgezet onderwijs moet dat vóór het besluit.",
        "Het overleg met de Inspectie is vastgelegd.";
    /// Record a school that is willing.
    School = "school", "vind_bereide_school",
        "Een school vastleggen die de leerling wil toelaten",
        "Zonder andere school mag u niet verwijderen.",
        "De andere school is vastgelegd.";
    /// Remove.
    Besluit = "besluit", "verwijder",
        "Besluiten tot verwijdering",
        "De ouders krijgen een brief met hun rechten.",
        "Het besluit is vastgelegd. Meld het nu aan de gemeente.";
    /// Report to the municipality.
    Gemeente = "gemeente", "meld_aan_ben_w",
        "Vastleggen dat u het de gemeente hebt gemeld",
        "Dat moet meteen na het besluit.",
        "De melding aan de gemeente is vastgelegd.";
    /// Report to the Inspectie.
    Inspectie = "inspectie", "meld_aan_inspectie",
        "Vastleggen dat u het de Inspectie hebt gemeld",
        "In het voortgezet onderwijs, na het besluit.",
        "De melding aan de Inspectie is vastgelegd.";
    /// Withdraw the intention.
    Intrekken = "intrekken", "trek_voornemen_in",
        "Het voornemen intrekken",
        "De leerling blijft op school.",
        "Het voornemen is ingetrokken. De leerling blijft op school.";
}
