"""The subscribers' rows."""

from dataclasses import fields
from typing import Any

from bot.core.clock import Clock, epoch
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Erased, Subscriber
from bot.storage.db.database import Database
from bot.storage.erase import erase_chats
from bot.storage.mailings.outcomes import came_back
from bot.storage.people.people import number_for, number_of
from bot.storage.personal_data import messages_of

COLUMNS = tuple(field.name for field in fields(Subscriber) if field.name != "chat")
ALL = ", ".join(COLUMNS)
MARKS = ", ".join("?" * len(COLUMNS))
SELECT = f"SELECT {ALL} FROM subscriber WHERE person = ?"  # noqa: S608 -- names of our own dataclass
INSERT = f"INSERT INTO subscriber ({ALL}, person) VALUES ({MARKS}, ?) ON CONFLICT DO NOTHING"  # noqa: S608 -- as above
FOUND_GONE = "SELECT 1 FROM delivery WHERE person = ? AND state = 3 LIMIT 1"
UPDATE = f"UPDATE subscriber SET ({ALL}) = ({MARKS}) WHERE person = ?"  # noqa: S608 -- as above


class SubscriberRepository:
    """core.subscribers.Subscribers over SQL."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Keep the database."""
        self._database = database
        self._clock = clock

    async def get(self, chat: int) -> Subscriber | None:
        """Return the row of the chat, or None."""
        row = await self._database.row(SELECT, (await number_of(self._database, chat),))
        return _subscriber(chat, row) if row else None

    async def add(self, subscriber: Subscriber) -> bool:
        """Store a new row; False when the chat was there already."""
        async with self._database.writing() as tx:
            number = await number_for(tx, subscriber.chat)
            await came_back(tx, number)
            return bool(await tx.execute(INSERT, (*_values(subscriber), number)))

    async def change(self, subscriber: Subscriber) -> bool:
        """Replace the row; False when there is none."""
        async with self._database.writing() as tx:
            if (number := await number_of(tx, subscriber.chat)) is None:
                return False
            await came_back(tx, number)
            return bool(await tx.execute(UPDATE, (*_values(subscriber), number)))

    async def came_back(self, chat: int) -> None:
        """Forget that runs found the chat gone, if anything is stored of it."""
        number = await number_of(self._database, chat)
        if number is None or not await self._database.row(FOUND_GONE, (number,)):
            return  # most come back from nowhere: their /start costs no write
        async with self._database.writing() as tx:
            if (number := await number_of(tx, chat)) is not None:
                await came_back(tx, number)

    async def erase(self, chat: int, *, keep_questions: bool = False) -> Erased | None:
        """Delete every row of the chat everywhere, questions to the lawyers aside; the next round wipes the log."""
        async with self._database.writing() as tx:
            messages = await messages_of(tx, await number_of(tx, chat))
            erased = await erase_chats(tx, [chat], epoch(self._clock.now()), keep_questions=keep_questions)
        if erased:
            self._database.wipe_soon()
        await self._database.file_erasures()  # also when an earlier attempt has failed after its commit
        return Erased(tuple(messages)) if erased else None

    async def count(self) -> dict[Locale, int]:
        """Return how many subscribers read each language."""
        rows = await self._database.rows("SELECT language, count(*) FROM subscriber GROUP BY language")
        return {Locale(language): number for language, number in rows}


def _values(subscriber: Subscriber) -> list[object]:
    return [getattr(subscriber, name) for name in COLUMNS]


def _subscriber(chat: int, row: tuple[Any, ...]) -> Subscriber:
    values = {"chat": chat, **dict(zip(COLUMNS, row, strict=True))}
    switches = ("reminders", "recordings", "news", "silent", "discreet")
    return Subscriber(**{**values, "language": Locale(values["language"]), **{s: bool(values[s]) for s in switches}})
