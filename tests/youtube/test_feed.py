"""Asking the feed over HTTP: bounded in time and size, at one address; whatever comes is a list or a trouble."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.core.videos.feed import Trouble
from bot.youtube.feed import LIMIT_BYTES, FeedReader
from tests.youtube.test_atom import entry, feed

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """What it was asked for, and where it is."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self.asked: list[web.Request] = []
        self.address = ""


@asynccontextmanager
async def served(answer: Answer) -> AsyncIterator[Server]:
    """Serve every path of this machine."""
    server = Server()

    async def handle(request: web.Request) -> web.StreamResponse:
        server.asked.append(request)
        return await answer(request)

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.address = f"http://127.0.0.1:{runner.addresses[0][1]}/feeds/videos.xml?channel_id=UC0"
    try:
        yield server
    finally:
        await runner.cleanup()


def says(body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    """Answer with this."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return answer


async def endless(request: web.Request) -> web.StreamResponse:
    """Send for ever."""
    stream = web.StreamResponse()
    await stream.prepare(request)
    for _ in range(10_000):
        await stream.write(b" " * 65_536)
    return stream


async def silent(_: web.Request) -> web.StreamResponse:
    """Say nothing for long."""
    await asyncio.sleep(60)
    return web.Response()


async def drops(request: web.Request) -> web.StreamResponse:
    """Cut the connection."""
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def test_a_feed_is_read_and_nothing_is_told_of_this_machine() -> None:
    async with served(says(feed(entry()))) as server:
        read = await FeedReader(server.address)()
    assert not isinstance(read, Trouble)
    assert [each.id for each in read] == ["video000001"]
    (request,) = server.asked
    assert request.path_qs == "/feeds/videos.xml?channel_id=UC0"
    assert request.headers["Accept-Encoding"] == "identity"
    assert "Cookie" not in request.headers


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (says(feed(entry()), 404), Trouble.STATUS),
        (says(b"", 500), Trouble.STATUS),
        (says(feed(entry()), 304), Trouble.STATUS),
        (says(b"<!doctype html><p>Sorry", headers={"Content-Type": "text/html"}), Trouble.MARKUP),
        (says(b""), Trouble.EMPTY),
        (says(b" " * 5_000_000), Trouble.LARGE),
        (says(gzip.compress(b" " * 50_000_000), headers={"Content-Encoding": "gzip"}), Trouble.STATUS),
        (endless, Trouble.LARGE),
        (drops, Trouble.NETWORK),
        (silent, Trouble.SILENCE),
    ],
)
async def test_whatever_fails_is_a_trouble(answer: Answer, trouble: Trouble) -> None:
    async with served(answer) as server:
        assert await FeedReader(server.address, limit_seconds=2 if answer is silent else 20)() is trouble
        assert len(server.asked) == 1


async def test_no_other_address_is_asked() -> None:
    async with served(says(feed(entry()))) as other, served(says(b"", 302, {"Location": other.address})) as server:
        assert await FeedReader(server.address)() is Trouble.STATUS
        assert (len(server.asked), len(other.asked)) == (1, 0)


async def test_nobody_listening_is_a_trouble() -> None:
    async with served(says(b"")) as server:
        address = server.address
    assert await FeedReader(address)() is Trouble.NETWORK


def test_a_feed_of_long_descriptions_fits() -> None:
    assert len(feed(*[entry(title="я" * 100)] * 15)) + 15 * 2 * 5_000 < LIMIT_BYTES
