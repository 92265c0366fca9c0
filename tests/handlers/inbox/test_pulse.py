"""The inbox is at work as long as its calls come back, and while it waits after one that failed (O5)."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramConflictError, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import GetMe

from bot.core.health.pulse import Part
from bot.core.health.vitals import vitals_by
from bot.handlers.inbox.calls import Calls, GetUpdatesRaw
from tests.clock import ManualClock


@pytest.mark.parametrize(
    ("failure", "at_work"),
    [
        (None, 60),
        (TelegramNetworkError(GetMe(), "away"), 120),
        (TelegramConflictError(GetMe(), "another"), 120),
        (TelegramRetryAfter(GetMe(), "later", 300), 361),
        (TelegramRetryAfter(GetMe(), "later", 10**9), 3661),
    ],
)
async def test_how_long_it_counts_as_being_at_work(failure: Exception | None, at_work: float) -> None:
    clock = ManualClock()
    vitals = vitals_by(clock)
    vitals.pulse.expect(Part.INBOX)
    clock.forward(seconds=61)

    async def bot(*_: object, **__: object) -> Any:
        if failure:
            raise failure
        return []

    made: Any = bot
    assert await Calls(made, clock, vitals)(GetUpdatesRaw(), 45) == (failure or [])
    clock.forward(seconds=at_work)
    assert list(vitals.pulse.stale()) == []
    clock.forward(seconds=1)
    assert list(vitals.pulse.stale()) == [Part.INBOX]
