"""Faults over HTTP: which bytes are written, how slowly, and how the connection ends."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.demo.calls import Caller
from bot.demo.faults.plan import FaultKind, When
from bot.demo.replies import Reply
from bot.demo.spoilt_bodies import Body, spoilt_body
from bot.demo.telegram import Telegram

# Real seconds, because sockets do not follow the stand-in's clock: how often to look whether the peer has disconnected,
# and how long written bytes need to leave before a reset.
DISCONNECT_CHECK_SECONDS = 0.05
FLUSH_SECONDS = 0.02
_LINGER_ZERO = struct.pack("ii", 1, 0)
_HALF_BODY_KINDS = frozenset({FaultKind.CUT, FaultKind.TORN, FaultKind.STALLED})
_RESET_KINDS = frozenset({FaultKind.RESET, FaultKind.UNREACHABLE, FaultKind.TORN})
_SILENT_KINDS = frozenset({FaultKind.HANG, FaultKind.STALLED})
Sleep = Callable[[float], Awaitable[None]]


class HttpCaller(Caller):
    """A caller over HTTP. Its timeout is unknown, but its disconnecting is noticed."""

    def __init__(self, request: web.Request) -> None:
        super().__init__()
        self._request = request

    @property
    def gone(self) -> bool:
        """Whether the caller has disconnected."""
        transport = self._request.transport
        return transport is None or transport.is_closing()

    async def wait(self, seconds: float, sleep: Sleep) -> None:
        """Sleep `seconds` of the stand-in's clock; never raises TimeoutError."""
        await sleep(seconds)

    async def leaves(self, sleep: Sleep) -> None:
        """Return when the caller has disconnected."""
        while not self.gone:  # noqa: ASYNC110 (aiohttp has no event for it)
            await asyncio.sleep(DISCONNECT_CHECK_SECONDS)


async def write_spoilt(
    request: web.Request, telegram: Telegram, reply: Reply, caller: HttpCaller
) -> web.StreamResponse:
    """Answer in the way the reply's fault says, and record whether the true answer was sent as a whole."""
    answered = False
    try:
        with telegram.waiting(reply):
            response, answered = await _write(request, telegram, reply, caller)
    finally:
        telegram.over(reply, answered=answered)
    return response


async def _write(
    request: web.Request, telegram: Telegram, reply: Reply, caller: HttpCaller
) -> tuple[web.StreamResponse, bool]:
    """The response, and whether it is the true answer and was sent as a whole."""
    kind = reply.fault.kind if reply.fault else FaultKind.SLOW
    body = spoilt_body(reply)
    if kind is FaultKind.DRIP:
        return await _drip(request, telegram, reply, body)
    if kind not in _RESET_KINDS | _SILENT_KINDS | {FaultKind.CLOSE, FaultKind.CUT}:
        answered = kind is FaultKind.STRANGE and not caller.gone
        return web.Response(body=body.content, status=body.status, content_type=body.content_type), answered
    response: web.StreamResponse = web.Response()
    if kind in _HALF_BODY_KINDS:
        response = await _begin(request, body, body.half)
    if kind in _SILENT_KINDS:
        await telegram.hung.wait(caller, telegram.world.sleep)
    if kind is FaultKind.TORN:
        await asyncio.sleep(FLUSH_SECONDS)
    _end(request, reset=kind in _RESET_KINDS)
    return response, False


async def _begin(request: web.Request, body: Body, part: bytes) -> web.StreamResponse:
    """Send headers with the length of the whole body, then only this part of it."""
    headers = {"Content-Type": body.content_type, "Content-Length": str(len(body.content))}
    response = web.StreamResponse(status=body.status, headers=headers)
    try:
        await response.prepare(request)
        await response.write(part)
    except ConnectionError:
        _end(request, reset=True)
    return response


async def _drip(request: web.Request, telegram: Telegram, reply: Reply, body: Body) -> tuple[web.StreamResponse, bool]:
    response = await _begin(request, body, body.content[:1])
    for number in range(1, len(body.content)):
        await telegram.world.sleep(1)
        try:
            await response.write(body.content[number : number + 1])
        except ConnectionError:
            return response, False
    return response, reply.fault is not None and reply.fault.when is When.AFTER


def _end(request: web.Request, *, reset: bool) -> None:
    """Close the connection, by TCP RST when `reset`."""
    transport = request.transport
    if transport is None:
        return
    if not reset:
        transport.close()
        return
    connection = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_ZERO)
    transport.abort()
