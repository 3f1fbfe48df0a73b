# Een aanmelding: wat er gebeurde, en waarom iets niet kan.

## Op de tijdlijn
eerste-contact = Ouder meldt een eerste contact met { $school }
aangemeld-bij = Aangemeld bij { $school }
extra-ondersteuning-nodig = Vastgesteld: extra ondersteuning nodig
geen-extra-ondersteuning-nodig = Vastgesteld: geen extra ondersteuning nodig
informatie-gevraagd = Informatie gevraagd aan de ouders; de termijn staat stil
informatie-ingeleverd = Een ouder leverde op de eigen pagina in wat de school vroeg
informatie-komt-op-papier = Een ouder geeft op papier wat de school vroeg
informatie-onvoldoende = Er kwam informatie, maar er is nog meer nodig
meegedeeld = De ontvangst van de aanmelding ook gemeld aan wie later in het dossier kwam
informatie-ontvangen = Informatie ontvangen; de termijn loopt weer
informatie-bleef-uit = Tijd voor informatie voorbij; de termijn loopt weer
buiten-behandeling-gesteld = Aanmelding buiten behandeling gesteld
beslistermijn-verlengd = Beslistermijn verlengd
recht-op-tijdelijke-plek = Het kind krijgt recht op een tijdelijke plek als er niet op tijd is beslist
geen-tijdelijke-plek-nodig = Het kind heeft geen tijdelijke plek meer nodig: het staat op een andere school
# $per: kort
tijdelijk-geplaatst = Tijdelijk geplaatst per { $per }
tijdelijke-plek-werd-vast = Tijdelijke plek werd een vaste plek
tijdelijke-plek-geeindigd = Tijdelijke plek geëindigd
plek-aangeboden = Plek aangeboden op { $school }
aanbod-ja = De plek op de andere school is aangenomen
aanbod-nee = De plek op de andere school gaat niet door
ouder-wil-intrekken = Een ouder wil de aanmelding intrekken
ouder-wil-doorgaan = Een ouder wil dat de aanmelding doorgaat
ouder-aanbod-ja = Een ouder zei ja tegen het aanbod
ouder-aanbod-nee = Een ouder zei nee tegen het aanbod
ouder-niet-bereikt = De school ging verder zonder het antwoord van een ouder
ouder-woord-wilde-intrekken = wil de aanmelding intrekken
ouder-woord-wilde-doorgaan = wil dat de aanmelding doorgaat
ouder-woord-zei-ja = zei ja tegen de plek
ouder-woord-zei-nee = zei nee tegen de plek
ouder-woord-zei-niets = gaf geen antwoord
# $per: kort
toegelaten-per = Toegelaten per { $per }
geweigerd-andere-school = Geweigerd; { $school } wil toelaten
geweigerd-uitzondering = Geweigerd op een uitzondering in de wet
feitelijk-geweigerd = Geweigerd zonder besluit; de zorgplicht blijft
weigering-herroepen = Weigering herroepen: de aanmelding is weer open
weigering-opgepakt = Samenwerkingsverband pakte de weigering zonder besluit op
aanmelding-ingetrokken = Aanmelding ingetrokken

