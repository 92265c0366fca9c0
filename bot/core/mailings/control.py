"""A broadcast under way, in the hands of the admins: paused, resumed, cancelled (A6)."""

from dataclasses import dataclass

from bot.core.clock import Clock
from bot.core.mailings.mailings import Mailings, MailingState
from bot.core.seminars.seminars import Wake

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
