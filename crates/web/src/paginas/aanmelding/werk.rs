//! A file as somebody works on it: what they may see, what they may do, and what the law would answer.

use app::AppError;
use app::concepten::{Conceptplek, Formulier};
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::geopend::Geopend;
use app::inzage::Doel;
use app::kind::Kindbeeld;
use base::{Date, DossierNummer};
use dossier::Refusal;
use dossier::opdracht::velden::Omgeving;
use dossier::opdracht::{Besluitvorming, Opdracht, Vaststelling, daad_van};
use dossier::staat::{Aanmelding, Schorsing, Verwijdering};
use verband::School;
use web_base::error::Fout;
use web_base::pagina::Pagina;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::kind::address_of;

/// One open file with the pages around it.
pub(in crate::paginas) struct Werk {
    /// The file.
    pub(in crate::paginas) open: Geopend,
    /// Who works on it.
    pub(in crate::paginas) kijker: Kijker,
    /// The program.
    pub(in crate::paginas) state: WebState,
    /// The school of whoever works on it, where they work at one.
    school: Option<School>,
}

impl Werk {
    /// Opens a file; not found for whoever may see none of it.
    pub(in crate::paginas) async fn open(
        state: &WebState,
        kijker: &Kijker,
        nummer: &str,
    ) -> Result<Self, Fout> {
        let nummer: DossierNummer = nummer.parse().map_err(|_| Fout::NietGevonden)?;
        let open = state.app.open(&kijker.kijker, &nummer, kijker.moment).await?;
        let school = state.app.eigen_school(&kijker.kijker, kijker.moment).await?;
        Ok(Self { open, kijker: kijker.clone(), state: state.clone(), school })
    }

    /// What this person may see of it.
    pub(in crate::paginas) fn beeld(&self) -> &Kindbeeld {
        self.open.beeld()
    }

    /// That this person sees it is written down before a page shows it.
    pub(in crate::paginas) async fn toon(&self, doel: Doel) -> Result<(), Fout> {
        self.open.toon(doel).await?;
        Ok(())
    }

    /// What an act is told besides what somebody types.
    pub(in crate::paginas) fn omgeving(&self) -> Omgeving<'_> {
        Omgeving { vandaag: self.vandaag(), school: self.school.as_ref() }
    }

    /// An act with declared fields in which nothing is wrong, to try it; none where only a person can make one.
    pub(in crate::paginas) fn proefdaad(&self, naam: &str, over: u32) -> Option<Opdracht> {
        (daad_van(naam)?.proef)(over, &self.omgeving())
    }

    /// Today in the Netherlands.
    pub(in crate::paginas) fn vandaag(&self) -> Date {
        self.kijker.moment.vandaag
    }

    /// A parent or pupil works on it.
    pub(in crate::paginas) fn is_gezin(&self) -> bool {
        self.open.is_gezin()
    }

    /// This person's role may give a command on this file now.
    pub(in crate::paginas) fn mag(&self, opdracht: &str) -> bool {
        self.open.mag(opdracht)
    }

    /// Refuses unless this person's role may give a command, in the words of the access matrix.
    pub(in crate::paginas) fn vereis(&self, opdracht: &str) -> Result<(), Fout> {
        Ok(self.open.vereis(opdracht)?)
    }

    /// The circumstances in which a command would be decided now.
    pub(in crate::paginas) fn besluitvorming(&self) -> Besluitvorming<'_> {
        self.open.besluitvorming()
    }

    /// What would come of a command. Nothing is recorded.
    pub(in crate::paginas) fn probeer(
        &self,
        opdracht: impl Into<Opdracht>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        self.open.proef(opdracht)
    }

    /// What the core has against an act on the enrolment of this child, whatever is typed.
    pub(in crate::paginas) fn try_as_enrolled(&self, naam: &str) -> Option<Refusal> {
        let elsewhere = || Refusal::new("niet_ingeschreven", teksten::verwijdering::niet_ingeschreven());
        match self.proefdaad(naam, 0).filter(|_| self.beeld().inschrijving.is_some()) {
            Some(opdracht) => self.probeer(opdracht).err().filter(|refusal| refusal.veld.is_none()),
            None => Some(elsewhere()),
        }
    }

    /// Carries a command out.
    pub(in crate::paginas) async fn execute(
        &self,
        opdracht: Opdracht,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        self.open.doe(opdracht, uitvoering).await
    }

    /// A registration that this person may see.
    pub(in crate::paginas) fn aanmelding(&self, nr: u32) -> Result<&Aanmelding, Fout> {
        self.beeld().aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr).ok_or(Fout::NietGevonden)
    }

    /// A removal that this person may see.
    pub(in crate::paginas) fn verwijdering(&self, nr: u32) -> Result<&Verwijdering, Fout> {
        self.beeld()
            .verwijderingen
            .iter()
            .find(|verwijdering| verwijdering.nr == nr)
            .ok_or(Fout::NietGevonden)
    }

    /// A suspension that this person may see.
    pub(in crate::paginas) fn schorsing(&self, nr: u32) -> Result<&Schorsing, Fout> {
        self.beeld().schorsingen.iter().find(|schorsing| schorsing.nr == nr).ok_or(Fout::NietGevonden)
    }

    /// The draft of a form on this file.
    pub(in crate::paginas) fn conceptplek(&self, formulier: &Formulier) -> Result<Conceptplek, Fout> {
        Ok(self.open.conceptplek(formulier)?)
    }

    /// An address about this child.
    pub(in crate::paginas) fn adres(&self, pad: &str) -> String {
        format!("/kind/{}/{pad}", self.beeld().nummer)
    }

    /// The page of the case that was begun, or one below it.
    pub(in crate::paginas) fn begonnen(&self, uitgevoerd: &Uitgevoerd, onder: &str) -> String {
        match uitgevoerd.onderwerp() {
            Some(onderwerp) => address_of(&self.beeld().nummer, &onderwerp.to_string()) + onder,
            None => self.kindpagina(),
        }
    }

    /// The page of this child: a family has one of its own.
    pub(in crate::paginas) fn kindpagina(&self) -> String {
        if self.is_gezin() {
            format!("/mijn/{}", self.beeld().nummer)
        } else {
            format!("/kind/{}", self.beeld().nummer)
        }
    }

    /// A page about this child.
    pub(in crate::paginas) fn page(&self, titel: impl Into<String>) -> Pagina {
        self.kijker
            .page(titel)
            .sub(self.beeld().naam.clone())
            .below(self.beeld().naam.clone(), self.kindpagina())
    }
}
