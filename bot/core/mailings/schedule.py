"""A broadcast for later (A5): scheduled from its preview, changed, taken off, begun on time or asked about.

Nothing but its moment is stored, so that a restart changes nothing. What cannot be begun on time, or is no longer what
was previewed, is never sent unasked: it waits for an admin, who sees the copies and confirms them anew (R11).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.core.clock import Clock
from bot.core.mailings.approval import SecondApproval
from bot.core.mailings.broadcasts import Broadcasts, ComposeStep
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations, Flow
from bot.core.mailings.mailings import Hold, Mailing, Mailings, MailingState
from bot.core.mailings.outbox import Wake
from bot.core.mailings.recount import moved_much

LATE_AFTER = timedelta(minutes=15)
"""How late a scheduled broadcast may begin unasked."""

ANSWER_WITHIN = timedelta(hours=24)
"""How long a question waits for an answer; then the broadcast is taken off."""

WAITING_STATES = frozenset({MailingState.SCHEDULED, MailingState.ASKS, MailingState.APPROVAL})
"""Where a confirmed broadcast stands before its first message."""


def step_with(day: date) -> str:
    """Return the step of a conversation that waits for an hour of a day."""
    return f"{ComposeStep.SCHEDULE} {day.isoformat()}"


def day_chosen(conversation: Conversation) -> date | None:
    """Return the day whose hour a conversation waits for, None while it waits for both."""
    _, _, day = conversation.step.partition(" ")
    return date.fromisoformat(day) if day else None


class Schedules(Protocol):
    """Broadcasts that wait for their moment or for an answer. Every changing method is one transaction."""

    async def schedule(self, draft: Mailing, at: datetime, recipients: int) -> bool:
        """Let a draft wait, and end its author's conversation; False when it is not exactly this any more."""
        ...

    async def change(self, mailing: int, admin: int, at: datetime, recipients: int) -> bool:
        """Let one that waits begin at another moment, under the same number; False when it waits no longer.

        The admin's conversation about it ends.
        """
        ...

    async def withdraw(self, mailing: int, now: datetime) -> bool:
        """Take off one that waits: nobody is told. One that has begun meanwhile is cancelled; False when it is over."""
        ...

    async def give_up(self, now: datetime) -> None:
        """Take off those that have asked for a day and got no answer."""
        ...

    async def ask(self, mailing: int, hold: Hold) -> bool:
        """Let a scheduled one wait for an answer instead of its moment."""
        ...

    async def begin(self, mailing: int, recipients: int, now: datetime) -> bool:
        """Queue a scheduled one for its audience; False when it is not to be sent any more."""
        ...

    async def reopen(self, mailing: int, admin: int, expires: datetime) -> bool:
        """Make one that asks the admin's draft, in place of any conversation; False when it asks no longer."""
        ...

    async def waiting(self) -> Sequence[Mailing]:
        """Return all that wait, the earliest first."""
        ...

    async def untold(self) -> Sequence[Mailing]:
        """Return those that ask and of which the admins have not heard."""
        ...

    async def told(self, mailing: int) -> None:
        """Write down that they have."""
        ...


@dataclass(frozen=True)
class Schedule:
    """What an admin does with a broadcast for later; ``admins`` are the listed ids."""

    mailings: Mailings
    broadcasts: Broadcasts
    schedules: Schedules
    admins: frozenset[int]
    clock: Clock
    second: SecondApproval

    async def __call__(self, admin: int, number: int, at: datetime) -> Mailing | None:
        """Schedule the admin's draft, or move what waits already; None when it is neither, or the moment is over.

        To so many that a second admin is needed, it waits for that approval first, also after a move.
        """
        mailing = await self.mailings.get(number)
        if mailing is None or mailing.edits or at <= self.clock.now() or mailing.void(at):
            return None
        recipients = await self.broadcasts.count(mailing.audience, mailing.repeat, mailing.of_seminar)
        if mailing.state is MailingState.DRAFT:
            done = mailing.author == admin and recipients > 0 and await self._schedule(mailing, at, recipients)
        else:
            done = mailing.author in self.admins and await self._change(number, admin, at, recipients)
        return await self.mailings.get(number) if done else None

    async def _schedule(self, draft: Mailing, at: datetime, recipients: int) -> bool:
        if self.second.needed(recipients):
            return await self.second.ask(draft, recipients, at=at)
        return await self.schedules.schedule(draft, at, recipients)

    async def _change(self, number: int, admin: int, at: datetime, recipients: int) -> bool:
        if self.second.needed(recipients):
            return await self.second.ask_anew(number, admin, at, recipients)
        return await self.schedules.change(number, admin, at, recipients)

    async def withdraw(self, number: int) -> bool:
        """Take off one that waits, or cancel what has begun."""
        return await self.schedules.withdraw(number, self.clock.now())

    async def keep_day(self, conversations: Conversations, conversation: Conversation, day: date) -> None:
        """Wait for an hour of this day, for another hour of the clock."""
        admin, number, step = conversation.chat, conversation.object, step_with(day)
        expires = self.clock.now() + DRAFT_LIFE
        if conversation.flow is Flow.RESCHEDULE:
            await conversations.put(Conversation(admin, Flow.RESCHEDULE, step, number), expires)
        elif mailing := await self.mailings.get(number):
            await self.broadcasts.write(number, admin, {}, mailing.audience, step, expires)

    async def reopen(self, number: int, admin: int) -> bool:
        """Make one that asks the admin's own draft, to be previewed and confirmed like any other."""
        return await self.schedules.reopen(number, admin, self.clock.now() + DRAFT_LIFE)


@dataclass(frozen=True)
class BeginScheduled:
    """Run by a tick: begins what is due, or asks."""

    schedule: Schedule
    wake: Wake

    async def __call__(self) -> None:
        """Look at everything that waits."""
        now, schedules = self.schedule.clock.now(), self.schedule.schedules
        await schedules.give_up(now)
        for mailing in await schedules.waiting():
            if mailing.state is MailingState.SCHEDULED and mailing.due is not None and mailing.due <= now:
                await self._due(mailing, now)

    async def _due(self, mailing: Mailing, now: datetime) -> None:
        schedules = self.schedule.schedules
        recipients = await self.schedule.broadcasts.count(mailing.audience, mailing.repeat, mailing.of_seminar)
        hold = self._hold(mailing, recipients, now)
        if hold is not None:
            await schedules.ask(mailing.id, hold)
        elif not mailing.held:  # let go in time it begins then, later it asks
            await schedules.begin(mailing.id, recipients, now)
            self.wake()

    def _hold(self, mailing: Mailing, recipients: int, now: datetime) -> Hold | None:
        if mailing.due is None or now - mailing.due > LATE_AFTER:
            return Hold.LATE
        if mailing.author not in self.schedule.admins:
            return Hold.AUTHOR
        if mailing.void(now):
            return Hold.SEMINAR
        if self.schedule.second.lacks(mailing, recipients):
            return Hold.APPROVER
        return Hold.MOVED if moved_much(mailing.counters.total, recipients) else None
