# The request for a toelaatbaarheidsverklaring. It is explained where it is said first.

## On the timeline
begonnen = Request begun for { $soort }
verzonden = { $punten ->
    [0] Request sent
   *[anders] Request sent; all { $punten } parts of it are filled in
}
aanvraag-voorgelegd = The request was laid before parents and pupil, as it was filled in then
aanvulling-gevraagd = The school was asked for more information; the time to decide is paused
aanvulling-ingeleverd = A parent handed in something at the school for what was asked
aanvulling-komt-op-papier = A parent gives the school something on paper for what was asked
aanvulling-ontvangen = More information received; the time to decide runs again
aanvulling-vervallen = What was asked is not needed any more; the time to decide runs again
deskundige-gevraagd = Expert asked for advice: { $discipline }
geen-advies = An expert gives no advice
wacht-op-handtekening = Joint advice waits for the second signature
advies-uitgebracht = Advice given: { $uitkomst }
gezamenlijk-advies-uitgebracht = Joint advice given: { $uitkomst }
advies-teruggenomen = Advice taken back; a new advice follows
mening-vastgelegd = The view of a parent or of the pupil was recorded
aanvraag-ingetrokken = Request withdrawn
verleend = Toelaatbaarheidsverklaring (the declaration that a child may go to special education) granted, number { $nummer }
geweigerd = Toelaatbaarheidsverklaring (the declaration that a child may go to special education) refused
bekendgemaakt = Decision made known, on { $op }, { $wijze }
vertraging = The decision comes later, by { $uiterlijk } at the latest
ingebrekestelling = Ingebrekestelling (a notice that the decision is too late) received
geplaatst = Placed at { $school }
geplaatst-elders = Placed at another school
verlopen = Toelaatbaarheidsverklaring (the declaration that a child may go to special education) ran out
ingetrokken = Toelaatbaarheidsverklaring (the declaration that a child may go to special education) withdrawn from { $per }
andere-categorie = Another category asked for: { $categorie }
vervolg-bepaald = The school says how it goes on

