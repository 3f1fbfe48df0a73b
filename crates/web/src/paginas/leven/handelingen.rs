//! What can change in the life of a child, in the order in which its page shows it.

use crate::weg::doen::doen;

doen! {
    naam |code| teksten::leven::DaadNaam { code }.tekst();
    uitleg |code| teksten::leven::DaadUitleg { code }.tekst();
    gedaan |code| teksten::leven::DaadGedaan { code }.tekst();

    /// Somebody stands around the child.
    Persoon = "persoon", VerbindPersoon;
    /// Nobody with authority can be reached, or somebody is again.
    Gezocht = "gezocht", ZoekOuders;
    /// What somebody of the family let the school know was read.
    Woorden = "woorden", ZegGezien;
    /// The child moved.
    Verhuizing = "verhuizing", Verhuis;
    /// Another name.
    Naam = "naam", WijzigNaam;
    /// A secret address.
    Geheimhouding = "geheimhouding", ZetGeheimhouding;
    /// Foster parents.
    Pleegzorg = "pleegzorg", MeldPleegzorg;
    /// Of age.
    Meerderjarig = "meerderjarig", MeldMeerderjarig;
    /// The persoonsgebonden nummer.
    Nummer = "nummer", OntvangNummer;
    /// Enrolled, or in another group.
    Inschrijven = "inschrijven", SchrijfIn;
    /// No longer enrolled.
    Uitschrijven = "uitschrijven", SchrijfUit;
    /// Found out where it goes to school.
    School = "school", GaSchoolNa;
    /// Found out what goes along after a move.
    VerhuizingNagaan = "verhuizing-nagaan", GaVerhuizingNa;
    /// Looked whether who registered the child by the open form has authority.
    GezagNakijken = "gezag-nakijken", KijkGezagNa;
    /// Died.
    Overlijden = "overlijden", MeldOverlijden;
}
