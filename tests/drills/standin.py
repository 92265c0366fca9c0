"""``python -m tests.drills.standin``: the pretended Telegram on a port, for a bot that runs as a service.

``GET /says?text=/start`` lets a person write, and answers with what the bot sends her.
"""

import asyncio

from aiohttp import web

from bot.core.clock import SystemClock
from bot.demo.doors.http import bot_api
from bot.demo.telegram import Telegram
from tests.waiting import until

TOKEN = "42:DRILL"
API_PORT, CONTROL_PORT = 8081, 8082
ANSWER_WITHIN_SECONDS = 60


async def main() -> None:
    """Serve until killed."""
    clock = SystemClock()
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp())
    anna = telegram.person(7, "Anna", "en")
    anna.started = True

    async def says(request: web.Request) -> web.Response:
        before = len(anna.messages)
        anna.sends(request.query["text"])
        try:
            await until(lambda: len(anna.messages) > before + 1, ANSWER_WITHIN_SECONDS)
        except TimeoutError:
            return web.Response(status=504, text="nobody answers\n")
        return web.Response(text=f"{anna.messages[-1].get('text') or anna.messages[-1].get('caption')}\n")

    control = web.Application()
    control.router.add_get("/says", says)
    for app, port in ((bot_api(telegram), API_PORT), (control, CONTROL_PORT)):
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
