# De aanvraag van een toelaatbaarheidsverklaring.

## Op de tijdlijn
# $soort: zin
begonnen = Aanvraag begonnen voor { $soort }
# $punten: getal
verzonden = { $punten ->
    [0] Aanvraag verzonden
   *[anders] Aanvraag verzonden; alle { $punten } onderdelen zijn ingevuld
}
aanvraag-voorgelegd = De aanvraag is voorgelegd aan ouders en leerling, zoals zij toen was ingevuld
aanvulling-gevraagd = Aanvulling gevraagd; de termijn staat stil
aanvulling-ingeleverd = Een ouder leverde bij de school iets in voor de aanvulling
aanvulling-komt-op-papier = Een ouder geeft de school op papier iets voor de aanvulling
aanvulling-ontvangen = Aanvulling ontvangen; de termijn loopt weer
aanvulling-vervallen = De gevraagde aanvulling is niet meer nodig; de termijn loopt weer
aanvulling-genoeg = De aanvulling is genoeg om te beslissen
aanvulling-niet-genoeg = De aanvulling is niet genoeg om te beslissen
niet-behandeld = De aanvraag wordt niet behandeld
doorgezonden = Aanvraag doorgestuurd naar { $naar }
# $discipline: zin
deskundige-gevraagd = Deskundige om advies gevraagd: { $discipline }
geen-advies = Een deskundige geeft geen advies
wacht-op-handtekening = Gezamenlijk advies wacht op de tweede handtekening
# $uitkomst: zin
advies-uitgebracht = Advies uitgebracht: { $uitkomst }
# $uitkomst: zin
gezamenlijk-advies-uitgebracht = Gezamenlijk advies uitgebracht: { $uitkomst }
advies-teruggenomen = Advies teruggenomen; er komt een nieuw advies
mening-vastgelegd = Mening van ouder of leerling vastgelegd
aanvraag-ingetrokken = Aanvraag ingetrokken
verleend = Toelaatbaarheidsverklaring verleend, nummer { $nummer }
geweigerd = Toelaatbaarheidsverklaring geweigerd
# $op: kort
# $wijze: zin
bekendgemaakt = Bekendmaking van het besluit op { $op }, { $wijze }
# $uiterlijk: kort
vertraging = Besluit komt later, uiterlijk { $uiterlijk }
ingebrekestelling = Ingebrekestelling ontvangen
dwangsom-vastgesteld = Dwangsom vastgesteld omdat het besluit te laat kwam: { $bedrag }
geplaatst = Geplaatst op { $school }
geplaatst-elders = Geplaatst op een andere school
verlopen = Toelaatbaarheidsverklaring verlopen
# $per: kort
ingetrokken = Toelaatbaarheidsverklaring ingetrokken per { $per }
# $categorie: getal
andere-categorie = Andere categorie gevraagd: { $categorie }
vervolg-bepaald = De school zegt hoe het verder gaat

