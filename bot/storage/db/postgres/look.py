"""What ``check`` says of a server: whether it can be used, and what the operator may not want."""

import asyncio
from ipaddress import ip_address

import psycopg

from bot.storage.db.errors import StorageError, Unfit
from bot.storage.db.migrate import NewerSchema
from bot.storage.db.postgres import key_sample
from bot.storage.db.postgres.migrate import require_known
from bot.storage.db.postgres.session import Connection, Server, answer, connected
from bot.storage.db.postgres.veil import Veil

OLDEST_MAJOR = 14
"""``idle_session_timeout``, by which a silent leader is ended, is there since PostgreSQL 14."""


IN_FORCE = "SELECT value FROM meta WHERE name = 'texts'"
OTHER_ANSWERS = (
    "the edited answers in locales/ are not those of the instance that works: copy the folder to every machine, or"
    " /reload where it is newer"
)

MAY_CREATE = "SELECT has_schema_privilege(current_schema(), 'CREATE')"

CHECKED = "sslmode=verify-full"
"""By which the name in the server's certificate is compared with the address."""


def look_at_server(url: str, key: str, answers: str) -> tuple[str, list[str]]:
    """Return what the server is, and notes on what is seldom meant; raises Unfit. Changes nothing.

    ``answers`` is the fingerprint of the edited answers on this machine.
    """
    try:
        return asyncio.run(_look(Server(url, Veil(key)), answers))
    except (StorageError, NewerSchema) as fault:
        raise Unfit(str(fault)) from None
    except (psycopg.Error, OSError, TimeoutError, ValueError) as error:
        raise Unfit(
            f"the server cannot be used ({type(error).__name__}): is it up, is it the primary, are address, name and"
            " password right?"
        ) from None


async def _look(server: Server, answers: str) -> tuple[str, list[str]]:
    connection = await connected(server.url, {})  # without the limits that older servers do not know
    try:
        major = connection.info.server_version // 10_000
        if major < OLDEST_MAJOR:
            raise Unfit(f"PostgreSQL {major} is too old: take {OLDEST_MAJOR} or newer")
        schema = await require_known(connection)
        if schema and (fault := key_sample.fault(await key_sample.sample_of(connection), server.veil)):
            raise Unfit(fault)
        if not schema and not await answer(connection, MAY_CREATE):
            raise Unfit("the role may make no tables there: let it own the database, or a schema in its search_path")
        words = f"PostgreSQL {major}, schema {schema}" if schema else f"PostgreSQL {major}, nothing in it yet"
        others = schema and await answer(connection, IN_FORCE) not in (None, answers)
        return words, [*await _notes(connection), *([OTHER_ANSWERS] if others else [])]
    finally:
        await connection.close()


async def _notes(connection: Connection) -> list[str]:
    found = []
    far = not connection.info.host.startswith("/") and not _loopback(connection.info.hostaddr)
    if far and f"sslmode={connection.info.get_parameters().get('sslmode')}" != CHECKED:
        found.append(f"who answers as the server is not checked: add {CHECKED} to DATABASE_URL")
    for setting in ("fsync", "full_page_writes"):
        if await answer(connection, f"SHOW {setting}") == "off":
            found.append(f"the server's {setting} is off: a crash of its machine loses the database")
    if await answer(connection, "SHOW synchronous_commit") == "off":
        found.append("the server's synchronous_commit is off: what was sent just before a crash may be sent again")
    if await answer(connection, "SHOW log_statement") in ("mod", "all"):
        found.append("the server logs statements: texts of broadcasts and numbers of people stand in its log")
    return found


def _loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
