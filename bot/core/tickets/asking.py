"""The asker's side of a ticket (P10): from the first word of a question to its closing. No text is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.locales import Locale
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.outbox import Wake
from bot.core.tickets.group import HARMLESS, LawyersGroup, Missing
from bot.core.tickets.often import AskLimits
from bot.core.tickets.tickets import MAX_OPEN, Ticket
from bot.core.tickets.waiting import Waiting

MAX_MESSAGES = 5
"""Messages that become one question: Telegram's apps cut a long paste."""

MAX_QUESTIONS = 40
"""Messages of one ticket, with all that was added."""

MAX_WAITING = 500
"""Open tickets of all people."""

TEXT, CHECK = "text", "check"
"""The steps of a draft: its text is waited for, or it waits for «Отправить»."""


class AskRefusal(StrEnum):
    """Why nothing is taken now; the value ends the key of its sentence."""

    GROUP = "group"
    UNSEEN = "unseen"
    MUTED = "muted"
    MANY = "many"
    BUSY = "busy"
    OTHER = "other"
    OPEN = "open"
    CLOSED = "closed"
    LONG = "long"
    PARTS = "parts"
    OFTEN = "often"


class Edited(StrEnum):
    """What became of an edit of a message that was sent as a question."""

    NEWEST = "newest"
    FOLLOWS = "follows"
    ANEW = "anew"
    CLOSED = "closed"
    OFTEN = "often"


@dataclass(frozen=True)
class AskDraft:
    """A question that is not sent yet. ``after``: messages up to this number do not belong to it."""

    chat: int
    after: int
    messages: tuple[int, ...] = ()
    ticket: int = 0

    @property
    def conversation(self) -> Conversation:
        """Return it as it is kept: ``text 11``, or ``check 11 12 13`` with the numbers of its messages."""
        step = " ".join(map(str, (CHECK if self.messages else TEXT, self.after, *self.messages)))
        return Conversation(self.chat, Flow.ASK, step, self.ticket)

    def with_message(self, message: int) -> "AskDraft":
        """Return it with a message more, in the order in which they stand in the chat."""
        return replace(self, messages=tuple(sorted({*self.messages, message})))

    def without(self, message: int) -> "AskDraft":
        """Return it without a message."""
        return replace(self, messages=tuple(number for number in self.messages if number != message))

    def emptied(self) -> "AskDraft":
        """Return it waiting for its text anew."""
        return replace(self, after=max((self.after, *self.messages)), messages=())


def read_draft(kept: Conversation) -> AskDraft:
    """Return the draft of a kept conversation."""
    after, *messages = map(int, kept.step.split()[1:])
    return AskDraft(kept.chat, after, tuple(messages), kept.object)


@dataclass(frozen=True)
class SentMessage:
    """A message of a ticket in the asker's chat. ``row``: its number in the storage, of a question."""

    ticket: Ticket
    row: int = 0


@dataclass(frozen=True)
class Standing:
    """What the first screen says of a chat. ``draft``: whether something is not sent yet."""

    tickets: Sequence[Ticket]
    waiting: Waiting
    muted: bool = False
    draft: bool = False


class Asks(Protocol):
    """Where the asker's tickets and drafts are kept. Every method that changes something is one transaction."""

    async def standing(self, chat: int, now: datetime) -> Standing:
        """Return what is known of a chat, and how long answers take."""
        ...

    async def every(self, chat: int) -> Sequence[Ticket]:
        """Return every ticket that is stored of a chat, closed ones too."""
        ...

    async def draft(self, chat: int, now: datetime) -> AskDraft | None:
        """Return the chat's draft unless its hour is over."""
        ...

    async def expired(self, chat: int, now: datetime) -> bool:
        """Return whether the chat has a draft whose hour is over."""
        ...

    async def begin(self, draft: AskDraft, now: datetime, expires: datetime) -> AskRefusal | None:
        """Keep a new draft, unless another conversation is open, it is one ticket too many, or its ticket is closed."""
        ...

    async def keep(self, old: AskDraft, new: AskDraft, expires: datetime) -> bool:
        """Put one state of a draft in the place of another; False when it is not as it was."""
        ...

    async def drop(self, chat: int) -> bool:
        """End the draft; what is stored of the chat for it alone goes with it. Return whether there was one."""
        ...

    async def send(self, draft: AskDraft, locale: Locale, now: datetime) -> Ticket | AskRefusal | None:
        """Make a ticket of a draft, or add it to one; None when the draft is not there any more."""
        ...

    async def find(self, chat: int, ticket: int) -> Ticket | None:
        """Return a ticket of this chat."""
        ...

    async def of_message(self, chat: int, message: int) -> SentMessage | None:
        """Return the ticket to which a message of the chat belongs."""
        ...

    async def close(self, chat: int, ticket: int, now: datetime) -> Ticket | None:
        """Close a ticket of this chat and tell the group; None when the chat has none of this number."""
        ...

    async def edited(self, sent: SentMessage, now: datetime) -> Edited:
        """Note that a message was edited after it was sent."""
        ...

    async def take_back(self, sent: SentMessage) -> None:
        """Let the copy of a message be deleted in the group."""
        ...

    async def unsent(self, chat: int, now: datetime) -> frozenset[int]:
        """Return the numbers of messages that are still to be copied: of the draft, and of questions on their way."""
        ...


