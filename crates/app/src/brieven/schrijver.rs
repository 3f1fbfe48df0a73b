//! What all letters share: the head, who signs, whom to call, and one copy per reader.

use base::{Date, Sector};
use documents::{
    Adres, Afzender, Brief, Briefhoofd, Contact, Kind, Lezer, Ontvanger, Rechtsgrond, Tekst, Vrijgegeven,
};
use dossier::staat::{Aanmelding, Dossier, Leerling, TlvAanvraag, Verwijdering};
use dossier::{Actor, Besluitvorming};
use recht::Wet;

use super::Conceptbrief;
use super::afscherming::afschermen;
use super::geadresseerde::{self, Geadresseerde, written_postcode};
use super::omgeving::Omgeving;
use super::wetten::Wetten;
use super::woorden::{minstens_een, tekst};
use super::zaak::{Briefzaak, Schrijvend};
use crate::AppError;
use crate::vrijgave::Vrijgaven;

/// Stands where nobody entered a telephone number.
const GEEN_TELEFOON: &str = "het nummer staat in de schoolgids";
/// Stands where nobody entered an address.
const GEEN_ADRES: &str = "Ons adres vindt u op onze website";

/// Writes the letters of one subject.
pub(super) struct Schrijver<'a> {
    pub(super) wet: &'a Wet,
    pub(super) dossier: &'a Dossier,
    pub(super) leerling: &'a Leerling,
    pub(super) actor: &'a Actor,
    pub(super) vandaag: Date,
    pub(super) zaak: &'a Briefzaak,
    /// Whose law applies.
    pub(super) sector: Sector,
    pub(super) omgeving: &'a Omgeving,
    /// The reasons that were released for each reader and name no place today.
    pub(super) vrij: &'a Vrijgaven,
    /// Date of the letter about what was wrong, which this one takes the place of.
    pub(super) vervangt: Option<Date>,
}

/// The board of a school of which no name is known, or may be told.
pub(super) const HET_SCHOOLBESTUUR: &str = "het schoolbestuur";

