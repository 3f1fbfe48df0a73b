-- Of whom to whom a letter goes no address is known, by name; nothing where everybody has one.

ALTER TABLE lijst_post ADD COLUMN zonder_adres {text} NOT NULL DEFAULT '';
