"""H4, T103: a crowd that asks costly nonsense makes nobody else wait long, and the queue has an end."""

import asyncio

import pytest

from bot.core.faq.fair_queue import MAX_REMEMBERED_PEOPLE, MAX_WAITING, FairQueue
from tests.chaos.figures import note
from tests.clock import ManualClock

CROWD = range(1, 16)
HONEST = 99
SECONDS = 0.25
"""What one piece of nonsense takes."""


class Engine:
    """Work of known length on a clock that the test moves."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.queue = FairQueue(self.clock)
        self.order: list[int] = []
        self.gate = asyncio.Event()

    async def ask(self, person: int, seconds: float = SECONDS) -> float | None:
        """Ask, and return the moment of the answer; None for "busy"."""

        async def work() -> float:
            self.order.append(person)
            await self.gate.wait()
            self.clock.forward(seconds=seconds)
            await asyncio.sleep(0)
            return self.clock.monotonic()

        return await self.queue(person, work)

    async def crowd(self) -> list[asyncio.Task[float | None]]:
        """Let everybody of the crowd ask twice at once."""
        asked = [asyncio.ensure_future(self.ask(person)) for person in CROWD for _ in range(2)]
        await asyncio.sleep(0)
        return asked


async def test_h04_an_honest_question_waits_for_one_piece_of_nonsense_and_not_for_a_crowd() -> None:
    engine = Engine()
    engine.gate.set()
    for _ in range(3):
        await asyncio.gather(*await engine.crowd())
    crowd = await engine.crowd()
    before = engine.clock.monotonic()
    answered = await engine.ask(HONEST, 0.015)
    assert answered is not None
    assert answered - before <= 2 * SECONDS
    note("T103", f"{2 * len(CROWD)} pieces of nonsense wait: an honest answer after {answered - before:.2f} s")
    await asyncio.gather(*crowd)


async def test_h04_the_queue_has_an_end_and_whoever_is_over_is_told_at_once() -> None:
    engine = Engine()
    asked = await engine.crowd()
    await asyncio.sleep(0)
    told = [task for task in asked if task.done()]
    assert [task.result() for task in told] == [None] * (len(asked) - MAX_WAITING - 1)
    engine.gate.set()
    answers = await asyncio.gather(*asked)
    assert sum(answer is not None for answer in answers) == MAX_WAITING + 1


async def test_nobody_stands_in_it_twice() -> None:
    engine = Engine()
    asked = [asyncio.ensure_future(engine.ask(person)) for person in (1, 2, 2, 2)]
    await asyncio.sleep(0)
    engine.gate.set()
    answers = await asyncio.gather(*asked)
    assert [answer is None for answer in answers] == [False, False, True, True]


async def test_a_newcomer_takes_the_place_of_the_dearest() -> None:
    engine = Engine()
    engine.gate.set()
    for person in range(1, MAX_WAITING + 1):
        await engine.ask(person, 1.0 + person)
    engine.gate.clear()
    asked = {person: asyncio.ensure_future(engine.ask(person)) for person in range(MAX_WAITING + 1)}
    await asyncio.sleep(0)
    newcomer = asyncio.ensure_future(engine.ask(HONEST))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [person for person, task in asked.items() if task.done()] == [MAX_WAITING]
    engine.gate.set()
    assert await newcomer is not None
    await asyncio.gather(*asked.values())
    assert engine.order[MAX_WAITING:][:2] == [0, HONEST]


async def test_what_somebody_has_cost_is_forgotten_in_time() -> None:
    engine = Engine()
    engine.gate.set()
    await engine.ask(1, 4.0)
    await engine.ask(2, 1.0)
    engine.clock.forward(seconds=600)
    await engine.ask(2, 1.0)
    engine.gate.clear()
    asked = [asyncio.ensure_future(engine.ask(person)) for person in (3, 2, 1)]
    await asyncio.sleep(0)
    engine.gate.set()
    await asyncio.gather(*asked)
    assert engine.order[-3:] == [3, 1, 2]


@pytest.mark.parametrize("granted", [False, True])
async def test_whoever_gives_up_holds_nobody_back(granted: bool) -> None:
    engine = Engine()
    first, second, third = (asyncio.ensure_future(engine.ask(person)) for person in (1, 2, 3))
    await asyncio.sleep(0)
    if granted:
        engine.gate.set()
        await first
    second.cancel()
    engine.gate.set()
    assert await third is not None
    assert await engine.ask(4) is not None
    with pytest.raises(asyncio.CancelledError):
        await second


async def test_a_turn_that_comes_to_somebody_who_gives_up_goes_to_the_next() -> None:
    engine = Engine()
    engine.gate.set()
    waiting: list[asyncio.Task[float | None]] = []

    async def work() -> None:
        waiting.extend(asyncio.ensure_future(engine.ask(person)) for person in (2, 3))
        await asyncio.sleep(0)

    await engine.queue(1, work)  # its end has granted the turn to 2, who has not noticed yet
    waiting[0].cancel()
    assert await waiting[1] is not None
    assert engine.order == [3]
    with pytest.raises(asyncio.CancelledError):
        await waiting[0]


async def test_whoever_gives_up_at_the_very_end_of_anothers_turn_is_passed_over() -> None:
    engine = Engine()
    engine.gate.set()
    waiting: list[asyncio.Task[float | None]] = []

    async def work() -> None:
        waiting.extend(asyncio.ensure_future(engine.ask(person)) for person in (2, 3))
        await asyncio.sleep(0)
        waiting[0].cancel()  # and has not noticed it when the turn is passed on

    await engine.queue(1, work)
    assert await waiting[1] is not None
    assert engine.order == [3]


async def test_the_dearest_who_gives_up_when_sent_away_passes_no_turn_on() -> None:
    engine = Engine()
    engine.gate.set()
    for person in range(1, MAX_WAITING + 1):
        await engine.ask(person, 1.0 + person)
    engine.gate.clear()
    asked = {person: asyncio.ensure_future(engine.ask(person)) for person in range(MAX_WAITING + 1)}
    await asyncio.sleep(0)
    newcomer = asyncio.ensure_future(engine.ask(HONEST))

    async def gives_up() -> None:
        asked[MAX_WAITING].cancel()

    await asyncio.gather(gives_up(), asyncio.sleep(0))
    engine.gate.set()
    assert await newcomer is not None
    results = await asyncio.gather(*asked.values(), return_exceptions=True)
    assert sum(isinstance(result, float) for result in results) == MAX_WAITING


async def test_work_that_fails_passes_the_turn_on() -> None:
    engine = Engine()

    async def fails() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await engine.queue(1, fails)
    engine.gate.set()
    assert await engine.ask(2) is not None


async def test_memory_is_bounded() -> None:
    engine = Engine()
    engine.gate.set()
    for person in range(MAX_REMEMBERED_PEOPLE + 500):
        await engine.ask(person, 0.001)
    assert len(engine.queue) == MAX_REMEMBERED_PEOPLE
