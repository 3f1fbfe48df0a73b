# De eigen pagina's van ouders. De wet zegt u; korte zinnen, gewone woorden.

## De lijst van kinderen
uw-kinderen = Uw kinderen
geen-dossier = Er is nu geen dossier dat u kunt zien. Zag u hier eerder wel een dossier? Dat kan zijn omdat daarin nu staat dat u geen gezag meer heeft, dat uw kind meerderjarig is, of dat u als pleegouder of verzorger niet meer mag meelezen. Het kan ook zijn dat de school de pagina sloot, omdat die met dit account niet was geopend door degene voor wie zij is. Klopt dat niet? Bel de school, of het ouder- en jeugdsteunpunt. Zag u hier nog nooit een dossier? Vraag de school om een uitnodiging.
geen-dossier-leerling = Er is nu geen dossier dat u kunt zien. Zag u hier eerder uw eigen dossier? Bel dan de school, of het ouder- en jeugdsteunpunt. Zag u hier nog nooit een dossier? Vraag de school om een uitnodiging.

## De pagina van een kind
uw-eigen-pagina = Uw eigen pagina
u-beslist-zelf = U bent meerderjarig. Daarom beslist u nu zelf, en niet meer uw ouders. U leest hier alles wat er over u is vastgelegd. Uw ouders lezen dit niet meer op hun eigen pagina.
u-beslist-zelf-aangemeld = U bent meerderjarig en beslist zelf. U leest hier alles wat er over u is vastgelegd.
kop-nu = Wat gebeurt er nu?
nu-hieronder = Hieronder leest u wat we u vragen.
niets-loopt = Er loopt op dit moment niets.
nu-aan-zet = Nu aan zet:
vragen = Vragen?
kop-verzoeken = Wat vragen we u?
niets-te-doen = U hoeft nu niets te doen.
kop-besloten = Wat is de uitkomst?
kop-deskundigen = Wat zeggen de deskundigen?
recht-op-afschrift = U krijgt een kopie van elk advies.
kop-eigen-woorden = Wat u zelf kunt zeggen en doen
kop-niet-eens = Niet mee eens?
dat-mag = Dat mag. U kunt kiezen, in elke volgorde. De school ziet niet dat u dit leest.
bekijk-mogelijkheden = Bekijk alle mogelijkheden
kop-rechten = Uw rechten
wie-keek = Wie keek er in het dossier van { $naam }?
alles-gebeurd = Alles wat er is gebeurd
bericht-per-mail = Een e-mail krijgen als er iets nieuws is
kop-brieven = Uw brieven

## Wat er loopt: een aanmelding
aanmelding-ontvangen = { $school } heeft de aanmelding van { $naam } ontvangen en kijkt nu of { $naam } extra hulp nodig heeft.
aanmelding-wacht = { $school } wacht op informatie van u. De tijd voor het besluit staat zolang stil.
aanmelding-wacht-ingeleverd = U leverde informatie in. { $school } kijkt of alles er is. De tijd voor het besluit staat zolang stil.
aanmelding-behoefte = { $school } weet nu wat { $naam } nodig heeft en neemt een besluit over de aanmelding.
aanmelding-plek-gaat-niet-door = Eén ouder zei ja tegen de plek op { $elders } en een andere ouder zei nee. Die plek gaat niet door. { $school } zoekt verder voor { $naam } en neemt een besluit over de aanmelding.
aanmelding-aanbod = { $school } heeft een plek op een andere school voor { $naam } gevonden. U mag ja of nee zeggen.
# $dag: dag
aanmelding-aanbod-u-ja = { $school } heeft een plek op een andere school voor { $naam } gevonden. U zei ja. De plek is pas aangenomen als iedere ouder met gezag ja zegt. Een andere ouder kan antwoorden tot en met { $dag }.
# $dag: dag
aanmelding-u-wil-intrekken = U wilt de aanmelding van { $naam } bij { $school } intrekken. Dat gebeurt pas als iedere ouder met gezag ja zegt. Een andere ouder kan antwoorden tot en met { $dag }. Tot dan loopt de aanmelding door.
aanmelding-aanbod-een-ja = { $school } heeft een plek op een andere school voor { $naam } gevonden. Eén ouder zei ja. De plek is pas aangenomen als iedere ouder met gezag ja zegt.
aanmelding-een-wil-intrekken = Eén ouder wil de aanmelding van { $naam } bij { $school } intrekken. Dat gebeurt pas als iedere ouder met gezag ja zegt. Tot die dag loopt de aanmelding door.
aanmelding-aanbod-gesloten = { $school } heeft een plek op een andere school voor { $naam } gevonden en wacht op antwoord.

