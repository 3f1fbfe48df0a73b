# Single words, as part of a sentence.

## Words for what is a code in a file
relatie = { $code ->
    [gezagsouder] parent with gezag (parental authority)
    [gezagsouder_beperkt] parent with gezag (parental authority), limited by the court
    [voogd] guardian
    [ouder_zonder_gezag] parent without gezag (parental authority)
    [pleegouder] foster parent or carer
   *[gemachtigde] person who acts for a parent
}
tlv-soort = { $code ->
    [sbo] special primary education (speciaal basisonderwijs)
    [so] special education (speciaal onderwijs)
    [vso] special secondary education (voortgezet speciaal onderwijs)
    [pro] practical training (praktijkonderwijs)
   *[lwoo] learning support in secondary school (leerwegondersteunend onderwijs)
}
discipline = { $code ->
    [orthopedagoog] orthopedagoog (expert in learning and behaviour)
    [psycholoog] psychologist
    [kinder_of_jeugdpsycholoog] child or youth psychologist
    [pedagoog] educationalist
    [kinderpsychiater] child psychiatrist
    [maatschappelijk_werker] social worker
    [arts] physician
   *[vo_deskundige] expert from vbo, mavo or praktijkonderwijs (kinds of secondary school)
}
adviesuitkomst = { $code ->
    [toelaatbaar] the child can be admitted
   *[niet_toelaatbaar] the child cannot be admitted
}
bekendmakingswijze = { $code ->
    [post] by post
    [uitgereikt] handed over
   *[eigen_pagina] on the own page
}
aanmelding-fase = { $code ->
    [aanmelding_ontvangen] registered
    [aanmelding_wacht_op_informatie] waiting for information
    [aanmelding_behoefte_vastgesteld] need established
    [aanmelding_aanbod_gedaan] place offered
    [aanmelding_toegelaten] admitted
    [aanmelding_elders] to another school
    [aanmelding_geweigerd] refused
    [aanmelding_buiten_behandeling] not dealt with
   *[aanmelding_ingetrokken] withdrawn
}
verwijdering-fase = { $code ->
    [verwijdering_voorgenomen] intention to remove
    [verwijdering_gehoord] parents and teacher heard
    [verwijdering_school_gevonden] other school found
    [verwijdering_verwijderd] removed, still to be reported
    [verwijdering_gemeld] removed and reported
   *[verwijdering_ingetrokken] intention withdrawn
}
tlv-fase = { $code ->
    [tlv_gestart] being filled in
    [tlv_aangevraagd] sent, complete
    [tlv_wacht_op_aanvulling] waiting for more information
    [tlv_advisering] with the experts
    [tlv_geadviseerd] ready to be decided
    [tlv_verleend] granted, still to be made known
    [tlv_geweigerd] refused, still to be made known
    [tlv_verleend_bekend] granted
    [tlv_geweigerd_bekend] refused
    [tlv_gebruikt] granted and used
    [tlv_verlopen] run out
    [tlv_ingetrokken] withdrawn
   *[tlv_aanvraag_ingetrokken] request withdrawn
}
brief = { $code ->
    [ontvangstbevestiging_aanmelding] Registration received
    [verzoek_om_informatie] Request for information
    [verlenging_beslistermijn] The school needs more time
    [aanbod_andere_school] Offer of another school
    [toelating] Admission
    [tijdelijke_plaatsing] Temporary place
    [einde_tijdelijke_plaatsing] End of the temporary place
    [weigering] Refusal
    [buiten_behandeling] The registration is not dealt with
    [voornemen_verwijdering] Intention to remove the pupil from school
    [verwijdering] Removal from school
    [melding_verwijdering] Report of the removal
    [melding_inspectie] Report to the Inspectie (the national inspectorate of schools)
    [schorsing] Suspension
    [ontvangst_tlv_aanvraag] Request received
    [verzoek_om_aanvulling] Request for more information
    [afschrift_deskundigenadvies] Copy of the advice
    [besluit_tlv] Decision on the request
    [bericht_van_vertraging] Message that it will take longer
    [reactie_ingebrekestelling] Answer to the ingebrekestelling (a notice that the decision is too late)
    [uitnodiging_eigen_pagina] Invitation to the own page
   *[anders] { $anders }
}
brief-in-zin = { $code ->
    [ontvangstbevestiging_aanmelding] registration received
    [verzoek_om_informatie] request for information
    [verlenging_beslistermijn] the school needs more time
    [aanbod_andere_school] offer of another school
    [toelating] admission
    [tijdelijke_plaatsing] temporary place
    [einde_tijdelijke_plaatsing] end of the temporary place
    [weigering] refusal
    [buiten_behandeling] the registration is not dealt with
    [voornemen_verwijdering] intention to remove the pupil from school
    [verwijdering] removal from school
    [melding_verwijdering] report of the removal
    [melding_inspectie] report to the Inspectie (the national inspectorate of schools)
    [schorsing] suspension
    [ontvangst_tlv_aanvraag] request received
    [verzoek_om_aanvulling] request for more information
    [afschrift_deskundigenadvies] copy of the advice
    [besluit_tlv] decision on the request
    [bericht_van_vertraging] message that it will take longer
    [reactie_ingebrekestelling] answer to the ingebrekestelling (a notice that the decision is too late)
    [uitnodiging_eigen_pagina] invitation to the own page
   *[anders] { $anders }
}
rol = { $code ->
    [leerkracht] class teacher
    [ib] intern begeleider (who arranges extra support at a school)
    [begeleider] support teacher
    [directie] head of the school
    [commissie_begeleiding] committee for support
    [bevoegd_gezag] board of the school
    [loket] loket (the desk of the samenwerkingsverband)
    [deskundige] expert
    [besluitnemer] who decides for the samenwerkingsverband
    [bezwaarcommissie] objections committee
    [directeur_swv] director of the samenwerkingsverband
    [controller] controller
    [leerplicht] leerplichtambtenaar (school attendance officer)
    [jeugdhulp] youth care
    [steunpunt] ouder- en jeugdsteunpunt (support for parents and pupils)
    [ouder] parent
    [leerling] pupil
    [privacy_officer] privacy officer
    [organisatiebeheerder] administrator of the organisation
   *[beheerder] technical administrator
}
of = { $een } or { $ander }
en = { $een } and { $ander }
