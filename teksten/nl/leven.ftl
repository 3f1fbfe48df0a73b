# Wat er in het leven van een kind verandert.

## Op de tijdlijn
# $relatie: zin
toegevoegd = Toegevoegd als { $relatie }: { $naam }
# $per: kort
gezag-gewijzigd = Gezag gewijzigd per { $per }
# $per: kort
contact-gewijzigd = Contactgegevens gewijzigd per { $per }
tolk-nodig = Bij een gesprek met iemand rond het kind is een tolk nodig
geen-tolk-nodig = Vastgelegd in welke taal iemand rond het kind praat
verzorger-leest-niets = Vastgelegd: een pleegouder of verzorger leest niets op een eigen pagina
verzorger-leest-aanmelding = Vastgelegd: een pleegouder of verzorger mag over aanmelding en plek lezen
verzorger-leest-ook-plan = Vastgelegd: een pleegouder of verzorger mag over aanmelding en plek lezen, en het plan en de hulp op school
iets-gezegd = Ouder of leerling liet de school iets weten
# $over: zin
iets-gezegd-over = Ouder of leerling liet de school iets weten over de { $over }
# $wat: zin
alleen-voor-school = { $wat } (alleen voor de school, en niet voor de rest van het gezin)
woorden-gezien = De school las wat ouder of leerling schreef
woorden-beantwoord = De school las wat ouder of leerling schreef, en gaf antwoord
niemand-bereikt = Niemand met gezag is bereikbaar
iemand-bereikt = Iemand met gezag is weer bereikt
ouder-uitgenodigd = Ouder uitgenodigd voor de eigen pagina
eigen-pagina-beeindigd = De school sloot een eigen pagina
ouder-aangesloten = Eigen pagina in gebruik
leerling-uitgenodigd = Leerling uitgenodigd voor de eigen pagina
leerling-aangesloten = Leerling gebruikt de eigen pagina
leerling-wel-digitaal-bereikbaar = Leerling vindt goed dat besluiten op de eigen pagina worden bekendgemaakt
leerling-niet-digitaal-bereikbaar = Leerling wil dat besluiten niet meer op de eigen pagina worden bekendgemaakt
wel-digitaal-bereikbaar = Ouder vindt goed dat besluiten op de eigen pagina worden bekendgemaakt
bericht-of-geen-bericht = wie besluiten op de eigen pagina krijgt, hoort per e-mail dat er een besluit staat, of zegt dat dat niet hoeft
berichten-aanzetten = Zet eerst ‘Een e-mail krijgen als er iets nieuws is’ aan. Of kruis hier aan dat u geen bericht wilt.
geen-berichten-hier = Van hier gaan geen e-mails uit. Kruis aan dat u geen bericht wilt, of kies voor papier.
niet-digitaal-bereikbaar = Ouder wil dat besluiten niet meer op de eigen pagina worden bekendgemaakt
# $per: kort
verhuisd = Verhuisd per { $per }
# $per: kort
pleegouders = Woont bij pleegouders sinds { $per }
# $per: kort
meerderjarig = Vastgelegd: meerderjarig vanaf { $per }
gegevens-gewijzigd = Gegevens van de leerling gewijzigd
adres-geheim = Adres is geheim
adres-niet-geheim = Adres is niet meer geheim
nummer-ontvangen = Persoonsgebonden nummer ontvangen door de school
leerling-overleden = Overleden
iemand-overleden = Iemand rond de leerling is overleden
ingeschreven = Ingeschreven bij { $school }
uitgeschreven = Uitgeschreven: { $reden }
# $grond: zin
# $per: kort
uitgeschreven-om = Uitgeschreven vanaf { $per }: { $grond }
school-nagegaan = De school ging na waar het kind naar school gaat
verklaring-vermeld = Vermeld met welke toelaatbaarheidsverklaring het kind op de school zit, of waaruit die volgt
verklaring-bij-inschrijving = voor een plek op deze school is een toelaatbaarheidsverklaring nodig: schrijf op met welke het kind er zit
nummer-of-waaruit = het nummer en het samenwerkingsverband opschrijven, of waaruit de verklaring volgt: bijvoorbeeld het oude dossier en wat daarin staat
verhuizing-nagegaan = Nagegaan wat meegaat na de verhuizing
geen-verhuizing-na-te-gaan = er is geen verhuizing naar een ander samenwerkingsverband waarvan u nog moet zeggen wat meegaat
gezag-nagekeken = De school keek na wie gezag over het kind heeft
geen-gezag-na-te-kijken = er is geen aanmelding van het open formulier waarvan u nog moet zeggen wat u van het gezag zag
# $per: kort
elders-toegelaten = Toegelaten op een andere school vanaf { $per }: { $school }
# $per: kort
elders-toegelaten-geheim = Toegelaten op een andere school vanaf { $per }
inschrijving-hersteld = Blijft ingeschreven: het besluit waardoor de inschrijving eindigde, is herroepen

