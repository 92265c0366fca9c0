"""The same update three times, hours apart and across a restart, has one effect (T03)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.core.locales import Locale
from bot.demo.doors.in_process import InProcessSession
from bot.demo.telegram import Telegram
from bot.handlers.subscribers.subscription import TakeSubscription
from bot.lifespan import opened
from tests.chaos.figures import note
from tests.chaos.test_inbox_world import OFF, World, pretended, settings
from tests.clock import ManualClock

HOURS = 6
TAKE = TakeSubscription(lang=Locale.RU, discreet=False).pack()


@asynccontextmanager
async def quiet(path: Path, clock: ManualClock, telegram: Telegram) -> AsyncIterator[World]:
    """The bot with nothing running by itself: the test hands over the updates."""
    session = InProcessSession(telegram)
    async with opened(settings(path), clock, asyncio.Event(), session) as app:
        yield World(app, telegram, path, asyncio.ensure_future(asyncio.sleep(0)))


async def handed_over(world: World) -> list[dict[str, Any]]:
    """The updates that wait, taken out of Telegram's hands for good."""
    waiting = world.telegram.world.updates.pending
    world.telegram.world.updates.clear()
    for raw in waiting:
        await world.app.inbox.take(raw)
    return waiting


async def test_t03_an_order_that_comes_thrice_acts_once(tmp_path: Path) -> None:
    """Were it obeyed again, it would subscribe somebody who has left in the meantime."""
    clock, path = ManualClock(), tmp_path / "bot.db"
    telegram = pretended(clock, OFF)
    telegram.world.updates.allow(["message", "callback_query", "my_chat_member"])
    anna = telegram.person(20_001, "Анна")

    async with quiet(path, clock, telegram) as world:
        anna.sends("/start")
        await handed_over(world)
        anna.taps(2, TAKE)
        (order,) = await handed_over(world)
        assert await row(world, anna.id)
        anna.sends("/stop")
        (leaving,) = await handed_over(world)
        assert not await row(world, anna.id)
        clock.forward(hours=HOURS)
        await world.app.inbox.take(order)
        assert not await row(world, anna.id)
    clock.forward(hours=HOURS)
    async with quiet(path, clock, telegram) as world:
        await world.app.inbox.take(order)
        await world.app.inbox.take(leaving)
        assert not await row(world, anna.id)
        assert world.app.inbox.counters.duplicate == 2
        assert sum("Вы отписаны" in text for text in telegram.ledger.texts(anna.id)) == 1
        anna.taps(2, TAKE)
        await handed_over(world)
        assert await row(world, anna.id)
        clock.forward(hours=HOURS)
        await world.app.inbox.take(leaving)
        assert await row(world, anna.id)
    note("T03", "one effect")


async def row(world: World, chat: int) -> bool:
    """Whether the chat has a row."""
    return await world.app.repositories.subscribers.get(chat) is not None
