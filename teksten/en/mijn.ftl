# The own pages of parents. Legal nouns stay Dutch where the law has no English one.

uw-kinderen = Your children
geen-dossier = There is no file now that you can see. Did you see a file here before? That can be because it now says that you no longer have authority, that your child is of age, or that you as a foster parent or carer may not read along any more. It can also be that the school closed the page, because with this account it was not opened by the person whom it is for. Is that not right? Call the school, or the ouder- en jeugdsteunpunt (support point for parents and pupils). Did you never see a file here? Ask the school for an invitation.
geen-dossier-leerling = There is no file that you can see now. Did you see your own file here before? Then call the school, or the ouder- en jeugdsteunpunt (support point for parents and young people). Did you never see a file here? Ask the school for an invitation.
uw-eigen-pagina = Your own page
u-beslist-zelf = You are of age. That is why you now decide yourself, and your parents no longer do. Here you read everything that was recorded about you. Your parents no longer read this on a page of their own.
u-beslist-zelf-aangemeld = You are of age and decide for yourself. Here you read everything that is recorded about you.
kop-nu = What is happening now?
nu-hieronder = Below you read what we ask of you.
niets-loopt = Nothing is going on at the moment.
nu-aan-zet = Who must act now:
vragen = Questions?
kop-verzoeken = What do we ask of you?
niets-te-doen = You do not have to do anything now.
kop-besloten = What came of it?
kop-deskundigen = What do the experts say?
recht-op-afschrift = You get a copy of every advice.
kop-eigen-woorden = What you can say and do yourself
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
aanmelding-wacht-ingeleverd = You handed in information. { $school } looks whether everything is there. Until then the time to decide is paused.
aanmelding-behoefte = { $school } now knows what { $naam } needs and is deciding on the registration.
aanmelding-plek-gaat-niet-door = One parent said yes to the place at { $elders } and another said no. That place is not taken. { $school } goes on looking for { $naam } and decides on the registration.
aanmelding-aanbod = { $school } found a place for { $naam } at another school. You may say yes or no.
aanmelding-aanbod-u-ja = { $school } has found a place at another school for { $naam }. You said yes. The place is only accepted when every parent with authority says yes. Another parent can answer up to and including { $dag }.
aanmelding-u-wil-intrekken = You want to withdraw the registration of { $naam } at { $school }. That only happens when every parent with authority says yes. Another parent can answer up to and including { $dag }. Until then the registration goes on.
aanmelding-aanbod-een-ja = { $school } found a place for { $naam } at another school. One parent said yes. The place is accepted only when every parent with authority says yes.
aanmelding-een-wil-intrekken = One parent wants to withdraw the registration of { $naam } at { $school }. That happens only when every parent with authority says yes. Until that day the registration goes on.
aanmelding-aanbod-gesloten = { $school } has found a place at another school for { $naam } and waits for an answer.
aanvraag-nog-niet = { $school } is preparing a request for { $soort }. You cannot read it yet: the school is still filling it in. After that the school asks what you think of it.
aanvraag-gestart = { $school } is preparing a request for { $soort }. You can say what you think of it.
aanvraag-gedaan = { $school } asked whether { $naam } may go to { $soort }. The samenwerkingsverband (the partnership of schools in your region) asks two experts for advice.
aanwijzing-gevraagd = { $school } asked for an aanwijzing (a decision that a pupil gets extra help) for { $soort } for { $naam }. The samenwerkingsverband (the partnership of schools in your region) asks two experts for advice.
aanvraag-wacht = The samenwerkingsverband asked { $school } for more information. The school can give it up to and including { $tot_en_met }. Meanwhile the time to decide is paused. With the request you can read what was asked and why.
belofte-niet-gehaald = { $wat } A decision was promised on { $beloofd }. That did not work out.
aanvraag-advisering = The experts are looking at the request and will give their advice.
aanvraag-geadviseerd = The experts gave their advice. The samenwerkingsverband is now deciding.
aanvraag-besloten = The samenwerkingsverband has decided. You will get the decision as soon as possible.
aanvraag-bekend = { $naam } may go to { $soort }. The decision says who decides now, and whether you have to do something yourself.
verwijdering-voorgenomen = { $school } wants { $naam } to leave the school. That is not decided yet. First the school asks what you think of it. In secondary education it asks { $naam } too.
verwijdering-gesprek = { $school } wants { $naam } to leave the school. That has not been decided. The school invites you to a talk on { $op }. You may also write what you think.
verwijdering-zonder-gesprek = { $school } has not heard what you think yet. The school now looks for another school that will admit { $naam }. Do you still want to say something? Write it, or call the school.
verwijdering-gehoord = { $school } heard what you think and is now looking for another school that is willing to admit { $naam }.
verwijdering-beslist = { $school } heard what you think about { $naam } having to leave. By law there does not have to be another school. The school decides now.
verwijdering-beslist-zonder-gesprek = { $school } has not heard what you think about { $naam } having to leave. By law there does not have to be another school. The school decides now. Do you still want to say something? Write it, or call the school.
verwijdering-school-gevonden = { $school } found another school for { $naam } and is now deciding.
verwijdering-beslist-vanaf = { $school } has found another school for { $naam }. The school decides on { $op } at the earliest, the day of the talk.
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
zeg-of-het-doorgaat = Say whether the registration goes on or is withdrawn.
verwijdering-nog-zeggen = Say what you think about the removal, if you want to. The school has not heard it yet. As long as it has not decided, you can write it or call the school.
kom-of-schrijf = Come to the talk at the school, or write to the school what you think. Can you not come then? Call the school.
zeg-of-u-instemt = Read the plan, and say yes or no to the action part. That is the part about the help.
meld-aan-elders = Register with the school whose place you accepted.
meld-aan-met-verklaring = Register { $naam } at a school for { $soort } that you think is right. The school of now helps you with that.
reageer-op-advies = React to the advice of the experts, if you want to.
spreek-af = { $school } is willing to admit { $naam }. Agree with that school when { $naam } can begin, if you choose that school.
vertel = Tell us what you think
lees-aanbod = Read the offer and answer it
geef-of-mail = You can hand this in here, or give it to { $school } on paper. The letter from the school says why it asks for this.
u-brengt-het = You said on { $dag } that you will give it on paper.
lever-in = Hand it in
toegelaten = { $naam } may go to { $school }, from { $per }.
geweigerd = { $school } does not admit { $naam }.
buiten-behandeling = { $school } will not deal with the registration any further, because information is missing.
elders = { $naam } is going to { $school }.
ingetrokken = The registration was withdrawn, as asked.
ingetrokken-samen = The registration was withdrawn. Every parent with authority wanted it.
ingetrokken-een = The registration was withdrawn. One parent wanted it. Another parent with authority was not heard.
verklaring-verleend = { $naam } may go to { $soort }. The declaration is valid from { $van } up to and including { $tot_en_met }.
aanwijzing-verleend = { $naam } may have { $soort }. The school decides whether it gives that. The aanwijzing (the decision on that) is valid from { $van } up to and including { $tot_en_met }.
aanwijzing-geweigerd = { $naam } does not get an aanwijzing (a decision that a pupil gets extra help) for { $soort }.
aanwijzing-bekend = { $naam } may have { $soort }. The school decides now, after talking with you, whether it gives that. The decision says what happens now.
verklaring-geweigerd = { $naam } does not get a declaration for { $soort }.
aanvraag-niet-behandeld = The request for { $naam } will not be dealt with, because information is missing.
# $soort: zin
plan-vastgesteld = The plan of { $naam } was adopted ({ $soort }).
# $soort: zin
plan-vastgesteld-zonder = The plan of { $naam } was adopted ({ $soort }), without the action part. That part holds once everybody who decides agrees to it.
# $soort: zin
plan-gestopt = The plan of { $naam } was ended ({ $soort }).
verklaring-ingetrokken = The declaration of { $naam } has been withdrawn. It is not valid any more from { $per }.
aanwijzing-ingetrokken = The aanwijzing (the decision on extra help) of { $naam } was withdrawn. It does not hold any more from { $per }.
verwijderd = { $naam } will no longer go to { $school } from { $per }.
verwijdering-herroepen = { $school } has revoked its decision on the removal of { $naam }. That decision does not hold any more. The letter says what happens now.
schorsing-herroepen = { $school } has revoked the suspension of { $naam } of { $van }. It does not hold any more.
verwijdering-ingetrokken = { $naam } stays at { $school }: the school no longer wants { $naam } to leave.
geschorst = { $naam } is suspended from { $van } up to and including { $tot_en_met } ({ $school }).
bekendgemaakt = Made known on { $dag }
bekend-nog-niet-weg = Made known on { $dag }. The letter was not sent yet. The decision has no effect before the letter leaves. The time to object begins on the day after that.
besluit-van = Decision of { $dag }
sinds-dag = On { $dag }
bezwaar-kan = Do you disagree? You can object up to and including { $dag }.
mening-over = What do you think of the request for { $soort }?
sprak-u-een-school = Did you talk with a school about a place? Write down what was said
aanmelden = Register with a school
besluiten-link = How do you get decisions: on paper or here?
brief-vraagt-niets = { $brief }, { $dag }; this letter asks nothing of you any more
vraag-aan-u = A question for you
brief-bij-school = { $brief } ({ $school })
brief-van = { $brief }, { $dag }
dank-mening = Thank you. Your view is now part of the request.
dank-antwoord = Thank you. The school can now see your answer.
dank-intrekking = Thank you. The school and the other parent see your answer now too.
dank-inleveren = Thank you. The school sees it now too, and looks whether everything is there.
dank-aanvulling = Thank you. The school sees it now too, and decides whether it adds it to the request.
dank-besluiten = It is written down. You can always change this. Does another parent have authority too, and did they not say yes? Then you go on getting decisions on paper.
dank-contact = It is written down. The school only has to decide once you register in writing.
mening-titel = What do you think of it?
mening-vraag = { $school } asks whether { $naam } may go to { $soort }.
mening-vraag-aanwijzing = { $school } asks for an aanwijzing (a decision that a pupil gets extra help) for { $soort } for { $naam }.
mening-lees = The school laid the request before you on { $op }. First read what it says:
mening-nog-niet = The school has not let you read what it writes yet. You can already say what you think. As soon as the request is laid before you, we ask you again.
mening-stukken = Documents with the request
mening-al = On { $dag } you already said: { $wat } If you say something else now, it takes the place of that. The school sees both.
mening-uitleg = Write in your own words what you think of it. Whoever decides on the request reads this. Until there is a decision you can still change it: what you say later takes the place of what you said before.
mening-eens = Do you agree with it?
mening-ja = I agree with the request
mening-nee = I do not agree with the request
mening-weet-niet = I would rather not say yet
opsturen = Send
aanbod-titel = A place at another school
aanbod-plek = { $van } offers a place at { $school }, from { $per }.
aanbod-wat = This is what that school offers: { $wat }
aanbod-ook-bekeken = Also considered: { $wat }.
aanbod-vrij = You may say yes and you may say no. If you say yes, the registration at { $school } ends: that school decides on it no more. You then register the child at the other school yourself. If you say no, the registration goes on and { $school } must still decide. The school may then refuse if another school is willing to give a place. That can also be this place.
aanbod-ja = Yes, we want this place
aanbod-nee = No, we do not want this place
aanbod-ja-zelf = Yes, I want this place
aanbod-nee-zelf = No, I do not want this place
aanbod-antwoord = What is your answer?
aanbod-toelichting = Would you like to add something?
aanbod-kies = Choose yes or no.
# $dag: dag
aanbod-ja-gezegd = The place at { $school } was already accepted on { $dag }.
# $dag: dag
aanbod-nee-gezegd = The place at { $school } was already turned down on { $dag }.
antwoord-geven = Give your answer
aanbod-samen = Does another parent have authority too? Then the place is accepted only when that parent says yes as well. The other parent can read your answer.
aanbod-ander-ja = { $wie } said yes to this place on { $dag }.
aanbod-u-zei-ja = You said yes on { $dag }. We are waiting for the answer of every other parent with authority.
aanbod-u-zei-nee = You said no on { $dag } to the place at { $school }.
aanbod-iedereen-ja = You said yes on { $dag } to the place at { $school }.
aanbod-ja-ander-nee = You said yes on { $dag } to the place at { $school }. Another parent said no. That place is not taken.
intrekking-titel = Withdraw the registration or let it go on
lees-intrekking = Read what the other parent wants and answer
intrekking-wat = A parent wants to withdraw the registration of { $naam } at { $school }.
intrekking-wie = { $wie } said this on { $dag }.
intrekking-woorden = With it stands: { $woorden }
intrekking-samen = You decide about this together. If every parent with authority says yes, the registration ends. If you say no, it goes on and { $school } still has to decide. If you cannot agree with each other, a court can decide.
intrekking-vraag = What do you want?
intrekking-ja = Yes, withdraw the registration
intrekking-nee = No, let the registration go on
intrekking-u-zei-ja = You said on { $dag } that you want to withdraw the registration. We are waiting for the answer of every other parent with authority.
wilde-intrekken = You said on { $dag } that you want to withdraw the registration at { $school }.
wilde-doorgaan = You said on { $dag } that the registration at { $school } has to go on.
kop-gezegd = What you said
mening-vervangen = Before that you said of the request for { $soort }, on { $dag }: { $wat } What you said after it took its place.
mening-gezegd = Of the request for { $soort } you said on { $dag }: { $wat }
mening-namens = On { $dag } the school wrote in your name about the request for { $soort }: { $wat } Is that not right? Then say yourself what you think. Your own words come first.
u-zei-eens = you agree.
u-zei-niet-eens = you do not agree.
u-zei-iets = your view, without agreeing or not.
intrekking-voorbij = Nobody wants to withdraw the registration any more, or it has been withdrawn already.
contact-titel = Contact with a school
contact-leg-vast = Did a school tell you by telephone or at the door that there is no place? Write it down here.
contact-geen-aanmelding = This is not a registration yet. The school only has to decide once you register in writing.
contact-school = Which school?
contact-dag = On which day?
contact-gezegd = What was said?
contact-school-leeg = Write down which school it was.
contact-dag-leeg = Fill in the day on which it was.
contact-gezegd-leeg = Write down what was said.
vastleggen = Send
besluiten-titel = Decisions on your own page
besluiten-uitleg = You get a decision on paper. It may also be given on this page, if you agree. Then the time to object begins on the day after it stands here. Then you get an e-mail when there is a decision. Do you not want that? Then tick that below, and look here yourself now and then.
besluiten-allemaal = This is about this child only. And it is possible only when every parent with authority says so. If not, you all get a letter on paper.
besluiten-nu-post = Now you get decisions on paper.
besluiten-nu-ja = On { $dag } you said that it may be on your own page.
besluiten-nu-niet = On { $dag } you said that you want decisions on paper.
besluiten-vraag = How do you want to get decisions?
besluiten-ja = You may make decisions known to me on my own page
besluiten-nee = I want decisions on paper
besluiten-geen-bericht = I do not want an e-mail when there is a decision on my page
besluiten-geen-bericht-uitleg = Otherwise you get an e-mail. Turn on ‘Get an e-mail when there is something new’ first.
besluiten-kies = Choose how you want to get decisions.
wegen-uitleg = You can do these things in any order, also at the same time. It helps to talk first, but you do not have to.
weg-praten = Talk with the school
weg-praten-wat = Ask for a meeting. You may bring somebody.
weg-steunpunt = Support for parents and young people (Ouder- en jeugdsteunpunt)
weg-steunpunt-wat = Free help, advice and information for parents and pupils. It works only in the interest of the pupil. The samenwerkingsverband sees to it that it is there.
weg-consulent = Education consultant (onderwijsconsulent)
weg-consulent-wat = Free. An independent expert helps you and the school to agree when no place can be found or when you do not agree about the help.
weg-verband = Talk with the partnership of schools (samenwerkingsverband)
weg-verband-wat = The partnership decides on the declaration. You can call and ask how things stand.
weg-bezwaar-school = Object at the school board (bezwaar)
weg-bezwaar-school-wat = You write to the board of the school why you do not agree with the decision. The decision holds also while you object. This costs nothing.
weg-klacht = Complaint to the klachtencommissie (complaints committee) of the school
# $weken: getal
weg-klacht-wat = Do you think that the school did something wrong, or wrongly did not do something? The committee gives its judgment. Within { $weken } weeks after that the board says whether it agrees, and what it does. A complaint does not stop a decision. This is free.
klacht-in-schoolgids = How you make a complaint, and until when you can, stands in the schoolgids (the guide of the school)
weg-bezwaar-verband = Object at the partnership (bezwaar)
weg-bezwaar-verband-wat = You write to the partnership why you do not agree with the decision. It asks a committee on objections for advice. Often that is the national one (Landelijke bezwaaradviescommissie toelaatbaarheidsverklaring). This costs nothing.
weg-college = Netherlands Institute for Human Rights
weg-college-wat = Do you think that a pupil is treated in another way because of a disability, an illness, religion or descent? Ask the institute for its opinion. The school does not have to follow it.
zoek-steunpunt = Search the internet for ‘Ouder- en jeugdsteunpunt’ with the name of the place where you live.
zoek-steunpunt-bij = Ask { $verband } where the support point is.
staat-in-brief = The letter with the decision says to whom you write.
staat-in-schoolgids = The telephone number is in the school guide.
vraag-de-school = Do you not know the number or the address? Ask the school.
termijn-niet-in-wet = (This is on a website and not in the law. So do not wait too long.)
weg-commissie = Disputes committee (geschillencommissie passend onderwijs)
weg-commissie-wat = A committee gives its opinion on admission, removal or the plan for your child. The school must say what it does with that opinion. This costs nothing.
weg-commissie-niet-genoemd = The law does not name this committee for this decision. Do you want it to have a look? Ask whether it does. This costs nothing.
weg-rechter = Go to court
weg-rechter-wat = If an objection does not help, or if it cannot wait: then the court can decide something for the time being, and quickly. First ask a lawyer or the Juridisch Loket (free legal advice).
na-het-besluit = { $weken ->
    [1] Within 1 week after the decision.
   *[anders] Within { $weken } weeks after the decision.
}
laatste-besluit = For the latest decision you can do this up to and including { $dag }.

