"""Close seminars told in one message (S4): who gets which of its texts, decided when the row is claimed.

A row's ``joint`` says which others its message names. Whom a message reached, or may have reached, about a seminar's
step is not told that step by another: looked at in the transaction of the claim, so that nobody is told twice.
"""

from collections.abc import Sequence

from bot.storage.db.database import Tx
from bot.storage.mailings.audiences import CONSENTS_TO_SEMINAR
from bot.storage.mailings.expiry import close_finished

INSERT_BESIDE = """
INSERT INTO mailing_beside (mailing, bit, seminar, revision, link)
VALUES (?1, ?2, ?3, ?4, (SELECT link FROM seminar WHERE id = ?3))
"""

REACHED = "(x.state IN (1, 2, 4) OR x.maybe = 1)"

TOLD_BY_ANOTHER = f"""
EXISTS (
    SELECT 1 FROM mailing_beside y
    JOIN mailing n ON n.id = y.mailing AND n.step = m.step AND n.id <> m.id
    JOIN delivery x ON x.mailing = n.id AND x.person = d.person AND {REACHED}
     AND (x.joint >> CAST(y.bit AS INTEGER)) & 1 = 1
    WHERE y.seminar = {{seminar}} AND y.revision = {{revision}}
)
"""  # noqa: S608 -- constants of this module

TOLD_ITSELF = f"""
EXISTS (
    SELECT 1 FROM mailing n JOIN delivery x ON x.mailing = n.id AND x.person = d.person AND {REACHED}
    WHERE n.seminar = b.seminar AND n.revision = b.revision AND n.kind = 'step' AND n.step = m.step
)
"""  # noqa: S608 -- constants of this module

MERGES = "SELECT 1 FROM mailing_beside WHERE mailing = ?"
MAY_BE_TOLD = """
SELECT 1 FROM mailing m JOIN mailing_beside y ON y.seminar = m.seminar AND y.revision = m.revision
JOIN mailing n ON n.id = y.mailing AND n.step = m.step WHERE m.id = ? AND m.kind = 'step' LIMIT 1
"""
TOLD = f"""
SELECT d.person FROM delivery d JOIN mailing m ON m.id = d.mailing
WHERE d.mailing = ? AND d.person = ? AND d.maybe = 0
  AND {TOLD_BY_ANOTHER.format(seminar="m.seminar", revision="m.revision")}
"""  # noqa: S608 -- constants of this module
MARK = f"""
SELECT coalesce(sum(1 << CAST(b.bit AS INTEGER)), 0) FROM delivery d
JOIN mailing m ON m.id = d.mailing
JOIN mailing_beside b ON b.mailing = m.id
JOIN seminar o ON o.id = b.seminar AND o.revision = b.revision AND o.state = 'planned'
LEFT JOIN subscriber s ON s.person = d.person
LEFT JOIN seminar_choice c ON c.seminar = b.seminar AND c.person = d.person
WHERE d.mailing = ? AND d.person = ? AND {CONSENTS_TO_SEMINAR}
  AND NOT EXISTS (SELECT 1 FROM json_each(o.steps_off) AS off WHERE CAST(off.value AS BIGINT) = m.step)
  AND NOT {TOLD_ITSELF} AND NOT {TOLD_BY_ANOTHER.format(seminar="b.seminar", revision="b.revision")}
"""  # noqa: S608 -- constants of this module
NOT_FOR = "UPDATE mailing SET total = total - ?, queued = queued - ? WHERE id = ?"


async def write_beside(tx: Tx, mailing: int, beside: Sequence[tuple[int, int]]) -> None:
    """Store which others, by (seminar, revision), a mailing's texts may name."""
    await tx.many(INSERT_BESIDE, [(mailing, bit, *other) for bit, other in enumerate(beside)])


async def joint_marks(tx: Tx, mailing: int, people: Sequence[int]) -> dict[int, int]:
    """Return which others are to be named to each, by their bits: wanted, still as the text says, not yet told."""
    if not await tx.rows(MERGES, (mailing,)):
        return {}
    return {person: (await tx.rows(MARK, (mailing, person)))[0][0] for person in people}


async def drop_told(tx: Tx, mailing: int, people: Sequence[int], now: int) -> set[int]:
    """Take out, and return, those whom another seminar's message has told this very step; it was not for them."""
    if not people or not await tx.rows(MAY_BE_TOLD, (mailing,)):
        return set()
    told = {person for person in people if await tx.rows(TOLD, (mailing, person))}
    if told:
        await tx.many("DELETE FROM delivery WHERE mailing = ? AND person = ?", [(mailing, person) for person in told])
        await tx.execute(NOT_FOR, (len(told), len(told), mailing))
        await close_finished(tx, now)
    return told
