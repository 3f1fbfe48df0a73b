//! Letters of the end of a registration: offer, admission, refusal, not handled (R1.4–R1.9).

use base::{Date, dates};
use documents::{
    AanbodAndereSchool, AndereMogelijkheid, BuitenBehandeling, EindeGrond, EindeTijdelijkePlaatsing,
    GevondenSchool, NietLeeg, OppAfspraak, Overleg, Rechtsgrond, Tekst, Toelating, Uitzondering, Vervolgplek,
    Weigering,
};
use dossier::aanmelding::feiten as feit;
use dossier::aanmelding::feiten::{
    AanbodGedaan, BereidGevonden, BuitenBehandelingGesteld, Geweigerd, InformatieGevraagd,
    TijdelijkePlaatsingGeeindigd, Toegelaten, Weigeringsgrond,
};
use dossier::aanmelding::voorwaarde;
use dossier::geschil;
use dossier::opdracht::regels::buiten_behandeling;
use dossier::staat::{Aanmelding, Afloop};
use recht::Plicht;
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use super::Conceptbrief;
use super::aanmelding::stukken;
use super::feiten::{alle, laatste};
use super::routes::{Commissie, Schoolbesluit};
use super::schrijver::Schrijver;
use super::wetten::grond;
use super::woorden::{alineas, in_groep, lijst, minstens_een, regels, tekst};
use crate::AppError;

/// Stands where the place of another school is not known.
pub(super) const PLAATS_ONBEKEND: &str = "een plaats die wij u nog laten weten";

