"""Events of calendar files, beside the seminars that came of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.journal import Act, Action
from bot.core.seminars.calendar_events import CalendarEvent
from bot.core.seminars.drafts import SeminarDraft, unpacked
from bot.core.seminars.imports import ImportedEvent, Took, taken
from bot.core.seminars.seminars import Plan
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record

SELECT = "SELECT id, uid, sequence, plan, cancelled, open, seminar, base FROM imported"
PUT = """
INSERT INTO imported (uid, sequence, plan, cancelled, open, seminar, base) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (uid) DO UPDATE SET sequence = excluded.sequence, plan = excluded.plan, cancelled = excluded.cancelled,
    open = excluded.open
"""
SETTLE = "UPDATE imported SET open = 0, base = plan WHERE id = ?"
ENTER = "UPDATE imported SET open = 0, base = plan, seminar = ? WHERE id = ? AND seminar IS NULL"


class ImportRepository:
    """core.seminars.imports.Imports over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def take(self, events: Sequence[CalendarEvent], now: datetime) -> Sequence[Took]:
        """Write down what the events of a file change; return what each of them was."""
        found: list[Took] = []
        changed = 0
        async with self._database.writing() as tx:
            for event in events:
                rows = await tx.rows(f"{SELECT} WHERE uid = ?", (event.uid,))
                took, row = taken(_event(rows[0]) if rows else None, event, now)
                found.append(took)
                if row is not None:
                    await _put(tx, row)
                    changed += took is not Took.SAME
            if changed:
                await record(tx, self._database.now(), Act(Action.CALENDAR_IMPORTED, count=changed))
        return found

    async def open(self) -> Sequence[ImportedEvent]:
        """Return those the desk has not dealt with, the earliest first."""
        events = [_event(row) for row in await self._database.rows(f"{SELECT} WHERE open = 1")]
        return sorted(events, key=lambda event: (event.plan.when.start, event.id))

    async def get(self, event: int) -> ImportedEvent | None:
        """Return one, or None."""
        row = await self._database.row(f"{SELECT} WHERE id = ?", (event,))
        return _event(row) if row else None

    async def link(self, event: int, seminar: int) -> None:
        """Write down that a seminar was entered already which is what the event says."""
        async with self._database.writing() as tx:
            await came_of(tx, event, seminar)

    async def settle(self, event: int) -> None:
        """Write down that the desk has dealt with what the calendar says now."""
        async with self._database.writing() as tx:
            await tx.execute(SETTLE, (event,))
            await record(tx, self._database.now(), Act(Action.IMPORT_SETTLED, str(event)))


async def came_of(tx: Tx, event: int, seminar: int) -> None:
    """Write down which seminar an imported event has become."""
    await tx.execute(ENTER, (seminar, event))


async def _put(tx: Tx, event: ImportedEvent) -> None:
    plan, base = (SeminarDraft(each).packed() if each else None for each in (event.plan, event.base))
    values = (event.uid, event.sequence, plan, int(event.cancelled), int(event.open), event.seminar, base)
    await tx.execute(PUT, values)


def _event(row: tuple[Any, ...]) -> ImportedEvent:
    number, uid, sequence, plan, cancelled, is_open, seminar, base = row
    return ImportedEvent(
        number, uid, sequence, _plan(plan), bool(cancelled), bool(is_open), seminar, _plan(base) if base else None
    )


def _plan(packed: str) -> Plan:
    return unpacked(packed).plan
