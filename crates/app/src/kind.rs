//! What one person may see of one child: the view of an open file ([`crate::geopend`]).
//!
//! What somebody may not see is absent here already, so no page can show it by mistake.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use base::{Date, DossierNummer, OrganisatieId, PersoonId, dates};
use dossier::aanmelding::feiten::EerstContactGemeld;
use dossier::aanmelding::opdracht::zorgplicht_bij;
use dossier::beurt::{Onderwerp, Zet};
use dossier::leven::feiten::Geslacht;
use dossier::proces::Zaken;
use dossier::staat::{Aanmelding, Adres, Brief, EersteContact, Inschrijving, Overname, Persoon};
use dossier::tijdlijn;
use dossier::tlv::feiten::{Antwoord, Herkomst, ZienswijzeVan};
use dossier::toegang::{BekendeGegevens, Betrokkenheid, Deel, Kijker, Matrix, RelatieSoort, Wie};
use dossier::{Beurt, Dossier, Feit, Gebeurtenis, Inhoud, Rol};

use crate::{App, AppError, Moment, geheim};

/// A child as one person may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kindbeeld {
    /// File.
    pub nummer: DossierNummer,
    /// Version of the file, for the forms on the page.
    pub versie: u64,
    /// Given name.
    pub roepnaam: String,
    /// Whole name.
    pub naam: String,
    /// Prefix of the surname.
    pub voorvoegsel: String,
    /// Surname.
    pub achternaam: String,
    /// Gender, where recorded.
    pub geslacht: Option<Geslacht>,
    /// Date of birth.
    pub geboortedatum: Option<Date>,
    /// Age in years.
    pub leeftijd: Option<i16>,
    /// Parts that this person may read.
    pub delen: Vec<Deel>,
    /// Commands that this person's role may give on this file now.
    pub mag: BTreeSet<&'static str>,
    /// Where the child is enrolled.
    pub inschrijving: Option<Inschrijving>,
    /// Who holds the duty of care, by name.
    pub zorgplicht: Vec<String>,
    /// Address; absent when it is secret for this person.
    pub adres: Option<Adres>,
    /// The address is secret.
    pub adres_geheim: bool,
    /// From whom in particular, by number, for whoever may change that; empty: from everybody.
    pub geheim_voor: Vec<u32>,
    /// The school knows the number of the child.
    pub nummer_bekend: bool,
    /// At which schools the child is, is secret for this person: none is named.
    pub school_geheim: bool,
    /// People around the child.
    pub mensen: Vec<Persoon>,
    /// First contacts that the parents reported.
    pub contacten: Vec<EerstContactGemeld>,
    /// The cases of which this person may know.
    pub zaken: Zaken,
    /// Requests that were begun and never sent, of a school that has nothing more to do with the child.
    pub blijven_liggen: BTreeSet<u32>,
    /// Dossiers taken over.
    pub overnames: Vec<Overname>,
    /// Letters.
    pub brieven: Vec<Brief>,
    /// Open turns, with the organisation by name.
    pub beurten: Vec<(Beurt, String)>,
    /// What happened, newest first.
    pub tijdlijn: Vec<tijdlijn::Regel>,
    /// A newer program wrote in this file: it can be read only.
    pub alleen_lezen: bool,
    /// Died on.
    pub overleden_op: Option<Date>,
}

/// The cases in sight are asked of the view as they are of a file.
impl Deref for Kindbeeld {
    type Target = Zaken;

    fn deref(&self) -> &Zaken {
        &self.zaken
    }
}

impl Kindbeeld {
    /// This person may read a part.
    pub fn leest(&self, deel: Deel) -> bool {
        self.delen.contains(&deel)
    }

    /// The turn that the headline shows: the earliest one.
    pub fn aan_zet(&self) -> Option<&(Beurt, String)> {
        self.beurten.first()
    }
}

