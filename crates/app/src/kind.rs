//! What one person may see of one child: the view of an open file ([`crate::geopend`]).
//!
//! What somebody may not see is absent here already, so no page can show it by mistake.

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use base::{Date, DossierNummer, OrganisatieId, dates};
use dossier::aanmelding::feiten::EerstContactGemeld;
use dossier::aanmelding::opdracht::zorgplicht_bij;
use dossier::beurt::{Onderwerp, Zet};
use dossier::kaart::ALLES_WAT_KAN;
use dossier::leven::feiten::Geslacht;
use dossier::leven::woorden::EigenWoorden;
use dossier::opdracht::Opdrachtnaam;
use dossier::proces::Zaken;
use dossier::soort::{Poststand, Poststap};
use dossier::staat::{Adres, Brief, Inschrijving, Overname, Persoon};
use dossier::tijdlijn;
use dossier::toegang::{Betrokkenheid, Deel, Kijker, Leesrecht, Matrix, RelatieSoort, Wie};
use dossier::{Actor, Beurt, Dossier, Feit, Rol};

use crate::brieven::is_shut;
use crate::geheim::in_plaats_van_soort;
use crate::inzage::is_hidden_from;
use crate::{App, AppError, Moment};

mod brieven;
mod overname;

/// A document of the file that one person may open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documentbeeld {
    /// Where its bytes are kept: its mark in addresses.
    pub blob: String,
    /// File name, as it was given.
    pub naam: String,
    /// Code of the question that it supports; empty where it supports none.
    pub vraag: String,
    /// Length in bytes.
    pub lengte: u64,
    /// The case in which it came; none of what came about the child itself.
    pub zaak: Option<Onderwerp>,
    /// The part of the fact that brought it.
    pub deel: Deel,
    /// The parts that may stand in it.
    pub kan: &'static [Deel],
}

