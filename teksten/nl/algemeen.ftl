# Wat in elk proces kan voorkomen.

## Op de tijdlijn
# $zin: zin
later-verbeterd = { $zin } (later verbeterd)
# $zin: zin
later-teruggenomen = { $zin } (later teruggenomen)
dossier-geopend = Dossier geopend
verbeterd = Verbeterd: { $waarom }
teruggenomen = Teruggenomen: { $waarom }
# $brief: zin
brief = Brief: { $brief }
# $brief: zin
# $stap: zin
# $op: kort
post-verwerkt = Brief { $stap } op { $op }: { $brief }
# $brief: zin
# $stap: zin
# $op: kort
# $uiterlijk: kort
post-verwerkt-later = Brief { $stap } op { $op }: { $brief }. Bezwaar maken kan daardoor tot en met { $uiterlijk }
# $gegevens: getal
# $bijlagen: getal
oso-overgenomen = OSO-dossier overgenomen: { $gegevens } gegevens, { $bijlagen } bijlagen
vernietigd = Iets wat na de bewaartermijn is vernietigd
nieuwere-versie = Iets wat een nieuwere versie van Leerrecht heeft vastgelegd

## Waarom iets niet kan, en wat wel
niet-in-dossier = dit staat niet in het dossier
niet-leesbaar = dit gegeven is niet meer te lezen
andere-houder = dit is vastgelegd door een andere organisatie
organisatie-verbetert = die organisatie vragen het te verbeteren
van-een-ander = dit is vastgelegd door iemand van buiten uw organisatie
diegene-verbetert = diegene vragen het te verbeteren, of uw eigen kant van het verhaal vastleggen
niet-vast-te-leggen = dit gegeven is niet vast te leggen
niet-te-verbeteren = hier hangen besluiten en termijnen aan
nieuwe-stap = een nieuwe stap vastleggen die zegt hoe het wel is
kind-is-uitgeschreven = het kind is hier uitgeschreven: uw school zoekt uit waar het is, en wijzigt verder niets over het kind
nieuwe-school-verbetert = de uitschrijving verbeteren als die niet klopt. Wat er verder niet klopt, legt de school vast waar het kind nu is
# $op: kort
al-verstuurd = de brief over dit besluit is al verstuurd, op { $op }
besluit-herroepen = het besluit herroepen, of een nieuw besluit nemen
al-herroepen = dit besluit is al herroepen
bezwaar-nog-niet-gehoord = wie bezwaar maakt, krijgt de kans om te worden gehoord voordat het bestuur opnieuw beslist; hier staat nog niet wanneer dat was
eerst-horen-op-bezwaar = eerst die kans geven, en die dag invullen
# $vanaf: kort
recht-zou-vervallen = volgens de dag die er staat heeft het kind sinds { $vanaf } recht op een tijdelijke plek; volgens deze dag nog niet
recht-vervalt-aanvinken = aankruisen dat dit recht vervalt, als u zeker weet dat de eerste dag fout was
zelfde-soort = een verbetering is van dezelfde soort als wat er stond
uitschrijving-hoort-bij-besluit = deze uitschrijving hoort bij een besluit en verandert alleen met dat besluit
besluit-herzien-of-opnieuw-inschrijven = wie het besluit nam vragen het te herzien. Komt de leerling terug, schrijf het kind dan opnieuw in
uitschrijving-hoort-bij-overlijden = deze uitschrijving is vastgelegd toen hier stond dat het kind was overleden. Dat was een vergissing, en de uitschrijving verviel daarmee
opnieuw-uitschrijven = gaat het kind echt weg, schrijf het dan opnieuw uit
al-begonnen-op-school = het kind is al op school: met deze dag zou het nooit leerling zijn geweest, of nu niet meer
uitschrijven-of-verwijderen = een eerste dag kiezen die niet na vandaag ligt. Gaat het kind weg, schrijf het dan uit; moet het weg, volg dan de stappen van een verwijdering
# $op: kort
toen-nog-leerling = op { $op } was het kind leerling van deze school: daar hangt een schorsing of verwijdering aan
andere-dag-kiezen = een dag kiezen waarbij het kind toen leerling was
toen-op-andere-school = dagen waarop het kind leerling was van een andere school, blijven dagen daar
schorsing-is-begonnen = deze schorsing is al begonnen: zij gaat niet naar dagen die nog komen
nieuwe-schorsing = een nieuwe schorsing vastleggen, met een eigen brief
heeft-eigen-pagina = deze persoon heeft een eigen pagina: met deze naam wordt het iemand anders
wordt-iemand-anders = met deze naam wordt het iemand anders dan wie hier is vastgelegd
nieuwe-persoon = de ander toevoegen als nieuwe persoon. Staat deze persoon niet meer om het kind, wijzig dan het gezag
verbetering-neemt-gezag-af = deze persoon heeft gezag over het kind: een verbetering neemt dat niet weg
gezag-wijzigen-met-bewijs = het gezag wijzigen vanaf een dag, met het stuk waaruit dat blijkt
niemand-met-gezag-over = zo heeft niemand meer gezag over dit kind, en het is niet meerderjarig
eerst-gezag-vastleggen = eerst de ouder of voogd toevoegen die gezag heeft
verbetering-maakt-meerderjarig = met deze geboortedatum is de leerling meerderjarig, of over een paar dagen. Dan beslissen de ouders niets meer. Dat doet een verbetering niet
eerst-gezag-van-ouders-wijzigen = klopt deze geboortedatum echt, leg dan eerst voor iedere ouder vast dat het gezag voorbij is, met het stuk waaruit dat blijkt
# $op: kort
maakt-meerderjarig-tijdens-zaak = met deze geboortedatum wordt de leerling op { $op } al meerderjarig, en er loopt een zaak waarin de ouders beslissen of worden gehoord. Een verbetering neemt die niet uit hun handen
eerst-zaak-afmaken = eerst afmaken of intrekken wat er loopt, en dan de geboortedatum verbeteren
# $dagen: getal
eerste-dag-te-ver-vooruit = zo verdwijnen meer dan { $dagen } dagen waarop het kind leerling was. Dat doet een verbetering niet (eigen regel van dit programma)
datum-staat-er-al = dit staat er al
termijn-al-verlengd = de termijn is al verlengd, en van een minderjarig kind dat zelf asiel vroeg of van wie een ouder dat deed, kan dat niet
nu-beslissen-zonder-vinkje = beslis nu; de aanmelding blijft zoals zij is
# $dag: kort
bevestigd-op = de ouders bevestigden deze aanmelding op het open formulier, op { $dag }: later kan niet
zelf-ingediend = de ouders hebben dit zelf op die dag ingediend: later kan niet
wens-van-ouders = deze dag schreven de ouders zelf in hun aanmelding: u kunt haar eerder zetten en niet later
ouders-opnieuw-aanmelden = toelaten vanaf die dag, of de ouders vragen het zelf te zeggen met een nieuwe aanmelding
# $op: kort
al-gevraagd-op = u vroeg al op { $op } om informatie
in-de-toekomst = deze datum ligt in de toekomst
# $jaar: getal
te-oud = dit is ouder dan { $jaar } jaar
brief-niet-in-dossier = deze brief staat niet in het dossier
brief-vraagt-niets-meer = wat deze brief vraagt, is al beantwoord of niet meer nodig: hij gaat niet meer weg
# $stap: zin
# $op: kort
al-verwerkt = deze brief is al { $stap } op { $op }
stap-verbeteren = de dag of de manier verbeteren, als die niet klopt
niemand-meer = deze brief wordt niet meer verstuurd: degene voor wie hij is, heeft geen gezag meer, hoort niet meer bij het kind, is overleden of mag niet meer weten waar het kind is, of het kind is overleden
nieuwe-brief = deze brief geldt niet meer: over dit besluit is een nieuwe brief gemaakt
kennisgeving-mislukt = Bericht dat er een besluit op de eigen pagina staat: niet aangekomen
tekst-vrijgegeven = Redenen vrijgegeven voor iemand voor wie geheim is waar het kind is
geen-tekst-vrij-te-geven = hier staan geen redenen die u kunt vrijgeven
voor-wie-tekst-vrij = kies voor wie u deze tekst vrijgeeft
tekst-niet-vrij-voor = deze tekst is niet vrij te geven voor deze persoon: voor die is niets geheim, de tekst is van voor de geheimhouding, of de tekst is al vrij
# $woord: tekst
tekst-verraadt = in deze tekst staat ‘{ $woord }’: daaraan kan deze persoon zien waar het kind is
tekst-anders-schrijven = het vinkje weghalen: de tekst blijft zoals hij is, en de brief zegt dat de redenen er niet in staan. Of de redenen zonder dat woord schrijven, zolang u ze nog niet vastlegde
kennisgeving-kwam-niet-aan = het bericht dat deze brief op de eigen pagina staat, kwam niet aan: hij gaat nu op papier
niet-digitaal = niet iedereen aan wie deze brief is gericht, heeft gezegd dat hij digitaal mag komen
nieuwe-brief-versturen = de nieuwe brief versturen
# $op: kort
bekendgemaakt-op = dit besluit is bekendgemaakt op { $op }: vanaf die dag telt wat er in de brief staat
opnieuw-bekendmaken = eerst het besluit opnieuw bekendmaken, met de dag waarop de brief echt weggaat. Dan komt er een nieuwe brief
# $op: kort
al-overgenomen = ditzelfde bestand is al overgenomen op { $op }
verder-werken = verder werken met wat er al staat
ander-samenwerkingsverband = dit is bij een ander samenwerkingsverband
andere-school = dit is bij een andere school
overleggen = overleggen met wie het wel doet
nieuwer-dossier = in dit dossier staat iets dat een nieuwere versie van Leerrecht heeft geschreven
lezen = lezen. Vraag de beheerder om het programma bij te werken
dossier-bestaat = dit dossier bestaat al
geen-dossier = dit dossier bestaat niet
overleden = dit kind is overleden; alle termijnen en taken zijn gestopt
verbeteren-of-uitschrijven = een gegeven verbeteren, of het kind uitschrijven
school-bellen = de school bellen als u iets wilt vragen; u hoeft hier niets meer te doen
nog-leeg = dit is nog leeg
# $tekens: getal
te-lang = dit is langer dan { $tekens } tekens
# $letters: getal
reden-te-kort = schrijf de reden op in ten minste { $letters } letters: wie dit later leest, moet kunnen begrijpen waarom
een-regel = dit moet op één regel staan
verkeerd-teken = hierin staat een teken dat niet kan
# $hoogstens: getal
te-veel = dit zijn er meer dan { $hoogstens }
# $dag: kort
dag-in-de-toekomst = { $dag } ligt in de toekomst
# $een: zin
# $ander: zin
beurt-redenen = { $een }; { $ander }
# $grond: zin
beurt-met-artikel = { $grond } ({ $artikel })
# $van: kort
beurt-na-de-dag = die dag was al voorbij toen deze stap kon beginnen, op { $van }
# $dag: kort
# $eerste: kort
dag-voor = { $dag } is te vroeg; de eerste dag die kan, is { $eerste }
# $dag: kort
# $laatste: kort
dag-te-ver = { $dag } is te laat; de laatste dag die kan, is { $laatste }
wat-ontbreekt = schrijf op wat er nog ontbreekt
geef-tijd = geef tijd om te antwoorden: kies een dag na vandaag
# $weken: getal
staat-te-lang-stil = de termijn staat zo te lang stil: geef hooguit { $weken } weken
# $tot_en_met: kort
dag-tot-en-met = een dag kiezen tot en met { $tot_en_met }
alleen-voor-uzelf = u kunt dit alleen voor uzelf doen
niet-op-deze-pagina = dit kunt u niet op deze pagina doen
steunpunt-bellen = het ouder- en jeugdsteunpunt of het samenwerkingsverband bellen
hoe-lieten-ouders-weten = schrijf op hoe en wanneer de ouders dit lieten weten
# $op: kort
regel-geldt-niet = de regel { $regel } geldt niet op { $op }
datum-nakijken = nakijken of de datum klopt
vo-school-vraagt-aan = dit laten aanvragen door de school voor voortgezet onderwijs waar de leerling is aangemeld of ingeschreven
swv-onbekend = het dossier zegt nog niet welk samenwerkingsverband bevoegd is
postcode-invullen = de postcode van het kind of het samenwerkingsverband van de school invullen. { $fout }
# $vroegst: kort
einddatum-kiezen = een einddatum kiezen op 31 juli, op zijn vroegst { $vroegst }
parameter-ontbreekt = de wet geeft op deze datum geen waarde voor { $naam }

## Wat een veld verwacht
vorm-eigen-school = een school waar u zelf werkt
# $hoogstens: getal
vorm-rijen = hoogstens { $hoogstens } keer
# $nr: getal
rij-ouder = Ouder of voogd { $nr }
vorm-keuze = kies een van de antwoorden die er staan
vorm-nummer = een nummer uit dit dossier
vorm-nummers = nummers uit dit dossier
vorm-zaak = een zaak uit dit dossier, zoals aanmelding-1
vorm-categorie = een bekostigingscategorie
vorm-weken = een aantal weken
vorm-postcode = '{ $gegeven }' is geen postcode; verwacht: vier cijfers en twee letters, zoals 1315AB
vorm-vestiging = '{ $gegeven }' is geen vestigingscode; verwacht: zes letters of cijfers, zoals 32JK00
vorm-verband = '{ $gegeven }' is geen code van een samenwerkingsverband; verwacht: PO of VO met vier cijfers, zoals PO2401