## Wat er loopt: een aanvraag
# $soort: zin
aanvraag-nog-niet = { $school } maakt een aanvraag voor { $soort }. U kunt haar nog niet lezen: de school vult haar nog in. Daarna vraagt de school wat u ervan vindt.
# $soort: zin
aanvraag-gestart = { $school } maakt een aanvraag voor { $soort }. U kunt zeggen wat u daarvan vindt.
# $soort: zin
aanvraag-gedaan = { $school } heeft gevraagd of { $naam } naar { $soort } mag. Het samenwerkingsverband vraagt twee deskundigen om advies.
# $soort: zin
aanwijzing-gevraagd = { $school } heeft voor { $naam } een aanwijzing voor { $soort } gevraagd. Het samenwerkingsverband vraagt twee deskundigen om advies.
# $tot_en_met: dag
aanvraag-wacht = Het samenwerkingsverband heeft { $school } om meer informatie gevraagd. De school kan die geven tot en met { $tot_en_met }. De tijd voor het besluit staat zolang stil. Bij de aanvraag leest u wat er is gevraagd en waarom.
# $wat: zin
# $beloofd: dag
belofte-niet-gehaald = { $wat } Er was een besluit beloofd op { $beloofd }. Dat is niet gelukt.
aanvraag-advisering = De deskundigen bekijken de aanvraag en geven advies.
aanvraag-geadviseerd = De deskundigen hebben advies gegeven. Het samenwerkingsverband neemt nu een besluit.
aanvraag-besloten = Het samenwerkingsverband heeft een besluit genomen. U krijgt het besluit zo snel mogelijk.
# $soort: zin
aanvraag-bekend = { $naam } mag naar { $soort }. In het besluit staat wie er nu beslist, en of u zelf iets moet doen.

## Wat er loopt: een verwijdering
verwijdering-voorgenomen = { $school } wil dat { $naam } van school gaat. Dat is nog niet besloten. Eerst vraagt de school wat u ervan vindt. In het voortgezet onderwijs vraagt zij dat ook aan { $naam }.
# $op: dag
verwijdering-gesprek = { $school } wil dat { $naam } van school gaat. Dat is nog niet besloten. De school nodigt u uit voor een gesprek op { $op }. U mag ook schrijven wat u vindt.
verwijdering-zonder-gesprek = { $school } heeft nog niet gehoord wat u vindt. De school zoekt nu een andere school die { $naam } wil toelaten. Wilt u nog iets zeggen? Schrijf het, of bel de school.
verwijdering-gehoord = { $school } heeft gehoord wat u vindt en zoekt nu een andere school die { $naam } wil toelaten.
verwijdering-beslist = { $school } heeft gehoord wat u van de verwijdering van { $naam } vindt. Een andere school hoeft er volgens de wet niet te zijn. De school beslist nu.
verwijdering-beslist-zonder-gesprek = { $school } heeft nog niet gehoord wat u van de verwijdering van { $naam } vindt. Een andere school hoeft er volgens de wet niet te zijn. De school beslist nu. Wilt u nog iets zeggen? Schrijf het, of bel de school.
verwijdering-school-gevonden = { $school } heeft een andere school voor { $naam } gevonden en beslist nu.
# $op: dag
verwijdering-beslist-vanaf = { $school } heeft een andere school voor { $naam } gevonden. De school beslist op zijn vroegst op { $op }, de dag van het gesprek.

## Wat er loopt: een plan
# $soort: zin
plan-gestart = { $school } maakt een plan voor { $naam } ({ $soort }). U krijgt het te lezen. De school vraagt ook { $naam } wat die ervan vindt.
# $soort: zin
plan-voorgelegd = { $school } maakte een plan voor { $naam } ({ $soort }). U kunt het lezen. De school praat er met u over.
# $soort: zin
plan-bijstelling = { $school } wil het plan van { $naam } veranderen ({ $soort }). U kunt de nieuwe versie lezen. Tot die is vastgesteld, geldt het plan van nu.
# $soort: zin
plan-loopt = { $school } werkt met een plan voor { $naam } ({ $soort }). U kunt het altijd lezen.
# $soort: zin
plan-zonder-handelingsdeel = { $school } heeft het plan van { $naam } vastgesteld ({ $soort }), zonder het handelingsdeel. Voor dat deel is nog geen instemming: die hulp geldt niet. Wie nog geen ja zei, kan dat alsnog doen. Praat met de school, of vraag hulp.

## Wie aan zet is
aan-zet-u = u
aan-zet-deskundige = een deskundige die advies geeft
aan-zet-verband = het samenwerkingsverband { $naam }
aan-zet-verband-anders = het samenwerkingsverband ({ $naam })
aan-zet-organisatie = { $naam }

