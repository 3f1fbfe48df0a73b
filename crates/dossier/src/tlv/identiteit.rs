//! P4: for which child a request is. It keeps the name and the date of birth with which it was sent: a declaration is of that child,
//! whatever the file calls it later. That a name or a date was typed wrongly is put right with a yes of the partnership that decides.

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::algemeen::correctie::{Corrigeer, effective};
use crate::algemeen::opdracht::{OpenDossier, check_birth};
use crate::gebeurtenis::Gebeurtenis;
use crate::kaart::{kaart, over_zaak};
use crate::leven::feiten::NaamOfGeslachtGewijzigd;
use crate::leven::verbeteren::vervang_naam;
use crate::opdracht::velden::{Dag, JaNee, MagRegel, MagTekst, Regel, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit, Gedaan, Leerling, TlvAanvraag};
use crate::tlv::opdracht::find;

/// Who a child is: how it is called and when it was born.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identiteit {
    /// Name by which the child is called.
    pub roepnaam: String,
    /// Prefix of the surname; empty when there is none.
    pub voorvoegsel: String,
    /// Surname without its prefix.
    pub achternaam: String,
    /// Date of birth.
    pub geboortedatum: Date,
}

impl From<&Leerling> for Identiteit {
    fn from(leerling: &Leerling) -> Self {
        Self {
            roepnaam: leerling.roepnaam.clone(),
            voorvoegsel: leerling.voorvoegsel.clone(),
            achternaam: leerling.achternaam.clone(),
            geboortedatum: leerling.geboortedatum,
        }
    }
}

impl Identiteit {
    /// `Sam de Zonnevis`.
    pub fn naam(&self) -> String {
        let parts = [&self.roepnaam, &self.voorvoegsel, &self.achternaam];
        let said: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        said.join(" ")
    }
}

/// In the first shape a request did not say for which child it was: the file did.
pub(super) fn of_the_file(oud: Value) -> Result<Value, serde_json::Error> {
    let mut velden: serde_json::Map<String, Value> = serde_json::from_value(oud)?;
    velden.insert("kind".to_owned(), Value::Null);
    Ok(velden.into())
}

/// The school asked to put the name or the date of birth right of the child for which a request is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerbeteringGevraagd {
    /// Request.
    pub aanvraag: u32,
    /// As it should be.
    pub kind: Identiteit,
    /// What was wrong, and what shows it.
    pub waarom: String,
}

kaart! {
    VerbeteringGevraagd, "verbetering_gevraagd", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::VerbeteringGevraagd { naam: &event.kind.naam(), geboren: event.kind.geboortedatum }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.waarom]); verhuld [NietVermeld ["waarom"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(VerbeteringGevraagd, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.verbeteringen.push(Verbetering { gevraagd: Gedaan::op(feit, self), beoordeeld: None });
});

/// The partnership said whether it is the same child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerbeteringBeoordeeld {
    /// Request.
    pub aanvraag: u32,
    /// It is: the request, and what was decided on it, are of the child with this name and date.
    pub akkoord: bool,
    /// Why not; may say what showed it where it is.
    pub toelichting: String,
}

kaart! {
    VerbeteringBeoordeeld, "verbetering_beoordeeld", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| if event.akkoord { sleutels::tlv::verbetering_akkoord() } else { sleutels::tlv::verbetering_niet_akkoord() };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.toelichting]); verhuld [NietVermeld ["toelichting"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(VerbeteringBeoordeeld, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    if let Some(last) = aanvraag.verbeteringen.last_mut() {
        last.beoordeeld = Some(Gedaan::op(feit, self));
    }
});

/// A name or a date of birth that the school asked to put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verbetering {
    /// What it asked, and when.
    pub gevraagd: Gedaan<VerbeteringGevraagd>,
    /// What the partnership said.
    pub beoordeeld: Option<Gedaan<VerbeteringBeoordeeld>>,
}

impl Verbetering {
    fn akkoord(&self) -> Option<&Identiteit> {
        self.beoordeeld.as_ref().filter(|said| said.akkoord).map(|_| &self.gevraagd.kind)
    }
}

impl TlvAanvraag {
    /// For which child it is: as the partnership agreed last, or as it was asked. None before it was sent.
    pub fn is_voor(&self) -> Option<&Identiteit> {
        self.verbeteringen.iter().rev().find_map(Verbetering::akkoord).or(self.gevraagd_voor.as_ref())
    }

