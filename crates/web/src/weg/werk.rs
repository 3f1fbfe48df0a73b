//! A file as somebody works on it: what they may see, what they may do, and what the law would answer.

use app::AppError;
use app::concepten::{Conceptplek, Formulier};
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::geopend::Geopend;
use app::inzage::Doel;
use app::kind::Kindbeeld;
use base::{Date, DossierNummer, Sector};
use dossier::beurt::Onderwerp;
use dossier::opdracht::velden::Omgeving;
use dossier::opdracht::{Besluitvorming, Opdracht, Opdrachtnaam, Vaststelling, regels};
use dossier::toegang::Deel;
use dossier::{Refusal, Rol};
use teksten::{Taal, kind};
use verband::School;
use verband::beleid::MOST_REASON_LETTERS;
use web_base::error::Fout;
use web_base::onderdelen::{Melding, Meldingsoort};
use web_base::pagina::Pagina;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::gesloten::Bijkomend;

/// From whom it is secret where the child is, above every page of its file, for whoever works with it: who answers the telephone
/// must not have to look for it. A family reads of it on no page of its own.
pub(crate) fn geheim(beeld: &Kindbeeld, kijker: &Kijker) -> Option<Melding> {
    let family = matches!(kijker.kijker.actor.rol, Rol::Ouder | Rol::Leerling);
    if family {
        return None;
    }
    if !beeld.adres_geheim {
        let text = || Taal::Nl.zeg(kind::let_op_elders_geheim());
        return beeld.elders_geheim.then(|| Melding::new(Meldingsoort::LetOp, text()));
    }
    let named = beeld.mensen.iter().filter(|persoon| beeld.geheim_voor.contains(&persoon.nr));
    let wie = named.map(|persoon| persoon.naam.as_str()).collect::<Vec<_>>().join(", ");
    let text = match (wie.as_str(), beeld.geheim_voor.is_empty() && beeld.leest(Deel::A)) {
        ("", true) => kind::let_op_geheim_voor_iedereen(),
        ("", false) => kind::let_op_geheim(),
        (wie, _) => kind::LetOpGeheimVoor { wie }.tekst(),
    };
    Some(Melding::new(Meldingsoort::LetOp, Taal::Nl.zeg(text)))
}

/// One open file with the pages around it.
pub(crate) struct Werk {
    /// The file.
    pub(crate) open: Geopend,
    /// Who works on it.
    pub(crate) kijker: Kijker,
    /// The program.
    pub(crate) state: WebState,
    /// What forms ask besides the fields of their acts.
    pub(super) bijkomend: &'static Bijkomend,
    /// The school of whoever works on it, where they work at one.
    school: Option<School>,
}

/// A reason for an act that is only tried: as long as any policy asks. Nothing of it is recorded.
pub(crate) fn proefreden() -> String {
    "x".repeat(usize::from(MOST_REASON_LETTERS))
}

/// What an act is told besides what somebody types: the day, who acts, and the school of whoever works at one.
pub(crate) fn omgeving<'a>(kijker: &'a Kijker, school: Option<&'a School>) -> Omgeving<'a> {
    Omgeving { vandaag: kijker.moment.vandaag, school, actor: Some(&kijker.kijker.actor) }
}

impl Werk {
    /// Opens a file for pages whose forms ask this besides; not found for whoever may see none of it.
    pub(crate) async fn met(
        bijkomend: &'static Bijkomend,
        state: &WebState,
        kijker: &Kijker,
        nummer: &str,
    ) -> Result<Self, Fout> {
        let nummer: DossierNummer = nummer.parse().map_err(|_| Fout::NietGevonden)?;
        let open = state.app.open(&kijker.kijker, &nummer, kijker.moment).await?;
        let school = state.app.eigen_school(&kijker.kijker, kijker.moment).await?;
        Ok(Self { open, kijker: kijker.clone(), state: state.clone(), bijkomend, school })
    }

    /// The same file as it stands now: somebody was first.
    pub(crate) async fn opnieuw(&self) -> Result<Self, Fout> {
        let open = self.open.opnieuw().await?;
        let (kijker, state, school) = (self.kijker.clone(), self.state.clone(), self.school.clone());
        Ok(Self { open, kijker, state, bijkomend: self.bijkomend, school })
    }

    /// What this person may see of it.
    pub(crate) fn beeld(&self) -> &Kindbeeld {
        self.open.beeld()
    }

    /// That this person sees it is written down before a page shows it.
    pub(crate) async fn toon(&self, doel: Doel) -> Result<(), Fout> {
        self.toon_met(doel, &[]).await
    }

