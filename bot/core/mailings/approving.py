"""What becomes of a request for approval (A4): approved once, refused, or void."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.clock import Clock
from bot.core.mailings.approval import SecondApproval, mark_for
from bot.core.mailings.broadcasts import Broadcasts
from bot.core.mailings.mailings import Hold, Mailing, Mailings
from bot.core.mailings.outbox import Wake
from bot.core.mailings.recount import moved_much
from bot.core.mailings.schedule import LATE_AFTER
from bot.core.mailings.stars import Fare, price


@dataclass(frozen=True)
class Approve:
    """What another admin answers."""

    mailings: Mailings
    broadcasts: Broadcasts
    second: SecondApproval
    clock: Clock
    wake: Wake

    async def __call__(self, admin: int, number: int, mark: str) -> bool:
        """Approve what this button was drawn for: single-use; False when it is asked so no longer.

        An audience that has moved meanwhile makes the request void: its author confirmed another one.
        """
        mailing = await self.mailings.get(number)
        if mailing is None or not self.second.asks(mailing, admin) or mark != mark_for(admin, mailing):
            return False
        if (hold := void_reason(mailing, self.second.admins, self.clock.now())) is not None:
            await self.second.approvals.void(number, hold)
            return False
        recipients = await self.broadcasts.count(mailing.audience, mailing.repeat, mailing.of_seminar)
        if moved_much(mailing.counters.total, recipients) or _dearer(mailing, recipients):
            await self.second.approvals.void(number, Hold.MOVED)
            return False
        approved = await self.second.approvals.approve(mailing, admin, recipients, self.clock.now())
        self.wake()
        return approved

    async def refuse(self, admin: int, number: int) -> bool:
        """Refuse, however late: nobody is told."""
        if not self.second.asks(await self.mailings.get(number), admin):
            return False
        return await self.second.approvals.refuse(number)


def _dearer(mailing: Mailing, recipients: int) -> bool:
    return mailing.fare is Fare.PAID and price(recipients) > price(mailing.counters.total)


def void_reason(mailing: Mailing, admins: frozenset[int], now: datetime) -> Hold | None:
    """Return why a request is void by now, or None."""
    if mailing.author not in admins:
        return Hold.AUTHOR
    if mailing.void(now):
        return Hold.SEMINAR
    if mailing.due is not None and now - mailing.due > LATE_AFTER:
        return Hold.LATE
    if mailing.until is None or mailing.until <= now or len(admins) == 1:
        return Hold.UNAPPROVED
    return None


@dataclass(frozen=True)
class VoidApprovals:
    """Run by a tick, and at the start: a request that is void asks its author instead."""

    second: SecondApproval
    clock: Clock

    async def __call__(self) -> None:
        """Look at every request."""
        for mailing in await self.second.approvals.asked():
            if (hold := void_reason(mailing, self.second.admins, self.clock.now())) is not None:
                await self.second.approvals.void(mailing.id, hold)