    /// Every name and date of birth with which it is of this child: what stands in a letter of before stays true.
    pub fn namen_van_kind(&self) -> impl Iterator<Item = &Identiteit> {
        self.gevraagd_voor.iter().chain(self.verbeteringen.iter().filter_map(Verbetering::akkoord))
    }

    /// What the school asked last to put right, of which nobody said yet whether it is the same child.
    pub fn te_beoordelen_verbetering(&self) -> Option<&Verbetering> {
        self.verbeteringen.last().filter(|asked| asked.beoordeeld.is_none())
    }

    /// Something hangs on for which child it is: it was sent, and it was neither refused nor ended.
    pub(super) fn beschermt(&self, on: Date) -> bool {
        self.gevraagd_voor.is_some() && !self.fase_op(on).is_afgelopen()
    }
}

impl Dossier {
    /// For whom the file is now.
    fn identiteit(&self) -> Option<Identiteit> {
        self.leerling.as_ref().map(Identiteit::from)
    }

    /// What the partnership agreed on and the school did not put right yet.
    pub(super) fn door_te_voeren<'a>(&self, aanvraag: &'a TlvAanvraag) -> Option<&'a Verbetering> {
        let last = aanvraag.verbeteringen.last()?;
        let agreed = last.akkoord()?;
        (self.identiteit().as_ref() != Some(agreed)).then_some(last)
    }

    /// A request is of one child. The file becomes that of another one by no act: whoever decides says first that it is the same.
    pub(crate) fn refuse_other_child(&self, wordt: &Identiteit, on: Date) -> Result<(), Refusal> {
        if self.identiteit().as_ref() == Some(wordt) {
            return Ok(());
        }
        let mut sent = self.aanvragen.iter().filter(|aanvraag| aanvraag.beschermt(on));
        let other = sent.find(|aanvraag| aanvraag.namen_van_kind().all(|known| known != wordt));
        let Some((aanvraag, kind)) = other.and_then(|other| Some((other, other.is_voor()?))) else {
            return Ok(());
        };
        let (nr, naam) = (i32::try_from(aanvraag.nr).unwrap_or(i32::MAX), kind.naam());
        let of = sleutels::tlv::KindVanAanvraag { nr, naam: &naam, geboren: kind.geboortedatum };
        Err(Refusal::new("kind_van_aanvraag", of.tekst())
            .instead(sleutels::tlv::eerst_verbetering_voorleggen()))
    }
}

daad! {
    /// Puts the name or the date of birth of the child right where a request was sent: lays it before the partnership, and records it
    /// once that agreed.
    VerbeterKind,
    /// Request.
    aanvraag {
        /// Name by which the child is called.
        roepnaam: Regel,
        /// Prefix of the surname.
        voorvoegsel: MagRegel,
        /// Surname.
        achternaam: Regel,
        /// Date of birth.
        geboortedatum: Dag,
        /// What was wrong, and what shows it.
        waarom: Tekst,
    }
}

daad! {
    /// Says whether a name or a date of birth that the school wants to put right is of the same child.
    BeoordeelVerbetering,
    /// Request.
    aanvraag {
        /// It is.
        akkoord: JaNee,
        /// Why not.
        toelichting: MagTekst,
    }
}

/// A request of which the child can be put right.
fn sent<'a>(dossier: &'a Dossier, nr: u32, ctx: &Besluitvorming<'_>) -> Result<&'a TlvAanvraag, Refusal> {
    let aanvraag = find(dossier, nr)?;
    if aanvraag.beschermt(ctx.vandaag) {
        return Ok(aanvraag);
    }
    Err(Refusal::new("loopt_niet", sleutels::tlv::aanvraag_loopt_niet())
        .instead(sleutels::tlv::gegevens_zelf_verbeteren()))
}

impl VerbeterKind {
    fn kind(&self, ctx: &Besluitvorming<'_>) -> Result<Identiteit, Refusal> {
        Ok(Identiteit {
            roepnaam: invoer::line("roepnaam", &self.roepnaam)?,
            voorvoegsel: invoer::optional_line("voorvoegsel", &self.voorvoegsel)?,
            achternaam: invoer::line("achternaam", &self.achternaam)?,
            geboortedatum: check_birth(self.geboortedatum, ctx)?,
        })
    }
}

/// The name that the child got last, and by which fact.
fn renamed(dossier: &Dossier) -> Option<(&Feit, Arc<NaamOfGeslachtGewijzigd>)> {
    dossier.feiten.iter().rev().find_map(|feit| {
        let Gebeurtenis::NaamOfGeslachtGewijzigd(name) = effective(dossier, feit)? else { return None };
        Some((&**feit, name))
    })
}

