# Verwijdering en schorsing.

## Op de tijdlijn
voornemen = Voornemen tot verwijdering
gehoord = Gehoord over de verwijdering
niemand-kwam = Ouders kwamen niet naar het gesprek over verwijdering
leerling-kwam-niet = Leerling kwam niet naar het gesprek over verwijdering
# $op: kort
gesprek-verzet = Gesprek over de verwijdering verzet naar { $op }
overleg-begonnen = Overleg met de Inspectie begonnen
inspectie-geraadpleegd = Inspectie geraadpleegd
school-bereid = { $school } wil de leerling toelaten
# $per: kort
verwijderd-per = Verwijderd per { $per }
# $van: kort
elders-vastgesteld = Leerling zit op een andere school, vanaf { $van }
voornemen-ingetrokken = Voornemen tot verwijdering ingetrokken
gemeld-gemeente = Verwijdering gemeld aan de gemeente { $gemeente }
verwijdering-gemeld-inspectie = Verwijdering gemeld aan de Inspectie
schorsing-gemeld-inspectie = Schorsing gemeld aan de Inspectie
# $van: kort
# $tot_en_met: kort
geschorst-van = Geschorst van { $van } tot en met { $tot_en_met }
# $terug_op: kort
schorsing-geeindigd = Schorsing eerder voorbij: weer op school vanaf { $terug_op }
schorsing-gaat-niet-door = Schorsing gaat niet door
verwijdering-herroepen = Verwijdering herroepen: de leerling is niet verwijderd
schorsing-herroepen = Schorsing herroepen

