"""Mailings: one thing to be told to many, its states, its counters, and when it stops itself."""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Protocol

from bot.core.mailings.missed import Missed, MissedCounts, Repeat
from bot.core.mailings.signed_up import SignedUp
from bot.core.mailings.stars import Fare


class MailingKind(StrEnum):
    """What a mailing is about."""

    ANNOUNCEMENT = "announcement"
    STEP = "step"
    MOVED = "moved"
    EDITED = "edited"
    CANCELLED = "cancelled"
    BROADCAST = "broadcast"
    IDLE = "idle"
    CHANGE = "change"
    RATING = "rating"


class Audience(StrEnum):
    """Who is told."""

    ALL = "all"
    RUSSIAN = "ru"
    ENGLISH = "en"
    RECORDINGS = "recordings"
    REMINDERS = "reminders"
    SEMINAR = "seminar"
    TOLD = "told"
    WATCHERS = "watchers"
    IDLE = "idle"


class MailingState(StrEnum):
    """Where a mailing stands. Only ``queued`` is sent from; ``asks`` wants an answer, ``undo`` can be taken back.

    ``approval`` waits for a second admin.
    """

    DRAFT = "draft"
    APPROVAL = "approval"
    SCHEDULED = "scheduled"
    ASKS = "asks"
    UNDO = "undo"
    QUEUED = "queued"
    PAUSED = "paused"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    DONE = "done"


class Hold(StrEnum):
    """Why a broadcast that was to be sent asks first (A4, A5); ``seminar``: that of its people is no more (A3)."""

    LATE = "late"
    RESTORED = "restored"
    MOVED = "moved"
    AUTHOR = "author"
    WINDOW = "window"
    REFUSED = "refused"
    UNAPPROVED = "unapproved"
    APPROVER = "approver"
    SEMINAR = "seminar"


class Lane(IntEnum):
    """Who goes first when several want to send."""

    REPLY = 0
    LAWYER = 1
    REMINDER = 2
    BROADCAST = 3


@dataclass(frozen=True)
class NewMailing:
    """A mailing to be queued. ``step`` is an offset in seconds; outside [not_before, not_after] nothing is sent.

    ``beside`` are (seminar, revision) of those it may be told together with (S4), in the order of ``Variant.joint``.
    """

    kind: MailingKind
    not_before: datetime
    not_after: datetime
    audience: Audience = Audience.SEMINAR
    seminar: int | None = None
    revision: int = 0
    step: int = 0
    quiet: bool = False
    beside: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Counters:
    """One number an outcome; the first six add up to ``total``. ``refused`` is part of ``failed``, or
    of ``delivered`` where it was the buttons of an album that were refused.
    """

    total: int = 0
    delivered: int = 0
    gone: int = 0
    failed: int = 0
    unknown: int = 0
    expired: int = 0
    left: int = 0
    twice: int = 0
    refused: int = 0

    @property
    def tried(self) -> int:
        """How many recipients Telegram gave an answer about, or none twice."""
        return self.delivered + self.gone + self.failed + self.unknown

    @property
    def remaining(self) -> int:
        """How many recipients have no outcome yet."""
        return self.total - self.tried - self.expired - self.left


COUNTERS = tuple(field.name for field in fields(Counters))


class Breaker(StrEnum):
    """Why a mailing stops itself (A6)."""

    REFUSED = "refused"
    GONE = "gone"
    FAILING = "failing"


@dataclass(frozen=True)
class Doubted:
    """An ended mailing that found ``gone`` of ``tried`` people gone: too many to remove them unasked (R17)."""

    mailing: int
    gone: int
    tried: int


class GonePeople(Protocol):
    """People whom a mailing found gone, and who are removed only when an admin says so."""

    async def doubted(self) -> Doubted | None:
        """Return a mailing of which no admin was told yet."""
        ...

    async def doubt_told(self, mailing: int) -> None:
        """Write down that the admins were told."""
        ...

    async def believe(self, mailing: int) -> bool:
        """Let them be removed; False when nobody is left to remove."""
        ...


