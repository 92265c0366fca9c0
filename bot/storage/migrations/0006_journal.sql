-- What admins and reviewers ordered (A14): each row holds the hash of the one before it. No user id is in it.
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    alias TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    count INTEGER,
    content TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
