# A registration: what happened, and why something cannot be done.

## On the timeline
eerste-contact = A parent reports a first contact with { $school }
aangemeld-bij = Registered at { $school }
extra-ondersteuning-nodig = Established: extra support is needed
geen-extra-ondersteuning-nodig = Established: no extra support is needed
informatie-gevraagd = The parents were asked for information; the time to decide is paused
informatie-ingeleverd = A parent handed in on the own page what the school asked for
informatie-komt-op-papier = A parent gives on paper what the school asked for
informatie-onvoldoende = Information came, and more is needed
meegedeeld = The receipt of the registration was also told to who came into the file later
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
aanbod-ja = The place at the other school is accepted
aanbod-nee = The place at the other school is not taken
toegelaten-per = Admitted from { $per }
ouder-wil-intrekken = One parent wants to withdraw the registration
ouder-wil-doorgaan = One parent wants the registration to go on
ouder-aanbod-ja = One parent said yes to the offer
ouder-aanbod-nee = One parent said no to the offer
ouder-niet-bereikt = The school went on without the answer of one parent
ouder-woord-wilde-intrekken = wants to withdraw the registration
ouder-woord-wilde-doorgaan = wants the registration to go on
ouder-woord-zei-ja = said yes to the place
ouder-woord-zei-nee = said no to the place
ouder-woord-zei-niets = gave no answer
geweigerd-andere-school = Refused; { $school } is willing to admit the child
geweigerd-uitzondering = Refused on an exception in the law
feitelijk-geweigerd = Refused without a decision; the zorgplicht (the duty of the school to find a fitting place) remains
weigering-herroepen = Refusal revoked: the registration is open again
weigering-opgepakt = The partnership took up the refusal without a decision
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
al-leerling = this child has been a pupil here since { $sinds }
al-leerling-wat-wel = record what is needed in the file of the pupil; if the child leaves, deregister it first
onderwijs-kiezen = this school gives special education and special secondary education: choose which of them the registration is for
onderwijs-niet-hier = this school does not give that kind of education
onderwijs-leeg-laten = choose a kind that this school gives; if it gives one kind only, leave this empty
taalachterstand = help with a language delay alone is not extra support
kies-geen-ondersteuning = choose 'no extra support', or name another need as well
al-gevraagd = a request for information is already running
eerst-ontvangst-vastleggen = first record what was received
termijn-voorbij = the time to decide ended on { $op }; { $wat ->
    [verlengen] taking more time
   *[stilzetten] pausing it
} is possible only before that
nu-beslissen = decide now
niets-gevraagd = no request for information is running
alleen-ouder-levert-in = only a parent with an own page hands something in here, for themselves; what the school gets on paper, the school records
te-veel-ingeleverd = for one question you can hand in { $aantal } files at most, { $mb } MB together at most
rest-op-papier = taking out files that you do not need, or bringing the rest to the school on paper
niets-ingeleverd = there is nothing to hand in
bestand-woorden-of-papier = add a file, write something, or choose that it comes on paper
nog-tijd = the parents still have time up to and including { $tot_en_met }
asielzoeker-niet-verlengen = for a minor who applied for asylum, or of whom a parent did, the time to decide cannot be made longer
al-verlengd = the time to decide was already made longer once
# $hoogstens: getal
verlenging-te-lang = the school can make the time longer by 1 to { $hoogstens } weeks
zo-kort-mogelijk = choosing how many weeks are really needed; the law asks as few as possible
# $vanaf: kort
geen-tijdelijke-maar-toelating = this child is a minor who applied for asylum, or of whom a parent did: the law itself admits it from { $vanaf } on, and there is no temporary place
# $vanaf: kort
al-toegelaten-door-de-wet = this child is a minor who applied for asylum, or of whom a parent did, and nobody decided in time: the law admitted it on { $vanaf }
leg-toelating-vast = recording the admission, with the first day at school
toegelaten-door-de-wet = Admitted by the law
soort-onbekend = choose what kind of school it is
soort-telt-niet = a school of this kind does not count here as another school: { $soort }
elders-verklaring-nodig = for a place there ({ $soort }) a declaration of admissibility is needed, and there is none that holds on { $per }
elders-verklaring-eerst = asking for a declaration first, or recording the one that the parents have. Or looking for a school that asks none
elders-te-jong = a school of this kind ({ $soort }) may admit this child from { $vanaf } on
elders-te-oud = at a school of this kind ({ $soort }) this child may not be after { $tot_en_met }
elders-onderzoek-nodig = an institute for cluster 1 or 2 admits a child only after an inquiry by its commission
elders-onderzoek-eerst = fill in on which day that inquiry ended and what came of it, or look for another school
elders-gemeente-nodig = this child has to be at a school up to and including { $tot_en_met }. In the last year it can go to mbo (vocational education) with leave of the municipality
elders-gemeente-eerst = fill in on which day the municipality gave leave and what shows it. The parents ask for it
elders-voorwaarde-kies = choose whether it is a yes: the child qualifies for that institute, or the municipality gave leave
elders-voorwaarde-nee = with a no of the commission of that institute, or of the municipality, the child cannot go there
elders-voorwaarde-periode = fill in until which day it holds: the commission judges for a period, and the municipality gives leave for a school year
elders-voorwaarde-voorbij = that holds up to and including { $tot_en_met }, and the child would go to school there from { $per }
niet-toegelaten = this child was not admitted here
eerste-dag-komt-nog = the first day at school of this child is still to come: { $per }
al-gekomen = it was recorded already that this child is there
naam-staat-er-al = this name is there already: fill in each parent once
niet-geweigerd = this registration was not refused
nieuwe-aanmelding-loopt = a new registration of this child at this school runs already
op-de-nieuwe-beslissen = decide on the new registration
geen-feitelijke-weigering = no refusal without a decision was reported with this registration
andere-soort-zoeken = looking for a school of a kind that does count
schrijf-wat-ontbreekt = writing down what is still needed; the parents keep their time
al-compleet = all that you asked before has come; the clock cannot stand still again
vragen-zonder-stilstand = calling or writing to the parents while the term runs, and deciding on what is there
al-geplaatst = the child already has a temporary place here
staat-al-op-school = the child is already enrolled at a school of this kind
blijft-daar = the child stays there until the decision
recht-begint = the right to a temporary place begins on { $vanaf }
dagen-ertussen = by law the temporary place began on { $vanaf }, and you fill in { $per }. What happened on the days between?
dag-van-de-wet-of-waarom = fill in the day of the law, or write what happened on those days
eerder-toelaten = admitting the child earlier is possible too: then take a decision
op-de-dag-zelf = a temporary place is recorded on the day on which the child comes
op-die-dag-vastleggen = agree with the parents now when the child comes, and record the place on that day: until then there may still be a decision
behoefte-niet-vastgesteld = it has not been established yet what the child needs
eerst-behoefte = first establish whether extra support is needed
aanbod-open = the parents have not answered the previous offer yet
eerst-antwoord = first record their answer
aanbod-niet-open = this offer is not open
aanbod-beantwoord = this offer was already answered
toelating-is-begonnen = the first day at school has passed: the child is a pupil of the school
toelating-verbeteren = correct the first day or the group; leaving the school is possible only by the rules for it
zit-al-tijdelijk = the child is already here for the time being; the place becomes permanent on the day of the decision
vandaag-kiezen = choose today
recht-loopt = the child has had the right to a temporary place here since { $vanaf }; a later first day takes it away
vandaag-of-eerder = choose today: the place is permanent at once
dag-van-de-wet = choose that day
eerst-toelating-dan-uitschrijven = the school records the admission; if the child does not go to school here, the school deregisters it after that
ouders-meldden-zelf-aan = the parents registered this child themselves; only they can withdraw that
wie-van-de-ouders = choose which parent said this: what one parent says counts for that parent alone
ouder-kiezen = choose the parent who said this; the other parent with authority is asked after that
zonder-gezag = this person does not have authority over the child now
al-gezegd = this parent has said yes already; every other parent with authority still has to answer
pas-zonder-gezag = it was recorded a short time ago that a parent no longer has authority. What parents decide together waits for { $dagen } days: in that time this parent can say that it is not right
wachten-of-rechter = wait for { $dagen } days. If a court decided, go on without this parent and name the decision
pas-overleden = it was recorded a short time ago that a parent died. Withdrawing a registration then waits for { $dagen } days: a mistake comes out in that time
overlijden-wachten-of-verbeteren = wait for { $dagen } days, and then record again that the registration is withdrawn. If the death is a mistake, correct it
# $vanaf: kort
eerste-dag-voorbij = the first day is { $vanaf } or later: an admission takes back no days (a rule of this program)
# $vanaf: kort
eerste-dag-nog-elders = the child is a pupil of another school: the first day here is { $vanaf } or later
eerste-dag-na-andere-school = choose that day or a later one. Until the first day here the child is a pupil of its school of now, which takes it off its list in time
eerste-dag-vandaag = choose that day or a later one
# $per: kort
ouders-vragen-later = the child goes to another school now, and the parents ask a place from { $per }
gevraagde-dag-kiezen = choose that day or a later one. If the parents want it sooner, correct in the registration first from which day they ask a place
onderzoek-nee = the commission judges that the child does not qualify for this institute: then you do not admit it
weigeren-om-onderzoek = refuse the admission on the ground for an institute for cluster 1 or 2, with the judgement of the commission
# $uiterlijk: kort
eerste-dag-te-laat = that is much later than the day for which a place was asked: the first day is { $uiterlijk } at the latest (a rule of this program)
eerder-toelaten-of-ouders-vragen = admit on or before that day. If the parents themselves ask a place from a later day, correct that in the registration first. If the child cannot come here, refuse by the rules for that
zelf-geheim-gemaakt = you recorded yourself that it is secret from this parent where the child is. Going on without the answer of this parent is done by somebody else
collega-gaat-verder = ask a colleague or the head of the school to do this
wachten-op-andere-ouder = wait for the answer of the other parent, or talk with each other
niemand-trekt-in = there is no parent who wants to withdraw the registration now
niet-geheim-voor-ouder = where the child is, is not secret from this parent
ouder-niet-gevraagd = where the child is, is secret from this parent: this parent is not asked, and so gives no answer either
zwijgen-is-geen-intrekken = who says nothing withdraws nothing: the registration goes on
geheim-is-geen-intrekken = that the place of the child is secret from the other parent takes away no authority: the registration goes on
welk-gerecht = write down which court decided
welke-uitspraakdag = fill in on which day the court decided
beslissen-of-andere-grond = decide on the registration yourself. If the other parent did say yes, record that
niet-gewacht-op = nobody is waiting for the answer of this person now
ouder-heeft-nog-tijd = this parent still has time to answer up to and including { $tot_en_met }
ouders-trekken-in = ask the parents to do it on their own page, or decide on the registration
toelaten-vanaf = the child can be admitted from { $vanaf }: then it turns { $leeftijd }
toelaten-per-die-dag = admit now, from that day
toelaten-of-inspecteur = admit now, from that day; if the inspector allows it earlier, write down when that was decided
te-oud = a pupil stays at such a school until the end of the school year in which it turns { $leeftijd }: until { $tot_en_met }
oudere-leerling-elders = look for a school that may admit the child (secondary education, secondary special education or mbo), and decide on paper
inspectie-opschrijven = if the inspectorate allows it, write down when it decided so, and for which school year
jong-voor-voortgezet = this child is young for secondary education. Only those who are ready for it may enter the first year
voorbereid-opschrijven = write down who judged that the child is ready, and when; or when the inspectorate allowed an exception
liever-toelaten = decide: when you admit the child you write down on what its age rests
leeftijd-eerder = Admitted earlier, with leave of the inspector
leeftijd-voorbereid = Young, and ready for secondary education
leeftijd-langer = Older, with leave of the inspectorate
niet-om-gevraagd = you have not asked the parents for the missing information yet
eerst-verzoek = first send a request for information
informatie-compleet = the parents gave everything that you asked for
beslissen = decide on the registration
wachten-of-verwerken = wait, or deal with the information if it is there
te-laat-bekend = this should have been made known by { $uiterlijk }
beslissen-op-wat-er-is = decide on what is there
dezelfde-school = this is the same school: name another one
# $op: dag
voorwaarde-onderzoek = The commission of inquiry judged on { $op } that this child qualifies for the education here
# $op: dag
voorwaarde-schooladvies = Definitive school advice of { $op } seen
# $op: dag
voorwaarde-doorstroomtoets = There is no definitive school advice. The school decides on the doorstroomtoets (the test at the end of primary school), with a result of { $op }
# $op: dag
voorwaarde-geschiktheid = There is no definitive school advice and no doorstroomtoets (the test at the end of primary school). The school decides on its own inquiry into whether the pupil is suited, of { $op }
# $op: dag
voorwaarde-afwijking = On { $op } the inspectorate allowed the school not to decide on the definitive school advice
onderzoek-nodig = an institute of cluster 1 or 2 admits a child only after the inquiry of its commission, and if it qualifies for the education there
eerst-onderzoek = writing down what the commission judged, with the day and until when it holds. If the child does not qualify, you refuse on that ground
onderzoek-geldt-niet = what the commission judged holds for a time that it sets, and the first day at school has to be within it
schooladvies-nodig = you decide on the first year by the definitive school advice. Where there is none, by the doorstroomtoets, and without that test by your own inquiry into whether the pupil is suited
eerst-schooladvies = choosing on what you decide, and writing down what it says and of which day it is. If the inspectorate allowed another way, choose that
# $van: dag
# $tot_en_met: dag
buiten-de-week = For the first year you register from { $van } up to and including { $tot_en_met } ({ $artikel }). This registration is of another day. It counts too: the law does not say that it is void then.
uitzondering-geldt-niet = this exception does not apply to this school
# $vraag: zin
bewijs-ontbreekt = this exception holds only with an answer that can be to: { $vraag }
nog-niet-verwerkt = you asked the parents for information and that has not been dealt with yet
ontvangst-of-buiten-behandeling = first record what was received, or stop dealing with the registration
weigeren-onrechtmatig = still missing: { $wat }
toelaten-of-verder-zoeken = admit the child, look further for a school that is willing to admit it, or ask the samenwerkingsverband (the partnership of schools in your region) for help

