-- Version 3: what the analysis found in each body beside the library's own entities; derived, and found again where it is missing.

CREATE TABLE analysis (key INTEGER PRIMARY KEY, json TEXT NOT NULL);
