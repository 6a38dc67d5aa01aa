-- Version 5: a number that grows with every change to the names that are looked for in texts, and which stories are still to be
-- read again since such a change.

INSERT INTO number VALUES ('names', 0);
CREATE TRIGGER entity_added AFTER INSERT ON entity
BEGIN UPDATE number SET value = value + 1 WHERE name = 'names'; END;
CREATE TRIGGER entity_changed AFTER UPDATE OF json, merged ON entity
BEGIN UPDATE number SET value = value + 1 WHERE name = 'names'; END;
CREATE TRIGGER entity_removed AFTER DELETE ON entity
BEGIN UPDATE number SET value = value + 1 WHERE name = 'names'; END;

CREATE TABLE again (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  touched TEXT,               -- which names and entities have changed, as JSON; NULL: every story is to be read again
  below INTEGER NOT NULL      -- the stories with smaller keys are still to be looked at
);
