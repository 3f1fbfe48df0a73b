//! Duties and rights that the law knows in one sector and not in another. Whether one holds is never asked of a sector in Rust: it holds
//! where a row of `corpus/bepalingen` says so, with its article, its dates and how sure we are of it ([`crate::Wet::eist`]).

use base::code_enum;

code_enum! {
    /// A duty or right that not every act has. Its code is the name of its rows in `corpus/bepalingen`, and stands in events: it never
    /// changes.
    Plicht {
        /// The pupil is heard before a removal.
        VerwijderingHorenLeerling = "verwijdering.horen_leerling", "de leerling horen";
        /// The teacher is heard before a removal.
        VerwijderingHorenLeraar = "verwijdering.horen_leraar", "de leraar horen";
        /// A pupil of age is heard about a removal in place of the parents.
        VerwijderingHorenMeerderjarige = "verwijdering.horen_meerderjarige", "alleen de meerderjarige leerling horen";
        /// The same, of a pupil of age who decides alone.
        VerwijderingHorenWieZelfBeslist = "verwijdering.horen_wie_zelf_beslist", "alleen de leerling horen die zelf beslist";
        /// Another school is asked of a pupil for whom the Leerplichtwet holds, and of no other.
        VerwijderingSchoolBijLeerplicht = "verwijdering.zonder_school_leerplicht", "een andere school bij leerplicht";
        /// The Inspectie is consulted before a pupil for whom the Leerplichtwet holds is removed.
        VerwijderingInspectie = "verwijdering.inspectie", "overleg met de Inspectie";
        /// The Inspectie is told of a removal.
        VerwijderingInspectieMelden = "verwijdering.inspectie_melden", "de verwijdering melden aan de Inspectie";
        /// A removal is made known to the pupil.
        VerwijderingBekendLeerling = "verwijdering.bekend_leerling", "de verwijdering aan de leerling bekendmaken";
        /// A suspension is made known to the pupil.
        SchorsingBekendLeerling = "schorsing.bekend_leerling", "de schorsing aan de leerling bekendmaken";
        /// A pupil can be suspended for the time of the consultation with the Inspectie.
        SchorsingTijdensOverleg = "schorsing.tijdens_overleg", "schorsen tijdens het overleg met de Inspectie";
        /// A school that refuses a child that needs extra support finds another school first.
        AndereSchoolZoeken = "aanmelding.andere_school", "een andere school zoeken";
        /// A child is admitted after an inquiry by the commission of the institute.
        OnderzoekVoorToelating = "aanmelding.onderzoek_instelling", "onderzoek door de commissie";
        /// A child is admitted to the first year on the definitive advice of its school.
        SchooladviesVoorToelating = "aanmelding.schooladvies", "het definitieve schooladvies";
        /// The inspector can allow that a child is admitted before the usual age.
        EerderMetInspecteur = "aanmelding.eerder_met_inspecteur", "eerder toelaten met toestemming van de inspecteur";
        /// The Inspectie can allow a pupil to stay past the usual age.
        LangerMetInspectie = "aanmelding.langer_met_inspectie", "langer blijven met toestemming van de Inspectie";
        /// The pupil has a say of its own when somebody objects to a refusal.
        BezwaarHorenLeerling = "bezwaar.horen_leerling", "de leerling horen op bezwaar";
        /// The commissie voor de begeleiding advises before a plan is adopted.
        OppAdviesCommissie = "opp.advies_commissie", "advies van de commissie voor de begeleiding";
        /// The national committee judges on a removal only where the Leerplichtwet holds for the pupil.
        GeschilBijLeerplicht = "geschillen.verwijdering_bij_leerplicht", "de commissie alleen bij leerplicht";
    }
}
