"""One works, the others wait; whoever works may die at any moment (O9, T115)."""

import asyncio
import signal
from functools import partial
from pathlib import Path

import pytest

from bot.demo.chats.person import Person
from tests.postgres.instances import instances
from tests.waiting import until

pytestmark = pytest.mark.process


async def test_one_of_three_works_and_another_goes_on_when_it_dies(tmp_path: Path) -> None:
    async with instances(tmp_path, 3) as subject:
        for each in subject.all:
            each.start()
        anna = subject.play.telegram.person(20_001, "Анна", "ru")
        loop = asyncio.get_running_loop()
        await subject.play.asks(anna, "/start", "Вопросы")
        for how in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM):
            leader = subject.leader
            assert leader is not None
            leader.signal(how)
            begun, more = loop.time(), len(anna.messages) + 2
            anna.sends("/start")
            await until(partial(_has, anna, more), 30)
            print(how, "took", loop.time() - begun)
            if how == signal.SIGSTOP:
                leader.signal(signal.SIGCONT)


def _has(person: Person, count: int) -> bool:
    return len(person.messages) >= count
