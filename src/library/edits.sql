-- Version 4: what a person has changed about entities, which an import leaves as it is; and by which version of the analysis
-- every story has been read.

ALTER TABLE entity ADD COLUMN edited INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity ADD COLUMN merged INTEGER;   -- the key of the entity it has become part of
INSERT INTO number VALUES ('analysis', 0);
