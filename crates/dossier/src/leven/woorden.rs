//! P0: the own words of a family, at any moment. Somebody lets the school know something, about a registration or a request or about
//! nothing that runs; the school has the turn to read it, and answers if it wants. No term runs by it, and nothing is decided.

use std::sync::Arc;

use base::{Date, OrganisatieId, Organisatiesoort};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sleutels::Tekst as Zin;
use verband::grenzen::MEESTE_WOORDEN;

use crate::beurt::{Onderwerp, Zet};
use crate::gebeurtenis::Fold;
use crate::gezin::{Beslisser, Gezinszaak};
use crate::kaart::{Lezers, kaart, met_velden};
use crate::opdracht::velden::{MagTekst, MagZaak, Nummer, Tekst, Vinkje, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::Relatie;
use crate::staat::{Dossier, Feit, Gedaan};
use crate::toegang::{Betrokkenheid, Deel, RelatieSoort, Wie};

/// Somebody of the family let the school know something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IetsGezegd {
    /// Number in this file.
    pub nr: u32,
    /// Who, by number in the file.
    pub persoon: u32,
    /// Which school reads it.
    pub school: OrganisatieId,
    /// About which case; none where it is about none.
    pub over: Option<Onderwerp>,
    /// The partnership that decides in that case reads it too.
    pub ook_verband: bool,
    /// In own words.
    pub woorden: String,
    /// Nobody else of the family reads it. Not asked in the first shape.
    pub alleen_school: bool,
}

/// Who reads the words of somebody, and the answer to them. For the school alone means that school: no board and no partnership. About a
/// case that the partnership decides they are read by whoever works on it, the partnership with its experts and the board of the school, as
/// the form says; nobody else of the family does.
fn readers(persoon: u32, alleen_school: bool, ook_verband: bool) -> Lezers<'static> {
    match (alleen_school, ook_verband) {
        (true, false) => Lezers::AlleenSchool(persoon),
        (true, true) => Lezers::NietAndereOuder(Some(persoon)),
        (false, _) => Lezers::Woorden(Some(persoon)),
    }
}

/// Says wherever it stands that it is for the school alone: whoever reads it there can telephone the rest of the family about it.
fn for_whom(wat: Zin, alleen_school: bool) -> Zin {
    if alleen_school { sleutels::leven::AlleenVoorSchool { wat }.tekst() } else { wat }
}

/// The first shape knew registrations and requests alone, and the whole family read it.
fn as_at_first(stored: Value) -> Result<Value, serde_json::Error> {
    let family = ("alleen_school", Value::Bool(false));
    met_velden(stored, [("verwijdering", Value::Null), ("schorsing", Value::Null), family])
}

/// The second shape named the kinds of case one by one, and the partnership read what was about a request.
fn kind_by_kind(stored: Value) -> Result<Value, serde_json::Error> {
    let mut event: Map<String, Value> = serde_json::from_value(stored)?;
    let mut over = Value::Null;
    for soort in ["aanmelding", "aanvraag", "verwijdering", "schorsing"] {
        let nr = event.remove(soort).unwrap_or_default();
        if over.is_null() && !nr.is_null() {
            over = json!({ soort: nr });
        }
    }
    event.insert("ook_verband".to_owned(), over.get("aanvraag").is_some().into());
    event.insert("over".to_owned(), over);
    Ok(event.into())
}

/// Says that something was said, or read, and of which case.
fn told(over: Option<Onderwerp>, alone: fn() -> Zin, about: fn(Zin) -> Zin) -> Zin {
    over.map_or_else(alone, |over| about(over.woord()))
}

kaart! {
    IetsGezegd, "iets_gezegd", versie 3 [as_at_first, kind_by_kind];
    over (|event| event.over); deel (|event| event.over.map_or(Deel::B, Onderwerp::deel)); lezers (|event| readers(event.persoon, event.alleen_school, event.ook_verband));
    zin |event| for_whom(told(event.over, sleutels::leven::iets_gezegd, |over| sleutels::leven::IetsGezegdOver { over }.tekst()), event.alleen_school);
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, _| Some(event.school.clone()));
    getypt (|event| vec![&event.woorden]); verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for IetsGezegd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.woorden.push(EigenWoorden { feit: Gedaan::op(feit, self), gezien: None });
    }
}

/// The school read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WoordenGezien {
    /// What was read, by number in the file.
    pub woorden: u32,
    /// Whose words they were.
    pub persoon: u32,
    /// About which case they were; none where they were about none.
    pub over: Option<Onderwerp>,
    /// The partnership that decides in that case reads it too, as the words.
    pub ook_verband: bool,
    /// What the school answers; may be empty.
    pub antwoord: String,
    /// Nobody else of the family reads it, as the words. Not asked in the first shape.
    pub alleen_school: bool,
}

