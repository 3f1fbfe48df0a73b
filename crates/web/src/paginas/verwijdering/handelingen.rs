//! The steps of a removal, in the order of the law.

use crate::weg::doen::doen;

doen! {
    naam |code| teksten::verwijdering::DaadNaam { code }.tekst();
    uitleg |code| teksten::verwijdering::DaadUitleg { code }.tekst();
    gedaan |code| teksten::verwijdering::DaadGedaan { code }.tekst();

    /// Hear parents and teacher.
    Horen = "horen", HoorOudersEnLeraar;
    /// Move the talk to another day.
    Verzetten = "verzetten", VerzetGesprek;
    /// Begin to consult the Inspectie.
    Overleg = "overleg", BeginOverleg;
    /// Consult the Inspectie beforehand.
    Raadplegen = "raadplegen", RaadpleegInspectie;
    /// Record a school that is willing.
    School = "school", VindBereideSchool;
    /// Remove.
    Besluit = "besluit", Verwijder;
    /// Report to the municipality.
    Gemeente = "gemeente", MeldAanBenW;
    /// Report to the Inspectie.
    Inspectie = "inspectie", MeldAanInspectie;
    /// The pupil is at another school.
    Elders = "elders", StelEldersVast;
    /// Revoke the decision.
    Herroepen = "herroepen", HerroepVerwijdering;
    /// Withdraw the intention.
    Intrekken = "intrekken", TrekVoornemenIn;
}
