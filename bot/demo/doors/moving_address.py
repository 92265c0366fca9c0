"""A server whose name changes its address; the old address then closes or never answers."""

import socket
from types import TracebackType
from typing import Self

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.demo.doors.silent_address import Place
from bot.demo.telegram import Telegram

OLD_ADDRESS = "127.0.0.1"
NEW_ADDRESS = "127.0.0.2"


class Moving:
    """One stand-in on the same port of two loopback addresses; one of them serves at a time.

    A client reaches it by any host name through `resolver`, or by `url`, which changes.
    """

    def __init__(self, telegram: Telegram, old: str = OLD_ADDRESS, new: str = NEW_ADDRESS) -> None:
        self.telegram = telegram
        self.address = old
        self.port = 0
        self._places = {old: Place(telegram, old), new: Place(telegram, new)}

    async def __aenter__(self) -> Self:
        self.port = await self._places[self.address].open(0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close both addresses."""
        for place in self._places.values():
            await place.close()

    @property
    def url(self) -> str:
        """The address where it serves now."""
        return f"http://{self.address}:{self.port}"

    @property
    def resolver(self) -> AbstractResolver:
        """A DNS resolver that returns the present address for every name."""
        return _Resolver(self)

    async def move(self, *, silent: bool = False) -> None:
        """Serve at the other address. The old one refuses connections; with `silent` it accepts and never answers."""
        old, (new,) = self.address, [place for place in self._places if place != self.address]
        await self._places[new].open(self.port)
        self.address = new
        if silent:
            self._places[old].silent = True
        else:
            await self._places[old].close()


class _Resolver(AbstractResolver):
    def __init__(self, moving: Moving) -> None:
        self._moving = moving

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host=self._moving.address,
                port=port,
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing is open."""
