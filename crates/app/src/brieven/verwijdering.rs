//! Letters of a decision to remove, and the reports to the Inspectie (R1.10, R1.11).

use base::{Date, OrganisatieId, dates};
use documents::{
    InspectieAanleiding, MeldingInspectie, MeldingVerwijdering, NietLeeg, NieuweSchool, Ontvanger, Overleg,
    Rechtsgrond, Rechtsmiddelen, Route, Uitzondering, Vervolgplek, Verwijdering,
};
use dossier::geschil;
use dossier::soort::ZonderSchool;
use dossier::staat::{self, Gedaan};
use dossier::verwijdering::besluit::bepaling;
use dossier::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, InspectieMelding, OudersEnLeraarGehoord, SchoolBereidGevonden,
    Verwijderd,
};
use recht::Plicht;

use super::Conceptbrief;
use super::feiten::laatste;
use super::routes::Schoolbesluit;
use super::schrijver::Schrijver;
use super::wetten::grond;
use super::woorden::{alineas, lijst, minstens_een, tekst};
use crate::AppError;

impl Schrijver<'_> {
    /// The child is removed.
    pub(super) fn verwijderd(&self, event: &Verwijderd) -> Result<Vec<Conceptbrief>, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let besloten_op = verwijdering.verwijderd().map_or(self.vandaag, |(op, _)| op);
        let openbaar = self.omgeving.school.as_ref().is_some_and(|school| school.openbaar);
        let besluit = Schoolbesluit {
            besloten_op,
            bezwaar_uiterlijk: event.bezwaar_uiterlijk,
            openbaar,
            verwijdering: true,
            niet_behandeld: false,
            commissie: self.commissie(geschil::noemt_verwijdering(self.wetten().wet, verwijdering)),
        };
        let school = match verwijdering.bereid {
            Some(_) => self.grond_school_eerst()?,
            None => self.ground_without_school(event)?,
        };
        let mut wet = vec![self.wetten().bepaling("verwijdering.bevoegd")?, self.grond_horen()?, school];
        wet.extend(self.gronden_vorderingen(event)?);
        wet.extend(self.gronden_melden(verwijdering, event.per)?);
        wet.extend(self.gronden_bezwaar(besluit)?);
        let to = |ontvanger: &Ontvanger, wet: &[Rechtsgrond], aan: Aan| {
            Ok::<_, AppError>(Verwijdering {
                hoofd: self.hoofd(ontvanger, wet.to_vec())?,
                school: self.school()?,
                aan_leerling: aan == Aan::Leerling,
                leerling_leest_mee: verwijdering.eist(Plicht::VerwijderingBekendLeerling),
                besloten_op,
                laatste_dag: day_before(event.per),
                redenen: alineas(&event.motivering)?,
                gehoord: self.heard(verwijdering, aan)?,
                reactie_op_ouders: None,
                vervolgplek: self.next_school(verwijdering, event, aan)?,
                gemeld_aan: self.reported_to(verwijdering, aan)?,
                bezwaar_zelf_vanaf: self.bezwaar_zelf_vanaf(besluit),
                routes: self.rechtsmiddelen(besluit)?,
            })
        };
        let mut letters = self.aan_ouders(|lezer| to(&lezer.ontvanger, &wet, Aan::Ouders))?;
        if self.tells_the_pupil_too(verwijdering.eist(Plicht::VerwijderingBekendLeerling)) {
            if verwijdering.eist(Plicht::VerwijderingBekendLeerling) {
                wet.push(self.wetten().bepaling("verwijdering.bekend_leerling")?);
            }
            letters.extend(self.aan_leerling(|leerling| {
                let mut own = to(leerling, &wet, Aan::Leerling)?;
                own.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                let help: Vec<Route> = self.hulp_voor_leerling()?.into();
                if let Ok([praten, steunpunt, consulent]) = <[Route; 3]>::try_from(help) {
                    own.routes =
                        Rechtsmiddelen { praten, steunpunt, onderwijsconsulent: consulent, ..own.routes };
                }
                Ok(own)
            })?);
        }
        Ok(letters)
    }

    /// To whom a removal is reported.
    fn reported_to(
        &self,
        verwijdering: &staat::Verwijdering,
        aan: Aan,
    ) -> Result<NietLeeg<documents::Tekst>, AppError> {
        let lives = match aan {
            Aan::Leerling => "je",
            Aan::Ouders => self.kind(),
        };
        let town = format!("burgemeester en wethouders van de gemeente waar {lives} woont");
        let inspectie = verwijdering.eist(Plicht::VerwijderingInspectieMelden);
        lijst([town].into_iter().chain(inspectie.then(|| "de Inspectie van het Onderwijs".to_owned())))
    }

    /// Where the law asks it (`asked`), a decision to suspend or remove is made known to the pupil, and under eighteen to the parents too
    /// (WVO 8.14(2), 8.15(6)); who is of age and decides alone has the one letter already. Elsewhere a pupil who is old enough for an own
    /// letter gets one.
    pub(super) fn tells_the_pupil_too(&self, asked: bool) -> bool {
        asked && !self.dossier.handelt_zelf(self.vandaag) || self.krijgt_eigen_brief()
    }

    /// Who was heard in each talk, and what they said.
    fn heard(&self, verwijdering: &staat::Verwijdering, aan: Aan) -> Result<NietLeeg<Overleg>, AppError> {
        let mut talks = Vec::new();
        for event in &verwijdering.gesprekken {
            talks.extend(self.talk(verwijdering, event, aan)?);
        }
        minstens_een(talks)
    }

    /// One talk: a line for each who was heard in it.
    fn talk(
        &self,
        verwijdering: &staat::Verwijdering,
        event: &Gedaan<OudersEnLeraarGehoord>,
        aan: Aan,
    ) -> Result<Vec<Overleg>, AppError> {
        let datum = event.op;
        let kind = self.kind();
        let (with_pupil, teacher, parents, one_of_them, invited_pupil, pupil) = match aan {
            Aan::Leerling => {
                ("jou", "je leerkracht".to_owned(), "je ouders", "een van je ouders", "je", "Je".to_owned())
            }
            Aan::Ouders => (
                kind,
                format!("de leerkracht van {kind}"),
                "de ouders",
                "een van de ouders",
                kind,
                kind.to_owned(),
            ),
        };
        let missed = |came: &Vec<u32>| {
            let parents = self.dossier.ouders_op(datum);
            !self.dossier.nog_niet_gehoord(parents, came.iter().copied()).is_empty()
        };
        let some = event.kwamen.as_ref().is_some_and(missed);
        let spoken = if some { one_of_them } else { parents };
        // Of parents who were all heard in another talk nothing is told where they did not come again.
        let open = || {
            let parents = self.dossier.ouders_op(datum);
            !self.dossier.nog_niet_gehoord(parents, verwijdering.kwamen()).is_empty()
        };
        let nobody = event.geen_ouder_kwam() && (open() || !event.ouders.is_empty());
        let invited = dates::long_nl(verwijdering.uitgenodigd_voor(datum));
        let of_parents = if nobody {
            // Whoever came to another talk is told of there.
            let who =
                if verwijdering.niemand_kwam() { "Er kwam geen ouder." } else { "Toen kwam geen ouder." };
            format!("Wij nodigden {parents} uit voor {invited}. {who} {}", event.ouders).trim().to_owned()
        } else {
            event.ouders.clone()
        };
        let absent =
            event.leerling_kwam_niet() && !(verwijdering.hoorde_leerling() && event.leerling.is_empty());
        let of_pupil = if absent {
            format!("Wij nodigden {invited_pupil} uit voor {invited}. {pupil} kwam niet. {}", event.leerling)
                .trim()
                .to_owned()
        } else {
            event.leerling.clone()
        };
        let said = [
            (with_pupil.to_owned(), of_pupil, absent),
            (teacher, event.leraar.clone(), false),
            (spoken.to_owned(), of_parents, nobody),
        ];
        let talks = said.into_iter().filter(|(_, words, _)| !words.is_empty());
        let talks = talks.map(|(met, words, niemand_kwam)| {
            Ok::<_, AppError>(Overleg { datum, met: tekst(met)?, inhoud: tekst(words)?, niemand_kwam })
        });
        talks.collect()
    }

    fn next_school(
        &self,
        verwijdering: &staat::Verwijdering,
        event: &Verwijderd,
        aan: Aan,
    ) -> Result<Vervolgplek, AppError> {
        let found =
            laatste(self.dossier, |event: &SchoolBereidGevonden| event.verwijdering == verwijdering.nr);
        match found {
            Some((_, found)) => Ok(Vervolgplek::School(self.gevonden_school(&found.school, None, None)?)),
            None => Ok(Vervolgplek::Uitzondering(Uitzondering {
                // Of an institute for cluster 1 or 2 the law asks a search, or a school: no duty that there mostly is.
                zonder_plicht: event.zoektocht.is_some(),
                uitzondering: tekst(self.why_without_school(verwijdering, event, aan)?)?,
                toelichting: match (&event.zoektocht, &event.vrijgesteld) {
                    (_, Some(free)) => alineas(&free.blijkt)?,
                    (Some(search), None) => alineas(&search.hoe)?,
                    (None, None) => lijst(["Dit volgt uit de geboortedatum."])?,
                },
                vervolg: self.who_searches_on()?,
            })),
        }
    }

    /// By which article no other school had to be found, on the day of the removal (WEC 40(18), WVO 8.15(2), LPW 4a, 4b).
    fn ground_without_school(&self, event: &Verwijderd) -> Result<Rechtsgrond, AppError> {
        match &event.vrijgesteld {
            Some(free) => self.wetten().bepaling(bepaling(free.waarom)),
            None if event.zoektocht.is_some() => {
                let weken = self.wetten().termijn("verwijdering.zoeken_cluster_1_2")?;
                grond(
                    format!(
                        "Een instelling voor cluster 1 of 2 mag verwijderen als zij aantoonbaar {weken} zonder succes een andere school zocht."
                    ),
                    self.wetten().artikel("verwijdering.zoeken_cluster_1_2"),
                )
            }
            None => self.grond_niet_leerplichtig(),
        }
    }

    /// Why no other school had to be found, with its article.
    fn why_without_school(
        &self,
        verwijdering: &staat::Verwijdering,
        event: &Verwijderd,
        aan: Aan,
    ) -> Result<String, AppError> {
        let place = self.ground_without_school(event)?.vindplaats;
        let none = format!("Er hoeft dan geen andere school te zijn ({place}).");
        let waarom = event.vrijgesteld.as_ref().map(|free| free.waarom);
        if waarom.is_none() && event.zoektocht.is_none() {
            return Ok(format!(
                "{} Er hoeft geen andere school te zijn ({place}).",
                self.leerplicht_geldt_niet(verwijdering, aan)
            ));
        }
        let kind = self.kind();
        let (pupil_has, for_pupil, pupil_is, admits) = match aan {
            Aan::Leerling => ("Je hebt".to_owned(), "jou", "Je bent".to_owned(), "je"),
            Aan::Ouders => (format!("{kind} heeft"), kind, format!("{kind} is"), kind),
        };
        let why = match waarom {
            Some(ZonderSchool::Startkwalificatie) => {
                format!("{pupil_has} een startkwalificatie. De Leerplichtwet geldt dan niet meer")
            }
            Some(ZonderSchool::PraktijkOfVso) => format!("Voor {for_pupil} is er geen kwalificatieplicht"),
            Some(ZonderSchool::InstellingVerlaten) => {
                format!(
                    "{pupil_is} niet meer opgenomen in de inrichting of gesloten accommodatie waaraan onze school is verbonden"
                )
            }
            None => {
                let weken = self.wetten().termijn("verwijdering.zoeken_cluster_1_2")?;
                format!(
                    "Onze instelling heeft aantoonbaar {weken} gezocht en geen andere school gevonden die {admits} wil toelaten"
                )
            }
        };
        Ok(format!("{why}. {none}"))
    }

    /// That the Leerplichtwet does not hold for the pupil, and since, from or until when that is so, as one reads it today.
    pub(super) fn leerplicht_geldt_niet(&self, verwijdering: &staat::Verwijdering, aan: Aan) -> String {
        let who = match aan {
            Aan::Leerling => "je",
            Aan::Ouders => self.kind(),
        };
        let Some(period) = verwijdering.leerplicht.as_ref().map(|period| period.uitkomst) else {
            return format!("De Leerplichtwet geldt niet voor {who}.");
        };
        if self.vandaag < period.van {
            format!("De Leerplichtwet geldt voor {who} pas vanaf {}.", dates::long_nl(period.van))
        } else if self.vandaag < period.tot {
            format!("De Leerplichtwet geldt voor {who} niet meer vanaf {}.", dates::long_nl(period.tot))
        } else {
            format!("De Leerplichtwet geldt niet meer voor {who}.")
        }
    }

    /// The removal is reported to the municipality: what the law asks and no more.
    pub(super) fn melding_gemeente(&self, event: &GemeldAanBenW) -> Result<Vec<Conceptbrief>, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let (besloten_op, per) = decided(verwijdering)?;
        let ontvanger = Ontvanger {
            naam: tekst(format!("College van burgemeester en wethouders van {}", event.gemeente))?,
            adres: None,
            aanhef: tekst("Geacht college")?,
        };
        // That a school is willing is what was recorded; that the pupil goes there only where somebody saw to it.
        let nieuwe_school = verwijdering.bereid.as_ref().map(|found| {
            Ok::<_, AppError>(NieuweSchool {
                naam: tekst(&found.school.schoolnaam)?,
                bereid_op: found.school.bereid_op,
                vanaf: verwijdering.elders_vastgesteld.as_ref().map(|seen| seen.van),
            })
        });
        let melding = MeldingVerwijdering {
            hoofd: self.hoofd(&ontvanger, self.gronden_melden(verwijdering, per)?)?,
            school: self.school()?,
            vestiging: verwijdering.vestiging.clone(),
            geboortedatum: self.leerling.geboortedatum,
            besloten_op,
            laatste_dag: day_before(per),
            nieuwe_school: nieuwe_school.transpose()?,
            leerling_alleen: self.dossier.handelt_zelf(self.vandaag),
        };
        let code =
            self.leerling.adres.gemeente.as_ref().and_then(|code| format!("gemeente/{code}").parse().ok());
        Ok(self.aan_instantie(code.into_iter().collect(), melding))
    }

    /// A removal or suspension is reported to the Inspectie, with reasons.
    pub(super) fn melding_inspectie(
        &self,
        event: &GemeldAanInspectie,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let (aanleiding, redenen, wet) = match event.over {
            InspectieMelding::Verwijdering(nr) => {
                let verwijdering = self.verwijdering(nr)?;
                let (besloten_op, per) = decided(verwijdering)?;
                let laatste_dag = day_before(per);
                let redenen = self.reasons_of_removal(verwijdering);
                (
                    InspectieAanleiding::Verwijdering { besloten_op, laatste_dag },
                    redenen,
                    self.wetten()
                        .bepaling("verwijdering.inspectie_melden")
                        .or_else(|_| self.grond_inspectie())?,
                )
            }
            InspectieMelding::Schorsing(nr) => {
                let missing = || AppError::Letter(format!("schorsing {nr} staat niet in het dossier"));
                let schorsing = self.dossier.schorsing(nr).ok_or_else(missing)?;
                let tot_en_met = schorsing.laatste_dag().unwrap_or(schorsing.tot_en_met);
                let aanleiding = InspectieAanleiding::Schorsing { van: schorsing.van, tot_en_met };
                (aanleiding, schorsing.redenen.as_str(), self.grond_schorsing_inspectie()?)
            }
        };
        self.aan_inspectie(aanleiding, redenen, wet)
    }

    pub(super) fn aan_inspectie(
        &self,
        aanleiding: InspectieAanleiding,
        redenen: &str,
        wet: Rechtsgrond,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let ontvanger = Ontvanger {
            naam: tekst("Inspectie van het Onderwijs")?,
            adres: None,
            aanhef: tekst("Geachte mevrouw, geachte heer")?,
        };
        let melding = MeldingInspectie {
            hoofd: self.hoofd(&ontvanger, vec![wet])?,
            school: self.school()?,
            vestiging: self.zaak.vestiging.clone(),
            aanleiding,
            redenen: alineas(redenen)?,
            leerling_alleen: self.dossier.handelt_zelf(self.vandaag),
        };
        Ok(self.aan_instantie(Vec::<OrganisatieId>::new(), melding))
    }

    /// The reasons of the decision; those of the intention where the decision does not read.
    fn reasons_of_removal<'b>(&'b self, verwijdering: &'b staat::Verwijdering) -> &'b str {
        let found = laatste(self.dossier, |event: &Verwijderd| event.verwijdering == verwijdering.nr);
        found.map_or(verwijdering.redenen.as_str(), |(_, removed)| removed.motivering.as_str())
    }

    pub(super) fn grond_horen(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("verwijdering.horen")
    }

    pub(super) fn grond_school_eerst(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("verwijdering.andere_school")
    }

    pub(super) fn grond_niet_leerplichtig(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("verwijdering.zonder_school_leerplicht")
    }

    /// The rules on a removal because of insufficient progress, where it is a ground (Uitvoeringsbesluit WVO 2020 8.12).
    fn gronden_vorderingen(&self, event: &Verwijderd) -> Result<Vec<Rechtsgrond>, AppError> {
        let namen: &[&str] = if event.vorderingen == Some(true) {
            &["verwijdering.vorderingen", "verwijdering.geen_onderscheid"]
        } else {
            &[]
        };
        namen.iter().map(|naam| self.wetten().bepaling(naam)).collect()
    }

    /// By which articles a removal is reported to the municipality: of every pupil, and of one whom the Leerplichtwet let go for those who
    /// see to young people without a diploma too (LPW 18(1), WEC 47a, WVO 8.21).
    fn gronden_melden(
        &self,
        verwijdering: &staat::Verwijdering,
        per: Date,
    ) -> Result<Vec<Rechtsgrond>, AppError> {
        let mut all = vec![self.wetten().bepaling("verwijdering.melden_gemeente")?];
        let oldest = i16::try_from(self.wetten().aantal("rmc.tot_leeftijd")?).unwrap_or(i16::MAX);
        let young = dates::birthday(self.leerling.geboortedatum, oldest).is_none_or(|day| per < day);
        if young && verwijdering.meldt_aan_rmc(per) {
            all.push(self.wetten().bepaling("verwijdering.melden_rmc")?);
        }
        Ok(all)
    }

    pub(super) fn grond_inspectie(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("verwijdering.inspectie").or_else(|_| self.grond_school_eerst())
    }
}

/// To whom a letter speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aan {
    /// The parents, or in their words whoever stands in their place.
    Ouders,
    /// The pupil, who has an own letter beside theirs.
    Leerling,
}

/// Decided on, and from which day.
fn decided(verwijdering: &staat::Verwijdering) -> Result<(Date, Date), AppError> {
    let missing = || AppError::Letter("de verwijdering staat niet in het dossier".to_owned());
    verwijdering.verwijderd().ok_or_else(missing)
}

fn day_before(day: Date) -> Date {
    dates::plus_days(day, -1).unwrap_or(day)
}