## Wanneer
# $dagen: getal
# $dag: dag
wanneer = { $dagen ->
    [0] Dit moet vandaag klaar zijn: { $dag }.
    [1] Uiterlijk morgen, { $dag }.
   *[anders] Uiterlijk op { $dag }, over { $dagen } dagen.
}
# $dag: dag
te-laat = Dit had klaar moeten zijn op { $dag }. Bel gerust om te vragen hoe het staat.
# $dag: dag
uiterlijk = Uiterlijk { $dag }
deze-datum = deze datum
# $dag: dag
school-gaf-tijd = De school gaf u tijd tot en met { $dag }. Zolang staat de tijd voor het besluit stil.
belofte = Het samenwerkingsverband belooft om sneller te beslissen dan de wet vraagt. Zo rekent de wet:

## Verder lezen en vragen
lees-aanmelding = Lees alles over deze aanmelding
lees-aanvraag = Lees de aanvraag
lees-alles = Lees er alles over
vraag-school = Vraag het aan { $school }.
bel-school = Bel { $school }, { $telefoon }.

## Wat we vragen
geef-informatie = Geef de informatie die de school nodig heeft.
zeg-ja-of-nee = Zeg ja of nee tegen de plek op een andere school.
zeg-wat-u-vindt = Zeg wat u van de aanvraag vindt.
zeg-of-het-doorgaat = Zeg of de aanmelding doorgaat of wordt ingetrokken.
verwijdering-nog-zeggen = Zeg wat u van de verwijdering vindt, als u dat wilt. De school heeft dat nog niet gehoord. Zolang zij niet heeft beslist, kunt u het schrijven of haar bellen.
kom-of-schrijf = Kom naar het gesprek op school, of schrijf de school wat u vindt. Kunt u dan niet? Bel de school.
zeg-of-u-instemt = Lees het plan, en zeg ja of nee tegen het handelingsdeel. Dat is het deel over de hulp.
meld-aan-elders = Doe een aanmelding bij de school waarvan u de plek hebt aangenomen.
# $soort: zin
meld-aan-met-verklaring = Meld { $naam } aan bij een school voor { $soort } die u goed vindt. De school van nu helpt u daarbij.
reageer-op-advies = Reageer op het advies van de deskundigen, als u dat wilt.
spreek-af = { $school } wil { $naam } toelaten. Spreek met die school af wanneer { $naam } kan beginnen, als u voor die school kiest.
vertel = Vertel wat u vindt
lees-aanbod = Lees het aanbod en geef antwoord
geef-of-mail = U kunt het hier inleveren, of op papier geven aan { $school }. In de brief van de school staat waarom zij dit vraagt.
# $dag: dag
u-brengt-het = U zei op { $dag } dat u het op papier geeft.
lever-in = Lever het in

## Wat is besloten
# $per: dag
toegelaten = { $naam } mag naar { $school }, vanaf { $per }.
geweigerd = { $school } laat { $naam } niet toe.
buiten-behandeling = { $school } behandelt de aanmelding niet verder, omdat er informatie ontbreekt.
elders = { $naam } gaat naar { $school }.
ingetrokken = De aanmelding is ingetrokken, op verzoek.
ingetrokken-samen = De aanmelding is ingetrokken. Iedere ouder met gezag wilde dat.
ingetrokken-een = De aanmelding is ingetrokken. Eén ouder wilde dat. Een andere ouder met gezag is niet gehoord.
# $van: dag
# $tot_en_met: dag
# $soort: zin
verklaring-verleend = { $naam } mag naar { $soort }. De verklaring geldt van { $van } tot en met { $tot_en_met }.
# $van: dag
# $tot_en_met: dag
# $soort: zin
aanwijzing-verleend = { $naam } is aangewezen op { $soort }. De school beslist of zij dat geeft. De aanwijzing geldt van { $van } tot en met { $tot_en_met }.
# $soort: zin
aanwijzing-geweigerd = { $naam } krijgt geen aanwijzing voor { $soort }.
# $soort: zin
aanwijzing-bekend = { $naam } is aangewezen op { $soort }. De school beslist nu, na overleg met u, of zij dat geeft. In het besluit staat wat er nu gebeurt.
# $soort: zin
verklaring-geweigerd = { $naam } krijgt geen verklaring voor { $soort }.
aanvraag-niet-behandeld = De aanvraag voor { $naam } wordt niet behandeld, omdat er informatie ontbreekt.
# $soort: zin
plan-vastgesteld = Het plan van { $naam } is vastgesteld ({ $soort }).
# $soort: zin
plan-vastgesteld-zonder = Het plan van { $naam } is vastgesteld ({ $soort }), zonder het handelingsdeel. Dat deel geldt pas als ieder die beslist het ermee eens is.
# $soort: zin
plan-gestopt = Het plan van { $naam } is gestopt ({ $soort }).
# $per: kort
verklaring-ingetrokken = De verklaring van { $naam } is ingetrokken. Zij geldt niet meer vanaf { $per }.
# $per: kort
aanwijzing-ingetrokken = De aanwijzing van { $naam } is ingetrokken. Zij geldt niet meer vanaf { $per }.
# $per: dag
verwijderd = { $naam } gaat vanaf { $per } niet meer naar { $school }.
verwijdering-herroepen = { $school } heeft haar besluit over de verwijdering van { $naam } herroepen. Dat besluit geldt niet meer. In de brief staat wat er nu gebeurt.
# $van: dag
schorsing-herroepen = { $school } heeft de schorsing van { $naam } van { $van } herroepen. Die geldt niet meer.
verwijdering-ingetrokken = { $naam } blijft op { $school }: de school trok het plan in.
# $van: dag
# $tot_en_met: dag
geschorst = { $naam } is geschorst van { $van } tot en met { $tot_en_met } ({ $school }).
# $dag: dag
bekendgemaakt = Bekendmaking op { $dag }
# $dag: dag
bekend-nog-niet-weg = Bekendmaking op { $dag }. De brief is nog niet verstuurd. Het besluit geldt pas als de brief weg is. De dag daarna begint de tijd om bezwaar te maken.
# $dag: dag
besluit-van = Besluit van { $dag }
# $dag: dag
sinds-dag = Op { $dag }
# $dag: dag
bezwaar-kan = Niet mee eens? Bezwaar maken kan tot en met { $dag }.

