//! Every letter that an event asks for, and every kind of letter with its words: what they are stands in [`crate::brief`].

use crate::aanmelding::feiten::{
    AanbodAanvaard, AanbodAfgewezen, AanbodGedaan, Aangemeld, AanmeldingIngetrokken, BeslistermijnVerlengd,
    BuitenBehandelingGesteld, Geweigerd, InformatieGevraagd, InformatieOnvoldoende, TijdelijkGeplaatst,
    TijdelijkePlaatsingGeeindigd, Toegelaten,
};
use crate::aanmelding::herroepen::WeigeringHerroepen;
use crate::aanmelding::keuze::OuderKoos;
use crate::aanmelding::meegedeeld::AanmeldingMeegedeeld;
use crate::brief::brieven;
use crate::leven::feiten::{GezagGewijzigd, Meerderjarig, Uitgeschreven};
use crate::plan::feiten::{ConceptGedeeld, PlanVastgesteld};
use crate::plan::gehoord::InstemmingGeweigerd;
use crate::tlv::behandelen::TlvBuitenBehandeling;
use crate::tlv::besluit::Bekendmaking;
use crate::tlv::besluitfeiten::{Bekendgemaakt, IngebrekestellingOntvangen, VertragingGemeld};
use crate::tlv::doorzenden::TlvDoorgezonden;
use crate::tlv::dwangsom::DwangsomVastgesteld;
use crate::tlv::feiten::{AanvullingGevraagd, AdviesUitgebracht, TlvAangevraagd};
use crate::tlv::intrekken::TlvIngetrokken;
use crate::verwijdering::einde::SchorsingGeeindigd;
use crate::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, Geschorst, Verwijderd, VerwijderingIngetrokken,
    VerwijderingVoorgenomen,
};
use crate::verwijdering::gesprek::GesprekVerzet;
use crate::verwijdering::herroepen::{SchorsingHerroepen, VerwijderingHerroepen};
use crate::{aanmelding, plan, tlv, verwijdering};

