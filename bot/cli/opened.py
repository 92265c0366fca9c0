"""The settings' database for a command, beside the running bot or without it, whichever engine it is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

from bot.core.clock import Clock
from bot.own_command import to_type
from bot.settings import NO_DRIVER, BadSettings, Settings, read_key
from bot.storage.db.database import Database
from bot.storage.db.inspection import Unusable, look_into
from bot.storage.db.migrate import scripts
from bot.storage.db.sqlite import open_database


def name_of(settings: Settings) -> str:
    """Return the setting that says where the database is, for a line about it."""
    return "DATABASE_PATH" if settings.database_url is None else "DATABASE_URL"


@asynccontextmanager
async def opened_beside(settings: Settings, clock: Clock) -> AsyncIterator[Database]:
    """Yield it, of this version's schema; raises BadSettings, Unusable, LeftAlone, StorageError."""
    if settings.database_url is not None:
        try:
            engine = import_module("bot.storage.db.postgres.beside_bot")  # its driver is not in every installation
        except ModuleNotFoundError:
            raise BadSettings(f"DATABASE_URL {NO_DRIVER}") from None
        async with engine.opened_beside(settings.require_server(), settings.key_of_veil(), clock) as there:
            yield there
        return
    settings.require_file()
    path, key = settings.database_path, read_key(settings.database_key_file) if settings.database_key_file else None
    if not path.is_file():
        raise Unusable(f"there is no database: {to_type('run')} makes one")
    if look_into(path, key).schema != scripts()[-1][0]:
        raise Unusable(f"it has the schema of another version: start this version once before ({to_type('run')})")
    database = await open_database(path, key, clock)
    try:
        yield database
    finally:
        await database.close()
