"""``python -m bot panic`` (T99): seconds later nothing on the disk can be read, and the bot is dead."""

import io
import multiprocessing
import os
import time
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.cli import panic
from bot.storage.backups.copies import open_keyed
from bot.storage.backups.secure_files import wipe
from bot.storage.db.instance_lock import InstanceLock
from tests.cli.test_key import KEY, PERSON, SUBSCRIBED
from tests.people import CHATS
from tests.privacy.traces import FIRST, found
from tests.storage.db.test_inspection import made
from tests.test_settings import bare

__all__ = ["bare"]

FORK = multiprocessing.get_context("forkserver")


@pytest.fixture
def home(bare: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A keyed database with somebody in it."""
    (bare / "bot.key").write_text(KEY, encoding="ascii")
    monkeypatch.setenv("DATABASE_KEY_FILE", "bot.key")
    monkeypatch.setenv("DATABASE_PATH", "bot.db")
    made(bare / "bot.db", KEY, 42, PERSON, SUBSCRIBED)
    return bare


def holds(path: Path, ready: Any) -> None:
    """Be the bot: hold the lock, have the database open and something in its log."""
    with InstanceLock(path):
        connection = open_keyed(path, KEY)
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE meta SET value = value")
        ready.set()
        time.sleep(60)


def test_t99_the_key_is_gone_and_the_bot_dead(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ready = FORK.Event()
    bot = FORK.Process(target=holds, args=(home / "bot.db", ready), daemon=True)
    bot.start()
    assert ready.wait(30)
    key = (home / "bot.key").open("rb")
    begun = time.monotonic()
    assert main(["panic", "--yes"]) == 0
    took = time.monotonic() - begun
    bot.join(5)
    assert bot.exitcode == -9
    assert took < 5
    assert set(key.read()) == {0}
    key.close()
    assert sorted(file.name for file in home.iterdir()) == ["bot.db", "bot.db.lock"]
    assert found([FIRST], home) == set()
    connection = open_keyed(home / "bot.db", KEY)  # a copy of the key somewhere else: nothing was lost
    assert connection.execute(CHATS).fetchall() == [(FIRST,)]
    connection.close()
    words = capsys.readouterr().out
    assert "Revoke the token" in words
    assert KEY[:8] not in words


def test_a_plain_database_is_overwritten(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(bare / "bot.db", None, 42, PERSON, SUBSCRIBED)
    monkeypatch.setenv("DATABASE_PATH", "bot.db")
    monkeypatch.setenv("DATABASE_UNENCRYPTED", "yes")
    inode = path.open("rb")
    assert main(["panic", "--yes"]) == 0
    assert set(inode.read()) == {0}
    inode.close()
    assert [file.name for file in bare.iterdir()] == ["bot.db.lock"]
    assert "was not encrypted; it was overwritten" in capsys.readouterr().out


def test_it_asks(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    assert main(["panic"]) == 0
    assert "Nothing was done" in capsys.readouterr().out
    assert (home / "bot.key").exists()
    monkeypatch.setattr("sys.stdin", io.StringIO("panic\n"))
    assert main(["panic"]) == 0
    assert not (home / "bot.key").exists()


def test_a_key_that_is_not_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "bot.key").unlink()
    assert main(["panic", "--yes"]) == 0
    assert "There was no key file here" in capsys.readouterr().out


def test_bad_settings_and_what_cannot_be_destroyed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(panic, "wipe", refuse)
        assert main(["panic", "--yes"]) == 74
    monkeypatch.delenv("DATABASE_KEY_FILE")
    assert main(["panic", "--yes"]) == 78
    assert "by hand, now" in (said := capsys.readouterr().err)
    assert "Nothing was done" in said
    assert os.path.exists("bot.key")  # noqa: PTH110 -- the folder of the test


def running(home: Path) -> Any:
    """Start something that holds the lock, as the bot does."""
    ready = FORK.Event()
    bot = FORK.Process(target=holds, args=(home / "bot.db", ready), daemon=True)
    bot.start()
    assert ready.wait(30)
    return bot


def test_h10_a_key_that_cannot_be_destroyed_stops_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A docker secret, or systemd's credentials: the mount can only be read."""

    def read_only(path: Path) -> bool:
        if path.name == "bot.key":
            raise OSError(30, "read-only file system")
        return wipe(path)

    monkeypatch.setattr(panic, "wipe", read_only)
    bot, database = running(home), (home / "bot.db").open("rb")
    begun = time.monotonic()
    assert main(["panic", "--yes"]) == 74
    assert time.monotonic() - begun < 5
    bot.join(5)
    assert bot.exitcode == -9
    assert set(database.read()) == {0}
    database.close()
    assert sorted(file.name for file in home.iterdir()) == ["bot.db.lock", "bot.key"]
    said = capsys.readouterr()
    assert "the database was overwritten and removed instead" in said.out
    assert "The key was destroyed" not in said.out
    assert "bot.key could not be destroyed (OSError)" in said.err


def test_h10_the_bot_dies_when_nothing_can_be_destroyed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(panic, "wipe", refuse)
    bot = running(home)
    assert main(["panic", "--yes"]) == 74
    bot.join(5)
    assert bot.exitcode == -9
    said = capsys.readouterr()
    assert "bot.db could not be destroyed" in said.err
    assert "removed" not in said.out.partition("Now:")[0]


def test_h10_copies_go_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copies = [home / f"bot.db.{end}" for end in ("before-20261124T120000Z", "before-20261124T120000Z-wal", "restoring")]
    opened = []
    for copy in copies:
        copy.write_bytes(b"SQLite format 3\0" + str(FIRST).encode())
        opened.append(copy.open("rb"))
    assert main(["panic", "--yes"]) == 0
    for file in opened:
        assert set(file.read()) == {0}
        file.close()
    assert not any(copy.exists() for copy in copies)
    assert "Copies of the database beside it were overwritten and removed: 3." in capsys.readouterr().out


def test_h10_a_file_that_was_not_encrypted_yet(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "bot.db").unlink()
    made(home / "bot.db", None, 42, PERSON)
    assert main(["panic", "--yes"]) == 0
    assert not (home / "bot.db").exists()
    said = capsys.readouterr().out
    assert "was not encrypted" in said
    assert "unreadable" not in said


def test_h10_a_bot_that_may_not_be_killed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_pid: int, _signal: int) -> None:
        raise PermissionError

    bot = running(home)
    with monkeypatch.context() as patch:
        patch.setattr(os, "kill", refuse)
        assert main(["panic", "--yes"]) == 74
    bot.kill()
    bot.join(5)
    assert "the bot still runs" in capsys.readouterr().err
