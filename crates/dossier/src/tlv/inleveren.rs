//! P4: parents hand in to the school what the partnership asked and they have. The school adds it to its request, or not: the
//! partnership reads nothing of it before, and no clock runs by it (Awb 4:5, 4:15).

use serde::{Deserialize, Serialize};

use crate::aanmelding::inleveren::{ingeleverd, refuse_heap, zelf};
use crate::kaart::{Lezers, kaart, over_zaak};
use crate::opdracht::velden::{Keuze, Later, MagTekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling};
use crate::refusal::Refusal;
use crate::soort::Inleverwijze;
use crate::staat::{Dossier, Gedaan, TlvFase};
use crate::tlv::feiten::Bijlage;
use crate::tlv::opdracht::of_school;

/// Something that a parent handed in to the school for a supplement, or said to bring on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanvullingIngeleverd {
    /// Request.
    pub aanvraag: u32,
    /// Who, by number in the file.
    pub persoon: u32,
    /// Here, or on paper.
    pub wijze: Inleverwijze,
    /// In own words; may be empty.
    pub woorden: String,
    /// Documents; none where they come on paper.
    pub bijlagen: Vec<Bijlage>,
}

kaart! {
    AanvullingIngeleverd, "aanvulling_ingeleverd", versie 1 [];
    over aanvraag; deel H; lezers (|event| Lezers::Ingeleverd(event.persoon)); zin |event| match event.wijze {
        Inleverwijze::Hier => sleutels::tlv::aanvulling_ingeleverd(),
        Inleverwijze::Papier => sleutels::tlv::aanvulling_komt_op_papier(),
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen (|event| event.bijlagen.iter().map(Bijlage::plek).collect()); houder school;
    getypt (|event| vec![&event.woorden]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(AanvullingIngeleverd, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    if let Some(open) = aanvraag.aanvullingen.iter_mut().find(|asked| asked.geeindigd_op.is_none()) {
        open.ingeleverd.push(Gedaan::op(feit, self));
    }
});

daad! {
    /// Hands in to the school what the partnership asked.
    LeverAanvullingIn,
    /// Request.
    aanvraag {
        /// Here, or on paper.
        wijze: Keuze<Inleverwijze>,
        /// In own words.
        woorden: MagTekst,
        /// Documents.
        bijlagen: Later<Vec<Bijlage>>,
    }
}

impl Decide for LeverAanvullingIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_school(dossier, self.aanvraag, &[TlvFase::WachtOpAanvulling], ctx)?;
        let persoon = zelf(dossier, ctx)?;
        let (woorden, bijlagen) = ingeleverd(self.wijze, &self.woorden, &self.bijlagen)?;
        let before = dossier.ingeleverd_voor_aanvraag(aanvraag.nr, persoon);
        refuse_heap(before.chain(&bijlagen).map(|one| one.lengte))?;
        let handed =
            AanvullingIngeleverd { aanvraag: aanvraag.nr, persoon, wijze: self.wijze, woorden, bijlagen };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, handed)])
    }
}
