"""Time as a dependency: the only place that asks the machine what time it is."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Wall time in UTC, a monotonic counter in seconds, and sleeping."""

    def now(self) -> datetime:
        """Return the current moment, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds from an arbitrary start; never steps back."""
        ...

    def boottime(self) -> float:
        """Return seconds from an arbitrary start, those the machine slept included; never steps back."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait that many seconds."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the current moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 -- the one place that reads the machine's wall clock

    def monotonic(self) -> float:
        """Return the machine's monotonic counter in seconds."""
        return time.monotonic()

    def boottime(self) -> float:
        """Return the machine's counter since it was switched on, in seconds; the monotonic one where there is none."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait on the running event loop."""
        await asyncio.sleep(seconds)


def epoch(moment: datetime) -> int:
    """Return whole seconds since 1970 for an aware moment, the form moments are stored in."""
    return int(moment.timestamp())


def from_epoch(seconds: int) -> datetime:
    """Return the aware UTC moment for stored seconds."""
    return datetime.fromtimestamp(seconds, UTC)
