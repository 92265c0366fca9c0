"""H2, T101: mailings keep their share of the rate whatever is asked meanwhile, and readers keep theirs (R16)."""

import asyncio
import heapq
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

import pytest

from bot.core.mailings.mailings import Lane
from bot.delivery.pace import BROADCAST_SHARE, MAX_REMINDER_SHARE, Pace, TurnMissed
from bot.demo.limits import Gate, Limits
from tests.chaos.figures import note
from tests.clock import ManualClock

RATE = 30
SECONDS = 8
SIDE_BY_SIDE = 64
"""Answers under way at most, as in the inbox."""

FILES = 10

TURNS = 8
"""Turns of the loop that let everybody act who has been woken."""


class EventClock(ManualClock):
    """Jumps from one sleeper to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._sleepers: list[tuple[float, int, asyncio.Event]] = []
        self._order = count()

    async def sleep(self, seconds: float) -> None:
        """Wait until the clock has come there."""
        event = asyncio.Event()
        heapq.heappush(self._sleepers, (self.monotonic() + seconds, next(self._order), event))
        await event.wait()

    async def run_until(self, end: float) -> None:
        """Wake everybody whose time comes before the end, each at its time."""
        while self._sleepers and self._sleepers[0][0] <= end:
            at, _, event = heapq.heappop(self._sleepers)
            self.forward(seconds=max(0.0, at - self.monotonic()))
            event.set()
            for _ in range(TURNS):
                await asyncio.sleep(0)


@dataclass
class Street:
    """A pace with a mailing that never ends and a crowd that asks at a steady rate."""

    lane: Lane
    asked_a_second: float
    claim_seconds: float = 0.0
    clock: EventClock = field(default_factory=EventClock)
    mailed: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pace = Pace(RATE, self.clock)

    async def mail(self) -> None:
        """Do what the sender does: claim as many as there is room for, and send each at its turn."""
        chat = 1_000_000
        async with asyncio.TaskGroup() as deliveries:
            while True:
                room = self.pace.free_slots()
                if room <= 0:
                    await self.clock.sleep(self.pace.wait_for_slot())
                    continue
                if self.claim_seconds:
                    await self.clock.sleep(self.claim_seconds)
                for _ in range(room):
                    chat += 1
                    deliveries.create_task(self._deliver(chat))
                await asyncio.sleep(0)

    async def _deliver(self, chat: int) -> None:
        await self.pace.turn(self.lane, chat)
        self.mailed.append(self.clock.monotonic())

    async def ask(self) -> None:
        """Let people ask, each a new one."""
        chat, side_by_side = 0, asyncio.Semaphore(SIDE_BY_SIDE)
        async with asyncio.TaskGroup() as answers:
            while self.asked_a_second:
                chat += 1
                await side_by_side.acquire()
                answers.create_task(self._answer(chat)).add_done_callback(lambda _: side_by_side.release())
                await self.clock.sleep(1 / self.asked_a_second)

    async def _answer(self, chat: int) -> None:
        asked = self.clock.monotonic()
        await self.pace.turn(Lane.REPLY, chat)
        self.answered.append(self.clock.monotonic())
        self.waits.append(self.clock.monotonic() - asked)

    async def run(self) -> None:
        """Let it go on for a while, in steps in which everybody may act."""
        tasks = [asyncio.ensure_future(self.mail()), asyncio.ensure_future(self.ask())]
        for _ in range(TURNS):
            await asyncio.sleep(0)
        await self.clock.run_until(self.clock.monotonic() + SECONDS)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def share(self, times: list[float]) -> float:
        """Return which share of the rate went there, the first two seconds left out."""
        begin = min([*self.mailed, *self.answered]) + 2
        return sum(at >= begin for at in times) / (SECONDS - 2) / RATE


@pytest.mark.parametrize("asked", [0, 25, 40, 100])
async def test_h02_a_broadcast_keeps_a_fifth_of_the_rate_whatever_is_asked(asked: float) -> None:
    street = Street(Lane.BROADCAST, asked)
    await street.run()
    assert street.share(street.mailed) >= BROADCAST_SHARE * 0.95
    assert street.share([*street.mailed, *street.answered]) >= 0.95
    if asked:
        assert street.share(street.answered) >= min(asked / RATE, 1 - BROADCAST_SHARE) * 0.93
    gate = Gate(Limits(per_second=RATE, model="window", per_chat_burst=1000), 0)
    assert all(gate.admit(number, at) is None for number, at in enumerate(sorted([*street.mailed, *street.answered])))
    note("T101", f"beside {asked:.0f} questions a second {street.share(street.mailed):.0%} of the rate, refused 0")


@pytest.mark.parametrize("asked", [25, 40, 100])
@pytest.mark.parametrize(("needed", "share"), [(0, 0.2), (12, 0.4), (24, 0.8), (300, 0.8)])
async def test_h02_a_due_reminder_gets_what_it_needs_up_to_four_fifths(
    asked: float, needed: float, share: float
) -> None:
    street = Street(Lane.REMINDER, asked)
    street.pace.reserve(needed)
    await street.run()
    assert street.share(street.mailed) >= share * 0.95
    assert street.share(street.answered) >= min(asked / RATE, 1 - MAX_REMINDER_SHARE) * 0.93


@dataclass
class AlbumStreet(Street):
    """The same with an album of ten a person; one that misses its turn is claimed again."""

    async def mail(self) -> None:
        """Claim one album at a time and send it at its turn."""
        for chat in count(1_000_000):
            while self.pace.free_slots() <= 0:
                await self.clock.sleep(self.pace.wait_for_slot())
            with suppress(TurnMissed):
                await self.pace.turn(self.lane, chat, FILES, within=1.0)
                self.mailed.append(self.clock.monotonic())
            await asyncio.sleep(0)


@pytest.mark.parametrize("asked", [0, 25, 40, 100])
async def test_r16_albums_are_not_crowded_out_by_single_answers(asked: float) -> None:
    street = AlbumStreet(Lane.BROADCAST, asked)
    await street.run()
    assert street.share(street.mailed) * FILES >= (0.15 if asked else 0.9)
    sent = sorted([*((at, FILES) for at in street.mailed), *((at, 1) for at in street.answered)])
    gate = Gate(Limits(per_second=RATE, model="window", per_chat_burst=1000), 0)
    assert all(gate.admit(number, at, messages=messages) is None for number, (at, messages) in enumerate(sent))
    if asked:
        assert sorted(street.waits)[int(len(street.waits) * 0.5)] <= 3


async def test_who_asks_alone_waits_for_nobody() -> None:
    street = Street(Lane.BROADCAST, 5)
    await street.run()
    assert max(street.waits) <= 2.5 / RATE


@pytest.mark.parametrize("claim", [0.002, 0.005, 0.01])
@pytest.mark.parametrize("asked", [2, 6, 15])
async def test_r16_a_tap_leaves_no_hole_in_what_is_sent(asked: float, claim: float) -> None:
    street = Street(Lane.BROADCAST, asked, claim)
    await street.run()
    moments = sorted([*street.mailed, *street.answered])
    assert street.share(moments) >= 0.965
    gate = Gate(Limits(per_second=RATE, model="window", per_chat_burst=1000), 0)
    assert all(gate.admit(number, at) is None for number, at in enumerate(moments))
