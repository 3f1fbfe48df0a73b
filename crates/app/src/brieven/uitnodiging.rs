//! The invitation to the own page. The one-time code stands in no event and in no stored letter:
//! it comes in here, and goes out on paper.

use base::Date;
use documents::{Brief, PaginaLezer, UitnodigingEigenPagina};
use dossier::leven::leerling::LEERLING;
use dossier::{Actor, Dossier};

use super::schrijver::Schrijver;
use super::woorden::{lijst, minstens_een, tekst};
use super::zaak::Briefzaak;
use super::{geadresseerde, must_be_known};
use crate::vrijgave::Vrijgaven;
use crate::{App, AppError, Moment};

/// What stands in an invitation besides what the file knows.
#[derive(Debug, Clone, Copy)]
pub struct Uitnodiging<'a> {
    /// Who, by number in the file.
    pub persoon: u32,
    /// To whom there is a page already: the code is for a new password.
    pub nieuw_wachtwoord: bool,
    /// The code, as it can be read aloud.
    pub code: &'a str,
    /// Where to type it.
    pub webadres: &'a str,
    /// Last day on which it works.
    pub geldig_tot_en_met: Date,
}

/// What a parent finds on the own page.
const SHOWS_PARENT: [&str; 4] = [
    "wat er nu gebeurt, en wie er aan de beurt is",
    "alle brieven die u kreeg",
    "wie er in het dossier keek, wanneer en waarom",
    "een plek om zelf te schrijven wat u ervan vindt",
];

/// What a pupil of age finds there.
const SHOWS_PUPIL: [&str; 4] = [
    "wat er nu gebeurt, en wie er aan de beurt is",
    "wat jij nu zelf beslist, in plaats van je ouders",
    "alle brieven die je kreeg, en wie er in je dossier keek",
    "een plek om zelf te schrijven wat je ervan vindt",
];

impl App {
    /// The letter that invites a parent or the pupil, for the school of whoever acts. Nothing is stored.
    pub async fn uitnodiging(
        &self,
        dossier: &Dossier,
        uitnodiging: Uitnodiging<'_>,
        actor: &Actor,
        moment: Moment,
    ) -> Result<Brief, AppError> {
        let vestiging = actor
            .organisatie
            .vestiging()
            .ok_or_else(|| AppError::Forbidden { reden: teksten::toegang::school_nodigt_uit() })?;
        let zaak = Briefzaak::eigen_pagina(dossier, &vestiging, moment.vandaag);
        let omgeving = self.omgeving(&zaak, actor, moment).await?;
        let sector = omgeving.sector_of(&zaak)?;
        let schrijver = Schrijver {
            wet: &self.wet,
            dossier,
            leerling: must_be_known(dossier)?,
            actor,
            vandaag: moment.vandaag,
            zaak: &zaak,
            sector,
            omgeving: &omgeving,
            vrij: &Vrijgaven::new(),
            vervangt: None,
        };
        let lezer = geadresseerde::persoon(dossier, uitnodiging.persoon, moment.vandaag)?
            .ok_or(AppError::NotFound)?;
        schrijver.invitation(&lezer, uitnodiging)
    }
}

impl Schrijver<'_> {
    fn invitation(
        &self,
        lezer: &geadresseerde::Geadresseerde,
        uitnodiging: Uitnodiging<'_>,
    ) -> Result<Brief, AppError> {
        let jij = uitnodiging.persoon == LEERLING && !uitnodiging.nieuw_wachtwoord;
        let wet = vec![self.wetten().bepaling("inzage.eigen_gegevens")?];
        let letter = UitnodigingEigenPagina {
            hoofd: self.hoofd(&lezer.ontvanger, wet)?,
            lezer: match (uitnodiging.nieuw_wachtwoord, uitnodiging.persoon == LEERLING) {
                (true, _) => PaginaLezer::OuderWachtwoord,
                (false, true) => PaginaLezer::Leerling,
                (false, false) => PaginaLezer::Ouder,
            },
            voor: lezer.ontvanger.naam.clone(),
            webadres: tekst(uitnodiging.webadres)?,
            code: tekst(uitnodiging.code)?,
            geldig_tot_en_met: uitnodiging.geldig_tot_en_met,
            toont: lijst(if jij { SHOWS_PUPIL } else { SHOWS_PARENT })?,
            papieren_weg: tekst(if jij {
                "Dat kan. Bel ons. Dan krijg je alles met de post, of je komt het op school lezen."
            } else {
                "Dat kan. Bel ons. Dan krijgt u alles met de post, of u komt het op school lezen."
            })?,
            hulp: minstens_een(vec![self.steunpunt()?])?,
        };
        self.hidden_where_needed(lezer, letter.into())
    }
}
