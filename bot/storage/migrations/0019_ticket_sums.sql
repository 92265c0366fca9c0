-- How many questions to the lawyers ended on a day, answered or closed by somebody, or without an answer (A1).
CREATE TABLE ticket_sum (
    day TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('closed', 'expired')),
    count INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (day, what)
) STRICT, WITHOUT ROWID;
