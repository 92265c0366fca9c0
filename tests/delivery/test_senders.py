"""Two senders side by side: what is asked of one holds for both, and each keeps its own pace."""

import asyncio

from aiogram import Bot

from bot.core.clock import SystemClock
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Later
from bot.delivery.pace import HOLD_MARGIN_SECONDS, MAX_YIELD_SECONDS, Pace
from bot.delivery.sender import Sender
from bot.delivery.senders import Senders, senders_of
from bot.demo.doors.in_process import InProcessSession
from bot.demo.telegram import Telegram
from tests.clock import ManualClock
from tests.delivery.test_sender import Hand, Shelf
from tests.waiting import until


class Divided(Shelf):
    """An outbox in memory, for those that pay and the others."""

    def __init__(self, *chats: int) -> None:
        """Take the chats of what is not paid for."""
        super().__init__(*chats)
        self.parts = {True: Shelf(101, 102), False: Shelf(*chats)}

    def of(self, *, paid: bool) -> Shelf:
        """Return the part."""
        return self.parts[paid]


def both(free: Shelf, dear: Shelf, hand: Hand) -> Senders:
    """The pair: the one that pays first."""
    clock = SystemClock()
    return Senders(*(Sender(shelf, hand, Pace(1000, clock), clock) for shelf in (dear, free)))


async def test_both_work_beside_each_other_and_end_together() -> None:
    free, dear, hand = Shelf(1, 2, 3), Shelf(4, 5), Hand()
    hand.gates = {5: asyncio.Event()}
    pair = both(free, dear, hand)
    stop = asyncio.Event()
    running = asyncio.ensure_future(pair.run(stop))
    await until(lambda: sorted(hand.delivered) == [1, 2, 3, 4])
    stop.set()
    pair.wake()
    await asyncio.sleep(0.01)
    assert not running.done()
    hand.gates[5].set()
    await running
    assert (sorted(free.settled), sorted(dear.settled)) == ([1, 2, 3], [4, 5])


async def test_a_call_wakes_both() -> None:
    free, dear, hand = Shelf(), Shelf(), Hand()
    pair = both(free, dear, hand)
    stop = asyncio.Event()
    running = asyncio.ensure_future(pair.run(stop))
    await asyncio.sleep(0.02)
    free.waiting, dear.waiting = Shelf(1).waiting, Shelf(2).waiting
    pair.wake()
    await until(lambda: sorted(hand.delivered) == [1, 2], within=0.9)
    stop.set()
    pair.wake()
    await running


async def test_who_leaves_waits_for_both() -> None:
    free, dear, hand = Shelf(1), Shelf(2), Hand()
    hand.gates = {1: asyncio.Event(), 2: asyncio.Event()}
    pair, stop = both(free, dear, hand), asyncio.Event()
    running = asyncio.ensure_future(pair.run(stop))
    await until(lambda: sorted(hand.begun) == [1, 2])
    for chat in (1, 2):
        leaving = asyncio.ensure_future(pair.quiet(chat))
        await asyncio.sleep(0.01)
        assert not leaving.done()
        hand.gates[chat].set()
        await leaving
    stop.set()
    pair.wake()
    await running


async def test_a_pause_recalls_what_waits_for_its_turn_with_both() -> None:
    free, dear, hand, clock = Shelf(1), Shelf(2), Hand(), SystemClock()
    paces = Pace(1000, clock), Pace(1000, clock)
    pair = Senders(*(Sender(shelf, hand, pace, clock) for shelf, pace in zip((dear, free), paces, strict=True)))
    for pace, seconds in zip(paces, (0.2, 0.8), strict=True):
        pace.hold(seconds)
    draining = asyncio.ensure_future(pair.drain())
    await until(lambda: not dear.waiting)
    pair.recall()
    await until(lambda: not free.waiting)
    pair.recall()
    await draining
    assert hand.begun == []
    assert [type(verdict) for verdict in (dear.settled[2], free.settled[1])] == [Later, Later]


