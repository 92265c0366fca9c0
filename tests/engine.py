"""The engine the tests of storage run on: a plain file, or with ``ENGINE=postgres`` a server of the tests' own."""

import asyncio
import importlib
import os
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from bot.core.clock import Clock
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from tests.empty_database import lay_empty_database

ENGINE = os.environ.get("ENGINE", "sqlite")

about_the_file = pytest.mark.skipif(ENGINE != "sqlite", reason="about the file, or about how SQLite keeps it")


async def new_database(path: Path, clock: Clock) -> Database:
    """Return an empty database with the schema of now; ``path`` is where a file goes."""
    if ENGINE == "sqlite":
        return await open_database(await lay_empty_database(path), None, clock)
    server = _server()
    name = await asyncio.to_thread(server.shared().empty_database, str(path))
    return await _opened(server, name, clock)


async def opened_again(path: Path, clock: Clock) -> Database:
    """Return the database of ``path`` opened once more, as another process would."""
    if ENGINE == "sqlite":
        return await open_database(path, None, clock)
    server = _server()
    return await _opened(server, server.shared().names[str(path)], clock)


async def engine_settings(path: Path) -> dict[str, object]:
    """Return the settings by which a bot works on an empty database of ``path``."""
    if ENGINE == "sqlite":
        return {"database_unencrypted": True}
    server, key = _server(), path.with_name("bot.key")
    key.write_text(server.KEY)
    name = await asyncio.to_thread(server.shared().empty_database, str(path))
    return {"database_url": server.shared().url(name), "database_key_file": key}


def committed(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Run one statement on a connection of its own: what is committed."""
    if ENGINE == "sqlite":
        with closing(sqlcipher3.connect(str(path), isolation_level=None)) as connection:
            return list(connection.execute(sql).fetchall())
    server = _server()
    rows: list[tuple[Any, ...]] = server.shared().rows(server.shared().names[str(path)], sql)
    return rows


def _server() -> Any:
    return importlib.import_module("tests.postgres.cluster")  # the server's driver is not everywhere


async def _opened(server: Any, name: str, clock: Clock) -> Database:
    database: Database = await server.opened(server.shared().url(name), clock)
    return database