impl Schrijver<'_> {
    /// The duty to find another school is of schools: an institute for cluster 1 or 2 does not have it (WEC 40(22)).
    pub(super) fn has_duty(&self, aanmelding: &Aanmelding) -> bool {
        self.wetten().eist_bij(Plicht::AndereSchoolZoeken, aanmelding.schoolsoort)
    }

    /// Another school is proposed.
    pub(super) fn aanbod(&self, event: &AanbodGedaan) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let duty = self.has_duty(aanmelding).then(|| self.grond_andere_school()).transpose()?;
        let wet: Vec<Rechtsgrond> = duty.into_iter().chain([self.grond_termijn(aanmelding)?]).collect();
        let beslissen_uiterlijk = self.beslissen_uiterlijk(aanmelding)?;
        let answer = dates::plus_days(self.vandaag, DAGEN_OM_TE_ANTWOORDEN).unwrap_or(self.vandaag);
        self.aan_ouders(|lezer| {
            Ok(AanbodAndereSchool {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                aanbod: self.gevonden_school(&event.school, Some(event.per), Some(&event.wat))?,
                redenen: reasons_for_offer(aanmelding)?,
                overleg: minstens_een(vec![overleg(&event.overleg)?])?,
                andere_mogelijkheden: possibilities(&event.andere_mogelijkheden)?,
                reageren_uiterlijk: answer,
                hoe: tekst(if self.heeft_eigen_pagina(lezer) {
                    "Bel ons, kom langs, of antwoord op uw eigen pagina."
                } else {
                    "Bel ons of kom langs."
                })?,
                beslissen_uiterlijk,
                routes: self.gesprek_en_hulp()?,
            })
        })
    }

    /// The child is admitted.
    pub(super) fn toelating(&self, event: &Toegelaten) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let binnen = self.wetten().termijn_van("opp.vaststellingstermijn", "termijn")?;
        // Of a place that began long ago the day for the plan can be past: the letter says so, since the duty is not.
        let opp = event.opp_uiterlijk.as_ref().and_then(|termijn| Some((termijn, termijn.uitkomst?)));
        let needs_support = aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning);
        let mut wet = vec![self.grond_termijn(aanmelding)?];
        if let Some((termijn, _)) = opp {
            let who =
                if needs_support { "een kind dat extra hulp nodig heeft" } else { "elk kind op deze school" };
            wet.push(grond(
                format!("Voor {who} is er binnen {binnen} na de inschrijving een plan (OPP). Na een tijdelijke plek telt de dag \
                 van de vaste plaatsing."),
                self.wetten().plaats(&termijn.berekening),
            )?);
            // Of before 2022 that of secondary education stands in an act that is not here.
            wet.extend(self.wetten().bepaling("opp.instemming").ok());
        }
        let reason = if needs_support {
            format!("Wij hebben gekeken welke hulp {} nodig heeft. Die hulp kunnen wij geven.", self.kind())
        } else {
            format!(
                "Wij hebben naar uw aanmelding gekeken. Er is plaats voor {} op onze school.",
                self.kind()
            )
        };
        let definitive = laatste(self.dossier, |ended: &TijdelijkePlaatsingGeeindigd| {
            ended.aanmelding == event.aanmelding && ended.definitief
        });
        let temporary = aanmelding.tijdelijke_plaatsing.as_ref().filter(|_| definitive.is_some());
        let tijdelijk_sinds = temporary.map(|plaatsing| plaatsing.per);
        let (bezwaar, ground) = self.bezwaar_openbaar("ons besluit")?.unzip();
        wet.extend(ground);
        let mut letters = self.aan_ouders(|lezer| {
            Ok(Toelating {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                ontvangen_op: aanmelding.ontvangen_op,
                vanaf: event.per,
                tijdelijk_sinds,
                groep: in_groep(&event.groep, aanmelding.sector)?,
                redenen: lijst([&reason])?,
                opp: opp.map(|(_, uiterlijk)| OppAfspraak {
                    binnen: binnen.clone(),
                    uiterlijk,
                    voorbij: uiterlijk < self.vandaag,
                    elk_kind: !needs_support,
                }),
                praktisch: Vec::new(),
                bezwaar: bezwaar.clone(),
                hulp: minstens_een(vec![self.steunpunt()?])?,
            })
        })?;
        letters.extend(self.toelating_voor_leerling(event, (needs_support, wet.as_slice()))?);
        Ok(letters)
    }

    /// The child is refused.
    pub(super) fn weigering(&self, event: &Geweigerd) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let besluit = self.besluit_op(aanmelding, event.bezwaar_uiterlijk);
        let gesprekken = self.talks(aanmelding, event)?;
        let (own_ground, vervolgplek) = self.ground_of_refusal(aanmelding, event)?;
        let wet = self.gronden_bezwaar(besluit)?;
        let offer = aanmelding.open_aanbod();
        let open_aanbod = offer.map(|aanbod| tekst(&aanbod.school.schoolnaam)).transpose()?;
        let mut letters = self.aan_ouders(|lezer| {
            Ok(Weigering {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                ontvangen_op: aanmelding.ontvangen_op,
                besloten_op: besluit.besloten_op,
                grond: own_ground.clone(),
                redenen: alineas(&event.motivering)?,
                vervolgplek: vervolgplek.clone(),
                overleg: gesprekken.clone(),
                andere_mogelijkheden: self.looked_at(aanmelding)?,
                open_aanbod: open_aanbod.clone(),
                routes: self.rechtsmiddelen(besluit)?,
            })
        })?;
        letters.extend(self.weigering_voor_leerling(event, &wet, self.bezwaar_zelf_vanaf(besluit))?);
        Ok(letters)
    }

    fn ground_of_refusal(
        &self,
        aanmelding: &Aanmelding,
        event: &Geweigerd,
    ) -> Result<(Rechtsgrond, Vervolgplek), AppError> {
        match &event.grond {
            Weigeringsgrond::AndereSchool(school) => {
                let per = self.starts_at(aanmelding, school);
                let offered = self.offer_of(aanmelding, school).map(|offer| offer.wat.as_str());
                Ok((
                    self.grond_andere_school()?,
                    Vervolgplek::School(self.gevonden_school(school, per, offered)?),
                ))
            }
            Weigeringsgrond::Uitzondering { grond: id, .. } => {
                let unknown = || {
                    AppError::Letter(format!(
                        "de wet in het programma kent de uitzondering \
                    '{id}' niet"
                    ))
                };
                let (words, plaats) = self.wetten().uitzondering(id).ok_or_else(unknown)?;
                let plek = Uitzondering {
                    zonder_plicht: !self.has_duty(aanmelding),
                    uitzondering: tekst(words)?,
                    toelichting: regels(&event.grond.uitleg())?,
                    vervolg: self.who_searches_on()?,
                };
                Ok((grond(words, plaats)?, Vervolgplek::Uitzondering(plek)))
            }
        }
    }

    /// Who helps to find a place when there is none yet.
    pub(super) fn who_searches_on(&self) -> Result<NietLeeg<Tekst>, AppError> {
        let loket = match self.omgeving.beleid.telefoon_loket.trim() {
            "" => "Vraag ook het samenwerkingsverband om mee te zoeken.".to_owned(),
            number => format!("Vraag ook het samenwerkingsverband om mee te zoeken: {number}."),
        };
        lijst(["Bel ons om te bespreken welke school u wilt proberen.".to_owned(), loket])
    }

    /// The talks with the parents: the act asks one where another school is named, and on an exception the law asks none (WPO 40(5),
    /// WEC 40(6), WVO 8.9(3)).
    fn talks(&self, aanmelding: &Aanmelding, event: &Geweigerd) -> Result<Vec<Overleg>, AppError> {
        let mut talks: Vec<feit::Overleg> =
            self.offers(aanmelding).into_iter().map(|offer| offer.overleg.clone()).collect();
        talks.extend(event.overleg.clone());
        talks.sort_by_key(|talk| talk.op);
        talks.dedup();
        talks.iter().map(overleg).collect()
    }

    fn offers(&self, aanmelding: &Aanmelding) -> Vec<&AanbodGedaan> {
        let offers = alle(self.dossier, |offer: &AanbodGedaan| offer.aanmelding == aanmelding.nr);
        offers.into_iter().map(|(_, offer)| offer).collect()
    }

    fn offer_of(&self, aanmelding: &Aanmelding, school: &BereidGevonden) -> Option<&AanbodGedaan> {
        let same = |offer: &&AanbodGedaan| offer.school.schoolnaam == school.schoolnaam;
        self.offers(aanmelding).into_iter().rev().find(same)
    }

    /// From when the child can go to the school found, as offered; nobody said so where it was not.
    fn starts_at(&self, aanmelding: &Aanmelding, school: &BereidGevonden) -> Option<Date> {
        self.offer_of(aanmelding, school).map(|offer| offer.per)
    }

    /// What else was looked at: earlier offers, and what stood in them.
    fn looked_at(&self, aanmelding: &Aanmelding) -> Result<Vec<AndereMogelijkheid>, AppError> {
        let mut all = Vec::new();
        for offer in self.offers(aanmelding) {
            all.extend(possibilities(&offer.andere_mogelijkheden)?);
        }
        all.dedup();
        Ok(all)
    }

    /// A school that is willing, as far as the file knows it.
    pub(super) fn gevonden_school(
        &self,
        school: &BereidGevonden,
        vanaf: Option<Date>,
        biedt: Option<&str>,
    ) -> Result<GevondenSchool, AppError> {
        let known = self
            .omgeving
            .gevonden
            .as_ref()
            .filter(|known| Some(&known.vestiging) == school.vestiging.as_ref());
        // Of one that was typed by its name its town was asked, but in facts of before.
        let plaats = known.map_or(school.plaats.as_str(), |known| known.plaats.as_str());
        let biedt = match biedt {
            Some(offered) => regels(offered)?.into(),
            None => Vec::new(),
        };
        Ok(GevondenSchool {
            naam: tekst(&school.schoolnaam)?,
            plaats: tekst(plaats).or_else(|_| tekst(PLAATS_ONBEKEND))?,
            bereid_op: school.bereid_op,
            begint_op: vanaf,
            biedt,
        })
    }

    pub(super) fn grond_andere_school(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("aanmelding.andere_school")
    }

    fn besluit_op(&self, aanmelding: &Aanmelding, bezwaar_uiterlijk: Date) -> Schoolbesluit {
        let besloten_op = aanmelding.besloten_op().unwrap_or(self.vandaag);
        let niet_behandeld = matches!(aanmelding.afloop, Some(Afloop::BuitenBehandeling { .. }));
        Schoolbesluit {
            besloten_op,
            bezwaar_uiterlijk,
            openbaar: aanmelding.openbaar,
            verwijdering: false,
            niet_behandeld,
            commissie: self.commissie(geschil::noemt_aanmelding(self.wetten().wet, aanmelding)),
        }
    }

    /// What the law says of the committee, where it names such a dispute or not.
    pub(super) fn commissie(&self, genoemd: bool) -> Commissie {
        let unsure = self.wetten().plaats_van_bepaling("geschillen.niet_van_leerling").is_some();
        if genoemd && unsure && self.dossier.handelt_zelf(self.vandaag) {
            Commissie::NietVanLeerling
        } else if genoemd {
            Commissie::Oordeelt
        } else {
            Commissie::NietGenoemd
        }
    }

    /// The registration is not handled.
    pub(super) fn buiten_behandeling(
        &self,
        event: &BuitenBehandelingGesteld,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let asked = laatste(self.dossier, |asked: &InformatieGevraagd| asked.aanmelding == aanmelding.nr);
        let nothing = || AppError::Letter("er is geen verzoek om informatie in het dossier".to_owned());
        let (_, asked) = asked.ok_or_else(nothing)?;
        let besluit = self.besluit_op(aanmelding, event.bezwaar_uiterlijk);
        let [handling, _] = buiten_behandeling(aanmelding.openbaar);
        let stopping = self.stoppen_binnen(aanmelding)?;
        let mut wet = vec![self.wetten().bepaling(handling)?];
        if let Some((binnen, plaats)) = &stopping {
            wet.push(grond(format!("De school laat dat binnen {binnen} weten."), plaats.clone())?);
        }
        let binnen = stopping.map(|(binnen, _)| binnen);
        let vaste_week = if voorwaarde::eerste_leerjaar(self.dossier, aanmelding) {
            Some(tekst(self.week_of_registering()?)?)
        } else {
            None
        };
        wet.extend(self.gronden_bezwaar(besluit)?);
        let mut letters = self.aan_ouders(|lezer| {
            Ok(BuitenBehandeling {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                ontvangen_op: aanmelding.ontvangen_op,
                gevraagd_op: asked.uitnodiging_op,
                aanleveren_was_uiterlijk: asked.tot_en_met,
                ontbreekt: stukken(&asked.wat, &asked.waarom)?,
                redenen: alineas(&event.reden)?,
                stoppen_binnen: binnen.clone(),
                vaste_week: vaste_week.clone(),
                routes: self.rechtsmiddelen(besluit)?,
            })
        })?;
        letters.extend(self.buiten_behandeling_voor_leerling(event, &wet)?);
        Ok(letters)
    }

    /// The week in which parents register for the first year of secondary education.
    fn week_of_registering(&self) -> Result<String, AppError> {
        let day = |naam| self.wetten().dag(naam, self.vandaag);
        Ok(format!("{} tot en met {}", day("aanmelding.vo_eerste_dag")?, day("aanmelding.vo_laatste_dag")?))
    }

    /// A temporary place begins by law, which can be on a day without school: when the child comes is agreed. Nothing of that is for who may not
    /// know where it is.
    pub(super) fn eerste_keer(&self, persoon: Option<u32>) -> Result<Vec<documents::Tekst>, AppError> {
        if persoon.is_some_and(|nr| self.is_met_naam_geheim(nr)) {
            return Ok(Vec::new());
        }
        let kind = self.kind();
        let words = format!(
            "Wij spreken met u af op welke schooldag en hoe laat {kind} voor het eerst komt. Weet u dat nog niet? Bel ons dan."
        );
        Ok(vec![tekst(words)?])
    }

    /// The temporary place ends with a decision of the school. Where the parents ended the
    /// registration themselves there is nothing to tell them.
    pub(super) fn einde_tijdelijk(
        &self,
        event: &TijdelijkePlaatsingGeeindigd,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        let (einde, bezwaar_uiterlijk) = match &aanmelding.afloop {
            Some(Afloop::Geweigerd { bezwaar_uiterlijk, .. }) => {
                (EindeGrond::Weigering, Some(*bezwaar_uiterlijk))
            }
            Some(Afloop::BuitenBehandeling { .. }) => {
                (EindeGrond::BuitenBehandeling, self.objection_to_stopping(aanmelding))
            }
            // The child stays, another school has it, or the parents themselves ended it: nothing to tell them.
            Some(Afloop::Toegelaten { .. } | Afloop::Elders { .. } | Afloop::Ingetrokken { .. }) | None => {
                return Ok(Vec::new());
            }
        };
        let nothing = || AppError::Letter("de laatste dag voor bezwaar staat niet in het dossier".to_owned());
        let besluit = self.besluit_op(aanmelding, bezwaar_uiterlijk.ok_or_else(nothing)?);
        let mut wet = vec![self.grond_tijdelijk(aanmelding)?];
        wet.extend(self.gronden_bezwaar(besluit)?);
        let vervolg = self.after_temporary_place(aanmelding)?;
        self.aan_ouders(|lezer| {
            Ok(EindeTijdelijkePlaatsing {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                grond: einde,
                besluit_van: besluit.besloten_op,
                laatste_dag: dates::plus_days(event.per, -1).unwrap_or(event.per),
                uitgeschreven_per: event.per,
                redenen: lijst(["Een tijdelijke plek is er zolang wij nog niet hebben beslist. Nu is er \
                    een besluit. Waarom wij zo besloten, leest u in onze andere brief van vandaag."])?,
                vervolg: vervolg.clone(),
                routes: self.rechtsmiddelen(besluit)?,
            })
        })
    }

    fn objection_to_stopping(&self, aanmelding: &Aanmelding) -> Option<Date> {
        let found =
            laatste(self.dossier, |event: &BuitenBehandelingGesteld| event.aanmelding == aanmelding.nr);
        found.map(|(_, stopped)| stopped.bezwaar_uiterlijk)
    }

    fn after_temporary_place(&self, aanmelding: &Aanmelding) -> Result<NietLeeg<Tekst>, AppError> {
        match &aanmelding.afloop {
            Some(Afloop::Geweigerd { grond: Weigeringsgrond::AndereSchool(school), .. }) => lijst([
                format!(
                    "{} wil {} toelaten. U beslist zelf of u voor die school kiest.",
                    school.schoolnaam,
                    self.kind()
                ),
                "Bel ons om de overstap te bespreken.".to_owned(),
            ]),
            _ => self.who_searches_on(),
        }
    }
}

