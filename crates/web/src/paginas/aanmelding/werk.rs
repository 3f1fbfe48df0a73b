//! A file as somebody works on it: what they may see, what they may do, and what the law would answer.

use app::AppError;
use app::concepten::Formulierplek;
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::kind::Kindbeeld;
use base::{Date, DossierNummer};
use dossier::opdracht::{Besluitvorming, Opdracht, Vaststelling};
use dossier::staat::{Aanmelding, Schorsing, Verwijdering};
use dossier::toegang::{Betrokkenheid, Deel};
use dossier::{Dossier, Refusal, Rol};
use verband::Beleid;

use crate::error::Fout;
use crate::pagina::Pagina;
use crate::session::Kijker;
use crate::state::WebState;

/// One file in the hands of one person.
pub(in crate::paginas) struct Werk {
    /// What this person may see of it.
    pub(in crate::paginas) beeld: Kindbeeld,
    /// Who works on it.
    pub(in crate::paginas) kijker: Kijker,
    /// The program.
    pub(in crate::paginas) state: WebState,
    dossier: Dossier,
    betrokken: Vec<Betrokkenheid>,
    beleid: Beleid,
}

impl Werk {
    /// Opens a file; not found for whoever may see none of it. What is shown of it is logged by [`Self::log`].
    pub(in crate::paginas) async fn open(
        state: &WebState,
        kijker: &Kijker,
        nummer: &str,
    ) -> Result<Self, Fout> {
        let nummer: DossierNummer = nummer.parse().map_err(|_| Fout::NietGevonden)?;
        let (dossier, betrokken) = state.app.dossier_for(&kijker.kijker, &nummer, kijker.moment).await?;
        let beeld = state.app.kind(&kijker.kijker, &nummer, kijker.moment).await?;
        Ok(Self {
            beeld,
            kijker: kijker.clone(),
            state: state.clone(),
            dossier,
            betrokken,
            beleid: Beleid::default(),
        })
    }

    /// Logs that these parts are about to be shown, as far as this person may read them.
    pub(in crate::paginas) async fn log(&self, delen: &[Deel], doel: &'static str) -> Result<(), Fout> {
        let shown: Vec<Deel> = delen.iter().copied().filter(|deel| self.beeld.leest(*deel)).collect();
        let Kijker { kijker, moment, .. } = &self.kijker;
        Ok(self.state.app.log_read(kijker, &self.beeld.nummer, &shown, doel, *moment).await?)
    }

    /// Today in the Netherlands.
    pub(in crate::paginas) fn vandaag(&self) -> Date {
        self.kijker.moment.vandaag
    }

    /// A parent or pupil works on it.
    pub(in crate::paginas) fn is_gezin(&self) -> bool {
        matches!(self.kijker.kijker.actor.rol, Rol::Ouder | Rol::Leerling)
    }

    /// This person's role may give a command on this file now.
    pub(in crate::paginas) fn mag(&self, opdracht: &str) -> bool {
        self.beeld.mag.contains(opdracht) && !self.beeld.alleen_lezen
    }

    /// Refuses unless this person's role may give a command, in the words of the access matrix.
    pub(in crate::paginas) fn vereis(&self, opdracht: &str) -> Result<(), Fout> {
        let kijker = &self.kijker.kijker;
        let toegang = self.state.app.matrix.mag(kijker, &self.betrokken, opdracht, self.vandaag());
        if toegang.toegestaan { Ok(()) } else { Err(AppError::Forbidden { reden: toegang.reden }.into()) }
    }

    /// The circumstances in which a command would be decided now.
    pub(in crate::paginas) fn besluitvorming(&self) -> Besluitvorming<'_> {
        Besluitvorming {
            wet: &self.state.app.wet,
            beleid: &self.beleid,
            vandaag: self.vandaag(),
            actor: &self.kijker.kijker.actor,
        }
    }

    /// What would come of a command. Nothing is recorded.
    pub(in crate::paginas) fn probeer(
        &self,
        opdracht: impl Into<Opdracht>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        self.dossier.decide(&opdracht.into(), &self.besluitvorming())
    }

    /// Carries a command out.
    pub(in crate::paginas) async fn execute(
        &self,
        opdracht: Opdracht,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        let Kijker { kijker, moment, .. } = &self.kijker;
        self.state.app.execute(kijker, *moment, &self.beeld.nummer, vec![opdracht], uitvoering).await
    }

    /// The whole file, for what the view of it does not hold. Only what [`Self::beeld`] shows may be told.
    pub(in crate::paginas) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// A registration that this person may see.
    pub(in crate::paginas) fn aanmelding(&self, nr: u32) -> Result<&Aanmelding, Fout> {
        self.beeld.aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr).ok_or(Fout::NietGevonden)
    }

    /// A removal that this person may see.
    pub(in crate::paginas) fn verwijdering(&self, nr: u32) -> Result<&Verwijdering, Fout> {
        self.beeld.verwijderingen.iter().find(|verwijdering| verwijdering.nr == nr).ok_or(Fout::NietGevonden)
    }

    /// A suspension that this person may see.
    pub(in crate::paginas) fn schorsing(&self, nr: u32) -> Result<&Schorsing, Fout> {
        self.beeld.schorsingen.iter().find(|schorsing| schorsing.nr == nr).ok_or(Fout::NietGevonden)
    }

    /// Where the draft of a form on this file is kept: colleagues share it, each parent has their own.
    pub(in crate::paginas) fn plek(&self) -> Formulierplek {
        let nummer = self.beeld.nummer.clone();
        if self.is_gezin() { Formulierplek::Eigen(nummer) } else { Formulierplek::Gedeeld(nummer) }
    }

    /// An address about this child.
    pub(in crate::paginas) fn adres(&self, pad: &str) -> String {
        format!("/kind/{}/{pad}", self.beeld.nummer)
    }

    /// The page of this child: a family has one of its own.
    pub(in crate::paginas) fn kindpagina(&self) -> String {
        if self.is_gezin() {
            format!("/mijn/{}", self.beeld.nummer)
        } else {
            format!("/kind/{}", self.beeld.nummer)
        }
    }

    /// A page about this child.
    pub(in crate::paginas) fn page(&self, titel: impl Into<String>) -> Pagina {
        self.kijker.page(titel).sub(self.beeld.naam.clone()).below(self.beeld.naam.clone(), self.kindpagina())
    }
}