## Waarom iets niet kan, en wat wel
geen-vervolg = bij deze aanvraag hoeft uw school niet te zeggen hoe het verder gaat
al-om-advies-gevraagd = deze deskundige is al om advies gevraagd
niet-onafhankelijk = deze deskundige werkt voor de school of het bestuur dat aanvraagt
andere-deskundige = een andere deskundige vragen; dit is beleid van uw samenwerkingsverband, geen wet
geen-lopend-advies = van deze deskundige loopt er geen advies
alleen-eigen-toewijzing = u kunt alleen uw eigen opdracht teruggeven
tekent-zelf = u tekent zelf voor het advies dat u geeft
een-of-twee = een advies is van één of twee deskundigen die om advies zijn gevraagd
ligt-al-gezamenlijk = er ligt al een gezamenlijk advies van een collega
meetekenen = dat advies meetekenen, of alleen adviseren
voorstel-gewijzigd = uw collega heeft het advies intussen gewijzigd
opnieuw-lezen = het nieuwe advies lezen en dan tekenen
niets-te-tekenen = er ligt geen gezamenlijk advies voor u klaar
zelf-advies = zelf een advies geven
geen-eigen-advies = over deze aanvraag staat er geen advies van u
kies-categorie = kies een van de bekostigingscategorieën
geen-categorie = hier hoort geen bekostigingscategorie bij
leerling-zelf = de leerling zegt dit in eigen woorden, tegen iemand op school
alleen-voor-uzelf = u kunt dit alleen voor uzelf doen
al-besloten = over deze aanvraag is al beslist
bezwaar-maken = bezwaar maken, als u het niet eens bent met het besluit
besluit-afwachten = het besluit afwachten; u krijgt het in een brief, met hoe u bezwaar kunt maken
schrijf-iets = schrijf iets op, of kies of u het ermee eens bent
niet-in-dossier = deze aanvraag staat niet in het dossier
# $fase: zin
verkeerde-fase = de aanvraag staat op '{ $fase }'
niet-de-aanvrager = alleen de school waar het kind is aangemeld of ingeschreven vraagt aan
school-laten-vragen = de school van aanmelding of inschrijving vragen om de aanvraag te doen
verklaring-niet-bekend = deze verklaring is niet bij uw school bekend
# $soort: zin
vorige-andere-soort = de vorige verklaring is voor { $soort }
nieuwe-aanvraag = een nieuwe aanvraag beginnen; wat het dossier al weet, staat er vast in
# $soort: zin
loopt-al = er loopt al een aanvraag voor { $soort }
verdergaan = verdergaan met die aanvraag
# $soort: zin
# $tot_en_met: kort
verklaring-loopt-nog = er is nog een verklaring voor { $soort } tot en met { $tot_en_met }
gebruiken-of-verlengen = de lopende verklaring gebruiken, of een verlenging vragen
ander-swv-bevoegd = nu is { $nu } bevoegd, en niet meer { $eerst }
intrekken-en-opnieuw = deze aanvraag intrekken en een nieuwe beginnen; wat het dossier weet, staat er vast in
aanvraag-doorzenden = de aanvraag doorsturen naar dat samenwerkingsverband; de school en de ouders krijgen een brief
zelf-bevoegd = uw samenwerkingsverband gaat over deze aanvraag
# $op: kort
vroeg-u-al = dit vroeg u al op { $op }
beslissen-of-niet-behandelen = beslissen met wat er is, of de aanvraag niet behandelen
niets-te-beoordelen = er is geen aanvulling waarvan u nog moet zeggen of zij genoeg is
wat-ontbreekt = schrijf op wat er nog ontbreekt
eerst-kans-om-aan-te-vullen = de school had nog geen kans om de aanvraag aan te vullen
om-aanvulling-vragen = eerst om een aanvulling vragen
# $tot_en_met: kort
nog-tijd-om-aan-te-vullen = de school kan nog aanvullen tot en met { $tot_en_met }
aanvulling-was-genoeg = de aanvulling was genoeg om te beslissen
eerst-beoordelen = er kwam een aanvulling: zeg eerst of zij genoeg is
# $uiterlijk: kort
te-laat-niet-behandelen = dit kon tot en met { $uiterlijk }
beslissen-op-wat-er-is = beslissen met wat er wel is
# $meer: getal
onvolledig = { $meer ->
    [0] er ontbreekt nog: { $vraag }
   *[anders] er ontbreekt nog: { $vraag } (en nog { $meer })
}
afmaken = de aanvraag afmaken; wat u heeft ingevuld is bewaard
# $op: kort
termijn-voorbij = de termijn liep af op { $op }; { $wat ->
    [uitstellen] uitstellen
   *[stilzetten] stilzetten
} kan alleen daarvoor
nu-beslissen = nu beslissen
niet-verzonden = de aanvraag is nog niet verzonden
school-schreef = de school schreef iets op namens deze ouder
# $tot_en_met: kort
niets-aangevuld = er is nog niets aangevuld; er is tijd tot en met { $tot_en_met }
niets-gevraagd = er loopt geen verzoek om een aanvulling
woorden-van-een-ander = dit zijn woorden van de ouders of de leerling
mening-vastleggen = leg hun mening vast bij ‘Wat vinden ouders en leerling?’
# $wie: zin
advies-ontbreekt = er is nog geen advies van { $wie }
# $eerste: zin
# $tweede: zin
adviezen-ontbreken = er is nog geen advies van { $eerste } en van { $tweede }
eerste-deskundige = een orthopedagoog of psycholoog
tweede-deskundige = een tweede deskundige uit de wettelijke lijst
nog-een-deskundige = nog een deskundige om advies vragen
# $wie: zin
geen-paar = met deze deskundigen kan niemand beslissen: er is ook { $wie } nodig
andere-soort-deskundige = kies een andere deskundige, of vraag die eerst
advies-niet-onafhankelijk = een van de adviezen is niet onafhankelijk van de aanvrager
advies-andere-deskundige = een advies van een andere deskundige vragen
wijkt-af = u wijkt af van een advies: schrijf op waarom
# $op: kort
dag-na = kies een dag na { $op }
# $tot_en_met: kort
termijn-loopt = de termijn loopt tot en met { $tot_en_met }
afzender-vanaf-wanneer = de afzender laten weten vanaf wanneer het kan
termijn-staat-stil = de termijn staat stil
afzender-waarop = de afzender laten weten waarop wordt gewacht
brief-van-ingetrokken-aanvraag = de aanvraag is ingetrokken: deze brief gaat niet meer weg
geen-verklaring = er is geen verklaring verleend
# $op: kort
besluit-was-bekend = het besluit was toen al bekendgemaakt, op { $op }
geen-dwangsom = bij deze aanvraag is er geen dwangsom om vast te stellen
# $op: kort
dwangsom-al-vastgesteld = de dwangsom is al vastgesteld op { $op }
# $tot_en_met: kort
dwangsom-loopt = de dwangsom loopt nog, tot en met { $tot_en_met } als er niets wordt besloten
meteen-op-de-pagina = op de eigen pagina staat een besluit meteen
# $dag: kort
vandaag-kiezen = als dag { $dag } kiezen, of het besluit per post sturen
zit-hier-al = het kind zit hier al met deze verklaring
# $van: kort
# $tot_en_met: kort
geldt-van = de verklaring geldt van { $van } tot en met { $tot_en_met }
# $tot_en_met: kort
nog-geldig = de verklaring geldt nog tot en met { $tot_en_met }
niet-geplaatst = alleen de school waar het kind met deze verklaring zit vraagt dit
niets-ingevuld = er is nog niets ingevuld: er valt niets te lezen
eerst-invullen = de aanvraag eerst invullen en dan voorleggen
# $op: kort
al-voorgelegd = dit is al voorgelegd op { $op }, en er is sindsdien niets veranderd
antwoord-afwachten = op het antwoord wachten, of vastleggen wat ouders of leerling zeggen
zelfde-categorie = dit is de categorie die al is toegekend
geen-postadres = het postadres van het samenwerkingsverband is niet bekend, en daar gaat bezwaar naartoe
postadres-invullen = Laat de directeur van het samenwerkingsverband het postadres invullen bij ‘Beleid’.
niet-meer-geldig = deze verklaring geldt niet meer
andere-categorie-loopt = over een andere categorie wordt al beslist
andere-categorie-weigeren = Blijft de categorie zoals zij is? Besluit dan de andere categorie niet te geven.

