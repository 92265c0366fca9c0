"""``run`` and ``demo`` in this process: they serve until a signal comes, and leave nothing open."""

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, web

from bot.cli import demo_server, loopback, run
from bot.core.clock import SystemClock
from bot.demo.doors.http import bot_api
from bot.demo.telegram import Telegram
from tests.chat import TOKEN, Fixed
from tests.waiting import until


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Put the signals' own handling back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handling in kept.items():
        signal.signal(number, handling)


async def test_the_demo_serves_its_page_and_ends_with_a_signal(capsys: pytest.CaptureFixture[str]) -> None:
    serving = asyncio.ensure_future(demo_server.serve(loopback.listen(0)))
    shown = ""

    def told() -> bool:
        nonlocal shown
        shown += capsys.readouterr().out
        return serving.done() or "Demo: http://127.0.0.1:" in shown

    await until(told, within=30)
    address = shown.split("Demo: ")[1].strip()
    async with ClientSession() as client:
        async with client.get(address) as page:
            assert page.status == 200
        async with client.get(f"{address}api/personas") as people:
            assert [person["id"] for person in await people.json()] == ["anna", "john", "admin", "second", "lawyer"]
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(serving, 20)


async def test_run_serves_until_a_signal_comes(tmp_path: Path) -> None:
    clock = SystemClock()
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp())
    runner = web.AppRunner(bot_api(telegram), access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    settings = Fixed(
        bot_token=TOKEN,  # type: ignore[arg-type]  # as the environment gives it
        database_path=tmp_path / "bot.db",
        database_unencrypted=True,
        telegram_api_url=f"http://127.0.0.1:{runner.addresses[0][1]}",
    )
    serving = asyncio.ensure_future(run.serve(settings))
    anna = telegram.person(5, "Анна")
    anna.sends("/start")
    await until(lambda: len(anna.messages) == 2, within=20)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(serving, 20)
    await runner.cleanup()
