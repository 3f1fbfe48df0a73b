//! What parents and pupil are shown of a request before it is sent, and what they say of it.
//!
//! Nobody is asked about what they cannot read: the school lays before them what it filled in. Each time that is a version, and
//! a view says of which it is, so that what was changed since can be seen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::kaart::{Lezers, kaart, met_velden, over_zaak};
use crate::leven::stem::Stem;
use crate::opdracht::velden::{Later, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling};
use crate::refusal::Refusal;
use crate::staat::{Dossier, TlvAanvraag, TlvFase, begint_met};
use crate::tlv::checklist::{self, Stemvraag, TlvInvoer};
use crate::tlv::feiten::{Antwoord, Bijlage};
use crate::tlv::opdracht::of_school;

/// A document of a request in preparation: that it is there. It can still be taken out, so it is not kept with this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stuk {
    /// Code of the question it supports.
    pub vraag: String,
    /// File name as given, cleaned.
    pub naam: String,
}

/// What the school filled in was laid before parents and pupil, before it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanvraagVoorgelegd {
    /// Request.
    pub aanvraag: u32,
    /// The answers of the school so far; what parents or pupil said themselves is not among them.
    pub antwoorden: Vec<Antwoord>,
    /// Documents so far, by name.
    pub stukken: Vec<Stuk>,
}

kaart! {
    AanvraagVoorgelegd, "aanvraag_voorgelegd", versie 1 [];
    over aanvraag; deel H; lezers (|_event| Lezers::SchoolEnGezin); zin |_| sleutels::tlv::aanvraag_voorgelegd();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld [NietVermeld ["antwoorden", "*", "waarde"], Geen ["stukken"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(AanvraagVoorgelegd, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    let before = aanvraag.voorgelegd.last().map_or(0, |laid| laid.versie);
    let versie = before.saturating_add(1);
    aanvraag.voorgelegd.push(Voorlegging { versie, feit: Arc::clone(self), op: feit.on });
});

/// A version of a request in preparation, as it was laid before parents and pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voorlegging {
    /// Its number: 1 is the first.
    pub versie: u32,
    /// What they could read.
    pub feit: Arc<AanvraagVoorgelegd>,
    /// When.
    pub op: Date,
}

impl Voorlegging {
    /// The school says now what it said in this version; what it has of the words of parents and pupil is not of it.
    pub(super) fn is_zoals(&self, antwoorden: &[Antwoord], bijlagen: &[Bijlage]) -> bool {
        self.verschil(antwoorden, &stukken(bijlagen)).is_empty()
    }

    /// Every question of the school itself that is answered otherwise in these answers and documents than in this version.
    pub fn verschil(&self, antwoorden: &[Antwoord], stukken: &[Stuk]) -> Vec<Veranderd> {
        verschil(self.versie, (&self.feit.antwoorden, &self.feit.stukken), (antwoorden, stukken))
    }
}

/// Every question of the school itself that is answered otherwise now than then, in answers and documents.
fn verschil(versie: u32, then: (&[Antwoord], &[Stuk]), now: (&[Antwoord], &[Stuk])) -> Vec<Veranderd> {
    let (before, after) = (inhoud(then.0, then.1), inhoud(now.0, now.1));
    let vragen: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let said = |of: &BTreeMap<&str, Vec<&str>>, vraag: &str| {
        of.get(vraag).map(|lines| lines.join("\n")).unwrap_or_default()
    };
    let asked = |vraag: &str| {
        let mut all = now.0.iter().chain(then.0);
        all.find(|antwoord| antwoord.vraag == vraag).map_or(vraag, |found| found.tekst.as_str()).to_owned()
    };
    let changed = vragen.into_iter().filter(|vraag| before.get(vraag) != after.get(vraag));
    changed
        .map(|vraag| Veranderd {
            versie,
            vraag: vraag.to_owned(),
            tekst: asked(vraag),
            toen: said(&before, vraag),
            nu: said(&after, vraag),
        })
        .collect()
}

begint_met! {
    Voorlegging: AanvraagVoorgelegd;
}

/// A view of a parent or of the pupil on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zienswijze {
    /// Whose.
    pub van: Stem,
    /// When.
    pub op: Date,
    /// Own words.
    pub tekst: String,
    /// Agrees or not; none when that was not said.
    pub eens: Option<bool>,
    /// Entered by the school in their name.
    pub namens: bool,
    /// Of which version that was laid before them; none where nothing was, or where it is of what was sent.
    pub over: Option<u32>,
}

