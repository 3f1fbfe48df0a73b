//! What a reader can do and who helps. Every term comes from the law, every last day from the event.

use base::{Date, dates};
use documents::{NietLeeg, Rechtsgrond, Rechtsmiddelen, Route, RouteMetTermijn};
use dossier::opdracht::regels;
use recht::Plicht;

use super::schrijver::Schrijver;
use super::wetten::{Wetten, grond};
use super::woorden::{minstens_een, tekst};
use super::zaak::Schrijvend;
use crate::AppError;

/// A school's decision against which parents can object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schoolbesluit {
    /// Day of the decision.
    pub(super) besloten_op: Date,
    /// Last day to object, as the event has it.
    pub(super) bezwaar_uiterlijk: Date,
    /// The school is a public authority.
    pub(super) openbaar: bool,
    /// It is a removal, not a decision on admission.
    pub(super) verwijdering: bool,
    /// The registration was not handled: of that the law gives no objection at a private school (WPO 63 lid 3 and 4), and at a public one
    /// that of the Awb, with its own term (Awb 7:10).
    pub(super) niet_behandeld: bool,
    /// What the law says of the national committee here.
    pub(super) commissie: Commissie,
}

/// What the law says of the national committee in a dispute about a decision of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commissie {
    /// It judges.
    Oordeelt,
    /// Such a dispute is not among those of which it takes notice (WPO 43 lid 2, WEC 45 lid 2, WVO 2020 12.34 lid 2).
    NietGenoemd,
    /// It judges at the request of parents, and this pupil is of age (WEC 45 lid 3, WVO 2020 12.34 lid 3).
    NietVanLeerling,
}

/// The board of a public school decides so long after the time to object is over, where the act of the school has no figure of its own.
const AFTER_THE_TERM: &str = "bezwaar.openbare_school_beslissen";
/// Who objects once the pupil is of age.
const BEZWAAR_ZELF: &str = "bezwaar.meerderjarige";

