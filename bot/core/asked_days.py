"""Which chats the deadline helper has asked for a day, so that what is typed next answers it (P20). In memory only."""

from collections import OrderedDict
from dataclasses import dataclass, field

from bot.core.clock import Clock
from bot.core.deadlines import Count

MAX_REMEMBERED_CHATS = 2_000
"""Chats remembered at once; the one asked longest ago is forgotten first, a restart forgets all."""

REMEMBERED_SECONDS = 15 * 60
"""Seconds for which a typed day answers the helper's question."""


@dataclass(frozen=True)
class AskedDay:
    """The chat is being asked for a day; ``count`` is None while it has chosen none."""

    count: Count | None


@dataclass
class AskedDays:
    """Knows which chats were asked, when, and for what count; nothing of the day."""

    clock: Clock
    size: int = MAX_REMEMBERED_CHATS
    _asked: OrderedDict[int, tuple[float, AskedDay]] = field(default_factory=OrderedDict)

    def ask(self, chat: int, count: Count | None) -> None:
        """Remember that the chat is asked now."""
        self._asked[chat] = (self.clock.monotonic(), AskedDay(count))
        self._asked.move_to_end(chat)
        if len(self._asked) > self.size:
            self._asked.popitem(last=False)

    def of(self, chat: int) -> AskedDay | None:
        """Return what the chat is being asked, None if nothing."""
        if chat not in self._asked:
            return None
        when, asked = self._asked[chat]
        return asked if self.clock.monotonic() - when <= REMEMBERED_SECONDS else None

    def __len__(self) -> int:
        """How many chats are remembered."""
        return len(self._asked)

    def prune(self) -> None:
        """Forget who answered nothing in time (run by a tick)."""
        now = self.clock.monotonic()
        while self._asked and now - next(iter(self._asked.values()))[0] > REMEMBERED_SECONDS:
            self._asked.popitem(last=False)
