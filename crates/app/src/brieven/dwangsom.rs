//! The letter by which a penalty for a late decision is laid down: a decision of its own, against which one can object.

use base::Eurocent;
use documents::{BesluitDwangsom, Dwangsomdagen, Lezer, Ontvanger};
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
        let (op, berekening) = (self.vandaag, &event.bezwaar_uiterlijk.berekening);
        let mut wet = vec![self.wetten().bepaling("dwangsom.vaststellen")?];
        if !event.niet_verschuldigd.is_empty() {
            wet.push(self.wetten().bepaling("dwangsom.niet_verschuldigd")?);
        }
        wet.extend(self.objection_grounds(aanvraag, (op, berekening))?);
        wet.push(self.wetten().bepaling("dwangsom.bezwaar_gaat_mee")?);
        let reden = Some(&event.niet_verschuldigd).filter(|reden| !reden.is_empty());
        Ok(BesluitDwangsom {
            hoofd: self.hoofd(ontvanger, wet)?,
            verklaring: verklaring(aanvraag.soort),
            school: self.school()?,
            ontvangen_op: aanvraag.ingebreke_van_aanvrager_op.ok_or_else(missing)?,
            zonder_dwangsom_tot: aanvraag.zonder_dwangsom_tot.ok_or_else(missing)?,
            bekend_op: aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op),
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
