# The pages of one case: a registration, a request, a removal. Parents and those who work with files read the same.

## On every page of a case
bewaard = What you typed is saved. It was not recorded yet: open the form to go on.
weggegooid = What was saved is gone. Nothing was recorded.
aan = To
nu-doen = What can you do now?
kan-nog-niet = What is not possible yet?
op = on { $op }
antwoord = Answer

## A registration
aanmelding-bij = Registration at { $school }
weggestuurd = On { $op } this child was sent away without a decision. The zorgplicht (the duty to find a fitting place) stayed with { $school }.
waar-staat-het = How far is it?
door-ouder = by a parent, on the own page
door-school = recorded by the school, for the parents
door-leerling = by the pupil, on the own page
door-school-leerling = recorded by the school, for the pupil
gevraagd-vanaf = Asked for from
wat-is-nodig = What is needed
tijdelijke-plek = Temporary place
verlengd = More time taken
nu-naar-school = At school now
# $geschreven: kort
# $bevestigd: kort
van-buiten-geschreven = { $naam } wrote this on the website on { $geschreven } and confirmed it by e-mail on { $bevestigd }. That does not prove who it is.
gezag-niet-nagekeken = Whether this person has authority was not checked yet.
ook-aangemeld-bij = Also registered at
ouders-zeiden = What the parents said
een-ouder = A parent
ouder-zei = { $wie } { $wat }, on { $op }
ouders-leverden-in = Handed in by parents
ouder-leverde-in = { $wie } handed this in, on { $op }
ouder-geeft-op-papier = { $wie } gives it on paper, as said on { $op }
afloop = How it ended
getoonde-verklaring = Declaration shown by the parents
onderwijs = Which education
leeftijd = Age
voorwaarde = Condition for admission
week-van-aanmelden = Week of registration
geen-verklaring = Without a declaration
getoond-nummer = { $soort }, number { $nummer } of partnership { $swv }; valid from { $van } up to and including { $tot_en_met }
ingetrokken-op = no longer needed: withdrawn on { $op }
aangenomen-op = no longer needed: the place at another school was accepted on { $op }
besloten-op = decided on { $op }
staat-stil-sinds = the time to decide has been paused since { $sinds }; the parents have time up to and including { $tot_en_met }, and without an answer the last day is { $zonder }
nog-niet-vastgesteld = not established yet
extra = extra support
geen-extra = no extra support
vastgesteld = established on { $op }: { $toelichting }
sinds = since { $sinds }
sinds-tot = since { $sinds } until { $tot }
deze-tijdelijke-plek = this temporary place
recht-vanaf = a right from { $vanaf }, if there is no decision by then
# $vanaf: dag
toegelaten-vanaf = admitted by the law from { $vanaf } on, if nobody has decided by then
plek-niet-nodig = not needed: the child is at a school already
geen-plek-meer = No place can come any more at { $school }: { $waarom }. The registration counts all the same: the school decides on paper. If the child needs extra support, it first makes sure that another school is willing to admit the child.
u-noemde-geen = you named no other school
zoals-u = as you stated it
ouders-noemden-geen = the parents named no other school
zoals-ouders = as the parents stated it
afloop-toegelaten = admitted, first day at school { $per }
afloop-elders = yes to a place at { $school }
afloop-elders-samen = every parent with authority said yes to a place at { $school }
afloop-elders-een = one parent said yes to a place at { $school }; another parent with authority was not heard
school-wil-toelaten = { $school } is willing to admit the child
afloop-geweigerd = refused: { $waarom }. You can object up to and including { $tot_en_met }
afloop-buiten-behandeling = not dealt with any further, because information was missing
zonder-besluit = Refusal without a decision
opgepakt = the samenwerkingsverband (partnership of schools) took this up: { $op }
opgepakt-terug = the samenwerkingsverband (partnership of schools) took this up: { $op }. It looks again on { $terug_op }
afloop-ingetrokken = withdrawn, as asked by whoever decides for the child
afloop-ingetrokken-samen = withdrawn: every parent with authority wanted it
afloop-ingetrokken-een = withdrawn by one parent; another parent with authority was not heard
aangeboden-plekken = Places offered
plek-vanaf = Place from
aangeboden = Offered
nog-geen-antwoord = no answer yet
een-ouder-zei-ja = one parent said yes; another parent with authority has not answered yet
ja = yes, on { $op }
nee = no, on { $op }
gevraagde-informatie = Information asked for
gevraagd = Asked
kolom-op = On
tijd-tot-en-met = Time up to and including
alles-was-er = everything was there; the time to decide ran again on { $op }
niet-alles-kwam = not everything came; the time to decide ran again on { $op }
vraag-verviel = what was asked lapsed on { $op }: the registration ended
tijd-voorbij = the time is over; the time to decide runs again
niet-mee-eens = What can the parents do when they do not agree?
elke-volgorde = In any order, also at the same time:
recht-bezwaar = Object (bezwaar): write to the school board, by { $op } at the latest.
recht-steunpunt = Ask the ouder- en jeugdsteunpunt (support for parents and pupils) for free help.
recht-consulent = Ask an onderwijsconsulent (education consultant) for help. That is free too.
recht-klacht = Make a complaint at the klachtencommissie (complaints committee) of the school. The guide of the school says how.
recht-geschil-niet-genoemd = The law does not name the Geschillencommissie passend onderwijs (the disputes committee) here. Ask it whether it will look at this.
recht-geschil = Go to the Geschillencommissie passend onderwijs (the disputes committee).

