"""Calls that are never answered: they wait until the caller gives up or the test releases them."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.demo.calls import Caller


class Hung:
    """The calls that hang now; `len` tells how many."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def __len__(self) -> int:
        return len(self._waiting)

    async def wait(self, caller: Caller, sleep: Callable[[float], Awaitable[None]]) -> None:
        """Return when released or when the caller has given up; `caller.gone` tells which.

        `sleep` takes seconds of the stand-in's clock.
        """
        over = asyncio.Event()
        self._waiting.add(over)
        try:
            async with asyncio.TaskGroup() as group:
                leaving = group.create_task(_watch(caller, sleep, over))
                await over.wait()
                leaving.cancel()
        finally:
            self._waiting.discard(over)

    def release(self) -> None:
        """End the calls that hang now; later ones hang again."""
        for over in self._waiting:
            over.set()


async def _watch(caller: Caller, sleep: Callable[[float], Awaitable[None]], over: asyncio.Event) -> None:
    await caller.leaves(sleep)
    over.set()
