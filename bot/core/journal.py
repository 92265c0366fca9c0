"""The journal: who ordered what and when, each entry bound to the one before it by a hash (A14).

No user id is in it. An entry is written in the transaction of what it tells of, so neither is there without the other.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

PROGRAM = "bot"
"""The alias of the program itself: what no person ordered."""

acting: ContextVar[str] = ContextVar("acting", default=PROGRAM)
"""The alias of the person whose update is being handled."""

LAWYER = "lawyer"
"""The alias of somebody in the lawyers' group who is no admin and no reviewer: who it is stands nowhere."""

START = "0" * 64
"""What the first entry follows."""

SHOWN_DIGITS = 32
"""How many digits of a hash are sent to the admins: nobody finds a second text for 128 bits."""

FEWEST_DIGITS = 16
"""How many digits of a hash a head must have to be compared with."""


SEARCHED_ENTRIES = 2_000
"""Up to how many entries the true place of one that was moved is looked for everywhere: each place costs a hash."""


class Action(StrEnum):
    """What an entry tells of."""

    BROADCAST_SENT = "broadcast-sent"
    BROADCAST_SCHEDULED = "broadcast-scheduled"
    BROADCAST_WITHDRAWN = "broadcast-withdrawn"
    BROADCAST_PAUSED = "broadcast-paused"
    BROADCAST_RESUMED = "broadcast-resumed"
    BROADCAST_CANCELLED = "broadcast-cancelled"
    BROADCAST_DELETED = "broadcast-deleted"
    BROADCAST_EDITED = "broadcast-edited"
    LINK_CORRECTED = "link-corrected"
    AMENDMENT_PAUSED = "amendment-paused"
    AMENDMENT_RESUMED = "amendment-resumed"
    AMENDMENT_CANCELLED = "amendment-cancelled"
    APPROVAL_ASKED = "approval-asked"
    APPROVAL_GIVEN = "approval-given"
    APPROVAL_REFUSED = "approval-refused"
    APPROVAL_VOID = "approval-void"
    ALL_PAUSED = "all-paused"
    ALL_RESUMED = "all-resumed"
    SEMINAR_ANNOUNCED = "seminar-announced"
    SEMINAR_OPENED = "seminar-opened"
    SEMINAR_CHANGED = "seminar-changed"
    SEMINAR_MOVED = "seminar-moved"
    SEMINAR_CANCELLED = "seminar-cancelled"
    RECORDING_PUBLISHED = "recording-published"
    CALENDAR_IMPORTED = "imported-events"
    IMPORT_SETTLED = "import-settled"
    STEPS_SWITCHED = "steps-switched"
    TEXT_STAMPED = "text-stamped"
    TEXT_UNSTAMPED = "text-unstamped"
    FACT_STAMPED = "fact-stamped"
    FACT_UNSTAMPED = "fact-unstamped"
    ANSWERS_RELOADED = "reloaded"
    ANSWERS_REFUSED = "reload-refused"
    GONE_REMOVED = "unreachable-removed"
    QUESTION_CLOSED = "question-closed"
    ASKER_MUTED = "asker-muted"
    ANSWER_WITHDRAWN = "answer-withdrawn"
    RESTORED = "restored"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True)
class Act:
    """What was done: to which object, to how many people or things, and the fingerprint of the content."""

    action: Action
    object: str = ""
    count: int | None = None
    content: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the journal as stored; ``at`` is whole seconds since 1970, ``action`` may be a later version's."""

    number: int
    at: int
    alias: str
    action: str
    object: str
    count: int | None
    content: str
    previous: str
    hash: str

    @property
    def computed(self) -> str:
        """What ``hash`` must be."""
        told = (self.number, self.at, self.alias, self.action, self.object, self.count, self.content, self.previous)
        return hash_of(*told)


@dataclass(frozen=True)
class Head:
    """The newest entry: its number and its hash, or the hash's first digits."""

    number: int
    hash: str

    def __str__(self) -> str:
        """Return it as the admins are sent it, and as ``journal verify --head`` takes it."""
        return f"{self.number}:{self.hash[:SHOWN_DIGITS]}"


NOTHING = Head(0, START)
"""The head of an empty journal."""


