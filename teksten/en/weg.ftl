# What every form says, to a family and to those who work with files.

## Above the form
botsing-kop = Somebody else has just changed this file
botsing-uitleg = Nothing was recorded yet. What you typed stands below. Look at what is new and send the form again if it is still right.
botsing-tegelijk = Something else was recorded in this file at the same moment.
bewaard-gevonden = This form is filled with what was kept on { $op } at { $tijd }. It has not been recorded yet.

## Below the form
terug = Back without recording
weggooien = Throw away what was kept

## What is not right
vul-in = Fill this in.
niet-te-verwerken = This form cannot be dealt with here. Nothing was recorded.
niet-gevraagd = Something is missing for which this form does not ask: { $veld }.

## Somebody else wrote in the same form
u-elders = You (in another window)
een-collega = Somebody else
leeg = empty
veld-botsing = { $wie } changed this while you were busy. It now says: { $daar }. The field holds your own text. Which one should stay? Keep it again to hold on to yours, or change the text first.
teruggezet = Somebody else wrote in the same form
teruggezet-uitleg = You were signed out when you sent the form. What you typed is kept, except where somebody else wrote something different meanwhile. Both stand below. Copy your own text if it should stay; after this it is gone from here.
daar-staat-nu = It now says
u-typte = You typed
naar-het-formulier = To the form

## What the script says while somebody types
script-bewaard = kept { $om }
script-ander = Somebody else
script-botsing = { $wie } has just changed this into: “{ $waarde }”. Your own text stands below. Type on to keep it.
script-zelfde-veld = Not kept: somebody else worked on the same field.
script-geweigerd = Not kept. { $waarom }
script-laad-opnieuw = Load the page again; first copy what you typed.
script-uitgelogd = You are signed out; your text stays here. Sign in, in another tab, and type on here.
script-mislukt = Not kept yet. Your text stays here and we try again.
