//! Closed lists of codes that the rules of the public contract use.

use base::{Sector, code_enum};

code_enum! {
    /// What a toelaatbaarheidsverklaring (for lwoo an aanwijzing) is asked for.
    TlvSoort {
        /// Special primary education.
        Sbo = "sbo", "speciaal basisonderwijs";
        /// Special education.
        So = "so", "speciaal onderwijs";
        /// Special secondary education.
        Vso = "vso", "voortgezet speciaal onderwijs";
        /// Practical training.
        Pro = "pro", "praktijkonderwijs";
        /// Learning support.
        Lwoo = "lwoo", "leerwegondersteunend onderwijs";
    }
}

code_enum! {
    /// The education that a registration is for; schools of the WEC give two kinds.
    Onderwijs {
        /// Primary, special primary included.
        Po = "po", "basisonderwijs";
        /// Special.
        So = "so", "speciaal onderwijs";
        /// Special secondary.
        Vso = "vso", "voortgezet speciaal onderwijs";
        /// Secondary.
        Vo = "vo", "voortgezet onderwijs";
    }
}

code_enum! {
    /// Kind of school at which a pupil is enrolled.
    IngeschrevenSoort {
        /// Mainstream primary.
        Basisschool = "basisschool", "basisschool";
        /// Special primary.
        Sbo = "sbo", "school voor speciaal basisonderwijs";
        /// Special.
        So = "so", "school voor speciaal onderwijs";
        /// Special, both ages.
        SoVso = "so_vso", "school voor speciaal en voortgezet speciaal onderwijs";
        /// Special secondary.
        Vso = "vso", "school voor voortgezet speciaal onderwijs";
        /// Secondary.
        Vo = "vo", "school voor voortgezet onderwijs";
        /// National institute for cluster 1 or 2.
        InstellingC12 = "instelling_c1_2", "instelling voor cluster 1 of 2";
    }
}

impl TlvSoort {
    /// The sector whose law speaks of this kind of declaration.
    pub const fn sector(self) -> Sector {
        match self {
            Self::Sbo => Sector::Po,
            Self::So | Self::Vso => Sector::So,
            Self::Pro | Self::Lwoo => Sector::Vo,
        }
    }

    /// The sector whose law speaks of the partnership that gives it, and of who asks it there.
    pub const fn sector_van_verband(self) -> Sector {
        match self {
            Self::Sbo | Self::So => Sector::Po,
            Self::Vso | Self::Pro | Self::Lwoo => Sector::Vo,
        }
    }
}

impl IngeschrevenSoort {
    /// The sector whose rules hold at such a school: all schools of the WEC are `so`, those for secondary education too.
    pub const fn sector(self) -> Sector {
        match self {
            Self::Basisschool | Self::Sbo => Sector::Po,
            Self::Vo => Sector::Vo,
            Self::So | Self::SoVso | Self::Vso | Self::InstellingC12 => Sector::So,
        }
    }

    /// For children of the age of primary education alone.
    pub const fn is_primair(self) -> bool {
        match self {
            Self::Basisschool | Self::Sbo | Self::So => true,
            Self::SoVso | Self::Vso | Self::Vo | Self::InstellingC12 => false,
        }
    }

    /// For pupils of the age of secondary education alone.
    pub const fn is_voortgezet(self) -> bool {
        match self {
            Self::Vso | Self::Vo => true,
            Self::Basisschool | Self::Sbo | Self::So | Self::SoVso | Self::InstellingC12 => false,
        }
    }

    /// What a child needs a declaration for to get a place there; none where it needs none, and where a school cannot be told
    /// apart from others by its kind (praktijkonderwijs is part of vo here).
    pub fn verklaringen(self) -> &'static [TlvSoort] {
        match self {
            Self::Sbo => &[TlvSoort::Sbo],
            Self::So => &[TlvSoort::So],
            Self::Vso => &[TlvSoort::Vso],
            Self::SoVso => &[TlvSoort::So, TlvSoort::Vso],
            Self::Basisschool | Self::Vo | Self::InstellingC12 => &[],
        }
    }

    /// Whether an enrolment at a school of another kind stands in the way of a temporary place at one of this kind: schools for
    /// primary and for special education count for each other, and so do those for secondary and special secondary (WPO 40(7),
    /// WEC 40(8) and (9), WVO 8.13(1)). At a school for both, either counts: for which part a pupil is registered is not known.
    pub fn telt_inschrijving_bij(self, ander: Self) -> bool {
        let for_both = |soort: Self| !soort.is_primair() && !soort.is_voortgezet();
        for_both(self) || for_both(ander) || self.is_primair() == ander.is_primair()
    }

    /// A school of this kind can ask for such a declaration: a school of the partnership that decides, in the sector of what is asked
    /// (WPO 18a(2), (6)c; WVO 2.47(2), (7)c). For a pupil of elsewhere the school asks where it is registered.
    pub fn mag_aanvragen(self, verklaring: TlvSoort) -> bool {
        match verklaring {
            TlvSoort::Pro | TlvSoort::Lwoo => self == Self::Vo,
            TlvSoort::Sbo | TlvSoort::So => {
                matches!(self, Self::Basisschool | Self::Sbo | Self::So | Self::SoVso)
            }
            TlvSoort::Vso => matches!(self, Self::Vo | Self::Vso | Self::SoVso),
        }
    }

    /// A declaration of this kind gives a place at such a school.
    pub fn past_bij(self, verklaring: TlvSoort) -> bool {
        match verklaring {
            TlvSoort::Pro | TlvSoort::Lwoo => self == Self::Vo,
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso => self.verklaringen().contains(&verklaring),
        }
    }
}

