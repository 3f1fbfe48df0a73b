//! A request that goes elsewhere, or nowhere: it was forwarded to the partnership that decides (Awb 2:3), or is not dealt with (Awb 4:5).

use documents::{AanvraagNietBehandeld, DoorzendingTlv, Lezer, Ontvanger};
use dossier::opdracht::regels::sector_of_tlv;
use dossier::tlv::behandelen::TlvBuitenBehandeling;
use dossier::tlv::doorzenden::TlvDoorgezonden;

use super::Conceptbrief;
use super::aanmelding::stukken;
use super::schrijver::Schrijver;
use super::tlv::verklaring;
use super::wetten::{Wetten, grond};
use super::woorden::{alineas, minstens_een, tekst};
use crate::AppError;

impl Schrijver<'_> {
    /// The request was forwarded: to whoever asked, at once, and to the parents.
    pub(super) fn doorzending(&self, event: &TlvDoorgezonden) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let wetten = Wetten { sector: sector_of_tlv(aanvraag.soort), ..self.wetten() };
        let wet = vec![wetten.bepaling("tlv.doorzenden")?, wetten.bepaling("tlv.termijn_na_doorzenden")?];
        let before = aanvraag.eerdere_verbanden.iter().rev().find(|before| before.swv == event.van);
        let missing = || AppError::Letter("de aanvraag is niet doorgestuurd".to_owned());
        let before = before.ok_or_else(missing)?;
        let uiterlijk = event.termijn.uitkomst.uiterlijk.ok_or_else(missing)?;
        let naar = self.omgeving.naar.as_ref().ok_or_else(missing)?;
        let letter = |lezer, ontvanger: &Ontvanger, hulp| {
            let mut hoofd = self.hoofd(ontvanger, wet.clone())?;
            hoofd.afschrift_aan = self.ook_naar(lezer)?;
            Ok(DoorzendingTlv {
                hoofd,
                verklaring: verklaring(aanvraag.soort),
                lezer,
                school: self.school()?,
                aanvraag_van: before.van,
                naar: tekst(&naar.naam)?,
                telefoon_naar: (!naar.telefoon.is_empty()).then(|| tekst(&naar.telefoon)).transpose()?,
                redenen: alineas(&event.waarom)?,
                beslissen_uiterlijk: uiterlijk,
                hulp,
            })
        };
        // Whoever has a question asks the partnership that decides; the help named beside it is of no region.
        let help = || minstens_een(vec![self.consulent()?]);
        let mut all = self.aan_ouders(|lezer| letter(Lezer::Ouders, &lezer.ontvanger, help()?))?;
        all.extend(self.aan_school(|ontvanger| letter(Lezer::School, ontvanger, help()?))?);
        Ok(all)
    }

    /// The request is not dealt with: to everybody with authority and to the school that asked.
    pub(super) fn niet_behandeld(&self, event: &TlvBuitenBehandeling) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let nothing = || AppError::Letter("er is geen verzoek om aanvulling in het dossier".to_owned());
        let asked = aanvraag.aanvullingen.last().ok_or_else(nothing)?;
        let wetten = Wetten { sector: sector_of_tlv(aanvraag.soort), ..self.wetten() };
        let binnen = wetten.termijn("tlv.buiten_behandeling_bekend_binnen")?;
        let mut wet = vec![
            wetten.bepaling("tlv.buiten_behandeling")?,
            grond(
                format!("Het samenwerkingsverband laat dat binnen {binnen} weten."),
                wetten.artikel("tlv.buiten_behandeling_bekend_binnen"),
            )?,
        ];
        let (op, bezwaar) = (event.bekend.op, &event.bekend.bezwaar_uiterlijk);
        wet.extend(self.objection_grounds(aanvraag, (op, &bezwaar.berekening))?);
        let letter = |lezer, ontvanger: &Ontvanger| {
            let mut hoofd = self.hoofd_op(op, ontvanger, wet.clone())?;
            hoofd.afschrift_aan = self.ook_naar(lezer)?;
            Ok(AanvraagNietBehandeld {
                hoofd,
                verklaring: verklaring(aanvraag.soort),
                lezer,
                school: self.school()?,
                aanvraag_van: aanvraag.ontvangen_op.unwrap_or(self.vandaag),
                gevraagd_op: asked.uitnodiging_op,
                aanleveren_was_uiterlijk: asked.tot_en_met,
                er_kwam_iets: asked.er_kwam_iets(),
                ontbreekt: stukken(&asked.wat, &asked.waarom)?,
                redenen: alineas(&event.reden)?,
                bekend_binnen: binnen.clone(),
                plek_nu: tekst(self.where_the_child_is(aanvraag))?,
                bezwaar: self.objection(lezer, (op, bezwaar.uitkomst))?,
            })
        };
        let mut all = self.aan_ouders(|lezer| letter(Lezer::Ouders, &lezer.ontvanger))?;
        all.extend(self.aan_school(|ontvanger| letter(Lezer::School, ontvanger))?);
        Ok(all)
    }
}
