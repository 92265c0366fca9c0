"""SIGTERM in the middle of everything: what was begun is finished, what was not is there at the next start."""

import asyncio
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from bot.demo.chats.person import Person
from bot.demo.limits import Limits
from tests.chaos.figures import note
from tests.engine import about_the_file
from tests.people import CHATS
from tests.process.stage import Stage, stage
from tests.sizes import dice, trials
from tests.waiting import until

PEOPLE = 20
ROUNDS = trials(3, 1)
SLOW = Limits(latency=(0.6, 0.8), after=(0.3, 0.5))

pytestmark = pytest.mark.process


def subscribed(people: list[Person]) -> bool:
    """Whether each has the answer."""
    return all("Вы подписаны" in str(person.messages[-1].get("text")) for person in people)


async def stopped_in_the_middle(play: Stage, people: list[Person], chance: Random) -> float:
    """Return the seconds the stop takes.

    Twenty people subscribe, and the process is told to stop while it handles them; then it is started again.
    """
    for person in people:
        person.sends("/subscribe")
    await until(lambda: all(len(person.messages) == 2 for person in people), within=30)
    for person in people:
        person.press("Подписаться")
    await until(lambda: play.telegram.ledger.in_flight >= PEOPLE // 2)
    await asyncio.sleep(chance.random())
    before = time.monotonic()
    assert await play.stop() == 0
    took = time.monotonic() - before
    assert took <= 20
    await play.start()
    await until(lambda: subscribed(people), within=30)
    return took


async def test_a_stop_while_twenty_handlers_run(tmp_path: Path) -> None:
    async with stage(tmp_path, SLOW) as play:
        everybody: list[Person] = []
        longest, chance = 0.0, dice("T02")
        await play.start()
        for turn in range(ROUNDS):
            people = [play.telegram.person(20_001 + turn * 100 + number, "x") for number in range(PEOPLE)]
            everybody += people
            longest = max(longest, await stopped_in_the_middle(play, people, chance))
        await asyncio.sleep(1)
        assert await play.stop() == 0
        rows = Counter(chat for (chat,) in await play.query(CHATS))
        assert rows == Counter(person.id for person in everybody)
        assert all(len(person.messages) == 2 for person in everybody)
        edits = Counter(entry.chat_id for entry in play.telegram.ledger.accepted("editMessageText"))
        assert edits == Counter(person.id for person in everybody)
        note("T02", f"{ROUNDS} times {PEOPLE} handlers: lost 0, doubled 0, code 0, after {longest:.1f} s at most")


async def test_a_stop_hands_over_orders_that_have_not_begun(tmp_path: Path) -> None:
    async with stage(tmp_path, SLOW) as play:
        anna = play.telegram.person(20_001, "Анна")
        await play.start()
        for text in ("/start", "/help", "/faq", "/settings", "/privacy", "/stop"):
            anna.sends(text)
        await until(lambda: play.telegram.ledger.in_flight > 0)
        assert await play.stop() == 0
        await play.start()
        await play.sees(anna, "Вы отписаны")
        assert await play.stop() == 0
        assert len(play.telegram.ledger.accepted("sendMessage", anna.id)) == 6


@about_the_file
async def test_a_second_instance_steps_back(tmp_path: Path) -> None:
    async with stage(tmp_path) as play:
        await play.start()
        first = play.process
        play.process = None
        with pytest.raises(TimeoutError):
            await play.start(within=4)
        assert await play.ended(10) == 75
        play.process = first
        anna = play.telegram.person(5, "Анна")
        await play.asks(anna, "/start", "Вопросы и ответы")
        assert await play.stop() == 0


async def test_a_rejected_token_ends_it_with_its_own_code(tmp_path: Path) -> None:
    async with stage(tmp_path) as play:
        play.environment["BOT_TOKEN"] = "43:WRONG"
        with pytest.raises(TimeoutError):
            await play.start(within=3)
        assert await play.ended(10) == 77
        assert "WRONG" not in play.log.read_text()


async def test_it_waits_for_a_telegram_that_is_away(tmp_path: Path) -> None:
    async with stage(tmp_path, TELEGRAM_API_URL="http://127.0.0.1:9") as play:
        with pytest.raises(TimeoutError):
            await play.start(within=4)
        assert play.running
        assert await play.stop() == 0
