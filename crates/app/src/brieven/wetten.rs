//! What a letter says about the law: terms in words, amounts, and where it stands.
//!
//! The words of a ground are ours; its article, terms and certainty come from the corpus or from the
//! computation that the event keeps.

use base::{Date, Eurocent, Sector, Vindplaats, Zekerheid};
use documents::{Rechtsgrond, Tekst};
use dossier::berekend::{Berekening, wet_van};
use dossier::soort::{Discipline, Schoolsoort, TlvSoort};
use recht::{Parameter, Plicht, Waarde, Wet};

use super::woorden::{duur, opsomming, tekst};
use crate::AppError;

/// Acts that say the same, each for its own schools.
const ONDERWIJSWETTEN: [&str; 3] = ["WPO", "WEC", "WVO 2020"];

/// The law for one letter: on a day, for a sector.
#[derive(Clone, Copy)]
pub(super) struct Wetten<'a> {
    pub(super) wet: &'a Wet,
    pub(super) op: Date,
    pub(super) sector: Sector,
}

impl<'a> Wetten<'a> {
    /// The law on another day.
    pub(super) fn op(self, op: Date) -> Self {
        Self { op, ..self }
    }

    fn missing(&self, naam: &str) -> AppError {
        AppError::Letter(format!("de regels in het programma geven op {} geen waarde voor '{naam}'", self.op))
    }

