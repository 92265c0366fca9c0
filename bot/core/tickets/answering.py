"""Answers of the lawyers: how one is queued, and what is remembered of who works on what (A10).

Nothing about a lawyer is stored. Who answered last, who said «Беру» and who wrote an answer that waits for a decision
is known in memory alone: a restart forgets it, and then a second answer is asked about rather than sent.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from bot.core.clock import Clock
from bot.core.tickets.tickets import SAME_MINUTES, MessageKind, Ticket

TAKEN_SECONDS = 3600.0
"""How long «Беру» counts."""

ALBUM_SECONDS = 2
"""An album leaves when so many seconds have passed without another file of it."""

DELETABLE_SECONDS = 48 * 3600
"""Telegram deletes a bot's message for so long (Bot API, deleteMessage)."""

REMEMBERED = 1_000
"""How many tickets, answers and albums are remembered at once."""


class Refusal(StrEnum):
    """Why an answer was not sent; the value ends the key of its sentence."""

    CLOSED = "closed"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    NOT_REVIEWER = "not-reviewer"
    KIND = "kind"
    EMPTY = "empty"
    PROTECTED = "protected"
    COMMAND = "command"


class Undone(StrEnum):
    """What ``/undo`` came to; the value ends the key of its sentence."""

    UNSENT = "unsent"
    WITHDRAWN = "withdrawn"
    MAYBE = "maybe"
    SENDING = "sending"
    OLD = "old"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Edited(StrEnum):
    """What an edit of an answer came to."""

    FOLLOWS = "follows"
    NOTHING = "nothing"
    CLOSED = "closed"


@dataclass(frozen=True)
class NewAnswer:
    """An answer to be queued. ``number``: its message in the group. ``bundle``: the first message of its album."""

    number: int
    bundle: int | None = None
    kind: MessageKind = MessageKind.ANSWER
    word: str | None = None


@dataclass(frozen=True)
class QueuedAnswer:
    """What became of it, also when it had been queued before. ``held``: its lawyer is asked first."""

    row: int
    held: bool


@dataclass(frozen=True)
class Decided:
    """An answer that waited: ``number`` is its message in the group."""

    ticket: int
    number: int


@dataclass(frozen=True)
class EditFound:
    """An edited message. ``row``: the row whose copy follows."""

    outcome: Edited
    row: int = 0


@dataclass(frozen=True)
class TakenBack:
    """What was taken back, and what is to be deleted in whose chat."""

    outcome: Undone
    chat: int | None = None
    copies: tuple[int, ...] = ()


class Answers(Protocol):
    """The rows of tickets, as the lawyers' side sees them."""

    async def of_message(self, number: int) -> Ticket | None:
        """Return the ticket to which a message of the group belongs."""
        ...

    async def of_topic(self, topic: int) -> Ticket | None:
        """Return the ticket that has this topic."""
        ...

    async def find(self, ticket: int) -> Ticket | None:
        """Return a ticket by its number."""
        ...

    async def queue(
        self, ticket: int, answer: NewAnswer, ask_first: Callable[[Ticket], bool], now: datetime
    ) -> QueuedAnswer | None:
        """Queue an answer, once; None when the ticket is closed. ``ask_first`` says whether it is held."""
        ...

    async def decide(self, row: int, now: datetime, *, send: bool) -> Decided | None:
        """Send an answer that is held, or drop it; None when that was decided before."""
        ...

    async def arrived(self, row: int) -> bool:
        """Return whether an answer stands in the asker's chat."""
        ...

    async def held(self) -> Sequence[tuple[int, int]]:
        """Return the answers that wait for a decision: row and message, of an album the first."""
        ...

    async def edited(self, number: int, now: datetime, *, in_place: bool = True) -> EditFound:
        """Note that an answer was edited; what cannot be edited in its place is copied anew."""
        ...

    async def take_back(self, number: int, now: datetime, *, too_old: bool) -> TakenBack:
        """Take an answer back, with its album."""
        ...

    async def close(self, ticket: int, now: datetime) -> bool:
        """Close a ticket and tell its asker; False when it was closed."""
        ...

    async def mute(self, ticket: int, now: datetime) -> bool:
        """Close a ticket and take no question of its asker for a day; False when it was closed."""
        ...

    async def later(self, ticket: int, now: datetime) -> bool:
        """Tell the asker that a lawyer has seen the question; False when that was told today, or it is closed."""
        ...


Key = TypeVar("Key")
Value = TypeVar("Value")


def remember(kept: OrderedDict[Key, Value], key: Key, value: Value) -> None:
    """Keep a value under a key as the newest one; what is too much goes, the oldest first."""
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > REMEMBERED:
        kept.popitem(last=False)


