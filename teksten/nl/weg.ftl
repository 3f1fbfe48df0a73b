# Wat elk formulier zegt, aan een gezin en aan wie met dossiers werkt.

## Boven het formulier
botsing-kop = Iemand anders wijzigde dit dossier net
botsing-zelf = U wijzigde dit dossier zelf net, in een ander venster
botsing-uitleg = Er is nog niets vastgelegd. Wat u typte staat hieronder. Kijk wat er nieuw is en verstuur het formulier opnieuw als het nog klopt.
botsing-tegelijk = Op hetzelfde moment werd er iets anders in dit dossier vastgelegd.
voorbij-uitleg = Van u is niets vastgelegd en dit formulier kan nu niet meer worden verstuurd. Hieronder staat wat er nieuw is en wat u typte, zodat u het kunt kopiëren.
# $op: kort
bewaard-gevonden = Dit formulier is ingevuld met wat er op { $op } om { $tijd } is bewaard. Het is nog niet vastgelegd.

## Onder het formulier
terug = Terug zonder vastleggen
weggooien = Wat bewaard is weggooien
weggooien-zeker = Toch alles weggooien
ook-van = Een deel hiervan schreef { $wie }.
andermans = { $wie } schreef een deel van wat hier is bewaard. Er is nog niets weggegooid. Wilt u ook die tekst weggooien, kies dan onderaan ‘Toch alles weggooien’.

## Vakken die zich herhalen
# $rij: zin
rij-erbij = { $rij } toevoegen
# $rij: zin
rij-weg = { $rij } weghalen
# $rij: zin
rij-fout = { $rij }: { $wat }
rij-erbij-gekomen = { $wie } voegde dit toe terwijl u bezig was. Kijk of het erbij hoort en verstuur daarna opnieuw.

## Wat er niet klopt
vul-in = Vul dit in.
niet-te-verwerken = Dit formulier kan hier niet worden verwerkt. Er is niets vastgelegd.
niet-gevraagd = Er ontbreekt iets dat dit formulier niet vraagt: { $veld }.

## Iemand anders schreef in hetzelfde formulier
u-elders = U (in een ander venster)
een-collega = Een collega
leeg = leeg
veld-botsing = { $wie } veranderde dit terwijl u bezig was. Daar staat nu: { $daar }. In het veld staat uw eigen tekst. Welke moet blijven? Bewaar opnieuw om de uwe te houden, of pas de tekst eerst aan.
teruggezet = Een collega schreef in hetzelfde formulier
teruggezet-uitleg = U was uitgelogd toen u het formulier verstuurde. Wat u typte is bewaard, behalve waar een collega intussen iets anders schreef. Dat staat hieronder naast elkaar. Kopieer uw eigen tekst als die moet blijven; daarna is hij hier weg.
daar-staat-nu = Daar staat nu
u-typte = U typte
naar-het-formulier = Naar het formulier

## Wat het script zegt terwijl iemand typt
script-bewaard = bewaard { $om }
script-ander = Iemand anders
script-botsing = { $wie } heeft dit net veranderd in: „{ $waarde }”. Uw eigen tekst staat hieronder. Typ verder om die te bewaren.
script-zelfde-veld = Niet bewaard: iemand anders werkte aan hetzelfde veld.
script-geweigerd = Niet bewaard. { $waarom }
script-laad-opnieuw = Laad de pagina opnieuw; kopieer eerst wat u typte.
script-uitgelogd = U bent uitgelogd; uw tekst blijft hier staan. Log in, in een ander tabblad, en typ hier verder.
script-mislukt = Nog niet bewaard. Uw tekst blijft hier staan en we proberen het opnieuw.
