//! What can be done with one registration, each with its address, its words and its form.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use dossier::Refusal;
use dossier::aanmelding::staat::Opschorting;
use dossier::beurt::Onderwerp;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::soort::Inleverwijze;
use dossier::staat::Aanmelding;
use teksten::{Taal, zaak};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::Fouten;

use super::handelingen::Doen;
use super::{afloop, daarna, samen, termijn, weigeren};
use crate::paginas::processen::Actvorm;
use crate::weg::scholen::gekozen;
use crate::weg::vorm::Vorm;
use crate::weg::werk::Werk;
use crate::weg::{Begin, Stap, lees_daad, lees_uit};

/// Something to do with one registration.
#[derive(Debug, Clone)]
pub(super) struct AanmeldingStap {
    /// The registration as it stands.
    pub(super) aanmelding: Aanmelding,
    /// What.
    pub(super) doen: Doen,
    /// In which language whoever does it reads.
    pub(super) taal: Taal,
}

impl AanmeldingStap {
    /// This step on a registration that this person may see.
    pub(super) fn of(werk: &Werk, nr: u32, code: &str) -> Result<Self, Fout> {
        let doen = Doen::from_code(code).ok_or(Fout::NietGevonden)?;
        Ok(Self { aanmelding: werk.aanmelding(nr)?.clone(), doen, taal: werk.taal() })
    }

    /// The act with nothing wrong in what a person types: what the core has against it then stands in the file or in
    /// the law. None where only a person can tell.
    fn proef(&self, werk: &Werk) -> Option<Opdracht> {
        match self.doen {
            Doen::Antwoord
            | Doen::Toelaten
            | Doen::Weigeren
            | Doen::Feitelijk
            | Doen::Ontvangstdatum
            | Doen::Herroepen
            | Doen::ZonderOuder => None,
            Doen::Behoefte
            | Doen::InformatieOntvangen
            | Doen::Tijdelijk
            | Doen::Verklaring
            | Doen::Plek
            | Doen::VerklaringNagaan
            | Doen::NietGekomen
            | Doen::Gekomen
            | Doen::Opp
            | Doen::Oppakken
            | Doen::Aanbod
            | Doen::Informatie
            | Doen::Verlengen
            | Doen::BuitenBehandeling
            | Doen::Doorgaan
            | Doen::Intrekken => werk.proefdaad(self.opdracht(), self.aanmelding.nr),
        }
    }
}

/// An act of a registration, to be put right in its own form.
pub(super) fn verbeter(werk: &Werk, act: &Opdracht) -> Option<Actvorm> {
    let doen = *Doen::ALL.iter().find(|doen| doen.opdracht() == act.welke())?;
    let Onderwerp::Aanmelding(nr) = werk.open.over_zaak(act)? else { return None };
    let aanmelding = werk.aanmelding(nr).ok()?.clone();
    Some(Box::new(AanmeldingStap { aanmelding, doen, taal: werk.taal() }))
}

impl Stap for AanmeldingStap {
    fn opdracht(&self) -> Opdrachtnaam {
        self.doen.opdracht()
    }