/// Why another school: what the child needs.
fn reasons_for_offer(aanmelding: &Aanmelding) -> Result<NietLeeg<Tekst>, AppError> {
    let mut redenen = Vec::new();
    if let Some(behoefte) = &aanmelding.behoefte {
        redenen.extend(alineas(&behoefte.toelichting)?.as_slice().iter().cloned());
    }
    redenen.push(tekst("Wij denken dat deze school de hulp kan geven die nodig is.")?);
    minstens_een(redenen)
}

/// A talk as a letter tells it. Between 'met' and what was said stands no more than was recorded.
pub(super) fn overleg(talk: &feit::Overleg) -> Result<Overleg, AppError> {
    Ok(Overleg {
        datum: talk.op,
        met: tekst(&talk.met)?,
        inhoud: tekst(&talk.uitkomst)?,
        niemand_kwam: false,
    })
}

/// `Extra hulp op onze school: te weinig uren` is a possibility and what came of it; without a colon
/// the letter says only that it was looked at.
fn possibilities(items: &[String]) -> Result<Vec<AndereMogelijkheid>, AppError> {
    let one = |item: &String| {
        let (what, outcome) = item.split_once(':').unwrap_or((item.as_str(), ""));
        let mogelijkheid = tekst(what).or_else(|_| tekst(item))?;
        let uitkomst = tekst(outcome).or_else(|_| {
            tekst(
                "Hier hebben wij naar gekeken. Wij hebben hier \
            niet voor gekozen.",
            )
        })?;
        Ok(AndereMogelijkheid { mogelijkheid, uitkomst })
    };
    items.iter().map(one).collect()
}
