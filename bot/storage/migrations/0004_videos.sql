-- The channel's videos, known by their ids for good, and how it stands with its feed (S7).
CREATE TABLE video (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('known', 'offered', 'pushed')),
    told INTEGER NOT NULL CHECK (told IN (0, 1)),
    published INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
    address TEXT PRIMARY KEY,
    mark INTEGER,
    asked INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    failing INTEGER,
    told INTEGER
) STRICT, WITHOUT ROWID;

ALTER TABLE mailing ADD COLUMN video TEXT;

-- What is published of a seminar that is over (A9). told: subscribers have got it.
CREATE TABLE recording (
    seminar INTEGER PRIMARY KEY REFERENCES seminar (id),
    link TEXT,
    summary_ru TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    told INTEGER NOT NULL CHECK (told IN (0, 1))
) STRICT;
