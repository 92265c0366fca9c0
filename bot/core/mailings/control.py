"""A broadcast under way, in the hands of the admins: paused, resumed, cancelled (A6)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.core.clock import Clock
from bot.core.mailings.mailings import Mailings, MailingState
from bot.core.mailings.outbox import Wake

CONTROLS: dict[MailingState, tuple[MailingState, ...]] = {
    MailingState.PAUSED: (MailingState.QUEUED,),
    MailingState.QUEUED: (MailingState.PAUSED, MailingState.STOPPED),
    MailingState.CANCELLED: (MailingState.QUEUED, MailingState.PAUSED, MailingState.STOPPED),
}
"""Which states an admin's pause, resume and cancel lead from (A6)."""


@dataclass(frozen=True)
class Control:
    """A6: pause, resume, cancel; effective with the next claim, since only queued mailings are claimed from."""

    mailings: Mailings
    clock: Clock
    wake: Wake

    async def __call__(self, mailing: int, to: MailingState) -> bool:
        """Return whether the mailing changed."""
        changed = await self.mailings.move(mailing, to, frm=CONTROLS[to], now=self.clock.now())
        self.wake()
        return changed


class Pause(Protocol):
    """Whether the mailings stand still. Durable: a crash or a restart lets nothing go on."""

    async def on(self) -> bool:
        """Return whether they do."""
        ...

    async def switch(self, *, on: bool) -> bool:
        """Let them stand still or go on, in one transaction; return whether that changed anything."""
        ...


@dataclass(frozen=True)
class PauseAll:
    """Stops reminders and broadcasts: nothing is claimed after the commit, and what waits for its turn goes back.

    What falls due meanwhile is queued, and what is no longer useful expires, as always.
    """

    pause: Pause
    recall: Callable[[], None]
    wake: Wake

    async def __call__(self, *, on: bool) -> bool:
        """Return whether anything changed: asked twice, the second time does nothing."""
        changed = await self.pause.switch(on=on)
        if on:
            self.recall()
        else:
            self.wake()
        return changed
