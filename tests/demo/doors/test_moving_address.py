"""A server that moves from one loopback address to another; the old one closes or never answers."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientConnectorError, ClientSession, ServerDisconnectedError, TCPConnector

from bot.demo.doors.moving_address import NEW_ADDRESS, OLD_ADDRESS, Moving
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock, until
from tests.demo.doors.test_faults import Hurry


@pytest.fixture
async def moving() -> AsyncIterator[Moving]:
    clock = Hurry()
    telegram = Telegram(now=clock, sleep=clock.sleep, limits=Limits(model="off"))
    async with Moving(telegram) as moving:
        yield moving


@pytest.fixture
async def client(moving: Moving) -> AsyncIterator[ClientSession]:
    """A client that resolves the name for each connection and keeps connections open."""
    async with ClientSession(connector=TCPConnector(resolver=moving.resolver, use_dns_cache=False)) as client:
        yield client


async def ask(client: ClientSession, host: str, port: int, method: str = "getMe") -> int:
    async with asyncio.timeout(0.3), client.post(f"http://{host}:{port}/bot42:demo/{method}") as response:
        return response.status


async def test_serves_at_the_old_address_first(moving: Moving, client: ClientSession) -> None:
    assert moving.url == f"http://{OLD_ADDRESS}:{moving.port}"
    assert await ask(client, "api.test", moving.port) == 200
    with pytest.raises(ClientConnectorError):
        await ask(client, NEW_ADDRESS, moving.port)


async def test_moves_and_closes_behind_itself(moving: Moving, client: ClientSession) -> None:
    await ask(client, "api.test", moving.port)
    await moving.move()
    assert moving.url == f"http://{NEW_ADDRESS}:{moving.port}"
    with pytest.raises(ClientConnectorError):
        await ask(client, OLD_ADDRESS, moving.port)
    assert await ask(client, "api.test", moving.port) == 200


async def test_moves_and_the_old_address_is_silent(moving: Moving, client: ClientSession) -> None:
    await ask(client, "api.test", moving.port)
    await moving.move(silent=True)
    with pytest.raises(TimeoutError):
        await ask(client, OLD_ADDRESS, moving.port)
    with pytest.raises(TimeoutError):
        await ask(client, "api.test", moving.port)  # over the connection it has kept
    assert await ask(client, "api.test", moving.port) == 200
    assert len(moving.telegram.ledger.accepted("getMe")) == 2


@pytest.mark.parametrize("silent", [False, True])
async def test_and_back_again(moving: Moving, client: ClientSession, silent: bool) -> None:
    await moving.move(silent=silent)
    await moving.move()
    assert moving.url == f"http://{OLD_ADDRESS}:{moving.port}"
    assert await ask(client, OLD_ADDRESS, moving.port) == 200


async def test_closing_frees_those_who_wait_in_silence(moving: Moving, client: ClientSession) -> None:
    await moving.move(silent=True)

    async def waits() -> None:
        with pytest.raises(ServerDisconnectedError):
            await ask(client, OLD_ADDRESS, moving.port)

    async with asyncio.TaskGroup() as group:
        group.create_task(waits())
        await asyncio.sleep(0.1)
        await moving.close()


async def test_what_was_begun_before_the_silence_is_not_answered(clock: Clock) -> None:
    slow = Telegram(now=clock, sleep=clock.sleep, limits=Limits(after=(5, 5), model="off"))
    async with Moving(slow) as moving, ClientSession() as client, asyncio.TaskGroup() as group:
        call = group.create_task(gives_up(client, OLD_ADDRESS, moving.port))
        await until(lambda: len(slow.ledger.entries) == 1)
        await moving.move(silent=True)
        clock.advance(5)
        await call
        assert [(entry.accepted, entry.answered) for entry in slow.ledger.entries] == [(True, False)]


async def gives_up(client: ClientSession, host: str, port: int) -> None:
    with pytest.raises(TimeoutError):
        await ask(client, host, port)


async def test_every_name_leads_there(moving: Moving) -> None:
    hosts = [await moving.resolver.resolve(name, 1) for name in ("a.test", "b.test")]
    assert [found[0]["host"] for found in hosts] == [OLD_ADDRESS, OLD_ADDRESS]
    await moving.move()
    assert (await moving.resolver.resolve("a.test"))[0]["host"] == NEW_ADDRESS
