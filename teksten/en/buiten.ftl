# Registering at a school without an account: the open form, the mail that confirms it, and what the school does with it.

## The form
titel = Register at a school
uitleg = With this form you register with a school in writing. You need no account and no code. After that we send you an e-mail with a link. Only when you click that link and confirm does the school receive your registration.
uitleg-papier = This website cannot send e-mail yet. You can still fill in the form and print it. Sign it and take it to the school.
uitleg-dag = The time in which the school must decide starts on the day on which it receives your registration. That is the day on which you confirm, not the day on which you fill this in. So confirm at once.
uitleg-dag-papier = The time in which the school must decide starts on the day on which it gets this paper. So take it there at once.
uitleg-niets = This form shows you nothing of what a school knows already. It gives you no access either.
met-code-link = Do you have a code from a school already? Use it
kop-wie = Who registers?
wie = Who are you?
wie-keuze = { $code ->
    [leerling] I am the pupil myself, and 18 or older
   *[ouder] I am a parent, guardian or carer
}
wie-keuze-uitleg = { $code ->
    [leerling] You fill in everything about yourself. The letters come to your own address.
   *[ouder] Of a child who is not 18 yet.
}
leerling-niet-18 = Who is not 18 yet is registered by a parent, guardian or carer. Choose how it is, or check the date of birth.
leerling-beslist-zelf = This pupil is 18 or older. Then the pupil registers, and the letter comes to the pupil. Let the pupil fill in this form. Can the pupil not decide? Then register on paper or by e-mail with the school, and write why: that counts too.
adres-van-leerling = Fill in your address. The letter of the school comes there.
kop-kind = { $wie ->
    [leerling] About you
   *[ouder] Your child
}
roepnaam = First name
roepnaam-leeg = Fill in the first name.
voorvoegsel = Prefix of the surname
voorvoegsel-uitleg = Such as 'de' or 'van den'.
achternaam = Surname
achternaam-leeg = Fill in the surname.
geboortedatum = Date of birth
geboortedatum-leeg = Fill in the date of birth.
kop-adres = { $wie ->
    [leerling] Where do you live?
   *[ouder] Where does your child live?
}
straat = Street and number
postcode = Postcode
postcode-uitleg = Such as 9901 AB.
plaats = Town
in-het-buitenland = { $wie ->
    [leerling] I live outside the Netherlands
   *[ouder] My child lives outside the Netherlands
}
kop-ouders = Who has authority over your child?
ouders-uitleg = If you are the pupil, leave this empty. If you are a parent, begin with yourself. Fill in the other parent or the guardian too, if there is one. Everybody with authority gets letters about the registration.
naam = Name
naam-uitleg = As in a letter: Ms A. IJsvogel.
naam-leeg = Fill in the name.
relatie = Who is this to the child?
relatie-leeg = Choose who this is to the child.
kies = Choose
telefoon = Telephone
brieven-adres = Address for letters
brieven-adres-uitleg = Only if it is not where the child lives.
geheim-voor = Secret from this person
geheim-voor-uitleg = This person must not know where the child lives and goes to school.
kop-geheim = Safe
geheim = { $wie ->
    [leerling] Is there anybody who must not know where you live or go to school?
   *[ouder] Is there anybody who must not know where your child lives or goes to school?
}
geheim-uitleg = { $wie ->
    [leerling] Only you get letters about the registration. The school sees your choice before it sends a letter. Is it secret from one person, such as one of your parents? Then call the school first and say from whom.
   *[ouder] Is it secret from a parent or guardian? Then tick that at that person too. The school sees this before it sends a letter.
}
geheim-voor-een-persoon = Choose whether it is secret from nobody, or from everybody outside the school. Is it secret from one person? Then call the school first and say from whom.
geheim-leeg = Choose whether anything is secret.
geheim-keuze = { $code ->
    [niemand] No, from nobody
    [personen] Yes, from one or more of the parents or guardians
   *[iedereen] Yes, from everybody outside the school and the samenwerkingsverband (the schools of the region together)
}
geheim-herkomst = According to whoever filled in the registration form
kop-mail = Your e-mail address
e-mail = Your e-mail address
e-mail-uitleg = We send the link to confirm to it. The mail names nobody and no school. Can somebody read along who must not know this? Then choose another address, or register on paper.
e-mail-leeg = Fill in your e-mail address.
gezag-blijkt = Stated on the open form; not checked
versturen = Send, and confirm by e-mail
printen = Done, show it to print
alleen-papier = At this school nobody reads what you send here. You can fill in the form and print it. Then take it to the school.
meer-scholen = There may be more schools. Type more of the name or the place.
eerst-school = Find the school and choose it from the list.

