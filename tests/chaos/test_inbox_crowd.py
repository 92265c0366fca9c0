"""One person's flood, a handler that hangs, a hundred thousand visitors: through the whole bot (T14, T76, T77)."""

import asyncio
import gc
import json
import os
from collections.abc import AsyncGenerator
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.demo.chats.person import Person
from bot.demo.faults.plan import Fault, FaultKind
from bot.demo.limits import Limits
from bot.lifespan import opened
from tests.chaos.figures import note
from tests.chaos.test_inbox_world import World, living, settings
from tests.clock import ManualClock
from tests.sizes import FULL, trials
from tests.waiting import until

SECONDS = 10 if FULL else 4
FLOOD_A_SECOND, HONEST_A_SECOND = 100, 20
VISITORS = trials(100_000, 14_000)
FILLED = 12_000
GROWTH = 10 * 2**20


async def wait_of(world: World, person: Person, text: str) -> float:
    """How long somebody waits for the answer."""
    loop = asyncio.get_running_loop()
    before, written = loop.time(), len(person.messages)
    person.sends(text)
    await until(lambda: len(person.messages) >= written + 2 or world.task.done(), 30)
    return loop.time() - before


def p95(waits: list[float]) -> float:
    """The wait that 95 of 100 do not exceed."""
    return sorted(waits)[int(len(waits) * 0.95)]


async def test_t14_a_handler_that_hangs_costs_the_others_nothing(tmp_path: Path) -> None:
    async with living(tmp_path / "bot.db") as world:
        hanging = [world.person() for _ in range(10)]
        fault = Fault(FaultKind.HANG, methods=("sendMessage",), chats=[person.id for person in hanging])
        world.telegram.faults.add(fault)
        for person in hanging:
            person.sends("/start")
        await until(lambda: len(world.telegram.hung) == len(hanging))
        async with asyncio.TaskGroup() as group:
            waits = []
            for _ in range(30):
                waits.append(group.create_task(wait_of(world, world.person(), "/faq")))
                await asyncio.sleep(0.05)
        assert len(world.telegram.hung) == len(hanging)
        assert p95([task.result() for task in waits]) <= 1
        assert not world.task.done()
    note("T14", f"{len(hanging)} hang: the others' p95 at most 1 s")


async def test_t76_a_flood_of_one_beside_honest_people(tmp_path: Path) -> None:
    async with living(tmp_path / "bot.db", limits=Limits()) as world:
        flooder = world.person()
        async with asyncio.TaskGroup() as group:
            waits = []
            for step in range(SECONDS * FLOOD_A_SECOND):
                flooder.sends(f"flood {step}")
                if step % (FLOOD_A_SECOND // HONEST_A_SECOND) == 0:
                    waits.append(group.create_task(wait_of(world, world.person(), "/faq")))
                await asyncio.sleep(1 / FLOOD_A_SECOND)
        told = world.telegram.ledger.texts(flooder.id)
        assert len(waits) == SECONDS * HONEST_A_SECOND
        assert p95([task.result() for task in waits]) <= 1
        assert len(told) <= 20 + 2 * SECONDS
        assert [e for e in world.telegram.ledger.entries if e.status == 429] == []
    note("T76", f"{SECONDS * FLOOD_A_SECOND:,} updates of one in {SECONDS} s: p95 of the others at most 1 s, 429 0")


class Deaf(BaseSession):
    """A Telegram that accepts everything and remembers nothing: the memory measured is the bot's alone."""

    def __init__(self) -> None:
        super().__init__()
        self.accepted = 0
        self._person = {"id": 42, "is_bot": True, "first_name": "b", "username": "seminar_bot"}
        self._message = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "x"}

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 (the name is aiogram's)
    ) -> TelegramType:
        """Say yes."""
        name = method.__api_method__
        self.accepted += 1
        results: dict[str, Any] = {"getMe": self._person, "sendMessage": self._message, "editMessageText": True}
        text = json.dumps({"ok": True, "result": results.get(name, True)})
        return cast(TelegramType, self.check_response(bot, method, 200, text).result)

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """Hold no files."""
        for nothing in b"":
            yield bytes(nothing)


def resident() -> int:
    """Bytes of memory the process holds at this moment."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def visit(number: int) -> dict[str, Any]:
    """Somebody who comes, reads and never comes back."""
    chat = 1_000_000_000 + number
    person = {"id": chat, "is_bot": False, "first_name": "x", "language_code": "ru"}
    place = {"id": chat, "type": "private", "first_name": "x"}
    if number % 2:
        entities = [{"type": "bot_command", "offset": 0, "length": 4}]
        body = {"message_id": 1, "date": 1_700_000_000, "chat": place, "from": person, "text": "/faq"}
        return {"update_id": number, "message": {**body, "entities": entities}}
    screen = {"message_id": 1, "date": 1_700_000_000, "chat": place, "text": "x"}
    tap = {"id": str(number), "from": person, "chat_instance": "1", "data": "go:ru:0:faq", "message": screen}
    return {"update_id": number, "callback_query": tap}


@pytest.mark.long
async def test_t77_visitors_leave_no_row_and_no_memory(tmp_path: Path) -> None:
    session, numbers = Deaf(), count(1)
    async with opened(settings(tmp_path / "bot.db"), ManualClock(), asyncio.Event(), session) as app:

        async def come(people: int) -> int:
            for _ in range(people):
                await app.inbox.take(visit(next(numbers)))
            gc.collect()
            return resident()

        before = await come(FILLED)
        after = await come(VISITORS - FILLED)
        assert session.accepted >= VISITORS
        assert app.inbox.counters.handled == VISITORS
        assert after - before <= GROWTH
        assert await app.repositories.subscribers.count() == {}
        assert await app.repositories.seen.load() == set()
    note("T77", f"{VISITORS} visitors: rows 0, RSS + {max(0, after - before) / 2**20:.1f} MiB")
