//! Letters: typed input in, a tagged PDF out.
//!
//! A letter is a struct whose fields are what the letter must contain, so a letter that lacks
//! something cannot be made. The words stand in `templates/*.typ`, one file per letter. No term,
//! date, article or route is written there: those come in through the fields, because the law is
//! data elsewhere. The same input gives the same bytes: no clock, no files, no network.
//!
//! The list of all letters stands below, each with its examples: a new one is its struct, its template, an example, and a
//! line there.
//!
//! The engine that lays a letter out is a room of its own, `typesetter`; here it is the trait [`Engine`].
#![deny(missing_docs)]
// A test names what it looks at.
#![cfg_attr(not(test), deny(clippy::wildcard_enum_match_arm))]

#[macro_use]
mod brief;
mod aanmelding;
mod delen;
mod error;
mod herroepen;
mod huisstijl;
mod instanties;
mod leerling;
mod letters;
mod pagina;
mod pdf;
mod plan;
#[cfg(any(test, feature = "samples"))]
mod samples;
mod tekst;
mod tlv;
mod uitschrijving;
mod verwijdering;
mod view;
mod weglaten;

pub use aanmelding::*;
pub use delen::{
    Adres, Afzender, AndereMogelijkheid, Briefhoofd, Contact, Gesprek, GevondenSchool, GevraagdStuk, Kind,
    Lezer, Ontvanger, Overleg, Rechtsgrond, Rechtsmiddelen, Route, RouteMetTermijn, Uitzondering,
    Vervolgplek,
};
pub use error::DocumentError;
pub use herroepen::*;
pub use huisstijl::{Huisstijl, Kleur, KleurError};
pub use instanties::*;
pub use leerling::*;
pub use letters::{Engine, Letters};
pub use pagina::*;
pub use pdf::Pdf;
pub use plan::*;
#[cfg(any(test, feature = "samples"))]
pub use samples::{Sample, sample, samples};
pub use tekst::{MAX_ITEMS, MAX_TEKENS, NietLeeg, NietLeegError, Tekst, TekstError};
pub use tlv::*;
pub use uitschrijving::*;
pub use verwijdering::*;
pub use view::printed;
pub use weglaten::{GEEN_UITLEG, Vrijgegeven};

