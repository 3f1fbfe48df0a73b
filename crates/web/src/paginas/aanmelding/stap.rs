//! What can be done with one registration, each with its address, its words and its form.

use app::AppError;
use app::dossiers::{Uitgevoerd, Uitvoering};
use dossier::Refusal;
use dossier::gebeurtenis::aanmelding::{BereidGevonden, Overleg};
use dossier::opdracht::Opdracht;
use dossier::opdracht::aanmelding::{
    OntvangInformatie, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn, VraagInformatie,
};
use dossier::opdracht::aanmelding_afloop::{DoeAanbod, StelBuitenBehandeling, TrekAanmeldingIn};
use dossier::staat::Aanmelding;

use super::blad::{Begin, Stap};
use super::vorm::Vorm;
use super::werk::Werk;
use super::{afloop, termijn, weigeren};
use crate::error::Fout;
use crate::form::Formulier;
use crate::onderdelen::Fouten;

/// One thing that can be done with a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doen {
    /// Assess the need.
    Behoefte,
    /// Ask for information.
    Informatie,
    /// Record what came of that.
    InformatieOntvangen,
    /// Extend the term.
    Verlengen,
    /// Offer another school.
    Aanbod,
    /// Answer that offer.
    Antwoord,
    /// Admit.
    Toelaten,
    /// Give a temporary place.
    Tijdelijk,
    /// Refuse.
    Weigeren,
    /// Record that the child was turned away without a decision.
    Feitelijk,
    /// Do not handle.
    BuitenBehandeling,
    /// Withdraw.
    Intrekken,
    /// Correct the day of receipt.
    Ontvangstdatum,
}

/// Everything that can be done, in the order in which a page shows it.
pub(super) const ALLES: [Doen; 13] = [
    Doen::Behoefte,
    Doen::Antwoord,
    Doen::InformatieOntvangen,
    Doen::Tijdelijk,
    Doen::Toelaten,
    Doen::Aanbod,
    Doen::Informatie,
    Doen::Verlengen,
    Doen::Weigeren,
    Doen::BuitenBehandeling,
    Doen::Intrekken,
    Doen::Feitelijk,
    Doen::Ontvangstdatum,
];

/// Words of one thing that can be done.
struct Woorden {
    /// Last part of the address.
    code: &'static str,
    /// The command in the access matrix.
    opdracht: &'static str,
    /// What a person can do, as a link and as the heading of the form.
    doen: &'static str,
    /// In one line, what it means.
    uitleg: &'static str,
    /// What happened, afterwards.
    gedaan: &'static str,
}

impl Doen {
    #[expect(clippy::too_many_lines, reason = "a table of words, one entry per step")]
    fn woorden(self) -> Woorden {
        let woorden = |code, opdracht, doen, uitleg, gedaan| Woorden { code, opdracht, doen, uitleg, gedaan };
        match self {
            Self::Behoefte => woorden(
                "behoefte",
                "stel_behoefte_vast",
                "Vaststellen wat het kind nodig heeft",
                "Is er extra ondersteuning nodig? Dit komt voor elke beslissing.",
                "Vastgelegd wat het kind nodig heeft.",
            ),
            Self::Informatie => woorden(
                "informatie",
                "vraag_informatie",
                "De ouders om informatie vragen",
                "De termijn staat dan stil. De ouders krijgen een brief.",
                "Het verzoek is gemaakt. De termijn staat stil.",
            ),
            Self::InformatieOntvangen => woorden(
                "informatie-ontvangen",
                "ontvang_informatie",
                "Vastleggen of de informatie er is",
                "Daarna loopt de termijn weer.",
                "Vastgelegd. De termijn loopt weer.",
            ),
            Self::Verlengen => woorden(
                "verlengen",
                "verleng_beslistermijn",
                "De termijn verlengen",
                "Dat kan één keer. U ziet eerst wat de nieuwe laatste dag wordt.",
                "De termijn is verlengd. De ouders krijgen een brief.",
            ),
            Self::Aanbod => woorden(
                "aanbod",
                "doe_aanbod",
                "Een plek op een andere school aanbieden",
                "Een school die het kind wil toelaten. De ouders mogen ja of nee zeggen.",
                "Het aanbod is gedaan. De ouders krijgen een brief.",
            ),
            Self::Antwoord => woorden(
                "antwoord",
                "aanvaard_aanbod",
                "Antwoord geven op het aanbod",
                "Ja of nee op de plek op een andere school.",
                "Het antwoord is vastgelegd.",
            ),
            Self::Toelaten => woorden(
                "toelaten",
                "laat_toe",
                "Het kind toelaten",
                "Vanaf welke dag, en in welke groep.",
                "Het kind is toegelaten. De ouders krijgen een brief.",
            ),
            Self::Tijdelijk => woorden(
                "tijdelijk",
                "plaats_tijdelijk",
                "Het kind tijdelijk plaatsen",
                "Er is niet op tijd beslist: het kind heeft recht op een tijdelijke plek.",
                "Het kind is tijdelijk geplaatst.",
            ),
            Self::Weigeren => woorden(
                "weigeren",
                "weiger",
                "Weigeren",
                "U ziet eerst wat de wet vraagt en wat er al is.",
                "Het kind is geweigerd. De ouders krijgen een brief met hun rechten.",
            ),
            Self::Feitelijk => woorden(
                "zonder-besluit",
                "meld_feitelijke_weigering",
                "Melden: er is geweigerd zonder besluit",
                "Als een kind is weggestuurd zonder dat de school netjes besliste.",
                "Vastgelegd: er is geweigerd zonder besluit. De zorgplicht blijft bij de school.",
            ),
            Self::BuitenBehandeling => woorden(
                "buiten-behandeling",
                "stel_buiten_behandeling",
                "Niet verder behandelen",
                "Als de gevraagde informatie niet op tijd kwam.",
                "De aanmelding wordt niet verder behandeld. De ouders krijgen een brief.",
            ),
            Self::Intrekken => woorden(
                "intrekken",
                "trek_aanmelding_in",
                "De aanmelding intrekken",
                "Alleen als de ouders dat zelf willen.",
                "De aanmelding is ingetrokken.",
            ),
            Self::Ontvangstdatum => woorden(
                "ontvangstdatum",
                "corrigeer_ontvangst",
                "De datum van ontvangst verbeteren",
                "Alle termijnen worden dan opnieuw berekend.",
                "De datum is verbeterd en de termijnen zijn opnieuw berekend.",
            ),
        }
    }

