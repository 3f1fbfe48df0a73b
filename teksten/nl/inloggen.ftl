# Inloggen, een wachtwoord kiezen, de code uit de brief en de keuze van een rol.

## Inloggen
titel = Inloggen
e-mailadres = E-mailadres
wachtwoord = Wachtwoord
e-mail-leeg = Vul uw e-mailadres in.
wachtwoord-leeg = Vul uw wachtwoord in.
ouder-kop = Bent u ouder of leerling?
brief-met-code = Voor het eerst hier? U kreeg een brief met een code.
gebruik-code = Gebruik uw code
aanmelden-zonder-code = Wilt u uw kind aanmelden, en hebt u geen code?
meld-kind-aan = Meld uw kind aan bij een school
vergeten-ouder = Wachtwoord vergeten? Vraag de school of het samenwerkingsverband om een nieuwe code.
code-en-wachtwoord = Hebt u die code al?
werk-kop = Werkt u met dossiers?
vergeten-werk = Wachtwoord vergeten, of nog geen account? Vraag de beheerder van uw organisatie om een link.
proefomgeving = Dit is een proefomgeving:
kies-persoon = kies een persoon
zonder-wachtwoord = , zonder wachtwoord.
te-lang-weg = U bent uitgelogd. Wat u typte is niet weg: log in en u bent terug in het formulier. Er is nog niets vastgelegd.
uitgelogd = U bent uitgelogd.

## De code uit de brief
code-titel = Naar de pagina van uw kind
code-uitleg = De school stuurde u een brief met een code. Daarmee ziet u wat er voor uw kind loopt, wat er van u wordt gevraagd en wat er is afgesproken. U bepaalt zelf of u dit gebruikt. Bent u zelf de leerling? Dan gaat de pagina over u.
de-code = De code
code-uit-brief = De code uit uw brief
code-vorm = Vier groepjes van vier letters en cijfers. Hoofdletters of kleine letters maakt niet uit.
geboortedatum-kind = De geboortedatum van uw kind
geboortedatum-zelf = Bent u zelf de leerling? Vul dan uw eigen geboortedatum in.
uw-naam = Uw naam
uw-e-mailadres = Uw e-mailadres
hiermee-inloggen = Hiermee logt u voortaan in.
uw-account = Uw account
met-dit-account = U gebruikt het account waarmee u nu bent ingelogd.
al-een-account = Hebt u al een account?
log-eerst-in = Log dan eerst in
verder = Verder
code-kwijt = Kwijt, of werkt de code niet meer? Vraag de school om een nieuwe.
herstel-titel = Een nieuw wachtwoord kiezen
herstel-uitleg = U kreeg van de school of het samenwerkingsverband een nieuwe code. Daarmee kiest u een nieuw wachtwoord voor het account dat u al had. Daarna bent u meteen ingelogd.
herstel-kiezen = Wachtwoord kiezen en inloggen
toch-herstel = Hebt u al een account, en kreeg u de code omdat u uw wachtwoord niet meer weet?
toch-eerste = Hebt u nog geen account, en staat in uw brief een code voor de pagina van uw kind?
kies-nieuw = Kies een nieuw wachtwoord
code-leeg = Vul de code uit de brief in.
geboortedatum-leeg = Vul de geboortedatum van uw kind in.
naam-leeg = Vul uw naam in.
# $reden: zin
code-klopt-niet = Dit klopt niet: { $reden }. Probeer: { $probeer }.

## Een wachtwoord kiezen
wachtwoord-titel = Kies een wachtwoord
nieuw-wachtwoord-titel = Kies een nieuw wachtwoord
# Het e-mailadres staat hier vet tussenin.
welkom = Welkom, { $naam }. U logt straks in met het e-mailadres
en-wachtwoord = en het wachtwoord dat u hier kiest. Deze link werkt één keer.
# Op de plek van het adres, waar het getypte van een ander is.
welkom-zonder-adres = Welkom, { $naam }. Kies hier een e-mailadres en een wachtwoord. Daarmee logt u straks in. Bij het adres dat voor u is opgegeven, hoort al een ander account. Deze link werkt één keer.
nieuw-wachtwoord = Nieuw wachtwoord
nog-een-keer = Nog een keer hetzelfde wachtwoord
# $tekens: getal
minstens = Minstens { $tekens } tekens. Een zin van een paar woorden is goed te onthouden en moeilijk te raden.
wachtwoord-kiezen = Wachtwoord kiezen
kies-wachtwoord = Kies een wachtwoord.
typ-nog-een-keer = Typ het wachtwoord nog een keer.
niet-hetzelfde = De twee wachtwoorden zijn niet hetzelfde.

## De keuze van een rol
rol-titel = In welke rol werkt u nu?
geen-rol = U hebt vandaag geen rol. Vraag de beheerder van uw organisatie om een rol, of kijk of uw rol is verlopen.
rol-uitleg = Wat u ziet en doet, hoort bij uw rol. In het dossier staat straks met welke rol u het deed.
nu-gekozen = (nu gekozen)
aangeboden-titel = Een rol die u is aangeboden
aangeboden-uitleg = Een andere organisatie biedt u een rol aan. U krijgt haar pas als u haar aanneemt. De beheerder van die organisatie kan haar daarna ook weer beëindigen.
# $rol: zin
rol-bij = { $rol } bij { $organisatie }
# $tot: kort
in-plaats = U neemt waar voor { $naam }, tot en met { $tot }.
aannemen = Aannemen
niet-aannemen = Niet aannemen
# Wat iemand in een rol doet, in één regel.
rol-doet = { $code ->
    [leerkracht] De kinderen van uw groep: wat hebben zij nodig en wat doet u deze week?
    [ib] Aanmeldingen beslissen, hulp aanvragen en de kinderen met ondersteuning volgen.
    [begeleider] De kinderen die u begeleidt, met hun plan en hun afspraken.
    [directie] Beslissen over toelaten, schorsen en verwijderen; zien wat er loopt op school.
    [commissie_begeleiding] De leerlingen van de (v)so-school: plan, evaluatie en terugplaatsing.
    [bevoegd_gezag] Aanvragen nakijken en versturen voor de scholen van het bestuur.
    [loket] Aanvragen ontvangen, om aanvulling vragen en deskundigen kiezen.
    [deskundige] Advies geven over de aanvragen die u zijn toegewezen.
    [besluitnemer] Beslissen op aanvragen en besluiten bekendmaken.
    [bezwaarcommissie] Adviseren over een bezwaar tegen een besluit.
    [directeur_swv] Het beleid en de scholen van de regio, zonder dossiers.
    [controller] Aantallen en bedragen, zonder dossiers.
    [leerplicht] Verzuim en thuiszitters van uw gemeente.
    [jeugdhulp] Samenwerken rond een kind, met toestemming.
    [steunpunt] Ouders en leerlingen helpen, met toestemming.
    [ouder] Uw eigen kind: wat gebeurt er nu en wat vragen we u?
    [leerling] Jouw eigen plan, en wat jij ervan vindt.
    [privacy_officer] Bekijken wie in dossiers keek, en waarom.
    [organisatiebeheerder] Accounts en rollen van uw organisatie.
   *[beheerder] Het programma laten draaien; geen dossiers.
}
code-is-herstel = Dit is een code voor een nieuw wachtwoord. Kies hieronder een nieuw wachtwoord; daarna bent u meteen ingelogd.
code-is-eerste = Dit is een code om voor het eerst bij de pagina van uw kind te komen. Vul hieronder in wat er nog ontbreekt.
