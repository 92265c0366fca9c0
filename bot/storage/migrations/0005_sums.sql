-- Sums a day that outlive what they were counted from (A11). No person is in them, and none is below five.
CREATE TABLE day_sum (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 5),
    PRIMARY KEY (day, what)
) STRICT, WITHOUT ROWID;