## Waarom iemand aan zet is
beurt-doorsturen = { $naar } gaat er nu over
# $tot_en_met: kort
beurt-in-gebreke = te laat, en in gebreke gesteld: zonder dwangsom kan het tot en met { $tot_en_met }
# $grond: zin
# $wet: kort
beurt-belofte = belofte van het samenwerkingsverband; de wet: { $wet } ({ $grond })
# $besluit: kort
beurt-advies-voorstel = voorstel, geen wet: beslissen moet uiterlijk { $besluit }
# $eindigt: kort
beurt-verlenging-op-tijd = voorstel, geen wet: zo is er een besluit voor het einde op { $eindigt }
# $discipline: zin
# $grond: zin
beurt-als-deskundige = advies van een { $discipline }; { $grond }
beurt-verklaring-gaat-in = de eerste dag van de verklaring
beurt-wacht-op-plek = de verklaring gaat in, en er is nog geen plek
# $op: kort
beurt-verklaring-verlopen = de verklaring liep af op { $op }; het kind is op uw school
# $op: kort
beurt-verklaring-ingetrokken = de verklaring is ingetrokken en gold tot en met { $op }; het kind is op uw school
beurt-hoe-verder = er komt geen plek met deze aanvraag: het kind is op uw school
beurt-verklaring-loopt-af = de laatste dag van de verklaring
# $van: kort
# $tot_en_met: kort
beurt-dwangsom = een dwangsom liep van { $van } tot en met { $tot_en_met }; daarover komt er een besluit
beurt-aanvulling-gevraagd = het samenwerkingsverband heeft een aanvulling gevraagd
beurt-aanvultijd-voorbij = de tijd om aan te vullen is voorbij en de termijn loopt weer

