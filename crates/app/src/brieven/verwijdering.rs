//! Letters of a removal and a suspension (R1.10, R1.11).

use base::{Date, OrganisatieId, Sector, dates};
use documents::{
    Gehoord, Gesprek, InspectieAanleiding, MeldingInspectie, MeldingVerwijdering, NietLeeg, Ontvanger,
    Overleg, Rechtsgrond, Rechtsmiddelen, Route, Schorsing, StandAndereSchool, Tekst, Uitzondering,
    Vervolgplek, Verwijdering, VoornemenVerwijdering,
};
use dossier::opdracht::regels;
use dossier::soort::{Schoolsoort, ZonderSchool};
use dossier::staat;
use dossier::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, Geschorst, InspectieMelding, OudersEnLeraarGehoord,
    SchoolBereidGevonden, Verwijderd, VerwijderingVoorgenomen,
};
use verband::grenzen::DAGEN_TOT_GESPREK;

use super::Conceptbrief;
use super::aanmelding::dagen;
use super::feiten::laatste;
use super::routes::Schoolbesluit;
use super::schrijver::Schrijver;
use super::wetten::grond;
use super::woorden::{alineas, lijst, minstens_een, tekst};
use crate::AppError;

/// The rule of suspensions.
const SCHORSING: &str = "schorsing.toets";

