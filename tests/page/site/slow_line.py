"""``python -m tests.page.site.slow_line``: how long an answer of the site takes over a line of 20 kbit/s (O10).

A relay on the loopback passes on 2,500 bytes a second each way, everything 300 ms later: a throttled phone. Behind it
stands a plain web server with the site; Chromium opens a page with an empty cache.
"""

import asyncio
import gzip
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web
from playwright.async_api import async_playwright

from bot.site.build import site_files
from tests.page.conftest import CHROMIUM
from tests.site.records import records

if TYPE_CHECKING:
    from playwright.async_api import Browser

BYTES_A_SECOND = 20_000 / 8
LATENCY_SECONDS = 0.3
PIECE_BYTES = 250
HOST = "127.0.0.1"
KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
FIRST_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
WHOLE = "() => { const [seen] = performance.getEntriesByType('navigation'); return seen.loadEventEnd || undefined; }"


class Line:
    """One direction of the line, shared by all connections."""

    def __init__(self) -> None:
        """Begin idle."""
        self._free = 0.0

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on what comes, each piece when the line has carried it."""
        loop = asyncio.get_running_loop()
        arriving: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            while (item := await arriving.get())[1]:
                await asyncio.sleep(max(0.0, item[0] - loop.time()))
                writer.write(item[1])
                await writer.drain()
            writer.close()

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(deliver())
            while piece := await reader.read(PIECE_BYTES):
                self._free = max(self._free, loop.time()) + len(piece) / BYTES_A_SECOND
                await asyncio.sleep(max(0.0, self._free - loop.time()))
                await arriving.put((loop.time() + LATENCY_SECONDS, piece))
            await arriving.put((0.0, b""))


@asynccontextmanager
async def relay(port: int) -> AsyncIterator[int]:
    """Stand before a port of this machine; yields the port of the slow side."""
    up, down = Line(), Line()

    async def through(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        behind, to = await asyncio.open_connection(HOST, port)
        try:
            with suppress(ExceptionGroup):  # a connection that was cut ends both directions
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(up.carry(reader, to))
                    tasks.create_task(down.carry(behind, writer))
        finally:
            to.transport.abort()
            writer.transport.abort()

    open_now: set[asyncio.Task[None]] = set()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_now.add(asyncio.ensure_future(through(reader, writer)))

    server = await asyncio.start_server(begin, HOST, 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for task in open_now:
            task.cancel()
        await asyncio.gather(*open_now, return_exceptions=True)


@asynccontextmanager
async def served(files: Mapping[str, bytes], *, packed: bool) -> AsyncIterator[int]:
    """Hand out files over http, ``packed`` with gzip as the nginx sample does; yields the port."""

    async def answer(request: web.Request) -> web.Response:
        data = files.get(request.path.lstrip("/"))
        if data is None:
            raise web.HTTPNotFound
        kind = KINDS[request.path.rpartition(".")[2]]
        headers = {"Content-Type": f"{kind}; charset=utf-8"} | ({"Content-Encoding": "gzip"} if packed else {})
        return web.Response(body=gzip.compress(data) if packed else data, headers=headers)

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, HOST, 0)
    await site.start()
    try:
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


@dataclass(frozen=True)
class Seen:
    """Seconds from the tap until words stood on the screen, and until nothing more was to come."""

    first: float
    whole: float


async def opened(browser: "Browser", path: str, *, packed: bool) -> Seen:
    """Open a page of the site over the slow line."""
    async with served(site_files(records()), packed=packed) as port, relay(port) as slow:
        page = await browser.new_page(viewport={"width": 390, "height": 844})
        try:
            await page.goto(f"http://{HOST}:{slow}/{path}", timeout=60_000)
            seen = [await (await page.wait_for_function(each)).json_value() / 1000 for each in (FIRST_PAINT, WHOLE)]
            assert await page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "with its style sheet"
        finally:
            await page.close()
    return Seen(*seen)


def largest(lang: str) -> str:
    """Return the path of the largest answer of a language."""
    tree, files = records().tree, site_files(records())
    return max((f"{lang}/{topic.id}.html" for topic in tree.topics if topic.written), key=lambda path: len(files[path]))


async def main() -> None:
    """Print a line for each page, plain and packed."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        for path in (largest("ru"), largest("en"), "ru/first-steps.html", "ru/index.html"):
            for packed in (False, True):
                seen = await opened(browser, path, packed=packed)
                print(f"{path} {'gzip' if packed else 'plain'}: {seen.first:.1f} s, whole {seen.whole:.1f} s")
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
