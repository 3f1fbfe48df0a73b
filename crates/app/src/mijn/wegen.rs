//! The routes for a family that does not agree: those that fit how its child stands today, each with where it is taken.
//!
//! What is known of a school stands in the reference data, of a partnership in its policy, of the others in the corpus. What is
//! known nowhere is not made up: then it is said how it is found.

use base::{Date, OrganisatieId, SwvCode, Vestigingscode, Zekerheid};
use dossier::beurt::Onderwerp;
use dossier::gezin::{Beslisser, Beslissing, Gezinszaak};
use dossier::opdracht::regels;
use recht::Eenheid;
use teksten::{Tekst, mijn};
use verband::{Beleid, School};

use super::MijnKind;
use crate::kind::Kindbeeld;
use crate::{App, AppError, Moment};

/// One route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weg {
    /// What it is called.
    pub naam: Tekst,
    /// What it is, and when it helps.
    pub wat: Tekst,
    /// Until when, where there is a term.
    pub termijn: Option<Tekst>,
    /// The term stands in no law.
    pub onzeker: bool,
    /// Where it is taken.
    pub waar: Vec<Plek>,
}

/// Where a route is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plek {
    /// A name or a postal address, on one line.
    Adres(String),
    /// A telephone number.
    Telefoon(String),
    /// A site, without its protocol.
    Site(String),
    /// It is not known here: how it is found.
    Zoek(Tekst),
}

/// A decision to which can be objected today.
struct Besluit<'a> {
    onderwerp: Onderwerp,
    beslisser: Beslisser,
    beslissing: &'a Beslissing,
    uiterlijk: Date,
    /// The Awb gives it, or the law of schools or requests; of a suspension by another school none does, and a court is a way all the same.
    bezwaar: bool,
}

/// What the routes of one child rest on.
struct Stand<'a> {
    app: &'a App,
    beeld: &'a Kindbeeld,
    on: Date,
    school: Option<School>,
    /// The partnership concerned, by name, with its policy.
    verband: Option<(String, Beleid)>,
    besluiten: Vec<Besluit<'a>>,
    /// The last decision of a school, also where nobody can object to it any more, or never could.
    van_school: Option<Onderwerp>,
}

impl App {
    /// The routes that fit.
    pub async fn wegen(&self, mijn: &MijnKind, moment: Moment) -> Result<Vec<Weg>, AppError> {
        let (beeld, on) = (&mijn.beeld, moment.vandaag);
        let besloten = beeld.zaken.besloten(&beeld.roepnaam);
        let mut besluiten = Vec::new();
        let decides = |onderwerp: Onderwerp| Some(beeld.zaken.gezinszaak(onderwerp)?.beslisser());
        for found in &besloten {
            besluiten.extend(self.open_besluit(beeld, found, on).await?);
        }
        let by_school =
            besloten.iter().filter(|(onderwerp, _)| decides(*onderwerp) == Some(Beslisser::School));
        let van_school = by_school.max_by_key(|(_, beslissing)| beslissing.op).map(|found| found.0);
        // The latest is the one that somebody has in mind.
        besluiten.sort_by_key(|besluit| std::cmp::Reverse(besluit.beslissing.op));
        let school = match school_of(beeld).filter(|_| !beeld.school_geheim) {
            Some(vestiging) => self.school(vestiging, on).await?,
            None => None,
        };
        // Where the places are secret, the address of a partnership tells the region.
        let swv = if beeld.school_geheim { None } else { swv_of(beeld) };
        let swv = swv.or_else(|| school.as_ref().and_then(School::swv).cloned());
        let verband = match swv.filter(|swv| !swv.organisatie().is_plaatsvervanger()) {
            Some(swv) => {
                let naam = self.organisatie_naam(&swv.organisatie(), on).await?;
                Some((naam, self.beleid(&swv).await?))
            }
            None => None,
        };
        let stand = Stand { app: self, beeld, on, school, verband, besluiten, van_school };
        stand.all().await
    }

