//! Who looked: every view of a file is logged before its page is sent, and parents can read the log.

use std::collections::BTreeMap;

use base::{Date, DossierNummer, OrganisatieId, Organisatiesoort, PersoonId, Timestamp, dates};
use dossier::beurt::Onderwerp;
use dossier::toegang::{Betrokkenheid, Deel, Handeling, Kijker, Wie};
use dossier::{Dossier, Rol, Woord};
use storage::{Direction, Inzage, InzageQuery, Page, Rows};
use teksten::{Tekst, woorden};

use crate::accounts::invoer;
use crate::brieven::{EEN_ANDER, is_carer};
use crate::geopend::Geopend;
use crate::kind::{Kindbeeld, bekende_organisaties};
use crate::{App, AppError, Moment};

pub(crate) mod lijst;
mod patroon;

pub(crate) use patroon::asked_in_words;
pub use patroon::{Kijkgedrag, Kijkmoment, Kijkpatroon, Kijkvraag, REDEN_NODIG};

/// Longest purpose of a view, in characters.
const DOEL_TEKENS: usize = 200;

/// One view of a file, as those read it who may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meekijker {
    /// When.
    pub op: Timestamp,
    /// Name of the person; empty where it must stay secret.
    pub naam: String,
    /// The role.
    pub rol: Tekst,
    /// The organisation by name; only its kind where it must stay secret.
    pub organisatie: Tekst,
    /// The parts that were shown.
    pub delen: Vec<Deel>,
    /// For what.
    pub doel: Tekst,
}

/// Which views of a file were asked for, and in which order.
#[derive(Debug, Clone, Default)]
pub struct Inzagelijst {
    /// From this day.
    pub van: Option<Date>,
    /// Up to and including this day.
    pub tot_en_met: Option<Date>,
    /// In this role.
    pub rol: Option<Rol>,
    /// That showed this part.
    pub deel: Option<Deel>,
    /// Without the looks of the family itself.
    pub zonder_gezin: bool,
    /// Oldest first; otherwise newest first.
    pub oudste_eerst: bool,
}

impl Inzagelijst {
    /// As it is asked for somebody: of the family everybody finds their own looks alone. When another parent or the pupil wrote to the
    /// school is not theirs to know. What somebody read who had opened their page wrongly is (AVG 15).
    fn query(
        &self,
        dossier: &DossierNummer,
        verkeerd: &[PersoonId],
        kijker: &Kijker,
        organisaties: Vec<OrganisatieId>,
        page: Page,
    ) -> InzageQuery {
        let without_others = is_family(kijker) || self.zonder_gezin;
        let after = self.tot_en_met.and_then(|day| dates::plus_days(day, 1));
        InzageQuery {
            dossier: dossier.clone(),
            van: self.van.and_then(dates::start_of_day_in_nl),
            tot: after.and_then(dates::start_of_day_in_nl),
            rol: self.rol.map(|rol| rol.code().to_owned()),
            deel: self.deel.map(|deel| deel.code().to_owned()),
            organisaties,
            zonder: without_others.then(|| dossier.gezin()),
            behalve: if self.zonder_gezin {
                verkeerd.to_vec()
            } else {
                [std::slice::from_ref(&kijker.actor.persoon), verkeerd].concat()
            },
            direction: if self.oudste_eerst { Direction::Up } else { Direction::Down },
            page,
        }
    }
}

