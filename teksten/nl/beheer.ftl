# Wat de rest van het programma weigert: bestanden, verklaringen, organisaties.

oso-geen-xml = dit is geen OSO-dossier
oso-kies-xml = het .xml-bestand kiezen dat het andere programma heeft gemaakt
oso-te-druk = er worden nu al meer dossiers tegelijk ingelezen
oso-opnieuw = het dossier opnieuw laten aanmaken
school-onbekend = { $school } is geen bekende school
zeg-welke-school = zeggen bij welke school dit dossier hoort
oso-andere-school = dit dossier is van { $school }; u werkt voor een andere school
oso-uw-school = zeggen dat het bij uw school hoort, of het laten overnemen door die school
oso-dubbel = er is al een dossier van een kind met deze naam en geboortedatum op uw school: { $dossier }
oso-toevoegen = aan dossier { $dossier } toevoegen, of zeggen dat het een ander kind is
dossier-niet-bij-school = dossier { $dossier } is er niet, of niet bij uw school
ander-kind = dossier { $dossier } is van een kind met een andere naam of geboortedatum
nummer-of-naam = het nummer nakijken, of eerst de naam in het dossier verbeteren
school-meer-gegevens = een school heeft meer gegevens nodig dan een naam
schoolsoort-opgeven = ook schoolsoort en openbaar of bijzonder opgeven
soort-maakt-niemand = een organisatie van de soort '{ $soort }' maakt niemand
schrijf-als = { $code } schrijft u als { $goed }
twee-keer = { $code } staat er twee keer in
sleutel-gebruikt = deze sleutel is al voor iets anders gebruikt
nieuwe-sleutel = een nieuwe sleutel kiezen
stand-niet-gelezen = wat er verstuurd wordt staat in een concept, en er is niet gezegd welke stand daarvan is gelezen
eerst-concept-lezen = het concept van de aanvraag lezen, en de `stand` daarvan meesturen als `gelezen`
periode-eindigt-eerder = de periode eindigt voordat die begint
latere-einddatum = een latere einddatum kiezen
# $dagen: getal
periode-te-lang = de periode is langer dan { $dagen } dagen
kortere-periode = een kortere periode kiezen
reden-nodig = waarom u dit wilt zien, is nog niet vastgelegd
reden-zeggen = eerst zeggen waarom u vraagt in welke dossiers deze persoon keek
te-lang-om-te-bewaren = deze tekst is te lang om te bewaren
te-veel-bewaard = er is van u al te veel bewaard dat niet is verstuurd
iets-versturen-of-weggooien = eerst iets versturen of weggooien van wat u bewaarde
wordt-nooit-bewaard = dit nummer wordt niet bewaard voor het is verstuurd
in-gebruik = { $wat } is al in gebruik
ander-nummer = een ander nummer kiezen
mogelijk-dubbel = er is al een dossier dat van dit kind kan zijn (naam, geboortedatum of ouders lijken op elkaar): { $dossier }
dat-dossier-openen = dat dossier openen, of aangeven dat dit echt een ander kind is
zelfde-kind-dossier-openen = dat dossier openen; is het toch een ander kind, noem dan het nummer van dat dossier bij 'waarom'
nummer-bij-waarom = dat dossier openen; is het een ander kind, noem dan het nummer van dat dossier bij 'waarom' en schrijf waaraan u dat ziet
nummer-in-dossier = dit nummer staat al in dossier { $dossier }: een nummer is van één kind
nummer-nakijken = het nummer nakijken, of verder werken in dat dossier
# $hoogstens: getal
te-veel-bijlagen = er zijn al { $hoogstens } bijlagen
bestand-besmet = in dit bestand zit een virus; het is niet bewaard
bestand-opnieuw-maken = het bestand opnieuw maken op een computer die is gecontroleerd
bestand-niet-te-controleren = dit bestand kan nu niet op virussen worden gecontroleerd; het is niet bewaard
bestand-te-groot = dit bestand is groter dan 15 MB
soort-bestand = dit is geen pdf, Word-document (docx), png of jpeg
# $gewijzigd: getal
# $bekend: getal
te-veel-gewijzigd = van de { $bekend } die bekend zijn verandert dit bestand er { $gewijzigd }, en nergens blijkt van welke maand het is: het kan ouder zijn
andere-wet = { $code } was { $was } en wordt door dit bestand { $wordt }: dan geldt een andere wet
# $verplaatst: getal
# $bekend: getal
te-veel-verplaatst = van de { $bekend } die bekend zijn worden er { $verplaatst } van een andere soort of van een ander samenwerkingsverband: zo veel verandert er niet in een jaar
kolom-of-zeggen = kijken of er een kolom ontbreekt of verschoven is. Klopt het echt, zeg dat er dan bij
maand-komt-nog = volgens de naam is dit bestand van { $nu }, en die maand komt nog
maand-in-naam = de maand in de naam verbeteren
# $regel: getal
# $vervallen: getal
regel-zonder-code = op regel { $regel } is niet te lezen welke code het is, en { $vervallen } die bekend zijn ontbreken: het kan zijn dat een ervan op die regel staat
regel-herstellen = die regel herstellen in het bestand. Klopt het echt dat ze ontbreken, zeg dat er dan bij
# $vervallen: getal
# $bekend: getal
te-veel-vervallen = in dit bestand ontbreken { $vervallen } van de { $bekend } die bekend zijn: die zouden allemaal een einddatum krijgen
ouder-bestand = dit bestand is van { $nu }, en van { $bekend } is er al een ingelezen
nieuwste-bestand = het nieuwste bestand inlezen. Is het oudere echt bedoeld, zeg dat er dan bij
tegelijk-ingelezen = op hetzelfde moment las iemand anders gegevens in; van dit bestand is niets geschreven
nog-eens-inlezen = het nog eens inlezen
heel-bestand = nakijken of het bestand heel is. Klopt het echt, zeg dat er dan bij
# $gelezen: getal
niets-bruikbaar = van de { $gelezen } regels in dit bestand is er niet één te gebruiken
ander-bestand = nakijken of dit het goede bestand is, met de goede kolommen
kind-tegelijk = een collega maakte net een dossier van dit kind
kind-opzoeken = zoek het kind op en ga daar verder
