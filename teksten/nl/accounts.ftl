# Accounts: inloggen, codes, wachtwoorden en rollen.

eigen-account = dit gaat over uw eigen account
andere-beheerder = een andere beheerder van uw organisatie vragen, of wie het programma draait
ook-elders = deze persoon heeft ook een rol bij een andere organisatie
# $discipline: zin
andere-discipline = van deze deskundige is een andere discipline vastgelegd: { $discipline }
discipline-eerst-wijzigen = die discipline kiezen, of haar eerst wijzigen onder Deskundigen
voorstel-weg = dit aanbod is er niet meer, of u hebt er al op geantwoord
rol-beeindigen = alles wat deze persoon bij uw organisatie heeft beëindigen; voor het hele account: wie het programma draait
account-reikt-verder = met dit account komt deze ouder ook ergens waar u niet over gaat: bij een ander kind, of voor werk
vraag-wie-draait = wie het programma draait om een nieuwe link vragen
nog-leeg = dit is nog leeg
# $tekens: getal
te-lang = dit is langer dan { $tekens } tekens
verborgen-teken = hierin staat een teken dat niet te zien is
opnieuw-intypen = de tekst opnieuw intypen, op één regel
geen-e-mailadres = dit is geen e-mailadres
adres-zoals = een adres zoals naam@school.nl
geen-code = dit is geen code uit de brief
code-overtypen = de code overtypen: vier groepjes van vier letters en cijfers, zonder 0, O, 1 en I
code-werkt-niet = deze code en geboortedatum horen niet bij elkaar, of de code werkt niet meer
nieuwe-code = beide nog eens nakijken, of de school om een nieuwe code vragen
advies-is-persoonlijk = een deskundige adviseert zelf, en niemand doet dat in zijn plaats
andere-deskundige-kiezen = bij de aanvraag een andere deskundige kiezen
niet-zichzelf = iemand kan niet zichzelf vervangen
geen-collega = deze persoon heeft geen rol bij deze organisatie
eerst-toegang-geven = deze persoon eerst toegang geven
heeft-die-rol-al = deze persoon heeft die rol al op deze dagen
# $maanden: getal
waarneming-te-lang = een waarneming duurt hooguit { $maanden } maanden
gewone-rol-geven = de rol gewoon geven
dag-geweest = deze dag is al geweest
# $tekens: getal
wachtwoord-te-lang = dit wachtwoord is langer dan { $tekens } tekens
korter-kiezen = een korter wachtwoord kiezen
# $tekens: getal
wachtwoord-te-kort = dit wachtwoord is korter dan { $tekens } tekens
paar-woorden = een paar woorden achter elkaar, zoals een zin die alleen u kent
eigen-naam = dit wachtwoord is uw naam of e-mailadres
wachtwoord-zelfde = dit is het wachtwoord dat u al had
niemand-weet = iets kiezen dat niemand van u weet
bekende-woorden = dit wachtwoord bestaat uit woorden die mensen van u kennen
veelgebruikt = dit wachtwoord wordt veel gebruikt en is makkelijk te raden
link-werkt-niet = deze link werkt niet (meer)
nieuwe-link = de beheerder van uw organisatie om een nieuwe link vragen
adres-bezet = er is al een account met dit e-mailadres
bestaand-account = het bestaande account gebruiken: geef het een rol, of meld u ermee aan
adres-van-ander = bij dit e-mailadres hoort al een account
ander-adres = een ander e-mailadres kiezen. Is dat account van u? Bevestig er dan eerst het adres, bij uw account onder bericht per e-mail, en vraag daarna de rol opnieuw
geblokkeerd = dit account is geblokkeerd
blokkade-opheffen = eerst de blokkade opheffen
sleutel-verlopen = de sleutel zou al verlopen zijn
latere-dag = een latere dag kiezen
sleutel-al-actief = deze sleutel is al geactiveerd of ingetrokken
geen-rol = dit account heeft vandaag geen rol
rol-niet-vandaag = deze rol heeft dit account vandaag niet
een-van = een van: { $rollen }
meer-rollen = dit account heeft meer dan één rol
een-kiezen = een kiezen: { $rollen }
te-veel-pogingen = er zijn te veel mislukte pogingen geweest
# $minuten: getal
over-minuten = het over { $minuten } minuten opnieuw proberen
te-druk = er loggen nu heel veel mensen tegelijk in
minuut-wachten = het over een minuut opnieuw proberen
aanmelden-mislukt = het e-mailadres of het wachtwoord klopt niet
opnieuw-of-link = het opnieuw proberen, of de beheerder van uw organisatie om een nieuwe link vragen
uw-account-geblokkeerd = uw account is geblokkeerd
vraag-waarom = de beheerder van uw organisatie vragen waarom
niet-uw-rol = deze rol hebt u vandaag niet
eigen-rol = een van uw eigen rollen kiezen
geen-rol-gezin = bij een gezin wordt geen rol gegeven
ouders-uitnodigen = ouders uitnodigen vanuit het dossier van hun kind
# $rol: zin
rol-bestaat-niet = de rol { $rol } bestaat niet bij { $organisatie }
een-van-deze = een van deze rollen: { $rollen }
nog-geen-account = met dit e-mailadres is er nog geen account
maak-account = een nieuw account maken
andere-naam = met dit e-mailadres is er al een account, en dat staat op een andere naam
naam-navragen = vraag na hoe de naam in dat account staat, en vul die precies zo in
alleen-leerkracht-groep = alleen een leerkracht heeft een groep
rol-eindigt-eerder = de rol eindigt voordat hij begint
latere-einddatum = een latere einddatum kiezen of het einde leeg laten
organisatie-onbekend = { $organisatie } is hier nog niet bekend
eerst-organisatie = eerst 'leerrecht organisatie maak', of de gegevens van DUO importeren
vandaag-of-later = vandaag of een latere dag: wat al gedaan is blijft in die rol gedaan

## Waarom een sleutel van een programma niet werkt
sleutel-onbekend = Deze sleutel is niet bekend. Kijk of hij heel is overgenomen, of laat een nieuwe maken.
sleutel-wacht = Deze sleutel is nog niet aangezet. De persoon voor wie hij is, doet dat in het programma onder 'Sleutels'.
sleutel-is-verlopen = Deze sleutel is verlopen. Laat een nieuwe maken.
sleutel-ingetrokken = Deze sleutel is ingetrokken. Laat een nieuwe maken.
sleutel-geblokkeerd = Het account van deze sleutel is geblokkeerd. Vraag de beheerder van de organisatie waarom.
sleutel-zonder-rol = De persoon van deze sleutel heeft vandaag de rol van de sleutel niet. Vraag de beheerder van de organisatie om de rol, of laat een nieuwe sleutel maken.
