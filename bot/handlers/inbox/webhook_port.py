"""The port Telegram's updates come to, behind a proxy that speaks https: few connections, none open for nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.core.clock import Clock
from bot.core.listening import Listen
from bot.http.server import BoundedServer, Respond

MAX_CONNECTIONS = 256
"""Connections at the same time: Telegram opens a hundred, and a proxy keeps some open."""

IDLE_SECONDS = 75.0
"""A connection without a request is closed after so long; proxies keep theirs for a minute."""

LINGERING_SECONDS = 1.0
"""How long the rest of a refused body is read, so that the sender sees the answer."""


class PortTaken(Exception):
    """The address to listen on is taken, or is none of this machine."""


@asynccontextmanager
async def listening(listen: Listen, respond: Respond, clock: Clock, closing_seconds: float) -> AsyncIterator[int]:
    """Answer requests until the end of the block; yield the port. Raises PortTaken.

    At the end open requests have ``closing_seconds`` to get their answers.
    """
    waits = {"keepalive_timeout": IDLE_SECONDS, "lingering_time": LINGERING_SECONDS}
    server = BoundedServer(respond, clock, MAX_CONNECTIONS, **waits)
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
