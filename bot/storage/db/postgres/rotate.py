"""Closing every id anew with another key: whoever has copied the server's disk before needs the old key, which is gone.

Begun again after a kill, it goes on: a block says by itself which of the two keys opens it. Until it has come to its
end the database fits neither key, so that no instance leads meanwhile.
"""

import asyncio

import psycopg

from bot.storage.db.errors import StorageError, Unfit
from bot.storage.db.instance_lock import AnotherInstance
from bot.storage.db.postgres import key_sample
from bot.storage.db.postgres.leadership import TRY_LOCK
from bot.storage.db.postgres.migrate import require_known
from bot.storage.db.postgres.session import Connection, answer, connected
from bot.storage.db.postgres.veil import Veil, WrongVeil

ROWS_PER_SLICE = 500
"""People a transaction."""

SLICE = "SELECT number, chat FROM person WHERE number > $1 ORDER BY number LIMIT $2"


def rotate(url: str, bot_id: int, old: str, new: str) -> int:
    """Close the ids with the new key; return how many were closed with the old one.

    Raises AnotherInstance while a bot works, and StorageError.
    """
    try:
        return asyncio.run(_rotate(url, bot_id, Veil(old), Veil(new)))
    except WrongVeil:
        raise Unfit("an id fits neither key: nothing more was changed") from None
    except (psycopg.Error, OSError, TimeoutError, ValueError) as error:
        raise StorageError(f"the server cannot be used ({type(error).__name__}); begin again, it goes on") from None


async def _rotate(url: str, bot_id: int, old: Veil, new: Veil) -> int:
    async with await connected(url, {}) as server:
        if not await answer(server, TRY_LOCK, (bot_id,)):
            raise AnotherInstance
        if not await require_known(server):
            raise Unfit("there is no database of the bot's on the server")
        if await key_sample.sample_of(server) not in (None, key_sample.UNDER_WAY, old.sample(), new.sample()):
            raise Unfit("DATABASE_KEY_FILE is not the key of this database: nothing was changed")
        await key_sample.put(server, key_sample.UNDER_WAY)
        changed = await _all_slices(server, old, new)
        await key_sample.put(server, new.sample())
        return changed


async def _all_slices(server: Connection, old: Veil, new: Veil) -> int:
    after = changed = 0
    while found := await (await server.execute(SLICE, (after, ROWS_PER_SLICE))).fetchall():
        after = found[-1][0]
        rows = [(new.close(old.open(block)), number) for number, block in found if not _opens(new, block)]
        async with server.transaction(), server.cursor() as cursor:
            await cursor.executemany("UPDATE person SET chat = $1 WHERE number = $2", rows)
        changed += len(rows)
    return changed


def _opens(veil: Veil, block: bytes) -> bool:
    try:
        veil.open(block)
    except WrongVeil:
        return False
    return True