/// A parent or the pupil gave a view, in own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OudersReageerden {
    /// Request.
    pub aanvraag: u32,
    /// Whose.
    pub van: Stem,
    /// Own words.
    pub tekst: String,
    /// Agrees or not; none when that was not said.
    pub eens: Option<bool>,
    /// Entered by the school in their name, confirmed on paper.
    pub namens: bool,
    /// Of which version that was laid before them; none where nothing was, where it is of what was sent, and in the first shape.
    pub over: Option<u32>,
}

kaart! {
    OudersReageerden, "ouders_reageerden", versie 2 [of_nothing_laid_before];
    over aanvraag; deel H; lezers (|event| Lezers::Woorden(event.van.persoon())); zin |_| sleutels::tlv::mening_vastgelegd();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, dossier| dossier.aanvraag(event.aanvraag).map(TlvAanvraag::nu_bij));
    getypt (|event| vec![&event.tekst]); verhuld geen;
    redenen geen; geboortedatum nee;
}

/// In the first shape nothing was laid before anybody.
fn of_nothing_laid_before(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("over", Value::Null)])
}

over_zaak!(OudersReageerden, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.zienswijzen.push(Zienswijze {
        van: self.van,
        op: feit.on,
        tekst: self.tekst.clone(),
        eens: self.eens,
        namens: self.namens,
        over: self.over,
    });
});

impl TlvAanvraag {
    /// What lies before parents and pupil: the last version, until the request is sent.
    pub fn ligt_voor(&self) -> Option<&Voorlegging> {
        self.voorgelegd.last().filter(|_| self.ontvangen_op.is_none())
    }

    /// The numbers of those who gave a view of what lies before them now.
    pub(super) fn spraken_over_wat_voorligt(&self) -> impl Iterator<Item = u32> {
        let laid = self.ligt_voor().map(|laid| laid.versie);
        let said = self.zienswijzen.iter().filter(move |said| said.over == laid);
        said.filter_map(|said| said.van.persoon())
    }

    /// What is other now than in the version that this view is of: in the newest version, or in what was sent. Who did not get
    /// that version reads it as the school sent it along. Empty where nothing changed, and where nobody can say.
    pub fn veranderd_sinds(&self, zienswijze: &Zienswijze) -> Vec<Veranderd> {
        let Some(versie) = zienswijze.over else { return Vec::new() };
        match (self.voorgelegd.iter().find(|laid| laid.versie == versie), self.ligt_voor()) {
            (Some(read), Some(laid)) => read.verschil(&laid.feit.antwoorden, &laid.feit.stukken),
            (Some(read), None) => read.verschil(&self.antwoorden, &stukken(&self.bijlagen)),
            (None, _) => {
                let of_it = self.sinds_gelezen.iter().filter(|changed| changed.versie == versie);
                of_it.cloned().collect()
            }
        }
    }

    /// A supplement changes what was sent: who decides, and reads no version, is told beside the views of before what is other since.
    pub(super) fn wordt_aangevuld(&mut self, antwoorden: &[Antwoord], bijlagen: &[Bijlage]) {
        let read: BTreeSet<u32> = self.zienswijzen.iter().filter_map(|said| said.over).collect();
        let answered = |known: &&Antwoord| antwoorden.iter().any(|new| new.vraag == known.vraag);
        let kept = self.antwoorden.iter().filter(|known| !answered(known));
        let now: Vec<Antwoord> = kept.chain(antwoorden).cloned().collect();
        let (stukken_toen, mut stukken_nu) = (stukken(&self.bijlagen), stukken(&self.bijlagen));
        stukken_nu.extend(stukken(bijlagen));
        for versie in read {
            for other in verschil(versie, (&self.antwoorden, &stukken_toen), (&now, &stukken_nu)) {
                let same = |known: &&mut Veranderd| known.versie == versie && known.vraag == other.vraag;
                match self.sinds_gelezen.iter_mut().find(same) {
                    Some(known) => known.nu = other.nu,
                    None => self.sinds_gelezen.push(other),
                }
            }
        }
        self.sinds_gelezen.retain(|changed| changed.toen != changed.nu);
        self.sinds_gelezen.sort_by(|a, b| (a.versie, &a.vraag).cmp(&(b.versie, &b.vraag)));
    }

