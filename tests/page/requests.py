"""A client of the page's HTTP interface: requests, and event streams read one event at a time."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.chats.group import Group
from bot.demo.chats.members import ADMIN_RIGHTS
from bot.demo.chats.person import Person
from bot.demo.page.app import Persona, chat_page
from bot.demo.telegram import Limits, Telegram, Upload

Json = dict[str, Any]
GROUP, LAWYERS = -1001000000001, -1001000000002


@dataclass
class Clock:
    """A clock in seconds since 1970 that the test moves."""

    seconds: float = 1_796_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Visit:
    """One visitor of the page."""

    telegram: Telegram
    anna: Person
    john: Person
    group: Group
    lawyers: Group
    clock: Clock
    client: TestClient[Any, Any] = field(repr=False)

    async def post(self, path: str, body: object = None, **options: Any) -> ClientResponse:
        headers = {"Origin": f"http://127.0.0.1:{self.client.port}", **options.pop("headers", {})}
        return await self.client.post(path, json={} if body is None else body, headers=headers, **options)

    async def bot(self, method: str, files: dict[str, Upload] | None = None, **params: Any) -> Any:
        reply = await self.telegram.call(method, params, files or {})
        assert reply.body["ok"], reply.body
        return reply.body["result"]

    @asynccontextmanager
    async def events(self, key: str = "anna", place: str = "chat") -> AsyncIterator["Events"]:
        async with self.client.get(f"/api/{place}/{key}/events") as response:
            assert response.status == 200
            yield Events(response)


@dataclass
class Events:
    """An event stream, read one event at a time."""

    response: ClientResponse

    async def block(self) -> str:
        lines = []
        async with asyncio.timeout(5):
            while line := (await self.response.content.readline()).decode().rstrip("\n"):
                lines.append(line)
        return "\n".join(lines)

    async def next(self, kind: str) -> Json:
        """The next event of this type; others are skipped."""
        while block := await self.block():
            if block.startswith(f"event: {kind}\ndata: "):
                event: Json = json.loads(block.partition("data: ")[2])
                return event
        raise AssertionError(f"the stream ended without {kind}")


@asynccontextmanager
async def visiting(keep_alive: float = 15.0) -> AsyncIterator[Visit]:
    clock = Clock()
    telegram = Telegram(now=clock, limits=Limits(model="off"))
    anna, john = telegram.person(1001, "Анна", "ru"), telegram.person(1002, "John", "en")
    group, lawyers = telegram.group(GROUP, "Соседи"), telegram.group(LAWYERS, "Юристы")
    lawyers.bot_rights = ADMIN_RIGHTS
    personas = [
        Persona("anna", anna, "Читает по-русски", "reader"),
        Persona("john", john, "Admin", "admin"),
        Persona("nina", telegram.person(1005, "Нина", "ru"), "Юрист", "lawyer", lawyers),
    ]
    server = TestServer(chat_page(telegram, personas, group, keep_alive=keep_alive))
    async with TestClient(server) as client:
        yield Visit(telegram, anna, john, group, lawyers, clock, client)