## What is going on: a plan
# $soort: zin
plan-gestart = { $school } is making a plan for { $naam } ({ $soort }). You will get it to read. The school also asks { $naam } what they think of it.
# $soort: zin
plan-voorgelegd = { $school } made a plan for { $naam } ({ $soort }). You can read it. The school talks about it with you.
# $soort: zin
plan-bijstelling = { $school } wants to change the plan of { $naam } ({ $soort }). You can read the new version. Until it is adopted, the plan of now holds.
# $soort: zin
plan-loopt = { $school } works with a plan for { $naam } ({ $soort }). You can always read it.
# $soort: zin
plan-zonder-handelingsdeel = { $school } adopted the plan of { $naam } ({ $soort }) without the action part. There is no agreement to that part yet: that help does not hold. Whoever has not said yes can still do so. Talk with the school, or ask for help.

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
inleveren-titel = Hand in what the school asked for
inleveren-gevraagd = { $school } asked you on { $op } for:
inleveren-nog-nodig = Something came. The school wrote what is still needed: { $nodig }
inleveren-stil = The school looks whether everything is there, and records it. Until then the time to decide is paused, at most until { $dag }.
inleveren-al = You handed something in on { $dag }. You can still add to it.
inleveren-wijze = How do you give it?
inleveren-hier = I hand it in here
inleveren-papier = I give it to the school on paper
inleveren-kies = Choose how you give it.
inleveren-woorden = Would you like to write something with it?
inleveren-bestanden = Files
inleveren-grenzen = Pdf, Word (docx), png or jpg. A file is at most { $mb } MB; you hand in at most { $aantal } files together.
inleveren-gekeurd = Each file is checked for viruses.
inleveren-te-groot = { $naam }: this file is too large, or the files are too large together. Then send them one by one.
inleveren-toegevoegd = You added this, and it has not been handed in yet:
inleveren-weghalen = Remove
inleveren-knop = Hand in
inleveren-voorbij = The school asks for nothing any more, or has already recorded what came.
aanvulling-titel = Hand in something for the request
aanvulling-link = Hand in something for the request
aanvulling-gevraagd = The partnership of schools (samenwerkingsverband) asked { $school } on { $op } for more with the request:
aanvulling-school = The school answers, until { $dag }. If you have something that helps, hand it in to the school here. You do not have to. The partnership reads it only if the school adds it to the request.
aanvulling-voorbij = The partnership is not waiting for more any longer.
u-leverde-in = You handed something in at { $school } on { $dag }.
u-geeft-op-papier = You said on { $dag } that you will give it to { $school } on paper.

