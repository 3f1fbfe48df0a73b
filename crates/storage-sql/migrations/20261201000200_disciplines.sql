-- As which expert somebody works for a partnership, and under which number that is registered. Nothing where nobody recorded it.

ALTER TABLE rol ADD COLUMN discipline {text};
ALTER TABLE rol ADD COLUMN registratie {text};
