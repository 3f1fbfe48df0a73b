-- The queue of a partnership tells how far the advice of the experts is: how many are there, of whom, and for whom it waits; and of one
-- for another category which.

ALTER TABLE lijst_aanvraag ADD COLUMN andere_categorie {int};
ALTER TABLE lijst_aanvraag ADD COLUMN adviesstand {text} NOT NULL DEFAULT '';
ALTER TABLE lijst_aanvraag ADD COLUMN adviezen {int} NOT NULL DEFAULT 0;
ALTER TABLE lijst_aanvraag ADD COLUMN adviezen_nodig {int} NOT NULL DEFAULT 0;
ALTER TABLE lijst_aanvraag ADD COLUMN geadviseerd {text} NOT NULL DEFAULT '';
ALTER TABLE lijst_aanvraag ADD COLUMN wacht_op_advies {text} NOT NULL DEFAULT '';
ALTER TABLE lijst_verzoek ADD COLUMN adviesstand {text} NOT NULL DEFAULT '';