impl App {
    /// What one person may see of a file.
    pub(crate) async fn beeld(
        &self,
        kijker: &Kijker,
        dossier: &Dossier,
        betrokken: &[Betrokkenheid],
        moment: Moment,
    ) -> Result<Kindbeeld, AppError> {
        let school_geheim = hides_schools(dossier, kijker, moment);
        let without_schools;
        let dossier = if school_geheim {
            let mut namen = BTreeMap::new();
            for organisatie in geheim::plaatsen(dossier) {
                let naam = self.organisatie_naam(&organisatie, moment.vandaag).await?;
                namen.insert(organisatie, naam);
            }
            let own = own_person(dossier, kijker, moment);
            without_schools = geheim::zonder_plaatsen(dossier, own, |id| namen.get(id).cloned());
            &without_schools
        } else {
            dossier
        };
        let blik = Blik::new(&self.matrix, dossier, betrokken, kijker, moment);
        let mut beurten = Vec::new();
        for beurt in dossier.beurten().into_iter().filter(|beurt| beurt.is_open(moment.vandaag)) {
            if blik.sees(beurt.onderwerp) && !blik.is_closed(&beurt) {
                let hidden = school_geheim && beurt.organisatie.kind() == "school";
                let naam = if hidden {
                    "de school".to_owned()
                } else {
                    self.organisatie_naam(&beurt.organisatie, moment.vandaag).await?
                };
                beurten.push((beurt, naam));
            }
        }
        let mut zorgplicht = Vec::new();
        let mut held = zorgplicht_bij(dossier, moment.vandaag);
        held.retain(|organisatie| !school_geheim && blik.knows_of_duty_of(organisatie));
        for organisatie in held {
            zorgplicht.push(self.organisatie_naam(&organisatie, moment.vandaag).await?);
        }
        let mag = dossier::opdracht::OPDRACHTEN
            .iter()
            .copied()
            .filter(|naam| self.matrix.mag(kijker, betrokken, naam, moment.vandaag).toegestaan)
            .filter(|naam| dossier.gesloten_voor(naam, &kijker.actor).is_none())
            .collect();
        let mut beeld = Kindbeeld { school_geheim, ..blik.view(beurten, zorgplicht, mag) };
        if school_geheim {
            // What a school handed over names that school in every line.
            beeld.overnames.clear();
        }
        Ok(beeld)
    }
}

impl App {
    /// Organisations of which somebody may hear that they have to do with the child; none when that is every one, because
    /// there is nothing in the file that they may not know of.
    pub(crate) fn bekende_organisaties(
        &self,
        kijker: &Kijker,
        dossier: &Dossier,
        betrokken: &[Betrokkenheid],
        moment: Moment,
    ) -> Vec<OrganisatieId> {
        let blik = Blik::new(&self.matrix, dossier, betrokken, kijker, moment);
        if blik.kent_kind && dossier.onderwerpen().all(|onderwerp| blik.sees(onderwerp)) {
            return Vec::new();
        }
        // Whoever is there for the child, or for a case of which this person knows.
        let known = |b: &&Betrokkenheid| {
            blik.kent_kind && b.kent_kind && b.soort != RelatieSoort::Swv
                || blik.zaken.iter().any(|onderwerp| b.zaken.bevat(*onderwerp))
        };
        let organisations = betrokken.iter().filter(known).filter_map(|b| match &b.wie {
            Wie::Organisatie(organisatie) => Some(organisatie.clone()),
            Wie::Persoon { .. } => None,
        });
        let own = [kijker.actor.organisatie.clone(), dossier.nummer.gezin()];
        organisations.chain(own).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// Whether the places of the child are secret for the parent who looks.
fn hides_schools(dossier: &Dossier, kijker: &Kijker, moment: Moment) -> bool {
    own_person(dossier, kijker, moment).is_some_and(|nr| dossier.is_geheim_voor(nr))
}

/// The number in the file of a parent who looks.
fn own_person(dossier: &Dossier, kijker: &Kijker, moment: Moment) -> Option<u32> {
    let account = Some(&kijker.actor.persoon);
    let mut people = dossier.personen_op(moment.vandaag).filter(|_| kijker.actor.rol == Rol::Ouder);
    people.find(|persoon| persoon.account.as_ref() == account).map(|persoon| persoon.nr)
}

/// One person's way of looking at one file.
struct Blik<'a> {
    dossier: &'a Dossier,
    kijker: &'a Kijker,
    moment: Moment,
    delen: Vec<Deel>,
    /// Registrations, removals, suspensions and requests that this person may know of.
    zaken: BTreeSet<Onderwerp>,
    /// What others recorded of the child itself is no news for this person: they do more than look at a case.
    kent_kind: bool,
    /// What this person was given of the child itself, where that is not what stands in the file now: they have only a
    /// case of it.
    gegeven: Option<BekendeGegevens>,
    /// The number in the file of a parent who looks.
    eigen_persoon: Option<u32>,
}

impl<'a> Blik<'a> {
    fn new(
        matrix: &Matrix,
        dossier: &'a Dossier,
        betrokken: &[Betrokkenheid],
        kijker: &'a Kijker,
        moment: Moment,
    ) -> Self {
        let on = moment.vandaag;
        let mine = |b: &&Betrokkenheid| b.is_current(on) && b.is_of(&kijker.actor);
        let sees = |onderwerp: &Onderwerp| matrix.ziet_zaak(kijker, betrokken, *onderwerp, on);
        let zaken: BTreeSet<Onderwerp> = dossier.onderwerpen().filter(sees).collect();
        let knows = betrokken.iter().filter(mine).any(Betrokkenheid::kent_gegevens);
        let gegeven = (!knows).then(|| {
            let mut scholen = dossier.scholen_van(&zaken);
            scholen.push(kijker.actor.organisatie.clone());
            dossier.bekend_bij(&scholen, on)
        });
        Self {
            dossier,
            kijker,
            moment,
            delen: matrix.leesbare_delen(kijker, betrokken, on),
            zaken,
            kent_kind: betrokken.iter().filter(mine).any(|b| b.kent_kind),
            gegeven,
            eigen_persoon: own_person(dossier, kijker, moment),
        }
    }

