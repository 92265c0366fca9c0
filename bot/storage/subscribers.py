"""The subscribers' rows."""

from dataclasses import astuple, fields
from typing import Any

from bot.core.clock import Clock, epoch
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Subscriber
from bot.storage.db.database import Database
from bot.storage.erase import erase_chats

COLUMNS = tuple(field.name for field in fields(Subscriber))
ALL = ", ".join(COLUMNS)
SELECT = f"SELECT {ALL} FROM subscriber WHERE chat = ?"  # noqa: S608 -- names of our own dataclass
INSERT = f"INSERT INTO subscriber ({ALL}) VALUES ({', '.join('?' * len(COLUMNS))}) ON CONFLICT DO NOTHING"  # noqa: S608 -- as above
UPDATE = f"UPDATE subscriber SET ({ALL}) = ({', '.join('?' * len(COLUMNS))}) WHERE chat = ?"  # noqa: S608 -- as above


class SubscriberRepository:
    """core.subscribers.Subscribers over SQL."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Keep the database."""
        self._database = database
        self._clock = clock

    async def get(self, chat: int) -> Subscriber | None:
        """Return the row of the chat, or None."""
        row = await self._database.row(SELECT, (chat,))
        return _subscriber(row) if row else None

    async def add(self, subscriber: Subscriber) -> bool:
        """Store a new row; False when the chat was there already."""
        async with self._database.writing() as tx:
            return bool(await tx.execute(INSERT, astuple(subscriber)))

    async def change(self, subscriber: Subscriber) -> bool:
        """Replace the row; False when there is none."""
        async with self._database.writing() as tx:
            return bool(await tx.execute(UPDATE, (*astuple(subscriber), subscriber.chat)))

    async def erase(self, chat: int) -> bool:
        """Delete every row of the chat everywhere, also from the file's unused parts and its log."""
        async with self._database.writing() as tx:
            erased = await erase_chats(tx, [chat], epoch(self._clock.now()))
        if erased:
            await self._database.scrub()
        else:  # an earlier attempt may have failed after its commit
            await self._database.finish_scrubbing()
        return bool(erased)

    async def count(self) -> dict[Locale, int]:
        """Return how many subscribers read each language."""
        rows = await self._database.rows("SELECT language, count(*) FROM subscriber GROUP BY language")
        return {Locale(language): number for language, number in rows}


def _subscriber(row: tuple[Any, ...]) -> Subscriber:
    values = dict(zip(COLUMNS, row, strict=True))
    switches = ("reminders", "recordings", "news", "silent", "discreet")
    return Subscriber(**{**values, "language": Locale(values["language"]), **{s: bool(values[s]) for s in switches}})
