//! The closed lists of a plan.

use base::code_enum;

code_enum! {
    /// What kind of plan it is. Only the first two are an ontwikkelingsperspectief: the others are never called one, have no legal day and go
    /// to no register.
    Plansoort {
        /// The ontwikkelingsperspectief of a child that needs extra support, or of every pupil at some schools.
        Opp = "opp", "ontwikkelingsperspectief";
        /// The same with every part that the law asks, in few words and without cycles.
        OppLicht = "opp_licht", "ontwikkelingsperspectief, korte vorm";
        /// A plan for help that is no extra support.
        Handelingsplan = "handelingsplan", "handelingsplan";
        /// The same, as it grows with the child.
        Groeidocument = "groeidocument", "groeidocument";
    }
}

impl Plansoort {
    /// The law knows it.
    pub fn is_opp(self) -> bool {
        match self {
            Self::Opp | Self::OppLicht => true,
            Self::Handelingsplan | Self::Groeidocument => false,
        }
    }
}

code_enum! {
    /// In what way a pupil said what they think: the way that the pupil chose (WPO 40a(6), WEC 41a(7), WVO 2020 2.44(5)).
    Hoorwijze {
        /// In a talk.
        Gesprek = "gesprek", "in een gesprek";
        /// With a drawing or a photo.
        Tekening = "tekening", "met een tekening of een foto";
        /// With a film or a recording.
        Film = "film", "met een film of een opname";
        /// Through somebody whom the pupil trusts.
        Vertrouwenspersoon = "vertrouwenspersoon", "via iemand die de leerling vertrouwt";
        /// In writing.
        Schriftelijk = "schriftelijk", "op papier of in een bericht";
    }
}

code_enum! {
    /// What came of a goal.
    Doelresultaat {
        /// Reached.
        Behaald = "behaald", "behaald";
        /// Partly.
        Deels = "deels", "voor een deel behaald";
        /// Not reached.
        Niet = "niet", "niet behaald";
    }
}

code_enum! {
    /// How it goes on after an evaluation.
    Planvervolg {
        /// As it is.
        Doorgaan = "doorgaan", "het plan loopt door";
        /// Another version.
        Bijstellen = "bijstellen", "het plan wordt bijgesteld";
        /// It ends.
        Beeindigen = "beeindigen", "het plan stopt";
    }
}

code_enum! {
    /// Why a plan ends.
    Planeinde {
        /// The help is not needed any more.
        NietMeerNodig = "niet_meer_nodig", "de hulp is niet meer nodig";
        /// The child leaves the school.
        VanSchool = "van_school", "de leerling gaat van school";
        /// Another plan comes in its place.
        AnderPlan = "ander_plan", "er komt een ander plan voor in de plaats";
        /// Something else, in words.
        Anders = "anders", "om een andere reden";
    }
}
