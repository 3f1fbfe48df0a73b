# The own pages of parents. Legal nouns stay Dutch where the law has no English one.

uw-kinderen = Your children
geen-dossier = There is no file that you can see now. Ask the school for an invitation.
uw-eigen-pagina = Your own page
kop-nu = What is happening now?
niets-loopt = Nothing is going on at the moment.
nu-aan-zet = Who must act now:
vragen = Questions?
kop-verzoeken = What do we ask of you?
niets-te-doen = You do not have to do anything now.
kop-besloten = What was decided?
kop-deskundigen = What do the experts say?
recht-op-afschrift = You have a right to a copy of every advice.
kop-eigen-woorden = Your own words
kop-niet-eens = Do you disagree?
dat-mag = That is your right. You can choose, in any order. The school does not see that you read this.
bekijk-mogelijkheden = See everything you can do
kop-rechten = Your rights
wie-keek = Who looked into the file of { $naam }?
alles-gebeurd = Everything that happened
bericht-per-mail = Get an e-mail when there is something new
kop-brieven = Your letters
aanmelding-ontvangen = { $school } received the registration of { $naam } and is finding out whether { $naam } needs extra help.
aanmelding-wacht = { $school } is waiting for information from you. Until then the time to decide is paused.
aanmelding-behoefte = { $school } now knows what { $naam } needs and is deciding on the registration.
aanmelding-aanbod = { $school } found a place for { $naam } at another school. You may say yes or no.
aanvraag-gestart = { $school } is preparing a request for { $soort }. You can say what you think of it.
aanvraag-gedaan = { $school } asked whether { $naam } may go to { $soort }. The samenwerkingsverband (the partnership of schools in your region) asks two experts for advice.
aanvraag-wacht = The samenwerkingsverband is waiting for information from { $school }. Until then the time to decide is paused.
aanvraag-advisering = The experts are looking at the request and will give their advice.
aanvraag-geadviseerd = The experts gave their advice. The samenwerkingsverband is now deciding.
aanvraag-besloten = The samenwerkingsverband has decided. You will get the decision as soon as possible.
aanvraag-bekend = { $naam } may go to { $soort }. The school helps you to find a place.
verwijdering-voorgenomen = { $school } wants { $naam } to leave the school. That is not decided yet: first the school talks with you and with the teacher.
verwijdering-gehoord = { $school } talked with you and is now looking for another school that is willing to admit { $naam }.
verwijdering-school-gevonden = { $school } found another school for { $naam } and is now deciding.
aan-zet-u = you
aan-zet-deskundige = an expert who gives advice
aan-zet-verband = the samenwerkingsverband { $naam }
aan-zet-verband-anders = the samenwerkingsverband ({ $naam })
aan-zet-organisatie = { $naam }
wanneer = { $dagen ->
    [0] This must be ready today: { $dag }.
    [1] Tomorrow at the latest, { $dag }.
   *[anders] By { $dag } at the latest, in { $dagen } days.
}
te-laat = This should have been ready on { $dag }. Feel free to call and ask how far it is.
uiterlijk = By { $dag } at the latest
deze-datum = this date
school-gaf-tijd = The school gave you up to and including { $dag }. Until then the time to decide is paused.
belofte = The samenwerkingsverband promises to decide sooner than the law asks. This is how the law counts the time:
lees-aanmelding = Read everything about this registration
lees-aanvraag = Read the request
lees-alles = Read everything about it
vraag-school = Ask { $school }.
bel-school = Call { $school }, { $telefoon }.
geef-informatie = Give the information that the school needs.
zeg-ja-of-nee = Say yes or no to the place at another school.
zeg-wat-u-vindt = Say what you think of the request.
meld-aan-elders = Register your child with the school whose place you accepted.
vertel = Tell us what you think
lees-aanbod = Read the offer and answer it
geef-of-mail = Hand this in at { $school } or e-mail it. The letter from the school says why it asks for this.
toegelaten = { $naam } may go to { $school }, from { $per }.
geweigerd = { $school } does not admit { $naam }.
buiten-behandeling = { $school } will not deal with the registration any further, because information is missing.
elders = { $naam } is going to { $school }.
ingetrokken = The registration was withdrawn.
verklaring-verleend = { $naam } may go to { $soort }. The declaration is valid from { $van } up to and including { $tot_en_met }.
verklaring-geweigerd = { $naam } does not get a declaration for { $soort }.
verklaring-ingetrokken = The declaration of { $naam } has been withdrawn. It is not valid any more from { $per }.
verwijderd = { $naam } will no longer go to { $school } from { $per }.
verwijdering-ingetrokken = { $naam } stays at { $school }: the school no longer wants { $naam } to leave.
geschorst = { $naam } is suspended from { $van } up to and including { $tot_en_met } ({ $school }).
bekendgemaakt = Made known on { $dag }
besluit-van = Decision of { $dag }
bezwaar-kan = Do you disagree? You can object up to and including { $dag }.
mening-over = What do you think of the request for { $soort }?
sprak-u-een-school = Did you talk with a school about a place? Write down what was said
aanmelden = Register with a school
besluiten-link = How do you get decisions: on paper or here?
brief-van = { $brief }, { $dag }
dank-mening = Thank you. Your view is now part of the request.
dank-antwoord = Thank you. The school can now see your answer.
dank-besluiten = It is written down. You can always change this.
dank-contact = It is written down. The school only has to decide once you register in writing.
mening-titel = What do you think of it?
mening-vraag = { $school } asks whether { $naam } may go to { $soort }.
mening-uitleg = Write in your own words what you think of it. Whoever decides on the request reads this. You can add something later, until there is a decision.
mening-eens = Do you agree with it?
mening-ja = I agree with the request
mening-nee = I do not agree with the request
mening-weet-niet = I would rather not say yet
opsturen = Send
aanbod-titel = A place at another school
aanbod-plek = { $van } offers a place at { $school }, from { $per }.
aanbod-wat = This is what that school offers: { $wat }
aanbod-ook-bekeken = Also considered: { $wat }.
aanbod-vrij = You may say yes and you may say no. If you say no, { $school } must still see to a suitable place.
aanbod-ja = Yes, we want this place
aanbod-nee = No, we do not want this place
aanbod-antwoord = What is your answer?
aanbod-toelichting = Would you like to add something?
aanbod-kies = Choose yes or no.
# $dag: dag
aanbod-ja-gezegd = The place at { $school } was already accepted on { $dag }.
# $dag: dag
aanbod-nee-gezegd = The place at { $school } was already turned down on { $dag }.
antwoord-geven = Give your answer
contact-titel = Contact with a school
contact-leg-vast = Did a school tell you by telephone or at the door that it has no place for your child? Write it down here.
contact-geen-aanmelding = This is not a registration yet. The school only has to decide once you register in writing.
contact-school = Which school?
contact-dag = On which day?
contact-gezegd = What was said?
contact-school-leeg = Write down which school it was.
contact-dag-leeg = Fill in the day on which it was.
contact-gezegd-leeg = Write down what was said.
vastleggen = Send
besluiten-titel = Decisions on your own page
besluiten-uitleg = You get a decision about your child on paper. It may also be given on this page, if you agree. Then the time to object begins on the day after it stands here. So look often enough.
besluiten-allemaal = This is about this child only. And it is possible only when every parent with authority says so. If not, you all get a letter on paper.
besluiten-nu-post = Now you get decisions on paper.
besluiten-nu-ja = On { $dag } you said that it may be on your own page.
besluiten-nu-niet = On { $dag } you said that you want decisions on paper.
besluiten-vraag = How do you want to get decisions?
besluiten-ja = You may make decisions known to me on my own page
besluiten-nee = I want decisions on paper
besluiten-kies = Choose how you want to get decisions.
wegen-uitleg = You can do these things in any order, also at the same time. It helps to talk first, but you do not have to.
weg-praten = Talk with the school
weg-praten-wat = Ask for a meeting. You may bring somebody.
weg-steunpunt = Support for parents and young people (ouder- en jeugdsteunpunt)
weg-steunpunt-wat = Free help and information from people who do not work for the school. They are on the side of your child.
weg-consulent = Education consultant (onderwijsconsulent)
weg-consulent-wat = Free. An independent expert helps you and the school to agree when no place can be found or when you do not agree about the help.
weg-bezwaar = Object (bezwaar)
weg-bezwaar-wat = You write to whoever made the decision why you do not agree with it.
weg-commissie = Disputes committee (geschillencommissie passend onderwijs)
weg-commissie-wat = A committee gives its opinion on admission, removal or the plan for your child. The school must say what it does with that opinion. This costs nothing.
weg-rechter = Go to court
weg-rechter-wat = If an objection does not help. First ask a lawyer or the Juridisch Loket (free legal advice).
na-het-besluit = { $weken ->
    [1] Within 1 week after the decision.
   *[anders] Within { $weken } weeks after the decision.
}
laatste-besluit = For the latest decision you can do this up to and including { $dag }.

## The timeline
tijdlijn = Timeline
alles-vastgelegd = Everything that was recorded

## What experts say
adviseur = { $naam } ({ $discipline })
advies-kop = { $door }, { $op }: { $uitkomst }
bewaren-later = Save this and go on later
bewaard-gevonden = This form shows what you saved earlier. It has not been sent yet.
kop-bewaard = Not sent yet
# $dag: dag
bewaard-op = Saved on { $dag }.
bewaard-weg = Throw away what was saved
botsing-kop = Something has just changed
botsing-uitleg = Nothing has been recorded yet. What you typed is below. Look at what is new and send your text again if it is still right.
