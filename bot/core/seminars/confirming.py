"""A seminar is moved or cancelled only when the preview of what people will be told is confirmed (A9, R11)."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.core.clock import Clock, epoch, from_epoch
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations, Flow
from bot.core.mailings.mailings import Audience, MailingKind
from bot.core.mailings.recount import moved_much
from bot.core.seminars.changes import CancelSeminar, MoveSeminar
from bot.core.seminars.drafts import mark_of
from bot.core.seminars.seminars import Seminar, Seminars, SeminarState, When

TIME_STEP = "time"
"""The step of a move whose new time is awaited; at any other step the step is the new time."""


def move_on(day: date) -> str:
    """Return the step of a move whose new hour is awaited, on a day that was chosen."""
    return f"{TIME_STEP} {day.isoformat()}"


def day_of_move(conversation: Conversation) -> date | None:
    """Return the day that was chosen for a move, None while day and hour are awaited, or the move is proposed."""
    step, _, day = conversation.step.partition(" ")
    return date.fromisoformat(day) if step == TIME_STEP and day else None


class Confirmed(StrEnum):
    """What came of a confirmation."""

    DONE = "done"
    NOT_YET = "not yet"
    """It is asked about again: the seminar or the number of people is not what was previewed."""
    OVER = "over"
    """There is nothing to confirm (any more)."""


@dataclass(frozen=True)
class Told:
    """How many people hear of a change; ``growing`` while messages about the seminar are still being sent."""

    count: int
    growing: bool = False

    def moved_from(self, shown: int) -> bool:
        """Return whether to ask again. Not while it grows by itself: a cancellation would run after the sending."""
        return not self.growing and moved_much(shown, self.count)


@dataclass(frozen=True)
class ProposedMove:
    """A planned seminar, and when it is to begin instead."""

    seminar: Seminar
    when: When

    def mark(self, author: int) -> str:
        """Return the mark of the button that confirms it: another change in between makes another mark."""
        return mark_of(author, "move", self.seminar.id, self.seminar.sequence, epoch(self.when.start))


def mark_of_cancellation(author: int, seminar: Seminar) -> str:
    """Return the mark of the button that confirms the cancellation of a seminar as it stands."""
    return mark_of(author, "cancel", seminar.id, seminar.sequence)


def can_change(seminar: Seminar | None, now: datetime) -> bool:
    """Return whether there is a seminar that can still be moved or cancelled."""
    return seminar is not None and seminar.state is SeminarState.PLANNED and now < seminar.end


@dataclass(frozen=True)
class ConfirmChange:
    """Keeps the new time that was proposed, and changes a seminar once it is confirmed for about as many people."""

    seminars: Seminars
    conversations: Conversations
    move_seminar: MoveSeminar
    cancel_seminar: CancelSeminar
    clock: Clock

    async def told(self, kind: MailingKind, seminar: int) -> Told:
        """Return how many people the notice would reach now: those who were told of the seminar, or asked for it."""
        under_way = await self.seminars.under_way(seminar)
        return Told(await self.seminars.reached(Audience.TOLD, kind, seminar), under_way)

    async def propose(self, author: int, seminar: int, when: When) -> None:
        """Keep a new time for an hour, in place of any other conversation."""
        step = json.dumps([epoch(when.start), when.local, when.zone])
        await self.conversations.put(Conversation(author, Flow.MOVE, step, seminar), self.clock.now() + DRAFT_LIFE)

    async def proposed(self, author: int) -> ProposedMove | None:
        """Return the move the admin is about to confirm, or None when there is none to confirm (any more)."""
        now = self.clock.now()
        found = await self.conversations.get(author, now)
        if found is None or found.flow is not Flow.MOVE or found.awaits == TIME_STEP:
            return None
        seminar = await self.seminars.get(found.object)
        start, local, zone = json.loads(found.step)
        if seminar is None or not can_change(seminar, now) or from_epoch(start) <= now:
            return None
        return ProposedMove(seminar, When(from_epoch(start), local, zone))

    async def move(self, author: int, mark: str, shown: int) -> Confirmed:
        """Move the seminar of the admin's proposal, when this is what was previewed, for about so many people."""
        found = await self.proposed(author)
        if found is None:
            return Confirmed.OVER
        told = await self.told(MailingKind.MOVED, found.seminar.id)
        if mark != found.mark(author) or told.moved_from(shown):
            return Confirmed.NOT_YET
        return _confirmed(await self.move_seminar(found.seminar.id, found.when, author))

    async def cancel(self, author: int, number: int, mark: str, shown: int) -> Confirmed:
        """Cancel a seminar, when it is as it was previewed, for about so many people."""
        seminar = await self.seminars.get(number)
        if seminar is None or not can_change(seminar, self.clock.now()):
            return Confirmed.OVER
        told = await self.told(MailingKind.CANCELLED, number)
        if mark != mark_of_cancellation(author, seminar) or told.moved_from(shown):
            return Confirmed.NOT_YET
        return _confirmed(await self.cancel_seminar(number))


def _confirmed(done: Seminar | None) -> Confirmed:
    return Confirmed.OVER if done is None else Confirmed.DONE
