"""The limits of the inbox, and its counters."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiogram.types import Update

from bot.core.tickets.group import LawyersGroup


async def _nothing_else(_update: Update) -> None:
    """A request to read has an answer, and nothing beside it."""


@dataclass(frozen=True)
class InboxLimits:
    """Seconds unless the name says otherwise."""

    editors: frozenset[int] = frozenset()
    """Chats whose edited messages are heard: those of admins; those of all where questions to lawyers can be
    edited. Anybody else edits without effect and costs nothing."""
    lawyers: LawyersGroup = field(default_factory=LawyersGroup)
    """Everything its members write is heard, edits too, and no pace is set to them: an answer must not be dropped."""
    side_by_side: int = 64
    """Handlers that run at the same time, one a chat."""
    handler: float = 10
    """What one attempt of a handler may take, its answers included."""
    poll: int = 30
    """How long Telegram may keep a poll open when no update is handled."""
    answer: int = 15
    """How long the network may take on top of that."""
    gap: float = 0.5
    """Between two polls while an update is handled; a poll within 0.5 s gets one update only."""
    drain: float = 15
    """How long running handlers may take after a stop."""
    last_word: int = 4
    """What the final confirmation may take."""
    silence: float = 6 * 24 * 3600
    """After so long without an update the offset is forgotten: after a week Telegram restarts its ids anywhere."""
    remembered: int = 10_000
    """Ids handled in this run that are kept."""
    burst: int = 20
    """Updates one person may send at once."""
    per_second: float = 1
    """And how many a second after that."""
    crowd: int = 5
    """Updates one chat may have waiting while they hide other chats' updates."""
    waited: float = 300
    """Older than this, an update waited out a downtime: a request to read is answered with the newest of its chat."""
    draft: float = 3600
    """Where there are lawyers to ask, a text that is younger may belong to a question, and is never passed over."""
    quiet: float = 1
    """After so long without another that waited, the newest of each chat is answered."""
    held_longest: float = 30
    """And at the latest after so long, whatever still comes."""
    held: int = 5_000
    """Chats whose newest request is held until then; of others each is answered."""
    held_side_by_side: int = 16
    """How many of these are answered at the same time."""
    waited_side_by_side: int = 256
    """Handlers of what waited that run at the same time: most only wait for their turn to be sent."""
    ahead: Callable[[], float | None] = field(default=lambda: None)
    """By how many seconds this clock is ahead of Telegram's, as far as known."""
    precious: Callable[[str], bool] = field(default=lambda _text: False)
    """Whether a text is to be answered whatever was written after it: a wish to leave, despair, a day to delete."""
    held_back: Callable[[Update], Awaitable[None]] = field(default=_nothing_else)
    """Does at once what belongs to a request to read beside its answer, which may never be given."""
    watched: int = 10_000
    """People whose token bucket is remembered."""

    body: float = 10
    """What the body of a request to the webhook may take."""
    patience: float = 0.25
    """How long a request of somebody who sends a lot may hang: longer, and those behind it would wait with it."""
    look: float = 30
    """Between two looks at what Telegram says of the webhook; shorter than a silence (R15)."""
    looks_apart: float = 10
    """The least between two looks, whatever requests come."""
    closing: float = 2
    """How long answers to open requests may take when the webhook's port is closed."""

    def hears_edits(self, chat: int) -> bool:
        """Return whether edited messages of a chat are heard."""
        return chat in self.editors or self.lawyers.set_up


@dataclass(frozen=True)
class InboxMemory:
    """How much the inbox holds at one moment: each is bounded, whatever the number of people."""

    ids: int
    """Ids handled in this run."""
    watched: int
    """People whose pace is remembered."""
    chats: int
    """Chats with an update in hand or waiting."""
    updates: int
    """Updates in hand."""
    unconfirmed: int
    """Ids Telegram still keeps for us."""


@dataclass
class InboxCounters:
    """Updates since the start, by what became of them; ``failed`` counts attempts."""

    handled: int = 0
    invalid: int = 0
    failed: int = 0
    passed_over: int = 0
    duplicate: int = 0
    foreign: int = 0
    throttled: int = 0
    refused: int = 0
    """Requests to the webhook that brought no update: another path, a wrong secret, a body that cannot be read."""
    superseded: int = 0
    """Requests to read that waited out a downtime, and whose chat was answered to a newer one."""
