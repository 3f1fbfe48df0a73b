//! Closed lists of a child's file: relations, disciplines, outcomes.

use base::code_enum;

pub use recht::soort::{Discipline, TlvSoort};
pub use recht::tlv::Grond as SwvGrond;
pub use verband::Schoolsoort;

code_enum! {
    /// How a child stands apart from any case, in lists: for whoever may know of no case, and where none runs.
    Kindstand {
        /// Has a place at a school.
        Ingeschreven = "ingeschreven", "ingeschreven";
        /// Has a file and no place at a school yet.
        Geopend = "geopend", "nog niet ingeschreven";
        /// Died.
        Overleden = "overleden", "overleden";
    }
}

code_enum! {
    /// Who somebody is to the child (`docs/glossary.md`, people around the child).
    Relatie {
        /// Parent with authority.
        Gezagsouder = "gezagsouder", "ouder met gezag";
        /// Parent whose authority a court order limits (1:265e BW).
        GezagsouderBeperkt = "gezagsouder_beperkt", "ouder met gezag, beperkt door de rechter";
        /// Guardian: a person, a certified institution or Nidos.
        Voogd = "voogd", "voogd";
        /// Parent without authority (1:377c BW).
        OuderZonderGezag = "ouder_zonder_gezag", "ouder zonder gezag";
        /// Foster parent or carer.
        Pleegouder = "pleegouder", "pleegouder of verzorger";
        /// Acts in a parent's name, as written.
        Gemachtigde = "gemachtigde", "gemachtigde";
        /// Comes along with a parent or with the pupil, as they said: reads nothing and decides nothing by that.
        Vertrouwenspersoon = "vertrouwenspersoon", "vertrouwenspersoon";
        /// The pupil, who is of age and acts in the parents' place.
        Leerling = "leerling", "leerling";
    }
}

impl Relatie {
    /// What somebody can be put down as by whoever adds them, or changes what they are: nobody is made the pupil.
    pub fn te_kiezen() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|relatie| *relatie != Self::Leerling)
    }

    /// Registers the child, agrees, objects and gets an own copy of each letter.
    pub fn has_gezag(self) -> bool {
        matches!(self, Self::Gezagsouder | Self::GezagsouderBeperkt | Self::Voogd)
    }

    /// What the law calls 'ouders' in education: parents who decide, guardians and carers (WPO 1, WEC 1). They register the
    /// child, and letters go to them; who has authority besides is another question.
    pub fn is_ouder_in_onderwijs(self) -> bool {
        self.has_gezag() || self == Self::Pleegouder
    }

    /// Stands around the child for somebody else, who said so, until a day.
    pub fn is_namens_iemand(self) -> bool {
        matches!(self, Self::Gemachtigde | Self::Vertrouwenspersoon)
    }

    /// Has an own page by itself. What a court leaves, or what was written for somebody who acts in another's name, is
    /// not known, so nothing of the file opens by it.
    pub fn has_own_page(self) -> bool {
        matches!(self, Self::Gezagsouder | Self::Voogd | Self::Leerling)
    }
}

code_enum! {
    /// What of the file a carer reads on a page of their own, by the word of who has authority; from little to more.
    Verzorgerslezing {
        /// Nothing: no page.
        Niets = "niets", "niets";
        /// Registrations and places.
        Aanmelding = "aanmelding", "aanmelding en plek";
        /// Also the plan and the support at school.
        OokPlan = "ook_plan", "aanmelding en plek, en het plan en de hulp op school";
    }
}

code_enum! {
    /// From whom it is secret where a child is, as whoever opens its file is told.
    Geheimkring {
        /// From nobody.
        Niemand = "niemand", "voor niemand";
        /// From some of the people around it, by name.
        Personen = "personen", "voor een of meer van de ouders of voogden";
        /// From everybody outside school and SWV.
        Iedereen = "iedereen", "voor iedereen buiten school en samenwerkingsverband";
    }
}

