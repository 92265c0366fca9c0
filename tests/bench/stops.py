"""How long the event loop stands still while people ask: a step every millisecond beside the search (R16).

    python -m tests.bench.stops [seconds without questions]

Prints a table for docs/performance.md: ordinary and hostile questions, by as many people at once as the queue bears,
through the same queue and thread as the bot's, five times over. A step that comes late is a stop of the loop. The
machine's other work stops it too: what the process did itself is no more than the processor time of all its threads in
that step.
"""

import asyncio
import gc
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from bot.cli.search_jsonl import passages
from bot.core.clock import SystemClock
from bot.core.faq.fair_queue import MAX_WAITING, FairQueue
from bot.core.faq.search import LazySearch
from bot.search.engine import engine_of
from bot.search.model import read_model
from tests.bench.table import percentile
from tests.search.training.labelled import FIRST, read_questions

QUESTIONS, ROUNDS, SEED = 200, 5, 12
PEOPLE = MAX_WAITING
STEP_SECONDS = 0.001
TARGET_MS = 20
HOSTILE = (
    *("\ufdfa" * 4096, "я" * 4096, "x " * 2048, "a'" * 2048),
    " ".join(f"{number:x}щъ" for number in range(900))[:4096],
)
HEAD = (
    f"| asked | answered | longest stop | … of its own (target ≤ {TARGET_MS} ms) | 99 of 100 steps | steps |\n"
    "| --- | --- | --- | --- | --- | --- |"
)


@dataclass
class Steps:
    """Sleeps for a millisecond again and again, and notes how late each waking was, in milliseconds.

    ``own`` is the part of it in which the process can have been the cause.
    """

    late: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)

    async def walk(self) -> None:
        """Step until cancelled."""
        while True:
            began, used = time.perf_counter(), time.process_time()
            await asyncio.sleep(STEP_SECONDS)
            late = 1000 * (time.perf_counter() - began - STEP_SECONDS)
            self.late.append(late)
            self.own.append(min(late, 1000 * (time.process_time() - used)))

    async def beside(self, work: Awaitable[int]) -> int:
        """Return what the work returns, and step meanwhile."""
        walking = asyncio.ensure_future(self.walk())
        try:
            return await work
        finally:
            walking.cancel()


async def ask(search: LazySearch, questions: Sequence[str]) -> int:
    """Let people ask, each a question after the other; return how many were answered."""

    async def one(person: int) -> int:
        found = [await search(question, person) for question in questions[person::PEOPLE]]
        return sum(each is not None for each in found)

    return sum(await asyncio.gather(*(one(person) for person in range(PEOPLE))))


async def load(search: LazySearch) -> int:
    """Load the search anew, as after /reload."""
    search.renew()
    await asyncio.wrap_future(search.prepare())
    return 0


async def rest(seconds: float) -> int:
    """Ask nothing."""
    await asyncio.sleep(seconds)
    return 0


async def main(seconds: float = 2.0) -> None:
    """Print the table."""
    chance = Random(SEED)  # noqa: S311 -- the same questions every time
    ordinary = chance.sample([each.words for each in read_questions() if each.writer == FIRST], QUESTIONS)
    hostile = [HOSTILE[number % len(HOSTILE)] for number in range(QUESTIONS)]
    mixed = [question for pair in zip(ordinary, hostile, strict=True) for question in pair][:QUESTIONS]
    search = LazySearch(lambda: engine_of(read_model(), passages()), FairQueue(SystemClock()))
    await asyncio.wrap_future(search.prepare())
    gc.freeze()  # as the bot does once it has started
    rows: dict[str, Callable[[], Awaitable[int]]] = {
        "nothing": lambda: rest(seconds),
        f"{QUESTIONS} ordinary questions": lambda: ask(search, ordinary),
        f"{QUESTIONS} hostile ones": lambda: ask(search, hostile),
        f"{QUESTIONS}, every other one hostile": lambda: ask(search, mixed),
        "nothing, while the search is loaded": lambda: load(search),
    }
    print(HEAD)
    for name, work in rows.items():
        steps = Steps()
        answered = [await steps.beside(work()) for _ in range(ROUNDS)]
        cells = (f"{found:.1f} ms" for found in (max(steps.late), max(steps.own), percentile(steps.late, 0.99)))
        print(f"| {name} | {sum(answered):,} | {' | '.join(cells)} | {len(steps.late):,} |")


if __name__ == "__main__":
    asyncio.run(main(*map(float, sys.argv[1:2])))
