//! What follows on a decision on a request: who decides next, and whether the parents have to do something.

use base::{Date, Schooljaar, dates};
use documents::{Lezer, NietLeeg, Tekst};
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::staat::TlvAanvraag;
use dossier::tlv::periode::laatste_leeftijd;

use super::schrijver::Schrijver;
use super::woorden::{lijst, minstens_een, tekst};
use crate::AppError;

/// What a granted declaration leads to.
pub(super) enum Vervolg {
    /// The pupil stays at the school that asked: that decides on its own lessons (WVO 2.42 lid 4).
    ZelfdeSchool,
    /// The school of practical education decides, which can be the one that asked (WVO 2.30 lid 7).
    Praktijkschool,
    /// The pupil is at such a school already, and the declaration follows on another.
    Verlengd,
    /// The school that asked is the one at which the child is registered for such a place.
    Aangemeld,
    /// The parents still register the child somewhere.
    NogAanmelden,
}

impl Schrijver<'_> {
    /// What follows on a granted declaration.
    pub(super) fn vervolg(&self, aanvraag: &TlvAanvraag) -> Vervolg {
        match aanvraag.soort {
            TlvSoort::Lwoo => Vervolg::ZelfdeSchool,
            TlvSoort::Pro => Vervolg::Praktijkschool,
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso if aanvraag.verlenging_van.is_some() => {
                Vervolg::Verlengd
            }
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso => {
                let mut registered = self.dossier.aanmeldingen.iter().filter(|aanmelding| {
                    aanmelding.vestiging == aanvraag.vestiging && aanmelding.afloop.is_none()
                });
                if registered.any(|aanmelding| gives(aanmelding.schoolsoort, aanvraag.soort)) {
                    Vervolg::Aangemeld
                } else {
                    Vervolg::NogAanmelden
                }
            }
        }
    }

    /// What comes after a declaration that was granted.
    pub(super) fn after_grant(
        &self,
        lezer: Lezer,
        aanvraag: &TlvAanvraag,
    ) -> Result<NietLeeg<Tekst>, AppError> {
        match lezer {
            Lezer::Ouders => self.for_parents(&self.vervolg(aanvraag)),
            Lezer::School => self.for_school(&self.vervolg(aanvraag)),
        }
    }

    /// A declaration can run on after the age at which a pupil leaves the school: the place ends by age, and the letter says so.
    pub(super) fn with_end_by_age(
        &self,
        told: NietLeeg<Tekst>,
        soort: TlvSoort,
        tot_en_met: Date,
    ) -> Result<NietLeeg<Tekst>, AppError> {
        let born = self.dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
        let (Some(naam), Some(born)) = (laatste_leeftijd(soort), born) else { return Ok(told) };
        let age = self.wetten().op(tot_en_met).aantal(naam)?;
        let reached = i16::try_from(age).ok().and_then(|age| dates::birthday(born, age));
        let Some(last) = reached.map(|day| Schooljaar::of(day).last_day()).filter(|last| *last < tot_en_met)
        else {
            return Ok(told);
        };
        let mut all = Vec::from(told);
        all.push(tekst(format!(
            "Let op: een leerling gaat weg van zo'n school aan het eind van het schooljaar waarin hij {age} jaar wordt{}. \
             Voor {} is dat op {}. De plek eindigt dan eerder dan de TLV.",
            if self.wetten().op(tot_en_met).can_stay_longer(soort) {
                ", tenzij de Inspectie langer toestaat"
            } else {
                ""
            },
            self.kind(),
            dates::long_nl(last)
        ))?);
        minstens_een(all)
    }

    fn for_parents(&self, vervolg: &Vervolg) -> Result<NietLeeg<Tekst>, AppError> {
        let (kind, school) = (self.kind(), &self.zaak.schoolnaam);
        match vervolg {
            Vervolg::ZelfdeSchool => lijst([format!(
                "{school} beslist nu, na overleg met u, of {kind} deze hulp krijgt. Daar is geen andere \
                 school voor nodig."
            )]),
            Vervolg::Praktijkschool => lijst([
                format!(
                    "Een TLV is nog geen plek op een school. De school voor praktijkonderwijs beslist, na \
                     overleg met u, of zij {kind} toelaat."
                ),
                format!(
                    "Is dat {school}? Dan hoeft u {kind} niet nog een keer aan te melden. Anders meldt u {kind} \
                     aan bij een school voor praktijkonderwijs die u goed vindt. {school} helpt u daarbij."
                ),
            ]),
            Vervolg::Verlengd => lijst([format!(
                "{kind} kan met deze TLV blijven op een school die hierbij past. U hoeft {kind} op {school} \
                 niet opnieuw aan te melden."
            )]),
            Vervolg::Aangemeld => lijst([format!(
                "Een TLV is nog geen plek op een school. U heeft {kind} aangemeld op {school}. Die school \
                 beslist nu over uw aanmelding. U hoeft {kind} daar niet opnieuw aan te melden. Een andere \
                 school kiezen mag ook."
            )]),
            Vervolg::NogAanmelden => lijst([format!(
                "Een TLV is nog geen plek op een school. U meldt {kind} aan bij een school die u goed \
                 vindt. {school} helpt u daarbij."
            )]),
        }
    }

    fn for_school(&self, vervolg: &Vervolg) -> Result<NietLeeg<Tekst>, AppError> {
        let kind = self.kind();
        let noted = match vervolg {
            Vervolg::ZelfdeSchool => "Zet het nummer van dit besluit in uw leerlingenadministratie.",
            Vervolg::Praktijkschool | Vervolg::Verlengd | Vervolg::Aangemeld => {
                "Zet de TLV in uw leerlingenadministratie."
            }
            Vervolg::NogAanmelden => {
                "Zet de TLV in uw leerlingenadministratie. De nieuwe school heeft het nummer nodig."
            }
        };
        let now = match vervolg {
            Vervolg::ZelfdeSchool => format!(
                "U beslist nu, na overleg met de ouders, of u {kind} leerwegondersteunend onderwijs geeft."
            ),
            Vervolg::Praktijkschool => format!(
                "Geeft uw school praktijkonderwijs? Dan beslist u nu, na overleg met de ouders, of u {kind} \
                 toelaat. Geeft u dat niet? Help de ouders dan bij de aanmelding op een andere school."
            ),
            Vervolg::Verlengd => format!("{kind} kan met deze TLV op uw school blijven."),
            Vervolg::Aangemeld => format!("{kind} is bij u aangemeld. U beslist nu over die aanmelding."),
            Vervolg::NogAanmelden => format!(
                "De ouders melden {kind} aan bij een school die zij goed vinden. Wij vragen u om hen daarbij \
                 te helpen."
            ),
        };
        lijst([now, noted.to_owned()])
    }

    /// What comes after a refusal. No act says that the school that asked answers for a place: that follows from a registration or
    /// from being enrolled, and of that the letter speaks.
    pub(super) fn after_refusal(&self, aanvraag: &TlvAanvraag) -> Result<NietLeeg<Tekst>, AppError> {
        lijst([
            self.where_the_child_is(aanvraag),
            "Verandert er iets? Dan kan de school het opnieuw aanvragen.".to_owned(),
        ])
    }

    /// Where the child stands without a declaration: enrolled at the school that asked, or not.
    pub(super) fn where_the_child_is(&self, aanvraag: &TlvAanvraag) -> String {
        let (kind, school) = (self.kind(), &aanvraag.schoolnaam);
        let enrolled =
            self.dossier.inschrijving_op(self.vandaag).is_some_and(|i| i.vestiging == aanvraag.vestiging);
        if enrolled {
            format!(
                "{kind} blijft ingeschreven op {school}. Wij vragen de school om met de ouders te bespreken wat er nu kan."
            )
        } else {
            format!(
                "Loopt de aanmelding van {kind} op {school} nog? Dan moet die school daar nog over beslissen. \
                 Wij vragen de school om met de ouders te bespreken wat er nu kan."
            )
        }
    }
}

/// A school of this kind can give the place for which a declaration is.
fn gives(school: Schoolsoort, soort: TlvSoort) -> bool {
    match soort {
        TlvSoort::Sbo => school == Schoolsoort::Sbo,
        TlvSoort::So => matches!(school, Schoolsoort::So | Schoolsoort::SoVso),
        TlvSoort::Vso => matches!(school, Schoolsoort::Vso | Schoolsoort::SoVso),
        TlvSoort::Pro | TlvSoort::Lwoo => school == Schoolsoort::Vo,
    }
}
