# Removal from school and suspension.

## On the timeline
voornemen = Intention to remove the pupil from school
gehoord = Heard about the removal
niemand-kwam = No parent came to the talk about removal
leerling-kwam-niet = The pupil did not come to the talk about removal
gesprek-verzet = Talk about the removal moved to { $op }
overleg-begonnen = The consultation with the Inspectie (the national inspectorate of schools) began
inspectie-geraadpleegd = The Inspectie (the national inspectorate of schools) was consulted
school-bereid = { $school } is willing to admit the pupil
verwijderd-per = Removed from school on { $per }
elders-vastgesteld = The pupil is at another school, from { $van }
voornemen-ingetrokken = Intention to remove the pupil withdrawn
gemeld-gemeente = Removal reported to the municipality of { $gemeente }
verwijdering-gemeld-inspectie = Removal reported to the Inspectie (the national inspectorate of schools)
schorsing-gemeld-inspectie = Suspension reported to the Inspectie (the national inspectorate of schools)
geschorst-van = Suspended from { $van } up to and including { $tot_en_met }
schorsing-geeindigd = Suspension over earlier: back at school from { $terug_op }
schorsing-gaat-niet-door = The suspension does not go on
verwijdering-herroepen = Removal revoked: the pupil is not removed
schorsing-herroepen = Suspension revoked

