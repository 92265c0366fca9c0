"""A relay on the loopback between an instance and its server, which can fall silent: open, but no word comes."""

import asyncio
from contextlib import suppress

CHUNK_BYTES = 65_536


class Relay:
    """Carries every connection to a port; ``silent`` holds all of it back, both ways."""

    def __init__(self, port: int) -> None:
        """``port`` is the server's."""
        self._to = port
        self._speaks = asyncio.Event()
        self._speaks.set()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    async def open(self) -> None:
        """Listen on a port of its own."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Drop everything."""
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def silent(self) -> bool:
        """Whether nothing is carried."""
        return not self._speaks.is_set()

    @silent.setter
    def silent(self, silent: bool) -> None:
        if silent:
            self._speaks.clear()
        else:
            self._speaks.set()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        ends = [writer]
        try:
            await self._speaks.wait()
            there = await asyncio.open_connection("127.0.0.1", self._to)
            ends.append(there[1])
            async with asyncio.TaskGroup() as both:
                both.create_task(self._one_way(reader, there[1]))
                both.create_task(self._one_way(there[0], writer))
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            for end in ends:
                end.transport.abort()

    async def _one_way(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while chunk := await reader.read(CHUNK_BYTES):
                await self._speaks.wait()
                writer.write(chunk)
                await writer.drain()
        await self._speaks.wait()
        writer.close()