impl Documentbeeld {
    /// What whoever reads it, or that it is there, can learn.
    pub(crate) fn delen(&self) -> impl Iterator<Item = Deel> {
        std::iter::once(self.deel).chain(self.kan.iter().copied())
    }
}

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
    /// Whoever looks may know where the child is now: that no school is told says then that there is none.
    pub kent_plek: bool,
    /// Who holds the duty of care, by name.
    pub zorgplicht: Vec<String>,
    /// Address; absent when it is secret for this person.
    pub adres: Option<Adres>,
    /// The day on which it is looked at: the calendar alone changes how a case stands.
    pub op: Date,
    /// The address is secret.
    pub adres_geheim: bool,
    /// The child is admitted at a school that this file may not name: for whoever works on it.
    pub elders_geheim: bool,
    /// From whom in particular, by number, for whoever works on the file; empty: from everybody.
    pub geheim_voor: Vec<u32>,
    /// The school knows the number of the child.
    pub nummer_bekend: bool,
    /// At which schools the child is, is secret for this person: none is named.
    pub school_geheim: bool,
    /// People around the child.
    pub mensen: Vec<Persoon>,
    /// Who of them uses a page of their own, by number.
    pub eigen_paginas: BTreeSet<u32>,
    /// First contacts that the parents reported.
    pub contacten: Vec<EerstContactGemeld>,
    /// What the family let a school know, as far as this person reads it.
    pub woorden: Vec<EigenWoorden>,
    /// The cases of which this person may know.
    pub zaken: Zaken,
    /// The decisions that were made known, of which no letter left yet.
    pub nog_niet_weg: BTreeSet<Onderwerp>,
    /// Cases that were begun and never sent, of a school that has nothing more to do with the child.
    pub blijven_liggen: BTreeSet<Onderwerp>,
    /// Dossiers taken over.
    pub overnames: Vec<Overname>,
    /// Documents that came with the facts of this view, oldest first.
    pub documenten: Vec<Documentbeeld>,
    /// Letters.
    pub brieven: Vec<Brief>,
    /// How each letter stands on its way out, by its number; of one that left also how and when.
    pub post: BTreeMap<u64, (Poststand, Option<(Poststap, Date)>)>,
    /// Open turns, with the organisation by name.
    pub beurten: Vec<(Beurt, String)>,
    /// Where none is open: the first of the own organisation that begins later.
    pub komend: Option<Beurt>,
    /// What happened, newest first.
    pub tijdlijn: Vec<tijdlijn::Regel>,
    /// A newer program wrote in this file: it can be read only.
    pub alleen_lezen: bool,
    /// Died on.
    pub overleden_op: Option<Date>,
    /// The pupil is of age and acts in the parents' place.
    pub handelt_zelf: bool,
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

    /// The parts of all that this person reads of the file: of who the child is, of every fact and letter, and of the documents that
    /// came with them.
    pub(crate) fn getoonde_delen(&self) -> Vec<Deel> {
        let facts = self.tijdlijn.iter().map(|regel| regel.deel);
        let letters = self.brieven.iter().map(|brief| brief.inhoud.deel);
        let documents = self.documenten.iter().flat_map(Documentbeeld::delen);
        // What another program wrote of a child can be as much as a document can.
        let taken_over = self.overnames.iter().flat_map(|_| ALLES_WAT_KAN.iter().copied());
        let all = [Deel::A].into_iter().chain(facts).chain(letters).chain(documents).chain(taken_over);
        all.filter(|deel| self.leest(*deel)).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The parts of what this person reads of a case: the one in which it begins, and one case can have facts in several.
    pub fn delen_van(&self, onderwerp: Onderwerp) -> Vec<Deel> {
        let lines = self.tijdlijn.iter().filter(|regel| regel.onderwerp == Some(onderwerp));
        let begin = Some(onderwerp.deel()).filter(|deel| self.leest(*deel));
        begin.into_iter().chain(lines.map(|regel| regel.deel)).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The parts of the documents that this person can open: of a case, or of the whole file.
    pub fn delen_van_documenten(&self, zaak: Option<Onderwerp>) -> Vec<Deel> {
        let documents = self.documenten.iter().filter(|one| zaak.is_none() || one.zaak == zaak);
        let delen: BTreeSet<Deel> = documents.flat_map(Documentbeeld::delen).collect();
        delen.into_iter().filter(|deel| self.leest(*deel)).collect()
    }

    /// The turn that the headline shows: the earliest one.
    pub fn aan_zet(&self) -> Option<&(Beurt, String)> {
        self.beurten.first()
    }
}

/// What organisations are called, that a view of a file names.
pub(crate) type Namen = BTreeMap<OrganisatieId, String>;

impl App {
    /// What the organisations are called that a view may name: whose turn it is, and who holds the duty of care.
    pub(crate) async fn namen_voor(
        &self,
        (dossier, beurten): (&Dossier, &[Beurt]),
        recht: &Leesrecht,
        moment: Moment,
    ) -> Result<Namen, AppError> {
        let turns = beurten.iter().filter(|beurt| beurt.is_open(moment.vandaag));
        let turns = turns.filter(|beurt| recht.ziet_beurt(beurt)).map(|beurt| beurt.organisatie.clone());
        let mut namen = Namen::new();
        for organisatie in turns.chain(zorgplicht_bij(dossier, moment.vandaag)) {
            if let Entry::Vacant(place) = namen.entry(organisatie) {
                let naam = self.organisatie_naam(place.key(), moment.vandaag).await?;
                place.insert(naam);
            }
        }
        Ok(namen)
    }
}

/// What one person may see of a file; where places are secret from them, of the file without those.
pub(crate) fn beeld(
    matrix: &Matrix,
    kijker: &Kijker,
    (dossier, betrokken): (&Dossier, &[Betrokkenheid]),
    (recht, namen, turns): (&Leesrecht, &Namen, &[Beurt]),
    moment: Moment,
) -> Kindbeeld {
    let school_geheim = recht.is_afgeschermd();
    let blik = Blik { gezien: dossier.voor(recht), dossier, betrokken, recht, kijker, moment };
    let named = |organisatie: &OrganisatieId| namen.get(organisatie).cloned().unwrap_or_default();
    let mut beurten = Vec::new();
    for beurt in turns.iter().filter(|beurt| beurt.is_open(moment.vandaag)) {
        if recht.ziet_beurt(beurt) && !blik.is_closed(beurt) {
            let hidden = in_plaats_van_soort(beurt.organisatie.kind()).filter(|_| school_geheim);
            let naam = hidden.map_or_else(|| named(&beurt.organisatie), str::to_owned);
            beurten.push((beurt.clone(), naam));
        }
    }
    let mut held = zorgplicht_bij(dossier, moment.vandaag);
    held.retain(|organisatie| !school_geheim && blik.knows_of_duty_of(organisatie));
    let zorgplicht = held.iter().map(named).collect();
    let mag = dossier::opdracht::OPDRACHTEN
        .iter()
        .copied()
        // Of most acts the role says it already, without the words for why not.
        .filter(|naam| matrix.rol_geeft(kijker.actor.rol, naam))
        .filter(|naam| matrix.mag(kijker, betrokken, naam, moment.vandaag).toegestaan)
        .filter(|naam| dossier.gesloten_voor(naam, &kijker.actor).is_none())
        .collect();
    let komend = if beurten.is_empty() { blik.later() } else { None };
    let mut beeld = Kindbeeld { school_geheim, komend, ..blik.view(beurten, zorgplicht, mag) };
    if school_geheim {
        // What a school handed over names that school in every line.
        beeld.overnames.clear();
    }
    beeld
}

/// Organisations of which somebody may hear that they have to do with the child; none when that is every one, because
/// there is nothing in the file that they may not know of.
pub(crate) fn bekende_organisaties(
    recht: &Leesrecht,
    actor: &Actor,
    dossier: &Dossier,
    betrokken: &[Betrokkenheid],
) -> Vec<OrganisatieId> {
    if recht.kent_kind() && dossier.onderwerpen().all(|onderwerp| recht.ziet(onderwerp)) {
        return Vec::new();
    }
    // Whoever is there for the child, or for a case of which this person knows.
    let known = |b: &&Betrokkenheid| {
        recht.kent_kind() && b.kent_kind && b.soort != RelatieSoort::Swv
            || recht.zaken().any(|onderwerp| b.zaken.bevat(onderwerp))
    };
    let organisations = betrokken.iter().filter(known).filter_map(|b| match &b.wie {
        Wie::Organisatie(organisatie) => Some(organisatie.clone()),
        Wie::Persoon { .. } => None,
    });
    let own = [actor.organisatie.clone(), dossier.nummer.gezin()];
    organisations.chain(own).collect::<BTreeSet<_>>().into_iter().collect()
}

/// One person's way of looking at one file.
struct Blik<'a> {
    /// All of it: whose turn it is, and what the child is called now, follow from the whole.
    dossier: &'a Dossier,
    betrokken: &'a [Betrokkenheid],
    /// What this person knows of it.
    gezien: Cow<'a, Dossier>,
    recht: &'a Leesrecht,
    kijker: &'a Kijker,
    moment: Moment,
}

