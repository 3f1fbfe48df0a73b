//! P1: which place is asked. The kind of a school says it, but where one school gives two kinds of education: there the registration
//! does, and with it which declaration is asked, from what age, and which enrolments count.

use base::Date;
use recht::soort::{Onderwijs, OppSchoolsoort};

use crate::aanmelding::opdracht::MeldAan;
use crate::opdracht::{Besluitvorming, regels};
use crate::refusal::Refusal;
use crate::soort::{Onderwijskeuze, Schoolsoort, TlvSoort};
use crate::staat::{Aanmelding, Afloop, Dossier, Inschrijving};

/// A place at a school: of what kind that is, and for which of its kinds of education.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onderwijsplek {
    /// Kind of school.
    pub schoolsoort: Schoolsoort,
    /// Which education; nothing where the kind says it, or nobody said it.
    pub keuze: Option<Onderwijskeuze>,
}

impl Onderwijsplek {
    /// The kind of school of which the law speaks: a school for so and vso is for a pupil what that pupil follows there.
    pub fn soort(self) -> Schoolsoort {
        match (self.schoolsoort, self.keuze) {
            (Schoolsoort::SoVso, Some(Onderwijskeuze::So)) => Schoolsoort::So,
            (Schoolsoort::SoVso, Some(Onderwijskeuze::Vso)) => Schoolsoort::Vso,
            (soort, _) => soort,
        }
    }

    /// It is a place in praktijkonderwijs.
    pub fn is_pro(self) -> bool {
        self.keuze == Some(Onderwijskeuze::Pro)
    }

    /// What a child needs a declaration for to get this place; none where it needs none (WPO 40(8), WEC 40(10), (12), WVO 2020 2.30(7)).
    pub fn verklaringen(self) -> &'static [TlvSoort] {
        if self.is_pro() { &[TlvSoort::Pro] } else { self.soort().verklaringen() }
    }

    /// Such a declaration is for this place. Where nobody said which education of a school for secondary education is asked, either may be.
    pub fn past_bij(self, verklaring: TlvSoort) -> bool {
        match self.keuze {
            Some(Onderwijskeuze::Pro) => verklaring == TlvSoort::Pro,
            Some(Onderwijskeuze::Vo) => verklaring == TlvSoort::Lwoo,
            Some(Onderwijskeuze::So | Onderwijskeuze::Vso) | None => self.soort().past_bij(verklaring),
        }
    }

    /// For a temporary place the pupil meets the conditions of admission already, a declaration among them (WEC 40(9), WVO 2020 8.13(2)).
    pub fn asks_conditions_first(self) -> bool {
        self.soort() == Schoolsoort::Vso || self.is_pro()
    }

    /// The provision that asks a declaration of kinds for this place.
    pub fn asks_declaration(self) -> &'static str {
        if self.soort() == Schoolsoort::Vso {
            "aanmelding.verklaring_nodig_vso"
        } else {
            "aanmelding.verklaring_nodig"
        }
    }

    /// The education, in the words of the rules. At a school for both of which nobody said the part: special.
    pub fn onderwijs(self) -> Onderwijs {
        match self.soort() {
            Schoolsoort::Basisschool | Schoolsoort::Sbo => Onderwijs::Po,
            Schoolsoort::So | Schoolsoort::SoVso | Schoolsoort::InstellingC12 => Onderwijs::So,
            Schoolsoort::Vso => Onderwijs::Vso,
            Schoolsoort::Vo => Onderwijs::Vo,
        }
    }

    /// The kind of school, in the words of the rule on plans. At a school for both of which nobody said the part, and at an institute: special.
    pub fn opp_schoolsoort(self) -> OppSchoolsoort {
        match self.soort() {
            Schoolsoort::Basisschool => OppSchoolsoort::Basisschool,
            Schoolsoort::Sbo => OppSchoolsoort::Sbo,
            Schoolsoort::So | Schoolsoort::SoVso | Schoolsoort::InstellingC12 => OppSchoolsoort::So,
            Schoolsoort::Vso => OppSchoolsoort::Vso,
            Schoolsoort::Vo if self.is_pro() => OppSchoolsoort::Pro,
            Schoolsoort::Vo => OppSchoolsoort::Vo,
        }
    }

    /// Every pupil there has an ontwikkelingsperspectief, whatever the need (R3.1).
    pub fn always_opp(self, ctx: &Besluitvorming<'_>, on: Date) -> bool {
        self.always_opp_by(ctx, on).is_some()
    }

    /// The list of the law by which that is so.
    pub fn always_opp_by(self, ctx: &Besluitvorming<'_>, on: Date) -> Option<&'static str> {
        let (soort, keuze) = (Some(self.soort().code()), self.keuze.map(Onderwijskeuze::code));
        let lists =
            [("opp.altijd_voor_wpo", soort), ("opp.altijd_voor_wec", soort), ("opp.altijd_voor_wvo", keuze)];
        let listed =
            |lijst, code: Option<&str>| code.is_some_and(|code| regels::is_listed(ctx, lijst, code, on));
        lists.into_iter().find(|(lijst, code)| listed(lijst, *code)).map(|(lijst, _)| lijst)
    }
}

