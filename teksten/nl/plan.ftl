# Het plan: ontwikkelingsperspectief, handelingsplan, groeidocument.

## Op de tijdlijn
# $soort: zin
gestart = Begonnen aan een plan: { $soort }
# $versie: getal
uitstroom-beschreven = Uitstroom in het plan beschreven, versie { $versie }
# $versie: getal
factoren-beschreven = Belemmerende en bevorderende factoren in het plan beschreven, versie { $versie }
# $versie: getal
handelingsdeel-beschreven = Handelingsdeel van het plan beschreven, versie { $versie }
# $versie: getal
concept-gedeeld = Versie { $versie } van het plan gedeeld met de ouders
leerling-gevraagd = Leerling gevraagd wat hij of zij van het plan vindt
leerling-gehoord = Leerling zei wat hij of zij van het plan vindt
leerling-zag-af = Leerling koos ervoor om niets van het plan te zeggen
uitleg-aan-leerling = Leerling uitgelegd wat er met zijn of haar mening is gedaan
overleg-gevoerd = Overleg over het plan gevoerd
# $versie: getal
ingestemd = Ingestemd met het handelingsdeel van versie { $versie }
# $versie: getal
geweigerd = Niet ingestemd met het handelingsdeel van versie { $versie }
commissie-geadviseerd = Commissie gaf advies over het plan
# $versie: getal
vastgesteld = Plan vastgesteld, versie { $versie }
# $versie: getal
vastgesteld-zonder = Plan vastgesteld zonder handelingsdeel, versie { $versie }
# $versie: getal
bijgesteld = Plan bijgesteld, versie { $versie }
# $versie: getal
handelingsdeel-vastgesteld = Handelingsdeel van versie { $versie } alsnog vastgesteld
# $versie: getal
bijgesteld-zonder = Plan bijgesteld zonder nieuw handelingsdeel, versie { $versie }
cyclus-afgesloten = Vastgelegd wat er van elk doel kwam
# $vervolg: zin
geevalueerd = Plan geëvalueerd: { $vervolg }
# $reden: zin
beeindigd = Plan gestopt: { $reden }

