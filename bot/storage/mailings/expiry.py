"""What is no longer to be sent: counted, and its rows gone."""

from bot.storage.db.database import Tx

IS_WAITING = "delivery d INDEXED BY delivery_waiting"
"""By the primary key a query would walk over everybody who was told already: hundreds of thousands late in a run."""

ROWS_PER_TRANSACTION = 15_000
"""Rows a transaction: some 30 ms. Half a million in one would hold everybody's writes for a second and a half."""

SOME = (
    f"person IN (SELECT d.person FROM {IS_WAITING} WHERE d.mailing = ?1 AND d.state = 0 LIMIT {ROWS_PER_TRANSACTION})"  # noqa: S608 -- constants
)
TOLD = f"""
UPDATE delivery SET state = 2, until = 0, maybe = 0 WHERE mailing = ?1 AND state = 0 AND part > 0 AND {SOME}
"""  # noqa: S608 -- a constant
"""Who has the album, and now gets no buttons (parts.py), was told: its messages stay known. Of a kill while the buttons
were on their way only these may have come too."""

DROP = f"DELETE FROM delivery WHERE mailing = ?1 AND state = 0 AND part = 0 AND maybe = 0 AND {SOME}"  # noqa: S608 -- a constant
GIVE_UP = f"UPDATE delivery SET state = 4 WHERE mailing = ?1 AND state = 0 AND maybe = 1 AND {SOME}"  # noqa: S608 -- a constant
COUNT = """
UPDATE mailing
SET expired = expired + ? + CASE WHEN cursor IS NOT NULL AND total > queued THEN total - queued ELSE 0 END,
    unknown = unknown + ?, delivered = delivered + ?, cursor = NULL
WHERE id = ?
"""
OVER = f"""
SELECT id FROM mailing m
WHERE (m.state = 'cancelled' OR m.state IN ('queued', 'paused', 'stopped') AND m.not_after <= ?)
  AND (m.cursor IS NOT NULL OR EXISTS (SELECT 1 FROM {IS_WAITING} WHERE d.mailing = m.id AND d.state = 0))
"""  # noqa: S608 -- a constant
"""Mailings of which nothing is to be sent any more, and somebody is still written down as waiting."""

CAME_BACK = f"""
SELECT id FROM mailing m WHERE m.state = 'cancelled'
  AND EXISTS (SELECT 1 FROM {IS_WAITING} WHERE d.mailing = m.id AND d.state = 0)
"""  # noqa: S608 -- a constant


async def expire_waiting(tx: Tx, mailings: list[int], now: int) -> int:
    """Take waiting rows of mailings out, ROWS_PER_TRANSACTION each, and count them as expired; return how many.

    What is left of a large one goes with the next call (``OutboxRepository.expire``, run by a tick).

    One that may have arrived already is unknown, and stays: its person counts as told. Who had not been queued yet
    is not queued any more, and counts as expired too.
    """
    dropped = 0
    for mailing in mailings:
        told = await tx.execute(TOLD, (mailing,))
        unknown = await tx.execute(GIVE_UP, (mailing,))
        expired = await tx.execute(DROP, (mailing,))
        await tx.execute(COUNT, (expired, unknown, told, mailing))
        dropped += expired
    await close_finished(tx, now)
    return dropped


async def sweep_cancelled(tx: Tx, now: int) -> int:
    """Count what came back from its flight into a cancelled mailing; nobody will claim it any more."""
    return await expire_waiting(tx, [row[0] for row in await tx.rows(CAME_BACK)], now)


async def end_seminar_mailings(tx: Tx, seminar: int, now: int) -> None:
    """Cancel everything under way about a seminar: what is in flight ends by itself, and is not tried again."""
    sql = "SELECT id FROM mailing WHERE seminar = ? AND state IN ('queued', 'paused', 'stopped')"
    open_ones = [row[0] for row in await tx.rows(sql, (seminar,))]
    await tx.many("UPDATE mailing SET state = 'cancelled', finished = ? WHERE id = ?", [(now, n) for n in open_ones])
    await expire_waiting(tx, open_ones, now)


REMAINING = 'total - delivered - gone - failed - unknown - expired - "left"'

CLOSE = f"""
UPDATE mailing SET state = 'done', finished = ?
WHERE state IN ('queued', 'paused', 'stopped') AND cursor IS NULL AND {REMAINING} <= 0
"""  # noqa: S608 -- both parts are constants of this module


async def close_finished(tx: Tx, now: int) -> int:
    """Mark mailings without anybody left to be told as done; return how many."""
    return await tx.execute(CLOSE, (now,))