## Waarom iets niet kan, en wat wel
niet-in-dossier = deze aanmelding staat niet in het dossier
# $fase: zin
afgerond = deze aanmelding is al afgerond: { $fase }
nieuwe-of-verbeteren = een nieuwe aanmelding vastleggen, of een fout in het dossier verbeteren
gegevens-vernietigd = de gegevens van dit kind zijn vernietigd
# $leeftijd: getal
te-jong = aanmelden kan vanaf de dag waarop een kind { $leeftijd } jaar wordt
bewaren-tot-die-dag = de aanmelding bewaren en op die dag vastleggen
niet-door-deze-persoon = deze persoon kan dit kind nu niet aanmelden
# $op: kort
al-aangemeld = dit kind is op { $op } al bij deze school aangemeld
verdergaan = verdergaan met die aanmelding
# $sinds: kort
al-leerling = dit kind is hier leerling sinds { $sinds }
al-leerling-wat-wel = leg vast wat er nodig is in het dossier van de leerling; gaat het kind weg, schrijf het dan eerst uit
onderwijs-kiezen = deze school geeft speciaal onderwijs en voortgezet speciaal onderwijs: kies waarvoor de aanmelding is
onderwijs-niet-hier = deze school geeft dat onderwijs niet
onderwijs-leeg-laten = kies wat deze school wel geeft; kent de school maar één soort onderwijs, laat dit dan leeg
taalachterstand = hulp bij alleen een taalachterstand is geen extra ondersteuning
kies-geen-ondersteuning = kiezen voor 'geen extra ondersteuning', of ook een andere behoefte noemen
al-gevraagd = er loopt al een verzoek om informatie
eerst-ontvangst-vastleggen = eerst vastleggen wat er is ontvangen
# $op: kort
termijn-voorbij = de termijn liep af op { $op }; { $wat ->
    [verlengen] verlengen
   *[stilzetten] stilzetten
} kan alleen daarvoor
nu-beslissen = nu beslissen
niets-gevraagd = er loopt geen verzoek om informatie
alleen-ouder-levert-in = alleen een ouder met een eigen pagina levert hier iets in, voor zichzelf; wat de school op papier krijgt, legt de school vast
te-veel-ingeleverd = u kunt bij één vraag hoogstens { $aantal } bestanden inleveren, samen hoogstens { $mb } MB
rest-op-papier = bestanden weghalen die u niet nodig hebt, of de rest op papier naar de school brengen
niets-ingeleverd = er is niets om in te leveren
bestand-woorden-of-papier = een bestand toevoegen, er iets bij schrijven, of kiezen dat het op papier komt
# $tot_en_met: kort
nog-tijd = de ouders hebben nog tijd tot en met { $tot_en_met }
asielzoeker-niet-verlengen = van een minderjarig kind dat zelf asiel vroeg of van wie een ouder dat deed, kan de termijn niet worden verlengd
al-verlengd = de termijn is al een keer verlengd
# $hoogstens: getal
verlenging-te-lang = de school kan de tijd met 1 tot { $hoogstens } weken langer maken
zo-kort-mogelijk = kiezen hoeveel weken u echt nodig hebt; de wet vraagt zo kort als kan
# $vanaf: kort
geen-tijdelijke-maar-toelating = dit kind is minderjarig, en het kind of een ouder vroeg asiel: de wet laat het vanaf { $vanaf } zelf toe, een tijdelijke plek is er dan niet
# $vanaf: kort
al-toegelaten-door-de-wet = dit kind is minderjarig, het kind of een ouder vroeg asiel, en er was niet op tijd beslist: het is sinds { $vanaf } door de wet toegelaten
leg-toelating-vast = de toelating vastleggen, met de eerste schooldag
toegelaten-door-de-wet = Door de wet toegelaten
soort-onbekend = kies wat voor school het is
soort-telt-niet = een school van deze soort telt hier niet mee als andere school: { $soort }
# $per: kort
elders-verklaring-nodig = voor een plek daar ({ $soort }) is een toelaatbaarheidsverklaring nodig, en er is er geen die geldt op { $per }
elders-verklaring-eerst = eerst een verklaring aanvragen, of de verklaring vastleggen die de ouders hebben. Of een school zoeken waarvoor geen verklaring nodig is
# $vanaf: kort
elders-te-jong = een school van deze soort ({ $soort }) mag dit kind pas toelaten vanaf { $vanaf }
# $tot_en_met: kort
elders-te-oud = op een school van deze soort ({ $soort }) mag dit kind niet meer zijn na { $tot_en_met }
elders-onderzoek-nodig = een instelling voor cluster 1 of 2 laat een kind pas toe na onderzoek door haar commissie
elders-onderzoek-eerst = invullen op welke dag dat onderzoek klaar was en wat eruit kwam, of een andere school zoeken
# $tot_en_met: kort
elders-gemeente-nodig = dit kind moet tot en met { $tot_en_met } naar een school. In het laatste jaar mag het naar het mbo als de gemeente dat toestaat
elders-gemeente-eerst = invullen op welke dag de gemeente dat toestond en waaruit dat blijkt. De ouders vragen het aan
elders-voorwaarde-kies = kies of het een ja is: het kind komt in aanmerking voor die instelling, of de gemeente gaf toestemming
elders-voorwaarde-nee = met een nee van de commissie van die instelling, of van de gemeente, kan het kind daar niet heen
elders-voorwaarde-periode = vul in tot en met welke dag het geldt: de commissie oordeelt voor een periode, en de gemeente geeft toestemming voor een schooljaar
# $tot_en_met: kort
# $per: kort
elders-voorwaarde-voorbij = dat geldt tot en met { $tot_en_met }, en het kind zou er vanaf { $per } naar school gaan
niet-toegelaten = dit kind is hier niet toegelaten
# $per: kort
eerste-dag-komt-nog = de eerste schooldag van dit kind komt nog: { $per }
al-gekomen = al vastgelegd dat dit kind er is
naam-staat-er-al = deze naam staat er al: vul iedere ouder één keer in
niet-geweigerd = deze aanmelding is niet geweigerd
nieuwe-aanmelding-loopt = er loopt al een nieuwe aanmelding van dit kind op deze school
op-de-nieuwe-beslissen = op de nieuwe aanmelding beslissen
geen-feitelijke-weigering = er is bij deze aanmelding geen weigering zonder besluit gemeld
andere-soort-zoeken = een school zoeken van een soort die wel meetelt
schrijf-wat-ontbreekt = opschrijven wat er nog nodig is; de ouders houden hun tijd
al-compleet = alles wat u eerder vroeg is gekomen; de termijn kan niet nog eens stilstaan
vragen-zonder-stilstand = bellen of mailen met de ouders terwijl de termijn loopt, en beslissen op wat er is
al-geplaatst = het kind heeft hier al een tijdelijke plek
staat-al-op-school = het kind staat al op een school in deze sector
blijft-daar = het kind blijft daar tot de beslissing
# $vanaf: kort
recht-begint = het recht op een tijdelijke plek begint op { $vanaf }
# $vanaf: kort
# $per: kort
dagen-ertussen = de tijdelijke plek begon volgens de wet op { $vanaf }, en u vult { $per } in. Wat gebeurde er op de dagen ertussen?
dag-van-de-wet-of-waarom = de dag van de wet invullen, of opschrijven wat er op die dagen gebeurde
eerder-toelaten = eerder toelaten kan ook: neem dan een beslissing
op-de-dag-zelf = een tijdelijke plek wordt vastgelegd op de dag waarop het kind komt
op-die-dag-vastleggen = nu met de ouders afspreken wanneer het kind komt, en de plek op die dag vastleggen: tot dan kan de beslissing er nog zijn
behoefte-niet-vastgesteld = er is nog niet vastgesteld wat het kind nodig heeft
eerst-behoefte = eerst vaststellen of er extra ondersteuning nodig is
aanbod-open = de ouders hebben nog niet geantwoord op het vorige aanbod
eerst-antwoord = eerst hun antwoord vastleggen
aanbod-niet-open = dit aanbod staat niet open
aanbod-beantwoord = op dit aanbod is al geantwoord
toelating-is-begonnen = de eerste schooldag is geweest: het kind is leerling van de school
toelating-verbeteren = de eerste dag of de groep verbeteren; van school gaan kan alleen volgens de regels daarvoor
zit-al-tijdelijk = het kind zit hier al tijdelijk; de plek wordt vast op de dag van het besluit
vandaag-kiezen = vandaag kiezen
# $vanaf: kort
recht-loopt = het kind heeft hier sinds { $vanaf } recht op een tijdelijke plek; een latere eerste dag neemt die weg
vandaag-of-eerder = vandaag kiezen: de plek is dan meteen vast
dag-van-de-wet = die dag kiezen
eerst-toelating-dan-uitschrijven = de school legt de toelating vast; gaat het kind hier niet naar school, dan schrijft zij het daarna uit
ouders-meldden-zelf-aan = de ouders hebben dit kind zelf aangemeld; alleen zij trekken dat in
wie-van-de-ouders = kies wie van de ouders dit liet weten: wat één ouder zegt, geldt alleen voor die ouder
ouder-kiezen = de ouder kiezen die dit liet weten; de andere ouder met gezag wordt daarna gevraagd
zonder-gezag = deze persoon heeft nu geen gezag over het kind
al-gezegd = deze ouder zei al ja; er wordt gewacht op iedere andere ouder met gezag
# $dagen: getal
pas-zonder-gezag = kort geleden is vastgelegd dat een ouder geen gezag meer heeft. Wat ouders samen beslissen, wacht { $dagen } dagen: in die tijd kan die ouder zeggen dat het niet klopt
# $dagen: getal
wachten-of-rechter = { $dagen } dagen wachten. Is er een uitspraak van de rechter, ga dan verder zonder deze ouder en noem de uitspraak
# $dagen: getal
pas-overleden = kort geleden is vastgelegd dat een ouder is overleden. Een aanmelding intrekken wacht dan { $dagen } dagen: in die tijd komt een vergissing uit
# $dagen: getal
overlijden-wachten-of-verbeteren = { $dagen } dagen wachten, en daarna opnieuw vastleggen dat de aanmelding wordt ingetrokken. Klopt het overlijden niet, verbeter dat dan
# $vanaf: kort
eerste-dag-voorbij = de eerste dag is { $vanaf } of later: een toelating neemt geen dagen terug (eigen regel van dit programma)
# $vanaf: kort
eerste-dag-nog-elders = het kind is leerling van een andere school: de eerste dag hier is { $vanaf } of later
eerste-dag-na-andere-school = kies die dag of later. Tot de eerste dag hier is het kind leerling van zijn school van nu, die het op tijd van haar lijst haalt
eerste-dag-vandaag = kies die dag of een latere dag
# $per: kort
ouders-vragen-later = het kind gaat nu naar een andere school, en de ouders vragen een plek vanaf { $per }
gevraagde-dag-kiezen = kies die dag of later. Willen de ouders het eerder, verbeter dan eerst in de aanmelding vanaf welke dag zij een plek vragen
onderzoek-nee = de commissie oordeelt dat het kind niet in aanmerking komt voor deze instelling: dan laat u het niet toe
weigeren-om-onderzoek = weiger de toelating op de grond voor een instelling voor cluster 1 of 2, met het oordeel van de commissie
# $uiterlijk: kort
eerste-dag-te-laat = dat is veel later dan de dag waarvoor een plek is gevraagd: de eerste dag is uiterlijk { $uiterlijk } (eigen regel van dit programma)
eerder-toelaten-of-ouders-vragen = toelaten op of voor die dag. Vragen de ouders zelf een plek vanaf een latere dag, verbeter dat dan eerst in de aanmelding. Kan het kind hier niet komen, weiger dan volgens de regels daarvoor
zelf-geheim-gemaakt = u legde zelf vast dat voor deze ouder geheim is waar het kind is. Verdergaan zonder het antwoord van deze ouder doet een ander
collega-gaat-verder = een collega of de directie vragen dit te doen
wachten-op-andere-ouder = wachten op het antwoord van de andere ouder, of samen praten
niemand-trekt-in = er is geen ouder die de aanmelding nu wil intrekken
niet-geheim-voor-ouder = voor deze ouder is niet geheim waar het kind is
ouder-niet-gevraagd = voor deze ouder is geheim waar het kind is: deze ouder wordt niet gevraagd, en geeft dus ook geen antwoord
zwijgen-is-geen-intrekken = wie niets zegt, trekt niets in: de aanmelding loopt door
geheim-is-geen-intrekken = dat voor de andere ouder geheim is waar het kind is, neemt diens gezag niet weg: de aanmelding loopt door
welk-gerecht = schrijf op welke rechter besliste
welke-uitspraakdag = vul in op welke dag de rechter besliste
beslissen-of-andere-grond = zelf over de aanmelding beslissen. Heeft de andere ouder toch ja gezegd, leg dat dan vast
niet-gewacht-op = op het antwoord van deze persoon wordt nu niet gewacht
# $tot_en_met: kort
ouder-heeft-nog-tijd = deze ouder heeft nog tijd om te antwoorden tot en met { $tot_en_met }
ouders-trekken-in = vraag de ouders het op hun eigen pagina te doen, of beslis over de aanmelding
# $vanaf: kort
# $leeftijd: getal
toelaten-vanaf = toelaten kan vanaf { $vanaf }: dan wordt het kind { $leeftijd } jaar
toelaten-per-die-dag = nu toelaten per die dag
toelaten-of-inspecteur = nu toelaten per die dag; staat de inspecteur het eerder toe, schrijf dan op wanneer hij dat besliste
# $tot_en_met: kort
# $leeftijd: getal
te-oud = op zo'n school blijft een leerling tot het eind van het schooljaar waarin hij { $leeftijd } jaar wordt: tot en met { $tot_en_met }
oudere-leerling-elders = zoeken naar een school die het kind wel mag toelaten (voortgezet onderwijs, voortgezet speciaal onderwijs of mbo), en op papier beslissen
inspectie-opschrijven = staat de inspectie het toe, schrijf dan op wanneer zij dat besliste, en voor welk schooljaar
jong-voor-voortgezet = dit kind is jong voor het voortgezet onderwijs. Tot het eerste leerjaar mag alleen wie voldoende is voorbereid
voorbereid-opschrijven = schrijf op wie oordeelde dat het kind voldoende is voorbereid, en wanneer; of wanneer de inspectie een afwijking toestond
liever-toelaten = neem een besluit: bij het toelaten schrijft u op waarop de leeftijd rust
leeftijd-eerder = Eerder toegelaten, met toestemming van de inspecteur
leeftijd-voorbereid = Jong, en voldoende voorbereid op het voortgezet onderwijs
leeftijd-langer = Ouder, met toestemming van de inspectie
niet-om-gevraagd = u heeft de ouders nog niet om de ontbrekende informatie gevraagd
eerst-verzoek = eerst een verzoek om informatie sturen
informatie-compleet = de ouders hebben alles gegeven wat u vroeg
beslissen = beslissen op de aanmelding
wachten-of-verwerken = wachten, of de informatie verwerken als die er is
# $uiterlijk: kort
te-laat-bekend = dit had uiterlijk op { $uiterlijk } bekendgemaakt moeten zijn
beslissen-op-wat-er-is = beslissen op wat er wel is
dezelfde-school = dit is dezelfde school: noem een andere
# $op: dag
voorwaarde-onderzoek = De commissie van onderzoek oordeelde op { $op } dat dit kind voor het onderwijs hier in aanmerking komt
# $op: dag
voorwaarde-schooladvies = Definitief schooladvies van { $op } gezien
# $op: dag
voorwaarde-doorstroomtoets = Er is geen definitief schooladvies. De school beslist op de doorstroomtoets, met een uitslag van { $op }
# $op: dag
voorwaarde-geschiktheid = Er is geen definitief schooladvies en geen doorstroomtoets. De school beslist op haar eigen onderzoek naar de geschiktheid, van { $op }
# $op: dag
voorwaarde-afwijking = De inspectie stond op { $op } toe dat de school niet op het definitieve schooladvies beslist
onderzoek-nodig = een instelling voor cluster 1 of 2 laat een kind pas toe na onderzoek door haar commissie, en als het voor het onderwijs daar in aanmerking komt
eerst-onderzoek = het oordeel van de commissie opschrijven, met de dag en tot wanneer het geldt. Komt het kind niet in aanmerking, dan weigert u op die grond
onderzoek-geldt-niet = het oordeel van de commissie geldt voor een tijd die zij bepaalt, en de eerste schooldag moet daarin liggen
schooladvies-nodig = over het eerste leerjaar beslist u op het definitieve schooladvies. Is er geen, dan op de doorstroomtoets, en zonder toets op uw eigen onderzoek naar de geschiktheid
eerst-schooladvies = kiezen waarop u beslist, en opschrijven wat daaruit bleek en van welke dag het is. Stond de inspectie een afwijking toe, kies dan die
# $van: dag
# $tot_en_met: dag
buiten-de-week = Voor het eerste leerjaar meldt u aan van { $van } tot en met { $tot_en_met } ({ $artikel }). Deze aanmelding is van een andere dag. Zij telt ook: de wet zegt niet dat zij dan niet geldt.
uitzondering-geldt-niet = deze uitzondering geldt niet voor deze school
# $vraag: zin
bewijs-ontbreekt = deze uitzondering geldt pas met een antwoord dat kan op: { $vraag }
nog-niet-verwerkt = u vroeg de ouders om informatie en die is nog niet verwerkt
ontvangst-of-buiten-behandeling = eerst vastleggen wat er is ontvangen, of de aanmelding buiten behandeling stellen
# $wat: zin
weigeren-onrechtmatig = er ontbreekt nog: { $wat }
toelaten-of-verder-zoeken = het kind toelaten, verder zoeken naar een school die het kind wil toelaten, of het samenwerkingsverband om hulp vragen

