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

## Who is looking
rol-ouder = parent
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
hoeft-niet = (not needed)
geen-datum = '{ $gegeven }' is no date. Write day, month and year, such as 3-3-2026.
datum-voorbeeld = For example 3-3-2026.
