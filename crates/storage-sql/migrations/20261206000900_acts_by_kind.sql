-- The acts of one kind at an organisation: who refused a role lately is told beside its accounts, each time they are shown.

CREATE INDEX handeling_soort ON handeling (COALESCE(plaats, organisatie), handeling, id);
