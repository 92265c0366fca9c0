"""Bringing the server's tables up to date: the same numbered list as the file's, each in one transaction."""

from bot.storage.db.migrate import NewerSchema, scripts, statements
from bot.storage.db.postgres.dialect import schema_statement
from bot.storage.db.postgres.session import Connection, answer

VERSION = "SELECT version FROM schema_version"
VERSION_TABLE = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)"


async def schema_of(connection: Connection) -> int:
    """Return the number of the tables' schema; 0 when there are none."""
    if not await answer(connection, "SELECT to_regclass('schema_version') IS NOT NULL"):
        return 0
    return int(await answer(connection, VERSION) or 0)


async def require_known(connection: Connection) -> int:
    """Return the number of the tables' schema; raises NewerSchema when this version does not know it."""
    version, newest = await schema_of(connection), scripts("postgres")[-1][0]
    if version > newest:
        raise NewerSchema(f"the database has schema {version}, this version knows {newest}")
    return version


async def migrate(connection: Connection) -> int:
    """Apply what is missing and return the schema's number; raises NewerSchema."""
    version, known = await require_known(connection), scripts("postgres")
    for number, script in known:
        if number > version:
            await _apply(connection, number, script)
    return known[-1][0]


async def _apply(connection: Connection, number: int, script: str) -> None:
    async with connection.transaction():
        await connection.execute(VERSION_TABLE)
        for statement in statements(script):
            await connection.execute(schema_statement(statement))
        await connection.execute("DELETE FROM schema_version")
        await connection.execute(f"INSERT INTO schema_version VALUES ({int(number)})")  # noqa: S608 -- a whole number
