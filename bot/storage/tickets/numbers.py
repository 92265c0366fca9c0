"""The questions to the lawyers in numbers (A1)."""

from datetime import datetime

from bot.core.clock import epoch, from_epoch
from bot.core.tickets.numbers import TicketNumbers
from bot.storage.db.database import Database

STANDING = (
    "SELECT count(*), count(CASE WHEN state = 'waiting' THEN 1 END), min(asked) FROM ticket WHERE state <> 'closed'"
)
ENDED = "SELECT what, sum(count) FROM ticket_sum WHERE day >= ? GROUP BY what"
LONG = "FROM ticket WHERE state = 'waiting' AND asked <= ?"


class NumbersRepository:
    """core.tickets.numbers.NumbersStore over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def numbers(self, since: datetime) -> TicketNumbers:
        """Return them."""
        ((count, waiting, oldest),) = await self._database.rows(STANDING)
        ended = dict(await self._database.rows(ENDED, (since.date().isoformat(),)))
        minutes = [row[0] for row in await self._database.rows("SELECT minutes FROM ticket_wait ORDER BY id")]
        return TicketNumbers(
            open=count,
            waiting=waiting,
            oldest=from_epoch(oldest) if oldest is not None else None,
            closed=ended.get("closed", 0),
            expired=ended.get("expired", 0),
            minutes=minutes,
        )

    async def waiting_long(self, asked_before: datetime, day: str) -> int:
        """Return how many wait since before a moment; 0 when that was told on the day."""
        if await self._database.rows("SELECT 1 FROM ticket WHERE told = ? LIMIT 1", (day,)):
            return 0
        ((count,),) = await self._database.rows(f"SELECT count(*) {LONG}", (epoch(asked_before),))
        return int(count)

    async def told(self, asked_before: datetime, day: str) -> None:
        """Note that it was told."""
        sql = f"UPDATE ticket SET told = ? {LONG.removeprefix('FROM ticket ')}"  # noqa: S608 -- a constant
        async with self._database.writing() as tx:
            await tx.execute(sql, (day, epoch(asked_before)))