## Why something cannot be done, and what can
geen-vervolg = with this request your school does not have to say how it goes on
al-om-advies-gevraagd = this expert has already been asked for advice
niet-onafhankelijk = this expert works for the school or the board that makes the request
andere-deskundige = ask another expert; this is a rule of your samenwerkingsverband (partnership of schools), not of the law
geen-lopend-advies = this expert is not working on an advice
alleen-eigen-toewijzing = you can give back your own assignment only
tekent-zelf = you sign the advice that you give yourself
een-of-twee = an advice is given by one or two experts who were asked for it
ligt-al-gezamenlijk = there already is a joint advice of a colleague
meetekenen = sign that advice too, or advise alone
voorstel-gewijzigd = your colleague changed the advice meanwhile
opnieuw-lezen = read the new advice and then sign
niets-te-tekenen = there is no joint advice for you to sign
zelf-advies = give an advice yourself
geen-eigen-advies = there is no advice of yours on this request
kies-categorie = choose one of the funding categories
geen-categorie = no funding category belongs to this
leerling-zelf = the pupil says this in their own words, to somebody at school
alleen-voor-uzelf = you can do this for yourself only
al-besloten = this request has already been decided
bezwaar-maken = object, if you do not agree with the decision
besluit-afwachten = waiting for the decision; you get it in a letter that says how you can object
schrijf-iets = write something down, or choose whether you agree
niet-in-dossier = this request is not in the file
verkeerde-fase = the request is now at '{ $fase }'
niet-de-aanvrager = only the school where the child is registered or enrolled makes the request
school-laten-vragen = ask the school of registration or enrolment to make the request
verklaring-niet-bekend = this declaration is not known at your school
vorige-andere-soort = the previous declaration is for { $soort }
nieuwe-aanvraag = begin a new request; what the file knows already is filled in
loopt-al = a request for { $soort } is already running
verdergaan = go on with that request
verklaring-loopt-nog = there is still a declaration for { $soort } up to and including { $tot_en_met }
gebruiken-of-verlengen = use the declaration that runs, or ask to renew it
ander-swv-bevoegd = now { $nu } decides, and no longer { $eerst }
intrekken-en-opnieuw = withdraw this request and begin a new one; what the file knows is filled in
aanvraag-doorzenden = forwarding the request to that partnership; the school and the parents get a letter
zelf-bevoegd = your partnership decides on this request
vroeg-u-al = you asked for this already on { $op }
beslissen-of-niet-behandelen = deciding with what there is, or not dealing with the request
niets-te-beoordelen = nothing came of which you still have to say whether it is enough
wat-ontbreekt = write down what is still missing
eerst-kans-om-aan-te-vullen = the school had no chance yet to add what is missing
om-aanvulling-vragen = asking for what is missing first
nog-tijd-om-aan-te-vullen = the school can still add what is missing up to and including { $tot_en_met }
aanvulling-was-genoeg = what was added was enough to decide on
eerst-beoordelen = something was added: say first whether it is enough
te-laat-niet-behandelen = this was possible up to and including { $uiterlijk }
beslissen-op-wat-er-is = deciding with what there is
aanvulling-genoeg = What was added is enough to decide on
aanvulling-niet-genoeg = What was added is not enough to decide on
niet-behandeld = The request will not be dealt with
doorgezonden = Request forwarded to { $naar }
onvolledig = { $meer ->
    [0] still missing: { $vraag }
   *[anders] still missing: { $vraag } (and { $meer } more)
}
afmaken = finish the request; what you filled in is kept
termijn-voorbij = the time to decide ended on { $op }; { $wat ->
    [uitstellen] putting it off
   *[stilzetten] pausing it
} is possible only before that
nu-beslissen = decide now
niet-verzonden = the request has not been sent yet
school-schreef = the school wrote something down in the name of this parent
niets-aangevuld = nothing has been added yet; there is time up to and including { $tot_en_met }
niets-gevraagd = nothing more was asked of the school
woorden-van-een-ander = these are words of the parents or the pupil
mening-vastleggen = record their view under ‘Wat vinden ouders en leerling?’
advies-ontbreekt = there is no advice yet from { $wie }
adviezen-ontbreken = there is no advice yet from { $eerste } and from { $tweede }
eerste-deskundige = an orthopedagoog (expert in learning and behaviour) or a psychologist
tweede-deskundige = a second expert from the list in the law
nog-een-deskundige = ask one more expert for advice
geen-paar = nobody can decide with these experts: { $wie } is needed too
andere-soort-deskundige = choose another expert, or ask that one first
advies-niet-onafhankelijk = one of the advices is not independent of the school that makes the request
advies-andere-deskundige = ask another expert for advice
wijkt-af = you deviate from an advice: write down why
dag-na = choose a day after { $op }
termijn-loopt = the time to decide runs up to and including { $tot_en_met }
afzender-vanaf-wanneer = tell the sender from when it is possible
termijn-staat-stil = the time to decide is paused
afzender-waarop = tell the sender what you are waiting for
geen-verklaring = no declaration was granted
zit-hier-al = the child is already here with this declaration
geldt-van = the declaration is valid from { $van } up to and including { $tot_en_met }
nog-geldig = the declaration is still valid up to and including { $tot_en_met }
niet-geplaatst = only the school where the child is with this declaration asks for this
niets-ingevuld = nothing is filled in yet: there is nothing to read
eerst-invullen = fill in the request first and then lay it before them
al-voorgelegd = this was laid before them on { $op } already, and nothing changed since
antwoord-afwachten = wait for their answer, or record what parents or pupil say
zelfde-categorie = this is the category that was already given
geen-postadres = the postal address of the partnership is not known, and that is where objections go
postadres-invullen = Ask the director of the partnership to fill in the postal address under ‘Beleid’.
niet-meer-geldig = this declaration is no longer valid
andere-categorie-loopt = another category is being decided on already
andere-categorie-weigeren = Does the category stay as it is? Then decide not to give the other one.

