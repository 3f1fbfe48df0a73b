//! The register of the house: every process, every kind of case, turn, event and letter, each in one list.
//!
//! What they are stands elsewhere, beside what they do ([`crate::proces`], [`crate::beurt`], [`crate::gebeurtenis`],
//! [`crate::brief`]); acts have their list in [`crate::opdracht`]. A new process writes its lines here.

use crate::aanmelding::feiten::{
    AanbodAanvaard, AanbodAfgewezen, AanbodGedaan, Aangemeld, AanmeldingIngetrokken, BeslistermijnVerlengd,
    BuitenBehandelingGesteld, EerstContactGemeld, FeitelijkGeweigerd, Geweigerd, InformatieGevraagd,
    InformatieOntvangen, InformatieOnvoldoende, OndersteuningsbehoefteVastgesteld, TijdelijkGeplaatst,
    TijdelijkRechtGewijzigd, TijdelijkePlaatsingGeeindigd, Toegelaten,
};
use crate::aanmelding::gekomen::{Gekomen, NietGekomen};
use crate::aanmelding::herroepen::WeigeringHerroepen;
use crate::aanmelding::inleveren::InformatieIngeleverd;
use crate::aanmelding::keuze::OuderKoos;
use crate::aanmelding::leeftijd::LeeftijdVerantwoord;
use crate::aanmelding::meegedeeld::AanmeldingMeegedeeld;
use crate::aanmelding::opp::OppGemeld;
use crate::aanmelding::oppakken::WeigeringOpgepakt;
use crate::aanmelding::plek::PlekVastgesteld;
use crate::aanmelding::staat::Aanmelding;
use crate::aanmelding::verklaring::VerklaringGetoond;
use crate::aanmelding::vervallen::{VerklaringNagegaan, VerklaringVervallen};
use crate::aanmelding::voorwaarde::VoorwaardeVastgesteld;
use crate::aanmelding::zonder::ZonderVerklaring;
use crate::algemeen::feiten::{BriefVastgelegd, DossierGeopend, Gecorrigeerd, OsoOvergenomen};
use crate::algemeen::kennisgeving::KennisgevingMislukt;
use crate::algemeen::post::PostVerwerkt;
use crate::algemeen::vrijgave::TekstVrijgegeven;
use crate::beurt::zetten;
use crate::brief::brieven;
use crate::gebeurtenis::{Fold, gebeurtenissen};
use crate::kaart::Kaart;
use crate::leven::bereik::OudersGezocht;
use crate::leven::bereikbaar::DigitaalBereikbaarGezegd;
use crate::leven::contact::ContactGewijzigd;
use crate::leven::eigenpagina::EigenPaginaBeeindigd;
use crate::leven::elders::EldersToegelaten;
use crate::leven::feiten::{
    GeheimhoudingGezet, GezagGewijzigd, Ingeschreven, Meerderjarig, NaamOfGeslachtGewijzigd, NummerOntvangen,
    OnderPleegzorg, OuderAangesloten, OuderUitgenodigd, Overleden, PersoonVerbonden, Uitgeschreven, Verhuisd,
};
use crate::leven::herstel::InschrijvingHersteld;
use crate::leven::nagekeken::GezagNagekeken;
use crate::leven::taal::TaalGezegd;
use crate::leven::uitschrijving::SchoolNagegaan;
use crate::leven::verbandwissel::VerhuizingNagegaan;
use crate::leven::vermeld::VerklaringVermeld;
use crate::leven::verzorger::LezingToegestaan;
use crate::leven::woorden::{IetsGezegd, WoordenGezien};
use crate::proces::{Proces, onderwerpen};
use crate::tlv::aanvulling::AanvullingVervallen;
use crate::tlv::behandelen::{AanvullingBeoordeeld, TlvBuitenBehandeling};
use crate::tlv::besluit::Bekendmaking;
use crate::tlv::besluitfeiten::{
    Bekendgemaakt, CategorieWijzigingAangevraagd, IngebrekestellingOntvangen, TlvGebruikt, TlvGeweigerd,
    TlvVerleend, TlvVerlopen, VertragingGemeld,
};
use crate::tlv::doorzenden::TlvDoorgezonden;
use crate::tlv::dwangsom::DwangsomVastgesteld;
use crate::tlv::feiten::{
    AanvullingGevraagd, AanvullingOntvangen, AdviesUitgebracht, DeskundigeToegewezen,
    GezamenlijkAdviesVoorgelegd, TlvAangevraagd, TlvAanvraagGestart, TlvAanvraagIngetrokken,
    ToewijzingBeeindigd,
};
use crate::tlv::herzien::AdviesTeruggenomen;
use crate::tlv::identiteit::{VerbeteringBeoordeeld, VerbeteringGevraagd};
use crate::tlv::inleveren::AanvullingIngeleverd;
use crate::tlv::intrekken::TlvIngetrokken;
use crate::tlv::staat::TlvAanvraag;
use crate::tlv::vervolg::VervolgBepaald;
use crate::tlv::zienswijze::{AanvraagVoorgelegd, OudersReageerden};
use crate::verwijdering::einde::SchorsingGeeindigd;
use crate::verwijdering::elders::EldersVastgesteld;
use crate::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, Geschorst, InspectieGeraadpleegd, OudersEnLeraarGehoord,
    SchoolBereidGevonden, Verwijderd, VerwijderingIngetrokken, VerwijderingVoorgenomen,
};
use crate::verwijdering::gesprek::GesprekVerzet;
use crate::verwijdering::herroepen::{SchorsingHerroepen, VerwijderingHerroepen};
use crate::verwijdering::overleg::OverlegBegonnen;
use crate::verwijdering::staat::{Schorsing, Verwijdering};
use crate::{aanmelding, leven, tlv, verwijdering};