kaart! {
    WoordenGezien, "woorden_gezien", versie 3 [as_at_first, kind_by_kind];
    over (|event| event.over); deel (|event| event.over.map_or(Deel::B, Onderwerp::deel)); lezers (|event| readers(event.persoon, event.alleen_school, event.ook_verband));
    zin |event| if event.antwoord.is_empty() { sleutels::leven::woorden_gezien() } else { sleutels::leven::woorden_beantwoord() };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.antwoord]); verhuld [Leeg ["antwoord"]];
    redenen geen; geboortedatum nee;
}

impl Fold for WoordenGezien {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        for said in dossier.woorden.iter_mut().filter(|said| said.feit.nr == self.woorden) {
            said.gezien = Some(Gedaan::op(feit, self));
        }
    }
}

/// What somebody of the family let the school know, and that the school read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EigenWoorden {
    /// What was said.
    pub feit: Gedaan<IetsGezegd>,
    /// That it was read; none as long as nobody said so.
    pub gezien: Option<Gedaan<WoordenGezien>>,
}

impl EigenWoorden {
    /// That the school read it, with this answer.
    fn read_with(&self, antwoord: String) -> WoordenGezien {
        let said = &self.feit;
        WoordenGezien {
            woorden: said.nr,
            persoon: said.persoon,
            over: said.over,
            ook_verband: said.ook_verband,
            antwoord,
            alleen_school: said.alleen_school,
        }
    }
}

impl Dossier {
    /// What these people (`van`) wrote about a removal until a day (`tot_en_met`) is read by whoever records what they think of it: nobody has
    /// to say so apart.
    pub(crate) fn gelezen_bij_horen(
        &self,
        (verwijdering, tot_en_met): (u32, Date),
        van: impl Fn(u32) -> bool,
        ctx: &Besluitvorming<'_>,
    ) -> Vec<Vaststelling> {
        let unread = self.woorden.iter().filter(|said| {
            said.gezien.is_none()
                && said.feit.over == Some(Onderwerp::Verwijdering(verwijdering))
                && said.feit.school == ctx.actor.organisatie
                && said.feit.op <= tot_en_met
                && van(said.feit.persoon)
        });
        unread.map(|said| Vaststelling::new(ctx.vandaag, self, ctx, said.read_with(String::new()))).collect()
    }
}

daad! {
    /// Lets the school know something, in own words.
    LaatWeten {
        /// In own words.
        woorden: Tekst,
        /// About which case, if about one.
        over: MagZaak,
        /// Nobody else of the family reads it: no other parent, no carer and not the pupil.
        alleen_school: Vinkje,
    }
}

impl LaatWeten {
    /// Refuses a case that whoever writes may not know of, as if it were not there.
    fn refuse_unknown(
        &self,
        dossier: &Dossier,
        persoon: u32,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let Some(over) = self.over else { return Ok(()) };
        let cares = dossier.persoon(persoon).is_some_and(|own| own.relatie == Relatie::Pleegouder);
        let reads = |one: &Betrokkenheid| {
            one.is_of(ctx.actor) && one.is_current(ctx.vandaag) && one.soort.opent(over.deel())
        };
        let closed = cares && !dossier.betrokkenen().iter().any(reads);
        if closed || dossier.is_geheim_voor_wie(ctx.actor) || dossier.vestiging_van(over).is_none() {
            return Err(Refusal::field("over", over.niet_in_dossier().reden));
        }
        Ok(())
    }
}

impl Decide for LaatWeten {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let persoon = dossier
            .eigen_persoon(ctx.actor, ctx.vandaag)
            .ok_or_else(|| Refusal::new("alleen_zelf", sleutels::leven::alleen_gezin_laat_weten()))?;
        self.refuse_unknown(dossier, persoon, ctx)?;
        let of_case =
            self.over.and_then(|over| dossier.vestiging_van(over)).map(base::Vestigingscode::organisatie);
        let school = dossier.school_die_leest(of_case.as_ref(), ctx.vandaag).ok_or_else(|| {
            Refusal::new("geen_school", sleutels::leven::geen_school_leest())
                .instead(sleutels::leven::steunpunt_of_school_bellen())
        })?;
        refuse_too_many(dossier, persoon, ctx)?;
        let said = IetsGezegd {
            nr: dossier.next_nr::<IetsGezegd>(),
            persoon,
            school,
            over: self.over,
            ook_verband: self.over.and_then(|over| dossier.gezinszaak(over)).is_some_and(decided_there),
            woorden: invoer::text("woorden", &self.woorden)?,
            alleen_school: self.alleen_school,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, said)])
    }
}

