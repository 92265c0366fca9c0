"""How long a call keeps its place among those that Telegram may have counted."""

import asyncio
from contextlib import suppress

import pytest

from bot.core.mailings.mailings import Lane
from bot.delivery.arrivals import HUNG_SECONDS, OVERTAKEN_SECONDS, REMEMBERED_SECONDS, WINDOW_SECONDS, Arrivals
from bot.delivery.pace import Pace
from tests.clock import ManualClock


class Stage:
    """Arrivals on a clock moved by hand."""

    def __init__(self) -> None:
        """Nothing has been sent."""
        self.clock = ManualClock()
        self.arrivals = Arrivals(self.clock)

    def send(self, round_trip: float, fault: Exception | None = None) -> None:
        """Make a call that takes so long."""
        with suppress(OSError), self.arrivals.call() as call:
            self.clock.forward(seconds=round_trip)
            if fault:
                raise fault
            call.answered = True

    def after(self, seconds: float) -> int:
        """Let time pass; return how many places are kept."""
        self.clock.forward(seconds=seconds)
        return self.arrivals.count(self.clock.monotonic())


def test_a_place_is_kept_for_a_second_after_the_departure_if_every_round_trip_is_as_long() -> None:
    stage = Stage()
    stage.send(0.2)
    assert (stage.after(WINDOW_SECONDS - 0.201), stage.after(0.002)) == (1, 0)


def test_a_late_answer_keeps_it_longer_by_its_lateness() -> None:
    stage = Stage()
    stage.send(0.2)
    stage.send(0.5)
    assert (stage.after(WINDOW_SECONDS - 0.201), stage.after(0.002)) == (1, 0)


def test_an_error_counts_as_arriving_at_the_end_and_tells_nothing_about_round_trips() -> None:
    stage = Stage()
    stage.send(0.2)
    assert stage.after(5) == 0
    stage.send(0.001, OSError())
    stage.send(0.3)
    assert (stage.after(WINDOW_SECONDS - 0.202), stage.after(0.003)) == (1, 0)


@pytest.mark.parametrize("pause", [0.0, 30.0])
def test_a_line_that_has_become_longer_is_learned(pause: float) -> None:
    stage = Stage()
    stage.send(0.1)
    stage.after(pause)
    for _ in range(int(2 * REMEMBERED_SECONDS / 0.4) + 2):
        stage.send(0.4)
    assert stage.arrivals.count(stage.clock.monotonic()) == 2
    assert (stage.after(WINDOW_SECONDS - 0.401), stage.after(0.002)) == (1, 0)


@pytest.mark.parametrize("answered", [False, True])
def test_a_call_that_hangs_gives_its_place_back_unless_it_is_answered_after_all(answered: bool) -> None:
    stage = Stage()
    with stage.arrivals.call() as call:
        assert (stage.after(HUNG_SECONDS - 0.1), stage.after(0.2)) == (1, 0)
        call.answered = answered
    assert stage.after(0) == 0 if not answered else 1


def test_a_call_that_is_overtaken_gives_its_place_back() -> None:
    stage = Stage()
    with stage.arrivals.call():
        assert stage.after(OVERTAKEN_SECONDS) == 1
        stage.send(0.0)
        assert stage.after(WINDOW_SECONDS) == 0


async def waited(pace: Pace, clock: ManualClock) -> float:
    """Take a turn; return how many seconds that took."""
    began = clock.monotonic()
    await pace.turn(Lane.REPLY, 9)
    return clock.monotonic() - began


async def test_while_all_are_under_way_nothing_leaves_until_one_ends_or_hangs() -> None:
    clock = ManualClock()
    pace = Pace(2, clock)
    async with pace.call(Lane.REPLY, 1), pace.call(Lane.REPLY, 2):
        clock.forward(seconds=1.5)
        assert await waited(pace, clock) == pytest.approx(HUNG_SECONDS - 1.5, abs=0.02)


async def test_a_cancelled_call_counts_as_arriving_at_the_end() -> None:
    clock = ManualClock()
    pace = Pace(1, clock)

    async def hang() -> None:
        async with pace.call(Lane.REPLY, 1):
            await asyncio.Event().wait()

    hanging = asyncio.ensure_future(hang())
    await asyncio.sleep(0)
    clock.forward(seconds=1.5)
    hanging.cancel()
    await asyncio.gather(hanging, return_exceptions=True)
    assert await waited(pace, clock) == pytest.approx(WINDOW_SECONDS, abs=0.001)
