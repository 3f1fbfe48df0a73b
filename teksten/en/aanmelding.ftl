# A registration: what happened, and why something cannot be done.

## On the timeline
eerste-contact = A parent reports a first contact with { $school }
aangemeld-bij = Registered at { $school }
extra-ondersteuning-nodig = Established: extra support is needed
geen-extra-ondersteuning-nodig = Established: no extra support is needed
informatie-gevraagd = Information asked of the parents; the time to decide stands still
informatie-ontvangen = Information received; the time to decide runs again
informatie-bleef-uit = The time to give information is over; the time to decide runs again
buiten-behandeling-gesteld = The school does not deal with the registration any further
beslistermijn-verlengd = More time to decide
recht-op-tijdelijke-plek = The child gets a right to a temporary place if there is no decision in time
geen-tijdelijke-plek-nodig = The child needs no temporary place any more: it is enrolled at another school
tijdelijk-geplaatst = Temporary place from { $per }
tijdelijke-plek-werd-vast = The temporary place became a permanent one
tijdelijke-plek-geeindigd = The temporary place ended
plek-aangeboden = A place offered at { $school }
aanbod-ja = The parents said yes to the offer
aanbod-nee = The parents said no to the offer
toegelaten-per = Admitted from { $per }
geweigerd-andere-school = Refused; { $school } is willing to admit the child
geweigerd-uitzondering = Refused on an exception in the law
feitelijk-geweigerd = Refused without a decision; the zorgplicht (the duty of the school to find a fitting place) remains
aanmelding-ingetrokken = Registration withdrawn

## Why something cannot be done, and what can
niet-in-dossier = this registration is not in the file
afgerond = this registration is already closed: { $fase }
nieuwe-of-verbeteren = record a new registration, or correct a mistake in the file
gegevens-vernietigd = the data of this child have been destroyed
te-jong = a child can be registered from the day on which it turns { $leeftijd }
bewaren-tot-die-dag = keep the registration and record it on that day
niet-door-deze-persoon = this person cannot register this child now
al-aangemeld = this child was already registered at this school on { $op }
verdergaan = go on with that registration
taalachterstand = help with a language delay alone is no extra support
kies-geen-ondersteuning = choose 'no extra support', or name another need as well
al-gevraagd = a request for information is already running
eerst-ontvangst-vastleggen = first record what was received
termijn-voorbij = the time to decide ended on { $op }; { $wat ->
    [verlengen] taking more time
   *[stilzetten] stopping the clock
} is possible only before that
nu-beslissen = decide now
niets-gevraagd = no request for information is running
nog-tijd = the parents still have time until { $tot_en_met }
asielzoeker-niet-verlengen = for a minor who seeks asylum the time to decide cannot be made longer
al-verlengd = the time to decide was already made longer once
al-geplaatst = the child already has a temporary place here
staat-al-op-school = the child is already enrolled at a school of this kind
blijft-daar = the child stays there until the decision
recht-begint = the right to a temporary place begins on { $vanaf }
eerder-toelaten = admitting the child earlier is possible too: then take a decision
op-de-dag-zelf = a temporary place is recorded on the day on which the child comes
op-die-dag-vastleggen = record it on that day: until then there may still be a decision
behoefte-niet-vastgesteld = it has not been established yet what the child needs
eerst-behoefte = first establish whether extra support is needed
aanbod-open = the parents have not answered the previous offer yet
eerst-antwoord = first record their answer
aanbod-niet-open = this offer is not open
zit-al-tijdelijk = the child is already here for the time being; the place becomes permanent on the day of the decision
vandaag-kiezen = choose today
toelaten-vanaf = the child can be admitted from { $vanaf }: then it turns { $leeftijd }
toelaten-per-die-dag = admit now, from that day
niet-om-gevraagd = you have not asked the parents for the missing information yet
eerst-verzoek = first send a request for information
informatie-compleet = the parents gave everything that you asked for
beslissen = decide on the registration
wachten-of-verwerken = wait, or deal with the information if it is there
te-laat-bekend = this should have been made known by { $uiterlijk }
beslissen-op-wat-er-is = decide on what is there
dezelfde-school = this is the same school: name another one
uitzondering-geldt-niet = this exception does not hold for this school
nog-niet-verwerkt = you asked the parents for information and that has not been dealt with yet
ontvangst-of-buiten-behandeling = first record what was received, or stop dealing with the registration
weigeren-onrechtmatig = still missing: { $wat }
toelaten-of-verder-zoeken = admit the child, look further for a school that is willing to admit it, or ask the samenwerkingsverband (the partnership of schools in your region) for help

## What the law asks before a refusal
punt-uitzondering = an exception chosen that holds for this school
punt-uitgelegd = explained how that exception holds here
punt-overleg = talked with the parents
punt-motivering = written down for the parents why
punt-behoefte = established that the child needs extra support
punt-andere-school = another school named that is willing to admit the child
punt-bereid = recorded what shows that this school is willing

