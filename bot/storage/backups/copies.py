"""Copying a whole database into another: from SQLCipher into memory for a backup, and back for a restore."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3

ROWS_PER_CHUNK = 1_000
SCHEMA = """
SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND type = ? ORDER BY rowid
"""


class NotWhole(ValueError):
    """A copy that is not what it should be."""


def open_keyed(path: Path, key: str | None) -> Any:
    """Open a file with plain means: for work beside the bot, or without it."""
    connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
    unlock(connection, key)
    connection.execute("PRAGMA busy_timeout = 5000")
    return connection


def unlock(connection: Any, key: str | None) -> None:
    """Give a new connection its key, if there is one; whether it fits shows with the first read."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")


def copy_all(source: Any, target: Any) -> None:
    """Copy tables, rows and indexes into an empty database; the source must hold still (a transaction)."""
    target.execute("BEGIN")
    tables = source.execute(SCHEMA, ("table",)).fetchall()
    for _, sql in tables:
        target.execute(sql)
    sequences = source.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").fetchall()
    for name in [row[0] for row in tables] + (["sqlite_sequence"] if sequences else []):
        _copy_rows(source, target, name)
    for _, sql in source.execute(SCHEMA, ("index",)).fetchall():
        target.execute(sql)
    version = int(source.execute("PRAGMA user_version").fetchone()[0])
    target.execute(f"PRAGMA user_version = {version}")
    target.execute("COMMIT")
    check(target)


def _copy_rows(source: Any, target: Any, table: str) -> None:
    target.execute(f'DELETE FROM "{table}"')  # noqa: S608 -- a name of the schema; sqlite_sequence fills itself
    rows = source.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- as above
    marks = ", ".join("?" * len(rows.description))
    while chunk := rows.fetchmany(ROWS_PER_CHUNK):
        target.executemany(f'INSERT INTO "{table}" VALUES ({marks})', chunk)  # noqa: S608 -- as above


def check(connection: Any) -> None:
    """Raise NotWhole unless every page and every reference is sound."""
    if [tuple(row) for row in connection.execute("PRAGMA quick_check(1)")] != [("ok",)]:
        raise NotWhole("it is damaged")
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise NotWhole("its tables do not fit together")


def counts(connection: Any) -> dict[str, int]:
    """Return how many rows each table has."""
    names = [row[0] for row in connection.execute(SCHEMA, ("table",))]
    return {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}  # noqa: S608 -- a name of the schema


def to_bytes(source: Any) -> bytes:
    """Return the database as a plain SQLite file, made and kept in memory only."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        copy_all(source, memory)
        rows = counts(source)
        if counts(memory) != rows:
            raise NotWhole("a row is missing")
        content = memory.serialize()
    with closing(from_bytes(content)) as again:  # what will be encrypted is opened, checked and counted
        if counts(again) != rows:
            raise NotWhole("a row is missing")
    return content


def from_bytes(content: bytes) -> sqlite3.Connection:
    """Return a plain SQLite file as a database in memory; raises NotWhole."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        memory.deserialize(content)
        check(memory)
    except (sqlite3.Error, NotWhole) as error:
        memory.close()
        raise NotWhole("the backup holds no whole database") from error
    return memory
