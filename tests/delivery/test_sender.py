"""The sender: nothing is lost between claim and outcome, and one bad call stalls nobody."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from bot.core.clock import SystemClock
from bot.core.content import Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Later, Outcome, Parcel, Sent, Slower, Unknown, Verdict
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from tests.clock import ManualClock
from tests.waiting import until


class Shelf:
    """An outbox in memory."""

    def __init__(self, *chats: int) -> None:
        self.waiting = [
            Parcel(1, chat, Variant(Locale.RU), Lane.BROADCAST, silent=False, attempts=1, maybe=False) for chat in chats
        ]
        self.settled: dict[int, Verdict] = {}
        self.batches: list[int] = []
        self.claimed: list[Lane] = []
        self.broken = 0

    async def recover(self) -> int:
        return 0

    async def claim(self, now: datetime, limit: int, kept: int = 0) -> Sequence[Parcel]:
        self._maybe_break()
        broadcasts = [parcel for parcel in self.waiting if parcel.lane is Lane.BROADCAST][:kept]
        others = [parcel for parcel in self.waiting if parcel not in broadcasts]
        claimed = [*broadcasts, *others[: limit - len(broadcasts)]]
        self.waiting = [parcel for parcel in self.waiting if parcel not in claimed]
        self.claimed += [parcel.lane for parcel in claimed]
        return claimed

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        self._maybe_break()
        self.batches.append(len(outcomes))
        for outcome in outcomes:
            assert outcome.parcel.chat not in self.settled
            self.settled[outcome.parcel.chat] = outcome.verdict

    async def expire(self, now: datetime) -> int:
        return 0

    async def content(self, mailing: int, variant: Variant) -> Content | None:
        return None

    def _maybe_break(self) -> None:
        if self.broken:
            self.broken -= 1
            raise OSError("disk full")


class Hand:
    """A courier that can be held back."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.delivered: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}

    async def deliver(self, parcel: Parcel) -> Verdict:
        self.begun.append(parcel.chat)
        if parcel.chat in self.gates:
            await self.gates[parcel.chat].wait()
        self.delivered.append(parcel.chat)
        return Sent((parcel.chat,))


def sender(shelf: Shelf, hand: Hand) -> Sender:
    """A sender whose pace needs no waiting."""
    clock = SystemClock()
    return Sender(shelf, hand, Pace(1000, clock), clock)


async def test_everything_goes_out_and_is_written_down() -> None:
    shelf, hand = Shelf(*range(200)), Hand()
    stop = asyncio.Event()
    running = asyncio.ensure_future(sender(shelf, hand).run(stop))
    await until(lambda: len(shelf.settled) == 200)
    stop.set()
    await running
    assert sorted(hand.delivered) == list(range(200))


async def test_a_call_wakes_it_at_once() -> None:
    shelf, hand = Shelf(), Hand()
    stop = asyncio.Event()
    subject = sender(shelf, hand)
    running = asyncio.ensure_future(subject.run(stop))
    await asyncio.sleep(0.02)
    shelf.waiting = Shelf(7).waiting
    subject.wake()
    await until(lambda: 7 in shelf.settled, within=0.9)
    stop.set()
    subject.wake()
    await running


async def test_stopping_ends_what_is_in_flight_and_leaves_the_rest() -> None:
    shelf, hand = Shelf(*range(300)), Hand()
    hand.gates = {chat: asyncio.Event() for chat in range(300)}
    stop = asyncio.Event()
    running = asyncio.ensure_future(sender(shelf, hand).run(stop))
    await until(lambda: len(shelf.waiting) < 300)
    stop.set()
    await asyncio.sleep(0.05)
    assert not running.done()
    flying = 300 - len(shelf.waiting)
    for gate in hand.gates.values():
        gate.set()
    await running
    assert len(shelf.settled) == 300 - len(shelf.waiting) >= flying


async def test_one_hanging_call_stalls_nobody() -> None:
    shelf, hand = Shelf(*range(100)), Hand()
    hand.gates = {0: asyncio.Event()}
    stop = asyncio.Event()
    running = asyncio.ensure_future(sender(shelf, hand).run(stop))
    await until(lambda: len(shelf.settled) == 99)
    stop.set()
    hand.gates[0].set()
    await running
    assert len(shelf.settled) == 100