## Why it is somebody's turn
beurt-doorsturen = { $naar } decides on it now
beurt-in-gebreke = late, and told so by an ingebrekestelling (a notice that the decision is too late): no penalty up to and including { $tot_en_met }
beurt-belofte = promise of the samenwerkingsverband (the partnership of schools in your region); by law { $wet } at the latest ({ $grond })
beurt-advies-voorstel = a proposal of this program, not the law: it leaves time to decide by { $besluit } at the latest
beurt-verlenging-op-tijd = a proposal of this program, not the law: then there is a decision before the declaration ends on { $eindigt }
beurt-als-deskundige = advice of a { $discipline }; { $grond }
beurt-verklaring-gaat-in = the first day of the declaration
beurt-wacht-op-plek = the declaration begins, and there is no place yet
beurt-verklaring-verlopen = the declaration ran out on { $op }; the child is at your school
beurt-verklaring-ingetrokken = the declaration was withdrawn and was valid up to and including { $op }; the child is at your school
beurt-hoe-verder = this request brings no place: the child is at your school
beurt-verklaring-loopt-af = the last day of the declaration
beurt-aanvulling-gevraagd = the samenwerkingsverband (the partnership of schools in your region) asked for more information
beurt-aanvultijd-voorbij = the time to give more information is over and the time to decide runs again