    /// By the last part of its address.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        ALLES.into_iter().find(|doen| doen.code() == code)
    }

    /// Last part of its address.
    pub(super) fn code(self) -> &'static str {
        self.woorden().code
    }

    /// What a person can do, in words.
    pub(super) fn tekst(self) -> &'static str {
        self.woorden().doen
    }

    /// What it means, in one line.
    pub(super) fn uitleg(self) -> &'static str {
        self.woorden().uitleg
    }

    /// What happened, afterwards.
    pub(super) fn gedaan(self) -> &'static str {
        self.woorden().gedaan
    }

    /// The command in the access matrix.
    pub(super) fn opdracht(self) -> &'static str {
        self.woorden().opdracht
    }
}

/// Something to do with one registration.
#[derive(Debug, Clone)]
pub(super) struct AanmeldingStap {
    /// The registration as it stands.
    pub(super) aanmelding: Aanmelding,
    /// What.
    pub(super) doen: Doen,
}

impl AanmeldingStap {
    /// This step on a registration that this person may see.
    pub(super) fn of(werk: &Werk, nr: u32, code: &str) -> Result<Self, Fout> {
        let doen = Doen::from_code(code).ok_or(Fout::NietGevonden)?;
        Ok(Self { aanmelding: werk.aanmelding(nr)?.clone(), doen })
    }

    /// A command of this kind in which everything that a person types is right: what the core has against it
    /// then stands in the file or in the law. None where only a person can tell.
    fn proef(&self, werk: &Werk) -> Option<Opdracht> {
        let aanmelding = self.aanmelding.nr;
        let iets = || "proef".to_owned();
        let vandaag = werk.vandaag();
        let morgen = base::dates::plus_days(vandaag, 1).unwrap_or(vandaag);
        Some(match self.doen {
            Doen::Behoefte => StelBehoefteVast {
                aanmelding,
                extra_ondersteuning: true,
                alleen_taal: false,
                toelichting: iets(),
            }
            .into(),
            Doen::Informatie => {
                VraagInformatie { aanmelding, wat: vec![iets()], waarom: iets(), tot_en_met: morgen }.into()
            }
            Doen::InformatieOntvangen => OntvangInformatie { aanmelding, op: vandaag, compleet: true }.into(),
            Doen::Verlengen => VerlengBeslistermijn { aanmelding, reden: iets() }.into(),
            Doen::Aanbod => {
                let bereid = BereidGevonden {
                    schoolnaam: iets(),
                    vestiging: None,
                    bereid_op: vandaag,
                    bewijs: iets(),
                };
                let overleg = Overleg { op: vandaag, met: iets(), uitkomst: iets() };
                let andere_mogelijkheden = Vec::new();
                DoeAanbod {
                    aanmelding,
                    school: bereid,
                    wat: iets(),
                    per: morgen,
                    andere_mogelijkheden,
                    overleg,
                }
                .into()
            }
            Doen::Tijdelijk => PlaatsTijdelijk { aanmelding, per: vandaag, groep: String::new() }.into(),
            Doen::BuitenBehandeling => StelBuitenBehandeling { aanmelding, reden: iets() }.into(),
            Doen::Intrekken => TrekAanmeldingIn { aanmelding, reden: iets() }.into(),
            Doen::Antwoord | Doen::Toelaten | Doen::Weigeren | Doen::Feitelijk | Doen::Ontvangstdatum => {
                return None;
            }
        })
    }

