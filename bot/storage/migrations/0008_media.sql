-- What a text of a mailing carries (A2): a JSON array of files by the ids Telegram gave them. NULL: a text alone.
ALTER TABLE mailing_text ADD COLUMN media TEXT;
