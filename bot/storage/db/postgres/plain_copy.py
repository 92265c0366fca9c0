"""The server's tables as a plain SQLite file in memory, and back: a backup is the same whichever engine it is of (O6).

Two tables differ. A file has the ids in ``person`` and the way to them in ``person_bucket``; a server has them veiled,
and an index of its own.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from bot.storage.backups.copies import SCHEMA, NotWhole, check, counts, from_bytes
from bot.storage.db.migrate import scripts, statements
from bot.storage.db.postgres.beside import Beside
from bot.storage.db.postgres.migrate import VERSION
from bot.storage.db.postgres.session import Connection, answer
from bot.storage.people import hash_table
from bot.storage.people.chat_index import Chat

ROWS_PER_CHUNK = 1_000
PEOPLE = "person"
FILE_ONLY = "person_bucket"
OUR_KEY = "DELETE FROM meta WHERE name = 'veil'"
"""By which a server knows its key: a file has none, and another server may have another."""

SEQUENCE = """
SELECT pg_get_serial_sequence($1, attname) FROM pg_attribute
WHERE attrelid = CAST($1 AS regclass) AND attidentity <> ''
"""
LAST_NUMBER = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM "
SET_LAST = "SELECT setval(CAST($1 AS regclass), $2)"
NEVER_AGAIN = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
"""Tables whose numbers are never given twice."""

LAST_OF = "SELECT max(CASE WHEN name = ? THEN seq ELSE 0 END) FROM sqlite_sequence"


def to_bytes(source: Beside) -> bytes:
    """Return the server's tables as a file's, as one moment saw them; raises NotWhole, psycopg.Error, sqlite3.Error."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        _lay_tables(memory, _schema(source))
        memory.execute("BEGIN")
        rows = {table: _copy_in(source, memory, table) for table in _tables(memory)}
        memory.execute(OUR_KEY)
        _copy_numbers(source, memory)
        _build_index(memory)
        memory.execute("COMMIT")
        check(memory)
        content = memory.serialize()
    with closing(from_bytes(content)) as again:  # what will be encrypted is opened, checked and counted
        found = counts(again)
        if any(found[table] < count for table, count in rows.items() if table != "meta"):
            raise NotWhole("a row is missing")
    return content


def _schema(source: Beside) -> int:
    found = source.execute(VERSION).fetchone()
    return int(found[0]) if found else 0


def _lay_tables(memory: sqlite3.Connection, schema: int) -> None:
    for number, script in scripts():
        if number <= schema:
            for statement in statements(script):
                memory.execute(statement)
    memory.execute(f"PRAGMA user_version = {int(schema)}")


def _tables(memory: Any) -> list[str]:
    return [name for name, _ in memory.execute(SCHEMA, ("table",)) if name != FILE_ONLY]


def _columns(memory: Any, table: str) -> list[str]:
    return [_quoted(row[1]) for row in memory.execute(f"PRAGMA table_info({_quoted(table)})")]


def _quoted(name: str) -> str:
    return f'"{name}"'


def _copy_in(source: Beside, memory: sqlite3.Connection, table: str) -> int:
    names = _columns(memory, table)
    columns, marks = ", ".join(names), ", ".join("?" * len(names))
    memory.execute(f"DELETE FROM {_quoted(table)}")  # noqa: S608 -- a name of the schema
    with source.connection.cursor() as cursor:
        found = cursor.stream(f"SELECT {columns} FROM {_quoted(table)}".encode())  # noqa: S608 -- names of the schema
        insert = f"INSERT INTO {_quoted(table)} ({columns}) VALUES ({marks})"  # noqa: S608 -- as above
        return memory.executemany(insert, found).rowcount


def _copy_numbers(source: Beside, memory: sqlite3.Connection) -> None:
    """Let no number be given again that the server has given, also of a row that is gone."""
    memory.execute("DELETE FROM sqlite_sequence")
    for (table,) in memory.execute(NEVER_AGAIN).fetchall():
        ((sequence,),) = source.execute(SEQUENCE, (table,)).fetchall()
        ((last,),) = source.connection.execute(f"{LAST_NUMBER}{sequence}".encode()).fetchall()
        memory.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))


def _build_index(memory: sqlite3.Connection) -> None:
    people = memory.execute("SELECT chat, number FROM person").fetchall()
    memory.executemany(hash_table.APPEND, enumerate(hash_table.built(people)) if people else ())


async def pour(file: Any, connection: Connection) -> None:
    """Put every row of a file of the newest schema in the place of the server's, in the transaction that is open.

    Raises psycopg.Error, sqlcipher3.Error.
    """
    tables = _tables(file)
    await connection.execute(f"TRUNCATE {', '.join(_quoted(table) for table in tables)}".encode())
    for table in tables:
        columns = _columns(file, table)
        marks = ", ".join(f"${at}" for at in range(1, len(columns) + 1))
        insert = f"INSERT INTO {_quoted(table)} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 -- names of the schema
        rows = file.execute(f"SELECT {', '.join(columns)} FROM {_quoted(table)}")  # noqa: S608 -- as above
        while chunk := rows.fetchmany(ROWS_PER_CHUNK):
            async with connection.cursor() as cursor:
                await cursor.executemany(insert.encode(), _veiled(chunk) if table == PEOPLE else chunk)
        await _set_last(file, connection, table)
    await connection.execute(OUR_KEY)


def _veiled(people: Sequence[tuple[int, int | None]]) -> list[tuple[int, Chat]]:
    """Return who is not erased: a server keeps no row of anybody else."""
    return [(number, Chat(chat)) for number, chat in people if chat is not None]


async def _set_last(file: Any, connection: Connection, table: str) -> None:
    sequence = await answer(connection, SEQUENCE, (table,))
    if sequence is None:
        return
    key = next(row[1] for row in file.execute(f"PRAGMA table_info({_quoted(table)})") if row[5])
    ((highest,),) = file.execute(f"SELECT coalesce(max({key}), 0) FROM {_quoted(table)}")  # noqa: S608 -- names of the schema
    ((given,),) = file.execute(LAST_OF, (table,))
    if last := max(highest, given or 0):
        await answer(connection, SET_LAST, (sequence, last))