## Eigen woorden
# $soort: zin
mening-over = Wat vindt u van de aanvraag voor { $soort }?
sprak-u-een-school = Sprak u een school over een plek? Leg vast wat er is gezegd
aanmelden = Aanmelden bij een school
besluiten-link = Hoe krijgt u besluiten: op papier of hier?
vraag-aan-u = Vraag aan u
# $dag: dag
# $brief: zin
brief-vraagt-niets = { $brief }, { $dag }; deze brief vraagt niets meer van u
# $brief: zin
brief-bij-school = { $brief } ({ $school })
# $dag: dag
# $brief: zin
brief-van = { $brief }, { $dag }

## Na een formulier
dank-mening = Dank u wel. Uw mening staat nu bij de aanvraag.
dank-antwoord = Dank u wel. De school ziet uw antwoord nu ook.
dank-intrekking = Dank u wel. De school en de andere ouder zien uw antwoord nu ook.
dank-inleveren = Dank u wel. De school ziet het nu ook, en kijkt of alles er is.
dank-aanvulling = Dank u wel. De school ziet het nu ook, en beslist of zij het bij de aanvraag voegt.
dank-besluiten = Het is vastgelegd. U kunt dit altijd weer veranderen. Heeft een andere ouder ook gezag, en zei die geen ja? Dan blijft u besluiten op papier krijgen.
dank-contact = Het is vastgelegd. Alleen als u schriftelijk aanmeldt, moet de school een besluit nemen.

## Het formulier voor een mening
mening-titel = Wat vindt u ervan?
# $soort: zin
mening-vraag = { $school } vraagt of { $naam } naar { $soort } mag.
# $soort: zin
mening-vraag-aanwijzing = { $school } vraagt voor { $naam } een aanwijzing voor { $soort }.
# $op: kort
mening-lees = De school legde de aanvraag op { $op } aan u voor. Lees eerst wat erin staat:
mening-nog-niet = De school heeft u nog niet laten lezen wat zij schrijft. U kunt nu al zeggen wat u vindt. Zodra de aanvraag aan u is voorgelegd, vragen wij het u opnieuw.
mening-stukken = Stukken bij de aanvraag
# $dag: dag
# $wat: zin
mening-al = U zei op { $dag } al: { $wat } Zegt u nu iets anders, dan komt dat daarvoor in de plaats. De school ziet allebei.
mening-uitleg = Schrijf in uw eigen woorden wat u ervan vindt. Wie over de aanvraag beslist, leest dit. Tot er is besloten kunt u het nog veranderen: wat u later zegt, komt in de plaats van wat u eerder zei.
mening-eens = Bent u het ermee eens?
mening-ja = Ik ben het eens met de aanvraag
mening-nee = Ik ben het niet eens met de aanvraag
mening-weet-niet = Dat zeg ik nu nog niet
opsturen = Opsturen

