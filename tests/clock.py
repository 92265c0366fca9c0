"""A clock that tests move by hand; sleeping on it moves it too, so that no test waits for real."""

import asyncio
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class ManualClock:
    """core.clock.Clock under the test's control."""

    def __init__(self, start: datetime = START) -> None:
        """Begin at a moment."""
        self._now = start
        self._monotonic = 1_000.0

    def now(self) -> datetime:
        """Return the moment the test has set."""
        return self._now

    def boottime(self) -> float:
        """As if the machine never slept."""
        return self.monotonic()

    def monotonic(self) -> float:
        """Return seconds that never step back."""
        return self._monotonic

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once, and others run."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds  # whole: a timedelta would round small steps away
        await asyncio.sleep(0)

    def forward(self, **by: float) -> None:
        """Let time pass, both clocks together."""
        step = timedelta(**by)
        self._now += step
        self._monotonic += step.total_seconds()

    def set(self, moment: datetime) -> None:
        """Move the wall clock alone, also backwards."""
        self._now = moment
