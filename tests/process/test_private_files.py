"""Whatever a command writes is for its own user alone: files 0600, folders 0700, also where the umask is 022."""

import os
import stat
from pathlib import Path

import pyrage
import pytest

from bot.__main__ import main
from tests.engine import about_the_file
from tests.process import child
from tests.process.stage import CONTEXT, Stage, stage
from tests.storage.db.test_inspection import made
from tests.test_settings import bare
from tests.waiting import until

__all__ = ["bare"]

LOG, IDENTITY = "out.log", "identity"
"""What the tests write themselves."""


def modes(folder: Path) -> dict[str, str]:
    """Return the permissions of everything in a folder, by the first part of its name."""
    found = (path for path in folder.rglob("*") if path.name not in {LOG, IDENTITY})
    return {path.name: stat.filemode(path.lstat().st_mode) for path in found}


def shared(folder: Path) -> dict[str, str]:
    """Return what others may read, write or enter."""
    private = {"-rw-------", "drwx------", "srw-------"}
    return {name: mode for name, mode in modes(folder).items() if mode not in private}


def kinds(folder: Path) -> set[str]:
    """Return the names in a folder without what is different in every run."""
    return {name.partition("-2")[0] for name in modes(folder)}


@pytest.fixture
def keyed(bare: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The settings of a bot with a key and backups, whose folder was made by an operator who is careful."""
    identity = pyrage.x25519.Identity.generate()
    (bare / IDENTITY).write_text(str(identity), encoding="ascii")
    (bare / "backups").mkdir(mode=0o700)
    settings = {
        "DATABASE_PATH": "bot.db",
        "DATABASE_KEY_FILE": "bot.key",
        "BACKUP_DIR": "backups",
        "BACKUP_RECIPIENTS": str(identity.to_public()),
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return settings


@pytest.mark.process
@about_the_file
async def test_what_the_running_bot_writes(bare: Path, keyed: dict[str, str]) -> None:
    assert main(["key", "new"]) == 0
    key = (bare / "bot.key").read_text(encoding="ascii")
    os.umask(0o022)
    async with stage(bare, None, 0, DATABASE_UNENCRYPTED="no", **keyed) as play:
        await play.start()
        await until(lambda: bool(list(bare.glob("backups/bot-*"))), within=20)
        await somebody_comes_and_leaves(play)
        await until(lambda: bool(list(bare.glob("backups/erased-*"))))
        assert {"bot.db", "bot.db-wal", "bot.db-shm", "bot.db.lock", "bot.key", "bot", "erased"} <= kinds(bare)
        assert shared(bare) == {}
        await play.stop()
        (bare / "bot.key").unlink()
        await play.start()
        await until((bare / "bot.db.socket").exists)
        assert shared(bare) == {}
        (bare / "bot.key").write_text(key, encoding="ascii")
        assert play.log.read_text().count("Traceback") == 0


async def somebody_comes_and_leaves(play: Stage) -> None:
    """Let a person subscribe and erase everything."""
    anna = play.telegram.person(20_001, "Анна", "ru")
    await play.asks(anna, "/subscribe", "Подписаться")
    await play.taps(anna, "Подписаться", "Вы подписаны")
    await play.asks(anna, "/stop", "Вы отписаны")


@pytest.mark.process
async def test_what_the_demo_writes(tmp_path: Path) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir(mode=0o700)
    environment = {"DEMO_PORT": "0", "TMPDIR": str(folder)}
    process = CONTEXT.Process(target=child.run, args=(environment, tmp_path / LOG, 0, ["demo"]), daemon=True)
    process.start()
    await until(lambda: "Demo: http" in (tmp_path / LOG).read_text() if (tmp_path / LOG).exists() else False, within=60)
    assert {"demo.db", "demo.db-wal", "demo.db-shm", "demo.db.lock"} <= kinds(folder)
    assert shared(folder) == {}
    process.terminate()
    await until(lambda: not process.is_alive(), within=25)
    assert modes(folder) == {}


def test_what_backup_and_restore_write(bare: Path, keyed: dict[str, str]) -> None:
    assert main(["key", "new"]) == 0
    made(bare / "bot.db", (bare / "bot.key").read_text(encoding="ascii").strip())
    os.umask(0o022)
    assert main(["backup"]) == 0
    (file,) = (bare / "backups").iterdir()
    assert main(["restore", "--force", str(file), "--identity", IDENTITY]) == 0
    assert {"bot.db", "bot.key", "bot.db.before"} <= kinds(bare)
    assert shared(bare) == {}


def test_what_encrypting_a_plain_database_writes(
    bare: Path, keyed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(bare / "bot.db")
    assert main(["key", "new"]) == 0
    os.umask(0o022)
    assert main(["key", "convert"]) == 0
    assert shared(bare) == {}
