# Wie er in een dossier keek.

wie-keek-er = Wie keek er?
wie-keek = Wie keek er
wie-keek-in-dossier = Wie keek er in dit dossier?
elke-keer = Elke keer dat iemand gevoelige delen van het dossier opent, staat dat hier.
inzage-filteren = Inzage filteren
van = Van
tot-en-met = Tot en met
rol = Rol
wanneer = Wanneer
wie = Wie
organisatie = Organisatie
wat-en-waarvoor = Wat en waarvoor
niemand-past = Er heeft niemand gekeken die hierbij past.
niemand-gekeken = Er heeft nog niemand gekeken.
# $aantal: getal
keer = { $aantal } keer
# $aantal: getal
keer-gekeken = { $aantal } keer gekeken
# $aantal: getal
welke-delen = Welke { $aantal } delen?
kolom-wat = Wat
gezin = ouders en leerling
zonder-eigen = Wanneer u zelf keek, staat hier niet.
ook-eigen = Toon ook wanneer u zelf keek
