//! Who is concerned with a child, since when and until when: computed from the file.

use base::{Date, OrganisatieId, PersoonId, Vestigingscode, dates};

use super::zaken::Zaken;
use crate::beurt::Onderwerp;
use crate::rol::Actor;
use crate::soort::Relatie;
use crate::staat::{Besluit, Dossier, Persoon, TlvAanvraag, VerwijderingFase};

base::code_enum! {
    /// How an organisation or person is concerned with a child.
    RelatieSoort {
        /// School of enrolment.
        Inschrijving = "inschrijving", "school van inschrijving";
        /// School of registration, or with another case of its own that is not finished.
        Aanmelding = "aanmelding", "school van aanmelding";
        /// School that placed the child with a declaration.
        Plaatsing = "plaatsing", "school van plaatsing";
        /// Board of one of those schools.
        Bestuur = "bestuur", "bestuur van de school";
        /// Partnership with a request, or with a task on a refusal.
        Swv = "swv", "samenwerkingsverband";
        /// Expert on a request.
        Deskundige = "deskundige", "deskundige";
        /// Support worker of the child.
        Begeleiding = "begeleiding", "begeleider";
        /// Attendance officer.
        Leerplicht = "leerplicht", "leerplicht";
        /// With consent.
        Toestemming = "toestemming", "met toestemming";
        /// Objection.
        Bezwaar = "bezwaar", "bezwaar";
        /// Table.
        Tafel = "tafel", "overlegtafel";
        /// Invited by the parents.
        UitnodigingOuders = "uitnodiging_ouders", "op uitnodiging van de ouders";
        /// Parent with authority, or guardian.
        Gezag = "gezag", "ouder of voogd";
        /// The pupil.
        Leerling = "leerling", "leerling";
        /// Investigation of the read log.
        OnderzoekInzage = "onderzoek_inzage", "onderzoek naar inzage";
    }
}

impl RelatieSoort {
    /// Of one person, not of everybody with a role at an organisation.
    pub fn is_personal(self) -> bool {
        matches!(self, Self::Deskundige | Self::Gezag | Self::Leerling)
    }
}

/// Who is concerned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wie {
    /// Everybody with a role there.
    Organisatie(OrganisatieId),
    /// One person.
    Persoon(PersoonId),
}

/// One relation to a child, in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Betrokkenheid {
    /// Who.
    pub wie: Wie,
    /// How.
    pub soort: RelatieSoort,
    /// From when.
    pub van: Date,
    /// Until when (exclusive).
    pub tot: Option<Date>,
    /// A request, registration or case runs: cells marked `*` open.
    pub lopend: bool,
    /// Group of the child at that school; empty where that means nothing.
    pub groep: String,
    /// The cases that this relation opens.
    pub zaken: Zaken,
    /// Also opens what others recorded of the child itself; a school of registration has only what it recorded.
    pub kent_kind: bool,
}

impl Betrokkenheid {
    /// Of this person, or of the organisation in whose name they act.
    pub fn is_of(&self, actor: &Actor) -> bool {
        match &self.wie {
            Wie::Organisatie(organisatie) => *organisatie == actor.organisatie,
            Wie::Persoon(persoon) => *persoon == actor.persoon,
        }
    }

    /// Holds on a date.
    pub fn is_current(&self, on: Date) -> bool {
        self.van <= on && self.tot.is_none_or(|tot| on < tot)
    }
}

impl Dossier {
    /// Everybody who is or was concerned with this child, as far as the file tells.
    ///
    /// The boards of the schools are added by the caller, which knows them.
    pub fn betrokkenen(&self) -> Vec<Betrokkenheid> {
        let mut all = Vec::new();
        self.schools_concerned(&mut all);
        self.cases_concerned(&mut all);
        for aanvraag in &self.aanvragen {
            self.request_concerned(aanvraag, &mut all);
        }
        self.people_concerned(&mut all);
        all
    }

    fn schools_concerned(&self, all: &mut Vec<Betrokkenheid>) {
        for inschrijving in &self.inschrijvingen {
            all.push(Betrokkenheid {
                wie: Wie::Organisatie(inschrijving.vestiging.organisatie()),
                soort: RelatieSoort::Inschrijving,
                van: inschrijving.van,
                tot: inschrijving.tot,
                lopend: true,
                groep: inschrijving.groep.clone(),
                zaken: self.zaken_van_leerling_op(&inschrijving.vestiging),
                kent_kind: true,
            });
        }
        for aanmelding in &self.aanmeldingen {
            // After a decision the school keeps its own part for the time in which parents can object.
            let tot = aanmelding.besloten_op().and_then(|op| dates::plus_months(op, MONTHS_AFTER_DECISION));
            let related = |wie, soort, zaken| Betrokkenheid {
                wie: Wie::Organisatie(wie),
                soort,
                van: aanmelding.ontvangen_op,
                tot,
                lopend: aanmelding.afloop.is_none(),
                groep: String::new(),
                zaken,
                kent_kind: soort != RelatieSoort::Aanmelding,
            };
            let school = &aanmelding.vestiging;
            all.push(related(school.organisatie(), RelatieSoort::Aanmelding, self.zaken_van(school)));
            if let (Some(swv), Some(_)) =
                (self.toezicht_swv(aanmelding), aanmelding.feitelijk_geweigerd.first())
            {
                let this = self.alleen(Onderwerp::Aanmelding(aanmelding.nr));
                all.push(related(swv.organisatie(), RelatieSoort::Swv, this));
            }
        }
    }