/// Which parts of a file are shown for a purpose.
enum Getoond {
    /// All that this person reads of the file: the parts of what stands there, not of what might.
    Alles,
    /// Of these, what this person may read.
    Alleen(&'static [Deel]),
    /// Who the child is, and of a case the parts of all that this person reads of it.
    Zaak(Onderwerp),
    /// Who the child is, and the parts of the letters that this person can open.
    Brieven,
    /// The parts that may stand in the documents that this person can open.
    Documenten,
    /// Who the child is. What a form shows besides follows from the form ([`Geopend::toon_vorm`]).
    Vorm,
}

macro_rules! doelen {
    ($($(#[$doc:meta])* $name:ident = $tekst:literal, $delen:expr;)+) => {
        /// For what somebody looks: what stands in the log of who looked, and which parts are shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Doel {
            $($(#[$doc])* $name,)+
            /// The page of a case.
            Zaak(Onderwerp),
        }

        impl Doel {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name),+];

            /// As it stands in the log.
            pub fn tekst(self) -> &'static str {
                match self {
                    $(Self::$name => $tekst,)+
                    Self::Zaak(onderwerp) => onderwerp.soort(),
                }
            }

            fn getoond(self) -> Getoond {
                match self {
                    $(Self::$name => $delen,)+
                    Self::Zaak(onderwerp) => Getoond::Zaak(onderwerp),
                }
            }
        }
    };
}

doelen! {
    /// The page of the child.
    Kindpagina = "kindpagina", Getoond::Alles;
    /// Everything that happened.
    Tijdlijn = "tijdlijn", Getoond::Alles;
    /// Who looked.
    WieKeek = "wie keek er", Getoond::Alleen(&[Deel::A, Deel::N]);
    /// The data of the child and the people around it.
    Gegevens = "gegevens", Getoond::Alleen(&[Deel::A]);
    /// The code for a parent.
    Uitnodiging = "uitnodiging", Getoond::Alleen(&[Deel::A]);
    /// A fact that may be wrong; what it says is logged with it.
    Verbeteren = "iets verbeteren", Getoond::Vorm;
    /// A form about a case.
    Formulier = "formulier", Getoond::Vorm;
    /// A request.
    Aanvraag = "aanvraag", Getoond::Alles;
    /// Beginning one.
    AanvraagBeginnen = "aanvraag beginnen", Getoond::Vorm;
    /// Filling one.
    AanvraagInvullen = "aanvraag invullen", Getoond::Vorm;
    /// The last look before it is sent.
    AanvraagNakijken = "aanvraag nakijken", Getoond::Vorm;
    /// Taking one back.
    AanvraagIntrekken = "aanvraag intrekken", Getoond::Vorm;
    /// How it goes on after one.
    AanvraagVervolg = "vervolg op een aanvraag", Getoond::Vorm;
    /// Laying what was filled in before parents and pupil.
    AanvraagVoorleggen = "aanvraag voorleggen", Getoond::Vorm;
    /// What parents and pupil think of one.
    Zienswijze = "zienswijze vastleggen", Getoond::Vorm;
    /// What is missing in one.
    Aanvulling = "aanvulling", Getoond::Vorm;
    /// Its term.
    Termijn = "termijn", Getoond::Alles;
    /// Who advises on one.
    DeskundigenKiezen = "deskundigen kiezen", Getoond::Vorm;
    /// Advising on one.
    AdviesGeven = "advies geven", Getoond::Vorm;
    /// Deciding on one.
    Beslissen = "beslissen", Getoond::Alles;
    /// Making the decision known.
    Bekendmaken = "besluit bekendmaken", Getoond::Vorm;
    /// Asking for another category.
    CategorieVragen = "andere categorie vragen", Getoond::Vorm;
    /// A declaration in the register of the partnership.
    Verklaring = "verklaring", Getoond::Alleen(&[Deel::A, Deel::H]);
    /// A request in a list of work.
    Lijst = "in een lijst", Getoond::Alleen(&[Deel::H]);
    /// A school that checks a declaration.
    Controle = "controle van de verklaring", Getoond::Alleen(&[Deel::H]);
    /// The same with a child that it is not of: nothing was shown.
    ControleMislukt = "mislukte controle van de verklaring", Getoond::Alleen(&[Deel::H]);
    /// What happened since, to somebody who was too late.
    Botsing = "wat er intussen gebeurde", Getoond::Alles;
    /// What somebody else typed in a form and did not send.
    Concept = "concept van een ander", Getoond::Alles;
    /// A letter, or the list of them.
    Brief = "brief", Getoond::Brieven;
    /// A document, or the list of them.
    Bijlage = "bijlage", Getoond::Documenten;
    /// The own page of a parent.
    EigenPagina = "eigen pagina", Getoond::Alles;
    /// A parent's view.
    MeningGeven = "mening geven", Getoond::Vorm;
    /// An offer, to a parent.
    AanbodLezen = "aanbod lezen", Getoond::Vorm;
    /// A parent's answer to it.
    AanbodBeantwoorden = "aanbod beantwoorden", Getoond::Vorm;
    /// What another parent wants, to a parent.
    IntrekkingLezen = "vraag van de andere ouder lezen", Getoond::Vorm;
    /// A parent's answer to that.
    IntrekkingBeantwoorden = "vraag van de andere ouder beantwoorden", Getoond::Vorm;
    /// How a parent is reached, by themselves.
    EigenGegevens = "eigen gegevens wijzigen", Getoond::Vorm;
    /// What a parent hands in.
    Inleveren = "inleveren", Getoond::Vorm;
    /// A parent's contact with a school.
    ContactVastleggen = "contact vastleggen", Getoond::Vorm;
    /// Whether a parent hears of decisions on the own page.
    BesluitenOntvangen = "besluiten ontvangen", Getoond::Vorm;
    /// What somebody of the family lets the school know.
    WoordenSchrijven = "de school iets laten weten", Getoond::Vorm;
}

impl Doel {
    /// The parts that are shown to whoever has this view.
    pub(crate) fn delen(self, beeld: &Kindbeeld) -> Vec<Deel> {
        let read = |mut delen: Vec<Deel>| {
            delen.retain(|deel| beeld.leest(*deel));
            delen
        };
        match self.getoond() {
            Getoond::Alles => beeld.getoonde_delen(),
            Getoond::Zaak(onderwerp) => {
                let documents = beeld.delen_van_documenten(Some(onderwerp));
                read(vec![Deel::A]).into_iter().chain(beeld.delen_van(onderwerp)).chain(documents).collect()
            }
            Getoond::Brieven => {
                let letters = beeld.brieven.iter().map(|brief| brief.inhoud.deel);
                read([Deel::A].into_iter().chain(letters).collect())
            }
            Getoond::Documenten => beeld.delen_van_documenten(None),
            Getoond::Vorm => read(vec![Deel::A]),
            Getoond::Alleen(delen) => read(delen.to_vec()),
        }
    }
}

impl App {
    /// Records that somebody is about to see these parts of a file, as one row, durably: called
    /// before the page is sent. The parents' own preparation of a dispute leaves no trace of them.
    /// Pages do not call this: [`Geopend::toon`] does.
    pub async fn log_read(
        &self,
        kijker: &Kijker,
        dossier: &DossierNummer,
        delen: &[Deel],
        doel: &str,
        moment: Moment,
    ) -> Result<(), AppError> {
        let mut delen: Vec<Deel> = delen.to_vec();
        delen.sort_unstable();
        delen.dedup();
        if is_family(kijker) {
            delen.retain(|deel| *deel != Deel::K1);
        }
        if delen.is_empty() {
            return Ok(());
        }
        let actor = &kijker.actor;
        let inzage = Inzage {
            at: moment.at,
            dossier: dossier.clone(),
            persoon: actor.persoon.clone(),
            rol: actor.rol.code().to_owned(),
            organisatie: actor.organisatie.clone(),
            delen: codes(delen.into_iter()),
            doel: invoer::line("doel", doel, DOEL_TEKENS)?,
        };
        Ok(self.storage.log_reads(&[inzage]).await?)
    }
}

impl Geopend {
    /// Who looked at the file, for those who may read that. Of a part that they may not know of, no view is found.
    pub async fn meekijkers(&self, lijst: &Inzagelijst, page: Page) -> Result<Rows<Meekijker>, AppError> {
        let known = self.known_lookers()?;
        let (app, kijker, moment) = (&self.app, &self.kijker, self.moment);
        if lijst.deel.is_some_and(|deel| !may_know_of(deel, kijker)) {
            return Ok(Rows::none());
        }
        let hidden = is_hidden_from(&self.dossier, kijker);
        let wrong = opened_wrongly(&self.dossier, kijker, moment.vandaag);
        let found =
            app.storage.reads(&lijst.query(&self.dossier.nummer, &wrong, kijker, known, page)).await?;
        let mut namen = Naamgeheugen::default();
        let mut rows = Vec::new();
        for inzage in &found.rows {
            let delen = shown_parts(&inzage.delen, kijker);
            if delen.is_empty() {
                continue;
            }
            let secret = self.is_geheime_kijker(inzage, hidden);
            let carer = hidden && is_carer(&self.dossier, &kijker.actor.persoon, &inzage.persoon);
            let stranger = wrong.contains(&inzage.persoon);
            rows.push(Meekijker {
                op: inzage.at,
                naam: if secret {
                    String::new()
                } else if carer || stranger {
                    EEN_ANDER.to_owned()
                } else {
                    namen.persoon(app, &inzage.persoon).await?
                },
                rol: role(&inzage.rol),
                organisatie: if secret {
                    woorden::Organisatiesoort { code: inzage.organisatie.kind().code() }.tekst()
                } else if inzage.organisatie.kind() == Organisatiesoort::Gezin {
                    teksten::inzage::gezin()
                } else {
                    Tekst::letterlijk(namen.organisatie(app, &inzage.organisatie, moment.vandaag).await?)
                },
                delen,
                doel: purpose(&inzage.doel),
            });
        }
        Ok(found.with(rows))
    }

