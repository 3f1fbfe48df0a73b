# Why there is no page. What happened is said without names.

## The heading
kop-inloggen = You are not signed in
kop-geen-toegang = You may not see or do this
kop-niet-gevonden = Not found
kop-kan-hier-niet = This is not possible here
kop-even-niet = Not just now
kop-iemand-voor = Somebody was first
kop-te-groot = Too large
kop-kan-nu-niet = This is not possible now
kop-mis = Something went wrong
kop-klopt-niet = This is not right

## What somebody typed
u-typte = This is what you typed
u-typte-uitleg = It is not kept anywhere. Copy it if you still need it.

## What it is
niet-voor-u = You cannot see or do this: { $reden }.
is-er-niet = This is not there, or it is not for you.
botsing = Somebody else has just changed this file. Look at what is new and try again; what you typed is not lost.
concept-veranderd = What you are sending has changed since you read it. Nothing was recorded. Read what it says now, and send it again.
schijf-vol = The storage is full. Nothing was recorded and nothing was lost. Lists can still be read, files cannot. The administrator must make room; then try again.
opslag-alleen-lezen = The storage can only be read now. Nothing was recorded. The administrator finds out why nothing can be written.
opslag-weg = The storage cannot be reached now. Nothing was recorded. Try again in a minute.
opslag = The storage gave an error. Nothing was recorded. The administrator finds the cause in the log of the program.
onleesbaar = The storage contains something that cannot be read ({ $plek }). The administrator can check this with 'leerrecht verifieer'.
regels = The rules in the program cannot be loaded: { $wat }
brief = The letter could not be made: { $wat }. Nothing was recorded.
geen-pagina = This page is not there, or it is not for you.
adres = The address of this page is not right: '{ $sleutel }' is not what should be there. Expected: { $verwacht }.
formulier = This form cannot be read: { $reden }.
geen-formulier = This is not a form.
geen-json = The input is not readable JSON: { $reden }.
te-groot = This is too large. The form says how large a file may be. A text may have 64,000 characters at most.
niet-ingelogd = You are not signed in.
kies-rol = First choose the role in which you work.
intern = Something went wrong in the program. Nothing was half recorded. Try again, and report it if it stays.
andere-site = This request did not come from a page of Leerrecht. Go back to the page, load it again and try once more.
zo-niet = This address exists, but you cannot use it in this way. Go back and follow a link or button on the page.
te-lang = It took too long. Check on the page whether it worked before you do it again.
verzoek = Something in this request is not right.

## What now
goede-rol = Is this wrong? See whether you work in the right role, or ask the administrator of your organisation.
bel-de-school = Is this not right? Call your child's school: it can see why this page does not open.
opnieuw-laden = Go back with the button of your browser. What you typed is still there. Then load the page again to see what changed.
iets-anders = Go back with the button of your browser to choose something else.
naar-begin = To the start
naar-beginpagina = To your start page

## What is wrong with a form or an address
het-is-beschadigd = it was damaged on its way
te-veel-velden = it has more than { $aantal } fields
te-veel-bestanden = it has more than { $aantal } files
van-iemand-anders = it was opened by somebody else, or in another role; nothing was recorded
zonder-tijd = it does not say when the list was opened
zonder-stand = it does not say to which version of the file it belongs
zonder-rol = no role was chosen
zonder-antwoord = no answer was chosen
vreemd-veld = this field is not in the form
een-taal = a language
adres-te-lang = the address is too long
zonder-stuurtekens = a value without control characters
een-waarde = one value, not two
