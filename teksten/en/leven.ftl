# What changes in the life of a child.

## On the timeline
toegevoegd = Added as { $relatie }: { $naam }
gezag-gewijzigd = Gezag (parental authority) changed from { $per }
contact-gewijzigd = Contact details changed from { $per }
tolk-nodig = An interpreter is needed to talk with somebody around the child
geen-tolk-nodig = Recorded in what language somebody around the child talks
verzorger-leest-niets = Recorded: a foster parent or carer reads nothing on an own page
verzorger-leest-aanmelding = Recorded: a foster parent or carer may read about registration and place
verzorger-leest-ook-plan = Recorded: a foster parent or carer may read about registration and place, and the plan and the support at school
iets-gezegd = Parent or pupil let the school know something
iets-gezegd-over = Parent or pupil let the school know something about the { $over }
alleen-voor-school = { $wat } (for the school alone, and not for the rest of the family)
woorden-gezien = The school read what the parent or pupil wrote
woorden-beantwoord = The school read what the parent or pupil wrote, and answered
niemand-bereikt = Nobody with authority can be reached
iemand-bereikt = Somebody with authority was reached again
ouder-uitgenodigd = Parent invited to the own page
eigen-pagina-beeindigd = The school closed a page
ouder-aangesloten = Own page in use
leerling-uitgenodigd = Pupil invited to the own page
leerling-aangesloten = Pupil uses the own page
leerling-wel-digitaal-bereikbaar = Pupil agrees that decisions are made known on the own page
leerling-niet-digitaal-bereikbaar = Pupil no longer wants decisions to be made known on the own page
wel-digitaal-bereikbaar = Parent agrees that decisions are made known on the own page
bericht-of-geen-bericht = whoever gets decisions on the own page hears by e-mail that there is one, or says that this is not needed
berichten-aanzetten = Turn on ‘Get an e-mail when there is something new’ first. Or tick here that you do not want a message.
geen-berichten-hier = No e-mails are sent from here. Tick that you do not want a message, or choose paper.
niet-digitaal-bereikbaar = Parent no longer wants decisions to be made known on the own page
verhuisd = Moved on { $per }
pleegouders = Lives with foster parents since { $per }
meerderjarig = Recorded: of age from { $per }
gegevens-gewijzigd = Data of the pupil changed
adres-geheim = The address is secret
adres-niet-geheim = The address is no longer secret
nummer-ontvangen = The school received the personal number of the pupil
leerling-overleden = Died
iemand-overleden = Somebody around the pupil died
ingeschreven = Enrolled at { $school }
uitgeschreven = Enrolment ended: { $reden }
# $grond: zin
uitgeschreven-om = Enrolment ended as of { $per }: { $grond }
school-nagegaan = The school found out where the child goes to school
verklaring-vermeld = Said with which declaration of admissibility the child is at the school, or from what it follows
verklaring-bij-inschrijving = a place at this school needs a declaration of admissibility: write down with which one the child is there
nummer-of-waaruit = writing down the number and the partnership, or from what the declaration follows: for instance the old file and what it says
verhuizing-nagegaan = Found out what goes along after the move
geen-verhuizing-na-te-gaan = there is no move to another partnership of which you still have to say what goes along
gezag-nagekeken = The school checked who has authority over the child
geen-gezag-na-te-kijken = there is no registration by the open form of which you still have to say what you saw of the authority
elders-toegelaten = Admitted at another school from { $per }: { $school }
elders-toegelaten-geheim = Admitted at another school from { $per }
inschrijving-hersteld = Stays enrolled: the decision that ended the enrolment was revoked

