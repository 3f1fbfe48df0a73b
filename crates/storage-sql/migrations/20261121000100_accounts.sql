-- Accounts, roles, signing in, and the log of who changed them.

CREATE TABLE account (
    id {text} NOT NULL PRIMARY KEY,
    naam {text} NOT NULL,
    e_mail {text} NOT NULL UNIQUE,
    wachtwoord {text},
    aangemaakt_op {int} NOT NULL,
    geblokkeerd_op {int}
) {strict};

{sequence rol_id}
CREATE TABLE rol (
    id {int} NOT NULL PRIMARY KEY,
    account {text} NOT NULL REFERENCES account (id),
    rol {text} NOT NULL,
    organisatie {text} NOT NULL,
    groep {text},
    van {text} NOT NULL,
    tot {text}
) {strict};

CREATE INDEX rol_account ON rol (account);
CREATE INDEX rol_organisatie ON rol (organisatie);

CREATE TABLE link (
    token {blob} NOT NULL PRIMARY KEY,
    soort {text} NOT NULL,
    account {text} REFERENCES account (id),
    gegevens {text} NOT NULL,
    geldig_tot {int} NOT NULL,
    pogingen {int} NOT NULL,
    gebruikt_op {int}
) {strict};

CREATE INDEX link_account ON link (account, soort);

CREATE TABLE sessie (
    token {blob} NOT NULL PRIMARY KEY,
    account {text} NOT NULL REFERENCES account (id),
    rol {int} REFERENCES rol (id),
    aangemaakt_op {int} NOT NULL,
    gezien_op {int} NOT NULL,
    verloopt_op {int} NOT NULL
) {strict};

CREATE INDEX sessie_account ON sessie (account);

CREATE TABLE programmasleutel (
    id {text} NOT NULL PRIMARY KEY,
    sleutel {blob} NOT NULL UNIQUE,
    naam {text} NOT NULL,
    account {text} NOT NULL REFERENCES account (id),
    rol {text} NOT NULL,
    organisatie {text} NOT NULL,
    aangemaakt_op {int} NOT NULL,
    tot {text},
    actief_op {int},
    ingetrokken_op {int}
) {strict};

CREATE INDEX programmasleutel_account ON programmasleutel (account);

CREATE TABLE poging (
    onderwerp {text} NOT NULL,
    at {int} NOT NULL
) {strict};

CREATE INDEX poging_onderwerp ON poging (onderwerp, at);

{sequence handeling_id}
CREATE TABLE handeling (
    id {int} NOT NULL PRIMARY KEY,
    at {int} NOT NULL,
    persoon {text},
    rol {text},
    organisatie {text},
    handeling {text} NOT NULL,
    onderwerp {text} NOT NULL,
    toelichting {text} NOT NULL
) {strict};

CREATE INDEX handeling_organisatie ON handeling (organisatie, id);
CREATE TRIGGER handeling_stays BEFORE DELETE ON handeling FOR EACH ROW {refuse};
CREATE TRIGGER handeling_frozen BEFORE UPDATE ON handeling FOR EACH ROW {refuse};
