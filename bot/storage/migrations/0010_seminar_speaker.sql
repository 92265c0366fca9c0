-- Who speaks at a seminar, where it is not the usual attorney.
ALTER TABLE seminar ADD COLUMN speaker TEXT;
