//! The letters that a decision of the school is revoked: to whoever got the letter of that decision, and to those who were told of it.

use base::{Date, OrganisatieId};
use documents::{
    BesluitHerroepen, HerroepenBesluit, HerroepenLezer, NietLeeg, Ontvanger, Rechtsgrond, Route, Tekst,
};
use dossier::aanmelding::feiten::Geweigerd;
use dossier::aanmelding::herroepen::WeigeringHerroepen;
use dossier::algemeen::herroeping::{BestredenBesluit, Herroeping};
use dossier::gebeurtenis::Feitsoort;
use dossier::soort::Herroepgrond;
use dossier::verwijdering::feiten::GemeldAanBenW;
use dossier::verwijdering::herroepen::{SchorsingHerroepen, VerwijderingHerroepen};
use recht::{Bepaling, Plicht};

use super::Conceptbrief;
use super::feiten::laatste;
use super::schrijver::Schrijver;
use super::wetten::grond;
use super::woorden::{alineas, minstens_een, tekst};
use crate::AppError;

/// What is revoked: the decision, its day, by what, and where that stands in the law.
struct Herroepen<'a> {
    besluit: HerroepenBesluit,
    besloten_op: Date,
    herroeping: &'a Herroeping,
    wet: Vec<Rechtsgrond>,
    /// Those who were told of the decision.
    gemeld: Vec<Gemelde>,
    /// The pupil has an own letter.
    leerling: bool,
}

/// Who was told of a decision.
struct Gemelde {
    /// Inside a sentence of the letter to the family.
    in_zin: String,
    ontvanger: Ontvanger,
    organisaties: Vec<OrganisatieId>,
}

/// Provisions as the law part of a letter.
fn in_de_wet(found: Vec<&Bepaling>) -> Result<Vec<Rechtsgrond>, AppError> {
    found.into_iter().map(|one| grond(&one.tekst, one.bron.vindplaats.clone())).collect()
}

