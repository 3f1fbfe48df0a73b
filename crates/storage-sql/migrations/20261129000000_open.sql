-- The queue of a desk is read without its closed requests, which only grow in number: they are not in these indexes.

CREATE INDEX lijst_open_uiterlijk ON lijst_verzoek (lezer, uiterlijk, dossier, aanvraag) WHERE gesloten_op IS NULL;
CREATE INDEX lijst_open_ontvangen ON lijst_verzoek (lezer, ontvangen_op, dossier, aanvraag) WHERE gesloten_op IS NULL;
CREATE INDEX lijst_open_naam ON lijst_verzoek (lezer, sorteernaam, dossier, aanvraag) WHERE gesloten_op IS NULL;
CREATE INDEX lijst_open_vestiging ON lijst_verzoek (lezer, vestiging, dossier, aanvraag) WHERE gesloten_op IS NULL;
CREATE INDEX lijst_open_fase ON lijst_verzoek (lezer, fase, dossier, aanvraag) WHERE gesloten_op IS NULL;

-- Reference data in each order of its list.
CREATE INDEX referentie_op_naam ON referentie (soort, naam_norm, code, geldig_van);
CREATE INDEX referentie_op_swv ON referentie (soort, swv, code, geldig_van);
CREATE INDEX referentie_op_plaats ON referentie (soort, {json gegevens school plaats}, code, geldig_van);
