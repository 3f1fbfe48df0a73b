# Signing in, choosing a password, the code of the letter and the choice of a role.

## Signing in
titel = Sign in
e-mailadres = E-mail address
wachtwoord = Password
e-mail-leeg = Fill in your e-mail address.
wachtwoord-leeg = Fill in your password.
ouder-kop = Are you a parent or a pupil?
brief-met-code = Here for the first time? You got a letter with a code.
gebruik-code = Use your code
aanmelden-zonder-code = Do you want to register your child, and have no code?
meld-kind-aan = Register your child at a school
vergeten-ouder = Forgot your password? Ask the school or the partnership for a new code.
code-en-wachtwoord = Do you have that code already?
werk-kop = Do you work with files?
vergeten-werk = Forgot your password, or no account yet? Ask the administrator of your organisation for a link.
proefomgeving = This is a trial environment:
kies-persoon = choose a person (in Dutch)
zonder-wachtwoord = , without a password.
te-lang-weg = You have been signed out. What you typed is not lost: sign in and you are back in the form. Nothing was recorded yet.
uitgelogd = You are signed out.

## The code of the letter
code-titel = To the page of your child
code-uitleg = The school sent you a letter with a code. With it you see what is going on for your child, what is asked of you and what was agreed. You decide yourself whether you use this. Are you the pupil? Then the page is about you.
de-code = The code
code-uit-brief = The code of your letter
code-vorm = Four groups of four letters and digits. It does not matter whether you use capitals or small letters.
geboortedatum-kind = The date of birth of your child
geboortedatum-zelf = Are you the pupil? Then fill in your own date of birth.
uw-naam = Your name
uw-e-mailadres = Your e-mail address
hiermee-inloggen = You will sign in with this from now on.
uw-account = Your account
met-dit-account = You use the account that you are signed in with now.
al-een-account = Do you have an account already?
log-eerst-in = Then sign in first
verder = Go on
code-kwijt = Lost, or does the code no longer work? Ask the school for a new one.
herstel-titel = Choose a new password
herstel-uitleg = The school or the partnership gave you a new code. With it you choose a new password for the account that you had. After that you are signed in at once.
herstel-kiezen = Choose the password and sign in
toch-herstel = Do you have an account, and did you get the code because you do not know your password any more?
toch-eerste = Do you have no account yet, and does your letter have a code for the page of your child?
kies-nieuw = Choose a new password
code-leeg = Fill in the code of the letter.
geboortedatum-leeg = Fill in the date of birth of your child.
naam-leeg = Fill in your name.
code-klopt-niet = This is not right: { $reden }. Try: { $probeer }.

## Choosing a password
wachtwoord-titel = Choose a password
nieuw-wachtwoord-titel = Choose a new password
# The e-mail address stands in between, in bold.
welkom = Welcome, { $naam }. You will sign in with the e-mail address
en-wachtwoord = and the password that you choose here. This link works once.
# Where the address that was typed is somebody else's.
welkom-zonder-adres = Welcome, { $naam }. Choose an e-mail address and a password here. You will sign in with them. The address that was given for you belongs to another account already. This link works once.
nieuw-wachtwoord = New password
nog-een-keer = The same password once more
minstens = At least { $tekens } characters. A sentence of a few words is easy to remember and hard to guess.
wachtwoord-kiezen = Choose the password
kies-wachtwoord = Choose a password.
typ-nog-een-keer = Type the password once more.
niet-hetzelfde = The two passwords are not the same.

## The choice of a role
rol-titel = In which role do you work now?
geen-rol = You have no role today. Ask the administrator of your organisation for a role, or see whether your role has run out.
rol-uitleg = What you see and do belongs to your role. The file will say in which role you did it.
nu-gekozen = (chosen now)
aangeboden-titel = A role that is offered to you
aangeboden-uitleg = Another organisation offers you a role. You have it only once you accept it. The administrator of that organisation can end it again afterwards.
# $rol: zin
rol-bij = { $rol } at { $organisatie }
# $tot: kort
in-plaats = You stand in for { $naam }, up to and including { $tot }.
aannemen = Accept
niet-aannemen = Decline
# What somebody does in a role, in one line.
rol-doet = { $code ->
    [leerkracht] The children of your class: what do they need and what do you do this week?
    [ib] Decide on registrations, ask for help and follow the children with support.
    [begeleider] The children that you support, with their plan and their agreements.
    [directie] Decide on admission, suspension and removal; see what runs at the school.
    [commissie_begeleiding] The pupils of the (v)so school: plan, evaluation and return.
    [bevoegd_gezag] Check and send requests for the schools of the board.
    [loket] Receive requests, ask for what is missing and choose experts.
    [deskundige] Give advice on the requests that were assigned to you.
    [besluitnemer] Decide on requests and make decisions known.
    [bezwaarcommissie] Advise on an objection against a decision.
    [directeur_swv] The policy and the schools of the region, without files.
    [controller] Numbers and amounts, without files.
    [leerplicht] Absence and children without school in your municipality.
    [jeugdhulp] Work together around a child, with consent.
    [steunpunt] Help parents and pupils, with consent.
    [ouder] Your own child: what happens now and what do we ask of you?
    [leerling] Your own plan, and what you think of it.
    [privacy_officer] See who looked in files, and why.
    [organisatiebeheerder] Accounts and roles of your organisation.
   *[beheerder] Keep the program running; no files.
}
code-is-herstel = This is a code for a new password. Choose a new password below; you are signed in straight after.
code-is-eerste = This is a code to get to the page of your child for the first time. Fill in below what is still missing.