    /// From where somebody looked may not be told to who reads the log: it is secret from them where the child is; or a school that has
    /// nothing to do with the child by this file checked its declaration, and the file of that school can be secret from this family.
    fn is_geheime_kijker(&self, inzage: &Inzage, hidden: bool) -> bool {
        let stranger = || {
            let checks =
                [Doel::Controle, Doel::ControleMislukt].iter().any(|doel| doel.tekst() == inzage.doel);
            // Who checks and is concerned afterwards alone, was a stranger then: the family can bring that about itself.
            let day = dates::today_in_nl(inzage.at);
            let here = |one: &Betrokkenheid| {
                one.wie == Wie::Organisatie(inzage.organisatie.clone()) && one.van < day
            };
            is_family(&self.kijker) && checks && !self.betrokken.iter().any(here)
        };
        inzage.organisatie != self.kijker.actor.organisatie && (hidden || stranger())
    }

    /// The organisations of which this person may hear that they looked; none for every one.
    fn known_lookers(&self) -> Result<Vec<OrganisatieId>, AppError> {
        self.app.require(&self.kijker, &self.betrokken, Deel::N, Handeling::Lezen, self.moment)?;
        Ok(bekende_organisaties(&self.recht, &self.kijker.actor, &self.dossier, &self.betrokken))
    }
}

/// Names that one page needs more than once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Naamgeheugen {
    personen: BTreeMap<PersoonId, String>,
    organisaties: BTreeMap<OrganisatieId, String>,
}

