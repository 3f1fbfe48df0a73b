# The page of a child, and who looked. Parents and those who work with files read the same.

## Below the name
groep = class { $groep }
tot-en-met-op-school = pupil until { $dag } inclusive
overleden-op = died on { $op }
overleden-rust = { $naam } died on { $op }. Everything that was running has stopped. You do not have to do anything here any more.
leeftijd = { $jaar } years old
geboren = born { $op }
dossier = file { $nummer }
alleen-lezen = read only: written by a newer version

## What there is now
wat-is-er-nu = What is there now
niets-loopt = Nothing is going on now.
niets-te-lezen = Nothing runs now that you may read.
komend = Nothing has to be done now. From { $dag }: { $wie } – { $wat }.
u = you
de-ouders = the parents
de-leerling = the pupil
kolom-uiterlijk = By
beslissen-uiterlijk = decide by { $op } at the latest
verklaring-eindigt = the declaration ends on { $op }
kolom-wat = What
kolom-aan-zet = Whose turn
open-stappen = Open steps
verklaring-aanvragen = Ask for a toelaatbaarheidsverklaring (a declaration for special education)
voornemen-vastleggen = Record an intention to remove the pupil
schorsen = Suspend

## Registrations
kop-aanmeldingen = Registrations and zorgplicht (the duty of the school to find a fitting place)
zorgplicht-bij = The zorgplicht now lies with: { $scholen }.
aanmeldingen = Registrations
kolom-school = School
ontvangen = Received
stand = Status
beslissen = Decision
ook-aangemeld = also registered at, according to the parents: { $scholen }
zonder-besluit = refused without a decision
gestopt = stopped
bezwaar-uiterlijk = object by { $op }
besloten = decided { $op }
staat-stil = the time to decide is paused

## Requests
wat-is-gevraagd = What was asked
aanvragen = Requests
datum = Date
aanwijzing = Aanwijzing (decision that a pupil gets extra help): { $soort }
andere-categorie = { $wat }: another category, { $categorie }
verklaring = Toelaatbaarheidsverklaring (declaration): { $soort }
nummer = number { $nummer }
periode = { $van } up to and including { $tot_en_met }
begonnen = begun { $op }

## Suspension and removal
plannen = Plans
plan-beginnen = Begin a plan
schorsen-en-verwijderen = Suspension and removal
verwijdering = Removal
schorsing = Suspension
schorsing-niet-doorgegaan = did not go ahead
nog-te-melden = still to be reported to the Inspectie (the national inspectorate of schools)
gemeld = reported { $op }
geen-melding-nodig = no report needed

## Taken over from an OSO file
kop-overgenomen = Taken over from an OSO file (a file that one school sends to another)
overgenomen-van = Taken over on { $op } from { $school }.
voorlopig-dossier = This is a provisional file: the school can still change it.
ouders-zagen-in = The parents saw the file on { $op }.
ouders-zagen-niet-in = The parents have not seen the file.
eens-inhoud = The parents agree with what is in it.
bezwaar-inhoud = The parents do not agree with what is in it.
toestemming-delen = The parents consent to sharing the file.
geen-toestemming-delen = The parents do not consent to sharing the file.
meldingen-overname = What was told when it was taken over
ontvangen-gegevens = Everything as it came in
ontvangen-van = From the block { $blok }
achtergehouden = The parents kept back: { $wat }.
gegeven = What
waarde = Value
plaats-in-bestand = Place in the file
overgenomen-gegevens = Data taken over
niets-overgenomen = Nothing was taken over.
regel = line { $regel }
stukken = Documents from this file

## People and letters
mensen = People
eigen-pagina = uses the own page
tot-meerderjarig = { $relatie }, until the pupil became 18
uitgenodigd = invited on { $op }
adres = Address
let-op = Please note
adres-geheim = the address is secret
let-op-geheim = Please note: where this child lives or goes to school is secret. Say nothing about it.
let-op-geheim-voor-iedereen = Please note: where this child lives and goes to school is secret from everybody outside the school and the samenwerkingsverband (partnership of schools). Say nothing about it.
let-op-geheim-voor = Please note: where this child lives and goes to school is secret from { $wie }. Say nothing about it to this person, and nothing about who works there.
let-op-elders-geheim = Please note: this child is admitted at another school, and where that is, is secret. Say nothing about it to the family and do not ask, even if you know which school it is.
geheim-voor = address and school are secret for { $wie }: tell this person nothing about them
brieven = Letters
kolom-verstuurd = Sent
verstuurd-op = { $stap } on { $op }
verstuurd-niet-vastgelegd = not recorded yet
verstuurd-vervallen = lapsed
kolom-brief = Letter
voor = for { $wie }
geen-brieven = There are no letters yet. A letter that was just asked for is being made and will be here soon.
alles = Everything ({ $aantal })
door = by { $wie }

## De tijdlijn in regels
tijdlijn-filteren = Filter the timeline
tijdlijn-waarover = About
tijdlijn-wat = What
tijdlijn-kind = the child
tijdlijn-gebeurd = What happened
tijdlijn-brieven = Letters
tijdlijn-verbeterd = Corrections
tijdlijn-niets = There is nothing that fits this.
# $aantal: getal
aantal-brieven = { $aantal ->
    [1] 1 letter
   *[anders] { $aantal } letters
}
# $zin: zin
brief-aan = { $zin }, to { $wie }