## Wat de wet vraagt voor een weigering
punt-uitzondering = een uitzondering gekozen die voor deze school geldt
punt-overleg = overleg gehad met de ouders
punt-motivering = voor de ouders opgeschreven waarom
punt-behoefte = vastgesteld dat het kind extra ondersteuning nodig heeft
punt-andere-school = een andere school genoemd die bereid is het kind toe te laten
punt-bereid = vastgelegd waaruit blijkt dat die school bereid is

## Waarom iemand aan zet is
# $besluit: kort
beurt-voorstel = voorstel, geen wet: beslissen moet uiterlijk { $besluit }
beurt-plek-voorgesteld = de school heeft een plek op een andere school voorgesteld
beurt-andere-ouder-wil = een andere ouder met gezag wil dit, en u beslist samen
beurt-ouder-ontbreekt = een andere ouder met gezag gaf nog geen antwoord op wat één ouder wil
beurt-ouders-oneens = de ene ouder zei ja tegen het aanbod en de andere nee: de aanmelding loopt door
beurt-zonder-besluit = weigering zonder besluit
beurt-informatie-gevraagd = de school heeft informatie gevraagd
beurt-ouders-leverden-in = de ouders leverden iets in
beurt-antwoordtijd-voorbij = de tijd om te antwoorden is voorbij en de termijn loopt weer
beurt-eerste-schooldag = de eerste schooldag
beurt-plek-elders = vanaf die dag is er plek op de andere school
# $per: kort
beurt-verklaring-vervallen = verklaring { $nummer } was al ingetrokken, vanaf { $per }, toen u het kind ermee toeliet. Het kind blijft uw leerling: bespreek met de ouders en het samenwerkingsverband of er een nieuwe verklaring nodig is
beurt-zorgplicht-blijft = de school houdt de zorgplicht tot het kind ergens staat ingeschreven
beurt-niet-zonder-plek = u weigerde omdat een andere school het kind wil toelaten
beurt-kind-zonder-school = geen plek na deze aanmelding, en hier nergens ingeschreven
# $per: kort
beurt-wacht-op-eerste-dag = hier toegelaten vanaf { $per }, en tot die dag nergens ingeschreven
beurt-niet-gekomen = het kind kwam niet op de eerste schooldag

