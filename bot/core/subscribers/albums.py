"""An album comes as several messages: only the first is answered, all of them are deleted (P11)."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

MAX_CHATS = 1_000
MAX_ALBUM_ITEMS = 10
"""Telegram's most for an album."""


@dataclass
class Albums:
    """The newest albums, in memory only."""

    size: int = MAX_CHATS
    _seen: OrderedDict[tuple[int, str], list[int]] = field(default_factory=OrderedDict)

    def first(self, chat: int, album: str, message: int) -> bool:
        """Remember a message of an album; return whether it is the one that is answered."""
        messages = self._seen.setdefault((chat, album), [])
        if message not in messages and len(messages) < MAX_ALBUM_ITEMS:
            messages.append(message)
        if len(self._seen) > self.size:
            self._seen.popitem(last=False)
        return messages[0] == message

    def around(self, chat: int, message: int) -> Sequence[int]:
        """Return the messages of the album a message came first in, or the message alone."""
        for (owner, _), messages in self._seen.items():
            if owner == chat and messages[0] == message:
                return tuple(messages)
        return (message,)

    def __len__(self) -> int:
        """How many albums are remembered."""
        return len(self._seen)