impl Schrijver<'_> {
    /// The board intends to remove the child: told to the parents, and in vo to the pupil, who is heard there, and to the Inspectie,
    /// which is consulted first.
    pub(super) fn voornemen(&self, event: &VerwijderingVoorgenomen) -> Result<Vec<Conceptbrief>, AppError> {
        let vo = event.sector == Sector::Vo;
        let of_age = self.dossier.handelt_zelf(self.vandaag);
        let family = match (vo, of_age) {
            (false, _) => Gehoord::OudersEnLeraar,
            (true, false) => Gehoord::OudersEnLeerling,
            (true, true) => Gehoord::Leerling,
        };
        let mut letters = self.aan_ouders(|lezer| self.uitnodiging_voor(event, family, &lezer.ontvanger))?;
        if vo && !of_age {
            letters.extend(self.aan_leerling(|leerling| {
                let mut invitation = self.uitnodiging_voor(event, Gehoord::Leerling, leerling)?;
                invitation.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                Ok(invitation)
            })?);
        }
        if vo {
            let aanleiding = InspectieAanleiding::VoornemenVerwijdering {
                gemeld_op: self.vandaag,
                overleg_graag_voor: self.day_of_talk(),
            };
            letters.extend(self.aan_inspectie(aanleiding, &event.redenen, self.grond_inspectie()?)?);
        }
        Ok(letters)
    }

    fn day_of_talk(&self) -> Date {
        let day = dates::plus_days(self.vandaag, DAGEN_TOT_GESPREK).unwrap_or(self.vandaag);
        regels::werkdag_vanaf(&self.besluitvorming(), day)
    }

    /// The invitation to be heard, for one reader.
    fn uitnodiging_voor(
        &self,
        event: &VerwijderingVoorgenomen,
        lezer: Gehoord,
        ontvanger: &Ontvanger,
    ) -> Result<VoornemenVerwijdering, AppError> {
        let day = self.day_of_talk();
        let signer = self.contact()?;
        let (you, with_you, routes) = match lezer {
            Gehoord::Leerling => ("hoor je", "met je", self.hulp_voor_leerling()?),
            Gehoord::OudersEnLeraar | Gehoord::OudersEnLeerling => {
                ("hoort u", "met u", self.gesprek_en_hulp()?)
            }
        };
        let child = if lezer == Gehoord::Leerling { "je" } else { self.kind() };
        Ok(VoornemenVerwijdering {
            hoofd: self.hoofd(ontvanger, vec![self.grond_horen()?, self.grond_school_eerst()?])?,
            school: self.school()?,
            lezer,
            redenen: alineas(&event.redenen)?,
            geprobeerd: lijst([format!(
                "Wat wij hebben geprobeerd en wat dat opleverde, bespreken wij {with_you} in het gesprek."
            )])?,
            gesprek: Gesprek {
                datum: day,
                tijd: tekst(format!("een tijd die wij {with_you} afspreken"))?,
                plaats: self.school()?,
                met: tekst(format!("{}, {}", signer.naam, signer.functie))?,
            },
            reageren_uiterlijk: day,
            andere_school: StandAndereSchool::Zoeken {
                stand: lijst([format!(
                    "Wij zoeken een school die {child} wil toelaten. Zodra wij iets weten, {you} dat van ons."
                )])?,
            },
            routes,
        })
    }

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
        };
        let mut wet = vec![self.grond_horen()?, self.grond_school_eerst()?, self.grond_melden()?];
        wet.extend(self.gronden_bezwaar(besluit)?);
        let mut gemeld_aan =
            vec![format!("burgemeester en wethouders van de gemeente waar {} woont", self.kind())];
        if verwijdering.sector == Sector::Vo {
            gemeld_aan.push("de Inspectie van het Onderwijs".to_owned());
        }
        let to = |ontvanger: &Ontvanger, wet: &[Rechtsgrond]| {
            Ok::<_, AppError>(Verwijdering {
                hoofd: self.hoofd(ontvanger, wet.to_vec())?,
                school: self.school()?,
                aan_leerling: false,
                besloten_op,
                laatste_dag: day_before(event.per),
                redenen: alineas(&event.motivering)?,
                gehoord: self.heard(verwijdering)?,
                reactie_op_ouders: tekst("Wat dit voor ons besluit betekende, staat onder ‘Waarom?’.")?,
                vervolgplek: self.next_school(verwijdering, event)?,
                gemeld_aan: lijst(&gemeld_aan)?,
                routes: self.rechtsmiddelen(besluit)?,
            })
        };
        let mut letters = self.aan_ouders(|lezer| to(&lezer.ontvanger, &wet))?;
        if self.tells_the_pupil_too(verwijdering.sector) {
            wet.push(self.wetten().bepaling("verwijdering.bekend_leerling")?);
            letters.extend(self.aan_leerling(|leerling| {
                let mut own = to(leerling, &wet)?;
                own.aan_leerling = true;
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

    /// In secondary education a decision to suspend or remove is made known to the pupil, and under eighteen to the parents too (WVO
    /// 8.14(2), 8.15(6)); who is of age and decides alone has the one letter already.
    fn tells_the_pupil_too(&self, sector: Sector) -> bool {
        sector == Sector::Vo && !self.dossier.handelt_zelf(self.vandaag)
    }

    /// Who was heard, and what they said.
    fn heard(&self, verwijdering: &staat::Verwijdering) -> Result<NietLeeg<Overleg>, AppError> {
        let found =
            laatste(self.dossier, |event: &OudersEnLeraarGehoord| event.verwijdering == verwijdering.nr);
        let missing =
            || AppError::Letter("het gesprek met ouders en leraar staat niet in het dossier".to_owned());
        let (datum, event) = found.ok_or_else(missing)?;
        let said = [
            (self.kind().to_owned(), &event.leerling),
            (format!("de leerkracht van {}", self.kind()), &event.leraar),
            ("de ouders".to_owned(), &event.ouders),
        ];
        let talks = said.into_iter().filter(|(_, words)| !words.is_empty());
        let talks = talks.map(|(met, words)| {
            Ok::<_, AppError>(Overleg { datum, met: tekst(met)?, inhoud: tekst(words)? })
        });
        minstens_een(talks.collect::<Result<_, _>>()?)
    }

    fn next_school(
        &self,
        verwijdering: &staat::Verwijdering,
        event: &Verwijderd,
    ) -> Result<Vervolgplek, AppError> {
        let found =
            laatste(self.dossier, |event: &SchoolBereidGevonden| event.verwijdering == verwijdering.nr);
        match found {
            Some((_, found)) => Ok(Vervolgplek::School(self.gevonden_school(&found.school, None, None)?)),
            None => Ok(Vervolgplek::Uitzondering(Uitzondering {
                uitzondering: tekst(self.why_without_school(verwijdering, event))?,
                toelichting: match (&event.zoektocht, &event.vrijgesteld) {
                    (_, Some(free)) => alineas(&free.blijkt)?,
                    (Some(search), None) => alineas(&search.hoe)?,
                    (None, None) => lijst(["Waarom dat zo is, staat in de uitleg hierboven."])?,
                },
                vervolg: self.who_searches_on()?,
            })),
        }
    }

    /// Why no other school had to be found, on the day of the removal (WEC 40(18), WVO 8.15(2), LPW 4a, 4b).
    fn why_without_school(&self, verwijdering: &staat::Verwijdering, event: &Verwijderd) -> String {
        let kind = self.kind();
        match event.vrijgesteld.as_ref().map(|free| free.waarom) {
            Some(ZonderSchool::Startkwalificatie) => format!(
                "{kind} heeft een startkwalificatie. De Leerplichtwet geldt dan niet meer (artikel 4b), en er hoeft geen andere school te zijn."
            ),
            Some(ZonderSchool::PraktijkOfVso) => format!(
                "Voor {kind} is er geen kwalificatieplicht (artikel 4a lid 2 van de Leerplichtwet). Dan hoeft er geen andere school te zijn."
            ),
            Some(ZonderSchool::InstellingVerlaten) => format!(
                "{kind} is niet meer opgenomen in de instelling waar onze school bij hoort. Dan hoeft er geen andere school te zijn (artikel 40 lid 18 van de Wet op de expertisecentra)."
            ),
            None if verwijdering.is_leerplichtig(event.per) => format!(
                "Onze instelling heeft lang gezocht en geen andere school gevonden die {kind} wil toelaten."
            ),
            None => {
                format!("De Leerplichtwet geldt dan niet voor {kind}. Er hoeft geen andere school te zijn.")
            }
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
        let nieuwe_school = verwijdering.bereide_school().map(|naam| Ok::<_, AppError>((tekst(naam)?, per)));
        let melding = MeldingVerwijdering {
            hoofd: self.hoofd(&ontvanger, vec![self.grond_melden()?])?,
            school: self.school()?,
            vestiging: verwijdering.vestiging.clone(),
            geboortedatum: self.leerling.geboortedatum,
            besloten_op,
            laatste_dag: day_before(per),
            nieuwe_school: nieuwe_school.transpose()?,
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
                let aanleiding =
                    InspectieAanleiding::Schorsing { van: schorsing.van, tot_en_met: schorsing.tot_en_met };
                (aanleiding, schorsing.redenen.as_str(), self.grond_schorsing_inspectie()?)
            }
        };
        self.aan_inspectie(aanleiding, redenen, wet)
    }

    fn aan_inspectie(
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
        };
        Ok(self.aan_instantie(Vec::<OrganisatieId>::new(), melding))
    }

    /// The reasons of the decision; those of the intention where the decision does not read.
    fn reasons_of_removal<'b>(&'b self, verwijdering: &'b staat::Verwijdering) -> &'b str {
        let found = laatste(self.dossier, |event: &Verwijderd| event.verwijdering == verwijdering.nr);
        found.map_or(verwijdering.redenen.as_str(), |(_, removed)| removed.motivering.as_str())
    }

    /// The child is suspended.
    pub(super) fn schorsing(&self, event: &Geschorst) -> Result<Vec<Conceptbrief>, AppError> {
        let toets = event.toets.uitkomst;
        let plaats = self.wetten().plaats(&event.toets.berekening);
        let hooguit = self.wetten().termijn_van(SCHORSING, "hooguit")?;
        let mut wet = vec![grond(
            format!("Het bestuur mag een kind hooguit {hooguit} schorsen. Het schrijft de ouders waarom."),
            plaats,
        )?];
        if toets.melding_inspectie {
            wet.push(self.grond_schorsing_inspectie()?);
        }
        if event.tijdens_overleg.is_some() {
            wet.push(self.wetten().bepaling("schorsing.tijdens_overleg")?);
        }
        let back = dates::plus_days(event.tot_en_met, 1).unwrap_or(event.tot_en_met);
        let routes = self.routes_schorsing()?;
        let to = |ontvanger: &Ontvanger, wet: &[Rechtsgrond]| {
            Ok::<_, AppError>(Schorsing {
                hoofd: self.hoofd(ontvanger, wet.to_vec())?,
                school: self.school()?,
                aan_leerling: false,
                tijdens_overleg: event.tijdens_overleg.is_some(),
                van: event.van,
                tot_en_met: event.tot_en_met,
                // Of this suspension alone: the rule counts a row of them as one.
                duur: dagen(i64::from(dates::days_between(event.van, event.tot_en_met)) + 1)?,
                terug_op: regels::werkdag_vanaf(&self.besluitvorming(), back),
                redenen: alineas(&event.redenen)?,
                schoolwerk: lijst([format!(
                    "Wij willen dat {} ook thuis kan leren. Heeft u nog geen schoolwerk? Bel ons dan.",
                    self.kind()
                )])?,
                gesprek: None,
                inspectie_bericht: toets.melding_inspectie,
                routes: routes.clone(),
            })
        };
        let mut letters = self.aan_ouders(|lezer| to(&lezer.ontvanger, &wet))?;
        let vo = self.dossier.schoolsoort_van(&event.vestiging) == Some(Schoolsoort::Vo);
        if vo && self.tells_the_pupil_too(Sector::Vo) {
            wet.push(self.wetten().bepaling("schorsing.bekend_leerling")?);
            letters.extend(self.aan_leerling(|leerling| {
                let mut own = to(leerling, &wet)?;
                own.aan_leerling = true;
                own.hoofd.afschrift_aan = vec![tekst("je ouders, met een eigen brief")?];
                own.schoolwerk = lijst([
                    "Wij willen dat je ook thuis kunt leren. Heb je nog geen schoolwerk? Bel ons dan.",
                ])?;
                own.routes = self.hulp_voor_leerling()?;
                Ok(own)
            })?);
        }
        Ok(letters)
    }

    /// Against a suspension by a public school the Awb gives objection; for other schools no text
    /// says so, and the letter names no term.
    fn routes_schorsing(&self) -> Result<NietLeeg<Route>, AppError> {
        let mut routes: Vec<Route> = self.gesprek_en_hulp()?.into();
        if self.omgeving.school.as_ref().is_some_and(|school| school.openbaar) {
            let uiterlijk = regels::bezwaar_toelating(&self.besluitvorming(), true)?;
            routes.push(Route {
                naam: tekst("Bezwaar maken bij het schoolbestuur")?,
                wat: tekst("Schrijf een brief. Zet erin waarom u het niet met de schorsing eens bent.")?,
                uiterlijk: Some(uiterlijk),
                waar: self.afzender_waar()?,
                gratis: true,
            });
        }
        minstens_een(routes)
    }

    fn afzender_waar(&self) -> Result<Tekst, AppError> {
        let adres = self.afzender_adres()?;
        tekst(format!("{}, {}, {}", self.omgeving.afzender, adres.straat, adres.plaats))
    }

    fn grond_horen(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("verwijdering.horen")
    }

    fn grond_school_eerst(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("verwijdering.andere_school")
    }

    fn grond_melden(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("verwijdering.melden_gemeente")
    }

    fn grond_inspectie(&self) -> Result<Rechtsgrond, AppError> {
        self.wetten().bepaling("verwijdering.inspectie").or_else(|_| self.grond_school_eerst())
    }

    fn grond_schorsing_inspectie(&self) -> Result<Rechtsgrond, AppError> {
        let boven = self.wetten().termijn_van(SCHORSING, "melding_boven")?;
        let words = format!(
            "Duurt een schorsing langer dan {boven}, dan meldt het bestuur dat aan de \
            Inspectie, met de redenen."
        );
        grond(words, self.wetten().plaats_van(SCHORSING))
    }
}

/// Decided on, and from which day.
fn decided(verwijdering: &staat::Verwijdering) -> Result<(Date, Date), AppError> {
    let missing = || AppError::Letter("de verwijdering staat niet in het dossier".to_owned());
    verwijdering.verwijderd().ok_or_else(missing)
}

fn day_before(day: Date) -> Date {
    dates::plus_days(day, -1).unwrap_or(day)
}
