"""Memory stays bounded whatever the number of visitors (R13, T77)."""

import gc

from bot.handlers.inbox import InboxCounters, InboxMemory
from bot.handlers.inbox.offset import Silence, Window
from bot.handlers.inbox.recent_ids import RecentIds
from bot.handlers.inbox.throttle import Throttle, Throttling
from tests.handlers.inbox.stage import Stage, with_limits
from tests.handlers.inbox.test_admission import message
from tests.handlers.inbox.virtual_clock import VirtualClock, until

PEOPLE = 100_000


def test_recent_ids_are_kept_and_old_ones_forgotten() -> None:
    recent = RecentIds(3)
    for update_id in (1, 2, 3, 1, 4):
        recent.add(update_id)
    assert [update_id in recent for update_id in (1, 2, 3, 4)] == [True, False, True, True]
    recent.clear()
    assert len(recent) == 0


def test_a_hundred_thousand_ids_leave_bounded_memory() -> None:
    clock = VirtualClock()
    recent, window, throttle = RecentIds(10_000), Window(), Throttle(clock, 20, 1, 10_000)
    largest = 0
    for first in range(0, PEOPLE, 100):
        fresh = window.admit(window.offset, range(first, first + 100))
        assert len(fresh) == 100
        for update_id in reversed(fresh):
            window.settle(update_id)
            recent.add(update_id)
            assert throttle.admit(update_id) is Throttling.PASSED
        largest = max(largest, len(window))
    assert (len(recent), len(throttle)) == (10_000, 10_000)
    assert largest <= 200


def test_a_stuck_update_does_not_let_the_window_grow() -> None:
    window = Window()
    window.admit(None, range(100))
    for _ in range(1000):
        assert window.admit(window.offset, range(100)) == []
    assert len(window) == 100


async def test_a_run_with_many_people_keeps_nothing_of_them() -> None:
    stage = Stage(limits=with_limits(remembered=50, watched=50))
    for update_id in range(2_000):
        await stage.inbox.take(message(update_id, chat={"id": update_id + 9, "type": "private"}))
    assert stage.inbox.memory == InboxMemory(ids=50, watched=50, chats=0, updates=0, unconfirmed=0)
    assert stage.inbox.counters == InboxCounters(handled=2_000)


async def test_polling_keeps_no_task_and_no_update() -> None:
    stage = Stage()
    async with stage.running():
        for number in range(300):
            stage.person(number % 50 + 1).sends("hello")
        await until(lambda: not stage.waiting, most=50_000)
        assert stage.inbox.memory.updates == 0
        assert stage.inbox.memory.unconfirmed <= 100
    gc.collect()
    assert stage.inbox.counters.handled == 300


def test_silence_is_measured_by_whichever_clock_says_more() -> None:
    class Suspended(VirtualClock):
        def boottime(self) -> float:
            """As if the machine never slept."""
            return self.monotonic()

        def monotonic(self) -> float:
            return 5.0

    clock = Suspended()
    silence = Silence(clock, 100)
    clock.at += 100
    assert not silence.too_long()
    clock.at += 1
    assert silence.too_long()
    silence.broken()
    assert not silence.too_long()
