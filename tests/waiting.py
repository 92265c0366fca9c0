"""Waiting for something to become true, with a limit, in tests that run on real time."""

import asyncio
from collections.abc import Callable


async def until(true: Callable[[], bool], within: float = 10) -> None:
    """Let the loop turn until it is so; TimeoutError after so many seconds."""
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110 -- what is waited for has no event
            await asyncio.sleep(0.003)
