"""Mutated updates through the real inbox, dispatcher and storage, in one process: ``python -m tests.fuzz.run``."""

import asyncio
import logging
import sys
from array import array
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from random import Random
from time import perf_counter
from typing import Any

from bot.core.seminars.form import parse_plan
from bot.demo.chats.chat import Chat
from bot.demo.chats.person import Person
from tests.chat import ADMIN, Town, town
from tests.fuzz.mutations import MANY, ODD_TEXTS, mutated
from tests.fuzz.orders import SEMINAR, Effects, Orders, ends_album, may_order, shown, start
from tests.fuzz.shapes import Shapes
from tests.resident import TELLING, Resident, forget_what_was_told
from tests.sizes import SEED, run_name

FULL = 100_000
PEOPLE = 400
ROUND = 500
"""After so many the pretended Telegram forgets what it was told, so that only the bot's memory is measured."""
ALIVE = {"update_id": 1, "message": {"message_id": 1, "date": 0, "text": "/start"}}
EXPECTED = ("update_without_id", "update_unreadable", "update_implausible", "flood")
ORDERS = 0.1
"""Share of updates that are an admin's, or look like it."""

CROWD = 12_000
"""People who come before the measured part: more than anything remembers."""


@dataclass
class Figures:
    """What came of a run; seconds."""

    updates: int = 0
    crashes: int = 0
    unhandled: Counter[str] = field(default_factory=Counter)
    times: "array[float]" = field(default_factory=lambda: array("d"))
    invalid: int = 0
    foreign: int = 0
    handled: int = 0
    orders: int = 0
    obeyed: int = 0
    effects: list[str] = field(default_factory=list)
    memory: str = ""

    def p99(self) -> float:
        """Return what 99 of 100 updates took at most."""
        return sorted(self.times)[len(self.times) * 99 // 100]

    def line(self) -> str:
        """Return everything in three lines."""
        return (
            f"updates {self.updates}, handled {self.handled}, unreadable {self.invalid}, "
            f"not for the bot {self.foreign}, "
            f"crashes {self.crashes}, unhandled {self.unhandled.total()}, p99 {self.p99() * 1000:.1f} ms, "
            f"longest {max(self.times) * 1000:.0f} ms\n"
            f"of them orders {self.orders}, with an effect {self.obeyed}; "
            f"effects of who may not give any {len(self.effects)}\n"
            f"{self.memory}"
        )


class Everybody(dict[int, Chat]):
    """Whoever an update names has a chat with the bot."""

    def __init__(self, t: Town) -> None:
        """Start with nobody."""
        super().__init__()
        self._world = t.telegram.world

    def get(self, key: int, _default: Any = None) -> Any:
        """Return the person, met just now."""
        if key not in self:
            person = self[key] = Person(self._world, key, "x", "ru")
            person.started = True
        return self[key]


class Listening(logging.Handler):
    """Counts everything an operator would be told of, but for what every stranger may cause."""

    def __init__(self, figures: Figures) -> None:
        """Write into the figures."""
        super().__init__(logging.WARNING)
        self._figures = figures

    def emit(self, record: logging.LogRecord) -> None:
        """Count it."""
        words = record.getMessage()
        if not words.startswith(EXPECTED):
            self._figures.unhandled[words] += 1


async def fuzz(count: int, seed: int = SEED) -> Figures:
    """Feed so many updates; return what came of them."""
    figures, random = Figures(), Random(seed)  # noqa: S311 -- a test's dice, to be thrown again
    listening, ours = Listening(figures), logging.getLogger("bot")
    ours.addHandler(listening)
    ours.propagate = False
    try:
        async with town(reviewers=f"{ADMIN}:Jane Doe") as t:
            asyncio.get_running_loop().set_exception_handler(lambda _loop, told: figures.unhandled.update([str(told)]))
            t.telegram.world.chats = Everybody(t)
            await _feed(t, figures, random, count)
            await _alive(t)
    finally:
        ours.removeHandler(listening)
        ours.propagate = True
    return figures


async def _crowd(t: Town, count: int) -> None:
    """Let so many people come along, so that whatever remembers people is full before anything is measured.

    The first of them send the longest questions and the heaviest updates there are: what those need, the process keeps.
    """
    for number, text in enumerate(ODD_TEXTS):
        await t.app.inbox.take(
            {"update_id": 3 * 10**8 + number, "message": {"message_id": [text] * MANY, "date": text}}
        )
    said = (*ODD_TEXTS * 3, *("/help" for _ in range(count)))
    for number, text in zip(range(count), said, strict=False):
        user = {"id": 3 * 10**6 + number, "is_bot": False, "first_name": "Ы"}
        about = {"message_id": 1, "date": int(t.clock.now().timestamp()), "chat": {"id": user["id"], "type": "private"}}
        await t.app.inbox.take({"update_id": 2 * 10**8 + number, "message": about | {"from": user, "text": text}})
        t.clock.forward(seconds=0.05)
        if number % ROUND == ROUND - 1:
            forget_what_was_told(t)


async def _feed(t: Town, figures: Figures, random: Random, count: int) -> None:
    shapes, orders = Shapes(random, PEOPLE, _now(t)), Orders(random, PEOPLE)
    await _crowd(t, min(CROWD, count // 5) if count >= TELLING else 0)
    (plan,) = parse_plan(SEMINAR.removeprefix("/seminar "), t.clock.now())
    await t.app.dispatcher["enter_seminar"](plan)
    for update in start(_now(t)):
        await t.app.inbox.take(update)
    resident, told = Resident(count), t.telegram.ledger.entries
    counters, earlier = t.app.inbox.counters, replace(t.app.inbox.counters)
    with closing(Effects(t)) as effects:
        effects.changed()
        for number in range(count):
            ordered, before, shapes.now = random.random() < ORDERS, len(told), _now(t)
            update = orders.update(number + 1, _now(t)) if ordered else mutated(shapes.update(number + 1), random)
            album = effects.album_waits() and ends_album(update)
            await _take(t, figures, update)
            orders.learn(told[before:])
            figures.orders += ordered
            if effects.changed():
                may = may_order(update, _now(t)) or album
                figures.obeyed += may
                figures.effects += [] if may else [shown(update)]
            t.clock.forward(seconds=1 if ordered else 0.05)
            if number % ROUND == ROUND - 1:
                forget_what_was_told(t)
            resident.look(number + 1)
    figures.updates, figures.handled, figures.memory = count, counters.handled - earlier.handled, resident.line()
    figures.invalid, figures.foreign = counters.invalid - earlier.invalid, counters.foreign - earlier.foreign


async def _take(t: Town, figures: Figures, update: dict[str, Any]) -> None:
    started = perf_counter()
    try:
        await t.app.inbox.take(update)
    except Exception as error:
        figures.crashes += 1
        figures.unhandled[type(error).__name__] += 1
    figures.times.append(perf_counter() - started)


def _now(t: Town) -> int:
    return int(t.clock.now().timestamp())


async def _alive(t: Town) -> None:
    """After all that the bot answers the next person."""
    anna = t.person("Анна", number=77)
    await anna.sends("/start")
    anna.sees("Вопросы и ответы")


def main() -> None:
    """Run in full; the exit code says whether something came through."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FULL
    figures = asyncio.run(fuzz(count))
    print(run_name())
    print(figures.line())
    for words, times in figures.unhandled.most_common(20):
        print(f"{times} x {words}")
    for update in figures.effects[:20]:
        print(f"effect of {update}")
    sys.exit(bool(figures.crashes or figures.unhandled or figures.effects))


if __name__ == "__main__":
    main()