code_enum! {
    /// Kind of school, as far as the contents of an ontwikkelingsperspectief depend on it.
    OppSchoolsoort {
        /// Mainstream primary.
        Basisschool = "basisschool", "basisschool";
        /// Special primary.
        Sbo = "sbo", "school voor speciaal basisonderwijs";
        /// Secondary.
        Vo = "vo", "school voor voortgezet onderwijs";
        /// Practical training.
        Pro = "pro", "school voor praktijkonderwijs";
        /// Special.
        So = "so", "school voor speciaal onderwijs";
        /// Special secondary.
        Vso = "vso", "school voor voortgezet speciaal onderwijs";
    }
}

code_enum! {
    /// Disciplines of the experts who advise on admissibility.
    Discipline {
        /// Remedial educationalist.
        Orthopedagoog = "orthopedagoog", "orthopedagoog";
        /// Psychologist.
        Psycholoog = "psycholoog", "psycholoog";
        /// Child or youth psychologist.
        KinderOfJeugdpsycholoog = "kinder_of_jeugdpsycholoog", "kinder- of jeugdpsycholoog";
        /// Educationalist.
        Pedagoog = "pedagoog", "pedagoog";
        /// Child psychiatrist.
        Kinderpsychiater = "kinderpsychiater", "kinderpsychiater";
        /// Social worker.
        MaatschappelijkWerker = "maatschappelijk_werker", "maatschappelijk werker";
        /// Physician.
        Arts = "arts", "arts";
        /// Expert from vbo, mavo or practical training.
        VoDeskundige = "vo_deskundige", "deskundige uit vbo, mavo of praktijkonderwijs";
    }
}

code_enum! {
    /// Parts of, and steps towards, an ontwikkelingsperspectief.
    OppOnderdeel {
        /// Expected exit, with its grounds.
        Uitstroombestemming = "uitstroombestemming", "de verwachte uitstroombestemming met onderbouwing";
        /// What hinders.
        BelemmerendeFactoren = "belemmerende_factoren", "de belemmerende factoren";
        /// What helps.
        BevorderendeFactoren = "bevorderende_factoren", "de bevorderende factoren";
        /// The action part.
        IndividueleBegeleiding = "individuele_begeleiding", "de individuele begeleiding (het handelingsdeel)";
        /// Talks aimed at agreement with the parents.
        OverlegOuders = "overleg_ouders", "op overeenstemming gericht overleg met de ouders";
        /// The parents' agreement with the action part.
        InstemmingHandelingsdeel = "instemming_handelingsdeel", "de instemming van de ouders met het handelingsdeel";
        /// What the pupil said, or that the pupil chose not to be heard.
        InbrengLeerling = "inbreng_leerling", "de inbreng van de leerling, of dat die ervan afzag";
        /// Kind of work, for practical training.
        SoortArbeid = "soort_arbeid", "de soort arbeid";
        /// Parts of the programme that are deviated from.
        AfwijkendeOnderdelen = "afwijkende_onderdelen", "de onderdelen van het onderwijsprogramma waarvan wordt afgeweken";
    }
}

code_enum! {
    /// Exemptions of the Leerplichtwet 1969.
    Vrijstelling {
        /// Unfit for school.
        Art5a = "5a", "artikel 5 onder a (lichamelijke of psychische ongeschiktheid)";
        /// Direction of the education.
        Art5b = "5b", "artikel 5 onder b (richting van het onderwijs)";
        /// School abroad.
        Art5c = "5c", "artikel 5 onder c (school in het buitenland)";
        /// Weighty circumstances.
        Art11g = "11g", "artikel 11 onder g (gewichtige omstandigheden)";
        /// Other education.
        Art15 = "15", "artikel 15 (ander onderwijs)";
        /// Itinerant parents.
        Trekkend = "art_5a", "artikel 5a (trekkend bestaan)";
        /// Diploma of practical training, or special secondary education towards work or day care.
        Art4a = "4a", "artikel 4a lid 2 (diploma praktijkonderwijs, of vso naar arbeid of dagbesteding)";
        /// A startkwalificatie.
        Art4b = "4b", "artikel 4b (startkwalificatie)";
    }
}
