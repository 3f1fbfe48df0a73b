//! The child page: everything that one person may see of one child, from one replay.
//!
//! What somebody may not see is absent here already, so no page can show it by mistake.

use std::collections::BTreeSet;

use base::{Date, DossierNummer, OrganisatieId, PersoonId, Vestigingscode, dates};
use dossier::beurt::Onderwerp;
use dossier::opdracht::aanmelding::zorgplicht_bij;
use dossier::staat::{
    Aanmelding, Adres, Brief, EersteContact, Inschrijving, Overname, Persoon, Schorsing, TlvAanvraag,
    Verwijdering,
};
use dossier::tijdlijn;
use dossier::toegang::{Betrokkenheid, Deel, Kijker, RelatieSoort, Wie};
use dossier::{Beurt, Dossier, Gebeurtenis, Inhoud, Rol};

use crate::brieven::zonder_scholen;
use crate::{App, AppError, Moment};

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
    /// At which schools the child is, is secret for this person: none is named.
    pub school_geheim: bool,
    /// People around the child.
    pub mensen: Vec<Persoon>,
    /// First contacts that the parents reported.
    pub contacten: Vec<EersteContact>,
    /// Registrations.
    pub aanmeldingen: Vec<Aanmelding>,
    /// Removals.
    pub verwijderingen: Vec<Verwijdering>,
    /// Suspensions.
    pub schorsingen: Vec<Schorsing>,
    /// TLV requests.
    pub aanvragen: Vec<TlvAanvraag>,
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
    /// The child page for one person. The caller logs the read before it sends the page.
    pub async fn kind(
        &self,
        kijker: &Kijker,
        nummer: &DossierNummer,
        moment: Moment,
    ) -> Result<Kindbeeld, AppError> {
        let (mut dossier, betrokken) = self.dossier_for(kijker, nummer, moment).await?;
        let school_geheim = hides_schools(&dossier, kijker, moment);
        if school_geheim {
            dossier = zonder_scholen(&dossier);
        }
        let delen = self.matrix.leesbare_delen(kijker, &betrokken, moment.vandaag);
        let blik = Blik::new(&dossier, &betrokken, kijker, moment, delen);
        let mut beurten = Vec::new();
        for beurt in dossier.beurten().into_iter().filter(|beurt| beurt.is_open(moment.vandaag)) {
            if blik.sees_subject(beurt.onderwerp) {
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
        let held = zorgplicht_bij(&dossier, moment.vandaag);
        for organisatie in held.into_iter().filter(|_| !school_geheim) {
            zorgplicht.push(self.organisatie_naam(&organisatie, moment.vandaag).await?);
        }
        let mag = dossier::opdracht::OPDRACHTEN
            .iter()
            .copied()
            .filter(|naam| self.matrix.mag(kijker, &betrokken, naam, moment.vandaag).toegestaan)
            .collect();
        Ok(Kindbeeld { school_geheim, ..blik.view(beurten, zorgplicht, mag) })
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
    /// A school that only has a registration sees that registration and no other.
    alleen_eigen_aanmelding: bool,
    /// The number in the file of a parent who looks.
    eigen_persoon: Option<u32>,
}

impl<'a> Blik<'a> {
    fn new(
        dossier: &'a Dossier,
        betrokken: &[Betrokkenheid],
        kijker: &'a Kijker,
        moment: Moment,
        delen: Vec<Deel>,
    ) -> Self {
        let mine = |b: &&Betrokkenheid| {
            b.is_current(moment.vandaag) && b.wie == Wie::Organisatie(kijker.actor.organisatie.clone())
        };
        let kinds: Vec<RelatieSoort> = betrokken.iter().filter(mine).map(|b| b.soort).collect();
        let only_registered = kinds.contains(&RelatieSoort::Aanmelding)
            && !kinds.contains(&RelatieSoort::Inschrijving)
            && !kinds.contains(&RelatieSoort::Plaatsing);
        Self {
            dossier,
            kijker,
            moment,
            delen,
            alleen_eigen_aanmelding: only_registered,
            eigen_persoon: own_person(dossier, kijker, moment),
        }
    }

    fn reads(&self, deel: Deel) -> bool {
        self.delen.contains(&deel)
    }

    fn sees_school(&self, organisatie: &OrganisatieId) -> bool {
        !self.alleen_eigen_aanmelding || *organisatie == self.kijker.actor.organisatie
    }

    fn sees_registration(&self, aanmelding: &Aanmelding) -> bool {
        self.reads(Deel::B) && self.sees_school(&aanmelding.vestiging.organisatie())
    }

    /// A removal or suspension: of a school that looks only because of a case of its own, its own.
    fn sees_case(&self, vestiging: &Vestigingscode) -> bool {
        self.reads(Deel::B) && self.sees_school(&vestiging.organisatie())
    }

    fn sees_request(&self, aanvraag: &TlvAanvraag) -> bool {
        let own_expert = self.kijker.actor.rol != Rol::Deskundige
            || aanvraag.toewijzingen.iter().any(|t| t.persoon == self.kijker.actor.persoon);
        // An SWV sees a request once it was sent; before that it is the school's draft.
        let sent = !crate::lijsten::is_swv_worker(self.kijker.actor.rol)
            || (aanvraag.ontvangen_op.is_some()
                && aanvraag.swv_organisatie() == self.kijker.actor.organisatie);
        self.reads(Deel::H) && own_expert && sent && self.sees_school(&aanvraag.vestiging.organisatie())
    }

    fn sees_subject(&self, onderwerp: Onderwerp) -> bool {
        match onderwerp {
            Onderwerp::Aanmelding(nr) => {
                self.dossier.aanmelding(nr).is_some_and(|a| self.sees_registration(a))
            }
            Onderwerp::Aanvraag(nr) => self.dossier.aanvraag(nr).is_some_and(|a| self.sees_request(a)),
            Onderwerp::Verwijdering(nr) => {
                let found = self.dossier.verwijderingen.iter().find(|v| v.nr == nr);
                found.is_some_and(|v| self.sees_case(&v.vestiging))
            }
            Onderwerp::Schorsing(nr) => {
                let found = self.dossier.schorsingen.iter().find(|s| s.nr == nr);
                found.is_some_and(|s| self.sees_case(&s.vestiging))
            }
        }
    }

    /// The address, unless it is secret for this person.
    fn address(&self) -> Option<Adres> {
        let leerling = self.dossier.leerling.as_ref()?;
        let secret = self.eigen_persoon.is_some_and(|nr| self.dossier.is_geheim_voor(nr));
        let shown = (self.reads(Deel::A) || self.eigen_persoon.is_some()) && !secret;
        shown.then(|| leerling.adres.clone())
    }

    /// People around the child; a parent sees the contact data of nobody but themselves.
    fn people(&self) -> Vec<Persoon> {
        if !self.reads(Deel::A) {
            return Vec::new();
        }
        let mut mensen: Vec<Persoon> = self.dossier.personen_op(self.moment.vandaag).cloned().collect();
        if let Some(own) = self.eigen_persoon {
            for persoon in mensen.iter_mut().filter(|persoon| persoon.nr != own) {
                persoon.contact = dossier::gebeurtenis::leven::Contactgegevens::default();
                persoon.brondocument.clear();
            }
        }
        mensen
    }

    fn letters(&self) -> Vec<Brief> {
        use dossier::gebeurtenis::algemeen::Betreft;
        let visible = |brief: &&Brief| {
            let part = match brief.inhoud.betreft {
                Betreft::Aanmelding(nr) => self.sees_subject(Onderwerp::Aanmelding(nr)),
                Betreft::Aanvraag(nr) => self.sees_subject(Onderwerp::Aanvraag(nr)),
                Betreft::Verwijdering(nr) => self.sees_subject(Onderwerp::Verwijdering(nr)),
                Betreft::Schorsing(nr) => self.sees_subject(Onderwerp::Schorsing(nr)),
                Betreft::EigenPagina => self.reads(Deel::A),
            };
            part && self.eigen_persoon.is_none_or(|own| brief.inhoud.aan_personen.contains(&own))
        };
        self.dossier.brieven.iter().filter(visible).cloned().collect()
    }

    /// The timeline without the parts that this person may not read, and without what another
    /// school of registration did.
    fn timeline(&self) -> Vec<tijdlijn::Regel> {
        let mut regels = self.dossier.tijdlijn();
        regels.retain(|regel| {
            let own = self.dossier.feit(regel.volgnummer).is_none_or(|feit| self.sees_school(&feit.holder));
            self.reads(regel.deel) && own && !self.is_proposal_of_others(regel.volgnummer)
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

    fn requests(&self) -> Vec<TlvAanvraag> {
        let mut seen: Vec<TlvAanvraag> =
            self.dossier.aanvragen.iter().filter(|a| self.sees_request(a)).cloned().collect();
        for aanvraag in &mut seen {
            aanvraag.adviesvoorstel.take_if(|laid| !self.is_one_of([&laid.door, &laid.aan]));
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
        let keep = |show: bool| if show { usize::MAX } else { 0 };
        Kindbeeld {
            nummer: dossier.nummer.clone(),
            versie: dossier.versie,
            roepnaam: leerling.map_or_else(String::new, |leerling| leerling.roepnaam.clone()),
            naam: dossier.naam(),
            geboortedatum: leerling.map(|leerling| leerling.geboortedatum),
            leeftijd: leerling.map(|leerling| dates::age_on(leerling.geboortedatum, self.moment.vandaag)),
            delen: self.delen.clone(),
            mag,
            inschrijving: dossier.inschrijving_op(self.moment.vandaag).cloned(),
            zorgplicht: if self.reads(Deel::B) { zorgplicht } else { Vec::new() },
            adres: self.address(),
            adres_geheim: dossier.geheimhouding.is_some(),
            school_geheim: false,
            mensen: self.people(),
            contacten: dossier.contacten.iter().take(keep(self.eigen_persoon.is_some())).cloned().collect(),
            aanmeldingen: dossier
                .aanmeldingen
                .iter()
                .filter(|a| self.sees_registration(a))
                .cloned()
                .collect(),
            verwijderingen: dossier
                .verwijderingen
                .iter()
                .filter(|v| self.sees_case(&v.vestiging))
                .cloned()
                .collect(),
            schorsingen: dossier
                .schorsingen
                .iter()
                .filter(|s| self.sees_case(&s.vestiging))
                .cloned()
                .collect(),
            aanvragen: self.requests(),
            overnames: dossier.overnames.iter().take(keep(self.reads(Deel::E))).cloned().collect(),
            brieven: self.letters(),
            beurten,
            tijdlijn: self.timeline(),
            alleen_lezen: dossier.alleen_lezen,
            overleden_op: dossier.overleden_op,
        }
    }
}