## What the law asks before a refusal
punt-uitzondering = an exception chosen that applies to this school
punt-overleg = talked with the parents
punt-motivering = written down for the parents why
punt-behoefte = established that the child needs extra support
punt-andere-school = another school named that is willing to admit the child
punt-bereid = recorded what shows that this school is willing

## Why it is somebody's turn
beurt-voorstel = a proposal of this program, not the law: it leaves time to decide by { $besluit } at the latest
beurt-plek-voorgesteld = the school proposed a place at another school
beurt-andere-ouder-wil = another parent with authority wants this, and you decide together
beurt-ouder-ontbreekt = another parent with authority has not answered yet what one parent wants
beurt-ouders-oneens = one parent said yes to the offer and the other no: the registration goes on
beurt-zonder-besluit = refused without a decision
beurt-informatie-gevraagd = the school asked for information
beurt-ouders-leverden-in = the parents handed something in
beurt-antwoordtijd-voorbij = the time to answer is over and the time to decide runs again
beurt-eerste-schooldag = the first day at school
beurt-plek-elders = from that day there is a place at the other school
beurt-verklaring-vervallen = declaration { $nummer } had been withdrawn, from { $per }, when you admitted the child with it. The child stays your pupil: discuss with the parents and the partnership whether a new declaration is needed
beurt-zorgplicht-blijft = the school keeps the zorgplicht (the duty to find a fitting place) until the child is enrolled somewhere
beurt-niet-zonder-plek = you refused because another school will admit the child
beurt-kind-zonder-school = this registration gave no place, and the child is enrolled nowhere in this file
# $per: kort
beurt-wacht-op-eerste-dag = admitted here from { $per }, and enrolled nowhere until that day
beurt-niet-gekomen = the child did not come on its first day at school

