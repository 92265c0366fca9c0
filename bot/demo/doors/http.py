"""The Bot API over HTTP, for a bot that runs in a process of its own."""

import json
from collections.abc import Container, Mapping
from email.utils import formatdate
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web
from aiohttp.typedefs import Handler, Middleware

from bot.demo.calls import Refusal, Upload
from bot.demo.chats.files import MAX_FILE_BYTES
from bot.demo.doors.http_faults import HttpCaller, write_spoilt
from bot.demo.local_requests import LOOPBACK_NAMES, from_a_site, is_local
from bot.demo.replies import Reply, encoded, reply_of
from bot.demo.telegram import Telegram

_MAX_BODY_BYTES = MAX_FILE_BYTES + 1024 * 1024
_FORM_TYPE = "application/x-www-form-urlencoded"
_STATUS_TOO_LARGE = 413
# Under this key a middleware finds the reply to its request.
REPLY_KEY = web.RequestKey("reply", Reply)
Call = tuple[dict[str, Any], dict[str, Upload]]


def bot_api(telegram: Telegram, names: Container[str] = LOOPBACK_NAMES) -> web.Application:
    """Serve `/bot<token>/<method>` and `/file/bot<token>/<path>`; every other path is 404 in Telegram's JSON.

    Another token is 401; a body above `MAX_FILE_BYTES` and a MiB is 413; an unreadable one is 400; a request of a web
    site, or to a host that is none of `names`, is 403.
    """
    endpoints = _Endpoints(telegram)
    app = web.Application(client_max_size=_MAX_BODY_BYTES, middlewares=[_only_bots(names)])
    app.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", endpoints.method)
    app.router.add_get("/file/bot{token:[^/]*}/{path:.*}", endpoints.file)
    app.router.add_route("*", "/{path:.*}", endpoints.nothing)
    app.on_shutdown.append(endpoints.release)
    app.on_response_prepare.append(endpoints.date)
    return app


def _only_bots(names: Container[str]) -> Middleware:
    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if from_a_site(request.headers) or not is_local(request.headers.get("Host", ""), names):
            return _response(reply_of(Refusal(403, "Forbidden: only a bot on this machine may ask")))
        return await handler(request)

    return guard


class _Endpoints:
    """The request handlers: read a request, call the stand-in, write its reply."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def method(self, request: web.Request) -> web.StreamResponse:
        """Carry out a method of the Bot API."""
        if request.match_info["token"] != self._telegram.token:
            return _response(reply_of(Refusal(401, "Unauthorized")))
        if request.method not in ("GET", "POST") or not request.match_info["method"]:
            return _response(reply_of(Refusal(404, "Not Found")))
        try:
            params, files = await _read(request)
        except web.HTTPRequestEntityTooLarge:
            return _response(reply_of(Refusal(_STATUS_TOO_LARGE, "Request Entity Too Large")))
        except (ValueError, RecursionError):
            return _response(reply_of(Refusal(400, "Bad Request: can't parse the request")))
        caller = HttpCaller(request)
        reply = await self._telegram.call(request.match_info["method"], params, files, caller)
        request[REPLY_KEY] = reply
        if reply.fault:
            return await write_spoilt(request, self._telegram, reply, caller)
        if reply.entry and caller.gone:
            reply.entry.answered = False
        return _response(reply)

    async def file(self, request: web.Request) -> web.Response:
        """Return the bytes of a file."""
        if request.match_info["token"] != self._telegram.token:
            return _response(reply_of(Refusal(401, "Unauthorized")))
        stored = self._telegram.world.files.at(request.match_info["path"])
        if stored is None:
            return _response(reply_of(Refusal(404, "Not Found")))
        return web.Response(body=stored.upload.content, content_type="application/octet-stream")

    async def nothing(self, _request: web.Request) -> web.Response:
        """Answer 404."""
        return _response(reply_of(Refusal(404, "Not Found")))

    async def date(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Date the answer by the stand-in's clock."""
        response.headers["Date"] = formatdate(self._telegram.world.now(), usegmt=True)

    async def release(self, _app: web.Application) -> None:
        """Answer the waiting poll and close hanging calls, because closing the server waits for open requests."""
        self._telegram.release()


async def _read(request: web.Request) -> Call:
    """The parameters from the query string and the body, and the uploads. Raises ValueError for an unreadable body."""
    params: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "multipart/form-data":
        await _read_parts(request, params, files)
    elif request.body_exists:
        text = await request.text()
        params |= _read_text(request.content_type, text)
    return params, files


def _read_text(content_type: str, text: str) -> Mapping[str, Any]:
    if content_type == "application/json" and text:
        body = json.loads(text)
        if not isinstance(body, dict):
            raise ValueError("an object was expected")
        return body
    return dict(parse_qsl(text, keep_blank_values=True)) if content_type == _FORM_TYPE else {}


async def _read_parts(request: web.Request, params: dict[str, Any], files: dict[str, Upload]) -> None:
    left = _MAX_BODY_BYTES
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        content = await _content(part, left)
        left -= len(content)
        if part.filename is None:
            params[part.name] = content.decode()
        else:
            files[part.name] = Upload(part.filename, content, _claimed_type(part))


async def _content(part: BodyPartReader, most: int) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk(64 * 1024):
        content += chunk
        if len(content) > most:
            raise web.HTTPRequestEntityTooLarge(max_size=most, actual_size=len(content))
    return bytes(content)


def _claimed_type(part: BodyPartReader) -> str | None:
    """The MIME type the sender named; None for application/octet-stream, which clients name when they know none."""
    claimed = part.headers.get("Content-Type", "").partition(";")[0].strip()
    return claimed if claimed and claimed != "application/octet-stream" else None


def _response(reply: Reply) -> web.Response:
    response = web.Response(body=encoded(reply.body), status=reply.status, content_type="application/json")
    if retry_after := reply.body.get("parameters", {}).get("retry_after"):
        response.headers["Retry-After"] = str(retry_after)
    return response