impl Schoolbesluit {
    /// The figure that says within what time parents object: that of the Awb at a public school, else one that the act of the school has
    /// of a decision of its kind.
    fn indienen(self, wetten: Wetten<'_>) -> &'static str {
        let own = if self.verwijdering {
            "bezwaar.vo_verwijdering_indienen"
        } else {
            "bezwaar.vo_toelating_indienen"
        };
        if self.openbaar {
            "bezwaar.openbare_school_indienen"
        } else if wetten.heeft_cijfer(own) {
            own
        } else {
            "bezwaar.school_indienen"
        }
    }

    /// By which figure the board decides on an objection: where the act of the school has one of a decision of its kind, public and other
    /// schools alike count from its receipt (WVO 8.8 lid 6, 8.15 lid 8).
    fn beslissen(self, wetten: Wetten<'_>) -> &'static str {
        let own = if self.verwijdering {
            "bezwaar.vo_verwijdering_beslissen"
        } else {
            "bezwaar.vo_toelating_beslissen"
        };
        if wetten.heeft_cijfer(own) {
            own
        } else if self.openbaar {
            AFTER_THE_TERM
        } else {
            "bezwaar.school_beslissen"
        }
    }
}

impl Schrijver<'_> {
    fn route(naam: &str, wat: &str, waar: &str, gratis: bool) -> Result<Route, AppError> {
        Ok(Route { naam: tekst(naam)?, wat: tekst(wat)?, uiterlijk: None, waar: tekst(waar)?, gratis })
    }

    /// A talk with the school.
    pub(super) fn praten(&self) -> Result<Route, AppError> {
        let contact = self.contact()?;
        Self::route(
            "Praten met de school",
            "Bel ons en vraag om een gesprek. U mag iemand meenemen.",
            &format!("{}\n{}", contact.naam, contact.telefoon),
            true,
        )
    }

    /// Whom an authority asks that was told of something.
    pub(super) fn vragen(&self) -> Result<Route, AppError> {
        let contact = self.contact()?;
        let waar = format!("{}\n{}", contact.naam, contact.telefoon);
        Self::route("Vragen over dit bericht", "Bel ons.", &waar, false)
    }

    /// The ouder- en jeugdsteunpunt of the region.
    pub(super) fn steunpunt(&self) -> Result<Route, AppError> {
        let waar = match (self.omgeving.beleid.steunpunt.trim(), self.omgeving.beleid.telefoon_loket.trim()) {
            ("", "") => "Vraag de school naar het steunpunt in uw regio.".to_owned(),
            ("", loket) => format!("Vraag het nummer aan het samenwerkingsverband: {loket}"),
            (steunpunt, _) => steunpunt.to_owned(),
        };
        Self::route(
            "Ouder- en jeugdsteunpunt",
            "Hier krijgt u informatie, advies en steun. Het steunpunt werkt alleen in het belang van de \
             leerling. Het samenwerkingsverband zorgt voor dit steunpunt. Uw kind mag er zelf ook praten.",
            &waar,
            true,
        )
    }

    /// Where a route is found, as the corpus has it.
    pub(super) fn vindbaar(&self, weg: &str) -> Result<String, AppError> {
        Ok(self.wetten().bepaling(weg)?.tekst.to_string())
    }

    /// Where courts are found.
    fn rechtbank(&self) -> Result<String, AppError> {
        Ok(format!("de rechtbank bij u in de buurt\n{}", self.vindbaar("weg.rechter")?))
    }

    /// The onderwijsconsulent.
    pub(super) fn consulent(&self) -> Result<Route, AppError> {
        Self::route(
            "Onderwijsconsulent",
            "Een onderwijsconsulent kent het onderwijs goed, praat met u en met de school, en zoekt \
             mee naar een oplossing.",
            &self.vindbaar("weg.consulent")?,
            true,
        )
    }

    /// The loket of the partnership, for a school.
    pub(super) fn loket(&self) -> Result<Route, AppError> {
        Self::route("Loket van het samenwerkingsverband", "Wij kijken met u mee.", &self.telefoon(), true)
    }

    /// Where a pupil who is heard finds help, in words for the pupil.
    pub(super) fn hulp_voor_leerling(&self) -> Result<NietLeeg<Route>, AppError> {
        let of_school = Route {
            wat: tekst("Bel ons en vraag om een gesprek. Je mag iemand meenemen.")?,
            ..self.praten()?
        };
        let [of_region, of_country] = self.voor_leerling()?;
        minstens_een(vec![of_school, of_region, of_country])
    }

    /// Who helps a pupil in a letter of the partnership.
    pub(super) fn steun_voor_leerling(&self) -> Result<NietLeeg<Route>, AppError> {
        minstens_een(self.voor_leerling()?.into())
    }

    /// Who helps a pupil and works for no school, in words for the pupil.
    fn voor_leerling(&self) -> Result<[Route; 2], AppError> {
        let of_region = Route {
            wat: tekst(
                "Hier krijg je informatie, advies en steun. Het steunpunt werkt alleen in het belang van de leerling.",
            )?,
            ..self.steunpunt()?
        };
        let of_country = Route {
            wat: tekst(
                "Een onderwijsconsulent kent het onderwijs goed, praat met jou, met je ouders en met de school, en zoekt \
                 mee naar een oplossing.",
            )?,
            ..self.consulent()?
        };
        Ok([of_region, of_country])
    }

    /// Who helps parents.
    pub(super) fn hulp(&self) -> Result<NietLeeg<Route>, AppError> {
        minstens_een(vec![self.steunpunt()?, self.consulent()?])
    }

    /// What parents can do when nothing is decided yet.
    pub(super) fn gesprek_en_hulp(&self) -> Result<NietLeeg<Route>, AppError> {
        minstens_een(vec![self.praten()?, self.steunpunt()?, self.consulent()?])
    }

    /// The day on which the pupil comes to object in the place of the parents while there is time left to, where the law of the school says so (WVO
    /// 2020 8.1): no other letter tells it then.
    pub(super) fn bezwaar_zelf_vanaf(&self, besluit: Schoolbesluit) -> Option<Date> {
        let birthday = self.dossier.handelt_zelf_vanaf().filter(|_| !besluit.niet_behandeld)?;
        let within = besluit.besloten_op < birthday && birthday <= besluit.bezwaar_uiterlijk;
        let wetten = self.wetten().op(besluit.besloten_op);
        (within && wetten.plaats_van_bepaling(BEZWAAR_ZELF).is_some()).then_some(birthday)
    }

    /// All routes against a decision of the school.
    pub(super) fn rechtsmiddelen(&self, besluit: Schoolbesluit) -> Result<Rechtsmiddelen, AppError> {
        let wetten = self.wetten().op(besluit.besloten_op);
        let mut object = how_to_object(besluit, wetten);
        if let Some(birthday) = self.bezwaar_zelf_vanaf(besluit) {
            let (kind, day) = (self.kind(), dates::long_nl(birthday));
            let then =
                format!(" {kind} is vanaf {day} meerderjarig. Dan maakt {kind} zelf bezwaar, en niet u.");
            object.push_str(&then);
        }
        Ok(Rechtsmiddelen {
            praten: self.praten()?,
            steunpunt: self.steunpunt()?,
            onderwijsconsulent: self.consulent()?,
            bezwaar: RouteMetTermijn {
                naam: tekst("Bezwaar maken bij het schoolbestuur")?,
                wat: tekst(object)?,
                termijn: wetten.termijn(besluit.indienen(wetten))?,
                uiterlijk: besluit.bezwaar_uiterlijk,
                waar: tekst(self.board_address()?)?,
                gratis: true,
            },
            geschillencommissie: RouteMetTermijn {
                naam: tekst("Geschillencommissie passend onderwijs")?,
                wat: tekst(what_the_committee_does(wetten, besluit.commissie)?)?,
                termijn: wetten.termijn("gpo.indienen")?,
                uiterlijk: wetten.laatste_dag("gpo.indienen", besluit.besloten_op)?,
                waar: tekst(self.vindbaar("weg.commissie")?)?,
                gratis: true,
            },
            werking: Some(tekst(werking(besluit.openbaar))?),
            andere: vec![self.klacht()?, self.rechter(besluit.openbaar)?],
        })
    }

    /// Objection to a decision of a public school that the law of schools says nothing of, with its ground: the decision names it (Awb
    /// 3:45), also where it gives what was asked. None at another school.
    pub(super) fn bezwaar_openbaar(&self, waarmee: &str) -> Result<Option<(Route, Rechtsgrond)>, AppError> {
        const INDIENEN: &str = "bezwaar.openbare_school_indienen";
        if !self.omgeving.school.as_ref().is_some_and(|school| school.openbaar) {
            return Ok(None);
        }
        let route = Route {
            naam: tekst("Bezwaar maken bij het schoolbestuur")?,
            wat: tekst(format!(
                "Schrijf een brief. Zet erin waarom u het niet met {waarmee} eens bent. {}",
                werking(true)
            ))?,
            uiterlijk: regels::bezwaar_openbaar_uiterlijk(self.wetten().wet, self.vandaag),
            waar: tekst(self.board_address()?)?,
            gratis: true,
        };
        let wetten = self.wetten();
        let ground = grond(
            format!("Ouders kunnen binnen {} bezwaar maken bij het bestuur.", wetten.termijn(INDIENEN)?),
            wetten.artikel(INDIENEN),
        )?;
        Ok(Some((route, ground)))
    }

    /// The complaints committee that every school has, about what it decides and does (WPO 14, WEC 23, WVO 2020 3.35).
    pub(super) fn klacht(&self) -> Result<Route, AppError> {
        let binnen = self.wetten().termijn("klacht.oordeel_bestuur")?;
        Self::route(
            "Klacht bij de klachtencommissie",
            &format!(
                "Vindt u dat de school iets niet goed deed, of iets ten onrechte niet deed? Dan geeft de klachtencommissie van \
                 de school een oordeel. Binnen {binnen} daarna laat het bestuur weten of het dat oordeel deelt, en wat het \
                 doet. Een klacht houdt ons besluit niet tegen."
            ),
            "Hoe u een klacht indient, en tot wanneer dat kan, staat in de schoolgids.",
            true,
        )
    }

    /// Which court can be asked for something for the time being: the one of the Awb about a public school (8:81), the civil one about another.
    pub(super) fn rechter(&self, openbaar: bool) -> Result<Route, AppError> {
        if openbaar {
            return self.voorlopige_voorziening();
        }
        let waar =
            format!("{}\nHet Juridisch Loket: {}", self.rechtbank()?, self.vindbaar("weg.juridisch_loket")?);
        Self::route(
            "Kort geding bij de rechtbank",
            "Kan het echt niet wachten? De burgerlijke rechter kan snel een tijdelijke oplossing geven. Vraag eerst raad: \
             meestal hebt u een advocaat nodig.",
            &waar,
            false,
        )
    }

    /// The board by name at the address of the school: a board's own address is not known.
    fn board_address(&self) -> Result<String, AppError> {
        let adres = self.afzender_adres()?;
        let bestuur = self.omgeving.bestuur.as_deref().unwrap_or("Het schoolbestuur");
        Ok(format!("{bestuur}, per adres {}: {}, {}", self.omgeving.afzender, adres.straat, adres.plaats))
    }

    /// What the law says about objecting to a decision of the school.
    pub(super) fn gronden_bezwaar(&self, besluit: Schoolbesluit) -> Result<Vec<Rechtsgrond>, AppError> {
        let wetten = self.wetten().op(besluit.besloten_op);
        let mut grounds = match (besluit.niet_behandeld, besluit.openbaar) {
            (true, false) => vec![wetten.bepaling("bezwaar.niet_behandeld")?],
            (true, true) => ordinary_objection(wetten, besluit)?,
            (false, _) => objection_of_the_sector(wetten, besluit)?,
        };
        if self.bezwaar_zelf_vanaf(besluit).is_some() {
            grounds.push(wetten.bepaling(BEZWAAR_ZELF)?);
        }
        grounds.extend(grounds_meanwhile(wetten, besluit.openbaar)?);
        if let Some(naam) = besluit.commissie.provision() {
            grounds.push(wetten.bepaling(naam)?);
        } else {
            grounds.push(grond_geschil(wetten)?);
            grounds.push(wetten.bepaling("geschillen.bezwaar_wacht")?);
        }
        Ok(grounds)
    }

    /// A notice of default, for when the partnership decides too late.
    pub(super) fn ingebrekestelling(&self, na: Date) -> Result<Route, AppError> {
        let waar = match self.zaak.schrijvend {
            Schrijvend::Verband => format!("{}\n{}", self.omgeving.afzender, self.telefoon()),
            Schrijvend::School => self.telefoon(),
        };
        Self::route(
            "Ons laten weten dat wij te laat zijn (ingebrekestelling)",
            &format!(
                "Dit kan de school doen, of u, als wij na {} nog niet hebben beslist. Schrijf ons dan een \
                 brief.",
                dates::long_nl(na)
            ),
            &waar,
            true,
        )
    }

    /// The court, when there is still no decision.
    pub(super) fn rechtbank_te_laat(&self, termijn: &str) -> Result<Route, AppError> {
        Self::route(
            "Beroep bij de rechtbank",
            &format!(
                "Hebben wij {termijn} na een terechte ingebrekestelling nog niet beslist? Dan kunt u \
                 de rechter vragen om ons snel te laten beslissen."
            ),
            &self.rechtbank()?,
            false,
        )
    }

    /// The court, when the decision cannot wait for the objection.
    pub(super) fn voorlopige_voorziening(&self) -> Result<Route, AppError> {
        Self::route(
            "Voorlopige voorziening bij de rechtbank",
            "U vraagt de rechter om snel een tijdelijke oplossing. Dat kan alleen als u ook bezwaar \
             maakt.",
            &self.rechtbank()?,
            false,
        )
    }
}

/// The national commission, by the law of the sector; for secondary education that stands in the transitional law (WVO 2020 12.34).
fn grond_geschil(wetten: Wetten<'_>) -> Result<Rechtsgrond, AppError> {
    let oordeel = wetten.termijn("gpo.oordeel")?;
    let words = format!(
        "Ouders kunnen het geschil voorleggen aan de Geschillencommissie passend onderwijs. Die geeft \
         binnen {oordeel} een oordeel."
    );
    grond(words, wetten.artikel("gpo.oordeel"))
}

impl Commissie {
    /// What the corpus says where it is not sure that it judges.
    fn provision(self) -> Option<&'static str> {
        match self {
            Self::Oordeelt => None,
            Self::NietGenoemd => Some("geschillen.niet_genoemd"),
            Self::NietVanLeerling => Some("geschillen.niet_van_leerling"),
        }
    }
}

