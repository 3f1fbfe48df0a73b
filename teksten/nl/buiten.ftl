# Aanmelden bij een school zonder account: het open formulier, de mail die het bevestigt, en wat de school ermee doet.

## Het formulier
titel = Aanmelden bij een school
uitleg = Met dit formulier doet u een schriftelijke aanmelding bij een school. U hebt geen account of code nodig. Wij sturen u daarna een e-mail met een link. Pas als u op die link klikt en bevestigt, krijgt de school uw aanmelding.
uitleg-papier = Deze website kan nog geen e-mail versturen. U kunt het formulier wel invullen en printen. Zet uw handtekening eronder en breng het naar de school.
uitleg-dag = De tijd waarin de school moet beslissen, begint op de dag dat zij uw aanmelding krijgt. Dat is de dag waarop u bevestigt, niet de dag waarop u dit invult. Bevestig dus meteen.
uitleg-dag-papier = De tijd waarin de school moet beslissen, begint op de dag dat zij dit papier krijgt. Breng het dus meteen.
uitleg-niets = Dit formulier laat u niets zien van wat een school al weet. U krijgt er ook geen toegang mee.
met-code-link = Hebt u al een code van een school? Gebruik die
kop-wie = Wie meldt aan?
wie = Wie bent u?
wie-keuze = { $code ->
    [leerling] Ik ben zelf de leerling, en 18 of ouder
   *[ouder] Ik ben een ouder, voogd of verzorger
}
wie-keuze-uitleg = { $code ->
    [leerling] U vult alles over uzelf in. De brieven komen naar uw eigen adres.
   *[ouder] Van een kind dat nog geen 18 is.
}
leerling-niet-18 = Wie nog geen 18 is, wordt aangemeld door een ouder, voogd of verzorger. Kies hoe het wel is, of kijk de geboortedatum na.
leerling-beslist-zelf = Deze leerling is 18 of ouder. Dan meldt de leerling zichzelf aan, en komt de brief naar de leerling. Laat de leerling dit formulier invullen. Kan de leerling niet zelf beslissen? Meld dan aan op papier of per mail bij de school, en schrijf erbij waarom: dat telt ook.
adres-van-leerling = Vul uw adres in. Daar komt de brief van de school.
kop-kind = { $wie ->
    [leerling] Over u
   *[ouder] Uw kind
}
roepnaam = Roepnaam
roepnaam-leeg = Vul de roepnaam in.
voorvoegsel = Voorvoegsel
voorvoegsel-uitleg = Zoals 'de' of 'van den'.
achternaam = Achternaam
achternaam-leeg = Vul de achternaam in.
geboortedatum = Geboortedatum
geboortedatum-leeg = Vul de geboortedatum in.
kop-adres = { $wie ->
    [leerling] Waar woont u?
   *[ouder] Waar woont uw kind?
}
straat = Straat en huisnummer
postcode = Postcode
postcode-uitleg = Zoals 9901 AB.
plaats = Plaats
in-het-buitenland = { $wie ->
    [leerling] Ik woon buiten Nederland
   *[ouder] Mijn kind woont buiten Nederland
}
kop-ouders = Wie hebben het gezag over uw kind?
ouders-uitleg = Bent u zelf de leerling, laat dit dan leeg. Bent u een ouder, begin dan met uzelf. Vul ook de andere ouder of de voogd in, als die er is. Iedereen met gezag krijgt brieven over de aanmelding.
naam = Naam
naam-uitleg = Zoals in een brief: mevrouw A. IJsvogel.
naam-leeg = Vul de naam in.
relatie = Wie is dit voor het kind?
relatie-leeg = Kies wie dit voor het kind is.
kies = Kies
telefoon = Telefoon
brieven-adres = Adres voor brieven
brieven-adres-uitleg = Alleen als het anders is dan waar het kind woont.
geheim-voor = Geheim voor deze persoon
geheim-voor-uitleg = Deze persoon mag niet weten waar het kind woont en naar school gaat.
kop-geheim = Veilig
geheim = { $wie ->
    [leerling] Is er iemand die niet mag weten waar u woont of naar school gaat?
   *[ouder] Is er iemand die niet mag weten waar uw kind woont of naar school gaat?
}
geheim-uitleg = { $wie ->
    [leerling] Alleen u krijgt brieven over de aanmelding. De school ziet uw keuze voordat zij een brief stuurt. Is het geheim voor één persoon, zoals een van uw ouders? Bel dan eerst de school en zeg voor wie.
   *[ouder] Is het geheim voor een ouder of voogd? Vink dat dan ook bij die persoon aan. De school ziet dit voordat zij een brief stuurt.
}
geheim-voor-een-persoon = Kies of het geheim is voor niemand, of voor iedereen buiten de school. Is het geheim voor één persoon? Bel dan eerst de school en zeg voor wie.
geheim-leeg = Kies of er iets geheim is.
geheim-keuze = { $code ->
    [niemand] Nee, voor niemand
    [personen] Ja, voor een of meer van de ouders of voogden
   *[iedereen] Ja, voor iedereen buiten de school en het samenwerkingsverband
}
geheim-herkomst = Volgens wie het aanmeldformulier invulde
kop-mail = Uw e-mailadres
e-mail = Uw e-mailadres
e-mail-uitleg = Wij sturen er de link naartoe om te bevestigen. In de mail staat geen naam en geen school. Kan iemand meelezen die dit niet mag weten? Kies dan een ander adres, of meld aan op papier.
e-mail-leeg = Vul uw e-mailadres in.
gezag-blijkt = Opgegeven op het open formulier; niet nagekeken
versturen = Versturen en bevestigen per e-mail
printen = Klaar, laat zien om te printen
alleen-papier = Bij deze school leest niemand wat u hier verstuurt. U kunt het formulier invullen en printen. Breng het dan naar de school.
meer-scholen = Er zijn misschien meer scholen. Typ meer van de naam of de plaats.
eerst-school = Zoek de school en kies die uit de lijst.

