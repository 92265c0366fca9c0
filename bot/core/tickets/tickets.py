"""A ticket: a question to the lawyers, from its sending to its end. No text of it is stored anywhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.locales import Locale
from bot.core.tickets.codes import Code

MAX_OPEN = 3
"""Open tickets of one chat."""

LIFE = timedelta(days=14)
"""How long a question waits; then it expires, and the asker and the group are told."""

LIFE_AFTER_ANSWER = timedelta(hours=72)
"""How long one can add something after an answer."""

CLOSED_KEPT = timedelta(hours=72)
"""How long the group's numbers of a closed ticket are kept: a late reply is told that the ticket is closed."""

SAME_MINUTES = timedelta(minutes=10)
"""A second lawyer's answer so soon after the first one is asked about once."""

MUTE = timedelta(hours=24)


class TicketState(StrEnum):
    """Where a ticket stands; ``answered`` goes back to ``waiting`` with an addition."""

    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"


class Ending(StrEnum):
    """Why a ticket is closed; ``source``: the question was deleted before it was copied, ``gone``: the asker left."""

    ASKER = "asker"
    LAWYER = "lawyer"
    EXPIRED = "expired"
    SOURCE = "source"
    GONE = "gone"


class MessageKind(StrEnum):
    """What a message of a ticket is; the last two are sentences of ours."""

    QUESTION = "question"
    ANSWER = "answer"
    CANNED = "canned"
    TO_ASKER = "to-asker"
    TO_GROUP = "to-group"


class MessageState(StrEnum):
    """Where a message stands. ``held``: its lawyer is asked first. ``edited``: sent, and changed since."""

    HELD = "held"
    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    EDITED = "edited"
    FAILED = "failed"


class Sentence(StrEnum):
    """A sentence of ours, queued like a copy, so that no crash loses it; the last six go to the group.

    ``muted``: closed, without asking to write again. Of ``withdrawn`` the row's ``bundle`` is the number of the answer
    that is to be deleted in the asker's chat.
    """

    CLOSED = "closed"
    EXPIRED = "expired"
    SOURCE_GONE = "source-gone"
    WITHDRAWN = "withdrawn"
    LATER = "later"
    MUTED = "muted"
    RESTORED = "restored"
    ASKER_EXPIRED = "asker-expired"
    ASKER_CLOSED = "asker-closed"
    ASKER_GONE = "asker-gone"
    ASKER_SOURCE = "asker-source"
    ASKER_RESTORED = "asker-restored"
    UNDELIVERED = "undelivered"


@dataclass(frozen=True)
class Ticket:
    """A ticket as stored. ``person``: the asker's number in the storage, None once it is closed and told.

    ``topic``, ``header``: message numbers in the lawyers' group. ``asked``: since when its oldest unanswered message
    waits. ``answered``: when the newest answer came.
    """

    id: int
    code: Code
    person: int | None
    locale: Locale
    state: TicketState
    expires: datetime
    asked: datetime | None = None
    answered: datetime | None = None
    topic: int | None = None
    header: int | None = None
    ending: Ending | None = None

    @property
    def open(self) -> bool:
        """Whether it can still be added to and answered."""
        return self.state is not TicketState.CLOSED
