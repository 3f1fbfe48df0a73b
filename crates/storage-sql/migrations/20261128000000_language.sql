-- The language in which somebody reads the pages of a family; nothing until one is chosen.

ALTER TABLE account ADD COLUMN taal {text};
