"""``backup`` and ``restore`` over a server: the way there from a file, the drill, what is refused (T98)."""

import asyncio
import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import backup as backup_command
from bot.cli import restore as restore_command
from bot.core.clock import SystemClock
from bot.exit_codes import EXIT_ANOTHER, EXIT_CONFIG, EXIT_EXISTS, EXIT_KEY, EXIT_STORAGE
from bot.storage.backups.age import AgeEncryptor
from bot.storage.backups.backup import Backups
from bot.storage.db.postgres.leadership import held, over
from tests.chat import TOKEN
from tests.cli.test_backup import backup, does, home
from tests.cli.test_key import KEY
from tests.people import CHATS
from tests.postgres.cluster import shared
from tests.privacy.traces import FIRST
from tests.test_settings import bare

__all__ = ["bare", "does", "home"]

Does = Callable[..., str]


@pytest.fixture
def url(home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty server, named in the settings."""
    address = shared().url(shared().bare_database())
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    return address


async def working(url: str, home: Path, do: Callable[[], object]) -> list[int]:
    """Lead on the server, do something beside it; return who is subscribed."""
    backups = Backups(home / "backups", AgeEncryptor([]))
    turn = over(url, KEY, int(TOKEN.split(":")[0]), SystemClock(), backups)
    led, lost = await turn.lead(asyncio.Event(), asyncio.Event()), asyncio.Event()
    assert led is not None
    async with held(led, lost) as database:
        await asyncio.to_thread(do)
        return [row[0] for row in await database.rows(CHATS)]


def test_from_a_file_to_a_server_and_back_to_one(
    home: Path, url: str, does: Does, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = backup(home, does)
    (home / "bot.db").unlink()
    monkeypatch.setenv("DATABASE_URL", url)
    again = ("restore", file, "--identity", "identity")
    assert "no database of the bot's" in does(EXIT_STORAGE, "backup")
    assert "Restored" in does(0, *again)
    assert asyncio.run(working(url, home, lambda: None)) == [FIRST]
    assert "--force" in does(EXIT_EXISTS, *again)
    asyncio.run(working(url, home, lambda: does(EXIT_ANOTHER, *again, "--force")))
    said = does(0, *again, "--force")
    assert "DROP SCHEMA before_" in said
    (home / "backups").joinpath(Path(file).name).unlink()
    other = backup(home, does)
    assert other != file
    assert not (home / "bot.db").exists()
    monkeypatch.delenv("DATABASE_URL")
    assert "Restored" in does(0, "restore", other, "--identity", "identity")
    assert (home / "bot.db").is_file()


def test_what_is_wrong_is_said_in_a_line(home: Path, url: str, does: Does, monkeypatch: pytest.MonkeyPatch) -> None:
    file = backup(home, does)
    again = ("restore", file, "--identity", "identity")
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot:canary@127.0.0.1:9/bot")
    for command in (("backup",), again):
        assert "canary" not in does(EXIT_STORAGE, *command)
    monkeypatch.setenv("DATABASE_URL", url)
    does(0, *again)
    does(0, "backup")
    (home / "bot.key").write_text("d1" * 32, encoding="ascii")
    assert "the key does not fit" in does(EXIT_STORAGE, "backup")
    shared().rows(url.rsplit("/", 1)[1], "INSERT INTO erased (backup, line) VALUES ('99990101T000000Z', 'damaged')")
    assert "damaged" in does(EXIT_KEY, *again, "--force")
    (home / "bot.key").unlink()
    for command in (("backup",), again):
        assert "DATABASE_KEY_FILE" in does(EXIT_CONFIG, *command)
    monkeypatch.delenv("BACKUP_DIR")
    monkeypatch.delenv("BACKUP_RECIPIENTS")
    assert "BACKUP_DIR" in does(EXIT_CONFIG, "backup")
    monkeypatch.delenv("DATABASE_KEY_FILE")
    assert "DATABASE_KEY_FILE is missing" in does(EXIT_CONFIG, *again)


def test_without_a_driver_they_say_so(home: Path, url: str, does: Does, monkeypatch: pytest.MonkeyPatch) -> None:
    file = backup(home, does)
    monkeypatch.setenv("DATABASE_URL", url)

    def missing(name: str) -> object:
        if "server" in name or "postgres" in name:
            raise ModuleNotFoundError(name)
        return importlib.import_module(name)

    monkeypatch.setattr(backup_command, "import_module", missing)
    monkeypatch.setattr(restore_command, "import_module", missing)
    for command in (("backup",), ("restore", file, "--identity", "identity")):
        assert "requirements-postgres.txt" in does(EXIT_CONFIG, *command)
