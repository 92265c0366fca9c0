"""Waiting for a call or a time that a signal ends at once."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from bot.core.clock import Clock

T = TypeVar("T")


async def first_of(call: Coroutine[Any, Any, T], *signals: asyncio.Event) -> T | None:
    """Return what the call returns, or None when one of the signals came first; the call is then cancelled."""
    async with asyncio.TaskGroup() as group:
        work = group.create_task(call)
        bells = [group.create_task(signal.wait()) for signal in signals]
        await asyncio.wait((work, *bells), return_when=asyncio.FIRST_COMPLETED)
        for task in (work, *bells):
            task.cancel()
    return None if work.cancelled() else work.result()


def cancelled_from_outside(error: BaseException) -> bool:
    """Return whether the running task was cancelled; otherwise it only awaited something that was."""
    task = asyncio.current_task()
    return isinstance(error, asyncio.CancelledError) and task is not None and task.cancelling() > 0


async def pause(clock: Clock, seconds: float, *signals: asyncio.Event) -> None:
    """Sleep so long, or until one of the signals comes."""
    if seconds > 0 and not any(signal.is_set() for signal in signals):
        await first_of(clock.sleep(seconds), *signals)