/// Every process. What stands first comes first where two turns are equal.
pub static PROCESSEN: &[Proces] = &[leven::PROCES, aanmelding::PROCES, verwijdering::PROCES, tlv::PROCES];

onderwerpen! { ($)
    /// Registration.
    Aanmelding(Aanmelding) = "aanmelding", B, aanmelding, aanmeldingen, aanmelding, aanmelding_mut, sleutels::aanmelding::zaak, sleutels::aanmelding::niet_in_dossier;
    /// Removal.
    Verwijdering(Verwijdering) = "verwijdering", B, verwijdering, verwijderingen, verwijdering, verwijdering_mut, sleutels::verwijdering::zaak_verwijdering, sleutels::verwijdering::niet_in_dossier;
    /// Suspension.
    Schorsing(Schorsing) = "schorsing", B, verwijdering, schorsingen, schorsing, schorsing_mut, sleutels::verwijdering::zaak_schorsing, sleutels::verwijdering::schorsing_niet_in_dossier;
    /// TLV request.
    Aanvraag(TlvAanvraag) = "aanvraag", H, tlv, aanvragen, aanvraag, aanvraag_mut, sleutels::tlv::zaak, sleutels::tlv::niet_in_dossier;
}

zetten! {
    /// Assess the need.
    BehoefteVaststellen = "behoefte_vaststellen", Ib, B, tijdens, sleutels::aanmelding::zet_behoefte_vaststellen, met [StelBehoefteVast, VraagInformatie], wet sleutels::aanmelding::wet_op_tijd;
    /// Decide on a registration.
    AanmeldingBeslissen = "aanmelding_beslissen", Ib, B, tijdens, sleutels::aanmelding::zet_aanmelding_beslissen, met [LaatToe, DoeAanbod, Weiger, VerlengBeslistermijn], wet sleutels::aanmelding::wet_op_tijd;
    /// Give the information asked.
    InformatieGeven = "informatie_geven", Ouder, B, tijdens, sleutels::aanmelding::zet_informatie_geven, met [LeverInformatieIn], vraagt sleutels::mijn::geef_informatie;
    /// Record what came, or go on without.
    InformatieVerwerken = "informatie_verwerken", Ib, B, tijdens, sleutels::aanmelding::zet_informatie_verwerken, met [OntvangInformatie, StelBuitenBehandeling];
    /// Answer an offer.
    AanbodBeantwoorden = "aanbod_beantwoorden", Ouder, B, tijdens, sleutels::aanmelding::zet_aanbod_beantwoorden, met [AanvaardAanbod, WijsAanbodAf], vraagt sleutels::mijn::zeg_ja_of_nee;
    /// Say whether the registration is withdrawn, as another parent wants.
    IntrekkingBeantwoorden = "intrekking_beantwoorden", Ouder, B, tijdens, sleutels::aanmelding::zet_intrekking_beantwoorden, met [TrekAanmeldingIn, LaatAanmeldingDoorgaan], vraagt sleutels::mijn::zeg_of_het_doorgaat;
    /// Ask the other parent, or go on without.
    AndereOuderVragen = "andere_ouder_vragen", Ib, B, tijdens, sleutels::aanmelding::zet_andere_ouder_vragen, met [GaVerderZonderOuder, AanvaardAanbod, WijsAanbodAf, TrekAanmeldingIn, LaatAanmeldingDoorgaan];
    /// Register at the school of which the place was accepted.
    EldersAanmelden = "elders_aanmelden", Ouder, B, na_afloop, sleutels::aanmelding::zet_elders_aanmelden, met [MeldAan], vraagt sleutels::mijn::meld_aan_elders;
    /// See whether the child has a place there.
    PlekNagaan = "plek_nagaan", Ib, B, na_afloop, sleutels::aanmelding::zet_plek_nagaan, met [StelPlekVast];
    /// See whether a child has a school, after a registration that ended without a place.
    SchoolNaAanmelding = "school_na_aanmelding", Ib, B, na_afloop, sleutels::aanmelding::zet_school_nagaan, met [StelPlekVast];
    /// Find out how it goes on with a child whose declaration had been withdrawn when it was admitted.
    VerklaringNagaan = "verklaring_nagaan", Ib, B, na_afloop, sleutels::aanmelding::zet_verklaring_nagaan, met [GaVerklaringNa];
    /// See the child in on its first day.
    EersteDag = "eerste_dag", Ib, B, na_afloop, sleutels::aanmelding::zet_eerste_dag, met [MeldGekomen, MeldNietGekomen];
    /// Find out why a child did not come.
    NietGekomenNagaan = "niet_gekomen_nagaan", Ib, B, na_afloop, sleutels::aanmelding::zet_niet_gekomen_nagaan, met [MeldGekomen, MeldNietGekomen];
    /// Make the plan of an admitted child by the day that was promised.
    OppMelden = "opp_melden", Ib, B, na_afloop, sleutels::aanmelding::zet_opp_melden, met [MeldOpp];
    /// Give the child a temporary place.
    TijdelijkPlaatsen = "tijdelijk_plaatsen", Ib, B, tijdens, sleutels::aanmelding::zet_tijdelijk_plaatsen, met [PlaatsTijdelijk], wet sleutels::aanmelding::wet_tijdelijke_plek;
    /// Take up a refusal in fact.
    WeigeringOppakken = "weigering_oppakken", Loket, B, tijdens, sleutels::aanmelding::zet_weigering_oppakken, met [PakWeigeringOp];
    /// The same of a registration that has ended.
    WeigeringNaAfloop = "weigering_na_afloop", Loket, B, na_afloop, sleutels::aanmelding::zet_weigering_na_afloop, met [PakWeigeringOp];
    /// Hear parents and teacher.
    OudersEnLeraarHoren = "ouders_en_leraar_horen", Directie, B, tijdens, sleutels::verwijdering::zet_ouders_en_leraar_horen, met [HoorOudersEnLeraar, VerzetGesprek], wet sleutels::verwijdering::wet_eerst_horen;
    /// Come to the talk about a removal, or write what one thinks.
    GesprekVoeren = "gesprek_voeren", Ouder, B, tijdens, sleutels::verwijdering::zet_gesprek_voeren, buiten "the school records that it heard them, or that they did not come", vraagt sleutels::mijn::kom_of_schrijf;
    /// Consult the Inspectie.
    InspectieRaadplegen = "inspectie_raadplegen", Directie, B, tijdens, sleutels::verwijdering::zet_inspectie_raadplegen, met [BeginOverleg, RaadpleegInspectie], wet sleutels::verwijdering::wet_eerst_overleg;
    /// Look for another school.
    AndereSchoolZoeken = "andere_school_zoeken", Directie, B, tijdens, sleutels::verwijdering::zet_andere_school_zoeken, met [VindBereideSchool], wet sleutels::verwijdering::wet_eerst_school;
    /// Decide on a removal.
    VerwijderingBeslissen = "verwijdering_beslissen", Directie, B, tijdens, sleutels::verwijdering::zet_verwijdering_beslissen, met [Verwijder, TrekVoornemenIn], wet sleutels::verwijdering::wet_eerst_school;
    /// Tell the municipality.
    GemeenteMelden = "gemeente_melden", Directie, B, tijdens, sleutels::verwijdering::zet_gemeente_melden, met [MeldAanBenW], wet sleutels::verwijdering::wet_gemeente;
    /// Tell the Inspectie.
    InspectieMelden = "inspectie_melden", Directie, B, tijdens, sleutels::verwijdering::zet_inspectie_melden, met [MeldAanInspectie], wet sleutels::verwijdering::wet_inspectie;
    /// See whether a pupil who was removed is at another school.
    EldersNagaan = "elders_nagaan", Directie, B, na_afloop, sleutels::verwijdering::zet_elders_nagaan, met [StelEldersVast];
    /// The same before the removal was reported.
    EldersNagaanVoorMelding = "elders_nagaan_voor_melding", Directie, B, tijdens, sleutels::verwijdering::zet_elders_nagaan_voor_melding, met [StelEldersVast];
    /// Fill the request.
    AanvraagInvullen = "aanvraag_invullen", Ib, H, tijdens, sleutels::tlv::zet_aanvraag_invullen, met [VraagTlvAan, LegAanvraagVoor];
    /// Say what one thinks of the request.
    ZienswijzeGeven = "zienswijze_geven", Ouder, H, tijdens, sleutels::tlv::zet_zienswijze_geven, met [GeefZienswijze], vraagt sleutels::mijn::zeg_wat_u_vindt;
    /// Send the request on to the partnership that decides on it now.
    AanvraagDoorsturen = "aanvraag_doorsturen", Loket, H, tijdens, sleutels::tlv::zet_aanvraag_doorsturen, met [ZendTlvDoor];
    /// Assign experts.
    DeskundigenToewijzen = "deskundigen_toewijzen", Loket, H, tijdens, sleutels::tlv::zet_deskundigen_toewijzen, met [WijsDeskundigeToe], wet sleutels::tlv::wet_op_tijd;
    /// Ask another expert than the one who stopped.
    AndereDeskundigeKiezen = "andere_deskundige_kiezen", Loket, H, tijdens, sleutels::tlv::zet_andere_deskundige_kiezen, met [WijsDeskundigeToe], wet sleutels::tlv::wet_op_tijd;
    /// Give what is missing.
    AanvullingGeven = "aanvulling_geven", Ib, H, tijdens, sleutels::tlv::zet_aanvulling_geven, met [OntvangAanvulling];
    /// Record what came, or go on without.
    AanvullingVerwerken = "aanvulling_verwerken", Loket, H, tijdens, sleutels::tlv::zet_aanvulling_verwerken, met [OntvangAanvulling], wet sleutels::tlv::wet_op_tijd;
    /// Say whether what came is enough.
    AanvullingBeoordelen = "aanvulling_beoordelen", Loket, H, tijdens, sleutels::tlv::zet_aanvulling_beoordelen, met [BeoordeelAanvulling], wet sleutels::tlv::wet_op_tijd;
    /// Advise.
    Adviseren = "adviseren", Deskundige, H, tijdens, sleutels::tlv::zet_adviseren, met [BrengAdviesUit, BeeindigToewijzing], wet sleutels::tlv::wet_op_tijd;
    /// Sign the advice of two that the other wrote, or advise alone.
    AdviesMeetekenen = "advies_meetekenen", Deskundige, H, tijdens, sleutels::tlv::zet_advies_meetekenen, met [TekenAdvies, BrengAdviesUit, BeeindigToewijzing], wet sleutels::tlv::wet_op_tijd;
    /// Decide.
    BesluitNemen = "besluit_nemen", Besluitnemer, H, tijdens, sleutels::tlv::zet_besluit_nemen, met [NeemBesluit], wet sleutels::tlv::wet_op_tijd;
    /// Make the decision known.
    BesluitBekendmaken = "besluit_bekendmaken", Loket, H, tijdens, sleutels::tlv::zet_besluit_bekendmaken, met [MaakBekend], wet sleutels::tlv::wet_op_tijd;
    /// Send the decision, on the day on which it is made known.
    BesluitVersturen = "besluit_versturen", Loket, H, tijdens, sleutels::tlv::zet_besluit_versturen, met [VerwerkPost, MaakBekend];
    /// The same of a refusal, which ends the request.
    WeigeringVersturen = "weigering_versturen", Loket, H, na_afloop, sleutels::tlv::zet_weigering_versturen, met [VerwerkPost, MaakBekend];
    /// Lay down the penalty that ran because the decision came late.
    DwangsomVaststellen = "dwangsom_vaststellen", Besluitnemer, H, tijdens, sleutels::tlv::zet_dwangsom_vaststellen, met [StelDwangsomVast], wet sleutels::tlv::wet_te_laat;
    /// The same of a request that has ended.
    DwangsomNaAfloop = "dwangsom_na_afloop", Besluitnemer, H, na_afloop, sleutels::tlv::zet_dwangsom_na_afloop, met [StelDwangsomVast], wet sleutels::tlv::wet_te_laat;
    /// See to a place.
    PlaatsingRegelen = "plaatsing_regelen", Ib, H, tijdens, sleutels::tlv::zet_plaatsing_regelen, met [GebruikTlv];
    /// Think about what comes after the declaration.
    VerlengingBekijken = "verlenging_bekijken", Ib, H, tijdens, sleutels::tlv::zet_verlenging_bekijken, met [StartTlvAanvraag, BepaalVervolg], ver "declarations that end within the year";
    /// Say how it goes on.
    VervolgBepalen = "vervolg_bepalen", Ib, H, na_afloop, sleutels::tlv::zet_vervolg_bepalen, met [StartTlvAanvraag, BepaalVervolg];
    /// Say whether another name or date of birth is of the same child.
    VerbeteringBeoordelen = "verbetering_beoordelen", Loket, H, tijdens, sleutels::tlv::zet_verbetering_beoordelen, met [BeoordeelVerbetering];
    /// Record the name or the date of birth to which the partnership agreed.
    VerbeteringDoorvoeren = "verbetering_doorvoeren", Ib, H, tijdens, sleutels::tlv::zet_verbetering_doorvoeren, met [VerbeterKind];
    /// Find out who has authority.
    GezagNagaan = "gezag_nagaan", Ib, B, tijdens, sleutels::leven::zet_gezag_nagaan, met [VerbindPersoon, WijzigGezag];
    /// Find somebody with authority whom nobody can reach, or who decides in their place.
    OudersZoeken = "ouders_zoeken", Ib, B, tijdens, sleutels::leven::zet_ouders_zoeken, met [ZoekOuders, VerbindPersoon, WijzigGezag, WijzigContact];
    /// Tell what changes when the pupil comes of age.
    MeerderjarigheidVertellen = "meerderjarigheid_vertellen", Ib, B, tijdens, sleutels::leven::zet_meerderjarigheid_vertellen, met [MeldMeerderjarig];
    /// Read what somebody of the family let the school know.
    WoordenLezen = "woorden_lezen", Ib, B, tijdens, sleutels::leven::zet_woorden_lezen, met [ZegGezien];
    /// The same of what is about a removal or a suspension: who hears the parents and decides reads it.
    WoordenLezenDirectie = "woorden_lezen_directie", Directie, B, tijdens, sleutels::leven::zet_woorden_lezen_directie, met [ZegGezien];
    /// Find out where a child goes to school that left without a known school.
    SchoolNagaan = "school_nagaan", Ib, B, tijdens, sleutels::leven::zet_school_nagaan, met [GaSchoolNa];
    /// Find out what goes along with a child that moved to the area of another partnership.
    VerhuizingNagaan = "verhuizing_nagaan", Ib, B, tijdens, sleutels::leven::zet_verhuizing_nagaan, met [GaVerhuizingNa];
    /// Look whether who registered a child by the open form has authority.
    GezagNakijken = "gezag_nakijken", Ib, B, tijdens, sleutels::leven::zet_gezag_nakijken, met [KijkGezagNa];
    /// Deregister a child that has a place at another school from a day on.
    UitschrijvenNaarAndereSchool = "uitschrijven_naar_andere_school", Ib, B, tijdens, sleutels::leven::zet_uitschrijven_naar_andere_school, met [SchrijfUit];
}

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
    "weigering", sleutels::aanmelding::brief_weigering, sleutels::aanmelding::brief_in_zin_weigering, Brief, zolang aanmelding::herroepen::geldt_nog;
    "buiten_behandeling", sleutels::aanmelding::brief_buiten_behandeling, sleutels::aanmelding::brief_in_zin_buiten_behandeling, Brief, altijd;
    "voornemen_verwijdering", sleutels::verwijdering::brief_voornemen_verwijdering, sleutels::verwijdering::brief_in_zin_voornemen_verwijdering, Vrij, zolang verwijdering::gesprek::nodigt_nog_uit;
    "gesprek_verzet", sleutels::verwijdering::brief_gesprek_verzet, sleutels::verwijdering::brief_in_zin_gesprek_verzet, Vrij, zolang verwijdering::gesprek::nodigt_nog_uit;
    "voornemen_ingetrokken", sleutels::verwijdering::brief_voornemen_ingetrokken, sleutels::verwijdering::brief_in_zin_voornemen_ingetrokken, Vrij, altijd;
    "verwijdering", sleutels::verwijdering::brief_verwijdering, sleutels::verwijdering::brief_in_zin_verwijdering, Brief, zolang verwijdering::herroepen::geldt_nog;
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
    "uitnodiging_eigen_pagina", sleutels::leven::brief_uitnodiging_eigen_pagina, sleutels::leven::brief_in_zin_uitnodiging_eigen_pagina, Vrij, altijd;
    "uitschrijving", sleutels::leven::brief_uitschrijving, sleutels::leven::brief_in_zin_uitschrijving, Vrij, altijd;
    "mededeling_gezag", sleutels::leven::brief_mededeling_gezag, sleutels::leven::brief_in_zin_mededeling_gezag, Vrij, altijd;
    "mededeling_meerderjarig", sleutels::leven::brief_mededeling_meerderjarig, sleutels::leven::brief_in_zin_mededeling_meerderjarig, Vrij, altijd;
}