## Why a point of a request is not needed
niet-bij-zijroute = not on the route from lwoo, a TLV or an ontwikkelingsperspectief (a plan for the pupil's development)
alleen-bij-zijroute = only on the route from lwoo, a TLV or an ontwikkelingsperspectief (a plan for the pupil's development)
nog-niet-ingeschreven = the child is not enrolled at your school yet

## What has to be done
zet-aanvraag-invullen = Finish the request
zet-zienswijze-geven = Say what you think of the request
zet-aanvraag-doorsturen = Send the request on
zet-deskundigen-toewijzen = Ask two experts for advice
zet-andere-deskundige-kiezen = Choose another expert
zet-aanvulling-geven = Add what is missing in the request
zet-aanvulling-verwerken = Record whether what was missing is there
zet-aanvulling-beoordelen = Say whether what was added is enough
zet-adviseren = Give advice
zet-advies-meetekenen = Sign an advice together, or advise alone
zet-besluit-nemen = Decide on the request
zet-besluit-bekendmaken = Make the decision known
zet-besluit-versturen = Send the decision
beurt-verklaring-weg = the declaration of which another category was asked is withdrawn from { $per }: see whether this request still makes sense, or ask the school to withdraw it
beurt-belofte-gebroken = { $beloofd } was promised, and was not met
zet-weigering-versturen = Send the letters of the decision
beurt-dag-van-bekendmaking = on the day on which it is made known
beurt-besluit-ligt-nog = by this file the letter is still here. Did it leave on that day? Record that. Did it not leave? Then make the decision known again: before that it has no effect
beurt-brief-ligt-nog = by this file one of the letters is still here. Record on which day it left, or send it now
beurt-kennisgeving-mislukt = the notice that the decision is on the own page did not arrive. Send the letter on paper too: that is a choice of this program. The law asks to send the notice once more or to let it be known another way
zet-plaatsing-regelen = Arrange a place with the declaration
zet-vervolg-bepalen = Say how it goes on without this declaration
zet-verlenging-bekijken = Look at what is needed after the declaration
wet-op-tijd = there must be a decision in time
wet-te-laat = the decision came too late

## Letters: in a list, and inside a sentence
brief-ontvangst-tlv-aanvraag = Request received
brief-in-zin-ontvangst-tlv-aanvraag = request received
brief-verzoek-om-aanvulling = Request for more information
brief-in-zin-verzoek-om-aanvulling = request for more information
brief-afschrift-deskundigenadvies = Copy of the advice
brief-in-zin-afschrift-deskundigenadvies = copy of the advice
brief-besluit-tlv = Decision on the request
brief-in-zin-besluit-tlv = decision on the request
brief-besluit-leerling = Decision, in words for the pupil
brief-mededeling-afwijking = Message to the expert that the decision differs from the advice
brief-in-zin-besluit-leerling = the decision, in words for the pupil
brief-in-zin-mededeling-afwijking = message to the expert
brief-doorzending-tlv = Message that the request was forwarded
brief-in-zin-doorzending-tlv = message that the request was forwarded
brief-aanvraag-niet-behandeld = Decision not to deal with the request
brief-in-zin-aanvraag-niet-behandeld = decision not to deal with the request
brief-bericht-van-vertraging = Message that it will take longer
brief-in-zin-bericht-van-vertraging = message that it will take longer
brief-reactie-ingebrekestelling = Answer to the ingebrekestelling (a notice that the decision is too late)
brief-in-zin-reactie-ingebrekestelling = answer to the ingebrekestelling (a notice that the decision is too late)

dwangsom-vastgesteld = Dwangsom (money that is due because the decision came late) laid down: { $bedrag }
brief-van-ingetrokken-aanvraag = the request was withdrawn: this letter is sent no more
besluit-was-bekend = the decision was made known already by then, on { $op }
geen-dwangsom = for this request there is no dwangsom (money that is due because a decision came late) to lay down
dwangsom-al-vastgesteld = the dwangsom was laid down already on { $op }
dwangsom-loopt = the dwangsom still runs, up to and including { $tot_en_met } if nothing is decided
meteen-op-de-pagina = on the own page a decision stands at once
vandaag-kiezen = choosing { $dag } as the day, or sending the decision by post
beurt-dwangsom = a dwangsom (money that is due because a decision came late) ran from { $van } up to and including { $tot_en_met }; a decision on that follows
zet-dwangsom-na-afloop = Still laying down the dwangsom (money that is due because a decision came late)
zet-dwangsom-vaststellen = Laying down the dwangsom (money that is due because a decision came late)
brief-besluit-dwangsom = Decision on the dwangsom (money that is due because a decision came late)
brief-in-zin-besluit-dwangsom = decision on the dwangsom

## The case itself
zaak = request
eigen-advies = you gave advice about this request yourself, or were asked to
ander-beslist = somebody else deciding
geen-eigen-pagina = not everybody to whom this decision is addressed has an own page and agreed to hear of it there
per-post = sending the decision by post or handing it over
# $soort: zin
niet-voor-uw-school = a school of your kind does not ask for a declaration for { $soort }
te-oud-voor-die-school = a pupil leaves such a school at the end of the school year of turning { $leeftijd }: that is { $tot_en_met }. Only with an exemption of the inspector may a pupil in voortgezet speciaal onderwijs stay longer; this program does not know it
# $per: kort
eindigt-al = this declaration ends from { $per } already. It can only be withdrawn from an earlier day
brief-intrekking-tlv = Withdrawal of the declaration
brief-in-zin-intrekking-tlv = withdrawal of the declaration
eerst-horen = ask the parents and the school first what they think, and write that down
nog-niet-bekend = this decision is only made known on { $op }; it can be withdrawn from that day
reactie-tot = the parents can react to the advice up to and including { $tot_en_met }: write down why you do not wait for that
beslissen-vanaf = wait for their reaction; from { $op } it needs no explanation
afzender-niet-in-dossier = this name does not stand with the parents in the file
een-van = choose the name as it stands in the file: { $namen }

## For which child the request is
# $geboren: kort
verbetering-gevraagd = The school asks whether the request is about the same child if it says: { $naam }, born { $geboren }
verbetering-akkoord = The samenwerkingsverband (school partnership) says that it is the same child
verbetering-niet-akkoord = The samenwerkingsverband (school partnership) does not accept the other name or date of birth
zet-verbetering-beoordelen = Saying whether another name or date of birth is right
zet-verbetering-doorvoeren = Correcting the name or the date of birth
# $geboren: kort
beurt-verbetering = the request is for { $nu }; the school wants: { $wordt }, born { $geboren }
beurt-verbetering-akkoord = the samenwerkingsverband (school partnership) finds that it is the same child
# $nr: getal
# $geboren: kort
kind-van-aanvraag = request { $nr } is about { $naam }, born { $geboren }: the samenwerkingsverband (school partnership) decides about that child
eerst-verbetering-voorleggen = first laying the other name or date of birth before the samenwerkingsverband, on the page of the request
aanvraag-loopt-niet = this request was not sent, or is over
gegevens-zelf-verbeteren = correcting the name or the date of birth in the timeline
zo-staat-het-er-al = that is what it says already
verbetering-ligt-voor = this is before the samenwerkingsverband already
geen-verbetering-gevraagd = the school did not ask for another name or date of birth
waarom-niet-akkoord = write down why not
