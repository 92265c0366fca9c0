"""Events of calendar files beside the seminars: what is new, changed or cancelled waits for an admin (A9).

An import announces nothing, moves nothing and cancels nothing: it writes down what the calendar says, and each of it is
previewed and confirmed at the desk. The same file a second time changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.seminars.calendar_events import CalendarEvent
from bot.core.seminars.confirming import can_change
from bot.core.seminars.drafts import Field
from bot.core.seminars.editing import parts_changed
from bot.core.seminars.local_time import MOST_DAYS_AHEAD
from bot.core.seminars.seminars import Plan, Seminar, Seminars


class Took(StrEnum):
    """What an import made of an event."""

    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    SAME = "same"
    OLDER = "older"
    OVER = "over"
    FAR = "far"


@dataclass(frozen=True)
class ImportedEvent:
    """An event as the calendar had it last.

    ``open``: the desk has not dealt with it; ``base`` is the plan that it has dealt with, ``seminar`` what came of it.
    """

    id: int
    uid: str
    sequence: int
    plan: Plan
    cancelled: bool = False
    open: bool = True
    seminar: int | None = None
    base: Plan | None = None


@dataclass(frozen=True)
class WaitingEvent:
    """An event that waits at the desk, with its seminar as it stands and the parts that the calendar has otherwise."""

    event: ImportedEvent
    seminar: Seminar | None = None
    parts: tuple[Field, ...] = ()


class Imports(Protocol):
    """Where imported events are kept. Every changing method is one transaction."""

    async def take(self, events: Sequence[CalendarEvent], now: datetime) -> Sequence[Took]:
        """Write down what the events of a file change; return what each of them was."""
        ...

    async def open(self) -> Sequence[ImportedEvent]:
        """Return those the desk has not dealt with, the earliest first."""
        ...

    async def get(self, event: int) -> ImportedEvent | None:
        """Return one, or None."""
        ...

    async def link(self, event: int, seminar: int) -> None:
        """Write down that a seminar was entered already which is what the event says."""
        ...

    async def settle(self, event: int) -> None:
        """Write down that the desk has dealt with what the calendar says now."""
        ...


def taken(known: ImportedEvent | None, event: CalendarEvent, now: datetime) -> tuple[Took, ImportedEvent | None]:
    """Return what an event of a file is beside what is known of it, and the row to be stored, if it changes anything.

    ``known`` None is an event that was never seen: cancelled or over already, it is none of ours.
    """
    if event.plan.when.start - now > timedelta(days=MOST_DAYS_AHEAD):
        return Took.FAR, None  # Telegram refuses to show such a moment
    over = event.plan.when.start + timedelta(minutes=event.plan.minutes) <= now
    if known is not None:
        return _again(known, event, over=over)
    if event.cancelled or over:
        return (Took.CANCELLED if event.cancelled else Took.OVER), None
    return Took.NEW, ImportedEvent(0, event.uid, event.sequence, event.plan)


def _again(known: ImportedEvent, event: CalendarEvent, *, over: bool) -> tuple[Took, ImportedEvent | None]:
    if event.sequence < known.sequence:
        return Took.OLDER, None
    row = replace(known, sequence=event.sequence, plan=event.plan, cancelled=event.cancelled)
    if (event.plan, event.cancelled) == (known.plan, known.cancelled):
        return Took.SAME, row if row != known else None
    if event.cancelled:
        return Took.CANCELLED, replace(row, open=known.seminar is not None)
    return (Took.OVER, None) if over else (Took.CHANGED, replace(row, open=True))


@dataclass(frozen=True)
class CalendarDesk:
    """What of the imported events waits for an admin, over the seminars as they stand now."""

    imports: Imports
    seminars: Seminars
    clock: Clock

    async def waiting(self) -> Sequence[WaitingEvent]:
        """Return everything that waits."""
        found = [await self._waits(event) for event in await self.imports.open()]
        return [each for each in found if each is not None]

    async def get(self, number: int) -> WaitingEvent | None:
        """Return one that waits, or None when it waits no longer."""
        event = await self.imports.get(number)
        return await self._waits(event) if event is not None and event.open else None

    async def _waits(self, event: ImportedEvent) -> WaitingEvent | None:
        now = self.clock.now()
        if event.seminar is None:
            return WaitingEvent(event) if event.plan.when.start > now else None
        seminar = await self.seminars.get(event.seminar)
        if seminar is None or not can_change(seminar, now):
            return None
        if event.cancelled:
            return WaitingEvent(event, seminar)
        theirs = parts_changed(event.base or event.plan, event.plan)
        parts = tuple(field for field in theirs if field in parts_changed(seminar.plan, event.plan))
        return WaitingEvent(event, seminar, parts) if parts else None
