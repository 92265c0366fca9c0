"""Who wants to be told of an answer's next version, and the mailing that tells them."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.clock import Clock, epoch
from bot.core.content import Contents
from bot.core.faq.watches import TOLD_FOR, Watch
from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, Lane, MailingKind
from bot.storage.contents.texts import write_texts
from bot.storage.db.database import Database
from bot.storage.erase import forget_stranger
from bot.storage.mailings.outcomes import came_back
from bot.storage.people.people import number_for, number_of

ADD = "INSERT INTO watch (topic, person, language, told) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
INSERT = """
INSERT INTO mailing (kind, lane, state, audience, topic, not_before, not_after, started)
VALUES (?, ?, 'queued', ?, ?, ?, ?, ?) RETURNING id
"""
RECIPIENTS = "INSERT INTO delivery (mailing, person) SELECT ?, person FROM watch WHERE topic = ? AND told < ?"


class WatchRepository:
    """core.watches.Watches over SQL."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Keep the database."""
        self._database = database
        self._clock = clock

    async def of(self, chat: int) -> Sequence[Watch]:
        """Return everything a chat watches."""
        rows = await self._database.rows(
            "SELECT topic, language, told FROM watch WHERE person = ? ORDER BY topic",
            (await number_of(self._database, chat),),
        )
        return [Watch(topic, chat, Locale(language), date.fromisoformat(told)) for topic, language, told in rows]

    async def add(self, watch: Watch) -> None:
        """Keep a wish; one that was there stays as it was."""
        async with self._database.writing() as tx:
            number = await number_for(tx, watch.chat)
            await came_back(tx, number)
            await tx.execute(ADD, (watch.topic, number, watch.language.value, watch.told.isoformat()))

    async def drop(self, topic: str, chat: int) -> None:
        """Forget a wish; who has nothing else here leaves nothing at all."""
        async with self._database.writing() as tx:
            number = await number_of(tx, chat)
            await tx.execute("DELETE FROM watch WHERE topic = ? AND person = ?", (topic, number))
            await forget_stranger(tx, chat, epoch(self._clock.now()))
        self._database.wipe_soon()
        await self._database.file_erasures()

    async def oldest(self) -> Sequence[tuple[str, date]]:
        """Return the watched topics, each with the earliest day somebody knows of."""
        rows = await self._database.rows("SELECT topic, min(told) FROM watch GROUP BY topic ORDER BY topic")
        return [(topic, date.fromisoformat(told)) for topic, told in rows]

    async def queue(self, topic: str, change: date, contents: Contents, now: datetime) -> bool:
        """Queue a change to everybody who knows of an earlier one only, and mark them told, in one transaction."""
        day, at = change.isoformat(), epoch(now)
        what = (
            MailingKind.CHANGE.value,
            Lane.BROADCAST.value,
            Audience.WATCHERS.value,
            topic,
            at,
            epoch(now + TOLD_FOR),
        )
        async with self._database.writing() as tx:
            mailing = await tx.insert(INSERT, (*what, at))
            count = await tx.execute(RECIPIENTS, (mailing, topic, day))
            if not count:
                await tx.execute("DELETE FROM mailing WHERE id = ?", (mailing,))
                return False
            await write_texts(tx, mailing, contents)
            await tx.execute("UPDATE mailing SET total = ?, queued = ? WHERE id = ?", (count, count, mailing))
            await tx.execute("UPDATE watch SET told = ? WHERE topic = ? AND told < ?", (day, topic, day))
        return True