## After sending
verstuurd-titel = Look in your e-mail
verstuurd = We send you an e-mail with a link. Click the link and confirm your registration.
# $dagen: getal
verstuurd-tot = The link works for { $dagen } days. If you do not confirm, everything that you filled in goes away and the school receives nothing.
verstuurd-niets = Does nothing come? Then look in your spam folder.
papier-titel = Print this and take it to the school
# $school: tekst
papier-school = Registration at { $school }
papier-uitleg = This registration was not sent and is kept nowhere. Print this page, sign it and take it to the school, or send it. The time in which the school must decide starts on the day on which it receives it.
papier-handtekening = Date and signature:
bevestig-titel = Confirm your registration
bevestig-uitleg = Press the button. Then the school receives your registration today. The time in which it must decide starts today.
bevestig-knop = Yes, I confirm this registration
bevestigd-titel = The school has your registration
# $dag: dag
bevestigd = The school received your registration on { $dag }. The time in which it must decide starts on that day. The school looks at it and records it. After that you get a letter.
bevestigd-wat = School: { $school }. Reference: { $kenmerk }.
bevestigd-eerder-op = You confirmed this registration on { $dag }. The school looks at it. Do you get no letter after that? Then call the school.
bevestigd-bewaar = Write down the day and the reference, or print this page.

## Why something is not possible, and what is
link-werkt-niet = this link does not work, or works no more
opnieuw-of-op-papier = filling in the form again, or registering with the school on paper
te-veel = many registrations were sent already
morgen-of-op-papier = trying again later, or registering with the school on paper or by e-mail: that counts too
te-druk = very many mails are being sent now
te-lang-samen = you typed more than fits in a registration
# $dag: dag
al-eerder-hier = this registration came to your school before, on { $dag }: the term runs from that day
gewenst-voorbij = this day is over
niemand-leest = at this school nobody reads what is sent here
op-papier = printing the form and taking it to the school: that counts too
dan-aanmelden = registering from that day on
al-weg = this registration from the open form is not here any more: somebody at your school dealt with it
leeg-formulier = filling in an empty form
ander-kind = this form came from the registration of another child: the name and the date of birth are both different
niet-dit-kind = this file is of another child: the name and the date of birth are both different from those on the open form
juiste-dossier = filling in the number of the file of this child
zelfde-kind = the name or the date of birth in this file is different from the one on the open form
zelfde-kind-aanvinken = ticking that it is the same child
later-ontvangen = this file has no registration that was received on { $dag } or before. On that day the parents confirmed this one: the term runs from then
ontvangst-verbeteren = putting the day of receipt right in that file first
vijf-kinderen = you are working on five children already
eerst-afmaken = finishing one of those forms first, or throwing one away
loopt-niet-meer = no registration at your school runs in this file: the one that is there has ended, and this is a new one. For a new registration the term begins again
opnieuw-vastleggen = taking this registration over in your form, or registering on the page of the child and then filling in this file
geen-aanmelding-daar = this file has no registration at your school, or you may not see it
eerst-daar-aanmelden = recording the registration in that file first
# $naam: tekst
schrijver-onbekend = whoever wrote this ({ $naam }) does not stand in this file as somebody with authority, and gets no letter about the registration then
eerst-toevoegen = adding this person first at 'Gegevens en mensen', with the address for letters: the letter of receipt then goes by itself; or ticking that no letter is to go

## The mail
mail-bevestig-onderwerp = Confirm your registration
mail-bevestig = You filled in a registration at a school. Click the link to confirm it. Only then does the school receive it.
mail-link = { $adres }
# $dagen: getal
mail-tot = The link works for { $dagen } days.
mail-kenmerk = Reference: { $kenmerk }
mail-niet-van-u = Was this not you? Then do nothing. The school receives nothing then.
mail-antwoord-onderwerp = About your registration
mail-gekeken = The school looked at your registration.
mail-brief-volgt = If it recorded the registration, everybody who has authority over the child gets a letter. A pupil of 18 or older gets it. It says until when the school decides.
mail-wat-nu = Does no letter come? Then call the school, or register on paper or by e-mail. That is a registration in writing too.
mail-noemt-niets = This mail names nobody and no school.
