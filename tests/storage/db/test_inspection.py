"""Looking into a database file: what is found, and that nothing beside it or in it changes."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3

from bot.core.clock import SystemClock
from bot.storage.db import inspection
from bot.storage.db.inspection import LeftAlone, Looked, Unusable, look_into
from bot.storage.db.migrate import scripts
from bot.storage.db.sqlite import open_database
from bot.storage.seen_updates import BotIdentity

KEY, OTHER_KEY = "ab" * 32, "cd" * 32
SCHEMA = scripts()[-1][0]


def made(path: Path, key: str | None = None, bot: int | None = None, *sql: str) -> Path:
    """Make a database, close it, and leave the traces of statements in it."""

    async def make() -> None:
        database = await open_database(path, key, SystemClock())
        if bot is not None:
            await BotIdentity(database).fits(bot)
        for statement in sql:
            async with database.maintenance() as tx:
                await tx.rows(statement)
        await database.close()

    asyncio.run(make())
    return path


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Compare every file of a folder before and after; the shared memory of others' locks is theirs to change."""

    def state() -> dict[str, bytes | None]:
        return {file.name: None if file.name.endswith("-shm") else file.read_bytes() for file in folder.iterdir()}

    before = state()
    yield
    assert state() == before


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize("bot", [None, 42])
def test_a_good_file(key: str | None, bot: int | None, tmp_path: Path) -> None:
    path = made(tmp_path / "bot.db", key, bot)
    with untouched(tmp_path):
        assert look_into(path, key) == Looked(SCHEMA, None if bot is None else "42")
    assert [file.name for file in tmp_path.iterdir()] == ["bot.db"]


@pytest.mark.parametrize(
    ("key", "given", "words"),
    [
        (KEY, OTHER_KEY, "the key of DATABASE_KEY_FILE does not fit"),
        (KEY, None, "it is encrypted, or no database"),
        (None, KEY, "it is not encrypted, though DATABASE_KEY_FILE is set: "),
    ],
)
def test_a_key_that_does_not_fit(key: str | None, given: str | None, words: str, tmp_path: Path) -> None:
    path = made(tmp_path / "bot.db", key)
    with untouched(tmp_path), pytest.raises(Unusable, match=words) as fault:
        look_into(path, given)
    assert KEY not in str(fault.value)
    assert OTHER_KEY not in str(fault.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    path.write_bytes(b"Dear diary, " * 1000)
    with untouched(tmp_path), pytest.raises(Unusable, match="encrypted, or no database"):
        look_into(path, None)


def test_an_empty_file_is_a_database_that_has_nothing_yet(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    path.touch()
    with untouched(tmp_path):
        assert look_into(path, None) == Looked(0, None)


def test_a_newer_schema(tmp_path: Path) -> None:
    path = made(tmp_path / "bot.db", None, None, "PRAGMA user_version = 999")
    with untouched(tmp_path), pytest.raises(Unusable, match=f"schema 999 is newer than this version's {SCHEMA}"):
        look_into(path, None)


@pytest.mark.parametrize("key", [None, KEY])
def test_overwritten_pages(key: str | None, tmp_path: Path) -> None:
    path = made(tmp_path / "bot.db", key)
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\x5a" * (len(content) - 8192))
    with untouched(tmp_path), pytest.raises(Unusable, match="damaged"):
        look_into(path, key)


def test_rows_that_break_the_rules_of_their_table(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE t (a)")
    connection.execute("INSERT INTO t VALUES (NULL)")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE t (a NOT NULL)'")
    connection.close()
    with untouched(tmp_path), pytest.raises(Unusable, match="the file is damaged: stop the bot"):
        look_into(path, None)


def test_something_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"cannot be read \(OperationalError\)"):
        look_into(tmp_path, None)


def test_what_it_knows_of_backups(tmp_path: Path) -> None:
    sql = "INSERT INTO meta VALUES ('backup', '20261124T120000Z')"
    made(tmp_path / "bot.db", None, None, sql)
    path = made(tmp_path / "bot.db", None, None, "INSERT INTO erased (backup, line) VALUES ('20261124T120000Z', 'x')")
    assert look_into(path, None) == Looked(SCHEMA, None, "20261124T120000Z", waiting=1)


@pytest.mark.parametrize("key", [None, KEY])
async def test_while_the_bot_works(key: str | None, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "bot.db", key, SystemClock())
    try:
        await BotIdentity(database).fits(42)
        with untouched(tmp_path):
            assert look_into(tmp_path / "bot.db", key) == Looked(SCHEMA, "42")
        assert not await BotIdentity(database).fits(43)
    finally:
        await database.close()


def test_a_log_without_its_memory_is_left_to_the_next_start(tmp_path: Path) -> None:
    path = made(tmp_path / "bot.db")
    (tmp_path / "bot.db-wal").write_bytes(b"x")
    with untouched(tmp_path), pytest.raises(LeftAlone, match="the next start takes it in"):
        look_into(path, None)


def test_a_name_with_signs_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = made(tmp_path / "a?b#c %41.db")
    with untouched(tmp_path):
        assert look_into(path, None).schema == SCHEMA


def test_a_sqlite_that_could_lose_what_was_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "bot.db", KEY)
    assert look_into(tmp_path / "bot.db", KEY).sqlite == sqlcipher3.sqlite_version
    monkeypatch.setattr(inspection, "SQLITE_NEEDED", (99,))
    with pytest.raises(Unusable, match=r"install what requirements\.txt names"):
        look_into(tmp_path / "bot.db", KEY)
