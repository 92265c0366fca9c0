"""One connection to the file, with its key and its rules, checked; none when anything is wrong."""

import asyncio
from pathlib import Path
from typing import Any

import aiosqlite
import sqlcipher3

PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",  # SQLCipher writes its own log to stderr from C
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA busy_timeout = 2000",
)


SHORTENABLE = "PRAGMA auto_vacuum = INCREMENTAL"
"""Said of a file before anything is written into it (free_pages.py). Said of one that is there it would be a write."""

PLAIN_FILE_HEADER = b"SQLite format 3\0"
"""How every file begins that is not encrypted."""


def is_plain(path: Path) -> bool:
    """Return whether anybody could read the file."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(PLAIN_FILE_HEADER)) == PLAIN_FILE_HEADER


def found(path: Path) -> bool:
    """Return whether there is a file; ValueError when it is empty: to take it for a new one forgets everybody (T52)."""
    if not path.is_file():
        return False
    if path.stat().st_size == 0:
        raise ValueError("the file is empty, as no database is: put a backup in its place, or remove it to begin anew")
    return True


def leave_no_empty_one(path: Path) -> None:
    """Remove what a failed first start has made of no bytes: the next one would refuse it."""
    if path.is_file() and path.stat().st_size == 0:
        path.unlink()


async def connect(path: Path, key: str | None, opened: list[aiosqlite.Connection]) -> aiosqlite.Connection:
    """Open and check; what was opened stands in ``opened``, whatever comes of it."""
    connection = await _begun(path)
    opened.append(connection)
    if key is not None:
        await connection.execute_fetchall(f"PRAGMA key = \"x'{key}'\"")
    pages = [tuple(row) for row in await connection.execute_fetchall("PRAGMA page_count")]
    for pragma in (SHORTENABLE, *PRAGMAS) if pages == [(0,)] else PRAGMAS:
        await connection.execute_fetchall(pragma)
    checked = [tuple(row) for row in await connection.execute_fetchall("PRAGMA quick_check(1)")]
    if checked != [("ok",)]:
        raise ValueError("the file is damaged")
    return connection


async def _begun(path: Path) -> aiosqlite.Connection:
    connection = aiosqlite.Connection(lambda: _raw(path), iter_chunk_size=64)
    try:
        return await connection
    except BaseException:
        # aiosqlite tells its thread to end but does not wait: it must not outlive the loop it answers to.
        await asyncio.to_thread(connection._thread.join)  # noqa: SLF001 -- it has no other name
        raise


def _raw(path: Path) -> Any:
    return sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
