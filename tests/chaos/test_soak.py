"""Hours of ordinary work on virtual time: what the bot holds in memory does not grow with them (T62)."""

import asyncio
import gc
import itertools
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.core.seminars.changes import EnterSeminar
from bot.core.seminars.form import parse_plan
from bot.lifespan import opened
from tests.chaos.figures import note
from tests.chaos.scene import beat, subscribe
from tests.chaos.test_inbox_crowd import Deaf, resident, visit
from tests.chaos.test_inbox_world import settings
from tests.chaos.virtual import VirtualClock, on_virtual_time
from tests.chat import ADMIN
from tests.sizes import trials

HOURS = trials(24, 3)
WARM = 1
"""Hours before the first look: caches fill."""
PEOPLE = 200
VISITS_A_MINUTE = 2
SLOPE = 2**20


class Telling(Deaf):
    """A Telegram that remembers nothing, and hands out whatever stands in ``updates``."""

    def __init__(self) -> None:
        super().__init__()
        self.updates: list[dict[str, Any]] = []

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 (the name is aiogram's)
    ) -> TelegramType:
        if method.__api_method__ != "getUpdates":
            await asyncio.sleep(0.02)
            return await super().make_request(bot, method, timeout)
        offset = int(getattr(method, "offset", None) or 0)
        for _ in range(10):
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
            if self.updates:
                break
            await asyncio.sleep(1)
        return cast(TelegramType, self.updates[:100])


def order(number: int, text: str, date: int) -> dict[str, Any]:
    """What an admin writes."""
    person = {"id": ADMIN, "is_bot": False, "first_name": "x", "language_code": "ru"}
    chat = {"id": ADMIN, "type": "private", "first_name": "x"}
    entities = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    body = {"message_id": 1, "date": date, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": {**body, "entities": entities}}


async def an_hour(session: Telling, clock: VirtualClock, numbers: "itertools.count[int]", enter: EnterSeminar) -> int:
    """Visitors, a preview, a seminar that is announced, and its reminders; return what is resident after it."""
    begins = clock.now() + timedelta(minutes=50)
    line = f"{begins:%Y-%m-%d %H:%M} UTC | Работа | Work | https://youtu.be/abc | 5m"
    session.updates.append(order(next(numbers), f"/seminar {line}", int(clock.now().timestamp())))
    (plan,) = parse_plan(line, clock.now())
    await enter(plan)
    for _ in range(60):
        session.updates += [visit(next(numbers)) for _ in range(VISITS_A_MINUTE)]
        await asyncio.sleep(60)
    gc.collect()
    return resident()


@pytest.mark.long
@on_virtual_time
async def test_t62_hours_of_work_do_not_fill_the_memory(tmp_path: Path) -> None:
    clock, session, stop = VirtualClock(), Telling(), asyncio.Event()
    await subscribe(tmp_path / "bot.db", PEOPLE, clock)
    async with opened(settings(tmp_path / "bot.db", reminder_offsets=(1_800, 0)), clock, stop, session) as app:
        await app.prepare()
        async with asyncio.TaskGroup() as tasks:
            for work in (app.inbox.run(stop), app.sender.run(stop), *(beat(app, tick, stop) for tick in app.ticks())):
                tasks.create_task(work)
            numbers = itertools.count(1)
            seen = [
                await an_hour(session, clock, numbers, app.dispatcher["enter_seminar"]) for _ in range(HOURS + WARM)
            ][WARM - 1 :]
            handled = app.inbox.counters.handled
            told = session.accepted
            stop.set()
    slope = (seen[-1] - seen[0]) / HOURS
    assert handled >= (HOURS + WARM) * 60 * VISITS_A_MINUTE
    assert told >= (HOURS + WARM) * PEOPLE * 3
    assert slope <= SLOPE
    note("T62", f"{HOURS} h, {handled:,} updates, {told:,} calls: RSS {max(0.0, slope) / 2**20:+.2f} MiB an hour")