## Why something cannot be done, and what can
afgerond = this removal is already closed: { $fase }
niet-in-dossier = this removal is not in the file
niet-ingeschreven = this child is not enrolled at your school
andere-sector = other rules apply to this kind of school
loopt-al = there already is an intention to remove the pupil
al-verwijderd = this pupil has been removed already, as from { $per }
alleen-instelling-zoekt = only an institute for cluster 1 or 2 may remove a pupil when looking for another school led to nothing
# $weken: getal
# $vanaf: kort
te-kort-gezocht = the law asks that the school can show { $weken } weeks of looking for a school; that is so on { $vanaf }
beurt-niet-leerplichtig = the law on compulsory education does not hold for this pupil; there need not be another school
vorderingen-kies = say whether you remove this pupil because of insufficient progress. That cannot be done in the course of a school year
vorderingen-ja-of-nee = choose yes or no. If it is one of the reasons, choose yes
vorderingen-in-het-jaar = a pupil is not removed because of insufficient progress in the course of a school year
# $per: kort
vorderingen-vanaf = let the pupil finish the school year, and remove as from { $per }
niet-gehoord = the talk about the removal has not been held yet
eerst-gesprek = first record the talk
geen-ouder = number { $persoon } is no parent, guardian or carer of this child on that day
nog-uitgenodigd = not everybody has been heard yet, and the invitation is for { $op }. Up to and including that day the others can still come or write
vastleggen-vanaf = record the talk when you have heard everybody, or from { $op }
niemand-op-eerdere-dag = the invitation was for { $op }. That nobody came counts for that day only: before it there was still time to come or to write
dag-van-gesprek-invullen = filling in { $op } as the day, or a later day
gesprek-komt-nog = the invitation is to a talk on { $op }. The school cannot decide before that day, and on that day only when everybody has been heard: who has not can still come or write all that day
gesprek-komt-nog-gehoord = the invitation is to a talk on { $op }. Everybody has been heard, and still the school does not decide before that day: whoever was invited can come or write then (a rule of this program)
beslissen-vanaf = deciding from { $op }
ouder-schreef = a parent wrote on the own page what they think of the removal, and you did not record that yet
ouder-schreef-vastleggen = reading what that parent wrote, ticking this parent and recording what they think
leerling-schreef = the pupil wrote on the own page what they think of the removal, and you did not record that yet
leerling-schreef-vastleggen = reading what the pupil wrote, ticking the pupil and recording what they think
leerling-niet-gehoord = the pupil now decides and comes in the place of the parents, but was not invited to the talk, and was not heard either
leerling-alsnog-horen = hear the pupil, and record it. If the pupil does not come, move the talk: then the pupil gets an invitation
ouder-niet-bereikt = the invitation to the talk was not sent to a parent in time, and this parent was not heard
leerling-niet-bereikt = the invitation to the talk was not sent to the pupil in time, and the pupil was not heard
uitnodiging-versturen = recording under Post that the letter left in time, with the day, if it did. Otherwise: move the talk and send the new invitation, or talk after all and record that
ouder-niet-gehoord = a parent who is in the file now was not invited to the talk, and was not heard either
ouder-alsnog-horen = hear this parent after all, and record it. If this parent does not come, withdraw the intention and take it anew: then all parents get an invitation
redenen-niet-verzonden = the letter with the reasons for the intention has not been sent yet to everybody who has to be heard
redenen-verzenden = send that letter first, and record that under Post (letters)
pas-zonder-gezag = it was recorded a short time ago that a parent no longer has authority, and this parent was not heard. This parent can still say that it is not right
# $op: kort
die-ouder-horen-of-vanaf = hear this parent all the same, or decide from { $op }
geen-overleg-inspectie = the Inspectie (the national inspectorate of schools) has not been consulted yet
geen-overleg-op-besluitdag = the Inspectie (the national inspectorate of schools) has not been consulted yet, and today the law on compulsory education still holds for this pupil. The law does not say whether the day of the decision counts or the first day without a school: this program asks the consultation on both
# $op: kort
eerst-inspectie-of-vanaf = first consult the Inspectie, or decide from { $op }: then the law on compulsory education no longer holds
eerst-inspectie = first consult the Inspectie
geen-school = there is no other school yet that is willing to admit the pupil
geen-school-op-besluitdag = there is no other school yet that is willing to admit the pupil, and today the law on compulsory education still holds for this pupil. The law does not say whether the day of the decision counts or the first day without a school: this program asks another school on both
# $op: kort
verder-zoeken-of-vanaf = look further, or decide from { $op }: then the law on compulsory education no longer holds
zonder-school-niet-hier = for a pupil of this school that is no reason to remove without another school
nog-schoolplichtig = this pupil has to be at school up to and including { $tot_en_met }, with a diploma too
elders-al-vastgesteld = it was recorded already where the pupil goes to school now
overleg-niet-begonnen = it was not recorded that the consultation with the Inspectie had begun on that day
eerst-overleg-beginnen = first record with the removal when the consultation began, and with whom
overleg-al-begonnen = the beginning of the consultation with the Inspectie was already recorded
overleg-niet-nodig = the Inspectie is consulted only about removing a pupil who has to be at school from secondary education
schorsing-voorbij = this suspension is already over
schorsing-was-er-niet = this suspension did not go on
gesprek-staat-al-zo = the invitation is for that day already
gesprek-ligt-vast = it was already decided, or withdrawn: what was said in the talk, and who came to it, belongs to that
gesprek-op-werkdag = that day is no working day
gesprek-te-vroeg = the invitation is for { $stond }. The talk goes to a later day, with at least { $dagen } days between the letter and the talk (a rule of this program)
latere-dag-of-akkoord = choose a day from { $vanaf } on. An earlier day is possible if everybody who is still to be heard agrees: then tick that
gesprek-vaak-verzet = this talk was moved { $keren } times already (a rule of this program)
vastleggen-of-intrekken = record who came or wrote, or that nobody came. Or withdraw the intention
verzet-gesprek-open = the talk was moved to { $op }, and it has not been recorded yet who came then
verzet-gesprek-vastleggen = first record who came or wrote on the new day, or that nobody came
schorsing-vrije-dag = { $dag } is a day in the weekend or a public holiday. Is that right? Then tick below that it is meant so, or choose another day
geen-overleg-gaande = a longer suspension is possible only in secondary education, while the Inspectie is consulted about an intended removal of a pupil for whom the law on compulsory education holds
verder-zoeken = look further, or ask the samenwerkingsverband (the partnership of schools in your region) for help. Until then the pupil stays enrolled
niet-verwijderd = the pupil has not been removed
al-gemeld-gemeente = this removal was already reported to the municipality
al-gemeld-inspectie = this was already reported to the Inspectie
schorsing-niet-in-dossier = this suspension is not in the file
al-geschorst = there already is a suspension up to and including { $tot_en_met }
te-lang = { $dagen } days is too long for a suspension
samen-te-lang = together with the suspension before or after it this becomes { $dagen } days in a row: that is too long (so this program reads the week of the law)
overleg-dagen-op = in this school year this pupil was suspended for { $dagen } days already during consultation with the Inspectie: no longer is possible, also with a new intention (a rule of this program)
korter-of-praten = a shorter suspension, or talking with the parents about what is possible

## Why it is somebody's turn
beurt-schorsing-melden = the Inspectie has to know of a suspension of { $dagen } days
beurt-eerst-horen = first hear the parents, then decide
beurt-ouder-schreef = a parent wrote what they think, and that was not recorded yet
beurt-leerling-schreef = the pupil wrote what they think, and that was not recorded yet
beurt-leerling-niet-gehoord = the pupil now decides, and was not invited and not heard yet
beurt-uitnodiging-bleef-liggen = the invitation was not sent in time, as it stands under Post: record there that it left, or move the talk
beurt-ouder-niet-gehoord = a parent was not invited and not heard yet
beurt-zonder-school-niet = no removal without another school
beurt-eerst-overleg = in secondary education first consult the Inspectie (the national inspectorate of schools)
beurt-er-is-een-school = there is another school
beurt-niet-zonder-school = a pupil who has to be at school may not be without one
# $per: kort
beurt-straks-naar-school = from { $per } this pupil has to be at school, and may not be without one then
beurt-meteen-melden = report at once
beurt-melden-na-besluit = report after the decision

