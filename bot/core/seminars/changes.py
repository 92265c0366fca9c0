"""Seminars entered, moved, cancelled, and their ladder switched: what admins do, also two of them at once."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.clock import Clock
from bot.core.mailings.mailings import Audience, MailingKind, NewMailing
from bot.core.mailings.outbox import Wake
from bot.core.seminars.seminars import Plan, Renderer, Seminar, SeminarChanged, Seminars, SeminarState, When

MAX_CONFLICT_RETRIES = 3
"""How often a change is tried on top of somebody else's."""


async def again_if_changed(act: Callable[[], Awaitable[Seminar | None]]) -> Seminar | None:
    """Do what one admin asked for on top of what another did meanwhile; raises SeminarChanged when they never stop."""
    for _ in range(MAX_CONFLICT_RETRIES):
        with suppress(SeminarChanged):
            return await act()
    return await act()


def moved_to(seminar: Seminar, when: When, now: datetime) -> Seminar:
    """Return the seminar at another time: a new revision, and a change the calendars see."""
    return replace(
        seminar,
        plan=replace(seminar.plan, when=when),
        revision=seminar.revision + 1,
        sequence=seminar.sequence + 1,
        changed=now,
    )


def called_off(seminar: Seminar) -> Seminar:
    """Return the seminar cancelled, a change the calendars see."""
    return replace(seminar, state=SeminarState.CANCELLED, sequence=seminar.sequence + 1)


@dataclass(frozen=True)
class EnterSeminar:
    """Store a seminar that nobody needs to confirm, once (the demo's). The next tick announces it."""

    seminars: Seminars
    clock: Clock

    async def __call__(self, plan: Plan) -> Seminar:
        """Return the stored seminar; the same plan entered again (a second tap) is the one that is there."""
        now = self.clock.now()
        there = [seminar for seminar in await self.seminars.coming(now) if seminar.plan == plan]
        return there[0] if there else await self.seminars.add(plan, now)


@dataclass(frozen=True)
class MoveSeminar:
    """S4: a moved seminar starts a new revision and tells those who had been told."""

    seminars: Seminars
    render: Renderer
    clock: Clock
    wake: Wake

    async def __call__(self, seminar_id: int, when: When, draft_of: int | None = None) -> Seminar | None:
        """Return the seminar at its new time, or None when there is none to move; nobody is told of the same time.

        ``draft_of`` is the admin's chat whose conversation about the move is over with it.
        """
        return await again_if_changed(lambda: self._move(seminar_id, when, draft_of))

    async def _move(self, seminar_id: int, when: When, draft_of: int | None) -> Seminar | None:
        seminar = await self.seminars.get(seminar_id)
        if seminar is None or seminar.state is SeminarState.CANCELLED:
            return None
        now = self.clock.now()
        if seminar.start == when.start:
            same = replace(seminar, plan=replace(seminar.plan, when=when))
            await self.seminars.replace(seminar, same, None, {}, draft_of)
            return same
        moved = moved_to(seminar, when, now)
        notice = NewMailing(MailingKind.MOVED, now, moved.start, Audience.TOLD, moved.id, moved.revision)
        await self.seminars.replace(seminar, moved, notice, self.render(MailingKind.MOVED, moved), draft_of)
        self.wake()
        return moved


@dataclass(frozen=True)
class CancelSeminar:
    """S4: a cancelled seminar stops its ladder and says so to those who had been told."""

    seminars: Seminars
    render: Renderer
    clock: Clock
    wake: Wake

    async def __call__(self, seminar_id: int) -> Seminar | None:
        """Return the cancelled seminar, or None when there is none to cancel."""
        return await again_if_changed(lambda: self._cancel(seminar_id))

    async def _cancel(self, seminar_id: int) -> Seminar | None:
        seminar = await self.seminars.get(seminar_id)
        if seminar is None or seminar.state is SeminarState.CANCELLED:
            return None
        cancelled = called_off(seminar)
        notice = NewMailing(
            MailingKind.CANCELLED,
            self.clock.now(),
            seminar.end,
            Audience.TOLD,
            seminar.id,
            seminar.revision,
        )
        await self.seminars.replace(seminar, cancelled, notice, self.render(MailingKind.CANCELLED, cancelled))
        self.wake()
        return cancelled


@dataclass(frozen=True)
class SwitchStep:
    """S3: an admin switches one step of one seminar's ladder off or on."""

    seminars: Seminars

    async def __call__(self, seminar_id: int, step: int, *, on: bool) -> Seminar | None:
        """Return the seminar as it is now, or None."""
        seminar = await self.seminars.get(seminar_id)
        if seminar is None:
            return None
        off = set(seminar.steps_off) - {step} if on else set(seminar.steps_off) | {step}
        changed = replace(seminar, steps_off=tuple(sorted(off, reverse=True)))
        await self.seminars.switch_steps(seminar_id, changed.steps_off)
        return changed