impl Blik<'_> {
    /// The place of the child at a school, for who may know of it.
    fn enrolled(&self) -> Option<&Inschrijving> {
        self.dossier.inschrijving_op(self.moment.vandaag).filter(|_| self.recht.kent_gegevens())
    }

    /// A turn of a parent who cannot take it, because it is secret from them where the child is.
    fn is_closed(&self, beurt: &Beurt) -> bool {
        matches!(beurt.zet, Zet::AanbodBeantwoorden | Zet::IntrekkingBeantwoorden)
            && self.dossier.gesloten_voor(Opdrachtnaam::AanvaardAanbod.naam(), &self.kijker.actor).is_some()
    }

    fn reads(&self, deel: Deel) -> bool {
        self.recht.leest(deel)
    }

    /// The school of the child is no secret for who reads here; another one holds the duty by a registration.
    fn knows_of_duty_of(&self, organisatie: &OrganisatieId) -> bool {
        let enrolled = self.enrolled().map(|i| &i.vestiging);
        let registered = self.gezien.aanmeldingen.iter().map(|a| &a.vestiging);
        enrolled.into_iter().chain(registered).any(|vestiging| vestiging.organisatie() == *organisatie)
    }

    /// Address and people around the child. The address may be secret for this person, and a parent sees the contact data
    /// of nobody but themselves.
    fn data(&self) -> (Option<Adres>, Vec<Persoon>) {
        let known = self.dossier.mensen_voor(self.recht, &self.gezien, self.moment.vandaag);
        if !self.reads(Deel::A) {
            return (None, Vec::new());
        }
        let mut mensen = known.mensen;
        if let Some(own) = self.recht.eigen_persoon() {
            for persoon in mensen.iter_mut().filter(|persoon| persoon.nr != own) {
                persoon.contact = dossier::leven::feiten::Contactgegevens::default();
                persoon.brondocument.clear();
            }
        }
        (known.adres.filter(|_| !self.recht.is_afgeschermd()), mensen)
    }

    /// The timeline, without the letters that stay shut.
    fn lines(&self) -> Vec<tijdlijn::Regel> {
        let shut = |regel: &tijdlijn::Regel| {
            let letter = self.gezien.brieven.iter().find(|brief| brief.volgnummer == regel.volgnummer);
            letter.is_some_and(|brief| is_shut(self.dossier, self.kijker, brief.volgnummer, &brief.inhoud))
        };
        let mut regels = self.dossier.tijdlijn_voor(self.recht);
        regels.retain(|regel| !shut(regel));
        let known = bekende_organisaties(self.recht, &self.kijker.actor, self.dossier, self.betrokken);
        let hidden = is_hidden_from(self.dossier, self.kijker);
        // As in the log of who looked: of an organisation of which they may not know, only the role is told.
        let own = |organisatie: &OrganisatieId| *organisatie == self.kijker.actor.organisatie;
        let may_know = |organisatie: &OrganisatieId| {
            own(organisatie) || !hidden && (known.is_empty() || known.contains(organisatie))
        };
        for regel in &mut regels {
            if regel.door.organisatie.as_ref().is_some_and(|organisatie| !may_know(organisatie)) {
                regel.door = regel.door.alleen_rol();
            }
        }
        regels
    }

    /// The file by which the child is called: what it is called now, and that it died, everybody hears who still has to do with it.
    fn child(&self) -> &Dossier {
        if self.recht.is_afgesloten() { &self.gezien } else { self.dossier }
    }

    /// The cases of which this person may know, without a proposal that was overtaken by one that others have. A document of a
    /// request that this person may not open is not named either.
    fn cases(&self, documenten: &[Documentbeeld]) -> Zaken {
        let mut seen = self.gezien.zaken.clone();
        for aanvraag in &mut seen.aanvragen {
            aanvraag.bijlagen.retain(|bijlage| documenten.iter().any(|known| known.blob == bijlage.blob));
            let now = self.dossier.aanvraag(aanvraag.nr).and_then(|whole| whole.adviesvoorstel.as_ref());
            let now = now.map(|laid| laid.volgnummer);
            aanvraag.adviesvoorstel.take_if(|laid| Some(laid.volgnummer) != now);
        }
        seen
    }

    /// The first turn of the own organisation that begins later, as the file is to who looks: what they may not know yet makes none.
    fn later(&self) -> Option<Beurt> {
        let own = |beurt: &Beurt| beurt.organisatie == self.kijker.actor.organisatie;
        let later = |beurt: &Beurt| beurt.van > self.moment.vandaag;
        let turns = self.gezien.beurten().into_iter().filter(|beurt| own(beurt) && later(beurt));
        let seen = turns.filter(|beurt| self.recht.ziet_beurt(beurt) && !self.is_closed(beurt));
        seen.min_by_key(|beurt| beurt.van)
    }

    /// The documents that this person may open: of what they read, and of the dossiers that they see.
    fn documents(&self) -> Vec<Documentbeeld> {
        let of_takeover = |feit: &Feit| {
            let mut seen = self.dossier.overnames.iter().filter(|overname| self.sees_takeover(overname));
            seen.any(|overname| overname.volgnummer == feit.volgnummer)
        };
        let found = self.dossier.documenten(self.recht, of_takeover);
        let told = found.map(|(event, plek, document)| Documentbeeld {
            blob: plek.blob.to_owned(),
            naam: document.naam.to_owned(),
            vraag: document.vraag.to_owned(),
            lengte: plek.lengte,
            zaak: event.onderwerp(),
            deel: event.deel(),
            kan: document.delen,
        });
        told.collect()
    }

    fn view(
        &self,
        beurten: Vec<(Beurt, String)>,
        zorgplicht: Vec<String>,
        mag: BTreeSet<&'static str>,
    ) -> Kindbeeld {
        let dossier = self.dossier;
        let child = self.child();
        let leerling = child.leerling.as_ref();
        let identity = leerling.filter(|_| self.reads(Deel::A));
        // Whoever works on it and answers the telephone has to know to whom nothing is said.
        let works = !matches!(self.kijker.actor.rol, Rol::Ouder | Rol::Leerling) && self.reads(Deel::A);
        let secret = dossier.geheimhouding.as_ref().filter(|_| works);
        let geheim_voor = secret.map(|secret| secret.voor_personen.clone()).unwrap_or_default();
        let (adres, mensen) = self.data();
        let (brieven, documenten) = (self.letters(), self.documents());
        let opens = |one: &&Persoon| one.account.is_some() && dossier.mag_eigen_pagina(one);
        Kindbeeld {
            eigen_paginas: mensen.iter().filter(opens).map(|persoon| persoon.nr).collect(),
            nummer: dossier.nummer.clone(),
            versie: dossier.versie,
            roepnaam: leerling.map_or_else(String::new, |leerling| leerling.roepnaam.clone()),
            naam: child.naam(),
            voorvoegsel: leerling.map_or_else(String::new, |leerling| leerling.voorvoegsel.clone()),
            achternaam: leerling.map_or_else(String::new, |leerling| leerling.achternaam.clone()),
            geslacht: identity.and_then(|leerling| leerling.geslacht),
            geboortedatum: identity.map(|leerling| leerling.geboortedatum),
            leeftijd: identity.map(|leerling| dates::age_on(leerling.geboortedatum, self.moment.vandaag)),
            delen: self.recht.delen().collect(),
            nummer_bekend: mag.contains(Opdrachtnaam::OntvangNummer.naam())
                && dossier.nummer_ontvangen.is_some(),
            mag,
            inschrijving: self.enrolled().cloned(),
            kent_plek: self.recht.kent_gegevens(),
            zorgplicht: if self.reads(Deel::B) { zorgplicht } else { Vec::new() },
            adres,
            adres_geheim: child.geheimhouding.is_some(),
            geheim_voor,
            elders_geheim: works && dossier.is_elders_in_het_geheim(),
            school_geheim: false,
            mensen,
            op: self.moment.vandaag,
            woorden: self.gezien.woorden.clone(),
            contacten: self.gezien.contacten.iter().map(|contact| contact.inhoud.clone()).collect(),
            zaken: self.cases(&documenten),
            nog_niet_weg: dossier.onderwerpen().filter(|zaak| dossier.ligt_nog(*zaak)).collect(),
            blijven_liggen: dossier.blijven_liggen(self.moment.vandaag).collect(),
            overnames: self.takeovers(&documenten),
            documenten,
            post: brieven.iter().map(|brief| self.on_its_way(brief)).collect(),
            brieven,
            beurten,
            komend: None,
            tijdlijn: self.lines(),
            alleen_lezen: dossier.alleen_lezen,
            overleden_op: child.overleden_op,
            handelt_zelf: dossier.handelt_zelf(self.moment.vandaag),
        }
    }
}
