//! Letters of an intention to remove: it is told, the talk about it is on another day, it is withdrawn (R1.10).

use base::{Date, dates};
use documents::{
    Brief, Briefhoofd, Gehoord, Gesprek, InspectieAanleiding, Ontvanger, Rechtsgrond, StandAndereSchool,
    Uitzondering, VoornemenVerwijdering,
};
use dossier::staat;
use dossier::verwijdering::besluit::zoeken_hooguit;
use dossier::verwijdering::feiten::{VerwijderingIngetrokken, VerwijderingVoorgenomen};
use dossier::verwijdering::gesprek::GesprekVerzet;
use recht::Plicht;

use super::Conceptbrief;
use super::schrijver::Schrijver;
use super::verwijdering::Aan;
use super::woorden::{alineas, lijst, tekst};
use crate::AppError;

impl Schrijver<'_> {
    /// The board intends to remove the child: told to the parents, and where the law says so to the pupil, who is heard, and to the
    /// Inspectie, which is consulted first.
    pub(super) fn voornemen(&self, event: &VerwijderingVoorgenomen) -> Result<Vec<Conceptbrief>, AppError> {
        let mut letters = self.uitnodigingen(event)?;
        // Of a pupil whom the Leerplichtwet let go the Inspectie is not consulted, and gets no data (WVO 8.15(4)).
        let verwijdering = self.verwijdering(event.verwijdering)?;
        if verwijdering.asks_overleg(self.vandaag) {
            let aanleiding = InspectieAanleiding::VoornemenVerwijdering {
                gemeld_op: self.vandaag,
                overleg_graag_voor: verwijdering.dag_van_gesprek(),
            };
            letters.extend(self.aan_inspectie(aanleiding, &event.redenen, self.grond_inspectie()?)?);
        }
        Ok(letters)
    }

    /// The talk is on another day: whoever knows of the day before it is told so, and whoever was not invited yet is invited as the others
    /// were. Nobody knows of a day, nor of the reasons, by a letter that never left: whoever has none with the reasons gets that one, heard
    /// already or not.
    pub(super) fn gesprek_verzet(&self, event: &GesprekVerzet) -> Result<Vec<Conceptbrief>, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let (family, pupil_too) = self.who_is_heard(&verwijdering.feit);
        let mut letters = self.aan_ouders(|lezer| {
            let parent = lezer.persoon.and_then(|nr| self.dossier.persoon(nr));
            let pupil = self.dossier.handelt_zelf(self.vandaag);
            let (new, heard) = match parent.filter(|_| !pupil) {
                Some(parent) => (
                    !self.dossier.was_eerder_uitgenodigd(verwijdering.nr, parent),
                    self.dossier.kwam_naar_gesprek(verwijdering, parent),
                ),
                None => (
                    pupil && !self.dossier.leerling_kende_andere_dag(verwijdering),
                    pupil && verwijdering.hoorde_leerling(),
                ),
            };
            let to_reader = |brief: &staat::Brief| match parent.filter(|_| !pupil) {
                Some(parent) => brief.inhoud.aan_personen.contains(&parent.nr),
                None => self.dossier.is_aan_leerling(brief),
            };
            let told = self.told_before(verwijdering, to_reader).filter(|_| !new);
            self.andere_dag(event, (family, heard, told), &lezer.ontvanger)
        })?;
        if pupil_too {
            letters.extend(self.aan_leerling(|leerling| {
                let told = self.told_before(verwijdering, |brief| self.dossier.is_aan_leerling(brief));
                let heard = verwijdering.hoorde_leerling();
                self.andere_dag(event, (Gehoord::Leerling, heard, told), leerling)
            })?);
        }
        Ok(letters)
    }

    /// The day of the talk that a reader knows, who has the letter with the reasons.
    fn told_before(
        &self,
        verwijdering: &staat::Verwijdering,
        aan: impl Fn(&staat::Brief) -> bool,
    ) -> Option<Date> {
        let reasons = self.dossier.redenen_verzonden(verwijdering, &aan) == Some(true);
        self.dossier.gesprek_in_brieven(verwijdering, aan).filter(|_| reasons)
    }

    /// That the talk is on another day, for one reader who knows of the day before it; who knows of none is invited with the reasons.
    fn andere_dag(
        &self,
        event: &GesprekVerzet,
        (lezer, al_gehoord, told): (Gehoord, bool, Option<Date>),
        ontvanger: &Ontvanger,
    ) -> Result<Brief, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let Some(was) = told else {
            let invited = self.uitnodiging_voor(&verwijdering.feit, (lezer, al_gehoord), ontvanger)?;
            return Ok(invited.into());
        };
        let pupil = lezer == Gehoord::Leerling;
        let nieuwe_school = verwijdering.bereid.as_ref();
        let nieuwe_school =
            nieuwe_school.map(|found| self.gevonden_school(&found.school, None, None)).transpose()?;
        Ok(Brief::from(documents::GesprekVerplaatst {
            hoofd: self.head_of_talk(ontvanger, lezer, vec![self.grond_horen()?])?,
            school: self.school()?,
            lezer,
            was,
            voornemen_van: verwijdering.voorgenomen_op,
            reden: alineas(&event.reden)?,
            al_gehoord,
            gesprek: self.gesprek_op(event.op, if pupil { "met je" } else { "met u" })?,
            reageren_uiterlijk: event.op,
            nieuwe_school,
            routes: if pupil { self.hulp_voor_leerling()? } else { self.gesprek_en_hulp()? },
        }))
    }

    /// The head of a letter about the talk: a pupil who does not decide yet has it beside the one to the parents.
    fn head_of_talk(
        &self,
        ontvanger: &Ontvanger,
        lezer: Gehoord,
        wet: Vec<Rechtsgrond>,
    ) -> Result<Briefhoofd, AppError> {
        let mut hoofd = self.hoofd(ontvanger, wet)?;
        if lezer == Gehoord::Leerling && !self.dossier.handelt_zelf(self.vandaag) {
            hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
        }
        Ok(hoofd)
    }

    /// Who is heard, as the letter to the family has it; and whether the pupil has an own one beside it.
    fn who_is_heard(&self, event: &VerwijderingVoorgenomen) -> (Gehoord, bool) {
        let of_age = self.dossier.handelt_zelf(self.vandaag);
        match (event.eist(Plicht::VerwijderingHorenLeerling), of_age) {
            (false, _) => (Gehoord::OudersEnLeraar, false),
            (true, false) => (Gehoord::OudersEnLeerling, true),
            (true, true) => (Gehoord::Leerling, false),
        }
    }

    /// The talk on a day, at a time that is agreed with the reader.
    fn gesprek_op(&self, datum: Date, with_you: &str) -> Result<Gesprek, AppError> {
        let signer = self.contact()?;
        Ok(Gesprek {
            datum,
            tijd: tekst(format!("een tijd die wij {with_you} afspreken"))?,
            plaats: self.school()?,
            met: tekst(format!("{}, {}", signer.naam, signer.functie))?,
        })
    }

    /// The invitations to be heard, one for each who is.
    fn uitnodigingen(&self, event: &VerwijderingVoorgenomen) -> Result<Vec<Conceptbrief>, AppError> {
        let (family, pupil_too) = self.who_is_heard(event);
        let mut letters =
            self.aan_ouders(|lezer| self.uitnodiging_voor(event, (family, false), &lezer.ontvanger))?;
        if pupil_too {
            letters.extend(self.aan_leerling(|leerling| {
                self.uitnodiging_voor(event, (Gehoord::Leerling, false), leerling)
            })?);
        }
        Ok(letters)
    }

    /// The invitation to be heard, for one reader: with the reasons, also where the school heard the reader before it left.
    fn uitnodiging_voor(
        &self,
        event: &VerwijderingVoorgenomen,
        (lezer, al_gehoord): (Gehoord, bool),
        ontvanger: &Ontvanger,
    ) -> Result<VoornemenVerwijdering, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let day = verwijdering.dag_van_gesprek();
        let (you, with_you, routes) = match lezer {
            Gehoord::Leerling => ("hoor je", "met je", self.hulp_voor_leerling()?),
            Gehoord::OudersEnLeraar | Gehoord::OudersEnLeerling => {
                ("hoort u", "met u", self.gesprek_en_hulp()?)
            }
        };
        let tomorrow = dates::plus_days(day, 1).unwrap_or(day);
        let needed = verwijdering.is_leerplichtig(day) || verwijdering.is_leerplichtig(tomorrow);
        let school = if needed { self.grond_school_eerst()? } else { self.grond_niet_leerplichtig()? };
        Ok(VoornemenVerwijdering {
            hoofd: self.head_of_talk(ontvanger, lezer, vec![self.grond_horen()?, school])?,
            school: self.school()?,
            lezer,
            redenen: alineas(&event.redenen)?,
            geprobeerd: Vec::new(),
            al_gehoord,
            gesprek: self.gesprek_op(day, with_you)?,
            reageren_uiterlijk: day,
            andere_school: match &verwijdering.bereid {
                Some(found) => StandAndereSchool::School(self.gevonden_school(&found.school, None, None)?),
                None => self.search((verwijdering, needed), (lezer, you))?,
            },
            zoekt_hooguit: self.searches_at_most(verwijdering)?,
            routes,
        })
    }

    /// How long an institute for cluster 1 or 2 searches at most; of other schools the law has no such end.
    fn searches_at_most(
        &self,
        verwijdering: &staat::Verwijdering,
    ) -> Result<Option<documents::Tekst>, AppError> {
        let here =
            self.dossier.inschrijving_op(self.vandaag).filter(|i| i.vestiging == verwijdering.vestiging);
        let figure = here.and_then(|i| zoeken_hooguit(self.wetten().wet, i.schoolsoort));
        figure.map(|naam| self.wetten().termijn(naam)).transpose()
    }

    /// The search for another school, or why none is looked for: on the first day on which the pupil could leave the Leerplichtwet does not
    /// hold (WEC 40(18), WVO 8.15(2)). It can hold today.
    fn search(
        &self,
        (verwijdering, needed): (&staat::Verwijdering, bool),
        (lezer, you): (Gehoord, &str),
    ) -> Result<StandAndereSchool, AppError> {
        let aan = if lezer == Gehoord::Leerling { Aan::Leerling } else { Aan::Ouders };
        if needed {
            let child = match aan {
                Aan::Leerling => "je",
                Aan::Ouders => self.kind(),
            };
            return Ok(StandAndereSchool::Zoeken {
                stand: lijst([format!(
                    "Wij zoeken een school die {child} wil toelaten. Zodra wij iets weten, {you} dat van ons."
                )])?,
            });
        }
        let place = self.grond_niet_leerplichtig()?.vindplaats;
        let next = match aan {
            Aan::Leerling => "Wil je zelf naar een andere school? Bel ons, dan denken wij mee.",
            Aan::Ouders => "Zoekt u een andere school? Bel ons, dan denken wij mee.",
        };
        let let_go = self.leerplicht_geldt_niet(verwijdering, aan);
        let until = verwijdering.is_leerplichtig(self.vandaag);
        let duty = if until { "Vanaf die dag hoeven wij" } else { "Wij hoeven" };
        Ok(StandAndereSchool::Uitzondering(Uitzondering {
            zonder_plicht: false,
            uitzondering: tekst(format!("{let_go} {duty} geen andere school te vinden ({place})."))?,
            toelichting: lijst(["Dit volgt uit de geboortedatum."])?,
            vervolg: lijst([next])?,
        }))
    }

    /// The intention is withdrawn: whoever was told of it hears that it is over, the Inspectie too.
    pub(super) fn voornemen_ingetrokken(
        &self,
        event: &VerwijderingIngetrokken,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let day = verwijdering.dag_van_gesprek();
        let to = |ontvanger: &Ontvanger, aan_leerling: bool| {
            Ok::<_, AppError>(documents::VoornemenIngetrokken {
                hoofd: self.hoofd(ontvanger, vec![self.grond_horen()?])?,
                school: self.school()?,
                aan_leerling,
                voornemen_van: verwijdering.voorgenomen_op,
                gesprek_vervalt: Some(day).filter(|day| self.vandaag <= *day),
                redenen: alineas(&event.reden)?,
                routes: if aan_leerling { self.hulp_voor_leerling()? } else { self.gesprek_en_hulp()? },
            })
        };
        let (family, pupil_too) = self.who_is_heard(&verwijdering.feit);
        let mut letters = self.aan_ouders(|lezer| to(&lezer.ontvanger, family == Gehoord::Leerling))?;
        if pupil_too {
            letters.extend(self.aan_leerling(|leerling| {
                let mut own = to(leerling, true)?;
                own.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                Ok(own)
            })?);
        }
        // The Inspectie was told of it, where it was consulted (WVO 8.15(4)).
        if verwijdering.asks_overleg(verwijdering.voorgenomen_op) {
            let aanleiding = InspectieAanleiding::VoornemenIngetrokken {
                gemeld_op: verwijdering.voorgenomen_op,
                ingetrokken_op: self.vandaag,
            };
            letters.extend(self.aan_inspectie(aanleiding, &event.reden, self.grond_inspectie()?)?);
        }
        Ok(letters)
    }
}
