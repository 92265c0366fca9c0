"""``python -m bot run``: every way it cannot start ends in one line, its own exit code, and no traceback."""

import asyncio
import os
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot import lifespan as app
from bot.__main__ import main
from bot.core.clock import SystemClock
from bot.demo.doors.in_process import InProcessSession
from bot.demo.telegram import Telegram
from bot.own_command import to_type
from bot.storage.db.instance_lock import InstanceLock
from bot.storage.db.sqlite import open_database
from bot.storage.seen_updates import BotIdentity
from tests.output import own_output
from tests.test_settings import bare

__all__ = ["bare"]

TOKEN = "4242:AAHcanary_canary"
KEY = "ab" * 32

pytestmark = pytest.mark.usefixtures("bare", "telegram")


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> Telegram:
    """A pretended Telegram in the place of the network, and settings that would do."""
    found = Telegram(token=TOKEN, now=time.time)  # noqa: TID251 -- the pretended Telegram's wall clock
    monkeypatch.setattr(app, "session_of", lambda settings: InProcessSession(found))
    for name, value in {"BOT_TOKEN": TOKEN, "DATABASE_UNENCRYPTED": "yes", "DATABASE_PATH": "bot.db"}.items():
        monkeypatch.setenv(name, value)
    return found


@pytest.fixture
def ends(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[int], str]]:
    """Run the command to its end; return what it says in its one line."""

    def run(code: int) -> str:
        with own_output():
            assert main(["run"]) == code
        output = capsys.readouterr()
        assert output.out == ""
        assert "Traceback" not in output.err
        assert "canary" not in output.err
        assert output.err.count("\n") == 1
        return output.err

    yield run


def made(path: Path, key: str | None = None, bot: int | None = None) -> None:
    """Make a database, of a bot if one is named."""

    async def make() -> None:
        database = await open_database(path, key, SystemClock())
        if bot is not None:
            assert await BotIdentity(database).fits(bot)
        await database.close()

    asyncio.run(make())


def test_a_missing_token(monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]) -> None:
    monkeypatch.delenv("BOT_TOKEN")
    assert "BOT_TOKEN is missing" in ends(78)
    assert not Path("bot.db").exists()


def test_a_webhook_whose_port_is_taken(monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org/hook")
    monkeypatch.setenv("WEBHOOK_SECRET", "a-secret-that-is-canary")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("WEBHOOK_LISTEN", f"127.0.0.1:{other.getsockname()[1]}")
        assert "WEBHOOK_LISTEN: the address is taken" in ends(78)


def test_a_missing_key(monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]) -> None:
    monkeypatch.delenv("DATABASE_UNENCRYPTED")
    assert "DATABASE_KEY_FILE is missing" in ends(78)
    assert not Path("bot.db").exists()


def test_a_setting_nobody_knows(ends: Callable[[int], str]) -> None:
    Path(".env").write_text("TOKEN=canary\n", encoding="utf-8")
    assert "TOKEN is not a setting" in ends(78)


def test_a_missing_folder(monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]) -> None:
    monkeypatch.setenv("DATABASE_PATH", "nowhere/bot.db")
    assert "DATABASE_PATH: the folder does not exist" in ends(78)
    assert not Path("nowhere").exists()


def test_a_file_in_the_place_of_the_folder(monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]) -> None:
    Path("data").write_text("mine", encoding="utf-8")
    monkeypatch.setenv("DATABASE_PATH", "data/bot.db")
    assert "DATABASE_PATH: the folder does not exist" in ends(78)
    assert Path("data").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(tmp_path: Path, ends: Callable[[int], str]) -> None:
    tmp_path.chmod(0o500)
    assert "cannot be written to" in ends(78)


def test_a_folder_in_the_place_of_the_file(ends: Callable[[int], str]) -> None:
    Path("bot.db").mkdir()
    assert "DATABASE_PATH must name a file, like data/bot.db, and not a folder" in ends(78)


def test_another_instance(ends: Callable[[int], str]) -> None:
    with InstanceLock(Path("bot.db")):
        assert "another instance" in ends(75)
    assert not Path("bot.db").exists()


@pytest.mark.parametrize(("made_with", "key"), [(KEY, None), (None, KEY)])
def test_a_plain_file_with_a_key_and_a_keyed_one_without(
    made_with: str | None, key: str | None, monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]
) -> None:
    made(Path("bot.db"), made_with)
    before = Path("bot.db").read_bytes()
    if key:
        Path("bot.key").write_text(key, encoding="ascii")
        monkeypatch.delenv("DATABASE_UNENCRYPTED")
        monkeypatch.setenv("DATABASE_KEY_FILE", "bot.key")
    words = ends(74)
    assert (f"not encrypted: {to_type('key convert')}" if key else "encrypted or no database") in words
    assert KEY not in words
    assert Path("bot.db").read_bytes() == before


def test_a_key_that_cannot_be_read_with_no_database_yet(
    monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]
) -> None:
    monkeypatch.delenv("DATABASE_UNENCRYPTED")
    monkeypatch.setenv("DATABASE_KEY_FILE", "none.key")
    assert "DATABASE_KEY_FILE cannot be read" in ends(78)
    assert not Path("bot.db").exists()


def test_a_recipient_of_backups_that_is_none(monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]) -> None:
    monkeypatch.setenv("BACKUP_DIR", ".")
    monkeypatch.setenv("BACKUP_RECIPIENTS", "age1" + "q" * 58)
    assert "BACKUP_RECIPIENTS has one that is not an age recipient" in ends(78)


def test_a_file_that_is_no_database(ends: Callable[[int], str]) -> None:
    Path("bot.db").write_bytes(b"Dear diary, " * 1000)
    assert "encrypted or no database" in ends(74)
    assert Path("bot.db").read_bytes() == b"Dear diary, " * 1000


def test_a_newer_schema(ends: Callable[[int], str]) -> None:
    made(Path("bot.db"))
    connection = sqlite3.connect("bot.db")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert "schema 999" in ends(74)


def test_another_bots_token(telegram: Telegram, ends: Callable[[int], str]) -> None:
    made(Path("bot.db"), bot=1)
    assert "BOT_TOKEN is another bot's than the database" in ends(78)
    assert {entry.method for entry in telegram.ledger.entries} == {"getMe"}


def test_a_token_telegram_does_not_know(monkeypatch: pytest.MonkeyPatch, ends: Callable[[int], str]) -> None:
    monkeypatch.setenv("BOT_TOKEN", "4242:AAHcanary_wrong")
    assert "Telegram does not accept BOT_TOKEN" in ends(77)


def test_the_default_command_is_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("BOT_TOKEN")
    with own_output():
        assert main([]) == 78
    assert "BOT_TOKEN is missing" in capsys.readouterr().err
