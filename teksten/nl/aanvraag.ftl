# De pagina van een aanvraag. Ouders en wie met dossiers werkt lezen dezelfde.

## Wat is gevraagd
# $wat: zin
titel = Aanvraag: { $wat }
# $soort: zin
verklaring = toelaatbaarheidsverklaring { $soort }
# $soort: zin
aanwijzing = aanwijzing { $soort }
# $wat: zin
verlenging = verlenging van de { $wat }
vult-nog-in = { $school } vult de aanvraag nog in.
# $op: kort
voorgelegd = Dit is de aanvraag zoals { $school } haar op { $op } heeft voorgelegd. De school kan nog iets veranderen voordat zij de aanvraag verstuurt. Dan staat hier wat er anders is.
niet-voorgelegd = De school heeft u nog niet gevraagd wat u ervan vindt. Zodra zij dat doet, leest u hier wat erin staat.

## In het kort
in-het-kort = In het kort
lees-geheel = Lees de hele aanvraag
wie = Wie
vraag = Vraag
wat-is-gedaan = Wat is gedaan
ouders-en-leerling = Ouders en leerling
stukken = Stukken
# $aantal: getal
bijlagen = { $aantal ->
    [0] geen bijlagen
    [1] 1 bijlage
   *[anders] { $aantal } bijlagen
}
niets-vastgelegd = er is nog niets vastgelegd
eens = eens
niet-eens = niet eens
een-ouder = een ouder
door-school = , ingevoerd door de school

## De delen
# $nr: getal
deel = { $nr ->
    [0] Wat heeft het kind nodig?
    [1] Wat is er gedaan, en wat kwam daarvan?
    [2] Wat vragen wij?
   *[anders] Wat vinden ouders en leerling?
}
andere-bijlagen = Andere bijlagen
verder = Verder
stukken-overgenomen = Stukken uit het overgenomen dossier
meegekomen = Meegekomen
uit-dossier = Uit het dossier: { $omschrijving }.
bewijs = Bewijs:
# $tot: kort
eerder-antwoord = Zo stond het er tot { $tot }:
afbeelding = afbeelding
eigen-woorden = In hun eigen woorden
# $versie: getal
over-versie = , over de aanvraag zoals zij toen was voorgelegd (versie { $versie })
voor-versie = , voordat de aanvraag was voorgelegd
veranderd-zoals = Sindsdien veranderde hetzelfde als bij { $wie }.
sindsdien-veranderd = Sindsdien veranderd in de aanvraag:
toen-stond-er = Toen stond er:
nu-staat-er = Nu staat er:
leeg = (niets)

## Adviezen en besluit
adviezen = Adviezen
# $op: kort
herzien = Teruggenomen op { $op }, en vervangen door een nieuw advies:
# $nr: getal
met-categorie = categorie { $nr }
# $op: kort
tot-en-met = tot en met { $op }
besluit = Besluit
waarom = Waarom
waarom-anders = Waarom anders dan een advies
verleend = verleend
geweigerd = geweigerd
nummer = Nummer
categorie = Categorie
geldig = Geldig
deze-periode = deze periode
genomen-op = Genomen op
bekendgemaakt = Bekendgemaakt
geldt-nog-niet = nog niet: het besluit geldt nog niet
# $op: kort
# $hoe: zin
nog-niet-weg = op { $op }, { $hoe }; volgens dit dossier is de brief nog niet weg. Het besluit geldt pas als de brief weg is. De dag daarna begint de tijd om bezwaar te maken
bezwaar = Bezwaar
# $op: kort
uiterlijk = uiterlijk { $op }
geplaatst = Geplaatst
ingetrokken = Ingetrokken
# $per: kort
verklaring-weg = Die verklaring is ingetrokken: zij geldt niet meer vanaf { $per }
# $per: kort
ingetrokken-per = geldt niet meer vanaf { $per }
# $per: kort
geplaatst-vanaf = { $school }, vanaf { $per }
# $per: kort
geplaatst-elders-vanaf = een andere school, vanaf { $per }
andere-categorie = Andere categorie
# $categorie: getal
categorie-van = categorie { $categorie } gevraagd
# $categorie: getal
# $nu: getal
categorie-nu = categorie { $categorie } gevraagd; nu is het categorie { $nu }
waarom-andere-categorie = Waarom een andere categorie
vervangen = Vervangen
# $per: dag
# $door: getal
vervangen-per = vanaf { $per } geldt de verklaring van aanvraag { $door }
# $wat: zin
# $categorie: getal
met-andere-categorie = categorie { $categorie } voor de { $wat }
# $categorie: getal
# $op: kort
categorie-gevraagd = categorie { $categorie } gevraagd op { $op }

