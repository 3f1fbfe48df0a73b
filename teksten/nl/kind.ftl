# De pagina van een kind, en wie er keek. Ouders en wie met dossiers werkt lezen dezelfde.

## Onder de naam
groep = groep { $groep }
# $dag: kort
tot-en-met-op-school = leerling tot en met { $dag }
# $op: dag
overleden-op = overleden op { $op }
# $op: dag
overleden-rust = { $naam } is overleden op { $op }. Alles wat liep, is gestopt. U hoeft hier niets meer te doen.
# $jaar: getal
leeftijd = { $jaar } jaar
# $op: kort
geboren = geboren { $op }
dossier = dossier { $nummer }
alleen-lezen = alleen lezen: geschreven door een nieuwere versie

## Wat er nu is
wat-is-er-nu = Wat is er nu
niets-loopt = Er loopt nu niets.
niets-te-lezen = Er loopt nu niets dat u mag lezen.
komend = Er hoeft nu niets te gebeuren. Vanaf { $dag }: { $wie } – { $wat }.
u = u
de-ouders = de ouders
de-leerling = de leerling
kolom-uiterlijk = Uiterlijk
# $op: kort
beslissen-uiterlijk = beslissen uiterlijk { $op }
# $op: kort
verklaring-eindigt = de verklaring eindigt { $op }
kolom-wat = Wat
kolom-aan-zet = Aan zet
open-stappen = Open stappen
verklaring-aanvragen = Toelaatbaarheidsverklaring aanvragen
voornemen-vastleggen = Voornemen tot verwijdering vastleggen
schorsen = Schorsen

## Aanmeldingen
kop-aanmeldingen = Aanmeldingen en zorgplicht
zorgplicht-bij = De zorgplicht ligt nu bij: { $scholen }.
aanmeldingen = Aanmeldingen
kolom-school = School
ontvangen = Ontvangen
stand = Stand
beslissen = Beslissen
ook-aangemeld = ook aangemeld bij, volgens de ouders: { $scholen }
zonder-besluit = geweigerd zonder besluit
gestopt = gestopt
# $op: kort
bezwaar-uiterlijk = bezwaar uiterlijk { $op }
besloten = besloten { $op }
staat-stil = de termijn staat stil

## Aanvragen
wat-is-gevraagd = Wat is gevraagd
aanvragen = Aanvragen
datum = Datum
# $soort: zin
aanwijzing = Aanwijzing { $soort }
# $wat: zin
# $categorie: getal
andere-categorie = { $wat }: andere categorie, { $categorie }
# $soort: zin
verklaring = Toelaatbaarheidsverklaring { $soort }
nummer = nummer { $nummer }
# $van: kort
# $tot_en_met: kort
periode = { $van } tot en met { $tot_en_met }
begonnen = begonnen { $op }

## Schorsen en verwijderen
plannen = Plannen
plan-beginnen = Een plan beginnen
schorsen-en-verwijderen = Schorsen en verwijderen
verwijdering = Verwijdering
schorsing = Schorsing
schorsing-niet-doorgegaan = gaat niet door
nog-te-melden = nog te melden aan de Inspectie
gemeld = gemeld { $op }
geen-melding-nodig = geen melding nodig

## Overgenomen uit een OSO-dossier
kop-overgenomen = Overgenomen uit een OSO-dossier
# $op: kort
overgenomen-van = Overgenomen op { $op } van { $school }.
voorlopig-dossier = Dit is een voorlopig dossier: de school kan het nog veranderen.
# $op: kort
ouders-zagen-in = De ouders hebben het dossier gezien op { $op }.
ouders-zagen-niet-in = De ouders hebben het dossier niet gezien.
eens-inhoud = De ouders zijn het eens met de inhoud.
bezwaar-inhoud = De ouders zijn het niet eens met de inhoud.
toestemming-delen = De ouders geven toestemming om het dossier te delen.
geen-toestemming-delen = De ouders geven geen toestemming om het dossier te delen.
meldingen-overname = Wat bij het overnemen is gemeld
ontvangen-gegevens = Alles zoals het binnenkwam
ontvangen-van = Uit het blok { $blok }
achtergehouden = De ouders hielden achter: { $wat }.
gegeven = Gegeven
waarde = Waarde
plaats-in-bestand = Plaats in het bestand
overgenomen-gegevens = Overgenomen gegevens
niets-overgenomen = Er is niets overgenomen.
# $regel: getal
regel = regel { $regel }
stukken = Stukken uit dit dossier

## Mensen en brieven
mensen = Mensen
eigen-pagina = gebruikt de eigen pagina
# $relatie: zin
tot-meerderjarig = { $relatie }, tot de leerling 18 werd
# $op: kort
uitgenodigd = uitgenodigd op { $op }
adres = Adres
let-op = Let op
adres-geheim = het adres is geheim
let-op-geheim = Let op: waar dit kind woont of naar school gaat, is geheim. Zeg er niets over.
let-op-geheim-voor-iedereen = Let op: waar dit kind woont en naar school gaat, is geheim voor iedereen buiten de school en het samenwerkingsverband. Zeg er niets over.
let-op-geheim-voor = Let op: waar dit kind woont en naar school gaat, is geheim voor { $wie }. Zeg er niets over tegen deze persoon, en niets over wie er werkt.
let-op-elders-geheim = Let op: dit kind is toegelaten op een andere school, en waar dat is, is geheim. Zeg er niets over tegen het gezin en vraag er niet naar, ook niet als u weet welke school het is.
geheim-voor = adres en school zijn geheim voor { $wie }: zeg hierover niets tegen deze persoon
brieven = Brieven
kolom-verstuurd = Verstuurd
# $stap: zin
# $op: kort
verstuurd-op = { $stap } op { $op }
verstuurd-niet-vastgelegd = nog niet vastgelegd
verstuurd-vervallen = vervallen
kolom-brief = Brief
voor = voor { $wie }
geen-brieven = Er zijn nog geen brieven. Een brief die net is gevraagd, wordt nu gemaakt en staat hier zo.
# $aantal: getal
alles = Alles ({ $aantal })
door = door { $wie }

## De tijdlijn in regels
tijdlijn-filteren = Tijdlijn filteren
tijdlijn-waarover = Waarover
tijdlijn-wat = Wat
tijdlijn-kind = het kind zelf
tijdlijn-gebeurd = Wat er gebeurde
tijdlijn-brieven = Brieven
tijdlijn-verbeterd = Verbeteringen
tijdlijn-niets = Er is niets dat hierbij past.
# $aantal: getal
aantal-brieven = { $aantal ->
    [1] 1 brief
   *[anders] { $aantal } brieven
}
# $zin: zin
brief-aan = { $zin }, aan { $wie }
