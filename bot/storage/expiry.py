"""What is no longer to be sent: counted, and its rows gone."""

from bot.storage.database import Tx
from bot.storage.progress import close_finished

IS_WAITING = "delivery d INDEXED BY delivery_waiting"
"""By the primary key a query would walk over everybody who was told already: hundreds of thousands late in a run."""

DROP = "DELETE FROM delivery WHERE mailing = ? AND state = 0 AND maybe = 0"
GIVE_UP = "UPDATE delivery SET state = 4 WHERE mailing = ? AND state = 0 AND maybe = 1"
COUNT = """
UPDATE mailing SET expired = expired + ? + max(0, iif(cursor IS NULL, 0, total - queued)), unknown = unknown + ?,
                   cursor = NULL
WHERE id = ?
"""
CAME_BACK = f"""
SELECT id FROM mailing m WHERE m.state = 'cancelled'
  AND EXISTS (SELECT 1 FROM {IS_WAITING} WHERE d.mailing = m.id AND d.state = 0)
"""  # noqa: S608 -- a constant


async def expire_waiting(tx: Tx, mailings: list[int], now: int) -> int:
    """Take the waiting rows of mailings out and count them as expired; return how many.

    One that may have arrived already is unknown, and stays: its person counts as told. Who had not been queued yet
    is not queued any more, and counts as expired too.
    """
    dropped = 0
    for mailing in mailings:
        unknown = await tx.execute(GIVE_UP, (mailing,))
        expired = await tx.execute(DROP, (mailing,))
        await tx.execute(COUNT, (expired, unknown, mailing))
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
