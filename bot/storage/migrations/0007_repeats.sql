-- Who was refused keeps a row, so that a broadcast can be repeated to exactly those it did not reach (A8).
ALTER TABLE delivery RENAME TO delivery_2;
-- state: 0 waiting, 1 leased, 2 delivered, 3 gone, 4 unknown, 5 refused (of a broadcast).
-- until: not before (waiting), end of the lease (leased).
CREATE TABLE delivery (
    mailing INTEGER NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    person INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 5),
    attempts INTEGER NOT NULL DEFAULT 0,
    until INTEGER NOT NULL DEFAULT 0,
    maybe INTEGER NOT NULL DEFAULT 0 CHECK (maybe IN (0, 1)),
    messages TEXT,
    joint INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (mailing, person)
) STRICT, WITHOUT ROWID;
INSERT INTO delivery SELECT mailing, person, state, attempts, until, maybe, messages, joint FROM delivery_2;
DROP TABLE delivery_2;
CREATE INDEX delivery_waiting ON delivery (mailing, until) WHERE state = 0;

-- repeats: the run that is repeated; missed: to those it was refused for, or to those nobody knows of.
ALTER TABLE mailing ADD COLUMN repeats INTEGER;
ALTER TABLE mailing ADD COLUMN missed TEXT CHECK (missed IN ('failed', 'unknown'));

-- A scheduled broadcast waits with its moment in not_before (A5). hold: why it asks instead of being sent;
-- told: the admins have been asked.
ALTER TABLE mailing ADD COLUMN hold TEXT CHECK (hold IN ('late', 'restored', 'moved', 'author', 'window'));
ALTER TABLE mailing ADD COLUMN told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1));
