"""The machine has no memory left for a while: what was told to a person holds, and the bot goes on or ends (T61)."""

import asyncio
import operator
import resource
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from bot.core.locales import Locale
from bot.demo.limits import Limits
from bot.exit_codes import EXIT_MEMORY
from bot.handlers.subscribers.subscription import TakeSubscription
from tests.chaos.figures import note
from tests.people import CHATS
from tests.process import child
from tests.process.stage import CONTEXT, stage
from tests.waiting import until

PEOPLE = 150
BURSTS = 12
ROOM = 8 * 2**20
GO = "go"
TAKE = TakeSubscription(lang=Locale.RU, discreet=False).pack()

pytestmark = pytest.mark.process


def starved(environment: Mapping[str, str], log: Path, shift: float) -> None:
    """In a process of its own: the command, beside something that eats up all memory again and again."""
    threading.Thread(target=eat, args=(log.with_name(GO),), daemon=True).start()
    child.run(environment, log, shift)


def eat(sign: Path) -> None:
    """When told to, take what may still be taken, in ever smaller pieces; give it back; again."""
    while not sign.exists():
        time.sleep(0.05)
    for _ in range(BURSTS):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + ROOM, resource.RLIM_INFINITY))
        taken: list[bytearray] = []
        for size in (2**20, 2**16, 2**12, 2**9):
            try:
                while True:
                    taken.append(bytearray(size))
            except MemoryError:
                pass
        time.sleep(0.15)
        taken.clear()
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        time.sleep(0.1)


async def test_t61_memory_runs_out_again_and_again(tmp_path: Path) -> None:
    async with stage(tmp_path, Limits(model="off"), SEND_RATE="1000") as play:
        process = CONTEXT.Process(target=starved, args=(play.environment, play.log, 0), daemon=True)
        process.start()
        play.process = process
        await until(lambda: bool(play.telegram.ledger.accepted("getMe")), 30)
        first = play.telegram.person(30_000, "x")
        await play.asks(first, "/start", "Вопросы и ответы")
        people = [play.telegram.person(20_001 + number, "x") for number in range(PEOPLE)]
        for number, person in enumerate(people):
            if not play.running:
                break  # it has ended by itself, and nobody else can be told anything
            if number == PEOPLE // 3:
                (tmp_path / GO).touch()
            person.sends("/start")
            await asyncio.sleep(0.025)
            with suppress(TimeoutError):  # nobody need be answered while there is no memory
                await until(partial(operator.contains, person.log, 2), 0.5)
            person.taps(2, TAKE)
        await asyncio.sleep(1)
        edits = play.telegram.ledger.accepted("editMessageText")
        told = {int(entry.chat_id or 0) for entry in edits if "Вы подписаны" in entry.text}
        ended = not play.running
        if not ended:
            assert await play.stop() in {0, EXIT_MEMORY}
        rows = {chat for (chat,) in await play.query(CHATS)}
        assert told - rows == set()
        assert len(told) > 0
        await play.start()
        last = play.telegram.person(30_001, "x")
        await play.asks(last, "/start", "Вопросы и ответы")
        assert await play.stop() == 0
        note("T61", f"{BURSTS} times: {'ended by itself' if ended else 'it went on'}, acknowledged and lost 0")