    fn parameter(&self, naam: &str) -> Result<&'a Parameter, AppError> {
        self.wet.parameter(naam, self.op).map_err(|error| AppError::Letter(error.to_string()))
    }

    /// A figure of a rule, in the version that holds.
    fn regel_parameter(&self, regel: &str, naam: &str) -> Result<&'a Parameter, AppError> {
        let kaart = self.wet.regel(regel);
        let found = kaart
            .iter()
            .flat_map(|kaart| &kaart.versies)
            .filter(|versie| versie.periode.contains(self.op))
            .flat_map(|versie| versie.parameters)
            .find(|parameter| parameter.naam == naam);
        found.ok_or_else(|| self.missing(&format!("{regel} {naam}")))
    }

    /// A whole figure of law.
    pub(super) fn aantal(&self, naam: &str) -> Result<i32, AppError> {
        let parameter = self.parameter(naam)?;
        parameter.aantal(parameter.eenheid).map_err(|error| AppError::Letter(error.to_string()))
    }

    /// A pupil can stay at such a school past its last age with leave of the Inspectie (WEC 39(5), WVO 2020 8.7(2)).
    pub(super) fn can_stay_longer(self, soort: TlvSoort) -> bool {
        match soort {
            TlvSoort::Vso | TlvSoort::Pro => {
                let sector = if soort == TlvSoort::Vso { Sector::So } else { Sector::Vo };
                self.wet.bepaling("aanmelding.langer_met_inspectie", sector, self.op).is_some()
            }
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Lwoo => false,
        }
    }

    /// A figure as a person writes it: `0,5`.
    pub(super) fn getal_in_woorden(&self, naam: &str) -> Result<String, AppError> {
        Ok(self.parameter(naam)?.to_string())
    }

    /// A whole figure of a rule.
    pub(super) fn aantal_van(&self, regel: &str, naam: &str) -> Result<i32, AppError> {
        let parameter = self.regel_parameter(regel, naam)?;
        parameter.aantal(parameter.eenheid).map_err(|error| AppError::Letter(error.to_string()))
    }

    /// An amount of law.
    pub(super) fn bedrag(&self, naam: &str) -> Result<Eurocent, AppError> {
        self.parameter(naam)?.bedrag().ok_or_else(|| self.missing(naam))
    }

    /// A term of law in words: `zes weken`.
    pub(super) fn termijn(&self, naam: &str) -> Result<Tekst, AppError> {
        tekst(duur(self.aantal(naam)?, self.parameter(naam)?.eenheid))
    }

    /// A term of a rule in words.
    pub(super) fn termijn_van(&self, regel: &str, naam: &str) -> Result<Tekst, AppError> {
        tekst(duur(self.aantal_van(regel, naam)?, self.regel_parameter(regel, naam)?.eenheid))
    }

    /// A day of the year that a figure of law names: `25 maart`.
    pub(super) fn dag(&self, naam: &str, on: Date) -> Result<String, AppError> {
        self.wet.parameter(naam, on).map(ToString::to_string).map_err(|_| self.missing(naam))
    }

    /// Disciplines that a rule lists under these names, as an enumeration: `orthopedagoog of psycholoog`.
    pub(super) fn disciplines(&self, regel: &str, namen: &[&str]) -> Result<Tekst, AppError> {
        let mut labels = Vec::new();
        for naam in namen {
            let Waarde::Lijst(codes) = &self.regel_parameter(regel, naam)?.waarde else {
                return Err(self.missing(naam));
            };
            let known = codes.iter().filter_map(|code| Discipline::from_code(code));
            labels.extend(known.map(|discipline| discipline.label().to_owned()));
        }
        tekst(opsomming(&labels, "of"))
    }

    /// The last day of a term of law that starts the day after another.
    pub(super) fn laatste_dag(&self, naam: &str, after: Date) -> Result<Date, AppError> {
        let last =
            self.wet.termijn(naam, after, self.op).map_err(|error| AppError::Letter(error.to_string()))?;
        last.ok_or_else(|| self.missing(naam))
    }

    /// A requirement of the law of this sector, in the corpus' own words.
    pub(super) fn bepaling(&self, naam: &str) -> Result<Rechtsgrond, AppError> {
        let found = self.wet.bepaling(naam, self.sector, self.op).ok_or_else(|| self.missing(naam))?;
        grond(&found.tekst, found.bron.vindplaats.clone())
    }

    /// Where a provision stands in the law of this sector; none where it names none.
    pub(super) fn plaats_van_bepaling(&self, naam: &str) -> Option<Vindplaats> {
        self.wet.bepaling(naam, self.sector, self.op).map(|found| found.bron.vindplaats.clone())
    }

    /// The law of this sector has this duty or right.
    pub(super) fn eist(&self, plicht: Plicht) -> bool {
        self.wet.eist(plicht, self.sector, self.op)
    }

    /// The law has this duty or right at a school of a kind.
    pub(super) fn eist_bij(&self, plicht: Plicht, school: Schoolsoort) -> bool {
        self.wet.eist_bij(plicht, school, self.op)
    }

    /// Where a figure stands in the law of this sector. An article of another sector's act is never
    /// named: then the act as a whole stands there, with a certainty to match.
    pub(super) fn artikel(&self, naam: &str) -> Vindplaats {
        let Ok(parameter) = self.wet.parameter(naam, self.op) else { return whole(self.own_act()) };
        let found = &parameter.bron_in(self.own_act()).unwrap_or(&parameter.bron).vindplaats;
        if self.holds_here(found) { found.clone() } else { whole(self.own_act()) }
    }

    /// The act of this sector has this figure.
    pub(super) fn heeft_cijfer(&self, naam: &str) -> bool {
        self.wet.parameter(naam, self.op).is_ok_and(|parameter| parameter.bron_in(self.own_act()).is_some())
    }

    /// The place of a computation that is about this sector, else its first place.
    pub(super) fn plaats(&self, berekening: &Berekening) -> Vindplaats {
        let own = berekening.vindplaatsen.iter().find(|plaats| plaats.wet == self.own_act());
        let first = berekening.vindplaatsen.iter().find(|plaats| self.holds_here(plaats));
        own.or(first).cloned().unwrap_or_else(|| whole(self.own_act()))
    }

    /// Where a figure of a rule stands.
    pub(super) fn bron_van(&self, regel: &str, naam: &str) -> Result<Vindplaats, AppError> {
        Ok(self.regel_parameter(regel, naam)?.bron.vindplaats.clone())
    }

    /// Where a rule stands for this sector.
    pub(super) fn plaats_van(&self, regel: &str) -> Vindplaats {
        self.plaats_in(regel, self.own_act())
    }

    /// Where a rule stands in an act.
    pub(super) fn plaats_in(&self, regel: &str, wet: &str) -> Vindplaats {
        let kaart = self.wet.regel(regel);
        let bronnen = kaart.iter().flat_map(|kaart| &kaart.vindplaatsen);
        let found = bronnen.map(|bron| &bron.vindplaats).find(|plaats| plaats.wet == wet);
        found.cloned().unwrap_or_else(|| whole(wet))
    }

    /// Where a requirement of a decision on a TLV stands; requirements of secondary education have
    /// their own code that begins the same.
    pub(super) fn eis_besluit(&self, soort: TlvSoort, id: &str) -> Vindplaats {
        let found = self.wet.eisen_tlv_besluit(soort, self.op).find(|eis| eis.id.starts_with(id));
        found.map_or_else(|| whole(self.own_act()), |eis| eis.bron.vindplaats.clone())
    }

    /// The exception of R1.5 with this code.
    pub(super) fn uitzondering(&self, id: &str) -> Option<(&'a str, Vindplaats)> {
        let found = self.wet.gronden_weigering(self.sector, self.op).find(|grond| grond.id == id)?;
        Some((&found.tekst, found.bron.vindplaats.clone()))
    }

    fn own_act(&self) -> &'static str {
        wet_van(self.sector)
    }

    /// Not the act of another sector.
    fn holds_here(&self, plaats: &Vindplaats) -> bool {
        plaats.wet == self.own_act() || !ONDERWIJSWETTEN.contains(&plaats.wet.as_str())
    }
}

