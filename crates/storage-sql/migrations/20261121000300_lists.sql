-- The lists: computed from the log, replaced per file with each append, rebuilt at will.

CREATE TABLE lijst_dossier (
    dossier {text} NOT NULL PRIMARY KEY,
    weergavenaam {text} NOT NULL,
    sorteernaam {text} NOT NULL,
    naam_norm {text} NOT NULL,
    geboortedatum {text},
    vestiging {text},
    groep {text},
    stand {text} NOT NULL,
    gewijzigd_op {int} NOT NULL,
    -- The first day on which the rows of this file change by the calendar alone.
    wijzigt_op {text}
) {strict};

CREATE INDEX lijst_dossier_naam ON lijst_dossier (naam_norm, geboortedatum);

CREATE INDEX lijst_dossier_wijzigt ON lijst_dossier (wijzigt_op) WHERE wijzigt_op IS NOT NULL;

CREATE TABLE lijst_zoek (
    sleutel {text} NOT NULL,
    dossier {text} NOT NULL,
    PRIMARY KEY (sleutel, dossier)
) {strict};

CREATE INDEX lijst_zoek_dossier ON lijst_zoek (dossier, sleutel);

CREATE TABLE lijst_relatie (
    dossier {text} NOT NULL,
    organisatie {text},
    persoon {text},
    soort {text} NOT NULL,
    van {text} NOT NULL,
    tot {text},
    lopend {int} NOT NULL,
    -- The one case that it opens; null for all of them.
    zaak {text}
) {strict};

CREATE INDEX lijst_relatie_dossier ON lijst_relatie (dossier);
CREATE INDEX lijst_relatie_organisatie ON lijst_relatie (organisatie, van, tot, soort, dossier)
    WHERE organisatie IS NOT NULL;
CREATE INDEX lijst_relatie_persoon ON lijst_relatie (persoon, van, tot, soort, dossier)
    WHERE persoon IS NOT NULL;

-- Registrations and requests, each with the part of the file in which it stands: who may not read that part, or is
-- there for another case, sees nothing of it in a list.
CREATE TABLE lijst_zaak (
    dossier {text} NOT NULL,
    zaak {text} NOT NULL,
    deel {text} NOT NULL,
    volgorde {int} NOT NULL,
    fase {text},
    vestiging {text},
    aangemeld_op {text},
    PRIMARY KEY (dossier, zaak)
) {strict};

CREATE TABLE lijst_beurt (
    dossier {text} NOT NULL,
    nr {int} NOT NULL,
    soort {text} NOT NULL,
    zaak {text} NOT NULL,
    deel {text} NOT NULL,
    rol {text} NOT NULL,
    organisatie {text} NOT NULL,
    persoon {text},
    van {text} NOT NULL,
    uiterlijk {text},
    tot {text},
    grond {text} NOT NULL,
    PRIMARY KEY (dossier, nr)
) {strict};

CREATE INDEX lijst_beurt_organisatie ON lijst_beurt (organisatie, tot, uiterlijk);

CREATE TABLE lijst_aanvraag (
    dossier {text} NOT NULL,
    aanvraag {int} NOT NULL,
    swv {text} NOT NULL,
    vestiging {text},
    soort {text} NOT NULL,
    fase {text} NOT NULL,
    ontvangen_op {text} NOT NULL,
    uiterlijk {text},
    opgeschort {int} NOT NULL,
    volledig {int} NOT NULL,
    behandelaar {text},
    gesloten_op {text},
    PRIMARY KEY (dossier, aanvraag)
) {strict};

CREATE INDEX lijst_aanvraag_swv ON lijst_aanvraag (swv, gesloten_op, uiterlijk);

CREATE TABLE lijst_toewijzing (
    dossier {text} NOT NULL,
    aanvraag {int} NOT NULL,
    persoon {text} NOT NULL,
    toegewezen_op {text} NOT NULL,
    gereed_op {text}
) {strict};

CREATE INDEX lijst_toewijzing_dossier ON lijst_toewijzing (dossier);
CREATE INDEX lijst_toewijzing_persoon ON lijst_toewijzing (persoon, gereed_op);

CREATE TABLE lijst_tlv (
    swv {text} NOT NULL,
    nummer {text} NOT NULL,
    dossier {text} NOT NULL,
    aanvraag {int} NOT NULL,
    weergavenaam {text} NOT NULL,
    geboortedatum {text},
    soort {text} NOT NULL,
    categorie {text},
    van {text} NOT NULL,
    tot_en_met {text} NOT NULL,
    status {text} NOT NULL,
    PRIMARY KEY (swv, nummer)
) {strict};

CREATE INDEX lijst_tlv_dossier ON lijst_tlv (dossier);
