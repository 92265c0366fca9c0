"""The engine the tests of storage run on: a plain file, or with ``ENGINE=postgres`` a server of the tests' own."""

import asyncio
import importlib
import os
from pathlib import Path
from typing import Any

import pytest

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


def _server() -> Any:
    return importlib.import_module("tests.postgres.cluster")  # the server's driver is not everywhere


async def _opened(server: Any, name: str, clock: Clock) -> Database:
    database: Database = await server.opened(server.shared().url(name), clock)
    return database
