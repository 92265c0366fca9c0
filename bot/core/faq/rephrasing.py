"""Who was asked to put a question in other words: once, then the bot leads elsewhere (P6). In memory, for minutes."""

from collections import OrderedDict
from dataclasses import dataclass, field

from bot.core.clock import Clock

MAX_REMEMBERED_CHATS = 2_000
"""Chats remembered at once; the one asked longest ago is forgotten first, a restart forgets all."""

REMEMBERED_SECONDS = 15 * 60
"""Seconds after which another question is a new one."""


@dataclass
class Rephrasing:
    """Knows that a chat was asked, and when; nothing of the question."""

    clock: Clock
    size: int = MAX_REMEMBERED_CHATS
    _asked: OrderedDict[int, float] = field(default_factory=OrderedDict)

    def ask(self, chat: int) -> None:
        """Remember that the chat is asked now."""
        self._asked[chat] = self.clock.monotonic()
        self._asked.move_to_end(chat)
        if len(self._asked) > self.size:
            self._asked.popitem(last=False)

    def again(self, chat: int) -> bool:
        """Return whether the chat's question is the second try; that is forgotten with the answer."""
        asked = self._asked.pop(chat, None)
        return asked is not None and self.clock.monotonic() - asked <= REMEMBERED_SECONDS

    def __len__(self) -> int:
        """How many chats are remembered."""
        return len(self._asked)

    def prune(self) -> None:
        """Forget who asked nothing more in time (run by a tick)."""
        now = self.clock.monotonic()
        while self._asked and now - next(iter(self._asked.values())) > REMEMBERED_SECONDS:
            self._asked.popitem(last=False)
