//! Every turn, in one list: what a turn is stands in [`crate::beurt`].

use crate::beurt::zetten;

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
    OppMelden = "opp_melden", Ib, B, na_afloop, sleutels::aanmelding::zet_opp_melden, met [MeldOpp, StartPlan];
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
    /// Write the plan and lay it before the parents.
    PlanMaken = "plan_maken", Ib, C, tijdens, sleutels::plan::zet_plan_maken, met [DeelConcept], wet sleutels::plan::wet_op_tijd;
    /// Offer the pupil the opportunity to say what they think of the plan, and record it.
    LeerlingVragen = "leerling_vragen", Ib, C, tijdens, sleutels::plan::zet_leerling_vragen, met [StelLeerlingInGelegenheid, LegInbrengVast], wet sleutels::plan::wet_leerling;
    /// Tell the pupil what was done with what they said.
    LeerlingUitleggen = "leerling_uitleggen", Ib, C, tijdens, sleutels::plan::zet_leerling_uitleggen, met [LichtToeAanLeerling], wet sleutels::plan::wet_leerling;
    /// Talk with the parents about the plan.
    OudersSpreken = "ouders_spreken", Ib, C, tijdens, sleutels::plan::zet_ouders_spreken, met [LegOverlegVast], wet sleutels::plan::wet_overleg;
    /// Advise on the plan.
    PlanAdviseren = "plan_adviseren", CommissieBegeleiding, C, tijdens, sleutels::plan::zet_plan_adviseren, met [AdviseerOverPlan], wet sleutels::plan::wet_advies;
    /// Agree to the action part, or not.
    InstemmingGeven = "instemming_geven", Ouder, F, tijdens, sleutels::plan::zet_instemming_geven, met [StemIn, WeigerInstemming], vraagt sleutels::mijn::zeg_of_u_instemt;
    /// Adopt the plan.
    PlanVaststellen = "plan_vaststellen", Ib, C, tijdens, sleutels::plan::zet_plan_vaststellen, met [StelPlanVast], wet sleutels::plan::wet_op_tijd;
    /// Look what came of the goals.
    CyclusAfsluiten = "cyclus_afsluiten", Ib, F, tijdens, sleutels::plan::zet_cyclus_afsluiten, met [SluitCyclusAf];
    /// Evaluate the plan with parents and pupil.
    PlanEvalueren = "plan_evalueren", Ib, F, tijdens, sleutels::plan::zet_plan_evalueren, met [EvalueerPlan], wet sleutels::plan::wet_evaluatie;
    /// Say how it goes on when the help of a plan ends.
    PlanVervolgen = "plan_vervolgen", Ib, C, tijdens, sleutels::plan::zet_plan_vervolgen, met [DeelConcept, BeeindigPlan];
}