## Waarom iets niet kan, en wat wel
zaak = plan
niet-in-dossier = dit plan staat niet in het dossier
niet-ingeschreven = dit kind staat niet op uw school ingeschreven
# $sinds: kort
opp-loopt-al = er loopt al een ontwikkelingsperspectief op deze school, sinds { $sinds }
bijstellen-of-beeindigen = dat plan bijstellen met een nieuwe versie, of het eerst stoppen
hier-vaststellen = het plan hier vaststellen
# $op: kort
al-gestopt = dit plan is gestopt op { $op }
nieuw-plan-beginnen = een nieuw plan beginnen, dat overneemt wat hier stond
geen-leerling-meer = het kind is geen leerling meer van deze school
plan-beeindigen = het plan stoppen
niets-veranderd = er is niets veranderd sinds de vorige versie
niets-voorgelegd = er ligt geen versie van het plan bij de ouders
eerst-voorleggen = eerst een versie delen met de ouders
niets-te-beoordelen = er ligt nu geen handelingsdeel waar iemand iets over moet zeggen
plan-veranderd = het handelingsdeel is veranderd sinds deze versie
nieuwe-versie-lezen = de nieuwe versie lezen, en daarover iets zeggen
leerling-beslist-niet = de leerling zegt hier alleen zelf ja of nee als die meerderjarig is en zelf beslist
# $op: kort
al-gezegd = dat is al gezegd, op { $op }
leerling-niet-gevraagd = er staat nog niet dat de leerling is gevraagd wat hij of zij van het plan vindt
eerst-leerling-vragen = eerst de leerling vragen, en dat vastleggen
wijze-kiezen = kies hoe de leerling het liet weten. De leerling bepaalt dat zelf
geen-inbreng = er staat nog niet wat de leerling zei
met-wie-kiezen = vink aan met wie u sprak
geen-ouder = iemand die u aanvinkte, is op die dag geen ouder, voogd of verzorger van dit kind
geen-commissie = op deze school geeft geen commissie advies over het plan
geen-advies = de commissie gaf nog geen advies over dit plan
commissie-vragen = eerst het advies van de commissie vragen en vastleggen
# $wat: tekst
onvolledig = dit ontbreekt nog: { $wat }
eerst-aanvullen = eerst vastleggen wat ontbreekt
ouders-oneens = een van de ouders is het eens met het handelingsdeel en een ander niet. Dan wordt dat deel niet vastgesteld
ouders-oneens-wat-wel = met de ouders verder praten en een nieuwe versie maken, of de rest vaststellen zonder het handelingsdeel. De ouders kunnen gratis hulp vragen bij het ouder- en jeugdsteunpunt, naar de Geschillencommissie passend onderwijs gaan, of de rechter vragen te beslissen
rest-al-vastgesteld = de rest van deze versie is al vastgesteld, en voor het handelingsdeel is nog geen instemming
verder-zonder-instemming = verder praten over het handelingsdeel, of een nieuwe versie maken. Wie eerder nee zei, kan alsnog ja zeggen
nee-onbesproken = iemand zei nee tegen de hulp, en daarna is nog niet met diegene gepraat
eerst-overleggen = eerst het overleg voeren en vastleggen
leerling-spreekt-zelf = de leerling is meerderjarig en beslist zelf. Het gesprek is met de leerling: vink niemand aan
iedereen-gesproken = met iedereen die meebeslist is al gepraat. Laat dit leeg
iedereen-heeft-er-een = op deze school heeft elke leerling een ontwikkelingsperspectief
bijstellen-of-ander-plan = het plan bijstellen, of zeggen dat er een ander plan voor in de plaats komt
# $versie: getal
# $op: kort
versie-erbij = intussen is versie { $versie } gedeeld, op { $op }
versie-lezen = die versie lezen op de pagina van het plan, en daarna opnieuw beginnen. Wat u schreef, staat hier nog
wacht-op-instemming = nog niet iedereen zei ja of nee tegen het handelingsdeel
# $vanaf: kort
zonder-vanaf = op antwoord wachten. Komt dat niet, dan kan het plan zonder handelingsdeel worden vastgesteld vanaf { $vanaf }
geen-instemming = er is geen instemming met het handelingsdeel. Dat deel kan dan niet worden vastgesteld
zonder-handelingsdeel-kiezen = de rest vaststellen zonder het handelingsdeel, of een nieuwe versie maken
geen-doelen = er geldt nu geen handelingsdeel met doelen
doel-onbekend = dit doel staat niet in het plan
elk-doel-een-keer = zeg van elk doel een keer wat ervan kwam
nog-niet-vastgesteld = dit plan is nog niet vastgesteld
zeg-waarom-niet = schrijven waarom iemand er niet bij was
# $nr: getal
rij-doel = Doel { $nr }

## Wie aan zet is
zet-plan-maken = Het plan maken en delen
zet-leerling-vragen = De leerling vragen wat die van het plan vindt
zet-leerling-uitleggen = De leerling uitleggen wat er met zijn of haar mening is gedaan
zet-ouders-spreken = Overleg voeren over het plan
zet-plan-adviseren = Advies geven over het plan
zet-instemming-geven = Ja of nee zeggen tegen het handelingsdeel
zet-plan-vaststellen = Het plan vaststellen
zet-cyclus-afsluiten = Kijken wat er van de doelen kwam
zet-plan-evalueren = Het plan evalueren met ouders en leerling
zet-plan-vervolgen = Zeggen hoe het verdergaat met het plan
wet-op-tijd = het ontwikkelingsperspectief moet op tijd zijn vastgesteld
wet-leerling = de leerling moet kunnen zeggen wat hij ervan vindt, en horen wat ermee is gedaan
wet-overleg = de school overlegt eerst met ieder van de ouders, of met de leerling die zelf beslist
wet-advies = eerst adviseert de commissie
wet-evaluatie = elk schooljaar kijkt de school met ouders en leerling naar het plan
beurt-behoefte-later = de behoefte bleek later; de wet noemt dan geen dag
beurt-ieder-zelf = ieder met gezag zegt het zelf
beurt-cyclus-voorbij = een ronde met doelen is voorbij
beurt-elk-schooljaar = elk schooljaar ten minste één keer
beurt-geen-instemming = er is geen instemming met het handelingsdeel; die hulp geldt niet
beurt-na-evaluatie = zo staat het in de evaluatie
beurt-hulp-loopt-af = de hulp in het handelingsdeel loopt dan af