## What has to be done
zet-behoefte-vaststellen = Establish whether extra support is needed
zet-aanmelding-beslissen = Decide on the registration
zet-informatie-geven = Give information to the school
zet-informatie-verwerken = Record whether the information is there
zet-aanbod-beantwoorden = Answer the offer
zet-intrekking-beantwoorden = Say whether the registration goes on
zet-andere-ouder-vragen = Ask the other parent, or write down why that cannot be done
zet-elders-aanmelden = Register the child at the other school
zet-verklaring-nagaan = Record how it goes on: the declaration had been withdrawn
zet-plek-nagaan = See whether the child has a place at the other school
zet-school-nagaan = See whether the child has a school
zet-niet-gekomen-nagaan = Find out why the child did not come
zet-eerste-dag = See whether the child comes on the first day
zet-opp-melden = Make the ontwikkelingsperspectief (the plan for this child)
zet-tijdelijk-plaatsen = Give the child a temporary place
zet-weigering-oppakken = Act on a refusal without a decision
zet-weigering-na-afloop = Still take up a refusal without a decision
wet-op-tijd = the school must decide in time
wet-tijdelijke-plek = the child has the right to a temporary place

## Letters: in a list, and inside a sentence
brief-ontvangstbevestiging-aanmelding = Registration received
brief-in-zin-ontvangstbevestiging-aanmelding = registration received
brief-verzoek-om-informatie = Request for information
brief-in-zin-verzoek-om-informatie = request for information
brief-informatie-niet-compleet = Message that more information is needed
brief-in-zin-informatie-niet-compleet = message that more information is needed
brief-verlenging-beslistermijn = The school needs more time
brief-in-zin-verlenging-beslistermijn = the school needs more time
brief-aanbod-andere-school = Offer of another school
brief-in-zin-aanbod-andere-school = offer of another school
brief-vraag-andere-ouder = Question to the other parent
brief-in-zin-vraag-andere-ouder = question to the other parent
brief-afloop-door-ouders = What came of the choice of the parents
brief-in-zin-afloop-door-ouders = what came of the choice of the parents
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
    [toon_verklaring] Record the declaration of the parents
    [ga_verklaring_na] Record how it goes on without the declaration
    [stel_plek_vast] Record that the child has a school
    [meld_niet_gekomen] Record that the child did not come
    [meld_gekomen] The child is there
    [herroep_weigering] Revoke the refusal
    [meld_opp] Record that the ontwikkelingsperspectief is there
    [pak_weigering_op] Record what you did with the report
    [laat_toe] Admit the child
    [doe_aanbod] Offer a place at another school
    [vraag_informatie] Ask the parents for information
    [verleng_beslistermijn] Take more time to decide
    [weiger] Refuse
    [stel_buiten_behandeling] Not deal with it any further
    [trek_aanmelding_in] Withdraw the registration
    [laat_aanmelding_doorgaan] Let the registration go on
    [ga_verder_zonder_ouder] Go on without the answer of a parent
    [meld_feitelijke_weigering] Report: refused without a decision
   *[corrigeer_ontvangst] Put the registration right
}
daad-uitleg = { $code ->
    [stel_behoefte_vast] Is extra support needed? This comes before every decision.
    [aanvaard_aanbod] Yes or no to the place at another school.
    [ontvang_informatie] After that the time to decide runs again.
    [plaats_tijdelijk] There was no decision in time: the child has a right to a temporary place.
    [toon_verklaring] If the parents already have a declaration that another school asked for.
    [ga_verklaring_na] The declaration had been withdrawn. Write down what you agreed with the parents and the partnership.
    [stel_plek_vast] When you know that the child really goes to school, or that the municipality knows of it. Then you are done.
    [meld_niet_gekomen] When the child was not there on its first day: what you did, whom you ask, and until when.
    [meld_gekomen] On the first day, or later when the child comes after all.
    [herroep_weigering] After an objection, or where you see yourself that the decision was wrong. Then the registration is open again, with the terms that ran.
    [meld_opp] The plan for this child, at the latest on the day in the letter to the parents.
    [pak_weigering_op] Call the school and the parents. Whoever reported it reads what you record.
    [laat_toe] From which day, and in which class.
    [doe_aanbod] A school that is willing to admit the child. The parents may say yes or no.
    [vraag_informatie] The time to decide is then paused. The parents get a letter.
    [verleng_beslistermijn] That is possible once. You first see what the new last day becomes.
    [weiger] You first see what the law asks and what is there already.
    [stel_buiten_behandeling] If the information that was asked for did not come in time.
    [trek_aanmelding_in] Only if the parents want that themselves. You write down which of them said it. Every parent with authority has to say yes.
    [laat_aanmelding_doorgaan] If a parent wants the registration to go on after all.
    [ga_verder_zonder_ouder] If a parent with authority cannot answer, or does not do so in time. You choose why and write down what you did.
    [meld_feitelijke_weigering] If a child was sent away without a proper decision of the school.
   *[corrigeer_ontvangst] The day on which it came, and what else is wrong in it. All dates are then worked out again.
}
daad-gedaan = { $code ->
    [stel_behoefte_vast] Recorded what the child needs.
    [aanvaard_aanbod] The answer was recorded.
    [ontvang_informatie] Recorded. The time to decide runs again.
    [plaats_tijdelijk] The child has a temporary place.
    [toon_verklaring] The declaration was recorded. You can admit the child.
    [ga_verklaring_na] Recorded how it goes on.
    [stel_plek_vast] Recorded that the child has a school, or who else knows of it.
    [meld_niet_gekomen] Recorded that the child did not come. It is your turn until you know where it is.
    [meld_gekomen] Recorded that the child is there.
    [herroep_weigering] The refusal was revoked. Now decide again. The parents get a letter.
    [meld_opp] Recorded that the ontwikkelingsperspectief is there.
    [pak_weigering_op] Recorded what you did with the report.
    [laat_toe] The child was admitted. The parents get a letter.
    [doe_aanbod] The offer was made. The parents get a letter.
    [vraag_informatie] The request was made. The time to decide is paused.
    [verleng_beslistermijn] There is more time to decide. The parents get a letter.
    [weiger] The child was refused. The parents get a letter with their rights.
    [stel_buiten_behandeling] The registration is not dealt with any further. The parents get a letter.
    [trek_aanmelding_in] The registration is withdrawn. Who has authority gets a letter.
    [laat_aanmelding_doorgaan] This is recorded. The registration goes on.
    [ga_verder_zonder_ouder] It is recorded why you go on without this answer.
    [meld_feitelijke_weigering] Recorded: refused without a decision. The zorgplicht (the duty to find a fitting place) stays with the school.
   *[corrigeer_ontvangst] The registration was put right and all dates were worked out again.
}
# The same to parents and pupil.
andere-ouder-gevraagd = Recorded. The other parent with authority gets a letter with the question and the last day to answer. Until then the registration goes on.
daad-uitleg-gezin = { $code ->
    [trek_aanmelding_in] If you no longer want to register your child at this school. Does another parent have authority too? Then that parent has to say yes as well.
    [laat_aanmelding_doorgaan] If a parent wants to withdraw the registration and you do not.
   *[meld_feitelijke_weigering] If your child was sent away and you got no decision on paper.
}
daad-uitleg-leerling = { $code ->
    [trek_aanmelding_in] If you do not want to be registered at this school any more. The registration then ends at once.
   *[meld_feitelijke_weigering] If you were sent away without a decision on paper.
}