bereikbaar-titel = How the school reaches you
bereikbaar-link = Change your telephone number or e-mail address
bereikbaar-uitleg = This is how the school can reach you now. Change what is no longer right. What you make empty, the school no longer has.
bereikbaar-telefoon = Your telephone number
bereikbaar-e-mail = Your e-mail address
bereikbaar-per = From which day?
bereikbaar-dag-leeg = Fill in from which day this is right.
bereikbaar-adres = You do not sign in with this, and your address is not changed here. Are you moving? Then call the school.
dank-bereikbaar = It is recorded. The school sees it now too.

## What a foster parent or carer may read
lezing-titel = What may a foster parent or carer read?
lezing-link = Say what a foster parent or carer may read
lezing-over = What may { $wie } read?
lezing-uitleg = { $wie } cares for { $naam }. You have authority. That is why you say what { $wie } may read on an own page. Without your word { $wie } reads nothing there.
lezing-samen = Does another parent have authority too, and do they allow less? Then that counts.
lezing-vraag = What may { $wie } read?
lezing-niets = Nothing
lezing-aanmelding = Registrations and the place at school
lezing-ook-plan = Registrations and the place at school, and the plan and the support at school
lezing-nooit = A foster parent or carer never reads medical data here, nor requests and decisions of the samenwerkingsverband (partnership of schools).
lezing-kies = Choose what this person may read.
dank-lezing = It is written down. You can always change this. The school invites a foster parent or carer to an own page.

