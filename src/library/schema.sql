-- Version 1 of library.db. Rows of a list stand apart from the texts, so that a page of headlines is a page on disk.

CREATE TABLE number (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO number VALUES ('sequence', 0), ('stories', 0), ('read', 0), ('trail', 0);

CREATE TABLE collection (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, lead TEXT, version TEXT NOT NULL, json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE story (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL,   -- grows with every change to any story; the index says up to where it has come
  day INTEGER NOT NULL,        -- year*10000 + month*100 + day, zeros for what is unknown
  headline TEXT NOT NULL,
  collection TEXT
);
CREATE UNIQUE INDEX story_by_sequence ON story (sequence);
CREATE INDEX story_by_day ON story (day, key);
CREATE INDEX story_by_collection ON story (collection) WHERE collection IS NOT NULL;
CREATE TABLE removed (sequence INTEGER PRIMARY KEY, key INTEGER NOT NULL);

CREATE TABLE content (
  key INTEGER PRIMARY KEY,
  json TEXT NOT NULL,          -- the story as it was given, cleaned
  mentions TEXT NOT NULL       -- [[start, end, entity key], ...], byte offsets into the body
);

-- By ids, not keys: a link may come before the story it leads to.
CREATE TABLE link (
  story TEXT NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (story, target)
) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target);

CREATE TABLE entity (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  stories INTEGER NOT NULL DEFAULT 0,   -- how many name it
  json TEXT NOT NULL
);
CREATE TABLE appearance (
  entity INTEGER NOT NULL, day INTEGER NOT NULL, story INTEGER NOT NULL, mentions INTEGER NOT NULL,
  PRIMARY KEY (entity, day, story)
) WITHOUT ROWID;

-- By ids too: marks outlive their story's removal.
CREATE TABLE mark (
  story TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE trail (position INTEGER PRIMARY KEY, story TEXT NOT NULL, scroll INTEGER NOT NULL);
