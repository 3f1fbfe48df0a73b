titel = Notice when there is something new
uitleg = Would you like an e-mail when there is something new for you? You can choose that here. You get at most one notice a day.
staat-niets-in = That notice does not say what it is about: no name, no school and no number. To read it you sign in.
geen-mailserver = This website cannot send e-mail yet. So you get no notices. Look now and then whether there is something new.
staat-uit = You get no notices.
staat-aan = You get notices at { $adres }.
wacht-op-code = We are sending a code to { $adres }. Type that code below. After that you get notices at that address.
kop-code = The code
code-veld = The code from the e-mail
code-vorm = Four groups of four letters and digits. { $uren ->
    [1] The code works for an hour.
   *[anders] The code works for { $uren } hours.
}
code-leeg = Fill in the code.
bevestigen = Confirm
kop-aanzetten = Turn on notices
kop-veranderen = Another e-mail address
adres-veld = Your e-mail address
adres-uitleg = First we send a code to this address.
adres-leeg = Fill in your e-mail address.
code-sturen = Send the code
kop-uitzetten = Turn off notices
uitzetten = I want no more notices
besluiten-veld = How do you want to get decisions about your child then?
besluiten-op-papier = On paper
besluiten-zonder-kennisgeving = On my own page. I want no notice of it, and look myself
na-code = The code is on its way. If nothing comes in a few minutes, look in your spam folder or ask for a new code.
na-aan = From now on you get a notice when there is something new.
na-uit = You get no more notices. Your e-mail address was removed here.
terug = Back
geen-mail = this website cannot send e-mail yet
te-veel-codes = many codes were sent today already
morgen-opnieuw = trying again tomorrow
te-druk = very many codes are being sent now
code-werkt-niet = this code is not right, or it works no more
nieuwe-code = checking the code once more, or asking for a new one
besluiten-zonder-bericht = you get decisions on your own page, and a notice belongs to that, unless you say that you do not want it
kies-hoe-besluiten-komen = Choose how you want to get decisions then: on paper, or on your own page without a notice.

mail-onderwerp = There is something new on your own page
mail-log-in = Sign in to read it: { $adres }
mail-log-in-zonder-adres = Sign in to Leerrecht to read it.
mail-waarom-niets = This notice does not say what it is about, on purpose.
mail-uitzetten = You chose to get this notice yourself, at most once a day. Do you no longer want it? Sign in and choose 'Notice when there is something new'. You cannot reply to this e-mail.
mail-code-onderwerp = Your code
mail-code = Your code is: { $code }
mail-code-hoe = Type this code on the page 'Notice when there is something new'. { $uren ->
    [1] The code works for an hour.
   *[anders] The code works for { $uren } hours.
}
mail-code-niet-gevraagd = Did you not ask for this? Then you need not do anything. You cannot reply to this e-mail.
mail-herstel-onderwerp = A new password for your account
mail-herstel-gemaakt = A code was made with which a new password for your account can be chosen. The code works up to and including { $dag }. Did you ask for it yourself? Then you need not do anything.
mail-herstel-niet-gevraagd = Did you not ask for it? Then sign in and choose another password at 'Your account'. After that the code no longer works.
mail-herstel-gebruikt = With a code a new password for your account was chosen. Did you do that yourself? Then you need not do anything.
mail-herstel-was-u-niet = Was it not you? Then somebody else can get into your account. Ask for a new code at once, and choose a password with it yourself.
mail-herstel-waar = At 'Your account' you can read who made the code, and when. You cannot reply to this e-mail.
