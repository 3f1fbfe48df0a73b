# Waarom iemand iets niet mag zien of doen.

geen-dossiers = deze rol heeft geen toegang tot dossiers
niet-dit-deel = deze rol mag dit deel van een dossier niet zien of wijzigen
niet-betrokken = u of uw organisatie is nu niet bij dit kind betrokken
er-loopt-niets = er loopt nu geen aanvraag, aanmelding of zaak waarvoor dit nodig is
geen-handeling = deze handeling bestaat niet
# $wie: zin
dit-doet = dit doet: { $wie }
voor-ouders = deze pagina is voor ouders
formulier-niet-voor-rol = dit formulier is niet voor uw rol
eigen-school = u legt alleen aanmeldingen bij uw eigen school vast
geen-gezag = u heeft nu geen gezag over dit kind
