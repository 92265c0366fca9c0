"""The file: keyed or plain, transactions that hold, and updates settled by their commit."""

import asyncio
from pathlib import Path

import pytest

from bot.core.updates import AlreadyApplied, EffectsAfterAnswer, Incoming, current
from bot.storage.db.database import Database
from bot.storage.db.errors import StorageError
from bot.storage.db.instance_lock import AnotherInstance, InstanceLock, NoPlace
from bot.storage.db.migrate import scripts, statements
from bot.storage.db.sqlite import SqliteDatabase, open_database
from tests.clock import ManualClock
from tests.storage.conftest import Store

KEY = "ab" * 32
INSERT = "INSERT INTO meta VALUES (?, ?)"


async def names(database: Database) -> list[str]:
    """What stands in meta."""
    return [row[0] for row in await database.rows("SELECT name FROM meta ORDER BY name")]


async def test_a_keyed_file_shows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    database = await open_database(path, KEY, ManualClock())
    async with database.writing() as tx:
        await tx.execute(INSERT, ("canary", "canary-value"))
    await database.truncate_log()
    await database.close()
    raw = path.read_bytes()
    assert not raw.startswith(b"SQLite format 3")
    assert b"canary" not in raw


async def test_a_plain_file_is_what_it_says(store: Store) -> None:
    assert isinstance(store.database, SqliteDatabase)
    await store.database.truncate_log()
    assert store.path.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("wrong", [None, "cd" * 32])
async def test_a_wrong_key_is_one_clear_line(tmp_path: Path, wrong: str | None) -> None:
    path = tmp_path / "bot.db"
    await (await open_database(path, KEY, ManualClock())).close()
    before = path.read_bytes()
    with pytest.raises(StorageError, match=r"key|encrypted") as caught:
        await open_database(path, wrong, ManualClock())
    assert KEY not in str(caught.value)
    assert path.read_bytes() == before


async def test_rubbish_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    path.write_bytes(b"not a database at all" * 500)
    with pytest.raises(StorageError):
        await open_database(path, None, ManualClock())


async def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    database = await open_database(path, None, ManualClock())
    async with database.maintenance() as tx:
        await tx.execute("PRAGMA user_version = 999")
    await database.close()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="999"):
        await open_database(path, None, ManualClock())
    assert path.read_bytes() == before


async def test_opening_twice_migrates_once(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    for _ in range(2):
        database = await open_database(path, None, ManualClock())
        assert await database.rows("PRAGMA user_version") == [(scripts()[-1][0],)]
        await database.close()


def test_a_script_is_split_at_whole_statements() -> None:
    script = "CREATE TABLE a (x);\n-- a comment; with a semicolon\nCREATE TABLE b (\n  y\n);\n"
    assert [" ".join(part.split()) for part in statements(script)] == [
        "CREATE TABLE a (x);",
        "-- a comment; with a semicolon CREATE TABLE b ( y );",
    ]


async def test_an_exception_takes_everything_back(store: Store) -> None:
    with pytest.raises(RuntimeError):
        async with store.database.writing() as tx:
            await tx.execute(INSERT, ("a", "1"))
            raise RuntimeError
    assert await names(store.database) == []


async def test_a_reader_sees_only_what_is_committed(store: Store) -> None:
    async with store.database.writing() as tx:
        await tx.execute(INSERT, ("a", "1"))
        assert await names(store.database) == []
        assert await tx.rows("SELECT name FROM meta") == [("a",)]
    assert await names(store.database) == ["a"]


async def test_the_reader_cannot_write(store: Store) -> None:
    with pytest.raises(Exception, match="readonly"):
        await store.database.rows("INSERT INTO meta VALUES ('a', 'b')")


async def test_many_writers_one_after_another(store: Store) -> None:
    async def write(number: int) -> None:
        async with store.database.writing() as tx:
            await tx.execute(INSERT, (f"{number:03}", "x"))
            await asyncio.sleep(0)
            if number % 3 == 0:
                raise RuntimeError

    results = await asyncio.gather(*(write(number) for number in range(60)), return_exceptions=True)
    assert sum(isinstance(result, RuntimeError) for result in results) == 20
    assert await names(store.database) == [f"{number:03}" for number in range(60) if number % 3]


@pytest.mark.parametrize("yields", range(8))
async def test_a_cancelled_transaction_leaves_the_writer_free(store: Store, yields: int) -> None:
    async def write() -> None:
        async with store.database.writing() as tx:
            await tx.execute(INSERT, ("cancelled", "x"))
            await tx.execute(INSERT, ("cancelled too", "x"))

    task = asyncio.ensure_future(write())
    for _ in range(yields):
        await asyncio.sleep(0.0005)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with store.database.writing() as tx:
        await tx.execute(INSERT, ("next", "x"))
    assert set(await names(store.database)) in ({"next"}, {"next", "cancelled", "cancelled too"})


async def test_a_writer_does_not_wait_for_ever(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.db.sqlite.WRITER_TIMEOUT_SECONDS", 0.01)
    async with store.database.writing():
        with pytest.raises(TimeoutError):
            async with store.database.writing():
                pass


async def test_an_update_is_settled_by_its_commit(store: Store) -> None:
    settled: list[int] = []
    current.set(Incoming(7, lambda: settled.append(7)))
    async with store.database.writing() as tx:
        await tx.execute(INSERT, ("a", "1"))
        assert settled == []
    assert settled == [7]
    assert await store.rows.seen.load() == {7}


async def test_an_update_has_one_effect(store: Store) -> None:
    for name, again in (("a", False), ("b", True)):
        current.set(Incoming(7))
        if again:
            with pytest.raises(AlreadyApplied):
                async with store.database.writing() as tx:
                    await tx.execute(INSERT, (name, "1"))
        else:
            async with store.database.writing() as tx:
                await tx.execute(INSERT, (name, "1"))
    assert await names(store.database) == ["a"]


async def test_writing_after_the_answer_is_our_mistake(store: Store) -> None:
    incoming = Incoming(7)
    incoming.settle()
    current.set(incoming)
    with pytest.raises(EffectsAfterAnswer):
        async with store.database.writing():
            pass


async def test_a_failed_update_leaves_no_mark(store: Store) -> None:
    incoming = Incoming(7)
    current.set(incoming)
    with pytest.raises(RuntimeError):
        async with store.database.writing():
            raise RuntimeError
    assert not incoming.settled
    assert await store.rows.seen.load() == set()


async def test_seen_ids_are_forgotten_by_day(store: Store) -> None:
    current.set(Incoming(7))
    async with store.database.writing():
        pass
    current.set(None)
    assert await store.rows.seen.forget_before("2026-11-24") == 0
    assert await store.rows.seen.forget_before("2026-11-25") == 1


def test_one_instance_works(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    with InstanceLock(path), pytest.raises(AnotherInstance), InstanceLock(path):
        pass
    with InstanceLock(path):
        pass


def test_no_folder_no_lock(tmp_path: Path) -> None:
    with pytest.raises(NoPlace), InstanceLock(tmp_path / "missing" / "bot.db"):
        pass
