"""Answers GET /health, /health/live and /metrics; loaded only where METRICS_LISTEN is set.

It stands before the database is opened and until the process ends, so that a start that waits and an end that lasts
can be told from a process that is not there.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.core.clock import Clock
from bot.core.health.vitals import Vitals
from bot.core.listening import Listen
from bot.health.answers import health_of
from bot.health.metrics import metrics_of
from bot.http.server import BoundedServer

TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"
OK, NOT_FOUND, NOT_ALLOWED, NOT_NOW = 200, 404, 405, 503

MAX_CONNECTIONS = 32
"""Connections at the same time: whoever opens more takes none of the bot's descriptors (R16)."""

IDLE_SECONDS = 30.0
"""A connection without a request is closed after so long."""

ASKED = {"/health": "ready", "/health/live": "live"}
"""What must be true for 200."""


class HealthPages:
    """The pages."""

    def __init__(self, vitals: Vitals, clock: Clock) -> None:
        """Answer from the vitals."""
        self._vitals = vitals
        self._clock = clock

    async def __call__(self, request: web.BaseRequest) -> web.Response:
        """Return the page that is asked for; made from what is in memory, so nobody waits for it."""
        if request.method != "GET":
            return web.Response(status=NOT_ALLOWED)
        if request.path == "/metrics":
            return web.Response(body=metrics_of(self._vitals, self._clock), headers={"Content-Type": TEXT_FORMAT})
        if (asked := ASKED.get(request.path)) is None:
            return web.Response(status=NOT_FOUND)
        found = health_of(self._vitals, self._clock)
        status = OK if found[asked] else NOT_NOW
        return web.Response(body=json.dumps(found).encode(), status=status, content_type="application/json")


@asynccontextmanager
async def serving(listen: Listen, vitals: Vitals, clock: Clock) -> AsyncIterator[int]:
    """Answer there and give the port; raises OSError when it is taken, or not this machine's."""
    server = BoundedServer(HealthPages(vitals, clock), clock, MAX_CONNECTIONS, keepalive_timeout=IDLE_SECONDS)
    runner = web.ServerRunner(server, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, listen.host, listen.port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
