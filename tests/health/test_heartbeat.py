"""HEARTBEAT_URL: one GET a minute while the bot works; its address and its failures disturb nobody."""

import asyncio
import logging

import pytest
from aiohttp import web

from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import vitals_by
from bot.health.heartbeat import EVERY_SECONDS, Heartbeat, asking
from tests.clock import ManualClock


class Minutes(ManualClock):
    """A clock on which a minute passes only when the test says so."""

    def __init__(self) -> None:
        """Begin."""
        super().__init__()
        self._turn = asyncio.Semaphore(0)
        self.waits = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Wait for the test."""
        self.waits.set()
        await self._turn.acquire()
        self.forward(seconds=seconds)

    async def minute(self) -> None:
        """Let one pass, and wait until the next is waited for."""
        self.waits.clear()
        self._turn.release()
        await self.waits.wait()


async def test_a_beat_a_minute_and_only_while_everything_works() -> None:
    clock, beats = Minutes(), [0]
    vitals = vitals_by(clock)

    async def ask() -> None:
        beats[0] += 1

    running = asyncio.ensure_future(Heartbeat(ask, vitals, clock).run())

    async def passes(*parts: Part) -> int:
        before = beats[0]
        clock.forward(seconds=-EVERY_SECONDS)
        for _ in range(3):
            for part in parts:
                vitals.pulse.beat(part, rests=EVERY_SECONDS)
            await clock.minute()
        return beats[0] - before

    await clock.waits.wait()
    assert await passes() == 0, "it has not started yet"
    vitals.pulse.expect(*Part)
    assert await passes(*Part) == 3
    for still in Part:
        vitals.pulse.expect(*Part)
        clock.forward(seconds=61)
        assert await passes(*(set(Part) - {still})) == 0
    vitals.pulse.expect(*Part)
    for word, beaten in ((Trouble.DATABASE, 0), (Trouble.CONFLICT, 0), (Trouble.TELEGRAM, 0), (Trouble.BACKUP, 3)):
        vitals.troubles.note(word, wrong=True)
        assert await passes(*Part) == beaten
        vitals.troubles.note(word, wrong=False)
    vitals.pulse.expect(Part.INBOX)
    assert await passes(*Part) == 0, "locked"
    running.cancel()


async def test_it_asks_its_address_and_no_failure_says_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    asked: list[str] = []
    status = 200

    async def answer(request: web.Request) -> web.Response:
        asked.append(f"{request.method} {request.path_qs}")
        return web.Response(status=status)

    application = web.Application()
    application.router.add_get("/{name:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/ping/SECRET?x=1"
    beat = Heartbeat(asking(url), vitals_by(ManualClock()), ManualClock()).beat
    await beat()
    assert asked == ["GET /ping/SECRET?x=1"]
    status = 500
    await beat()
    await beat()
    status = 200
    await beat()
    await runner.cleanup()
    await beat()
    assert [record.getMessage() for record in caplog.records if record.name == "bot.health"] == [
        "heartbeat_failed kind=ClientResponseError",
        "heartbeat_back",
        "heartbeat_failed kind=ClientConnectorError",
    ]
    assert "SECRET" not in caplog.text
