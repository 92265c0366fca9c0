"""Sums a day: subscribers by language, deliveries by outcome. No person is in them, and none is below five (A11)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.core.clock import epoch
from bot.core.statistics import OUTCOMES, DaySum
from bot.storage.db.database import Database

SUMMED = "SELECT value FROM meta WHERE name = 'sums'"
KEEP_SUMMED = "INSERT INTO meta VALUES ('sums', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
PUT = """
INSERT INTO day_sum (day, what, count) VALUES (?, ?, ?)
ON CONFLICT (day, what) DO UPDATE SET count = excluded.count
"""
ENDED = f"""
SELECT {", ".join(f'coalesce(sum("{name}"), 0)' for name in OUTCOMES)} FROM mailing WHERE finished >= ? AND finished < ?
"""  # noqa: S608 -- names of our own counters
LAST = "SELECT count FROM day_sum WHERE what = ? ORDER BY day DESC LIMIT 1"
QUESTIONS = "SELECT day, what, sum(count) FROM tally WHERE day >= ? GROUP BY day, what"


class DaySumsRepository:
    """core.statistics.DaySums over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def summed(self) -> date | None:
        """Return the last day that was summed up."""
        row = await self._database.row(SUMMED)
        return date.fromisoformat(row[0]) if row else None

    async def subscribers(self) -> Mapping[str, int]:
        """Return how many subscribers each language has now."""
        return dict(await self._database.rows("SELECT language, count(*) FROM subscriber GROUP BY language"))

    async def outcomes(self, day: date) -> Mapping[str, int]:
        """Return how many deliveries had which outcome, of mailings that ended on the day."""
        start = datetime(day.year, day.month, day.day, tzinfo=UTC)
        (counts,) = await self._database.rows(ENDED, (epoch(start), epoch(start + timedelta(days=1))))
        return dict(zip(OUTCOMES, counts, strict=True))

    async def last(self, what: str) -> int:
        """Return the newest sum there is, 0 without one."""
        row = await self._database.row(LAST, (what,))
        return int(row[0]) if row else 0

    async def write(self, sums: Iterable[DaySum], last_day: date) -> None:
        """Keep sums and up to which day there are sums, in one transaction."""
        async with self._database.writing() as tx:
            await tx.many(PUT, [(day.isoformat(), what, count) for day, what, count in sums])
            await tx.execute(KEEP_SUMMED, (last_day.isoformat(),))

    async def since(self, day: date) -> Sequence[DaySum]:
        """Return the sums of this day and later ones."""
        return await self._sums("SELECT day, what, count FROM day_sum WHERE day >= ?", day)

    async def questions(self, day: date) -> Sequence[DaySum]:
        """Return the sums of questions of this day and later ones, both languages together."""
        return await self._sums(QUESTIONS, day)

    async def _sums(self, sql: str, day: date) -> Sequence[DaySum]:
        found = await self._database.rows(sql, (day.isoformat(),))
        return [(date.fromisoformat(when), what, count) for when, what, count in found]