## Na het versturen
verstuurd-titel = Kijk in uw e-mail
verstuurd = Wij sturen u een e-mail met een link. Klik op de link en bevestig uw aanmelding.
# $dagen: getal
verstuurd-tot = De link werkt { $dagen } dagen. Bevestigt u niet, dan gaat alles wat u invulde weg en krijgt de school niets.
verstuurd-niets = Komt er niets, kijk dan bij ongewenste e-mail.
papier-titel = Print dit en breng het naar de school
# $school: tekst
papier-school = Aanmelding bij { $school }
papier-uitleg = Deze aanmelding is nog niet verstuurd en nergens bewaard. Print deze pagina, zet uw handtekening eronder en breng haar naar de school, of stuur haar op. De tijd waarin de school moet beslissen, begint op de dag dat zij haar krijgt.
papier-handtekening = Datum en handtekening:
bevestig-titel = Uw aanmelding bevestigen
bevestig-uitleg = Klik op de knop. Dan krijgt de school uw aanmelding vandaag. Vanaf vandaag loopt de tijd waarin zij moet beslissen.
bevestig-knop = Ja, ik bevestig deze aanmelding
bevestigd-titel = De school heeft uw aanmelding
# $dag: dag
bevestigd = De school kreeg uw aanmelding op { $dag }. Vanaf die dag loopt de tijd waarin zij moet beslissen. De school kijkt haar na en legt haar vast. Daarna krijgt u een brief.
# $school: tekst
# $kenmerk: tekst
bevestigd-wat = School: { $school }. Kenmerk: { $kenmerk }.
# $dag: dag
bevestigd-eerder-op = U bevestigde deze aanmelding op { $dag }. De school kijkt haar na. Krijgt u daarna geen brief? Bel dan de school.
bevestigd-bewaar = Schrijf de dag en het kenmerk op, of print deze pagina.

