"""The HTTP server behind the webhook's port and the health page's: few connections, answers that name nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.core.clock import Clock
from bot.core.events import Event, event

COUNTED_EVERY_SECONDS = 60.0
"""Who scans the network sends what is no HTTP by the thousand: one line a minute, with its number."""

SERVER = "http"
"""What answers call the server: without a word of ours aiohttp names itself, Python, and the version of both."""

OWN_FAULT = 500
"""The first status that says that the server is at fault, not the request."""

Respond = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Malformed:
    """Counts requests that are no HTTP; the first is told of at once, the next ones together."""

    def __init__(self, clock: Clock) -> None:
        """Nothing has come yet."""
        self._clock = clock
        self._count = 0
        self._told_at: float | None = None

    def __call__(self) -> None:
        """Count one more."""
        self._count += 1
        now = self._clock.monotonic()
        if self._told_at is None or now - self._told_at >= COUNTED_EVERY_SECONDS:
            event(Event.REQUESTS_MALFORMED, count=self._count)
            self._count, self._told_at = 0, now


class BoundedServer(web.Server):
    """Closes what comes over ``most`` connections, at once and without an answer. ``more``: aiohttp's own options."""

    def __init__(self, respond: Respond, clock: Clock, most: int, **more: Any) -> None:
        """Answer by ``respond``; what is no HTTP is answered without it."""
        super().__init__(respond)
        self._malformed = Malformed(clock)
        self._most = most
        self._more = more

    def __call__(self) -> web.RequestHandler:
        """Return what speaks to one connection."""
        loop = asyncio.get_running_loop()
        return _Connection(self, self._malformed, loop=loop, access_log=None, **self._more)

    def connection_made(self, handler: web.RequestHandler, transport: asyncio.Transport) -> None:
        """Count the connection."""
        super().connection_made(handler, transport)
        if len(self.connections) > self._most:
            transport.abort()


class _Connection(web.RequestHandler):
    """Answers what is no HTTP without a word, and puts no versions into any answer."""

    def __init__(self, server: web.Server, malformed: Callable[[], None], **more: Any) -> None:
        super().__init__(server, **more)
        self._malformed = malformed

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Count it where the request is at fault; what is our own fault goes to the log as ever."""
        if status >= OWN_FAULT:
            return super().handle_error(request, status, exc, message)
        self._malformed()
        response = web.Response(status=status)
        response.force_close()
        return response

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Name the server before anybody else does: every answer comes by here."""
        resp.headers["Server"] = SERVER
        return await super().finish_response(request, resp, start_time)