code_enum! {
    /// Where a child goes to school when it is registered, as the parents state it.
    Schoolgang {
        /// At a school in the Netherlands.
        School = "school", "op een school in Nederland";
        /// At none yet, or at none any more.
        Geen = "geen", "niet op een school";
        /// At a school abroad.
        Buitenland = "buitenland", "op een school in het buitenland";
        /// Whoever registers does not know it.
        Onbekend = "onbekend", "dat is niet bekend";
    }
}

code_enum! {
    /// Of what kind another school is that is willing to take a child: any kind of ours, or an institution of LPW 1(c).
    AndereSchoolsoort {
        /// Basisschool.
        Basisschool = "basisschool", "basisschool";
        /// School for special primary education.
        Sbo = "sbo", "speciaal basisonderwijs (sbo)";
        /// School for special education.
        So = "so", "speciaal onderwijs (so)";
        /// School for special and special secondary education.
        SoVso = "so_vso", "speciaal en voortgezet speciaal onderwijs (so en vso)";
        /// School for special secondary education.
        Vso = "vso", "voortgezet speciaal onderwijs (vso)";
        /// Institute of cluster 1 or 2.
        InstellingC12 = "instelling_c1_2", "instelling voor cluster 1 of 2";
        /// School for secondary education.
        Vo = "vo", "voortgezet onderwijs";
        /// Institution of LPW 1(c).
        Mbo = "mbo", "mbo";
    }
}

impl AndereSchoolsoort {
    /// The same as a kind of ours; none of an institution of LPW 1(c).
    pub fn schoolsoort(self) -> Option<Schoolsoort> {
        match self {
            Self::Basisschool => Some(Schoolsoort::Basisschool),
            Self::Sbo => Some(Schoolsoort::Sbo),
            Self::So => Some(Schoolsoort::So),
            Self::SoVso => Some(Schoolsoort::SoVso),
            Self::Vso => Some(Schoolsoort::Vso),
            Self::InstellingC12 => Some(Schoolsoort::InstellingC12),
            Self::Vo => Some(Schoolsoort::Vo),
            Self::Mbo => None,
        }
    }
}

impl From<Schoolsoort> for AndereSchoolsoort {
    fn from(soort: Schoolsoort) -> Self {
        match soort {
            Schoolsoort::Basisschool => Self::Basisschool,
            Schoolsoort::Sbo => Self::Sbo,
            Schoolsoort::So => Self::So,
            Schoolsoort::SoVso => Self::SoVso,
            Schoolsoort::Vso => Self::Vso,
            Schoolsoort::InstellingC12 => Self::InstellingC12,
            Schoolsoort::Vo => Self::Vo,
        }
    }
}

code_enum! {
    /// Which education a registration is for, at a school that gives more than one kind.
    Onderwijskeuze {
        /// Special education.
        So = "so", "speciaal onderwijs";
        /// Special secondary education.
        Vso = "vso", "voortgezet speciaal onderwijs";
        /// Secondary education, all but praktijkonderwijs.
        Vo = "vo", "voortgezet onderwijs (vmbo, havo of vwo)";
        /// Praktijkonderwijs (WVO 2020 2.29).
        Pro = "pro", "praktijkonderwijs";
    }
}

impl Onderwijskeuze {
    /// Between which a registration at a school of this kind chooses; none where the kind says it.
    pub fn bij(soort: Schoolsoort) -> &'static [Self] {
        match soort {
            Schoolsoort::SoVso => &[Self::So, Self::Vso],
            Schoolsoort::Vo => &[Self::Vo, Self::Pro],
            Schoolsoort::Basisschool
            | Schoolsoort::Sbo
            | Schoolsoort::So
            | Schoolsoort::Vso
            | Schoolsoort::InstellingC12 => &[],
        }
    }
}