## De termijn
kunt-u-doen = Wat kunt u doen
termijn = Termijn
wat-gebeurde = Wat er gebeurde
brieven = Brieven bij deze aanvraag
begonnen = Begonnen
besloten = Besloten
binnen-termijn = binnen de termijn
na-termijn = na afloop van de termijn
beslissen-uiterlijk = Beslissen uiterlijk
beloofd = Beloofd
komt-er-niets = Komt er niets
waarom-gevraagd = Waarom gevraagd
# $op: kort
dan-beslissen = beslissen uiterlijk { $op }
uitgesteld = Uitgesteld
# $op: kort
tot-uiterlijk = tot uiterlijk { $op }
in-gebreke = In gebreke
geen-besluit = ingetrokken op { $op }: er volgt geen besluit
# $op: kort
bekend-uiterlijk = bekendmaken uiterlijk { $op }
dwangsom = Dwangsom
# $op: kort
dwangsom-vast = { $bedrag }, vastgesteld op { $op }
# $van: kort
# $tot_en_met: kort
# $uiterlijk: kort
dwangsom-liep = van { $van } tot en met { $tot_en_met }; vaststellen uiterlijk { $uiterlijk }
# $van: kort
# $tot_en_met: kort
dwangsom-vanaf = vanaf { $van } als het besluit dan niet bekend is, hooguit tot en met { $tot_en_met }
# $tot_en_met: kort
gegeven-tot = gegeven tot en met { $tot_en_met }
waarom-ingetrokken = Waarom ingetrokken
niet-behandeld = niet behandeld; besluit van { $op }
aanvulling = Aanvulling
aanvulling-genoeg = genoeg om te beslissen
aanvulling-niet-genoeg = niet genoeg om te beslissen
eerst-ontvangen = Eerst ontvangen
doorgestuurd = Doorgestuurd
# $op: kort
doorgestuurd-door = door { $van } op { $op }
beslist-door = Beslist door
dit-verband = dit samenwerkingsverband

## Het formulier voor een mening
kruimel = Aanvraag
mening-titel = Wat vinden ouders en leerling?
mening-vooraf = { $wie ->
    [school] Schrijf op wat een ouder of de leerling zelf zegt, in hun eigen woorden. Het samenwerkingsverband leest dit mee. Ouders kunnen het ook zelf doen op hun eigen pagina.
   *[gezin] Zeg in uw eigen woorden wat u van de aanvraag vindt. Het samenwerkingsverband leest dit mee. U hoeft het niet eens te zijn: de aanvraag gaat meestal ook dan door, en uw mening staat erbij. Alleen voor sommige aanvragen voor praktijkonderwijs moet u het eens zijn. De school zegt het u als dat zo is.
}
mening-van = Wie zegt dit?
mening-van-leeg = Kies van wie deze woorden zijn.
mening-leerling = de leerling zelf, in eigen woorden
mening-tekst = In eigen woorden
mening-eens = Eens met de aanvraag?
mening-eens-leeg = Kies of dit een ja of een nee is, of dat het niet is gezegd.
mening-ja = Ja
mening-nee = Nee
mening-nee-uitleg = Dan gaat de aanvraag meestal ook door; het samenwerkingsverband weet het. Alleen bij sommige aanvragen voor praktijkonderwijs gaat het niet door zonder ja van de ouders.
mening-niet-gezegd = Dat is niet gezegd

## Na een formulier
gedaan-bewaard = Bewaard.
gedaan-weggegooid = Wat bewaard was, is weg.
gedaan-mening = Vastgelegd. Het hoort vanaf nu bij de aanvraag.
