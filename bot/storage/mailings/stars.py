"""Which mailings are sent for Stars, and which Telegram has put back to the free rate."""

from collections.abc import Sequence

from bot.core.events import Event, event
from bot.core.mailings.stars import Fare
from bot.storage.db.database import Database, Tx

EVERY_FARE = "1 = 1"
PAID = f"fare = '{Fare.PAID.value}'"
NOT_PAID = f"fare <> '{Fare.PAID.value}'"
"""Conditions on a row of ``mailing``."""

END = f"UPDATE mailing SET fare = '{Fare.ENDED.value}' WHERE id = ? AND {PAID}"  # noqa: S608 -- our own constants
UNTOLD = f"SELECT id FROM mailing WHERE fare = '{Fare.ENDED.value}' ORDER BY id"  # noqa: S608 -- as above


async def end_fare(tx: Tx, mailing: int) -> None:
    """Switch the rest of a mailing to the free rate. Idempotent."""
    if await tx.execute(END, (mailing,)):
        event(Event.PAID_RATE_ENDED, mailing=mailing)


class StarsRepository:
    """core.mailings.stars.PaidRuns over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def ended(self) -> Sequence[int]:
        """Return the mailings whose end of payment the admins have not been told yet."""
        return [row[0] for row in await self._database.rows(UNTOLD)]

    async def told(self, mailing: int) -> None:
        """Note that the admins were told."""
        async with self._database.writing() as tx:
            await tx.execute("UPDATE mailing SET fare = ? WHERE id = ?", (Fare.TOLD.value, mailing))