## Waarom iets niet kan, en wat wel
niet-bij-dit-kind = deze persoon staat nu niet bij dit kind
machtiging-einddatum = een machtiging heeft een einddatum nodig, en een vertrouwenspersoon ook
niet-namens-iemand = alleen een gemachtigde of een vertrouwenspersoon staat hier voor een ouder of voogd
namens-ouder-of-voogd = kies een ouder, voogd of verzorger die nu bij dit kind staat, of laat dit leeg
tolk-in-welke-taal = vul in voor welke taal een tolk nodig is
leerling-beslist-zelf = de leerling is meerderjarig en beslist zelf: ouders worden niet meer gezocht
niemand-werd-gezocht = er staat niet dat niemand bereikbaar was
einde-voor-begin = het einde ligt niet na het begin
geen-e-mailadres = dit is geen e-mailadres
# $relatie: zin
is-al = deze persoon is al { $relatie }
# $relatie: zin
geen-eigen-pagina = een { $relatie } heeft geen eigen pagina
op-verzoek = vragen beantwoorden op verzoek, na afweging door de school
verzorger-leest-nog-niets = wie gezag heeft, zei nog niet wat deze pleegouder of verzorger mag lezen
eerst-lezing-toestaan = vastleggen wat de ouder of voogd toestaat; die kan het ook zelf zeggen op de eigen pagina
geen-verzorger = dit gaat over een pleegouder of verzorger
wie-met-gezag-zei-dit = kies welke ouder of voogd met gezag dit zei
alleen-wie-gezag-heeft = alleen wie nu gezag heeft, zegt wat een pleegouder of verzorger mag lezen
woord-telt-niet-bij-geheim = voor deze ouder is geheim waar het kind is: op het woord van deze ouder leest niemand mee
# $keer: getal
genoeg-geschreven = u liet de school vandaag al { $keer } keer iets weten
genoeg-vandaag = u legde vandaag al veel vast in dit dossier
bellen-of-morgen = de school bellen als het niet kan wachten, of morgen weer schrijven
# $keer: getal
eerst-gelezen = de school las nog niet wat u de laatste { $keer } keer liet weten
school-bellen = de school bellen
pagina-gesloten-voor-account = de school sloot deze pagina, omdat dit account die opende: maak een ander account, met een ander e-mailadres
account-van-ouder = dit account is in dit dossier al van een ouder of verzorger: de leerling heeft een eigen account nodig
leerling-eigen-account = de leerling zelf de code laten gebruiken, met een eigen account
account-van-ander = dit account is in dit dossier van iemand anders, of dat was het: ieder om het kind heeft een eigen account
ander-eigen-account = wie in de brief staat de code zelf laten gebruiken, met een eigen account. Bent u dat zelf en staat u twee keer in het dossier? Bel dan de school: die schrijft uw naam overal hetzelfde, met ‘mevrouw’ of ‘de heer’ of met uw voornaam
account-van-collega = dit account is van iemand die werkt bij de organisatie die deze code maakte
collega-bevestigen = wie in de brief staat de code laten gebruiken, met een eigen account. Staat u zelf in de brief? Gebruik dan een account met een ander e-mailadres, of vraag een collega om een nieuwe code, met het vinkje dat u daar werkt
account-van-werk = met dit account is in dit dossier gewerkt: een eigen pagina heeft een ander account nodig, met een ander e-mailadres
werk-eigen-account = wie in de brief staat de code zelf laten gebruiken, met een account dat van die persoon alleen is
alleen-gezin-laat-weten = dit schrijft een ouder, verzorger of leerling zelf, op de eigen pagina
geen-school-leest = er is nu geen school die dit leest
steunpunt-of-school-bellen = bel het ouder- en jeugdsteunpunt, of de school waar u iets wilt vragen
woorden-niet-in-dossier = dit is niet aan uw school geschreven
woorden-al-gezien = dit is al gelezen
niets-te-lezen = er is nu niets geschreven dat uw school nog niet las
leerling-staat-er-al = de leerling staat al in dit dossier: niemand wordt als leerling toegevoegd
leerling-uitnodigen = de leerling uitnodigen voor de eigen pagina, als die meerderjarig is en zelf beslist
overlijden-van-leerling = dit is de leerling zelf
leerling-nog-geen-pagina = de leerling beslist nog niet zelf. Dat begint op de achttiende verjaardag, als de leerling dat volgens de wet kan
ouders-beslissen-nog = tot die dag de ouders uitnodigen, en de mening van de leerling zelf vastleggen
heeft-al-pagina = deze persoon heeft al een eigen pagina
geen-pagina-in-gebruik = deze persoon gebruikt geen eigen pagina
geen-uitnodiging = er is geen geldige uitnodiging voor deze persoon
alleen-eigen-contact = een ouder zegt op de eigen pagina alleen hoe die zelf te bereiken is
adres-via-school = een ander adres voor brieven legt de school vast
verhuizing-melden = de school bellen; bij een verhuizing vraagt zij ook waar het kind woont
alleen-ouder-zelf = alleen een ouder met gezag en een eigen pagina zegt dit, voor zichzelf
staat-al-zo = zo staat het er al
nieuwe-code = de school om een nieuwe code vragen
zonder-postcode = zonder postcode is niet te zien welk samenwerkingsverband bevoegd is
geen-pleegouder = deze persoon staat niet als pleegouder in het dossier
# $leeftijd: getal
# $maanden: getal
nog-minderjarig = deze leerling wordt de komende { $maanden } maanden nog geen { $leeftijd } jaar
# $maanden: getal
wachten-op-verjaardag = wachten: het kan vanaf { $maanden } maanden voor die verjaardag; tot die dag beslissen de ouders
persoon-niet-in-dossier = deze persoon staat niet in het dossier
toch-geheim-voor-iemand = u vinkte bij een ouder of voogd aan dat het geheim is, en koos hier dat het voor niemand geheim is
geheim-voor-wie = vink bij de ouders of voogden aan voor wie het geheim is
geheim-waaruit = schrijf op waar de geheimhouding vandaan komt
alleen-school-nummer = alleen een school mag dit nummer bewaren
geen-geldig-nummer = dit is geen geldig nummer van negen cijfers
overlijden-al-vastgelegd = dit overlijden is al vastgelegd
al-ingeschreven = het kind staat hier al ingeschreven
# $vanaf: kort
te-jong-voor-voortgezet = zo jong gaat niemand naar het voortgezet onderwijs: dit kan vanaf { $vanaf } (eigen regel van dit programma)
dag-of-geboortedatum-nakijken = de eerste dag en de geboortedatum nakijken. Klopt het toch, meld het kind dan aan: bij het toelaten zegt u waarom het mag
niet-toegelaten = het kind is op deze school niet toegelaten
eerst-toelaten = eerst over de aanmelding beslissen
tijdelijke-plek-loopt = het kind heeft hier een tijdelijke plek; die eindigt pas met een besluit over de aanmelding
# $dag: dag
# $maanden: getal
inschrijving-te-ver = { $dag } ligt meer dan { $maanden } maanden vooruit
verwijdering-loopt = er loopt een voornemen om deze leerling te verwijderen
afmaken-of-intrekken = de verwijdering afmaken als er een andere school is, of het voornemen intrekken
niet-ingeschreven = het kind staat hier niet ingeschreven
nog-leerplichtig = de leerling moet op die dag nog op een school staan; dan haalt een school een leerling alleen van haar lijst om een reden die de wet kent
naar-school-of-vrijstelling = wachten tot het kind op een andere school staat of een vrijstelling heeft. Moet de leerling weg, dan is dat een verwijdering
grond-geldt-niet = deze grond geldt niet voor deze leerling op deze dag
andere-grond-kiezen = een andere grond kiezen, of een andere eerste dag
grond-overleden-kiezen = het kind is overleden: kies die grond
geen-overlijden-vastgelegd = er is niet vastgelegd dat het kind op die dag was overleden
eerst-overlijden-vastleggen = eerst het overlijden vastleggen
wie-vroeg-erom = kies wie hierom vroeg
mag-niet-vragen = deze persoon heeft geen gezag over het kind en verzorgt het nu niet
niets-na-te-gaan = van dit kind hoeft uw school niet na te gaan waar het naar school gaat