@dataclass(frozen=True)
class Asking:
    """Asks, adds, edits and closes for one chat after the other."""

    asks: Asks
    group: LawyersGroup
    clock: Clock
    wake: Wake
    draft_life: timedelta
    limits: AskLimits

    async def standing(self, chat: int) -> Standing:
        """Return what is known of a chat."""
        return await self.asks.standing(chat, self.clock.now())

    async def draft(self, chat: int) -> AskDraft | None:
        """Return the chat's draft."""
        return await self.asks.draft(chat, self.clock.now())

    async def has_open(self, chat: int) -> bool:
        """Return whether the chat has an open ticket."""
        return any(ticket.open for ticket in await self.asks.every(chat))

    async def unsent(self, chat: int) -> frozenset[int]:
        """Return the numbers of messages that are still to be copied."""
        return await self.asks.unsent(chat, self.clock.now())

    async def forget_expired(self, chat: int) -> bool:
        """Drop a draft whose hour is over; return whether there was one."""
        return await self.asks.expired(chat, self.clock.now()) and await self.asks.drop(chat)

    async def begin(self, draft: AskDraft) -> AskDraft | AskRefusal:
        """Begin a question or an addition, or return what stands against it."""
        if away := away_now(self.group):
            return away
        if not draft.ticket and self.limits.new.spent(draft.chat):
            return AskRefusal.OFTEN
        refused = await self.asks.begin(draft, self.clock.now(), self._expires())
        return refused or draft

    async def take(self, draft: AskDraft, message: int) -> AskDraft | AskRefusal:
        """Take a message into the draft; one that is in it already stays there."""
        grown = draft.with_message(message)
        if len(grown.messages) > MAX_MESSAGES:
            return AskRefusal.PARTS
        await self.asks.keep(draft, grown, self._expires())
        return grown

    async def put_out(self, draft: AskDraft, message: int) -> AskDraft:
        """Take a message out of the draft."""
        left = draft.without(message)
        if left != draft:
            await self.asks.keep(draft, left, self._expires())
        return left

    async def again(self, draft: AskDraft) -> AskDraft:
        """Wait for the text anew."""
        emptied = draft.emptied()
        await self.asks.keep(draft, emptied, self._expires())
        return emptied

    async def send(self, draft: AskDraft, locale: Locale) -> Ticket | AskRefusal | None:
        """Send the draft; a repeated tap finds none."""
        if away := away_now(self.group):
            return away
        sent = await self.asks.send(draft, locale, self.clock.now())
        if isinstance(sent, Ticket) and not draft.ticket:
            self.limits.new.count(draft.chat)
        self.wake()
        return sent

    async def close(self, chat: int, ticket: int) -> Ticket | None:
        """Close a ticket; it is returned as it is now."""
        closed = await self.asks.close(chat, ticket, self.clock.now())
        self.wake()
        return closed

    async def edited(self, chat: int, sent: SentMessage) -> Edited:
        """Note that a message was edited after it was sent."""
        if self.limits.edits.spent(chat):
            return Edited.OFTEN
        self.limits.edits.count(chat)
        done = await self.asks.edited(sent, self.clock.now())
        self.wake()
        return done

    async def take_back(self, sent: SentMessage) -> None:
        """Let the copy of a message be deleted in the group."""
        await self.asks.take_back(sent)
        self.wake()

    def _expires(self) -> datetime:
        return self.clock.now() + self.draft_life


def away_now(group: LawyersGroup) -> AskRefusal | None:
    """Return why no question would arrive: the group was not seen since the start, or lacks something."""
    if group.takes_questions:
        return None
    return AskRefusal.UNSEEN if group.missing - HARMLESS == {Missing.UNSEEN} else AskRefusal.GROUP


def full(tickets: Sequence[Ticket]) -> bool:
    """Return whether a chat has as many open tickets as it may."""
    return len(tickets) >= MAX_OPEN
