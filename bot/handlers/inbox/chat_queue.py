"""One queue a chat: updates of a chat are handled in order, those of different chats at the same time, bounded."""

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
    """A queue exists only while an update of its chat is handled or waits."""

    def __init__(self, width: int, waited: int = 1) -> None:
        """Handle updates of at most ``width`` chats at the same time, and as many as ``waited`` that were late."""
        self._slots, self._slots_of_waited = asyncio.Semaphore(width), asyncio.Semaphore(waited)
        self._queues: dict[int, _ChatQueue] = {}

    @asynccontextmanager
    async def turn(self, chat_id: int, incoming: Incoming) -> AsyncIterator[None]:
        """Wait until everything that came earlier in this chat is done and a slot is free."""
        queue = self._queues.setdefault(chat_id, _ChatQueue())
        queue.wanted += 1
        queue.waiting[id(incoming)] = incoming
        try:
            async with queue.lock, self._slots_of_waited if incoming.waited else self._slots:
                queue.waiting.pop(id(incoming))
                yield
        finally:
            queue.wanted -= 1
            queue.waiting.pop(id(incoming), None)
            if not queue.wanted:
                del self._queues[chat_id]

    def waiting(self) -> Iterator[tuple[int, list[Incoming]]]:
        """Yield each chat with the updates that have not begun, oldest first."""
        for chat_id, queue in self._queues.items():
            yield chat_id, list(queue.waiting.values())

    def __len__(self) -> int:
        """How many chats have an update that is handled or waits."""
        return len(self._queues)
