//! P4, another funding category while a declaration runs. It is a request like any other: it has a term, experts, a decision with its
//! letter and objection. What it gives is a new declaration that takes the place of the one before, from its first day.

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::opdracht::regels;
use crate::opdracht::velden::{Categorie, Tekst, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school};
use crate::proces::Zaken;
use crate::refusal::Refusal;
use crate::staat::{Dossier, TlvAanvraag, TlvFase};
use crate::tlv::besluitfeiten::{CategorieWijzigingAangevraagd, TlvGebruikt};
use crate::tlv::feiten::{TlvAangevraagd, TlvAanvraagGestart};
use crate::tlv::identiteit::Identiteit;
use crate::tlv::opdracht::{check_categorie, find};

/// Another category is asked of a declaration that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GevraagdeCategorie {
    /// The request by which that declaration was given.
    pub van: u32,
    /// The category that is asked.
    pub categorie: u8,
    /// Why, as the school wrote it.
    pub reden: String,
}

/// A declaration took the place of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opvolger {
    /// The first day on which the earlier one holds no more.
    pub per: Date,
    /// The request by which the later one was given.
    pub door: u32,
}

daad! {
    /// The school of placement asks for another funding category.
    VraagCategorieWijziging,
    /// Request.
    aanvraag {
        /// School that asks.
        vestiging: eigen::Vestiging,
        /// Category asked.
        categorie: Categorie,
        /// Why.
        reden: Tekst,
    }
}

impl Decide for VraagCategorieWijziging {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        let aanvraag = find(dossier, self.aanvraag)?;
        let placed_here = aanvraag.gebruik.as_ref().filter(|gebruik| gebruik.vestiging == self.vestiging);
        let Some(placed) = placed_here.filter(|_| aanvraag.fase() == TlvFase::Gebruikt) else {
            return Err(Refusal::new("niet_geplaatst", sleutels::tlv::niet_geplaatst()));
        };
        if aanvraag.geldig_tot_en_met(ctx.vandaag).is_none() {
            return Err(Refusal::new("niet_meer_geldig", sleutels::tlv::niet_meer_geldig())
                .instead(sleutels::tlv::nieuwe_aanvraag()));
        }
        if dossier.aanvragen.iter().any(|later| later.is_undecided_change_of(aanvraag.nr)) {
            return Err(Refusal::new("loopt_al", sleutels::tlv::andere_categorie_loopt()));
        }
        check_categorie(aanvraag.soort, Some(self.categorie), true, ctx)?;
        if aanvraag.verleend().is_some_and(|besluit| besluit.categorie == Some(self.categorie)) {
            return Err(Refusal::field("categorie", sleutels::tlv::zelfde_categorie()));
        }
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        let nieuw = dossier.next_nr::<TlvAanvraagGestart>();
        let asked = CategorieWijzigingAangevraagd {
            aanvraag: aanvraag.nr,
            categorie: self.categorie,
            reden: reden.clone(),
        };
        // Whoever gave the declaration decides whether it becomes another one.
        let begun = TlvAanvraagGestart {
            aanvraag: nieuw,
            vestiging: self.vestiging.clone(),
            schoolnaam: placed.schoolnaam.clone(),
            soort: aanvraag.soort,
            swv: aanvraag.swv.clone(),
            swv_grond: aanvraag.swv_grond,
            verlenging_van: None,
            andere_categorie: Some(GevraagdeCategorie { van: aanvraag.nr, categorie: self.categorie, reden }),
        };
        // The law asks no other parts of it than why: what was asked for the declaration itself stands in the file.
        let sent = TlvAangevraagd {
            aanvraag: nieuw,
            antwoorden: Vec::new(),
            bijlagen: Vec::new(),
            voldaan: Vec::new(),
            ontbreekt_zonder_gevolg: Vec::new(),
            termijn: regels::tlv_termijn(ctx, ctx.vandaag, &[])?,
            kind: dossier.leerling.as_ref().map(Identiteit::from),
            sinds_gelezen: Vec::new(),
        };
        Ok(vec![
            Vaststelling::new(ctx.vandaag, dossier, ctx, asked),
            Vaststelling::new(ctx.vandaag, dossier, ctx, begun),
            Vaststelling::new(ctx.vandaag, dossier, ctx, sent),
        ])
    }
}

impl TlvAanvraag {
    /// The category that the school asked, where it named one.
    pub fn gevraagde_categorie(&self) -> Option<u8> {
        let named = || {
            let asked = self.antwoorden.iter().find(|antwoord| antwoord.vraag == "gevraagde_categorie")?;
            let words = asked.waarde.trim().trim_start_matches("categorie").trim_start();
            words.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
        };
        self.andere_categorie.as_ref().map(|asked| asked.categorie).or_else(named)
    }
}

/// A decision that gives the category that the child has already changes nothing.
pub(super) fn refuse_same(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    categorie: Option<u8>,
) -> Result<(), Refusal> {
    let now = aanvraag.andere_categorie.as_ref().and_then(|asked| dossier.aanvraag(asked.van)?.verleend());
    if now.is_some_and(|granted| granted.categorie == categorie) {
        return Err(Refusal::field("categorie", sleutels::tlv::zelfde_categorie())
            .instead(sleutels::tlv::andere_categorie_weigeren()));
    }
    Ok(())
}

/// A declaration of another category that was made known takes the place of the one before, where the child is already.
pub(super) fn vervang(dossier: &mut Dossier, nr: u32) {
    let Some(nieuw) = dossier.aanvraag(nr) else { return };
    let asked = nieuw.andere_categorie.as_ref().map(|asked| asked.van);
    let (Some(van), Some(per)) = (asked, nieuw.plaatsing_vanaf()) else { return };
    let Some(earlier) = dossier.aanvraag_mut(van) else { return };
    earlier.vervangen = Some(Opvolger { per, door: nr });
    let used = earlier.gebruik.clone();
    if let (Some(nieuw), Some(used)) = (dossier.aanvraag_mut(nr), used) {
        nieuw.gebruik = Some(Arc::new(TlvGebruikt { aanvraag: nr, per, ..(*used).clone() }));
    }
}

impl Zaken {
    /// The declaration of which this request asks another category was withdrawn: the first day on which it holds no more. Whoever has the
    /// request sees whether it still makes sense, or asks its school to take it back.
    pub fn verklaring_weg(&self, aanvraag: &TlvAanvraag) -> Option<Date> {
        self.aanvraag(aanvraag.andere_categorie.as_ref()?.van)?.ingetrokken_per()
    }
}

impl TlvAanvraag {
    /// It asks for another category of that declaration, and nobody knows yet what comes of it.
    pub fn is_undecided_change_of(&self, nr: u32) -> bool {
        let asks = self.andere_categorie.as_ref().is_some_and(|asked| asked.van == nr);
        asks && self.bekendmaking.is_none() && !self.fase().liep_op_niets_uit()
    }

    /// The first day on which the declaration holds no more, because it was withdrawn or another took its place.
    pub fn eerder_geeindigd_per(&self) -> Option<Date> {
        [self.ingetrokken_per(), self.vervangen.map(|later| later.per)].into_iter().flatten().min()
    }
}
