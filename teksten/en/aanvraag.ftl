# The page of a request. Parents and those who work with files read the same.

## What was asked
titel = Request: { $wat }
verklaring = toelaatbaarheidsverklaring (declaration of admission) for { $soort }
aanwijzing = designation: { $soort }
verlenging = renewal of the { $wat }
vult-nog-in = { $school } is still filling in the request.
voorgelegd = This is the request as { $school } laid it before you on { $op }. The school can still change something before it sends the request. Then this page says what is different.
niet-voorgelegd = The school has not asked you yet what you think of it. As soon as it does, you can read here what it says.

## In short
in-het-kort = In short
lees-geheel = Read the whole request
wie = Who
vraag = Question
wat-is-gedaan = What was done
ouders-en-leerling = Parents and pupil
stukken = Documents
bijlagen = { $aantal ->
    [0] no attachments
    [1] 1 attachment
   *[anders] { $aantal } attachments
}
niets-vastgelegd = nothing was recorded yet
eens = agrees
niet-eens = does not agree
een-ouder = a parent
door-school = , entered by the school

## The parts
deel = { $nr ->
    [0] What does the child need?
    [1] What was done, and what came of it?
    [2] What do we ask?
   *[anders] What do parents and pupil think?
}
andere-bijlagen = Other attachments
verder = Further
stukken-overgenomen = Documents from the file that was taken over
meegekomen = Came along
uit-dossier = From the file: { $omschrijving }.
bewijs = Evidence:
eerder-antwoord = This is what it said until { $tot }:
afbeelding = picture
eigen-woorden = In their own words
over-versie = , of the request as it was laid before them then (version { $versie })
voor-versie = , before the request was laid before them
veranderd-zoals = The same changed since as at { $wie }.
sindsdien-veranderd = Changed in the request since:
toen-stond-er = Then it said:
nu-staat-er = Now it says:
leeg = (nothing)

## Advice and decision
adviezen = Advice
herzien = Taken back on { $op }, and replaced by a new advice:
met-categorie = category { $nr }
tot-en-met = up to and including { $op }
besluit = Decision
waarom = Why
waarom-anders = Why other than an advice
verleend = granted
geweigerd = refused
nummer = Number
categorie = Category
geldig = Valid
deze-periode = this period
genomen-op = Taken on
bekendgemaakt = Made known
geldt-nog-niet = not yet: the decision is not in force yet
nog-niet-weg = on { $op }, { $hoe }; by this file the letter has not left yet. The decision has no effect before it leaves. The time to object begins on the day after that
bezwaar = Objection
uiterlijk = by { $op }
geplaatst = Placed
ingetrokken = Withdrawn
verklaring-weg = That declaration was withdrawn: not valid any more from { $per }
ingetrokken-per = not valid any more from { $per }
geplaatst-vanaf = { $school }, from { $per }
geplaatst-elders-vanaf = another school, from { $per }
andere-categorie = Another category
categorie-van = category { $categorie } asked
categorie-nu = category { $categorie } asked; now it is category { $nu }
waarom-andere-categorie = Why another category
vervangen = Replaced
vervangen-per = from { $per } the declaration of request { $door } holds
met-andere-categorie = category { $categorie } for the { $wat }
categorie-gevraagd = category { $categorie } asked on { $op }

## The time to decide
kunt-u-doen = What you can do
termijn = Time to decide
wat-gebeurde = What happened
brieven = Letters about this request
begonnen = Begun
besloten = Decided
binnen-termijn = in time
na-termijn = after the time was over
beslissen-uiterlijk = Decide by
beloofd = Promised
komt-er-niets = If nothing comes
waarom-gevraagd = Why asked
dan-beslissen = decide by { $op }
uitgesteld = Put off
tot-uiterlijk = until { $op } at the latest
in-gebreke = Notice that the decision is late
geen-besluit = withdrawn on { $op }: there will be no decision
bekend-uiterlijk = to be made known by { $op } at the latest
dwangsom = Dwangsom (money that is due because a decision came late)
dwangsom-vast = { $bedrag }, laid down on { $op }
dwangsom-liep = from { $van } up to and including { $tot_en_met }; to be laid down by { $uiterlijk }
dwangsom-vanaf = from { $van } if the decision is not known by then, up to and including { $tot_en_met } at most
gegeven-tot = granted up to and including { $tot_en_met }
waarom-ingetrokken = Why it was withdrawn
niet-behandeld = not dealt with; decision of { $op }
aanvulling = What was added
aanvulling-genoeg = enough to decide on
aanvulling-niet-genoeg = not enough to decide on
eerst-ontvangen = First received
doorgestuurd = Forwarded
doorgestuurd-door = by { $van } on { $op }
beslist-door = Decided by
dit-verband = this samenwerkingsverband (partnership of schools)

## The form for a view
kruimel = Request
mening-titel = What do parents and pupil think?
mening-vooraf = { $wie ->
    [school] Write down what a parent or the pupil says, in their own words. The samenwerkingsverband (the partnership of schools in your region) reads this too. Parents can also do it themselves on their own page.
   *[gezin] Say in your own words what you think of the request. The samenwerkingsverband (the partnership of schools in your region) reads this too. You do not have to agree: the request mostly still goes on, and your view goes with it. Only for some requests for praktijkonderwijs (practical education) you must agree. The school tells you if that is so.
}
mening-van = Who says this?
mening-van-leeg = Choose whose words these are.
mening-leerling = the pupil, in their own words
mening-tekst = In your own words
mening-eens = Do you agree with the request?
mening-eens-leeg = Choose whether this is a yes or a no, or whether it was not said.
mening-ja = Yes
mening-nee = No
mening-nee-uitleg = The request mostly still goes on; the samenwerkingsverband is told. Only some requests for praktijkonderwijs do not go on without a yes of the parents.
mening-niet-gezegd = It was not said

## After a form
gedaan-bewaard = Saved.
gedaan-weggegooid = What was saved is gone.
gedaan-mening = Recorded. It belongs to the request from now on.
