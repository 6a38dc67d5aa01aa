-- Version 6: what has become part of an entity is read with it, so it must be found at once.

CREATE INDEX entity_by_merged ON entity (merged) WHERE merged IS NOT NULL;
