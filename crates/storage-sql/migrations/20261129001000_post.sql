-- Letters in the lists of the organisation that wrote them. Those that left or lapsed only grow in number: the indexes of what
-- waits are without them.

CREATE TABLE lijst_post (
    lezer {text} NOT NULL,
    dossier {text} NOT NULL,
    brief {int} NOT NULL,
    van {text} NOT NULL,
    tot {text},
    soort {text} NOT NULL,
    zaak {text} NOT NULL,
    datum {text} NOT NULL,
    dag {text},
    aan {text} NOT NULL,
    organisaties {text} NOT NULL,
    stand {text} NOT NULL,
    stap {text},
    stap_nr {int},
    stap_op {text},
    door {text},
    gesloten_op {text},
    sorteernaam {text} NOT NULL,
    PRIMARY KEY (lezer, dossier, brief, van)
) {clustered};

CREATE INDEX lijst_post_dossier ON lijst_post (dossier);
CREATE INDEX lijst_post_datum ON lijst_post (lezer, datum, dossier, brief);
CREATE INDEX lijst_post_dag ON lijst_post (lezer, dag, dossier, brief);
CREATE INDEX lijst_post_soort ON lijst_post (lezer, soort, dossier, brief);
CREATE INDEX lijst_post_naam ON lijst_post (lezer, sorteernaam, dossier, brief);
CREATE INDEX lijst_open_post_datum ON lijst_post (lezer, datum, dossier, brief) WHERE gesloten_op IS NULL;
CREATE INDEX lijst_open_post_dag ON lijst_post (lezer, dag, dossier, brief) WHERE gesloten_op IS NULL;
CREATE INDEX lijst_open_post_soort ON lijst_post (lezer, soort, dossier, brief) WHERE gesloten_op IS NULL;
CREATE INDEX lijst_open_post_naam ON lijst_post (lezer, sorteernaam, dossier, brief) WHERE gesloten_op IS NULL;