## The case itself
zaak = registration

## The form to register
nieuw-titel = { $wie ->
    [school] Record a registration
    [leerling] Registering yourself at a school
   *[gezin] Register your child at a school
}
nieuw-knop = { $wie ->
    [school] Record the registration
   *[gezin] Register
}
nieuw-welke-school = Which school?
nieuw-zoeken = Name or town of the school
nieuw-zoek = Find the school
nieuw-kies = Choose the school
nieuw-niet-gevonden = No school was found. Try another part of the name, or the town.
nieuw-eerst-zoeken = Find the school and choose it from the list.
nieuw-kop = The registration
nieuw-ontvangen = On which day did you receive the registration?
nieuw-ontvangen-uitleg = The time to decide starts on this day. An e-mail or a letter is in writing too.
nieuw-ontvangen-leeg = Fill in the day on which you received the registration.
nieuw-per = { $wie ->
    [school] From which day do the parents ask for a place?
   *[gezin] From which day would you like a place?
}
nieuw-per-uitleg = A late registration is valid too.
nieuw-scholen = { $wie ->
    [school] At which other schools is the child registered as well?
    [leerling] At which other schools did you register too?
   *[gezin] At which other schools did you register your child as well?
}
nieuw-scholen-uitleg = { $wie ->
    [school] One school per line, as the parents state it.
   *[gezin] One school per line. You may register at more schools; the law asks you to say so.
}
nieuw-hulp = { $wie ->
    [school] What do the parents say about the help that their child needs?
    [leerling] Which help do you need?
   *[gezin] Which help does your child need?
}
nieuw-hulp-uitleg = { $wie ->
    [school] In their own words.
   *[gezin] In your own words.
}
nieuw-onderwijs = { $wie ->
    [school] For which education do the parents ask a place?
   *[gezin] Which education do you ask for?
}
nieuw-onderwijs-leeg = Choose which education.
onderwijs-keuze = { $code ->
    [so] special education (speciaal onderwijs)
    [vso] special secondary education (voortgezet speciaal onderwijs)
    [pro] practical training (praktijkonderwijs)
   *[vo] vmbo, havo or vwo
}
nieuw-nu = { $wie ->
    [school] Does the child go to school now?
    [leerling] Do you go to school now?
   *[gezin] Does your child go to school now?
}
nieuw-nu-uitleg = { $wie ->
    [leerling] If you go to a school already, you stay there until the first day at the new school. If you go to no school, you can have a right to a temporary place when the decision takes too long.
   *[gezin] A child that goes to a school already stays there until the first day at the new school. A child that goes to no school can have a right to a temporary place when the decision takes too long.
}
nieuw-nu-keuze = { $code ->
    [school] Yes, at a school in the Netherlands
    [geen] No, not now
    [buitenland] Yes, at a school abroad
   *[onbekend] I do not know
}
nieuw-nu-school = Which school is that?
nieuw-nu-school-uitleg = Name and town.
nieuw-nu-soort = What kind of school is that?
nieuw-nu-soort-keuze = { $code ->
    [basisschool] primary school (basisschool)
    [sbo] special primary education (sbo)
    [so] special education (so)
    [so_vso] special and special secondary education (so and vso)
    [vso] special secondary education (vso)
    [instelling_c1_2] school for children who do not see, hear or speak well
    [vo] secondary school
   *[mbo] vocational training (mbo)
}
nieuw-nu-kies = Choose
toch-een-school = you name a school, and you chose that the child is at no school or that you do not know
school-of-geen = choosing that the child is at a school, or leaving the school empty
nieuw-asielzoeker = { $wie ->
    [leerling] You, or one of your parents, applied for asylum
   *[gezin] The child, or a parent of the child, applied for asylum
}
nieuw-asielzoeker-uitleg = { $wie ->
    [leerling] And nothing was decided on that yet. Then the school decides within a fixed time, which cannot be made longer. Does a school for special education not decide in time? Then you are admitted.
   *[gezin] And nothing was decided on that yet. Then the school decides within a fixed time, which cannot be made longer. Does a primary school or a school for special education not decide in time? Then the child is admitted.
}
nieuw-geheim-kop = Safe
nieuw-geheim = { $wie ->
    [leerling] Is there anybody who must not know where you live or go to school?
   *[gezin] Is there anybody who must not know where your child lives or goes to school?
}
nieuw-geheim-uitleg = { $wie ->
    [leerling] The letter about this registration comes to your address, and to nobody else. That letter names the school.
   *[gezin] Everybody with authority over your child gets a letter about this registration. That letter names the school.
}
nieuw-geheim-nee = { $wie ->
    [leerling] No
   *[gezin] No, everybody with authority may know this
}
nieuw-geheim-ja = Yes, somebody must not know this
nieuw-geheim-leeg = Choose yes or no.
nieuw-geheim-eerst = { $wie ->
    [leerling] We have not sent your registration yet. First call the school where you are now, or the school that you chose. Say from whom it is secret. The school records that. After that you can register here. You can also register with the school on paper or by e-mail.
   *[gezin] We have not sent your registration yet. Otherwise that person would get a letter with the name of the school. First call the school where your child is now, or the school that you chose. Say from whom it is secret. The school records that. After that you can register here. You can also register with the school on paper or by e-mail.
}
nieuw-vandaag = The school receives your registration today, { $dag }. The time in which it must decide starts today.

