-- Lists with their readers: who may see what is worked out when a file changes and stands in the rows, so that a list is a
-- walk along one index. The rows themselves come from the log; the program makes them anew when it finds none.

DROP TABLE lijst_relatie;
DROP TABLE lijst_zaak;
DROP TABLE lijst_zoek;
DROP TABLE lijst_beurt;

DELETE FROM lijst_dossier;
DELETE FROM lijst_aanvraag;
DELETE FROM lijst_toewijzing;
DELETE FROM lijst_tlv;

-- By what the rows were made; no row: by nobody yet.
CREATE TABLE lijst_gemaakt (
    nr {int} NOT NULL PRIMARY KEY CHECK (nr = 1),
    door {text} NOT NULL
) {strict};

CREATE TABLE lijst_zoek (
    lezer {text} NOT NULL,
    sleutel {text} NOT NULL,
    dossier {text} NOT NULL,
    PRIMARY KEY (lezer, sleutel, dossier)
) {clustered};

CREATE INDEX lijst_zoek_dossier ON lijst_zoek (dossier, lezer, sleutel);

-- A file as one reader sees it during some days.
CREATE TABLE lijst_gezien (
    lezer {text} NOT NULL,
    dossier {text} NOT NULL,
    van {text} NOT NULL,
    tot {text},
    sorteernaam {text} NOT NULL,
    geboortedatum {text},
    groep {text},
    fase {text} NOT NULL,
    vestiging {text},
    aangemeld_op {text},
    volgende_datum {text},
    wacht_op_rol {text},
    PRIMARY KEY (lezer, dossier, van)
) {clustered};

CREATE INDEX lijst_gezien_dossier ON lijst_gezien (dossier);
CREATE INDEX lijst_gezien_naam ON lijst_gezien (lezer, sorteernaam, dossier, van, tot);
CREATE INDEX lijst_gezien_geboren ON lijst_gezien (lezer, geboortedatum, dossier, van, tot);
CREATE INDEX lijst_gezien_groep ON lijst_gezien (lezer, groep, dossier, van, tot);
CREATE INDEX lijst_gezien_fase ON lijst_gezien (lezer, fase, dossier, van, tot);
CREATE INDEX lijst_gezien_datum ON lijst_gezien (lezer, volgende_datum, dossier, van, tot);

CREATE TABLE lijst_beurt (
    dossier {text} NOT NULL,
    nr {int} NOT NULL,
    soort {text} NOT NULL,
    zaak {text} NOT NULL,
    rol {text} NOT NULL,
    organisatie {text} NOT NULL,
    persoon {text},
    van {text} NOT NULL,
    uiterlijk {text},
    tot {text},
    grond {text} NOT NULL,
    PRIMARY KEY (dossier, nr)
) {clustered};

-- A turn in the list of one reader during some days. Without a last day the term is the end of time.
CREATE TABLE lijst_taak (
    lezer {text} NOT NULL,
    dossier {text} NOT NULL,
    nr {int} NOT NULL,
    van {text} NOT NULL,
    tot {text},
    soort {text} NOT NULL,
    termijn {text} NOT NULL,
    begin {text} NOT NULL,
    sorteernaam {text} NOT NULL,
    groep {text},
    PRIMARY KEY (lezer, dossier, nr, van)
) {clustered};

CREATE INDEX lijst_taak_dossier ON lijst_taak (dossier);
CREATE INDEX lijst_taak_termijn ON lijst_taak (lezer, termijn, begin, sorteernaam, dossier, nr, van, tot);
CREATE INDEX lijst_taak_soort ON lijst_taak (lezer, soort, termijn, begin, sorteernaam, dossier, nr, van, tot);
CREATE INDEX lijst_taak_naam ON lijst_taak (lezer, sorteernaam, termijn, begin, dossier, nr, van, tot);
CREATE INDEX lijst_taak_groep ON lijst_taak (lezer, groep, termijn, begin, sorteernaam, dossier, nr, van, tot);

-- A request in the list of one reader during some days.
CREATE TABLE lijst_verzoek (
    lezer {text} NOT NULL,
    dossier {text} NOT NULL,
    aanvraag {int} NOT NULL,
    van {text} NOT NULL,
    tot {text},
    soort {text} NOT NULL,
    fase {text} NOT NULL,
    vestiging {text},
    ontvangen_op {text} NOT NULL,
    uiterlijk {text},
    gesloten_op {text},
    sorteernaam {text} NOT NULL,
    PRIMARY KEY (lezer, dossier, aanvraag, van)
) {clustered};

CREATE INDEX lijst_verzoek_dossier ON lijst_verzoek (dossier);
CREATE INDEX lijst_verzoek_uiterlijk ON lijst_verzoek (lezer, uiterlijk, dossier, aanvraag);
CREATE INDEX lijst_verzoek_ontvangen ON lijst_verzoek (lezer, ontvangen_op, dossier, aanvraag);
CREATE INDEX lijst_verzoek_naam ON lijst_verzoek (lezer, sorteernaam, dossier, aanvraag);
CREATE INDEX lijst_verzoek_vestiging ON lijst_verzoek (lezer, vestiging, dossier, aanvraag);
CREATE INDEX lijst_verzoek_fase ON lijst_verzoek (lezer, fase, dossier, aanvraag);

ALTER TABLE lijst_tlv ADD COLUMN sorteernaam {text} NOT NULL DEFAULT '';

CREATE INDEX lijst_tlv_van ON lijst_tlv (swv, van, nummer);
CREATE INDEX lijst_tlv_einde ON lijst_tlv (swv, tot_en_met, nummer);
CREATE INDEX lijst_tlv_naam ON lijst_tlv (swv, sorteernaam, nummer);
CREATE INDEX lijst_tlv_soort ON lijst_tlv (swv, soort, nummer);
CREATE INDEX lijst_tlv_status ON lijst_tlv (swv, status, nummer);
