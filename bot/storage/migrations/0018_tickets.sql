-- A question to the lawyers (P10, A10). No text and no name: a code, and the numbers of messages that Telegram keeps.
-- person: who asked; NULL from the moment it is closed and everything about it has been told.
-- asked: since when the oldest unanswered message waits. topic, header: where it stands in the lawyers' group.
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    word TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number BETWEEN 100 AND 999),
    person INTEGER,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'answered', 'closed')),
    ending TEXT CHECK (ending IN ('asker', 'lawyer', 'expired', 'source', 'gone')),
    asked INTEGER,
    answered INTEGER,
    expires INTEGER NOT NULL,
    topic INTEGER,
    header INTEGER,
    told TEXT,
    UNIQUE (word, number)
) STRICT;
CREATE INDEX ticket_person ON ticket (person) WHERE person IS NOT NULL;

-- One message on its way, or arrived: a copy in either direction, or a sentence of ours in either direction.
-- source: its number where it was written (a question: in the asker's chat; an answer: in the group). bundle: of an album,
-- the number of its first message. copy: its number on the other side. word: of a canned answer its name, of a sentence
-- its key. until: while it is being sent, the lease; before that, the earliest moment.
CREATE TABLE ticket_message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('question', 'answer', 'canned', 'to-asker', 'to-group')),
    word TEXT,
    source INTEGER,
    bundle INTEGER,
    copy INTEGER,
    state TEXT NOT NULL CHECK (state IN ('held', 'due', 'sending', 'sent', 'edited', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    maybe INTEGER NOT NULL DEFAULT 0,
    until INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX ticket_message_source ON ticket_message (ticket, kind, source) WHERE source IS NOT NULL;
CREATE INDEX ticket_message_open ON ticket_message (state) WHERE state IN ('due', 'sending', 'edited');

-- What is to be deleted in the lawyers' group, of tickets whose people were erased: no ticket and nobody is beside it.
CREATE TABLE ticket_removal (
    message INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL DEFAULT 0 CHECK (topic IN (0, 1)),
    until INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who may not ask for a day; the lawyers never learn who it is.
CREATE TABLE ticket_mute (
    person INTEGER PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT;

-- How long the last twenty first answers took. Nothing says of which question.
CREATE TABLE ticket_wait (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    minutes INTEGER NOT NULL CHECK (minutes >= 0)
) STRICT;
