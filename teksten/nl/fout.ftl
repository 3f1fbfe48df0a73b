# Waarom er geen pagina is. Wat er is gebeurd staat er zonder namen.

## De kop
kop-inloggen = U bent niet ingelogd
kop-geen-toegang = Dit mag u niet zien of doen
kop-niet-gevonden = Niet gevonden
kop-kan-hier-niet = Dit kan hier niet
kop-even-niet = Nu even niet
kop-iemand-voor = Iemand was u voor
kop-te-groot = Te groot
kop-kan-nu-niet = Dit kan nu niet
kop-mis = Er ging iets mis
kop-klopt-niet = Dit klopt niet

## Wat iemand typte
u-typte = Dit had u getypt
u-typte-uitleg = Het is nergens bewaard. Kopieer het als u het nog nodig hebt.

## Wat er is
# $reden: zin
niet-voor-u = U kunt dit niet zien of doen: { $reden }.
is-er-niet = Dit is er niet, of het is niet voor u.
botsing = Iemand anders heeft dit dossier net gewijzigd. Kijk wat er nieuw is en probeer het opnieuw; wat u typte is bewaard.
concept-veranderd = Wat u verstuurt is veranderd sinds u het las. Er is niets vastgelegd. Lees wat er nu staat, en verstuur het dan opnieuw.
schijf-vol = De schijf van de opslag is vol. Er is niets vastgelegd en niets verloren. De lijsten zijn nog te lezen, dossiers niet. De beheerder moet ruimte maken; probeer het daarna opnieuw.
opslag-alleen-lezen = De opslag is nu alleen te lezen. Er is niets vastgelegd. De beheerder kijkt na waarom er niet geschreven kan worden.
opslag-weg = De opslag is nu niet bereikbaar. Er is niets vastgelegd. Probeer het over een minuut opnieuw.
opslag = De opslag gaf een fout. Er is niets vastgelegd. De beheerder vindt de oorzaak in het logboek van het programma.
onleesbaar = In de opslag staat iets dat niet te lezen is ({ $plek }). De beheerder kan dit nakijken met 'leerrecht verifieer'.
regels = De regels in het programma zijn niet te laden: { $wat }
brief = De brief kon niet worden gemaakt: { $wat }. Er is niets vastgelegd.
geen-pagina = Deze pagina is er niet, of zij is niet voor u.
# $verwacht: zin
adres = Het adres van deze pagina klopt niet: '{ $sleutel }' is niet wat er moet staan. Verwacht: { $verwacht }.
# $reden: zin
formulier = Dit formulier is niet te lezen: { $reden }.
geen-formulier = Dit is geen formulier.
geen-json = De invoer is geen leesbare JSON: { $reden }.
te-groot = Dit is te groot. Bij het formulier staat hoe groot een bestand mag zijn. Een tekst mag hooguit 64.000 tekens lang zijn.
niet-ingelogd = U bent niet ingelogd.
kies-rol = Kies eerst in welke rol u werkt.
intern = Er ging iets mis in het programma. Er is niets half vastgelegd. Probeer het opnieuw, en meld het als het blijft.
andere-site = Dit verzoek kwam niet van een pagina van Leerrecht. Ga terug naar de pagina, laad die opnieuw en probeer het nog eens.
zo-niet = Dit adres bestaat, maar zo kunt u het niet gebruiken. Ga terug en volg een link of knop op de pagina.
te-lang = Het duurde te lang. Kijk op de pagina of het gelukt is voordat u het nog eens doet.
verzoek = Dit verzoek klopt niet.

## Wat nu
goede-rol = Klopt dit niet? Kijk of u in de goede rol werkt, of vraag het de beheerder van uw organisatie.
bel-de-school = Klopt dit niet? Bel de school van uw kind: die kan zien waarom deze pagina niet opengaat.
opnieuw-laden = Ga terug met de knop van uw browser. Wat u typte staat er nog. Laad daarna de pagina opnieuw om te zien wat er veranderde.
iets-anders = Ga terug met de knop van uw browser om iets anders te kiezen.
naar-begin = Naar het begin
naar-beginpagina = Naar uw beginpagina

## Wat er mis is met een formulier of een adres
het-is-beschadigd = het is onderweg beschadigd
te-veel-velden = het heeft meer dan { $aantal } velden
te-veel-bestanden = het heeft meer dan { $aantal } bestanden
van-iemand-anders = het is geopend door iemand anders, of in een andere rol; er is niets vastgelegd
zonder-tijd = het zegt niet wanneer de lijst is geopend
zonder-stand = het zegt niet bij welke stand van het dossier het hoort
zonder-rol = er is geen rol gekozen
zonder-antwoord = er is geen antwoord gekozen
vreemd-veld = dit veld staat niet in het formulier
een-taal = een taal
adres-te-lang = het adres is te lang
zonder-stuurtekens = een waarde zonder stuurtekens
een-waarde = één waarde, geen twee