    /// A decision against which something can be done today: until the last day that the fact has, or where the Awb alone gives objection
    /// until the day that the letter names too. Of another school than a public one only a suspension is left, for a court.
    async fn open_besluit<'a>(
        &self,
        beeld: &Kindbeeld,
        (onderwerp, beslissing): &'a (Onderwerp, Beslissing),
        on: Date,
    ) -> Result<Option<Besluit<'a>>, AppError> {
        let onderwerp = *onderwerp;
        let zaak = beeld.zaken.gezinszaak(onderwerp);
        let Some((beslisser, court)) = zaak.map(|zaak| (zaak.beslisser(), zaak.is_voor_de_rechter())) else {
            return Ok(None);
        };
        let open = |last: &Date| *last >= on;
        let besluit = |uiterlijk, bezwaar| Besluit { onderwerp, beslisser, beslissing, uiterlijk, bezwaar };
        if !beslissing.bezwaar_als_openbaar {
            let uiterlijk = beslissing.bezwaar_uiterlijk.filter(open);
            return Ok(uiterlijk.map(|uiterlijk| besluit(uiterlijk, true)));
        }
        let last = regels::bezwaar_openbaar_uiterlijk(&self.wet, beslissing.op).filter(open);
        let Some(uiterlijk) = last else { return Ok(None) };
        let school = match beeld.vestiging_van(onderwerp) {
            Some(vestiging) => self.school(vestiging, beslissing.op).await?,
            None => None,
        };
        let bezwaar = school.is_some_and(|school| school.openbaar);
        Ok((bezwaar || court).then(|| besluit(uiterlijk, bezwaar)))
    }
}