## Waarom iets niet kan, en wat wel
link-werkt-niet = deze link werkt niet, of niet meer
opnieuw-of-op-papier = het formulier opnieuw invullen, of op papier aanmelden bij de school
te-veel = er zijn al veel aanmeldingen verstuurd
morgen-of-op-papier = het later opnieuw proberen, of op papier of per mail aanmelden bij de school: dat telt ook
te-druk = er worden nu heel veel mails gestuurd
te-lang-samen = u typte meer dan er in een aanmelding past
# $dag: dag
al-eerder-hier = deze aanmelding kwam al eerder bij uw school, op { $dag }: vanaf die dag loopt de termijn
gewenst-voorbij = deze dag is voorbij
niemand-leest = bij deze school leest niemand wat hier wordt verstuurd
op-papier = het formulier printen en naar de school brengen: dat telt ook
dan-aanmelden = aanmelden vanaf die dag
al-weg = deze aanmelding van het open formulier is er niet meer: iemand van uw school rondde haar al af
leeg-formulier = een leeg formulier invullen
ander-kind = dit formulier kwam van de aanmelding van een ander kind: de naam en de geboortedatum zijn allebei anders
niet-dit-kind = dit dossier is van een ander kind: de naam en de geboortedatum zijn allebei anders dan op het open formulier
juiste-dossier = het nummer invullen van het dossier van dit kind
zelfde-kind = de naam of de geboortedatum in dit dossier is anders dan op het open formulier
zelfde-kind-aanvinken = aanvinken dat het hetzelfde kind is
# $dag: dag
later-ontvangen = in dit dossier staat geen aanmelding die uiterlijk op { $dag } is ontvangen. Op die dag bevestigden de ouders deze: de termijn loopt vanaf toen
ontvangst-verbeteren = eerst in dat dossier de dag van ontvangst verbeteren
vijf-kinderen = u bent al met vijf kinderen bezig
eerst-afmaken = eerst een van die formulieren afmaken, of er een weggooien
loopt-niet-meer = in dit dossier loopt geen aanmelding bij uw school: die er staat is al afgelopen, en deze is een nieuwe. Voor een nieuwe aanmelding begint de termijn opnieuw
opnieuw-vastleggen = deze aanmelding overnemen in uw formulier, of aanmelden op de pagina van het kind en daarna dit dossier invullen
geen-aanmelding-daar = in dit dossier staat geen aanmelding bij uw school, of u mag het niet zien
eerst-daar-aanmelden = de aanmelding eerst in dat dossier vastleggen
# $naam: tekst
schrijver-onbekend = wie dit schreef ({ $naam }), staat in dit dossier niet als iemand met gezag, en krijgt dan geen brief over de aanmelding
eerst-toevoegen = deze persoon eerst toevoegen bij 'Gegevens en mensen', met het adres voor brieven: dan gaat de ontvangstbrief vanzelf; of aanvinken dat er geen brief hoort te gaan

## De mail
mail-bevestig-onderwerp = Bevestig uw aanmelding
mail-bevestig = U vulde een aanmelding bij een school in. Klik op de link om te bevestigen. Pas dan krijgt de school haar.
mail-link = { $adres }
# $dagen: getal
mail-tot = De link werkt { $dagen } dagen.
# $kenmerk: tekst
mail-kenmerk = Kenmerk: { $kenmerk }
mail-niet-van-u = Was u dit niet? Doe dan niets. De school krijgt dan niets.
mail-antwoord-onderwerp = Over uw aanmelding
mail-gekeken = De school heeft naar uw aanmelding gekeken.
mail-brief-volgt = Legde zij de aanmelding vast, dan krijgt ieder die gezag heeft over het kind een brief. Een leerling van 18 of ouder krijgt die zelf. Daarin staat tot wanneer de school beslist.
mail-wat-nu = Komt er geen brief? Bel dan de school, of meld aan op papier of per mail. Ook dat is een schriftelijke aanmelding.
mail-noemt-niets = In deze mail staat geen naam en geen school.
