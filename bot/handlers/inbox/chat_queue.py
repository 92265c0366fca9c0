"""Order within a chat, side by side across chats, never more at once than the machine was given."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.core.updates import Incoming


@dataclass
class _ChatQueue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    wanted: int = 0
    waiting: dict[int, Incoming] = field(default_factory=dict)


class ChatQueues:
    """One lane a chat; a lane exists only while somebody is in it or waits for it."""

    def __init__(self, width: int) -> None:
        """Let at most ``width`` chats move at the same time."""
        self._slots = asyncio.Semaphore(width)
        self._lanes: dict[int, _ChatQueue] = {}

    @asynccontextmanager
    async def turn(self, chat_id: int, incoming: Incoming) -> AsyncIterator[None]:
        """Wait until everything that came earlier in this chat is done and a slot is free."""
        lane = self._lanes.setdefault(chat_id, _ChatQueue())
        lane.wanted += 1
        lane.waiting[id(incoming)] = incoming
        try:
            async with lane.lock, self._slots:
                lane.waiting.pop(id(incoming))
                yield
        finally:
            lane.wanted -= 1
            lane.waiting.pop(id(incoming), None)
            if not lane.wanted:
                del self._lanes[chat_id]

    def waiting(self) -> Iterator[tuple[int, list[Incoming]]]:
        """Yield each chat with the updates that have not begun, oldest first."""
        for chat_id, lane in self._lanes.items():
            yield chat_id, list(lane.waiting.values())

    def __len__(self) -> int:
        """How many chats are moving or waiting."""
        return len(self._lanes)
