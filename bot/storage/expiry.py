"""What is no longer to be sent: counted, and its rows gone."""

from bot.storage.database import Tx
from bot.storage.progress import close_finished

DROP = "DELETE FROM delivery WHERE mailing = ? AND state = 0 AND maybe = 0"
GIVE_UP = "UPDATE delivery SET state = 4 WHERE mailing = ? AND state = 0 AND maybe = 1"
COUNT = "UPDATE mailing SET expired = expired + ?, unknown = unknown + ? WHERE id = ?"


async def expire_waiting(tx: Tx, mailings: list[int], now: int) -> int:
    """Take the waiting rows of mailings out and count them as expired; return how many.

    One that may have arrived already is unknown, and stays: its person counts as told.
    """
    dropped = 0
    for mailing in mailings:
        unknown = await tx.execute(GIVE_UP, (mailing,))
        expired = await tx.execute(DROP, (mailing,))
        await tx.execute(COUNT, (expired, unknown, mailing))
        dropped += expired
    await close_finished(tx, now)
    return dropped


async def end_seminar_mailings(tx: Tx, seminar: int, now: int) -> None:
    """Stop everything under way about a seminar: what is in flight ends by itself."""
    sql = "SELECT id FROM mailing WHERE seminar = ? AND state IN ('queued', 'paused', 'stopped')"
    await expire_waiting(tx, [row[0] for row in await tx.rows(sql, (seminar,))], now)
