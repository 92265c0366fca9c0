"""Bringing a file's schema up to date: numbered scripts, each in one transaction."""

from collections.abc import Iterator
from importlib import resources
from sqlite3 import complete_statement

import aiosqlite

from bot.storage.db.connect import SHORTENABLE
from bot.storage.db.free_pages import make_shortenable
from bot.storage.people.people import index_people

REWRITE = "name = 'rewrite'"
"""The fact of ``meta`` that a migration leaves when rows it changed may stand on in the unused parts of pages."""


class NewerSchema(ValueError):
    """The file was written by a newer version; it is left as it is."""


def scripts(engine: str = "sqlite") -> list[tuple[int, str]]:
    """Return the package's migrations as (number, SQL), in order; an engine's own stand in the place of the common."""
    common = resources.files("bot.storage") / "migrations"
    own = common / engine
    found: dict[int, str] = {}
    for folder in (common, own) if own.is_dir() else (common,):
        for file in folder.iterdir():
            if file.name.endswith(".sql"):
                found[int(file.name.split("_")[0])] = file.read_text(encoding="utf-8")
    return sorted(found.items())


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if complete_statement(pending):
            yield pending
            pending = ""


async def migrate(connection: aiosqlite.Connection) -> int:
    """Apply what is missing and return the schema's number; raises NewerSchema."""
    found = [tuple(row) for row in await connection.execute_fetchall("PRAGMA user_version")]
    version = int(found[0][0])
    known = scripts()
    if version > known[-1][0]:
        raise NewerSchema(f"the file has schema {version}, this version knows {known[-1][0]}")
    for number, script in known:
        if number > version:
            await _apply(connection, number, script)
    return known[-1][0]


async def _apply(connection: aiosqlite.Connection, number: int, script: str) -> None:
    await connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(script):
            await connection.execute(statement)
        await connection.execute(f"PRAGMA user_version = {number}")
    except BaseException:
        await connection.execute("ROLLBACK")
        raise
    await connection.execute("COMMIT")


async def make_ready(connection: aiosqlite.Connection) -> None:
    """Do what no script can, each step also begun again after a kill: the way from chats to people, the file anew."""
    await index_people(connection)
    if list(await connection.execute_fetchall(f"SELECT 1 FROM meta WHERE {REWRITE}")):  # noqa: S608 -- a constant
        await connection.execute_fetchall(SHORTENABLE)
        await connection.execute("VACUUM")
        await connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        await connection.execute(f"DELETE FROM meta WHERE {REWRITE}")  # noqa: S608 -- a constant
    await make_shortenable(connection)