## Het formulier voor een antwoord
aanbod-titel = Een plek op een andere school
# $per: dag
aanbod-plek = { $van } biedt een plek aan op { $school }, vanaf { $per }.
aanbod-wat = Dit biedt die school: { $wat }
aanbod-ook-bekeken = Ook bekeken: { $wat }.
aanbod-vrij = U mag ja zeggen en u mag nee zeggen. Zegt u ja, dan stopt de aanmelding bij { $school }: die school beslist er niet meer over. U meldt het kind dan zelf aan bij de andere school. Zegt u nee, dan loopt de aanmelding door en beslist { $school } nog. De school mag dan weigeren als een andere school een plek wil geven. Dat kan ook deze plek zijn.
aanbod-ja = Ja, we willen deze plek
aanbod-nee = Nee, we willen deze plek niet
aanbod-ja-zelf = Ja, ik wil deze plek
aanbod-nee-zelf = Nee, ik wil deze plek niet
aanbod-antwoord = Wat is uw antwoord?
aanbod-toelichting = Wilt u er iets bij zeggen?
aanbod-kies = Kies ja of nee.
# $dag: dag
aanbod-ja-gezegd = Op { $dag } is al ja gezegd op de plek op { $school }.
# $dag: dag
aanbod-nee-gezegd = Op { $dag } is al nee gezegd op de plek op { $school }.
antwoord-geven = Antwoord geven

aanbod-samen = Heeft een andere ouder ook gezag? Dan is de plek pas aangenomen als die ook ja zegt. De andere ouder kan uw antwoord lezen.
# $dag: dag
aanbod-ander-ja = { $wie } zei op { $dag } ja tegen deze plek.
# $dag: dag
aanbod-u-zei-ja = U zei ja op { $dag }. Wij wachten op het antwoord van iedere andere ouder met gezag.
# $dag: dag
aanbod-u-zei-nee = U zei nee op { $dag } tegen de plek op { $school }.
# $dag: dag
aanbod-iedereen-ja = U zei ja op { $dag } tegen de plek op { $school }.
# $dag: dag
aanbod-ja-ander-nee = U zei ja op { $dag } tegen de plek op { $school }. Een andere ouder zei nee. Die plek gaat niet door.

## Het formulier over het intrekken van een aanmelding
intrekking-titel = De aanmelding intrekken of laten doorgaan
lees-intrekking = Lees wat de andere ouder wil en geef antwoord
intrekking-wat = Een ouder wil de aanmelding van { $naam } bij { $school } intrekken.
# $dag: dag
intrekking-wie = { $wie } zei dit op { $dag }.
intrekking-woorden = Daarbij staat: { $woorden }
intrekking-samen = U beslist hier samen over. Zegt iedere ouder met gezag ja, dan eindigt de aanmelding. Zegt u nee, dan loopt zij door en moet { $school } nog beslissen. Komt u er samen niet uit, dan kan de rechter beslissen.
intrekking-vraag = Wat wilt u?
intrekking-ja = Ja, trek de aanmelding in
intrekking-nee = Nee, laat de aanmelding doorgaan
# $dag: dag
intrekking-u-zei-ja = U zei op { $dag } dat u de aanmelding wilt intrekken. Wij wachten op het antwoord van iedere andere ouder met gezag.
# $dag: dag
wilde-intrekken = U zei op { $dag } dat u de aanmelding bij { $school } wilt intrekken.
# $dag: dag
wilde-doorgaan = U zei op { $dag } dat de aanmelding bij { $school } moet doorgaan.
kop-gezegd = Wat u zei
# $soort: zin
# $dag: dag
# $wat: zin
mening-vervangen = Eerder zei u over de aanvraag voor { $soort }, op { $dag }: { $wat } Wat u daarna zei, kwam daarvoor in de plaats.
# $soort: zin
# $dag: dag
# $wat: zin
mening-gezegd = Over de aanvraag voor { $soort } zei u op { $dag }: { $wat }
# $soort: zin
# $dag: dag
# $wat: zin
mening-namens = De school schreef op { $dag } namens u over de aanvraag voor { $soort }: { $wat } Klopt dat niet? Zeg dan zelf wat u vindt. Uw eigen woorden gaan voor.
u-zei-eens = eens.
u-zei-niet-eens = niet eens.
u-zei-iets = uw mening, zonder eens of niet eens.
intrekking-voorbij = Er is niemand meer die de aanmelding wil intrekken, of zij is al ingetrokken.