impl Naamgeheugen {
    /// The name of somebody who was asked before.
    pub(crate) fn bekend(&self, id: &PersoonId) -> Option<&str> {
        self.personen.get(id).map(String::as_str)
    }

    /// The name of an organisation that was asked before.
    pub(crate) fn bekende_organisatie(&self, id: &OrganisatieId) -> Option<&str> {
        self.organisaties.get(id).map(String::as_str)
    }

    pub(crate) async fn persoon(&mut self, app: &App, id: &PersoonId) -> Result<String, AppError> {
        if let Some(naam) = self.personen.get(id) {
            return Ok(naam.clone());
        }
        let account = app.storage.account(id).await?;
        let naam = account.map_or_else(|| "onbekend".to_owned(), |account| account.naam);
        self.personen.insert(id.clone(), naam.clone());
        Ok(naam)
    }

    pub(crate) async fn organisatie(
        &mut self,
        app: &App,
        id: &OrganisatieId,
        on: Date,
    ) -> Result<String, AppError> {
        if let Some(naam) = self.organisaties.get(id) {
            return Ok(naam.clone());
        }
        let naam = app.organisatie_naam(id, on).await?;
        self.organisaties.insert(id.clone(), naam.clone());
        Ok(naam)
    }
}

/// The accounts that opened the page of this reader and were shut out. One that is or was of somebody else in the file too read on that
/// page as well, and what it read there is its own.
fn opened_wrongly(dossier: &Dossier, kijker: &Kijker, on: Date) -> Vec<PersoonId> {
    let Some(own) = dossier.eigen_persoon(&kijker.actor, on) else { return Vec::new() };
    let (own, others): (Vec<_>, Vec<_>) = dossier.personen.iter().partition(|one| one.nr == own);
    let of_another = |account: &PersoonId| {
        others
            .iter()
            .any(|one| one.account.as_ref() == Some(account) || one.eerdere_accounts.contains(account))
    };
    let wrong = own.iter().flat_map(|one| &one.eerdere_accounts);
    wrong.filter(|account| **account != kijker.actor.persoon && !of_another(account)).cloned().collect()
}

