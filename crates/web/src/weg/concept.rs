//! Drafts of forms: kept per field while somebody types, put back when the form is opened again.
//!
//! While somebody types the script keeps field by field ([`adres`]). Without script the button 'Bewaren en later verder' of a form
//! keeps all of it.

mod adres;

use std::collections::{BTreeMap, BTreeSet};

use app::concepten::{Bewaard, Conceptplek, Conceptveld, Formulier, LosFormulier, wordt_bewaard};
use base::{DossierNummer, PersoonId, Timestamp};
use teksten::{Taal, weg};
use web_base::error::Fout;
use web_base::form::Formulier as Ingezonden;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::gesloten::{self, Bijkomend};
use super::stand::{self, Botsing, Standen, Velden, is_unchanged, state_of};
use super::stap::Begin;
use super::werk::Werk;

pub(crate) use adres::routes;

/// Name of the hidden field that says when the page of a form was made.
const OPENED: &str = "geopend";
/// How often what this person's own script kept in between is written over, at most, before both are shown.
const OWN_RACES: usize = 5;

/// Which form: of an act on a file, or one for which there is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Welk {
    /// On a file.
    Dossier(DossierNummer, Formulier),
    /// Without one.
    Los(LosFormulier),
}

/// The draft of a form, with the address at which its fields are kept.
pub(crate) struct Conceptvak {
    welk: Welk,
    /// What forms ask besides.
    bijkomend: &'static Bijkomend,
    plek: Conceptplek,
    /// Who has it open.
    door: PersoonId,
    /// Fields that follow from the file, such as the questions of a request.
    vragen: Vec<String>,
    /// In which that person reads.
    taal: Taal,
}

/// What was kept of a form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Concept {
    velden: Velden,
}

/// What a page needs to keep its form.
#[derive(Debug, Clone)]
pub(crate) struct Bewaren {
    /// Where the script sends a field to.
    pub(crate) adres: String,
    /// Version per field, as JSON.
    pub(crate) versies: String,
    /// What each field showed when the page was made.
    pub(crate) standen: String,
    /// When that was, in microseconds: a field that is on its way while the form is sent is no draft of what is done.
    pub(crate) geopend: i64,
    /// When something was kept last, where it was.
    pub(crate) laatst: Option<Timestamp>,
    /// Throwing it away was asked once: the button does it now, also with what a colleague kept.
    pub(crate) zeker: bool,
}

impl Welk {
    fn adres(&self) -> String {
        let vraag = match self {
            Self::Dossier(nummer, formulier) => {
                Vraag::default().with("formulier", formulier.naam()).with("dossier", nummer)
            }
            Self::Los(formulier) => Vraag::default().with("formulier", formulier.naam()),
        };
        vraag.address("/concept")
    }

    fn parse(vraag: &Vraag) -> Result<Self, Fout> {
        let naam = vraag.text("formulier").unwrap_or_default();
        let unknown = || Fout::vraag("formulier", "de naam van een formulier");
        match vraag.parse_one("dossier", "een dossiernummer")? {
            Some(nummer) => Ok(Self::Dossier(nummer, Formulier::parse(naam).ok_or_else(unknown)?)),
            None => LosFormulier::parse(naam).map(Self::Los).ok_or_else(unknown),
        }
    }
}

impl Conceptvak {
    /// The draft of a form on an open file.
    pub(crate) fn of(werk: &Werk, formulier: Formulier) -> Result<Self, Fout> {
        let plek = werk.conceptplek(&formulier)?;
        let door = werk.open.kijker().actor.persoon.clone();
        Ok(Self {
            welk: Welk::Dossier(werk.open.nummer().clone(), formulier),
            bijkomend: werk.bijkomend,
            plek,
            door,
            vragen: Vec::new(),
            taal: werk.taal(),
        })
    }

    /// The same, of a form that asks more than its act declares.
    #[must_use]
    pub(crate) fn asking(mut self, vragen: Vec<String>) -> Self {
        self.vragen = vragen;
        self
    }

    /// The draft of a form for which there is no file.
    pub(crate) fn zonder_dossier(
        bijkomend: &'static Bijkomend,
        state: &WebState,
        kijker: &Kijker,
        formulier: LosFormulier,
    ) -> Result<Self, Fout> {
        let plek = state.app.los_concept(&kijker.kijker, kijker.moment, formulier)?;
        let door = kijker.kijker.actor.persoon.clone();
        Ok(Self {
            welk: Welk::Los(formulier),
            bijkomend,
            plek,
            door,
            vragen: Vec::new(),
            taal: kijker.taal(),
        })
    }

