"""The Unix socket beside the database that takes the key; only its own user and root may connect."""

import asyncio
import os
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from enum import StrEnum
from pathlib import Path

MAX_KEY_BYTES = 256
"""Bytes of a key with its line's end, and more than enough."""

CLIENT_TIMEOUT_SECONDS = 10
"""Seconds a client has to send the key."""

PEER_CREDENTIALS = struct.Struct("3i")


class Reply(StrEnum):
    """What the socket answers."""

    OPENED = "opened"
    WRONG = "wrong"
    FAILED = "failed"
    STRANGER = "stranger"


Hear = Callable[[str], Awaitable[Reply]]


def socket_of(database: Path) -> Path:
    """Return where the socket stands."""
    whole = database.resolve()
    return whole.with_name(whole.name + ".socket")


@asynccontextmanager
async def open_socket(database: Path, hear: Hear) -> AsyncIterator[None]:
    """Listen until the end of the block; raises OSError. Call it only with the instance's lock: the place is ours."""
    place = socket_of(database)
    place.unlink(missing_ok=True)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, ValueError):
            async with asyncio.timeout(CLIENT_TIMEOUT_SECONDS):
                writer.write((await _reply(reader, writer, hear)).encode() + b"\n")
                await writer.drain()
        writer.close()

    mask = os.umask(0o177)
    try:
        server = await asyncio.start_unix_server(answer, place, limit=MAX_KEY_BYTES)
    finally:
        os.umask(mask)
    try:
        yield
    finally:
        server.close()
        place.unlink(missing_ok=True)


async def _reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, hear: Hear) -> Reply:
    if not own(writer.get_extra_info("socket")):
        return Reply.STRANGER
    return await hear((await reader.readline()).decode("ascii", "replace").strip())


def own(connection: socket.socket) -> bool:
    """Return whether this user or root stands at the other end."""
    _, user, _ = PEER_CREDENTIALS.unpack(
        connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, PEER_CREDENTIALS.size)
    )
    return user in {0, os.geteuid()}


def hand_over(database: Path, key: str) -> Reply:
    """Send the key to the socket and return its answer. Raises OSError when no bot listens."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(CLIENT_TIMEOUT_SECONDS * 6)
        connection.connect(str(socket_of(database)))
        connection.sendall(key.encode() + b"\n")
        with connection.makefile("r", encoding="ascii") as answers:
            said = answers.readline().strip()
    return Reply(said) if said in set(Reply) else Reply.FAILED