## Inleveren wat is gevraagd
inleveren-titel = Inleveren wat de school vroeg
# $op: dag
inleveren-gevraagd = { $school } vroeg u op { $op } om:
inleveren-nog-nodig = Er is iets binnen. De school schreef wat er nog nodig is: { $nodig }
# $dag: dag
inleveren-stil = De school kijkt of alles er is en legt dat vast. Tot dan staat de tijd om te beslissen stil, hooguit tot en met { $dag }.
# $dag: dag
inleveren-al = U leverde op { $dag } al iets in. U kunt er nog iets aan toevoegen.
inleveren-wijze = Hoe geeft u het?
inleveren-hier = Ik lever het hier in
inleveren-papier = Ik geef het op papier aan de school
inleveren-kies = Kies hoe u het geeft.
inleveren-woorden = Wilt u er iets bij schrijven?
inleveren-bestanden = Bestanden
# $mb: getal
# $aantal: getal
inleveren-grenzen = Pdf, Word (docx), png of jpg. Een bestand is hooguit { $mb } MB; u levert hooguit { $aantal } bestanden samen in.
inleveren-gekeurd = Elk bestand wordt op virussen gecontroleerd.
inleveren-te-groot = { $naam }: dit bestand is te groot, of de bestanden zijn samen te groot. Verstuur ze dan één voor één.
inleveren-toegevoegd = Dit voegde u toe, en is nog niet ingeleverd:
inleveren-weghalen = Weghalen
inleveren-knop = Inleveren
inleveren-voorbij = De school vraagt nu niets meer, of zij heeft al vastgelegd wat er kwam.
aanvulling-titel = Iets inleveren voor de aanvraag
aanvulling-link = Iets inleveren voor de aanvraag
# $op: dag
aanvulling-gevraagd = Het samenwerkingsverband vroeg { $school } op { $op } om meer bij de aanvraag:
# $dag: dag
aanvulling-school = De school geeft antwoord, tot en met { $dag }. Hebt u iets dat daarbij helpt, lever het dan hier in bij de school. Het hoeft niet. Het samenwerkingsverband leest het pas als de school het bij de aanvraag voegt.
aanvulling-voorbij = Het samenwerkingsverband wacht nu niet meer op een aanvulling.
# $dag: dag
u-leverde-in = U leverde op { $dag } in bij { $school }.
# $dag: dag
u-geeft-op-papier = U zei op { $dag } dat u het op papier geeft aan { $school }.

## Het formulier voor een contact
contact-titel = Contact met een school
contact-leg-vast = Zei een school aan de telefoon of aan de deur dat er geen plek is? Leg het hier vast.
contact-geen-aanmelding = Dit is nog geen aanmelding. Pas als u schriftelijk aanmeldt, moet de school een besluit nemen.
contact-school = Welke school?
contact-dag = Op welke dag?
contact-gezegd = Wat is er gezegd?
contact-school-leeg = Schrijf op welke school het was.
contact-dag-leeg = Vul in op welke dag het was.
contact-gezegd-leeg = Schrijf op wat er is gezegd.
vastleggen = Vastleggen

## Besluiten op de eigen pagina
besluiten-titel = Besluiten op uw eigen pagina
besluiten-uitleg = Een besluit krijgt u op papier. Het mag ook op deze pagina, als u dat goed vindt. Dan begint de tijd om bezwaar te maken op de dag nadat het hier staat. U krijgt dan een e-mail als er een besluit staat. Wilt u dat niet? Dan kruist u dat hieronder aan, en kijkt u af en toe zelf.
besluiten-allemaal = Het gaat alleen over dit kind. En het kan alleen als iedere ouder met gezag dit zegt. Zo niet, dan krijgt u allemaal een brief op papier.
besluiten-nu-post = Nu krijgt u besluiten op papier.
# $dag: dag
besluiten-nu-ja = U zei op { $dag } dat het op uw eigen pagina mag.
# $dag: dag
besluiten-nu-niet = U zei op { $dag } dat u besluiten op papier wilt.
besluiten-vraag = Hoe wilt u besluiten krijgen?
besluiten-ja = U mag mij besluiten op mijn eigen pagina bekendmaken
besluiten-nee = Ik wil besluiten op papier
besluiten-geen-bericht = Ik wil geen e-mail als er een besluit op mijn pagina staat
besluiten-geen-bericht-uitleg = Anders krijgt u een e-mail. Zet eerst ‘Een e-mail krijgen als er iets nieuws is’ aan.
besluiten-kies = Kies hoe u besluiten wilt krijgen.

