"""The inbox is at work as long as its polls come back, and while it waits after one that failed."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import GetMe, GetUpdates, TelegramMethod

from bot.core.health.pulse import Part, Pulse
from bot.handlers.middleware.inbox_pulse import BeatOnPolls
from tests.clock import ManualClock

NO_BOT: Any = None


@pytest.mark.parametrize(
    ("method", "failure", "at_work"),
    [
        (GetUpdates(), None, 60),
        (GetUpdates(), TelegramNetworkError(GetUpdates(), "away"), 120),
        (GetUpdates(), TelegramRetryAfter(GetUpdates(), "later", 300), 420),
        (GetMe(), None, 0),
    ],
)
async def test_how_long_it_counts_as_being_at_work(
    method: TelegramMethod[Any], failure: Exception | None, at_work: float
) -> None:
    clock = ManualClock()
    pulse = Pulse(clock)
    pulse.expect(Part.INBOX)
    clock.forward(seconds=61)

    async def call(_bot: Any, _method: Any) -> Any:
        if failure:
            raise failure
        return "answer"

    middleware = BeatOnPolls(pulse)
    if failure:
        with pytest.raises(type(failure)):
            await middleware(call, NO_BOT, method)
    else:
        assert await middleware(call, NO_BOT, method) == "answer"
    clock.forward(seconds=at_work)
    assert list(pulse.stale()) == ([] if at_work else [Part.INBOX])
    clock.forward(seconds=1)
    assert list(pulse.stale()) == [Part.INBOX]
