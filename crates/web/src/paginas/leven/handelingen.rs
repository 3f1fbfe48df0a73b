//! What can change in the life of a child, in the order in which its page shows it.

use crate::weg::doen::doen;

doen! {
    naam |code| teksten::leven::DaadNaam { code }.tekst();
    uitleg |code| teksten::leven::DaadUitleg { code }.tekst();
    gedaan |code| teksten::leven::DaadGedaan { code }.tekst();

    /// Somebody stands around the child.
    Persoon = "persoon", "verbind_persoon";
    /// The child moved.
    Verhuizing = "verhuizing", "verhuis";
    /// Another name.
    Naam = "naam", "wijzig_naam";
    /// A secret address.
    Geheimhouding = "geheimhouding", "zet_geheimhouding";
    /// Foster parents.
    Pleegzorg = "pleegzorg", "meld_pleegzorg";
    /// Of age.
    Meerderjarig = "meerderjarig", "meld_meerderjarig";
    /// The persoonsgebonden nummer.
    Nummer = "nummer", "ontvang_nummer";
    /// Enrolled, or in another group.
    Inschrijven = "inschrijven", "schrijf_in";
    /// No longer enrolled.
    Uitschrijven = "uitschrijven", "schrijf_uit";
    /// Died.
    Overlijden = "overlijden", "meld_overlijden";
}
