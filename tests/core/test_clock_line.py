"""Two looks 20 hours apart before anything goes for its age; a jump begins anew (R15, H3)."""

from datetime import timedelta

import pytest

from bot.core.clock_line import ClockLine, Looks
from tests.clock import START, ManualClock


class Kept:
    """Remembers the looks from one run to the next."""

    def __init__(self) -> None:
        """Begin with none."""
        self.looks: Looks | None = None

    async def load(self) -> Looks | None:
        """Return them."""
        return self.looks

    async def keep(self, looks: Looks) -> None:
        """Keep them."""
        self.looks = looks


async def steady(kept: Kept, hours: int = 48) -> ManualClock:
    """Run for so many hours."""
    clock = ManualClock()
    line = ClockLine(kept, clock)
    for _ in range(hours):
        await line.horizon()
        clock.forward(hours=1)
    return clock


async def test_a_new_database_has_nothing_that_could_go_too_early() -> None:
    clock = ManualClock()
    line = ClockLine(Kept(), clock)
    assert await line.horizon() == clock.now()
    assert not await line.doubted()


async def test_h03_nothing_goes_before_the_clock_agreed_with_itself_for_20_hours() -> None:
    kept, clock = Kept(), ManualClock()
    kept.looks = Looks((), START, broken=True)
    line = ClockLine(kept, clock)
    assert await line.horizon() is None
    clock.forward(hours=19, minutes=59)
    assert await line.horizon() is None
    clock.forward(minutes=1)
    assert await line.horizon() == clock.now()
    assert not await line.doubted()


@pytest.mark.parametrize("days", [-10, 10])
async def test_h03_a_minute_in_one_run(days: int) -> None:
    clock = ManualClock()
    line = ClockLine(Kept(), clock)
    await line.horizon()
    clock.forward(hours=30)
    assert await line.horizon() == clock.now()
    clock.set(clock.now() + timedelta(days=days))
    assert await line.horizon() is None
    assert await line.doubted()
    clock.set(clock.now() - timedelta(days=days))
    assert await line.horizon() is None
    clock.forward(hours=20)
    assert await line.horizon() == clock.now()
    assert not await line.doubted()


async def test_h03_a_start_with_the_clock_ahead_removes_what_was_past_before() -> None:
    kept = Kept()
    right = await steady(kept)
    last = right.now() - timedelta(hours=1)
    wrong = ManualClock(right.now() + timedelta(days=10))
    line = ClockLine(kept, wrong)
    assert await line.horizon() == last
    assert await line.doubted()
    again = ClockLine(kept, right)
    assert (found := await again.horizon()) is None or found <= last
    right.forward(hours=20)
    assert await again.horizon() == right.now()


async def test_h03_a_start_with_the_clock_behind_removes_nothing() -> None:
    kept = Kept()
    right = await steady(kept)
    behind = ManualClock(right.now() - timedelta(days=10))
    assert await ClockLine(kept, behind).horizon() is None
    assert await ClockLine(kept, right).horizon() == behind.now()


async def test_a_short_stop_breaks_nothing_and_the_list_stays_short() -> None:
    kept = Kept()
    clock = await steady(kept, 100)
    restarted = ManualClock(clock.now() + timedelta(minutes=30))
    line = ClockLine(kept, restarted)
    assert await line.horizon() == restarted.now()
    assert not await line.doubted()
    assert kept.looks
    assert len(kept.looks.seen) <= 23


async def test_a_bot_that_runs_some_hours_a_day_removes_by_the_look_of_the_day_before() -> None:
    kept = Kept()
    clock = await steady(kept, 3)
    last = clock.now() - timedelta(hours=1)
    next_day = ManualClock(START + timedelta(days=1))
    assert await ClockLine(kept, next_day).horizon() == last


@pytest.mark.parametrize(("skew", "wrong"), [(864_000.0, True), (-864_000.0, True), (30.0, False)])
async def test_telegrams_time_decides_at_once(skew: float, wrong: bool) -> None:
    kept = Kept()
    await steady(kept)
    line = ClockLine(kept, ManualClock(START + timedelta(days=10)), lambda: skew)
    assert line.wrong() is wrong
    assert await line.doubted() is wrong
    assert (await line.horizon() is None) is wrong
