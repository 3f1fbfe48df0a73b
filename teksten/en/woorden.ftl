# Single words, as part of a sentence.

## Words for what is a code in a file
relatie = { $code ->
    [gezagsouder] parent with gezag (parental authority)
    [gezagsouder_beperkt] parent with gezag (parental authority), limited by the court
    [voogd] guardian
    [ouder_zonder_gezag] parent without gezag (parental authority)
    [pleegouder] foster parent or carer
    [gemachtigde] person who acts for a parent
    [leerling] pupil
   *[vertrouwenspersoon] person of trust
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
    [pedagoog] pedagoog (expert in bringing up children)
    [kinderpsychiater] child psychiatrist
    [maatschappelijk_werker] social worker
    [arts] doctor
   *[vo_deskundige] expert from vbo, mavo or praktijkonderwijs (kinds of secondary school)
}
adviesuitkomst = { $code ->
    [toelaatbaar] the child may go to that kind of school
   *[niet_toelaatbaar] the child may not go to that kind of school
}
bekendmakingswijze = { $code ->
    [post] by post
    [uitgereikt] handed over
   *[eigen_pagina] on the own page
}
poststap = { $code ->
    [afgedrukt] printed
    [post] posted
    [uitgereikt] handed over
   *[digitaal] sent digitally
}
aanmelding-fase = { $code ->
    [aanmelding_ontvangen] registered
    [aanmelding_wacht_op_informatie] waiting for information
    [aanmelding_behoefte_vastgesteld] need established
    [aanmelding_aanbod_gedaan] place offered
    [aanmelding_toegelaten] admitted
    [aanmelding_elders] going to another school
    [aanmelding_geweigerd] refused
    [aanmelding_buiten_behandeling] not dealt with
   *[aanmelding_ingetrokken] withdrawn
}
verwijdering-fase = { $code ->
    [verwijdering_voorgenomen] intention to remove
    [verwijdering_gehoord] heard about removal
    [verwijdering_school_gevonden] other school found
    [verwijdering_verwijderd] removed, still to be reported
    [verwijdering_gemeld] removed and reported
    [verwijdering_herroepen] removal revoked
   *[verwijdering_ingetrokken] intention withdrawn
}
plan-fase = { $code ->
    [plan_gestart] plan in the making
    [plan_voorgelegd] plan lies with the parents
    [plan_vastgesteld] plan adopted
    [plan_zonder_handelingsdeel] plan adopted without the action part
    [plan_bijstelling] new version of the plan lies with the parents
   *[plan_beeindigd] plan ended
}
plansoort = { $code ->
    [opp] development perspective (ontwikkelingsperspectief)
    [opp_licht] development perspective (ontwikkelingsperspectief), short form
    [handelingsplan] action plan (handelingsplan)
   *[groeidocument] growth document (groeidocument)
}
hoorwijze = { $code ->
    [gesprek] in a talk
    [tekening] with a drawing or a photo
    [film] with a film or a recording
    [vertrouwenspersoon] through somebody whom the pupil trusts
   *[schriftelijk] on paper or in a message
}
doelresultaat = { $code ->
    [behaald] reached
    [deels] partly reached
   *[niet] not reached
}
planvervolg = { $code ->
    [doorgaan] the plan goes on
    [bijstellen] the plan is adjusted
   *[beeindigen] the plan ends
}
planeinde = { $code ->
    [niet_meer_nodig] the help is not needed any more
    [van_school] the pupil leaves the school
    [ander_plan] another plan comes in its place
   *[anders] for another reason
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
    [tlv_buiten_behandeling] not dealt with
   *[tlv_aanvraag_ingetrokken] request withdrawn
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
    [besluitnemer] person who decides for the samenwerkingsverband
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
deel = { $code ->
    [A] who the child is and how to reach the parents
    [B] registration and zorgplicht (the duty of the school to find a fitting place)
    [C] ontwikkelingsperspectief (the plan for the pupil): where it leads and its goals
    [D] ontwikkelingsperspectief (the plan for the pupil): its grounds
    [E] medical and diagnostic data
    [F] what the school does for the child, and how that went
    [G] support: granted and given
    [H] request, advice and decision
    [I] absence and children without school
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
    [iets_verbeteren] putting something right
    [formulier] form
    [aanvraag_beginnen] beginning a request
    [aanvraag_invullen] filling in a request
    [aanvraag_nakijken] checking a request
    [aanvraag_intrekken] withdrawing a request
    [aanvraag_voorleggen] laying a request before parents
    [vervolg_op_een_aanvraag] what comes after a request
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
    [mislukte_controle_van_de_verklaring] a check of the declaration that failed
    [wat_er_intussen_gebeurde] what happened meanwhile
    [concept_van_een_ander] draft of somebody else
    [brief] letter
    [bijlage] attachment
    [eigen_pagina] own page
    [mening_geven] giving a view
    [aanbod_lezen] reading an offer
    [aanbod_beantwoorden] answering an offer
    [vraag_van_de_andere_ouder_lezen] reading the question of the other parent
    [vraag_van_de_andere_ouder_beantwoorden] answering the question of the other parent
    [inleveren] handing in what was asked
    [eigen_gegevens_wijzigen] saying how the school reaches you
    [contact_vastleggen] recording a contact
    [besluiten_ontvangen] how decisions are received
    [de_school_iets_laten_weten] letting the school know something
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
uitschrijfreden = { $code ->
    [andere_school] enrolled at another school
    [ongeschikt] exempt, not fit for a school
    [richting] exempt, objections to the denomination of the schools
    [school_buitenland] exempt, goes to school abroad
    [trekkend_bestaan] exempt from enrolment, the family travels around
    [vrijstelling_gemeente] exempted by the municipality
    [startkwalificatie] has a startkwalificatie (a diploma with which one may leave school)
    [pro_of_vso_afgerond] finished practical or special secondary education
    [buitenland] lives in the Netherlands no more
    [te_oud] too old for the school, and without another one yet
    [op_verzoek] on request; the child does not have to go to school
   *[overleden] died
}
grond-zonder-ouder = { $code ->
    [geen_antwoord] asked, and no answer came in time
    [verblijf_onbekend] nobody knows where this parent is
    [kan_niet] this parent cannot exercise authority
    [rechter] the court decided on this
   *[geheim] where the child is, is secret from this parent
}
