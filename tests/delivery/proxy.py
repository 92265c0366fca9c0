"""A proxy on loopback: SOCKS5, SOCKS4 and HTTP on one port, that can refuse, want a password, die and come back."""

import asyncio
import base64
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
BLOCK = 65_536


@dataclass
class Proxy:
    """``hosts``: the port on loopback behind each name, which only the proxy knows; ``password``: as ``name:password``.

    ``asked``: where each connection wanted to go. ``refused``: how many were turned away.
    """

    hosts: Mapping[str, int]
    password: str = ""
    deaf: bool = False
    asked: list[str] = field(default_factory=list)
    refused: int = 0
    port: int = 0
    _server: asyncio.Server | None = None
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def up(self) -> None:
        """Listen; after ``down`` on the same port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def down(self) -> None:
        """Die: nobody listens, and every connection is cut."""
        if self._server:
            self._server.close()
        for writer in list(self._open):
            writer.transport.abort()
        self._open.clear()
        await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            first = await reader.readexactly(1)
            greet = {b"\x05": self._socks5, b"\x04": self._socks4}.get(first, self._http)
            if (host := await greet(reader, writer)) is None:
                self.refused += 1
                return
            await self._carry((reader, writer), host)
        except (OSError, EOFError):
            pass  # either side has gone
        finally:
            self._open.discard(writer)
            writer.close()

    async def _socks5(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str | None:
        offered = await reader.readexactly((await reader.readexactly(1))[0])
        if self.deaf:
            await reader.read()
        wanted = 2 if self.password else 0
        if wanted not in offered:
            writer.write(b"\x05\xff")
            return None
        writer.write(bytes((5, wanted)))
        if self.password:
            await reader.readexactly(1)
            said = [await reader.readexactly((await reader.readexactly(1))[0]) for _ in range(2)]
            right = b":".join(said).decode() == self.password
            writer.write(b"\x01" + (b"\x00" if right else b"\x01"))
            if not right:
                return None
        kind = (await reader.readexactly(4))[3]
        assert kind == 3, "a name, not an address that was looked up here"
        host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
        await reader.readexactly(2)
        known = host in self.hosts
        writer.write(struct.pack("!BBBBIH", 5, 0 if known else 4, 0, 1, 0, 0))
        return host if known else None

    async def _socks4(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str | None:
        await reader.readexactly(7)
        await reader.readuntil(b"\x00")
        host = (await reader.readuntil(b"\x00"))[:-1].decode()
        known = host in self.hosts
        writer.write(struct.pack("!BBHI", 0, 90 if known else 91, 0, 0))
        return host if known else None

    async def _http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str | None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        host = head.split()[1].partition(":")[0]
        wanted = base64.b64encode(self.password.encode()).decode()
        if self.password and f"Basic {wanted}" not in head:
            writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
            return None
        known = host in self.hosts
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n" if known else b"HTTP/1.1 502 Bad Gateway\r\n\r\n")
        return host if known else None

    async def _carry(self, here: Streams, host: str) -> None:
        self.asked.append(host)
        there = await asyncio.open_connection("127.0.0.1", self.hosts[host])
        self._open.add(there[1])
        try:
            await asyncio.gather(_copy(here[0], there[1]), _copy(there[0], here[1]))
        finally:
            self._open.discard(there[1])
            there[1].close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while block := await reader.read(BLOCK):
        writer.write(block)
        await writer.drain()
    writer.close()
