//! Letters of an intention to remove: it is told, the talk about it is on another day, it is withdrawn (R1.10).

use base::{Date, dates};
use documents::{
    Brief, Gehoord, Gesprek, InspectieAanleiding, Ontvanger, StandAndereSchool, Uitzondering,
    VoornemenVerwijdering,
};
use dossier::leven::leerling::LEERLING;
use dossier::staat;
use dossier::verwijdering::besluit::zoeken_hooguit;
use dossier::verwijdering::feiten::{VerwijderingIngetrokken, VerwijderingVoorgenomen};
use dossier::verwijdering::gehoord::DagVanGesprek;
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
    /// were. Nobody knows of a day by a letter that never left.
    pub(super) fn gesprek_verzet(&self, event: &GesprekVerzet) -> Result<Vec<Conceptbrief>, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let (family, pupil_too) = self.who_is_heard(&verwijdering.feit);
        let mut letters = self.aan_ouders(|lezer| {
            let parent = lezer.persoon.and_then(|nr| self.dossier.persoon(nr));
            let pupil = self.dossier.handelt_zelf(self.vandaag);
            let new = match parent.filter(|_| !pupil) {
                Some(parent) => !self.dossier.was_eerder_uitgenodigd(verwijdering.nr, parent),
                None => pupil && !self.dossier.leerling_kende_andere_dag(verwijdering),
            };
            if new {
                return self.uitnodiging_voor(&verwijdering.feit, family, &lezer.ontvanger).map(Brief::from);
            }
            let heard = match parent.filter(|_| !pupil) {
                Some(parent) => self.dossier.kwam_naar_gesprek(verwijdering, parent),
                None => pupil && verwijdering.hoorde_leerling(),
            };
            let known = self.dossier.gesprek_in_brieven(verwijdering, |brief| {
                parent.is_some_and(|p| brief.inhoud.aan_personen.contains(&p.nr))
            });
            if known == DagVanGesprek::Niets && !heard {
                return self.uitnodiging_voor(&verwijdering.feit, family, &lezer.ontvanger).map(Brief::from);
            }
            self.andere_dag(event, (family, heard, known), &lezer.ontvanger).map(Brief::from)
        })?;
        if pupil_too {
            letters.extend(self.aan_leerling(|leerling| {
                let known = self.dossier.gesprek_in_brieven(verwijdering, |brief| self.is_for_pupil(brief));
                let mut moved = self.andere_dag(event, (Gehoord::Leerling, false, known), leerling)?;
                moved.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                Ok(moved)
            })?);
        }
        Ok(letters)
    }

    /// That the talk is on another day, for one reader who knows of the day before it.
    fn andere_dag(
        &self,
        event: &GesprekVerzet,
        (lezer, al_gehoord, known): (Gehoord, bool, DagVanGesprek),
        ontvanger: &Ontvanger,
    ) -> Result<documents::GesprekVerplaatst, AppError> {
        let verwijdering = self.verwijdering(event.verwijdering)?;
        let missing =
            || AppError::Letter("het verzetten van het gesprek staat niet in het dossier".to_owned());
        let before = verwijdering.laatste_verzetting().map(|moved| moved.was).ok_or_else(missing)?;
        let was = match known {
            DagVanGesprek::Dag(told) => told,
            DagVanGesprek::Geen | DagVanGesprek::Niets => before,
        };
        let pupil = lezer == Gehoord::Leerling;
        let nieuwe_school = verwijdering.bereid.as_ref();
        let nieuwe_school =
            nieuwe_school.map(|found| self.gevonden_school(&found.school, None, None)).transpose()?;
        Ok(documents::GesprekVerplaatst {
            hoofd: self.hoofd(ontvanger, vec![self.grond_horen()?])?,
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
        })
    }

    /// A letter that goes to the pupil, by the own number or as the family of the file.
    fn is_for_pupil(&self, brief: &staat::Brief) -> bool {
        let inhoud = &brief.inhoud;
        inhoud.aan_personen.contains(&LEERLING)
            || inhoud.aan_organisaties.contains(&self.dossier.nummer.gezin())
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
        let mut letters = self.aan_ouders(|lezer| self.uitnodiging_voor(event, family, &lezer.ontvanger))?;
        if pupil_too {
            letters.extend(self.aan_leerling(|leerling| {
                let mut invitation = self.uitnodiging_voor(event, Gehoord::Leerling, leerling)?;
                invitation.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                Ok(invitation)
            })?);
        }
        Ok(letters)
    }

    /// The invitation to be heard, for one reader.
    fn uitnodiging_voor(
        &self,
        event: &VerwijderingVoorgenomen,
        lezer: Gehoord,
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
            hoofd: self.hoofd(ontvanger, vec![self.grond_horen()?, school])?,
            school: self.school()?,
            lezer,
            redenen: alineas(&event.redenen)?,
            geprobeerd: Vec::new(),
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
