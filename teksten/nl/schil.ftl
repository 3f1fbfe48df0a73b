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

## Wie er kijkt
rol-ouder = ouder
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