## Waarom een punt van een aanvraag niet nodig is
niet-bij-zijroute = niet bij de route vanuit lwoo, een TLV of een ontwikkelingsperspectief
alleen-bij-zijroute = alleen bij de route vanuit lwoo, een TLV of een ontwikkelingsperspectief
nog-niet-ingeschreven = het kind staat nog niet op uw school ingeschreven

## Wat er moet gebeuren
zet-aanvraag-invullen = De aanvraag afmaken
zet-zienswijze-geven = Zeggen wat u van de aanvraag vindt
zet-aanvraag-doorsturen = De aanvraag doorsturen
zet-deskundigen-toewijzen = Twee deskundigen om advies vragen
zet-andere-deskundige-kiezen = Een andere deskundige kiezen
zet-aanvulling-geven = De aanvraag aanvullen
zet-aanvulling-verwerken = Vastleggen of de aanvulling er is
zet-aanvulling-beoordelen = Zeggen of de aanvulling genoeg is
zet-adviseren = Advies geven
zet-advies-meetekenen = Een advies meetekenen, of zelf adviseren
zet-besluit-nemen = Beslissen op de aanvraag
zet-besluit-bekendmaken = Het besluit bekendmaken
zet-dwangsom-vaststellen = De dwangsom vaststellen
zet-dwangsom-na-afloop = Alsnog de dwangsom vaststellen
zet-besluit-versturen = Het besluit versturen
# $per: kort
beurt-verklaring-weg = de verklaring waarvan een andere categorie is gevraagd, is ingetrokken per { $per }: kijk of deze aanvraag nog zin heeft, of vraag de school haar in te trekken
# $beloofd: kort
beurt-belofte-gebroken = beloofd was { $beloofd }; dat is niet gehaald
zet-weigering-versturen = De brieven van het besluit versturen
beurt-dag-van-bekendmaking = op de dag van de bekendmaking
beurt-besluit-ligt-nog = de brief ligt hier nog volgens het dossier. Ging hij op die dag weg? Leg dat vast. Ging hij niet weg? Maak het besluit dan opnieuw bekend: eerder geldt het niet
beurt-brief-ligt-nog = een van de brieven ligt hier nog volgens het dossier. Leg vast op welke dag hij wegging, of stuur hem nu
beurt-kennisgeving-mislukt = het bericht dat het besluit op de eigen pagina staat, kwam niet aan. Stuur de brief ook op papier: dat is een keuze van dit programma. De wet vraagt om het bericht nog eens te sturen of om het anders te laten weten
zet-plaatsing-regelen = Een plek regelen met de verklaring
zet-vervolg-bepalen = Bepalen hoe het verder gaat zonder deze verklaring
zet-verlenging-bekijken = Bekijken wat er nodig is na de verklaring
wet-op-tijd = er moet op tijd worden beslist
wet-te-laat = het besluit kwam te laat

## Brieven: in een lijst, en midden in een zin
brief-ontvangst-tlv-aanvraag = Ontvangst van de aanvraag
brief-in-zin-ontvangst-tlv-aanvraag = ontvangst tlv aanvraag
brief-verzoek-om-aanvulling = Verzoek om aanvulling
brief-in-zin-verzoek-om-aanvulling = verzoek om aanvulling
brief-afschrift-deskundigenadvies = Kopie van het advies
brief-in-zin-afschrift-deskundigenadvies = kopie van het advies
brief-besluit-tlv = Besluit op de aanvraag
brief-in-zin-besluit-tlv = besluit tlv
brief-besluit-dwangsom = Besluit over de dwangsom
brief-in-zin-besluit-dwangsom = besluit dwangsom
brief-intrekking-tlv = Intrekking van de verklaring
brief-in-zin-intrekking-tlv = intrekking tlv
brief-besluit-leerling = Besluit, in woorden voor de leerling
brief-mededeling-afwijking = Bericht aan de deskundige dat het besluit afwijkt
brief-in-zin-besluit-leerling = het besluit, in woorden voor de leerling
brief-in-zin-mededeling-afwijking = bericht aan de deskundige
brief-doorzending-tlv = Bericht dat de aanvraag is doorgestuurd
brief-in-zin-doorzending-tlv = bericht van doorsturen
brief-aanvraag-niet-behandeld = Besluit om de aanvraag niet te behandelen
brief-in-zin-aanvraag-niet-behandeld = besluit niet behandelen
brief-bericht-van-vertraging = Bericht dat het later wordt
brief-in-zin-bericht-van-vertraging = bericht van vertraging
brief-reactie-ingebrekestelling = Reactie op de ingebrekestelling
brief-in-zin-reactie-ingebrekestelling = reactie ingebrekestelling