## After an act
voornemen-vastgelegd = The intention was recorded. The parents get a letter. The pupil stays enrolled.
schorsing-vastgelegd = The suspension was recorded. The parents get a letter with the reasons.
dossier-geopend = The file was opened. Invite the parents if they want a page of their own.
gezag-gewijzigd = The change of gezag (parental authority) was recorded.
contact-gewijzigd = The new contact details were recorded.
taal-vastgelegd = The language was recorded.
lezing-vastgelegd = Recorded what this person may read.
pagina-gesloten = The page is closed. Now invite the right person.
persoon-overleden = The death was recorded. No letters go to this person any more.
verbeterd = It was put right. What was there before stays visible in the timeline.
schriftelijk = In writing, with the reasons.

## A removal or a suspension
verwijdering-van = Removal from { $school }
schorsing-door = Suspension by { $school }
wat-vraagt-de-wet = What does the law ask, and what is there already?
het-voornemen = The intention
voorgenomen = Intended
gesprek-op = Parents invited for
gesprek-eerst-op = First invited for
kwam-niemand = no parent came
kwam-leerling-niet = the pupil did not come
geldt-niet-meer = not valid any more: it was revoked
brief-vervallen = lapsed: not sent any more
eerder-gehoord = heard earlier on { $op }; the talk was moved
wat-geschreven = What was written on the own page
wat-gezegd = What was said?
ouders-bij-naam = the parents ({ $namen })
de-leraar = the teacher or mentor
redenen = Reasons
gedaan = done
nog-niet = not yet
gevonden = found
gehoord = Heard
overleg-inspectie = Consultation with the Inspectie (the national inspectorate of schools)
andere-school = Another school
uitgeschreven-vanaf = no longer enrolled from { $per }
besluit = Decision
gemeld-gemeente = Reported to the municipality
gemeld-inspectie = Reported to the Inspectie
ingetrokken = Withdrawn
overleg-loopt = runs since
de-schorsing = The suspension
eerder-voorbij = Over earlier
# $zin: tekst
# $op: kort
redenen-vrijgeven = Release reasons: { $zin }, { $op }
# $namen: tekst
redenen-vrijgeven-uitleg = It is secret from { $namen } where the child is: the letter does not give the reasons. If nothing in them tells where, they may stand in it.
redenen-vrijgegeven = The reasons were released. The letter comes anew, with the reasons in it.
schorsing-beeindigen = End the suspension
schorsing-beeindigen-uitleg = The pupil is back at school earlier. Whoever got the letter about the suspension gets one about this.
schorsing-beeindigd = The suspension is over earlier. A letter goes out about it.
schorsing-herroepen = Revoke the suspension
schorsing-herroepen-uitleg = After an objection, or where you see yourself that the decision was wrong. Then the suspension counts no more.
schorsing-herroepen-gedaan = The suspension was revoked. A letter goes out about it.
herroepen = Revoked
mag-dit = Is this allowed?
niet-nodig = not needed
nog-te-doen = still to be done
gedaan-op = done on { $op }
melding-inspectie = Report to the Inspectie (the national inspectorate of schools)
moet-melden = The school must report this in writing to the Inspectie, with the reasons.
hoeft-niet-te-melden = No report to the Inspectie is needed.
schorsing-van = { $dagen ->
    [1] This is a suspension of 1 day, the first and last day included. { $melding }
   *[anders] This is a suspension of { $dagen } days, the first and last day included. { $melding }
}