async def test_a_failing_storage_loses_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.sender.STORAGE_PAUSE_SECONDS", 0.001)
    shelf, hand = Shelf(1, 2, 3), Hand()
    shelf.broken = 2
    subject = sender(shelf, hand)
    assert await subject.drain() == 0
    shelf.broken = 0
    hand_over = asyncio.ensure_future(subject.drain())
    await until(lambda: bool(hand.delivered))
    shelf.broken = 3
    assert await hand_over == 3
    assert sorted(shelf.settled) == [1, 2, 3]


async def test_what_left_the_hand_is_waited_for_when_somebody_leaves() -> None:
    shelf, hand = Shelf(1, 2), Hand()
    hand.gates = {1: asyncio.Event()}
    subject = sender(shelf, hand)
    draining = asyncio.ensure_future(subject.drain())
    await until(lambda: hand.delivered == [2])
    leaving = asyncio.ensure_future(subject.quiet(1))
    await asyncio.sleep(0.01)
    assert not leaving.done()
    hand.gates[1].set()
    await leaving
    assert hand.delivered == [2, 1]
    await draining


async def test_what_has_not_left_yet_does_not_leave() -> None:
    shelf, hand = Shelf(1), Hand()
    clock = ManualClock()
    pace = Pace(1, clock)
    subject = Sender(shelf, hand, pace, clock)
    gate = asyncio.Event()

    async def wait(_seconds: float) -> None:
        await gate.wait()
        clock.forward(seconds=5)

    clock.sleep = wait  # type: ignore[method-assign,assignment]  # time stands still until the gate opens
    await pace.turn(Lane.REPLY, 9)
    draining = asyncio.ensure_future(subject.drain())
    await until(lambda: not shelf.waiting)
    await asyncio.sleep(0.01)
    await subject.quiet(1)
    gate.set()
    await draining
    assert hand.delivered == []
    assert shelf.settled == {}


async def test_unknown_is_written_down_like_any_verdict() -> None:
    shelf, hand = Shelf(1), Hand()

    async def silence(parcel: Parcel) -> Verdict:
        return Unknown()

    hand.deliver = silence  # type: ignore[method-assign]  # another courier
    await sender(shelf, hand).drain()
    assert shelf.settled == {1: Unknown()}


async def test_what_telegram_says_to_all_holds_all() -> None:
    shelf, hand = Shelf(1), Hand()
    pace = Pace(1000, SystemClock())

    async def wait(parcel: Parcel) -> Verdict:
        return Later(7, shared=True)

    hand.deliver = wait  # type: ignore[method-assign]  # another courier
    await Sender(shelf, hand, pace, SystemClock()).drain()
    assert pace.free_slots() == 0
    assert pace.wait_for_slot() > 6


async def test_one_chats_refusal_holds_only_that_chat() -> None:
    shelf, hand = Shelf(*range(1, 40)), Hand()
    pace = Pace(1000, SystemClock())
    sent = hand.deliver

    async def wait(parcel: Parcel) -> Verdict:
        return Slower(30) if parcel.chat == 1 else await sent(parcel)

    hand.deliver = wait  # type: ignore[method-assign]  # another courier
    await Sender(shelf, hand, pace, SystemClock()).drain()
    assert pace.wait_for_slot() < 1
    assert sorted(hand.delivered) == list(range(2, 40))
    assert shelf.settled[1] == Slower(30)


@pytest.mark.parametrize(("on_time", "share"), [(0.0, 0.2), (500.0, 0.2), (900.0, 0.1), (1000.0, 0.0), (5000.0, 0.0)])
async def test_h02_a_broadcast_has_what_due_reminders_can_spare_up_to_a_fifth(on_time: float, share: float) -> None:
    broadcasts, hand = Shelf(*range(400)).waiting, Hand()
    shelf = Shelf(*range(1000, 1400))
    shelf.waiting = [replace(parcel, lane=Lane.REMINDER) for parcel in shelf.waiting] + broadcasts
    subject, stop = sender(shelf, hand), asyncio.Event()
    subject.pace.reserve(0, on_time)
    running = asyncio.ensure_future(subject.run(stop))
    await until(lambda: len(shelf.settled) == 800)
    stop.set()
    await running
    first = shelf.claimed[:300]
    assert abs(first.count(Lane.BROADCAST) / len(first) - share) <= 0.02  # on a real clock, beside other work
