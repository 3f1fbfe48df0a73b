# Losse woorden, als deel van een zin.

## Woorden voor wat in een dossier een code is
relatie = { $code ->
    [gezagsouder] ouder met gezag
    [gezagsouder_beperkt] ouder met gezag, beperkt door de rechter
    [voogd] voogd
    [ouder_zonder_gezag] ouder zonder gezag
    [pleegouder] pleegouder of verzorger
    [gemachtigde] gemachtigde
    [leerling] leerling
   *[vertrouwenspersoon] vertrouwenspersoon
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
poststap = { $code ->
    [afgedrukt] afgedrukt
    [post] op de post gedaan
    [uitgereikt] uitgereikt
   *[digitaal] digitaal verstuurd
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
    [verwijdering_gehoord] gehoord over verwijdering
    [verwijdering_school_gevonden] school gevonden voor verwijdering
    [verwijdering_verwijderd] verwijderd, nog te melden
    [verwijdering_gemeld] verwijderd en gemeld
    [verwijdering_herroepen] verwijdering herroepen
   *[verwijdering_ingetrokken] voornemen ingetrokken
}
plan-fase = { $code ->
    [plan_gestart] plan in de maak
    [plan_voorgelegd] plan ligt bij de ouders
    [plan_vastgesteld] plan vastgesteld
    [plan_zonder_handelingsdeel] plan vastgesteld zonder handelingsdeel
    [plan_bijstelling] nieuwe versie van het plan ligt bij de ouders
   *[plan_beeindigd] plan gestopt
}
plansoort = { $code ->
    [opp] ontwikkelingsperspectief
    [opp_licht] ontwikkelingsperspectief, korte vorm
    [handelingsplan] handelingsplan
   *[groeidocument] groeidocument
}
hoorwijze = { $code ->
    [gesprek] in een gesprek
    [tekening] met een tekening of een foto
    [film] met een film of een opname
    [vertrouwenspersoon] via iemand die de leerling vertrouwt
   *[schriftelijk] op papier of in een bericht
}
doelresultaat = { $code ->
    [behaald] behaald
    [deels] voor een deel behaald
   *[niet] niet behaald
}
planvervolg = { $code ->
    [doorgaan] het plan loopt door
    [bijstellen] het plan wordt bijgesteld
   *[beeindigen] het plan stopt
}
planeinde = { $code ->
    [niet_meer_nodig] de hulp is niet meer nodig
    [van_school] de leerling gaat van school
    [ander_plan] er komt een ander plan voor in de plaats
   *[anders] om een andere reden
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
    [tlv_buiten_behandeling] niet behandeld
   *[tlv_aanvraag_ingetrokken] aanvraag ingetrokken
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
deel = { $code ->
    [A] wie het kind is en hoe de ouders te bereiken zijn
    [B] aanmelding en zorgplicht
    [C] ontwikkelingsperspectief: bestemming en doelen
    [D] ontwikkelingsperspectief: gronden
    [E] medische en diagnostische gegevens
    [F] handelingsdeel en evaluatie
    [G] ondersteuning: toegekend en gegeven
    [H] aanvraag, advies en besluit
    [I] verzuim en thuiszitten
    [J] overleg en afspraken
    [K1] geschil: eigen voorbereiding
    [K2] geschil: wat is ingediend
    [L] zorg en jeugdhulp
    [M] aantekeningen voor eigen gebruik
   *[N] wie er keek
}
# Waarvoor iemand in een dossier keek.
doel = { $code ->
    [kindpagina] de pagina van het kind
    [wie_keek_er] kijken wie er keek
    [formulier] een formulier invullen
    [in_een_lijst] een lijst van wat er te doen is
    [inleveren] inleveren wat is gevraagd
    [eigen_gegevens_wijzigen] zeggen hoe de school u bereikt
    [besluiten_ontvangen] kiezen hoe u een besluit krijgt
    [de_school_iets_laten_weten] de school iets laten weten
    [concept_van_een_ander] een formulier dat een collega nog niet verstuurde
   *[anders] { $anders }
}
# Van wie niet gezegd mag worden waar die werkt.
organisatiesoort = { $code ->
    [school] een school
    [instelling] een school
    [bestuur] een schoolbestuur
    [swv] een samenwerkingsverband
    [gemeente] een gemeente
    [jeugdhulp] jeugdhulp
    [steunpunt] een steunpunt
    [gezin] het gezin
   *[anders] technisch beheer
}
schoolsoort = { $code ->
    [basisschool] basisschool
    [sbo] school voor speciaal basisonderwijs
    [so] school voor speciaal onderwijs
    [so_vso] school voor speciaal en voortgezet speciaal onderwijs
    [vso] school voor voortgezet speciaal onderwijs
    [vo] school voor voortgezet onderwijs
   *[instelling_c1_2] instelling voor cluster 1 of 2
}
uitschrijfreden = { $code ->
    [andere_school] staat ingeschreven op een andere school
    [ongeschikt] vrijgesteld, niet geschikt voor een school
    [richting] vrijgesteld, bedenkingen tegen de richting van de scholen
    [school_buitenland] vrijgesteld, gaat in het buitenland naar school
    [trekkend_bestaan] vrijgesteld van inschrijving, het gezin reist rond
    [vrijstelling_gemeente] vrijgesteld door de gemeente
    [startkwalificatie] heeft een startkwalificatie
    [pro_of_vso_afgerond] heeft praktijkonderwijs of voortgezet speciaal onderwijs afgerond
    [buitenland] woont niet meer in Nederland
    [te_oud] te oud voor de school, en nog zonder andere school
    [op_verzoek] op verzoek; het kind hoeft niet naar school
   *[overleden] overleden
}
grond-zonder-ouder = { $code ->
    [geen_antwoord] gevraagd, en binnen de tijd kwam geen antwoord
    [verblijf_onbekend] niemand weet waar deze ouder is
    [kan_niet] deze ouder kan het gezag niet uitoefenen
    [rechter] de rechter heeft hierover beslist
   *[geheim] waar het kind is, is geheim voor deze ouder
}