## Waarom iemand aan zet is
beurt-niemand-met-gezag = niemand in het dossier heeft nog gezag over het kind
# $sinds: kort
beurt-niemand-bereikbaar = niemand met gezag is bereikt sinds { $sinds }. Termijnen lopen door en brieven gaan per post. Weet niemand waar zij zijn, dan kan de rechtbank de andere ouder het gezag geven of een voogd benoemen; een ouder, familie en de Raad voor de Kinderbescherming kunnen daarom vragen
was-leerling-vanaf-die-dag = dat is de eerste dag van dit kind op uw school: het is leerling geweest, en uitschrijven maakt dat niet ongedaan
dag-na-laatste-schooldag = uitschrijven vanaf de dag na de laatste schooldag. Is het kind nooit gekomen, leg dan eerst bij de aanmelding vast dat het niet kwam
# $per: kort
nog-niet-daar = de eerste dag op de andere school is { $per }. Tot die dag is het kind uw leerling: anders zit het zonder school
# $per: kort
uitschrijven-vanaf = uitschrijven vanaf { $per }
uitschrijven-als-het-zo-is = uitschrijven als de reden er echt is: dan ziet u ook waaruit dat blijkt
# $dagen: getal
uitschrijven-te-ver-terug = uitschrijven kan tot { $dagen } dagen terug (eigen regel van dit programma)
# $per: kort
beurt-elders = het kind heeft vanaf { $per } een plek op een andere school; tot die dag blijft het uw leerling. U schrijft het uit op verzoek van de ouders, na de inschrijving op de andere school
beurt-ander-verband = het kind woont nu in het gebied van een ander samenwerkingsverband, en er loopt een verklaring of een aanvraag: ga na wat meegaat (eigen regel van dit programma). Welk samenwerkingsverband over een aanvraag gaat, staat bij die aanvraag
beurt-gezag-niet-nagekeken = het kind is aangemeld met het open formulier: of wie dat deed gezag heeft, keek nog niemand na (eigen regel van dit programma)
# $per: kort
beurt-elders-gehoord = een andere school liet het kind toe vanaf { $per }, met de verklaring uit dit dossier; klopt het niet, neem het dan terug. Tot die dag blijft het uw leerling; u schrijft het uit op verzoek van de ouders, na de inschrijving op de andere school
beurt-wordt-meerderjarig = vanaf de achttiende verjaardag beslist de leerling zelf
beurt-woorden = iemand uit het gezin schreef dit op de eigen pagina
beurt-zonder-school = het kind moest nog naar school toen uw school het uitschreef, en er staat geen andere school