code_enum! {
    /// How far the advice of the experts on a request is, for whoever handles it.
    Adviesstand {
        /// Another expert has to be asked: there are too few, or no pair of the law.
        Vragen = "vragen", "nog een deskundige vragen";
        /// Enough were asked, and none has advised.
        Geen = "geen", "nog geen advies";
        /// Some have advised, and not all.
        Deel = "deel", "een deel van de adviezen";
        /// Everybody has advised.
        Compleet = "compleet", "alle adviezen zijn er";
    }
}

code_enum! {
    /// On what a place outside the usual age rests.
    Leeftijdsgrond {
        /// The inspector lets the child in earlier (WEC 39 lid 2).
        Eerder = "eerder", "eerder, met toestemming van de inspecteur";
        /// Young for secondary education, and ready for it (WVO 2020 8.5, WEC 39 lid 3).
        Voorbereid = "voorbereid", "jong, en voldoende voorbereid";
        /// Past the age at which a pupil leaves, with leave of the inspectorate (WEC 39 lid 5, WVO 2020 8.7).
        Langer = "langer", "ouder, met toestemming van de inspectie";
    }
}

code_enum! {
    /// Why a school goes on without the word of somebody with authority. Which of them the law names stands in the corpus.
    GrondZonderOuder {
        /// Asked, and the time for an answer is over.
        GeenAntwoord = "geen_antwoord", "gevraagd, en binnen de tijd kwam geen antwoord";
        /// Nobody knows where this person is (BW 1:253r lid 1 onder b).
        VerblijfOnbekend = "verblijf_onbekend", "niemand weet waar deze ouder is";
        /// Cannot exercise authority, for now or for good (BW 1:253r lid 1 onder a).
        KanNiet = "kan_niet", "deze ouder kan het gezag niet uitoefenen";
        /// A court decided where the parents differed (BW 1:253a lid 1).
        Rechter = "rechter", "de rechter heeft hierover beslist";
        /// Where the child is, is secret from this person.
        Geheim = "geheim", "waar het kind is, is geheim voor deze ouder";
    }
}

code_enum! {
    /// Why a child has a place for which a declaration is asked and none was shown.
    WaaromZonder {
        /// It lives in an institution to which the school is tied, and is admitted on the funds for that (WEC 116(4), (5)): for as long as
        /// that lasts it counts as declared (WEC 40 lid 16).
        Residentieel = "residentieel", "verblijft in een instelling";
        /// The place is temporary, and the school reads the law so that none is needed for that.
        Tijdelijk = "tijdelijk", "tijdelijke plek, keuze van de school";
    }
}

code_enum! {
    /// Why a pupil is removed without another school, though of the age for which one is asked: what the file does not know.
    ZonderSchool {
        /// Has a startkwalificatie: the kwalificatieplicht has ended (LPW 4b).
        Startkwalificatie = "startkwalificatie", "heeft een startkwalificatie";
        /// Has a diploma of praktijkonderwijs, or followed vso to work or day care: there is no kwalificatieplicht (LPW 4a(2)).
        PraktijkOfVso = "praktijk_of_vso", "heeft een diploma praktijkonderwijs of volgde vso gericht op werk of dagbesteding";
        /// Is no longer in the closed institution to which the school is tied; of a residential institution the law asks another school all the
        /// same (WEC 40(18), 71a(1)).
        InstellingVerlaten = "instelling_verlaten", "is niet meer opgenomen in de justitiële jeugdinrichting of gesloten accommodatie van deze school (WEC 71a lid 1)";
    }
}

code_enum! {
    /// By what a suspension ends before its last day.
    SchorsingEinde {
        /// The school ends it.
        School = "school", "de school beëindigt de schorsing";
        /// The consultation with the Inspectie, for which it was, is over (WVO 8.15(4)).
        OverlegGehouden = "overleg_gehouden", "het overleg met de Inspectie is klaar";
        /// The intention to remove, for which it was, was withdrawn.
        VoornemenIngetrokken = "voornemen_ingetrokken", "het voornemen tot verwijdering is ingetrokken";
        /// The removal was decided on.
        Besloten = "besloten", "er is besloten over de verwijdering";
    }
}

