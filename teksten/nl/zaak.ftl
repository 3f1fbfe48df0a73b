# De pagina's van één zaak: een aanmelding, een aanvraag, een verwijdering. Ouders en wie met dossiers werkt lezen dezelfde.

## Op elke pagina van een zaak
bewaard = Wat u typte is bewaard. Het is nog niet vastgelegd: open het formulier om verder te gaan.
weggegooid = Wat er was bewaard is weg. Er is niets vastgelegd.
aan = Aan
nu-doen = Wat kunt u nu doen?
kan-nog-niet = Wat kan nog niet?
# $op: kort
op = op { $op }
antwoord = Antwoord

## Een aanmelding
aanmelding-bij = Aanmelding bij { $school }
# $op: kort
weggestuurd = Op { $op } is dit kind weggestuurd zonder besluit. De zorgplicht is gebleven bij { $school }.
waar-staat-het = Waar staat het?
door-ouder = door een ouder, op de eigen pagina
door-school = door de school vastgelegd, namens de ouders
door-leerling = door de leerling zelf, op de eigen pagina
door-school-leerling = door de school vastgelegd, namens de leerling
gevraagd-vanaf = Gevraagd vanaf
wat-is-nodig = Wat is nodig
tijdelijke-plek = Tijdelijke plek
verlengd = Verlengd
nu-naar-school = Nu naar school
# $geschreven: kort
# $bevestigd: kort
van-buiten-geschreven = { $naam } schreef dit op de website op { $geschreven } en bevestigde het per e-mail op { $bevestigd }. Wie het is, is daarmee niet bewezen.
gezag-niet-nagekeken = Of deze persoon gezag heeft, is nog niet nagekeken.
ook-aangemeld-bij = Ook aangemeld bij
ouders-zeiden = Wat de ouders zeiden
een-ouder = Een ouder
# $wat: zin
ouder-zei = { $wie } { $wat }, op { $op }
ouders-leverden-in = Ouders leverden in
ouder-leverde-in = { $wie } leverde dit in, op { $op }
ouder-geeft-op-papier = { $wie } geeft het op papier, zei op { $op }
afloop = Afloop
getoonde-verklaring = Verklaring van de ouders
onderwijs = Voor welk onderwijs
leeftijd = Leeftijd
voorwaarde = Voorwaarde voor toelating
week-van-aanmelden = Week van aanmelden
geen-verklaring = Zonder verklaring
# $van: kort
# $tot_en_met: kort
getoond-nummer = { $soort }, nummer { $nummer } van samenwerkingsverband { $swv }; geldt van { $van } tot en met { $tot_en_met }
# $op: dag
ingetrokken-op = niet meer nodig: ingetrokken op { $op }
# $op: dag
aangenomen-op = niet meer nodig: de plek op een andere school is aangenomen op { $op }
# $op: dag
besloten-op = besloten op { $op }
# $sinds: kort
# $tot_en_met: kort
staat-stil-sinds = termijn staat stil sinds { $sinds }; de ouders hebben tijd tot en met { $tot_en_met }, en zonder antwoord is de laatste dag { $zonder }
nog-niet-vastgesteld = nog niet vastgesteld
extra = extra ondersteuning
geen-extra = geen extra ondersteuning
# $op: kort
vastgesteld = vastgesteld op { $op }: { $toelichting }
# $sinds: kort
sinds = sinds { $sinds }
# $sinds: kort
# $tot: kort
sinds-tot = sinds { $sinds } tot { $tot }
deze-tijdelijke-plek = deze tijdelijke plek
# $vanaf: kort
recht-vanaf = recht vanaf { $vanaf }, als er dan nog niet is beslist
# $vanaf: dag
toegelaten-vanaf = door de wet toegelaten vanaf { $vanaf }, als er dan nog niet is beslist
plek-niet-nodig = niet nodig: het kind zit al op een school
# $waarom: zin
geen-plek-meer = Op { $school } kan geen plek meer komen: { $waarom }. De aanmelding telt wel: de school beslist op papier. Heeft het kind extra ondersteuning nodig, dan zorgt zij eerst dat een andere school het wil toelaten.
u-noemde-geen = u noemde geen andere school
zoals-u = zoals u het opgaf
ouders-noemden-geen = de ouders noemden geen andere school
zoals-ouders = zoals de ouders het opgaven
# $per: dag
afloop-toegelaten = toegelaten, eerste schooldag { $per }
afloop-elders = ja tegen een plek op { $school }
afloop-elders-samen = iedere ouder met gezag zei ja tegen een plek op { $school }
afloop-elders-een = één ouder zei ja tegen een plek op { $school }; een andere ouder met gezag is niet gehoord
school-wil-toelaten = { $school } wil het kind toelaten
# $waarom: zin
# $tot_en_met: dag
afloop-geweigerd = geweigerd: { $waarom }. Bezwaar maken kan tot en met { $tot_en_met }
afloop-buiten-behandeling = niet verder behandeld, omdat er informatie ontbrak
zonder-besluit = Weigering zonder besluit
# $op: dag
opgepakt = het samenwerkingsverband pakte dit op: { $op }
# $op: dag
# $terug_op: dag
opgepakt-terug = het samenwerkingsverband pakte dit op: { $op }. Het kijkt opnieuw op { $terug_op }
afloop-ingetrokken = ingetrokken, op verzoek van wie voor het kind beslist
afloop-ingetrokken-samen = ingetrokken: iedere ouder met gezag wilde dat
afloop-ingetrokken-een = ingetrokken door één ouder; een andere ouder met gezag is niet gehoord
aangeboden-plekken = Aangeboden plekken
plek-vanaf = Plek vanaf
aangeboden = Aangeboden
nog-geen-antwoord = nog geen antwoord
een-ouder-zei-ja = één ouder zei ja; een andere ouder met gezag gaf nog geen antwoord
ja = ja, op { $op }
nee = nee, op { $op }
gevraagde-informatie = Gevraagde informatie
gevraagd = Gevraagd
kolom-op = Op
tijd-tot-en-met = Tijd tot en met
alles-was-er = alles was er; de termijn liep weer op { $op }
niet-alles-kwam = niet alles kwam; de termijn liep weer op { $op }
vraag-verviel = de vraag verviel op { $op }: de aanmelding eindigde
tijd-voorbij = de tijd is voorbij; de termijn loopt weer
niet-mee-eens = Wat kunnen de ouders doen als zij het er niet mee eens zijn?
elke-volgorde = In elke volgorde, ook tegelijk:
# $op: dag
recht-bezwaar = Bezwaar maken bij het schoolbestuur, uiterlijk op { $op }.
recht-steunpunt = Gratis hulp vragen aan het ouder- en jeugdsteunpunt.
recht-consulent = Een onderwijsconsulent vragen om mee te denken. Ook dat is gratis.
recht-klacht = Een klacht indienen bij de klachtencommissie van de school. In de schoolgids staat hoe.
recht-geschil-niet-genoemd = De wet noemt de Geschillencommissie passend onderwijs hier niet. Vraag haar of zij ernaar wil kijken.
recht-geschil = Een geschil indienen bij de Geschillencommissie passend onderwijs.

