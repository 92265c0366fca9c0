-- A second admin confirms a large broadcast (A4). approver: who did; announced: how many of the other admins have heard of
-- it so far, NULL when none is to.
ALTER TABLE mailing ADD COLUMN approver INTEGER;
ALTER TABLE mailing ADD COLUMN announced INTEGER;

-- Three reasons more to ask: refused, not approved within a day, and its approver is no admin any more.
ALTER TABLE mailing ADD COLUMN hold_11 TEXT CHECK (
    hold_11 IN ('late', 'restored', 'moved', 'author', 'window', 'refused', 'unapproved', 'approver')
);
UPDATE mailing SET hold_11 = hold;
ALTER TABLE mailing DROP COLUMN hold;
ALTER TABLE mailing RENAME COLUMN hold_11 TO hold;