/// Objection to what a public school decides outside admission and removal: the terms of the Awb.
fn ordinary_objection(wetten: Wetten<'_>, besluit: Schoolbesluit) -> Result<Vec<Rechtsgrond>, AppError> {
    Ok(vec![
        may_object(wetten, besluit)?,
        wetten.bepaling("bezwaar.beslissen_gewoon")?,
        wetten.bepaling("bezwaar.horen")?,
    ])
}

/// That parents can object, and within what time.
fn may_object(wetten: Wetten<'_>, besluit: Schoolbesluit) -> Result<Rechtsgrond, AppError> {
    let indienen = besluit.indienen(wetten);
    grond(
        format!("Ouders kunnen binnen {} bezwaar maken bij het bestuur.", wetten.termijn(indienen)?),
        wetten.artikel(indienen),
    )
}

/// Objection to an admission that was refused, or to a removal: the terms of the law of the sector.
fn objection_of_the_sector(wetten: Wetten<'_>, besluit: Schoolbesluit) -> Result<Vec<Rechtsgrond>, AppError> {
    let beslissen = besluit.beslissen(wetten);
    let pupil = wetten.eist(Plicht::BezwaarHorenLeerling);
    let since = if beslissen == AFTER_THE_TERM {
        "nadat de tijd om bezwaar te maken voorbij is"
    } else {
        "na de ontvangst"
    };
    let hears = match (pupil, besluit.openbaar) {
        (true, _) => {
            "De leerling mag eerst zijn verhaal doen en de adviezen en rapporten lezen, en tot zijn achttiende de ouders ook."
        }
        (false, true) => "",
        (false, false) => "Het hoort de ouders eerst.",
    };
    let mut grounds = vec![
        may_object(wetten, besluit)?,
        grond(
            format!(
                "Het bestuur beslist op het bezwaar binnen {} {since}. {hears}",
                wetten.termijn(beslissen)?
            ),
            wetten.artikel(beslissen),
        )?,
    ];
    if !pupil && besluit.openbaar {
        grounds.push(wetten.bepaling("bezwaar.horen")?);
    }
    Ok(grounds)
}