    /// The draft at an address of drafts, for somebody who may send its form.
    pub(crate) async fn op_adres(
        bijkomend: &'static Bijkomend,
        state: &WebState,
        kijker: &Kijker,
        vraag: &Vraag,
    ) -> Result<Self, Fout> {
        match Welk::parse(vraag)? {
            Welk::Dossier(nummer, formulier) => {
                let werk = Werk::met(bijkomend, state, kijker, nummer.as_str()).await?;
                let vragen = (bijkomend.vragen)(&werk.open, &formulier).await?;
                Ok(Self::of(&werk, formulier)?.asking(vragen))
            }
            Welk::Los(formulier) => Self::zonder_dossier(bijkomend, state, kijker, formulier),
        }
    }

    /// A field of this form that may be kept: nothing else is kept under its name.
    pub(crate) fn has_field(&self, naam: &str) -> bool {
        wordt_bewaard(naam) && self.is_asked(naam)
    }

    fn is_asked(&self, naam: &str) -> bool {
        match &self.welk {
            Welk::Dossier(_, formulier) => {
                gesloten::has_field(self.bijkomend, formulier, naam)
                    || self.vragen.iter().any(|vraag| vraag == naam)
            }
            Welk::Los(formulier) => gesloten::has_loose_field((self.bijkomend.los)(*formulier), naam),
        }
    }

    /// Nobody else has the draft: that of a form without a file.
    pub(super) fn is_of_one_person(&self) -> bool {
        matches!(self.welk, Welk::Los(_))
    }

    /// It asks more than the fields of its form.
    pub(super) fn has_questions(&self) -> bool {
        !self.vragen.is_empty()
    }

    /// A field of a row.
    fn is_in_row(&self, naam: &str) -> bool {
        match &self.welk {
            Welk::Dossier(_, formulier) => gesloten::is_in_row(formulier, naam),
            // Nobody else has the draft of a form without a file.
            Welk::Los(_) => false,
        }
    }

    /// What was typed in its fields, whichever page it was typed on.
    pub(crate) fn typed_in(&self, formulier: &Ingezonden) -> String {
        formulier.inhoud_van(|naam| self.has_field(naam))
    }

    /// What was kept of this form.
    pub(crate) async fn load(&self) -> Result<Concept, Fout> {
        let kept = self.plek.velden().await?;
        Ok(Concept { velden: kept.into_iter().map(|veld| (veld.veld.clone(), veld)).collect() })
    }

    /// Keeps what was typed in a form over what it showed; answers what a colleague changed meanwhile, which stays.
    pub(crate) async fn keep_all(&self, formulier: &Ingezonden) -> Result<Vec<Botsing>, Fout> {
        self.keep_those(formulier, |_| true).await
    }

    /// The same of some of its fields.
    pub(super) async fn keep_those(
        &self,
        formulier: &Ingezonden,
        those: impl Fn(&str) -> bool,
    ) -> Result<Vec<Botsing>, Fout> {
        let before = self.load().await?.velden;
        let standen = Standen::of(formulier);
        let mut clashes = Vec::new();
        let names = self.names_in(formulier, standen.as_ref(), &before);
        for naam in names.into_iter().filter(|naam| those(naam)) {
            let (typed, now) = (typed(formulier, naam), before.get(naam));
            let shown = standen.as_ref().map(|standen| standen.shown(naam)).unwrap_or_default();
            if is_unchanged(&typed, shown, now) {
                continue;
            }
            let mine = now.is_none_or(|now| now.door == self.door || state_of(Some(now)) == shown);
            let theirs = if mine {
                self.keep_over(naam, now.map_or(0, |now| now.versie), &typed).await?
            } else {
                now.cloned()
            };
            clashes.extend(self.named(theirs).await?);
        }
        Ok(clashes)
    }

    /// Keeps one field over a version. What this person's own script kept in between gives way: the form that is sent is newer.
    async fn keep_over(&self, naam: &str, versie: u64, typed: &str) -> Result<Option<Conceptveld>, Fout> {
        let mut stands = self.plek.bewaar((naam, versie), typed).await?;
        for _ in 0..OWN_RACES {
            let Bewaard::Botsing(Some(own)) = &stands else { break };
            if own.door != self.door {
                break;
            }
            stands = self.plek.bewaar((naam, own.versie), typed).await?;
        }
        Ok(match stands {
            Bewaard::Ja(_) | Bewaard::Verstuurd => None,
            Bewaard::Botsing(theirs) => theirs,
        })
    }