## Waarom iets niet kan, en wat wel
# $fase: zin
afgerond = deze verwijdering is al afgerond: { $fase }
niet-in-dossier = deze verwijdering staat niet in het dossier
niet-ingeschreven = dit kind staat niet op uw school ingeschreven
andere-sector = voor deze school gelden de regels van een andere sector
loopt-al = er loopt al een voornemen tot verwijdering
# $per: kort
al-verwijderd = deze leerling is al verwijderd, met ingang van { $per }
alleen-instelling-zoekt = alleen een instelling voor cluster 1 of 2 mag verwijderen als het zoeken naar een andere school niets opleverde
# $weken: getal
# $vanaf: kort
te-kort-gezocht = de wet vraagt dat er aantoonbaar { $weken } weken is gezocht; dat is pas zo op { $vanaf }
beurt-niet-leerplichtig = voor deze leerling geldt de Leerplichtwet niet; een andere school hoeft er niet te zijn
vorderingen-kies = zeg of u deze leerling verwijdert omdat hij te weinig vorderingen maakt. Dan mag het niet in de loop van een schooljaar
vorderingen-ja-of-nee = kies ja of nee. Is het een van de redenen, kies dan ja
vorderingen-in-het-jaar = om te weinig vorderingen wordt een leerling niet in de loop van een schooljaar verwijderd
# $per: kort
vorderingen-vanaf = de leerling het schooljaar laten afmaken, en verwijderen met ingang van { $per }
niet-gehoord = het gesprek over de verwijdering is nog niet gevoerd
eerst-gesprek = eerst het gesprek vastleggen
# $persoon: getal
geen-ouder = nummer { $persoon } is op die dag geen ouder, voogd of verzorger van dit kind
# $op: kort
nog-uitgenodigd = nog niet iedereen is gehoord, en er is uitgenodigd voor { $op }. Tot en met die dag kunnen de anderen nog komen of schrijven
# $op: kort
vastleggen-vanaf = het gesprek vastleggen als u iedereen hebt gehoord, of vanaf { $op }
# $op: kort
niemand-op-eerdere-dag = er was uitgenodigd voor { $op }. Dat er niemand kwam, geldt pas voor die dag: daarvoor was nog tijd om te komen of te schrijven
# $op: kort
dag-van-gesprek-invullen = als dag { $op } invullen, of een latere dag
# $op: kort
gesprek-komt-nog = er is uitgenodigd voor een gesprek op { $op }. Tot die dag kan de school niet beslissen, en op die dag alleen als iedereen is gehoord: wie nog niet is gehoord, kan die hele dag nog komen of schrijven
# $op: kort
gesprek-komt-nog-gehoord = er is uitgenodigd voor een gesprek op { $op }. Iedereen is al gehoord, en toch beslist de school niet voor die dag: wie is uitgenodigd, kan dan nog komen of schrijven (eigen regel van dit programma)
# $op: kort
beslissen-vanaf = beslissen vanaf { $op }
ouder-schreef = een ouder schreef op de eigen pagina wat hij of zij van de verwijdering vindt, en u legde dat nog niet vast
ouder-schreef-vastleggen = lezen wat die ouder schreef, deze ouder aanvinken en vastleggen wat hij of zij vindt
leerling-schreef = de leerling schreef op de eigen pagina wat hij of zij van de verwijdering vindt, en u legde dat nog niet vast
leerling-schreef-vastleggen = lezen wat de leerling schreef, de leerling aanvinken en vastleggen wat hij of zij vindt
leerling-niet-gehoord = de leerling beslist nu zelf en komt in de plaats van de ouders, maar is niet uitgenodigd voor het gesprek en ook niet gehoord
leerling-alsnog-horen = de leerling horen, en dat vastleggen. Komt de leerling niet, verzet dan het gesprek: dan krijgt de leerling een uitnodiging
ouder-niet-bereikt = de uitnodiging voor het gesprek is niet op tijd naar een ouder gestuurd, en deze ouder is niet gehoord
leerling-niet-bereikt = de uitnodiging voor het gesprek is niet op tijd naar de leerling gestuurd, en de leerling is niet gehoord
uitnodiging-versturen = ging de brief wel op tijd weg, leg dat dan vast bij Post, met de dag. Anders: verzet het gesprek en stuur de nieuwe uitnodiging, of praat alsnog en leg dat vast
ouder-niet-gehoord = een ouder die nu in het dossier staat, is niet uitgenodigd voor het gesprek en ook niet gehoord
ouder-alsnog-horen = deze ouder alsnog horen, en dat vastleggen. Komt deze ouder niet, trek dan het voornemen in en neem het opnieuw: dan krijgen alle ouders een uitnodiging
redenen-niet-verzonden = de brief met de redenen van het voornemen is nog niet naar iedereen verstuurd die gehoord moet worden
redenen-verzenden = eerst die brief versturen, en dat bij Post vastleggen
pas-zonder-gezag = kort geleden is vastgelegd dat een ouder geen gezag meer heeft, en deze ouder is niet gehoord. Deze ouder kan nog zeggen dat het niet klopt
# $op: kort
die-ouder-horen-of-vanaf = deze ouder toch horen, of beslissen vanaf { $op }
geen-overleg-inspectie = er is nog geen overleg geweest met de Inspectie
geen-overleg-op-besluitdag = er is nog geen overleg geweest met de Inspectie, en vandaag geldt de Leerplichtwet nog voor deze leerling. De wet zegt niet of de dag van het besluit telt of de eerste dag zonder school: dit programma vraagt het overleg op allebei
# $op: kort
eerst-inspectie-of-vanaf = eerst de Inspectie raadplegen, of beslissen vanaf { $op }: dan geldt de Leerplichtwet niet meer
eerst-inspectie = eerst de Inspectie raadplegen
geen-school = er is nog geen andere school die de leerling wil toelaten
geen-school-op-besluitdag = er is nog geen andere school die de leerling wil toelaten, en vandaag geldt de Leerplichtwet nog voor deze leerling. De wet zegt niet of de dag van het besluit telt of de eerste dag zonder school: dit programma vraagt een andere school op allebei
# $op: kort
verder-zoeken-of-vanaf = verder zoeken, of beslissen vanaf { $op }: dan geldt de Leerplichtwet niet meer
zonder-school-niet-hier = dat is voor een leerling van deze school geen reden om zonder andere school te verwijderen
# $tot_en_met: kort
nog-schoolplichtig = deze leerling moet tot en met { $tot_en_met } naar school, ook met een diploma
elders-al-vastgesteld = er is al vastgelegd waar de leerling nu naar school gaat
overleg-niet-begonnen = er is niet vastgelegd dat het overleg met de Inspectie op die dag begonnen is
eerst-overleg-beginnen = eerst bij de verwijdering vastleggen wanneer het overleg begon, en met wie
overleg-al-begonnen = het begin van het overleg met de Inspectie is al vastgelegd
overleg-niet-nodig = overleg met de Inspectie hoort alleen bij de verwijdering uit het voortgezet onderwijs van een leerling voor wie de Leerplichtwet geldt
schorsing-voorbij = deze schorsing is al voorbij
schorsing-was-er-niet = deze schorsing ging niet door
gesprek-staat-al-zo = voor die dag is al uitgenodigd
gesprek-ligt-vast = het voornemen is al besloten of ingetrokken: wat in het gesprek is gezegd, en wie er kwam, hoort daarbij
gesprek-op-werkdag = die dag is geen werkdag
# $dagen: getal
# $stond: kort
gesprek-te-vroeg = er is uitgenodigd voor { $stond }. Het gesprek gaat naar een latere dag, en er zitten minstens { $dagen } dagen tussen de brief en het gesprek (eigen regel van dit programma)
# $vanaf: kort
latere-dag-of-akkoord = een dag vanaf { $vanaf } kiezen. Een eerdere dag kan als iedereen die nog gehoord moet worden, het daarmee eens is: kruis dat dan aan
# $keren: getal
gesprek-vaak-verzet = dit gesprek is al { $keren } keer verzet (eigen regel van dit programma)
vastleggen-of-intrekken = vastleggen wie er kwam of schreef, of dat niemand kwam. Of het voornemen intrekken
# $op: kort
verzet-gesprek-open = het gesprek is verzet naar { $op }, en er is nog niet vastgelegd wie er toen kwam
verzet-gesprek-vastleggen = eerst vastleggen wie er op de nieuwe dag kwam of schreef, of dat niemand kwam
# $dag: dag
schorsing-vrije-dag = { $dag } is een dag in het weekend of een feestdag. Klopt dat? Kruis dan hieronder aan dat het zo bedoeld is, of kies een andere dag
geen-overleg-gaande = langer schorsen kan alleen in het voortgezet onderwijs, zolang er over een voornemen tot verwijdering van een leerling voor wie de Leerplichtwet geldt, overleg is met de Inspectie
verder-zoeken = verder zoeken, of het samenwerkingsverband om hulp vragen. De leerling blijft tot dan ingeschreven
niet-verwijderd = de leerling is niet verwijderd
al-gemeld-gemeente = deze verwijdering is al aan de gemeente gemeld
al-gemeld-inspectie = dit is al aan de Inspectie gemeld
schorsing-niet-in-dossier = deze schorsing staat niet in het dossier
# $tot_en_met: kort
al-geschorst = er is al een schorsing tot en met { $tot_en_met }
# $dagen: getal
te-lang = { $dagen } dagen is te lang voor een schorsing
# $dagen: getal
samen-te-lang = samen met de schorsing ervoor of erna wordt dit { $dagen } dagen achter elkaar: dat is te lang (zo leest dit programma de week van de wet)
# $dagen: getal
overleg-dagen-op = deze leerling was dit schooljaar al { $dagen } dagen geschorst voor overleg met de Inspectie: langer mag niet, ook niet bij een nieuw voornemen (eigen regel van dit programma)
korter-of-praten = een kortere schorsing, of praten met de ouders over wat er wel kan

