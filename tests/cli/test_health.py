"""``python -m bot health``: one line and a code, from a real server; without one, 1; without an address, 78."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from aiohttp import web

from bot.__main__ import main
from bot.cli.health import NAME
from bot.core.clock import SystemClock
from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals, vitals_by
from bot.core.listening import Listen
from bot.health.server import serving
from bot.setting_sources import read_settings
from tests.test_settings import bare
from tests.tree import ROOT

__all__ = ["bare"]

HERE = "127.0.0.1"


class Beside:
    """A bot's pages on a loop in a thread of its own: the command waits for its answer."""

    def __init__(self) -> None:
        """Begin to serve."""
        self.vitals: Vitals = vitals_by(SystemClock())
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._run)
        self._served, self._end = asyncio.Event(), asyncio.Event()

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        async with serving(Listen(HERE, 0), self.vitals, SystemClock()) as self.port:
            self._served.set()
            await self._end.wait()

    def __enter__(self) -> "Beside":
        """Wait until it is there."""
        self._thread.start()

        async def there() -> None:
            await self._served.wait()

        asyncio.run_coroutine_threadsafe(there(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(10)


@pytest.fixture
def bot() -> Iterator[Beside]:
    """A bot's pages."""
    with Beside() as beside:
        yield beside


def test_it_says_in_one_line_whether_it_is_ready(
    bot: Beside, bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(NAME, f"0.0.0.0:{bot.port}")
    note = bot.vitals.troubles.note
    assert (main(["health"]), capsys.readouterr().out) == (0, "ready\n")
    note(Trouble.BACKUP, wrong=True)
    assert (main(["health"]), capsys.readouterr().out) == (0, "ready: backup\n")
    note(Trouble.STARTING, wrong=True)
    assert (main(["health"]), capsys.readouterr().out) == (1, "not ready: starting, backup\n")
    assert (main(["health", "--live"]), capsys.readouterr().out) == (0, "live: starting, backup\n")
    bot.vitals.pulse.expect(*Part)
    bot.vitals.pulse.beat(Part.SENDER, rests=-60)
    assert (main(["health", "--live"]), capsys.readouterr().out) == (1, "not live: starting, sender, backup\n")


def test_nobody_answers_or_somebody_else(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Beside() as gone:
        pass
    monkeypatch.setenv(NAME, f"{HERE}:{gone.port}")
    assert main(["health"]) == 1
    assert "nobody answers at METRICS_LISTEN" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["", "here"])
def test_without_an_address_it_says_what_to_set(
    value: str, bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(NAME, value)
    assert main(["health"]) == 78
    assert capsys.readouterr().err == (
        "bot: METRICS_LISTEN must be set, like 127.0.0.1:9105, for the bot and for this command\n"
    )


@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_it_reads_the_address_from_where_the_bot_does(
    case: Any, bot: Beside, bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    right, wrong = f"{HERE}:{bot.port}", f"{HERE}:1"
    secrets = bare / "secrets"
    secrets.mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(secrets))
    (secrets / case(NAME)).write_text(right + "\n", encoding="utf-8")
    assert (main(["health"]), str(read_settings().metrics_listen)) == (0, right)
    (bare / ".env").write_text(f'\ufeffexport {case(NAME)}="{wrong}"\n', encoding="utf-8")
    assert (main(["health"]), str(read_settings().metrics_listen)) == (1, wrong)
    monkeypatch.setenv(case(NAME), right)
    assert (main(["health"]), str(read_settings().metrics_listen)) == (0, right)


async def test_an_answer_of_something_else_is_none(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response(["ready"])

    application = web.Application()
    application.router.add_get("/health", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, HERE, 0).start()
    monkeypatch.setenv(NAME, f"{HERE}:{runner.addresses[0][1]}")
    assert await asyncio.to_thread(main, ["health"]) == 1
    await runner.cleanup()


LOADS = """
import sys
from bot.__main__ import main
code = main(["health"])
heavy = ("aiogram", "aiohttp", "apscheduler", "pydantic", "fluent", "sqlcipher3", "numpy", "asyncio")
print(code, *(name for name in heavy if name in sys.modules))
"""


@pytest.mark.process
def test_it_loads_nothing_that_takes_time(tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", NAME: f"{HERE}:1"}
    words = (sys.executable, "-c", LOADS)
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "1\n"
