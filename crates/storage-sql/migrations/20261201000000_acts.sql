-- The log of acts is a chain of its own: in each act how what it changed stands since, and a mark over the row and the one
-- before. Rows of before have neither; the first act after them covers them. `plaats` is the organisation in whose log an
-- act stands, also where nobody of that organisation did it.

ALTER TABLE handeling ADD COLUMN plaats {text};
ALTER TABLE handeling ADD COLUMN gevolgen {text};
ALTER TABLE handeling ADD COLUMN hash {blob};

CREATE INDEX handeling_plaats ON handeling (COALESCE(plaats, organisatie), id);

-- Seals of before cover no acts.
ALTER TABLE zegel ADD COLUMN acts_to {int};
ALTER TABLE zegel ADD COLUMN acts {int};
