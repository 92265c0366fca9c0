"""Fingerprints of what Telegram was told of the bot itself, in two rows of ``meta``."""

import json
from collections.abc import Mapping

from bot.core.profile_record import Audience
from bot.storage.db.database import Database

LOAD = "SELECT value FROM meta WHERE name = ?"
KEEP = "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class ProfileRows:
    """core.profile_record.ProfileStore over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def load(self, audience: Audience) -> Mapping[str, str]:
        """Return the print of the content by the print of its place."""
        row = await self._database.row(LOAD, (audience.value,))
        return dict(json.loads(row[0])) if row else {}

    async def keep(self, audience: Audience, prints: Mapping[str, str]) -> None:
        """Keep these in the place of all."""
        async with self._database.writing() as tx:
            await tx.execute(KEEP, (audience.value, json.dumps(prints, sort_keys=True)))