## Letting the school know something
laten-weten-titel = Let the school know something
laten-weten-uitleg = Write what the school should know. The school reads it and says so here. The other parent or guardian with a page of their own reads it at once too, and so does a pupil with a page. If you do not want that, tick below that it is for the school only. With this you register nothing, and you do not object to anything.
laten-weten-alleen-school = For the school only
laten-weten-alleen-school-uitleg = Nobody else of the family reads this: no other parent, guardian or carer, and not the pupil. Only you read the answer too.
laten-weten-haast = Is it urgent? Then call the school.
laten-weten-over = What is it about?
laten-weten-anders = Something else
laten-weten-leest = { $school } reads this.
laten-weten-aanmelding = The registration at { $school }
# $soort: zin
laten-weten-aanvraag = The request for { $soort }
laten-weten-verband = Is it about a request? Then others read it too, once the request was sent: the samenwerkingsverband (partnership of schools), the experts whose advice it asks, and the board of the school. That holds too if you tick that it is for the school only.
schrijf-wat-u-vindt = Write to the school what you think
laten-weten-verwijdering = The removal from { $school }. Whoever decides on it reads this
laten-weten-schorsing = The suspension from { $van }
laten-weten-plan = The { $soort }
laten-weten-woorden = What do you want to let the school know?
laten-weten-leeg = Write what you want to let the school know.
dank-laten-weten = Thank you. The school sees it now.
# $dag: dag
liet-weten = You wrote to the school on { $dag }. The school has not said yet that it read it.
# $dag: dag
# $gezien: dag
liet-weten-gezien = You wrote to the school on { $dag }. The school read it on { $gezien }.
# $over: zin
liet-weten-over = It was about the { $over }.
# $gezien: dag
school-antwoordde = The school answered on { $gezien }:

