-- From which parts of a file comes what a list tells: by this it is on record who looked. The rows are made anew by the
-- program, which says in `lijst_gemaakt` by what they were made.

ALTER TABLE lijst_gezien ADD COLUMN delen {text} NOT NULL DEFAULT '';
