"""One GET a minute while the bot works, so that a dead man's switch elsewhere can tell when it does not (O5)."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.readiness import works
from bot.core.health.vitals import Vitals

EVERY_SECONDS = 60.0
TIMEOUT_SECONDS = 10


class Heartbeat:
    """Run beside the bot. Its address is a secret: it is said nowhere."""

    def __init__(self, ask: Callable[[], Awaitable[None]], vitals: Vitals, clock: Clock) -> None:
        """``ask`` makes one GET; raises ClientError, OSError, TimeoutError."""
        self._ask = ask
        self._vitals = vitals
        self._clock = clock
        self._failing = False

    async def run(self) -> None:
        """Ask every minute while people are served, until cancelled."""
        while True:
            await self._clock.sleep(EVERY_SECONDS)
            if works(self._vitals):
                await self.beat()

    async def beat(self) -> None:
        """Ask once; the first failure is logged, and the first success after it."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await self._ask()
        except (ClientError, OSError, TimeoutError, ValueError) as error:
            if not self._failing:
                event(Event.HEARTBEAT_FAILED, kind=error)
            self._failing = True
            return
        if self._failing:
            event(Event.HEARTBEAT_BACK)
        self._failing = False


def asking(url: str) -> Callable[[], Awaitable[None]]:
    """Return what asks the address: on a connection of its own, through no proxy; the answer's body is not read."""

    async def ask() -> None:
        async with (
            ClientSession(timeout=ClientTimeout(total=TIMEOUT_SECONDS), trust_env=False) as session,
            session.get(url) as answer,
        ):
            answer.raise_for_status()

    return ask
