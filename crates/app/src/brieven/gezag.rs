//! The letter to somebody whose authority over the child is recorded as over, or as there again. Who is put out by the word of a school
//! reads no page any more, and has to hear it another way.

use base::dates;
use documents::MededelingGezag;
use dossier::leven::feiten::GezagGewijzigd;
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
        if had == heeft || self.dossier.handelt_zelf(self.vandaag) {
            return Ok(Vec::new());
        }
        let Some(lezer) = geadresseerde::geweest(self.dossier, event.persoon)? else { return Ok(Vec::new()) };
        let is_ouder = before.map(|record| record.relatie).into_iter().chain(event.relatie).any(is_parent);
        let rows: &[&str] = match (heeft, is_ouder) {
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
            is_ouder,
            per: event.per,
            blijkt: tekst(&event.brondocument)?,
            laat_weten_uiterlijk: last,
            routes: self.gesprek_en_hulp()?,
        };
        Ok(vec![self.concept(&lezer, brief.into())?])
    }
}

/// A parent of the child, with authority or without: a guardian or a partner is none (BW 1:377c(1)).
fn is_parent(relatie: Relatie) -> bool {
    matches!(relatie, Relatie::Gezagsouder | Relatie::GezagsouderBeperkt | Relatie::OuderZonderGezag)
}