    /// A school sees its own case through to the end, also when the child has left meanwhile: a removal or a
    /// suspension that it still has to report, a request on which it may still be asked something.
    fn cases_concerned(&self, all: &mut Vec<Betrokkenheid>) {
        let mut case = |school: &Vestigingscode, van: Date, tot: Option<Date>| {
            all.push(Betrokkenheid {
                wie: Wie::Organisatie(school.organisatie()),
                soort: RelatieSoort::Aanmelding,
                van,
                tot,
                lopend: true,
                groep: String::new(),
                zaken: self.zaken_van(school),
                kent_kind: false,
            });
        };
        for verwijdering in &self.verwijderingen {
            let Some((op, _)) = verwijdering.verwijderd else { continue };
            let reported = [verwijdering.gemeld_aan_ben_w, verwijdering.gemeld_aan_inspectie];
            let done = (verwijdering.fase() == VerwijderingFase::Gemeld)
                .then(|| reported.into_iter().flatten().max())
                .flatten();
            case(&verwijdering.vestiging, op, done.and_then(|day| dates::plus_days(day, 1)));
        }
        for schorsing in self.schorsingen.iter().filter(|s| s.melding_nodig) {
            let done = schorsing.gemeld_op.and_then(|day| dates::plus_days(day, 1));
            case(&schorsing.vestiging, schorsing.van, done);
        }
        for aanvraag in &self.aanvragen {
            let Some(received) = aanvraag.ontvangen_op else { continue };
            case(&aanvraag.vestiging, received, request_done(aanvraag));
        }
    }

    fn request_concerned(&self, aanvraag: &TlvAanvraag, all: &mut Vec<Betrokkenheid>) {
        let Some(received) = aanvraag.ontvangen_op else { return };
        let objection_ends = aanvraag
            .bekendmaking
            .as_ref()
            .and_then(|bekend| dates::plus_days(bekend.bezwaar_uiterlijk.uitkomst, 1));
        let ended = aanvraag.aanvraag_ingetrokken_op.or(objection_ends);
        let zaken = self.zaken_bij(aanvraag);
        let running = |wie, soort, van, tot, zaken: &Zaken| Betrokkenheid {
            wie,
            soort,
            van,
            tot,
            lopend: true,
            groep: String::new(),
            zaken: zaken.clone(),
            kent_kind: true,
        };
        let swv = Wie::Organisatie(aanvraag.swv_organisatie());
        all.push(running(swv.clone(), RelatieSoort::Swv, received, ended, &zaken));
        if let (Some(ended), Some(_)) = (ended, &aanvraag.besluit) {
            // Afterwards the partnership keeps its register, and reads no files by it.
            let register = running(swv, RelatieSoort::Swv, ended, None, &zaken);
            all.push(Betrokkenheid { lopend: false, ..register });
        }
        let this = self.alleen(Onderwerp::Aanvraag(aanvraag.nr));
        for toewijzing in &aanvraag.toewijzingen {
            let until =
                toewijzing.beeindigd_op.or(aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op)).or(ended);
            all.push(running(
                Wie::Persoon(toewijzing.persoon.clone()),
                RelatieSoort::Deskundige,
                toewijzing.op,
                until,
                &this,
            ));
        }
        if let Some(gebruik) = &aanvraag.gebruik {
            // The placement lasts as long as the declaration; after that the enrolment speaks for itself.
            let last = match &aanvraag.besluit {
                Some(Besluit::Verleend { tot_en_met, .. }) => dates::plus_days(*tot_en_met, 1),
                _ => None,
            };
            let until = [last, aanvraag.ingetrokken_per, aanvraag.verlopen_op].into_iter().flatten().min();
            let school = Wie::Organisatie(gebruik.vestiging.organisatie());
            let zaken = self.zaken_van_leerling_op(&gebruik.vestiging);
            all.push(running(school, RelatieSoort::Plaatsing, gebruik.per, until, &zaken));
        }
    }

    fn people_concerned(&self, all: &mut Vec<Betrokkenheid>) {
        // A pupil of age who looks after the own interests takes the parents' place.
        let own = self.meerderjarig_per.filter(|_| self.handelingsbekwaam);
        let with_page =
            |p: &&Persoon| (p.relatie.has_gezag() || p.relatie == Relatie::Gemachtigde) && !p.overleden;
        for persoon in self.personen.iter().filter(with_page) {
            let Some(account) = &persoon.account else { continue };
            all.push(Betrokkenheid {
                wie: Wie::Persoon(account.clone()),
                soort: RelatieSoort::Gezag,
                van: persoon.van,
                tot: [persoon.tot, own].into_iter().flatten().min(),
                lopend: true,
                groep: String::new(),
                zaken: Zaken::Alle,
                kent_kind: true,
            });
        }
    }
}

/// Months for which a school keeps looking at a registration that it decided on: the objection
/// terms of R1.9 and R8.3 run out well within it.
const MONTHS_AFTER_DECISION: i32 = 6;

/// The first day on which the school that asked has nothing more to do: a declaration that nobody uses yet is a place to
/// find.
fn request_done(aanvraag: &TlvAanvraag) -> Option<Date> {
    let last = match (&aanvraag.besluit, &aanvraag.gebruik) {
        (Some(Besluit::Verleend { .. }), Some(gebruik)) => Some(gebruik.per),
        (Some(Besluit::Verleend { tot_en_met, .. }), None) => Some(*tot_en_met),
        (Some(besluit), None) => {
            aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op).or(Some(besluit.op()))
        }
        (Some(Besluit::Geweigerd { .. }), Some(_)) | (None, _) => None,
    };
    let ended = [aanvraag.aanvraag_ingetrokken_op, aanvraag.ingetrokken_per, aanvraag.verlopen_op, last];
    ended.into_iter().flatten().min().and_then(|day| dates::plus_days(day, 1))
}
