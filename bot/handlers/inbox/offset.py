"""The offset of getUpdates: below it everything is settled and seen.

A poll with an offset makes Telegram delete every update below it, so the offset never passes an update that is not
settled. Ids are a set, not a counter: after a week of silence they restart anywhere.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import Clock


class Window:
    """Ids received and not confirmed yet. ``quiet`` is set while all of them are settled."""

    def __init__(self) -> None:
        """Start without an offset: Telegram then begins with the oldest update it keeps."""
        self.quiet = asyncio.Event()
        self.quiet.set()
        self.confirmed: int | None = None
        self._top: int | None = None
        self._known: set[int] = set()
        self._unsettled: set[int] = set()

    @property
    def offset(self) -> int | None:
        """The offset of the next poll."""
        if self._top is None:
            return None
        return min(self._unsettled | {self._top + 1})

    def admit(self, asked: int | None, ids: Sequence[int]) -> list[int]:
        """Take the ids Telegram answered to the offset ``asked``; return the new ones in their order."""
        self._confirm(asked)
        if not ids:
            return []
        if asked is None or min(ids) < asked:
            self._restart()
        self._top = max(ids) if self._top is None else max(self._top, *ids)
        fresh = [update_id for update_id in dict.fromkeys(ids) if update_id not in self._known]
        self._known.update(fresh)
        self._unsettled.update(fresh)
        if fresh:
            self.quiet.clear()
        return fresh

    def settle(self, update_id: int) -> None:
        """Let the offset pass this update."""
        self._unsettled.discard(update_id)
        if not self._unsettled:
            self.quiet.set()

    def forget(self) -> None:
        """Ask without an offset next time; what is unsettled stays known."""
        self.confirmed = None
        self._restart()

    def __len__(self) -> int:
        """How many ids are held."""
        return len(self._known)

    def _confirm(self, asked: int | None) -> None:
        self.confirmed = asked
        if asked is not None:
            self._known = {update_id for update_id in self._known if update_id >= asked} | self._unsettled

    def _restart(self) -> None:
        self._top = None
        self._known = set(self._unsettled)


class Silence:
    """Time since the last update."""

    def __init__(self, clock: Clock, longest: float) -> None:
        """Call it too long after ``longest`` seconds."""
        self._clock = clock
        self._longest = longest
        self._since: tuple[datetime, float] = (clock.now(), clock.monotonic())

    def broken(self) -> None:
        """Something came."""
        self._since = (self._clock.now(), self._clock.monotonic())

    def too_long(self) -> bool:
        """Return whether it has lasted too long."""
        wall, steady = self._since
        lasted = max((self._clock.now() - wall).total_seconds(), self._clock.monotonic() - steady)
        return lasted > self._longest
