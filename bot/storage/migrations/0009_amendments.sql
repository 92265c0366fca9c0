-- What a mailing has delivered can be changed or deleted afterwards, message by message (A7).
-- total: messages within reach when it began; beyond: messages that had no number then.
CREATE TABLE amendment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mailing INTEGER NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('delete', 'edit', 'link')),
    state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'stopped', 'cancelled', 'done')),
    author INTEGER,
    card INTEGER,
    told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
    total INTEGER NOT NULL,
    beyond INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    unreachable INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX amendment_open ON amendment (mailing) WHERE state IN ('running', 'paused');

-- amended: the amendment that was through with the message last. language, discreet: the text the person got.
ALTER TABLE delivery ADD COLUMN amended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN language TEXT CHECK (language IN ('ru', 'en'));
ALTER TABLE delivery ADD COLUMN discreet INTEGER CHECK (discreet IN (0, 1));
