"""What is no longer to be sent: counted, and its rows gone."""

from bot.storage.database import Tx
from bot.storage.progress import close_finished

COUNT = """
UPDATE mailing SET expired = expired + (
    SELECT count(*) FROM delivery WHERE delivery.mailing = mailing.id AND delivery.state = 0
) WHERE id = ?
"""
DROP = "DELETE FROM delivery WHERE mailing = ? AND state = 0"


async def expire_waiting(tx: Tx, mailings: list[int], now: int) -> int:
    """Take the waiting rows of mailings out and count them as expired; return how many."""
    dropped = 0
    for mailing in mailings:
        await tx.execute(COUNT, (mailing,))
        dropped += await tx.execute(DROP, (mailing,))
    await close_finished(tx, now)
    return dropped


async def end_seminar_mailings(tx: Tx, seminar: int, now: int) -> None:
    """Stop everything under way about a seminar: what is in flight ends by itself."""
    sql = "SELECT id FROM mailing WHERE seminar = ? AND state IN ('queued', 'paused', 'stopped')"
    await expire_waiting(tx, [row[0] for row in await tx.rows(sql, (seminar,))], now)
