"""What was delivered, changed or deleted afterwards, message by message (A7).

An amendment is a row, and each message says which amendment was through with it last: a kill loses nothing, and
whatever is done a second time changes nothing, since Telegram takes a repeated deletion or edit as done.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.mailings.broadcasts import Composer
from bot.core.mailings.mailings import Mailing, Mailings, MailingState
from bot.core.mailings.missed import Missed
from bot.core.mailings.outbox import Parcel, Wake
from bot.core.mailings.previews import Preview
from bot.core.mailings.recount import moved_much

IDS_LIVE = timedelta(hours=48)
"""How long after its run the numbers of a broadcast's messages are kept, and Telegram deletes a message."""


class AmendmentKind(StrEnum):
    """What is done to a message: deleted, given a new text, or the new link of its seminar."""

    DELETE = "delete"
    EDIT = "edit"
    LINK = "link"


class AmendmentState(StrEnum):
    """Where an amendment stands. Only ``running`` is worked on; ``stopped``: Telegram refused the first texts."""

    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    DONE = "done"


OPEN_STATES = (AmendmentState.RUNNING, AmendmentState.PAUSED)
"""States in which something is still to be done."""


@dataclass(frozen=True)
class AmendmentCounters:
    """One number an outcome; the last four add up to ``total`` when it is done.

    ``unreachable``: Telegram will not do it. ``left``: the person's row went before its turn.
    """

    total: int = 0
    done: int = 0
    unreachable: int = 0
    failed: int = 0
    left: int = 0

    @property
    def remaining(self) -> int:
        """How many messages have no outcome yet."""
        return self.total - self.done - self.unreachable - self.failed - self.left


AMENDMENT_COUNTERS = tuple(field.name for field in fields(AmendmentCounters))


