"""The admins read what needs a person: in their language, once, daily, at its end; all at once after a silence (O5)."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.core.health.alerts import AGAIN_SECONDS, AWAY_SECONDS, LASTS_SECONDS, Alerts
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Due
from bot.core.locales import Locale
from bot.core.mailings.mailings import Lane
from bot.handlers.admin.alert_words import AlertWords
from bot.handlers.admin.alerts import AlertNotices
from tests.chaos.figures import note
from tests.chat import ADMIN, Chatter, Town, town

SECOND = 9002
TITLES = {
    Trouble.DATABASE: ("не может записывать в базу", "cannot write to the database"),
    Trouble.KEY: ("Файла с ключом базы нет на месте", "The file with the key of the database is gone"),
    Trouble.CLOCK: ("Часы сервера отстают", "The server’s clock is slow"),
    Trouble.DISK: ("Осталось 12 МБ", "12 MB are left"),
    Trouble.BACKUP: ("будет удалена 2026-12-01", "will be deleted on 2026-12-01"),
    Trouble.BACKLOG: ("ждёт уже 7 мин", "has waited for 7 min"),
    Trouble.POLLER: ("перестал получать сообщения", "no longer gets messages"),
    Trouble.CONFLICT: ("забирает другая программа", "Another program takes the bot’s messages"),
    Trouble.WEBHOOK: ("не может передать боту", "cannot hand messages to the bot"),
    Trouble.SENDER: ("Рассылки и напоминания не уходят", "Broadcasts and reminders do not go out"),
    Trouble.SCHEDULER: ("Напоминания не готовятся", "Reminders are not prepared"),
}


@dataclass
class World:
    """What the words ask for."""

    moved: bool = False
    goes: datetime | None = field(default_factory=lambda: datetime.fromisoformat("2026-12-01T00:00:00+00:00"))

    async def last_goes(self) -> datetime | None:
        """Return the day that was set."""
        return self.goes


class Desk:
    """Two admins, one of whom reads English; the alerts look every ten seconds."""

    def __init__(self, t: Town, world: World) -> None:
        """Connect them to what the test sets."""
        self.t, self.world = t, world
        self.admin: Chatter = t.admin()
        self.english: Chatter = t.person("Ann", "en", number=SECOND)
        self.vitals = t.app.vitals
        self.restart()

    def restart(self) -> None:
        """Forget everything that is in memory."""
        notices, store = self.t.app.alerts.notices, self.t.app.repositories.health
        words = AlertWords(self.vitals, self.world, self.world)
        self.alerts = AlertNotices(notices, words, self.vitals, Alerts(self.t.clock), store, self.t.clock)

    async def passes(self, seconds: float, wrong: Iterable[Trouble] = ()) -> None:
        """Let time pass with these troubles."""
        there = set(wrong)
        for trouble in Trouble:
            self.vitals.troubles.note(trouble, wrong=trouble in there)
        for _ in range(round(seconds / 10)):
            await self.alerts()
            self.t.clock.forward(seconds=10)

    def count(self) -> int:
        """Count what each of the two has read."""
        assert len(self.admin.from_bot) == len(self.english.from_bot)
        return len(self.admin.from_bot)


@asynccontextmanager
async def desk() -> AsyncIterator[Desk]:
    """Open a town with two admins who have started."""
    async with town(admin_ids=f"{ADMIN},{SECOND}") as t:
        made = Desk(t, World())
        made.admin.person.started = made.english.person.started = True
        await t.app.dispatcher["subscribe"](SECOND, Locale.EN, discreet=False)
        measures = t.app.vitals.measures
        measures.clock_ahead, measures.disk_free = -400.0, 12 * 1024 * 1024 + 5
        measures.due = {Lane.REMINDER: Due(1, 1, 420), Lane.BROADCAST: Due(1, 1, 9999)}
        yield made


async def test_each_is_told_in_both_languages_with_what_to_do_and_its_end() -> None:
    assert set(TITLES) == set(LASTS_SECONDS)
    async with desk() as at:
        for number, (trouble, titles) in enumerate(TITLES.items()):
            await at.passes(LASTS_SECONDS[trouble] + 20, [trouble])
            assert at.count() == 2 * number + 1, trouble
            for reader, title in zip((at.admin, at.english), titles, strict=True):
                reader.sees(title)
                assert str(ADMIN) not in reader.text
            assert trouble in (Trouble.CLOCK, Trouble.BACKUP) or f"docs/operations.md, «{trouble}»" in at.admin.text
            await at.passes(AWAY_SECONDS + 20)
            assert at.count() == 2 * number + 2, trouble
            at.admin.sees("✅")
            at.english.sees("✅")


@pytest.mark.parametrize("trouble", [Trouble.DATABASE, Trouble.CONFLICT])
async def test_what_flaps_twenty_times_in_ten_minutes_is_two_messages(trouble: Trouble) -> None:
    async with desk() as at:
        for _ in range(20):
            await at.passes(20, [trouble])
            await at.passes(10)
        await at.passes(1200)
        assert at.count() == 2
    note("O5", "a fault that comes and goes 20 times in ten minutes: 2 messages")


async def test_after_an_outage_of_telegrams_one_message_says_what_is_and_what_was() -> None:
    async with desk() as at:
        await at.passes(100, [Trouble.KEY])
        assert at.count() == 1
        away = [Trouble.TELEGRAM, Trouble.BACKLOG]
        await at.passes(1800, [*away, Trouble.DATABASE, Trouble.DISK])
        await at.passes(1800, [*away, Trouble.DISK])
        assert at.count() == 1, "nobody can be told through a Telegram that is away"
        await at.passes(60, [Trouble.DISK])
        assert at.count() == 2
        first, _, second = at.admin.text.partition("✅")
        assert "Сейчас не в порядке" in first
        assert "(disk)" in first
        assert "(backlog)" not in at.admin.text
        assert "прошло" in second
        assert "(database)" in second
        assert "(key)" in second
        at.english.sees("Not in order now", "the disk is nearly full (disk)", "is over", "docs/operations.md")
        await at.passes(AGAIN_SECONDS / 2, [Trouble.DISK])
        assert at.count() == 2


async def test_what_reached_nobody_is_said_once_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as at:
        with monkeypatch.context() as away:
            away.setattr(at.alerts.notices.bot.session, "make_request", _unreachable)
            await at.passes(60, [Trouble.DATABASE])
            await at.passes(400)
            await at.passes(60, [Trouble.CLOCK])
        assert at.count() == 0
        await at.passes(10, [Trouble.CLOCK])
        assert at.count() == 1
        at.admin.sees("Сейчас не в порядке", "(clock)", "прошло", "(database)")


async def _unreachable(*_: object, **__: object) -> None:
    raise TimeoutError


async def test_a_crash_loop_repeats_nothing_and_the_end_is_told() -> None:
    async with desk() as at:
        for _ in range(10):
            await at.passes(100, [Trouble.DISK])
            at.restart()
        assert at.count() == 1
        await at.passes(1200)
        assert at.count() == 2
        at.restart()
        await at.passes(1200)
        assert at.count() == 2
    note("O5", "10 starts of a crash loop: 1 message, 1 at its end")


async def test_what_cannot_be_kept_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk() as at:
        with monkeypatch.context() as full:
            for name in ("told", "keep_told"):
                full.setattr(at.t.app.repositories.health, name, _unreachable)
            at.world.moved = True
            await at.passes(60, [Trouble.DATABASE])
        at.admin.sees("перемещён или заменён")
        assert at.count() == 1
        assert caplog.text.count("alerts_not_kept kind=TimeoutError") == 2


async def test_h06_admins_are_told_every_day_when_the_last_will_be_gone() -> None:
    async with desk() as at:
        await at.passes(3600, [Trouble.BACKUP])
        assert at.count() == 0, "an hour passes first"
        await at.passes(49 * 3600, [Trouble.BACKUP])
        assert at.admin.got("2026-12-01") == 3
        at.world.goes = None
        await at.passes(AGAIN_SECONDS, [Trouble.BACKUP])
        at.admin.sees("Резервных копий базы нет")
        await at.passes(600)
        at.admin.sees("снова записывается")
        before = at.count()
        await at.passes(3000, [Trouble.BACKUP])
        assert at.count() == before


async def test_the_whole_bot_finds_and_tells() -> None:
    async with town() as t:
        admin = t.admin()
        admin.person.started = True
        await t.tick()
        assert admin.from_bot == []
        t.app.repositories.daily_backup.failing = True
        for _ in range(7):
            await t.app.look_after()
            await t.app.alerts()
            t.clock.forward(minutes=10)
        admin.sees("Резервных копий базы нет")
        t.app.repositories.daily_backup.failing = False
        await t.later(minutes=1)
        await t.later(minutes=6)
        admin.sees("снова записывается")
        t.clock.forward(seconds=timedelta(days=1).total_seconds())
        await t.tick()
        assert admin.got("⚠️") == 1