fn is_family(kijker: &Kijker) -> bool {
    matches!(kijker.actor.rol, Rol::Ouder | Rol::Leerling)
}

/// Parts of a file as they are stored: their codes.
pub(crate) fn codes(delen: impl Iterator<Item = Deel>) -> String {
    delen.map(Deel::code).collect::<Vec<_>>().join(",")
}

/// The parts that were stored so.
pub(crate) fn parts(codes: &str) -> impl Iterator<Item = Deel> {
    codes.split(',').filter_map(Deel::from_code)
}

/// The parts of a row that this reader may know of: a dispute is prepared out of the school's sight.
fn shown_parts(delen: &str, kijker: &Kijker) -> Vec<Deel> {
    parts(delen).filter(|deel| may_know_of(*deel, kijker)).collect()
}

fn may_know_of(deel: Deel, kijker: &Kijker) -> bool {
    deel != Deel::K1 || is_family(kijker)
}

/// The file hides from this reader where the child is, and so who looked from where.
pub(crate) fn is_hidden_from(dossier: &Dossier, kijker: &Kijker) -> bool {
    let works_here = matches!(
        kijker.actor.organisatie.kind(),
        Organisatiesoort::School | Organisatiesoort::Swv | Organisatiesoort::Instelling
    );
    // A pupil sees the own school on every page; whoever is no parent and works elsewhere does not.
    let from_everybody = dossier.geheimhouding.as_ref().is_some_and(|secret| secret.voor_personen.is_empty());
    let outside = from_everybody && !works_here && !is_family(kijker);
    outside || dossier.is_geheim_voor_wie(&kijker.actor)
}

/// A role as the log holds it; one that is known no more keeps its code.
fn role(code: &str) -> Tekst {
    code.parse::<Rol>().map_or_else(|_| Tekst::letterlijk(code), Woord::woord)
}

/// For what somebody looked, as the log holds it: one of [`Doel`], or the words of an older version.
fn purpose(doel: &str) -> Tekst {
    let other = || woorden::Doel { code: &doel.replace(' ', "_"), anders: doel }.tekst();
    Onderwerp::soort_in_woorden(doel).unwrap_or_else(other)
}

#[cfg(test)]
mod tests {
    use teksten::Taal;

    use super::*;

    #[test]
    fn every_purpose_has_words_of_its_own_in_each_language() {
        let cases = Onderwerp::van_elke_soort(1).map(Doel::Zaak);
        for doel in Doel::ALL.iter().copied().chain(cases) {
            let said = purpose(doel.tekst());
            assert!(!Taal::Nl.zeg(&said).is_empty(), "{doel:?}");
            assert_ne!(Taal::En.zeg(&said), doel.tekst(), "{doel:?} is Dutch in English");
        }
        assert_eq!(Taal::En.zeg(purpose("iets van vroeger")), "iets van vroeger");
    }
}
