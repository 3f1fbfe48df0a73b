# What stands around the pages of a family.

## Above and below the page
naar-de-inhoud = Skip to content
proefomgeving = This is a trial environment. All children, parents and staff are invented.
hoofdmenu = Main menu
kruimelpad = Breadcrumbs
over-leerrecht = About Leerrecht
wet-en-regels = Law and rules (in Dutch)
wie-mag-wat-zien = Who may see what (in Dutch)
hulp-nodig = Need help?
mijn-kind = My child
ouder-of-verzorger = parent or carer
mijn-pagina = My page

## Who is looking
andere-rol = Another role
uitloggen = Sign out

## The title of a form with an error
fout = Error:

## Why something cannot be done, and what can
kan-nu-niet = This is not possible now: { $reden }.
kan-nu-niet-artikel = This is not possible now: { $reden } ({ $artikel }).
wat-kan-wel = What is possible: { $wat_wel }

## A form with errors
fouten = { $aantal ->
    [1] 1 thing is not right yet
   *[anders] { $aantal } things are not right yet
}
weigering-kop = This is not possible now
weigering-wat-wel = What is possible:

## A field
hoeft-niet = (optional)
geen-datum = '{ $gegeven }' is not a date. Write day, month and year, such as 3-3-2026.
datum-voorbeeld = For example 3-3-2026.

## A term, and whose turn it is
uiterlijk = by
nog-dagen = { $dagen ->
    [0] today
    [1] 1 day left
   *[anders] { $dagen } days left
}
dagen-te-laat = { $dagen ->
    [1] 1 day too late
   *[anders] { $dagen } days too late
}
liefst = preferably
dag-voorgesteld = a proposal, not the law
aan-zet = Whose turn it is:
sinds = since
volgende-datum = Next date:
uitleg-in-het-nederlands = The steps and articles below are in Dutch, the language of the law.
waarom = Why?

## A list
filter = Filter
toon = Show
alles-tonen = Show everything
alle = all
oplopend-gesorteerd = sorted up, sort down
aflopend-gesorteerd = sorted down, sort up
sorteer-oplopend = sort up
bladzijden = Pages
bladzijde-nr = Page
bladzijde = page
vorige = Previous
volgende = Next
bladzijde-weg = This page is no longer there: the list became shorter.
meer-dan-getoond = There is more than these pages show. Use a filter, another order or the file to see the rest.
als-csv = This list as a csv file (in Dutch)
csv-eerste = (the first 50,000 rows)
csv-hoogstens = (50,000 rows at most)
# The address may come from an old bookmark or from somebody else.
weggelaten = The address has a choice at '{ $sleutel }' that this page does not know. You see the page without it.

## What a request needs
punt-ingevuld = filled in
punt-bekend = known already
punt-gezegd = answered
punt-ontbreekt = still missing
punt-mag-ontbreken = may be missing
punt-niet-nodig = not needed
punten-ontbreken = { $aantal ->
    [0] Everything is filled in.
    [1] 1 point is still missing.
   *[anders] { $aantal } points are still missing.
}

## Another language
in-het-nederlands = (in Dutch)
