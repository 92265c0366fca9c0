-- A run that follows another one (repeats): a correction to those who got it, or the new text of what they got (A7).
ALTER TABLE mailing ADD COLUMN follows TEXT CHECK (follows IN ('got', 'edit'));
