"""When a mailing is over: everybody has an outcome."""

from bot.storage.db.database import Tx

REMAINING = 'total - delivered - gone - failed - unknown - expired - "left"'

CLOSE = f"""
UPDATE mailing SET state = 'done', finished = ?
WHERE state IN ('queued', 'paused', 'stopped') AND cursor IS NULL AND {REMAINING} <= 0
"""  # noqa: S608 -- both parts are constants of this module


async def close_finished(tx: Tx, now: int) -> int:
    """Mark mailings without anybody left to be told as done; return how many."""
    return await tx.execute(CLOSE, (now,))