code_enum! {
    /// How a decision was made known (Awb 3:41).
    Bekendmakingswijze {
        /// By post.
        Post = "post", "per post";
        /// Handed over.
        Uitgereikt = "uitgereikt", "uitgereikt";
        /// On the parents' own page, where they agreed to that.
        EigenPagina = "eigen_pagina", "op de eigen pagina";
    }
}

code_enum! {
    /// How parents hand in what was asked.
    Inleverwijze {
        /// Here: words, documents.
        Hier = "hier", "op de eigen pagina";
        /// On paper, at the school.
        Papier = "papier", "op papier, bij de school";
    }
}

code_enum! {
    /// In what capacity somebody sends a notice of default.
    Afzender {
        /// The school that asked.
        Aanvrager = "aanvrager", "de school die de verklaring aanvroeg";
        /// A parent, guardian or the pupil.
        Gezin = "gezin", "een ouder, voogd of de leerling";
        /// Somebody else.
        Ander = "ander", "iemand anders";
    }
}

code_enum! {
    /// What happened to a letter on its way out.
    Poststap {
        /// It is there on paper.
        Afgedrukt = "afgedrukt", "afgedrukt";
        /// Posted.
        Post = "post", "op de post gedaan";
        /// Handed over.
        Uitgereikt = "uitgereikt", "uitgereikt";
        /// Sent over the line, to who agreed to that (Awb 2:8) or to an organisation.
        Digitaal = "digitaal", "digitaal verstuurd";
    }
}

impl Poststap {
    /// With this step it left.
    pub fn is_verzonden(self) -> bool {
        match self {
            Self::Afgedrukt => false,
            Self::Post | Self::Uitgereikt | Self::Digitaal => true,
        }
    }
}

code_enum! {
    /// How a letter stands on its way out.
    Poststand {
        /// Nothing was done with it.
        TeVerzenden = "te_verzenden", "te verzenden";
        /// There on paper, and still here.
        Afgedrukt = "afgedrukt", "afgedrukt";
        /// It left.
        Verzonden = "verzonden", "verzonden";
        /// It is not sent any more.
        Vervallen = "vervallen", "vervallen";
    }
}

code_enum! {
    /// Why a school takes a pupil off its list. Each stands with its article in `corpus/gronden/uitschrijving.toml`.
    Uitschrijfreden {
        /// It is enrolled at another school, or for mbo or vavo (LPW 10 under a).
        AndereSchool = "andere_school", "ingeschreven op een andere school";
        /// It is not fit for a school (LPW 5 under a, 7).
        Ongeschikt = "ongeschikt", "vrijgesteld, niet geschikt voor een school (LPW 5 onder a)";
        /// Its parents object to the denomination of every school around (LPW 5 under b, 8).
        Richting = "richting", "vrijgesteld, bedenkingen tegen de richting (LPW 5 onder b)";
        /// It is at a school abroad (LPW 5 under c, 9).
        SchoolBuitenland = "school_buitenland", "vrijgesteld, school in het buitenland (LPW 5 onder c)";
        /// Its parents travel, and it goes with them (LPW 10 under c).
        TrekkendBestaan = "trekkend_bestaan", "vrijgesteld, trekkend bestaan (LPW 5a)";
        /// The municipality exempted it (LPW 10 under c).
        VrijstellingGemeente = "vrijstelling_gemeente", "vrijgesteld door de gemeente (LPW 15)";
        /// It has a startkwalificatie (LPW 4b).
        Startkwalificatie = "startkwalificatie", "heeft een startkwalificatie";
        /// It finished praktijkonderwijs, or vso to work or day care (LPW 4a(2)).
        ProOfVsoAfgerond = "pro_of_vso_afgerond", "pro of vso afgerond";
        /// It lives abroad.
        Buitenland = "buitenland", "woont niet meer in Nederland";
        /// It is too old for the school, and has no other yet.
        TeOud = "te_oud", "te oud voor de school";
        /// Asked for, of a child that has not to be at school.
        OpVerzoek = "op_verzoek", "op verzoek, hoeft niet naar school";
        /// It died.
        Overleden = "overleden", "overleden";
    }
}

