"""The new texts of a broadcast: taken from the draft in which an admin previewed them (A7)."""

from bot.core.mailings.amendments import NewAmendment
from bot.core.mailings.broadcasts import hash_contents
from bot.storage.contents.texts import CONTENT
from bot.storage.db.database import Tx
from bot.storage.mailings.broadcasts import texts_of

DRAFTED = """
SELECT 1 FROM mailing
WHERE id = ? AND state = 'draft' AND follows = 'edit' AND author = ? AND content_hash = ? AND repeats = ?
"""
NEW = """
FROM mailing_text n
WHERE n.mailing = ?2 AND n.language = mailing_text.language AND n.discreet = 0 AND n.joint = 0
"""
TAKE = f"""
UPDATE mailing_text SET ({CONTENT}) = (SELECT {CONTENT} {NEW})
WHERE mailing = ?1 AND discreet = 0 AND joint = 0 AND EXISTS (SELECT 1 {NEW})
"""  # noqa: S608 -- constants


async def still_drafted(tx: Tx, new: NewAmendment, author: int | None) -> bool:
    """Return whether an edit's draft is exactly what was previewed; other amendments have none."""
    return new.draft is None or bool(await tx.rows(DRAFTED, (new.draft, author, new.content_hash, new.mailing)))


async def take_texts(tx: Tx, mailing: int, draft: int, author: int | None) -> None:
    """Give a broadcast the texts of a draft, which then is gone; what is sent discreetly leads to them as before."""
    await tx.execute(TAKE, (mailing, draft))
    fingerprint = hash_contents(await texts_of(tx, mailing))
    await tx.execute("UPDATE mailing SET content_hash = ? WHERE id = ?", (fingerprint, mailing))
    await tx.execute("DELETE FROM mailing WHERE id = ?", (draft,))
    await tx.execute("DELETE FROM draft WHERE person = ?", (author,))