## The form to say yes or no to an offer
antwoord-kop = The place at another school
antwoord-aanbod = { $school } is willing to admit { $naam } from { $per }. This offer was made on { $op }.
antwoord-vraag = { $wie ->
    [school] Do the parents say yes or no?
   *[gezin] Do you say yes or no?
}
antwoord-ja = Yes
antwoord-ja-uitleg = The registration at this school then ends. The school keeps helping until the child has a place.
antwoord-nee = No
antwoord-nee-uitleg = You may say no. The registration goes on and the school must still decide.
antwoord-toelichting = Would you like to add something?
antwoord-knop = Record the answer

## The form to withdraw a registration
intrekken-kop = Withdraw the registration
intrekken-keuze = { $wie ->
    [leerling] Withdrawing is your choice. You do not have to withdraw because a school says that there is no place. The school must then decide itself, on paper. Do you disagree with that decision? Then you can do something against it. If you withdraw, the registration ends at once.
    [van_leerling] Withdrawing is the choice of the pupil, who decides. The registration then ends at once. Nobody has to withdraw because a school says that there is no place. The school must then decide itself, on paper.
   *[gezin] Withdrawing is the choice of the parents. Nobody has to withdraw because a school says that there is no place. The school must then decide itself, on paper. Do the parents disagree with that decision? Then they can do something against it.
}
intrekken-gevolg = After you withdraw, { $school } no longer has the zorgplicht (the duty to find a fitting place) for this child.
intrekken-tijdelijk = The child has a temporary place here now. That place ends tomorrow if you withdraw.
intrekken-waarom = Why do you withdraw the registration?
intrekken-knop = Withdraw
intrekken-van = Which parent said this?
intrekken-samen = Does more than one parent have authority? Then the registration ends only when all of them said yes. Until that day it goes on and the school has to decide. The other parent can read this and gets the question on the own page, or from the school.
doorgaan-kop = The registration goes on
doorgaan-gevolg = A parent wants to withdraw the registration. If another parent with authority says no, it simply goes on.
doorgaan-waarom = Do you want to say something about it?
doorgaan-knop = Let the registration go on
antwoord-van = Which parent gave this answer?
antwoord-van-uitleg = What one parent says counts for that parent alone. Only when every parent with authority said yes is the place accepted.
ouder-gevraagd-leeg = Choose the parent.

