"""A video's way from the feed to the subscriber, the bot started anew between every two steps (S7, R15)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.core.locales import Locale
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from tests import built_once
from tests.chat import ADMIN, TOKEN, Chatter, Fixed, Town
from tests.clock import ManualClock
from tests.youtube.pretended import ADDRESS, PretendedFeed, name

READER = 5_001


@dataclass
class Machine:
    """What outlives a start: the file, Telegram, the feed, the time."""

    path: Path
    telegram: Telegram
    clock: ManualClock
    feed: PretendedFeed

    @asynccontextmanager
    async def started(self) -> AsyncIterator[Town]:
        """Start the bot, and end it."""
        values: dict[str, Any] = {"bot_token": TOKEN, "admin_ids": str(ADMIN), "youtube_feed_url": ADDRESS}
        more: dict[str, Any] = {"database_path": self.path, "database_unencrypted": True}
        session = InProcessSession(self.telegram)
        async with opened(Fixed(**values, **more), self.clock, asyncio.Event(), session, feed=self.feed) as app:
            town = Town(app, self.telegram, self.clock, self.path)
            await town.settle()
            yield town

    @asynccontextmanager
    async def restarted(self) -> AsyncIterator[Chatter]:
        """Start the bot; the admin looks at the chat."""
        async with self.started() as town:
            yield town.admin()


def machine(folder: Path) -> Machine:
    """A machine on which the bot was never started."""
    built_once.install()
    clock = ManualClock()
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp(), sleep=clock.sleep, limits=Limits())
    for chat in (READER, ADMIN):
        telegram.person(chat, "x", "ru").started = True
    return Machine(folder / "bot.db", telegram, clock, PretendedFeed(clock.now))


async def test_started_anew_between_every_two_steps_it_is_told_once(tmp_path: Path) -> None:
    m = machine(tmp_path)
    m.feed.publish(1)
    async with m.started() as town:
        await town.app.dispatcher["subscribe"](READER, Locale.RU, discreet=False)
        await town.tick()
    m.feed.publish(2, "Новое")
    m.clock.forward(minutes=5)
    async with m.started() as town:
        await town.tick()
        assert len(m.feed.asked) == 1, "a restart asks no sooner"
        m.clock.forward(minutes=11)
        await town.app.watch_feed()
    async with m.started() as town:
        await town.tick()
        town.admin().sees("На канале новое видео", "Новое")
    async with m.restarted() as admin:
        await admin.taps("Показать рассылку")
        admin.sees("ничего не изменилось")
        await admin.taps("Показать рассылку")
        admin.sees("Отправить 1")
    async with m.restarted() as admin:
        await admin.taps("Отправить 1")
        admin.sees("ничего не изменилось")
        confirm = admin.last["message_id"]
        await admin.taps("Отправить 1")
    async with m.started() as town:
        await town.app.repositories.outbox.recover()
        await town.tick()
        town.admin().person.taps(confirm, "vid:ru:0:" + name(2))
        await town.settle()
        await town.tick()
    assert len(m.telegram.ledger.accepted_at(READER, name(2))) == 1
