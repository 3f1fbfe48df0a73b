//! Which partnership decides on a request: the rule asked with what the file knows.

use base::{Date, SwvCode, Vestigingscode};
use recht::{Wet, tlv};
use sleutels::Tekst;

use super::keep;
use crate::berekend::Berekend;
use crate::refusal::Refusal;
use crate::soort::{Schoolsoort, SwvGrond, TlvSoort};
use crate::staat::{Dossier, Inschrijving, TlvAanvraag};

/// What the competence of a partnership depends on besides the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SwvVraag<'a> {
    /// What is asked.
    pub soort: TlvSoort,
    /// The school that applies, where it is known.
    pub vestiging: Option<&'a Vestigingscode>,
    /// Its partnership of secondary education, where it has one.
    pub school_swv_vo: Option<&'a SwvCode>,
    /// Partnership of the requested school, where the child lives abroad.
    pub gevraagde_school_swv: Option<&'a SwvCode>,
    /// National partnership, where that is the competent one.
    pub landelijk_swv: Option<&'a SwvCode>,
}

impl<'a> SwvVraag<'a> {
    /// As a request was started with it.
    pub fn of(aanvraag: &'a TlvAanvraag) -> Self {
        let when = |grond| (aanvraag.swv_grond == grond).then_some(&aanvraag.swv.uitkomst);
        Self {
            soort: aanvraag.soort,
            vestiging: Some(&aanvraag.vestiging),
            school_swv_vo: when(SwvGrond::Inschrijving).filter(|swv| !swv.is_po()),
            gevraagde_school_swv: when(SwvGrond::GevraagdeSchool),
            landelijk_swv: when(SwvGrond::Landelijk),
        }
    }
}

/// R2.2: the partnership that decides on a day, and why that one, from what the file knows of enrolment and
/// residence.
pub fn bevoegd_swv(
    (wet, on): (&Wet, Date),
    dossier: &Dossier,
    vraag: &SwvVraag<'_>,
) -> Result<(Berekend<SwvCode>, SwvGrond), Refusal> {
    let enrolled = dossier.inschrijving_op(on);
    let adres = dossier.leerling.as_ref().map(|leerling| &leerling.adres);
    let code = |swv: Option<&SwvCode>| swv.map(ToString::to_string);
    let ingeschreven_swv = enrolled.and_then(|inschrijving| code(swv_of_enrolment(inschrijving, vraag)));
    let aanvragende_school_swv = code(swv_of_applicant(dossier, vraag, on));
    if matches!(vraag.soort, TlvSoort::Pro | TlvSoort::Lwoo) && aanvragende_school_swv.is_none() {
        return Err(Refusal::new("swv_onbekend", sleutels::algemeen::swv_onbekend())
            .instead(sleutels::algemeen::vo_school_vraagt_aan()));
    }
    let invoer = tlv::BevoegdSamenwerkingsverbandInvoer {
        gevraagd: vraag.soort,
        ingeschreven_soort: enrolled.map(|i| i.schoolsoort).filter(|_| ingeschreven_swv.is_some()),
        ingeschreven_swv,
        woonplaats_swv_po: adres.and_then(|adres| code(adres.swv_po.as_ref())),
        woonplaats_swv_vo: adres.and_then(|adres| code(adres.swv_vo.as_ref())),
        woont_in_buitenland: adres.is_some_and(|adres| adres.buitenland),
        gevraagde_school_swv: code(vraag.gevraagde_school_swv),
        landelijk_swv: code(vraag.landelijk_swv),
        aanvragende_school_swv,
    };
    let toetsing = tlv::bevoegd_samenwerkingsverband(wet, on, &invoer).map_err(|fout| {
        Refusal::new("swv_onbekend", sleutels::algemeen::swv_onbekend())
            .instead(sleutels::algemeen::PostcodeInvullen { fout: &fout.to_string() }.tekst())
    })?;
    let kept = keep(toetsing, |uitkomst| uitkomst)?;
    let swv = kept.uitkomst.samenwerkingsverband.parse::<SwvCode>();
    let swv = swv.map_err(|fout| Refusal::field("swv", Tekst::letterlijk(fout.to_string())))?;
    let grond = kept.uitkomst.grond;
    Ok((kept.map(|_| swv), grond))
}

/// The partnership to which the school of enrolment belongs for what is asked: one for so and vso belongs to two, and the enrolment
/// keeps that of primary education. On vso decides the other (WEC 40(13)a).
fn swv_of_enrolment<'a>(inschrijving: &'a Inschrijving, vraag: &SwvVraag<'a>) -> Option<&'a SwvCode> {
    let of_both = inschrijving.schoolsoort == Schoolsoort::SoVso && vraag.soort == TlvSoort::Vso;
    if !of_both {
        return inschrijving.swv.as_ref();
    }
    let own = vraag.vestiging.is_none_or(|asked| *asked == inschrijving.vestiging);
    vraag.school_swv_vo.filter(|_| own).or(inschrijving.swv.as_ref()).filter(|swv| !swv.is_po())
}

/// The partnership of the secondary school that applies: where the pupil is enrolled, or registered.
fn swv_of_applicant<'a>(dossier: &'a Dossier, vraag: &SwvVraag<'_>, on: Date) -> Option<&'a SwvCode> {
    let applies = |vestiging: &Vestigingscode| vraag.vestiging.is_none_or(|asked| asked == vestiging);
    let enrolled = dossier.inschrijving_op(on);
    let enrolled = enrolled.filter(|i| i.schoolsoort == Schoolsoort::Vo && applies(&i.vestiging));
    let registered = dossier.aanmeldingen.iter().rev();
    let mut registered = registered.filter(|a| a.schoolsoort == Schoolsoort::Vo && applies(&a.vestiging));
    enrolled.and_then(|i| i.swv.as_ref()).or_else(|| registered.find_map(|a| a.swv.as_ref()))
}