## Why something cannot be done, and what can
niet-bij-dit-kind = this person is not connected with this child now
machtiging-einddatum = an authorisation needs an end date, and so does a person of trust
niet-namens-iemand = only a person who acts for somebody, or a person of trust, stands here for a parent or guardian
namens-ouder-of-voogd = choose a parent, guardian or carer who is connected with this child now, or leave this empty
tolk-in-welke-taal = fill in for which language an interpreter is needed
leerling-beslist-zelf = the pupil is of age and decides: parents are looked for no longer
niemand-werd-gezocht = it was not recorded that nobody could be reached
einde-voor-begin = the end does not come after the beginning
geen-e-mailadres = this is not an e-mail address
is-al = this person already is { $relatie }
geen-eigen-pagina = a person of this kind has no own page: { $relatie }
op-verzoek = answer questions on request, after the school has weighed it
verzorger-leest-nog-niets = nobody with authority said yet what this foster parent or carer may read
eerst-lezing-toestaan = record what the parent or guardian allows; they can also say it themselves on the own page
geen-verzorger = this is about a foster parent or carer
wie-met-gezag-zei-dit = choose which parent or guardian with authority said this
alleen-wie-gezag-heeft = only who has authority now says what a foster parent or carer may read
woord-telt-niet-bij-geheim = where the child is must stay secret from this parent: nobody reads along on the word of this parent
genoeg-geschreven = you let the school know something { $keer } times today already
genoeg-vandaag = you recorded a lot in this file today already
bellen-of-morgen = calling the school if it cannot wait, or writing again tomorrow
eerst-gelezen = the school did not yet read what you let it know the last { $keer } times
school-bellen = calling the school
pagina-gesloten-voor-account = the school closed this page because this account had opened it: make another account, with another e-mail address
account-van-ouder = this account already belongs to a parent or carer in this file: the pupil needs an account of their own
leerling-eigen-account = having the pupil use the code, with an account of their own
account-van-ander = in this file this account belongs, or belonged, to somebody else: everybody around the child has an account of their own
ander-eigen-account = having the person named in the letter use the code, with an account of their own. Are you that person and do you stand in the file twice? Then call the school: it writes your name the same everywhere, with how you are addressed or with your given name in full
account-van-collega = this account belongs to somebody who works at the organisation that made this code
collega-bevestigen = having the person named in the letter use the code, with an account of their own. Is it you who is named there? Then use an account with another e-mail address, or ask a colleague for a new code, with the tick that says that you work there
account-van-werk = this account did work in this file: a page of your own needs another account, with another e-mail address
werk-eigen-account = having the person named in the letter use the code, with an account of that person alone
alleen-gezin-laat-weten = a parent, carer or pupil writes this themselves, on the own page
geen-school-leest = there is no school now that reads this
steunpunt-of-school-bellen = call the ouder- en jeugdsteunpunt (support point for parents and young people), or the school that you want to ask something
woorden-niet-in-dossier = this was not written to your school
woorden-al-gezien = this was read already
niets-te-lezen = nothing was written now that your school did not read yet
leerling-staat-er-al = the pupil is in this file already: nobody is added as the pupil
leerling-uitnodigen = invite the pupil to the own page, where the pupil is of age and decides
overlijden-van-leerling = this is the pupil
leerling-nog-geen-pagina = the pupil does not decide yet. That begins on the eighteenth birthday, if the pupil can do so by law
ouders-beslissen-nog = invite the parents until that day, and record what the pupil thinks yourself
heeft-al-pagina = this person already has an own page
geen-pagina-in-gebruik = this person uses no page
geen-uitnodiging = there is no valid invitation for this person
alleen-eigen-contact = a parent says on the own page only how they can be reached themselves
adres-via-school = another address for letters is recorded by the school
verhuizing-melden = calling the school; with a move it also asks where the child lives
alleen-ouder-zelf = only a parent with authority and an own page says this, for themselves
staat-al-zo = that is how it stands already
nieuwe-code = ask the school for a new code
zonder-postcode = without a postcode it is not clear which samenwerkingsverband (partnership of schools) decides
geen-pleegouder = this person is not a foster parent in the file
nog-minderjarig = this pupil does not turn { $leeftijd } in the coming { $maanden } months
wachten-op-verjaardag = wait: it can be recorded from { $maanden } months before that birthday; until that day the parents decide
persoon-niet-in-dossier = this person is not in the file
toch-geheim-voor-iemand = you ticked with a parent or guardian that it is secret, and chose here that it is secret from nobody
geheim-voor-wie = tick with the parents or guardians from whom it is secret
geheim-waaruit = write down where the secrecy comes from
alleen-school-nummer = only a school may keep this number
geen-geldig-nummer = this is not a valid number of nine digits
overlijden-al-vastgelegd = this death was already recorded
al-ingeschreven = the child is already enrolled here
# $vanaf: kort
te-jong-voor-voortgezet = nobody goes to secondary education so young: this can be from { $vanaf } (a rule of this program)
dag-of-geboortedatum-nakijken = check the first day and the date of birth. If it is so all the same, register the child: when you admit it you say why it may
niet-toegelaten = the child was not admitted to this school
eerst-toelaten = decide on the registration first
tijdelijke-plek-loopt = the child has a temporary place here; it ends only with a decision on the registration
inschrijving-te-ver = { $dag } is more than { $maanden } months ahead
verwijdering-loopt = there is an intention to remove this pupil
afmaken-of-intrekken = finish the removal if there is another school, or withdraw the intention
niet-ingeschreven = the child is not enrolled here
nog-leerplichtig = the pupil still has to be at a school on that day; a school then takes a pupil off its list only for a reason that the law knows
naar-school-of-vrijstelling = waiting until the child is at another school or has an exemption. If the pupil has to leave, that is a removal
grond-geldt-niet = this ground does not hold for this pupil on this day
andere-grond-kiezen = choosing another ground, or another first day
grond-overleden-kiezen = the child died: choose that ground
geen-overlijden-vastgelegd = it is not recorded that the child had died on that day
eerst-overlijden-vastleggen = recording the death first
wie-vroeg-erom = choose who asked for this
mag-niet-vragen = this person has no authority over the child and does not care for it now
niets-na-te-gaan = your school does not have to find out where this child goes to school