async def test_draining_takes_the_paid_first() -> None:
    free, dear, hand = Shelf(1), Shelf(2), Hand()
    pair = both(free, dear, hand)
    assert await pair.drain() == 2
    assert hand.delivered == [2, 1]


def bot() -> Bot:
    """A bot that calls nobody."""
    return Bot("42:TEST", InProcessSession(Telegram(token="42:TEST", now=lambda: 0.0)))


async def test_without_the_setting_there_is_one_sender_for_all() -> None:
    outbox, clock = Divided(1), SystemClock()
    pace, pair = senders_of(bot(), outbox, (Shelf(), Shelf(), Hand()), clock, 25, 0)
    assert await pair.drain() == 1
    assert (pace.rate, list(outbox.settled), pace.below) == (25, [1], None)


async def test_with_it_each_has_its_own_rows_rate_and_workers() -> None:
    outbox, clock = Divided(1), SystemClock()
    pace, pair = senders_of(bot(), outbox, (Shelf(), Shelf(), Hand()), clock, 30, 1000)
    assert await pair.drain() == 3
    assert (list(outbox.parts[True].settled), list(outbox.parts[False].settled)) == ([101, 102], [1])
    assert pace.below is not None
    assert (pace.rate, pace.below.rate, outbox.settled) == (30, 1000, {})


def test_a_faster_pace_has_more_workers() -> None:
    clock = SystemClock()
    assert [Sender(Shelf(), Hand(), Pace(rate, clock), clock).workers for rate in (30, 1000)] == [16, 250]


def paces() -> tuple[Pace, Pace, ManualClock]:
    """The usual pace, that of paid messages, and their clock."""
    clock = ManualClock()
    dear = Pace(1000, clock)
    return Pace(30, clock, below=dear), dear, clock


async def test_paid_messages_take_no_turn_of_the_others_and_their_refusals_slow_nobody_else() -> None:
    pace, dear, clock = paces()
    before = clock.monotonic()
    for chat in range(900):
        await dear.turn(Lane.BROADCAST, chat)
    assert clock.monotonic() - before < 1.1
    dear.refused(1, 5)
    dear.refused(2, 5)
    assert dear.rate < 1000
    assert (pace.rate, dear.free_slots()) == (30, 0)
    at = clock.monotonic()
    await pace.turn(Lane.REPLY, 5_000)
    assert clock.monotonic() == at


async def test_paid_messages_give_way_when_another_is_refused() -> None:
    pace, dear, clock = paces()
    await dear.turn(Lane.BROADCAST, 9)
    for chat in (1, 2, 3):
        pace.refused(chat, 3)
    assert pace.free_slots() > 0
    before = clock.monotonic()
    await pace.turn(Lane.REPLY, 1)
    assert 3 <= clock.monotonic() - before < before + 3 + 2 * HOLD_MARGIN_SECONDS
    assert dear.free_slots() == 0
    clock.forward(seconds=1)
    assert dear.free_slots() > 0
    assert (pace.rate, dear.rate) == (30, 1000)


async def test_but_not_longer_than_a_reply_waits() -> None:
    pace, dear, _ = paces()
    await dear.turn(Lane.BROADCAST, 9)
    pace.refused(1, 500)
    assert dear.wait_for_slot() == MAX_YIELD_SECONDS + 2 * HOLD_MARGIN_SECONDS


async def test_what_sends_nothing_is_not_to_blame() -> None:
    pace, dear, clock = paces()
    await dear.turn(Lane.BROADCAST, 9)
    clock.forward(seconds=5)
    pace.refused(1, 5)
    pace.refused(2, 5)
    assert pace.rate < 30
    assert pace.wait_for_slot() == 5 + HOLD_MARGIN_SECONDS


async def test_what_telegram_says_to_all_holds_both() -> None:
    pace, dear, _ = paces()
    pace.hold(60)
    assert (pace.free_slots(), dear.free_slots()) == (0, 0)


async def test_whoever_was_told_everything_has_nothing_on_its_way() -> None:
    pair = both(Shelf(1), Shelf(2), Hand())
    await pair.drain()
    async with asyncio.timeout(0.5):
        await pair.quiet(1)
        await pair.quiet(2)
