//! A file at hand: who acts on which day, what it answers, and what was refused.

use base::{Date, Timestamp};
use dossier::toegang::Kijker;
use dossier::{Actor, Besluitvorming, Dossier, Gebeurtenis, Opdracht, Refusal, Vaststelling};
use verband::Beleid;

use super::dan::matrix;
use super::wereld::{d, wet};

/// A file in a test, with who acts, when, and under which policy.
#[derive(Clone)]
pub(crate) struct Zaak {
    pub(crate) dossier: Dossier,
    pub(crate) beleid: Beleid,
    pub(crate) vandaag: Date,
    pub(crate) actor: Actor,
    pub(crate) nieuw: Vec<Gebeurtenis>,
}

impl Zaak {
    /// From now on this person acts.
    pub(crate) fn als(&mut self, actor: Actor) -> &mut Self {
        self.actor = actor;
        self
    }

    /// From now on it is this day.
    pub(crate) fn op(&mut self, dag: &str) -> &mut Self {
        self.vandaag = d(dag);
        self
    }

    /// From now on this policy holds.
    pub(crate) fn onder(&mut self, beleid: Beleid) -> &mut Self {
        self.beleid = beleid;
        self
    }

    pub(crate) fn ctx(&self) -> Besluitvorming<'_> {
        Besluitvorming { wet: wet(), beleid: &self.beleid, vandaag: self.vandaag, actor: &self.actor }
    }

    /// What the file answers, without recording it.
    pub(crate) fn vraag(&self, opdracht: impl Into<Opdracht>) -> Result<Vec<Vaststelling>, Refusal> {
        self.dossier.decide(&opdracht.into(), &self.ctx())
    }

    /// Does it, as given: the test fails when the file refuses.
    #[track_caller]
    pub(crate) fn doe(&mut self, opdracht: impl Into<Opdracht>) -> &mut Self {
        let opdracht = opdracht.into();
        let offered = !self.mag(&opdracht) || self.biedt(&self.actor, &opdracht);
        match self.probeer(&opdracht) {
            Ok(()) => assert!(
                offered,
                "{} on {} by {:?}: it is taken, and nobody offers it",
                opdracht.naam(),
                self.vandaag,
                self.actor
            ),
            Err(refusal) => panic!("{}: {refusal:?}", opdracht.naam()),
        }
        self
    }

    /// Access gives whoever acts this act.
    fn mag(&self, opdracht: &Opdracht) -> bool {
        let (kijker, betrokken) = (Kijker::from(self.actor.clone()), self.dossier.betrokkenen());
        matrix().mag_op(&kijker, &betrokken, (&self.dossier, opdracht), self.vandaag).toegestaan
    }

    /// Whether an act is offered to who does it; also where it is about no case that is there.
    pub(crate) fn biedt(&self, wie: &Actor, opdracht: &Opdracht) -> bool {
        let Some(over) = opdracht.over_zaak(&self.dossier) else { return true };
        // By the number of a fact: an act about what was recorded, in whatever case that is.
        if !over.daden().contains(&opdracht.welke()) {
            return true;
        }
        self.dossier.mogelijk(over, wie, self.vandaag).contains(&opdracht.welke())
    }

    /// Does it, or not.
    pub(crate) fn probeer(&mut self, opdracht: &Opdracht) -> Result<(), Refusal> {
        let vastgesteld = self.dossier.decide(opdracht, &self.ctx())?;
        self.nieuw.clear();
        for vaststelling in vastgesteld {
            self.record(vaststelling);
        }
        Ok(())
    }

    /// Records a fact that somebody else decided.
    pub(crate) fn feit(&mut self, gebeurtenis: impl Into<Gebeurtenis>) -> &mut Self {
        let vaststelling = Vaststelling::new(self.vandaag, &self.dossier, &self.ctx(), gebeurtenis);
        self.record(vaststelling);
        self
    }

    fn record(&mut self, vaststelling: Vaststelling) {
        let given = &vaststelling.gebeurtenis;
        let stored = given.encode().expect("an event is JSON");
        let read =
            Gebeurtenis::decode(given.event_type(), given.event_version(), &stored).expect("it reads back");
        assert_eq!(read, *given, "an event reads back as it was written");
        self.nieuw.push(read);
        let at = format!("{}T09:00:00Z", self.vandaag).parse::<Timestamp>().expect("an instant");
        self.dossier.apply(vaststelling.feit(self.dossier.versie + 1, at, &self.actor));
    }

    /// The refusal: the test fails when the file allows it.
    #[track_caller]
    pub(crate) fn weigert(&self, opdracht: impl Into<Opdracht>) -> Geweigerd {
        let opdracht = opdracht.into();
        match self.dossier.decide(&opdracht, &self.ctx()) {
            Ok(events) => panic!("{} was allowed: {events:?}", opdracht.naam()),
            Err(refusal) => Geweigerd(refusal),
        }
    }

    /// Codes of the turns that are open today, with the role.
    pub(crate) fn aan_zet(&self) -> Vec<(&'static str, &'static str)> {
        let open = self.dossier.beurten().into_iter().filter(|beurt| beurt.is_open(self.vandaag));
        open.map(|beurt| (beurt.zet.code(), beurt.rol.code())).collect()
    }

    pub(crate) fn aanmelding(&self) -> &dossier::staat::Aanmelding {
        self.dossier.aanmeldingen.last().expect("a registration")
    }

    pub(crate) fn aanvraag(&self) -> &dossier::staat::TlvAanvraag {
        self.dossier.aanvragen.last().expect("a request")
    }
}

/// A refusal under inspection.
pub(crate) struct Geweigerd(pub(crate) Refusal);

impl Geweigerd {
    #[track_caller]
    pub(crate) fn met(self, code: &str) -> Self {
        assert_eq!(self.0.code, code, "{:?}", self.0);
        self
    }

    #[track_caller]
    pub(crate) fn veld(self, veld: &str) -> Self {
        assert_eq!(self.0.veld, Some(veld), "{:?}", self.0);
        self
    }

    #[track_caller]
    pub(crate) fn kan_wel(self, wat: &sleutels::Tekst) -> Self {
        assert_eq!(self.0.wat_wel.as_deref(), Some(wat), "{:?}", self.0);
        self
    }

    #[track_caller]
    pub(crate) fn op_grond_van(self, artikel: &str) -> Self {
        let found = self.0.vindplaats.as_ref().map(ToString::to_string).unwrap_or_default();
        assert_eq!(found, artikel, "{:?}", self.0);
        self
    }
}
