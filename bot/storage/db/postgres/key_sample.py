"""A block of nobody's, by which a database knows the key that its ids are closed with."""

from bot.storage.db.postgres.session import Connection, answer
from bot.storage.db.postgres.veil import Veil

WRONG = "the key does not fit the server's database: every machine has the same DATABASE_KEY_FILE"

UNDER_WAY = "rotating"
"""What the database says of its key while rotate.py closes its ids anew: no block is spelled so."""

UNFINISHED = "key rotate was cut short: run it again with the same two keys, it goes on"

SAMPLE = "SELECT value FROM meta WHERE name = 'veil'"
PUT = "INSERT INTO meta VALUES ('veil', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value RETURNING 1"


async def sample_of(connection: Connection) -> str | None:
    """Return the sample; None where nobody has led yet."""
    found: str | None = await answer(connection, SAMPLE)
    return found


async def put(connection: Connection, sample: str) -> None:
    """Keep a sample instead of the one that was there."""
    await answer(connection, PUT, (sample,))


def fault(sample: str | None, veil: Veil) -> str | None:
    """Return what is wrong with this key, by the database's sample; None when it fits, or nobody has led yet."""
    if sample in (None, veil.sample()):
        return None
    return UNFINISHED if sample == UNDER_WAY else WRONG