    /// What a colleague kept since the form was shown and this form would throw away. None for a form that does not say
    /// what it showed.
    pub(crate) async fn overtaken(&self, formulier: &Ingezonden) -> Result<Vec<Botsing>, Fout> {
        let Some(standen) = Standen::of(formulier) else { return Ok(Vec::new()) };
        let now = self.load().await?.velden;
        let mut clashes = Vec::new();
        for (naam, kept) in now.iter().filter(|(_, kept)| kept.door != self.door) {
            if !standen.has(naam) {
                // A row that this form never showed would be thrown away unread.
                if self.is_in_row(naam) && !kept.waarde.is_empty() && typed(formulier, naam) != kept.waarde {
                    let added = self.named(Some(kept.clone())).await?;
                    clashes.extend(added.map(|clash| Botsing { erbij: true, ..clash }));
                }
                continue;
            }
            let newer =
                standen.shown(naam).split_once('-').is_some_and(|(seen, _)| seen != kept.versie.to_string());
            if newer && typed(formulier, naam) != kept.waarde {
                clashes.extend(self.named(Some(kept.clone())).await?);
            }
        }
        Ok(clashes)
    }

    /// The fields that a form held: a checkbox that is off is not sent at all, but the form showed it. What else is kept
    /// with the draft, such as documents, is no field and stays.
    fn names_in<'f>(
        &self,
        formulier: &'f Ingezonden,
        standen: Option<&Standen<'f>>,
        kept: &'f Velden,
    ) -> BTreeSet<&'f str> {
        let shown: BTreeSet<&str> = match standen {
            Some(standen) => standen.names().collect(),
            None if self.vragen.is_empty() => kept.keys().map(String::as_str).collect(),
            None => BTreeSet::new(),
        };
        formulier.names().chain(shown).filter(|naam| self.has_field(naam)).collect()
    }

    async fn named(&self, theirs: Option<Conceptveld>) -> Result<Option<Botsing>, Fout> {
        let Some(theirs) = theirs else { return Ok(None) };
        let wie = self.name(&theirs.door).await?;
        Ok(Some(Botsing { veld: theirs.veld, wie, waarde: theirs.waarde, erbij: false }))
    }

    async fn name(&self, door: &PersoonId) -> Result<String, Fout> {
        if *door == self.door {
            return Ok(self.taal.zeg(weg::u_elders()));
        }
        Ok(self.plek.naam_van(door).await?.unwrap_or_else(|| self.taal.zeg(weg::een_collega())))
    }

    /// Throws the draft away.
    pub(crate) async fn forget(&self) -> Result<(), Fout> {
        Ok(self.plek.gooi_weg().await?)
    }

    /// The draft goes in the same step in which the form is carried out.
    pub(crate) fn done(&self) -> app::concepten::Klaar {
        self.plek.klaar()
    }

    /// What a page needs to keep this form: its fields with what they show. A form that was `sent` shows what came with
    /// it, not what was kept.
    pub(crate) fn bewaren(
        &self,
        concept: &Concept,
        (names, shown): (&[String], &Ingezonden),
        sent: bool,
    ) -> Bewaren {
        let asked = names.iter().chain(&self.vragen).map(String::as_str);
        let names: BTreeSet<&str> = asked.filter(|naam| self.has_field(naam)).collect();
        Bewaren {
            adres: self.welk.adres(),
            versies: stand::versions(&concept.velden),
            standen: stand::of_page(names.into_iter(), &concept.velden, |naam| typed(shown, naam)),
            geopend: self.plek.op().as_microsecond(),
            laatst: concept.velden.values().map(|veld| veld.op).max().filter(|_| !sent),
            zeker: false,
        }
    }

    /// The name of a colleague who wrote some of what was kept.
    pub(crate) async fn colleague(&self, concept: &Concept) -> Result<Option<String>, Fout> {
        let written = |veld: &&Conceptveld| veld.door != self.door && !veld.waarde.is_empty();
        match concept.velden.values().find(written) {
            Some(veld) => Ok(Some(self.name(&veld.door).await?)),
            None => Ok(None),
        }
    }

    /// Which fields a colleague changed last, with the line that says so.
    pub(crate) async fn colleagues(&self, concept: &Concept, on: base::Date) -> Result<Vec<Collega>, Fout> {
        let mut found = Vec::new();
        let others = concept.velden.values().filter(|veld| veld.door != self.door && !veld.waarde.is_empty());
        for veld in others {
            let naam = self.name(&veld.door).await?;
            found.push(Collega { veld: veld.veld.clone(), naam, wanneer: stand::when(veld.op, on) });
        }
        Ok(found)
    }
}