@dataclass(frozen=True)
class Amendment:
    """An amendment as stored. ``author`` is the admin's chat, ``card`` the message that shows its progress.

    ``beyond``: people who have the message, or may have it, whose message had no number when this began. ``held``: all
    mailings stand still (A13).
    """

    id: int
    mailing: int
    kind: AmendmentKind
    state: AmendmentState
    counters: AmendmentCounters
    beyond: int = 0
    author: int | None = None
    card: int | None = None
    held: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing of it will be done any more (a few calls may still be under way)."""
        return self.state not in OPEN_STATES


@dataclass(frozen=True, kw_only=True)
class AmendedParcel(Parcel):
    """One delivered message to be changed or deleted; an album has several numbers."""

    amendment: int
    kind: AmendmentKind
    messages: tuple[int, ...]


@dataclass(frozen=True)
class Reach:
    """What an amendment of a broadcast would find now.

    ``within``: messages whose number is known; ``beyond``: others that were, or may have been, delivered. ``twice``:
    people who may have the message twice, of which only one number is known. ``under_way``: messages without an answer
    yet. ``last``: the newest amendment of the broadcast, 0 without one.
    """

    within: int = 0
    beyond: int = 0
    twice: int = 0
    under_way: int = 0
    last: int = 0


@dataclass(frozen=True)
class NewAmendment:
    """An amendment to begin: bound to what the admin was shown.

    ``draft``: where the new texts of an edit stand; ``content_hash``: their fingerprint.
    """

    mailing: int
    kind: AmendmentKind
    author: int
    card: int
    reach: Reach
    draft: int | None = None
    content_hash: str = ""


class Amendments(Protocol):
    """Where amendments are kept. Every changing method is one transaction."""

    async def get(self, amendment: int) -> Amendment | None:
        """Return one, or None."""
        ...

    async def newest(self, mailing: int) -> Amendment | None:
        """Return the newest of a broadcast, or None."""
        ...

    async def reach(self, mailing: Mailing) -> Reach:
        """Return what an amendment of the broadcast would find now."""
        ...

    async def begin(self, new: NewAmendment, now: datetime) -> int | None:
        """Begin it, and cancel the run if it had stopped itself; return its number.

        The texts of a draft become those of the broadcast, and the draft is gone, in the same transaction.

        None when there is another one under way or a newer one than was shown, or the run goes on.
        """
        ...

    async def move(self, amendment: int, to: AmendmentState, *, frm: Sequence[AmendmentState], now: datetime) -> bool:
        """Change the state if it is one of ``frm``."""
        ...

    async def with_cards(self) -> Sequence[Amendment]:
        """Return those whose card is still being kept up to date."""
        ...

    async def card(self, amendment: int, message: int | None) -> None:
        """Remember the message that shows the progress, or that it is final."""
        ...

    async def untold(self) -> Sequence[Amendment]:
        """Return those of which the other admins were not told yet."""
        ...

    async def told(self, amendment: int) -> None:
        """Write down that they were."""
        ...


def amendable(mailing: Mailing | None, now: datetime) -> bool:
    """Return whether a broadcast can be amended: nothing of it is sent any more, and its numbers live."""
    if mailing is None or not (mailing.over or mailing.state is MailingState.STOPPED):
        return False
    return mailing.finished is None or now - mailing.finished < IDS_LIVE


def amendment_mark(author: int, mailing: Mailing, kind: AmendmentKind, last: int) -> str:
    """Return the short mark of a confirm button: it fits this admin, broadcast, content and moment only (R11)."""
    shown = f"{author}|{mailing.id}|{mailing.content_hash}|{kind}|{last}"
    return hashlib.sha256(shown.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Retraction:
    """What an admin is about to confirm: how many messages are deleted, and how many cannot be."""

    mailing: Mailing
    reach: Reach
    mark: str


@dataclass(frozen=True)
class Retract:
    """«Удалить у всех»: asked about with its numbers, and confirmed once."""

    mailings: Mailings
    amendments: Amendments
    clock: Clock
    wake: Wake

    async def ask(self, author: int, number: int) -> Retraction | None:
        """Return what there is to confirm; None when there is nothing within reach, or one is under way."""
        mailing = await self.mailings.get(number)
        if mailing is None or not amendable(mailing, self.clock.now()):
            return None
        newest, reach = await self.amendments.newest(number), await self.amendments.reach(mailing)
        if not reach.within or (newest is not None and not newest.over):
            return None
        return Retraction(mailing, reach, amendment_mark(author, mailing, AmendmentKind.DELETE, reach.last))

    async def __call__(self, author: int, number: int, mark: str, shown: int, card: int) -> Amendment | None:
        """Begin it if this is what was shown: the same broadcast, about as many messages; else None."""
        asked = await self.ask(author, number)
        if asked is None or asked.mark != mark or asked.reach.under_way or moved_much(shown, asked.reach.within):
            return None
        new = NewAmendment(number, AmendmentKind.DELETE, author, card, asked.reach)
        begun = await self.amendments.begin(new, self.clock.now())
        self.wake()
        return await self.amendments.get(begun) if begun is not None else None


@dataclass(frozen=True)
class EditEverywhere:
    """«Исправить у всех»: what was previewed becomes what everybody has, once."""

    composer: Composer
    mailings: Mailings
    amendments: Amendments
    clock: Clock
    wake: Wake

    async def begin(self, author: int, number: int) -> int | None:
        """Start a draft with the texts as they are; return its number, None when nothing can be edited."""
        source = await self.mailings.get(number)
        if source is None or not source.over or not amendable(source, self.clock.now()):
            return None
        newest = await self.amendments.newest(number)
        if newest is not None and not newest.over:
            return None
        return await self.composer.repeat(author, source, Missed.EDIT)

    async def __call__(self, author: int, number: int, mark: str, shown: int, card: int) -> Amendment | None:
        """Begin it if this is what was previewed: the same texts in the place of the same, about as many; else None."""
        draft = await self.mailings.get(number)
        if draft is None or draft.repeat is None or not self._own(draft, author):
            return None
        source, preview = await self.mailings.get(draft.repeat.source), await self.composer.preview(author, draft)
        if source is None or not amendable(source, self.clock.now()) or not _ready(preview, mark):
            return None
        reach = await self.amendments.reach(source)
        if not reach.within or reach.under_way or moved_much(shown, reach.within):
            return None
        new = NewAmendment(source.id, AmendmentKind.EDIT, author, card, reach, number, draft.content_hash)
        begun = await self.amendments.begin(new, self.clock.now())
        self.wake()
        return await self.amendments.get(begun) if begun is not None else None

    def _own(self, draft: Mailing, author: int) -> bool:
        return draft.state is MailingState.DRAFT and draft.author == author and draft.edits


def _ready(preview: Preview, mark: str) -> bool:
    """Return whether a preview of an edit is the one that was confirmed, changes something, and can be done."""
    return preview.edited and preview.edit_fault is None and preview.mark == mark


class AmendmentOrder(StrEnum):
    """What an admin does to an amendment under way."""

    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


AMENDMENT_MOVES: dict[AmendmentOrder, tuple[AmendmentState, tuple[AmendmentState, ...]]] = {
    AmendmentOrder.PAUSE: (AmendmentState.PAUSED, (AmendmentState.RUNNING,)),
    AmendmentOrder.RESUME: (AmendmentState.RUNNING, (AmendmentState.PAUSED,)),
    AmendmentOrder.END: (AmendmentState.CANCELLED, OPEN_STATES),
}
"""Which state an order leads to, and from which."""


@dataclass(frozen=True)
class ControlAmendment:
    """Pauses, resumes or ends an amendment: effective with the next claim."""

    amendments: Amendments
    clock: Clock
    wake: Wake

    async def __call__(self, amendment: int, order: AmendmentOrder) -> bool:
        """Return whether it changed."""
        to, frm = AMENDMENT_MOVES[order]
        changed = await self.amendments.move(amendment, to, frm=frm, now=self.clock.now())
        self.wake()
        return changed