impl Stand<'_> {
    async fn all(&self) -> Result<Vec<Weg>, AppError> {
        let mut wegen = Vec::new();
        // Who may not know at which school the child is, is not sent to it.
        if !self.beeld.school_geheim {
            wegen.push(weg(mijn::weg_praten(), mijn::weg_praten_wat(), school_lines(self.school.as_ref())));
        }
        let asked = || self.cases().any(|zaak| zaak.beslisser() == Beslisser::Verband);
        if let Some((naam, beleid)) = self.verband.as_ref().filter(|_| asked()) {
            wegen.push(weg(mijn::weg_verband(), mijn::weg_verband_wat(), verband_lines(naam, beleid)));
        }
        wegen.push(weg(mijn::weg_steunpunt(), mijn::weg_steunpunt_wat(), self.steunpunt()));
        wegen.push(weg(mijn::weg_consulent(), mijn::weg_consulent_wat(), self.known("weg.consulent")));
        wegen.extend(self.klacht());
        wegen.extend(self.bezwaar_bij_school().await?);
        wegen.extend(self.bezwaar_bij_verband());
        wegen.extend(self.commissie());
        wegen.push(weg(mijn::weg_college(), mijn::weg_college_wat(), self.known("weg.college")));
        if !self.besluiten.is_empty() {
            let waar = [self.known("weg.rechter"), self.known("weg.juridisch_loket")].concat();
            wegen.push(weg(mijn::weg_rechter(), mijn::weg_rechter_wat(), waar));
        }
        Ok(wegen)
    }

    fn cases(&self) -> impl Iterator<Item = &dyn Gezinszaak> {
        self.beeld.zaken.van_gezin().into_iter().map(|(_, zaak)| zaak)
    }

    fn besluit(&self, of: Beslisser) -> Option<&Besluit<'_>> {
        self.besluiten.iter().find(|besluit| besluit.bezwaar && besluit.beslisser == of)
    }

    /// The complaints committee that every school has (WPO 14, WEC 23, WVO 2020 3.35): its guide says how, and is found at the school.
    fn klacht(&self) -> Option<Weg> {
        school_of(self.beeld)?;
        let parameter = self.app.wet.parameter("klacht.oordeel_bestuur", self.on).ok()?;
        let weken = parameter.aantal(Eenheid::Weken).ok()?;
        let waar = vec![Plek::Zoek(mijn::klacht_in_schoolgids())];
        Some(weg(mijn::weg_klacht(), mijn::WegKlachtWat { weken }.tekst(), waar))
    }

    /// The board, by name at the address of the school that decided.
    async fn bezwaar_bij_school(&self) -> Result<Option<Weg>, AppError> {
        let Some(besluit) = self.besluit(Beslisser::School) else { return Ok(None) };
        let mut waar = Vec::new();
        let place = self.beeld.vestiging_van(besluit.onderwerp).filter(|_| !self.beeld.school_geheim);
        if let Some(vestiging) = place
            && let Some(school) = self.app.school(vestiging, self.on).await?
        {
            if let Some(bestuur) = &school.bestuur {
                let organisatie: OrganisatieId = bestuur.organisatie();
                waar.push(Plek::Adres(self.app.organisatie_naam(&organisatie, self.on).await?));
            }
            waar.extend(school_lines(Some(&school)));
        }
        if waar.is_empty() {
            waar.push(Plek::Zoek(mijn::staat_in_brief()));
        }
        let termijn = mijn::LaatsteBesluit { dag: besluit.uiterlijk }.tekst();
        let weg = weg(mijn::weg_bezwaar_school(), mijn::weg_bezwaar_school_wat(), waar);
        Ok(Some(Weg { termijn: Some(termijn), ..weg }))
    }

    /// The partnership, which asks its committee for advice.
    fn bezwaar_bij_verband(&self) -> Option<Weg> {
        let besluit = self.besluit(Beslisser::Verband)?;
        let mut waar = self.verband.as_ref().map_or_else(
            || vec![Plek::Zoek(mijn::staat_in_brief())],
            |(naam, beleid)| verband_lines(naam, beleid),
        );
        waar.extend(self.known("weg.bezwaarcommissie_tlv"));
        let termijn = mijn::LaatsteBesluit { dag: besluit.uiterlijk }.tekst();
        let weg = weg(mijn::weg_bezwaar_verband(), mijn::weg_bezwaar_verband_wat(), waar);
        Some(Weg { termijn: Some(termijn), ..weg })
    }

    /// The committee judges what a board does about admission, removal or a plan, and no declaration (WPO 43 lid 2, WEC 45 lid 2, WVO 2020 12.34 lid 2).
    fn commissie(&self) -> Option<Weg> {
        let about_school =
            self.cases().any(Gezinszaak::is_voor_commissie) || self.beeld.inschrijving.is_some();
        if !about_school {
            return None;
        }
        // To a suspension and an admission no article names it.
        let latest = self.besluiten.iter().find(|besluit| {
            besluit.beslisser == Beslisser::School && !besluit.beslissing.bezwaar_als_openbaar
        });
        // Of a decision that the law does not name no last day of the committee is told.
        let named = self.van_school.is_none_or(|onderwerp| self.names_the_committee(onderwerp));
        let decided = latest.filter(|_| named).map(|besluit| besluit.beslissing.op);
        let last = decided.and_then(|op| self.app.wet.termijn("gpo.indienen", op, self.on).ok().flatten());
        let parameter = self.app.wet.parameter("gpo.indienen", self.on).ok();
        let weeks = || parameter.and_then(|found| found.aantal(Eenheid::Weken).ok());
        let termijn = match last.filter(|last| *last >= self.on) {
            Some(dag) => Some(mijn::LaatsteBesluit { dag }.tekst()),
            None => weeks().map(|weken| mijn::NaHetBesluit { weken }.tekst()),
        };
        let read = parameter.is_some_and(|found| found.bron.vindplaats.zekerheid == Zekerheid::Wettekst);
        let termijn = termijn.filter(|_| named);
        let wat = if named { mijn::weg_commissie_wat() } else { mijn::weg_commissie_niet_genoemd() };
        let weg = weg(mijn::weg_commissie(), wat, self.known("weg.commissie"));
        Some(Weg { onzeker: termijn.is_some() && !read, termijn, ..weg })
    }

    fn names_the_committee(&self, onderwerp: Onderwerp) -> bool {
        let zaak = self.beeld.zaken.gezinszaak(onderwerp);
        let leerling_op = self.beeld.handelt_zelf.then_some(self.on);
        zaak.is_none_or(|zaak| zaak.noemt_commissie(&self.app.wet, leerling_op))
    }

    /// The policy of the partnership names it; else the desk knows.
    fn steunpunt(&self) -> Vec<Plek> {
        let Some((naam, beleid)) = &self.verband else { return vec![Plek::Zoek(mijn::zoek_steunpunt())] };
        if !beleid.steunpunt.trim().is_empty() {
            return vec![Plek::Adres(beleid.steunpunt.trim().to_owned())];
        }
        let mut waar = vec![Plek::Zoek(mijn::ZoekSteunpuntBij { verband: naam }.tekst())];
        waar.extend(telephone(&beleid.telefoon_loket));
        waar
    }

    /// What the corpus knows of a route: its site, and its telephone number; the same in every sector.
    fn known(&self, naam: &str) -> Vec<Plek> {
        let said = |naam: &str| Some(self.app.wet.bepaling_ergens(naam, self.on)?.tekst.clone());
        let site = said(naam).map(Plek::Site);
        site.into_iter().chain(said(&format!("{naam}.telefoon")).map(Plek::Telefoon)).collect()
    }
}

