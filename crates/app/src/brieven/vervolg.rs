//! What follows on a decision on a request: who decides next, and whether the parents have to do something.

use base::{Date, Schooljaar, dates};
use documents::{Lezer, NietLeeg, Tekst};
use dossier::soort::TlvSoort;
use dossier::staat::TlvAanvraag;
use dossier::tlv::periode::laatste_leeftijd;
use dossier::tlv::vervolg::NaVerklaring;

use super::schrijver::Schrijver;
use super::woorden::{lijst, minstens_een, tekst};
use crate::AppError;

impl Schrijver<'_> {
    /// What follows on a granted declaration.
    pub(super) fn vervolg(&self, aanvraag: &TlvAanvraag) -> NaVerklaring {
        NaVerklaring::of(aanvraag, &self.dossier.aanmeldingen)
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

    fn for_parents(&self, vervolg: &NaVerklaring) -> Result<NietLeeg<Tekst>, AppError> {
        let (kind, school) = (self.kind(), &self.zaak.schoolnaam);
        match vervolg {
            NaVerklaring::ZelfdeSchool => lijst([format!(
                "{school} beslist nu, na overleg met u, of {kind} deze hulp krijgt. Daar is geen andere \
                 school voor nodig."
            )]),
            NaVerklaring::Praktijkschool => lijst([
                format!(
                    "Een TLV is nog geen plek op een school. De school voor praktijkonderwijs beslist, na \
                     overleg met u, of zij {kind} toelaat."
                ),
                format!(
                    "Is dat {school}? Dan hoeft u {kind} niet nog een keer aan te melden. Anders meldt u {kind} \
                     aan bij een school voor praktijkonderwijs die u goed vindt. {school} helpt u daarbij."
                ),
            ]),
            NaVerklaring::Verlengd => lijst([format!(
                "{kind} kan met deze TLV blijven op een school die hierbij past. U hoeft {kind} op {school} \
                 niet opnieuw aan te melden."
            )]),
            NaVerklaring::Aangemeld => lijst([format!(
                "Een TLV is nog geen plek op een school. U heeft {kind} aangemeld op {school}. Die school \
                 beslist nu over uw aanmelding. U hoeft {kind} daar niet opnieuw aan te melden. Een andere \
                 school kiezen mag ook."
            )]),
            NaVerklaring::NogAanmelden => lijst([format!(
                "Een TLV is nog geen plek op een school. U meldt {kind} aan bij een school die u goed \
                 vindt. {school} helpt u daarbij."
            )]),
        }
    }

    fn for_school(&self, vervolg: &NaVerklaring) -> Result<NietLeeg<Tekst>, AppError> {
        let kind = self.kind();
        let noted = match vervolg {
            NaVerklaring::ZelfdeSchool => "Zet het nummer van dit besluit in uw leerlingenadministratie.",
            NaVerklaring::Praktijkschool | NaVerklaring::Verlengd | NaVerklaring::Aangemeld => {
                "Zet de TLV in uw leerlingenadministratie."
            }
            NaVerklaring::NogAanmelden => {
                "Zet de TLV in uw leerlingenadministratie. De nieuwe school heeft het nummer nodig."
            }
        };
        let now = match vervolg {
            NaVerklaring::ZelfdeSchool => format!(
                "U beslist nu, na overleg met de ouders, of u {kind} leerwegondersteunend onderwijs geeft."
            ),
            NaVerklaring::Praktijkschool => format!(
                "Geeft uw school praktijkonderwijs? Dan beslist u nu, na overleg met de ouders, of u {kind} \
                 toelaat. Geeft u dat niet? Help de ouders dan bij de aanmelding op een andere school."
            ),
            NaVerklaring::Verlengd => format!("{kind} kan met deze TLV op uw school blijven."),
            NaVerklaring::Aangemeld => {
                format!("{kind} is bij u aangemeld. U beslist nu over die aanmelding.")
            }
            NaVerklaring::NogAanmelden => format!(
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
