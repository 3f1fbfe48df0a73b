-- Turns that begin soon are a walk past those alone: the list of somebody holds many that began.

CREATE INDEX lijst_taak_begin ON lijst_taak (lezer, begin, sorteernaam, dossier, nr, van, tot);
