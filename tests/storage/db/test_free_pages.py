"""The file gets shorter after many rows are gone: a few pages at a time, through kills, in a file of any age."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
import sqlcipher3

from bot.storage.db import connect
from bot.storage.db.free_pages import INCREMENTAL, KEPT_PAGES, KEPT_SHARE, PAGES_AT_ONCE, ROOM, spare
from bot.storage.db.sqlite import SqliteDatabase, open_database
from tests.clock import ManualClock
from tests.sizes import trials

KEY = "5c" * 32
DAY, PAGE = "2026-11-24", 4096
EVERYTHING = "SELECT * FROM seen ORDER BY update_id"
PEOPLE = trials(600_000, 60_000)


@asynccontextmanager
async def opened(path: Path, key: str | None = None, clock: ManualClock | None = None) -> AsyncIterator[SqliteDatabase]:
    """Open a file until the end of the block."""
    database = await open_database(path, key, clock or ManualClock())
    try:
        yield database
    finally:
        await database.close()


async def fill(database: SqliteDatabase, people: int = PEOPLE) -> None:
    """Write rows as a large mailing does, and take most of them out again."""
    async with database.writing() as tx:
        await tx.many("INSERT INTO seen VALUES (?, ?)", [(number, DAY) for number in range(1_000, people)])
    await database.truncate_log()
    async with database.writing() as tx:
        await tx.execute("DELETE FROM seen WHERE update_id % 100 OR update_id < ?", (people // 2,))
    await database.truncate_log()


async def shorter(database: SqliteDatabase, rounds: int = 1_000) -> int:
    """Let the ticks run until nothing is to spare; return how many rounds that took."""
    for done in range(rounds):
        await database.give_back_pages()
        await database.wipe_round()
        if not spare(*[(await database.rows(sql))[0][0] for sql in ROOM]):
            return done + 1
    pytest.fail("it does not end")


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
async def test_the_file_gets_shorter_and_keeps_every_row(tmp_path: Path, key: str | None) -> None:
    async with opened(tmp_path / "bot.db", key) as database:
        await fill(database)
        before, kept = (tmp_path / "bot.db").stat().st_size, await database.rows(EVERYTHING)
        await shorter(database)
        size = (tmp_path / "bot.db").stat().st_size
        async with database.maintenance() as tx:
            await tx.execute("VACUUM INTO ?", (str(tmp_path / "anew.db"),))
            assert await tx.rows("PRAGMA integrity_check") == [("ok",)]
        assert size < before / 2
        assert size <= 1.2 * (tmp_path / "anew.db").stat().st_size + KEPT_PAGES * PAGE
        assert await database.rows(EVERYTHING) == kept


async def test_a_round_with_nothing_to_spare_writes_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path / "bot.db") as database:
        await database.wipe_round()
        await database.give_back_pages()
        log = tmp_path / "bot.db-wal"
        assert not log.exists() or log.stat().st_size == 0


def test_a_twentieth_stays_free() -> None:
    assert spare(1_000, 0) == spare(100, KEPT_PAGES) == 0
    assert spare(100, KEPT_PAGES + 1) == 1
    assert spare(2_100, 1_100) == 1_100 - 1_000 * KEPT_SHARE


async def test_a_slice_ends_when_its_time_is_over(tmp_path: Path) -> None:
    async with opened(tmp_path / "bot.db", clock=Slow()) as database:
        await fill(database)
        (free,) = (await database.rows(ROOM[1]))[0]
        await database.give_back_pages()
        assert await database.rows(ROOM[1]) == [(free - 2 * PAGES_AT_ONCE,)]


class Slow(ManualClock):
    """Six milliseconds pass between two looks."""

    def monotonic(self) -> float:
        """Return the seconds."""
        self.forward(seconds=0.006)
        return super().monotonic()


async def test_killed_between_two_rounds_it_goes_on(tmp_path: Path) -> None:
    async with opened(tmp_path / "bot.db", clock=Slow()) as database:
        await fill(database)
        await database.give_back_pages()
        kept = await database.rows(EVERYTHING)
        for end in ("", "-wal"):  # what a kill leaves: the log is not in the file yet
            (tmp_path / f"killed.db{end}").write_bytes((tmp_path / f"bot.db{end}").read_bytes())
    async with opened(tmp_path / "killed.db") as again:
        await shorter(again)
        assert await again.rows(EVERYTHING) == kept
        assert await again.rows("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
async def test_a_file_of_an_older_version_is_written_anew_once(
    tmp_path: Path, key: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bot.db"
    await older(path, key, monkeypatch)
    async with opened(path, key) as database:
        assert await database.rows("PRAGMA auto_vacuum") == [(INCREMENTAL,)]
        assert await database.rows(EVERYTHING) == [(number, DAY) for number in range(100)]
    first = path.stat()
    async with opened(path, key):
        assert (path.stat().st_mtime_ns, path.stat().st_size) == (first.st_mtime_ns, first.st_size), "once"


async def test_a_disk_without_room_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path, execute = tmp_path / "bot.db", aiosqlite.Connection.execute_fetchall
    await older(path, None, monkeypatch)

    async def full(self: aiosqlite.Connection, sql: str, *more: Any) -> Any:
        if sql == "VACUUM":
            raise sqlcipher3.OperationalError("database or disk is full")
        return await execute(self, sql, *more)

    with monkeypatch.context() as tight:
        tight.setattr(aiosqlite.Connection, "execute_fetchall", full)
        async with opened(path) as database:
            assert "file_not_shortenable kind=OperationalError" in caplog.text
            await fill(database)
            await database.give_back_pages()
            assert (await database.rows("PRAGMA integrity_check")) == [("ok",)]
    async with opened(path) as database:
        assert await database.rows("PRAGMA auto_vacuum") == [(INCREMENTAL,)], "the next start has room"


async def older(path: Path, key: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a file as older versions did: it cannot get shorter."""

    async def as_it_was(_connection: aiosqlite.Connection) -> None:
        """What older versions did."""

    with monkeypatch.context() as past:
        past.setattr(connect, "SHORTENABLE", "PRAGMA auto_vacuum = NONE")
        past.setattr("bot.storage.db.migrate.make_shortenable", as_it_was)
        async with opened(path, key) as database:
            assert await database.rows("PRAGMA auto_vacuum") == [(0,)]
            async with database.writing() as tx:
                await tx.many("INSERT INTO seen VALUES (?, ?)", [(number, DAY) for number in range(100)])
