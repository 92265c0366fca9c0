"""Mutated updates through the real inbox, dispatcher and storage, in one process: ``python -m tests.fuzz.run``."""

import asyncio
import gc
import logging
import os
import sys
from array import array
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from bot.demo.person import Person
from tests.chat import Town, town
from tests.fuzz.mutations import mutated
from tests.fuzz.shapes import Shapes

FULL = 100_000
PEOPLE = 400
SEED = 20261124
ROUND = 500
"""After so many the pretended Telegram forgets what it was told, so that only the bot's memory is measured."""
ALIVE = {"update_id": 1, "message": {"message_id": 1, "date": 0, "text": "/start"}}
EXPECTED = ("invalid-update", "flood")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Figures:
    """What came of a run; seconds and bytes."""

    updates: int = 0
    crashes: int = 0
    unhandled: Counter[str] = field(default_factory=Counter)
    times: "array[float]" = field(default_factory=lambda: array("d"))
    invalid: int = 0
    foreign: int = 0
    handled: int = 0
    memory_after_a_fifth: int = 0
    memory_at_the_end: int = 0

    def p99(self) -> float:
        """Return what 99 of 100 updates took at most."""
        return sorted(self.times)[len(self.times) * 99 // 100]

    def line(self) -> str:
        """Return everything in one line."""
        grown = (self.memory_at_the_end - self.memory_after_a_fifth) / 2**20
        return (
            f"updates {self.updates}, handled {self.handled}, unreadable {self.invalid}, "
            f"not for the bot {self.foreign}, "
            f"crashes {self.crashes}, unhandled {self.unhandled.total()}, p99 {self.p99() * 1000:.1f} ms, "
            f"longest {max(self.times) * 1000:.0f} ms, memory {grown:+.1f} MiB over the last four fifths"
        )


class Everybody(dict[int, Person]):
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
        async with town() as t:
            asyncio.get_running_loop().set_exception_handler(lambda _loop, told: figures.unhandled.update([str(told)]))
            t.telegram.world.people = Everybody(t)
            await _feed(t, figures, random, count)
            await _alive(t)
    finally:
        ours.removeHandler(listening)
        ours.propagate = True
    return figures


async def _feed(t: Town, figures: Figures, random: Random, count: int) -> None:
    shapes = Shapes(random, PEOPLE, int(t.clock.now().timestamp()))
    for number in range(count):
        update = mutated(shapes.update(number + 1), random)
        started = perf_counter()
        try:
            await t.app.inbox.take(update)
        except Exception as error:
            figures.crashes += 1
            figures.unhandled[type(error).__name__] += 1
        figures.times.append(perf_counter() - started)
        t.clock.forward(seconds=0.05)
        if number % ROUND == ROUND - 1:
            _forget(t)
        if number == count // 5:
            figures.memory_after_a_fifth = _resident()
    counters = t.app.inbox.counters
    figures.updates, figures.handled = count, counters.handled
    figures.invalid, figures.foreign = counters.invalid, counters.foreign
    figures.memory_at_the_end = _resident()


def _forget(t: Town) -> None:
    world = t.telegram.world
    for memory in (
        t.telegram.ledger.entries,
        world.people,
        world.files._files,
        world.queries._open,
        t.telegram._gate._chats,
    ):
        memory.clear()


async def _alive(t: Town) -> None:
    """After all that the bot answers the next person."""
    anna = t.person("Анна", number=77)
    await anna.sends("/start")
    anna.sees("Вопросы и ответы")


def _resident() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def main() -> None:
    """Run in full; the exit code says whether something came through."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FULL
    figures = asyncio.run(fuzz(count))
    print(figures.line())
    for words, times in figures.unhandled.most_common(20):
        print(f"{times} x {words}")
    sys.exit(bool(figures.crashes or figures.unhandled))


if __name__ == "__main__":
    main()