## Wat er moet gebeuren
zet-gezag-nagaan = Uitzoeken wie nu gezag heeft, en diegene toevoegen
zet-ouders-zoeken = Verder zoeken naar iemand met gezag, en vastleggen wat u deed
zet-uitschrijven-naar-andere-school = Het kind uitschrijven vanaf de eerste dag op de andere school
zet-verhuizing-nagaan = Nagaan wat meegaat: verklaring, ondersteuning
zet-gezag-nakijken = Nakijken of wie het kind aanmeldde, gezag heeft
zet-school-nagaan = Uitzoeken waar het kind nu naar school gaat
zet-woorden-lezen = Lezen wat een ouder of leerling schreef
zet-woorden-lezen-directie = Lezen wat een ouder of leerling schreef over een verwijdering of schorsing
zet-meerderjarigheid-vertellen = Leerling en ouders vertellen wat er verandert bij meerderjarigheid

## Brieven: in een lijst, en midden in een zin
brief-uitnodiging-eigen-pagina = Uitnodiging voor de eigen pagina
brief-in-zin-uitnodiging-eigen-pagina = uitnodiging eigen pagina
brief-uitschrijving = Uitschrijving van school
brief-in-zin-uitschrijving = uitschrijving
brief-mededeling-gezag = Mededeling over uw gezag
brief-in-zin-mededeling-gezag = mededeling over gezag
brief-mededeling-meerderjarig = Bericht dat de leerling meerderjarig wordt
brief-in-zin-mededeling-meerderjarig = bericht dat de leerling meerderjarig wordt