    /// This person may know where the child is and lives now.
    fn kent_gegevens(&self) -> bool {
        self.gegeven.is_none() && self.reads(Deel::A)
    }

    /// The place of the child at a school, for who may know of it.
    fn enrolled(&self) -> Option<&Inschrijving> {
        self.dossier.inschrijving_op(self.moment.vandaag).filter(|_| self.kent_gegevens())
    }

    /// A turn of a parent who cannot take it, because it is secret from them where the child is.
    fn is_closed(&self, beurt: &Beurt) -> bool {
        beurt.zet == Zet::AanbodBeantwoorden
            && self.dossier.gesloten_voor("aanvaard_aanbod", &self.kijker.actor).is_some()
    }

    fn reads(&self, deel: Deel) -> bool {
        self.delen.contains(&deel)
    }

    fn sees(&self, onderwerp: Onderwerp) -> bool {
        self.zaken.contains(&onderwerp)
    }

    fn sees_registration(&self, aanmelding: &Aanmelding) -> bool {
        self.sees(Onderwerp::Aanmelding(aanmelding.nr))
    }

    /// A dossier that a school took over is of that school, of the schools of its pupil, of whoever judges a request of
    /// that school, and of whoever reads a request that leans on it.
    fn sees_takeover(&self, overname: &Overname) -> bool {
        let school = &overname.inhoud.vestiging;
        let leans_on = |antwoord: &Antwoord| matches!(antwoord.herkomst, Herkomst::Dossier { volgnummer, .. } if volgnummer == overname.volgnummer);
        let mut requests = self.dossier.aanvragen.iter().filter(|a| self.sees(Onderwerp::Aanvraag(a.nr)));
        let of_answers = requests.clone().any(|aanvraag| aanvraag.antwoorden.iter().any(leans_on));
        let mut of_request =
            || requests.any(|aanvraag| aanvraag.vestiging.organisatie() == school.organisatie());
        self.reads(Deel::E)
            && match self.kijker.actor.rol {
                _ if of_answers => true,
                Rol::Loket | Rol::Besluitnemer | Rol::Deskundige => of_request(),
                _ if self.eigen_persoon.is_some() => true,
                _ if school.organisatie() == self.kijker.actor.organisatie => true,
                _ => self.kent_kind && self.dossier.was_leerling_van(school, overname.op),
            }
    }

