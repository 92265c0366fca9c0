"""Sums of how seminars were rated: which, what, how many. No chat is beside them (S8)."""

import json
from collections.abc import Mapping, Sequence

from bot.core.seminars.ratings import Rated
from bot.storage.db.database import Database
from bot.storage.people.people import number_of
from bot.storage.seminars import SELECT, seminar_of

ADD = """
INSERT INTO rating (seminar, value, count) VALUES (?, ?, ?)
ON CONFLICT (seminar, value) DO UPDATE SET count = rating.count + excluded.count
"""
NEWEST = "SELECT DISTINCT seminar FROM rating ORDER BY seminar DESC LIMIT ?"
MESSAGES = """
SELECT d.messages FROM mailing m JOIN delivery d ON d.mailing = m.id AND d.person = ?
WHERE m.seminar = ? AND m.kind = 'rating' AND d.state = 2 AND d.messages IS NOT NULL
"""


class RatingRepository:
    """core.seminars.ratings.RatingStore over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def add(self, lots: Mapping[int, Mapping[int, int]]) -> None:
        """Add sums by seminar and value, in one transaction."""
        rows = [
            (seminar, value, count) for seminar, lot in sorted(lots.items()) for value, count in sorted(lot.items())
        ]
        async with self._database.writing() as tx:
            await tx.many(ADD, rows)

    async def rated(self, limit: int) -> Sequence[Rated]:
        """Return the newest seminars that have sums, the newest first."""
        numbers = [number for (number,) in await self._database.rows(NEWEST, (limit,))]
        return [await self._rated(number) for number in numbers]

    async def _rated(self, number: int) -> Rated:
        (row,) = await self._database.rows(f"{SELECT} WHERE id = ?", (number,))
        counts = await self._database.rows("SELECT value, count FROM rating WHERE seminar = ?", (number,))
        return Rated(seminar_of(row), {value: count for value, count in counts})

    async def asked(self, seminar: int, chat: int, message: int) -> bool:
        """Return whether this message asks this chat about the seminar; its row lives 48 hours after the end."""
        person = await number_of(self._database, chat)
        return any(message in json.loads(row[0]) for row in await self._database.rows(MESSAGES, (person, seminar)))