## Waarom iemand aan zet is
# $dagen: getal
beurt-schorsing-melden = een schorsing van { $dagen } dagen moet de Inspectie weten
beurt-eerst-horen = eerst horen, dan beslissen
beurt-ouder-schreef = een ouder schreef wat hij of zij vindt, en dat is nog niet vastgelegd
beurt-leerling-schreef = de leerling schreef wat hij of zij vindt, en dat is nog niet vastgelegd
beurt-leerling-niet-gehoord = de leerling beslist nu zelf, en is nog niet uitgenodigd en niet gehoord
beurt-uitnodiging-bleef-liggen = de uitnodiging is niet op tijd verstuurd, zoals het bij Post staat: leg daar vast dat zij wegging, of verzet het gesprek
beurt-ouder-niet-gehoord = een ouder is nog niet uitgenodigd en niet gehoord
beurt-zonder-school-niet = zonder andere school geen verwijdering
beurt-eerst-overleg = in het voortgezet onderwijs eerst overleg met de Inspectie
beurt-er-is-een-school = er is een andere school
beurt-niet-zonder-school = een leerling die naar school moet, mag niet zonder school zitten
# $per: kort
beurt-straks-naar-school = vanaf { $per } moet deze leerling naar school: dan mag hij er niet zonder zitten
beurt-meteen-melden = meteen melden
beurt-melden-na-besluit = melden na het besluit

## Wat er moet gebeuren
zet-ouders-en-leraar-horen = Horen voor een verwijdering
zet-gesprek-voeren = Komen naar het gesprek over de verwijdering, of schrijven
zet-inspectie-raadplegen = Overleggen met de Inspectie
zet-andere-school-zoeken = Een andere school zoeken
zet-verwijdering-beslissen = Beslissen over de verwijdering
zet-elders-nagaan = Nagaan of de leerling op een andere school zit
zet-elders-nagaan-voor-melding = Nagaan of de leerling al op een andere school zit
zet-gemeente-melden = De verwijdering melden aan de gemeente
zet-inspectie-melden = Melden aan de Inspectie
wet-eerst-horen = eerst moet iedereen die de wet noemt zijn mening kunnen geven
wet-eerst-overleg = de school moet eerst overleggen met de Inspectie
wet-eerst-school = de school moet eerst een andere school vinden
wet-gemeente = de school moet dit melden aan de gemeente
wet-inspectie = de school moet dit melden aan de Inspectie