    /// The school of the child is no secret for who reads here; another one holds the duty by a registration.
    fn knows_of_duty_of(&self, organisatie: &OrganisatieId) -> bool {
        let enrolled = self.enrolled();
        let registered = self.dossier.aanmeldingen.iter().filter(|a| self.sees_registration(a));
        enrolled
            .map(|i| &i.vestiging)
            .into_iter()
            .chain(registered.map(|a| &a.vestiging))
            .any(|vestiging| vestiging.organisatie() == *organisatie)
    }

    /// The address, unless it is secret for this person.
    fn address(&self) -> Option<Adres> {
        let leerling = self.dossier.leerling.as_ref()?;
        let shown = (self.reads(Deel::A) || self.eigen_persoon.is_some()) && self.kept_from().is_none();
        match &self.gegeven {
            Some(gegeven) => gegeven.adres.clone().filter(|_| shown),
            None => shown.then(|| leerling.adres.clone()),
        }
    }

    /// People around the child; a parent sees the contact data of nobody but themselves.
    fn people(&self) -> Vec<Persoon> {
        if !self.reads(Deel::A) {
            return Vec::new();
        }
        if let Some(gegeven) = &self.gegeven {
            return gegeven.mensen.clone();
        }
        let mut mensen: Vec<Persoon> = self.dossier.personen_op(self.moment.vandaag).cloned().collect();
        if let Some(own) = self.eigen_persoon {
            for persoon in mensen.iter_mut().filter(|persoon| persoon.nr != own) {
                persoon.contact = dossier::leven::feiten::Contactgegevens::default();
                persoon.brondocument.clear();
            }
        }
        mensen
    }

    /// The number of a parent from whom the places of the child are secret. What others around it said in their own words
    /// may tell where it is, and no list of names finds that in them: it is closed for this one as long as that lasts.
    fn kept_from(&self) -> Option<u32> {
        self.eigen_persoon.filter(|own| self.dossier.is_geheim_voor(*own))
    }

    /// These are the own words of somebody else, and closed for this parent.
    fn are_closed_words(&self, feit: &Feit) -> bool {
        let Some(own) = self.kept_from() else { return false };
        let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else { return false };
        let recorded = || feit.actor.persoon == self.kijker.actor.persoon;
        match gebeurtenis {
            Gebeurtenis::EerstContactGemeld(_) => !recorded(),
            Gebeurtenis::OudersReageerden(view) => view.van != ZienswijzeVan::Persoon(own) && !recorded(),
            _ => false,
        }
    }

    /// First contacts, for parents.
    fn contacts(&self) -> Vec<EerstContactGemeld> {
        let readable = |contact: &&EersteContact| {
            self.eigen_persoon.is_some()
                && (self.kept_from().is_none() || contact.van == self.kijker.actor.persoon)
        };
        self.dossier.contacten.iter().filter(readable).map(|contact| contact.inhoud.clone()).collect()
    }

    fn letters(&self) -> Vec<Brief> {
        let visible = |brief: &&Brief| {
            let about = brief.inhoud.betreft.onderwerp();
            let of_child = || {
                let own = brief.van == self.kijker.actor.organisatie;
                self.reads(Deel::A) && (self.kent_gegevens() || own)
            };
            about.map_or_else(of_child, |onderwerp| self.sees(onderwerp))
                && self.eigen_persoon.is_none_or(|own| brief.inhoud.aan_personen.contains(&own))
        };
        self.dossier.brieven.iter().filter(visible).cloned().collect()
    }