@dataclass(frozen=True)
class Mailing:
    """A mailing as stored. ``author`` is the admin's chat, ``card`` the message that shows its progress.

    ``reason`` says why it stopped itself; it stays when messages under way change the counters afterwards.
    ``held``: all mailings stand still (A13). ``repeat``: it goes only to those whom another run missed (A8).
    ``due``: when it is sent, if later; ``hold``: why it asks instead; ``until``: when it is no longer useful, or a
    question about it is void. ``approver``: the second admin. ``announced``: how many of the other admins have heard of
    it, None when none is to. ``retracted``: it is or was deleted everywhere, so nothing of it is shown any more (A7).
    ``quiet``: it comes without a sound. ``cost``: messages a person at most. ``signed_up``: the
    seminar whose people a broadcast is for.
    """

    id: int
    kind: MailingKind
    state: MailingState
    audience: Audience
    counters: Counters
    author: int | None = None
    card: int | None = None
    content_hash: str = ""
    seminar: int | None = None
    forced: bool = False
    started: datetime | None = None
    finished: datetime | None = None
    reason: Breaker | None = None
    held: bool = False
    fare: Fare = Fare.FREE
    repeat: Repeat | None = None
    due: datetime | None = None
    hold: Hold | None = None
    approver: int | None = None
    until: datetime | None = None
    announced: int | None = None
    retracted: bool = False
    quiet: bool = False
    cost: int = 1
    signed_up: SignedUp | None = None

    @property
    def of_seminar(self) -> int | None:
        """The seminar whose signed-up people it is for, if it is for those."""
        return self.signed_up.seminar if self.signed_up else None

    def void(self, now: datetime) -> bool:
        """Return whether the seminar whose people it is for was cancelled or is long over: nobody is to be told."""
        return self.signed_up is not None and not self.signed_up.open(now)

    @property
    def edits(self) -> bool:
        """Whether it is the draft of an edit, which is never sent itself (A7)."""
        return self.repeat is not None and self.repeat.missed is Missed.EDIT

    @property
    def over(self) -> bool:
        """Whether nothing of it will be sent any more (a few messages may still be under way)."""
        return self.state in (MailingState.DONE, MailingState.CANCELLED)


FIRST_REFUSALS_STOP = 5
GONE_CHECKED_AMONG = 100
GONE_SHARE = 0.20
SMALL_GONE_CHECKED_FROM, SMALL_GONE_SHARE = 5, 0.5
"""Of an audience below ``GONE_CHECKED_AMONG``: from how many on it is looked at, and which share may be gone."""

FAILING_CHECKED_FROM = 200
FAILING_SHARE = 0.05


def breaker(counters: Counters) -> Breaker | None:
    """Return why a mailing must stop now, from its counters alone (A6), or None."""
    tried = counters.tried
    if counters.refused == tried and tried >= min(FIRST_REFUSALS_STOP, counters.total) > 0:
        return Breaker.REFUSED
    small = counters.total < GONE_CHECKED_AMONG and tried >= SMALL_GONE_CHECKED_FROM
    if small and counters.gone > SMALL_GONE_SHARE * tried:
        return Breaker.GONE
    if GONE_CHECKED_AMONG <= tried < 2 * GONE_CHECKED_AMONG and counters.gone > GONE_SHARE * tried:
        return Breaker.GONE
    failures = counters.failed + counters.unknown
    if tried >= FAILING_CHECKED_FROM and failures > FAILING_SHARE * tried:
        return Breaker.FAILING
    return None


class Mailings(Protocol):
    """Mailings under way. Every changing method is one transaction."""

    async def get(self, mailing: int) -> Mailing | None:
        """Return one, or None."""
        ...

    async def move(self, mailing: int, to: MailingState, *, frm: tuple[MailingState, ...], now: datetime) -> bool:
        """Change the state if it is one of ``frm``. Cancelling counts who was not reached as expired."""
        ...

    async def with_cards(self) -> list[Mailing]:
        """Return the broadcasts whose progress card is still being kept up to date."""
        ...

    async def card(self, mailing: int, message: int | None) -> None:
        """Remember the message that shows the progress, or that it is final."""
        ...

    async def missed(self, mailing: Mailing) -> MissedCounts:
        """Return how many a repetition of a broadcast that is over would reach; nobody while another one runs."""
        ...
