"""Imported events kept in memory, for use cases without a database."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.core.seminars.calendar_events import CalendarEvent
from bot.core.seminars.imports import ImportedEvent, Took, taken


@dataclass
class MemoryImports:
    """core.seminars.imports.Imports."""

    rows: dict[str, ImportedEvent] = field(default_factory=dict)

    async def take(self, events: Sequence[CalendarEvent], now: datetime) -> Sequence[Took]:
        found = []
        for event in events:
            took, row = taken(self.rows.get(event.uid), event, now)
            found.append(took)
            if row is not None:
                self.rows[event.uid] = replace(row, id=row.id or len(self.rows) + 1)
        return found

    async def open(self) -> Sequence[ImportedEvent]:
        return [row for row in self.rows.values() if row.open]

    async def get(self, event: int) -> ImportedEvent | None:
        return next((row for row in self.rows.values() if row.id == event), None)

    async def link(self, event: int, seminar: int) -> None:
        await self._put(event, seminar=seminar)

    async def settle(self, event: int) -> None:
        await self._put(event)

    async def _put(self, event: int, seminar: int | None = None) -> None:
        row = await self.get(event)
        assert row is not None
        self.rows[row.uid] = replace(row, open=False, base=row.plan, seminar=row.seminar or seminar)
