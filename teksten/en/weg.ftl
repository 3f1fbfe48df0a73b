# What every form says, to a family and to those who work with files.

## Above the form
botsing-kop = Somebody else has just changed this file
botsing-zelf = You changed this file yourself just now, in another window
botsing-uitleg = Nothing was recorded yet. What you typed is below. Look at what is new and send the form again if it is still right.
botsing-tegelijk = Something else was recorded in this file at the same moment.
voorbij-uitleg = Nothing of yours was recorded, and this form cannot be sent any more now. Below is what is new and what you typed, so that you can copy it.
bewaard-gevonden = This form shows what was saved on { $op } at { $tijd }. It has not been recorded yet.

## Below the form
terug = Back without recording
weggooien = Throw away what was saved
weggooien-zeker = Throw it all away
ook-van = Part of this was written by { $wie }.
andermans = { $wie } wrote part of what was kept here. Nothing has been thrown away yet. If you want that text gone too, choose ‘Throw it all away’ below.

## Fields that repeat
# $rij: zin
rij-erbij = Add { $rij }
# $rij: zin
rij-weg = Remove { $rij }
# $rij: zin
rij-fout = { $rij }: { $wat }
rij-erbij-gekomen = { $wie } added this while you were working. See whether it belongs here and send the form again.

## What is not right
vul-in = Fill this in.
niet-te-verwerken = This form cannot be dealt with here. Nothing was recorded.
niet-gevraagd = Something is missing that this form does not ask for: { $veld }.

## Somebody else wrote in the same form
u-elders = You (in another window)
een-collega = Somebody else
leeg = empty
veld-botsing = { $wie } changed this while you were busy. It now says: { $daar }. The field shows your own text. Which one should stay? Save again to keep yours, or change the text first.
teruggezet = Somebody else wrote in the same form
teruggezet-uitleg = You were signed out when you sent the form. What you typed is saved, except where somebody else wrote something different meanwhile. Both are below. Copy your own text if it should stay; after this it is gone from here.
daar-staat-nu = It now says
u-typte = You typed
naar-het-formulier = To the form

## What the script says while somebody types
script-bewaard = saved { $om }
script-ander = Somebody else
script-botsing = { $wie } has just changed this into: “{ $waarde }”. Your own text is below. Go on typing to keep it.
script-zelfde-veld = Not saved: somebody else worked on the same field.
script-geweigerd = Not saved. { $waarom }
script-laad-opnieuw = Load the page again; first copy what you typed.
script-uitgelogd = You are signed out; your text stays here. Sign in in another tab, and go on typing here.
script-mislukt = Not saved yet. Your text stays here and we try again.
