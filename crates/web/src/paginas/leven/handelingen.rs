//! What can change in the life of a child, in the order in which its page shows it.

use crate::weg::doen::doen;

doen! {
    /// Somebody stands around the child.
    Persoon = "persoon", "verbind_persoon",
        "Iemand rond het kind toevoegen",
        "Een ouder, voogd, pleegouder of gemachtigde.",
        "De persoon is toegevoegd.";
    /// The child moved.
    Verhuizing = "verhuizing", "verhuis",
        "Een verhuizing vastleggen",
        "Het adres bepaalt ook welk samenwerkingsverband erbij hoort.",
        "De verhuizing is vastgelegd. Stond er al een adres van een latere datum, dan blijft dat staan.";
    /// Another name.
    Naam = "naam", "wijzig_naam",
        "De naam of het geslacht wijzigen",
        "Pagina's en brieven tonen daarna alleen de nieuwe naam.",
        "De gegevens zijn gewijzigd.";
    /// A secret address.
    Geheimhouding = "geheimhouding", "zet_geheimhouding",
        "Het adres geheim maken of weer openen",
        "Voor iedereen buiten school en samenwerkingsverband, of voor bepaalde personen.",
        "De geheimhouding is vastgelegd.";
    /// Foster parents.
    Pleegzorg = "pleegzorg", "meld_pleegzorg",
        "Vastleggen dat het kind bij pleegouders woont",
        "Voeg eerst de pleegouder toe.",
        "De pleegzorg is vastgelegd.";
    /// Of age.
    Meerderjarig = "meerderjarig", "meld_meerderjarig",
        "De leerling is meerderjarig",
        "Dan beslist de leerling zelf, en niet meer de ouders.",
        "Vastgelegd dat de leerling meerderjarig is.";
    /// The persoonsgebonden nummer.
    Nummer = "nummer", "ontvang_nummer",
        "Het persoonsgebonden nummer vastleggen",
        "Alleen voor de school. Het nummer wordt nergens meer getoond.",
        "Het nummer is vastgelegd en wordt niet meer getoond.";
    /// Enrolled, or in another group.
    Inschrijven = "inschrijven", "schrijf_in",
        "De inschrijving of een andere groep vastleggen",
        "Een inschrijving die er al is, of een nieuwe groep.",
        "De inschrijving is vastgelegd.";
    /// No longer enrolled.
    Uitschrijven = "uitschrijven", "schrijf_uit",
        "Het kind uitschrijven",
        "Dit is geen manier om een kind weg te sturen: daarvoor gelden de regels van verwijderen.",
        "Het kind is uitgeschreven.";
    /// Died.
    Overlijden = "overlijden", "meld_overlijden",
        "Het kind is overleden",
        "Alle brieven, termijnen en taken stoppen dan meteen.",
        "Het overlijden is vastgelegd. Er gaan geen brieven of herinneringen meer uit.";
}