class Taken(NamedTuple):
    """Who said «Беру», at which moment of the monotonic counter, under which header."""

    lawyer: int
    since: float
    header: int


@dataclass
class LawyersMemory:
    """What is known of the lawyers, in memory alone. A writer is None where an admin writes in the group's name."""

    clock: Clock
    _answered: OrderedDict[tuple[int, int], float] = field(default_factory=OrderedDict)
    _taken: OrderedDict[int, Taken] = field(default_factory=OrderedDict)
    _writers: OrderedDict[int, int | None] = field(default_factory=OrderedDict)
    _albums: OrderedDict[str, tuple[int, int]] = field(default_factory=OrderedDict)
    _hinted: OrderedDict[int, bool] = field(default_factory=OrderedDict)
    _replies: OrderedDict[tuple[int, int], int] = field(default_factory=OrderedDict)
    _files: OrderedDict[tuple[int, int], str] = field(default_factory=OrderedDict)

    def answered(self, ticket: int, writer: int | None) -> None:
        """Remember who has answered a ticket."""
        if writer is not None:
            remember(self._answered, (ticket, writer), self.clock.monotonic())

    def answers(self, ticket: int, writer: int | None) -> bool:
        """Return whether this one has answered it within ten minutes."""
        since = self._answered.get((ticket, writer)) if writer is not None else None
        return since is not None and self.clock.monotonic() - since < SAME_MINUTES.total_seconds()

    def ask_first(self, ticket: Ticket, writer: int | None, now: datetime) -> bool:
        """Return whether a lawyer is asked before an answer is sent: a colleague answers it, or has answered."""
        taker = self.taken_by(ticket.id)
        if taker is not None and taker != writer:
            return True
        lately = ticket.answered is not None and now - ticket.answered < SAME_MINUTES
        return lately and not self.answers(ticket.id, writer)

    def take(self, ticket: int, lawyer: int, header: int = 0) -> None:
        """Remember «Беру» under a header."""
        remember(self._taken, ticket, Taken(lawyer, self.clock.monotonic(), header))

    def taken_by(self, ticket: int) -> int | None:
        """Return who works on a ticket."""
        taken = self._taken.get(ticket)
        return taken.lawyer if taken is not None and not self._ran_out(taken) else None

    def run_out(self) -> Sequence[tuple[int, int]]:
        """Forget every «Беру» of an hour ago; return the tickets and the numbers of their headers."""
        over = [(ticket, taken.header) for ticket, taken in self._taken.items() if self._ran_out(taken)]
        for ticket, _ in over:
            self.let_go(ticket)
        return over

    def _ran_out(self, taken: Taken) -> bool:
        return self.clock.monotonic() - taken.since >= TAKEN_SECONDS

    def let_go(self, ticket: int) -> None:
        """Forget «Беру»."""
        self._taken.pop(ticket, None)

    def asked(self, row: int, writer: int | None) -> None:
        """Remember whose answer waits for a decision."""
        remember(self._writers, row, writer)

    def was_asked(self, row: int) -> bool:
        """Return whether somebody was asked about it since the start."""
        return row in self._writers

    def writer_of(self, row: int) -> int | None:
        """Return who wrote it; None: any lawyer may decide."""
        return self._writers.get(row)

    def album(self, group: str) -> tuple[int, int] | None:
        """Return the ticket of an album and the number of its first message."""
        return self._albums.get(group)

    def begin_album(self, group: str, ticket: int, number: int) -> None:
        """Remember where an album goes."""
        remember(self._albums, group, (ticket, number))

    def hint(self, topic: int) -> bool:
        """Return whether a topic is to be told how to answer: once."""
        if topic in self._hinted:
            return False
        remember(self._hinted, topic, True)
        return True

    def replied(self, chat: int, message: int, about: int) -> None:
        """Remember what a message of ours in the group is about: a message of a lawyer."""
        remember(self._replies, (chat, message), about)

    def has_file(self, chat: int, message: int, file: str | None) -> bool:
        """Return whether a message still has the file that it was sent with; a restart forgets, and then it has not."""
        return file is None or self._files.get((chat, message)) == file

    def sent_with(self, chat: int, message: int, file: str | None) -> None:
        """Remember which file a message has, by Telegram's name for it, which opens nothing."""
        if file is not None:
            remember(self._files, (chat, message), file)

    def about(self, chat: int, message: int) -> int:
        """Return the message of a lawyer that a reply of ours is about; any other message stands for itself."""
        return self._replies.get((chat, message), message)