## Why it is somebody's turn
beurt-plek-voorgesteld = the school proposed a place at another school
beurt-zonder-besluit = refused without a decision
beurt-informatie-gevraagd = the school asked for information
beurt-antwoordtijd-voorbij = the time to answer is over and the time to decide runs again
beurt-eerste-schooldag = the first day at school
beurt-plek-elders = from that day there is a place at the other school
beurt-zorgplicht-blijft = the school keeps the duty of care until the child is enrolled somewhere

## What has to be done
zet-behoefte-vaststellen = Establish whether extra support is needed
zet-aanmelding-beslissen = Decide on the registration
zet-informatie-geven = Give information to the school
zet-informatie-verwerken = Record whether the information is there
zet-aanbod-beantwoorden = Answer the offer
zet-elders-aanmelden = Register the child at the other school
zet-plek-nagaan = See whether the child has a place at the other school
zet-eerste-dag = See whether the child comes on the first day
zet-tijdelijk-plaatsen = Give the child a temporary place
zet-weigering-oppakken = Take up a refusal without a decision

## Letters: in a list, and inside a sentence
brief-ontvangstbevestiging-aanmelding = Registration received
brief-in-zin-ontvangstbevestiging-aanmelding = registration received
brief-verzoek-om-informatie = Request for information
brief-in-zin-verzoek-om-informatie = request for information
brief-verlenging-beslistermijn = The school needs more time
brief-in-zin-verlenging-beslistermijn = the school needs more time
brief-aanbod-andere-school = Offer of another school
brief-in-zin-aanbod-andere-school = offer of another school
brief-toelating = Admission
brief-in-zin-toelating = admission
brief-tijdelijke-plaatsing = Temporary place
brief-in-zin-tijdelijke-plaatsing = temporary place
brief-einde-tijdelijke-plaatsing = End of the temporary place
brief-in-zin-einde-tijdelijke-plaatsing = end of the temporary place
brief-weigering = Refusal
brief-in-zin-weigering = refusal
brief-buiten-behandeling = The registration is not dealt with
brief-in-zin-buiten-behandeling = the registration is not dealt with

## What somebody can do: what it is called, what it means, and what is said afterwards
daad-naam = { $code ->
    [stel_behoefte_vast] Establish what the child needs
    [aanvaard_aanbod] Answer the offer
    [ontvang_informatie] Record whether the information is there
    [plaats_tijdelijk] Give the child a temporary place
    [laat_toe] Admit the child
    [doe_aanbod] Offer a place at another school
    [vraag_informatie] Ask the parents for information
    [verleng_beslistermijn] Take more time to decide
    [weiger] Refuse
    [stel_buiten_behandeling] Not deal with it any further
    [trek_aanmelding_in] Withdraw the registration
    [meld_feitelijke_weigering] Report: refused without a decision
   *[corrigeer_ontvangst] Put the date of receipt right
}
daad-uitleg = { $code ->
    [stel_behoefte_vast] Is extra support needed? This comes before every decision.
    [aanvaard_aanbod] Yes or no to the place at another school.
    [ontvang_informatie] After that the time to decide runs again.
    [plaats_tijdelijk] There was no decision in time: the child has a right to a temporary place.
    [laat_toe] From which day, and in which class.
    [doe_aanbod] A school that is willing to admit the child. The parents may say yes or no.
    [vraag_informatie] The time to decide then stands still. The parents get a letter.
    [verleng_beslistermijn] That is possible once. You first see what the new last day becomes.
    [weiger] You first see what the law asks and what is there already.
    [stel_buiten_behandeling] If the information that was asked for did not come in time.
    [trek_aanmelding_in] Only if the parents want that themselves.
    [meld_feitelijke_weigering] If a child was sent away without a proper decision of the school.
   *[corrigeer_ontvangst] All terms are then computed anew.
}
daad-gedaan = { $code ->
    [stel_behoefte_vast] Recorded what the child needs.
    [aanvaard_aanbod] The answer was recorded.
    [ontvang_informatie] Recorded. The time to decide runs again.
    [plaats_tijdelijk] The child has a temporary place.
    [laat_toe] The child was admitted. The parents get a letter.
    [doe_aanbod] The offer was made. The parents get a letter.
    [vraag_informatie] The request was made. The time to decide stands still.
    [verleng_beslistermijn] There is more time to decide. The parents get a letter.
    [weiger] The child was refused. The parents get a letter with their rights.
    [stel_buiten_behandeling] The registration is not dealt with any further. The parents get a letter.
    [trek_aanmelding_in] The registration was withdrawn.
    [meld_feitelijke_weigering] Recorded: refused without a decision. The zorgplicht (the duty to find a fitting place) stays with the school.
   *[corrigeer_ontvangst] The date was put right and the terms were computed anew.
}
# The same to parents and pupil.
daad-uitleg-gezin = { $code ->
    [trek_aanmelding_in] If you no longer want to register your child at this school. That is your own choice.
   *[meld_feitelijke_weigering] If your child was sent away and you got no decision on paper.
}

## The case itself
zaak = registration