## Wat iemand kan doen: hoe het heet, wat het betekent, en wat er daarna gezegd wordt
adres-aanvullen = Het adres van het kind aanvullen
staat-al-bij-kind = deze persoon staat al bij het kind: een persoon staat er één keer
andere-persoon-anders-schrijven = de gegevens van die persoon aanpassen; is het iemand anders, schrijf de naam dan voluit
daad-naam = { $code ->
    [zeg_gezien] Lezen wat een ouder of leerling schreef
    [verbind_persoon] Iemand rond het kind toevoegen
    [zoek_ouders] Niemand met gezag is bereikbaar
    [verhuis] Een verhuizing vastleggen
    [wijzig_naam] De naam of het geslacht wijzigen
    [zet_geheimhouding] Het adres geheim maken of weer openen
    [meld_pleegzorg] Vastleggen dat het kind bij pleegouders woont
    [meld_meerderjarig] De leerling is meerderjarig
    [ontvang_nummer] Het persoonsgebonden nummer vastleggen
    [schrijf_in] De inschrijving of een andere groep vastleggen
    [schrijf_uit] Het kind uitschrijven
    [ga_verhuizing_na] Vastleggen wat meegaat na de verhuizing
    [kijk_gezag_na] Vastleggen dat u het gezag nakeek
    [ga_school_na] Vastleggen waar het kind naar school gaat
   *[meld_overlijden] Het kind is overleden
}
daad-uitleg = { $code ->
    [zeg_gezien] U zegt dat u het las, en geeft antwoord als u dat wilt. De ouder of leerling leest dat op de eigen pagina.
    [verbind_persoon] Een ouder, voogd, pleegouder, gemachtigde of vertrouwenspersoon.
    [zoek_ouders] Wat u deed om iemand te bereiken, per dag. Of: er is weer iemand bereikt.
    [verhuis] Het adres bepaalt ook welk samenwerkingsverband erbij hoort.
    [wijzig_naam] Pagina's en brieven tonen daarna alleen de nieuwe naam.
    [zet_geheimhouding] Voor iedereen buiten school en samenwerkingsverband, of voor bepaalde personen.
    [meld_pleegzorg] Voeg eerst de pleegouder toe.
    [meld_meerderjarig] Vanaf de achttiende verjaardag beslist de leerling zelf, als hij dat volgens de wet kan, en niet meer de ouders. Vertel dit vooraf aan leerling en ouders.
    [ontvang_nummer] Alleen voor de school. Het nummer wordt nergens meer getoond.
    [schrijf_in] Een inschrijving die er al is, of een nieuwe groep.
    [schrijf_uit] Dit is geen manier om een kind weg te sturen: daarvoor gelden de regels van verwijderen.
    [ga_verhuizing_na] Het kind woont nu bij een ander samenwerkingsverband. Schrijf op wat meegaat: de verklaring, de ondersteuning, het vervoer.
    [kijk_gezag_na] Het kind is aangemeld met het open formulier. Kijk na of wie het aanmeldde gezag heeft, en schrijf op wat u zag.
    [ga_school_na] Als u weet waar het kind nu naar school gaat, of wie er een plek zoekt. Tot dan blijft u aan zet.
   *[meld_overlijden] Alle brieven, termijnen en taken stoppen dan meteen.
}
daad-gedaan = { $code ->
    [zeg_gezien] Vastgelegd dat uw school het las.
    [verbind_persoon] De persoon is toegevoegd.
    [zoek_ouders] Vastgelegd wat u deed. Termijnen lopen door en brieven gaan per post.
    [verhuis] De verhuizing is vastgelegd. Stond er al een adres van een latere datum, dan blijft dat staan.
    [wijzig_naam] De gegevens zijn gewijzigd.
    [zet_geheimhouding] De geheimhouding is vastgelegd.
    [meld_pleegzorg] De pleegzorg is vastgelegd.
    [meld_meerderjarig] Vastgelegd dat de leerling meerderjarig is.
    [ontvang_nummer] Het nummer is vastgelegd en wordt niet meer getoond.
    [schrijf_in] De inschrijving is vastgelegd.
    [schrijf_uit] Het kind is uitgeschreven.
    [ga_verhuizing_na] Vastgelegd wat meegaat.
    [kijk_gezag_na] Vastgelegd dat u het gezag nakeek.
    [ga_school_na] Vastgelegd waar het kind naar school gaat.
   *[meld_overlijden] Het overlijden is vastgelegd. Er gaan geen brieven of herinneringen meer uit.
}