## Wat er moet gebeuren
zet-behoefte-vaststellen = Vaststellen of er extra ondersteuning nodig is
zet-aanmelding-beslissen = Beslissen op de aanmelding
zet-informatie-geven = Informatie geven aan de school
zet-informatie-verwerken = Vastleggen of de informatie er is
zet-aanbod-beantwoorden = Antwoord geven op het aanbod
zet-intrekking-beantwoorden = Zeggen of de aanmelding doorgaat
zet-andere-ouder-vragen = De andere ouder vragen, of opschrijven waarom dat niet kan
zet-elders-aanmelden = Het kind aanmelden bij de andere school
zet-verklaring-nagaan = Vastleggen hoe het verder gaat: de verklaring was ingetrokken
zet-plek-nagaan = Nagaan of het kind een plek heeft op de andere school
zet-school-nagaan = Nagaan of het kind een school heeft
zet-niet-gekomen-nagaan = Uitzoeken waarom het kind niet kwam
zet-eerste-dag = Nagaan of het kind op de eerste dag komt
zet-opp-melden = Het ontwikkelingsperspectief maken
zet-tijdelijk-plaatsen = Het kind tijdelijk plaatsen
zet-weigering-oppakken = Een weigering zonder besluit oppakken
zet-weigering-na-afloop = Alsnog een weigering zonder besluit oppakken
wet-op-tijd = de school moet op tijd beslissen
wet-tijdelijke-plek = het kind heeft recht op een tijdelijke plek

## Brieven: in een lijst, en midden in een zin
brief-ontvangstbevestiging-aanmelding = Ontvangst van de aanmelding
brief-in-zin-ontvangstbevestiging-aanmelding = ontvangstbevestiging aanmelding
brief-verzoek-om-informatie = Verzoek om informatie
brief-in-zin-verzoek-om-informatie = verzoek om informatie
brief-informatie-niet-compleet = Bericht dat er nog informatie nodig is
brief-in-zin-informatie-niet-compleet = bericht dat er nog informatie nodig is
brief-verlenging-beslistermijn = De school heeft meer tijd nodig
brief-in-zin-verlenging-beslistermijn = verlenging beslistermijn
brief-aanbod-andere-school = Aanbod van een andere school
brief-in-zin-aanbod-andere-school = aanbod andere school
brief-vraag-andere-ouder = Vraag aan de andere ouder
brief-in-zin-vraag-andere-ouder = vraag aan de andere ouder
brief-afloop-door-ouders = Bericht over de keuze van de ouders
brief-in-zin-afloop-door-ouders = bericht over de keuze van de ouders
brief-toelating = Toelating
brief-in-zin-toelating = toelating
brief-tijdelijke-plaatsing = Tijdelijke plaatsing
brief-in-zin-tijdelijke-plaatsing = tijdelijke plaatsing
brief-einde-tijdelijke-plaatsing = Einde van de tijdelijke plaatsing
brief-in-zin-einde-tijdelijke-plaatsing = einde tijdelijke plaatsing
brief-weigering = Weigering
brief-in-zin-weigering = weigering
brief-buiten-behandeling = De aanmelding wordt niet behandeld
brief-in-zin-buiten-behandeling = buiten behandeling