## What has to be done
zet-ouders-en-leraar-horen = Hear those concerned before a removal
zet-gesprek-voeren = Come to the talk about the removal, or write
zet-inspectie-raadplegen = Consult the Inspectie (the national inspectorate of schools)
zet-andere-school-zoeken = Look for another school
zet-verwijdering-beslissen = Decide on the removal
zet-elders-nagaan = See whether the pupil is at another school
zet-elders-nagaan-voor-melding = See whether the pupil is at another school already
zet-gemeente-melden = Report the removal to the municipality
zet-inspectie-melden = Report to the Inspectie (the national inspectorate of schools)
wet-eerst-horen = first everybody whom the law names must be able to say what they think
wet-eerst-overleg = the school must consult the Inspectorate first
wet-eerst-school = the school must find another school first
wet-gemeente = the school must report this to the municipality
wet-inspectie = the school must report this to the Inspectorate

## Letters: in a list, and inside a sentence
brief-voornemen-verwijdering = Intention to remove the pupil from school
brief-in-zin-voornemen-verwijdering = intention to remove the pupil from school
brief-gesprek-verzet = Talk about the removal on another day
brief-in-zin-gesprek-verzet = talk moved to another day
brief-voornemen-ingetrokken = Intention to remove the pupil withdrawn
brief-in-zin-voornemen-ingetrokken = intention to remove the pupil from school withdrawn
brief-verwijdering = Removal from school
brief-in-zin-verwijdering = removal from school
brief-melding-verwijdering = Report of the removal
brief-in-zin-melding-verwijdering = report of the removal
brief-melding-inspectie = Report to the Inspectie (the national inspectorate of schools)
brief-in-zin-melding-inspectie = report to the Inspectie (the national inspectorate of schools)
brief-schorsing = Suspension
brief-in-zin-schorsing = suspension
brief-einde-schorsing = End of the suspension
brief-in-zin-einde-schorsing = end of the suspension
brief-besluit-herroepen = Decision revoked
brief-herroepen-van = Decision revoked ({ $zaak })
brief-in-zin-besluit-herroepen = decision revoked

## What somebody can do: what it is called, what it means, and what is said afterwards
daad-naam = { $code ->
    [hoor_ouders_en_leraar] Record what was said in the talk
    [verzet_gesprek] Move the talk
    [begin_overleg] Record that the consultation with the Inspectie (the national inspectorate of schools) begins
    [raadpleeg_inspectie] Record what came of the consultation with the Inspectie (the national inspectorate of schools)
    [vind_bereide_school] Record a school that is willing to admit the pupil
    [verwijder] Decide to remove the pupil
    [stel_elders_vast] Record that the pupil is at another school
    [herroep_verwijdering] Revoke the removal
    [meld_aan_ben_w] Record that you reported it to the municipality
    [meld_aan_inspectie] Record that you reported it to the Inspectie (the national inspectorate of schools)
   *[trek_voornemen_in] Withdraw the intention
}
daad-uitleg = { $code ->
    [hoor_ouders_en_leraar] First hear them, then decide.
    [verzet_gesprek] Where a parent or the pupil cannot come on that day. They get a letter with the new day.
    [begin_overleg] With whom, and from when. Only in that time may a suspension last longer than otherwise.
    [raadpleeg_inspectie] In secondary education this must come before the decision. A suspension for the time of the consultation ends then.
    [vind_bereide_school] Without another school you may not remove a pupil for whom the law on compulsory education holds. In primary education that holds for every pupil.
    [verwijder] The parents get a letter with their rights.
    [stel_elders_vast] When you know that the pupil really goes to school there. Until then it is your turn.
    [herroep_verwijdering] After an objection, or where you see yourself that the decision was wrong. Then the pupil was not removed and stays enrolled, without a gap.
    [meld_aan_ben_w] That must be done at once after the decision. Give the citizen service number or education number separately: it is not in the letter.
    [meld_aan_inspectie] In secondary education, after the decision.
   *[trek_voornemen_in] The pupil stays at the school.
}
daad-gedaan = { $code ->
    [hoor_ouders_en_leraar] Recorded what was said in the talk.
    [verzet_gesprek] The talk was moved. They get a letter with the new day.
    [begin_overleg] Recorded that the consultation with the Inspectie began.
    [raadpleeg_inspectie] The consultation with the Inspectie was recorded.
    [vind_bereide_school] The other school was recorded.
    [verwijder] The decision was recorded. Report it to the municipality now.
    [stel_elders_vast] Recorded that the pupil is at another school.
    [herroep_verwijdering] The removal was revoked. Who got the letter of the decision gets a letter about it.
    [meld_aan_ben_w] The report to the municipality was recorded.
    [meld_aan_inspectie] The report to the Inspectie was recorded.
   *[trek_voornemen_in] The intention was withdrawn. The pupil stays at the school.
}

## The case itself
zaak-verwijdering = removal
zaak-schorsing = suspension