letters! {
    /// The registration has come in.
    OntvangstbevestigingAanmelding => "ontvangstbevestiging_aanmelding", ["ontvangstbevestiging_aanmelding", "ontvangstbevestiging_aanmelding_asielzoeker", "ontvangstbevestiging_aanmelding_instelling", "ontvangstbevestiging_aanmelding_te_oud", "ontvangstbevestiging_aanmelding_vo", "ontvangstbevestiging_aanmelding_vso"];
    /// Something is missing in a registration.
    VerzoekOmInformatie => "verzoek_om_informatie", ["verzoek_om_informatie"];
    /// What came for a registration is not all that was asked.
    InformatieNietCompleet => "informatie_niet_compleet", ["informatie_niet_compleet"];
    /// The term for the decision is extended.
    VerlengingBeslistermijn => "verlenging_beslistermijn", ["verlenging_beslistermijn"];
    /// Another school is proposed.
    AanbodAndereSchool => "aanbod_andere_school", ["aanbod_andere_school"];
    /// One of those with authority wants something, and another is asked.
    VraagAndereOuder => "vraag_andere_ouder", ["vraag_andere_ouder", "vraag_andere_ouder_intrekken"];
    /// What came of a choice of those with authority.
    AfloopDoorOuders => "afloop_door_ouders", ["afloop_door_ouders", "afloop_door_ouders_nee", "afloop_door_ouders_doorgaan", "afloop_door_ouders_leerling"];
    /// The child is admitted.
    Toelating => "toelating", ["toelating", "toelating_speciaal", "toelating_verbeterd"];
    /// The child gets a temporary place.
    TijdelijkePlaatsing => "tijdelijke_plaatsing", ["tijdelijke_plaatsing"];
    /// The temporary place ends.
    EindeTijdelijkePlaatsing => "einde_tijdelijke_plaatsing", ["einde_tijdelijke_plaatsing"];
    /// The child is refused.
    Weigering => "weigering", ["weigering", "weigering_school_vol", "weigering_te_oud"];
    /// The registration is not handled further.
    BuitenBehandeling => "buiten_behandeling", ["buiten_behandeling"];
    /// The board intends to remove the child.
    VoornemenVerwijdering => "voornemen_verwijdering", ["voornemen_verwijdering", "voornemen_verwijdering_al_gehoord", "voornemen_verwijdering_instelling", "voornemen_verwijdering_vo_ouder", "voornemen_verwijdering_vo_leerling"];
    /// The talk about that is on another day.
    GesprekVerplaatst => "gesprek_verzet", ["gesprek_verzet", "gesprek_verzet_vo_leerling"];
    /// That intention is withdrawn.
    VoornemenIngetrokken => "voornemen_ingetrokken", ["voornemen_ingetrokken", "voornemen_ingetrokken_vo_leerling"];
    /// The child is removed.
    Verwijdering => "verwijdering", ["verwijdering", "verwijdering_vo_leerling"];
    /// A decision of the school is revoked.
    BesluitHerroepen => "besluit_herroepen", ["besluit_herroepen", "besluit_herroepen_leerling", "besluit_herroepen_weigering", "besluit_herroepen_instantie"];
    /// A removal reported to the municipality.
    MeldingVerwijdering => "melding_verwijdering", ["melding_verwijdering"];
    /// The child is suspended.
    Schorsing => "schorsing", ["schorsing", "schorsing_vo_leerling"];
    /// A suspension ends before its last day.
    EindeSchorsing => "einde_schorsing", ["einde_schorsing", "einde_schorsing_vo_leerling"];
    /// A suspension or removal reported to the Inspectie.
    MeldingInspectie => "melding_inspectie", ["melding_inspectie_schorsing", "melding_inspectie_voornemen", "melding_inspectie_ingetrokken"];
    /// Invitation to one's own page.
    UitnodigingEigenPagina => "uitnodiging_eigen_pagina", ["uitnodiging_eigen_pagina_ouder", "uitnodiging_eigen_pagina_leerling", "uitnodiging_eigen_pagina_wachtwoord"];
    /// The child is taken off the list.
    Uitschrijving => "uitschrijving", ["uitschrijving", "uitschrijving_zonder_school"];
    /// A version of a plan, to read.
    PlanConcept => "plan_concept", ["plan_concept", "plan_concept_leerling"];
    /// A plan was adopted.
    PlanBesluit => "plan_besluit", ["plan_besluit", "plan_besluit_zonder_instemming", "plan_besluit_leerling"];
    /// Somebody does not agree to the help in a plan.
    GeenInstemming => "geen_instemming", ["geen_instemming", "geen_instemming_leerling"];
    /// Authority over the child changed by what the school recorded.
    MededelingGezag => "mededeling_gezag", ["mededeling_gezag", "mededeling_gezag_terug", "mededeling_gezag_beperkt"];
    /// The pupil comes of age.
    MededelingMeerderjarig => "mededeling_meerderjarig", ["mededeling_meerderjarig", "mededeling_meerderjarig_niet_zelf"];
    /// A request for a TLV is complete.
    OntvangstTlvAanvraag => "ontvangst_tlv_aanvraag", ["ontvangst_tlv_aanvraag"];
    /// Something is missing in a request for a TLV.
    VerzoekOmAanvulling => "verzoek_om_aanvulling", ["verzoek_om_aanvulling"];
    /// The parents' copy of the experts' advice.
    AfschriftDeskundigenadvies => "afschrift_deskundigenadvies", ["afschrift_deskundigenadvies"];
    /// The decision on a TLV.
    BesluitTlv => "besluit_tlv", ["besluit_tlv_verleend", "besluit_tlv_verleend_school", "besluit_tlv_geweigerd", "besluit_tlv_andere_categorie", "besluit_aanwijzing_lwoo"];
    /// A decision told to the pupil it is about.
    BesluitLeerling => "besluit_leerling", ["besluit_leerling", "besluit_leerling_geen"];
    /// A declaration is withdrawn.
    IntrekkingTlv => "intrekking_tlv", ["intrekking_tlv"];
    /// The penalty for a late decision is laid down.
    BesluitDwangsom => "besluit_dwangsom", ["besluit_dwangsom", "besluit_dwangsom_geen", "besluit_dwangsom_ingetrokken"];
    /// An expert hears that the decision deviates.
    MededelingAfwijking => "mededeling_afwijking", ["mededeling_afwijking"];
    /// The request was forwarded.
    DoorzendingTlv => "doorzending_tlv", ["doorzending_tlv"];
    /// The request is not dealt with.
    AanvraagNietBehandeld => "aanvraag_niet_behandeld", ["aanvraag_niet_behandeld"];
    /// The decision comes later.
    BerichtVanVertraging => "bericht_van_vertraging", ["bericht_van_vertraging"];
    /// Answer to a notice of default.
    ReactieIngebrekestelling => "reactie_ingebrekestelling", ["reactie_ingebrekestelling", "reactie_ingebrekestelling_ouder", "reactie_ingebrekestelling_te_vroeg"];
}

#[cfg(test)]
mod tests;