    /// The same, with the parts of facts that the page shows beside what its purpose shows.
    pub(crate) async fn toon_met(&self, doel: Doel, ernaast: &[Deel]) -> Result<(), Fout> {
        self.open.toon_met(doel, ernaast).await?;
        Ok(())
    }

    /// What an act is told besides what somebody types.
    pub(crate) fn omgeving(&self) -> Omgeving<'_> {
        omgeving(&self.kijker, self.school.as_ref())
    }

    /// An act with declared fields in which nothing is wrong, to try it; none where only a person can make one.
    pub(crate) fn proefdaad(&self, naam: Opdrachtnaam, over: u32) -> Option<Opdracht> {
        (naam.daad()?.proef)(over, &self.omgeving())
    }

    /// The language of its pages: as a family chose, Dutch for who works with files.
    pub(crate) fn taal(&self) -> Taal {
        self.kijker.taal()
    }

    /// Today in the Netherlands.
    pub(crate) fn vandaag(&self) -> Date {
        self.kijker.moment.vandaag
    }

    /// Where a requirement or a figure of law stands today, as pages cite it.
    pub(crate) fn artikel(&self, naam: &str) -> String {
        self.state.app.artikel(naam, self.vandaag())
    }

    /// The same in the law of a sector, where that has it.
    pub(crate) fn artikel_in(&self, naam: &str, sector: Sector) -> String {
        let own = regels::artikel(&self.besluitvorming(), naam, sector, self.vandaag());
        own.map_or_else(|| self.artikel(naam), |place| place.to_string())
    }

    /// What the law of a sector asks under this name, in the words of the corpus and with its article; none where it asks nothing of the kind.
    pub(crate) fn bepaling_in(&self, naam: &str, sector: Sector) -> Option<String> {
        let ctx = self.besluitvorming();
        let found = ctx.wet.bepaling(naam, sector, ctx.vandaag)?;
        Some(format!("{} ({})", found.tekst, found.bron.vindplaats))
    }

    /// A parent or pupil works on it.
    pub(crate) fn is_gezin(&self) -> bool {
        self.open.is_gezin()
    }

    /// This person's role may give a command on this file now.
    pub(crate) fn mag(&self, opdracht: Opdrachtnaam) -> bool {
        self.open.mag(opdracht.naam())
    }

    /// What this person can do with a case now, in the order in which it is offered.
    pub(crate) fn mogelijk(&self, over: Onderwerp) -> Vec<Opdrachtnaam> {
        self.open.mogelijk(over)
    }

    /// Refuses unless this person's role may give a command, in the words of the access matrix.
    pub(crate) fn vereis(&self, opdracht: Opdrachtnaam) -> Result<(), Fout> {
        Ok(self.open.vereis(opdracht.naam())?)
    }

    /// The circumstances in which a command would be decided now.
    pub(crate) fn besluitvorming(&self) -> Besluitvorming<'_> {
        self.open.besluitvorming()
    }

    /// What would come of a command as it stands. Nothing is recorded.
    pub(crate) fn probeer(&self, opdracht: impl Into<Opdracht>) -> Result<Vec<Vaststelling>, Refusal> {
        self.open.kan(opdracht)
    }

    /// Carries a command out.
    pub(crate) async fn execute(
        &self,
        opdracht: Opdracht,
        uitvoering: Uitvoering,
    ) -> Result<Uitgevoerd, AppError> {
        self.open.doe(opdracht, uitvoering).await
    }

    /// The draft of a form on this file.
    pub(crate) fn conceptplek(&self, formulier: &Formulier) -> Result<Conceptplek, Fout> {
        Ok(self.open.conceptplek(formulier)?)
    }

    /// An address about this child.
    pub(crate) fn adres(&self, pad: &str) -> String {
        format!("/kind/{}/{pad}", self.beeld().nummer)
    }

    /// The page of this child: a family has one of its own.
    pub(crate) fn kindpagina(&self) -> String {
        if self.is_gezin() {
            format!("/mijn/{}", self.beeld().nummer)
        } else {
            format!("/kind/{}", self.beeld().nummer)
        }
    }

    /// A page about this child.
    pub(crate) fn page(&self, titel: impl Into<String>) -> Pagina {
        self.kijker
            .page(titel)
            .sub(self.beeld().naam.clone())
            .below(self.beeld().naam.clone(), self.kindpagina())
            .messages(geheim(self.beeld(), &self.kijker))
    }
}
