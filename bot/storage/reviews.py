"""Lawyers' stamps on answers: a day, a public name, the print of what was read. No person of the chats is in it."""

from collections.abc import Sequence
from datetime import date

from bot.core.faq.library import Stamp
from bot.storage.db.database import Database

PUT = """
INSERT INTO review (topic, day, reviewer, seen) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET day = excluded.day, reviewer = excluded.reviewer, seen = excluded.seen
"""


class ReviewRepository:
    """core.reviews.Reviews over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def all(self) -> Sequence[Stamp]:
        """Return every stamp."""
        rows = await self._database.rows("SELECT topic, day, reviewer, seen FROM review ORDER BY topic")
        return [Stamp(topic, date.fromisoformat(day), reviewer, seen) for topic, day, reviewer, seen in rows]

    async def put(self, stamp: Stamp) -> None:
        """Keep a stamp in place of the topic's earlier one."""
        async with self._database.writing() as tx:
            await tx.execute(PUT, (stamp.topic, stamp.day.isoformat(), stamp.reviewer, stamp.seen))
