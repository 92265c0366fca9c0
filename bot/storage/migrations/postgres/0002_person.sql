-- In the place of 0002_person.sql, for PostgreSQL. No server has ever held the tables of 0001 with anybody in them, so
-- nothing is moved. A chat's id is one AES block (bot/storage/db/postgres/veil.py), and an index finds it.
CREATE TABLE person (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    chat BLOB NOT NULL UNIQUE
) STRICT;

DROP TABLE subscriber;
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

DROP TABLE seminar_choice;
CREATE TABLE seminar_choice (
    seminar INTEGER NOT NULL REFERENCES seminar (id),
    person INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
    PRIMARY KEY (seminar, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX seminar_choice_person ON seminar_choice (person);

DROP TABLE delivery;
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

CREATE INDEX delivery_waiting ON delivery (mailing, until) WHERE state = 0;

DROP TABLE watch;
-- told: the day of the newest change the person knows of.
CREATE TABLE watch (
    topic TEXT NOT NULL,
    person INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    told TEXT NOT NULL,
    PRIMARY KEY (topic, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX watch_person ON watch (person);

DROP TABLE draft;
CREATE TABLE draft (
    person INTEGER PRIMARY KEY,
    flow TEXT NOT NULL,
    step TEXT NOT NULL,
    object INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT;
