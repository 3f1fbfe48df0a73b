-- The day of the law beside one that was promised, and until when nothing is owed after a notice of default: such a case goes before
-- the others. A list by last day is a walk along `orde`, in which those stand first.

ALTER TABLE lijst_beurt ADD COLUMN wettelijk {text};
ALTER TABLE lijst_beurt ADD COLUMN in_gebreke_tot {text};
ALTER TABLE lijst_aanvraag ADD COLUMN wettelijk {text};
ALTER TABLE lijst_aanvraag ADD COLUMN in_gebreke_tot {text};
ALTER TABLE lijst_taak ADD COLUMN orde {text} NOT NULL DEFAULT '';
ALTER TABLE lijst_verzoek ADD COLUMN orde {text};

DROP INDEX lijst_taak_termijn;
DROP INDEX lijst_verzoek_uiterlijk;
DROP INDEX lijst_open_uiterlijk;

CREATE INDEX lijst_taak_orde ON lijst_taak (lezer, orde, begin, sorteernaam, dossier, nr, van, tot);
CREATE INDEX lijst_verzoek_orde ON lijst_verzoek (lezer, orde, dossier, aanvraag);
CREATE INDEX lijst_open_orde ON lijst_verzoek (lezer, orde, dossier, aanvraag) WHERE gesloten_op IS NULL;