## Na een handeling
voornemen-vastgelegd = Het voornemen is vastgelegd. De ouders krijgen een brief. De leerling blijft ingeschreven.
schorsing-vastgelegd = De schorsing is vastgelegd. De ouders krijgen een brief met de redenen.
dossier-geopend = Het dossier is geopend. Nodig de ouders uit als zij een eigen pagina willen.
gezag-gewijzigd = De wijziging van het gezag is vastgelegd.
contact-gewijzigd = De nieuwe contactgegevens zijn vastgelegd.
taal-vastgelegd = De taal is vastgelegd.
lezing-vastgelegd = Vastgelegd wat deze persoon mag lezen.
pagina-gesloten = De eigen pagina is gesloten. Nodig nu de juiste persoon uit.
persoon-overleden = Het overlijden is vastgelegd. Er gaan geen brieven meer naar deze persoon.
verbeterd = Het is verbeterd. Wat er stond blijft in de tijdlijn te zien.
schriftelijk = Schriftelijk, met de redenen.

## Een verwijdering of schorsing
verwijdering-van = Verwijdering van { $school }
schorsing-door = Schorsing door { $school }
wat-vraagt-de-wet = Wat vraagt de wet, en wat is er al?
het-voornemen = Het voornemen
voorgenomen = Voorgenomen
gesprek-op = Ouders uitgenodigd voor
gesprek-eerst-op = Eerst uitgenodigd voor
kwam-niemand = ouders kwamen niet
kwam-leerling-niet = leerling kwam niet
geldt-niet-meer = geldt niet meer: het is herroepen
brief-vervallen = vervallen: gaat niet meer weg
# $op: kort
eerder-gehoord = eerder gehoord op { $op }; het gesprek is verzet
wat-geschreven = Wat op de eigen pagina is geschreven
wat-gezegd = Wat is er gezegd?
# $namen: tekst
ouders-bij-naam = de ouders ({ $namen })
de-leraar = de groepsleraar of mentor
redenen = Redenen
gedaan = gedaan
nog-niet = nog niet
gevonden = gevonden
gehoord = Gehoord
overleg-inspectie = Overleg met de Inspectie
andere-school = Andere school
# $per: kort
uitgeschreven-vanaf = niet meer ingeschreven vanaf { $per }
besluit = Besluit
gemeld-gemeente = Gemeld aan de gemeente
gemeld-inspectie = Gemeld aan de Inspectie
ingetrokken = Ingetrokken
overleg-loopt = loopt sinds
de-schorsing = De schorsing
eerder-voorbij = Eerder voorbij
# $zin: tekst
# $op: kort
redenen-vrijgeven = Redenen vrijgeven: { $zin }, { $op }
# $namen: tekst
redenen-vrijgeven-uitleg = Voor { $namen } is geheim waar het kind is: de brief zegt de redenen niet. Staat er niets in waaraan dat te zien is, dan mogen zij erin.
redenen-vrijgegeven = De redenen zijn vrijgegeven. De brief komt opnieuw, met de redenen erin.
schorsing-beeindigen = De schorsing beëindigen
schorsing-beeindigen-uitleg = De leerling komt eerder terug op school. Wie de brief over de schorsing kreeg, krijgt daarover een brief.
schorsing-beeindigd = De schorsing is eerder voorbij. Daarover gaat een brief uit.
schorsing-herroepen = De schorsing herroepen
schorsing-herroepen-uitleg = Na een bezwaar, of als u zelf ziet dat het besluit niet goed was. De schorsing telt dan niet meer mee.
schorsing-herroepen-gedaan = De schorsing is herroepen. Daarover gaat een brief uit.
herroepen = Herroepen
mag-dit = Mag dit?
niet-nodig = niet nodig
nog-te-doen = nog te doen
# $op: kort
gedaan-op = gedaan op { $op }
melding-inspectie = Melding aan de Inspectie
moet-melden = U moet dit met de redenen schriftelijk melden aan de Inspectie.
hoeft-niet-te-melden = Een melding aan de Inspectie is niet nodig.
# $dagen: getal
# $melding: zin
schorsing-van = { $dagen ->
    [1] Dit is een schorsing van 1 dag, de eerste en laatste dag meegeteld. { $melding }
   *[anders] Dit is een schorsing van { $dagen } dagen, de eerste en laatste dag meegeteld. { $melding }
}