impl Schrijver<'_> {
    /// A removal is revoked.
    pub(super) fn verwijdering_herroepen(
        &self,
        event: &VerwijderingHerroepen,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let missing =
            || AppError::Letter("het besluit tot verwijdering staat niet in het dossier".to_owned());
        let besluit = verwijdering.besluit.as_ref().ok_or_else(missing)?;
        let mut gemeld = Vec::new();
        let told = laatste(self.dossier, |told: &GemeldAanBenW| told.verwijdering == verwijdering.nr);
        if let Some((_, told)) = told {
            gemeld.push(self.municipality(&told.gemeente)?);
        }
        if verwijdering.gemeld_aan_inspectie.is_some() {
            gemeld.push(inspectie()?);
        }
        self.herroepen(&Herroepen {
            besluit: HerroepenBesluit::Verwijdering {
                per: besluit.per,
                weer_op: event.terug_op,
                elders: event.elders_sinds.is_some(),
                uitgeschreven_per: self.dossier.vertrok_eerder(verwijdering),
            },
            besloten_op: besluit.op,
            herroeping: &event.herroeping,
            wet: self
                .gronden_herroepen(&event.herroeping, verwijdering.zoals_besloten(self.is_openbaar()))?,
            gemeld,
            leerling: self.tells_the_pupil_too(verwijdering.eist(Plicht::VerwijderingBekendLeerling)),
        })
    }

    /// A suspension is revoked.
    pub(super) fn schorsing_herroepen(
        &self,
        event: &SchorsingHerroepen,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let missing = || AppError::Letter(format!("schorsing {} staat niet in het dossier", event.schorsing));
        let schorsing = self.dossier.schorsing(event.schorsing).ok_or_else(missing)?;
        let mut wet = vec![self.grond_week(self.wetten().plaats(&schorsing.toets.berekening))?];
        let besluit = schorsing.zoals_besloten(self.dossier, self.is_openbaar());
        if let Some(besluit) = besluit.filter(|_| event.herroeping.aanleiding == Herroepgrond::Bezwaar) {
            wet.extend(in_de_wet(besluit.op_bezwaar(self.wetten().wet, self.vandaag))?);
        }
        self.herroepen(&Herroepen {
            besluit: HerroepenBesluit::Schorsing {
                van: schorsing.van,
                tot_en_met: schorsing.tot_en_met,
                weer_op: event.terug_op,
            },
            besloten_op: schorsing.besloten_op,
            herroeping: &event.herroeping,
            wet,
            gemeld: schorsing.gemeld_op.map(|_| inspectie()).transpose()?.into_iter().collect(),
            leerling: self.tells_the_pupil_too(self.makes_suspension_known_to_pupil(schorsing)),
        })
    }

    /// A refusal is revoked.
    pub(super) fn weigering_herroepen(
        &self,
        event: &WeigeringHerroepen,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        // Also of one that was put right: its day is the same.
        let refused = self.dossier.feiten.iter().rev().find(|feit| {
            let refused = feit.gebeurtenis().and_then(Geweigerd::uit);
            refused.is_some_and(|refused| refused.aanmelding == aanmelding.nr)
        });
        let uiterlijk = aanmelding.beslissen_uiterlijk_op(self.vandaag);
        self.herroepen(&Herroepen {
            besluit: HerroepenBesluit::Weigering {
                beslissen_uiterlijk: uiterlijk,
                te_laat: uiterlijk.is_some_and(|last| last < self.vandaag),
                tijdelijke_plek: event.tijdelijk,
            },
            besloten_op: refused.map_or(self.vandaag, |feit| feit.on),
            herroeping: &event.herroeping,
            wet: self.gronden_herroepen(&event.herroeping, aanmelding.weigering())?,
            gemeld: Vec::new(),
            leerling: self.krijgt_eigen_brief(),
        })
    }

    fn is_openbaar(&self) -> bool {
        self.omgeving.school.as_ref().is_some_and(|school| school.openbaar)
    }

    /// By what the board revokes: what the law says of deciding on an objection, or that it decides at all.
    fn gronden_herroepen(
        &self,
        herroeping: &Herroeping,
        besluit: BestredenBesluit,
    ) -> Result<Vec<Rechtsgrond>, AppError> {
        let wet = self.wetten().wet;
        let found = match herroeping.aanleiding {
            Herroepgrond::EigenBeweging => {
                besluit.uit_eigen_beweging(wet, self.vandaag).into_iter().collect()
            }
            Herroepgrond::Bezwaar => besluit.op_bezwaar(wet, self.vandaag),
        };
        if found.is_empty() {
            return Err(AppError::Letter("de wet in het programma noemt dit herroepen niet".to_owned()));
        }
        in_de_wet(found)
    }

    fn municipality(&self, gemeente: &str) -> Result<Gemelde, AppError> {
        let code =
            self.leerling.adres.gemeente.as_ref().and_then(|code| format!("gemeente/{code}").parse().ok());
        Ok(Gemelde {
            in_zin: format!("burgemeester en wethouders van {gemeente}"),
            ontvanger: Ontvanger {
                naam: tekst(format!("College van burgemeester en wethouders van {gemeente}"))?,
                adres: None,
                aanhef: tekst("Geacht college")?,
            },
            organisaties: code.into_iter().collect(),
        })
    }

    /// One letter for each who reads of it.
    fn herroepen(&self, what: &Herroepen<'_>) -> Result<Vec<Conceptbrief>, AppError> {
        let told: Vec<Tekst> = what.gemeld.iter().map(|one| tekst(&one.in_zin)).collect::<Result<_, _>>()?;
        let to = |ontvanger: &Ontvanger, lezer: HerroepenLezer, routes: NietLeeg<Route>| {
            let family = lezer != HerroepenLezer::Instantie;
            let reden = if family { Vec::from(alineas(&what.herroeping.reden)?) } else { Vec::new() };
            Ok::<_, AppError>(BesluitHerroepen {
                hoofd: self.hoofd(ontvanger, what.wet.clone())?,
                school: self.school()?,
                lezer,
                besluit: what.besluit.clone(),
                besloten_op: what.besloten_op,
                herroepen_op: self.vandaag,
                na_bezwaar: what.herroeping.aanleiding == Herroepgrond::Bezwaar,
                bezwaar_gehoord_op: what.herroeping.gehoord_op.filter(|_| family),
                uitleg_herroepen: reden,
                ook_gemeld_aan: if family { told.clone() } else { Vec::new() },
                routes,
            })
        };
        let mut letters =
            self.aan_ouders(|lezer| to(&lezer.ontvanger, HerroepenLezer::Ouders, self.gesprek_en_hulp()?))?;
        if what.leerling {
            letters.extend(self.aan_leerling(|leerling| {
                let mut own = to(leerling, HerroepenLezer::Leerling, self.hulp_voor_leerling()?)?;
                own.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                Ok(own)
            })?);
        }
        for one in &what.gemeld {
            let routes = minstens_een(vec![self.vragen()?])?;
            let brief = to(&one.ontvanger, HerroepenLezer::Instantie, routes)?;
            letters.extend(self.aan_instantie(one.organisaties.clone(), brief));
        }
        Ok(letters)
    }
}

fn inspectie() -> Result<Gemelde, AppError> {
    Ok(Gemelde {
        in_zin: "de Inspectie van het Onderwijs".to_owned(),
        ontvanger: Ontvanger {
            naam: tekst("Inspectie van het Onderwijs")?,
            adres: None,
            aanhef: tekst("Geachte mevrouw, geachte heer")?,
        },
        organisaties: Vec::new(),
    })
}
