# Wat er in het leven van een kind verandert.

## Op de tijdlijn
# $relatie: zin
toegevoegd = Toegevoegd als { $relatie }: { $naam }
# $per: kort
gezag-gewijzigd = Gezag gewijzigd per { $per }
ouder-uitgenodigd = Ouder uitgenodigd voor de eigen pagina
ouder-aangesloten = Ouder gebruikt de eigen pagina
# $per: kort
verhuisd = Verhuisd per { $per }
# $per: kort
pleegouders = Woont bij pleegouders sinds { $per }
meerderjarig = Meerderjarig geworden
gegevens-gewijzigd = Gegevens van de leerling gewijzigd
adres-geheim = Adres is geheim
adres-niet-geheim = Adres is niet meer geheim
nummer-ontvangen = Persoonsgebonden nummer ontvangen door de school
leerling-overleden = Overleden
iemand-overleden = Iemand rond de leerling is overleden
ingeschreven = Ingeschreven bij { $school }
uitgeschreven = Uitgeschreven: { $reden }

## Waarom iets niet kan, en wat wel
niet-bij-dit-kind = deze persoon staat nu niet bij dit kind
machtiging-einddatum = een machtiging heeft een einddatum nodig
einde-voor-begin = het einde ligt niet na het begin
geen-e-mailadres = dit is geen e-mailadres
# $relatie: zin
is-al = deze persoon is al { $relatie }
# $relatie: zin
geen-eigen-pagina = een { $relatie } heeft geen eigen pagina
op-verzoek = vragen beantwoorden op verzoek, na afweging door de school
heeft-al-pagina = deze ouder heeft al een eigen pagina
geen-uitnodiging = er is geen geldige uitnodiging voor deze ouder
nieuwe-code = de school om een nieuwe code vragen
zonder-postcode = zonder postcode is niet te zien welk samenwerkingsverband bevoegd is
geen-pleegouder = deze persoon staat niet als pleegouder in het dossier
# $leeftijd: getal
nog-minderjarig = deze leerling is nog geen { $leeftijd } jaar
wachten-op-verjaardag = wachten tot die verjaardag; tot dan beslissen de ouders
persoon-niet-in-dossier = deze persoon staat niet in het dossier
alleen-school-nummer = alleen een school mag dit nummer bewaren
geen-geldig-nummer = dit is geen geldig nummer van negen cijfers
overlijden-al-vastgelegd = dit overlijden is al vastgelegd
al-ingeschreven = het kind staat hier al ingeschreven
niet-toegelaten = het kind is op deze school niet toegelaten
eerst-toelaten = eerst over de aanmelding beslissen
# $dag: dag
# $maanden: getal
inschrijving-te-ver = { $dag } ligt meer dan { $maanden } maanden vooruit
verwijdering-loopt = er loopt een voornemen om deze leerling te verwijderen
afmaken-of-intrekken = de verwijdering afmaken als er een andere school is, of het voornemen intrekken
niet-ingeschreven = het kind staat hier niet ingeschreven
zelfde-persoon = een verbetering gaat over dezelfde persoon
zelfde-school-of-inschrijven = een verbetering gaat over dezelfde school; schrijf het kind anders daar in
zelfde-school = een verbetering gaat over dezelfde school

## De pagina met gegevens
gegevens-titel = Gegevens en mensen
gegevens-kind = Het kind
gegevens-mensen = Mensen rond het kind
gegevens-niemand = Er staat nog niemand bij dit kind.
gegevens-klopt-niet = Klopt er iets niet?
gegevens-verbeteren = Wat fout is vastgelegd kunt u verbeteren. Er verdwijnt niets: in de tijdlijn blijft staan wat er stond en waarom het anders werd.
gegevens-verandert = Er verandert iets
gegevens-naam = Naam
gegevens-geboren = Geboren
gegevens-adres = Adres
gegevens-buitenland = buiten Nederland
gegevens-let-op = Let op
gegevens-geheim = het adres is geheim
gegevens-ingeschreven = Ingeschreven
gegevens-nergens = nu nergens
# $sinds: kort
gegevens-op-school = { $school }, sinds { $sinds }
# $sinds: kort
gegevens-in-groep = { $school }, groep { $groep }, sinds { $sinds }
gegevens-nummer = Persoonsgebonden nummer
gegevens-nummer-bekend = vastgelegd; wordt niet getoond
gegevens-overleden = Overleden
gegevens-wie = Wie
gegevens-te-bereiken = Te bereiken
gegevens-eigen-pagina = Eigen pagina
gegevens-wijzigen = Wijzigen
# $sinds: kort
gegevens-sinds = sinds { $sinds }
gegevens-in-gebruik = in gebruik
gegevens-uitgenodigd = uitgenodigd op { $op }; de code werkt tot en met { $tot_en_met }
gegevens-vastgelegd = Vastgelegd
gegevens-op = Op
gegevens-klopt-het-niet = Klopt het niet?
gegevens-te-verbeteren = Wat u kunt verbeteren
gegevens-niets = Hier is nu niets dat u kunt verbeteren.