class Journal(Protocol):
    """Where entries are kept."""

    async def note(self, act: Act) -> None:
        """Write an entry in a transaction of its own: for what has none."""
        ...

    async def page(self, page: int, size: int) -> Sequence[Entry]:
        """Return a page of entries, the newest first."""
        ...

    async def count(self) -> int:
        """Return how many entries there are."""
        ...

    async def head(self) -> Head:
        """Return the newest entry's number and hash."""
        ...

    async def told(self) -> str:
        """Return the day on which the admins were sent a head last, and its number, as ``keep_told`` was given it."""
        ...

    async def keep_told(self, told: str) -> None:
        """Keep it."""
        ...


def hash_of(*told: object) -> str:
    """Return the fingerprint of values that JSON can hold."""
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def read_head(text: str) -> Head | None:
    """Return the head an admin was sent, ``number:digits``; None when it is none."""
    number, _, digits = text.strip().lower().partition(":")
    known = number.isdecimal() and FEWEST_DIGITS <= len(digits) <= len(START) and set(digits) <= set("0123456789abcdef")
    return Head(int(number), digits) if known else None


class Fault(StrEnum):
    """What is wrong with an entry."""

    EDITED = "edited"
    REMOVED = "removed"
    REORDERED = "reordered"
    CUT_OFF = "cut off"
    NO_HEAD = "no head"


@dataclass(frozen=True)
class Finding:
    """A fault and the entries it is about, first to last; of a reordered one the second is where it belongs."""

    fault: Fault
    first: int
    last: int


def verify(entries: Sequence[Entry], heads: Sequence[Head | None]) -> list[Finding]:
    """Return everything that is wrong with entries in the order of their numbers.

    ``heads`` are known from elsewhere: the one kept beside the entries (None when it is missing), those given.
    """
    found = [*_removed(entries), *_changed(entries)]
    for head in heads:
        found += _against(head, entries)
    return list(dict.fromkeys(found))


def _removed(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield gaps in the numbers. The first entries may be missing if a later entry says that they were forgotten."""
    expected = 1
    for entry in entries:
        if entry.number != expected and not (entry is entries[0] and _forgotten(entries)):
            yield Finding(Fault.REMOVED, expected, entry.number - 1)
        expected = entry.number + 1


def _forgotten(entries: Sequence[Entry]) -> bool:
    first = entries[0]
    return any(
        entry.action == Action.FORGOTTEN
        and entry.object == str(first.number - 1)
        and (entry.content == first.previous)
        and entry.hash == entry.computed
        for entry in entries
    )


def _changed(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield entries that are not as they were written, or stand in another's place."""
    places = {entry.hash: entry.number for entry in entries}
    before: Entry | None = None
    for entry in entries:
        follows = before is None or before.number != entry.number - 1 or entry.previous == before.hash
        if before is None and entry.number == 1:
            follows = entry.previous == START
        if entry.hash != entry.computed:
            yield _misplaced(entry, places) or Finding(Fault.EDITED, entry.number, entry.number)
        elif not follows:  # sound by itself, so it is the one before that has another hash than when this was written
            yield Finding(Fault.EDITED, max(entry.number - 1, 1), max(entry.number - 1, 1))
        before = entry


def _misplaced(entry: Entry, places: dict[str, int]) -> Finding | None:
    """Return the fault of an entry that is sound under another number: the one after the entry it follows."""
    likely = (places.get(entry.previous, 0) + 1, entry.number - 1, entry.number + 1)
    others = range(1, max(places.values()) + 2) if len(places) <= SEARCHED_ENTRIES else ()
    for place in (*likely, *others):
        if place != entry.number and replace(entry, number=place).computed == entry.hash:
            return Finding(Fault.REORDERED, entry.number, place)
    return None


def _against(head: Head | None, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield what a known head says is missing or other than it was."""
    if head is None:
        if entries:
            yield Finding(Fault.NO_HEAD, entries[-1].number, entries[-1].number)
        return
    first, last = (entries[0].number, entries[-1].number) if entries else (1, 0)
    if head.number > last:
        yield Finding(Fault.CUT_OFF, last + 1, head.number)
    elif head.number < first - 1:  # who was sent this head knows its day, and so whether it was time to forget it
        yield Finding(Fault.REMOVED, max(head.number, 1), first - 1)
    elif entries and head.number == first - 1 and not entries[0].previous.startswith(head.hash):
        yield Finding(Fault.EDITED, first, first)
    for entry in entries:
        if entry.number == head.number and not entry.hash.startswith(head.hash):
            yield Finding(Fault.EDITED, entry.number, entry.number)
