# Who looked in a file.

wie-keek-er = Who looked?
wie-keek = Who looked
wie-keek-in-dossier = Who looked in this file?
elke-keer = Each time somebody opens sensitive parts of the file, it is shown here.
inzage-filteren = Filter who looked
van = From
tot-en-met = Until
rol = Role
wanneer = When
wie = Who
organisatie = Organisation
wat-en-waarvoor = What and for what
niemand-past = Nobody who looked matches this.
niemand-gekeken = Nobody has looked yet.
keer = { $aantal ->
    [1] once
   *[anders] { $aantal } times
}
keer-gekeken = { $aantal ->
    [1] looked once
   *[anders] looked { $aantal } times
}
welke-delen = Which { $aantal } parts?
kolom-wat = What
gezin = parents and pupil
zonder-eigen = The times that you looked yourself are left out.
ook-eigen = Also show when you looked yourself
