# Waarom iemand iets niet mag zien of doen.

geen-dossiers = deze rol heeft geen toegang tot dossiers
niet-dit-deel = deze rol mag dit deel van een dossier niet zien of wijzigen
niet-betrokken = u of uw organisatie is nu niet bij dit kind betrokken
niet-door-deze-relatie = dit mag alleen wie nu voor dit kind zorgt, zoals de school waar het op zit; een aanmelding, of een plek die later begint, is daarvoor niet genoeg
zaak-is-afgerond = de aanmelding of zaak waardoor u of uw organisatie dit deed, is afgerond
ouders-melden-aan = een kind van een andere school, of van wie de aanmelding bij uw school is afgerond, melden de ouders zelf aan; vraag hen dat op hun eigen pagina te doen
er-loopt-niets = er loopt nu geen aanvraag, aanmelding of zaak waarvoor dit nodig is
geen-handeling = deze handeling bestaat niet
# $wie: zin
dit-doet = dit doet: { $wie }
voor-ouders = deze pagina is voor ouders
formulier-niet-voor-rol = dit formulier is niet voor uw rol
eigen-school = u legt alleen aanmeldingen bij uw eigen school vast
geen-gezag = u heeft nu geen gezag over dit kind
alleen-school-controleert = een verklaring controleren doet de school die een kind wil plaatsen
register-loket = het register is van het loket van het samenwerkingsverband
oso-ib = een OSO-dossier overnemen doet de intern begeleider van de school
privacy-officer = dit overzicht is voor de privacy officer
aantallen-voor = aantallen zijn er voor de directie en het bestuur van een school, en voor de directeur en de controller van een samenwerkingsverband
school-nodigt-uit = alleen een school nodigt ouders uit
alleen-demo = dit bestaat alleen in een demo
lijst-kinderen = deze lijst is voor wie met kinderen werkt
lijst-loket = deze lijst is van het loket van het samenwerkingsverband
lijst-school = deze lijst is van de school van de leerling
lijst-post = deze lijst is voor wie brieven verstuurt
lijst-deskundigen = deze lijst is van deskundigen
ziet-loket = dit ziet het loket van het samenwerkingsverband
aanvraag-andere-school = deze aanvraag is van een andere school
deskundigen-vraagt-loket = deskundigen vraagt het loket
aanmelding-legt-school-vast = een aanmelding legt een school vast
beheerder-over-accounts = alleen de beheerder van een organisatie gaat over accounts
deskundigen-beheert = de disciplines van deskundigen legt het loket of de beheerder van het samenwerkingsverband vast
logboek-voor = het logboek is voor de beheerder en de privacy officer van de organisatie
eigen-organisatie = u beheert alleen accounts van uw eigen organisatie
directeur-beleid = het beleid stelt de directeur van het samenwerkingsverband vast
directeur-stelt-vast = het beleid van { $verband } stelt de directeur van dat samenwerkingsverband vast
