"""``python -m bot backup`` and ``restore``: the drill (T98), what they refuse, nothing overwritten unasked."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from bot.__main__ import main
from bot.core.clock import SystemClock
from bot.storage.backups.age import AgeEncryptor
from bot.storage.backups.backup import Backups
from bot.storage.db.instance_lock import InstanceLock
from bot.storage.db.sqlite import open_database
from bot.storage.subscribers import SubscriberRepository
from tests.cli.test_key import KEY, PERSON, SUBSCRIBED
from tests.people import CHATS
from tests.privacy.traces import FIRST, found
from tests.storage.db.test_inspection import made
from tests.test_settings import bare

__all__ = ["bare"]


@pytest.fixture
def home(bare: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A keyed database with somebody in it, a place for backups, an identity."""
    identity = pyrage.x25519.Identity.generate()
    (bare / "identity").write_text(str(identity), encoding="ascii")
    (bare / "bot.key").write_text(KEY, encoding="ascii")
    (bare / "backups").mkdir()
    values = {
        "DATABASE_KEY_FILE": "bot.key",
        "DATABASE_PATH": "bot.db",
        "BACKUP_DIR": "backups",
        "BACKUP_RECIPIENTS": str(identity.to_public()),
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    made(bare / "bot.db", KEY, 42, PERSON, SUBSCRIBED)
    return bare


@pytest.fixture
def does(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command; return what it says."""

    def run(code: int, *arguments: str) -> str:
        assert main(list(arguments)) == code
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return said.out + said.err

    return run


def backup(home: Path, does: Callable[..., str]) -> str:
    """Write one; return its path."""
    assert "restore --verify" in does(0, "backup")
    (file,) = (home / "backups").glob("bot-*.db.age")
    return str(file)


def people(path: Path) -> list[tuple[int, ...]]:
    """Who is subscribed."""

    async def read() -> list[tuple[int, ...]]:
        database = await open_database(path, KEY, SystemClock())
        rows = await database.rows(CHATS)
        await database.close()
        return rows

    return asyncio.run(read())


def test_t98_the_drill(home: Path, does: Callable[..., str]) -> None:
    """The machine is lost; with a backup, the identity and a new key the bot is there again."""
    file = backup(home, does)
    (home / "bot.db").unlink()
    (home / "bot.key").write_text("cd" * 32, encoding="ascii")
    assert "subscriber 1" in does(0, "restore", "--verify", file, "--identity", "identity")
    assert not (home / "bot.db").exists()
    words = does(0, "restore", file, "--identity", "identity")
    assert "Restored." in words
    assert "paused" in words
    assert found([FIRST], home) == set()
    (home / "bot.key").write_text(KEY, encoding="ascii")
    with pytest.raises(Exception, match="does not fit"):
        people(home / "bot.db")
    assert not list(home.glob("*.restoring*"))


def test_a_database_that_is_there_is_kept(home: Path, does: Callable[..., str]) -> None:
    file = backup(home, does)
    before = (home / "bot.db").read_bytes()
    (home / "bot.db-wal").write_bytes(b"old")
    assert "--force puts it aside" in does(73, "restore", file, "--identity", "identity")
    assert (home / "bot.db").read_bytes() == before
    assert "remove it when you are sure" in does(0, "restore", "--force", file, "--identity", "identity")
    aside, log = sorted(home.glob("bot.db.before-*"))
    assert aside.read_bytes() == before
    assert log.read_bytes() == b"old"
    assert people(home / "bot.db") == [(FIRST,)]


def test_an_erasure_that_only_the_database_that_is_there_knows_of(home: Path, does: Callable[..., str]) -> None:
    """Killed before the line stood beside the backups, and restored before the next start."""
    file = backup(home, does)
    identity = pyrage.x25519.Identity.from_str((home / "identity").read_text(encoding="ascii"))
    line = AgeEncryptor([str(identity.to_public())]).line(str(FIRST))
    made(home / "bot.db", KEY, None, f"INSERT INTO erased (backup, line) VALUES ('2027', '{line}')")  # noqa: S608 -- a line of ours
    words = does(0, "restore", "--force", file, "--identity", "identity")
    assert people(home / "bot.db") == []
    assert "could not be read" not in words
    other = pyrage.x25519.Identity.generate()
    line = AgeEncryptor([str(other.to_public())]).line(str(FIRST))
    made(home / "bot.db", KEY, None, f"INSERT INTO erased (backup, line) VALUES ('2027', '{line}')")  # noqa: S608 -- as above
    assert "or sealed to others" in does(65, "restore", "--force", file, "--identity", "identity")
    (home / "identity").write_text(f"{identity}\n{other}\n", encoding="ascii")
    for aside in home.glob("bot.db.before-*"):  # of this very second
        aside.unlink()
    does(0, "restore", "--force", file, "--identity", "identity")


def test_a_database_that_cannot_be_read_is_said_to_be_so(home: Path, does: Callable[..., str]) -> None:
    file = backup(home, does)
    (home / "bot.db").write_bytes(b"spoilt" * 4_000)
    words = does(0, "restore", "--force", file, "--identity", "identity")
    assert "It could not be read. Whose erasure" in words
    assert people(home / "bot.db") == [(FIRST,)]


def test_a_backup_brought_from_elsewhere_knows_who_was_erased(home: Path, does: Callable[..., str]) -> None:
    file = Path(backup(home, does))

    async def leave() -> None:
        backups = Backups(home / "backups", AgeEncryptor([os.environ["BACKUP_RECIPIENTS"]]))
        database = await open_database(home / "bot.db", KEY, SystemClock(), backups)
        await SubscriberRepository(database, SystemClock()).erase(FIRST)
        await database.close()

    asyncio.run(leave())
    taken = file.rename(home / file.name)
    assert "erased since: 1" in does(0, "restore", "--verify", str(taken), "--identity", "identity")


def test_what_a_restore_refuses(home: Path, does: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    file = backup(home, does)
    (home / "other").write_text(str(pyrage.x25519.Identity.generate()), encoding="ascii")
    assert "does not open it" in does(65, "restore", file, "--identity", "other")
    assert "cannot be read" in does(65, "restore", file, "--identity", "none")
    with InstanceLock(home / "bot.db"):
        assert "stop it first" in does(75, "restore", "--force", file, "--identity", "identity")
    monkeypatch.setenv("DATABASE_PATH", "none/bot.db")
    assert "folder does not exist" in does(78, "restore", file, "--identity", "identity")
    monkeypatch.setenv("SEND_RATE", "canary")
    assert "SEND_RATE" in does(78, "restore", file, "--identity", "identity")


def test_a_newer_backup_is_refused_and_nothing_changes(home: Path, does: Callable[..., str]) -> None:
    made(home / "bot.db", KEY, None, "PRAGMA user_version = 999")
    file = backup(home, does)
    before = (home / "bot.db").read_bytes()
    assert "could not be written" in does(74, "restore", "--force", file, "--identity", "identity")
    assert (home / "bot.db").read_bytes() == before
    assert not list(home.glob("*.restoring*"))


def test_a_backup_beside_the_working_bot(home: Path, does: Callable[..., str]) -> None:
    async def beside() -> None:
        database = await open_database(home / "bot.db", KEY, SystemClock())
        try:
            await asyncio.to_thread(backup, home, does)
            assert await database.row("SELECT count(*) FROM meta WHERE name = 'backup'") == (1,)
        finally:
            await database.close()

    asyncio.run(beside())


def test_what_a_backup_refuses(home: Path, does: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "wrong.key").write_text("cd" * 32, encoding="ascii")
    with monkeypatch.context() as patch:
        patch.setenv("DATABASE_KEY_FILE", "wrong.key")
        assert "wrong key, or damaged" in does(74, "backup")
    with monkeypatch.context() as patch:
        patch.setenv("BACKUP_DIR", "none")
        assert "BACKUP_DIR cannot be written to" in does(73, "backup")
    with monkeypatch.context() as patch:
        patch.setenv("BACKUP_RECIPIENTS", "age1" + "q" * 58)
        assert "not an age recipient" in does(78, "backup")
    with monkeypatch.context() as patch:
        patch.setenv("BACKUP_RECIPIENTS", "canary")
        assert "BACKUP_RECIPIENTS must be a list of age recipients" in does(78, "backup")
    with monkeypatch.context() as patch:
        patch.delenv("BACKUP_RECIPIENTS")
        assert "need each other" in does(78, "backup")
        patch.delenv("BACKUP_DIR")
        assert "say where and to whom" in does(78, "backup")
    monkeypatch.setenv("DATABASE_PATH", "none.db")
    assert "there is no database" in does(74, "backup")
    assert list((home / "backups").iterdir()) == []


def test_a_backup_is_a_plain_database_for_whoever_has_the_identity(home: Path, does: Callable[..., str]) -> None:
    """Without this program: ``age -d -i identity FILE > bot.db`` and any sqlite3."""
    file = Path(backup(home, does))
    identity = pyrage.x25519.Identity.from_str((home / "identity").read_text(encoding="ascii"))
    connection = sqlite3.connect(":memory:")
    connection.deserialize(pyrage.decrypt(file.read_bytes(), [identity]))
    assert connection.execute(CHATS).fetchall() == [(FIRST,)]
    connection.close()