## The form about a refusal without a decision
zonder-besluit-knop = Record that there was a refusal without a decision
zonder-besluit-gevolg = What happens when you record this?
zonder-besluit-loopt = It is not a decision. The registration goes on and the time to decide goes on too.
zonder-besluit-zorgplicht = The zorgplicht (the duty to find a fitting place) stays with { $school }: that school must still decide.
zonder-besluit-verband = The samenwerkingsverband (the partnership of schools in your region) is asked to act on this and may read this file to do so.
zonder-besluit-wegen = { $wie ->
    [school] The parents see on their own page which help and which steps they can choose.
   *[gezin] You can ask the ouder- en jeugdsteunpunt (support for parents and young people) or an onderwijsconsulent (education consultant) for help, and file a complaint or a dispute. You may do so in any order.
}
zonder-besluit-geteld = It is counted, without names.
zonder-besluit-kop = What happened?
zonder-besluit-dag = On which day was that?
zonder-besluit-dag-leeg = Fill in the day on which it was.
zonder-besluit-wat = What was said or done?
zonder-besluit-wat-uitleg = Write down who said what, and how. Only what happened.
zonder-besluit-wat-leeg = Write down what happened.

## Just registered
bevestiging-titel = The registration is recorded
bevestiging-gedaan = { $naam } is registered at { $school }.
bevestiging-gedaan-ouder = { $school } has your registration of { $naam }. You get the decision of the school by { $dag } at the latest.
bevestiging-termijn = Until when is there time to decide?
bevestiging-waarom = Why this date?
bevestiging-dossier = File
bevestiging-laat = Later than the law prefers. The registration is still valid.
bevestiging-verband = Samenwerkingsverband (partnership of schools) of the address
bevestiging-toegelaten = If there is no decision by then, the law admits the child to this school from { $vanaf }.
bevestiging-uitblijft = If no decision comes
bevestiging-tijdelijk = If there is no decision by then, the child has a right to a temporary place at this school from { $vanaf }.
bevestiging-brief = The letter
bevestiging-zonder-adres = No address was filled in. Without street and place a letter cannot be posted.
bevestiging-adres = Fill in the address
bevestiging-brief-komt = The letter of receipt is being made now. It stands here when you load the page again in a moment.
bevestiging-uitnodigen = { $wie ->
    [leerling] Invite the pupil
   *[gezin] Invite the parents
}
bevestiging-uitnodigen-uitleg = { $wie ->
    [leerling] The pupil is 18 or older and decides. On the own page the pupil sees what happens, what you ask and what there is to choose.
   *[gezin] On their own page parents see what happens, what you ask and what they can choose. Each parent gets a code of their own.
}
bevestiging-ouders = { $wie ->
    [leerling] The pupil
   *[gezin] Parents and guardians
}
bevestiging-ouder = { $wie ->
    [leerling] Pupil
   *[gezin] Parent or guardian
}
bevestiging-geen-ouders = There are no parents in this file yet.
bevestiging-eigen-pagina = Own page
bevestiging-gebruikt = uses the own page
bevestiging-nodig-uit = Invite
bevestiging-verder = To the registration
verklaring-nodig = a place at this school needs a declaration of admissibility (toelaatbaarheidsverklaring), and there is none on that day
verklaring-vragen = asking for a declaration first, or choosing a day on which it holds. Do the parents have a declaration already? Then record that first
verklaring-van-wie = fill in the code of the samenwerkingsverband (partnership of schools) that granted the declaration
verklaring-ingetrokken-per = this declaration was withdrawn from { $per }: no place can begin with it any more
verklaring-verband-bellen = calling the samenwerkingsverband that gave it, or having a new declaration requested
verklaring-onbekend = there is no declaration with this number for this child that can be used now
brief-nakijken = check number, given name, surname and date of birth in the letter, or call the samenwerkingsverband (partnership of schools)
verklaring-voor = this declaration is for { $soort }; your school is of another kind
verklaring-ingetrokken = the declaration that the parents showed can no longer be used
verklaring-getoond = Declaration { $nummer } shown
verklaring-vervallen = Declaration { $nummer } had been withdrawn, from { $per }
verklaring-nagegaan = Recorded how it goes on without the declaration
plek-rust-op-verklaring = the child has a place at your school with this declaration
eerst-toelating-terugnemen = first take back the admission, as long as that is possible
geen-verklaring-vervallen = there is no withdrawn declaration of which you still have to say how it goes on
zonder-verklaring-residentieel = No declaration needed: the child lives in an institution
zonder-verklaring-tijdelijk = Temporary place without a declaration
residentieel-niet-hier = without a declaration because a child lives in an institution is possible only at a school for special education or special secondary education
residentieel-leeg-laten = leave this field empty
tijdelijk-zonder-verklaring = there is no declaration of admissibility (toelaatbaarheidsverklaring). The law does not say whether a temporary place needs one
tijdelijk-zonder-kiezen = write down why the child gets the place all the same, or ask for a declaration first
plek-vastgesteld = Seen where the child goes to school, from { $van }
niet-gekomen = The child did not come on its first day at school, since { $sinds }
gekomen = The child came, on { $op }
alsnog-gekomen = The child came after all, on { $op }
opp-gemeld = Recorded that the ontwikkelingsperspectief (the plan for this child) is there, adopted on { $op }
geen-opp-beloofd = no last day for an ontwikkelingsperspectief goes with this admission
opp-al-gemeld = it is recorded already that the ontwikkelingsperspectief is there, since { $op }
geen-plek-elders = this registration still runs, or the child was admitted here
plek-al-vastgesteld = where the child goes to school was recorded already
antwoord-geven = Say whether the registration is withdrawn or goes on
antwoord-geven-uitleg = Another parent wants to withdraw the registration. You can say yes or no.
antwoord-ander-intrekken = Record the answer of the other parent: yes, withdraw
antwoord-ander-doorgaan = Record the answer of the other parent: no, go on