## De zaak zelf
zaak = aanvraag
eigen-advies = u hebt over deze aanvraag zelf advies gegeven of zou dat doen
ander-beslist = iemand anders laten beslissen
geen-eigen-pagina = niet iedereen aan wie dit besluit is gericht, heeft een eigen pagina en vindt goed dat het daar wordt bekendgemaakt
per-post = het besluit per post sturen of uitreiken
eerst-horen = eerst de ouders en de school vragen wat zij ervan vinden, en dat opschrijven
# $op: kort
nog-niet-bekend = dit besluit wordt pas bekendgemaakt op { $op }; intrekken kan vanaf die dag
# $tot_en_met: kort
reactie-tot = de ouders kunnen tot en met { $tot_en_met } reageren op het advies: schrijf op waarom u daar niet op wacht
# $op: kort
beslissen-vanaf = wachten op hun reactie; vanaf { $op } kan het zonder uitleg
afzender-niet-in-dossier = deze naam staat niet bij de ouders in het dossier
een-van = kies de naam zoals die in het dossier staat: { $namen }
# $soort: zin
niet-voor-uw-school = een school van uw soort vraagt geen verklaring voor { $soort } aan
# $leeftijd: getal
# $tot_en_met: kort
te-oud-voor-die-school = een leerling gaat weg van zo'n school aan het eind van het schooljaar waarin hij { $leeftijd } wordt: dat is { $tot_en_met }. Alleen met een ontheffing van de inspecteur mag een leerling in het voortgezet speciaal onderwijs langer blijven; die kent dit programma niet
# $per: kort
eindigt-al = deze verklaring eindigt al per { $per }. Intrekken kan alleen per een eerdere dag

## Voor welk kind de aanvraag is
# $geboren: kort
verbetering-gevraagd = De school vraagt of de aanvraag over hetzelfde kind gaat als het zo staat: { $naam }, geboren { $geboren }
verbetering-akkoord = Het samenwerkingsverband zegt dat het hetzelfde kind is
verbetering-niet-akkoord = Het samenwerkingsverband neemt de andere naam of geboortedatum niet over
zet-verbetering-beoordelen = Zeggen of een andere naam of geboortedatum klopt
zet-verbetering-doorvoeren = De naam of geboortedatum verbeteren
# $geboren: kort
beurt-verbetering = de aanvraag is voor { $nu }; de school wil het zo: { $wordt }, geboren { $geboren }
beurt-verbetering-akkoord = het samenwerkingsverband vindt dat het hetzelfde kind is
# $nr: getal
# $geboren: kort
kind-van-aanvraag = aanvraag { $nr } gaat over { $naam }, geboren { $geboren }: het samenwerkingsverband beslist over dat kind
eerst-verbetering-voorleggen = de andere naam of geboortedatum eerst voorleggen aan het samenwerkingsverband, op de pagina van de aanvraag
aanvraag-loopt-niet = deze aanvraag is niet verstuurd, of is voorbij
gegevens-zelf-verbeteren = de naam of de geboortedatum verbeteren in de tijdlijn
zo-staat-het-er-al = zo staat het er al
verbetering-ligt-voor = dit ligt al bij het samenwerkingsverband
geen-verbetering-gevraagd = de school vroeg niet om een andere naam of geboortedatum
waarom-niet-akkoord = schrijf op waarom niet
