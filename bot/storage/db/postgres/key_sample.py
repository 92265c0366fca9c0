"""A block of nobody's, by which a database knows the key that its ids are closed with."""

from bot.storage.db.postgres.session import Connection, answer
from bot.storage.db.postgres.veil import Veil

WRONG = "the key does not fit the server's database: every machine has the same DATABASE_KEY_FILE"

SAMPLE = "SELECT value FROM meta WHERE name = 'veil'"
PUT = "INSERT INTO meta VALUES ('veil', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value RETURNING 1"


async def sample_of(connection: Connection) -> str | None:
    """Return the sample; None where nobody has led yet."""
    found: str | None = await answer(connection, SAMPLE)
    return found


async def put(connection: Connection, sample: str) -> None:
    """Keep a sample instead of the one that was there."""
    await answer(connection, PUT, (sample,))


async def fits(connection: Connection, veil: Veil) -> bool:
    """Return whether the ids are closed with this key, or with none yet."""
    return await sample_of(connection) in (None, veil.sample())
