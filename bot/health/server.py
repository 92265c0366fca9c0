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

TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"
OK, NOT_NOW = 200, 503


class HealthPages:
    """The pages."""

    def __init__(self, vitals: Vitals, clock: Clock) -> None:
        """Answer from the vitals."""
        self._vitals = vitals
        self._clock = clock

    async def health(self, _request: web.Request) -> web.Response:
        """200 while people are served."""
        return self._said("ready")

    async def live(self, _request: web.Request) -> web.Response:
        """200 while a restart would not help."""
        return self._said("live")

    async def metrics(self, _request: web.Request) -> web.Response:
        """The numbers."""
        return web.Response(body=metrics_of(self._vitals, self._clock), headers={"Content-Type": TEXT_FORMAT})

    def _said(self, asked: str) -> web.Response:
        found = health_of(self._vitals, self._clock)
        body = json.dumps(found).encode()
        status = OK if found[asked] else NOT_NOW
        return web.Response(body=body, status=status, content_type="application/json")

    def application(self) -> web.Application:
        """Return what is served."""
        application = web.Application()
        application.router.add_get("/health", self.health)
        application.router.add_get("/health/live", self.live)
        application.router.add_get("/metrics", self.metrics)
        return application


@asynccontextmanager
async def serving(listen: Listen, vitals: Vitals, clock: Clock) -> AsyncIterator[int]:
    """Answer there and give the port; raises OSError when it is taken, or not this machine's."""
    runner = web.AppRunner(
        HealthPages(vitals, clock).application(), access_log=None, handle_signals=False, shutdown_timeout=1
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, listen.host, listen.port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
