-- Every column's purpose and life stands in docs/data-inventory.md; a test compares the two.
-- Moments are whole seconds since 1970 (UTC), days are ISO dates, switches are 0 or 1.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- line: who was erased, encrypted to keys that are not on this machine; here until it stands beside the backups.
CREATE TABLE erased (
    id INTEGER PRIMARY KEY,
    backup TEXT NOT NULL,
    line TEXT NOT NULL
) STRICT;

CREATE TABLE seen (
    update_id INTEGER PRIMARY KEY,
    day TEXT NOT NULL
) STRICT;

CREATE TABLE subscriber (
    chat INTEGER PRIMARY KEY,
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

-- AUTOINCREMENT: a number is never given again, so that an old button cannot act on something new.
CREATE TABLE seminar (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled')),
    start INTEGER NOT NULL,
    local TEXT NOT NULL,
    zone TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    link TEXT,
    talk TEXT NOT NULL,
    changed INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    steps_off TEXT NOT NULL
) STRICT;

CREATE TABLE seminar_choice (
    seminar INTEGER NOT NULL REFERENCES seminar (id),
    chat INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
    PRIMARY KEY (seminar, chat)
) STRICT, WITHOUT ROWID;

CREATE TABLE mailing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    lane INTEGER NOT NULL,
    state TEXT NOT NULL,
    audience TEXT NOT NULL,
    seminar INTEGER REFERENCES seminar (id),
    topic TEXT,
    revision INTEGER NOT NULL DEFAULT 0,
    step INTEGER NOT NULL DEFAULT 0,
    quiet INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    not_after INTEGER NOT NULL DEFAULT 0,
    author INTEGER,
    card INTEGER,
    content_hash TEXT NOT NULL DEFAULT '',
    forced INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    fare TEXT NOT NULL DEFAULT 'free' CHECK (fare IN ('free', 'paid', 'ended', 'told')),
    started INTEGER,
    finished INTEGER,
    cursor INTEGER,
    queued INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    unknown INTEGER NOT NULL DEFAULT 0,
    expired INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,
    twice INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX mailing_step ON mailing (seminar, revision, kind, step) WHERE seminar IS NOT NULL;
CREATE INDEX mailing_open ON mailing (lane, id) WHERE state = 'queued';

-- Other seminars a step's message may name too; bit: their place in mailing_text.joint and delivery.joint.
CREATE TABLE mailing_beside (
    mailing INTEGER NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    bit INTEGER NOT NULL,
    seminar INTEGER NOT NULL REFERENCES seminar (id),
    revision INTEGER NOT NULL,
    PRIMARY KEY (mailing, bit)
) STRICT, WITHOUT ROWID;

CREATE INDEX mailing_beside_seminar ON mailing_beside (seminar, revision);

CREATE TABLE mailing_text (
    mailing INTEGER NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
    joint INTEGER NOT NULL DEFAULT 0,
    content TEXT NOT NULL,
    entities TEXT,
    keyboard TEXT,
    PRIMARY KEY (mailing, language, discreet, joint)
) STRICT, WITHOUT ROWID;

-- state: 0 waiting, 1 leased, 2 delivered, 3 gone, 4 unknown. until: not before (waiting), end of the lease (leased).
CREATE TABLE delivery (
    mailing INTEGER NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 4),
    attempts INTEGER NOT NULL DEFAULT 0,
    until INTEGER NOT NULL DEFAULT 0,
    maybe INTEGER NOT NULL DEFAULT 0 CHECK (maybe IN (0, 1)),
    messages TEXT,
    joint INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (mailing, chat)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_waiting ON delivery (mailing, until) WHERE state = 0;

-- told: the day of the newest change the chat knows of.
CREATE TABLE watch (
    topic TEXT NOT NULL,
    chat INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    told TEXT NOT NULL,
    PRIMARY KEY (topic, chat)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
    topic TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A smaller sum is never written: it would tell of single questions.
CREATE TABLE tally (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    count INTEGER NOT NULL CHECK (count >= 5),
    PRIMARY KEY (day, what, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    chat INTEGER PRIMARY KEY,
    flow TEXT NOT NULL,
    step TEXT NOT NULL,
    object INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT;