gebeurtenissen! {
    DossierGeopend,
    Gecorrigeerd,
    BriefVastgelegd,
    PostVerwerkt,
    KennisgevingMislukt,
    TekstVrijgegeven,
    OsoOvergenomen,
    PersoonVerbonden,
    GezagGewijzigd,
    ContactGewijzigd,
    TaalGezegd,
    LezingToegestaan,
    IetsGezegd,
    WoordenGezien,
    OudersGezocht,
    OuderUitgenodigd,
    OuderAangesloten,
    EigenPaginaBeeindigd,
    DigitaalBereikbaarGezegd,
    Verhuisd,
    OnderPleegzorg,
    Meerderjarig,
    NaamOfGeslachtGewijzigd,
    GeheimhoudingGezet,
    NummerOntvangen,
    Overleden,
    Ingeschreven,
    Uitgeschreven,
    InschrijvingHersteld,
    SchoolNagegaan,
    VerklaringVermeld,
    EldersToegelaten,
    VerhuizingNagegaan,
    GezagNagekeken,
    EerstContactGemeld,
    Aangemeld,
    OndersteuningsbehoefteVastgesteld,
    InformatieGevraagd,
    InformatieIngeleverd,
    InformatieOnvoldoende,
    InformatieOntvangen,
    BuitenBehandelingGesteld,
    BeslistermijnVerlengd,
    TijdelijkRechtGewijzigd,
    TijdelijkGeplaatst,
    TijdelijkePlaatsingGeeindigd,
    AanbodGedaan,
    AanbodAanvaard,
    AanbodAfgewezen,
    OuderKoos,
    VerklaringGetoond,
    VerklaringVervallen,
    VerklaringNagegaan,
    LeeftijdVerantwoord,
    VoorwaardeVastgesteld,
    ZonderVerklaring,
    AanmeldingMeegedeeld,
    PlekVastgesteld,
    Toegelaten,
    NietGekomen,
    Gekomen,
    OppGemeld,
    Geweigerd,
    WeigeringHerroepen,
    FeitelijkGeweigerd,
    WeigeringOpgepakt,
    AanmeldingIngetrokken,
    VerwijderingVoorgenomen,
    GesprekVerzet,
    OudersEnLeraarGehoord,
    OverlegBegonnen,
    InspectieGeraadpleegd,
    SchoolBereidGevonden,
    Verwijderd,
    VerwijderingHerroepen,
    EldersVastgesteld,
    VerwijderingIngetrokken,
    GemeldAanBenW,
    GemeldAanInspectie,
    Geschorst,
    SchorsingGeeindigd,
    SchorsingHerroepen,
    TlvAanvraagGestart,
    AanvraagVoorgelegd,
    TlvAangevraagd,
    AanvullingGevraagd,
    AanvullingIngeleverd,
    AanvullingOntvangen,
    AanvullingVervallen,
    AanvullingBeoordeeld,
    TlvBuitenBehandeling,
    TlvDoorgezonden,
    DeskundigeToegewezen,
    ToewijzingBeeindigd,
    GezamenlijkAdviesVoorgelegd,
    AdviesUitgebracht,
    AdviesTeruggenomen,
    OudersReageerden,
    TlvAanvraagIngetrokken,
    VertragingGemeld,
    IngebrekestellingOntvangen,
    TlvVerleend,
    TlvGeweigerd,
    Bekendgemaakt,
    DwangsomVastgesteld,
    TlvGebruikt,
    TlvVerlopen,
    TlvIngetrokken,
    CategorieWijzigingAangevraagd,
    VervolgBepaald,
    VerbeteringGevraagd,
    VerbeteringBeoordeeld,
}
