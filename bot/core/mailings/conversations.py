"""What an admin was asked to type next, or somebody who asks the lawyers (P10).

It is kept an hour, in the database, so that a restart forgets nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock

DRAFT_LIFE = timedelta(hours=1)


class Flow(StrEnum):
    """A conversation of several messages."""

    BROADCAST = "broadcast"
    MOVE = "move"
    RECORDING = "recording"
    SEMINAR = "seminar"
    WIZARD = "wizard"
    EDIT = "edit"
    RESCHEDULE = "reschedule"
    ASK = "ask"


@dataclass(frozen=True)
class Conversation:
    """Where a conversation stands: ``object`` is the mailing or the seminar it is about.

    ``step`` is what is awaited; of a seminar or a recording that is being entered, its draft as well (core/seminars/).
    """

    chat: int
    flow: Flow
    step: str
    object: int

    @property
    def awaits(self) -> str:
        """The step without what was chosen at it meanwhile, which stands behind a blank (core/mailings/schedule.py)."""
        return self.step.partition(" ")[0]


class Conversations(Protocol):
    """Where unfinished conversations are kept."""

    async def get(self, chat: int, now: datetime) -> Conversation | None:
        """Return the chat's conversation unless it has expired."""
        ...

    async def expired(self, chat: int, now: datetime) -> Conversation | None:
        """Return the chat's conversation whose hour is over, as long as its row has not been swept away."""
        ...

    async def put(self, draft: Conversation, expires: datetime) -> None:
        """Start or continue a conversation, in place of any other."""
        ...

    async def drop(self, chat: int) -> bool:
        """End it, with the draft mailing it composed; return whether there was one."""
        ...


@dataclass(frozen=True)
class WritesForOthers:
    """Tells who is an admin in an unfinished conversation: what is typed there does not tell its writer's language."""

    admins: frozenset[int]
    conversations: Conversations
    clock: Clock

    async def __call__(self, chat: int) -> bool:
        """Return whether the chat is such an admin's."""
        if chat not in self.admins:
            return False
        try:
            return await self.conversations.get(chat, self.clock.now()) is not None
        except Exception:  # whatever the disk has: who reads is answered without it (R7)
            return False
