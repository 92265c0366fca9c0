"""Time that passes only when everybody waits for it: an hour's outage is tried in a second, in the true order.

The event loop itself keeps the time. When nothing can run and no thread works for it, the clock jumps to the next
timer, so sleepers wake one after the other exactly as they would have, whether they sleep on the clock, on asyncio or
on a time-out. What the bot and the pretended Telegram are given is a clock over that loop.
"""

import asyncio
import functools
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from queue import SimpleQueue
from typing import Any
from unittest.mock import patch

from aiosqlite.core import _STOP_RUNNING_SENTINEL, set_exception, set_result

START = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
BEGINNING = 1_000.0
STUCK = 30.0
"""Real seconds after which a loop without a timer is taken to wait for ever."""


class Stuck(RuntimeError):
    """Everybody waits for something that will never come."""


class _Jumping(selectors.DefaultSelector):
    """Looks at the self-pipe; instead of waiting for a timer it moves the loop's time there."""

    loop: "VirtualLoop"

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready now; else wait for a thread that works, or let the time pass."""
        ready: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        if ready or (timeout is not None and timeout <= 0):
            return ready
        if timeout is None or self.loop.working:
            ready = super().select(STUCK)
            if not ready:
                raise Stuck
            return ready
        self.loop.passed(timeout)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on a time of its own. ``working``: how many answers threads still owe it."""

    def __init__(self) -> None:
        """Begin at the beginning."""
        self._time = BEGINNING
        self.working = 0
        selector = _Jumping()
        selector.loop = self
        super().__init__(selector)

    def time(self) -> float:
        """Return the virtual seconds."""
        return self._time

    def passed(self, seconds: float) -> None:
        """Let time pass."""
        self._time += seconds

    def owed(self, answer: asyncio.Future[Any]) -> None:
        """Let no time pass until a thread has given this answer."""
        self.working += 1
        answer.add_done_callback(self._given)

    def run_in_executor(  # type: ignore[override]  # Python 3.11 has no name for the arguments' types
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Let no time pass while an executor works."""
        answer = super().run_in_executor(executor, func, *args)
        self.owed(answer)
        return answer

    def _given(self, _: asyncio.Future[Any]) -> None:
        self.working -= 1


class _AtOnce(SimpleQueue):  # type: ignore[type-arg]  # of aiosqlite's own pairs
    """aiosqlite's queue: on virtual time the loop works on it itself, in turn, since no time would pass meanwhile.

    A thread's answers would cost most of a run's processor time. What threads do to each other is tried in real time
    (``test_storage_writer.py``, ``test_storage_locked.py``).
    """

    def put_nowait(self, item: Any) -> None:
        """Take a piece of work and the future of its answer."""
        answer = item[0]
        if answer is not None and isinstance(loop := answer.get_loop(), VirtualLoop):
            loop.call_soon(self._work, *item)
        else:
            super().put_nowait(item)

    def _work(self, answer: asyncio.Future[Any], work: Callable[[], Any]) -> None:
        try:
            result = work()
        except Exception as error:
            set_exception(answer, error)
            return
        set_result(answer, result)
        if result is _STOP_RUNNING_SENTINEL:
            super().put_nowait((None, lambda: result))  # the thread ends


class VirtualClock:
    """core.clock.Clock over the running virtual loop."""

    def now(self) -> datetime:
        """Return the wall time: it began at START and never stepped."""
        return START + timedelta(seconds=self.monotonic() - BEGINNING)

    def boottime(self) -> float:
        """As if the machine never slept."""
        return self.monotonic()

    def monotonic(self) -> float:
        """Return the loop's seconds."""
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        """Wait among the others."""
        await asyncio.sleep(seconds)


def run(main: Coroutine[Any, Any, Any]) -> Any:
    """Run a coroutine on virtual time and return what it returns."""
    with patch("aiosqlite.core.SimpleQueue", _AtOnce), asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)


def on_virtual_time(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Make a test of a coroutine function; pytest sees a plain one."""

    @functools.wraps(test)
    def inside(*args: Any, **kwargs: Any) -> None:
        run(test(*args, **kwargs))

    return inside


def suspend(seconds: float) -> None:
    """Let the machine sleep: all that was due meanwhile is due at once, and nothing happened in between."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    loop.passed(seconds)


async def true(condition: Callable[[], bool], within: float = 3_600, every: float = 0.25) -> None:
    """Let time pass until it is so; TimeoutError after so many virtual seconds."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 -- what is waited for has no event
            await asyncio.sleep(every)
