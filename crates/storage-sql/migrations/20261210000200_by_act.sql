-- By which act an event was recorded, and at which place among the events of that act. Nothing with events of before, and with those that
-- no act recorded, such as a letter. Both are part of the envelope, and so of the chain (log/event.rs).

ALTER TABLE event ADD COLUMN daad {text};
ALTER TABLE event ADD COLUMN plaats {int};

CREATE TRIGGER event_act_frozen BEFORE UPDATE OF daad, plaats ON event FOR EACH ROW {refuse};