## Brieven: in een lijst, en midden in een zin
brief-voornemen-verwijdering = Voornemen tot verwijdering
brief-in-zin-voornemen-verwijdering = voornemen verwijdering
brief-gesprek-verzet = Gesprek over de verwijdering op een andere dag
brief-in-zin-gesprek-verzet = gesprek verzet
brief-voornemen-ingetrokken = Voornemen tot verwijdering ingetrokken
brief-in-zin-voornemen-ingetrokken = voornemen ingetrokken
brief-verwijdering = Verwijdering
brief-in-zin-verwijdering = verwijdering
brief-melding-verwijdering = Melding van de verwijdering
brief-in-zin-melding-verwijdering = melding verwijdering
brief-melding-inspectie = Melding aan de Inspectie
brief-in-zin-melding-inspectie = melding inspectie
brief-schorsing = Schorsing
brief-in-zin-schorsing = schorsing
brief-einde-schorsing = Einde van de schorsing
brief-in-zin-einde-schorsing = einde van de schorsing
brief-besluit-herroepen = Besluit herroepen
# $zaak: zin
brief-herroepen-van = Besluit herroepen ({ $zaak })
brief-in-zin-besluit-herroepen = besluit herroepen

## Wat iemand kan doen: hoe het heet, wat het betekent, en wat er daarna gezegd wordt
daad-naam = { $code ->
    [hoor_ouders_en_leraar] Vastleggen wat er in het gesprek is gezegd
    [verzet_gesprek] Het gesprek verzetten
    [begin_overleg] Vastleggen dat het overleg met de Inspectie begint
    [raadpleeg_inspectie] Vastleggen wat er uit het overleg met de Inspectie kwam
    [vind_bereide_school] Een school vastleggen die de leerling wil toelaten
    [verwijder] Besluiten tot verwijdering
    [stel_elders_vast] Vastleggen dat de leerling op een andere school zit
    [herroep_verwijdering] De verwijdering herroepen
    [meld_aan_ben_w] Vastleggen dat u het de gemeente hebt gemeld
    [meld_aan_inspectie] Vastleggen dat u het de Inspectie hebt gemeld
   *[trek_voornemen_in] Het voornemen intrekken
}
daad-uitleg = { $code ->
    [hoor_ouders_en_leraar] Eerst horen, dan beslissen.
    [verzet_gesprek] Als een ouder of de leerling op die dag niet kan komen. Iedereen die is uitgenodigd, krijgt een brief met de nieuwe dag. Wat u al hoorde, blijft staan.
    [begin_overleg] Wie u sprak en vanaf wanneer. Alleen in die tijd mag een schorsing langer duren dan anders.
    [raadpleeg_inspectie] In het voortgezet onderwijs moet dat vóór het besluit. Een schorsing voor de tijd van het overleg eindigt dan.
    [vind_bereide_school] Zonder andere school mag u een leerling voor wie de Leerplichtwet geldt, niet verwijderen. In het basisonderwijs geldt dat voor elke leerling.
    [verwijder] De ouders krijgen een brief met hun rechten.
    [herroep_verwijdering] Na een bezwaar, of als u zelf ziet dat het besluit niet goed was. De leerling is dan niet verwijderd en blijft ingeschreven, zonder gat.
    [stel_elders_vast] Als u weet dat de leerling daar echt naar school gaat. Tot dan blijft u aan zet.
    [meld_aan_ben_w] Dat moet meteen na het besluit. Geef het burgerservicenummer of onderwijsnummer apart: dat staat niet in de brief.
    [meld_aan_inspectie] In het voortgezet onderwijs, na het besluit.
   *[trek_voornemen_in] De leerling blijft op school.
}
daad-gedaan = { $code ->
    [hoor_ouders_en_leraar] Vastgelegd wat er in het gesprek is gezegd.
    [verzet_gesprek] Het gesprek is verzet. Zij krijgen een brief met de nieuwe dag.
    [begin_overleg] Vastgelegd dat het overleg met de Inspectie is begonnen.
    [raadpleeg_inspectie] Het overleg met de Inspectie is vastgelegd.
    [vind_bereide_school] De andere school is vastgelegd.
    [verwijder] Het besluit is vastgelegd. Meld het nu aan de gemeente.
    [stel_elders_vast] Vastgelegd dat de leerling op een andere school zit.
    [herroep_verwijdering] De verwijdering is herroepen. Wie de brief over het besluit kreeg, krijgt daarover een brief.
    [meld_aan_ben_w] De melding aan de gemeente is vastgelegd.
    [meld_aan_inspectie] De melding aan de Inspectie is vastgelegd.
   *[trek_voornemen_in] Het voornemen is ingetrokken. De leerling blijft op school.
}

## De zaak zelf
zaak-verwijdering = verwijdering
zaak-schorsing = schorsing
