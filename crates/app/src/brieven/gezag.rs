//! The letters about who decides: to somebody whose authority over the child is recorded as over, as limited, or as there again; and to the
//! parents of a pupil who comes of age. Who is put out by the word of a school
//! reads no page any more, and has to hear it another way.

use base::dates;
use documents::{MededelingGezag, MededelingMeerderjarig};
use dossier::leven::feiten::{GezagGewijzigd, Meerderjarig};
use dossier::soort::Relatie;
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use super::Conceptbrief;
use super::geadresseerde;
use super::schrijver::Schrijver;
use super::woorden::tekst;
use crate::AppError;

impl Schrijver<'_> {
    /// To that person alone; nothing where the change neither gives nor takes authority, nor about a pupil who decides.
    pub(super) fn mededeling_gezag(&self, event: &GezagGewijzigd) -> Result<Vec<Conceptbrief>, AppError> {
        let heeft = event.relatie.is_some_and(dossier::soort::Relatie::has_gezag);
        // As they stood last before it: somebody can be put out and back on one day.
        let mut records = self.dossier.personen.iter().rev();
        let before = records.find(|record| record.nr == event.persoon && record.tot == Some(event.per));
        let had = before.is_some_and(|record| record.relatie.has_gezag());
        // What a court limits closes the own page, and is told too (`Relatie::has_own_page`).
        let limited = |relatie: Relatie| relatie.has_gezag() && !relatie.has_own_page();
        let beperkt = event.relatie.is_some_and(limited);
        let was = had && before.is_some_and(|record| limited(record.relatie));
        if (had, was) == (heeft, beperkt) || self.dossier.handelt_zelf(self.vandaag) {
            return Ok(Vec::new());
        }
        let Some(lezer) = geadresseerde::geweest(self.dossier, event.persoon)? else { return Ok(Vec::new()) };
        let is_ouder = before.map(|record| record.relatie).into_iter().chain(event.relatie).any(is_parent);
        let rows: &[&str] = match (heeft, is_ouder) {
            _ if beperkt => &["gezag.beperkt", "gezag.wachten"],
            (true, _) => &["gezag.samen", "gezag.ingang_uitspraak"],
            (false, true) => &["gezag.zonder_informatie", "gezag.ingang_uitspraak", "gezag.wachten"],
            (false, false) => &["gezag.ingang_uitspraak", "gezag.wachten"],
        };
        let wet = rows.iter().map(|naam| self.wetten().bepaling(naam)).collect::<Result<Vec<_>, _>>()?;
        let last = dates::plus_days(self.vandaag, DAGEN_OM_TE_ANTWOORDEN).unwrap_or(self.vandaag);
        let brief = MededelingGezag {
            hoofd: self.hoofd(&lezer.ontvanger, wet)?,
            school: self.school()?,
            heeft,
            beperkt,
            is_ouder,
            per: event.per,
            blijkt: tekst(&event.brondocument)?,
            laat_weten_uiterlijk: last,
            routes: self.gesprek_en_hulp()?,
        };
        Ok(vec![self.concept(&lezer, brief.into())?])
    }
}

impl Schrijver<'_> {
    /// To each who decided until the pupil comes of age, that the pupil does from then on, also where that day is over: nobody tells them
    /// but this letter.
    pub(super) fn mededeling_meerderjarig(
        &self,
        event: &Meerderjarig,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let leeftijd = self.wetten().aantal("meerderjarig.leeftijd")?;
        let mut wet = vec![self.wetten().bepaling("gezag.minderjarig")?];
        // Pupils leave primary education long before: its act does not say it.
        if self.wetten().plaats_van_bepaling("leerling.zelf").is_some() {
            wet.push(self.wetten().bepaling("leerling.zelf")?);
        }
        let parents = self.dossier.personen_op(self.vandaag);
        let parents = parents.filter(|persoon| persoon.relatie.is_ouder_in_onderwijs());
        let mut all = Vec::new();
        for parent in parents {
            let Some(lezer) = geadresseerde::persoon(self.dossier, parent.nr, self.vandaag)? else {
                continue;
            };
            let brief = MededelingMeerderjarig {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                leeftijd: tekst(leeftijd.to_string())?,
                per: event.per,
                voorbij: event.per <= self.vandaag,
                beslist_zelf: event.handelingsbekwaam,
                routes: self.gesprek_en_hulp()?,
            };
            all.push(self.concept(&lezer, brief.into())?);
        }
        Ok(all)
    }
}

/// A parent of the child, with authority or without: a guardian or a partner is none (BW 1:377c(1)).
fn is_parent(relatie: Relatie) -> bool {
    matches!(relatie, Relatie::Gezagsouder | Relatie::GezagsouderBeperkt | Relatie::OuderZonderGezag)
}
