"""The lawyers' group kept true: looked at, not believed; what is missing is told where it can be mended (A10)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.core.clock import Clock
from bot.core.mailings.outbox import may_migrate
from bot.core.tickets.group import HARMLESS, LawyersGroup, Missing

LOOK_EVERY_SECONDS = 600.0
"""Seconds between looks while nothing speaks for a change."""

LOOK_AGAIN_SECONDS = 30.0
"""Seconds between looks after a refusal."""


@dataclass(frozen=True)
class Known:
    """Which group the stored numbers belong to.

    ``set_to``: ``LAWYER_CHAT_ID`` then. ``chat``: the group today, another one after an upgrade. ``told``: what was
    last told to be missing there.
    """

    set_to: int
    chat: int
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """What Telegram says of the group. ``moved_to``: it goes on under another id."""

    missing: frozenset[Missing] = frozenset()
    forum: bool = False
    reactions: bool = True
    moved_to: int | None = None


class LooksAtGroup(Protocol):
    """Asks Telegram."""

    async def __call__(self, chat: int) -> Seen | None:
        """Return what it says; None when it does not answer."""
        ...


class Places(Protocol):
    """Where tickets stand."""

    async def known(self) -> Known | None:
        """Return which group the numbers belong to."""
        ...

    async def keep(self, known: Known, *, other_group: bool = False) -> None:
        """Keep it; in another group every open ticket gets a new place."""
        ...

    async def expire(self, past: datetime) -> int:
        """Close the tickets whose life was over at ``past``, and tell both sides; return how many."""
        ...


class TellsOfGroup(Protocol):
    """Tells what is missing where it can be mended."""

    async def group(self, chat: int, missing: frozenset[Missing]) -> None:
        """Tell the group itself; nothing missing means that all is well again."""
        ...

    async def admins(self, missing: frozenset[Missing]) -> bool:
        """Tell the admins in one line; False when nobody was reached."""
        ...


@dataclass
class KeepGroupTrue:
    """Run by a tick; looks when it is time, or when something was refused."""

    group: LawyersGroup
    look: LooksAtGroup
    places: Places
    tell: TellsOfGroup
    clock: Clock
    set_to: int | None
    _last: float | None = None
    started: bool = False

    async def start(self) -> None:
        """Take up the group as it was known; another one than before gives every open ticket a new place."""
        if self.set_to is None or self.started:
            return
        known = await self.places.known()
        if known is None or known.set_to != self.set_to:
            same = known is not None and known.chat == self.set_to  # the operator has entered the upgraded group's id
            known = Known(self.set_to, self.set_to)
            await self.places.keep(known, other_group=not same)
        self.group.chat, self.started = known.chat, True

    async def __call__(self) -> None:
        """Look if it is time."""
        await self.start()
        if self.group.moved_to is not None:
            await self.moved(self.group.moved_to)
        now = self.clock.monotonic()
        if self.group.chat is None or not self._is_time(now):
            return
        self._last, self.group.stale, self.group.changed = now, False, False
        seen = await self.look(self.group.chat)
        if seen is None:
            self.group.stale = True
            return
        if seen.moved_to is not None:
            await self.moved(seen.moved_to)
            return
        self.group.forum, self.group.reactions, self.group.missing = seen.forum, seen.reactions, set(seen.missing)
        await self._tell(seen.missing)

    def _is_time(self, now: float) -> bool:
        pause = LOOK_AGAIN_SECONDS if self.group.stale else LOOK_EVERY_SECONDS
        return self.group.changed or self._last is None or now >= self._last + pause

    async def moved(self, to: int) -> None:
        """Go on in the supergroup that the group has become."""
        self.group.moved_to = None
        known = await self.places.known()
        if known is None or self.group.chat is None or not may_migrate(self.group.chat, to):
            return
        await self.places.keep(replace(known, chat=to), other_group=True)
        self.group.chat, self.group.changed = to, True

    async def _tell(self, missing: frozenset[Missing]) -> None:
        """Tell of a change, once: the group what it lacks, the admins whether questions arrive."""
        known = await self.places.known()
        if known is None or set(known.told) == missing:
            return
        await self.tell.group(known.chat, missing)
        broken = bool(missing - HARMLESS)
        if broken == any(Missing(each) not in HARMLESS for each in known.told) or await self.tell.admins(missing):
            await self.places.keep(replace(known, told=tuple(sorted(missing))))


@dataclass(frozen=True)
class ExpireTickets:
    """Closes what nobody has answered or added to; run by a tick. ``horizon``: a moment that is past for certain."""

    places: Places
    horizon: Callable[[], Awaitable[datetime | None]]

    async def __call__(self) -> None:
        """Close them."""
        if (past := await self.horizon()) is not None:
            await self.places.expire(past)
