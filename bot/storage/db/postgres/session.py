"""One session with the server: how long either side waits for the other, and how values travel."""

import asyncio
import os
import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import psycopg
from psycopg import AsyncConnection, AsyncRawCursor, BaseConnection
from psycopg.abc import Buffer
from psycopg.adapt import Dumper, Loader
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.pq import Format
from psycopg.types.numeric import Int8Dumper

from bot.storage.db.errors import StorageError, Unfit
from bot.storage.db.postgres.veil import Veil
from bot.storage.people.chat_index import Chat

CONNECT_TIMEOUT_SECONDS = 3

MAX_SILENCE_SECONDS = 2.0
"""Seconds without a word of the server after which its session is given up."""

LIMITS = {"lock_timeout": 1_500, "client_connection_check_interval": 1_000, "tcp_user_timeout": 4_000}
"""Milliseconds: a table that somebody else has locked costs a statement, not the turn, nor every reading; and a session
that was cut ends also where it waits for something."""

WRITER_OPTIONS = {
    **LIMITS,
    "idle_session_timeout": 4_000,
    "idle_in_transaction_session_timeout": 2_000,
    "statement_timeout": 0,
}
"""Milliseconds: the *server* ends a write session that is silent, and with it goes the lock (leadership.py)."""

READER_OPTIONS = {**LIMITS, "idle_session_timeout": 0, "statement_timeout": 10_000}
"""Milliseconds: the operator's own limits are for sessions that may end at any time; this one may not."""

MEANINGS = {
    "client_min_messages": "warning",
    "timezone": "UTC",
    "bytea_output": "hex",
    "default_transaction_isolation": r"read\ committed",
}
"""What statements and answers mean, whatever the server, the database or the role are set to."""

ENCODING = "UTF8"

POOLER = "unsupported startup parameter"
"""PgBouncer's words where it knows nothing of the limits above; a server has none like them."""

CLIENT_OPTIONS = {
    "target_session_attrs": "read-write",
    "connect_timeout": CONNECT_TIMEOUT_SECONDS,
    "tcp_user_timeout": 4_000,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 2,
    "application_name": "bot",
}

Connection = AsyncConnection[tuple[Any, ...]]


class Pooled(StorageError):
    """A pooler stands before the server: a session, and so a lock, might belong to nobody."""


POOLED = "DATABASE_URL leads to a pooler (PgBouncer): name the server itself"


@dataclass(frozen=True)
class Server:
    """Where the database is, and the key of its veil."""

    url: str
    veil: Veil

    async def session(self, *, writer: bool) -> Connection:
        """Open a session in which ids are veiled; raises what ``connected`` raises."""
        connection = await connected(self.url, WRITER_OPTIONS if writer else READER_OPTIONS)
        adapt(connection, self.veil)
        return connection


async def connected(url: str, options: dict[str, int]) -> Connection:
    """Open a session with the server itself; raises psycopg.Error, ValueError, TimeoutError, Pooled, Unfit."""
    address = conninfo(url, options)
    try:
        connection = await AsyncConnection.connect(address, autocommit=True, cursor_factory=AsyncRawCursor)
    except psycopg.OperationalError as error:
        if POOLER in str(error):
            raise Pooled(POOLED) from None
        raise
    try:
        await _require_direct(connection)
        _require_encoding(connection)
    except BaseException:
        await connection.close()
        raise
    return connection


def conninfo(url: str, options: dict[str, int]) -> str:
    """Return the address with our limits: what the operator's says otherwise holds, but not for the server's side."""
    given = conninfo_to_dict(url)
    ours = {**options, **MEANINGS}
    said = " ".join(f"-c {name}={value}" for name, value in ours.items())
    said = f"{given.get('options') or ''} {said}".strip()
    wanted: dict[str, Any] = {**CLIENT_OPTIONS, **given, "client_encoding": ENCODING, "options": said}
    return make_conninfo("", **{name: value for name, value in wanted.items() if value is not None})


async def answer(connection: Connection, sql: str, values: Sequence[object] = ()) -> Any:
    """Return the one value of a query; TimeoutError when the server is silent, and then the session is cut."""
    asking = asyncio.ensure_future(_value(connection, sql, values))
    try:
        await asyncio.wait({asking}, timeout=MAX_SILENCE_SECONDS)
        if asking.done():
            return asking.result()
        raise TimeoutError
    finally:
        if not asking.done():
            cut(connection)
            with suppress(psycopg.Error):
                await asking


async def _value(connection: Connection, sql: str, values: Sequence[object]) -> Any:
    row = await (await connection.execute(sql, values)).fetchone()
    return row[0] if row else None


def cut(connection: Connection) -> None:
    """End a session at once, whatever waits for the server: each statement under way fails, none goes on waiting.

    A statement that is merely cancelled would ask the server to stop it, and wait for the answer.
    """
    if not connection.closed:
        with suppress(OSError), socket.socket(fileno=os.dup(connection.fileno())) as same:
            same.shutdown(socket.SHUT_RDWR)


async def _require_direct(connection: Connection) -> None:
    """Raise Pooled when the server's process is not the one the handshake named."""
    if await answer(connection, "SELECT pg_backend_pid()") != connection.info.backend_pid:
        raise Pooled(POOLED)


def _require_encoding(connection: Connection) -> None:
    """Raise Unfit when the database cannot hold every letter."""
    if (encoding := connection.info.parameter_status("server_encoding")) != ENCODING:
        raise Unfit(f"the database has the encoding {encoding}: make one with ENCODING 'UTF8' TEMPLATE template0")


class _Flag(Int8Dumper):
    """Booleans as the numbers the tables hold."""

    def dump(self, obj: Any) -> Buffer | None:
        """Return 0 or 1."""
        return super().dump(int(obj))


class _Sum(Loader):
    """Sums of whole numbers are whole numbers."""

    def load(self, data: Buffer) -> int | float:
        """Return the number."""
        number = Decimal(bytes(data).decode())
        return int(number) if number == number.to_integral_value() else float(number)


def adapt(connection: BaseConnection[Any], veil: Veil) -> None:
    """Let ids be closed on their way to the server, and opened on their way back; nothing else is of bytes."""

    class Closed(Dumper):
        oid = psycopg.adapters.types["bytea"].oid
        format = Format.BINARY

        def dump(self, obj: Chat) -> bytes:
            return veil.close(int(obj))

    class Opened(Loader):
        format = Format.TEXT

        def load(self, data: Buffer) -> int:
            return veil.open(bytes.fromhex(bytes(data)[2:].decode()))

    adapters = connection.adapters
    adapters.register_dumper(int, Int8Dumper)
    adapters.register_dumper(bool, _Flag)
    adapters.register_dumper(Chat, Closed)
    adapters.register_loader("bytea", Opened)
    adapters.register_loader("numeric", _Sum)