impl Aanmelding {
    /// Which place is asked.
    pub fn plek(&self) -> Onderwijsplek {
        Onderwijsplek { schoolsoort: self.schoolsoort, keuze: self.onderwijs }
    }
}

/// Which education is asked, where the school gives more than one: at a school for so and vso that must be said, in secondary education
/// nothing is all but praktijkonderwijs.
pub(crate) fn chosen(
    schoolsoort: Schoolsoort,
    asked: Option<Onderwijskeuze>,
) -> Result<Option<Onderwijskeuze>, Refusal> {
    let can = Onderwijskeuze::bij(schoolsoort);
    match asked {
        Some(keuze) if can.contains(&keuze) => Ok(Some(keuze)),
        Some(_) => Err(Refusal::field("onderwijs", sleutels::aanmelding::onderwijs_niet_hier())
            .instead(sleutels::aanmelding::onderwijs_leeg_laten())),
        None if schoolsoort == Schoolsoort::Vo => Ok(Some(Onderwijskeuze::Vo)),
        None if can.is_empty() => Ok(None),
        None => Err(Refusal::field("onderwijs", sleutels::aanmelding::onderwijs_kiezen())),
    }
}

impl MeldAan {
    /// Which place is asked.
    pub(crate) fn plek(&self) -> Result<Onderwijsplek, Refusal> {
        Ok(Onderwijsplek { schoolsoort: self.schoolsoort, keuze: chosen(self.schoolsoort, self.onderwijs)? })
    }

    /// Whoever is a pupil here already is not registered anew, unless for another kind of education of this school, or for the time
    /// after a known end.
    pub(super) fn refuse_pupil(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let other = match self.follows(dossier) {
            Some(now) => self.onderwijs.is_some_and(|asked| asked != now),
            None => matches!(self.onderwijs, Some(Onderwijskeuze::Pro | Onderwijskeuze::Vso)),
        };
        let stays =
            |place: &&Inschrijving| place.vestiging == self.vestiging && place.tot.is_none() && !other;
        match dossier.inschrijving_op(ctx.vandaag).filter(stays) {
            Some(place) => Err(Refusal::new(
                "al_leerling",
                sleutels::aanmelding::AlLeerling { sinds: place.van }.tekst(),
            )
            .instead(sleutels::aanmelding::al_leerling_wat_wel())),
            None => Ok(()),
        }
    }

    /// Which education of this school the pupil follows, as the registration that was admitted last says; an enrolment does not say it.
    fn follows(&self, dossier: &Dossier) -> Option<Onderwijskeuze> {
        let here = dossier.aanmeldingen.iter().filter(|one| one.vestiging == self.vestiging);
        let mut admitted = here.filter(|one| matches!(one.afloop, Some(Afloop::Toegelaten { .. })));
        admitted.next_back().and_then(|one| one.onderwijs)
    }
}
