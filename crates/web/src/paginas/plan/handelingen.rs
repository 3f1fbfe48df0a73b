//! What can be done with a plan, in the order in which it goes.

use crate::weg::doen::doen;

doen! {
    naam |code| teksten::plan::DaadNaam { code }.tekst();
    uitleg |code| teksten::plan::DaadUitleg { code }.tekst();
    gedaan |code| teksten::plan::DaadGedaan { code }.tekst();

    /// Write a version and lay it before the parents.
    Schrijven = "schrijven", DeelConcept;
    /// Offer the pupil the opportunity.
    Vragen = "vragen", StelLeerlingInGelegenheid;
    /// Record what the pupil said.
    Inbreng = "inbreng", LegInbrengVast;
    /// Explain what was done with it.
    Uitleggen = "uitleggen", LichtToeAanLeerling;
    /// Talk with the parents.
    Overleg = "overleg", LegOverlegVast;
    /// The commissie advises.
    Advies = "advies", AdviseerOverPlan;
    /// Enter an agreement on paper.
    Instemming = "instemming", StemIn;
    /// Enter that somebody does not agree.
    Weigering = "weigering", WeigerInstemming;
    /// Adopt.
    Vaststellen = "vaststellen", StelPlanVast;
    /// End a cycle.
    Cyclus = "cyclus", SluitCyclusAf;
    /// Evaluate.
    Evaluatie = "evaluatie", EvalueerPlan;
    /// End.
    Stoppen = "stoppen", BeeindigPlan;
}
