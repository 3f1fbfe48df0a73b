//! Letters of a suspension (R1.11).

use base::dates;
use documents::{EindeSchorsing, Ontvanger, Rechtsgrond, Route, Schorsing, SchorsingVoorbij};
use dossier::opdracht::regels;
use dossier::soort::SchorsingEinde;
use dossier::staat;
use dossier::verwijdering::einde::SchorsingGeeindigd;
use dossier::verwijdering::feiten::Geschorst;
use recht::Plicht;

use super::Conceptbrief;
use super::schrijver::Schrijver;
use super::wetten::{Wetten, grond};
use super::woorden::{alineas, minstens_een, tekst};
use crate::AppError;

/// The rule of suspensions.
const SCHORSING: &str = "schorsing.toets";

impl Schrijver<'_> {
    /// The child is suspended.
    pub(super) fn schorsing(&self, event: &Geschorst) -> Result<Vec<Conceptbrief>, AppError> {
        let toets = event.toets.uitkomst;
        let mut wet = vec![
            self.grond_week(self.wetten().plaats(&event.toets.berekening))?,
            self.wetten().bepaling("schorsing.bekend")?,
        ];
        if toets.melding_inspectie {
            wet.push(self.grond_schorsing_inspectie()?);
        }
        if event.tijdens_overleg.is_some() {
            wet.push(self.wetten().bepaling("schorsing.tijdens_overleg")?);
        }
        let back = dates::plus_days(event.tot_en_met, 1).unwrap_or(event.tot_en_met);
        // Against a suspension by a public school the Awb gives objection; for other schools no text says so, and the letter names no
        // term.
        let mut routes: Vec<Route> = self.gesprek_en_hulp()?.into();
        let objection = self.bezwaar_openbaar("de schorsing")?;
        let openbaar = objection.is_some();
        if let Some((route, ground)) = objection {
            routes.push(route);
            wet.push(ground);
            wet.push(self.wetten().bepaling("bezwaar.werking")?);
            wet.push(self.wetten().bepaling("bezwaar.voorlopige_voorziening")?);
        }
        routes.extend([self.klacht()?, self.rechter(openbaar)?]);
        wet.push(self.wetten().bepaling("klacht.indienen")?);
        let routes = minstens_een(routes)?;
        let to = |ontvanger: &Ontvanger, wet: &[Rechtsgrond]| {
            Ok::<_, AppError>(Schorsing {
                hoofd: self.hoofd(ontvanger, wet.to_vec())?,
                school: self.school()?,
                aan_leerling: false,
                tijdens_overleg: event.tijdens_overleg.is_some(),
                van: event.van,
                tot_en_met: event.tot_en_met,
                terug_op: regels::werkdag_vanaf(&self.besluitvorming(), back),
                redenen: alineas(&event.redenen)?,
                schoolwerk: Vec::new(),
                gesprek: None,
                inspectie_bericht: toets.melding_inspectie,
                routes: routes.clone(),
            })
        };
        let mut letters = self.aan_ouders(|lezer| to(&lezer.ontvanger, &wet))?;
        if self.tells_the_pupil_too(self.wetten().eist(Plicht::SchorsingBekendLeerling)) {
            letters.extend(self.aan_leerling(|leerling| {
                let mut own = to(leerling, &wet)?;
                own.aan_leerling = true;
                own.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                own.routes = self.hulp_voor_leerling()?;
                Ok(own)
            })?);
        }
        Ok(letters)
    }

    pub(super) fn grond_schorsing_inspectie(&self) -> Result<Rechtsgrond, AppError> {
        let boven = self.wetten().termijn_van(SCHORSING, "melding_boven")?;
        let words = format!(
            "Duurt een schorsing langer dan {boven}, dan meldt het bestuur dat aan de \
            Inspectie, met de redenen."
        );
        grond(words, self.wetten().plaats_van(SCHORSING))
    }

    /// A suspension ends before its last day: whoever got the letter about it reads that too.
    pub(super) fn einde_schorsing(&self, event: &SchorsingGeeindigd) -> Result<Vec<Conceptbrief>, AppError> {
        let missing = || AppError::Letter(format!("schorsing {} staat niet in het dossier", event.schorsing));
        let schorsing = self.dossier.schorsing(event.schorsing).ok_or_else(missing)?;
        let wet = if schorsing.tijdens_overleg.is_some() {
            self.wetten().bepaling("schorsing.tijdens_overleg")?
        } else {
            self.grond_week(self.wetten().plaats(&schorsing.toets.berekening))?
        };
        let routes = self.gesprek_en_hulp()?;
        let to = |ontvanger: &Ontvanger| {
            Ok::<_, AppError>(EindeSchorsing {
                hoofd: self.hoofd(ontvanger, vec![wet.clone()])?,
                school: self.school()?,
                aan_leerling: false,
                van: schorsing.van,
                tot_en_met: schorsing.tot_en_met,
                nooit_begonnen: schorsing.laatste_dag().is_none(),
                terug_op: regels::werkdag_vanaf(&self.besluitvorming(), event.terug_op),
                waarom: match event.waarom {
                    SchorsingEinde::School => SchorsingVoorbij::School,
                    SchorsingEinde::OverlegGehouden => SchorsingVoorbij::OverlegGehouden,
                    SchorsingEinde::VoornemenIngetrokken => SchorsingVoorbij::VoornemenIngetrokken,
                    SchorsingEinde::Besloten => SchorsingVoorbij::Besloten,
                },
                eigen_uitleg: match event.reden.trim() {
                    "" => Vec::new(),
                    reden => Vec::from(alineas(reden)?),
                },
                routes: routes.clone(),
            })
        };
        let mut letters = self.aan_ouders(|lezer| to(&lezer.ontvanger))?;
        if self.tells_the_pupil_too(self.makes_suspension_known_to_pupil(schorsing)) {
            letters.extend(self.aan_leerling(|leerling| {
                let mut own = to(leerling)?;
                own.aan_leerling = true;
                own.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                own.routes = self.hulp_voor_leerling()?;
                Ok(own)
            })?);
        }
        Ok(letters)
    }

    /// The law of the school asks that a suspension is made known to the pupil.
    pub(super) fn makes_suspension_known_to_pupil(&self, schorsing: &staat::Schorsing) -> bool {
        let sector = schorsing.sector(self.dossier).unwrap_or(self.sector);
        Wetten { sector, ..self.wetten() }.eist(Plicht::SchorsingBekendLeerling)
    }

    pub(super) fn grond_week(&self, plaats: base::Vindplaats) -> Result<Rechtsgrond, AppError> {
        let hooguit = self.wetten().termijn_van(SCHORSING, "hooguit")?;
        grond(format!("Het bestuur mag een leerling hooguit {hooguit} schorsen."), plaats)
    }
}
