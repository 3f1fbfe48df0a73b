# Bericht per e-mail als er iets nieuws is: de keuze, en wat er in de mail staat.

## De pagina
titel = Bericht als er iets nieuws is
uitleg = Wilt u een e-mail krijgen als er iets nieuws voor u is? Dat kunt u hier kiezen. U krijgt hoogstens één bericht per dag.
staat-niets-in = In dat bericht staat niet waar het over gaat: geen naam, geen school en geen nummer. Om het te lezen logt u in.
geen-mailserver = Deze website kan nog geen e-mail versturen. U krijgt dus geen berichten. Kijk zelf af en toe of er iets nieuws is.
staat-uit = U krijgt geen berichten.
staat-aan = U krijgt berichten op { $adres }.
wacht-op-code = Wij sturen een code naar { $adres }. Typ die code hieronder over. Daarna krijgt u berichten op dat adres.
kop-code = De code
code-veld = De code uit de e-mail
# $uren: getal
code-vorm = Vier groepjes van vier letters en cijfers. De code werkt { $uren } uur.
code-leeg = Vul de code in.
bevestigen = Bevestigen
kop-aanzetten = Berichten aanzetten
kop-veranderen = Een ander e-mailadres
adres-veld = Uw e-mailadres
adres-uitleg = Wij sturen eerst een code naar dit adres.
adres-leeg = Vul uw e-mailadres in.
code-sturen = Stuur de code
kop-uitzetten = Berichten uitzetten
uitzetten = Ik wil geen berichten meer
besluiten-veld = Hoe wilt u besluiten over uw kind dan krijgen?
besluiten-op-papier = Op papier
besluiten-zonder-kennisgeving = Op mijn eigen pagina. Ik wil daar geen bericht van, en kijk zelf
na-code = De code is onderweg. Komt er na een paar minuten niets, kijk dan bij ongewenste e-mail of vraag een nieuwe code.
na-aan = U krijgt voortaan een bericht als er iets nieuws is.
na-uit = U krijgt geen berichten meer. Uw e-mailadres is hier weggehaald.
terug = Terug

## Waarom iets niet kan, en wat wel
geen-mail = deze website kan nog geen e-mail versturen
te-veel-codes = er zijn vandaag al veel codes gestuurd
morgen-opnieuw = het morgen opnieuw proberen
te-druk = er worden nu heel veel codes gestuurd
code-werkt-niet = deze code klopt niet, of hij werkt niet meer
nieuwe-code = de code nog eens nakijken, of een nieuwe code vragen

besluiten-zonder-bericht = u krijgt besluiten op uw eigen pagina, en daar hoort een bericht bij, tenzij u zegt dat u dat niet wilt
kies-hoe-besluiten-komen = Kies hoe u besluiten dan wilt krijgen: op papier, of op uw eigen pagina zonder bericht.

## De mail
mail-onderwerp = Er is iets nieuws op uw eigen pagina
mail-log-in = Log in om het te lezen: { $adres }
mail-log-in-zonder-adres = Log in op Leerrecht om het te lezen.
mail-waarom-niets = In dit bericht staat met opzet niet waar het over gaat.
mail-uitzetten = U koos er zelf voor om dit bericht te krijgen, hoogstens één keer per dag. Wilt u dat niet meer? Log in en kies 'Bericht als er iets nieuws is'. Op deze e-mail kunt u niet antwoorden.
mail-code-onderwerp = Uw code
mail-code = Uw code is: { $code }
# $uren: getal
mail-code-hoe = Typ deze code over op de pagina 'Bericht als er iets nieuws is'. De code werkt { $uren } uur.
mail-code-niet-gevraagd = Vroeg u hier niet om? Dan hoeft u niets te doen. Op deze e-mail kunt u niet antwoorden.
mail-herstel-onderwerp = Een nieuw wachtwoord voor uw account
# $dag: dag
mail-herstel-gemaakt = Er is een code gemaakt waarmee een nieuw wachtwoord voor uw account kan worden gekozen. De code werkt tot en met { $dag }. Vroeg u daar zelf om? Dan hoeft u niets te doen.
mail-herstel-niet-gevraagd = Vroeg u daar niet om? Log dan in en kies bij 'Uw account' een ander wachtwoord. De code werkt daarna niet meer.
mail-herstel-gebruikt = Met een code is een nieuw wachtwoord voor uw account gekozen. Deed u dat zelf? Dan hoeft u niets te doen.
mail-herstel-was-u-niet = Deed u dat niet? Dan kan iemand anders bij uw account. Vraag meteen om een nieuwe code, en kies daarmee zelf een wachtwoord.
mail-herstel-waar = Bij 'Uw account' staat wie de code maakte, en wanneer. Op deze e-mail kunt u niet antwoorden.
