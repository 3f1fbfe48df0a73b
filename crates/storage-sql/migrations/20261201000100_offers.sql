-- Roles that an administrator offers to somebody of elsewhere: held once that person says yes. A row stays when it was
-- answered.

{sequence rolvoorstel_id}
CREATE TABLE rolvoorstel (
    id {int} NOT NULL PRIMARY KEY,
    account {text} NOT NULL REFERENCES account (id),
    rol {text} NOT NULL,
    organisatie {text} NOT NULL,
    groep {text},
    van {text} NOT NULL,
    tot {text},
    gedaan_op {int} NOT NULL,
    beantwoord_op {int},
    antwoord {text}
) {strict};

CREATE INDEX rolvoorstel_account ON rolvoorstel (account) WHERE beantwoord_op IS NULL;
CREATE INDEX rolvoorstel_organisatie ON rolvoorstel (organisatie) WHERE beantwoord_op IS NULL;
CREATE TRIGGER rolvoorstel_stays BEFORE DELETE ON rolvoorstel FOR EACH ROW {refuse};
