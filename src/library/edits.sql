-- Version 4: what a person has changed about entities. An import leaves an edited one as it is.

ALTER TABLE entity ADD COLUMN edited INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity ADD COLUMN merged INTEGER;   -- the key of the entity it has become part of
