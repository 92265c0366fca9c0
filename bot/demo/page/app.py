"""The demo's chat page: a chat with the bot in the browser, so that trying the bot needs no token.

It is for one person on one machine: serve it on a loopback address only. aiohttp cannot mount a sub-application at "/",
so this application needs a site of its own.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.demo.calls import Refusal
from bot.demo.chats.group import Group
from bot.demo.page.attachments import attach
from bot.demo.page.bodies import (
    MAX_BODY_BYTES,
    attachment_in,
    entities_in,
    json_body,
    message_id_in,
    payload_in,
    query_in,
    refused,
    reply_to_in,
    result_in,
    tap_data_in,
    text_in,
)
from bot.demo.page.guard import guard, harden
from bot.demo.page.personas import Persona, Seat
from bot.demo.page.stream import KEEP_ALIVE_SECONDS, ChatStreams, stream
from bot.demo.telegram import Telegram

__all__ = ["Persona", "chat_page"]

STATIC = Path(__file__).parent / "static"
# Only images of these types are sent with their type; a browser saves everything else.
IMAGE_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}


def chat_page(
    telegram: Telegram, personas: Sequence[Persona], group: Group, *, keep_alive: float = KEEP_ALIVE_SECONDS
) -> web.Application:
    """The page and its JSON API. `keep_alive`: seconds between two comments in an idle event stream.

    Every persona has a private chat with the bot under `/api/chat/` and sits in a group under `/api/group/`: its own,
    or `group`.
    """
    streams = ChatStreams(telegram, personas, group)
    app = web.Application(middlewares=[guard], client_max_size=MAX_BODY_BYTES)
    app.on_response_prepare.append(harden)
    app.on_startup.append(streams.open)
    app.on_shutdown.append(streams.close)
    page = _Page(telegram, streams, keep_alive)
    here = "/api/{place:chat|group}/{key}"
    app.router.add_routes(
        [
            web.get("/", page.index),
            web.static("/static", STATIC),
            web.get("/api/personas", page.personas),
            web.get(f"{here}/events", page.events),
            web.post(f"{here}/send", page.send),
            web.post(f"{here}/attach", page.attach),
            web.post(f"{here}/tap", page.tap),
            web.post(f"{here}/inline", page.inline),
            web.post(f"{here}/choose", page.choose),
            web.post("/api/chat/{key}/start", page.start),
            web.post("/api/chat/{key}/block", page.block),
            web.post("/api/chat/{key}/unblock", page.unblock),
            web.post("/api/group/{key}/add", page.add),
            web.post("/api/group/{key}/remove", page.remove),
            web.post("/api/group/{key}/topics", page.topics),
            web.get("/api/file/{file_id}", page.file),
        ]
    )
    return app


class _Page:
    """The request handlers. An unknown persona or file is 404; a bad body is refused as `bodies` says."""

    def __init__(self, telegram: Telegram, streams: ChatStreams, keep_alive: float) -> None:
        self._telegram = telegram
        self._streams = streams
        self._keep_alive = keep_alive

    async def index(self, _request: web.Request) -> web.FileResponse:
        """The page itself."""
        return web.FileResponse(STATIC / "index.html")

    async def personas(self, _request: web.Request) -> web.Response:
        """The people the visitor can be."""
        return web.json_response([persona.describe() for persona in self._streams.personas])

    async def events(self, request: web.Request) -> web.StreamResponse:
        """One persona's chat as server-sent events."""
        return await stream(request, self._streams, self._seat(request), self._keep_alive)

    async def send(self, request: web.Request) -> web.Response:
        """Write a message; returns its id."""
        seat, body = self._seat(request), await json_body(request)
        text = text_in(body)
        message = seat.person.sends(
            text, entities=entities_in(body, text), reply_to=reply_to_in(body), group=seat.group
        )
        return web.json_response({"message_id": message["message_id"]})

    async def attach(self, request: web.Request) -> web.Response:
        """Send a made-up photo, album, voice message, sticker or contact; returns the (last) message's id."""
        seat, body = self._seat(request), await json_body(request)
        message = attach(seat.person, attachment_in(body), reply_to_in(body), seat.group)
        return web.json_response({"message_id": message["message_id"]})

    async def tap(self, request: web.Request) -> web.Response:
        """Tap a button; returns the callback query's id."""
        seat, body = self._seat(request), await json_body(request)
        message_id, data = message_id_in(body), tap_data_in(body)
        self._streams.tapped(seat, message_id)
        return web.json_response({"callback_query_id": seat.person.taps(message_id, data, group=seat.group)})

    async def inline(self, request: web.Request) -> web.Response:
        """Type behind the bot's name; returns the inline query's id. The results come as an "offer" event."""
        seat, body = self._seat(request), await json_body(request)
        return web.json_response({"inline_query_id": seat.person.asks_inline(query_in(body))})

    async def choose(self, request: web.Request) -> web.Response:
        """Send an offered result into the chat; returns the message's id."""
        seat, body = self._seat(request), await json_body(request)
        query_id, result_id = result_in(body)
        try:
            message = seat.person.chooses(query_id, result_id, reply_to=reply_to_in(body), group=seat.group)
        except LookupError as error:
            raise refused("nothing such was offered") from error
        return web.json_response({"message_id": message["message_id"]})

    async def start(self, request: web.Request) -> web.Response:
        """Press START, maybe with the payload of a start link; returns the message's id."""
        seat, body = self._seat(request), await json_body(request)
        message = seat.person.starts(payload_in(body))
        return web.json_response({"message_id": message["message_id"]})

    async def block(self, request: web.Request) -> web.Response:
        """Block the bot."""
        seat = self._seat(request)
        seat.person.blocks()
        self._streams.tell(seat.chat, {"type": "membership", "blocked": True})
        return web.json_response({})

    async def unblock(self, request: web.Request) -> web.Response:
        """Unblock the bot."""
        seat = self._seat(request)
        seat.person.unblocks()
        self._streams.tell(seat.chat, {"type": "membership", "blocked": False})
        return web.json_response({})

    async def add(self, request: web.Request) -> web.Response:
        """Add the bot to the group; a lawyer makes it an administrator too."""
        return self._membership(self._seat(request), member=True)

    async def remove(self, request: web.Request) -> web.Response:
        """Remove the bot from the group."""
        return self._membership(self._seat(request), member=False)

    async def topics(self, request: web.Request) -> web.Response:
        """Switch the topics of a lawyer's group on, or off."""
        seat = self._seat(request)
        if seat.persona.role != "lawyer" or seat.group is None:
            raise refused("only a lawyer may")
        (seat.group.shuts_forum if seat.group.is_forum else seat.group.opens_forum)()
        return web.json_response({})

    async def file(self, request: web.Request) -> web.Response:
        """A file as an attachment."""
        try:
            upload = self._telegram.world.files.get(request.match_info["file_id"]).upload
        except Refusal as refusal:
            raise web.HTTPNotFound from refusal
        name = quote(upload.name, safe="")
        return web.Response(
            body=upload.content,
            content_type=_image_type(upload.content),
            headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
        )

    def _membership(self, seat: Seat, *, member: bool) -> web.Response:
        group = seat.group or self._streams.group
        if group.bot_is_member != member:
            (group.adds_bot if member else group.removes_bot)(seat.person.user)
            if member and seat.persona.role == "lawyer":
                group.promotes_bot(seat.person.user)
            self._streams.tell(group, {"type": "membership", "member": member})
        return web.json_response({})

    def _seat(self, request: web.Request) -> Seat:
        """Who asks, and in which chat."""
        key = request.match_info["key"]
        in_group = request.path.startswith("/api/group/")
        for persona in self._streams.personas:
            if persona.key == key:
                return Seat(persona, (persona.group or self._streams.group) if in_group else None)
        raise web.HTTPNotFound(text=json.dumps({"error": "nobody here by that name"}))


def _image_type(content: bytes) -> str:
    return next((kind for magic, kind in IMAGE_TYPES.items() if content.startswith(magic)), "application/octet-stream")