## Yes or no to a plan
lees-plan = Read the plan
instemmen-titel = Agreeing to the help in the plan
instemmen-link = Read the plan and agree
instemmen-knop = I agree
instemmen-uitleg = This is the plan. Here you say yes to the help (the action part). You say so for yourself alone. If the school changes this part later, it asks you again. Do you not agree? Then go back to your page, and choose ‘Read the plan and say that you do not agree’.
instemmen-voorbij = There is no plan now about which you need to say anything.
dank-instemmen = Thank you. The school sees that you agree to the help in the plan.
niet-instemmen-titel = Not agreeing to the help in the plan
niet-instemmen-link = Read the plan and say that you do not agree
niet-instemmen-knop = I do not agree
niet-instemmen-uitleg = This is the plan. Do you not agree to the help (the action part)? Then that part does not hold. The school goes on talking with you. You can ask the parent and youth support point for help, free of charge.
niet-instemmen-uitleg-klein = This is the plan. Do you not agree to the help? Then the school talks with you before the plan holds. The law asks no agreement for this plan.
niet-instemmen-waarom = Do you want to say why? You do not have to.
dank-niet-instemmen = Thank you. The school sees that you do not agree to the help in the plan.
# $dag: dag
# $versie: getal
plan-ja = On { $dag } you agreed to the action part of version { $versie } of the plan.
# $dag: dag
# $versie: getal
plan-nee = On { $dag } you did not agree to the action part of version { $versie } of the plan.
