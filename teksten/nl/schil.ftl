# Wat om de pagina's van een gezin heen staat.

## Boven en onder de pagina
naar-de-inhoud = Naar de inhoud
proefomgeving = Dit is een proefomgeving. Alle kinderen, ouders en medewerkers zijn verzonnen.
hoofdmenu = Hoofdmenu
kruimelpad = Kruimelpad
over-leerrecht = Over Leerrecht
wet-en-regels = Wet en regels
wie-mag-wat-zien = Wie mag wat zien
hulp-nodig = Hulp nodig?
mijn-kind = Mijn kind
ouder-of-verzorger = ouder of verzorger
mijn-pagina = Mijn pagina

## Wie er kijkt
andere-rol = Andere rol
uitloggen = Uitloggen

## De titel van een formulier met een fout
fout = Fout:

## Waarom iets niet kan, en wat wel
# $reden: zin
kan-nu-niet = Dit kan nu niet: { $reden }.
# $reden: zin
kan-nu-niet-artikel = Dit kan nu niet: { $reden } ({ $artikel }).
# $wat_wel: zin
wat-kan-wel = Wat kan wel: { $wat_wel }

## Een formulier met fouten
# $aantal: getal
fouten = { $aantal ->
    [1] Er klopt nog 1 ding niet
   *[anders] Er kloppen nog { $aantal } dingen niet
}
weigering-kop = Dit kan nu niet
weigering-wat-wel = Wat kan wel:

## Een veld
hoeft-niet = (hoeft niet)
geen-datum = '{ $gegeven }' is geen datum. Schrijf dag, maand en jaar, zoals 3-3-2026.
datum-voorbeeld = Bijvoorbeeld 3-3-2026.

## Een termijn, en wie er aan zet is
uiterlijk = uiterlijk
# $dagen: getal
nog-dagen = { $dagen ->
    [0] vandaag nog
    [1] nog 1 dag
   *[anders] nog { $dagen } dagen
}
# $dagen: getal
dagen-te-laat = { $dagen ->
    [1] 1 dag te laat
   *[anders] { $dagen } dagen te laat
}
liefst = liefst
dag-voorgesteld = voorstel, geen wet
aan-zet = Aan zet:
sinds = sinds
volgende-datum = Volgende datum:
uitleg-in-het-nederlands = De stappen en artikelen hieronder staan in het Nederlands: zo staan zij in de wet.
waarom = Waarom?

## Een lijst
filter = Filter
toon = Toon
alles-tonen = Alles tonen
alle = alle
oplopend-gesorteerd = oplopend gesorteerd, sorteer aflopend
aflopend-gesorteerd = aflopend gesorteerd, sorteer oplopend
sorteer-oplopend = sorteer oplopend
bladzijden = Bladzijden
bladzijde-nr = Bladzijde
bladzijde = bladzijde
vorige = Vorige
volgende = Volgende
bladzijde-weg = Deze bladzijde is er niet meer: de lijst is korter geworden.
meer-dan-getoond = Er is meer dan deze bladzijden tonen. Zoek verder met een filter, een andere volgorde of het bestand.
als-csv = Deze lijst als csv-bestand
csv-eerste = (de eerste 50.000 rijen)
csv-hoogstens = (hoogstens 50.000 rijen)
# Het adres kan van een oude bladwijzer of van iemand anders zijn.
weggelaten = Het adres vroeg bij '{ $sleutel }' iets dat deze pagina niet kent. Dat is weggelaten: u ziet de pagina zonder die keuze.

## Wat een aanvraag nodig heeft
punt-ingevuld = ingevuld
punt-bekend = al bekend
punt-gezegd = beantwoord
punt-ontbreekt = ontbreekt nog
punt-mag-ontbreken = mag ontbreken
punt-niet-nodig = niet nodig
# $aantal: getal
punten-ontbreken = { $aantal ->
    [0] Alles is ingevuld.
    [1] Er ontbreekt nog 1 punt.
   *[anders] Er ontbreken nog { $aantal } punten.
}

## Een andere taal
in-het-nederlands = (in het Nederlands)
