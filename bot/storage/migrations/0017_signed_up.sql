-- The seminar whose signed-up people a broadcast is for (A3); of every other mailing NULL. Not ``seminar``: that one says
-- what a reminder is about, and who was told of it.
ALTER TABLE mailing ADD COLUMN signed_up INTEGER REFERENCES seminar (id);

-- One reason more to ask: that seminar was cancelled, or is long over.
ALTER TABLE mailing ADD COLUMN hold_17 TEXT CHECK (
    hold_17 IN ('late', 'restored', 'moved', 'author', 'window', 'refused', 'unapproved', 'approver', 'seminar')
);
UPDATE mailing SET hold_17 = hold;
ALTER TABLE mailing DROP COLUMN hold;
ALTER TABLE mailing RENAME COLUMN hold_17 TO hold;