## Letters: in a list, and inside a sentence
beurt-niemand-met-gezag = nobody in the file has authority over the child any more
# $sinds: kort
beurt-niemand-bereikbaar = nobody with authority was reached since { $sinds }. Terms run on and letters go by post. If nobody knows where they are, a court can give authority to the other parent or appoint a guardian; a parent, relatives and the Raad voor de Kinderbescherming (council for child protection) can ask for that
was-leerling-vanaf-die-dag = that is the first day of this child at your school: it has been a pupil, and taking it off the list does not undo that
dag-na-laatste-schooldag = take the child off the list from the day after its last day at school. If the child never came, first record with the registration that it did not
# $dagen: getal
nog-niet-daar = the first day at the other school is { $per }. Until that day the child is your pupil: otherwise it is without a school
uitschrijven-vanaf = taking it off the list as of { $per }
uitschrijven-als-het-zo-is = taking it off the list when the reason is really there: then you also see what shows it
uitschrijven-te-ver-terug = a child can be taken off the list up to { $dagen } days back (a rule of this program)
# $per: kort
beurt-elders = the child has a place at another school from { $per }; until that day it is your pupil. You take it off your list at the request of the parents, after it is enrolled at the other school
beurt-ander-verband = the child now lives in the area of another partnership, and a declaration or a request runs: find out what goes along (own rule of this program). Which partnership decides on a request stands with that request
beurt-gezag-niet-nagekeken = the child was registered by the open form: nobody checked yet whether whoever did so has authority (own rule of this program)
beurt-elders-gehoord = another school admitted the child from { $per }, with the declaration of this file; if it is not so, take it back. Until that day it is your pupil; you take it off your list at the request of the parents, after it is enrolled at the other school
beurt-wordt-meerderjarig = from the eighteenth birthday the pupil decides
beurt-woorden = somebody of the family wrote this on the own page
beurt-zonder-school = the child still had to go to school when your school ended its enrolment, and no other school is known
zet-gezag-nagaan = Find out who has authority now, and add that person
zet-ouders-zoeken = Go on looking for somebody with authority, and record what you did
zet-uitschrijven-naar-andere-school = Deregister the child from the first day at the other school
zet-verhuizing-nagaan = Find out what goes along: declaration, support
zet-gezag-nakijken = Check whether whoever registered the child has authority
zet-school-nagaan = Find out where the child goes to school now
zet-woorden-lezen = Read what a parent or pupil wrote
zet-woorden-lezen-directie = Read what a parent or pupil wrote about a removal or a suspension
zet-meerderjarigheid-vertellen = Tell pupil and parents what changes when the pupil comes of age
brief-uitnodiging-eigen-pagina = Invitation to the own page
brief-in-zin-uitnodiging-eigen-pagina = invitation to the own page
brief-uitschrijving = Taken off the list of the school
brief-in-zin-uitschrijving = taken off the list of the school
brief-mededeling-gezag = Word about your authority
brief-in-zin-mededeling-gezag = word about authority
brief-mededeling-meerderjarig = Word that the pupil comes of age
brief-in-zin-mededeling-meerderjarig = word that the pupil comes of age