## Niet mee eens
wegen-uitleg = U kunt deze wegen kiezen in elke volgorde, ook tegelijk. Het helpt om eerst te praten, maar het hoeft niet.
weg-praten = Praten met de school
weg-praten-wat = Vraag een gesprek aan. U mag iemand meenemen.
weg-steunpunt = Ouder- en jeugdsteunpunt
weg-steunpunt-wat = Gratis hulp, advies en informatie voor ouders en leerlingen. Het steunpunt werkt alleen in het belang van de leerling. Het samenwerkingsverband zorgt voor het steunpunt.
weg-consulent = Onderwijsconsulent
weg-consulent-wat = Gratis. Een onafhankelijk deskundige bemiddelt als het niet lukt om een plek te vinden of als er ruzie is over de hulp.
weg-verband = Praten met het samenwerkingsverband
weg-verband-wat = Het samenwerkingsverband beslist over de verklaring. U kunt bellen en vragen hoe het staat.
weg-bezwaar-school = Bezwaar maken bij het schoolbestuur
weg-bezwaar-school-wat = U schrijft aan het bestuur van de school waarom u het niet met het besluit eens bent. Het besluit geldt ook als u bezwaar maakt. Dit kost niets.
weg-klacht = Klacht bij de klachtencommissie van de school
# $weken: getal
weg-klacht-wat = Vindt u dat de school iets niet goed deed, of iets ten onrechte niet deed? De klachtencommissie geeft een oordeel. Binnen { $weken } weken daarna laat het bestuur weten of het dat oordeel deelt, en wat het doet. Een klacht houdt een besluit niet tegen. Dit kost niets.
klacht-in-schoolgids = Hoe u een klacht indient, en tot wanneer dat kan, staat in de schoolgids
weg-bezwaar-verband = Bezwaar maken bij het samenwerkingsverband
weg-bezwaar-verband-wat = U schrijft aan het samenwerkingsverband waarom u het niet met het besluit eens bent. Het vraagt advies aan een commissie voor bezwaren. Vaak is dat de Landelijke bezwaaradviescommissie toelaatbaarheidsverklaring. Dit kost niets.
weg-college = College voor de Rechten van de Mens
weg-college-wat = Wordt een leerling volgens u anders behandeld door een handicap, ziekte, geloof of afkomst? Vraag het College om een oordeel. De school hoeft dat oordeel niet te volgen.
zoek-steunpunt = Zoek op internet naar ‘Ouder- en jeugdsteunpunt’ met de naam van uw woonplaats.
zoek-steunpunt-bij = Vraag { $verband } waar het steunpunt is.
staat-in-brief = In de brief met het besluit staat aan wie u schrijft.
staat-in-schoolgids = Het telefoonnummer staat in de schoolgids.
vraag-de-school = Weet u het nummer of het adres niet? Vraag het aan de school.
termijn-niet-in-wet = (Dit staat op een website en niet in de wet. Wacht dus niet te lang.)
weg-commissie = Geschillencommissie passend onderwijs
weg-commissie-wat = Een commissie geeft een oordeel over toelating, verwijdering of het plan. De school moet zeggen wat zij ermee doet. Dit kost niets.
weg-commissie-niet-genoemd = Voor dit besluit noemt de wet deze commissie niet. Wilt u dat zij ernaar kijkt? Vraag haar of zij dat doet. Dit kost niets.
weg-rechter = Naar de rechter
weg-rechter-wat = Als bezwaar niet helpt, of als het niet kan wachten: de rechter kan dan snel iets tijdelijks beslissen. Vraag eerst advies aan een jurist of het Juridisch Loket.
# $weken: getal
na-het-besluit = { $weken ->
    [1] Binnen 1 week na het besluit.
   *[anders] Binnen { $weken } weken na het besluit.
}
# $dag: dag
laatste-besluit = Voor het laatste besluit kan dit tot en met { $dag }.

## De tijdlijn
tijdlijn = Tijdlijn
alles-vastgelegd = Alles wat is vastgelegd

## Wat deskundigen zeggen
# $discipline: zin
adviseur = { $naam } ({ $discipline })
# $door: zin
# $op: kort
# $uitkomst: zin
advies-kop = { $door }, { $op }: { $uitkomst }
bewaren-later = Bewaren en later verder
bewaard-gevonden = Dit formulier is ingevuld met wat u eerder bewaarde. Het is nog niet verstuurd.
kop-bewaard = Nog niet verstuurd
# $dag: dag
bewaard-op = Bewaard op { $dag }.
bewaard-weg = Weggooien wat bewaard is
botsing-kop = Er is net iets veranderd
botsing-uitleg = Er is nog niets vastgelegd. Wat u typte staat hieronder. Kijk wat er nieuw is en verstuur het opnieuw als het nog klopt.

## Hoe een ouder te bereiken is
bereikbaar-titel = Hoe de school u bereikt
bereikbaar-link = Uw telefoonnummer of e-mailadres wijzigen
bereikbaar-uitleg = Zo kan de school u nu bereiken. Verander wat niet meer klopt. Wat u leeg maakt, heeft de school daarna niet meer.
bereikbaar-telefoon = Uw telefoonnummer
bereikbaar-e-mail = Uw e-mailadres
bereikbaar-per = Vanaf welke dag?
bereikbaar-dag-leeg = Vul in vanaf welke dag dit klopt.
bereikbaar-adres = Hier logt u niet mee in, en uw adres verandert u hier niet. Verhuist u? Bel dan de school.
dank-bereikbaar = Het is vastgelegd. De school ziet het nu ook.

