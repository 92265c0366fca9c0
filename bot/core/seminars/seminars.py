"""Seminars: what is announced, and how it is entered, moved and cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.content import Contents
from bot.core.locales import Locale
from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import Audience, MailingKind, NewMailing


class SeminarState(StrEnum):
    """Whether a seminar takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class Phase(StrEnum):
    """Where the clock stands, by the plan."""

    AHEAD = "ahead"
    LIVE = "live"
    OVER = "over"


class TalkLanguage(StrEnum):
    """What the speaker speaks."""

    RU = "ru"
    EN = "en"
    BOTH = "ru+en"


@dataclass(frozen=True)
class When:
    """A moment, with the local time and IANA zone an admin entered it in (naive ISO minutes, as typed)."""

    start: datetime
    local: str
    zone: str


@dataclass(frozen=True)
class Plan:
    """What an admin enters: the one-line form, understood."""

    when: When
    title_ru: str
    title_en: str
    link: str | None = None
    minutes: int = 90
    talk: TalkLanguage = TalkLanguage.BOTH
    speaker: str | None = None
    """Who speaks, where it is not the usual attorney."""


@dataclass(frozen=True)
class Seminar:
    """A seminar as it stands.

    ``revision`` goes up when it moves (steps are keyed by it), ``sequence`` with every change the calendar must see;
    ``changed`` is when it was entered or last moved; ``steps_off`` are offsets in seconds an admin switched off, and
    ``ANNOUNCEMENT_STEP`` when it was opened without telling anybody, ``RATING_STEP`` when nobody is asked how it was.
    """

    id: int
    plan: Plan
    changed: datetime
    revision: int = 0
    sequence: int = 0
    state: SeminarState = SeminarState.PLANNED
    steps_off: tuple[int, ...] = ()

    @property
    def start(self) -> datetime:
        """The first minute, UTC."""
        return self.plan.when.start

    @property
    def end(self) -> datetime:
        """The planned last minute, UTC."""
        return self.start + timedelta(minutes=self.plan.minutes)

    @property
    def revised(self) -> datetime:
        """A moment that is later with each change the calendar must see, also one that leaves ``changed`` as it is."""
        return self.changed + timedelta(seconds=self.sequence)

    def phase(self, now: datetime) -> Phase:
        """Return whether it is to come, runs or is over."""
        if now < self.start:
            return Phase.AHEAD
        return Phase.LIVE if now < self.end else Phase.OVER

    def title(self, locale: Locale) -> str:
        """Return the title in a language."""
        return self.plan.title_ru if locale is Locale.RU else self.plan.title_en


class SeminarChanged(Exception):
    """Somebody else changed the seminar between reading and writing it."""


class Seminars(Protocol):
    """Where seminars and the choices about them are kept. Every changing method is one transaction."""

    async def add(self, plan: Plan, now: datetime) -> Seminar:
        """Store a new seminar."""
        ...

    async def enter(self, seminar: Seminar, draft: Conversation) -> Seminar | None:
        """Store a new seminar in place of the draft it was; None, and nothing stored, when that draft is gone."""
        ...

    async def get(self, seminar: int) -> Seminar | None:
        """Return one, or None."""
        ...

    async def coming(self, now: datetime) -> Sequence[Seminar]:
        """Return the planned ones that have not ended, soonest first."""
        ...

    async def replace(
        self,
        old: Seminar,
        new: Seminar,
        notice: NewMailing | None,
        contents: Contents,
        draft_of: int | None = None,
    ) -> None:
        """Store the changed seminar; with a notice, end its older mailings and queue it to those who had been told.

        The notice of an edit (MailingKind.EDITED) ends none: at the same time the ladder goes on.

        Raises SeminarChanged, and changes nothing, when it is no longer as ``old`` says (another admin was quicker).
        ``draft_of`` is the admin's chat whose unfinished conversation this ends, in the same transaction.
        """
        ...

    async def switch_steps(self, seminar: int, steps_off: tuple[int, ...]) -> None:
        """Store which steps of the ladder are off, and nothing else."""
        ...

    async def choice(self, seminar: int, chat: int) -> bool | None:
        """Return the chat's own choice about one seminar: wanted, not wanted, or none made."""
        ...

    async def choose(self, seminar: int, chat: int, language: Locale, *, wanted: bool) -> None:
        """Store that choice."""
        ...

    async def choices(self, chat: int) -> Sequence[tuple[Seminar, bool]]:
        """Return every choice of the chat with its seminar, soonest first (what /privacy shows)."""
        ...

    async def unchoose(self, seminar: int, chat: int) -> None:
        """Forget the chat's choice about one seminar, if there is one: who wants nothing leaves nothing."""
        ...

    async def wanting(self, seminar: int) -> int:
        """Return how many people are to be reminded of a seminar as things are now."""
        ...

    async def reached(self, audience: Audience, kind: MailingKind, seminar: int) -> int:
        """Return how many people a message about a seminar would go to now; 0 is a seminar that is not stored yet."""
        ...

    async def under_way(self, seminar: int) -> bool:
        """Return whether messages about a seminar are still being sent: then the number of those told grows."""
        ...

    async def told(self, seminar: int) -> int:
        """Return how many people have been sent anything about a seminar, each counted once."""
        ...


class Renderer(Protocol):
    """Words a message about a seminar, in every language and variant."""

    def __call__(self, kind: MailingKind, seminar: Seminar, step: int = 0) -> Contents:
        """Return all texts; ``step`` is the reminder's offset in seconds."""
        ...
