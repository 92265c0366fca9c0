"""Which messages stand in a chat, so that they can be deleted on demand (P15): in memory only, and only so many."""

from collections import OrderedDict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.clock import Clock, epoch

DELETABLE = timedelta(hours=48)
"""Telegram lets a bot delete no older message."""

KEPT_AFTER_ERASE = timedelta(minutes=50)
"""How long it is remembered what mailings sent to a chat whose rows are gone: an hour at most, with the next prune."""

MESSAGES_PER_CHAT, MESSAGES_IN_ALL = 200, 20_000
"""How many messages of one chat are remembered, and how many of all: some three megabytes."""


@dataclass
class RecentMessages:
    """Numbers of messages by chat; the chat not heard of longest is forgotten first, a restart forgets all."""

    clock: Clock
    a_chat: int = MESSAGES_PER_CHAT
    in_all: int = MESSAGES_IN_ALL
    _chats: OrderedDict[int, dict[int, int]] = field(default_factory=OrderedDict)
    _held: int = 0

    def learn(self, chat: int, message: int, sent: datetime) -> None:
        """Remember a message that was sent at this moment."""
        numbers = self._chats.setdefault(chat, {})
        self._chats.move_to_end(chat)
        self._held += message not in numbers
        numbers[message] = epoch(sent)
        if len(numbers) > self.a_chat:
            del numbers[next(iter(numbers))]
            self._held -= 1
        while self._held > self.in_all:
            self._held -= len(self._chats.popitem(last=False)[1])

    def learn_erased(self, chat: int, messages: Iterable[int]) -> None:
        """Remember for KEPT_AFTER_ERASE what mailings sent to a chat; the rows that said so are gone."""
        known = self._chats.get(chat, {})
        for message in [message for message in messages if message not in known]:
            self.learn(chat, message, self.clock.now() - DELETABLE + KEPT_AFTER_ERASE)

    def of(self, chat: int) -> Sequence[int]:
        """Return the messages of a chat that can still be deleted, oldest first."""
        return list(_newer(self._chats.get(chat, {}), self._since()))

    def forget(self, chat: int, but: Container[int] = ()) -> None:
        """Know nothing of the chat any more, some messages aside."""
        known = self._chats.pop(chat, {})
        left = {message: sent for message, sent in known.items() if message in but}
        self._held -= len(known) - len(left)
        if left:
            self._chats[chat] = left

    def prune(self) -> None:
        """Forget what can no longer be deleted (run by a tick)."""
        since = self._since()
        fresh = ((chat, _newer(numbers, since)) for chat, numbers in self._chats.items())
        self._chats = OrderedDict((chat, numbers) for chat, numbers in fresh if numbers)
        self._held = sum(map(len, self._chats.values()))

    def __len__(self) -> int:
        """How many messages are remembered."""
        return self._held

    def _since(self) -> int:
        return epoch(self.clock.now() - DELETABLE)


def _newer(numbers: dict[int, int], since: int) -> dict[int, int]:
    return {message: sent for message, sent in numbers.items() if sent > since}
