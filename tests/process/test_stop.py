"""SIGTERM in the middle of everything: what was begun is finished, what was not is there at the next start."""

import asyncio
import time
from collections import Counter
from pathlib import Path

import pytest

from bot.demo.limits import Limits
from tests.process.stage import stage
from tests.waiting import until

PEOPLE = 20

pytestmark = pytest.mark.process


async def test_a_stop_while_twenty_handlers_run(tmp_path: Path) -> None:
    async with stage(tmp_path, Limits(latency=(0.6, 0.8), after=(0.3, 0.5))) as play:
        people = [play.telegram.person(20_001 + number, "x") for number in range(PEOPLE)]
        await play.start()
        for person in people:
            person.sends("/subscribe")
        await until(lambda: all(len(person.messages) == 2 for person in people), within=30)
        for person in people:
            person.press("Подписаться")
        await until(lambda: play.telegram.ledger.in_flight >= PEOPLE // 2)
        before = time.monotonic()
        assert await play.stop() == 0
        assert time.monotonic() - before <= 20
        await play.start()
        await until(lambda: all("Вы подписаны" in str(p.messages[-1].get("text")) for p in people), within=30)
        await asyncio.sleep(1)
        assert await play.stop() == 0
        rows = Counter(chat for (chat,) in await play.query("SELECT chat FROM subscriber"))
        assert rows == Counter(person.id for person in people)
        assert all(len(person.messages) == 2 for person in people)


async def test_a_second_instance_steps_back(tmp_path: Path) -> None:
    async with stage(tmp_path) as play:
        await play.start()
        first = play._process
        play._process = None
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(4):
                await play.start()
        assert await play.ended(10) == 75
        play._process = first
        anna = play.telegram.person(5, "Анна")
        anna.sends("/start")
        await until(lambda: len(anna.messages) == 2)
        assert await play.stop() == 0


async def test_a_rejected_token_ends_it_with_its_own_code(tmp_path: Path) -> None:
    async with stage(tmp_path, BOT_TOKEN="43:WRONG") as play:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(3):
                await play.start()
        assert await play.ended(10) == 77


async def test_it_waits_for_a_telegram_that_is_away(tmp_path: Path) -> None:
    async with stage(tmp_path, TELEGRAM_API_URL="http://127.0.0.1:9") as play:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(4):
                await play.start()
        assert play._process.is_alive()
        assert await play.stop() == 0