/// A colleague who was the last to change a field.
pub(crate) struct Collega {
    pub(crate) veld: String,
    naam: String,
    wanneer: String,
}

impl Collega {
    /// The name.
    pub(crate) fn name(&self) -> &str {
        &self.naam
    }

    /// `Laatst gewijzigd door M. Zonnedauw, 14:02.`
    pub(crate) fn line(&self) -> String {
        format!("Laatst gewijzigd door {}, {}.", self.naam, self.wanneer)
    }
}

/// Everything that was typed under one name: the checkboxes of a list are one field.
fn typed(formulier: &Ingezonden, naam: &str) -> String {
    formulier.all(naam).collect::<Vec<_>>().join("\n")
}

impl Concept {
    /// The values with which a form begins: those given, with what was kept over them.
    pub(crate) fn over(&self, begin: &Begin) -> Ingezonden {
        let mut values: BTreeMap<&str, &str> =
            begin.iter().map(|(naam, waarde)| (naam.as_ref(), waarde.as_str())).collect();
        values.extend(self.velden.iter().map(|(naam, veld)| (naam.as_str(), veld.waarde.as_str())));
        form_of(values)
    }

    /// What was kept, by field.
    pub(crate) fn velden(&self) -> &Velden {
        &self.velden
    }
}

/// The form on a file that was sent, as it says itself: the file may have gone on since, and its address may show another.
pub(crate) fn sent_form(formulier: &Ingezonden) -> Option<Formulier> {
    let (_, query) = formulier.text("concept").split_once('?')?;
    match Welk::parse(&Vraag::parse(query).ok()?).ok()? {
        Welk::Dossier(_, formulier) => Some(formulier),
        Welk::Los(_) => None,
    }
}

/// When the page of a form was made, as the form says it.
pub(crate) fn opened_at(formulier: &Ingezonden) -> Option<Timestamp> {
    Timestamp::from_microsecond(formulier.text(OPENED).parse().ok()?).ok()
}

/// What somebody typed in a form, for telling whether it is sent again: not when each of two pages of it was made.
pub(crate) fn typed_in(formulier: &Ingezonden) -> String {
    formulier.inhoud_van(|naam| naam != OPENED)
}

/// A form with these values, as if somebody had typed them.
pub(crate) fn form_of<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Ingezonden {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(values);
    Ingezonden::parse(body.finish().as_bytes()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use dossier::opdracht::Opdrachtnaam;

    use super::*;

    #[test]
    fn a_draft_goes_over_the_values_with_which_a_form_begins() {
        let veld = |naam: &str, waarde: &str| Conceptveld {
            veld: naam.to_owned(),
            versie: 2,
            waarde: waarde.to_owned(),
            door: "p-1".parse().unwrap(),
            op: Timestamp::UNIX_EPOCH,
        };
        let velden = [veld("wat", "rapport & toets"), veld("op", "")];
        let concept = Concept { velden: velden.map(|veld| (veld.veld.clone(), veld)).into() };
        let form =
            concept.over(&vec![("op".into(), "2026-03-02".to_owned()), ("wie".into(), "ib".to_owned())]);
        assert_eq!(form.text("wat"), "rapport & toets");
        assert_eq!(form.text("op"), "");
        assert_eq!(form.text("wie"), "ib");
    }

    #[test]
    fn the_address_of_a_draft_says_nothing_about_the_child_but_its_number() {
        let nummer: DossierNummer = "2026-004217".parse().unwrap();
        let welk = Welk::Dossier(nummer, Formulier::of(Opdrachtnaam::Weiger, Some(1)));
        let adres = welk.adres();
        assert_eq!(adres, "/concept?formulier=weiger-1&dossier=2026-004217");
        let read = |adres: &str| Welk::parse(&Vraag::parse(adres.split_once('?').unwrap().1).unwrap());
        assert_eq!(read(&adres).unwrap(), welk);
        assert_eq!(read("/concept?formulier=beleid").unwrap(), Welk::Los(LosFormulier::Beleid));
        for wrong in [
            "/concept?formulier=slaap&dossier=2026-004217",
            "/concept?formulier=weiger-1",
            "/concept?dossier=2026-004217",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
