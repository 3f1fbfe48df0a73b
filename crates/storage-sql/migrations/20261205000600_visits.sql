-- When somebody last looked at what they have to do, and when before that; and when what a turn tells of was recorded.

CREATE TABLE bezoek (
    persoon {text} NOT NULL,
    rol {text} NOT NULL,
    organisatie {text} NOT NULL,
    laatst {int} NOT NULL,
    vorige {int},
    PRIMARY KEY (persoon, rol, organisatie)
) {clustered};

ALTER TABLE lijst_beurt ADD COLUMN nieuws_op {int};
ALTER TABLE lijst_beurt ADD COLUMN nieuws_door {text};

-- Characters that could not be printed in a letter.
ALTER TABLE lijst_post ADD COLUMN vierkantjes {text} NOT NULL DEFAULT '';