fn weg(naam: Tekst, wat: Tekst, waar: Vec<Plek>) -> Weg {
    Weg { naam, wat, termijn: None, onzeker: false, waar }
}

/// The school of enrolment, else the last that a case leads to.
fn school_of(beeld: &Kindbeeld) -> Option<&Vestigingscode> {
    let enrolled = beeld.inschrijving.as_ref().map(|inschrijving| &inschrijving.vestiging);
    let led_to = || beeld.zaken.van_gezin().into_iter().rev().find_map(|(_, zaak)| zaak.aanspreekschool());
    enrolled.or_else(led_to)
}

/// The schools that a family can call: that of enrolment and each at which a registration runs; where there is none, the last that a case leads to.
pub fn schools_of(beeld: &Kindbeeld) -> Vec<&Vestigingscode> {
    let enrolled = beeld.inschrijving.as_ref().map(|inschrijving| &inschrijving.vestiging);
    let running = beeld.aanmeldingen.iter().filter(|aanmelding| aanmelding.afloop.is_none());
    let mut all: Vec<&Vestigingscode> = Vec::new();
    for school in enrolled.into_iter().chain(running.map(|aanmelding| &aanmelding.vestiging)) {
        if !all.contains(&school) {
            all.push(school);
        }
    }
    if all.is_empty() { school_of(beeld).into_iter().collect() } else { all }
}

/// The partnership that decides in the last of its cases, else the one of the last case of a school.
fn swv_of(beeld: &Kindbeeld) -> Option<SwvCode> {
    let last = |of: Beslisser| {
        let cases = beeld.zaken.van_gezin().into_iter().rev();
        cases.filter(|(_, zaak)| zaak.beslisser() == of).find_map(|(_, zaak)| zaak.verband())
    };
    last(Beslisser::Verband).or_else(|| last(Beslisser::School))
}

fn telephone(known: &str) -> Option<Plek> {
    Some(known.trim()).filter(|known| !known.is_empty()).map(|known| Plek::Telefoon(known.to_owned()))
}

fn school_lines(school: Option<&School>) -> Vec<Plek> {
    let Some(school) = school else { return vec![Plek::Zoek(mijn::staat_in_schoolgids())] };
    let postcode = school.postcode.as_ref().map(ToString::to_string).unwrap_or_default();
    let place = format!("{postcode} {}", school.plaats);
    let parts = [school.naam.trim(), school.adres.trim(), place.trim()];
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut lines = vec![Plek::Adres(known.join(", "))];
    lines.push(telephone(&school.telefoon).unwrap_or_else(|| Plek::Zoek(mijn::staat_in_schoolgids())));
    lines
}

fn verband_lines(naam: &str, beleid: &Beleid) -> Vec<Plek> {
    let parts = [naam.trim(), beleid.postadres.trim()];
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut lines = vec![Plek::Adres(known.join(", "))];
    lines.extend(telephone(&beleid.telefoon_loket));
    if beleid.postadres.trim().is_empty() || beleid.telefoon_loket.trim().is_empty() {
        lines.push(Plek::Zoek(mijn::vraag_de_school()));
    }
    lines
}
