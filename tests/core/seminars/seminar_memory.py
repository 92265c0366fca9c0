"""Seminars and subscribers kept in memory, for use cases without a database."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import Audience, MailingKind, NewMailing
from bot.core.seminars.seminars import Plan, Seminar, SeminarChanged, SeminarState, When
from bot.core.subscribers.subscribers import Erased, Subscriber
from tests.core.mailings.broadcast_memory import MemoryConversations

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def when(start: datetime = NOW + timedelta(days=11)) -> When:
    """A moment entered in New York (the local text does not matter here)."""
    return When(start, "2026-12-05T07:00", "America/New_York")


def seminar(start: datetime = NOW + timedelta(days=11), **fields: Any) -> Seminar:
    """A planned seminar entered now."""
    plan = Plan(when(start), "Разрешение на работу", "Work permits", "https://youtu.be/abc")
    return replace(Seminar(1, plan, changed=NOW), **fields)


@dataclass
class MemorySeminars:
    """core.seminars.Seminars."""

    rows: dict[int, Seminar] = field(default_factory=dict)
    chosen: dict[tuple[int, int], bool] = field(default_factory=dict)
    notices: list[NewMailing] = field(default_factory=list)
    contents: list[Contents] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    drafts: MemoryConversations = field(default_factory=MemoryConversations)
    audience: int = 0

    async def add(self, plan: Plan, now: datetime) -> Seminar:
        number = len(self.rows) + 1
        self.rows[number] = Seminar(number, plan, changed=now)
        return self.rows[number]

    async def enter(self, seminar: Seminar, draft: Conversation) -> Seminar | None:
        if await self.drafts.get(draft.chat, seminar.changed) != draft:
            return None
        await self.drafts.drop(draft.chat)
        entered = replace(seminar, id=len(self.rows) + 1)
        self.rows[entered.id] = entered
        return entered

    async def get(self, seminar: int) -> Seminar | None:
        return self.rows.get(seminar)

    async def coming(self, now: datetime) -> Sequence[Seminar]:
        planned = [row for row in self.rows.values() if row.state is SeminarState.PLANNED and row.end > now]
        return sorted(planned, key=lambda row: row.start)

    async def replace(
        self,
        old: Seminar,
        new: Seminar,
        notice: NewMailing | None,
        contents: Contents,
        draft_of: int | None = None,
    ) -> None:
        if self.rows.get(old.id) != old:
            raise SeminarChanged
        self.rows[new.id] = new
        if notice is not None:
            self.notices.append(notice)
            self.contents.append(contents)
        if draft_of is not None:
            self.dropped.append(draft_of)

    async def switch_steps(self, seminar: int, steps_off: tuple[int, ...]) -> None:
        self.rows[seminar] = replace(self.rows[seminar], steps_off=steps_off)

    async def choice(self, seminar: int, chat: int) -> bool | None:
        return self.chosen.get((seminar, chat))

    async def choose(self, seminar: int, chat: int, language: Locale, *, wanted: bool) -> None:
        self.chosen[seminar, chat] = wanted

    async def choices(self, chat: int) -> Sequence[tuple[Seminar, bool]]:
        return [(self.rows[number], wanted) for (number, who), wanted in self.chosen.items() if who == chat]

    async def unchoose(self, seminar: int, chat: int) -> None:
        self.chosen.pop((seminar, chat), None)

    async def wanting(self, seminar: int) -> int:
        return 0

    async def reached(self, audience: Audience, kind: MailingKind, seminar: int) -> int:
        return self.audience

    async def under_way(self, seminar: int) -> bool:
        return False

    async def told(self, seminar: int) -> int:
        return 0


@dataclass
class MemorySubscribers:
    """core.subscribers.Subscribers, for reading."""

    rows: dict[int, Subscriber] = field(default_factory=dict)

    async def get(self, chat: int) -> Subscriber | None:
        return self.rows.get(chat)

    async def add(self, subscriber: Subscriber) -> bool:
        return self.rows.setdefault(subscriber.chat, subscriber) is subscriber

    async def change(self, subscriber: Subscriber) -> bool:
        self.rows[subscriber.chat] = subscriber
        return True

    async def erase(self, chat: int, *, keep_questions: bool = False) -> Erased | None:
        return Erased() if self.rows.pop(chat, None) else None

    async def count(self) -> dict[Locale, int]:
        return {}


@dataclass
class Bell:
    """Counts how often the sender was woken."""

    rings: int = 0

    def __call__(self) -> None:
        self.rings += 1


@dataclass
class Rendered:
    """core.seminars.Renderer that remembers what it was asked for and writes nothing."""

    asked: list[tuple[MailingKind, int, int]] = field(default_factory=list)

    def __call__(self, kind: MailingKind, seminar: Seminar, step: int = 0) -> Contents:
        self.asked.append((kind, seminar.revision, step))
        return {}


@dataclass
class RenderedJoint:
    """core.joint.MergedRenderer that remembers what it was asked for and names the seminars by their numbers."""

    asked: list[tuple[tuple[int, ...], int]] = field(default_factory=list)

    def __call__(self, seminars: Sequence[Seminar], step: int) -> Contents:
        numbers = tuple(seminar.id for seminar in seminars)
        self.asked.append((numbers, step))
        return {Variant(Locale.RU): Content("+".join(map(str, numbers)))}
