"""Server-sent events for the page: first the whole chat, then every change in it.

There is one stream for each chat a page shows. It also carries how many messages the personas have received in private:
a browser keeps at most six connections to one address, and a stream for each persona would use them up.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from aiohttp import web

from bot.demo.chats.chat import Chat
from bot.demo.chats.group import Group
from bot.demo.page.personas import Persona, Seat, topics_of
from bot.demo.telegram import Telegram

KEEP_ALIVE_SECONDS = 15.0
# An edit this soon after a tap is the answer to the tap; Telegram's apps do not mark such a message as edited.
TAP_ANSWER_SECONDS = 10.0
# A page with more unread events is disconnected; it connects again and reads the whole chat.
MAX_QUEUED_EVENTS = 500
# What the bot answers to one person, whichever chat that person looks at.
PERSONAL_EVENTS = frozenset({"toast", "offer"})

Event = dict[str, Any]
Queue = asyncio.Queue[bytes | None]


@dataclass
class _ChatView:
    """What the pages show of one chat beside its messages.

    `received`: messages from the bot. `marked`: ids of messages shown as edited. `tapped`: when each message was tapped
    (seconds). `pages`: who looks at it, by the page's queue; None in a queue ends its stream.
    """

    received: int = 0
    marked: set[int] = field(default_factory=set)
    tapped: dict[int, float] = field(default_factory=dict)
    pages: dict[Queue, Seat] = field(default_factory=dict)


class ChatStreams:
    """Passes the events of every persona's chat, and of the groups, to the pages that show it.

    `group`: the one of every persona without a group of its own.
    """

    def __init__(self, telegram: Telegram, personas: Sequence[Persona], group: Group) -> None:
        self.personas = personas
        self.group = group
        self._world = telegram.world
        own = {persona.group.id: persona.group for persona in personas if persona.group}
        self._chats: list[Chat] = [*(persona.person for persona in personas), group, *own.values()]
        self._views = {chat.id: _ChatView() for chat in self._chats}
        self._stops: list[Callable[[], None]] = []

    async def open(self, _app: web.Application) -> None:
        """Begin to listen to the chats (an application's start-up signal)."""
        for chat in self._chats:
            self._views[chat.id].received = sum(map(_by_bot, chat.messages))
            self._stops.append(chat.listen(partial(self._happened, chat)))

    async def close(self, _app: web.Application) -> None:
        """Stop listening and end every stream (an application's shutdown signal)."""
        for stop in self._stops:
            stop()
        for view in self._views.values():
            for queue in view.pages:
                _end(queue)

    def join(self, seat: Seat) -> Queue:
        """Return a queue for one page: the frame of the whole chat, then one for each event, None at the end."""
        queue: Queue = asyncio.Queue(MAX_QUEUED_EVENTS)
        queue.put_nowait(_frame(self._state(seat)))
        self._views[seat.chat.id].pages[queue] = seat
        return queue

    def leave(self, seat: Seat, queue: Queue) -> None:
        """Send no more events to this queue."""
        self._views[seat.chat.id].pages.pop(queue, None)

    def tapped(self, seat: Seat, message_id: int) -> None:
        """Remember the time of a tap, so that the edit that answers it is not marked as an edit."""
        self._views[seat.chat.id].tapped[message_id] = self._world.now()

    def tell(self, chat: Chat, event: Event) -> None:
        """Send an event to every page that shows this chat."""
        frame = _frame(event)
        for queue in self._views[chat.id].pages:
            _put(queue, frame)

    def _happened(self, chat: Chat, event: Event) -> None:
        view = self._views[chat.id]
        match event["type"]:
            case kind if kind in PERSONAL_EVENTS:
                self._tell_person(chat, event)
                return
            case "commands":
                self._tell_commands(view)
                return
            case "message" if _by_bot(event["message"]):
                view.received += 1
                self._tell_counts()
            case "edit":
                event = {**event, "marked": self._mark(view, event["message"]["message_id"])}
            case "topics" if isinstance(chat, Group):
                event = {**event, "topics": topics_of(chat)}
            case "delete":
                view.marked.difference_update(event["message_ids"])
        self.tell(chat, event)

    def _mark(self, view: _ChatView, message_id: int) -> bool:
        answered = self._world.now() - view.tapped.get(message_id, float("-inf")) < TAP_ANSWER_SECONDS
        (view.marked.discard if answered else view.marked.add)(message_id)
        return not answered

    def _counts(self) -> dict[str, int]:
        return {persona.key: self._views[persona.home.id].received for persona in self.personas}

    def _tell_counts(self) -> None:
        for chat in self._chats:
            self.tell(chat, {"type": "received", "received": self._counts()})

    def _tell_person(self, person: Chat, event: Event) -> None:
        frame = _frame(event)
        for view in self._views.values():
            for queue, seat in view.pages.items():
                if seat.person is person:
                    _put(queue, frame)

    def _tell_commands(self, view: _ChatView) -> None:
        for queue, seat in view.pages.items():
            _put(queue, _frame({"type": "commands", "commands": seat.commands()}))

    def _state(self, seat: Seat) -> Event:
        world, language = self._world, seat.persona.language
        return {
            "type": "state",
            "messages": seat.chat.messages,
            "reactions": seat.chat.reactions.shown(),
            "marked": sorted(self._views[seat.chat.id].marked),
            "commands": seat.commands(),
            "bot": {
                "username": world.bot["username"],
                "name": world.profile.text("name", language) or world.bot["first_name"],
                "description": world.profile.text("description", language),
            },
            **seat.describe(),
            "received": self._counts(),
            "now": world.now(),
        }


async def stream(request: web.Request, streams: ChatStreams, seat: Seat, keep_alive: float) -> web.StreamResponse:
    """Serve one chat's events until the page disconnects, is too far behind, or the server ends.

    `keep_alive`: seconds without an event after which a comment is sent.
    """
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    queue = streams.join(seat)
    try:
        # The page may disconnect at any time, which is no error.
        with suppress(ConnectionResetError):
            await response.prepare(request)
            await response.write(b"retry: 1500\n\n")
            while (frame := await _next(queue, keep_alive)) is not None:
                await response.write(frame)
    finally:
        streams.leave(seat, queue)
    return response


async def _next(queue: Queue, keep_alive: float) -> bytes | None:
    try:
        async with asyncio.timeout(keep_alive):
            return await queue.get()
    except TimeoutError:
        return b": still here\n\n"


def _frame(event: Event) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode()


def _put(queue: Queue, frame: bytes) -> None:
    """Pass a frame on; end the stream of a page that is too far behind."""
    try:
        queue.put_nowait(frame)
    except asyncio.QueueFull:
        _end(queue)


def _end(queue: Queue) -> None:
    """Empty the queue and end its stream; the page's next stream begins with the whole chat."""
    while not queue.empty():
        queue.get_nowait()
    queue.put_nowait(None)


def _by_bot(message: Event) -> bool:
    return bool(message["from"]["is_bot"])
