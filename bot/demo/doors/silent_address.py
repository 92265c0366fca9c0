"""An address of the stand-in that can stop answering: it accepts connections and never responds."""

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.demo.doors.http import REPLY_KEY, bot_api
from bot.demo.doors.http_faults import HttpCaller
from bot.demo.faults.hang import Hung
from bot.demo.local_requests import LOOPBACK_NAMES
from bot.demo.telegram import Telegram

NAMES = LOOPBACK_NAMES | {"telegram.test", "api.test"}
"""The hosts it answers to, beside its own address; nobody can own a name under .test (RFC 6761)."""


class Place:
    """One address that serves, is silent or is closed. Setting `silent` takes effect at once, for open calls too."""

    def __init__(self, telegram: Telegram, host: str) -> None:
        self.silent = False
        self._telegram = telegram
        self._host = host
        self._runner: web.AppRunner | None = None
        self._hung = Hung()

    async def open(self, port: int) -> int:
        """Serve on this port (0: any free one) and return the port."""
        self.silent = False
        if self._runner is None:
            app = bot_api(self._telegram, NAMES | {self._host})
            app.middlewares.append(self._middleware())
            app.on_shutdown.append(self._release)
            self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
            await self._runner.setup()
            await web.TCPSite(self._runner, self._host, port).start()
        return int(self._runner.addresses[0][1])

    async def close(self) -> None:
        """Refuse connections from now on."""
        runner, self._runner = self._runner, None
        if runner:
            await runner.cleanup()

    async def _release(self, _app: web.Application) -> None:
        self._hung.release()

    def _middleware(self) -> Middleware:
        @web.middleware
        async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._answer(request, handler)

        return answer

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await self._answered(request, handler)
        if response:
            return response
        await self._hung.wait(HttpCaller(request), self._telegram.world.sleep)
        if request.transport:
            request.transport.close()
        return web.Response()

    async def _answered(self, request: web.Request, handler: Handler) -> web.StreamResponse | None:
        if self.silent:
            return None
        response = await handler(request)
        return response if self._still_speaks(request) else None

    def _still_speaks(self, request: web.Request) -> bool:
        if self.silent:
            # A call that began before the silence has its effect and gets no answer.
            reply = request.get(REPLY_KEY)
            if reply:
                self._telegram.over(reply, answered=False)
        return not self.silent
