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
zet = { $code ->
    [behoefte_vaststellen] Establish whether extra support is needed
    [aanmelding_beslissen] Decide on the registration
    [informatie_geven] Give information to the school
    [informatie_verwerken] Record whether the information is there
    [aanbod_beantwoorden] Answer the offer
    [tijdelijk_plaatsen] Give the child a temporary place
    [weigering_oppakken] Take up a refusal without a decision
    [ouders_en_leraar_horen] Hear the parents and the teacher
    [inspectie_raadplegen] Consult the Inspectie (the national inspectorate of schools)
    [andere_school_zoeken] Look for another school
    [verwijdering_beslissen] Decide on the removal
    [gemeente_melden] Report the removal to the municipality
    [inspectie_melden] Report to the Inspectie (the national inspectorate of schools)
    [aanvraag_invullen] Finish the request
    [zienswijze_geven] Say what you think of the request
    [deskundigen_toewijzen] Ask two experts for advice
    [aanvulling_geven] Add what is missing in the request
    [aanvulling_verwerken] Record whether what was missing is there
    [adviseren] Give advice
    [besluit_nemen] Decide on the request
    [besluit_bekendmaken] Make the decision known
    [plaatsing_regelen] Arrange a place with the declaration
    [elders_aanmelden] Register the child at the other school
    [plek_nagaan] See whether the child has a place at the other school
    [eerste_dag] See whether the child comes on the first day
   *[verlenging_bekijken] Look at what is needed after the declaration
}
deel = { $code ->
    [A] who the child is and how to reach the parents
    [B] registration and zorgplicht (the duty of the school to find a fitting place)
    [C] ontwikkelingsperspectief (the plan for the pupil): where it leads and its goals
    [D] ontwikkelingsperspectief (the plan for the pupil): its grounds
    [E] medical and diagnostic data
    [F] what the school does for the child, and how that went
    [G] support: granted and given
    [H] request, advice and decision
    [I] absence and children who sit at home
    [J] talks and agreements
    [K1] dispute: own preparation
    [K2] dispute: what was handed in
    [L] care and youth care
    [M] notes for own use
   *[N] who looked
}
# For what somebody looked in a file.
doel = { $code ->
    [kindpagina] page of the child
    [tijdlijn] timeline
    [wie_keek_er] who looked
    [gegevens] data of the child
    [uitnodiging] invitation
    [aanmelding] registration
    [verwijdering] removal
    [schorsing] suspension
    [formulier] form
    [aanvraag] request
    [aanvraag_beginnen] beginning a request
    [aanvraag_invullen] filling in a request
    [aanvraag_nakijken] checking a request
    [aanvraag_intrekken] withdrawing a request
    [zienswijze_vastleggen] recording a view
    [aanvulling] adding to a request
    [termijn] term
    [deskundigen_kiezen] choosing experts
    [advies_geven] giving advice
    [beslissen] deciding
    [besluit_bekendmaken] making the decision known
    [andere_categorie_vragen] asking for another category
    [verklaring] declaration
    [in_een_lijst] in a list
    [controle_van_de_verklaring] check of the declaration
    [wat_er_intussen_gebeurde] what happened meanwhile
    [concept_van_een_ander] draft of somebody else
    [brief] letter
    [bijlage] attachment
    [eigen_pagina] own page
    [mening_geven] giving a view
    [aanbod_lezen] reading an offer
    [aanbod_beantwoorden] answering an offer
    [contact_vastleggen] recording a contact
   *[anders] { $anders }
}
# Of whom it may not be said where they work.
organisatiesoort = { $code ->
    [school] a school
    [instelling] a school
    [bestuur] a school board
    [swv] a samenwerkingsverband (a partnership of schools)
    [gemeente] a municipality
    [jeugdhulp] youth care
    [steunpunt] a support point for parents and pupils
    [gezin] the family
   *[anders] technical administration
}
schoolsoort = { $code ->
    [basisschool] primary school
    [sbo] school for special primary education (speciaal basisonderwijs)
    [so] school for special education (speciaal onderwijs)
    [so_vso] school for special and special secondary education
    [vso] school for special secondary education (voortgezet speciaal onderwijs)
    [vo] secondary school
   *[instelling_c1_2] institute of cluster 1 or 2 (for children who do not see, hear or speak well)
}
