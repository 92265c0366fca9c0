"""A13: every mailing stands still until somebody lets them go on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.core.seminars.seminars import Wake


class Standstill(Protocol):
    """Whether the mailings stand still. Durable: a crash or a restart lets nothing go on."""

    async def on(self) -> bool:
        """Return whether they do."""
        ...

    async def switch(self, *, on: bool) -> bool:
        """Let them stand still or go on, in one transaction; return whether that changed anything."""
        ...


@dataclass(frozen=True)
class StandStill:
    """Stops reminders and broadcasts: nothing is claimed after the commit, and what waits for its turn goes back.

    What falls due meanwhile is queued, and what is no longer useful expires, as always.
    """

    standstill: Standstill
    recall: Callable[[], None]
    wake: Wake

    async def __call__(self, *, on: bool) -> bool:
        """Return whether anything changed: asked twice, the second time does nothing."""
        changed = await self.standstill.switch(on=on)
        if on:
            self.recall()
        else:
            self.wake()
        return changed
