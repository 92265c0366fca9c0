"""Edits of what was copied: made in its place at once, or copied anew (A10).

Handlers mark the row in their transaction (``mark_edited`` of storage/tickets/rows.py), then call ``follow``. The text
is kept in memory until the sender has shown it; what a crash loses is copied anew from Telegram.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.core.mailings.outbox import Wake
from bot.core.tickets.errands import Edit

COPIED_ANEW_AFTER = timedelta(seconds=30)
"""How long an edit may take in its place before the edited message is copied anew."""

MAX_EDITS = 1_000
"""Edits kept in memory; the oldest of more is copied anew."""


class EditsCopies(Protocol):
    """Lets a copy follow the message it was made of."""

    async def follow(self, row_id: int, text: str, entities: str) -> None:
        """Show what the message says now, in the lane of the lawyers; ``entities`` is Telegram's JSON array."""
        ...


class EditQueue:
    """What copies are to say, until the sender has shown it; memory alone."""

    def __init__(self) -> None:
        """Wait for nothing yet."""
        self._edits: OrderedDict[int, Edit] = OrderedDict()
        self._tried: set[int] = set()

    @property
    def rows(self) -> Sequence[int]:
        """Return the numbers of the rows whose copies are to be edited."""
        return tuple(self._edits)

    def at_once(self, row_id: int) -> bool:
        """Return whether it was not tried yet; what could not be shown waits until its row is due."""
        return row_id not in self._tried

    def put(self, row_id: int, edit: Edit) -> None:
        """Keep it instead of an older one."""
        self._edits[row_id] = edit
        self._edits.move_to_end(row_id)
        self._tried.discard(row_id)
        while len(self._edits) > MAX_EDITS:
            self._tried.discard(self._edits.popitem(last=False)[0])

    def take(self, row_id: int) -> Edit | None:
        """Return what a row's copy is to say, once."""
        self._tried.discard(row_id)
        return self._edits.pop(row_id, None)

    def put_back(self, row_id: int, edit: Edit) -> None:
        """Keep what could not be shown, unless something newer came."""
        if row_id not in self._edits:
            self.put(row_id, edit)
            self._tried.add(row_id)


@dataclass(frozen=True)
class FollowEdits:
    """EditsCopies over the sender, which claims these rows at once."""

    queue: EditQueue
    wake: Wake

    async def follow(self, row_id: int, text: str, entities: str) -> None:
        """Leave it to the sender: it is shown, or the message copied anew."""
        self.queue.put(row_id, Edit(text=text, entities=entities))
        self.wake()