    /// What is other in these answers and documents than in each version that somebody gave a view on.
    pub(super) fn anders_dan_gelezen(&self, antwoorden: &[Antwoord], bijlagen: &[Bijlage]) -> Vec<Veranderd> {
        let read = |laid: &&Voorlegging| self.zienswijzen.iter().any(|said| said.over == Some(laid.versie));
        let stukken = stukken(bijlagen);
        self.voorgelegd.iter().filter(read).flat_map(|laid| laid.verschil(antwoorden, &stukken)).collect()
    }
}

/// An answer that is other than in a version that was laid before parents and pupil, with its documents by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Veranderd {
    /// Of which version.
    pub versie: u32,
    /// Code of the question.
    pub vraag: String,
    /// The question as it was asked.
    pub tekst: String,
    /// What stood there when they read it; empty where it was not answered yet.
    pub toen: String,
    /// What stands there instead; empty where the answer was taken out.
    pub nu: String,
}

/// The documents, as they are named before somebody.
pub fn stukken(bijlagen: &[Bijlage]) -> Vec<Stuk> {
    let stuk = |bijlage: &Bijlage| Stuk { vraag: bijlage.vraag.clone(), naam: bijlage.naam.clone() };
    bijlagen.iter().map(stuk).collect()
}

/// Everything that the school itself says: for each question its answer, and the names of its documents.
fn inhoud<'a>(antwoorden: &'a [Antwoord], stukken: &'a [Stuk]) -> BTreeMap<&'a str, Vec<&'a str>> {
    let own = |vraag: &str| Stemvraag::of(vraag).is_none();
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for antwoord in antwoorden.iter().filter(|antwoord| own(&antwoord.vraag)) {
        all.entry(&antwoord.vraag).or_default().push(&antwoord.waarde);
    }
    let mut named: Vec<&Stuk> = stukken.iter().filter(|stuk| own(&stuk.vraag)).collect();
    named.sort_unstable_by_key(|stuk| &stuk.naam);
    for stuk in named {
        all.entry(&stuk.vraag).or_default().push(&stuk.naam);
    }
    all
}

daad! {
    /// Lays before parents and pupil what was filled in so far, and asks what they think of it.
    LegAanvraagVoor,
    /// Request.
    aanvraag {
        /// What was filled in.
        invoer: Later<TlvInvoer>,
    }
}

impl Decide for LegAanvraagVoor {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_school(dossier, self.aanvraag, &[TlvFase::Gestart], ctx)?;
        let lijst = checklist::tlv(dossier, aanvraag, &self.invoer, ctx);
        let mut antwoorden = lijst.antwoorden(&self.invoer);
        antwoorden.retain(|antwoord| Stemvraag::of(&antwoord.vraag).is_none());
        if !self.invoer.antwoorden.values().any(|tekst| !tekst.trim().is_empty())
            && self.invoer.bijlagen.is_empty()
        {
            return Err(Refusal::new("niets_ingevuld", sleutels::tlv::niets_ingevuld())
                .instead(sleutels::tlv::eerst_invullen()));
        }
        let stukken = stukken(&self.invoer.bijlagen);
        let laid = AanvraagVoorgelegd { aanvraag: aanvraag.nr, antwoorden, stukken };
        if let Some(last) = aanvraag.ligt_voor().filter(|last| *last.feit == laid) {
            return Err(Refusal::new("al_voorgelegd", sleutels::tlv::AlVoorgelegd { op: last.op }.tekst())
                .instead(sleutels::tlv::antwoord_afwachten()));
        }
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, laid)])
    }
}