impl<'a> Schrijver<'a> {
    /// The law of the subject.
    pub(super) fn wetten(&self) -> Wetten<'a> {
        Wetten { wet: self.wet, op: self.zaak.recht_op, sector: self.sector }
    }

    /// For the few dates that no event keeps and a rule works out.
    pub(super) fn besluitvorming(&self) -> Besluitvorming<'_> {
        Besluitvorming {
            wet: self.wet,
            beleid: &self.omgeving.beleid,
            vandaag: self.vandaag,
            actor: self.actor,
        }
    }

    /// Name by which the child is called.
    pub(super) fn kind(&self) -> &'a str {
        &self.leerling.roepnaam
    }

    /// The school as it stands in a sentence.
    pub(super) fn school(&self) -> Result<Tekst, AppError> {
        tekst(&self.zaak.schoolnaam)
    }

    /// The registration with this number.
    pub(super) fn aanmelding(&self, nr: u32) -> Result<&'a Aanmelding, AppError> {
        self.dossier.aanmelding(nr).ok_or_else(|| gone("aanmelding", nr))
    }

    /// The removal with this number.
    pub(super) fn verwijdering(&self, nr: u32) -> Result<&'a Verwijdering, AppError> {
        self.dossier.verwijdering(nr).ok_or_else(|| gone("verwijdering", nr))
    }

    /// The request with this number.
    pub(super) fn aanvraag(&self, nr: u32) -> Result<&'a TlvAanvraag, AppError> {
        self.dossier.aanvraag(nr).ok_or_else(|| gone("aanvraag", nr))
    }

    /// The head of a letter of today.
    pub(super) fn hoofd(&self, ontvanger: &Ontvanger, wet: Vec<Rechtsgrond>) -> Result<Briefhoofd, AppError> {
        self.hoofd_op(self.vandaag, ontvanger, wet)
    }

    /// The head of a letter of a date.
    pub(super) fn hoofd_op(
        &self,
        datum: Date,
        ontvanger: &Ontvanger,
        mut wet: Vec<Rechtsgrond>,
    ) -> Result<Briefhoofd, AppError> {
        let mut seen: Vec<Rechtsgrond> = Vec::new();
        wet.retain(|grond| {
            let fresh = !seen.contains(grond);
            seen.push(grond.clone());
            fresh
        });
        Ok(Briefhoofd {
            afzender: self.afzender()?,
            ontvanger: ontvanger.clone(),
            kind: Kind { voornaam: tekst(self.kind())?, achternaam: tekst(self.surname())? },
            dossier: self.dossier.nummer.clone(),
            datum,
            vervangt: self.vervangt,
            contact: self.contact()?,
            wet: minstens_een(wet)?,
            eigen_alineas: Vec::new(),
            bijlagen: Vec::new(),
            afschrift_aan: Vec::new(),
        })
    }

    fn surname(&self) -> String {
        [self.leerling.voorvoegsel.as_str(), self.leerling.achternaam.as_str()].join(" ").trim().to_owned()
    }

    fn afzender(&self) -> Result<Afzender, AppError> {
        let naam = &self.omgeving.afzender;
        let (nobody, for_whom) = match self.zaak.schrijvend {
            // The board decides (WPO 40(1)): it is named, where its name is known.
            Schrijvend::School => (
                naam.as_str(),
                format!("namens {}", self.omgeving.bestuur.as_deref().unwrap_or(HET_SCHOOLBESTUUR)),
            ),
            Schrijvend::Verband => ("Het loket", "namens het samenwerkingsverband".to_owned()),
        };
        let (signer, function) = match &self.omgeving.ondertekenaar {
            Some((person, rol)) => (person.clone(), format!("{}, {for_whom}", rol.label())),
            // Nobody signs: that of a partnership says for whom, and its name stands below.
            None => (nobody.to_owned(), for_whom),
        };
        Ok(Afzender {
            organisatie: tekst(naam)?,
            adres: Some(self.afzender_adres()?),
            ondertekenaar: tekst(signer)?,
            functie: tekst(function)?,
        })
    }

    /// Where post to the organisation that writes goes, as far as it is known.
    pub(super) fn afzender_adres(&self) -> Result<Adres, AppError> {
        let of_school = self.omgeving.school.as_ref().filter(|_| self.zaak.schrijvend == Schrijvend::School);
        let code = match (self.zaak.schrijvend, &self.zaak.swv) {
            (Schrijvend::Verband, Some(swv)) => format!("Samenwerkingsverband {swv}"),
            _ => format!("Vestigingscode {}", self.zaak.vestiging),
        };
        if self.zaak.schrijvend == Schrijvend::Verband
            && let Some((straat, plaats)) = self.omgeving.beleid.postadres.trim().rsplit_once(',')
        {
            return Ok(Adres { straat: tekst(straat.trim())?, plaats: tekst(plaats.trim())? });
        }
        let unknown = Adres { straat: tekst(code)?, plaats: tekst(GEEN_ADRES)? };
        let Some(school) = of_school.filter(|school| !school.adres.trim().is_empty()) else {
            return Ok(unknown);
        };
        let postcode = school.postcode.as_ref().map(written_postcode).unwrap_or_default();
        let plaats = [postcode.as_str(), school.plaats.as_str()].join("  ");
        let known = || {
            Ok::<_, AppError>(Adres {
                straat: tekst(school.adres.replace('\n', ", "))?,
                plaats: tekst(plaats)?,
            })
        };
        Ok(known().unwrap_or(unknown))
    }

    /// Whom to call: who signs at a school, the loket of a partnership.
    pub(super) fn contact(&self) -> Result<Contact, AppError> {
        let (naam, functie) = match (self.zaak.schrijvend, &self.omgeving.ondertekenaar) {
            (Schrijvend::School, Some((person, rol))) => (person.clone(), rol.label().to_owned()),
            (Schrijvend::School, None) => ("de school".to_owned(), self.omgeving.afzender.clone()),
            (Schrijvend::Verband, _) => ("het loket".to_owned(), self.omgeving.afzender.clone()),
        };
        Ok(Contact {
            naam: tekst(naam)?,
            functie: tekst(functie)?,
            telefoon: tekst(self.telefoon())?,
            bereikbaar: None,
            e_mail: None,
        })
    }

    /// Telephone number of the organisation that writes.
    pub(super) fn telefoon(&self) -> String {
        let known = match self.zaak.schrijvend {
            Schrijvend::School => self.omgeving.school.as_ref().map(|school| school.telefoon.trim()),
            Schrijvend::Verband => Some(self.omgeving.beleid.telefoon_loket.trim()),
        };
        match (known.filter(|number| !number.is_empty()), self.zaak.schrijvend) {
            (Some(number), _) => number.to_owned(),
            (None, Schrijvend::School) => GEEN_TELEFOON.to_owned(),
            (None, Schrijvend::Verband) => "vraag het nummer aan de school".to_owned(),
        }
    }

    /// The family's copies on the day of the letter.
    pub(super) fn gezin(&self) -> Result<Vec<Geadresseerde>, AppError> {
        geadresseerde::gezin(self.dossier, self.vandaag)
    }

    /// One letter per person in the family.
    pub(super) fn aan_ouders<B: Into<Brief>>(
        &self,
        write: impl Fn(&Geadresseerde) -> Result<B, AppError>,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        self.gezin()?.iter().map(|lezer| self.concept(lezer, write(lezer)?.into())).collect()
    }

    /// One letter to the pupil, where the law gives the pupil a right besides the parents. It is kept for the family, and no
    /// parent reads it on a page of their own.
    pub(super) fn aan_leerling<B: Into<Brief>>(
        &self,
        write: impl Fn(&Ontvanger) -> Result<B, AppError>,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let lezer = geadresseerde::leerling(self.dossier, self.vandaag)?;
        lezer.iter().map(|lezer| self.concept(lezer, write(&lezer.ontvanger)?.into())).collect()
    }

    /// This reader can answer on an own page.
    pub(super) fn heeft_eigen_pagina(&self, lezer: &Geadresseerde) -> bool {
        let reader = match lezer.persoon {
            Some(nr) => self.dossier.persoon(nr),
            None => self.dossier.leerling_zelf(self.vandaag),
        };
        reader.is_some_and(|persoon| persoon.account.is_some())
    }

    /// The letter as this reader may have it.
    pub(super) fn hidden_where_needed(&self, lezer: &Geadresseerde, brief: Brief) -> Result<Brief, AppError> {
        if !lezer.afgeschermd {
            return Ok(brief);
        }
        let algemeen = self.vindbaar("weg.consulent")?;
        let none = Vrijgegeven::default();
        let vrij = lezer.persoon.and_then(|nr| self.vrij.get(&nr)).unwrap_or(&none);
        afschermen(&brief, self.dossier, self.zaak, self.omgeving, (lezer.persoon, &algemeen, vrij))
    }

    pub(super) fn concept(&self, lezer: &Geadresseerde, brief: Brief) -> Result<Conceptbrief, AppError> {
        let brief = self.hidden_where_needed(lezer, brief)?;
        let nobody_known = lezer.persoon.is_none();
        Ok(Conceptbrief {
            betreft: self.zaak.betreft,
            deel: self.zaak.deel,
            van: self.zaak.van(),
            aan_personen: lezer.persoon.into_iter().collect(),
            aan_organisaties: nobody_known.then(|| self.dossier.nummer.gezin()).into_iter().collect(),
            brief,
        })
    }

    /// One letter for the school that applied, unless the child died.
    pub(super) fn aan_school<B: Into<Brief>>(
        &self,
        write: impl Fn(&Ontvanger) -> Result<B, AppError>,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        if self.dossier.overleden_op.is_some() {
            return Ok(Vec::new());
        }
        let adres = self.omgeving.school.as_ref().and_then(|school| {
            let postcode = school.postcode.as_ref().map(written_postcode).unwrap_or_default();
            let plaats = [postcode.as_str(), school.plaats.as_str()].join("  ");
            Some(Adres { straat: tekst(school.adres.replace('\n', ", ")).ok()?, plaats: tekst(plaats).ok()? })
        });
        let ontvanger = Ontvanger {
            naam: tekst(format!("{}, t.a.v. de directie", self.zaak.schoolnaam))?,
            adres,
            aanhef: tekst("Geachte directie")?,
        };
        Ok(vec![Conceptbrief {
            betreft: self.zaak.betreft,
            deel: self.zaak.deel,
            van: self.zaak.van(),
            aan_personen: Vec::new(),
            aan_organisaties: vec![self.zaak.vestiging.organisatie()],
            brief: write(&ontvanger)?.into(),
        }])
    }

    /// One letter to an authority, unless the child died.
    pub(super) fn aan_instantie(
        &self,
        organisaties: Vec<base::OrganisatieId>,
        brief: impl Into<Brief>,
    ) -> Vec<Conceptbrief> {
        if self.dossier.overleden_op.is_some() {
            return Vec::new();
        }
        vec![Conceptbrief {
            betreft: self.zaak.betreft,
            deel: self.zaak.deel,
            van: self.zaak.van(),
            aan_personen: Vec::new(),
            aan_organisaties: organisaties,
            brief: brief.into(),
        }]
    }

    /// The school's part of a letter's 'also sent to', as this reader may know it.
    pub(super) fn ook_naar(&self, lezer: Lezer) -> Result<Vec<Tekst>, AppError> {
        let family = self.gezin()?.len();
        Ok(match lezer {
            Lezer::School if family > 0 => vec![tekst(format!("de ouders van {}", self.kind()))?],
            Lezer::School => Vec::new(),
            Lezer::Ouders if family > 1 => {
                vec![tekst(&self.zaak.schoolnaam)?, tekst("de andere ouder of voogd")?]
            }
            Lezer::Ouders => vec![tekst(&self.zaak.schoolnaam)?],
        })
    }
}

fn gone(what: &str, nr: u32) -> AppError {
    AppError::Letter(format!("{what} {nr} staat niet in het dossier"))
}
