-- Events of calendar files. uid: SHA-256 of the event's UID. plan, base: a seminar's plan as JSON, what the calendar
-- says and what the desk has dealt with. open: the desk has not dealt with it.
CREATE TABLE imported (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL,
    plan TEXT NOT NULL,
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    seminar INTEGER REFERENCES seminar (id),
    base TEXT
) STRICT;
