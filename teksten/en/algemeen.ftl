# What can happen in every process.

## On the timeline
later-verbeterd = { $zin } (corrected later)
dossier-geopend = File opened
verbeterd = Corrected: { $waarom }
brief = Letter: { $brief }
post-verwerkt = Letter { $stap } on { $op }: { $brief }
oso-overgenomen = OSO file (the file that schools hand over) taken over: { $gegevens } data, { $bijlagen } attachments
vernietigd = Something that was destroyed after the time for keeping it
nieuwere-versie = Something that a newer version of Leerrecht recorded

## Why something cannot be done, and what can
niet-in-dossier = this is not in the file
niet-leesbaar = this can no longer be read
andere-houder = this was recorded by another organisation
organisatie-verbetert = ask that organisation to correct it
van-een-ander = this was recorded by somebody outside your organisation
diegene-verbetert = ask that person to correct it, or record your own side of it
niet-vast-te-leggen = this cannot be recorded
niet-te-verbeteren = decisions and time limits depend on this
nieuwe-stap = record a new step that says how it is
al-verstuurd = the letter about this decision was already sent, on { $op }
besluit-herroepen = revoke the decision, or take a new one
recht-zou-vervallen = by the day that is recorded, the child has had the right to a temporary place since { $vanaf }; by this day it does not have it yet
recht-vervalt-aanvinken = tick that this right ends, if you are sure that the first day was wrong
zelfde-soort = a correction is of the same kind as what stood there
datum-staat-er-al = this is already there
termijn-al-verlengd = more time was already taken, and for a minor who seeks asylum that is not possible
nu-beslissen-zonder-vinkje = decide now; the registration stays as it is
zelf-ingediend = the parents sent this in themselves on that day: later is not possible
al-gevraagd-op = you already asked for information on { $op }
in-de-toekomst = this date is in the future
te-oud = this is older than { $jaar } years
brief-niet-in-dossier = this letter is not in the file
brief-vraagt-niets-meer = what this letter asks was answered or is no longer needed: it is not sent any more
al-verwerkt = this letter was already { $stap } on { $op }
stap-verbeteren = correct the day or the way, if it is not right
niemand-meer = this letter is not sent any more: the child or the person to whom it goes died, or that person may no longer know where the child is
nieuwe-brief = this letter holds no more: a new letter was made about this decision
niet-digitaal = not everybody to whom this letter goes has said that it may come over the line
nieuwe-brief-versturen = send the new letter
bekendgemaakt-op = this decision was made known on { $op }: what the letter says counts from that day
opnieuw-bekendmaken = first make the decision known again, with the day on which the letter really leaves. A new letter follows
al-overgenomen = this same file was already taken over on { $op }
verder-werken = go on with what is there already
ander-samenwerkingsverband = this belongs to another samenwerkingsverband (partnership of schools)
andere-school = this belongs to another school
overleggen = talk to whoever does it
nieuwer-dossier = this file contains something that a newer version of Leerrecht wrote
lezen = reading. Ask the administrator to update the program
dossier-bestaat = this file exists already
geen-dossier = this file does not exist
overleden = this child died; all time limits and tasks have stopped
verbeteren-of-uitschrijven = correct something, or end the enrolment of the child
school-bellen = calling the school if you want to ask something; there is nothing left for you to do here
nog-leeg = this is still empty
te-lang = this is longer than { $tekens } characters
reden-te-kort = write down the reason in at least { $letters } letters: whoever reads this later must be able to understand why
een-regel = this must be on one line
verkeerd-teken = this contains a character that cannot be used
te-veel = there are more than { $hoogstens }
dag-in-de-toekomst = { $dag } is in the future
dag-voor = { $dag } is before { $eerste }
dag-te-ver = { $dag } is after { $laatste }
wat-ontbreekt = write down what is still missing
geef-tijd = give time to answer: choose a day after today
staat-te-lang-stil = the time to decide would be paused too long: give at most { $weken } weeks
dag-tot-en-met = choose a day up to and including { $tot_en_met }
alleen-voor-uzelf = you can do this for yourself only
niet-op-deze-pagina = you cannot do this on this page
steunpunt-bellen = call the ouder- en jeugdsteunpunt (support point for parents and pupils) or the samenwerkingsverband (partnership of schools)
hoe-lieten-ouders-weten = write down how and when the parents let this be known
regel-geldt-niet = the rule { $regel } is not in force on { $op }
datum-nakijken = check whether the date is right
vo-school-vraagt-aan = have the secondary school ask for this at which the pupil is registered or enrolled
swv-onbekend = the file does not say yet which samenwerkingsverband (partnership of schools) decides
postcode-invullen = fill in the postcode of the child or the samenwerkingsverband of the school. { $fout }
einddatum-kiezen = choose an end date on 31 July, at the earliest { $vroegst }
parameter-ontbreekt = the law gives no value for { $naam } on this date

## Wat een veld verwacht
vorm-eigen-school = a school where you work yourself
# $hoogstens: getal
vorm-rijen = at most { $hoogstens } times
# $nr: getal
rij-ouder = Parent or guardian { $nr }
vorm-keuze = choose one of the answers that are given
vorm-nummer = a number from this file
vorm-nummers = numbers from this file
vorm-categorie = a funding category
vorm-weken = a number of weeks
vorm-postcode = '{ $gegeven }' is not a postcode; expected: four digits and two letters, such as 1315AB
vorm-vestiging = '{ $gegeven }' is not a vestigingscode (the code of a school location); expected: six letters or digits, such as 32JK00
vorm-verband = '{ $gegeven }' is not the code of a samenwerkingsverband (the partnership of schools of a region); expected: PO or VO with four digits, such as PO2401
