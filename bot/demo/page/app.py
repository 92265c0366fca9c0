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
from bot.demo.page.attachments import attach
from bot.demo.page.bodies import (
    MAX_BODY_BYTES,
    attachment_in,
    entities_in,
    json_body,
    message_id_in,
    payload_in,
    reply_to_in,
    tap_data_in,
    text_in,
)
from bot.demo.page.guard import guard, harden
from bot.demo.page.stream import KEEP_ALIVE_SECONDS, ChatStreams, Persona, stream
from bot.demo.telegram import Telegram

__all__ = ["Persona", "chat_page"]

STATIC = Path(__file__).parent / "static"
# Only images of these types are sent with their type; a browser saves everything else.
IMAGE_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}


def chat_page(
    telegram: Telegram, personas: Sequence[Persona], *, keep_alive: float = KEEP_ALIVE_SECONDS
) -> web.Application:
    """The page and its JSON API. `keep_alive`: seconds between two comments in an idle event stream."""
    streams = ChatStreams(telegram, personas)
    app = web.Application(middlewares=[guard], client_max_size=MAX_BODY_BYTES)
    app.on_response_prepare.append(harden)
    app.on_startup.append(streams.open)
    app.on_shutdown.append(streams.close)
    page = _Page(telegram, streams, keep_alive)
    app.router.add_routes(
        [
            web.get("/", page.index),
            web.static("/static", STATIC),
            web.get("/api/personas", page.personas),
            web.get("/api/chat/{key}/events", page.events),
            web.post("/api/chat/{key}/send", page.send),
            web.post("/api/chat/{key}/attach", page.attach),
            web.post("/api/chat/{key}/tap", page.tap),
            web.post("/api/chat/{key}/start", page.start),
            web.post("/api/chat/{key}/block", page.block),
            web.post("/api/chat/{key}/unblock", page.unblock),
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
        return await stream(request, self._streams, self._persona(request), self._keep_alive)

    async def send(self, request: web.Request) -> web.Response:
        """Write a message; returns its id."""
        persona, body = self._persona(request), await json_body(request)
        text = text_in(body)
        message = persona.person.sends(text, entities=entities_in(body, text), reply_to=reply_to_in(body))
        return web.json_response({"message_id": message["message_id"]})

    async def attach(self, request: web.Request) -> web.Response:
        """Send a made-up photo, voice message, sticker or contact; returns the message's id."""
        persona, body = self._persona(request), await json_body(request)
        message = attach(persona.person, attachment_in(body), reply_to_in(body))
        return web.json_response({"message_id": message["message_id"]})

    async def start(self, request: web.Request) -> web.Response:
        """Press START, maybe with the payload of a start link; returns the message's id."""
        persona, body = self._persona(request), await json_body(request)
        message = persona.person.sends(f"/start {payload_in(body)}".strip())
        return web.json_response({"message_id": message["message_id"]})

    async def tap(self, request: web.Request) -> web.Response:
        """Tap a button; returns the callback query's id."""
        persona, body = self._persona(request), await json_body(request)
        message_id, data = message_id_in(body), tap_data_in(body)
        self._streams.tapped(persona, message_id)
        return web.json_response({"callback_query_id": persona.person.taps(message_id, data)})

    async def block(self, request: web.Request) -> web.Response:
        """Block the bot."""
        persona = self._persona(request)
        persona.person.blocks()
        self._streams.tell(persona, {"type": "membership", "blocked": True})
        return web.json_response({})

    async def unblock(self, request: web.Request) -> web.Response:
        """Unblock the bot."""
        persona = self._persona(request)
        persona.person.unblocks()
        self._streams.tell(persona, {"type": "membership", "blocked": False})
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

    def _persona(self, request: web.Request) -> Persona:
        key = request.match_info["key"]
        for persona in self._streams.personas:
            if persona.key == key:
                return persona
        raise web.HTTPNotFound(text=json.dumps({"error": "nobody here by that name"}))


def _image_type(content: bytes) -> str:
    return next((kind for magic, kind in IMAGE_TYPES.items() if content.startswith(magic)), "application/octet-stream")
