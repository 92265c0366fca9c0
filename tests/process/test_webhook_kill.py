"""kill -9 between the commit and the 200, and a stop, with updates that a webhook brings (R1, R14, T93)."""

import signal
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.core.locales import Locale
from bot.demo.chats.person import Person
from bot.demo.doors.webhook import Deliverer, delivering
from bot.demo.limits import Limits
from bot.handlers.subscribers.subscription import TakeSubscription
from tests.chaos.figures import note
from tests.chaos.hooked import HOOK, free_port
from tests.people import CHATS
from tests.process.stage import Stage, stage
from tests.sizes import trials
from tests.waiting import until

PEOPLE, KILLS = trials(200, 12), trials(40, 3)
TAKE = TakeSubscription(lang=Locale.RU, discreet=False).pack()

pytestmark = pytest.mark.process


def settings(port: int) -> dict[str, Any]:
    """What the process is told of its webhook."""
    told: dict[str, Any] = {name.upper(): str(value) for name, value in HOOK.items()}
    return {**told, "WEBHOOK_LISTEN": f"127.0.0.1:{port}", "SEND_RATE": "1000"}


class Killer:
    """Kills the bot with the answer to every so-manieth tap: it is committed, and Telegram does not learn of it."""

    def __init__(self, play: Stage, deliverer: Deliverer, points: set[int]) -> None:
        """Kill at these numbers of answered taps."""
        self.killed: list[int] = []
        self._play = play
        self._points = points
        self._answered = 0
        deliverer.loses_answer = self

    def __call__(self, update: dict[str, Any]) -> bool:
        """Return whether the answer dies with the process."""
        if "callback_query" not in update:
            return False
        self._answered += 1
        if self._answered not in self._points:
            return False
        self.killed.append(update["callback_query"]["from"]["id"])
        self._play.signal(signal.SIGKILL)
        return True

    def has_killed(self, count: int) -> bool:
        """Whether it has done so this often."""
        return len(self.killed) >= count


@pytest.mark.long
async def test_t93_an_order_whose_200_dies_with_the_process_acts_once(tmp_path: Path) -> None:
    """Were it obeyed again, it would subscribe somebody who has left in the meantime."""
    port = free_port()
    limits = Limits(model="off", latency=(0.005, 0.02), after=(0.005, 0.02))
    async with (
        stage(tmp_path, limits, **settings(port)) as play,
        delivering(play.telegram.world, f"http://127.0.0.1:{port}") as deliverer,
    ):
        await play.start()
        people = [play.telegram.person(20_001 + number, "x", "ru") for number in range(PEOPLE)]
        for person in people:
            person.sends("/start")
        await until(lambda: all(len(person.messages) == 2 for person in people), within=60)
        step = PEOPLE // (KILLS + 1)
        killer = Killer(play, deliverer, {step * turn for turn in range(1, KILLS + 1)})
        for person in people:
            person.taps(2, TAKE)
        for count in range(1, KILLS + 1):
            await until(partial(killer.has_killed, count), within=120)
            await play.ended(10)
            leave(play, killer.killed[-1])
            await play.start()
        left = set(killer.killed)
        await until(lambda: not len(play.telegram.world.updates), within=120)
        assert await play.stop() == 0
        rows = {chat for (chat,) in await play.query(CHATS)}
        assert rows == {person.id for person in people} - left
        assert set(deliverer.delivered.statuses) <= {0, 200, 503}
        for chat in left:  # one that comes again may be killed again, and its sender leaves again
            told = sum("Вы отписаны" in text for text in play.telegram.ledger.texts(chat))
            assert told <= killer.killed.count(chat)
    note("T93", f"{KILLS} kills between commit and 200, {PEOPLE} orders: lost 0, doubled 0")


def leave(play: Stage, chat: int) -> None:
    """Let somebody unsubscribe whose order to subscribe Telegram will bring again."""
    play.telegram.person(chat, "x").sends("/stop")


@pytest.mark.long
async def test_a_stop_while_handlers_run_is_answered_and_quick(tmp_path: Path) -> None:
    port = free_port()
    limits = Limits(latency=(0.3, 0.4), after=(0.2, 0.3))
    async with (
        stage(tmp_path, limits, **settings(port)) as play,
        delivering(play.telegram.world, f"http://127.0.0.1:{port}") as deliverer,
    ):
        await play.start()
        await until(lambda: play.telegram.world.webhook is not None, within=20)
        people: list[Person] = [play.telegram.person(20_001 + number, "x", "ru") for number in range(10)]
        for person in people:
            person.sends("/start")
        await until(lambda: play.telegram.ledger.in_flight >= len(people) // 2, within=20)
        before = time.monotonic()
        assert await play.stop() == 0
        assert time.monotonic() - before <= 20
        await play.start()
        await until(lambda: not len(play.telegram.world.updates), within=30)
        assert await play.stop() == 0
        assert [len(play.telegram.ledger.texts(person.id)) for person in people] == [1] * len(people)
        assert set(deliverer.delivered.statuses) <= {0, 200, 503}
