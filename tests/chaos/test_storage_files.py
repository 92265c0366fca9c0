"""Files as one does not want to find them: empty, newer, read-only, overwritten, half migrated (T50-T54)."""

import asyncio
import os
import signal
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
import sqlcipher3

from bot.core.clock import SystemClock
from bot.storage.db import migrate
from bot.storage.db.errors import StorageError
from bot.storage.db.sqlite import open_database
from tests.chaos.figures import note
from tests.chaos.test_inbox_world import living
from tests.chaos.test_storage_locked import full
from tests.process.stage import CONTEXT
from tests.sizes import FULL, dice, sample

PAGE = 4096
NOBODY = 65_534


def schema(path: Path) -> list[tuple[Any, ...]]:
    """What stands in a file, and its number."""
    with closing(sqlite3.connect(path)) as connection:
        return _schema(connection)


def _schema(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    number = connection.execute("PRAGMA user_version").fetchall()
    return number + connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def stages() -> list[list[tuple[Any, ...]]]:
    """What a file may be between two starts: the schema after each whole migration, and none at all."""
    with closing(sqlite3.connect(":memory:")) as connection:
        found = [_schema(connection)]
        for number, script in migrate.scripts():
            connection.executescript(script)
            connection.execute(f"PRAGMA user_version = {number}")
            found.append(_schema(connection))
    return found


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[None]:
    """The file, opened and closed again."""
    database = await open_database(path, None, SystemClock())
    try:
        yield
    finally:
        await database.close()


def steps() -> list[str]:
    """Every statement of every migration, with those around them."""
    scripts = [list(migrate.statements(script)) for _, script in migrate.scripts()]
    return [line for script in scripts for line in ("BEGIN", *script, "PRAGMA user_version", "COMMIT")]


async def test_t52_an_empty_file_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    """A crash or a full disk has made it: who takes it for a new one has forgotten everybody without a word."""
    path = tmp_path / "bot.db"
    path.touch()
    with pytest.raises(StorageError, match="empty"):
        async with opened(path):
            pass
    assert path.read_bytes() == b""
    note("T52", "refused with a sentence, left as it is")


async def test_t52_a_first_start_on_a_full_disk_leaves_nothing_the_next_would_refuse(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    with full(), pytest.raises(StorageError):
        async with opened(path):
            pass
    async with opened(path):
        pass


async def test_t58_a_file_that_cannot_be_opened_leaves_no_thread(tmp_path: Path) -> None:
    """One that outlives the loop fails when it answers, and may hold up the exit."""
    before = set(threading.enumerate())
    for _ in range(20):
        with pytest.raises(StorageError):
            async with opened(tmp_path / "nowhere" / "bot.db"):
                pass
        assert [t for t in set(threading.enumerate()) - before if "_connection_worker" in str(t)] == []


async def test_t53_a_newer_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with opened(path):
        pass
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="999"):
        async with opened(path):
            pass
    assert path.read_bytes() == before
    note("T53", "refused, left as it is")


@pytest.mark.long
async def test_t54_a_migration_that_fails_at_each_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    execute = aiosqlite.Connection.execute
    async with opened(tmp_path / "whole.db"):
        pass
    whole = schema(tmp_path / "whole.db")
    for point in range(len(steps())):
        left = iter(range(point, -1, -1))

        async def failing(connection: Any, sql: str, values: Any = None, left: Any = left) -> Any:
            cursor = await execute(connection, sql, values)
            if next(left, -1) == 0:
                raise sqlcipher3.OperationalError("database or disk is full")
            return cursor

        path = tmp_path / f"{point}.db"
        monkeypatch.setattr(aiosqlite.Connection, "execute", failing)
        with pytest.raises(StorageError):
            async with opened(path):
                pass
        assert schema(path) in stages(), f"half-migrated after statement {point}"
        monkeypatch.setattr(aiosqlite.Connection, "execute", execute)
        async with opened(path):
            pass
        assert schema(path) == whole
    note("T54", f"failed at each of {len(steps())} statements: half-migrations 0")


def dies_after(path: Path, point: int) -> None:
    """In a process of its own: migrate, and be killed after so many statements."""
    execute = sqlcipher3.Connection.execute
    asked = 0

    class Mortal(sqlcipher3.Connection):  # type: ignore[misc]  # the library has no types
        def execute(self, sql: str, *values: Any) -> Any:
            nonlocal asked
            found = execute(self, sql, *values)
            asked += self.in_transaction or sql == "COMMIT"
            if asked > point and (self.in_transaction or sql == "COMMIT"):
                os.kill(os.getpid(), signal.SIGKILL)
            return found

    connect = sqlcipher3.connect
    sqlcipher3.connect = lambda *args, **more: connect(*args, **more, factory=Mortal)
    asyncio.run(migrated(path))


async def migrated(path: Path) -> None:
    """Open and close."""
    async with opened(path):
        pass


async def test_t54_a_migration_that_is_killed_at_each_statement(tmp_path: Path) -> None:
    async with opened(tmp_path / "whole.db"):
        pass
    whole = schema(tmp_path / "whole.db")
    count = len(steps())
    points = range(count) if FULL else sorted({0, 1, count - 1, *sample(range(2, count - 1), 4, "T54")})
    for point in points:
        path = tmp_path / f"{point}.db"
        process = CONTEXT.Process(target=dies_after, args=(path, point), daemon=True)
        process.start()
        await asyncio.to_thread(process.join, 20)
        assert process.exitcode == -signal.SIGKILL, f"not killed at {point}"
        async with opened(path):
            pass
        assert schema(path) == whole
    note("T54", f"killed at {len(points)} of {count} statements: half-migrations 0")


async def test_t51_overwritten_pages_are_seen_at_the_start(tmp_path: Path) -> None:
    chance = dice("T51")
    path = tmp_path / "bot.db"
    async with living(path) as world:
        await world.subscribers(300)
    sound = path.read_bytes()
    refused = 0
    for page in range(len(sound) // PAGE):
        damaged = bytearray(sound)
        damaged[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
        path.write_bytes(damaged)
        try:
            async with opened(path):
                pass
        except StorageError:
            refused += 1
    assert refused >= len(sound) // PAGE * 0.9
    note("T51", f"{refused} of {len(sound) // PAGE} pages seen at the start")
    path.write_bytes(sound)
    async with opened(path):
        pass


@pytest.mark.parametrize("keyed", [False, True], ids=["plain", "keyed"])
async def test_t51_pages_overwritten_while_it_runs(tmp_path: Path, keyed: bool) -> None:
    """Orders are refused kindly, the FAQ goes on, and nothing ends."""
    (tmp_path / "key").write_text("ab" * 32)
    key: dict[str, Any] = {"database_unencrypted": False, "database_key_file": tmp_path / "key"} if keyed else {}
    async with living(tmp_path / "bot.db", **key) as world:
        await world.subscribers(300)
        anna = world.person()
        await world.asks(anna, "/subscribe", "Подписаться")
        size = world.path.stat().st_size
        with closing(sqlcipher3.connect(str(world.path), isolation_level=None)) as other:
            if keyed:
                other.execute(f"PRAGMA key = \"x'{'ab' * 32}'\"")
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        world.path.write_bytes(b"\xff" * max(size, world.path.stat().st_size))
        anna.press("Подписаться")
        await world.sees_toast(anna)
        for text, label in (("/start", "Вопросы и ответы"), ("/faq", "С чего начать"), ("/help", "/stop")):
            await world.asks(anna, text, label)
        await asyncio.sleep(1.2)
        assert not world.task.done()
    note("T51", "while it runs: crashes 0, the answers go on")


@pytest.mark.skipif(os.geteuid() != 0, reason="takes another user's place")
async def test_t50_a_read_only_file_ends_the_start_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with opened(path):
        pass
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    path.chmod(0o444)
    process = CONTEXT.Process(target=opens_as_nobody, args=(path,), daemon=True)
    process.start()
    await asyncio.to_thread(process.join, 20)
    assert process.exitcode == 74


def opens_as_nobody(path: Path) -> None:
    """In a process of its own: open a file one may only read."""
    os.setuid(NOBODY)
    try:
        asyncio.run(migrated(path))
    except StorageError:
        raise SystemExit(74) from None
