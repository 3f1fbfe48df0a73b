//! Every kind of case, in one list: what a case is stands in [`crate::proces`].

use crate::aanmelding::staat::Aanmelding;
use crate::plan::staat::Plan;
use crate::proces::onderwerpen;
use crate::tlv::staat::TlvAanvraag;
use crate::verwijdering::staat::{Schorsing, Verwijdering};

onderwerpen! { ($)
    /// Registration.
    Aanmelding(Aanmelding) = "aanmelding", B, aanmelding, aanmeldingen, aanmelding, aanmelding_mut, sleutels::aanmelding::zaak, sleutels::aanmelding::niet_in_dossier;
    /// Removal.
    Verwijdering(Verwijdering) = "verwijdering", B, verwijdering, verwijderingen, verwijdering, verwijdering_mut, sleutels::verwijdering::zaak_verwijdering, sleutels::verwijdering::niet_in_dossier;
    /// Suspension.
    Schorsing(Schorsing) = "schorsing", B, verwijdering, schorsingen, schorsing, schorsing_mut, sleutels::verwijdering::zaak_schorsing, sleutels::verwijdering::schorsing_niet_in_dossier;
    /// TLV request.
    Aanvraag(TlvAanvraag) = "aanvraag", H, tlv, aanvragen, aanvraag, aanvraag_mut, sleutels::tlv::zaak, sleutels::tlv::niet_in_dossier;
    /// Plan.
    Plan(Plan) = "plan", C, plan, plannen, plan, plan_mut, sleutels::plan::zaak, sleutels::plan::niet_in_dossier;
}
