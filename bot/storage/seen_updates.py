"""The ids of updates whose effects are durable, and the bot they belong to."""

from bot.core.clock import from_epoch
from bot.storage.db.database import Database

SEEN_FOR_SECONDS = 48 * 3600
"""Seconds an id counts: after a week of silence ids restart anywhere, and an old one must not swallow a new update."""


KEEP_NAME = "INSERT INTO meta VALUES ('username', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class SeenUpdatesRepository:
    """core.updates.SeenUpdates over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def load(self) -> set[int]:
        """Return every id that is still kept."""
        since = from_epoch(self._database.now() - SEEN_FOR_SECONDS).date().isoformat()
        return {row[0] for row in await self._database.rows("SELECT update_id FROM seen WHERE day >= ?", (since,))}

    async def forget_before(self, day: str) -> int:
        """Drop ids of days before the ISO day; return how many."""
        async with self._database.writing() as tx:
            return await tx.execute("DELETE FROM seen WHERE day < ?", (day,))


class BotIdentity:
    """Which bot this file belongs to: with another bot's token nothing is sent and nobody removed (R5)."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def fits(self, bot_id: int) -> bool:
        """Return whether the file is this bot's; a new file becomes it."""
        async with self._database.writing() as tx:
            await tx.execute("INSERT INTO meta VALUES ('bot', ?) ON CONFLICT DO NOTHING", (str(bot_id),))
            return await tx.rows("SELECT value FROM meta WHERE name = 'bot'") == [(str(bot_id),)]

    async def called(self, username: str) -> None:
        """Keep the public name Telegram knows the bot by: a site is made without asking Telegram."""
        if await self.name() != username:
            async with self._database.writing() as tx:
                await tx.execute(KEEP_NAME, (username,))

    async def number(self) -> int:
        """Return the bot's id; 0 before the first start."""
        row = await self._database.row("SELECT value FROM meta WHERE name = 'bot'")
        return int(row[0]) if row else 0

    async def name(self) -> str:
        """Return that name; nothing before the first start."""
        row = await self._database.row("SELECT value FROM meta WHERE name = 'username'")
        return str(row[0]) if row else ""
