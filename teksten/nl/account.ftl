# Het eigen account: een ander wachtwoord, en waar iemand is ingelogd.

titel = Uw account
terug = Terug
kop-wie = Wie u bent
naam = Naam
e-mail = E-mailadres
rol = U werkt nu als
kop-wachtwoord = Een ander wachtwoord kiezen
wachtwoord-nu = Uw wachtwoord van nu
oud-leeg = Vul het wachtwoord in waarmee u nu inlogt.
oud-fout = Dit is niet het wachtwoord waarmee u nu inlogt.
wijzigen = Wijzig het wachtwoord
gewijzigd = Uw wachtwoord is gewijzigd. Waar u nog meer was ingelogd, bent u nu uitgelogd.
sleutels-werken-door = Uw sleutels voor programma’s werken nog. Kende iemand anders uw wachtwoord? Trek ze dan in, bij ‘Sleutels’.
kop-waarneming = Waarneming
# $van: kort
# $tot: kort
waarneming = { $door } doet het werk van { $vervangt } als { $rol }, van { $van } tot en met { $tot }.
kop-ingelogd = Waar u bent ingelogd
sessie = Ingelogd op { $sinds }. Het laatst gebruikt op { $gezien }.
deze = waar u nu bent
uitleg-ingelogd = Ziet u een moment waarop u zelf niet inlogde? Kies dan een ander wachtwoord. Wie met uw wachtwoord binnen is, is er daarna uit.
overal-uit = Log overal uit
kop-codes = Codes voor een nieuw wachtwoord
code-gemaakt = Op { $op } maakte { $wie } ({ $organisatie }) een code waarmee een nieuw wachtwoord voor uw account kan worden gekozen.
code-gebruikt = Op { $op } is een nieuw wachtwoord gekozen met een code van { $wie } ({ $organisatie }).
uitleg-codes = Vroeg u daar niet om? Kies dan hierboven een ander wachtwoord. Een code die er nog is, werkt daarna niet meer.
