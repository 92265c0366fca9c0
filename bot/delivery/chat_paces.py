"""How fast one chat may get messages, whatever the bot as a whole may send."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from bot.delivery.bucket import Bucket

CHAT_BURST_MESSAGES = 15.0
"""Messages one chat may get at once; Telegram bears about twenty."""

CHAT_MESSAGES_PER_SECOND = 1.0
"""Messages a second one chat may get after that."""

GROUP_MESSAGES_PER_MINUTE = 18
"""Messages one group may get in any minute; Telegram allows twenty (Bots FAQ), and counts by its own clock."""

GROUP_WINDOW_SECONDS = 61.0
"""A minute and what may be lost on the way: messages that left a minute apart may arrive closer."""

MAX_REMEMBERED_CHATS = 8_192
"""Chats whose pace is remembered; those left out had no message for seconds."""

MAX_REMEMBERED_GROUPS = 64
"""Groups whose last minute is remembered: the lawyers' one, and those that were told one sentence just now."""


@dataclass
class ChatPaces:
    """A bucket for each chat that had a message lately, and the last minute of groups. Moments are monotonic."""

    _chats: OrderedDict[int, Bucket] = field(default_factory=OrderedDict)
    _groups: OrderedDict[int, deque[float]] = field(default_factory=OrderedDict)

    def delay(self, chat: int | None, messages: int, now: float) -> float:
        """Return in how many seconds the chat may get so many at once; 0 when it may now, or is none."""
        level = float(messages) if chat is None else self._level(chat, now)
        own = max(0.0, (messages - level) / CHAT_MESSAGES_PER_SECOND)
        return own if chat is None or chat > 0 else max(own, self._until_room(chat, messages, now))

    def count(self, chat: int, messages: int, now: float) -> None:
        """Count so many that go out now."""
        self._chats[chat] = Bucket(self._level(chat, now) - messages, now)
        self._chats.move_to_end(chat)
        if len(self._chats) > MAX_REMEMBERED_CHATS:
            self._chats.popitem(last=False)
        if chat < 0:
            self._groups.setdefault(chat, deque(maxlen=GROUP_MESSAGES_PER_MINUTE)).extend([now] * messages)
            self._groups.move_to_end(chat)
            if len(self._groups) > MAX_REMEMBERED_GROUPS:
                self._groups.popitem(last=False)

    def hold(self, chat: int, seconds: float, now: float) -> None:
        """Send the chat nothing for so many seconds."""
        self._chats[chat] = Bucket(1 - seconds * CHAT_MESSAGES_PER_SECOND, now)

    def _level(self, chat: int, now: float) -> float:
        bucket = self._chats.get(chat)
        return (
            CHAT_BURST_MESSAGES if bucket is None else bucket.fill(now, CHAT_MESSAGES_PER_SECOND, CHAT_BURST_MESSAGES)
        )

    def _until_room(self, group: int, messages: int, now: float) -> float:
        """Return in how many seconds the group's last minute has room for so many, or for as many as it ever has."""
        sent = self._groups.get(group, ())
        above = len(sent) + min(messages, GROUP_MESSAGES_PER_MINUTE) - GROUP_MESSAGES_PER_MINUTE
        return sent[above - 1] + GROUP_WINDOW_SECONDS - now if above > 0 else 0.0
