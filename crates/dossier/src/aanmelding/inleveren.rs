//! P1: parents hand in on their own page what the school asked of them. The school looks at it and says whether it is complete: the
//! clock runs again by that, from the day on which it was there (Awb 4:5, 4:15(1)(a), 2:20; WPO 63(4), WEC 61(5), WVO 8.8(3)). Who
//! sent it sees on the own page that it is there (Awb 2:17(1)(a), (2)).

use serde::{Deserialize, Serialize};
use verband::grenzen::MEESTE_INGELEVERD;

use crate::aanmelding::opdracht::open;
use crate::kaart::{Lezers, kaart, over_zaak};
use crate::opdracht::velden::{Keuze, Later, MagTekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::Inleverwijze;
use crate::staat::{Aanmelding, Dossier, Gedaan, TlvAanvraag};
use crate::tlv::feiten::Bijlage;

/// Something that a parent handed in, or said to bring on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformatieIngeleverd {
    /// Registration.
    pub aanmelding: u32,
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
    InformatieIngeleverd, "informatie_ingeleverd", versie 1 [];
    over aanmelding; deel B; lezers (|event| Lezers::Ingeleverd(event.persoon)); zin |event| match event.wijze {
        Inleverwijze::Hier => sleutels::aanmelding::informatie_ingeleverd(),
        Inleverwijze::Papier => sleutels::aanmelding::informatie_komt_op_papier(),
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen (|event| event.bijlagen.iter().map(Bijlage::plek).collect()); houder school;
    getypt (|event| vec![&event.woorden]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(InformatieIngeleverd, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    if let Some(open) = aanmelding.opschortingen.iter_mut().find(|o| o.geeindigd_op.is_none()) {
        open.ingeleverd.push(Gedaan::op(feit, self));
    }
});

daad! {
    /// Hands in what the school asked of the parents.
    LeverInformatieIn,
    /// Registration.
    aanmelding {
        /// Here, or on paper.
        wijze: Keuze<Inleverwijze>,
        /// In own words.
        woorden: MagTekst,
        /// Documents.
        bijlagen: Later<Vec<Bijlage>>,
    }
}

impl Decide for LeverInformatieIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        if aanmelding.open_opschorting().is_none() {
            return Err(Refusal::new("niets_gevraagd", sleutels::aanmelding::niets_gevraagd()));
        }
        let persoon = zelf(dossier, ctx)?;
        let (woorden, bijlagen) = ingeleverd(self.wijze, &self.woorden, &self.bijlagen)?;
        let before = dossier.ingeleverd_voor_aanmelding(aanmelding.nr, persoon);
        refuse_heap(before.chain(&bijlagen).map(|one| one.lengte))?;
        let handed =
            InformatieIngeleverd { aanmelding: aanmelding.nr, persoon, wijze: self.wijze, woorden, bijlagen };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, handed)])
    }
}

/// The parent who hands in: nobody does it for another, the school records what it got on paper.
pub(crate) fn zelf(dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<u32, Refusal> {
    dossier
        .eigen_persoon(ctx.actor, ctx.vandaag)
        .ok_or_else(|| Refusal::new("alleen_zelf", sleutels::aanmelding::alleen_ouder_levert_in()))
}

/// Refuses more documents, or more bytes together, than one parent hands in for one question: of these lengths each is one.
pub fn refuse_heap(lengtes: impl Iterator<Item = u64>) -> Result<(), Refusal> {
    let (documents, bytes) = lengtes
        .fold((0, 0), |(count, sum): (u64, u64), one| (count.saturating_add(1), sum.saturating_add(one)));
    let (most, most_bytes) = MEESTE_INGELEVERD;
    if documents <= most && bytes <= most_bytes {
        return Ok(());
    }
    let (aantal, mb) = (most.to_string(), (most_bytes / 1024 / 1024).to_string());
    let full = sleutels::aanmelding::TeVeelIngeleverd { aantal: &aantal, mb: &mb };
    Err(Refusal::new("te_veel_ingeleverd", full.tekst()).instead(sleutels::aanmelding::rest_op_papier()))
}

impl Dossier {
    /// The documents that somebody handed in for what is asked now in a registration.
    pub fn ingeleverd_voor_aanmelding(&self, nr: u32, persoon: u32) -> impl Iterator<Item = &Bijlage> {
        let asked = self.aanmelding(nr).and_then(Aanmelding::open_opschorting);
        let given = asked.into_iter().flat_map(|asked| &asked.ingeleverd);
        given.filter(move |given| given.persoon == persoon).flat_map(|given| &given.bijlagen)
    }

    /// The same for what is asked now in a request.
    pub fn ingeleverd_voor_aanvraag(&self, nr: u32, persoon: u32) -> impl Iterator<Item = &Bijlage> {
        let asked = self.aanvraag(nr).and_then(TlvAanvraag::open_aanvulling);
        let given = asked.into_iter().flat_map(|asked| &asked.ingeleverd);
        given.filter(move |given| given.persoon == persoon).flat_map(|given| &given.bijlagen)
    }
}

/// What was handed in: here something must come with it. What is said to come on paper brings no documents.
pub(crate) fn ingeleverd(
    wijze: Inleverwijze,
    woorden: &str,
    bijlagen: &[Bijlage],
) -> Result<(String, Vec<Bijlage>), Refusal> {
    let woorden = invoer::optional_text("woorden", woorden)?;
    match wijze {
        Inleverwijze::Papier => Ok((woorden, Vec::new())),
        Inleverwijze::Hier if woorden.is_empty() && bijlagen.is_empty() => {
            Err(Refusal::field("woorden", sleutels::aanmelding::niets_ingeleverd())
                .instead(sleutels::aanmelding::bestand_woorden_of_papier()))
        }
        Inleverwijze::Hier => Ok((woorden, bijlagen.to_vec())),
    }
}
