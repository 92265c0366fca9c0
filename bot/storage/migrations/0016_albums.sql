-- part: how many messages' worth of a content a person has got, where an album has its buttons in a message of their own.
ALTER TABLE delivery ADD COLUMN part INTEGER NOT NULL DEFAULT 0;

-- Files of an album that is still coming in, a message each (A2). step: what the composer waited for.
CREATE TABLE album_item (
    mailing INTEGER NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    album TEXT NOT NULL,
    message INTEGER NOT NULL,
    step TEXT NOT NULL,
    media TEXT NOT NULL,
    arrived INTEGER NOT NULL,
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1)),
    PRIMARY KEY (mailing, album, message)
) STRICT, WITHOUT ROWID;