## Wat iemand kan doen: hoe het heet, wat het betekent, en wat er daarna gezegd wordt
daad-naam = { $code ->
    [stel_behoefte_vast] Vaststellen wat het kind nodig heeft
    [aanvaard_aanbod] Antwoord geven op het aanbod
    [ontvang_informatie] Vastleggen of de informatie er is
    [plaats_tijdelijk] Het kind tijdelijk plaatsen
    [toon_verklaring] De verklaring van de ouders vastleggen
    [ga_verklaring_na] Vastleggen hoe het verder gaat zonder de verklaring
    [stel_plek_vast] Vastleggen dat het kind een school heeft
    [meld_niet_gekomen] Vastleggen dat het kind niet kwam
    [meld_gekomen] Het kind is er
    [herroep_weigering] De weigering herroepen
    [meld_opp] Vastleggen dat het ontwikkelingsperspectief er is
    [pak_weigering_op] Vastleggen wat u met de melding deed
    [laat_toe] Het kind toelaten
    [doe_aanbod] Een plek op een andere school aanbieden
    [vraag_informatie] De ouders om informatie vragen
    [verleng_beslistermijn] De termijn verlengen
    [weiger] Weigeren
    [stel_buiten_behandeling] Niet verder behandelen
    [trek_aanmelding_in] De aanmelding intrekken
    [laat_aanmelding_doorgaan] De aanmelding laten doorgaan
    [ga_verder_zonder_ouder] Verdergaan zonder het antwoord van een ouder
    [meld_feitelijke_weigering] Melden: er is geweigerd zonder besluit
   *[corrigeer_ontvangst] De aanmelding verbeteren
}
daad-uitleg = { $code ->
    [stel_behoefte_vast] Is er extra ondersteuning nodig? Dit komt voor elke beslissing.
    [aanvaard_aanbod] Ja of nee op de plek op een andere school.
    [ontvang_informatie] Daarna loopt de termijn weer.
    [plaats_tijdelijk] Er is niet op tijd beslist: het kind heeft recht op een tijdelijke plek.
    [toon_verklaring] Als de ouders al een verklaring hebben, die via een andere school is aangevraagd.
    [ga_verklaring_na] De verklaring was al ingetrokken. Schrijf op wat u met de ouders en het samenwerkingsverband afsprak.
    [stel_plek_vast] Als u weet dat het kind echt naar school gaat, of dat de leerplichtambtenaar ervan weet. Dan bent u klaar.
    [meld_niet_gekomen] Als het kind er op de eerste schooldag niet was: wat u deed, wie u het vraagt, en tot wanneer.
    [meld_gekomen] Op de eerste schooldag, of later als het kind alsnog komt.
    [herroep_weigering] Na een bezwaar, of als u zelf ziet dat het besluit niet goed was. De aanmelding is dan weer open, met de termijnen die liepen.
    [meld_opp] Het plan voor dit kind, uiterlijk op de dag die in de brief aan de ouders staat.
    [pak_weigering_op] Bel de school en de ouders. Wat u vastlegt, leest ook wie het meldde.
    [laat_toe] Vanaf welke dag, en in welke groep.
    [doe_aanbod] Een school die het kind wil toelaten. De ouders mogen ja of nee zeggen.
    [vraag_informatie] De termijn staat dan stil. De ouders krijgen een brief.
    [verleng_beslistermijn] Dat kan één keer. U ziet eerst wat de nieuwe laatste dag wordt.
    [weiger] U ziet eerst wat de wet vraagt en wat er al is.
    [stel_buiten_behandeling] Als de gevraagde informatie niet op tijd kwam.
    [trek_aanmelding_in] Alleen als de ouders dat zelf willen. U schrijft op wie van hen het zei. Iedere ouder met gezag moet ja zeggen.
    [laat_aanmelding_doorgaan] Als een ouder toch wil dat de aanmelding doorgaat.
    [ga_verder_zonder_ouder] Als een ouder met gezag niet kan antwoorden, of dat binnen de tijd niet doet. U kiest waarom en schrijft op wat u deed.
    [meld_feitelijke_weigering] Als een kind is weggestuurd zonder dat de school netjes besliste.
   *[corrigeer_ontvangst] Welke dag zij kwam, en wat er verder niet klopt. Alle termijnen worden dan opnieuw berekend.
}
daad-gedaan = { $code ->
    [stel_behoefte_vast] Vastgelegd wat het kind nodig heeft.
    [aanvaard_aanbod] Het antwoord is vastgelegd.
    [ontvang_informatie] Vastgelegd. De termijn loopt weer.
    [plaats_tijdelijk] Het kind is tijdelijk geplaatst.
    [toon_verklaring] De verklaring is vastgelegd. U kunt het kind toelaten.
    [ga_verklaring_na] Vastgelegd hoe het verder gaat.
    [stel_plek_vast] Vastgelegd dat het kind een school heeft, of wie er anders van weet.
    [meld_niet_gekomen] Vastgelegd dat het kind niet kwam. U blijft aan zet tot u weet waar het is.
    [meld_gekomen] Vastgelegd dat het kind er is.
    [herroep_weigering] De weigering is herroepen. Beslis nu opnieuw. De ouders krijgen een brief.
    [meld_opp] Vastgelegd dat het ontwikkelingsperspectief er is.
    [pak_weigering_op] Vastgelegd wat u met de melding deed.
    [laat_toe] Het kind is toegelaten. De ouders krijgen een brief.
    [doe_aanbod] Het aanbod is gedaan. De ouders krijgen een brief.
    [vraag_informatie] Het verzoek is gemaakt. De termijn staat stil.
    [verleng_beslistermijn] De termijn is verlengd. De ouders krijgen een brief.
    [weiger] Het kind is geweigerd. De ouders krijgen een brief met hun rechten.
    [stel_buiten_behandeling] De aanmelding wordt niet verder behandeld. De ouders krijgen een brief.
    [trek_aanmelding_in] De aanmelding is ingetrokken. Wie gezag heeft, krijgt een brief.
    [laat_aanmelding_doorgaan] Vastgelegd. De aanmelding loopt door.
    [ga_verder_zonder_ouder] Vastgelegd waarom u verdergaat zonder dit antwoord.
    [meld_feitelijke_weigering] Vastgelegd: er is geweigerd zonder besluit. De zorgplicht blijft bij de school.
   *[corrigeer_ontvangst] De aanmelding is verbeterd en de termijnen zijn opnieuw berekend.
}
# Na het woord van één ouder, als een andere ouder nog wordt gevraagd.
andere-ouder-gevraagd = Vastgelegd. De andere ouder met gezag krijgt een brief met de vraag en met de laatste dag om te antwoorden. Tot dan loopt de aanmelding door.
# Hetzelfde aan ouders en leerling.
daad-uitleg-gezin = { $code ->
    [trek_aanmelding_in] Als u uw kind niet meer bij deze school wilt aanmelden. Heeft een andere ouder ook gezag? Dan moet die ook ja zeggen.
    [laat_aanmelding_doorgaan] Als een ouder de aanmelding wil intrekken en u niet.
   *[meld_feitelijke_weigering] Als uw kind is weggestuurd zonder dat u een besluit op papier kreeg.
}
daad-uitleg-leerling = { $code ->
    [trek_aanmelding_in] Als u niet meer bij deze school aangemeld wilt zijn. De aanmelding eindigt dan meteen.
   *[meld_feitelijke_weigering] Als u bent weggestuurd zonder dat u een besluit op papier kreeg.
}

