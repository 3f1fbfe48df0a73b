//! What an expert hears of a decision that deviates from the own advice (Awb 3:43 lid 1).

use documents::{MededelingAfwijking, Ontvanger};
use dossier::opdracht::regels::sector_of_tlv;
use dossier::soort::Adviesuitkomst;
use dossier::staat::{Advies, Besluit, TlvAanvraag};
use dossier::tlv::besluitfeiten::Bekendgemaakt;

use super::Conceptbrief;
use super::schrijver::Schrijver;
use super::tlv::{category, destination, verklaring};
use super::wetten::Wetten;
use super::woorden::{aanhef, alineas, tekst};
use crate::AppError;

impl Schrijver<'_> {
    /// One letter to each expert whose advice was not followed; none where the decision deviates from none.
    pub(super) fn mededeling_afwijking(
        &self,
        aanvraag: &TlvAanvraag,
        besluit: &Besluit,
        event: &Bekendgemaakt,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        if besluit.afwijking().trim().is_empty() {
            return Ok(Vec::new());
        }
        let wetten = Wetten { sector: sector_of_tlv(aanvraag.soort), ..self.wetten() };
        let wet = vec![wetten.bepaling("tlv.mededeling_deskundige")?];
        let mut all = Vec::new();
        for asked in aanvraag.adviseurs() {
            let own = aanvraag.adviezen.iter().find(|advies| advies.door.contains(&asked.persoon));
            let Some(own) = own.filter(|own| deviates(besluit, own)) else { continue };
            let ontvanger =
                Ontvanger { naam: tekst(&asked.naam)?, adres: None, aanhef: tekst(aanhef(&asked.naam))? };
            let brief = MededelingAfwijking {
                hoofd: self.hoofd_op(event.op, &ontvanger, wet.clone())?,
                verklaring: verklaring(aanvraag.soort),
                advies_van: own.op,
                besluit: tekst(decided(aanvraag, besluit))?,
                besloten_op: besluit.op(),
                bekend_op: event.op,
                wijze: tekst(event.wijze.label())?,
                redenen: alineas(besluit.afwijking())?,
                bezwaar_uiterlijk: event.bezwaar_uiterlijk.uitkomst,
                bezwaar_bij: self.where_to_object()?,
            };
            all.extend(self.aan_instantie(Vec::new(), brief));
        }
        Ok(all)
    }
}

/// The decision has another outcome, category or end than this advice.
fn deviates(besluit: &Besluit, advies: &Advies) -> bool {
    match besluit {
        Besluit::Geweigerd(_) => advies.uitkomst == Adviesuitkomst::Toelaatbaar,
        Besluit::Verleend(granted) => {
            advies.uitkomst == Adviesuitkomst::NietToelaatbaar
                || advies.categorie != granted.categorie
                || advies.tot_en_met.is_some_and(|end| end != granted.tot_en_met)
        }
    }
}

fn decided(aanvraag: &TlvAanvraag, besluit: &Besluit) -> String {
    let place = destination(aanvraag.soort);
    match besluit {
        Besluit::Geweigerd(_) => format!("er komt geen verklaring voor {place}."),
        Besluit::Verleend(granted) => {
            let with = granted.categorie.map(|code| format!(", categorie {}", category(code)));
            let last = base::dates::long_nl(granted.tot_en_met);
            format!("er komt een verklaring voor {place}{}, tot en met {last}.", with.unwrap_or_default())
        }
    }
}
