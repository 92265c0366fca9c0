"""T45: nothing is refused for its speed when the loop or the line stops for a moment, or answers come late.

The sender and people who tap, on virtual time, over a Telegram that counts what arrives in any second.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from itertools import count
from random import Random
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage

from bot.core.content import Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Outbox, Outcome, Parcel, Sent, Slower, Verdict
from bot.delivery.pace import Pace
from bot.delivery.pace_middleware import PacedRequests
from bot.delivery.sender import Sender
from bot.demo.limits import Gate, Limits
from tests.bench.plan import AFTER, LATENCY
from tests.chaos.virtual import VirtualClock, on_virtual_time, suspend
from tests.sizes import dice, trials

Way = Callable[[], tuple[float, float]]
"""Seconds a call takes on its way to Telegram, and its answer on the way back."""

RATES = [(30, trials(300, 15)), pytest.param(400, trials(120, 4), marks=pytest.mark.long)]
"""Messages a second that are allowed, and seconds for which it is tried."""

TAPS_A_SECOND = 3


class Line:
    """Telegram at the end of a line; it counts a message when it arrives."""

    def __init__(self, rate: int, way: Way) -> None:
        """Allow ``rate`` messages in any second."""
        self._gate = Gate(Limits(per_second=rate, per_chat_burst=1_000), 0)
        self._way = way
        self._open_at = 0.0
        self.accepted: list[float] = []
        self.refused: list[float] = []

    def stops(self, seconds: float) -> None:
        """Let nothing arrive for so long; then all of it arrives at once."""
        self._open_at = now() + seconds

    async def call(self, chat: int) -> int | None:
        """Return None, or in how many seconds to try again."""
        there, back = self._way()
        await asyncio.sleep(there)
        while (closed := self._open_at - now()) > 0:  # noqa: ASYNC110 -- it may stop again meanwhile
            await asyncio.sleep(closed)
        retry_after = self._gate.admit(chat, now())
        (self.accepted if retry_after is None else self.refused).append(now())
        await asyncio.sleep(back)
        return retry_after

    async def deliver(self, parcel: Parcel) -> Verdict:
        """Deliver as the courier does."""
        retry_after = await self.call(parcel.chat)
        return Sent() if retry_after is None else Slower(retry_after)

    async def request(self, _: Bot, method: SendMessage) -> Any:
        """Answer as aiogram's session does."""
        if (retry_after := await self.call(cast(int, method.chat_id))) is not None:
            raise TelegramRetryAfter(method, "Too Many Requests", retry_after)


class Endless:
    """An outbox that always has another person."""

    def __init__(self) -> None:
        """Begin with the first."""
        self._chats = count(1)

    async def claim(self, _: datetime, limit: int, __: int = 0) -> Sequence[Parcel]:
        """Return as many as are wanted."""
        return [
            Parcel(1, next(self._chats), Variant(Locale.RU), Lane.BROADCAST, silent=False, attempts=1, maybe=False)
            for _ in range(limit)
        ]

    async def record(self, outcomes: Sequence[Outcome], _: datetime) -> None:
        """Forget them."""


def now() -> float:
    """The virtual seconds."""
    return asyncio.get_running_loop().time()


async def taps(pace: Pace, line: Line, stop: asyncio.Event) -> None:
    """Let people tap, each a new one, and answer them."""
    requests = PacedRequests(pace)

    async def answer(chat: int) -> None:
        with suppress(TelegramRetryAfter):
            await requests(cast(Any, line.request), cast(Bot, None), SendMessage(chat_id=chat, text="x"))

    async with asyncio.TaskGroup() as answers:
        for chat in count(1_000_000):
            if stop.is_set():
                return
            answers.create_task(answer(chat))
            await asyncio.sleep(1 / TAPS_A_SECOND)


@asynccontextmanager
async def sending(rate: int, way: Way, *, tapped: bool = True) -> AsyncIterator[Line]:
    """Let the sender work, and people tap, until the end of the block."""
    clock, line, stop = VirtualClock(), Line(rate, way), asyncio.Event()
    pace = Pace(rate, clock)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(Sender(cast(Outbox, Endless()), line, pace, clock).run(stop))
        if tapped:
            tasks.create_task(taps(pace, line, stop))
        yield line
        stop.set()


def steady(seconds: float) -> Way:
    """Every round trip takes as long."""
    return lambda: (seconds / 2, seconds / 2)


def jittery(chance: Random, longest: float) -> Way:
    """Any round trip up to the longest, divided anyhow."""

    def way() -> tuple[float, float]:
        whole = chance.uniform(0, longest)
        there = chance.uniform(0, whole)
        return there, whole - there

    return way


def pauses(chance: Random) -> Iterator[tuple[float, float]]:
    """When something stops next and for how long, in seconds."""
    while True:
        yield chance.uniform(0.2, 2), chance.uniform(0.03, 0.3)


@pytest.mark.parametrize(("rate", "seconds"), RATES)
@pytest.mark.parametrize(
    "longest", [pytest.param(0.002, marks=pytest.mark.long), 0.05, pytest.param(0.3, marks=pytest.mark.long)]
)
@pytest.mark.parametrize("what", ["nothing", "the loop", "the line"])
@on_virtual_time
async def test_t45_nothing_is_refused_however_late_messages_arrive(
    rate: int, seconds: int, longest: float, what: str
) -> None:
    chance = dice(f"stalls {rate} {longest} {what}")
    async with sending(rate, jittery(chance, longest)) as line:
        until = now() + seconds
        for pause, length in pauses(chance):
            await asyncio.sleep(pause)
            if now() >= until:
                break
            if what == "the loop":
                suspend(length)
            elif what == "the line":
                line.stops(length)
    assert line.refused == []


async def share(rate: int, seconds: int, way: Way) -> float:
    """Return which share of the rate is used, the first second left out; nothing is refused."""
    async with sending(rate, way) as line:
        await asyncio.sleep(seconds)
    since = line.accepted[0] + 1
    assert line.refused == []
    return sum(since <= at < since + seconds - 2 for at in line.accepted) / (seconds - 2) / rate


@pytest.mark.parametrize(("rate", "seconds"), RATES)
@pytest.mark.parametrize("round_trip", [0.0, 0.05, 0.2])
@on_virtual_time
async def test_f1_a_steady_round_trip_costs_nothing(rate: int, seconds: int, round_trip: float) -> None:
    assert await share(rate, seconds, steady(round_trip)) >= 0.966


@pytest.mark.parametrize(("rate", "seconds"), RATES)
@on_virtual_time
async def test_f1_round_trips_of_30_to_100_ms_cost_two_hundredths(rate: int, seconds: int) -> None:
    chance = dice(f"round trips {rate}")
    assert await share(rate, seconds, lambda: (chance.uniform(*LATENCY), chance.uniform(*AFTER))) >= 0.945
