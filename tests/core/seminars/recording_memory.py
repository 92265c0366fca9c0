"""Recordings kept in memory: of nothing, unless a test says otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.mailings.conversations import Conversation
from bot.core.seminars.recordings import Recording, Telling
from bot.core.seminars.seminars import Seminar


@dataclass
class MemoryRecordings:
    """core.seminars.recordings.Recordings."""

    rows: dict[int, Recording] = field(default_factory=dict)
    seminars: list[Seminar] = field(default_factory=list)
    hearing: int = 0
    gone: bool = False
    waits_until: datetime | None = None

    async def get(self, seminar: int) -> Recording | None:
        return self.rows.get(seminar)

    async def ended(self, now: datetime, limit: int) -> Sequence[Seminar]:
        return [each for each in self.seminars if each.end <= now][:limit]

    async def published(self) -> Sequence[Seminar]:
        return [each for each in self.seminars if each.id in self.rows]

    async def publish(
        self, seminar: Seminar, recording: Recording, draft: Conversation, now: datetime, telling: Telling | None
    ) -> bool:
        if self.gone:
            return False
        self.rows[seminar.id] = recording
        self.waits_until = telling.until if telling else None
        return True

    async def listeners(self) -> int:
        return self.hearing