## De pagina met gegevens
gegevens-titel = Gegevens en mensen
gegevens-kind = Het kind
gegevens-mensen = Mensen rond het kind
gegevens-niemand = Er staat nog niemand bij dit kind.
gegevens-tolk = Praat { $taal }; bij een gesprek is een tolk nodig
gegevens-taal = Praat { $taal }
gegevens-namens = Voor { $naam }
gegevens-namens-leerling = Voor de leerling
gegevens-klopt-niet = Klopt er iets niet?
gegevens-verbeteren = Wat fout is vastgelegd kunt u verbeteren. Er verdwijnt niets: in de tijdlijn blijft staan wat er stond en waarom het anders werd.
gegevens-verandert = Er verandert iets
gegevens-naam = Naam
gegevens-geboren = Geboren
gegevens-adres = Adres
gegevens-buitenland = buiten Nederland
gegevens-let-op = Let op
gegevens-ingeschreven = Ingeschreven
gegevens-nergens = nu nergens
# $sinds: kort
gegevens-op-school = { $school }, sinds { $sinds }
# $sinds: kort
gegevens-in-groep = { $school }, groep { $groep }, sinds { $sinds }
gegevens-nummer = Persoonsgebonden nummer
gegevens-nummer-bekend = vastgelegd; wordt niet getoond
gegevens-overleden = Overleden
gegevens-wie = Wie
gegevens-te-bereiken = Te bereiken
gegevens-eigen-pagina = Eigen pagina
gegevens-wijzigen = Wijzigen
# $sinds: kort
gegevens-sinds = sinds { $sinds }
gegevens-gezag-niet-nagekeken = gezag niet nagekeken
gegevens-in-gebruik = in gebruik
# $naam: tekst
gegevens-account = account van { $naam }
gegevens-leerling-uitnodigen = De leerling uitnodigen voor een eigen pagina
gegevens-leerling-uitleg = De leerling is meerderjarig en beslist zelf. Met de code uit uw brief komt de leerling op een eigen pagina, zoals eerder de ouders.
gegevens-dicht = de eigen pagina is dicht
gegevens-uitgenodigd = uitgenodigd op { $op }; de code werkt tot en met { $tot_en_met }
gegevens-vastgelegd = Vastgelegd
gegevens-op = Op
gegevens-klopt-het-niet = Klopt het niet?
gegevens-te-verbeteren = Wat u kunt verbeteren
gegevens-niets = Hier is nu niets dat u kunt verbeteren.
opnieuw-verbinden = deze persoon opnieuw toevoegen als gemachtigde of vertrouwenspersoon, met een laatste dag
