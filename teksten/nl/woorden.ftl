# Losse woorden, als deel van een zin.

## Woorden voor wat in een dossier een code is
relatie = { $code ->
    [gezagsouder] ouder met gezag
    [gezagsouder_beperkt] ouder met gezag, beperkt door de rechter
    [voogd] voogd
    [ouder_zonder_gezag] ouder zonder gezag
    [pleegouder] pleegouder of verzorger
   *[gemachtigde] gemachtigde
}
tlv-soort = { $code ->
    [sbo] speciaal basisonderwijs
    [so] speciaal onderwijs
    [vso] voortgezet speciaal onderwijs
    [pro] praktijkonderwijs
   *[lwoo] leerwegondersteunend onderwijs
}
discipline = { $code ->
    [orthopedagoog] orthopedagoog
    [psycholoog] psycholoog
    [kinder_of_jeugdpsycholoog] kinder- of jeugdpsycholoog
    [pedagoog] pedagoog
    [kinderpsychiater] kinderpsychiater
    [maatschappelijk_werker] maatschappelijk werker
    [arts] arts
   *[vo_deskundige] deskundige uit vbo, mavo of praktijkonderwijs
}
adviesuitkomst = { $code ->
    [toelaatbaar] toelaatbaar
   *[niet_toelaatbaar] niet toelaatbaar
}
bekendmakingswijze = { $code ->
    [post] per post
    [uitgereikt] uitgereikt
   *[eigen_pagina] op de eigen pagina
}
aanmelding-fase = { $code ->
    [aanmelding_ontvangen] aangemeld
    [aanmelding_wacht_op_informatie] wacht op informatie
    [aanmelding_behoefte_vastgesteld] behoefte vastgesteld
    [aanmelding_aanbod_gedaan] aanbod gedaan
    [aanmelding_toegelaten] toegelaten
    [aanmelding_elders] naar een andere school
    [aanmelding_geweigerd] geweigerd
    [aanmelding_buiten_behandeling] buiten behandeling
   *[aanmelding_ingetrokken] ingetrokken
}
verwijdering-fase = { $code ->
    [verwijdering_voorgenomen] voornemen verwijdering
    [verwijdering_gehoord] ouders en leraar gehoord
    [verwijdering_school_gevonden] andere school gevonden
    [verwijdering_verwijderd] verwijderd, nog te melden
    [verwijdering_gemeld] verwijderd en gemeld
   *[verwijdering_ingetrokken] voornemen ingetrokken
}
tlv-fase = { $code ->
    [tlv_gestart] wordt ingevuld
    [tlv_aangevraagd] compleet verzonden
    [tlv_wacht_op_aanvulling] wacht op aanvulling
    [tlv_advisering] bij de deskundigen
    [tlv_geadviseerd] klaar voor besluit
    [tlv_verleend] verleend, nog bekend te maken
    [tlv_geweigerd] geweigerd, nog bekend te maken
    [tlv_verleend_bekend] verleend
    [tlv_geweigerd_bekend] geweigerd
    [tlv_gebruikt] verleend en gebruikt
    [tlv_verlopen] verlopen
    [tlv_ingetrokken] ingetrokken
   *[tlv_aanvraag_ingetrokken] aanvraag ingetrokken
}
brief = { $code ->
    [ontvangstbevestiging_aanmelding] Ontvangst van de aanmelding
    [verlenging_beslistermijn] De school heeft meer tijd nodig
    [aanbod_andere_school] Aanbod van een andere school
    [einde_tijdelijke_plaatsing] Einde van de tijdelijke plaatsing
    [buiten_behandeling] De aanmelding wordt niet behandeld
    [voornemen_verwijdering] Voornemen tot verwijdering
    [melding_verwijdering] Melding van de verwijdering
    [melding_inspectie] Melding aan de Inspectie
    [ontvangst_tlv_aanvraag] Ontvangst van de aanvraag
    [afschrift_deskundigenadvies] Afschrift van het advies
    [besluit_tlv] Besluit op de aanvraag
    [bericht_van_vertraging] Bericht dat het later wordt
    [reactie_ingebrekestelling] Reactie op de ingebrekestelling
    [uitnodiging_eigen_pagina] Uitnodiging voor de eigen pagina
   *[anders] { $anders }
}
brief-in-zin = { $code ->
   *[anders] { $anders }
}
rol = { $code ->
    [leerkracht] leerkracht
    [ib] intern begeleider
    [begeleider] begeleider
    [directie] directie
    [commissie_begeleiding] commissie voor de begeleiding
    [bevoegd_gezag] bevoegd gezag
    [loket] loket
    [deskundige] deskundige
    [besluitnemer] besluitnemer
    [bezwaarcommissie] bezwaarcommissie
    [directeur_swv] directeur samenwerkingsverband
    [controller] controller
    [leerplicht] leerplichtambtenaar
    [jeugdhulp] jeugdhulp
    [steunpunt] ouder- en jeugdsteunpunt
    [ouder] ouder
    [leerling] leerling
    [privacy_officer] privacy officer
    [organisatiebeheerder] beheerder van de organisatie
   *[beheerder] technisch beheerder
}
# $een: zin
# $ander: zin
of = { $een } of { $ander }
# $een: zin
# $ander: zin
en = { $een } en { $ander }