## Wat er gedaan kan worden
daad-naam = { $code ->
    [start_plan] Een plan beginnen
    [deel_concept] Het plan schrijven en met de ouders delen
    [stel_leerling_in_gelegenheid] Vastleggen dat u de leerling vroeg wat die vindt
    [leg_inbreng_vast] Vastleggen wat de leerling zei
    [licht_toe_aan_leerling] Vastleggen wat u de leerling uitlegde
    [leg_overleg_vast] Het overleg over het plan vastleggen
    [adviseer_over_plan] Het advies van de commissie vastleggen
    [stem_in] Instemmen met het handelingsdeel
    [weiger_instemming] Niet instemmen met het handelingsdeel
    [stel_plan_vast] Het plan vaststellen
    [sluit_cyclus_af] Vastleggen wat er van de doelen kwam
    [evalueer_plan] De evaluatie vastleggen
   *[beeindig_plan] Het plan stoppen
}
daad-uitleg = { $code ->
    [start_plan] Voor extra ondersteuning een ontwikkelingsperspectief. Voor andere hulp een handelingsplan of groeidocument.
    [deel_concept] De ouders lezen deze versie op hun eigen pagina, en zeggen ja of nee tegen het handelingsdeel.
    [stel_leerling_in_gelegenheid] De leerling kiest zelf hoe: praten, tekenen, een film, schrijven of via iemand die hij vertrouwt.
    [leg_inbreng_vast] In de woorden van de leerling. Niets willen zeggen mag ook.
    [licht_toe_aan_leerling] De leerling hoort wat er met zijn mening is gedaan. Het staat ook in het plan.
    [leg_overleg_vast] Een gesprek waarin u probeert het samen eens te worden.
    [adviseer_over_plan] Op een school voor speciaal onderwijs adviseert de commissie eerst.
    [stem_in] Als een ouder het op papier tekende. Op de eigen pagina doen ouders dit zelf.
    [weiger_instemming] Als een ouder op papier liet weten het niet eens te zijn.
    [stel_plan_vast] Pas als alles er is wat de wet vraagt.
    [sluit_cyclus_af] Doel voor doel. Daarna begint een nieuwe ronde.
    [evalueer_plan] Elk schooljaar, met de ouders en de leerling.
   *[beeindig_plan] Als de hulp niet meer nodig is, of als er een ander plan komt.
}
daad-gedaan = { $code ->
    [start_plan] Het plan is begonnen.
    [deel_concept] De nieuwe versie is gedeeld met de ouders.
    [stel_leerling_in_gelegenheid] Vastgelegd dat u de leerling vroeg wat die vindt.
    [leg_inbreng_vast] Vastgelegd wat de leerling zei.
    [licht_toe_aan_leerling] Vastgelegd wat u de leerling uitlegde.
    [leg_overleg_vast] Het overleg is vastgelegd.
    [adviseer_over_plan] Het advies is vastgelegd.
    [stem_in] De instemming is vastgelegd.
    [weiger_instemming] Vastgelegd dat er geen instemming is.
    [stel_plan_vast] Het plan is vastgesteld.
    [sluit_cyclus_af] Vastgelegd wat er van de doelen kwam.
    [evalueer_plan] De evaluatie is vastgelegd.
   *[beeindig_plan] Het plan is gestopt.
}

