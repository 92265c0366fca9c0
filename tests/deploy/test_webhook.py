"""The stand-in of Telegram, the real nginx with the sample, the bot as a process: updates come in and are answered."""

import asyncio
import signal
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.demo.doors.webhook import Deliverer, delivering
from tests.deploy.test_nginx import NAME, NGINX, certificate, configured, free_port, ready
from tests.process.stage import Stage, stage
from tests.waiting import until

SECRET = "a-secret-for-the-webhook-of-tests"


@asynccontextmanager
async def over_tls(port: int, folder: Path) -> AsyncIterator[int]:
    """Listen without TLS for the stand-in, and speak TLS with nginx by the webhook's name, as Telegram would."""
    context = ssl.create_default_context(cafile=str(folder / "cert.pem"))

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname=NAME)
        own = f"Host: 127.0.0.1:{own_port}".encode()
        with suppress(OSError):
            await asyncio.gather(pump(reader, back, own, f"Host: {NAME}".encode()), pump(there, writer))

    server = await asyncio.start_server(carry, "127.0.0.1", 0)
    own_port = int(server.sockets[0].getsockname()[1])
    try:
        yield own_port
    finally:
        server.close()


async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter, old: bytes = b"", new: bytes = b"") -> None:
    """Carry bytes until their end."""
    while block := await source.read(65536):
        sink.write(block.replace(old, new) if old else block)
        await sink.drain()
    sink.close()


@asynccontextmanager
async def nginx(folder: Path, upstream: int) -> AsyncIterator[int]:
    """Run the sample before a port; yields its own."""
    assert NGINX, "nginx is missing: apt-get install nginx"
    port = free_port()
    process = await asyncio.to_thread(started, NGINX, folder, port, upstream)
    try:
        await asyncio.to_thread(ready, process, port)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(process.wait, 10)


def started(program: str, folder: Path, port: int, upstream: int) -> subprocess.Popen[bytes]:
    """Write its files and start it."""
    folder.mkdir()
    certificate(folder)
    configured(folder, port, upstream)
    return subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "main.conf"), "-e", str(folder / "error")])


@asynccontextmanager
async def whole(folder: Path) -> AsyncIterator[tuple[Stage, Deliverer]]:
    """Join them; the bot is not started yet."""
    listen = free_port()
    url, address = f"https://{NAME}/telegram", f"127.0.0.1:{listen}"
    async with (
        stage(folder, WEBHOOK_URL=url, WEBHOOK_SECRET=SECRET, WEBHOOK_LISTEN=address) as play,
        nginx(folder / "nginx", listen) as port,
        over_tls(port, folder / "nginx") as plain,
        delivering(play.telegram.world, f"http://127.0.0.1:{plain}") as deliverer,
    ):
        yield play, deliverer


async def test_updates_come_through_nginx(tmp_path: Path) -> None:
    async with whole(tmp_path) as (play, deliverer):
        await play.start()
        await play.asks(play.telegram.person(7, "Anna", "en"), "/start", "Questions and answers")
        assert set(deliverer.delivered.statuses) <= {200, 502, 503}


@pytest.mark.long
async def test_updates_wait_while_the_bot_is_away(tmp_path: Path) -> None:
    async with whole(tmp_path) as (play, deliverer):
        await play.start()
        await until(lambda: play.telegram.world.webhook is not None, within=20)
        assert await play.stop() == 0
        anna = play.telegram.person(7, "Anna", "en")
        anna.sends("/start")
        await until(lambda: 502 in deliverer.delivered.statuses, within=20)  # nginx says that the bot is away
        await play.start()
        await play.sees(anna, "Questions and answers", within=30)
        assert set(deliverer.delivered.statuses) <= {200, 502, 503}
        assert await play.stop() == 0