## De zaak zelf
zaak = aanmelding

## Het formulier om aan te melden
nieuw-titel = { $wie ->
    [school] Een aanmelding vastleggen
    [leerling] U aanmelden bij een school
   *[gezin] Uw kind aanmelden bij een school
}
nieuw-knop = { $wie ->
    [school] Aanmelding vastleggen
   *[gezin] Aanmelden
}
nieuw-welke-school = Welke school?
nieuw-zoeken = Naam of plaats van de school
nieuw-zoek = Zoek school
nieuw-kies = Kies de school
nieuw-niet-gevonden = Er is geen school gevonden. Probeer een ander stukje van de naam, of de plaats.
nieuw-eerst-zoeken = Zoek de school en kies die uit de lijst.
nieuw-kop = De aanmelding
nieuw-ontvangen = Op welke dag kreeg u de aanmelding?
nieuw-ontvangen-uitleg = Vanaf deze dag loopt de termijn. Een mail of brief telt ook als schriftelijk.
nieuw-ontvangen-leeg = Vul in op welke dag u de aanmelding kreeg.
nieuw-per = { $wie ->
    [school] Vanaf welke dag vragen de ouders een plek?
   *[gezin] Vanaf welke dag wilt u een plek?
}
nieuw-per-uitleg = Ook een late aanmelding is geldig.
nieuw-scholen = { $wie ->
    [school] Bij welke andere scholen is het kind ook aangemeld?
    [leerling] Bij welke andere scholen hebt u zich ook aangemeld?
   *[gezin] Bij welke andere scholen hebt u uw kind ook aangemeld?
}
nieuw-scholen-uitleg = { $wie ->
    [school] Eén school per regel, zoals de ouders het opgeven.
   *[gezin] Eén school per regel. U mag bij meer scholen aanmelden; de wet vraagt dat u het zegt.
}
nieuw-hulp = { $wie ->
    [school] Wat zeggen de ouders over de hulp die hun kind nodig heeft?
    [leerling] Welke hulp hebt u nodig?
   *[gezin] Welke hulp heeft uw kind nodig?
}
nieuw-hulp-uitleg = { $wie ->
    [school] In hun eigen woorden.
   *[gezin] In uw eigen woorden.
}
nieuw-onderwijs = { $wie ->
    [school] Voor welk onderwijs vragen de ouders een plek?
   *[gezin] Welk onderwijs vraagt u?
}
nieuw-onderwijs-leeg = Kies welk onderwijs.
onderwijs-keuze = { $code ->
    [so] speciaal onderwijs
    [vso] voortgezet speciaal onderwijs
    [pro] praktijkonderwijs
   *[vo] vmbo, havo of vwo
}
nieuw-nu = { $wie ->
    [school] Gaat het kind nu naar school?
    [leerling] Gaat u nu naar school?
   *[gezin] Gaat uw kind nu naar school?
}
nieuw-nu-uitleg = { $wie ->
    [leerling] Gaat u al naar een school, dan blijft u daar tot de eerste dag op de nieuwe school. Gaat u nergens naar school en duurt de beslissing te lang, dan kunt u recht hebben op een tijdelijke plek.
   *[gezin] Gaat het kind al naar een school, dan blijft het daar tot de eerste dag op de nieuwe school. Gaat het nergens naar school en duurt de beslissing te lang, dan kan het recht hebben op een tijdelijke plek.
}
nieuw-nu-keuze = { $code ->
    [school] Ja, op een school in Nederland
    [geen] Nee, nu niet
    [buitenland] Ja, op een school in het buitenland
   *[onbekend] Dat weet ik niet
}
nieuw-nu-school = Welke school is dat?
nieuw-nu-school-uitleg = Naam en plaats.
nieuw-nu-soort = Wat voor school is dat?
nieuw-nu-soort-keuze = { $code ->
    [basisschool] basisschool
    [sbo] speciaal basisonderwijs (sbo)
    [so] speciaal onderwijs (so)
    [so_vso] speciaal onderwijs en voortgezet speciaal onderwijs
    [vso] voortgezet speciaal onderwijs (vso)
    [instelling_c1_2] school voor kinderen die niet goed zien, horen of praten
    [vo] school voor voortgezet onderwijs
   *[mbo] mbo
}
nieuw-nu-kies = Kies
toch-een-school = u noemt een school, en u koos dat het kind niet op een school zit of dat u het niet weet
school-of-geen = kiezen dat het kind op een school zit, of de school leeg laten
nieuw-asielzoeker = { $wie ->
    [leerling] U of een van uw ouders heeft asiel aangevraagd
   *[gezin] Het kind of een ouder van het kind heeft asiel aangevraagd
}
nieuw-asielzoeker-uitleg = { $wie ->
    [leerling] En daarop is nog niet beslist. Dan beslist de school binnen een vaste tijd, zonder verlenging. Beslist een school voor speciaal onderwijs niet op tijd? Dan bent u toegelaten.
   *[gezin] En daarop is nog niet beslist. Dan beslist de school binnen een vaste tijd, zonder verlenging. Beslist een basisschool of een school voor speciaal onderwijs niet op tijd? Dan is het kind toegelaten.
}
nieuw-geheim-kop = Veilig
nieuw-geheim = { $wie ->
    [leerling] Is er iemand die niet mag weten waar u woont of naar school gaat?
   *[gezin] Is er iemand die niet mag weten waar uw kind woont of naar school gaat?
}
nieuw-geheim-uitleg = { $wie ->
    [leerling] De brief over deze aanmelding komt naar uw adres, en naar niemand anders. In die brief staat de naam van de school.
   *[gezin] Iedereen met gezag over uw kind krijgt een brief over deze aanmelding. In die brief staat de naam van de school.
}
nieuw-geheim-nee = { $wie ->
    [leerling] Nee
   *[gezin] Nee, iedereen met gezag mag dit weten
}
nieuw-geheim-ja = Ja, iemand mag dit niet weten
nieuw-geheim-leeg = Kies ja of nee.
nieuw-geheim-eerst = { $wie ->
    [leerling] Wij hebben uw aanmelding nog niet verstuurd. Bel eerst de school waar u nu bent, of de school die u koos. Zeg voor wie het geheim is. De school legt dat vast. Daarna kunt u hier aanmelden. U kunt ook op papier of per mail aanmelden bij de school.
   *[gezin] Wij hebben uw aanmelding nog niet verstuurd. Anders krijgt die persoon een brief met de naam van de school. Bel eerst de school waar uw kind nu is, of de school die u koos. Zeg voor wie het geheim is. De school legt dat vast. Daarna kunt u hier aanmelden. U kunt ook op papier of per mail aanmelden bij de school.
}
# $dag: dag
nieuw-vandaag = De school krijgt uw aanmelding vandaag, { $dag }. Vanaf vandaag loopt de termijn waarin zij moet beslissen.

