"""The port Telegram's updates come to, behind a proxy that speaks https: few connections, none open for nothing."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.core.listening import Listen

MAX_CONNECTIONS = 256
"""Connections at the same time: Telegram opens a hundred, and a proxy keeps some open."""

IDLE_SECONDS = 75.0
"""A connection without a request is closed after so long; proxies keep theirs for a minute."""

LINGERING_SECONDS = 1.0
"""How long the rest of a refused body is read, so that the sender sees the answer."""

Respond = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class PortTaken(Exception):
    """The address to listen on is taken, or is none of this machine."""


class _FewConnections(web.Server):
    """Closes what comes over the limit, at once and without an answer."""

    def connection_made(self, handler: web.RequestHandler, transport: asyncio.Transport) -> None:
        """Count the connection."""
        super().connection_made(handler, transport)
        if len(self.connections) > MAX_CONNECTIONS:
            transport.abort()


@asynccontextmanager
async def listening(listen: Listen, respond: Respond, closing_seconds: float) -> AsyncIterator[int]:
    """Answer requests until the end of the block; yield the port. Raises PortTaken.

    At the end open requests have ``closing_seconds`` to get their answers.
    """
    server = _FewConnections(respond, access_log=None, keepalive_timeout=IDLE_SECONDS, lingering_time=LINGERING_SECONDS)
    runner = web.ServerRunner(server, shutdown_timeout=closing_seconds)
    await runner.setup()
    try:
        await _bind(runner, listen)
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _bind(runner: web.ServerRunner, listen: Listen) -> None:
    try:
        await web.TCPSite(runner, listen.host, listen.port).start()
    except OSError as error:
        raise PortTaken from error