## Wat een pleegouder of verzorger mag lezen
lezing-titel = Wat mag een pleegouder of verzorger lezen?
lezing-link = Zeggen wat een pleegouder of verzorger mag lezen
lezing-over = Wat mag { $wie } lezen?
lezing-uitleg = { $wie } zorgt voor { $naam }. U hebt gezag. Daarom zegt u wat { $wie } mag lezen op een eigen pagina. Zonder uw woord leest { $wie } daar niets.
lezing-samen = Heeft een andere ouder ook gezag, en staat die minder toe? Dan geldt dat mindere.
lezing-vraag = Wat mag { $wie } lezen?
lezing-niets = Niets
lezing-aanmelding = Aanmeldingen en de plek op school
lezing-ook-plan = Aanmeldingen en de plek op school, en het plan en de hulp op school
lezing-nooit = Medische gegevens, aanvragen en besluiten van het samenwerkingsverband leest een pleegouder of verzorger hier nooit.
lezing-kies = Kies wat deze persoon mag lezen.
dank-lezing = Het is vastgelegd. U kunt dit altijd weer veranderen. De school nodigt een pleegouder of verzorger uit voor een eigen pagina.

## Iets laten weten
laten-weten-titel = Iets laten weten aan de school
laten-weten-uitleg = Schrijf wat de school moet weten. De school leest het en zegt dat hier. Ook de andere ouder of voogd met een eigen pagina leest het meteen, en de leerling die zelf een pagina heeft. Wilt u dat niet, kruis dan hieronder aan dat het alleen voor de school is. Hiermee meldt u niets aan, en u maakt er geen bezwaar mee.
laten-weten-alleen-school = Alleen voor de school
laten-weten-alleen-school-uitleg = Niemand anders van het gezin leest dit: niet de andere ouder, een voogd, een verzorger of de leerling. Ook het antwoord leest alleen u.
laten-weten-haast = Heeft het haast? Bel dan de school.
laten-weten-over = Waar gaat het over?
laten-weten-anders = Iets anders
laten-weten-leest = { $school } leest dit.
laten-weten-aanmelding = De aanmelding bij { $school }
# $soort: zin
laten-weten-aanvraag = De aanvraag voor { $soort }
laten-weten-verband = Gaat het over een aanvraag? Dan lezen ook anderen het, als de aanvraag is verstuurd: het samenwerkingsverband, de deskundigen die het advies vraagt, en het bestuur van de school. Dat is ook zo als u aankruist dat het alleen voor de school is.
schrijf-wat-u-vindt = Schrijf de school wat u vindt
# $school: tekst
laten-weten-verwijdering = De verwijdering van { $school }. Wie daarover beslist, leest dit
# $van: dag
laten-weten-schorsing = De schorsing vanaf { $van }
# $soort: zin
laten-weten-plan = Het { $soort }
laten-weten-woorden = Wat wilt u laten weten?
laten-weten-leeg = Schrijf op wat u wilt laten weten.
dank-laten-weten = Dank u wel. De school ziet het nu.
# $dag: dag
liet-weten = U schreef op { $dag } aan de school. De school heeft nog niet gezegd dat zij het las.
# $dag: dag
# $gezien: dag
liet-weten-gezien = U schreef op { $dag } aan de school. De school las het op { $gezien }.
# $over: zin
liet-weten-over = Het ging over de { $over }.
# $gezien: dag
school-antwoordde = De school antwoordde op { $gezien }:

## Ja of nee tegen een plan
lees-plan = Lees het plan
instemmen-titel = Instemmen met de hulp in het plan
instemmen-link = Lees het plan en stem in
instemmen-knop = Ik stem in
instemmen-uitleg = Dit is het plan. U zegt hier ja tegen de hulp (het handelingsdeel). U zegt dat alleen voor uzelf. Verandert de school dit deel later, dan vraagt zij het u opnieuw. Bent u het er niet mee eens? Ga dan terug naar uw pagina, en kies ‘Lees het plan en zeg dat u het niet eens bent’.
instemmen-voorbij = Er is nu geen plan waar u iets over hoeft te zeggen.
dank-instemmen = Dank u wel. De school ziet dat u het eens bent met de hulp in het plan.
niet-instemmen-titel = Niet instemmen met de hulp in het plan
niet-instemmen-link = Lees het plan en zeg dat u het niet eens bent
niet-instemmen-knop = Ik stem niet in
niet-instemmen-uitleg = Dit is het plan. Bent u het niet eens met de hulp (het handelingsdeel)? Dan geldt dat deel niet. De school praat verder met u. U kunt gratis hulp vragen bij het ouder- en jeugdsteunpunt.
niet-instemmen-uitleg-klein = Dit is het plan. Bent u het niet eens met de hulp? Dan praat de school met u voordat het plan geldt. De wet vraagt bij dit plan geen instemming.
niet-instemmen-waarom = Wilt u zeggen waarom? Dat hoeft niet.
dank-niet-instemmen = Dank u wel. De school ziet dat u het niet eens bent met de hulp in het plan.
# $dag: dag
# $versie: getal
plan-ja = U stemde in met het handelingsdeel van het plan, versie { $versie }, op { $dag }.
# $dag: dag
# $versie: getal
plan-nee = U stemde niet in met het handelingsdeel van het plan, versie { $versie }, op { $dag }.
