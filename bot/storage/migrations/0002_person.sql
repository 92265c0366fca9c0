-- A chat's id stands in person and in person_bucket, and nowhere else: every other row carries the person's number.
-- Neither table ever moves a row, so that an id overwritten in its place is overwritten everywhere
-- (docs/decisions/erasing-overwrites-in-place.md). Therefore: no index on chat, no row deleted, no row that grows.

-- AUTOINCREMENT: a number is never given again, and every new row stands behind all others. NULL: erased.
CREATE TABLE person (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    chat INTEGER
) STRICT;

-- The way from a chat to its number; storage/people/hash_table.py says what stands in entries.
CREATE TABLE person_bucket (
    bucket INTEGER PRIMARY KEY,
    entries BLOB NOT NULL
) STRICT;

CREATE TEMP TABLE numbered (
    chat INTEGER PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT;

-- In a random order: a number says nothing about the chat. Only who is queued for a mailing already comes before who
-- is not, since queueing goes on in the order of numbers.
INSERT INTO person (chat)
SELECT chat FROM (
    SELECT chat FROM subscriber UNION SELECT chat FROM seminar_choice UNION SELECT chat FROM watch
    UNION SELECT chat FROM draft UNION SELECT chat FROM delivery
    UNION SELECT author FROM mailing WHERE author IS NOT NULL
) ORDER BY (SELECT count(*) FROM mailing WHERE cursor < chat), random();

INSERT INTO numbered SELECT chat, number FROM person;

ALTER TABLE subscriber RENAME TO subscriber_1;
CREATE TABLE subscriber (
    person INTEGER PRIMARY KEY,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    joined TEXT NOT NULL,
    active TEXT NOT NULL,
    reminders INTEGER NOT NULL CHECK (reminders IN (0, 1)),
    recordings INTEGER NOT NULL CHECK (recordings IN (0, 1)),
    news INTEGER NOT NULL CHECK (news IN (0, 1)),
    silent INTEGER NOT NULL CHECK (silent IN (0, 1)),
    discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
    not_found TEXT,
    asked TEXT
) STRICT;
INSERT INTO subscriber
SELECT n.number, language, joined, active, reminders, recordings, news, silent, discreet, not_found, asked
FROM subscriber_1 s JOIN numbered n ON n.chat = s.chat ORDER BY n.number;
DROP TABLE subscriber_1;

ALTER TABLE seminar_choice RENAME TO seminar_choice_1;
CREATE TABLE seminar_choice (
    seminar INTEGER NOT NULL REFERENCES seminar (id),
    person INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
    PRIMARY KEY (seminar, person)
) STRICT, WITHOUT ROWID;
INSERT INTO seminar_choice
SELECT seminar, n.number, language, wanted FROM seminar_choice_1 c JOIN numbered n ON n.chat = c.chat;
DROP TABLE seminar_choice_1;
CREATE INDEX seminar_choice_person ON seminar_choice (person);

ALTER TABLE delivery RENAME TO delivery_1;
-- state: 0 waiting, 1 leased, 2 delivered, 3 gone, 4 unknown. until: not before (waiting), end of the lease (leased).
CREATE TABLE delivery (
    mailing INTEGER NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    person INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 4),
    attempts INTEGER NOT NULL DEFAULT 0,
    until INTEGER NOT NULL DEFAULT 0,
    maybe INTEGER NOT NULL DEFAULT 0 CHECK (maybe IN (0, 1)),
    messages TEXT,
    joint INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (mailing, person)
) STRICT, WITHOUT ROWID;
INSERT INTO delivery
SELECT mailing, n.number, state, attempts, until, maybe, messages, joint
FROM delivery_1 d JOIN numbered n ON n.chat = d.chat;
DROP TABLE delivery_1;
CREATE INDEX delivery_waiting ON delivery (mailing, until) WHERE state = 0;

ALTER TABLE watch RENAME TO watch_1;
-- told: the day of the newest change the person knows of.
CREATE TABLE watch (
    topic TEXT NOT NULL,
    person INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    told TEXT NOT NULL,
    PRIMARY KEY (topic, person)
) STRICT, WITHOUT ROWID;
INSERT INTO watch SELECT topic, n.number, language, told FROM watch_1 w JOIN numbered n ON n.chat = w.chat;
DROP TABLE watch_1;
CREATE INDEX watch_person ON watch (person);

ALTER TABLE draft RENAME TO draft_1;
CREATE TABLE draft (
    person INTEGER PRIMARY KEY,
    flow TEXT NOT NULL,
    step TEXT NOT NULL,
    object INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT;
INSERT INTO draft SELECT n.number, flow, step, object, expires FROM draft_1 d JOIN numbered n ON n.chat = d.chat;
DROP TABLE draft_1;

UPDATE mailing SET author = (SELECT number FROM numbered WHERE chat = author) WHERE author IS NOT NULL;

UPDATE mailing SET cursor = coalesce((SELECT max(number) FROM numbered WHERE chat <= cursor), 0)
WHERE cursor IS NOT NULL;

DROP TABLE numbered;

-- The tables dropped above held ids; so may the unused parts of mailing's pages. The opening writes the file anew, once.
INSERT INTO meta SELECT 'rewrite', 'due' WHERE EXISTS (SELECT 1 FROM person);
