# The own account: another password, and where somebody is signed in.

titel = Your account
terug = Back
kop-wie = Who you are
naam = Name
e-mail = E-mail address
rol = You now act as
kop-wachtwoord = Choose another password
wachtwoord-nu = Your password now
oud-leeg = Fill in the password with which you sign in now.
oud-fout = This is not the password with which you sign in now.
wijzigen = Change the password
gewijzigd = Your password was changed. Wherever else you were signed in, you are signed out now.
sleutels-werken-door = Your keys for programs still work. Did somebody else know your password? Then withdraw them, under ‘Sleutels’ (keys).
kop-waarneming = Substitutes
# $van: kort
# $tot: kort
waarneming = { $door } does the work of { $vervangt } as { $rol }, from { $van } up to and including { $tot }.
kop-ingelogd = Where you are signed in
sessie = Signed in on { $sinds }. Last used on { $gezien }.
deze = where you are now
uitleg-ingelogd = Do you see a moment at which you did not sign in yourself? Then choose another password. Whoever got in with your password is out after that.
overal-uit = Sign out everywhere
kop-codes = Codes for a new password
code-gemaakt = On { $op } { $wie } ({ $organisatie }) made a code with which a new password for your account can be chosen.
code-gebruikt = On { $op } a new password was chosen with a code from { $wie } ({ $organisatie }).
uitleg-codes = Did you not ask for it? Then choose another password above. A code that is still there no longer works after that.
