"""How fast one chat may get messages, whatever the bot as a whole may send."""

from collections import OrderedDict
from dataclasses import dataclass, field

from bot.delivery.bucket import Bucket

CHAT_BURST_MESSAGES = 15.0
"""Messages one chat may get at once; Telegram bears about twenty."""

CHAT_MESSAGES_PER_SECOND = 1.0
"""Messages a second one chat may get after that."""

MAX_REMEMBERED_CHATS = 8_192
"""Chats whose pace is remembered; those left out had no message for seconds."""


@dataclass
class ChatPaces:
    """A bucket for each chat that had a message lately. Moments are monotonic seconds."""

    _chats: OrderedDict[int, Bucket] = field(default_factory=OrderedDict)

    def delay(self, chat: int | None, messages: int, now: float) -> float:
        """Return in how many seconds the chat may get so many at once; 0 when it may now, or is none."""
        level = float(messages) if chat is None else self._level(chat, now)
        return max(0.0, (messages - level) / CHAT_MESSAGES_PER_SECOND)

    def count(self, chat: int, messages: int, now: float) -> None:
        """Count so many that go out now."""
        self._chats[chat] = Bucket(self._level(chat, now) - messages, now)
        self._chats.move_to_end(chat)
        if len(self._chats) > MAX_REMEMBERED_CHATS:
            self._chats.popitem(last=False)

    def hold(self, chat: int, seconds: float, now: float) -> None:
        """Send the chat nothing for so many seconds."""
        self._chats[chat] = Bucket(1 - seconds * CHAT_MESSAGES_PER_SECOND, now)

    def _level(self, chat: int, now: float) -> float:
        bucket = self._chats.get(chat)
        return (
            CHAT_BURST_MESSAGES if bucket is None else bucket.fill(now, CHAT_MESSAGES_PER_SECOND, CHAT_BURST_MESSAGES)
        )