code_enum! {
    /// What shows a ground of refusal: the field in which it is asked. Which ground asks which stands with its question and its article in
    /// `corpus/gronden/weigering.toml`.
    Bewijsveld {
        /// Aantal plaatsen en de grens.
        Plaatsen = "bewijs_plaatsen", "aantal plaatsen en de grens";
        /// Dag van de telling.
        GeteldOp = "bewijs_geteld_op", "dag van de telling";
        /// Toelatingsbeleid.
        Beleid = "bewijs_beleid", "toelatingsbeleid";
        /// Ook voor anderen.
        Gelijk = "bewijs_gelijk", "ook voor anderen";
        /// Wat de ouders werd gevraagd.
        Gevraagd = "bewijs_gevraagd", "wat de ouders werd gevraagd";
        /// Dag van die vraag.
        GevraagdOp = "bewijs_gevraagd_op", "dag van die vraag";
        /// Antwoord van de ouders.
        Antwoord = "bewijs_antwoord", "antwoord van de ouders";
        /// Openbare school in de buurt.
        Openbaar = "bewijs_openbaar", "openbare school in de buurt";
        /// Voorwaarde uit de wet.
        Voorwaarde = "bewijs_voorwaarde", "voorwaarde uit de wet";
        /// Schooladvies of rapport.
        Advies = "bewijs_advies", "schooladvies of rapport";
        /// Dag van het oordeel van de commissie.
        OnderzochtOp = "bewijs_onderzocht_op", "dag van het oordeel van de commissie";
        /// Oordeel van de commissie.
        Oordeel = "bewijs_oordeel", "oordeel van de commissie";
        /// Document met de geboortedatum.
        Leeftijd = "bewijs_leeftijd", "document met de geboortedatum";
    }
}

code_enum! {
    /// What the law asks before a child is admitted that is not its age and no declaration.
    Toelatingsvoorwaarde {
        /// The inquiry of the commission of an institute for cluster 1 or 2 (WEC 41(1), (4)).
        Onderzoek = "onderzoek", "oordeel van de commissie van onderzoek";
        /// The definitive advice of the primary school (WVO 2020 8.6(2)).
        Schooladvies = "schooladvies", "definitief schooladvies";
        /// No advice was fixed: the doorstroomtoets (Uitvoeringsbesluit WVO 2020 8.3(1)).
        Doorstroomtoets = "doorstroomtoets", "doorstroomtoets, zonder definitief schooladvies";
        /// No advice was fixed and no test made: the inquiry of the school itself (Uitvoeringsbesluit WVO 2020 8.3(1)).
        Geschiktheid = "geschiktheid", "eigen onderzoek naar de geschiktheid, zonder advies en toets";
        /// The Inspectie allowed another way (WVO 2020 8.6(4)).
        Afwijking = "afwijking", "afwijking die de inspectie toestond";
    }
}

code_enum! {
    /// By what a school revokes a decision of its own.
    Herroepgrond {
        /// Somebody objected.
        Bezwaar = "bezwaar", "na een bezwaar";
        /// It saw itself that the decision was wrong.
        EigenBeweging = "eigen_beweging", "uit eigen beweging";
    }
}

code_enum! {
    /// What an expert advises.
    Adviesuitkomst {
        /// The child is admissible to what was asked.
        Toelaatbaar = "toelaatbaar", "toelaatbaar";
        /// It is not.
        NietToelaatbaar = "niet_toelaatbaar", "niet toelaatbaar";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_what_is_stored() {
        for discipline in Discipline::ALL {
            assert_eq!(serde_json::to_value(discipline).unwrap(), discipline.code());
            assert_eq!(Discipline::from_code(discipline.code()), Some(*discipline));
        }
        assert_eq!(TlvSoort::from_code("vmbo"), None);
    }
}