## What somebody can do: what it is called, what it means, and what is said afterwards
adres-aanvullen = Add the address of the child
staat-al-bij-kind = this person is with the child already: a person stands there once
andere-persoon-anders-schrijven = change what is known of that person; if it is somebody else, write the name in full
daad-naam = { $code ->
    [zeg_gezien] Read what a parent or pupil wrote
    [verbind_persoon] Add somebody around the child
    [zoek_ouders] Nobody with authority can be reached
    [verhuis] Record a move
    [wijzig_naam] Change the name or gender
    [zet_geheimhouding] Make the address secret or open it again
    [meld_pleegzorg] Record that the child lives with foster parents
    [meld_meerderjarig] The pupil is of age
    [ontvang_nummer] Record the persoonsgebonden nummer (the personal number of a pupil)
    [schrijf_in] Record the enrolment or another class
    [schrijf_uit] End the enrolment of the child
    [ga_verhuizing_na] Record what goes along after the move
    [kijk_gezag_na] Record that you checked the authority
    [ga_school_na] Record where the child goes to school
   *[meld_overlijden] The child died
}
daad-uitleg = { $code ->
    [zeg_gezien] You say that you read it, and answer if you like. The parent or pupil reads that on the own page.
    [verbind_persoon] A parent, guardian, foster parent, person who acts for a parent or person of trust.
    [zoek_ouders] What you did to reach somebody, day by day. Or: somebody was reached again.
    [verhuis] The address also decides which samenwerkingsverband (partnership of schools) belongs to it.
    [wijzig_naam] Pages and letters then show the new name alone.
    [zet_geheimhouding] For everybody outside the school and the samenwerkingsverband, or for certain people.
    [meld_pleegzorg] Add the foster parent first.
    [meld_meerderjarig] Then the pupil decides, if the law lets them, and no longer the parents.
    [ontvang_nummer] Only for the school. The number is shown nowhere after that.
    [schrijf_in] An enrolment that is there already, or a new class.
    [schrijf_uit] This is not a way to send a child away: the rules of removal apply to that.
    [ga_verhuizing_na] The child now lives in the area of another partnership. Write down what goes along: the declaration, the support, the transport.
    [kijk_gezag_na] The child was registered by the open form. Check whether whoever did so has authority, and write down what you saw.
    [ga_school_na] When you know where the child goes to school now, or who is looking for a place. Until then it is your turn.
   *[meld_overlijden] All letters, terms and tasks then stop at once.
}
daad-gedaan = { $code ->
    [zeg_gezien] Recorded that your school read it.
    [verbind_persoon] The person was added.
    [zoek_ouders] Recorded what you did. Terms run on and letters go by post.
    [verhuis] The move was recorded. If there was an address of a later date already, that one stays.
    [wijzig_naam] The data were changed.
    [zet_geheimhouding] The secrecy was recorded.
    [meld_pleegzorg] The foster care was recorded.
    [meld_meerderjarig] Recorded that the pupil is of age.
    [ontvang_nummer] The number was recorded and is not shown any more.
    [schrijf_in] The enrolment was recorded.
    [schrijf_uit] The enrolment of the child was ended.
    [ga_verhuizing_na] Recorded what goes along.
    [kijk_gezag_na] Recorded that you checked the authority.
    [ga_school_na] Recorded where the child goes to school.
   *[meld_overlijden] The death was recorded. No letters or reminders go out any more.
}

## The page with data
gegevens-titel = Data and people
gegevens-kind = The child
gegevens-mensen = People around the child
gegevens-niemand = Nobody has been added for this child yet.
gegevens-tolk = Speaks { $taal }; an interpreter is needed at a talk
gegevens-taal = Speaks { $taal }
gegevens-namens = For { $naam }
gegevens-namens-leerling = For the pupil
gegevens-klopt-niet = Is something wrong?
gegevens-verbeteren = You can put right what was recorded wrong. Nothing disappears: the timeline keeps what it said and why it changed.
gegevens-verandert = Something changes
gegevens-naam = Name
gegevens-geboren = Born
gegevens-adres = Address
gegevens-buitenland = outside the Netherlands
gegevens-let-op = Please note
gegevens-ingeschreven = Enrolled
gegevens-nergens = nowhere now
gegevens-op-school = { $school }, since { $sinds }
gegevens-in-groep = { $school }, class { $groep }, since { $sinds }
gegevens-nummer = Personal number
gegevens-nummer-bekend = recorded; is not shown
gegevens-overleden = Died
gegevens-wie = Who
gegevens-te-bereiken = How to reach them
gegevens-eigen-pagina = Own page
gegevens-wijzigen = Change
gegevens-sinds = since { $sinds }
gegevens-gezag-niet-nagekeken = authority not checked
gegevens-in-gebruik = in use
gegevens-account = account of { $naam }
gegevens-leerling-uitnodigen = Invite the pupil to a page of their own
gegevens-leerling-uitleg = The pupil is of age and decides. With the code from your letter the pupil comes to a page of their own, as the parents did before.
gegevens-dicht = own page is closed
gegevens-uitgenodigd = invited on { $op }; the code works until { $tot_en_met }
gegevens-vastgelegd = Recorded
gegevens-op = On
gegevens-klopt-het-niet = Is it wrong?
gegevens-te-verbeteren = What you can put right
gegevens-niets = There is nothing here now that you can put right.
opnieuw-verbinden = adding this person again as authorised representative, with a last day
