"""Server-sent events for the page: first the whole chat, then every change in it.

There is one stream for each chat a page shows. It also carries how many messages the other personas have received:
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

from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram

KEEP_ALIVE_SECONDS = 15.0
# An edit this soon after a tap is the answer to the tap; Telegram's apps do not mark such a message as edited.
TAP_ANSWER_SECONDS = 10.0
# A page with more unread events is disconnected; it connects again and reads the whole chat.
MAX_QUEUED_EVENTS = 500

Event = dict[str, Any]


@dataclass(frozen=True)
class Persona:
    """A person the visitor can act as; `role` is "admin" or "reader", `key` names the persona in addresses."""

    key: str
    person: Person
    note: str
    role: str

    def describe(self) -> Event:
        """The persona as JSON for the page's list of people."""
        return {
            "id": self.key,
            "name": self.person.first_name,
            "note": self.note,
            "role": self.role,
            "language": self.language,
        }

    @property
    def language(self) -> str:
        """The language code of the person's app, "ru" when it has none."""
        return self.person.language_code or "ru"


@dataclass
class _PersonaView:
    """What the page shows of one persona beside the chat.

    `received`: messages from the bot. `marked`: ids of messages shown as edited. `tapped`: when each message was tapped
    (seconds). `queues`: one for each open page; None in a queue ends its stream.
    """

    received: int = 0
    marked: set[int] = field(default_factory=set)
    tapped: dict[int, float] = field(default_factory=dict)
    queues: set[asyncio.Queue[bytes | None]] = field(default_factory=set)


class ChatStreams:
    """Passes the events of each persona's chat to the pages that show it."""

    def __init__(self, telegram: Telegram, personas: Sequence[Persona]) -> None:
        self.personas = personas
        self._world = telegram.world
        self._views = {persona.key: _PersonaView() for persona in personas}
        self._stops: list[Callable[[], None]] = []

    async def open(self, _app: web.Application) -> None:
        """Begin to listen to the chats (an application's start-up signal)."""
        for persona in self.personas:
            self._views[persona.key].received = sum(map(_by_bot, persona.person.messages))
            self._stops.append(persona.person.listen(partial(self._happened, persona)))

    async def close(self, _app: web.Application) -> None:
        """Stop listening and end every stream (an application's shutdown signal)."""
        for stop in self._stops:
            stop()
        for view in self._views.values():
            for queue in view.queues:
                _end(queue)

    def join(self, persona: Persona) -> asyncio.Queue[bytes | None]:
        """Return a queue for one page: the frame of the whole chat, then one for each event, None at the end."""
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(MAX_QUEUED_EVENTS)
        queue.put_nowait(_frame(self._state(persona)))
        self._views[persona.key].queues.add(queue)
        return queue

    def leave(self, persona: Persona, queue: asyncio.Queue[bytes | None]) -> None:
        """Send no more events to this queue."""
        self._views[persona.key].queues.discard(queue)

    def tapped(self, persona: Persona, message_id: int) -> None:
        """Remember the time of a tap, so that the edit that answers it is not marked as an edit."""
        self._views[persona.key].tapped[message_id] = self._world.now()

    def tell(self, persona: Persona, event: Event) -> None:
        """Send an event to every page that shows this chat; end the stream of a page that is too far behind."""
        frame = _frame(event)
        for queue in self._views[persona.key].queues:
            try:
                queue.put_nowait(frame)
            except asyncio.QueueFull:
                _end(queue)

    def _happened(self, persona: Persona, event: Event) -> None:
        view = self._views[persona.key]
        match event["type"]:
            case "message" if _by_bot(event["message"]):
                view.received += 1
                self._tell_counts()
            case "edit":
                event = {**event, "marked": self._mark(view, event["message"]["message_id"])}
            case "delete":
                view.marked.difference_update(event["message_ids"])
            case "commands":
                event = {**event, "commands": persona.person.commands()}
        self.tell(persona, event)

    def _mark(self, view: _PersonaView, message_id: int) -> bool:
        answered = self._world.now() - view.tapped.get(message_id, float("-inf")) < TAP_ANSWER_SECONDS
        (view.marked.discard if answered else view.marked.add)(message_id)
        return not answered

    def _counts(self) -> dict[str, int]:
        return {key: view.received for key, view in self._views.items()}

    def _tell_counts(self) -> None:
        for persona in self.personas:
            self.tell(persona, {"type": "received", "received": self._counts()})

    def _state(self, persona: Persona) -> Event:
        person, world = persona.person, self._world
        return {
            "type": "state",
            "messages": person.messages,
            "marked": sorted(self._views[persona.key].marked),
            "commands": person.commands(),
            "bot": {
                "username": world.bot["username"],
                "name": world.profile.text("name", persona.language) or world.bot["first_name"],
                "description": world.profile.text("description", persona.language),
            },
            "started": person.started,
            "blocked": person.blocked,
            "received": self._counts(),
            "now": world.now(),
        }


async def stream(request: web.Request, streams: ChatStreams, persona: Persona, keep_alive: float) -> web.StreamResponse:
    """Serve one chat's events until the page disconnects, is too far behind, or the server ends.

    `keep_alive`: seconds without an event after which a comment is sent.
    """
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    queue = streams.join(persona)
    try:
        # The page may disconnect at any time, which is no error.
        with suppress(ConnectionResetError):
            await response.prepare(request)
            await response.write(b"retry: 1500\n\n")
            while (frame := await _next(queue, keep_alive)) is not None:
                await response.write(frame)
    finally:
        streams.leave(persona, queue)
    return response


async def _next(queue: asyncio.Queue[bytes | None], keep_alive: float) -> bytes | None:
    try:
        async with asyncio.timeout(keep_alive):
            return await queue.get()
    except TimeoutError:
        return b": still here\n\n"


def _frame(event: Event) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode()


def _end(queue: asyncio.Queue[bytes | None]) -> None:
    """Empty the queue and end its stream; the page's next stream begins with the whole chat."""
    while not queue.empty():
        queue.get_nowait()
    queue.put_nowait(None)


def _by_bot(message: Event) -> bool:
    return bool(message["from"]["is_bot"])