/// How parents object, and what the board does then: it always decides again, and only the hearing of the Awb can be left out (7:3, 7:11).
/// In secondary education the pupil has the chance to be heard, at every school (WVO 2020 8.8(6), 8.15(8)).
fn how_to_object(besluit: Schoolbesluit, wetten: Wetten<'_>) -> String {
    let then = if wetten.eist(Plicht::BezwaarHorenLeerling) && !besluit.niet_behandeld {
        "Het bestuur beslist dan opnieuw. Daarvóór mag uw kind vertellen wat het vindt, en de adviezen en rapporten lezen. Is uw \
         kind nog niet meerderjarig, dan mag u dat ook."
    } else if besluit.openbaar {
        "Het bestuur beslist dan opnieuw. Daarvóór mag u vertellen wat u vindt. Soms slaat het bestuur dat gesprek over."
    } else {
        "Het bestuur praat eerst met u en beslist dan opnieuw."
    };
    format!("Schrijf een brief. Zet erin waarom u het niet met het besluit eens bent. {then}")
}

/// What the law says of a decision while somebody objects to it, of the court, and of a complaint.
fn grounds_meanwhile(wetten: Wetten<'_>, openbaar: bool) -> Result<Vec<Rechtsgrond>, AppError> {
    let namen: &[&str] = if openbaar {
        &["bezwaar.werking", "bezwaar.voorlopige_voorziening", "klacht.indienen"]
    } else {
        &["klacht.indienen"]
    };
    namen.iter().map(|naam| wetten.bepaling(naam)).collect()
}

/// What objecting does to the decision meanwhile: nothing (Awb 6:16), and of another school no law says that it does.
const fn werking(openbaar: bool) -> &'static str {
    if openbaar {
        "Ons besluit geldt ook als u bezwaar maakt. Het wacht dus niet op het antwoord op uw bezwaar."
    } else {
        "Ons besluit geldt ook als u bezwaar maakt: er staat niet in de wet dat het dan wacht. U mag ons wel vragen om te wachten."
    }
}

/// What the committee does, and that it is not sure where the law does not name it.
fn what_the_committee_does(wetten: Wetten<'_>, commissie: Commissie) -> Result<String, AppError> {
    let own_term = "De laatste dag hiernaast is een regel van de commissie zelf.";
    let judges = format!(
        "De commissie hoort u en het schoolbestuur en geeft een oordeel. Het bestuur hoeft dat oordeel niet te volgen, maar \
         moet wel uitleggen waarom niet. {own_term}"
    );
    Ok(match commissie.provision() {
        None => judges,
        Some(naam) => format!("{} {own_term}", wetten.bepaling(naam)?.tekst),
    })
}