/// The opening of the file as it stands.
fn opened(dossier: &Dossier) -> Option<(&Feit, OpenDossier)> {
    dossier.feiten.iter().find_map(|feit| {
        let Opdracht::OpenDossier(act) = effective(dossier, feit)?.daad(dossier)? else { return None };
        Some((&**feit, act))
    })
}

/// The facts that make the file one of this child: where its name or its day of birth was recorded, it is put right.
fn put_right(
    dossier: &Dossier,
    (kind, waarom): (&Identiteit, &str),
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Vaststelling>, Refusal> {
    let unreadable = || Refusal::new("niet_leesbaar", sleutels::algemeen::niet_leesbaar());
    let (opening, was) = opened(dossier).ok_or_else(unreadable)?;
    let Identiteit { roepnaam, voorvoegsel, achternaam, geboortedatum } = kind.clone();
    let correct = |feit: &Feit, right: Opdracht| {
        let nieuw = Some(Box::new(right));
        Corrigeer { volgnummer: feit.volgnummer, waarom: waarom.to_owned(), nieuw }.feiten(dossier, ctx)
    };
    let renamed = renamed(dossier);
    let mut right = OpenDossier { geboortedatum, ..was.clone() };
    let of_school = |feit: &Feit| feit.holder == ctx.actor.organisatie;
    if renamed.is_none() && of_school(opening) {
        (right.roepnaam, right.voorvoegsel, right.achternaam) =
            (roepnaam.clone(), voorvoegsel.clone(), achternaam.clone());
    }
    let mut events = if right == was { Vec::new() } else { correct(opening, right.into())? };
    let (per, geslacht) = (ctx.vandaag, dossier.leerling.as_ref().and_then(|child| child.geslacht));
    let name = NaamOfGeslachtGewijzigd { per, roepnaam, voorvoegsel, achternaam, geslacht };
    match renamed.filter(|(feit, _)| of_school(feit)) {
        Some((feit, was)) => {
            let right = NaamOfGeslachtGewijzigd { per: was.per, geslacht: was.geslacht, ..name };
            if right != *was {
                events.extend(correct(feit, vervang_naam(&right, dossier))?);
            }
        }
        // Another school recorded how the child is called: this is said beside it, from today on.
        None if !of_school(opening) && dossier.naam() != kind.naam() => {
            events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, name));
        }
        None => {}
    }
    Ok(events)
}

impl Decide for VerbeterKind {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = sent(dossier, self.aanvraag, ctx)?;
        refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.vestiging.organisatie())?;
        refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.swv_organisatie())?;
        let kind = self.kind(ctx)?;
        let waarom = invoer::reason("waarom", &self.waarom, ctx)?;
        if dossier.identiteit().as_ref() == Some(&kind) {
            return Err(Refusal::field("roepnaam", sleutels::tlv::zo_staat_het_er_al()));
        }
        // What cannot be put right by this school is not laid before anybody.
        let right = put_right(dossier, (&kind, &waarom), ctx)?;
        if aanvraag.namen_van_kind().any(|known| *known == kind) {
            return dossier.refuse_other_child(&kind, ctx.vandaag).map(|()| right);
        }
        if aanvraag.te_beoordelen_verbetering().is_some_and(|asked| asked.gevraagd.kind == kind) {
            return Err(Refusal::new("ligt_al_voor", sleutels::tlv::verbetering_ligt_voor()));
        }
        let asked = VerbeteringGevraagd { aanvraag: aanvraag.nr, kind, waarom };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, asked)])
    }
}

impl Decide for BeoordeelVerbetering {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = sent(dossier, self.aanvraag, ctx)?;
        refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.swv_organisatie())?;
        if aanvraag.te_beoordelen_verbetering().is_none() {
            return Err(Refusal::new("niets_te_beoordelen", sleutels::tlv::geen_verbetering_gevraagd()));
        }
        let toelichting = invoer::optional_text("toelichting", &self.toelichting)?;
        if !self.akkoord && toelichting.is_empty() {
            return Err(Refusal::field("toelichting", sleutels::tlv::waarom_niet_akkoord()));
        }
        let said = VerbeteringBeoordeeld { aanvraag: aanvraag.nr, akkoord: self.akkoord, toelichting };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, said)])
    }
}