## Op de pagina van een plan
# $soort: zin
# $school: tekst
blad-titel = Plan van { $school }: { $soort }
blad-begonnen = Het plan is begonnen.
blad-begonnen-op = Begonnen op
blad-uiterlijk = Uiterlijk vastgesteld op
blad-vastgesteld-op = Vastgesteld op
blad-gestopt = Gestopt
# $op: kort
blad-wat-vraagt-de-wet = Wat vraagt de wet? Zoals het was op { $op }
blad-nog-te-doen = Voordat dit plan wordt vastgesteld, vraagt de wet nog iets. Hieronder staat wat er op die dag was. Wie er daarna is gehoord, staat bij ‘Wie is er gehoord?’.
blad-alles-gevraagd = Hieronder staat wat de wet van dit plan vroeg, en wat er op die dag was.
blad-het-plan = Het plan
blad-bestemming = Waar de leerling naartoe gaat
blad-onderbouwing = Waarom
blad-afwijkingen = Wat de leerling anders leert
blad-soort-arbeid = Soort werk
blad-belemmerend = Wat leren moeilijk maakt
blad-bevorderend = Wat helpt
blad-begeleiding = De hulp (handelingsdeel)
blad-wanneer = Wanneer
# $van: dag
# $tot_en_met: dag
blad-periode = { $van } tot en met { $tot_en_met }
blad-doelen = Doelen
# $tot_en_met: kort
blad-doel = { $wat } ({ $wie }, tot en met { $tot_en_met }; gemeten { $meten })
blad-gehoord = Wie is er gehoord?
blad-gevraagd = Gevraagd aan de leerling
# $wie: tekst
blad-niet-gesproken = Niet gesproken met { $wie }
blad-zag-af = De leerling koos ervoor om niets te zeggen
blad-uitleg = Wat ermee is gedaan
blad-commissie = De commissie
blad-instemming = Wie stemt in met het handelingsdeel?
blad-stemt-in = Stemt in
blad-stemt-niet-in = Stemt niet in
blad-let-op = Let op
# $versie: getal
blad-geldt-niet = De hulp van versie { $versie } geldt nog niet: daar is nog geen instemming voor
blad-welke-hulp = Welke hulp geldt nu?
blad-geen-hulp = Er geldt nu geen hulp uit dit plan
blad-geldt-sinds = Geldt sinds
blad-opbrengst = Wat kwam ervan?
blad-cyclus = Doelen bekeken
blad-evaluatie = Evaluatie
# $versie: getal
# $op: kort
blad-versie = Wat is er anders in versie { $versie }, van { $op }?
# $wat: tekst
blad-was = Hier stond: { $wat }
blad-niets = niets
blad-zelfde = Er is niets veranderd in wat u mag lezen.

## Brieven
brief-plan-concept = Het plan om te lezen
brief-in-zin-plan-concept = het plan om te lezen
brief-plan-besluit = Vastgesteld plan
brief-in-zin-plan-besluit = het vastgestelde plan
brief-geen-instemming = Bericht dat er geen instemming is
brief-in-zin-geen-instemming = het bericht dat er geen instemming is
# $op: dag
eigen-woord = deze ouder of leerling gaf zelf een ander antwoord, op { $op }. Alleen wie het zelf zei, verandert het
eigen-woord-wat-wel = vragen of diegene het antwoord op de eigen pagina verandert, of een nieuwe versie delen

## Het praatblad
# $naam: tekst
praat-titel = Praten over het plan van { $naam }
# $versie: getal
# $op: kort
praat-versie = Versie { $versie } van { $op }.
praat-nog-niets = Dit plan is nog niet gedeeld.
praat-terug = Terug naar het plan
praat-link = Praatblad afdrukken
praat-uitleg = Het plan in grote letters op één blad, om samen over te praten. Met ruimte om te schrijven.
praat-waarheen = Waar werken we naartoe?
praat-helpt = Wat helpt?
praat-lastig = Wat is lastig?
praat-hulp = Welke hulp is er?
praat-gezegd = Wat de leerling zei
praat-gedaan = Wat daarmee is gedaan
praat-doelen = Waar werken we aan?
# $wie: tekst
# $tot_en_met: kort
praat-doel-wie = { $wie } helpt. Tot en met { $tot_en_met }.
praat-wat-vind-je = Wat vind jij ervan?
praat-afspraken = Wat spreken we af?
