"""A clock that moves when told, and waiting for what has to come."""

import asyncio
import heapq
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

TURNS = 40


class VirtualClock:
    """Seconds pass only through ``advance``."""

    def __init__(self) -> None:
        self.at = 1_700_000_000.0
        self._sleepers: list[tuple[float, int, asyncio.Event]] = []
        self._order = count()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.at, UTC)

    def boottime(self) -> float:
        """As if the machine never slept."""
        return self.monotonic()

    def monotonic(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        event = asyncio.Event()
        heapq.heappush(self._sleepers, (self.at + seconds, next(self._order), event))
        await event.wait()

    async def advance(self, seconds: float) -> None:
        until = self.at + seconds
        await turns()
        while self._sleepers and self._sleepers[0][0] <= until:
            self.at, _, event = heapq.heappop(self._sleepers)
            event.set()
            await turns()
        self.at = until
        await turns()


async def turns(number: int = TURNS) -> None:
    """Let everything that can go on go on."""
    for _ in range(number):
        await asyncio.sleep(0)


async def until(condition: Callable[[], object], most: int = 5_000) -> None:
    """Turn until the condition holds; fail when it does not come to hold."""
    for _ in range(most):
        if condition():
            return
        await asyncio.sleep(0)
    raise AssertionError("it did not come to that")


async def really_until(condition: Callable[[], object], most: int = 1_000) -> None:
    """Wait on the machine's own clock, for what only that clock ends."""
    for _ in range(most):
        if condition():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it did not come to that")
