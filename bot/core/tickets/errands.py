"""What carries tickets: a message on its way, what may become of it, and the words it needs (A10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.content import Button, Content
from bot.core.locales import Locale
from bot.core.mailings.outbox import Later, Parcel, Refused
from bot.core.tickets.codes import Code
from bot.core.tickets.tickets import MessageKind

TO_GROUP = frozenset({MessageKind.QUESTION, MessageKind.TO_GROUP})
"""Kinds that go to the lawyers' group; the others go to the asker."""

SENTENCES = frozenset({MessageKind.TO_ASKER, MessageKind.TO_GROUP})
"""Kinds that leave also when their ticket is closed."""


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What an edited message says now. ``entities``: Telegram's JSON array. It is kept in memory alone."""

    text: str
    entities: str


@dataclass(frozen=True, kw_only=True)
class Errand(Parcel):
    """Rows of a ticket that leave as one message, or as one album.

    ``asker``: the asker's chat. ``sources``: the messages to be copied, one a row. ``word``: of what is worded here its
    key. ``group``: the lawyers' group whose messages the numbers are. ``topic``, ``header``: where the ticket stands in
    it. ``old``: the copy that the new one replaces.
    ``edit``: what it says now, if it is to be edited in its place. ``lease``: until when the rows are spoken for.
    """

    rows: tuple[int, ...]
    ticket: int
    code: Code
    kind: MessageKind
    asker: int
    group: int
    lease: int
    sources: tuple[int, ...] = ()
    word: str | None = None
    topic: int | None = None
    header: int | None = None
    old: int | None = None
    edit: Edit | None = None

    @property
    def chats(self) -> tuple[int, ...]:
        """Return the chats that must not get it once they are erased: its question is the asker's too."""
        return (self.chat, self.asker)

    @property
    def to_group(self) -> bool:
        """Whether it goes to the lawyers' group."""
        return self.kind in TO_GROUP


@dataclass(frozen=True, kw_only=True)
class Removal(Parcel):
    """Messages to be deleted in the group, or one topic, of people who were erased."""

    messages: tuple[int, ...]
    topic: bool


@dataclass(frozen=True)
class SourceGone(Refused):
    """The message to be copied is not there any more, or is of a kind that cannot be copied."""


@dataclass(frozen=True)
class PlaceGone(Later):
    """The ticket's topic is gone or shut: it needs a new place."""


@dataclass(frozen=True)
class GroupAway(Later):
    """The group does not let the bot in, for now."""


class ErrandWords(Protocol):
    """The words of what is no copy."""

    def topic(self, code: Code) -> str:
        """Return a topic's name: the code alone."""
        ...

    def header(self, code: Code, ticket: int, asker: Locale) -> Content:
        """Return the message above a ticket's copies."""
        ...

    def sentence(self, errand: Errand) -> Content:
        """Return a sentence of ours, to the asker or to the group."""
        ...

    def under_answer(self, errand: Errand) -> tuple[tuple[Button, ...], ...]:
        """Return the buttons under an answer."""
        ...

    def whose_album(self, errand: Errand) -> str:
        """Return what is said below an album: that it is a lawyer's answer, and to which question."""
        ...

    def delivered(self) -> str:
        """Return the short reply for groups that forbid reactions."""
        ...


class Canned(Protocol):
    """Answers from a catalogue, sent by the lawyers' ``/c``."""

    def render(self, name: str, locale: Locale) -> Content | None:
        """Return an answer in a language; None when there is none of this name."""
        ...


class Notes(Protocol):
    """Writes down at once what a kill must not do again."""

    async def placed(self, ticket: int, topic: int | None, header: int | None) -> bool:
        """Keep where a ticket stands; False when it is erased: then what was made is to be deleted."""
        ...

    async def arrived(self, errand: Errand, numbers: Sequence[int]) -> None:
        """Keep the numbers of the copies."""
        ...
