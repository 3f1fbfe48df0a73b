//! The letter by which a penalty for a late decision is laid down: a decision of its own, against which one can object.

use base::Eurocent;
use base::dates::long_nl;
use documents::{BesluitDwangsom, Dwangsomdagen, Lezer, Ontvanger};
use dossier::staat::TlvAanvraag;
use dossier::tlv::doorzenden::EerderVerband;
use dossier::tlv::dwangsom::{DwangsomVastgesteld, Dwangsomdeel};

use super::Conceptbrief;
use super::schrijver::Schrijver;
use super::tlv::verklaring;
use super::woorden::{alineas, tekst};
use crate::AppError;

impl Schrijver<'_> {
    /// A penalty is laid down: to the school that asked, which alone can have one.
    pub(super) fn besluit_dwangsom(
        &self,
        event: &DwangsomVastgesteld,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        self.aan_school(|ontvanger| self.penalty_letter(ontvanger, event))
    }

    fn penalty_letter(
        &self,
        ontvanger: &Ontvanger,
        event: &DwangsomVastgesteld,
    ) -> Result<BesluitDwangsom, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let missing = || AppError::Letter("er is geen ingebrekestelling van de aanvrager".to_owned());
        // Of one that was forwarded since, as it stood at whoever owes.
        let before =
            aanvraag.eerdere_verbanden.iter().rev().find(|before| Some(&before.swv) == event.door.as_ref());
        let (in_default, without) = before
            .map_or((aanvraag.ingebreke_van_aanvrager_op, aanvraag.zonder_dwangsom_tot), |before| {
                (before.ingebreke_van_aanvrager_op, before.zonder_dwangsom_tot)
            });
        let (op, berekening) = (self.vandaag, &event.bezwaar_uiterlijk.berekening);
        // Who owes none lays that down too, and not that it pays.
        let first =
            if event.bedrag == Eurocent(0) { "dwangsom.niet_verschuldigd" } else { "dwangsom.vaststellen" };
        let mut wet = vec![self.wetten().bepaling(first)?];
        wet.extend(self.objection_grounds(aanvraag, (op, berekening))?);
        wet.push(self.wetten().bepaling("dwangsom.bezwaar_gaat_mee")?);
        let reden = Some(&event.niet_verschuldigd).filter(|reden| !reden.is_empty());
        Ok(BesluitDwangsom {
            hoofd: self.hoofd(ontvanger, wet)?,
            verklaring: verklaring(aanvraag.soort),
            school: self.school()?,
            ontvangen_op: in_default.ok_or_else(missing)?,
            zonder_dwangsom_tot: without.ok_or_else(missing)?,
            bekend_op: aanvraag.bekendmaking.as_ref().filter(|_| before.is_none()).map(|bekend| bekend.op),
            zonder_besluit: no_decision(aanvraag, before).map(tekst).transpose()?,
            van: event.periode.van,
            tot_en_met: event.periode.tot_en_met,
            treden: rows(&event.treden)?,
            bedrag_eurocent: event.bedrag,
            niet_verschuldigd: reden
                .map(|reden| alineas(reden))
                .transpose()?
                .map(Vec::from)
                .unwrap_or_default(),
            betalen_binnen: self.wetten().termijn("dwangsom.betalen_binnen")?,
            betalen_uiterlijk: self.wetten().laatste_dag("dwangsom.betalen_binnen", op)?,
            bezwaar: self.objection(Lezer::School, (op, event.bezwaar_uiterlijk.uitkomst))?,
        })
    }
}

/// Why none comes from this partnership any more.
fn no_decision(aanvraag: &TlvAanvraag, before: Option<&EerderVerband>) -> Option<String> {
    let left = before.map(|before| {
        format!(
            "Wij stuurden de aanvraag door op {}. Daarna ging een ander samenwerkingsverband erover.",
            long_nl(before.tot)
        )
    });
    left.or_else(|| {
        let op = aanvraag.aanvraag_ingetrokken_op?;
        Some(format!("U trok de aanvraag in op {}. Een besluit komt er niet meer.", long_nl(op)))
    })
}

fn rows(treden: &[Dwangsomdeel]) -> Result<Vec<Dwangsomdagen>, AppError> {
    let mut first = 1;
    let mut all = Vec::new();
    for trede in treden {
        let last = first + trede.dagen - 1;
        all.push(Dwangsomdagen {
            periode: tekst(format!("dag {first} tot en met {last}"))?,
            per_dag_eurocent: trede.per_dag,
            samen_eurocent: Eurocent(i64::from(trede.dagen).saturating_mul(trede.per_dag.0)),
        });
        first = last + 1;
    }
    Ok(all)
}
