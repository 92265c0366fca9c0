"""``site``, ``seminars import`` and ``journal verify`` beside an instance that works on a server, or without one."""

import asyncio
import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import opened as opened_command
from bot.core.clock import SystemClock
from bot.core.journal import Act, Action
from bot.core.seminars.seminars import Plan, When
from bot.exit_codes import EXIT_CONFIG, EXIT_JOURNAL, EXIT_STORAGE
from bot.storage.db.postgres.leadership import held, over
from bot.storage.repositories import repositories_over
from tests.chat import TOKEN
from tests.cli.test_backup import does
from tests.cli.test_seminars import SOON
from tests.core.seminars.calendars import calendar
from tests.postgres.cluster import KEY, shared
from tests.test_settings import bare

__all__ = ["bare", "does"]

Does = Callable[..., str]
BOT = int(TOKEN.split(":")[0])


@pytest.fixture
def name(bare: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A server with nobody in it, named in the settings; return the database's name."""
    made = shared().new_database()
    (bare / "bot.key").write_text(KEY, encoding="ascii")
    (bare / "data").mkdir()
    (bare / "events.ics").write_bytes(calendar(*SOON))
    for setting, value in {"DATABASE_URL": shared().url(made), "DATABASE_KEY_FILE": "bot.key"}.items():
        monkeypatch.setenv(setting, value)
    return made


async def beside(name: str, do: Callable[[], object]) -> None:
    """Lead on the server and write the journal all the time, and do something beside it."""
    clock = SystemClock()
    led, lost = await over(shared().url(name), KEY, BOT, clock).lead(asyncio.Event(), asyncio.Event()), asyncio.Event()
    assert led is not None
    async with held(led, lost) as database, asyncio.TaskGroup() as tasks:
        rows = repositories_over(database, clock)
        done = tasks.create_task(asyncio.to_thread(do))
        while not done.done():
            await rows.journal.note(Act(Action.ALL_PAUSED))
        await done
        assert not lost.is_set()


def test_a_calendar_is_taken_while_the_bot_writes_and_its_journal_stays_whole(name: str, does: Does) -> None:
    def take() -> None:
        assert "waits at the desk" in does(0, "seminars", "import", "events.ics")
        assert "ok    journal: whole" in does(0, "journal", "verify")

    asyncio.run(beside(name, take))
    assert shared().rows(name, "SELECT count(*) FROM journal WHERE action = 'imported-events'") == [(1,)]
    assert "nothing has changed" in does(0, "seminars", "import", "events.ics")
    shared().rows(name, "DELETE FROM journal WHERE number = 1")
    assert "bad   journal" in does(EXIT_JOURNAL, "journal", "verify")


def test_the_site_has_what_the_server_has(name: str, bare: Path, does: Does) -> None:
    async def enter() -> None:
        clock = SystemClock()
        led = await over(shared().url(name), KEY, BOT, clock).lead(asyncio.Event(), asyncio.Event())
        assert led is not None
        start = clock.now().replace(microsecond=0)
        when = When(start, f"{start:%Y-%m-%dT%H:%M}", "UTC")
        await repositories_over(led, clock).seminars.add(Plan(when, "Суд", "Court"), start)
        await led.close()

    asyncio.run(enter())
    assert "ok    written" in does(0, "site", str(bare / "site"))
    assert "Court" in (bare / "site" / "en" / "seminars.html").read_text(encoding="utf-8")


def test_what_is_wrong_is_said_in_a_line(name: str, bare: Path, does: Does, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = (("site", str(bare / "site")), ("seminars", "import", "events.ics"), ("journal", "verify"))
    (bare / "bot.key").write_text("d1" * 32, encoding="ascii")
    shared().rows(name, "INSERT INTO meta VALUES ('veil', 'another')")
    assert all("the key does not fit" in does(EXIT_STORAGE, *command) for command in commands)
    shared().rows(name, "UPDATE schema_version SET version = 3")
    assert all("schema of another version" in does(EXIT_STORAGE, *command) for command in commands)
    monkeypatch.setenv("DATABASE_URL", shared().url(shared().bare_database()))
    assert all("no database of the bot's" in does(EXIT_STORAGE, *command) for command in commands)
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot:canary@127.0.0.1:9/bot")
    assert all("canary" not in does(EXIT_STORAGE, *command) for command in commands)

    def missing(module: str) -> object:
        if "postgres" in module:
            raise ModuleNotFoundError(module)
        return importlib.import_module(module)

    monkeypatch.setattr(opened_command, "import_module", missing)
    assert all("requirements-postgres.txt" in does(EXIT_CONFIG, *command) for command in commands)
