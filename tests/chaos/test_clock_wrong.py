"""One start, or one minute, with a clock that is wrong by ten days: nothing goes, nothing is told twice (T102, H3)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.core.faq.question_stats import SHOWN_FROM
from bot.core.faq.search import Certainty, Found
from bot.core.locales import Locale
from bot.core.telegram_time import TelegramTime
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from tests.chaos import figures
from tests.chat import ADMIN, TOKEN, Fixed, Town
from tests.clock import ManualClock
from tests.sizes import sample

DAYS = (10, -10)
GUEST = 5999
FORM = "/seminar {start:%Y-%m-%d %H:%M} UTC | {title} | Work | https://youtu.be/abc | 90m"
STAYS = ("subscriber", "seminar_choice", "mailing", "mailing_text", "delivery", "draft", "tally", "seen", "watch")


class World:
    """A database and a Telegram that outlive the runs of the bot."""

    def __init__(self, folder: Path) -> None:
        """Begin at the test's moment."""
        self.clock, self.path = ManualClock(), folder / "bot.db"
        self.telegram = Telegram(
            token=TOKEN, now=lambda: self.clock.now().timestamp(), sleep=self.clock.sleep, limits=Limits()
        )

    @asynccontextmanager
    async def started(self, **ahead: float) -> AsyncIterator[Town]:
        """Run the bot; ``ahead`` is how wrong its clock is."""
        clock = ManualClock(self.clock.now() + timedelta(**ahead)) if ahead else self.clock
        values: dict[str, Any] = {"bot_token": TOKEN, "admin_ids": str(ADMIN), "database_path": self.path}
        settings = Fixed(**values, database_unencrypted=True)
        async with opened(settings, clock, asyncio.Event(), InProcessSession(self.telegram)) as app:
            town = Town(app, self.telegram, clock, self.path)
            await app.prepare()
            await town.tick()
            yield town

    def rows(self, t: Town) -> dict[str, list[tuple[object, ...]]]:
        """Everything that is kept of people, and of what they were told."""
        return {table: t.query(f"SELECT * FROM {table} ORDER BY 1, 2") for table in STAYS}  # noqa: S608 -- our names

    def told(self) -> int:
        """How many messages there are in all, without those to the admin, who reads that the clock is wrong."""
        return sum(entry.chat_id != ADMIN for entry in self.telegram.ledger.messages(""))


async def lived(world: World) -> None:
    """A seminar that is forgotten, one in 70 minutes, a guest of it, a broadcast under way, a draft, sums."""
    async with world.started() as t:
        admin, anna = t.admin(), await t.subscriber()
        await admin.announces(FORM.format(start=t.clock.now() + timedelta(minutes=70), title="Первая тема"))
        await t.tick()
        for _ in range(9 * 24):
            await t.later(hours=1)
        start = t.clock.now() + timedelta(minutes=70)
        await admin.announces(FORM.format(start=start, title="Вторая тема"))
        await t.tick()
        assert anna.got("Вторая тема") == 1
        t.person("Гость", number=GUEST).person.started = True
        await t.app.repositories.seminars.choose(2, GUEST, Locale.RU, wanted=True)
        for _ in range(SHOWN_FROM):
            t.app.questions.question_stats.count(Found(Certainty.SUGGEST, (("fees", 1.0),)), Locale.RU)
        await t.tick()
        await t.app.repositories.pause.switch(on=True)
        await admin.sends("/broadcast")
        await admin.sends("Новость")
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        await admin.sends("/broadcast")
        assert t.query("SELECT count(*) FROM delivery WHERE state = 0") == [(1,)]


@pytest.mark.parametrize(("days", "dated"), sample([*product(DAYS, (True, False))], 2, "one start"))
async def test_t102_h03_one_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int, dated: bool) -> None:
    """Whether or not Telegram's answers say what time it is there."""
    if not dated:
        monkeypatch.setattr(TelegramTime, "skew", lambda _: None)
    world = World(tmp_path)
    await lived(world)
    async with world.started() as t:
        before, told = world.rows(t), world.told()
    async with world.started(days=days) as t:
        await t.later(minutes=1)
    async with world.started() as t:
        await t.tick()
        assert world.rows(t) == before
        assert world.told() == told
        await t.app.repositories.pause.switch(on=False)
        await t.later(minutes=11)
        assert t.query("SELECT count(*) FROM seminar_choice") == [(1,)]
        assert world.told() == told + 3, "the broadcast, and the step to the subscriber and to the guest"
    figures.note("T102", f"one start {days:+d} days: deleted 0, told twice 0")


@pytest.mark.parametrize("days", sample(DAYS, 1, "one minute"))
async def test_t102_h03_one_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """The pretended Telegram lives by the same clock, so what its answers say of the time is left out."""
    monkeypatch.setattr(TelegramTime, "skew", lambda _: None)
    world = World(tmp_path)
    await lived(world)
    async with world.started() as t:
        before, told = world.rows(t), world.told()
        t.clock.set(t.clock.now() + timedelta(days=days))
        await t.later(minutes=1)
        t.clock.set(t.clock.now() - timedelta(days=days))
        await t.tick()
        assert world.rows(t) == before
        assert world.told() == told
    figures.note("T102", f"one minute {days:+d} days: deleted 0, told twice 0")
