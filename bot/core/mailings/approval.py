"""A second pair of eyes (A4): when a broadcast needs another admin's approval, and asking for it.

Nothing is queued before. A request is bound to the content, the audience and the moment: none can change under it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.clock import Clock, epoch
from bot.core.mailings.mailings import Hold, Mailing, MailingState
from bot.core.mailings.stars import Fare

APPROVED_WITHIN = timedelta(hours=24)
"""How long a request is good; then it is void."""


@dataclass(frozen=True)
class AskedSecond:
    """Confirmed by its author, and now asked of another admin; nobody is told yet."""

    recipients: int
    content_hash: str = ""


class Approvals(Protocol):
    """Broadcasts that wait for another admin. Every changing method is one transaction."""

    async def ask(
        self, draft: Mailing, recipients: int, until: datetime, card: int, fare: Fare, at: datetime | None
    ) -> bool:
        """Let a draft wait for approval and end its author's conversation; False when it is not exactly this any more.

        ``at`` is the moment it is for, None for at once. ``card`` is the author's message that shows how it stands.
        """
        ...

    async def ask_anew(self, mailing: int, admin: int, at: datetime, recipients: int, until: datetime) -> bool:
        """Let one that waits have another moment, and ask; False when it waits no longer.

        The admin's conversation about it ends.
        """
        ...

    async def approve(self, asked: Mailing, admin: int, recipients: int, now: datetime) -> bool:
        """Queue it, or let it wait for its moment; False when it is not asked for exactly so any more."""
        ...

    async def refuse(self, mailing: int) -> bool:
        """Let it wait for its author's decision instead; False when nothing is asked any more."""
        ...

    async def void(self, mailing: int, hold: Hold) -> bool:
        """The same, when nobody refused it."""
        ...

    async def asked(self) -> Sequence[Mailing]:
        """Return all that wait for approval."""
        ...

    async def unannounced(self) -> Sequence[Mailing]:
        """Return those of which other admins are still to hear: a request, or that it goes out."""
        ...

    async def announced(self, mailing: Mailing, told: int | None) -> bool:
        """Write down how many admins have heard of it so, None for all; False when it has changed meanwhile."""
        ...


@dataclass(frozen=True)
class SecondApproval:
    """Says when another of the ``admins`` must approve, and asks: for more than ``above`` recipients."""

    approvals: Approvals
    admins: frozenset[int]
    above: int
    clock: Clock

    def needed(self, recipients: int) -> bool:
        """Return whether another admin must approve a broadcast to so many; a single admin has nobody to ask."""
        return recipients > self.above and len(self.admins) > 1

    def asks(self, mailing: Mailing | None, admin: int) -> bool:
        """Return whether this admin may approve it: another than its author."""
        return mailing is not None and mailing.state is MailingState.APPROVAL and mailing.author != admin

    def lacks(self, mailing: Mailing, recipients: int) -> bool:
        """Return whether one whose moment has come was not approved by somebody who still is an admin."""
        approved = mailing.approver in self.admins
        return not approved and (mailing.approver is not None or self.needed(recipients))

    async def ask(
        self, draft: Mailing, recipients: int, *, card: int = 0, fare: Fare = Fare.FREE, at: datetime | None = None
    ) -> bool:
        """Ask for a draft; False when it is not this any more."""
        return await self.approvals.ask(draft, recipients, self.until(), card, fare, at)

    async def ask_anew(self, mailing: int, admin: int, at: datetime, recipients: int) -> bool:
        """Ask for one that waits, with another moment."""
        return await self.approvals.ask_anew(mailing, admin, at, recipients, self.until())

    def until(self) -> datetime:
        """Return until when a request made now is good."""
        return self.clock.now() + APPROVED_WITHIN


def mark_for(admin: int, mailing: Mailing) -> str:
    """Return the short mark an approving button carries: it fits this admin and exactly this request only."""
    moments = [epoch(at) if at else 0 for at in (mailing.due, mailing.until)]
    shown = (admin, mailing.id, mailing.author, mailing.content_hash, mailing.audience, mailing.fare, *moments)
    return hashlib.sha256("|".join(map(str, shown)).encode()).hexdigest()[:12]
