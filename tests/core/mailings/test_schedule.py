"""A broadcast for later: what is gone, or whose moment is over, is not scheduled."""

from datetime import timedelta
from typing import Any, cast

from bot.core.mailings.schedule import Schedule
from tests.clock import ManualClock


class Nothing:
    """Mailings of which none is there any more."""

    async def get(self, number: int) -> None:
        """Return none."""


async def test_what_is_gone_and_what_is_over_is_not_scheduled() -> None:
    clock, nothing = ManualClock(), cast(Any, Nothing())
    schedule = Schedule(nothing, nothing, nothing, frozenset({1}), clock, nothing)
    assert await schedule(1, 2, clock.now() + timedelta(days=1)) is None
    assert await schedule(1, 2, clock.now()) is None
