-- The link that the texts of a mailing name, so that another one is corrected in what was sent already (S7).
-- texts: how often they were worded anew; relink: messages with an older link are still to be corrected.
ALTER TABLE mailing ADD COLUMN link TEXT;
ALTER TABLE mailing ADD COLUMN texts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mailing ADD COLUMN relink INTEGER NOT NULL DEFAULT 0 CHECK (relink IN (0, 1));
ALTER TABLE mailing_beside ADD COLUMN link TEXT;
UPDATE mailing SET link = (SELECT link FROM seminar WHERE id = mailing.seminar) WHERE seminar IS NOT NULL;
UPDATE mailing_beside SET link = (SELECT link FROM seminar WHERE id = mailing_beside.seminar);
