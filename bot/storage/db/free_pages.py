"""Pages that deleted rows leave free are given back to the disk, a few at a time: a VACUUM would hold every writer.

The file keeps where each page is pointed at from (``auto_vacuum = INCREMENTAL``), so its last page can be moved into a
free place, and the file cut. A page moves as a whole: what was overwritten in it stays overwritten.
"""

from collections.abc import Callable

import aiosqlite
import sqlcipher3

from bot.core.events import Event, event
from bot.storage.db.connect import SHORTENABLE
from bot.storage.db.database import Tx

INCREMENTAL = 2
"""What ``PRAGMA auto_vacuum`` says of a file that can be made shorter in this way."""

KEPT_SHARE, KEPT_PAGES = 0.05, 8
"""So much stays free: rows come and go all day."""

SLICE_SECONDS = 0.01
"""After so long the writer is let go; the next call goes on."""

PAGES_AT_ONCE, PAGES_A_SLICE = 8, 512

ROOM = "PRAGMA page_count", "PRAGMA freelist_count"


async def make_shortenable(connection: aiosqlite.Connection) -> None:
    """Write the file anew, once, if an older version made it: with a million people that takes seconds.

    Where it cannot be done, on a full disk for instance, the file goes on as it was.
    """
    mode = [tuple(row) for row in await connection.execute_fetchall("PRAGMA auto_vacuum")]
    if mode == [(INCREMENTAL,)]:
        return
    try:
        await connection.execute_fetchall(SHORTENABLE)
        await connection.execute_fetchall("VACUUM")
        await connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlcipher3.Error as error:
        event(Event.FILE_NOT_SHORTENABLE, kind=error)


def spare(pages: int, free: int) -> int:
    """Return how many of the free pages are more than the file should keep."""
    return max(0, free - max(KEPT_PAGES, int(KEPT_SHARE * (pages - free))))


async def give_back(tx: Tx, monotonic: Callable[[], float]) -> bool:
    """Take free pages from the end of the file until the slice is over; return whether there are no more to spare.

    The file itself gets shorter when the log is next moved into it.
    """
    until = monotonic() + SLICE_SECONDS
    (pages,), (free,) = [(await tx.rows(sql))[0] for sql in ROOM]
    more = spare(pages, free)
    for _ in range(0, min(more, PAGES_A_SLICE), PAGES_AT_ONCE):
        await tx.rows(f"PRAGMA incremental_vacuum({min(more, PAGES_AT_ONCE)})")
        more -= PAGES_AT_ONCE
        if monotonic() >= until:
            break
    return more <= 0
