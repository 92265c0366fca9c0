"""The rows to be sent: claimed under a lease, delivered, recorded with a verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.content import Content, Variant
from bot.core.mailings.mailings import Lane


@dataclass(frozen=True)
class Parcel:
    """One message to one chat, claimed for sending.

    ``maybe``: an earlier attempt may have arrived. ``person``: the number under which the chat's rows stand.
    ``reply_to``: the message in the chat that this one corrects. ``texts``: how often the mailing was worded anew.
    ``part``: which part of the content it is, ``cost``: how many messages that is, ``before``: the numbers of those
    which the chat has got of it already.
    """

    mailing: int
    chat: int
    variant: Variant
    lane: Lane
    silent: bool
    attempts: int
    maybe: bool
    person: int = 0
    reply_to: int | None = None
    texts: int = 0
    part: int = 0
    cost: int = 1
    before: tuple[int, ...] = ()

    @property
    def chats(self) -> tuple[int, ...]:
        """Return the chats that must not get it once they have left: nothing of theirs leaves any more (R4)."""
        return (self.chat,)


@dataclass(frozen=True)
class Sent:
    """Telegram accepted it."""

    messages: tuple[int, ...] = ()


@dataclass(frozen=True)
class Partly:
    """Telegram accepted it, and a part of the content is still to be sent."""

    messages: tuple[int, ...] = ()


@dataclass(frozen=True)
class Gone:
    """The person blocked the bot or is no more."""


@dataclass(frozen=True)
class NotFound:
    """Telegram knows no such chat; believed when it says so on two days."""


@dataclass(frozen=True)
class Later:
    """Not now: try again after so many seconds.

    ``shared`` says that nobody else fares better, ``maybe`` that the message may have arrived all the same.
    """

    seconds: float
    shared: bool = False
    maybe: bool = False


@dataclass(frozen=True)
class Slower:
    """Too many messages, for this chat or for the bot: try again after so many seconds (429)."""

    seconds: float


@dataclass(frozen=True)
class Refused:
    """Telegram will not take it: because of the content, or of this one recipient."""

    content: bool


@dataclass(frozen=True)
class Unpaid:
    """Not for Stars, whatever the reason: the message goes for nothing, as does the rest of its mailing."""


@dataclass(frozen=True)
class Migrated:
    """The chat goes on under another number, and gets it there."""

    to: int


@dataclass(frozen=True)
class Unknown:
    """No answer: it may have arrived."""


Verdict = Sent | Partly | Gone | NotFound | Later | Slower | Refused | Unpaid | Migrated | Unknown


@dataclass(frozen=True)
class Outcome:
    """A parcel and what became of it."""

    parcel: Parcel
    verdict: Verdict


class Outbox(Protocol):
    """What the sender needs of the storage."""

    async def recover(self) -> int:
        """Hand back the leases of a process that died; return how many messages may go out twice."""
        ...

    async def claim(self, now: datetime, limit: int, kept: int = 0) -> Sequence[Parcel]:
        """Lease up to ``limit`` rows whose people still consent, the most urgent mailing first.

        ``kept`` of them are for broadcasts, where one waits behind a reminder (R16).
        """
        ...

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Write down what became of parcels: rows, counters, and whether a mailing is over or must stop."""
        ...

    async def expire(self, now: datetime) -> int:
        """Count rows whose mailing is past its usefulness as expired; return how many."""
        ...

    async def content(self, mailing: int, variant: Variant) -> Content | None:
        """Return one text of a mailing."""
        ...


HIGHEST_SUPERGROUP_ID = -1_000_000_000_000
"""Supergroups are numbered downwards from here, basic groups from -1 to here (core.telegram.org/api/bots/ids)."""


def may_migrate(old: int, new: int) -> bool:
    """Return whether a chat with the old number can go on under the new one."""
    return HIGHEST_SUPERGROUP_ID < old < 0 and new < HIGHEST_SUPERGROUP_ID


class Wake(Protocol):
    """Tells the sender that there is work."""

    def __call__(self) -> None:
        """Say so; cheap, from anywhere on the loop."""
        ...