## Het formulier om ja of nee te zeggen op een aanbod
antwoord-kop = De plek op een andere school
# $per: dag
# $op: kort
antwoord-aanbod = { $school } wil { $naam } toelaten vanaf { $per }. Dit aanbod is van { $op }.
antwoord-vraag = { $wie ->
    [school] Zeggen de ouders ja of nee?
   *[gezin] Zegt u ja of nee?
}
antwoord-ja = Ja
antwoord-ja-uitleg = De aanmelding bij deze school eindigt dan. Zij blijft helpen tot het kind een plek heeft.
antwoord-nee = Nee
antwoord-nee-uitleg = Dat mag. De aanmelding loopt gewoon door en de school moet nog beslissen.
antwoord-toelichting = Wilt u daar iets bij zeggen?
antwoord-knop = Antwoord vastleggen
antwoord-van = Van welke ouder is dit antwoord?
antwoord-van-uitleg = Wat één ouder zegt, geldt alleen voor die ouder. Pas als iedere ouder met gezag ja zei, is de plek aangenomen.
ouder-gevraagd-leeg = Kies de ouder.

## Het formulier om een aanmelding in te trekken
intrekken-kop = De aanmelding intrekken
intrekken-keuze = { $wie ->
    [leerling] Intrekken is uw keuze. U hoeft niet in te trekken omdat een school zegt dat er geen plek is. De school moet dan zelf beslissen, op papier. Bent u het daar niet mee eens? Dan kunt u daar iets tegen doen. Trekt u in, dan eindigt de aanmelding meteen.
    [van_leerling] Intrekken is een keuze van de leerling, die zelf beslist. De aanmelding eindigt dan meteen. Niemand hoeft in te trekken omdat een school zegt dat er geen plek is. De school moet dan zelf beslissen, op papier.
   *[gezin] Intrekken is een keuze van de ouders. Niemand hoeft in te trekken omdat een school zegt dat er geen plek is. De school moet dan zelf beslissen, op papier. Zijn de ouders het daar niet mee eens? Dan kunnen zij daar iets tegen doen.
}
intrekken-gevolg = Na het intrekken heeft { $school } geen zorgplicht meer voor dit kind.
intrekken-tijdelijk = Het kind zit hier nu tijdelijk. Die plek eindigt morgen als u intrekt.
intrekken-waarom = Waarom trekt u de aanmelding in?
intrekken-knop = Intrekken
intrekken-van = Welke ouder liet dit weten?
intrekken-samen = Heeft meer dan één ouder gezag? Dan eindigt de aanmelding pas als zij allemaal ja zeiden. Tot die dag loopt zij door en moet de school beslissen. De andere ouder kan dit lezen en krijgt de vraag op de eigen pagina, of van de school.

## Het formulier om een aanmelding te laten doorgaan
doorgaan-kop = De aanmelding gaat door
doorgaan-gevolg = Een ouder wil de aanmelding intrekken. Zegt een andere ouder met gezag nee, dan loopt zij gewoon door.
doorgaan-waarom = Wilt u daar iets bij zeggen?
doorgaan-knop = Laat de aanmelding doorgaan

## Het formulier over een weigering zonder besluit
zonder-besluit-knop = Vastleggen dat er zonder besluit is geweigerd
zonder-besluit-gevolg = Wat gebeurt er als u dit vastlegt?
zonder-besluit-loopt = Het is geen besluit. De aanmelding blijft lopen en de termijn loopt door.
zonder-besluit-zorgplicht = De zorgplicht blijft bij { $school }: die school moet nog steeds beslissen.
zonder-besluit-verband = Het samenwerkingsverband krijgt de taak om dit op te pakken en mag daarvoor dit dossier lezen.
zonder-besluit-wegen = { $wie ->
    [school] De ouders zien op hun eigen pagina welke hulp en welke stappen zij kunnen kiezen.
   *[gezin] U kunt hulp vragen aan het ouder- en jeugdsteunpunt of een onderwijsconsulent, en een klacht of geschil indienen. Dat mag in elke volgorde.
}
zonder-besluit-geteld = Het wordt geteld, zonder namen.
zonder-besluit-kop = Wat is er gebeurd?
zonder-besluit-dag = Op welke dag was dat?
zonder-besluit-dag-leeg = Vul in op welke dag het was.
zonder-besluit-wat = Wat is er gezegd of gedaan?
zonder-besluit-wat-uitleg = Schrijf op wie wat zei, en hoe. Alleen wat er gebeurde.
zonder-besluit-wat-leeg = Schrijf op wat er is gebeurd.