/// A letter that an event asks for, with that event. Whoever writes letters answers every one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Briefvraag<'a> {
    /// Authority over the child changed.
    GezagVeranderd(&'a GezagGewijzigd),
    /// The pupil comes of age.
    WordtMeerderjarig(&'a Meerderjarig),
    /// The child is taken off the list of the school.
    Uitschrijving(&'a Uitgeschreven),
    /// The registration was received.
    OntvangstAanmelding(&'a Aangemeld),
    /// The same for somebody who came into the file after it.
    OntvangstVoorLater(&'a AanmeldingMeegedeeld),
    /// Information is asked of the parents.
    VerzoekOmInformatie(&'a InformatieGevraagd),
    /// What came is not all that was asked.
    InformatieNietCompleet(&'a InformatieOnvoldoende),
    /// The term was extended.
    Verlenging(&'a BeslistermijnVerlengd),
    /// A place at another school is offered.
    Aanbod(&'a AanbodGedaan),
    /// One of those with authority spoke: the others are asked.
    AndereOuderGevraagd(&'a OuderKoos),
    /// The place elsewhere is accepted.
    AanbodAangenomen(&'a AanbodAanvaard),
    /// The place elsewhere is not accepted.
    AanbodNietAangenomen(&'a AanbodAfgewezen),
    /// The registration is withdrawn.
    Intrekking(&'a AanmeldingIngetrokken),
    /// The child is admitted.
    Toelating(&'a Toegelaten),
    /// The child has a temporary place.
    TijdelijkePlaatsing(&'a TijdelijkGeplaatst),
    /// The temporary place ends.
    EindeTijdelijk(&'a TijdelijkePlaatsingGeeindigd),
    /// The child is refused.
    Weigering(&'a Geweigerd),
    /// The registration is not handled.
    BuitenBehandeling(&'a BuitenBehandelingGesteld),
    /// The board intends to remove the pupil.
    Voornemen(&'a VerwijderingVoorgenomen),
    /// The talk about it is on another day.
    GesprekVerzet(&'a GesprekVerzet),
    /// The intention is withdrawn.
    VoornemenIngetrokken(&'a VerwijderingIngetrokken),
    /// The pupil is removed.
    Verwijdering(&'a Verwijderd),
    /// A removal is revoked.
    VerwijderingHerroepen(&'a VerwijderingHerroepen),
    /// A suspension is revoked.
    SchorsingHerroepen(&'a SchorsingHerroepen),
    /// A refusal is revoked.
    WeigeringHerroepen(&'a WeigeringHerroepen),
    /// The municipality is told.
    MeldingGemeente(&'a GemeldAanBenW),
    /// The Inspectie is told.
    MeldingInspectie(&'a GemeldAanInspectie),
    /// The pupil is suspended.
    Schorsing(&'a Geschorst),
    /// A suspension ends earlier.
    EindeSchorsing(&'a SchorsingGeeindigd),
    /// The request was received.
    OntvangstAanvraag(&'a TlvAangevraagd),
    /// More is asked of the school.
    VerzoekOmAanvulling(&'a AanvullingGevraagd),
    /// Parents get a copy of an advice.
    AfschriftAdvies(&'a AdviesUitgebracht),
    /// The decision is made known.
    Besluit(&'a Bekendgemaakt),
    /// The decision comes later.
    Vertraging(&'a VertragingGemeld),
    /// An answer to a notice of default.
    ReactieIngebrekestelling(&'a IngebrekestellingOntvangen),
    /// The penalty for a late decision is laid down.
    BesluitDwangsom(&'a DwangsomVastgesteld),
    /// The request is forwarded to the partnership that decides.
    Doorzending(&'a TlvDoorgezonden),
    /// The request is not dealt with.
    AanvraagNietBehandeld(&'a TlvBuitenBehandeling),
    /// A declaration is withdrawn, and how that is made known.
    IntrekkingTlv(&'a TlvIngetrokken, &'a Bekendmaking),
    /// A version of a plan lies before the family.
    PlanConcept(&'a ConceptGedeeld),
    /// A plan was adopted.
    PlanBesluit(&'a PlanVastgesteld),
    /// Somebody does not agree to the action part of a plan.
    GeenInstemming(&'a InstemmingGeweigerd),
}

brieven! {
    "ontvangstbevestiging_aanmelding", sleutels::aanmelding::brief_ontvangstbevestiging_aanmelding, sleutels::aanmelding::brief_in_zin_ontvangstbevestiging_aanmelding, Vrij, altijd;
    "verzoek_om_informatie", sleutels::aanmelding::brief_verzoek_om_informatie, sleutels::aanmelding::brief_in_zin_verzoek_om_informatie, Brief, zolang aanmelding::post::loopt;
    "informatie_niet_compleet", sleutels::aanmelding::brief_informatie_niet_compleet, sleutels::aanmelding::brief_in_zin_informatie_niet_compleet, Vrij, zolang aanmelding::post::loopt;
    "verlenging_beslistermijn", sleutels::aanmelding::brief_verlenging_beslistermijn, sleutels::aanmelding::brief_in_zin_verlenging_beslistermijn, Brief, altijd;
    "aanbod_andere_school", sleutels::aanmelding::brief_aanbod_andere_school, sleutels::aanmelding::brief_in_zin_aanbod_andere_school, Vrij, zolang aanmelding::post::wacht_op_antwoord;
    "vraag_andere_ouder", sleutels::aanmelding::brief_vraag_andere_ouder, sleutels::aanmelding::brief_in_zin_vraag_andere_ouder, Brief, zolang aanmelding::post::wacht_op_ouder;
    "afloop_door_ouders", sleutels::aanmelding::brief_afloop_door_ouders, sleutels::aanmelding::brief_in_zin_afloop_door_ouders, Vrij, altijd;
    "toelating", sleutels::aanmelding::brief_toelating, sleutels::aanmelding::brief_in_zin_toelating, Brief, altijd;
    "tijdelijke_plaatsing", sleutels::aanmelding::brief_tijdelijke_plaatsing, sleutels::aanmelding::brief_in_zin_tijdelijke_plaatsing, Vrij, altijd;
    "einde_tijdelijke_plaatsing", sleutels::aanmelding::brief_einde_tijdelijke_plaatsing, sleutels::aanmelding::brief_in_zin_einde_tijdelijke_plaatsing, Vrij, zolang aanmelding::herroepen::plek_eindigde;
    "weigering", sleutels::aanmelding::brief_weigering, sleutels::aanmelding::brief_in_zin_weigering, Bezwaar, zolang aanmelding::herroepen::geldt_nog;
    "buiten_behandeling", sleutels::aanmelding::brief_buiten_behandeling, sleutels::aanmelding::brief_in_zin_buiten_behandeling, Bezwaar, altijd;
    "voornemen_verwijdering", sleutels::verwijdering::brief_voornemen_verwijdering, sleutels::verwijdering::brief_in_zin_voornemen_verwijdering, Vrij, zolang verwijdering::gesprek::nodigt_nog_uit;
    "gesprek_verzet", sleutels::verwijdering::brief_gesprek_verzet, sleutels::verwijdering::brief_in_zin_gesprek_verzet, Vrij, zolang verwijdering::gesprek::nodigt_nog_uit;
    "voornemen_ingetrokken", sleutels::verwijdering::brief_voornemen_ingetrokken, sleutels::verwijdering::brief_in_zin_voornemen_ingetrokken, Vrij, altijd;
    "verwijdering", sleutels::verwijdering::brief_verwijdering, sleutels::verwijdering::brief_in_zin_verwijdering, Bezwaar, zolang verwijdering::herroepen::geldt_nog;
    "melding_verwijdering", sleutels::verwijdering::brief_melding_verwijdering, sleutels::verwijdering::brief_in_zin_melding_verwijdering, Vrij, zolang verwijdering::herroepen::geldt_nog;
    "melding_inspectie", sleutels::verwijdering::brief_melding_inspectie, sleutels::verwijdering::brief_in_zin_melding_inspectie, Vrij, zolang verwijdering::herroepen::te_melden;
    "schorsing", sleutels::verwijdering::brief_schorsing, sleutels::verwijdering::brief_in_zin_schorsing, Brief, zolang verwijdering::herroepen::geldt_nog;
    "einde_schorsing", sleutels::verwijdering::brief_einde_schorsing, sleutels::verwijdering::brief_in_zin_einde_schorsing, Vrij, zolang verwijdering::herroepen::geldt_nog;
    "besluit_herroepen", sleutels::verwijdering::brief_besluit_herroepen, sleutels::verwijdering::brief_in_zin_besluit_herroepen, Brief, zolang aanmelding::herroepen::te_vertellen;
    "ontvangst_tlv_aanvraag", sleutels::tlv::brief_ontvangst_tlv_aanvraag, sleutels::tlv::brief_in_zin_ontvangst_tlv_aanvraag, Vrij, zolang tlv::bekendmaken::wacht_op_besluit;
    "verzoek_om_aanvulling", sleutels::tlv::brief_verzoek_om_aanvulling, sleutels::tlv::brief_in_zin_verzoek_om_aanvulling, Brief, altijd;
    "afschrift_deskundigenadvies", sleutels::tlv::brief_afschrift_deskundigenadvies, sleutels::tlv::brief_in_zin_afschrift_deskundigenadvies, Vrij, zolang tlv::bekendmaken::wacht_op_besluit;
    "besluit_tlv", sleutels::tlv::brief_besluit_tlv, sleutels::tlv::brief_in_zin_besluit_tlv, Bekendmaking, altijd;
    "besluit_leerling", sleutels::tlv::brief_besluit_leerling, sleutels::tlv::brief_in_zin_besluit_leerling, Bekendmaking, altijd;
    "mededeling_afwijking", sleutels::tlv::brief_mededeling_afwijking, sleutels::tlv::brief_in_zin_mededeling_afwijking, Vrij, altijd;
    "doorzending_tlv", sleutels::tlv::brief_doorzending_tlv, sleutels::tlv::brief_in_zin_doorzending_tlv, Brief, altijd;
    "aanvraag_niet_behandeld", sleutels::tlv::brief_aanvraag_niet_behandeld, sleutels::tlv::brief_in_zin_aanvraag_niet_behandeld, Brief, altijd;
    "bericht_van_vertraging", sleutels::tlv::brief_bericht_van_vertraging, sleutels::tlv::brief_in_zin_bericht_van_vertraging, Brief, altijd;
    "reactie_ingebrekestelling", sleutels::tlv::brief_reactie_ingebrekestelling, sleutels::tlv::brief_in_zin_reactie_ingebrekestelling, Vrij, altijd;
    "besluit_dwangsom", sleutels::tlv::brief_besluit_dwangsom, sleutels::tlv::brief_in_zin_besluit_dwangsom, Brief, altijd;
    "intrekking_tlv", sleutels::tlv::brief_intrekking_tlv, sleutels::tlv::brief_in_zin_intrekking_tlv, Brief, altijd;
    "plan_concept", sleutels::plan::brief_plan_concept, sleutels::plan::brief_in_zin_plan_concept, Vrij, zolang plan::post::ligt_nog;
    "plan_besluit", sleutels::plan::brief_plan_besluit, sleutels::plan::brief_in_zin_plan_besluit, Vrij, altijd;
    "geen_instemming", sleutels::plan::brief_geen_instemming, sleutels::plan::brief_in_zin_geen_instemming, Vrij, altijd;
    "uitnodiging_eigen_pagina", sleutels::leven::brief_uitnodiging_eigen_pagina, sleutels::leven::brief_in_zin_uitnodiging_eigen_pagina, Vrij, altijd;
    "uitschrijving", sleutels::leven::brief_uitschrijving, sleutels::leven::brief_in_zin_uitschrijving, Vrij, altijd;
    "mededeling_gezag", sleutels::leven::brief_mededeling_gezag, sleutels::leven::brief_in_zin_mededeling_gezag, Vrij, altijd;
    "mededeling_meerderjarig", sleutels::leven::brief_mededeling_meerderjarig, sleutels::leven::brief_in_zin_mededeling_meerderjarig, Vrij, altijd;
}
