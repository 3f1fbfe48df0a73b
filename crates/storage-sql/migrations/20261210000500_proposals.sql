-- A day that the program proposes stands with the last day on the way to which it is: nobody is late by it. A turn that goes on by
-- another last day where the calendar ended one does not begin then: what begins soon is a walk past those that do.

ALTER TABLE lijst_beurt ADD COLUMN einddag {text};
ALTER TABLE lijst_beurt ADD COLUMN vervolg {int} NOT NULL DEFAULT 0;
ALTER TABLE lijst_gezien ADD COLUMN volgende_einddag {text};
ALTER TABLE lijst_taak ADD COLUMN vervolg {int} NOT NULL DEFAULT 0;

DROP INDEX lijst_taak_begin;

CREATE INDEX lijst_taak_begin ON lijst_taak (lezer, begin, sorteernaam, dossier, nr, van, tot) WHERE vervolg = 0;
