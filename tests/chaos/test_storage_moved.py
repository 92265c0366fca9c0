"""The files change under the running bot: moved, replaced, without a key, not to be written (T107, H11, R18)."""

import logging
import shutil
from pathlib import Path
from typing import Any, cast

import pyrage
import pytest

from bot.__main__ import main
from bot.storage.backups.backup import BackupsBeside
from bot.storage.backups.shelf import named
from bot.storage.db.database import Database
from bot.storage.file_watch import FileWatch
from tests.chaos import figures
from tests.chat import Town, town
from tests.people import CHATS
from tests.test_settings import bare

__all__ = ["bare"]

KEY = "ab" * 32
FILES = ("bot.db", "bot.db-wal", "bot.db-shm")


async def refuses(t: Town) -> None:
    """Somebody subscribes, and reads that it cannot be done now; a reader is served."""
    anna = t.person("Анна")
    await anna.sends("/subscribe")
    await anna.taps("Подписаться")
    assert any("Сейчас не получилось" in text for text in (*anna.toasts, anna.text)), (anna.toasts, anna.text)
    assert await t.app.repositories.subscribers.get(anna.id) is None
    await anna.sends("/faq")
    anna.sees("С чего начать")


async def goes_on(t: Town) -> None:
    """Somebody subscribes, and it stands in the file of that name."""
    boris = await t.subscriber("Борис")
    assert (boris.id,) in t.query(CHATS)


async def looks(t: Town) -> None:
    """Let the tick look; the others fail, and the log says so."""
    t.clock.forward(minutes=6)
    await t.app.look_after()
    await t.app.alerts()
    await t.app.sender.drain()


async def test_t107_h11_moved_away_and_back(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="bot"):
        async with town() as t:
            admin = t.admin()
            admin.person.started = True
            await t.subscriber("Вера")
            away = t.path.parent / "away"
            away.mkdir()
            for name in FILES:
                (t.path.parent / name).rename(away / name)
            await refuses(t)
            await looks(t)
            await looks(t)
            admin.sees("перемещён или заменён")
            assert admin.got("перемещён") == 1
            assert not t.path.exists(), "no new file in its place"
            for name in FILES:
                (away / name).rename(t.path.parent / name)
            await looks(t)
            admin.sees("снова на месте")
            await goes_on(t)
            assert t.query("SELECT count(*) FROM subscriber") == [(2,)]
    events = [record.getMessage() for record in caplog.records]
    assert events.count("database_moved") == events.count("database_back") == 1
    figures.note("T107", "moved away and back: “try later”, lost 0, no new file")


@pytest.mark.parametrize("name", ["bot.db", "bot.db-wal"])
async def test_t107_h11_replaced(name: str) -> None:
    async with town() as t:
        place = t.path.parent / name
        kept = place.with_name("kept")
        place.rename(kept)
        shutil.copy(kept, place)
        await refuses(t)
        place.unlink()
        kept.rename(place)
        await goes_on(t)
    figures.note("T107", f"another file in the place of {name}: “try later”, lost 0")


async def test_t107_a_disk_that_can_only_be_read() -> None:
    async with town() as t:
        writer = t.app.repositories.retention._database._writer  # type: ignore[attr-defined]  # noqa: SLF001 -- the file
        await writer.execute("PRAGMA query_only = ON")
        await refuses(t)
        await writer.execute("PRAGMA query_only = OFF")
        await goes_on(t)
    figures.note("T107", "a file that can only be read: “try later”, lost 0")


async def test_t107_the_key_file_goes_while_it_runs(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    key = tmp_path / "bot.key"
    key.write_text(KEY, encoding="ascii")
    key.chmod(0o600)
    with caplog.at_level(logging.INFO, logger="bot"):
        async with town(database_key_file=key, database_unencrypted=False) as t:
            key.unlink()
            await looks(t)
            await looks(t)
            anna = await t.subscriber()
            assert await t.app.repositories.subscribers.get(anna.id)
            key.write_text(KEY, encoding="ascii")
            await looks(t)
    events = [record.getMessage() for record in caplog.records]
    assert events.count("key_file_gone") == events.count("key_file_back") == 1
    figures.note("T107", "the key's file removed: it goes on, one line in the log")


async def test_a_key_that_was_given_by_hand_is_not_missed() -> None:
    there = False

    class InPlace:
        def in_place(self) -> bool:
            return True

    watch = FileWatch(cast(Database, InPlace()), lambda: there)
    await watch()
    assert not watch.key_gone, "admins would be told every day of what is meant"
    there = True
    await watch()
    there = False
    await watch()
    assert watch.key_gone, "it was put back for the next start, and is gone again"


async def test_h11_no_new_database_beside_backups(tmp_path: Path) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    folder, home = tmp_path / "backups", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    settings: dict[str, Any] = {
        "backup_dir": folder,
        "backup_recipients": (recipient,),
        "database_path": home / "bot.db",
    }
    async with town(**settings) as t:
        await t.app.repositories.daily_backup()
    assert len(named(folder)) == 1
    (home / "bot.db").rename(home / "lost")
    with pytest.raises(BackupsBeside):
        async with town(**settings):
            pass
    assert not (home / "bot.db").exists()


def test_h11_the_start_asks(bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (bare / "bot-20261124T120000Z.db.age").write_bytes(b"age")
    for name, value in (
        ("BOT_TOKEN", "42:" + "A" * 35),
        ("DATABASE_PATH", "bot.db"),
        ("DATABASE_UNENCRYPTED", "yes"),
        ("BACKUP_DIR", str(bare)),
        ("BACKUP_RECIPIENTS", str(pyrage.x25519.Identity.generate().to_public())),
    ):
        monkeypatch.setenv(name, value)
    assert main(["run"]) == 73
    assert "run --new" in capsys.readouterr().err
    assert not (bare / "bot.db").exists()