## Net aangemeld
bevestiging-titel = De aanmelding is vastgelegd
bevestiging-gedaan = { $naam } is aangemeld bij { $school }.
# $dag: dag
bevestiging-gedaan-ouder = { $school } heeft uw aanmelding van { $naam }. Uiterlijk { $dag } krijgt u de beslissing van de school.
bevestiging-termijn = Tot wanneer is er tijd om te beslissen?
bevestiging-waarom = Waarom deze datum?
bevestiging-dossier = Dossier
bevestiging-laat = Later dan de wet liever heeft. De aanmelding is gewoon geldig.
bevestiging-verband = Samenwerkingsverband van het adres
# $vanaf: dag
bevestiging-toegelaten = Is er dan nog niet beslist, dan is het kind vanaf { $vanaf } door de wet toegelaten op deze school.
bevestiging-uitblijft = Als de beslissing uitblijft
# $vanaf: dag
bevestiging-tijdelijk = Is er dan nog niet beslist, dan heeft het kind vanaf { $vanaf } recht op een tijdelijke plek op deze school.
bevestiging-brief = De brief
bevestiging-zonder-adres = Er is geen adres ingevuld. Zonder straat en plaats kan een brief niet op de post.
bevestiging-adres = Vul het adres aan
bevestiging-brief-komt = De ontvangstbrief wordt nu gemaakt. Hij staat hier als u de pagina zo meteen opnieuw laadt.
bevestiging-uitnodigen = { $wie ->
    [leerling] De leerling uitnodigen
   *[gezin] De ouders uitnodigen
}
bevestiging-uitnodigen-uitleg = { $wie ->
    [leerling] De leerling is 18 of ouder en beslist zelf. Op de eigen pagina ziet de leerling wat er gebeurt, wat u vraagt en wat er te kiezen is.
   *[gezin] Op hun eigen pagina zien ouders wat er gebeurt, wat u vraagt en wat zij kunnen kiezen. Elke ouder krijgt een eigen code.
}
bevestiging-ouders = { $wie ->
    [leerling] De leerling
   *[gezin] Ouders en voogden
}
bevestiging-ouder = { $wie ->
    [leerling] Leerling
   *[gezin] Ouder of voogd
}
bevestiging-geen-ouders = Er staan nog geen ouders in dit dossier.
bevestiging-eigen-pagina = Eigen pagina
bevestiging-gebruikt = gebruikt de eigen pagina
bevestiging-nodig-uit = Uitnodigen
bevestiging-verder = Naar de aanmelding
verklaring-nodig = voor een plek op deze school is een toelaatbaarheidsverklaring nodig, en die is er op die dag niet
verklaring-vragen = eerst een verklaring aanvragen, of een dag kiezen waarop zij geldt. Hebben de ouders al een verklaring? Leg die dan eerst vast
verklaring-van-wie = vul de code in van het samenwerkingsverband dat de verklaring gaf
# $per: kort
verklaring-ingetrokken-per = deze verklaring is ingetrokken per { $per }: met haar kan geen plek meer beginnen
verklaring-verband-bellen = het samenwerkingsverband bellen dat haar gaf, of een nieuwe verklaring laten aanvragen
verklaring-onbekend = er is geen verklaring met dit nummer voor dit kind die nu te gebruiken is
brief-nakijken = kijk nummer, roepnaam, achternaam en geboortedatum na in de brief, of bel het samenwerkingsverband
verklaring-voor = deze verklaring is voor { $soort }; uw school is van een andere soort
verklaring-ingetrokken = de verklaring die de ouders lieten zien, is niet meer te gebruiken
verklaring-getoond = Verklaring { $nummer } getoond
# $per: kort
verklaring-vervallen = Verklaring { $nummer } was al ingetrokken, vanaf { $per }
verklaring-nagegaan = Vastgelegd hoe het verder gaat zonder de verklaring
plek-rust-op-verklaring = het kind heeft een plek op uw school met deze verklaring
eerst-toelating-terugnemen = eerst de toelating terugnemen, zolang dat nog kan
geen-verklaring-vervallen = er is geen ingetrokken verklaring waarvan u nog moet zeggen hoe het verder gaat
zonder-verklaring-residentieel = Geen verklaring nodig: het kind verblijft in een instelling
zonder-verklaring-tijdelijk = Tijdelijke plek zonder verklaring
residentieel-niet-hier = zonder verklaring omdat een kind in een instelling verblijft, kan alleen op een school voor speciaal of voortgezet speciaal onderwijs
residentieel-leeg-laten = laat dit veld leeg
tijdelijk-zonder-verklaring = er is geen toelaatbaarheidsverklaring. Of die voor een tijdelijke plek nodig is, zegt de wet niet
tijdelijk-zonder-kiezen = schrijf op waarom het kind de plek toch krijgt, of vraag eerst een verklaring aan
# $van: kort
plek-vastgesteld = Nagegaan waar het kind naar school gaat, vanaf { $van }
# $sinds: kort
niet-gekomen = Kind is niet gekomen op de eerste schooldag, sinds { $sinds }
# $op: kort
gekomen = Kind is gekomen, op { $op }
# $op: kort
alsnog-gekomen = Kind is alsnog gekomen, op { $op }
# $op: kort
opp-gemeld = Gemeld dat het ontwikkelingsperspectief er is, vastgesteld op { $op }
geen-opp-beloofd = bij deze toelating hoort geen uiterste dag voor een ontwikkelingsperspectief
# $op: kort
opp-al-gemeld = er staat al dat het ontwikkelingsperspectief er is, sinds { $op }
geen-plek-elders = deze aanmelding loopt nog, of het kind is hier toegelaten
plek-al-vastgesteld = waar het kind naar school gaat, is al vastgelegd
antwoord-geven = Zeg of de aanmelding wordt ingetrokken of doorgaat
antwoord-geven-uitleg = Een andere ouder wil de aanmelding intrekken. U kunt ja of nee zeggen.
antwoord-ander-intrekken = Antwoord van de andere ouder vastleggen: ja, intrekken
antwoord-ander-doorgaan = Antwoord van de andere ouder vastleggen: nee, laten doorgaan