/// An act without an article, where the corpus names none.
fn whole(wet: &str) -> Vindplaats {
    Vindplaats {
        wet: wet.to_owned(),
        bwb: String::new(),
        artikel: String::new(),
        lid: None,
        onderdeel: None,
        zekerheid: Zekerheid::Kennis,
    }
}

/// A ground: what the law says in plain words, and where.
pub(super) fn grond(woorden: impl AsRef<str>, vindplaats: Vindplaats) -> Result<Rechtsgrond, AppError> {
    Ok(Rechtsgrond { tekst: tekst(woorden)?, vindplaats })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(Wet, Sector)> {
        [Sector::Po, Sector::So, Sector::Vo]
            .map(|sector| (Wet::load().expect("the law loads"), sector))
            .into()
    }

    /// Of the sector's own act or of one that holds for all, with an article, and read.
    fn is_read(wetten: &Wetten<'_>, what: &str, plaats: &Vindplaats) {
        let place = format!("{:?} {what}: {plaats} ({})", wetten.sector, plaats.zekerheid.word());
        assert!(wetten.holds_here(plaats) && !plaats.artikel.is_empty(), "{place}");
        assert_eq!(plaats.zekerheid, Zekerheid::Wettekst, "{place}");
    }

    #[test]
    fn what_a_letter_of_a_school_cites_stands_in_the_law_of_its_sector_and_was_read() {
        for (wet, sector) in all() {
            let wetten = Wetten { wet: &wet, op: "2026-08-01".parse().expect("a day"), sector };
            let mut figures =
                vec!["aanmelding.termijn_vooraf", "bezwaar.openbare_school_indienen", "gpo.oordeel"];
            figures.extend_from_slice(match sector {
                Sector::Vo => &[
                    "bezwaar.vo_toelating_indienen",
                    "bezwaar.vo_verwijdering_indienen",
                    "bezwaar.vo_toelating_beslissen",
                    "bezwaar.vo_verwijdering_beslissen",
                ],
                Sector::Po | Sector::So => &[
                    "bezwaar.school_indienen",
                    "bezwaar.school_beslissen",
                    "bezwaar.openbare_school_beslissen",
                ],
            });
            for figure in figures {
                is_read(&wetten, figure, &wetten.artikel(figure));
            }
            for regel in ["aanmelding.beslistermijn", "schorsing.toets", "opp.vaststellingstermijn"] {
                is_read(&wetten, regel, &wetten.plaats_van(regel));
            }
            for naam in [
                "verwijdering.horen",
                "verwijdering.andere_school",
                "verwijdering.melden_gemeente",
                "geschillen.bezwaar_wacht",
            ] {
                is_read(&wetten, naam, &wetten.bepaling(naam).expect("a provision").vindplaats);
            }
        }
    }

    #[test]
    fn what_a_decision_on_a_declaration_cites_was_read() {
        for (wet, sector) in all() {
            let wetten = Wetten { wet: &wet, op: "2026-08-01".parse().expect("a day"), sector };
            for soort in TlvSoort::ALL {
                for eis in ["twee_deskundigen", "motivering", "afschrift_advies_ouders"] {
                    let plaats = wetten.eis_besluit(*soort, eis);
                    // How many experts there are for sbo and so stands in a decree of which the text of 2015 was read.
                    let of_2015 = eis == "twee_deskundigen" && matches!(soort, TlvSoort::Sbo | TlvSoort::So);
                    let read = if of_2015 { Zekerheid::Wettekst2015 } else { Zekerheid::Wettekst };
                    assert_eq!(plaats.zekerheid, read, "{soort:?} {eis}: {plaats}");
                }
            }
            for act in ["WPO", "WVO 2020"] {
                assert_eq!(
                    wetten.plaats_in("bezwaar.termijnen", act).zekerheid,
                    Zekerheid::Wettekst,
                    "{act}"
                );
            }
        }
    }
}
