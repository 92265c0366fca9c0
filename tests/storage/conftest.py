"""An opened database with everything that works on it, on a clock of the test's."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.core.clock import epoch
from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, Counters, MailingKind, NewMailing
from bot.core.mailings.outbox import Outcome, Parcel, Verdict
from bot.core.seminars.seminars import Plan, Seminar, When
from bot.core.subscribers.subscribers import Subscriber
from bot.storage.db.database import Database
from bot.storage.repositories import Repositories, repositories_over
from tests.clock import ManualClock
from tests.engine import new_database

DAY = "2026-11-24"
ADMIN = 9001


def texts(word: str = "x") -> Contents:
    """Every variant of a mailing's text."""
    return {
        Variant(locale, discreet): Content(f"{word} {locale}{' discreet' if discreet else ''}")
        for locale in Locale
        for discreet in (False, True)
    }


@dataclass
class Store:
    """The database and the rows over it, with the acts tests need."""

    path: Path
    database: Database
    rows: Repositories
    clock: ManualClock

    @property
    def now(self) -> datetime:
        """The test's moment."""
        return self.clock.now()

    async def people(self, *chats: int, **values: object) -> None:
        """Let people subscribe."""
        for chat in chats:
            row = {"chat": chat, "language": Locale.RU, "joined": DAY, "active": DAY, **values}
            await self.rows.subscribers.add(Subscriber(**row))  # type: ignore[arg-type]  # values of the right kinds

    async def seminar(self, *, hours: float = 48) -> Seminar:
        """Enter a seminar that many hours ahead."""
        start = self.now + timedelta(hours=hours)
        when = When(start, start.strftime("%Y-%m-%dT%H:%M"), "UTC")
        return await self.rows.seminars.add(Plan(when, "Тема", "Topic", "https://youtu.be/abc"), self.now)

    async def step(self, seminar: Seminar, step: int = 3600, **values: object) -> int:
        """Queue a step of the ladder; return the mailing."""
        plain = NewMailing(
            MailingKind.STEP, self.now, seminar.end, Audience.SEMINAR, seminar.id, seminar.revision, step
        )
        mailing = replace(plain, **values)  # type: ignore[arg-type]  # as above
        assert await self.rows.ladder.queue(mailing, texts(), self.now)
        return await self.last_mailing()

    async def broadcast(self, audience: Audience = Audience.ALL) -> int:
        """Compose and confirm a broadcast; return the mailing."""
        rows = self.rows.broadcasts
        mailing = await rows.begin(ADMIN, self.now + timedelta(hours=1))
        assert await rows.write(mailing, ADMIN, texts(), audience, "preview", self.now + timedelta(hours=1))
        stored = await self.rows.mailings.get(mailing)
        assert stored
        assert await rows.confirm(mailing, ADMIN, stored.content_hash, audience, self.now, 77) is not None
        return mailing

    async def last_mailing(self) -> int:
        """The newest mailing's id."""
        row = await self.database.row("SELECT max(id) FROM mailing")
        assert row
        return int(row[0])

    async def counters(self, mailing: int) -> Counters:
        """A mailing's counters."""
        stored = await self.rows.mailings.get(mailing)
        assert stored
        return stored.counters

    async def record(self, parcels: list[Parcel], verdict: Verdict) -> None:
        """Give every parcel the same verdict."""
        await self.rows.outbox.record([Outcome(parcel, verdict) for parcel in parcels], self.now)

    async def claim(self, limit: int = 100) -> list[Parcel]:
        """Claim rows now."""
        return list(await self.rows.outbox.claim(self.now, limit))

    async def count(self, table: str, where: str = "1 = 1") -> int:
        """Count rows."""
        row = await self.database.row(f"SELECT count(*) FROM {table} WHERE {where}")  # noqa: S608 -- a test's own words
        assert row
        return int(row[0])

    @property
    def at(self) -> int:
        """The test's moment as stored."""
        return epoch(self.now)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """An empty database of the engine under test: a plain file, unless told otherwise."""
    clock = ManualClock()
    path = tmp_path / "bot.db"
    database = await new_database(path, clock)
    yield Store(path, database, repositories_over(database, clock), clock)
    await database.close()