    /// This step makes no sense now and needs no explanation: nobody answers an offer that was not made.
    pub(super) fn is_beside_the_point(&self) -> bool {
        let aanmelding = &self.aanmelding;
        let asked = !aanmelding.opschortingen.is_empty();
        aanmelding.afloop.is_some()
            || match self.doen {
                Doen::Antwoord => aanmelding.open_aanbod().is_none(),
                Doen::InformatieOntvangen => aanmelding.open_opschorting().is_none(),
                Doen::Informatie => aanmelding.open_opschorting().is_some(),
                Doen::BuitenBehandeling => !asked,
                Doen::Tijdelijk => {
                    aanmelding.tijdelijke_plaatsing.is_some() || !aanmelding.tijdelijk_recht.uitkomst.recht
                }
                _ => false,
            }
    }
}

impl Stap for AanmeldingStap {
    type Gelezen = Opdracht;

    fn opdracht(&self) -> &'static str {
        self.doen.opdracht()
    }

    fn formulier(&self) -> Option<String> {
        Some(format!("aanmelding-{}-{}", self.aanmelding.nr, self.doen.code()))
    }

    fn titel(&self) -> String {
        self.doen.tekst().to_owned()
    }

    fn begin(&self, werk: &Werk) -> Begin {
        let vandaag = werk.vandaag().to_string();
        match self.doen {
            Doen::InformatieOntvangen => vec![("op".into(), vandaag)],
            Doen::Tijdelijk => vec![("per".into(), vandaag)],
            Doen::Toelaten => vec![("per".into(), afloop::first_day(&self.aanmelding, werk).to_string())],
            Doen::Ontvangstdatum => vec![("ontvangen_op".into(), self.aanmelding.ontvangen_op.to_string())],
            _ => Vec::new(),
        }
    }

    fn vorm(&self, werk: &Werk, getypt: &Formulier) -> Vorm {
        let aanmelding = &self.aanmelding;
        match self.doen {
            Doen::Behoefte => termijn::behoefte_vorm(aanmelding, werk),
            Doen::Informatie => termijn::informatie_vorm(aanmelding, werk, getypt),
            Doen::InformatieOntvangen => termijn::ontvangen_vorm(aanmelding),
            Doen::Verlengen => termijn::verlengen_vorm(aanmelding, werk),
            Doen::BuitenBehandeling => termijn::buiten_behandeling_vorm(aanmelding, werk),
            Doen::Ontvangstdatum => termijn::ontvangstdatum_vorm(),
            Doen::Aanbod => afloop::aanbod_vorm(aanmelding, werk),
            Doen::Antwoord => afloop::antwoord_vorm(aanmelding, werk),
            Doen::Toelaten => afloop::toelaten_vorm(aanmelding, werk),
            Doen::Tijdelijk => afloop::tijdelijk_vorm(aanmelding),
            Doen::Intrekken => afloop::intrekken_vorm(aanmelding, werk),
            Doen::Feitelijk => afloop::feitelijk_vorm(aanmelding, werk),
            Doen::Weigeren => weigeren::vorm(aanmelding, werk, getypt),
        }
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        let nr = self.aanmelding.nr;
        match self.doen {
            Doen::Behoefte => termijn::behoefte(nr, formulier),
            Doen::Informatie => termijn::informatie(nr, formulier),
            Doen::InformatieOntvangen => termijn::ontvangen(nr, formulier),
            Doen::Verlengen => termijn::verlengen(nr, formulier),
            Doen::BuitenBehandeling => termijn::buiten_behandeling(nr, formulier),
            Doen::Ontvangstdatum => termijn::ontvangstdatum(nr, formulier),
            Doen::Aanbod => afloop::aanbod(nr, formulier),
            Doen::Antwoord => afloop::antwoord(&self.aanmelding, werk, formulier),
            Doen::Toelaten => afloop::toelaten(nr, formulier),
            Doen::Tijdelijk => afloop::tijdelijk(nr, formulier),
            Doen::Intrekken => afloop::intrekken(nr, werk, formulier),
            Doen::Feitelijk => afloop::feitelijk(nr, formulier),
            Doen::Weigeren => weigeren::lees(&self.aanmelding, werk, formulier),
        }
    }

    async fn voer_uit(
        &self,
        werk: &Werk,
        opdracht: Opdracht,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        werk.execute(opdracht, uitvoering).await
    }

    /// What the core has against it, whatever is typed. What it has against a value of a field is no obstacle: the
    /// value can be changed; except for a temporary place, whose day is not chosen freely.
    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        if self.doen == Doen::Weigeren {
            return weigeren::belemmering(&self.aanmelding);
        }
        let refusal = werk.probeer(self.proef(werk)?).err()?;
        (refusal.veld.is_none() || self.doen == Doen::Tijdelijk).then_some(refusal)
    }

    fn terug(&self) -> (String, String) {
        (
            format!("Aanmelding bij {}", self.aanmelding.schoolnaam),
            format!("aanmelding/{}", self.aanmelding.nr),
        )
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        format!("{}?na={}", werk.adres(&self.terug().1), self.doen.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_an_address_of_its_own_and_a_command_of_the_core() {
        for doen in ALLES {
            assert_eq!(Doen::from_code(doen.code()), Some(doen));
            assert!(dossier::opdracht::OPDRACHTEN.contains(&doen.opdracht()), "{}", doen.opdracht());
        }
    }
}
