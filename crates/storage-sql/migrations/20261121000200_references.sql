-- Schools, boards, municipalities: every version with its validity, never deleted.

CREATE TABLE referentie (
    soort {text} NOT NULL,
    code {text} NOT NULL,
    geldig_van {text} NOT NULL,
    geldig_tot {text},
    naam {text} NOT NULL,
    naam_norm {text} NOT NULL,
    swv {text},
    bestuur {text},
    gemeente {text},
    gegevens {text} NOT NULL,
    vingerafdruk {text} NOT NULL,
    bron {text} NOT NULL,
    PRIMARY KEY (soort, code, geldig_van)
) {strict};

CREATE INDEX referentie_naam ON referentie (soort, naam_norm);
CREATE INDEX referentie_swv ON referentie (swv, soort);
CREATE INDEX referentie_bestuur ON referentie (bestuur, soort);
CREATE INDEX referentie_gemeente ON referentie (gemeente, soort);
CREATE UNIQUE INDEX referentie_nu ON referentie (soort, code) WHERE geldig_tot IS NULL;

-- Words of the names of every version, for search by the beginning of a word.
CREATE TABLE referentie_woord (
    soort {text} NOT NULL,
    woord {text} NOT NULL,
    code {text} NOT NULL,
    PRIMARY KEY (soort, woord, code)
) {strict};

CREATE INDEX referentie_woord_code ON referentie_woord (soort, code, woord);

{sequence invoerrun_id}
CREATE TABLE invoerrun (
    id {int} NOT NULL PRIMARY KEY,
    at {int} NOT NULL,
    soort {text} NOT NULL,
    bron {text} NOT NULL,
    gelezen {int} NOT NULL,
    nieuw {int} NOT NULL,
    gewijzigd {int} NOT NULL,
    ongewijzigd {int} NOT NULL,
    vervallen {int} NOT NULL,
    onbruikbaar {int} NOT NULL
) {strict};
