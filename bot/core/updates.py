"""One update of Telegram and the moment its effects are durable.

The rule the whole inbox rests on: effects first, in one transaction, then answers. The inbox puts the update being
handled into ``current``; the storage writes its id beside the effects and settles it with the commit; the first
outgoing call settles it too, since an update that answers has nothing left to write. Writing after that is an error in
our code, and says so.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Protocol


class AlreadyApplied(Exception):
    """The update's effects were committed before; Telegram delivered it again."""


class EffectsAfterAnswer(RuntimeError):
    """A handler wrote after it had answered or committed: its effects could be lost or doubled by a crash."""


@dataclass
class Incoming:
    """An update on its way through the handlers; ``waited``: it stood in a queue while the bot was down."""

    update_id: int
    on_settled: Callable[[], None] = field(default=lambda: None)
    settled: bool = False
    waited: bool = False
    abandoned: bool = False

    def settle(self) -> None:
        """Say that Telegram may forget this update. Telling it twice is harmless."""
        if not self.settled and not self.abandoned:
            self.settled = True
            self.on_settled()

    def abandon(self) -> None:
        """Leave this update to another instance: this one can no longer write, so Telegram is to bring it again."""
        self.abandoned = True


current: ContextVar[Incoming | None] = ContextVar("current_update", default=None)


class SeenUpdates(Protocol):
    """The ids of updates whose effects are durable, kept 48 hours."""

    async def load(self) -> set[int]:
        """Return every id that is still kept."""
        ...

    async def forget_before(self, day: str) -> int:
        """Drop ids of days before the ISO day; return how many."""
        ...