/// A partnership decides in this case.
fn decided_there(zaak: &dyn Gezinszaak) -> bool {
    zaak.beslisser() == Beslisser::Verband
}

/// Nobody fills a file: what was said stays in it, and each of it is read by somebody.
fn refuse_too_many(dossier: &Dossier, persoon: u32, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    let (per_day, unread) = MEESTE_WOORDEN;
    let own = || dossier.woorden.iter().filter(|said| said.feit.persoon == persoon);
    let many = |count: usize, most: i32| i32::try_from(count).is_ok_and(|count| most <= count);
    if many(own().filter(|said| said.gezien.is_none()).count(), unread) {
        return Err(Refusal::new("eerst_gelezen", sleutels::leven::EerstGelezen { keer: unread }.tekst())
            .instead(sleutels::leven::school_bellen()));
    }
    if many(own().filter(|said| said.feit.op == ctx.vandaag).count(), per_day) {
        return Err(Refusal::new(
            "genoeg_geschreven",
            sleutels::leven::GenoegGeschreven { keer: per_day }.tekst(),
        )
        .instead(sleutels::leven::bellen_of_morgen()));
    }
    Ok(())
}

daad! {
    /// Says that the school read what somebody of the family let it know.
    ZegGezien {
        /// What was read, by number in the file.
        woorden: Nummer,
        /// What the school answers.
        antwoord: MagTekst,
    }
}

impl Decide for ZegGezien {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let here =
            |said: &&EigenWoorden| said.feit.nr == self.woorden && said.feit.school == ctx.actor.organisatie;
        let Some(said) = dossier.woorden.iter().find(here) else {
            return Err(Refusal::field("woorden", sleutels::leven::woorden_niet_in_dossier()));
        };
        if said.gezien.is_some() {
            return Err(Refusal::new("al_gezien", sleutels::leven::woorden_al_gezien()));
        }
        let seen = said.read_with(invoer::optional_text("antwoord", &self.antwoord)?);
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, seen)])
    }
}

impl Zet {
    /// It is the turn to read what somebody of the family let the school know: that there is something to read is not told to the rest
    /// of it.
    pub fn leest_woorden(self) -> bool {
        matches!(self, Self::WoordenLezen | Self::WoordenLezenDirectie)
    }
}

/// By what a school reads what a family lets it know; the first comes first.
const READS: [RelatieSoort; 3] =
    [RelatieSoort::Inschrijving, RelatieSoort::Aanmelding, RelatieSoort::Opening];

impl Dossier {
    /// The school that reads what is said today: that of the case, or else where the child is enrolled, registered or kept. None
    /// where that school has nothing to do with the child any more.
    pub fn school_die_leest(&self, of_case: Option<&OrganisatieId>, on: Date) -> Option<OrganisatieId> {
        let now: Vec<_> = self.betrokkenen().into_iter().filter(|one| one.is_current(on)).collect();
        READS.into_iter().find_map(|soort| {
            let mut schools = now.iter().filter(|one| one.soort == soort).filter_map(|one| match &one.wie {
                Wie::Organisatie(school) if school.kind() == Organisatiesoort::School => Some(school),
                Wie::Organisatie(_) | Wie::Persoon { .. } => None,
            });
            schools.find(|school| of_case.is_none_or(|case| case == *school)).cloned()
        })
    }

    /// What was said and nobody read, by the school that reads it, and who reads it there: since when, and until when it reads at all.
    pub(super) fn ongelezen(&self) -> Vec<(Zet, OrganisatieId, Date, Option<Date>)> {
        let mut all: Vec<(Zet, OrganisatieId, Date, Option<Date>)> = Vec::new();
        for said in self.woorden.iter().filter(|said| said.gezien.is_none()) {
            let about = said.feit.over.and_then(|over| self.gezinszaak(over));
            let zet = about.map_or(Zet::WoordenLezen, Gezinszaak::leest_woorden);
            if !all.iter().any(|(known, school, ..)| (*known, school) == (zet, &said.feit.school)) {
                all.push((zet, said.feit.school.clone(), said.feit.op, None));
            }
        }
        if all.is_empty() {
            return all;
        }
        let concerned = self.betrokkenen();
        for (_, school, _, until) in &mut all {
            let there = concerned.iter().filter(|one| one.wie == Wie::Organisatie(school.clone()));
            let ends: Option<Vec<Date>> =
                there.filter(|one| READS.contains(&one.soort)).map(|one| one.tot).collect();
            *until = ends.and_then(|ends| ends.into_iter().max());
        }
        all
    }
}
