-- A reviewer's stamp is of a text in one language or of a fact (docs/decisions/two-stamps.md). The stamps of before were of
-- both languages and of answers in another form: none of them would have force any more.
DROP TABLE review;

CREATE TABLE text_stamp (
    topic TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    day TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (topic, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_stamp (
    fact TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
