"""Sums a day: what, in which language, how many. No chat is in them, and none is smaller than five."""

from collections.abc import Mapping
from datetime import date

from bot.core.faq.question_stats import Cells
from bot.storage.db.database import Database

ADD = """
INSERT INTO tally (day, what, language, count) VALUES (?, ?, ?, ?)
ON CONFLICT (day, what, language) DO UPDATE SET count = tally.count + excluded.count
"""


class QuestionStatsRepository:
    """core.faq.question_stats.QuestionStatsStore over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def add(self, day: date, cells: Cells) -> None:
        """Add to the sums of a day."""
        rows = [(day.isoformat(), what, language.value, times) for (what, language), times in cells.items()]
        async with self._database.writing() as tx:
            await tx.many(ADD, rows)

    async def since(self, day: date) -> Mapping[str, int]:
        """Return the sums of this day and later ones."""
        sql = "SELECT what, sum(count) FROM tally WHERE day >= ? GROUP BY what"
        return dict(await self._database.rows(sql, (day.isoformat(),)))