    /// The timeline without the parts and the cases that this person may not read; a first contact that the parents
    /// noted is theirs.
    fn timeline(&self) -> Vec<tijdlijn::Regel> {
        let mut regels = self.dossier.tijdlijn();
        regels.retain(|regel| {
            let feit = self.dossier.feit(regel.volgnummer);
            let seen = match regel.onderwerp {
                Some(onderwerp) => self.sees(onderwerp),
                None => {
                    self.kent_kind || feit.is_none_or(|feit| feit.holder == self.kijker.actor.organisatie)
                }
            };
            let of_parents = feit.is_some_and(|feit| {
                matches!(feit.inhoud, Inhoud::Leesbaar(Gebeurtenis::EerstContactGemeld(_)))
            });
            self.reads(regel.deel)
                && seen
                && (!of_parents || self.eigen_persoon.is_some())
                && !feit.is_some_and(|feit| self.are_closed_words(feit))
                && !self.is_proposal_of_others(regel.volgnummer)
        });
        regels
    }

    /// An advice of two that is not signed is nobody's advice yet: only those two know of it.
    fn is_proposal_of_others(&self, volgnummer: u64) -> bool {
        match self.dossier.feit(volgnummer).map(|feit| &feit.inhoud) {
            Some(Inhoud::Leesbaar(Gebeurtenis::GezamenlijkAdviesVoorgelegd(laid))) => {
                !self.is_one_of([&laid.door, &laid.aan])
            }
            _ => false,
        }
    }

    fn is_one_of(&self, personen: [&PersoonId; 2]) -> bool {
        personen.contains(&&self.kijker.actor.persoon)
    }

    /// The cases of which this person may know, without the advice that others only proposed.
    fn cases(&self) -> Zaken {
        let mut seen = self.dossier.zaken.alleen(|onderwerp| self.sees(onderwerp));
        for aanvraag in &mut seen.aanvragen {
            aanvraag.adviesvoorstel.take_if(|laid| !self.is_one_of([&laid.door, &laid.aan]));
            if let Some(own) = self.kept_from() {
                aanvraag.zienswijzen.retain(|view| view.van == ZienswijzeVan::Persoon(own));
            }
        }
        seen
    }

    fn view(
        &self,
        beurten: Vec<(Beurt, String)>,
        zorgplicht: Vec<String>,
        mag: BTreeSet<&'static str>,
    ) -> Kindbeeld {
        let dossier = self.dossier;
        let leerling = dossier.leerling.as_ref();
        let identity = leerling.filter(|_| self.reads(Deel::A));
        let secret = dossier.geheimhouding.as_ref().filter(|_| mag.contains("zet_geheimhouding"));
        let geheim_voor = secret.map(|secret| secret.voor_personen.clone()).unwrap_or_default();
        Kindbeeld {
            nummer: dossier.nummer.clone(),
            versie: dossier.versie,
            roepnaam: leerling.map_or_else(String::new, |leerling| leerling.roepnaam.clone()),
            naam: dossier.naam(),
            voorvoegsel: leerling.map_or_else(String::new, |leerling| leerling.voorvoegsel.clone()),
            achternaam: leerling.map_or_else(String::new, |leerling| leerling.achternaam.clone()),
            geslacht: identity.and_then(|leerling| leerling.geslacht),
            geboortedatum: identity.map(|leerling| leerling.geboortedatum),
            leeftijd: identity.map(|leerling| dates::age_on(leerling.geboortedatum, self.moment.vandaag)),
            delen: self.delen.clone(),
            nummer_bekend: mag.contains("ontvang_nummer") && dossier.nummer_ontvangen.is_some(),
            mag,
            inschrijving: self.enrolled().cloned(),
            zorgplicht: if self.reads(Deel::B) { zorgplicht } else { Vec::new() },
            adres: self.address(),
            adres_geheim: dossier.geheimhouding.is_some(),
            geheim_voor,
            school_geheim: false,
            mensen: self.people(),
            contacten: self.contacts(),
            zaken: self.cases(),
            blijven_liggen: dossier
                .aanvragen
                .iter()
                .filter(|aanvraag| dossier.is_blijven_liggen(aanvraag, self.moment.vandaag))
                .map(|aanvraag| aanvraag.nr)
                .collect(),
            overnames: dossier.overnames.iter().filter(|o| self.sees_takeover(o)).cloned().collect(),
            brieven: self.letters(),
            beurten,
            tijdlijn: self.timeline(),
            alleen_lezen: dossier.alleen_lezen,
            overleden_op: dossier.overleden_op,
        }
    }
}