    fn over(&self) -> Option<u64> {
        Some(self.aanmelding.nr.into())
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn titel(&self) -> String {
        self.taal.zeg(self.doen.tekst())
    }

    fn begin(&self, werk: &Werk) -> Begin {
        let vandaag = werk.vandaag().to_string();
        match self.doen {
            Doen::InformatieOntvangen => {
                let handed = self.aanmelding.open_opschorting().and_then(Opschorting::te_bekijken);
                let handed = handed.filter(|handed| handed.wijze == Inleverwijze::Hier);
                vec![("op".into(), handed.map_or(vandaag, |handed| handed.op.to_string()))]
            }
            Doen::Opp => vec![("op".into(), vandaag)],
            Doen::Tijdelijk => {
                let right = self.aanmelding.tijdelijk_recht.uitkomst.vanaf;
                let begins = right.filter(|vanaf| *vanaf <= werk.vandaag());
                vec![("per".into(), begins.map_or(vandaag, |begins| begins.to_string()))]
            }
            Doen::Toelaten => afloop::toelaten_begin(&self.aanmelding, werk),
            Doen::Ontvangstdatum => termijn::ontvangstdatum_begin(&self.aanmelding),
            Doen::Informatie => vec![("tot_en_met".into(), termijn::usual_reply(werk).to_string())],
            Doen::Gekomen => vec![("op".into(), afloop::came_on(&self.aanmelding, werk).to_string())],
            Doen::Weigeren => weigeren::begin(&self.aanmelding, werk),
            Doen::Behoefte
            | Doen::Antwoord
            | Doen::Verklaring
            | Doen::Plek
            | Doen::VerklaringNagaan
            | Doen::NietGekomen
            | Doen::Aanbod
            | Doen::Verlengen
            | Doen::BuitenBehandeling
            | Doen::Intrekken
            | Doen::Doorgaan
            | Doen::ZonderOuder
            | Doen::Feitelijk
            | Doen::Herroepen
            | Doen::Oppakken => Vec::new(),
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
            Doen::Ontvangstdatum => termijn::ontvangstdatum_vorm(aanmelding, werk),
            Doen::Aanbod => afloop::aanbod_vorm(aanmelding, werk),
            Doen::Antwoord => afloop::antwoord_vorm(aanmelding, werk),
            Doen::Verklaring => afloop::verklaring_vorm(),
            Doen::Plek => afloop::plek_vorm(&self.aanmelding),
            Doen::VerklaringNagaan => afloop::verklaring_nagaan_vorm(),
            Doen::NietGekomen => daarna::niet_gekomen_vorm(),
            Doen::Gekomen => daarna::gekomen_vorm(),
            Doen::Opp => daarna::opp_vorm(aanmelding),
            Doen::Oppakken => daarna::oppakken_vorm(),
            Doen::Toelaten => afloop::toelaten_vorm(aanmelding, werk, getypt),
            Doen::Tijdelijk => afloop::tijdelijk_vorm(aanmelding),
            Doen::Intrekken => afloop::intrekken_vorm(aanmelding, werk),
            Doen::Doorgaan => samen::doorgaan_vorm(aanmelding, werk),
            Doen::ZonderOuder => samen::zonder_ouder_vorm(aanmelding, werk),
            Doen::Feitelijk => daarna::feitelijk_vorm(aanmelding, werk),
            Doen::Weigeren => weigeren::vorm(aanmelding, werk, getypt),
            Doen::Herroepen => weigeren::herroepen_vorm(aanmelding, werk),
        }
    }

    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        if self.doen == Doen::Antwoord {
            let vorm = self.vorm(werk, formulier).in_taal(self.taal);
            return afloop::antwoord(&self.aanmelding, werk, vorm.velden(), formulier);
        }
        if matches!(self.doen, Doen::Aanbod | Doen::Weigeren) {
            return lees_uit(self, werk, formulier, &|veld| gekozen(formulier, veld));
        }
        lees_daad(self, werk, formulier)
    }

    /// What the core has against it, whatever is typed. What it has against a value of a field is no obstacle: the
    /// value can be changed; except for a temporary place, whose day is not chosen freely.
    fn belemmering(&self, werk: &Werk) -> Option<Refusal> {
        // That the child has its place, came, or has its plan is seen only afterwards.
        let later = [Doen::NietGekomen, Doen::Gekomen, Doen::Opp, Doen::Oppakken, Doen::Herroepen];
        let withdrawn = self.aanmelding.verklaring_na_te_gaan().is_some();
        let afterwards = later.contains(&self.doen)
            || self.doen == Doen::Plek && self.aanmelding.is_zonder_plek()
            || self.doen == Doen::VerklaringNagaan && withdrawn;
        if let Some(afgerond) = self.aanmelding.afgerond().filter(|_| !afterwards) {
            return Some(afgerond);
        }
        if self.doen == Doen::Weigeren {
            return weigeren::belemmering(&self.aanmelding, werk);
        }
        if self.doen == Doen::Antwoord && self.aanmelding.open_aanbod().is_none() {
            return Some(Refusal::field("aanbod", teksten::aanmelding::aanbod_niet_open()));
        }
        let refusal = werk.probeer(self.proef(werk)?).err()?;
        // What happened on the days before is typed.
        let day = self.doen == Doen::Tijdelijk && refusal.veld != Some("ertussen");
        (refusal.veld.is_none() || day).then_some(refusal)
    }

    fn terug(&self) -> Option<(String, String)> {
        let words = zaak::AanmeldingBij { school: &self.aanmelding.schoolnaam }.tekst();
        Some((self.taal.zeg(words), format!("aanmelding/{}", self.aanmelding.nr)))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres(&format!("aanmelding/{}?na={}", self.aanmelding.nr, self.doen.code()))
    }
}
