-- How people rated a seminar (S8): sums alone, written five at a time; who gave which stands nowhere.
CREATE TABLE rating (
    seminar INTEGER NOT NULL REFERENCES seminar (id),
    value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5),
    count INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (seminar, value)
) STRICT, WITHOUT ROWID;
